//! Calendars of a server that is killed again and again while several hold, book, move and cancel: what was acknowledged stands in the
//! rows as it was acknowledged, nothing is taken twice, and what is free by the answers is what is free by core's calendar, made in
//! memory of the rows. An act whose rows are kept by halves, a calendar that was kept from before, or a unit that is let go and taken by
//! two shows here.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use ratebook::calendar::{Calendar, CheckRequest};
use ratebook::time::{Day, Instant};
use ratebook_server_testing::{Answer, Base, Client, Running};
use serde_json::{Value, json};

use crate::killed::all;

const KILLS: u64 = 5;
const CLIENTS: u64 = 4;
const ROOMS: usize = 3;
const CAPACITY: usize = 2;
const HOURS: u64 = 12;

/// What is taken of a room, from an hour to another.
type Taken = (String, u64, u64);

/// What a client was told: of each booking what it takes, and of each hold the booking that it becomes.
#[derive(Debug, Default)]
struct Known {
    takes: BTreeMap<String, Vec<Taken>>,
    holds: BTreeMap<String, String>,
    /// What was asked and not answered: it has happened or not.
    doubt: Vec<String>,
    acknowledged: usize,
}

/// A moment a month from now, in hours from the beginning of that day.
fn moment(day: Day, hour: u64) -> String {
    format!("{day}T{hour:02}:00:00Z")
}

fn day() -> Day {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970");
    let today = i32::try_from(since.as_secs() / 86_400).expect("a day");
    Day::from_number(today + 30).expect("a day")
}

/// Numbers by chance, the same in every run: splitmix64.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        (mixed ^ (mixed >> 31)) % end
    }

    fn takes(&mut self, rooms: &[String]) -> Vec<Taken> {
        let first = self.below(ROOMS as u64) as usize;
        // Of one room or of two others of them, so that no take stands in the way of its neighbour.
        let several = 1 + self.below(2) as usize;
        let own = (0..several).map(|place| {
            let from = self.below(HOURS - 1);
            let long = 1 + self.below((HOURS - from).min(3));
            (rooms[(first + place) % ROOMS].clone(), from, (from + long).min(HOURS))
        });
        own.collect()
    }
}

fn asked(day: Day, takes: &[Taken]) -> Value {
    let take = |(room, from, until): &Taken| json!({"resource": room, "when": {"span": {"start": moment(day, *from), "end": moment(day, *until)}}});
    takes.iter().map(take).collect()
}

/// One act by chance over what the client itself has made; nothing where nobody answers any more.
fn act(
    client: &Client,
    (rooms, day): (&[String], Day),
    number: u64,
    known: &mut Known,
    chance: &mut Chance,
) -> Option<()> {
    let takes = chance.takes(rooms);
    let held = known.holds.iter().next().map(|(key, id)| (key.clone(), id.clone()));
    let booked: Vec<String> = known
        .takes
        .keys()
        .filter(|id| !known.holds.values().any(|own| own == *id))
        .cloned()
        .collect();
    let one = (!booked.is_empty()).then(|| booked[chance.below(booked.len() as u64) as usize].clone());
    let party = json!({"adults": 1});
    let is_done = |answer: &Answer| {
        assert!(
            matches!(answer.status, 200..=299 | 404 | 409 | 422),
            "{}",
            answer.text()
        );
        answer.status < 300
    };
    // Until it is answered nobody knows.
    let ask = |known: &mut Known, path: &str, body: &Value, of: Option<&String>| -> Option<Answer> {
        known.doubt.extend(of.cloned());
        let answer = client.try_post(path, body).filter(|answer| answer.status < 500)?;
        known.doubt.clear();
        known.acknowledged += usize::from(answer.status < 300);
        Some(answer)
    };
    match (chance.below(9), held, one) {
        (0 | 1, ..) => {
            let key = format!("key-{number}");
            let body = json!({"key": key, "takes": asked(day, &takes), "ttl_seconds": 86_400, "party": party});
            let answer = ask(known, "/v1/acts/hold", &body, None)?;
            if is_done(&answer) {
                let id = answer.json()["id"].as_str().expect("an id").to_owned();
                known.takes.insert(id.clone(), takes);
                known.holds.insert(key, id);
            }
        }
        (2, Some((key, id)), _) => {
            if is_done(&ask(known, "/v1/acts/confirm", &json!({"key": key}), Some(&id))?) {
                known.holds.remove(&key);
            }
        }
        (3, Some((key, id)), _) => {
            if is_done(&ask(known, "/v1/acts/release", &json!({"key": key}), Some(&id))?) {
                known.holds.remove(&key);
                known.takes.insert(id, Vec::new());
            }
        }
        (4 | 5, _, Some(id)) => {
            let body = json!({"booking": id, "takes": asked(day, &takes), "party": party});
            if is_done(&ask(known, "/v1/acts/move", &body, Some(&id))?) {
                known.takes.insert(id, takes);
            }
        }
        (6, _, Some(id)) => {
            if is_done(&ask(known, "/v1/acts/cancel", &json!({"booking": id}), Some(&id))?) {
                known.takes.insert(id, Vec::new());
            }
        }
        _ => {
            let body = json!({"takes": asked(day, &takes), "party": party});
            let answer = ask(known, "/v1/acts/book", &body, None)?;
            if is_done(&answer) {
                known
                    .takes
                    .insert(answer.json()["id"].as_str().expect("an id").to_owned(), takes);
            }
        }
    }
    Some(())
}

