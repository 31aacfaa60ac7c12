//! How the server behaves over HTTP, whatever is asked.

use std::io::Read as _;
use std::net::TcpListener;
use std::thread;

use crate::lives::{plan, subscriber};
use crate::support::{Server, Told, text};
use flate2::read::GzDecoder;
use ratebook::time::Day;
use ratebook_server::manners::Manners;
use ratebook_server::routes::{Needs, Retiring, Routes};
use serde_json::{Value, json};

const PAGE: &str = "https://desk.example.com";

fn unpacked(body: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    GzDecoder::new(body)
        .read_to_end(&mut whole)
        .expect("what was compressed");
    whole
}

#[test]
fn whoever_waits_for_somebody_who_is_stuck_is_told_to_come_back() {
    let server = Server::start("postgres");
    let ann = server.admin();
    let tag = ann.post("/v1/tags", &json!({"name": "hall"})).well();
    let path = format!("/v1/tags/{}", text(&tag, "id"));
    server.while_stuck("SELECT FROM workbench__tag FOR UPDATE", || {
        let began = std::time::Instant::now();
        let told = ann.patch(&path, &json!({"name": "gate"}));
        assert!(began.elapsed() < std::time::Duration::from_secs(30), "{told:?}");
        assert_eq!(
            (told.status, &told.json()["code"]),
            (503, &"engine.busy".into()),
            "{told:?}"
        );
        assert!(told.headers.contains_key("retry-after"), "{told:?}");
        // Who only reads waits for nobody.
        assert_eq!(ann.get(&path).well()["name"], "hall");
    });
    ann.patch(&path, &json!({"name": "gate"})).well();
}

#[test]
fn long_answers_are_compressed_as_whoever_asks_understands_them() {
    for server in Server::both() {
        let ann = server.admin();
        for number in 0..60 {
            ann.post("/v1/tags", &json!({"name": format!("tag-{number}")})).well();
        }
        let client = server.signed_in("ann.admin@tenant1.example.com").at("tenant1");
        let asked = |path: &str, coding: &str| client.send("GET", path, None, &[("accept-encoding", coding)]);
        let path = "/v1/tags?limit=100";
        let plain = asked(path, "identity");
        assert_eq!(plain.header("content-encoding"), None);
        for (coding, begins) in [
            ("gzip", &[0x1f, 0x8b][..]),
            ("zstd", &[0x28, 0xb5, 0x2f, 0xfd]),
            ("br", &[]),
        ] {
            let told = asked(path, coding);
            assert_eq!(told.header("content-encoding"), Some(coding), "{}", server.name);
            assert!(
                told.body.starts_with(begins) && told.body.len() < plain.body.len() / 2,
                "{coding}"
            );
            assert!(
                told.headers
                    .iter()
                    .any(|(name, value)| name == "vary" && value.contains("accept-encoding"))
            );
        }
        assert_eq!(unpacked(&asked(path, "gzip").body), plain.body);
        // Files are written as they are read, and are whole.
        let file = asked("/v1/tags/export.csv", "identity");
        let smaller = asked("/v1/tags/export.csv", "gzip");
        assert_eq!(smaller.header("content-encoding"), Some("gzip"));
        assert_eq!(unpacked(&smaller.body), file.body);
        // What is short is sent as it is.
        assert_eq!(asked("/v1/tags?limit=1", "gzip").header("content-encoding"), None);
    }
}

#[test]
fn a_tag_of_what_was_compressed_is_weak_and_still_good() {
    let server = Server::start("sqlite");
    let ann = server.admin();
    let home = plan(&ann, "Home 50");
    let path = format!("/v1/subscribers/{}", text(&subscriber(&ann, &home, "Ana"), "id"));
    ann.patch(&path, &json!({"address": "a".repeat(1_500)})).well();
    let packed = ann.ask("GET", &path, &[("accept-encoding", "gzip")], None);
    assert_eq!(packed.headers["content-encoding"], "gzip");
    let tag = packed.headers["etag"].clone();
    assert!(tag.starts_with("W/\""), "{tag}");
    assert_eq!(ann.ask("GET", &path, &[("if-none-match", &tag)], None).status, 304);
    let changed = |day: i32| ann.patch_with(&path, &[("if-match", &tag)], &json!({"billing_day": day}));
    assert_eq!((changed(2).status, changed(3).status), (200, 412));
}

