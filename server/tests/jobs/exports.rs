//! Lists and reports that become files by a job: once or by the clock, in the rights of whoever asks, for those who read all of it.

use std::sync::{Arc, Mutex};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ratebook::flow::RetryPolicy;
use ratebook_server::platform::jobs::{self, Carried, Carrying, Connector, Connectors, Job};
use ratebook_server::platform::letters::{self, LETTER};
use ratebook_server::records::sweep;
use ratebook_server::state::App;
use ratebook_server_testing::{Base, Client, Served};
use serde_json::{Value, json};

use crate::imports::{plan, total};
use crate::support::id_of;

const DAY: i64 = 86_400;

/// Whoever takes letters along: to whom, which, and what it says.
#[derive(Clone, Debug, Default)]
struct Post(Arc<Mutex<Vec<(String, String, Value)>>>);

impl Connector for Post {
    fn names(&self) -> &[&'static str] {
        &[LETTER]
    }

    fn is_own(&self) -> bool {
        true
    }

    fn retries(&self) -> RetryPolicy {
        RetryPolicy::new(vec![10])
    }

    fn carry<'a>(&'a self, app: &'a App, job: &'a Job) -> Carrying<'a> {
        Box::pin(async move {
            let text = |name: &str| job.body[name].as_str().expect("a text").to_owned();
            let values = letters::values(app, job).expect("what a letter says");
            let mut sent = self.0.lock().expect("nobody failed");
            sent.push((text("to"), text("template"), values));
            Ok(Carried::Done(String::new()))
        })
    }
}

fn exported(served: &Served, client: &Client, body: &Value) -> Value {
    let id = id_of(&client.post("/v1/exports", body).is(202).json());
    served.work();
    client.get(&format!("/v1/exports/{id}")).is(200).json()
}

fn file_of(export: &Value) -> String {
    export["file"].as_str().expect("a file").to_owned()
}

fn notices(client: &Client) -> Vec<Value> {
    let told = client.get("/v1/notifications").is(200).json();
    told["items"].as_array().expect("items").clone()
}

fn people(owner: &Client, plan: &str) {
    for (name, phone) in [
        ("Ana", "+34600000001"),
        ("Ben", "+34600000002"),
        ("Cem", "+34600000003"),
    ] {
        let person = json!({"name": name, "phone": phone, "address": "=A1", "service_plan_id": plan});
        owner.post("/v1/subscribers", &person).is(201);
    }
}

#[test]
fn a_list_becomes_a_file_that_is_told_of_and_gone_after_a_week() {
    for base in [Base::Sqlite, Base::Postgres] {
        let post = Post::default();
        let served = Served::carried_out_by(base, |_| {}, Connectors::of_engine().and(post.clone()));
        let operator = served.operator();
        let (owner, other) = (served.tenant(&operator, "acme"), served.tenant(&operator, "globex"));
        people(&owner, &plan(&owner));
        let asked = json!({"list": "subscribers", "query": "sort=-name", "format": "csv", "mail": true});
        let once = [("idempotency-key", "once")];
        let first = owner.ask("POST", "/v1/exports", Some(&asked), &once).is(202);
        assert_eq!(
            owner.ask("POST", "/v1/exports", Some(&asked), &once).is(202).text(),
            first.text()
        );
        served.work();
        let export = owner
            .get(&format!("/v1/exports/{}", id_of(&first.json())))
            .is(200)
            .json();
        assert_eq!(
            (&export["state"], &export["rows"]),
            (&json!("done"), &json!(3)),
            "{export}"
        );
        let file = owner.get(&file_of(&export)).is(200);
        assert!(
            file.header("content-type")
                .is_some_and(|kind| kind.starts_with("text/csv"))
        );
        let straight = owner.get("/v1/subscribers/export.csv?sort=-name").is(200).text();
        assert_eq!(
            file.text(),
            straight,
            "the same list as the one that is exported at once"
        );

        let told = notices(&owner);
        assert_eq!(told.len(), 1, "{told:?}");
        assert_eq!(told[0]["subject"], "subscribers is ready");
        assert_eq!(told[0]["address"], format!("/v1/exports/{}", id_of(&export)));
        served.work();
        let sent = post.0.lock().expect("nobody failed").clone();
        let letters: Vec<_> = sent
            .iter()
            .map(|(to, template, values)| (to.as_str(), template.as_str(), &values["told"]))
            .collect();
        assert_eq!(
            letters,
            [("owner@acme.example.com", "export_ready", &json!("subscribers"))]
        );

        for path in [file_of(&export), format!("/v1/exports/{}", id_of(&export))] {
            other.get(&path).fails(404, "records.not_found");
        }
        served.pass(8 * DAY);
        let owner = served.signed_in("owner@acme.example.com").at("acme");
        owner.get(&file_of(&export)).fails(404, "records.not_found");
        served.wait_for(sweep::finished(served.app())).expect("a sweep");
        assert_eq!(owner.get("/v1/exports").is(200).json()["items"], json!([]));
        served.pass(DAY);
        for _ in 0..2 {
            served.wait_for(sweep::unnamed_files(served.app())).expect("a sweep");
            served.pass(2 * DAY);
        }
        assert_eq!(served.rows("files").len(), 0);
    }
}

