use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::RateLists;
use crate::fault::{Limits, many_are};
use crate::money::{Currency, Decimal};
use crate::rates::{PriceRequest, RateList};
use crate::{Code, Error, Result};

/// The same requests under two lists.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct SimulateRequest {
    /// The requests, such as last year's.
    pub requests: Vec<PriceRequest>,
    /// The place of the list as it is.
    #[serde(default)]
    pub before: u32,
    /// The place of the list as it would be.
    #[serde(default = "second")]
    pub after: u32,
}

/// What would have changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct Simulation {
    /// The currency of every amount.
    pub currency: Currency,
    /// One for each request.
    pub differences: Vec<Difference>,
    /// The sum of the totals before.
    pub before: Decimal,
    /// The sum of the totals after.
    pub after: Decimal,
    /// What the change adds, over requests that both lists answer.
    pub change: Decimal,
    /// How many requests only the list before answers.
    pub lost: u32,
    /// How many requests only the list after answers.
    pub won: u32,
}

/// What would have changed for one request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct Difference {
    /// The total before, when there is one.
    pub before: Option<Decimal>,
    /// The total after, when there is one.
    pub after: Option<Decimal>,
    /// What the change adds, when both answer.
    pub change: Option<Decimal>,
    /// The code of the first reason before, when it refuses.
    pub before_code: Option<Code>,
    /// The code of the first reason after, when it refuses.
    pub after_code: Option<Code>,
}

impl RateLists {
    /// Prices the same requests under two lists: what would have changed, for each and in sum.
    pub fn simulate(&self, request: &SimulateRequest) -> Result<Simulation> {
        request.bounded()?;
        let list = |index: u32, field: &str| {
            let given = many_are(self.lists.len(), "list");
            let message = format!("there is no list {index}; {given} given, and the first is 0");
            let found = self.lists.get(index as usize);
            found.ok_or_else(|| Error::new(Code::RequestRange, format!("/{field}"), message))
        };
        let (before, after) = (list(request.before, "before")?, list(request.after, "after")?);
        let currency = before.definition().currency;
        if after.definition().currency != currency {
            let message = format!(
                "one list prices in {currency}, the other in {}",
                after.definition().currency
            );
            return Err(Error::new(Code::MoneyCurrencyMismatch, "/after", message));
        }
        let zero = Decimal::ZERO.at_scale(currency.minor_unit());
        let mut simulation = Simulation {
            currency,
            differences: Vec::new(),
            before: zero,
            after: zero,
            change: zero,
            lost: 0,
            won: 0,
        };
        for one in &request.requests {
            simulation.add(difference(before, after, one)?)?;
        }
        Ok(simulation)
    }
}

impl Simulation {
    fn add(&mut self, difference: Difference) -> Result<()> {
        if let Some(total) = difference.before {
            self.before = self.before.plus(total)?;
        }
        if let Some(total) = difference.after {
            self.after = self.after.plus(total)?;
        }
        if let Some(change) = difference.change {
            self.change = self.change.plus(change)?;
        }
        self.lost += u32::from(difference.before.is_some() && difference.after.is_none());
        self.won += u32::from(difference.before.is_none() && difference.after.is_some());
        self.differences.push(difference);
        Ok(())
    }
}

fn difference(before: &RateList, after: &RateList, request: &PriceRequest) -> Result<Difference> {
    let total = |list: &RateList| match list.total(request) {
        Ok(total) => (Some(total.amount), None),
        Err(error) => (None, Some(error.code())),
    };
    let ((before, before_code), (after, after_code)) = (total(before), total(after));
    let change = before
        .zip(after)
        .map(|(before, after)| after.minus(before))
        .transpose()?;
    Ok(Difference {
        before,
        after,
        change,
        before_code,
        after_code,
    })
}

fn second() -> u32 {
    1
}
