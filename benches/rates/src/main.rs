//! The family stay in Rust: nanoseconds per call, as one JSON object.

use std::hint::black_box;
use std::time::Instant;

use ratebook::rates::{GridParty, GridRequest, PriceRequest, QuoteManyRequest, RateList};
use ratebook::time::{Day, DayRange};
use serde_json::{Map, Value, json};

/// Rounds of each measurement; the median counts.
const ROUNDS: usize = 9;

fn main() {
    let shared: Value = serde_json::from_str(include_str!("../family_stay.json")).expect("the shared definition");
    let list = RateList::load(shared["rate_list"].clone()).expect("a sound list");
    let request: PriceRequest = serde_json::from_value(shared["request"].clone()).expect("a sound request");
    assert_eq!(list.total(&request).expect("a price").amount.to_string(), "1236.86");

    let mut figures = Map::new();
    let mut tell = |name: &str, nanoseconds: f64| figures.insert(name.to_owned(), json!(nanoseconds));
    tell(
        "total",
        median(200_000, || drop(black_box(list.total(black_box(&request))))),
    );
    tell(
        "lines",
        median(20_000, || drop(black_box(list.price(black_box(&request))))),
    );
    let many = QuoteManyRequest::new(vec![request.clone(); 1_000]);
    tell(
        "batch_total",
        median(200, || drop(black_box(list.total_many(black_box(&many))))) / 1_000.0,
    );
    tell(
        "batch_lines",
        median(20, || drop(black_box(list.quote_many(black_box(&many))))) / 1_000.0,
    );

    let mut month = request.clone();
    month.check_out = month.check_in.and_then(|day| day.plus(30));
    tell(
        "total_30_nights",
        median(100_000, || drop(black_box(list.total(black_box(&month))))),
    );
    let seasons = RateList::load(with_many_seasons(shared["rate_list"].clone())).expect("a sound list");
    tell(
        "total_500_seasons",
        median(200_000, || drop(black_box(seasons.total(black_box(&request))))),
    );

    let first: Day = "2026-11-01".parse().expect("a day");
    let grid = GridRequest::new(
        DayRange {
            first,
            last: first.plus(364).expect("a day"),
        },
        1..=14,
        [GridParty::new(2)],
    )
    .with_quantity(1)
    .with_booked_on(first);
    tell(
        "grid_of_a_year",
        median(20, || drop(black_box(list.grid(black_box(&grid))))),
    );
    println!("{}", Value::Object(figures));
}

/// 498 seasons of a day each beside the two, none of them on the stay's nights.
fn with_many_seasons(mut list: Value) -> Value {
    let first: Day = "2027-01-06".parse().expect("a day");
    list["valid"]["last"] = json!("2028-12-31");
    if let Some(seasons) = list["seasons"].as_array_mut() {
        for offset in 0..498 {
            let day = first.plus(offset).expect("a day");
            seasons.push(
                json!({"name": format!("day {offset}"), "days": [{"first": day, "last": day}], "price": {"add": "1"}}),
            );
        }
    }
    list
}

/// Nanoseconds of one call: the median of the rounds' means.
fn median(calls: u32, mut call: impl FnMut()) -> f64 {
    let mut rounds: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            for _ in 0..calls {
                call();
            }
            start.elapsed().as_nanos() as f64 / f64::from(calls)
        })
        .collect();
    rounds.sort_by(f64::total_cmp);
    rounds[ROUNDS / 2]
}
