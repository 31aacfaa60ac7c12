//! What is done by itself: effects, schedules and messages to the outside, whatever fails.

mod effects;
mod events;
mod lanes;
mod schedules;
mod support;
mod webhooks;
