use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::{Day, DayRange};
use crate::fault::Limits;

/// How often something recurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
pub struct Interval {
    /// Days, weeks, months or years.
    pub unit: IntervalUnit,
    /// Every how many of them.
    #[serde(default = "one")]
    #[schemars(range(min = 1, max = 1200))]
    pub count: u16,
}

/// The unit of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum IntervalUnit {
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months; the anchor's day is kept, or the month's last: 31 Jan → 28 Feb → 31 Mar.
    Month,
    /// Years; 29 February is the 28th in common years.
    Year,
}

impl Interval {
    /// How many months it lasts; none for days and weeks.
    pub(crate) fn months(self) -> i64 {
        match self.unit {
            IntervalUnit::Day | IntervalUnit::Week => 0,
            IntervalUnit::Month => i64::from(self.count.max(1)),
            IntervalUnit::Year => 12 * i64::from(self.count.max(1)),
        }
    }

    /// Whether it lasts whole months.
    pub(crate) fn is_of_months(self) -> bool {
        matches!(self.unit, IntervalUnit::Month | IntervalUnit::Year)
    }

    /// The beginning of the period that many after the one that begins on the anchor.
    pub fn start_of(self, anchor: Day, number: i32) -> Option<Day> {
        let steps = i32::from(self.count.max(1)).checked_mul(number)?;
        match self.unit {
            IntervalUnit::Day => anchor.plus(steps),
            IntervalUnit::Week => anchor.plus(steps.checked_mul(7)?),
            IntervalUnit::Month => anchor.plus_months(steps),
            IntervalUnit::Year => anchor.plus_months(steps.checked_mul(12)?),
        }
    }

    /// The days of the period that many after the one that begins on the anchor.
    pub fn period(self, anchor: Day, number: i32) -> Option<DayRange> {
        let last = self.start_of(anchor, number.checked_add(1)?)?.plus(-1)?;
        Some(DayRange {
            first: self.start_of(anchor, number)?,
            last,
        })
    }

    /// The number of the period that holds the day; the anchor begins number 0.
    pub fn number_of(self, anchor: Day, day: Day) -> Option<i32> {
        let count = i32::from(self.count.max(1));
        let guess = match self.unit {
            IntervalUnit::Day => day.since(anchor).div_euclid(count),
            IntervalUnit::Week => day.since(anchor).div_euclid(count * 7),
            IntervalUnit::Month | IntervalUnit::Year => {
                let ((year, month, _), (anchor_year, anchor_month, _)) = (day.ymd(), anchor.ymd());
                let months =
                    (year - anchor_year) * 12 + i32::try_from(month).ok()? - i32::try_from(anchor_month).ok()?;
                let per_period = if self.unit == IntervalUnit::Year {
                    count * 12
                } else {
                    count
                };
                months.div_euclid(per_period)
            }
        };
        (guess - 1..=guess + 1).find(|number| self.period(anchor, *number).is_some_and(|period| period.contains(day)))
    }
}

fn one() -> u16 {
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_follow_each_other_without_gap() {
        for (unit, count, anchor) in [
            (IntervalUnit::Month, 1, "2026-01-31"),
            (IntervalUnit::Month, 3, "2026-11-30"),
            (IntervalUnit::Year, 1, "2024-02-29"),
            (IntervalUnit::Week, 2, "2026-01-01"),
            (IntervalUnit::Day, 10, "2026-01-01"),
        ] {
            let (interval, anchor) = (Interval { unit, count }, anchor.parse::<Day>().unwrap());
            for number in -30..30 {
                let (period, next) = (
                    interval.period(anchor, number).unwrap(),
                    interval.period(anchor, number + 1).unwrap(),
                );
                assert_eq!(period.last.next(), Some(next.first));
                for day in [period.first, period.last] {
                    assert_eq!(interval.number_of(anchor, day), Some(number));
                }
            }
        }
    }
}