#[test]
fn tokens_and_lines_are_not_compressed_and_nothing_compressed_is_taken() {
    let server = Server::start("sqlite");
    let ann = server.admin();
    let who = json!({"email": "ann.admin@tenant1.example.com", "password": "correct horse battery"}).to_string();
    let json_of = |coding| [("content-type", "application/json"), ("accept-encoding", coding)];
    let told = server
        .anybody()
        .send("POST", "/v1/auth/login", Some(who.as_bytes()), &json_of("gzip"));
    assert_eq!((told.status, told.header("content-encoding")), (200, None));
    assert_eq!(told.header("cache-control"), Some("no-store"));
    // Whoever asks line by line is answered line by line.
    let lines = "{\"given\": {}}\n".to_owned() + &"{\"nothing\": 1}\n".repeat(100);
    let kinds = [("content-type", "application/x-ndjson"), ("accept-encoding", "gzip")];
    let told = server
        .anybody()
        .send("POST", "/v1/engine/money/parse", Some(lines.as_bytes()), &kinds);
    assert_eq!(told.header("content-encoding"), None);
    for coding in ["gzip", "br", "deflate, gzip"] {
        let headers = [("content-type", "application/json"), ("content-encoding", coding)];
        let told = ann.ask("POST", "/v1/tags", &headers, Some(&[0x1f, 0x8b, 8, 0]));
        assert_eq!(
            (told.status, told.reasons()[0].0.as_str()),
            (415, "request.type"),
            "{coding}"
        );
        assert_eq!(told.headers["accept-encoding"], "identity");
    }
    let headers = [("content-type", "application/json"), ("content-encoding", "identity")];
    assert_eq!(
        ann.ask("POST", "/v1/tags", &headers, Some(b"{\"name\": \"plain\"}"))
            .status,
        201
    );
}

#[test]
fn browsers_are_told_what_an_answer_is_and_who_may_keep_it() {
    let server = Server::start("sqlite");
    let ann = server.admin();
    let has = |told: &Told, name: &str, value: &str| {
        let own = told.headers.get(name).map(String::as_str).unwrap_or_default();
        assert!(own.contains(value), "{name}: {own}: {told:?}");
    };
    let made = ann.post("/v1/tags", &json!({"name": "vip"}));
    let path = format!("/v1/tags/{}", text(&made.well(), "id"));
    for told in [
        made,
        ann.get(&path),
        ann.get("/v1/tags"),
        ann.get("/v1/nothing"),
        ann.get("/"),
        ann.get("/api/page.js"),
        ann.get("/healthz"),
    ] {
        has(&told, "x-content-type-options", "nosniff");
        has(&told, "referrer-policy", "no-referrer");
        has(&told, "content-security-policy", "default-src 'none'");
        has(&told, "content-security-policy", "frame-ancestors 'none'");
        assert!(!told.headers["content-security-policy"].contains("unsafe"));
        assert!(!told.headers.contains_key("strict-transport-security"));
        assert!(!told.headers.contains_key("access-control-allow-origin"));
        assert_eq!(told.headers["x-request-id"], "4bf92f3577b34da6a3ce929d0e0e4736");
    }
    has(&ann.get(&path), "cache-control", "private, no-cache");
    has(&ann.get(&path), "vary", "authorization");
    has(&ann.get("/v1/tags/1"), "cache-control", "no-store");
    has(
        &ann.post("/v1/tags", &json!({"name": "two"})),
        "cache-control",
        "no-store",
    );
    let strict = Server::start_with(
        "sqlite",
        Manners {
            hsts_seconds: 31_536_000,
            ..Manners::default()
        },
    );
    has(
        &strict.admin().get("/v1/tags"),
        "strict-transport-security",
        "max-age=31536000",
    );
}

