//! What is kept of records and follows from them: where it is made otherwise from now on, it is made again of those that are there.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::compiled::{Deadline, Entity, Field, Pack};
use super::super::definition::{ContactsDefinition, EntityScope, FieldDefinition, PackDefinition};
use super::super::reckon::field_of;
use super::fates::{Fate, Fates};
use super::renames::Renames;
use super::steps::{Phase, Weaver};
use super::{Derivation, DerivedAgain, MigrationAct, MigrationClass, MigrationStep};
use crate::flow::Machine;

/// An entity whose records go on, as it was declared and as it is.
#[derive(Clone, Copy)]
pub(super) struct Compared<'c> {
    before: &'c Entity,
    after: &'c Entity,
    renames: &'c Renames,
    fates: &'c Fates,
}

impl<'c> Compared<'c> {
    /// The field in which the values of one stood; nothing where they are new.
    fn former(&self, name: &str) -> Option<&'c Field> {
        let was = self.renames.field(self.after.name(), name);
        let stays = self.fates.field(self.before.name(), was) == Fate::Stays;
        self.before.field(was).filter(|_| stays)
    }

    /// The fields whose values are others from now on: those that are new, and what is reckoned otherwise or of such.
    pub(super) fn others(&self) -> BTreeSet<&'c str> {
        let after = self.after;
        let mut others = BTreeSet::new();
        // What is called otherwise says the same, and its name says something else.
        let mut moved = BTreeSet::new();
        for field in after.fields() {
            match self.former(field.name()) {
                None => drop(others.insert(field.name())),
                Some(_) if self.is_numbered(field) => drop(others.insert(field.name())),
                Some(former) if former.name() != field.name() => drop(moved.insert(field.name())),
                Some(_) => {}
            }
        }
        loop {
            let count = others.len();
            let is_other = |name: &str| others.contains(field_of(name)) || moved.contains(field_of(name));
            let reckoned = after.fields().iter().filter(|field| {
                let mut names = field.computed.iter().flat_map(|own| own.names());
                field.computed.is_some() && (self.is_reckoned_otherwise(field) || names.any(is_other))
            });
            let mut more: Vec<&str> = reckoned.map(Field::name).collect();
            let deadlines = after.deadlines.iter();
            let deadlines = deadlines.filter(|own| self.is_due_otherwise(own) || own.looks_at().any(is_other));
            more.extend(deadlines.flat_map(|own| own.definition.writes().map(|(_, name, _)| name)));
            others.extend(more);
            if others.len() == count {
                return others;
            }
        }
    }

    /// Whether records get their number in a field, and did not.
    pub(super) fn is_numbered(&self, field: &Field) -> bool {
        let holds = |entity: &Entity, name: &str| {
            let number = entity.definition().number.as_ref();
            number.is_some_and(|number| number.field == name)
        };
        let former = self.former(field.name());
        let was = former.is_some_and(|former| holds(self.before, former.name()));
        holds(self.after, field.name()) && !was
    }

    fn is_reckoned_otherwise(&self, field: &Field) -> bool {
        let kept = |own: &FieldDefinition| (own.kind, own.scale(), own.currency);
        let former = self.former(field.name()).map(Field::definition);
        former.is_none_or(|former| {
            let own = field.definition();
            former.computed != own.computed || kept(former) != kept(own)
        })
    }

    fn is_due_otherwise(&self, deadline: &Deadline) -> bool {
        let own = &deadline.definition;
        !self.before.definition().deadlines.contains(own)
    }

    /// Whether a deleted record gives up what only one may have in a field, and did not, or the other way round.
    pub(super) fn frees_otherwise(&self, name: &str) -> bool {
        let frees = |entity: &Entity, name: &str| {
            let soft = entity.definition().soft_delete.as_ref();
            soft.is_some_and(|soft| soft.frees.iter().any(|own| own == name))
        };
        let former = self.former(name).map_or(name, Field::name);
        frees(self.before, former) != frees(self.after, name)
    }

    fn is_renamed(&self) -> bool {
        self.before.name() != self.after.name()
    }

    /// What is made again of its records by itself; what everybody may read is one of the whole pack.
    fn derived(&self, before: &Pack, after: &Pack) -> Vec<Derivation> {
        let others = self.others();
        let own = self.after.definition();
        let due = |deadline: &Deadline| {
            let mut writes = deadline.definition.writes();
            writes.any(|(_, name, _)| others.contains(name))
        };
        let mut derived = Vec::new();
        if self.after.deadlines.iter().any(|deadline| due(deadline)) {
            derived.push(Derivation::Reckoned);
        }
        let reckoned = others.iter().any(|name| self.former(name).is_some());
        if self.lives_otherwise(reckoned) {
            derived.push(Derivation::Timers);
        }
        if self.is_found_otherwise(&others) {
            derived.push(Derivation::Search);
        }
        if let Some(owner) = &own.owner {
            let former = self.former(owner).map(Field::name);
            let same = former == self.before.definition().owner.as_deref() && !others.contains(owner.as_str());
            if !same || self.is_renamed() {
                derived.push(Derivation::Owners);
            }
        }
        let written = plans(after, self.after);
        let same = written == plans(before, self.before) && !reckoned;
        if !written.is_empty() && !same {
            derived.push(Derivation::Contacts);
        }
        derived
    }

    /// Whether something happens to its records by itself at another moment than it would have. A machine of another version is that of
    /// records to come.
    fn lives_otherwise(&self, reckoned: bool) -> bool {
        let (old, new) = (self.before.machine(), self.after.machine());
        let timed = is_timed(old) || is_timed(new);
        let lives = match (old, new) {
            (Some(old), Some(new)) => {
                let (old, new) = (old.definition(), new.definition());
                old.version == new.version && old.transitions != new.transitions
            }
            (old, new) => old.is_some() != new.is_some(),
        };
        let due = self.before.definition().deadlines != self.after.definition().deadlines;
        let is_of_time = timed || !self.after.deadlines.is_empty();
        due || (lives && timed) || (reckoned && is_of_time)
    }

    fn is_found_otherwise(&self, others: &BTreeSet<&str>) -> bool {
        if !is_indexed(self.after) {
            return false;
        }
        let former = |name: &str| match self.former(name) {
            Some(former) => former.name().to_owned(),
            None => format!("{name} of now"),
        };
        let mut searched = self.after.fields().iter().filter(|field| field.definition().search);
        // What tenants have added stands in it until it is made again.
        let is_closed = self.before.definition().custom && !self.after.definition().custom;
        self.is_renamed()
            || is_closed
            || found_by(self.before, str::to_owned) != found_by(self.after, former)
            || searched.any(|field| others.contains(field.name()))
    }
}