#[test]
fn whoever_is_told_reads_all_of_it_by_themselves() {
    Served::on_both(|served| {
        let owner = served.tenant(&served.operator(), "acme");
        people(&owner, &plan(&owner));
        let who = |client: &Client| id_of(&client.get("/v1/auth/me").is(200).json()["account"]);
        let support = served.member(&owner, "support@example.com", &["support"]);
        let admin = served.member(&owner, "admin@example.com", &["admin"]);
        let third = served.member(&owner, "third@example.com", &["admin"]);
        let readers = json!([who(&support), who(&admin)]);
        let asked = json!({"list": "subscribers", "format": "csv", "readers": readers});
        let export = exported(served, &owner, &asked);
        assert_eq!(notices(&admin).len(), 1);
        assert!(
            notices(&support).is_empty(),
            "a phone is hidden from them, and such lists are not theirs to export"
        );
        let file = file_of(&export);
        assert!(admin.get(&file).is(200).text().contains("+34600000001"));
        support.get(&file).fails(404, "records.not_found");
        assert_eq!(support.get("/v1/exports").is(200).json()["items"], json!([]));
        third.get(&file).fails(404, "records.not_found");
        // Who may no more fetches it no more, though they were told of it.
        owner
            .patch(&format!("/v1/members/{}", who(&admin)), &json!({"roles": ["support"]}))
            .is(200);
        admin.get(&file).fails(403, "tenancy.permission_missing");
        // And what nobody may ask for is not begun.
        support
            .post("/v1/exports", &json!({"list": "subscribers", "format": "csv"}))
            .fails(403, "tenancy.permission_missing");
        let nobody =
            json!({"list": "subscribers", "format": "csv", "readers": ["01890a5d-ac96-774b-bcce-b302099a8057"]});
        let refused = owner
            .post("/v1/exports", &nobody)
            .fails(404, "records.not_found")
            .json();
        assert_eq!(refused["path"], "/readers/0");
    });
}

