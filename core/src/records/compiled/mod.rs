//! A pack, checked and compiled into the shape that answers fastest.

pub(super) mod access;
mod acts;
mod automation;
mod automation_actions;
mod check;
mod contacts;
mod custom;
mod custom_machines;
mod deadlines;
mod effects;
mod entity;
mod fields;
mod inbound;
mod layout;
mod letters;
mod links;
mod lives;
mod making;
mod merge;
mod numbers;
mod others;
mod policies;
mod privacy;
mod settings;
mod views;
mod webhooks;

pub(super) use automation::Automated;
pub(super) use contacts::Contacted;
pub use custom::LONGEST_WORD;
pub use custom_machines::FIRST_OF_TENANTS;
#[cfg(feature = "server")]
pub(super) use custom_machines::PLACE as CUSTOM_MACHINES;
pub(super) use deadlines::Deadline;
pub use effects::CarriedOutRequest;
pub(super) use effects::uncarried;
pub(super) use entity::{Compiled, Slot};
pub use entity::{Entity, Field, Gather};
pub(super) use fields::{GREATEST_INTEGER, GREATEST_UNITS};
#[cfg(feature = "server")]
pub(super) use letters::effects as effects_of;
pub(super) use policies::warned;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::definition::{CustomMachine, FieldDefinition, InboundDefinition, LetterDefinition, PackDefinition};
use crate::fault::{Family, Faults, Limits, Place, Pointer, near, shortened};
use crate::flow::{Machine, MachineDefinition};
use crate::tenancy::access::{Access, CustomRole};
use crate::tenancy::{NumberFormat, QuotaRule};
use crate::{Code, Error, Reason, Result};

/// A pack, checked and compiled: what is kept, and everything that can be asked of it.
#[derive(Clone, Debug)]
pub struct Pack {
    definition: PackDefinition,
    entities: Vec<Entity>,
    by_name: HashMap<Box<str>, usize>,
    access: Access,
    /// What each tenant sets for itself, in order of name.
    settings: Vec<Field>,
    /// What everybody may read of it.
    listings: Option<Arc<Pack>>,
    /// The rules that records of each entity set off, in the order of the entities; nothing where there are none.
    automated: Vec<Option<Arc<Automated>>>,
    /// When people are written to, in the order of the definition.
    contacted: Vec<Arc<Contacted>>,
}

impl Pack {
    pub(crate) fn checked(definition: PackDefinition, mut faults: Faults) -> Result<Pack> {
        let root = Pointer::root();
        let definition = super::natives::complete(definition, &root, &mut faults);
        check::names(&definition, &root, &mut faults);
        let settings = settings::compile(&definition, &root, &mut faults);
        let machines = lives::machines(&definition, &root, &mut faults);
        let access = access::compile(&definition, &root, &mut faults);
        let place = root.join("entities");
        let mut patterns = fields::Patterns::new();
        let mut whole = custom::merged(&definition, &root, &mut faults);
        let mut lives = custom_machines::merged(&definition, &mut whole, &root, &mut faults);
        let given = custom::Given::of(&definition);
        let mut entities = Vec::with_capacity(whole.len());
        for (index, entity) in whole.iter().enumerate() {
            let mut compiled = Entity::compile(
                entity,
                &machines,
                &access,
                (definition.first_language(), &mut patterns),
                &place.join(index),
                &mut faults,
            );
            compiled.own = lives.remove(compiled.name()).unwrap_or_default();
            entities.push(compiled);
        }
        let names = entities.iter().map(|entity| entity.name().into());
        let by_name: HashMap<Box<str>, usize> = names.zip(0..).collect();
        links::resolve(&mut entities, &by_name, &place, &mut faults);
        for (index, entity) in entities.iter_mut().enumerate() {
            entity.finish(&place.join(index), &mut faults);
        }
        policies::compile(&definition, &mut entities, &root, &mut faults);
        let listings = listings(&definition, &entities, &root, &mut faults);
        let mut pack = Pack {
            entities,
            by_name,
            access,
            settings,
            definition,
            listings,
            automated: Vec::new(),
            contacted: Vec::new(),
        };
        others::check(&pack, &root, &mut faults);
        pack.automated = automation::compile(&pack, &root, &mut faults);
        letters::check(&pack, &root, &mut faults);
        making::check(&pack, &root, &mut faults);
        acts::check(&pack, &root, &mut faults);
        custom_machines::check(&pack, &root, &mut faults);
        inbound::check(&pack, &root, &mut faults);
        pack.contacted = contacts::compile(&pack, &root, &mut faults);
        webhooks::check(&pack, &root, &mut faults);
        faults.finish(pack).map_err(|error| given.placed(error))
    }

    /// What it was loaded from, with the fields of its natives.
    pub fn definition(&self) -> &PackDefinition {
        &self.definition
    }

    /// What everybody may read of its records, over all tenants: a pack of the platform whose entities have the public fields, whose
    /// each record is, and its id there. Nothing where no entity has a public field.
    pub fn listings(&self) -> Option<&Arc<Pack>> {
        self.listings.as_ref()
    }

    /// Its entities, in their order.
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// Who may do what, by the rules that all its tenants share.
    pub fn access(&self) -> &Access {
        &self.access
    }

