//! What every reader of JSON adds to serde's own: a name given twice in an object is refused, wherever it stands, and so is what
//! nests too deep.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use serde::de::{
    self, Deserialize, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use smallvec::SmallVec;

use super::MAX_DEPTH;
use crate::fault::shortened;

/// Reads from JSON text, without what is given twice or nests too deep.
pub(super) fn read<'de, T: Deserialize<'de>>(text: &'de [u8]) -> serde_json::Result<T> {
    let mut source = serde_json::Deserializer::from_slice(text);
    let read = T::deserialize(strict(&mut source))?;
    source.end()?;
    Ok(read)
}

/// A reader of JSON that refuses what is given twice or nests too deep: for those who bring their own.
pub fn strict<'de, D: Deserializer<'de>>(source: D) -> impl Deserializer<'de, Error = D::Error> {
    Strict {
        inner: source,
        depth: 0,
    }
}

/// What [`read`] says of what nests too deep.
pub(super) const TOO_DEEP: &str = "nested deeper than";

/// A reader, a visitor or a seed of serde, which is strict all the way down.
struct Strict<T> {
    inner: T,
    depth: usize,
}

impl<T> Strict<T> {
    fn around<U>(&self, inner: U) -> Strict<U> {
        Strict {
            inner,
            depth: self.depth,
        }
    }
}

macro_rules! passed_on {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
            let visitor = self.around(visitor);
            self.inner.$method(visitor)
        })*
    };
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Strict<D> {
    type Error = D::Error;

    passed_on! {
        deserialize_any deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128 deserialize_f32 deserialize_f64
        deserialize_char deserialize_str deserialize_string deserialize_bytes deserialize_byte_buf deserialize_option
        deserialize_unit deserialize_seq deserialize_map deserialize_identifier
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        // What is ignored is read all the same, so that it cannot hide anything.
        self.deserialize_any(visitor)
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, D::Error> {
        let visitor = self.around(visitor);
        self.inner.deserialize_unit_struct(name, visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, D::Error> {
        let visitor = self.around(visitor);
        self.inner.deserialize_newtype_struct(name, visitor)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, D::Error> {
        let visitor = self.around(visitor);
        self.inner.deserialize_tuple(length, visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let visitor = self.around(visitor);
        self.inner.deserialize_tuple_struct(name, length, visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        // An object and never a list: readers make less code of that than of a struct.
        let visitor = self.around(Record(visitor));
        self.inner.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let visitor = self.around(visitor);
        self.inner.deserialize_enum(name, variants, visitor)
    }
}

/// The visitor of a struct: it finds its fields' names given twice itself, and a list is no object.
struct Record<V>(V);

impl<'de, V: Visitor<'de>> Visitor<'de> for Strict<Record<V>> {
    type Value = V::Value;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.0.expecting(out)
    }
    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<V::Value, A::Error> {
        let depth = deeper(self.depth)?;
        self.inner.0.visit_map(Strict { inner: entries, depth })
    }
}

macro_rules! handed_on {
    ($($method:ident ($kind:ty))*) => {
        $(fn $method<E: de::Error>(self, value: $kind) -> Result<V::Value, E> {
            self.inner.$method(value)
        })*
    };
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Strict<V> {
    type Value = V::Value;

    handed_on! {
        visit_bool(bool) visit_i64(i64) visit_u64(u64) visit_f64(f64) visit_str(&str) visit_borrowed_str(&'de str)
        visit_string(String) visit_bytes(&[u8]) visit_borrowed_bytes(&'de [u8]) visit_byte_buf(Vec<u8>)
    }

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(out)
    }
    fn visit_none<E: de::Error>(self) -> Result<V::Value, E> {
        self.inner.visit_none()
    }
    fn visit_unit<E: de::Error>(self) -> Result<V::Value, E> {
        self.inner.visit_unit()
    }
    fn visit_some<D: Deserializer<'de>>(self, source: D) -> Result<V::Value, D::Error> {
        let source = self.around(source);
        self.inner.visit_some(source)
    }
    fn visit_newtype_struct<D: Deserializer<'de>>(self, source: D) -> Result<V::Value, D::Error> {
        let source = self.around(source);
        self.inner.visit_newtype_struct(source)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<V::Value, A::Error> {
        let depth = deeper(self.depth)?;
        self.inner.visit_seq(Strict { inner: items, depth })
    }
    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<V::Value, A::Error> {
        let depth = deeper(self.depth)?;
        self.inner.visit_map(Unique {
            entries: Strict { inner: entries, depth },
            names: Names::default(),
        })
    }
    fn visit_enum<A: EnumAccess<'de>>(self, choice: A) -> Result<V::Value, A::Error> {
        let choice = self.around(choice);
        self.inner.visit_enum(choice)
    }
}

fn deeper<E: de::Error>(depth: usize) -> Result<usize, E> {
    if depth >= MAX_DEPTH {
        return Err(E::custom(format_args!("{TOO_DEEP} {MAX_DEPTH} levels")));
    }
    Ok(depth + 1)
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Strict<S> {
    type Value = S::Value;
    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<S::Value, D::Error> {
        let source = self.around(source);
        self.inner.deserialize(source)
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Strict<A> {
    type Error = A::Error;
    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        let seed = self.around(seed);
        self.inner.next_element_seed(seed)
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Strict<A> {
    type Error = A::Error;
    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        self.inner.next_key_seed(seed)
    }
    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        let seed = self.around(seed);
        self.inner.next_value_seed(seed)
    }
}

impl<'de, A: EnumAccess<'de>> EnumAccess<'de> for Strict<A> {
    type Error = A::Error;
    type Variant = Strict<A::Variant>;
    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self::Variant), A::Error> {
        let depth = self.depth;
        let (name, inner) = self.inner.variant_seed(seed)?;
        Ok((name, Strict { inner, depth }))
    }
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for Strict<A> {
    type Error = A::Error;
    fn unit_variant(self) -> Result<(), A::Error> {
        self.inner.unit_variant()
    }
    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, A::Error> {
        let seed = self.around(seed);
        self.inner.newtype_variant_seed(seed)
    }
    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, A::Error> {
        let visitor = self.around(visitor);
        self.inner.tuple_variant(length, visitor)
    }
    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        let visitor = self.around(Record(visitor));
        self.inner.struct_variant(fields, visitor)
    }
}

/// The entries of an object whose names are the sender's own.
struct Unique<'de, A> {
    entries: Strict<A>,
    names: Names<'de>,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Unique<'de, A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        let Some(Name(name)) = self.entries.inner.next_key()? else {
            return Ok(None);
        };
        let key = seed.deserialize(Key::<A::Error>(&name, std::marker::PhantomData))?;
        match self.names.add(name) {
            None => Ok(Some(key)),
            Some(name) => {
                let name = shortened(&name);
                Err(de::Error::custom(format_args!("the field `{name}` is given twice")))
            }
        }
    }
    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.entries.next_value_seed(seed)
    }
}

/// A name as it stands in the text, where nothing in it is escaped.
#[derive(serde::Deserialize)]
struct Name<'t>(#[serde(borrow)] Cow<'t, str>);

