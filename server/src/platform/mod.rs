//! What any service needs: who asks, of which tenant, and what the installation is set to.

pub mod accounts;
mod audit;
pub mod auth;
pub mod caller;
pub mod demo;
mod form;
mod members;
pub mod moving;
mod pages;
pub mod settings;
pub mod setup;
pub(crate) mod standing;
pub mod start;
mod tenants;
pub mod trace;

use axum::Router;
use axum::routing::{delete, get, patch, post};

use crate::state::App;

/// The routes of what any service needs.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/.well-known/jwks.json", get(auth::routes::keys))
        .route("/v1/auth/login", post(auth::routes::log_in))
        .route("/v1/auth/refresh", post(auth::routes::refresh))
        .route("/v1/auth/logout", post(auth::routes::log_out))
        .route("/v1/auth/me", get(auth::routes::me))
        .route("/v1/auth/password", post(auth::routes::change_password))
        .route("/v1/auth/sessions", get(auth::routes::sessions))
        .route("/v1/auth/sessions/{id}", delete(auth::routes::revoke))
        .route("/v1/setup", post(setup::set_up))
        .route("/v1/tenants", post(tenants::make).get(tenants::list))
        .route("/v1/tenants/{tenant}", patch(tenants::change))
        .route("/v1/members", post(members::add).get(members::list))
        .route("/v1/members/{account}", patch(members::change))
}
