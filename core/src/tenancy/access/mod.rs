//! Who may do what with which record, and what they see of it.

mod actor;
mod builtin;
mod catalogue;
#[cfg(feature = "server")]
mod change;
mod compile;
pub(crate) mod custom;
mod definition;
mod holder;
mod mask;
mod verdict;

pub use actor::{AccessActor, AccessRecord, RecordDenial, RecordGrant};
pub use catalogue::PermissionId;
#[cfg(feature = "server")]
pub use change::ChangeRolesRequest;
#[cfg(feature = "server")]
pub use custom::ChangeRoleRequest;
pub use definition::{AccessRole, AccessRules, CustomRole, FieldMask, RelationGrant, RoleRules};
pub use holder::Holder;
pub use mask::{MaskRequest, MaskedRecord, STARS};
pub use verdict::{AccessVerdict, AccessVia, MayRequest};

use std::collections::{BTreeMap, HashMap};

use super::naming::check_keys;
use super::{Scope, Tenant, TenantId};
use crate::Result;
use crate::fault::{near, shortened};
use crate::form::{Faults, Pointer};
use crate::permission::Permission;
use catalogue::{Catalogue, PermissionSet};
use mask::Mask;

/// Rules of access, compiled: permissions are bits, and what a role includes is already in it.
///
/// ```
/// use ratebook::tenancy::{Tenant, TenantId, access::AccessActor};
/// # fn main() -> ratebook::Result<()> {
/// let tenant = Tenant::load(serde_json::json!({"id": "acme", "name": "Acme Travel"}))?;
/// let access = tenant.access();
/// let write = access.permission("bookings:write").expect("a built-in permission");
/// let ann = AccessActor::new(TenantId::new("acme"), "ann").with_roles(["agent"]);
/// let ann = access.holder(&ann)?; // once, when she logs in
/// assert!(ann.may(write)); // as often as you like
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct Access {
    tenant: TenantId,
    catalogue: Catalogue,
    /// In order of name.
    roles: Vec<Role>,
    by_name: HashMap<Box<str>, usize>,
    masks: BTreeMap<String, Vec<Mask>>,
    audited: PermissionSet,
}

/// A role with all that it includes.
#[derive(Clone, Debug)]
struct Role {
    name: String,
    /// Whether it is the owner's or includes it.
    is_owner: bool,
    allow: PermissionSet,
    deny: PermissionSet,
    relations: Vec<Relation>,
}

/// What may be done with records whose field names the actor.
#[derive(Clone, Debug)]
struct Relation {
    name: String,
    field: String,
    permissions: PermissionSet,
}

impl Role {
    /// Everything that it allows, denies or grants on some records.
    #[cfg(feature = "server")]
    fn said(&self) -> PermissionSet {
        let mut said = self.allow.clone();
        said.add(&self.deny);
        for relation in &self.relations {
            said.add(&relation.permissions);
        }
        said
    }

    fn include(&mut self, other: &Role) {
        self.is_owner |= other.is_owner;
        self.allow.add(&other.allow);
        self.deny.add(&other.deny);
        for relation in &other.relations {
            relation.join(&mut self.relations);
        }
    }
}

impl Relation {
    /// Joins the one of the same name and field, if there is one.
    fn join(&self, all: &mut Vec<Relation>) {
        let same = |other: &&mut Relation| other.name == self.name && other.field == self.field;
        match all.iter_mut().find(same) {
            Some(other) => other.permissions.add(&self.permissions),
            None => all.push(self.clone()),
        }
    }
}

impl Access {
    /// Checks the rules and compiles them; every fault is reported.
    pub(crate) fn compile(rules: &AccessRules, tenant: &TenantId, place: &Pointer, faults: &mut Faults) -> Access {
        Access::with_custom(rules, &BTreeMap::new(), (tenant, place), faults)
    }

    /// The same with roles that one tenant has made of its own.
    pub(crate) fn with_custom(
        rules: &AccessRules,
        custom: &BTreeMap<String, CustomRole>,
        (tenant, place): (&TenantId, &Pointer),
        faults: &mut Faults,
    ) -> Access {
        let catalogue = compile::catalogue(rules, place, faults);
        check_keys(rules.masks.keys(), &place.join("masks"), faults);
        let roles = compile::roles((rules, custom), &catalogue, place, faults);
        let names = roles.iter().map(|role| role.name.as_str().into());
        Access {
            tenant: tenant.clone(),
            by_name: names.zip(0..).collect(),
            masks: compile::masks(rules, &catalogue, place, faults),
            audited: compile::covered(
                &rules.audited,
                (&catalogue, Catalogue::undeclared),
                &place.join("audited"),
                faults,
            ),
            roles,
            catalogue,
        }
    }

    /// A permission's place, to ask for it often; none when there is no such permission.
    pub fn permission(&self, name: &str) -> Option<PermissionId> {
        self.catalogue.id(name)
    }

    /// What to say of a permission that a definition names and does not declare.
    pub(crate) fn undeclared(&self, name: &str) -> String {
        self.catalogue.undeclared(name)
    }

    /// Whether using a permission has to be audited, whoever uses it.
    pub fn is_audited(&self, permission: PermissionId) -> bool {
        permission.stamp == self.catalogue.stamp() && self.audited.has(permission.place)
    }

    /// Whether a name of permissions, such as `bookings:*`, covers any that there is.
    pub fn has_permission(&self, name: &str) -> bool {
        let pattern = name.parse::<Permission>();
        pattern.is_ok_and(|pattern| !self.catalogue.covered(&pattern).is_empty())
    }

    /// Whether there is a role of that name.
    pub fn has_role(&self, name: &str) -> bool {
        self.by_name.contains_key(name)
    }

    /// What to say of a role that there is not.
    pub(super) fn no_role(&self, name: &str) -> String {
        let mut names: Vec<&str> = self.by_name.keys().map(|name| &**name).collect();
        names.sort_unstable();
        format!(
            "there is no role `{}`{}",
            shortened(name),
            near(name, names.into_iter())
        )
    }

    fn role(&self, name: &str) -> Option<&Role> {
        self.by_name.get(name).and_then(|place| self.roles.get(*place))
    }

    fn scope(&self) -> Scope<'_> {
        Scope::of(&self.tenant)
    }
}

impl Tenant {
    /// Whether somebody may do something with a record, through what, or what they lack.
    pub fn may(&self, request: &MayRequest) -> Result<AccessVerdict> {
        self.access().may(request)
    }

    /// Every permission that somebody holds on all records, in order of name.
    pub fn permissions(&self, request: &AccessActor) -> Result<Vec<String>> {
        self.access().permissions(request)
    }

    /// A record without what somebody may not see.
    pub fn mask(&self, request: &MaskRequest) -> Result<MaskedRecord> {
        self.access().mask(request)
    }

    #[cfg(feature = "server")]
    /// A member with other roles, as long as an owner remains who can act.
    pub fn change_roles(&self, request: &ChangeRolesRequest) -> Result<AccessActor> {
        self.access().change_roles(request)
    }
}
