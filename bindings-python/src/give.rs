//! Builds native Python values from core's answers: frozen records, enumeration members, `Decimal`, `date`, aware
//! `datetime`, tuples and dicts. Every type is found by its name, once.

use std::cell::RefCell;
use std::fmt;

use pyo3::BoundObject;
use pyo3::exceptions::PySystemError;
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyDateTime, PyDict, PyString, PyTuple, PyTzInfo};
use ratebook::money::Decimal;
use ratebook::time::{Day, Instant};
use serde::ser::{self, Serialize, Serializer};

use crate::native::Native;
use crate::number::number_of;
use crate::shapes::{Empty, Slot, member, shape};
use crate::slots;

/// What went wrong in Python while a value was built.
#[derive(Debug)]
pub(crate) struct Raised(pub(crate) PyErr);

impl fmt::Display for Raised {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, out)
    }
}

impl std::error::Error for Raised {}

impl ser::Error for Raised {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Raised(PySystemError::new_err(message.to_string()))
    }
}

impl From<PyErr> for Raised {
    fn from(error: PyErr) -> Self {
        Raised(error)
    }
}

/// Builds the native form of an answer.
pub(crate) fn give<'py, T: Serialize + ?Sized>(py: Python<'py>, answer: &T) -> PyResult<Bound<'py, PyAny>> {
    let native = Native::of(py)?;
    let made = RefCell::default();
    let give = Give {
        py,
        native,
        made: &made,
    };
    answer.serialize(give).map_err(|raised| raised.0)
}

#[derive(Clone, Copy)]
struct Give<'a, 'py> {
    py: Python<'py>,
    native: &'static Native,
    made: &'a RefCell<Made<'py>>,
}

/// The last few decimals, days and texts of an answer: the lines of a price say the same ones again and again.
#[derive(Default)]
struct Made<'py> {
    decimals: Recent<i128, Object<'py>>,
    texts: Recent<Box<str>, Object<'py>>,
    day: Option<(Day, Object<'py>)>,
}

/// What was made last, at hand.
struct Recent<K, V> {
    made: Vec<(K, V)>,
    next: usize,
}

impl<K, V> Default for Recent<K, V> {
    fn default() -> Self {
        Recent {
            made: Vec::new(),
            next: 0,
        }
    }
}

impl<K, V> Recent<K, V> {
    fn find(&self, is_it: impl Fn(&K) -> bool) -> Option<&V> {
        self.made.iter().find(|(key, _)| is_it(key)).map(|(_, value)| value)
    }

    fn keep(&mut self, key: K, value: V) {
        match self.made.get_mut(self.next % AT_HAND) {
            Some(oldest) => *oldest = (key, value),
            None => self.made.push((key, value)),
        }
        self.next += 1;
    }
}

/// How many of each are kept at hand.
const AT_HAND: usize = 8;
/// The longest text that is kept at hand.
const LONGEST_AT_HAND: usize = 64;

type Object<'py> = Bound<'py, PyAny>;

impl<'a, 'py> Give<'a, 'py> {
    fn object<T: IntoPyObject<'py>>(self, value: T) -> Result<Object<'py>, Raised>
    where
        T::Error: Into<PyErr>,
    {
        let bound = value.into_pyobject(self.py).map_err(Into::<PyErr>::into)?;
        Ok(bound.into_bound().into_any())
    }

