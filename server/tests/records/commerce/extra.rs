//! What a pack adds to bookings and blocked time: fields like all others, written with an act or by themselves.

use serde_json::{Value, json};

use super::world::{code, room, span, take};
use crate::fleet::entity;
use crate::support::{Server, Someone, text};

/// Bookings that say for how many they are, and for whom.
fn extended(definition: &mut Value) {
    let booking = entity(definition, "booking");
    for (name, field) in [
        (
            "guests",
            json!({"kind": "integer", "min": "1", "max": "90", "required": true, "filter": true, "sort": true}),
        ),
        (
            "layout",
            json!({"kind": "choice", "choices": ["rows", "round"], "default": "rows", "filter": true}),
        ),
        (
            "occasion",
            json!({"kind": "text", "max_length": 120, "search": true, "filter": true}),
        ),
        ("deposit", json!({"kind": "money"})),
        ("diet", json!({"kind": "long_text", "personal": "remove"})),
        (
            "subscriber_id",
            json!({"kind": "link", "entity": "subscriber", "filter": true}),
        ),
    ] {
        booking["fields"][name] = field;
    }
    booking["masks"] = json!([{"fields": ["/note", "/diet"], "unless": "personal:read"}]);
    entity(definition, "block")["fields"]["contractor"] = json!({"kind": "text", "max_length": 80, "filter": true});
    entity(definition, "subscriber")["fields"]["occasions"] =
        json!({"kind": "gathered", "from": "booking.occasion", "by": "subscriber_id", "while": "state == 'confirmed'"});
}

fn subscriber(ann: &Someone, name: &str) -> String {
    let plan = json!({"name": format!("Plan of {name}"), "download_mbps": 100, "upload_mbps": 20, "cycle": "monthly",
        "price": {"amount": "29.90", "currency": "EUR"}, "is_active": true});
    let plan = text(&ann.post("/v1/service-plans", &plan).well(), "id");
    let body = json!({"name": name, "phone": "+34600000000", "address": "Calle Mayor 1", "service_plan_id": plan});
    text(&ann.post("/v1/subscribers", &body).well(), "id")
}

fn at(told: &crate::support::Told) -> (u16, String, String) {
    let (code, path) = told.reasons().into_iter().next().expect("a reason");
    (told.status, code, path)
}

fn refused(code: &str, path: &str) -> (u16, String, String) {
    (422, code.to_owned(), path.to_owned())
}

#[test]
fn acts_write_what_a_pack_has_added() {
    for server in Server::both_by(extended) {
        let ann = server.admin();
        let studio = room(&ann, "Studio", &json!({"zone": "UTC"}));
        let hall = room(&ann, "Hall", &json!({"zone": "UTC"}));
        let ana = subscriber(&ann, "Ana");
        let takes = json!([take(&studio, &span(10, 12)), take(&hall, &span(10, 12))]);
        let extra = json!({"guests": 12, "occasion": "Wedding", "subscriber_id": ana, "deposit": {"amount": "50.00", "currency": "EUR"}});
        let held = json!({"key": "cart", "takes": takes, "ttl_seconds": 600, "extra": extra});
        let held = ann.post("/v1/acts/hold", &held).well();
        for item in held["items"].as_array().expect("items") {
            assert_eq!(item["guests"], 12, "{}", server.name);
            assert_eq!(item["layout"], "rows");
            assert_eq!(item["deposit"], extra["deposit"]);
            assert_eq!(item["diet"], Value::Null);
        }
        let confirmed = json!({"key": "cart", "extra": {"layout": "round", "deposit": null}});
        let confirmed = ann.post("/v1/acts/confirm", &confirmed).well();
        let id = text(&confirmed, "id");
        for item in confirmed["items"].as_array().expect("items") {
            assert_eq!(
                (&item["guests"], &item["layout"]),
                (&json!(12), &json!("round")),
                "{}",
                server.name
            );
            assert_eq!(item["deposit"], Value::Null);
        }
        // What is taken in addition says the same as what was.
        let attic = room(&ann, "Attic", &json!({"zone": "UTC"}));
        let takes = json!([
            take(&studio, &span(13, 14)),
            take(&hall, &span(13, 14)),
            take(&attic, &span(13, 14))
        ]);
        let moved = json!({"booking": id, "takes": takes, "extra": {"guests": 30}});
        let moved = ann.post("/v1/acts/move", &moved).well();
        let said: Vec<_> = moved["items"].as_array().expect("items").iter().collect();
        assert_eq!(said.len(), 3);
        for item in said {
            assert_eq!(
                (&item["guests"], &item["occasion"]),
                (&json!(30), &json!("Wedding")),
                "{}",
                server.name
            );
            assert_eq!(ann.get(&format!("/v1/bookings/{}", text(item, "id"))).well(), *item);
        }
        let history = ann.get(&format!("/v1/bookings/{id}/history")).well();
        let changed = |action: &str| -> Vec<Value> {
            let all = history["items"].as_array().expect("items").iter();
            let own = all.filter(|entry| entry["action"] == action);
            own.flat_map(|entry| entry["changes"].as_array().expect("changes").clone())
                .collect()
        };
        let guests = json!({"field": "guests", "before": 12, "after": 30});
        assert!(changed("booking:moved").contains(&guests), "{}: {history}", server.name);
        let layout = json!({"field": "layout", "before": "rows", "after": "round"});
        assert!(
            changed("booking:confirmed").contains(&layout),
            "{}: {history}",
            server.name
        );
        let block =
            json!({"resource": studio, "when": span(40, 41), "reason": "paint", "extra": {"contractor": "Ivy & Sons"}});
        let block = ann.post("/v1/acts/block", &block).well();
        assert_eq!(block["contractor"], "Ivy & Sons");
        let found = ann.get("/v1/blocks?contractor=Ivy%20%26%20Sons").well();
        assert_eq!(found["items"], json!([block]), "{}", server.name);
    }
}

