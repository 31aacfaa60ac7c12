//! A time in which nothing is changed: everywhere, or in one tenant.

use ratebook::time::Instant;
use ratebook_server::records::timers;
use ratebook_server_testing::{Answer, Base, Client, Served};
use serde_json::{Value, json};

use crate::links::Post;

fn id(operator: &Client, slug: &str) -> String {
    let tenants = operator.get("/v1/tenants").is(200).json();
    let mut all = tenants["items"].as_array().expect("tenants").iter();
    let own = all.find(|tenant| tenant["slug"] == slug).expect("a tenant");
    own["id"].as_str().expect("an id").to_owned()
}

fn put(client: &Client, path: &str, body: &Value) -> Answer {
    client.ask("PUT", path, Some(body), &[])
}

#[test]
fn nothing_is_changed_anywhere_until_it_is_over_or_ended() {
    Served::on_both(|served| {
        let operator = served.operator();
        let ann = served.tenant(&operator, "acme");
        ann.post("/v1/tags", &json!({"name": "hall"})).is(201);
        let now: Instant = served.app().now();
        let ends_at = Instant::from_microseconds(now.microseconds() + 600_000_000).expect("a moment");
        let set = put(
            &operator,
            "/v1/read-only",
            &json!({"why": "we move", "ends_at": ends_at}),
        )
        .is(200);
        assert_eq!(set.json()["tenant"], json!(null));
        let refused = ann
            .post("/v1/tags", &json!({"name": "yard"}))
            .fails(503, "engine.read_only");
        assert!(refused.text().contains("we move"), "{}", refused.text());
        let again: i64 = refused.header("retry-after").expect("when").parse().expect("a number");
        assert!((590..=600).contains(&again), "{again}");
        // Nobody is asked who they are for it, and members are not told otherwise than operators.
        served
            .anybody()
            .post("/v1/tags", &json!({}))
            .fails(503, "engine.read_only");
        operator.post("/v1/tenants", &json!({})).fails(503, "engine.read_only");
        // Reading and signing in go on.
        assert_eq!(ann.get("/v1/tags?total=true").is(200).json()["total"], 1);
        served.signed_in("owner@acme.example.com").get("/v1/auth/me").is(200);
        // Another server knows within a second, and it ends by itself.
        let beside = served.beside();
        let other = ann.clone().elsewhere(beside.url());
        other
            .post("/v1/tags", &json!({"name": "yard"}))
            .fails(503, "engine.read_only");
        served.pass(601);
        let ann = served.signed_in("owner@acme.example.com").at("acme");
        ann.post("/v1/tags", &json!({"name": "yard"})).is(201);
        // One without an end is ended, and holds from the answer on.
        let operator = served.signed_in("operator@example.com");
        put(&operator, "/v1/read-only", &json!({"why": "we look"})).is(200);
        let refused = ann
            .post("/v1/tags", &json!({"name": "shed"}))
            .fails(503, "engine.read_only");
        assert_eq!(refused.header("retry-after"), None);
        let list = operator.get("/v1/read-only").is(200).json();
        assert_eq!(
            (list["items"][0]["why"].as_str(), list["by_setting"].as_bool()),
            (Some("we look"), Some(false))
        );
        operator.delete("/v1/read-only").is(204);
        ann.post("/v1/tags", &json!({"name": "shed"})).is(201);
        for wrong in [
            json!({}),
            json!({"why": "x", "ends_at": "2020-01-01T00:00:00Z"}),
            json!({"why": "x", "ends_at": "soon"}),
        ] {
            assert_eq!(put(&operator, "/v1/read-only", &wrong).status, 422);
        }
        put(&ann, "/v1/read-only", &json!({"why": "x"})).fails(403, "tenancy.permission_missing");
    });
}

#[test]
fn in_one_tenant_nothing_is_changed_and_its_jobs_wait() {
    for base in [Base::Sqlite, Base::Postgres] {
        let post = Post::default();
        let served = post.served(base);
        let operator = served.operator();
        let (ann, ben) = (served.tenant(&operator, "acme"), served.tenant(&operator, "other"));
        post.taken(&served);
        let invited = |name: &str| json!({"email": format!("{name}@example.com"), "name": name, "roles": ["viewer"]});
        ann.post("/v1/members", &invited("cas")).is(201);
        ben.post("/v1/members", &invited("dan")).is(201);
        let key = ann
            .post("/v1/api-keys", &json!({"name": "the site", "scopes": ["tags:read"]}))
            .is(201)
            .json();
        let site = served.anybody().with_token(key["key"].as_str().expect("a key"));
        let place = format!("/v1/tenants/{}/read-only", id(&operator, "acme"));
        put(&operator, &place, &json!({"why": "a look at their books"})).is(200);
        ann.post("/v1/tags", &json!({"name": "hall"}))
            .fails(503, "engine.read_only");
        ann.get("/v1/tags").is(200);
        // Who may not in any case is told that, and not what stands against it; nor is anybody who is no member.
        for (who, path, status) in [
            (&site, "/v1/members", 403),
            (&ben.clone().at("acme"), "/v1/tags", 403),
            (&served.anybody().at("acme"), "/v1/tags", 401),
        ] {
            let told = who.post(path, &json!({"name": "yard"})).is(status).text();
            assert!(!told.contains("a look at their books"), "{path}: {told}");
        }
        ben.post("/v1/tags", &json!({"name": "hall"})).is(201);
        let sent = post.taken(&served);
        assert_eq!((sent.len(), sent[0].to.as_str()), (1, "dan@example.com"), "{sent:?}");
        operator.delete(&place).is(204);
        ann.post("/v1/tags", &json!({"name": "hall"})).is(201);
        assert_eq!(post.taken(&served)[0].to, "cas@example.com");
        let nobody = "/v1/tenants/01890a5d-ac96-774b-bcce-b302099a8057/read-only";
        put(&operator, nobody, &json!({"why": "x"})).fails(404, "records.not_found");
    }
}

#[test]
fn a_setting_says_so_for_as_long_as_a_server_runs() {
    Served::on_both(|served| {
        let operator = served.operator();
        let ann = served.tenant(&operator, "acme");
        let reads = served.beside_that_reads();
        let there = ann.clone().elsewhere(reads.url());
        there
            .post("/v1/tags", &json!({"name": "hall"}))
            .fails(503, "engine.read_only");
        there.get("/v1/tags").is(200);
        assert_eq!(reads.wait_for(timers::fire_due(reads.app())).expect("a look"), 0);
        ann.post("/v1/tags", &json!({"name": "hall"})).is(201);
        let list = operator
            .clone()
            .elsewhere(reads.url())
            .get("/v1/read-only")
            .is(200)
            .json();
        assert_eq!(list["by_setting"], true);
    });
}
