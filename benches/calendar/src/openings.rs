//! Free starts: of one resource over a month, and the first ones of a thousand resources.

use std::hint::black_box;

use ratebook::calendar::{Calendar, NextFreeRequest, SlotsRequest};
use serde_json::{Value, json};

use crate::timelines::{booking, question, when};
use crate::timing::median_each;
use crate::workload::{Chance, MINUTE};

/// 2026-10-10T00:00:00Z in minutes; clocks change on the 25th.
const OCTOBER: i64 = 29_859_840;
const DAYS: i64 = 30;
const RESOURCES: i64 = 1_000;
/// Bookings of each of the many.
const OF_EACH: usize = 60;

fn resource(id: &str) -> Value {
    json!({
        "id": id, "zone": "Europe/Berlin", "hours": {"windows": [{"opens": "09:00", "closes": "18:00"}]},
        "buffer_after_minutes": 10, "grid": {"step_minutes": 15},
    })
}

/// Books at random within the hours until so many are booked.
fn book(calendar: &Calendar, id: &str, count: usize, chance: &mut Chance) {
    let mut booked = 0;
    while booked < count {
        let start = OCTOBER + chance.below(DAYS) * 1_440 + 15 * chance.below(96);
        let length = [15, 30, 30, 45, 60][usize::try_from(chance.below(5)).unwrap_or(0)];
        let name = format!("{id} {booked}");
        let request = booking(name, id, start * MINUTE, (start + length) * MINUTE);
        booked += usize::from(calendar.book(&request).is_ok());
    }
}

fn one_resource() -> Calendar {
    let calendar = Calendar::load(json!({"resources": [resource("studio")]})).expect("a sound definition");
    book(&calendar, "studio", 200, &mut Chance::new(3));
    calendar
}

/// A thousand, booked at random, or from the first day on without a free hour for three weeks and more.
fn many_resources(booked_out: bool) -> Calendar {
    let resources: Vec<Value> = (0..RESOURCES)
        .map(|number| resource(&format!("room {number}")))
        .collect();
    let calendar = Calendar::load(json!({"resources": resources})).expect("a sound definition");
    let mut chance = Chance::new(5);
    for number in 0..RESOURCES {
        let id = format!("room {number}");
        if !booked_out {
            book(&calendar, &id, OF_EACH, &mut chance);
            continue;
        }
        // 09:00 in Berlin is 07:00 until the clocks change; two hours that are left over are not enough for the third.
        for day in 0..20 {
            for (part, hour) in [(0, 7), (1, 10), (2, 13)] {
                let start = OCTOBER + 1_440 * day + 60 * hour + if day >= 15 { 60 } else { 0 };
                let length = if part < 2 { 170 } else { 180 };
                let request = booking(
                    format!("{id} {day} {part}"),
                    &id,
                    start * MINUTE,
                    (start + length) * MINUTE,
                );
                calendar.book(&request).expect("a free time");
            }
        }
    }
    calendar
}

/// Nanoseconds of each question.
pub(crate) fn figures() -> Value {
    let calendar = one_resource();
    let days = json!({"first": "2026-10-10", "last": "2026-11-08"});
    let asked = json!({"now": "2026-10-01T00:00:00Z", "resources": ["studio"], "days": days, "minutes": 60});
    let slots: SlotsRequest = serde_json::from_value(asked).expect("a sound question");
    let found = calendar
        .slots(&slots)
        .expect("slots")
        .first()
        .map_or(0, |of| of.slots.len());
    let slots = median_each(200, || {
        (0..200).for_each(|_| assert!(black_box(calendar.slots(black_box(&slots))).is_ok()));
    });
    let asked =
        json!({"now": "2026-10-01T00:00:00Z", "after": "2026-10-10T00:00:00Z", "minutes": 60, "within_days": 30});
    let first_hour: NextFreeRequest = serde_json::from_value(asked).expect("a sound question");
    let first_free = |calendar: &Calendar| {
        let found = calendar.next_free(&first_hour).expect("free times");
        assert_eq!(found.len(), 1_000);
        median_each(3, || {
            (0..3).for_each(|_| assert!(calendar.next_free(black_box(&first_hour)).is_ok()))
        })
    };
    json!({
        "slots": slots,
        "slots_found": found,
        "first_free": first_free(&many_resources(false)),
        "first_free_booked_out": first_free(&many_resources(true)),
        "is_free_with_rules": within_hours(&calendar),
    })
}

/// One question about a resource with hours, a grid and a buffer.
fn within_hours(calendar: &Calendar) -> f64 {
    let mut chance = Chance::new(9);
    let mut asked = question("studio");
    let starts: Vec<i64> = (0..10_000)
        .map(|_| OCTOBER + 1_440 * chance.below(DAYS) + 480 + 15 * chance.below(28))
        .collect();
    median_each(starts.len(), || {
        for start in &starts {
            asked.when = when(start * MINUTE, (start + 60) * MINUTE);
            black_box(calendar.is_free(&asked).is_ok());
        }
    })
}
