//! Natives among the records: listed like any other, written by acts alone, and nobody's who may not know of them.

use serde_json::{Value, json};

use super::world::{book, code, room, span, take};
use crate::support::{Server, text};

#[test]
fn bookings_are_records_that_acts_write() {
    for server in Server::both() {
        let ann = server.admin();
        let studio = room(&ann, "Studio", &json!({"zone": "UTC"}));
        let booked = book(&ann, &[take(&studio, &span(10, 12))]).well();
        let id = text(&booked, "id");
        let one = ann.get(&format!("/v1/bookings/{id}"));
        assert_eq!(one.well(), booked["items"][0]);
        let listed = ann
            .get(&format!("/v1/bookings?resource_id={studio}&sort=-starts_at&sums=price"))
            .well();
        assert_eq!(listed["items"], booked["items"]);
        assert_eq!(listed["sums"]["price"], json!([{"amount": "80.50", "currency": "EUR"}]));
        for (method, path, body) in [
            ("POST", "/v1/bookings".to_owned(), json!({"title": "mine"})),
            ("PATCH", format!("/v1/bookings/{id}"), json!({"title": "mine"})),
            ("PUT", format!("/v1/bookings/{id}"), json!({"title": "mine"})),
            ("DELETE", format!("/v1/bookings/{id}"), Value::Null),
            ("POST", "/v1/blocks".to_owned(), json!({"reason": "mine"})),
        ] {
            let bytes = (!body.is_null()).then(|| body.to_string());
            let told = ann.ask(
                method,
                &path,
                &[("content-type", "application/json")],
                bytes.as_deref().map(str::as_bytes),
            );
            assert_eq!(code(&told), (422, "records.not_writable".to_owned()), "{method} {path}");
        }
        assert_eq!(ann.get(&format!("/v1/bookings/{id}")).well(), booked["items"][0]);
        // Links to bookings are links like any other.
        let trip = json!({"name": "Alps", "first_day": "2027-06-05", "last_day": "2027-06-12", "price": {"amount": "1", "currency": "EUR"}});
        let trip = text(&ann.post("/v1/trips", &trip).well(), "id");
        let tom = json!({"trip_id": trip, "name": "Tom", "booking_id": id});
        let tom = text(&ann.post("/v1/travellers", &tom).well(), "id");
        let expanded = ann.get(&format!("/v1/travellers/{tom}?expand=booking_id")).well();
        assert_eq!(expanded["expanded"]["booking_id"][&id], booked["items"][0]);
        let lost = json!({"trip_id": trip, "name": "Tim", "booking_id": studio});
        assert_eq!(ann.post("/v1/travellers", &lost).status, 422);
    }
}

#[test]
fn an_act_of_one_record_is_at_its_address_too() {
    for server in Server::both() {
        let (ann, bob) = (server.admin(), server.someone(2, "bob", "admin"));
        let studio = room(&ann, "Studio", &json!({"zone": "UTC"}));
        let booking = text(&book(&ann, &[take(&studio, &span(10, 12))]).well(), "id");
        let path = format!("/v1/bookings/{booking}");
        let moving = json!({"takes": [take(&studio, &span(14, 16))]});
        // Whose it is not, and who may not, are told as they are of the record.
        let told = bob.post(&format!("{path}/move"), &moving);
        assert_eq!(code(&told), (404, "records.not_found".to_owned()), "{}", server.name);
        let keeper = server.someone(1, "kim", "keeper");
        let told = keeper.post(&format!("{path}/cancel"), &json!({}));
        assert_eq!(code(&told), (403, "tenancy.permission_missing".to_owned()));
        let twice = ann.post(&format!("{path}/cancel"), &json!({"booking": booking}));
        assert_eq!(code(&twice), (422, "request.unknown".to_owned()));

        let moved = ann.post(&format!("{path}/move"), &moving).well();
        assert_eq!(moved["items"][0], ann.get(&path).well(), "{}", server.name);
        let keyed = [("idempotency-key", "cancel-it")];
        let first = ann.post_with(&format!("{path}/cancel"), &keyed, &json!({})).well();
        assert_eq!(first["items"][0]["state"], "cancelled", "{first}");
        // By either address it is the same act.
        let again = ann.post_with("/v1/acts/cancel", &keyed, &json!({"booking": booking}));
        assert_eq!(again.well(), first, "{}", server.name);

        let block = json!({"resource": studio, "when": span(18, 19)});
        let block = text(&ann.post("/v1/acts/block", &block).well(), "id");
        ann.post(&format!("/v1/blocks/{block}/unblock"), &json!({})).well();
        assert_eq!(
            ann.get(&format!("/v1/blocks?resource_id={studio}&state=blocked"))
                .well()["items"],
            json!([]),
            "{}",
            server.name
        );
        let told = ann.post(&format!("/v1/blocks/{block}/cancel"), &json!({}));
        assert_eq!(code(&told), (422, "records.not_writable".to_owned()));
    }
}

/// What an act is sent about a resource.
type Body<'b> = Box<dyn Fn(&str) -> Value + 'b>;

