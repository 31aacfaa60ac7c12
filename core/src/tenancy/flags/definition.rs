use std::collections::BTreeMap;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use crate::fault::Limits;
use crate::money::Decimal;
use crate::time::Instant;

/// When a feature is on. The first rule that says something decides, in the order of the fields.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct FlagRules {
    /// What it is for this tenant, whatever the other rules say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub forced: Option<bool>,
    /// Before that moment it is off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starts_at: Option<Instant>,
    /// From that moment on it is off again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ends_at: Option<Instant>,
    /// By role; of several roles that differ, the one for which it is off counts.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "name"))]
    pub roles: BTreeMap<String, bool>,
    /// By plan.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "name"))]
    pub plans: BTreeMap<String, bool>,
    /// For so many in a hundred, always the same ones, and off for the rest; with at most two decimals.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percentage: Option<Decimal>,
    /// What it is when nothing else decides.
    pub on: bool,
}
