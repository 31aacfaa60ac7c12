use std::collections::BTreeMap;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use crate::fault::Limits;
use crate::money::Decimal;

/// What a unit costs: exactly one of `base`, `per_person`, `by_adults` and `by_people`, and what goes with it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Prices {
    /// The price for up to the standard number of adults.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<Decimal>,
    /// The price of each adult.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per_person: Option<Decimal>,
    /// The price by number of adults, such as `{"1": "95", "2": "120"}`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub by_adults: BTreeMap<u16, Decimal>,
    /// The price of each adult by the number of all people, children too, such as `{"2": "90", "3": "70"}`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub by_people: BTreeMap<u16, Decimal>,
    /// Each adult beyond the standard number, or beyond the largest of `by_adults`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extra_adult: Option<Decimal>,
    /// An extra bed, as the measure of children's prices.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extra_bed: Option<Decimal>,
    /// The full price of a child, as the measure of children's prices.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub child: Option<Decimal>,
    /// What one adult alone pays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub single_use: Option<SingleUse>,
}

/// What one adult alone pays.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SingleUse {
    /// This price.
    Price(Decimal),
    /// The price for one adult and so many percent of it.
    Percent(Decimal),
    /// The price for one adult and this amount.
    Amount(Decimal),
}
