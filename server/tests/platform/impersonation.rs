//! An operator in the place of a member: for a while, in one tenant, told everywhere, and never by who they are not.

use ratebook_server_testing::{Answer, Client, Served};
use serde_json::{Value, json};

const HEADER: &str = "x-impersonated-by";

fn account(client: &Client) -> String {
    let me = client.get("/v1/auth/me").is(200).json();
    me["account"]["id"].as_str().expect("an id").to_owned()
}

fn tenant(client: &Client) -> String {
    let me = client.get("/v1/auth/me").is(200).json();
    me["memberships"][0]["tenant"]["id"].as_str().expect("an id").to_owned()
}

fn plain(id: &str) -> String {
    id.replace('-', "")
}

fn begin(operator: &Client, tenant: &str, account: &str, minutes: i64) -> Answer {
    let body = json!({"account": account, "reason": "ticket 4711", "minutes": minutes});
    operator.post(&format!("/v1/tenants/{tenant}/impersonate"), &body)
}

#[test]
fn an_operator_acts_as_a_member_and_is_told_as_both() {
    Served::on_both(|served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let (acme, who, by) = (tenant(&owner), account(&owner), account(&operator));
        let begun = begin(&operator, &acme, &who, 30).is(200);
        let support = served.anybody().with_tokens(&begun);
        let told = support.get("/v1/auth/me").is(200);
        assert_eq!(told.header(HEADER), Some(by.as_str()));
        let me = told.json();
        assert_eq!(
            (&me["account"]["id"], &me["account"]["is_operator"]),
            (&json!(who), &json!(false))
        );
        let instead = &me["impersonated_by"];
        assert_eq!(
            (&instead["id"], &instead["reason"]),
            (&json!(by), &json!("ticket 4711"))
        );
        assert!(instead["ends_at"].is_string(), "{instead}");
        // What they do is what the member may do, and is told of the operator, in whose place the member's.
        let made = support.post("/v1/tags", &json!({"name": "gold"})).is(201);
        assert_eq!(made.header(HEADER), Some(by.as_str()));
        let id = made.json()["id"].as_str().expect("an id").to_owned();
        let history = owner.get(&format!("/v1/tags/{id}/history")).is(200);
        assert_eq!(history.header(HEADER), None);
        let entry = history.json()["items"][0].clone();
        assert_eq!((&entry["actor"], &entry["on_behalf_of"]), (&json!(by), &json!(who)));
        let rows = served.rows("audit");
        let begun = rows
            .iter()
            .find(|row| row["action"] == "impersonated")
            .expect("an entry");
        assert_eq!(
            (&begun["actor"], &begun["tenant_id"]),
            (&json!(plain(&by)), &json!(plain(&acme)))
        );
        assert!(begun["changes"].to_string().contains("ticket 4711") && begun["changes"].to_string().contains(&who));
        // The member sees it, and ends it.
        let sessions = owner.get("/v1/auth/sessions").is(200).json();
        let all = sessions["items"].as_array().expect("sessions");
        let taken = all
            .iter()
            .find(|one| one["impersonated_by"].is_object())
            .expect("the session");
        assert_eq!(taken["impersonated_by"]["reason"], "ticket 4711");
        assert_eq!(all.iter().filter(|one| one["impersonated_by"].is_null()).count(), 1);
        let path = format!("/v1/auth/sessions/{}", taken["id"].as_str().expect("an id"));
        support.get("/v1/tags").is(200);
        owner.delete(&path).is(204);
        support.get("/v1/tags").fails(401, "tenancy.not_signed_in");
    });
}

#[test]
fn in_another_place_nobody_changes_what_opens_it() {
    Served::on_both(|served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let (acme, who) = (tenant(&owner), account(&owner));
        let support = served.anybody().with_tokens(&begin(&operator, &acme, &who, 30).is(200));
        support.get("/v1/members").is(200);
        support.get("/v1/api-keys").is(200);
        let password = json!({"password": Served::password(), "new_password": "another horse"});
        let member = json!({"email": "b@example.com", "name": "B", "roles": ["admin"]});
        for answer in [
            support.post("/v1/auth/password", &password),
            support.post("/v1/auth/second-factor", &json!({"password": Served::password()})),
            support.post("/v1/auth/second-factor/confirm", &json!({"code": "000000"})),
            support.post("/v1/auth/second-factor/disable", &json!({"code": "000000"})),
            support.post("/v1/api-keys", &json!({"name": "x", "scopes": ["*"]})),
            support.post("/v1/members", &member),
            support.patch(&format!("/v1/members/{who}"), &json!({"roles": ["support"]})),
            support.delete("/v1/auth/sessions/0190f2a5-7d3c-7e1a-8000-000000000000"),
            support.get("/v1/tenants"),
            begin(&support, &acme, &who, 30),
        ] {
            answer.fails(403, "tenancy.permission_missing");
        }
    });
}

