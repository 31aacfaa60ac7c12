//! Views: what a list, a board, a calendar and a report of the pack answer, and that nothing hidden is told by how they are put together.

use crate::fleet::entity;
use crate::lives::{plan, subscriber};
use crate::support::{Server, Someone, Told, text};
use serde_json::{Value, json};

fn ticket(ann: &Someone, about: &Value, number: usize, priority: &str) -> Value {
    let change = json!({"subscriber_id": about["id"], "subject": format!("S{number}"), "description": "D", "priority": priority});
    ann.post("/v1/tickets", &change).well()
}

fn trip(ann: &Someone, name: &str, days: (&str, &str), price: (&str, &str)) -> Value {
    let price = json!({"amount": price.0, "currency": price.1});
    let change = json!({"name": name, "first_day": days.0, "last_day": days.1, "price": price});
    ann.post("/v1/trips", &change).well()
}

fn names<'a>(answer: &'a Value, field: &str) -> Vec<&'a str> {
    let items = answer["items"].as_array().expect("items").iter();
    items.filter_map(|item| item[field].as_str()).collect()
}

fn refused(told: &Told) -> (u16, String, String) {
    let (code, path) = told.reasons().into_iter().next().expect("a reason");
    (told.status, code, path)
}

fn listed(someone: &Someone) -> Vec<String> {
    let views = someone.get("/v1/views").well();
    let items = views["items"].as_array().expect("items").iter();
    items.map(|view| text(view, "name")).collect()
}

#[test]
fn a_list_has_its_filters_whatever_else_is_asked_for() {
    for server in Server::both() {
        let ann = server.admin();
        let ana = subscriber(&ann, &plan(&ann, "Home 50"), "Ana");
        let all: Vec<Value> = (0..5).map(|number| ticket(&ann, &ana, number, "high")).collect();
        ann.post(
            &format!("/v1/tickets/{}/resolve", text(&all[0], "id")),
            &json!({"resolution": "done"}),
        )
        .well();
        let page = ann.get("/v1/views/open_tickets?total=true").well();
        assert_eq!(page["view"]["label"], "Open tickets", "{}", server.name);
        assert_eq!(
            (page["items"].as_array().map(Vec::len), &page["total"]),
            (Some(4), &json!(4))
        );
        let item = page["items"][0].as_object().expect("a record");
        assert!(
            item.contains_key("subject") && !item.contains_key("description"),
            "{}: {item:?}",
            server.name
        );
        // A filter of the address narrows the view's own and never takes its place.
        for (query, count) in [
            ("status=resolved", 0),
            ("status=resolved,open", 4),
            ("q=s3", 1),
            ("priority=low", 0),
        ] {
            let page = ann.get(&format!("/v1/views/open_tickets?{query}")).well();
            assert_eq!(
                page["items"].as_array().map(Vec::len),
                Some(count),
                "{}: {query}",
                server.name
            );
        }
        let (mut seen, mut cursor) = (Vec::new(), String::new());
        loop {
            let page = ann.get(&format!("/v1/views/open_tickets?limit=3{cursor}")).well();
            seen.extend(names(&page, "number").into_iter().map(str::to_owned));
            match page["next_cursor"].as_str() {
                Some(next) => cursor = format!("&cursor={next}"),
                None => break,
            }
        }
        assert_eq!(seen.len(), 4, "{}: {seen:?}", server.name);
        // A page of the list itself does not follow on one of the view, nor the other way round.
        let other = ann
            .get("/v1/tickets?status=open,in_progress&sort=priority,due_at&limit=1")
            .well();
        let told = ann.get(&format!(
            "/v1/views/open_tickets?cursor={}",
            text(&other, "next_cursor")
        ));
        assert_eq!(refused(&told), (422, "request.range".to_owned(), "/cursor".to_owned()));
        for (query, code, path) in [
            ("colour=red", "request.unknown", "/colour"),
            ("fields=description", "request.unknown", "/fields"),
            ("sums=effort", "request.unknown", "/sums"),
            ("lane=open", "request.unknown", "/lane"),
            ("first=2026-01-01", "request.unknown", "/first"),
            ("sort=description", "request.unknown", "/sort/0"),
        ] {
            let told = ann.get(&format!("/v1/views/open_tickets?{query}"));
            assert_eq!(
                refused(&told),
                (422, code.to_owned(), path.to_owned()),
                "{}: {query}",
                server.name
            );
        }
        assert_eq!(ann.get("/v1/views/opentickets").status, 404);
    }
}

