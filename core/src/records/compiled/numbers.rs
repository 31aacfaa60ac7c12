//! How numbers are written: those that entities share, and those of each alone.

use super::super::definition::{EntityDefinition, EntityNumber, EntityScope, PackDefinition};
use crate::fault::{Faults, Pointer, near, shortened};
use crate::tenancy::{NumberFormat, NumberReset, check_formats};
use crate::{Code, Reason};

pub(super) fn check(definition: &PackDefinition, root: &Pointer, faults: &mut Faults) {
    check_formats(&definition.numbers, &root.join("numbers"), faults);
    for (index, entity) in definition.entities.iter().enumerate() {
        let Some(number) = &entity.number else {
            continue;
        };
        let place = root.join("entities").join(index).join("number");
        match (&number.format, &number.sequence) {
            (Some(format), None) => own(format, number.reset, &place, faults),
            (None, Some(sequence)) => shared(definition, (entity, number), sequence, &place, faults),
            (Some(_), Some(_)) => {
                let message = "the shared number says how it is written; keep `format` or `sequence`";
                faults.add(Reason::new(Code::DefinitionConflict, place.join("format"), message));
            }
            (None, None) => {
                let message =
                    "the field `format` is missing; write it, or name one of the pack's `numbers` as `sequence`";
                faults.add(Reason::new(Code::DefinitionMissing, place.join("format"), message));
            }
        }
    }
}

/// The numbers of an entity that counts for itself.
fn own(format: &str, reset: NumberReset, place: &Pointer, faults: &mut Faults) {
    let format = NumberFormat::new("number", format).with_reset(reset);
    let mut part = faults.part(place);
    check_formats(&[format], &Pointer::root(), &mut part);
    for mut reason in part.into_reasons() {
        reason.path = format!("{place}{}", reason.path.strip_prefix("/0").unwrap_or(&reason.path));
        faults.add(reason);
    }
}

/// The numbers of an entity that counts with others.
fn shared(
    definition: &PackDefinition,
    (entity, number): (&EntityDefinition, &EntityNumber),
    sequence: &str,
    place: &Pointer,
    faults: &mut Faults,
) {
    if number.reset != NumberReset::Never {
        let message = "the shared number says when its counter begins anew; leave `reset` out";
        faults.add(Reason::new(Code::DefinitionConflict, place.join("reset"), message));
    }
    let at = place.join("sequence");
    if entity.scope == EntityScope::Platform {
        let message = "records of the platform are counted apart from those of tenants; write their `format`";
        faults.add(Reason::new(Code::DefinitionConflict, &at, message));
        return;
    }
    let Some(format) = definition.numbers.iter().find(|own| own.name == sequence) else {
        let hint = near(sequence, definition.numbers.iter().map(|own| own.name.as_str()));
        let message = format!("there are no `numbers` called `{}`{hint}", shortened(sequence));
        faults.add(Reason::new(Code::DefinitionReference, at, message));
        return;
    };
    if !format.parts.is_empty() {
        let message = format!(
            "`{}` has parts, which nobody gives when a record of `{}` is made; share numbers without `parts`",
            shortened(sequence),
            shortened(&entity.name)
        );
        faults.add(Reason::new(Code::DefinitionConflict, at, message));
    }
}
