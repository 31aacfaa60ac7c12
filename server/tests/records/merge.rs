//! Two records become one: all that leads to the other one leads to the one that stays, whoever asks for the other one is told, and what
//! stands against it is told before anything is changed.

use std::collections::{BTreeMap, BTreeSet};

use crate::commerce::world::{book, room, span, take};
use crate::lives::plan;
use crate::support::{Chance, Server, Someone, Told, text};
use ratebook_server::platform::jobs;
use ratebook_server_testing::Row;
use serde_json::{Value, json};

const ABSENT: &str = "01890a5d-ac96-774b-bcce-b302099a8057";
/// What a look must leave as it was.
const KEPT: [&str; 7] = [
    "workbench__",
    "audit",
    "outbox",
    "merges",
    "notifications",
    "consents",
    "timers",
];

fn made(someone: &Someone, plural: &str, body: &Value) -> String {
    text(&someone.post(&format!("/v1/{plural}"), body).well(), "id")
}

fn person(someone: &Someone, home: &Value, more: &Value) -> String {
    let mut new =
        json!({"name": "Ana", "phone": "+49301234567", "address": "Lindenstr. 5", "service_plan_id": home["id"]});
    for (name, value) in more.as_object().expect("fields") {
        new[name] = value.clone();
    }
    made(someone, "subscribers", &new)
}

fn ticket(someone: &Someone, of: &str) -> String {
    let new = json!({"subscriber_id": of, "subject": "Line", "description": "Down since noon"});
    made(someone, "tickets", &new)
}

fn path(id: &str) -> String {
    format!("/v1/subscribers/{id}")
}

fn merge(someone: &Someone, kept: &str, other: &str) -> Told {
    someone.post(&format!("{}/merge", path(kept)), &json!({"other": other}))
}

fn look(someone: &Someone, kept: &str, mut body: Value) -> Value {
    body["dry_run"] = true.into();
    let told = someone.post(&format!("{}/merge", path(kept)), &body);
    assert_eq!(told.status, 200, "{told:?}");
    told.json()
}

/// The code and the place of each reason of a look.
fn refused(look: &Value) -> Vec<(&str, &str)> {
    let reasons = look["refused"].as_array().expect("reasons").iter();
    reasons
        .map(|one| {
            (
                one["code"].as_str().expect("a code"),
                one["path"].as_str().expect("a path"),
            )
        })
        .collect()
}

fn hex(id: &str) -> String {
    id.replace('-', "")
}

/// What lies in the tables that are looked at.
fn rows(server: &Server) -> BTreeMap<String, Vec<Row>> {
    let mut all = server.all_rows();
    all.retain(|table, _| KEPT.iter().any(|kept| table.starts_with(kept)));
    all
}

/// Where anything points at one of these records: every column of every table with records but the one with the own id, and what stands
/// beside them.
fn pointing(server: &Server, ids: &[&str]) -> Vec<String> {
    let ids: Vec<String> = ids.iter().map(|id| hex(id)).collect();
    let mut found = Vec::new();
    for (table, rows) in server.all_rows() {
        let of_records = ["workbench__", "native__", "notifications", "timers"];
        if !of_records.iter().any(|own| table.starts_with(own)) {
            continue;
        }
        for row in rows {
            let columns = row.iter().filter(|(name, _)| *name != "id");
            let points =
                columns.filter(|(_, value)| value.as_str().is_some_and(|text| ids.iter().any(|id| id == text)));
            found.extend(points.map(|(name, _)| format!("{table}.{name}")));
        }
    }
    found
}

/// An id as the database takes it.
fn written(server: &Server, id: &str) -> String {
    match server.name {
        "sqlite" => format!("x'{}'", hex(id)),
        _ => format!("'{}'", hex(id)),
    }
}

/// Has a member have been told something of a record, as a letter of the pack would.
fn tell_of(server: &Server, entity: &str, record: &str) {
    let members = server.rows("memberships");
    let tenant = members.first().expect("a member")["tenant_id"].as_str().expect("an id");
    let text = format!(
        "INSERT INTO notifications (tenant_id, member, id, key, letter, entity, record_id, state, created_at) VALUES ({}, 'somebody', {}, 'k', \
         'ticket_late', '{entity}', {}, 'unread', 1)",
        written(server, tenant),
        written(server, ABSENT),
        written(server, record),
    );
    assert_eq!(server.carry_out(&text), Ok(1));
}

fn actions(someone: &Someone, path: &str) -> Vec<(String, Value)> {
    let history = someone.get(&format!("{path}/history")).well();
    let items = history["items"].as_array().expect("entries").iter();
    items.map(|one| (text(one, "action"), one["changes"].clone())).collect()
}

/// Ana twice: once as she is known by now, and once as she was written down again, with all that was written down of that.
struct Twice {
    ana: String,
    again: String,
    ticket: String,
    deleted: String,
}

