//! The platform's own tables, version by version: forward only, checked by their sums, under a lock where several servers start at once.

use std::time::{Duration, Instant};

use sqlx::ConnectOptions;
use sqlx::Connection as _;
use sqlx::SqlSafeStr;
use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::postgres::PgConnectOptions;
use sqlx::sqlite::SqliteConnection;

use super::failure::Failure;
use super::sqlite::SqliteFile;

/// What each version adds; what has been released is never changed.
const VERSIONS: &[Version] = &[
    Version {
        number: 1,
        summary: "platform",
        sqlite: include_str!("../../migrations/sqlite/0001_platform.sql"),
        postgres: include_str!("../../migrations/postgres/0001_platform.sql"),
    },
    Version {
        number: 3,
        summary: "commerce",
        sqlite: include_str!("../../migrations/sqlite/0003_commerce.sql"),
        postgres: include_str!("../../migrations/postgres/0003_commerce.sql"),
    },
    Version {
        number: 4,
        summary: "calendars",
        sqlite: include_str!("../../migrations/sqlite/0004_calendars.sql"),
        postgres: include_str!("../../migrations/postgres/0004_calendars.sql"),
    },
    Version {
        number: 5,
        summary: "across",
        sqlite: include_str!("../../migrations/sqlite/0005_across.sql"),
        postgres: include_str!("../../migrations/postgres/0005_across.sql"),
    },
    Version {
        number: 6,
        summary: "lives",
        sqlite: include_str!("../../migrations/sqlite/0006_lives.sql"),
        postgres: include_str!("../../migrations/postgres/0006_lives.sql"),
    },
    Version {
        number: 7,
        summary: "domains",
        sqlite: include_str!("../../migrations/sqlite/0007_domains.sql"),
        postgres: include_str!("../../migrations/postgres/0007_domains.sql"),
    },
    Version {
        number: 8,
        summary: "custom fields",
        sqlite: include_str!("../../migrations/sqlite/0008_custom.sql"),
        postgres: include_str!("../../migrations/postgres/0008_custom.sql"),
    },
    Version {
        number: 9,
        summary: "came",
        sqlite: include_str!("../../migrations/sqlite/0009_came.sql"),
        postgres: include_str!("../../migrations/postgres/0009_came.sql"),
    },
    Version {
        number: 10,
        summary: "erased",
        sqlite: include_str!("../../migrations/sqlite/0010_erased.sql"),
        postgres: include_str!("../../migrations/postgres/0010_erased.sql"),
    },
    Version {
        number: 11,
        summary: "jobs",
        sqlite: include_str!("../../migrations/sqlite/0011_jobs.sql"),
        postgres: include_str!("../../migrations/postgres/0011_jobs.sql"),
    },
    Version {
        number: 12,
        summary: "seals",
        sqlite: include_str!("../../migrations/sqlite/0012_seals.sql"),
        postgres: include_str!("../../migrations/postgres/0012_seals.sql"),
    },
    Version {
        number: 13,
        summary: "auth",
        sqlite: include_str!("../../migrations/sqlite/0013_auth.sql"),
        postgres: include_str!("../../migrations/postgres/0013_auth.sql"),
    },
    Version {
        number: 15,
        summary: "accounts",
        sqlite: include_str!("../../migrations/sqlite/0015_accounts.sql"),
        postgres: include_str!("../../migrations/postgres/0015_accounts.sql"),
    },
    Version {
        number: 16,
        summary: "backups",
        sqlite: include_str!("../../migrations/sqlite/0016_backups.sql"),
        postgres: include_str!("../../migrations/postgres/0016_backups.sql"),
    },
    Version {
        number: 17,
        summary: "files",
        sqlite: include_str!("../../migrations/sqlite/0017_files.sql"),
        postgres: include_str!("../../migrations/postgres/0017_files.sql"),
    },
    Version {
        number: 19,
        summary: "extra fields of natives, and a fair relay",
        sqlite: include_str!("../../migrations/sqlite/0019_extras.sql"),
        postgres: include_str!("../../migrations/postgres/0019_extras.sql"),
    },
    Version {
        number: 20,
        summary: "limits, plans and reading alone",
        sqlite: include_str!("../../migrations/sqlite/0020_limits.sql"),
        postgres: include_str!("../../migrations/postgres/0020_limits.sql"),
    },
    Version {
        number: 21,
        summary: "telemetry",
        sqlite: include_str!("../../migrations/sqlite/0021_telemetry.sql"),
        postgres: include_str!("../../migrations/postgres/0021_telemetry.sql"),
    },
    Version {
        number: 22,
        summary: "notifications",
        sqlite: include_str!("../../migrations/sqlite/0022_notifications.sql"),
        postgres: include_str!("../../migrations/postgres/0022_notifications.sql"),
    },
    Version {
        number: 23,
        summary: "signing in",
        sqlite: include_str!("../../migrations/sqlite/0023_signin.sql"),
        postgres: include_str!("../../migrations/postgres/0023_signin.sql"),
    },
    Version {
        number: 24,
        summary: "privacy",
        sqlite: include_str!("../../migrations/sqlite/0024_privacy.sql"),
        postgres: include_str!("../../migrations/postgres/0024_privacy.sql"),
    },
    Version {
        number: 26,
        summary: "domains that are proven",
        sqlite: include_str!("../../migrations/sqlite/0026_domains.sql"),
        postgres: include_str!("../../migrations/postgres/0026_domains.sql"),
    },
    Version {
        number: 27,
        summary: "mail that arrives",
        sqlite: include_str!("../../migrations/sqlite/0027_inbound.sql"),
        postgres: include_str!("../../migrations/postgres/0027_inbound.sql"),
    },
    Version {
        number: 28,
        summary: "records that went into others",
        sqlite: include_str!("../../migrations/sqlite/0028_merges.sql"),
        postgres: include_str!("../../migrations/postgres/0028_merges.sql"),
    },
    Version {
        number: 29,
        summary: "brands",
        sqlite: include_str!("../../migrations/sqlite/0029_brands.sql"),
        postgres: include_str!("../../migrations/postgres/0029_brands.sql"),
    },
    Version {
        number: 30,
        summary: "webhooks that arrive",
        sqlite: include_str!("../../migrations/sqlite/0030_hooks.sql"),
        postgres: include_str!("../../migrations/postgres/0030_hooks.sql"),
    },
    Version {
        number: 31,
        summary: "settings of packs",
        sqlite: include_str!("../../migrations/sqlite/0031_settings.sql"),
        postgres: include_str!("../../migrations/postgres/0031_settings.sql"),
    },
    Version {
        number: 33,
        summary: "contacts",
        sqlite: include_str!("../../migrations/sqlite/0033_contacts.sql"),
        postgres: include_str!("../../migrations/postgres/0033_contacts.sql"),
    },
    Version {
        number: 36,
        summary: "roles of tenants",
        sqlite: include_str!("../../migrations/sqlite/0036_roles.sql"),
        postgres: include_str!("../../migrations/postgres/0036_roles.sql"),
    },
    Version {
        number: 38,
        summary: "machines of tenants",
        sqlite: include_str!("../../migrations/sqlite/0038_machines.sql"),
        postgres: include_str!("../../migrations/postgres/0038_machines.sql"),
    },
    Version {
        number: 39,
        summary: "what is made again of records",
        sqlite: include_str!("../../migrations/sqlite/0039_deriving.sql"),
        postgres: include_str!("../../migrations/postgres/0039_deriving.sql"),
    },
    Version {
        number: 40,
        summary: "imports and exports by jobs",
        sqlite: include_str!("../../migrations/sqlite/0040_imports.sql"),
        postgres: include_str!("../../migrations/postgres/0040_imports.sql"),
    },
    Version {
        number: 41,
        summary: "moves, proofs and sandboxes",
        sqlite: include_str!("../../migrations/sqlite/0041_moves.sql"),
        postgres: include_str!("../../migrations/postgres/0041_moves.sql"),
    },
    Version {
        number: 42,
        summary: "telephones and browsers, and what is counted of letters",
        sqlite: include_str!("../../migrations/sqlite/0042_sends.sql"),
        postgres: include_str!("../../migrations/postgres/0042_sends.sql"),
    },
    Version {
        number: 43,
        summary: "addresses that are not let in",
        sqlite: include_str!("../../migrations/sqlite/0043_blocks.sql"),
        postgres: include_str!("../../migrations/postgres/0043_blocks.sql"),
    },
];

