//! Invitations: nobody becomes a member by somebody else's word.

use ratebook_server_testing::{Answer, Base, Client, Served};
use serde_json::{Value, json};

use crate::links::Post;

const EVE: &str = "eve@example.com";

fn invite(owner: &Client, email: &str, roles: &[&str]) -> Answer {
    owner.post("/v1/members", &json!({"email": email, "name": "Bob", "roles": roles}))
}

fn accept(client: &Client, token: &Value, password: Option<&str>) -> Answer {
    let mut body = json!({"token": token});
    body["password"] = password.into();
    client.post("/v1/auth/invitations/accept", &body)
}

fn emails(owner: &Client, path: &str) -> Vec<String> {
    let listed = owner.get(path).is(200).json();
    let listed = listed["items"].as_array().expect("a list").iter();
    listed
        .map(|one| one["email"].as_str().expect("an e-mail").to_owned())
        .collect()
}

#[test]
fn whoever_is_invited_becomes_a_member_by_an_account_of_their_own() {
    Served::on_both(|served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let invited = invite(&owner, "Bob@example.com", &["support"]).is(201);
        assert_eq!(invited.header("cache-control"), Some("no-store"));
        let invited = invited.json();
        assert_eq!(
            (&invited["sent"], &invited["email"]),
            (&json!(false), &json!("bob@example.com"))
        );
        // Until they accept there is no member and no account.
        assert_eq!(emails(&owner, "/v1/members"), ["owner@acme.example.com"]);
        assert_eq!(emails(&owner, "/v1/invitations"), ["bob@example.com"]);
        assert!(
            !json!(served.rows("one_time_links"))
                .to_string()
                .contains(invited["token"].as_str().expect("a token"))
        );
        let anybody = served.anybody();
        let seen = anybody
            .post("/v1/auth/invitations", &json!({"token": invited["token"]}))
            .is(200)
            .json();
        assert_eq!(
            (&seen["tenant"]["slug"], &seen["has_account"]),
            (&json!("acme"), &json!(false))
        );
        accept(&anybody, &invited["token"], None).fails(422, "request.missing");
        accept(&anybody, &invited["token"], Some("short")).fails(422, "request.range");
        accept(&anybody, &invited["token"], Some(Served::password())).is(200);
        accept(&anybody, &invited["token"], Some(Served::password())).fails(401, "tenancy.not_signed_in");
        let bob = served.signed_in("bob@example.com").at("acme");
        // The link was handed on: nobody knows whether the e-mail is theirs.
        assert_eq!(bob.get("/v1/auth/me").is(200).json()["account"]["verified"], false);
        assert!(emails(&owner, "/v1/invitations").is_empty());
        invite(&owner, "bob@example.com", &["support"]).fails(409, "records.taken");
    });
}

/// Whoever makes an account of somebody else's e-mail first has a password to it: it is not what lets them in elsewhere.
#[test]
fn an_account_that_somebody_else_made_is_let_in_nowhere() {
    Served::on_both(|served| {
        let operator = served.operator();
        let acme = served.tenant(&operator, "acme");
        let globex = served.tenant(&operator, "globex");
        served.member(&acme, EVE, &["support"]);
        let invited = invite(&globex, EVE, &["admin"]).is(201).json();
        let eve = served.signed_in(EVE);
        eve.clone()
            .at("globex")
            .get("/v1/tags")
            .fails(403, "tenancy.wrong_tenant");
        // Without the link nobody accepts, and with it nobody but the account of that e-mail.
        accept(&eve, &json!("rbl_guessed"), None).fails(401, "tenancy.not_signed_in");
        accept(&acme, &invited["token"], None).fails(403, "tenancy.permission_missing");
        accept(&served.anybody(), &invited["token"], Some("a wrong guess")).fails(401, "tenancy.not_signed_in");
        accept(&eve, &invited["token"], None).is(200);
        eve.at("globex").get("/v1/members").is(200);
    });
}

