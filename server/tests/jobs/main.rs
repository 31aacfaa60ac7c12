//! What is done by itself: effects, schedules and messages to the outside, whatever fails.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on says so"
)]

mod acts;
mod answers;
mod automation;
mod clocks;
mod contacts;
mod effects;
mod events;
mod exports;
mod hooks;
mod imports;
mod imports_killed;
mod killed;
mod killed_calendars;
mod lanes;
mod letters;
mod mail;
mod measures;
mod outside;
mod paypal;
mod promises;
mod push;
mod relay;
mod sandboxes;
mod schedules;
mod sms;
mod smtp;
mod sockets;
mod stopping;
mod support;
mod webhooks;
