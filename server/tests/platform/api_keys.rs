//! Keys by which programs come in: what they may, what ends them, and what is told of those that do not hold.

use std::net::IpAddr;
use std::thread;
use std::time::Duration;

use ratebook_server::came::{Proxies, Ranges};
use ratebook_server_testing::{Answer, Base, Client, Served};
use serde_json::{Value, json};

fn make(by: &Client, body: &Value) -> Value {
    by.post("/v1/api-keys", body).is(201).json()
}

fn of(scopes: &[&str]) -> Value {
    json!({"name": "the site", "scopes": scopes})
}

fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    value[name].as_str().expect("a text")
}

/// Whoever comes by a key, and names no tenant.
fn by(served: &Served, key: &Value) -> Client {
    served.anybody().with_token(text(key, "key"))
}

fn at(key: &Value) -> String {
    format!("/v1/api-keys/{}", text(key, "id"))
}

fn account(client: &Client) -> String {
    text(&client.get("/v1/auth/me").is(200).json()["account"], "id").to_owned()
}

#[track_caller]
fn refused(answer: Answer) -> String {
    format!("{:?}", answer.fails(401, "tenancy.not_signed_in").without_trace())
}

#[test]
fn a_key_may_what_its_scopes_and_its_maker_may_and_is_shown_once() {
    Served::on_both(|served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let key = make(&owner, &of(&["tags:*", "users:read"]));
        assert!(text(&key, "key").starts_with("rk_live_"), "{key}");
        let site = by(served, &key);
        let tag = site.post("/v1/tags", &json!({"name": "gold"})).is(201).json();
        site.get("/v1/tags").is(200);
        site.get("/v1/members").is(200);
        site.get("/v1/vehicles").fails(403, "tenancy.permission_missing");
        site.get(&format!("/v1/tags/{}/history", text(&tag, "id"))).is(200);
        // It is listed without the key, by how it begins and ends.
        let listed = owner.get("/v1/api-keys").is(200);
        assert!(!listed.text().contains(text(&key, "key")));
        let item = &listed.json()["items"][0];
        assert!(text(&key, "key").ends_with(text(item, "last_four")));
        assert_eq!(
            (&item["account"], &item["scopes"]),
            (&json!(account(&owner)), &key["scopes"])
        );
        assert!(item["used_at"].is_string(), "{item}");
        // Who made it is who did it, and by which key.
        let rows = served.rows("audit");
        let made = rows.iter().find(|row| row["entity"] == "tag").expect("an entry");
        assert_eq!(plain(&made["actor"]), plain(&json!(account(&owner))));
        assert_eq!(plain(&made["key_id"]), plain(&key["id"]));
        assert!(
            rows.iter()
                .all(|row| !row["changes"].to_string().contains(text(&key, "key")))
        );
    });
}

fn plain(id: &Value) -> String {
    id.as_str().expect("an id").replace('-', "")
}

#[test]
fn a_key_is_never_more_than_its_maker_is_now() {
    Served::on_both(|served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let bob = served.member(&owner, "bob@example.com", &["admin"]);
        let key = make(&bob, &of(&["*"]));
        let site = by(served, &key);
        site.get("/v1/tags").is(200);
        site.get("/v1/members").is(200);
        let path = format!("/v1/members/{}", account(&bob));
        owner.patch(&path, &json!({"roles": ["technician"]})).is(200);
        site.get("/v1/members").fails(403, "tenancy.permission_missing");
        site.get("/v1/stock-items").is(200);
        owner.patch(&path, &json!({"roles": []})).is(200);
        refused(site.get("/v1/stock-items"));
        // Whoever may not make keys makes none.
        let support = served.member(&owner, "support@example.com", &["support"]);
        support
            .post("/v1/api-keys", &of(&["tickets:read"]))
            .fails(403, "tenancy.permission_missing");
        let unknown = owner
            .post("/v1/api-keys", &of(&["tags:read", "tgas:read"]))
            .fails(422, "request.unknown");
        assert_eq!(unknown.json()["path"], "/scopes/1");
        owner.post("/v1/api-keys", &of(&[])).fails(422, "request.range");
    });
}

