//! Writing: any serde value as JSON text with struct fields and variant keys in either spelling. Keys of maps and choices
//! written as plain strings stay as they are.

use std::fmt::{self, Display, Write};

use serde::ser::{
    self, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

use serde_json::Value;

use super::case::push_camel;

/// How the parts of a report that speak of names (`path`, `message`, `details`) are respelled: field, value, new value.
pub(crate) type Respell<'r> = &'r dyn Fn(&str, Value) -> Value;

/// The value as JSON text: as core spells it, or with `respell` as JavaScript does. An answer may hold reports of errors,
/// whose parts `respell` sees.
pub(crate) fn to_json<T: Serialize + ?Sized>(value: &T, respell: Option<Respell<'_>>) -> Result<String, Unwritable> {
    let mut text = Json {
        out: String::with_capacity(128),
        respell,
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

struct Json<'r> {
    out: String,
    respell: Option<Respell<'r>>,
}

/// The types of core that tell of errors.
pub(crate) const REPORTS: [&str; 2] = ["ErrorReport", "Reason"];
/// Their fields that speak of names.
pub(crate) const REPORTED: [&str; 3] = ["path", "message", "details"];

impl<'r> Json<'r> {
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

    fn name(&mut self, name: &str) {
        self.out.push('"');
        match self.respell {
            Some(_) => push_camel(name, &mut self.out),
            None => self.out.push_str(name),
        }
        self.out.push_str("\":");
    }

    fn display(&mut self, value: impl Display) -> Result<(), Unwritable> {
        write!(self.out, "{value}").map_err(ser::Error::custom)
    }

    fn open(&mut self, bracket: char, closing: &'static str) -> Group<'_, 'r> {
        self.out.push(bracket);
        Group {
            text: self,
            empty: true,
            report: false,
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

impl<'a, 'r> Serializer for &'a mut Json<'r> {
    type Ok = ();
    type Error = Unwritable;
    type SerializeSeq = Group<'a, 'r>;
    type SerializeTuple = Group<'a, 'r>;
    type SerializeTupleStruct = Group<'a, 'r>;
    type SerializeTupleVariant = Group<'a, 'r>;
    type SerializeMap = Group<'a, 'r>;
    type SerializeStruct = Group<'a, 'r>;
    type SerializeStructVariant = Group<'a, 'r>;

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
        self.out.push_str(&Value::from(value).to_string());
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

    fn serialize_seq(self, _: Option<usize>) -> Result<Group<'a, 'r>, Unwritable> {
        Ok(self.open('[', "]"))
    }

    fn serialize_tuple(self, _: usize) -> Result<Group<'a, 'r>, Unwritable> {
        Ok(self.open('[', "]"))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Group<'a, 'r>, Unwritable> {
        Ok(self.open('[', "]"))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Group<'a, 'r>, Unwritable> {
        self.out.push('{');
        self.name(variant);
        Ok(self.open('[', "]}"))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Group<'a, 'r>, Unwritable> {
        Ok(self.open('{', "}"))
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Group<'a, 'r>, Unwritable> {
        let mut group = self.open('{', "}");
        group.report = REPORTS.contains(&name);
        Ok(group)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Group<'a, 'r>, Unwritable> {
        self.out.push('{');
        self.name(variant);
        Ok(self.open('{', "}}"))
    }
}

/// An array or object being written.
struct Group<'a, 'r> {
    text: &'a mut Json<'r>,
    empty: bool,
    report: bool,
    closing: &'static str,
}

impl Group<'_, '_> {
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
        let speaks_of_names = self.report && REPORTED.contains(&name);
        if let Some(respell) = self.text.respell.filter(|_| speaks_of_names) {
            let value = serde_json::to_value(value).map_err(ser::Error::custom)?;
            return respell(name, value).serialize(&mut *self.text);
        }
        value.serialize(&mut *self.text)
    }

    fn close(self) -> Result<(), Unwritable> {
        self.text.out.push_str(self.closing);
        Ok(())
    }
}

macro_rules! groups_of_items {
    ($($kind:ident $method:ident;)*) => {
        $(impl $kind for Group<'_, '_> {
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
        $(impl $kind for Group<'_, '_> {
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

impl SerializeMap for Group<'_, '_> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use serde::{Deserialize, Serialize};
    use std::collections::BTreeMap;

    use crate::bridge::{Named, Spelling};

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Rule {
        HalfUp,
        EarlyBird { at_least: u32 },
        ByAdults(BTreeMap<u16, String>),
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Slice {
        rule_list: Vec<Rule>,
        custom_fields: BTreeMap<String, Value>,
        left_out: Option<i64>,
    }

    const TEXT: &str = "{\"ruleList\":[\"half_up\",{\"earlyBird\":{\"atLeast\":60}},{\"byAdults\":{\"2\":\"a\\n\\\"b\"}}],\
        \"customFields\":{\"room_type\":{\"bed_size\":1.5}},\"leftOut\":null}";

    fn read(text: &str, spelling: Spelling) -> Result<Slice, serde_json::Error> {
        let inner = &mut serde_json::Deserializer::from_str(text);
        Slice::deserialize(Named { inner, spelling })
    }

    #[test]
    fn values_go_there_and_back() {
        let value = read(TEXT, Spelling::Camel).unwrap();
        assert_eq!(value.rule_list[0], Rule::HalfUp);
        assert!(value.custom_fields.contains_key("room_type"));
        assert_eq!(to_json(&value, Some(&|_, value| value)).unwrap(), TEXT);
        let wire = to_json(&value, None).unwrap();
        assert_eq!(wire, serde_json::to_string(&value).unwrap());
        assert_eq!(read(&wire, Spelling::Wire).unwrap(), value);
    }

    #[test]
    fn each_name_has_one_spelling() {
        for (camel, other) in [
            ("ruleList", "rule_list"),
            ("earlyBird", "early_bird"),
            ("atLeast", "at_least"),
            ("half_up", "halfUp"),
        ] {
            assert!(read(&TEXT.replace(camel, other), Spelling::Camel).is_err(), "{other}");
        }
    }
}
