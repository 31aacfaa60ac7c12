//! A secret is shown to whom its field names, and to nobody else; that it was is written down, and what it is nowhere.

use crate::fleet::entity;
use crate::lives::{plan, subscriber};
use crate::support::{Server, Someone, Told, text};
use ratebook_server_testing::Row;
use serde_json::{Value, json};

const ABSENT: &str = "01890a5d-ac96-774b-bcce-b302099a8057";
const SECRET: &str = "correct-horse-battery";
const OTHER: &str = "staple-of-another-kind";

/// Lines with a secret that is masked besides, and one that is shown to nobody; tenants may add others, and the platform has its own.
fn lines(definition: &mut Value) {
    definition["roles"]["installer"] = json!({"allow": ["subscribers:read", "routers:operate", "nodes:read"]});
    let own = entity(definition, "subscriber");
    own["custom"] = true.into();
    own["fields"]["sim_pin"] = json!({"kind": "secret", "reveal": "routers:operate"});
    own["fields"]["own_key"] = json!({"kind": "secret"});
    own["masks"][0]["fields"] = json!(["/phone", "/email", "/pppoe_username", "/sim_pin"]);
    own["grants"][0]["permissions"] = json!(["subscribers:read", "routers:operate"]);
    let node = json!({"name": "node", "scope": "platform", "fields": {
        "name": {"kind": "text", "required": true},
        "key": {"kind": "secret", "reveal": "routers:operate"},
    }});
    definition["entities"].as_array_mut().expect("entities").push(node);
}

fn line(ann: &Someone, home: &Value, name: &str, secrets: &Value) -> String {
    let made = subscriber(ann, home, name);
    let path = format!("/v1/subscribers/{}", text(&made, "id"));
    ann.patch(&path, secrets).well();
    path
}

fn reveal(someone: &Someone, path: &str, field: &str) -> Told {
    someone.post(&format!("{path}/reveal"), &json!({"field": field}))
}

fn refused(told: &Told) -> (u16, String, String) {
    let (code, path) = told.reasons().into_iter().next().expect("a reason");
    (told.status, code, path)
}

fn lacks() -> (u16, String, String) {
    (403, "tenancy.permission_missing".to_owned(), "/field".to_owned())
}

/// What is written down of secrets that were shown.
fn shown(server: &Server) -> Vec<Row> {
    let revealed = |row: &Row| {
        row["action"]
            .as_str()
            .is_some_and(|action| action.ends_with(":revealed"))
    };
    server.rows("audit").into_iter().filter(revealed).collect()
}

#[test]
fn a_secret_is_shown_to_whom_its_field_names_and_that_is_written_down() {
    for server in Server::both_by(lines) {
        let ann = server.admin();
        let home = plan(&ann, "Home 50");
        let path = line(&ann, &home, "Ana", &json!({"pppoe_password": SECRET}));
        let before = ann.get(&path);
        let told = reveal(&ann, &path, "pppoe_password");
        assert_eq!(
            told.well(),
            json!({"field": "pppoe_password", "value": SECRET}),
            "{}",
            server.name
        );
        assert_eq!(told.headers["cache-control"], "no-store");
        assert!(!told.headers.contains_key("etag"), "{told:?}");
        let none = reveal(&ann, &path, "sim_pin").well();
        assert_eq!(none, json!({"field": "sim_pin", "value": null}), "{}", server.name);
        // The same key does not bring back what was shown before.
        ann.patch(&path, &json!({"pppoe_password": OTHER})).well();
        for _ in 0..2 {
            let key = [("idempotency-key", "once")];
            let told = ann.post_with(&format!("{path}/reveal"), &key, &json!({"field": "pppoe_password"}));
            assert_eq!(told.well()["value"], OTHER, "{}", server.name);
        }
        let history = ann.get(&format!("{path}/history")).well();
        let entries = history["items"].as_array().expect("entries");
        let entries: Vec<&Value> = entries
            .iter()
            .filter(|one| one["action"] == "subscriber:revealed")
            .collect();
        assert_eq!(entries.len(), 4, "{}: {history}", server.name);
        let stars = |field: &str| json!([{"field": field, "before": "********", "after": "********"}]);
        assert_eq!(
            (&entries[0]["actor"], &entries[0]["changes"]),
            (&json!(ann.id), &stars("pppoe_password"))
        );
        assert_eq!(entries[1]["changes"], stars("sim_pin"));
        let audit = ann.get("/v1/audit?entity=subscriber&action=subscriber:revealed").well();
        assert_eq!(audit["items"][0]["actor"], json!(ann.id), "{}", server.name);
        assert_eq!(
            audit["items"].as_array().map(Vec::len),
            Some(4),
            "{}: {audit}",
            server.name
        );
        assert!(audit["items"][0]["ip"].is_string(), "{audit}");
        // Nothing happened to the record.
        let after = ann.get(&path).well();
        assert_eq!(
            (&after["version"], &after["pppoe_password"]),
            (&json!(3), &json!("********"))
        );
        assert_eq!(before.json()["version"], 2, "{}", server.name);
        assert!(
            server
                .rows("outbox")
                .iter()
                .all(|row| !row["name"].to_string().contains("revealed"))
        );
        // What was shown stands in no table, and on SQLite in no file.
        let rows = format!("{:?}", server.all_rows());
        assert!(!rows.contains(SECRET) && !rows.contains(OTHER), "{}", server.name);
        if server.name == "sqlite" {
            for kept in server.files() {
                let bytes = std::fs::read(&kept).expect("a file");
                for secret in [SECRET, OTHER] {
                    let found = bytes.windows(secret.len()).any(|part| part == secret.as_bytes());
                    assert!(!found, "a secret stands in {}", kept.display());
                }
            }
        }
    }
}

