//! One event of an instance: by places, by names, and with all that is kept of it.

use std::hint::black_box;

use ratebook::flow::{AllowedRequest, FireRequest, Machine, MachineInstance, StartRequest, StepRequest};
use serde_json::{Map, Value, json};

use crate::timing::each;
use crate::workload::{MAY, delivery, ids, now, ticket, typed};

pub(crate) fn figures() -> Value {
    let (ticket, delivery) = (ticket(), delivery());
    json!({
        "next": next(&ticket, "in_progress", "wait", &[]),
        "next_guarded": next(&delivery, "waiting", "attempt", &MAY),
        "step": step(&ticket, "in_progress", "wait", Map::new()),
        "step_guarded": step(&delivery, "waiting", "attempt", facts()),
        "fire": fire(&ticket),
        "fire_refused": fire_refused(&ticket),
        "allowed": allowed(&ticket),
        "load": load(&ticket),
    })
}

fn facts() -> Map<String, Value> {
    let named = ["attempts", "max_attempts"].into_iter().zip(MAY);
    named.map(|(name, value)| (name.to_owned(), value.into())).collect()
}

fn next(machine: &Machine, state: &str, event: &str, facts: &[i64]) -> f64 {
    let (state, event) = ids(machine, state, event);
    let facts: Vec<_> = match <[i64; 2]>::try_from(facts) {
        Ok(two) => typed(two).to_vec(),
        Err(_) => Vec::new(),
    };
    let facts = facts.as_slice();
    assert!(machine.next(state, event, &facts).expect("sound facts").is_some());
    each(1_000_000, || {
        machine.next(black_box(state), black_box(event), black_box(&facts))
    })
}

fn step(machine: &Machine, state: &str, event: &str, facts: Map<String, Value>) -> f64 {
    let request = StepRequest::new(state, event).with_facts(facts);
    assert!(machine.step(&request).is_ok());
    each(200_000, || machine.step(black_box(&request)))
}

fn fresh(machine: &Machine) -> MachineInstance {
    let mut request = StartRequest::new(now());
    request.id = Some("TK-2611-0007".to_owned());
    request
        .fields
        .insert("subject".to_owned(), "no signal since noon".into());
    machine.start(&request).expect("a ticket").instance
}

/// A ticket is resolved: a field is given, three are set, an e-mail is told, a record is made.
fn resolving(machine: &Machine) -> FireRequest {
    let mut request = FireRequest::new(fresh(machine), "resolve", now());
    request.actor = Some("ann".to_owned());
    request
        .given
        .insert("resolution".to_owned(), "the router was restarted".into());
    request
}

fn fire(machine: &Machine) -> f64 {
    let request = resolving(machine);
    let fired = machine.fire(&request).expect("it may happen");
    assert_eq!((fired.record.changed.len(), fired.effects.len()), (3, 1));
    each(50_000, || machine.fire(black_box(&request)))
}

/// The same, without what has to be given.
fn fire_refused(machine: &Machine) -> f64 {
    let mut request = resolving(machine);
    request.given.clear();
    assert!(machine.fire(&request).is_err());
    each(50_000, || machine.fire(black_box(&request)))
}

/// All nine events of a ticket, four of them open, and why the others are not.
fn allowed(machine: &Machine) -> f64 {
    let request = AllowedRequest::new(fresh(machine)).with_permissions(["tickets:*"]);
    let choices = machine.allowed(&request).expect("an own instance");
    let open = choices.iter().filter(|choice| choice.open).count();
    assert_eq!((choices.len(), open), (9, 4));
    each(10_000, || machine.allowed(black_box(&request)))
}

fn load(machine: &Machine) -> f64 {
    let definition = serde_json::to_value(machine.definition()).expect("a definition");
    each(300, || Machine::load(black_box(&definition).clone()))
}
