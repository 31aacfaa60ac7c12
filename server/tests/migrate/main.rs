//! Packs that change under records: whatever leads from one version to another, on both databases, the tables are those of a fresh
//! start and nothing is lost that was not named.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on says so"
)]

mod acts;
mod catalog;
mod derived;
#[path = "../../../core/tests/edits/mod.rs"]
mod edits;
mod fill;
mod formers;
mod killed;
mod laws;
mod losses;
mod natives;
mod platform;
mod series;
mod support;