/// The names of an object so far: most have few, and looking at each of few is quicker than a table.
#[derive(Default)]
struct Names<'t> {
    few: SmallVec<[Cow<'t, str>; 8]>,
    many: Option<HashSet<Cow<'t, str>>>,
}

impl<'t> Names<'t> {
    /// Adds a name; gives it back when it is there already.
    fn add(&mut self, name: Cow<'t, str>) -> Option<Cow<'t, str>> {
        if self.few.contains(&name) {
            return Some(name);
        }
        if self.few.len() < self.few.inline_size() {
            self.few.push(name);
            return None;
        }
        self.many.get_or_insert_default().replace(name)
    }
}

/// A name as the key of a map: numbers are written as text there.
struct Key<'k, E>(&'k str, std::marker::PhantomData<E>);

macro_rules! numbered {
    ($($method:ident $visit:ident $kind:ty;)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
            // As JSON writes numbers: without a sign before or zeros in front.
            let number = self.0.parse::<$kind>().ok().filter(|number| number.to_string() == self.0);
            match number {
                Some(number) => visitor.$visit(number),
                None => Err(de::Error::invalid_type(de::Unexpected::Str(self.0), &visitor)),
            }
        })*
    };
}

impl<'de, E: de::Error> Deserializer<'de> for Key<'_, E> {
    type Error = E;

    numbered! {
        deserialize_i8 visit_i8 i8;
        deserialize_i16 visit_i16 i16;
        deserialize_i32 visit_i32 i32;
        deserialize_i64 visit_i64 i64;
        deserialize_u8 visit_u8 u8;
        deserialize_u16 visit_u16 u16;
        deserialize_u32 visit_u32 u32;
        deserialize_u64 visit_u64 u64;
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_str(self.0)
    }
    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, E> {
        visitor.visit_newtype_struct(self)
    }
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        visitor.visit_enum(de::value::StrDeserializer::<E>::new(self.0))
    }

    serde::forward_to_deserialize_any! {
        bool i128 u128 f32 f64 char str string bytes byte_buf option unit unit_struct seq tuple tuple_struct map struct
        identifier ignored_any
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
        list: Vec<Choice>,
        #[serde(default)]
        numbered: BTreeMap<u8, bool>,
        #[serde(default)]
        named: BTreeMap<String, Option<i32>>,
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

    fn same<'t, T: Deserialize<'t> + PartialEq + fmt::Debug>(text: &'t str) -> bool {
        let (own, theirs) = (read::<T>(text.as_bytes()), serde_json::from_str::<T>(text));
        assert_eq!(own.is_ok(), theirs.is_ok(), "{text}: {own:?} {theirs:?}");
        own.ok() == theirs.ok()
    }

    #[test]
    fn what_is_right_is_read_as_serde_json_reads_it() {
        for text in [
            r#"{"text": "a", "list": ["plain", {"number": 18446744073709551615}, {"whole": {"text": "b"}}]}"#,
            r#"{"text": "", "numbered": {"0": true, "255": false}, "named": {"a": null, "b": -1}, "open": [1, 0.5, {"x": {}}]}"#,
            r#"{"text": "\u0061", "open": {"\u0061": 1, "b": "\ud83d\ude00"}}"#,
        ] {
            assert!(same::<Shape>(text), "{text}");
        }
        for text in [
            r#"{"text": 1}"#,
            r#"{"text": "a", "numbered": {"256": true}}"#,
            r#"{"text": "a", "more": 1}"#,
            "{",
            r#"{"text":"a"} 1"#,
        ] {
            assert!(same::<Shape>(text), "{text}");
        }
        // A list is no object here.
        assert!(read::<Shape>(br#"["a"]"#).is_err());
    }

    #[test]
    fn what_is_given_twice_or_too_deep_is_refused() {
        for text in [
            r#"{"text": "a", "text": "b"}"#,
            r#"{"text": "a", "numbered": {"1": true, "1": true}}"#,
            r#"{"text": "a", "named": {"a": 1, "\u0061": 1}}"#,
            r#"{"text": "a", "open": {"x": [{"y": 1, "y": 1}]}}"#,
            r#"{"text": "a", "list": [{"whole": {"text": "a", "named": {"b": 1, "b": 2}}}]}"#,
        ] {
            let error = read::<Shape>(text.as_bytes()).unwrap_err().to_string();
            assert!(
                error.contains("twice") || error.contains("duplicate"),
                "{text}: {error}"
            );
        }
        let nested = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
        assert!(read::<Value>(nested(MAX_DEPTH).as_bytes()).is_ok());
        assert!(
            read::<Value>(nested(MAX_DEPTH + 1).as_bytes())
                .unwrap_err()
                .to_string()
                .contains(TOO_DEEP)
        );
        let many = |last: usize| {
            let names = (0..100).chain([last]).map(|name| format!("\"{name}\":0"));
            format!("{{{}}}", names.collect::<Vec<_>>().join(","))
        };
        assert!(read::<Value>(many(100).as_bytes()).is_ok());
        assert!(read::<Value>(many(99).as_bytes()).is_err());
        assert!(read::<Value>(many(3).as_bytes()).is_err());
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

        /// A text of which one byte was changed is read as `serde_json` reads it, or refused for a name given twice.
        #[test]
        fn changed_text_is_read_as_others_read_it(place in any::<prop::sample::Index>(), byte in any::<u8>()) {
            let mut bytes = br#"{"text":"a\u00e4","list":["plain",{"number":7}],"numbered":{"1":true},"named":{"a":-3},"open":[1e3,{"k":0,"l":null}]}"#.to_vec();
            let place = place.index(bytes.len());
            bytes[place] = byte;
            let (own, theirs) = (read::<Shape>(&bytes), serde_json::from_slice::<Shape>(&bytes));
            match own {
                Ok(own) => prop_assert_eq!(Some(own), theirs.ok()),
                Err(error) => prop_assert!(theirs.is_err() || error.to_string().contains("twice"), "{}", error),
            }
        }
    }
}
