//! Reading what `lib/pack.js` has packed: values with a byte before each that says what it is.

use std::fmt;

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{self, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};

/// Something is not as `lib/pack.js` writes it, or not what the type takes: the request is to be read as text, where what is
/// wrong is told.
#[derive(Debug)]
pub(crate) struct ReadAsText;

impl fmt::Display for ReadAsText {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("to be read as text")
    }
}

impl std::error::Error for ReadAsText {}

impl de::Error for ReadAsText {
    fn custom<T: fmt::Display>(_: T) -> Self {
        ReadAsText
    }
}

/// What stands before each value.
const NULL: u8 = 0;
const FALSE: u8 = 1;
const TRUE: u8 = 2;
const WHOLE: u8 = 3;
const TEXT: u8 = 4;
const LIST: u8 = 5;
const OBJECT: u8 = 6;
const END: u8 = 7;

/// What is left to read.
pub(crate) struct Packed<'de>(pub(crate) &'de [u8]);

impl<'de> Packed<'de> {
    fn take<const LENGTH: usize>(&mut self) -> Result<[u8; LENGTH], ReadAsText> {
        let (taken, rest) = self.0.split_first_chunk().ok_or(ReadAsText)?;
        self.0 = rest;
        Ok(*taken)
    }

    fn text(&mut self) -> Result<&'de str, ReadAsText> {
        let length = usize::from(u16::from_le_bytes(self.take()?));
        let (text, rest) = self.0.split_at_checked(length).ok_or(ReadAsText)?;
        self.0 = rest;
        str::from_utf8(text).map_err(|_| ReadAsText)
    }

    /// Whether the value is of that kind, which is passed then.
    fn passes(&mut self, kind: u8) -> bool {
        match self.0.split_first() {
            Some((first, rest)) if *first == kind => {
                self.0 = rest;
                true
            }
            _ => false,
        }
    }

    /// All has been read.
    pub(crate) fn end(self) -> Result<(), ReadAsText> {
        if self.0.is_empty() { Ok(()) } else { Err(ReadAsText) }
    }
}

impl<'de> Deserializer<'de> for &mut Packed<'de> {
    type Error = ReadAsText;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadAsText> {
        let [kind] = self.take()?;
        match kind {
            NULL => visitor.visit_unit(),
            FALSE => visitor.visit_bool(false),
            TRUE => visitor.visit_bool(true),
            WHOLE => match i32::from_le_bytes(self.take()?) {
                // As numbers come from JSON.
                number @ 0.. => visitor.visit_u64(u64::from(number.unsigned_abs())),
                number => visitor.visit_i64(number.into()),
            },
            TEXT => visitor.visit_borrowed_str(self.text()?),
            LIST => visitor.visit_seq(self),
            OBJECT => visitor.visit_map(self),
            _ => Err(ReadAsText),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadAsText> {
        if self.passes(NULL) {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, ReadAsText> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadAsText> {
        if self.passes(OBJECT) {
            return visitor.visit_enum(Holding(self));
        }
        if self.passes(TEXT) {
            return visitor.visit_enum(BorrowedStrDeserializer::new(self.text()?));
        }
        Err(ReadAsText)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}

impl<'de> SeqAccess<'de> for &mut Packed<'de> {
    type Error = ReadAsText;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, ReadAsText> {
        if self.passes(END) {
            return Ok(None);
        }
        seed.deserialize(&mut **self).map(Some)
    }
}

impl<'de> MapAccess<'de> for &mut Packed<'de> {
    type Error = ReadAsText;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, ReadAsText> {
        if self.passes(END) {
            return Ok(None);
        }
        seed.deserialize(&mut **self).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, ReadAsText> {
        seed.deserialize(&mut **self)
    }
}

/// A choice that holds something: an object with one field.
struct Holding<'r, 'de>(&'r mut Packed<'de>);

impl<'r, 'de> EnumAccess<'de> for Holding<'r, 'de> {
    type Error = ReadAsText;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), ReadAsText> {
        let name = seed.deserialize(&mut *self.0)?;
        Ok((name, self))
    }
}

impl<'de> Holding<'_, 'de> {
    fn end(self) -> Result<(), ReadAsText> {
        if self.0.passes(END) { Ok(()) } else { Err(ReadAsText) }
    }
}

impl<'de> VariantAccess<'de> for Holding<'_, 'de> {
    type Error = ReadAsText;

    fn unit_variant(self) -> Result<(), ReadAsText> {
        // As text this is refused.
        Err(ReadAsText)
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, ReadAsText> {
        let held = seed.deserialize(&mut *self.0)?;
        self.end()?;
        Ok(held)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, ReadAsText> {
        let held = (&mut *self.0).deserialize_any(visitor)?;
        self.end()?;
        Ok(held)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, ReadAsText> {
        let held = (&mut *self.0).deserialize_any(visitor)?;
        self.end()?;
        Ok(held)
    }
}
