//! Tags over HTTP: put on records, found and counted by, called otherwise on all of them.

use serde_json::{Value, json};

use crate::fleet::{entity, fleet};
use crate::support::{Server, Someone, Told, text};

fn tagged(definition: &mut Value) {
    fleet(definition);
    let port = entity(definition, "port");
    port["soft_delete"] = json!({});
    port["fields"]["tags"] = json!({"kind": "tags", "search": true, "filter": true});
    port["fields"]["notes"] = json!({"kind": "tags"});
    port["masks"] = json!([{"fields": ["/notes"], "unless": "notes:read"}]);
    definition["permissions"] = json!(["notes:read"]);
    definition["roles"]["sailor"] = json!({"allow": ["ports:read"]});
    definition["roles"]["mate"] = json!({"allow": ["ports:read", "ports:write"]});
}

fn port(someone: &Someone, name: &str, tags: Value) -> String {
    let body = json!({"name": name, "tags": tags});
    text(&someone.post("/v1/ports", &body).well(), "id")
}

fn named(someone: &Someone, query: &str) -> Vec<String> {
    let told = someone.get(&format!("/v1/ports?{query}")).well();
    let items = told["items"].as_array().expect("items").clone();
    items.iter().map(|item| text(item, "name")).collect()
}

fn counts(someone: &Someone, query: &str) -> Value {
    let told = someone.get(&format!("/v1/ports/tags?{query}")).well();
    let items = told["items"].as_array().expect("items").clone();
    items.iter().map(|item| json!([item["tag"], item["count"]])).collect()
}

fn reason(told: &Told) -> (u16, String, String) {
    let (code, path) = told.reasons().into_iter().next().expect("a reason");
    (told.status, code, path)
}

fn refused(status: u16, code: &str, path: &str) -> (u16, String, String) {
    (status, code.to_owned(), path.to_owned())
}

#[test]
fn tags_are_kept_found_and_counted() {
    for server in Server::both_by(tagged) {
        let ann = server.admin();
        let one = port(&ann, "one", json!(["VIP", " long stay", "vip"]));
        port(&ann, "two", json!(["press"]));
        port(&ann, "three", json!([]));
        port(&server.someone(2, "bob", "admin"), "theirs", json!(["vip"]));
        let path = format!("/v1/ports/{one}");
        assert_eq!(
            ann.get(&path).well()["tags"],
            json!(["long stay", "vip"]),
            "{}",
            server.name
        );
        assert_eq!(named(&ann, "tags=VIP"), ["one"], "{}", server.name);
        assert_eq!(
            named(&ann, "tags=press,long+stay&sort=id"),
            ["one", "two"],
            "{}",
            server.name
        );
        assert_eq!(named(&ann, "q=STAY"), ["one"], "{}", server.name);
        let facets = ann.get("/v1/ports?facets=tags&limit=1").well();
        let expected = json!([
            {"value": "long stay", "count": 1}, {"value": "press", "count": 1}, {"value": "vip", "count": 1}
        ]);
        assert_eq!(facets["facets"]["tags"], expected, "{}", server.name);
        assert_eq!(
            counts(&ann, "field=tags"),
            json!([["long stay", 1], ["press", 1], ["vip", 1]]),
            "{}",
            server.name
        );
        assert_eq!(
            counts(&ann, "field=tags&begins=V"),
            json!([["vip", 1]]),
            "{}",
            server.name
        );
        // Page by page.
        let first = ann.get("/v1/ports/tags?field=tags&limit=2").well();
        let cursor = text(&first, "next_cursor");
        assert_eq!(
            counts(&ann, &format!("field=tags&limit=2&cursor={cursor}")),
            json!([["vip", 1]])
        );
        assert_eq!(
            ann.get(&format!("/v1/ports/tags?field=notes&cursor={cursor}")).status,
            422
        );
        // What is put on and taken off stands in the history.
        ann.patch(&path, &json!({"tags": ["vip"]})).well();
        assert_eq!(named(&ann, "q=stay"), Vec::<String>::new(), "{}", server.name);
        let history = ann.get(&format!("{path}/history")).well();
        let told = history.to_string();
        assert!(told.contains("long stay"), "{told}");
        let sheet = ann.get("/v1/ports/export.csv?fields=name,tags&tags=press").text;
        assert!(sheet.contains("press"), "{sheet}");
        // What is deleted counts no more.
        ann.delete(&path).well_or_none();
        assert_eq!(counts(&ann, "field=tags"), json!([["press", 1]]), "{}", server.name);
    }
}

