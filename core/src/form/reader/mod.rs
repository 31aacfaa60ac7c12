//! JSON text straight into a type. What `serde_json` has for this is made anew for every type there is, lists in the place
//! of objects included, and was a fifth of a package; here only what asks for fields is, and text is scanned by one machine.

mod text;

use std::borrow::Cow;

use serde::de::{self, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};

pub(super) use text::Unread;
use text::{Read, Reader};

/// Reads JSON text as a type, or says in short why not: whoever wants to know where reads it beside its schema.
pub(super) fn read<'de, T: de::Deserialize<'de>>(text: &'de [u8]) -> Result<T, Unread> {
    let text = str::from_utf8(text).map_err(|_| Unread::of("the text is not UTF-8"))?;
    let mut reader = Reader { text, at: 0, depth: 0 };
    let value = T::deserialize(&mut reader)?;
    match reader.peek() {
        None => Ok(value),
        Some(_) => Err(Unread::of("there is more than one value")),
    }
}

macro_rules! numbers {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
            self.number()?.visit(visitor)
        })*
    };
}

macro_rules! texts {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
            match self.string()? {
                Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
                Cow::Owned(text) => visitor.visit_string(text),
            }
        })*
    };
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Unread;

    numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_u8 deserialize_u16 deserialize_u32
        deserialize_u64 deserialize_f32 deserialize_f64
    }
    texts! { deserialize_str deserialize_string deserialize_char deserialize_identifier }
    serde::forward_to_deserialize_any! { i128 u128 bytes byte_buf }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        match self.peek() {
            Some(b'n') => self.deserialize_unit(visitor),
            Some(b't' | b'f') => self.deserialize_bool(visitor),
            Some(b'"') => self.deserialize_str(visitor),
            Some(b'[') => self.deserialize_seq(visitor),
            Some(b'{') => self.deserialize_map(visitor),
            _ => self.number()?.visit(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        let truth = self.word("true");
        if truth || self.word("false") {
            return visitor.visit_bool(truth);
        }
        Err(Unread::of("true or false is wanted"))
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        if self.word("null") {
            return visitor.visit_unit();
        }
        Err(Unread::of("null is wanted"))
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Read<V::Value> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        if self.word("null") {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Read<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        self.open(b'[')?;
        let items = Entries {
            reader: self,
            first: true,
        };
        let read = visitor.visit_seq(items)?;
        self.close(b']')?;
        Ok(read)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Read<V::Value> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(self, _: &'static str, _: usize, visitor: V) -> Read<V::Value> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        self.open(b'{')?;
        let entries = Entries {
            reader: self,
            first: true,
        };
        let read = visitor.visit_map(entries)?;
        self.close(b'}')?;
        Ok(read)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        let named = self.peek() == Some(b'{');
        if named {
            self.open(b'{')?;
        }
        let read = visitor.visit_enum(Choice { reader: self, named })?;
        if named {
            self.close(b'}')?;
        }
        Ok(read)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        self.deserialize_any(visitor)
    }
}

/// What stands between two brackets.
struct Entries<'a, 'de> {
    reader: &'a mut Reader<'de>,
    first: bool,
}

impl<'de> SeqAccess<'de> for Entries<'_, 'de> {
    type Error = Unread;

    // Once for each type, not once for each list of it.
    #[inline(never)]
    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Read<Option<S::Value>> {
        if self.reader.another(&mut self.first, b']')? {
            seed.deserialize(&mut *self.reader).map(Some)
        } else {
            Ok(None)
        }
    }
}

impl<'de> MapAccess<'de> for Entries<'_, 'de> {
    type Error = Unread;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Read<Option<S::Value>> {
        if self.reader.another(&mut self.first, b'}')? {
            seed.deserialize(Key(self.reader.string()?)).map(Some)
        } else {
            Ok(None)
        }
    }

    // Once for each type, not once for each field of it.
    #[inline(never)]
    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Read<S::Value> {
        self.reader.expect(b':', "a colon is missing")?;
        seed.deserialize(&mut *self.reader)
    }
}

/// The name of a field, or the key of a map: numbers are written as text there.
struct Key<'de>(Cow<'de, str>);

macro_rules! numbered {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
            let mut reader = Reader { text: &self.0, at: 0, depth: 0 };
            let number = reader.number()?;
            if reader.at == self.0.len() && !self.0.starts_with([' ', '\n', '\t', '\r']) {
                return number.visit(visitor);
            }
            Err(Unread::of("a number is wanted"))
        })*
    };
}

