//! The life of a booking: held, confirmed, moved and given up, at exact prices.

use std::time::Duration;

use ratebook::messages::{Language, MessageRequest, ToldReason, message};
use ratebook::time::Zone;
use serde_json::{Value, json};

use super::world::{book, code, day, double, hour, room, span, stay, take};
use crate::support::{Server, text};

#[test]
fn what_is_held_is_booked_by_who_holds_it() {
    for server in Server::both() {
        let (ann, eve) = (server.admin(), server.someone(1, "eve", "support"));
        let studio = room(&ann, "Studio", &json!({"zone": "Europe/Berlin"}));
        let asked = take(&studio, &span(10, 12));
        let hold = json!({"key": "cart", "takes": [asked], "ttl_seconds": 600, "title": "Ana", "note": "door code 7"});
        let held = ann.post("/v1/acts/hold", &hold);
        assert_eq!(held.status, 201);
        let told = held.json();
        let id = text(&told, "id");
        assert_eq!(held.headers["location"], format!("/v1/bookings/{id}"));
        assert_eq!(told["total"], json!({"amount": "80.50", "currency": "EUR"}));
        let item = &told["items"][0];
        assert_eq!((&item["state"], &item["made_by"]), (&json!("held"), &json!(ann.id)));
        assert_eq!(
            (&item["starts_at"], &item["ends_at"]),
            (&json!(hour(10)), &json!(hour(12)))
        );
        assert_eq!(
            (&item["rate_list"], &item["resource_entity"]),
            (&json!("hourly"), &json!("room"))
        );
        // The same again is the same hold; something else under its key is none.
        let again = ann.post("/v1/acts/hold", &hold);
        assert_eq!((again.status, text(&again.json(), "id")), (200, id.clone()));
        let other = json!({"key": "cart", "takes": [take(&studio, &span(14, 15))], "ttl_seconds": 600});
        assert_eq!(
            code(&ann.post("/v1/acts/hold", &other)),
            (409, "calendar.hold_exists".to_owned())
        );
        // For others it is taken, and theirs to confirm it is not.
        assert_eq!(
            code(&book(&eve, std::slice::from_ref(&asked))),
            (409, "calendar.held".to_owned())
        );
        assert_eq!(
            code(&eve.post("/v1/acts/confirm", &json!({"key": "cart"}))),
            (404, "calendar.hold_unknown".to_owned())
        );
        assert_eq!(
            code(&eve.post("/v1/acts/release", &json!({"key": "cart"}))),
            (404, "calendar.hold_unknown".to_owned())
        );
        // One's own hold does not stand in one's own way.
        let check = |someone: &crate::support::Someone, hold: Option<&str>| {
            let mut body = json!({"takes": [asked]});
            if let Some(hold) = hold {
                body["hold"] = hold.into();
            }
            someone.post("/v1/acts/check", &body)
        };
        assert_eq!(check(&eve, None).well()["free"], false);
        assert_eq!(check(&ann, Some("cart")).well()["free"], true);
        assert_eq!(
            code(&check(&eve, Some("cart"))),
            (404, "calendar.hold_unknown".to_owned())
        );
        let confirmed = ann
            .post("/v1/acts/confirm", &json!({"key": "cart", "title": "Ana Weber"}))
            .well();
        assert_eq!(confirmed["id"], told["id"]);
        assert_eq!(
            (&confirmed["items"][0]["state"], &confirmed["items"][0]["title"]),
            (&json!("confirmed"), &json!("Ana Weber"))
        );
        assert_eq!(confirmed["total"], told["total"]);
        // Asked again, as happens when an answer is lost.
        let again = ann.post("/v1/acts/confirm", &json!({"key": "cart"})).well();
        assert_eq!(again, confirmed);
        assert_eq!(
            code(&book(&eve, std::slice::from_ref(&asked))),
            (409, "calendar.conflict".to_owned())
        );
        // What is hidden of a booking is hidden in acts too.
        assert!(
            eve.get(&format!("/v1/bookings/{id}"))
                .well()
                .get("note")
                .is_none_or(|note| note != "door code 7")
        );
        let cancelled = eve.post("/v1/acts/cancel", &json!({"booking": id}));
        assert!(!cancelled.text.contains("door code 7"), "{cancelled:?}");
        assert_eq!(cancelled.well()["items"][0]["state"], "cancelled");
        assert_eq!(check(&eve, None).well()["free"], true);
        assert_eq!(
            code(&ann.post("/v1/acts/cancel", &json!({"booking": id}))),
            (404, "calendar.booking_unknown".to_owned())
        );
        let history = ann.get(&format!("/v1/bookings/{id}/history")).well();
        let events: Vec<&str> = history["items"]
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(|one| one["event"].as_str().or(one["action"].as_str()))
            .collect();
        assert_eq!(
            events,
            ["booking:held", "booking:confirmed", "booking:cancelled"],
            "{history}"
        );
    }
}

