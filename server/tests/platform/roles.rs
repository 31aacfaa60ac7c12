//! Roles that a tenant makes of its own: who makes which, what they give, and how they go.

use std::thread;
use std::time::{Duration, Instant};

use ratebook_server_testing::{Answer, Base, Client, Served};
use serde_json::{Value, json};

fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    value[name].as_str().expect("a text")
}

fn account(client: &Client) -> String {
    text(&client.get("/v1/auth/me").is(200).json()["account"], "id").to_owned()
}

fn make(by: &Client, name: &str, role: &Value) -> Answer {
    let mut body = role.clone();
    body["name"] = name.into();
    by.post("/v1/roles", &body)
}

fn at(name: &str) -> String {
    format!("/v1/roles/{name}")
}

fn give(by: &Client, to: &Client, roles: &[&str]) -> Answer {
    by.patch(&format!("/v1/members/{}", account(to)), &json!({"roles": roles}))
}

fn ticket(owner: &Client, assignee: Option<&str>) -> String {
    let name = assignee.unwrap_or("nobody");
    let plan =
        json!({"name": name, "download_mbps": 50, "upload_mbps": 10, "price": {"amount": "29.99", "currency": "EUR"}});
    let plan = owner.post("/v1/service-plans", &plan).is(201).json();
    let person = json!({"name": name, "phone": "+49301234567", "address": "Hill 3", "service_plan_id": plan["id"]});
    let person = owner.post("/v1/subscribers", &person).is(201).json();
    let ticket =
        json!({"subscriber_id": person["id"], "subject": "Slow", "description": "It is slow", "assignee": assignee});
    text(&owner.post("/v1/tickets", &ticket).is(201).json(), "id").to_owned()
}

/// A role that may change members, and little else.
fn with_a_chief(pack: &mut Value) {
    pack["roles"]["chief"] = json!({"allow": ["users:read", "users:write", "keys:write", "vehicles:read", "tags:*"]});
}

fn with_a_permission_more(pack: &mut Value) {
    pack["permissions"]
        .as_array_mut()
        .expect("permissions")
        .push("gates:open".into());
}

fn with_it_gone(pack: &mut Value) {
    pack["version"] = (pack["version"].as_u64().expect("a version") + 1).into();
}

const BOTH: [Base; 2] = [Base::Sqlite, Base::Postgres];

#[test]
fn a_role_gives_what_it_says_and_includes_from_the_answer_on() {
    Served::on_both(|served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let night = json!({"label": "Night shift", "includes": ["technician"], "allow": ["vehicles:read"]});
        let made = make(&owner, "custom_night", &night).is(201).json();
        assert_eq!(
            (&made["custom"], &made["label"], &made["permissions"]),
            (
                &json!(true),
                &json!("Night shift"),
                &json!([
                    "service_plans:read",
                    "stock_items:read",
                    "stock_items:write",
                    "vehicles:read"
                ])
            )
        );
        let bob = served.member(&owner, "bob@example.com", &["custom_night"]);
        bob.get("/v1/vehicles").is(200);
        bob.get("/v1/service-plans").is(200);
        bob.get("/v1/rooms").fails(403, "tenancy.permission_missing");
        bob.post("/v1/vehicles", &json!({"plate": "B-RB 1", "model": "Van", "seats": 4}))
            .fails(403, "tenancy.permission_missing");
        // What the pack grants its technicians on some records, it grants by inclusion.
        let (mine, others) = (ticket(&owner, Some(&account(&bob))), ticket(&owner, None));
        bob.get(&format!("/v1/tickets/{mine}")).is(200);
        bob.get(&format!("/v1/tickets/{others}"))
            .fails(404, "records.not_found");
        let seen = bob.get("/v1/tickets").is(200).json();
        assert_eq!(seen["items"].as_array().map(Vec::len), Some(1), "{seen}");
        // What is not said of it stays, and it holds at once.
        let changed = owner.patch(&at("custom_night"), &json!({"allow": [], "deny": ["tickets:write"]}));
        let changed = changed.is(200).json();
        assert_eq!(
            (
                &changed["includes"],
                &changed["label"],
                &changed["allow"],
                &changed["denied"]
            ),
            (
                &json!(["technician"]),
                &json!("Night shift"),
                &json!([]),
                &json!(["tickets:write"])
            )
        );
        bob.get("/v1/vehicles").fails(403, "tenancy.permission_missing");
        bob.get(&format!("/v1/tickets/{mine}")).is(200);
        let change = json!({"priority": "high"});
        bob.patch(&format!("/v1/tickets/{mine}"), &change)
            .fails(403, "tenancy.permission_missing");
        // A denial stands against every other role.
        give(&owner, &bob, &["custom_night", "support"]).is(200);
        bob.get("/v1/rooms").is(200);
        bob.patch(&format!("/v1/tickets/{mine}"), &change)
            .fails(403, "tenancy.permission_missing");
        // Roles are listed with those of the pack, and those of others are none.
        let listed = owner.get("/v1/roles").is(200).json();
        let names: Vec<&str> = listed["items"]
            .as_array()
            .expect("roles")
            .iter()
            .map(|role| text(role, "name"))
            .collect();
        assert!(
            names.contains(&"custom_night") && names.contains(&"support"),
            "{names:?}"
        );
        let pack = owner.get(&at("support")).is(200).json();
        assert_eq!(
            (&pack["custom"], &pack["denied"]),
            (&json!(false), &json!(["tickets:export"]))
        );
        let other = served.tenant(&operator, "globex");
        other.get(&at("custom_night")).fails(404, "records.not_found");
        other
            .post(
                "/v1/members",
                &json!({"email": "eve@example.com", "name": "Eve", "roles": ["custom_night"]}),
            )
            .fails(422, "request.unknown");
    });
}

