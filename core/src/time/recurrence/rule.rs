//! A rule of recurrence as RFC 5545 writes it, read into numbers.

use std::ops::RangeInclusive;

use crate::fault::{quoted, shortened};
use crate::time::local_time::DAY;
use crate::time::{Day, Instant, LocalTime, TimeOfDay, Weekday};
use crate::{Code, Error, Reason, Result};

/// How often a rule recurs, the most often first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Frequency {
    Secondly,
    Minutely,
    Hourly,
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

const FREQUENCIES: [(&str, Frequency); 7] = [
    ("SECONDLY", Frequency::Secondly),
    ("MINUTELY", Frequency::Minutely),
    ("HOURLY", Frequency::Hourly),
    ("DAILY", Frequency::Daily),
    ("WEEKLY", Frequency::Weekly),
    ("MONTHLY", Frequency::Monthly),
    ("YEARLY", Frequency::Yearly),
];

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("MO", Weekday::Monday),
    ("TU", Weekday::Tuesday),
    ("WE", Weekday::Wednesday),
    ("TH", Weekday::Thursday),
    ("FR", Weekday::Friday),
    ("SA", Weekday::Saturday),
    ("SU", Weekday::Sunday),
];

/// The names of its parts.
const NAMES: [&str; 14] = [
    "FREQ",
    "INTERVAL",
    "COUNT",
    "UNTIL",
    "WKST",
    "BYDAY",
    "BYSECOND",
    "BYMINUTE",
    "BYHOUR",
    "BYMONTHDAY",
    "BYYEARDAY",
    "BYWEEKNO",
    "BYMONTH",
    "BYSETPOS",
];

/// The last moment at which a rule may occur.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Until {
    /// By the wall clock, in its seconds after 1970-01-01 00:00.
    Wall(i64),
    /// By universal time.
    Instant(Instant),
}

/// A rule without faults.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    pub(super) frequency: Frequency,
    pub(super) interval: i64,
    pub(super) count: Option<u32>,
    pub(super) until: Option<Until>,
    pub(super) week_start: Weekday,
    pub(super) seconds: Vec<i32>,
    pub(super) minutes: Vec<i32>,
    pub(super) hours: Vec<i32>,
    /// Which one of its kind in the month or year, 0 for every one, with the day of the week.
    pub(super) weekdays: Vec<(i32, Weekday)>,
    pub(super) month_days: Vec<i32>,
    pub(super) year_days: Vec<i32>,
    pub(super) weeks: Vec<i32>,
    pub(super) months: Vec<i32>,
    pub(super) positions: Vec<i32>,
}

impl Rule {
    /// Reads a rule; every fault is reported at once.
    pub(super) fn read(text: &str) -> Result<Rule> {
        let text = text.trim().to_ascii_uppercase();
        Reader::new(false).read(&text).map(|(rule, _)| rule)
    }

    #[cfg(feature = "feeds")]
    /// Reads a rule that a stranger wrote, as it is meant: spaces and parts without a word in them do not count, of `COUNT` and
    /// `UNTIL` the one that ends sooner ends it, and a part that nobody knows is passed over and told.
    pub(super) fn read_foreign(text: &str) -> Result<(Rule, Vec<Reason>)> {
        let text: String = text.split_whitespace().collect();
        Reader::new(true).read(&text.to_ascii_uppercase())
    }

    /// The rule of whole days, which has no times of day. An end that is a moment is midnight by the clock of whoever wrote it,
    /// be it east or west, or the end of a day.
    #[cfg(feature = "feeds")]
    pub(super) fn of_whole_days(mut self) -> Rule {
        for times in [&mut self.hours, &mut self.minutes, &mut self.seconds] {
            times.clear();
        }
        self.until = self.until.map(|until| {
            let wall = match until {
                Until::Wall(wall) => wall,
                Until::Instant(until) => until.seconds(),
            };
            let of_day = wall.rem_euclid(DAY);
            let next = matches!(until, Until::Instant(_)) && of_day >= DAY / 2 && of_day % 60 != 59;
            Until::Wall((wall.div_euclid(DAY) + i64::from(next)) * DAY + DAY - 1)
        });
        self
    }

