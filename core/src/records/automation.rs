//! What the rules of a pack do when something has happened to a record.

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::compiled::{Automated, Entity, Pack};
use super::reach::Record;
use super::reckon::{Facts, Moment, fact, put};
use crate::Result;
use crate::expression::{Fact, Known};
use crate::fault::Limits;
use crate::flow::{AutomationRun, AutomationSkipWhy, AutomationTrigger, Happened};
use crate::time::{Instant, Zone};

/// Something has happened to a record: what do the rules of its pack do?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RecordAutomationRequest {
    /// What the occasion is known by, so that it is acted on once.
    #[schemars(extend("format" = "name"))]
    pub id: String,
    /// Of what.
    #[schemars(extend("format" = "reference"))]
    pub entity: String,
    /// The record as it is, with nothing hidden.
    pub record: Record,
    /// What happened to it at once: an event of its machine, fields that have other values, a schedule that came to it.
    #[schemars(length(min = 1, max = 1000))]
    pub triggers: Vec<AutomationTrigger>,
    /// The present moment.
    pub now: Instant,
    /// The zone by whose clock days begin; UTC when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<Zone>,
    /// By whom it happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub actor: Option<String>,
    /// The action of a rule by which it happened: rules that wait for that have run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub followed: Option<AutomationTrigger>,
}

impl Pack {
    /// What the rules do, and what they set off of each other. The facts are the fields of the record. Nothing is performed, so the
    /// same question is also the rehearsal.
    pub fn automate(&self, request: &RecordAutomationRequest) -> Result<AutomationRun> {
        request.bounded()?;
        let entity = self.named(&request.entity)?;
        let Some(automated) = self.automated(entity.name()) else {
            return Ok(AutomationRun {
                runs: Vec::new(),
                skipped: Vec::new(),
                facts: Map::new(),
            });
        };
        let actor = request.actor.as_deref().unwrap_or_default();
        let moment = Moment::new(request.now, request.zone.as_ref(), actor);
        let mut record = request.record.clone();
        let mut settles = |name: &str, value: &Value, facts: &mut Map<String, Value>| {
            put(&mut record, name, value.clone());
            reckoned(automated, entity, &mut record, facts)
        };
        let happened = Happened {
            id: &request.id,
            triggers: &request.triggers,
            facts: facts_of(automated, entity, &request.record, &moment),
            followed: request.followed.as_ref(),
        };
        let run = automated.automation.follow(happened, &mut settles);
        let mut run = run.map_err(|error| error.each_reason(|reason| at_home(&mut reason.path)))?;
        // Of several things that happened at once, a rule waits for one.
        let ran = run.runs.iter().map(|own| &own.rule);
        let looked_at = run.skipped.iter().filter(|own| own.why != AutomationSkipWhy::Trigger);
        let mut told: Vec<String> = ran.chain(looked_at.map(|own| &own.rule)).cloned().collect();
        run.skipped.retain(|own| {
            let is_told = own.why != AutomationSkipWhy::Trigger || !told.contains(&own.rule);
            if is_told && own.why == AutomationSkipWhy::Trigger {
                told.push(own.rule.clone());
            }
            is_told
        });
        Ok(run)
    }

    /// Whether a rule waits for what happened to records of an entity, other than those that wait for what was followed already.
    pub fn waits_for(&self, entity: &str, happened: &AutomationTrigger, followed: Option<&AutomationTrigger>) -> bool {
        let own = self.automated(entity);
        own.is_some_and(|own| own.automation.waits_for(happened, followed))
    }

    /// What the rules of an entity look at and change: fields, and what every record has.
    pub fn automation_facts(&self, entity: &str) -> impl Iterator<Item = &str> {
        let own = self.automated(entity).into_iter();
        own.flat_map(|own| own.facts.iter().map(String::as_str))
    }
}

/// Names a place as the request has it.
fn at_home(path: &mut String) {
    for (from, to) in [("/facts", "/record"), ("/trigger", "/triggers")] {
        if let Some(rest) = path.strip_prefix(from) {
            *path = format!("{to}{rest}");
            return;
        }
    }
}

/// What the rules look at, of a record as it is.
fn facts_of(automated: &Automated, entity: &Entity, record: &Record, moment: &Moment) -> Map<String, Value> {
    let known = Facts { entity, record, moment };
    let found = automated.facts.iter().filter_map(|name| {
        let value = match known.known(name)? {
            Fact::Wire(value) => value.clone(),
            Fact::Moment(moment) => moment.to_string().into(),
        };
        Some((name.clone(), value))
    });
    found.collect()
}

/// What is computed of what has changed; the names of what is another value than before.
fn reckoned(
    automated: &Automated,
    entity: &Entity,
    record: &mut Record,
    facts: &mut Map<String, Value>,
) -> Vec<String> {
    // What cannot be reckoned is refused when the change is made.
    let _ = entity.reckon(record);
    let mut changed = Vec::new();
    let fields = entity.fields().iter().filter(|field| field.computed.is_some());
    for field in fields.filter(|field| automated.facts.contains(field.name())) {
        let name = field.name().to_owned();
        let (value, before) = (record.get(field.name()).and_then(fact), facts.get(&name));
        if value == before {
            continue;
        }
        changed.push(name.clone());
        match value {
            Some(value) => drop(facts.insert(name, value.clone())),
            None => drop(facts.remove(&name)),
        }
    }
    changed
}
