//! A database opened as it is, by whoever only looks.

use sqlx::postgres::PgPoolOptions;

use super::door::{Place, Store};
use super::failure::Failure;
use super::lines::{LET_IN, Lines, Patience};
use super::migrations;
use super::reached;
use super::rows::RowCells;
use super::sql::Dialect;
use super::sqlite::{SqliteFile, Writer, WriterSettings};

/// How far the platform's own tables have come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The last migration that was carried out; nothing where there are no tables yet.
    pub carried_out: Option<i64>,
    /// The last one that this server knows.
    pub known: i64,
}

impl Store {
    /// A file of SQLite that there is, with the tables that it has.
    pub async fn look_at_sqlite(file: &SqliteFile) -> Result<Store, Failure> {
        let writer = Writer::open(file, WriterSettings::default()).await?;
        let readers = Lines::of(file.readers(2).await?, Patience::default());
        let file = file.clone();
        Ok(Store::at(Place::Sqlite { file, writer, readers }))
    }

    /// A database of PostgreSQL, with the tables that it has.
    pub async fn look_at_postgres(address: &str) -> Result<Store, Failure> {
        let (options, is_lent) = reached::options(address)?;
        let patience = Patience::of(&options, is_lent);
        let pool = PgPoolOptions::new().max_connections(2).acquire_timeout(LET_IN);
        let pool = pool.connect_with(options).await?;
        Ok(Store::at(Place::Postgres(Lines::of(pool, patience))))
    }

    /// How far the platform's own tables have come.
    pub async fn standing(&self) -> Result<Standing, Failure> {
        let asked = match self.dialect() {
            Dialect::Sqlite => "SELECT 1 FROM sqlite_schema WHERE name = '_sqlx_migrations'",
            Dialect::Postgres => "SELECT 1 WHERE to_regclass('_sqlx_migrations') IS NOT NULL",
        };
        let carried_out = self.read_platform(move |mut tx| {
            Box::pin(async move {
                if tx.ask(asked, &[]).await?.is_empty() {
                    return Ok(None);
                }
                let rows = tx.ask("SELECT max(version) FROM _sqlx_migrations", &[]).await?;
                Ok(rows.first().map(|row| row.whole(0)).transpose()?.flatten())
            })
        });
        Ok(Standing {
            carried_out: carried_out.await?,
            known: migrations::newest(),
        })
    }
}