#[test]
fn tags_become_another_one_on_all_records() {
    for server in Server::both_by(tagged) {
        let ann = server.admin();
        let one = port(&ann, "one", json!(["v.i.p.", "press"]));
        port(&ann, "two", json!(["vip", "important"]));
        port(&ann, "three", json!(["press"]));
        let bob = server.someone(2, "bob", "admin");
        port(&bob, "theirs", json!(["important"]));
        let become_vip = json!({"field": "tags", "tags": ["V.I.P.", "important", "vip"], "become": "VIP"});
        let told = ann.post("/v1/ports/tags", &become_vip).well();
        assert_eq!(told, json!({"changed": 2, "more": false}), "{}", server.name);
        assert_eq!(
            counts(&ann, "field=tags"),
            json!([["press", 2], ["vip", 2]]),
            "{}",
            server.name
        );
        assert_eq!(counts(&bob, "field=tags"), json!([["important", 1]]), "{}", server.name);
        assert_eq!(ann.post("/v1/ports/tags", &become_vip).well()["changed"], 0);
        let history = ann.get(&format!("/v1/ports/{one}/history")).well().to_string();
        assert!(history.contains("v.i.p."), "{history}");
        // One that nobody wants goes.
        let goes = json!({"field": "tags", "tags": ["press"], "become": null});
        assert_eq!(ann.post("/v1/ports/tags", &goes).well()["changed"], 2);
        assert_eq!(counts(&ann, "field=tags"), json!([["vip", 2]]), "{}", server.name);
        // Under one key it is done once.
        let headers = [("idempotency-key", "once")];
        let again = json!({"field": "tags", "tags": ["vip"], "become": "guest"});
        for _ in 0..2 {
            let told = ann.post_with("/v1/ports/tags", &headers, &again).well();
            assert_eq!(told["changed"], 2, "{}", server.name);
        }
    }
}

#[test]
fn more_records_than_are_changed_at_once_are_told() {
    for server in Server::both_by(tagged) {
        let ann = server.admin();
        for round in 0..6 {
            let items: Vec<Value> = (0..100)
                .map(|number| json!({"name": format!("p{round}-{number}"), "tags": ["old"]}))
                .collect();
            ann.post("/v1/ports/bulk", &json!({"action": "create", "items": items}))
                .well();
        }
        let wish = json!({"field": "tags", "tags": ["old"], "become": "new"});
        let told = ann.post("/v1/ports/tags", &wish).well();
        assert_eq!(told, json!({"changed": 500, "more": true}), "{}", server.name);
        let told = ann.post("/v1/ports/tags", &wish).well();
        assert_eq!(told, json!({"changed": 100, "more": false}), "{}", server.name);
    }
}

#[test]
fn whoever_may_not_is_refused() {
    for server in Server::both_by(tagged) {
        let (ann, sue) = (server.admin(), server.someone(1, "sue", "sailor"));
        let max = server.someone(1, "max", "mate");
        port(&ann, "one", json!(["vip"]));
        let wish = json!({"tags": ["vip"], "become": "guest"});
        let needs = |told: &Told| (told.status, told.reasons().into_iter().next().map(|(code, _)| code));
        let missing = (403, Some("tenancy.permission_missing".to_owned()));
        assert_eq!(needs(&sue.post("/v1/ports/tags", &wish)), missing, "{}", server.name);
        assert_eq!(
            max.post("/v1/ports/tags", &wish).well()["changed"],
            1,
            "{}",
            server.name
        );
        // What is hidden is not there: of two fields one is the only one.
        assert_eq!(counts(&sue, ""), json!([["guest", 1]]), "{}", server.name);
        assert_eq!(
            reason(&sue.get("/v1/ports/tags?field=notes")),
            refused(422, "request.unknown", "/field"),
            "{}",
            server.name
        );
        assert_eq!(
            reason(&ann.get("/v1/ports/tags")),
            refused(422, "request.missing", "/field")
        );
        for (body, code, path) in [
            (
                json!({"field": "tags", "tags": [], "become": "x"}),
                "request.missing",
                "/tags",
            ),
            (json!({"field": "tags", "tags": ["a"]}), "request.missing", "/become"),
            (json!({"field": "tags", "become": "x"}), "request.missing", "/tags"),
            (
                json!({"field": "tags", "tags": ["a"], "become": "b,c"}),
                "request.range",
                "/become",
            ),
            (
                json!({"field": "tags", "tags": ["a"], "become": 3}),
                "request.type",
                "/become",
            ),
            (
                json!({"field": "tags", "tags": ["a"], "become": "A"}),
                "request.missing",
                "/tags",
            ),
            (
                json!({"field": "name", "tags": ["a"], "become": "b"}),
                "request.unknown",
                "/field",
            ),
            (
                json!({"field": "tags", "tags": ["a"], "become": "b", "all": true}),
                "request.unknown",
                "/all",
            ),
        ] {
            let told = ann.post("/v1/ports/tags", &body);
            assert_eq!(reason(&told), refused(422, code, path), "{body}");
        }
        assert_eq!(
            reason(&ann.get("/v1/keepers/tags")),
            refused(422, "request.unknown", "/field")
        );
    }
}
