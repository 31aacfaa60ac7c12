//! The two doors to the database, and what stands behind them.

mod ask;
mod change;
mod door;
mod failure;
mod lists;
mod migrations;
mod rows;
pub mod search;
pub mod sql;
pub mod sqlite;
pub mod upgrade;
mod vault;

pub use ask::{AnyRow, Connection, Page, carry_out, facets, make_tables, page, read, sums, total};
pub use change::{Record, Target, id_of};
pub use door::{PlatformTx, Store, TenantKey, TenantTx, Work};
pub use failure::Failure;
pub use rows::RowCells;
pub use vault::{Place, Vault};
