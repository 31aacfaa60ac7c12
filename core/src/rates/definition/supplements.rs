use std::collections::BTreeMap;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use crate::fault::Limits;
use crate::money::Decimal;
use crate::time::{DayRange, Weekdays};

/// What comes on top: a weekend, a gala dinner, half board, an extra bed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Supplement {
    /// By which an optional one is chosen; unique in the list.
    #[schemars(extend("format" = "name"))]
    pub code: String,
    /// What people call it.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// Only these nights; all when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<DayRange>,
    /// Only nights of these days of the week; all when not given.
    #[serde(default, skip_serializing_if = "Weekdays::are_all")]
    pub weekdays: Weekdays,
    /// Only nights of these seasons, by name; all when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("format" = "name"))]
    pub seasons: Vec<String>,
    /// Only parties of this size.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyMatch>,
    /// Whether it is charged only when chosen.
    #[serde(default)]
    pub optional: bool,
    /// For each of what it is charged.
    pub per: Per,
    /// Whether a charge that is not per night is divided over the nights that match, in equal parts that add up exactly.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub shared_by_nights: bool,
    /// How much.
    pub price: SupplementPrice,
    /// The tax category of its lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub tax_category: Option<String>,
}

/// How much a supplement is: an amount, an amount by age, or a share of the unit's price.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SupplementPrice {
    /// The same for all.
    Amount(Decimal),
    /// By age band; those of no band named here are adults. For charges per person only.
    ByAge(#[schemars(extend("format" = "name"))] BTreeMap<String, Decimal>),
    /// So many percent of the unit's price on each matching night.
    Percent(Decimal),
}

/// A party by its size and ages; what is not given does not matter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PartyMatch {
    /// At least so many adults.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_adults: Option<u16>,
    /// At most so many adults.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_adults: Option<u16>,
    /// At least so many children.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_children: Option<u16>,
    /// At most so many children.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_children: Option<u16>,
    /// So many children of these ages, each of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ages: Vec<ChildrenOfAge>,
}

/// At least so many who are told by age, on the day of arrival, are of these ages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ChildrenOfAge {
    /// The youngest age.
    pub min_age: u8,
    /// The oldest age.
    pub max_age: u8,
    /// How many there are at least.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    #[schemars(range(min = 1))]
    pub at_least: u16,
}

fn one() -> u16 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes the field by reference")]
fn is_one(count: &u16) -> bool {
    *count == 1
}

/// For each of what something is charged. What is not per night is charged once when any night of the stay matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Per {
    /// Each unit and night.
    Night,
    /// Each unit, once.
    Stay,
    /// Each person, once.
    Person,
    /// Each person and night.
    PersonNight,
    /// Each adult, once.
    Adult,
    /// Each adult and night.
    AdultNight,
    /// Each child, once.
    Child,
    /// Each child and night.
    ChildNight,
    /// Each piece chosen, once; a mandatory one counts one piece.
    Item,
    /// Each piece chosen and night; a mandatory one counts one piece.
    ItemNight,
}

impl Per {
    /// Whether it is charged for each night.
    pub fn is_nightly(self) -> bool {
        matches!(
            self,
            Per::Night | Per::PersonNight | Per::AdultNight | Per::ChildNight | Per::ItemNight
        )
    }

    /// Whether it is charged by heads.
    pub fn is_personal(self) -> bool {
        !matches!(self, Per::Night | Per::Stay | Per::Item | Per::ItemNight)
    }
}
