//! What an entity says of its records that become one.

use super::super::definition::EntityScope;
use super::super::merge::MARKS;
use super::entity::{Compiled, Entity};
use super::fields;
use crate::fault::{Faults, Place, Pointer};
use crate::{Code, Reason};

/// Events that no machine of such an entity has: the one would have the address of it, the other is told of it.
const EVENTS: [(&str, &str); 2] = [
    ("merge", "records become one at that address"),
    ("merged", "that is told of records that became one"),
];

/// Whether records of an entity can become one; what must be true of one that goes into another.
pub(super) fn compile(entity: &mut Entity, place: &Pointer, faults: &mut Faults) {
    let Some(own) = entity.definition().merge.clone() else {
        return;
    };
    let at = place.join("merge");
    for message in unfit(entity) {
        faults.add(Reason::new(Code::DefinitionConflict, &at, message));
    }
    let events = entity
        .machine()
        .into_iter()
        .flat_map(|machine| &machine.definition().events);
    for (name, why) in events.filter_map(|event| EVENTS.iter().find(|(name, _)| event.name == *name)) {
        let message = format!("its machine has an event `{name}`, and {why}; call the event otherwise");
        faults.add(Reason::new(Code::DefinitionConflict, &at, message));
    }
    for name in MARKS.iter().filter(|name| entity.field(name).is_some()) {
        let message = format!("histories tell by `{name}` which records became one; choose another name");
        let at = place.join("fields").join(*name);
        faults.add(Reason::new(Code::DefinitionConflict, at, message));
    }
    if let Some(when) = &own.when {
        let at = Place::At(at.as_str());
        let expression = fields::condition(when, &entity.environment, &at.field("when"), faults);
        entity.merges = expression.map(|expression| Compiled {
            expression,
            asked: None,
        });
    }
}

/// What records have to be that become one.
fn unfit(entity: &Entity) -> Vec<&'static str> {
    let definition = entity.definition();
    let mut unfit = Vec::new();
    if definition.scope == EntityScope::Platform {
        unfit.push("records of the platform are linked to by every tenant, and nobody points those links elsewhere; leave this out");
    }
    if definition.soft_delete.is_none() && definition.series.is_none() && !definition.native {
        unfit.push("the record that goes into another one is deleted softly; give the entity `soft_delete`");
    }
    unfit
}
