//! Acts over what is booked.

mod extra;
mod feeds;
mod histories;
mod lapses;
mod lives;
mod natives;
mod pairs;
mod published;
mod races;
mod storefront;
pub(crate) mod world;

/// The number of the present day.
pub(crate) fn today() -> i32 {
    i32::try_from(world::now().seconds() / 86_400).expect("a day")
}
