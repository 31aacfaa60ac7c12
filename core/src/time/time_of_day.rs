use std::fmt;
use std::str::FromStr;

use jiff::civil;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::{Code, Error, Result};

/// A time on the wall clock, to the second; `24:00` is the end of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(u32);

impl TimeOfDay {
    /// 00:00, the beginning of the day.
    pub const MIDNIGHT: TimeOfDay = TimeOfDay(0);
    /// 24:00, the end of the day.
    pub const END: TimeOfDay = TimeOfDay(86_400);

    /// The time so many seconds after 00:00, up to 24:00.
    pub fn from_seconds(seconds: u32) -> Option<TimeOfDay> {
        (seconds <= TimeOfDay::END.0).then_some(TimeOfDay(seconds))
    }

    /// Seconds after 00:00 on the clock.
    pub fn seconds(self) -> u32 {
        self.0
    }

    pub(super) fn of(time: civil::Time) -> TimeOfDay {
        let part = |value: i8| u32::from(value.unsigned_abs());
        TimeOfDay(part(time.hour()) * 3_600 + part(time.minute()) * 60 + part(time.second()))
    }

    pub(super) fn to_civil(self) -> civil::Time {
        let seconds = self.0 % TimeOfDay::END.0;
        let part = |value: u32| i8::try_from(value).unwrap_or(0);
        let time = civil::Time::new(part(seconds / 3_600), part(seconds / 60 % 60), part(seconds % 60), 0);
        time.unwrap_or_default()
    }
}

impl FromStr for TimeOfDay {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let parse = || {
            let mut parts = text
                .split(':')
                .map(|part| (part.len() == 2).then(|| part.parse::<u8>().ok()).flatten());
            let (hour, minute) = (parts.next()??, parts.next()??);
            let second = parts.next().map_or(Some(0), |second| second)?;
            let digits = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b':');
            let seconds = u32::from(hour) * 3_600 + u32::from(minute) * 60 + u32::from(second);
            let real = digits && parts.next().is_none() && minute < 60 && second < 60;
            TimeOfDay::from_seconds(seconds).filter(|_| real)
        };
        parse().ok_or_else(|| {
            let text = crate::fault::shortened(text);
            Error::new(
                Code::RequestType,
                "",
                format!("`{text}` is not a time of day such as \"09:30\""),
            )
        })
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hour, minute, second) = (self.0 / 3_600, self.0 / 60 % 60, self.0 % 60);
        write!(out, "{hour:02}:{minute:02}")?;
        if second == 0 {
            Ok(())
        } else {
            write!(out, ":{second:02}")
        }
    }
}

impl Serialize for TimeOfDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TimeOfDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl de::Visitor<'_> for Text {
            type Value = TimeOfDay;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a time of day such as \"09:30\"")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<TimeOfDay, E> {
                text.parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Text)
    }
}

crate::fault::unlimited! { TimeOfDay }

#[cfg(feature = "schemas")]
impl schemars::JsonSchema for TimeOfDay {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "TimeOfDay".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "format": "time-of-day",
            "description": "A time on the wall clock, such as \"09:30\"; \"24:00\" is the end of the day.",
            "examples": ["00:00"],
        })
    }
}
