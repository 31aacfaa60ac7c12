//! A record from its first day to its last.

use std::sync::{Arc, Barrier};

use crate::support::{Server, Someone, text};
use serde_json::{Value, json};

/// As many take numbers of one tenant at once.
const WRITERS: usize = 64;

pub(crate) fn plan(someone: &Someone, name: &str) -> Value {
    let price = json!({"amount": "29.90", "currency": "EUR"});
    let change = json!({"name": name, "download_mbps": 50, "upload_mbps": 10, "price": price});
    someone.post("/v1/service-plans", &change).well()
}

pub(crate) fn subscriber(someone: &Someone, plan: &Value, name: &str) -> Value {
    let change =
        json!({"name": name, "phone": "+49301234567", "address": "Lindenstr. 5", "service_plan_id": plan["id"]});
    someone.post("/v1/subscribers", &change).well()
}

#[test]
fn a_record_is_made_read_changed_moved_deleted_and_restored() {
    for server in Server::both() {
        let ann = server.admin();
        let home = plan(&ann, "Home 50");
        assert_eq!(home["tax_percent"], "19", "{}: a default", server.name);
        let told = ann.post(
            "/v1/subscribers",
            &json!({"name": "Ana Weber", "email": "Ana@Example.com", "phone": "+49 30 1234567", "address": "Lindenstr. 5",
                    "service_plan_id": home["id"], "pppoe_username": "ana.weber", "pppoe_password": "hush"}),
        );
        assert_eq!(told.status, 201, "{told:?}");
        let ana = told.json();
        let path = format!("/v1/subscribers/{}", text(&ana, "id"));
        assert_eq!(told.headers["location"], path);
        let tag = told.headers["etag"].as_str();
        assert!(tag.starts_with("\"1-"), "{tag}");
        assert_eq!(
            (&ana["code"], &ana["status"]),
            (&json!("CUST000001"), &json!("pending"))
        );
        assert_eq!(ana["pppoe_password"], "********");
        assert_eq!(ana["email"], "Ana@Example.com");

        let read = ann.get(&path);
        assert_eq!((read.json(), read.headers["etag"].as_str()), (ana.clone(), tag));
        let same = ann.ask("GET", &path, &[("if-none-match", tag)], None);
        assert_eq!((same.status, same.text.as_str()), (304, ""));

        // What is absent stays, null clears.
        let changed = ann.patch(&path, &json!({"email": null, "billing_day": 15})).well();
        assert_eq!((&changed["email"], &changed["billing_day"]), (&Value::Null, &json!(15)));
        assert_eq!(
            (&changed["name"], &changed["version"]),
            (&json!("Ana Weber"), &json!(2))
        );
        assert_eq!(changed["pppoe_password"], "********", "a secret stays");
        let stale = ann.patch_with(&path, &[("if-match", "\"1\"")], &json!({"billing_day": 3}));
        assert_eq!((stale.status, stale.reasons()[0].0.as_str()), (412, "records.version"));
        assert_eq!(
            ann.patch_with(&path, &[("if-match", "\"2\"")], &json!({"billing_day": 3}))
                .status,
            200
        );

        let active = ann.post(&format!("{path}/activate"), &json!({})).well();
        assert_eq!(active["status"], "active");
        assert!(active["activated_at"].is_string());
        let refused = ann.post(&format!("{path}/suspend"), &json!({}));
        assert_eq!(refused.status, 409, "{refused:?}");
        assert_eq!(
            refused.reasons(),
            [("flow.field_missing".to_owned(), "/suspension_reason".to_owned())]
        );
        let suspended = ann
            .post(&format!("{path}/suspend"), &json!({"suspension_reason": "unpaid"}))
            .well();
        assert_eq!(suspended["suspension_reason"], "unpaid");

        let history = ann.get(&format!("{path}/history")).well();
        let actions: Vec<&str> = history["items"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|one| one["action"].as_str().expect("text"))
            .collect();
        assert_eq!(
            actions,
            [
                "subscriber:created",
                "subscriber:updated",
                "subscriber:updated",
                "subscriber:activate",
                "subscriber:suspend"
            ]
        );
        assert!(!history.to_string().contains("hush"), "a secret stands in no history");

        assert_eq!(ann.delete(&path).status, 204);
        assert_eq!(ann.get(&path).status, 404);
        assert_eq!(ann.patch(&path, &json!({"billing_day": 1})).status, 404);
        let listed = ann.get("/v1/subscribers?deleted=true").well();
        assert_eq!(listed["items"][0]["id"], ana["id"]);
        let back = ann.post(&format!("{path}/restore"), &json!({})).well();
        assert_eq!((&back["id"], &back["deleted_at"]), (&ana["id"], &Value::Null));
        assert_eq!(ann.get(&path).status, 200);
    }
}

