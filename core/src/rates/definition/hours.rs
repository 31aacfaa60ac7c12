use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use crate::fault::Limits;
use crate::money::Decimal;
use crate::time::{DayRange, TimeOfDay, Weekdays};

/// What hours cost, by local time of day and day of the week.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Hours {
    /// The windows; of those that cover a moment the highest priority wins.
    #[schemars(length(max = 200))]
    pub windows: Vec<HourWindow>,
    /// Never less than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum_charge: Option<Decimal>,
    /// Time is charged in steps of so many minutes, rounded up over the whole span; by the second when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 1440))]
    pub increment_minutes: Option<u32>,
    /// Prices for whole blocks that count when cheaper.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blocks: Vec<Block>,
    /// What comes on top outside ordinary hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after_hours: Option<AfterHours>,
}

/// A window of local time with its price. One that closes at or before it opens goes past midnight.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct HourWindow {
    /// What people call it.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// On these days of the week, by the day on which it opens; all when not given.
    #[serde(default, skip_serializing_if = "Weekdays::are_all")]
    pub weekdays: Weekdays,
    /// Only on these days; all when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<DayRange>,
    /// When it opens.
    pub opens: TimeOfDay,
    /// When it closes.
    pub closes: TimeOfDay,
    /// The price of an hour.
    pub price: Decimal,
    /// Other prices of an hour, by the length of the whole span.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tiers: Vec<HourTier>,
    /// The highest wins; two windows of one priority must not meet.
    #[serde(default)]
    pub priority: i32,
}

/// From so many hours on, another price of the hour.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct HourTier {
    /// From so many hours of the whole span on.
    pub at_least: Decimal,
    /// The price of an hour.
    pub price: Decimal,
}

/// A price for so many hours at once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Block {
    /// What people call it.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// So many hours.
    pub hours: Decimal,
    /// What they cost together.
    pub price: Decimal,
}

/// What comes on top outside ordinary hours.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AfterHours {
    /// When ordinary hours begin.
    pub opens: TimeOfDay,
    /// When ordinary hours end.
    pub closes: TimeOfDay,
    /// The days of the week that have ordinary hours at all; all when not given.
    #[serde(default, skip_serializing_if = "Weekdays::are_all")]
    pub weekdays: Weekdays,
    /// The amount for each hour outside them.
    pub amount: Decimal,
}
