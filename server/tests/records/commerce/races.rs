//! Many at once: no unit is sold twice, and nobody waits for somebody who waits for them.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::world::{book, room, span, take};
use crate::support::{Server, Someone, Told, text};

/// Asks from as many threads at once; each with a number.
fn at_once(many: usize, ask: impl Fn(usize) -> Told + Send + Sync + 'static) -> Vec<Told> {
    let ask = Arc::new(ask);
    let begun = Arc::new(std::sync::Barrier::new(many));
    let threads: Vec<_> = (0..many)
        .map(|number| {
            let (ask, begun) = (Arc::clone(&ask), Arc::clone(&begun));
            let thread = std::thread::Builder::new().stack_size(256 * 1024);
            let asked = thread.spawn(move || {
                begun.wait();
                ask(number)
            });
            asked.expect("a thread")
        })
        .collect();
    threads
        .into_iter()
        .map(|thread| thread.join().expect("an answer"))
        .collect()
}

#[test]
fn a_thousand_race_for_one_slot() {
    for server in Server::both() {
        let ann = server.admin();
        let studio = room(&ann, "Studio", &json!({"zone": "Europe/Berlin"}));
        let (begun, asked) = (Instant::now(), take(&studio, &span(10, 12)));
        let told = at_once(1_000, move |_| book(&ann, std::slice::from_ref(&asked)));
        let took = begun.elapsed();
        let won: Vec<&Told> = told.iter().filter(|told| told.status == 201).collect();
        assert_eq!(won.len(), 1, "{}", server.name);
        for lost in told.iter().filter(|told| told.status != 201) {
            assert_eq!(lost.status, 409, "{lost:?}");
            assert_eq!(
                lost.reasons(),
                [("calendar.conflict".to_owned(), "/takes/0/when".to_owned())]
            );
            assert_eq!(lost.json()["errors"][0]["details"]["units_left"], 0);
            assert_eq!(lost.json()["errors"][0]["details"]["booking"], won[0].json()["id"]);
        }
        println!("{}: 1 of 1,000 in {took:?}", server.name);
        assert!(took < Duration::from_secs(60), "{took:?}");
        let listed = server.admin().get("/v1/bookings?total=true").well();
        assert_eq!(listed["total"], 1);
    }
}

#[test]
fn the_last_units_are_sold_once() {
    for server in Server::both() {
        let ann = server.admin();
        let court = room(&ann, "Court", &json!({"zone": "UTC", "capacity": 7}));
        let asked = take(&court, &span(10, 12));
        let told = at_once(60, move |_| book(&ann, std::slice::from_ref(&asked)));
        let won = told.iter().filter(|told| told.status == 201).count();
        assert_eq!(won, 7, "{}", server.name);
        assert!(told.iter().all(|told| matches!(told.status, 201 | 409)));
    }
}

#[test]
fn one_key_is_one_hold() {
    for server in Server::both() {
        let ann = server.admin();
        let rooms: Vec<String> = (0..4)
            .map(|number| room(&ann, &format!("Room {number}"), &json!({"zone": "UTC"})))
            .collect();
        let told = at_once(32, move |number| {
            let takes = [take(&rooms[number % 4], &span(10, 12))];
            ann.post(
                "/v1/acts/hold",
                &json!({"key": "k", "takes": takes, "ttl_seconds": 600}),
            )
        });
        // One room is held, for whoever asks for it; the key holds nothing else.
        let mut held: Vec<String> = Vec::new();
        for told in &told {
            match told.status {
                200 | 201 => held.push(text(&told.json(), "id")),
                _ => assert_eq!(
                    (told.status, told.reasons()[0].0.as_str()),
                    (409, "calendar.hold_exists"),
                    "{told:?}"
                ),
            }
        }
        assert_eq!(
            told.iter().filter(|told| told.status == 201).count(),
            1,
            "{}",
            server.name
        );
        held.dedup();
        assert_eq!(held.len(), 1);
    }
}

/// One random act over a few rooms, of several at once in any order.
fn random_act(ann: &Someone, rooms: &[String], known: &[String], seed: u64) -> Told {
    let mut chance = super::histories::Chance::new(seed);
    let mut takes: Vec<Value> = Vec::new();
    let many = 1 + chance.below(3);
    for _ in 0..many {
        let (room, from) = (
            &rooms[chance.below(rooms.len())],
            i32::try_from(chance.below(12)).expect("an hour"),
        );
        takes.push(take(
            room,
            &span(from, from + 1 + i32::try_from(chance.below(3)).expect("hours")),
        ));
    }
    let booking = known.get(chance.below(known.len().max(1))).cloned().unwrap_or_default();
    let key = format!("k{}", chance.below(4));
    match chance.below(12) {
        0..=2 => book(ann, &takes),
        3 => ann.post(
            "/v1/acts/hold",
            &json!({"key": key, "takes": takes, "ttl_seconds": 600}),
        ),
        4 => ann.post("/v1/acts/confirm", &json!({"key": key})),
        5 => ann.post("/v1/acts/release", &json!({"key": key})),
        6 => ann.post("/v1/acts/move", &json!({"booking": booking, "takes": takes})),
        7 => ann.post("/v1/acts/cancel", &json!({"booking": booking})),
        8 => ann.post("/v1/acts/extend", &json!({"key": key, "ttl_seconds": 1_200})),
        // Whoever blocks waits for who books, and whoever frees for both; what is freed may be no block at all.
        9 => ann.post(
            "/v1/acts/block",
            &json!({"resource": takes[0]["resource"], "when": takes[0]["when"], "units": 1, "reason": "paint"}),
        ),
        10 => ann.post("/v1/acts/unblock", &json!({"block": booking})),
        _ => {
            let room = &rooms[chance.below(rooms.len())];
            // Whoever changes a room meanwhile waits, or is waited for.
            ann.patch(&format!("/v1/rooms/{room}"), &json!({"capacity": 1 + chance.below(9)}))
        }
    }
}

#[test]
fn no_two_acts_wait_for_each_other() {
    for server in Server::both() {
        let ann = server.admin();
        let rooms: Vec<String> = (0..5)
            .map(|number| room(&ann, &format!("Room {number}"), &json!({"zone": "UTC", "capacity": 3})))
            .collect();
        let (rooms, known) = (Arc::new(rooms), Arc::new(std::sync::Mutex::new(Vec::<String>::new())));
        let (well, refused) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let counts = (Arc::clone(&well), Arc::clone(&refused));
        let worst = at_once(24, move |number| {
            let mut last = None;
            for turn in 0..40 {
                let seed = (number * 1_000 + turn) as u64;
                let others = known.lock().expect("a list").clone();
                let told = random_act(&ann, &rooms, &others, seed);
                if told.status < 300 {
                    counts.0.fetch_add(1, Ordering::Relaxed);
                    let id = told.json()["id"].as_str().map(str::to_owned);
                    known.lock().expect("a list").extend(id);
                } else {
                    counts.1.fetch_add(1, Ordering::Relaxed);
                }
                // A record that somebody else has just changed is not what this is about.
                assert!(matches!(told.status, 200 | 201 | 404 | 409 | 422), "{told:?}");
                assert!(told.status < 300 || !told.text.contains("\"engine."), "{told:?}");
                last = Some(told);
            }
            last.expect("an answer")
        });
        assert_eq!(worst.len(), 24);
        let (well, refused) = (well.load(Ordering::Relaxed), refused.load(Ordering::Relaxed));
        println!("{}: {well} acts, {refused} refused", server.name);
        assert!(well > 100 && refused > 50, "{well} and {refused}");
    }
}
