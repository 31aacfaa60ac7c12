use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::changes::changes;
use super::compiled::{EventId, StateId, Way};
use super::definition::MachineTransition;
use super::instance::{MachineInstance, MachineRecord};
use super::known::Happening;
use super::settle::Lapsed;
use super::{Machine, StartRequest};
use crate::fault::Limits;
use crate::money::shortened;
use crate::time::Instant;
use crate::{Code, Error, Reason, Result};

/// An instance is to be made again from its history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ReplayRequest {
    /// What it is known by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub id: Option<String>,
    /// Everything that happened, from the beginning.
    #[schemars(length(min = 1, max = 100000))]
    pub history: Vec<MachineRecord>,
}

impl Machine {
    /// The instance that a history leads to. Each record is checked against the machine: its states, its version, what was
    /// given and what it set, and its time: nothing happened too early or too late, or while something else was due. Guards and
    /// permissions were asked when it happened, and are not asked again.
    pub fn replay(&self, request: &ReplayRequest) -> Result<MachineInstance> {
        request.bounded()?;
        let mut records = request.history.iter();
        let Some(first) = records.next() else {
            return Err(wrong(
                0,
                "the history is empty; give the record of the beginning first".to_owned(),
            ));
        };
        let begin = StartRequest {
            now: first.at,
            id: request.id.clone(),
            actor: first.actor.clone(),
            fields: first.given.clone(),
        };
        let begun = self.begin(&begin, false).map_err(|error| wrong(0, error.to_string()))?;
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
            return Err(format!(
                "version {} stands where the one after {} is due",
                record.version, instance.version
            ));
        }
        if record.before.as_deref() != Some(&instance.state) {
            let told = match &record.before {
                Some(state) => format!("it begins in `{}`", shortened(state)),
                None => "it does not say in which state it begins".to_owned(),
            };
            return Err(format!("{told}; the record before it ends in `{}`", instance.state));
        }
        if record.at < instance.entered_at {
            return Err(format!(
                "it happened at {}, but the record before it at {}",
                record.at, instance.entered_at
            ));
        }
        self.fields()
            .check(&record.given, "/given")
            .map_err(|error| error.to_string())?;
        let Some(event) = record.event.as_deref() else {
            return Err("it does not say which event happened".to_owned());
        };
        let ways = match (self.state(&instance.state), self.event(event)) {
            (Some(state), Some(own)) => {
                self.in_time(instance, state, own, record.at)?;
                self.ways(state, own)
            }
            _ => &[],
        };
        let leading = ways.iter().filter_map(|way| Some((way, self.transition(way)?)));
        let mut there = leading
            .filter(|(_, transition)| transition.to == record.after)
            .peekable();
        if there.peek().is_none() {
            let message = format!(
                "`{}` does not lead from `{}` to `{}`",
                shortened(event),
                instance.state,
                shortened(&record.after)
            );
            return Err(message);
        }
        let happening = Happening {
            given: Some(&record.given),
            recorded: Some(&instance.fields),
            now: Some(record.at),
            ..Happening::default()
        };
        let sets = |way: &Way, transition: &MachineTransition| {
            let changed = changes(&transition.stamps, &way.sets, record.actor.as_deref(), &happening);
            changed.is_ok_and(|changed| changed == record.changed)
        };
        let mut untimely = Vec::new();
        for (_, transition) in there.filter(|(way, transition)| sets(way, transition)) {
            untimely.clear();
            transition.untimely(instance, record.at, &mut untimely);
            if untimely.is_empty() {
                return Ok(());
            }
        }
        let told = untimely.into_iter().next().map(|reason| reason.message);
        Err(told.unwrap_or_else(|| "it does not set what the transition sets".to_owned()))
    }

    /// Refuses what happened while a timer had run out that waits for nothing else.
    fn in_time(&self, instance: &MachineInstance, state: StateId, event: EventId, at: Instant) -> Result<(), String> {
        let certain = |timer: &Lapsed<'_>| match self.ways(state, timer.event) {
            [only] => only.guard.is_none(),
            _ => false,
        };
        match self.run_out(instance, state, at).into_iter().find(certain) {
            Some(first) if first.event != event => {
                Err(format!("`{}` had been due since {}", self.named(first.event), first.at))
            }
            _ => Ok(()),
        }
    }
}

fn wrong(index: usize, message: String) -> Error {
    let reason = Reason::new(Code::FlowHistory, format!("/history/{index}"), message);
    reason.with("index", index).into()
}
