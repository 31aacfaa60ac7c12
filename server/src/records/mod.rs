//! Routes of declared entities: one way through for all of them, and nothing for any single one.
//!
//! Whoever asks, an entity and a moment make a [`Desk`]. What is read is a plan of core's, carried out by the store; what is changed is
//! checked by core and kept in one transaction, with what it has caused.

pub(crate) mod answer;
mod ask;
mod bulk;
mod change;
mod contacts;
mod cursor;
mod delete;
pub mod demo;
pub mod deriving;
pub(crate) mod desk;
pub(crate) mod documents;
pub(crate) mod export;
mod files;
pub(crate) mod follow;
mod form;
mod import;
pub(crate) mod keep;
pub(crate) mod letters;
mod merge;
mod mine;
pub(crate) mod once;
pub(crate) mod parameters;
mod policies;
mod public;
mod quotas;
mod reveal;
mod search;
pub mod series;
pub(crate) mod sheet;
pub mod sweep;
mod tags;
pub mod timers;
pub(crate) mod views;

use crate::platform::members;
use crate::routes::{Needs, Routes};
use crate::state::App;

pub(crate) use ask::link;
pub(crate) use change::{at_home, by_people};
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
        .get("/v1/screens", Needs::Member, form::screens)
        .get("/v1/views", Needs::Member, views::list)
        .get("/v1/views/{name}", needs, views::one)
        .get("/v1/quotas", Needs::Holds(members::READS), quotas::list)
        .get("/v1/{plural}", needs, ask::list)
        .post("/v1/{plural}", needs, change::create)
        .get("/v1/{plural}/{id}", needs, ask::one)
        .patch("/v1/{plural}/{id}", needs, change::patch)
        .put("/v1/{plural}/{id}", needs, change::put)
        .delete("/v1/{plural}/{id}", needs, change::delete)
        .get("/v1/{plural}/export.csv", needs, export::csv)
        .get("/v1/{plural}/buckets", needs, series::buckets)
        .get("/v1/{plural}/policies", needs, policies::compliance)
        .get("/v1/{plural}/form", needs, form::of_new)
        .post("/v1/{plural}/bulk", needs, bulk::bulk)
        .post("/v1/{plural}/import", needs, import::import)
        .get("/v1/{plural}/tags", needs, tags::list)
        .post("/v1/{plural}/tags", needs, tags::become_another)
        .get("/v1/{plural}/documents/{name}", needs, documents::of_list)
        .get("/v1/{plural}/{id}/documents/{name}", needs, documents::of_record)
        .get("/v1/{plural}/{id}/history", needs, ask::history)
        .get("/v1/{plural}/{id}/contacts", needs, contacts::of_record)
        .get("/v1/{plural}/{id}/form", needs, form::of_one)
        .post("/v1/{plural}/{id}/{event}", needs, change::event)
        .post("/v1/{plural}/{id}/reveal", needs, reveal::reveal)
        .get("/v1/{plural}/{id}/files/{field}", needs, files::read)
        .post("/v1/{plural}/{id}/files/{field}/link", needs, files::link)
}
