use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Day, TimeOfDay};
use crate::{Code, Error, Result};

/// A moment, to the microsecond; on the wire RFC 3339 with an offset, such as `2026-09-01T10:00:00+02:00`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(Timestamp);

impl Instant {
    /// The name by which bindings recognise an instant when it passes through serde.
    pub const WIRE_NAME: &str = "ratebook::Instant";

    /// 1970-01-01T00:00:00Z.
    pub const UNIX_EPOCH: Instant = Instant(Timestamp::UNIX_EPOCH);

    /// The moment that many microseconds after 1970-01-01T00:00:00Z. There are moments from 0001-01-02T00:00:00Z to
    /// 9999-12-30T22:00:00Z, so that clocks everywhere show a [`Day`].
    pub fn from_microseconds(microseconds: i64) -> Option<Instant> {
        Timestamp::from_microsecond(microseconds).ok().and_then(Instant::within)
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

    pub(super) fn within(timestamp: Timestamp) -> Option<Instant> {
        (timestamp.as_second() >= FIRST_SECOND).then_some(Instant(timestamp))
    }
}

/// 0001-01-02T00:00:00Z.
const FIRST_SECOND: i64 = -62_135_510_400;

impl FromStr for Instant {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let microseconds = read(text).ok_or_else(|| {
            let text = crate::fault::shortened(text);
            let message = format!("`{text}` is not an instant with an offset such as \"2026-09-01T10:00:00Z\"");
            Error::new(Code::RequestType, "", message)
        })?;
        Instant::from_microseconds(microseconds).ok_or_else(|| {
            let message = format!("`{text}` is not between 0001-01-02T00:00:00Z and 9999-12-30T22:00:00Z");
            Error::new(Code::TimeOutOfRange, "", message)
        })
    }
}

/// Microseconds of RFC 3339, which leaves nothing out: `2026-09-01T10:00:00Z`, `2026-09-01 12:00:00.25+02:00`.
fn read(text: &str) -> Option<i64> {
    let (day, rest) = text.split_at_checked(10)?;
    let (time, rest) = rest.strip_prefix(['T', 't', ' '])?.split_at_checked(8)?;
    let (day, time) = (day.parse::<Day>().ok()?, time.parse::<TimeOfDay>().ok()?);
    let (fraction, offset) = match rest.strip_prefix('.') {
        Some(rest) => {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let (digits, offset) = rest.split_at_checked(digits)?;
            (microseconds_of(digits)?, offset)
        }
        None => (0, rest),
    };
    let east = match (offset.strip_prefix('+'), offset.strip_prefix('-'), offset) {
        (_, _, "Z" | "z") => 0,
        (Some(east), _, _) => before_midnight(east)?,
        (_, Some(west), _) => -before_midnight(west)?,
        _ => return None,
    };
    let seconds = i64::from(day.number()) * 86_400 + i64::from(time.seconds()) - east;
    (time < TimeOfDay::END).then_some(seconds * 1_000_000 + fraction)
}

/// Up to nine digits after the point, of which the last three may only be zeros.
fn microseconds_of(digits: &str) -> Option<i64> {
    let nanoseconds = format!("{digits:0<9}");
    let exact = !digits.is_empty() && nanoseconds.len() == 9 && nanoseconds.ends_with("000");
    nanoseconds
        .parse::<i64>()
        .ok()
        .filter(|_| exact)
        .map(|parts| parts / 1_000)
}

fn before_midnight(offset: &str) -> Option<i64> {
    let offset: TimeOfDay = offset.parse().ok()?;
    (offset < TimeOfDay::END).then(|| offset.seconds().into())
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

crate::fault::unlimited! { Instant }

#[cfg(feature = "schemas")]
impl schemars::JsonSchema for Instant {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Instant".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "format": "date-time",
            "description": "A moment with its offset, such as \"2026-09-01T10:00:00Z\".",
            "examples": ["2000-01-01T00:00:00Z"],
        })
    }
}