    fn of(frequency: Frequency) -> Rule {
        Rule {
            frequency,
            interval: 1,
            count: None,
            until: None,
            week_start: Weekday::Monday,
            seconds: Vec::new(),
            minutes: Vec::new(),
            hours: Vec::new(),
            weekdays: Vec::new(),
            month_days: Vec::new(),
            year_days: Vec::new(),
            weeks: Vec::new(),
            months: Vec::new(),
            positions: Vec::new(),
        }
    }

    /// The rule with what it leaves open taken from its start, as the RFC says of every part that is not given.
    pub(super) fn starting_at(mut self, start: LocalTime) -> Rule {
        let LocalTime { day, time } = start;
        let (_, month, of_month) = day.ymd();
        let days_open = self.weekdays.is_empty() && self.month_days.is_empty() && self.year_days.is_empty();
        match self.frequency {
            Frequency::Yearly if days_open && !self.weeks.is_empty() => self.weekdays.push((0, day.weekday())),
            Frequency::Yearly if days_open => {
                self.month_days.push(small(of_month));
                if self.months.is_empty() {
                    self.months.push(small(month));
                }
            }
            Frequency::Monthly if days_open => self.month_days.push(small(of_month)),
            Frequency::Weekly if days_open => self.weekdays.push((0, day.weekday())),
            _ => {}
        }
        let (hour, minute, second) = (time.seconds() / 3_600, time.seconds() / 60 % 60, time.seconds() % 60);
        for (open, part, coarser) in [
            (&mut self.hours, hour, Frequency::Hourly),
            (&mut self.minutes, minute, Frequency::Minutely),
            (&mut self.seconds, second, Frequency::Secondly),
        ] {
            if open.is_empty() && self.frequency > coarser {
                open.push(small(part));
            }
        }
        self
    }

    /// The list that a part of numbers fills, and the numbers it takes.
    fn list(&mut self, name: &str) -> Option<(&mut Vec<i32>, RangeInclusive<i32>)> {
        Some(match name {
            "BYSECOND" => (&mut self.seconds, 0..=60),
            "BYMINUTE" => (&mut self.minutes, 0..=59),
            "BYHOUR" => (&mut self.hours, 0..=23),
            "BYMONTHDAY" => (&mut self.month_days, -31..=31),
            "BYYEARDAY" => (&mut self.year_days, -366..=366),
            "BYWEEKNO" => (&mut self.weeks, -53..=53),
            "BYMONTH" => (&mut self.months, 1..=12),
            "BYSETPOS" => (&mut self.positions, -366..=366),
            _ => return None,
        })
    }
}

/// Whether a part says what holds anyhow (RFC 7529).
fn means_nothing(name: &str, value: &str) -> bool {
    matches!((name, value), ("RSCALE", "GREGORIAN") | ("SKIP", "OMIT"))
}

impl Rule {
    /// How many times of day it has, each of which is kept.
    #[cfg(feature = "feeds")]
    pub(super) fn times_of_day(&self) -> usize {
        [&self.hours, &self.minutes, &self.seconds]
            .iter()
            .map(|list| list.len().max(1))
            .product()
    }
}

fn small(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(0)
}

struct Reader<'t> {
    rule: Rule,
    seen: Vec<&'t str>,
    frequency: Option<Frequency>,
    faults: Vec<Reason>,
    /// Whether a stranger wrote it.
    foreign: bool,
    /// What was told of parts that were passed over.
    passed_over: Vec<Reason>,
}

/// How many parts are told of at most that nobody knows.
const MOST_PASSED_OVER: usize = 4;

impl<'t> Reader<'t> {
    fn new(foreign: bool) -> Self {
        Reader {
            rule: Rule::of(Frequency::Daily),
            seen: Vec::new(),
            frequency: None,
            faults: Vec::new(),
            foreign,
            passed_over: Vec::new(),
        }
    }

