use std::fmt;
use std::str::FromStr;

use jiff::civil;
use jiff::tz::{AmbiguousOffset, TimeZone, TimeZoneDatabase};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Day, Instant, TimeOfDay};
use crate::{Code, Error, Result};

/// A time zone of the IANA database, from the tables inside the engine and never from the machine's.
#[derive(Clone, PartialEq, Eq)]
pub struct Zone(TimeZone);

/// What a wall time stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// One moment.
    Exact(Instant),
    /// None, because clocks went forward over it; this moment is later by the gap.
    Gap(Instant),
    /// Two, because clocks went back over it.
    Fold(Instant, Instant),
}

impl Resolved {
    /// The moment, the first where there are two.
    pub fn instant(self) -> Instant {
        match self {
            Resolved::Exact(instant) | Resolved::Gap(instant) | Resolved::Fold(instant, _) => instant,
        }
    }
}

impl Zone {
    /// Universal time.
    pub const UTC: Zone = Zone(TimeZone::UTC);

    pub(super) fn into_inner(self) -> TimeZone {
        self.0
    }

    /// The zone's name.
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }

    /// How many seconds east of universal time clocks are at a moment.
    pub fn offset_at(&self, instant: Instant) -> i32 {
        self.0.to_offset(instant.timestamp()).seconds()
    }

    /// The day and time that clocks show at a moment.
    pub fn local(&self, instant: Instant) -> (Day, TimeOfDay) {
        let local = self.0.to_datetime(instant.timestamp());
        (day_of(local.date()), TimeOfDay::of(local.time()))
    }

    /// The day that a moment belongs to.
    pub fn day_of(&self, instant: Instant) -> Day {
        self.local(instant).0
    }

    /// The moment at which clocks show a day and time; 24:00 is the next day's midnight.
    pub fn resolve(&self, day: Day, time: TimeOfDay) -> Option<Resolved> {
        let day = if time == TimeOfDay::END { day.next()? } else { day };
        let (year, month, of_month) = day.ymd();
        let date = civil::Date::new(year.try_into().ok()?, month.try_into().ok()?, of_month.try_into().ok()?).ok()?;
        let ambiguous = self.0.to_ambiguous_timestamp(date.to_datetime(time.to_civil()));
        let instant = |timestamp: Result<jiff::Timestamp, jiff::Error>| timestamp.ok().and_then(Instant::within);
        Some(match ambiguous.offset() {
            AmbiguousOffset::Unambiguous { .. } => Resolved::Exact(instant(ambiguous.compatible())?),
            AmbiguousOffset::Gap { .. } => Resolved::Gap(instant(ambiguous.compatible())?),
            AmbiguousOffset::Fold { .. } => Resolved::Fold(instant(ambiguous.earlier())?, instant(ambiguous.later())?),
        })
    }

    /// The first moment of a day: its midnight, or the change of clocks that skipped it.
    pub fn start_of(&self, day: Day) -> Option<Instant> {
        self.reach(day, TimeOfDay::MIDNIGHT)
    }

    /// The first moment at which clocks show a time of a day, or the change of clocks that skipped it.
    pub fn reach(&self, day: Day, time: TimeOfDay) -> Option<Instant> {
        let resolved = self.resolve(day, time)?;
        let Resolved::Gap(moved) = resolved else {
            return Some(resolved.instant());
        };
        let changes = self.0.preceding(moved.plus_seconds(1)?.timestamp());
        changes
            .map(|change| change.timestamp())
            .next()
            .and_then(Instant::within)
    }

    /// Whether clocks show any time of the day; a zone that crosses the date line skips one.
    pub fn has(&self, day: Day) -> bool {
        let next = day.next().and_then(|next| self.start_of(next));
        self.start_of(day)
            .is_some_and(|start| next.is_none_or(|next| start < next))
    }

    /// The next moment after this one at which the clocks change; a new name for the same time is no change.
    pub fn next_change(&self, after: Instant) -> Option<Instant> {
        let changes = self.0.following(after.timestamp());
        let mut before = self.0.to_offset(after.timestamp());
        for change in changes {
            if change.offset() != before {
                return Instant::within(change.timestamp());
            }
            before = change.offset();
        }
        None
    }
}

fn day_of(date: civil::Date) -> Day {
    let day = Day::new(
        date.year().into(),
        date.month().unsigned_abs().into(),
        date.day().unsigned_abs().into(),
    );
    day.unwrap_or(if date.year() < 1 { Day::FIRST } else { Day::LAST })
}

impl FromStr for Zone {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        TimeZoneDatabase::bundled().get(text).map(Zone).map_err(|_| {
            let text = crate::fault::shortened(text);
            Error::new(
                Code::TimeZoneUnknown,
                "",
                format!("`{text}` is not a zone such as \"Europe/Berlin\""),
            )
        })
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}

impl Serialize for Zone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl de::Visitor<'_> for Text {
            type Value = Zone;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a zone such as \"Europe/Berlin\"")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Zone, E> {
                text.parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Text)
    }
}

crate::fault::unlimited! { Zone }

#[cfg(feature = "schemas")]
impl schemars::JsonSchema for Zone {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Zone".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "format": "time-zone",
            "description": "A time zone of the IANA database, such as \"Europe/Berlin\".",
            "examples": ["UTC"],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_that_jump() {
        let berlin: Zone = "Europe/Berlin".parse().unwrap();
        let at = |day: &str, time: &str| berlin.resolve(day.parse().unwrap(), time.parse().unwrap()).unwrap();
        let instant = |text: &str| text.parse::<Instant>().unwrap();
        assert_eq!(
            at("2026-03-29", "02:30"),
            Resolved::Gap(instant("2026-03-29T01:30:00Z"))
        );
        let twice = Resolved::Fold(instant("2026-10-25T00:30:00Z"), instant("2026-10-25T01:30:00Z"));
        assert_eq!(at("2026-10-25", "02:30"), twice);
        assert_eq!(
            berlin.local(instant("2026-09-01T22:30:00Z")).0.to_string(),
            "2026-09-02"
        );
        assert!("Mars/Olympus".parse::<Zone>().is_err());
    }
}
