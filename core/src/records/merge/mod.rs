//! Two records of one entity become one: whose values stay, what of the other is left behind, and what stands against it.

mod merging;
mod rights;

use std::collections::{BTreeMap, BTreeSet};

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::compiled::{Entity, Field, Pack};
use super::definition::FieldKind;
use super::deletion::Referring;
use super::outcome::{LinkedRecord, RecordChange, UniqueKey, is_link};
use super::reach::{Acting, Record, unwritable};
use crate::Result;
use crate::fault::Limits;
use crate::tenancy::access::AccessActor;
use crate::time::{Instant, Zone};

/// By what the history of the record that stays tells which one went into it.
pub const MERGED_FROM: &str = "merged_from";
/// By what the history of the record that goes tells into which one.
pub const MERGED_INTO: &str = "merged_into";
/// Both of them: no field of such an entity is called so.
pub(super) const MARKS: [&str; 2] = [MERGED_FROM, MERGED_INTO];

/// Two records that are to become one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RecordMergeRequest {
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
    /// The record that stays, as lists answer it and with nothing hidden.
    pub kept: Record,
    /// The record that goes into it, in the same form.
    pub other: Record,
    /// Whose value stays, by field: of a field that is not named the kept one's, and the other's where the kept one has none.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "reference"))]
    pub fields: BTreeMap<String, MergeSide>,
    /// The version of the kept one that the actor saw; another one is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_version: Option<u64>,
    /// The version of the other one that the actor saw; another one is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_version: Option<u64>,
}

/// Whose value of a field stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MergeSide {
    /// That of the record that stays.
    Kept,
    /// That of the record that goes.
    Other,
    /// Those of both, each once: of a list of links.
    Both,
}

/// Two records that may become one as soon as what links to the other one can be pointed at the kept one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct MergedRecord {
    /// The record that stays, as it is now.
    pub record: Record,
    /// What has changed of it, in the order of the fields.
    pub changes: Vec<RecordChange>,
    /// What no other record may have, once the other one has given it up.
    pub unique: Vec<UniqueKey>,
    /// Records that are linked to anew, to be looked up.
    pub links: Vec<LinkedRecord>,
    /// The other one as it is kept: deleted, and without what only one may have and the kept one has now.
    pub other: Record,
    /// What has changed of that.
    pub other_changes: Vec<RecordChange>,
    /// The fields in which the kept one has something of the other by now.
    #[schemars(extend("format" = "name"))]
    pub taken: Vec<String>,
    /// The fields in which the other one says what nobody says any more.
    #[schemars(extend("format" = "name"))]
    pub left: Vec<String>,
    /// Every field that may link to the other one: what does is to lead to the kept one.
    pub referring: Vec<Referring>,
    /// What has happened to the kept one, such as `customer:merged`.
    #[schemars(extend("format" = "name"))]
    pub events: Vec<String>,
    /// What has happened to the other one, such as `customer:deleted`.
    #[schemars(extend("format" = "name"))]
    pub other_events: Vec<String>,
}

impl Pack {
    /// What becomes of two records that become one, or every reason why they may not. Nothing is kept: the host does that.
    pub fn merge(&self, request: &RecordMergeRequest) -> Result<MergedRecord> {
        request.bounded()?;
        let holder = self.holder(&request.actor)?;
        self.may_merge(&request.entity, &holder)?;
        let acting = Acting::of(self, &request.entity, &request.actor, &holder)?;
        acting.own(&request.kept, "/kept")?;
        acting.own(&request.other, "/other")?;
        merging::merged(self, acting.entity, request, &holder)
    }
}

/// Whether whoever makes two records one says whose value of a field stays; else why not.
pub(super) fn unchosen(entity: &Entity, field: &Field) -> Option<&'static str> {
    let secret =
        (field.kind() == FieldKind::Secret).then_some("is a secret, which nobody sees; set it anew where it has to be");
    unwritable(entity, field).or(secret)
}

impl Field {
    /// What becomes of its value where everything that leads to one record is to lead to another; nothing where nothing leads there.
    pub fn pointed_elsewhere(&self, value: &Value, from: &str, to: &str) -> Option<Value> {
        match value {
            Value::String(id) if is_link(self) && id == from => Some(to.into()),
            Value::Array(ids) if is_link(self) && ids.iter().any(|id| id.as_str() == Some(from)) => {
                let mut seen = BTreeSet::new();
                let ids = ids.iter().filter_map(Value::as_str);
                let ids = ids.map(|id| if id == from { to } else { id });
                let ids: Vec<Value> = ids.filter(|id| seen.insert(*id)).map(Value::from).collect();
                Some(ids.into())
            }
            _ => None,
        }
    }
}
