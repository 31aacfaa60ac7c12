//! Writing answers as `lib/unpack.js` reads them: a word for each value, all texts in one behind them, and the names of an object once
//! for all objects that have the same.

mod shapes;
mod written;

use std::cell::RefCell;
use std::fmt::Display;

use serde::ser::{
    self, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

use crate::bridge::write::{REPORTED, REPORTS, Respell};
use crate::names::camel;
use shapes::At;
use written::{FALSE, LIST, MAP, NULL, OBJECT, TRUE, Written};

thread_local! {
    static WRITTEN: RefCell<Written> = RefCell::default();
}

/// Writes an answer in JavaScript's spelling into at most so many bytes, to be taken by [`copy_to`]; whether that could be.
pub(crate) fn pack<T: Serialize + ?Sized>(answer: &T, respell: Respell<'_>, most_bytes: usize) -> bool {
    WRITTEN.with_borrow_mut(|written| {
        written.begin(most_bytes);
        let is_whole = answer.serialize(&mut Packer { written, respell }).is_ok();
        is_whole && written.bytes() <= most_bytes
    })
}

/// Copies what was packed last into as many bytes as it may take.
pub(crate) fn copy_to(room: &mut [u8]) {
    WRITTEN.with_borrow_mut(|written| written.copy_to(room));
}

/// The names of the objects of a kind, in JavaScript's spelling.
pub(crate) fn names_of(shape: u32) -> Vec<String> {
    WRITTEN.with_borrow(|written| {
        let names = written.shapes.names(shape as usize).iter();
        names.map(|name| camel(name)).collect()
    })
}

/// It cannot be packed and travels as text.
#[derive(Debug)]
struct Unpackable;

impl Display for Unpackable {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("to be written as text")
    }
}

impl std::error::Error for Unpackable {}

impl ser::Error for Unpackable {
    fn custom<T: Display>(_: T) -> Self {
        Unpackable
    }
}

struct Packer<'a> {
    written: &'a mut Written,
    respell: Respell<'a>,
}

impl<'a> Packer<'a> {
    /// An object with one field, whose value comes next.
    fn holding(&mut self, name: &'static str, variant: &'static str) -> Result<(), Unpackable> {
        let begun = self.written.shapes.begin(name);
        let step = self.written.shapes.step(begun, variant)?;
        let shape = self.written.shapes.shape(step)?;
        self.written.word(OBJECT, shape)
    }

    fn list<'p>(&'p mut self) -> Result<Items<'p, 'a>, Unpackable> {
        let at = self.written.reserve()?;
        Ok(Items {
            packer: self,
            at,
            count: 0,
        })
    }

    fn object<'p>(&'p mut self, name: &'static str) -> Result<Fields<'p, 'a>, Unpackable> {
        let step = self.written.shapes.begin(name);
        let at = self.written.reserve()?;
        Ok(Fields {
            is_report: REPORTS.contains(&name),
            packer: self,
            at,
            step,
        })
    }
}

macro_rules! wholes {
    ($($method:ident($kind:ty);)*) => {
        $(fn $method(self, value: $kind) -> Result<(), Unpackable> {
            self.written.whole(value.into())
        })*
    };
}

/// Beyond 64 bits a number is what JSON's reader in JavaScript makes of it: the nearest one.
macro_rules! numbers {
    ($($method:ident($kind:ty);)*) => {
        $(fn $method(self, value: $kind) -> Result<(), Unpackable> {
            match i64::try_from(value) {
                Ok(value) => self.written.whole(value),
                Err(_) => self.written.number(value as f64),
            }
        })*
    };
}

impl<'p, 'a> Serializer for &'p mut Packer<'a> {
    type Ok = ();
    type Error = Unpackable;
    type SerializeSeq = Items<'p, 'a>;
    type SerializeTuple = Items<'p, 'a>;
    type SerializeTupleStruct = Items<'p, 'a>;
    type SerializeTupleVariant = Items<'p, 'a>;
    type SerializeMap = Entries<'p, 'a>;
    type SerializeStruct = Fields<'p, 'a>;
    type SerializeStructVariant = Fields<'p, 'a>;

