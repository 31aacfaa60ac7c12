//! A rule's wall times, period by period: the days of a period, each with the times of day.

use super::rule::{Frequency, Rule};
use crate::time::Day;
use crate::time::day::days_in;
use crate::time::local_time::DAY;
use crate::{Code, Error, Result};

/// How many periods and wall times are looked at in vain before a search is given up.
const PATIENCE: u32 = 1_000_000;

/// How many steps in vain a search has left.
#[derive(Clone, Copy, Debug)]
pub(super) struct Patience {
    pub(super) left: u32,
    whole: u32,
    /// For how many steps a period counts, as it costs more to go through a longer one.
    weight: u32,
}

impl Patience {
    pub(super) fn of(steps: u32) -> Patience {
        Patience {
            left: steps,
            whole: steps,
            weight: 1,
        }
    }

    #[cfg(feature = "feeds")]
    /// The same for the rule of a stranger, of which there may be many: what it costs to go through a period counts too.
    pub(super) fn weighed(self, rule: &Rule) -> Patience {
        let days: usize = match rule.frequency {
            Frequency::Yearly => 52,
            Frequency::Monthly => 5,
            _ => 1,
        };
        let wanted = [&rule.month_days, &rule.year_days, &rule.weeks, &rule.positions];
        let wanted = wanted.iter().map(|list| list.len()).sum::<usize>() + rule.weekdays.len();
        let weight = u32::try_from(days * (1 + wanted / 16)).unwrap_or(u32::MAX);
        Patience { weight, ..self }
    }

    #[cfg(feature = "feeds")]
    /// Counts steps that are known before.
    pub(super) fn take(&mut self, steps: usize) -> bool {
        let left = u32::try_from(steps).ok().and_then(|steps| self.left.checked_sub(steps));
        self.left = left.unwrap_or(0);
        left.is_some()
    }

    /// Counts a period that was gone through.
    fn period(&mut self) -> Result<()> {
        self.left = self.left.saturating_sub(self.weight - 1);
        self.step()
    }

    /// Counts a step that led to no answer, and gives the search up when there were too many.
    pub(super) fn step(&mut self) -> Result<()> {
        if let Some(left) = self.left.checked_sub(1) {
            self.left = left;
            return Ok(());
        }
        let message = format!(
            "nothing was found in {} steps; begin the rule later, or let it occur more often",
            self.whole
        );
        Err(Error::new(Code::TimeRecurrenceEndless, "/rule", message))
    }
}

impl Default for Patience {
    fn default() -> Self {
        Patience::of(PATIENCE)
    }
}

/// The wall times of a rule in order, in seconds of the wall clock after 1970-01-01 00:00.
#[derive(Debug)]
pub(super) struct Expansion {
    rule: Rule,
    /// Nothing occurs before it.
    start: i64,
    /// Nothing before it is asked for.
    first: i64,
    /// Nothing after it is asked for.
    last: i64,
    /// How many wall times the rule still has.
    left: Option<u32>,
    /// The next period.
    period: i64,
    /// The days of the period that is being gone through.
    days: Vec<Day>,
    /// The times of day of each of them, in seconds.
    times: Vec<i64>,
    /// Which of the period's wall times occur, where `BYSETPOS` says so.
    picked: Vec<usize>,
    /// How many of them have been gone through.
    done: usize,
}

impl Expansion {
    /// The rule's wall times from its start; those before `first` may be left out and those after `last` are.
    pub(super) fn new(rule: Rule, start: i64, first: Option<i64>, last: Option<i64>) -> Expansion {
        let end = i64::from(Day::LAST.number()) * DAY + DAY - 1;
        // What is counted cannot be skipped.
        let first = first
            .filter(|_| rule.count.is_none())
            .map_or(start, |first| first.max(start));
        let base = rule.period_of(start);
        let skipped = (rule.period_of(first) - base).div_euclid(rule.interval);
        let times = if rule.frequency >= Frequency::Daily {
            times(&rule.hours, &rule.minutes, &rule.seconds)
        } else {
            Vec::new()
        };
        Expansion {
            start,
            first,
            last: last.map_or(end, |last| last.min(end)),
            left: rule.count,
            period: base + skipped * rule.interval,
            days: Vec::new(),
            times,
            picked: Vec::new(),
            done: 0,
            rule,
        }
    }

    /// The next wall time.
    pub(super) fn next(&mut self, patience: &mut Patience) -> Result<Option<i64>> {
        while self.left != Some(0) {
            let Some(wall) = self.next_of_period() else {
                if self.period > self.rule.period_of(self.last) {
                    return Ok(None);
                }
                patience.period()?;
                self.fill();
                continue;
            };
            if wall > self.last {
                return Ok(None);
            }
            if wall >= self.start {
                self.left = self.left.map(|left| left - 1);
                return Ok(Some(wall));
            }
            patience.step()?;
        }
        Ok(None)
    }

