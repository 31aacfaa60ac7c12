//! A machine that comes with the engine and one of the bench, and where every event leads from every state.

use ratebook::expression::Value as Fact;
use ratebook::flow::{EventId, Machine, StateId, StepRequest, machine};
use ratebook::time::Instant;
use serde_json::{Map, Value, json};

/// The facts of the guarded machine in their order: attempts made, and as many as there may be.
pub(crate) const MAY: [i64; 2] = [1, 3];
const MAY_NOT: [i64; 2] = [3, 3];

/// A ticket, none of whose transitions has a guard.
pub(crate) fn ticket() -> Machine {
    machine::shipped("ticket").expect("it comes with the engine")
}

/// A delivery, whose next attempt has one that every contender can ask: `attempts < max_attempts`.
pub(crate) fn delivery() -> Machine {
    Machine::load_text(include_bytes!("../delivery.toml")).expect("a sound machine")
}

/// Facts as those who know their types hold them.
pub(crate) fn typed(facts: [i64; 2]) -> [Fact<'static>; 2] {
    facts.map(Fact::Int)
}

fn named(facts: [i64; 2]) -> Map<String, Value> {
    let named = ["attempts", "max_attempts"].into_iter().zip(facts);
    named.map(|(name, value)| (name.to_owned(), value.into())).collect()
}

/// Some time after everything happened.
pub(crate) fn now() -> Instant {
    "2026-12-29T14:00:00Z".parse().expect("a moment")
}

pub(crate) fn ids(machine: &Machine, state: &str, event: &str) -> (StateId, EventId) {
    let state = machine.state(state).expect("a state of the machine");
    (state, machine.event(event).expect("an event of the machine"))
}

/// The definitions, and every question with its answer. Our two ways to ask must agree on each.
pub(crate) fn json() -> Value {
    let machines = [ticket(), delivery()];
    let questions: Vec<Value> = machines.iter().flat_map(questions).collect();
    let definitions: Vec<_> = machines.iter().map(Machine::definition).collect();
    json!({"machines": definitions, "questions": questions})
}

fn questions(machine: &Machine) -> Vec<Value> {
    let definition = machine.definition();
    let mut all = Vec::new();
    for state in &definition.states {
        for event in &definition.events {
            for facts in [MAY, MAY_NOT] {
                let to = answer(machine, &state.name, &event.name, facts);
                all.push(json!({
                    "machine": definition.name, "state": state.name, "event": event.name, "facts": named(facts), "to": to,
                }));
            }
        }
    }
    all
}

/// The state that an event leads to; nothing when it may not happen.
fn answer(machine: &Machine, state: &str, event: &str, facts: [i64; 2]) -> Option<String> {
    let request = StepRequest::new(state, event).with_facts(named(facts));
    let by_name = machine.step(&request).ok().map(|step| step.state);
    let (state, event) = ids(machine, state, event);
    let by_place = machine
        .next(state, event, &typed(facts).as_slice())
        .expect("sound facts");
    assert_eq!(by_place, by_name.as_deref().and_then(|name| machine.state(name)));
    by_name
}
