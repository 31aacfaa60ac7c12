//! SQLite: one file, one writer, many readers.

mod connect;
mod request;
mod writer;

pub use connect::{Durability, SqliteFile};
pub use request::{Unit, WriteError};
pub use writer::{Writer, WriterCounts, WriterSettings};
