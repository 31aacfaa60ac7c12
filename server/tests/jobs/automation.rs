//! Rules of packs: run once for what happened, in the rights of their role, all of it or nothing.

use ratebook_server::platform::jobs;
use ratebook_server_testing::{Base, Served};
use serde_json::{Value, json};

use crate::support::{Idle, Owner, Router, id_of, jobs as kept, subscriber, tenants, ticket};

const DAY: i64 = 24 * 3_600;

fn unedited(_: &mut Value) {}

fn on_both(edit: fn(&mut Value), test: impl Fn(&Served, &Router)) {
    for base in [Base::Sqlite, Base::Postgres] {
        let router = Router::default();
        test(&Served::carried_out_by(base, edit, router.connectors()), &router);
    }
}

fn set(entity: &str, field: &str, value: Value) -> Value {
    json!({"set_field": {"entity": entity, "field": field, "value": value}})
}

fn page(kind: &str) -> Value {
    json!({"effect": {"name": "configure_router", "parameters": {"kind": kind}}})
}

fn on_field(entity: &str, field: &str) -> Value {
    json!({"field": {"entity": entity, "field": field}})
}

fn rule(id: &str, on: Value, when: &str, actions: Value) -> Value {
    json!({"id": id, "on": on, "when": when, "as_role": "admin", "actions": actions})
}

/// Whoever is asked for something urgent has it, and hears of it.
fn paged(pack: &mut Value) {
    pack["automation"] = json!({
        "facts": {"priority": "text", "assignee": "text?"},
        "rules": [
            rule("urgent", on_field("ticket", "priority"), "priority == 'urgent'", json!([set("ticket", "assignee", json!("desk")), page("create")])),
            rule("has-it", on_field("ticket", "assignee"), "assignee.orValue('') == 'desk'", json!([page("update")])),
        ],
    });
}

fn at<'o>(owner: &'o Owner<'_>, path: &'o str) -> impl Fn(&str) -> Value + 'o {
    move |id: &str| owner.get(&format!("{path}/{id}")).is(200).json()
}

/// The only job of automation.
fn only(owner: &Owner<'_>) -> Value {
    match &kept(owner, "automation")[..] {
        [job] => job.clone(),
        other => panic!("{} jobs: {other:?}", other.len()),
    }
}

fn state(job: &Value) -> (&str, &str) {
    (
        job["state"].as_str().expect("a state"),
        job["told"].as_str().unwrap_or_default(),
    )
}

#[test]
fn the_rules_of_the_workbench_run_once_for_what_happened() {
    on_both(unedited, |served, _| {
        let [owner, other] = tenants(served);
        let ada = subscriber(&owner, "Ada");
        let (low, urgent) = (
            ticket(&owner, &ada, &json!({"priority": "low"})),
            ticket(&owner, &ada, &json!({"priority": "urgent"})),
        );
        for (event, body) in [("resolve", json!({"resolution": "restarted"})), ("reopen", json!({}))] {
            owner.post(&format!("/v1/tickets/{low}/{event}"), &body).is(200);
        }
        assert!(
            kept(&owner, "automation").is_empty(),
            "nothing is done before it is passed on"
        );
        served.work();
        served.work();
        let ticket = at(&owner, "/v1/tickets");
        assert_eq!(ticket(&low)["priority"], "high");
        assert_eq!(ticket(&urgent)["priority"], "urgent");
        // The first low priority, and the high one that a rule set, are no occasions that a rule applies to.
        let told: Vec<(String, String)> = kept(&owner, "automation")
            .iter()
            .map(|job| {
                (
                    job["body"]["record"].as_str().expect("a record").to_owned(),
                    state(job).1.to_owned(),
                )
            })
            .collect();
        let ran = |record: &str, told: &str| (record.to_owned(), told.to_owned());
        let expected = [
            ran(&low, "no rule applies"),
            ran(&urgent, "ran `urgent-ticket`"),
            ran(&low, "ran `asked-twice`"),
        ];
        assert_eq!(told, expected);
        let [notice] = &kept(&owner, "notify")[..] else {
            panic!("one notice")
        };
        assert_eq!(notice["body"]["with"], json!({"template": "ticket_urgent"}));
        assert_eq!(notice["body"]["record"], json!(urgent));
        // Who did it stands in the history, by the name of the rule.
        let history = owner.get(&format!("/v1/tickets/{low}/history")).is(200).json();
        let items = history["items"].as_array().expect("a history");
        let by_rule: Vec<_> = items
            .iter()
            .filter(|entry| entry["actor"] == "automation:asked-twice")
            .collect();
        assert_eq!((by_rule.len(), &by_rule[0]["action"]), (1, &json!("ticket:updated")));
        assert!(kept(&other, "automation").is_empty());
    });
}

