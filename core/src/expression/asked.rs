//! What a condition asks of a table: the part of the language that a database answers exactly as the engine does, and that cannot
//! fail. Everything else is a fault, told when the condition is loaded.

use super::parser::Operator;
use super::typed::{Call, Typed};
use super::{Expression, Value};
use crate::{Code, Reason, Result};

/// A question about one record. A comparison with what is missing is false, so that there is no third answer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Asked {
    /// Whatever the record is.
    Constant(bool),
    /// All of them.
    All(Vec<Asked>),
    /// Any of them.
    Any(Vec<Asked>),
    /// The other way round.
    Not(Box<Asked>),
    /// Whether a fact is there.
    Given(usize),
    /// Whether one side is equal to, below or not above the other.
    Compare(AskedSide, AskedSign, AskedSide),
    /// Whether a fact is one of these values.
    OneOf(usize, Vec<Value<'static>>),
    /// Whether a value is in a fact that is a list.
    Holds(usize, AskedSide),
    /// Whether a text begins with another.
    Begins(usize, String),
    /// Whether a text has another in it.
    Contains(usize, String),
}

/// How two sides are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AskedSign {
    /// They are the same.
    Equal,
    /// The first is below the second.
    Below,
    /// The first is not above the second.
    AtMost,
}

/// One side of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum AskedSide {
    /// A fact.
    Fact(usize),
    /// A value that is written there.
    Value(Value<'static>),
    /// What is added, and what is taken off.
    Sum(Vec<(bool, AskedSide)>),
}

/// As many terms as both sides of a comparison may have: the greatest numbers and moments that are kept, so often, stay within 64 bits.
const MOST_TERMS: usize = 25;
/// As many parts as a question may have: within what every database reads, and no more than a person writes.
const MOST_PARTS: usize = 500;

impl AskedSide {
    fn terms(&self) -> usize {
        match self {
            AskedSide::Sum(terms) => terms.len(),
            _ => 1,
        }
    }
}

impl Expression {
    /// The condition as a question to a table, or what of it no table can be asked.
    pub(crate) fn asked(&self) -> Result<Asked> {
        asked(&self.root).map_err(|what| {
            let message = format!(
                "{what} cannot be asked of a table; use comparisons, `in`, `has(…)`, `startsWith`, `contains`, sums, `&&`, `||` and `!`"
            );
            Reason::new(Code::DefinitionExpression, "", message).into()
        })
    }
}

type Found<T> = std::result::Result<T, String>;

fn asked(typed: &Typed) -> Found<Asked> {
    Ok(match typed {
        Typed::Value(Value::Bool(truth)) => Asked::Constant(*truth),
        Typed::Fact(slot) => Asked::Compare(AskedSide::Fact(*slot), AskedSign::Equal, is(true)),
        Typed::Given(slot) => Asked::Given(*slot),
        Typed::Not(inner) => not(asked(inner)?),
        Typed::Decided(by, parts) => {
            let parts = parts.iter().map(asked).collect::<Found<_>>()?;
            bounded(if *by { Asked::Any(parts) } else { Asked::All(parts) })?
        }
        Typed::Choice(choices, last) => choice(choices, last)?,
        Typed::Binary(operator, sides) => bounded(binary(*operator, &sides.0, &sides.1)?)?,
        // `a == b == c` compares from left to right.
        Typed::Row(first, rest) => {
            let pair = |left: Typed, (operator, right): &(Operator, Typed)| {
                Typed::Binary(*operator, Box::new((left, right.clone())))
            };
            asked(&rest.iter().fold((**first).clone(), pair))?
        }
        Typed::OrValue(sides) => match (&sides.0, &sides.1) {
            (Typed::Maybe(slot), Typed::Value(Value::Bool(otherwise))) => {
                let fact = Asked::Compare(AskedSide::Fact(*slot), AskedSign::Equal, is(true));
                if *otherwise {
                    Asked::Any(vec![not(Asked::Given(*slot)), fact])
                } else {
                    fact
                }
            }
            _ => return Err("`orValue` with this".to_owned()),
        },
        Typed::Call(call, arguments) => text(*call, arguments)?,
        _ => return Err("this".to_owned()),
    })
}

/// A question that is not too large: what is asked twice in it counts twice.
fn bounded(asked: Asked) -> Found<Asked> {
    if parts(&asked, MOST_PARTS) > MOST_PARTS {
        return Err(format!("a question of more than {MOST_PARTS} parts"));
    }
    Ok(asked)
}

