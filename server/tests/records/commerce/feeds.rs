//! Calendars that are shared: what another one says blocks time, and an address tells it what is taken here.

use serde_json::{Value, json};

use super::world::{book, code, day, double, hour, room, span, stay, take};
use crate::support::{Server, Someone, Told, text};

/// A calendar of events: what each is called, when it begins and ends, and its words.
fn ical(events: &[(&str, &str, &str, &str)]) -> String {
    let plain = |moment: &str| moment.replace(['-', ':'], "");
    let mut text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Elsewhere//EN\r\n".to_owned();
    for (uid, start, end, summary) in events {
        text.push_str(&format!(
            "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:{}\r\nDTEND:{}\r\nSUMMARY:{summary}\r\nEND:VEVENT\r\n",
            plain(start),
            plain(end)
        ));
    }
    text + "END:VCALENDAR\r\n"
}

fn import(someone: &Someone, room: &str, text: &str) -> Told {
    someone.post(
        "/v1/acts/import_feed",
        &json!({"resource": room, "name": "elsewhere", "text": text, "url": "https://example.com/a.ics"}),
    )
}

fn blocks(someone: &Someone, room: &str) -> Vec<(String, String, String)> {
    let told = someone
        .get(&format!("/v1/blocks?resource_id={room}&state=blocked&sort=starts_at"))
        .well();
    let items = told["items"].as_array().expect("a list");
    let told = |one: &Value| {
        (
            text(one, "starts_at"),
            text(one, "reason"),
            one["source"].as_str().unwrap_or_default().to_owned(),
        )
    };
    items.iter().map(told).collect()
}

#[test]
fn a_newer_text_takes_the_place_of_the_one_before() {
    for server in Server::both() {
        let ann = server.admin();
        let studio = room(&ann, "Studio", &json!({"zone": "UTC"}));
        let own = json!({"resource": studio, "when": span(2, 3), "reason": "paint"});
        ann.post("/v1/acts/block", &own).well();
        let first = ical(&[
            ("one", &hour(10), &hour(12), "Ana"),
            ("two", &hour(14), &hour(15), "Ben"),
        ]);
        let told = import(&ann, &studio, &first);
        assert_eq!(told.status, 201, "{told:?}");
        let told = told.json();
        assert_eq!((&told["added"], &told["removed"]), (&json!(2), &json!(0)));
        let feed = text(&told["feed"], "id");
        assert_eq!(
            (
                &told["feed"]["blocked"],
                &told["feed"]["fault_count"],
                &told["feed"]["state"]
            ),
            (&json!(2), &json!(0), &json!("live"))
        );
        let of_feed = |someone: &Someone| -> Vec<(String, String)> {
            let all = blocks(someone, &studio).into_iter();
            all.filter(|one| one.2 == "elsewhere")
                .map(|one| (one.0, one.1))
                .collect()
        };
        assert_eq!(
            of_feed(&ann),
            [(hour(10), "Ana".to_owned()), (hour(14), "Ben".to_owned())]
        );
        // It is taken, for who books as for who asks.
        let refused = book(&ann, &[take(&studio, &span(11, 13))]);
        assert_eq!(code(&refused).0, 409, "{refused:?}");
        // The same again changes nothing.
        let again = import(&ann, &studio, &first);
        assert_eq!(again.status, 200);
        let again = again.json();
        assert_eq!(
            (
                &again["added"],
                &again["removed"],
                &again["unchanged"],
                &again["feed"]["id"]
            ),
            (&json!(0), &json!(0), &json!(2), &json!(feed))
        );
        // One was moved, one has gone, one has come: blocked time that stays is the same record.
        let before = ann
            .get(&format!("/v1/blocks?resource_id={studio}&source=elsewhere"))
            .well();
        let newer = ical(&[
            ("one", &hour(10), &hour(11), "Ana"),
            ("three", &hour(20), &hour(21), "Cleo"),
        ]);
        import(&ann, &studio, &newer).well();
        assert_eq!(
            of_feed(&ann),
            [(hour(10), "Ana".to_owned()), (hour(20), "Cleo".to_owned())]
        );
        let after = ann
            .get(&format!(
                "/v1/blocks?resource_id={studio}&source=elsewhere&state=blocked"
            ))
            .well();
        let id_at = |told: &Value, start: &str| {
            let items = told["items"].as_array().expect("a list");
            let own = items.iter().find(|one| one["starts_at"] == json!(start));
            text(own.expect("a block"), "id")
        };
        assert_eq!(id_at(&before, &hour(10)), id_at(&after, &hour(10)));
        assert_eq!(book(&ann, &[take(&studio, &span(11, 13))]).status, 201);
        // A text that cannot be read changes nothing, and what is unclear frees nothing.
        let broken = import(&ann, &studio, "BEGIN:VEVENT");
        assert_eq!(code(&broken), (422, "calendar.feed".to_owned()));
        assert_eq!(of_feed(&ann).len(), 2);
        let unclear = ical(&[
            ("one", "soon", &hour(11), "Ana"),
            ("three", &hour(20), &hour(21), "Cleo"),
        ]);
        let unclear = import(&ann, &studio, &unclear).well();
        assert_eq!(
            unclear["feed"]["fault_count"].as_u64().map(|many| many > 0),
            Some(true),
            "{unclear}"
        );
        assert!(text(&unclear["feed"], "faults").contains("calendar."), "{unclear}");
        // What cannot be read frees nothing; what can be read of it is blocked.
        let kept = of_feed(&ann);
        for (start, words) in [(hour(10), "Ana"), (hour(20), "Cleo")] {
            assert!(kept.contains(&(start, words.to_owned())), "{kept:?}");
        }
        // Closed, all of it is free, and what was blocked here stays.
        let closed = ann.post("/v1/acts/close_feed", &json!({"feed": feed})).well();
        assert_eq!((&closed["state"], &closed["blocked"]), (&json!("closed"), &json!(0)));
        assert_eq!(blocks(&ann, &studio).len(), 1);
        assert_eq!(
            code(&ann.post("/v1/acts/close_feed", &json!({"feed": feed}))),
            (404, "records.not_found".to_owned())
        );
        // Written by acts alone.
        let told = ann.patch(&format!("/v1/feeds/{feed}"), &json!({"name": "mine"}));
        assert_eq!(code(&told), (422, "records.not_writable".to_owned()));
    }
}

