use smallvec::SmallVec;

use super::actor::{AccessActor, AccessRecord};
use super::catalogue::{PermissionId, PermissionSet};
use super::{Access, Relation, Role};
use crate::form::Pointer;
use crate::permission::Permission;
use crate::tenancy::TenantId;
use crate::tenancy::naming::no_name;
use crate::{Code, Error, Reason, Result};

/// Somebody's permissions in one tenant as bits, kept with their session until the tenant's rules or their roles change: what
/// is denied is already taken out.
#[derive(Clone, Debug)]
pub struct Holder {
    tenant: TenantId,
    id: String,
    stamp: u32,
    /// What they may with every record but those that are denied to them.
    allowed: PermissionSet,
    /// What they may with every record.
    everywhere: PermissionSet,
    relations: Vec<Relation>,
    grants: Vec<OnRecord>,
    denials: Vec<OnRecord>,
    is_super_admin: bool,
}

/// Permissions on the record of an id.
type OnRecord = (String, PermissionSet);

impl Holder {
    /// Whether they may, with every record of the tenant.
    pub fn may(&self, permission: PermissionId) -> bool {
        permission.stamp == self.stamp && self.everywhere.has(permission.place)
    }

    /// Whether they hold it for any record at all.
    pub fn may_some(&self, permission: PermissionId) -> bool {
        self.may_except(permission).is_some()
            || self.related_by(permission).next().is_some()
            || self.granted_on(permission).next().is_some()
    }

    /// Whether they may with that record; never with another tenant's.
    pub fn may_with(&self, permission: PermissionId, record: &AccessRecord) -> bool {
        permission.stamp == self.stamp && record.tenant == self.tenant && self.holds(permission.place, Some(record))
    }

    /// The ids of the records with which they may not, though they may with every other one: a list leaves them out. Nothing
    /// when they may not with the others either.
    pub fn may_except(&self, permission: PermissionId) -> Option<Vec<&str>> {
        if permission.stamp != self.stamp || !self.allowed.has(permission.place) {
            return None;
        }
        let denied = self.denials.iter().filter(|(_, set)| set.has(permission.place));
        Some(denied.map(|(id, _)| id.as_str()).collect())
    }

    /// Who they are.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Whose they are.
    pub fn tenant(&self) -> &TenantId {
        &self.tenant
    }

    /// The relations by which they may: the name of each, and the field that names them.
    pub(crate) fn related_by(&self, permission: PermissionId) -> impl Iterator<Item = (&str, &str)> {
        let known = permission.stamp == self.stamp;
        let relations = self
            .relations
            .iter()
            .filter(move |one| known && one.permissions.has(permission.place));
        relations.map(|one| (one.name.as_str(), one.field.as_str()))
    }

    /// The ids of the records with which they may, whatever they may with others.
    pub(crate) fn granted_on(&self, permission: PermissionId) -> impl Iterator<Item = &str> {
        let known = permission.stamp == self.stamp;
        let grants = self
            .grants
            .iter()
            .filter(move |(_, set)| known && set.has(permission.place));
        grants.map(|(id, _)| id.as_str())
    }

    /// The ids of the records with which they may not, whatever else allows it.
    pub(crate) fn denied_on(&self, permission: PermissionId) -> impl Iterator<Item = &str> {
        let denials = self.denials.iter().filter(move |(_, set)| set.has(permission.place));
        denials.map(|(id, _)| id.as_str())
    }

    /// Whether all they do has to be audited.
    pub fn is_super_admin(&self) -> bool {
        self.is_super_admin
    }

    /// What they may with every record.
    pub(super) fn everywhere(&self) -> &PermissionSet {
        &self.everywhere
    }

    pub(super) fn holds(&self, place: u16, record: Option<&AccessRecord>) -> bool {
        let Some(record) = record else {
            return self.everywhere.has(place);
        };
        let denied = |(id, set): &OnRecord| set.has(place) && record.may_be(id);
        !self.denials.iter().any(denied) && (self.allowed.has(place) || self.related(place, record))
    }

    /// All they may with a record.
    pub(super) fn with(&self, record: &AccessRecord) -> PermissionSet {
        let mut all = self.allowed.clone();
        for relation in self.relations.iter().filter(|one| record.names(&one.field, &self.id)) {
            all.add(&relation.permissions);
        }
        for (_, granted) in self.grants.iter().filter(|(id, _)| record.is(id)) {
            all.add(granted);
        }
        for (_, denied) in self.denials.iter().filter(|(id, _)| record.may_be(id)) {
            all.remove(denied);
        }
        all
    }

    /// Leaves no more than these.
    fn keep(&mut self, scopes: &PermissionSet) {
        let relations = self.relations.iter_mut().map(|one| &mut one.permissions);
        let granted = self.grants.iter_mut().map(|(_, set)| set);
        for set in relations
            .chain(granted)
            .chain([&mut self.allowed, &mut self.everywhere])
        {
            set.keep(scopes);
        }
    }

    fn related(&self, place: u16, record: &AccessRecord) -> bool {
        let relation = |one: &Relation| one.permissions.has(place) && record.names(&one.field, &self.id);
        let granted = |(id, set): &OnRecord| record.is(id) && set.has(place);
        self.relations.iter().any(relation) || self.grants.iter().any(granted)
    }
}

impl Access {
    /// What an actor may, for many questions. An actor of another tenant or without an id is refused, and so is a role that
    /// does not exist.
    pub fn holder(&self, actor: &AccessActor) -> Result<Holder> {
        self.admit(actor)?;
        let roles = self.roles_of(actor)?;
        self.compiled(&self.tenant, actor, &roles)
    }

