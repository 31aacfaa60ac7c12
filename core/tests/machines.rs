//! The machines that come with the engine, checked as models; and the laws of every machine.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop")]

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use ratebook::flow::{
    AllowedRequest, DueRequest, FireRequest, Machine, MachineDefinition, MachineEffect, MachineFired, MachineInstance,
    MachineRecord, MachineStamp, MachineTimer, MachinesRequest, PathsRequest, ReplayRequest, StartRequest,
};
use ratebook::time::Instant;
use ratebook::{Code, Error};
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
            "decimal" => vec![json!("0.00"), json!("10.00"), json!("20.00")],
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

/// A value of a field's type; of moments the one that is asked for.
fn sample(typed: &str, moment: Instant) -> Value {
    match typed {
        "bool" => json!(true),
        "int" => json!(3),
        "decimal" => json!("10.00"),
        "day" => json!("2026-05-06"),
        "instant" => json!(moment),
        "duration" => json!("24h"),
        "{text}" => json!({"rule": "figure"}),
        "[text]" => json!(["one"]),
        _ => json!("given"),
    }
}

/// The declared fields of a machine, each with its type.
fn fields(definition: &MachineDefinition) -> BTreeMap<String, String> {
    serde_json::from_value(serde_json::to_value(&definition.fields).unwrap()).unwrap()
}

/// Every declared field with a value; every moment the same, but that of an end an hour later.
fn filled(definition: &MachineDefinition, moment: Instant) -> Map<String, Value> {
    let fields = fields(definition);
    let value = |(name, typed): (String, String)| {
        // A list of ids knows the one that is given as the largest value.
        let value = if typed == "[text]" {
            json!([name])
        } else {
            sample(&typed, of_end(&name, moment))
        };
        (name, value)
    };
    fields.into_iter().map(value).collect()
}

/// The moment of a field: that of an end is an hour later.
fn of_end(name: &str, moment: Instant) -> Instant {
    let ends = name == "ends_at" || name == "returns_at";
    moment.plus_seconds(i64::from(ends) * 3_600).unwrap()
}

/// An event with all that it may ask for: what is required, and what is recorded of what is given.
fn fire(machine: &Machine, instance: &MachineInstance, event: &str, facts: &Map<String, Value>) -> FireRequest {
    fire_with(machine, instance, event, facts, 1)
}

/// The same with the smaller, the middle or the larger of a few numbers given, or the middle one; of the last two each text is
/// one that a list of the field's name may know.
fn fire_with(
    machine: &Machine,
    instance: &MachineInstance,
    event: &str,
    facts: &Map<String, Value>,
    size: usize,
) -> FireRequest {
    let moment = instance.entered_at.plus_seconds(86_400).unwrap();
    let definition = machine.definition();
    let typed = fields(definition);
    let asked = definition
        .transitions
        .iter()
        .filter(|one| one.event == event)
        .flat_map(|one| {
            let given = one.stamps.iter().filter(|(_, stamp)| **stamp == MachineStamp::Given);
            one.requires.iter().chain(given.map(|(name, _)| name))
        });
    let given = asked.map(|name| {
        let typed = typed.get(name).map_or("text", String::as_str);
        let known = (typed == "text" && size >= 2).then(|| json!(format!("{name}s")));
        let value = values(typed).get(size).cloned().or(known);
        (
            name.clone(),
            value.unwrap_or_else(|| sample(typed, of_end(name, moment))),
        )
    });
    FireRequest::new(instance.clone(), event, instance.entered_at)
        .with_permissions(["*"])
        .with_facts(facts.clone())
        .with_given(given)
        .with_actor("somebody")
}

/// A beginning with all that it asks for.
fn begin(definition: &MachineDefinition) -> StartRequest {
    let typed = fields(definition);
    let required = definition.start.iter().flat_map(|start| &start.requires);
    let given = required.map(|name| {
        (
            name.clone(),
            sample(
                typed.get(name).map_or("text", String::as_str),
                of_end(name, now().plus_seconds(86_400).unwrap()),
            ),
        )
    });
    StartRequest::new(now()).with_id("one").with_fields(given)
}

/// An instance in a state, with or without something in its fields.
fn within(machine: &Machine, state: &str, fields: Map<String, Value>) -> MachineInstance {
    machine
        .start(&begin(machine.definition()))
        .unwrap()
        .instance
        .with_state(state)
        .with_fields(fields)
}