#[test]
fn several_servers_run_the_rules_of_each_event_once() {
    for base in [Base::Sqlite, Base::Postgres] {
        let router = Router::default();
        let served = Served::carried_out_by(base, paged, router.connectors());
        let [owner, _] = tenants(&served);
        let ada = subscriber(&owner, "Ada");
        let ids: Vec<String> = (0..20)
            .map(|_| ticket(&owner, &ada, &json!({"priority": "urgent"})))
            .collect();
        let beside = [
            served.beside_carried_out_by(router.connectors()),
            served.beside_carried_out_by(router.connectors()),
        ];
        let apps = match base {
            Base::Sqlite => [served.app().clone(), served.app().clone()],
            Base::Postgres => [beside[0].app().clone(), beside[1].app().clone()],
        };
        served.wait_for(async {
            let [one, other] = apps.each_ref();
            let (one, other) = tokio::join!(jobs::work(one), jobs::work(other));
            one.expect("work");
            other.expect("work");
        });
        served.work();
        let mut told: Vec<String> = router
            .told()
            .iter()
            .map(|job| format!("{} {}", job.body["record"], job.body["with"]))
            .collect();
        told.sort();
        let before = told.len();
        told.dedup();
        assert_eq!((told.len(), before), (40, 40), "{base:?}");
        let version = |id: &String| at(&owner, "/v1/tickets")(id)["version"].clone();
        assert!(ids.iter().all(|id| version(id) == 2), "each is set once");
    }
}

#[test]
fn whoever_dies_at_it_is_followed_and_what_is_passed_on_again_is_not_run_again() {
    on_both(paged, |served, router| {
        let [owner, _] = tenants(served);
        let id = ticket(&owner, &subscriber(&owner, "Ada"), &json!({"priority": "urgent"}));
        // A server that carries nothing out passes it on; one that dies has begun it.
        let idle = served.beside_carried_out_by(Idle::connectors());
        idle.work();
        assert_eq!(state(&only(&owner)).0, "parked");
        let now = served.app().now().microseconds();
        let begun = format!(
            "UPDATE jobs SET state = 'running', attempt = 1, begun = 1, due_at = {} WHERE name = 'automation'",
            now + 120_000_000
        );
        served.carry_out(&begun).expect("a job");
        served.work();
        assert!(router.told().is_empty(), "it belongs to whoever has begun it");
        served.pass(121);
        served.work();
        assert_eq!(router.kinds(), ["create", "update"]);
        let job = only(&owner);
        assert_eq!(
            (state(&job), &job["attempts"]),
            (("done", "ran `urgent`, `has-it`"), &json!(2))
        );
        // The same event is the same occasion.
        served
            .carry_out("UPDATE outbox SET done_at = NULL, seq = NULL WHERE name = 'ticket:created'")
            .expect("events");
        served.work();
        assert_eq!((router.told().len(), kept(&owner, "automation").len()), (2, 1));
        assert_eq!(at(&owner, "/v1/tickets")(&id)["version"], 2);
    });
}

/// What a role does is what its role may: the first rule would do both.
fn refused(pack: &mut Value) {
    let reopen = json!({"change_status": {"machine": "desk", "event": "reopen"}});
    pack["automation"] = json!({
        "facts": {"priority": "text"},
        "rules": [rule("both", on_field("ticket", "priority"), "priority == 'urgent'", json!([set("ticket", "assignee", json!("desk")), page("create"), reopen]))],
    });
}

