//! What lies in a value that is read: the entries of lists and mappings, the fields of a type, what a choice holds.

use pyo3::prelude::*;
use pyo3::types::{PyList, PyTuple};
use ratebook::money::Decimal;
use ratebook::time::{Day, Instant};
use serde::de::value::{StrDeserializer, U64Deserializer};
use serde::de::{self, DeserializeSeed, Deserializer, Visitor};

use super::{Fault, Take};
use crate::keys::Keys;
use crate::keywords::Keywords;
use crate::plain;

/// A value of ours that has a Python type of its own.
pub(super) enum Own {
    Text(String),
    Decimal(Decimal),
    Day(Day),
    Instant(Instant),
}

impl<'de> Deserializer<'de> for Own {
    type Error = Fault;

    fn is_human_readable(&self) -> bool {
        false
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self {
            Own::Text(text) => visitor.visit_str(&text),
            Own::Decimal(decimal) => visitor.visit_i128(decimal.packed()),
            Own::Day(day) => visitor.visit_i32(day.number()),
            Own::Instant(instant) => visitor.visit_i64(instant.microseconds()),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// The entries of a sequence, each fetched when it is read.
pub(super) struct Items<'a, 'py> {
    pub(super) list: Entry<'a, 'py>,
    pub(super) take: Take<'a, 'py>,
    pub(super) next: usize,
    pub(super) length: usize,
}

pub(super) enum Entry<'a, 'py> {
    List(&'a Bound<'py, PyList>),
    Tuple(&'a Bound<'py, PyTuple>),
    Other(Vec<Bound<'py, PyAny>>),
}

impl<'de> de::SeqAccess<'de> for Items<'_, '_> {
    type Error = Fault;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Fault> {
        if self.next >= self.length {
            return Ok(None);
        }
        let place = self.next;
        self.next += 1;
        let read = match &self.list {
            Entry::List(list) => seed.deserialize(self.take.with(&list.get_item(place)?)),
            Entry::Tuple(tuple) => seed.deserialize(self.take.with(&tuple.get_item(place)?)),
            Entry::Other(items) => seed.deserialize(self.take.with(items.get(place).ok_or(Fault)?)),
        };
        read.map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.length - self.next)
    }
}

/// The fields of a type, in the order in which they were given.
pub(super) struct Fields<'a, 'py> {
    pub(super) keys: &'static Keys,
    pub(super) given: Given<'a, 'py>,
    pub(super) take: Take<'a, 'py>,
    pub(super) next: usize,
}

/// Names and values of a request's fields.
pub(super) enum Given<'a, 'py> {
    Keywords(Keywords<'a, 'py>),
    Entries(plain::Entries<'py>),
}

impl<'de> de::MapAccess<'de> for Fields<'_, '_> {
    type Error = Fault;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Fault> {
        let place = match &self.given {
            Given::Keywords(keywords) => keywords.get(self.next).map(|(name, _)| self.keys.place(&name)),
            Given::Entries(entries) => entries.get(self.next).map(|(name, _)| self.keys.place(name)),
        };
        match place {
            // By its number, which needs no comparing of names.
            Some(Some(place)) => seed.deserialize(U64Deserializer::<Fault>::new(place as u64)).map(Some),
            // A name that no field has: the explanation says which.
            Some(None) => Err(Fault),
            None => Ok(None),
        }
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Fault> {
        let place = self.next;
        self.next += 1;
        match &self.given {
            Given::Keywords(keywords) => {
                let (_, value) = keywords.get(place).ok_or(Fault)?;
                seed.deserialize(self.take.with(&value))
            }
            Given::Entries(entries) => {
                let (_, value) = entries.get(place).ok_or(Fault)?;
                seed.deserialize(self.take.with(value))
            }
        }
    }
}

pub(super) struct Entries<'a, 'py> {
    pub(super) take: Take<'a, 'py>,
    pub(super) entries: std::vec::IntoIter<(Bound<'py, PyAny>, Bound<'py, PyAny>)>,
    pub(super) value: Option<Bound<'py, PyAny>>,
}

impl<'de> de::MapAccess<'de> for Entries<'_, '_> {
    type Error = Fault;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Fault> {
        let Some((key, value)) = self.entries.next() else {
            return Ok(None);
        };
        self.value = Some(value);
        seed.deserialize(self.take.with(&key)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Fault> {
        let value = self.value.take().ok_or(Fault)?;
        seed.deserialize(self.take.with(&value))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.entries.len())
    }
}

/// A choice that holds a value: `{"percent": Decimal("10")}`.
pub(super) struct Choice<'a, 'py> {
    pub(super) name: String,
    pub(super) inside: Take<'a, 'py>,
}

impl<'de, 'a, 'py> de::EnumAccess<'de> for Choice<'a, 'py> {
    type Error = Fault;
    type Variant = Take<'a, 'py>;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Take<'a, 'py>), Fault> {
        let variant = seed.deserialize(StrDeserializer::<Fault>::new(&self.name))?;
        Ok((variant, self.inside))
    }
}

impl<'de> de::VariantAccess<'de> for Take<'_, '_> {
    type Error = Fault;

    fn unit_variant(self) -> Result<(), Fault> {
        Err(Fault)
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Fault> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_tuple(length, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_struct("", fields, visitor)
    }
}
