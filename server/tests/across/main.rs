//! What goes over tenants: records of the platform, what is mine, what is public.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test tells what it expected"
)]

mod backups;
mod copy;
mod mine;
mod platform;
mod public;
mod support;