#[test]
fn an_address_tells_when_a_resource_is_taken() {
    for server in Server::both() {
        let ann = server.admin();
        let garden = double(&ann, "Garden", 1);
        let other = double(&ann, "Street", 1);
        let title = json!({"takes": [take(&garden, &stay(1, 3))], "title": "Weber", "party": {"adults": 2}});
        let booking = text(&ann.post("/v1/acts/book", &title).well(), "id");
        book(&ann, &[take(&other, &stay(8, 9))]).well();
        let nights = [day(5), day(7)].map(|day| day.replace('-', ""));
        let there = format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//E//EN\r\nBEGIN:VEVENT\r\nUID:x\r\nDTSTAMP:20260101T000000Z\r\n\
             DTSTART;VALUE=DATE:{}\r\nDTEND;VALUE=DATE:{}\r\nSUMMARY:Away\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
            nights[0], nights[1]
        );
        import(&ann, &garden, &there).well();
        let share = |someone: &Someone, content: &str| {
            let body = json!({"resource": garden, "name": format!("for {content}"), "content": content});
            someone.post("/v1/acts/export_feed", &body)
        };
        let made = share(&ann, "free_busy");
        assert_eq!(made.status, 201, "{made:?}");
        let (busy, events) = (
            text(&made.json(), "address"),
            text(&share(&ann, "events").well(), "address"),
        );
        let anybody = server.anybody();
        let told = anybody.get(&busy).is(200);
        assert_eq!(told.header("content-type"), Some("text/calendar; charset=utf-8"));
        let told = told.text();
        assert!(told.contains("VFREEBUSY") && !told.contains("Weber"), "{told}");
        // It may be read elsewhere and back again: what another calendar has blocked is not told as an event.
        let told = anybody.get(&events).is(200).text();
        assert!(
            told.contains("SUMMARY:Weber") && told.contains(&format!("UID:{booking}@ratebook")),
            "{told}"
        );
        assert!(
            !told.contains("Away") && told.matches("BEGIN:VEVENT").count() == 1,
            "{told}"
        );
        ann.post("/v1/acts/cancel", &json!({"booking": booking})).well();
        assert!(
            !anybody.get(&events).is(200).text().contains("Weber"),
            "it tells what is so by now"
        );
        // The token stands in no record, and a new one ends the one before.
        let token = busy
            .rsplit('/')
            .next()
            .expect("a part")
            .trim_end_matches(".ics")
            .to_owned();
        let listed = ann.get("/v1/feeds?direction=export").well();
        assert_eq!(listed["items"].as_array().map(Vec::len), Some(2), "{listed}");
        assert!(!listed.to_string().contains(&token));
        let renewed = share(&ann, "free_busy");
        assert_eq!(renewed.status, 200);
        let renewed = text(&renewed.json(), "address");
        assert_ne!(renewed, busy);
        anybody.get(&renewed).is(200);
        // Whatever is wrong with an address is answered alike.
        let feed = text(&listed["items"][0], "id");
        ann.post("/v1/acts/close_feed", &json!({"feed": feed})).well();
        let open: Vec<&String> = [&renewed, &events]
            .into_iter()
            .filter(|address| anybody.get(address).status == 200)
            .collect();
        assert_eq!(open.len(), 1, "one is closed");
        let mut wrong = open[0].trim_end_matches(".ics").to_owned();
        let place = wrong.len() - 3;
        let other = if wrong[place..].starts_with('A') { "B" } else { "A" };
        wrong.replace_range(place..=place, other);
        let absent = anybody.get("/v1/ical/nothing.ics").without_trace();
        assert_eq!(absent.0, 404);
        for address in [busy, format!("{wrong}.ics"), "/v1/ical/AAAA.ics".to_owned()] {
            assert_eq!(anybody.get(&address).without_trace(), absent, "{address}");
        }
        // Of a tenant where nobody comes in, nothing is told.
        let still = open[0].clone();
        server.set_state("tenant1", "deleting");
        assert_eq!(anybody.get(&still).without_trace(), absent, "{}", server.name);
    }
}

