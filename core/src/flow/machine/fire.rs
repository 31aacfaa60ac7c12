use std::fmt;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Machine;
use super::changes::changes;
use super::compiled::{EventId, StateId, Way};
use super::definition::{MachineEffect, MachineStanding, MachineTransition};
use super::instance::{MachineInstance, MachineRecord};
use super::known::Happening;
use super::settle::MachineSettled;
use crate::error::ErrorReport;
use crate::fault::{Limits, near};
use crate::money::shortened;
use crate::permission::Permission;
use crate::time::Instant;
use crate::{Code, Error, Reason, Result};

/// Something begins to live by the machine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct StartRequest {
    /// The present moment.
    pub now: Instant,
    /// What it is known by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub id: Option<String>,
    /// Who began it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub actor: Option<String>,
    /// What is recorded of it from the beginning.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub fields: Map<String, Value>,
}

/// An event happens to an instance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct FireRequest {
    /// The instance as it is.
    pub instance: MachineInstance,
    /// What happens.
    #[schemars(extend("format" = "reference"))]
    pub event: String,
    /// The present moment.
    pub now: Instant,
    /// Who does it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub actor: Option<String>,
    /// What the actor may do, such as `bookings:*`; `*` for a job of the system.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("format" = "reference"))]
    pub permissions: Vec<String>,
    /// The facts that guards look at. What is given with the event and what was recorded of the instance are facts too.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub facts: Map<String, Value>,
    /// What is given with the event: a reason, a payment's reference.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub given: Map<String, Value>,
    /// The version that the actor saw; another one is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_version: Option<u64>,
}

/// What an event did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct MachineFired {
    /// The instance as it is now.
    pub instance: MachineInstance,
    /// How it stands.
    pub standing: MachineStanding,
    /// Whether it has ended.
    pub terminal: bool,
    /// What the host is to carry out.
    pub effects: Vec<MachineEffect>,
    /// What to keep of it.
    pub record: MachineRecord,
    /// What had happened by itself before it, in order: to be kept and carried out first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub settled: Vec<MachineSettled>,
}

/// Events of many instances, each for itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct FireAllRequest {
    /// The events.
    #[schemars(length(max = 100000))]
    pub events: Vec<FireRequest>,
}

/// What came of one event among many.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct MachineAttempt {
    /// What it did.
    pub fired: Option<MachineFired>,
    /// Why it did nothing.
    pub error: Option<ErrorReport>,
}

impl From<Error> for MachineAttempt {
    fn from(error: Error) -> Self {
        MachineAttempt {
            fired: None,
            error: Some(error.report()),
        }
    }
}

/// Where an event leads, asked with names alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct StepRequest {
    /// The state.
    #[schemars(extend("format" = "reference"))]
    pub state: String,
    /// The event.
    #[schemars(extend("format" = "reference"))]
    pub event: String,
    /// The facts that guards look at.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub facts: Map<String, Value>,
}

/// Where an event leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct MachineStep {
    /// The state after it.
    pub state: String,
    /// Whether that is an end.
    pub terminal: bool,
}

impl Machine {
    /// Begins an instance in the initial state.
    pub fn start(&self, request: &StartRequest) -> Result<MachineFired> {
        request.bounded()?;
        self.begin(request, true)
    }

    /// Begins an instance, whose guard is asked or was asked before.
    pub(super) fn begin(&self, request: &StartRequest, asked: bool) -> Result<MachineFired> {
        let definition = self.definition();
        self.fields().check(&request.fields, "/fields")?;
        let begin = definition.start.as_ref();
        let mut reasons = Vec::new();
        let required = begin.map(|begin| begin.requires.as_slice()).unwrap_or_default();
        missing(required, &request.fields, "the beginning", "/fields", &mut reasons);
        Error::unless_empty(reasons)?;
        let happening = Happening {
            given: Some(&request.fields),
            now: Some(request.now),
            ..Happening::default()
        };
        let own = self.beginning();
        if let Some(guard) = own.guard.as_ref().filter(|_| asked)
            && !guard.holds_of(&happening, "/fields")?
        {
            let guard = begin.and_then(|begin| begin.guard.as_deref()).unwrap_or_default();
            let message = format!("the beginning is possible only if `{guard}`");
            return Err(Reason::new(Code::FlowGuard, "/fields", message)
                .with("guard", guard)
                .into());
        }
        let mut changed = request.fields.clone();
        if let Some(begin) = begin {
            changed.extend(changes(&begin.stamps, &own.sets, request.actor.as_deref(), &happening)?);
        }
        let record = MachineRecord {
            version: 1,
            event: None,
            before: None,
            after: definition.initial.clone(),
            at: request.now,
            actor: request.actor.clone(),
            given: request.fields.clone(),
            changed,
        };
        let mut instance = MachineInstance {
            machine: definition.name.clone(),
            machine_version: definition.version,
            id: request.id.clone(),
            state: definition.initial.clone(),
            version: 1,
            entered_at: request.now,
            fields: Map::new(),
        };
        instance.change(&record.changed);
        let effects = begin.map(|begin| begin.effects.clone()).unwrap_or_default();
        Ok(self.fired(instance, effects, record))
    }

