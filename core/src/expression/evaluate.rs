use std::borrow::Cow;
use std::cmp::Ordering;

use super::check::{Call, Typed};
use super::{MAX_STEPS, Value};
use crate::money::Decimal;
use crate::time::Day;
use crate::{Code, Error, Result};

/// Where an expression finds its facts, by the order of the environment's names.
pub trait Facts {
    /// The fact in that place.
    fn fact(&self, place: usize) -> Option<Value<'_>>;
}

impl Facts for &[Value<'_>] {
    fn fact(&self, place: usize) -> Option<Value<'_>> {
        self.get(place).cloned()
    }
}

pub(super) fn evaluate<'f>(root: &Typed, facts: &'f dyn Facts) -> Result<Value<'f>> {
    Run {
        facts,
        steps: 0,
        locals: Vec::new(),
    }
    .any(root)
}

/// Texts and lists do not grow beyond this.
const MAX_LENGTH: usize = 10_000;

struct Run<'f> {
    facts: &'f dyn Facts,
    steps: u32,
    locals: Vec<Value<'f>>,
}

impl<'f> Run<'f> {
    fn any(&mut self, typed: &Typed) -> Result<Value<'f>> {
        self.steps += 1;
        if self.steps > MAX_STEPS {
            return Err(fault(format!("the expression takes more than {MAX_STEPS} steps")));
        }
        Ok(match typed {
            Typed::Value(value) => value.clone(),
            Typed::Fact(place) => self
                .facts
                .fact(*place)
                .ok_or_else(|| fault("a fact is missing".to_owned()))?,
            Typed::Local(back) => {
                let local = self.locals.iter().rev().nth(*back).cloned();
                local.ok_or_else(|| fault("a variable is missing".to_owned()))?
            }
            Typed::List(items) => Value::List(items.iter().map(|item| self.any(item)).collect::<Result<_>>()?),
            Typed::Not(inner) => Value::Bool(!self.truth(inner)?),
            Typed::Negate(inner) => match self.any(inner)? {
                Value::Int(number) => Value::Int(number.checked_neg().ok_or_else(overflow)?),
                Value::Decimal(decimal) => Value::Decimal(-decimal),
                other => other,
            },
            Typed::Binary(sign, left, right) => self.binary(sign, left, right)?,
            Typed::Choice(condition, yes, no) => {
                let taken = if self.truth(condition)? { yes } else { no };
                self.any(taken)?
            }
            Typed::Index(list, index) => self.index(list, index)?,
            Typed::Call(call, arguments) => self.call(*call, arguments)?,
            Typed::Each { list, condition, all } => self.each(list, condition, *all)?,
        })
    }

    fn truth(&mut self, typed: &Typed) -> Result<bool> {
        self.any(typed).map(|value| value == Value::Bool(true))
    }

    /// `false && …` and `true || …` are decided by one side, whichever it is, even when the other one fails.
    fn either(&mut self, deciding: bool, left: &Typed, right: &Typed) -> Result<Value<'f>> {
        match (self.truth(left), |run: &mut Self| run.truth(right)) {
            (Ok(truth), _) if truth == deciding => Ok(Value::Bool(deciding)),
            (Ok(_), right) => right(self).map(Value::Bool),
            (Err(error), right) => match right(self) {
                Ok(truth) if truth == deciding => Ok(Value::Bool(deciding)),
                _ => Err(error),
            },
        }
    }

    fn binary(&mut self, sign: &str, left: &Typed, right: &Typed) -> Result<Value<'f>> {
        match sign {
            "&&" => return self.either(false, left, right),
            "||" => return self.either(true, left, right),
            _ => {}
        }
        let (left, right) = (self.any(left)?, self.any(right)?);
        let order =
            |allowed: &[Ordering]| Value::Bool(left.compare(&right).is_some_and(|order| allowed.contains(&order)));
        Ok(match sign {
            "==" => Value::Bool(left.same(&right)),
            "!=" => Value::Bool(!left.same(&right)),
            "<" => order(&[Ordering::Less]),
            "<=" => order(&[Ordering::Less, Ordering::Equal]),
            ">" => order(&[Ordering::Greater]),
            ">=" => order(&[Ordering::Greater, Ordering::Equal]),
            "in" => {
                self.steps += u32::try_from(right.len()).unwrap_or(MAX_STEPS);
                Value::Bool(right.items().any(|item| item.same(&left)))
            }
            _ => arithmetic(sign, left, right)?,
        })
    }

    fn index(&mut self, list: &Typed, index: &Typed) -> Result<Value<'f>> {
        let (list, index) = (self.any(list)?, self.any(index)?);
        let Value::Int(number) = index else {
            return Err(overflow());
        };
        let none = || fault(format!("the list has no entry {number}"));
        let place = usize::try_from(number).map_err(|_| none())?;
        match list {
            Value::List(items) => items.into_iter().nth(place),
            Value::Texts(texts) => texts.get(place).map(|text| Value::Text(Cow::Borrowed(text))),
            _ => None,
        }
        .ok_or_else(none)
    }

    fn each(&mut self, list: &Typed, condition: &Typed, all: bool) -> Result<Value<'f>> {
        let items: Vec<Value<'f>> = match self.any(list)? {
            Value::List(items) => items,
            Value::Texts(texts) => texts.iter().map(|text| Value::Text(Cow::Borrowed(text))).collect(),
            _ => Vec::new(),
        };
        for item in items {
            self.locals.push(item);
            let met = self.truth(condition);
            self.locals.pop();
            if met? != all {
                return Ok(Value::Bool(!all));
            }
        }
        Ok(Value::Bool(all))
    }

    fn call(&mut self, call: Call, arguments: &[Typed]) -> Result<Value<'f>> {
        let values = arguments
            .iter()
            .map(|argument| self.any(argument))
            .collect::<Result<Vec<_>>>()?;
        let text = |place: usize| match values.get(place) {
            Some(Value::Text(text)) => text.as_ref(),
            _ => "",
        };
        let day = || match values.first() {
            Some(Value::Day(day)) => *day,
            _ => Day::FIRST,
        };
        Ok(match (call, values.as_slice()) {
            (Call::Size, [value]) => Value::Int(i64::try_from(value.len()).map_err(|_| overflow())?),
            (Call::Contains, _) => Value::Bool(text(0).contains(text(1))),
            (Call::StartsWith, _) => Value::Bool(text(0).starts_with(text(1))),
            (Call::EndsWith, _) => Value::Bool(text(0).ends_with(text(1))),
            (Call::LowerAscii, _) => Value::Text(Cow::Owned(text(0).to_ascii_lowercase())),
            (Call::Day, _) => Value::Day(text(0).parse().map_err(|error: Error| fault(error.to_string()))?),
            (Call::Decimal, [Value::Text(text)]) => {
                Value::Decimal(text.parse().map_err(|error: Error| fault(error.to_string()))?)
            }
            (Call::Decimal, [value]) => Value::Decimal(value.decimal().ok_or_else(overflow)?),
            (Call::Abs, [Value::Int(number)]) => Value::Int(number.checked_abs().ok_or_else(overflow)?),
            (Call::Abs, [value]) => Value::Decimal(value.decimal().ok_or_else(overflow)?.abs()),
            (Call::Min | Call::Max, [one, other]) => {
                let first = (one.compare(other) == Some(Ordering::Greater)) == (call == Call::Max);
                if first { one.clone() } else { other.clone() }
            }
            (Call::Year, _) => Value::Int(day().ymd().0.into()),
            (Call::Month, _) => Value::Int(day().ymd().1.into()),
            (Call::DayOfMonth, _) => Value::Int(day().ymd().2.into()),
            (Call::Weekday, _) => {
                let name = day().weekday().to_string().to_lowercase();
                Value::Text(Cow::Owned(name.get(..3).unwrap_or_default().to_owned()))
            }
            _ => return Err(overflow()),
        })
    }
}