#[test]
fn another_server_goes_by_it_within_a_second() {
    Served::on_both(|served| {
        let owner = served.tenant(&served.operator(), "acme");
        make(&owner, "custom_cars", &json!({"allow": ["vehicles:read"]})).is(201);
        let bob = served.member(&owner, "bob@example.com", &["custom_cars"]);
        let other = served.beside();
        let there = bob.clone().elsewhere(other.url());
        there.get("/v1/vehicles").is(200);
        owner
            .patch(&at("custom_cars"), &json!({"allow": ["tags:read"]}))
            .is(200);
        let until = Instant::now() + Duration::from_secs(5);
        while there.get("/v1/vehicles").status != 403 {
            assert!(Instant::now() < until, "the role of before still holds");
            thread::sleep(Duration::from_millis(50));
        }
        there.get("/v1/tags").is(200);
    });
}

#[test]
fn nobody_makes_changes_or_gives_more_than_they_hold() {
    for base in BOTH {
        let served = Served::start_by(base, with_a_chief);
        let owner = served.tenant(&served.operator(), "acme");
        let chief = served.member(&owner, "chief@example.com", &["chief"]);
        let viewer = served.member(&owner, "viewer@example.com", &["support"]);
        let lacks = |answer: Answer| drop(answer.fails(403, "tenancy.permission_missing"));
        lacks(make(&viewer, "custom_a", &json!({"allow": ["vehicles:read"]})));
        lacks(viewer.get("/v1/roles"));
        for wider in [
            json!({"allow": ["vehicles:*"]}),
            json!({"allow": ["*"]}),
            json!({"allow": ["audit:read"]}),
            json!({"includes": ["admin"]}),
            json!({"includes": ["technician"]}),
            json!({"allow": ["tags:read"], "deny": ["rooms:read"]}),
        ] {
            lacks(make(&chief, "custom_wide", &wider));
        }
        owner.get(&at("custom_wide")).fails(404, "records.not_found");
        let owns = make(&owner, "custom_wide", &json!({"includes": ["owner"]}));
        assert_eq!(owns.fails(422, "definition.conflict").json()["path"], "/includes");
        make(&chief, "custom_cars", &json!({"allow": ["vehicles:read"]})).is(201);
        // What others have made is theirs to give and to change who hold it.
        make(&owner, "custom_wide", &json!({"allow": ["vehicles:*"]})).is(201);
        lacks(give(&chief, &chief, &["chief", "custom_wide"]));
        lacks(chief.patch(&at("custom_wide"), &json!({"allow": ["vehicles:read"]})));
        lacks(chief.patch(&at("custom_wide"), &json!({"label": "Wide"})));
        lacks(chief.delete(&at("custom_wide")));
        lacks(chief.patch(&at("custom_cars"), &json!({"includes": ["custom_wide"]})));
        give(&chief, &chief, &["chief", "custom_cars"]).is(200);
        lacks(chief.patch(
            &at("custom_cars"),
            &json!({"allow": ["vehicles:read", "vehicles:write"]}),
        ));
        give(&chief, &chief, &["chief"]).is(200);
        // An invitation gives what whoever sent it may give once it is accepted.
        let bob = json!({"email": "bob@example.com", "name": "Bob", "roles": ["custom_cars"]});
        let invited = chief.post("/v1/members", &bob).is(201).json();
        owner
            .patch(&at("custom_cars"), &json!({"allow": ["vehicles:*"]}))
            .is(200);
        let who = json!({"token": invited["token"], "password": Served::password()});
        lacks(served.anybody().post("/v1/auth/invitations/accept", &who));
        owner
            .patch(&at("custom_cars"), &json!({"allow": ["vehicles:read"]}))
            .is(200);
        served.anybody().post("/v1/auth/invitations/accept", &who).is(200);
        // Who comes by a key makes none.
        let key = json!({"name": "the site", "scopes": ["*"]});
        let key = owner.post("/v1/api-keys", &key).is(201).json();
        let site = served.anybody().with_token(text(&key, "key"));
        lacks(make(&site, "custom_b", &json!({"allow": ["vehicles:read"]})));
        site.get("/v1/roles").is(200);
    }
}

