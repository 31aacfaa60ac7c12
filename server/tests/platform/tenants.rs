//! Tenants: made by the operator, and closed to everybody else.

use std::thread;
use std::time::Duration;

use ratebook_server_testing::{Base, Client, Served};
use serde_json::{Value, json};

fn wanted(slug: &str) -> Value {
    json!({
        "slug": slug, "name": "Acme Hire", "pack": "workbench", "zone": "Europe/Madrid",
        "admin": {"email": format!("ann@{slug}.example.com"), "name": "Ann", "password": Served::password()},
    })
}

fn members(client: &Client) -> ratebook_server_testing::Answer {
    client.get("/v1/members")
}

#[test]
fn an_operator_makes_tenants_with_their_first_admin() {
    Served::on_both(|served| {
        let operator = served.operator();
        let made = operator.post("/v1/tenants", &wanted("acme")).is(201).json();
        assert_eq!(made["admin"]["roles"], json!(["owner"]));
        let ann = served.signed_in("ann@acme.example.com");
        let me = ann.get("/v1/auth/me").is(200).json();
        assert_eq!(me["memberships"][0]["tenant"]["slug"], "acme");
        assert_eq!(me["memberships"][0]["roles"], json!(["owner"]));
        // The only membership is meant when nobody says.
        assert_eq!(
            members(&ann).is(200).json()["items"].as_array().expect("members").len(),
            1
        );
        members(&ann.clone().at("acme")).is(200);
        members(&ann.clone().at(made["id"].as_str().expect("an id"))).is(200);
        // Nobody else makes one, and an operator is no member.
        ann.post("/v1/tenants", &wanted("other"))
            .fails(403, "tenancy.permission_missing");
        ann.get("/v1/tenants").fails(403, "tenancy.permission_missing");
        served
            .anybody()
            .post("/v1/tenants", &wanted("other"))
            .fails(401, "tenancy.not_signed_in");
        members(&operator.clone().at("acme")).fails(403, "tenancy.wrong_tenant");
        // A slug is had once, and nothing of the second is kept.
        let mut again = wanted("acme");
        again["admin"]["email"] = "bob@example.com".into();
        operator.post("/v1/tenants", &again).fails(409, "records.taken");
        let bob = json!({"email": "bob@example.com", "password": Served::password()});
        served
            .anybody()
            .post("/v1/auth/login", &bob)
            .fails(401, "tenancy.not_signed_in");
        for slug in ["beta", "gamma"] {
            operator.post("/v1/tenants", &wanted(slug)).is(201);
        }
        let page = operator.get("/v1/tenants?limit=2").is(200).json();
        assert_eq!(page["items"][1]["slug"], "beta");
        let cursor = page["next_cursor"].as_str().expect("a cursor").to_owned();
        let rest = operator
            .get(&format!("/v1/tenants?limit=2&cursor={cursor}"))
            .is(200)
            .json();
        assert_eq!(
            (&rest["items"][0]["slug"], &rest["next_cursor"]),
            (&json!("gamma"), &Value::Null)
        );
        operator
            .get("/v1/tenants?limit=101&order=up")
            .fails(422, "request.range");
    });
}

#[test]
fn everything_that_is_wrong_with_a_tenant_is_told_at_once() {
    let served = Served::start(Base::Sqlite);
    let operator = served.operator();
    let wrong = json!({"slug": "www", "name": "Acme", "pack": "nothing", "zone": "Mars/Base", "admin": {"email": "ann"}, "x": 1});
    let answer = operator.post("/v1/tenants", &wrong).is(422).json();
    let faults = answer["errors"].as_array().expect("faults").clone();
    let paths: Vec<_> = faults
        .iter()
        .map(|fault| fault["path"].as_str().expect("a path"))
        .collect();
    assert_eq!(
        paths,
        [
            "/slug",
            "/pack",
            "/zone",
            "/admin/email",
            "/admin/name",
            "/admin/password",
            "/x"
        ]
    );
    operator.post("/v1/tenants", &json!({"admin": 1})).is(422);
    for slug in ["a b", "Ä", "-a-", "550e8400-e29b-41d4-a716-446655440000"] {
        let mut tenant = wanted("acme");
        tenant["slug"] = slug.into();
        operator.post("/v1/tenants", &tenant).is(422);
    }
    let mut nul = wanted("acme");
    nul["name"] = "A\u{0}B".into();
    operator.post("/v1/tenants", &nul).fails(422, "request.range");
    let text = operator.ask(
        "POST",
        "/v1/tenants",
        Some(&json!({})),
        &[("content-type", "text/plain")],
    );
    text.fails(415, "request.type");
}