#[test]
fn a_board_has_a_lane_for_each_state_with_pages_of_its_own() {
    for server in Server::both() {
        let ann = server.admin();
        let ana = subscriber(&ann, &plan(&ann, "Home 50"), "Ana");
        let all: Vec<Value> = (0..5).map(|number| ticket(&ann, &ana, number, "high")).collect();
        ann.post(
            &format!("/v1/tickets/{}/resolve", text(&all[0], "id")),
            &json!({"resolution": "done"}),
        )
        .well();
        let board = ann.get("/v1/views/desk?limit=3").well();
        assert_eq!(board["view"]["group"], "status", "{}", server.name);
        let lanes = board["lanes"].as_array().expect("lanes");
        let told: Vec<(&str, u64, usize)> = lanes
            .iter()
            .map(|lane| {
                let items = lane["items"].as_array().map_or(0, Vec::len);
                (
                    lane["value"].as_str().expect("a state"),
                    lane["count"].as_u64().expect("a number"),
                    items,
                )
            })
            .collect();
        let expected = [
            ("open", 4, 3),
            ("in_progress", 0, 0),
            ("resolved", 1, 1),
            ("closed", 0, 0),
        ];
        assert_eq!(told, expected, "{}: {board}", server.name);
        let next = text(&lanes[0], "next_cursor");
        let rest = ann
            .get(&format!("/v1/views/desk?lane=open&limit=3&cursor={next}"))
            .well();
        assert_eq!(
            (rest["items"].as_array().map(Vec::len), &rest["next_cursor"]),
            (Some(1), &Value::Null)
        );
        for (query, path) in [
            (format!("lane=resolved&cursor={next}"), "/cursor"),
            (format!("cursor={next}"), "/cursor"),
        ] {
            let told = ann.get(&format!("/v1/views/desk?{query}"));
            assert_eq!(
                refused(&told),
                (422, "request.range".to_owned(), path.to_owned()),
                "{}",
                server.name
            );
        }
        let narrowed = ann.get("/v1/views/desk?q=s4").well();
        assert_eq!(
            (&narrowed["lanes"][0]["count"], &narrowed["lanes"][2]["count"]),
            (&json!(1), &json!(0))
        );
    }
}

/// Boards by a link, and a plot by the values of it.
fn by_vehicle(definition: &mut Value) {
    let views = definition["views"].as_array_mut().expect("views");
    views.push(json!({"name": "fleet", "kind": "board", "entity": "trip", "group": "vehicle_id", "fields": ["name"]}));
    views.push(json!({"name": "income", "kind": "dashboard", "entity": "trip",
        "plot": {"kind": "share", "along": "vehicle_id", "of": "price"}}));
}

#[test]
fn a_board_by_a_link_has_the_lanes_that_records_have() {
    for server in Server::both_by(by_vehicle) {
        let ann = server.admin();
        let van = ann
            .post("/v1/vehicles", &json!({"plate": "B-1", "model": "Van", "seats": 3}))
            .well();
        for (number, amount) in ["10.50", "20", "30"].into_iter().enumerate() {
            let made = trip(
                &ann,
                &format!("T{number}"),
                ("2027-01-01", "2027-01-02"),
                (amount, "EUR"),
            );
            if number < 2 {
                let path = format!("/v1/trips/{}", text(&made, "id"));
                ann.patch(&path, &json!({"vehicle_id": van["id"]})).well();
            }
        }
        trip(&ann, "T3", ("2027-01-01", "2027-01-02"), ("7", "USD"));
        let board = ann.get("/v1/views/fleet?expand=vehicle_id").well();
        let lanes: Vec<(&Value, &Value)> = board["lanes"]
            .as_array()
            .expect("lanes")
            .iter()
            .map(|lane| (&lane["value"], &lane["count"]))
            .collect();
        assert_eq!(
            lanes,
            [(&van["id"], &json!(2)), (&Value::Null, &json!(2))],
            "{}",
            server.name
        );
        assert_eq!(board["expanded"]["vehicle_id"][text(&van, "id")]["plate"], "B-1");
        let none = ann.get("/v1/views/fleet?lane=").well();
        assert_eq!(none["items"].as_array().map(Vec::len), Some(2), "{}", server.name);
        assert_eq!(ann.get("/v1/views/fleet?lane=red").reasons()[0].1, "/lane");
        let figures = ann.get("/v1/views/income").well();
        let euros = |amount: &str| json!({"amount": amount, "currency": "EUR"});
        let dollars = json!({"amount": "7.00", "currency": "USD"});
        let expected = json!([
            {"value": null, "count": 2, "sum": [euros("30.00"), dollars]},
            {"value": van["id"], "count": 2, "sum": [euros("30.50")]},
        ]);
        assert_eq!(figures["series"], expected, "{}", server.name);
    }
}

