use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::{Price, PriceRequest, RateList};
use crate::error::ErrorReport;
use crate::fault::Limits;
use crate::money::{Decimal, Money};
use crate::{Error, Result};

/// Many requests at once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct QuoteManyRequest {
    /// The requests, each answered by itself.
    pub requests: Vec<PriceRequest>,
}

/// The answer to one of many requests: a price, or why there is none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct Quoted {
    /// The price, when there is one.
    pub price: Option<Price>,
    /// Every reason, when there is none.
    pub error: Option<ErrorReport>,
}

/// The total of one of many requests, or why there is none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct Totalled {
    /// The total, when there is one.
    pub total: Option<Decimal>,
    /// Every reason, when there is none.
    pub error: Option<ErrorReport>,
}

impl From<Error> for Quoted {
    fn from(error: Error) -> Self {
        Quoted {
            price: None,
            error: Some(error.report()),
        }
    }
}

impl From<Error> for Totalled {
    fn from(error: Error) -> Self {
        Totalled {
            total: None,
            error: Some(error.report()),
        }
    }
}

impl RateList {
    /// Prices many requests, one answer each; a bad request never spoils the others.
    pub fn quote_many(&self, request: &QuoteManyRequest) -> Result<Vec<Quoted>> {
        request.bounded_as_list()?;
        let answers = request.requests.iter().map(|one| match self.price(one) {
            Ok(price) => Quoted {
                price: Some(price),
                error: None,
            },
            Err(error) => error.into(),
        });
        Ok(answers.collect())
    }

    /// The totals of many requests, one answer each: the fastest way to price a lot.
    pub fn total_many(&self, request: &QuoteManyRequest) -> Result<Vec<Totalled>> {
        request.bounded_as_list()?;
        let answers = request.requests.iter().map(|one| match self.total(one) {
            Ok(Money { amount, .. }) => Totalled {
                total: Some(amount),
                error: None,
            },
            Err(error) => error.into(),
        });
        Ok(answers.collect())
    }
}
