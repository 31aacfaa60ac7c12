//! The platform's own tables, version by version: forward only, checked by their sums, under a lock where several servers start at once.

use sqlx::ConnectOptions;
use sqlx::Connection as _;
use sqlx::SqlSafeStr;
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::postgres::PgPool;

use super::failure::Failure;
use super::sqlite::SqliteFile;

/// What each version adds; what has been released is never changed.
const VERSIONS: &[Version] = &[Version {
    number: 1,
    summary: "platform",
    sqlite: include_str!("../../migrations/sqlite/0001_platform.sql"),
    postgres: include_str!("../../migrations/postgres/0001_platform.sql"),
}];

struct Version {
    number: i64,
    summary: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

fn migrator(text: impl Fn(&Version) -> &'static str) -> Migrator {
    let versions = VERSIONS.iter().map(|version| {
        let kind = MigrationType::Simple;
        Migration::new(
            version.number,
            version.summary.into(),
            kind,
            text(version).into_sql_str(),
            false,
        )
    });
    Migrator::with_migrations(versions.collect())
}

pub(super) async fn of_sqlite(file: &SqliteFile) -> Result<(), Failure> {
    let mut connection = file.write_options().connect().await?;
    migrator(|version| version.sqlite)
        .run_direct(None, &mut connection, false)
        .await?;
    connection.close().await?;
    Ok(())
}

pub(super) async fn of_postgres(pool: &PgPool) -> Result<(), Failure> {
    let mut connection = pool.acquire().await?;
    migrator(|version| version.postgres)
        .run_direct(None, &mut *connection, false)
        .await?;
    Ok(())
}
