//! Each contact goes out once and never in quiet hours, however often and whenever it is asked for, against a model that
//! looks at every minute of the wall clock.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use ratebook::flow::{ContactPlan, ContactSubject, ContactsDueRequest};
use ratebook::time::{Day, Instant, TimeOfDay, Zone};
use serde_json::{Value, json};

const ZONES: [&str; 5] = [
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
];

/// From 20 March 2026 on, sixty days: clocks change in every zone that changes them in spring or autumn.
const DAYS: i64 = 60;
const MINUTES: i64 = DAYS * 1_440;

fn start() -> Day {
    Day::new(2026, 3, 20).unwrap()
}

fn minute(number: i64) -> Instant {
    let seconds = i64::from(start().number()) * 86_400 + number * 60;
    Instant::from_microseconds(seconds * 1_000_000).unwrap()
}

/// The time of day, the days after the anchor, the hours after it, whether it is about security.
type Plain = (u32, BTreeSet<i32>, BTreeSet<i32>, bool);

#[derive(Clone, Debug)]
struct World {
    zone: Zone,
    quiet: (u32, u32),
    contacts: Vec<Plain>,
    /// The anchor of each subject as a minute.
    anchors: Vec<i64>,
    birthday: (u32, i32),
    asks: Vec<i64>,
    /// Whether the answer of an ask is lost, by its number.
    lost: Vec<bool>,
}

fn world() -> impl Strategy<Value = World> {
    let contact = (
        300_u32..1_440,
        prop::collection::btree_set(-10_i32..20, 0..3),
        prop::collection::btree_set(-48_i32..96, 1..3),
        prop::bool::weighted(0.2),
    );
    let dense = prop::collection::btree_set(0..MINUTES, 0..300);
    let sparse = prop::collection::btree_set(0..MINUTES, 0..12);
    (
        prop::sample::select(ZONES.to_vec()),
        (18_u32 * 60..1_440, 4_u32 * 60..600),
        prop::collection::vec(contact, 1..4),
        prop::collection::vec(-2_880..MINUTES, 1..4),
        (0_u32..365, -3_i32..4),
        prop_oneof![dense, sparse],
        prop::collection::vec(prop::bool::weighted(0.3), 300),
    )
        .prop_map(|(zone, quiet, contacts, anchors, birthday, asks, lost)| World {
            zone: zone.parse().unwrap(),
            quiet,
            contacts,
            anchors,
            birthday,
            asks: asks.into_iter().collect(),
            lost,
        })
}

fn clock(minutes: u32) -> String {
    TimeOfDay::from_seconds(minutes * 60).unwrap().to_string()
}

impl World {
    fn plan(&self) -> ContactPlan {
        let contact = |(index, (at, days, hours, security)): (usize, &Plain)| {
            let minutes: Vec<_> = hours.iter().map(|hours| hours * 60).collect();
            let at: Value = if days.is_empty() {
                Value::Null
            } else {
                clock(*at).into()
            };
            let purpose = if *security { "security" } else { "service" };
            json!({"id": index.to_string(), "purpose": purpose, "channel": "email", "anchor": "anchor",
                "days": days, "minutes": minutes, "at": at})
        };
        let mut contacts: Vec<_> = self.contacts.iter().enumerate().map(contact).collect();
        contacts.push(
            json!({"id": "birthday", "purpose": "marketing", "channel": "email", "anchor": "birthday",
            "days": [self.birthday.1], "yearly": true, "grace_minutes": 200 * 1_440}),
        );
        let quiet = json!({"windows": [{"opens": clock(self.quiet.0), "closes": clock(self.quiet.1)}]});
        ContactPlan::load(json!({"zone": self.zone, "channels": ["email"], "contacts": contacts,
            "quiet_hours": quiet}))
        .unwrap()
    }

    fn birthday(&self) -> Day {
        let days = i32::try_from(self.birthday.0).unwrap();
        Day::new(2000, 1, 1).unwrap().plus(days).unwrap()
    }

    fn subjects(&self, sent: &BTreeSet<String>) -> Vec<ContactSubject> {
        let subject = |(index, anchor): (usize, &i64)| {
            let id = index.to_string();
            let own: Vec<_> = sent.iter().filter(|key| key.split('/').next() == Some(&id)).collect();
            let mut anchors = json!({"anchor": minute(*anchor).to_string()});
            if index == 0 {
                anchors["birthday"] = self.birthday().to_string().into();
            }
            let subject = json!({"id": id, "anchors": anchors, "marketing_consent": true, "sent": own});
            serde_json::from_value(subject).unwrap()
        };
        self.anchors.iter().enumerate().map(subject).collect()
    }

    /// Quiet by what the clock shows; no clock changes at these edges.
    fn is_quiet(&self, at: i64) -> bool {
        let time = self.zone.local(minute(at)).1.seconds() / 60;
        time >= self.quiet.0 || time < self.quiet.1
    }

    /// The first minute at which the clock shows that day and time.
    fn shown(&self, day: Day, time: u32) -> i64 {
        let around = i64::from(day.since(start())) * 1_440 + i64::from(time);
        let wanted = (day, TimeOfDay::from_seconds(time * 60).unwrap());
        let mut near = around - 900..around + 900;
        near.find(|at| self.zone.local(minute(*at)) == wanted).unwrap()
    }