#[test]
fn what_was_added_is_checked_and_nothing_half_kept() {
    for server in Server::both_by(extended) {
        let ann = server.admin();
        let studio = room(&ann, "Studio", &json!({"zone": "UTC"}));
        let nobody = "01890a5d-ac96-774b-bcce-b302099a8057";
        let book = |extra: Value| {
            ann.post(
                "/v1/acts/book",
                &json!({"takes": [take(&studio, &span(10, 12))], "extra": extra}),
            )
        };
        for (extra, code, path) in [
            (json!({}), "request.missing", "/extra/guests"),
            (json!({"guests": 0}), "request.range", "/extra/guests"),
            (json!({"guests": "many"}), "request.type", "/extra/guests"),
            (
                json!({"guests": 2, "layout": "heap"}),
                "request.unknown",
                "/extra/layout",
            ),
            (
                json!({"guests": 2, "colour": "red"}),
                "request.unknown",
                "/extra/colour",
            ),
            (
                json!({"guests": 2, "state": "cancelled"}),
                "records.not_writable",
                "/extra/state",
            ),
            (
                json!({"guests": 2, "subscriber_id": nobody}),
                "records.link",
                "/extra/subscriber_id",
            ),
        ] {
            assert_eq!(at(&book(extra.clone())), refused(code, path), "{} {extra}", server.name);
        }
        let told = ann.post(
            "/v1/acts/book",
            &json!({"takes": [take(&studio, &span(10, 12))], "extra": [1]}),
        );
        assert_eq!(at(&told), refused("request.type", "/extra"));
        assert_eq!(ann.get("/v1/bookings?total=true").well()["total"], 0);
        assert!(server.rows("native__booking__custom").is_empty(), "{}", server.name);
        let booked = book(json!({"guests": 2})).well();
        let own = format!("/v1/bookings/{}", text(&booked, "id"));
        let patched = ann.patch(&own, &json!({"guests": 4, "occasion": "Jubilee"})).well();
        assert_eq!(
            (&patched["guests"], &patched["occasion"]),
            (&json!(4), &json!("Jubilee")),
            "{}",
            server.name
        );
        assert_eq!(patched["version"], 2);
        for (change, code, path) in [
            (json!({"state": "cancelled"}), "records.not_writable", "/state"),
            (json!({"guests": 91}), "request.range", "/guests"),
            (json!({"guests": null}), "request.missing", "/guests"),
        ] {
            assert_eq!(
                at(&ann.patch(&own, &change)),
                refused(code, path),
                "{} {change}",
                server.name
            );
        }
        assert_eq!(ann.get(&own).well(), patched);
        for (method, path) in [
            ("PUT", own.as_str()),
            ("DELETE", own.as_str()),
            ("POST", "/v1/bookings"),
        ] {
            let body = (method != "DELETE").then(|| json!({"guests": 1}).to_string());
            let kind = [("content-type", "application/json")];
            let told = ann.ask(method, path, &kind, body.as_deref().map(str::as_bytes));
            assert_eq!(code(&told), (422, "records.not_writable".to_owned()), "{method}");
        }
        let (bob, tom) = (
            server.someone(2, "bob", "admin"),
            server.someone(1, "tom", "technician"),
        );
        assert_eq!(bob.patch(&own, &json!({"guests": 5})).status, 404);
        assert_eq!(tom.patch(&own, &json!({"guests": 5})).status, 404);
        assert_eq!(ann.get(&own).well(), patched);
    }
}

