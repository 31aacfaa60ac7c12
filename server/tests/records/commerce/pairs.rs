//! Every two of what changes something, at once: on the same rooms and records, named in the order and against it. Locks are taken in one
//! order whoever takes them, so PostgreSQL never has to have one of two give way. Whoever would begin with what others end with, or take a
//! number before a record, shows here.

use std::collections::BTreeSet;
use std::sync::Barrier;

use serde_json::{Value, json};

use super::world::{book, hour, room, span, take};
use crate::lives::{plan, subscriber};
use crate::support::{Server, Someone, Told, text};

const ACTS: [&str; 12] = [
    "hold",
    "book",
    "confirm",
    "release",
    "extend",
    "move",
    "cancel",
    "block",
    "unblock",
    "import_feed",
    "export_feed",
    "close_feed",
];
/// What changes records beside them.
const OTHERS: [&str; 8] = [
    "a room",
    "a new subscriber",
    "several subscribers",
    "an event",
    "a deletion",
    "a merge",
    "a link",
    "a tag",
];
/// Those of them that are about subscribers who are there.
const OF_SUBSCRIBERS: [&str; 4] = ["an event", "a deletion", "a merge", "a link"];
/// So often by each of two who do the same.
const TURNS: usize = 2;

/// A pack that counts what it has as well as what it numbers.
fn counting(pack: &mut Value) {
    pack["quotas"] =
        json!([{"name": "tag", "standard": {"hard": 100_000}}, {"name": "subscriber", "standard": {"hard": 100_000}}]);
}

/// What two do something to.
struct Yard {
    ann: Someone,
    rooms: [String; 2],
    plan: String,
    key: String,
    booking: String,
    block: String,
    feed: String,
    subscribers: [String; 2],
}

impl Yard {
    /// With what two of that need to be there.
    fn of(ann: &Someone, (rooms, plan): (&[String; 2], &Value), number: i32, acts: [&str; 2]) -> Yard {
        let needed = |by: &[&str]| acts.iter().any(|act| by.contains(act));
        let both = |from: i32| rooms.each_ref().map(|room| take(room, &span(from, from + 1)));
        let key = format!("k{number}");
        if needed(&["confirm", "release", "extend"]) {
            let held = json!({"key": key, "takes": both(number * 4), "ttl_seconds": 3_600});
            ann.post("/v1/acts/hold", &held).well();
        }
        let booked = || text(&book(ann, &both(number * 4 + 1)).well(), "id");
        let blocked = || {
            let when = span(number * 4 + 2, number * 4 + 3);
            let block = json!({"resource": rooms[0], "when": when, "units": 1, "reason": "paint"});
            text(&ann.post("/v1/acts/block", &block).well(), "id")
        };
        let shared = || {
            let shared = json!({"resource": rooms[1], "name": key});
            text(&ann.post("/v1/acts/export_feed", &shared).well()["feed"], "id")
        };
        let people = || ["Ana", "Ben"].map(|name| text(&subscriber(ann, plan, name), "id"));
        Yard {
            ann: ann.clone(),
            rooms: rooms.clone(),
            plan: text(plan, "id"),
            block: needed(&["unblock"]).then(blocked).unwrap_or_default(),
            feed: needed(&["close_feed"]).then(shared).unwrap_or_default(),
            subscribers: needed(&OF_SUBSCRIBERS).then(people).unwrap_or_default(),
            booking: needed(&["move", "cancel"]).then(booked).unwrap_or_default(),
            key,
        }
    }