#[test]
fn what_somebody_may_not_ask_for_is_in_no_file_that_they_are_told_of() {
    Served::on_both(|served| {
        let owner = served.tenant(&served.operator(), "acme");
        let role = json!({"name": "custom_yard", "label": "Yard", "allow": ["vehicles:read", "vehicles:export"]});
        owner.post("/v1/roles", &role).is(201);
        let yard = served.member(&owner, "yard@example.com", &["custom_yard"]);
        let who = id_of(&yard.get("/v1/auth/me").is(200).json()["account"]);
        let vehicle = |plate: &str| {
            let own = json!({"plate": plate, "model": "Ox", "seats": 4});
            owner.post("/v1/vehicles", &own).is(201).json()
        };
        let gone = vehicle("GONE 1");
        owner.delete(&format!("/v1/vehicles/{}", id_of(&gone))).is(204);
        vehicle("HERE 1");
        let of = |query: &str| {
            let asked = json!({"list": "vehicles", "query": query, "format": "csv", "readers": [who]});
            file_of(&exported(served, &owner, &asked))
        };
        // They bring nothing back, so that what was deleted is not there for them.
        let deleted = of("deleted=true");
        assert!(owner.get(&deleted).is(200).text().contains("GONE 1"));
        yard.get(&deleted).fails(404, "records.not_found");
        assert!(notices(&yard).is_empty());
        let all = of("sort=plate");
        assert!(yard.get(&all).is(200).text().contains("HERE 1"));
        assert_eq!(notices(&yard).len(), 1);
    });
}

#[test]
fn workbooks_views_and_figures_are_exported_as_well() {
    Served::on_both(|served| {
        let owner = served.tenant(&served.operator(), "acme");
        people(&owner, &plan(&owner));
        for name in ["late", "early"] {
            owner
                .post("/v1/tags", &json!({"name": name, "colour": "#00ff00"}))
                .is(201);
        }
        let book = exported(
            served,
            &owner,
            &json!({"list": "tags", "query": "fields=name,colour", "format": "xlsx"}),
        );
        let bytes = owner.get(&file_of(&book)).is(200).body;
        let own = [
            "version",
            "created_at",
            "updated_at",
            "deleted_at",
            "entered_at",
            "machine_version",
        ]
        .map(|name| (name.to_owned(), json!("")));
        let mapping: Value = serde_json::Map::from_iter(own).into();
        let sheet = json!({"content_base64": STANDARD.encode(bytes), "style": {"format": "xlsx"}, "mapping": mapping});
        let read = owner.post("/v1/tags/import", &sheet).is(200).json();
        assert_eq!(
            (&read["changed"], &read["rows_at_fault"]),
            (&json!(2), &json!(0)),
            "{read}"
        );

        let figures = exported(
            served,
            &owner,
            &json!({"view": "subscribers_by_status", "format": "csv"}),
        );
        let text = owner.get(&file_of(&figures)).is(200).text();
        assert!(text.starts_with("figure,of,count,sum\r\ntotal,,3,\r\n"), "{text}");
        assert!(text.contains("facet,status: "), "{text}");

        let subscribers = owner.get("/v1/subscribers").is(200).json();
        let ticket = json!({"subscriber_id": subscribers["items"][0]["id"], "subject": "=No line", "description": "x"});
        owner.post("/v1/tickets", &ticket).is(201);
        let list = exported(served, &owner, &json!({"view": "open_tickets", "format": "csv"}));
        let text = owner.get(&file_of(&list)).is(200).text();
        assert_eq!((list["rows"].clone(), text.lines().count()), (json!(1), 2), "{text}");
        assert!(text.contains("'=No line"), "no cell is a formula: {text}");

        for (body, code, path) in [
            (json!({"format": "csv"}), "request.missing", "/list"),
            (
                json!({"list": "tags", "view": "desk", "format": "csv"}),
                "request.conflict",
                "/list",
            ),
            (json!({"list": "tags"}), "request.missing", "/format"),
            (
                json!({"list": "tags", "format": "pdf"}),
                "request.conflict",
                "/document",
            ),
            (
                json!({"list": "tags", "format": "csv", "query": "limit=5"}),
                "request.unknown",
                "/query/limit",
            ),
            (
                json!({"list": "tags", "format": "csv", "mail": true}),
                "request.range",
                "/mail",
            ),
        ] {
            let refused = owner.post("/v1/exports", &body);
            assert_eq!(
                (&refused.json()["code"], &refused.json()["path"]),
                (&json!(code), &json!(path)),
                "{}",
                refused.text()
            );
        }
        let waiting = id_of(
            &owner
                .post("/v1/exports", &json!({"list": "tags", "format": "csv"}))
                .is(202)
                .json(),
        );
        let told = owner
            .post(&format!("/v1/exports/{waiting}/cancel"), &json!({}))
            .is(200)
            .json();
        assert_eq!(told["state"], "cancelled");
        served.work();
        assert_eq!(
            owner.get(&format!("/v1/exports/{waiting}")).is(200).json()["file"],
            Value::Null
        );
    });
}

