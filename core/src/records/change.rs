//! A change to a record, or a new one: checked whole, with all that follows from it.

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::compiled::{Entity, Field, Pack, warned};
use super::definition::FieldKind;
use super::numbering::NumberWanted;
use super::outcome::{self, LinkedRecord, RecordChange, UniqueKey, is_link, is_own};
use super::query::{STARS, Test};
use super::reach::{Acting, AtHand, Record, alive, closed, seen, unwritable, version};
use super::reckon::{self, Facts, Moment, by_name, field_of, put};
use super::{deadlines, lives};
use crate::expression::Expression;
use crate::fault::{Limits, Place, Pointer, near, shortened};
use crate::flow::{MachineEffect, MachineRecord};
use crate::tenancy::PolicyVerdict;
use crate::tenancy::access::{AccessActor, Holder};
use crate::time::{Instant, Zone};
use crate::{Code, Error, Reason, Result};

/// Where a request has the fields that are to change.
const CHANGE: Place<'static> = Place::At("/change");

/// A change to a record, or a new one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RecordCheckRequest {
    /// Of what.
    #[schemars(extend("format" = "reference"))]
    pub entity: String,
    /// Who changes it.
    pub actor: AccessActor,
    /// The present moment.
    pub now: Instant,
    /// The zone by whose clock days begin; UTC when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<Zone>,
    /// The id of a new record, made by the host.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub id: Option<String>,
    /// The record as it is, as lists answer it and with nothing hidden; none for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Record>,
    /// Fields with their values: `null` clears, what is absent stays.
    #[serde(default)]
    pub change: Record,
    /// Whether it is the whole record: what is absent is cleared, as far as the actor may see and write it.
    #[serde(default)]
    pub replace: bool,
    /// The version that the actor saw; another one is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_version: Option<u64>,
}

/// A record that may be kept, and what has to be done about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct CheckedRecord {
    /// The record as it is now.
    pub record: Record,
    /// What has changed, in the order of the fields.
    pub changes: Vec<RecordChange>,
    /// What no other record may have.
    pub unique: Vec<UniqueKey>,
    /// Records that are linked to anew, to be looked up.
    pub links: Vec<LinkedRecord>,
    /// The number that is to be taken for it.
    pub number: Option<NumberWanted>,
    /// What to keep of the beginning of its life.
    pub started: Option<MachineRecord>,
    /// What the host is to carry out.
    pub effects: Vec<MachineEffect>,
    /// What has happened, such as `customer:created`.
    #[schemars(extend("format" = "name"))]
    pub events: Vec<String>,
    /// The policies that it does not keep by this change, and that are told and stop nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warned: Vec<PolicyVerdict>,
}

impl Pack {
    /// What becomes of a record by a change, or every reason why it may not be. Nothing is kept: the host does that.
    pub fn check(&self, request: &RecordCheckRequest) -> Result<CheckedRecord> {
        request.bounded()?;
        let holder = self.holder(&request.actor)?;
        self.check_by(request, &holder)
    }

    /// The same for somebody whose rights are known; the request is within its limits.
    pub fn check_by(&self, request: &RecordCheckRequest, holder: &Holder) -> Result<CheckedRecord> {
        self.change_by(request, holder, true)
    }

    /// The same where links are pointed elsewhere, as the records that they led to have become one: by somebody who may write the record,
    /// whoever else writes the link.
    pub fn relink_by(&self, request: &RecordCheckRequest, holder: &Holder) -> Result<CheckedRecord> {
        self.change_by(request, holder, false)
    }

    fn change_by(&self, request: &RecordCheckRequest, holder: &Holder, by_people: bool) -> Result<CheckedRecord> {
        let acting = Acting::of(self, &request.entity, &request.actor, holder)?;
        let write = acting.entity.permissions.write;
        let row = request.before.as_ref().map(|before| AtHand::new(acting.entity, before));
        match (&row, &request.before) {
            (Some(row), Some(before)) => {
                acting.needs(row, write, "write")?;
                alive(before)?;
            }
            _ => {
                acting.writes("write")?;
                if acting.reader.may(write) == Test::Constant(false) {
                    return Err(acting.lacks("write", "/actor").into());
                }
            }
        }
        let mut changing = Changing::new(&acting, request, row.as_ref());
        changing.by_people = by_people;
        changing.apply();
        changing.fill();
        let begun = changing.begin();
        changing.settle();
        Error::unless_empty(changing.reasons)?;
        let after = changing.after;
        let warned = warned(acting.entity, request.before.as_ref(), &after, &changing.moment);
        Ok(checked(self, &acting, request, (after, warned), begun))
    }
}