#[test]
fn a_key_may_what_the_roles_of_its_maker_give_as_they_stand() {
    Served::on_both(|served| {
        let owner = served.tenant(&served.operator(), "acme");
        make(
            &owner,
            "custom_site",
            &json!({"allow": ["keys:write", "vehicles:read", "tags:read"]}),
        )
        .is(201);
        let bob = served.member(&owner, "bob@example.com", &["custom_site"]);
        let key = json!({"name": "the site", "scopes": ["vehicles:*", "rooms:read"]});
        let key = bob.post("/v1/api-keys", &key).is(201).json();
        let site = served.anybody().with_token(text(&key, "key"));
        site.get("/v1/vehicles").is(200);
        site.get("/v1/tags").fails(403, "tenancy.permission_missing");
        site.get("/v1/rooms").fails(403, "tenancy.permission_missing");
        owner
            .patch(&at("custom_site"), &json!({"allow": ["rooms:read"]}))
            .is(200);
        site.get("/v1/vehicles").fails(403, "tenancy.permission_missing");
        site.get("/v1/rooms").is(200);
    });
}

#[test]
fn what_is_wrong_is_told_at_its_place() {
    Served::on_both(|served| {
        let owner = served.tenant(&served.operator(), "acme");
        let told = |answer: Answer, status: u16, code: &str, path: &str| {
            let answer = answer.fails(status, code).json();
            assert_eq!(answer["path"], path, "{answer}");
            text(&answer, "detail").to_owned()
        };
        let hint = told(
            make(&owner, "custom_a", &json!({"allow": ["tags:read", "vehicles:raed"]})),
            422,
            "definition.reference",
            "/allow/1",
        );
        assert!(hint.contains("did you mean `vehicles:read`"), "{hint}");
        let hint = told(
            make(&owner, "custom_a", &json!({"includes": ["suport"]})),
            422,
            "definition.reference",
            "/includes/0",
        );
        assert!(hint.contains("did you mean `support`"), "{hint}");
        told(make(&owner, "support", &json!({})), 422, "definition.conflict", "/name");
        told(make(&owner, "night", &json!({})), 422, "definition.range", "/name");
        make(&owner, "custom_a", &json!({"allow": ["tags:read"]})).is(201);
        told(make(&owner, "custom_a", &json!({})), 409, "records.taken", "/name");
        make(&owner, "custom_b", &json!({"includes": ["custom_a"]})).is(201);
        told(
            owner.patch(&at("custom_a"), &json!({"includes": ["custom_b"]})),
            422,
            "definition.conflict",
            "/includes",
        );
        let support = owner.patch(&at("support"), &json!({"allow": ["*"]}));
        told(support, 404, "records.not_found", "");
        owner.delete(&at("support")).fails(404, "records.not_found");
        owner
            .patch(&at("custom_a"), &json!({"alow": []}))
            .fails(422, "request.unknown");
    });
}

