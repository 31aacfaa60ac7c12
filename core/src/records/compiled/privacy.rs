//! What a pack says of people beside its fields: how long records are kept, and what people agree to.

use super::super::definition::{ConsentPurpose, EntityRetention, EntityScope, FieldKind, PackDefinition};
use super::check::plain;
use super::entity::Entity;
use super::fields;
use crate::fault::{Faults, Place, Pointer, shortened};
use crate::tenancy::RetentionAction;
use crate::{Code, Reason};

/// The moments of every record from which time may count.
const MOMENTS: [&str; 4] = ["created_at", "updated_at", "deleted_at", "entered_at"];

/// How long records of an entity are kept.
pub(super) fn retention(entity: &Entity, place: &Pointer, faults: &mut Faults) {
    let Some(own) = &entity.definition().retention else {
        return;
    };
    let at = place.join("retention");
    since(entity, own, &at, faults);
    if own.keep_months == 0 && own.keep_days == 0 {
        let message = "say for how long they are kept: `keep_months`, `keep_days` or both";
        faults.add(Reason::new(Code::DefinitionMissing, at.join("keep_days"), message));
    }
    if let Some(when) = &own.when {
        let _ = fields::asked(when, entity, &Place::At(at.as_str()).field("when"), faults);
    }
    for (option, message) in unfit(entity, own) {
        faults.add(Reason::new(Code::DefinitionConflict, at.join(option), message));
    }
}

/// From when their time counts.
fn since(entity: &Entity, own: &EntityRetention, at: &Pointer, faults: &mut Faults) {
    let is_moment = MOMENTS.contains(&own.after.as_str()) && entity.column_named(&own.after).is_some();
    let found = entity.field(&own.after);
    let is_day =
        found.is_some_and(|field| matches!(field.kind(), FieldKind::Day | FieldKind::Instant) && !field.is_custom());
    if is_moment || is_day {
        return;
    }
    let at = at.join("after");
    let reason = match found {
        Some(field) => {
            let message = format!(
                "`{}` is {}; time counts from a day or a moment",
                field.name(),
                field.kind().told()
            );
            Reason::new(Code::DefinitionConflict, at, message)
        }
        None => Reason::new(Code::DefinitionReference, at, entity.no_field(&own.after)),
    };
    faults.add(reason);
}

/// What does not go together.
fn unfit(entity: &Entity, own: &EntityRetention) -> Vec<(&'static str, &'static str)> {
    let definition = entity.definition();
    let mut unfit = Vec::new();
    if definition.series.is_some() {
        unfit.push((
            "then",
            "samples are kept for the `keep_days` of their series; leave this out",
        ));
    }
    if definition.scope == EntityScope::Platform {
        unfit.push((
            "then",
            "records of the platform are kept by the operators; leave this out",
        ));
    }
    if own.then == RetentionAction::Delete && definition.native {
        unfit.push(("then", "records of a native are not deleted; say `anonymise`"));
    }
    let says_nothing = || {
        entity
            .fields()
            .iter()
            .all(|field| field.definition().made_nameless().is_none())
    };
    if own.then == RetentionAction::Anonymise && says_nothing() {
        unfit.push((
            "then",
            "no field is `personal`, `sensitive` or a secret: there is nothing to make nameless",
        ));
    }
    unfit
}

/// What people are asked to agree to.
pub(super) fn purposes(definition: &PackDefinition, root: &Pointer, faults: &mut Faults) {
    let place = root.join("purposes");
    for (name, purpose) in &definition.purposes {
        let at = place.join(name);
        plain(name, "a purpose", &Place::At(at.as_str()), faults);
        texts(purpose, &definition.languages, &at.join("texts"), faults);
    }
}

/// Everybody can read what they agree to: there is a text in every language of the pack, and in no other.
fn texts(purpose: &ConsentPurpose, languages: &[String], at: &Pointer, faults: &mut Faults) {
    if purpose.texts.is_empty() {
        faults.add(Reason::new(
            Code::DefinitionMissing,
            at,
            "say what people agree to, by language",
        ));
        return;
    }
    for language in languages
        .iter()
        .filter(|language| !purpose.texts.contains_key(*language))
    {
        let message = format!("there is no text in `{}`, a language of the pack", shortened(language));
        faults.add(Reason::new(Code::DefinitionMissing, at.join(language), message));
    }
    for (language, text) in &purpose.texts {
        if !languages.is_empty() && !languages.contains(language) {
            let message = format!("`{}` is no language of the pack", shortened(language));
            faults.add(Reason::new(Code::DefinitionReference, at.join(language), message));
        }
        if text.trim().is_empty() {
            faults.add(Reason::new(
                Code::DefinitionMissing,
                at.join(language),
                "the text is empty",
            ));
        }
    }
}
