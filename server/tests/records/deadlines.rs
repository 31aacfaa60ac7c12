//! Deadlines: kept with the record, so that lists know them, and missed once, whoever looks first.

use serde_json::{Value, json};

use crate::fleet::entity;
use crate::lives::{plan, subscriber};
use crate::support::{Server, Someone, text};

const HOUR: i64 = 3_600;

/// Tickets are due by their priority, and one that is late is taken up.
fn with_deadlines(definition: &mut Value) {
    let ticket = entity(definition, "ticket");
    let written = |kind: &str| json!({"kind": kind, "written_by": "engine"});
    ticket["fields"]["due_at"] = json!({"kind": "instant", "written_by": "engine", "filter": true, "sort": true});
    ticket["fields"]["seconds_left"] = written("integer");
    ticket["fields"]["met_at"] = written("instant");
    ticket["fields"]["missed_at"] = json!({"kind": "instant", "written_by": "engine", "filter": true});
    ticket["fields"]["warned"] = written("integer");
    ticket["fields"]["waits"] = json!({"kind": "yes_no", "default": false});
    ticket["deadlines"] = json!([{
        "name": "resolution",
        "from": "created_at",
        "plan": {"by": "priority", "minutes": {"urgent": 240, "high": 480, "medium": 1440, "low": 4320}},
        "paused_while": "waits == true",
        "met_when": "resolved_at != null",
        "due": "due_at",
        "left": "seconds_left",
        "met": "met_at",
        "missed": "missed_at",
        "event": "escalate",
        "warn_at_percent": [50, 80],
        "warned": "warned",
    }]);
    let machines = definition["machines"].as_array_mut().expect("machines");
    let desk = machines.iter_mut().find(|machine| machine["name"] == "desk");
    let desk = desk.expect("the desk");
    let events = desk["events"].as_array_mut().expect("events");
    events.push(json!({"name": "escalate"}));
    let ways = desk["transitions"].as_array_mut().expect("transitions");
    ways.push(json!({"from": ["open"], "event": "escalate", "to": "in_progress"}));
}

fn history(ann: &Someone, path: &str) -> Vec<(String, bool)> {
    let told = ann.get(&format!("{path}/history")).well();
    let entries = told["items"].as_array().cloned().unwrap_or_default();
    let told = entries
        .iter()
        .map(|one| (text(one, "action"), one["actor"] == "engine"));
    told.collect()
}

fn actions(expected: &[(&str, bool)]) -> Vec<(String, bool)> {
    let told = expected
        .iter()
        .map(|(name, engine)| (format!("ticket:{name}"), *engine));
    told.collect()
}

#[test]
fn a_ticket_is_due_by_its_priority_and_missed_once_whoever_looks_first() {
    for server in Server::both_by(with_deadlines) {
        let ann = server.admin();
        let ana = subscriber(&ann, &plan(&ann, "Home 50"), "Ana");
        let ticket = |priority: &str, subject: &str| {
            let change =
                json!({"subscriber_id": ana["id"], "subject": subject, "description": "D", "priority": priority});
            let made = ann.post("/v1/tickets", &change).well();
            (format!("/v1/tickets/{}", text(&made, "id")), text(&made, "due_at"))
        };
        let (low, _) = ticket("low", "low");
        let (late, due) = ticket("urgent", "late");
        let (read, _) = ticket("urgent", "read");
        let (changed, _) = ticket("urgent", "changed");
        let (resolved, _) = ticket("urgent", "resolved");
        let resolution = json!({"resolution": "done"});
        ann.post(&format!("{resolved}/resolve"), &resolution).well();

        // What is kept is listed, filtered and sorted by.
        let subjects = |query: &str| {
            let listed = ann.get(&format!("/v1/tickets?fields=subject&{query}")).well();
            let items = listed["items"].as_array().cloned().unwrap_or_default();
            items.iter().map(|one| text(one, "subject")).collect::<Vec<_>>()
        };
        assert_eq!(subjects("sort=due_at").first().map(String::as_str), Some("late"));
        assert_eq!(subjects("sort=due_at").last().map(String::as_str), Some("low"));
        assert_eq!(subjects(&format!("due_at_last={due}")), ["late"], "{}", server.name);
        let told = ann.patch(&late, &json!({"due_at": "2030-01-01T00:00:00Z"}));
        assert_eq!(
            told.reasons(),
            [("records.not_writable".to_owned(), "/due_at".to_owned())],
            "{told:?}"
        );

        // While it waits nothing is due of it.
        let waiting = ann.patch(&low, &json!({"waits": true})).well();
        assert_eq!(waiting["due_at"], Value::Null, "{waiting}");
        let left = waiting["seconds_left"].as_i64().expect("what is left");
        assert!((4_320 * 60 - 600..=4_320 * 60).contains(&left), "{left}");
        assert_eq!(server.fire_due(), 0, "{}", server.name);

        server.turn_on(4 * HOUR + 60);
        let ann = server.admin();
        // Whoever reads it first sees what is so by now, and whoever changes it finds it so.
        let seen = ann.get(&read).well();
        assert_eq!(
            (&seen["missed_at"], &seen["status"], &seen["warned"]),
            (&seen["due_at"], &json!("in_progress"), &json!(80)),
            "{}: {seen}",
            server.name
        );
        let done = ann.post(&format!("{changed}/resolve"), &resolution).well();
        assert!(done["missed_at"].is_string() && done["met_at"].is_string(), "{done}");
        let expected = [
            ("created", false),
            ("updated", true),
            ("escalate", true),
            ("resolve", false),
        ];
        assert_eq!(history(&ann, &changed), actions(&expected), "{}", server.name);
        // Of the others the worker sees to it, once.
        assert_eq!(server.fire_due(), 1, "{}", server.name);
        assert_eq!(server.fire_due(), 0, "{}", server.name);
        let missed = ann.get(&late).well();
        assert_eq!(
            (&missed["missed_at"], &missed["status"]),
            (&json!(due), &json!("in_progress")),
            "{missed}"
        );
        assert_eq!(history(&ann, &late), actions(&expected[..3]));
        for (path, subject) in [(&low, "low"), (&resolved, "resolved")] {
            assert_eq!(ann.get(path).well()["missed_at"], Value::Null, "{subject}");
        }
        let kept = ann.get(&resolved).well();
        assert!(kept["due_at"].is_string() && kept["met_at"].is_string(), "{kept}");

        // Time goes on where it stood.
        let going = ann.patch(&low, &json!({"waits": false})).well();
        assert!(
            going["due_at"].is_string() && going["seconds_left"].is_null(),
            "{going}"
        );
        server.turn_on(left + 60);
        assert_eq!(server.fire_due(), 1, "{}", server.name);
        let ann = server.admin();
        assert!(ann.get(&low).well()["missed_at"].is_string());
    }
}