    /// Does something with the rooms and the records in one order or the other.
    fn does(&self, what: &str, (is_turned, number): (bool, i32)) -> Told {
        let turned = |both: &[String; 2]| match is_turned {
            true => [both[1].clone(), both[0].clone()],
            false => both.clone(),
        };
        let ([one, other], [ana, ben]) = (turned(&self.rooms), turned(&self.subscribers));
        let from = number * 4 + 3;
        let takes = [take(&one, &span(from, from + 1)), take(&other, &span(from, from + 1))];
        let new =
            |name: &str| json!({"name": name, "phone": "+49301234567", "address": "A", "service_plan_id": self.plan});
        let act = |body: Value| self.ann.post(&format!("/v1/acts/{what}"), &body);
        match what {
            "hold" => act(json!({"takes": takes, "ttl_seconds": 600})),
            "book" => book(&self.ann, &takes),
            "confirm" | "release" => act(json!({"key": self.key})),
            "extend" => act(json!({"key": self.key, "ttl_seconds": 7_200})),
            "move" => act(json!({"booking": self.booking, "takes": takes})),
            "cancel" => act(json!({"booking": self.booking})),
            "block" => act(json!({"resource": one, "when": span(from, from + 1), "units": 1, "reason": "paint"})),
            "unblock" => act(json!({"block": self.block})),
            "import_feed" => act(json!({"resource": one, "name": "elsewhere", "text": elsewhere(from)})),
            "export_feed" => act(json!({"resource": one, "name": format!("{is_turned}")})),
            "close_feed" => act(json!({"feed": self.feed})),
            "a room" => self
                .ann
                .patch(&format!("/v1/rooms/{one}"), &json!({"capacity": 1 + number % 9})),
            "a new subscriber" => self.ann.post("/v1/subscribers", &new("Cas")),
            "several subscribers" => {
                let items = [new("Dan"), new("Eve")];
                self.ann
                    .post("/v1/subscribers/bulk", &json!({"action": "create", "items": items}))
            }
            "an event" => self.ann.post(&format!("/v1/subscribers/{ana}/activate"), &json!({})),
            "a deletion" => self.ann.delete(&format!("/v1/subscribers/{ana}")),
            "a merge" => self
                .ann
                .post(&format!("/v1/subscribers/{ana}/merge"), &json!({"other": ben})),
            "a link" => {
                let ticket = json!({"subscriber_id": ana, "subject": "No line", "description": "Since this morning."});
                self.ann.post("/v1/tickets", &ticket)
            }
            _ => self
                .ann
                .post("/v1/tags", &json!({"name": format!("tag-{number}-{is_turned}")})),
        }
    }
}

/// What another calendar tells: that it is taken for an hour.
fn elsewhere(from: i32) -> String {
    let plain = |at: i32| hour(at).replace(['-', ':'], "");
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Elsewhere//EN\r\nBEGIN:VEVENT\r\nUID:one\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:{}\r\n\
         DTEND:{}\r\nSUMMARY:Taken\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        plain(from),
        plain(from + 1)
    )
}

/// What the document says that changes bookings, blocks and feeds.
fn declared(ann: &Someone) -> BTreeSet<String> {
    let document = ann.get("/v1/openapi.json").well();
    let paths = document["paths"].as_object().expect("paths").iter();
    let acts = paths.filter_map(|(path, item)| Some((path.strip_prefix("/v1/acts/")?, &item["post"]["x-permission"])));
    let changes = acts.filter(|(_, permission)| permission.as_str().is_some_and(|own| own.ends_with(":write")));
    changes.map(|(name, _)| name.to_owned()).collect()
}

#[test]
fn no_two_of_all_that_change_something_wait_for_each_other() {
    for server in Server::both_by(counting) {
        let ann = server.admin();
        assert_eq!(declared(&ann), ACTS.map(str::to_owned).into(), "every act is tried");
        let all: Vec<&str> = ACTS.into_iter().chain(OTHERS).collect();
        let rooms = ["One", "Two"].map(|name| room(&ann, name, &json!({"zone": "UTC", "capacity": 9})));
        let plan = plan(&ann, "Home 50");
        let (mut number, mut well) = (0, 0);
        for (place, one) in all.iter().enumerate() {
            for other in all.iter().skip(place) {
                let yard = Yard::of(&ann, (&rooms, &plan), number % 400, [one, other]);
                let begun = Barrier::new(4);
                let told = std::thread::scope(|scope| {
                    let threads =
                        [(one, false), (other, true), (one, true), (other, false)].map(|(what, is_turned)| {
                            let (yard, begun) = (&yard, &begun);
                            scope.spawn(move || {
                                begun.wait();
                                let turns = 0..TURNS;
                                turns
                                    .map(|_| yard.does(what, (is_turned, number % 400)))
                                    .collect::<Vec<_>>()
                            })
                        });
                    threads.map(|thread| thread.join().expect("answers"))
                });
                for told in told.iter().flatten() {
                    assert!(
                        matches!(told.status, 200..=204 | 404 | 409 | 412 | 422),
                        "{one} and {other}: {told:?}"
                    );
                    assert!(!told.text.contains("\"engine."), "{one} and {other}: {told:?}");
                    well += usize::from(told.status < 300);
                }
                number += 1;
            }
        }
        assert!(well > 500, "only {well} of {number} pairs went well");
        if server.name == "postgres" {
            assert_eq!(server.deadlocks(), 0, "of some two one had to give way");
        }
    }
}
