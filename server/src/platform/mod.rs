//! What any service needs: who asks, of which tenant, and what the installation is set to.

pub mod accounts;
mod address_blocks;
mod api_keys;
pub mod audit;
pub mod auth;
pub mod backups;
pub mod caller;
mod custom;
pub mod demo;
pub mod doctor;
pub mod documents;
pub mod domains;
mod erasure;
mod events;
mod exports;
pub mod files;
mod form;
pub mod hooks;
mod imports;
pub(crate) mod inbound;
mod invitations;
pub mod jobs;
pub mod letters;
mod machines;
pub mod mail;
pub(crate) mod members;
pub mod moving;
mod notices;
mod own_packs;
pub(crate) mod pack_settings;
mod pages;
pub(crate) mod privacy;
mod push;
pub(crate) mod read_only;
mod ready;
mod roles;
pub(crate) mod sandboxes;
mod saved;
pub mod settings;
pub mod setup;
pub mod sms;
pub(crate) mod standing;
pub mod start;
pub mod telemetry;
mod tenants;
pub mod trace;
pub mod webhooks;

use crate::routes::{Needs, Routes};
use crate::state::App;

pub(crate) use custom::clear_removed;
pub use domains::look_again as prove_again;
pub(crate) use erasure::erase_deleted;
pub(crate) use own_packs::OwnPacks;
pub(crate) use standing::allowed as stands;

/// The routes of what any service needs.
pub fn routes() -> Routes<App> {
    Routes::default()
        .get("/readyz", Needs::Page, ready::ready)
        .get("/.well-known/jwks.json", Needs::Nothing, auth::routes::keys)
        .post("/v1/setup", Needs::Nothing, setup::set_up)
        .post("/v1/tenants", Needs::Operator, tenants::make)
        .get("/v1/tenants", Needs::Operator, tenants::list)
        .patch("/v1/tenants/{id}", Needs::Operator, tenants::change)
        .post(
            "/v1/tenants/{id}/impersonate",
            Needs::Operator,
            auth::impersonation::begin,
        )
        .get("/v1/audit", Needs::Holds(audit::READS), audit::list)
        .get("/v1/audit/export", Needs::Holds(audit::READS), audit::export)
        .get("/v1/audit/verify", Needs::Holds(audit::READS), audit::verify::of_tenant)
        .get("/v1/custom-fields", Needs::Member, custom::list)
        .post("/v1/custom-fields", Needs::Holds(custom::WRITES), custom::add)
        .put(
            "/v1/custom-fields/{entity}/{name}",
            Needs::Holds(custom::WRITES),
            custom::change,
        )
        .delete(
            "/v1/custom-fields/{entity}/{name}",
            Needs::Holds(custom::WRITES),
            custom::remove,
        )
        .get("/v1/events", Needs::Member, events::follow)
        .get("/v1/events/socket", Needs::Member, events::socket::follow)
        .merge(belonging())
        .merge(signing_in())
        .merge(api_keys::routes())
        .merge(documents::routes())
        .merge(files::routes())
        .merge(backups::routes())
        .merge(read_only::routes())
        .merge(privacy::routes())
        .merge(by_jobs())
        .merge(telling())
        .merge(inbound::routes())
        .merge(webhooks::routes())
        .merge(hooks::routes())
        .merge(domains::routes())
        .merge(pack_settings::routes())
        .merge(saved::routes())
        .merge(sandboxes::routes())
        .merge(roles::routes())
        .merge(machines::routes())
}

/// Those of who belongs to a tenant, and of who is invited to.
fn belonging() -> Routes<App> {
    Routes::default()
        .post(
            "/v1/members",
            Needs::HoldsInPerson(members::WRITES),
            invitations::invite,
        )
        .get("/v1/invitations", Needs::Holds(members::READS), invitations::list)
        .post(
            "/v1/invitations/{id}/renew",
            Needs::HoldsInPerson(members::WRITES),
            invitations::renew,
        )
        .delete(
            "/v1/invitations/{id}",
            Needs::HoldsInPerson(members::WRITES),
            invitations::revoke,
        )
        .get("/v1/members", Needs::Holds(members::READS), members::list)
        .patch(
            "/v1/members/{id}",
            Needs::HoldsInPerson(members::WRITES),
            members::change,
        )
}

/// Those of how people are told of something.
fn telling() -> Routes<App> {
    Routes::default()
        .merge(mail::routes())
        .merge(mail::measuring())
        .merge(notices::routes())
        .merge(push::routes())
        .merge(sms::routes())
}

/// Those of what is done by itself, and of what is done so because it takes long.
fn by_jobs() -> Routes<App> {
    jobs::routes().merge(imports::routes()).merge(exports::routes())
}

/// Those of accounts, of what opens them, and of who is not let in.
fn signing_in() -> Routes<App> {
    Routes::default()
        .post("/v1/auth/login", Needs::Nothing, auth::routes::log_in)
        .post("/v1/auth/login/code", Needs::Nothing, auth::routes::show_code)
        .post("/v1/auth/refresh", Needs::Nothing, auth::routes::refresh)
        .post("/v1/auth/logout", Needs::SignedIn, auth::routes::log_out)
        .get("/v1/auth/me", Needs::SignedIn, auth::profile::me)
        .patch("/v1/auth/me", Needs::InPerson, auth::profile::change)
        .post("/v1/auth/verify/request", Needs::InPerson, auth::mailed::ask_verify)
        .post("/v1/auth/verify", Needs::InPerson, auth::mailed::verify)
        .post("/v1/auth/reset/request", Needs::Nothing, auth::mailed::ask_reset)
        .post("/v1/auth/reset", Needs::Nothing, auth::mailed::reset)
        .post("/v1/auth/link/request", Needs::Nothing, auth::mailed::ask_link)
        .post("/v1/auth/link", Needs::Nothing, auth::mailed::sign_in)
        .post("/v1/auth/shown", Needs::InPerson, auth::shown::again)
        .post("/v1/auth/register", Needs::Nothing, auth::register::ask)
        .post("/v1/auth/register/confirm", Needs::Nothing, auth::register::confirm)
        .post("/v1/accounts/sign-out", Needs::Operator, auth::rescue::sign_out)
        .post(
            "/v1/accounts/second-factor/reset",
            Needs::Operator,
            auth::rescue::reset_second_factor,
        )
        .post("/v1/auth/password", Needs::InPerson, auth::routes::change_password)
        .get("/v1/auth/sessions", Needs::SignedIn, auth::routes::sessions)
        .delete("/v1/auth/sessions/{id}", Needs::InPerson, auth::routes::revoke)
        .get("/v1/auth/second-factor", Needs::SignedIn, auth::second_factor::state)
        .post("/v1/auth/second-factor", Needs::InPerson, auth::second_factor::begin)
        .post(
            "/v1/auth/second-factor/confirm",
            Needs::InPerson,
            auth::second_factor::confirm,
        )
        .post(
            "/v1/auth/second-factor/disable",
            Needs::InPerson,
            auth::second_factor::disable,
        )
        .post("/v1/auth/invitations", Needs::Nothing, invitations::accept::look)
        .post(
            "/v1/auth/invitations/accept",
            Needs::Nothing,
            invitations::accept::accept,
        )
        .merge(auth::oidc::routes())
        .merge(auth::passkeys::routes())
        .merge(address_blocks::routes())
}
