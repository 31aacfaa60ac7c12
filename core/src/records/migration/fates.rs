//! What becomes of every entity and field: whether its records and values go on.

use std::collections::BTreeMap;

use super::super::compiled::{Entity, Field, Pack};
use super::super::definition::FieldKind;
use super::super::kinds::KindFamily;
use super::renames::Renames;

/// What becomes of what was there, and what is lost with it.
#[derive(Debug, Default)]
pub(super) struct Fates {
    /// Fields, by entity and field as they were called.
    fields: BTreeMap<(String, String), Fate>,
    /// Entities as they were called.
    entities: BTreeMap<String, Fate>,
    /// In order.
    pub(super) losses: Vec<Lost>,
}

/// What becomes of a field or an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// Its values go on.
    Stays,
    /// Its name does, with values of another meaning.
    Replaced,
    /// It is gone.
    Gone,
}

/// Something that is lost.
#[derive(Debug)]
pub(super) struct Lost {
    pub(super) name: String,
    pub(super) sentence: String,
}

impl Fates {
    /// What becomes of an entity, by its former name.
    pub(super) fn entity(&self, name: &str) -> Fate {
        self.entities.get(name).copied().unwrap_or(Fate::Gone)
    }

    /// What becomes of a field, by its and its entity's former names.
    pub(super) fn field(&self, entity: &str, field: &str) -> Fate {
        let key = (entity.to_owned(), field.to_owned());
        self.fields.get(&key).copied().unwrap_or(Fate::Gone)
    }
}

pub(super) fn of(before: Option<&Pack>, after: &Pack, renames: &Renames) -> Fates {
    let mut fates = Fates::default();
    let Some(before) = before else {
        return fates;
    };
    for former in before.entities() {
        let name = former.name();
        let now = renames.entity_now(after, name);
        let fate = match now {
            Some(entity) if alike(former, entity, renames) && key_stays((before, former), (after, entity), renames) => {
                Fate::Stays
            }
            Some(_) => Fate::Replaced,
            None => Fate::Gone,
        };
        fates.entities.insert(name.to_owned(), fate);
        if former.is_native() {
            // Of the engine's own nothing goes; what packs have added may.
            let goes_on = now.filter(|entity| fate == Fate::Stays && entity.is_native());
            let extra = former.fields().iter().filter(|field| field.is_custom());
            for (entity, field) in goes_on
                .into_iter()
                .flat_map(|entity| extra.clone().map(move |own| (entity, own)))
            {
                let fate = of_field((before, field), (after, entity), renames);
                fates.fields.insert((name.to_owned(), field.name().to_owned()), fate);
                fates.losses.extend(lost(name, field, fate));
            }
            continue;
        }
        match (fate, now) {
            (Fate::Stays, Some(entity)) => {
                for field in former.fields() {
                    let fate = of_field((before, field), (after, entity), renames);
                    fates.fields.insert((name.to_owned(), field.name().to_owned()), fate);
                    fates.losses.extend(lost(name, field, fate));
                }
                own_columns(former, entity, &mut fates);
                if former.definition().custom && !entity.definition().custom {
                    let sentence = format!("the values of the fields that tenants gave `{name}`");
                    let name = format!("{name}.custom");
                    fates.losses.push(Lost { name, sentence });
                }
            }
            (Fate::Replaced, _) => fates.losses.push(Lost {
                name: name.to_owned(),
                sentence: format!("the records of `{name}`, which are now kept in another way"),
            }),
            _ => fates.losses.push(Lost {
                name: name.to_owned(),
                sentence: format!("the records of `{name}`"),
            }),
        }
    }
    fates
}

/// Whether the records of one are kept where those of the other are.
fn alike(former: &Entity, entity: &Entity, renames: &Renames) -> bool {
    let (old, new) = (former.definition(), entity.definition());
    let samples = match (&old.series, &new.series) {
        (None, None) => true,
        (Some(old), Some(new)) => {
            let was = |name| renames.field(entity.name(), name);
            old.subject == was(&new.subject) && old.at == was(&new.at)
        }
        _ => false,
    };
    old.scope == new.scope && old.native == new.native && samples
}

/// Whether what samples are known by goes on.
fn key_stays((before, former): (&Pack, &Entity), (after, entity): (&Pack, &Entity), renames: &Renames) -> bool {
    let series = former.definition().series.iter();
    let mut key = series.flat_map(|series| [&series.subject, &series.at]);
    key.all(|name| {
        let field = former.field(name);
        field.is_none_or(|field| of_field((before, field), (after, entity), renames) == Fate::Stays)
    })
}

fn lost(entity: &str, field: &Field, fate: Fate) -> Option<Lost> {
    // What is gathered and what stands in rows of another entity is not kept here.
    if fate == Fate::Stays || matches!(field.kind(), FieldKind::Rows | FieldKind::Gathered) {
        return None;
    }
    let name = format!("{entity}.{}", field.name());
    let sentence = match fate {
        Fate::Replaced => format!("the values of `{name}`, which are of another kind now"),
        _ => format!("the values of `{name}`"),
    };
    Some(Lost { name, sentence })
}

/// Columns that every record had and has no more.
fn own_columns(former: &Entity, entity: &Entity, fates: &mut Fates) {
    for column in former.columns().iter().filter(|column| column.field.is_none()) {
        let here = entity
            .columns()
            .iter()
            .any(|own| own.field.is_none() && own.name == column.name);
        if !here {
            let name = format!("{}.{}", former.name(), column.name);
            let sentence = format!("the values of `{name}`");
            fates.losses.push(Lost { name, sentence });
        }
    }
}

fn of_field((before, field): (&Pack, &Field), (after, entity): (&Pack, &Entity), renames: &Renames) -> Fate {
    let mut present = entity.fields().iter();
    let Some(own) = present.find(|own| renames.field(entity.name(), own.name()) == field.name()) else {
        return Fate::Gone;
    };
    let target = |pack: &Pack, field: &Field| {
        let other = field.target().and_then(|target| pack.entities().get(target));
        other.map(|other| other.name().to_owned())
    };
    let kept = !matches!(field.kind(), FieldKind::Rows | FieldKind::Gathered);
    let leads = !kept || target(before, field) == target(after, own).map(|name| renames.entity(&name).to_owned());
    // A record that the platform keeps is no record of a tenant's, though it is called the same.
    let reached = || {
        let other = field.target().and_then(|target| before.entities().get(target));
        other.is_none_or(|other| {
            renames
                .entity_now(after, other.name())
                .is_some_and(|now| alike(other, now, renames))
        })
    };
    if goes_on(field.kind(), own.kind()) && leads && (!kept || reached()) {
        Fate::Stays
    } else {
        Fate::Replaced
    }
}

/// Whether every value of one kind is one of another, or can be looked over and then is.
pub(super) fn goes_on(before: FieldKind, after: FieldKind) -> bool {
    use FieldKind::{Condition, Decimal, File, Integer, Percent, Picture};
    let texts = |kind: FieldKind| {
        let family = kind.family();
        matches!(family, KindFamily::Text | KindFamily::Word) || kind == Condition
    };
    before == after
        || (texts(before) && texts(after))
        || (before == Integer && matches!(after, Decimal | Percent))
        || (before == Decimal && after == Percent)
        || (before == Percent && after == Decimal)
        || (before == Picture && after == File)
}
