//! After any history of acts, over any restart, what the rows come to is what core's calendar comes to in memory.

use ratebook::Result;
use ratebook::calendar::definition::{Blocked, Booking, CalendarDefinition, Resource, Take};
use ratebook::calendar::{
    BlockRequest, BookRequest, Calendar, CancelRequest, ConfirmRequest, ExtendRequest, HoldRequest, ReleaseRequest,
    RescheduleRequest, UnblockRequest,
};
use ratebook::time::Instant;
use ratebook_server::commerce::taken;
use serde_json::{Value, json};

use super::world::{double, now, room, span, stay, take};
use crate::support::{Server, Someone, Told, text};

/// Numbers by chance, the same in every run: splitmix64.
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Chance {
        Chance(seed.wrapping_mul(0x2545_f491_4f6c_dd1d))
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % end as u64) as usize
    }
}

/// What is known of a history so far.
struct History {
    rooms: Vec<String>,
    model: Calendar,
    /// Holds by the key that they were asked for under, and the id that they are kept under.
    holds: Vec<(String, String)>,
    bookings: Vec<String>,
    blocks: Vec<String>,
    chance: Chance,
    taken: usize,
    refused: usize,
}

impl History {
    fn takes(&mut self) -> Vec<Value> {
        let many = 1 + self.chance.below(3);
        (0..many).map(|_| self.take()).collect()
    }

    fn take(&mut self) -> Value {
        let number = self.chance.below(self.rooms.len());
        let (from, long) = (self.chance.below(14) as i32, 1 + self.chance.below(4) as i32);
        let when = if number == 2 {
            stay(from % 5, from % 5 + long)
        } else {
            span(from, from + long)
        };
        let mut take = take(&self.rooms[number], &when);
        if number > 0 {
            take["units"] = (1 + self.chance.below(2)).into();
        }
        take
    }

    fn one_of(&mut self, ids: &[String]) -> String {
        let place = self.chance.below(ids.len() + 1);
        ids.get(place)
            .cloned()
            .unwrap_or_else(|| "01890a5d-ac96-774b-bcce-b302099a8057".to_owned())
    }

    /// What was told must be what the model says to the same.
    fn agree<T>(&mut self, told: &Told, model: Result<T>) -> bool {
        match model {
            Ok(_) => {
                assert!(told.status < 300, "{told:?}");
                self.taken += 1;
                true
            }
            Err(error) => {
                let codes: Vec<String> = error.reasons().map(|reason| reason.code.as_str().to_owned()).collect();
                let own: Vec<String> = told.reasons().into_iter().map(|(code, _)| code).collect();
                assert_eq!(own, codes, "{told:?}");
                self.refused += 1;
                false
            }
        }
    }

    fn step(&mut self, ann: &Someone) {
        match self.chance.below(10) {
            0..=2 => self.book(ann),
            3 | 4 => self.hold(ann),
            5 => self.confirm(ann),
            6 => self.move_one(ann),
            7 => self.cancel(ann),
            8 => self.let_go(ann),
            _ => self.block(ann),
        }
    }

    fn book(&mut self, ann: &Someone) {
        let (takes, hold) = (self.takes(), self.chance.below(3) == 0);
        let hold = self.holds.last().cloned().filter(|_| hold);
        let mut body = json!({"takes": takes, "party": {"adults": 1}});
        if let Some((key, _)) = &hold {
            body["hold"] = key.as_str().into();
        }
        let told = ann.post("/v1/acts/book", &body);
        let (id, now) = made(&told, "booked_at");
        let mut request = BookRequest::new(now, Booking::new(id.as_str(), read(&takes)));
        request.hold = hold.map(|(_, id)| id);
        let done = self.model.book(&request);
        if self.agree(&told, done) {
            self.bookings.push(id);
            if let Some(held) = request.hold {
                self.holds.retain(|(_, id)| *id != held);
            }
        }
    }

    fn hold(&mut self, ann: &Someone) {
        let (takes, key) = (self.takes(), format!("k{}", self.chance.below(3)));
        let told = ann.post(
            "/v1/acts/hold",
            &json!({"key": key, "takes": takes, "ttl_seconds": 86_400, "party": {"adults": 1}}),
        );
        let (id, now) = made(&told, "created_at");
        let known = self.holds.iter().find(|(own, _)| *own == key).map(|(_, id)| id.clone());
        let id = known.clone().unwrap_or(id);
        let done = self
            .model
            .hold(&HoldRequest::new(now, id.as_str(), read(&takes), 86_400));
        if self.agree(&told, done) && known.is_none() {
            self.holds.push((key, id));
        }
    }

    fn confirm(&mut self, ann: &Someone) {
        let Some((key, id)) = self.holds.first().cloned() else {
            return;
        };
        let told = ann.post("/v1/acts/confirm", &json!({"key": key}));
        let (_, now) = made(&told, "booked_at");
        let done = self.model.confirm(&ConfirmRequest::new(now, id.as_str(), id.as_str()));
        if self.agree(&told, done) {
            self.holds.remove(0);
            self.bookings.push(id);
        }
    }

    fn move_one(&mut self, ann: &Someone) {
        let (takes, ids) = (self.takes(), self.bookings.clone());
        let id = self.one_of(&ids);
        let told = ann.post(
            "/v1/acts/move",
            &json!({"booking": id, "takes": takes, "party": {"adults": 1}}),
        );
        let (_, now) = made(&told, "revised_at");
        let done = self.model.reschedule(&RescheduleRequest::new(now, id, read(&takes)));
        self.agree(&told, done);
    }

