//! Many records in one request: all of them, or none.

use crate::lives::{plan, subscriber};
use crate::support::{Server, Someone, text};
use serde_json::{Value, json};

const ABSENT: &str = "01890a5d-ac96-774b-bcce-b302099a8057";

fn total(someone: &Someone, list: &str) -> u64 {
    let page = someone.get(&format!("/v1/{list}?total=true")).well();
    page["total"].as_u64().expect("a number")
}

fn items(told: &Value) -> &Vec<Value> {
    told["items"].as_array().expect("items")
}

#[test]
fn many_are_made_changed_moved_on_and_deleted_each_as_it_is_alone() {
    for server in Server::both() {
        let ann = server.admin();
        let home = plan(&ann, "Home 50");
        let new: Vec<Value> = (0..20)
            .map(|number| {
                json!({"name": format!("N{number:02}"), "phone": "+49301234567", "address": "A", "service_plan_id": home["id"]})
            })
            .collect();
        let made = ann.post("/v1/subscribers/bulk", &json!({"action": "create", "items": new}));
        assert_eq!(made.status, 200, "{made:?}");
        let made = made.json();
        for (number, one) in items(&made).iter().enumerate() {
            // In the order in which they were sent, with numbers in that order, and as they are read alone.
            assert_eq!(one["name"], format!("N{number:02}"));
            assert_eq!(one["code"], format!("CUST{:06}", number + 1));
            assert_eq!(*one, ann.get(&format!("/v1/subscribers/{}", text(one, "id"))).well());
        }
        // Backwards, so that the order in which they are carried out is another one.
        let changes: Vec<Value> = items(&made)
            .iter()
            .rev()
            .enumerate()
            .map(|(day, one)| json!({"id": one["id"], "version": one["version"], "billing_day": day + 2}))
            .collect();
        let changed = ann
            .post("/v1/subscribers/bulk", &json!({"action": "change", "items": changes}))
            .well();
        for (day, one) in items(&changed).iter().enumerate() {
            assert_eq!(
                (&one["billing_day"], &one["version"]),
                (&json!(day + 2), &json!(2)),
                "{}",
                server.name
            );
        }
        let known: Vec<Value> = items(&made).iter().map(|one| json!({"id": one["id"]})).collect();
        let fired = ann
            .post(
                "/v1/subscribers/bulk",
                &json!({"action": "fire", "event": "activate", "items": known}),
            )
            .well();
        assert!(
            items(&fired)
                .iter()
                .all(|one| one["status"] == "active" && one["activated_at"].is_string())
        );
        let suspended = json!({"action": "fire", "event": "suspend", "items": [{"id": made["items"][0]["id"], "suspension_reason": "late"}]});
        let suspended = ann.post("/v1/subscribers/bulk", &suspended).well();
        assert_eq!(suspended["items"][0]["suspension_reason"], "late");
        let gone = ann
            .post("/v1/subscribers/bulk", &json!({"action": "delete", "items": known}))
            .well();
        assert_eq!(items(&gone), &known);
        assert_eq!(total(&ann, "subscribers"), 0);
        let back = ann
            .post(
                "/v1/subscribers/bulk",
                &json!({"action": "restore", "items": known[..3]}),
            )
            .well();
        assert_eq!((items(&back).len(), total(&ann, "subscribers")), (3, 3));
        let history = ann
            .get(&format!("/v1/subscribers/{}/history", text(&made["items"][0], "id")))
            .well();
        let actions: Vec<&str> = items(&history)
            .iter()
            .filter_map(|entry| entry["action"].as_str())
            .collect();
        assert_eq!(actions.first(), Some(&"subscriber:created"));
        assert!(actions.len() >= 6, "{actions:?}");
    }
}