#[test]
fn what_is_refused_ends_all_of_it_with_its_reason() {
    on_both(refused, |served, router| {
        let [owner, _] = tenants(served);
        let ada = subscriber(&owner, "Ada");
        let id = ticket(&owner, &ada, &json!({"priority": "urgent"}));
        served.work();
        let job = only(&owner);
        assert_eq!(job["state"], "dead");
        assert!(state(&job).1.contains("`reopen` is not possible in `open`"), "{job}");
        assert_eq!(
            at(&owner, "/v1/tickets")(&id)["assignee"],
            Value::Null,
            "nothing is half done"
        );
        assert!(router.told().is_empty());
        // Once it can be done, people have it done.
        owner
            .post(
                &format!("/v1/tickets/{id}/resolve"),
                &json!({"resolution": "restarted"}),
            )
            .is(200);
        owner
            .post(&format!("/v1/jobs/{}/retry", id_of(&job)), &json!({}))
            .is(200);
        served.work();
        let after = at(&owner, "/v1/tickets")(&id);
        assert_eq!(
            (&after["assignee"], &after["status"]),
            (&json!("desk"), &json!("in_progress"))
        );
        assert_eq!(router.kinds(), ["create"]);
        // A record that is gone is nobody's to change.
        let gone = ticket(&owner, &ada, &json!({"priority": "urgent"}));
        owner.delete(&format!("/v1/tickets/{gone}")).is(204);
        served.work();
        let jobs = kept(&owner, "automation");
        assert_eq!(state(jobs.last().expect("a job")), ("dead", "the record is gone"));
    });
}

/// What is out of stock is ordered: by a rule that waits for the number, and by one that waits for what is computed of it.
fn stocked(pack: &mut Value) {
    pack["automation"] = json!({
        "facts": {"place": "text", "is_low": "bool?", "quantity": "int"},
        "rules": [
            rule("lost", on_field("stock_item", "place"), "place == 'lost'", json!([set("stock_item", "quantity", json!(0))])),
            rule("order", on_field("stock_item", "quantity"), "is_low.orValue(false)", json!([page("create")])),
            rule("low", on_field("stock_item", "is_low"), "is_low.orValue(false)", json!([page("update")])),
        ],
    });
    for rule in pack["automation"]["rules"].as_array_mut().expect("rules") {
        rule["as_role"] = json!("technician");
    }
}

#[test]
fn what_rules_set_off_is_followed_once_with_what_is_computed_of_it() {
    on_both(stocked, |served, router| {
        let [owner, _] = tenants(served);
        let item = json!({"name": "Cable", "place": "Shelf 1", "quantity": 5, "min_quantity": 1});
        let id = id_of(&owner.post("/v1/stock-items", &item).is(201).json());
        served.work();
        assert!(router.told().is_empty());
        owner
            .patch(&format!("/v1/stock-items/{id}"), &json!({"place": "lost"}))
            .is(200);
        served.work();
        served.work();
        assert_eq!(router.kinds(), ["create", "update"]);
        let told: Vec<String> = kept(&owner, "automation")
            .iter()
            .map(|job| state(job).1.to_owned())
            .collect();
        assert_eq!(told, ["no rule applies", "ran `lost`, `order`, `low`"]);
        // What nobody waits for is no job.
        owner
            .patch(&format!("/v1/stock-items/{id}"), &json!({"name": "Long cable"}))
            .is(200);
        served.work();
        assert_eq!(kept(&owner, "automation").len(), told.len());
    });
}

/// Priorities that go up and down in one run, and a state that does so from event to event.
fn circling(pack: &mut Value) {
    let machines = pack["machines"].as_array_mut().expect("machines");
    let desk = machines
        .iter_mut()
        .find(|machine| machine["name"] == "desk")
        .expect("the desk");
    desk["events"]
        .as_array_mut()
        .expect("events")
        .push(json!({"name": "bounce"}));
    for (from, to) in [("open", "in_progress"), ("in_progress", "open")] {
        let way = json!({"from": [from], "event": "bounce", "to": to, "permission": "tickets:write"});
        desk["transitions"].as_array_mut().expect("transitions").push(way);
    }
    let bounce = json!([{"change_status": {"machine": "desk", "event": "bounce"}}]);
    pack["automation"] = json!({
        "facts": {"priority": "text", "subject": "text"},
        "rules": [
            rule("up", on_field("ticket", "priority"), "priority == 'low'", json!([set("ticket", "priority", json!("high"))])),
            rule("down", on_field("ticket", "priority"), "priority == 'high'", json!([set("ticket", "priority", json!("low"))])),
            rule("to-and-fro", on_field("ticket", "status"), "subject == 'Dance'", bounce),
        ],
    });
}

