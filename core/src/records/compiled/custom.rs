//! The fields that a tenant has given entities of its own. They are fields like all others, kept in one table beside the entity's.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::columns::{Column, ColumnKind, ColumnPart};
use super::super::definition::{
    DeletionRule, EntityDefinition, EntityScope, FieldDefinition, FieldKind, FieldWriter, PackDefinition,
};
use super::super::kinds::KindFamily;
use super::{Entity, check};
use crate::fault::{Faults, Pointer, near, shortened};
use crate::{Code, Error, Reason};

/// Fields by entity and name.
type Fields = BTreeMap<String, BTreeMap<String, Arc<FieldDefinition>>>;

/// What their names begin with; no field of the pack's does, where tenants add some.
const PREFIX: &str = "custom_";
/// As many have place on an entity.
const MOST: usize = 100;
/// The most characters of a text by which records are found: an index of every database has place for them.
pub const LONGEST_WORD: u32 = 500;

/// Whether a field of an entity is kept beside it: one that a tenant has given it, or the pack one of the engine's.
pub(super) fn is_custom(entity: &EntityDefinition, name: &str, field: &FieldDefinition) -> bool {
    entity.custom && name.starts_with(PREFIX) || entity.native && field.written_by == FieldWriter::People
}

/// The entities of a pack, with the fields that a tenant has given them.
pub(super) fn merged(definition: &PackDefinition, root: &Pointer, faults: &mut Faults) -> Vec<Arc<EntityDefinition>> {
    let mut entities = definition.entities.clone();
    for (index, entity) in entities.iter().enumerate() {
        let place = root.join("entities").join(index);
        if entity.custom {
            open(entity, &place, faults);
        }
        let extra = entity
            .fields
            .iter()
            .filter(|(name, field)| entity.native && is_custom(entity, name, field));
        for (name, field) in extra {
            OF_PACKS.allowed(field, definition, &place.join("fields").join(name), faults);
        }
    }
    for (name, fields) in &definition.custom {
        let place = root.join("custom").join(name);
        let Some(entity) = entities.iter_mut().find(|entity| entity.name == *name && entity.custom) else {
            let open = definition.entities.iter().filter(|entity| entity.custom);
            let hint = near(name, open.map(|entity| entity.name.as_str()));
            let message = format!("`{}` takes no fields of tenants{hint}", shortened(name));
            faults.add(Reason::new(Code::DefinitionReference, place, message));
            continue;
        };
        if fields.len() > MOST {
            let message = format!("there are {} fields; at most {MOST} have place", fields.len());
            faults.add(Reason::new(Code::DefinitionRange, &place, message));
        }
        check::fields(fields, &place, faults);
        let mut taken = BTreeMap::new();
        for (name, field) in fields {
            let at = place.join(name);
            if !name.starts_with(PREFIX) {
                let message = format!(
                    "`{}` is a name of the pack's; begin with `{PREFIX}`, so that no later version of it has the same",
                    shortened(name)
                );
                faults.add(Reason::new(Code::DefinitionRange, at, message));
                continue;
            }
            OF_TENANTS.allowed(field, definition, &at, faults);
            taken.insert(name.clone(), Arc::clone(field));
        }
        Arc::make_mut(entity).fields.append(&mut taken);
    }
    entities
}

/// Where the fields of a tenant were given: what is wrong with one of them is told there, and not where it was put.
pub(super) struct Given {
    fields: Fields,
    entities: Vec<String>,
}

impl Given {
    pub(super) fn of(definition: &PackDefinition) -> Given {
        let named = definition.entities.iter().filter(|_| !definition.custom.is_empty());
        Given {
            fields: definition.custom.clone(),
            entities: named.map(|entity| entity.name.clone()).collect(),
        }
    }

    pub(super) fn placed(&self, error: Error) -> Error {
        error.each_reason(|reason| {
            let put = reason
                .path
                .strip_prefix("/entities/")
                .and_then(|path| path.split_once("/fields/"));
            let Some((place, field)) = put else { return };
            let entity = place.parse().ok().and_then(|place: usize| self.entities.get(place));
            let name = field.split_once('/').map_or(field, |(name, _)| name);
            let own = entity.and_then(|entity| self.fields.get(entity));
            if let Some(entity) = entity.filter(|_| own.is_some_and(|own| own.contains_key(name))) {
                reason.path = format!("/custom/{entity}/{field}");
            }
        })
    }
}