    /// Every occurrence: its minute and whether it heeds quiet hours. Two offsets of one contact are two occurrences.
    fn expected(&self) -> Vec<(i64, bool)> {
        let mut all = Vec::new();
        for anchor in &self.anchors {
            let day = self.zone.day_of(minute(*anchor));
            for (at, days, hours, security) in &self.contacts {
                all.extend(
                    days.iter()
                        .map(|days| (self.shown(day.plus(*days).unwrap(), *at), !security)),
                );
                all.extend(hours.iter().map(|hours| (anchor + i64::from(*hours) * 60, !security)));
            }
        }
        all
    }

    /// The birthdays close enough to the sixty days, 29 February on the 28th.
    fn birthdays(&self) -> Vec<i64> {
        let (_, month, of_month) = self.birthday().ymd();
        let days = (2025..=2027).map(|year| {
            Day::new(year, month, of_month)
                .or_else(|| Day::new(year, 2, 28))
                .unwrap()
        });
        days.map(|day| self.shown(day.plus(self.birthday.1).unwrap(), 540))
            .collect()
    }

    /// At which asks something is sent, how many at each.
    fn sends(&self, asks: &[i64]) -> BTreeMap<i64, usize> {
        let mut sends = BTreeMap::new();
        let free = |at: i64, heeds: bool| !heeds || !self.is_quiet(at);
        for (due, heeds) in self.expected() {
            if let Some(at) = asks.iter().find(|at| **at >= due && free(**at, heeds)) {
                *sends.entry(*at).or_default() += 1;
            }
        }
        for due in self.birthdays() {
            let begins = (due..).find(|at| !self.is_quiet(*at)).unwrap();
            let found = asks.iter().find(|at| **at >= due && free(**at, true));
            if let Some(at) = found.filter(|at| **at <= begins + 200 * 1_440) {
                *sends.entry(*at).or_default() += 1;
            }
        }
        sends
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    /// The host tells what was sent; when an answer is lost, nothing of it was sent and nothing is remembered.
    #[test]
    fn each_goes_out_once_when_what_was_sent_is_told(world in world()) {
        let plan = world.plan();
        let (mut sent, mut sends) = (BTreeSet::new(), BTreeMap::new());
        let heard: Vec<_> = world.asks.iter().zip(&world.lost).filter(|(_, lost)| !**lost).collect();
        for (at, _) in &heard {
            let request = ContactsDueRequest::new(minute(**at), world.subjects(&sent));
            let answer = plan.due(&request).unwrap();
            // Asked again before anything was sent, it is the same.
            prop_assert_eq!(&plan.due(&request).unwrap(), &answer);
            for planned in answer.send {
                prop_assert_eq!(planned.goes_at, Some(request.now));
                prop_assert!(sent.insert(planned.key));
                *sends.entry(**at).or_insert(0) += 1;
            }
        }
        let asks: Vec<_> = heard.iter().map(|(at, _)| **at).collect();
        prop_assert_eq!(sends, world.sends(&asks));
    }

    /// The host remembers only when it asked last and what was delayed then.
    #[test]
    fn each_goes_out_once_when_questions_follow_each_other(world in world()) {
        let plan = world.plan();
        let (mut sent, mut sends) = (BTreeSet::new(), BTreeMap::new());
        let (mut since, mut delayed) = (minute(-500 * 1_440), Vec::new());
        let mut asks = Vec::new();
        for (at, lost) in world.asks.iter().zip(&world.lost) {
            let request = ContactsDueRequest::new(minute(*at), world.subjects(&BTreeSet::new())).with_since(since).with_delayed(delayed.clone());
            let answer = plan.due(&request).unwrap();
            if *lost {
                continue;
            }
            asks.push(*at);
            for planned in answer.send {
                prop_assert!(sent.insert(planned.key));
                *sends.entry(*at).or_insert(0) += 1;
            }
            since = request.now;
            delayed = answer.delayed.into_iter().map(|planned| planned.key).collect();
        }
        prop_assert_eq!(sends, world.sends(&asks));
    }

    /// Asked only when the answer before says so, nothing is a minute late.
    #[test]
    fn nothing_is_missed_between_two_stated_moments(world in world()) {
        let plan = world.plan();
        let mut sent = BTreeSet::new();
        let mut sends = BTreeMap::new();
        let (mut now, mut asked) = (minute(0), 0);
        while now < minute(MINUTES) {
            asked += 1;
            prop_assert!(asked < 200, "it asks without end");
            let subjects = world.subjects(&sent);
            let answer = plan.due(&ContactsDueRequest::new(now, subjects)).unwrap();
            let at = now.microseconds_since(minute(0)) / 60_000_000;
            for planned in answer.send {
                prop_assert!(sent.insert(planned.key));
                *sends.entry(at).or_insert(0) += 1;
            }
            let Some(next) = answer.next_at else { break };
            prop_assert!(next > now);
            now = next;
        }
        let every: Vec<_> = (0..MINUTES).collect();
        prop_assert_eq!(sends, world.sends(&every));
    }
}
