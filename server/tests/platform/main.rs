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
mod blocks;
mod cut_off;
mod doctor;
mod documents;
mod domains;
mod files;
mod files_outside;
mod full;
mod impersonation;
mod inbound;
mod inbound_bounds;
mod invitations;
mod limits;
mod links;
mod machines;
mod members;
mod migrated;
mod nameless;
mod needed;
mod pack_settings;
mod passkeys;
mod planted;
mod pooled;
mod privacy;
mod promises;
mod providers;
mod providers_forged;
mod quotas;
mod read_only;
mod registration;
mod restores;
mod roles;
mod runbook;
mod sealed;
mod second_factor;
mod secrets;
mod sessions;
mod settings;
mod setup;
mod shared_numbers;
mod slow;
mod telemetry;
mod tenant_moves;
mod tenants;
mod tokens;
