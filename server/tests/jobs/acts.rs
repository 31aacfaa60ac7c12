//! Effects that change records: done in the transaction of the change that they follow from, or it is refused with them.

use ratebook_server_testing::{Base, Served};
use serde_json::{Value, json};

use crate::support::{Owner, Router, jobs, subscriber, tenants, ticket};

const DAY: i64 = 24 * 3_600;

fn unedited(_: &mut Value) {}

fn on_both(edit: fn(&mut Value), test: impl Fn(&Served, &Router)) {
    for base in [Base::Sqlite, Base::Postgres] {
        let router = Router::default();
        test(&Served::carried_out_by(base, edit, router.connectors()), &router);
    }
}

/// Gives events of a ticket effects.
fn with(pack: &mut Value, effects: &[(&str, Value)]) {
    let machines = pack["machines"].as_array_mut().expect("machines");
    let desk = machines
        .iter_mut()
        .find(|machine| machine["name"] == "desk")
        .expect("the desk");
    for transition in desk["transitions"].as_array_mut().expect("transitions") {
        if let Some((_, own)) = effects.iter().find(|(event, _)| transition["event"] == *event) {
            transition["effects"] = own.clone();
        }
    }
}

fn set(field: &str, value: &str) -> Value {
    json!({"name": "set_field", "with": {"field": field, "value": value}})
}

fn fire(event: &str, given: Value) -> Value {
    json!({"name": "fire_event", "with": {"event": event, "given": given}})
}

/// What happens to the subscriber of a ticket.
fn subscribers(event: &str, given: Value) -> Value {
    json!({"name": "fire_event", "with": {"link": "subscriber_id", "event": event, "given": given}})
}

/// Whatever is assigned is urgent, is resolved at once, and its line is connected.
fn resolved_at_once(pack: &mut Value) {
    let effects = json!([
        set("priority", "urgent"),
        fire("resolve", json!({"resolution": "restarted"})),
        subscribers("activate", json!({}))
    ]);
    with(pack, &[("assign", effects)]);
}

/// When a ticket is assigned it is resolved, when it is resolved it is reopened, and so on without end.
fn in_a_circle(pack: &mut Value) {
    let resolve = |how: &str| json!([set("priority", "urgent"), fire("resolve", json!({"resolution": how}))]);
    let effects = [
        ("assign", resolve("restarted")),
        ("resolve", json!([fire("reopen", json!({}))])),
        ("reopen", resolve("again")),
    ];
    with(pack, &effects);
}

/// More follows from one event than is done at once, though none of it goes far.
fn too_much(pack: &mut Value) {
    let many = |count: usize| vec![set("priority", "high"); count];
    let mut first = many(99);
    first.push(fire("resolve", json!({"resolution": "restarted"})));
    with(pack, &[("assign", first.into()), ("resolve", many(5).into())]);
}

/// Whoever's ticket is closed by itself is suspended.
fn suspended_at_the_end(pack: &mut Value) {
    let suspend = subscribers("suspend", json!({"suspension_reason": "nobody asks any more"}));
    with(pack, &[("close", json!([suspend]))]);
}

fn assign(owner: &Owner<'_>, id: &str) -> ratebook_server_testing::Answer {
    owner.post(&format!("/v1/tickets/{id}/assign"), &json!({"assignee": "bob"}))
}

fn at(owner: &Owner<'_>, path: &str) -> Value {
    owner.get(path).is(200).json()
}

/// What has happened to a record and by whom, the first first.
fn history(owner: &Owner<'_>, path: &str) -> Vec<(String, bool)> {
    let told = at(owner, &format!("{path}/history"));
    let entries = told["items"].as_array().expect("a history").iter();
    let entries: Vec<_> = entries
        .map(|entry| {
            (
                entry["action"].as_str().expect("what").to_owned(),
                entry["actor"] == "engine",
            )
        })
        .collect();
    entries
}

/// What was told, the first first.
fn told(served: &Served) -> Vec<String> {
    let mut rows = served.rows("outbox");
    rows.sort_by_key(|row| row["id"].to_string());
    rows.iter()
        .map(|row| row["name"].as_str().expect("a name").to_owned())
        .collect()
}

/// How much is written down.
fn written(served: &Served) -> [usize; 3] {
    ["audit", "outbox", "jobs"].map(|table| served.rows(table).len())
}