#[test]
fn a_key_manages_no_keys_no_members_and_no_sessions() {
    Served::on_both(|served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let key = make(&owner, &of(&["*"]));
        let site = by(served, &key);
        let member = json!({"email": "b@example.com", "name": "B", "roles": ["admin"]});
        let change = json!({"password": Served::password(), "new_password": "another horse"});
        for answer in [
            site.post("/v1/api-keys", &of(&["*"])),
            site.delete(&at(&key)),
            site.post(&format!("{}/rotate", at(&key)), &json!({})),
            site.post("/v1/members", &member),
            site.patch(
                &format!("/v1/members/{}", account(&owner)),
                &json!({"roles": ["support"]}),
            ),
            site.post("/v1/auth/password", &change),
            site.get("/v1/auth/sessions"),
            site.delete("/v1/auth/sessions/0190f2a5-7d3c-7e1a-8000-000000000000"),
            site.post("/v1/auth/logout", &json!({})),
            site.get("/v1/auth/me"),
            site.get("/v1/tenants"),
        ] {
            answer.fails(403, "tenancy.permission_missing");
        }
        site.get("/v1/tags").is(200);
    });
}

#[test]
fn whatever_is_wrong_with_a_key_is_refused_alike() {
    Served::on_both(|served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let other = served.tenant(&operator, "globex");
        let soon = json!({"name": "soon over", "scopes": ["tags:read"], "expires_at": "2100-01-01T00:00:00Z"});
        let (revoked, foreign) = (make(&owner, &of(&["tags:read"])), make(&other, &of(&["tags:read"])));
        make(&owner, &soon);
        by(served, &revoked).get("/v1/tags").is(200);
        by(served, &foreign).get("/v1/tags").is(200);
        owner.delete(&at(&revoked)).is(204);
        owner.delete(&at(&revoked)).fails(404, "records.not_found");
        owner.delete(&at(&foreign)).fails(404, "records.not_found");
        owner
            .post(&format!("{}/rotate", at(&foreign)), &json!({}))
            .fails(404, "records.not_found");
        owner
            .post(&format!("{}/rotate", at(&revoked)), &json!({}))
            .fails(422, "tenancy.key_revoked");
        let elsewhere = json!({"name": "there", "scopes": ["tags:read"], "addresses": ["203.0.113.0/24"]});
        let elsewhere = make(&owner, &elsewhere);
        let key = text(&revoked, "key");
        let mistyped = format!(
            "{}{}",
            &key[..key.len() - 1],
            if key.ends_with('0') { '1' } else { '0' }
        );
        let asked = |client: Client| refused(client.get("/v1/tags"));
        let told = [
            asked(by(served, &revoked)),
            asked(by(served, &foreign).at("acme")),
            asked(by(served, &elsewhere)),
            asked(served.anybody().with_token(&mistyped)),
            asked(served.anybody().with_token("rk_live_")),
            asked(served.anybody().with_token(&format!("rk_live_{}", "0".repeat(2_000)))),
        ];
        for other in &told[1..] {
            assert_eq!(told[0], *other);
        }
    });
}

#[test]
fn a_key_ends_when_it_is_said_to_and_a_replaced_one_a_while_later() {
    Served::on_both(|served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let bob = served.member(&owner, "bob@example.com", &["admin"]);
        let first = make(&bob, &of(&["tags:read", "stock_items:read"]));
        let rotate = |key: &Value, seconds: i64| {
            let path = format!("{}/rotate", at(key));
            owner.post(&path, &json!({"overlap_seconds": seconds})).is(201).json()
        };
        let second = rotate(&first, 3_600);
        assert_eq!(
            (&second["replaces"], &second["scopes"]),
            (&first["id"], &first["scopes"])
        );
        // Whoever is shown it is whose rights it has.
        assert_eq!(second["account"], account(&owner));
        by(served, &first).get("/v1/tags").is(200);
        by(served, &second).get("/v1/tags").is(200);
        served.pass(3_601);
        let owner = served.signed_in("owner@acme.example.com").at("acme");
        refused(by(served, &first).get("/v1/tags"));
        by(served, &second).get("/v1/tags").is(200);
        let again = owner.post(&format!("{}/rotate", at(&first)), &json!({}));
        again.fails(422, "tenancy.key_expired");
        let past = json!({"name": "x", "scopes": ["tags:read"], "expires_at": "2001-01-01T00:00:00Z"});
        owner.post("/v1/api-keys", &past).fails(422, "request.range");
        let mut done = served.rows("audit");
        done.retain(|row| row["entity"] == "api_key");
        done.sort_by_key(|row| row["id"].to_string());
        let done: Vec<&Value> = done.iter().map(|row| &row["action"]).collect();
        assert_eq!(done, ["made", "rotated", "made"]);
    });
}

