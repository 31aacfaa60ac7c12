//! The one door to the database.

pub mod sqlite;
