use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::locale::Rules;
use super::money::mismatch;
use super::{Currency, Decimal, Locale, Money, Rounding, RoundingMode};
use crate::fault::{Limits, quoted};
use crate::{Code, Error, Result};

/// Between a number and its currency, so that no line breaks there.
const NO_BREAK_SPACE: char = '\u{a0}';

/// How many digits are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum WrittenDigits {
    /// Those of the minor unit; what is finer is rounded to it, a half away from zero.
    #[default]
    MinorUnit,
    /// Those that people are used to, such as none for HUF; those of the minor unit when the amount needs them.
    Display,
    /// At least those of the minor unit, and every further one that is not zero: for unit prices such as 0.0725 a kWh.
    Exact,
}

/// How the currency is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CurrencyMark {
    /// By the locale's symbol, such as $; by the code where it has none.
    #[default]
    Symbol,
    /// By the three letters.
    Code,
}

/// An amount to write.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct FormatRequest {
    /// The amount.
    pub money: Money,
    /// As whom to write it.
    pub locale: Locale,
    /// How many digits at least.
    #[serde(default)]
    pub digits: WrittenDigits,
    /// How the currency is written.
    #[serde(default)]
    pub mark: CurrencyMark,
}

/// An amount as people wrote it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ParseRequest {
    /// The text, with or without its currency.
    #[schemars(extend("format" = "text"))]
    pub text: String,
    /// As whom it was written.
    pub locale: Locale,
    /// In which currency.
    pub currency: Currency,
}

/// Writes an amount as a locale does, rounded to the minor unit unless [`WrittenDigits::Exact`] is asked for. What has no minor
/// unit, such as gold, is written as it is.
///
/// ```
/// use ratebook::money::{FormatRequest, Locale, Money, format};
/// let money = Money::new("1234567".parse()?, "INR".parse()?);
/// let text = format(FormatRequest::new(money, Locale::EnIn))?;
/// assert_eq!(text, "₹12,34,567.00");
/// # Ok::<(), ratebook::Error>(())
/// ```
pub fn format(request: FormatRequest) -> Result<String> {
    request.bounded()?;
    let FormatRequest {
        money,
        locale,
        digits,
        mark,
    } = request;
    let rules = locale.rules();
    let symbol = match mark {
        CurrencyMark::Symbol => locale.symbol(money.currency),
        CurrencyMark::Code => money.currency.code(),
    };
    let amount = shown(money, digits)?;
    let number = number(amount.abs(), &rules);
    let sign = if amount.is_negative() { "-" } else { "" };
    Ok(if !rules.currency_first {
        format!("{sign}{number}{NO_BREAK_SPACE}{symbol}")
    } else if symbol.ends_with(|last: char| last.is_alphanumeric() || last == '.') {
        format!("{sign}{symbol}{NO_BREAK_SPACE}{number}")
    } else {
        format!("{sign}{symbol}{number}")
    })
}

/// The amount with the digits to write.
fn shown(money: Money, digits: WrittenDigits) -> Result<Decimal> {
    let minor = money.currency.iso_minor_unit();
    let needed = match minor {
        Some(minor) if digits != WrittenDigits::Exact && money.amount.scale() > minor => {
            Rounding::to_digits(RoundingMode::HalfUp, minor).round(money.amount)?
        }
        _ => money.amount,
    }
    .normalized();
    let display = money.currency.display_digits();
    let least = match digits {
        WrittenDigits::Display if needed.scale() <= display => display,
        _ => minor.unwrap_or(0),
    };
    Ok(needed.at_scale(least.max(needed.scale())))
}

fn number(amount: Decimal, rules: &Rules) -> String {
    let plain = amount.to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut written = grouped(whole, rules);
    if !fraction.is_empty() {
        written.push(rules.point);
        written.push_str(fraction);
    }
    written
}

