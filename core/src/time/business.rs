use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::day::days_in;
use super::opening::{around, joined};
use super::{Clock, Day, DayRange, Instant, OpeningHours, OpeningWindow, Span, Weekday, Weekdays, Zone};
use crate::fault::Limits;
use crate::fault::Pointer;
use crate::{Code, Error, Reason, Result};

/// Which days and hours count as business.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct BusinessCalendar {
    /// Where its days begin.
    pub zone: Zone,
    /// The days of the week off. When not given, Saturday and Sunday; with hours of certain days of the week, the days that no
    /// window opens on. A window of a day that is given here is refused; one of all seven days, named or not, opens on every
    /// business day, and makes none of the weekend.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekend: Option<Weekdays>,
    /// Days off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 4000))]
    pub holidays: Vec<Day>,
    /// Days off every year, such as `{"month": 12, "day": 25}`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 4000))]
    pub yearly_holidays: Vec<MonthDay>,
    /// The hours of business days; the whole day when not given. An exception counts whatever the day of the week, holiday or not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<OpeningHours>,
}

/// A day of every year; 29 February falls on the 28th in common years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
pub struct MonthDay {
    /// The month.
    #[schemars(range(min = 1, max = 12))]
    pub month: u8,
    /// The day of the month.
    #[schemars(range(min = 1, max = 31))]
    pub day: u8,
}

impl MonthDay {
    /// Whether it falls on that day.
    pub fn falls_on(self, day: Day) -> bool {
        let (year, month, of_month) = day.ymd();
        u32::from(self.month) == month && u32::from(self.day).min(days_in(year, month)) == of_month
    }

    /// Whether there is such a day in any year.
    pub fn exists(self) -> bool {
        Day::new(2028, self.month.into(), self.day.into()).is_some()
    }
}

/// How far business days and time are looked for: ten years.
const MAX_DAYS: i32 = 3_660;

impl BusinessCalendar {
    /// Every fault of the calendar.
    pub fn check(&self, place: &Pointer) -> Vec<Reason> {
        let mut reasons = Vec::new();
        if self.weekend.as_ref().is_some_and(Weekdays::are_all) {
            reasons.push(Reason::new(
                Code::RequestRange,
                place.join("weekend"),
                "every day of the week is off",
            ));
        }
        for (index, one) in self.yearly_holidays.iter().enumerate() {
            if !one.exists() {
                let message = format!("there is no day {} in month {}", one.day, one.month);
                reasons.push(Reason::new(
                    Code::RequestRange,
                    place.join("yearly_holidays").join(index),
                    message,
                ));
            }
        }
        if let Some(hours) = &self.hours {
            reasons.extend(hours.check(&place.join("hours")));
            reasons.extend(self.ignored(hours, &place.join("hours").join("windows")));
        }
        reasons
    }

    /// Windows of days that the calendar itself says are off.
    fn ignored(&self, hours: &OpeningHours, place: &Pointer) -> Vec<Reason> {
        let off = self.weekend.unwrap_or(Weekdays::NONE);
        let named = hours
            .windows
            .iter()
            .enumerate()
            .filter(|(_, one)| !one.weekdays.are_all());
        let fault = |(index, window): (usize, &OpeningWindow)| {
            let day = window.weekdays.iter().find(|day| off.contains(*day))?;
            let message = format!(
                "the window opens on {day}, which `weekend` says is off: take {day} out of `weekend`, or out of the window"
            );
            let place = place.join(index).join("weekdays");
            Some(Reason::new(Code::DefinitionConflict, place, message).with("weekday", day))
        };
        named.filter_map(fault).collect()
    }

    /// The days of the week off, exceptions aside.
    pub(super) fn days_off(&self) -> Weekdays {
        let weekend = || [Weekday::Saturday, Weekday::Sunday].into_iter().collect();
        match (self.weekend, &self.hours) {
            (Some(off), _) => off,
            (None, None) => weekend(),
            (None, Some(hours)) => {
                let weekend: Weekdays = weekend();
                // A window of every day of the week is one of every business day.
                let opens = |window: &OpeningWindow, weekday| {
                    window.weekdays.contains(weekday) && !(window.weekdays.are_all() && weekend.contains(weekday))
                };
                let off = |weekday: &Weekday| !hours.windows.iter().any(|window| opens(window, *weekday));
                Weekday::ALL.into_iter().filter(off).collect()
            }
        }
    }

