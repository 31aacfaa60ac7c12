use time::{Date, Month, OffsetDateTime, PrimitiveDateTime, Time};

use super::{clock_of, day_of, instant_of, local_of, no_such_time, time_of};
use crate::time::{Day, Instant, LocalTime, TimeOfDay, Weekday};
use crate::{Error, Result};

impl TryFrom<Date> for Day {
    type Error = Error;
    fn try_from(date: Date) -> Result<Day> {
        day_of(date.year(), u8::from(date.month()).into(), date.day().into())
    }
}

impl From<Day> for Date {
    fn from(day: Day) -> Date {
        let (year, month, of_month) = day.ymd();
        let small = |value: u32| u8::try_from(value).unwrap_or(1);
        let month = Month::try_from(small(month)).unwrap_or(Month::January);
        // Every day of ours is one of theirs.
        Date::from_calendar_date(year, month, small(of_month)).unwrap_or(Date::MIN)
    }
}

impl TryFrom<OffsetDateTime> for Instant {
    type Error = Error;
    fn try_from(moment: OffsetDateTime) -> Result<Instant> {
        instant_of(moment.unix_timestamp_nanos())
    }
}

impl From<Instant> for OffsetDateTime {
    fn from(instant: Instant) -> OffsetDateTime {
        let nanoseconds = i128::from(instant.microseconds()) * 1_000;
        // Every moment of ours is one of theirs.
        OffsetDateTime::from_unix_timestamp_nanos(nanoseconds).unwrap_or(OffsetDateTime::UNIX_EPOCH)
    }
}

impl TryFrom<Time> for TimeOfDay {
    type Error = Error;
    fn try_from(time: Time) -> Result<TimeOfDay> {
        let (hour, minute, second, nanosecond) = time.as_hms_nano();
        let seconds = u32::from(hour) * 3_600 + u32::from(minute) * 60 + u32::from(second);
        time_of(seconds, nanosecond)
    }
}

impl TryFrom<TimeOfDay> for Time {
    type Error = Error;
    fn try_from(time: TimeOfDay) -> Result<Time> {
        let (hour, minute, second) = clock_of(time)?;
        Time::from_hms(hour, minute, second).map_err(|_| no_such_time())
    }
}

impl TryFrom<PrimitiveDateTime> for LocalTime {
    type Error = Error;
    fn try_from(local: PrimitiveDateTime) -> Result<LocalTime> {
        local_of(local.date().try_into(), local.time().try_into())
    }
}

impl TryFrom<LocalTime> for PrimitiveDateTime {
    type Error = Error;
    fn try_from(local: LocalTime) -> Result<PrimitiveDateTime> {
        Ok(PrimitiveDateTime::new(local.day.into(), local.time.try_into()?))
    }
}

impl From<time::Weekday> for Weekday {
    fn from(weekday: time::Weekday) -> Weekday {
        Weekday::from_number(weekday.number_days_from_monday().into())
    }
}

impl From<Weekday> for time::Weekday {
    fn from(weekday: Weekday) -> time::Weekday {
        time::Weekday::Monday.nth_next(weekday as u8)
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
        let moment: Instant = "1969-12-31T23:59:59.999999Z".parse().unwrap();
        assert_eq!(Instant::try_from(OffsetDateTime::from(moment)).unwrap(), moment);
        for weekday in Weekday::ALL {
            assert_eq!(Weekday::from(time::Weekday::from(weekday)), weekday);
        }
        let local = PrimitiveDateTime::new(Date::MAX, Time::from_hms(23, 59, 59).unwrap());
        assert_eq!(
            PrimitiveDateTime::try_from(LocalTime::try_from(local).unwrap()).unwrap(),
            local
        );
    }

    #[test]
    fn what_one_lacks_is_refused() {
        assert!(Day::try_from(Date::MIN).is_err());
        assert!(Instant::try_from(OffsetDateTime::from_unix_timestamp_nanos(-1).unwrap()).is_err());
        assert!(Instant::try_from(PrimitiveDateTime::MIN.assume_utc()).is_err());
        assert!(TimeOfDay::try_from(Time::from_hms_nano(9, 30, 0, 1).unwrap()).is_err());
        assert!(Time::try_from(TimeOfDay::END).is_err());
    }
}
