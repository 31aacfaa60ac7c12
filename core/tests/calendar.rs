//! Laws of the calendar: after any history it answers what a naive model answers, minute by minute.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use std::collections::BTreeMap;

use proptest::prelude::*;
use ratebook::Code;
use ratebook::calendar::definition::{Booking, Take, When};
use ratebook::calendar::{
    BlockRequest, BookRequest, Calendar, CancelRequest, CheckRequest, ConfirmRequest, ExpireRequest, ExtendRequest,
    HoldRequest, ReleaseRequest, RescheduleRequest, SlotsRequest, SnapshotRequest, UnblockRequest,
};
use ratebook::time::{DayRange, Instant, Span, Zone};
use serde_json::json;

/// 2026-05-04T00:00:00Z in minutes.
const EPOCH: i64 = 29_630_880;

fn at(minute: i64) -> Instant {
    Instant::from_microseconds((EPOCH + minute) * 60_000_000).unwrap()
}

fn span(start: i64, end: i64) -> When {
    When::Span(Span {
        start: at(start),
        end: at(end),
    })
}

/// Resource, start, end, units.
type Units = (usize, i64, i64, i64);

/// What a person with a pencil would keep.
#[derive(Clone, Debug, Default)]
struct Naive {
    bookings: BTreeMap<String, Vec<Units>>,
    blocked: BTreeMap<String, Units>,
    holds: BTreeMap<String, (Vec<Units>, i64)>,
}

const CAPACITY: [i64; 3] = [1, 3, 2];
const GAP: [i64; 3] = [0, 0, 7];
/// The resource that takes what is past.
const RECORDING: usize = 1;

impl Naive {
    fn level(&self, resource: usize, minute: i64, now: i64, own: &str) -> i64 {
        let booked = self
            .bookings
            .iter()
            .filter(|(id, _)| *id != own)
            .flat_map(|(_, takes)| takes);
        let held = self
            .holds
            .iter()
            .filter(|(key, (_, expires))| *key != own && *expires > now);
        let held = held.flat_map(|(_, (takes, _))| takes);
        let all = booked.chain(held).chain(self.blocked.values());
        let covers =
            all.filter(|(of, start, end, _)| *of == resource && *start <= minute && minute < end + GAP[resource]);
        covers.map(|(.., units)| units).sum()
    }

    fn left(&self, resource: usize, start: i64, end: i64, now: i64, own: &str) -> i64 {
        let levels = (start..end + GAP[resource]).map(|minute| self.level(resource, minute, now, own));
        CAPACITY[resource] - levels.max().unwrap()
    }

    /// Whether it has not begun, or what has passed of it is had by the asker's own booking or live hold. One resource records the past.
    fn is_for_sale(&self, (of, start, end, units): Units, now: i64, own: &str) -> bool {
        let held = self.holds.get(own).filter(|(_, expires)| *expires > now);
        let had = self.bookings.get(own).or(held.map(|(takes, _)| takes));
        let had = |minute: i64| {
            let mut had = had.into_iter().flatten();
            had.any(|(mine, begins, ends, count)| *mine == of && *count >= units && (*begins..*ends).contains(&minute))
        };
        of == RECORDING || (start..end.min(now)).all(had)
    }

    /// Whether all are free at once: earlier ones count for later ones.
    fn all_free(&self, takes: &[Units], now: i64, own: &str) -> bool {
        let mut copy = self.clone();
        copy.bookings.remove(own);
        let mut taken = Vec::new();
        takes.iter().all(|take| {
            let free = copy.left(take.0, take.1, take.2, now, own) >= take.3 && !taken.contains(take);
            let free = free && self.is_for_sale(*take, now, own);
            taken.push(*take);
            copy.bookings.insert("being taken".to_owned(), taken.clone());
            free
        })
    }
}

#[derive(Clone, Debug)]
enum Step {
    Book(u8, Vec<Units>, Option<u8>),
    Cancel(u8),
    Move(u8, Vec<Units>),
    Hold(u8, Vec<Units>, i64),
    Confirm(u8, u8, bool),
    Release(u8),
    Extend(u8, i64),
    Expire,
    Block(u8, Units),
    Unblock(u8),
    Wait(i64),
}

fn takes() -> impl Strategy<Value = Vec<Units>> {
    let take = (0..3usize, 0..300i64, 1..50i64, 1..3i64)
        .prop_map(|(of, start, length, units)| (of, start, start + length, units));
    prop::collection::vec(take, 1..3)
}