#[test]
fn a_hold_ends_when_it_says() {
    for server in Server::both() {
        let (ann, eve) = (server.admin(), server.someone(1, "eve", "support"));
        let studio = room(&ann, "Studio", &json!({"zone": "UTC"}));
        let (asked, other) = (take(&studio, &span(10, 12)), take(&studio, &span(14, 15)));
        for (key, take) in [("a", &asked), ("b", &other)] {
            let held = ann.post("/v1/acts/hold", &json!({"key": key, "takes": [take], "ttl_seconds": 1}));
            assert_eq!(held.status, 201);
        }
        assert_eq!(
            code(&book(&eve, std::slice::from_ref(&asked))),
            (409, "calendar.held".to_owned())
        );
        std::thread::sleep(Duration::from_millis(1_100));
        assert_eq!(book(&eve, &[asked]).status, 201);
        let late = ann.post("/v1/acts/confirm", &json!({"key": "a"}));
        assert_eq!(code(&late), (409, "calendar.hold_expired".to_owned()));
        let late = ann.post("/v1/acts/confirm", &json!({"key": "a", "even_if_expired": true}));
        assert_eq!(code(&late), (409, "calendar.conflict".to_owned()));
        let late = ann.post("/v1/acts/confirm", &json!({"key": "b", "even_if_expired": true}));
        assert_eq!(late.well()["items"][0]["state"], "confirmed");
        // The key is free for something else; what it held is told as expired.
        let held = ann.post(
            "/v1/acts/hold",
            &json!({"key": "a", "takes": [take(&studio, &span(20, 21))], "ttl_seconds": 60}),
        );
        assert_eq!(held.status, 201, "{held:?}");
        let expired = ann.get("/v1/bookings?state=expired&total=true").well();
        assert_eq!(expired["total"], 1);
        let longer = ann
            .post("/v1/acts/extend", &json!({"key": "a", "ttl_seconds": 7_200}))
            .well();
        assert_ne!(longer["expires_at"], held.json()["expires_at"]);
    }
}

#[test]
fn bookings_are_moved_and_given_up() {
    for server in Server::both() {
        let ann = server.admin();
        let studio = room(&ann, "Studio", &json!({"zone": "UTC", "buffer_after_minutes": 30}));
        let desk = room(&ann, "Desk", &json!({"zone": "UTC", "capacity": 4}));
        let both = [take(&studio, &span(10, 12)), {
            let mut take = take(&desk, &span(10, 12));
            take["units"] = 3.into();
            take
        }];
        let first = book(&ann, &both).well();
        let id = text(&first, "id");
        assert_eq!(first["items"].as_array().map(Vec::len), Some(2));
        // 2 hours at 40.25, and three desks for as long.
        assert_eq!(first["total"], json!({"amount": "322.00", "currency": "EUR"}));
        let second = book(&ann, &[take(&studio, &span(13, 14))]).well();
        // All or nothing: the desk would be free, the studio is not.
        let refused = book(&ann, &[take(&desk, &span(11, 12)), take(&studio, &span(11, 12))]);
        assert_eq!(
            refused.reasons(),
            [("calendar.conflict".to_owned(), "/takes/1/when".to_owned())]
        );
        let beside = book(
            &ann,
            &[take(&studio, &json!({"span": {"start": hour(14), "end": hour(15)}}))],
        );
        assert_eq!(code(&beside), (409, "calendar.buffer".to_owned()));
        // It does not stand in its own way, and its price is that of what it takes now.
        let moved = ann
            .post(
                "/v1/acts/move",
                &json!({"booking": id, "takes": [take(&studio, &span(9, 12))]}),
            )
            .well();
        assert_eq!(moved["total"], json!({"amount": "120.75", "currency": "EUR"}));
        assert_eq!(
            (&moved["items"][0]["revision"], &moved["items"][0]["id"]),
            (&json!(1), &json!(id))
        );
        let four = json!({"takes": [{"resource": desk, "when": span(10, 12), "units": 4}]});
        assert_eq!(ann.post("/v1/acts/check", &four).well()["free"], true);
        let over = ann.post(
            "/v1/acts/move",
            &json!({"booking": id, "takes": [take(&studio, &span(12, 14))]}),
        );
        assert_eq!(code(&over).1, "calendar.conflict");
        assert_eq!(over.json()["errors"][0]["details"]["booking"], second["id"]);
        ann.post("/v1/acts/cancel", &json!({"booking": id})).well();
        assert_eq!(book(&ann, &[take(&studio, &span(9, 12))]).status, 201);
        let gone = ann.delete(&format!("/v1/rooms/{studio}"));
        assert_eq!(code(&gone), (409, "records.in_use".to_owned()));
        let live = ann.get("/v1/bookings?state=confirmed&total=true&sort=starts_at").well();
        assert_eq!(live["total"], 2);
        for booking in live["items"].as_array().expect("a list") {
            let cancel = json!({"booking": booking["id"]});
            assert_eq!(ann.post("/v1/acts/cancel", &cancel).status, 200);
        }
        assert_eq!(ann.delete(&format!("/v1/rooms/{studio}")).status, 204);
    }
}

