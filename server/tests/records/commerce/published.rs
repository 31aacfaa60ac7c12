//! Rate lists sell while they are published: by their own state, and by that of the record that lives as they do.

use serde_json::{Value, json};

use super::world::{book, code, double, stay, take};
use crate::fleet::entity;
use crate::support::{Server, Someone, text};

/// Rooms that live as rate lists do.
fn listed(definition: &mut Value) {
    let permissions = definition["permissions"].as_array_mut().expect("permissions");
    permissions.push("rates:publish".into());
    let room = entity(definition, "room");
    room["machine"] = json!({"name": "rate_list", "field": "state"});
    let states = ["draft", "published", "archived"];
    room["fields"]["state"] = json!({"kind": "choice", "choices": states, "required": true, "written_by": "machine"});
    for name in ["archived", "published", "unpublished"] {
        room["fields"][format!("{name}_at")] = json!({"kind": "instant", "written_by": "machine"});
        room["fields"][format!("{name}_by")] = json!({"kind": "text", "written_by": "machine"});
    }
    room["fields"]["superseded_by"] = json!({"kind": "text", "written_by": "machine"});
}

fn asked(preview: Option<bool>) -> Value {
    let mut asked = json!({"entity": "room", "when": stay(1, 3), "party": {"adults": 2}, "fields": ["name"]});
    if let Some(preview) = preview {
        asked["preview"] = preview.into();
    }
    asked
}

/// How many rooms are offered, and the reasons of the first that is not.
fn offered(someone: &Someone, preview: Option<bool>) -> (usize, Value) {
    let told = someone.post("/v1/acts/storefront", &asked(preview)).well();
    let reasons = told["not_offered"][0]["reasons"].clone();
    (told["offers"].as_array().map_or(0, Vec::len), reasons)
}

#[test]
fn a_list_is_sold_and_quoted_while_it_is_published_and_not_before_nor_after() {
    for server in Server::both_by(listed) {
        let (ann, sue) = (server.admin(), server.someone(1, "sue", "support"));
        let room = double(&ann, "Garden", 1);
        let takes = json!([take(&room, &stay(1, 3))]);
        let price = json!({"takes": takes, "party": {"adults": 2}});
        let refused = |expected: (usize, &str)| {
            let (count, reasons) = offered(&sue, None);
            assert_eq!(
                (count, reasons[0]["code"].as_str()),
                (expected.0, Some(expected.1)),
                "{}",
                server.name
            );
            assert!(reasons[0]["details"]["status"].is_null(), "{}: {reasons}", server.name);
            for told in [
                sue.post("/v1/acts/price", &price),
                book(&sue, &[take(&room, &stay(1, 3))]),
            ] {
                assert_eq!(code(&told).1, expected.1, "{}: {told:?}", server.name);
                assert!(
                    !told.text.contains("draft") && !told.text.contains("archived"),
                    "{}: {told:?}",
                    server.name
                );
            }
            // Nobody books what nobody sells, whoever they are.
            assert_eq!(code(&book(&ann, &[take(&room, &stay(1, 3))])).1, expected.1);
            assert_eq!(ann.get("/v1/bookings?total=true").well()["total"], 0);
        };
        refused((0, "rates.not_published"));
        // Who writes rooms is told why, and what the draft would cost; all others are not.
        assert_eq!(
            offered(&ann, None).1[0]["details"]["status"],
            "draft",
            "{}",
            server.name
        );
        assert_eq!(offered(&ann, Some(true)).0, 1, "{}", server.name);
        let mut simulated = price.clone();
        simulated["preview"] = true.into();
        let told = ann.post("/v1/acts/price", &simulated).well();
        assert_eq!(told["total"]["amount"], "199.80", "{}", server.name);
        for told in [
            sue.post("/v1/acts/price", &simulated),
            sue.post("/v1/acts/storefront", &asked(Some(true))),
        ] {
            assert_eq!(
                code(&told),
                (403, "tenancy.permission_missing".to_owned()),
                "{}",
                server.name
            );
            assert_eq!(told.json()["details"]["permission"], "rooms:write");
        }
        // A simulation is a question: nothing is held or booked by it.
        let mut held = json!({"key": "cart", "takes": takes, "ttl_seconds": 600, "party": {"adults": 2}});
        held["preview"] = true.into();
        let told = ann.post("/v1/acts/hold", &held);
        assert_eq!(told.reasons(), [("request.unknown".to_owned(), "/preview".to_owned())]);
        let mut party = price.clone();
        party["party"]["preview"] = true.into();
        let told = ann.post("/v1/acts/price", &party);
        assert_eq!(
            told.reasons(),
            [("request.unknown".to_owned(), "/party/preview".to_owned())]
        );

        let own = format!("/v1/rooms/{room}");
        ann.post(&format!("{own}/publish"), &json!({})).well();
        assert_eq!(offered(&sue, None).0, 1, "{}: never a stale state", server.name);
        assert_eq!(sue.post("/v1/acts/price", &price).well()["total"]["amount"], "199.80");
        ann.post(&format!("{own}/unpublish"), &json!({})).well();
        refused((0, "rates.not_published"));
        ann.post(&format!("{own}/publish"), &json!({})).well();
        let booked = book(&sue, &[take(&room, &stay(5, 6))]).well();
        assert_eq!(booked["total"]["amount"], "99.90", "{}", server.name);
        sue.post("/v1/acts/cancel", &json!({"booking": text(&booked, "id")}))
            .well();
        ann.post(&format!("{own}/archive"), &json!({})).well();
        let (count, reasons) = offered(&ann, Some(true));
        assert_eq!(
            (count, &reasons[0]["details"]["status"]),
            (0, &json!("archived")),
            "{}",
            server.name
        );
        assert_eq!(offered(&sue, None).0, 0);
    }
}

#[test]
fn a_list_that_says_itself_that_it_is_a_draft_is_none_to_guests() {
    for server in Server::both() {
        let (ann, sue) = (server.admin(), server.someone(1, "sue", "support"));
        let room = double(&ann, "Garden", 1);
        let path = format!("/v1/rooms/{room}");
        let mut rates = ann.get(&path).well()["rates"].clone();
        rates["status"] = "draft".into();
        ann.patch(&path, &json!({"rates": rates})).well();
        let (count, reasons) = offered(&sue, None);
        assert_eq!(
            (count, &reasons[0]["code"]),
            (0, &json!("rates.not_published")),
            "{}",
            server.name
        );
        assert!(reasons[0]["details"]["status"].is_null(), "{}: {reasons}", server.name);
        assert_eq!(code(&book(&sue, &[take(&room, &stay(1, 3))])).1, "rates.not_published");
        assert_eq!(offered(&ann, Some(true)).0, 1, "{}", server.name);
    }
}