fn is_timed(machine: Option<&Machine>) -> bool {
    machine.is_some_and(|machine| machine.definition().transitions.iter().any(|one| one.after.is_some()))
}

/// Whether there is an index of what its records say.
fn is_indexed(entity: &Entity) -> bool {
    let own = entity.definition();
    let is_kept = own.scope == EntityScope::Tenant && !own.native && own.series.is_none();
    is_kept && (own.custom || entity.fields().iter().any(|field| field.definition().search))
}

/// By what records are found: the fields, and whether their texts are kept in small letters beside them.
fn found_by(entity: &Entity, called: impl Fn(&str) -> String) -> BTreeSet<(String, bool)> {
    let searched = entity.fields().iter().filter(|field| field.definition().search);
    let fields = searched.map(|field| (called(field.name()), field.definition().has_folded()));
    fields.collect()
}

/// What a pack writes about records of an entity, whatever it is called.
fn plans(pack: &Pack, entity: &Entity) -> Vec<ContactsDefinition> {
    let plans = pack.definition().contacts.iter();
    let own = plans.filter(|plan| plan.entity == entity.name());
    own.map(|plan| {
        let mut plan = plan.clone();
        (plan.label, plan.entity) = (None, String::new());
        plan
    })
    .collect()
}

/// What everybody may read, without what it is called on a screen.
fn listings(pack: &Pack) -> Option<PackDefinition> {
    let mut definition = pack.listings()?.definition().clone();
    // By the first of them texts are sorted, where some are.
    let mut entities = definition.entities.iter();
    let is_kept = entities.any(|entity| entity.fields.values().any(|field| field.keeps_first()));
    definition.languages.truncate(usize::from(is_kept));
    for entity in &mut definition.entities {
        let entity = Arc::make_mut(entity);
        (entity.label, entity.summary, entity.plural) = (None, None, None);
        for field in entity.fields.values_mut() {
            let field = Arc::make_mut(field);
            (field.label, field.help) = (None, None);
        }
    }
    Some(definition)
}

