//! What a host has to do about a record that has changed: what to write down, what must be unique, what to look up.

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::columns::folded;
use super::compiled::{Entity, Field, Pack};
use super::definition::FieldKind;
use super::query::STARS;
use super::reach::Record;
use crate::Result;
use crate::fault::Limits;

/// A field that is another than before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RecordChange {
    /// The field.
    #[schemars(extend("format" = "reference"))]
    pub field: String,
    /// What it was; nothing when there was none.
    #[serde(default)]
    pub before: Option<Value>,
    /// What it is; nothing when there is none any more.
    #[serde(default)]
    pub after: Option<Value>,
}

/// Values that no other record may have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct UniqueKey {
    /// The fields.
    #[schemars(extend("format" = "name"))]
    pub fields: Vec<String>,
    /// Their values; those that are compared without regard to capital letters are in small ones.
    pub values: Vec<Value>,
    /// Whether capital letters do not count.
    pub folded: bool,
    /// Whether no record of any tenant may have them.
    pub platform_wide: bool,
    /// Whether a record that was deleted has given them up.
    pub freed: bool,
}

/// A record that is linked to anew, to be looked up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct LinkedRecord {
    /// The field with the link.
    #[schemars(extend("format" = "name"))]
    pub field: String,
    /// Where the request has it, as a JSON pointer.
    #[schemars(extend("format" = "text"))]
    pub path: String,
    /// Of what it is.
    #[schemars(extend("format" = "name"))]
    pub entity: String,
    /// Its id.
    #[schemars(extend("format" = "name"))]
    pub id: String,
    /// What must be true of it.
    #[schemars(extend("format" = "text"))]
    pub only: Option<String>,
}

/// Two images of a record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RecordDiffRequest {
    /// Of what.
    #[schemars(extend("format" = "reference"))]
    pub entity: String,
    /// The record before; none for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Record>,
    /// The record after; none for one that is gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Record>,
}

impl Pack {
    /// What tells two images of a record apart, field by field in their order; secrets are stars on both sides.
    pub fn diff(&self, request: &RecordDiffRequest) -> Result<Vec<RecordChange>> {
        request.bounded()?;
        let entity = self.named(&request.entity)?;
        let fields = entity.fields().iter();
        Ok(differences(fields, request.before.as_ref(), request.after.as_ref()))
    }
}

/// Whether a field's values are kept with the record.
pub(super) fn is_own(field: &Field) -> bool {
    !matches!(field.kind(), FieldKind::Rows | FieldKind::Gathered)
}

/// Whether a field's values lead to records.
pub(super) fn is_link(field: &Field) -> bool {
    matches!(field.kind(), FieldKind::Link | FieldKind::Links)
}

fn given<'r>(record: Option<&'r Record>, field: &Field) -> Option<&'r Value> {
    record?.get(field.name()).filter(|value| !value.is_null())
}

/// The fields that have changed, of these and in their order.
fn changed<'e>(
    fields: impl Iterator<Item = &'e Field>,
    before: Option<&'e Record>,
    after: Option<&'e Record>,
) -> impl Iterator<Item = (&'e Field, Option<&'e Value>, Option<&'e Value>)> {
    let fields = fields.filter(|field| is_own(field));
    fields.filter_map(move |field| {
        let (old, new) = (given(before, field), given(after, field));
        (old != new).then_some((field, old, new))
    })
}

pub(super) fn differences<'e>(
    fields: impl Iterator<Item = &'e Field>,
    before: Option<&'e Record>,
    after: Option<&'e Record>,
) -> Vec<RecordChange> {
    let told = |(field, old, new): (&Field, Option<&Value>, Option<&Value>)| {
        let secret = field.kind() == FieldKind::Secret;
        let shown = |value: Option<&Value>| if secret { Some(STARS.into()) } else { value.cloned() };
        RecordChange {
            field: field.name().to_owned(),
            before: shown(old),
            after: shown(new),
        }
    };
    changed(fields, before, after).map(told).collect()
}

/// The keys of a record by the fields that changed; of every unique field when there was none before.
pub(super) fn unique<'e>(
    entity: &Entity,
    fields: impl Iterator<Item = &'e Field>,
    before: Option<&Record>,
    after: &Record,
) -> Vec<UniqueKey> {
    let fields = fields.filter(|field| field.definition().unique);
    let keys = fields.filter_map(|field| {
        let value = given(Some(after), field)?;
        if field.kind() != FieldKind::TranslatedText {
            return (given(before, field) != Some(value)).then(|| key(entity, field, value));
        }
        // Texts by language are told apart by the pack's first.
        let own = field.text_in(value, &[])?;
        let former = given(before, field).and_then(|value| field.text_in(value, &[]));
        (former != Some(own)).then(|| key(entity, field, value))
    });
    keys.collect()
}

impl Entity {
    /// What no other record may have, of one with this value in a unique field.
    pub fn unique_key(&self, field: &Field, value: &Value) -> UniqueKey {
        key(self, field, value)
    }
}

pub(super) fn key(entity: &Entity, field: &Field, value: &Value) -> UniqueKey {
    let is_folded = field.definition().is_folded();
    let text = match field.kind() {
        FieldKind::TranslatedText => field.text_in(value, &[]),
        _ => value.as_str(),
    };
    let own = match text.filter(|_| is_folded) {
        Some(text) => folded(text).into(),
        None => value.clone(),
    };
    let frees = entity.definition().soft_delete.as_ref().map(|soft| &soft.frees);
    UniqueKey {
        fields: vec![field.name().to_owned()],
        values: vec![own],
        folded: is_folded,
        platform_wide: field.definition().platform_wide,
        freed: frees.is_some_and(|frees| frees.iter().any(|name| name == field.name())),
    }
}

/// The records that are linked to now and were not before.
pub(super) fn links<'e>(
    pack: &Pack,
    fields: impl Iterator<Item = &'e Field>,
    before: Option<&Record>,
    after: &Record,
    place: &str,
) -> Vec<LinkedRecord> {
    let mut found = Vec::new();
    for field in fields.filter(|field| is_link(field)) {
        let (old, Some(new)) = (given(before, field), given(Some(after), field)) else {
            continue;
        };
        let target = field.target().and_then(|target| pack.entities().get(target));
        let Some(target) = target.filter(|_| old != Some(new)) else {
            continue;
        };
        let mut look_up = |id: &Value, path: String| {
            let stood = match old {
                Some(Value::Array(ids)) => ids.contains(id),
                _ => old == Some(id),
            };
            if let Some(id) = id.as_str().filter(|_| !stood) {
                found.push(LinkedRecord {
                    field: field.name().to_owned(),
                    path,
                    entity: target.name().to_owned(),
                    id: id.to_owned(),
                    only: field.definition().only.clone(),
                });
            }
        };
        let path = format!("{place}/{}", field.name());
        match new {
            Value::Array(ids) => {
                for (index, id) in ids.iter().enumerate() {
                    look_up(id, format!("{path}/{index}"));
                }
            }
            id => look_up(id, path),
        }
    }
    found
}