fn step() -> impl Strategy<Value = Step> {
    let id = 0..12u8;
    prop_oneof![
        4 => (id.clone(), takes(), prop::option::weighted(0.3, 0..12u8)).prop_map(|(id, takes, hold)| Step::Book(id, takes, hold)),
        2 => id.clone().prop_map(Step::Cancel),
        2 => (id.clone(), takes()).prop_map(|(id, takes)| Step::Move(id, takes)),
        3 => (id.clone(), takes(), 1..60i64).prop_map(|(key, takes, ttl)| Step::Hold(key, takes, ttl)),
        2 => (id.clone(), id.clone(), any::<bool>()).prop_map(|(key, id, even)| Step::Confirm(key, id, even)),
        1 => id.clone().prop_map(Step::Release),
        1 => (id.clone(), 1..60i64).prop_map(|(key, ttl)| Step::Extend(key, ttl)),
        1 => Just(Step::Expire),
        1 => (id.clone(), takes()).prop_map(|(id, takes)| Step::Block(id, takes[0])),
        1 => id.prop_map(Step::Unblock),
        2 => (0..30i64).prop_map(Step::Wait),
    ]
}

fn take((resource, start, end, units): &Units) -> Take {
    Take::new(format!("r{resource}"), span(*start, *end)).with_units(u32::try_from(*units).unwrap())
}

struct Both {
    calendar: Calendar,
    naive: Naive,
    now: i64,
}

impl Both {
    fn run(&mut self, step: &Step) {
        let now = at(self.now);
        match step {
            Step::Wait(minutes) => self.now += minutes,
            Step::Book(id, takes, hold) => self.book(*id, takes, *hold),
            Step::Cancel(id) => {
                let booking = format!("b{id}");
                let gone = self.calendar.cancel(&CancelRequest::new(booking.clone()));
                assert_eq!(gone.is_ok(), self.naive.bookings.remove(&booking).is_some());
            }
            Step::Move(id, takes) => {
                let booking = format!("b{id}");
                let moved =
                    self.calendar
                        .reschedule(&RescheduleRequest::new(now, booking.clone(), takes.iter().map(take)));
                let free = self.naive.bookings.contains_key(&booking) && self.naive.all_free(takes, self.now, &booking);
                assert_eq!(moved.is_ok(), free, "{moved:?}");
                if free {
                    self.naive.bookings.insert(booking, takes.clone());
                }
            }
            Step::Hold(key, takes, ttl) => self.hold(*key, takes, *ttl),
            Step::Confirm(key, id, even) => self.confirm(*key, *id, *even),
            Step::Release(key) => {
                let key = format!("h{key}");
                let gone = self.calendar.release(&ReleaseRequest::new(key.clone()));
                assert_eq!(gone.is_ok(), self.naive.holds.remove(&key).is_some());
            }
            Step::Extend(key, minutes) => {
                let key = format!("h{key}");
                let ttl_seconds = u32::try_from(minutes * 60).unwrap();
                let extended = self.calendar.extend(&ExtendRequest::new(now, key.clone(), ttl_seconds));
                let live = self
                    .naive
                    .holds
                    .get_mut(&key)
                    .filter(|(_, expires)| *expires > self.now);
                assert_eq!(extended.is_ok(), live.is_some());
                if let Some((_, expires)) = live {
                    *expires = self.now + minutes;
                }
            }
            Step::Expire => {
                let freed = self.calendar.expire(&ExpireRequest::new(now)).unwrap();
                let before = self.naive.holds.len();
                self.naive.holds.retain(|_, (_, expires)| *expires > self.now);
                assert_eq!(freed.len(), before - self.naive.holds.len());
            }
            Step::Block(id, one) => {
                let id = format!("x{id}");
                let blocked = serde_json::from_value(json!({
                    "id": id, "resource": format!("r{}", one.0), "when": span(one.1, one.2), "units": one.3,
                }));
                let done = self.calendar.block(&BlockRequest::new(blocked.unwrap()));
                let known = self.naive.blocked.get(&id).copied();
                assert_eq!(done.is_ok(), known.is_none_or(|known| known == *one));
                self.naive.blocked.entry(id).or_insert(*one);
            }
            Step::Unblock(id) => {
                let id = format!("x{id}");
                let done = self.calendar.unblock(&UnblockRequest::new(id.clone()));
                assert_eq!(done.is_ok(), self.naive.blocked.remove(&id).is_some());
            }
        }
    }

