//! What is written down of every change: promises of the provider's back office that hold for every pack, each by its number.

use std::collections::BTreeMap;

use crate::lives::plan;
use crate::support::{Chance, Server, Someone, Told, text};
use ratebook_server::came::Proxies;
use ratebook_server_testing::Row;
use serde_json::{Map, Value, json};

/// The trace under which everybody asks here.
const TRACE: &str = "4bf92f3577b34da6a3ce929d0e0e4736";

/// What is written down of an entity, the oldest first.
fn entries(server: &Server, entity: &str) -> Vec<Row> {
    let mut rows = server.rows("audit");
    rows.retain(|row| row["entity"] == entity);
    rows.sort_by_key(|row| row["id"].to_string());
    rows
}

/// Does something to subscribers by chance, well or badly; which record was changed by it, and how, when one was.
fn does_something(ann: &Someone, chance: &mut Chance, known: &[String], plans: &[Value]) -> Option<(String, String)> {
    let pick = |chance: &mut Chance| format!("/v1/subscribers/{}", known[chance.below(known.len())]);
    let name = format!("Name {}", chance.below(1_000_000));
    let new = json!({"name": name, "phone": "+49301234567", "address": "Hill 3", "service_plan_id": plans[0]["id"]});
    let changed = |told: Told, how: &str| {
        let answer = told.well_or_none()?;
        Some((text(&answer, "id"), how.to_owned()))
    };
    match chance.below(if known.is_empty() { 3 } else { 11 }) {
        0 => changed(ann.post("/v1/subscribers", &new), "created"),
        1 => changed(ann.post("/v1/subscribers", &json!({"name": name})), "created"),
        // A link to nobody is found out late, inside the transaction.
        2 => {
            let mut wrong = new;
            wrong["service_plan_id"] = "01890000-0000-7000-8000-000000000000".into();
            changed(ann.post("/v1/subscribers", &wrong), "created")
        }
        3 | 4 => changed(
            ann.patch(
                &pick(chance),
                &json!({"name": name, "billing_day": 1 + chance.below(28)}),
            ),
            "updated",
        ),
        5 => changed(ann.patch(&pick(chance), &json!({"billing_day": 99})), "updated"),
        6 => {
            let stale = [("if-match", "\"0\"")];
            changed(ann.patch_with(&pick(chance), &stale, &json!({"name": name})), "updated")
        }
        7 => {
            let path = pick(chance);
            let id = path.rsplit('/').next().unwrap_or_default().to_owned();
            (ann.delete(&path).status == 204).then(|| (id, "deleted".to_owned()))
        }
        8 => changed(ann.post(&format!("{}/restore", pick(chance)), &json!({})), "restored"),
        9 => changed(ann.post(&format!("{}/activate", pick(chance)), &json!({})), "activate"),
        _ => changed(
            ann.post(&format!("{}/terminate", pick(chance)), &json!({})),
            "terminate",
        ),
    }
}

#[test]
fn p45_every_change_that_is_kept_has_one_entry_and_what_is_not_kept_has_none() {
    for server in Server::both() {
        let ann = server.admin();
        let mut chance = Chance::new(45);
        let plans = [plan(&ann, "Home 50")];
        let (mut known, mut kept, mut refused) = (Vec::new(), BTreeMap::new(), 0);
        for _ in 0..120 {
            let before = entries(&server, "subscriber").len();
            let done = does_something(&ann, &mut chance, &known, &plans);
            let after = entries(&server, "subscriber");
            let Some((id, how)) = done else {
                assert_eq!(after.len(), before, "{}", server.name);
                refused += 1;
                continue;
            };
            assert_eq!(after.len(), before + 1, "{}: {how}", server.name);
            let last = after.last().expect("an entry");
            let told = (&last["record_id"], &last["action"]);
            assert_eq!(told, (&id.replace('-', "").into(), &format!("subscriber:{how}").into()));
            *kept.entry(how).or_insert(0) += 1;
            if !known.contains(&id) {
                known.push(id);
            }
        }
        assert!(kept.len() >= 5 && refused > 10, "{kept:?}, {refused} refused");
        many_at_once(&server, &ann, &plans);
    }
}

/// All or none of a bulk, and a request that comes again under its key.
fn many_at_once(server: &Server, ann: &Someone, plans: &[Value]) {
    let new = |number: usize| {
        json!({"name": format!("Bulk {number}"), "phone": "+49301234567", "address": "Hill 3",
                                     "service_plan_id": plans[0]["id"]})
    };
    let before = entries(server, "subscriber").len();
    let mut items: Vec<Value> = (0..7).map(new).collect();
    items.push(json!({"name": "no phone"}));
    let sent = json!({"action": "create", "items": items});
    assert!(ann.post("/v1/subscribers/bulk", &sent).status >= 400);
    assert_eq!(entries(server, "subscriber").len(), before);
    let sent = json!({"action": "create", "items": items[..7]});
    ann.post("/v1/subscribers/bulk", &sent).well();
    assert_eq!(entries(server, "subscriber").len(), before + 7);
    for _ in 0..3 {
        let key = [("idempotency-key", "once")];
        ann.post_with("/v1/subscribers", &key, &new(8)).well();
    }
    assert_eq!(entries(server, "subscriber").len(), before + 8);
}

