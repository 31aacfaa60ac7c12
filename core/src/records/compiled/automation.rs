//! Rules that act when something happens to records: held against the entities that set them off, and compiled for each of these.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::{Map, Value};

use super::super::definition::FieldKind;
use super::{Entity, Pack, automation_actions, letters, making};
use crate::expression::{Environment, Expression, FactTypes, Type};
use crate::fault::{Family, Faults, Pointer, listed, near, shortened};
use crate::flow::{
    Automation, AutomationAction, AutomationDefinition, AutomationRule, AutomationTrigger, MachineDefinition,
};
use crate::tenancy::TenantId;
use crate::tenancy::access::{AccessActor, Holder};
use crate::{Code, Reason};

/// The longest id of a rule: histories name it.
const LONGEST_ID: usize = 100;

/// The rules that records of an entity set off.
#[derive(Clone, Debug)]
pub(in crate::records) struct Automated {
    pub(in crate::records) automation: Automation,
    /// What they look at, and what they change.
    pub(in crate::records) facts: BTreeSet<String>,
}

/// Holds every rule against the entities that set it off.
pub(super) fn compile(pack: &Pack, root: &Pointer, faults: &mut Faults) -> Vec<Option<Arc<Automated>>> {
    let Some(definition) = &pack.definition.automation else {
        return Vec::new();
    };
    let place = root.join("automation");
    // What is wrong with the types themselves is told where rules are read.
    let facts = definition
        .facts
        .environment(&place, &mut Faults::new(Family::Definition));
    let mut told = BTreeSet::new();
    let mut own: Vec<Own> = pack.entities.iter().map(|_| Own::default()).collect();
    for (index, rule) in definition.rules.iter().enumerate() {
        let mut held = Held {
            pack,
            facts: &facts,
            rule,
            place: place.join("rules").join(index),
            holder: None,
            uses: Vec::new(),
            told: &mut told,
            faults: &mut *faults,
        };
        for number in held.check() {
            let (Some(own), Some(entity)) = (own.get_mut(number), pack.entities.get(number)) else {
                continue;
            };
            own.facts.extend(held.uses.iter().map(|(name, _)| name.clone()));
            own.facts.extend(computed(entity, rule));
            own.rules
                .push(automation_actions::completed(entity, rule, &mut own.facts));
        }
    }
    let max_chain = definition.max_chain;
    let compiled = pack.entities.iter().zip(own).map(|(entity, own)| {
        let named = own.facts.iter();
        let types = named.filter_map(|name| {
            Some((
                name.clone(),
                of(&facts, name).or_else(|| of(&entity.environment, name))?,
            ))
        });
        let (facts, rules) = (FactTypes::of(types.map(|(name, own)| (name, own.clone()))), own.rules);
        if rules.is_empty() {
            return None;
        }
        let whole = AutomationDefinition {
            facts,
            max_chain,
            rules,
        };
        match Automation::checked(whole, Faults::new(Family::Definition)) {
            Ok(automation) => Some(Arc::new(Automated {
                automation,
                facts: own.facts,
            })),
            Err(error) => {
                // What is at fault was told with its place.
                if faults.is_empty() {
                    let told = error.under(place.as_str()).into_reasons();
                    told.into_iter().for_each(|reason| faults.add(reason));
                }
                None
            }
        }
    });
    compiled.collect()
}

/// The rules of an entity, and what they look at.
#[derive(Default)]
struct Own {
    rules: Vec<AutomationRule>,
    facts: BTreeSet<String>,
}

fn of<'e>(names: &'e Environment, name: &str) -> Option<&'e Type> {
    let found = names.names().iter().find(|(own, _)| own == name);
    found.map(|(_, own)| own)
}

