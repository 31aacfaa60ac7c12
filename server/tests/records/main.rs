//! Records over HTTP, on both databases.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test tells what it expected"
)]

mod commerce;
mod deletion;
mod fleet;
mod links;
mod lists;
mod lives;
mod once;
mod properties;
mod refused;
mod rights;
mod series;
mod support;
mod sweep;
mod timed;
mod versions;
