//! Signing in, tenants and their members, on both databases: the whole server, asked over HTTP.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on says so"
)]

mod audit;
mod members;
mod sealed;
mod secrets;
mod sessions;
mod settings;
mod setup;
mod tenants;
mod tokens;