/// How many parts a question has, counted no further than one more than the most.
fn parts(asked: &Asked, most: usize) -> usize {
    let mut counted = 1;
    let inner: &[Asked] = match asked {
        Asked::All(inner) | Asked::Any(inner) => inner,
        Asked::Not(inner) => std::slice::from_ref(inner),
        _ => &[],
    };
    for one in inner {
        if counted > most {
            break;
        }
        counted += parts(one, most - counted);
    }
    counted
}

fn is(truth: bool) -> AskedSide {
    AskedSide::Value(Value::Bool(truth))
}

fn not(asked: Asked) -> Asked {
    Asked::Not(Box::new(asked))
}

/// The first whose condition holds: all before it do not.
fn choice(choices: &[(Typed, Typed)], last: &Typed) -> Found<Asked> {
    let mut otherwise = asked(last)?;
    for (condition, yes) in choices.iter().rev() {
        let condition = asked(condition)?;
        let taken = Asked::All(vec![condition.clone(), asked(yes)?]);
        otherwise = bounded(Asked::Any(vec![taken, Asked::All(vec![not(condition), otherwise])]))?;
    }
    Ok(otherwise)
}

fn binary(operator: Operator, left: &Typed, right: &Typed) -> Found<Asked> {
    Ok(match operator {
        Operator::Equal => equal(left, right)?,
        Operator::NotEqual => not(equal(left, right)?),
        Operator::Less => compared(left, AskedSign::Below, right)?,
        Operator::AtMost => compared(left, AskedSign::AtMost, right)?,
        Operator::More => compared(right, AskedSign::Below, left)?,
        Operator::AtLeast => compared(right, AskedSign::AtMost, left)?,
        Operator::In => within(left, right)?,
        _ => return Err(format!("`{}` here", operator.sign())),
    })
}

fn equal(left: &Typed, right: &Typed) -> Found<Asked> {
    Ok(match (left, right) {
        (Typed::Maybe(slot), Typed::Value(Value::Null)) | (Typed::Value(Value::Null), Typed::Maybe(slot)) => {
            not(Asked::Given(*slot))
        }
        (Typed::Maybe(one), Typed::Maybe(other)) => {
            let neither = Asked::All(vec![not(Asked::Given(*one)), not(Asked::Given(*other))]);
            let same = Asked::Compare(AskedSide::Fact(*one), AskedSign::Equal, AskedSide::Fact(*other));
            Asked::Any(vec![same, neither])
        }
        // Two conditions are equal when both hold or neither does.
        _ if is_condition(left) || is_condition(right) => {
            let (one, other) = (asked(left)?, asked(right)?);
            let neither = Asked::All(vec![not(one.clone()), not(other.clone())]);
            Asked::Any(vec![Asked::All(vec![one, other]), neither])
        }
        _ => compared(left, AskedSign::Equal, right)?,
    })
}

fn is_condition(typed: &Typed) -> bool {
    let compares = |operator: &Operator| {
        matches!(
            operator,
            Operator::Equal
                | Operator::NotEqual
                | Operator::Less
                | Operator::AtMost
                | Operator::More
                | Operator::AtLeast
                | Operator::In
        )
    };
    match typed {
        Typed::Not(_) | Typed::Given(_) | Typed::Decided(..) | Typed::Choice(..) => true,
        Typed::Binary(operator, _) => compares(operator),
        Typed::Row(_, rest) => rest.iter().any(|(operator, _)| compares(operator)),
        Typed::Call(call, _) => matches!(call, Call::StartsWith | Call::Contains),
        _ => false,
    }
}

/// A comparison. What stands in for a missing fact is a case of its own.
fn compared(left: &Typed, sign: AskedSign, right: &Typed) -> Found<Asked> {
    let mut stands_in = Vec::new();
    stand_ins(left, &mut stands_in);
    stand_ins(right, &mut stands_in);
    if stands_in.len() > MOST_STAND_INS {
        return Err(format!("more than {MOST_STAND_INS} times `orValue` in one comparison"));
    }
    let Some((slot, otherwise)) = stands_in.first() else {
        let (left, right) = (side(left)?, side(right)?);
        let terms = left.terms() + right.terms();
        if terms > MOST_TERMS {
            return Err(format!("a sum of {terms} terms (at most {MOST_TERMS})"));
        }
        return Ok(Asked::Compare(left, sign, right));
    };
    let with = |by: &Typed| compared(&replaced(left, *slot, by), sign, &replaced(right, *slot, by));
    let missing = Asked::All(vec![not(Asked::Given(*slot)), with(otherwise)?]);
    // The comparison with a fact that is not there is false.
    Ok(Asked::Any(vec![with(&Typed::Fact(*slot))?, missing]))
}