    /// What the event does to the instance, or every reason why it may not happen. What was due by then has happened before,
    /// each at its own moment; the event is judged in the state that results. Nothing is carried out: effects are told.
    pub fn fire(&self, request: &FireRequest) -> Result<MachineFired> {
        request.bounded()?;
        let instance = &request.instance;
        self.own(instance, "/instance")?;
        let state = self.state_of(&instance.state, "/instance/state")?;
        in_order(request)?;
        let event = self.event_of(&request.event)?;
        self.fields().check(&request.given, "/given")?;
        let Some(mut settling) = self.settle(instance, state, request.now, &request.facts)? else {
            return self.taken(request, instance, state, event);
        };
        // A job that asks for what was due gets what became of it.
        if settling.has(&request.event)
            && let Some(last) = settling.steps.pop()
        {
            let mut fired = self.fired(settling.instance, last.effects, last.record);
            fired.settled = settling.steps;
            return Ok(fired);
        }
        settling.complete(self)?;
        let instance = &settling.instance;
        let state = self.state_of(&instance.state, "/instance/state")?;
        match self.taken(request, instance, state, event) {
            Ok(mut fired) => {
                fired.settled = settling.steps;
                Ok(fired)
            }
            Err(error) => Err(error.each_reason(|reason| {
                reason.details.insert("settled".to_owned(), settling.told());
            })),
        }
    }

    /// The event in the state that the instance is in.
    fn taken(
        &self,
        request: &FireRequest,
        instance: &MachineInstance,
        state: StateId,
        event: EventId,
    ) -> Result<MachineFired> {
        let happening = Happening {
            facts: Some(&request.facts),
            given: Some(&request.given),
            recorded: Some(&instance.fields),
            now: Some(request.now),
        };
        let way = self.way(state, event, &happening)?;
        let transition = self.transition(way).ok_or_else(|| self.illegal(state, event))?;
        let mut reasons = Vec::new();
        refusals(way, transition, &request.permissions, &request.given, &mut reasons);
        transition.untimely(instance, request.now, &mut reasons);
        Error::unless_empty(reasons)?;
        let changed = changes(&transition.stamps, &way.sets, request.actor.as_deref(), &happening)?;
        let record = MachineRecord {
            version: instance.version + 1,
            event: Some(request.event.clone()),
            before: Some(instance.state.clone()),
            after: transition.to.clone(),
            at: request.now,
            actor: request.actor.clone(),
            given: request.given.clone(),
            changed,
        };
        let mut instance = instance.clone();
        instance.take(&record);
        Ok(self.fired(instance, transition.effects.clone(), record))
    }

    /// Many events of many instances, one after the other, each for itself.
    pub fn fire_all(&self, request: &FireAllRequest) -> Result<Vec<MachineAttempt>> {
        request.bounded_as_list()?;
        let fire = |event: &FireRequest| match self.fire(event) {
            Ok(fired) => MachineAttempt {
                fired: Some(fired),
                error: None,
            },
            Err(error) => error.into(),
        };
        Ok(request.events.iter().map(fire).collect())
    }

    /// Where the event leads, by names alone: who may and what must be given is not asked.
    pub fn step(&self, request: &StepRequest) -> Result<MachineStep> {
        request.bounded()?;
        let state = self.state_of(&request.state, "/state")?;
        let event = self.event_of(&request.event)?;
        let happening = Happening {
            facts: Some(&request.facts),
            ..Happening::default()
        };
        let to = self.way(state, event, &happening)?.to;
        let after = self.state_at(to).ok_or_else(|| self.illegal(state, event))?;
        Ok(MachineStep {
            state: after.name.clone(),
            terminal: after.terminal,
        })
    }

    fn fired(&self, instance: MachineInstance, effects: Vec<MachineEffect>, record: MachineRecord) -> MachineFired {
        let state = self.state(&instance.state).and_then(|state| self.state_at(state));
        MachineFired {
            standing: state.map(|state| state.standing).unwrap_or_default(),
            terminal: state.is_some_and(|state| state.terminal),
            instance,
            effects,
            record,
            settled: Vec::new(),
        }
    }

    pub(super) fn state_of(&self, name: &str, place: &str) -> Result<StateId> {
        self.state(name).ok_or_else(|| {
            let definition = self.definition();
            let hint = near(name, definition.states.iter().map(|state| state.name.as_str()));
            let message = format!("`{}` has no state `{}`{hint}", definition.name, shortened(name));
            Error::new(Code::FlowStateUnknown, place, message)
        })
    }

    fn event_of(&self, name: &str) -> Result<EventId> {
        self.event(name).ok_or_else(|| {
            let definition = self.definition();
            let hint = near(name, definition.events.iter().map(|event| event.name.as_str()));
            let message = format!("`{}` has no event `{}`{hint}", definition.name, shortened(name));
            Error::new(Code::FlowEventUnknown, "/event", message)
        })
    }

