//! Lists: pages, filters, order, search, sums, counts, expansions.

use crate::lives::{plan, subscriber};
use crate::support::{Server, text};
use serde_json::{Value, json};

#[test]
fn pages_follow_on_each_other() {
    for server in Server::both() {
        let ann = server.admin();
        for number in 0..25 {
            let change = json!({"name": format!("Item {:02}", number % 7), "place": "shelf", "quantity": number});
            ann.post("/v1/stock-items", &change).well();
        }
        for sort in ["name", "-name", "quantity", "-created_at"] {
            let mut seen = Vec::new();
            let mut path = format!("/v1/stock-items?sort={sort}&limit=4");
            loop {
                let told = ann.get(&path);
                let page = told.well();
                let items = page["items"].as_array().expect("a list");
                seen.extend(items.iter().map(|one| text(one, "id")));
                let Some(cursor) = page["next_cursor"].as_str() else {
                    assert!(!told.headers.contains_key("link"));
                    break;
                };
                assert_eq!(items.len(), 4);
                let next = format!("/v1/stock-items?sort={sort}&limit=4&cursor={cursor}");
                assert_eq!(told.headers["link"], format!("<{next}>; rel=\"next\""));
                path = next;
            }
            seen.sort();
            seen.dedup();
            assert_eq!(seen.len(), 25, "{} by {sort}", server.name);
        }
    }
}

#[test]
fn a_cursor_is_of_its_list_alone() {
    let server = Server::start("sqlite");
    let ann = server.admin();
    for number in 0..5 {
        let change = json!({"name": format!("Item {number}"), "place": "shelf", "quantity": number});
        ann.post("/v1/stock-items", &change).well();
    }
    let page = ann.get("/v1/stock-items?limit=2").well();
    let cursor = text(&page, "next_cursor");
    assert_eq!(ann.get(&format!("/v1/stock-items?limit=3&cursor={cursor}")).status, 200);
    let mut forged = cursor.clone().into_bytes();
    let last = forged.len() - 3;
    forged[last] = if forged[last] == b'A' { b'B' } else { b'A' };
    let forged = String::from_utf8(forged).expect("text");
    for path in [
        format!("/v1/stock-items?sort=-name&cursor={cursor}"),
        format!("/v1/stock-items?place=shelf&cursor={cursor}"),
        format!("/v1/stock-items?q=item&cursor={cursor}"),
        format!("/v1/tags?cursor={cursor}"),
        format!("/v1/stock-items?cursor={forged}"),
        "/v1/stock-items?cursor=".to_owned(),
        "/v1/stock-items?cursor=%00".to_owned(),
        "/v1/stock-items?cursor=AAAA".to_owned(),
    ] {
        let told = ann.get(&path);
        assert_eq!(
            (told.status, told.reasons()),
            (422, vec![("request.range".to_owned(), "/cursor".to_owned())]),
            "{path}"
        );
    }
    let other = server
        .someone(2, "ann", "admin")
        .get(&format!("/v1/stock-items?cursor={cursor}"));
    assert_eq!(other.status, 422, "another tenant's");
}

#[test]
fn lists_filter_search_count_and_sum() {
    for server in Server::both() {
        let ann = server.admin();
        let (home, office) = (plan(&ann, "Home 50"), plan(&ann, "Office 250"));
        for (name, own) in [("Ana", &home), ("Bob", &home), ("Carla ÄÖ", &office)] {
            subscriber(&ann, own, name);
        }
        let names = |path: &str| -> Vec<String> {
            let page = ann.get(path).well();
            page["items"]
                .as_array()
                .expect("a list")
                .iter()
                .map(|one| text(one, "name"))
                .collect()
        };
        let of_home = format!("/v1/subscribers?service_plan_id={}&sort=name", text(&home, "id"));
        assert_eq!(names(&of_home), ["Ana", "Bob"]);
        assert_eq!(names("/v1/subscribers?q=carla%20%C3%A4"), ["Carla ÄÖ"]);
        assert_eq!(names("/v1/subscribers?q=LINDEN&sort=-name"), ["Carla ÄÖ", "Bob", "Ana"]);
        assert_eq!(names("/v1/subscribers?where=name%20%3D%3D%20%27Bob%27"), ["Bob"]);
        let page = ann
            .get("/v1/subscribers?total=true&facets=status,service_plan_id&limit=1")
            .well();
        assert_eq!(page["total"], 3);
        assert_eq!(page["facets"]["status"], json!([{"value": "pending", "count": 3}]));
        let page = ann.get("/v1/service-plans?sums=price&expand=").well_or_none();
        assert_eq!(page, None, "an empty name is no link");
        let page = ann.get("/v1/service-plans?sums=price").well();
        assert_eq!(
            page["sums"]["price"],
            json!([{"amount": "59.80", "currency": "EUR"}]),
            "{page}"
        );
        let page = ann
            .get("/v1/subscribers?expand=service_plan_id,tags&sort=name&fields=name,service_plan_id")
            .well();
        let expanded = &page["expanded"]["service_plan_id"];
        assert_eq!(expanded[text(&home, "id")]["name"], "Home 50");
        assert_eq!(expanded.as_object().map(serde_json::Map::len), Some(2));
        assert_eq!(page["expanded"]["tags"], json!({}));
        assert!(
            page["items"][0].get("address").is_none(),
            "fields that were not asked for"
        );
        let one = ann
            .get(&format!("/v1/service-plans/{}?fields=name", text(&home, "id")))
            .well();
        assert_eq!((&one["name"], one.get("price")), (&Value::from("Home 50"), None));
    }
}

#[test]
fn every_parameter_is_known_or_refused_by_name() {
    let server = Server::start("sqlite");
    let ann = server.admin();
    for (query, code, path) in [
        ("colour=red", "request.unknown", "/colour"),
        ("sort=address", "request.unknown", "/sort/0"),
        ("fields=nope", "request.unknown", "/fields/0"),
        ("expand=name", "request.unknown", "/expand/0"),
        ("sums=name", "request.unknown", "/sums/0"),
        ("facets=address", "request.unknown", "/facets/0"),
        ("limit=0", "request.range", "/limit"),
        ("limit=101", "request.range", "/limit"),
        ("limit=ten", "request.range", "/limit"),
        ("total=yes", "request.range", "/total"),
        ("where=pppoe_password%20%3D%3D%20%27x%27", "request.range", "/where"),
        ("q=a&q=b", "request.conflict", "/q"),
        ("q=%ff", "request.range", ""),
    ] {
        let told = ann.get(&format!("/v1/subscribers?{query}"));
        assert_eq!(told.status, 422, "{query}: {told:?}");
        assert!(
            told.reasons().contains(&(code.to_owned(), path.to_owned())),
            "{query}: {:?}",
            told.reasons()
        );
    }
    assert_eq!(ann.get("/v1/nothing").status, 404);
    assert_eq!(ann.get("/v1/service_plans").status, 404);
}