/// What is recorded of an instance, at its most different: nothing; moments long gone, just gone and to come; and whatever
/// the conditions ask about, in every combination of a few values.
fn recorded(definition: &MachineDefinition) -> Vec<Map<String, Value>> {
    let away = [-40 * 86_400, -3_600, -1_800, 0, 40 * 86_400];
    let filled: Vec<_> = away
        .iter()
        .map(|seconds| filled(definition, now().plus_seconds(*seconds).unwrap()))
        .collect();
    let mut all = vec![Map::new()];
    all.extend(filled.iter().cloned());
    // Of timers that count from several fields, each by itself.
    let timers = definition.transitions.iter().filter_map(|one| one.after.as_ref());
    all.extend(timers.flat_map(|timer| filled.iter().map(|fields| alone(definition, timer, fields.clone()))));
    let guards = definition.transitions.iter().filter_map(|one| one.guard.as_deref());
    let conditions: String = guards.map(without_given).collect();
    let asked = fields(definition)
        .into_iter()
        .filter(|(name, _)| conditions.contains(name.as_str()));
    // What has lapsed goes no other way: the same again with all moments to come.
    let mut different: Vec<_> = filled.iter().skip(3).take(2).cloned().collect();
    for (name, typed) in asked {
        let mut values = values(&typed);
        if values.is_empty() && conditions.contains(&format!("has({name})")) {
            values.extend(filled.get(3).and_then(|fields| fields.get(&name)).cloned());
        }
        if values.is_empty() {
            continue;
        }
        different = different
            .iter()
            .flat_map(|fields| {
                let with = |value: &Value| {
                    let mut fields = fields.clone();
                    fields.insert(name.clone(), value.clone());
                    fields
                };
                let mut without = fields.clone();
                without.remove(&name);
                values.iter().map(with).chain([without]).collect::<Vec<_>>()
            })
            .collect();
        assert!(different.len() <= 512, "{}: too many worlds", definition.name);
    }
    all.extend(different);
    all
}

/// What a condition asks of what is recorded.
fn without_given(condition: &str) -> String {
    let mut parts = condition.split("given.");
    let first = parts.next().unwrap_or_default().to_owned();
    let named = |one: char| one.is_alphanumeric() || one == '_';
    parts.fold(first, |told, part| told + part.trim_start_matches(named))
}

/// What is recorded, without what other timers than this one count from.
fn alone(definition: &MachineDefinition, timer: &MachineTimer, mut fields: Map<String, Value>) -> Map<String, Value> {
    let timers = definition.transitions.iter().filter_map(|one| one.after.as_ref());
    let others = timers.filter_map(|other| other.field.as_ref().or(other.before.as_ref()));
    for name in others.filter(|name| timer.field.as_ref() != Some(*name) && timer.before.as_ref() != Some(*name)) {
        fields.remove(name);
    }
    fields
}

/// A few values of a type that conditions may tell apart.
fn values(typed: &str) -> Vec<Value> {
    match typed {
        "bool" => vec![json!(false), json!(true)],
        "int" => vec![json!(0), json!(3), json!(5)],
        "decimal" => vec![json!("5.00"), json!("10.00"), json!("20.00")],
        _ => Vec::new(),
    }
}

/// Whether what is given with an event decides where it leads.
fn hangs_on_given(definition: &MachineDefinition, event: &str) -> bool {
    let own = definition.transitions.iter().filter(|one| one.event == event);
    let given: BTreeSet<&String> = own
        .clone()
        .flat_map(|one| one.requires.iter().chain(one.stamps.keys()))
        .collect();
    let conditions: String = own.filter_map(|one| one.guard.as_deref()).collect();
    conditions.contains("given.") || given.into_iter().any(|name| conditions.contains(name.as_str()))
}