    fn read(mut self, text: &'t str) -> Result<(Rule, Vec<Reason>)> {
        for part in text.strip_prefix("RRULE:").unwrap_or(text).split(';') {
            if !(self.foreign && part.is_empty()) {
                self.part(part);
            }
        }
        self.contradictions();
        Error::unless_empty(self.faults)?;
        Ok((self.rule, self.passed_over))
    }

    fn part(&mut self, part: &'t str) {
        let Some((name, value)) = part.split_once('=') else {
            if self.foreign {
                return self.pass_over(part, "");
            }
            let message = format!("{} is not a part of a rule such as \"FREQ=WEEKLY\"", quoted(part));
            return self.fault(&shortened(part), message);
        };
        if self.foreign && !NAMES.contains(&name) {
            return self.pass_over(name, value);
        }
        if self.seen.contains(&name) {
            return self.fault(name, format!("`{}` is given twice", shortened(name)));
        }
        self.seen.push(name);
        let read = match name {
            "FREQ" => named(&FREQUENCIES, value).map(|frequency| self.frequency = Some(frequency)),
            "INTERVAL" => whole(value).map(|interval| self.rule.interval = interval.into()),
            "COUNT" => whole(value).map(|count| self.rule.count = Some(count)),
            "UNTIL" => until(value).map(|until| self.rule.until = Some(until)),
            "WKST" => named(&WEEKDAYS, value).map(|weekday| self.rule.week_start = weekday),
            "BYDAY" => self.weekdays(value),
            _ => self.numbers(name, value),
        };
        if let Err(message) = read {
            self.fault(name, message);
        }
    }

    fn pass_over(&mut self, name: &str, value: &str) {
        if self.passed_over.len() < MOST_PASSED_OVER && !means_nothing(name, value) {
            let message = format!("there is no part `{}` of a rule; it is passed over", shortened(name));
            let reason = Reason::new(Code::TimeRecurrence, "/rule", message);
            self.passed_over.push(reason.with("part", shortened(name)));
        }
    }

    fn weekdays(&mut self, value: &str) -> Result<(), String> {
        for item in value.split(',') {
            let unreadable = || {
                let item = quoted(item);
                format!("{item} of `BYDAY` is not a day of the week such as \"MO\", \"2TU\" or \"-1FR\"")
            };
            let (which, weekday) = item
                .len()
                .checked_sub(2)
                .and_then(|at| item.split_at_checked(at))
                .ok_or_else(unreadable)?;
            let weekday = named(&WEEKDAYS, weekday).map_err(|_| unreadable())?;
            let which = match which {
                "" => 0,
                which => number(which, &(-53..=53)).ok_or_else(unreadable)?,
            };
            self.rule.weekdays.push((which, weekday));
        }
        let weekdays = &mut self.rule.weekdays;
        weekdays.sort_unstable_by_key(|(which, weekday)| (*which, *weekday as u8));
        weekdays.dedup();
        Ok(())
    }

    fn numbers(&mut self, name: &str, value: &str) -> Result<(), String> {
        let Some((list, range)) = self.rule.list(name) else {
            return Err(format!("there is no part `{}` of a rule", shortened(name)));
        };
        for item in value.split(',') {
            let number = number(item, &range).ok_or_else(|| {
                let (item, low, high) = (quoted(item), range.start(), range.end());
                let but = if *low < 0 { " but 0" } else { "" };
                format!("{item} of `{name}` is not a whole number from {low} to {high}{but}")
            })?;
            // RFC 5545, 3.3.12: without leap seconds, the sixtieth second is the fifty-ninth.
            list.push(if name == "BYSECOND" { number.min(59) } else { number });
        }
        list.sort_unstable();
        list.dedup();
        Ok(())
    }

