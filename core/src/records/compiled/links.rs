//! Where links lead, and what is gathered from where.

use std::collections::HashMap;

use super::super::columns::ColumnKind;
use super::super::definition::{DeletionRule, FieldKind};
use super::entity::{Entity, Field, Gather};
use super::{fields, layout};
use crate::expression::Type;
use crate::fault::{Faults, Place, Pointer, near, shortened};
use crate::{Code, Reason};

/// Finds the entity of every link, compiles what is asked of it, and gives every entity the names of its conditions.
pub(super) fn resolve(
    entities: &mut [Entity],
    by_name: &HashMap<Box<str>, usize>,
    place: &Pointer,
    faults: &mut Faults,
) {
    let place = Place::At(place.as_str());
    let kinds: Vec<Kind> = entities.iter().map(Kind::of).collect();
    for index in 0..entities.len() {
        targets(entities, index, &kinds, by_name, &place.entry(index), faults);
    }
    // What is gathered has the type of where it stands: own names first, then those that look at others.
    for entity in entities.iter_mut() {
        (entity.environment, entity.slots) = layout::environment(entity, |_| None);
    }
    for index in 0..entities.len() {
        gathered(entities, index, by_name, &place.entry(index), faults);
    }
    for index in 0..entities.len() {
        with_gathered(entities, index);
    }
    for index in 0..entities.len() {
        wanted(entities, index, &place.entry(index), faults);
    }
}

fn find<'n>(
    name: &str,
    by_name: &'n HashMap<Box<str>, usize>,
    place: impl Into<String>,
    faults: &mut Faults,
) -> Option<usize> {
    let found = by_name.get(name).copied();
    if found.is_none() {
        let mut names: Vec<&'n str> = by_name.keys().map(|name| &**name).collect();
        names.sort_unstable();
        let message = format!(
            "there is no entity `{}`{}",
            shortened(name),
            near(name, names.into_iter())
        );
        faults.add(Reason::new(Code::DefinitionReference, place, message));
    }
    found
}

/// What decides whether an entity may be linked to.
struct Kind {
    is_platform: bool,
    is_series: bool,
    is_soft: bool,
}

impl Kind {
    fn of(entity: &Entity) -> Kind {
        Kind {
            is_platform: entity.is_platform(),
            is_series: entity.definition().series.is_some(),
            is_soft: entity.definition().soft_delete.is_some(),
        }
    }
}

fn targets(
    entities: &mut [Entity],
    index: usize,
    kinds: &[Kind],
    names: &HashMap<Box<str>, usize>,
    place: &Place<'_>,
    faults: &mut Faults,
) {
    let Some(entity) = entities.get_mut(index) else {
        return;
    };
    let platform = entity.is_platform();
    let link = |field: &Field| matches!(field.kind(), FieldKind::Link | FieldKind::Links);
    for field in entity.fields_mut().iter_mut().filter(|field| field.leads) {
        let Some(name) = &field.definition.entity else {
            continue;
        };
        let fields = place.field("fields");
        let own = fields.field(&field.name);
        let at = own.field("entity");
        let target = find(name, names, &at, faults);
        let kind = target.and_then(|target| kinds.get(target));
        if platform && kind.is_some_and(|kind| !kind.is_platform) {
            let message = "records of the platform cannot link to those of a tenant";
            faults.add(Reason::new(Code::DefinitionConflict, &at, message));
        }
        if link(field) && kind.is_some_and(|kind| kind.is_series) {
            let message = "samples have no id; link to what they are of";
            faults.add(Reason::new(Code::DefinitionConflict, &at, message));
        }
        // A list is still there without one of its links.
        let clears = field.kind() == FieldKind::Link
            && matches!(
                field.definition.deletion,
                Some(DeletionRule::Clear | DeletionRule::RefuseWhile(_))
            );
        if clears && field.definition.required && kind.is_some_and(|kind| !kind.is_soft) {
            let name = shortened(name);
            let message = format!(
                "the link is required, and would have to be cleared when its `{name}` is deleted; give `{name}` `soft_delete`, or \
                 let this one `cascade`"
            );
            let at = own.field("deletion");
            faults.add(Reason::new(Code::DefinitionConflict, &at, message));
        }
        field.target = target;
    }
}

/// The column of a link of an entity that leads to another one.
fn link_to(entities: &[Entity], from: usize, to: usize, name: &str) -> Option<u16> {
    let field = entities.get(from)?.field(name)?;
    let leads = field.kind() == FieldKind::Link && field.target == Some(to);
    field.column.filter(|_| leads)
}

