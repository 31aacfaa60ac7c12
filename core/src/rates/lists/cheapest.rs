use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::{ListRef, RateLists};
use crate::error::ErrorReport;
use crate::fault::Limits;
use crate::money::{Currency, Decimal};
use crate::rates::{Price, PriceRequest, RateList, RateListDefinition};
use crate::time::Day;
use crate::{Code, Error, Reason, Result};

/// A request to every list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CheapestRequest {
    /// What is to be priced.
    pub request: PriceRequest,
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
    /// It refuses the request.
    Refused,
    /// Another list has a higher priority.
    Priority,
    /// Another list is for the very product, destination or supplier.
    LessSpecific,
    /// Another list is a newer version.
    OlderVersion,
    /// Nothing else tells them apart: another list's id comes first.
    Id,
}

/// Which list is to answer, of those for a product.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct SelectRequest {
    /// What is to be priced.
    pub request: PriceRequest,
    /// The supplier; lists without one are for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub supplier: Option<String>,
    /// The kind of service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub service_type: Option<String>,
    /// The destination; lists without one are for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub destination: Option<String>,
    /// The product; lists without one are for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub product: Option<String>,
}

/// The list that answers, its price, and why the others do not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct Selection {
    /// The list.
    pub list: ListRef,
    /// Its price.
    pub price: Price,
    /// Every other list, in the order of the lists.
    pub lost: Vec<Lost>,
}

impl RateLists {
    /// The price of the cheapest list, with every other offer and refusal. All lists that can answer must have one currency.
    pub fn cheapest(&self, request: &CheapestRequest) -> Result<Cheapest> {
        request.bounded()?;
        let mut offers: Vec<Offer> = Vec::new();
        let mut refused = Vec::new();
        for (index, list) in self.lists.iter().enumerate() {
            let list_ref = self.reference(index);
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

    /// The one list that answers for a product: by priority, most specific product, newest version, id, in this order.
    pub fn select(&self, request: &SelectRequest) -> Result<Selection> {
        request.bounded()?;
        let mut lost_lists = Vec::new();
        let mut able: Vec<(usize, &RateList, Price)> = Vec::new();
        for (index, list) in self.lists.iter().enumerate() {
            if !is_for(list.definition(), request) {
                lost_lists.push(lost(self.reference(index), LostWhy::OtherProduct, None));
                continue;
            }
            match list.price(&request.request) {
                Ok(price) => able.push((index, list, price)),
                Err(error) => lost_lists.push(lost(self.reference(index), LostWhy::Refused, Some(&error))),
            }
        }
        able.sort_by(|(_, one, _), (_, other, _)| rank(one.definition()).cmp(&rank(other.definition())));
        let mut able = able.into_iter();
        let Some((index, chosen, price)) = able.next() else {
            return Err(no_list(&lost_lists));
        };
        for (other, list, _) in able {
            let why = beaten_by(chosen.definition(), list.definition());
            lost_lists.push(lost(self.reference(other), why, None));
        }
        lost_lists.sort_unstable_by_key(|one| one.list.index);
        Ok(Selection {
            list: self.reference(index),
            price,
            lost: lost_lists,
        })
    }
}

fn lost(list: ListRef, why: LostWhy, error: Option<&Error>) -> Lost {
    Lost {
        list,
        why,
        error: error.map(Error::report),
    }
}

fn is_for(definition: &RateListDefinition, request: &SelectRequest) -> bool {
    let meets = |own: &Option<String>, asked: &Option<String>| own.is_none() || asked.is_none() || own == asked;
    meets(&definition.supplier, &request.supplier)
        && meets(&definition.destination, &request.destination)
        && meets(&definition.product, &request.product)
        && request
            .service_type
            .as_ref()
            .is_none_or(|service_type| *service_type == definition.service_type)
}

type Rank<'d> = (
    std::cmp::Reverse<i32>,
    std::cmp::Reverse<u8>,
    std::cmp::Reverse<u32>,
    &'d Option<String>,
    &'d Option<String>,
);

/// The lowest comes first.
fn rank(definition: &RateListDefinition) -> Rank<'_> {
    use std::cmp::Reverse;
    let priority = Reverse(definition.priority);
    (
        priority,
        Reverse(specificity(definition)),
        Reverse(definition.version),
        &definition.id,
        &definition.code,
    )
}

fn specificity(definition: &RateListDefinition) -> u8 {
    u8::from(definition.product.is_some()) * 4
        + u8::from(definition.destination.is_some()) * 2
        + u8::from(definition.supplier.is_some())
}

fn beaten_by(chosen: &RateListDefinition, other: &RateListDefinition) -> LostWhy {
    if chosen.priority != other.priority {
        LostWhy::Priority
    } else if specificity(chosen) != specificity(other) {
        LostWhy::LessSpecific
    } else if chosen.version != other.version {
        LostWhy::OlderVersion
    } else {
        LostWhy::Id
    }
}

/// The refusal when no list can answer, with the reasons of each.
fn no_list(lost: &[Lost]) -> Error {
    let message = format!("none of {} lists can answer", lost.len());
    let mut reasons = vec![Reason::new(Code::RatesNoList, "", message).with("lists", lost.len())];
    for one in lost {
        let own = one.error.iter().flat_map(|error| error.reasons.iter().cloned());
        reasons.extend(own.map(|reason| reason.with("list", one.list.index)));
    }
    Error::from_reasons(reasons).unwrap_or_else(|| Error::new(Code::RatesNoList, "", "there are no lists"))
}

/// The days of a list on which it answers, before the version that follows it.
pub(super) fn effective_last(definition: &RateListDefinition) -> Day {
    let before_next = definition.superseded_on.and_then(|day| day.plus(-1));
    before_next.map_or(definition.valid.last, |last| last.min(definition.valid.last))
}
