//! Who may, and how much, in Rust: nanoseconds per call, as one JSON object.
//!
//! With `workload` it prints instead the rules, and who may do what with which record: what Cedar is given and checked against.

mod access;
mod by_hand;
mod counts;
mod rules;
#[path = "../../timing.rs"]
mod timing;

use serde_json::json;

fn main() {
    if std::env::args().skip(1).any(|word| word == "workload") {
        println!("{}", access::workload());
        return;
    }
    let figures = json!({"access": access::figures(), "counts": counts::figures()});
    println!("{figures}");
}