impl Twice {
    fn of(server: &Server, ann: &Someone) -> Twice {
        let home = plan(ann, "Home 50");
        let [gold, late] = ["gold", "late"].map(|name| made(ann, "tags", &json!({"name": name})));
        let ana = person(ann, &home, &json!({"tags": [gold], "pppoe_username": "ana.one"}));
        let again = json!({"name": "Ana Weber", "email": "Ana@Example.com", "tags": [gold, late], "born_on": "1990-02-03",
            "pppoe_username": "ana.two", "pppoe_password": "hush", "billing_day": 15});
        let again = person(ann, &home, &again);
        made(ann, "contacts", &json!({"subscriber_id": again, "label": "home"}));
        let operation = json!({"router": "10.0.0.1", "kind": "create", "subscriber_id": again, "key": "k1"});
        made(ann, "router-operations", &operation);
        for (who, minute, bytes) in [(&ana, 0, 7), (&again, 0, 8), (&again, 5, 5), (&again, 10, 10)] {
            let at = format!("2026-11-01T10:{minute:02}:00Z");
            let sample = json!({"subscriber_id": who, "at": at, "bytes_in": bytes, "bytes_out": 1, "online": true});
            assert_eq!(ann.post("/v1/samples", &sample).status, 201);
        }
        let (ticket, deleted) = (ticket(ann, &again), ticket(ann, &again));
        assert_eq!(ann.delete(&format!("/v1/tickets/{deleted}")).status, 204);
        tell_of(server, "subscriber", &again);
        let consent =
            json!({"person": again, "purpose": "newsletter", "given": true, "language": "en", "source": "form"});
        ann.post("/v1/privacy/consents", &consent).well();
        Twice {
            ana,
            again,
            ticket,
            deleted,
        }
    }
}

#[test]
fn a_look_tells_what_would_come_of_it_and_changes_nothing() {
    for server in Server::both() {
        let ann = server.admin();
        let Twice { ana, again, .. } = Twice::of(&server, &ann);
        let before = rows(&server);
        let fields = json!({"tags": "both", "billing_day": "other"});
        let told = look(&ann, &ana, json!({"other": again, "fields": fields}));
        assert_eq!(rows(&server), before, "{}", server.name);
        assert!(refused(&told).is_empty(), "{told}");
        assert_eq!((&told["kept"], &told["other"]), (&json!(ana), &json!(again)));
        let record = &told["record"];
        assert_eq!(
            (
                &record["name"],
                &record["email"],
                &record["billing_day"],
                &record["version"]
            ),
            (&json!("Ana"), &json!("Ana@Example.com"), &json!(15), &json!(2))
        );
        assert_eq!(record["tags"].as_array().map(Vec::len), Some(2));
        assert_eq!(told["taken"], json!(["billing_day", "born_on", "email", "tags"]));
        assert_eq!(
            told["left"],
            json!(["code", "name", "pppoe_password", "pppoe_username"])
        );
        let links: BTreeMap<String, u64> = told["links"]
            .as_array()
            .expect("links")
            .iter()
            .map(|own| (text(own, "entity"), own["count"].as_u64().expect("a number")))
            .collect();
        let counts = [("contact", 1), ("router_operation", 1), ("sample", 3), ("ticket", 2)];
        let counts = counts.map(|(name, count)| (name.to_owned(), count));
        assert_eq!(links, BTreeMap::from(counts));
        assert_eq!(
            (&told["notifications"], &told["consents"], &told["samples_dropped"]),
            (&json!(1), &json!(1), &json!(1))
        );
        // Carried out it comes to the same.
        let body = json!({"other": again, "fields": fields, "other_version": 1});
        let done = ann.post_with(&format!("{}/merge", path(&ana)), &[("if-match", "\"1\"")], &body);
        let mut done = done.well();
        let mut shown = record.clone();
        for record in [&mut done, &mut shown] {
            record["updated_at"] = Value::Null;
        }
        assert_eq!(done, shown, "{}", server.name);
    }
}

#[test]
fn all_that_leads_to_the_other_one_leads_to_the_one_that_stays() {
    for server in Server::both() {
        let ann = server.admin();
        let twice = Twice::of(&server, &ann);
        let Twice { ana, again, .. } = &twice;
        assert_eq!(merge(&ann, ana, again).well()["email"], "Ana@Example.com");
        assert_eq!(pointing(&server, &[again]), Vec::<String>::new(), "{}", server.name);
        for (list, count) in [
            ("contacts", 1),
            ("router-operations", 1),
            ("tickets", 1),
            ("samples", 3),
        ] {
            let found = ann.get(&format!("/v1/{list}?subscriber_id={ana}&total=true")).well();
            assert_eq!(found["total"], count, "{}: {list}", server.name);
        }
        // Of a moment of which there was a sample already, that one stays.
        let samples = ann.get(&format!("/v1/samples?subscriber_id={ana}&sort=at")).well();
        let bytes: Vec<&Value> = samples["items"]
            .as_array()
            .expect("samples")
            .iter()
            .map(|own| &own["bytes_in"])
            .collect();
        assert_eq!(bytes, [&json!(7), &json!(5), &json!(10)]);
        // What was deleted comes back with the one that stays.
        ann.post(&format!("/v1/tickets/{}/restore", twice.deleted), &json!({}))
            .well();
        for id in [&twice.ticket, &twice.deleted] {
            let own = format!("/v1/tickets/{id}");
            assert_eq!(ann.get(&own).well()["subscriber_id"], json!(ana));
            let told = actions(&ann, &own);
            let changed = told
                .iter()
                .find(|(action, _)| action == "ticket:updated")
                .expect("a change");
            assert_eq!(
                changed.1,
                json!([{"field": "subscriber_id", "before": again, "after": ana}]),
                "{}",
                server.name
            );
        }
        let notices = server.rows("notifications");
        assert_eq!(notices[0]["record_id"], json!(hex(ana)));
        // Nobody's word is changed: what was agreed to is told with whoever they are by now.
        let consents = ann.get(&format!("/v1/privacy/consents?person={ana}")).well();
        assert_eq!(consents["standing"][0]["given"], true);
        assert_eq!(server.rows("consents")[0]["person"], json!(hex(again)));
        // What is found by a text is the one that is there.
        let found = ann.get("/v1/subscribers?q=ana%40example.com&total=true").well();
        assert_eq!((&found["total"], &found["items"][0]["id"]), (&json!(1), &json!(ana)));
    }
}

