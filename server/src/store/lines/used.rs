//! How busy the way to a database is, and how often it was changed.

use crate::store::door::{Place, Store};
use crate::store::sqlite::WriterCounts;

/// How busy the way to the database is.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct LinesUsed {
    /// Connections in use.
    pub used: u32,
    /// As many as there may be.
    pub most: u32,
    /// How many were made since it was opened: they are few, since each is used again.
    pub made: u64,
    /// What the one writer of a SQLite has done.
    pub written: Option<WriterCounts>,
}

impl Store {
    /// How often this process has changed anything; nothing where others change it too, and tell nobody.
    pub(crate) fn changes(&self) -> Option<u64> {
        match &self.place {
            Place::Sqlite { writer, .. } => Some(writer.commits()),
            Place::Postgres(_) => None,
        }
    }

    /// How many may read at once.
    pub fn readers(&self) -> u32 {
        match &self.place {
            Place::Sqlite { readers, .. } => readers.most(),
            Place::Postgres(lines) => lines.most(),
        }
    }

    /// How busy its connections are.
    pub fn lines(&self) -> LinesUsed {
        match &self.place {
            Place::Sqlite { readers, writer, .. } => readers.told(Some(writer.counts())),
            Place::Postgres(lines) => lines.told(None),
        }
    }
}
