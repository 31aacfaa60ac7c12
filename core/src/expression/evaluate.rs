use std::borrow::Cow;
use std::cmp::Ordering;

use super::clock::{Local, Part, Place};
use super::functions;
use super::lexer::failed;
use super::numbers::{self, Division, NumberCall};
use super::parser::Operator;
use super::patterns::{self, Pattern, Read};
use super::typed::{Call, Macro, Typed};
use super::{MAX_STEPS, Value};
use crate::{Error, Result};

/// Where an expression finds its facts, by the order of the environment's names.
pub trait Facts {
    /// The fact in that place; one that may be missing is [`Value::Null`], or nothing.
    fn fact(&self, place: usize) -> Option<Value<'_>>;
}

impl Facts for &[Value<'_>] {
    fn fact(&self, place: usize) -> Option<Value<'_>> {
        self.get(place).map(Value::borrowed)
    }
}

/// Why there is no value.
pub(super) enum Stop {
    /// What `&&`, `||`, `exists` and `all` may do without.
    Failed(Error),
    /// The steps are used up, whatever else might be found.
    Steps,
}

impl From<Error> for Stop {
    fn from(error: Error) -> Stop {
        Stop::Failed(error)
    }
}

impl From<Stop> for Error {
    fn from(stop: Stop) -> Error {
        match stop {
            Stop::Failed(error) => error,
            Stop::Steps => failed(format!("the expression takes more than {MAX_STEPS} steps")),
        }
    }
}

type Outcome<T> = std::result::Result<T, Stop>;

pub(super) fn evaluate<'r>(root: &'r Typed, facts: &'r dyn Facts) -> Result<Value<'r>> {
    let mut run = Run::new(facts);
    let value = run.any(root)?;
    // The value is handed out as a copy, of whatever facts it is made of.
    run.step(value.weight())?;
    Ok(value)
}

pub(super) fn is_true(root: &Typed, facts: &dyn Facts) -> Result<bool> {
    Run::new(facts).truth(root).map_err(Error::from)
}

/// The value of what asks for no fact.
pub(super) fn constant(root: &Typed) -> Result<Value<'static>> {
    let none: &[Value<'_>] = &[];
    evaluate(root, &none).map(Value::into_owned)
}

struct Run<'r> {
    facts: &'r dyn Facts,
    steps: u32,
    locals: Vec<Value<'r>>,
}