/// As many facts of one comparison may have something that stands in for them: each doubles the cases.
const MOST_STAND_INS: usize = 4;

/// The facts of a side for which something stands in, with that.
fn stand_ins<'t>(typed: &'t Typed, found: &mut Vec<(usize, &'t Typed)>) {
    match typed {
        Typed::OrValue(sides) => {
            if let Typed::Maybe(slot) = &sides.0 {
                found.push((*slot, &sides.1));
            }
        }
        Typed::Negate(inner) => stand_ins(inner, found),
        Typed::Binary(_, sides) => {
            stand_ins(&sides.0, found);
            stand_ins(&sides.1, found);
        }
        Typed::Row(first, rest) => {
            stand_ins(first, found);
            rest.iter().for_each(|(_, term)| stand_ins(term, found));
        }
        Typed::Call(_, arguments) => arguments.iter().for_each(|one| stand_ins(one, found)),
        _ => {}
    }
}

/// A side with something in the place of a fact for which something stands in.
fn replaced(typed: &Typed, slot: usize, by: &Typed) -> Typed {
    let within = |inner: &Typed| replaced(inner, slot, by);
    match typed {
        Typed::OrValue(sides) if sides.0 == Typed::Maybe(slot) => by.clone(),
        Typed::Negate(inner) => Typed::Negate(Box::new(within(inner))),
        Typed::Binary(operator, sides) => Typed::Binary(*operator, Box::new((within(&sides.0), within(&sides.1)))),
        Typed::Row(first, rest) => {
            let rest = rest.iter().map(|(operator, term)| (*operator, within(term)));
            Typed::Row(Box::new(within(first)), rest.collect())
        }
        Typed::Call(call, arguments) => Typed::Call(*call, arguments.iter().map(within).collect()),
        _ => typed.clone(),
    }
}

fn side(typed: &Typed) -> Found<AskedSide> {
    let mut terms = Vec::new();
    add(typed, false, &mut terms)?;
    Ok(match terms.pop() {
        Some((false, only)) if terms.is_empty() => only,
        last => AskedSide::Sum(terms.into_iter().chain(last).collect()),
    })
}

fn add(typed: &Typed, negative: bool, terms: &mut Vec<(bool, AskedSide)>) -> Found<()> {
    match typed {
        Typed::Value(Value::List(_) | Value::Map(_) | Value::Null) => return Err("a list or nothing".to_owned()),
        Typed::Value(value) => terms.push((negative, AskedSide::Value(value.clone()))),
        Typed::Fact(slot) | Typed::Maybe(slot) => terms.push((negative, AskedSide::Fact(*slot))),
        Typed::Negate(inner) => add(inner, !negative, terms)?,
        Typed::Binary(operator @ (Operator::Add | Operator::Subtract), sides) => {
            add(&sides.0, negative, terms)?;
            add(&sides.1, negative ^ (*operator == Operator::Subtract), terms)?;
        }
        Typed::Row(first, rest) => {
            add(first, negative, terms)?;
            for (operator, term) in rest {
                match operator {
                    Operator::Add => add(term, negative, terms)?,
                    Operator::Subtract => add(term, !negative, terms)?,
                    _ => return Err(format!("`{}`", operator.sign())),
                }
            }
        }
        Typed::Call(Call::Decimal, inner) if inner.len() == 1 => {
            for term in inner {
                add(term, negative, terms)?;
            }
        }
        Typed::Binary(operator, _) => return Err(format!("`{}`", operator.sign())),
        _ => return Err("this side of a comparison".to_owned()),
    }
    Ok(())
}

fn within(left: &Typed, right: &Typed) -> Found<Asked> {
    Ok(match (left, right) {
        (Typed::Fact(slot) | Typed::Maybe(slot), Typed::Value(Value::List(values))) => {
            Asked::OneOf(*slot, values.clone())
        }
        (Typed::Value(_) | Typed::Fact(_), Typed::Fact(list) | Typed::Maybe(list)) => Asked::Holds(*list, side(left)?),
        _ => return Err("`in` with this".to_owned()),
    })
}

fn text(call: Call, arguments: &[Typed]) -> Found<Asked> {
    let [Typed::Fact(slot), Typed::Value(Value::Text(part))] = arguments else {
        return Err("a function of this".to_owned());
    };
    let part = part.to_string();
    match call {
        Call::StartsWith => Ok(Asked::Begins(*slot, part)),
        Call::Contains => Ok(Asked::Contains(*slot, part)),
        _ => Err("this function".to_owned()),
    }
}
