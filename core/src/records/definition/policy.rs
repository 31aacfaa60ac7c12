use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use crate::fault::Limits;
use crate::tenancy::{PolicyEffect, PolicyKind};

/// What must be true of every record of an entity, and what follows of a change after which it is not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PackPolicy {
    /// What it is known by.
    #[schemars(length(max = 100), extend("format" = "name"))]
    pub id: String,
    /// Whose records.
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub entity: String,
    /// What it is about.
    pub kind: PolicyKind,
    /// What must be true, such as `storage_gb <= 500`.
    #[schemars(extend("format" = "text"))]
    pub condition: String,
    /// What follows when it is not.
    pub effect: PolicyEffect,
    /// What is said when it is not.
    #[schemars(length(max = 500), extend("format" = "text"))]
    pub message: String,
    /// The field at which it is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub field: Option<String>,
    /// The figure that is shown: a field such as `storage_gb`, or what is computed of fields.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub figure: Option<String>,
    /// The limit that is shown beside it, such as `500`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub limit: Option<String>,
}
