//! The roles that one tenant makes of its own, beside those of its pack: compiled like these, and never more than whoever makes them holds.

use std::collections::BTreeMap;

use super::Access;
use super::definition::{AccessRole, CustomRole, RelationGrant, RoleRules};
use super::{Role, catalogue::PermissionSet};
use crate::fault::shortened;
use crate::form::{Faults, Pointer};
use crate::{Code, Reason};

#[cfg(feature = "server")]
mod change;

#[cfg(feature = "server")]
pub use change::ChangeRoleRequest;

/// Where they stand in a definition.
pub(crate) const PLACE: &str = "custom_roles";
/// What their names begin with; no role of a pack does.
const PREFIX: &str = "custom_";
/// As many has a tenant.
const MOST: usize = 100;
/// The longest of their names, in letters.
const LONGEST: usize = 48;

/// Reports the roles of a pack whose names are left to tenants.
pub(crate) fn kept_free(roles: &BTreeMap<String, RoleRules>, place: &Pointer, faults: &mut Faults) {
    for name in roles.keys().filter(|name| name.starts_with(PREFIX)) {
        let message = format!(
            "`{}` is left to the roles that tenants make; choose another name",
            shortened(name)
        );
        faults.add(Reason::new(Code::DefinitionConflict, place.join(name), message));
    }
}

/// The roles of a tenant's own as rules like those of the pack, of which all are given. One whose name is none of theirs is at fault.
pub(super) fn rules(
    own: &BTreeMap<String, CustomRole>,
    all: &BTreeMap<String, RoleRules>,
    place: &Pointer,
    faults: &mut Faults,
) -> BTreeMap<String, RoleRules> {
    if own.len() > MOST {
        let message = format!("there are {} roles; at most {MOST} have place", own.len());
        faults.add(Reason::new(Code::DefinitionRange, place, message));
    }
    let mut rules = BTreeMap::new();
    for (name, role) in own.iter().take(MOST) {
        if let Some(reason) = misnamed(name, all, place.join(name)) {
            faults.add(reason);
            continue;
        }
        let own = RoleRules {
            includes: role.includes.clone(),
            allow: role.allow.clone(),
            deny: role.deny.clone(),
            grants: Vec::new(),
        };
        rules.insert(name.clone(), own);
    }
    rules
}

/// Why no role of a tenant's is called so.
fn misnamed(name: &str, all: &BTreeMap<String, RoleRules>, place: Pointer) -> Option<Reason> {
    let told = shortened(name);
    if all.contains_key(name) {
        let message = format!("the pack has a role `{told}`; begin with `{PREFIX}`, and include that one");
        return Some(Reason::new(Code::DefinitionConflict, place, message));
    }
    let Some(rest) = name.strip_prefix(PREFIX) else {
        let message = format!(
            "`{told}` is a name of the pack's; begin with `{PREFIX}`, so that no later version of it has the same"
        );
        return Some(Reason::new(Code::DefinitionRange, place, message));
    };
    let is_word =
        |word: &str| !word.is_empty() && word.bytes().all(|one| one.is_ascii_lowercase() || one.is_ascii_digit());
    if name.len() <= LONGEST && rest.split('_').all(is_word) {
        return None;
    }
    let message = format!("`{told}` is no name: small letters, digits and `_` between them, at most {LONGEST} of them");
    Some(Reason::new(Code::DefinitionRange, place, message))
}

/// That nobody becomes an owner by a role that includes the owner's.
pub(super) fn owns(place: &Pointer) -> Reason {
    let message = "a role of the tenant's own does not make owners; give `owner` itself";
    Reason::new(Code::DefinitionConflict, place.join("includes"), message)
}

impl Access {
    /// The roles of a tenant's own as far as they hold by these rules, which may be later ones than those they were made by, and what of
    /// them does not: what they allow and nobody knows any more is left out, and one that includes or denies what nobody knows any more
    /// denies everything until it is mended.
    pub(crate) fn closed(&self, own: &BTreeMap<String, CustomRole>) -> (BTreeMap<String, CustomRole>, Vec<Reason>) {
        let mut reasons = Vec::new();
        let mut closed = BTreeMap::new();
        for (name, role) in own {
            let place = Pointer::at("").join(PLACE).join(name);
            let allow = self.known(&role.allow, &place.join("allow"), &mut reasons);
            let deny = self.known(&role.deny, &place.join("deny"), &mut reasons);
            let before = reasons.len();
            for (index, other) in role.includes.iter().enumerate() {
                let place = place.join("includes").join(index);
                match self.role(other) {
                    Some(found) if found.is_owner => reasons.push(owns(&place)),
                    None if !own.contains_key(other) => {
                        reasons.push(Reason::new(Code::DefinitionReference, place, self.no_role(other)));
                    }
                    _ => {}
                }
            }
            let is_broken = deny.len() < role.deny.len() || reasons.len() > before;
            let holds = if is_broken {
                CustomRole {
                    label: role.label.clone(),
                    deny: vec!["*".to_owned()],
                    ..CustomRole::default()
                }
            } else {
                CustomRole {
                    allow,
                    deny,
                    ..role.clone()
                }
            };
            closed.insert(name.clone(), holds);
        }
        (closed, reasons)
    }

    /// Those of these permissions that there are; the others are told.
    fn known(&self, permissions: &[String], place: &Pointer, reasons: &mut Vec<Reason>) -> Vec<String> {
        let mut known = Vec::with_capacity(permissions.len());
        for (index, name) in permissions.iter().enumerate() {
            if self.has_permission(name) {
                known.push(name.clone());
                continue;
            }
            let message = self.catalogue.no_permission(name);
            reasons.push(Reason::new(Code::DefinitionReference, place.join(index), message));
        }
        known
    }

    /// Every role with all that it includes, in order of name.
    pub fn roles(&self) -> impl Iterator<Item = AccessRole> {
        self.roles.iter().map(|role| self.told(role))
    }

    fn told(&self, role: &Role) -> AccessRole {
        let names = |set: &PermissionSet| self.catalogue.names(set).map(str::to_owned).collect();
        let left = |set: &PermissionSet| {
            let mut left = set.clone();
            left.remove(&role.deny);
            names(&left)
        };
        let grants = role.relations.iter().map(|relation| RelationGrant {
            relation: relation.name.clone(),
            field: relation.field.clone(),
            permissions: left(&relation.permissions),
        });
        AccessRole {
            name: role.name.clone(),
            permissions: left(&role.allow),
            denied: names(&role.deny),
            grants: grants.collect(),
        }
    }
}
