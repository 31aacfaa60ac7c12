//! What was called otherwise before.

use std::collections::BTreeMap;

use super::super::compiled::{Entity, Pack};
use crate::fault::{Pointer, near, shortened};
use crate::{Code, Error, Reason, Result};

/// The names that things had before, by those that they have now.
#[derive(Debug, Default)]
pub(super) struct Renames {
    /// Entities.
    entities: BTreeMap<String, String>,
    /// Fields, by the present name of their entity.
    fields: BTreeMap<String, BTreeMap<String, String>>,
}

impl Renames {
    /// What an entity was called.
    pub(super) fn entity<'n>(&'n self, name: &'n str) -> &'n str {
        self.entities.get(name).map_or(name, String::as_str)
    }

    /// What a field of an entity was called, by their present names.
    pub(super) fn field<'n>(&'n self, entity: &str, name: &'n str) -> &'n str {
        let fields = self.fields.get(entity);
        fields.and_then(|fields| fields.get(name)).map_or(name, String::as_str)
    }

    /// What an entity of before is called now, when it is there.
    pub(super) fn entity_now<'p>(&self, after: &'p Pack, name: &str) -> Option<&'p Entity> {
        after
            .entities()
            .iter()
            .find(|entity| self.entity(entity.name()) == name)
    }
}

/// Finds them, or tells every `was` that names nothing, or what is still there.
pub(super) fn between(before: &Pack, after: &Pack) -> Result<Renames> {
    let mut renames = Renames::default();
    let mut reasons = Vec::new();
    let places = Pointer::root().join("entities");
    let old: Vec<&str> = before.entities().iter().map(Entity::name).collect();
    let new: Vec<&str> = after.entities().iter().map(Entity::name).collect();
    for (index, entity) in after.entities().iter().enumerate() {
        let place = places.join(index);
        if let Some(was) = &entity.definition().was {
            match renamed(entity.name(), was, &old, &new, renames.entities.values()) {
                Ok(true) => drop(renames.entities.insert(entity.name().to_owned(), was.clone())),
                Ok(false) => {}
                Err(message) => reasons.push(Reason::new(Code::DefinitionConflict, place.join("was"), message)),
            }
        }
    }
    for (index, entity) in after.entities().iter().enumerate() {
        let Some(former) = before.entity(renames.entity(entity.name())) else {
            continue;
        };
        let place = places.join(index).join("fields");
        let old: Vec<&str> = former.fields().iter().map(|field| field.name()).collect();
        let new: Vec<&str> = entity.fields().iter().map(|field| field.name()).collect();
        let mut own = BTreeMap::new();
        for field in entity.fields() {
            let Some(was) = &field.definition().was else {
                continue;
            };
            match renamed(field.name(), was, &old, &new, own.values()) {
                Ok(true) => drop(own.insert(field.name().to_owned(), was.clone())),
                Ok(false) => {}
                Err(message) => {
                    let at = place.join(field.name()).join("was");
                    reasons.push(Reason::new(Code::DefinitionConflict, at, message));
                }
            }
        }
        renames.fields.insert(entity.name().to_owned(), own);
    }
    Error::unless_empty(reasons).map(|()| renames)
}

/// Whether a name is new and was another one. What was renamed by an earlier version keeps saying so.
fn renamed<'t>(
    name: &str,
    was: &str,
    old: &[&str],
    new: &[&str],
    mut taken: impl Iterator<Item = &'t String>,
) -> Result<bool, String> {
    if old.contains(&name) {
        return Ok(false);
    }
    if new.contains(&was) {
        return Err(format!(
            "`{}` is still there; only what is gone was renamed",
            shortened(was)
        ));
    }
    if !old.contains(&was) {
        let hint = near(was, old.iter().copied());
        return Err(format!("the version before has no `{}`{hint}", shortened(was)));
    }
    if taken.any(|other| other == was) {
        return Err(format!(
            "`{}` became something else already; one name goes on",
            shortened(was)
        ));
    }
    Ok(true)
}
