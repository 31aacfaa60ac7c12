use super::local_time::DAY;
use super::opening::around;
use super::{BusinessCalendar, Clock, Day, DayRange, Instant, Weekday};
use crate::{Code, Error, Result};

/// A business calendar made ready to be asked often: how much business time has passed at a moment, and when so much has. It
/// knows the years 1970 to 2069.
///
/// Most weeks are alike. A stretch of them is one piece, counted by a table of the week; only the days that differ, such as
/// holidays and those around a change of clocks, are pieces of their own. So a question is a search in a sorted list.
#[derive(Clone, Debug)]
pub struct BusinessClock {
    /// In order of time, without gaps; the last one begins where the clock ends.
    pieces: Vec<Piece>,
    week: Week,
}

/// A stretch of time up to the next piece, in microseconds after 1970.
#[derive(Clone, Copy, Debug)]
struct Piece {
    start: i64,
    /// Business time before it.
    before: i64,
    rate: Rate,
}

/// How business time passes.
#[derive(Clone, Copy, Debug)]
enum Rate {
    Closed,
    Open,
    /// By the table of the week; a moment and this are microseconds after a Monday's midnight on the wall clock.
    Weekly(i64),
}

/// The business stretches of an ordinary week.
#[derive(Clone, Debug, Default)]
struct Week {
    /// Start, end and business time before it, in microseconds after Monday's midnight; in order, and apart.
    stretches: Vec<(i64, i64, i64)>,
    total: i64,
}

const SECOND: i64 = 1_000_000;
const WEEK: i64 = 7 * DAY * SECOND;
/// 1970-01-01, a Thursday, is so far after a Monday's midnight.
const MONDAY: i64 = 3 * DAY * SECOND;
/// 1970-01-01 and 2070-01-01.
const KNOWN: (i64, i64) = (0, 36_525 * DAY * SECOND);
/// A clock of more days that differ is refused, and so is one of more pieces.
const MOST_DAYS: usize = 20_000;
const MOST_PIECES: usize = 400_000;

impl BusinessClock {
    /// The clock by which all time is business time.
    pub fn always() -> BusinessClock {
        let mut clock = BusinessClock {
            pieces: Vec::new(),
            week: Week::default(),
        };
        clock.push(KNOWN.0, 0, Rate::Open);
        clock.push(KNOWN.1, KNOWN.1, Rate::Closed);
        clock
    }

    /// Compiles a calendar that has passed its check; one without business time in an ordinary week, or with too many days that
    /// differ, is refused.
    pub fn of(calendar: &BusinessCalendar) -> Result<BusinessClock> {
        let week = Week::of(calendar);
        if week.total == 0 {
            let message = "no hours fall on a business day";
            return Err(Error::new(Code::DefinitionRange, "/hours", message));
        }
        let mut compiling = Compiling {
            calendar,
            clock: Clock::of(&calendar.zone),
            made: BusinessClock {
                pieces: Vec::new(),
                week,
            },
            reached: KNOWN.0,
            total: 0,
        };
        compiling.run().ok_or_else(too_many)
    }

    /// How many microseconds of business time have passed since 1970; none outside of the years that it knows.
    pub fn passed_at(&self, instant: Instant) -> Option<i64> {
        let at = instant.microseconds();
        let after = self.pieces.partition_point(|piece| piece.start <= at);
        let piece = self.pieces.get(after.checked_sub(1)?)?;
        // The last piece is none: there the clock ends.
        self.pieces.get(after)?;
        Some(piece.before + self.passed_within(piece, at))
    }

    /// The first moment at which so many microseconds of business time have passed since 1970.
    pub fn moment_of(&self, passed: i64) -> Option<Instant> {
        let after = self.pieces.partition_point(|piece| piece.before < passed);
        let piece = self.pieces.get(after.checked_sub(1)?)?;
        self.pieces.get(after)?;
        let rest = passed - piece.before;
        Instant::from_microseconds(match piece.rate {
            Rate::Closed => return None,
            Rate::Open => piece.start.checked_add(rest)?,
            Rate::Weekly(shift) => {
                let wanted = self.week.passed_at(piece.start + shift).checked_add(rest)?;
                self.week.moment_of(wanted)?.checked_sub(shift)?
            }
        })
    }

