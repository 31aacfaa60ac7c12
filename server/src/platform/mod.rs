//! What any service needs: who asks, of which tenant, and what the installation is set to.

pub mod accounts;
pub mod audit;
pub mod auth;
pub mod caller;
mod custom;
pub mod demo;
mod erasure;
mod form;
mod members;
pub mod moving;
mod own_packs;
mod pages;
mod ready;
pub mod settings;
pub mod setup;
pub(crate) mod standing;
pub mod start;
mod tenants;
pub mod trace;

use crate::routes::{Needs, Routes};
use crate::state::App;

pub(crate) use custom::clear_removed;
pub(crate) use erasure::erase_deleted;
pub(crate) use own_packs::OwnPacks;
pub(crate) use standing::allowed as stands;

/// The routes of what any service needs.
pub fn routes() -> Routes<App> {
    Routes::default()
        .get("/readyz", Needs::Page, ready::ready)
        .get("/.well-known/jwks.json", Needs::Nothing, auth::routes::keys)
        .post("/v1/auth/login", Needs::Nothing, auth::routes::log_in)
        .post("/v1/auth/refresh", Needs::Nothing, auth::routes::refresh)
        .post("/v1/auth/logout", Needs::SignedIn, auth::routes::log_out)
        .get("/v1/auth/me", Needs::SignedIn, auth::routes::me)
        .post("/v1/auth/password", Needs::SignedIn, auth::routes::change_password)
        .get("/v1/auth/sessions", Needs::SignedIn, auth::routes::sessions)
        .delete("/v1/auth/sessions/{id}", Needs::SignedIn, auth::routes::revoke)
        .post("/v1/setup", Needs::Nothing, setup::set_up)
        .post("/v1/tenants", Needs::Operator, tenants::make)
        .get("/v1/tenants", Needs::Operator, tenants::list)
        .patch("/v1/tenants/{id}", Needs::Operator, tenants::change)
        .post("/v1/members", Needs::Holds(members::WRITES), members::add)
        .get("/v1/members", Needs::Holds(members::READS), members::list)
        .patch("/v1/members/{id}", Needs::Holds(members::WRITES), members::change)
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
}
