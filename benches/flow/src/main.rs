//! Machines in Rust: nanoseconds per call, as one JSON object.
//!
//! With `workload` it prints instead the machines, and where each of their events leads: what the others are built from
//! and checked against.

mod assigning;
mod deadlines;
mod machines;
#[path = "../../timing.rs"]
mod timing;
mod workload;

use serde_json::json;

fn main() {
    if std::env::args().skip(1).any(|word| word == "workload") {
        println!("{}", workload::json());
        return;
    }
    let figures = json!({
        "machines": machines::figures(),
        "deadlines": deadlines::figures(),
        "assigning": assigning::figures(),
    });
    println!("{figures}");
}