    fn passed_within(&self, piece: &Piece, at: i64) -> i64 {
        match piece.rate {
            Rate::Closed => 0,
            Rate::Open => at - piece.start,
            Rate::Weekly(shift) => self.week.passed_at(at + shift) - self.week.passed_at(piece.start + shift),
        }
    }

    fn push(&mut self, start: i64, before: i64, rate: Rate) {
        self.pieces.push(Piece { start, before, rate });
    }
}

impl Week {
    fn of(calendar: &BusinessCalendar) -> Week {
        let mut open: Vec<(i64, i64)> = Vec::new();
        let mut add = |weekday: Weekday, opens: u32, length: u32| {
            let start = (weekday as i64 * DAY + i64::from(opens)) * SECOND;
            let end = start + i64::from(length) * SECOND;
            open.push((start, end.min(WEEK)));
            // What opens on Sunday may close on Monday.
            open.extend((end > WEEK).then_some((0, end - WEEK)));
        };
        let off = calendar.days_off();
        for weekday in Weekday::ALL {
            match &calendar.hours {
                _ if off.contains(weekday) => {}
                None => add(weekday, 0, 86_400),
                Some(hours) => {
                    let own = hours.windows.iter().filter(|window| window.weekdays.contains(weekday));
                    own.for_each(|window| add(weekday, window.opens.seconds(), window.length()));
                }
            }
        }
        open.sort_unstable();
        let mut week = Week::default();
        for (start, end) in open {
            match week.stretches.last_mut().filter(|(_, last, _)| start <= *last) {
                Some((_, last, _)) => {
                    week.total += (end - *last).max(0);
                    *last = end.max(*last);
                }
                None => {
                    week.stretches.push((start, end, week.total));
                    week.total += end - start;
                }
            }
        }
        week
    }

    /// Business time since the Monday that the wall clock is counted from.
    fn passed_at(&self, wall: i64) -> i64 {
        let (weeks, within) = (wall.div_euclid(WEEK), wall.rem_euclid(WEEK));
        let after = self.stretches.partition_point(|(start, ..)| *start <= within);
        let last = after.checked_sub(1).and_then(|last| self.stretches.get(last));
        let own = last.map_or(0, |(start, end, before)| before + within.min(*end) - start);
        weeks * self.total + own
    }

    /// The first time on the wall clock at which so much has passed.
    fn moment_of(&self, passed: i64) -> Option<i64> {
        let weeks = (passed - 1).checked_div_euclid(self.total)?;
        let own = passed - weeks * self.total;
        let after = self.stretches.partition_point(|(.., before)| *before < own);
        let (start, _, before) = self.stretches.get(after.checked_sub(1)?)?;
        weeks.checked_mul(WEEK)?.checked_add(start + own - before)
    }
}

/// A clock on its way.
struct Compiling<'c> {
    calendar: &'c BusinessCalendar,
    clock: std::sync::Arc<Clock>,
    made: BusinessClock,
    reached: i64,
    total: i64,
}

