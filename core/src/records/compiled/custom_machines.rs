//! The machines of a tenant's own, by which records live in the place of the pack's: they leave the pack whole, and give nobody what the
//! pack does not.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::Value;

use super::super::acts::{FIRES, SETS};
use super::super::definition::{CustomMachine, EntityDefinition, EntityScope, FieldKind, FieldWriter, PackDefinition};
use super::super::reach::unwritable;
use super::super::selling;
use super::check::kept_by;
use super::{Entity, Pack, letters};
use crate::fault::{Faults, Pointer, near, shortened};
use crate::flow::{Machine, MachineDefinition, MachineEffect, MachineTransition};
use crate::{Code, Reason};

/// Versions from this one on are those of tenants' machines, and those below it of packs: a record says by its version alone which of
/// them it lives by.
pub const FIRST_OF_TENANTS: u32 = 1_000_000;
/// Where they stand in a definition.
pub(in crate::records) const PLACE: &str = "custom_machines";
/// As many states and as many events has one.
const MOST_NAMES: usize = 100;
/// As many transitions.
const MOST_WAYS: usize = 500;
/// A timer of fewer seconds may not be part of a round.
const SOON: i64 = 3_600;
/// Effects that a machine of a tenant's may have though the pack's has not, beside letters of the pack: it is known what they need.
const FREE: [&str; 2] = [SETS, FIRES];
/// What stands under these names says nothing of states: words for people, and other names.
const NO_STATES: [&str; 10] = [
    "label", "summary", "help", "name", "plural", "was", "entity", "event", "events", "choices",
];

/// The machines of a tenant's own by which records of one entity live.
#[derive(Clone, Debug, Default)]
pub(super) struct Lives {
    pub(super) machine: Option<Arc<Machine>>,
    pub(super) former: Vec<Arc<Machine>>,
    pub(super) closed: bool,
}

/// Where the machine of an entity's new records stands.
pub(super) fn place(entity: &str) -> Pointer {
    Pointer::root().join(PLACE).join(entity).join("machine")
}

/// Loads them, by entity. Their states are choices of the field that keeps the state.
pub(super) fn merged(
    definition: &PackDefinition,
    entities: &mut [Arc<EntityDefinition>],
    root: &Pointer,
    faults: &mut Faults,
) -> BTreeMap<String, Lives> {
    let mut lives = BTreeMap::new();
    for (name, custom) in &definition.custom_machines {
        let at = root.join(PLACE).join(name);
        let Some(entity) = entities.iter_mut().find(|entity| entity.name == *name) else {
            let hint = near(name, definition.entities.iter().map(|entity| entity.name.as_str()));
            let message = format!("there is no entity `{}`{hint}", shortened(name));
            faults.add(Reason::new(Code::DefinitionReference, at, message));
            continue;
        };
        if let Some(why) = unfit(entity) {
            let message = format!("tenants have no machine of their own for `{}`: {why}", shortened(name));
            faults.add(Reason::new(Code::DefinitionConflict, at, message));
            continue;
        }
        widen(entity, custom);
        let mut load = |machine: &MachineDefinition, at: &Pointer| {
            let loaded = Machine::checked(machine.clone(), faults.part(at));
            let told = |error: crate::Error| {
                let reasons = error.under(at.as_str()).into_reasons();
                reasons.into_iter().for_each(|reason| faults.add(reason));
            };
            loaded.map_err(told).ok().map(Arc::new)
        };
        let machine = custom
            .machine
            .as_ref()
            .and_then(|machine| load(machine, &at.join("machine")));
        let former = custom.former.iter().enumerate();
        let former = former.filter_map(|(index, machine)| load(machine, &at.join("former").join(index)));
        let own = Lives {
            former: former.collect(),
            machine,
            closed: custom.closed,
        };
        lives.insert(name.clone(), own);
    }
    lives
}

/// Why records of an entity live by the pack's machine alone.
fn unfit(entity: &EntityDefinition) -> Option<&'static str> {
    match &entity.machine {
        None => Some("its records live by none"),
        Some(_) if entity.native => Some("the engine writes its records itself"),
        Some(_) if entity.scope == EntityScope::Platform => Some("its records are the platform's, and no tenant's"),
        Some(machine) if machine.name == selling::LIFE => Some("the engine sells by its states"),
        Some(_) => None,
    }
}