    /// Parts that cannot stand together.
    fn contradictions(&mut self) {
        let given = |name: &str| self.seen.contains(&name);
        let mut faults = Vec::new();
        if !given("FREQ") {
            faults.push(("FREQ", "a rule needs `FREQ`, such as \"FREQ=WEEKLY\""));
        }
        if given("COUNT") && given("UNTIL") && !self.foreign {
            faults.push(("COUNT", "give `COUNT` or `UNTIL`, not both"));
        }
        let other = |name: &&str| name.starts_with("BY") && *name != "BYSETPOS";
        if given("BYSETPOS") && !self.seen.iter().any(other) {
            faults.push(("BYSETPOS", "`BYSETPOS` needs another part that begins with `BY`"));
        }
        let which = self.rule.weekdays.iter().any(|(which, _)| *which != 0);
        if which && given("BYWEEKNO") {
            faults.push(("BYDAY", "`BYDAY` takes no number beside `BYWEEKNO`"));
        }
        if let Some(frequency) = self.frequency {
            self.rule.frequency = frequency;
            if frequency != Frequency::Yearly && given("BYWEEKNO") {
                faults.push(("BYWEEKNO", "`BYWEEKNO` needs `FREQ=YEARLY`"));
            }
            if (Frequency::Daily..=Frequency::Monthly).contains(&frequency) && given("BYYEARDAY") {
                let message = "`BYYEARDAY` does not go with `FREQ=DAILY`, `FREQ=WEEKLY` or `FREQ=MONTHLY`";
                faults.push(("BYYEARDAY", message));
            }
            if frequency == Frequency::Weekly && given("BYMONTHDAY") {
                faults.push(("BYMONTHDAY", "`BYMONTHDAY` does not go with `FREQ=WEEKLY`"));
            }
            if frequency < Frequency::Monthly && which {
                let message = "`BYDAY` takes a number with `FREQ=MONTHLY` and `FREQ=YEARLY` only";
                faults.push(("BYDAY", message));
            }
        }
        for (name, message) in faults {
            self.fault(name, message.to_owned());
        }
    }

    fn fault(&mut self, part: &str, message: String) {
        let reason = Reason::new(Code::TimeRecurrence, "/rule", message);
        self.faults.push(reason.with("part", shortened(part)));
    }
}

fn named<T: Copy>(names: &[(&str, T)], value: &str) -> Result<T, String> {
    let found = names.iter().find(|(name, _)| *name == value);
    found.map(|(_, named)| *named).ok_or_else(|| {
        let names: Vec<_> = names.iter().map(|(name, _)| format!("`{name}`")).collect();
        format!("`{}` is none of {}", shortened(value), names.join(", "))
    })
}

fn whole(value: &str) -> Result<u32, String> {
    let number = value.parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| format!("{} is not a whole number from 1 to {}", quoted(value), u32::MAX))
}

/// A whole number of a range; one that counts from both ends has no 0.
fn number(value: &str, range: &RangeInclusive<i32>) -> Option<i32> {
    let number = value.parse::<i32>().ok()?;
    (range.contains(&number) && (number != 0 || *range.start() == 0)).then_some(number)
}

/// A day, which is included whole, a wall time or a moment of universal time.
fn until(value: &str) -> Result<Until, String> {
    let read = || {
        let (day, rest) = value.split_at_checked(8)?;
        let (year, rest_of_day) = day.split_at_checked(4)?;
        let (month, of_month) = rest_of_day.split_at_checked(2)?;
        let day: Day = format!("{year}-{month}-{of_month}").parse().ok()?;
        if rest.is_empty() {
            return Some(Until::Wall(i64::from(day.number()) * DAY + DAY - 1));
        }
        let (time, zulu) = rest.strip_prefix('T')?.split_at_checked(6)?;
        let (hour, rest_of_time) = time.split_at_checked(2)?;
        let (minute, second) = rest_of_time.split_at_checked(2)?;
        // The sixtieth second, as with `BYSECOND`.
        let second = if second == "60" { "59" } else { second };
        let time = format!("{hour}:{minute}:{second}").parse().ok()?;
        let wall = LocalTime { day, time }.wall();
        match zulu {
            _ if time == TimeOfDay::END => None,
            "" => Some(Until::Wall(wall)),
            "Z" => Instant::from_microseconds(wall * 1_000_000).map(Until::Instant),
            _ => None,
        }
    };
    read().ok_or_else(|| {
        let value = shortened(value);
        format!("`{value}` is not an end such as \"20261231\", \"20261231T235959\" or \"20261231T235959Z\"")
    })
}
