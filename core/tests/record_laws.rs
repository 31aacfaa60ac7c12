//! Records keep their laws: what is unchanged stays, what differs can be applied, and what is hidden changes no byte of an answer.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

use std::sync::LazyLock;

use proptest::prelude::*;
use ratebook::records::{
    HistoryEntry, Pack, RecordChange, RecordCheckRequest, RecordDiffRequest, RecordHistoryRequest, RecordMaskRequest,
};
use ratebook::tenancy::TenantId;
use ratebook::tenancy::access::AccessActor;
use serde_json::{Map, Value, json};

const ID: &str = "01890a5d-ac96-774b-bcce-b302099a0001";
/// What stands in a hidden field and nowhere else.
const PLANTED: &str = "Zanzibar";
/// The fields that are hidden from somebody.
const HIDDEN: &[&str] = &["secret_note", "own_note", "password"];

static PACK: LazyLock<Pack> = LazyLock::new(|| {
    Pack::load(json!({
        "name": "laws",
        "permissions": ["notes:see", "own:see"],
        "roles": {
            "agent": {"allow": ["things:read", "things:write"]},
            "boss": {"allow": ["things:read", "things:write", "notes:see", "own:see"]},
            "reader": {"allow": ["things:read"]},
            "owner": {},
        },
        "entities": [{
            "name": "thing",
            "checks": [
                {"when": "size.orValue(0) <= 50", "path": "/size"},
                {"when": "name != secret_note.orValue('')", "path": "/name"},
            ],
            "fields": {
                "name": {"kind": "text", "required": true},
                "owner": {"kind": "text"},
                "size": {"kind": "integer"},
                "weight": {"kind": "decimal"},
                "price": {"kind": "money"},
                "seen_on": {"kind": "day"},
                "seen_at": {"kind": "instant"},
                "takes": {"kind": "duration"},
                "is_open": {"kind": "yes_no"},
                "colour": {"kind": "choice", "choices": ["red", "green"]},
                "twice": {"kind": "integer", "computed": "size.orValue(0) * 2"},
                "secret_note": {"kind": "text"},
                "own_note": {"kind": "text"},
                "password": {"kind": "secret"},
            },
            "masks": [
                {"fields": ["/secret_note"], "unless": "notes:see"},
                {"fields": ["/own_note"], "unless": "own:see"},
            ],
            "grants": [{
                "role": "owner", "relation": "mine", "field": "owner",
                "permissions": ["things:read", "things:write", "own:see"],
            }],
        }],
    }))
    .unwrap()
});

fn actor(id: &str, roles: &[String]) -> AccessActor {
    AccessActor::new(TenantId::new("acme"), id).with_roles(roles.to_vec())
}

fn boss() -> AccessActor {
    actor("boss", &["boss".to_owned()])
}

/// Values that people may send, good and bad.
fn fields() -> impl Strategy<Value = Map<String, Value>> {
    let value = prop_oneof![
        "[a-c]{0,3}".prop_map(|text| ("name", json!(text))),
        prop_oneof![Just("ann"), Just("bob")].prop_map(|text| ("owner", json!(text))),
        (-5..60_i64).prop_map(|number| ("size", json!(number))),
        (0..10_000_i64, 0..4_usize)
            .prop_map(|(units, zeros)| ("weight", json!(format!("{units}.5{}", "0".repeat(zeros))))),
        (0..9_999_i64).prop_map(|cents| (
            "price",
            json!({"amount": format!("{}.{:02}", cents / 100, cents % 100), "currency": "EUR"})
        )),
        (1..28_u8).prop_map(|day| ("seen_on", json!(format!("2026-02-{day:02}")))),
        (0..24_u8).prop_map(|hour| ("seen_at", json!(format!("2026-02-01T{hour:02}:00:00+01:00")))),
        (0..99_u8).prop_map(|minutes| ("takes", json!(format!("{minutes}m")))),
        any::<bool>().prop_map(|truth| ("is_open", json!(truth))),
        prop_oneof![Just("red"), Just("green"), Just("blue")].prop_map(|text| ("colour", json!(text))),
        prop_oneof![
            Just("name"),
            Just("size"),
            Just("price"),
            Just("colour"),
            Just("nothing")
        ]
        .prop_map(|name| (name, Value::Null)),
    ];
    prop::collection::vec(value, 0..8).prop_map(|values| {
        values
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect()
    })
}

