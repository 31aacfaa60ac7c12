//! Records over HTTP, on both databases.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test tells what it expected"
)]

mod access;
mod audit;
mod bulk;
mod commerce;
mod custom;
mod deletion;
mod erasure;
mod everywhere;
mod fleet;
mod import;
mod links;
mod lists;
mod lives;
mod manners;
mod once;
mod properties;
mod refused;
mod rights;
mod series;
mod sheets;
mod support;
mod sweep;
mod timed;
mod versions;