    fn book(&mut self, id: u8, takes: &[Units], hold: Option<u8>) {
        let (id, hold) = (format!("b{id}"), hold.map(|key| format!("h{key}")));
        let mut request = BookRequest::new(at(self.now), Booking::new(id.clone(), takes.iter().map(take)));
        request.hold.clone_from(&hold);
        let booked = self.calendar.book(&request);
        if let Some(known) = self.naive.bookings.get(&id) {
            assert_eq!(booked.is_ok(), known == takes);
            return;
        }
        let own = hold.clone().unwrap_or_default();
        let known_hold = hold.as_ref().is_none_or(|key| self.naive.holds.contains_key(key));
        let free = known_hold && self.naive.all_free(takes, self.now, &own);
        assert_eq!(booked.is_ok(), free, "{booked:?}");
        if free {
            self.naive.holds.remove(&own);
            self.naive.bookings.insert(id, takes.to_vec());
        }
    }

    fn hold(&mut self, key: u8, takes: &[Units], minutes: i64) {
        let key = format!("h{key}");
        let held = self.calendar.hold(&HoldRequest::new(
            at(self.now),
            key.clone(),
            takes.iter().map(take),
            u32::try_from(minutes * 60).unwrap(),
        ));
        if let Some((known, _)) = self.naive.holds.get(&key).filter(|(_, expires)| *expires > self.now) {
            assert_eq!(held.is_ok(), known == takes);
            return;
        }
        let free = self.naive.all_free(takes, self.now, "");
        assert_eq!(held.is_ok(), free, "{held:?}");
        if free {
            assert_eq!(held.unwrap().expires_at, at(self.now + minutes));
            self.naive.holds.insert(key, (takes.to_vec(), self.now + minutes));
        }
    }

    fn confirm(&mut self, key: u8, id: u8, even_if_expired: bool) {
        let (key, id) = (format!("h{key}"), format!("b{id}"));
        let confirmed = self
            .calendar
            .confirm(&ConfirmRequest::new(at(self.now), key.clone(), id.clone()).with_even_if_expired(even_if_expired));
        let known = self.naive.bookings.contains_key(&id);
        let Some((takes, expires)) = self.naive.holds.get(&key).cloned() else {
            assert_eq!(confirmed.is_ok(), known);
            return;
        };
        let in_time = even_if_expired || expires > self.now;
        let free = !known && in_time && self.naive.all_free(&takes, self.now, &key);
        assert_eq!(confirmed.is_ok(), free, "{confirmed:?}");
        if free {
            self.naive.holds.remove(&key);
            self.naive.bookings.insert(id, takes);
        }
    }

    fn compare(&self, asked: &[Units]) {
        for (resource, start, end, units) in asked {
            let request = CheckRequest::new(at(self.now), format!("r{resource}"), span(*start, *end))
                .with_units(u32::try_from(*units).unwrap())
                .with_booking("b3");
            let answer = self.calendar.check(&request).unwrap();
            let left = self.naive.left(*resource, *start, *end, self.now, "b3");
            let for_sale = self
                .naive
                .is_for_sale((*resource, *start, *end, *units), self.now, "b3");
            assert_eq!(answer.free, left >= *units && for_sale, "{answer:?}");
            assert_eq!(i64::from(answer.units_left), left.max(0));
            assert_eq!(answer.free, answer.reasons.is_empty());
        }
    }
}

