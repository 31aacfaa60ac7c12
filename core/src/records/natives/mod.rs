//! What is native: the engine owns its table and its writes, and a pack says how it is shown, masked, sorted and granted, and which fields
//! it has beside the engine's.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::compiled::Entity;
use super::definition::{EntityDefinition, EntityScope, FieldDefinition, FieldKind, FieldWriter, PackDefinition};
use crate::fault::{Faults, Pointer, near, shortened};
use crate::{Code, Reason, form};

/// Whose the tables of natives are, in the place of a pack's name. No pack is called so.
pub(super) const OWNER: &str = "native";

/// Name and text of each descriptor that comes with the engine.
const SHIPPED: &[(&str, &str)] = &[
    ("booking", include_str!("booking.toml")),
    ("block", include_str!("block.toml")),
    ("feed", include_str!("feed.toml")),
];
/// The one whose records are made by acts alone that take what a pack has added.
const BOOKED: &str = "booking";
/// What a pack says of a field of a native: how it is shown, and what it is about.
const SHOWN: &[&str] = &["kind", "label", "help", "personal", "sensitive"];

/// The natives that come with the engine.
pub fn natives() -> Vec<EntityDefinition> {
    SHIPPED.iter().filter_map(|(name, _)| native(name)).collect()
}

/// The descriptor of that name.
fn native(name: &str) -> Option<EntityDefinition> {
    let (_, text) = SHIPPED.iter().find(|(own, _)| *own == name)?;
    let (read, _) = form::read_definition::<EntityDefinition>(text.as_bytes()).ok()?;
    Some(EntityDefinition { native: true, ..read })
}

/// The pack with the fields of its natives in their places.
pub(super) fn complete(mut pack: PackDefinition, root: &Pointer, faults: &mut Faults) -> PackDefinition {
    if pack.name == OWNER {
        let message = "the tables of that name are the engine's; choose another one";
        faults.add(Reason::new(Code::DefinitionConflict, root.join("name"), message));
    }
    for (index, entity) in pack.entities.iter_mut().enumerate() {
        let place = root.join("entities").join(index);
        if entity.native {
            complete_native(Arc::make_mut(entity), &place, faults);
        } else if entity.fields.is_empty() {
            let message = format!("`{}` has no fields", shortened(&entity.name));
            faults.add(Reason::new(Code::DefinitionMissing, place.join("fields"), message));
        }
    }
    pack
}

fn complete_native(entity: &mut EntityDefinition, place: &Pointer, faults: &mut Faults) {
    let Some(known) = native(&entity.name) else {
        let names = SHIPPED.iter().map(|(name, _)| *name);
        let hint = near(&entity.name, names);
        let message = format!("nothing native is called `{}`{hint}", shortened(&entity.name));
        faults.add(Reason::new(Code::DefinitionReference, place.join("name"), message));
        return;
    };
    let decided = [
        ("scope", entity.scope != EntityScope::Tenant),
        ("number", entity.number.is_some()),
        ("machine", entity.machine.is_some()),
        ("soft_delete", entity.soft_delete.is_some()),
        ("merge", entity.merge.is_some()),
        ("deadlines", !entity.deadlines.is_empty()),
        ("owner", entity.owner.is_some()),
        ("public", !entity.public.is_empty()),
        ("series", entity.series.is_some()),
        ("checks", !entity.checks.is_empty()),
        ("was", entity.was.is_some()),
    ];
    for (name, _) in decided.iter().filter(|(_, given)| *given) {
        let message = format!(
            "`{}` is native: its `{name}` is the engine's to say; leave it out",
            entity.name
        );
        faults.add(Reason::new(Code::DefinitionConflict, place.join(name), message));
    }
    let mut said = std::mem::take(&mut entity.fields);
    let mut fields = BTreeMap::new();
    for (name, field) in known.fields {
        let at = place.join("fields").join(&name);
        let shown = said.remove(&name);
        let field = match shown {
            Some(shown) => as_shown(&field, &shown, (&entity.name, &name), &at, faults).into(),
            None => field,
        };
        fields.insert(name, field);
    }
    for (name, field) in said {
        let own = extra(&entity.name, &field, &place.join("fields").join(&name), faults);
        fields.insert(name, own);
    }
    entity.fields = fields;
    if entity.sort.is_empty() {
        entity.sort = known.sort;
    }
}

