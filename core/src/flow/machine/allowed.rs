use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Machine;
use super::compiled::{EventId, StateId, Way};
use super::definition::{MachineEvent, MachineTransition};
use super::fire::refusals;
use super::instance::MachineInstance;
use super::known::Happening;
use crate::fault::Limits;
use crate::time::Instant;
use crate::{Code, Reason, Result};

/// What may happen next?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AllowedRequest {
    /// The instance as it is.
    pub instance: MachineInstance,
    /// The present moment; without it, when the instance came into its state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub now: Option<Instant>,
    /// What the actor may do, such as `bookings:*`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("format" = "reference"))]
    pub permissions: Vec<String>,
    /// The facts that guards look at.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub facts: Map<String, Value>,
}

/// An event, whether it may happen, and why not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
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
    /// Every event of the machine in the definition's order: whether it may happen now, and why not. What was due by now has
    /// happened.
    pub fn allowed(&self, request: &AllowedRequest) -> Result<Vec<MachineChoice>> {
        request.bounded()?;
        let instance = &request.instance;
        self.own(instance, "/instance")?;
        let state = self.state_of(&instance.state, "/instance/state")?;
        let now = request.now.unwrap_or(instance.entered_at);
        instance.not_after(now)?;
        match self.settle(instance, state, now, &request.facts)? {
            None => Ok(self.choices(request, instance, state, now)),
            Some(settling) => {
                settling.complete(self)?;
                let state = self.state_of(&settling.instance.state, "/instance/state")?;
                Ok(self.choices(request, &settling.instance, state, now))
            }
        }
    }

    fn choices(
        &self,
        request: &AllowedRequest,
        instance: &MachineInstance,
        state: StateId,
        now: Instant,
    ) -> Vec<MachineChoice> {
        let known = Happening {
            facts: Some(&request.facts),
            recorded: Some(&instance.fields),
            now: Some(now),
            ..Happening::default()
        };
        let events = (0..).map(EventId).zip(&self.definition().events);
        let choice = |(id, event): (EventId, &MachineEvent)| {
            let mut choice = MachineChoice {
                event: event.name.clone(),
                label: event.label.clone(),
                open: false,
                leads_to: None,
                requires: Vec::new(),
                reasons: Vec::new(),
            };
            match self.way(state, id, &known) {
                Ok(way) => {
                    if let Some(transition) = self.transition(way) {
                        choice.take(way, transition, &request.permissions);
                        transition.untimely(instance, now, &mut choice.reasons);
                    }
                }
                Err(error) => choice.reasons = error.into_reasons(),
            }
            choice.open = choice.reasons.is_empty();
            choice
        };
        events.map(choice).collect()
    }
}

impl MachineChoice {
    fn take(&mut self, way: &Way, transition: &MachineTransition, permissions: &[String]) {
        self.leads_to = Some(transition.to.clone());
        self.requires.clone_from(&transition.requires);
        refusals(way, transition, permissions, &Map::new(), &mut self.reasons);
        // What has to be given is told, and stands in nobody's way before it is asked for.
        self.reasons.retain(|reason| reason.code != Code::FlowFieldMissing);
    }
}