fn arithmetic<'f>(sign: &str, left: Value<'f>, right: Value<'f>) -> Result<Value<'f>> {
    Ok(match (sign, &left, &right) {
        ("+", Value::Text(one), Value::Text(other)) if one.len() + other.len() <= MAX_LENGTH => {
            Value::Text(Cow::Owned(format!("{one}{other}")))
        }
        ("+" | "-", Value::Day(day), Value::Int(days)) => {
            let days = i32::try_from(*days)
                .ok()
                .and_then(|days| if sign == "+" { Some(days) } else { days.checked_neg() });
            Value::Day(days.and_then(|days| day.plus(days)).ok_or_else(overflow)?)
        }
        ("-", Value::Day(one), Value::Day(other)) => Value::Int(one.since(*other).into()),
        (_, Value::Int(one), Value::Int(other)) => Value::Int(
            match sign {
                "+" => one.checked_add(*other),
                "-" => one.checked_sub(*other),
                "*" => one.checked_mul(*other),
                "/" => one.checked_div(*other),
                _ => one.checked_rem(*other),
            }
            .ok_or_else(overflow)?,
        ),
        _ => Value::Decimal(decimals(
            sign,
            left.decimal().ok_or_else(overflow)?,
            right.decimal().ok_or_else(overflow)?,
        )?),
    })
}

fn decimals(sign: &str, one: Decimal, other: Decimal) -> Result<Decimal> {
    match sign {
        "+" => one.plus(other),
        "-" => one.minus(other),
        "*" => one.times(other),
        _ => {
            let quotient = one.divided_by(other).ok_or_else(overflow)?;
            let exact = quotient.times(other).is_ok_and(|back| back == one);
            if exact {
                Ok(quotient)
            } else {
                Err(fault(format!("`{one} / {other}` has no exact decimal")))
            }
        }
    }
}

fn overflow() -> Error {
    fault("a number is divided by zero or becomes too large".to_owned())
}

fn fault(message: String) -> Error {
    Error::new(Code::ExpressionFailed, "", message)
}