    /// What each tenant sets for itself, in order of name.
    pub fn own_settings(&self) -> &[Field] {
        &self.settings
    }

    /// The entity of that name.
    pub fn entity(&self, name: &str) -> Option<&Entity> {
        self.by_name.get(name).and_then(|place| self.entities.get(*place))
    }

    /// How many records of an entity a tenant has at most; nothing where nobody counts them.
    pub fn quota(&self, entity: &str) -> Option<&QuotaRule> {
        self.definition.quotas.iter().find(|rule| rule.name == entity)
    }

    /// The numbers of that name, which entities share.
    pub fn sequence(&self, name: &str) -> Option<&NumberFormat> {
        self.definition.numbers.iter().find(|format| format.name == name)
    }

    /// The letter of that name.
    pub fn letter(&self, name: &str) -> Option<&LetterDefinition> {
        self.definition.mail.iter().find(|letter| letter.name == name)
    }

    /// The place of that name where mail arrives.
    pub fn inbound(&self, name: &str) -> Option<&InboundDefinition> {
        self.definition.inbound.iter().find(|inbound| inbound.name == name)
    }

    /// The rules that records of an entity set off; nothing where none do.
    pub(super) fn automated(&self, entity: &str) -> Option<&Automated> {
        let place = self.by_name.get(entity)?;
        self.automated.get(*place)?.as_deref()
    }

    /// When people are written to about records of an entity.
    pub(super) fn contacted(&self, entity: &str) -> impl Iterator<Item = &Contacted> {
        let all = self.contacted.iter().map(Arc::as_ref);
        all.filter(move |own| own.definition.entity == entity)
    }

    /// When people are written to, by the plan of that name.
    pub(super) fn contacts_named(&self, plan: &str) -> Option<&Contacted> {
        let mut all = self.contacted.iter().map(Arc::as_ref);
        all.find(|own| own.definition.name == plan)
    }

    /// The same pack for a tenant that has given entities fields of its own.
    pub fn with_custom(&self, custom: BTreeMap<String, BTreeMap<String, Arc<FieldDefinition>>>) -> Result<Pack> {
        let mut definition = self.definition.clone();
        definition.custom = custom;
        self.again(definition)
    }

    /// The same pack for a tenant that has made roles of its own.
    pub fn with_custom_roles(&self, roles: BTreeMap<String, CustomRole>) -> Result<Pack> {
        let mut definition = self.definition.clone();
        definition.custom_roles = roles;
        self.again(definition)
    }

    /// The same pack for a tenant that has machines of its own.
    pub fn with_custom_machines(&self, machines: BTreeMap<String, CustomMachine>) -> Result<Pack> {
        let mut definition = self.definition.clone();
        definition.custom_machines = machines;
        self.again(definition)
    }

    /// The same pack with more of a tenant's own.
    fn again(&self, definition: PackDefinition) -> Result<Pack> {
        let mut faults = Faults::new(Family::Definition);
        definition.custom.limits(&Place::Root.field("custom"), &mut faults);
        let roles = &definition.custom_roles;
        roles.limits(&Place::Root.field("custom_roles"), &mut faults);
        let machines = &definition.custom_machines;
        machines.limits(&Place::Root.field("custom_machines"), &mut faults);
        let mut pack = Pack::checked(definition, faults)?;
        for (entity, own) in pack.entities.iter_mut().zip(&self.entities) {
            entity.remember_all(own);
        }
        Ok(pack)
    }

    /// Keeps a machine by which records of an entity began their life in an earlier version of the pack: what happens to them goes on
    /// by it. New records live by the pack's own.
    pub fn remember(&mut self, entity: &str, machine: MachineDefinition) -> Result<()> {
        let machine = Machine::new(machine)?;
        let place = self.by_name.get(entity).copied();
        if let Some(entity) = place.and_then(|place| self.entities.get_mut(place)) {
            entity.remember(machine);
        }
        Ok(())
    }

    /// The entity that a request names.
    pub(super) fn named(&self, name: &str) -> Result<&Entity> {
        self.entity(name).ok_or_else(|| {
            let hint = near(name, self.entities.iter().map(Entity::name));
            let message = format!("there is no entity `{}`{hint}", shortened(name));
            Error::from(Reason::new(Code::RequestUnknown, "/entity", message))
        })
    }
}

/// The listings of a pack. What is wrong with the pack itself is told of the pack.
fn listings(
    definition: &PackDefinition,
    entities: &[Entity],
    root: &Pointer,
    faults: &mut Faults,
) -> Option<Arc<Pack>> {
    let listings = super::listing::definition(definition, entities)?;
    let mut pack = match Pack::checked(listings, Faults::new(Family::Definition)) {
        Ok(pack) => pack,
        Err(error) => {
            for reason in error.into_reasons() {
                let message = format!("what is public cannot be listed: {}", reason.message);
                faults.add(Reason::new(Code::DefinitionConflict, root.join("entities"), message));
            }
            return None;
        }
    };
    // A part of a name that begins with a digit is nobody's: no table of a pack is called so.
    pack.definition.name = format!("{}__0public", definition.name);
    Some(Arc::new(pack))
}