impl<'de> Deserializer<'de> for Key<'de> {
    type Error = Unread;

    numbered! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_u8 deserialize_u16 deserialize_u32
        deserialize_u64
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        match self.0 {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_string(text),
        }
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_str(&self.0)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Read<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        visitor.visit_enum(de::value::CowStrDeserializer::new(self.0))
    }

    serde::forward_to_deserialize_any! {
        bool i128 u128 f32 f64 char str string bytes byte_buf option unit unit_struct seq tuple tuple_struct map struct
        ignored_any
    }
}

/// A choice: its name alone, or an object with its name and what belongs to it.
struct Choice<'a, 'de> {
    reader: &'a mut Reader<'de>,
    named: bool,
}

impl<'de> EnumAccess<'de> for Choice<'_, 'de> {
    type Error = Unread;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Read<(S::Value, Self)> {
        let name = seed.deserialize(Key(self.reader.string()?))?;
        if self.named {
            self.reader.expect(b':', "a colon is missing")?;
        }
        Ok((name, self))
    }
}

impl Choice<'_, '_> {
    fn more(&self) -> Read<()> {
        if self.named {
            Ok(())
        } else {
            Err(Unread::of("a choice needs more than its name"))
        }
    }
}

impl<'de> VariantAccess<'de> for Choice<'_, 'de> {
    type Error = Unread;