    fn text(self, text: &str) -> Object<'py> {
        let mut made = self.made.borrow_mut();
        if let Some(found) = made.texts.find(|known| **known == *text) {
            return found.clone();
        }
        let object = PyString::new(self.py, text).into_any();
        if text.len() <= LONGEST_AT_HAND {
            made.texts.keep(text.into(), object.clone());
        }
        object
    }

    fn list(self, length: Option<usize>) -> List<'a, 'py> {
        List {
            give: self,
            items: Vec::with_capacity(length.unwrap_or(0)),
            choice: None,
        }
    }

    fn dict(self) -> Dict<'a, 'py> {
        Dict {
            give: self,
            dict: PyDict::new(self.py),
            name: None,
            choice: None,
        }
    }

    /// A `Decimal`, made or at hand.
    fn decimal(self, packed: i128) -> Result<Object<'py>, Raised> {
        let mut made = self.made.borrow_mut();
        if let Some(found) = made.decimals.find(|known| *known == packed) {
            return Ok(found.clone());
        }
        let decimal = Decimal::from_packed(packed).ok_or_else(|| Raised(PySystemError::new_err("no decimal")))?;
        let class = self.native.decimal.bind(self.py);
        let object = match &self.native.digits {
            Some(digits) => digits.made(class, decimal)?,
            None => class.call1((decimal.to_string(),))?,
        };
        made.decimals.keep(packed, object.clone());
        Ok(object)
    }

    fn day(self, day: Day) -> Result<Object<'py>, Raised> {
        if let Some((_, found)) = self.made.borrow().day.as_ref().filter(|(same, _)| *same == day) {
            return Ok(found.clone());
        }
        let (year, month, number) = day.ymd();
        let object = PyDate::new(self.py, year, small(month), small(number))?.into_any();
        self.made.borrow_mut().day = Some((day, object.clone()));
        Ok(object)
    }

    fn instant(self, instant: Instant) -> Result<Object<'py>, Raised> {
        let micros = instant.microseconds();
        let (days, within) = (micros.div_euclid(DAY), micros.rem_euclid(DAY));
        let day = i32::try_from(days).ok().and_then(Day::from_number);
        let (year, month, number) = day.ok_or_else(|| Raised(PySystemError::new_err("no moment")))?.ymd();
        let (seconds, micros) = (small_of(within / 1_000_000), small_of(within % 1_000_000));
        let (hour, minute, second) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
        let moment = PyDateTime::new(
            self.py,
            year,
            small(month),
            small(number),
            small(hour),
            small(minute),
            small(second),
            micros,
            Some(&*PyTzInfo::utc(self.py)?),
        )?;
        Ok(moment.into_any())
    }

    /// A choice that holds a value: `{"percent": Decimal("10")}`.
    fn choice(self, variant: &'static str, inside: Object<'py>) -> Result<Object<'py>, Raised> {
        let dict = PyDict::new(self.py);
        dict.set_item(PyString::intern(self.py, variant), inside)?;
        Ok(dict.into_any())
    }
}

/// Microseconds of a day.
const DAY: i64 = 86_400_000_000;

/// A part of a date or a time, which is never larger.
fn small(part: u32) -> u8 {
    u8::try_from(part).unwrap_or(u8::MAX)
}

/// Seconds or microseconds within a day.
fn small_of(part: i64) -> u32 {
    u32::try_from(part).unwrap_or(u32::MAX)
}

macro_rules! plainly {
    ($($method:ident $type:ty;)*) => {
        $(fn $method(self, value: $type) -> Result<Object<'py>, Raised> {
            self.object(value)
        })*
    };
}

impl<'a, 'py> Serializer for Give<'a, 'py> {
    type Ok = Object<'py>;
    type Error = Raised;
    type SerializeSeq = List<'a, 'py>;
    type SerializeTuple = List<'a, 'py>;
    type SerializeTupleStruct = List<'a, 'py>;
    type SerializeTupleVariant = List<'a, 'py>;
    type SerializeMap = Dict<'a, 'py>;
    type SerializeStruct = Fill<'a, 'py>;
    type SerializeStructVariant = Dict<'a, 'py>;

    fn is_human_readable(&self) -> bool {
        false
    }

    plainly! {
        serialize_i8 i8;
        serialize_i16 i16;
        serialize_i32 i32;
        serialize_i64 i64;
        serialize_i128 i128;
        serialize_u8 u8;
        serialize_u16 u16;
        serialize_u32 u32;
        serialize_u64 u64;
        serialize_u128 u128;
        serialize_f32 f32;
        serialize_f64 f64;
        serialize_bool bool;
        serialize_char char;
        serialize_bytes &[u8];
    }

