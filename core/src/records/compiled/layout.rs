//! The columns of an entity's table, and the names that conditions may use.

use super::super::columns::{Column, ColumnKind, ColumnPart};
use super::super::definition::{EntityScope, FieldKind};
use super::entity::{Entity, Slot};
use crate::expression::{Environment, Type};

/// Names that every condition knows beside the entity's fields.
pub(super) const PARAMETERS: &[(&str, Slot)] = &[("now", Slot::Now), ("today", Slot::Today), ("actor", Slot::Actor)];

/// The columns that every record has: the fields of a machine and of soft deletion where there are such.
fn own_columns(entity: &Entity) -> Vec<(&'static str, ColumnKind, bool)> {
    let mut own = vec![("id", ColumnKind::Id, true)];
    if entity.definition().series.is_some() {
        // A sample has no id, version or history: its key is its subject and moment.
        own.clear();
        return own;
    }
    own.push(("version", ColumnKind::Integer, true));
    own.push(("created_at", ColumnKind::Instant, true));
    own.push(("updated_at", ColumnKind::Instant, true));
    if entity.definition().soft_delete.is_some() {
        own.push(("deleted_at", ColumnKind::Instant, false));
    }
    if entity.machine().is_some() {
        own.push(("entered_at", ColumnKind::Instant, true));
        own.push(("machine_version", ColumnKind::Integer, true));
    }
    own
}

/// The columns of an entity of a pack with that first language.
pub(super) fn columns(entity: &mut Entity, language: &str) {
    let own = own_columns(entity).into_iter();
    let mut columns: Vec<Column> = own
        .map(|(name, kind, required)| Column {
            name: name.to_owned(),
            kind,
            field: None,
            part: ColumnPart::Value,
            required,
            custom: false,
            by_language: false,
        })
        .collect();
    for (place, field) in entity.fields_mut().iter_mut().enumerate() {
        let (definition, custom) = (&field.definition, field.custom);
        let texts = definition.kind == FieldKind::TranslatedText;
        if texts {
            field.language = Some(language.into());
        }
        if !definition.kind.has_column() && !definition.has_folded() {
            continue;
        }
        let mut add = |name: String, kind: ColumnKind, part: ColumnPart| {
            let number = u16::try_from(columns.len()).ok();
            columns.push(Column {
                name,
                kind,
                field: Some(place),
                part,
                // Records may be older than a field that a tenant adds.
                required: definition.required && !custom && !texts,
                custom,
                by_language: texts && (part == ColumnPart::Shown || !definition.keeps_first()),
            });
            number
        };
        if texts {
            field.folded = add(format!("{}__folded", field.name), ColumnKind::Text, ColumnPart::Folded);
            field.shown = add(format!("{}__shown", field.name), ColumnKind::Text, ColumnPart::Shown);
            continue;
        }
        field.column = add(field.name.to_string(), definition.column(), ColumnPart::Value);
        if definition.kind == FieldKind::Money {
            field.currency = add(
                format!("{}__currency", field.name),
                ColumnKind::Text,
                ColumnPart::Currency,
            );
        }
        if definition.has_folded() {
            field.folded = add(format!("{}__folded", field.name), ColumnKind::Text, ColumnPart::Folded);
        }
    }
    *entity.columns_mut() = columns;
}

/// Names with their types, and what stands behind each.
struct Names(Vec<(String, Type)>, Vec<Slot>);

impl Names {
    fn add(&mut self, name: String, own: Type, slot: Slot) {
        self.0.push((name, own));
        self.1.push(slot);
    }
}

/// The names that conditions over an entity may use. What is gathered has the type of what it is gathered from.
pub(super) fn environment(entity: &Entity, gathered: impl Fn(usize) -> Option<Type>) -> (Environment, Vec<Slot>) {
    let optional = |own: Type, required: bool| if required { own } else { Type::Optional(Box::new(own)) };
    let most = entity.columns().len() + PARAMETERS.len();
    let mut names = Names(Vec::with_capacity(most), Vec::with_capacity(most));
    for (number, column) in (0_u16..).zip(entity.columns()) {
        let slot = Slot::Column(number);
        let Some(place) = column.field else {
            let own = match column.kind {
                ColumnKind::Instant => Type::Instant,
                ColumnKind::Integer => Type::Int,
                _ => Type::Text,
            };
            names.add(column.name.clone(), optional(own, column.required), slot);
            continue;
        };
        let Some(field) = entity.fields().get(place) else {
            continue;
        };
        let own = match column.part {
            ColumnPart::Value => field.kind().fact().map(|own| (field.name().to_owned(), own)),
            ColumnPart::Currency => Some((format!("{}.currency", field.name()), Type::Text)),
            ColumnPart::Folded | ColumnPart::Shown => None,
        };
        if let Some((name, own)) = own {
            names.add(name, optional(own, column.required), slot);
        }
    }
    let lists = |names: &mut Names, kind: FieldKind| {
        for (place, field) in entity
            .fields()
            .iter()
            .enumerate()
            .filter(|(_, field)| field.kind() == kind)
        {
            let own = match kind {
                FieldKind::Links | FieldKind::Tags => field.kind().fact(),
                _ => gathered(place).map(|own| Type::List(Box::new(own))),
            };
            if let (Some(own), Ok(place)) = (own, u16::try_from(place)) {
                names.add(field.name().to_owned(), own, Slot::List(place));
            }
        }
    };
    lists(&mut names, FieldKind::Links);
    lists(&mut names, FieldKind::Tags);
    if entity.definition().scope == EntityScope::Tenant {
        for (name, slot) in PARAMETERS {
            let own = match slot {
                Slot::Now => Type::Instant,
                Slot::Today => Type::Day,
                _ => Type::Text,
            };
            names.add((*name).to_owned(), own, *slot);
        }
    }
    // Last, since their types are known last: every other name keeps its place.
    lists(&mut names, FieldKind::Gathered);
    (Environment::of(names.0), names.1)
}
