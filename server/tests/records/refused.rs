//! Bad input: the right problem each, nothing stored, nothing leaked.

use crate::lives::{plan, subscriber};
use crate::support::{Server, text};
use serde_json::{Value, json};

#[test]
fn what_cannot_be_read_is_told_as_it_is() {
    for server in Server::both() {
        let ann = server.admin();
        let json_of = |body: &[u8]| ann.ask("POST", "/v1/tags", &[("content-type", "application/json")], Some(body));
        let deep = [vec![b'['; 5_000], vec![b']'; 5_000]].concat();
        for (body, status, code) in [
            (b"{".as_slice(), 400, "request.json"),
            (b"{\"name\": \"a\",}", 400, "request.json"),
            (b"{\"name\": \"\xff\"}", 400, "request.json"),
            (b"{\"name\": \"\\ud800\"}", 400, "request.json"),
            (b"[1]", 422, "request.type"),
            (b"\"name\"", 422, "request.type"),
            (b"{\"name\": 5}", 422, "request.type"),
            (b"{\"name\": null}", 422, "request.missing"),
            (b"{}", 422, "request.missing"),
            (b"{\"name\": \"vip\", \"color\": \"#fff\"}", 422, "request.unknown"),
            (b"{\"name\": \"vip\", \"version\": 7}", 422, "records.not_writable"),
            (
                b"{\"name\": \"vip\", \"tenant_id\": \"x\"}",
                422,
                "records.not_writable",
            ),
            (b"{\"id\": \"x\", \"name\": \"vip\"}", 422, "request.range"),
        ] {
            let told = json_of(body);
            let shown = String::from_utf8_lossy(body).into_owned();
            assert_eq!(
                (told.status, told.json()["code"].as_str()),
                (status, Some(code)),
                "{shown}: {told:?}"
            );
            assert_eq!(told.headers["content-type"], "application/problem+json");
            assert_eq!(told.json()["trace_id"], "4bf92f3577b34da6a3ce929d0e0e4736");
        }
        let told = json_of(&deep);
        assert!(matches!(told.status, 400 | 413), "{told:?}");
        let huge = format!("{{\"name\": \"{}\"}}", "a".repeat(5 * 1024 * 1024));
        assert_eq!(json_of(huge.as_bytes()).json()["code"], "request.too_large");
        let told = ann.ask("POST", "/v1/tags", &[("content-type", "text/xml")], Some(b"<tag/>"));
        assert_eq!(told.status, 415);
        let told = ann.ask("PUT", "/v1/tags", &[], None);
        assert_eq!(told.status, 405);
        // Nothing is no record, and clears none.
        let tag = ann
            .post("/v1/tags", &json!({"name": "kept", "colour": "#ff0000"}))
            .well();
        let path = format!("/v1/tags/{}", text(&tag, "id"));
        for (method, path) in [("POST", "/v1/tags"), ("PUT", path.as_str()), ("PATCH", path.as_str())] {
            let told = ann.ask(method, path, &[], None);
            assert_eq!(
                (told.status, told.reasons()[0].0.as_str()),
                (400, "request.json"),
                "{method}"
            );
        }
        assert_eq!(ann.get(&path).well(), tag);
        assert_eq!(ann.delete(&path).status, 204);
        assert_eq!(ann.get("/v1/tags?total=true").well()["total"], 0, "nothing was stored");
    }
}

#[test]
fn every_fault_is_told_at_once() {
    for server in Server::both() {
        let ann = server.admin();
        let change = json!({"name": "", "phone": "12", "email": "nobody", "billing_day": 40, "country": "XX", "status": "active",
                            "service_plan_id": "01890a5d-ac96-774b-bcce-b302099a8057", "nope": 1});
        let told = ann.post("/v1/subscribers", &change);
        let paths: Vec<String> = told.reasons().into_iter().map(|(_, path)| path).collect();
        for name in [
            "name",
            "phone",
            "email",
            "billing_day",
            "country",
            "status",
            "nope",
            "address",
        ] {
            assert!(paths.contains(&format!("/{name}")), "{name} is not in {paths:?}");
        }
    }
}

