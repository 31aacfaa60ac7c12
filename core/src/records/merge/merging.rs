//! Two records on their way to one.

use std::collections::BTreeSet;

use serde_json::Value;

use super::super::change::{CheckedRecord, RecordCheckRequest, not_writable};
use super::super::compiled::{Entity, Field, Pack};
use super::super::definition::FieldKind;
use super::super::outcome::{self, LinkedRecord, is_link, is_own};
use super::super::reach::{Record, alive, not_found, seen, version};
use super::super::reckon::{Facts, Moment, put};
use super::{MergeSide, MergedRecord, RecordMergeRequest, unchosen};
use crate::fault::{Pointer, shortened};
use crate::tenancy::access::Holder;
use crate::{Code, Error, Reason, Result};

/// What is not there.
static NOTHING: Value = Value::Null;

/// What becomes of both; every reason why they may not become one is told at once.
pub(super) fn merged(
    pack: &Pack,
    entity: &Entity,
    request: &RecordMergeRequest,
    holder: &Holder,
) -> Result<MergedRecord> {
    let mut merging = Merging {
        pack,
        entity,
        request,
        change: Record::new(),
        taken: Vec::new(),
        given_up: Vec::new(),
        reasons: Vec::new(),
    };
    merging.stand();
    merging.choose();
    merging.finish(holder)
}

/// One that stays, and one that goes.
struct Merging<'m> {
    pack: &'m Pack,
    entity: &'m Entity,
    request: &'m RecordMergeRequest,
    /// What becomes another value of the kept one.
    change: Record,
    taken: Vec<String>,
    /// What only one may have, and the other one has no more.
    given_up: Vec<&'m str>,
    reasons: Vec<Reason>,
}

impl<'m> Merging<'m> {
    /// What stands against it whatever the values are.
    fn stand(&mut self) {
        let request = self.request;
        if id(&request.kept) == id(&request.other) {
            let message = "a record does not become one with itself; name another one";
            self.reasons.push(Reason::new(Code::RequestConflict, "/other", message));
        }
        for (record, place) in [
            (&request.kept, "/kept/deleted_at"),
            (&request.other, "/other/deleted_at"),
        ] {
            if alive(record).is_err() {
                let message = "the record was deleted; restore it first";
                self.reasons.push(Reason::new(Code::RequestConflict, place, message));
            }
        }
        self.reasons.extend(seen(request.expected_version, &request.kept));
        if let Some(mut reason) = seen(request.other_version, &request.other) {
            "/other_version".clone_into(&mut reason.path);
            self.reasons.push(reason);
        }
        self.condition();
    }

    /// What the entity says of those that go into others. What it looks at and is not there does not hold.
    fn condition(&mut self) {
        let (entity, request) = (self.entity, self.request);
        let Some(compiled) = &entity.merges else {
            return;
        };
        let moment = Moment::new(request.now, request.zone.as_ref(), &request.actor.id);
        let facts = Facts {
            entity,
            record: &request.other,
            moment: &moment,
        };
        if compiled.expression.holds_of(&facts, "/other").unwrap_or(false) {
            return;
        }
        let own = entity.definition().merge.as_ref();
        let text = own.and_then(|own| own.when.as_deref()).unwrap_or_default();
        let message = format!(
            "this `{}` does not go into another one: `{}` does not hold of it",
            entity.name(),
            shortened(text)
        );
        let reason = Reason::new(Code::RecordsCheck, "/other", message);
        self.reasons.push(reason.with("check", text));
    }

    /// Whose values stay.
    fn choose(&mut self) {
        let (entity, request) = (self.entity, self.request);
        for name in request.fields.keys().filter(|name| entity.field(name).is_none()) {
            let at = Pointer::at("/fields").join(name);
            self.reasons
                .push(Reason::new(Code::RequestUnknown, at, entity.no_field(name)));
        }
        for field in entity.fields() {
            match unchosen(entity, field) {
                None => self.choose_of(field),
                Some(why) => self.stay(field, why),
            }
        }
    }

