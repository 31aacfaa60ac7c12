//! Samples over HTTP: appended once each, listed by subject and time, told by hours, days and months, and removed when they are old.

use ratebook_server::records::series;
use serde_json::{Value, json};

use crate::lives::{plan, subscriber};
use crate::support::{Server, Someone, Told, text};

/// A subscriber of a tenant.
fn subject(someone: &Someone, name: &str) -> String {
    let home = plan(someone, &format!("Home of {name}"));
    text(&subscriber(someone, &home, name), "id")
}

fn sample(subject: &str, at: &str, bytes: i64) -> Value {
    json!({"subscriber_id": subject, "at": at, "bytes_in": bytes, "bytes_out": 2 * bytes, "online": bytes % 2 == 0})
}

fn reason(told: &Told) -> (u16, String, String) {
    let (code, path) = told.reasons().remove(0);
    (told.status, code, path)
}

#[test]
fn a_sample_is_kept_once() {
    for server in Server::both() {
        let (ann, bob) = (server.admin(), server.someone(2, "bob", "admin"));
        let (ana, foreign) = (subject(&ann, "Ana"), subject(&bob, "Ben"));
        let one = sample(&ana, "2026-11-01T10:00:00Z", 5);
        assert_eq!(ann.post("/v1/samples", &one).status, 201);
        let again = ann.post("/v1/samples", &one);
        assert_eq!((again.status, &again.json()["bytes_in"]), (200, &json!(5)));
        // Another one of its subject and its moment is refused, in whatever zone that is written.
        let other = ann.post("/v1/samples", &sample(&ana, "2026-11-01T11:00:00+01:00", 6));
        assert_eq!(reason(&other), (409, "records.taken".to_owned(), String::new()));
        let many: Vec<Value> = (0..100)
            .map(|minute| {
                sample(
                    &ana,
                    &format!("2026-11-02T{:02}:{:02}:00Z", minute / 60, minute % 60),
                    minute,
                )
            })
            .collect();
        let told = ann.post("/v1/samples", &json!({"items": many}));
        assert_eq!((told.status, told.json()), (201, json!({"added": 100, "known": 0})));
        let mut more = many.clone();
        more.push(sample(&ana, "2026-11-03T00:00:00Z", 7));
        let told = ann.post("/v1/samples", &json!({"items": more}));
        assert_eq!((told.status, told.json()), (201, json!({"added": 1, "known": 100})));
        assert_eq!(ann.post("/v1/samples", &json!({"items": more})).status, 200);
        // All or none: what stands against one stands against all, and is named.
        let mixed = [
            sample(&ana, "2026-11-04T00:00:00Z", 1),
            sample(&ana, "2026-11-02T00:05:00Z", 99),
        ];
        let told = ann.post("/v1/samples", &json!({"items": mixed}));
        assert_eq!(reason(&told), (409, "records.taken".to_owned(), "/items/1".to_owned()));
        let strange = json!({"items": [sample(&ana, "soon", 1), {"at": "2026-11-04T00:00:00Z"}]});
        let told = ann.post("/v1/samples", &strange);
        let places: Vec<String> = told.reasons().into_iter().map(|(_, path)| path).collect();
        assert_eq!(told.status, 422);
        assert!(places.contains(&"/items/0/at".to_owned()), "{told:?}");
        assert!(places.contains(&"/items/1/subscriber_id".to_owned()), "{told:?}");
        for lost in [foreign.as_str(), "01890a5d-ac96-774b-bcce-b302099a8057"] {
            let told = ann.post(
                "/v1/samples",
                &json!({"items": [sample(&ana, "2026-11-04T00:00:00Z", 1), sample(lost, "2026-11-04T00:00:00Z", 1)]}),
            );
            assert_eq!(
                (told.status, told.reasons()[0].1.as_str()),
                (422, "/items/1/subscriber_id")
            );
        }
        let total = ann.get("/v1/samples?total=true&limit=1").well();
        assert_eq!(total["total"], 102, "{}", server.name);
        for (body, path) in [
            (json!({"items": []}), "/items"),
            (json!({"items": {}}), "/items"),
            (json!({"items": [1]}), "/items/0"),
            (json!({"items": many, "at": "2026-11-04T00:00:00Z"}), "/at"),
            (json!({"items": vec![json!({}); 1_001]}), "/items"),
        ] {
            let told = ann.post("/v1/samples", &body);
            assert_eq!((told.status, told.reasons()[0].1.as_str()), (422, path), "{told:?}");
        }
        let eve = server.someone(1, "eve", "support");
        assert_eq!(eve.post("/v1/samples", &one).status, 403);
        assert_eq!(bob.get("/v1/samples?total=true").well()["total"], 0);
    }
}

