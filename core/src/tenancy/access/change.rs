use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::actor::AccessActor;
use super::catalogue::PermissionSet;
use super::{Access, Role};
use crate::fault::Limits;
use crate::form::Pointer;
use crate::money::shortened;
use crate::tenancy::Scoped;
use crate::{Code, Error, Reason, Result};

/// Somebody is to have other roles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(deny_unknown_fields)]
pub struct ChangeRolesRequest {
    /// Who changes them.
    pub actor: AccessActor,
    /// Everybody of the tenant.
    #[schemars(length(max = 20000))]
    pub members: Vec<Scoped<AccessActor>>,
    /// Whose roles change.
    pub member: String,
    /// Their roles from now on; none when they leave.
    #[schemars(length(max = 100))]
    pub roles: Vec<String>,
}

/// What it takes to change somebody's roles.
const PERMISSION: &str = "users:write";

impl Access {
    /// The member with other roles. It takes `users:write` and every permission that is given or taken; and somebody
    /// remains an owner.
    pub fn change_roles(&self, request: &ChangeRolesRequest) -> Result<AccessActor> {
        request.bounded()?;
        let holder = self.holder(&request.actor)?;
        let mut members = Vec::with_capacity(request.members.len());
        for (index, member) in request.members.iter().enumerate() {
            let place = Pointer::at("/members").join(index).join("tenant");
            members.push(member.within(self.scope(), place.as_str())?);
        }
        let Some(member) = members.iter().find(|one| one.id == request.member) else {
            let message = format!("there is no member `{}`", shortened(&request.member));
            return Err(Error::new(Code::RequestUnknown, "/member", message));
        };
        let after = self.roles_named(&request.roles, "/roles")?;
        let before: Vec<&Role> = member.roles.iter().filter_map(|name| self.role(name)).collect();
        let mut lacking = self.changed(&before, &after);
        if let Some(place) = self.catalogue.place(PERMISSION) {
            lacking.insert(place);
        }
        lacking.remove(holder.allowed());
        if let Some(missing) = self.catalogue.names(&lacking).next() {
            let message = format!(
                "to change these roles takes `{missing}`, which `{}` lacks",
                shortened(&request.actor.id)
            );
            let all: Vec<&str> = self.catalogue.names(&lacking).take(MOST_NAMED).collect();
            let reason = Reason::new(Code::TenancyPermissionMissing, "/actor", message);
            return Err(reason.with("permission", missing).with("permissions", all).into());
        }
        let others = members.iter().filter(|one| one.id != request.member);
        let mut names = others.flat_map(|one| &one.roles);
        let remains = after.iter().any(|role| role.is_owner)
            || names.any(|name| self.role(name).is_some_and(|role| role.is_owner));
        if !remains {
            let message = format!(
                "without `{}` nobody is an owner; make somebody else one first",
                shortened(&request.member)
            );
            return Err(Error::new(Code::TenancyLastOwner, "/roles", message));
        }
        let mut member = (*member).clone();
        member.roles.clone_from(&request.roles);
        Ok(member)
    }

    /// What roles on one side alone allow: what is given or taken.
    fn changed(&self, before: &[&Role], after: &[&Role]) -> PermissionSet {
        let mut changed = PermissionSet::default();
        let alone = |some: &[&Role], others: &[&Role], changed: &mut PermissionSet| {
            let only = some
                .iter()
                .filter(|role| others.iter().all(|other| other.name != role.name));
            only.for_each(|role| changed.add(&role.allow));
        };
        alone(before, after, &mut changed);
        alone(after, before, &mut changed);
        changed
    }
}

/// How many permissions a refusal names.
const MOST_NAMED: usize = 20;