fn faults(answer: &Value) -> Vec<(&str, &str)> {
    let faults = answer["errors"].as_array().expect("faults").iter();
    faults
        .map(|fault| {
            (
                fault["code"].as_str().expect("a code"),
                fault["path"].as_str().expect("a path"),
            )
        })
        .collect()
}

#[test]
fn what_follows_is_there_with_what_it_follows_from() {
    on_both(resolved_at_once, |served, router| {
        let [owner, _] = tenants(served);
        let ada = subscriber(&owner, "Ada");
        let id = ticket(&owner, &ada, &json!({}));
        let before = told(served).len();
        let answer = assign(&owner, &id).is(200).json();
        assert_eq!(
            (&answer["status"], &answer["priority"], &answer["resolution"]),
            (&json!("resolved"), &json!("urgent"), &json!("restarted"))
        );
        // Nobody had to pass anything on for it.
        let (ticket, line) = (format!("/v1/tickets/{id}"), format!("/v1/subscribers/{ada}"));
        assert_eq!(at(&owner, &ticket)["status"], "resolved");
        assert_eq!(at(&owner, &line)["status"], "active");
        let by = |action: &str, engine: bool| (action.to_owned(), engine);
        assert_eq!(
            history(&owner, &ticket),
            [
                by("ticket:created", false),
                by("ticket:assign", false),
                by("ticket:updated", true),
                by("ticket:resolve", true)
            ]
        );
        assert_eq!(
            history(&owner, &line),
            [by("subscriber:created", false), by("subscriber:activate", true)]
        );
        // Each is told, in its order; what a connector does waits for the commit.
        assert_eq!(
            told(served)[before..],
            [
                "ticket:assign",
                "ticket:updated",
                "ticket:resolve",
                "subscriber:activate",
                "configure_router"
            ]
        );
        assert!(router.told().is_empty());
        served.work();
        assert_eq!(router.kinds(), ["create"]);
        for name in ["set_field", "fire_event"] {
            assert!(jobs(&owner, name).is_empty(), "{name} is no job");
        }
    });
}

#[test]
fn what_is_refused_of_it_leaves_nothing_of_the_whole() {
    on_both(resolved_at_once, |served, router| {
        let [owner, _] = tenants(served);
        let support = served.member(&owner.client.borrow(), "sam@example.com", &["support"]);
        let ada = subscriber(&owner, "Ada");
        let (first, second) = (ticket(&owner, &ada, &json!({})), ticket(&owner, &ada, &json!({})));
        // Together they would connect one line twice.
        let items = json!([{"id": first, "assignee": "bob"}, {"id": second, "assignee": "bob"}]);
        let before = written(served);
        let refused = owner
            .post(
                "/v1/tickets/bulk",
                &json!({"action": "fire", "event": "assign", "items": items}),
            )
            .fails(409, "flow.illegal")
            .json();
        assert_eq!(faults(&refused), [("flow.illegal", "/items/1/effects/2/with/event")]);
        assert_eq!(written(served), before);
        assert_eq!(at(&owner, &format!("/v1/subscribers/{ada}"))["status"], "pending");

        owner
            .post(&format!("/v1/subscribers/{ada}/activate"), &json!({}))
            .is(200);
        let (before, record) = (written(served), at(&owner, &format!("/v1/tickets/{first}")));
        let refused = assign(&owner, &first).fails(409, "flow.illegal").json();
        assert_eq!(faults(&refused), [("flow.illegal", "/effects/2/with/event")]);
        assert!(
            refused["errors"][0]["message"].to_string().contains("`activate`"),
            "{refused}"
        );
        // Whoever does not see all of the subscriber is not told how it stands.
        let refused = support
            .post(&format!("/v1/tickets/{first}/assign"), &json!({"assignee": "bob"}))
            .fails(409, "flow.illegal")
            .json();
        assert_eq!(faults(&refused), [("flow.illegal", "/effects/2")]);
        for word in ["activate", "active", "suspend", "subscriber"] {
            assert!(!refused.to_string().contains(word), "{word}: {refused}");
        }
        assert_eq!(written(served), before);
        assert_eq!(at(&owner, &format!("/v1/tickets/{first}")), record);
        served.work();
        assert_eq!(router.kinds(), ["create"], "only what was done by hand");
    });
}

