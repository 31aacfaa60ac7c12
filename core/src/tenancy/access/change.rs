use std::collections::HashSet;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::actor::AccessActor;
use super::catalogue::PermissionSet;
use super::{Access, Holder, Role};
use crate::fault::Limits;
use crate::fault::alike;
use crate::form::Pointer;
use crate::money::shortened;
use crate::names::Known;
use crate::tenancy::Scoped;
use crate::tenancy::naming::no_name;
use crate::{Code, Error, Reason, Result};

/// Somebody is to have other roles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ChangeRolesRequest {
    /// Who changes them.
    pub actor: AccessActor,
    /// Everybody of the tenant.
    #[schemars(length(max = 20000))]
    pub members: Vec<Scoped<AccessActor>>,
    /// Whose roles change.
    #[schemars(extend("format" = "name"))]
    pub member: String,
    /// Their roles from now on; none when they leave.
    #[schemars(length(max = 100), extend("format" = "reference"))]
    pub roles: Vec<String>,
}

/// The permission that it needs to change somebody's roles.
const PERMISSION: &str = "users:write";

/// How well the tenant's owners can act: the best of them counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ownership {
    /// There is no owner, or none who could give anybody anything: every owner is denied it.
    None,
    /// An owner is there, and is denied some of what owners may.
    Limited,
    /// An owner is there who is denied nothing.
    Whole,
}

impl Access {
    /// The member with other roles. It needs `users:write` and every permission that is given or taken, by roles that allow
    /// it, deny it or grant it on some records; and an owner remains who can act.
    pub fn change_roles(&self, request: &ChangeRolesRequest) -> Result<AccessActor> {
        request.bounded()?;
        let holder = self.holder(&request.actor)?;
        let members = self.members(request)?;
        let Some(member) = members.iter().find(|one| one.id == request.member) else {
            let message = format!("there is no member `{}`", shortened(&request.member));
            return Err(Error::new(Code::RequestUnknown, "/member", message));
        };
        let after = self.roles_named(&request.roles, "/roles")?;
        let before = self.known_roles(&member.roles);
        let mut reasons = Vec::new();
        reasons.extend(self.lacking(&holder, &before, &after, &request.actor));
        reasons.extend(mistakable(request, &before, &after, &members));
        let others = members.iter().filter(|one| one.id != request.member);
        let others = others.map(|one| self.ownership(&self.known_roles(&one.roles))).max();
        let others = others.unwrap_or(Ownership::None);
        let (was, becomes) = (others.max(self.ownership(&before)), others.max(self.ownership(&after)));
        if becomes < was || becomes == Ownership::None {
            let message = format!(
                "no owner who can act would remain; make somebody other than `{}` an owner first",
                shortened(&request.member)
            );
            reasons.push(Reason::new(Code::TenancyLastOwner, "/roles", message));
        }
        Error::unless_empty(reasons)?;
        let mut member = (*member).clone();
        member.roles.clone_from(&request.roles);
        Ok(member)
    }

    /// Everybody of the tenant, each once.
    fn members<'r>(&self, request: &'r ChangeRolesRequest) -> Result<Vec<&'r AccessActor>> {
        let mut members = Vec::with_capacity(request.members.len());
        let mut seen = HashSet::with_capacity(request.members.len());
        for (index, member) in request.members.iter().enumerate() {
            let place = Pointer::at("/members").join(index);
            let member = member.within(self.scope(), place.join("tenant").as_str())?;
            if !seen.insert(member.id.as_str()) {
                let message = format!("the member `{}` is listed twice", shortened(&member.id));
                return Err(Error::new(Code::RequestConflict, place.join("id"), message));
            }
            members.push(member);
        }
        Ok(members)
    }

    /// Those of the roles that there are: one that is no longer declared gives nothing.
    pub(super) fn known_roles(&self, names: &[String]) -> Vec<&Role> {
        names.iter().filter_map(|name| self.role(name)).collect()
    }

    /// What the actor does not hold of what is given or taken.
    fn lacking(&self, holder: &Holder, before: &[&Role], after: &[&Role], actor: &AccessActor) -> Option<Reason> {
        self.lacks(holder, changed(before, after), actor)
    }

    /// The same of permissions, and of that which changes of roles need anyway.
    pub(super) fn lacks(&self, holder: &Holder, needed: PermissionSet, actor: &AccessActor) -> Option<Reason> {
        let mut lacking = needed;
        if let Some(place) = self.catalogue.place(PERMISSION) {
            lacking.insert(place);
        }
        lacking.remove(holder.everywhere());
        let missing = self.catalogue.names(&lacking).next()?;
        let message = format!(
            "this change of roles needs `{missing}`, which `{}` does not hold",
            shortened(&actor.id)
        );
        let all: Vec<&str> = self.catalogue.names(&lacking).take(MOST_NAMED).collect();
        let reason = Reason::new(Code::TenancyPermissionMissing, "/actor", message);
        Some(reason.with("permission", missing).with("permissions", all))
    }

    /// How well somebody of these roles can act as an owner.
    pub(super) fn ownership(&self, roles: &[&Role]) -> Ownership {
        let (mut owns, mut allowed, mut denied) = (false, PermissionSet::default(), PermissionSet::default());
        for role in roles {
            owns |= role.is_owner;
            allowed.add(&role.allow);
            denied.add(&role.deny);
        }
        let own = allowed.clone();
        allowed.remove(&denied);
        let gives = self.catalogue.place(PERMISSION).is_some_and(|place| !denied.has(place));
        match owns && gives && !allowed.is_empty() {
            false => Ownership::None,
            true if allowed == own => Ownership::Whole,
            true => Ownership::Limited,
        }
    }
}

/// What roles on one side alone say: a denial that is laid on takes, and one that is lifted gives.
fn changed(before: &[&Role], after: &[&Role]) -> PermissionSet {
    let mut changed = PermissionSet::default();
    for (some, others) in [(before, after), (after, before)] {
        let alone = some
            .iter()
            .filter(|role| others.iter().all(|other| other.name != role.name));
        for role in alone {
            changed.add(&role.said());
        }
    }
    changed
}

/// Why somebody is given no role: their id is none, or would be taken for another member's.
fn mistakable(
    request: &ChangeRolesRequest,
    before: &[&Role],
    after: &[&Role],
    members: &[&AccessActor],
) -> Option<Reason> {
    let had = |role: &&Role| before.iter().any(|one| one.name == role.name);
    if after.iter().all(had) {
        return None;
    }
    let unnamed = no_name("the member's id", &request.member, "/member");
    if unnamed.is_some() {
        return unnamed;
    }
    let mut known = Known::default();
    known.add(&request.member);
    let mut others = members.iter().filter(|other| other.id != request.member);
    // One that looks like a third member is no matter of this change.
    let like = |other: &&&AccessActor| known.add(&other.id).as_ref() == Some(&request.member);
    let other = others.find(like)?;
    Some(alike(Code::RequestConflict, &request.member, &other.id, "/member"))
}

/// How many permissions a refusal names.
const MOST_NAMED: usize = 20;
