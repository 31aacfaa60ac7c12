//! No request or definition of n bytes costs more than c·n: everything that can grow grows, eightfold, and the time with it.

use std::sync::{Mutex, MutexGuard, PoisonError};

use ratebook_tests::{growth, pairs};

/// One measures at a time: two would be in each other's way.
static ALONE: Mutex<()> = Mutex::new(());

fn alone() -> MutexGuard<'static, ()> {
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Entries of the small and of the large one.
const SIZES: (usize, usize) = (500, 4_000);

/// How much faster than the bytes the time may grow: sorting takes a third more, and a busy machine is not fair.
const ALLOWED: f64 = 2.5;

#[test]
fn what_grows_costs_as_it_grows() {
    let _alone = alone();
    let all = growth::all();
    assert!(all.len() > 1_000, "{} things grow", all.len());
    let mut faults = Vec::new();
    for growing in &all {
        let (times, cost) = growing.growth(SIZES, 6, ALLOWED);
        if cost.bytes < SIZES.1 {
            faults.push(format!("{} does not grow: {} bytes", growing.label(), cost.bytes));
        }
        if times > ALLOWED {
            faults.push(format!(
                "{}: {times:.1} times, {:?} for {} bytes",
                growing.label(),
                cost.time,
                cost.bytes
            ));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Entries of both lists of a pair.
const SIZES_OF_PAIRS: (usize, usize) = (60, 480);

/// Those of a pair that grew too fast between these, and how fast it may grow then: what is bounded by a number, as hints that look
/// through 200 names, does not grow so again; a product grows three times as fast as its bytes.
const LARGER: (usize, usize) = (480, 1_440);
const ALLOWED_LARGER: f64 = 1.8;

#[test]
fn what_grows_together_costs_as_both_grow() {
    let _alone = alone();
    let all = pairs::all();
    let count: usize = all.iter().map(pairs::Pairs::len).sum();
    assert!(count > 500, "{count} pairs grow");
    let doubtful = all
        .iter()
        .filter(|pairs| !pairs.beyond(SIZES_OF_PAIRS, ALLOWED).is_empty());
    let beyond = doubtful.flat_map(|pairs| pairs.beyond(LARGER, ALLOWED_LARGER));
    let faults: Vec<String> = beyond.map(|one| one.to_string()).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_grows_within_a_definition_costs_as_both_grow() {
    let _alone = alone();
    let all = pairs::within();
    assert!(all.len() > 400, "{} pairs grow", all.len());
    let doubtful = all.iter().filter(|both| both.beyond(SIZES_OF_PAIRS, ALLOWED).is_some());
    let beyond = doubtful.filter_map(|both| both.beyond(LARGER, ALLOWED_LARGER));
    let faults: Vec<String> = beyond.map(|one| one.to_string()).collect();
    assert!(faults.is_empty(), "{} pairs\n{}", all.len(), faults.join("\n"));
}
