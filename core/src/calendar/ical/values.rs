//! Days, times, durations and offsets as RFC 5545 writes them.

use crate::time::{Day, TimeOfDay};

/// A day or a time as it is written, before its zone is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stamp {
    /// `20260901`.
    Day(Day),
    /// `20260901T100000`.
    Local(Day, TimeOfDay),
    /// `20260901T100000Z`.
    Utc(Day, TimeOfDay),
    /// `20260901T100000+0200`, so many seconds east.
    Offset(Day, TimeOfDay, i32),
}

/// Days of the calendar and seconds, both with the sign of the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Duration {
    pub(super) days: i32,
    pub(super) seconds: i64,
}

/// The number that the digits of a text make; `None` when another letter is among them.
fn number(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits)
}

fn two(text: &str, at: usize) -> Option<u32> {
    number(text.get(at..at + 2)?)
}

/// A day, or a time with its day; also as ISO 8601 writes it with its signs, `2026-09-01T10:00:00Z`.
pub(super) fn stamp(text: &str) -> Option<Stamp> {
    if text.len() > 40 || text.as_bytes().get(4) != Some(&b'-') {
        return basic(text);
    }
    match text.split_once(['T', 't', ' ']) {
        Some((day, time)) => basic(&format!("{}T{}", day.replace('-', ""), time.replace(':', ""))),
        None => basic(&text.replace('-', "")),
    }
}

fn basic(text: &str) -> Option<Stamp> {
    let (day, rest) = text.split_at_checked(8)?;
    let year = i32::try_from(number(day.get(..4)?)?).ok()?;
    let day = Day::new(year, two(day, 4)?, two(day, 6)?)?;
    let Some(time) = rest.strip_prefix(['T', 't', ' ']) else {
        return rest.is_empty().then_some(Stamp::Day(day));
    };
    let digits = time.bytes().take_while(u8::is_ascii_digit).count();
    let (time, zone) = time.split_at_checked(digits)?;
    let zone = match zone.strip_prefix('.') {
        Some(fraction) => fraction.trim_start_matches(|letter: char| letter.is_ascii_digit()),
        None => zone,
    };
    let second = match time.len() {
        4 => 0,
        6 => two(time, 4)?,
        _ => return None,
    };
    let (hour, minute) = (two(time, 0)?, two(time, 2)?);
    // The end of a day is the beginning of the next one.
    let (day, hour) = match (hour, minute, second) {
        (24, 0, 0) => (day.next()?, 0),
        _ => (day, hour),
    };
    // A leap second counts as the second before it, as RFC 5545 has it for clocks without one.
    let real = hour < 24 && minute < 60 && second <= 60;
    let time = TimeOfDay::from_seconds(hour * 3_600 + minute * 60 + second.min(59)).filter(|_| real)?;
    match zone {
        "" => Some(Stamp::Local(day, time)),
        "Z" | "z" => Some(Stamp::Utc(day, time)),
        east => Some(Stamp::Offset(day, time, offset(east)?)),
    }
}

/// A duration such as `P1W`, `P2DT3H` or `-PT15M`.
pub(super) fn duration(text: &str) -> Option<Duration> {
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let rest = rest.strip_prefix('P')?;
    let (days, seconds) = match rest.split_once('T') {
        Some((_, "")) => return None,
        Some(parts) => parts,
        None if rest.is_empty() => return None,
        None => (rest, ""),
    };
    let days = i32::try_from(total(days, &[('W', 7), ('D', 1)])?).ok()?;
    let seconds = total(seconds, &[('H', 3_600), ('M', 60), ('S', 1)])?;
    Some(Duration {
        days: sign * days,
        seconds: i64::from(sign) * seconds,
    })
}

/// The sum of amounts whose units follow each other in this order, each at most once.
fn total(text: &str, units: &[(char, i64)]) -> Option<i64> {
    let (mut rest, mut units, mut sum) = (text, units.iter(), 0_i64);
    while !rest.is_empty() {
        let (digits, after) = rest.split_at_checked(rest.find(|letter: char| !letter.is_ascii_digit())?)?;
        let (_, size) = units.find(|(unit, _)| after.starts_with(*unit))?;
        sum = sum.checked_add(i64::from(number(digits)?).checked_mul(*size)?)?;
        rest = after.get(1..)?;
    }
    Some(sum)
}