#[test]
fn nights_are_counted_by_nights() {
    for server in Server::both() {
        let ann = server.admin();
        let room = double(&ann, "Double", 2);
        let first = book(&ann, &[take(&room, &stay(0, 3))]).well();
        assert_eq!(first["total"], json!({"amount": "299.70", "currency": "EUR"}));
        let item = &first["items"][0];
        assert_eq!(
            (&item["check_in"], &item["check_out"]),
            (&json!(day(0)), &json!(day(3)))
        );
        assert_eq!(book(&ann, &[take(&room, &stay(2, 5))]).status, 201);
        // The third night has two; those before and after have one each.
        let third = book(&ann, &[take(&room, &stay(1, 4))]);
        assert_eq!(code(&third), (409, "calendar.sold_out".to_owned()));
        let nights = json!([{"day": day(2), "units_left": 0}]);
        assert_eq!(third.json()["errors"][0]["details"]["nights"], nights);
        assert_eq!(book(&ann, &[take(&room, &stay(0, 2))]).status, 201);
        assert_eq!(book(&ann, &[take(&room, &stay(3, 5))]).status, 201);
        let hours = book(&ann, &[take(&room, &span(10, 12))]);
        assert_eq!(code(&hours), (422, "request.conflict".to_owned()));
        let asked = json!({"takes": [take(&room, &stay(0, 2)), {"resource": room, "when": stay(8, 9), "units": 2}], "party": {"adults": 2}});
        let price = ann.post("/v1/acts/price", &asked).well();
        assert_eq!(price["total"], json!({"amount": "399.60", "currency": "EUR"}));
        assert_eq!(price["items"][0]["price"]["total"], "199.80");
    }
}

