//! What somebody sees of a record, and of what happened to it.

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::compiled::{Entity, Pack};
use super::definition::FieldKind;
use super::merge::MARKS;
use super::outcome::{RecordChange, is_own};
use super::query::{STARS, Test, Visible, shown};
use super::reach::{Acting, AtHand, Record, not_found};
use crate::Result;
use crate::fault::{Limits, Pointer};
use crate::tenancy::access::AccessActor;
use crate::time::Instant;

/// What may somebody see of a record?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RecordMaskRequest {
    /// Of what.
    #[schemars(extend("format" = "reference"))]
    pub entity: String,
    /// Who looks at it.
    pub actor: AccessActor,
    /// The record with nothing hidden; none when there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<Record>,
}

/// A record as somebody may see it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct VisibleRecord {
    /// The record; in the place of what is hidden stand eight stars.
    pub record: Record,
    /// What is hidden, as JSON pointers into the record.
    #[schemars(extend("format" = "text"))]
    pub masked: Vec<String>,
}

/// What happened to a record, for somebody who looks at it now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RecordHistoryRequest {
    /// Of what.
    #[schemars(extend("format" = "reference"))]
    pub entity: String,
    /// Who looks at it.
    pub actor: AccessActor,
    /// The record as it is now, by which rights are told that not every record gives; without it nobody has those.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<Record>,
    /// What happened, in order.
    #[schemars(length(max = 10_000))]
    pub entries: Vec<HistoryEntry>,
}

/// Something that happened to a record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct HistoryEntry {
    /// When.
    pub at: Instant,
    /// Who did it.
    #[serde(default)]
    #[schemars(extend("format" = "reference"))]
    pub actor: Option<String>,
    /// In whose place, where they had taken somebody's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub on_behalf_of: Option<String>,
    /// What, such as `customer:updated`.
    #[schemars(extend("format" = "reference"))]
    pub action: String,
    /// What changed by it.
    #[serde(default)]
    pub changes: Vec<RecordChange>,
}

impl Pack {
    /// A record without what somebody may not see. One that they may not read at all is not there.
    pub fn mask(&self, request: &RecordMaskRequest) -> Result<VisibleRecord> {
        request.bounded()?;
        let holder = self.holder(&request.actor)?;
        let acting = Acting::of(self, &request.entity, &request.actor, &holder)?;
        let entity = acting.entity;
        let Some(record) = &request.record else {
            return Err(not_found(entity));
        };
        acting.own(record, "/record")?;
        let row = AtHand::new(entity, record);
        if !acting.may(entity.permissions.read, &row) {
            return Err(not_found(entity));
        }
        // Tables of rows are lists of their own.
        let fields = entity.fields().iter().enumerate();
        let fields = fields.filter(|(_, field)| field.kind() != FieldKind::Rows);
        let visible: Vec<Visible> = fields
            .map(|(place, _)| Visible {
                field: place,
                seen: Test::Constant(!acting.hides(place, &row)),
            })
            .collect();
        let record = shown(entity, &visible, record, row.kept());
        let hidden = visible.iter().filter_map(|own| {
            let field = entity.fields().get(own.field)?;
            let secret =
                field.kind() == FieldKind::Secret && record.get(field.name()).is_some_and(|own| !own.is_null());
            (secret || own.seen == Test::Constant(false)).then(|| Pointer::root().join(field.name()).into())
        });
        Ok(VisibleRecord {
            masked: hidden.collect(),
            record,
        })
    }

    /// What happened to a record, as far as somebody may see it now: what their rights were then does not count. Fields that there
    /// are no more are not told.
    pub fn history(&self, request: &RecordHistoryRequest) -> Result<Vec<HistoryEntry>> {
        request.bounded()?;
        let holder = self.holder(&request.actor)?;
        let acting = Acting::of(self, &request.entity, &request.actor, &holder)?;
        let entity = acting.entity;
        if let Some(record) = &request.record {
            acting.own(record, "/record")?;
        }
        let row = request.record.as_ref().map(|record| AtHand::new(entity, record));
        let may = |test: &Test| match &row {
            Some(row) => row.holds(test),
            None => *test == Test::Constant(true),
        };
        if !may(&acting.reader.may(entity.permissions.read)) {
            return Err(not_found(entity));
        }
        let seen: Vec<bool> = (0..entity.fields().len())
            .map(|place| may(&acting.reader.sees(place)))
            .collect();
        let change = |change: &RecordChange| {
            // What is hidden is not named: neither that it changed, nor when.
            if !is_told(entity, &change.field, |place| seen.get(place).copied().unwrap_or(false)) {
                return None;
            }
            let mut change = change.clone();
            if entity
                .field(&change.field)
                .is_some_and(|field| field.kind() == FieldKind::Secret)
            {
                (change.before, change.after) = (Some(STARS.into()), Some(STARS.into()));
            }
            Some(change)
        };
        let entry = |entry: &HistoryEntry| {
            let changes: Vec<RecordChange> = entry.changes.iter().filter_map(change).collect();
            // An entry of which nothing is left tells that something hidden changed.
            let empty = changes.is_empty() && !entry.changes.is_empty();
            (!empty).then(|| HistoryEntry {
                changes,
                ..entry.clone()
            })
        };
        Ok(request.entries.iter().filter_map(entry).collect())
    }
}

/// Whether somebody who sees these fields is told that a field changed. Which records became one is told with both of them, to whoever may
/// read what is left.
pub(super) fn is_told(entity: &Entity, field: &str, sees: impl Fn(usize) -> bool) -> bool {
    if entity.definition().merge.is_some() && MARKS.contains(&field) {
        return true;
    }
    let place = entity.place_of(field);
    place.is_some_and(|place| entity.fields().get(place).is_some_and(is_own) && sees(place))
}
