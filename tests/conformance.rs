//! Every vector against the engine, and every code against the vectors.

use std::collections::{BTreeMap, BTreeSet};

use ratebook::Code;
use ratebook::api::{self, Loaded, Operation};
use ratebook::calendar::{Calendar, SnapshotRequest};
use ratebook::error::DetailKind;
use ratebook::rates::RateList;
use ratebook::time::{Day, Instant};
use serde_json::{Map, Value, json};

#[test]
fn every_vector_holds() {
    let vectors = ratebook_tests::all();
    let mut faults = Vec::new();
    let mut areas: BTreeMap<String, (u64, u64)> = BTreeMap::new();
    for vector in &vectors {
        let found = vector.check();
        let (passed, failed) = areas.entry(vector.area.clone()).or_default();
        if found.is_empty() {
            *passed += 1
        } else {
            *failed += 1
        }
        faults.extend(found);
    }
    if let Some(report) = std::env::var_os("RATEBOOK_VECTORS_REPORT") {
        let areas = areas
            .iter()
            .map(|(area, (passed, failed))| (area.clone(), json!({"passed": passed, "failed": failed})));
        let text = json!({"language": "Rust", "areas": areas.collect::<Map<String, Value>>()}).to_string();
        std::fs::write(report, text).expect("a place for the report");
    }
    assert!(
        faults.is_empty(),
        "{} of {} vectors:\n{}",
        faults.len(),
        vectors.len(),
        faults.join("\n")
    );
    assert!(vectors.len() >= 250, "only {} vectors", vectors.len());
}

#[test]
fn operations_and_handles_have_the_numbers_of_the_catalogue() {
    let catalogue = api::catalogue();
    let operations: Vec<_> = catalogue.operations.iter().map(|entry| entry.operation).collect();
    assert_eq!(operations, Operation::ALL);
    // The engine finds a type's schema by the type's name.
    let named = |name: &str| json!({"$ref": format!("#/$defs/{name}")});
    for entry in &catalogue.operations {
        assert_eq!(entry.request, named(entry.operation.request_type()));
    }
    for (handle, name) in catalogue.handles.iter().zip(Loaded::definition_types()) {
        assert_eq!(handle.definition, named(name));
    }
    let keys: Vec<_> = catalogue.handles.iter().map(|handle| handle.key).collect();
    assert_eq!(keys, Loaded::KEYS);
}

#[test]
fn the_quick_way_to_load_a_list_says_what_the_thorough_one_says() {
    let vectors = ratebook_tests::all();
    let definitions: Vec<&Value> = vectors
        .iter()
        .filter_map(|vector| vector.given.get("rate_list"))
        .collect();
    for definition in &definitions {
        let thorough = RateList::load((*definition).clone());
        let quick = RateList::load_text(definition.to_string().as_bytes());
        match (&quick, &thorough) {
            (Ok(quick), Ok(thorough)) => {
                assert_eq!(quick.definition(), thorough.definition());
                let packed = quick.compact().expect("a compact form");
                let again = RateList::load_text(&packed).expect("what was packed loads");
                assert_eq!(again.definition(), quick.definition());
            }
            (Err(quick), Err(thorough)) => assert_eq!(quick.report(), thorough.report(), "{definition}"),
            _ => panic!("{quick:?} and {thorough:?}: {definition}"),
        }
    }
    assert!(definitions.len() > 300, "only {} definitions", definitions.len());
}

#[test]
fn the_quick_way_to_load_a_calendar_says_what_the_thorough_one_says() {
    let vectors = ratebook_tests::all();
    let definitions: Vec<&Value> = vectors
        .iter()
        .filter_map(|vector| vector.given.get("calendar"))
        .collect();
    for definition in &definitions {
        let text = definition.to_string();
        let (thorough, quick) = (
            Calendar::load((*definition).clone()),
            Calendar::load_text(text.as_bytes()),
        );
        match (&quick, &thorough) {
            (Ok(quick), Ok(thorough)) => {
                let kept = |calendar: &Calendar| calendar.snapshot(&SnapshotRequest::default()).expect("a snapshot");
                assert_eq!(kept(quick), kept(thorough), "{definition}");
            }
            (Err(quick), Err(thorough)) => assert_eq!(quick.report(), thorough.report(), "{definition}"),
            _ => panic!("{quick:?} and {thorough:?}: {definition}"),
        }
    }
    assert!(definitions.len() > 200, "only {} definitions", definitions.len());
}

