//! Large lists and many of them: answers stay right, and the time bounded.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

use std::time::{Duration, Instant};

use ratebook::rates::lists::{CheapestRequest, OverlapsRequest};
use ratebook::rates::{PriceRequest, RateList, RateLists};
use ratebook::time::Day;
use serde_json::{Value, json};

/// Many times what an unoptimised build needs on a slow machine; a loop within a loop would be far beyond it.
const BOUND: Duration = Duration::from_secs(30);

fn day(offset: i32) -> Day {
    "2026-01-01".parse::<Day>().unwrap().plus(offset).unwrap()
}

fn within_bound<T>(work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = work();
    let taken = start.elapsed();
    assert!(taken < BOUND, "{taken:?}");
    done
}

fn request(arrival: i32, nights: i32) -> PriceRequest {
    serde_json::from_value(json!({"check_in": day(arrival), "check_out": day(arrival + nights), "adults": 2})).unwrap()
}

#[test]
fn a_list_of_500_seasons_and_5_000_blackouts() {
    let price = |number: i32| format!("{}", 100 + number);
    let seasons: Vec<Value> = (0..500)
        .map(|number| json!({"name": format!("season {number}"), "days": [{"first": day(number * 7), "last": day(number * 7 + 6)}], "price": {"set": price(number)}}))
        .collect();
    // Every other day of the last ten thousand of the list.
    let blackouts: Vec<Value> = (0..5_000)
        .map(|number| json!({"days": {"first": day(4_000 + number * 2), "last": day(4_000 + number * 2)}, "reason": "closed"}))
        .collect();
    let definition = json!({
        "name": "large", "currency": "EUR", "unit": "night", "valid": {"first": day(0), "last": day(14_000)},
        "prices": {"base": "50"}, "seasons": seasons, "blackouts": blackouts,
    });
    within_bound(|| {
        let list = RateList::load(definition).unwrap();
        for number in 0..500 {
            let total = list.total(&request(number * 7 + 6, 1)).unwrap();
            assert_eq!(total.to_string(), format!("{}.00 EUR", price(number)));
        }
        assert_eq!(list.total(&request(3_600, 7)).unwrap().to_string(), "350.00 EUR");
        let refused = list.price(&request(4_001, 10)).unwrap_err();
        assert_eq!(refused.code().as_str(), "rates.blackout");
        assert_eq!(refused.details()["days"].as_array().unwrap().len(), 5);
    });
}

#[test]
fn ten_thousand_lists() {
    let list = |number: i32| {
        let first = number % 100 * 3;
        json!({
            "code": format!("RL-{number}"), "name": format!("list {number}"), "currency": "EUR", "unit": "night", "product": format!("room {}", number / 100),
            "valid": {"first": day(first), "last": day(first + 60)}, "prices": {"base": format!("{}", 1_000 + number)},
        })
    };
    let lists: Vec<Value> = (0..10_000).map(list).collect();
    within_bound(|| {
        let lists = RateLists::load(json!({ "lists": lists })).unwrap();
        let cheapest: CheapestRequest = serde_json::from_value(json!({"request": request(30, 5)})).unwrap();
        let answer = lists.cheapest(&cheapest).unwrap();
        assert_eq!(answer.price.unwrap().total.to_string(), "5000.00");
        let overlaps = lists.overlaps(&OverlapsRequest::default()).unwrap();
        assert_eq!(
            overlaps.len(),
            100 * (0..100)
                .map(|one: usize| 99_usize.saturating_sub(one).min(20))
                .sum::<usize>()
        );
    });
}
