use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use crate::fault::Limits;
use crate::money::Decimal;

/// How many people a unit is for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct People {
    /// How many adults the base price includes; 2 when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standard: Option<u16>,
    /// At least so many people, free children included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_people: Option<u16>,
    /// At most so many people, free children included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_people: Option<u16>,
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
    /// Whether a party smaller than any in the price table pays the price of the next larger one.
    #[serde(default)]
    pub use_larger_price: bool,
    /// Whether the limits count people as they pay or as they come.
    #[serde(default, skip_serializing_if = "Counted::is_as_they_pay")]
    pub counted: Counted,
    /// Whether the oldest children take the places that fewer adults than the standard number leave, and pay as adults.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub children_fill_standard: bool,
}

/// How the limits of a unit count people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Counted {
    /// A child that pays as an adult is an adult: beyond the bands, beyond the free ones, or in an adult's place.
    #[default]
    AsTheyPay,
    /// Whoever is told by age or born less than 18 years before the arrival is a child, whatever they pay.
    AsTheyCome,
}

impl Counted {
    fn is_as_they_pay(&self) -> bool {
        *self == Counted::AsTheyPay
    }
}

impl People {
    pub(crate) fn is_default(&self) -> bool {
        *self == People::default()
    }

    /// How many adults the base price includes.
    pub fn standard(&self) -> u16 {
        self.standard.unwrap_or(2)
    }
}

/// Children from one age to another, both included, and what they pay.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AgeBand {
    /// What the band is called.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// The youngest age.
    pub min_age: u8,
    /// The oldest age.
    pub max_age: u8,
    /// What a child of the band pays for each unit.
    pub price: ChildPrice,
    /// Other prices for the second, third… child of the band, counted in the order of age, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nth: Vec<NthChild>,
}

/// What the n-th child of a band pays.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct NthChild {
    /// 1 for the first child of the band, 2 for the second…
    #[schemars(range(min = 1))]
    pub nth: u16,
    /// What it pays.
    pub price: ChildPrice,
}

/// What a child pays for each unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ChildPrice {
    /// Nothing.
    Free,
    /// An amount.
    Fixed(Decimal),
    /// A share of another price.
    Percent(PercentOf),
}

/// A share of another price.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PercentOf {
    /// The share.
    pub percent: Decimal,
    /// Of which price.
    pub of: PriceKind,
}

/// A price that a child's is a share of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PriceKind {
    /// What one adult pays: the price per person, of the party's size if it goes by that, or the standard occupancy's
    /// price divided by its adults.
    Adult,
    /// The price of an extra bed.
    ExtraBed,
    /// The price of the unit at standard occupancy.
    Base,
    /// The list's full price of a child.
    Child,
}

/// Ages from one to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AgeRange {
    /// The youngest age.
    pub min_age: u8,
    /// The oldest age.
    pub max_age: u8,
}

impl AgeRange {
    /// Whether the age lies in the range.
    pub fn contains(self, age: u8) -> bool {
        (self.min_age..=self.max_age).contains(&age)
    }
}
