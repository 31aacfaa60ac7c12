//! The machines that a tenant makes of its own.

use std::collections::{BTreeMap, BTreeSet};

use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::acts::{Deed, RecordAct};
use super::compiled::{CUSTOM_MACHINES, Entity, Pack, effects_of};
use super::definition::CustomMachine;
use crate::JsonSchema;
use crate::fault::{Family, Faults, Limits, Pointer, shortened};
use crate::flow::{Machine, MachineDefinition};
use crate::tenancy::access::AccessActor;
use crate::{Code, Error, Reason, Result};

/// As many permissions that somebody lacks are told.
const MOST_NAMED: usize = 20;

/// New records of an entity are to live by another machine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ChangeMachineRequest {
    /// Who changes it.
    pub actor: AccessActor,
    /// Of what.
    #[schemars(extend("format" = "reference"))]
    pub entity: String,
    /// The machine of new records from now on, of a version that no other has; nothing where they are to live by the pack's again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub machine: Option<MachineDefinition>,
}

impl Pack {
    /// The machine by which new records of an entity live from now on, or every reason against it. Whoever changes it holds all that it
    /// asks for, before and afterwards; records that are there go on by the one by which they began.
    pub fn change_machine(&self, request: &ChangeMachineRequest) -> Result<MachineDefinition> {
        request.bounded()?;
        let entity = self.named(&request.entity)?;
        let custom = self.definition().custom_machines.get(&request.entity);
        // One that was closed is the one of before still.
        let closed = custom.filter(|own| own.closed).and_then(|own| own.former.last());
        let machines: Vec<&MachineDefinition> = entity
            .machine()
            .into_iter()
            .chain(entity.of_pack())
            .map(Machine::definition)
            .chain(closed)
            .chain(&request.machine)
            .collect();
        self.held(entity, &machines, &request.actor)?;
        let mut definition = self.definition().clone();
        let own = definition.custom_machines.entry(request.entity.clone()).or_default();
        own.closed = false;
        let before = std::mem::replace(&mut own.machine, request.machine.clone());
        own.former.extend(before);
        let after = Pack::checked(definition, Faults::new(Family::Definition));
        let after = after.map_err(|error| placed(error, &request.entity))?;
        let machine = after.entity(&request.entity).and_then(Entity::machine);
        let machine = machine.map(|machine| machine.definition().clone());
        machine.ok_or_else(|| Error::new(Code::RequestUnknown, "/entity", "its records live by no machine"))
    }

    /// That somebody holds all that changing between these machines needs.
    fn held(&self, entity: &Entity, machines: &[&MachineDefinition], actor: &AccessActor) -> Result<()> {
        let (access, holder) = (self.access(), self.holder(actor)?);
        let lacking = needed(self, entity, machines);
        // What there is not is told of the machine.
        let lacks = |name: &String| access.permission(name).is_some_and(|own| !holder.may(own));
        let lacking: Vec<String> = lacking.into_iter().filter(lacks).take(MOST_NAMED).collect();
        let Some(first) = lacking.first() else {
            return Ok(());
        };
        let message = format!(
            "this change of the machine needs `{first}`, which `{}` does not hold",
            shortened(&actor.id)
        );
        let reason = Reason::new(Code::TenancyPermissionMissing, "/actor", message);
        Err(reason.with("permission", first).with("permissions", &lacking).into())
    }

    /// The same pack for a tenant with machines of its own, as far as they fit this version of the pack, and by entity why one does not:
    /// no record begins by it any more, and those that are there go on.
    pub fn closed_machines(
        &self,
        own: BTreeMap<String, CustomMachine>,
    ) -> Result<(Pack, BTreeMap<String, Vec<Reason>>)> {
        if let Ok(pack) = self.with_custom_machines(own.clone()) {
            return Ok((pack, BTreeMap::new()));
        }
        let (mut kept, mut reasons) = (BTreeMap::new(), BTreeMap::new());
        for (entity, custom) in own {
            let with = |custom: CustomMachine| {
                let mut several = kept.clone();
                several.insert(entity.clone(), custom);
                (self.with_custom_machines(several.clone()), several)
            };
            let (tried, several) = with(custom.clone());
            let Err(error) = tried else {
                kept = several;
                continue;
            };
            reasons.insert(entity.clone(), placed(error, &entity).into_reasons());
            let (tried, several) = with(closed(custom));
            // Of what the pack has no more nothing is left.
            if tried.is_ok() {
                kept = several;
            }
        }
        Ok((self.with_custom_machines(kept)?, reasons))
    }
}

/// The machine that no record begins by, and those by which the ones that are there go on.
fn closed(mut custom: CustomMachine) -> CustomMachine {
    custom.former.extend(custom.machine.take());
    custom.former.retain(|machine| Machine::new(machine.clone()).is_ok());
    CustomMachine { closed: true, ..custom }
}

/// What is wrong with the machine, at its place in the request; what the pack cannot do with it, as the pack says that.
fn placed(error: Error, entity: &str) -> Error {
    let own = Pointer::root().join(CUSTOM_MACHINES).join(entity);
    error.each_reason(|reason| match reason.path.strip_prefix(own.as_str()) {
        Some("") => "/entity".clone_into(&mut reason.path),
        Some(rest) if rest.starts_with('/') => reason.path = rest.to_owned(),
        _ => {
            reason.message = format!("the pack goes by it at `{}`: {}", reason.path, reason.message);
            "/machine".clone_into(&mut reason.path);
        }
    })
}

/// What somebody holds who has records of an entity live by one of these machines in the place of another: all that they ask for, all
/// that their acts need, and what shows every field.
fn needed(pack: &Pack, entity: &Entity, machines: &[&MachineDefinition]) -> BTreeSet<String> {
    let mut needed = BTreeSet::from(["users:write".to_owned(), format!("{}:write", entity.plural())]);
    needed.extend(entity.definition().masks.iter().map(|mask| mask.unless.clone()));
    let root = Pointer::root();
    for machine in machines {
        needed.extend(machine.transitions.iter().filter_map(|way| way.permission.clone()));
        for (_, effect) in effects_of(machine, &root) {
            let Ok(Some(act)) = RecordAct::of(effect) else { continue };
            let target = match &act.link {
                None => Some(entity),
                Some(link) => {
                    let field = entity.field(link);
                    field.and_then(|field| pack.entities().get(field.target?))
                }
            };
            let Some(target) = target else { continue };
            needed.insert(format!("{}:write", target.plural()));
            needed.extend(target.definition().masks.iter().map(|mask| mask.unless.clone()));
            if let Deed::Fire { event, .. } = &act.deed {
                // Its records live by those of before as well.
                let ways = target.machines().flat_map(|own| &own.definition().transitions);
                needed.extend(
                    ways.filter(|way| way.event == *event)
                        .filter_map(|way| way.permission.clone()),
                );
            }
        }
    }
    needed
}