#[test]
fn circles_end_within_a_run_and_between_events() {
    on_both(circling, |served, _| {
        let [owner, _] = tenants(served);
        let ada = subscriber(&owner, "Ada");
        let id = ticket(&owner, &ada, &json!({"priority": "low"}));
        served.work();
        let job = only(&owner);
        assert_eq!(job["state"], "dead");
        assert!(state(&job).1.contains("set each other off in a circle, `"), "{job}");
        assert_eq!(at(&owner, "/v1/tickets")(&id)["version"], 1, "nothing is half done");
        let id = ticket(&owner, &ada, &json!({"subject": "Dance"}));
        served.work();
        let jobs = kept(&owner, "automation");
        let (last, before) = jobs.split_last().expect("jobs");
        assert_eq!(before.iter().filter(|job| job["state"] == "done").count(), 10);
        assert!(
            last["state"] == "dead" && state(last).1.contains("in a circle"),
            "{last}"
        );
        assert_eq!(at(&owner, "/v1/tickets")(&id)["version"], 11);
    });
}

/// By night what is late is urgent, and whoever leaves today is told of.
fn by_the_clock(pack: &mut Value) {
    pack["schedules"] = json!([
        {"name": "late", "cron": "0 3 * * *", "entity": "ticket", "when": "status == 'open' && has(due_at) && due_at < now"},
    ]);
    pack["automation"] = json!({
        "facts": {"priority": "text", "first_day": "day", "today": "day"},
        "rules": [
            rule("late", json!({"schedule": "late"}), "priority != 'low'", json!([set("ticket", "priority", json!("urgent"))])),
            rule("urgent", on_field("ticket", "priority"), "priority == 'urgent'", json!([page("create")])),
            rule("leaves", on_field("trip", "first_day"), "first_day == today", json!([page("update")])),
        ],
    });
}

#[test]
fn a_schedule_runs_rules_for_each_record_once_a_night() {
    on_both(by_the_clock, |served, router| {
        let [owner, _] = tenants(served);
        let ada = subscriber(&owner, "Ada");
        let late = |priority: &str| {
            ticket(
                &owner,
                &ada,
                &json!({"priority": priority, "due_at": "2020-01-01T10:00:00Z"}),
            )
        };
        let high: Vec<String> = (0..110).map(|_| late("high")).collect();
        let (low, open) = (late("low"), ticket(&owner, &ada, &json!({})));
        served.work();
        assert!(router.told().is_empty(), "it has not come yet");
        served.pass(DAY);
        served.work();
        let priority = |id: &str| at(&owner, "/v1/tickets")(id)["priority"].clone();
        assert!(high.iter().all(|id| priority(id) == "urgent"));
        assert_eq!((priority(&low), priority(&open)), (json!("low"), json!("medium")));
        assert_eq!(
            router.told().len(),
            high.len(),
            "what the rule sets off is done for each"
        );
        let rows = served.rows("jobs");
        let rounds = rows.iter().filter(|row| row["name"] == "schedule");
        let mut told: Vec<&str> = rounds
            .map(|row| row["told"].as_str().expect("what became of it"))
            .collect();
        told.sort_unstable();
        assert_eq!(told, ["0 done", "111 done"], "for each tenant");
        served.work();
        assert_eq!(router.told().len(), high.len());
    });
}