#[test]
fn one_fault_keeps_all_from_happening_and_every_fault_has_its_place() {
    for server in Server::both() {
        let ann = server.admin();
        let home = plan(&ann, "Home 50");
        let good =
            |name: &str| json!({"name": name, "phone": "+49301234567", "address": "A", "service_plan_id": home["id"]});
        let mut wrong = good("C");
        wrong["phone"] = "12".into();
        let sent = json!({"action": "create", "items": [good("A"), {"name": "B"}, good("X"), wrong]});
        let told = ann.post("/v1/subscribers/bulk", &sent);
        let reasons = told.reasons();
        assert_eq!(told.status, 422);
        let at = |code: &str, path: &str| reasons.contains(&(code.to_owned(), path.to_owned()));
        assert!(
            at("request.missing", "/items/1/address") && at("request.missing", "/items/1/phone"),
            "{reasons:?}"
        );
        assert!(reasons.iter().any(|(_, path)| path == "/items/3/phone"), "{reasons:?}");
        assert!(
            reasons
                .iter()
                .all(|(_, path)| path.starts_with("/items/1/") || path.starts_with("/items/3/"))
        );
        assert_eq!(total(&ann, "subscribers"), 0, "{}", server.name);
        // What one of them has taken no other one of them takes, and nothing of it is kept.
        let twice = json!({"action": "create", "items": [{"name": "vip"}, {"name": "gold"}, {"name": "vip"}]});
        let told = ann.post("/v1/tags/bulk", &twice);
        let taken = ("records.taken".to_owned(), "/items/2/name".to_owned());
        assert_eq!((told.status, told.reasons()), (409, vec![taken]));
        assert_eq!(total(&ann, "tags"), 0, "{}", server.name);
        // No number was taken by what came to nothing.
        let first = ann
            .post(
                "/v1/subscribers/bulk",
                &json!({"action": "create", "items": [good("A")]}),
            )
            .well();
        assert_eq!(first["items"][0]["code"], "CUST000001");
        let id = text(&first["items"][0], "id");
        let stale =
            json!({"action": "change", "items": [{"id": id, "billing_day": 9}, {"id": ABSENT, "billing_day": 9}]});
        let told = ann.post("/v1/subscribers/bulk", &stale);
        let absent = ("records.not_found".to_owned(), "/items/1".to_owned());
        assert_eq!((told.status, told.reasons()), (404, vec![absent]));
        let stale = json!({"action": "change", "items": [{"id": id, "version": 7, "billing_day": 9}]});
        let told = ann.post("/v1/subscribers/bulk", &stale);
        assert_eq!((told.status, told.reasons()[0].1.as_str()), (412, "/items/0"));
        assert_eq!(ann.get(&format!("/v1/subscribers/{id}")).well()["billing_day"], 1);
    }
}

#[test]
fn what_cannot_be_read_as_many_is_told_by_its_place() {
    let server = Server::start("sqlite");
    let ann = server.admin();
    let many = vec![json!({"name": "t"}); 501];
    for (sent, faults) in [
        (
            json!({}),
            vec![("request.missing", "/action"), ("request.missing", "/items")],
        ),
        (
            json!({"action": "create", "items": []}),
            vec![("request.range", "/items")],
        ),
        (
            json!({"action": "create", "items": many}),
            vec![("request.range", "/items")],
        ),
        (
            json!({"action": "create", "items": {}}),
            vec![("request.type", "/items")],
        ),
        (
            json!({"action": "burn", "items": [{}], "more": 1}),
            vec![("request.unknown", "/action"), ("request.unknown", "/more")],
        ),
        (
            json!({"action": "restore", "items": [{}]}),
            vec![("request.unknown", "/action")],
        ),
        (
            json!({"action": "fire", "items": [{}]}),
            vec![("request.missing", "/event")],
        ),
        (
            json!({"action": "delete", "event": "x", "items": [{}]}),
            vec![("request.unknown", "/event")],
        ),
        (
            json!({"action": "create", "items": [1, {"id": 5, "name": "a"}]}),
            vec![("request.type", "/items/0"), ("request.type", "/items/1/id")],
        ),
        (
            json!({"action": "delete", "items": [{}, {"id": "x"}, {"id": ABSENT, "version": "1", "name": "a"}, {"id": ABSENT}]}),
            vec![
                ("request.missing", "/items/0/id"),
                ("records.not_found", "/items/1"),
                ("request.type", "/items/2/version"),
                ("request.unknown", "/items/2/name"),
                ("request.conflict", "/items/3/id"),
            ],
        ),
    ] {
        let told = ann.post("/v1/tags/bulk", &sent);
        let faults: Vec<(String, String)> = faults
            .into_iter()
            .map(|(code, path)| (code.to_owned(), path.to_owned()))
            .collect();
        assert_eq!(told.reasons(), faults, "{sent}");
    }
    assert_eq!(
        ann.post(
            "/v1/bookings/bulk",
            &json!({"action": "delete", "items": [{"id": ABSENT}]})
        )
        .status,
        422
    );
    assert_eq!(ann.post("/v1/nothing/bulk", &json!({})).status, 404);
    assert_eq!(ann.get("/v1/tags/bulk").status, 405);
}