#[test]
fn an_invitation_holds_as_long_as_whoever_sent_it_may_send_it() {
    Served::on_both(|served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let admin = served.member(&owner, "admin@example.com", &["admin"]);
        let invited = invite(&admin, EVE, &["admin"]).is(201).json();
        let me = admin.get("/v1/auth/me").is(200).json();
        let path = format!("/v1/members/{}", me["account"]["id"].as_str().expect("an id"));
        owner.patch(&path, &json!({"roles": []})).is(200);
        let anybody = served.anybody();
        accept(&anybody, &invited["token"], Some(Served::password())).fails(403, "tenancy.permission_missing");
        // Nothing of a refusal is kept: no account, and the link is still there.
        assert!(served.rows("accounts").iter().all(|row| row["email"] != EVE));
        // Whoever may renews it in their own name, and the old link is useless.
        let one = format!("/v1/invitations/{}", invited["id"].as_str().expect("an id"));
        let renewed = owner.post(&format!("{one}/renew"), &json!({})).is(200).json();
        accept(&anybody, &invited["token"], Some(Served::password())).fails(401, "tenancy.not_signed_in");
        let stranger = served.tenant(&operator, "globex");
        stranger.delete(&one).fails(404, "records.not_found");
        stranger
            .post(&format!("{one}/renew"), &json!({}))
            .fails(404, "records.not_found");
        served.pass(7 * 86_400 + 1);
        accept(&anybody, &renewed["token"], Some(Served::password())).fails(401, "tenancy.not_signed_in");
        let owner = served.signed_in("owner@acme.example.com").at("acme");
        let renewed = owner.post(&format!("{one}/renew"), &json!({})).is(200).json();
        owner.delete(&one).is(204);
        accept(&anybody, &renewed["token"], Some(Served::password())).fails(401, "tenancy.not_signed_in");
        owner.delete(&one).fails(404, "records.not_found");
    });
}

#[test]
fn whoever_runs_the_installation_invites_as_any_other_member_does() {
    Served::on_both(|served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let joins = invite(&owner, "operator@example.com", &["admin"]).is(201).json();
        accept(&operator, &joins["token"], None).is(200);
        let member = operator.clone().at("acme");
        let invited = invite(&member, EVE, &["admin"]).is(201).json();
        let me = operator.get("/v1/auth/me").is(200).json();
        let path = format!("/v1/members/{}", me["account"]["id"].as_str().expect("an id"));
        owner.patch(&path, &json!({"roles": []})).is(200);
        accept(&served.anybody(), &invited["token"], Some(Served::password())).fails(403, "tenancy.permission_missing");
    });
}

#[test]
fn a_suspended_tenant_takes_in_nobody() {
    Served::on_both(|served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let invited = invite(&owner, EVE, &["support"]).is(201).json();
        let me = owner.get("/v1/auth/me").is(200).json();
        let id = me["memberships"][0]["tenant"]["id"].as_str().expect("an id").to_owned();
        let state = |state: &str| {
            operator
                .patch(&format!("/v1/tenants/{id}"), &json!({"state": state}))
                .is(200)
        };
        state("suspended");
        accept(&served.anybody(), &invited["token"], Some(Served::password())).fails(403, "tenancy.status");
        state("active");
        accept(&served.anybody(), &invited["token"], Some(Served::password())).is(200);
    });
}

#[test]
fn the_first_admin_of_a_tenant_who_has_an_account_is_asked() {
    Served::on_both(|served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let tenant = json!({
            "slug": "globex", "name": "Globex", "pack": "workbench", "zone": "Europe/Madrid",
            "admin": {"email": "owner@acme.example.com", "name": "Ann", "password": "of somebody else"},
        });
        let made = operator.post("/v1/tenants", &tenant).is(201).json();
        assert_eq!(made["admin"]["account"], Value::Null);
        owner
            .clone()
            .at("globex")
            .get("/v1/members")
            .fails(403, "tenancy.wrong_tenant");
        accept(&owner, &made["admin"]["invitation"]["token"], None).is(200);
        let there = owner.clone().at("globex");
        assert_eq!(emails(&there, "/v1/members"), ["owner@acme.example.com"]);
        // Their password is still their own.
        served.signed_in("owner@acme.example.com");
    });
}

#[test]
fn where_letters_are_sent_whoever_invites_is_shown_no_link() {
    for base in [Base::Sqlite, Base::Postgres] {
        let post = Post::default();
        let served = post.served(base);
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let invited = invite(&owner, EVE, &["support"]).is(201).json();
        assert_eq!(
            (&invited["sent"], &invited["token"], &invited["link"]),
            (&json!(true), &Value::Null, &Value::Null)
        );
        let token = post.token(&served, EVE, "invitation");
        assert!(!owner.get("/v1/jobs").is(200).text().contains(&token));
        accept(&served.anybody(), &json!(token), Some(Served::password())).is(200);
        // Whoever has read the letter has the e-mail.
        let me = served.signed_in(EVE).get("/v1/auth/me").is(200).json();
        assert_eq!(me["account"]["verified"], true);
    }
}