    fn serialize_str(self, text: &str) -> Result<Object<'py>, Raised> {
        Ok(self.text(text))
    }

    fn serialize_none(self) -> Result<Object<'py>, Raised> {
        Ok(self.py.None().into_bound(self.py))
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Object<'py>, Raised> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Object<'py>, Raised> {
        self.serialize_none()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Object<'py>, Raised> {
        self.serialize_none()
    }

    fn serialize_unit_variant(self, name: &'static str, _: u32, variant: &'static str) -> Result<Object<'py>, Raised> {
        Ok(member(self.py, name, variant)?.bind(self.py).clone())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<Object<'py>, Raised> {
        let other = || Raised(PySystemError::new_err(format!("{name} is another number")));
        match name {
            Decimal::WIRE_NAME => self.decimal(number_of(value).ok_or_else(other)?),
            Day::WIRE_NAME => {
                let number = number_of(value).and_then(|number| i32::try_from(number).ok());
                self.day(number.and_then(Day::from_number).ok_or_else(other)?)
            }
            Instant::WIRE_NAME => {
                let micros = number_of(value).and_then(|number| i64::try_from(number).ok());
                self.instant(micros.and_then(Instant::from_microseconds).ok_or_else(other)?)
            }
            _ => value.serialize(self),
        }
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Object<'py>, Raised> {
        self.choice(variant, value.serialize(self)?)
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<List<'a, 'py>, Raised> {
        Ok(self.list(length))
    }

    fn serialize_tuple(self, length: usize) -> Result<List<'a, 'py>, Raised> {
        Ok(self.list(Some(length)))
    }

    fn serialize_tuple_struct(self, _: &'static str, length: usize) -> Result<List<'a, 'py>, Raised> {
        Ok(self.list(Some(length)))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<List<'a, 'py>, Raised> {
        Ok(List {
            choice: Some(variant),
            ..self.list(Some(length))
        })
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Dict<'a, 'py>, Raised> {
        Ok(self.dict())
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Fill<'a, 'py>, Raised> {
        let shape = shape(self.py, name)?;
        Ok(Fill {
            give: self,
            record: slots::blank(shape.class.bind(self.py))?,
            left: shape.slots.iter(),
        })
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Dict<'a, 'py>, Raised> {
        Ok(Dict {
            choice: Some(variant),
            ..self.dict()
        })
    }
}

/// A tuple in the making.
struct List<'a, 'py> {
    give: Give<'a, 'py>,
    items: Vec<Object<'py>>,
    choice: Option<&'static str>,
}

impl<'a, 'py> List<'a, 'py> {
    fn push<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Raised> {
        self.items.push(value.serialize(self.give)?);
        Ok(())
    }

    fn finish(self) -> Result<Object<'py>, Raised> {
        let tuple = PyTuple::new(self.give.py, self.items)?.into_any();
        match self.choice {
            Some(variant) => self.give.choice(variant, tuple),
            None => Ok(tuple),
        }
    }
}

macro_rules! sequences {
    ($($trait:ident $method:ident;)*) => {
        $(impl<'a, 'py> ser::$trait for List<'a, 'py> {
            type Ok = Object<'py>;
            type Error = Raised;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Raised> {
                self.push(value)
            }

            fn end(self) -> Result<Object<'py>, Raised> {
                self.finish()
            }
        })*
    };
}

sequences! {
    SerializeSeq serialize_element;
    SerializeTuple serialize_element;
    SerializeTupleStruct serialize_field;
    SerializeTupleVariant serialize_field;
}

/// A dict in the making.
struct Dict<'a, 'py> {
    give: Give<'a, 'py>,
    dict: Bound<'py, PyDict>,
    name: Option<Object<'py>>,
    choice: Option<&'static str>,
}

impl<'a, 'py> ser::SerializeMap for Dict<'a, 'py> {
    type Ok = Object<'py>;
    type Error = Raised;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Raised> {
        self.name = Some(key.serialize(self.give)?);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Raised> {
        let value = value.serialize(self.give)?;
        let name = self.name.take();
        Ok(self.dict.set_item(name, value)?)
    }

    fn end(self) -> Result<Object<'py>, Raised> {
        Ok(self.dict.into_any())
    }
}

impl<'a, 'py> ser::SerializeStructVariant for Dict<'a, 'py> {
    type Ok = Object<'py>;
    type Error = Raised;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Raised> {
        let value = value.serialize(self.give)?;
        Ok(self.dict.set_item(PyString::intern(self.give.py, key), value)?)
    }

    fn end(self) -> Result<Object<'py>, Raised> {
        match self.choice {
            Some(variant) => self.give.choice(variant, self.dict.into_any()),
            None => Ok(self.dict.into_any()),
        }
    }
}

/// A record in the making: its slots are filled in the order of its class, which is the order of the declaration.
struct Fill<'a, 'py> {
    give: Give<'a, 'py>,
    record: Object<'py>,
    left: std::slice::Iter<'static, Slot>,
}

impl Fill<'_, '_> {
    /// Leaves out fields up to the named one, if any is named: they hold what they hold when not given.
    fn pass(&mut self, key: Option<&str>) -> Result<Option<&'static Slot>, Raised> {
        for slot in self.left.by_ref() {
            if key == Some(slot.wire.as_str()) {
                return Ok(Some(slot));
            }
            let py = self.give.py;
            let empty = match &slot.empty {
                // A dict can be changed, so each record has one of its own.
                Empty::Dict => PyDict::new(py).into_any(),
                Empty::Value(value) => value.bind(py).clone(),
            };
            slots::fill(&self.record, slot.offset, &slot.name, empty)?;
        }
        Ok(None)
    }
}

impl<'a, 'py> ser::SerializeStruct for Fill<'a, 'py> {
    type Ok = Object<'py>;
    type Error = Raised;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Raised> {
        let slot = self.pass(Some(key))?;
        let slot = slot.ok_or_else(|| {
            let message = format!("no slot `{key}`; generate the bindings again");
            PySystemError::new_err(message)
        })?;
        let value = value.serialize(self.give)?;
        Ok(slots::fill(&self.record, slot.offset, &slot.name, value)?)
    }

    fn end(mut self) -> Result<Object<'py>, Raised> {
        self.pass(None)?;
        Ok(self.record)
    }
}