#[test]
fn whoever_asks_for_the_other_one_is_told_where_it_went() {
    for server in Server::both() {
        let ann = server.admin();
        let Twice { ana, again, .. } = Twice::of(&server, &ann);
        merge(&ann, &ana, &again).well();
        let own = path(&again);
        let asked = [
            ann.get(&own),
            ann.get(&format!("{own}/history")),
            ann.get(&format!("{own}/documents/invoice")),
            ann.patch(&own, &json!({"billing_day": 3})),
            ann.post(&format!("{own}/activate"), &json!({})),
            ann.delete(&own),
            merge(&ann, &again, &ana),
        ];
        for told in asked {
            assert_eq!(
                (told.status, told.json()["code"].clone()),
                (404, json!("records.not_found")),
                "{told:?}"
            );
            assert_eq!(told.json()["details"]["merged_into"], json!(ana), "{}", server.name);
        }
        let told = merge(&ann, &ana, &again);
        assert_eq!(told.reasons(), [("records.link".to_owned(), "/other".to_owned())]);
        assert!(told.text.contains(&ana), "{told:?}");
        // Whoever reads others and not the one that stays is told what they are told of nothing; and so is another tenant.
        let home = json!({"id": ann.get(&path(&ana)).well()["service_plan_id"]});
        let bob = person(&ann, &home, &json!({"name": "Bob"}));
        let (tim, eve) = (
            server.someone(1, "tim", "technician"),
            server.someone(2, "eve", "admin"),
        );
        let visit = |of: &str| {
            let new = json!({"subscriber_id": of, "subject": "Line", "description": "Down", "assignee": tim.id});
            made(&ann, "tickets", &new)
        };
        visit(&bob);
        assert_eq!(tim.get(&path(&bob)).status, 200, "{}", server.name);
        for someone in [&tim, &eve] {
            for behind in ["", "/history", "/documents/invoice"] {
                let told = [&own, &path(ABSENT)].map(|path| someone.get(&format!("{path}{behind}")));
                let told = told.map(|told| (told.status, told.text.replace(&again, ABSENT)));
                assert_eq!((&told[0], told[0].0), (&told[1], 404), "{}", server.name);
            }
        }
        visit(&ana);
        assert_eq!(tim.get(&own).json()["details"]["merged_into"], json!(ana));
        // Both histories tell it.
        let told = actions(&ann, &path(&ana));
        let names: Vec<&str> = told.iter().map(|(action, _)| action.as_str()).collect();
        assert_eq!(names, ["subscriber:created", "subscriber:merged", "subscriber:updated"]);
        assert_eq!(
            told[1].1,
            json!([{"field": "merged_from", "before": null, "after": again}])
        );
        let audit = ann
            .get(&format!("/v1/audit?entity=subscriber&record_id={again}"))
            .well();
        let last = &audit["items"][0];
        assert_eq!(last["action"], "subscriber:deleted");
        let into = json!({"field": "merged_into", "before": null, "after": ana});
        assert!(last["changes"].as_array().expect("changes").contains(&into), "{last}");
        let told: BTreeSet<String> = server
            .rows("outbox")
            .iter()
            .map(|row| text(&json!(row), "name"))
            .collect();
        for name in [
            "subscriber:merged",
            "subscriber:updated",
            "subscriber:deleted",
            "ticket:updated",
        ] {
            assert!(told.contains(name), "{}: {name}", server.name);
        }
        // One that goes on takes along what had gone into it.
        let third = person(
            &ann,
            &home,
            &json!({"name": "Ana the third", "pppoe_username": "ana.third"}),
        );
        assert_eq!(
            look(&ann, &third, json!({"other": ana}))["consents"],
            1,
            "{}",
            server.name
        );
        merge(&ann, &third, &ana).well();
        for id in [&again, &ana] {
            assert_eq!(ann.get(&path(id)).json()["details"]["merged_into"], json!(third));
        }
        // One that comes back is there, without what led to it.
        ann.post(&format!("{}/restore", path(&ana)), &json!({})).well();
        assert_eq!(ann.delete(&path(&ana)).status, 204);
        assert_eq!(ann.get(&path(&ana)).json()["details"].get("merged_into"), None);
    }
}

#[test]
fn what_only_one_may_have_goes_with_it_and_stays_with_nobody_else() {
    for server in Server::both() {
        let ann = server.admin();
        let Twice { ana, again, .. } = Twice::of(&server, &ann);
        let body = json!({"other": again, "fields": {"pppoe_username": "other"}});
        let done = ann.post(&format!("{}/merge", path(&ana)), &body).well();
        assert_eq!(
            (&done["email"], &done["pppoe_username"]),
            (&json!("Ana@Example.com"), &json!("ana.two"))
        );
        // What is freed is found to be taken when the other one comes back; what is not it has no more.
        let told = ann.post(&format!("{}/restore", path(&again)), &json!({}));
        assert_eq!(
            (told.status, told.json()["code"].clone()),
            (409, json!("records.taken"))
        );
        ann.patch(&path(&ana), &json!({"pppoe_username": "ana.three"})).well();
        let back = ann.post(&format!("{}/restore", path(&again)), &json!({})).well();
        assert_eq!(
            (&back["email"], &back["pppoe_username"]),
            (&Value::Null, &json!("ana.two")),
            "{}",
            server.name
        );
    }
}

