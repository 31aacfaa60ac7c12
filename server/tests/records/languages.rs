//! Texts by language over HTTP: found, sorted and told apart.

use serde_json::{Value, json};

use crate::fleet::{entity, fleet};
use crate::support::{Server, Someone, text};

fn berths(definition: &mut Value) {
    fleet(definition);
    definition["languages"] = json!(["en", "de"]);
    let port = entity(definition, "port");
    port["fields"]["about"] = json!({"kind": "translated_text", "search": true, "sort": true, "unique": true});
    port["soft_delete"] = json!({"frees": ["about"]});
}

fn named(someone: &Someone, query: &str, language: Option<&str>) -> Vec<String> {
    let headers: Vec<(&str, &str)> = language.map(|own| ("accept-language", own)).into_iter().collect();
    let told = someone.ask("GET", &format!("/v1/ports?{query}"), &headers, None).well();
    let items = told["items"].as_array().expect("items").clone();
    items.iter().map(|item| text(item, "name")).collect()
}

#[test]
fn texts_are_found_and_sorted_in_the_language_of_whoever_asks() {
    for server in Server::both_by(berths) {
        let ann = server.admin();
        for (name, about) in [
            ("one", json!({"en": "Sea view", "de": "Meerblick"})),
            ("two", json!({"en": "Alley"})),
            ("three", json!({"de": "Seeblick", "pt": "Vista"})),
            ("four", Value::Null),
        ] {
            let body = json!({"name": name, "about": about});
            ann.post("/v1/ports", &body).well();
        }
        // In the language of the pack alone; in another one, and in the pack's besides.
        assert_eq!(named(&ann, "q=sea", None), ["one"], "{}", server.name);
        assert!(named(&ann, "q=meer", None).is_empty(), "{}", server.name);
        assert_eq!(
            named(&ann, "q=MEER", Some("de-AT, en;q=0.5")),
            ["one"],
            "{}",
            server.name
        );
        assert_eq!(named(&ann, "q=see", Some("de")), ["three"], "{}", server.name);
        assert_eq!(named(&ann, "q=se", Some("de")), ["one", "three"], "{}", server.name);
        assert_eq!(named(&ann, "q=alley", Some("de")), ["two"], "{}", server.name);
        assert!(named(&ann, "q=vista", Some("de")).is_empty(), "{}", server.name);
        assert_eq!(named(&ann, "q=v", Some("pt")), ["three", "one"], "{}", server.name);
        // What is missing comes first, and what is not there in a language is sorted as the pack has it.
        assert_eq!(
            named(&ann, "sort=about", None),
            ["three", "four", "two", "one"],
            "{}",
            server.name
        );
        assert_eq!(
            named(&ann, "sort=about", Some("de")),
            ["four", "two", "one", "three"],
            "{}",
            server.name
        );
        assert_eq!(
            named(&ann, "sort=-about", Some("de")),
            ["three", "one", "two", "four"],
            "{}",
            server.name
        );
        // Page by page; a cursor is of one language.
        let in_german = [("accept-language", "de")];
        let first = ann.ask("GET", "/v1/ports?sort=about&limit=2", &in_german, None);
        assert!(
            first
                .headers
                .iter()
                .any(|(name, value)| name == "vary" && value.contains("accept-language")),
            "{first:?}"
        );
        let cursor = text(&first.well(), "next_cursor");
        let next = format!("/v1/ports?sort=about&limit=2&cursor={cursor}");
        let items = ann.ask("GET", &next, &in_german, None).well();
        assert_eq!(items["items"][0]["name"], "one", "{}", server.name);
        assert_eq!(ann.get(&next).status, 422, "{}", server.name);
        // One search over all tells the text that is read.
        let found = ann
            .ask("GET", "/v1/search?q=seeblick&entities=port", &in_german, None)
            .well();
        let item = &found["entities"][0]["items"][0];
        assert_eq!(
            (&item["label"], &item["rank"]),
            (&json!("Seeblick"), &json!("exact")),
            "{found}"
        );
        // Nobody of another tenant finds any of it.
        assert!(named(&server.someone(2, "bob", "admin"), "q=sea", None).is_empty());
    }
}

#[test]
fn texts_are_told_apart_by_the_first_language_of_their_pack() {
    for server in Server::both_by(berths) {
        let ann = server.admin();
        let add = |about: Value| ann.post("/v1/ports", &json!({"name": "n", "about": about}));
        let first = add(json!({"en": "Sea view", "de": "Blick"})).well();
        let refused = add(json!({"en": "SEA VIEW"}));
        assert_eq!(
            (refused.status, refused.reasons()),
            (409, vec![("records.taken".to_owned(), "/about".to_owned())])
        );
        // In other languages there may be the same, and where there is none in the first, many.
        let second = add(json!({"en": "Alley", "de": "Blick"})).well();
        add(json!({"de": "Blick"})).well();
        add(json!({"de": "Blick"})).well();
        let path = format!("/v1/ports/{}", text(&second, "id"));
        let change = |about: Value| ann.patch(&path, &json!({"about": about}));
        assert_eq!(change(json!({"en": "sea view"})).status, 409, "{}", server.name);
        change(json!({"en": "Alley", "de": "Gasse"})).well();
        // One that is deleted gives its text up, and has to have another one when it comes back.
        let gone = format!("/v1/ports/{}", text(&first, "id"));
        ann.delete(&gone).well_or_none();
        change(json!({"en": "sea view"})).well();
        assert_eq!(
            ann.post(&format!("{gone}/restore"), &json!({})).status,
            409,
            "{}",
            server.name
        );
    }
}
