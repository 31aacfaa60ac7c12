use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::PartyMatch;
use crate::fault::Limits;
use crate::money::Decimal;
use crate::time::DayRange;

/// What happens when several discounts apply.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Combination {
    /// The largest alone.
    #[default]
    Best,
    /// All, one after the other, each on what the former left.
    All,
    /// All, each on the original amount.
    Sum,
}

impl Combination {
    pub(crate) fn is_best(&self) -> bool {
        *self == Combination::Best
    }
}

/// What comes off, and when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Discount {
    /// What people call it.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// When it applies and how much it is.
    pub rule: DiscountRule,
    /// Never more than this amount.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<Decimal>,
    /// Of the discounts of one group only the largest counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub group: Option<String>,
    /// Only when booked on these days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub booking_window: Option<DayRange>,
    /// Only for parties of this size, or with so many children of an age.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyMatch>,
    /// Only when every night lies in these days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub travel_window: Option<DayRange>,
    /// What it is taken off.
    #[serde(default)]
    pub part: DiscountedPart,
}

/// What a discount is taken off, and what of a night is free.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DiscountedPart {
    /// Everything before discounts.
    #[default]
    Subtotal,
    /// The price of the unit alone, without children and supplements.
    Units,
}

/// When a discount applies and how much it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DiscountRule {
    /// By quantity or size of the group; the highest tier that is met counts.
    Bulk(Bulk),
    /// By number of nights.
    LengthOfStay(Tiers),
    /// By days between booking and arrival, at least.
    EarlyBird(Tiers),
    /// By days between booking and arrival, at most.
    LastMinute(LastMinute),
    /// Stay seven, pay six.
    FreeNights(FreeNights),
    /// By a code the guest gives.
    Promo(Promo),
    /// When an expression over the request is true.
    Eligibility(Eligibility),
}

/// Percent or amount.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Off {
    /// So many percent.
    Percent(Decimal),
    /// This amount.
    Amount(Decimal),
}

/// A discount by quantity or size of the group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Bulk {
    /// What is counted.
    pub by: BulkMeasure,
    /// The highest that is met counts; they do not add up.
    pub tiers: Vec<Tier>,
}

/// What a bulk discount counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum BulkMeasure {
    /// Rooms, vehicles, pieces.
    Quantity,
    /// People in all of them.
    People,
    /// Nights of all of them.
    Nights,
}

/// Tiers by at least so many; the highest that is met counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Tiers {
    /// In any order.
    pub tiers: Vec<Tier>,
}

/// From so many on, so much off.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Tier {
    /// From so many on.
    pub at_least: u32,
    /// How much comes off.
    pub off: Off,
}

/// Tiers by at most so many days ahead; the lowest that is met counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct LastMinute {
    /// In any order.
    pub tiers: Vec<LastMinuteTier>,
}

/// Up to so many days ahead, so much off.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct LastMinuteTier {
    /// Up to so many days ahead.
    pub at_most: u32,
    /// How much comes off.
    pub off: Off,
}

/// Stay so many nights, pay fewer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct FreeNights {
    /// From so many nights on.
    pub stay: u32,
    /// So many of them are paid.
    pub pay: u32,
    /// Which nights are free.
    pub free: WhichNights,
    /// Whether a stay of twice as many nights has twice as many free ones, block by block.
    #[serde(default)]
    pub repeats: bool,
}

/// Which nights are free. Of all but average ones, each has a line of its day.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum WhichNights {
    /// The cheapest ones by what they cost before discounts, of equal ones the earlier.
    Cheapest,
    /// The first ones of the stay.
    First,
    /// The last ones of the stay.
    Last,
    /// As many average nights.
    Average,
    /// Those at these places of the block of nights, 1 for its first.
    Positions(Vec<u32>),
}

/// A discount by code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Promo {
    /// What the guest gives; letter case does not matter.
    #[schemars(extend("format" = "name"))]
    pub code: String,
    /// How much comes off.
    pub off: Off,
    /// Only when booked on these days; outside them the code is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<DayRange>,
    /// How often it may be used; the request says how often it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// A discount by expression.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Eligibility {
    /// Such as `nights >= 3 && "member" in tags`.
    #[schemars(extend("format" = "text"))]
    pub when: String,
    /// How much comes off.
    pub off: Off,
}
