//! Search on both databases: its statements by themselves, and the lists that they serve.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test tells what it expected"
)]

mod languages;
mod lists;
mod statements;
mod tags;
