use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::{Price, PriceRequest, RateList};
use crate::Result;
use crate::fault::Limits;
use crate::money::{Conversion, Currency, ExchangeRates, ExchangeTerms, Money, RoundingMode, RoundingStep};
use crate::time::Instant;

/// A price wanted in another currency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PriceInRequest {
    /// What is to be priced.
    pub request: PriceRequest,
    /// The currency that is wanted.
    pub currency: Currency,
    /// The exchange rates.
    pub rates: ExchangeRates,
    /// The moment by which the rates' age is judged.
    pub as_of: Instant,
    /// How old a rate may be; a day when not given.
    #[serde(default = "a_day")]
    pub max_age_seconds: u32,
    /// Whether an older rate is taken all the same, and told as stale.
    #[serde(default)]
    pub allow_stale: bool,
}

/// A price with its total in another currency, and the rate that was used.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct PriceIn {
    /// The price in the list's own currency, explained.
    pub price: Price,
    /// The total in the other currency, with the rate, its time and its source.
    pub total: Conversion,
}

impl RateList {
    /// Prices a request and tells the total in another currency, with the exchange rate and its time.
    pub fn price_in(&self, request: &PriceInRequest) -> Result<PriceIn> {
        request.bounded()?;
        let price = self.price(&request.request).map_err(|error| error.under("/request"))?;
        let terms = ExchangeTerms {
            as_of: request.as_of,
            max_age_seconds: request.max_age_seconds,
            allow_stale: request.allow_stale,
            mode: RoundingMode::HalfUp,
            step: RoundingStep::default(),
        };
        let total = Money {
            amount: price.total,
            currency: price.currency,
        };
        Ok(PriceIn {
            total: request.rates.convert(total, request.currency, terms)?,
            price,
        })
    }
}

fn a_day() -> u32 {
    86_400
}