/// What the engine keeps for itself, no value of anybody's, and what nobody is shown.
const NOT_TOLD: [&str; 7] = [
    "id",
    "version",
    "created_at",
    "updated_at",
    "entered_at",
    "machine_version",
    "pppoe_password",
];

/// The record as it is, without what is gathered from others; nothing in it that is null or empty.
fn row(ann: &Someone, id: &str) -> Map<String, Value> {
    let read = ann.get(&format!("/v1/subscribers/{id}")).well();
    let mut row = read.as_object().expect("a record").clone();
    row.retain(|name, value| {
        !value.is_null() && *value != json!([]) && !NOT_TOLD.contains(&name.as_str()) && name != "technicians"
    });
    row
}

#[test]
fn p46_an_entry_tells_who_did_what_from_where_and_the_row_before_and_after() {
    for server in Server::both() {
        let ann = server.admin();
        let mut chance = Chance::new(46);
        let plans = [plan(&ann, "Home 50")];
        let new = json!({"name": "Ana", "phone": "+49301234567", "address": "Hill 3", "service_plan_id": plans[0]["id"],
                         "email": "ana@example.com", "pppoe_username": "ana", "pppoe_password": "quite-secret"});
        let id = text(&ann.post("/v1/subscribers", &new).well(), "id");
        let path = format!("/v1/subscribers/{id}");
        let mut rows = vec![Map::new(), row(&ann, &id)];
        for step in 0..12 {
            match chance.below(4) {
                0 => ann
                    .patch(&path, &json!({"billing_day": 2 + step, "email": null}))
                    .well(),
                1 => ann
                    .patch(
                        &path,
                        &json!({"name": format!("Ana {step}"), "email": format!("a{step}@example.com")}),
                    )
                    .well(),
                2 => ann
                    .patch(
                        &path,
                        &json!({"address": format!("Hill {step}"), "pppoe_password": format!("secret-{step}")}),
                    )
                    .well(),
                _ if step % 2 == 0 => ann
                    .post(&format!("{path}/activate"), &json!({}))
                    .well_or_none()
                    .unwrap_or_default(),
                _ => ann
                    .post(&format!("{path}/suspend"), &json!({"suspension_reason": "unpaid"}))
                    .well_or_none()
                    .unwrap_or_default(),
            };
            let now = row(&ann, &id);
            // What was refused, or changed a secret alone, left the row as it was.
            rows.push(now);
        }
        let told = entries(&server, "subscriber");
        rows.dedup();
        let mut at = 0;
        let mut state = Map::new();
        for entry in &told {
            assert_eq!(entry["actor"], ann.id.replace('-', "").as_str(), "{}", server.name);
            assert_eq!(
                (&entry["ip"], &entry["request_id"]),
                (&"127.0.0.1".into(), &TRACE.into())
            );
            assert!(entry["at"].as_i64().is_some_and(|at| at > 1_700_000_000_000_000));
            let text = entry["changes"].as_str().expect("a list");
            assert!(!text.contains("secret"), "{text}");
            let changes: Vec<Value> = serde_json::from_str(text).expect("changes");
            for change in &changes {
                let field = change["field"].as_str().expect("a field");
                if field == "pppoe_password" {
                    continue;
                }
                assert_eq!(
                    state.get(field).unwrap_or(&Value::Null),
                    &change["before"],
                    "{}: {field}",
                    server.name
                );
                match &change["after"] {
                    Value::Null => state.remove(field),
                    after => state.insert(field.to_owned(), after.clone()),
                };
            }
            state.retain(|name, _| !NOT_TOLD.contains(&name.as_str()));
            if rows.get(at + 1) == Some(&state) {
                at += 1;
            }
            assert_eq!(rows[at], state, "{}: {entry:?}", server.name);
        }
        assert_eq!(at + 1, rows.len(), "{}: every row that was is told", server.name);
    }
}