impl Pack {
    /// The steps by which all is made again that is kept of the records of a pack and follows from them.
    pub fn derivations(&self) -> Vec<MigrationStep> {
        let mut all = Vec::new();
        let kept = |entity: &&Entity| !entity.is_native() && entity.definition().series.is_none();
        for entity in self.entities().iter().filter(kept) {
            let own = entity.definition();
            let reckons = !own.deadlines.is_empty() || own.fields.values().any(|field| field.computed.is_some());
            let timed = !own.deadlines.is_empty() || entity.machines().any(|machine| is_timed(Some(machine)));
            let there = [
                (Derivation::Reckoned, reckons),
                (Derivation::Timers, timed),
                (Derivation::Search, is_indexed(entity)),
                (Derivation::Owners, own.owner.is_some()),
                (Derivation::Contacts, !plans(self, entity).is_empty()),
                (Derivation::Listing, !own.public.is_empty()),
            ];
            all.extend(
                there
                    .into_iter()
                    .filter(|(_, there)| *there)
                    .map(|(what, _)| step(entity.name(), what)),
            );
        }
        all
    }
}

impl<'w> Weaver<'w> {
    /// An entity of now whose records go on, beside what it was.
    pub(super) fn compared(&self, entity: &str) -> Option<Compared<'w>> {
        let former = self.renames.entity(entity);
        if self.fates.entity(former) != Fate::Stays {
            return None;
        }
        Some(Compared {
            before: self.before.entity(former)?,
            after: self.after.entity(entity)?,
            renames: self.renames,
            fates: self.fates,
        })
    }

    /// What is made again of records that are there.
    pub(super) fn derive(&mut self) {
        let entities = self.after.entities().iter().filter(|own| !own.is_native());
        let all: Vec<Compared<'w>> = entities.filter_map(|entity| self.compared(entity.name())).collect();
        let listed = |compared: &Compared<'_>| {
            let others = compared.others();
            let mut public = compared.after.definition().public.iter();
            public.any(|name| others.contains(name.as_str()))
        };
        let mut former = self
            .before
            .listings()
            .into_iter()
            .flat_map(|listings| listings.entities());
        let lists = self.after.listings().is_some();
        let shown = lists
            && (listings(self.before) != listings(self.after)
                || former.any(|entity| self.fates.entity(entity.name()) != Fate::Stays)
                || all.iter().any(listed));
        for compared in &all {
            // A sample has no id by which anything could be kept of it.
            if compared.after.definition().series.is_some() {
                continue;
            }
            let is_listed = shown && !compared.after.definition().public.is_empty();
            let derived = compared.derived(self.before, self.after).into_iter();
            for what in derived.chain(is_listed.then_some(Derivation::Listing)) {
                // Deadlines are columns, which rows may have to have.
                let phase = match what {
                    Derivation::Reckoned => Phase::Reckon,
                    _ => Phase::Derive,
                };
                self.put(phase, step(compared.after.name(), what));
            }
        }
    }
}

fn step(entity: &str, what: Derivation) -> MigrationStep {
    let sentence = told(entity, what);
    let entity = entity.to_owned();
    MigrationStep {
        class: MigrationClass::NeedsBackfill,
        sentence,
        act: MigrationAct::Derive(DerivedAgain { entity, what }),
        loss: None,
    }
}

fn told(entity: &str, what: Derivation) -> String {
    match what {
        Derivation::Reckoned => format!("reckon when every record of `{entity}` is due, and what is computed"),
        Derivation::Timers => format!("keep when something happens to the records of `{entity}` by itself"),
        Derivation::Search => format!("have the records of `{entity}` be found by what they say"),
        Derivation::Owners => format!("keep whose the records of `{entity}` are, over all tenants"),
        Derivation::Listing => format!("list what everybody may read of `{entity}`"),
        Derivation::Contacts => format!("look when something is written about the records of `{entity}`"),
    }
}
