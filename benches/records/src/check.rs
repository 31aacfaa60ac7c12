//! What it costs to load a large pack, and to check a change to a customer: in memory, without a database.

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use ratebook::records::{Pack, RecordCheckRequest};
use serde_json::{Map, Value, json};

/// The customer of an internet provider, and a change of a few of its fields.
const CUSTOMER: &str = include_str!("customer.json");

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

/// How long a large pack takes to load from its text, in milliseconds: median and 95th percentile.
pub fn loading() -> Result<[f64; 2], Box<dyn Error>> {
    let text = large().to_string();
    let mut samples = Vec::new();
    for _ in 0..15 {
        let start = Instant::now();
        let pack = Pack::load_text(text.as_bytes())?;
        samples.push(start.elapsed().as_secs_f64() * 1e3);
        drop(pack);
    }
    Ok(super::measure::percentiles(&mut samples))
}

/// A pack of 500 entities with 100 fields each.
fn large() -> Value {
    let entities = (0..500).map(|entity| {
        let fields = (0..100).map(|field| {
            let own = match field % 10 {
                0 => json!({"kind": "text", "required": true, "search": true, "sort": true}),
                1 => json!({"kind": "choice", "choices": ["open", "done", "gone"], "filter": true}),
                2 => json!({"kind": "link", "entity": format!("entity_{}", (entity + field) % 500), "filter": true}),
                3 => json!({"kind": "money", "currency": "EUR", "filter": true}),
                4 => json!({"kind": "integer", "min": "0", "max": "1000", "sort": true}),
                5 => json!({"kind": "day", "filter": true, "sort": true}),
                6 => json!({"kind": "email", "unique": true}),
                7 => json!({"kind": "yes_no", "required": true, "default": false}),
                8 => json!({"kind": "text", "pattern": "[A-Z]{2}[0-9]+"}),
                _ => json!({"kind": "long_text", "personal": "remove"}),
            };
            (format!("field_{field}"), own)
        });
        let fields: Map<String, Value> = fields.collect();
        json!({"name": format!("entity_{entity}"), "soft_delete": {}, "fields": fields,
               "checks": [{"when": "field_4.orValue(0) <= 900", "path": "/field_4", "message": "too many"}]})
    });
    json!({"name": "large", "entities": entities.collect::<Vec<_>>(), "roles": {"admin": {"allow": ["*"]}}})
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
