//! What a screen needs to show a record and to ask for one: fields in groups, each with its rules, and what may happen.

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::compiled::{Field, Pack};
use super::definition::FieldKind;
use super::kinds::KindFamily;
use super::lives::Firing;
use super::query::Test;
use super::reach::{Acting, AtHand, Record, not_found, unwritable};
use crate::fault::Limits;
use crate::flow::AllowedRequest;
use crate::money::{Currency, Decimal};
use crate::tenancy::access::{AccessActor, PermissionId};
use crate::time::{Day, Instant};
use crate::{Reason, Result};

/// What does a screen need for a record?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RecordFormRequest {
    /// Of what.
    #[schemars(extend("format" = "reference"))]
    pub entity: String,
    /// Who looks at it.
    pub actor: AccessActor,
    /// The present moment.
    pub now: Instant,
    /// The record with nothing hidden; none for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<Record>,
}

/// The form of an entity's records for somebody.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct RecordForm {
    /// What people read above it.
    #[schemars(extend("format" = "text"))]
    pub label: String,
    /// The groups, in their order.
    pub groups: Vec<FormGroup>,
    /// The events of the record's machine; none for a new one.
    pub events: Vec<FormEvent>,
    /// Whether the actor may read the record, or any when there is none.
    pub can_read: bool,
    /// Whether they may change it, or make one.
    pub can_write: bool,
    /// Whether they may delete it, or any.
    pub can_delete: bool,
}

/// Fields that stand together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct FormGroup {
    /// What people read above them.
    #[schemars(extend("format" = "text"))]
    pub label: Option<String>,
    /// The fields, in their order.
    pub fields: Vec<FormField>,
}

/// A field, with what is known before it is filled in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct FormField {
    /// The field.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// What people read.
    #[schemars(extend("format" = "text"))]
    pub label: String,
    /// What helps to fill it in.
    #[schemars(extend("format" = "text"))]
    pub help: Option<String>,
    /// What it takes.
    pub kind: FieldKind,
    /// Whether it must be filled in.
    pub required: bool,
    /// Whether the actor may fill it in.
    pub writable: bool,
    /// Whether the actor may have the secret shown that the record has there.
    pub revealable: bool,
    /// Whether no two records have the same value.
    pub unique: bool,
    /// Whether lists can be filtered by it.
    pub filter: bool,
    /// Whether lists can be ordered by it.
    pub sort: bool,
    /// Whether a part of it finds a record.
    pub search: bool,
    /// What it is when nothing is given.
    pub default: Option<Value>,
    /// What a choice is among.
    #[schemars(extend("format" = "name"))]
    pub choices: Vec<String>,
    /// The least number or amount.
    pub min: Option<Decimal>,
    /// The greatest number or amount.
    pub max: Option<Decimal>,
    /// What a number or amount must be greater than.
    pub above: Option<Decimal>,
    /// The digits that are kept behind the point.
    pub digits: Option<u8>,
    /// The currency of an amount.
    pub currency: Option<Currency>,
    /// The fewest characters.
    pub min_length: Option<u32>,
    /// The most characters.
    pub max_length: Option<u32>,
    /// What a text matches from its beginning to its end.
    #[schemars(extend("format" = "text"))]
    pub pattern: Option<String>,
    /// The first day it may be.
    pub first: Option<Day>,
    /// The last day it may be.
    pub last: Option<Day>,
    /// The entity that it links to, or whose records it holds.
    #[schemars(extend("format" = "name"))]
    pub entity: Option<String>,
    /// What must be true of a record that is linked to.
    #[schemars(extend("format" = "text"))]
    pub only: Option<String>,
    /// The types of files it takes; every type when there are none.
    #[schemars(extend("format" = "text"))]
    pub types: Vec<String>,
}

/// An event of a record's machine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct FormEvent {
    /// The event.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// What people read.
    #[schemars(extend("format" = "text"))]
    pub label: String,
    /// Whether it may happen now.
    pub possible: bool,
    /// The state it would lead to.
    #[schemars(extend("format" = "name"))]
    pub leads_to: Option<String>,
    /// What has to be given with it.
    #[schemars(extend("format" = "name"))]
    pub requires: Vec<String>,
    /// Every reason against it.
    pub reasons: Vec<Reason>,
}