/// What the rows say is taken, by what it was booked or is held as.
fn rows(ann: &Client, day: Day) -> BTreeMap<String, Vec<Taken>> {
    let mut taken: BTreeMap<String, Vec<Taken>> = BTreeMap::new();
    let instant = |text: &Value| {
        text.as_str()
            .and_then(|text| text.parse::<Instant>().ok())
            .expect("a moment")
            .seconds()
    };
    let begin = instant(&moment(day, 0).into());
    for row in all(ann, "/v1/bookings?limit=100&state=held,confirmed") {
        let hour = |name: &str| u64::try_from((instant(&row[name]) - begin) / 3_600).expect("an hour");
        let text = |name: &str| row[name].as_str().expect("a text").to_owned();
        taken
            .entry(text("group_id"))
            .or_default()
            .push((text("resource_id"), hour("starts_at"), hour("ends_at")));
    }
    taken
}

/// The rows are what was acknowledged, fit into the rooms, and are what is answered of what is free; how often something was taken.
fn compare(base: Base, ann: &Client, (rooms, day): (&[String], Day), clients: &[Known]) -> usize {
    let taken = rows_sorted(rows(ann, day));
    for known in clients {
        for (id, takes) in known.takes.iter().filter(|(id, _)| !known.doubt.contains(id)) {
            let mut takes = takes.clone();
            takes.sort();
            let own = taken.get(id).cloned().unwrap_or_default();
            assert_eq!(own, takes, "{base:?}: {id} is not as it was acknowledged");
        }
    }
    let bookings: Vec<Value> = taken
        .iter()
        .map(|(id, takes)| json!({"id": id, "takes": asked(day, takes)}))
        .collect();
    let resources: Vec<Value> = rooms
        .iter()
        .map(|id| json!({"id": id, "zone": "UTC", "capacity": CAPACITY}))
        .collect();
    let model = Calendar::load(json!({"resources": resources, "bookings": bookings}));
    let model = model.unwrap_or_else(|error| panic!("{base:?}: the rows do not fit into the rooms: {error}"));
    let now = moment(day, 0).parse::<Instant>().expect("a moment").seconds() - 20 * 86_400;
    let now = Instant::from_microseconds(now * 1_000_000).expect("a moment");
    let mut free = [0, 0];
    for room in rooms {
        for hour in 0..HOURS {
            for units in 1..=CAPACITY {
                let mut takes = asked(day, &[(room.clone(), hour, hour + 1)]);
                takes[0]["units"] = units.into();
                let answer = ann.post("/v1/acts/check", &json!({"takes": takes})).is(200).json();
                let when = serde_json::from_value(takes[0]["when"].clone()).expect("a time");
                let mut request = CheckRequest::new(now, room.as_str(), when);
                request.units = u32::try_from(units).expect("small");
                let own = model.check(&request).expect("an answer");
                assert_eq!(
                    answer["free"], own.free,
                    "{base:?}: {room} at {hour}, {units} units: {answer}"
                );
                free[usize::from(own.free)] += 1;
            }
        }
    }
    free[0]
}

