use std::collections::BTreeMap;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::timer::MachineTimer;
use crate::expression::FactTypes;
use crate::fault::Limits;

/// The life of something: the states it can be in, and what leads from one to another. As JSON or as TOML.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct MachineDefinition {
    /// What it is known by, such as `booking`.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// Its version: an instance says by which it lives.
    #[serde(default = "one")]
    #[schemars(range(min = 1))]
    pub version: u32,
    /// What it is about, for readers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub summary: Option<String>,
    /// The state in which everything begins.
    #[schemars(extend("format" = "name"))]
    pub initial: String,
    /// Whether it has no end: a device is online and offline for ever.
    #[serde(default, skip_serializing_if = "is_false")]
    pub endless: bool,
    /// The names that guards may use, each with its type. `now`, the moment of the event, and the fields need no declaring:
    /// a field's bare name is what is given, else what was recorded; `given.` and `recorded.` before it name one of the two.
    #[serde(default, skip_serializing_if = "FactTypes::is_empty")]
    pub facts: FactTypes,
    /// What is recorded of an instance, each field with its type. What is given and recorded is checked against them; a
    /// machine that declares none takes any name, and knows the types of those it counts from and sets itself.
    #[serde(default, skip_serializing_if = "FactTypes::is_empty")]
    pub fields: FactTypes,
    /// What beginning one asks for and sets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<MachineStart>,
    /// The states.
    #[schemars(length(min = 1, max = 1000))]
    pub states: Vec<MachineState>,
    /// The events.
    #[schemars(length(max = 1000))]
    pub events: Vec<MachineEvent>,
    /// What leads where. Of several for one state and event the first whose guard holds counts.
    #[schemars(length(max = 5000))]
    pub transitions: Vec<MachineTransition>,
}

/// What beginning an instance asks for and sets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct MachineStart {
    /// Fields that must be given with it: what is owed, when it begins.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100), extend("format" = "name"))]
    pub requires: Vec<String>,
    /// The condition under which it may begin, over what is given and `now`: `starts_at < ends_at`. What it requires is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub guard: Option<String>,
    /// Fields of the instance that it sets.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "name"))]
    pub stamps: BTreeMap<String, MachineStamp>,
    /// Fields that it sets, each to the value of an expression over what is given and `now`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "name", "valueFormat" = "text"))]
    pub sets: BTreeMap<String, String>,
    /// What the host is to carry out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100))]
    pub effects: Vec<MachineEffect>,
}

/// A state.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct MachineState {
    /// What it is known by.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// What people read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub label: Option<String>,
    /// Whether nothing can happen any more.
    #[serde(default, skip_serializing_if = "is_false")]
    pub terminal: bool,
    /// How it stands in this state.
    #[serde(default, skip_serializing_if = "is_open")]
    pub standing: MachineStanding,
}

/// How something stands: what a rule refused, what waits for the outside and what the outside broke are different things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MachineStanding {
    /// As it should.
    #[default]
    Open,
    /// The outside has to answer: a gateway, a router, a customer.
    Pending,
    /// A rule or a person refused it.
    Failed,
    /// The outside broke.
    Errored,
}

/// An event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct MachineEvent {
    /// What it is known by.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// What people read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub label: Option<String>,
}

/// What leads from a state to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct MachineTransition {
    /// The states it leads from; `["*"]` for each that has not ended and is not the one it leads to.
    #[schemars(length(min = 1, max = 1000), extend("format" = "name"))]
    pub from: Vec<String>,
    /// What happens.
    #[schemars(extend("format" = "name"))]
    pub event: String,
    /// The state it leads to.
    #[schemars(extend("format" = "name"))]
    pub to: String,
    /// The condition under which it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub guard: Option<String>,
    /// Fields that must be given with the event: a reason, a payment's reference.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100), extend("format" = "name"))]
    pub requires: Vec<String>,
    /// Fields of the instance that it sets.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "name"))]
    pub stamps: BTreeMap<String, MachineStamp>,
    /// Fields that it sets, each to the value of an expression over what is given, what was recorded and `now`:
    /// `recorded.refunded.orValue(0.00) + given.amount.orValue(0.00)`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "name", "valueFormat" = "text"))]
    pub sets: BTreeMap<String, String>,
    /// Who may: the permission that the actor must hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub permission: Option<String>,
    /// What the host is to carry out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100))]
    pub effects: Vec<MachineEffect>,
    /// When it is due by itself. Nobody can make it happen earlier, and from then on it has happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<MachineTimer>,
    /// The moment from which on it is possible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_before: Option<MachineTimer>,
    /// The last moment at which it is possible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_after: Option<MachineTimer>,
}

/// What a field is set to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MachineStamp {
    /// The moment of the event.
    Now,
    /// The moment of the event, unless it is set already.
    NowOnce,
    /// Who did it.
    Actor,
    /// What was given with the event under the same name; what was before when nothing was.
    Given,
    /// Nothing any more.
    Cleared,
}

/// Something for the host to carry out: it is told, never done here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct MachineEffect {
    /// What, such as `send_email`.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// With what.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub with: Map<String, Value>,
}

fn one() -> u32 {
    1
}

fn is_false(flag: &bool) -> bool {
    !flag
}

fn is_open(standing: &MachineStanding) -> bool {
    *standing == MachineStanding::Open
}