    /// Whether the day is a business day. An exception of the hours beats holidays and weekends.
    pub fn is_business_day(&self, day: Day) -> bool {
        self.is_business_day_with(self.days_off(), day)
    }

    /// The same for who knows the days of the week off.
    fn is_business_day_with(&self, off: Weekdays, day: Day) -> bool {
        match self.hours.as_ref().and_then(|hours| hours.exception_on(day)) {
            Some(exception) => exception.opens_on(day),
            None => {
                !off.contains(day.weekday())
                    && !self.holidays.contains(&day)
                    && !self.yearly_holidays.iter().any(|one| one.falls_on(day))
            }
        }
    }

    /// The business day so many business days later, or earlier when negative; with 0 the day itself or the next one.
    pub fn add_days(&self, day: Day, count: i32) -> Result<Day> {
        let step = if count < 0 { -1 } else { 1 };
        let mut left = count.unsigned_abs();
        let (mut at, off) = (day, self.days_off());
        for _ in 0..MAX_DAYS {
            if left == 0 && self.is_business_day_with(off, at) {
                return Ok(at);
            }
            at = at.plus(step).ok_or_else(too_far)?;
            if left > 0 && self.is_business_day_with(off, at) {
                left -= 1;
            }
        }
        Err(too_far())
    }

    /// How many business days lie in the range.
    pub fn count_days(&self, range: DayRange) -> Result<u32> {
        within_limit(range)?;
        let off = self.days_off();
        let business = range.days().filter(|day| self.is_business_day_with(off, *day));
        let count = business.count();
        Ok(u32::try_from(count).unwrap_or(u32::MAX))
    }

    /// The business stretches that begin on the days.
    pub(super) fn spans(&self, days: DayRange) -> Vec<Span> {
        let (clock, off) = (Clock::of(&self.zone), self.days_off());
        let whole_day = |day: Day| {
            let (start, end) = (clock.start_of(day)?, clock.start_of(day.next()?)?);
            (start < end).then_some(Span { start, end })
        };
        let business = days.days().filter(|day| self.is_business_day_with(off, *day));
        joined(match &self.hours {
            None => business.filter_map(whole_day).collect(),
            Some(hours) => business.flat_map(|day| hours.spans_on(day, &clock)).collect(),
        })
    }

    /// The moment at which so many business seconds have passed since `start`.
    pub fn add_seconds(&self, start: Instant, seconds: i64) -> Result<Instant> {
        let mut left = seconds;
        let mut reached = start;
        let today = self.zone.day_of(start);
        let mut day = around(today, today).first;
        for _ in 0..MAX_DAYS {
            for span in self.spans(DayRange { first: day, last: day }) {
                let begins = span.start.max(reached);
                if span.end <= begins {
                    continue;
                }
                reached = span.end;
                let length = Span { start: begins, ..span }.seconds();
                if left <= length {
                    return begins.plus_seconds(left).ok_or_else(too_far);
                }
                left -= length;
            }
            day = day.next().ok_or_else(too_far)?;
        }
        Err(too_far())
    }

    /// How many whole business seconds a stretch holds.
    pub fn seconds_in(&self, span: Span) -> Result<i64> {
        let days = around(self.zone.day_of(span.start), self.zone.day_of(span.end));
        within_limit(days)?;
        Ok(span.seconds_among(self.spans(days)))
    }
}

fn within_limit(days: DayRange) -> Result<()> {
    let most = usize::try_from(MAX_DAYS).unwrap_or(usize::MAX);
    if days.len() <= most {
        return Ok(());
    }
    let message = format!("{} days; business is counted over at most {most}", days.len());
    Err(Reason::new(Code::RequestRange, "", message).with("limit", most).into())
}

fn too_far() -> Error {
    let message = format!("the answer lies more than {MAX_DAYS} days away");
    Error::new(Code::TimeOutOfRange, "", message)
}