#[test]
fn a_tag_is_of_what_is_shown() {
    for server in Server::both() {
        let ann = server.admin();
        let home = plan(&ann, "Home 50");
        let ana = subscriber(&ann, &home, "Ana");
        let path = format!("/v1/subscribers/{}", text(&ana, "id"));
        let (whole, name) = (ann.get(&path), ann.get(&format!("{path}?fields=name")));
        assert_ne!(whole.headers["etag"], name.headers["etag"]);
        // Who is assigned is gathered: the record stays as it is, and is shown otherwise.
        let ticket = json!({"subscriber_id": ana["id"], "subject": "S", "description": "D", "assignee": "tim"});
        ann.post("/v1/tickets", &ticket).well();
        let now = ann.ask("GET", &path, &[("if-none-match", &whole.headers["etag"])], None);
        assert_eq!(
            (now.status, &now.json()["technicians"]),
            (200, &json!(["tim"])),
            "{}",
            server.name
        );
        // And it is still the record that was seen.
        let tag = [("if-match", whole.headers["etag"].as_str())];
        assert_eq!(ann.patch_with(&path, &tag, &json!({"billing_day": 3})).status, 200);
        assert_eq!(ann.patch_with(&path, &tag, &json!({"billing_day": 4})).status, 412);
    }
}

#[test]
fn a_history_is_told_whole_page_by_page() {
    for server in Server::both() {
        let ann = server.admin();
        let tag = ann.post("/v1/tags", &json!({"name": "tag0"})).well();
        let path = format!("/v1/tags/{}", text(&tag, "id"));
        for number in 1..=120 {
            ann.patch(&path, &json!({"name": format!("tag{number}")})).well();
        }
        let first = ann.get(&format!("{path}/history")).well();
        let cursor = text(&first, "next_cursor");
        let rest = ann.get(&format!("{path}/history?cursor={cursor}")).well();
        let items = |page: &Value| page["items"].as_array().cloned().expect("a list");
        let all = [items(&first), items(&rest)].concat();
        let names: Vec<Value> = all
            .iter()
            .map(|one| {
                one["changes"]
                    .as_array()
                    .expect("changes")
                    .iter()
                    .find(|one| one["field"] == "name")
                    .expect("the name")["after"]
                    .clone()
            })
            .collect();
        let expected: Vec<Value> = (0..=120).map(|number| json!(format!("tag{number}"))).collect();
        assert_eq!(
            (names, &rest["next_cursor"]),
            (expected, &Value::Null),
            "{}",
            server.name
        );
        // A cursor of one history is none of another.
        let other = ann.post("/v1/tags", &json!({"name": "other"})).well();
        let told = ann.get(&format!("/v1/tags/{}/history?cursor={cursor}", text(&other, "id")));
        assert_eq!(told.status, 422);
    }
}

#[test]
fn a_whole_record_replaces_one() {
    for server in Server::both() {
        let ann = server.admin();
        let home = plan(&ann, "Home 50");
        let ana = subscriber(&ann, &home, "Ana");
        let path = format!("/v1/subscribers/{}", text(&ana, "id"));
        ann.patch(
            &path,
            &json!({"email": "ana@example.com", "country": "FR", "pppoe_password": "hush"}),
        )
        .well();
        let whole =
            json!({"name": "Anna", "phone": "+49301234567", "address": "Ringstr. 1", "service_plan_id": home["id"]});
        let replaced = ann.put(&path, &whole).well();
        assert_eq!(
            (&replaced["name"], &replaced["email"], &replaced["country"]),
            (&json!("Anna"), &Value::Null, &json!("DE"))
        );
        assert_eq!(
            (&replaced["code"], &replaced["pppoe_password"]),
            (&ana["code"], &json!("********"))
        );
        // Cleared by name, it is gone.
        assert_eq!(
            ann.patch(&path, &json!({"pppoe_password": null})).well()["pppoe_password"],
            Value::Null
        );
    }
}