#[test]
fn sql_in_values_and_names_is_text() {
    let hostile = [
        "'; DROP TABLE workbench__tag; --",
        "\" OR 1=1 --",
        "a'||(SELECT 1)||'b",
        "%",
        "_",
        "\\",
        "é'\u{0301}",
        "$1",
        "?1",
    ];
    for server in Server::both() {
        let ann = server.admin();
        for text_of in hostile {
            let change = json!({"name": text_of, "place": "x", "quantity": 1});
            let made = ann.post("/v1/stock-items", &change).well();
            let read = ann.get(&format!("/v1/stock-items/{}", text(&made, "id"))).well();
            assert_eq!(read["name"], made["name"]);
            let quoted: String = text_of.bytes().map(|byte| format!("%{byte:02x}")).collect();
            let found = ann.get(&format!("/v1/stock-items?q={quoted}&limit=100"));
            assert_eq!(found.status, 200, "{text_of}: {found:?}");
            let found = found.json();
            let items = found["items"].as_array().expect("a list");
            assert!(items.iter().any(|one| one["id"] == made["id"]), "{text_of}");
            for path in [
                format!("/v1/stock-items?{quoted}=1"),
                format!("/v1/stock-items?sort={quoted}"),
                format!("/v1/stock-items?fields={quoted}"),
                format!("/v1/stock-items/{quoted}"),
                format!("/v1/{quoted}"),
            ] {
                let told = ann.get(&path);
                assert!(matches!(told.status, 404 | 422), "{path}: {told:?}");
            }
        }
        let all = ann.get("/v1/stock-items?total=true").well();
        assert_eq!(all["total"], hostile.len());
        // What no database can keep is refused by its field.
        let told = ann.post(
            "/v1/stock-items",
            &json!({"name": "a\u{0}b", "place": "x", "quantity": 1}),
        );
        assert_eq!((told.status, told.reasons()[0].1.as_str()), (422, "/name"));
    }
}

#[test]
fn foreign_and_absent_ids_are_answered_byte_for_byte_alike() {
    for server in Server::both() {
        let (ann, eve) = (server.admin(), server.someone(2, "eve", "admin"));
        let home = plan(&ann, "Home 50");
        let ana = subscriber(&ann, &home, "Ana");
        let foreign = text(&ana, "id");
        let absent = "01890a5d-ac96-774b-bcce-b302099a8057".to_owned();
        let same = |method: &str, path: &dyn Fn(&str) -> String, body: Option<&Value>| {
            let asked = |id: &str| {
                let body = body.map(Value::to_string);
                let told = eve.ask(
                    method,
                    &path(id),
                    &[("content-type", "application/json")],
                    body.as_ref().map(String::as_bytes),
                );
                (told.status, told.text.replace(id, "ID"))
            };
            let (one, other) = (asked(&foreign), asked(&absent));
            assert_eq!(one, other, "{}: {method} {}", server.name, path("ID"));
            one
        };
        let own = |id: &str| format!("/v1/subscribers/{id}");
        assert_eq!(same("GET", &own, None).0, 404);
        same("GET", &|id| format!("/v1/subscribers/{id}/history"), None);
        same(
            "GET",
            &|id| format!("/v1/subscribers/{id}?expand=service_plan_id"),
            None,
        );
        same("PATCH", &own, Some(&json!({"billing_day": 3})));
        same("PUT", &own, Some(&json!({})));
        same("DELETE", &own, None);
        same("POST", &|id| format!("/v1/subscribers/{id}/activate"), Some(&json!({})));
        same("POST", &|id| format!("/v1/subscribers/{id}/restore"), Some(&json!({})));
        same("GET", &|id| format!("/v1/subscribers?id={id}&total=true"), None);
        same(
            "GET",
            &|id| format!("/v1/tickets?subscriber_id={id}&total=true&facets=subscriber_id"),
            None,
        );
        let ticket = |id: &str| json!({"subscriber_id": id, "subject": "S", "description": "D"});
        let asked = |id: &str| {
            let told = eve.post("/v1/tickets", &ticket(id));
            (told.status, told.text.replace(id, "ID"))
        };
        assert_eq!(asked(&foreign), asked(&absent), "a link");
        assert_eq!(asked(&foreign).0, 422);
        // And nothing has become of it.
        assert_eq!(ann.get(&own(&foreign)).well(), ana);
        // An offline client of another tenant that brings the same id gets its own record.
        let brought = eve.post("/v1/tags", &json!({"id": foreign, "name": "vip"}));
        assert_eq!(brought.status, 201, "{brought:?}");
    }
}

#[test]
fn a_text_is_kept_in_a_hundred_languages_and_no_more() {
    let server = Server::start("sqlite");
    let ann = server.admin();
    let told = |languages: usize| {
        let texts: serde_json::Map<String, Value> = (0..languages)
            .map(|number| (format!("l{number}"), json!("Text")))
            .collect();
        let price = json!({"amount": "29.90", "currency": "EUR"});
        let change = json!({
            "name": "Home", "download_mbps": 50, "upload_mbps": 10, "price": price, "description": texts,
        });
        ann.post("/v1/service-plans", &change)
    };
    let refused = told(101);
    assert_eq!(refused.status, 422);
    let range = ("request.range".to_owned(), "/description".to_owned());
    assert_eq!(refused.reasons(), [range]);
    told(100).well();
}