#[test]
fn whoever_lacks_any_right_to_it_is_shown_no_secret() {
    for server in Server::both_by(lines) {
        let ann = server.admin();
        let home = plan(&ann, "Home 50");
        let secrets = json!({"pppoe_password": SECRET, "sim_pin": OTHER, "own_key": OTHER});
        let path = line(&ann, &home, "Ana", &secrets);
        let bare = line(&ann, &home, "Bob", &json!({"billing_day": 2}));
        let (sue, kim) = (server.someone(1, "sue", "support"), server.someone(1, "kim", "keeper"));
        let (ivo, tim) = (
            server.someone(1, "ivo", "installer"),
            server.someone(1, "tim", "technician"),
        );
        // Who reads the record does not hold what the field names; who reads none is told that.
        assert_eq!(
            refused(&reveal(&sue, &path, "pppoe_password")),
            lacks(),
            "{}",
            server.name
        );
        assert_eq!(refused(&sue.post(&format!("{path}/reveal"), &json!({}))), lacks());
        let told = refused(&reveal(&kim, &path, "pppoe_password"));
        assert_eq!(
            (told.0, told.1.as_str()),
            (403, "tenancy.permission_missing"),
            "{}",
            server.name
        );
        assert_eq!(
            reveal(&tim, &path, "pppoe_password").status,
            404,
            "{}: he has no ticket yet",
            server.name
        );
        // What is masked is not shown, and whether there is anything is not told.
        let masked = reveal(&ivo, &path, "sim_pin");
        assert_eq!(refused(&masked), lacks(), "{}", server.name);
        assert_eq!(masked.text, reveal(&ivo, &bare, "sim_pin").text, "{}", server.name);
        // What is shown to nobody, what is no secret, and what is no field.
        let nobody = reveal(&ann, &path, "own_key");
        assert_eq!(
            refused(&nobody),
            (403, "records.not_revealed".to_owned(), "/field".to_owned())
        );
        assert_eq!(nobody.json()["details"]["field"], "own_key");
        for (body, code, place) in [
            (json!({"field": "name"}), "request.unknown", "/field"),
            (json!({"field": "pppoe_pasword"}), "request.unknown", "/field"),
            (json!({"field": "x".repeat(5_000)}), "request.unknown", "/field"),
            (json!({"field": 5}), "request.type", "/field"),
            (json!({}), "request.missing", "/field"),
            (json!({"field": "sim_pin", "value": "x"}), "request.unknown", "/value"),
        ] {
            let told = ann.post(&format!("{path}/reveal"), &body);
            assert_eq!(
                refused(&told),
                (422, code.to_owned(), place.to_owned()),
                "{}: {body}",
                server.name
            );
        }
        assert_eq!(
            ann.post(&format!("{path}/reveal?field=sim_pin"), &json!({"field": "sim_pin"}))
                .status,
            422
        );
        assert_eq!(ann.get(&format!("{path}/reveal")).status, 405, "{}", server.name);
        assert_eq!(
            shown(&server).len(),
            0,
            "{}: what is refused is not written down",
            server.name
        );
        let form = |someone: &Someone| {
            let form = someone.get(&format!("{path}/form")).well();
            let groups = form["groups"].as_array().expect("groups").iter();
            let fields = groups.flat_map(|group| group["fields"].as_array().expect("fields").clone());
            let open = fields.filter(|field| field["revealable"] == true);
            open.map(|field| text(&field, "name")).collect::<Vec<_>>()
        };
        assert_eq!(
            (form(&ann), form(&ivo)),
            (
                vec!["pppoe_password".to_owned(), "sim_pin".to_owned()],
                vec!["pppoe_password".to_owned()]
            )
        );
        assert_eq!(form(&sue), Vec::<String>::new(), "{}", server.name);
        assert_eq!(
            reveal(&ivo, &path, "pppoe_password").well()["value"],
            SECRET,
            "{}",
            server.name
        );
        // A right that comes with a ticket goes with it.
        let ticket =
            json!({"subscriber_id": path.rsplit('/').next(), "subject": "S", "description": "D", "assignee": tim.id});
        let ticket = format!("/v1/tickets/{}", text(&ann.post("/v1/tickets", &ticket).well(), "id"));
        assert_eq!(
            reveal(&tim, &path, "pppoe_password").well()["value"],
            SECRET,
            "{}",
            server.name
        );
        assert_eq!(reveal(&tim, &bare, "pppoe_password").status, 404, "{}", server.name);
        tim.post(&format!("{ticket}/assign"), &json!({"assignee": tim.id}))
            .well();
        tim.post(&format!("{ticket}/resolve"), &json!({"resolution": "done"}))
            .well();
        assert_eq!(reveal(&tim, &path, "pppoe_password").status, 404, "{}", server.name);
        let audit = ann.get("/v1/audit?action=subscriber:revealed").well();
        let actors: Vec<String> = audit["items"]
            .as_array()
            .expect("entries")
            .iter()
            .map(|one| text(one, "actor"))
            .collect();
        assert_eq!(actors, [tim.id, ivo.id], "{}: the newest first", server.name);
    }
}

