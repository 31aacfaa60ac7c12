//! Nanoseconds of one call.

use std::hint::black_box;
use std::time::Instant;

/// Rounds of each measurement; the median counts.
const ROUNDS: usize = 7;

/// Nanoseconds of one of so many calls that a run makes: the median of the rounds.
pub(crate) fn median_each(calls: usize, mut run: impl FnMut()) -> f64 {
    median(calls, ROUNDS, || timed(&mut run))
}

/// Nanoseconds of one of so many same calls; the answers are thrown away.
pub(crate) fn each<T>(calls: usize, mut call: impl FnMut() -> T) -> f64 {
    median_each(calls, || {
        for _ in 0..calls {
            drop(black_box(call()));
        }
    })
}

/// The median of rounds that time themselves, for runs that prepare something first.
pub(crate) fn median(calls: usize, rounds: usize, mut round: impl FnMut() -> f64) -> f64 {
    let mut rounds: Vec<f64> = (0..rounds).map(|_| round() / calls as f64).collect();
    rounds.sort_by(f64::total_cmp);
    rounds[rounds.len() / 2]
}

/// Nanoseconds of one run.
pub(crate) fn timed(run: impl FnOnce()) -> f64 {
    let start = Instant::now();
    run();
    start.elapsed().as_nanos() as f64
}
