//! Two ways of doing the same, in turns.

use std::error::Error;
use std::future::Future;
use std::time::Instant;

use serde_json::{Value, json};

use crate::check::Checked;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    ByHand,
    Ours,
}

/// Times of both sides.
pub struct Pair {
    area: &'static str,
    name: &'static str,
    by_hand: Vec<f64>,
    ours: Vec<f64>,
}

/// What came of it, in microseconds.
pub struct Figure {
    area: &'static str,
    name: &'static str,
    by_hand: [f64; 2],
    ours: [f64; 2],
    ratio: f64,
}

impl Pair {
    pub fn new(area: &'static str, name: &'static str) -> Pair {
        Pair {
            area,
            name,
            by_hand: Vec::new(),
            ours: Vec::new(),
        }
    }

    pub async fn time<T>(
        &mut self,
        side: Side,
        work: impl Future<Output = Result<T, Box<dyn Error>>>,
    ) -> Result<T, Box<dyn Error>> {
        let start = Instant::now();
        let answer = work.await?;
        let time = start.elapsed().as_secs_f64() * 1e6;
        match side {
            Side::ByHand => self.by_hand.push(time),
            Side::Ours => self.ours.push(time),
        }
        Ok(answer)
    }

    pub fn figure(mut self) -> Figure {
        let (by_hand, ours) = (percentiles(&mut self.by_hand), percentiles(&mut self.ours));
        Figure {
            area: self.area,
            name: self.name,
            by_hand,
            ours,
            ratio: by_hand[0] / ours[0],
        }
    }
}

pub fn percentiles(times: &mut [f64]) -> [f64; 2] {
    times.sort_by(f64::total_cmp);
    let at = |share: usize| times.get(times.len() * share / 100).copied().unwrap_or(f64::NAN);
    [at(50), at(95)]
}

/// Both sides found the same records, in the same order.
pub fn same(hand: &[u8], own: &[u8], what: &str) -> Result<(), Box<dyn Error>> {
    let ids = |text: &[u8]| -> Result<Vec<Value>, serde_json::Error> {
        let items: Vec<Value> = serde_json::from_slice(text)?;
        Ok(items.iter().map(|item| item["id"].clone()).collect())
    };
    let (hand, own) = (ids(hand)?, ids(own)?);
    if hand == own && !own.is_empty() {
        Ok(())
    } else {
        Err(format!("{what}: {hand:?} by hand and {own:?} by plan").into())
    }
}

pub fn print(figures: &[Figure], checks: &[Checked], loading: [f64; 2], rows: usize, as_json: bool) {
    if as_json {
        let all = figures.iter().map(|one| {
            json!({"area": one.area, "name": one.name, "by_hand_us": one.by_hand, "ours_us": one.ours, "ratio": one.ratio})
        });
        let checks: Vec<Value> = checks.iter().map(Checked::json).collect();
        return println!(
            "{}",
            json!({"rows": rows, "figures": all.collect::<Vec<_>>(), "checks": checks, "loading_ms": loading})
        );
    }
    println!("{rows} tickets of 50 tenants, pages of 50, one connection; microseconds, median and 95th percentile");
    println!(
        "{:<20} {:<14} {:>10} {:>9} {:>10} {:>9} {:>7}",
        "", "", "by hand", "p95", "by plan", "p95", "ratio"
    );
    for one in figures {
        println!(
            "{:<20} {:<14} {:>10.0} {:>9.0} {:>10.0} {:>9.0} {:>7.2}",
            one.area, one.name, one.by_hand[0], one.by_hand[1], one.ours[0], one.ours[1], one.ratio
        );
    }
    println!("for row-level security `by hand` is the same plan without policies");
    checks.iter().for_each(Checked::print);
    println!(
        "a pack of 500 entities with 100 fields each loads from its text in {:.1} ms, p95 {:.1}",
        loading[0], loading[1]
    );
}
