//! Who takes a ticket, among a thousand agents.

use std::hint::black_box;

use ratebook::assignment::{ChooseRequest, choose, pick};
use serde_json::{Value, json};

use crate::timing::{each, median, timed};

const AGENTS: u32 = 1_000;
/// Choices that are timed together; each is given a request of its own.
const CHOICES: usize = 50;
const ROUNDS: usize = 7;

pub(crate) fn figures() -> Value {
    json!({
        "round_robin": picked(&json!({"round_robin": {"after": "agent 499"}})),
        "least_loaded": picked(&json!("least_loaded")),
        "best_skill": picked(&json!("best_skill")),
        "ranked": ranked(&json!("least_loaded")),
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

fn request(strategy: &Value) -> ChooseRequest {
    let request = json!({"candidates": agents(), "strategy": strategy, "skills": ["billing"]});
    serde_json::from_value(request).expect("a sound request")
}

/// Who takes it, and no more.
fn picked(strategy: &Value) -> f64 {
    let request = request(strategy);
    let chosen = choose(request.clone()).expect("a sound request").id;
    let picked = pick(&request).expect("a sound request").map(|one| one.id.clone());
    assert!(picked.is_some() && picked == chosen);
    each(1_000, || pick(black_box(&request)).is_ok())
}

/// With the ranking of all who could, and why the others could not.
fn ranked(strategy: &Value) -> f64 {
    let request = request(strategy);
    median(CHOICES, ROUNDS, || {
        let requests = vec![request.clone(); CHOICES];
        timed(|| {
            for request in requests {
                drop(black_box(choose(request)));
            }
        })
    })
}