/// A record that is kept: what a change to a good one made of it.
fn record() -> impl Strategy<Value = Map<String, Value>> {
    fields().prop_map(|mut change| {
        let mut kept = kept(json!({"name": "x"}).as_object().unwrap().clone()).unwrap();
        change.retain(|name, value| kept_one(name, value));
        for (name, value) in kept_values(change) {
            kept.insert(name, value);
        }
        kept.insert("owner".to_owned(), json!("ann"));
        kept
    })
}

fn kept(change: Map<String, Value>) -> Option<Map<String, Value>> {
    let mut request = RecordCheckRequest::new("thing", boss(), "2026-05-04T10:00:00Z".parse().unwrap());
    request.id = Some(ID.to_owned());
    request.change = change;
    PACK.check(&request).ok().map(|checked| checked.record)
}

fn kept_one(name: &str, value: &Value) -> bool {
    let mut change = Map::from_iter([("name".to_owned(), json!("x"))]);
    change.insert(name.to_owned(), value.clone());
    kept(change).is_some()
}

fn kept_values(mut change: Map<String, Value>) -> Map<String, Value> {
    change.entry("name").or_insert_with(|| json!("x"));
    kept(change).unwrap_or_default()
}

fn check(record: &Map<String, Value>, change: Map<String, Value>, actor: AccessActor) -> String {
    let mut request = RecordCheckRequest::new("thing", actor, "2026-05-04T10:00:00Z".parse().unwrap());
    request.before = Some(record.clone());
    request.change = change;
    match PACK.check(&request) {
        Ok(checked) => {
            // The record goes to the host, which keeps it; the actor gets what is masked.
            let shown = json!({"changes": checked.changes, "unique": checked.unique, "events": checked.events});
            shown.to_string()
        }
        Err(error) => json!(error.report()).to_string(),
    }
}

fn mask(record: &Map<String, Value>, actor: AccessActor) -> String {
    let mut request = RecordMaskRequest::new("thing", actor);
    request.record = Some(record.clone());
    match PACK.mask(&request) {
        Ok(visible) => json!(visible).to_string(),
        Err(error) => json!(error.report()).to_string(),
    }
}

fn history(record: &Map<String, Value>, field: &str, values: [Value; 2], actor: AccessActor) -> String {
    let [before, after] = values;
    let mut change = RecordChange::new(field);
    (change.before, change.after) = (Some(before), Some(after));
    let mut entry = HistoryEntry::new("2026-05-04T10:00:00Z".parse().unwrap(), "thing:updated");
    entry.changes = vec![change];
    let mut request = RecordHistoryRequest::new("thing", actor, vec![entry]);
    request.record = Some(record.clone());
    match PACK.history(&request) {
        Ok(entries) => json!(entries).to_string(),
        Err(error) => json!(error.report()).to_string(),
    }
}

fn roles() -> impl Strategy<Value = Vec<String>> {
    let role = prop_oneof![Just("agent"), Just("reader"), Just("owner"), Just("boss")];
    prop::collection::vec(role.prop_map(str::to_owned), 0..3)
}

/// Whether somebody with these roles sees a field of a record that `ann` owns: the rules in other words.
fn sees(field: &str, id: &str, roles: &[String]) -> bool {
    let has = |name: &str| roles.iter().any(|role| role == name);
    match field {
        "secret_note" => has("boss"),
        "own_note" => has("boss") || (has("owner") && id == "ann"),
        _ => false,
    }
}