    /// A field of which nobody says whose value stays: it is the kept one's. A link to the other one leads nowhere any more.
    fn stay(&mut self, field: &'m Field, why: &str) {
        let name = field.name();
        if self.request.fields.contains_key(name) {
            let at = Pointer::at("/fields").join(name);
            self.reasons.push(not_writable(at, name, format!("`{name}` {why}")));
        }
        let own = value(&self.request.kept, name);
        let left = self.own(field);
        if left != *own {
            self.change.insert(name.to_owned(), left);
        }
    }

    fn choose_of(&mut self, field: &'m Field) {
        let (request, name) = (self.request, field.name());
        let (own, theirs) = (value(&request.kept, name), value(&request.other, name));
        let usual = match is_empty(own) && !is_empty(theirs) {
            true => MergeSide::Other,
            false => MergeSide::Kept,
        };
        let side = request.fields.get(name).copied().unwrap_or(usual);
        let chosen = match side {
            MergeSide::Kept => self.own(field),
            MergeSide::Other => self.theirs(field),
            MergeSide::Both if matches!(field.kind(), FieldKind::Links | FieldKind::Tags) => {
                both(&self.own(field), &self.theirs(field))
            }
            MergeSide::Both => {
                let message = format!("`both` is said of lists of links; of `{name}` say `kept` or `other`");
                let at = Pointer::at("/fields").join(name);
                self.reasons.push(Reason::new(Code::RequestRange, at, message));
                return;
            }
        };
        if chosen == *own || (is_empty(&chosen) && is_empty(own)) {
            return;
        }
        if side != MergeSide::Kept {
            self.taken.push(name.to_owned());
        }
        if field.definition().unique && !is_empty(&chosen) {
            self.give_up(field);
        }
        self.change.insert(name.to_owned(), chosen);
    }

    /// What only one may have and the kept one takes over, the other one gives up.
    fn give_up(&mut self, field: &'m Field) {
        let (name, soft) = (field.name(), &self.entity.definition().soft_delete);
        let frees = soft.iter().flat_map(|soft| &soft.frees);
        if frees.into_iter().any(|freed| freed == name) {
            return;
        }
        if !field.definition().required {
            self.given_up.push(name);
            return;
        }
        let message = format!(
            "only one may have this `{name}`, and the record that goes needs it still; keep the other value, or let `soft_delete` free it"
        );
        let reason = Reason::new(Code::RecordsTaken, Pointer::at("/fields").join(name), message);
        self.reasons.push(reason.with("field", name));
    }

    /// A value of the kept one without links to the other one; what it links to itself by is its own.
    fn own(&self, field: &Field) -> Value {
        self.without(field, &self.request.kept, &[&self.request.other])
    }

    /// A value of the other one without links to one of both: those would be of the record to itself.
    fn theirs(&self, field: &Field) -> Value {
        self.without(field, &self.request.other, &[&self.request.kept, &self.request.other])
    }

    /// The value of a record without links to these.
    fn without(&self, field: &Field, record: &Record, to: &[&Record]) -> Value {
        let value = value(record, field.name()).clone();
        if !is_link(field) || field.target() != self.pack.place(self.entity) {
            return value;
        }
        let leads = |own: &Value| own.as_str().is_some_and(|own| to.iter().any(|to| id(to) == Some(own)));
        match value {
            Value::Array(ids) => ids.into_iter().filter(|own| !leads(own)).collect(),
            own if leads(&own) => Value::Null,
            own => own,
        }
    }

    fn finish(mut self, holder: &Holder) -> Result<MergedRecord> {
        let other = self.gone();
        let checked = self.checked(holder);
        let Some(checked) = checked.filter(|_| self.reasons.is_empty()) else {
            return Err(Error::from_reasons(self.reasons).unwrap_or_else(|| not_found(self.entity)));
        };
        let (entity, request) = (self.entity, self.request);
        let left = self.left(&checked.record);
        let mut record = checked.record;
        put(&mut record, "version", (version(&request.kept) + 1).into());
        put(&mut record, "updated_at", request.now.to_string().into());
        let merged = format!("{}:merged", entity.name());
        Ok(MergedRecord {
            left,
            changes: checked.changes,
            unique: checked.unique,
            links: checked.links.into_iter().map(linked).collect(),
            other_changes: outcome::differences(entity.fields().iter(), Some(&request.other), Some(&other)),
            other,
            taken: self.taken,
            referring: self.pack.referring(entity),
            events: [merged].into_iter().chain(checked.events).collect(),
            other_events: vec![format!("{}:deleted", entity.name())],
            record,
        })
    }

