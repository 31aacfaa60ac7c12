//! What is written down of every change: promises of the provider's back office that hold for every pack, each by its number.

use std::collections::BTreeMap;

use crate::lives::plan;
use crate::support::{Chance, Server, Someone, Told, text};
use ratebook::tenancy::{AuditRecord, AuditReport, AuditReveal, AuditVerifyRequest, audit_verify};
use ratebook_server::came::{Proxies, Ranges};
use ratebook_server::platform::audit::sealer;
use ratebook_server::platform::jobs;
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

/// The changes of an entry, with what stands beside it of people.
fn changes(server: &Server, entry: &Row) -> Vec<Value> {
    let list =
        |row: &Row| -> Vec<Value> { serde_json::from_str(row["changes"].as_str().expect("a list")).expect("changes") };
    let mut beside = server.rows("audit_personal");
    beside.retain(|row| row["entry"] == entry["id"]);
    let beside: Vec<Value> = beside.iter().flat_map(list).collect();
    let mut changes = list(entry);
    for change in &mut changes {
        if let Some(own) = beside.iter().find(|own| own["field"] == change["field"]) {
            for side in ["before", "after"] {
                let is_committed = change[format!("{side}_commitment")].is_string();
                assert_eq!(is_committed, !own[side].is_null(), "{change}");
            }
            *change = own.clone();
        }
    }
    changes
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
            let changes = changes(&server, entry);
            assert!(!json!(changes).to_string().contains("secret"), "{changes:?}");
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
        let proxies = Proxies(Ranges::read(["127.0.0.0/8", "10.0.0.0/8"].into_iter()).expect("ranges"));
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

/// What is exported, and whether it is a chain, with what is revealed of it.
fn exported(server: &Server, revealed: Vec<AuditReveal>) -> (String, AuditReport) {
    server.wait_for(sealer::everything(server.app())).expect("seals");
    let ann = server.signed_in("ann.admin@tenant1.example.com");
    let text = ann.get("/v1/audit/export").is(200).text();
    let records: Vec<AuditRecord> = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("a record"))
        .collect();
    let mut request = AuditVerifyRequest::new(records[0].tenant.clone(), records);
    request.revealed = revealed;
    (text, audit_verify(request).expect("a report"))
}

#[test]
fn what_is_said_of_people_can_be_erased_and_no_seal_breaks() {
    for server in Server::both() {
        let ann = server.admin();
        let plan = plan(&ann, "Home 50");
        let new = |name: &str| json!({"name": name, "phone": "+49301234567", "address": "Hill 3", "service_plan_id": plan["id"]});
        let [ana, eve] = ["Ana", "Eve"].map(|name| text(&ann.post("/v1/subscribers", &new(name)).well(), "id"));
        for (id, name) in [(&ana, "Ana Maria"), (&eve, "Eve Maria")] {
            ann.patch(
                &format!("/v1/subscribers/{id}"),
                &json!({"name": name, "billing_day": 9}),
            )
            .well();
        }
        let kept = json!(server.rows("audit")).to_string();
        assert!(!["Ana", "Eve", "+49", "Hill"].iter().any(|word| kept.contains(word)) && kept.contains("billing_day"));
        let history = |id: &str| ann.get(&format!("/v1/subscribers/{id}/history")).well()["items"].clone();
        let told = |id: &str, field: &str| {
            let last = history(id)[1]["changes"].as_array().expect("changes").clone();
            let own = last
                .into_iter()
                .find(|change| change["field"] == field)
                .expect("the field");
            (own["before"].clone(), own["after"].clone())
        };
        assert_eq!(told(&ana, "name"), ("Ana".into(), "Ana Maria".into()));
        // Who has the salt proves what was said.
        let (text, report) = exported(&server, Vec::new());
        assert!(report.intact && text.contains("Ana Maria"), "{report:?}");
        let entry = server
            .rows("audit_personal")
            .into_iter()
            .find(|row| row["changes"].to_string().contains("Ana Maria"));
        let entry = entry.expect("an entry");
        let seals = server.rows("audit_seals");
        let seal = seals.iter().find(|row| row["entry"] == entry["entry"]).expect("a seal");
        let reveal = |name: &str| {
            let sequence = seal["sequence"].as_u64().expect("a number");
            let mut reveal = AuditReveal::new(sequence, "/name", entry["salt"].as_str().expect("a salt"));
            reveal.after = Some(name.into());
            vec![reveal]
        };
        assert!(exported(&server, reveal("Ana Maria")).1.intact);
        assert!(!exported(&server, reveal("Ana Marta")).1.intact);
        // What stands beside an entry is held against it.
        if server.name == "sqlite" {
            server
                .carry_out("DROP TRIGGER audit_personal_no_update")
                .expect("no trigger");
        }
        let set =
            |from: &str, to: &str| format!("UPDATE audit_personal SET changes = replace(changes, '{from}', '{to}')");
        assert!(server.carry_out(&set("Ana Maria", "Ana Marta")).is_ok());
        let broken = ann.get("/v1/audit/verify").well()["broken"].clone();
        assert_eq!(
            (&broken["kind"], &broken["sequence"]),
            (&"unproven".into(), &seal["sequence"]),
            "{broken}"
        );
        assert!(server.carry_out(&set("Ana Marta", "Ana Maria")).is_ok());
        erased(&server, &ann, [&ana, &eve], &told);
    }
}

fn erased(server: &Server, ann: &Someone, [ana, eve]: [&str; 2], told: &dyn Fn(&str, &str) -> (Value, Value)) {
    ann.post("/v1/privacy/anonymise", &json!({"person": ana})).well();
    server.wait_for(jobs::work(server.app())).expect("work");
    let left = json!(server.rows("audit_personal")).to_string();
    assert!(!left.contains("Ana") && left.contains("Eve Maria"), "{left}");
    assert_eq!(told(ana, "name"), ("***".into(), "***".into()));
    assert_eq!(told(ana, "billing_day"), (1.into(), 9.into()));
    assert_eq!(told(eve, "name"), ("Eve".into(), "Eve Maria".into()));
    let listed = ann.get(&format!("/v1/audit?entity=subscriber&record_id={ana}")).well();
    assert!(
        listed.to_string().contains("***") && !listed.to_string().contains("Ana"),
        "{listed}"
    );
    let (text, report) = exported(server, Vec::new());
    assert!(report.intact && !text.contains("Ana"), "{report:?}");
    assert_eq!(ann.get("/v1/audit/verify").well()["intact"], true);
    // It is written down again once it is said again, and what was written before there were commitments is told as it was.
    ann.patch(&format!("/v1/subscribers/{ana}"), &json!({"name": "Ana Lucia"}))
        .well();
    let plain = r#"[{"field":"name","before":"Ana Lucia","after":"Ana Sofia"}]"#;
    server.copy_entry("subscriber", &ana.replace('-', ""), plain);
    let history = ann.get(&format!("/v1/subscribers/{ana}/history")).well().to_string();
    assert!(
        history.contains("Ana Lucia") && history.contains("Ana Sofia"),
        "{history}"
    );
    assert!(exported(server, Vec::new()).1.intact);
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
