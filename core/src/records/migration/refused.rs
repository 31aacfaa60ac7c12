//! Why there is no way from one version to another.

use std::sync::Arc;

use super::super::compiled::{Entity, Pack};
use super::super::definition::{EntityDefinition, PackDefinition};
use super::fates::{Fate, Fates};
use super::renames::Renames;
use crate::fault::{Pointer, listed, near, shortened};
use crate::{Code, Reason};

/// What tenants have given entities has no part in tables that all tenants share.
pub(super) fn own_fields(before: Option<&Pack>, after: &Pack) -> Vec<Reason> {
    let packs = [(before, "/before/custom"), (Some(after), "/custom")];
    let given = packs.into_iter().filter_map(|(pack, path)| {
        let pack = pack.filter(|pack| !pack.definition().custom.is_empty())?;
        let message = format!(
            "the tables of `{}` are those of all its tenants; leave out the fields of one of them",
            pack.definition().name
        );
        Some(Reason::new(Code::DefinitionConflict, path, message))
    });
    given.collect()
}

/// Machines that lack a state in which records may be, and say that they are those by which these records live.
pub(super) fn stranded(before: Option<&Pack>, after: &Pack, renames: &Renames) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for (index, entity) in after.entities().iter().enumerate() {
        let former = before.and_then(|before| before.entity(renames.entity(entity.name())));
        let (Some(old), Some(new)) = (former.and_then(Entity::machine), entity.machine()) else {
            continue;
        };
        let (old, new) = (old.definition(), new.definition());
        if old.name != new.name || old.version != new.version {
            continue;
        }
        let there = |name: &str| new.states.iter().any(|state| state.name == name);
        let gone = old.states.iter().map(|state| state.name.as_str());
        let gone: Vec<&str> = gone.filter(|name| !there(name)).collect();
        if !gone.is_empty() {
            let message = format!(
                "version {} of the machine `{}` no longer has {}, in which records may be; give the machine a higher `version`, and they go on by \
                 the one by which they began",
                new.version,
                shortened(&new.name),
                listed(&gone)
            );
            let place = Pointer::root().join("entities").join(index).join("machine");
            reasons.push(Reason::new(Code::DefinitionConflict, place, message).with("states", &gone));
        }
    }
    reasons
}

/// Fields that a pack has added to natives and that take less than before: their values stand as they are.
pub(super) fn narrowed(before: Option<&Pack>, after: &Pack, renames: &Renames, fates: &Fates) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for (index, entity) in after
        .entities()
        .iter()
        .enumerate()
        .filter(|(_, entity)| entity.is_native())
    {
        let Some(former) = before.and_then(|before| before.entity(entity.name())) else {
            continue;
        };
        for field in entity.fields().iter().filter(|field| field.is_custom()) {
            let old = former.field(renames.field(entity.name(), field.name()));
            let Some(old) = old.filter(|old| old.is_custom()) else {
                continue;
            };
            let mut options = field.narrower_than(old);
            // Where a link leads may have another name.
            options.retain(|option| *option != "entity");
            if fates.field(former.name(), old.name()) == Fate::Replaced && options.is_empty() {
                options.push("entity");
            }
            if options.is_empty() {
                continue;
            }
            let message = format!(
                "`{}` of the native `{}` has values that need not fit any more ({}); leave these as they were, or take another name",
                shortened(field.name()),
                entity.name(),
                listed(&options)
            );
            let place = Pointer::root()
                .join("entities")
                .join(index)
                .join("fields")
                .join(field.name());
            reasons.push(Reason::new(Code::DefinitionConflict, place, message));
        }
    }
    reasons
}

/// Whether one is a later version of the other.
pub(super) fn versions(before: &Pack, after: &Pack) -> Vec<Reason> {
    let (old, new) = (before.definition(), after.definition());
    let mut reasons = Vec::new();
    if old.name != new.name {
        let message = format!(
            "the tables are those of `{}`; `{}` is another pack",
            shortened(&old.name),
            shortened(&new.name)
        );
        reasons.push(Reason::new(Code::DefinitionConflict, "/before/name", message));
    } else if new.version < old.version {
        let message = format!(
            "the tables are of version {}; there is no way back to {}",
            old.version, new.version
        );
        reasons.push(Reason::new(Code::DefinitionConflict, "/before/version", message));
    } else if new.version == old.version && shape(old) != shape(new) {
        let message = format!(
            "the pack has changed since version {}; give it a higher one",
            old.version
        );
        reasons.push(Reason::new(Code::DefinitionConflict, "/before/version", message));
    }
    reasons
}

/// A pack without what says nothing of how records are kept, live and are guarded: what it looks like, what it writes and promises, what
/// becomes of mail and of what others tell, who carries its effects out, what it shows first. That may change without another version.
fn shape(definition: &PackDefinition) -> PackDefinition {
    let mut shape = definition.clone();
    (shape.label, shape.summary) = (None, None);
    shape.contacts.iter_mut().for_each(|own| own.label = None);
    shape.mail.clear();
    shape.inbound.clear();
    shape.webhooks.clear();
    shape.effects.clear();
    shape.elsewhere.clear();
    // By the first of them texts are sorted and told apart, where some are.
    let by_first = |entity: &Arc<EntityDefinition>| entity.fields.values().any(|field| field.keeps_first());
    let is_kept = shape.entities.iter().any(by_first);
    shape.languages.truncate(usize::from(is_kept));
    shape.views.clear();
    shape.documents.clear();
    shape.templates.clear();
    shape.demo.clear();
    shape.rules.clear();
    for entity in &mut shape.entities {
        let entity = Arc::make_mut(entity);
        (entity.label, entity.summary, entity.deprecated) = (None, None, None);
        entity.groups.clear();
        for field in entity.fields.values_mut() {
            let field = Arc::make_mut(field);
            (field.label, field.help, field.deprecated) = (None, None, None);
        }
    }
    for field in shape.settings.values_mut() {
        (field.label, field.help) = (None, None);
    }
    for machine in &mut shape.machines {
        machine.summary = None;
        machine.states.iter_mut().for_each(|state| state.label = None);
        machine.events.iter_mut().for_each(|event| event.label = None);
    }
    shape
}

/// The names that are accepted and no loss.
pub(super) fn unknown(fates: &Fates, accept: &[String]) -> Vec<Reason> {
    let known = || fates.losses.iter().map(|loss| loss.name.as_str());
    let strange = |(index, name): (usize, &String)| {
        let hint = near(name, known());
        let message = format!("the migration does not lose `{}`{hint}", shortened(name));
        Reason::new(Code::RequestUnknown, format!("/accept/{index}"), message)
    };
    let strangers = accept
        .iter()
        .enumerate()
        .filter(|(_, name)| known().all(|own| own != *name));
    strangers.map(strange).collect()
}