/// What people read where nothing was said: `service_plan_id` is a service plan.
pub(super) fn labelled(label: Option<&String>, name: &str) -> String {
    if let Some(label) = label {
        return label.clone();
    }
    let own = name
        .strip_suffix("_ids")
        .or_else(|| name.strip_suffix("_id"))
        .unwrap_or(name);
    let words = own.replace('_', " ");
    let mut letters = words.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

impl Pack {
    /// The form of an entity's records for somebody: only what they may see, and what they may do with the one they look at.
    pub fn form(&self, request: &RecordFormRequest) -> Result<RecordForm> {
        request.bounded()?;
        let holder = self.holder(&request.actor)?;
        let acting = Acting::of(self, &request.entity, &request.actor, &holder)?;
        let entity = acting.entity;
        if let Some(record) = &request.record {
            acting.own(record, "/record")?;
        }
        let row = request.record.as_ref().map(|record| AtHand::new(entity, record));
        let deleted = request.record.as_ref().and_then(|record| record.get("deleted_at"));
        let there = deleted.is_none_or(Value::is_null);
        let screen = Screen {
            acting: &acting,
            row: row.as_ref(),
            there,
        };
        let form = screen.form(request.actor.super_admin);
        let form = form.ok_or_else(|| not_found(entity))?;
        let events = match (&row, &request.record) {
            (Some(row), Some(record)) if there => self.events(&acting, row, record, request.now)?,
            _ => Vec::new(),
        };
        Ok(RecordForm { events, ..form })
    }

    /// The events of the machine, and whether each may happen to the record.
    fn events(&self, acting: &Acting<'_>, row: &AtHand<'_>, record: &Record, now: Instant) -> Result<Vec<FormEvent>> {
        let Some(machine) = acting.entity.machine_of(record) else {
            return Ok(Vec::new());
        };
        let firing = Firing {
            pack: self,
            acting,
            row,
            machine,
        };
        let instance = firing.instance(record, now);
        let state = instance.state.clone();
        let mut allowed = AllowedRequest::new(instance);
        allowed.now = Some(now);
        allowed.permissions = firing.permissions(None);
        let choices = machine.allowed(&allowed).map_err(|error| {
            error.each_reason(|reason| {
                firing.place(reason);
                if let Some(rest) = reason.path.strip_prefix("/before") {
                    reason.path = format!("/record{rest}");
                }
            })
        })?;
        let event = |choice: crate::flow::MachineChoice| {
            let mut reasons = choice.reasons;
            reasons.iter_mut().for_each(|reason| firing.place(reason));
            let leads_to = choice.leads_to.as_deref();
            let open = leads_to.is_some_and(|after| firing.is_open(&choice.event, &state, after));
            if open && !firing.may_write() {
                reasons.push(acting.lacks("write", "/actor"));
            }
            FormEvent {
                label: labelled(choice.label.as_ref(), &choice.event),
                name: choice.event,
                possible: reasons.is_empty(),
                leads_to: choice.leads_to,
                requires: choice.requires,
                reasons,
            }
        };
        Ok(choices.into_iter().map(event).collect())
    }
}

/// A screen of somebody, with a record on it or without.
pub(super) struct Screen<'s> {
    acting: &'s Acting<'s>,
    row: Option<&'s AtHand<'s>>,
    /// Whether the record was not deleted.
    there: bool,
}

