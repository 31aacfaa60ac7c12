//! The search page: what is free of a thousand room types, and at which price.

use ratebook::books::{AvailabilityAndPriceRequest, Storefront};
use serde_json::{Value, json};

use crate::timing::median_each;

const ROOM_TYPES: usize = 1_000;

/// Room types of ten units, each with a list of its own with seasons and a tax; a fifth of them is sold out.
fn storefront() -> Storefront {
    let resources: Vec<Value> = (0..ROOM_TYPES)
        .map(
            |number| json!({"id": format!("type {number}"), "zone": "Europe/Berlin", "mode": "nights", "capacity": 10}),
        )
        .collect();
    let bookings: Vec<Value> = (0..ROOM_TYPES)
        .flat_map(|number| {
            let units = if number % 5 == 0 { 10 } else { 4 };
            let stays = (1..28).step_by(3).map(move |day| {
                let when = json!({"stay": {"check_in": format!("2027-02-{day:02}"), "check_out": format!("2027-02-{:02}", day + 1)}});
                json!({"id": format!("{number} {day}"), "takes": [{"resource": format!("type {number}"), "when": when, "units": units}]})
            });
            stays.collect::<Vec<_>>()
        })
        .collect();
    let lists: Vec<Value> = (0..ROOM_TYPES)
        .map(|number| {
            json!({
                "code": format!("RL-{number}"), "name": "Room", "currency": "EUR", "unit": "night",
                "valid": {"first": "2026-11-01", "last": "2027-10-31"},
                "prices": {"by_adults": {"1": "80", "2": (100 + number * 7 % 211).to_string()}},
                "seasons": [{"name": "winter", "days": [{"first": "2027-01-01", "last": "2027-02-15"}], "price": {"percent": "20"}}],
                "taxes": [{"name": "VAT", "rate": {"percent": "10"}}],
            })
        })
        .collect();
    let offers: Vec<Value> = (0..ROOM_TYPES)
        .map(|number| json!({"resource": format!("type {number}"), "rate_list": format!("RL-{number}")}))
        .collect();
    let calendar = json!({"resources": resources, "bookings": bookings});
    Storefront::load(json!({"calendar": calendar, "rate_lists": lists, "offers": offers})).expect("a sound definition")
}

/// Nanoseconds of one search over all of them.
pub(crate) fn figures() -> Value {
    let storefront = storefront();
    let request: AvailabilityAndPriceRequest = serde_json::from_value(json!({
        "now": "2026-12-01T00:00:00Z", "request": {"adults": 2},
        "when": {"stay": {"check_in": "2027-02-12", "check_out": "2027-02-19"}},
    }))
    .expect("a request");
    let found = storefront.availability_and_price(&request).expect("an answer");
    assert_eq!(
        (found.offers.len(), found.not_offered.len()),
        (ROOM_TYPES * 4 / 5, ROOM_TYPES / 5)
    );
    let nanoseconds = median_each(1, || {
        let found = storefront.availability_and_price(&request);
        assert!(found.is_ok_and(|found| !found.offers.is_empty()));
    });
    json!({"availability_and_price": nanoseconds})
}
