use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::{Duration, Type};
use crate::money::Decimal;
use crate::time::{Day, Instant};

/// A value of an expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'v> {
    /// What is missing.
    Null,
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
    /// A moment.
    Instant(Instant),
    /// A length of time.
    Duration(Duration),
    /// A list of values of one type.
    List(Vec<Value<'v>>),
    /// A list that is held elsewhere.
    Items(&'v [Value<'v>]),
    /// A list of texts that is held elsewhere.
    Texts(&'v [String]),
    /// Values of one type, each under a text.
    Map(BTreeMap<Cow<'v, str>, Value<'v>>),
    /// A map that is held elsewhere.
    Entries(&'v BTreeMap<Cow<'v, str>, Value<'v>>),
}

/// So many bytes of text take one step.
const STEP_BYTES: usize = 32;
/// What weighs more than all steps is not weighed to its end.
const MOST_STEPS: usize = super::MAX_STEPS as usize + 1;

impl<'v> Value<'v> {
    /// Reads a value of a type from its wire form.
    pub(super) fn read(given: &'v Json, wanted: &Type) -> Option<Value<'v>> {
        Some(match wanted {
            Type::Bool => Value::Bool(given.as_bool()?),
            Type::Int => Value::Int(given.as_i64()?),
            Type::Decimal => Value::Decimal(given.as_str()?.parse().ok()?),
            Type::Text => Value::Text(Cow::Borrowed(given.as_str()?)),
            Type::Day => Value::Day(given.as_str()?.parse().ok()?),
            Type::Instant => Value::Instant(given.as_str()?.parse().ok()?),
            Type::Duration => Value::Duration(given.as_str()?.parse().ok()?),
            Type::List(inner) => {
                let items = given.as_array()?.iter().map(|item| Value::read(item, inner));
                Value::List(items.collect::<Option<_>>()?)
            }
            Type::Map(inner) => {
                let entries = given.as_object()?.iter();
                let entries = entries.map(|(key, item)| Some((Cow::Borrowed(key.as_str()), Value::read(item, inner)?)));
                Value::Map(entries.collect::<Option<_>>()?)
            }
            Type::Optional(_) if given.is_null() => Value::Null,
            Type::Optional(inner) => Value::read(given, inner)?,
            Type::Null | Type::Empty => return None,
        })
    }

    /// The wire form; decimals, days, instants and durations as text.
    pub(super) fn to_json(&self) -> Json {
        let entries = |map: &BTreeMap<Cow<'_, str>, Value<'_>>| {
            let entries = map.iter().map(|(key, value)| (key.to_string(), value.to_json()));
            Json::Object(entries.collect())
        };
        match self {
            Value::Null => Json::Null,
            Value::Bool(truth) => (*truth).into(),
            Value::Int(number) => (*number).into(),
            Value::Decimal(decimal) => decimal.to_string().into(),
            Value::Text(text) => text.as_ref().into(),
            Value::Day(day) => day.to_string().into(),
            Value::Instant(instant) => instant.to_string().into(),
            Value::Duration(duration) => duration.to_string().into(),
            Value::List(items) => items.iter().map(Value::to_json).collect(),
            Value::Items(items) => items.iter().map(Value::to_json).collect(),
            Value::Texts(texts) => (*texts).into(),
            Value::Map(map) => entries(map),
            Value::Entries(map) => entries(map),
        }
    }

    /// The same value, nothing of it copied.
    pub fn borrowed(&self) -> Value<'_> {
        match self {
            Value::Null => Value::Null,
            Value::Bool(truth) => Value::Bool(*truth),
            Value::Int(number) => Value::Int(*number),
            Value::Decimal(decimal) => Value::Decimal(*decimal),
            Value::Text(text) => Value::Text(Cow::Borrowed(text)),
            Value::Day(day) => Value::Day(*day),
            Value::Instant(instant) => Value::Instant(*instant),
            Value::Duration(duration) => Value::Duration(*duration),
            Value::List(items) => Value::Items(items),
            Value::Items(items) => Value::Items(items),
            Value::Texts(texts) => Value::Texts(texts),
            Value::Map(map) => Value::Entries(map),
            Value::Entries(map) => Value::Entries(map),
        }
    }

    /// The same value, independent of where it came from.
    pub fn into_owned(self) -> Value<'static> {
        let owned = |(key, value): (Cow<'v, str>, Value<'v>)| (Cow::Owned(key.into_owned()), value.into_owned());
        match self {
            Value::Null => Value::Null,
            Value::Bool(truth) => Value::Bool(truth),
            Value::Int(number) => Value::Int(number),
            Value::Decimal(decimal) => Value::Decimal(decimal),
            Value::Text(text) => Value::Text(Cow::Owned(text.into_owned())),
            Value::Day(day) => Value::Day(day),
            Value::Instant(instant) => Value::Instant(instant),
            Value::Duration(duration) => Value::Duration(duration),
            Value::List(items) => Value::List(items.into_iter().map(Value::into_owned).collect()),
            Value::Items(items) => Value::List(items.iter().map(|item| item.borrowed().into_owned()).collect()),
            Value::Texts(texts) => {
                let texts = texts.iter().map(|text| Value::Text(Cow::Owned(text.clone())));
                Value::List(texts.collect())
            }
            Value::Map(map) => Value::Map(map.into_iter().map(owned).collect()),
            Value::Entries(map) => Value::Map(map.clone().into_iter().map(owned).collect()),
        }
    }

    /// Whether two values are the same; an int and a decimal of one amount are.
    pub(super) fn same(&self, other: &Value<'_>) -> bool {
        match (self, other) {
            (Value::Bool(one), Value::Bool(other)) => one == other,
            (Value::Int(one), Value::Int(other)) => one == other,
            (Value::Text(one), Value::Text(other)) => one == other,
            (Value::Null, Value::Null) => true,
            (
                Value::List(_) | Value::Items(_) | Value::Texts(_),
                Value::List(_) | Value::Items(_) | Value::Texts(_),
            ) => {
                let len = self.len();
                let same = |place| match (self.item(place), other.item(place)) {
                    (Some(one), Some(other)) => one.same(&other),
                    _ => false,
                };
                len == other.len() && (0..len).all(same)
            }
            _ => match (self.map(), other.map()) {
                (Some(one), Some(other)) => {
                    let same = |(key, value): (_, &Value<'_>)| other.get(key).is_some_and(|other| value.same(other));
                    one.len() == other.len() && one.iter().all(same)
                }
                _ => self.compare(other) == Some(Ordering::Equal),
            },
        }
    }

    pub(super) fn compare(&self, other: &Value<'_>) -> Option<Ordering> {
        Some(match (self, other) {
            (Value::Int(one), Value::Int(other)) => one.cmp(other),
            (Value::Decimal(one), Value::Decimal(other)) => one.cmp(other),
            (Value::Bool(one), Value::Bool(other)) => one.cmp(other),
            (Value::Text(one), Value::Text(other)) => one.cmp(other),
            (Value::Day(one), Value::Day(other)) => one.cmp(other),
            (Value::Instant(one), Value::Instant(other)) => one.cmp(other),
            (Value::Duration(one), Value::Duration(other)) => one.cmp(other),
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
            Value::Items(items) => items.len(),
            Value::Texts(texts) => texts.len(),
            Value::Map(map) => map.len(),
            Value::Entries(map) => map.len(),
            _ => 0,
        }
    }

    /// The entry of a list in that place.
    pub(super) fn item(&self, place: usize) -> Option<Value<'_>> {
        match self {
            Value::List(items) => items.get(place).map(Value::borrowed),
            Value::Items(items) => items.get(place).map(Value::borrowed),
            Value::Texts(texts) => texts.get(place).map(|text| Value::Text(Cow::Borrowed(text))),
            _ => None,
        }
    }

    /// The map that it is.
    pub(super) fn map(&self) -> Option<&BTreeMap<Cow<'v, str>, Value<'v>>> {
        match self {
            Value::Map(map) => Some(map),
            Value::Entries(map) => Some(map),
            _ => None,
        }
    }

    /// Whether an entry of a list is this value, or a key of a map.
    pub(super) fn holds(&self, wanted: &Value<'_>) -> bool {
        match (self, wanted) {
            (Value::List(items), _) => items.iter().any(|item| item.same(wanted)),
            (Value::Items(items), _) => items.iter().any(|item| item.same(wanted)),
            (Value::Texts(texts), Value::Text(wanted)) => texts.iter().any(|text| text == wanted),
            (Value::Map(map), Value::Text(wanted)) => map.contains_key(wanted.as_ref()),
            (Value::Entries(map), Value::Text(wanted)) => map.contains_key(wanted.as_ref()),
            _ => false,
        }
    }

    /// The entries of a list one after the other, or the keys of a map.
    pub(super) fn into_items(self) -> Box<dyn Iterator<Item = Value<'v>> + 'v> {
        match self {
            Value::List(items) => Box::new(items.into_iter()),
            Value::Items(items) => Box::new(items.iter().map(Value::borrowed)),
            Value::Texts(texts) => Box::new(texts.iter().map(|text| Value::Text(Cow::Borrowed(text)))),
            Value::Map(map) => Box::new(map.into_keys().map(Value::Text)),
            Value::Entries(map) => Box::new(map.keys().map(|key| Value::Text(Cow::Borrowed(key)))),
            _ => Box::new(std::iter::empty()),
        }
    }

    /// The entries with their places or keys, where those are asked for; the keys of a map are its entries otherwise.
    pub(super) fn into_entries(self, keyed: bool) -> Box<dyn Iterator<Item = (Option<Value<'v>>, Value<'v>)> + 'v> {
        match self {
            _ if !keyed => Box::new(self.into_items().map(|item| (None, item))),
            Value::Map(map) => Box::new(map.into_iter().map(|(key, item)| (Some(Value::Text(key)), item))),
            Value::Entries(map) => Box::new(map.iter().map(|(key, item)| {
                let key = Value::Text(Cow::Borrowed(key.as_ref()));
                (Some(key), item.borrowed())
            })),
            list => {
                let places = (0_i64..).map(|place| Some(Value::Int(place)));
                Box::new(places.zip(list.into_items()))
            }
        }
    }

    /// The entries of a map; nothing of anything else.
    pub(super) fn into_map(self) -> BTreeMap<Cow<'v, str>, Value<'v>> {
        match self {
            Value::Map(map) => map,
            Value::Entries(map) => {
                let entries = map
                    .iter()
                    .map(|(key, item)| (Cow::Borrowed(key.as_ref()), item.borrowed()));
                entries.collect()
            }
            _ => BTreeMap::new(),
        }
    }

    /// The text that it is; nothing of anything else.
    pub(super) fn text(&self) -> &str {
        match self {
            Value::Text(text) => text,
            _ => "",
        }
    }

    /// What it took to make a value, in steps beyond the first; nothing where it is held elsewhere.
    pub(super) fn made(&self) -> usize {
        match self {
            Value::Text(Cow::Owned(_)) | Value::List(_) => self.weight(),
            _ => 0,
        }
    }

    /// What it takes to read or copy the whole value, in steps beyond the first; no more than is needed to use up all steps.
    pub(super) fn weight(&self) -> usize {
        let mut left = MOST_STEPS;
        self.weigh(&mut left);
        MOST_STEPS - left
    }

    /// Takes the weight from what is left; whether anything is left then.
    fn weigh(&self, left: &mut usize) -> bool {
        let mut take = |steps: usize| {
            *left = left.saturating_sub(steps);
            *left > 0
        };
        match self {
            Value::Text(text) => take(text.len() / STEP_BYTES),
            Value::Texts(texts) => texts.iter().all(|text| take(1 + text.len() / STEP_BYTES)),
            Value::List(items) => items.iter().all(|item| item.weigh_entry(left)),
            Value::Items(items) => items.iter().all(|item| item.weigh_entry(left)),
            _ => self.map().is_none_or(|map| {
                let mut entries = map.iter();
                entries.all(|(key, item)| {
                    *left = left.saturating_sub(key.len() / STEP_BYTES);
                    item.weigh_entry(left)
                })
            }),
        }
    }

    fn weigh_entry(&self, left: &mut usize) -> bool {
        *left = left.saturating_sub(1);
        self.weigh(left) && *left > 0
    }
}
