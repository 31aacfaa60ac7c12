//! The OpenAPI of a pack: every reference leads somewhere, and every operation has a name of its own.
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test may stop")]

use std::collections::BTreeSet;

use ratebook::records::{OpenApiRequest, Pack};
use serde_json::{Value, json};

fn desk() -> Pack {
    let kinds = [
        "text",
        "long_text",
        "email",
        "phone",
        "url",
        "slug",
        "yes_no",
        "integer",
        "decimal",
        "money",
        "percent",
        "day",
        "time",
        "instant",
        "duration",
        "zone",
        "country",
        "currency",
        "colour",
        "ip_address",
        "coordinates",
        "file",
        "picture",
        "secret",
        "translated_text",
        "rate_list",
        "plan",
        "machine",
        "opening_hours",
        "resource",
        "condition",
    ];
    let every: serde_json::Map<String, Value> = kinds
        .iter()
        .map(|kind| (format!("a_{kind}"), json!({"kind": kind})))
        .collect();
    let definition = json!({
        "name": "desk",
        "entities": [
            {"name": "every_kind", "fields": every},
            {"name": "ticket", "soft_delete": {}, "machine": {"name": "ticket", "field": "status"}, "fields": ticket_fields()},
            {"name": "booking", "native": true},
            {"name": "block", "native": true},
            {"name": "visit", "fields": {
                "ticket": {"kind": "link", "entity": "ticket", "required": true},
                "others": {"kind": "links", "entity": "visit"},
                "done_by": {"kind": "text"}
            }}
        ],
        "effects": ["*"]
    });
    Pack::load(definition).expect("a pack")
}

/// What the machine of tickets records, as text, and the state.
fn ticket_fields() -> Value {
    let shipped = ratebook::flow::MachinesRequest::default()
        .with_name("ticket")
        .answer()
        .expect("a machine");
    let machine = serde_json::to_value(shipped.first()).expect("JSON");
    let mut fields = serde_json::Map::new();
    let stamped = |way: &Value| -> Vec<String> {
        ["stamps", "sets"]
            .iter()
            .filter_map(|part| way.get(*part)?.as_object())
            .flat_map(|own| own.keys().cloned().collect::<Vec<_>>())
            .collect()
    };
    let ways = machine["transitions"]
        .as_array()
        .into_iter()
        .flatten()
        .chain(machine.get("start"));
    for name in ways.flat_map(stamped) {
        fields.insert(name, json!({"kind": "text"}));
    }
    fields.insert("status".to_owned(), json!({"kind": "text", "required": true}));
    fields.insert(
        "watchers".to_owned(),
        json!({"kind": "gathered", "from": "visit.done_by", "by": "ticket"}),
    );
    Value::Object(fields)
}

fn each(value: &Value, take: &mut dyn FnMut(&str, &Value)) {
    match value {
        Value::Object(fields) => {
            for (name, inner) in fields {
                take(name, inner);
                each(inner, take);
            }
        }
        Value::Array(items) => items.iter().for_each(|inner| each(inner, take)),
        _ => {}
    }
}

#[test]
fn every_reference_leads_somewhere() {
    let pack = desk();
    for entity in [None, Some("ticket"), Some("every_kind")] {
        let mut request = OpenApiRequest::default();
        request.entity = entity.map(str::to_owned);
        let document = serde_json::to_value(pack.openapi(&request).expect("a document")).expect("JSON");
        let (mut references, mut names) = (BTreeSet::new(), Vec::new());
        each(&document, &mut |name, value| match (name, value.as_str()) {
            ("$ref", Some(place)) => drop(references.insert(place.to_owned())),
            ("operationId", Some(name)) => names.push(name.to_owned()),
            _ => {}
        });
        assert!(references.len() > 5, "{references:?}");
        for place in &references {
            let inside = place.strip_prefix('#').expect("a place in the document");
            assert!(document.pointer(inside).is_some(), "{place} leads nowhere");
        }
        let single: BTreeSet<&String> = names.iter().collect();
        assert_eq!(single.len(), names.len(), "{names:?}");
    }
}

#[test]
fn events_of_the_machine_have_paths() {
    let document = desk().openapi(&OpenApiRequest::default()).expect("a document");
    let events = document
        .paths
        .keys()
        .filter(|path| path.starts_with("/v1/tickets/{id}/"))
        .count();
    assert!(events > 3, "{:?}", document.paths.keys());
}