#[test]
fn pages_of_other_origins_ask_where_the_settings_say_so() {
    let preflight = |server: &Server, origin: &str| {
        let headers = [
            ("origin", origin),
            ("access-control-request-method", "PATCH"),
            (
                "access-control-request-headers",
                "authorization,if-match,idempotency-key,x-tenant-id",
            ),
        ];
        server.anybody().send("OPTIONS", "/v1/tags/1", None, &headers)
    };
    let closed = Server::start("sqlite");
    assert_eq!(preflight(&closed, PAGE).header("access-control-allow-origin"), None);
    let open = Server::start_with(
        "sqlite",
        Manners {
            cors_origins: vec![PAGE.to_owned()],
            ..Manners::default()
        },
    );
    let told = preflight(&open, PAGE);
    assert_eq!(
        (told.status, told.header("access-control-allow-origin")),
        (200, Some(PAGE))
    );
    let allowed = told.header("access-control-allow-headers").expect("headers");
    assert!(allowed.contains("if-match") && allowed.contains("idempotency-key") && allowed.contains("x-tenant-id"));
    assert!(
        told.header("access-control-allow-methods")
            .expect("methods")
            .contains("PATCH")
    );
    assert_eq!(told.header("access-control-allow-credentials"), None);
    assert_eq!(
        preflight(&open, "https://eve.example.com").header("access-control-allow-origin"),
        None
    );
    let read = open.admin().ask("GET", "/v1/tags", &[("origin", PAGE)], None);
    assert_eq!(read.headers["access-control-allow-origin"], PAGE);
    assert!(read.headers["access-control-expose-headers"].contains("etag"));
    // Refusals are read as well as answers are.
    let refused = open.anybody().send("GET", "/v1/tags", None, &[("origin", PAGE)]);
    assert_eq!(
        (refused.status, refused.header("access-control-allow-origin")),
        (401, Some(PAGE))
    );
    let any = Server::start_with(
        "sqlite",
        Manners {
            cors_origins: vec!["*".to_owned()],
            ..Manners::default()
        },
    );
    assert_eq!(
        preflight(&any, "https://eve.example.com").header("access-control-allow-origin"),
        Some("*")
    );
}

#[test]
fn an_address_tells_how_it_is_asked_and_is_asked_in_no_other_way() {
    let server = Server::start("sqlite");
    let ann = server.admin();
    ann.post("/v1/tags", &json!({"name": "vip"})).well();
    let allowed = |path: &str| {
        let told = ann.ask("OPTIONS", path, &[], None);
        assert_eq!((told.status, told.text.as_str()), (204, ""), "{path}");
        told.headers["allow"].clone()
    };
    assert_eq!(allowed("/v1/tags"), "GET, HEAD, OPTIONS, POST");
    assert_eq!(allowed("/v1/tags/1"), "DELETE, GET, HEAD, OPTIONS, PATCH, PUT");
    assert_eq!(allowed("/v1/tags/export.csv"), "GET, HEAD, OPTIONS");
    assert_eq!(allowed("/v1/auth/login"), "OPTIONS, POST");
    assert_eq!(ann.ask("OPTIONS", "/nothing/here", &[], None).status, 404);
    for (method, path) in [
        ("PUT", "/v1/tags"),
        ("DELETE", "/v1/members"),
        ("GET", "/v1/auth/login"),
        ("POST", "/healthz"),
        ("BREW", "/v1/tags"),
    ] {
        let told = ann.ask(method, path, &[], None);
        assert_eq!(
            (told.status, told.headers["content-type"].as_str()),
            (405, "application/problem+json"),
            "{method} {path}"
        );
        let allow = &told.headers["allow"];
        assert!(
            !allow.split(',').any(|own| own.trim() == method) && !allow.is_empty(),
            "{method} {path}: {allow}"
        );
    }
    let (read, head) = (ann.get("/v1/tags"), ann.ask("HEAD", "/v1/tags", &[], None));
    assert_eq!((head.status, head.text.as_str()), (200, ""));
    for name in ["content-type", "cache-control", "content-length", "vary"] {
        assert_eq!(head.headers.get(name), read.headers.get(name), "{name}");
    }
}

#[test]
fn an_address_that_is_no_text_leads_nowhere() {
    let server = Server::start("sqlite");
    let ann = server.admin();
    for path in [
        "/v1/%ff",
        "/v1/tags/%c3%28",
        "/v1/tags/%ff/history",
        "/v1/tags/%ff/activate",
        "/v1/tenants/%ff",
        "/v1/members/%ff",
        "/v1/auth/sessions/%ff",
        "/v1/acts/%ff",
        "/%ff",
        "/v1/engine/%ff/x",
    ] {
        for method in ["GET", "PATCH", "DELETE", "POST"] {
            let told = ann.ask(method, path, &[("content-type", "application/json")], Some(b"{}"));
            assert_eq!(
                (told.status, told.headers["content-type"].as_str()),
                (404, "application/problem+json"),
                "{method} {path}"
            );
        }
    }
    // Whatever else a path has in it is a problem as well, and no page of text.
    for path in [
        "/v1/tags/%00",
        "/v1/tags/%2e%2e%2f",
        "/v1/%2ftags",
        "/v1//",
        "/v1/tags/",
    ] {
        let told = ann.get(path);
        assert_eq!(
            (told.status, told.headers["content-type"].as_str()),
            (404, "application/problem+json"),
            "{path}: {told:?}"
        );
    }
}

