//! How the file is opened: the same settings for whoever opens it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};

/// How long a connection waits for a lock that another process holds: a backup, or a second server by mistake.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// How long the connection that changes tables waits for the writer.
const RESHAPE_TIMEOUT: Duration = Duration::from_secs(60);

/// As many kibibytes of pages as the writer keeps.
const WRITER_CACHE: &str = "-16384";

/// What a commit survives once it was acknowledged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Durability {
    /// The loss of power: every commit waits for the disk.
    #[default]
    Full,
    /// The end of the process only; the last commits may go with the power.
    Normal,
}

/// A database in a file.
#[derive(Clone, Debug)]
pub struct SqliteFile {
    path: PathBuf,
    durability: Durability,
}

impl SqliteFile {
    /// The file at a path, which the writer makes when there is none.
    pub fn new(path: impl AsRef<Path>) -> SqliteFile {
        SqliteFile {
            path: path.as_ref().to_owned(),
            durability: Durability::default(),
        }
    }

    /// Where it lies.
    pub(in crate::store) fn path(&self) -> &Path {
        &self.path
    }

    /// With another durability than `Full`.
    #[must_use]
    pub fn with_durability(mut self, durability: Durability) -> SqliteFile {
        self.durability = durability;
        self
    }

    /// How the one connection that writes is opened.
    pub fn write_options(&self) -> SqliteConnectOptions {
        self.options()
            .create_if_missing(true)
            // Kept in the file: readers find it there.
            .journal_mode(SqliteJournalMode::Wal)
            // Before a page is changed within a savepoint, what it was is put aside: in memory, where the usual is a file.
            .pragma("temp_store", "MEMORY")
            // All the pages of a group of commits, so that none is written before its end and read again.
            .pragma("cache_size", WRITER_CACHE)
            .synchronous(match self.durability {
                Durability::Full => SqliteSynchronous::Full,
                Durability::Normal => SqliteSynchronous::Normal,
            })
    }

    /// How the connection is opened that changes tables: SQLite rebuilds them with foreign keys off, which cannot be said inside a
    /// transaction, and whoever does so looks for broken keys before the commit. It waits long for the writer.
    pub fn reshape_options(&self) -> SqliteConnectOptions {
        let options = self.write_options().foreign_keys(false).busy_timeout(RESHAPE_TIMEOUT);
        // Indexes are sorted by it, of tables as large as they are.
        options.pragma("temp_store", "FILE")
    }

    /// So many connections that can only read; the writer has to have made the file.
    pub async fn readers(&self, connections: u32) -> Result<SqlitePool, sqlx::Error> {
        let options = self.options().read_only(true);
        SqlitePoolOptions::new()
            .max_connections(connections)
            .connect_with(options)
            .await
    }

    fn options(&self) -> SqliteConnectOptions {
        SqliteConnectOptions::new()
            .filename(&self.path)
            .foreign_keys(true)
            .busy_timeout(BUSY_TIMEOUT)
    }
}