    /// The kept one with what it takes over, checked as every change is.
    fn checked(&mut self, holder: &Holder) -> Option<CheckedRecord> {
        let request = self.request;
        // That it was deleted is told.
        alive(&request.kept).ok()?;
        let change = std::mem::take(&mut self.change);
        let mut check =
            RecordCheckRequest::new(request.entity.as_str(), request.actor.clone(), request.now).with_change(change);
        check.zone.clone_from(&request.zone);
        check.before = Some(request.kept.clone());
        match self.pack.relink_by(&check, holder) {
            Ok(checked) => Some(checked),
            Err(error) => {
                let error = error.each_reason(|reason| {
                    for (from, to) in [("/change", "/fields"), ("/before", "/kept")] {
                        if let Some(rest) = reason.path.strip_prefix(from) {
                            reason.path = format!("{to}{rest}");
                        }
                    }
                });
                self.reasons.extend(error.into_reasons());
                None
            }
        }
    }

    /// The fields in which the other one says what nobody says any more: neither the record that stays, nor who leads to whom of both.
    fn left(&self, record: &Record) -> Vec<String> {
        let fields = self.entity.fields().iter();
        let fields = fields.filter(|field| is_own(field) && field.computed.is_none());
        let is_left = |field: &&Field| {
            let now = value(record, field.name());
            let theirs = self.theirs(field);
            if is_empty(&theirs) {
                return false;
            }
            match (now, &theirs) {
                // What it is nobody sees.
                _ if field.kind() == FieldKind::Secret => true,
                (Value::Array(now), Value::Array(theirs)) => {
                    let now: BTreeSet<&str> = now.iter().filter_map(Value::as_str).collect();
                    let mut theirs = theirs.iter().filter_map(Value::as_str);
                    theirs.any(|entry| !now.contains(entry))
                }
                (now, theirs) => now != theirs,
            }
        };
        fields.filter(is_left).map(|field| field.name().to_owned()).collect()
    }

    /// The other one as it is kept.
    fn gone(&mut self) -> Record {
        let (entity, request) = (self.entity, self.request);
        let mut after = request.other.clone();
        put(&mut after, "version", (version(&request.other) + 1).into());
        put(&mut after, "updated_at", request.now.to_string().into());
        put(&mut after, "deleted_at", request.now.to_string().into());
        for name in &self.given_up {
            put(&mut after, name, Value::Null);
        }
        // What led to itself leads to where it is.
        let ends = id(&request.other).zip(id(&request.kept));
        for field in entity.fields().iter().filter(|field| is_link(field)) {
            let own = value(&request.other, field.name());
            if let Some(elsewhere) = ends.and_then(|(from, to)| field.pointed_elsewhere(own, from, to)) {
                put(&mut after, field.name(), elsewhere);
            }
        }
        if !self.given_up.is_empty()
            && let Err(error) = entity.reckon(&mut after)
        {
            let error = error.each_reason(|reason| "/other".clone_into(&mut reason.path));
            self.reasons.extend(error.into_reasons());
        }
        after
    }
}

/// A link to be looked up, at the place that whose values stay is said.
fn linked(mut link: LinkedRecord) -> LinkedRecord {
    if let Some(rest) = link.path.strip_prefix("/change") {
        link.path = format!("/fields{rest}");
    }
    link
}

fn id(record: &Record) -> Option<&str> {
    record.get("id").and_then(Value::as_str)
}

fn value<'r>(record: &'r Record, name: &str) -> &'r Value {
    record.get(name).unwrap_or(&NOTHING)
}

/// Whether a value says nothing.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(entries) => entries.is_empty(),
        Value::Object(parts) => parts.is_empty(),
        _ => false,
    }
}

/// The entries of both lists, each once.
fn both(own: &Value, theirs: &Value) -> Value {
    let mut seen = BTreeSet::new();
    let entries = [own, theirs].into_iter().filter_map(Value::as_array).flatten();
    let entries = entries.filter(|entry| entry.as_str().is_none_or(|id| seen.insert(id)));
    entries.cloned().collect()
}
