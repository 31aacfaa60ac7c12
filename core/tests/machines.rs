//! The machines that come with the engine, checked as models; and the laws of every machine.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop")]

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use ratebook::Code;
use ratebook::flow::{
    AllowedRequest, DueRequest, FireRequest, Machine, MachineDefinition, MachineInstance, MachineRecord,
    MachinesRequest, PathsRequest, ReplayRequest, StartRequest,
};
use ratebook::time::Instant;
use serde_json::{Map, Value, json};

fn shipped() -> Vec<MachineDefinition> {
    MachinesRequest::default()
        .answer()
        .expect("every machine that ships loads")
}

fn load(definition: &MachineDefinition) -> Machine {
    Machine::load(serde_json::to_value(definition).unwrap()).unwrap_or_else(|error| panic!("{:#?}", error.report()))
}

fn now() -> Instant {
    "2026-05-04T10:00:00Z".parse().unwrap()
}

/// Where the definition says an event leads from a state, read anew: the model that the table is measured by.
fn leads<'d>(definition: &'d MachineDefinition, state: &str, event: &str) -> Vec<&'d str> {
    let terminal = definition.states.iter().any(|one| one.name == state && one.terminal);
    let leaving = definition.transitions.iter().filter(|one| {
        let any = one.from.iter().any(|name| name == "*") && one.to != state && !terminal;
        one.event == event && (any || one.from.iter().any(|name| name == state))
    });
    leaving.map(|one| one.to.as_str()).collect()
}

/// Every combination of facts that tells the guards of a machine apart.
fn worlds(definition: &MachineDefinition) -> Vec<Map<String, Value>> {
    let declared = serde_json::to_value(&definition.facts).unwrap();
    let mut worlds = vec![Map::new()];
    for (name, typed) in declared.as_object().unwrap() {
        let values = match typed.as_str().unwrap() {
            "bool" => vec![json!(false), json!(true)],
            "int" => vec![json!(0), json!(3), json!(5)],
            "decimal" => vec![json!("10.00"), json!("20.00")],
            other => panic!("no values of {other}"),
        };
        worlds = worlds
            .into_iter()
            .flat_map(|world| {
                values.iter().map(move |value| {
                    let mut world = world.clone();
                    world.insert(name.clone(), value.clone());
                    world
                })
            })
            .collect();
    }
    worlds
}

fn fire(machine: &Machine, instance: &MachineInstance, event: &str, facts: &Map<String, Value>) -> FireRequest {
    let transitions = machine.definition().transitions.iter();
    let required = transitions
        .filter(|one| one.event == event)
        .flat_map(|one| &one.requires);
    FireRequest {
        permissions: vec!["*".to_owned()],
        facts: facts.clone(),
        given: required.map(|field| (field.clone(), json!("given"))).collect(),
        actor: Some("somebody".to_owned()),
        ..FireRequest::new(instance.clone(), event, instance.entered_at)
    }
}

#[test]
fn every_lifecycle_of_the_systems_ships() {
    let names: BTreeSet<String> = shipped().into_iter().map(|machine| machine.name).collect();
    let wanted = "rate_list booking quote itinerary lead query invoice payment refund dispute subscription ticket \
        appointment review document speed_boost device site deployment delivery hold tenant notification circuit_breaker \
        client integration login policy_result budget subscriber bill router_operation alert email backup restore report \
        room_booking payment_session payout gateway_account invitation listing company job data_request workshop_invoice";
    for name in wanted.split_whitespace() {
        assert!(names.contains(name), "{name}");
    }
    assert_eq!(names.len(), wanted.split_whitespace().count());
}