impl<'s> Screen<'s> {
    /// With a new record on it.
    pub(super) fn of_new(acting: &'s Acting<'s>) -> Screen<'s> {
        Screen {
            acting,
            row: None,
            there: true,
        }
    }

    /// What is on it but for the events; nothing for somebody to whom the record, or every record, is not there.
    pub(super) fn form(&self, operates: bool) -> Option<RecordForm> {
        let entity = self.acting.entity;
        let permissions = entity.permissions;
        let operates = operates || !entity.is_platform();
        let can_read = self.may(permissions.read);
        let can_write = operates && self.there && self.may(permissions.write);
        if !can_read && (self.row.is_some() || !can_write) {
            return None;
        }
        Some(RecordForm {
            label: labelled(entity.definition().label.as_ref(), entity.name()),
            groups: self.groups(can_write),
            events: Vec::new(),
            can_read,
            can_write,
            can_delete: operates && self.may(permissions.delete),
        })
    }

    /// Whether they may with the record, or with any that there might be.
    fn may(&self, permission: PermissionId) -> bool {
        match self.row {
            Some(row) => self.acting.may(permission, row),
            None => self.acting.reader.may(permission) != Test::Constant(false),
        }
    }

    fn sees(&self, place: usize) -> bool {
        match self.row {
            Some(row) => !self.acting.hides(place, row),
            None => self.acting.reader.sees(place) != Test::Constant(false),
        }
    }

    /// Whether they may have a secret of the record shown.
    fn reveals(&self, place: usize) -> bool {
        let test = self.acting.reader.reveals(place, self.acting.actor);
        self.row.is_some_and(|row| row.holds(&test))
    }

    /// The groups with what is seen of them. Fields that no group names come last: those that are required, then by name; the pack's
    /// before those that its tenant has added.
    fn groups(&self, can_write: bool) -> Vec<FormGroup> {
        let entity = self.acting.entity;
        let mut grouped = std::collections::BTreeSet::new();
        let mut groups: Vec<FormGroup> = Vec::new();
        for group in &entity.definition().groups {
            let places = group.fields.iter().filter_map(|name| entity.place_of(name));
            let places: Vec<usize> = places.filter(|place| grouped.insert(*place)).collect();
            groups.push(self.group(group.label.clone(), &places, can_write));
        }
        let mut rest: Vec<usize> = (0..entity.fields().len())
            .filter(|place| !grouped.contains(place))
            .collect();
        let behind = |place: &usize| {
            let field = entity.fields().get(*place);
            field.map(|own| (own.is_custom(), !own.definition().required))
        };
        rest.sort_by_key(|place| (behind(place), *place));
        groups.push(self.group(None, &rest, can_write));
        groups.retain(|group| !group.fields.is_empty());
        groups
    }

    fn group(&self, label: Option<String>, places: &[usize], can_write: bool) -> FormGroup {
        let entity = self.acting.entity;
        let seen = places.iter().filter(|place| self.sees(**place));
        let fields = seen.filter_map(|place| {
            let field = entity.fields().get(*place)?;
            let writable = can_write && unwritable(entity, field).is_none();
            Some(FormField {
                revealable: self.reveals(*place),
                ..form_of(field, writable)
            })
        });
        FormGroup {
            label,
            fields: fields.collect(),
        }
    }
}

/// What a screen asks for a field with.
pub(super) fn form_of(field: &Field, writable: bool) -> FormField {
    let own = field.definition();
    let family = field.kind().family();
    let texts = [FieldKind::Secret, FieldKind::Url, FieldKind::Slug, FieldKind::Email];
    let is_text = family == KindFamily::Text
        || field.kind() == FieldKind::TranslatedText
        || texts.contains(&field.kind())
        || field.kind() == FieldKind::Condition;
    let is_exact = matches!(field.kind(), FieldKind::Decimal | FieldKind::Money | FieldKind::Percent);
    FormField {
        name: field.name().to_owned(),
        label: labelled(own.label.as_ref(), field.name()),
        help: own.help.clone(),
        kind: field.kind(),
        required: own.required,
        writable,
        revealable: false,
        unique: own.unique,
        filter: own.filter,
        sort: own.sort,
        search: own.search,
        default: own.default.clone(),
        choices: own.choices.clone(),
        min: own.min,
        max: own.max,
        above: own.above,
        digits: is_exact.then(|| own.scale()),
        currency: own.currency,
        min_length: own.min_length,
        max_length: is_text.then(|| own.longest()),
        pattern: own.pattern.clone(),
        first: own.first,
        last: own.last,
        entity: own.entity.clone(),
        only: own.only.clone(),
        types: own.types.clone(),
    }
}