#[test]
fn it_ends_by_itself_however_often_it_is_renewed_and_by_signing_out() {
    Served::on_both(|served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let (acme, who) = (tenant(&owner), account(&owner));
        for minutes in [0, 61] {
            begin(&operator, &acme, &who, minutes).fails(422, "request.range");
        }
        let begun = begin(&operator, &acme, &who, 20).is(200);
        assert_eq!(begun.json()["expires_in"], 900);
        let support = served.anybody().with_tokens(&begun);
        served.pass(600);
        let renewed = served
            .anybody()
            .post("/v1/auth/refresh", &json!({"refresh_token": support.refresh}))
            .is(200);
        let left = renewed.json()["expires_in"].as_i64().expect("seconds");
        assert!((590..=600).contains(&left), "{left}");
        let support = served.anybody().with_tokens(&renewed);
        support.get("/v1/tags").is(200);
        served.pass(601);
        support.get("/v1/tags").fails(401, "tenancy.not_signed_in");
        served
            .anybody()
            .post("/v1/auth/refresh", &json!({"refresh_token": support.refresh}))
            .fails(401, "tenancy.not_signed_in");
        let operator = served.signed_in("operator@example.com");
        let support = served.anybody().with_tokens(&begin(&operator, &acme, &who, 5).is(200));
        support.post("/v1/auth/logout", &json!({})).is(204);
        support.get("/v1/tags").fails(401, "tenancy.not_signed_in");
        let rows = served.rows("audit");
        let out = rows.iter().find(|row| row["action"] == "sign_out").expect("an entry");
        assert_eq!(out["on_behalf_of"], plain(&who));
    });
}

#[test]
fn a_place_is_taken_in_one_tenant_and_of_no_operator() {
    Served::on_both(|served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let other = served.tenant(&operator, "globex");
        let (acme, globex) = (tenant(&owner), tenant(&other));
        let bob = served.member(&owner, "bob@example.com", &["admin"]);
        served.member(&other, "bob@example.com", &["admin"]);
        let who = account(&bob);
        let support = served.anybody().with_tokens(&begin(&operator, &acme, &who, 30).is(200));
        support.get("/v1/tags").is(200);
        support
            .clone()
            .at("globex")
            .get("/v1/tags")
            .fails(403, "tenancy.wrong_tenant");
        let me = support.get("/v1/auth/me").is(200).json();
        let tenants: Vec<&Value> = me["memberships"]
            .as_array()
            .expect("memberships")
            .iter()
            .map(|one| &one["tenant"]["slug"])
            .collect();
        assert_eq!(tenants, ["acme"]);
        // Whoever leaves is nobody whose place could be taken.
        owner
            .patch(&format!("/v1/members/{who}"), &json!({"roles": []}))
            .is(200);
        support.get("/v1/tags").fails(403, "tenancy.wrong_tenant");
        begin(&operator, &acme, &who, 30).fails(404, "records.not_found");
        begin(&operator, &globex, &account(&owner), 30).fails(404, "records.not_found");
        begin(&owner, &acme, &account(&owner), 30).fails(403, "tenancy.permission_missing");
        served.member(&owner, "operator@example.com", &["admin"]);
        begin(&operator, &acme, &account(&operator), 30).fails(403, "tenancy.permission_missing");
        let silent = json!({"account": account(&owner), "reason": " "});
        operator
            .post(&format!("/v1/tenants/{acme}/impersonate"), &silent)
            .fails(422, "request.range");
    });
}

#[test]
fn it_ends_with_the_session_in_which_it_was_begun() {
    Served::on_both(|served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let (acme, who) = (tenant(&owner), account(&owner));
        let stolen = served.signed_in("operator@example.com");
        let support = served.anybody().with_tokens(&begin(&stolen, &acme, &who, 60).is(200));
        support.get("/v1/tags").is(200);
        let new = json!({"password": Served::password(), "new_password": "another horse battery"});
        operator.post("/v1/auth/password", &new).is(204);
        std::thread::sleep(std::time::Duration::from_secs(1));
        support.get("/v1/tags").fails(401, "tenancy.not_signed_in");
        owner.get("/v1/tags").is(200);
    });
}
