use std::fmt;
use std::str::FromStr;

use ratebook_derive::Build;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::Weekday;
use crate::JsonSchema;
use crate::fault::Limits;
use crate::{Code, Error, Reason, Result};

/// A civil day without a zone, from 0001-01-01 to 9999-12-31.
///
/// ```
/// use ratebook::time::Day;
/// let eve: Day = "2026-12-31".parse()?;
/// assert_eq!(eve.next().map(|day| day.to_string()).as_deref(), Some("2027-01-01"));
/// # Ok::<(), ratebook::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

impl Day {
    /// The first day there is, 0001-01-01.
    pub const FIRST: Day = Day(-719_162);
    /// The last day there is, 9999-12-31.
    pub const LAST: Day = Day(2_932_896);
    /// The name by which bindings recognise a day when it passes through serde.
    pub const WIRE_NAME: &str = "ratebook::Day";

    /// The day that many days after 1970-01-01, when it lies within the years 0001 to 9999.
    pub fn from_number(number: i32) -> Option<Day> {
        (Day::FIRST.0..=Day::LAST.0).contains(&number).then_some(Day(number))
    }

    /// How many days after 1970-01-01.
    pub fn number(self) -> i32 {
        self.0
    }

    /// The day of a year, month and day of the month, when there is one.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Day> {
        let real = (1..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1 && day <= days_in(year, month);
        real.then(|| Day(number_of(year, month, day)))
    }

    /// Year, month and day of the month.
    pub fn ymd(self) -> (i32, u32, u32) {
        civil_of(self.0)
    }

    /// The day that many days later, or earlier when negative.
    pub fn plus(self, days: i32) -> Option<Day> {
        self.0.checked_add(days).and_then(Day::from_number)
    }

    /// The day after.
    pub fn next(self) -> Option<Day> {
        self.plus(1)
    }

    /// How many days from `earlier` to this day.
    pub fn since(self, earlier: Day) -> i32 {
        self.0 - earlier.0
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        Weekday::from_number((self.0 + 3).rem_euclid(7))
    }

    /// The same day of the month `months` later, or the month's last day when it has none: 31 Jan → 28 Feb.
    pub fn plus_months(self, months: i32) -> Option<Day> {
        let (year, month, day) = self.ymd();
        let count = year
            .checked_mul(12)?
            .checked_add(i32::try_from(month).ok()? - 1)?
            .checked_add(months)?;
        let (year, month) = (count.div_euclid(12), u32::try_from(count.rem_euclid(12)).ok()? + 1);
        Day::new(year, month, day.min(days_in(year, month)))
    }
}

/// How many days a month has.
pub(crate) fn days_in(year: i32, month: u32) -> u32 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01 of a day of the Gregorian calendar, counting years from March so that leap days come last.
fn number_of(year: i32, month: u32, day: u32) -> i32 {
    let march_year = if month <= 2 { year - 1 } else { year };
    let era = march_year.div_euclid(400);
    let year_of_era = march_year.rem_euclid(400);
    let month_from_march = (month as i32 + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day as i32 - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

fn civil_of(number: i32) -> (i32, u32, u32) {
    let shifted = number + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 {
        month_from_march + 3
    } else {
        month_from_march - 9
    };
    (
        era * 400 + year_of_era + i32::from(month <= 2),
        month as u32,
        day as u32,
    )
}

impl FromStr for Day {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let digit = |byte: u8| byte.is_ascii_digit().then(|| u32::from(byte - b'0'));
        let parse = || {
            let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
                return None;
            };
            let year = digit(y1)? * 1000 + digit(y2)? * 100 + digit(y3)? * 10 + digit(y4)?;
            Day::new(
                i32::try_from(year).ok()?,
                digit(m1)? * 10 + digit(m2)?,
                digit(d1)? * 10 + digit(d2)?,
            )
        };
        parse().ok_or_else(|| {
            let text = crate::fault::shortened(text);
            Error::new(
                Code::RequestType,
                "",
                format!("`{text}` is not a day such as \"2026-12-31\""),
            )
        })
    }
}

impl Day {
    /// The day as text. The formatter's machinery takes several times as long, and answers hold a great many days.
    fn digits(self) -> [u8; 10] {
        let (year, month, day) = self.ymd();
        let digit = |number: u32| b'0' + (number % 10) as u8;
        let year = year.unsigned_abs();
        [
            digit(year / 1_000),
            digit(year / 100),
            digit(year / 10),
            digit(year),
            b'-',
            digit(month / 10),
            digit(month),
            b'-',
            digit(day / 10),
            digit(day),
        ]
    }
}

fn written(digits: &[u8; 10]) -> &str {
    str::from_utf8(digits).unwrap_or_default()
}

impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(written(&self.digits()))
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.serialize_str(written(&self.digits()))
        } else {
            serializer.serialize_newtype_struct(Day::WIRE_NAME, &self.0)
        }
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl de::Visitor<'_> for Text {
            type Value = Day;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a day such as \"2026-12-31\"")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Day, E> {
                text.parse().map_err(E::custom)
            }
        }
        struct Number;
        impl<'de> de::Visitor<'de> for Number {
            type Value = Day;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("the number of a day")
            }
            fn visit_i32<E: de::Error>(self, number: i32) -> Result<Day, E> {
                Day::from_number(number).ok_or_else(|| E::custom("outside the years 0001 to 9999"))
            }
            fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<Day, D::Error> {
                inner.deserialize_i32(self)
            }
        }
        if deserializer.is_human_readable() {
            deserializer.deserialize_str(Text)
        } else {
            deserializer.deserialize_newtype_struct(Day::WIRE_NAME, Number)
        }
    }
}