    fn unit_variant(self) -> Read<()> {
        if self.named && !self.reader.word("null") {
            return Err(Unread::of("a choice has nothing beside its name"));
        }
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Read<S::Value> {
        self.more()?;
        seed.deserialize(self.reader)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Read<V::Value> {
        self.more()?;
        self.reader.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Read<V::Value> {
        self.more()?;
        self.reader.deserialize_map(visitor)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;
    use serde::Deserialize;
    use serde_json::Value;

    use super::*;

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Shape {
        text: String,
        #[serde(default)]
        maybe: Option<i32>,
        #[serde(default)]
        list: Vec<Choice>,
        #[serde(default)]
        numbered: BTreeMap<u8, bool>,
        #[serde(default)]
        open: Value,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Choice {
        Plain,
        Whole(Box<Shape>),
        Number(u64),
    }

    fn same<'t, T: Deserialize<'t> + PartialEq + std::fmt::Debug>(text: &'t [u8]) -> bool {
        let (own, theirs) = (read::<T>(text).ok(), serde_json::from_slice::<T>(text).ok());
        assert_eq!(own, theirs, "{}", String::from_utf8_lossy(text));
        own.is_some()
    }

    #[test]
    fn what_json_is_and_is_not() {
        let well = [
            r#"{"text": "a\u00e4\ud83d\ude00\n\/\"", "maybe": null, "list": ["plain", {"number": 18446744073709551615}]}"#,
            r#" {"text":"","maybe":-2147483648,"numbered":{"0":true,"255":false},"open":[1,-1,0.5,1e3,-0,"x",null,{}]} "#,
            r#"{"text":"a","list":[{"whole":{"text":"b"}},{"plain":null}]}"#,
        ];
        for text in well {
            assert!(same::<Shape>(text.as_bytes()), "{text}");
        }
        let wrong = [
            "",
            "{",
            "{}",
            r#"{"text":"a",}"#,
            r#"{"text":"a" "maybe":1}"#,
            r#"{"text":"a"}}"#,
            r#"{"text":"a\x"}"#,
            r#"{"text":"\ud83d"}"#,
            r#"{"text":"\ude00"}"#,
            "{\"text\":\"a\nb\"}",
            r#"{"text":"a","maybe":01}"#,
            r#"{"text":"a","maybe":2147483648}"#,
            r#"{"text":"a","maybe":1.0}"#,
            r#"{"text":"a","open":1.}"#,
            r#"{"text":"a","open":.5}"#,
            r#"{"text":"a","open":1e}"#,
            r#"{"text":"a","open":-}"#,
            r#"{"text":"a","open":1e999}"#,
            r#"{"text":"a","open":tru}"#,
            r#"{"text":"a","list":["whole"]}"#,
            r#"{"text":"a","list":[{"number":1,"plain":null}]}"#,
            r#"{"text":"a","numbered":{"256":true}}"#,
            r#"{"text":"a","numbered":{" 1":true}}"#,
            r#"{"text":"a","more":1}"#,
            r#"{"text":"a","text":"b"}"#,
            r#"{"text":"a","open":[1 2]}"#,
            r#"{"text":"a","open":[,1]}"#,
            r#"{"text":"a","open":{"x"}}"#,
        ];
        for text in wrong {
            assert!(!same::<Shape>(text.as_bytes()), "{text}");
        }
        // A list is no object here, and depth has a limit of its own.
        assert!(read::<Shape>(br#"["a"]"#).is_err());
        let deep = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
        assert!(read::<Value>(deep(super::super::MAX_DEPTH).as_bytes()).is_ok());
        assert!(read::<Value>(deep(super::super::MAX_DEPTH + 1).as_bytes()).is_err());
        assert!(read::<Value>(b"\"\xff\"").is_err());
    }

    #[test]
    fn every_byte_of_a_text_changed() {
        let text = "[\"\u{1cf30} \", -1.5e3, {\"a\": true}]";
        for place in 0..text.len() {
            for byte in 0..=u8::MAX {
                let mut bytes = text.as_bytes().to_vec();
                bytes[place] = byte;
                same::<Value>(&bytes);
            }
        }
    }

    fn values() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            "\\PC{0,8}".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 30, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                prop::collection::btree_map("[a-z\"\\\\\n]{0,3}", inner, 0..5)
                    .prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    fn without_floats(value: Value) -> Value {
        match value {
            Value::Number(number) if number.is_f64() => Value::Null,
            Value::Array(items) => items.into_iter().map(without_floats).collect(),
            Value::Object(fields) => fields
                .into_iter()
                .map(|(name, value)| (name, without_floats(value)))
                .collect(),
            other => other,
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        /// Any value, and any value with a byte of its text changed, is read as `serde_json` reads it.
        #[test]
        fn text_is_read_as_others_read_it(value in values(), place in any::<prop::sample::Index>(), byte in any::<u8>(), pretty in any::<bool>()) {
            let text = if pretty { format!("{value:#}") } else { value.to_string() };
            prop_assert_eq!(read::<Value>(text.as_bytes()).ok(), Some(value));
            let mut bytes = text.into_bytes();
            let place = place.index(bytes.len());
            bytes[place] = byte;
            // Of a float's last digit it is not as sure as the standard library.
            let (own, theirs) = (read::<Value>(&bytes).ok(), serde_json::from_slice::<Value>(&bytes).ok());
            prop_assert_eq!(own.map(without_floats), theirs.map(without_floats));
            // Which takes a list for an object.
            if !bytes.starts_with(b"[") {
                let shape = |read: Option<Shape>| read.map(|shape| Shape { open: without_floats(shape.open), ..shape });
                let (own, theirs) = (read::<Shape>(&bytes).ok(), serde_json::from_slice::<Shape>(&bytes).ok());
                prop_assert_eq!(shape(own), shape(theirs));
            }
        }
    }
}
