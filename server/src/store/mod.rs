//! The two doors to the database, and what stands behind them.

mod across;
mod ask;
mod audit;
mod change;
mod custom;
mod door;
mod erase;
mod failure;
mod figures;
pub(crate) mod json;
mod lines;
mod lists;
mod migrations;
pub mod natives;
mod opening;
mod ranked;
mod reshape;
mod rows;
mod seal;
pub mod search;
pub mod sql;
pub mod sqlite;
pub mod upgrade;
mod vault;
mod waiting;

pub use ask::{AnyRow, Connection, Page, carry_out, make_tables, page, read};
pub(crate) use audit::Entry;
pub use change::{Record, Target, id_of};
pub use door::{PLATFORM, PlatformTx, Store, TenantKey, TenantTx, Work};
pub use failure::Failure;
pub use figures::{Bucket, facets, sums, total};
pub use opening::Whose;
pub use rows::RowCells;
pub(crate) use seal::{END, Seal, Written, tenant_id};
pub use vault::{Place, Vault};