#[test]
fn what_stands_against_it_is_told_and_nothing_is_changed() {
    for server in Server::both() {
        let ann = server.admin();
        let Twice { ana, again, .. } = Twice::of(&server, &ann);
        let own = format!("{}/merge", path(&ana));
        ann.post(&format!("{}/activate", path(&again)), &json!({})).well();
        let hold = json!({"entity": "subscriber", "record": again, "why": "court case 12/26"});
        let hold = ann.post("/v1/privacy/holds", &hold).well();
        let before = rows(&server);
        let body = json!({"other": again, "fields": {"nmae": "other", "pppoe_password": "other", "name": "both"}, "other_version": 7});
        let expected = [
            ("records.version", "/other_version"),
            ("records.check", "/other"),
            ("request.unknown", "/fields/nmae"),
            ("request.range", "/fields/name"),
            ("records.not_writable", "/fields/pppoe_password"),
            ("records.in_use", "/other"),
        ];
        let told = look(&ann, &ana, body.clone());
        assert_eq!(refused(&told), expected, "{}", server.name);
        assert_eq!(
            (&told["record"], &told["links"][0]["entity"]),
            (&Value::Null, &json!("contact"))
        );
        assert_eq!(
            (&told["notifications"], &told["consents"], &told["samples_dropped"]),
            (&json!(1), &json!(1), &Value::Null)
        );
        let told = ann.post(&own, &body);
        let expected = expected.map(|(code, path)| (code.to_owned(), path.to_owned()));
        assert_eq!(told.reasons(), expected, "{}", server.name);
        for (body, code, path) in [
            (json!({"other": ana}), "request.conflict", "/other"),
            (json!({"other": ABSENT}), "records.link", "/other"),
            (json!({"other": "nobody"}), "records.link", "/other"),
            (json!({}), "request.missing", "/other"),
            (json!({"other": 7}), "request.type", "/other"),
            (json!({"other": again, "keep": "all"}), "request.unknown", "/keep"),
            (json!({"other": again, "fields": ["name"]}), "request.type", "/fields"),
            (
                json!({"other": again, "fields": {"name": "mine"}}),
                "request.range",
                "/fields/name",
            ),
            (json!({"other": again, "dry_run": "yes"}), "request.type", "/dry_run"),
        ] {
            let told = ann.post(&own, &body);
            let reason = (code.to_owned(), path.to_owned());
            assert!(told.reasons().contains(&reason), "{}: {body}: {told:?}", server.name);
        }
        let stale = ann.post_with(&own, &[("if-match", "\"9\"")], &json!({"other": again}));
        assert_eq!((stale.status, stale.reasons()[0].0.as_str()), (412, "records.version"));
        assert_eq!(rows(&server), before, "{}", server.name);
        // Where the pack says nothing of it, it is an event that there is not.
        let tag = made(&ann, "tags", &json!({"name": "alone"}));
        let told = ann.post(&format!("/v1/tags/{tag}/merge"), &json!({"other": ABSENT}));
        assert_eq!(told.reasons()[0].0, "flow.event_unknown");
        ann.delete(&format!("/v1/privacy/holds/{}", text(&hold, "id"))).well();
        ann.post(&format!("{}/terminate", path(&again)), &json!({})).well();
        assert_eq!(merge(&ann, &ana, &again).status, 200, "{}", server.name);
    }
}

#[test]
fn what_a_change_of_what_leads_to_it_is_refused_for_is_told_with_that() {
    for server in Server::both_by(|pack| {
        let entities = pack["entities"].as_array_mut().expect("entities").iter_mut();
        for entity in entities {
            match entity["name"].as_str() {
                // One to one, and written by the engine.
                Some("contact") => entity["fields"]["subscriber_id"]["unique"] = true.into(),
                Some("router_operation") => entity["fields"]["subscriber_id"]["written_by"] = "engine".into(),
                _ => {}
            }
        }
    }) {
        let ann = server.admin();
        let home = plan(&ann, "Home 50");
        let [ana, again] = ["Ana", "Ana Weber"].map(|name| person(&ann, &home, &json!({"name": name})));
        let [_, theirs] =
            [&ana, &again].map(|who| made(&ann, "contacts", &json!({"subscriber_id": who, "label": "home"})));
        let told = look(&ann, &ana, json!({"other": again}));
        assert_eq!(refused(&told), [("records.taken", "/other")], "{}", server.name);
        let message = text(&told["refused"][0], "message");
        assert!(message.contains(&theirs) && message.contains("contact"), "{message}");
        let told = merge(&ann, &ana, &again);
        assert_eq!(
            (told.status, told.json()["code"].clone()),
            (409, json!("records.taken"))
        );
        assert_eq!(ann.delete(&format!("/v1/contacts/{theirs}")).status, 204);
        // What the engine alone writes leads elsewhere all the same.
        let operation = made(
            &ann,
            "router-operations",
            &json!({"router": "10.0.0.1", "kind": "create", "key": "k1"}),
        );
        let text = format!(
            "UPDATE workbench__router_operation SET subscriber_id = {} WHERE key = 'k1'",
            written(&server, &again)
        );
        assert_eq!(server.carry_out(&text), Ok(1));
        assert_eq!(merge(&ann, &ana, &again).status, 200, "{}", server.name);
        let operation = ann.get(&format!("/v1/router-operations/{operation}")).well();
        assert_eq!(operation["subscriber_id"], json!(ana), "{}", server.name);
    }
}

