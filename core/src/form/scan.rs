use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use serde::Deserialize;
use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use smallvec::SmallVec;

use super::MAX_DEPTH;

/// Whether JSON text has a field twice or nests too deep, which a type's own reader would let pass; nothing is kept of it.
pub(super) fn is_strict(text: &[u8]) -> bool {
    let mut reader = serde_json::Deserializer::from_slice(text);
    Scan { depth: 0 }.deserialize(&mut reader).is_ok() && reader.end().is_ok()
}

#[derive(Clone, Copy)]
struct Scan {
    depth: usize,
}

impl Scan {
    fn deeper<E: de::Error>(self) -> Result<Scan, E> {
        if self.depth >= MAX_DEPTH {
            return Err(E::custom("too deep"));
        }
        Ok(Scan { depth: self.depth + 1 })
    }
}

impl<'de> DeserializeSeed<'de> for Scan {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Scan {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("JSON")
    }
    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }
    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }
    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }
    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }
    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let below = self.deeper()?;
        while items.next_element_seed(below)?.is_some() {}
        Ok(())
    }
    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<(), A::Error> {
        let below = self.deeper()?;
        let mut names = Names::default();
        while let Some(Name(name)) = fields.next_key()? {
            if !names.add(name) {
                return Err(de::Error::custom("twice"));
            }
            fields.next_value_seed(below)?;
        }
        Ok(())
    }
}

/// A name as it stands in the text, where nothing in it is escaped.
#[derive(Deserialize)]
struct Name<'t>(#[serde(borrow)] Cow<'t, str>);

/// The names of an object so far: most have few, and looking at each of few is quicker than a table.
#[derive(Default)]
struct Names<'t> {
    few: SmallVec<[Cow<'t, str>; 8]>,
    many: Option<HashSet<Cow<'t, str>>>,
}

impl<'t> Names<'t> {
    fn add(&mut self, name: Cow<'t, str>) -> bool {
        if self.few.len() < self.few.inline_size() {
            let is_new = !self.few.contains(&name);
            self.few.push(name);
            return is_new;
        }
        !self.few.contains(&name) && self.many.get_or_insert_default().insert(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_type_would_let_pass_is_found() {
        assert!(is_strict(br#" {"a": [1, -2, 2.5, null, true, "x"], "b": {"a": 1}} "#));
        assert!(!is_strict(br#"{"a": 1, "b": {"c": 1, "\u0063": 2}}"#));
        assert!(!is_strict(b"{} {}"));
        let nested = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
        assert!(is_strict(nested(MAX_DEPTH).as_bytes()));
        assert!(!is_strict(nested(MAX_DEPTH + 1).as_bytes()));
        let many = |last: usize| {
            (0..100)
                .chain([last])
                .map(|name| format!("\"{name}\":0"))
                .collect::<Vec<_>>()
                .join(",")
        };
        assert!(is_strict(format!("{{{}}}", many(100)).as_bytes()));
        assert!(!is_strict(format!("{{{}}}", many(99)).as_bytes()));
        assert!(!is_strict(format!("{{{}}}", many(3)).as_bytes()));
    }
}
