//! Availability in Rust: nanoseconds and bytes, as one JSON object.
//!
//! Named sections alone, when words are given; with `workload` it prints instead what the others are measured with.

mod choice;
mod counting;
mod holding;
mod openings;
mod recurring;
mod search;
mod structures;
mod timelines;
#[path = "../../timing.rs"]
mod timing;
mod workload;

use serde_json::{Map, Value};
use workload::Workload;

/// Bookings of a timeline.
const SIZES: [usize; 4] = [100, 10_000, 100_000, 1_000_000];
/// Bookings for the comparison of structures.
const CHOICE_SIZES: [usize; 3] = [100, 10_000, 1_000_000];
/// Bookings that we and others are compared with, of a resource that has one unit: more the others cannot count.
const COMPARED: usize = 100_000;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if words.iter().any(|word| word == "workload") {
        let work = Workload::new(COMPARED, 1);
        println!("{}", work.json(timelines::free_questions(&work)));
        return;
    }
    let sections = SECTIONS
        .iter()
        .filter(|(name, _)| words.is_empty() || words.iter().any(|word| word == name));
    let figures: Map<String, Value> = sections
        .map(|(name, figures)| ((*name).to_owned(), figures()))
        .collect();
    println!("{}", Value::Object(figures));
}

/// A name, and what measures.
type Section = (&'static str, fn() -> Value);

/// What is measured, by a name that can be given to measure only that.
const SECTIONS: &[Section] = &[
    ("capacities", || {
        of_each(&[1, 2], |capacity| {
            timelines::figures(&Workload::new(COMPARED, capacity as i32))
        })
    }),
    ("sizes", || {
        of_each(&SIZES, |size| timelines::figures(&Workload::new(size, 3)))
    }),
    ("structures", || {
        of_each(&CHOICE_SIZES, |size| choice::figures(&Workload::new(size, 3)))
    }),
    ("openings", openings::figures),
    ("holding", holding::figures),
    ("recurring", recurring::figures),
    ("search", search::figures),
];

fn of_each(all: &[usize], figures: fn(usize) -> Value) -> Value {
    Value::Object(all.iter().map(|one| (one.to_string(), figures(*one))).collect())
}