/// Contacts that know subscribers who pay early in the month.
fn known_early(pack: &mut Value) {
    let entities = pack["entities"].as_array_mut().expect("entities").iter_mut();
    for entity in entities.filter(|entity| entity["name"] == "contact") {
        entity["fields"]["knows"] = json!({"kind": "links", "entity": "subscriber", "only": "billing_day <= 14"});
    }
}

fn samples_of_the_early(pack: &mut Value) {
    let entities = pack["entities"].as_array_mut().expect("entities").iter_mut();
    for entity in entities.filter(|entity| entity["name"] == "sample") {
        entity["fields"]["subscriber_id"]["only"] = "billing_day <= 14".into();
    }
}

#[test]
fn what_may_not_be_linked_to_is_looked_up_though_the_first_led_to_both() {
    for server in Server::both_by(known_early) {
        let ann = server.admin();
        let home = plan(&ann, "Home 50");
        let [ana, again, ben] = ["Ana", "Ana Weber", "Ben"].map(|name| person(&ann, &home, &json!({"name": name})));
        let contact = |knows: Value| {
            let new = json!({"subscriber_id": ben, "label": "home", "knows": knows});
            made(&ann, "contacts", &new)
        };
        // The first one leads to both already, so that nothing new comes of it, and the next one to the one that goes alone.
        let [both, theirs] = [contact(json!([again, ana])), contact(json!([again]))];
        ann.patch(&path(&ana), &json!({"billing_day": 20})).well();
        let before = rows(&server);
        let told = look(&ann, &ana, json!({"other": again}));
        assert_eq!(refused(&told), [("records.link", "/other")], "{}", server.name);
        let message = text(&told["refused"][0], "message");
        assert!(message.contains(&theirs) && !message.contains(&both), "{message}");
        let told = merge(&ann, &ana, &again);
        assert_eq!(told.reasons()[0].0, "records.link", "{}: {told:?}", server.name);
        assert_eq!(rows(&server), before, "{}", server.name);
        ann.patch(&path(&ana), &json!({"billing_day": 2})).well();
        merge(&ann, &ana, &again).well();
        for id in [both, theirs] {
            let contact = ann.get(&format!("/v1/contacts/{id}")).well();
            assert_eq!(contact["knows"], json!([ana]), "{}", server.name);
        }
    }
}

#[test]
fn samples_lead_to_nobody_of_whom_there_may_be_none() {
    for server in Server::both_by(samples_of_the_early) {
        let ann = server.admin();
        let home = plan(&ann, "Home 50");
        let [ana, again] = ["Ana", "Ana Weber"].map(|name| person(&ann, &home, &json!({"name": name})));
        let sample = json!({"subscriber_id": again, "at": "2026-11-01T10:00:00Z", "bytes_in": 1, "bytes_out": 1, "online": true});
        assert_eq!(ann.post("/v1/samples", &sample).status, 201);
        ann.patch(&path(&ana), &json!({"billing_day": 20})).well();
        let before = rows(&server);
        let told = look(&ann, &ana, json!({"other": again}));
        assert_eq!(refused(&told), [("records.link", "/other")], "{}", server.name);
        assert!(text(&told["refused"][0], "message").starts_with("`sample`: "), "{told}");
        assert_eq!(
            merge(&ann, &ana, &again).reasons()[0].0,
            "records.link",
            "{}",
            server.name
        );
        assert_eq!(rows(&server), before, "{}", server.name);
        ann.patch(&path(&ana), &json!({"billing_day": 2})).well();
        merge(&ann, &ana, &again).well();
        assert_eq!(pointing(&server, &[&again]), Vec::<String>::new(), "{}", server.name);
    }
}

/// One contact of each subscriber, and contacts that are kept once they are deleted.
fn one_contact(pack: &mut Value) {
    let entities = pack["entities"].as_array_mut().expect("entities").iter_mut();
    for entity in entities.filter(|entity| entity["name"] == "contact") {
        entity["soft_delete"] = json!({});
        entity["fields"]["subscriber_id"]["unique"] = true.into();
    }
}

fn one_contact_that_is_there(pack: &mut Value) {
    one_contact(pack);
    let entities = pack["entities"].as_array_mut().expect("entities").iter_mut();
    for entity in entities.filter(|entity| entity["name"] == "contact") {
        entity["soft_delete"] = json!({"frees": ["subscriber_id"]});
    }
}

/// Two subscribers with a contact each, of which that of the second was deleted.
fn with_contacts(ann: &Someone) -> [String; 3] {
    let home = plan(ann, "Home 50");
    let [ana, again] = ["Ana", "Ana Weber"].map(|name| person(ann, &home, &json!({"name": name})));
    let [_, theirs] = [&ana, &again].map(|who| made(ann, "contacts", &json!({"subscriber_id": who, "label": "home"})));
    assert_eq!(ann.delete(&format!("/v1/contacts/{theirs}")).status, 204);
    [ana, again, theirs]
}

