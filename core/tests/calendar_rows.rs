//! Laws of rows: a calendar that follows a database is the one that would be loaded from it.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use ratebook::calendar::{
    AppliedRows, ApplyRowsRequest, Availability, Calendar, CheckRequest, NextFreeRequest, OccupancyRequest,
    SlotsRequest, ViewRequest,
};
use ratebook::time::Instant;
use serde_json::{Value, json};

/// The rows of three tables by their ids.
type Tables = [BTreeMap<String, Value>; 3];

const NAMES: [&str; 3] = ["bookings", "holds", "blocked"];

fn hour(hour: u8) -> String {
    format!("2026-09-01T{hour:02}:00:00Z")
}

fn take() -> impl Strategy<Value = Value> {
    (0..2_usize, 0..10_u8, 1..6_u8, 1..3_u8).prop_map(|(resource, start, length, units)| {
        let when = json!({"span": {"start": hour(start), "end": hour(start + length)}});
        // Of two takes of one booking each has its own resource and time.
        json!({"resource": (["chair", "court"])[resource], "when": when, "units": units})
    })
}

/// What some of few ids take, so that two tables share many of them.
fn tables() -> impl Strategy<Value = Tables> {
    let row = || prop::collection::btree_map(0..6_u8, (take(), 0..3_u8), 0..6);
    [row(), row(), row()].prop_map(|[bookings, holds, blocked]| {
        let booking = |(id, (take, title)): (u8, (Value, u8))| {
            let id = format!("B{id}");
            (
                id.clone(),
                json!({"id": id, "takes": [take], "title": format!("tune {title}")}),
            )
        };
        let hold = |(id, (take, at)): (u8, (Value, u8))| {
            let key = format!("H{id}");
            (
                key.clone(),
                json!({"key": key, "takes": [take], "expires_at": hour(at)}),
            )
        };
        let block = |(id, (take, all)): (u8, (Value, u8))| {
            let id = format!("X{id}");
            let mut row = json!({"id": id, "resource": take["resource"], "when": take["when"]});
            if all > 0 {
                row["units"] = take["units"].clone();
            }
            (id, row)
        };
        [
            bookings.into_iter().map(booking).collect(),
            holds.into_iter().map(hold).collect(),
            blocked.into_iter().map(block).collect(),
        ]
    })
}

fn loaded(tables: &Tables) -> Calendar {
    let mut definition = json!({"resources": [
        {"id": "chair", "zone": "Europe/Berlin", "buffer_after_minutes": 30},
        {"id": "court", "zone": "UTC", "capacity": 3},
    ]});
    for (name, table) in NAMES.iter().zip(tables) {
        definition[*name] = table.values().cloned().collect();
    }
    Calendar::load(definition).unwrap()
}

fn read<T: serde::de::DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).unwrap()
}

/// What a calendar answers. Of two that take the very same time either may be told first.
fn answered(calendar: &Calendar, request: &CheckRequest) -> ratebook::Result<Availability> {
    let mut answer = calendar.check(request)?;
    answer.reasons.sort_by(|one, other| one.message.cmp(&other.message));
    Ok(answer)
}

fn ids<'t>(ids: impl IntoIterator<Item = &'t String>) -> BTreeSet<String> {
    ids.into_iter().cloned().collect()
}

/// What a poll of the database brings: every row that is not as it was, and, as polls overlap, some that are.
fn since(before: &Tables, after: &Tables, overlap: bool) -> Value {
    let mut request = json!({"removed": {}});
    for (name, (before, after)) in NAMES.iter().zip(before.iter().zip(after)) {
        let rows = after
            .iter()
            .filter(|(id, row)| overlap || before.get(*id) != Some(*row));
        request[*name] = rows.map(|(_, row)| row.clone()).collect();
        let gone = before.keys().filter(|id| !after.contains_key(*id));
        request["removed"][*name] = gone.cloned().collect();
    }
    request
}

