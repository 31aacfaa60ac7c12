//! Acts over what is booked: a request becomes what core's calendar decides over the rows of the resources it is about.
//!
//! Whoever asks stands at a [`Counter`](counter::Counter). An act that changes something is one transaction: the records of its
//! resources are held, their rows in `resources` are locked in one order, the takings that can matter are read, core decides, and
//! what it decided is written down. What only asks is answered from calendars that are kept as long as nothing has changed.

mod act;
mod ask;
mod blocks;
mod calendars;
mod counter;
mod decide;
mod feeds;
mod find;
mod jobs;
mod keep;
mod lapse;
mod prices;
mod screen;
mod shared;
mod storefront;
mod takings;

use axum::Router;
use axum::routing::{get, post};

use crate::state::App;

pub use ask::taken;
pub use calendars::Calendars;
pub(crate) use lapse::lapse_due;

/// The routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/v1/acts/{act}", post(act::act))
        .route("/v1/ical/{file}", get(shared::read))
}