#[test]
fn days_are_those_of_the_tenant() {
    on_both(by_the_clock, |served, router| {
        let [owner, _] = tenants(served);
        // Half past eleven in the evening in Greenwich is the next day in Madrid.
        let seconds = |served: &Served| served.app().now().microseconds() / 1_000_000;
        served.pass((23 * 3_600 + 1_800 - seconds(served).rem_euclid(DAY)).rem_euclid(DAY));
        let day = |ahead: i64| {
            let at =
                ratebook::time::Instant::from_microseconds((seconds(served) + ahead) * 1_000_000).expect("a moment");
            at.to_string()[..10].to_owned()
        };
        for first_day in [day(0), day(DAY)] {
            let trip = json!({"name": first_day, "first_day": first_day, "last_day": day(3 * DAY), "price": {"amount": "10.00", "currency": "EUR"}});
            owner.post("/v1/trips", &trip).is(201);
        }
        served.work();
        let told: Vec<Value> = router.told().iter().map(|job| job.body["record"].clone()).collect();
        let [trip] = &told[..] else {
            panic!("one trip: {told:?}")
        };
        assert_eq!(
            at(&owner, "/v1/trips")(trip.as_str().expect("an id"))["name"],
            json!(day(DAY))
        );
    });
}

/// A rule for tickets, and one that looks at what is hidden; and somebody who looks at what is done by itself.
fn audited(pack: &mut Value) {
    paged(pack);
    pack["automation"]["facts"]["phone"] = json!("text");
    let rules = pack["automation"]["rules"].as_array_mut().expect("rules");
    rules.push(rule(
        "spanish",
        on_field("subscriber", "country"),
        "phone.startsWith('+34')",
        json!([page("disable")]),
    ));
    pack["roles"]["auditor"] = json!({"allow": ["workflows:read", "tickets:read", "subscribers:read"]});
    pack["roles"]["watcher"] = json!({"allow": ["workflows:read"]});
}

#[test]
fn a_rehearsal_tells_what_would_be_done_to_whoever_may_see_it() {
    on_both(audited, |served, router| {
        let [owner, other] = tenants(served);
        let ada = subscriber(&owner, "Ada");
        let id = ticket(&owner, &ada, &json!({"priority": "urgent"}));
        let asked = json!({"entity": "ticket", "id": id, "trigger": on_field("ticket", "priority")});
        let path = "/v1/automation/rehearse";
        let answer = owner.post(path, &asked).is(200).json();
        let runs: Vec<&Value> = answer["runs"]
            .as_array()
            .expect("runs")
            .iter()
            .map(|run| &run["rule"])
            .collect();
        assert_eq!(runs, ["urgent", "has-it"]);
        assert_eq!(
            (&answer["runs"][1]["set_off_by"], &answer["runs"][0]["as_role"]),
            (&json!(0), &json!("admin"))
        );
        assert_eq!(answer["facts"], json!({"priority": "urgent", "assignee": "desk"}));
        assert_eq!(at(&owner, "/v1/tickets")(&id)["version"], 1, "nothing is done");
        assert!(router.told().is_empty());
        other.post(path, &asked).fails(404, "records.not_found");
        let hidden = json!({"entity": "subscriber", "id": ada, "trigger": on_field("subscriber", "country")});
        assert_eq!(owner.post(path, &hidden).is(200).json()["runs"][0]["rule"], "spanish");
        let client = owner.client.borrow();
        let auditor = served.member(&client, "audit@example.com", &["auditor"]);
        auditor.post(path, &asked).is(200);
        let told = auditor.post(path, &hidden).fails(403, "tenancy.permission_missing");
        assert!(!told.text().contains("phone"), "what is hidden is not named");
        served
            .member(&client, "watch@example.com", &["watcher"])
            .post(path, &asked)
            .fails(404, "records.not_found");
        served
            .member(&client, "help@example.com", &["support"])
            .post(path, &asked)
            .fails(403, "tenancy.permission_missing");
        owner
            .post(
                path,
                &json!({"entity": "tickets", "id": id, "trigger": {"schedule": "x"}}),
            )
            .fails(422, "request.unknown");
        owner
            .post(path, &json!({"entity": "ticket", "id": id, "trigger": {"time": "x"}}))
            .is(422);
        owner.post(path, &json!({"id": 3})).is(422);
    });
}
