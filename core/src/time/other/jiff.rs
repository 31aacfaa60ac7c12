use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime, civil};

use super::{clock_of, day_of, instant_of, local_of, time_of};
use crate::time::{Day, Instant, LocalTime, TimeOfDay, Weekday, Zone};
use crate::{Code, Error, Result};

impl TryFrom<Date> for Day {
    type Error = Error;
    fn try_from(date: Date) -> Result<Day> {
        let part = |value: i8| u32::from(value.unsigned_abs());
        day_of(date.year().into(), part(date.month()), part(date.day()))
    }
}

impl From<Day> for Date {
    fn from(day: Day) -> Date {
        let (year, month, of_month) = day.ymd();
        let small = |value: u32| i8::try_from(value).unwrap_or(1);
        // Every year, month and day of ours is one of theirs.
        Date::new(i16::try_from(year).unwrap_or(1), small(month), small(of_month)).unwrap_or(Date::ZERO)
    }
}

impl TryFrom<Timestamp> for Instant {
    type Error = Error;
    fn try_from(timestamp: Timestamp) -> Result<Instant> {
        instant_of(timestamp.as_nanosecond())
    }
}

impl TryFrom<&ZonedDateTime> for Instant {
    type Error = Error;
    fn try_from(zoned: &ZonedDateTime) -> Result<Instant> {
        zoned.timestamp().try_into()
    }
}

impl From<Instant> for Timestamp {
    fn from(instant: Instant) -> Timestamp {
        instant.timestamp()
    }
}

impl TryFrom<Time> for TimeOfDay {
    type Error = Error;
    fn try_from(time: Time) -> Result<TimeOfDay> {
        let own = TimeOfDay::of(time);
        time_of(own.seconds(), time.subsec_nanosecond().unsigned_abs())
    }
}

impl TryFrom<TimeOfDay> for Time {
    type Error = Error;
    fn try_from(time: TimeOfDay) -> Result<Time> {
        clock_of(time).map(|_| time.to_civil())
    }
}

impl TryFrom<DateTime> for LocalTime {
    type Error = Error;
    fn try_from(local: DateTime) -> Result<LocalTime> {
        local_of(local.date().try_into(), local.time().try_into())
    }
}

impl TryFrom<LocalTime> for DateTime {
    type Error = Error;
    fn try_from(local: LocalTime) -> Result<DateTime> {
        Ok(Date::from(local.day).to_datetime(local.time.try_into()?))
    }
}

impl From<civil::Weekday> for Weekday {
    fn from(weekday: civil::Weekday) -> Weekday {
        Weekday::from_number(weekday.to_monday_zero_offset().into())
    }
}

impl From<Weekday> for civil::Weekday {
    fn from(weekday: Weekday) -> civil::Weekday {
        civil::Weekday::from_monday_zero_offset(weekday as i8).unwrap_or(civil::Weekday::Monday)
    }
}

/// The zone of that name in the engine's own tables; a fixed offset without a name is none.
impl TryFrom<&TimeZone> for Zone {
    type Error = Error;
    fn try_from(zone: &TimeZone) -> Result<Zone> {
        let unnamed = || Error::new(Code::TimeZoneUnknown, "", "a zone without a name of the IANA database");
        zone.iana_name().ok_or_else(unnamed)?.parse()
    }
}

impl From<Zone> for TimeZone {
    fn from(zone: Zone) -> TimeZone {
        zone.into_inner()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_both_have_goes_both_ways() {
        for text in ["0001-01-01", "2024-02-29", "9999-12-31"] {
            let day: Day = text.parse().unwrap();
            assert_eq!(Date::from(day).to_string(), text);
            assert_eq!(Day::try_from(Date::from(day)).unwrap(), day);
        }
        let moment: Instant = "2026-09-01T10:00:00.000001Z".parse().unwrap();
        assert_eq!(Instant::try_from(Timestamp::from(moment)).unwrap(), moment);
        let zone: Zone = "Europe/Berlin".parse().unwrap();
        assert_eq!(Zone::try_from(&TimeZone::from(zone.clone())).unwrap(), zone);
        for weekday in Weekday::ALL {
            assert_eq!(Weekday::from(civil::Weekday::from(weekday)), weekday);
        }
        let local = civil::date(2026, 9, 1).at(23, 59, 59, 0);
        assert_eq!(DateTime::try_from(LocalTime::try_from(local).unwrap()).unwrap(), local);
    }

    #[test]
    fn what_one_lacks_is_refused() {
        assert!(Day::try_from(civil::date(0, 12, 31)).is_err());
        assert!(Day::try_from(civil::date(-1, 1, 1)).is_err());
        assert!(Instant::try_from(Timestamp::from_nanosecond(1).unwrap()).is_err());
        assert!(Instant::try_from(Timestamp::from_nanosecond(-1).unwrap()).is_err());
        assert!(Instant::try_from(Timestamp::MIN).is_err());
        assert!(TimeOfDay::try_from(civil::time(9, 30, 0, 1)).is_err());
        assert!(Time::try_from(TimeOfDay::END).is_err());
        assert!(Zone::try_from(&TimeZone::fixed(jiff::tz::offset(2))).is_err());
    }
}
