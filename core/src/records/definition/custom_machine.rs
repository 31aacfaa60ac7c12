use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::is_false;
use crate::fault::Limits;
use crate::flow::MachineDefinition;

/// The machines of a tenant's own by which records of an entity live in the place of the pack's.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct CustomMachine {
    /// The one of new records; the pack's when there is none. It is called as that is, and its version is 1000000 or higher.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub machine: Option<MachineDefinition>,
    /// Those of before, by which records go on that began by them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 50))]
    pub former: Vec<MachineDefinition>,
    /// Whether no record begins: the one of new records fits the pack no more, and the pack's is not what the tenant wants.
    #[serde(skip_serializing_if = "is_false")]
    pub closed: bool,
}
