use std::collections::BTreeMap;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::{ChildPrice, SingleUse};
use crate::fault::Limits;
use crate::money::Decimal;
use crate::time::{DayRange, Weekdays};

/// Days that cost something else. On each night the season of highest priority wins, alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Season {
    /// What people call it.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// Its days, in any number of ranges.
    pub days: Vec<DayRange>,
    /// Only these days of the week; all when not given.
    #[serde(default, skip_serializing_if = "Weekdays::are_all")]
    pub weekdays: Weekdays,
    /// The highest wins; two seasons of one priority must not meet.
    #[serde(default)]
    pub priority: i32,
    /// What happens to the price of the unit: the base price, the price per person or every price of the table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Change>,
    /// What happens to single prices of the table, in place of `price`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub by_adults: BTreeMap<u16, Change>,
    /// The same of the table by the number of all people.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub by_people: BTreeMap<u16, Change>,
    /// What happens to the price of an extra adult.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extra_adult: Option<Change>,
    /// What happens to the price of an extra bed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extra_bed: Option<Change>,
    /// What happens to the prices of children: their full price and fixed prices.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub child: Option<Change>,
    /// What the children of an age band pay in this season in place of the band's price, by the name of the band.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "name"))]
    pub age_bands: BTreeMap<String, ChildPrice>,
    /// What one adult alone pays in this season.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub single_use: Option<SingleUse>,
}

/// What happens to a price.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Change {
    /// It is replaced.
    Set(Decimal),
    /// It is multiplied: 1.40 for 40 % more.
    Multiply(Decimal),
    /// An amount is added, or taken off when negative.
    Add(Decimal),
    /// So many percent are added, or taken off when negative.
    Percent(Decimal),
}