#[test]
fn a_foreign_tenant_is_as_one_that_is_not_there() {
    Served::on_both(|served| {
        let operator = served.operator();
        let made = operator.post("/v1/tenants", &wanted("acme")).is(201).json();
        let other = served.tenant(&operator, "globex");
        let foreign = [made["id"].as_str().expect("an id"), "acme"];
        let absent = [
            "0190f2a5-7d3c-7e1a-8000-000000000000",
            "nobody",
            "",
            "a'; --",
            &"x".repeat(200),
        ];
        let told: Vec<_> = foreign
            .into_iter()
            .chain(absent)
            .map(|tenant| {
                let answer = members(&other.clone().at(tenant)).fails(403, "tenancy.wrong_tenant");
                answer.without_trace()
            })
            .collect();
        for one in &told {
            assert_eq!(one, &told[0]);
        }
        // By the host as by the header.
        let mut plain = other.clone();
        plain.tenant = None;
        let by_host = |host: &str| plain.ask("GET", "/v1/members", None, &[("host", host)]);
        by_host("globex.ratebook.test").is(200);
        assert_eq!(by_host("acme.ratebook.test").without_trace(), told[0]);
        assert_eq!(by_host("nobody.ratebook.test:4280").without_trace(), told[0]);
    });
}

#[test]
fn who_is_a_member_of_two_says_which_is_meant() {
    Served::on_both(|served| {
        let operator = served.operator();
        let acme = served.tenant(&operator, "acme");
        let globex = served.tenant(&operator, "globex");
        let mut both = served.member(&acme, "both@example.com", &["support"]);
        served.member(&globex, "both@example.com", &["owner"]);
        both.tenant = None;
        members(&both).fails(422, "request.missing");
        // Roles of one tenant mean nothing in the other.
        members(&both.clone().at("acme")).fails(403, "tenancy.permission_missing");
        members(&both.clone().at("globex")).is(200);
    });
}

#[test]
fn a_suspended_tenant_reads_and_writes_nothing() {
    Served::on_both(|served| {
        let operator = served.operator();
        let made = operator.post("/v1/tenants", &wanted("acme")).is(201).json();
        let ann = served.signed_in("ann@acme.example.com");
        let tenant = format!("/v1/tenants/{}", made["id"].as_str().expect("an id"));
        let bob = json!({"email": "bob@example.com", "name": "Bob", "roles": ["support"]});
        members(&ann).is(200);
        operator.patch(&tenant, &json!({"state": "suspended"})).is(200);
        members(&ann).is(200);
        ann.post("/v1/members", &bob).fails(403, "tenancy.status");
        operator
            .patch(&tenant, &json!({"state": "deleted"}))
            .fails(422, "tenancy.status");
        operator.patch(&tenant, &json!({"state": "deleting"})).is(200);
        members(&ann).fails(403, "tenancy.status");
        operator.patch(&tenant, &json!({"state": "active"})).is(200);
        ann.post("/v1/members", &bob).is(201);
        ann.patch(&tenant, &json!({"state": "active"}))
            .fails(403, "tenancy.permission_missing");
        let absent = "/v1/tenants/0190f2a5-7d3c-7e1a-8000-000000000000";
        operator
            .patch(absent, &json!({"state": "active"}))
            .fails(404, "records.not_found");
    });
}

