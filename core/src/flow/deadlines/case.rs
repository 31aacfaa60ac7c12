use std::collections::BTreeMap;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use crate::fault::Limits;
use crate::time::Instant;

/// A ticket, an enquiry, a lead: when it came, and what happened since.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct DeadlineCase {
    /// When it came.
    pub received_at: Instant,
    /// The priority with which it came.
    #[schemars(length(max = 200), extend("format" = "reference"))]
    pub priority: String,
    /// Who had it from the beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 200), extend("format" = "name"))]
    pub agent: Option<String>,
    /// What happened since; by the order of its moments, and of the list where they are the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 10000))]
    pub history: Vec<DeadlineEntry>,
    /// The warnings that were given, by target, so that none is given twice: their percentages.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "reference"))]
    pub warned: BTreeMap<String, Vec<u32>>,
    /// The levels of escalation that were told, by target, so that none is told twice: their numbers, from 1.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "reference"))]
    pub escalated: BTreeMap<String, Vec<u32>>,
}

/// Something that happened: one field of it or several.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct DeadlineEntry {
    /// When.
    pub at: Instant,
    /// The state that it came to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 200), extend("format" = "reference"))]
    pub state: Option<String>,
    /// The event, such as `first_reply`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 200), extend("format" = "reference"))]
    pub event: Option<String>,
    /// The priority that it was given: its time counts from the beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 200), extend("format" = "reference"))]
    pub priority: Option<String>,
    /// Who has it from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 200), extend("format" = "name"))]
    pub agent: Option<String>,
}
