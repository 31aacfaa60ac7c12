//! Holds, and bookings of several things at once, in a calendar of a hundred resources with a thousand bookings each.

use ratebook::calendar::definition::Take;
use ratebook::calendar::{BookRequest, Calendar, CancelRequest, ConfirmRequest, HoldRequest};
use serde_json::{Value, json};

use crate::timelines::{booking, now, when};
use crate::timing::{median, timed};
use crate::workload::{Chance, EPOCH, MINUTE};

const RESOURCES: i64 = 100;
const OF_EACH: i64 = 1_000;
/// Commands that are timed together.
const COMMANDS: i64 = 1_000;
const ROUNDS: usize = 7;

fn calendar() -> Calendar {
    let resources: Vec<Value> = (0..RESOURCES)
        .map(|number| json!({"id": format!("room {number}"), "zone": "Europe/Berlin"}))
        .collect();
    let calendar = Calendar::load(json!({"resources": resources})).expect("a sound definition");
    for number in 0..RESOURCES {
        for of in 0..OF_EACH {
            let (start, id) = (EPOCH + 150 * of, format!("room {number}"));
            let request = booking(format!("{number} {of}"), &id, start * MINUTE, (start + 60) * MINUTE);
            calendar.book(&request).expect("a free time");
        }
    }
    calendar
}

/// A free hour of so many resources, another one for each number.
fn takes(number: i64, of: i64, count: i64) -> Vec<Take> {
    let take = |part: i64| {
        let start = EPOCH + 150 * of + 75;
        Take::new(
            format!("room {}", (number + part) % RESOURCES),
            when(start * MINUTE, (start + 60) * MINUTE),
        )
        .with_units(1)
    };
    (0..count).map(take).collect()
}

/// Nanoseconds of holding and confirming, and of booking three resources.
pub(crate) fn figures() -> Value {
    let calendar = calendar();
    let mut hours: Vec<i64> = (0..OF_EACH).collect();
    Chance::new(13).shuffle(&mut hours);
    let hours: Vec<(i64, i64)> = (0..COMMANDS).zip(hours).collect();
    let id = |number: i64| format!("new {number}");
    let cancels: Vec<CancelRequest> = hours
        .iter()
        .map(|(number, _)| CancelRequest::new(id(*number)))
        .collect();
    let give_up = || {
        cancels
            .iter()
            .for_each(|request| assert!(calendar.cancel(request).is_ok()))
    };
    let held: Vec<(HoldRequest, ConfirmRequest)> = hours
        .iter()
        .map(|(number, of)| {
            let hold = HoldRequest::new(now(), id(*number), takes(*number, *of, 1), 600);
            let confirm = ConfirmRequest::new(now(), id(*number), id(*number));
            (hold, confirm)
        })
        .collect();
    let hold_and_confirm = median(hours.len(), ROUNDS, || {
        let spent = timed(|| {
            for (hold, confirm) in &held {
                assert!(calendar.hold(hold).is_ok() && calendar.confirm(confirm).is_ok());
            }
        });
        give_up();
        spent
    });
    let threes: Vec<BookRequest> = hours
        .iter()
        .map(|(number, of)| {
            let mut request = booking(id(*number), "", EPOCH * MINUTE, EPOCH * MINUTE);
            request.booking.takes = takes(*number, *of, 3);
            request
        })
        .collect();
    let book_three = median(hours.len(), ROUNDS, || {
        let spent = timed(|| {
            threes
                .iter()
                .for_each(|request| assert!(calendar.book(request).is_ok()))
        });
        give_up();
        spent
    });
    json!({"hold_and_confirm": hold_and_confirm, "book_three": book_three})
}
