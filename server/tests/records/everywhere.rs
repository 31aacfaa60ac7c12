//! One search over all entities, and searches that are saved.

use serde_json::{Value, json};

use crate::fleet::{entity, fleet};
use crate::support::{Server, Someone, Told, text};

/// Boats, and people who see but some of it.
fn open(definition: &mut Value) {
    fleet(definition);
    for name in ["port", "keeper"] {
        entity(definition, name)["fields"]["name"]["search"] = true.into();
    }
    entity(definition, "boat")["fields"]["log"] = json!({"kind": "long_text", "search": true});
    entity(definition, "boat")["masks"] = json!([{"fields": ["/log"], "unless": "logs:read"}]);
    definition["permissions"] = json!(["logs:read"]);
    definition["roles"]["sailor"] = json!({"allow": ["boats:read", "ports:read"]});
    definition["roles"]["cook"] = json!({"allow": ["ropes:read"]});
}

fn made(ann: &Someone, path: &str, body: &Value) -> String {
    text(&ann.post(path, body).well(), "id")
}

fn reason(told: &Told) -> (u16, String, String) {
    let (code, path) = told.reasons().into_iter().next().expect("a reason");
    (told.status, code, path)
}

/// What is found: entity, label and rank.
fn found(someone: &Someone, query: &str) -> Vec<(String, String, String)> {
    let told = someone.get(&format!("/v1/search?{query}")).well();
    let entities = told["entities"].as_array().expect("entities").clone();
    let items = entities.iter().flat_map(|own| {
        let items = own["items"].as_array().expect("items").clone();
        let entity = text(own, "entity");
        items
            .into_iter()
            .map(move |item| (entity.clone(), text(&item, "label"), text(&item, "rank")))
    });
    items.collect()
}

fn told(rows: &[(&str, &str, &str)]) -> Vec<(String, String, String)> {
    let own = rows
        .iter()
        .map(|(entity, label, rank)| ((*entity).to_owned(), (*label).to_owned(), (*rank).to_owned()));
    own.collect()
}

#[test]
fn one_search_finds_what_somebody_may_read() {
    for server in Server::both_by(open) {
        let (ann, bob) = (server.admin(), server.someone(2, "bob", "admin"));
        let (sue, tom) = (server.someone(1, "sue", "sailor"), server.someone(1, "tom", "cook"));
        let port = made(&ann, "/v1/ports", &json!({"name": "Heron"}));
        made(&ann, "/v1/keepers", &json!({"name": "Old Heron"}));
        for (name, log) in [("Avocet", "met a heron"), ("Herons", "calm"), ("White heron", "calm")] {
            made(&ann, "/v1/boats", &json!({"name": name, "log": log, "port_id": port}));
        }
        let all = [
            ("port", "Heron", "exact"),
            ("keeper", "Old Heron", "word"),
            ("boat", "Herons", "prefix"),
            ("boat", "Avocet", "word"),
            ("boat", "White heron", "word"),
        ];
        assert_eq!(found(&ann, "q=heron"), told(&all), "{}", server.name);
        // What is hidden neither finds nor is told, and what may not be read is not there.
        let some = [
            ("port", "Heron", "exact"),
            ("boat", "Herons", "prefix"),
            ("boat", "White heron", "word"),
        ];
        assert_eq!(found(&sue, "q=HERON"), told(&some), "{}", server.name);
        assert_eq!(found(&tom, "q=heron"), [], "{}", server.name);
        assert_eq!(found(&bob, "q=heron"), [], "{}", server.name);
        // Each is what its own list finds first.
        let few = ann.get("/v1/search?q=heron&limit=1&entities=boat").well();
        let list = ann.get("/v1/boats?q=heron&limit=1").well();
        assert_eq!(few["entities"][0]["items"][0]["id"], list["items"][0]["id"]);
        assert_eq!(
            (&few["entities"][0]["more"], &few["entities"][0]["address"]),
            (&json!(true), &json!("/v1/boats"))
        );
        assert_eq!(few["entities"].as_array().expect("entities").len(), 1);
        for (query, code, path) in [
            ("", "request.missing", "/q"),
            ("q=a&limit=21", "request.range", "/limit"),
            ("q=a&entities=boat,bot", "request.unknown", "/entities"),
            ("q=a&sort=name", "request.unknown", "/sort"),
            ("q=a&entities=rope", "request.unknown", "/q"),
        ] {
            let answer = ann.get(&format!("/v1/search?{query}"));
            assert_eq!(reason(&answer), (422, code.to_owned(), path.to_owned()), "{query}");
        }
        assert_eq!(sue.get("/v1/search?q=a&entities=keeper").status, 403, "{}", server.name);
        let long = format!("q={}", "a".repeat(2_000));
        let answer = ann.get(&format!("/v1/search?{long}"));
        assert_eq!(
            answer.status,
            ann.get(&format!("/v1/boats?{long}")).status,
            "{answer:?}"
        );
    }
}