    fn next_of_period(&mut self) -> Option<i64> {
        let index = if self.rule.positions.is_empty() {
            self.done
        } else {
            *self.picked.get(self.done)?
        };
        let day = self.days.get(index.checked_div(self.times.len())?)?;
        let time = self.times.get(index.checked_rem(self.times.len())?)?;
        self.done += 1;
        Some(i64::from(day.number()) * DAY + time)
    }

    /// Goes on to the next period: its days and times.
    fn fill(&mut self) {
        self.done = 0;
        self.days.clear();
        let (rule, period) = (&self.rule, self.period);
        self.period += rule.interval;
        match rule.frequency {
            Frequency::Yearly => (1..=12).for_each(|month| rule.month(period, month, &mut self.days)),
            Frequency::Monthly => rule.month(period.div_euclid(12), period.rem_euclid(12) + 1, &mut self.days),
            Frequency::Weekly => {
                let first = rule.first_of_week(period);
                let days = (first..first + 7).filter_map(day_of);
                self.days.extend(days.filter(|day| rule.has(*day)));
            }
            Frequency::Daily => self.days.extend(day_of(period).filter(|day| rule.has(*day))),
            Frequency::Hourly | Frequency::Minutely | Frequency::Secondly => {
                self.fill_part_of_day(period);
            }
        }
        if self.rule.positions.is_empty() {
            let early = |day: &&Day| i64::from(day.number()) < self.first.div_euclid(DAY);
            let early = self.days.iter().take_while(early).count();
            self.done = early * self.times.len();
        } else {
            self.pick();
        }
    }

    /// An hour, a minute or a second; one that does not fit leads at once past all those that do not for the same reason.
    fn fill_part_of_day(&mut self, period: i64) {
        let unit = self.rule.frequency.seconds();
        let wall = period * unit;
        let Some(day) = day_of(wall.div_euclid(DAY)) else {
            return;
        };
        let of_day = wall.rem_euclid(DAY);
        let of = |range: &[i32], value: i64| range.is_empty() || range.iter().any(|one| i64::from(*one) == value);
        let (hour, minute, second) = (of_day / 3_600, of_day / 60 % 60, of_day % 60);
        let fine = self.rule.frequency;
        let misfit = if !self.rule.has(day) {
            Some(DAY)
        } else if !of(&self.rule.hours, hour) {
            Some(3_600)
        } else if fine <= Frequency::Minutely && !of(&self.rule.minutes, minute) {
            Some(60)
        } else if fine == Frequency::Secondly && !of(&self.rule.seconds, second) {
            Some(1)
        } else {
            None
        };
        if let Some(length) = misfit {
            let next = (wall.div_euclid(length) + 1) * length;
            let periods = next.div_euclid(unit) - period;
            let interval = self.rule.interval;
            self.period = period + (periods + interval - 1).div_euclid(interval).max(1) * interval;
            return;
        }
        self.days.push(day);
        let exactly = |value: i64| [i32::try_from(value).unwrap_or(0)];
        self.times = match fine {
            Frequency::Secondly => times(&exactly(hour), &exactly(minute), &exactly(second)),
            Frequency::Minutely => times(&exactly(hour), &exactly(minute), &self.rule.seconds),
            _ => times(&exactly(hour), &self.rule.minutes, &self.rule.seconds),
        };
    }

    /// The wall times of the period at the positions that the rule names, counted from either end.
    fn pick(&mut self) {
        let count = self.days.len() * self.times.len();
        self.picked.clear();
        self.picked.extend(self.rule.positions.iter().filter_map(|position| {
            let from_end = usize::try_from(position.unsigned_abs()).ok()?;
            let index = if *position > 0 {
                from_end.checked_sub(1)
            } else {
                count.checked_sub(from_end)
            };
            index.filter(|index| *index < count)
        }));
        self.picked.sort_unstable();
        self.picked.dedup();
    }
}

impl Frequency {
    /// The length of a period that is a part of a day.
    fn seconds(self) -> i64 {
        match self {
            Frequency::Secondly => 1,
            Frequency::Minutely => 60,
            _ => 3_600,
        }
    }
}