/// Minutes from the first of September.
fn minute(minutes: i64) -> Instant {
    let first: Instant = "2026-09-01T00:00:00Z".parse().unwrap();
    first.plus_seconds(minutes * 60).unwrap()
}

/// A room with rules that make its bookings matter to each other.
fn rules() -> impl Strategy<Value = Value> {
    let packing = prop::sample::select(vec!["every", "back_to_back", "no_short_gaps"]);
    let counted = prop::sample::select(vec!["midnight", "opening"]);
    let buffers = prop::sample::select(vec![(0, 0), (20, 15), (90, 0), (0, 120)]);
    let least = prop::sample::select(vec![0, 30, 120, 600]);
    let hours = prop::sample::select(vec![None, Some(("08:00", "18:00")), Some(("22:00", "03:00"))]);
    (packing, counted, buffers, least, hours).prop_map(|(packing, counted, buffers, least, hours)| {
        let mut room = json!({"id": "room", "zone": "Europe/Berlin",
            "grid": {"step_minutes": 30, "counted": counted, "packing": packing},
            "buffer_before_minutes": buffers.0, "buffer_after_minutes": buffers.1});
        if least > 0 {
            room["min_minutes"] = least.into();
        }
        if let Some((opens, closes)) = hours {
            room["hours"] = json!({"windows": [{"opens": opens, "closes": closes}]});
        }
        room
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_calendar_that_follows_is_the_one_that_would_be_loaded(
        history in prop::collection::vec((tables(), any::<bool>()), 1..6),
        asked in prop::collection::vec(take(), 1..8),
    ) {
        let mut before = Tables::default();
        let follows = loaded(&before);
        for (after, overlap) in history {
            let request: ApplyRowsRequest = read(since(&before, &after, overlap));
            let applied = follows.apply_rows(&request).unwrap();
            let told = [
                (&applied.added.bookings, &applied.changed.bookings, &applied.removed.bookings),
                (&applied.added.holds, &applied.changed.holds, &applied.removed.holds),
                (&applied.added.blocked, &applied.changed.blocked, &applied.removed.blocked),
            ];
            for ((added, changed, removed), (before, after)) in told.into_iter().zip(before.iter().zip(&after)) {
                let new = after.keys().filter(|id| !before.contains_key(*id));
                prop_assert_eq!(ids(added), ids(new));
                let other = after.iter().filter(|(id, row)| before.get(*id).is_some_and(|known| known != *row));
                prop_assert_eq!(ids(changed), ids(other.map(|(id, _)| id)));
                prop_assert_eq!(ids(removed), ids(before.keys().filter(|id| !after.contains_key(*id))));
            }
            let fresh = loaded(&after);
            prop_assert_eq!(follows.definition(), fresh.definition());
            for take in &asked {
                let request: CheckRequest = read(json!({"now": hour(1), "resource": take["resource"],
                    "when": take["when"], "units": take["units"]}));
                prop_assert_eq!(answered(&follows, &request), answered(&fresh, &request));
            }
            prop_assert_eq!(follows.apply_rows(&request).unwrap(), AppliedRows::default());
            prop_assert_eq!(follows.definition(), fresh.definition());
            before = after;
        }
    }

    /// A poll may bring its rows in any order, and in as many pieces.
    #[test]
    fn pieces_in_any_order_come_to_the_whole(
        before in tables(), after in tables(), order in prop::collection::vec(any::<prop::sample::Index>(), 24),
    ) {
        let whole = since(&before, &after, false);
        let mut pieces = Vec::new();
        for name in NAMES {
            for row in whole[name].as_array().unwrap() {
                pieces.push(json!({name: [row]}));
            }
            for id in whole["removed"][name].as_array().unwrap() {
                pieces.push(json!({"removed": {name: [id]}}));
            }
        }
        let follows = loaded(&before);
        for place in order {
            if !pieces.is_empty() {
                let place = place.index(pieces.len());
                follows.apply_rows(&read(pieces.swap_remove(place))).unwrap();
            }
        }
        for piece in pieces {
            follows.apply_rows(&read(piece)).unwrap();
        }
        prop_assert_eq!(follows.definition(), loaded(&after).definition());
    }

    /// Other calendars pass over a revision that falls, and over one that stays when a booking has moved.
    #[test]
    fn a_revision_never_falls(
        first in 1..5_u32, rows in prop::collection::vec((take(), prop::option::of(0..9_u32)), 1..8),
    ) {
        let row = |take: &Value, revision: Option<u32>| {
            let mut row = json!({"id": "B", "takes": [take]});
            if let Some(revision) = revision {
                row["revision"] = revision.into();
            }
            row
        };
        let calendar = loaded(&Tables::default());
        let mut known = (rows[0].0.clone(), first);
        calendar.apply_rows(&read(json!({"bookings": [row(&known.0, Some(first))], "removed": {}}))).unwrap();
        for (take, revision) in rows {
            let request: ApplyRowsRequest = read(json!({"bookings": [row(&take, revision)], "removed": {}}));
            calendar.apply_rows(&request).unwrap();
            let now = calendar.definition().bookings[0].revision;
            prop_assert!(now >= known.1.max(revision.unwrap_or(0)));
            prop_assert!(take == known.0 || now > known.1, "{take} was {}, both are revision {now}", known.0);
            prop_assert_eq!(calendar.apply_rows(&request).unwrap(), AppliedRows::default());
            known = (take, now);
        }
    }

    /// One row at fault, wherever it stands, and nothing is as it would have been.
    #[test]
    fn all_or_none(before in tables(), after in tables(), place in any::<prop::sample::Index>()) {
        let follows = loaded(&before);
        let mut request = since(&before, &after, true);
        let rows = request["bookings"].as_array_mut().unwrap();
        let faulty = json!({"id": "faulty", "takes": [{"resource": "attic",
            "when": {"span": {"start": hour(1), "end": hour(2)}}}]});
        rows.insert(place.index(rows.len() + 1), faulty);
        let refused = follows.apply_rows(&read(request)).unwrap_err();
        prop_assert_eq!(refused.code().as_str(), "calendar.resource_unknown");
        prop_assert_eq!(follows.definition(), loaded(&before).definition());
    }

    /// A calendar of the rows near a question answers as one of all rows: what `docs/your-database.md` says of which to load.
    #[test]
    fn rows_near_a_question_are_enough(
        rules in rules(), gaps in prop::collection::vec((1..400_i64, 1..200_i64), 1..40), asked in (0..1_440_i64, 1..40_i64),
        minutes in prop::sample::select(vec![30, 120, 600, 1_500, 2_880, 4_320]),
    ) {
        let day = 24 * 60;
        // Bookings from six days before the day that is asked about, one behind the other.
        let mut rows = Vec::new();
        let mut start = -6 * day;
        for (gap, length) in gaps {
            start += gap * 10;
            rows.push((start, start + length * 10));
            start += length * 10;
        }
        let within = |first: i64, last: i64| -> Calendar {
            let near = rows.iter().enumerate().filter(|(_, row)| row.0 < last && row.1 > first);
            let bookings = near.map(|(id, row)| json!({"id": id.to_string(),
                "takes": [{"resource": "room", "when": {"span": {"start": minute(row.0), "end": minute(row.1)}}}]}));
            Calendar::load(json!({"resources": [rules], "bookings": bookings.collect::<Vec<_>>()})).unwrap()
        };
        let all = within(i64::MIN, i64::MAX);

        let (start, end) = (asked.0, asked.0 + asked.1 * 10);
        let request: CheckRequest = read(json!({"now": minute(-30 * day), "resource": "room",
            "when": {"span": {"start": minute(start), "end": minute(end)}}}));
        let buffer = ["buffer_before_minutes", "buffer_after_minutes"].map(|name| rules[name].as_i64().unwrap_or(0));
        let buffer = buffer[0].max(buffer[1]);
        prop_assert_eq!(within(start - buffer, end + buffer).check(&request), all.check(&request));

        let minutes = rules["min_minutes"].as_i64().unwrap_or(0).max(minutes);
        let reach = day.max(minutes + buffer);
        let request: SlotsRequest = read(json!({"now": minute(-30 * day), "days": {"first": "2026-09-01", "last": "2026-09-01"},
            "minutes": minutes}));
        // The day in Berlin, two hours ahead of UTC.
        let (first, last) = (-120, day - 120);
        let starts = |calendar: &Calendar| -> Vec<String> {
            let slots = calendar.slots(&request).unwrap();
            slots[0].slots.iter().map(|slot| slot.start.to_string()).collect()
        };
        prop_assert_eq!(starts(&within(first - reach, last + reach)), starts(&all));
        prop_assert_eq!(within(first - reach, last + day + reach).slots(&request), all.slots(&request));

        let request: NextFreeRequest = read(json!({"now": minute(-30 * day), "after": minute(start), "minutes": minutes,
            "within_days": 3}));
        let near = within(start - reach, start + 4 * day + reach);
        prop_assert_eq!(near.next_free(&request), all.next_free(&request));

        let request: ViewRequest = read(json!({"now": minute(-30 * day), "view": "day", "day": "2026-09-01"}));
        prop_assert_eq!(within(first - day, last + day).view(&request), all.view(&request));
        let request: OccupancyRequest = read(json!({"days": {"first": "2026-09-01", "last": "2026-09-02"}}));
        prop_assert_eq!(within(first - day, last + 2 * day).occupancy(&request), all.occupancy(&request));
    }

    /// The same by the night and by departure: the rows of the nights that are asked about, or of the departure.
    #[test]
    fn rows_of_the_nights_asked_about_are_enough(
        stays in prop::collection::vec((0..20_i64, 1..5_i64, 1..3_u8), 1..25), asked in (0..20_i64, 1..5_i64), by_departure in any::<bool>(),
    ) {
        let day = |day: i64| minute(day * 24 * 60).to_string()[..10].to_owned();
        let when = |first: i64, nights: i64| if by_departure {
            json!({"departure": day(first)})
        } else {
            json!({"stay": {"check_in": day(first), "check_out": day(first + nights)}})
        };
        let within = |first: i64, last: i64| -> Calendar {
            let near = stays.iter().enumerate().filter(|(_, stay)| match by_departure {
                true => stay.0 >= first && stay.0 < last,
                false => stay.0 < last && stay.0 + stay.1 > first,
            });
            let bookings = near.map(|(id, stay)| json!({"id": id.to_string(),
                "takes": [{"resource": "boat", "when": when(stay.0, stay.1), "units": stay.2}]}));
            let departures: Vec<Value> = (0..20).map(|number| json!({"day": day(number), "seats": 2})).collect();
            let resource = if by_departure {
                json!({"id": "boat", "zone": "UTC", "mode": "departures", "departures": departures})
            } else {
                json!({"id": "boat", "zone": "UTC", "mode": "nights", "capacity": 2})
            };
            // As in tables that were filled by others: more may be booked than there is.
            let mut definition = json!({"resources": [resource]});
            definition["bookings"] = bookings.collect();
            Calendar::load(definition).unwrap()
        };
        let request: CheckRequest = read(json!({"now": minute(-30 * 24 * 60), "resource": "boat", "when": when(asked.0, asked.1)}));
        let last = if by_departure { asked.0 + 1 } else { asked.0 + asked.1 };
        prop_assert_eq!(within(asked.0, last).check(&request), within(-1_000, 1_000).check(&request));
    }
}
