//! What happens by itself, when its time has come.

use crate::lives::{plan, subscriber};
use crate::support::{Server, Someone, text};
use serde_json::{Value, json};

const WEEK: i64 = 7 * 24 * 3600;

#[test]
fn a_resolved_ticket_closes_a_week_later_unless_it_is_reopened() {
    for server in Server::both() {
        let ann = server.admin();
        let home = plan(&ann, "Home 50");
        let ana = subscriber(&ann, &home, "Ana");
        let ticket = |ann: &Someone| {
            let change = json!({"subscriber_id": ana["id"], "subject": "S", "description": "D"});
            let path = format!("/v1/tickets/{}", text(&ann.post("/v1/tickets", &change).well(), "id"));
            ann.post(&format!("{path}/resolve"), &json!({"resolution": "done"}))
                .well();
            path
        };
        let (closed, reopened, read) = (ticket(&ann), ticket(&ann), ticket(&ann));
        ann.post(&format!("{reopened}/reopen"), &json!({})).well();
        assert_eq!(server.fire_due(), 0, "nothing is due yet");
        server.turn_on(WEEK + 1);
        let ann = server.admin();
        // Whoever reads it first sees what is so by now.
        assert_eq!(ann.get(&read).well()["status"], "closed", "{}", server.name);
        assert_eq!(server.fire_due(), 1);
        assert_eq!(server.fire_due(), 0);
        assert_eq!(ann.get(&closed).well()["status"], "closed");
        assert_eq!(ann.get(&reopened).well()["status"], "in_progress");
        let history = ann.get(&format!("{closed}/history")).well();
        let last = history["items"]
            .as_array()
            .and_then(|items| items.last())
            .cloned()
            .unwrap_or(Value::Null);
        assert_eq!(
            (&last["action"], &last["actor"]),
            (&json!("ticket:close"), &json!("engine"))
        );
        // Whoever changes it first finds it as it is by now, and the history tells both, each by who did it.
        let late = ticket(&ann);
        server.turn_on(WEEK + 1);
        let ann = server.admin();
        let told = ann.post(&format!("{late}/reopen"), &json!({}));
        assert_eq!(
            (told.status, told.reasons()[0].0.as_str()),
            (409, "flow.illegal"),
            "{told:?}"
        );
        let changed = ann.patch(&late, &json!({"priority": "low"})).well();
        assert_eq!(
            (&changed["status"], &changed["priority"]),
            (&json!("closed"), &json!("low"))
        );
        let history = ann.get(&format!("{late}/history")).well();
        let told = history["items"].as_array().cloned().unwrap_or_default();
        let told: Vec<(Value, bool)> = told
            .iter()
            .map(|one| (one["action"].clone(), one["actor"] == json!("engine")))
            .collect();
        let expected = [
            ("created", false),
            ("resolve", false),
            ("close", true),
            ("updated", false),
        ];
        assert_eq!(
            told,
            expected.map(|(name, engine)| (json!(format!("ticket:{name}")), engine))
        );
        // A deleted one stays as it was.
        let gone = ticket(&ann);
        assert_eq!(ann.delete(&gone).status, 204);
        server.turn_on(WEEK + 1);
        assert_eq!(server.fire_due(), 0);
    }
}

#[test]
fn where_nothing_is_changed_nothing_happens_by_itself() {
    for server in Server::both() {
        let ann = server.admin();
        let ana = subscriber(&ann, &plan(&ann, "Home 50"), "Ana");
        let change = json!({"subscriber_id": ana["id"], "subject": "S", "description": "D"});
        let path = format!("/v1/tickets/{}", text(&ann.post("/v1/tickets", &change).well(), "id"));
        ann.post(&format!("{path}/resolve"), &json!({"resolution": "done"}))
            .well();
        server.turn_on(WEEK + 1);
        let ann = server.admin();
        server.set_state("tenant1", "suspended");
        assert_eq!(server.fire_due(), 0, "{}", server.name);
        assert_eq!(ann.get(&path).well()["status"], "resolved");
        server.set_state("tenant1", "active");
        assert_eq!(server.fire_due(), 1);
        assert_eq!(ann.get(&path).well()["status"], "closed");
    }
}
