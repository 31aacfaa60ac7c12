use std::collections::BTreeMap;
use std::sync::Arc;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{
    ConsentPurpose, ContactsDefinition, CustomMachine, DocumentDefinition, EntityDefinition, FieldDefinition,
    InboundDefinition, LetterDefinition, PackPolicy, PackTemplate, ViewDefinition, WebhookDefinition,
};
use crate::fault::Limits;
use crate::flow::{AutomationDefinition, MachineDefinition};
use crate::tenancy::access::{CustomRole, RoleRules};
use crate::tenancy::{NumberFormat, QuotaRule, RateLimitRule};

/// A back office as data: what is kept, how it lives, who may, and what it promises.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PackDefinition {
    /// What it is known by: small letters, digits and `_`. Its tables begin with it.
    #[schemars(length(min = 1, max = 16), extend("format" = "name"))]
    pub name: String,
    /// What people read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 200), extend("format" = "text"))]
    pub label: Option<String>,
    /// What it is about, for readers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub summary: Option<String>,
    /// Its version.
    #[serde(default = "one")]
    #[schemars(range(min = 1))]
    pub version: u32,
    /// Other packs whose declarations become part of this one when their files are read: `crm`, or of certain versions `crm >= 2 < 5`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 50), extend("format" = "text"))]
    pub needs: Vec<String>,
    /// Languages of its texts, the default first, such as `en` or `en-IN`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 50), extend("format" = "name"))]
    pub languages: Vec<String>,
    /// What each tenant sets for itself.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "name"))]
    pub settings: BTreeMap<String, FieldDefinition>,
    /// Permissions beside those that every entity has: `tickets:read`, `tickets:write`, `tickets:delete`, `tickets:export`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 2000), extend("format" = "name"))]
    pub permissions: Vec<String>,
    /// Roles by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "name"))]
    pub roles: BTreeMap<String, RoleRules>,
    /// What is kept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 1000))]
    pub entities: Vec<Arc<EntityDefinition>>,
    /// The fields that one tenant has given entities of its own, by entity and name: fields like all others, in what is checked, asked,
    /// shown and exported.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "reference", "valueFormat" = "name"))]
    pub custom: BTreeMap<String, BTreeMap<String, Arc<FieldDefinition>>>,
    /// The roles that one tenant has made of its own, by name: they include those of the pack, and are given like these.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "name"))]
    pub custom_roles: BTreeMap<String, CustomRole>,
    /// The machines by which records of one tenant live in the place of the pack's, by entity.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "reference"))]
    pub custom_machines: BTreeMap<String, CustomMachine>,
    /// Lives, beside those that come with the engine.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 500))]
    pub machines: Vec<MachineDefinition>,
    /// What people are asked to agree to, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "name"))]
    pub purposes: BTreeMap<String, ConsentPurpose>,
    /// Numbers that entities share: each has one counter, whichever of them takes the next one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 200))]
    pub numbers: Vec<NumberFormat>,
    /// How many records of an entity a tenant has at most, by its plan: each is called as the entity is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 200))]
    pub quotas: Vec<QuotaRule>,
    /// How often a tenant, or one of its people and keys, may ask, by its plan.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 20))]
    pub rate_limits: Vec<RateLimitRule>,
    /// What a change may not do, or is told of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 500))]
    pub policies: Vec<PackPolicy>,
    /// Effects that machines and automation name and that acts and connectors carry out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 500), extend("format" = "name"))]
    pub effects: Vec<String>,
    /// Effects that somebody outside of the host carries out, who is told of them as of what happens: `subscriber:configure_router`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 500), extend("format" = "name"))]
    pub elsewhere: Vec<String>,
    /// Rules that act when something happens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub automation: Option<AutomationDefinition>,
    /// What is written to people: letters, and what members read in the application.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 200))]
    pub mail: Vec<LetterDefinition>,
    /// Where mail arrives, and what becomes of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 50))]
    pub inbound: Vec<InboundDefinition>,
    /// Who outside tells what happened there, and what of it is done here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 50))]
    pub webhooks: Vec<WebhookDefinition>,
    /// What is done by the clock.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 200))]
    pub schedules: Vec<Schedule>,
    /// When people are written to by themselves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 200))]
    pub contacts: Vec<ContactsDefinition>,
    /// Lists, boards, calendars, dashboards and reports.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 500))]
    pub views: Vec<ViewDefinition>,
    /// What is printed of records and of lists.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 500))]
    pub documents: Vec<Arc<DocumentDefinition>>,
    /// The texts by which documents are made.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 2000))]
    pub templates: Vec<Arc<PackTemplate>>,
    /// Records that make it look alive.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 10_000))]
    pub demo: Vec<DemoRecord>,
    /// What it promises, and by what each promise is shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 2000))]
    pub rules: Vec<PackRule>,
}

/// What is done by the clock, to every record for which something is true.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Schedule {
    /// What it is known by.
    #[schemars(length(max = 100), extend("format" = "name"))]
    pub name: String,
    /// When, as a line of cron by the tenant's clock: `15 0 * * *`.
    #[schemars(length(max = 100), extend("format" = "text"))]
    pub cron: String,
    /// Whose records.
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub entity: String,
    /// Which of them; all when not given. `now` and `today` may be used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub when: Option<String>,
    /// What happens to each, where it is no rule of automation that waits for the schedule.
    #[serde(default, rename = "do", skip_serializing_if = "Option::is_none")]
    pub action: Option<ScheduleAction>,
}

/// What a schedule does with a record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ScheduleAction {
    /// An event of its machine.
    Event(#[schemars(extend("format" = "reference"))] String),
    /// An effect, as a machine would name it.
    Effect(#[schemars(extend("format" = "reference"))] String),
    /// A letter of the pack, by which people are told.
    Notify(#[schemars(extend("format" = "reference"))] String),
}

/// A record that makes a pack look alive.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct DemoRecord {
    /// Of what.
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub entity: String,
    /// What other demo records call it by.
    #[schemars(length(max = 100), extend("format" = "name"))]
    pub key: String,
    /// Its values; `@key` is the id of another demo record.
    #[serde(default)]
    pub values: Map<String, Value>,
    /// Events that happen to it afterwards.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub events: Vec<String>,
}

/// Something that a pack promises.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PackRule {
    /// What it is known by: `ISP-16`.
    #[schemars(length(max = 50), extend("format" = "name"))]
    pub id: String,
    /// What is promised.
    #[schemars(extend("format" = "text"))]
    pub sentence: String,
    /// Where it is decided.
    pub decided: RuleDecider,
    /// The tests and vectors that fail when it is broken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 50), extend("format" = "text"))]
    pub proofs: Vec<String>,
}

/// Where a rule is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RuleDecider {
    /// In the engine.
    Core,
    /// By the server.
    Server,
    /// By what speaks to the outside.
    Connector,
    /// On a screen.
    Web,
    /// By how it is run.
    Operations,
}

fn one() -> u32 {
    1
}
