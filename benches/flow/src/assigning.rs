//! Who takes a ticket, among a thousand agents.

use std::hint::black_box;

use ratebook::assignment::{ChooseRequest, choose};
use serde_json::{Value, json};

use crate::timing::{median, timed};

const AGENTS: u32 = 1_000;
/// Choices that are timed together; each is given a request of its own.
const CHOICES: usize = 50;
const ROUNDS: usize = 7;

pub(crate) fn figures() -> Value {
    json!({
        "round_robin": figure(&json!({"round_robin": {"after": "agent 499"}})),
        "least_loaded": figure(&json!("least_loaded")),
        "best_skill": figure(&json!("best_skill")),
    })
}

/// One agent in ten is absent; half of them can do what is asked for.
fn agents() -> Vec<Value> {
    let agent = |number: u32| {
        let skills = if number.is_multiple_of(2) {
            json!(["fibre"])
        } else {
            json!(["fibre", "billing"])
        };
        json!({
            "id": format!("agent {number}"), "skills": skills, "absent": number % 10 == 3, "load": number * 7 % 31, "capacity": 30,
        })
    };
    (0..AGENTS).map(agent).collect()
}

fn figure(strategy: &Value) -> f64 {
    let request = json!({"candidates": agents(), "strategy": strategy, "skills": ["billing"]});
    let request: ChooseRequest = serde_json::from_value(request).expect("a sound request");
    assert!(choose(request.clone()).expect("a sound request").id.is_some());
    median(CHOICES, ROUNDS, || {
        let requests = vec![request.clone(); CHOICES];
        timed(|| {
            for request in requests {
                drop(black_box(choose(request)));
            }
        })
    })
}