fn gathered(
    entities: &mut [Entity],
    index: usize,
    names: &HashMap<Box<str>, usize>,
    place: &Place<'_>,
    faults: &mut Faults,
) {
    let Some(entity) = entities.get(index) else {
        return;
    };
    let mut found = Vec::new();
    let looks_away = |field: &Field| matches!(field.kind(), FieldKind::Rows | FieldKind::Gathered);
    let away = entity.fields().iter().enumerate();
    for (number, field) in away.filter(|(_, field)| looks_away(field)) {
        let fields = place.field("fields");
        let at = fields.field(field.name());
        match (
            field.kind(),
            field.definition.by.as_deref(),
            field.definition.from.as_deref(),
        ) {
            (FieldKind::Rows, Some(by), _) => {
                let unlinked = |target: &usize| link_to(entities, *target, index, by).is_none();
                let other = field.target.filter(unlinked).and_then(|other| entities.get(other));
                if let Some(other) = other {
                    faults.add(no_link(by, other, entity, &at));
                }
            }
            (FieldKind::Gathered, Some(by), Some(from)) => {
                let gather = gather(entities, index, field, (by, from), names, &at, faults);
                found.extend(gather.map(|gather| (number, gather)));
            }
            _ => {}
        }
    }
    if let Some(entity) = entities.get_mut(index) {
        for (number, gather) in found {
            if let Some(field) = entity.fields_mut().get_mut(number) {
                field.gather = Some(Box::new(gather));
            }
        }
    }
}

fn no_link(by: &str, other: &Entity, entity: &Entity, at: &Place<'_>) -> Reason {
    let message = format!(
        "`{}` is no link of `{}` to `{}`",
        shortened(by),
        other.name(),
        entity.name()
    );
    Reason::new(Code::DefinitionReference, &at.field("by"), message)
}

/// Where a gathered field's values stand, and what must be true of their records.
fn gather(
    entities: &[Entity],
    index: usize,
    field: &Field,
    (by, from): (&str, &str),
    names: &HashMap<Box<str>, usize>,
    at: &Place<'_>,
    faults: &mut Faults,
) -> Option<Gather> {
    let Some((other, value)) = from.split_once('.') else {
        let message = format!(
            "`{}` is no entity with a field such as `ticket.assignee`",
            shortened(from)
        );
        faults.add(Reason::new(Code::DefinitionRange, &at.field("from"), message));
        return None;
    };
    let other = find(other, names, &at.field("from"), faults)?;
    let (entity, target) = (entities.get(index)?, entities.get(other)?);
    let column = target.field(value).filter(|own| own.kind().fact().is_some());
    let Some(value) = column.and_then(|own| own.column) else {
        let message = target.no_field(value);
        faults.add(Reason::new(Code::DefinitionReference, &at.field("from"), message));
        return None;
    };
    let Some(by) = link_to(entities, other, index, by) else {
        faults.add(no_link(by, target, entity, at));
        return None;
    };
    let kind = target.column(value).map(|column| column.kind);
    let Some(kind @ (ColumnKind::Id | ColumnKind::Text)) = kind else {
        let message = "only links and texts are gathered";
        faults.add(Reason::new(Code::DefinitionConflict, &at.field("from"), message));
        return None;
    };
    let condition = field.definition.condition.as_deref();
    let condition = condition.and_then(|text| fields::asked(text, target, &at.field("while"), faults));
    Some(Gather {
        entity: other,
        value,
        by,
        kind,
        condition,
    })
}

fn with_gathered(entities: &mut [Entity], index: usize) {
    let Some(entity) = entities
        .get(index)
        .filter(|entity| entity.fields().iter().any(|own| own.gather.is_some()))
    else {
        return;
    };
    let own_type = |place: usize| -> Option<Type> {
        let gather = entity.fields().get(place)?.gather.as_ref()?;
        let other = entities.get(gather.entity)?;
        let field = other.column(gather.value)?.field?;
        other.fields().get(field)?.kind().fact()
    };
    let (environment, slots) = layout::environment(entity, own_type);
    if let Some(entity) = entities.get_mut(index) {
        (entity.environment, entity.slots) = (environment, slots);
    }
}

/// What must be true of the record that a new link leads to.
fn wanted(entities: &mut [Entity], index: usize, place: &Place<'_>, faults: &mut Faults) {
    let Some(entity) = entities.get(index) else {
        return;
    };
    let mut found = Vec::new();
    for (number, field) in entity.fields().iter().enumerate() {
        if let Some(target) = field.target.and_then(|target| entities.get(target))
            && let Some(text) = &field.definition.only
        {
            let fields = place.field("fields");
            let at = fields.field(field.name());
            found.push((number, fields::asked(text, target, &at.field("only"), faults)));
        }
    }
    if let Some(entity) = entities.get_mut(index) {
        for (number, only) in found {
            if let Some(field) = entity.fields_mut().get_mut(number) {
                field.only = only.map(Box::new);
            }
        }
    }
}