#[test]
fn no_more_lists_are_exported_at_once_than_leave_room_for_others() {
    let server = Server::start("sqlite");
    let ann = server.admin();
    let places = server.exports();
    let held = places.try_acquire_many(u32::try_from(places.available_permits()).expect("few"));
    let told = ann.get("/v1/tags/export.csv");
    assert_eq!((told.status, told.reasons()[0].0.as_str()), (503, "engine.busy"));
    drop(held);
    assert_eq!(ann.get("/v1/tags/export.csv").status, 200);
}

#[test]
fn a_line_that_the_database_has_closed_is_replaced_when_the_next_transaction_begins() {
    let server = Server::start("postgres");
    let ann = server.admin();
    for round in 0..3 {
        for number in 0..4 {
            ann.post("/v1/tags", &json!({"name": format!("tag-{round}-{number}")}))
                .well();
            assert_eq!(ann.get("/v1/tags").status, 200);
        }
        assert!(server.close_lines() > 0, "no line was open");
        // Who reads, who writes, and who is asked about first.
        assert_eq!(ann.get("/v1/tags").status, 200, "round {round}");
        ann.post("/v1/tags", &json!({"name": format!("again-{round}")})).well();
        assert!(server.close_lines() > 0);
        ann.post("/v1/tags", &json!({"name": format!("once-more-{round}")}))
            .well();
        assert!(server.close_lines() > 0);
        assert_eq!(
            server
                .signed_in("ann.admin@tenant1.example.com")
                .get("/v1/auth/me")
                .status,
            200
        );
    }
    assert_eq!(ann.get("/v1/tags?total=true&limit=1").well()["total"], 18);
}

#[test]
fn a_transaction_that_has_read_stays_open_for_nobody() {
    let server = Server::start("postgres");
    let ann = server.admin();
    for _ in 0..20 {
        assert_eq!(ann.get("/v1/tags").status, 200);
        assert_eq!(ann.get("/v1/tags/00000000-0000-7000-8000-000000000001").status, 404);
    }
    // What changes a table waits for whoever reads it: not for long.
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert_eq!(server.left_open(), 0);
    assert_eq!(ann.get("/v1/tags").status, 200);
}

#[test]
fn each_question_is_of_its_own_moment_though_it_is_asked_in_a_transaction_that_stands() {
    let server = Server::start("postgres");
    let ann = server.admin();
    // So many lines that whoever writes takes another one than whoever has asked.
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| (0..10).for_each(|_| assert_eq!(ann.get("/v1/tags").status, 200)));
        }
    });
    for number in 1..=30 {
        ann.post("/v1/tags", &json!({"name": format!("tag-{number}")})).well();
        let told = ann.get("/v1/tags?limit=100").well();
        assert_eq!(told["items"].as_array().map(Vec::len), Some(number), "{told}");
        let last = &told["items"][0]["id"];
        let path = format!("/v1/tags/{}", last.as_str().expect("an id"));
        assert_eq!(ann.get(&path).well()["id"], *last);
    }
}

#[test]
fn who_asks_does_not_wait_for_whoever_changes_shapes() {
    let server = Server::start("postgres");
    let ann = server.admin();
    ann.post("/v1/tags", &json!({"name": "one"})).well();
    // As an upgrade holds it (`SHAPES`): from here on nobody writes by the former shape.
    server.while_stuck("SELECT pg_advisory_xact_lock(8241996772141457776)", || {
        for _ in 0..20 {
            let told = ann.get("/v1/tags").well();
            assert_eq!(told["items"].as_array().map(Vec::len), Some(1));
        }
    });
}

#[test]
fn an_upgrade_comes_to_its_turn_while_more_ask_than_there_are_lines() {
    let server = Server::start("postgres");
    let ann = server.admin();
    ann.post("/v1/tags", &json!({"name": "one"})).well();
    let other = server.someone(2, "bea", "admin");
    let is_over = std::sync::atomic::AtomicBool::new(false);
    let over = std::sync::atomic::Ordering::Relaxed;
    std::thread::scope(|scope| {
        for number in 0..40 {
            let (who, tags) = if number % 2 == 0 { (&ann, 1) } else { (&other, 0) };
            let is_over = &is_over;
            scope.spawn(move || {
                while !is_over.load(over) {
                    // Whoever hands a transaction on hands it to their own tenant.
                    let told = who.get("/v1/tags").well();
                    assert_eq!(told["items"].as_array().map(Vec::len), Some(tags), "{told}");
                }
            });
        }
        std::thread::sleep(std::time::Duration::from_millis(500));
        let came = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            for _ in 0..5 {
                server.while_stuck(
                    "SET LOCAL lock_timeout = '5s'; SELECT pg_advisory_xact_lock(8241996772141457776)",
                    || {},
                );
            }
        }));
        is_over.store(true, over);
        came.expect("a turn within five seconds");
    });
}
