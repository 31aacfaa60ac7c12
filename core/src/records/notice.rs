//! What somebody who listens learns of a change: by what they saw of the record before it, and by what they see of it afterwards.

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::compiled::{Entity, Field, Pack};
use super::definition::FieldKind;
use super::mask::is_told;
use super::query::Test;
use super::reach::{Acting, AtHand, Record};
use crate::Result;
use crate::fault::Limits;
use crate::tenancy::access::AccessActor;

/// What does somebody learn of a change to a record?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RecordNoticeRequest {
    /// Of what.
    #[schemars(extend("format" = "reference"))]
    pub entity: String,
    /// Who listens, with what they may now.
    pub actor: AccessActor,
    /// The record as it was before, as far as rights depend on it; none where there was none, or it was deleted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Record>,
    /// The same as it was afterwards. Without either, only what may be read of every record is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Record>,
    /// The fields that changed.
    #[serde(default)]
    #[schemars(length(max = 10_000), extend("format" = "reference"))]
    pub fields: Vec<String>,
}

/// What somebody learns of a change to a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct RecordNotice {
    /// As what it is told.
    pub told: NoticeKind,
    /// The fields of which they may know that they changed.
    #[schemars(extend("format" = "reference"))]
    pub fields: Vec<String>,
}

/// As what a change is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NoticeKind {
    /// It is told as what it is.
    Changed,
    /// A record has come into sight that was there before; what happened to it is not told.
    New,
    /// The record has gone out of sight; whether it is still there is not told.
    Gone,
    /// Nothing is told.
    Nothing,
}

impl Pack {
    /// What somebody learns of a change: what has happened where they see the record before and afterwards, that it has come into sight or
    /// gone out of it otherwise, and nothing of what they have never seen. What changed is told of fields that they see of both images.
    pub fn notice(&self, request: &RecordNoticeRequest) -> Result<RecordNotice> {
        request.bounded()?;
        let holder = self.holder(&request.actor)?;
        let acting = Acting::of(self, &request.entity, &request.actor, &holder)?;
        let entity = acting.entity;
        for (record, place) in [(&request.before, "/before"), (&request.after, "/after")] {
            if let Some(record) = record {
                acting.own(record, place)?;
            }
        }
        let images = [&request.before, &request.after].map(|image| image.as_ref().map(|own| AtHand::new(entity, own)));
        let reads = acting.reader.may(entity.permissions.read);
        let [before, after] = images
            .each_ref()
            .map(|image| image.as_ref().map(|row| row.holds(&reads)));
        let told = match (before, after) {
            (Some(false), Some(true)) => NoticeKind::New,
            (_, Some(true)) => NoticeKind::Changed,
            // Of what is there no more those hear what became of it who may read every record.
            (_, None) if reads == Test::Constant(true) => NoticeKind::Changed,
            (Some(true), _) => NoticeKind::Gone,
            _ => NoticeKind::Nothing,
        };
        let nothing = |told| RecordNotice {
            told,
            fields: Vec::new(),
        };
        if told != NoticeKind::Changed {
            return Ok(nothing(told));
        }
        let sees = |place: usize| {
            let test = acting.reader.sees(place);
            let mut rows = images.iter().flatten();
            match images.iter().all(Option::is_none) {
                true => test == Test::Constant(true),
                false => rows.all(|row| row.holds(&test)),
            }
        };
        let fields = request.fields.iter();
        let fields: Vec<String> = fields.filter(|field| is_told(entity, field, sees)).cloned().collect();
        // A change of which nothing is left tells that something hidden changed.
        if fields.is_empty() && !request.fields.is_empty() {
            return Ok(nothing(NoticeKind::Nothing));
        }
        Ok(RecordNotice { told, fields })
    }

    /// What is to be kept of a record for [`Pack::notice`]: the values on which somebody's rights to it may depend. What is gathered is
    /// asked again when it is told.
    pub fn image(&self, entity: &Entity, record: &Record) -> Record {
        let mut image = Record::new();
        for name in self.related_fields(entity) {
            let value = record.get(name).filter(|value| !value.is_null());
            let kind = entity.field(name).map(Field::kind);
            let names_people = matches!(kind, Some(FieldKind::Link | FieldKind::Links | FieldKind::Text));
            if let Some(value) = value.filter(|_| names_people) {
                image.insert(name.to_owned(), value.clone());
            }
        }
        image
    }

    /// The gathered fields of an entity on which somebody's rights may depend.
    pub fn gathered_by_rights<'p>(&'p self, entity: &'p Entity) -> impl Iterator<Item = &'p str> {
        let is_gathered = |name: &&str| {
            entity
                .field(name)
                .is_some_and(|field| field.kind() == FieldKind::Gathered)
        };
        self.related_fields(entity).filter(is_gathered)
    }

    /// The fields by which records of an entity name those who have rights to them: as the entity and as the roles say.
    fn related_fields<'p>(&'p self, entity: &'p Entity) -> impl Iterator<Item = &'p str> {
        let definition = self.definition();
        let roles = definition.roles.values().flat_map(|role| &role.grants);
        let own = entity.definition().grants.iter().map(|grant| grant.field.as_str());
        own.chain(roles.map(|grant| grant.field.as_str()))
    }
}
