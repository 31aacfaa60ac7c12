//! What it costs to check a change to a customer: in memory, without a database.

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use ratebook::records::{Pack, RecordCheckRequest};
use serde_json::{Value, json};

/// The customer of an internet provider, and a change of a few of its fields: the same that the engine's own measurement has.
const CUSTOMER: &str = include_str!("../../../core/tests/customer.json");

/// Checks of one sample: a single one is too short for the clock.
const TIMES: u32 = 200;

/// How long a check takes, in microseconds.
pub struct Checked {
    role: &'static str,
    /// By somebody whose rights are known: median and 95th percentile.
    known: [f64; 2],
    /// With the limits of the request and the rights of the actor.
    whole: [f64; 2],
}

/// One who may change every customer, and one who may because a ticket of the customer is theirs.
pub fn checks() -> Result<Vec<Checked>, Box<dyn Error>> {
    let mut customer: Value = serde_json::from_str(CUSTOMER)?;
    let pack = Pack::load(customer["pack"].take())?;
    let mut found = Vec::new();
    for role in ["admin", "technician"] {
        customer["request"]["actor"]["roles"] = json!([role]);
        let request: RecordCheckRequest = serde_json::from_value(customer["request"].clone())?;
        let holder = pack.holder(&request.actor)?;
        pack.check_by(&request, &holder)?;
        found.push(Checked {
            role,
            known: times(|| drop(black_box(pack.check_by(&request, &holder)))),
            whole: times(|| drop(black_box(pack.check(&request)))),
        });
    }
    Ok(found)
}

fn times(mut of: impl FnMut()) -> [f64; 2] {
    let samples = (0..500).map(|_| {
        let start = Instant::now();
        (0..TIMES).for_each(|_| of());
        start.elapsed().as_secs_f64() * 1e6 / f64::from(TIMES)
    });
    super::measure::percentiles(&mut samples.collect::<Vec<_>>())
}

impl Checked {
    /// For machines.
    pub fn json(&self) -> Value {
        json!({"area": "check", "name": self.role, "known_us": self.known, "whole_us": self.whole})
    }

    /// For people.
    pub fn print(&self) {
        println!(
            "check of a customer by {:<12} {:>6.2} us, p95 {:.2}; with limits and rights {:.2} us, p95 {:.2}",
            self.role, self.known[0], self.known[1], self.whole[0], self.whole[1]
        );
    }
}
