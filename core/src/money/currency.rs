use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::{Code, Error, Result};

/// A currency of ISO 4217, named by its three letters.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency(u8);

/// Code and minor unit, in the order of the codes.
static TABLE: &[(&str, u8)] = &[
    ("BHD", 3),
    ("EUR", 2),
    ("GBP", 2),
    ("INR", 2),
    ("JPY", 0),
    ("KWD", 3),
    ("USD", 2),
];

impl Currency {
    /// The three letters.
    pub fn code(self) -> &'static str {
        TABLE.get(usize::from(self.0)).map_or("", |(code, _)| code)
    }

    /// How many digits the smallest coin of the currency's accounts stands behind the point: EUR 2, JPY 0, KWD 3.
    pub fn minor_unit(self) -> u32 {
        TABLE
            .get(usize::from(self.0))
            .map_or(2, |(_, digits)| u32::from(*digits))
    }
}

impl FromStr for Currency {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let found = TABLE.binary_search_by_key(&text, |(code, _)| code).ok();
        found
            .and_then(|place| u8::try_from(place).ok())
            .map(Currency)
            .ok_or_else(|| {
                let text = super::decimal::shortened(text);
                Error::new(
                    Code::MoneyCurrencyUnknown,
                    "",
                    format!("`{text}` is not a currency of ISO 4217"),
                )
            })
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl de::Visitor<'_> for Text {
            type Value = Currency;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a currency code such as \"EUR\"")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Currency, E> {
                text.parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Text)
    }
}

impl JsonSchema for Currency {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Currency".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "format": "currency",
            "pattern": "^[A-Z]{3}$",
            "description": "A currency of ISO 4217, such as \"EUR\".",
            "examples": ["EUR"],
        })
    }
}