/// What has to be done about a record that may be kept.
fn checked(
    pack: &Pack,
    acting: &Acting<'_>,
    request: &RecordCheckRequest,
    (mut after, warned): (Record, Vec<PolicyVerdict>),
    begun: Option<lives::Begun>,
) -> CheckedRecord {
    let (entity, before) = (acting.entity, request.before.as_ref());
    let touched = touched(entity, request);
    let fields = || touched.iter().copied();
    let changes = outcome::differences(fields(), before, Some(&after));
    let is_new = before.is_none();
    let is_other = is_new || !changes.is_empty();
    if is_other && entity.definition().series.is_none() {
        put(&mut after, "version", (before.map_or(0, version) + 1).into());
        put(&mut after, "updated_at", request.now.to_string().into());
    }
    let word = if is_new { "created" } else { "updated" };
    let (started, effects) = begun.map_or((None, Vec::new()), |begun| (Some(begun.record), begun.effects));
    CheckedRecord {
        unique: outcome::unique(entity, fields(), before, &after),
        links: outcome::links(pack, fields(), before, &after, "/change"),
        number: is_new.then(|| NumberWanted::of(pack, entity)).flatten(),
        events: is_other
            .then(|| format!("{}:{word}", entity.name()))
            .into_iter()
            .collect(),
        record: after,
        changes,
        started,
        effects,
        warned,
    }
}

/// The fields that can be others than before, in their order: those that were sent or are reckoned, and of a whole record all.
fn touched<'e>(entity: &'e Entity, request: &RecordCheckRequest) -> Vec<&'e Field> {
    let fields = entity.fields();
    if request.before.is_none() || request.replace {
        return fields.iter().collect();
    }
    let sent = request.change.keys().filter_map(|name| entity.place_of(name));
    let follows = |field: &Field| field.computed.is_some() || field.timed;
    let reckoned = (0..fields.len()).filter(|place| fields.get(*place).is_some_and(follows));
    let mut places: Vec<usize> = sent.chain(reckoned).collect();
    places.sort_unstable();
    places.dedup();
    places.into_iter().filter_map(|place| fields.get(place)).collect()
}

/// A record on its way from what it was to what it will be.
struct Changing<'c> {
    acting: &'c Acting<'c>,
    request: &'c RecordCheckRequest,
    /// Whether its links are changed as people change them, who do not write every one.
    by_people: bool,
    before: Option<&'c AtHand<'c>>,
    after: Record,
    moment: Moment,
    reasons: Vec<Reason>,
    /// The fields whose values cannot be relied on.
    faulty: Vec<usize>,
}

impl<'c> Changing<'c> {
    fn new(acting: &'c Acting<'c>, request: &'c RecordCheckRequest, before: Option<&'c AtHand<'c>>) -> Self {
        let mut changing = Changing {
            moment: Moment::new(request.now, request.zone.as_ref(), &request.actor.id),
            after: request.before.clone().unwrap_or_default(),
            acting,
            request,
            by_people: true,
            before,
            reasons: Vec::new(),
            faulty: Vec::new(),
        };
        match &request.before {
            Some(before) => changing.reasons.extend(seen(request.expected_version, before)),
            None => changing.originate(),
        }
        changing
    }

    /// What every record has from its beginning.
    fn originate(&mut self) {
        let entity = self.acting.entity;
        if !entity.is_platform() {
            let tenant = self.request.actor.tenant.as_str();
            self.after.insert("tenant_id".to_owned(), tenant.into());
        }
        for column in entity.columns().iter().filter(|column| column.field.is_none()) {
            self.after.insert(column.name.clone(), Value::Null);
        }
        for field in entity.fields().iter().filter(|field| is_own(field)) {
            self.after.insert(field.name().to_owned(), Value::Null);
        }
        if entity.definition().series.is_some() {
            return;
        }
        put(&mut self.after, "created_at", self.request.now.to_string().into());
        match self.request.id.as_deref().map(super::values::id) {
            Some(Some(id)) => put(&mut self.after, "id", id.into()),
            Some(None) => {
                let message = "an id is a UUID such as \"01890a5d-ac96-774b-bcce-b302099a8057\"";
                self.reasons.push(Reason::new(Code::RequestRange, "/id", message));
            }
            None => {
                let message = "a new record needs an `id`, made by the host";
                self.reasons.push(Reason::new(Code::RequestMissing, "/id", message));
            }
        }
    }

    /// Whether a field was hidden from the actor before the change; of a new record that is known once it is whole.
    fn hides(&self, place: usize) -> bool {
        self.before.is_some_and(|row| self.acting.hides(place, row))
    }

    fn fault(&mut self, place: usize, reason: Reason) {
        self.faulty.push(place);
        self.reasons.push(reason);
    }

