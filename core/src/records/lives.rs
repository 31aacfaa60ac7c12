//! The life of a record: how it begins, and what an event of its machine does to it.

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::change::not_writable;
use super::compiled::{Entity, Field, Pack, warned};
use super::deadlines;
use super::definition::FieldKind;
use super::due::instance_of;
use super::outcome::{self, LinkedRecord, RecordChange, UniqueKey};
use super::query::STARS;
use super::reach::{Acting, AtHand, Record, alive, seen};
use super::reckon::{self, Facts, Moment, by_name, fact, facts_of, field_of, fitted, put};
use crate::expression::Expression;
use crate::fault::{Limits, Place, Pointer, shortened};
use crate::flow::{
    FireRequest, Machine, MachineEffect, MachineFired, MachineInstance, MachineRecord, MachineSettled,
    MachineTransition, StartRequest,
};
use crate::tenancy::PolicyVerdict;
use crate::tenancy::access::AccessActor;
use crate::time::{Instant, Zone};
use crate::{Code, Error, Reason, Result};

/// An event of its machine happens to a record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RecordFireRequest {
    /// Of what.
    #[schemars(extend("format" = "reference"))]
    pub entity: String,
    /// Who does it.
    pub actor: AccessActor,
    /// The present moment.
    pub now: Instant,
    /// The zone by whose clock days begin; UTC when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<Zone>,
    /// The record as it is, as lists answer it and with nothing hidden.
    pub before: Record,
    /// What happens.
    #[schemars(extend("format" = "reference"))]
    pub event: String,
    /// What is given with the event: a reason, a payment's reference. What the machine keeps of it is a field of the record.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub given: Record,
    /// Facts that guards look at beside the record's fields.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub facts: Record,
    /// The version that the actor saw; another one is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_version: Option<u64>,
}

/// A record after an event, and what has to be done about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct FiredRecord {
    /// The record as it is now.
    pub record: Record,
    /// What has changed, in the order of the fields.
    pub changes: Vec<RecordChange>,
    /// What no other record may have.
    pub unique: Vec<UniqueKey>,
    /// Records that are linked to anew, to be looked up.
    pub links: Vec<LinkedRecord>,
    /// What to keep of the event.
    pub fired: MachineRecord,
    /// What had happened by itself before it, in order: to be kept and carried out first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub settled: Vec<MachineSettled>,
    /// What the host is to carry out.
    pub effects: Vec<MachineEffect>,
    /// What has happened, in order, such as `ticket:resolve`.
    #[schemars(extend("format" = "name"))]
    pub events: Vec<String>,
    /// The policies that it does not keep by this event, and that are told and stop nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warned: Vec<PolicyVerdict>,
}

/// The beginning of a life.
pub(super) struct Begun {
    pub(super) record: MachineRecord,
    pub(super) effects: Vec<MachineEffect>,
}

/// Lets a new record begin its life: its state, when it came into it, and what the machine stamps.
pub(super) fn begin(
    entity: &Entity,
    machine: &Machine,
    after: &mut Record,
    moment: &Moment,
    actor: &str,
) -> Result<Begun> {
    let definition = machine.definition();
    let wanted = |name: &str| {
        definition.fields.is_empty() || definition.fields.declares(name) || definition.facts.declares(name)
    };
    let mut request = StartRequest::new(moment.now);
    request.id = after.get("id").and_then(Value::as_str).map(str::to_owned);
    request.actor = Some(actor.to_owned());
    request.fields = facts_of(entity, after, wanted);
    let begun = machine
        .start(&request)
        .map_err(|error| error.each_reason(|reason| moved(reason, &[("/fields", "/change")])))?;
    let start = definition.start.as_ref();
    let own = |name: &str| start.is_some_and(|start| start.stamps.contains_key(name) || start.sets.contains_key(name));
    let mut keeping = Keeping {
        entity,
        moment,
        given: &Map::new(),
        place: "/change",
        reasons: Vec::new(),
    };
    let changed = begun.record.changed.iter().filter(|(name, _)| own(name));
    keeping.keep(after, changed);
    Error::unless_empty(keeping.reasons)?;
    enter(entity, after, &begun);
    Ok(Begun {
        record: begun.record,
        effects: begun.effects,
    })
}

/// The record comes into the state in which the machine's instance is.
fn enter(entity: &Entity, record: &mut Record, fired: &MachineFired) {
    if let Some(own) = &entity.definition().machine {
        put(record, &own.field, fired.instance.state.as_str().into());
    }
    put(record, "entered_at", fired.instance.entered_at.to_string().into());
    put(record, "machine_version", fired.instance.machine_version.into());
}