impl Rule {
    /// The number of the period that holds a wall time, counted without regard to the interval.
    fn period_of(&self, wall: i64) -> i64 {
        let day = wall.div_euclid(DAY);
        let month = || {
            let (year, month, _) = day_of(day).unwrap_or(Day::LAST).ymd();
            (i64::from(year), i64::from(month))
        };
        match self.frequency {
            Frequency::Yearly => month().0,
            Frequency::Monthly => month().0 * 12 + month().1 - 1,
            // 1970-01-01 was a Thursday.
            Frequency::Weekly => (day + 3 - self.week_start as i64).div_euclid(7),
            Frequency::Daily => day,
            fine => wall.div_euclid(fine.seconds()),
        }
    }

    fn first_of_week(&self, week: i64) -> i64 {
        week * 7 - 3 + self.week_start as i64
    }

    /// The days of a month that the rule has.
    fn month(&self, year: i64, month: i64, days: &mut Vec<Day>) {
        if !self.months.is_empty() && !self.months.iter().any(|wanted| i64::from(*wanted) == month) {
            return;
        }
        let (Ok(year), Ok(month)) = (i32::try_from(year), u32::try_from(month)) else {
            return;
        };
        let Some(first) = Day::new(year, month, 1) else {
            return;
        };
        let length = i32::try_from(days_in(year, month)).unwrap_or(0);
        days.extend(
            (0..length)
                .filter_map(|late| first.plus(late))
                .filter(|day| self.has(*day)),
        );
    }

    /// Whether the rule has a day, its period apart.
    fn has(&self, day: Day) -> bool {
        let weekday = day.weekday();
        if !self.weekdays.is_empty() && self.weekdays.iter().all(|(_, wanted)| *wanted != weekday) {
            return false;
        }
        let (year, month, of_month) = day.ymd();
        let in_month = Place::new(of_month, days_in(year, month));
        let wanted = |number: &i32| u32::try_from(*number) == Ok(month);
        (self.months.is_empty() || self.months.iter().any(wanted))
            && in_month.is_among(&self.month_days)
            && (self.year_days.is_empty() || in_year(day).is_among(&self.year_days))
            && (self.weeks.is_empty() || self.week_of(day).is_among(&self.weeks))
            && self.has_number(day, in_month)
    }

    /// Whether the day is one that its weekday's number names in the month or year, or its weekday has none.
    fn has_number(&self, day: Day, in_month: Place) -> bool {
        let weekday = day.weekday();
        let monthly = self.frequency == Frequency::Monthly || !self.months.is_empty();
        let mut numbers = self.weekdays.iter().filter(|(_, wanted)| *wanted == weekday);
        self.weekdays.is_empty()
            || numbers.any(|(number, _)| {
                let place = || if monthly { in_month } else { in_year(day) };
                *number == 0 || place().in_sevens().is(*number)
            })
    }

    /// The week of a day in the year that holds its fourth day, and so most of it.
    fn week_of(&self, day: Day) -> Place {
        let since_start = (7 + day.weekday() as i32 - self.week_start as i32) % 7;
        let fourth = day.plus(3 - since_start).unwrap_or(day);
        in_year(fourth).in_sevens()
    }
}

/// A place counted from the beginning and from the end, the first and the last being 1.
#[derive(Clone, Copy)]
struct Place {
    from_start: i32,
    from_end: i32,
}

impl Place {
    fn new(place: u32, of: u32) -> Place {
        let (place, of) = (i32::try_from(place).unwrap_or(0), i32::try_from(of).unwrap_or(0));
        Place {
            from_start: place,
            from_end: of - place + 1,
        }
    }

    /// The place among those that lie whole weeks away.
    fn in_sevens(self) -> Place {
        Place {
            from_start: (self.from_start - 1) / 7 + 1,
            from_end: (self.from_end - 1) / 7 + 1,
        }
    }

    fn is(self, number: i32) -> bool {
        number == self.from_start || number == -self.from_end
    }

    /// Whether it is one of the places, or none is named.
    fn is_among(self, numbers: &[i32]) -> bool {
        numbers.is_empty() || numbers.iter().any(|number| self.is(*number))
    }
}

fn in_year(day: Day) -> Place {
    let (year, _, _) = day.ymd();
    let before = Day::new(year, 1, 1).map_or(0, |first| day.since(first));
    let length = 365 + u32::from(days_in(year, 2) == 29);
    Place::new(u32::try_from(before).unwrap_or(0) + 1, length)
}

fn day_of(number: i64) -> Option<Day> {
    i32::try_from(number).ok().and_then(Day::from_number)
}

/// Every combination, in order.
fn times(hours: &[i32], minutes: &[i32], seconds: &[i32]) -> Vec<i64> {
    let mut times = Vec::with_capacity(hours.len() * minutes.len() * seconds.len());
    for hour in hours {
        for minute in minutes {
            times.extend(
                seconds
                    .iter()
                    .map(|second| i64::from(hour * 3_600 + minute * 60 + second)),
            );
        }
    }
    times
}
