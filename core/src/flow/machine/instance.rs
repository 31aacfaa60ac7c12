use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Machine;
use crate::fault::Limits;
use crate::money::shortened;
use crate::time::Instant;
use crate::{Code, Reason, Result};

/// Something that lives by a machine: plain data, to be kept by the host.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct MachineInstance {
    /// The machine's name.
    #[schemars(extend("format" = "reference"))]
    pub machine: String,
    /// The machine's version.
    #[schemars(range(min = 1))]
    pub machine_version: u32,
    /// What it is known by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub id: Option<String>,
    /// The state it is in.
    #[schemars(extend("format" = "reference"))]
    pub state: String,
    /// How often something happened to it: what tells two writers apart.
    pub version: u64,
    /// When it came into its state.
    pub entered_at: Instant,
    /// What was recorded of it.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub fields: Map<String, Value>,
}

/// What happened, to be kept by the host: the history from which an instance can be made again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct MachineRecord {
    /// The instance's version after it.
    pub version: u64,
    /// What happened; nothing for the beginning.
    #[serde(default)]
    #[schemars(extend("format" = "reference"))]
    pub event: Option<String>,
    /// The state before; none for the beginning.
    #[serde(default)]
    #[schemars(extend("format" = "reference"))]
    pub before: Option<String>,
    /// The state after.
    #[schemars(extend("format" = "reference"))]
    pub after: String,
    /// When.
    pub at: Instant,
    /// Who.
    #[serde(default)]
    #[schemars(extend("format" = "reference"))]
    pub actor: Option<String>,
    /// What was given with it.
    #[serde(default)]
    pub given: Map<String, Value>,
    /// What it set; `null` for what it cleared.
    #[serde(default)]
    pub changed: Map<String, Value>,
}

impl MachineInstance {
    /// Sets and clears fields, as a record says.
    pub(super) fn change(&mut self, changed: &Map<String, Value>) {
        for (name, value) in changed {
            if value.is_null() {
                self.fields.remove(name);
            } else {
                self.fields.insert(name.clone(), value.clone());
            }
        }
    }
}

impl Machine {
    /// Refuses an instance that lives by another machine, or by another version of this one.
    pub(super) fn own(&self, instance: &MachineInstance, place: &str) -> Result<()> {
        let definition = self.definition();
        if instance.machine == definition.name && instance.machine_version == definition.version {
            return Ok(());
        }
        let message = format!(
            "the instance belongs to version {} of `{}`, not to version {} of `{}`",
            instance.machine_version,
            shortened(&instance.machine),
            definition.version,
            definition.name
        );
        Err(Reason::new(Code::FlowOtherMachine, format!("{place}/machine"), message).into())
    }
}
