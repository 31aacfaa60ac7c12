//! Who may make two records one: known by the rules alone, so that nothing is told of records.

use super::super::compiled::{Entity, Field, Pack};
use super::super::outcome::{is_link, is_own};
use super::super::query::{Reader, Test};
use crate::tenancy::access::{Holder, PermissionId};
use crate::{Code, Error, Reason, Result};

impl Pack {
    /// Refuses whoever may not make two records of an entity one, whichever they are: it is for those who see all of every one, may change
    /// and delete it, and may change whatever links to it. What they lack is known by the rules alone, so that nothing is told of records.
    pub fn may_merge(&self, entity: &str, holder: &Holder) -> Result<()> {
        let entity = self.named(entity)?;
        if entity.definition().merge.is_none() {
            let message = format!(
                "`{}` never become one; their entity says nothing of `merge`",
                entity.plural()
            );
            return Err(Error::new(Code::RequestConflict, "/entity", message));
        }
        let mut reasons = Vec::new();
        for touched in self.touched_by_merging(entity) {
            let reader = Reader {
                pack: self,
                holder,
                entity: touched.entity,
            };
            reasons.extend(touched.verbs.iter().filter_map(|verb| lacks(&reader, *verb)));
            if touched.fields.iter().any(|place| !reader.names(*place)) {
                reasons.push(hidden(touched.entity));
            }
        }
        Error::unless_empty(reasons)
    }

    /// What has to be held for every record to make two of an entity one, such as `tickets:write`.
    pub(in crate::records) fn merging_permissions<'p>(
        &'p self,
        entity: &'p Entity,
    ) -> impl Iterator<Item = String> + 'p {
        let named = |touched: Touched<'p>| {
            let verbs = touched.verbs.iter();
            verbs.map(move |verb| verb.permission(touched.entity).1)
        };
        self.touched_by_merging(entity).flat_map(named)
    }

    /// The entity itself, and each whose records link to it.
    fn touched_by_merging<'p>(&'p self, entity: &'p Entity) -> impl Iterator<Item = Touched<'p>> {
        let place = self.place(entity);
        let own = Touched {
            entity,
            verbs: &[Verb::Read, Verb::Write, Verb::Delete],
            fields: places(entity, is_own),
        };
        let others = self
            .entities()
            .iter()
            .filter(move |other| other.name() != entity.name());
        let others = others.map(move |other| Touched {
            entity: other,
            verbs: &[Verb::Read, Verb::Write],
            fields: places(other, |field| is_link(field) && field.target() == place),
        });
        [own].into_iter().chain(others.filter(|other| !other.fields.is_empty()))
    }

    pub(super) fn place(&self, entity: &Entity) -> Option<usize> {
        self.entities().iter().position(|own| own.name() == entity.name())
    }
}

/// An entity of which records are read or changed where two become one: what is done to them, and which fields are seen.
struct Touched<'p> {
    entity: &'p Entity,
    verbs: &'static [Verb],
    fields: Vec<usize>,
}

/// What is done to records.
#[derive(Clone, Copy)]
enum Verb {
    Read,
    Write,
    Delete,
}

impl Verb {
    /// The permission for it, and its name.
    fn permission(self, entity: &Entity) -> (PermissionId, String) {
        let (permission, verb) = match self {
            Verb::Read => (entity.permissions.read, "read"),
            Verb::Write => (entity.permissions.write, "write"),
            Verb::Delete => (entity.permissions.delete, "delete"),
        };
        (permission, format!("{}:{verb}", entity.plural()))
    }
}

fn places(entity: &Entity, is_one: impl Fn(&Field) -> bool) -> Vec<usize> {
    let fields = entity.fields().iter().enumerate();
    fields
        .filter(|(_, field)| is_one(field))
        .map(|(place, _)| place)
        .collect()
}

/// A permission that somebody does not hold for every record.
fn lacks(reader: &Reader<'_>, verb: Verb) -> Option<Reason> {
    let (permission, name) = verb.permission(reader.entity);
    if reader.may(permission) == Test::Constant(true) {
        return None;
    }
    let message = format!("`{name}` is needed for every record, and the actor does not hold it so");
    let reason = Reason::new(Code::TenancyPermissionMissing, "/actor", message);
    Some(reason.with("permission", name))
}

fn hidden(entity: &Entity) -> Reason {
    let message = format!(
        "something of `{}` is hidden from you, and whoever makes two records one sees all that becomes of it",
        entity.plural()
    );
    Reason::new(Code::TenancyPermissionMissing, "/actor", message)
}