/// What an entity must be to which tenants add fields.
fn open(entity: &EntityDefinition, place: &Pointer, faults: &mut Faults) {
    let unfit = [
        (entity.native, "the engine writes its records itself"),
        (
            entity.scope == EntityScope::Platform,
            "its records are the platform's, and no tenant's",
        ),
        (entity.series.is_some(), "nothing stands beside samples"),
    ];
    for (_, why) in unfit.iter().filter(|(unfit, _)| *unfit) {
        let message = format!("tenants cannot add fields to it: {why}");
        faults.add(Reason::new(Code::DefinitionConflict, place.join("custom"), message));
    }
    let own = |name: &&String| *name == "custom" || name.starts_with(PREFIX);
    for name in entity.fields.keys().filter(own) {
        let message = format!(
            "`{}` is left to the fields that tenants add; choose another name",
            shortened(name)
        );
        faults.add(Reason::new(
            Code::DefinitionConflict,
            place.join("fields").join(name),
            message,
        ));
    }
}

/// Who adds fields that are kept in rows.
struct Adding {
    /// In words.
    who: &'static str,
    /// Whether they are a pack's: a field may get another name.
    of_pack: bool,
}

const OF_TENANTS: Adding = Adding {
    who: "a tenant adds",
    of_pack: false,
};
const OF_PACKS: Adding = Adding {
    who: "a pack adds to a native",
    of_pack: true,
};

impl Adding {
    /// Whether a field can be one of these.
    fn allowed(&self, field: &FieldDefinition, pack: &PackDefinition, place: &Pointer, faults: &mut Faults) {
        let who = self.who;
        let kind = field.kind;
        let kinds = [FieldKind::Links, FieldKind::Secret, FieldKind::File, FieldKind::Picture];
        let is_kept = kind == FieldKind::Link || kind.has_column() && kind.family() != KindFamily::Whole;
        if !is_kept && (self.of_pack || !kinds.contains(&kind)) {
            let others = match self.of_pack {
                true => " or a link",
                false => ", a link, a secret, a file or a picture, or it is links",
            };
            let message = format!(
                "a field that {who} is one value: text, a number, a day, a moment, yes or no, a choice{others}"
            );
            faults.add(Reason::new(Code::DefinitionConflict, place.join("kind"), message).with("kind", kind));
        }
        let target = field.entity.as_deref();
        let target = target.and_then(|name| pack.entities.iter().find(|entity| entity.name == name));
        if target.is_some_and(|target| target.scope == EntityScope::Platform || target.native) {
            let message = format!("a link that {who} leads to records of the tenant that are no native ones");
            faults.add(Reason::new(Code::DefinitionConflict, place.join("entity"), message));
        }
        let found_by = field.filter || field.unique || field.has_folded();
        if found_by && field.column() == ColumnKind::Text && field.longest() > LONGEST_WORD {
            let message = format!(
                "a text by which records are found has at most {LONGEST_WORD} characters; this one may have {}",
                field.longest()
            );
            faults.add(Reason::new(Code::DefinitionRange, place.join("max_length"), message));
        }
        let unfit = [
            ("computed", field.computed.is_some(), "is written by people"),
            (
                "written_by",
                field.written_by != FieldWriter::People,
                "is written by people",
            ),
            (
                "deprecated",
                field.deprecated.is_some() && !self.of_pack,
                "is removed when it has served",
            ),
            ("platform_wide", field.platform_wide, "is the tenant's own"),
            (
                "was",
                field.was.is_some() && !self.of_pack,
                "keeps its name, and changes its `label`",
            ),
            (
                "deletion",
                field.deletion == Some(DeletionRule::Cascade),
                "does not delete records",
            ),
        ];
        for (option, _, why) in unfit.iter().filter(|(_, given, _)| *given) {
            let message = format!("a field that {who} {why}; leave out `{option}`");
            faults.add(Reason::new(Code::DefinitionConflict, place.join(option), message));
        }
    }
}

impl Entity {
    /// The column of the table of tenants' fields in which a column of one of them is kept, however its field is changed.
    pub fn custom_column(&self, column: &Column) -> &'static str {
        match (column.part, column.kind) {
            (ColumnPart::Folded | ColumnPart::Shown, _) => "word",
            (ColumnPart::Currency, _) | (ColumnPart::Value, ColumnKind::Text | ColumnKind::Bytes) => "text",
            (ColumnPart::Value, ColumnKind::Id) => "other",
            (ColumnPart::Value, _) => "number",
        }
    }

    /// The same where records are found by it: texts by which lists are filtered as they are written stand as words as well, of which
    /// there is an index.
    pub fn custom_word(&self, column: &Column) -> &'static str {
        let field = column.field.and_then(|place| self.fields().get(place));
        let is_word = |field: &super::Field| field.folded.is_none() && field.definition.filter;
        match self.custom_column(column) {
            "text" if column.part == ColumnPart::Value && field.is_some_and(is_word) => "word",
            own => own,
        }
    }
}
