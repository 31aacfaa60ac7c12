use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::fire::stamped;
use super::instance::{MachineInstance, MachineRecord};
use super::{Machine, StartRequest};
use crate::fault::Limits;
use crate::money::shortened;
use crate::{Code, Error, Reason, Result};

/// An instance is to be made again from its history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(deny_unknown_fields)]
pub struct ReplayRequest {
    /// What it is known by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Everything that happened, from the beginning.
    #[schemars(length(min = 1, max = 100000))]
    pub history: Vec<MachineRecord>,
}

impl Machine {
    /// The instance that a history leads to. Each record is checked against the machine: its states, its version, its time
    /// and what it set. Guards and permissions were asked when it happened, and are not asked again.
    pub fn replay(&self, request: &ReplayRequest) -> Result<MachineInstance> {
        request.bounded()?;
        let mut records = request.history.iter();
        let Some(first) = records.next() else {
            return Err(wrong(0, "a history has a beginning".to_owned()));
        };
        let begun = self.start(&StartRequest {
            now: first.at,
            id: request.id.clone(),
            actor: first.actor.clone(),
            fields: first.given.clone(),
        })?;
        if begun.record != *first {
            let message = format!("a history begins in `{}` at version 1", self.definition().initial);
            return Err(wrong(0, message));
        }
        let mut instance = begun.instance;
        for (index, record) in records.enumerate() {
            self.fits(&instance, record)
                .map_err(|message| wrong(index + 1, message))?;
            instance.take(record);
        }
        Ok(instance)
    }

    fn fits(&self, instance: &MachineInstance, record: &MachineRecord) -> Result<(), String> {
        if record.version != instance.version.saturating_add(1) {
            return Err(format!("version {} follows {}", record.version, instance.version));
        }
        if record.before.as_deref() != Some(&instance.state) {
            let told = record.before.as_deref().unwrap_or("nothing");
            return Err(format!(
                "it begins in `{}`, and the one before ends in `{}`",
                shortened(told),
                instance.state
            ));
        }
        if record.at < instance.entered_at {
            return Err(format!("{} lies before {}", record.at, instance.entered_at));
        }
        let event = record.event.as_deref().unwrap_or_default();
        let ways = match (self.state(&instance.state), self.event(event)) {
            (Some(state), Some(event)) => self.ways(state, event),
            _ => &[],
        };
        let leading = ways.iter().filter_map(|way| self.transition(way));
        let mut there = leading.filter(|transition| transition.to == record.after).peekable();
        if there.peek().is_none() {
            let message = format!(
                "`{}` does not lead from `{}` to `{}`",
                shortened(event),
                instance.state,
                shortened(&record.after)
            );
            return Err(message);
        }
        let sets = |transition| {
            stamped(
                transition,
                record.at,
                record.actor.as_deref(),
                &record.given,
                &instance.fields,
            )
        };
        if there.any(|transition| sets(transition) == record.changed) {
            return Ok(());
        }
        Err("it does not set what the transition sets".to_owned())
    }
}

fn wrong(index: usize, message: String) -> Error {
    let reason = Reason::new(Code::FlowHistory, format!("/history/{index}"), message);
    reason.with("index", index).into()
}