    /// The same by rules that many tenants share: the actor is of their own tenant, whichever that is.
    pub(crate) fn shared_holder(&self, actor: &AccessActor) -> Result<Holder> {
        let nobody = no_name("the actor's id", &actor.id, "/actor/id");
        let roles = self.roles_named(&actor.roles, "/actor/roles")?;
        nobody.map_or_else(
            || self.compiled(&actor.tenant, actor, &roles),
            |reason| Err(reason.into()),
        )
    }

    fn compiled(&self, tenant: &TenantId, actor: &AccessActor, roles: &[&Role]) -> Result<Holder> {
        let mut holder = Holder {
            tenant: tenant.clone(),
            id: actor.id.clone(),
            stamp: self.catalogue.stamp(),
            allowed: PermissionSet::default(),
            everywhere: PermissionSet::default(),
            relations: Vec::new(),
            grants: self.grants_of(actor)?,
            denials: self.denials_of(actor)?,
            is_super_admin: actor.super_admin,
        };
        if actor.super_admin {
            holder.allowed = self.catalogue.all();
        }
        for role in roles {
            holder.allowed.add(&role.allow);
            for relation in &role.relations {
                relation.join(&mut holder.relations);
            }
        }
        for role in roles {
            holder.allowed.remove(&role.deny);
            for relation in &mut holder.relations {
                relation.permissions.remove(&role.deny);
            }
            for (_, granted) in &mut holder.grants {
                granted.remove(&role.deny);
            }
        }
        holder.everywhere = holder.allowed.clone();
        for (_, denied) in &holder.denials {
            holder.everywhere.remove(denied);
        }
        if let Some(scopes) = self.scopes_of(actor)? {
            holder.keep(&scopes);
        }
        Ok(holder)
    }

    /// What the scopes cover by which an actor comes; nothing where they come by none.
    pub(super) fn scopes_of(&self, actor: &AccessActor) -> Result<Option<PermissionSet>> {
        let mut reasons = Vec::new();
        let scopes = actor.scopes.as_ref();
        let covered = scopes.map(|scopes| self.named(scopes, &Pointer::at("/actor/scopes"), &mut reasons));
        Error::unless_empty(reasons).map(|()| covered)
    }

    /// Refuses an actor of another tenant, unless they run the platform and say that they act across tenants; and one whose
    /// id is none, since it would be that of everybody who has none.
    pub(super) fn admit(&self, actor: &AccessActor) -> Result<()> {
        if !(actor.super_admin && actor.across_tenants) {
            self.scope().admit(&actor.tenant, "/actor/tenant")?;
        }
        no_name("the actor's id", &actor.id, "/actor/id").map_or(Ok(()), |reason| Err(reason.into()))
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
                    let message = self.no_role(name);
                    let place = Pointer::at(place).join(index);
                    reasons.push(Reason::new(Code::RequestUnknown, place, message));
                }
            }
        }
        Error::unless_empty(reasons).map(|()| roles)
    }

    fn grants_of(&self, actor: &AccessActor) -> Result<Vec<OnRecord>> {
        let grants = actor
            .grants
            .iter()
            .map(|grant| (grant.record.as_str(), grant.permissions.as_slice()));
        self.on_records(grants, "/actor/grants")
    }

    fn denials_of(&self, actor: &AccessActor) -> Result<Vec<OnRecord>> {
        let denials = actor
            .denials
            .iter()
            .map(|denial| (denial.record.as_str(), denial.permissions.as_slice()));
        self.on_records(denials, "/actor/denials")
    }

    fn on_records<'a>(
        &self,
        given: impl Iterator<Item = (&'a str, &'a [String])>,
        place: &str,
    ) -> Result<Vec<OnRecord>> {
        let place = Pointer::at(place);
        let mut read = Vec::new();
        let mut reasons = Vec::new();
        for (index, (record, permissions)) in given.enumerate() {
            reasons.extend(no_name("a record's id", record, place.join(index).join("record")));
            let set = self.named(permissions, &place.join(index).join("permissions"), &mut reasons);
            read.push((record.to_owned(), set));
        }
        Error::unless_empty(reasons).map(|()| read)
    }

    /// All that these names cover; one that covers nothing is told.
    fn named(&self, permissions: &[String], place: &Pointer, reasons: &mut Vec<Reason>) -> PermissionSet {
        let mut set = PermissionSet::default();
        for (number, text) in permissions.iter().enumerate() {
            let place = || place.join(number);
            match text.parse::<Permission>() {
                Err(error) => reasons.push(Reason::new(Code::RequestRange, place(), error.to_string())),
                Ok(pattern) => {
                    let covered = self.catalogue.covered(&pattern);
                    if covered.is_empty() {
                        let message = self.catalogue.no_permission(text);
                        reasons.push(Reason::new(Code::RequestUnknown, place(), message));
                    }
                    set.add(&covered);
                }
            }
        }
        set
    }

    /// Whether a grant on that record holds a permission.
    pub(super) fn granted(&self, actor: &AccessActor, place: u16, record: &AccessRecord) -> Result<bool> {
        let grants = self.grants_of(actor)?;
        Ok(grants.iter().any(|(id, set)| record.is(id) && set.has(place)))
    }

    /// The record with which a permission is denied to the actor: the one that is asked about, or any when all are.
    pub(super) fn denied_on(
        &self,
        actor: &AccessActor,
        place: u16,
        record: Option<&AccessRecord>,
    ) -> Result<Option<String>> {
        if actor.denials.is_empty() {
            return Ok(None);
        }
        let denials = self.denials_of(actor)?.into_iter();
        let asked = |id: &str| record.is_none_or(|record| record.may_be(id));
        let mut denied = denials.filter(|(id, set)| set.has(place) && asked(id));
        Ok(denied.next().map(|(id, _)| id))
    }
}
