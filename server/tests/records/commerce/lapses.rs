//! Holds that have lapsed: free at once, and written down by the engine a little later.

use std::thread;

use ratebook_server::records::{series, timers};
use ratebook_server_testing::{Base, Served};
use serde_json::{Value, json};

use super::world::{code, day, room, span, take};
use crate::fleet::entity;
use crate::support::{Server, Someone, text};

/// What a history tells, with who did it.
fn events(someone: &Someone, id: &str) -> Vec<(String, String)> {
    let history = someone.get(&format!("/v1/bookings/{id}/history")).well();
    let items = history["items"].as_array().expect("a list").clone();
    items
        .iter()
        .map(|one| (text(one, "action"), text(one, "actor")))
        .collect()
}

#[test]
fn a_hold_that_has_lapsed_is_written_down_by_the_engine_and_changes_no_answer() {
    for server in Server::both() {
        let (ann, eve) = (server.admin(), server.someone(1, "eve", "support"));
        let (one, two) = (
            room(&ann, "One", &json!({"zone": "UTC"})),
            room(&ann, "Two", &json!({"zone": "UTC"})),
        );
        let takes = [take(&one, &span(10, 12)), take(&two, &span(10, 12))];
        let hold = |key: &str, takes: &[Value], seconds: u32| {
            let body = json!({"key": key, "takes": takes, "ttl_seconds": seconds});
            text(&ann.post("/v1/acts/hold", &body).well(), "id")
        };
        let both = hold("both", &takes, 60);
        let longer = hold("longer", &[take(&one, &span(14, 15))], 3_600);
        let taken = json!({"takes": takes});
        assert_eq!(eve.post("/v1/acts/check", &taken).well()["free"], false);
        assert_eq!(server.fire_due(), 0, "nothing has lapsed on {}", server.name);
        server.turn_on(61);
        let (ann, eve) = (server.admin(), server.someone(1, "eve", "support"));
        // Free at once, whoever has written it down.
        let days = json!({"first": day(0), "last": day(0)});
        let slots = json!({"resources": [one, two], "days": days, "minutes": 120});
        let asked = || {
            let check = eve.post("/v1/acts/check", &taken).well();
            (check, eve.post("/v1/acts/slots", &slots).well())
        };
        let before = asked();
        assert_eq!(before.0["free"], true, "{}", before.0);
        assert_eq!(
            ann.get(&format!("/v1/bookings/{both}")).well()["state"],
            "held",
            "nobody has written it down"
        );
        assert_eq!(server.fire_due(), 1, "{}", server.name);
        assert_eq!(server.fire_due(), 0);
        assert_eq!(asked(), before);
        let listed = ann.get(&format!("/v1/bookings?group_id={both}&state=expired")).well();
        assert_eq!(listed["items"].as_array().map(Vec::len), Some(2), "{listed}");
        for item in listed["items"].as_array().expect("a list") {
            assert_eq!(item["version"], 2);
            let events = events(&ann, &text(item, "id"));
            let last = events.last().expect("an event");
            assert_eq!(last, &("booking:expired".to_owned(), "engine".to_owned()));
        }
        assert_eq!(ann.get(&format!("/v1/bookings/{longer}")).well()["state"], "held");
        let late = ann.post("/v1/acts/confirm", &json!({"key": "both"}));
        assert_eq!(code(&late), (404, "calendar.hold_unknown".to_owned()));
        // Whoever needs its key before the job comes has the engine write it down too.
        hold("soon", &[take(&one, &span(20, 21))], 1);
        server.turn_on(2);
        let ann = server.admin();
        let again = json!({"key": "soon", "takes": [take(&one, &span(22, 23))], "ttl_seconds": 60});
        assert_eq!(ann.post("/v1/acts/hold", &again).status, 201);
        let expired = ann.get("/v1/bookings?hold_key=soon&state=expired").well();
        let events = events(&ann, &text(&expired["items"][0], "id"));
        assert_eq!(
            events.last(),
            Some(&("booking:expired".to_owned(), "engine".to_owned()))
        );
    }
}

