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
mod support;
mod world;