/// A number as a locale writes it, with the digits that it has.
///
/// ```
/// use ratebook::money::{Locale, write_number};
/// assert_eq!(write_number("-1234567.50".parse()?, Locale::De), "-1.234.567,50");
/// # Ok::<(), ratebook::Error>(())
/// ```
pub fn write_number(number: Decimal, locale: Locale) -> String {
    let sign = if number.is_negative() { "-" } else { "" };
    format!("{sign}{}", self::number(number.abs(), &locale.rules()))
}

/// A whole number as a locale writes it.
pub(crate) fn whole_number(number: u64, locale: Locale) -> String {
    grouped(&number.to_string(), &locale.rules())
}

fn grouped(whole: &str, rules: &Rules) -> String {
    let mut written = String::with_capacity(whole.len() * 2);
    for (place, digit) in whole.chars().enumerate() {
        let left = whole.len() - place;
        let edge = left >= 3 && (left - 3).is_multiple_of(rules.group_digits);
        if place > 0 && edge && whole.len() >= rules.grouped_from {
            written.push(rules.group);
        }
        written.push(digit);
    }
    written
}

/// Reads an amount as a locale writes it. Groups may be left out, but where they are they must be whole: `1,23` is no
/// amount in en-US, rather than 123.
pub fn parse(request: ParseRequest) -> Result<Money> {
    request.bounded()?;
    let ParseRequest { text, locale, currency } = &request;
    let rules = locale.rules();
    let (negative, bare) = stripped(text, *locale, *currency)?;
    let unreadable = || {
        let message = format!(
            "{} is not an amount as written in {}, such as \"{}\"",
            quoted(text),
            rules.tag,
            rules.example
        );
        Error::new(Code::RequestType, "/text", message)
    };
    let plain = plain(bare, &rules).ok_or_else(unreadable)?;
    let size: Decimal = plain.parse().map_err(|error: Error| error.under("/text"))?;
    let amount = if negative { -size } else { size };
    Ok(Money::new(amount, *currency).at_minor_unit())
}

/// The number without sign and currency, and whether the sign was a minus.
fn stripped(text: &str, locale: Locale, currency: Currency) -> Result<(bool, &str)> {
    let (signed, rest) = unsigned(text.trim());
    for mark in [locale.symbol(currency), currency.code()] {
        let found = rest.strip_prefix(mark).or_else(|| rest.strip_suffix(mark));
        if let Some(bare) = found.map(str::trim) {
            // Some write the sign after the symbol, $-5; nobody writes two.
            let (late, number) = if signed { (false, bare) } else { unsigned(bare) };
            return Ok((signed || late, number));
        }
    }
    let of_number = |letter: char| letter.is_ascii_digit() || letter.is_whitespace() || ".,-\u{2212}".contains(letter);
    match locale.currency_of(rest.trim_matches(of_number)) {
        Some(other) if other != currency => Err(mismatch("/text", other, currency).into()),
        _ => Ok((signed, rest)),
    }
}

/// Whether a minus begins the text, and what follows it.
fn unsigned(text: &str) -> (bool, &str) {
    let rest = text.strip_prefix(['-', '\u{2212}']);
    (rest.is_some(), rest.unwrap_or(text).trim_start())
}

/// The number as plain digits, or nothing when it is not well written.
fn plain(bare: &str, rules: &Rules) -> Option<String> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = match bare.split_once(rules.point) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (bare, None),
    };
    if !fraction.is_none_or(digits) {
        return None;
    }
    // Keyboards have one space; the two that do not break are what programs write.
    let between =
        |letter: char| letter == rules.group || (rules.group == '\u{202f}' && matches!(letter, ' ' | '\u{a0}'));
    let groups: Vec<_> = whole.split(between).collect();
    let last = groups.len() - 1;
    let whole_groups = groups.iter().enumerate().all(|(place, group)| {
        let fits = match place {
            _ if last == 0 => true,
            0 => group.len() <= rules.group_digits,
            _ if place == last => group.len() == 3,
            _ => group.len() == rules.group_digits,
        };
        fits && digits(group)
    });
    let fraction = fraction.map_or_else(String::new, |fraction| format!(".{fraction}"));
    whole_groups.then(|| groups.concat() + &fraction)
}
