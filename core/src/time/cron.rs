//! What comes by the clock, as a line of cron says it.

use std::str::FromStr;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::day::days_in;
use super::{Day, Instant, TimeOfDay, Zone};
use crate::fault::{Limits, shortened};
use crate::{Code, Error, Reason, Result};

/// The most moments that are told at once.
const MOST: u32 = 1_000;
const MINUTE: u32 = 60;
const HOURS: u64 = (1 << 24) - 1;
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];
const WEEKDAYS: [&str; 7] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/// A line of cron: minute, hour, day of the month, month, day of the week. `15 0 * * *` is 00:15 of every day.
///
/// Where neither kind of day begins with `*`, either of them is enough. A line of certain hours comes once for each time that it
/// names: at the change where clocks skip it, the first time where they show it twice. A line of every hour goes on as time does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cron {
    minutes: u64,
    hours: u64,
    days: u64,
    months: u64,
    weekdays: u64,
    /// Whether a day that fits in one of both ways is enough.
    either_day: bool,
}

/// A line of cron, and where it is looked at from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CronRequest {
    /// Minute, hour, day of the month, month and day of the week: `15 0 * * *` is a quarter past midnight.
    #[schemars(length(max = 100), extend("format" = "text"))]
    pub cron: String,
    /// By whose clocks.
    pub zone: Zone,
    /// Moments after this one.
    pub after: Instant,
    /// How many; one when not given.
    #[serde(default = "one")]
    #[schemars(range(min = 1, max = 1000))]
    pub count: u32,
}

fn one() -> u32 {
    1
}

/// The next moments of a line of cron, in order of time; fewer than were asked for where the year 9999 ends.
pub fn cron(request: CronRequest) -> Result<Vec<Instant>> {
    request.bounded_and(Vec::new())?;
    let cron: Cron = request.cron.parse().map_err(|error: Error| error.under("/cron"))?;
    let next = |moment: &Instant| cron.next(&request.zone, *moment);
    let count = usize::try_from(request.count.min(MOST)).unwrap_or(0);
    Ok(std::iter::successors(next(&request.after), next).take(count).collect())
}

/// What a field counts, from its least to its most, and what its values are called.
struct Part {
    told: &'static str,
    least: u32,
    most: u32,
    names: &'static [&'static str],
}

const PARTS: [Part; 5] = [
    Part::new("minute", 0, 59, &[]),
    Part::new("hour", 0, 23, &[]),
    Part::new("day of the month", 1, 31, &[]),
    Part::new("month", 1, 12, &MONTHS),
    // Sunday is 0 and 7.
    Part::new("day of the week", 0, 7, &WEEKDAYS),
];

