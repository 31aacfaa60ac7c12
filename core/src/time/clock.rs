use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Day, Instant, Resolved, TimeOfDay, Zone};

/// A zone's clock with its changes of a century looked up once: what is asked for every day of a calendar takes this, not
/// the zone's tables. Outside of that century it asks the zone.
#[derive(Debug)]
pub struct Clock {
    zone: Zone,
    /// From that second after 1970 on, clocks are that many seconds east; in order.
    pieces: Vec<(i64, i32)>,
}

/// 1950-01-01T00:00:00Z and 2050-01-01T00:00:00Z.
const KNOWN: (i64, i64) = (-631_152_000, 2_524_608_000);
/// No clock is further from universal time, nor moves by more at once.
const FURTHEST: i64 = 26 * 3_600;
const MICROSECONDS: i64 = 1_000_000;

impl Clock {
    /// The clock of a zone, made the first time that it is asked for.
    pub fn of(zone: &Zone) -> Arc<Clock> {
        type Made = RwLock<HashMap<String, Arc<Clock>>>;
        static MADE: LazyLock<Made> = LazyLock::new(Made::default);
        if let Some(clock) = MADE.read().unwrap_or_else(PoisonError::into_inner).get(zone.name()) {
            return Arc::clone(clock);
        }
        let clock = Arc::new(Clock::new(zone.clone()));
        let mut made = MADE.write().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(made.entry(zone.name().to_owned()).or_insert(clock))
    }

    fn new(zone: Zone) -> Clock {
        let mut pieces = Vec::new();
        let mut at = Instant::from_microseconds(KNOWN.0 * MICROSECONDS);
        while let Some(change) = at.filter(|change| change.seconds() < KNOWN.1) {
            pieces.push((change.seconds(), zone.offset_at(change)));
            at = zone.next_change(change);
        }
        Clock { zone, pieces }
    }

    /// The zone.
    pub fn zone(&self) -> &Zone {
        &self.zone
    }

    /// How many seconds east of universal time clocks are at a moment.
    pub fn offset_at(&self, instant: Instant) -> i32 {
        let seconds = instant.seconds();
        let known = (KNOWN.0..KNOWN.1).contains(&seconds).then(|| self.piece_at(seconds));
        known.flatten().unwrap_or_else(|| self.zone.offset_at(instant))
    }

    fn piece_at(&self, seconds: i64) -> Option<i32> {
        let after = self.pieces.partition_point(|(start, _)| *start <= seconds);
        self.pieces.get(after.checked_sub(1)?).map(|(_, offset)| *offset)
    }

    /// The moment of the next change of clocks after that one.
    pub fn next_change(&self, instant: Instant) -> Option<Instant> {
        let seconds = instant.seconds();
        let after = self.pieces.partition_point(|(start, _)| *start <= seconds);
        match self.pieces.get(after).filter(|_| seconds >= KNOWN.0) {
            Some((start, _)) => Instant::from_microseconds(start * MICROSECONDS),
            None => self.zone.next_change(instant),
        }
    }

    /// The day and time that clocks show at a moment.
    pub fn local(&self, instant: Instant) -> (Day, TimeOfDay) {
        let local = instant.seconds() + i64::from(self.offset_at(instant));
        let day = i32::try_from(local.div_euclid(86_400)).ok().and_then(Day::from_number);
        let time = u32::try_from(local.rem_euclid(86_400))
            .ok()
            .and_then(TimeOfDay::from_seconds);
        day.zip(time).unwrap_or_else(|| self.zone.local(instant))
    }

    /// The day that a moment belongs to.
    pub fn day_of(&self, instant: Instant) -> Day {
        self.local(instant).0
    }

    /// The moment at which clocks show a day and time; 24:00 is the next day's midnight.
    pub fn resolve(&self, day: Day, time: TimeOfDay) -> Option<Resolved> {
        let local = i64::from(day.number()) * 86_400 + i64::from(time.seconds());
        let (earliest, latest) = (local - FURTHEST, local + FURTHEST);
        if earliest > KNOWN.0 && latest < KNOWN.1 {
            let offset = self.piece_at(earliest)?;
            let next = self.pieces.partition_point(|(start, _)| *start <= earliest);
            if self.pieces.get(next).is_none_or(|(start, _)| *start > latest) {
                return Instant::from_microseconds((local - i64::from(offset)) * MICROSECONDS).map(Resolved::Exact);
            }
        }
        self.zone.resolve(day, time)
    }

    /// The first moment of a day: its midnight, or the change of clocks that skipped it.
    pub fn start_of(&self, day: Day) -> Option<Instant> {
        match self.resolve(day, TimeOfDay::MIDNIGHT)? {
            Resolved::Exact(instant) => Some(instant),
            _ => self.zone.start_of(day),
        }
    }
}

/// How far clocks are from universal time; on the wire such as `+02:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UtcOffset(i32);

impl UtcOffset {
    /// So many seconds east.
    pub fn from_seconds(east: i32) -> UtcOffset {
        UtcOffset(east)
    }

    /// Seconds east.
    pub fn seconds(self) -> i32 {
        self.0
    }
}

impl fmt::Display for UtcOffset {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, seconds) = (if self.0 < 0 { '-' } else { '+' }, self.0.unsigned_abs());
        write!(out, "{sign}{:02}:{:02}", seconds / 3_600, seconds / 60 % 60)?;
        match seconds % 60 {
            0 => Ok(()),
            odd => write!(out, ":{odd:02}"),
        }
    }
}

impl Serialize for UtcOffset {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for UtcOffset {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let (sign, digits) = text.split_at_checked(1).unwrap_or_default();
        let time: Option<TimeOfDay> = digits.parse().ok();
        let seconds = time.and_then(|time| i32::try_from(time.seconds()).ok());
        match (sign, seconds) {
            ("+", Some(seconds)) => Ok(UtcOffset(seconds)),
            ("-", Some(seconds)) => Ok(UtcOffset(-seconds)),
            _ => Err(de::Error::custom("not an offset such as \"+02:00\"")),
        }
    }
}

crate::fault::unlimited! { UtcOffset }

#[cfg(feature = "schemas")]
impl schemars::JsonSchema for UtcOffset {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "UtcOffset".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string"})
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ZONES: [&str; 9] = [
        "Europe/Berlin",
        "America/New_York",
        "America/Sao_Paulo",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "Africa/Casablanca",
        "Asia/Kolkata",
        "Antarctica/Troll",
        "UTC",
    ];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]
        #[test]
        fn it_shows_what_the_zone_shows(zone in 0..ZONES.len(), day in -8_000..32_000i32, time in 0..=86_400u32) {
            let zone: Zone = ZONES[zone].parse().unwrap();
            let clock = Clock::of(&zone);
            let (day, time) = (Day::from_number(day).unwrap(), TimeOfDay::from_seconds(time).unwrap());
            prop_assert_eq!(clock.resolve(day, time), zone.resolve(day, time));
            prop_assert_eq!(clock.start_of(day), zone.start_of(day));
            let instant = zone.resolve(day, time).unwrap().instant();
            prop_assert_eq!(clock.local(instant), zone.local(instant));
            prop_assert_eq!(clock.next_change(instant), zone.next_change(instant));
        }
    }
}
