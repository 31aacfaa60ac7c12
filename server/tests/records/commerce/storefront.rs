//! What is for sale, and calendars for a screen.

use std::sync::atomic::{AtomicBool, Ordering};

use ratebook_server_testing::{Base, Client, Served};
use serde_json::{Value, json};

use super::world::{book, code, day, double, hour, room, span, stay, take};
use crate::support::{Server, Someone, Told, text};

fn storefront(someone: &Someone, body: &Value) -> Told {
    someone.post("/v1/acts/storefront", body)
}

/// The names of what is offered, with their totals.
fn offered(told: &Value) -> Vec<(String, String)> {
    let offers = told["offers"].as_array().expect("a list");
    let told = |offer: &Value| (text(&offer["record"], "name"), text(&offer["total"], "amount"));
    offers.iter().map(told).collect()
}

#[test]
fn what_is_free_is_offered_at_its_price_and_the_rest_with_reasons() {
    for server in Server::both() {
        let (ann, eve) = (server.admin(), server.someone(1, "eve", "support"));
        let bob = server.someone(2, "bob", "admin");
        let (first, second) = (double(&ann, "Garden", 1), double(&ann, "Street", 1));
        let studio = room(&ann, "Studio", &json!({"zone": "UTC"}));
        double(&bob, "Foreign", 1);
        // What cannot be booked, or has no price, is not for sale.
        let attic = json!({"name": "Attic", "capacity": 1});
        ann.post("/v1/rooms", &attic).well();
        let unpriced = json!({"name": "Cellar", "capacity": 1, "resource": {"zone": "UTC"}});
        ann.post("/v1/rooms", &unpriced).well();
        let asked = json!({"when": stay(1, 3), "party": {"adults": 2}, "fields": ["name"]});
        let told = storefront(&ann, &asked).well();
        assert_eq!(
            offered(&told),
            [("Garden", "199.80"), ("Street", "199.80")].map(|(name, total)| (name.to_owned(), total.to_owned())),
            "{told}"
        );
        let offer = &told["offers"][0];
        assert_eq!(
            (
                &offer["entity"],
                &offer["rate_list"],
                &offer["units_left"],
                &offer["resource"]
            ),
            (&json!("room"), &json!("double"), &json!(1), &json!(first))
        );
        // The studio is booked by the hour, and says so.
        let not: Vec<&Value> = told["not_offered"].as_array().expect("a list").iter().collect();
        assert_eq!(not.len(), 1, "{told}");
        assert_eq!(
            (&not[0]["resource"], &not[0]["rate_list"]),
            (&json!(studio), &Value::Null)
        );
        // What it offers is what the acts would do.
        let price = ann.post(
            "/v1/acts/price",
            &json!({"takes": [take(&first, &stay(1, 3))], "party": {"adults": 2}}),
        );
        assert_eq!(price.well()["total"], offer["total"]);
        let booked = book(&ann, &[take(&first, &stay(2, 4))]).well();
        assert_eq!(booked["total"]["amount"], "199.80");
        let told = storefront(&ann, &asked).well();
        assert_eq!(offered(&told), [("Street".to_owned(), "199.80".to_owned())]);
        let reasons = |told: &Value| {
            let all = told["not_offered"].as_array().expect("a list").clone();
            let own = all.into_iter().find(|one| one["resource"] == json!(first));
            own.expect("the first one")["reasons"].clone()
        };
        assert_eq!(reasons(&told)[0]["code"], "calendar.sold_out");
        // Who may read all bookings is told which one stands in the way.
        let lesson = text(&book(&ann, &[take(&studio, &span(10, 12))]).well(), "id");
        let told = storefront(&ann, &json!({"when": span(11, 12), "filter": {"capacity": "4"}})).well();
        assert_eq!(
            told["not_offered"][0]["reasons"][0]["details"]["booking"],
            json!(lesson),
            "{told}"
        );
        // Filters are those of the list.
        let narrowed = json!({"when": stay(1, 3), "fields": ["name"], "filter": {"capacity_first": 3}});
        let narrowed = storefront(&ann, &narrowed).well();
        assert_eq!(offered(&narrowed), []);
        assert_eq!(narrowed["not_offered"].as_array().map(Vec::len), Some(1), "{narrowed}");
        let searched = json!({"when": stay(1, 3), "party": {"adults": 2}, "fields": ["name"], "q": "stree"});
        assert_eq!(offered(&storefront(&eve, &searched).well()).len(), 1);
        // A hold of one's own does not stand in the way; for others it does.
        let hold =
            json!({"key": "cart", "takes": [take(&second, &stay(1, 3))], "ttl_seconds": 600, "party": {"adults": 2}});
        ann.post("/v1/acts/hold", &hold).well();
        assert_eq!(offered(&storefront(&eve, &asked).well()), []);
        let mut own = asked.clone();
        own["hold"] = "cart".into();
        assert_eq!(offered(&storefront(&ann, &own).well()).len(), 1);
    }
}

