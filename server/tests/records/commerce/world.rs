//! Rooms that can be booked, and times that are to come.

use std::time::{SystemTime, UNIX_EPOCH};

use ratebook::time::{Day, Instant};
use serde_json::{Value, json};

use crate::support::{Someone, text};

/// The present moment.
pub(crate) fn now() -> Instant {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970");
    let moment = Instant::from_microseconds(i64::try_from(since.as_micros()).expect("a moment"));
    moment.expect("a moment")
}

/// So many days from now, and thirty.
pub(crate) fn day(number: i32) -> String {
    let today = i32::try_from(now().seconds() / 86_400).expect("a day");
    Day::from_number(today + 30 + number).expect("a day").to_string()
}

/// A moment of those days.
pub(crate) fn hour(hour: i32) -> String {
    format!("{}T{:02}:00:00Z", day(hour.div_euclid(24)), hour.rem_euclid(24))
}

pub(crate) fn span(from: i32, to: i32) -> Value {
    json!({"span": {"start": hour(from), "end": hour(to)}})
}

pub(crate) fn stay(from: i32, to: i32) -> Value {
    json!({"stay": {"check_in": day(from), "check_out": day(to)}})
}

pub(crate) fn take(room: &str, when: &Value) -> Value {
    json!({"resource": room, "when": when})
}

/// A room that is booked like this, at 40 euros an hour.
pub(crate) fn room(ann: &Someone, name: &str, resource: &Value) -> String {
    let rates = json!({"name": "By the hour", "code": "hourly", "currency": "EUR", "unit": "hour",
        "valid": {"first": "2026-01-01", "last": "2034-12-31"}, "zone": "UTC",
        "hours": {"windows": [{"name": "all day", "opens": "00:00", "closes": "00:00", "price": "40.25"}]}});
    let made = ann.post(
        "/v1/rooms",
        &json!({"name": name, "capacity": 4, "resource": resource, "rates": rates}),
    );
    text(&made.well(), "id")
}

/// A room by the night, at 99.90 euros.
pub(crate) fn double(ann: &Someone, name: &str, units: u32) -> String {
    let rates = json!({"name": "Double", "code": "double", "currency": "EUR", "unit": "night",
        "valid": {"first": "2026-01-01", "last": "2034-12-31"}, "prices": {"base": "99.90"}});
    let resource = json!({"zone": "Europe/Berlin", "mode": "nights", "capacity": units});
    let made = ann.post(
        "/v1/rooms",
        &json!({"name": name, "capacity": 2, "resource": resource, "rates": rates}),
    );
    text(&made.well(), "id")
}

pub(crate) fn book(someone: &Someone, takes: &[Value]) -> crate::support::Told {
    someone.post("/v1/acts/book", &json!({"takes": takes, "party": {"adults": 2}}))
}

/// The code and the status of a refusal.
pub(crate) fn code(told: &crate::support::Told) -> (u16, String) {
    (told.status, text(&told.json(), "code"))
}
