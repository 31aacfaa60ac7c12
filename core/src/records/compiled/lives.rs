//! The machines by which records live.

use std::collections::HashMap;
use std::sync::Arc;

use super::super::definition::{EntityDefinition, PackDefinition};
use super::custom_machines::{self, FIRST_OF_TENANTS};
use super::{Entity, Pack};
use crate::fault::{Faults, Pointer, near, shortened};
use crate::flow::{Machine, MachineDefinition, machine};
use crate::{Code, Reason};

/// The pack's machines by name; what does not load is nothing, so that it is told once.
pub(super) type Machines = HashMap<String, Option<Arc<Machine>>>;

pub(super) fn machines(definition: &PackDefinition, root: &Pointer, faults: &mut Faults) -> Machines {
    let mut machines = Machines::new();
    let place = root.join("machines");
    for (index, own) in definition.machines.iter().enumerate() {
        let at = place.join(index);
        if own.version >= FIRST_OF_TENANTS {
            let message =
                format!("versions from {FIRST_OF_TENANTS} on are those of machines of tenants' own; take a lower one");
            faults.add(Reason::new(Code::DefinitionRange, at.join("version"), message));
        }
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

/// A machine that is written down for a pack, where it stands, and the entities whose records live by it.
pub(super) type Written<'p> = (Pointer, &'p MachineDefinition, Vec<&'p Entity>);

/// The machines of the pack, and those of a tenant's own in their place.
pub(super) fn written<'p>(pack: &'p Pack, root: &Pointer) -> Vec<Written<'p>> {
    let place = root.join("machines");
    let of_pack = pack.definition.machines.iter().enumerate().map(|(index, machine)| {
        let living = |entity: &&Entity| {
            let named = entity.definition().machine.as_ref();
            named.is_some_and(|named| named.name == machine.name)
        };
        let living = pack.entities.iter().filter(living).collect();
        (place.join(index), machine, living)
    });
    let of_tenant = pack.entities.iter().filter_map(|entity| {
        let machine = entity.own.machine.as_ref()?;
        Some((
            custom_machines::place(entity.name()),
            machine.definition(),
            vec![entity],
        ))
    });
    of_pack.chain(of_tenant).collect()
}
