//! The engine, bundled. It adds to core what core may not have: a network, a clock, a disk. It adds no business rule.

pub mod app;
mod body;
pub mod came;
pub mod commerce;
pub mod engine;
mod language;
pub mod limits;
pub mod manners;
mod openapi;
mod outside;
mod page;
pub mod platform;
pub mod problem;
pub mod records;
pub mod routes;
pub mod serve;
pub mod spans;
pub mod state;
pub mod store;
