use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Currency, shortened};

/// A currency in a table of exchange rates: one in use, one that has ended, or a code that is neither and spoils its row alone.
///
/// ```
/// use ratebook::money::{Currency, QuotedCurrency};
/// # fn main() -> ratebook::Result<()> {
/// assert_eq!(QuotedCurrency::of("EUR"), QuotedCurrency::from("EUR".parse::<Currency>()?));
/// assert_eq!(QuotedCurrency::of("HRK").ended(), Some("2023-01"));
/// assert!(!QuotedCurrency::of("US$").is_known());
/// # Ok(()) }
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct QuotedCurrency(Quoted);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Quoted {
    InUse(Currency),
    /// By its place among those that have ended.
    Ended(u8),
    Unknown(Box<str>),
}

impl QuotedCurrency {
    /// What a table calls a currency, whether or not there is one.
    pub fn of(code: &str) -> QuotedCurrency {
        QuotedCurrency(match (Currency::from_str(code), Ended::place(code)) {
            (Ok(currency), _) => Quoted::InUse(currency),
            (_, Some(place)) => Quoted::Ended(place),
            _ => Quoted::Unknown(shortened(code).into()),
        })
    }

    /// As the table has it.
    pub fn code(&self) -> &str {
        match &self.0 {
            Quoted::InUse(currency) => currency.code(),
            Quoted::Ended(place) => Ended::at(*place).map_or("", |ended| ended.code),
            Quoted::Unknown(code) => code,
        }
    }

    /// The currency, when it is in use.
    pub fn in_use(&self) -> Option<Currency> {
        match &self.0 {
            Quoted::InUse(currency) => Some(*currency),
            _ => None,
        }
    }

    /// When it ended, as ISO 4217 tells it: a year and mostly a month, such as `2023-01`.
    pub fn ended(&self) -> Option<&'static str> {
        match &self.0 {
            Quoted::Ended(place) => Ended::at(*place).map(|ended| ended.withdrawn),
            _ => None,
        }
    }

    /// Whether ISO 4217 knows it, in use or ended.
    pub fn is_known(&self) -> bool {
        !matches!(self.0, Quoted::Unknown(_))
    }
}

impl From<Currency> for QuotedCurrency {
    fn from(currency: Currency) -> Self {
        QuotedCurrency(Quoted::InUse(currency))
    }
}

impl PartialEq<Currency> for QuotedCurrency {
    fn eq(&self, other: &Currency) -> bool {
        self.in_use() == Some(*other)
    }
}

impl fmt::Display for QuotedCurrency {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())
    }
}

impl fmt::Debug for QuotedCurrency {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())
    }
}

impl Serialize for QuotedCurrency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for QuotedCurrency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl de::Visitor<'_> for Text {
            type Value = QuotedCurrency;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a currency code such as \"EUR\"")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<QuotedCurrency, E> {
                Ok(QuotedCurrency::of(text))
            }
        }
        deserializer.deserialize_str(Text)
    }
}

// An unknown code is kept as short as messages have it.
crate::fault::unlimited! { QuotedCurrency }

#[cfg(feature = "schemas")]
impl schemars::JsonSchema for QuotedCurrency {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "QuotedCurrency".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string", "format": "reference"})
    }
}

/// A currency that has ended, as list three of ISO 4217 has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ended {
    pub(super) code: &'static str,
    pub(super) withdrawn: &'static str,
    pub(super) name: &'static str,
}

impl Ended {
    /// All of them, in the order of the codes.
    fn all() -> &'static [Ended] {
        static ALL: LazyLock<Vec<Ended>> = LazyLock::new(|| {
            let lines = include_str!("ended.txt").lines().filter(|line| !line.starts_with('#'));
            let read = |line: &'static str| {
                let mut parts = line.splitn(4, ' ');
                let (code, _number) = (parts.next()?, parts.next()?);
                let (withdrawn, name) = (parts.next()?, parts.next()?);
                Some(Ended { code, withdrawn, name })
            };
            lines.filter_map(read).collect()
        });
        &ALL
    }

    fn place(code: &str) -> Option<u8> {
        let found = Ended::all().binary_search_by_key(&code, |ended| ended.code).ok();
        found.and_then(|place| u8::try_from(place).ok())
    }

    fn at(place: u8) -> Option<&'static Ended> {
        Ended::all().get(usize::from(place))
    }

    /// The one of that code.
    pub(super) fn find(code: &str) -> Option<&'static Ended> {
        Ended::at(Ended::place(code)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_in_use_or_has_ended() {
        assert_eq!(Ended::all().len(), 129);
        assert!(Ended::all().is_sorted_by_key(|ended| ended.code));
        for ended in Ended::all() {
            assert!(ended.code.parse::<Currency>().is_err(), "{} is in use", ended.code);
            assert_eq!(QuotedCurrency::of(ended.code).ended(), Some(ended.withdrawn));
            assert!(ended.withdrawn.starts_with(['1', '2']) && !ended.name.is_empty());
        }
    }
}