fn three_resources() -> Calendar {
    Calendar::load(json!({"resources": [
        {"id": "r0", "zone": "UTC"},
        {"id": "r1", "zone": "UTC", "capacity": 3, "past_bookings": true},
        {"id": "r2", "zone": "UTC", "capacity": 2, "buffer_before_minutes": 7, "buffer_after_minutes": 4},
    ]}))
    .unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn after_any_history_it_equals_the_naive_model(
        steps in prop::collection::vec(step(), 1..80),
        asked in prop::collection::vec((0..3usize, 0..300i64, 1..60i64, 1..4i64), 10),
    ) {
        let mut both = Both { calendar: three_resources(), naive: Naive::default(), now: 0 };
        let asked: Vec<_> = asked.into_iter().map(|(of, start, length, units)| (of, start, start + length, units)).collect();
        for step in &steps {
            both.run(step);
        }
        both.compare(&asked);
        // What is written down loads again as the same, and a copy does not see later changes.
        let written = both.calendar.snapshot(&SnapshotRequest::default()).unwrap();
        let again = Calendar::load(serde_json::to_value(&written).unwrap()).unwrap();
        prop_assert_eq!(&again.snapshot(&SnapshotRequest::default()).unwrap(), &written);
        Both { calendar: again, naive: both.naive.clone(), now: both.now }.compare(&asked);
        let copy = both.calendar.clone();
        for step in &steps {
            both.run(step);
        }
        prop_assert_eq!(&copy.snapshot(&SnapshotRequest::default()).unwrap(), &written);
        both.compare(&asked);
    }

    /// With one unit, buffers mean what people mean by them: bookings keep the longer buffer between them.
    #[test]
    fn neighbours_keep_the_longer_buffer(
        bookings in prop::collection::vec((0..400i64, 1..40i64), 1..40), before in 0..20i64, after in 0..20i64,
    ) {
        let calendar = Calendar::load(json!({"resources": [{
            "id": "room", "zone": "UTC", "buffer_before_minutes": before, "buffer_after_minutes": after,
        }]})).unwrap();
        let mut kept: Vec<(i64, i64)> = Vec::new();
        for (number, (start, length)) in bookings.into_iter().enumerate() {
            let (end, gap) = (start + length, before.max(after));
            let free = kept.iter().all(|(begins, ends)| ends + gap <= start || end + gap <= *begins);
            let booked = calendar.book(&serde_json::from_value(json!({"now": at(0), "booking": {
                "id": number.to_string(), "takes": [{"resource": "room", "when": span(start, end)}],
            }})).unwrap());
            match booked {
                Ok(_) => prop_assert!(free),
                Err(error) => {
                    prop_assert!(!free);
                    let apart = kept.iter().all(|(begins, ends)| *ends <= start || end <= *begins);
                    let first = if apart { Code::CalendarBuffer } else { Code::CalendarConflict };
                    prop_assert!(error.reasons().any(|reason| reason.code == first), "{:?}", error);
                }
            }
            if free {
                kept.push((start, end));
            }
        }
    }

    /// A start is offered exactly when a booking that begins there is free, and no other moment of the grid is.
    #[test]
    fn slots_are_the_starts_that_are_free(
        zone in 0..5usize,
        windows in prop::sample::select(vec![
            json!([{"opens": "09:00", "closes": "18:00"}]),
            json!([{"opens": "20:00", "closes": "04:30"}, {"opens": "10:15", "closes": "12:00", "weekdays": ["sat", "sun"]}]),
            json!([{"opens": "00:00", "closes": "24:00"}]),
            json!([{"opens": "01:30", "closes": "03:10"}, {"opens": "22:00", "closes": "24:00"}]),
        ]),
        step in prop::sample::select(vec![5u32, 15, 20, 60, 300]),
        from_opening in any::<bool>(),
        minutes in prop::sample::select(vec![15u32, 60, 95]),
        notice in prop::option::of(0..3_000u32),
        horizon in prop::option::of(0..3u32),
        buffer in prop::sample::select(vec![0u32, 10]),
        bookings in prop::collection::vec((0..4 * 1_440i64, 1..300i64), 0..12),
    ) {
        let (zone, first) = [
            ("Europe/Berlin", "2026-03-28"), ("Europe/Berlin", "2026-10-24"), ("Australia/Lord_Howe", "2026-04-04"),
            ("America/Sao_Paulo", "2018-11-03"), ("Pacific/Apia", "2011-12-29"),
        ][zone];
        let zone: Zone = zone.parse().unwrap();
        let days = DayRange { first: first.parse().unwrap(), last: first.parse::<ratebook::time::Day>().unwrap().plus(2).unwrap() };
        let start_of = zone.start_of(days.first).unwrap();
        let counted = if from_opening { "opening" } else { "midnight" };
        let calendar = Calendar::load(json!({"resources": [{
            "id": "room", "zone": zone, "hours": {"windows": windows}, "buffer_after_minutes": buffer,
            "grid": {"step_minutes": step, "counted": counted}, "notice_minutes": notice, "horizon_days": horizon,
        }]})).unwrap();
        for (number, (start, length)) in bookings.into_iter().enumerate() {
            let start = start_of.plus_seconds(start * 60).unwrap();
            let when = When::Span(Span { start, end: start.plus_seconds(length * 60).unwrap() });
            let blocked = json!({"blocked": {"id": number.to_string(), "resource": "room", "when": when}});
            calendar.block(&serde_json::from_value(blocked).unwrap()).unwrap();
        }
        let request: SlotsRequest = serde_json::from_value(json!({"now": start_of, "days": days, "minutes": minutes})).unwrap();
        let offered = calendar.slots(&request).unwrap();
        let offered: Vec<Instant> = offered[0].slots.iter().map(|slot| slot.start).collect();
        let end = zone.start_of(days.last.next().unwrap()).unwrap();
        let mut free = Vec::new();
        let mut start = start_of;
        while start < end {
            let when = When::Span(Span { start, end: start.plus_seconds(i64::from(minutes) * 60).unwrap() });
            let check = CheckRequest::new(start_of, "room", when).with_units(1);
            if calendar.is_free(&check).unwrap() {
                free.push(start);
            }
            start = start.plus_seconds(300).unwrap();
        }
        prop_assert_eq!(offered, free);
    }
}

