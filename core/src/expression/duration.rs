use std::fmt;
use std::str::FromStr;

use super::lexer::failed;
use crate::money::shortened;
use crate::{Error, Result};

/// A length of time, to the microsecond, of at most 315,576,000,000 seconds either way: ten thousand years, as in CEL.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Duration(i64);

const MOST_MICROSECONDS: i64 = 315_576_000_000_000_000;

/// Two letters before one, so that `ms` is not `m`.
const UNITS: &[(&str, i128)] = &[
    ("ns", 1),
    ("us", 1_000),
    ("µs", 1_000),
    ("ms", 1_000_000),
    ("s", 1_000_000_000),
    ("m", 60_000_000_000),
    ("h", 3_600_000_000_000),
];

impl Duration {
    /// So many microseconds.
    pub fn from_microseconds(microseconds: i64) -> Option<Duration> {
        let within = (-MOST_MICROSECONDS..=MOST_MICROSECONDS).contains(&microseconds);
        within.then_some(Duration(microseconds))
    }

    /// Its microseconds.
    pub fn microseconds(self) -> i64 {
        self.0
    }

    pub(super) fn plus(self, other: Duration) -> Option<Duration> {
        self.0.checked_add(other.0).and_then(Duration::from_microseconds)
    }

    pub(super) fn negated(self) -> Duration {
        Duration(-self.0)
    }
}

/// The nanoseconds of a row of numbers with units.
fn nanoseconds(text: &str) -> Option<i128> {
    let (negative, mut rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    if rest == "0" {
        return Some(0);
    }
    let mut sum = 0_i128;
    while !rest.is_empty() || sum == 0 {
        let length = rest.find(|letter: char| !letter.is_ascii_digit() && letter != '.');
        let (number, unit) = rest.split_at_checked(length?)?;
        let (sign, size) = UNITS.iter().find(|(sign, _)| unit.starts_with(sign))?;
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        if whole.is_empty() && fraction.is_empty() {
            return None;
        }
        // Zeros at either end are no digits that would have to be held.
        let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
        if whole.len() > 18 || fraction.len() > 18 {
            return None;
        }
        let read = |digits: &str| {
            if digits.is_empty() {
                Some(0)
            } else {
                digits.parse::<i128>().ok()
            }
        };
        let scale = 10_i128.checked_pow(u32::try_from(fraction.len()).ok()?)?;
        let parts = read(fraction)?.checked_mul(*size)?;
        let exact = parts.checked_rem(scale)? == 0;
        let parts = parts.checked_div(scale).filter(|_| exact)?;
        sum = sum.checked_add(read(whole)?.checked_mul(*size)?)?.checked_add(parts)?;
        rest = unit.get(sign.len()..)?;
        if rest.is_empty() {
            break;
        }
    }
    Some(if negative { -sum } else { sum })
}

impl FromStr for Duration {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let nanoseconds = nanoseconds(text).ok_or_else(|| {
            let text = shortened(text);
            failed(format!(
                "`{text}` is not a duration such as \"1h30m\", \"90s\" or \"1.5s\""
            ))
        })?;
        if nanoseconds % 1_000 != 0 {
            let text = shortened(text);
            return Err(failed(format!("`{text}` is finer than a microsecond")));
        }
        let microseconds = i64::try_from(nanoseconds / 1_000).ok();
        microseconds.and_then(Duration::from_microseconds).ok_or_else(|| {
            let text = shortened(text);
            failed(format!("`{text}` is out of range: more than 315576000000 seconds"))
        })
    }
}

/// In seconds, as CEL writes durations: `5400s`, `-1.5s`.
impl fmt::Display for Duration {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let all = self.0.unsigned_abs();
        let (seconds, parts) = (all / 1_000_000, all % 1_000_000);
        if parts == 0 {
            return write!(out, "{sign}{seconds}s");
        }
        let parts = format!("{parts:06}");
        write!(out, "{sign}{seconds}.{}s", parts.trim_end_matches('0'))
    }
}
