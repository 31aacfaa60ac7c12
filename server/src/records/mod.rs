//! Routes of declared entities: one way through for all of them, and nothing for any single one.
//!
//! Whoever asks, an entity and a moment make a [`Desk`]. What is read is a plan of core's, carried out by the store; what is changed is
//! checked by core and kept in one transaction, with what it has caused.

pub(crate) mod answer;
mod ask;
mod change;
mod cursor;
mod delete;
pub mod demo;
pub(crate) mod desk;
mod export;
pub(crate) mod keep;
mod mine;
pub(crate) mod once;
pub(crate) mod parameters;
mod public;
pub mod timers;

use axum::Router;
use axum::routing::{get, post};

use crate::state::App;

pub use cursor::CursorKey;
pub use once::InFlight;

/// The routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/v1/mine/{plural}", get(mine::list))
        .route("/v1/public/{plural}", get(public::list))
        .route("/v1/public/{plural}/{id}", get(public::one))
        .route("/v1/{plural}", get(ask::list).post(change::create))
        .route(
            "/v1/{plural}/{id}",
            get(ask::one)
                .patch(change::patch)
                .put(change::put)
                .delete(change::delete),
        )
        .route("/v1/{plural}/export.csv", get(export::csv))
        .route("/v1/{plural}/{id}/history", get(ask::history))
        .route("/v1/{plural}/{id}/{event}", post(change::event))
}