#[test]
fn what_somebody_holds_is_not_removed_and_all_of_it_is_audited() {
    Served::on_both(|served| {
        let owner = served.tenant(&served.operator(), "acme");
        make(&owner, "custom_a", &json!({"allow": ["tags:read"]})).is(201);
        make(&owner, "custom_b", &json!({"includes": ["custom_a"]})).is(201);
        let bob = served.member(&owner, "bob@example.com", &["custom_a"]);
        let ida = json!({"email": "ida@example.com", "name": "Ida", "roles": ["custom_a"]});
        let invited = owner.post("/v1/members", &ida).is(201).json();
        let counts = |answer: Answer| {
            let answer = answer.fails(409, "records.in_use").json();
            let errors = answer["errors"].as_array().expect("reasons").clone();
            let told = errors.iter().map(|one| {
                let details = &one["details"];
                (text(details, "entity").to_owned(), details["count"].as_u64())
            });
            told.collect::<Vec<_>>()
        };
        let of = |name: &str, count| (name.to_owned(), Some(count));
        assert_eq!(
            counts(owner.delete(&at("custom_a"))),
            [of("member", 1), of("invitation", 1), of("role", 1)]
        );
        bob.get("/v1/tags").is(200);
        owner.delete(&at("custom_b")).is(204);
        owner
            .delete(&format!("/v1/invitations/{}", text(&invited, "id")))
            .is(204);
        give(&owner, &bob, &["support"]).is(200);
        owner.delete(&at("custom_a")).is(204);
        owner.get(&at("custom_a")).fails(404, "records.not_found");
        give(&owner, &bob, &["custom_a"]).fails(422, "request.unknown");
        let audit = owner.get("/v1/audit?entity=custom_role").is(200).json();
        let told: Vec<(&str, &str)> = audit["items"]
            .as_array()
            .expect("entries")
            .iter()
            .map(|entry| (text(entry, "action"), text(&entry["changes"][0], "field")))
            .collect();
        assert_eq!(
            told,
            [
                ("role_removed", "custom_a"),
                ("role_removed", "custom_b"),
                ("role_made", "custom_b"),
                ("role_made", "custom_a")
            ]
        );
        assert_eq!(
            audit["items"][3]["changes"][0]["after"],
            json!({"allow": ["tags:read"]})
        );
    });
}

#[test]
fn an_owner_remains_who_can_act() {
    Served::on_both(|served| {
        let owner = served.tenant(&served.operator(), "acme");
        let admin = served.member(&owner, "admin@example.com", &["admin"]);
        make(&owner, "custom_a", &json!({"allow": ["tags:read"]})).is(201);
        give(&owner, &owner, &["owner", "custom_a"]).is(200);
        admin
            .patch(&at("custom_a"), &json!({"deny": ["users:write"]}))
            .fails(422, "tenancy.last_owner");
        owner.get("/v1/members").is(200);
        served.member(&owner, "second@example.com", &["owner"]);
        admin.patch(&at("custom_a"), &json!({"deny": ["users:write"]})).is(200);
        make(&owner, "custom_b", &json!({"allow": ["tags:read"]})).fails(403, "tenancy.permission_missing");
    });
}

#[test]
fn what_a_later_version_of_the_pack_has_lost_gives_nothing_and_is_told() {
    for base in BOTH {
        let served = Served::start_by(base, with_a_permission_more);
        let owner = served.tenant(&served.operator(), "acme");
        make(
            &owner,
            "custom_gate",
            &json!({"allow": ["vehicles:read", "gates:open"]}),
        )
        .is(201);
        make(
            &owner,
            "custom_shut",
            &json!({"allow": ["vehicles:read"], "deny": ["gates:open"]}),
        )
        .is(201);
        let (bob, ida) = (
            served.member(&owner, "bob@example.com", &["custom_gate"]),
            served.member(&owner, "ida@example.com", &["support", "custom_shut"]),
        );
        ida.get("/v1/vehicles").is(200);
        let later = served.beside_by(with_it_gone);
        let [owner, bob, ida] = [owner, bob, ida].map(|one| one.elsewhere(later.url()));
        let faults = |name: &str| {
            let faults = owner.get(&at(name)).is(200).json()["faults"].clone();
            let faults = faults.as_array().expect("faults").clone();
            faults
                .iter()
                .map(|one| text(one, "path").to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(faults("custom_gate"), ["/allow/1"]);
        assert_eq!(faults("custom_shut"), ["/deny/0"]);
        bob.get("/v1/vehicles").is(200);
        // Nobody knows any more what it denies: it denies everything, until it is mended.
        ida.get("/v1/vehicles").fails(403, "tenancy.permission_missing");
        owner.patch(&at("custom_shut"), &json!({"deny": []})).is(200);
        assert!(faults("custom_shut").is_empty());
        ida.get("/v1/vehicles").is(200);
    }
}
