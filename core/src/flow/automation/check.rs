//! Whether the rules make sense: every fault, each with its place.

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::definition::{
    AutomationAction, AutomationDefinition, AutomationEffect, AutomationSetField, AutomationStatusChange,
};
use crate::expression::{Environment, Expression, Type};
use crate::fault::near;
use crate::form::{Faults, Pointer};
use crate::money::shortened;
use crate::{Code, Reason};

/// Reports every fault of sense, and compiles the condition of each rule.
pub(super) fn check(definition: &AutomationDefinition, faults: &mut Faults) -> Vec<Option<Expression>> {
    let root = Pointer::root();
    let environment = definition.facts.environment(&root.join("facts"), faults);
    let mut check = Check { environment, faults };
    let mut known = HashSet::new();
    let mut conditions = Vec::with_capacity(definition.rules.len());
    for (index, rule) in definition.rules.iter().enumerate() {
        let place = root.join("rules").join(index);
        if !known.insert(rule.id.as_str()) {
            let message = format!("another rule has the id `{}`", shortened(&rule.id));
            check.fault(Code::DefinitionConflict, &place.join("id"), message);
        }
        conditions.push(check.condition(rule.when.as_deref(), &place.join("when")));
        if rule.actions.is_empty() {
            let message = "the rule does nothing: it has no actions";
            check.fault(Code::DefinitionRange, &place.join("actions"), message);
        }
        for (number, action) in rule.actions.iter().enumerate() {
            check.action(action, &place.join("actions").join(number));
        }
    }
    let ids = definition.rules.iter().map(|rule| Some(rule.id.as_str()));
    faults.look_alikes_in(&root.join("rules"), "id", ids);
    conditions
}

struct Check<'f> {
    environment: Environment,
    faults: &'f mut Faults,
}

impl Check<'_> {
    fn fault(&mut self, code: Code, place: &Pointer, message: impl Into<String>) {
        self.faults.add(Reason::new(code, place, message));
    }

    fn condition(&mut self, text: Option<&str>, place: &Pointer) -> Option<Expression> {
        match Expression::condition(text?, &self.environment) {
            Ok(condition) => Some(condition),
            Err(error) => {
                let reasons = error.under(place.as_str()).into_reasons();
                reasons.into_iter().for_each(|reason| self.faults.add(reason));
                None
            }
        }
    }

    fn action(&mut self, action: &AutomationAction, place: &Pointer) {
        match action {
            AutomationAction::Assign(effect) => self.effect(effect, &place.join("assign")),
            AutomationAction::Notify(effect) => self.effect(effect, &place.join("notify")),
            AutomationAction::CreateTask(effect) => self.effect(effect, &place.join("create_task")),
            AutomationAction::CallWebhook(effect) => self.effect(effect, &place.join("call_webhook")),
            AutomationAction::Effect(effect) => self.effect(effect, &place.join("effect")),
            AutomationAction::ChangeStatus(change) => self.status(change, &place.join("change_status")),
            AutomationAction::SetField(set) => self.set_field(set, &place.join("set_field")),
        }
    }

    fn effect(&mut self, effect: &AutomationEffect, place: &Pointer) {
        for (parameter, fact) in &effect.from_facts {
            let place = place.join("from_facts").join(parameter);
            if effect.parameters.contains_key(parameter) {
                let message = format!("`{}` is already in `parameters`", shortened(parameter));
                self.fault(Code::DefinitionConflict, &place, message);
            }
            self.fact(fact, &place);
        }
    }

    fn status(&mut self, change: &AutomationStatusChange, place: &Pointer) {
        let Some(fact) = &change.fact else { return };
        let held = self.fact(fact, &place.join("fact"));
        if held.is_some_and(|held| held != Type::Text) {
            let message = format!("the fact `{}` holds a state, so it must be text", shortened(fact));
            self.fault(Code::DefinitionType, &place.join("fact"), message);
        }
        if change.state.is_none() {
            let message = "the field `state` is missing: which state does the fact then hold?";
            self.fault(Code::DefinitionMissing, &place.join("state"), message);
        }
    }

    fn set_field(&mut self, set: &AutomationSetField, place: &Pointer) {
        let source = set
            .from_fact
            .as_ref()
            .map(|fact| self.fact(fact, &place.join("from_fact")));
        if source.is_some() && !set.value.is_null() {
            let message = "the field gets a value or that of a fact, not both";
            self.fault(Code::DefinitionConflict, &place.join("from_fact"), message);
        }
        let Some(fact) = &set.fact else { return };
        let Some(held) = self.fact(fact, &place.join("fact")) else {
            return;
        };
        match source {
            Some(Some(given)) if given != held && !matches!(&held, Type::Optional(inner) if **inner == given) => {
                let message = format!("the fact `{}` is {held}, but would get {given}", shortened(fact));
                self.fault(Code::DefinitionType, &place.join("from_fact"), message);
            }
            Some(_) => {}
            None if self.takes(fact, &set.value) => {}
            None => {
                let message = format!("the fact `{}` must be {held}", shortened(fact));
                self.fault(Code::DefinitionType, &place.join("value"), message);
            }
        }
    }

    /// The type of a fact that is declared.
    fn fact(&mut self, name: &str, place: &Pointer) -> Option<Type> {
        let names = self.environment.names();
        let found = names
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, own)| own.clone());
        if found.is_none() {
            let hint = near(name, names.iter().map(|(known, _)| known.as_str()));
            let message = format!("there is no fact `{}`{hint}", shortened(name));
            self.fault(Code::DefinitionReference, place, message);
        }
        found
    }

    /// Whether a fact may have a value.
    fn takes(&self, fact: &str, value: &Value) -> bool {
        let facts = Map::from_iter([(fact.to_owned(), value.clone())]);
        let read = Expression::compile(fact, &self.environment);
        read.is_ok_and(|read| read.evaluate_json(&facts, "").is_ok())
    }
}
