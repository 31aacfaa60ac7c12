//! What is wrong with the timers, limits and fields of a machine.

use std::collections::BTreeMap;

use super::check::Check;
use super::compiled::{FieldSet, Resolved};
use super::definition::{MachineStamp, MachineTransition};
use super::known::{GIVEN, NOW, RECORDED};
use super::timer::MachineTimer;
use crate::Code;
use crate::Reason;
use crate::expression::{Environment, Expression, Type};
use crate::fault::near;
use crate::form::{Faults, Pointer};
use crate::money::shortened;

/// What guards may name: the declared facts, the moment, and the fields, which may be missing; and of each field what is given
/// and what was recorded.
pub(super) fn environment(facts: &Environment, fields: &Environment) -> Environment {
    let known = |name: &str| facts.names().iter().any(|(own, _)| own == name);
    let mut names = facts.names().to_vec();
    if !known(NOW) {
        names.push((NOW.to_owned(), Type::Instant));
    }
    let own = fields.names().iter().filter(|(name, _)| name != NOW);
    let optional = |own: &Type| Type::Optional(Box::new(own.clone()));
    let bare = own.clone().filter(|(name, _)| !known(name));
    names.extend(bare.map(|(name, own)| (name.clone(), optional(own))));
    for record in [GIVEN, RECORDED] {
        names.extend(
            own.clone()
                .map(|(name, own)| (format!("{record}.{name}"), optional(own))),
        );
    }
    Environment::of(names)
}

/// What the guard of the beginning may name: the moment, and what is given, which is there where it is required.
pub(super) fn at_the_beginning(fields: &Environment, requires: &[String]) -> Environment {
    let mut names = vec![(NOW.to_owned(), Type::Instant)];
    for (name, own) in fields.names().iter().filter(|(name, _)| name != NOW) {
        let own = if requires.contains(name) {
            own.clone()
        } else {
            Type::Optional(Box::new(own.clone()))
        };
        names.push((name.clone(), own.clone()));
        names.push((format!("{GIVEN}.{name}"), own));
    }
    Environment::of(names)
}

/// What a name stands for that no fact and no field can have.
fn taken(name: &str) -> Option<&'static str> {
    match name {
        NOW => Some("the moment of the event"),
        GIVEN => Some("what is given with the event"),
        RECORDED => Some("what was recorded before it"),
        _ => None,
    }
}

/// Faults of the declared names themselves.
pub(super) fn names(facts: &Environment, fields: &Environment, faults: &mut Faults) {
    let root = Pointer::root();
    let mut fault = |code, place: Pointer, message: String| faults.add(Reason::new(code, place, message));
    for (name, own) in fields.names() {
        let place = root.join("fields").join(name.as_str());
        let told = shortened(name);
        if let Some(taken) = taken(name) {
            let message = format!("`{name}` is {taken}; name the field otherwise");
            fault(Code::DefinitionConflict, place, message);
        } else if name.contains('.') {
            let message = format!("`{told}` is part of a record; a field is one name");
            fault(Code::DefinitionRange, place, message);
        } else if let Type::Optional(inner) = own {
            let message = format!("every field may be missing; write `{inner}`");
            fault(Code::DefinitionRange, place, message);
        } else if let Some((_, fact)) = facts.names().iter().find(|(fact, _)| fact == name)
            && fact != own
            && *fact != Type::Optional(Box::new(own.clone()))
        {
            let message = format!("`{told}` is {own} as a field, and {fact} as a fact");
            fault(Code::DefinitionConflict, place, message);
        }
    }
    for (name, own) in facts.names() {
        let record = name.split_once('.').map_or(name.as_str(), |(record, _)| record);
        if let Some(taken) = taken(record)
            && !(name == NOW && *own == Type::Instant)
        {
            let message = format!("`{record}` is {taken}; name the fact otherwise");
            fault(
                Code::DefinitionConflict,
                root.join("facts").join(name.as_str()),
                message,
            );
        }
    }
}

