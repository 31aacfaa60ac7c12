//! Every promise of a machine that comes with the engine has a vector, in `conformance/machines`, in the file of its name.

use std::collections::BTreeSet;

use ratebook::flow::{MachineDefinition, MachineEffect, MachineRecord, MachineTransition, MachinesRequest};
use ratebook_tests::Vector;
use serde_json::Value;

/// What a vector shows of a machine.
#[derive(Default)]
struct Shown {
    /// What happened, with what the host was told.
    records: Vec<(MachineRecord, Vec<MachineEffect>)>,
    /// State, event and code of what was refused.
    refused: BTreeSet<(String, String, String)>,
    /// Whether it began one, and with which codes it was refused one.
    begun: bool,
    not_begun: BTreeSet<String>,
}

impl Shown {
    fn take(&mut self, vector: &Vector) {
        let answer = vector.ask();
        let record = |value: &Value| {
            let record = serde_json::from_value::<MachineRecord>(value.get("record")?.clone()).ok()?;
            Some((record, serde_json::from_value(value.get("effects")?.clone()).ok()?))
        };
        let fired = answer.pointer("/answer").filter(|fired| fired.get("record").is_some());
        let settled = fired
            .and_then(|fired| fired.get("settled")?.as_array())
            .into_iter()
            .flatten();
        self.records.extend(settled.chain(fired).filter_map(record));
        let begins = vector.operation == "flow.start";
        self.begun |= begins && fired.is_some();
        let reasons = answer
            .pointer("/error/reasons")
            .and_then(Value::as_array)
            .into_iter()
            .flatten();
        let codes = reasons.filter_map(|reason| reason.get("code")?.as_str().map(str::to_owned));
        let text = |pointer: &str| vector.input.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
        match (text("/instance/state"), text("/event")) {
            (Some(state), Some(event)) => self
                .refused
                .extend(codes.map(|code| (state.clone(), event.clone(), code))),
            _ if begins => self.not_begun.extend(codes),
            _ => {}
        }
    }

    fn was_refused(&self, one: &MachineTransition, code: &str) -> bool {
        let mut from = self
            .refused
            .iter()
            .filter(|(_, event, own)| *event == one.event && own == code);
        from.any(|(state, ..)| leaves(one, state))
    }
}

fn leaves(one: &MachineTransition, state: &str) -> bool {
    one.from.iter().any(|from| from == state || from == "*")
}

/// What a transition says that no vector shows.
fn unshown(definition: &MachineDefinition, one: &MachineTransition, shown: &Shown) -> Vec<String> {
    let taken = |(record, _): &&(MachineRecord, Vec<MachineEffect>)| {
        let from = record.before.as_deref().is_some_and(|before| leaves(one, before));
        from && record.event.as_ref() == Some(&one.event)
    };
    let away: Vec<_> = shown.records.iter().filter(taken).collect();
    let shows = away.iter().filter(|(record, effects)| {
        let sets = one.sets.keys().all(|name| record.changed.contains_key(name));
        record.after == one.to && sets && *effects == one.effects
    });
    let left: BTreeSet<&str> = shows.filter_map(|(record, _)| record.before.as_deref()).collect();
    let states = definition.states.iter().filter(|state| !state.terminal);
    let itself = |name: &String| *name == one.to && !one.from.contains(name);
    let states = states.filter(|state| leaves(one, &state.name) && !itself(&state.name));
    let mut missing: Vec<String> = states
        .filter(|state| !left.contains(&*state.name))
        .map(|state| format!("taken from `{}`", state.name))
        .collect();
    let elsewhere = away.iter().any(|(record, _)| record.after != one.to);
    // A way that is left for another one of the same event is not refused.
    let others = definition
        .transitions
        .iter()
        .filter(|other| other.event == one.event && other.to != one.to);
    let is_choice = others
        .into_iter()
        .any(|other| other.from.iter().any(|state| leaves(one, state)));
    if one.guard.is_some() && !(shown.was_refused(one, "flow.guard") || (is_choice && elsewhere)) {
        missing.push("its guard not holding".to_owned());
    }
    let refusals = [
        (
            one.permission.is_some(),
            "tenancy.permission_missing",
            "refused without its permission",
        ),
        (
            one.after.is_some() || one.not_before.is_some(),
            "flow.too_early",
            "refused as too early",
        ),
        (one.not_after.is_some(), "flow.too_late", "refused as too late"),
        (
            !one.requires.is_empty(),
            "flow.field_missing",
            "refused without what it requires",
        ),
    ];
    let refusals = refusals
        .into_iter()
        .filter(|(asked, code, _)| *asked && !shown.was_refused(one, code));
    missing.extend(refusals.map(|(_, _, told)| told.to_owned()));
    missing
}

#[test]
fn every_promise_of_a_machine_has_a_vector() {
    let vectors: Vec<Vector> = ratebook_tests::all()
        .into_iter()
        .filter(|vector| vector.area == "machines")
        .collect();
    let machines = MachinesRequest::default().answer().expect("they load");
    let mut missing = Vec::new();
    for definition in &machines {
        let name = &definition.name;
        let file = format!("machines/{name}.json:");
        let mut shown = Shown::default();
        vectors
            .iter()
            .filter(|vector| vector.place.starts_with(&file))
            .for_each(|vector| shown.take(vector));
        if let Some(start) = &definition.start {
            if !shown.begun {
                missing.push(format!("{name}: a beginning"));
            }
            let refusals = [
                (
                    !start.requires.is_empty(),
                    "flow.field_missing",
                    "without what it requires",
                ),
                (start.guard.is_some(), "flow.guard", "whose guard does not hold"),
            ];
            for (_, _, told) in refusals
                .into_iter()
                .filter(|(asked, code, _)| *asked && !shown.not_begun.contains(*code))
            {
                missing.push(format!("{name}: a beginning {told}"));
            }
        }
        for (index, one) in definition.transitions.iter().enumerate() {
            for told in unshown(definition, one, &shown) {
                missing.push(format!(
                    "{name}: transition {index}, `{}` to `{}`, {told}",
                    one.event, one.to
                ));
            }
        }
    }
    assert!(
        missing.is_empty(),
        "{} promises without a vector:\n{}",
        missing.len(),
        missing.join("\n")
    );
}