#[test]
fn another_server_knows_of_other_roles_within_a_second() {
    let served = Served::start(Base::Postgres);
    let operator = served.operator();
    let other = served.beside();
    let owner = served.tenant(&operator, "acme");
    let bob = served.member(&owner, "bob@example.com", &["admin"]);
    let there = other
        .anybody()
        .with_token(bob.token.as_deref().expect("a token"))
        .at("acme");
    members(&there).is(200);
    let account = bob.get("/v1/auth/me").json()["account"]["id"]
        .as_str()
        .expect("an id")
        .to_owned();
    owner
        .patch(&format!("/v1/members/{account}"), &json!({"roles": ["support"]}))
        .is(200);
    members(&bob).fails(403, "tenancy.permission_missing");
    thread::sleep(Duration::from_millis(1_000));
    members(&there).fails(403, "tenancy.permission_missing");
}

#[test]
fn a_tenant_is_reached_by_a_domain_of_its_own() {
    Served::on_both(|served| {
        let operator = served.operator();
        let acme = operator.post("/v1/tenants", &wanted("acme")).is(201).json();
        served.tenant(&operator, "globex");
        let ann = served.signed_in("ann@acme.example.com");
        let eve = served.signed_in("owner@globex.example.com");
        let by_host = |client: &Client, host: &str| client.ask("GET", "/v1/members", None, &[("host", host)]);
        let tenant = format!("/v1/tenants/{}", acme["id"].as_str().expect("an id"));
        let domain = |domain: Value| operator.patch(&tenant, &json!({"domain": domain}));
        // A name that is nobody's is as foreign as another tenant's.
        let nobody = by_host(&ann, "hire.acme.test").fails(403, "tenancy.wrong_tenant");
        assert_eq!(
            domain(json!("hire.acme.test")).is(200).json()["domain"],
            "hire.acme.test"
        );
        for host in [
            "hire.acme.test",
            "Hire.ACME.test:4280",
            "acme.ratebook.test",
            "ratebook.test",
            "127.0.0.1",
        ] {
            by_host(&ann, host).is(200);
        }
        for host in ["hire.acme.test", "www.hire.acme.test", "acme.test", "nobody.test"] {
            assert_eq!(by_host(&eve, host).without_trace(), nobody.without_trace(), "{host}");
        }
        by_host(&ann, "www.hire.acme.test").fails(403, "tenancy.wrong_tenant");
        // It is had once, and is none of the installation's own names.
        let page = operator.get("/v1/tenants").is(200).json();
        let globex = format!("/v1/tenants/{}", page["items"][1]["id"].as_str().expect("an id"));
        assert_eq!(
            (&page["items"][0]["domain"], &page["items"][1]["domain"]),
            (&json!("hire.acme.test"), &Value::Null)
        );
        let taken = operator.patch(&globex, &json!({"domain": "hire.acme.test"}));
        assert_eq!(taken.fails(409, "records.taken").json()["path"], "/domain");
        for wrong in [
            "ratebook.test",
            "acme.ratebook.test",
            "localhost",
            "127.0.0.1",
            "Hire.acme.test",
            "a b.test",
            "",
        ] {
            domain(json!(wrong)).fails(422, "request.range");
        }
        domain(json!(5)).fails(422, "request.type");
        operator.patch(&tenant, &json!({})).fails(422, "request.missing");
        ann.patch(&tenant, &json!({"domain": "a.test"}))
            .fails(403, "tenancy.permission_missing");
        // What is taken away holds from the answer on, and somebody else may have it.
        domain(Value::Null).is(200);
        by_host(&ann, "hire.acme.test").fails(403, "tenancy.wrong_tenant");
        // Both or nothing.
        let both = json!({"state": "deleted", "domain": "hire.acme.test"});
        operator.patch(&globex, &both).fails(422, "tenancy.status");
        operator.patch(&globex, &json!({"domain": "hire.acme.test"})).is(200);
        by_host(&eve, "hire.acme.test").is(200);
    });
}
