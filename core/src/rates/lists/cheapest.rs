use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::{ListRef, RateLists};
use crate::error::ErrorReport;
use crate::fault::Limits;
use crate::money::{Currency, Decimal};
use crate::rates::{Price, PriceRequest, RateListDefinition};
use crate::time::Day;
use crate::{Code, Error, Result};

/// A request to every list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CheapestRequest {
    /// What is to be priced.
    pub request: PriceRequest,
    /// Who asks; lists for others are refused.
    #[serde(default, skip_serializing_if = "Buyer::is_anybody")]
    pub buyer: Buyer,
}

/// Who asks for a price. A list for certain buyers answers only those who are told to be such; the channel and the quantity
/// are those of the request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Buyer {
    /// The groups of customers to which the buyer belongs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100), extend("format" = "reference"))]
    pub customer_groups: Vec<String>,
    /// The buyer's country.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub country: Option<String>,
    /// Only lists in this currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<Currency>,
}

impl Buyer {
    pub(crate) fn is_anybody(&self) -> bool {
        *self == Buyer::default()
    }

    /// Why a list is not for a request of this buyer; nothing when it is.
    pub(crate) fn is_other(&self, list: &RateListDefinition, request: &PriceRequest) -> Option<LostWhy> {
        let context = &list.context;
        let among =
            |own: &[String], told: Option<&String>| own.is_empty() || told.is_some_and(|told| own.contains(told));
        let groups = &context.customer_groups;
        let quantity = request.quantity.unsigned_abs();
        if self.currency.is_some_and(|currency| currency != list.currency) {
            Some(LostWhy::OtherCurrency)
        } else if !groups.is_empty() && !self.customer_groups.iter().any(|group| groups.contains(group)) {
            Some(LostWhy::OtherCustomers)
        } else if !among(&context.channels, request.channel.as_ref()) {
            Some(LostWhy::OtherChannel)
        } else if !among(&context.countries, self.country.as_ref()) {
            Some(LostWhy::OtherCountry)
        } else if context.min_quantity.is_some_and(|least| quantity < least)
            || context.max_quantity.is_some_and(|most| quantity > most)
        {
            Some(LostWhy::OtherQuantity)
        } else {
            None
        }
    }
}

/// What the lists offer, cheapest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct Cheapest {
    /// The price of the cheapest offer; none when no list can answer.
    pub price: Option<Price>,
    /// Every list that can answer, cheapest first; the earlier list where two cost the same.
    pub offers: Vec<Offer>,
    /// Every list that cannot, and why.
    pub refused: Vec<Lost>,
}

/// What one list offers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct Offer {
    /// The list.
    pub list: ListRef,
    /// Its total.
    pub total: Decimal,
    /// The currency of the total.
    pub currency: Currency,
}

/// A list that was not chosen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct Lost {
    /// The list.
    pub list: ListRef,
    /// Why.
    pub why: LostWhy,
    /// Every reason, when it refused.
    pub error: Option<ErrorReport>,
}

/// Why a list was not chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum LostWhy {
    /// It is for another supplier, service, destination or product.
    OtherProduct,
    /// It prices in another currency.
    OtherCurrency,
    /// It is for other groups of customers.
    OtherCustomers,
    /// It is for other channels.
    OtherChannel,
    /// It is for other countries.
    OtherCountry,
    /// It is for fewer or for more units.
    OtherQuantity,
    /// It refuses the request.
    Refused,
    /// Another list has a higher priority.
    Priority,
    /// Another list is for the very product, destination or supplier.
    LessSpecific,
    /// Another list is for the very customers, channel, country or quantity.
    LessSpecificContext,
    /// Another list begins at a larger quantity.
    SmallerQuantity,
    /// Another list is a newer version.
    OlderVersion,
    /// Nothing else tells them apart: another list's id comes first.
    Id,
}

impl LostWhy {
    /// For whom a list is that is not for the buyer.
    pub(crate) fn whom(self) -> &'static str {
        match self {
            LostWhy::OtherCustomers => "other groups of customers",
            LostWhy::OtherChannel => "other channels",
            LostWhy::OtherCountry => "buyers from other countries",
            LostWhy::OtherQuantity => "fewer or more units",
            LostWhy::OtherCurrency => "buyers who pay in another currency",
            _ => "others",
        }
    }
}

impl RateLists {
    /// The price of the cheapest list, with every other offer and refusal. All lists that can answer must have one currency.
    pub fn cheapest(&self, request: &CheapestRequest) -> Result<Cheapest> {
        request.bounded()?;
        let mut offers: Vec<Offer> = Vec::new();
        let mut refused = Vec::new();
        for (index, list) in self.lists.iter().enumerate() {
            let list_ref = self.reference(index);
            if let Some(why) = request.buyer.is_other(list.definition(), &request.request) {
                refused.push(lost(list_ref, why, None));
                continue;
            }
            match list.total(&request.request) {
                Ok(total) => offers.push(Offer {
                    list: list_ref,
                    total: total.amount,
                    currency: total.currency,
                }),
                Err(error) => refused.push(lost(list_ref, LostWhy::Refused, Some(&error))),
            }
        }
        if let Some(first) = offers.first().map(|offer| offer.currency)
            && let Some(other) = offers
                .iter()
                .map(|offer| offer.currency)
                .find(|currency| *currency != first)
        {
            let message =
                format!("some lists price in {first} and some in {other}: amounts of two currencies have no order");
            return Err(Error::new(Code::MoneyCurrencyMismatch, "", message));
        }
        offers.sort_unstable_by_key(|offer| (offer.total, offer.list.index));
        let best = offers
            .first()
            .and_then(|offer| self.lists.get(offer.list.index as usize));
        let price = best.map(|list| list.price(&request.request)).transpose()?;
        Ok(Cheapest { price, offers, refused })
    }
}

pub(super) fn lost(list: ListRef, why: LostWhy, error: Option<&Error>) -> Lost {
    Lost {
        list,
        why,
        error: error.map(Error::report),
    }
}

/// The days of a list on which it answers, before the version that follows it.
pub(super) fn effective_last(definition: &RateListDefinition) -> Day {
    let before_next = definition.superseded_on.and_then(|day| day.plus(-1));
    before_next.map_or(definition.valid.last, |last| last.min(definition.valid.last))
}