/// Moments around every length that the machine counts.
fn moments(definition: &MachineDefinition) -> Vec<Instant> {
    let counted = definition
        .transitions
        .iter()
        .flat_map(|one| [&one.after, &one.not_before, &one.not_after])
        .flatten();
    let lengths: BTreeSet<i64> = counted.map(|timer| timer.total_seconds()).chain([0, 3_600]).collect();
    lengths
        .into_iter()
        .map(|seconds| now().plus_seconds(seconds).unwrap())
        .collect()
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

/// The whole model of each machine: every state, event, world of facts, content of fields and time. What happens first leads
/// where the definition says, and everything that it says happens in some world.
#[test]
fn the_table_of_every_shipped_machine_is_its_definition() {
    for definition in shipped() {
        let machine = load(&definition);
        let (mut taken, mut told) = (BTreeSet::new(), BTreeSet::new());
        let (worlds, recorded, moments) = (worlds(&definition), recorded(&definition), moments(&definition));
        for state in &definition.states {
            for event in &definition.events {
                let model = leads(&definition, &state.name, &event.name);
                told.extend(
                    model
                        .iter()
                        .map(|to| (state.name.clone(), event.name.clone(), (*to).to_owned())),
                );
                for (world, fields) in worlds
                    .iter()
                    .flat_map(|world| recorded.iter().map(move |fields| (world, fields)))
                {
                    let instance = within(&machine, &state.name, fields.clone());
                    let sizes = if hangs_on_given(&definition, &event.name) {
                        0..4
                    } else {
                        1..2
                    };
                    for (at, size) in moments.iter().flat_map(|at| sizes.clone().map(move |size| (at, size))) {
                        let request = fire_with(&machine, &instance, &event.name, world, size).with_now(*at);
                        match machine.fire(&request) {
                            Ok(fired) => {
                                let first = fired.settled.first().map_or(&fired.record, |settled| &settled.record);
                                taken.insert((state.name.clone(), first.event.clone().unwrap(), first.after.clone()));
                            }
                            Err(error) => refusal(&definition, &error, model.is_empty()),
                        }
                    }
                }
            }
        }
        assert_eq!(taken, told, "{}", definition.name);
        for state in &definition.states {
            // No dead state: what has not ended can go on in some world.
            let led = told.iter().any(|(from, _, _)| *from == state.name);
            assert_eq!(!led, state.terminal, "{}: {}", definition.name, state.name);
        }
        assert_eq!(
            definition.states.iter().all(|state| !state.terminal),
            definition.endless,
            "{}",
            definition.name
        );
    }
}

/// What is refused is refused for a reason that the model knows.
fn refusal(definition: &MachineDefinition, error: &Error, nowhere: bool) {
    let settled = error.details().contains_key("settled");
    match error.code() {
        Code::FlowIllegal => assert!(nowhere || settled, "{}: {error}", definition.name),
        Code::FlowGuard | Code::FlowTooEarly | Code::FlowTooLate => {
            assert!(!nowhere || settled, "{}: {error}", definition.name);
        }
        _ => panic!("{}: {error}", definition.name),
    }
}

/// A timer that leads on, unless a guard stands in its way, cannot be hurried: a second before it is refused to everybody.
#[test]
fn no_timer_of_a_shipped_machine_is_fired_early() {
    for definition in shipped() {
        let machine = load(&definition);
        for one in &definition.transitions {
            let Some(timer) = one.after.as_ref() else { continue };
            for state in &one.from {
                let later = now().plus_seconds(86_400).unwrap();
                let instance = within(&machine, state, alone(&definition, timer, filled(&definition, later)));
                let begun = if timer.field.is_some() || timer.before.is_some() {
                    later
                } else {
                    now()
                };
                let ends = matches!(timer.field.as_deref(), Some("ends_at" | "returns_at"));
                let due = begun
                    .plus_seconds(timer.total_seconds() + i64::from(ends) * 3_600)
                    .unwrap();
                let early = fire(&machine, &instance, &one.event, &Map::new()).with_now(due.plus_seconds(-1).unwrap());
                let error = machine.fire(&early).unwrap_err();
                assert_eq!(
                    error.code(),
                    Code::FlowTooEarly,
                    "{}: {} {error}",
                    definition.name,
                    one.event
                );
                let fired = machine.fire(&early.with_now(due)).unwrap();
                // What it leads to may lead on at once.
                let first = fired.settled.first().map_or(&fired.record, |settled| &settled.record);
                assert_eq!((&first.after, first.at), (&one.to, due), "{}", definition.name);
            }
        }
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
                assert!(ways.len() <= 4);
            }
        }
    }
}