#[test]
fn a_route_that_goes_says_since_when_until_when_and_what_is_instead() {
    let retiring = Retiring {
        since: Day::new(2026, 1, 1).expect("a day"),
        sunset: Day::new(2027, 7, 1).expect("a day"),
        instead: "/v2/tags",
    };
    let routes = Routes::<()>::default()
        .get_retiring("/v1/old", Needs::Nothing, retiring, || async { "old" })
        .get("/v1/new", Needs::Nothing, || async { "new" });
    assert!(routes.table().iter().any(|route| route.retiring == Some(retiring)));
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    listener.set_nonblocking(true).expect("a socket");
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener).expect("a port");
            axum::serve(listener, routes.router()).await.expect("a server");
        });
    });
    let old = ureq::get(format!("http://{address}/v1/old")).call().expect("an answer");
    let told = |name: &str| old.headers().get(name).and_then(|value| value.to_str().ok());
    assert_eq!(told("deprecation"), Some("@1767225600"));
    assert_eq!(told("sunset"), Some("Thu, 01 Jul 2027 00:00:00 GMT"));
    assert_eq!(told("link"), Some("</v2/tags>; rel=\"successor-version\""));
    let new = ureq::get(format!("http://{address}/v1/new")).call().expect("an answer");
    assert!(new.headers().get("deprecation").is_none());
}

/// Boats go, and ports take their place.
fn going(definition: &mut Value) {
    crate::fleet::fleet(definition);
    crate::fleet::entity(definition, "boat")["deprecated"] =
        json!({"since": "2026-10-01", "sunset": "2027-04-01", "instead": "port"});
    crate::fleet::entity(definition, "keeper")["deprecated"] = json!({"since": "2026-10-01"});
    crate::fleet::entity(definition, "port")["fields"]["name"]["deprecated"] = json!({"since": "2026-10-01"});
}

#[test]
fn what_goes_is_told_with_every_answer() {
    for server in Server::both_by(going) {
        let ann = server.admin();
        let port = text(&ann.post("/v1/ports", &json!({"name": "Home"})).well(), "id");
        let boat = ann.post("/v1/boats", &json!({"name": "Heron", "port_id": port}));
        let own = format!("/v1/boats/{}", text(&boat.well(), "id"));
        for told in [
            boat,
            ann.get("/v1/boats?limit=1"),
            ann.get(&own),
            ann.get(&format!("{own}/history")),
            ann.patch(&own, &json!({"berths": 4})),
            ann.get("/v1/boats/export.csv"),
            ann.post(&format!("{own}/leave"), &json!({})),
            ann.get("/v1/boats?colour=red"),
            ann.delete(&own),
        ] {
            assert_eq!(told.headers["deprecation"], "@1790812800", "{told:?}");
            assert_eq!(told.headers["sunset"], "Thu, 01 Apr 2027 00:00:00 GMT");
            assert!(
                told.headers["link"].contains("</v1/ports>; rel=\"successor-version\""),
                "{told:?}"
            );
        }
        let keepers = ann.get("/v1/keepers");
        assert_eq!(keepers.headers["deprecation"], "@1790812800");
        assert!(!keepers.headers.contains_key("sunset") && !keepers.headers.contains_key("link"));
        let ports = ann.get("/v1/ports");
        assert!(!ports.headers.contains_key("deprecation"), "{ports:?}");
        let document = ann.get("/v1/openapi.json").well();
        assert_eq!(document["paths"]["/v1/boats"]["get"]["deprecated"], true);
        assert_eq!(document["paths"]["/v1/ports"]["get"]["deprecated"], Value::Null);
        assert_eq!(
            document["components"]["schemas"]["Port"]["properties"]["name"]["deprecated"],
            true
        );
    }
}