/// Seconds east of Greenwich: `+0100`, `-033000`, and `+01:00` or `0100` as others write it.
pub(super) fn offset(text: &str) -> Option<i32> {
    let text = text.get(..text.len().min(9))?.replace(':', "");
    let (sign, digits) = match (text.strip_prefix('+'), text.strip_prefix('-')) {
        (Some(digits), _) => (1, digits),
        (_, Some(digits)) => (-1, digits),
        _ => (1, text.as_str()),
    };
    let second = match digits.len() {
        4 => 0,
        6 => two(digits, 4)?,
        _ => return None,
    };
    let (hour, minute) = (two(digits, 0)?, two(digits, 2)?);
    let real = hour < 24 && minute < 60 && second < 60;
    let seconds = i32::try_from(hour * 3_600 + minute * 60 + second).ok()?;
    real.then_some(sign * seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps() {
        let day: Day = "2026-09-01".parse().unwrap();
        let time = |text: &str| text.parse::<TimeOfDay>().unwrap();
        assert_eq!(stamp("20260901"), Some(Stamp::Day(day)));
        assert_eq!(stamp("20260901T100001"), Some(Stamp::Local(day, time("10:00:01"))));
        assert_eq!(stamp("20260901T235960Z"), Some(Stamp::Utc(day, time("23:59:59"))));
        assert_eq!(stamp("20260831T240000"), Some(Stamp::Local(day, time("00:00"))));
        assert_eq!(stamp("20260901T1000Z"), Some(Stamp::Utc(day, time("10:00"))));
        assert_eq!(stamp("20260901T100000.000Z"), Some(Stamp::Utc(day, time("10:00"))));
        assert_eq!(stamp("2026-09-01"), Some(Stamp::Day(day)));
        assert_eq!(stamp("2026-09-01T10:00:00"), Some(Stamp::Local(day, time("10:00"))));
        let east = Some(Stamp::Offset(day, time("10:00"), 7_200));
        assert_eq!(stamp("20260901T100000+0200"), east);
        assert_eq!(stamp("2026-09-01T10:00:00+02:00"), east);
        for text in [
            "",
            "2026091",
            "20260931",
            "202609011",
            "20260901T",
            "20260901T240001",
            "20260901T100",
            "20260901T1000000",
            "20260901T100000+2",
            "+2260901",
            "20260901T100000X",
            "2026090é",
            "20260901T10000é",
            "00000101",
        ] {
            assert_eq!(stamp(text), None, "{text}");
        }
    }

    #[test]
    fn durations() {
        let of = |text| duration(text).map(|duration| (duration.days, duration.seconds));
        assert_eq!(of("P1W"), Some((7, 0)));
        assert_eq!(of("+P2DT3H"), Some((2, 10_800)));
        assert_eq!(of("-PT15M"), Some((0, -900)));
        assert_eq!(of("PT1H0M5S"), Some((0, 3_605)));
        assert_eq!(of("PT0S"), Some((0, 0)));
        for text in [
            "",
            "P",
            "PT",
            "P1",
            "P1H",
            "PT1D",
            "P1DT",
            "1D",
            "PD",
            "P1D1W",
            "PT1M1H",
            "P9999999999D",
            "P-1D",
            "P1é",
            "P4000000000W",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }

    #[test]
    fn offsets() {
        assert_eq!(offset("+0100"), Some(3_600));
        assert_eq!(offset("-033030"), Some(-12_630));
        assert_eq!(offset("+01:00"), Some(3_600));
        assert_eq!(offset("0530"), Some(19_800));
        for text in ["", "+1", "+5:30", "+2400", "+01é", "+0100 and more"] {
            assert_eq!(offset(text), None, "{text}");
        }
    }
}
