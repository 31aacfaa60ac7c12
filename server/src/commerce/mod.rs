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
mod extra;
mod feeds;
mod find;
mod jobs;
mod keep;
mod lapse;
mod prices;
mod sale;
mod screen;
mod shared;
mod storefront;
mod takings;

use crate::routes::{Needs, Routes};
use crate::state::App;

pub(crate) use act::of_one;
pub use ask::taken;
pub use calendars::{Calendars, Hits};
pub(crate) use lapse::lapse_due;

/// The routes.
pub fn routes() -> Routes<App> {
    Routes::default()
        .post("/v1/acts/{act}", Needs::Declared, act::act)
        // Its address is its secret.
        .get("/v1/ical/{file}", Needs::Nothing, shared::read)
}
