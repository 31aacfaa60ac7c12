use std::collections::BTreeMap;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use crate::fault::Limits;
use crate::time::BusinessCalendar;

/// By when something has to be done about a record, in the hours in which time counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct EntityDeadline {
    /// What it is known by, such as `first_reply`.
    #[schemars(length(min = 1, max = 50), extend("format" = "name"))]
    pub name: String,
    /// The moment from which its time runs: `created_at`, or an instant that an event stamps. It has not begun while there is none.
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub from: String,
    /// How many minutes there are; where they differ, a plan says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 5256000))]
    pub within_minutes: Option<u32>,
    /// How many minutes there are by a choice, such as the priority.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<DeadlinePlan>,
    /// The hours and days in which time counts; around the clock when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<BusinessCalendar>,
    /// While what time does not count, such as `status == 'waiting'`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub paused_while: Option<String>,
    /// When it is met, such as `status in ['resolved', 'closed']`; what an event stamps says so too: `replied_at != null`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub met_when: Option<String>,
    /// The instant at which it is due; nothing while it is paused. What is met keeps it.
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub due: String,
    /// The whole number of seconds that are left, while time does not count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub left: Option<String>,
    /// The instant at which it was met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub met: Option<String>,
    /// The instant at which it was due when it was missed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub missed: Option<String>,
    /// The event of the machine that happens, by the engine, when it is missed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 100), extend("format" = "reference"))]
    pub event: Option<String>,
    /// The percentages of its time at which it warns, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 20))]
    pub warn_at_percent: Vec<u32>,
    /// The whole number that says at which percentage it has warned last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub warned: Option<String>,
}

/// How many minutes there are, by the value of a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct DeadlinePlan {
    /// The choice by which they differ.
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub by: String,
    /// The minutes of each; one that is not named has no deadline.
    #[schemars(extend("format" = "reference"))]
    pub minutes: BTreeMap<String, u32>,
}
