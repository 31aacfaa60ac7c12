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
mod deadlines;
mod deletion;
mod erasure;
mod everywhere;
mod fleet;
mod forms;
mod import;
mod languages;
mod links;
mod lists;
mod lives;
mod manners;
mod merge;
mod once;
mod policies;
mod properties;
mod refused;
mod reveal;
mod rights;
mod series;
mod sheets;
mod support;
mod sweep;
mod tags;
mod timed;
mod unseen;
mod upgraded;
mod versions;
mod views;