#[test]
fn a_schedule_makes_files_by_the_clock_of_the_tenant_as_long_as_its_maker_may() {
    Served::on_both(|served| {
        let owner = served.tenant(&served.operator(), "acme");
        people(&owner, &plan(&owner));
        served.member(&owner, "admin@example.com", &["admin"]);
        let signed_in = |who: &str| served.signed_in(&format!("{who}.example.com")).at("acme");
        let (owner, admin) = (
            || signed_in("owner@acme"),
            || served.signed_in("admin@example.com").at("acme"),
        );
        let often = json!({"name": "Often", "cron": "*/5 * * * *", "list": "subscribers", "format": "csv"});
        let refused = admin()
            .post("/v1/export-schedules", &often)
            .fails(422, "request.range")
            .json();
        assert_eq!(refused["path"], "/cron");
        let daily = json!({"name": "Daily", "cron": "0 7 * * *", "list": "subscribers", "format": "csv"});
        let schedule = admin().post("/v1/export-schedules", &daily).is(201).json();
        assert_eq!(schedule["zone"], "Europe/Madrid");
        let exports = || {
            admin().get("/v1/exports").is(200).json()["items"]
                .as_array()
                .expect("items")
                .clone()
        };
        served.work();
        assert!(exports().is_empty());
        for day in 1..3 {
            served.pass(DAY);
            served.work();
            served.work();
            let made = exports();
            assert_eq!(made.len(), day, "once a day: {made:?}");
            assert!(
                made.iter()
                    .all(|one| one["state"] == "done" && one["schedule"] == schedule["id"]),
                "{made:?}"
            );
        }
        // Days that went by while nobody was there come once.
        served.pass(3 * DAY);
        served.work();
        assert_eq!(exports().len(), 3);

        // Whoever may no more is told why, and no file is there.
        let who = id_of(&admin().get("/v1/auth/me").is(200).json()["account"]);
        owner()
            .patch(&format!("/v1/members/{who}"), &json!({"roles": ["support"]}))
            .is(200);
        served.pass(DAY);
        served.work();
        let last = exports()[0].clone();
        assert_eq!(
            (&last["state"], &last["file"]),
            (&json!("stopped"), &Value::Null),
            "{last}"
        );
        assert_eq!(notices(&admin())[0]["subject"], "subscribers was not exported");

        // Whoever leaves takes their schedules along.
        owner()
            .patch(&format!("/v1/members/{who}"), &json!({"roles": []}))
            .is(200);
        let count = |table: &str| served.rows(table).len();
        assert_eq!(count("export_schedules"), 0);
        let before = count("exports");
        served.pass(DAY);
        served.work();
        assert_eq!(count("exports"), before);
        assert_eq!(total(&owner(), "subscribers"), 3);
    });
}

#[test]
fn a_schedule_is_removed_by_its_maker_alone() {
    Served::on_both(|served| {
        let owner = served.tenant(&served.operator(), "acme");
        let other = served.member(&owner, "admin@example.com", &["admin"]);
        let weekly = json!({"name": "Weekly", "cron": "0 7 * * MON", "list": "tags", "format": "xlsx"});
        let id = id_of(&owner.post("/v1/export-schedules", &weekly).is(201).json());
        let path = format!("/v1/export-schedules/{id}");
        other.delete(&path).fails(404, "records.not_found");
        assert_eq!(other.get("/v1/export-schedules").is(200).json()["items"], json!([]));
        owner.delete(&path).is(204);
        served.pass(8 * DAY);
        served.wait_for(jobs::work(served.app())).expect("work");
        assert_eq!(served.rows("exports").len(), 0);
    });
}
