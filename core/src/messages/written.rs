//! Figures as people write them.

use serde_json::Value;

use super::catalogue::Catalogue;
use super::{Language, ToldReason};
use crate::Code;
use crate::error::DetailKind;
use crate::money::{Currency, Decimal, FormatRequest, Locale, Money, format, whole_number};
use crate::time::{Day, DayRange, Instant, Zone};

/// The detail that names the word which another one counts.
pub(super) const COUNTED: &str = "counted";

/// How many days of a list are written out.
const MOST_LISTED: usize = 6;

/// How many letters of a name are written.
const MOST_LETTERS: usize = 80;

/// What writes the figures of a reason.
pub(super) struct Writer {
    pub(super) words: &'static Catalogue,
    pub(super) language: Language,
    pub(super) locale: Locale,
    pub(super) zone: Zone,
    pub(super) currency: Option<Currency>,
}

impl Writer {
    /// The first of the code's sentences whose figures are all there.
    pub(super) fn sentence(&self, reason: &ToldReason) -> String {
        let code = Code::ALL.iter().copied().find(|code| code.as_str() == reason.code);
        let sentences = self.words.of_code(&reason.code);
        let told = sentences
            .iter()
            .find_map(|sentence| self.filled(sentence, code, reason));
        told.unwrap_or_default()
    }

    fn filled(&self, sentence: &str, code: Option<Code>, reason: &ToldReason) -> Option<String> {
        let mut parts = sentence.split('{');
        let mut told = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (name, rest) = part.split_once('}')?;
            let (name, word) = name
                .split_once(':')
                .map_or((name, None), |(name, word)| (name, Some(word)));
            let kind = code?.details().find(|(known, _)| *known == name)?.1;
            let value = reason.figure(name)?;
            told.push_str(&match word {
                Some(COUNTED) => self.counted(value.as_u64()?, reason.figure(COUNTED)?.as_str()?)?,
                Some(word) => self.counted(value.as_u64()?, word)?,
                None => self.written(value, kind)?,
            });
            told.push_str(rest);
        }
        Some(told)
    }

    fn written(&self, value: &Value, kind: DetailKind) -> Option<String> {
        match kind {
            DetailKind::Count => Some(self.number(value.as_i64()?)),
            DetailKind::Decimal => self.amount(value.as_str()?),
            DetailKind::Day => Some(self.day(value.as_str()?.parse().ok()?)),
            DetailKind::DayRange => self.range(value),
            DetailKind::Days => self.days(value.as_array()?),
            DetailKind::Instant => Some(self.instant(value.as_str()?.parse().ok()?)),
            DetailKind::Span => self.span(value),
            DetailKind::Minutes => self.length(value.as_u64()?.checked_mul(60)?),
            DetailKind::Seconds => self.length(value.as_u64()?),
            DetailKind::Text => Some(plain(value.as_str()?)),
            DetailKind::Texts => {
                let texts = value.as_array()?.iter().map(|text| text.as_str().map(plain));
                Some(self.listed(texts.take(MOST_LISTED).collect::<Option<_>>()?, value.as_array()?.len()))
            }
            DetailKind::Other => None,
        }
    }

    /// A whole number, in the groups of the language.
    fn number(&self, number: i64) -> String {
        let sign = if number < 0 { "-" } else { "" };
        format!("{sign}{}", whole_number(number.unsigned_abs(), self.locale))
    }

    /// So many of something; nothing below one but in French and Hindi is one.
    fn counted(&self, number: u64, word: &str) -> Option<String> {
        let [one, several] = self.words.counts.get(word)?;
        let is_one = match self.language {
            Language::Fr | Language::Hi => number <= 1,
            _ => number == 1,
        };
        let number = self.number(i64::try_from(number).ok()?);
        Some(format!("{number} {}", if is_one { one } else { several }))
    }

    /// A length of time in its two largest units.
    fn length(&self, seconds: u64) -> Option<String> {
        const UNITS: [(&str, u64); 4] = [("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1)];
        let mut rest = seconds;
        let mut parts = Vec::new();
        for (word, size) in UNITS {
            let count = rest / size;
            if count > 0 || (seconds == 0 && size == 1) {
                parts.push(self.counted(count, word)?);
                rest -= count * size;
            }
        }
        parts.truncate(2);
        Some(parts.join(&self.words.words.and))
    }

    fn amount(&self, text: &str) -> Option<String> {
        let amount: Decimal = text.parse().ok()?;
        format(FormatRequest::new(Money::new(amount, self.currency?), self.locale)).ok()
    }

    fn day(&self, day: Day) -> String {
        let words = &self.words.words;
        let (year, month, day) = day.ymd();
        let month = words
            .months
            .get(month.saturating_sub(1) as usize)
            .map_or("", String::as_str);
        let day = match day {
            1 => words.first_of_month.clone(),
            other => other.to_string(),
        };
        let date = words.date.replace("{day}", &day).replace("{month}", month);
        date.replace("{year}", &year.to_string())
    }

    fn range(&self, value: &Value) -> Option<String> {
        let range: DayRange = serde_json::from_value(value.clone()).ok()?;
        if range.first == range.last {
            return Some(self.day(range.first));
        }
        Some(self.between(&self.day(range.first), &self.day(range.last)))
    }

    fn between(&self, first: &str, last: &str) -> String {
        let words = &self.words.words;
        words.range.replace("{first}", first).replace("{last}", last)
    }

    /// Days, each for itself or as a range.
    fn days(&self, days: &[Value]) -> Option<String> {
        let one = |day: &Value| match day.as_str() {
            Some(text) => Some(self.day(text.parse().ok()?)),
            None => self.range(day),
        };
        let listed: Option<Vec<String>> = days.iter().take(MOST_LISTED).map(one).collect();
        Some(self.listed(listed.filter(|listed| !listed.is_empty())?, days.len()))
    }

    fn listed(&self, mut texts: Vec<String>, all: usize) -> String {
        if texts.len() < all {
            return format!("{}{}", texts.join(", "), self.words.words.more);
        }
        match texts.pop() {
            Some(last) if texts.is_empty() => last,
            Some(last) => format!("{}{}{last}", texts.join(", "), self.words.words.and),
            None => String::new(),
        }
    }

    fn instant(&self, instant: Instant) -> String {
        let (day, time) = self.zone.local(instant);
        let words = &self.words.words;
        // Nobody waits for the second.
        let time: String = time.to_string().chars().take(5).collect();
        words.moment.replace("{date}", &self.day(day)).replace("{time}", &time)
    }

    fn span(&self, value: &Value) -> Option<String> {
        let at = |name: &str| Some(self.instant(value.get(name)?.as_str()?.parse().ok()?));
        Some(self.between(&at("start")?, &at("end")?))
    }
}

/// A name, cut where it would fill a screen.
fn plain(text: &str) -> String {
    if text.chars().nth(MOST_LETTERS).is_none() {
        return text.to_owned();
    }
    text.chars().take(MOST_LETTERS).chain(['…']).collect()
}