#[test]
fn lists_ask_for_what_was_added() {
    for server in Server::both_by(extended) {
        let ann = server.admin();
        let studio = room(&ann, "Studio", &json!({"zone": "UTC"}));
        let (ana, bea) = (subscriber(&ann, "Ana"), subscriber(&ann, "Bea"));
        let mut ids = Vec::new();
        for (place, (guests, occasion, whose)) in [(9, "Wedding fair", &ana), (30, "Board", &bea), (4, "Wedding", &ana)]
            .into_iter()
            .enumerate()
        {
            let hour = 10 + 3 * i32::try_from(place).expect("an hour");
            let extra = json!({"guests": guests, "occasion": occasion, "subscriber_id": whose, "diet": "no nuts"});
            let body = json!({"takes": [take(&studio, &span(hour, hour + 1))], "note": "quiet", "extra": extra});
            ids.push(text(&ann.post("/v1/acts/book", &body).well(), "id"));
        }
        let found = |query: &str| -> Vec<usize> {
            let told = ann.get(&format!("/v1/bookings?{query}")).well();
            let items = told["items"].as_array().expect("items").clone();
            items
                .iter()
                .map(|item| {
                    ids.iter()
                        .position(|id| item["id"] == *id.as_str())
                        .expect("one of them")
                })
                .collect()
        };
        for (query, wanted) in [
            ("sort=-guests".to_owned(), vec![1, 0, 2]),
            ("guests_first=5&sort=guests".to_owned(), vec![0, 1]),
            ("guests=4".to_owned(), vec![2]),
            ("occasion=Board".to_owned(), vec![1]),
            ("q=wedding".to_owned(), vec![2, 0]),
            (format!("subscriber_id={ana}&sort=guests"), vec![2, 0]),
            ("where=guests.orValue(0)%20%3E%2010".to_owned(), vec![1]),
        ] {
            assert_eq!(found(&query), wanted, "{} {query}", server.name);
        }
        let told = ann.get("/v1/bookings?facets=layout&sums=guests&total=true");
        assert_eq!(
            told.well()["facets"]["layout"],
            json!([{"value": "rows", "count": 3}]),
            "{}",
            server.name
        );
        let file = ann.get("/v1/bookings/export.csv?sort=guests").text;
        let head: Vec<&str> = file.lines().next().expect("a head").split(',').collect();
        assert!(head.iter().any(|name| name.contains("guests")), "{file}");
        assert!(file.contains("Wedding fair"), "{file}");
        let one = ann.get(&format!("/v1/bookings/{}?expand=subscriber_id", ids[0])).well();
        assert_eq!(one["expanded"]["subscriber_id"][&ana]["name"], "Ana");
        // Gathered by the subscriber, who cannot go while a booking says so.
        let told = ann.get(&format!("/v1/subscribers/{ana}")).well();
        assert_eq!(told["occasions"], json!(["Wedding", "Wedding fair"]), "{}", server.name);
        ann.post("/v1/acts/cancel", &json!({"booking": ids[2]})).well();
        let told = ann.get(&format!("/v1/subscribers/{ana}")).well();
        assert_eq!(told["occasions"], json!(["Wedding fair"]), "{}", server.name);
        assert_eq!(
            ann.delete(&format!("/v1/subscribers/{ana}")).status,
            409,
            "{}",
            server.name
        );
        // Whoever may not see it cannot write it either, nor ask by it.
        let sue = server.someone(1, "sue", "support");
        let own = format!("/v1/bookings/{}", ids[0]);
        let seen = sue.get(&own).well();
        assert_ne!(seen["diet"], "no nuts", "{seen}");
        assert_eq!(seen["guests"], 9);
        assert_eq!(
            at(&sue.patch(&own, &json!({"diet": "nuts"}))),
            refused("request.unknown", "/diet")
        );
        assert_eq!(sue.patch(&own, &json!({"guests": 10})).well()["guests"], 10);
        assert_eq!(ann.get(&own).well()["diet"], "no nuts");
        let screen = ann.get("/v1/openapi.json");
        if screen.status == 200 {
            let fields = &screen.json()["components"]["schemas"]["BookingPatch"]["properties"];
            assert!(fields["guests"].is_object() && fields["state"].is_null(), "{fields}");
        }
    }
}
