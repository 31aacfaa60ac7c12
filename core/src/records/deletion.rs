//! Deleting a record, softly or for good, and bringing back what was deleted softly.

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::compiled::{Entity, Pack};
use super::definition::DeletionRule;
use super::outcome::{self, LinkedRecord, UniqueKey};
use super::reach::{Acting, AtHand, Record, alive, seen, version};
use super::reckon::{self, Facts, Moment, field_of, put};
use crate::expression::Expression;
use crate::fault::Limits;
use crate::tenancy::access::AccessActor;
use crate::time::Instant;
use crate::{Code, Error, Reason, Result};

/// A record that is to be deleted, or brought back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RecordDeleteRequest {
    /// Of what.
    #[schemars(extend("format" = "reference"))]
    pub entity: String,
    /// Who does it.
    pub actor: AccessActor,
    /// The present moment.
    pub now: Instant,
    /// The record as it is, as lists answer it and with nothing hidden.
    pub before: Record,
    /// The version that the actor saw; another one is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_version: Option<u64>,
}

/// A record that may be deleted as soon as what refers to it allows that.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct DeletedRecord {
    /// The record as it is kept; nothing when it is gone for good.
    pub record: Option<Record>,
    /// Every field that may link to it, and what follows from a link.
    pub referring: Vec<Referring>,
    /// What has happened, such as `customer:deleted`.
    #[schemars(extend("format" = "name"))]
    pub events: Vec<String>,
}

/// A field whose links may lead to a record that is deleted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct Referring {
    /// Whose field it is.
    #[schemars(extend("format" = "name"))]
    pub entity: String,
    /// The field.
    #[schemars(extend("format" = "name"))]
    pub field: String,
    /// What becomes of a record that links to the deleted one.
    pub rule: DeletionRule,
}

/// A record that is there again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct RestoredRecord {
    /// The record as it is now.
    pub record: Record,
    /// What had become free by the deletion, and must not have been taken since.
    pub unique: Vec<UniqueKey>,
    /// What has happened, such as `customer:restored`.
    #[schemars(extend("format" = "name"))]
    pub events: Vec<String>,
}

impl Pack {
    /// What becomes of a record that is deleted, and which fields may link to it.
    pub fn delete(&self, request: &RecordDeleteRequest) -> Result<DeletedRecord> {
        let (entity, reasons) = self.deleting(request)?;
        alive(&request.before)?;
        Error::unless_empty(reasons)?;
        let soft = entity.definition().soft_delete.is_some();
        let record = soft.then(|| written(request, request.now.to_string().into()));
        Ok(DeletedRecord {
            record,
            referring: self.referring(entity),
            events: vec![format!("{}:deleted", entity.name())],
        })
    }

    /// What becomes of a record that is brought back; who may delete it may do that.
    pub fn restore(&self, request: &RecordDeleteRequest) -> Result<RestoredRecord> {
        let (entity, reasons) = self.deleting(request)?;
        let Some(soft) = &entity.definition().soft_delete else {
            let message = format!(
                "`{}` are deleted for good; there is nothing to restore",
                entity.plural()
            );
            return Err(Error::new(Code::RequestConflict, "/entity", message));
        };
        if alive(&request.before).is_ok() {
            let message = "the record is not deleted; there is nothing to restore";
            return Err(Error::new(Code::RequestConflict, "/before/deleted_at", message));
        }
        Error::unless_empty(reasons)?;
        let record = written(request, Value::Null);
        self.holds_again(entity, &record, request)?;
        let freed = soft.frees.iter().filter_map(|name| {
            let field = entity.field(name)?;
            let value = request.before.get(name).filter(|value| !value.is_null())?;
            Some(outcome::key(entity, field, value))
        });
        Ok(RestoredRecord {
            unique: freed.collect(),
            record,
            events: vec![format!("{}:restored", entity.name())],
        })
    }

    /// What a record links to, to be looked up once more when it comes back.
    pub fn links_of(&self, entity: &Entity, record: &Record) -> Vec<LinkedRecord> {
        outcome::links(self, entity.fields().iter(), None, record, "/change")
    }

    /// The entity's checks, of a record that comes back: they may look at the present moment, and be others than when it went. Of one
    /// that looks at what is hidden from the actor it is not told which.
    fn holds_again(&self, entity: &Entity, record: &Record, request: &RecordDeleteRequest) -> Result<()> {
        if entity.checks.is_empty() {
            return Ok(());
        }
        let holder = self.holder(&request.actor)?;
        let acting = Acting::of(self, &request.entity, &request.actor, &holder)?;
        let row = AtHand::new(entity, &request.before);
        let moment = Moment::new(request.now, None, &request.actor.id);
        let facts = Facts {
            entity,
            record,
            moment: &moment,
        };
        let hidden = |expression: &Expression| {
            let mut places = expression.names().filter_map(|name| entity.place_of(field_of(name)));
            places.any(|place| acting.hides(place, &row))
        };
        let (mut told, mut untold) = (Vec::new(), Vec::new());
        reckon::checks(&facts, hidden, &mut told);
        reckon::checks(&facts, |own| !hidden(own), &mut untold);
        for reason in &mut told {
            if let Some(rest) = reason.path.strip_prefix("/change") {
                reason.path = format!("/before{rest}");
            }
        }
        if !untold.is_empty() {
            let message = "what is checked of it, and hidden from you, does not hold by now; ask somebody who sees it";
            told.push(Reason::new(Code::RecordsNotWritable, "/before", message));
        }
        Error::unless_empty(told)
    }

    /// Whether the actor may delete the record, and whether it is the one they saw.
    fn deleting(&self, request: &RecordDeleteRequest) -> Result<(&Entity, Vec<crate::Reason>)> {
        request.bounded()?;
        let holder = self.holder(&request.actor)?;
        let acting = Acting::of(self, &request.entity, &request.actor, &holder)?;
        let row = AtHand::new(acting.entity, &request.before);
        acting.needs(&row, acting.entity.permissions.delete, "delete")?;
        let reasons = seen(request.expected_version, &request.before);
        let entity = self.named(&request.entity)?;
        Ok((entity, reasons.into_iter().collect()))
    }

    /// Every field of the pack that links to records of an entity.
    pub fn referring(&self, entity: &Entity) -> Vec<Referring> {
        let place = self.entities().iter().position(|own| own.name() == entity.name());
        let mut found = Vec::new();
        for other in self.entities() {
            let fields = other.fields().iter().filter(|field| outcome::is_link(field));
            found.extend(fields.filter(|field| field.target() == place).map(|field| Referring {
                entity: other.name().to_owned(),
                field: field.name().to_owned(),
                rule: field.definition().deletion.clone().unwrap_or_default(),
            }));
        }
        found
    }
}

fn written(request: &RecordDeleteRequest, deleted_at: Value) -> Record {
    let mut record = request.before.clone();
    put(&mut record, "version", (version(&request.before) + 1).into());
    put(&mut record, "updated_at", request.now.to_string().into());
    put(&mut record, "deleted_at", deleted_at);
    record
}