/// A computed field that a rule waits for: that it has changed is found by what it was.
fn computed(entity: &Entity, rule: &AutomationRule) -> Option<String> {
    let AutomationTrigger::Field(on) = &rule.on else {
        return None;
    };
    let field = entity.field(&on.field)?;
    (field.computed.is_some() && field.kind().fact().is_some()).then(|| on.field.clone())
}

/// A rule that is held against its pack.
pub(super) struct Held<'h> {
    pub(super) pack: &'h Pack,
    facts: &'h Environment,
    rule: &'h AutomationRule,
    place: Pointer,
    /// What its role may.
    holder: Option<Holder>,
    /// The facts that it looks at, and where.
    uses: Vec<(String, Pointer)>,
    /// The facts of entities of which it was told that they do not fit.
    told: &'h mut BTreeSet<(String, String)>,
    faults: &'h mut Faults,
}

impl<'h> Held<'h> {
    pub(super) fn fault(&mut self, code: Code, place: &Pointer, message: impl Into<String>) {
        self.faults.add(Reason::new(code, place, message));
    }

    pub(super) fn role(&self) -> &'h str {
        self.rule.as_role.as_deref().unwrap_or_default()
    }

    /// The places of the entities whose records set it off.
    fn check(&mut self) -> Vec<usize> {
        let place = self.place.clone();
        if self.rule.id.chars().count() > LONGEST_ID {
            let message = format!("the id has more than {LONGEST_ID} letters");
            self.fault(Code::DefinitionRange, &place.join("id"), message);
        }
        self.take_role();
        let entities = self.set_off_by();
        if let Some(when) = &self.rule.when
            && let Ok(condition) = Expression::condition(when, self.facts)
        {
            let at = place.join("when");
            self.uses = condition.names().map(|name| (name.to_owned(), at.clone())).collect();
        }
        let pack = self.pack;
        let of: Vec<&Entity> = entities
            .iter()
            .filter_map(|number| pack.entities.get(*number))
            .collect();
        for (number, action) in self.rule.actions.iter().enumerate() {
            self.action(action, &of, &place.join("actions").join(number));
        }
        for entity in of {
            self.needs(
                &format!("{}:read", entity.plural()),
                "looking at the record",
                &place.join("as_role"),
            );
            for (name, at) in self.uses.clone() {
                self.fact(entity, &name, &at);
            }
        }
        entities
    }

    fn take_role(&mut self) {
        let at = self.place.join("as_role");
        let Some(role) = &self.rule.as_role else {
            let message = "the field `as_role` is missing: in the rights of which role are its actions done?";
            return self.fault(Code::DefinitionMissing, &at, message);
        };
        let mut actor = AccessActor::new(TenantId::new("pack"), "automation");
        actor.roles = vec![role.clone()];
        self.holder = self.pack.holder(&actor).ok();
        if !self.pack.access.has_role(role) {
            let hint = near(role, self.pack.definition.roles.keys().map(String::as_str));
            let message = format!("there is no role `{}`{hint}", shortened(role));
            self.fault(Code::DefinitionReference, &at, message);
        }
    }

    /// That the role holds a permission on all records.
    pub(super) fn needs(&mut self, permission: &str, what: &str, at: &Pointer) {
        let held = self.pack.access.permission(permission);
        let lacks = self
            .holder
            .as_ref()
            .is_some_and(|holder| !held.is_some_and(|held| holder.may(held)));
        if lacks {
            let message = format!(
                "{what} needs `{permission}`, which the role `{}` does not hold on all records",
                shortened(self.role())
            );
            self.fault(Code::DefinitionConflict, at, message);
        }
    }

    fn set_off_by(&mut self) -> Vec<usize> {
        let (pack, on) = (self.pack, self.place.join("on"));
        let (found, at) = match &self.rule.on {
            AutomationTrigger::Event(own) => {
                let at = on.join("event");
                let found = self.living_by(&own.machine, &at.join("machine"));
                let machine = found.iter().find_map(|number| pack.entities.get(*number)?.machine());
                if let Some(machine) = machine {
                    self.event(machine.definition(), &own.event, own.state.as_deref(), &at);
                }
                (found, at.join("machine"))
            }
            AutomationTrigger::Field(own) => {
                let at = on.join("field");
                let found = self.entity(&own.entity, &at.join("entity"));
                if let Some(entity) = found.and_then(|number| pack.entities.get(number)) {
                    self.told_field(entity, &own.field, &at.join("field"));
                }
                (found.into_iter().collect(), at.join("entity"))
            }
            AutomationTrigger::Schedule(name) => {
                let (schedules, at) = (&pack.definition.schedules, on.join("schedule"));
                let found = schedules.iter().find(|schedule| schedule.name == *name);
                if found.is_none() {
                    let hint = near(name, schedules.iter().map(|schedule| schedule.name.as_str()));
                    let message = format!("there is no schedule `{}`{hint}", shortened(name));
                    self.fault(Code::DefinitionReference, &at, message);
                }
                // An entity that there is not is told of the schedule.
                let number = found.and_then(|schedule| pack.by_name.get(schedule.entity.as_str()).copied());
                (number.into_iter().collect(), at)
            }
        };
        let mut fitting: Vec<usize> = found;
        fitting.retain(|number| {
            pack.entities
                .get(*number)
                .is_some_and(|entity| self.is_watched(entity, &at))
        });
        fitting
    }

    /// The entities whose records live by a machine.
    fn living_by(&mut self, name: &str, at: &Pointer) -> Vec<usize> {
        let entities = self.pack.entities.iter().enumerate();
        let living = entities.filter_map(|(number, entity)| Some((number, entity.definition().machine.as_ref()?)));
        let living: Vec<(usize, &str)> = living.map(|(number, own)| (number, own.name.as_str())).collect();
        let found: Vec<usize> = living
            .iter()
            .filter(|(_, own)| *own == name)
            .map(|(number, _)| *number)
            .collect();
        if found.is_empty() {
            let hint = near(name, living.iter().map(|(_, own)| *own));
            let message = format!("no records live by a machine `{}`{hint}", shortened(name));
            self.fault(Code::DefinitionReference, at, message);
        }
        found
    }

    fn entity(&mut self, name: &str, at: &Pointer) -> Option<usize> {
        let found = self.pack.by_name.get(name).copied();
        if found.is_none() {
            let hint = near(name, self.pack.entities.iter().map(Entity::name));
            let message = format!("there is no entity `{}`{hint}", shortened(name));
            self.fault(Code::DefinitionReference, at, message);
        }
        found
    }

    /// An event of a machine, and a state that it leads to.
    pub(super) fn event(&mut self, machine: &MachineDefinition, event: &str, state: Option<&str>, at: &Pointer) {
        if machine.events.iter().all(|own| own.name != event) {
            let hint = near(event, machine.events.iter().map(|own| own.name.as_str()));
            let message = format!("`{}` has no event `{}`{hint}", machine.name, shortened(event));
            return self.fault(Code::DefinitionReference, &at.join("event"), message);
        }
        let leads = leads_to(machine, event);
        if let Some(state) = state.filter(|state| !leads.contains(state)) {
            let message = format!("`{event}` leads to {}, not to `{}`", listed(&leads), shortened(state));
            self.fault(Code::DefinitionReference, &at.join("state"), message);
        }
    }

    /// That a letter is one of the pack, about these records.
    pub(super) fn sends(&mut self, name: Option<&str>, of: &[&Entity], at: &Pointer) {
        // Where a pack writes nothing itself, whoever carries its effects out does.
        if !self.pack.definition.mail.is_empty() {
            letters::sent(self.pack, name, of, at, self.faults);
        }
    }

    /// That a document is one of the pack, of these records, for a field of theirs.
    pub(super) fn makes(&mut self, with: &Map<String, Value>, of: &[&Entity], at: &Pointer) {
        making::made(self.pack, with, of, at, self.faults);
    }

    /// A field of which it is told that it has changed.
    fn told_field(&mut self, entity: &Entity, name: &str, at: &Pointer) {
        let Some(field) = entity.field(name) else {
            return self.fault(Code::DefinitionReference, at, entity.no_field(name));
        };
        if matches!(field.kind(), FieldKind::Rows | FieldKind::Gathered) {
            let message = format!(
                "`{name}` is made of other records, and nothing is told when it changes; wait for a field of those"
            );
            self.fault(Code::DefinitionConflict, at, message);
        }
        if field.kind() == FieldKind::Secret {
            let message = format!("`{name}` is a secret; rules look at none");
            self.fault(Code::DefinitionConflict, at, message);
        }
        self.seen(entity, name, at);
    }

    /// Whether what happens to records of an entity is told in a tenant.
    fn is_watched(&mut self, entity: &Entity, at: &Pointer) -> bool {
        let message = if entity.is_platform() {
            format!("`{}` are the platform's, and rules run in a tenant", entity.plural())
        } else if entity.definition().series.is_some() {
            format!("`{}` are samples, and nothing happens to those", entity.plural())
        } else {
            return true;
        };
        self.fault(Code::DefinitionConflict, at, message);
        false
    }

    /// That the role sees a field.
    pub(super) fn seen(&mut self, entity: &Entity, name: &str, at: &Pointer) {
        let (Some(place), Some(holder)) = (entity.place_of(name), &self.holder) else {
            return;
        };
        let hides = |(own, unless): &(usize, _)| *own == place && !holder.may(*unless);
        if entity.masks.iter().any(hides) {
            let message = format!(
                "`{name}` of `{}` is hidden from the role `{}`",
                entity.name(),
                shortened(self.role())
            );
            self.fault(Code::DefinitionConflict, at, message);
        }
    }

    /// A fact is a field of the entity, or what every record has, of a fitting type.
    fn fact(&mut self, entity: &Entity, name: &str, at: &Pointer) {
        let plain = entity.environment.names().iter().filter(|(own, _)| !own.contains('.'));
        let names: BTreeMap<&str, &Type> = plain.map(|(own, kind)| (own.as_str(), kind)).collect();
        let Some(own) = names.get(name).copied() else {
            let hint = near(name, names.keys().copied());
            let message = format!(
                "`{}` sets off the rule and has no field `{}` that rules look at{hint}",
                entity.name(),
                shortened(name)
            );
            return self.fault(Code::DefinitionReference, at, message);
        };
        self.seen(entity, name, at);
        let Some(declared) = of(self.facts, name) else {
            return;
        };
        let fits = declared == own || matches!(declared, Type::Optional(inner) if **inner == *own);
        if !fits && self.told.insert((entity.name().to_owned(), name.to_owned())) {
            let message = format!("`{name}` of `{}` is `{own}`; declare it so", entity.name());
            let place = Pointer::root().join("automation").join("facts").join(name);
            self.fault(Code::DefinitionType, &place, message);
        }
    }

    /// Looks at a fact, and tells its type.
    pub(super) fn looks_at(&mut self, name: &str, at: &Pointer) -> Option<Type> {
        let own = of(self.facts, name).cloned();
        // A fact that is not declared is told where rules are read.
        if own.is_some() {
            self.uses.push((name.to_owned(), at.clone()));
        }
        own
    }

    fn action(&mut self, action: &AutomationAction, of: &[&Entity], at: &Pointer) {
        automation_actions::check(self, action, of, at);
    }
}

/// The states that an event leads to.
pub(super) fn leads_to<'m>(machine: &'m MachineDefinition, event: &str) -> Vec<&'m str> {
    let ways = machine.transitions.iter().filter(|way| way.event == event);
    let leads: BTreeSet<&str> = ways.map(|way| way.to.as_str()).collect();
    leads.into_iter().collect()
}
