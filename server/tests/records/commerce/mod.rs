//! Acts over what is booked.

mod histories;
mod lives;
mod natives;
mod races;
mod world;