#[test]
fn what_only_one_has_is_told_of_records_that_were_deleted_and_beside_what_else_stands_against_it() {
    for server in Server::both_by(one_contact) {
        let ann = server.admin();
        let [ana, again, theirs] = with_contacts(&ann);
        let hold = json!({"entity": "subscriber", "record": again, "why": "court case 12/26"});
        let hold = ann.post("/v1/privacy/holds", &hold).well();
        let before = rows(&server);
        let told = look(&ann, &ana, json!({"other": again}));
        let expected = [("records.in_use", "/other"), ("records.taken", "/other")];
        assert_eq!(refused(&told), expected, "{}", server.name);
        assert_eq!((&told["record"], &told["samples_dropped"]), (&Value::Null, &json!(0)));
        let message = text(&told["refused"][1], "message");
        assert!(message.contains(&theirs) && message.contains("contact"), "{message}");
        ann.delete(&format!("/v1/privacy/holds/{}", text(&hold, "id"))).well();
        let told = merge(&ann, &ana, &again);
        assert_eq!(
            (told.status, told.reasons()),
            (409, vec![("records.taken".to_owned(), "/other".to_owned())]),
            "{}",
            server.name
        );
        let after = rows(&server);
        for table in ["workbench__subscriber", "workbench__contact", "merges"] {
            assert_eq!(after[table], before[table], "{}: {table}", server.name);
        }
    }
    // What is freed is looked for when the record comes back.
    for server in Server::both_by(one_contact_that_is_there) {
        let ann = server.admin();
        let [ana, again, theirs] = with_contacts(&ann);
        merge(&ann, &ana, &again).well();
        assert_eq!(pointing(&server, &[&again]), Vec::<String>::new(), "{}", server.name);
        let told = ann.post(&format!("/v1/contacts/{theirs}/restore"), &json!({}));
        assert_eq!(
            (told.status, told.json()["code"].clone()),
            (409, json!("records.taken"))
        );
    }
}

#[test]
fn what_was_ever_booked_blocked_or_shared_goes_nowhere_and_takes_others_in() {
    for server in Server::both_by(|pack| {
        let entities = pack["entities"].as_array_mut().expect("entities").iter_mut();
        for entity in entities.filter(|entity| entity["name"] == "room") {
            entity["soft_delete"] = json!({"frees": ["name"]});
            entity["merge"] = json!({});
        }
    }) {
        let ann = server.admin();
        let new = |name: &str| room(&ann, name, &json!({"zone": "UTC"}));
        let merge = |kept: &str, body: &Value| ann.post(&format!("/v1/rooms/{kept}/merge"), body);
        let hall = new("Hall");
        for how in ["booked", "blocked", "shared"] {
            let own = new(how);
            match how {
                "booked" => book(&ann, &[take(&own, &span(10, 11))]).well(),
                "blocked" => {
                    let block = json!({"resource": own, "when": span(2, 3), "reason": "paint"});
                    ann.post("/v1/acts/block", &block).well()
                }
                _ => {
                    let share = json!({"resource": own, "name": "busy", "content": "free_busy"});
                    ann.post("/v1/acts/export_feed", &share).well()
                }
            };
            let told = merge(&hall, &json!({"other": own, "dry_run": true})).well();
            assert_eq!(refused(&told), [("records.in_use", "/other")], "{}: {how}", server.name);
            assert_eq!(told["refused"][0]["details"]["count"], 1, "{told}");
            assert_eq!(merge(&hall, &json!({"other": own})).status, 409);
            let fresh = new(&format!("{how} again"));
            merge(&own, &json!({"other": fresh})).well();
        }
    }
}

#[test]
fn samples_that_come_meanwhile_stand_in_nobodys_way() {
    for server in Server::both() {
        let ann = server.admin();
        let home = plan(&ann, "Home 50");
        for round in 0..4 {
            let [ana, again] =
                ["ana", "again"].map(|name| person(&ann, &home, &json!({"name": format!("{name} {round}")})));
            let samples = |who: &str| -> Vec<Value> {
                let sample = |minute: usize| {
                    let at = format!("2026-11-01T10:{minute:02}:00Z");
                    json!({"subscriber_id": who, "at": at, "bytes_in": minute, "bytes_out": 1, "online": true})
                };
                (0..60).map(sample).collect()
            };
            ann.post("/v1/samples", &json!({"items": samples(&again)})).well();
            let (adder, own) = (ann.clone(), samples(&ana));
            let adding = std::thread::spawn(move || -> Vec<u16> {
                own.iter()
                    .map(|sample| adder.post("/v1/samples", sample).status)
                    .collect()
            });
            let merged = merge(&ann, &ana, &again);
            let added = adding.join().expect("a thread");
            assert_eq!(merged.status, 200, "{}: {merged:?}", server.name);
            assert!(added.iter().all(|status| [200, 201].contains(status)), "{added:?}");
            let found = ann.get(&format!("/v1/samples?subscriber_id={ana}&total=true")).well();
            assert_eq!(found["total"], 60, "{}", server.name);
        }
    }
}

#[test]
fn whoever_may_not_change_all_of_it_is_told_what_they_lack_and_nothing_of_records() {
    for server in Server::both() {
        let ann = server.admin();
        let Twice { ana, again, .. } = Twice::of(&server, &ann);
        let support = server.someone(1, "sue", "support");
        let before = rows(&server);
        let told = [(&ana, &again), (&ana, &ana)].map(|(kept, other)| merge(&support, kept, other));
        let absent = merge(&support, ABSENT, ABSENT);
        for told in &told {
            assert_eq!((told.status, &told.text), (403, &absent.text), "{}", server.name);
        }
        let lacking: BTreeSet<String> = absent.json()["errors"]
            .as_array()
            .expect("reasons")
            .iter()
            .filter_map(|one| one["details"]["permission"].as_str().map(str::to_owned))
            .collect();
        for name in [
            "subscribers:delete",
            "contacts:write",
            "router_operations:read",
            "samples:write",
        ] {
            assert!(lacking.contains(name), "{lacking:?}");
        }
        assert!(!lacking.contains("tickets:write"), "{lacking:?}");
        let looked = json!({"other": again, "dry_run": true});
        assert_eq!(support.post(&format!("{}/merge", path(&ana)), &looked).status, 403);
        assert_eq!(rows(&server), before, "{}", server.name);
        // What is another tenant's is not there.
        let eve = server.someone(2, "eve", "admin");
        assert_eq!(merge(&eve, &ana, &again).status, 404);
        let theirs = person(&eve, &plan(&eve, "Home 50"), &json!({}));
        for other in [&again, ABSENT] {
            let told = merge(&eve, &theirs, other);
            assert_eq!((told.status, told.reasons()[0].0.as_str()), (422, "records.link"));
        }
        assert_eq!(merge(&ann, &ana, &theirs).status, 422, "{}", server.name);
    }
}