    fn cancel(&mut self, ann: &Someone) {
        let ids = self.bookings.clone();
        let id = self.one_of(&ids);
        let told = ann.post("/v1/acts/cancel", &json!({"booking": id}));
        let done = self.model.cancel(&CancelRequest::new(id.as_str()));
        self.agree(&told, done);
        self.bookings.retain(|own| *own != id);
    }

    fn let_go(&mut self, ann: &Someone) {
        if self.chance.below(2) == 0 {
            let Some((key, id)) = self.holds.first().cloned() else {
                return;
            };
            let told = ann.post("/v1/acts/extend", &json!({"key": key, "ttl_seconds": 172_800}));
            let now = told.json()["items"][0]["updated_at"]
                .as_str()
                .expect("a moment")
                .parse()
                .expect("a moment");
            let done = self.model.extend(&ExtendRequest::new(now, id, 172_800));
            self.agree(&told, done);
            return;
        }
        let Some((key, id)) = self.holds.pop() else { return };
        let told = ann.post("/v1/acts/release", &json!({"key": key}));
        let done = self.model.release(&ReleaseRequest::new(id));
        self.agree(&told, done);
    }

    fn block(&mut self, ann: &Someone) {
        if self.chance.below(2) == 0 {
            let ids = self.blocks.clone();
            let id = self.one_of(&ids);
            let told = ann.post("/v1/acts/unblock", &json!({"block": id}));
            let done = self.model.unblock(&UnblockRequest::new(id.as_str()));
            self.agree(&told, done);
            self.blocks.retain(|own| *own != id);
            return;
        }
        let take = self.take();
        let (resource, when) = (take["resource"].clone(), take["when"].clone());
        let told = ann.post(
            "/v1/acts/block",
            &json!({"resource": resource, "when": when, "reason": "paint"}),
        );
        let id = text(&told.well(), "id");
        let when = serde_json::from_value(when).expect("a time");
        let mut blocked = Blocked::new(id.as_str(), text(&take, "resource"), when);
        blocked.reason = Some("paint".to_owned());
        let done = self.model.block(&BlockRequest::new(blocked));
        self.agree(&told, done);
        self.blocks.push(id);
    }
}

fn read(takes: &[Value]) -> Vec<Take> {
    let read = takes.iter().map(|take| serde_json::from_value(take.clone()));
    read.collect::<std::result::Result<_, _>>().expect("takes")
}

/// The id and the moment of what was made; of what was refused any.
fn made(told: &Told, at: &str) -> (String, Instant) {
    match told.well_or_none() {
        Some(made) => {
            let now = made["items"][0][at]
                .as_str()
                .expect("a moment")
                .parse()
                .expect("a moment");
            (text(&made, "id"), now)
        }
        None => ("refused".to_owned(), now()),
    }
}

/// The rooms of a history, and core's calendar of them.
fn begin(ann: &Someone, seed: u64) -> History {
    let studio = json!({"zone": "Europe/Berlin", "buffer_after_minutes": 30});
    let court = json!({"zone": "UTC", "capacity": 3});
    let rooms = vec![
        room(ann, &format!("Studio {seed}"), &studio),
        room(ann, &format!("Court {seed}"), &court),
        double(ann, &format!("Double {seed}"), 3),
    ];
    let night = json!({"zone": "Europe/Berlin", "mode": "nights", "capacity": 3});
    let mut resources: Vec<Resource> = Vec::new();
    for (id, resource) in rooms.iter().zip([studio, court, night]) {
        let mut own = resource;
        own["id"] = id.as_str().into();
        resources.push(serde_json::from_value(own).expect("a resource"));
    }
    resources.sort_by(|one, other| one.id.cmp(&other.id));
    History {
        rooms,
        model: Calendar::new(CalendarDefinition::new(resources)).expect("a calendar"),
        holds: Vec::new(),
        bookings: Vec::new(),
        blocks: Vec::new(),
        chance: Chance::new(seed),
        taken: 0,
        refused: 0,
    }
}

fn same(server: &Server, history: &History) {
    let ann = server.caller(&server.admin());
    let rows = server.wait_for(taken(server.app(), &ann, &history.rooms));
    let rows = rows.unwrap_or_else(|problem| panic!("{}", problem.to_json()));
    let model = history.model.definition();
    assert_eq!(
        serde_json::to_value(&rows).ok(),
        serde_json::to_value(&model).ok(),
        "{}",
        server.name
    );
}

#[test]
fn rows_come_to_what_the_calendar_comes_to() {
    for mut server in Server::both() {
        let (mut taken, mut refused) = (0, 0);
        for seed in 0..12 {
            let mut history = begin(&server.admin(), seed);
            for turn in 0..50 {
                history.step(&server.admin());
                if turn % 10 == 9 {
                    same(&server, &history);
                }
                if turn == 25 {
                    server.restart();
                    same(&server, &history);
                }
            }
            // What is left is given up, so that keys of the next history are new.
            for (key, _) in std::mem::take(&mut history.holds) {
                server.admin().post("/v1/acts/release", &json!({"key": key})).well();
            }
            taken += history.taken;
            refused += history.refused;
        }
        println!("{}: {taken} acts, {refused} refused", server.name);
        assert!(taken > 150 && refused > 100, "{taken} and {refused}");
    }
}
