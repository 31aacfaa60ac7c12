use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::ProrationUnit;
use crate::fault::Limits;
use crate::money::{Currency, Decimal, RoundingMode};
use crate::time::Interval;

/// A recurring or metered offer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PlanDefinition {
    /// What people call it.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// What it is known by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub code: Option<String>,
    /// The currency of every amount.
    pub currency: Currency,
    /// How often it is billed.
    pub interval: Interval,
    /// Whether a period is billed before or after it.
    #[serde(default)]
    pub timing: Timing,
    /// What is charged, in this order.
    pub charges: Vec<Charge>,
    /// A period never costs less than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum_commitment: Option<Decimal>,
    /// A period never costs more than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum_spend: Option<Decimal>,
    /// What a part of a period is counted in, where the change itself does not say.
    #[serde(default, skip_serializing_if = "ProrationUnit::is_day")]
    pub proration: ProrationUnit,
    /// Where a half goes; every line is rounded to the currency's minor unit.
    #[serde(default)]
    pub rounding: RoundingMode,
}

/// When a period is billed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Timing {
    /// On its first day.
    #[default]
    InAdvance,
    /// On the day after its last one.
    InArrears,
}

/// One charge of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Charge {
    /// What people call it.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// Which usage it counts; a flat charge counts none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub metric: Option<String>,
    /// How what the meter counts becomes what is charged, such as bytes gigabytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub convert: Option<UnitConversion>,
    /// So many units of it cost nothing; they are counted after the conversion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub included: Option<Decimal>,
    /// The charge never comes to less than this in a period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum_commitment: Option<Decimal>,
    /// The charge never comes to more than this in a period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum_spend: Option<Decimal>,
    /// How it is reckoned.
    pub model: ChargeModel,
}

/// How the sum of what a meter counted in a period becomes units that are charged: divided or multiplied, then rounded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct UnitConversion {
    /// How many of what the meter counts make one unit; then `rounding` is needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub divide_by: Option<Decimal>,
    /// How many units one of what the meter counts makes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub multiply_by: Option<Decimal>,
    /// Where what is left over goes; `up` charges units that are begun.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rounding: Option<RoundingMode>,
    /// To how many digits behind the point it is rounded.
    #[serde(default, skip_serializing_if = "is_whole")]
    #[schemars(range(max = 12))]
    pub digits: u8,
}

/// How a charge is reckoned.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ChargeModel {
    /// The same every period.
    Flat(Decimal),
    /// So much for each unit.
    PerUnit(Decimal),
    /// Each unit at the price of the tier it falls into.
    Graduated(TieredPrice),
    /// All units at the price of the tier that their number reaches.
    Volume(TieredPrice),
    /// So much for each package, begun ones too.
    Package(PackagePrice),
    /// A share of an amount.
    Percentage(PercentageCharge),
    /// The amount itself that the meter counts, in the plan's currency, with what is put on top.
    MeteredAmount(MeteredAmount),
}

/// Prices by tier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TieredPrice {
    /// From the lowest to the highest; the last one has no end.
    pub tiers: Vec<TierPrice>,
    /// Whether the flat part of the first tier is charged when nothing was used too.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub flat_at_zero: bool,
}

/// Up to so many units, so much.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TierPrice {
    /// The last unit of the tier, included; the last tier has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up_to: Option<Decimal>,
    /// The price of a unit.
    pub price: Decimal,
    /// What the tier costs once when any unit falls into it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flat: Option<Decimal>,
}

/// So many units for so much.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PackagePrice {
    /// How many units a package has.
    pub size: Decimal,
    /// What it costs.
    pub price: Decimal,
}

/// What is put on top of an amount: a factor or a percentage, or nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct MeteredAmount {
    /// The amount is multiplied by this: `1.2` for a fifth more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub multiplier: Option<Decimal>,
    /// So many percent are added, or taken off when negative.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub markup_percent: Option<Decimal>,
}

/// A share of an amount, with a fixed part and bounds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PercentageCharge {
    /// The share of the metric's amount.
    pub percent: Decimal,
    /// What is added when there is any usage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fixed: Option<Decimal>,
    /// Never less than this when there is any usage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum: Option<Decimal>,
    /// Never more than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum: Option<Decimal>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes the field by reference")]
fn is_whole(digits: &u8) -> bool {
    *digits == 0
}