struct Version {
    number: i64,
    summary: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

/// The last of them.
pub(super) fn newest() -> i64 {
    VERSIONS.last().map_or(0, |version| version.number)
}

/// The statements of all of them for PostgreSQL.
#[cfg(test)]
pub(super) fn of_postgres_whole() -> String {
    VERSIONS
        .iter()
        .map(|version| version.postgres)
        .collect::<Vec<_>>()
        .join("\n")
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

/// Of several servers that start at once one makes the tables, and the others find them made.
const ONE_STARTS: &str = "SELECT pg_advisory_xact_lock(8241990170512716399)";
const NOTHING_PREPARED: &str = "DEALLOCATE ALL";

/// How long whoever starts beside others waits for what they do to a file.
const PATIENCE: Duration = Duration::from_secs(60);

/// SQLite knows no lock but that for writing: all of it is one transaction, so that of several that start at once one makes the tables
/// and the others find them made.
pub(super) async fn of_sqlite(file: &SqliteFile) -> Result<(), Failure> {
    let mut connection = made(file).await?;
    let mut all = connection.begin_with("BEGIN IMMEDIATE").await?;
    migrator(|version| version.sqlite)
        .run_direct(None, &mut *all, false)
        .await?;
    all.commit().await?;
    connection.close().await?;
    Ok(())
}

/// A connection to the file, which is made where there is none. That it keeps a log is written into a new file, for which SQLite waits
/// for nobody: who comes second tries again.
async fn made(file: &SqliteFile) -> Result<SqliteConnection, Failure> {
    let options = file.write_options().busy_timeout(PATIENCE);
    let until = Instant::now() + PATIENCE;
    loop {
        match options.connect().await.map_err(Failure::from) {
            Err(Failure::Busy(_)) if Instant::now() < until => tokio::time::sleep(Duration::from_millis(10)).await,
            done => return done,
        }
    }
}

/// One transaction, and a lock that ends with it: whatever is kept of a session may be somebody else's where connections are lent.
pub(super) async fn of_postgres(options: &PgConnectOptions, is_lent: bool) -> Result<(), Failure> {
    let mut connection = options.connect().await?;
    let mut all = connection.begin().await?;
    sqlx::raw_sql(ONE_STARTS).execute(&mut *all).await?;
    // What it prepares is called as what others have prepared, who kept nothing.
    if is_lent {
        sqlx::raw_sql(NOTHING_PREPARED).execute(&mut *all).await?;
    }
    migrator(|version| version.postgres)
        .set_locking(false)
        .run_direct(None, &mut *all, false)
        .await?;
    if is_lent {
        sqlx::raw_sql(NOTHING_PREPARED).execute(&mut *all).await?;
    }
    all.commit().await?;
    connection.close().await?;
    Ok(())
}

/// What is to be done about a database whose tables are not those that this server makes.
fn told(error: &MigrateError) -> Option<String> {
    match error {
        MigrateError::VersionMismatch(number) => Some(format!(
            "the tables of migration {number} were made otherwise than this server makes them: what has been released is never changed; \
             start the server that made them, or put back a backup of it by `ratebook-server restore`"
        )),
        MigrateError::VersionMissing(number) => Some(format!(
            "the database has the tables of migration {number}, which this server does not know: it is older than the one that worked on \
             the database last; start that version, or a later one"
        )),
        _ => None,
    }
}

impl From<MigrateError> for Failure {
    fn from(error: MigrateError) -> Failure {
        match (told(&error), error) {
            (Some(told), _) => Failure::Outdated(told),
            (None, error) => sqlx::Error::from(error).into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use ratebook::records::{Pack, natives};
    use serde_json::json;

    use super::VERSIONS;
    use crate::store::sql::{Dialect, native_tables};

    #[test]
    fn the_tables_of_natives_are_those_that_core_describes() -> Result<(), ratebook::Error> {
        let whole = json!({"name": "all", "entities": natives()});
        let schema = Pack::load(whole)?.schema();
        for dialect in [Dialect::Sqlite, Dialect::Postgres] {
            let texts = VERSIONS.iter().map(|version| match dialect {
                Dialect::Sqlite => version.sqlite,
                Dialect::Postgres => version.postgres,
            });
            let all = texts.collect::<Vec<_>>().join("\n");
            let wanted: Vec<String> = native_tables(dialect, &schema);
            let lacks: Vec<String> = wanted.into_iter().filter(|text| !all.contains(text)).collect();
            assert!(lacks.is_empty(), "{dialect:?}:\n{};\n", lacks.join(";\n"));
        }
        Ok(())
    }
}
