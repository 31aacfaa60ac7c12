//! Writing: any serde value as JSON text with struct fields and variant keys spelled in camelCase. Keys of maps and
//! choices written as plain strings stay as they are.

use std::fmt::{self, Display, Write};

use serde::ser::{
    self, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

use super::case::push_camel;

/// The value as JSON text in JavaScript's spelling.
pub(crate) fn to_camel_json(value: &(impl Serialize + ?Sized)) -> Result<String, Unwritable> {
    let mut text = CamelJson {
        out: String::with_capacity(128),
    };
    value.serialize(&mut text)?;
    Ok(text.out)
}

/// Why a value has no JSON form. No type of core gives rise to it.
#[derive(Debug)]
pub(crate) struct Unwritable(String);

impl Display for Unwritable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for Unwritable {}

impl ser::Error for Unwritable {
    fn custom<T: Display>(message: T) -> Self {
        Unwritable(message.to_string())
    }
}

struct CamelJson {
    out: String,
}

impl CamelJson {
    fn quoted(&mut self, text: &str) -> Result<(), Unwritable> {
        let plain = |byte| !matches!(byte, 0..0x20 | b'"' | b'\\');
        if text.bytes().all(plain) {
            self.out.push('"');
            self.out.push_str(text);
            self.out.push('"');
        } else {
            self.out
                .push_str(&serde_json::to_string(text).map_err(ser::Error::custom)?);
        }
        Ok(())
    }

    fn name(&mut self, snake: &str) {
        self.out.push('"');
        push_camel(snake, &mut self.out);
        self.out.push_str("\":");
    }

    fn display(&mut self, value: impl Display) -> Result<(), Unwritable> {
        write!(self.out, "{value}").map_err(ser::Error::custom)
    }

    fn open(&mut self, bracket: char, closing: &'static str) -> Group<'_> {
        self.out.push(bracket);
        Group {
            text: self,
            empty: true,
            closing,
        }
    }
}

macro_rules! displayed {
    ($($method:ident($kind:ty);)*) => {
        $(fn $method(self, value: $kind) -> Result<(), Unwritable> {
            self.display(value)
        })*
    };
}

impl<'a> Serializer for &'a mut CamelJson {
    type Ok = ();
    type Error = Unwritable;
    type SerializeSeq = Group<'a>;
    type SerializeTuple = Group<'a>;
    type SerializeTupleStruct = Group<'a>;
    type SerializeTupleVariant = Group<'a>;
    type SerializeMap = Group<'a>;
    type SerializeStruct = Group<'a>;
    type SerializeStructVariant = Group<'a>;

    displayed! {
        serialize_bool(bool);
        serialize_i8(i8);
        serialize_i16(i16);
        serialize_i32(i32);
        serialize_i64(i64);
        serialize_i128(i128);
        serialize_u8(u8);
        serialize_u16(u16);
        serialize_u32(u32);
        serialize_u64(u64);
        serialize_u128(u128);
    }

    fn serialize_f32(self, value: f32) -> Result<(), Unwritable> {
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> Result<(), Unwritable> {
        self.out.push_str(&serde_json::Value::from(value).to_string());
        Ok(())
    }

    fn serialize_char(self, value: char) -> Result<(), Unwritable> {
        self.quoted(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Unwritable> {
        self.quoted(value)
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), Unwritable> {
        self.collect_seq(value)
    }

    fn serialize_none(self) -> Result<(), Unwritable> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unwritable> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unwritable> {
        self.out.push_str("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Unwritable> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Unwritable> {
        self.quoted(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Unwritable> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Unwritable> {
        self.out.push('{');
        self.name(variant);
        value.serialize(&mut *self)?;
        self.out.push('}');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Group<'a>, Unwritable> {
        Ok(self.open('[', "]"))
    }

    fn serialize_tuple(self, _: usize) -> Result<Group<'a>, Unwritable> {
        Ok(self.open('[', "]"))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Group<'a>, Unwritable> {
        Ok(self.open('[', "]"))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Group<'a>, Unwritable> {
        self.out.push('{');
        self.name(variant);
        Ok(self.open('[', "]}"))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Group<'a>, Unwritable> {
        Ok(self.open('{', "}"))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Group<'a>, Unwritable> {
        Ok(self.open('{', "}"))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Group<'a>, Unwritable> {
        self.out.push('{');
        self.name(variant);
        Ok(self.open('{', "}}"))
    }
}

/// An array or object being written.
struct Group<'a> {
    text: &'a mut CamelJson,
    empty: bool,
    closing: &'static str,
}

impl Group<'_> {
    fn comma(&mut self) {
        if !self.empty {
            self.text.out.push(',');
        }
        self.empty = false;
    }

    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        self.comma();
        value.serialize(&mut *self.text)
    }

    fn field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Unwritable> {
        self.comma();
        self.text.name(name);
        value.serialize(&mut *self.text)
    }

    fn close(self) -> Result<(), Unwritable> {
        self.text.out.push_str(self.closing);
        Ok(())
    }
}

macro_rules! groups_of_items {
    ($($kind:ident $method:ident;)*) => {
        $(impl $kind for Group<'_> {
            type Ok = ();
            type Error = Unwritable;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
                self.item(value)
            }

            fn end(self) -> Result<(), Unwritable> {
                self.close()
            }
        })*
    };
}

macro_rules! groups_of_fields {
    ($($kind:ident)*) => {
        $(impl $kind for Group<'_> {
            type Ok = ();
            type Error = Unwritable;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<(), Unwritable> {
                self.field(name, value)
            }

            fn end(self) -> Result<(), Unwritable> {
                self.close()
            }
        })*
    };
}

groups_of_items! {
    SerializeSeq serialize_element;
    SerializeTuple serialize_element;
    SerializeTupleStruct serialize_field;
    SerializeTupleVariant serialize_field;
}

groups_of_fields! { SerializeStruct SerializeStructVariant }

impl SerializeMap for Group<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unwritable> {
        self.comma();
        let start = self.text.out.len();
        key.serialize(&mut *self.text)?;
        let quoted = self.text.out.get(start..).is_some_and(|key| key.starts_with('"'));
        if !quoted {
            self.text.out.insert(start, '"');
            self.text.out.push('"');
        }
        self.text.out.push(':');
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        value.serialize(&mut *self.text)
    }

    fn end(self) -> Result<(), Unwritable> {
        self.close()
    }
}