#[test]
fn what_is_hidden_from_who_shares_is_not_shared() {
    for server in Server::both() {
        let (ann, eve) = (server.admin(), server.someone(1, "eve", "support"));
        let bob = server.someone(2, "bob", "admin");
        let garden = double(&ann, "Garden", 1);
        for (act, body) in [
            (
                "import_feed",
                json!({"resource": garden, "name": "a", "text": ical(&[])}),
            ),
            ("export_feed", json!({"resource": garden, "name": "a"})),
        ] {
            let told = eve.post(&format!("/v1/acts/{act}"), &body);
            assert_eq!(code(&told), (403, "tenancy.permission_missing".to_owned()), "{act}");
            let told = bob.post(&format!("/v1/acts/{act}"), &body);
            assert_eq!(code(&told), (404, "calendar.resource_unknown".to_owned()), "{act}");
        }
        let share = json!({"resource": garden, "name": "a"});
        let feed = text(&ann.post("/v1/acts/export_feed", &share).well()["feed"], "id");
        let foreign = bob.post("/v1/acts/close_feed", &json!({"feed": feed}));
        let nobodys = json!({"feed": "01890a5d-ac96-774b-bcce-b302099a8057"});
        let absent = bob.post("/v1/acts/close_feed", &nobodys);
        assert_eq!((foreign.status, &foreign.text), (404, &absent.text));
        for (name, value, path) in [
            ("name", json!(""), "/name"),
            ("content", json!("everything"), "/content"),
            ("resource", json!(null), "/resource"),
        ] {
            let mut body = share.clone();
            body[name] = value;
            let told = ann.post("/v1/acts/export_feed", &body);
            assert_eq!((told.status, told.reasons()[0].1.as_str()), (422, path), "{told:?}");
        }
        let far = json!({"resource": garden, "name": "b", "text": ical(&[]), "url": "file:///etc/passwd"});
        let told = ann.post("/v1/acts/import_feed", &far);
        assert_eq!((told.status, told.reasons()[0].1.as_str()), (422, "/url"), "{told:?}");
    }
}
