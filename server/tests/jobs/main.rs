//! What is done by itself: effects, schedules and messages to the outside, whatever fails.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on says so"
)]

mod automation;
mod effects;
mod events;
mod killed;
mod lanes;
mod letters;
mod mail;
mod relay;
mod schedules;
mod smtp;
mod support;
mod webhooks;
