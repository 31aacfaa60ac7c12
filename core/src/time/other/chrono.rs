use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Timelike, Utc};

use super::{clock_of, day_of, instant_of, leap_second, local_of, no_such_time, time_of};
use crate::time::{Day, Instant, LocalTime, TimeOfDay, Weekday};
use crate::{Error, Result};

impl TryFrom<NaiveDate> for Day {
    type Error = Error;
    fn try_from(date: NaiveDate) -> Result<Day> {
        day_of(date.year(), date.month(), date.day())
    }
}

impl From<Day> for NaiveDate {
    fn from(day: Day) -> NaiveDate {
        let (year, month, of_month) = day.ymd();
        // Every day of ours is one of theirs.
        NaiveDate::from_ymd_opt(year, month, of_month).unwrap_or_default()
    }
}

impl<Z: TimeZone> TryFrom<DateTime<Z>> for Instant {
    type Error = Error;
    fn try_from(moment: DateTime<Z>) -> Result<Instant> {
        let fraction = moment.timestamp_subsec_nanos();
        // Within a leap second a fraction counts beyond a whole one.
        if fraction >= 1_000_000_000 {
            return Err(leap_second());
        }
        instant_of(i128::from(moment.timestamp()) * 1_000_000_000 + i128::from(fraction))
    }
}

impl From<Instant> for DateTime<Utc> {
    fn from(instant: Instant) -> DateTime<Utc> {
        // Every moment of ours is one of theirs.
        DateTime::from_timestamp_micros(instant.microseconds()).unwrap_or_default()
    }
}

impl TryFrom<NaiveTime> for TimeOfDay {
    type Error = Error;
    fn try_from(time: NaiveTime) -> Result<TimeOfDay> {
        if time.nanosecond() >= 1_000_000_000 {
            return Err(leap_second());
        }
        time_of(time.num_seconds_from_midnight(), time.nanosecond())
    }
}

impl TryFrom<TimeOfDay> for NaiveTime {
    type Error = Error;
    fn try_from(time: TimeOfDay) -> Result<NaiveTime> {
        let (hour, minute, second) = clock_of(time)?;
        NaiveTime::from_hms_opt(hour.into(), minute.into(), second.into()).ok_or_else(no_such_time)
    }
}

impl TryFrom<NaiveDateTime> for LocalTime {
    type Error = Error;
    fn try_from(local: NaiveDateTime) -> Result<LocalTime> {
        local_of(local.date().try_into(), local.time().try_into())
    }
}

impl TryFrom<LocalTime> for NaiveDateTime {
    type Error = Error;
    fn try_from(local: LocalTime) -> Result<NaiveDateTime> {
        Ok(NaiveDate::from(local.day).and_time(local.time.try_into()?))
    }
}

impl From<chrono::Weekday> for Weekday {
    fn from(weekday: chrono::Weekday) -> Weekday {
        Weekday::from_number(i32::try_from(weekday.num_days_from_monday()).unwrap_or_default())
    }
}

impl From<Weekday> for chrono::Weekday {
    fn from(weekday: Weekday) -> chrono::Weekday {
        chrono::Weekday::try_from(weekday as u8).unwrap_or(chrono::Weekday::Mon)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_both_have_goes_both_ways() {
        for text in ["0001-01-01", "2024-02-29", "9999-12-31"] {
            let day: Day = text.parse().unwrap();
            assert_eq!(NaiveDate::from(day).to_string(), text);
            assert_eq!(Day::try_from(NaiveDate::from(day)).unwrap(), day);
        }
        let moment: Instant = "1969-12-31T23:59:59.999999Z".parse().unwrap();
        assert_eq!(Instant::try_from(DateTime::from(moment)).unwrap(), moment);
        let east = chrono::FixedOffset::east_opt(7_200).unwrap();
        let noon = east.with_ymd_and_hms(2026, 9, 1, 12, 0, 0).unwrap();
        assert_eq!(Instant::try_from(noon).unwrap().to_string(), "2026-09-01T10:00:00Z");
        for weekday in Weekday::ALL {
            assert_eq!(Weekday::from(chrono::Weekday::from(weekday)), weekday);
        }
        let local = NaiveDate::default().and_hms_opt(23, 59, 59).unwrap();
        assert_eq!(
            NaiveDateTime::try_from(LocalTime::try_from(local).unwrap()).unwrap(),
            local
        );
    }

    #[test]
    fn what_one_lacks_is_refused() {
        assert!(Day::try_from(NaiveDate::from_ymd_opt(0, 12, 31).unwrap()).is_err());
        assert!(Day::try_from(NaiveDate::from_ymd_opt(10_000, 1, 1).unwrap()).is_err());
        assert!(Instant::try_from(DateTime::<Utc>::from_timestamp_nanos(1)).is_err());
        assert!(Instant::try_from(DateTime::<Utc>::MAX_UTC).is_err());
        let leap = NaiveDate::default()
            .and_hms_nano_opt(23, 59, 59, 1_000_000_000)
            .unwrap();
        for refused in [
            Instant::try_from(leap.and_utc()).unwrap_err(),
            TimeOfDay::try_from(leap.time()).unwrap_err(),
        ] {
            assert!(refused.to_string().contains("leap second"), "{refused}");
        }
        assert!(TimeOfDay::try_from(NaiveTime::from_hms_nano_opt(9, 30, 0, 1).unwrap()).is_err());
        assert!(NaiveTime::try_from(TimeOfDay::END).is_err());
    }
}
