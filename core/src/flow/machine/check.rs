use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::compiled::{Beginning, Checked, MAX_WAYS, Resolved};
use super::definition::{MachineDefinition, MachineStart, MachineTransition};
use super::fields::Fields;
use super::times;
use crate::expression::{Environment, Expression};
use crate::fault::near;
use crate::form::{Faults, Pointer};
use crate::money::shortened;
use crate::permission::Permission;
use crate::{Code, Reason};

/// Every fault of a machine, its transitions with their names resolved, and its fields with their types.
pub(super) fn check(definition: &MachineDefinition, faults: &mut Faults) -> Checked {
    let root = Pointer::root();
    let facts = definition.facts.environment(&root.join("facts"), faults);
    let fields = definition.fields.environment(&root.join("fields"), faults);
    times::names(&facts, &fields, faults);
    let mut check = Check {
        definition,
        environment: Arc::new(times::environment(&facts, &fields)),
        fields: &fields,
        facts: &facts,
        states: HashMap::new(),
        events: HashMap::new(),
        faults,
    };
    check.names();
    let beginning = definition
        .start
        .as_ref()
        .map(|own| check.beginning(own, &root.join("start")));
    let transitions = root.join("transitions");
    let mut resolved = Vec::new();
    for (index, transition) in definition.transitions.iter().enumerate() {
        check.transition(transition, index, &transitions.join(index), &mut resolved);
    }
    // What is wrong in a name would make half the states unreachable: one fault is told, not its consequences.
    if check.faults.is_empty() && check.within_limits(&resolved) {
        check.ambiguous(&resolved);
        check.unused(&resolved);
        check.reach(&resolved);
        check.overtaken(&resolved);
    }
    Checked {
        resolved,
        beginning: beginning.unwrap_or_default(),
        fields: Fields::of(definition, &fields, &facts),
    }
}

pub(super) struct Check<'a> {
    pub(super) definition: &'a MachineDefinition,
    /// The names that guards may use.
    environment: Arc<Environment>,
    pub(super) fields: &'a Environment,
    pub(super) facts: &'a Environment,
    states: HashMap<&'a str, u16>,
    events: HashMap<&'a str, u16>,
    pub(super) faults: &'a mut Faults,
}

impl<'a> Check<'a> {
    pub(super) fn fault(&mut self, code: Code, place: impl Into<String>, message: String) {
        self.faults.add(Reason::new(code, place, message));
    }

    fn names(&mut self) {
        let root = Pointer::root();
        let definition = self.definition;
        self.name(&definition.name, root.join("name").as_str());
        let states = definition.states.iter().map(|state| state.name.as_str());
        self.states = self.places(states, &root.join("states"));
        let events = definition.events.iter().map(|event| event.name.as_str());
        self.events = self.places(events, &root.join("events"));
        if definition.states.is_empty() {
            self.fault(
                Code::DefinitionRange,
                "/states",
                "a machine needs at least one state".to_owned(),
            );
        } else if !self.states.contains_key(definition.initial.as_str()) {
            let message = self.no_state(&definition.initial);
            self.fault(Code::DefinitionReference, "/initial", message);
        }
        let terminal = definition.states.iter().position(|state| state.terminal);
        if let (true, Some(index)) = (definition.endless, terminal) {
            let message = "an `endless` machine has no terminal state".to_owned();
            self.fault(Code::DefinitionConflict, format!("/states/{index}/terminal"), message);
        }
    }

    /// Names that files, tables and methods can be called by.
    fn name(&mut self, name: &str, place: &str) {
        let letters = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        let begins = name.as_bytes().first().is_some_and(u8::is_ascii_lowercase);
        if begins && name.len() <= 64 && name.bytes().all(letters) {
            return;
        }
        let message = format!(
            "`{}` is not a name such as `in_progress`: use at most 64 lower-case letters, digits and `_`, beginning with a letter",
            shortened(name)
        );
        self.fault(Code::DefinitionRange, place, message);
    }

