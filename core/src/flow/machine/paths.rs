use std::collections::VecDeque;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::Machine;
use crate::Result;
use crate::fault::Limits;

/// The shortest ways to every state are asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PathsRequest {}

/// The shortest way to a state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct MachinePath {
    /// The state.
    pub state: String,
    /// The events that lead there from the initial state.
    pub events: Vec<String>,
}

impl Machine {
    /// The shortest path of events to each state, in the definition's order: for tests and for help. Of equally short ones
    /// that of the events which come first in the definition.
    pub fn paths(&self, _: &PathsRequest) -> Result<Vec<MachinePath>> {
        let states = &self.definition().states;
        let mut found: Vec<Option<Vec<String>>> = vec![None; states.len()];
        let mut waiting = VecDeque::new();
        if let Some(initial) = self.state(&self.definition().initial) {
            waiting.push_back((initial, Vec::new()));
        }
        while let Some((state, events)) = waiting.pop_front() {
            let Some(slot) = found.get_mut(usize::from(state.0)).filter(|slot| slot.is_none()) else {
                continue;
            };
            for (event, named) in self.leading(state) {
                for way in self.ways(state, event) {
                    let further = events.iter().cloned().chain([named.name.clone()]);
                    waiting.push_back((way.to, further.collect()));
                }
            }
            *slot = Some(events);
        }
        let path = |(state, events): (&super::MachineState, Option<Vec<String>>)| MachinePath {
            state: state.name.clone(),
            events: events.unwrap_or_default(),
        };
        Ok(states.iter().zip(found).map(path).collect())
    }
}
