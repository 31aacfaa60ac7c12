//! The platform's own tables, version by version: forward only, checked by their sums, under a lock where several servers start at once.

use sqlx::ConnectOptions;
use sqlx::Connection as _;
use sqlx::SqlSafeStr;
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::postgres::PgConnectOptions;

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

pub(super) async fn of_postgres(options: &PgConnectOptions) -> Result<(), Failure> {
    let mut connection = options.connect().await?;
    migrator(|version| version.postgres)
        .run_direct(None, &mut connection, false)
        .await?;
    connection.close().await?;
    Ok(())
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
