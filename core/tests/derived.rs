//! What follows from records that were there before their entity was declared so.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

use ratebook::records::{Entity, Pack};
use ratebook::time::Instant;
use serde_json::{Map, Value, json};

fn ticket(minutes: u32, stands: bool) -> Pack {
    let mut own = json!({"name": "soon", "from": "created_at", "within_minutes": minutes, "due": "due_at", "met_when": "done == true"});
    if stands {
        own["paused_while"] = "waits == true".into();
        own["left"] = "left".into();
    }
    let written = |kind: &str| json!({"kind": kind, "written_by": "engine"});
    let fields = json!({
        "done": {"kind": "yes_no"}, "waits": {"kind": "yes_no"}, "due_at": written("instant"), "left": written("integer"),
        "is_due": {"kind": "yes_no", "computed": "has(due_at)"}
    });
    Pack::load(json!({"name": "desk", "entities": [{"name": "ticket", "deadlines": [own], "fields": fields}]})).unwrap()
}

fn entity(pack: &Pack) -> &Entity {
    pack.entity("ticket").unwrap()
}

fn record(change: Value) -> Map<String, Value> {
    let mut record = json!({"id": "01890a5d-ac96-774b-bcce-b302099a8057", "version": 3, "created_at": "2026-01-01T08:00:00Z",
        "updated_at": "2026-01-01T08:00:00Z", "done": false, "waits": false, "due_at": null, "left": null, "is_due": false});
    record
        .as_object_mut()
        .unwrap()
        .extend(change.as_object().unwrap().clone());
    record.as_object().unwrap().clone()
}

/// What a record has in the fields that a deadline writes, and what is computed of those, at nine.
fn derived(was: Option<&Pack>, now: &Pack, change: Value) -> Value {
    let mut record = record(change);
    let nine: Instant = "2026-01-01T09:00:00Z".parse().unwrap();
    entity(now).derive(was.map(entity), &mut record, nine).unwrap();
    assert_eq!(record["version"], 3, "nobody has changed it");
    json!([record["due_at"], record["left"], record["is_due"]])
}

#[test]
fn a_deadline_that_is_new_runs_from_its_beginning() {
    for stands in [false, true] {
        let pack = ticket(240, stands);
        assert_eq!(
            derived(None, &pack, json!({})),
            json!(["2026-01-01T12:00:00Z", null, true])
        );
        // Late or not: that it was missed is found when its moment is looked at.
        let early = ticket(30, stands);
        assert_eq!(
            derived(None, &early, json!({})),
            json!(["2026-01-01T08:30:00Z", null, true])
        );
        assert_eq!(derived(None, &pack, json!({"done": true})), json!([null, null, false]));
    }
    let pack = ticket(240, true);
    assert_eq!(
        derived(None, &pack, json!({"waits": true})),
        json!([null, 10_800, false])
    );
}

#[test]
fn with_other_minutes_time_that_stood_does_not_count() {
    let (was, now) = (ticket(240, true), ticket(120, true));
    // An hour has passed, of which it has waited half.
    let due = json!({"due_at": "2026-01-01T12:30:00Z"});
    assert_eq!(
        derived(Some(&was), &now, due.clone()),
        json!(["2026-01-01T10:30:00Z", null, true])
    );
    let waits = json!({"waits": true, "left": 12_600});
    assert_eq!(derived(Some(&was), &now, waits), json!([null, 5_400, false]));
    // What it is already it stays, however often it is asked.
    assert_eq!(
        derived(Some(&was), &was, due),
        json!(["2026-01-01T12:30:00Z", null, true])
    );
    // Where time could not stand, all of it has run.
    let (was, now) = (ticket(240, false), ticket(120, false));
    let moved = json!({"due_at": "2026-01-01T12:30:00Z"});
    assert_eq!(
        derived(Some(&was), &now, moved),
        json!(["2026-01-01T10:00:00Z", null, true])
    );
}

#[test]
fn what_was_met_keeps_its_verdict() {
    let (was, now) = (ticket(240, true), ticket(120, true));
    let met = json!({"done": true, "due_at": "2026-01-01T12:00:00Z", "left": 7_200});
    assert_eq!(
        derived(Some(&was), &now, met),
        json!(["2026-01-01T12:00:00Z", 7_200, true])
    );
}
