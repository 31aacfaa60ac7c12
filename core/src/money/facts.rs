use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::{Currency, Decimal};
use crate::Result;
use crate::fault::Limits;

/// The currency whose facts are asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CurrencyRequest {
    /// The currency.
    pub currency: Currency,
}

/// A request for every currency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CurrenciesRequest {}

/// What is known of a currency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct CurrencyFacts {
    /// The three letters.
    pub currency: Currency,
    /// The three digits, such as `978`.
    pub numeric: String,
    /// The English name.
    pub name: String,
    /// Digits behind the point in accounts; not there for gold, drawing rights and their like.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minor_unit: Option<u32>,
    /// Digits that people are shown.
    pub display_digits: u32,
    /// The smallest sum payable in coins, where that is more than a minor unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cash_step: Option<Decimal>,
}

impl From<Currency> for CurrencyFacts {
    fn from(currency: Currency) -> Self {
        CurrencyFacts {
            currency,
            numeric: format!("{:03}", currency.numeric()),
            name: currency.name().to_owned(),
            minor_unit: currency.iso_minor_unit(),
            display_digits: currency.display_digits(),
            cash_step: currency.cash_step(),
        }
    }
}

/// The facts of one currency.
pub fn currency(request: CurrencyRequest) -> Result<CurrencyFacts> {
    request.bounded()?;
    Ok(request.currency.into())
}

/// The facts of every currency, in the order of the codes.
pub fn currencies(_: CurrenciesRequest) -> Result<Vec<CurrencyFacts>> {
    Ok(Currency::ALL.into_iter().map(CurrencyFacts::from).collect())
}
