//! Effects of machines that change records: each is one that can be done to the record that it is of.

use serde_json::Value;

use super::super::acts::{Deed, FIRES, RecordAct, SETS};
use super::super::definition::{FieldKind, ScheduleAction};
use super::super::reach::{Record, unwritable};
use super::{Entity, Pack, letters, lives};
use crate::fault::{Faults, Place, Pointer, near, shortened};
use crate::{Code, Reason};

/// Holds every machine whose effects change records against the entities that live by it, and schedules that cannot say what is changed.
pub(super) fn check(pack: &Pack, root: &Pointer, faults: &mut Faults) {
    for (place, machine, living) in lives::written(pack, root) {
        for (at, effect) in letters::effects(machine, &place) {
            match RecordAct::of(effect) {
                Ok(None) => {}
                Ok(Some(act)) => living.iter().for_each(|entity| done(pack, &act, entity, &at, faults)),
                Err(error) => {
                    let told = error.under(at.as_str()).into_reasons();
                    told.into_iter().for_each(|reason| faults.add(reason));
                }
            }
        }
    }
    for (index, schedule) in pack.definition.schedules.iter().enumerate() {
        let Some(ScheduleAction::Effect(name)) = &schedule.action else {
            continue;
        };
        let message = match name.as_str() {
            SETS => "the effect says nothing of which field is set; let a rule wait for the schedule that sets it",
            FIRES => "the effect says nothing of what happens; write `do = { event = \"…\" }` with its name",
            _ => continue,
        };
        let at = root.join("schedules").join(index).join("do").join("effect");
        faults.add(Reason::new(Code::DefinitionConflict, at, message));
    }
}

/// That an act can be done to a record of the entity, or to the one that it links to.
fn done(pack: &Pack, act: &RecordAct, entity: &Entity, at: &Pointer, faults: &mut Faults) {
    let mut doing = Doing {
        at: at.join("with"),
        faults,
    };
    let target = match &act.link {
        None => entity,
        Some(link) => match doing.linked(pack, entity, link) {
            Some(target) => target,
            None => return,
        },
    };
    match &act.deed {
        Deed::Set { field, value } => doing.sets(target, field, value),
        Deed::Fire { event, given } => doing.fires(target, event, given),
    }
}

struct Doing<'d> {
    at: Pointer,
    faults: &'d mut Faults,
}

impl Doing<'_> {
    fn fault(&mut self, code: Code, name: &str, message: impl Into<String>) {
        self.faults.add(Reason::new(code, self.at.join(name), message));
    }

    /// The entity to which a link leads, where its records may be changed so.
    fn linked<'p>(&mut self, pack: &'p Pack, entity: &Entity, link: &str) -> Option<&'p Entity> {
        let Some(field) = entity.field(link) else {
            self.fault(Code::DefinitionReference, "link", entity.no_field(link));
            return None;
        };
        if field.kind() != FieldKind::Link {
            let message = format!("`{link}` is no link to one other record");
            self.fault(Code::DefinitionConflict, "link", message);
            return None;
        }
        let target = field.target.and_then(|target| pack.entities.get(target))?;
        let message = if target.is_native() {
            format!("`{}` are written by acts alone", target.plural())
        } else if target.is_platform() != entity.is_platform() {
            format!("`{}` are of the platform, which tenants read alone", target.plural())
        } else {
            return Some(target);
        };
        self.fault(Code::DefinitionConflict, "link", message);
        None
    }

    fn sets(&mut self, entity: &Entity, name: &str, value: &Value) {
        let Some(field) = entity.field(name) else {
            return self.fault(Code::DefinitionReference, "field", entity.no_field(name));
        };
        if let Some(why) = unwritable(entity, field) {
            return self.fault(Code::DefinitionConflict, "field", format!("`{name}` {why}"));
        }
        if value.is_null() && field.definition().required {
            let message = format!("`{name}` is required; name its `value`");
            return self.fault(Code::DefinitionMissing, "value", message);
        }
        if let Err(reason) = field.read(value, &Place::Root) {
            self.fault(Code::DefinitionRange, "value", reason.message.clone());
        }
    }

    fn fires(&mut self, entity: &Entity, event: &str, given: &Record) {
        let Some(machine) = entity.machine() else {
            let message = format!("`{}` live by no machine", entity.plural());
            return self.fault(Code::DefinitionConflict, "event", message);
        };
        let definition = machine.definition();
        if definition.events.iter().all(|own| own.name != event) {
            let hint = near(event, definition.events.iter().map(|own| own.name.as_str()));
            let message = format!(
                "records of `{}` know no event `{}`{hint}",
                entity.name(),
                shortened(event)
            );
            return self.fault(Code::DefinitionReference, "event", message);
        }
        // What every way of the event asks for has to be there, or it never happens.
        let mut ways = definition.transitions.iter().filter(|way| way.event == event);
        let Some(first) = ways.next() else { return };
        let others: Vec<_> = ways.collect();
        let lacks = first.requires.iter().find(|field| {
            let needed = others.iter().all(|way| way.requires.contains(field));
            needed && !given.contains_key(*field)
        });
        if let Some(field) = lacks {
            let message = format!("`{event}` needs the field `{}`", shortened(field));
            self.fault(Code::DefinitionMissing, "given", message);
        }
    }
}