#[test]
fn what_a_storefront_is_asked_is_looked_at() {
    for server in Server::both() {
        let (ann, tom) = (server.admin(), server.someone(1, "tom", "technician"));
        double(&ann, "Garden", 1);
        let well = json!({"when": stay(1, 3)});
        assert_eq!(storefront(&ann, &well).status, 200);
        assert_eq!(
            code(&storefront(&tom, &well)),
            (403, "tenancy.permission_missing".to_owned())
        );
        for (name, value, path) in [
            ("when", json!(null), "/when"),
            ("entity", json!("trip"), "/entity"),
            ("units", json!(0), "/units"),
            ("units", json!("one"), "/units"),
            ("party", json!({"check_in": day(1)}), "/party/check_in"),
            ("filter", json!({"secret": "1"}), "/filter/secret"),
            ("filter", json!([]), "/filter"),
            ("fields", json!(["nothing"]), "/fields/0"),
            ("now", json!("2020-01-01T00:00:00Z"), "/now"),
        ] {
            let mut body = well.clone();
            body[name] = value;
            let told = storefront(&ann, &body);
            assert_eq!(
                (told.status, told.reasons()[0].1.as_str()),
                (422, path),
                "{name} on {}: {told:?}",
                server.name
            );
        }
    }
}

#[test]
fn a_calendar_shows_what_its_reader_may_see() {
    for server in Server::both() {
        let (ann, eve) = (server.admin(), server.someone(1, "eve", "support"));
        let sue = server.someone(1, "sue", "subscriber");
        let studio = room(&ann, "Studio", &json!({"zone": "UTC"}));
        let booked = ann.post(
            "/v1/acts/book",
            &json!({"takes": [take(&studio, &span(10, 12))], "title": "Ana", "note": "door code 7"}),
        );
        let booking = text(&booked.well(), "id");
        let hold = json!({"key": "cart", "takes": [take(&studio, &span(14, 15))], "ttl_seconds": 600});
        let held = text(&ann.post("/v1/acts/hold", &hold).well(), "id");
        let block = json!({"resource": studio, "when": span(20, 21), "reason": "paint"});
        let block = text(&ann.post("/v1/acts/block", &block).well(), "id");
        let asked = json!({"resources": [studio], "view": "day", "day": day(0)});
        let told = ann.post("/v1/acts/calendar", &asked).well();
        let cells = |told: &Value| told["items"][0]["days"][0]["cells"].as_array().expect("cells").clone();
        let at = |told: &Value, time: &str| {
            let own = cells(told).into_iter().find(|cell| cell["start"] == json!(time));
            own.unwrap_or_else(|| panic!("a cell at {time} in {told}"))
        };
        let (ten, two, eight) = (hour(10), hour(14), hour(20));
        assert_eq!(at(&told, &ten)["state"], "taken");
        assert_eq!(at(&told, &ten)["bookings"], json!([booking]));
        assert_eq!(
            (&at(&told, &two)["state"], &at(&told, &two)["holds"]),
            (&json!("held"), &json!([held]))
        );
        assert_eq!(at(&told, &eight)["blocked"], json!([block]));
        assert_eq!(told["bookings"].as_array().map(Vec::len), Some(2), "{told}");
        assert_eq!(told["bookings"][0]["note"], "door code 7");
        assert_eq!(told["blocks"][0]["reason"], "paint");
        // What is masked for a reader is masked here.
        let masked = eve.post("/v1/acts/calendar", &asked).well();
        assert!(!masked.to_string().contains("door code 7"), "{masked}");
        assert_eq!(at(&masked, &ten)["bookings"], json!([booking]));
        // Whoever sees only what they made themselves, and no blocked time, is told when it is taken and nothing more.
        let few = sue.post("/v1/acts/calendar", &asked);
        assert_eq!(few.status, 404, "rooms are not theirs to read: {few:?}");
        // Once it has lapsed the hold is drawn no more.
        server.turn_on(601);
        let ann = server.admin();
        let later = ann.post("/v1/acts/calendar", &asked).well();
        let free = cells(&later);
        assert!(free.iter().all(|cell| cell["holds"] == json!([])), "{later}");
        assert_eq!(later["bookings"].as_array().map(Vec::len), Some(1), "{later}");
        for (body, path) in [
            (json!({"resources": [], "view": "day", "day": day(0)}), "/resources"),
            (
                json!({"resources": [studio, studio], "view": "day", "day": day(0)}),
                "/resources/1",
            ),
            (json!({"resources": [studio], "view": "year", "day": day(0)}), "/view"),
        ] {
            let told = ann.post("/v1/acts/calendar", &body);
            assert_eq!((told.status, told.reasons()[0].1.as_str()), (422, path), "{told:?}");
        }
        let nobodys = json!({"resources": ["01890a5d-ac96-774b-bcce-b302099a8057"], "view": "month", "day": day(0)});
        assert_eq!(
            code(&ann.post("/v1/acts/calendar", &nobodys)),
            (404, "calendar.resource_unknown".to_owned())
        );
    }
}