#[test]
fn a_key_shows_what_its_scopes_say_and_is_written_down() {
    for server in Server::both_by(lines) {
        let ann = server.admin();
        let path = line(&ann, &plan(&ann, "Home 50"), "Ana", &json!({"pppoe_password": SECRET}));
        let owner = server.owner(1);
        let ask = |scopes: Value| {
            let made = owner
                .post("/v1/api-keys", &json!({"name": "the site", "scopes": scopes}))
                .well();
            let key = server.anybody().with_token(&text(&made, "key")).at("tenant1");
            key.post(&format!("{path}/reveal"), &json!({"field": "pppoe_password"}))
        };
        ask(json!(["subscribers:read"])).fails(403, "tenancy.permission_missing");
        ask(json!(["routers:operate"])).fails(403, "tenancy.permission_missing");
        assert_eq!(
            ask(json!(["subscribers:read", "routers:operate"])).is(200).json()["value"],
            SECRET
        );
        let rows = shown(&server);
        assert!(
            rows.len() == 1 && !rows[0]["key_id"].is_null(),
            "{}: {rows:?}",
            server.name
        );
    }
}

#[test]
fn secrets_of_others_are_the_secrets_of_nothing() {
    for server in Server::both_by(lines) {
        let (ann, eve) = (server.admin(), server.someone(2, "eve", "admin"));
        let home = plan(&ann, "Home 50");
        let path = line(&ann, &home, "Ana", &json!({"pppoe_password": SECRET}));
        let gone = line(&ann, &home, "Bob", &json!({"pppoe_password": OTHER}));
        let nowhere = format!("/v1/subscribers/{ABSENT}");
        for body in [
            json!({"field": "pppoe_password"}),
            json!({"field": "sim_pin"}),
            json!({"field": "own_key"}),
            json!({"field": "name"}),
            json!({}),
        ] {
            let ask = |someone: &Someone, path: &str| {
                let told = someone.post(&format!("{path}/reveal"), &body);
                (told.status, told.text)
            };
            let absent = ask(&eve, &nowhere);
            assert_eq!(absent.0, 404, "{}: {body}", server.name);
            assert_eq!(ask(&eve, &path), absent, "{}: {body}", server.name);
            assert_eq!(ask(&ann, &nowhere), absent, "{}: {body}", server.name);
        }
        ann.delete(&gone).well();
        assert_eq!(
            reveal(&ann, &gone, "pppoe_password").text,
            reveal(&ann, &nowhere, "pppoe_password").text
        );
        assert_eq!(reveal(&ann, "/v1/subscribers/of-nobody", "pppoe_password").status, 404);
        assert_eq!(shown(&server).len(), 0, "{}", server.name);
        // An entity without secrets has an address for them, at which there are none.
        let tag = ann.post("/v1/tags", &json!({"name": "gold"})).well();
        let told = reveal(&ann, &format!("/v1/tags/{}", text(&tag, "id")), "name");
        assert_eq!(refused(&told), (422, "request.unknown".to_owned(), "/field".to_owned()));
        let document = ann.get("/v1/openapi.json").well();
        assert!(document["paths"]["/v1/subscribers/{id}/reveal"]["post"].is_object());
        assert!(document["paths"]["/v1/tags/{id}/reveal"].is_null());
    }
}