#[test]
fn a_key_has_two_records_become_one_once() {
    for server in Server::both() {
        let ann = server.admin();
        let Twice { ana, again, .. } = Twice::of(&server, &ann);
        let asked = |body: &Value| {
            let key = [("idempotency-key", "m1")];
            ann.post_with(&format!("{}/merge", path(&ana)), &key, body)
        };
        let looked = json!({"other": again, "dry_run": true});
        assert_eq!(asked(&looked).status, 200, "a look takes no key");
        let first = asked(&json!({"other": again}));
        let second = asked(&json!({"other": again}));
        assert_eq!(first.status, 200, "{first:?}");
        assert_eq!(
            (second.status, &second.text, &second.headers["etag"]),
            (200, &first.text, &first.headers["etag"])
        );
        assert_eq!(ann.get(&path(&ana)).well()["version"], 2, "{}", server.name);
        let other = asked(&json!({"other": ABSENT}));
        assert_eq!((other.status, other.reasons()[0].0.as_str()), (422, "request.conflict"));
    }
}

#[test]
fn two_that_go_into_each_other_become_one_whoever_comes_first() {
    for server in Server::both() {
        let ann = server.admin();
        let home = plan(&ann, "Home 50");
        for round in 0..8 {
            let [one, other] =
                ["one", "other"].map(|name| person(&ann, &home, &json!({"name": format!("{name} {round}")})));
            let own = ticket(&ann, &other);
            let ways = [(one.clone(), other.clone()), (other.clone(), one.clone())].map(|(kept, gone)| {
                let ann = ann.clone();
                std::thread::spawn(move || merge(&ann, &kept, &gone).status)
            });
            let (linker, to) = (ann.clone(), other.clone());
            let linking = std::thread::spawn(move || {
                let new = json!({"subscriber_id": to, "subject": "Line", "description": "Down"});
                linker.post("/v1/tickets", &new).status
            });
            let told: BTreeSet<u16> = ways.map(|way| way.join().expect("a thread")).into();
            assert_eq!(told, BTreeSet::from([200, 404]), "{}", server.name);
            assert!(matches!(linking.join().expect("a thread"), 201 | 422));
            let gone = if ann.get(&path(&one)).status == 404 {
                &one
            } else {
                &other
            };
            assert_eq!(pointing(&server, &[gone]), Vec::<String>::new(), "{}", server.name);
            let whose = ann.get(&format!("/v1/tickets/{own}")).well()["subscriber_id"].clone();
            assert_ne!(whose, json!(gone));
        }
    }
}

#[test]
fn after_any_number_of_them_nothing_points_at_one_that_went() {
    for server in Server::both() {
        let (ann, mut chance) = (server.admin(), Chance::new(78));
        let home = plan(&ann, "Home 50");
        let tags = ["gold", "late"].map(|name| made(&ann, "tags", &json!({"name": name})));
        let mut there: Vec<String> = (0..10)
            .map(|number| {
                let email = format!("p{number}@example.com");
                let mut own = json!({"name": format!("P{number}"), "tags": [tags[chance.below(2)]]});
                if chance.yes() {
                    own["email"] = email.into();
                }
                person(&ann, &home, &own)
            })
            .collect();
        let (mut gone, mut open) = (Vec::<String>::new(), BTreeMap::<String, String>::new());
        while there.len() > 1 {
            for _ in 0..3 {
                let who = there[chance.below(there.len())].clone();
                let own = ticket(&ann, &who);
                if chance.yes() {
                    ann.delete(&format!("/v1/tickets/{own}"));
                }
                open.insert(own, who);
            }
            let other = there.remove(chance.below(there.len()));
            let kept = there[chance.below(there.len())].clone();
            let fields = json!({"email": chance.of(&["kept", "other"]), "tags": chance.of(&["kept", "other", "both"])});
            let body = json!({"other": other, "fields": fields});
            ann.post(&format!("{}/merge", path(&kept)), &body).well();
            for who in open.values_mut().filter(|who| **who == other) {
                who.clone_from(&kept);
            }
            gone.push(other);
            let went: Vec<&str> = gone.iter().map(String::as_str).collect();
            assert_eq!(pointing(&server, &went), Vec::<String>::new(), "{}", server.name);
        }
        for id in &gone {
            assert_eq!(ann.get(&path(id)).json()["details"]["merged_into"], json!(there[0]));
        }
        let rows = server.rows("workbench__ticket");
        assert_eq!(rows.len(), open.len());
        for row in rows {
            assert_eq!(row["subscriber_id"], json!(hex(&there[0])), "{}", server.name);
        }
    }
}

