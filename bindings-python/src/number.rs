//! The one number that a value of ours is when nobody reads along: the digits of a decimal, a day, an instant.

use std::fmt;

use serde::ser::{Error, Impossible, Serialize, Serializer};

/// That number; none for a value that is none.
pub(crate) fn number_of<T: Serialize + ?Sized>(value: &T) -> Option<i128> {
    value.serialize(Number).ok()
}

struct Number;

/// The value is no number.
#[derive(Debug)]
struct NoNumber;

impl fmt::Display for NoNumber {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("no number")
    }
}

impl std::error::Error for NoNumber {}

impl Error for NoNumber {
    fn custom<T: fmt::Display>(_: T) -> Self {
        NoNumber
    }
}

macro_rules! numbers {
    ($($method:ident $type:ty;)*) => {
        $(fn $method(self, number: $type) -> Result<i128, NoNumber> {
            Ok(i128::from(number))
        })*
    };
}

macro_rules! others {
    ($($method:ident($($argument:ty),*);)*) => {
        $(fn $method(self, $(_: $argument),*) -> Result<i128, NoNumber> {
            Err(NoNumber)
        })*
    };
}

type No = Impossible<i128, NoNumber>;

impl Serializer for Number {
    type Ok = i128;
    type Error = NoNumber;
    type SerializeSeq = No;
    type SerializeTuple = No;
    type SerializeTupleStruct = No;
    type SerializeTupleVariant = No;
    type SerializeMap = No;
    type SerializeStruct = No;
    type SerializeStructVariant = No;

    fn is_human_readable(&self) -> bool {
        false
    }

    numbers! {
        serialize_i8 i8;
        serialize_i16 i16;
        serialize_i32 i32;
        serialize_i64 i64;
        serialize_i128 i128;
        serialize_u8 u8;
        serialize_u16 u16;
        serialize_u32 u32;
        serialize_u64 u64;
        serialize_bool bool;
    }

    others! {
        serialize_u128(u128);
        serialize_f32(f32);
        serialize_f64(f64);
        serialize_char(char);
        serialize_str(&str);
        serialize_bytes(&[u8]);
        serialize_none();
        serialize_unit();
        serialize_unit_struct(&'static str);
        serialize_unit_variant(&'static str, u32, &'static str);
    }

    fn serialize_some<T: Serialize + ?Sized>(self, _: &T) -> Result<i128, NoNumber> {
        Err(NoNumber)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<i128, NoNumber> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<i128, NoNumber> {
        Err(NoNumber)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<No, NoNumber> {
        Err(NoNumber)
    }

    fn serialize_tuple(self, _: usize) -> Result<No, NoNumber> {
        Err(NoNumber)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<No, NoNumber> {
        Err(NoNumber)
    }

    fn serialize_tuple_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<No, NoNumber> {
        Err(NoNumber)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<No, NoNumber> {
        Err(NoNumber)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<No, NoNumber> {
        Err(NoNumber)
    }

    fn serialize_struct_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<No, NoNumber> {
        Err(NoNumber)
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, _: &T) -> Result<i128, NoNumber> {
        Err(NoNumber)
    }
}
