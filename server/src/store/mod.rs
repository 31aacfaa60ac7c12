//! The one door to the database.

mod ask;
mod lists;
mod rows;
pub mod search;
pub mod sql;
pub mod sqlite;

pub use ask::{Connection, Page, carry_out, facets, make_tables, page, read, sums, total};
pub use rows::RowCells;
