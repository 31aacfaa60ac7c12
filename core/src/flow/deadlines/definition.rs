use std::collections::BTreeMap;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use crate::fault::Limits;
use crate::time::BusinessCalendar;

/// By when something is due, in which hours time counts, and who is told when it is late.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct DeadlinePolicyDefinition {
    /// The hours and days in which time counts; around the clock when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<BusinessCalendar>,
    /// The minutes of each target, by priority, such as `{"high": {"first_reply": 240}}`. A priority without a target has no
    /// deadline for it. When not given: 4 hours for `high`, 24 for `medium` and 48 for `low`, both for `first_reply` and for
    /// `resolution`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name", "valueFormat" = "name"))]
    pub priorities: Option<BTreeMap<String, BTreeMap<String, u32>>>,
    /// What meets a target. An event that has the target's own name always does.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "name"))]
    pub targets: BTreeMap<String, DeadlineTarget>,
    /// The states in which time does not count, such as `waiting_customer`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100), extend("format" = "name"))]
    pub pauses_in: Vec<String>,
    /// The percentages of its time at which a target warns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 20))]
    pub warn_at_percent: Vec<u32>,
    /// Who is told that a target is late, in order. When not given: the agent at once, and an hour after each other the manager,
    /// senior management and the chief executive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 20))]
    pub escalation: Option<Vec<DeadlineLevel>>,
}

impl DeadlinePolicyDefinition {
    /// The same with what is usual in the place of what is not given.
    pub(super) fn completed(mut self) -> Self {
        self.priorities.get_or_insert_with(usual_priorities);
        self.escalation.get_or_insert_with(usual_levels);
        self
    }
}

/// What meets a target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct DeadlineTarget {
    /// The states and events that meet it; the first one counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100), extend("format" = "name"))]
    pub met_by: Vec<String>,
    /// The states and events after which it is no longer met. Its time goes on where it stood when it was met.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100), extend("format" = "name"))]
    pub reopened_by: Vec<String>,
}

/// A level of escalation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct DeadlineLevel {
    /// Who is told, such as `manager`.
    #[schemars(length(max = 200), extend("format" = "name"))]
    pub name: String,
    /// So many minutes after the deadline, counted as the deadline is.
    #[schemars(range(max = 5256000))]
    pub after_minutes: u32,
}

fn usual_priorities() -> BTreeMap<String, BTreeMap<String, u32>> {
    let both = |hours: u32| ["first_reply", "resolution"].map(|target| (target.to_owned(), hours * 60));
    let hours = [("high", 4), ("medium", 24), ("low", 48)];
    hours
        .into_iter()
        .map(|(name, hours)| (name.to_owned(), both(hours).into()))
        .collect()
}

fn usual_levels() -> Vec<DeadlineLevel> {
    let names = ["agent", "manager", "senior management", "chief executive"];
    let levels = names.into_iter().zip([0, 60, 120, 180]);
    levels
        .map(|(name, after_minutes)| DeadlineLevel {
            name: name.to_owned(),
            after_minutes,
        })
        .collect()
}