impl<'r> Run<'r> {
    fn new(facts: &'r dyn Facts) -> Run<'r> {
        Run {
            facts,
            steps: MAX_STEPS,
            locals: Vec::new(),
        }
    }

    /// Takes so many steps; also for what is large: what is copied, searched or compared.
    fn step(&mut self, count: usize) -> Outcome<()> {
        let left = u32::try_from(count)
            .ok()
            .and_then(|count| self.steps.checked_sub(count));
        self.steps = left.unwrap_or(0);
        left.map(|_| ()).ok_or(Stop::Steps)
    }

    fn any(&mut self, typed: &'r Typed) -> Outcome<Value<'r>> {
        match typed {
            Typed::Value(value) => {
                self.step(1)?;
                Ok(value.borrowed())
            }
            Typed::Fact(place) => {
                self.step(1)?;
                self.facts
                    .fact(*place)
                    .ok_or_else(|| Stop::Failed(failed("a fact is missing".to_owned())))
            }
            Typed::Maybe(place) => {
                self.step(1)?;
                Ok(self.facts.fact(*place).unwrap_or(Value::Null))
            }
            Typed::Not(_)
            | Typed::Given(_)
            | Typed::Decided(..)
            | Typed::Matches(..)
            | Typed::Binary(
                Operator::Equal
                | Operator::NotEqual
                | Operator::Less
                | Operator::AtMost
                | Operator::More
                | Operator::AtLeast
                | Operator::In,
                _,
            )
            | Typed::Macro {
                kind: Macro::Exists | Macro::All | Macro::ExistsOne,
                ..
            } => self.truth(typed).map(Value::Bool),
            _ => self.other(typed),
        }
    }

    fn other(&mut self, typed: &'r Typed) -> Outcome<Value<'r>> {
        self.step(1)?;
        match typed {
            Typed::Local(back) => self.local(*back),
            Typed::List(items) => items
                .iter()
                .map(|item| self.any(item))
                .collect::<Outcome<_>>()
                .map(Value::List),
            Typed::Map(entries) => self.map(entries),
            Typed::Negate(inner) => Ok(functions::negated(self.any(inner)?)?),
            Typed::Binary(operator, sides) => {
                let left = self.any(&sides.0)?;
                self.joined(*operator, left, &sides.1)
            }
            Typed::Row(first, rest) => {
                let mut value = self.any(first)?;
                for (operator, next) in rest {
                    self.step(1)?;
                    value = self.joined(*operator, value, next)?;
                }
                Ok(value)
            }
            Typed::Choice(choices, last) => {
                for (condition, yes) in choices {
                    self.step(1)?;
                    if self.truth(condition)? {
                        return self.any(yes);
                    }
                }
                self.any(last)
            }
            Typed::Index(parts) => {
                let (list, index) = (self.any(&parts.0)?, self.any(&parts.1)?);
                functions::entry(list, &index).ok_or_else(|| functions::no_entry(&index).into())
            }
            Typed::OrValue(parts) => self.or_value(&parts.0, &parts.1),
            Typed::Part(part, of, place) => self.part(*part, of, place),
            Typed::Call(call, arguments) => {
                if let (Call::OfNumber(call), Some(of)) = (call, arguments.first().and_then(numbers::divided_last)) {
                    return self.of_quotient(*call, of, arguments.get(1));
                }
                let mut values = Vec::with_capacity(arguments.len());
                for argument in arguments {
                    let value = self.any(argument)?;
                    if matches!((call, &value), (Call::OfText(_), _) | (_, Value::Text(_))) {
                        self.step(value.weight())?;
                    }
                    values.push(value);
                }
                let value = functions::call(*call, values)?;
                self.step(value.made())?;
                Ok(value)
            }
            Typed::Macro {
                kind,
                two,
                list,
                condition,
                result,
            } => self.collect((*kind, *two), list, condition.as_deref(), result.as_deref()),
            _ => self.truth(typed).map(Value::Bool),
        }
    }

    fn truth(&mut self, typed: &'r Typed) -> Outcome<bool> {
        match typed {
            Typed::Decided(by, parts) => self.decided(*by, parts),
            Typed::Matches(text, pattern) => self.matches(text, pattern),
            Typed::Binary(
                operator @ (Operator::Equal
                | Operator::NotEqual
                | Operator::Less
                | Operator::AtMost
                | Operator::More
                | Operator::AtLeast
                | Operator::In),
                sides,
            ) => self.compared(*operator, &sides.0, &sides.1),
            Typed::Not(inner) => {
                self.step(1)?;
                self.truth(inner).map(|truth| !truth)
            }
            Typed::Given(place) => {
                self.step(1)?;
                Ok(self.facts.fact(*place).is_some_and(|fact| !matches!(fact, Value::Null)))
            }
            Typed::Macro {
                kind: kind @ (Macro::Exists | Macro::All | Macro::ExistsOne),
                two,
                list,
                condition: Some(condition),
                ..
            } => {
                self.step(1)?;
                match kind {
                    Macro::ExistsOne => self.exactly_one(*two, list, condition),
                    _ => self.each(*two, list, condition, *kind == Macro::Exists),
                }
            }
            Typed::Value(Value::Bool(truth)) => {
                self.step(1)?;
                Ok(*truth)
            }
            _ => self.any(typed).map(|value| matches!(value, Value::Bool(true))),
        }
    }

    /// `false && …` and `true || …` are decided by one part, whichever it is, even when others fail.
    fn decided(&mut self, by: bool, parts: &'r [Typed]) -> Outcome<bool> {
        let mut failure = None;
        for part in parts {
            self.step(1)?;
            match self.truth(part) {
                Ok(truth) if truth == by => return Ok(by),
                Ok(_) => {}
                Err(Stop::Steps) => return Err(Stop::Steps),
                Err(failed) => failure = failure.or(Some(failed)),
            }
        }
        failure.map_or(Ok(!by), Err)
    }

    fn compared(&mut self, operator: Operator, left: &'r Typed, right: &'r Typed) -> Outcome<bool> {
        self.step(1)?;
        let (left, right) = (self.any(left)?, self.any(right)?);
        self.meets(operator, &left, &right)
    }

    fn meets(&mut self, operator: Operator, left: &Value<'r>, right: &Value<'r>) -> Outcome<bool> {
        if operator == Operator::In {
            let searched = if right.map().is_some() { 1 } else { right.weight() };
            self.step(left.weight().saturating_add(searched))?;
            return Ok(right.holds(left));
        }
        if let Value::Text(_) | Value::List(_) | Value::Items(_) | Value::Texts(_) | Value::Map(_) | Value::Entries(_) =
            left
        {
            self.step(left.weight())?;
        }
        if let Operator::Equal | Operator::NotEqual = operator {
            return Ok(left.same(right) == (operator == Operator::Equal));
        }
        let order = left.compare(right);
        Ok(match operator {
            Operator::Less => order == Some(Ordering::Less),
            Operator::AtMost => matches!(order, Some(Ordering::Less | Ordering::Equal)),
            Operator::More => order == Some(Ordering::Greater),
            _ => matches!(order, Some(Ordering::Greater | Ordering::Equal)),
        })
    }

    /// What an operator makes of a value and of what stands behind it.
    fn joined(&mut self, operator: Operator, left: Value<'r>, right: &'r Typed) -> Outcome<Value<'r>> {
        let right = self.any(right)?;
        if operator.compares() {
            return self.meets(operator, &left, &right).map(Value::Bool);
        }
        if let Value::Text(_) | Value::List(_) | Value::Items(_) | Value::Texts(_) = left {
            self.step(left.weight().saturating_add(right.weight()))?;
        }
        Ok(functions::arithmetic(operator, left, right)?)
    }

    /// What a call makes of a quotient, which need not be a decimal itself.
    fn of_quotient(&mut self, call: NumberCall, of: Division<'r>, digits: Option<&'r Typed>) -> Outcome<Value<'r>> {
        self.step(1)?;
        let mut dividend = self.any(of.first)?;
        for (operator, next) in of.before {
            self.step(1)?;
            dividend = self.joined(*operator, dividend, next)?;
        }
        let both = (dividend, self.any(of.divisor)?);
        let digits = digits.map_or(Ok(Value::Null), |digits| self.any(digits))?;
        Ok(numbers::of_quotient(call, both, &digits)?)
    }

    fn matches(&mut self, text: &'r Typed, pattern: &'r Pattern) -> Outcome<bool> {
        self.step(1)?;
        let text = self.any(text)?;
        let read;
        let pattern = match pattern {
            Pattern::Known(pattern) => pattern,
            Pattern::Asked(asked) => {
                let asked = self.any(asked)?;
                self.step(patterns::READING_STEPS)?;
                read = Read::new(asked.text()).map_err(|message| Stop::Failed(failed(message)))?;
                self.step(read.weight().saturating_mul(4))?;
                &read
            }
        };
        self.step(text.weight().saturating_add(1).saturating_mul(pattern.weight()))?;
        Ok(pattern.is_met_by(text.text()))
    }

    fn local(&mut self, back: usize) -> Outcome<Value<'r>> {
        let missing = || Stop::Failed(failed("a variable is missing".to_owned()));
        let local = self.locals.iter().rev().nth(back).ok_or_else(missing)?;
        let copied = match local {
            Value::Text(Cow::Owned(_)) | Value::List(_) | Value::Map(_) => local.weight(),
            _ => 0,
        };
        let local = local.clone();
        self.step(copied)?;
        Ok(local)
    }