#[test]
fn a_secret_that_cannot_be_written_down_is_not_shown() {
    for server in Server::both_by(lines) {
        let ann = server.admin();
        let path = line(&ann, &plan(&ann, "Home 50"), "Ana", &json!({"pppoe_password": SECRET}));
        let operator = server.signed_in("operator@example.com");
        let quiet = json!({"why": "an upgrade"});
        operator.ask("PUT", "/v1/read-only", Some(&quiet), &[]).is(200);
        let told = reveal(&ann, &path, "pppoe_password");
        assert_eq!(
            (told.status, refused(&told).1.as_str()),
            (503, "engine.read_only"),
            "{}",
            server.name
        );
        ann.get(&path).well();
        operator.ask("DELETE", "/v1/read-only", None, &[]).is(204);
        let stands_against = match server.name {
            "sqlite" => {
                "CREATE TRIGGER nothing_more BEFORE INSERT ON audit WHEN NEW.action = 'subscriber:revealed' BEGIN SELECT RAISE(ABORT, 'full'); END"
            }
            _ => "ALTER TABLE audit ADD CONSTRAINT nothing_more CHECK (action <> 'subscriber:revealed')",
        };
        server.carry_out(stands_against).expect("it stands");
        let told = reveal(&ann, &path, "pppoe_password");
        assert!(
            told.status >= 500 && !told.text.contains(SECRET),
            "{}: {told:?}",
            server.name
        );
        assert_eq!(shown(&server).len(), 0, "{}", server.name);
    }
}

#[test]
fn a_tenants_own_secrets_are_shown_as_they_say() {
    for server in Server::both_by(lines) {
        let ann = server.admin();
        let add = |name: &str, field: Value| {
            ann.post(
                "/v1/custom-fields",
                &json!({"entity": "subscriber", "name": name, "field": field}),
            )
        };
        let unknown = add("custom_door", json!({"kind": "secret", "reveal": "routers:operat"}));
        assert_eq!(
            (unknown.status, refused(&unknown).1.as_str()),
            (422, "definition.reference"),
            "{unknown:?}"
        );
        add("custom_door", json!({"kind": "secret", "reveal": "routers:operate"})).well();
        add("custom_safe", json!({"kind": "secret"})).well();
        let secrets = json!({"custom_door": SECRET, "custom_safe": OTHER, "pppoe_password": OTHER});
        let path = line(&ann, &plan(&ann, "Home 50"), "Ana", &secrets);
        assert_eq!(
            reveal(&ann, &path, "custom_door").well()["value"],
            SECRET,
            "{}",
            server.name
        );
        assert_eq!(
            refused(&reveal(&ann, &path, "custom_safe")).1,
            "records.not_revealed",
            "{}",
            server.name
        );
        let (ivo, sue) = (
            server.someone(1, "ivo", "installer"),
            server.someone(1, "sue", "support"),
        );
        assert_eq!(
            reveal(&ivo, &path, "custom_door").well()["value"],
            SECRET,
            "{}",
            server.name
        );
        assert_eq!(refused(&reveal(&sue, &path, "custom_door")), lacks(), "{}", server.name);
        // Another tenant has no such field.
        let eve = server.someone(2, "eve", "admin");
        let own = line(&eve, &plan(&eve, "Home 50"), "Eva", &json!({"pppoe_password": OTHER}));
        assert_eq!(
            refused(&reveal(&eve, &own, "custom_door")).1,
            "request.unknown",
            "{}",
            server.name
        );
        ann.patch(&path, &json!({"custom_door": null})).well();
        assert_eq!(
            reveal(&ann, &path, "custom_door").well()["value"],
            Value::Null,
            "{}",
            server.name
        );
        assert_eq!(shown(&server).len(), 3, "{}", server.name);
    }
}

#[test]
fn secrets_of_the_platform_are_shown_to_who_runs_it() {
    for server in Server::both_by(lines) {
        let (ann, ivo) = (server.admin(), server.someone(1, "ivo", "installer"));
        let operator = server.signed_in("operator@example.com");
        let made = operator
            .post("/v1/nodes", &json!({"name": "N1", "key": SECRET}))
            .is(201)
            .json();
        let path = format!("/v1/nodes/{}", text(&made, "id"));
        for tenant in [&ann, &ivo] {
            assert_eq!(tenant.get(&path).well()["key"], "********", "{}", server.name);
            assert_eq!(refused(&reveal(tenant, &path, "key")), lacks(), "{}", server.name);
        }
        let told = operator
            .post(&format!("{path}/reveal"), &json!({"field": "key"}))
            .is(200);
        assert_eq!(told.json()["value"], SECRET, "{}", server.name);
        let rows = shown(&server);
        assert!(
            rows.len() == 1 && rows[0]["action"] == "node:revealed",
            "{}: {rows:?}",
            server.name
        );
    }
}