/// Of many threads that book the same hour, as many succeed as there are units, and nobody is lost.
#[test]
fn the_last_unit_is_sold_once() {
    let calendar = three_resources();
    let book = |thread: u32, round: i64| {
        let request = json!({"now": at(0), "booking": {
            "id": format!("{thread}/{round}"), "takes": [{"resource": "r1", "when": span(round * 60, round * 60 + 60)}],
        }});
        calendar.book(&serde_json::from_value(request).unwrap()).is_ok()
    };
    let won: Vec<Vec<bool>> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8)
            .map(|thread| scope.spawn(move || (0..200).map(|round| book(thread, round)).collect::<Vec<bool>>()))
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    for round in 0..200 {
        assert_eq!(won.iter().filter(|rounds| rounds[round]).count(), 3, "hour {round}");
    }
    let kept = calendar.snapshot(&SnapshotRequest::default()).unwrap();
    assert_eq!(kept.bookings.len(), 600);
}

/// What strangers send ends within bounds: long scans, many needs for few resources, rules that never match.
#[test]
fn hostile_questions_end_soon() {
    let resources: Vec<_> = (0..9)
        .map(|number| json!({"id": format!("p{number}"), "zone": "UTC", "hours": {"windows": [{"opens": "00:00", "closes": "24:00"}]}}))
        .collect();
    let calendar = Calendar::load(json!({"resources": resources})).unwrap();
    let started = std::time::Instant::now();
    let needs: Vec<_> = (0..10).map(|_| json!({})).collect();
    let common =
        json!({"now": at(0), "needs": needs, "days": {"first": "2026-05-04", "last": "2026-05-10"}, "minutes": 60});
    assert!(
        calendar
            .common_slots(&serde_json::from_value(common).unwrap())
            .unwrap()
            .is_empty()
    );
    let series = json!({"now": at(0), "id": "s", "resource": "p0", "minutes": 1, "book": "none", "last_day": "9998-12-31",
        "recurrence": {"start": {"day": "2026-01-01", "time": "10:00"}, "rule": "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"}});
    let error = calendar
        .book_series(&serde_json::from_value(series).unwrap())
        .unwrap_err();
    assert_eq!(error.code(), Code::TimeRecurrenceEndless);
    let many: Vec<_> = (0..3_000)
        .map(|number| json!({"id": format!("q{number}"), "zone": "UTC"}))
        .collect();
    let many = Calendar::load(json!({"resources": many})).unwrap();
    let next = json!({"now": at(0), "after": at(0), "minutes": 60, "within_days": 3_660});
    let error = many.next_free(&serde_json::from_value(next).unwrap()).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::RequestRange, "/within_days"));
    let mut feed = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    for number in 0..5_000 {
        feed.push_str(&format!(
            "BEGIN:VEVENT\r\nUID:{number}\r\nDTSTART:19900101T000000Z\r\nDURATION:PT1M\r\nRRULE:FREQ=SECONDLY;COUNT=40000\r\nEND:VEVENT\r\n"
        ));
    }
    feed.push_str("END:VCALENDAR\r\n");
    let import =
        json!({"resource": "p0", "source": "x", "days": {"first": "2026-05-01", "last": "2026-05-31"}, "text": feed});
    // Rules without an end to their steps spoil no feed: they are told, and followed no further.
    let imported = calendar.import_feed(&serde_json::from_value(import).unwrap()).unwrap();
    assert!((1..=200).contains(&imported.faults.len()) && imported.more_faults > 0);
    assert!(
        imported
            .faults
            .iter()
            .all(|fault| fault.code == Code::TimeRecurrenceEndless)
    );
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}
