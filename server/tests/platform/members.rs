//! The members of a tenant and their roles.

use std::sync::Mutex;
use std::thread;

use ratebook_server_testing::{Client, Served};
use serde_json::{Value, json};

fn account(client: &Client) -> String {
    let me = client.get("/v1/auth/me").is(200).json();
    me["account"]["id"].as_str().expect("an id").to_owned()
}

fn person(email: &str, roles: &[&str]) -> Value {
    json!({"email": email, "name": "Bob", "roles": roles})
}

#[test]
fn members_are_added_and_changed_and_leave_at_once() {
    Served::on_both(|served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let bob = served.member(&owner, "bob@example.com", &["admin"]);
        bob.get("/v1/members").is(200);
        owner
            .post("/v1/members", &person("Bob@example.com", &["support"]))
            .fails(409, "records.taken");
        let path = format!("/v1/members/{}", account(&bob));
        owner.patch(&path, &json!({"roles": ["technician"]})).is(200);
        bob.get("/v1/members").fails(403, "tenancy.permission_missing");
        owner.patch(&path, &json!({"roles": []})).is(200);
        bob.get("/v1/members").fails(403, "tenancy.wrong_tenant");
        bob.get("/v1/auth/me").is(200);
        owner
            .patch(&path, &json!({"roles": ["admin"]}))
            .fails(404, "records.not_found");
        let listed = owner.get("/v1/members?limit=1").is(200).json();
        assert_eq!(listed["items"].as_array().expect("members").len(), 1);
        assert_eq!(listed["next_cursor"], Value::Null);
    });
}

#[test]
fn roles_are_those_of_the_pack_and_nobody_gives_what_they_have_not() {
    Served::on_both(|served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let unknown = owner.post("/v1/members", &person("bob@example.com", &["support", "suport"]));
        let unknown = unknown.fails(422, "request.unknown").json();
        assert!(
            unknown["detail"]
                .as_str()
                .expect("a text")
                .contains("did you mean `support`"),
            "{unknown}"
        );
        assert_eq!(unknown["path"], "/roles/1");
        owner
            .post("/v1/members", &person("bob@example.com", &[]))
            .fails(422, "request.range");
        // Nothing of a refusal is kept.
        let log_in = json!({"email": "bob@example.com", "password": Served::password()});
        served
            .anybody()
            .post("/v1/auth/login", &log_in)
            .fails(401, "tenancy.not_signed_in");
        let support = served.member(&owner, "support@example.com", &["support"]);
        support
            .post("/v1/members", &person("bob@example.com", &["support"]))
            .fails(403, "tenancy.permission_missing");
        let own = format!("/v1/members/{}", account(&support));
        support
            .patch(&own, &json!({"roles": ["owner"]}))
            .fails(403, "tenancy.permission_missing");
        // A member of another tenant is as nobody.
        let stranger = served.tenant(&operator, "globex");
        let foreign = format!("/v1/members/{}", account(&stranger));
        let foreign = owner
            .patch(&foreign, &json!({"roles": ["support"]}))
            .fails(404, "records.not_found");
        let absent = owner.patch(
            "/v1/members/0190f2a5-7d3c-4e1a-8000-000000000000",
            &json!({"roles": ["support"]}),
        );
        assert_eq!(foreign.without_trace(), absent.without_trace());
    });
}

#[test]
fn an_owner_remains() {
    Served::on_both(|served| {
        let operator = served.operator();
        let first = served.tenant(&operator, "acme");
        let own = |client: &Client| format!("/v1/members/{}", account(client));
        first
            .patch(&own(&first), &json!({"roles": ["admin"]}))
            .fails(422, "tenancy.last_owner");
        let second = served.member(&first, "second@example.com", &["owner"]);
        // Each takes the other out, at once: one is too late.
        let statuses = Mutex::new(Vec::new());
        thread::scope(|scope| {
            for (who, whom) in [(&first, own(&second)), (&second, own(&first))] {
                let statuses = &statuses;
                scope.spawn(move || {
                    let status = who.patch(&whom, &json!({"roles": []})).status;
                    statuses.lock().expect("statuses").push(status);
                });
            }
        });
        let mut statuses = statuses.into_inner().expect("statuses");
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 403]);
    });
}

#[test]
fn whether_an_e_mail_has_an_account_is_not_told() {
    Served::on_both(|served| {
        let operator = served.operator();
        let acme = served.tenant(&operator, "acme");
        let globex = served.tenant(&operator, "globex");
        served.member(&acme, "known@example.com", &["support"]);
        let add = |email: &str| globex.post("/v1/members", &person(email, &["support"])).is(201);
        let (known, new) = (add("known@example.com"), add("newly@example.com"));
        let blank = |answer: &ratebook_server_testing::Answer| {
            let mut body = answer.json();
            for name in ["id", "token", "link", "email", "expires_at"] {
                assert!(body[name].is_string(), "{body}");
                body[name] = Value::Null;
            }
            body
        };
        assert_eq!(blank(&known), blank(&new));
        for invited in [&known, &new] {
            served.accepted(invited, Served::password());
        }
        // The list of members calls people what the tenant calls them.
        let members = globex.get("/v1/members").is(200).json();
        let names: Vec<_> = members["items"]
            .as_array()
            .expect("members")
            .iter()
            .map(|one| one["name"].clone())
            .collect();
        assert_eq!(names.iter().filter(|name| **name == "Bob").count(), 2);
    });
}