    /// The way that an event takes: the first whose guard holds.
    pub(super) fn way<'m>(&'m self, state: StateId, event: EventId, known: &Happening<'_>) -> Result<&'m Way> {
        let found = self.taken_way(state, event, known)?;
        found.ok_or_else(|| self.unmet(state, event))
    }

    /// The same, or nothing when there is none.
    pub(super) fn taken_way<'m>(
        &'m self,
        state: StateId,
        event: EventId,
        known: &Happening<'_>,
    ) -> Result<Option<&'m Way>> {
        for way in self.ways(state, event) {
            match &way.guard {
                Some(guard) if !guard.holds_of(known, "/facts")? => {}
                _ => return Ok(Some(way)),
            }
        }
        Ok(None)
    }

    /// Why an event takes no way.
    #[cold]
    fn unmet(&self, state: StateId, event: EventId) -> Error {
        let unmet = |way: &Way| {
            let guard = self.transition(way)?.guard.as_deref()?;
            let message = format!("`{}` is possible only if `{guard}`", self.named(event));
            Some(Reason::new(Code::FlowGuard, "/event", message).with("guard", guard))
        };
        let reasons = self.ways(state, event).iter().filter_map(unmet);
        Error::from_reasons(reasons.collect()).unwrap_or_else(|| self.illegal(state, event))
    }

    pub(super) fn named(&self, event: EventId) -> &str {
        let event = self.definition().events.get(usize::from(event.0));
        event.map_or("", |event| event.name.as_str())
    }

    /// Names what was illegal, and what is legal now.
    #[cold]
    fn illegal(&self, state: StateId, event: EventId) -> Error {
        let legal: Vec<&str> = self.leading(state).map(|(_, event)| event.name.as_str()).collect();
        let state = self.state_at(state).map_or("", |state| state.name.as_str());
        let told = if legal.is_empty() {
            "nothing is possible any more".to_owned()
        } else {
            let quoted: Vec<String> = legal.iter().map(|event| format!("`{event}`")).collect();
            format!("possible: {}", quoted.join(", "))
        };
        let message = format!("`{}` is not possible in `{state}`; {told}", self.named(event));
        let reason = Reason::new(Code::FlowIllegal, "/event", message);
        reason.with("state", state).with("legal", legal).into()
    }
}

impl MachineInstance {
    /// Lives through what a record says.
    pub(super) fn take(&mut self, record: &MachineRecord) {
        self.state.clone_from(&record.after);
        self.version = record.version;
        self.entered_at = record.at;
        self.change(&record.changed);
    }

    /// Refuses a moment before the instance came into its state.
    pub(super) fn not_after(&self, now: Instant) -> Result<()> {
        if now >= self.entered_at {
            return Ok(());
        }
        let message = format!(
            "{now} is before {}, when the instance entered its state",
            self.entered_at
        );
        Err(Error::new(Code::RequestConflict, "/now", message))
    }
}

/// Refuses another version than the actor saw, and an event that lies before the last one.
fn in_order(request: &FireRequest) -> Result<()> {
    let instance = &request.instance;
    if let Some(expected) = request
        .expected_version
        .filter(|expected| *expected != instance.version)
    {
        let message = format!("the instance is at version {}, not {expected}", instance.version);
        let reason = Reason::new(Code::FlowVersion, "/expected_version", message);
        return Err(reason
            .with("version", instance.version)
            .with("state", &instance.state)
            .into());
    }
    instance.not_after(request.now)
}

/// Why the transition may not be taken by this actor with what is given.
pub(super) fn refusals(
    way: &Way,
    transition: &MachineTransition,
    permissions: &[String],
    given: &Map<String, Value>,
    reasons: &mut Vec<Reason>,
) {
    if let Some(needed) = &way.permission {
        let held = |text: &String| text.parse::<Permission>().is_ok_and(|held| held.covers(needed));
        if !permissions.iter().any(held) {
            let message = format!("the permission `{needed}` is needed");
            let reason = Reason::new(Code::TenancyPermissionMissing, "/permissions", message);
            reasons.push(reason.with("permission", needed.as_str()));
        }
    }
    let event = format_args!("`{}`", transition.event);
    missing(&transition.requires, given, event, "/given", reasons);
}

/// What must be given and is not; nothing but blanks says nothing.
fn missing(
    requires: &[String],
    given: &Map<String, Value>,
    asks: impl fmt::Display,
    place: &str,
    reasons: &mut Vec<Reason>,
) {
    let there = |value: &Value| value.as_str().map_or(!value.is_null(), |text| !text.trim().is_empty());
    for field in requires.iter().filter(|field| !given.get(*field).is_some_and(there)) {
        let message = format!("{asks} needs the field `{field}`");
        let reason = Reason::new(Code::FlowFieldMissing, format!("{place}/{field}"), message);
        reasons.push(reason.with("field", field));
    }
}