/// The next version, in which nobody asks for the state of a boat.
fn unfiltered(definition: &mut Value) {
    open(definition);
    definition["version"] = 2.into();
    entity(definition, "boat")["fields"]["state"]["filter"] = false.into();
}

#[test]
fn a_search_that_is_saved_is_asked_again() {
    for server in Server::both_by(open) {
        let (ann, sue) = (server.admin(), server.someone(1, "sue", "sailor"));
        let search = |name: &str, entity: &str, query: &str| json!({"name": name, "entity": entity, "query": query});
        let moored = sue
            .post("/v1/saved-searches", &search("Moored", "boat", "state=moored&q=heron"))
            .well();
        assert_eq!(moored["address"], "/v1/boats?state=moored&q=heron");
        assert_eq!(moored["fault"], Value::Null);
        assert_eq!(sue.get(&text(&moored, "address")).status, 200);
        let own = format!("/v1/saved-searches/{}", text(&moored, "id"));
        assert_eq!(sue.get(&own).well(), moored);
        // It is nobody else's.
        assert_eq!(ann.get(&own).status, 404);
        assert_eq!(ann.put(&own, &search("Mine", "boat", "q=a")).status, 404);
        assert_eq!(ann.delete(&own).status, 404);
        assert_eq!(ann.get("/v1/saved-searches").well()["items"], json!([]));
        for (body, code, path) in [
            (search("x", "bot", "q=a"), "request.unknown", "/entity"),
            (search("x", "boat", "colour=red"), "request.unknown", "/query/colour"),
            (search("x", "boat", "limit=0"), "request.range", "/query/limit"),
            (search("x", "boat", "q=a&cursor=b"), "request.unknown", "/query/cursor"),
            (search(&"x".repeat(101), "boat", "q=a"), "request.range", "/name"),
        ] {
            let told = sue.post("/v1/saved-searches", &body);
            assert_eq!(reason(&told), (422, code.to_owned(), path.to_owned()), "{body}");
        }
        assert_eq!(
            sue.post("/v1/saved-searches", &search("x", "keeper", "q=a")).status,
            403
        );
        let again = sue.post("/v1/saved-searches", &search("Moored", "port", "q=a"));
        assert_eq!(
            reason(&again),
            (409, "records.taken".to_owned(), "/name".to_owned()),
            "{}",
            server.name
        );
        let ports = sue.post("/v1/saved-searches", &search("Ports", "port", "q=a")).well();
        let changed = sue.put(
            &format!("/v1/saved-searches/{}", text(&ports, "id")),
            &search("All", "port", "q=b&limit=5"),
        );
        assert_eq!(changed.well()["query"], "q=b&limit=5");
        // Where the pack has changed, it says what is wrong, and stays.
        let new = server.beside_by(unfiltered);
        let sue = new.someone(1, "sue", "sailor");
        let listed = sue.get("/v1/saved-searches").well();
        let items = listed["items"].as_array().expect("items");
        assert_eq!(items.len(), 2, "{}", server.name);
        assert_eq!(
            (&items[0]["fault"]["path"], &items[0]["address"]),
            (&json!("/query/state"), &Value::Null)
        );
        assert_eq!(items[1]["fault"], Value::Null, "{listed}");
        assert_eq!(sue.delete(&own).status, 204);
        assert_eq!(sue.get(&own).status, 404);
    }
}
