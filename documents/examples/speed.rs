//! How long a quote of two pages takes: the first one, and others by the same press. `cargo xtask bench documents`
#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a bench prints, and says where it cannot go on"
)]

#[path = "../tests/samples/mod.rs"]
mod samples;

use std::time::{Duration, Instant};

use ratebook::money::Locale;
use ratebook_documents::{Fonts, Press};
use serde_json::json;

/// As many come behind the first; the median counts.
const ROUNDS: usize = 21;
const TARGET: Duration = Duration::from_millis(50);

fn main() {
    let pack = samples::pack();
    let mut press = Press::new(Fonts::of_engine());
    let mut took = |number: usize| {
        let mut job = samples::job(&pack, "quote", ("en", Locale::EnUs));
        // Each is of another record, so that none of them is remembered whole.
        job.given["record"]["name"] = json!(format!("Over the Alps, {number}"));
        let begun = Instant::now();
        let (_, pages) = press.pdf(&job).expect("a document");
        let elapsed = begun.elapsed();
        assert_eq!(pages, 2, "a quote has two pages");
        elapsed
    };
    let first = took(0);
    let mut others: Vec<Duration> = (1..=ROUNDS).map(took).collect();
    others.sort_unstable();
    let median = others.get(ROUNDS / 2).copied().unwrap_or_default();
    if std::env::args().any(|word| word == "--json") {
        let (first, median) = (first.as_micros(), median.as_micros());
        println!("{{\"first_us\":{first},\"median_us\":{median}}}");
        return;
    }
    for (what, took) in [("the first", first), ("behind it, median", median)] {
        let state = if took <= TARGET { "met" } else { "missed" };
        let (whole, part) = (took.as_millis(), took.as_micros() % 1_000);
        let target = TARGET.as_millis();
        println!("{state:<8}a quote of two pages, {what:<20}{whole:>6}.{part:03} ms  target ≤ {target} ms");
    }
}