/// What a night costs by the acts of a server.
fn total(client: &Client, room: &str) -> (Value, Value) {
    let price = json!({"takes": [take(room, &stay(1, 2))], "party": {"adults": 2}});
    let price = client.post("/v1/acts/price", &price).is(200).json();
    let offers = client
        .post(
            "/v1/acts/storefront",
            &json!({"when": stay(1, 2), "party": {"adults": 2}}),
        )
        .is(200)
        .json();
    (
        price["total"]["amount"].clone(),
        offers["offers"][0]["total"]["amount"].clone(),
    )
}

/// What a room costs, at a price a night.
fn nightly(base: &str) -> Value {
    json!({"name": "Double", "code": "double", "currency": "EUR", "unit": "night",
        "valid": {"first": "2026-01-01", "last": "2034-12-31"}, "prices": {"base": base}})
}

#[test]
fn no_price_is_stale_however_often_it_is_asked() {
    for base in [Base::Sqlite, Base::Postgres] {
        let served = Served::start(base);
        let owner = served.tenant(&served.operator(), "acme");
        let resource = json!({"zone": "Europe/Berlin", "mode": "nights", "capacity": 1});
        let made = json!({"name": "Double", "capacity": 2, "resource": resource, "rates": nightly("100")});
        let room = text(&owner.post("/v1/rooms", &made).is(201).json(), "id");
        let path = format!("/v1/rooms/{room}");
        let asked = json!({"takes": [take(&room, &stay(1, 2))], "party": {"adults": 2}});
        let over = AtomicBool::new(false);
        std::thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| {
                    while !over.load(Ordering::Relaxed) {
                        owner.post("/v1/acts/price", &asked).is(200);
                    }
                });
            }
            for number in 0..40 {
                let price = format!("{}.50", 100 + number);
                owner.patch(&path, &json!({"rates": nightly(&price)})).is(200);
                let told = owner.post("/v1/acts/price", &asked).is(200).json();
                assert_eq!(told["total"]["amount"], price, "{base:?}");
            }
            over.store(true, Ordering::Relaxed);
        });
        // Whether anything was asked of the database or not, its connections are used again.
        let made = served.app().store.lines().made;
        for _ in 0..30 {
            owner.post("/v1/acts/price", &asked).is(200);
        }
        assert_eq!(served.app().store.lines().made, made, "{base:?}");
        owner.delete(&path).is(204);
        owner
            .post("/v1/acts/price", &asked)
            .fails(404, "calendar.resource_unknown");
    }
}

#[test]
fn no_price_is_stale_on_another_server() {
    let served = Served::start(Base::Postgres);
    let owner = served.tenant(&served.operator(), "acme");
    let beside = served.beside();
    let other = beside.signed_in("owner@acme.example.com").at("acme");
    let rates = nightly;
    let resource = |capacity: u32| json!({"zone": "Europe/Berlin", "mode": "nights", "capacity": capacity});
    let made = json!({"name": "Double", "capacity": 2, "resource": resource(1), "rates": rates("100")});
    let room = text(&owner.post("/v1/rooms", &made).is(201).json(), "id");
    for number in 0..25_i32 {
        let (writer, reader) = if number % 2 == 0 {
            (&owner, &other)
        } else {
            (&other, &owner)
        };
        let base = format!("{}.50", 100 + number);
        let path = format!("/v1/rooms/{room}");
        writer.patch(&path, &json!({"rates": rates(&base)})).is(200);
        for client in [reader, writer, reader] {
            assert_eq!(total(client, &room), (json!(base), json!(base)), "change {number}");
        }
    }
    // The same of how it is booked: what one server has acknowledged, the other one sells.
    for number in 2..12_u32 {
        let (writer, reader) = if number % 2 == 0 {
            (&owner, &other)
        } else {
            (&other, &owner)
        };
        writer
            .patch(&format!("/v1/rooms/{room}"), &json!({"resource": resource(number)}))
            .is(200);
        let offers = reader
            .post(
                "/v1/acts/storefront",
                &json!({"when": stay(1, 2), "party": {"adults": 2}}),
            )
            .is(200)
            .json();
        assert_eq!(offers["offers"][0]["units_left"], number);
        let check = reader
            .post("/v1/acts/check", &json!({"takes": [take(&room, &stay(1, 2))]}))
            .is(200)
            .json();
        assert_eq!(check["units_left"], number);
    }
    // What has not changed is made once.
    let before = (
        served.app().calendars().definitions(),
        served.app().calendars().calendars(),
    );
    for _ in 0..10 {
        total(&owner, &room);
    }
    let after = (
        served.app().calendars().definitions(),
        served.app().calendars().calendars(),
    );
    assert!(after.0.found >= before.0.found + 19, "{before:?} {after:?}");
    assert!(after.0.missed <= before.0.missed + 1, "{before:?} {after:?}");
    assert!(after.1.found >= before.1.found + 9, "{before:?} {after:?}");
    assert!(after.0.kept == 1 && after.0.bytes > 0, "{after:?}");
}