    /// Takes over what people sent, field by field.
    fn apply(&mut self) {
        let (entity, request) = (self.acting.entity, self.request);
        for (name, value) in by_name(&request.change) {
            let at = CHANGE.field(name);
            let found = entity.place_of(name);
            let Some((place, field)) = found.and_then(|place| Some((place, entity.fields().get(place)?))) else {
                let reason = self.no_field(name, &at);
                self.reasons.push(reason);
                continue;
            };
            let stars = value.as_str() == Some(STARS);
            let hidden = self.hides(place);
            if stars && (hidden || field.kind() == FieldKind::Secret) {
                let message = format!("`{name}` is hidden, and stars are no value of it; leave it out");
                self.fault(place, not_writable(&at, name, message));
            } else if hidden {
                let reason = self.no_field(name, &at);
                self.fault(place, reason);
            } else if let Some(why) = unwritable(entity, field).filter(|_| self.by_people || !is_link(field)) {
                self.reasons.push(not_writable(&at, name, format!("`{name}` {why}")));
            } else {
                match field.read(value, &at) {
                    Ok(value) => put(&mut self.after, name, value),
                    Err(reason) => self.fault(place, *reason),
                }
            }
        }
        self.unseen();
    }

    /// Refuses fields of a new record that the actor will not see of it.
    fn unseen(&mut self) {
        let entity = self.acting.entity;
        if self.before.is_some() || entity.masks.is_empty() {
            return;
        }
        let row = AtHand::new(entity, &self.after);
        let sent = by_name(&self.request.change).into_iter();
        let named = sent.filter_map(|(name, _)| entity.place_of(name));
        let hidden = named.filter(|place| !self.faulty.contains(place) && self.acting.hides(*place, &row));
        for place in hidden.collect::<Vec<_>>() {
            if let Some(field) = entity.fields().get(place) {
                let reason = self.no_field(field.name(), &CHANGE.field(field.name()));
                self.fault(place, reason);
            }
        }
    }

    /// That there is no such field: said alike of what is not there and of what may not be seen.
    fn no_field(&self, name: &str, at: &Place<'_>) -> Reason {
        let entity = self.acting.entity;
        let own = entity.columns().iter().filter(|column| column.field.is_none());
        if own
            .map(|column| column.name.as_str())
            .chain(["tenant_id"])
            .any(|own| own == name)
        {
            return not_writable(at, name, format!("`{name}` is kept by the engine; leave it out"));
        }
        let fields = entity.fields().iter().enumerate();
        let seen: Vec<&str> = fields
            .filter(|(place, _)| match self.before {
                Some(row) => !self.acting.hides(*place, row),
                None => self.acting.reader.names(*place),
            })
            .map(|(_, field)| field.name())
            .collect();
        let hint = near(name, seen.iter().copied());
        let message = format!("there is no field `{}`{hint}", shortened(name));
        Reason::new(Code::RequestUnknown, at, message)
    }

    /// Defaults of a new record, and what a whole record clears by leaving it out.
    fn fill(&mut self) {
        let (entity, request) = (self.acting.entity, self.request);
        if self.before.is_some() && !request.replace {
            return;
        }
        for (place, field) in entity.fields().iter().enumerate() {
            let absent = !request.change.contains_key(field.name());
            let keeps = self.before.is_some() && (field.kind() == FieldKind::Secret || self.hides(place));
            if !absent || keeps || !is_own(field) || unwritable(entity, field).is_some_and(|_| self.before.is_some()) {
                continue;
            }
            let default = field.definition().default.as_ref().unwrap_or(&Value::Null);
            // A default was read when the pack was loaded.
            if let Ok(value) = field.read(default, &Place::Root) {
                put(&mut self.after, field.name(), value);
            }
        }
    }

    /// The beginning of a new record's life.
    fn begin(&mut self) -> Option<lives::Begun> {
        let entity = self.acting.entity;
        let machine = entity.machine().filter(|_| self.before.is_none())?;
        if let Some(closed) = closed(entity) {
            self.reasons.push(closed);
            return None;
        }
        match lives::begin(entity, machine, &mut self.after, &self.moment, &self.request.actor.id) {
            Ok(begun) => Some(begun),
            Err(error) => {
                let faulty: Vec<Pointer> = self.faulty_places();
                let told = error.into_reasons().into_iter();
                let told = told.filter(|reason| faulty.iter().all(|place| place.as_str() != reason.path));
                self.reasons.extend(told);
                None
            }
        }
    }

    fn faulty_places(&self) -> Vec<Pointer> {
        let fields = self
            .faulty
            .iter()
            .filter_map(|place| self.acting.entity.fields().get(*place));
        fields.map(|field| Pointer::at("/change").join(field.name())).collect()
    }

