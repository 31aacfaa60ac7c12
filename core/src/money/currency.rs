use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::iso4217::{self, Entry, TABLE};
use super::quoted::Ended;
use super::{Decimal, digits};
use crate::{Code, Error, Result};

/// A currency of ISO 4217, named by its three letters.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency(u8);

impl Currency {
    /// Every currency, in the order of the codes.
    #[expect(clippy::indexing_slicing, reason = "a place beyond the table would not compile")]
    pub const ALL: [Currency; TABLE.len()] = {
        let mut all = [Currency(0); TABLE.len()];
        let mut place = 0;
        while place < all.len() {
            all[place] = Currency(place as u8);
            place += 1;
        }
        all
    };

    fn entry(self) -> &'static Entry {
        TABLE.get(usize::from(self.0)).unwrap_or(&iso4217::NO_CURRENCY)
    }

    /// The three letters.
    pub fn code(self) -> &'static str {
        self.entry().code
    }

    /// The three digits, such as 978 for EUR.
    pub fn numeric(self) -> u16 {
        self.entry().numeric
    }

    /// The English name that ISO 4217 gives.
    pub fn name(self) -> &'static str {
        self.entry().name
    }

    /// How many digits the accounts of the currency keep behind the point: EUR 2, JPY 0, KWD 3. Two for the few to which
    /// ISO 4217 gives none, see [`Currency::iso_minor_unit`].
    pub fn minor_unit(self) -> u32 {
        self.iso_minor_unit().unwrap_or(2)
    }

    /// The minor unit by ISO 4217; none for gold, drawing rights and their like.
    pub fn iso_minor_unit(self) -> Option<u32> {
        Some(self.entry().minor_unit)
            .filter(|digits| *digits != iso4217::NONE)
            .map(u32::from)
    }

    /// How many digits people are shown, which is fewer where nobody has seen a coin of the minor unit for years.
    pub fn display_digits(self) -> u32 {
        digits::display(self.code()).unwrap_or(self.minor_unit())
    }

    /// The smallest sum that can be paid in coins, where that is more than a minor unit: CHF 0.05, SEK 1.
    pub fn cash_step(self) -> Option<Decimal> {
        digits::cash_step(self.code())
    }
}

impl FromStr for Currency {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let found = TABLE.binary_search_by_key(&text, |entry| entry.code).ok();
        found
            .and_then(|place| u8::try_from(place).ok())
            .map(Currency)
            .ok_or_else(|| {
                let message = match Ended::find(text) {
                    Some(ended) => format!(
                        "`{text}` ({}) has ended, by ISO 4217 in {}; use the currency in its place",
                        ended.name, ended.withdrawn
                    ),
                    None => format!("`{}` is not a currency of ISO 4217", crate::fault::shortened(text)),
                };
                Error::new(Code::MoneyCurrencyUnknown, "", message)
            })
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl de::Visitor<'_> for Text {
            type Value = Currency;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a currency code such as \"EUR\"")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Currency, E> {
                text.parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Text)
    }
}

crate::fault::unlimited! { Currency }

#[cfg(feature = "schemas")]
impl schemars::JsonSchema for Currency {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Currency".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "format": "currency",
            "pattern": "^[A-Z]{3}$",
            "description": "A currency of ISO 4217, such as \"EUR\".",
            "examples": ["EUR"],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_found_again() {
        assert_eq!(Currency::ALL.len(), 178);
        for currency in Currency::ALL {
            assert_eq!(currency.code().parse::<Currency>().unwrap(), currency);
        }
        assert!(Currency::ALL.is_sorted_by_key(|currency| currency.code()));
        let numbers: std::collections::BTreeSet<_> = Currency::ALL.map(Currency::numeric).into();
        assert_eq!(numbers.len(), Currency::ALL.len());
    }

    #[test]
    fn three_tables_are_kept_apart() {
        let currency = |code: &str| code.parse::<Currency>().unwrap();
        assert_eq!(currency("IQD").iso_minor_unit(), Some(3));
        assert_eq!(currency("IQD").display_digits(), 0);
        assert_eq!(currency("XAU").iso_minor_unit(), None);
        assert_eq!(currency("CLF").minor_unit(), 4);
        let differing = Currency::ALL
            .iter()
            .filter(|currency| currency.display_digits() != currency.minor_unit());
        assert_eq!(differing.count(), 16);
    }

    #[test]
    fn codes_that_ended_are_not_known() {
        for code in ["BGN", "HRK", "ANG", "eur", "EURO", ""] {
            assert_eq!(code.parse::<Currency>().unwrap_err().code(), Code::MoneyCurrencyUnknown);
        }
    }
}