#[test]
fn what_it_changes_has_to_be_there() {
    on_both(resolved_at_once, |served, _| {
        let [owner, _] = tenants(served);
        let ada = subscriber(&owner, "Ada");
        let id = ticket(&owner, &ada, &json!({}));
        served
            .carry_out("UPDATE workbench__subscriber SET deleted_at = created_at")
            .expect("a subscriber that is gone");
        let refused = assign(&owner, &id).fails(422, "records.link").json();
        assert_eq!(faults(&refused), [("records.link", "/effects/2/with/link")]);
        assert_eq!(at(&owner, &format!("/v1/tickets/{id}"))["status"], "open");
    });
}

#[test]
fn circles_are_refused_and_leave_nothing() {
    on_both(in_a_circle, |served, _| {
        let [owner, _] = tenants(served);
        let id = ticket(&owner, &subscriber(&owner, "Ada"), &json!({}));
        let before = written(served);
        let refused = assign(&owner, &id).fails(409, "flow.effect_loop").json();
        let [(_, path)] = faults(&refused)[..] else {
            panic!("one fault: {refused}")
        };
        assert!(path.starts_with("/effects/1/effects/0/effects/"), "{path}");
        assert_eq!(path.matches("/effects/").count(), 11, "{path}");
        assert_eq!(written(served), before);
        assert_eq!(at(&owner, &format!("/v1/tickets/{id}"))["status"], "open");
    });
    on_both(too_much, |served, _| {
        let [owner, _] = tenants(served);
        let id = ticket(&owner, &subscriber(&owner, "Ada"), &json!({}));
        let before = written(served);
        let refused = assign(&owner, &id).fails(409, "flow.effect_loop").json();
        assert_eq!(faults(&refused), [("flow.effect_loop", "/effects/99/effects/0")]);
        assert_eq!(written(served), before);
    });
}

#[test]
fn what_is_due_stays_due_while_what_follows_is_refused() {
    on_both(suspended_at_the_end, |served, _| {
        let [owner, _] = tenants(served);
        let ada = subscriber(&owner, "Ada");
        let id = ticket(&owner, &ada, &json!({}));
        let path = format!("/v1/tickets/{id}");
        owner
            .post(&format!("{path}/resolve"), &json!({"resolution": "restarted"}))
            .is(200);
        served.pass(8 * DAY);
        // A line that was never connected cannot be suspended.
        assert_eq!(at(&owner, &path)["status"], "resolved");
        let changed = owner.patch(&path, &json!({"subject": "No line at all"})).is(200).json();
        assert_eq!(
            (&changed["status"], &changed["subject"]),
            (&json!("resolved"), &json!("No line at all"))
        );
        let happened = |path: &str, name: &str| history(&owner, path).iter().filter(|(own, _)| own == name).count();
        assert_eq!(happened(&path, "ticket:close"), 0);
        let line = format!("/v1/subscribers/{ada}");
        owner.post(&format!("{line}/activate"), &json!({})).is(200);
        assert_eq!(at(&owner, &path)["status"], "closed");
        assert_eq!(at(&owner, &line)["status"], "suspended");
        assert_eq!(
            (happened(&path, "ticket:close"), happened(&line, "subscriber:suspend")),
            (1, 1)
        );
    });
}

#[test]
fn what_an_earlier_server_left_to_be_done_is_done() {
    on_both(unedited, |served, _| {
        let [owner, _] = tenants(served);
        let id = ticket(&owner, &subscriber(&owner, "Ada"), &json!({}));
        served.work();
        let new_id = match served.base() {
            Base::Sqlite => "randomblob(16)",
            Base::Postgres => "gen_random_uuid()",
        };
        let body = r#"{"name": "set_field", "with": {"field": "priority", "value": "high"}}"#;
        let text = format!(
            "INSERT INTO outbox (tenant_id, id, at, actor, entity, record_id, name, is_effect, body) SELECT o.tenant_id, {new_id}, o.at, \
             o.actor, o.entity, o.record_id, 'set_field', NOT o.is_effect, '{body}' FROM outbox o WHERE name = 'ticket:created'"
        );
        assert_eq!(served.carry_out(&text), Ok(1));
        served.work();
        assert_eq!(at(&owner, &format!("/v1/tickets/{id}"))["priority"], "high");
        assert_eq!(jobs(&owner, "set_field")[0]["state"], "done");
    });
}
