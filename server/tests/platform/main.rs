//! Signing in, tenants and their members, on both databases: the whole server, asked over HTTP.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on says so"
)]

mod api_keys;
mod audit;
mod impersonation;
mod limits;
mod members;
mod migrated;
mod sealed;
mod second_factor;
mod secrets;
mod sessions;
mod settings;
mod setup;
mod slow;
mod tenants;
mod tokens;