fn rows_sorted(mut taken: BTreeMap<String, Vec<Taken>>) -> BTreeMap<String, Vec<Taken>> {
    taken.values_mut().for_each(|takes| takes.sort());
    taken
}

fn killed_calendars(base: Base) {
    let mut running = Running::start(env!("CARGO_BIN_EXE_ratebook-server"), base, &[]);
    let ann = running.ann("workbench");
    let rates = json!({"name": "By the hour", "code": "hourly", "currency": "EUR", "unit": "hour",
        "valid": {"first": "2026-01-01", "last": "2034-12-31"}, "zone": "UTC",
        "hours": {"windows": [{"name": "all day", "opens": "00:00", "closes": "00:00", "price": "40.25"}]}});
    let room = |number: usize| {
        let body = json!({"name": format!("Room {number}"), "capacity": 4, "resource": {"zone": "UTC", "capacity": CAPACITY}, "rates": rates});
        ann.post("/v1/rooms", &body).is(201).json()["id"]
            .as_str()
            .expect("an id")
            .to_owned()
    };
    let rooms: Vec<String> = (0..ROOMS).map(room).collect();
    let (day, mut acknowledged, mut number, mut taken) = (day(), 0, 0, 0);
    let mut clients: Vec<Known> = Vec::new();
    // On a slow machine, so often that enough has happened in between.
    for kill in 0..10 * KILLS {
        if kill >= KILLS && acknowledged > 40 {
            break;
        }
        let stop = AtomicBool::new(false);
        let ann = running.signed_in("ann");
        let first = number;
        number += CLIENTS;
        let done: Vec<Known> = thread::scope(|scope| {
            let (rooms, stop, ann) = (&rooms, &stop, &ann);
            let work = |client: u64| {
                let (mut known, mut chance) = (Known::default(), Chance(client * 7_919 + kill));
                for turn in 0.. {
                    let at = client * 1_000_000 + turn;
                    if stop.load(Ordering::Relaxed)
                        || act(ann, (rooms.as_slice(), day), at, &mut known, &mut chance).is_none()
                    {
                        break;
                    }
                }
                known
            };
            let threads: Vec<_> = (first..first + CLIENTS)
                .map(|client| scope.spawn(move || work(client)))
                .collect();
            // At another point each time.
            thread::sleep(Duration::from_millis(250 + (kill * 7_919) % 700));
            running.kill();
            stop.store(true, Ordering::Relaxed);
            threads
                .into_iter()
                .map(|thread| thread.join().expect("a client"))
                .collect()
        });
        running.again();
        acknowledged += done.iter().map(|known| known.acknowledged).sum::<usize>();
        clients.extend(done);
        taken += compare(base, &running.signed_in("ann"), (rooms.as_slice(), day), &clients);
        // Place for those who come next: everything that was booked is given up.
        let ann = running.signed_in("ann");
        for row in all(&ann, "/v1/bookings?limit=100&state=confirmed") {
            let booking = row["group_id"].clone();
            let gone = ann.post("/v1/acts/cancel", &json!({"booking": booking}));
            assert!(matches!(gone.status, 200 | 404 | 409), "{}", gone.text());
            for known in &mut clients {
                known.takes.remove(booking.as_str().expect("an id"));
            }
        }
    }
    assert!(taken > 0, "{base:?}: nothing was taken");
    assert!(
        acknowledged > 40,
        "{base:?}: only {acknowledged} acts were acknowledged"
    );
}

#[test]
fn calendars_are_those_of_their_rows_after_kills_on_sqlite() {
    killed_calendars(Base::Sqlite);
}

#[test]
fn calendars_are_those_of_their_rows_after_kills_on_postgres() {
    killed_calendars(Base::Postgres);
}