    wholes! {
        serialize_i8(i8);
        serialize_i16(i16);
        serialize_i32(i32);
        serialize_i64(i64);
        serialize_u8(u8);
        serialize_u16(u16);
        serialize_u32(u32);
    }

    numbers! {
        serialize_i128(i128);
        serialize_u64(u64);
        serialize_u128(u128);
    }

    fn serialize_bool(self, value: bool) -> Result<(), Unpackable> {
        self.written.word(if value { TRUE } else { FALSE }, 0)
    }

    fn serialize_f32(self, value: f32) -> Result<(), Unpackable> {
        self.written.number(value.into())
    }

    fn serialize_f64(self, value: f64) -> Result<(), Unpackable> {
        self.written.number(value)
    }

    fn serialize_char(self, value: char) -> Result<(), Unpackable> {
        self.written.text(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Unpackable> {
        self.written.text(value)
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), Unpackable> {
        self.collect_seq(value)
    }

    fn serialize_none(self) -> Result<(), Unpackable> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unpackable> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unpackable> {
        self.written.word(NULL, 0)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Unpackable> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Unpackable> {
        self.written.text(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Unpackable> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Unpackable> {
        self.holding(name, variant)?;
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items<'p, 'a>, Unpackable> {
        self.list()
    }

    fn serialize_tuple(self, _: usize) -> Result<Items<'p, 'a>, Unpackable> {
        self.list()
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Items<'p, 'a>, Unpackable> {
        self.list()
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Items<'p, 'a>, Unpackable> {
        self.holding(name, variant)?;
        self.list()
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Entries<'p, 'a>, Unpackable> {
        let at = self.written.reserve()?;
        Ok(Entries {
            packer: self,
            at,
            count: 0,
        })
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Fields<'p, 'a>, Unpackable> {
        self.object(name)
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Fields<'p, 'a>, Unpackable> {
        self.holding(name, variant)?;
        self.object(variant)
    }
}

/// A list being written.
struct Items<'p, 'a> {
    packer: &'p mut Packer<'a>,
    at: usize,
    count: usize,
}

macro_rules! lists {
    ($($kind:ident $method:ident;)*) => {
        $(impl $kind for Items<'_, '_> {
            type Ok = ();
            type Error = Unpackable;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unpackable> {
                self.count += 1;
                value.serialize(&mut *self.packer)
            }

            fn end(self) -> Result<(), Unpackable> {
                self.packer.written.set(self.at, LIST, self.count)
            }
        })*
    };
}

lists! {
    SerializeSeq serialize_element;
    SerializeTuple serialize_element;
    SerializeTupleStruct serialize_field;
    SerializeTupleVariant serialize_field;
}

/// An object of a type being written.
struct Fields<'p, 'a> {
    packer: &'p mut Packer<'a>,
    at: usize,
    step: At,
    is_report: bool,
}

macro_rules! objects {
    ($($kind:ident)*) => {
        $(impl $kind for Fields<'_, '_> {
            type Ok = ();
            type Error = Unpackable;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Unpackable> {
                self.step = self.packer.written.shapes.step(self.step, name)?;
                if self.is_report && REPORTED.contains(&name) {
                    let value = serde_json::to_value(value).map_err(ser::Error::custom)?;
                    return (self.packer.respell)(name, value).serialize(&mut *self.packer);
                }
                value.serialize(&mut *self.packer)
            }

            fn end(self) -> Result<(), Unpackable> {
                let written = &mut *self.packer.written;
                let shape = written.shapes.shape(self.step)?;
                written.set(self.at, OBJECT, shape)
            }
        })*
    };
}

objects! { SerializeStruct SerializeStructVariant }

/// An object whose names are data being written: each name stands before its value.
struct Entries<'p, 'a> {
    packer: &'p mut Packer<'a>,
    at: usize,
    count: usize,
}

impl SerializeMap for Entries<'_, '_> {
    type Ok = ();
    type Error = Unpackable;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unpackable> {
        self.count += 1;
        let at = self.packer.written.words();
        key.serialize(&mut *self.packer)?;
        self.packer.written.make_name(at)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unpackable> {
        value.serialize(&mut *self.packer)
    }

    fn end(self) -> Result<(), Unpackable> {
        self.packer.written.set(self.at, MAP, self.count)
    }
}