proptest! {
    #[test]
    fn what_a_record_has_changes_nothing(record in record(), replace in any::<bool>()) {
        let writable = ["name", "owner", "size", "weight", "price", "seen_on", "seen_at", "takes", "is_open", "colour"];
        let mut request = RecordCheckRequest::new("thing", boss(), "2026-06-04T10:00:00Z".parse().unwrap());
        request.replace = replace;
        request.change = writable.iter().map(|name| ((*name).to_owned(), record[*name].clone())).collect();
        request.before = Some(record.clone());
        let checked = PACK.check(&request).unwrap();
        prop_assert!(checked.changes.is_empty() && checked.events.is_empty(), "{:?}", checked.changes);
        prop_assert_eq!(checked.record, record);
    }

    #[test]
    fn what_differs_can_be_applied(before in record(), after in record()) {
        let request = RecordDiffRequest::new("thing").with_before(before.clone()).with_after(after.clone());
        let mut applied = before;
        for change in PACK.diff(&request).unwrap() {
            prop_assert_ne!(&change.before, &change.after);
            prop_assert_eq!(applied[&change.field].clone(), change.before.unwrap_or_default());
            applied.insert(change.field, change.after.unwrap_or_default());
        }
        prop_assert_eq!(applied, after);
    }

    #[test]
    fn a_change_that_is_kept_is_what_its_differences_say(before in record(), change in fields()) {
        let mut request = RecordCheckRequest::new("thing", boss(), "2026-06-04T10:00:00Z".parse().unwrap());
        request.before = Some(before.clone());
        request.change = change;
        if let Ok(checked) = PACK.check(&request) {
            let diff = RecordDiffRequest::new("thing").with_before(before).with_after(checked.record.clone());
            prop_assert_eq!(PACK.diff(&diff).unwrap(), checked.changes);
            // What was kept is kept again as it is.
            request.before = Some(checked.record.clone());
            prop_assert_eq!(PACK.check(&request).unwrap().record, checked.record);
        }
    }

    #[test]
    fn what_is_hidden_is_in_no_answer(
        mut record in record(),
        roles in roles(),
        id in prop_oneof![Just("ann"), Just("bob")],
        field in prop::sample::select(HIDDEN),
        change in fields(),
    ) {
        record.insert(field.to_owned(), json!(PLANTED));
        let seen = sees(field, id, &roles);
        let who = || actor(id, &roles);
        let masked = mask(&record, who());
        let is_read = masked.contains("\"masked\"");
        prop_assert_eq!(masked.contains(PLANTED), seen && is_read, "{}", masked);
        let told = history(&record, field, [Value::Null, json!(PLANTED)], who());
        prop_assert_eq!(told.contains(PLANTED), seen && is_read, "{}", told);
        if !seen {
            let checked = check(&record, change, who());
            prop_assert!(!checked.contains(PLANTED), "{}", checked);
        }
    }

    #[test]
    fn what_is_hidden_changes_no_byte(
        record in record(),
        roles in roles(),
        id in prop_oneof![Just("ann"), Just("bob")],
        field in prop::sample::select(HIDDEN),
        values in [prop_oneof![Just(json!("a")), Just(json!("b")), Just(json!(PLANTED))],
                   prop_oneof![Just(json!("a")), Just(json!("b")), Just(json!("x"))]],
        nothing in any::<bool>(),
        mut change in fields(),
        own in any::<bool>(),
    ) {
        prop_assume!(!sees(field, id, &roles));
        if own {
            change.insert(field.to_owned(), json!("********"));
        }
        let with = |value: &Value| {
            let mut record = record.clone();
            // Whether there is a secret may be known.
            let value = if nothing && field != "password" && value == &values[0] { &Value::Null } else { value };
            record.insert(field.to_owned(), value.clone());
            record
        };
        let [one, other] = [with(&values[0]), with(&values[1])];
        let who = || actor(id, &roles);
        prop_assert_eq!(mask(&one, who()), mask(&other, who()));
        prop_assert_eq!(check(&one, change.clone(), who()), check(&other, change, who()));
        let told = |record, value: &Value| history(record, field, [Value::Null, value.clone()], who());
        prop_assert_eq!(told(&one, &values[0]), told(&other, &values[1]));
    }
}