#[test]
fn several_servers_write_down_each_hold_once() {
    for base in [Base::Sqlite, Base::Postgres] {
        let served = Served::start(base);
        let owner = served.tenant(&served.operator(), "acme");
        let rooms: Vec<String> = (0..4)
            .map(|number| {
                let body = json!({"name": format!("Room {number}"), "capacity": 1, "resource": {"zone": "UTC"}});
                text(&owner.post("/v1/rooms", &body).is(201).json(), "id")
            })
            .collect();
        for hour in 0..10 {
            for room in &rooms {
                let body = json!({"key": format!("{room}{hour}"), "takes": [take(room, &span(hour, hour + 1))], "ttl_seconds": 60});
                owner.post("/v1/acts/hold", &body).is(201);
            }
        }
        served.pass(61);
        let beside = served.beside();
        let written: usize = thread::scope(|scope| {
            let threads: Vec<_> = [&served, &beside]
                .into_iter()
                .map(|one| scope.spawn(move || one.wait_for(timers::fire_due(one.app())).expect("the timers")))
                .collect();
            threads.into_iter().map(|one| one.join().expect("a thread")).sum()
        });
        assert_eq!(written, 40, "{base:?}");
        let owner = served.signed_in("owner@acme.example.com").at("acme");
        let listed = owner.get("/v1/bookings?state=expired&limit=100").is(200).json();
        let items = listed["items"].as_array().expect("a list");
        assert_eq!(items.len(), 40);
        assert!(items.iter().all(|item| item["version"] == 2), "{listed}");
    }
}

/// The next version of the workbench, in which rooms are halls and samples are kept for a day.
fn halls(definition: &mut Value) {
    definition["version"] = 99.into();
    definition["demo"] = json!([]);
    definition["views"] = json!([]);
    let text = definition.to_string().replace("\"rooms:", "\"halls:");
    *definition = serde_json::from_str(&text).expect("a pack");
    let own = entity(definition, "room");
    (own["name"], own["was"]) = ("hall".into(), "room".into());
    entity(definition, "sample")["series"]["keep_days"] = 1.into();
}

#[test]
fn what_a_server_of_an_earlier_version_would_do_by_the_clock_is_left_to_who_knows_how() {
    for old in Server::both() {
        let ann = old.admin();
        let studio = room(&ann, "Studio", &json!({"zone": "UTC"}));
        let body = json!({"key": "one", "takes": [take(&studio, &span(10, 12))], "ttl_seconds": 60});
        let hold = text(&ann.post("/v1/acts/hold", &body).well(), "id");
        let calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Elsewhere//EN\r\nEND:VCALENDAR\r\n";
        let feed = json!({"resource": studio, "name": "elsewhere", "text": calendar});
        let feed = text(&ann.post("/v1/acts/import_feed", &feed).well()["feed"], "id");
        let new = old.beside_by(halls);
        new.turn_on(61);
        assert_eq!(old.fire_due(), 0, "{}", old.name);
        let tended = old.wait_for(series::tend(old.app())).expect("tended");
        assert_eq!((tended.made, tended.dropped, tended.removed), (0, 0, 0), "{tended:?}");
        let bob = new.admin();
        assert_eq!(bob.get(&format!("/v1/bookings/{hold}")).well()["state"], "held");
        assert_eq!(new.fire_due(), 1, "{}", old.name);
        let bob = new.admin();
        assert_eq!(bob.get(&format!("/v1/bookings/{hold}")).well()["state"], "expired");
        // What is booked, and a calendar that was shared, are of the hall.
        for path in [format!("/v1/bookings/{hold}"), format!("/v1/feeds/{feed}")] {
            assert_eq!(bob.get(&path).well()["resource_id"], studio, "{}", old.name);
        }
        let again = json!({"resource": studio, "name": "elsewhere", "text": calendar});
        let told = bob.post("/v1/acts/import_feed", &again).well();
        assert_eq!(told["feed"]["id"], feed, "{}: {told}", old.name);
    }
}