    /// What is reckoned, what is needed, who may keep it so, and whether it holds together.
    fn settle(&mut self) {
        let entity = self.acting.entity;
        let before = self.request.before.as_ref();
        let told = deadlines::reckoned(entity, before, &mut self.after, &self.moment, &mut self.faulty);
        self.tell_reckoned(told);
        self.required();
        let row = AtHand::new(entity, &self.after);
        // What is at fault may be what names the actor.
        if self.faulty.is_empty() && !self.acting.may(entity.permissions.write, &row) {
            self.reasons.push(self.acting.lacks("write", "/change"));
        }
        self.hold();
    }

    /// What is wrong with what is reckoned. Of what is hidden neither the name nor the value is told.
    fn tell_reckoned(&mut self, told: Vec<Reason>) {
        let entity = self.acting.entity;
        let row = AtHand::new(entity, &self.after);
        let is_hidden = |reason: &Reason| {
            let name = reason.path.rsplit('/').next().unwrap_or_default();
            let place = entity.place_of(name);
            place.is_some_and(|place| {
                if self.before.is_some() {
                    self.hides(place)
                } else {
                    self.acting.hides(place, &row)
                }
            })
        };
        let (hidden, seen): (Vec<Reason>, Vec<Reason>) = told.into_iter().partition(is_hidden);
        if !hidden.is_empty() {
            let message =
                "a value that is reckoned from what is hidden from you does not fit; ask somebody who sees it";
            self.reasons
                .push(Reason::new(Code::RecordsNotWritable, "/change", message));
        }
        self.reasons.extend(seen);
    }

    fn required(&mut self) {
        let entity = self.acting.entity;
        let row = AtHand::new(entity, &self.after);
        let mut reasons = Vec::new();
        for (place, field) in entity.fields().iter().enumerate() {
            let needed = field.definition().required && !self.faulty.contains(&place);
            let there = self.after.get(field.name()).is_some_and(is_there);
            if !needed || there || unwritable(entity, field).is_some() {
                continue;
            }
            let hidden = match self.before {
                // Whether there is something hidden is not told.
                Some(_) if self.hides(place) => continue,
                Some(_) => false,
                None => self.acting.hides(place, &row),
            };
            if hidden {
                let message = "a field that you may not see is needed; ask somebody who may";
                reasons.push(Reason::new(Code::RequestMissing, "/change", message));
                continue;
            }
            let message = format!("the field `{}` is missing", field.name());
            reasons.push(Reason::new(Code::RequestMissing, &CHANGE.field(field.name()), message));
        }
        reasons.dedup();
        self.reasons.append(&mut reasons);
    }

    /// The entity's checks. Whether one holds that looks at something hidden would tell what is hidden: who does not see it cannot
    /// change what it is checked against.
    fn hold(&mut self) {
        let entity = self.acting.entity;
        let hidden = |expression: &Expression| {
            let places = expression.names().filter_map(|name| entity.place_of(field_of(name)));
            self.before.is_some() && places.into_iter().any(|place| self.hides(place))
        };
        let mut reasons = Vec::new();
        for compiled in entity.checks.iter().filter(|own| hidden(&own.expression)) {
            reasons.extend(self.beside_hidden(&compiled.expression));
        }
        let faulty = |expression: &Expression| {
            let mut places = expression.names().filter_map(|name| entity.place_of(field_of(name)));
            !self.faulty.is_empty() && places.any(|place| self.faulty.contains(&place))
        };
        let facts = Facts {
            entity,
            record: &self.after,
            moment: &self.moment,
        };
        reckon::checks(&facts, |own| hidden(own) || faulty(own), &mut reasons);
        self.reasons.append(&mut reasons);
    }

    /// The changed fields that a check holds against what is hidden.
    fn beside_hidden(&self, expression: &Expression) -> Vec<Reason> {
        let entity = self.acting.entity;
        let names = expression.names().map(field_of);
        let fields = names.filter_map(|name| Some((entity.place_of(name)?, entity.field(name)?)));
        let changed = fields.filter(|(place, field)| {
            let old = self.request.before.as_ref().and_then(|before| before.get(field.name()));
            let new = self.after.get(field.name());
            !self.hides(*place) && old.unwrap_or(&Value::Null) != new.unwrap_or(&Value::Null)
        });
        let told = |(_, field): (usize, &Field)| {
            let name = field.name();
            let message = format!("`{name}` is checked against what is hidden from you; ask somebody who sees it");
            not_writable(&CHANGE.field(name), name, message)
        };
        changed.map(told).collect()
    }
}

/// Whether a value says something: a text without a letter does not.
fn is_there(value: &Value) -> bool {
    value.as_str().map_or(!value.is_null(), |text| !text.is_empty())
}

pub(super) fn not_writable(at: impl Into<String>, name: &str, message: String) -> Reason {
    Reason::new(Code::RecordsNotWritable, at, message).with("field", name)
}