crate::fault::unlimited! { Day }

#[cfg(feature = "schemas")]
impl schemars::JsonSchema for Day {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Day".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "format": "date",
            "description": "A day, such as \"2026-12-31\".",
            "examples": ["2000-01-01"],
        })
    }
}

/// Days from `first` to `last`, both included, as people write seasons.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, Limits, Build,
)]
#[serde(deny_unknown_fields)]
pub struct DayRange {
    /// The first day.
    pub first: Day,
    /// The last day, included.
    pub last: Day,
}

impl DayRange {
    /// Whether the day lies in the range.
    pub fn contains(self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }

    /// How many days; zero when reversed.
    pub fn len(self) -> usize {
        usize::try_from(self.last.since(self.first) + 1).unwrap_or(0)
    }

    /// Whether the range is reversed and so holds no day.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// What is wrong with a range that is empty.
    pub(crate) fn reversed(self) -> String {
        format!("the last day, {}, comes before the first, {}", self.last, self.first)
    }

    /// Refuses a range of a request that is reversed or has more days than are answered at once.
    pub(crate) fn within(self, most: usize, path: &str) -> Result<()> {
        if self.is_empty() {
            return Err(Error::new(Code::TimeReversed, path, self.reversed()));
        }
        if self.len() > most {
            let message = format!("{} days; at most {most} are answered at once", self.len());
            return Err(Reason::new(Code::RequestRange, path, message)
                .with("limit", most)
                .into());
        }
        Ok(())
    }

    /// The days in both ranges.
    pub fn intersection(self, other: DayRange) -> Option<DayRange> {
        let both = DayRange {
            first: self.first.max(other.first),
            last: self.last.min(other.last),
        };
        (!both.is_empty()).then_some(both)
    }

    /// The days of the ranges, in order; those that meet or touch are one.
    pub(crate) fn joined(mut ranges: Vec<DayRange>) -> Vec<DayRange> {
        ranges.retain(|range| !range.is_empty());
        ranges.sort_unstable();
        let mut joined: Vec<DayRange> = Vec::with_capacity(ranges.len());
        for range in ranges {
            match joined.last_mut() {
                Some(last) if range.first.0 <= last.last.0.saturating_add(1) => last.last = last.last.max(range.last),
                _ => joined.push(range),
            }
        }
        joined
    }

    /// The days that joined ranges have in common.
    pub(crate) fn common(ranges: &[DayRange], others: &[DayRange]) -> Vec<DayRange> {
        let (mut ranges, mut others) = (ranges.iter().peekable(), others.iter().peekable());
        let mut common = Vec::new();
        while let (Some(one), Some(other)) = (ranges.peek(), others.peek()) {
            common.extend(one.intersection(**other));
            if one.last < other.last {
                ranges.next();
            } else {
                others.next();
            }
        }
        common
    }

    /// Every day, in order.
    pub fn days(self) -> impl DoubleEndedIterator<Item = Day> {
        (self.first.0..=self.last.0).map(Day)
    }
}

impl fmt::Display for DayRange {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last {
            write!(out, "{}", self.first)
        } else {
            write!(out, "{}…{}", self.first, self.last)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joined_ranges_and_what_they_have_in_common() {
        let day = |number| Day::new(2026, 1, number).expect("a day of January");
        let range = |first, last| DayRange {
            first: day(first),
            last: day(last),
        };
        let joined = DayRange::joined(vec![range(8, 9), range(1, 2), range(3, 4), range(9, 7), range(8, 8)]);
        assert_eq!(joined, [range(1, 4), range(8, 9)]);
        assert_eq!(
            DayRange::common(&joined, &[range(2, 2), range(4, 8)]),
            [range(2, 2), range(4, 4), range(8, 8)]
        );
        assert!(DayRange::common(&joined, &[range(5, 7)]).is_empty());
    }

    #[test]
    fn every_day_of_ten_thousand_years_survives_the_round_trip() {
        let mut day = Day::FIRST;
        loop {
            let (year, month, of_month) = day.ymd();
            assert_eq!(Day::new(year, month, of_month), Some(day));
            let Some(next) = day.next() else { break };
            day = next;
        }
        assert_eq!(day, Day::LAST);
        assert_eq!(day.to_string(), "9999-12-31");
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for text in [
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "0000-01-01",
            "2026-1-1",
            "26-01-01",
            "2026-04-31",
        ] {
            assert!(text.parse::<Day>().is_err(), "{text}");
        }
        assert!("2028-02-29".parse::<Day>().is_ok());
    }

    #[test]
    fn months_keep_to_their_last_day() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        assert_eq!(day("2026-01-31").plus_months(1), Some(day("2026-02-28")));
        assert_eq!(day("2026-01-31").plus_months(-2), Some(day("2025-11-30")));
        assert_eq!(day("2026-12-18").weekday(), Weekday::Friday);
    }
}
