//! Reads Python values into core's types, every request and every part of it. Here is only said whether that worked; when it
//! did not, `explain.rs` finds everything that is wrong with the same values.

#[path = "take/parts.rs"]
mod parts;

use std::cell::Cell;
use std::fmt;

use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList, PyString, PyTuple};
use ratebook::money::Decimal;
use ratebook::time::{Day, Instant};
use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeOwned, Deserializer, Visitor};

use parts::{Choice, Entries, Entry, Fields, Given, Items, Own};

use crate::keys::Keys;
use crate::keywords::Keywords;
use crate::native::Native;
use crate::plain;

/// How deep lists and mappings may nest; a value that holds itself ends here.
pub(crate) const MAX_DEPTH: u32 = 64;
/// How many values one call may hold.
pub(crate) const MAX_VALUES: u32 = 5_000_000;

/// The quick way failed.
#[derive(Debug)]
pub(crate) struct Fault;

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the value cannot be read")
    }
}

impl std::error::Error for Fault {}

impl de::Error for Fault {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Fault
    }
}

impl From<PyErr> for Fault {
    fn from(_: PyErr) -> Self {
        Fault
    }
}

/// Reads one value.
pub(crate) fn take<T: DeserializeOwned>(value: &Bound<'_, PyAny>) -> Result<T, Fault> {
    let native = Native::of(value.py())?;
    let left = Cell::new(MAX_VALUES);
    T::deserialize(Take {
        value,
        native,
        left: &left,
        depth: 0,
    })
}

/// Reads a request from keyword arguments as they were given; one that is no plain structure, from a dict of them.
pub(crate) fn take_keywords<T: DeserializeOwned>(keywords: Keywords<'_, '_>) -> Result<T, Fault> {
    let native = Native::of(keywords.py())?;
    let left = Cell::new(MAX_VALUES);
    T::deserialize(Request {
        keywords,
        native,
        left: &left,
    })
}

struct Request<'a, 'py> {
    keywords: Keywords<'a, 'py>,
    native: &'static Native,
    left: &'a Cell<u32>,
}

impl<'de> Deserializer<'de> for Request<'_, '_> {
    type Error = Fault;

    fn is_human_readable(&self) -> bool {
        false
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let dict = self.keywords.to_dict()?;
        let take = Take {
            value: dict.as_any(),
            native: self.native,
            left: self.left,
            depth: 0,
        };
        take.deserialize_map(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let none = self.keywords.py().None().into_bound(self.keywords.py());
        visitor.visit_map(Fields {
            keys: Keys::of(self.keywords.py(), fields),
            given: Given::Keywords(self.keywords),
            take: Take {
                value: &none,
                native: self.native,
                left: self.left,
                depth: 1,
            },
            next: 0,
        })
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

#[derive(Clone, Copy)]
struct Take<'a, 'py> {
    value: &'a Bound<'py, PyAny>,
    native: &'static Native,
    left: &'a Cell<u32>,
    depth: u32,
}

impl<'a, 'py> Take<'a, 'py> {
    fn py(self) -> Python<'py> {
        self.value.py()
    }

    fn with<'b>(self, value: &'b Bound<'py, PyAny>) -> Take<'b, 'py>
    where
        'a: 'b,
    {
        Take { value, ..self }
    }

    /// One level further in.
    fn deeper(self) -> Result<Self, Fault> {
        if self.depth >= MAX_DEPTH {
            return Err(Fault);
        }
        Ok(Take {
            depth: self.depth + 1,
            ..self
        })
    }

    fn count(self, values: usize) -> Result<(), Fault> {
        let values = u32::try_from(values).map_err(|_| Fault)?;
        self.left.set(self.left.get().checked_sub(values).ok_or(Fault)?);
        Ok(())
    }

    /// Text, or what stands for text: a member of an enumeration, a time of day, a zone.
    fn text<R>(self, read: impl FnOnce(&str) -> Result<R, Fault>) -> Result<R, Fault> {
        if let Ok(text) = self.value.cast::<PyString>() {
            return read(&text.to_cow()?);
        }
        match plain::text(self.value, self.native)? {
            Some(text) => read(&text),
            None => Err(Fault),
        }
    }

    fn integer<T>(self) -> Result<T, Fault>
    where
        T: for<'x> FromPyObject<'x, 'py>,
    {
        if self.value.is_instance_of::<PyBool>() {
            return Err(Fault);
        }
        self.value.extract().map_err(|_| Fault)
    }

    /// The entries of a list, tuple or other sequence.
    fn items(self) -> Result<Items<'a, 'py>, Fault> {
        let (list, length) = if let Ok(list) = self.value.cast::<PyList>() {
            (Entry::List(list), list.len())
        } else if let Ok(tuple) = self.value.cast::<PyTuple>() {
            (Entry::Tuple(tuple), tuple.len())
        } else {
            let items = plain::items(self.value, self.native)?.ok_or(Fault)?;
            let length = items.len();
            (Entry::Other(items), length)
        };
        self.count(length)?;
        Ok(Items {
            list,
            take: self.deeper()?,
            next: 0,
            length,
        })
    }

    fn fields(self, dict: &Bound<'py, PyDict>, fields: &'static [&'static str]) -> Result<Fields<'a, 'py>, Fault> {
        self.count(dict.len())?;
        Ok(Fields {
            keys: Keys::of(self.py(), fields),
            // Taken out at once: reading a value may run a program that changes the dict.
            given: Given::Entries(dict.iter().collect()),
            take: self.deeper()?,
            next: 0,
        })
    }
}

macro_rules! integers {
    ($($method:ident $visit:ident $type:ty;)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
            visitor.$visit(self.integer::<$type>()?)
        })*
    };
}

impl<'de> Deserializer<'de> for Take<'_, '_> {
    type Error = Fault;

