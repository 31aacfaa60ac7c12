use std::collections::BTreeMap;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use crate::fault::Limits;
use crate::money::{Currency, Decimal, RoundingMode};
use crate::time::{TimeOfDay, Zone};

/// What is kept of a booking that is cancelled, by how long before its start that happens.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CancellationPolicyDefinition {
    /// What people call it.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// What it is known by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub code: Option<String>,
    /// By whose clocks days are counted, unless a booking names the zone of its own place.
    pub zone: Zone,
    /// The currency of every amount; a policy of percentages and nights serves every currency and has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<Currency>,
    /// When a booking starts that names only its day; midnight when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start_time: Option<TimeOfDay>,
    /// Where a half goes; every fee is rounded to the currency's minor unit.
    #[serde(default)]
    pub rounding: RoundingMode,
    /// Time to think again after booking, in which nothing is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grace: Option<CancellationGrace>,
    /// From the earliest deadline to the latest; the first that has not passed counts.
    #[serde(default)]
    #[schemars(length(max = 20))]
    pub tiers: Vec<CancellationTier>,
    /// What is charged when all deadlines have passed; everything when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late: Option<CancellationFee>,
    /// What is charged when nobody came; the same as `late` when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_show: Option<CancellationFee>,
    /// What is never given back but in the time of grace, such as a deposit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<CancellationFee>,
    /// Kinds of components that go by terms of their own, such as `activity` or `taxes`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "name"))]
    pub components: BTreeMap<String, CancellationTerms>,
}

/// The terms of one kind of component; nothing is taken over from the terms of the whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CancellationTerms {
    /// From the earliest deadline to the latest; the first that has not passed counts.
    #[serde(default)]
    #[schemars(length(max = 20))]
    pub tiers: Vec<CancellationTier>,
    /// What is charged when all deadlines have passed; everything when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late: Option<CancellationFee>,
    /// What is charged when nobody came; the same as `late` when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_show: Option<CancellationFee>,
    /// What is never given back but in the time of grace, such as a deposit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<CancellationFee>,
}

/// What is charged up to a deadline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CancellationTier {
    /// What people call it.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// The last moment at which it counts, included.
    pub deadline: CancellationDeadline,
    /// What is charged then.
    pub fee: CancellationFee,
}

/// The last moment of a tier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CancellationDeadline {
    /// So many hours before the start, whatever clocks do in between.
    HoursBefore(u32),
    /// So many days before the day of the start, at a time of the clock.
    DaysBefore(DaysBefore),
}

/// So many days before the day of the start.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct DaysBefore {
    /// How many days; none is the day of the start itself.
    pub days: u32,
    /// The time of that day by the clocks of the zone; the time of the start when not given. `24:00` is the end of the day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<TimeOfDay>,
}

/// What is charged for a cancellation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CancellationFee {
    /// A share of what each component costs: 0 is free, 100 is everything.
    Percent(Decimal),
    /// The price of the first nights.
    Nights(NightsFee),
    /// An amount for all components together that go by the same terms, shared in proportion to what they cost.
    Amount(Decimal),
}

/// The price of the first nights.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct NightsFee {
    /// How many; a shorter stay is charged whole.
    pub nights: u32,
    /// So many percent of them; all of it when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<Decimal>,
}

/// Time to think again after booking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CancellationGrace {
    /// So many hours after the booking was made.
    pub hours_after_booking: u32,
    /// But no later than so many hours before the start; up to the start when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours_before: Option<u32>,
}
