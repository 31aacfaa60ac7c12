//! The transaction in which tables change.

use sqlx::sqlite::SqliteConnection;
use sqlx::{ConnectOptions, Connection as _, Postgres, Sqlite};

use super::ask::Connection;
use super::door::{Place, Store};
use super::failure::Failure;
use super::lines::Line;

impl Store {
    /// A transaction that changes tables, and takes as long as it takes.
    pub(super) async fn reshape(&self) -> Result<Reshape, Failure> {
        match &self.place {
            Place::Sqlite { file, .. } => {
                let mut connection = file.reshape_options().connect().await?;
                sqlx::query("BEGIN IMMEDIATE").execute(&mut connection).await?;
                Ok(Reshape::Sqlite(connection))
            }
            Place::Postgres(lines) => {
                let mut line = lines.begin("BEGIN").await?;
                // A statement of the same text may have been prepared when its column was of another type.
                line.connection()?.clear_cached_statements().await?;
                Ok(Reshape::Postgres(line))
            }
        }
    }
}

impl Store {
    /// Everything as it is at one moment, for as long as it takes to read it. Nobody waits for whoever reads.
    pub(super) async fn snapshot(&self) -> Result<Snapshot, Failure> {
        Ok(match &self.place {
            Place::Sqlite { readers, .. } => Snapshot::Sqlite(readers.begin("BEGIN").await?),
            Place::Postgres(lines) => {
                let begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
                let mut line = lines.begin(begin).await?;
                line.connection()?.clear_cached_statements().await?;
                Snapshot::Postgres(line)
            }
        })
    }
}

/// A transaction that reads. It ends when it is dropped.
#[derive(Debug)]
pub(super) enum Snapshot {
    /// On one of the lines that read.
    Sqlite(Line<Sqlite>),
    /// On one of the lines.
    Postgres(Line<Postgres>),
}

impl Snapshot {
    pub(super) fn connection(&mut self) -> Result<Connection<'_>, Failure> {
        Ok(match self {
            Snapshot::Sqlite(line) => Connection::Sqlite(line.connection()?),
            Snapshot::Postgres(line) => line.asks()?,
        })
    }
}

/// A transaction that changes tables. Dropped before its commit, it leaves everything as it was.
#[derive(Debug)]
pub(super) enum Reshape {
    /// On a connection of its own, which ends with it.
    Sqlite(SqliteConnection),
    /// On one of the lines.
    Postgres(Line<Postgres>),
}

impl Reshape {
    pub(super) fn connection(&mut self) -> Result<Connection<'_>, Failure> {
        Ok(match self {
            Reshape::Sqlite(connection) => Connection::Sqlite(connection),
            Reshape::Postgres(line) => line.asks()?,
        })
    }

    pub(super) async fn commit(self) -> Result<(), Failure> {
        match self {
            Reshape::Sqlite(mut connection) => {
                sqlx::query("COMMIT").execute(&mut connection).await?;
                connection.close().await?;
            }
            Reshape::Postgres(line) => line.commit().await?,
        }
        Ok(())
    }
}
