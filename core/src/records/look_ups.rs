//! What a host found in its tables, as refusals: the same words on a server and on a phone.

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::compiled::{Entity, Field, Pack};
use super::query::{Present, Reader};
use super::reach::Record;
use crate::fault::{Limits, Pointer, many, shortened};
use crate::tenancy::access::{AccessActor, Holder};
use crate::time::{Instant, Zone};
use crate::{Code, Error, Reason, Result};

/// What was found of what a change or a deletion asked to be looked up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct LookUpsRequest {
    /// Of what the record is.
    #[schemars(extend("format" = "reference"))]
    pub entity: String,
    /// Who acts.
    pub actor: AccessActor,
    /// The present moment.
    pub now: Instant,
    /// The zone by whose clock days begin; UTC when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<Zone>,
    /// The records that are linked to anew.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 10_000))]
    pub links: Vec<FoundLink>,
    /// Unique fields whose value another record has.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 500), extend("format" = "reference"))]
    pub taken: Vec<String>,
    /// Records that keep this one from being deleted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 10_000))]
    pub referring: Vec<FoundReferring>,
}

/// What a link leads to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct FoundLink {
    /// The field with the link.
    #[schemars(extend("format" = "reference"))]
    pub field: String,
    /// Its id.
    #[schemars(extend("format" = "reference"))]
    pub id: String,
    /// Where the request has it; the field when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "text"))]
    pub path: Option<String>,
    /// The record; none when there is none, or none of this tenant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<Record>,
}

/// Records that link to one that is to be deleted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct FoundReferring {
    /// Of what.
    #[schemars(extend("format" = "reference"))]
    pub entity: String,
    /// The field with the link.
    #[schemars(extend("format" = "reference"))]
    pub field: String,
    /// How many, whether the actor may read them or not.
    pub count: u64,
    /// The ids of those that the actor may read, as many as are told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 1000), extend("format" = "reference"))]
    pub readable: Vec<String>,
}

impl Pack {
    /// That nothing of what was looked up stands against it; or every reason why something does.
    pub fn look_ups(&self, request: &LookUpsRequest) -> Result<bool> {
        request.bounded()?;
        let entity = self.named(&request.entity)?;
        let holder = self.holder(&request.actor)?;
        let mut reasons = Vec::new();
        for (index, link) in request.links.iter().enumerate() {
            let place = Pointer::at("/links").join(index).join("field");
            match field_of(entity, &link.field, &place) {
                Ok(field) => reasons.extend(self.link(field, link, request, &holder)),
                Err(reason) => reasons.push(*reason),
            }
        }
        for (index, name) in request.taken.iter().enumerate() {
            let place = Pointer::at("/taken").join(index);
            reasons.push(field_of(entity, name, &place).map_or_else(|reason| *reason, |field| taken(entity, field)));
        }
        let using = request.referring.iter().filter(|found| found.count > 0);
        reasons.extend(using.map(in_use));
        Error::unless_empty(reasons).map(|()| true)
    }

    /// Why a record cannot be linked to. What is not there, another tenant's and deleted ones are told alike.
    fn link(&self, field: &Field, link: &FoundLink, request: &LookUpsRequest, holder: &Holder) -> Option<Reason> {
        let target = self.entities().get(field.target()?)?;
        let path = link
            .path
            .clone()
            .unwrap_or_else(|| Pointer::at("/change").join(field.name()).into());
        let told = |message: String| {
            let reason = Reason::new(Code::RecordsLink, path.clone(), message);
            reason
                .with("field", field.name())
                .with("entity", target.name())
                .with("id", &link.id)
        };
        let tenant = request.actor.tenant.as_str();
        let own = |record: &&Record| {
            let whose = record.get("tenant_id").and_then(Value::as_str);
            target.is_platform() || whose.is_none_or(|whose| whose == tenant)
        };
        let alive = |record: &&Record| record.get("deleted_at").is_none_or(Value::is_null);
        // Nor is one that the actor may not read: what it is like is not told by a link either.
        let reader = Reader {
            pack: self,
            holder,
            entity: target,
        };
        let read = |record: &&Record| reader.may(target.permissions.read).holds(&target.kept(record));
        let Some(record) = link.record.as_ref().filter(own).filter(alive).filter(read) else {
            return Some(told(format!(
                "there is no `{}` with the id `{}`",
                target.name(),
                shortened(&link.id)
            )));
        };
        let utc = Zone::UTC;
        let present = Present {
            now: request.now,
            today: request.zone.as_ref().unwrap_or(&utc).day_of(request.now),
            actor: &request.actor.id,
        };
        let only = field.only.as_ref()?;
        if only.test(target, &present).holds(&target.kept(record)) {
            return None;
        }
        let text = field.definition().only.as_deref().unwrap_or_default();
        let message = format!(
            "this `{}` cannot be linked to: `{}` does not hold of it",
            target.name(),
            shortened(text)
        );
        Some(told(message).with("only", text))
    }
}

fn field_of<'e>(entity: &'e Entity, name: &str, place: &Pointer) -> std::result::Result<&'e Field, Box<Reason>> {
    entity
        .field(name)
        .ok_or_else(|| Box::new(Reason::new(Code::RequestUnknown, place, entity.no_field(name))))
}

fn taken(entity: &Entity, field: &Field) -> Reason {
    let message = format!(
        "another `{}` already has this `{}`; choose another one",
        entity.name(),
        field.name()
    );
    Reason::new(Code::RecordsTaken, Pointer::at("/change").join(field.name()), message).with("field", field.name())
}

fn in_use(found: &FoundReferring) -> Reason {
    let (use_this, them) = if found.count == 1 {
        ("uses this", "it")
    } else {
        ("use this", "them")
    };
    let message = format!(
        "{} of `{}` {use_this} by `{}`; change or delete {them} first",
        many(found.count, "record"),
        shortened(&found.entity),
        shortened(&found.field)
    );
    let reason = Reason::new(Code::RecordsInUse, "", message);
    let reason = reason
        .with("entity", &found.entity)
        .with("field", &found.field)
        .with("count", found.count);
    if found.readable.is_empty() {
        return reason;
    }
    reason.with("records", &found.readable)
}
