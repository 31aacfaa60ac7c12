//! The machines by which records live.

use std::collections::HashMap;
use std::sync::Arc;

use super::super::definition::{EntityDefinition, PackDefinition};
use crate::fault::{Faults, Pointer, near, shortened};
use crate::flow::{Machine, machine};
use crate::{Code, Reason};

/// The pack's machines by name; what does not load is nothing, so that it is told once.
pub(super) type Machines = HashMap<String, Option<Arc<Machine>>>;

pub(super) fn machines(definition: &PackDefinition, root: &Pointer, faults: &mut Faults) -> Machines {
    let mut machines = Machines::new();
    let place = root.join("machines");
    for (index, own) in definition.machines.iter().enumerate() {
        let at = place.join(index);
        let loaded = Machine::checked(own.clone(), faults.part(&at));
        let loaded = match loaded {
            Ok(machine) => Some(Arc::new(machine)),
            Err(error) => {
                error
                    .under(at.as_str())
                    .into_reasons()
                    .into_iter()
                    .for_each(|reason| faults.add(reason));
                None
            }
        };
        if machines.insert(own.name.clone(), loaded).is_some() {
            let message = format!("there are two machines `{}`", shortened(&own.name));
            faults.add(Reason::new(Code::DefinitionConflict, at.join("name"), message));
        }
    }
    machines
}

/// The machine of an entity: the pack's own, or one that comes with the engine.
pub(super) fn machine_of(
    entity: &EntityDefinition,
    machines: &Machines,
    place: &Pointer,
    faults: &mut Faults,
) -> Option<Arc<Machine>> {
    let named = entity.machine.as_ref()?;
    if let Some(own) = machines.get(&named.name) {
        return own.clone();
    }
    match machine::shipped(&named.name) {
        Ok(shipped) => Some(Arc::new(shipped)),
        Err(_) => {
            let mut names: Vec<&str> = machine::shipped_names().collect();
            names.extend(machines.keys().map(String::as_str));
            names.sort_unstable();
            let hint = near(&named.name, names.into_iter());
            let message = format!("there is no machine `{}`{hint}", shortened(&named.name));
            faults.add(Reason::new(
                Code::DefinitionReference,
                place.join("machine").join("name"),
                message,
            ));
            None
        }
    }
}