/// Tells a reason at the place that the record's request has for it.
fn moved(reason: &mut Reason, places: &[(&str, &str)]) {
    for (from, to) in places {
        let rest = reason.path.strip_prefix(from);
        if let Some(rest) = rest.filter(|rest| rest.is_empty() || rest.starts_with('/')) {
            reason.path = format!("{to}{rest}");
            return;
        }
    }
}

/// Keeps in the record's fields what a machine stamps and sets.
struct Keeping<'k> {
    entity: &'k Entity,
    moment: &'k Moment,
    /// What was given for fields, in full: an amount with its currency.
    given: &'k Record,
    place: &'k str,
    reasons: Vec<Reason>,
}

impl Keeping<'_> {
    fn keep<'v>(&mut self, record: &mut Record, changed: impl Iterator<Item = (&'v String, &'v Value)>) {
        for (name, value) in changed {
            // What is no field has no place in the record.
            let Some(field) = self.entity.field(name) else {
                continue;
            };
            let given = self.given.get(name).filter(|given| fact(given) == Some(value));
            let value = match given {
                Some(given) => given.clone(),
                None => fitted(field, value.clone(), record, None, &self.moment.zone),
            };
            match field.read(&value, &Place::At(self.place).field(name)) {
                Ok(value) => put(record, name, value),
                Err(reason) => self.reasons.push(*reason),
            }
        }
    }
}

impl Pack {
    /// What an event does to a record, or every reason why it may not happen. Nothing is kept and nothing is carried out.
    pub fn fire(&self, request: &RecordFireRequest) -> Result<FiredRecord> {
        request.bounded()?;
        let holder = self.holder(&request.actor)?;
        let acting = Acting::of(self, &request.entity, &request.actor, &holder)?;
        let entity = acting.entity;
        let row = AtHand::new(entity, &request.before);
        acting.own(&request.before, "/before")?;
        acting.knows(&row, entity.permissions.write)?;
        acting.writes("write")?;
        alive(&request.before)?;
        let Some(machine) = entity.machine_of(&request.before) else {
            let message = format!("`{}` live by no machine; change them instead", entity.plural());
            return Err(Error::new(Code::FlowEventUnknown, "/event", message));
        };
        let firing = Firing {
            pack: self,
            acting: &acting,
            row: &row,
            machine,
        };
        firing.fire(request)
    }
}

/// Somebody, a record and its machine.
pub(super) struct Firing<'f> {
    pub(super) pack: &'f Pack,
    pub(super) acting: &'f Acting<'f>,
    pub(super) row: &'f AtHand<'f>,
    pub(super) machine: &'f Machine,
}

