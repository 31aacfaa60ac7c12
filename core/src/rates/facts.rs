//! What an expression can ask about a request.

use std::borrow::Cow;
use std::cmp::Reverse;

use super::evaluate::ask::Ask;
use crate::Result;
use crate::expression::{Environment, Expression, Facts, Type, Value};

/// A condition over a request.
#[derive(Clone, Debug)]
pub(crate) struct Condition(Expression);

/// The names of a request's facts, in the order of [`Ask::fact`].
const NAMES: [(&str, Kind); 14] = [
    ("nights", Kind::Int),
    ("adults", Kind::Int),
    ("children", Kind::Int),
    ("people", Kind::Int),
    ("quantity", Kind::Int),
    ("ages", Kind::Ints),
    ("check_in", Kind::Day),
    ("check_out", Kind::Day),
    ("booked_on", Kind::Day),
    ("lead_days", Kind::Int),
    ("channel", Kind::Text),
    ("place_of_supply", Kind::Text),
    ("tags", Kind::Texts),
    ("promo_codes", Kind::Texts),
];

#[derive(Clone, Copy)]
enum Kind {
    Int,
    Ints,
    Day,
    Text,
    Texts,
}

/// Reads a condition.
pub(crate) fn compile(text: &str) -> Result<Condition> {
    let typed = NAMES.map(|(name, kind)| match kind {
        Kind::Int => (name, Type::Int),
        Kind::Ints => (name, Type::List(Box::new(Type::Int))),
        Kind::Day => (name, Type::Day),
        Kind::Text => (name, Type::Text),
        Kind::Texts => (name, Type::List(Box::new(Type::Text))),
    });
    Expression::condition(text, &Environment::new(typed)).map(Condition)
}

/// Whether a request must say when it was booked.
pub(crate) fn looks_at_booking(condition: &Condition) -> bool {
    condition
        .0
        .names()
        .any(|name| name == "booked_on" || name == "lead_days")
}

/// Whether it holds for a request.
pub(crate) fn holds(condition: &Condition, ask: &Ask<'_>) -> Result<bool> {
    condition.0.is_true(ask)
}

impl Facts for Ask<'_> {
    fn fact(&self, place: usize) -> Option<Value<'_>> {
        let int = |number: i64| Some(Value::Int(number));
        match place {
            0 => int(self.nights().into()),
            1 => int(self.party.adults.into()),
            2 => int(self.party.children.into()),
            3 => int(self.party.people().into()),
            4 => int(self.quantity),
            5 => {
                // Children first, the oldest of them first.
                let mut ages: Vec<(u8, bool)> = self.ages().map(|(age, band)| (age, band.is_none())).collect();
                ages.sort_by_key(|(age, grown)| {
                    if *grown {
                        (true, None)
                    } else {
                        (false, Some(Reverse(*age)))
                    }
                });
                Some(Value::List(
                    ages.iter().map(|(age, _)| Value::Int((*age).into())).collect(),
                ))
            }
            6 => Some(Value::Day(self.arrival)),
            7 => Some(Value::Day(self.departure)),
            8 => self.booked_on.map(Value::Day),
            9 => self.lead_days().map(|days| Value::Int(days.into())),
            10 => Some(text(self.request.channel.as_deref())),
            11 => Some(text(self.request.place_of_supply.as_deref())),
            12 => Some(Value::Texts(&self.request.tags)),
            13 => Some(Value::Texts(&self.request.promo_codes)),
            _ => None,
        }
    }
}

fn text(text: Option<&str>) -> Value<'_> {
    Value::Text(Cow::Borrowed(text.unwrap_or_default()))
}
