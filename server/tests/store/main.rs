//! Records in both databases: what a plan finds, what a pack keeps, and what stands between tenants.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on says so"
)]

mod natives;
mod one_plan;
mod plans;
mod spread;
mod support;
mod workbench;
