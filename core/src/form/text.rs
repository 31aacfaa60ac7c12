use std::fmt;

use serde::Deserialize;
use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::Family;
use crate::money::shortened;
use crate::{Error, Result};

/// The longest JSON text that is read.
pub const MAX_JSON_BYTES: usize = 32 * 1024 * 1024;
/// How deep lists and objects may nest.
pub const MAX_DEPTH: usize = 64;

/// JSON text as a value; text too large, too deep or with a field twice is refused.
pub fn parse(text: &[u8], family: Family) -> Result<Value> {
    within_limit(text, family)?;
    let mut reader = serde_json::Deserializer::from_slice(text);
    let parsed = Strict { depth: 0 }
        .deserialize(&mut reader)
        .and_then(|value| reader.end().map(|()| value));
    parsed.map_err(|error| {
        let code = if error.to_string().contains(TOO_DEEP) {
            family.too_large()
        } else {
            family.not_json()
        };
        let mut message = error.to_string();
        if let Some(place) = message.find(" at line ") {
            message.truncate(place);
        }
        let reason = crate::Reason::new(code, "", format!("the text cannot be read as JSON: {message}"));
        reason.with("line", error.line()).with("column", error.column()).into()
    })
}

pub(super) fn within_limit(text: &[u8], family: Family) -> Result<()> {
    if text.len() <= MAX_JSON_BYTES {
        return Ok(());
    }
    let message = format!("the text has {} bytes; at most {MAX_JSON_BYTES} are read", text.len());
    let reason = crate::Reason::new(family.too_large(), "", message);
    Err(Error::from(
        reason.with("bytes", text.len()).with("limit", MAX_JSON_BYTES),
    ))
}

const TOO_DEEP: &str = "nested deeper than";

/// Reads a value and refuses what `serde_json` lets pass: a field given twice, and depth beyond [`MAX_DEPTH`].
#[derive(Clone, Copy)]
struct Strict {
    depth: usize,
}

impl Strict {
    fn deeper<E: de::Error>(self) -> Result<Strict, E> {
        if self.depth >= MAX_DEPTH {
            return Err(E::custom(format_args!("{TOO_DEEP} {MAX_DEPTH} levels")));
        }
        Ok(Strict { depth: self.depth + 1 })
    }
}

impl<'de> DeserializeSeed<'de> for Strict {
    type Value = Value;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict {
    type Value = Value;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("JSON")
    }
    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let below = self.deeper()?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(below)? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let below = self.deeper()?;
        let mut object = Map::new();
        while let Some(Name(name)) = fields.next_key()? {
            let value = fields.next_value_seed(below)?;
            if object.contains_key(&name) {
                return Err(de::Error::custom(format_args!(
                    "the field `{}` is given twice",
                    shortened(&name)
                )));
            }
            object.insert(name, value);
        }
        Ok(Value::Object(object))
    }
}

#[derive(Deserialize)]
struct Name(String);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Code;

    #[test]
    fn text_beyond_the_limits_is_refused() {
        let deep = "[".repeat(100) + &"]".repeat(100);
        assert_eq!(
            parse(deep.as_bytes(), Family::Request).unwrap_err().code(),
            Code::RequestTooLarge
        );
        let twice = br#"{"a": 1, "b": {"c": 1, "c": 2}}"#;
        let error = parse(twice, Family::Definition).unwrap_err();
        assert_eq!(
            (error.code(), error.to_string().contains("`c` is given twice")),
            (Code::DefinitionJson, true)
        );
        let large = vec![b' '; MAX_JSON_BYTES + 1];
        assert_eq!(
            parse(&large, Family::Definition).unwrap_err().code(),
            Code::DefinitionTooLarge
        );
    }
}