#[test]
fn an_address_is_taken_from_a_proxy_that_is_named_and_from_nobody_else() {
    for server in Server::both() {
        server.admin();
        let proxies = Proxies::read(["127.0.0.0/8", "10.0.0.0/8"].into_iter()).expect("ranges");
        let behind = server.beside_behind(proxies);
        for (server, name, expected) in [(&server, "direct", "127.0.0.1"), (&behind, "passed-on", "198.51.100.7")] {
            let ann = server.admin();
            let passed = [("x-forwarded-for", "203.0.113.9, 198.51.100.7, 10.0.0.4")];
            let made = ann.post_with("/v1/tags", &passed, &json!({"name": name})).well();
            let own = entries(server, "tag");
            let own = own
                .iter()
                .find(|entry| entry["record_id"] == text(&made, "id").replace('-', ""));
            assert_eq!(own.expect("an entry")["ip"], expected, "{}", server.name);
        }
        let of_sessions = entries(&server, "session");
        assert!(
            of_sessions.iter().all(|entry| entry["ip"] == "127.0.0.1"),
            "{of_sessions:?}"
        );
    }
}

/// What has been used against databases, browsers and shells.
const HOSTILE: [&str; 12] = [
    "'; DROP TABLE audit; --",
    "\" OR \"\"=\"",
    "1; DELETE FROM subscribers WHERE 1=1",
    "') UNION SELECT password FROM accounts --",
    "Robert'); DROP TABLE workbench__subscriber;--",
    "$1 $2 ${1} %s %n ?1 :name @name",
    "\\'; SELECT pg_sleep(9); --",
    "%27%20OR%201=1",
    "/* */ -- # `",
    "{\"$gt\": \"\"}",
    "<script>alert(1)</script>",
    "E'\\047' U&'\\0027' \u{2019} \u{ff07}",
];

#[test]
fn p52_no_text_changes_tables_or_foreign_rows_and_each_is_kept_as_it_is() {
    for server in Server::both() {
        let (ann, eve) = (server.admin(), server.someone(2, "eve", "admin"));
        let (own, theirs) = (plan(&ann, "Home 50"), plan(&eve, "Home 50"));
        let foreign =
            json!({"name": "Eve's", "phone": "+49301234567", "address": "Dale 1", "service_plan_id": theirs["id"]});
        eve.post("/v1/subscribers", &foreign).well();
        let before = others(&server, &eve);
        for (number, hostile) in HOSTILE.iter().enumerate() {
            let new =
                json!({"name": hostile, "phone": "+49301234567", "address": hostile, "service_plan_id": own["id"]});
            let made = ann.post("/v1/subscribers", &new).well();
            assert_eq!(
                (&made["name"], &made["address"]),
                (&(*hostile).into(), &(*hostile).into())
            );
            let path = format!("/v1/subscribers/{}", text(&made, "id"));
            assert_eq!(ann.get(&path).well()["name"], *hostile);
            let term = encoded(hostile);
            let found = ann.get(&format!("/v1/subscribers?q={term}&total=true")).well();
            assert_eq!(found["total"], 1, "{}: {hostile}", server.name);
            // In every place where a text is taken: whatever is answered, it is no fault of the server.
            let places = [
                ann.get(&format!("/v1/subscribers?name={term}")),
                ann.get(&format!("/v1/subscribers?{term}=1")),
                ann.get(&format!("/v1/subscribers?sort={term}")),
                ann.get(&format!("/v1/subscribers?fields={term}")),
                ann.get(&format!("/v1/subscribers?expand={term}&facets={term}&sums={term}")),
                ann.get(&format!("/v1/subscribers?cursor={term}")),
                ann.get(&format!("/v1/subscribers/{term}")),
                ann.get(&format!("/v1/{term}")),
                ann.post(&format!("{path}/{term}"), &json!({})),
                ann.patch(&path, &json!({(*hostile): 1})),
                ann.patch(
                    &path,
                    &json!({"email": hostile, "country": hostile, "service_plan_id": hostile}),
                ),
                ann.post("/v1/tags", &json!({"name": hostile, "colour": hostile})),
                ann.post_with(
                    "/v1/subscribers",
                    &[("idempotency-key", &format!("k{number}"))],
                    &json!({"name": hostile}),
                ),
            ];
            for told in places {
                assert!(told.status < 500, "{}: {hostile}: {told:?}", server.name);
            }
            let stranger = server.anybody();
            let sent = json!({"email": hostile, "password": hostile});
            assert!(stranger.post("/v1/auth/login", &sent).status < 500);
        }
        assert_eq!(others(&server, &eve), before, "{}", server.name);
    }
}

/// The names of all tables, and every row of somebody's tenant.
fn others(server: &Server, of: &Someone) -> BTreeMap<String, Vec<Row>> {
    let me = of.get("/v1/auth/me").well();
    let tenant = text(&me["memberships"][0]["tenant"], "id").replace('-', "");
    let mut tables = server.all_rows();
    for rows in tables.values_mut() {
        rows.retain(|row| row.get("tenant_id").is_some_and(|own| *own == tenant.as_str()));
        rows.sort_by_key(|row| json!(row).to_string());
    }
    tables
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}
