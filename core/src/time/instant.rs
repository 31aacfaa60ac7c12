use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::{Code, Error, Result};

/// A moment, to the microsecond; on the wire RFC 3339 with an offset, such as `2026-09-01T10:00:00+02:00`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(Timestamp);

impl Instant {
    /// The name by which bindings recognise an instant when it passes through serde.
    pub const WIRE_NAME: &str = "ratebook::Instant";

    /// The moment that many microseconds after 1970-01-01T00:00:00Z, within the years that [`super::Day`] has.
    pub fn from_microseconds(microseconds: i64) -> Option<Instant> {
        Timestamp::from_microsecond(microseconds).ok().map(Instant)
    }

    /// Microseconds after 1970-01-01T00:00:00Z.
    pub fn microseconds(self) -> i64 {
        self.0.as_microsecond()
    }

    /// Whole seconds after 1970-01-01T00:00:00Z.
    pub fn seconds(self) -> i64 {
        self.0.as_second()
    }

    /// The moment so many seconds later, or earlier when negative.
    pub fn plus_seconds(self, seconds: i64) -> Option<Instant> {
        let microseconds = seconds
            .checked_mul(1_000_000)
            .and_then(|more| self.microseconds().checked_add(more));
        microseconds.and_then(Instant::from_microseconds)
    }

    /// Microseconds from `earlier` to this moment.
    pub fn microseconds_since(self, earlier: Instant) -> i64 {
        self.microseconds() - earlier.microseconds()
    }

    pub(super) fn timestamp(self) -> Timestamp {
        self.0
    }

    pub(super) fn from_timestamp(timestamp: Timestamp) -> Instant {
        Instant(timestamp)
    }
}

impl FromStr for Instant {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let parsed: Option<Timestamp> = text.parse().ok();
        let exact = parsed.filter(|moment| moment.as_nanosecond() % 1_000 == 0);
        exact.map(Instant).ok_or_else(|| {
            let text = crate::money::shortened(text);
            let message = format!("`{text}` is not an instant with an offset such as \"2026-09-01T10:00:00Z\"");
            Error::new(Code::RequestType, "", message)
        })
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, out)
    }
}

impl fmt::Debug for Instant {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, out)
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            serializer.serialize_newtype_struct(Instant::WIRE_NAME, &self.microseconds())
        }
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl de::Visitor<'_> for Text {
            type Value = Instant;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("an instant such as \"2026-09-01T10:00:00Z\"")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Instant, E> {
                text.parse().map_err(E::custom)
            }
        }
        struct Number;
        impl<'de> de::Visitor<'de> for Number {
            type Value = Instant;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("microseconds since 1970")
            }
            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Instant, E> {
                Instant::from_microseconds(number).ok_or_else(|| E::custom("outside the years that days have"))
            }
            fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<Instant, D::Error> {
                inner.deserialize_i64(self)
            }
        }
        if deserializer.is_human_readable() {
            deserializer.deserialize_str(Text)
        } else {
            deserializer.deserialize_newtype_struct(Instant::WIRE_NAME, Number)
        }
    }
}

impl JsonSchema for Instant {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Instant".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "format": "date-time",
            "description": "A moment with its offset, such as \"2026-09-01T10:00:00Z\".",
            "examples": ["2000-01-01T00:00:00Z"],
        })
    }
}
