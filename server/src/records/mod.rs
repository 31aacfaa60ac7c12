//! Routes of declared entities: one way through for all of them, and nothing for any single one.
//!
//! Whoever asks, an entity and a moment make a [`Desk`]. What is read is a plan of core's, carried out by the store; what is changed is
//! checked by core and kept in one transaction, with what it has caused.

pub(crate) mod answer;
mod ask;
mod bulk;
mod change;
mod cursor;
mod delete;
pub mod demo;
pub(crate) mod desk;
mod export;
mod files;
mod import;
pub(crate) mod keep;
pub(crate) mod letters;
mod mine;
pub(crate) mod once;
pub(crate) mod parameters;
mod public;
mod quotas;
mod search;
pub mod series;
pub mod sweep;
pub mod timers;

use crate::platform::members;
use crate::routes::{Needs, Routes};
use crate::state::App;

pub(crate) use ask::link;
pub use cursor::CursorKey;
pub(crate) use export::{FIRST, Sender, next_limit, sent, written_by};
pub use once::InFlight;
pub(crate) use public::UNTOLD;

/// The routes.
pub fn routes() -> Routes<App> {
    let needs = Needs::Declared;
    Routes::default()
        .get("/v1/mine/{plural}", Needs::SignedIn, mine::list)
        .get("/v1/public/{plural}", Needs::Nothing, public::list)
        .get("/v1/public/{plural}/{id}", Needs::Nothing, public::one)
        .get("/v1/search", Needs::Member, search::everywhere)
        .get("/v1/quotas", Needs::Holds(members::READS), quotas::list)
        .get("/v1/{plural}", needs, ask::list)
        .post("/v1/{plural}", needs, change::create)
        .get("/v1/{plural}/{id}", needs, ask::one)
        .patch("/v1/{plural}/{id}", needs, change::patch)
        .put("/v1/{plural}/{id}", needs, change::put)
        .delete("/v1/{plural}/{id}", needs, change::delete)
        .get("/v1/{plural}/export.csv", needs, export::csv)
        .get("/v1/{plural}/buckets", needs, series::buckets)
        .post("/v1/{plural}/bulk", needs, bulk::bulk)
        .post("/v1/{plural}/import", needs, import::import)
        .get("/v1/{plural}/{id}/history", needs, ask::history)
        .post("/v1/{plural}/{id}/{event}", needs, change::event)
        .get("/v1/{plural}/{id}/files/{field}", needs, files::read)
        .post("/v1/{plural}/{id}/files/{field}/link", needs, files::link)
}
