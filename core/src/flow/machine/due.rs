use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Machine;
use super::instance::MachineInstance;
use crate::fault::Limits;
use crate::Result;
use crate::order;
use crate::time::Instant;

/// Which timers have run out?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(deny_unknown_fields)]
pub struct DueRequest {
    /// The present moment.
    pub now: Instant,
    /// The instances.
    #[schemars(length(max = 100000))]
    pub instances: Vec<MachineInstance>,
}

/// The timers of many instances.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
pub struct MachineTimers {
    /// What has run out, in order of time.
    pub due: Vec<MachineDue>,
    /// When the next one of the rest does: there is no need to ask before.
    pub next_at: Option<Instant>,
}

/// A timer that has run out: fire its event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
pub struct MachineDue {
    /// The place of the instance in the request.
    pub place: usize,
    /// What the instance is known by.
    pub id: Option<String>,
    /// What happens.
    pub event: String,
    /// When the timer ran out.
    pub at: Instant,
}

impl Machine {
    /// The events whose timers have run out. A timer whose field is not set does not run.
    pub fn due(&self, request: &DueRequest) -> Result<MachineTimers> {
        request.bounded()?;
        let mut due = Vec::new();
        let mut next_at: Option<Instant> = None;
        for (place, instance) in request.instances.iter().enumerate() {
            let own = format!("/instances/{place}");
            self.own(instance, &own)?;
            self.state_of(&instance.state, &format!("{own}/state"))?;
            let Some((at, event)) = self.timers(instance).min() else {
                continue;
            };
            if at <= request.now {
                due.push(MachineDue {
                    place,
                    id: instance.id.clone(),
                    event: event.to_owned(),
                    at,
                });
            } else {
                next_at = Some(next_at.map_or(at, |next| next.min(at)));
            }
        }
        order::sort_by_key(&mut due, |one| one.at);
        Ok(MachineTimers { due, next_at })
    }

    /// When each timer of the instance's state runs out.
    fn timers<'m>(&'m self, instance: &'m MachineInstance) -> impl Iterator<Item = (Instant, &'m str)> {
        let state = self.state(&instance.state);
        let ways = state
            .into_iter()
            .flat_map(move |state| self.leading(state).flat_map(move |(event, _)| self.ways(state, event)));
        ways.filter_map(move |way| {
            let transition = self.transition(way)?;
            let timer = transition.after.as_ref()?;
            let begun = match &timer.field {
                Some(field) => instance.fields.get(field).and_then(Value::as_str)?.parse().ok()?,
                None => instance.entered_at,
            };
            Some((begun.plus_seconds(timer.total_seconds())?, transition.event.as_str()))
        })
    }
}