/// The whole model of each machine: every state, event and world of facts, in which the guards are told apart.
#[test]
fn the_table_of_every_shipped_machine_is_its_definition() {
    for definition in shipped() {
        let machine = load(&definition);
        let mut reached = BTreeSet::from([definition.initial.clone()]);
        let mut ended = 0;
        for state in &definition.states {
            let mut led = 0;
            for event in &definition.events {
                let model = leads(&definition, &state.name, &event.name);
                for world in worlds(&definition) {
                    let instance = MachineInstance {
                        state: state.name.clone(),
                        ..machine.start(&StartRequest::new(now())).unwrap().instance
                    };
                    match machine.fire(&fire(&machine, &instance, &event.name, &world)) {
                        Ok(fired) => {
                            assert!(model.contains(&fired.instance.state.as_str()));
                            reached.insert(fired.instance.state);
                            led += 1;
                        }
                        Err(error) if model.is_empty() => assert_eq!(error.code(), Code::FlowIllegal),
                        Err(error) => assert_eq!(error.code(), Code::FlowGuard, "{}: {error}", definition.name),
                    }
                }
            }
            // No dead state: what has not ended can go on in some world.
            assert_eq!(led == 0, state.terminal, "{}: {}", definition.name, state.name);
            ended += usize::from(state.terminal);
        }
        assert_eq!(reached.len(), definition.states.len(), "{}", definition.name);
        assert_eq!(ended == 0, definition.endless, "{}", definition.name);
    }
}

/// In every world of facts an event leads to one state at most, whichever guard is asked first.
#[test]
fn no_event_of_a_shipped_machine_is_ambiguous() {
    for definition in shipped() {
        for state in &definition.states {
            for event in &definition.events {
                let ways = leads(&definition, &state.name, &event.name);
                let transitions: Vec<_> = definition
                    .transitions
                    .iter()
                    .filter(|one| one.event == event.name)
                    .collect();
                let unguarded = transitions.iter().filter(|one| {
                    one.guard.is_none() && (one.from.contains(&state.name) || one.from.iter().any(|name| name == "*"))
                });
                assert!(
                    unguarded.count() <= 1,
                    "{}: {} in {}",
                    definition.name,
                    event.name,
                    state.name
                );
                assert!(ways.len() <= 3);
            }
        }
    }
}

#[test]
fn paths_lead_where_they_say() {
    for definition in shipped() {
        let machine = load(&definition);
        for path in machine.paths(&PathsRequest {}).unwrap() {
            let mut states = BTreeSet::from([definition.initial.as_str()]);
            for event in &path.events {
                states = states
                    .iter()
                    .flat_map(|state| leads(&definition, state, event))
                    .collect();
            }
            assert!(states.contains(path.state.as_str()), "{}: {path:?}", definition.name);
            // No shorter one: the states reached by fewer events, breadth first.
            let mut nearer = BTreeSet::from([definition.initial.as_str()]);
            for _ in 1..path.events.len() {
                let next = nearer.iter().flat_map(|state| {
                    definition
                        .events
                        .iter()
                        .flat_map(|event| leads(&definition, state, &event.name))
                });
                let next: Vec<&str> = next.collect();
                nearer.extend(next);
            }
            assert!(
                path.events.is_empty() || !nearer.contains(path.state.as_str()),
                "{}: {path:?}",
                definition.name
            );
        }
    }
}

