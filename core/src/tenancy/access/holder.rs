use smallvec::SmallVec;

use super::actor::{AccessActor, AccessRecord};
use super::catalogue::{PermissionId, PermissionSet};
use super::{Access, Relation, Role};
use crate::form::Pointer;
use crate::money::shortened;
use crate::permission::Permission;
use crate::tenancy::TenantId;
use crate::{Code, Error, Reason, Result};

/// Somebody's permissions in one tenant as bits, kept with their session until the tenant's rules or their roles change: what
/// is denied is already taken out.
#[derive(Clone, Debug)]
pub struct Holder {
    tenant: TenantId,
    id: String,
    stamp: u32,
    allowed: PermissionSet,
    relations: Vec<Relation>,
    grants: Vec<(String, PermissionSet)>,
    is_super_admin: bool,
}

impl Holder {
    /// Whether they may, with every record of the tenant.
    pub fn may(&self, permission: PermissionId) -> bool {
        permission.stamp == self.stamp && self.allowed.has(permission.place)
    }

    /// Whether they may with that record; never with another tenant's.
    pub fn may_with(&self, permission: PermissionId, record: &AccessRecord) -> bool {
        permission.stamp == self.stamp && record.tenant == self.tenant && self.holds(permission.place, Some(record))
    }

    /// Whether all they do has to be audited.
    pub fn is_super_admin(&self) -> bool {
        self.is_super_admin
    }

    pub(super) fn allowed(&self) -> &PermissionSet {
        &self.allowed
    }

    pub(super) fn holds(&self, place: u16, record: Option<&AccessRecord>) -> bool {
        self.allowed.has(place) || record.is_some_and(|record| self.related(place, record))
    }

    fn related(&self, place: u16, record: &AccessRecord) -> bool {
        let relation = |one: &Relation| one.permissions.has(place) && record.names(&one.field, &self.id);
        let granted = |(id, set): &(String, PermissionSet)| record.id.as_ref() == Some(id) && set.has(place);
        self.relations.iter().any(relation) || self.grants.iter().any(granted)
    }
}

impl Access {
    /// What an actor may, for many questions. An actor of another tenant is refused, and so is a role that does not exist.
    pub fn holder(&self, actor: &AccessActor) -> Result<Holder> {
        self.admit(actor)?;
        let roles = self.roles_of(actor)?;
        let mut holder = Holder {
            tenant: self.tenant.clone(),
            id: actor.id.clone(),
            stamp: self.catalogue.stamp(),
            allowed: PermissionSet::default(),
            relations: Vec::new(),
            grants: self.grants_of(actor)?,
            is_super_admin: actor.super_admin,
        };
        if actor.super_admin {
            holder.allowed = self.catalogue.all();
        }
        for role in &roles {
            holder.allowed.add(&role.allow);
            for relation in &role.relations {
                relation.join(&mut holder.relations);
            }
        }
        for role in &roles {
            holder.allowed.remove(&role.deny);
            for relation in &mut holder.relations {
                relation.permissions.remove(&role.deny);
            }
            for (_, granted) in &mut holder.grants {
                granted.remove(&role.deny);
            }
        }
        Ok(holder)
    }

    /// Refuses an actor of another tenant, unless they run the platform and say that they act across tenants.
    pub(super) fn admit(&self, actor: &AccessActor) -> Result<()> {
        if actor.super_admin && actor.across_tenants {
            return Ok(());
        }
        self.scope().admit(&actor.tenant, "/actor/tenant")
    }

    /// The actor's roles here. Those of another tenant mean nothing in this one.
    pub(super) fn roles_of(&self, actor: &AccessActor) -> Result<SmallVec<[&Role; 4]>> {
        if actor.tenant != self.tenant {
            return Ok(SmallVec::new());
        }
        self.roles_named(&actor.roles, "/actor/roles")
    }

    pub(super) fn roles_named(&self, names: &[String], place: &str) -> Result<SmallVec<[&Role; 4]>> {
        let mut roles = SmallVec::with_capacity(names.len());
        let mut reasons = Vec::new();
        for (index, name) in names.iter().enumerate() {
            match self.role(name) {
                Some(role) => roles.push(role),
                None => {
                    let message = format!("there is no role `{}`", shortened(name));
                    let place = Pointer::at(place).join(index);
                    reasons.push(Reason::new(Code::RequestUnknown, place, message));
                }
            }
        }
        Error::unless_empty(reasons).map(|()| roles)
    }

    fn grants_of(&self, actor: &AccessActor) -> Result<Vec<(String, PermissionSet)>> {
        let place = Pointer::at("/actor/grants");
        let mut grants = Vec::with_capacity(actor.grants.len());
        let mut reasons = Vec::new();
        for (index, grant) in actor.grants.iter().enumerate() {
            let mut set = PermissionSet::default();
            for (number, text) in grant.permissions.iter().enumerate() {
                let place = || place.join(index).join("permissions").join(number);
                match text.parse::<Permission>() {
                    Err(error) => reasons.push(Reason::new(Code::RequestRange, place(), error.to_string())),
                    Ok(pattern) => {
                        let covered = self.catalogue.covered(&pattern);
                        if covered.is_empty() {
                            let message = format!("there is no permission `{}`", shortened(text));
                            reasons.push(Reason::new(Code::RequestUnknown, place(), message));
                        }
                        set.add(&covered);
                    }
                }
            }
            grants.push((grant.record.clone(), set));
        }
        Error::unless_empty(reasons).map(|()| grants)
    }

    /// The first grant on that record which holds a permission.
    pub(super) fn granted(&self, actor: &AccessActor, place: u16, record: &AccessRecord) -> Result<bool> {
        let grants = self.grants_of(actor)?;
        let fits = |(id, set): &(String, PermissionSet)| record.id.as_ref() == Some(id) && set.has(place);
        Ok(grants.iter().any(fits))
    }
}