    fn is_human_readable(&self) -> bool {
        false
    }

    integers! {
        deserialize_i8 visit_i8 i8;
        deserialize_i16 visit_i16 i16;
        deserialize_i32 visit_i32 i32;
        deserialize_i64 visit_i64 i64;
        deserialize_i128 visit_i128 i128;
        deserialize_u8 visit_u8 u8;
        deserialize_u16 visit_u16 u16;
        deserialize_u32 visit_u32 u32;
        deserialize_u64 visit_u64 u64;
        deserialize_u128 visit_u128 u128;
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if self.value.is_none() {
            visitor.visit_unit()
        } else if self.value.is_instance_of::<PyBool>() {
            self.deserialize_bool(visitor)
        } else if self.value.is_instance_of::<PyInt>() {
            self.deserialize_i64(visitor)
        } else if self.value.is_instance_of::<PyFloat>() {
            self.deserialize_f64(visitor)
        } else if let Some(entries) = plain::entries(self.value, self.native)? {
            self.count(entries.len())?;
            visitor.visit_map(Entries {
                take: self.deeper()?,
                entries: entries.into_iter(),
                value: None,
            })
        } else if plain::items(self.value, self.native)?.is_some() {
            self.deserialize_seq(visitor)
        } else if let Some(text) = plain::wire_text(self.value, self.native)? {
            visitor.visit_str(&text)
        } else {
            Err(Fault)
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_bool(self.value.cast::<PyBool>().map_err(|_| Fault)?.is_true())
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_f64(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let number: f64 = self.value.cast::<PyFloat>().map_err(|_| Fault)?.extract()?;
        if !number.is_finite() {
            // What takes anything would keep nothing in its place.
            return Err(Fault);
        }
        visitor.visit_f64(number)
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_str(visitor)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.text(|text| visitor.visit_str(text))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_bytes(self.value.extract().map_err(|_| Fault)?)
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_bytes(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if self.value.is_none() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if self.value.is_none() {
            visitor.visit_unit()
        } else {
            Err(Fault)
        }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Fault> {
        let own = match name {
            Decimal::WIRE_NAME => match plain::decimal_in_place(self.value, self.native) {
                Some(decimal) => Own::Decimal(decimal),
                None => Own::Text(plain::decimal(self.value, self.native)?.ok_or(Fault)?),
            },
            Day::WIRE_NAME => Own::Day(plain::day(self.value)?.ok_or(Fault)?),
            Instant::WIRE_NAME => Own::Instant(plain::instant(self.value, self.native)?.ok_or(Fault)?),
            _ => return visitor.visit_newtype_struct(self),
        };
        visitor.visit_newtype_struct(own)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_seq(self.items()?)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Fault> {
        let items = self.items()?;
        if items.length != length {
            return Err(Fault);
        }
        visitor.visit_seq(items)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.deserialize_tuple(length, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let entries = plain::entries(self.value, self.native)?.ok_or(Fault)?;
        self.count(entries.len())?;
        visitor.visit_map(Entries {
            take: self.deeper()?,
            entries: entries.into_iter(),
            value: None,
        })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match self.value.cast_exact::<PyDict>() {
            Ok(dict) => visitor.visit_map(self.fields(dict, fields)?),
            Err(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        if let Ok(text) = self.value.cast::<PyString>() {
            return visitor.visit_enum(StrDeserializer::<Fault>::new(&text.to_cow()?));
        }
        if let Some(entries) = plain::entries(self.value, self.native)? {
            let [(name, inside)] = entries.as_slice() else {
                return Err(Fault);
            };
            let name = name.cast::<PyString>().map_err(|_| Fault)?.to_cow()?.into_owned();
            return visitor.visit_enum(Choice {
                name,
                inside: self.with(inside).deeper()?,
            });
        }
        self.text(|text| visitor.visit_enum(StrDeserializer::<Fault>::new(text)))
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_unit()
    }
}