#[test]
fn a_key_that_was_to_end_is_replaced_by_one_that_does() {
    Served::on_both(|served| {
        let owner = served.tenant(&served.operator(), "acme");
        let week = (served.app().now().plus_seconds(7 * 86_400))
            .expect("a moment")
            .to_string();
        let key = make(
            &owner,
            &json!({"name": "x", "scopes": ["tags:read"], "expires_at": week}),
        );
        let other = owner.post(&format!("{}/rotate", at(&key)), &json!({})).is(201).json();
        assert!(other["expires_at"].is_string(), "{other}");
        served.pass(8 * 86_400);
        refused(by(served, &other).get("/v1/tags"));
    });
}

#[test]
fn that_a_key_was_used_is_written_down_now_and_then() {
    Served::on_both(|served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let key = make(&owner, &of(&["tags:read"]));
        let used = || owner.get("/v1/api-keys").is(200).json()["items"][0]["used_at"].clone();
        assert_eq!(used(), Value::Null);
        by(served, &key).get("/v1/tags").is(200);
        let first = used();
        assert!(first.is_string(), "{first}");
        served.pass(200);
        by(served, &key).get("/v1/tags").is(200);
        assert_eq!(used(), first);
        served.pass(200);
        by(served, &key).get("/v1/tags").is(200);
        assert!(used().as_str() > first.as_str(), "{first}");
        let kept = format!("{:?}", served.all_rows());
        assert!(!kept.contains(text(&key, "key")), "the key itself is kept");
    });
}

#[test]
fn a_key_holds_where_its_addresses_are() {
    for base in [Base::Sqlite, Base::Postgres] {
        let direct = Served::start(base);
        let operator = direct.operator();
        let owner = direct.tenant(&operator, "acme");
        let behind = direct.beside_behind(Proxies(Ranges::read(["127.0.0.1"].into_iter()).expect("a proxy")));
        let there = json!({"name": "there", "scopes": ["tags:read"], "addresses": ["203.0.113.0/24", "2001:db8::/32"]});
        let there = make(&owner, &there);
        let from = |address: &str| {
            let address: IpAddr = address.parse().expect("an address");
            by(&behind, &there).ask("GET", "/v1/tags", None, &[("x-forwarded-for", &address.to_string())])
        };
        from("203.0.113.9").is(200);
        from("2001:db8::9").is(200);
        from("198.51.100.7").fails(401, "tenancy.not_signed_in");
        from("203.0.113.9").is(200);
        // Who is believed by nobody writes what they like.
        let lied = by(&direct, &there).ask("GET", "/v1/tags", None, &[("x-forwarded-for", "203.0.113.9")]);
        lied.fails(401, "tenancy.not_signed_in");
    }
}

#[test]
fn another_server_knows_of_a_revoked_key_within_a_second() {
    let served = Served::start(Base::Postgres);
    let operator = served.operator();
    let owner = served.tenant(&operator, "acme");
    let other = served.beside();
    let key = make(&owner, &of(&["tags:read"]));
    by(&other, &key).get("/v1/tags").is(200);
    owner.delete(&at(&key)).is(204);
    refused(by(&served, &key).get("/v1/tags"));
    thread::sleep(Duration::from_millis(1_000));
    refused(by(&other, &key).get("/v1/tags"));
}

#[test]
fn what_was_answered_by_a_wider_key_is_not_told_by_a_narrower_one() {
    Served::on_both(|served| {
        let operator = served.operator();
        let owner = served.tenant(&operator, "acme");
        let (wide, narrow) = (make(&owner, &of(&["*"])), make(&owner, &of(&["tags:write"])));
        let ask = |key: &Value| {
            let body = json!({"name": "gold"});
            by(served, key).ask("POST", "/v1/tags", Some(&body), &[("idempotency-key", "one")])
        };
        ask(&wide).is(201);
        ask(&wide).is(201);
        ask(&narrow).fails(422, "request.conflict");
    });
}
