//! What the rules of a pack do: each action is one that somebody carries out, on the record that set the rule off.

use std::collections::BTreeSet;

use serde_json::Value;

use super::super::definition::FieldKind;
use super::super::reach::unwritable;
use super::automation::{Held, leads_to};
use super::{Entity, Field, check, letters, making};
use crate::Code;
use crate::expression::Type;
use crate::fault::{Place, Pointer, listed, near, shortened};
use crate::flow::{AutomationAction, AutomationEffect, AutomationRule, AutomationSetField, AutomationStatusChange};

pub(super) fn check(held: &mut Held<'_>, action: &AutomationAction, of: &[&Entity], at: &Pointer) {
    match action {
        AutomationAction::SetField(set) => set_field(held, set, of, &at.join("set_field")),
        AutomationAction::ChangeStatus(change) => change_status(held, change, of, &at.join("change_status")),
        AutomationAction::Notify(effect) => {
            let at = at.join("notify");
            taken(held, effect, "template", &at);
            told_of(held, effect, of, &at);
            held.sends(Some(effect.name.as_str()), of, &at.join("name"));
        }
        AutomationAction::CallWebhook(effect) => {
            let at = at.join("call_webhook");
            taken(held, effect, "event", &at);
            if !effect.from_facts.is_empty() {
                let message = "a message to the outside has nothing of the record in it; whoever receives it asks for that by their own rights";
                held.fault(Code::DefinitionConflict, &at.join("from_facts"), message);
            }
        }
        AutomationAction::Effect(effect) => {
            let at = at.join("effect");
            carried_out(held, effect, &at.join("name"));
            told_of(held, effect, of, &at);
            if letters::SENDS.contains(&effect.name.as_str()) {
                let named = effect.parameters.get(letters::NAMED_BY).and_then(Value::as_str);
                held.sends(named, of, &at.join("parameters").join(letters::NAMED_BY));
            }
            if effect.name == making::MAKES {
                held.makes(&effect.parameters, of, &at.join("parameters"));
            }
        }
        AutomationAction::Assign(_) => {
            let message = "a rule of a pack assigns a record by a field of it; use `set_field` with the field that says whose it is";
            held.fault(Code::DefinitionConflict, &at.join("assign"), message);
        }
        AutomationAction::CreateTask(_) => {
            let message = "a rule of a pack makes no other records; use `effect` with one that a connector carries out, or `call_webhook`";
            held.fault(Code::DefinitionConflict, &at.join("create_task"), message);
        }
    }
}

/// A parameter that the name of the action stands in.
fn taken(held: &mut Held<'_>, effect: &AutomationEffect, parameter: &str, at: &Pointer) {
    if effect.parameters.contains_key(parameter) || effect.from_facts.contains_key(parameter) {
        let message = format!("`{parameter}` is the `name` of the action; leave it out");
        held.fault(
            Code::DefinitionConflict,
            &at.join("parameters").join(parameter),
            message,
        );
    }
}

fn carried_out(held: &mut Held<'_>, effect: &AutomationEffect, at: &Pointer) {
    let name = effect.name.as_str();
    let instead = match name {
        "set_field" => "set_field",
        "fire_event" => "change_status",
        "call_webhook" => "call_webhook",
        _ => {
            let known = check::declared(held.pack.definition());
            if known.clone().all(|own| own != name) {
                let hint = near(name, known);
                let message = format!(
                    "nobody carries out `{}`; declare it in `effects`{hint}",
                    shortened(name)
                );
                held.fault(Code::DefinitionReference, at, message);
            }
            return;
        }
    };
    let message = format!("`{name}` is an action of its own; use `{instead}`");
    held.fault(Code::DefinitionConflict, at, message);
}

/// What is told to whoever carries an effect out. What says something of a person is read by them and not kept beside the record.
fn told_of(held: &mut Held<'_>, effect: &AutomationEffect, of: &[&Entity], at: &Pointer) {
    for (parameter, fact) in &effect.from_facts {
        let at = at.join("from_facts").join(parameter);
        held.looks_at(fact, &at);
        let guarded = |entity: &&&Entity| {
            let masked = entity
                .place_of(fact)
                .is_some_and(|place| entity.masks.iter().any(|(own, _)| *own == place));
            masked || entity.is_personal(fact)
        };
        if of.iter().any(|entity| guarded(&entity)) {
            let message = format!(
                "`{fact}` is hidden or says something of a person, and is not sent along; whoever carries it out reads the record"
            );
            held.fault(Code::DefinitionConflict, &at, message);
        }
    }
}

