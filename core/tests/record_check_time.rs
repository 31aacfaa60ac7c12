//! How long a change to a customer takes to be checked. Run in release:
//! `cargo test --release -p ratebook --test record_check_time -- --ignored --nocapture`.

use std::time::{Duration, Instant};

use ratebook::records::{Pack, RecordCheckRequest};
use serde_json::{Value, json};

/// The longest that a check may take.
const MOST: Duration = Duration::from_micros(5);

/// The customer of an internet provider, and a change of a few of its fields.
const CUSTOMER: &str = include_str!("customer.json");

/// The middle of many.
fn median(mut of: impl FnMut()) -> Duration {
    const TIMES: u32 = 200;
    let mut times: Vec<Duration> = (0..100)
        .map(|_| {
            let start = Instant::now();
            (0..TIMES).for_each(|_| of());
            start.elapsed() / TIMES
        })
        .collect();
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

#[test]
#[ignore = "a measurement, for a release build"]
fn a_customer_is_checked_quickly() {
    let mut customer: Value = serde_json::from_str(CUSTOMER).expect("a pack and a request");
    let pack = Pack::load(customer["pack"].take()).expect("a pack");
    let mut told = Vec::new();
    for role in ["admin", "technician"] {
        customer["request"]["actor"]["roles"] = json!([role]);
        let request: RecordCheckRequest = serde_json::from_value(customer["request"].clone()).expect("a request");
        let holder = pack.holder(&request.actor).expect("somebody");
        let checked = pack.check_by(&request, &holder).expect("a record");
        assert_eq!(checked.changes.len(), 4);
        let whole = median(|| drop(std::hint::black_box(pack.check(&request))));
        let by = median(|| drop(std::hint::black_box(pack.check_by(&request, &holder))));
        println!("{role}: {by:?} by somebody whose rights are known, {whole:?} with limits and rights");
        told.extend([(role, by), (role, whole)]);
    }
    assert!(told.iter().all(|(_, took)| *took <= MOST), "{told:?}");
}
