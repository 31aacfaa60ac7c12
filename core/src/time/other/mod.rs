//! Days, moments and times of other crates: `jiff` always, `chrono` and `time` behind features of those names. What they hold and this
//! crate does not is refused, never rounded: years beyond 0001 to 9999, fractions of a second beyond those of a type, leap seconds.

#[cfg(feature = "chrono")]
mod chrono;
mod jiff;
#[cfg(feature = "time")]
mod time;

use super::{Day, Instant, LocalTime, TimeOfDay};
use crate::{Code, Error, Result};

/// 24:00 is a time of day here, and none elsewhere.
const LAST_SECOND: u32 = 86_399;

fn day_of(year: i32, month: u32, day: u32) -> Result<Day> {
    Day::new(year, month, day).ok_or_else(|| out_of_range(&format!("{year}-{month:02}-{day:02}")))
}

fn instant_of(nanoseconds: i128) -> Result<Instant> {
    let fault = || out_of_range(&format!("{nanoseconds} nanoseconds after 1970"));
    if nanoseconds % 1_000 != 0 {
        return Err(too_fine("a moment", "microseconds"));
    }
    let microseconds = i64::try_from(nanoseconds / 1_000).map_err(|_| fault())?;
    Instant::from_microseconds(microseconds).ok_or_else(fault)
}

fn time_of(seconds: u32, nanoseconds: u32) -> Result<TimeOfDay> {
    if nanoseconds != 0 {
        return Err(too_fine("a time of day", "seconds"));
    }
    TimeOfDay::from_seconds(seconds).ok_or_else(no_such_time)
}

/// Hour, minute and second of a time that other crates have too.
fn clock_of(time: TimeOfDay) -> Result<(u8, u8, u8)> {
    let seconds = time.seconds();
    let part = |value: u32| u8::try_from(value).unwrap_or_default();
    if seconds > LAST_SECOND {
        return Err(no_such_time());
    }
    Ok((part(seconds / 3_600), part(seconds / 60 % 60), part(seconds % 60)))
}

fn local_of(day: Result<Day>, time: Result<TimeOfDay>) -> Result<LocalTime> {
    Ok(LocalTime { day: day?, time: time? })
}

fn no_such_time() -> Error {
    let message = "a day ends at `24:00` here, and at the next day's `00:00` elsewhere";
    Error::new(Code::TimeOutOfRange, "", message)
}

/// Of the crates that are read, `chrono` alone has them.
#[cfg(feature = "chrono")]
fn leap_second() -> Error {
    Error::new(Code::TimeOutOfRange, "", "a leap second is no second of its own here")
}

fn out_of_range(what: &str) -> Error {
    let message = format!("`{what}` is outside the years 0001 to 9999");
    Error::new(Code::TimeOutOfRange, "", message)
}

fn too_fine(what: &str, unit: &str) -> Error {
    let message = format!("{what} is counted in whole {unit}; round it first");
    Error::new(Code::TimeOutOfRange, "", message)
}
