//! The roles that a tenant makes of its own.

use std::collections::BTreeMap;

use super::compiled::{Pack, access};
use crate::fault::{Family, Faults, Limits, Pointer, near, shortened};
use crate::tenancy::access::{AccessRole, ChangeRoleRequest, CustomRole};
use crate::{Code, Error, Reason, Result};

impl Pack {
    /// A role of the tenant's own, as it is to be from now on, with all that it includes. Somebody makes none that is more than what they
    /// hold themselves, and removes none that somebody holds.
    pub fn change_role(&self, request: &ChangeRoleRequest) -> Result<AccessRole> {
        request.bounded()?;
        let mut definition = self.definition().clone();
        let own = &mut definition.custom_roles;
        let mut including = 0;
        match &request.role {
            Some(role) => drop(own.insert(request.name.clone(), role.clone())),
            None => {
                if own.remove(&request.name).is_none() {
                    return Err(self.no_custom_role(&request.name));
                }
                including = own
                    .values()
                    .filter(|other| other.includes.contains(&request.name))
                    .count();
            }
        }
        let mut faults = Faults::new(Family::Definition);
        let after = access::compile(&definition, &Pointer::root(), &mut faults);
        if including == 0 {
            faults.finish(()).map_err(|error| placed(error, &request.name))?;
        }
        self.access().change_custom(&after, request, including)
    }

    /// The roles of a tenant's own as far as they hold by this version of the pack, and what of them does not, by places such as
    /// `/custom_roles/custom_desk/allow/0`.
    pub fn closed_roles(&self, own: &BTreeMap<String, CustomRole>) -> (BTreeMap<String, CustomRole>, Vec<Reason>) {
        self.access().closed(own)
    }

    fn no_custom_role(&self, name: &str) -> Error {
        let hint = near(name, self.definition().custom_roles.keys().map(String::as_str));
        let message = format!("the tenant has made no role `{}`{hint}", shortened(name));
        Reason::new(Code::RequestUnknown, "/name", message).into()
    }
}

/// What is wrong with the role, at its place in the request; with another one, it is by what this one includes.
fn placed(error: Error, name: &str) -> Error {
    let own = Pointer::root().join("custom_roles").join(name);
    error.each_reason(|reason| {
        if let Some(rest) = reason.path.strip_prefix(own.as_str())
            && (rest.is_empty() || rest.starts_with('/'))
        {
            reason.path = if rest.is_empty() {
                "/name".to_owned()
            } else {
                format!("/role{rest}")
            };
        } else if reason.path == "/custom_roles" {
            "/name".clone_into(&mut reason.path);
        } else if reason.path.starts_with("/custom_roles/") {
            "/role/includes".clone_into(&mut reason.path);
        }
    })
}
