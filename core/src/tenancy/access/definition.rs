use std::collections::BTreeMap;

use crate::JsonSchema;
use crate::fault::Limits;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

/// Who may do what, and what they see.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct AccessRules {
    /// Permissions of the tenant's own system, such as `tours:publish`, beside the built-in ones.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 2000), extend("format" = "name"))]
    pub permissions: Vec<String>,
    /// Roles by name, beside the built-in ones; one with the name of a built-in role takes its place.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "name"))]
    pub roles: BTreeMap<String, RoleRules>,
    /// What is hidden, by the kind of record, such as `device` or `traveller`. A kind of which nothing is hidden has an
    /// empty list.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "name"))]
    pub masks: BTreeMap<String, Vec<FieldMask>>,
    /// Permissions whose use is always audited; patterns such as `payments:*` are taken.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 2000), extend("format" = "name"))]
    pub audited: Vec<String>,
}

/// What a role may do. Nothing follows from a role but what is listed here and in the roles it includes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct RoleRules {
    /// Roles whose rules are this one's too.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100), extend("format" = "name"))]
    pub includes: Vec<String>,
    /// What it may do, on every record: `rates:write`, `bookings:*`, `*`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 2000), extend("format" = "name"))]
    pub allow: Vec<String>,
    /// What it may not do, whatever else allows it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 2000), extend("format" = "name"))]
    pub deny: Vec<String>,
    /// What it may do with records that stand in a relation to the actor, such as the actor's own bookings.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100))]
    pub grants: Vec<RelationGrant>,
}

/// A role that one tenant has made of its own, beside those of its pack. What its pack grants on some records it has from roles that it
/// includes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct CustomRole {
    /// What people read.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 200), extend("format" = "text"))]
    pub label: Option<String>,
    /// Roles whose rules are this one's too: of the pack, or of the tenant's own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100), extend("format" = "name"))]
    pub includes: Vec<String>,
    /// What it may do, on every record: `rates:write`, `bookings:*`, `*`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100), extend("format" = "name"))]
    pub allow: Vec<String>,
    /// What it may not do, whatever else allows it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100), extend("format" = "name"))]
    pub deny: Vec<String>,
}

/// A role with all that it includes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct AccessRole {
    /// What it is known by.
    #[schemars(extend("format" = "reference"))]
    pub name: String,
    /// What it may do on every record, in order of name.
    #[schemars(extend("format" = "reference"))]
    pub permissions: Vec<String>,
    /// What it may not do, whatever else allows it.
    #[schemars(extend("format" = "reference"))]
    pub denied: Vec<String>,
    /// What it may do with records that name the actor.
    pub grants: Vec<RelationGrant>,
}

/// What may be done with records that name the actor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RelationGrant {
    /// What the relation is called, such as `own`.
    #[schemars(extend("format" = "name"))]
    pub relation: String,
    /// The field of the record that holds the actor's id, or a list with it.
    #[schemars(extend("format" = "name"))]
    pub field: String,
    /// What may be done.
    #[schemars(length(max = 2000), extend("format" = "name"))]
    pub permissions: Vec<String>,
}

/// Fields that are hidden from who may not see them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct FieldMask {
    /// Places in the record as JSON pointers, with `*` for every entry of a list: `/password`, `/travellers/*/passport`. Where a
    /// record has another shape, such as a list where an object was, what stands there is hidden whole.
    #[schemars(length(max = 200), extend("format" = "text"))]
    pub fields: Vec<String>,
    /// The permission with which they are seen.
    #[schemars(extend("format" = "name"))]
    pub unless: String,
}