#[test]
fn a_calendar_has_what_lies_in_its_days_and_a_report_sums_by_month_and_currency() {
    for server in Server::both() {
        let ann = server.admin();
        trip(&ann, "Over", ("2027-05-20", "2027-07-02"), ("100", "EUR"));
        trip(&ann, "In", ("2027-06-05", "2027-06-06"), ("50.25", "EUR"));
        trip(&ann, "Last", ("2027-06-30", "2027-07-04"), ("7", "USD"));
        trip(&ann, "Before", ("2027-05-01", "2027-05-31"), ("1", "EUR"));
        trip(&ann, "After", ("2027-07-01", "2027-07-01"), ("2", "EUR"));
        let june = ann.get("/v1/views/trips?first=2027-06-01&last=2027-06-30").well();
        assert_eq!(names(&june, "name"), ["Over", "In", "Last"], "{}", server.name);
        assert_eq!(
            (&june["first"], &june["last"]),
            (&json!("2027-06-01"), &json!("2027-06-30"))
        );
        assert!(
            june["items"][0]["price"].is_null(),
            "a column that the view does not have"
        );
        for (query, code, path) in [
            ("", "request.missing", "/first"),
            ("first=2027-06-01", "request.missing", "/last"),
            ("first=2027-06-02&last=2027-06-01", "request.range", "/last"),
            ("first=2027-06-01&last=2029-06-01", "request.range", "/last"),
            ("first=june&last=2029-06-01", "request.range", "/first"),
            ("first=2027-06-01&last=2027-06-30&limit=3", "request.unknown", "/limit"),
        ] {
            let told = ann.get(&format!("/v1/views/trips?{query}"));
            assert_eq!(
                refused(&told),
                (422, code.to_owned(), path.to_owned()),
                "{}: {query}",
                server.name
            );
        }
        let report = ann
            .get("/v1/views/trips_by_month?first=2027-05-01&last=2027-07-31")
            .well();
        assert_eq!(report["total"], 5, "{}", server.name);
        let euros = |amount: &str| json!({"amount": amount, "currency": "EUR"});
        let dollars = json!({"amount": "7.00", "currency": "USD"});
        assert_eq!(report["sums"]["price"], json!([euros("153.25"), dollars]));
        assert_eq!(report["facets"]["vehicle_id"], json!([{"value": null, "count": 5}]));
        let month = |start: &str, end: &str, count: u64, sum: Value| json!({"start": start, "end": end, "count": count, "sum": sum});
        let expected = json!([
            month("2027-05-01", "2027-06-01", 2, json!([euros("101.00")])),
            month("2027-06-01", "2027-07-01", 2, json!([euros("50.25"), dollars])),
            month("2027-07-01", "2027-08-01", 1, json!([euros("2.00")])),
        ]);
        assert_eq!(report["series"], expected, "{}", server.name);
        let narrowed = ann
            .get("/v1/views/trips_by_month?first=2027-07-01&last=2027-07-31&price_first=2%20EUR")
            .well();
        assert_eq!(
            (&narrowed["total"], &narrowed["series"][0]["count"]),
            (&json!(3), &json!(1)),
            "{}",
            server.name
        );
    }
}

