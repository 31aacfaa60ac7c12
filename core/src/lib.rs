//! Ratebook: what does it cost, is it free, what may happen next, who may do it, what is owed.
//!
//! The engine is pure: it reads no clock, opens no file and draws no random number. Everything an answer depends on is
//! an argument, so every answer can be replayed.

pub mod api;
pub mod assignment;
pub mod books;
pub mod calendar;
pub mod error;
pub mod expression;
mod fault;
pub mod flow;
pub mod form;
pub mod money;
pub mod names;
pub mod permission;
pub mod rates;
pub mod tenancy;
pub mod time;

pub use error::{Code, Error, Reason, Result};