#[test]
fn lists_and_texts_stand_beside_their_record() {
    for server in Server::both() {
        let ann = server.admin();
        let tag = |name: &str| ann.post("/v1/tags", &json!({"name": name})).well()["id"].clone();
        let (vip, late) = (tag("vip"), tag("late"));
        let price = json!({"amount": "1.00", "currency": "EUR"});
        let change = json!({"name": "Home", "download_mbps": 5, "upload_mbps": 1, "price": price,
                            "description": {"en": "For a household", "de": "Für einen Haushalt"}});
        let home = ann.post("/v1/service-plans", &change).well();
        assert_eq!(home["description"]["de"], "Für einen Haushalt");
        let path = format!("/v1/service-plans/{}", text(&home, "id"));
        let changed = ann.patch(&path, &json!({"description": {"en": "For all"}})).well();
        assert_eq!(changed["description"], json!({"en": "For all"}));
        let ana = subscriber(&ann, &home, "Ana");
        let path = format!("/v1/subscribers/{}", text(&ana, "id"));
        assert_eq!(ana["tags"], json!([]));
        for tags in [json!([late, vip]), json!([vip]), json!([])] {
            assert_eq!(
                ann.patch(&path, &json!({"tags": tags})).well()["tags"],
                tags,
                "{}",
                server.name
            );
        }
        let gone = ann.patch(&path, &json!({"tags": ["01890a5d-ac96-774b-bcce-b302099a8057"]}));
        assert_eq!(gone.reasons(), [("records.link".to_owned(), "/tags/0".to_owned())]);
    }
}

#[test]
fn numbers_are_without_gaps_whatever_fails() {
    for server in Server::both() {
        let ann = server.admin();
        let home = plan(&ann, "Home 50");
        // All begin at once. Of every four one takes an e-mail that another has, and fails before its number is taken; one is made with
        // others of which the last fails, so that numbers that were taken are given back with everything else.
        let begun = Arc::new(Barrier::new(WRITERS));
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let (ann, home, begun) = (ann.clone(), home.clone(), Arc::clone(&begun));
                std::thread::spawn(move || -> usize {
                    begun.wait();
                    let change = |email: String| json!({"name": "N", "phone": "+49301234567", "address": "A", "service_plan_id": home["id"], "email": email});
                    let mut made = 0;
                    for number in 0..4 {
                        let own = format!("{writer}-{number}@example.com");
                        let told = match number {
                            0 => ann.post("/v1/subscribers", &change("same@example.com".to_owned())),
                            2 => {
                                let last = change("same@example.com".to_owned());
                                let all = [change(own.clone()), change(format!("b{own}")), last];
                                ann.post("/v1/subscribers/bulk", &json!({"action": "create", "items": all}))
                            }
                            _ => ann.post("/v1/subscribers", &change(own)),
                        };
                        let expected: &[u16] = match number {
                            0 => &[201, 409],
                            2 => &[409],
                            _ => &[201],
                        };
                        assert!(expected.contains(&told.status), "{told:?}");
                        made += usize::from(told.status == 201);
                    }
                    made
                })
            })
            .collect();
        let made: usize = writers.into_iter().map(|writer| writer.join().expect("a writer")).sum();
        let mut codes = Vec::new();
        let mut path = "/v1/subscribers?sort=code&limit=100&fields=code&total=true".to_owned();
        loop {
            let page = ann.get(&path).well();
            codes.extend(
                page["items"]
                    .as_array()
                    .expect("a list")
                    .iter()
                    .map(|one| text(one, "code")),
            );
            let Some(cursor) = page["next_cursor"].as_str() else {
                break;
            };
            path = format!("/v1/subscribers?sort=code&limit=100&fields=code&total=true&cursor={cursor}");
        }
        assert_eq!(made, WRITERS * 2 + 1, "{}", server.name);
        let expected: Vec<String> = (1..=made).map(|number| format!("CUST{number:06}")).collect();
        assert_eq!(codes, expected, "{}", server.name);
        // And whoever comes next takes the next one: nothing was counted for what was given back.
        let next = subscriber(&ann, &home, "Next");
        assert_eq!(next["code"], format!("CUST{:06}", made + 1), "{}", server.name);
    }
}