/// Trips of which some see neither the price nor the vehicle, and views that put them together by both.
fn masked(definition: &mut Value) {
    entity(definition, "trip")["fields"]["price"]["currency"] = "EUR".into();
    entity(definition, "trip")["fields"]["price"]["sort"] = true.into();
    entity(definition, "trip")["masks"] =
        json!([{"fields": ["/price", "/vehicle_id", "/last_day"], "unless": "personal:read"}]);
    definition["views"] = json!([
        {"name": "by_price", "kind": "list", "entity": "trip", "sort": ["-price", "name"], "fields": ["name", "price"], "sums": ["price"]},
        {"name": "dear", "kind": "list", "entity": "trip", "filter": {"price_first": "100"}, "fields": ["name"]},
        {"name": "fleet", "kind": "board", "entity": "trip", "group": "vehicle_id", "fields": ["name"]},
        {"name": "when", "kind": "calendar", "entity": "trip", "from": "first_day", "to": "last_day", "fields": ["name"]},
        {"name": "income", "kind": "dashboard", "entity": "trip", "sums": ["price"], "facets": ["vehicle_id"],
         "plot": {"kind": "line", "along": "first_day", "of": "price", "per": "month"}},
        {"name": "rooms", "kind": "list", "entity": "stock_item"},
    ]);
}

#[test]
fn nothing_hidden_is_told_by_filter_group_order_sum_or_plot() {
    for server in Server::both_by(masked) {
        let (ann, sue) = (server.admin(), server.someone(1, "sue", "support"));
        let van = ann
            .post("/v1/vehicles", &json!({"plate": "B-1", "model": "Van", "seats": 3}))
            .well();
        let dear = trip(&ann, "A", ("2027-06-01", "2027-06-02"), ("10", "EUR"));
        trip(&ann, "B", ("2027-06-03", "2027-06-04"), ("200", "EUR"));
        assert_eq!(
            listed(&ann),
            ["by_price", "dear", "fleet", "when", "income", "rooms"],
            "{}",
            server.name
        );
        assert_eq!(listed(&sue), ["by_price", "income"], "{}", server.name);
        assert_eq!(names(&ann.get("/v1/views/by_price").well(), "name"), ["B", "A"]);
        assert_eq!(
            ann.get("/v1/views/income").well()["sums"]["price"][0]["amount"],
            "210.00"
        );
        let paths = [
            "/v1/views",
            "/v1/views/by_price?total=true",
            "/v1/views/dear",
            "/v1/views/fleet",
            "/v1/views/fleet?lane=",
            "/v1/views/when?first=2027-06-01&last=2027-06-30",
            "/v1/views/income?first=2027-06-01&last=2027-06-30",
        ];
        let seen = || paths.map(|path| (sue.get(path).status, sue.get(path).text));
        let before = seen();
        assert_eq!(
            before.each_ref().map(|(status, _)| *status),
            [200, 200, 404, 404, 404, 404, 200],
            "{}",
            server.name
        );
        // One that is hidden is told as one that there is not.
        let nobody = sue.get("/v1/views/nobody").text.replace("nobody", "NAME");
        assert_eq!(before[2].1.replace("dear", "NAME"), nobody, "{}", server.name);
        let page = sue.get("/v1/views/by_price").well();
        assert_eq!(
            names(&page, "name"),
            ["A", "B"],
            "{}: an order that they may not know",
            server.name
        );
        assert!(
            page["sums"].is_null() || page["sums"] == json!({}),
            "{}: {page}",
            server.name
        );
        let columns: Vec<&Value> = page["view"]["columns"].as_array().expect("columns").iter().collect();
        assert_eq!(columns.len(), 1, "{}: {page}", server.name);
        let income = sue.get("/v1/views/income?first=2027-06-01&last=2027-06-30").well();
        assert_eq!(
            (&income["total"], &income["sums"], &income["facets"]),
            (&json!(2), &json!({}), &json!({}))
        );
        assert!(
            income["series"].is_null() && income["view"]["plot"].is_null(),
            "{}: {income}",
            server.name
        );
        for query in [
            "sort=price",
            "price_first=1",
            "where=price%20%3E%20decimal('1')",
            "expand=vehicle_id",
            "last_day=2027-06-02",
        ] {
            assert_eq!(
                sue.get(&format!("/v1/views/by_price?{query}")).status,
                422,
                "{}: {query}",
                server.name
            );
        }
        // Whatever becomes of what is hidden, every byte stays.
        let path = format!("/v1/trips/{}", text(&dear, "id"));
        let without_version = |told: [(u16, String); 7]| {
            told.map(|(status, text)| {
                let mut json: Value = serde_json::from_str(&text).expect("JSON");
                for item in json["items"].as_array_mut().into_iter().flatten() {
                    for name in ["version", "updated_at"] {
                        item.as_object_mut().expect("a record").remove(name);
                    }
                }
                (status, json)
            })
        };
        let change =
            json!({"price": {"amount": "900", "currency": "EUR"}, "vehicle_id": van["id"], "last_day": "2027-06-20"});
        ann.patch(&path, &change).well();
        assert_eq!(without_version(seen()), without_version(before), "{}", server.name);
        // Who may read no such record at all is told so, and has no such view.
        let kim = server.someone(1, "kim", "keeper");
        assert_eq!(listed(&kim), Vec::<String>::new());
        let told = kim.get("/v1/views/by_price");
        assert_eq!(
            (told.status, told.reasons()[0].0.as_str()),
            (403, "tenancy.permission_missing")
        );
        let foreign = server.someone(2, "bob", "admin").get("/v1/views/by_price").well();
        assert_eq!(foreign["items"], json!([]), "{}: another tenant's", server.name);
    }
}