impl Check<'_> {
    /// Faults of a transition's timer and limits.
    pub(super) fn times(&mut self, one: &MachineTransition, from: &[u16], place: &Pointer) {
        let limits = [("not_before", &one.not_before), ("not_after", &one.not_after)];
        for (name, timer) in [("after", &one.after)].into_iter().chain(limits) {
            let Some(timer) = timer else { continue };
            let place = place.join(name);
            if from.is_empty() && !one.from.is_empty() {
                let message = "the transition leads from no state, so there is nothing to count from".to_owned();
                self.fault(Code::DefinitionConflict, &place, message);
            }
            if timer.total_seconds() == 0 && timer.base().is_none() {
                let message = "count some time, or from the moment of a field".to_owned();
                self.fault(Code::DefinitionRange, &place, message);
            }
            if timer.field.is_some() && timer.before.is_some() {
                let message = "a moment is counted from `field` or lies before `before`, not both".to_owned();
                self.fault(Code::DefinitionConflict, &place, message);
            }
            for (key, field) in [("field", &timer.field), ("before", &timer.before)] {
                if let Some(field) = field {
                    self.counted_from(field, &place.join(key));
                }
            }
        }
        if one.after.is_some() {
            self.by_itself(one, place);
        }
        self.ever(one, place);
    }

    /// What a transition that happens by itself cannot ask for.
    fn by_itself(&mut self, one: &MachineTransition, place: &Pointer) {
        if !one.requires.is_empty() {
            let message = "nobody gives the required fields when a timer runs out".to_owned();
            self.fault(Code::DefinitionConflict, place.join("after"), message);
        }
        for (name, limit) in [("not_before", &one.not_before), ("not_after", &one.not_after)] {
            if limit.is_some() {
                let message = format!("`after` says when it happens; leave out `{name}`");
                self.fault(Code::DefinitionConflict, place.join(name), message);
            }
        }
    }

    /// Limits between which there is no moment.
    fn ever(&mut self, one: &MachineTransition, place: &Pointer) {
        if let (Some(first), Some(last)) = (&one.not_before, &one.not_after)
            && first.base() == last.base()
            && last.offset_seconds() < first.offset_seconds()
        {
            let message = format!("never possible: `{}` comes before `{}`", last.told(), first.told());
            self.fault(Code::DefinitionConflict, place.join("not_after"), message);
        }
    }

    fn counted_from(&mut self, name: &str, place: &Pointer) {
        if self.definition.fields.is_empty() {
            return;
        }
        match self.field(name) {
            Some(Type::Instant) | None => self.declared(name, place),
            Some(Type::Day) => {
                let message = format!(
                    "`{}` is a day, which begins at no one moment; use an instant",
                    shortened(name)
                );
                self.fault(Code::DefinitionType, place, message);
            }
            Some(own) => {
                let message = format!(
                    "nothing can be counted from `{}`, which is {own}; use an instant",
                    shortened(name)
                );
                self.fault(Code::DefinitionType, place, message);
            }
        }
    }

    /// Faults of the names that a transition, or the beginning, asks for and records.
    pub(super) fn named_fields(
        &mut self,
        requires: &[String],
        stamps: &BTreeMap<String, MachineStamp>,
        place: &Pointer,
    ) {
        if self.definition.fields.is_empty() {
            return;
        }
        for (index, name) in requires.iter().enumerate() {
            // What is given may also be a fact that guards look at, and is not recorded then.
            if !self.facts.names().iter().any(|(fact, _)| fact == name) {
                self.declared(name, &place.join("requires").join(index));
            }
        }
        for (name, stamp) in stamps {
            let place = place.join("stamps").join(name.as_str());
            self.declared(name, &place);
            if let (Some(own), Some(set)) = (self.field(name), stamp.implies())
                && own != set
            {
                let message = format!("`{}` is {own}, and this sets {set}", shortened(name));
                self.fault(Code::DefinitionType, &place, message);
            }
        }
    }

    /// What a transition, or the beginning, sets by expressions, with their faults. A history holds no facts, and is lived
    /// again by what it holds: what is set depends on nothing else.
    pub(super) fn sets(
        &mut self,
        sets: &BTreeMap<String, String>,
        stamps: &BTreeMap<String, MachineStamp>,
        place: &Pointer,
    ) -> Vec<FieldSet> {
        let environment = environment(&Environment::default(), self.fields);
        let mut resolved = Vec::new();
        for (name, text) in sets {
            let place = place.join("sets").join(name.as_str());
            if stamps.contains_key(name) {
                let message = format!("`{}` is stamped already", shortened(name));
                self.fault(Code::DefinitionConflict, &place, message);
            }
            if !self.definition.fields.is_empty() {
                self.declared(name, &place);
            }
            let value = match Expression::compile(text, &environment) {
                Ok(value) => value,
                Err(error) => {
                    for reason in error.under(place.as_str()).into_reasons() {
                        self.faults.add(reason);
                    }
                    continue;
                }
            };
            if let Some(own) = self.field(name)
                && !own.holds(value.result())
            {
                let message = format!("`{}` is {own}, and this sets {}", shortened(name), value.result());
                self.fault(Code::DefinitionType, &place, message);
            }
            resolved.push(FieldSet {
                name: name.as_str().into(),
                value,
            });
        }
        resolved
    }

    fn field(&self, name: &str) -> Option<Type> {
        let mut fields = self.fields.names().iter();
        fields.find(|(own, _)| own == name).map(|(_, own)| own.clone())
    }

    fn declared(&mut self, name: &str, place: &Pointer) {
        let fields = self.fields.names();
        // A field whose type is at fault is declared all the same.
        if self.field(name).is_none() && !self.definition.fields.declares(name) {
            let hint = near(name, fields.iter().map(|(own, _)| own.as_str()));
            let message = format!("there is no field `{}`{hint}", shortened(name));
            self.fault(Code::DefinitionReference, place, message);
        }
    }

    /// A limit that begins when a timer has always led away before.
    pub(super) fn overtaken(&mut self, resolved: &[Resolved]) {
        let transition = |one: &Resolved| self.definition.transitions.get(one.transition);
        let sooner = |limit: &MachineTimer, state: u16| {
            let guarded = |event| {
                let mut others = resolved.iter();
                others.any(|one| one.event == event && one.guard.is_some() && one.from.contains(&state))
            };
            let certain = resolved
                .iter()
                .filter(|one| one.from.contains(&state) && !guarded(one.event));
            let timers = certain.filter_map(|one| transition(one)?.after.as_ref());
            timers
                .filter(|timer| timer.base() == limit.base() && timer.offset_seconds() <= limit.offset_seconds())
                .min_by_key(|timer| timer.offset_seconds())
        };
        let mut found = Vec::new();
        for one in resolved {
            let Some(limit) = transition(one).and_then(|one| one.not_before.as_ref()) else {
                continue;
            };
            let leaving: Option<Vec<_>> = one.from.iter().map(|state| sooner(limit, *state)).collect();
            if let Some(timer) = leaving.as_deref().and_then(<[_]>::first) {
                let message = format!("never possible: a timer leads away {timer}");
                found.push((format!("/transitions/{}/not_before", one.transition), message));
            }
        }
        for (place, message) in found {
            self.fault(Code::DefinitionConflict, place, message);
        }
    }
}