impl Part {
    const fn new(told: &'static str, least: u32, most: u32, names: &'static [&'static str]) -> Part {
        Part {
            told,
            least,
            most,
            names,
        }
    }

    /// The values of a field, a bit each.
    fn read(&self, text: &str) -> Result<u64> {
        let mut values = 0;
        for piece in text.split(',') {
            let (range, step) = match piece.split_once('/') {
                Some((range, step)) => (range, self.step(piece, step)?),
                None => (piece, 1),
            };
            let (first, last) = match range.split_once('-') {
                _ if range == "*" => (self.least, self.most),
                Some((first, last)) => (self.value(first)?, self.value(last)?),
                None if piece != range => {
                    return Err(self.wrong(&format!(
                        "`{}` steps from one value; write a range such as `{}-{}/{step}`",
                        shortened(piece),
                        self.least,
                        self.most
                    )));
                }
                None => (self.value(range)?, self.value(range)?),
            };
            if last < first {
                return Err(self.wrong(&format!("`{}` ends before it begins", shortened(range))));
            }
            let stepped = (first..=last).step_by(usize::try_from(step).unwrap_or(usize::MAX));
            values |= stepped.fold(0, |values, value| values | 1_u64 << value);
        }
        Ok(values)
    }

    fn step(&self, piece: &str, text: &str) -> Result<u32> {
        let step = number(text).filter(|step| (1..=self.most).contains(step));
        step.ok_or_else(|| {
            let message = format!("the step of `{}` is not from 1 to {}", shortened(piece), self.most);
            self.wrong(&message)
        })
    }

    fn value(&self, text: &str) -> Result<u32> {
        let named = self.names.iter().zip(self.least..);
        let mut named = named.filter(|(name, _)| name.eq_ignore_ascii_case(text));
        let value = named.next().map(|(_, value)| value).or_else(|| number(text));
        let value = value.filter(|value| (self.least..=self.most).contains(value));
        value.ok_or_else(|| {
            let names = match self.names {
                [first, .., last] => format!(", or `{first}` to `{last}`"),
                _ => String::new(),
            };
            let (text, least, most) = (shortened(text), self.least, self.most);
            self.wrong(&format!("`{text}` is not from {least} to {most}{names}"))
        })
    }

    fn wrong(&self, message: &str) -> Error {
        Error::new(Code::TimeRecurrence, "", format!("{}: {message}", self.told))
    }
}

fn number(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

impl FromStr for Cron {
    type Err = Error;

    fn from_str(text: &str) -> Result<Cron> {
        let fields: Vec<&str> = text.split_ascii_whitespace().collect();
        let &[minute, hour, day, month, weekday] = &fields[..] else {
            let message = format!(
                "`{}` has {} fields; a line of cron has five: minute, hour, day of the month, month, day of the week",
                shortened(text),
                fields.len()
            );
            return Err(Error::new(Code::TimeRecurrence, "", message));
        };
        let mut values = [0_u64; 5];
        let mut reasons: Vec<Reason> = Vec::new();
        for ((part, text), values) in PARTS
            .iter()
            .zip([minute, hour, day, month, weekday])
            .zip(values.iter_mut())
        {
            match part.read(text) {
                Ok(read) => *values = read,
                Err(error) => reasons.extend(error.into_reasons()),
            }
        }
        if let Some(error) = Error::from_reasons(reasons) {
            return Err(error);
        }
        let [minutes, hours, days, months, weekdays] = values;
        let cron = Cron {
            minutes,
            hours,
            days,
            months,
            weekdays: weekdays | weekdays >> 7 & 1,
            either_day: !day.starts_with('*') && !weekday.starts_with('*'),
        };
        if cron.never_comes() {
            let message = format!("`{}` never comes: no such month has such a day", shortened(text));
            return Err(Error::new(Code::TimeRecurrence, "", message));
        }
        Ok(cron)
    }
}

impl Cron {
    /// The first moment after this one; nothing where that would be after the year 9999.
    pub fn next(&self, zone: &Zone, after: Instant) -> Option<Instant> {
        if self.hours == HOURS {
            return self.next_of_every_hour(zone, after);
        }
        let (today, time) = zone.local(after);
        let mut day = self.day_from(today)?;
        loop {
            // What clocks show is later than what they showed before, however they are changed.
            let earliest = if day == today { time.seconds() } else { 0 };
            for hour in (earliest / 3_600..24).filter(|hour| has(self.hours, *hour)) {
                for minute in (0..60).filter(|minute| has(self.minutes, *minute)) {
                    let time = TimeOfDay::from_seconds(hour * 3_600 + minute * MINUTE)?;
                    if let Some(moment) = zone.reach(day, time).filter(|moment| *moment > after) {
                        return Some(moment);
                    }
                }
            }
            day = self.day_from(day.next()?)?;
        }
    }

    fn next_of_every_hour(&self, zone: &Zone, after: Instant) -> Option<Instant> {
        let (_, time) = zone.local(after);
        let begun = after.plus_seconds(i64::from(MINUTE - time.seconds() % MINUTE))?;
        // Moments are told to the second.
        let mut moment = Instant::from_microseconds(begun.microseconds().div_euclid(1_000_000) * 1_000_000)?;
        loop {
            let (day, time) = zone.local(moment);
            let fitting = self.day_from(day)?;
            if fitting != day {
                // Where clocks go back over midnight, a day begins and is left again, and the one before comes once more.
                let start = zone.start_of(fitting)?;
                let ahead = if start > moment {
                    start
                } else {
                    moment.plus_seconds(MINUTE.into())?
                };
                let change = zone.next_change(moment).filter(|change| *change < ahead);
                moment = change.unwrap_or(ahead);
                continue;
            }
            let minute = time.seconds() / MINUTE % 60;
            let wait = (0..60).find(|wait| has(self.minutes, (minute + wait) % 60))?;
            if wait == 0 {
                return Some(moment);
            }
            let later = moment.plus_seconds(i64::from(wait * MINUTE))?;
            let steady = zone.offset_at(later) == zone.offset_at(moment);
            moment = if steady { later } else { zone.next_change(moment)? };
        }
    }

    /// The first day that fits, from a day on.
    fn day_from(&self, mut day: Day) -> Option<Day> {
        loop {
            let (year, month, of_month) = day.ymd();
            if !has(self.months, month) {
                let (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
                day = Day::new(year, month, 1)?;
                continue;
            }
            let of_month = has(self.days, of_month);
            let of_week = has(self.weekdays, weekday_of(day));
            if of_month && of_week || self.either_day && (of_month || of_week) {
                return Some(day);
            }
            day = day.next()?;
        }
    }

    /// Whether no month that it names has a day that it names.
    fn never_comes(&self) -> bool {
        let is_day = |month: u32| (1..=days_in(2028, month)).any(|day| has(self.days, day));
        !self.either_day && !(1..=12).any(|month| has(self.months, month) && is_day(month))
    }
}

/// The day of the week, Sunday being 0; day 0 was a Thursday.
fn weekday_of(day: Day) -> u32 {
    (day.number() + 4).rem_euclid(7).unsigned_abs()
}

fn has(values: u64, value: u32) -> bool {
    values >> value & 1 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Minute by minute, as whoever looks at a clock does.
    fn by_hand(cron: &Cron, zone: &Zone, after: Instant, minutes: i64) -> Vec<Instant> {
        let first = after.seconds().div_euclid(60);
        let of_minutes = |time: TimeOfDay| time.seconds() / 60;
        let (mut shown, begun) = zone.local(after);
        // Of this day, what clocks have not shown yet.
        let mut rest = of_minutes(begun) + 1;
        let mut found = Vec::new();
        for minute in 1..=minutes {
            let moment = Instant::from_microseconds((first + minute) * 60_000_000).unwrap();
            let (day, time) = zone.local(moment);
            let now = of_minutes(time);
            if day != shown {
                (shown, rest) = (day, 0);
            }
            let named = |time: u32| has(cron.hours, time / 60) && has(cron.minutes, time % 60);
            let comes = match cron.hours == HOURS {
                true => named(now),
                false => (rest..=now).any(named),
            };
            if comes && cron.day_from(day) == Some(day) {
                found.push(moment);
            }
            rest = rest.max(now + 1);
        }
        found
    }

    #[test]
    fn a_day_that_clocks_leave_again_is_gone_through_once() {
        // At 00:01 of Sunday clocks went back to 23:01 of Saturday.
        let zone: Zone = "America/St_Johns".parse().unwrap();
        let after: Instant = "2010-11-07T02:25:00Z".parse().unwrap();
        for line in ["* * * * sun", "*/20 * * * 6", "0 * * * *"] {
            let cron: Cron = line.parse().unwrap();
            let next = |moment: &Instant| cron.next(&zone, *moment);
            let last = after.plus_seconds(4 * 3_600).unwrap();
            let told = std::iter::successors(next(&after), next).take_while(|moment| *moment <= last);
            assert_eq!(told.collect::<Vec<_>>(), by_hand(&cron, &zone, after, 240), "{line}");
        }
    }

    #[test]
    fn moments_are_those_of_whoever_looks_at_a_clock() {
        let lines = [
            "15 0 * * *",
            "*/20 * * * *",
            "30 2 * * *",
            "0,30 1-3 * * *",
            "*/7 */5 1-15 * *",
            "40 * 25 3,10 sun",
            "0 2 * * 0",
            "5 * * * *",
        ];
        for (zone, after) in [
            ("Europe/Berlin", "2026-03-27T10:00:00Z"),
            ("Europe/Berlin", "2026-10-23T10:00:00Z"),
            ("Australia/Lord_Howe", "2026-04-03T00:00:00Z"),
            ("Australia/Lord_Howe", "2026-10-02T00:00:00Z"),
            ("America/Havana", "2026-03-06T00:00:00Z"),
        ] {
            let (zone, after): (Zone, Instant) = (zone.parse().unwrap(), after.parse().unwrap());
            for line in lines {
                let cron: Cron = line.parse().unwrap();
                let minutes = 4 * 24 * 60;
                let last = after.plus_seconds(minutes * 60).unwrap();
                let next = |moment: &Instant| cron.next(&zone, *moment);
                let told = std::iter::successors(next(&after), next).take_while(|moment| *moment <= last);
                assert_eq!(
                    told.collect::<Vec<_>>(),
                    by_hand(&cron, &zone, after, minutes),
                    "{line} {}",
                    zone.name()
                );
            }
        }
    }
}