impl Firing<'_> {
    fn fire(&self, request: &RecordFireRequest) -> Result<FiredRecord> {
        let entity = self.acting.entity;
        let moment = Moment::new(request.now, request.zone.as_ref(), &request.actor.id);
        let mut reasons: Vec<Reason> = seen(request.expected_version, &request.before).into_iter().collect();
        let given = self.given(&request.given, &mut reasons);
        let fired = self.machine_fires(request, &given).and_then(|fired| {
            let allowed = self.allowed(&fired.record);
            if allowed {
                Ok(fired)
            } else {
                Err(self.acting.lacks("write", "/actor").into())
            }
        });
        let mut fired = match fired {
            Ok(fired) if reasons.is_empty() => fired,
            Ok(_) => return Err(Error::from_reasons(reasons).unwrap_or_else(|| self.gone(request))),
            Err(error) => {
                let is_lacking = |reason: &Reason| reason.code == Code::TenancyPermissionMissing;
                if !error.reasons().any(is_lacking) {
                    self.may_at_all(&request.event)?;
                }
                // What is at fault by itself was not given to the machine, which then misses it.
                let told: Vec<String> = reasons.iter().map(|reason| reason.path.clone()).collect();
                let others = error.into_reasons().into_iter();
                reasons.extend(others.filter(|reason| !told.contains(&reason.path)));
                return Err(Error::from_reasons(reasons).unwrap_or_else(|| self.gone(request)));
            }
        };
        let mut keeping = Keeping {
            entity,
            moment: &moment,
            given: &given,
            place: "/given",
            reasons,
        };
        let mut after = request.before.clone();
        for step in &fired.settled {
            keeping.keep(&mut after, step.record.changed.iter());
        }
        keeping.keep(&mut after, fired.record.changed.iter());
        let mut reasons = keeping.reasons;
        enter(entity, &mut after, &fired);
        put(&mut after, "version", fired.instance.version.into());
        put(&mut after, "updated_at", request.now.to_string().into());
        let hidden = self.beside_hidden(&request.before, &after, &mut reasons);
        hold(entity, &request.before, &mut after, &moment, &hidden, &mut reasons);
        Error::unless_empty(reasons)?;
        self.veil(&mut fired);
        let happened = fired.settled.iter().map(|step| &step.record).chain([&fired.record]);
        let events = happened.filter_map(|record| Some(format!("{}:{}", entity.name(), record.event.as_ref()?)));
        Ok(FiredRecord {
            changes: outcome::differences(entity.fields().iter(), Some(&request.before), Some(&after)),
            unique: outcome::unique(entity, entity.fields().iter(), Some(&request.before), &after),
            links: outcome::links(
                self.pack,
                entity.fields().iter(),
                Some(&request.before),
                &after,
                "/given",
            ),
            events: events.collect(),
            warned: warned(entity, Some(&request.before), &after, &moment),
            record: after,
            fired: fired.record,
            settled: fired.settled,
            effects: fired.effects,
        })
    }

    /// The entity's checks that look at what is hidden from the actor, by number. Whether one holds would tell what is hidden: an
    /// event that changes something else of it is refused, whatever is there.
    fn beside_hidden(&self, before: &Record, after: &Record, reasons: &mut Vec<Reason>) -> Vec<usize> {
        let entity = self.acting.entity;
        let mut hidden = Vec::new();
        for (number, check) in entity.checks.iter().enumerate() {
            let places = || {
                check
                    .expression
                    .names()
                    .filter_map(|name| entity.place_of(field_of(name)))
            };
            if !places().any(|place| self.acting.hides(place, self.row)) {
                continue;
            }
            hidden.push(number);
            let mut fields = places().filter_map(|place| entity.fields().get(place));
            if fields.any(|field| before.get(field.name()) != after.get(field.name())) {
                let message =
                    "the event changes what is checked against what is hidden from you; ask somebody who sees it";
                reasons.push(Reason::new(Code::RecordsNotWritable, "/event", message));
            }
        }
        hidden
    }

    #[cold]
    fn gone(&self, request: &RecordFireRequest) -> Error {
        let message = format!("`{}` is not possible", shortened(&request.event));
        Error::new(Code::FlowIllegal, "/event", message)
    }

    /// What is given for fields of the record, in the form in which they are kept; everything else as it is.
    fn given(&self, given: &Record, reasons: &mut Vec<Reason>) -> Record {
        let entity = self.acting.entity;
        let mut read = Map::new();
        for (name, value) in by_name(given) {
            let at = Pointer::at("/given").join(name);
            let (Some(place), Some(field)) = (entity.place_of(name), entity.field(name)) else {
                read.insert(name.clone(), value.clone());
                continue;
            };
            let stars = value.as_str() == Some(STARS);
            let hidden = self.acting.hides(place, self.row);
            if stars && (hidden || field.kind() == FieldKind::Secret) {
                let message = format!("`{name}` is hidden, and stars are no value of it; leave it out");
                reasons.push(not_writable(at, name, message));
            } else if hidden {
                let message = format!("there is no field `{}`", shortened(name));
                reasons.push(Reason::new(Code::RequestUnknown, at, message));
            } else {
                // A machine's own idea of an amount is the number alone, in the currency that the record has.
                let whole = fitted(field, value.clone(), self.row.record(), None, &Zone::UTC);
                match field.read(&whole, &Place::At(at.as_str())) {
                    Ok(value) => drop(read.insert(name.clone(), value)),
                    Err(reason) => reasons.push(*reason),
                }
            }
        }
        read
    }

    fn machine_fires(&self, request: &RecordFireRequest, given: &Record) -> Result<MachineFired> {
        let mut fire = FireRequest::new(
            self.instance(&request.before, request.now),
            request.event.as_str(),
            request.now,
        );
        fire.actor = Some(request.actor.id.clone());
        fire.permissions = self.permissions(Some(&request.event));
        fire.facts.clone_from(&request.facts);
        let seen = given.iter().map(|(name, value)| {
            let field = self.acting.entity.field(name);
            let own = field.map_or(Some(value), |_| fact(value));
            (name.clone(), own.cloned().unwrap_or(Value::Null))
        });
        fire.given = seen.collect();
        let fired = self.machine.fire(&fire);
        fired.map_err(|error| error.each_reason(|reason| self.place(reason)))
    }

    /// Tells what a machine says of its instance at the record's own places.
    pub(super) fn place(&self, reason: &mut Reason) {
        let definition = self.acting.entity.definition();
        let field = definition.machine.as_ref().map_or("", |own| own.field.as_str());
        let state = format!("/before/{field}");
        let places = [
            ("/instance/fields", "/before"),
            ("/instance/state", state.as_str()),
            ("/instance/machine", "/before/machine_version"),
            ("/permissions", "/actor"),
        ];
        moved(reason, &places);
    }

    /// The record as the machine knows it.
    pub(super) fn instance(&self, record: &Record, now: Instant) -> MachineInstance {
        instance_of(self.acting.entity, self.machine, record, now)
    }

    /// The permissions that the machine's transitions ask for and that the actor has for this record.
    pub(super) fn permissions(&self, event: Option<&str>) -> Vec<String> {
        let transitions = self.machine.definition().transitions.iter();
        let asked = transitions.filter(|one| event.is_none_or(|event| one.event == event));
        let mut held: Vec<String> = Vec::new();
        for permission in asked.filter_map(|one| one.permission.as_ref()) {
            let known = self.pack.access().permission(permission);
            let may = known.map_or(self.acting.actor.super_admin, |own| self.acting.may(own, self.row));
            if may && !held.contains(permission) {
                held.push(permission.clone());
            }
        }
        held
    }

    /// Whoever may not do it from any state is told so, and not what the record lacks for it.
    fn may_at_all(&self, event: &str) -> Result<()> {
        let held = self.permissions(Some(event));
        let ways = self.machine.definition().transitions.iter();
        let ways: Vec<&MachineTransition> = ways.filter(|way| way.event == event).collect();
        let may = |way: &&MachineTransition| match &way.permission {
            Some(needed) => held.contains(needed),
            None => self.may_write(),
        };
        if ways.is_empty() || ways.iter().any(may) {
            return Ok(());
        }
        let Some(needed) = ways.iter().find_map(|way| way.permission.as_ref()) else {
            return Err(self.acting.lacks("write", "/actor").into());
        };
        let message = format!("the permission `{needed}` is needed");
        let reason = Reason::new(Code::TenancyPermissionMissing, "/actor", message);
        Err(reason.with("permission", needed.as_str()).into())
    }

    /// Whether the actor may do what happened: an event without a permission of its own is a change like others.
    fn allowed(&self, record: &MachineRecord) -> bool {
        let event = record.event.as_deref().unwrap_or_default();
        !self.is_open(event, record.before.as_deref().unwrap_or_default(), &record.after) || self.may_write()
    }

    pub(super) fn may_write(&self) -> bool {
        self.acting.may(self.acting.entity.permissions.write, self.row)
    }

    /// Whether a way from a state to another asks for no permission.
    pub(super) fn is_open(&self, event: &str, before: &str, after: &str) -> bool {
        let mut transitions = self.machine.definition().transitions.iter();
        transitions.any(|one| {
            let leads = one.from.iter().any(|from| from == before || from == "*");
            one.event == event && one.to == after && leads && one.permission.is_none()
        })
    }

    /// Secrets that were given stand in no history.
    fn veil(&self, fired: &mut MachineFired) {
        for field in self.acting.entity.fields().iter().filter(|field| is_secret(field)) {
            let steps = fired.settled.iter_mut().map(|step| &mut step.record);
            for record in steps.chain([&mut fired.record]) {
                for values in [&mut record.given, &mut record.changed] {
                    if let Some(value) = values.get_mut(field.name()).filter(|value| !value.is_null()) {
                        *value = STARS.into();
                    }
                }
            }
        }
    }
}

