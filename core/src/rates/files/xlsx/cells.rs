use std::borrow::Cow;

use crate::time::Day;

/// So many digits pass through a spreadsheet's numbers unharmed.
const EXACT_DIGITS: usize = 15;
/// Days of the usual calendar of spreadsheets before its false leap day, and after it.
const BEFORE_LEAP: i32 = -25_568;
const AFTER_LEAP: i32 = -25_569;
/// The day that spreadsheets took over from a rival, which took 1900 for a leap year.
const FALSE_LEAP_DAY: i32 = 60;
/// 1904-01-01.
const OF_1904: i32 = -24_107;

/// Row and column of `B7`, from nought.
pub(super) fn place_of(reference: &str) -> Option<(u32, u32)> {
    let letters = reference.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = reference.split_at_checked(letters)?;
    let mut column = 0_u32;
    for letter in letters.bytes() {
        let place = u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        column = column.checked_mul(26)?.checked_add(place)?;
    }
    if !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    Some((digits.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

/// A number as the shortest decimal that it stands for, the one that was typed; none for what is no number.
pub(super) fn number(text: &str) -> Option<String> {
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |part: &str| part.bytes().all(|letter| letter.is_ascii_digit());
    let (short_whole, short_fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
    let few = short_whole.len() + short_fraction.len() <= EXACT_DIGITS;
    if few && !whole.is_empty() && all_digits(whole) && all_digits(fraction) {
        let whole = if short_whole.is_empty() { "0" } else { short_whole };
        let point = if short_fraction.is_empty() { "" } else { "." };
        return Some([sign, whole, point, short_fraction].concat());
    }
    let numeric = |letter: u8| letter.is_ascii_digit() || b"+-.eE".contains(&letter);
    let double: f64 = text.parse().ok()?;
    (text.bytes().all(numeric) && double.is_finite()).then(|| double.to_string())
}

/// The day that a number stands for; none for what lies before the calendar or after the year 9999.
pub(super) fn day(number: &str, from_1904: bool) -> Option<String> {
    let serial: i32 = number.split('.').next()?.parse().ok()?;
    if number.starts_with('-') {
        return None;
    }
    let before = match serial {
        _ if from_1904 => OF_1904,
        FALSE_LEAP_DAY => return Some("1900-02-29".to_owned()),
        ..FALSE_LEAP_DAY => BEFORE_LEAP,
        _ => AFTER_LEAP,
    };
    Day::from_number(before)?.plus(serial).map(|day| day.to_string())
}

/// Whether a built-in format of that number shows a day or a time.
pub(super) fn is_dated_built_in(format: usize) -> bool {
    matches!(format, 14..=22 | 27..=36 | 45..=47 | 50..=58)
}

/// Whether a format shows a day or a time: its first section has a letter of one that is neither quoted, nor escaped, nor
/// in brackets.
pub(super) fn is_dated_format(format: &str) -> bool {
    let (mut quoted, mut brackets) = (false, 0_u32);
    let mut letters = format.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => quoted = !quoted,
            _ if quoted => {}
            // What follows is shown as it is, as a gap of its width, or as often as there is room.
            '\\' | '_' | '*' => {
                letters.next();
            }
            '[' => brackets = brackets.saturating_add(1),
            ']' => brackets = brackets.saturating_sub(1),
            _ if brackets > 0 => {}
            ';' => return false,
            'd' | 'm' | 'y' | 'h' | 's' | 'D' | 'M' | 'Y' | 'H' | 'S' => return true,
            _ => {}
        }
    }
    false
}

/// Text whose escapes of the form `_x000D_` are resolved.
pub(super) fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return text.into();
    }
    let mut units: Vec<u16> = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let (unit, length) = match escape_at(rest, 0) {
            Some(unit) => (Some(unit), ESCAPE_LENGTH),
            None => (None, letter.len_utf8()),
        };
        match unit {
            Some(unit) => units.push(unit),
            None => units.extend_from_slice(letter.encode_utf16(&mut [0; 2])),
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    String::from_utf16_lossy(&units).into()
}

const ESCAPE_LENGTH: usize = 7;

/// The unit of UTF-16 that an escape at this place stands for.
pub(super) fn escape_at(text: &str, place: usize) -> Option<u16> {
    let escape = text.get(place..place.checked_add(ESCAPE_LENGTH)?)?;
    let digits = escape.strip_prefix("_x")?.strip_suffix('_')?;
    let plain = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    plain.then(|| u16::from_str_radix(digits, 16).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn cells_are_found() {
        assert_eq!(place_of("A1"), Some((0, 0)));
        assert_eq!(place_of("ab12"), Some((11, 27)));
        assert_eq!(place_of("XFD1048576"), Some((1_048_575, 16_383)));
        for wrong in ["", "A", "1", "A0", "A1B", "A-1", "A+1", "ÄA1", "A99999999999"] {
            assert_eq!(place_of(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn numbers_are_the_ones_that_were_typed() {
        let cases = [
            ("0.10000000000000001", "0.1"),
            ("120", "120"),
            ("007.50", "7.5"),
            ("-0.50", "-0.5"),
            ("2.", "2"),
            (".5", "0.5"),
            ("1E+2", "100"),
            ("1.2345E-3", "0.0012345"),
            ("123456789012345", "123456789012345"),
            ("19.899999999999999", "19.9"),
            ("0.30000000000000004", "0.30000000000000004"),
        ];
        for (text, expected) in cases {
            assert_eq!(number(text).as_deref(), Some(expected), "{text}");
        }
        for wrong in ["", ".", "-", "inf", "NaN", "1e999", "1,5", "0x10", "1 2", "--1", "+-1"] {
            assert_eq!(number(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn days_keep_the_false_leap_day() {
        let cases = [
            ("0", "1899-12-31"),
            ("1", "1900-01-01"),
            ("59", "1900-02-28"),
            ("60", "1900-02-29"),
            ("61", "1900-03-01"),
            ("36526.999", "2000-01-01"),
            ("2958465", "9999-12-31"),
        ];
        for (serial, expected) in cases {
            assert_eq!(day(serial, false).as_deref(), Some(expected), "{serial}");
        }
        assert_eq!(day("0", true).as_deref(), Some("1904-01-01"));
        assert_eq!(day("60", true).as_deref(), Some("1904-03-01"));
        for wrong in ["-1", "-0.5", "2958466", "99999999999"] {
            assert_eq!(day(wrong, false), None, "{wrong}");
        }
    }

    #[test]
    fn formats_of_days_are_told_from_those_of_numbers() {
        let dated = [
            "DD/MM/YY",
            "H:MM:SS;@",
            "m\"M\"d\"D\";@",
            "[$-404]e\"\\xfc\"m\"\\xfc\"d\"\\xfc\"",
            "[h]:mm",
            "[$-F800]dddd, mmmm dd, yyyy",
        ];
        assert_eq!(dated.iter().find(|format| !is_dated_format(format)), None);
        let others = [
            "General",
            "0.00E+00",
            "#,##0\\ [$\u{20bd}-46D]",
            "\"Y: \"0.00\"m\";\"Y: \"-0.00\"m\";\"Y: <num>m\";@",
            "\"$\"#,##0_);[Red](\"$\"#,##0)",
            "0_ ;[Red]\\-0\\ ",
            "\\Y000000",
            "0_d*y",
            "0;d",
            "#,##0.0####\" YMD\"",
            "[Red]0",
        ];
        assert_eq!(others.iter().find(|format| is_dated_format(format)), None);
    }

    #[test]
    fn escapes_are_resolved() {
        let cases = [
            ("a_x000D_b", "a\rb"),
            ("_x005F_x000D_", "_x000D_"),
            ("_xD83D__xDCF7_é", "\u{1f4f7}é"),
            ("_xD83D_", "\u{fffd}"),
            ("_x00_ _xGGGG_ _x+123_ é_x", "_x00_ _xGGGG_ _x+123_ é_x"),
        ];
        for (text, expected) in cases {
            assert_eq!(unescaped(text), expected, "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// What a spreadsheet writes with 17 digits is read as the 15 that were typed.
        #[test]
        fn fifteen_digits_survive_a_double(digits in -999_999_999_999_999_i64..=999_999_999_999_999, scale in 0_u32..12) {
            let typed = rust_decimal::Decimal::new(digits, scale).normalize().to_string();
            let double: f64 = typed.parse().unwrap_or_default();
            prop_assert_eq!(number(&format!("{double:.16e}")), Some(typed.clone()));
            prop_assert_eq!(number(&typed), Some(typed));
        }

        #[test]
        fn no_text_is_taken_amiss(text in "\\PC{0,20}", format in "[dmyhs\\[\\]\\\\;\"_*0#a]{0,12}") {
            let _ = (place_of(&text), number(&text), day(&text, false), unescaped(&text), is_dated_format(&format));
        }
    }
}
