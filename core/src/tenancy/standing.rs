use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::{Tenant, TenantDefinition, TenantId};
use crate::fault::{Limits, listed};
use crate::form::{Faults, Pointer};
use crate::time::Instant;
use crate::{Code, Error, Reason, Result};

/// Where a tenant is in its life.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TenantStatus {
    /// It is being set up; nobody of it comes in yet.
    Provisioning,
    /// It works.
    #[default]
    Active,
    /// Its people come in and read, and pay; nothing else is written.
    Suspended,
    /// It was deleted: nobody of it comes in, and what it has is kept for a while so that it can be restored.
    Deleting,
    /// What it had is erased.
    Deleted,
}

/// How does a tenant stand?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct StandingRequest {
    /// On behalf of whom.
    pub tenant: TenantId,
    /// The present moment.
    pub now: Instant,
    /// The status that it is to have from now on; refused when it may not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub becomes: Option<TenantStatus>,
}

/// How a tenant stands, and what that allows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct TenantStanding {
    /// Its status.
    pub status: TenantStatus,
    /// Since when, to be kept with the status.
    pub since: Option<Instant>,
    /// Whether its people may log in.
    pub log_in: bool,
    /// Whether they may read.
    pub reads: bool,
    /// Whether they may write.
    pub writes: bool,
    /// While it is deleted: the moment until which it can be restored.
    pub restore_until: Option<Instant>,
    /// While it is deleted: the moment from which on what it has is erased, the same one.
    pub purge_at: Option<Instant>,
    /// The status that it may have next, as of now.
    pub next: Vec<TenantStatus>,
}

pub(super) fn check(definition: &TenantDefinition, root: &Pointer, faults: &mut Faults) {
    if definition.status == TenantStatus::Deleting && definition.status_since.is_none() {
        let message = "a deleted tenant needs `status_since`, from which the days it is kept are counted";
        faults.add(Reason::new(Code::DefinitionMissing, root.join("status_since"), message));
    }
}

impl Tenant {
    /// How the tenant stands now, or would after a change of its status.
    pub fn standing(&self, request: &StandingRequest) -> Result<TenantStanding> {
        request.bounded()?;
        let _ = self.scope(&request.tenant)?;
        let definition = self.definition();
        let (status, since) = (definition.status, definition.status_since);
        let standing = self.standing_of(status, since, request.now)?;
        let Some(wanted) = request.becomes else {
            return Ok(standing);
        };
        if standing.next.contains(&wanted) {
            return self.standing_of(wanted, Some(request.now), request.now);
        }
        let next: Vec<&str> = standing.next.iter().map(|status| status.name()).collect();
        let possible = match (next.as_slice(), standing.purge_at) {
            ([], _) => "nothing else is possible".to_owned(),
            (next, Some(moment)) if wanted == TenantStatus::Deleted => {
                format!("possible: {}, and `deleted` from {moment} on", listed(next))
            }
            (next, _) => format!("possible: {}", listed(next)),
        };
        let message = format!(
            "a tenant that is `{}` cannot become `{}`; {possible}",
            status.name(),
            wanted.name()
        );
        let reason = Reason::new(Code::TenancyStatus, "/becomes", message);
        let reason = reason.with("status", status).with("next", &standing.next);
        Err(match standing.purge_at {
            Some(moment) => reason.with("purge_at", moment),
            None => reason,
        }
        .into())
    }

    fn standing_of(&self, status: TenantStatus, since: Option<Instant>, now: Instant) -> Result<TenantStanding> {
        let seconds = i64::from(self.definition().settings.kept_days) * 86_400;
        let purge_at = match since.filter(|_| status == TenantStatus::Deleting) {
            Some(moment) => Some(moment.plus_seconds(seconds).ok_or_else(too_far)?),
            None => None,
        };
        let kept = purge_at.is_some_and(|moment| now < moment);
        let next = match status {
            TenantStatus::Provisioning => vec![TenantStatus::Active, TenantStatus::Deleting],
            TenantStatus::Active => vec![TenantStatus::Suspended, TenantStatus::Deleting],
            TenantStatus::Suspended => vec![TenantStatus::Active, TenantStatus::Deleting],
            TenantStatus::Deleting if kept => vec![TenantStatus::Active, TenantStatus::Suspended],
            TenantStatus::Deleting => vec![TenantStatus::Deleted],
            TenantStatus::Deleted => Vec::new(),
        };
        let comes_in = matches!(status, TenantStatus::Active | TenantStatus::Suspended);
        Ok(TenantStanding {
            status,
            since,
            log_in: comes_in,
            reads: comes_in,
            writes: status == TenantStatus::Active,
            restore_until: purge_at,
            purge_at,
            next,
        })
    }
}

impl TenantStatus {
    /// As it is written.
    fn name(self) -> &'static str {
        match self {
            TenantStatus::Provisioning => "provisioning",
            TenantStatus::Active => "active",
            TenantStatus::Suspended => "suspended",
            TenantStatus::Deleting => "deleting",
            TenantStatus::Deleted => "deleted",
        }
    }
}

fn too_far() -> Error {
    let message = "the tenant would be erased after the year 9999";
    Error::new(Code::TimeOutOfRange, "/now", message)
}