#[test]
fn paths_lead_where_they_say() {
    for definition in shipped() {
        let machine = load(&definition);
        for path in machine.paths(&PathsRequest::default()).unwrap() {
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

/// Fires what is due at each moment, as a job does that is always there.
fn on_time(
    machine: &Machine,
    instance: &mut MachineInstance,
    now: Instant,
    facts: &Map<String, Value>,
) -> Vec<(MachineRecord, Vec<MachineEffect>)> {
    let mut told = Vec::new();
    loop {
        let timers = machine.due(&DueRequest::new(now, [instance.clone()])).unwrap();
        let Some(first) = timers.due.first() else { return told };
        let request = FireRequest::new(instance.clone(), &first.event, first.at).with_facts(facts.clone());
        let Ok(fired) = machine.fire(&request) else { return told };
        told.extend(settled(&fired));
        *instance = fired.instance;
        told.push((fired.record, fired.effects));
    }
}

/// What was settled before an event, with its effects.
fn settled(fired: &MachineFired) -> Vec<(MachineRecord, Vec<MachineEffect>)> {
    let steps = fired.settled.iter();
    steps.map(|step| (step.record.clone(), step.effects.clone())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Random events never lead outside the table; what is allowed is what fires; what was refused changed nothing; whoever
    /// has a job that is always on time and whoever has none live the same life, of which a replay makes the same instance.
    #[test]
    fn random_lives_stay_within_the_table(
        which in any::<prop::sample::Index>(),
        events in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..100_000_i64, 0..40_i64, 0..4_usize), 1..40),
    ) {
        let machines = shipped();
        let definition = which.get(&machines);
        let machine = load(definition);
        let worlds = worlds(definition);
        let begun = machine.start(&begin(definition)).unwrap();
        let (mut instance, mut history) = (begun.instance, vec![begun.record]);
        let mut now = now();
        for (event, world, later, days, size) in events {
            let event = &event.get(&definition.events).name;
            let facts = world.get(&worlds);
            now = now.plus_seconds(if days > 30 { days * 86_400 } else { later }).unwrap();
            let request = fire_with(&machine, &instance, event, facts, size).with_now(now);
            let asked = AllowedRequest::new(instance.clone()).with_now(now).with_permissions(["*"]).with_facts(facts.clone());
            let choices = machine.allowed(&asked).unwrap();
            let choice = choices.iter().find(|choice| choice.event == *event).unwrap();
            // Somebody whose job is on time.
            let mut punctual = instance.clone();
            let told = on_time(&machine, &mut punctual, now, facts);
            let in_time = machine.fire(&request.clone().with_instance(punctual.clone()));
            match machine.fire(&request) {
                Ok(fired) if told.iter().any(|(record, _)| record.event.as_ref() == Some(event)) => {
                    // The event itself was due: it is the job's answer.
                    prop_assert_eq!(&fired.instance, &punctual);
                    let last = (fired.record.clone(), fired.effects.clone());
                    prop_assert_eq!(settled(&fired).into_iter().chain([last]).collect::<Vec<_>>(), told);
                    history.extend(fired.settled.into_iter().map(|settled| settled.record).chain([fired.record]));
                    instance = fired.instance;
                }
                Ok(fired) => {
                    let hangs = hangs_on_given(definition, event);
                    prop_assert!(hangs || choice.open);
                    prop_assert_eq!(settled(&fired), told);
                    let in_time = in_time.unwrap();
                    prop_assert!(in_time.settled.is_empty());
                    prop_assert_eq!((&fired.instance, &fired.record, &fired.effects), (&in_time.instance, &in_time.record, &in_time.effects));
                    prop_assert!(hangs || choice.leads_to.as_ref() == Some(&fired.instance.state));
                    prop_assert!(leads(definition, &punctual.state, event).contains(&fired.instance.state.as_str()));
                    history.extend(fired.settled.into_iter().map(|settled| settled.record).chain([fired.record]));
                    instance = fired.instance;
                }
                Err(error) => {
                    let codes = |error: &Error| error.reasons().map(|reason| reason.code).collect::<Vec<_>>();
                    if !hangs_on_given(definition, event) {
                        prop_assert!(!choice.open);
                        let told: Vec<_> = choice.reasons.iter().map(|reason| reason.code).collect();
                        prop_assert_eq!(&told, &codes(&error));
                    }
                    prop_assert_eq!(&codes(&in_time.unwrap_err()), &codes(&error));
                }
            }
        }
        let replayed = machine.replay(&ReplayRequest::new(history.clone()).with_id("one")).unwrap();
        prop_assert_eq!(&replayed, &instance);
        // A history with any one record left out, or two in the other order, was not lived.
        let lived = |history| machine.replay(&ReplayRequest::new(history)).is_ok();
        for index in 0..history.len().saturating_sub(1) {
            let mut cut = history.clone();
            cut.remove(index);
            prop_assert!(!lived(cut));
            let mut swapped: Vec<MachineRecord> = history.clone();
            swapped.swap(index, index + 1);
            prop_assert!(!lived(swapped));
        }
    }

    /// Timers that go round: so many as were due have happened, each at its own moment, whoever asks and however seldom.
    #[test]
    fn timers_that_go_round_are_settled_one_by_one(wait in 0..5_000_i64, asks in prop::collection::vec(0..2_000_i64, 1..10)) {
        let definition = json!({"name": "round", "initial": "a", "endless": true, "states": [{"name": "a"}, {"name": "b"}],
            "events": [{"name": "tick"}, {"name": "stay"}], "transitions": [
                {"from": ["a"], "event": "tick", "to": "b", "after": {"seconds": wait + 1}},
                {"from": ["b"], "event": "tick", "to": "a", "after": {"seconds": 7}},
                {"from": ["a", "b"], "event": "stay", "to": "a"}]});
        let machine = Machine::load(definition).unwrap();
        let begun = machine.start(&StartRequest::new(now())).unwrap();
        let (mut instance, mut history, mut at) = (begun.instance, vec![begun.record], now());
        for later in asks {
            at = at.plus_seconds(later).unwrap();
            let mut punctual = instance.clone();
            let told = on_time(&machine, &mut punctual, at, &Map::new());
            // How many there are, counted by hand.
            let (round, rest) = (wait + 8, (at.seconds() - instance.entered_at.seconds()));
            let model = if instance.state == "a" {
                2 * (rest / round) + i64::from(rest % round > wait)
            } else {
                i64::from(rest >= 7) * (1 + 2 * ((rest - 7) / round) + i64::from((rest - 7) % round > wait))
            };
            prop_assert_eq!(i64::try_from(told.len()).unwrap(), model);
            let fired = machine.fire(&FireRequest::new(instance.clone(), "stay", at)).unwrap();
            prop_assert_eq!(settled(&fired), told);
            history.extend(fired.settled.into_iter().map(|settled| settled.record).chain([fired.record]));
            instance = fired.instance;
            // Settled once is settled: at the same moment nothing is left.
            let again = machine.fire(&FireRequest::new(punctual, "stay", at)).unwrap();
            prop_assert!(again.settled.is_empty());
            prop_assert_eq!(&again.instance, &instance);
        }
        prop_assert_eq!(machine.replay(&ReplayRequest::new(history)).unwrap(), instance);
    }

    /// A timer is due exactly from its moment on, and firing it then is legal unless a guard forbids it.
    #[test]
    fn timers_run_out_when_they_should(which in any::<prop::sample::Index>(), state in any::<prop::sample::Index>(), wait in 0..20_000_000_i64) {
        let machines = shipped();
        let definition = which.get(&machines);
        let machine = load(definition);
        let state = &state.get(&definition.states).name;
        let timers = definition.transitions.iter().filter_map(|one| one.after.as_ref());
        let fields: BTreeMap<&str, &str> = timers
            .filter_map(|timer| timer.field.as_deref().or(timer.before.as_deref()))
            .map(|name| (name, "2026-05-06T00:00:00Z")).collect();
        let instance = within(&machine, state, fields.iter().map(|(name, at)| ((*name).to_owned(), json!(at))).collect());
        let at = now().plus_seconds(wait).unwrap();
        let timers = machine.due(&DueRequest::new(at, [instance.clone()])).unwrap();
        let model = definition.transitions.iter().filter(|one| leads(definition, state, &one.event).contains(&one.to.as_str()) && one.from.contains(state));
        let model = model.filter_map(|one| {
            let timer = one.after.as_ref()?;
            let field = || "2026-05-06T00:00:00Z".parse::<Instant>().unwrap();
            let due = match (&timer.field, &timer.before) {
                (_, Some(_)) => field().plus_seconds(-timer.total_seconds())?,
                (Some(_), _) => field().plus_seconds(timer.total_seconds())?,
                _ => now().plus_seconds(timer.total_seconds())?,
            };
            Some(due.max(now()))
        }).min();
        match model {
            Some(due) if due <= at => prop_assert_eq!(timers.due.first().map(|one| one.at), Some(due)),
            Some(next) => prop_assert_eq!(timers.next_at, Some(next)),
            None => prop_assert!(timers.due.is_empty() && timers.next_at.is_none()),
        }
    }
}