#[test]
fn what_is_foreign_is_not_there() {
    for server in Server::both() {
        let (ann, bob) = (server.admin(), server.someone(2, "bob", "admin"));
        let own = room(&ann, "Studio", &json!({"zone": "UTC"}));
        let foreign = room(&bob, "Studio", &json!({"zone": "UTC"}));
        let booking = text(&book(&bob, &[take(&foreign, &span(10, 12))]).well(), "id");
        let block = bob
            .post("/v1/acts/block", &json!({"resource": foreign, "when": span(13, 14)}))
            .well();
        let hold = json!({"key": "cart", "takes": [take(&foreign, &span(20, 21))], "ttl_seconds": 600});
        bob.post("/v1/acts/hold", &hold).well();
        let nobodys = "01890a5d-ac96-774b-bcce-b302099a8057";
        let plain = text(
            &ann.post("/v1/rooms", &json!({"name": "Attic", "capacity": 1})).well(),
            "id",
        );
        let days = json!({"first": "2030-01-01", "last": "2030-01-02"});
        let asks: Vec<(&str, Body<'_>)> = vec![
            (
                "book",
                Box::new(|id| json!({"takes": [take(&own, &span(10, 12)), take(id, &span(10, 12))]})),
            ),
            (
                "hold",
                Box::new(|id| json!({"takes": [take(id, &span(10, 12))], "ttl_seconds": 60})),
            ),
            ("check", Box::new(|id| json!({"takes": [take(id, &span(10, 12))]}))),
            ("price", Box::new(|id| json!({"takes": [take(id, &span(10, 12))]}))),
            (
                "slots",
                Box::new(|id| json!({"resources": [own, id], "days": days, "minutes": 60})),
            ),
            ("block", Box::new(|id| json!({"resource": id, "when": span(10, 12)}))),
            (
                "calendar",
                Box::new(|id| json!({"resources": [id], "view": "day", "day": "2030-01-01"})),
            ),
            ("export_feed", Box::new(|id| json!({"resource": id, "name": "a"}))),
            (
                "import_feed",
                Box::new(|id| json!({"resource": id, "name": "a", "text": "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"})),
            ),
        ];
        for (act, body) in &asks {
            let absent = ann.post(&format!("/v1/acts/{act}"), &body(nobodys));
            assert_eq!(code(&absent), (404, "calendar.resource_unknown".to_owned()), "{act}");
            for id in [&foreign, &plain, &"no id".to_owned()] {
                let told = ann.post(&format!("/v1/acts/{act}"), &body(id));
                assert_eq!(
                    (told.status, &told.text),
                    (absent.status, &absent.text),
                    "{act} on {}",
                    server.name
                );
            }
        }
        let block = text(&block, "id");
        let named: Vec<(&str, &str, &str)> = vec![
            ("cancel", "booking", &booking),
            ("move", "booking", &booking),
            ("unblock", "block", &block),
            ("confirm", "key", "cart"),
            ("release", "key", "cart"),
        ];
        for (act, name, foreign) in named {
            let body = |id: &str| {
                let mut body = json!({name: id});
                if act == "move" {
                    body["takes"] = json!([take(&own, &span(10, 12))]);
                }
                body
            };
            let told = ann.post(&format!("/v1/acts/{act}"), &body(foreign));
            let absent = ann.post(&format!("/v1/acts/{act}"), &body(nobodys));
            assert_eq!(
                (told.status, &told.text),
                (404, &absent.text),
                "{act} on {}",
                server.name
            );
        }
        assert_eq!(bob.get(&format!("/v1/bookings/{booking}")).well()["state"], "confirmed");
        assert_eq!(ann.get("/v1/bookings?total=true").well()["total"], 0);
    }
}

#[test]
fn who_may_not_is_told_so() {
    for server in Server::both() {
        let (ann, tom) = (server.admin(), server.someone(1, "tom", "technician"));
        let studio = room(&ann, "Studio", &json!({"zone": "UTC"}));
        let booking = text(&book(&ann, &[take(&studio, &span(10, 12))]).well(), "id");
        let asked = json!({"takes": [take(&studio, &span(13, 14))]});
        for act in ["book", "check", "price"] {
            let told = tom.post(&format!("/v1/acts/{act}"), &asked);
            assert_eq!(code(&told), (403, "tenancy.permission_missing".to_owned()), "{act}");
        }
        // Whoever may change no booking is told that, and nothing of this one.
        for id in [booking.as_str(), "01890a5d-ac96-774b-bcce-b302099a8057"] {
            let told = tom.post("/v1/acts/cancel", &json!({"booking": id}));
            assert_eq!(code(&told), (403, "tenancy.permission_missing".to_owned()));
        }
        assert_eq!(
            code(&ann.post("/v1/acts/dance", &json!({}))),
            (404, "request.unknown".to_owned())
        );
        for (act, body, path) in [
            ("book", json!({"takes": []}), "/takes"),
            (
                "book",
                json!({"takes": [take(&studio, &span(12, 10))]}),
                "/takes/0/when/span",
            ),
            (
                "book",
                json!({"takes": [take(&studio, &span(10, 12))], "price": 1}),
                "/price",
            ),
            (
                "book",
                json!({"takes": [take(&studio, &span(10, 12))], "party": {"booked_on": "2020-01-01"}}),
                "/party/booked_on",
            ),
            ("hold", json!({"takes": [take(&studio, &span(10, 12))]}), "/ttl_seconds"),
            (
                "check",
                json!({"now": "2020-01-01T00:00:00Z", "takes": [take(&studio, &span(10, 12))]}),
                "/now",
            ),
            (
                "slots",
                json!({"days": {"first": "2030-01-01", "last": "2030-01-02"}, "minutes": 60}),
                "/resources",
            ),
        ] {
            let told = ann.post(&format!("/v1/acts/{act}"), &body);
            assert_eq!(
                (told.status, told.reasons()[0].1.as_str()),
                (422, path),
                "{act}: {told:?}"
            );
        }
        assert_eq!(ann.get("/v1/bookings?total=true").well()["total"], 1);
    }
}
