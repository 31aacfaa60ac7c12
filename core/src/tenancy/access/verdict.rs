use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::actor::{AccessActor, AccessRecord};
use super::{Access, Role};
use crate::fault::Limits;
use crate::tenancy::Scoped;
use crate::{Code, Reason, Result};

/// May somebody do that?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct MayRequest {
    /// Who.
    pub actor: AccessActor,
    /// The permission that it needs, such as `bookings:write`.
    #[schemars(extend("format" = "reference"))]
    pub action: String,
    /// The record it is done with; without one only what holds for every record counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<Scoped<AccessRecord>>,
}

/// Whether somebody may, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct AccessVerdict {
    /// Whether they may.
    pub allowed: bool,
    /// What allows it; nothing when refused.
    pub via: Option<AccessVia>,
    /// The permission they lack; nothing when allowed.
    pub missing: Option<String>,
    /// The role that denies it, whatever else allows it.
    pub denied_by: Option<String>,
    /// The record with which it is denied to them, whatever else allows it.
    pub denied_on: Option<String>,
    /// Whether it has to be audited: refused attempts, audited permissions, and all that a super-admin does.
    pub audit: bool,
}

/// What allows something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AccessVia {
    /// A role of that name.
    Role(String),
    /// A relation of that name to the record, such as `own`.
    Relation(String),
    /// A grant on the record of that id.
    Grant(String),
    /// They run the platform.
    SuperAdmin,
}

impl Access {
    /// Whether somebody may, through what, or what they lack.
    pub fn may(&self, request: &MayRequest) -> Result<AccessVerdict> {
        request.bounded()?;
        let actor = &request.actor;
        self.admit(actor)?;
        let record = match &request.record {
            Some(record) => Some(record.within(self.scope(), "/record/tenant")?),
            None => None,
        };
        let Some(place) = self.catalogue.place(&request.action) else {
            let message = self.catalogue.no_permission(&request.action);
            return Err(Reason::new(Code::RequestUnknown, "/action", message).into());
        };
        self.verdict(actor, place, record, &request.action)
    }

    fn verdict(
        &self,
        actor: &AccessActor,
        place: u16,
        record: Option<&AccessRecord>,
        action: &str,
    ) -> Result<AccessVerdict> {
        let roles = self.roles_of(actor)?;
        let denied = roles.iter().find(|role| role.deny.has(place));
        let denied_on = self.denied_on(actor, place, record)?;
        let is_beyond = self.scopes_of(actor)?.is_some_and(|scopes| !scopes.has(place));
        let via = if denied.is_some() || denied_on.is_some() || is_beyond {
            None
        } else {
            self.via(actor, &roles, place, record)?
        };
        let allowed = via.is_some();
        Ok(AccessVerdict {
            allowed,
            via,
            missing: (!allowed).then(|| action.to_owned()),
            denied_by: denied.map(|role| role.name.clone()),
            denied_on,
            audit: !allowed || actor.super_admin || self.audited.has(place),
        })
    }

    /// The widest that allows it: a role, being who runs the platform, a relation, a grant.
    fn via(
        &self,
        actor: &AccessActor,
        roles: &[&Role],
        place: u16,
        record: Option<&AccessRecord>,
    ) -> Result<Option<AccessVia>> {
        if let Some(role) = roles.iter().find(|role| role.allow.has(place)) {
            return Ok(Some(AccessVia::Role(role.name.clone())));
        }
        if actor.super_admin {
            return Ok(Some(AccessVia::SuperAdmin));
        }
        let Some(record) = record else { return Ok(None) };
        let mut relations = roles.iter().flat_map(|role| &role.relations);
        let relation = relations.find(|one| one.permissions.has(place) && record.names(&one.field, &actor.id));
        if let Some(relation) = relation {
            return Ok(Some(AccessVia::Relation(relation.name.clone())));
        }
        let granted = self.granted(actor, place, record)?;
        let id = record.id.clone().filter(|_| granted);
        Ok(id.map(AccessVia::Grant))
    }

    /// Every permission that somebody holds on all records, in order of name; what relations and grants add is not in it.
    pub fn permissions(&self, actor: &AccessActor) -> Result<Vec<String>> {
        actor.bounded()?;
        let holder = self.holder(actor).map_err(|error| error.below("/actor"))?;
        Ok(self.catalogue.names(holder.everywhere()).map(str::to_owned).collect())
    }
}