#[test]
fn many_under_one_key_are_carried_out_once() {
    for server in Server::both() {
        let ann = server.admin();
        let sent = json!({"action": "create", "items": [{"name": "one"}, {"name": "two"}]});
        let key = [("idempotency-key", "many-1")];
        let first = ann.post_with("/v1/tags/bulk", &key, &sent);
        let again = ann.post_with("/v1/tags/bulk", &key, &sent);
        assert_eq!((first.status, &first.text), (200, &again.text));
        assert_eq!(total(&ann, "tags"), 2, "{}", server.name);
        let other = json!({"action": "create", "items": [{"name": "three"}]});
        assert_eq!(ann.post_with("/v1/tags/bulk", &key, &other).status, 422);
        // Samples have no ids, and come by the hundred.
        let home = plan(&ann, "Home 50");
        let ana = subscriber(&ann, &home, "Ana");
        let samples: Vec<Value> = (0..200)
            .map(|minute| {
                let at = format!("2026-05-04T{:02}:{:02}:00Z", minute / 60, minute % 60);
                json!({"subscriber_id": ana["id"], "at": at, "bytes_in": minute, "bytes_out": 0, "online": true})
            })
            .collect();
        ann.post("/v1/samples/bulk", &json!({"action": "create", "items": samples}))
            .well();
        assert_eq!(total(&ann, "samples"), 200, "{}", server.name);
    }
}

#[test]
fn nothing_of_others_is_reached_by_many() {
    for server in Server::both() {
        let (ann, eve) = (server.admin(), server.someone(2, "eve", "admin"));
        let home = plan(&ann, "Home 50");
        let ana = subscriber(&ann, &home, "Ana");
        let foreign = text(&ana, "id");
        for sent in [
            json!({"action": "change", "items": [{"id": "ID", "billing_day": 2}]}),
            json!({"action": "replace", "items": [{"id": "ID"}]}),
            json!({"action": "delete", "items": [{"id": "ID"}]}),
            json!({"action": "restore", "items": [{"id": "ID"}]}),
            json!({"action": "fire", "event": "activate", "items": [{"id": "ID"}]}),
        ] {
            let asked = |id: &str| {
                let sent: Value = serde_json::from_str(&sent.to_string().replace("ID", id)).expect("JSON");
                let told = eve.post("/v1/subscribers/bulk", &sent);
                (told.status, told.text.replace(id, "ID"))
            };
            assert_eq!(asked(&foreign), asked(ABSENT), "{}: {sent}", server.name);
            assert_eq!(asked(&foreign).0, 404);
        }
        assert_eq!(ann.get(&format!("/v1/subscribers/{foreign}")).well(), ana);
        // Who may write some of them does so to those alone.
        let tim = server.someone(1, "tim", "technician");
        let ticket = |assignee: &str| {
            let change = json!({"subscriber_id": ana["id"], "subject": "S", "description": "D", "assignee": assignee});
            text(&ann.post("/v1/tickets", &change).well(), "id")
        };
        let (own, other) = (ticket(&tim.id), ticket(&ann.id));
        let change = |ids: &[&String]| {
            let all: Vec<Value> = ids.iter().map(|id| json!({"id": id, "priority": "high"})).collect();
            tim.post("/v1/tickets/bulk", &json!({"action": "change", "items": all}))
        };
        let refused = change(&[&own, &other]);
        assert!(
            matches!(refused.status, 403 | 404) && refused.reasons()[0].1 == "/items/1",
            "{refused:?}"
        );
        assert_eq!(ann.get(&format!("/v1/tickets/{own}")).well()["priority"], "medium");
        assert_eq!(change(&[&own]).status, 200);
        let kim = server.someone(1, "kim", "keeper");
        let told = kim.post("/v1/tickets/bulk", &json!({}));
        assert_eq!(
            (told.status, told.reasons()[0].0.as_str()),
            (403, "tenancy.permission_missing")
        );
    }
}