#[test]
fn a_ticket_takes_over_the_file_of_another_and_its_time_is_over() {
    for server in Server::both() {
        let ann = server.admin();
        let home = plan(&ann, "Home 50");
        let ana = person(&ann, &home, &json!({}));
        let [kept, other] = [ticket(&ann, &ana), ticket(&ann, &ana)];
        let pdf: &[u8] = b"%PDF-1.7\nwhat was measured\n%%EOF\n";
        let sent = ann.ask(
            "POST",
            "/v1/files?name=report.pdf",
            &[("content-type", "application/pdf")],
            Some(pdf),
        );
        let own = format!("/v1/tickets/{other}");
        ann.patch(&own, &json!({"attachment": text(&sent.well(), "id")})).well();
        ann.post(&format!("{own}/resolve"), &json!({"resolution": "done"}))
            .well();
        let timers = |id: &str| {
            let own = hex(id);
            let rows = server.rows("timers");
            rows.iter().filter(|row| row["record_id"] == json!(own)).count()
        };
        assert_eq!((timers(&kept), timers(&other)), (0, 1));
        // Whoever works on tickets may: nothing leads to them.
        let sue = server.someone(1, "sue", "support");
        let done = sue
            .post(&format!("/v1/tickets/{kept}/merge"), &json!({"other": other}))
            .well();
        assert_eq!((&done["status"], &done["resolution"]), (&json!("open"), &Value::Null));
        let file = sue.get(&format!("/v1/tickets/{kept}/files/attachment"));
        assert_eq!((file.status, file.text.as_bytes()), (200, pdf), "{}", server.name);
        assert_eq!((timers(&kept), timers(&other)), (0, 0));
        // Whoever asks for a file of the one that went is told where that is.
        for told in [
            sue.get(&format!("{own}/files/attachment")),
            sue.post(&format!("{own}/files/attachment/link"), &json!({})),
        ] {
            assert_eq!(told.status, 404, "{told:?}");
            assert_eq!(told.json()["details"]["merged_into"], json!(kept), "{}", server.name);
        }
    }
}

#[test]
fn fields_of_a_tenant_go_with_it_and_whoever_was_made_nameless_goes_nowhere() {
    for server in Server::both() {
        let ann = server.admin();
        let field = json!({"entity": "vehicle", "name": "custom_doors", "field": {"kind": "integer", "filter": true}});
        ann.post("/v1/custom-fields", &field).well();
        let van = |plate: &str, more: Value| {
            let mut new = json!({"plate": plate, "model": "Van", "seats": 3});
            new.as_object_mut()
                .expect("fields")
                .extend(more.as_object().expect("fields").clone());
            made(&ann, "vehicles", &new)
        };
        let (kept, other) = (
            van("B-RB 1", json!({})),
            van("B-RB 2", json!({"custom_doors": 4, "mileage": 9})),
        );
        let price = json!({"amount": "10.00", "currency": "EUR"});
        let trip = json!({"name": "Alps", "first_day": "2027-06-05", "last_day": "2027-06-12", "price": price, "vehicle_id": other});
        let trip = made(&ann, "trips", &trip);
        let body = json!({"other": other, "fields": {"plate": "other"}});
        let done = ann.post(&format!("/v1/vehicles/{kept}/merge"), &body).well();
        assert_eq!(
            (&done["plate"], &done["custom_doors"], &done["mileage"]),
            (&json!("B-RB 2"), &json!(4), &json!(9)),
            "{}",
            server.name
        );
        assert_eq!(ann.get(&format!("/v1/trips/{trip}")).well()["vehicle_id"], json!(kept));
        let found = ann.get("/v1/vehicles?custom_doors_first=4&total=true").well();
        assert_eq!(found["total"], 1, "{}", server.name);

        let home = plan(&ann, "Home 50");
        let [one, nameless] = ["Ana", "Eva"].map(|name| person(&ann, &home, &json!({"name": name})));
        ann.post("/v1/privacy/anonymise", &json!({"person": nameless})).well();
        let told = look(&ann, &one, json!({"other": nameless}));
        assert_eq!(refused(&told), [("request.conflict", "/other")], "while it goes on");
        server.wait_for(jobs::work(server.app())).expect("work");
        for (kept, other) in [(&one, &nameless), (&nameless, &one)] {
            let told = look(&ann, kept, json!({"other": other}));
            assert_eq!(refused(&told), [("request.conflict", "/other")], "{}", server.name);
            let message = text(&told["refused"][0], "message");
            assert!(message.contains("was made nameless"), "{message}");
        }
    }
}

#[test]
fn more_than_can_be_changed_at_once_is_refused_with_its_number() {
    let server = Server::start("sqlite");
    let ann = server.admin();
    let home = plan(&ann, "Home 50");
    let [ana, again] = ["Ana", "Ana Weber"].map(|name| person(&ann, &home, &json!({"name": name})));
    let contact = json!({"subscriber_id": again, "label": "c"});
    for _ in 0..4 {
        let items = vec![contact.clone(); 500];
        ann.post("/v1/contacts/bulk", &json!({"action": "create", "items": items}))
            .well();
    }
    made(&ann, "contacts", &contact);
    let told = look(&ann, &ana, json!({"other": again}));
    assert_eq!(refused(&told), [("request.range", "/other")]);
    assert_eq!(
        told["links"],
        json!([{"entity": "contact", "field": "subscriber_id", "count": 2_001}])
    );
    assert!(text(&told["refused"][0], "message").contains("2001 records"), "{told}");
    let own = ann.get("/v1/contacts?limit=1").well()["items"][0]["id"].clone();
    assert_eq!(
        ann.delete(&format!("/v1/contacts/{}", own.as_str().expect("an id")))
            .status,
        204
    );
    assert_eq!(merge(&ann, &ana, &again).status, 200);
    assert_eq!(pointing(&server, &[&again]), Vec::<String>::new());
}
