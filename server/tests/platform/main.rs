//! Signing in, tenants and their members, on both databases: the whole server, asked over HTTP.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on says so"
)]

mod api_keys;
mod audit;
mod backups;
mod doctor;
mod domains;
mod files;
mod files_outside;
mod impersonation;
mod invitations;
mod limits;
mod links;
mod members;
mod migrated;
mod nameless;
mod passkeys;
mod privacy;
mod providers;
mod providers_forged;
mod quotas;
mod read_only;
mod registration;
mod runbook;
mod sealed;
mod second_factor;
mod secrets;
mod sessions;
mod settings;
mod setup;
mod slow;
mod telemetry;
mod tenants;
mod tokens;
