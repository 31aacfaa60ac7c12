use std::cmp::Reverse;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::cheapest::lost;
use super::{Buyer, ListRef, Lost, LostWhy, RateLists};
use crate::fault::Limits;
use crate::rates::definition::SaleContext;
use crate::rates::{Price, PriceRequest, RateList, RateListDefinition};
use crate::{Code, Error, Reason, Result};

/// Which list is to answer, of those for a product.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct SelectRequest {
    /// What is to be priced.
    pub request: PriceRequest,
    /// Who asks.
    #[serde(default, skip_serializing_if = "Buyer::is_anybody")]
    pub buyer: Buyer,
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
    /// The one list that answers for a product and a buyer: by priority, most specific product, most specific context, largest
    /// quantity from which it holds, newest version, id, in this order.
    pub fn select(&self, request: &SelectRequest) -> Result<Selection> {
        request.bounded()?;
        let mut lost_lists = Vec::new();
        let mut able: Vec<(usize, &RateList, Price)> = Vec::new();
        for (index, list) in self.lists.iter().enumerate() {
            if !is_for(list.definition(), request) {
                lost_lists.push(lost(self.reference(index), LostWhy::OtherProduct, None));
                continue;
            }
            if let Some(why) = request.buyer.is_other(list.definition(), &request.request) {
                lost_lists.push(lost(self.reference(index), why, None));
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
    Reverse<i32>,
    Reverse<u8>,
    Reverse<u8>,
    Reverse<u32>,
    Reverse<u32>,
    &'d Option<String>,
    &'d Option<String>,
);

/// The lowest comes first.
fn rank(definition: &RateListDefinition) -> Rank<'_> {
    let priority = Reverse(definition.priority);
    (
        priority,
        Reverse(specificity(definition)),
        Reverse(specificity_of_context(&definition.context)),
        Reverse(least_quantity(definition)),
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

/// What is told of the buyer counts before what is told of the sale.
fn specificity_of_context(context: &SaleContext) -> u8 {
    u8::from(!context.customer_groups.is_empty()) * 8
        + u8::from(!context.channels.is_empty()) * 4
        + u8::from(!context.countries.is_empty()) * 2
        + u8::from(context.min_quantity.is_some() || context.max_quantity.is_some())
}

fn least_quantity(definition: &RateListDefinition) -> u32 {
    definition.context.min_quantity.unwrap_or(0)
}

fn beaten_by(chosen: &RateListDefinition, other: &RateListDefinition) -> LostWhy {
    if chosen.priority != other.priority {
        LostWhy::Priority
    } else if specificity(chosen) != specificity(other) {
        LostWhy::LessSpecific
    } else if specificity_of_context(&chosen.context) != specificity_of_context(&other.context) {
        LostWhy::LessSpecificContext
    } else if least_quantity(chosen) != least_quantity(other) {
        LostWhy::SmallerQuantity
    } else if chosen.version != other.version {
        LostWhy::OlderVersion
    } else {
        LostWhy::Id
    }
}

/// The refusal when no list can answer, with the reasons of each.
fn no_list(lost: &[Lost]) -> Error {
    let message = match lost.len() {
        1 => "the only list cannot answer".to_owned(),
        lists => format!("none of {lists} lists can answer"),
    };
    let why: Vec<LostWhy> = lost.iter().map(|one| one.why).collect();
    let none = Reason::new(Code::RatesNoList, "", message).with("lists", lost.len());
    let mut reasons = vec![none.with("why", why)];
    for one in lost {
        let own = one.error.iter().flat_map(|error| error.reasons.iter().cloned());
        reasons.extend(own.map(|reason| reason.with("list", one.list.index)));
    }
    Error::from_reasons(reasons).unwrap_or_else(|| Error::new(Code::RatesNoList, "", "there are no lists"))
}