fn widen(entity: &mut Arc<EntityDefinition>, custom: &CustomMachine) {
    let Some(state) = entity.machine.as_ref().map(|machine| machine.field.clone()) else {
        return;
    };
    let Some(field) = Arc::make_mut(entity).fields.get_mut(&state) else {
        return;
    };
    if field.kind != FieldKind::Choice {
        return;
    }
    let choices = &mut Arc::make_mut(field).choices;
    let states = custom.machine.iter().chain(&custom.former).flat_map(|own| &own.states);
    for state in states {
        if !choices.contains(&state.name) {
            choices.push(state.name.clone());
        }
    }
}

/// Holds the machines of new records against the pack.
pub(super) fn check(pack: &Pack, root: &Pointer, faults: &mut Faults) {
    for (name, custom) in &pack.definition.custom_machines {
        let entity = pack.entity(name).filter(|entity| entity.own.machine.is_some());
        let base = entity.and_then(Entity::of_pack).map(Machine::definition);
        if let (Some(entity), Some(base), Some(own)) = (entity, base, &custom.machine) {
            let mut held = Held {
                pack,
                entity,
                base,
                own,
                at: root.join(PLACE).join(name).join("machine"),
                faults,
            };
            held.names(custom);
            held.states();
            held.ways();
            held.rounds();
        }
    }
}

/// A machine of a tenant's own that is held against the pack.
struct Held<'h> {
    pack: &'h Pack,
    entity: &'h Entity,
    /// The pack's.
    base: &'h MachineDefinition,
    own: &'h MachineDefinition,
    at: Pointer,
    faults: &'h mut Faults,
}