/// Whatever a tenant is asked is refused to everybody else: each question of the vectors, put to the same rules of another
/// tenant.
#[test]
fn every_question_to_a_tenant_is_refused_to_another() {
    let mut asked = BTreeSet::new();
    for mut vector in ratebook_tests::all() {
        let answered = vector.expect.get("answer").is_some();
        // Who runs the platform may ask across tenants.
        let places = ["/across_tenants", "/actor/across_tenants"];
        let across = places
            .iter()
            .any(|place| vector.input.pointer(place) == Some(&json!(true)));
        let Some(tenant) = vector.given.get_mut("tenant").filter(|_| answered && !across) else {
            continue;
        };
        tenant["id"] = json!("somebody-else");
        let code = vector.ask().pointer("/error/code").cloned();
        assert_eq!(code, Some(json!("tenancy.wrong_tenant")), "{}", vector.place);
        asked.insert(vector.operation);
    }
    let catalogue = api::catalogue();
    let of_tenants = catalogue
        .operations
        .iter()
        .filter(|entry| entry.handle == Some("Tenant"));
    let names = of_tenants.map(|entry| format!("{}.{}", entry.area, entry.name));
    let never: Vec<String> = names.filter(|name| !asked.contains(name)).collect();
    assert!(never.is_empty(), "no vector with an answer asks {}", never.join(", "));
}

#[test]
fn every_code_has_a_vector_that_states_its_message() {
    let mut stated = BTreeSet::new();
    for vector in ratebook_tests::all() {
        each_reason(&vector.expect, &mut |code, reason| {
            if reason.get("message").is_some_and(Value::is_string) {
                stated.insert(code.to_owned());
            }
        });
    }
    let missing: Vec<_> = Code::ALL
        .iter()
        .filter(|code| !ratebook_tests::BEYOND_VECTORS.contains(code))
        .map(|code| code.as_str())
        .filter(|code| !stated.contains(*code))
        .collect();
    assert!(
        missing.is_empty(),
        "no vector states a message of {}",
        missing.join(", ")
    );
}

/// Every figure that comes with a code is declared for it, and is what the declaration says: by it apps read it and guests are told.
#[test]
fn details_are_those_that_their_code_declares() {
    let mut faults = BTreeSet::new();
    let mut seen = BTreeSet::new();
    for vector in ratebook_tests::all() {
        each_reason(&vector.ask(), &mut |code, reason| {
            let code = Code::ALL.iter().find(|known| known.as_str() == code);
            let (Some(code), Some(Value::Object(details))) = (code, reason.get("details")) else {
                return;
            };
            for (name, value) in details {
                seen.insert((*code, name.clone()));
                match code.details().find(|(known, _)| known == name) {
                    None => drop(faults.insert(format!("{code} does not declare `{name}`, here {value}"))),
                    Some((_, kind)) if !is_of_kind(value, kind) => {
                        faults.insert(format!("{code}: `{name}` is no {kind:?}: {value}"));
                    }
                    Some(_) => {}
                }
            }
        });
    }
    assert!(
        faults.is_empty(),
        "{}",
        faults.into_iter().collect::<Vec<_>>().join("\n")
    );
    assert!(seen.len() > 100, "only {} figures were seen", seen.len());
}

fn each_reason(value: &Value, take: &mut dyn FnMut(&str, &Map<String, Value>)) {
    match value {
        Value::Object(fields) => {
            if let Some(Value::String(code)) = fields.get("code") {
                take(code, fields);
            }
            fields.values().for_each(|inner| each_reason(inner, take));
        }
        Value::Array(items) => items.iter().for_each(|inner| each_reason(inner, take)),
        _ => {}
    }
}

fn is_of_kind(value: &Value, kind: DetailKind) -> bool {
    let text = |value: &Value| value.is_string();
    let parses = |value: &Value, test: &dyn Fn(&str) -> bool| value.as_str().is_some_and(test);
    let day = |value: &Value| parses(value, &|text| text.parse::<Day>().is_ok());
    let instant = |value: &Value| parses(value, &|text| text.parse::<Instant>().is_ok());
    let range = |value: &Value| value.get("first").is_some_and(day) && value.get("last").is_some_and(day);
    match kind {
        DetailKind::Count | DetailKind::Minutes | DetailKind::Seconds => value.is_u64(),
        DetailKind::Decimal => parses(value, &|text| text.parse::<ratebook::money::Decimal>().is_ok()),
        // A next day, of which there may be none.
        DetailKind::Day => day(value) || value.is_null(),
        DetailKind::Days => value
            .as_array()
            .is_some_and(|days| days.iter().all(|one| day(one) || range(one))),
        DetailKind::DayRange => range(value),
        DetailKind::Instant => instant(value),
        DetailKind::Span => ["start", "end"].iter().all(|name| value.get(name).is_some_and(instant)),
        DetailKind::Text => text(value),
        DetailKind::Texts => value.as_array().is_some_and(|texts| texts.iter().all(text)),
        _ => true,
    }
}