    fn map(&mut self, entries: &'r [(Typed, Typed)]) -> Outcome<Value<'r>> {
        let mut map = Entries::new();
        for (key, value) in entries {
            let (key, value) = (self.any(key)?, self.any(value)?);
            let Value::Text(key) = key else { continue };
            insert(&mut map, key, value)?;
        }
        Ok(Value::Map(map))
    }

    fn or_value(&mut self, asked: &'r Typed, otherwise: &'r Typed) -> Outcome<Value<'r>> {
        let value = match asked {
            Typed::Index(parts) => {
                let (list, index) = (self.any(&parts.0)?, self.any(&parts.1)?);
                functions::entry(list, &index).unwrap_or(Value::Null)
            }
            _ => self.any(asked)?,
        };
        match value {
            Value::Null => self.any(otherwise),
            found => Ok(found),
        }
    }

    fn part(&mut self, part: Part, of: &'r Typed, place: &'r Place) -> Outcome<Value<'r>> {
        let value = self.any(of)?;
        let asked;
        let local = match place {
            Place::Known(local) => local,
            Place::Asked(zone) => {
                let zone = self.any(zone)?;
                let Value::Text(zone) = zone else {
                    return Err(functions::overflow().into());
                };
                asked = Local::read(&zone)?;
                &asked
            }
        };
        match value {
            Value::Instant(instant) => part
                .of_instant(instant, local)
                .ok_or_else(|| functions::overflow().into()),
            Value::Duration(duration) => Ok(part.of_duration(duration)),
            Value::Day(day) => Part::of_day(day, local).ok_or_else(|| functions::overflow().into()),
            _ => Err(functions::overflow().into()),
        }
    }

    /// `exists` is decided by an entry that meets the condition, `all` by one that does not, even when others fail.
    fn each(&mut self, two: bool, list: &'r Typed, condition: &'r Typed, deciding: bool) -> Outcome<bool> {
        let mut failure = None;
        for (key, item) in self.any(list)?.into_entries(two) {
            match self.with(key, item, condition) {
                Ok(truth) if truth == deciding => return Ok(deciding),
                Ok(_) => {}
                Err(Stop::Steps) => return Err(Stop::Steps),
                Err(failed) => failure = failure.or(Some(failed)),
            }
        }
        failure.map_or(Ok(!deciding), Err)
    }

    fn exactly_one(&mut self, two: bool, list: &'r Typed, condition: &'r Typed) -> Outcome<bool> {
        let mut count = 0_usize;
        for (key, item) in self.any(list)?.into_entries(two) {
            count += usize::from(self.with(key, item, condition)?);
        }
        Ok(count == 1)
    }

    fn with(&mut self, key: Option<Value<'r>>, item: Value<'r>, condition: &'r Typed) -> Outcome<bool> {
        let known = self.locals.len();
        self.locals.extend(key.into_iter().chain([item]));
        let met = self.truth(condition);
        self.locals.truncate(known);
        met
    }

    /// `filter`, and `map` with or without a condition; and what makes maps.
    fn collect(
        &mut self,
        (kind, two): (Macro, bool),
        list: &'r Typed,
        condition: Option<&'r Typed>,
        result: Option<&'r Typed>,
    ) -> Outcome<Value<'r>> {
        let mut collected = Vec::new();
        let mut map = Entries::new();
        for (key, item) in self.any(list)?.into_entries(two) {
            self.step(1)?;
            let known = self.locals.len();
            self.locals.extend(key.into_iter().chain([item]));
            let made = match condition.map_or(Ok(true), |condition| self.truth(condition)) {
                Ok(true) => result.map(|result| self.any(result)).transpose().map(Some),
                Ok(false) => Ok(None),
                Err(stop) => Err(stop),
            };
            let item = self.locals.pop();
            let key = self.locals.get(known).cloned();
            self.locals.truncate(known);
            let Some(made) = made?.and_then(|made| made.or(item)) else {
                continue;
            };
            match (kind, key) {
                (Macro::Map, Some(Value::Text(key))) => drop(map.insert(key, made)),
                (Macro::Entries, _) => {
                    for (key, value) in made.into_map() {
                        insert(&mut map, key, value)?;
                    }
                }
                _ => collected.push(made),
            }
        }
        Ok(match kind {
            Macro::Map | Macro::Entries => Value::Map(map),
            _ => Value::List(collected),
        })
    }
}

fn insert<'r>(map: &mut Entries<'r>, key: Cow<'r, str>, value: Value<'r>) -> Outcome<()> {
    if map.contains_key(&key) {
        let message = format!("a map has the key `{}` twice", crate::money::shortened(&key));
        return Err(failed(message).into());
    }
    map.insert(key, value);
    Ok(())
}

type Entries<'r> = std::collections::BTreeMap<Cow<'r, str>, Value<'r>>;