#[test]
fn free_starts_and_blocked_time() {
    for server in Server::both() {
        let ann = server.admin();
        let hours = json!({"windows": [{"opens": "09:00", "closes": "12:00"}]});
        let studio = room(
            &ann,
            "Studio",
            &json!({"zone": "UTC", "hours": hours, "grid": {"step_minutes": 60}}),
        );
        let asked = json!({"resources": [studio], "days": {"first": day(0), "last": day(0)}, "minutes": 60});
        let starts = |told: Value| -> Vec<String> {
            let slots = told["items"][0]["slots"].as_array().expect("a list").clone();
            slots.iter().map(|slot| text(slot, "start")).collect()
        };
        let free = |asked: &Value| starts(ann.post("/v1/acts/slots", asked).well());
        assert_eq!(free(&asked), [hour(9), hour(10), hour(11)]);
        book(&ann, &[take(&studio, &span(10, 11))]).well();
        assert_eq!(free(&asked), [hour(9), hour(11)]);
        let blocked = ann.post(
            "/v1/acts/block",
            &json!({"resource": studio, "when": span(11, 12), "reason": "paint"}),
        );
        assert_eq!(blocked.status, 201);
        assert_eq!(free(&asked), [hour(9)]);
        let refused = book(&ann, &[take(&studio, &span(11, 12))]);
        assert_eq!(code(&refused), (409, "calendar.blocked".to_owned()));
        let id = text(&blocked.json(), "id");
        assert_eq!(
            ann.post("/v1/acts/unblock", &json!({"block": id})).well()["state"],
            "lifted"
        );
        assert_eq!(
            code(&ann.post("/v1/acts/unblock", &json!({"block": id}))),
            (404, "calendar.block_unknown".to_owned())
        );
        assert_eq!(free(&asked), [hour(9), hour(11)]);
        // What the record says is what counts from then on.
        let wider = json!({"resource": {"zone": "UTC", "grid": {"step_minutes": 60}, "hours": {"windows": [{"opens": "08:00", "closes": "10:00"}]}}});
        ann.patch(&format!("/v1/rooms/{studio}"), &wider).well();
        assert_eq!(free(&asked), [hour(8), hour(9)]);
        assert_eq!(
            code(&book(&ann, &[take(&studio, &span(11, 12))])),
            (409, "calendar.closed".to_owned())
        );
    }
}

#[test]
fn a_request_under_a_key_books_once() {
    for server in Server::both() {
        let ann = server.admin();
        let court = room(&ann, "Court", &json!({"zone": "UTC", "capacity": 9}));
        let body = json!({"takes": [take(&court, &span(10, 12))]});
        let asked = || ann.post_with("/v1/acts/book", &[("idempotency-key", "b1")], &body);
        let (first, again) = (asked(), asked());
        assert_eq!((first.status, again.status), (201, 201));
        assert_eq!(first.text, again.text);
        assert_eq!(ann.get("/v1/bookings?total=true").well()["total"], 1);
        let other = ann.post_with(
            "/v1/acts/hold",
            &[("idempotency-key", "b1")],
            &json!({"takes": body["takes"], "ttl_seconds": 60}),
        );
        assert_eq!(code(&other), (422, "request.conflict".to_owned()));
    }
}

#[test]
fn what_stands_in_the_way_is_told_in_the_language_of_whoever_asks_and_by_the_clock_of_their_tenant() {
    for server in Server::both() {
        let ann = server.admin();
        let studio = room(&ann, "Studio", &json!({"zone": "Europe/Berlin"}));
        let asked = take(&studio, &span(10, 12));
        let hold = |key: &str| json!({"key": key, "takes": [asked], "ttl_seconds": 600});
        assert_eq!(ann.post("/v1/acts/hold", &hold("cart")).status, 201);
        let client = server.signed_in("ann.admin@tenant1.example.com").at("tenant1");
        let told = |language: &str| {
            let headers = [("content-type", "application/json"), ("accept-language", language)];
            let body = hold("other").to_string();
            client.send("POST", "/v1/acts/hold", Some(body.as_bytes()), &headers)
        };
        let german = told("ja, de-AT;q=0.9, en;q=0.8");
        let problem = german.json();
        assert_eq!((german.status, &problem["code"]), (409, &json!("calendar.held")));
        let by_clock_of = |zone: &str| {
            let reasons: Vec<ToldReason> = serde_json::from_value(problem["errors"].clone()).expect("reasons");
            let mut request = MessageRequest::new(reasons, Language::De);
            request.zone = Some(zone.parse::<Zone>().expect("a zone"));
            message(request).expect("a message").text
        };
        let text = by_clock_of("Europe/Madrid");
        assert!(text.starts_with("Diese Zeit ist bis zum "), "{text}");
        assert_ne!(text, by_clock_of("UTC"));
        assert_eq!(
            problem["message"],
            json!({"language": "de", "text": text, "sentences": [text]})
        );
        assert!(
            german
                .headers
                .iter()
                .any(|(name, value)| name == "vary" && value.contains("accept-language")),
            "{german:?}"
        );
        // Nothing else changes, and who names no language that is known is told nothing more.
        let plain = told("ja").json();
        assert!(plain.get("message").is_none());
        assert_eq!(plain["detail"], problem["detail"]);
    }
}
