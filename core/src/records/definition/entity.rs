use std::collections::BTreeMap;
use std::sync::Arc;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::{EntityDeadline, EntityRetention, FieldDefinition, is_false};
use crate::fault::Limits;
use crate::tenancy::NumberReset;
use crate::tenancy::access::FieldMask;
use crate::time::Day;

/// Something that is kept: a customer, a vehicle, a ticket.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct EntityDefinition {
    /// What it is known by: small letters, digits and `_`.
    #[schemars(length(min = 1, max = 40), extend("format" = "name"))]
    pub name: String,
    /// Several of it; the name with an `s` when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 40), extend("format" = "name"))]
    pub plural: Option<String>,
    /// What people read; made of the name when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 200), extend("format" = "text"))]
    pub label: Option<String>,
    /// What it is about, for readers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub summary: Option<String>,
    /// The name that the entity had before: its records stay.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 40), extend("format" = "name"))]
    pub was: Option<String>,
    /// That it goes, and when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<Deprecation>,
    /// Whose its records are.
    #[serde(default, skip_serializing_if = "EntityScope::is_tenant")]
    pub scope: EntityScope,
    /// Whether the engine owns its table and its writes; a declaration says how it is shown.
    #[serde(default, skip_serializing_if = "is_false")]
    pub native: bool,
    /// The number by which people know a record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<EntityNumber>,
    /// The life of a record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub machine: Option<EntityMachine>,
    /// By when something has to be done about a record.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 20))]
    pub deadlines: Vec<EntityDeadline>,
    /// Where the ids of the people stand that a record is about: JSON pointers such as `/id` or `/customer_id`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 20), extend("format" = "text"))]
    pub people: Vec<String>,
    /// How long its records are kept, and what becomes of them then; for ever when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retention: Option<EntityRetention>,
    /// Deleted records stay, unseen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub soft_delete: Option<SoftDelete>,
    /// Two of its records can become one; none can when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merge: Option<EntityMerge>,
    /// The field that names the person whose record it is, in whatever tenant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub owner: Option<String>,
    /// The fields that everybody may read, over all tenants.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100), extend("format" = "reference"))]
    pub public: Vec<String>,
    /// Samples of something over time, by the million.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<SeriesRules>,
    /// Whether each tenant may give its records fields of its own, whose names begin with `custom_`.
    #[serde(default, skip_serializing_if = "is_false")]
    pub custom: bool,
    /// What must be true of a record.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 200))]
    pub checks: Vec<EntityCheck>,
    /// The groups of a form, in their order; fields that no group names come last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 50))]
    pub groups: Vec<FieldGroup>,
    /// How a list is sorted when nobody says: `-created_at` when not given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 4), extend("format" = "reference"))]
    pub sort: Vec<String>,
    /// Its fields by name. Those of a native are the engine's; a pack names the ones of which it has something to say.
    #[serde(default)]
    #[schemars(length(max = 500), extend("format" = "name"))]
    pub fields: BTreeMap<String, Arc<FieldDefinition>>,
    /// What is hidden, and with which permission it is seen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100))]
    pub masks: Vec<FieldMask>,
    /// What may be done with records that name the actor.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100))]
    pub grants: Vec<EntityGrant>,
}

impl EntityDefinition {
    /// Several of it: what it says, or its name with an `s`.
    pub fn several(&self) -> String {
        self.plural.clone().unwrap_or_else(|| format!("{}s", self.name))
    }
}

/// That something goes: nothing new uses it, and some day it is not there any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Deprecation {
    /// Since when nothing new uses it.
    pub since: Day,
    /// From when on it may be gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sunset: Option<Day>,
    /// What takes its place: another entity, or another field of the same one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub instead: Option<String>,
}

/// Whose records are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum EntityScope {
    /// Each belongs to a tenant.
    #[default]
    Tenant,
    /// They are the platform's: operators write them, and every tenant's records may link to them.
    Platform,
}

impl EntityScope {
    fn is_tenant(&self) -> bool {
        *self == EntityScope::Tenant
    }
}

/// How the numbers of an entity are written, and where they stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct EntityNumber {
    /// The field that holds it.
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub field: String,
    /// How it is written, where the entity counts for itself: `CUST{seq:6}`, `TKT{YYYY}{MM}{seq:4}`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 100), extend("format" = "text"))]
    pub format: Option<String>,
    /// When that counter begins anew.
    #[serde(default)]
    pub reset: NumberReset,
    /// One of the pack's `numbers` in the place of a format: all entities that name it share one counter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 100), extend("format" = "reference"))]
    pub sequence: Option<String>,
}

/// The machine by which records live.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct EntityMachine {
    /// One of the pack's, or one that comes with the engine.
    #[schemars(length(max = 100), extend("format" = "reference"))]
    pub name: String,
    /// The field that holds the state.
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub field: String,
}

/// How records are deleted softly.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct SoftDelete {
    /// Unique fields whose values are free again afterwards.
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub frees: Vec<String>,
}

/// How two records of an entity become one: one of them stays, and the other one goes into it and is deleted softly.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct EntityMerge {
    /// What must be true of a record that goes into another one, such as `status != 'active'`; of every record when not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub when: Option<String>,
}

/// What samples are of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct SeriesRules {
    /// The link to what is sampled.
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub subject: String,
    /// The field with the moment.
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub at: String,
    /// How many days a sample is kept; for ever when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 36600))]
    pub keep_days: Option<u32>,
}

/// What must be true of a record, and what is said when it is not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct EntityCheck {
    /// What must be true.
    #[schemars(extend("format" = "text"))]
    pub when: String,
    /// The field at which it is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 200), extend("format" = "text"))]
    pub path: Option<String>,
    /// What is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 500), extend("format" = "text"))]
    pub message: Option<String>,
}

/// Fields that stand together in a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct FieldGroup {
    /// What people read above them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 200), extend("format" = "text"))]
    pub label: Option<String>,
    /// The fields, in their order.
    #[schemars(length(min = 1, max = 500), extend("format" = "reference"))]
    pub fields: Vec<String>,
}

/// What a role may do with records that name the actor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct EntityGrant {
    /// Whose grant it is.
    #[schemars(length(max = 100), extend("format" = "reference"))]
    pub role: String,
    /// What the relation is called, such as `visits`.
    #[schemars(length(max = 100), extend("format" = "name"))]
    pub relation: String,
    /// The field that holds the actor's id, or several with it among them: a link, links, text, or what is gathered.
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub field: String,
    /// What may be done.
    #[schemars(length(min = 1, max = 200), extend("format" = "reference"))]
    pub permissions: Vec<String>,
}
