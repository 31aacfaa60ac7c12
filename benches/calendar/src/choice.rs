//! The same bookings in every structure of `structures`, with the same answers.

use std::hint::black_box;

use ratebook::calendar::{Taken, Timeline};
use serde_json::{Map, Value, json};

use crate::counting::bytes_of;
use crate::structures::{Gapped, Sorted, Steps, Tree};
use crate::timing::{median, median_each, timed};
use crate::workload::Workload;

/// Bookings that are timed where each moves everything behind it, and would take minutes.
const SOME: usize = 500;

/// Nanoseconds and bytes per booking of every structure.
pub(crate) fn figures(work: &Workload) -> Value {
    let right: Vec<i32> = answers(&filled::<Timeline>(&work.shuffled), work);
    let mut all = Map::new();
    all.insert(Timeline::NAME.to_owned(), of::<Timeline>(work, &right));
    all.insert(Tree::NAME.to_owned(), of::<Tree>(work, &right));
    all.insert(Sorted::NAME.to_owned(), of::<Sorted>(work, &right));
    all.insert(Gapped::NAME.to_owned(), of::<Gapped>(work, &right));
    Value::Object(all)
}

fn filled<S: Steps>(bookings: &[Taken]) -> S {
    let mut steps = S::default();
    bookings.iter().for_each(|taken| steps.insert(*taken));
    steps
}

fn answers<S: Steps>(steps: &S, work: &Workload) -> Vec<i32> {
    let asked = work.questions.iter();
    asked.map(|(start, end)| steps.most(*start, *end)).collect()
}

fn of<S: Steps>(work: &Workload, right: &[i32]) -> Value {
    let count = work.bookings.len();
    // The last ones of those that come in no order. All of them, where that takes no minutes.
    let timed_ones = if S::MOVES_ALL && count > 100_000 { SOME } else { count };
    let (before, last) = work.shuffled.split_at(count - timed_ones);
    let mut before = before.to_vec();
    before.sort_unstable();
    let times = (20_000 / count).max(1);
    let rounds = if count > 100_000 { 1 } else { 5 };
    let mut spent = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        let (mut insert, mut remove) = (0.0, 0.0);
        for _ in 0..times {
            let mut steps: S = filled(&before);
            insert += timed(|| last.iter().for_each(|taken| steps.insert(*taken)));
            assert_eq!(answers(&steps, work), right, "{} answers something else", S::NAME);
            remove += timed(|| last.iter().rev().for_each(|taken| steps.remove(*taken)));
        }
        spent.0.push(insert);
        spent.1.push(remove);
    }
    let middle = |spent: &[f64]| {
        let mut spent = spent.iter().copied();
        median(timed_ones * times, spent.len(), || spent.next().unwrap_or_default())
    };
    let (steps, bytes) = bytes_of(|| {
        let mut steps: S = filled(&before);
        last.iter().for_each(|taken| steps.insert(*taken));
        steps
    });
    let check = median_each(work.questions.len(), || {
        for (start, end) in &work.questions {
            black_box(steps.most(*start, *end));
        }
    });
    let in_order = median(count * times, rounds, || {
        timed(|| (0..times).for_each(|_| drop(black_box(filled::<S>(&work.bookings)))))
    });
    json!({
        "insert": middle(&spent.0),
        "insert_in_order": in_order,
        "check": check,
        "remove": middle(&spent.1),
        "bytes": bytes / count as f64,
    })
}
