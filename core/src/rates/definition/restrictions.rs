use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use crate::fault::Limits;
use crate::time::{DayRange, Weekdays};

/// Days that are not sold at all.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Blackout {
    /// The days.
    pub days: DayRange,
    /// Only these days of the week; all when not given.
    #[serde(default, skip_serializing_if = "Weekdays::are_all")]
    pub weekdays: Weekdays,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub reason: Option<String>,
}

/// Limits on some days. Stay lengths and arrival rules look at the arrival day, departure rules at the departure day,
/// `closed` at every night, `…_through` at every day of the stay, the departure day included.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Restriction {
    /// Only these days; all when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<DayRange>,
    /// Only days of these seasons, by name; all when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("format" = "name"))]
    pub seasons: Vec<String>,
    /// Only these days of the week; all when not given.
    #[serde(default, skip_serializing_if = "Weekdays::are_all")]
    pub weekdays: Weekdays,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub reason: Option<String>,
    /// No night is sold.
    #[serde(default)]
    pub closed: bool,
    /// Nobody may arrive.
    #[serde(default)]
    pub closed_to_arrival: bool,
    /// Nobody may leave.
    #[serde(default)]
    pub closed_to_departure: bool,
    /// At least so many nights, for those who arrive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_stay: Option<u32>,
    /// At most so many nights, for those who arrive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_stay: Option<u32>,
    /// At least so many nights, for every stay that touches the day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_stay_through: Option<u32>,
    /// At most so many nights, for every stay that touches the day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_stay_through: Option<u32>,
    /// Booked at least so many days before arrival.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_lead_days: Option<u32>,
    /// Booked at most so many days before arrival.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_lead_days: Option<u32>,
    /// Each night is given back so many days before it, and not sold from then on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub release_days: Option<u32>,
    /// Sold only on these days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub booking_window: Option<DayRange>,
}
