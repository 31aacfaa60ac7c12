//! Acts over what is booked, on both databases.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test tells what it expected"
)]

mod histories;
mod lives;
mod natives;
mod races;
#[expect(dead_code, reason = "shared with the tests of records, which use all of it")]
#[path = "../records/support.rs"]
mod support;
mod world;
