use super::lexer::failed;
use super::typed::Typed;
use super::{Duration, Type, Value};
use crate::money::Decimal;
use crate::time::{Day, Instant, TimeOfDay, Zone};
use crate::{Error, Result};

/// What can be asked of an instant; of a duration the last four.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Day,
    FullYear,
    Month,
    Date,
    DayOfMonth,
    DayOfWeek,
    DayOfYear,
    Hours,
    Minutes,
    Seconds,
    Milliseconds,
    /// How many hours the month has.
    HoursInMonth,
}

impl Part {
    pub(super) fn named(name: &str) -> Option<Part> {
        Some(match name {
            "day" => Part::Day,
            "getFullYear" => Part::FullYear,
            "getMonth" => Part::Month,
            "getDate" => Part::Date,
            "getDayOfMonth" => Part::DayOfMonth,
            "getDayOfWeek" => Part::DayOfWeek,
            "getDayOfYear" => Part::DayOfYear,
            "getHours" => Part::Hours,
            "getMinutes" => Part::Minutes,
            "getSeconds" => Part::Seconds,
            "getMilliseconds" => Part::Milliseconds,
            "hours_in_month" => Part::HoursInMonth,
            _ => return None,
        })
    }

    pub(super) fn result(self) -> Type {
        match self {
            Part::Day => Type::Day,
            Part::HoursInMonth => Type::Decimal,
            _ => Type::Int,
        }
    }

    pub(super) fn is_of_durations(self) -> bool {
        matches!(self, Part::Hours | Part::Minutes | Part::Seconds | Part::Milliseconds)
    }

    /// Whether it is told of a day as well.
    pub(super) fn is_of_days(self) -> bool {
        self == Part::HoursInMonth
    }

    /// Months, days of the month, days of the year and Sundays are counted from zero, as in CEL; `getDate` from one.
    pub(super) fn of_instant(self, instant: Instant, place: &Local) -> Option<Value<'static>> {
        let (day, time) = place.local(instant)?;
        let (year, month, date) = day.ymd();
        Some(Value::Int(match self {
            Part::Day => return Some(Value::Day(day)),
            Part::FullYear => year.into(),
            Part::Month => i64::from(month) - 1,
            Part::Date => date.into(),
            Part::DayOfMonth => i64::from(date) - 1,
            // 1970-01-01 was a Thursday.
            Part::DayOfWeek => (i64::from(day.number()) + 4).rem_euclid(7),
            Part::DayOfYear => day.since(Day::new(year, 1, 1)?).into(),
            Part::Hours => time / 3_600,
            Part::Minutes => time / 60 % 60,
            Part::Seconds => time % 60,
            Part::Milliseconds => instant.microseconds().rem_euclid(1_000_000) / 1_000,
            Part::HoursInMonth => return Part::of_day(day, place),
        }))
    }

    /// The hours of the month of a day by the clocks of a place: where they are changed it has one more or one less. Nothing where
    /// they have no exact decimal, as in months in which a place took up its zone.
    pub(super) fn of_day(day: Day, place: &Local) -> Option<Value<'static>> {
        let (year, month, _) = day.ymd();
        let first = Day::new(year, month, 1)?;
        let seconds = place.start_of(first.plus_months(1)?)? - place.start_of(first)?;
        let (seconds, hour) = (Decimal::from_units(seconds.into(), 0)?, Decimal::from_units(3_600, 0)?);
        seconds
            .divided_exactly(hour)
            .map(|hours| Value::Decimal(hours.normalized()))
    }

    /// Of a duration these are the whole of it, in that unit; but for the milliseconds, which are those beyond the second.
    pub(super) fn of_duration(self, duration: Duration) -> Value<'static> {
        let seconds = duration.microseconds() / 1_000_000;
        Value::Int(match self {
            Part::Hours => seconds / 3_600,
            Part::Minutes => seconds / 60,
            Part::Milliseconds => duration.microseconds() % 1_000_000 / 1_000,
            _ => seconds,
        })
    }
}

/// Where an instant is looked at.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Place {
    Known(Local),
    /// A text that is not written in the expression.
    Asked(Box<Typed>),
}

/// Whose clocks are read.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Local {
    Zone(Zone),
    /// So many seconds east.
    Offset(i64),
}

impl Local {
    pub(super) const UTC: Local = Local::Offset(0);

    /// The day and the seconds of it that clocks show there.
    fn local(&self, instant: Instant) -> Option<(Day, i64)> {
        match self {
            Local::Zone(zone) => {
                let (day, time) = zone.local(instant);
                Some((day, i64::from(time.seconds())))
            }
            Local::Offset(east) => {
                let seconds = instant.microseconds().div_euclid(1_000_000).checked_add(*east)?;
                let day = Day::from_number(i32::try_from(seconds.div_euclid(86_400)).ok()?)?;
                Some((day, seconds.rem_euclid(86_400)))
            }
        }
    }

    /// When a day begins there, in seconds; one that a zone skips begins with the next one.
    fn start_of(&self, day: Day) -> Option<i64> {
        match self {
            Local::Zone(zone) => {
                let start = zone.start_of(day).or_else(|| zone.start_of(day.next()?))?;
                Some(start.microseconds().div_euclid(1_000_000))
            }
            Local::Offset(east) => Some(i64::from(day.number()) * 86_400 - east),
        }
    }

    /// `Europe/Berlin`, `+02:00`, `02:00`, `-02:30`.
    pub(super) fn read(text: &str) -> Result<Local> {
        let (sign, time) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text.strip_prefix('+').unwrap_or(text)),
        };
        if text == "UTC" {
            return Ok(Local::UTC);
        }
        match time.parse::<TimeOfDay>() {
            Ok(time) if time < TimeOfDay::END => Ok(Local::Offset(sign * i64::from(time.seconds()))),
            _ => text
                .parse()
                .map(Local::Zone)
                .map_err(|error: Error| failed(error.to_string())),
        }
    }
}