#[test]
fn samples_are_listed_by_subject_and_time_page_by_page() {
    for server in Server::both() {
        let ann = server.admin();
        let (ana, ben) = (subject(&ann, "Ana"), subject(&ann, "Ben"));
        let at = |minute: usize| format!("2026-11-02T{:02}:{:02}:00Z", minute / 60, minute % 60);
        for who in [&ana, &ben] {
            let many: Vec<Value> = (0..90).map(|minute| sample(who, &at(minute), minute as i64)).collect();
            ann.post("/v1/samples", &json!({"items": many})).well();
        }
        let asked = format!(
            "/v1/samples?subscriber_id={ana}&at_first={}&at_last={}&sort=at&limit=20",
            at(10),
            at(79)
        );
        let mut seen = Vec::new();
        let mut cursor = String::new();
        loop {
            let page = ann.get(&format!("{asked}{cursor}")).well();
            let items = page["items"].as_array().expect("a list").clone();
            seen.extend(items.iter().map(|item| (text(item, "subscriber_id"), text(item, "at"))));
            match page["next_cursor"].as_str() {
                Some(next) => cursor = format!("&cursor={next}"),
                None => break,
            }
        }
        let expected: Vec<(String, String)> = (10..80).map(|minute| (ana.clone(), at(minute))).collect();
        assert_eq!(seen, expected, "{}", server.name);
    }
}