    fn places(&mut self, names: impl Iterator<Item = &'a str>, place: &Pointer) -> HashMap<&'a str, u16> {
        let mut places = HashMap::new();
        for (index, name) in (0..).zip(names) {
            let own = place.join(index).join("name");
            self.name(name, own.as_str());
            if places.insert(name, index).is_some() {
                self.fault(
                    Code::DefinitionConflict,
                    &own,
                    format!("two are called `{}`", shortened(name)),
                );
            }
        }
        places
    }

    fn beginning(&mut self, own: &MachineStart, place: &Pointer) -> Beginning {
        self.named_fields(&own.requires, &own.stamps, place);
        let environment = times::at_the_beginning(self.fields, &own.requires);
        Beginning {
            guard: self.condition(own.guard.as_deref(), &environment, place),
            sets: self.sets(&own.sets, &own.stamps, place),
        }
    }

    fn transition(&mut self, one: &'a MachineTransition, index: usize, place: &Pointer, resolved: &mut Vec<Resolved>) {
        let event = self.events.get(one.event.as_str()).copied();
        let event = event.ok_or_else(|| self.no_event(&one.event));
        let to = self.states.get(one.to.as_str()).copied();
        let to = to.ok_or_else(|| self.no_state(&one.to));
        let mut from = Vec::new();
        if one.from.is_empty() {
            let message = "a transition leads from at least one state; `[\"*\"]` is every one".to_owned();
            self.fault(Code::DefinitionRange, place.join("from"), message);
        }
        for (at, name) in one.from.iter().enumerate() {
            if name == "*" {
                from.extend(self.any_but(to.as_ref().ok().copied()));
                continue;
            }
            let place = place.join("from").join(at);
            match self.states.get(name.as_str()).copied() {
                Some(state) => {
                    self.leaves(state, &place);
                    from.push(state);
                }
                None => {
                    let message = self.no_state(name);
                    self.fault(Code::DefinitionReference, place, message);
                }
            }
        }
        let listed = from.len();
        from.sort();
        from.dedup();
        if from.len() < listed {
            self.fault(
                Code::DefinitionConflict,
                place.join("from"),
                "a state is named twice, or by `*` and by its name".to_owned(),
            );
        }
        let guard = self.guard(one, place);
        let permission = self.permission(one, place);
        self.times(one, &from, place);
        self.named_fields(&one.requires, &one.stamps, place);
        let sets = self.sets(&one.sets, &one.stamps, place);
        match (event, to) {
            (Ok(event), Ok(to)) => resolved.push(Resolved {
                from,
                event,
                to,
                guard,
                permission,
                sets: sets.into(),
                transition: index,
            }),
            (event, to) => {
                for (name, message) in [("event", event.err()), ("to", to.err())] {
                    if let Some(message) = message {
                        self.fault(Code::DefinitionReference, place.join(name), message);
                    }
                }
            }
        }
    }

    fn no_state(&self, name: &str) -> String {
        let hint = near(name, self.definition.states.iter().map(|state| state.name.as_str()));
        format!("there is no state `{}`{hint}", shortened(name))
    }

    fn no_event(&self, name: &str) -> String {
        let hint = near(name, self.definition.events.iter().map(|event| event.name.as_str()));
        format!("there is no event `{}`{hint}", shortened(name))
    }

    /// Every state that has not ended, but the one that is led to.
    fn any_but(&self, to: Option<u16>) -> Vec<u16> {
        let states = (0..).zip(&self.definition.states);
        let open = states.filter(|(place, state)| !state.terminal && Some(*place) != to);
        open.map(|(place, _)| place).collect()
    }

    fn leaves(&mut self, state: u16, place: &Pointer) {
        let ended = self
            .definition
            .states
            .get(usize::from(state))
            .filter(|state| state.terminal);
        if let Some(state) = ended {
            let message = format!("`{}` is terminal; nothing leads from it", shortened(&state.name));
            self.fault(Code::DefinitionConflict, place, message);
        }
    }

    fn guard(&mut self, one: &MachineTransition, place: &Pointer) -> Option<Arc<Expression>> {
        let environment = Arc::clone(&self.environment);
        self.condition(one.guard.as_deref(), &environment, place).map(Arc::new)
    }

    fn condition(&mut self, text: Option<&str>, environment: &Environment, place: &Pointer) -> Option<Expression> {
        match Expression::condition(text?, environment) {
            Ok(guard) => Some(guard),
            Err(error) => {
                for reason in error.under(place.join("guard").as_str()).into_reasons() {
                    self.faults.add(reason);
                }
                None
            }
        }
    }

    fn permission(&mut self, one: &MachineTransition, place: &Pointer) -> Option<Arc<Permission>> {
        let text = one.permission.as_deref()?;
        let place = place.join("permission");
        match text.parse::<Permission>() {
            Ok(permission) if !permission.is_kind() => return Some(Arc::new(permission)),
            Ok(_) => {
                let message = format!(
                    "`{}` names several permissions; an event needs exactly one",
                    shortened(text)
                );
                self.fault(Code::DefinitionRange, &place, message);
            }
            Err(error) => self.fault(Code::DefinitionRange, &place, error.to_string()),
        }
        None
    }

    /// Of several ways for a state and an event all but the last are guarded, each by another condition.
    fn ambiguous(&mut self, resolved: &[Resolved]) {
        let mut seen: HashMap<(u16, u16), Vec<&Resolved>> = HashMap::new();
        for one in resolved {
            for state in &one.from {
                let earlier = seen.entry((*state, one.event)).or_default();
                let guard = |one: &Resolved| self.definition.transitions.get(one.transition)?.guard.clone();
                let clash = earlier
                    .iter()
                    .find(|other| other.guard.is_none() || guard(other) == guard(one));
                if let Some(other) = clash {
                    let named = |names: Option<&str>| names.unwrap_or_default().to_owned();
                    let state = named(
                        self.definition
                            .states
                            .get(usize::from(*state))
                            .map(|one| one.name.as_str()),
                    );
                    let event = named(
                        self.definition
                            .events
                            .get(usize::from(one.event))
                            .map(|one| one.name.as_str()),
                    );
                    let message = format!(
                        "`{event}` leads two ways from `{state}`: transition {} is always taken, and this one never",
                        other.transition
                    );
                    let reason = Reason::new(
                        Code::DefinitionConflict,
                        format!("/transitions/{}", one.transition),
                        message,
                    );
                    self.faults.add(reason.with("state", state).with("event", event));
                    break;
                }
                earlier.push(one);
            }
        }
    }

    fn within_limits(&mut self, resolved: &[Resolved]) -> bool {
        let ways: usize = resolved.iter().map(|one| one.from.len()).sum();
        if ways <= MAX_WAYS {
            return true;
        }
        let message = format!("{ways} ways from state to state; a machine has at most {MAX_WAYS}");
        self.fault(Code::DefinitionTooLarge, "/transitions", message);
        false
    }

    fn unused(&mut self, resolved: &[Resolved]) {
        let used: BTreeSet<u16> = resolved
            .iter()
            .filter(|one| !one.from.is_empty())
            .map(|one| one.event)
            .collect();
        for (index, event) in (0..).zip(&self.definition.events) {
            if !used.contains(&index) {
                let message = format!("no transition has the event `{}`", shortened(&event.name));
                self.faults.add(Reason::new(
                    Code::DefinitionConflict,
                    format!("/events/{index}/name"),
                    message,
                ));
            }
        }
    }

    /// Every state can be reached, and from each there is a way to an end.
    fn reach(&mut self, resolved: &[Resolved]) {
        let initial = self.states.get(self.definition.initial.as_str()).copied();
        let forth = |one: &Resolved| (one.from.clone(), vec![one.to]);
        let back = |one: &Resolved| (vec![one.to], one.from.clone());
        let reached = closure(initial.into_iter().collect(), resolved, forth);
        let ends = (0..).zip(&self.definition.states).filter(|(_, state)| state.terminal);
        let ending = closure(ends.map(|(place, _)| place).collect(), resolved, back);
        for (index, state) in (0..).zip(&self.definition.states) {
            let place = format!("/states/{index}");
            let name = shortened(&state.name).to_owned();
            if !reached.contains(&index) {
                let message = format!("nothing leads to `{name}`");
                self.faults.add(Reason::new(Code::DefinitionGap, &place, message));
            } else if !self.definition.endless && !ending.contains(&index) {
                let message = format!("no way leads from `{name}` to a terminal state; is the machine `endless`?");
                self.faults.add(Reason::new(Code::DefinitionGap, &place, message));
            }
        }
    }
}

/// All that can be reached along the edges.
fn closure(
    begin: BTreeSet<u16>,
    resolved: &[Resolved],
    ends: impl Fn(&Resolved) -> (Vec<u16>, Vec<u16>),
) -> BTreeSet<u16> {
    let mut reached = begin;
    loop {
        let before = reached.len();
        for one in resolved {
            let (tails, heads) = ends(one);
            if tails.iter().any(|tail| reached.contains(tail)) {
                reached.extend(heads);
            }
        }
        if reached.len() == before {
            return reached;
        }
    }
}
