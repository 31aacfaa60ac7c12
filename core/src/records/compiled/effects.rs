//! The effects that a pack names, and whether anybody carries them out where it is hosted.

use std::collections::BTreeSet;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::super::definition::{PackDefinition, ScheduleAction};
use super::{Pack, check, letters};
use crate::fault::{Faults, Limits, Place, Pointer, near, shortened};
use crate::flow::{AutomationAction, Machine, machine};
use crate::{Code, Error, Reason, Result};

/// What happens to records whatever their machine: nobody would know an effect of such a name from it.
const HAPPENS: [&str; 5] = ["created", "updated", "deleted", "restored", "merged"];

/// What the host of a pack carries out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CarriedOutRequest {
    /// The effects that its acts and connectors carry out, such as `send_email`.
    #[schemars(length(max = 1000), extend("format" = "reference"))]
    pub carries: Vec<String>,
}

impl Pack {
    /// That every effect of the pack is carried out by the host or, as the pack says, elsewhere; or every one that nobody carries out.
    pub fn carried_out(&self, request: &CarriedOutRequest) -> Result<bool> {
        request.bounded()?;
        Error::unless_empty(uncarried(&self.definition, &request.carries)).map(|()| true)
    }

    /// Whether somebody outside of the host carries an effect out.
    pub fn is_elsewhere(&self, effect: &str) -> bool {
        self.definition.elsewhere.iter().any(|own| own == effect)
    }
}

/// The effects that nobody carries out, each where it is named.
pub(in crate::records) fn uncarried(pack: &PackDefinition, carries: &[String]) -> Vec<Reason> {
    let done: BTreeSet<&str> = carries.iter().chain(&pack.elsewhere).map(String::as_str).collect();
    let lacks = named(pack)
        .into_iter()
        .filter(|own| !done.contains(own.effect.as_str()));
    let told = lacks.map(|own| {
        let (name, hint) = (shortened(&own.effect), near(&own.effect, done.iter().copied()));
        let lacks = match own.machine {
            Some(machine) => {
                format!(
                    "the machine `{}` has the effect `{name}`, which nobody here carries out",
                    shortened(machine)
                )
            }
            None => format!("nobody here carries out `{name}`"),
        };
        let message = format!("{lacks}; name it in `elsewhere` of the pack if others do{hint}");
        Reason::new(Code::DefinitionReference, own.at, message)
    });
    told.collect()
}

/// An effect that a pack names.
struct Named<'p> {
    effect: String,
    at: Pointer,
    /// The machine that came with the engine and has it.
    machine: Option<&'p str>,
}

/// Every effect that a pack names, and where.
fn named(pack: &PackDefinition) -> Vec<Named<'_>> {
    let root = Pointer::root();
    let mut found = Vec::new();
    let mut add = |effect: &str, at| {
        found.push(Named {
            effect: effect.to_owned(),
            at,
            machine: None,
        });
    };
    for (index, machine) in pack.machines.iter().enumerate() {
        for (at, effect) in letters::effects(machine, &root.join("machines").join(index)) {
            add(&effect.name, at.join("name"));
        }
    }
    let rules = pack.automation.iter().flat_map(|own| &own.rules).enumerate();
    for (index, rule) in rules {
        let at = root.join("automation").join("rules").join(index).join("actions");
        for (number, action) in rule.actions.iter().enumerate() {
            let at = at.join(number);
            match action {
                AutomationAction::Effect(own) => add(&own.name, at.join("effect").join("name")),
                AutomationAction::Notify(_) => add("notify", at.join("notify")),
                AutomationAction::CallWebhook(_) => add("call_webhook", at.join("call_webhook")),
                _ => {}
            }
        }
    }
    for (index, schedule) in pack.schedules.iter().enumerate() {
        let at = root.join("schedules").join(index).join("do");
        match &schedule.action {
            Some(ScheduleAction::Effect(name)) => add(name, at.join("effect")),
            Some(ScheduleAction::Notify(_)) => add("notify", at.join("notify")),
            _ => {}
        }
    }
    found.extend(shipped(pack));
    found
}

/// The effects of the machines that come with the engine and by which records of the pack live, each once for an entity.
fn shipped(pack: &PackDefinition) -> Vec<Named<'_>> {
    let mut found = Vec::new();
    for (index, entity) in pack.entities.iter().enumerate() {
        let Some(life) = &entity.machine else { continue };
        if pack.machines.iter().any(|own| own.name == life.name) {
            continue;
        }
        let at = Pointer::root()
            .join("entities")
            .join(index)
            .join("machine")
            .join("name");
        let shipped = machine::shipped(&life.name).ok();
        let effects = shipped.iter().flat_map(|own| letters::effects(own.definition(), &at));
        let effects: BTreeSet<String> = effects.map(|(_, effect)| effect.name.clone()).collect();
        found.extend(effects.into_iter().map(|effect| Named {
            effect,
            at: at.clone(),
            machine: Some(life.name.as_str()),
        }));
    }
    found
}

/// What is carried out elsewhere is told as what happens is: by a name that means nothing else.
pub(super) fn elsewhere(pack: &PackDefinition, root: &Pointer, faults: &mut Faults) {
    if pack.elsewhere.is_empty() {
        return;
    }
    let lives = pack.entities.iter().filter_map(|entity| entity.machine.as_ref());
    let shipped: BTreeSet<&str> = lives.map(|life| life.name.as_str()).collect();
    let shipped: Vec<Machine> = shipped
        .into_iter()
        .filter_map(|name| machine::shipped(name).ok())
        .collect();
    let machines = pack.machines.iter().chain(shipped.iter().map(Machine::definition));
    let of_tenant = pack.custom_machines.values().filter_map(|own| own.machine.as_ref());
    let events = machines.chain(of_tenant).flat_map(|machine| &machine.events);
    let happens: BTreeSet<&str> = events.map(|event| event.name.as_str()).chain(HAPPENS).collect();
    let place = root.join("elsewhere");
    let mut seen = BTreeSet::new();
    for (index, name) in pack.elsewhere.iter().enumerate() {
        let at = place.join(index);
        check::plain(
            name,
            "an effect that is carried out elsewhere",
            &Place::At(at.as_str()),
            faults,
        );
        let message = if !seen.insert(name) {
            format!("`{}` is there twice", shortened(name))
        } else if pack.effects.contains(name) {
            format!(
                "`{}` is in `effects` too, and those are carried out here; keep one of them",
                shortened(name)
            )
        } else if happens.contains(name.as_str()) {
            format!(
                "`{}` happens to records, and whoever is told of it would not know which is meant; call the effect otherwise",
                shortened(name)
            )
        } else {
            continue;
        };
        faults.add(Reason::new(Code::DefinitionConflict, at, message));
    }
}