impl Compiling<'_> {
    fn run(&mut self) -> Option<BusinessClock> {
        let first = Day::from_number(0)?.plus(-7)?;
        let last = Day::from_number(36_525)?.plus(7)?;
        // A window past midnight reaches into the day after its own.
        let late = self.calendar.hours.iter().any(|hours| {
            let differing = hours.exceptions.iter().flat_map(|exception| &exception.windows);
            let mut all = hours.windows.iter().chain(differing);
            all.any(|window| window.closes <= window.opens)
        });
        let mut differing = self.differing(DayRange { first, last })?.into_iter().peekable();
        let mut day = first;
        while day <= last {
            let next = differing.peek().copied().unwrap_or(last).max(day);
            let begins = if late { day.next()? } else { day };
            if begins < next {
                self.weekly(self.start_of(begins)?, self.start_of(next)?)?;
            }
            day = next.next()?;
            differing.next();
        }
        self.day_by_day(KNOWN.1)?;
        self.made.push(KNOWN.1, self.total, Rate::Closed);
        let pieces = std::mem::take(&mut self.made.pieces);
        Some(BusinessClock {
            pieces,
            week: std::mem::take(&mut self.made.week),
        })
    }

    fn start_of(&self, day: Day) -> Option<i64> {
        Some(self.clock.start_of(day)?.microseconds())
    }

    /// The days that may not be those of an ordinary week, in order: holidays, exceptions, and those around a change of clocks.
    fn differing(&self, within: DayRange) -> Option<Vec<Day>> {
        let calendar = self.calendar;
        let mut days: Vec<Day> = calendar.holidays.clone();
        let years = within.first.ymd().0..=within.last.ymd().0;
        for one in &calendar.yearly_holidays {
            let month = years.clone().filter_map(|year| Day::new(year, one.month.into(), 1));
            // The 29th of February falls on the 28th in common years: the last of these days that it falls on.
            let of_month = |first: Day| first.plus(i32::from(one.day) - 1).filter(|day| one.falls_on(*day));
            days.extend(month.filter_map(|first| of_month(first).or_else(|| first.plus(27))));
        }
        let off = calendar.days_off();
        days.retain(|day| !off.contains(day.weekday()));
        let exceptions = calendar.hours.iter().flat_map(|hours| &hours.exceptions);
        for exception in exceptions.filter_map(|exception| exception.days.intersection(within)) {
            if days.len() + exception.len() > MOST_DAYS {
                return None;
            }
            days.extend(exception.days());
        }
        let (mut at, end) = (self.clock.start_of(within.first)?, self.clock.start_of(within.last)?);
        while let Some(change) = self.clock.next_change(at).filter(|change| *change < end) {
            let first = self.clock.day_of(change.plus_seconds(-1)?).plus(-1)?;
            let last = self.clock.day_of(change).next()?;
            days.extend(DayRange { first, last }.days());
            at = change;
        }
        days.retain(|day| within.contains(*day));
        days.sort_unstable();
        days.dedup();
        (days.len() <= MOST_DAYS).then_some(days)
    }

    /// Ordinary weeks, and before them what is not covered yet.
    fn weekly(&mut self, start: i64, end: i64) -> Option<()> {
        let (start, end) = (start.max(KNOWN.0), end.min(KNOWN.1));
        if start >= end {
            return Some(());
        }
        self.day_by_day(start)?;
        let offset = self.clock.offset_at(Instant::from_microseconds(start)?);
        let shift = i64::from(offset) * SECOND + MONDAY;
        self.made.push(start, self.total, Rate::Weekly(shift));
        self.total += self.made.week.passed_at(end + shift) - self.made.week.passed_at(start + shift);
        self.reached = end;
        Some(())
    }

    /// Days that differ, stretch by stretch.
    fn day_by_day(&mut self, end: i64) -> Option<()> {
        if self.reached >= end {
            return Some(());
        }
        let day = |at: i64| Some(self.clock.day_of(Instant::from_microseconds(at)?));
        let days = around(day(self.reached)?, day(end)?);
        for span in self.calendar.spans(days) {
            let opens = span.start.microseconds().max(self.reached);
            let closes = span.end.microseconds().min(end);
            if opens >= closes {
                continue;
            }
            if self.reached < opens {
                self.made.push(self.reached, self.total, Rate::Closed);
            }
            self.made.push(opens, self.total, Rate::Open);
            self.total += closes - opens;
            self.reached = closes;
        }
        if self.reached < end {
            self.made.push(self.reached, self.total, Rate::Closed);
            self.reached = end;
        }
        (self.made.pieces.len() <= MOST_PIECES).then_some(())
    }
}

fn too_many() -> Error {
    let message = "more days differ from an ordinary week than can be counted";
    Error::new(Code::DefinitionRange, "", message)
}
