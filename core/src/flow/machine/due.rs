use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::Machine;
use super::compiled::StateId;
use super::instance::MachineInstance;
use super::known::Happening;
use super::settle::Lapsed;
use crate::Result;
use crate::fault::Limits;
use crate::time::Instant;

/// Which timers have run out?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct DueRequest {
    /// The present moment.
    pub now: Instant,
    /// The instances.
    #[schemars(length(max = 100000))]
    pub instances: Vec<MachineInstance>,
}

/// The timers of many instances.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct MachineTimers {
    /// What has run out, in order of time.
    pub due: Vec<MachineDue>,
    /// When the next one of the rest does: there is no need to ask before, unless facts change on which guards depend.
    pub next_at: Option<Instant>,
}

/// A timer that has run out: fire its event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
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
    /// The first event of each instance that is due: whoever fires it gets all that was due by then. A timer whose field is
    /// not set does not run, and one whose guard does not hold for what was recorded is not due.
    pub fn due(&self, request: &DueRequest) -> Result<MachineTimers> {
        request.bounded()?;
        let mut due = Vec::new();
        let mut next_at: Option<Instant> = None;
        for (place, instance) in request.instances.iter().enumerate() {
            let own = format!("/instances/{place}");
            self.own(instance, &own)?;
            let state = self.state_of(&instance.state, &format!("{own}/state"))?;
            if !self.is_timed(state) {
                continue;
            }
            let lapsed = self.run_out(instance, state, request.now);
            if let Some(first) = lapsed.iter().find(|timer| self.may_lapse(instance, state, timer)) {
                due.push(MachineDue {
                    place,
                    id: instance.id.clone(),
                    event: self.named(first.event).to_owned(),
                    at: first.at,
                });
                continue;
            }
            let later = self
                .timers(instance, state)
                .map(|timer| timer.at)
                .filter(|at| *at > request.now);
            next_at = next_at.into_iter().chain(later).min();
        }
        due.sort_by_key(|one| one.at);
        Ok(MachineTimers { due, next_at })
    }

    /// Whether the event of a timer took its way by what was recorded alone. What the host has to say is not known here.
    fn may_lapse(&self, instance: &MachineInstance, state: StateId, timer: &Lapsed<'_>) -> bool {
        let known = Happening {
            recorded: Some(&instance.fields),
            now: Some(timer.at),
            ..Happening::default()
        };
        let taken = self.taken_way(state, timer.event, &known);
        match taken {
            Ok(way) => way.is_some_and(|way| std::ptr::eq(way, timer.way)),
            Err(_) => true,
        }
    }
}