/// A field that a pack adds to a native: by who writes it, it is told from those of the engine.
fn extra(entity: &str, field: &Arc<FieldDefinition>, place: &Pointer, faults: &mut Faults) -> Arc<FieldDefinition> {
    let unfit = [
        (
            "written_by",
            field.written_by != FieldWriter::People,
            "is written by people, with an act or by itself",
        ),
        (
            "required",
            field.required && entity != BOOKED,
            "may be missing: not everything that makes such a record is given it",
        ),
        (
            "unique",
            field.unique,
            "may say the same of several records: what is booked together is one for each resource",
        ),
    ];
    for (option, _, why) in unfit.iter().filter(|(_, given, _)| *given) {
        let message = format!("a field that a pack adds to the native `{entity}` {why}; leave out `{option}`");
        faults.add(Reason::new(Code::DefinitionConflict, place.join(*option), message));
    }
    let mut own = Arc::clone(field);
    if own.written_by != FieldWriter::People {
        Arc::make_mut(&mut own).written_by = FieldWriter::People;
    }
    own
}

/// A field of the engine's as a pack shows it.
fn as_shown(
    field: &FieldDefinition,
    shown: &FieldDefinition,
    (entity, name): (&str, &str),
    place: &Pointer,
    faults: &mut Faults,
) -> FieldDefinition {
    if field.kind != shown.kind {
        let message = format!(
            "`{name}` of the native `{entity}` is {}; leave out what it is, or say the same",
            field.kind.told()
        );
        let reason = Reason::new(Code::DefinitionConflict, place.join("kind"), message);
        faults.add(reason.with("kind", field.kind));
        return field.clone();
    }
    let told = |field: &FieldDefinition| match serde_json::to_value(field) {
        Ok(Value::Object(options)) => options,
        _ => Map::new(),
    };
    let own = told(field);
    for (option, value) in told(shown) {
        if !SHOWN.contains(&option.as_str()) && own.get(&option) != Some(&value) {
            let message = format!(
                "`{option}` of `{name}` is the engine's to say, as `{entity}` is native; a pack says {}",
                "`label`, `help`, `personal` and `sensitive`"
            );
            faults.add(Reason::new(
                Code::DefinitionConflict,
                place.join(option.as_str()),
                message,
            ));
        }
    }
    FieldDefinition {
        label: shown.label.clone(),
        help: shown.help.clone(),
        personal: shown.personal,
        sensitive: shown.sensitive,
        ..field.clone()
    }
}

impl Entity {
    /// Whether the engine alone writes its records.
    pub fn is_native(&self) -> bool {
        self.definition().native
    }

    /// Whether what fields have in it stands in rows beside its table: those of a tenant, and those that a pack adds to a native.
    pub fn has_rows_beside(&self) -> bool {
        self.definition().custom || self.is_native()
    }

    /// Whether a pack has added fields to this native.
    pub fn is_extended(&self) -> bool {
        self.is_native() && self.fields().iter().any(super::compiled::Field::is_custom)
    }

    /// Whether its records can be booked: the place of the field that says how. The id of a record is the resource's.
    pub fn bookable_by(&self) -> Option<&super::compiled::Field> {
        self.fields().iter().find(|field| field.kind() == FieldKind::Resource)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_descriptor_is_read_without_a_fault() {
        for (name, text) in SHIPPED {
            let (read, faults) = form::read_definition::<EntityDefinition>(text.as_bytes()).unwrap();
            assert_eq!(read.name, *name);
            assert!(faults.into_reasons().is_empty(), "{name}");
        }
        assert_eq!(natives().len(), SHIPPED.len());
    }
}