#[test]
fn samples_are_told_by_hours_days_and_months() {
    for server in Server::both() {
        // By the clock of Madrid.
        let ann = server.admin();
        let (ana, ben) = (subject(&ann, "Ana"), subject(&ann, "Ben"));
        let many = [
            ("2026-10-24T21:59:59Z", 1),
            ("2026-10-24T22:00:00Z", 4),
            ("2026-10-25T00:30:00Z", 3),
            ("2026-10-25T01:30:00Z", 5),
            ("2026-10-25T22:59:59Z", 9),
            ("2026-10-25T23:00:00Z", 2),
            ("2026-10-31T23:00:00Z", 7),
        ];
        let many: Vec<Value> = many.iter().map(|(at, bytes)| sample(&ana, at, *bytes)).collect();
        ann.post("/v1/samples", &json!({"items": many})).well();
        ann.post("/v1/samples", &sample(&ben, "2026-10-25T10:00:00Z", 1_000))
            .well();
        let asked = |more: &str| {
            ann.get(&format!(
                "/v1/samples/buckets?subscriber_id={ana}&fields=bytes_in&{more}"
            ))
        };
        let told = asked("per=day&first=2026-10-24&last=2026-10-26").well();
        let items = told["items"].as_array().expect("a list");
        let counts: Vec<u64> = items.iter().filter_map(|item| item["count"].as_u64()).collect();
        assert_eq!(counts, [1, 4, 1], "{told}");
        // The day on which clocks are put back has 25 hours.
        assert_eq!(
            (&items[1]["start"], &items[1]["end"]),
            (&json!("2026-10-24T22:00:00Z"), &json!("2026-10-25T23:00:00Z"))
        );
        assert_eq!(
            items[1]["fields"]["bytes_in"],
            json!({"count": 4, "min": "3", "max": "9", "sum": "21", "average": "5.25"})
        );
        let hours = asked("per=hour&first=2026-10-25&last=2026-10-25").well();
        let hours = hours["items"].as_array().expect("a list");
        assert_eq!(hours.len(), 25);
        let filled: Vec<usize> = (0..25).filter(|hour| hours[*hour]["count"] == 1).collect();
        assert_eq!(filled, [0, 2, 3, 24]);
        assert_eq!(hours[1]["fields"], json!({}));
        let months = asked("per=month&first=2026-10-01&last=2026-11-30").well();
        let counts: Vec<&Value> = months["items"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|one| &one["count"])
            .collect();
        assert_eq!(counts, [&json!(6), &json!(1)]);
        // Buckets come to what the list comes to, whoever is asked for.
        let list = ann.get("/v1/samples?sums=bytes_in&total=true").well();
        let all = ann
            .get("/v1/samples/buckets?fields=bytes_in&per=month&first=2026-01-01&last=2026-12-31")
            .well();
        let sum = |told: &Value| -> i64 {
            let items = told["items"].as_array().expect("a list");
            let sums = items.iter().filter_map(|one| one["fields"]["bytes_in"]["sum"].as_str());
            sums.map(|text| text.parse::<i64>().expect("a number")).sum()
        };
        assert_eq!(json!(sum(&all).to_string()), list["sums"]["bytes_in"]);
        for (more, path) in [
            ("per=week&first=2026-10-24&last=2026-10-26", "/per"),
            ("per=day&last=2026-10-26", "/first"),
            ("per=day&first=2026-10-24&last=soon", "/last"),
            ("per=hour&first=2026-01-01&last=2026-12-31", "/last"),
            ("per=day&first=2026-10-26&last=2026-10-24", "/last"),
            ("per=day&first=2026-10-24&last=2026-10-26&limit=3", "/limit"),
            ("per=day&first=2026-10-24&last=2026-10-26&secret=3", "/secret"),
        ] {
            let told = asked(more);
            assert_eq!(
                (told.status, told.reasons()[0].1.as_str()),
                (422, path),
                "{more}: {told:?}"
            );
        }
        let told = ann.get("/v1/samples/buckets?fields=online&per=day&first=2026-10-24&last=2026-10-26");
        assert_eq!(
            (told.status, told.reasons()[0].1.as_str()),
            (422, "/fields/0"),
            "{told:?}"
        );
        let eve = server.someone(1, "eve", "support");
        assert_eq!(
            eve.get("/v1/samples/buckets?per=day&first=2026-10-24&last=2026-10-26")
                .status,
            403
        );
        let bob = server.someone(2, "bob", "admin");
        let nothing = bob
            .get("/v1/samples/buckets?per=month&first=2026-01-01&last=2026-12-31")
            .well();
        assert!(
            nothing["items"]
                .as_array()
                .expect("a list")
                .iter()
                .all(|one| one["count"] == 0)
        );
        // What is no series has no such thing.
        let absent = ann.get("/v1/rooms/buckets");
        assert_eq!(absent.status, 404, "{absent:?}");
    }
}

#[test]
fn old_samples_go_and_months_to_come_are_ready() {
    const DAY: i64 = 86_400;
    for server in Server::both() {
        let ann = server.admin();
        let ana = subject(&ann, "Ana");
        let today = crate::commerce::today();
        let at = |days: i32| {
            format!(
                "{}T12:00:00Z",
                ratebook::time::Day::from_number(today + days).expect("a day")
            )
        };
        let many: Vec<Value> = [-60, -1, 0].iter().map(|days| sample(&ana, &at(*days), 1)).collect();
        ann.post("/v1/samples", &json!({"items": many})).well();
        let tend = || server.wait_for(series::tend(server.app())).expect("tended");
        let done = tend();
        assert_eq!((done.made, done.dropped, done.removed), (0, 0, 0), "{}", server.name);
        // Kept for ninety days: that of sixty days ago has gone forty days later, the others not.
        server.turn_on(40 * DAY);
        let ann = server.admin();
        let done = tend();
        assert_eq!(done.removed + u64::from(done.dropped), 1, "{done:?} on {}", server.name);
        if server.name == "postgres" {
            assert!(done.made >= 1, "{done:?}");
        }
        let left = ann.get("/v1/samples?total=true").well();
        assert_eq!(left["total"], 2, "{left}");
        // A month ahead has its part by now, and takes what is sent.
        ann.post("/v1/samples", &sample(&ana, &at(120), 3)).well();
        assert_eq!(tend().made, 0);
        assert_eq!(ann.get("/v1/samples?total=true").well()["total"], 3);
    }
}