fn is_secret(field: &Field) -> bool {
    field.kind() == FieldKind::Secret
}

/// What is reckoned of the record after an event, and whether it still holds together.
fn hold(
    entity: &Entity,
    before: &Record,
    after: &mut Record,
    moment: &Moment,
    hidden: &[usize],
    reasons: &mut Vec<Reason>,
) {
    let mut faulty: Vec<usize> = Vec::new();
    let mut told = Vec::new();
    let there = |record: &Record, field: &Field| record.get(field.name()).is_some_and(|value| !value.is_null());
    let needed = entity.fields().iter().filter(|field| field.definition().required);
    for field in needed.filter(|field| there(before, field) && !there(after, field)) {
        let message = format!("the field `{}` is missing", field.name());
        told.push(Reason::new(
            Code::RequestMissing,
            Pointer::at("/given").join(field.name()),
            message,
        ));
    }
    told.extend(deadlines::reckoned(entity, Some(before), after, moment, &mut faulty));
    let unasked = |expression: &Expression| {
        let checks = entity.checks.iter().enumerate();
        let mut own = checks.filter(|(_, check)| check.expression == *expression);
        own.any(|(number, _)| hidden.contains(&number))
    };
    let skip = |expression: &Expression| {
        let mut places = expression.names().filter_map(|name| entity.place_of(field_of(name)));
        unasked(expression) || places.any(|place| faulty.contains(&place))
    };
    let facts = Facts {
        entity,
        record: after,
        moment,
    };
    reckon::checks(&facts, skip, &mut told);
    for reason in &mut told {
        moved(reason, &[("/change", "/given")]);
    }
    reasons.append(&mut told);
}
