//! Whether somebody may make, change or remove a role of their tenant's.

use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use crate::JsonSchema;
use crate::fault::{Limits, shortened};
use crate::form::Pointer;
use crate::tenancy::access::catalogue::PermissionSet;
use crate::tenancy::access::change::Ownership;
use crate::tenancy::access::{Access, AccessActor, AccessRole, CustomRole};
use crate::tenancy::{Scope, Scoped};
use crate::{Code, Error, Reason, Result};

/// A role of a tenant's own is to be another one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ChangeRoleRequest {
    /// Who changes it.
    pub actor: AccessActor,
    /// What it is called.
    #[schemars(extend("format" = "reference"))]
    pub name: String,
    /// What it is from now on; nothing when it goes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<CustomRole>,
    /// Everybody of the tenant.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 20000))]
    pub members: Vec<Scoped<AccessActor>>,
    /// Those who are invited, with the roles that they are to have.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 20000))]
    pub invited: Vec<Scoped<AccessActor>>,
}

impl Access {
    /// The role as it is by the rules of afterwards. It needs `users:write` and everything that the role allows, denies or grants on some
    /// records, before and afterwards; an owner remains as able to act as before, and what somebody holds is not removed.
    pub(crate) fn change_custom(
        &self,
        after: &Access,
        request: &ChangeRoleRequest,
        including: usize,
    ) -> Result<AccessRole> {
        let actor = &request.actor;
        let holder = self.shared_holder(actor)?;
        let members = within(actor, &request.members, "/members")?;
        let invited = within(actor, &request.invited, "/invited")?;
        let (was, becomes) = (self.role(&request.name), after.role(&request.name));
        let mut needed = PermissionSet::default();
        for role in was.into_iter().chain(becomes) {
            needed.add(&role.said());
        }
        let mut reasons = Vec::new();
        reasons.extend(self.lacks(&holder, needed, actor));
        if becomes.is_none() {
            let holds = |several: &[&AccessActor]| {
                let held = several.iter().filter(|one| one.roles.contains(&request.name));
                held.count()
            };
            let counts = [
                ("member", holds(&members)),
                ("invitation", holds(&invited)),
                ("role", including),
            ];
            reasons.extend(counts.into_iter().filter_map(|count| in_use(&request.name, count)));
        } else if after.best_owner(&members) < self.best_owner(&members) {
            let message = "owners hold this role, and could not act any more as they can; give them other roles first";
            reasons.push(Reason::new(Code::TenancyLastOwner, "/role", message));
        }
        Error::unless_empty(reasons)?;
        let nothing = || AccessRole {
            name: request.name.clone(),
            permissions: Vec::new(),
            denied: Vec::new(),
            grants: Vec::new(),
        };
        Ok(becomes.map_or_else(nothing, |role| after.told(role)))
    }

    /// How well the best of the owners can act.
    fn best_owner(&self, members: &[&AccessActor]) -> Option<Ownership> {
        let owners = members.iter().map(|one| self.ownership(&self.known_roles(&one.roles)));
        owners.max()
    }
}

/// Those of the actor's tenant; one of another is refused.
fn within<'r>(actor: &'r AccessActor, several: &'r [Scoped<AccessActor>], place: &str) -> Result<Vec<&'r AccessActor>> {
    let (scope, place) = (Scope::of(&actor.tenant), Pointer::at(place));
    let mut found = Vec::with_capacity(several.len());
    for (index, one) in several.iter().enumerate() {
        found.push(one.within(scope, place.join(index).join("tenant").as_str())?);
    }
    Ok(found)
}

/// That a role is not removed while it is held.
fn in_use(name: &str, (entity, count): (&str, usize)) -> Option<Reason> {
    if count == 0 {
        return None;
    }
    let told = shortened(name);
    let message = match entity {
        "member" => format!("members who hold `{told}`: {count}; give them other roles first"),
        "invitation" => format!("invitations that give `{told}`: {count}; take them back first"),
        _ => format!("roles that include `{told}`: {count}; change them first"),
    };
    let reason = Reason::new(Code::RecordsInUse, "/name", message);
    Some(reason.with("entity", entity).with("count", count))
}
