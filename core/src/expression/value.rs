use std::borrow::Cow;
use std::cmp::Ordering;

use super::Type;
use crate::money::Decimal;
use crate::time::Day;

/// A value of an expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'v> {
    /// True or false.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// An exact decimal.
    Decimal(Decimal),
    /// Text.
    Text(Cow<'v, str>),
    /// A day.
    Day(Day),
    /// A list of values of one type.
    List(Vec<Value<'v>>),
    /// A list of texts that is held elsewhere.
    Texts(&'v [String]),
}

impl Value<'_> {
    /// Reads a value of a type from its wire form.
    pub(super) fn read(given: &serde_json::Value, wanted: &Type) -> Option<Value<'static>> {
        Some(match wanted {
            Type::Bool => Value::Bool(given.as_bool()?),
            Type::Int => Value::Int(given.as_i64()?),
            Type::Decimal => Value::Decimal(given.as_str()?.parse().ok()?),
            Type::Text => Value::Text(Cow::Owned(given.as_str()?.to_owned())),
            Type::Day => Value::Day(given.as_str()?.parse().ok()?),
            Type::List(inner) => {
                let items = given.as_array()?.iter().map(|item| Value::read(item, inner));
                Value::List(items.collect::<Option<_>>()?)
            }
            Type::Empty => return None,
        })
    }

    /// The wire form; decimals and days as text.
    pub(super) fn to_json(&self) -> serde_json::Value {
        match self {
            Value::Bool(truth) => (*truth).into(),
            Value::Int(number) => (*number).into(),
            Value::Decimal(decimal) => decimal.to_string().into(),
            Value::Text(text) => text.as_ref().into(),
            Value::Day(day) => day.to_string().into(),
            Value::List(items) => items.iter().map(Value::to_json).collect(),
            Value::Texts(texts) => (*texts).into(),
        }
    }

    /// Whether two values are the same; an int and a decimal of one amount are.
    pub(super) fn same(&self, other: &Value<'_>) -> bool {
        match (self, other) {
            (Value::List(_) | Value::Texts(_), Value::List(_) | Value::Texts(_)) => {
                self.len() == other.len() && self.items().zip(other.items()).all(|(one, other)| one.same(&other))
            }
            _ => self.compare(other) == Some(Ordering::Equal),
        }
    }

    pub(super) fn compare(&self, other: &Value<'_>) -> Option<Ordering> {
        Some(match (self, other) {
            (Value::Bool(one), Value::Bool(other)) => one.cmp(other),
            (Value::Int(one), Value::Int(other)) => one.cmp(other),
            (Value::Text(one), Value::Text(other)) => one.cmp(other),
            (Value::Day(one), Value::Day(other)) => one.cmp(other),
            _ => self.decimal()?.cmp(&other.decimal()?),
        })
    }

    pub(super) fn decimal(&self) -> Option<Decimal> {
        match self {
            Value::Int(number) => Some(Decimal::from(*number)),
            Value::Decimal(decimal) => Some(*decimal),
            _ => None,
        }
    }

    pub(super) fn len(&self) -> usize {
        match self {
            Value::Text(text) => text.chars().count(),
            Value::List(items) => items.len(),
            Value::Texts(texts) => texts.len(),
            _ => 0,
        }
    }

    /// The items of a list.
    pub(super) fn items(&self) -> impl Iterator<Item = Value<'_>> {
        let (items, texts): (&[Value<'_>], &[String]) = match self {
            Value::List(items) => (items, &[]),
            Value::Texts(texts) => (&[], texts),
            _ => (&[], &[]),
        };
        items
            .iter()
            .cloned()
            .chain(texts.iter().map(|text| Value::Text(Cow::Borrowed(text))))
    }
}