#[test]
fn pictures_show_every_state_and_transition() {
    for definition in shipped() {
        let machine = load(&definition);
        for drawing in ["mermaid", "dot"] {
            let request = serde_json::from_value(json!({"drawing": drawing, "state": definition.initial})).unwrap();
            let picture = machine.diagram(&request).unwrap();
            for state in &definition.states {
                assert!(picture.contains(&state.name), "{}: {}", definition.name, state.name);
            }
            for event in &definition.events {
                assert!(picture.contains(&event.name), "{}: {}", definition.name, event.name);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Random events never lead outside the table; what is allowed is what fires; a replay is what was lived; and what
    /// was refused changed nothing.
    #[test]
    fn random_lives_stay_within_the_table(
        which in any::<prop::sample::Index>(),
        events in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..100_000_i64), 1..40),
    ) {
        let machines = shipped();
        let definition = which.get(&machines);
        let machine = load(definition);
        let worlds = worlds(definition);
        let begun = machine.start(&StartRequest { id: Some("one".into()), ..StartRequest::new(now()) }).unwrap();
        let (mut instance, mut history) = (begun.instance, vec![begun.record]);
        for (event, world, later) in events {
            let event = &event.get(&definition.events).name;
            let facts = world.get(&worlds);
            let mut request = fire(&machine, &instance, event, facts);
            request.now = instance.entered_at.plus_seconds(later).unwrap();
            let asked = AllowedRequest { instance: instance.clone(), permissions: vec!["*".into()], facts: facts.clone() };
            let choices = machine.allowed(&asked).unwrap();
            let choice = choices.iter().find(|choice| choice.event == *event).unwrap();
            match machine.fire(&request) {
                Ok(fired) => {
                    prop_assert!(choice.open);
                    prop_assert_eq!(choice.leads_to.as_deref(), Some(fired.instance.state.as_str()));
                    prop_assert!(leads(definition, &instance.state, event).contains(&fired.instance.state.as_str()));
                    prop_assert_eq!(fired.instance.version, instance.version + 1);
                    instance = fired.instance;
                    history.push(fired.record);
                }
                Err(error) => {
                    prop_assert!(!choice.open);
                    let told: Vec<_> = choice.reasons.iter().map(|reason| reason.code).collect();
                    let refused: Vec<_> = error.reasons().map(|reason| reason.code).collect();
                    prop_assert_eq!(told, refused);
                }
            }
        }
        let replayed = machine.replay(&ReplayRequest { id: Some("one".into()), history: history.clone() }).unwrap();
        prop_assert_eq!(&replayed, &instance);
        // A history with any one record left out, or two in the other order, was not lived.
        let lived = |history| machine.replay(&ReplayRequest { id: None, history }).is_ok();
        for index in 0..history.len().saturating_sub(1) {
            let mut cut = history.clone();
            cut.remove(index);
            prop_assert!(!lived(cut));
            let mut swapped: Vec<MachineRecord> = history.clone();
            swapped.swap(index, index + 1);
            prop_assert!(!lived(swapped));
        }
    }

    /// A timer is due exactly from its moment on, and firing it then is legal unless a guard forbids it.
    #[test]
    fn timers_run_out_when_they_should(which in any::<prop::sample::Index>(), state in any::<prop::sample::Index>(), wait in 0..20_000_000_i64) {
        let machines = shipped();
        let definition = which.get(&machines);
        let machine = load(definition);
        let state = &state.get(&definition.states).name;
        let fields: BTreeMap<&str, &str> = definition.transitions.iter()
            .filter_map(|one| Some((one.after.as_ref()?.field.as_deref()?, "2026-05-06T00:00:00Z"))).collect();
        let instance = MachineInstance {
            state: state.clone(),
            fields: fields.iter().map(|(name, at)| ((*name).to_owned(), json!(at))).collect(),
            ..machine.start(&StartRequest::new(now())).unwrap().instance
        };
        let at = now().plus_seconds(wait).unwrap();
        let timers = machine.due(&DueRequest { now: at, instances: vec![instance.clone()] }).unwrap();
        let model = definition.transitions.iter().filter(|one| leads(definition, state, &one.event).contains(&one.to.as_str()) && one.from.contains(state));
        let model = model.filter_map(|one| {
            let timer = one.after.as_ref()?;
            let begun = if timer.field.is_some() { "2026-05-06T00:00:00Z".parse().unwrap() } else { now() };
            begun.plus_seconds(timer.total_seconds())
        }).min();
        match model {
            Some(due) if due <= at => prop_assert_eq!(timers.due.first().map(|one| one.at), Some(due)),
            Some(next) => prop_assert_eq!(timers.next_at, Some(next)),
            None => prop_assert!(timers.due.is_empty() && timers.next_at.is_none()),
        }
    }
}