/// That an action is one on the record itself, which is of this entity.
fn own<'e>(held: &mut Held<'_>, entity: &str, of: &[&'e Entity], at: &Pointer) -> Option<&'e Entity> {
    if let Some(other) = of.iter().find(|own| own.name() != entity) {
        let message = format!(
            "the rule is set off by `{}` and changes that record; name it here",
            other.name()
        );
        held.fault(Code::DefinitionConflict, at, message);
    }
    of.iter().find(|own| own.name() == entity).copied()
}

fn set_field(held: &mut Held<'_>, set: &AutomationSetField, of: &[&Entity], at: &Pointer) {
    if let Some(fact) = set.fact.as_ref().filter(|fact| **fact != set.field) {
        let message = format!(
            "in a pack the fact of a field has its name, not `{}`; leave it out",
            shortened(fact)
        );
        held.fault(Code::DefinitionConflict, &at.join("fact"), message);
    }
    let from = set
        .from_fact
        .as_ref()
        .map(|name| held.looks_at(name, &at.join("from_fact")));
    let Some(entity) = own(held, &set.entity, of, &at.join("entity")) else {
        return;
    };
    let place = at.join("field");
    let Some(field) = entity.field(&set.field) else {
        return held.fault(Code::DefinitionReference, &place, entity.no_field(&set.field));
    };
    if entity.is_native() {
        let message = format!("`{}` are written by acts alone", entity.plural());
        return held.fault(Code::DefinitionConflict, &place, message);
    }
    if let Some(why) = unwritable(entity, field) {
        return held.fault(Code::DefinitionConflict, &place, format!("`{}` {why}", set.field));
    }
    held.needs(&format!("{}:write", entity.plural()), "setting a field", &place);
    held.seen(entity, &set.field, &place);
    match from {
        Some(from) => from_fact(held, from.as_ref(), field, &at.join("from_fact")),
        None if set.value.is_null() && field.definition().required => {
            let message = format!("`{}` is required; name its `value`", set.field);
            held.fault(Code::DefinitionMissing, &at.join("value"), message);
        }
        None => {
            if let Err(reason) = field.read(&set.value, &Place::Root) {
                held.fault(Code::DefinitionRange, &at.join("value"), reason.message.clone());
            }
        }
    }
}

/// That a field takes what a fact is.
fn from_fact(held: &mut Held<'_>, from: Option<&Type>, field: &Field, at: &Pointer) {
    let Some(from) = from else { return };
    let message = match (field.kind(), field.kind().fact()) {
        (FieldKind::Money, _) => "an amount is set with its currency, which a fact has not".to_owned(),
        (kind, Some(fact)) if !fact.holds(from) => format!("the field is {}, and this is {from}", kind.told()),
        (kind, None) => format!("the field is {}, which is no fact", kind.told()),
        _ if field.definition().required && matches!(from, Type::Optional(_)) => {
            format!("`{}` is required, and the fact may be missing", field.name())
        }
        _ => return,
    };
    held.fault(Code::DefinitionType, at, message);
}

fn change_status(held: &mut Held<'_>, change: &AutomationStatusChange, of: &[&Entity], at: &Pointer) {
    for entity in of {
        let (Some(named), Some(machine)) = (&entity.definition().machine, entity.machine()) else {
            let message = format!(
                "the rule is set off by `{}`, whose records live by no machine",
                entity.name()
            );
            held.fault(Code::DefinitionConflict, &at.join("machine"), message);
            continue;
        };
        if named.name != change.machine {
            let message = format!(
                "the rule is set off by `{}`, whose records live by `{}`, not by `{}`",
                entity.name(),
                named.name,
                shortened(&change.machine)
            );
            held.fault(Code::DefinitionConflict, &at.join("machine"), message);
            continue;
        }
        let machine = machine.definition();
        held.event(machine, &change.event, change.state.as_deref(), at);
        if let Some(fact) = change.fact.as_ref().filter(|fact| **fact != named.field) {
            let message = format!(
                "the state is the fact `{}`, not `{}`; leave it out",
                named.field,
                shortened(fact)
            );
            held.fault(Code::DefinitionConflict, &at.join("fact"), message);
        }
        let ways: Vec<_> = machine
            .transitions
            .iter()
            .filter(|way| way.event == change.event)
            .collect();
        if !ways.is_empty() && ways.iter().all(|way| way.after.is_some()) {
            let message = format!(
                "`{}` happens by itself when it is due; nobody can make it happen",
                change.event
            );
            held.fault(Code::DefinitionConflict, &at.join("event"), message);
        }
        let asked: BTreeSet<&str> = ways.iter().filter_map(|way| way.permission.as_deref()).collect();
        let write = format!("{}:write", entity.plural());
        let needed = if asked.is_empty() {
            BTreeSet::from([write.as_str()])
        } else {
            asked
        };
        for permission in needed {
            held.needs(permission, &format!("`{}`", change.event), &at.join("event"));
        }
        let given = ways.iter().flat_map(|way| &way.requires).map(String::as_str);
        let given: BTreeSet<&str> = given.collect();
        if !given.is_empty() && ways.iter().all(|way| !way.requires.is_empty()) {
            let given: Vec<&str> = given.into_iter().collect();
            let message = format!(
                "`{}` needs {} to be given with it, and a rule gives nothing",
                change.event,
                listed(&given)
            );
            held.fault(Code::DefinitionConflict, &at.join("event"), message);
        }
    }
}

/// A rule with what the pack knows of it: the facts that its actions change, and the state that an event leads to where there is one.
pub(super) fn completed(entity: &Entity, rule: &AutomationRule, facts: &mut BTreeSet<String>) -> AutomationRule {
    let mut rule = rule.clone();
    for action in &mut rule.actions {
        match action {
            AutomationAction::SetField(set) => {
                let Some(field) = entity.field(&set.field) else {
                    continue;
                };
                if let Ok(kept) = field.read(&set.value, &Place::Root) {
                    set.value = kept;
                }
                let is_fact = field.kind().fact().is_some() && field.kind() != FieldKind::Money;
                set.fact = is_fact.then(|| set.field.clone());
                facts.extend(set.fact.clone());
            }
            AutomationAction::ChangeStatus(change) => {
                let named = entity.definition().machine.as_ref();
                let leads = entity
                    .machine()
                    .map(|machine| leads_to(machine.definition(), &change.event));
                if let Some([only]) = leads.as_deref() {
                    change.state.get_or_insert_with(|| (*only).to_owned());
                }
                change.fact = named
                    .filter(|_| change.state.is_some())
                    .map(|named| named.field.clone());
                facts.extend(change.fact.clone());
            }
            _ => {}
        }
    }
    rule
}