/// The names of what an operation of the document takes in its address.
fn taken(document: &Value, path: &str) -> Vec<String> {
    let parameters = document["paths"][path]["get"]["parameters"].as_array();
    let parameters = parameters.unwrap_or_else(|| panic!("{path} in the document")).iter();
    let asked = parameters.filter(|parameter| parameter["in"] == "query");
    asked.map(|parameter| text(parameter, "name")).collect()
}

#[test]
fn the_document_tells_of_each_view_what_it_takes() {
    for server in Server::both() {
        let ann = server.admin();
        let document = ann.get("/v1/openapi.json").well();
        let views = ann.get("/v1/views").well();
        let views = views["items"].as_array().expect("views");
        assert_eq!(views.len(), 5, "{}", server.name);
        for view in views {
            let (path, name) = (text(view, "address"), text(view, "entity"));
            let own = taken(&document, &path);
            let operation = &document["paths"][&path]["get"];
            assert_eq!(
                (&operation["x-needs"], &operation["x-permission"]),
                (&json!("permission"), &json!(format!("{name}s:read")))
            );
            let list = taken(&document, &format!("/v1/{name}s"));
            let besides = ["lane", "first", "last"];
            for known in list
                .iter()
                .map(String::as_str)
                .chain(besides)
                .filter(|known| *known != "cursor")
            {
                let value = match known {
                    "limit" => "5",
                    "first" | "last" => "2027-06-01",
                    "sort" => "id",
                    "lane" => "open",
                    _ => "x",
                };
                let answer = ann.get(&format!("{path}?{known}={value}"));
                let unknown = ("request.unknown".to_owned(), format!("/{known}"));
                let takes = answer.status == 200 || !answer.reasons().contains(&unknown);
                assert_eq!(
                    own.iter().any(|own| own == known),
                    takes,
                    "{}: {path} {known}: {answer:?}",
                    server.name
                );
            }
            let has_pages = view["kind"] == "list" || view["kind"] == "board";
            assert_eq!(
                own.iter().any(|own| own == "cursor"),
                has_pages,
                "{}: {path}",
                server.name
            );
            let more = own
                .iter()
                .find(|own| !list.contains(own) && !besides.contains(&own.as_str()));
            assert_eq!(more, None, "{}: {path}", server.name);
        }
        // Who may not see a view finds none of it there.
        let kim = server.someone(1, "kim", "keeper");
        let document = kim.get("/v1/openapi.json").well();
        let seen = document["paths"].as_object().expect("paths").keys();
        assert!(
            !seen.clone().any(|path| path.starts_with("/v1/views/")),
            "{}",
            server.name
        );
    }
}
