use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Machine;
use super::compiled::{EventId, StateId};
use super::fire::{facts_of, refusals};
use super::instance::MachineInstance;
use crate::fault::Limits;
use crate::{Code, Reason, Result};

/// What may happen next?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(deny_unknown_fields)]
pub struct AllowedRequest {
    /// The instance as it is.
    pub instance: MachineInstance,
    /// What the actor may do, such as `bookings:*`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub permissions: Vec<String>,
    /// The facts that guards look at.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub facts: Map<String, Value>,
}

/// An event, whether it may happen, and why not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
pub struct MachineChoice {
    /// The event.
    pub event: String,
    /// What people read.
    pub label: Option<String>,
    /// Whether it may happen.
    pub open: bool,
    /// The state it would lead to.
    pub leads_to: Option<String>,
    /// What has to be given with it.
    pub requires: Vec<String>,
    /// Every reason against it.
    pub reasons: Vec<Reason>,
}

impl Machine {
    /// Every event of the machine in the definition's order: whether it may happen now, and why not.
    pub fn allowed(&self, request: &AllowedRequest) -> Result<Vec<MachineChoice>> {
        request.bounded()?;
        let instance = &request.instance;
        self.own(instance, "/instance")?;
        let state = self.state_of(&instance.state, "/instance/state")?;
        let facts = facts_of(&request.facts, &Map::new(), &instance.fields).into_owned();
        let events = (0..).map(EventId).zip(&self.definition().events);
        let choice = |(id, event): (EventId, &super::MachineEvent)| {
            let mut choice = self.choice(state, id, &facts, &request.permissions);
            choice.label.clone_from(&event.label);
            choice
        };
        Ok(events.map(choice).collect())
    }

    fn choice(
        &self,
        state: StateId,
        event: EventId,
        facts: &Map<String, Value>,
        permissions: &[String],
    ) -> MachineChoice {
        let mut choice = MachineChoice {
            event: self.named(event).to_owned(),
            label: None,
            open: false,
            leads_to: None,
            requires: Vec::new(),
            reasons: Vec::new(),
        };
        match self.way(state, event, facts) {
            Ok(way) => {
                if let Some(transition) = self.transition(way) {
                    choice.leads_to = Some(transition.to.clone());
                    choice.requires.clone_from(&transition.requires);
                    choice.reasons = refusals(way, transition, permissions, &Map::new());
                    // What has to be given is told, and stands in nobody's way before it is asked for.
                    choice.reasons.retain(|reason| reason.code != Code::FlowFieldMissing);
                }
            }
            Err(error) => choice.reasons = error.into_reasons(),
        }
        choice.open = choice.reasons.is_empty();
        choice
    }
}