impl Held<'_> {
    fn fault(&mut self, code: Code, at: Pointer, message: impl Into<String>) {
        self.faults.add(Reason::new(code, at, message));
    }

    fn names(&mut self, custom: &CustomMachine) {
        let (own, base) = (self.own, self.base);
        if own.name != base.name {
            let message = format!("it is called `{}`, as the pack's is whose place it takes", base.name);
            self.fault(Code::DefinitionConflict, self.at.join("name"), message);
        }
        if own.version < FIRST_OF_TENANTS {
            let message =
                format!("versions of tenants' machines begin with {FIRST_OF_TENANTS}; lower ones are the pack's");
            self.fault(Code::DefinitionRange, self.at.join("version"), message);
        } else if custom.former.iter().any(|former| former.version == own.version) {
            let message = format!(
                "records live by another machine of version {}; take a higher one",
                own.version
            );
            self.fault(Code::DefinitionConflict, self.at.join("version"), message);
        }
        let sizes = [
            ("states", own.states.len(), MOST_NAMES),
            ("events", own.events.len(), MOST_NAMES),
            ("transitions", own.transitions.len(), MOST_WAYS),
        ];
        for (what, count, most) in sizes.into_iter().filter(|(_, count, most)| count > most) {
            let message = format!("there are {count} {what}; at most {most} have place");
            self.fault(Code::DefinitionRange, self.at.join(what), message);
        }
    }

    /// States that the pack names have to be there.
    fn states(&mut self) {
        let (own, base) = (self.own, self.base);
        let there = |name: &str| own.states.iter().any(|state| state.name == name);
        let states = base.states.iter().map(|state| state.name.as_str());
        let gone: Vec<&str> = states.filter(|name| !there(name)).collect();
        if gone.is_empty() {
            return;
        }
        // Machines name their own, and what a pack promises, writes and shows at first is no part of what it does.
        let mut pack = self.pack.definition.clone();
        (pack.machines, pack.permissions) = (Vec::new(), Vec::new());
        (pack.custom_roles, pack.custom_machines) = (BTreeMap::new(), BTreeMap::new());
        (pack.rules, pack.demo, pack.templates) = (Vec::new(), Vec::new(), Vec::new());
        let Ok(pack) = serde_json::to_value(&pack) else {
            let message = "states are gone, and where the pack names them cannot be looked for; keep them";
            self.fault(Code::DefinitionConflict, self.at.join("states"), message);
            return;
        };
        for name in gone {
            if let Some(place) = named(&pack, name, &Pointer::root()) {
                let message = format!(
                    "the state `{name}` is gone, which the pack names at `{}`; keep it",
                    place.as_str()
                );
                self.fault(Code::DefinitionConflict, self.at.join("states"), message);
            }
        }
    }

    /// What happens with an event: who may, what is written, and what follows.
    fn ways(&mut self) {
        let own = self.own;
        if let Some(start) = &own.start {
            let at = self.at.join("start");
            self.writes(start.stamps.keys(), &at.join("stamps"));
            self.writes(start.sets.keys(), &at.join("sets"));
        }
        for (index, way) in own.transitions.iter().enumerate() {
            let at = self.at.join("transitions").join(index);
            self.writes(way.stamps.keys(), &at.join("stamps"));
            self.writes(way.sets.keys(), &at.join("sets"));
            let access = self.pack.access();
            let unknown = way.permission.as_ref().filter(|own| access.permission(own).is_none());
            if let Some(message) = unknown.map(|own| access.undeclared(own)) {
                self.fault(Code::DefinitionReference, at.join("permission"), message);
            }
        }
        for (at, effect) in letters::effects(own, &self.at) {
            self.effect(effect, &at);
        }
    }

    /// What goes round by itself is written down each time, and nobody stops it.
    fn rounds(&mut self) {
        let own = self.own;
        let soon: Vec<&MachineTransition> = own.transitions.iter().filter(|way| is_soon(way)).collect();
        let states = own.states.iter().filter(|state| !state.terminal);
        // Those from which nothing leads on by itself are taken away until all of the others lead to one another.
        let mut round: BTreeSet<&str> = states.map(|state| state.name.as_str()).collect();
        loop {
            let leads_on = |state: &str| {
                soon.iter().any(|way| {
                    let begins = |from: &String| from == state || (from == "*" && way.to != state);
                    round.contains(way.to.as_str()) && way.from.iter().any(begins)
                })
            };
            let left: BTreeSet<&str> = round.iter().copied().filter(|state| leads_on(state)).collect();
            if left.len() == round.len() {
                break;
            }
            round = left;
        }
        if let Some(state) = round.first() {
            let message = format!("timers go round from `{state}` without end; let one of them count an hour at least");
            self.fault(Code::DefinitionConflict, self.at.join("transitions"), message);
        }
    }

    /// Fields that the pack's machine writes, or machines, or people.
    fn writes<'n>(&mut self, names: impl Iterator<Item = &'n String>, at: &Pointer) {
        let of_pack = kept_by(self.base);
        for name in names {
            let Some(field) = self.entity.field(name) else {
                let message = self.entity.no_field(name);
                self.fault(Code::DefinitionReference, at.join(name), message);
                continue;
            };
            let is_open = of_pack.contains(name.as_str()) || field.definition().written_by == FieldWriter::Machine;
            if let Some(why) = unwritable(self.entity, field).filter(|_| !is_open) {
                self.fault(Code::DefinitionConflict, at.join(name), format!("`{name}` {why}"));
            }
        }
    }

    /// An effect that the pack's machine has too, or one of which the pack says all that there is to know.
    fn effect(&mut self, effect: &MachineEffect, at: &Pointer) {
        let name = effect.name.as_str();
        let writes = letters::SENDS.contains(&name) && !self.pack.definition.mail.is_empty();
        let root = Pointer::root();
        let of_pack = letters::effects(self.base, &root);
        if writes || FREE.contains(&name) || of_pack.iter().any(|(_, own)| *own == effect) {
            return;
        }
        let message = format!(
            "the pack's machine has no effect `{}` of this kind; take one as it stands there, `{SETS}`, `{FIRES}` or a letter of the pack",
            shortened(name)
        );
        self.fault(Code::DefinitionReference, at.join("name"), message);
    }
}

/// Whether a transition happens by itself within the hour, or when a field says, which may be at once.
fn is_soon(way: &MachineTransition) -> bool {
    let after = way.after.as_ref();
    after.is_some_and(|after| after.field.is_some() || after.before.is_some() || after.total_seconds() < SOON)
}

/// The first place at which a definition names a state: alone, in a list with commas, or quoted in a condition.
fn named(value: &Value, state: &str, at: &Pointer) -> Option<Pointer> {
    match value {
        Value::String(text) => {
            let quoted = [format!("'{state}'"), format!("\"{state}\"")];
            let is_named =
                text.split(',').any(|one| one.trim() == state) || quoted.iter().any(|own| text.contains(own));
            is_named.then(|| at.clone())
        }
        Value::Array(several) => {
            let mut each = several.iter().enumerate();
            each.find_map(|(index, value)| named(value, state, &at.join(index)))
        }
        Value::Object(fields) => {
            let says = |(name, value): &(&String, &Value)| value.is_object() || !NO_STATES.contains(&name.as_str());
            let mut each = fields.iter().filter(says);
            each.find_map(|(name, value)| named(value, state, &at.join(name)))
        }
        _ => None,
    }
}
