//! The platform's own tables: made once however many servers start at once, and refused where somebody has made them otherwise.

use std::collections::BTreeSet;
use std::sync::Arc;

use ratebook_server::store::sqlite::SqliteFile;
use ratebook_server::store::{Failure, Store};
use ratebook_server_testing::{Disk, Postgres};
use tempfile::TempDir;
use tokio::sync::Barrier;

use crate::catalog::difference;
use crate::support::{Cluster, Database, Place, both};

/// As many servers start at once.
const SERVERS: usize = 8;

/// Where nothing is yet.
#[derive(Clone)]
enum Nothing {
    Sqlite(SqliteFile),
    Postgres(String),
}

impl Nothing {
    async fn open(self) -> Result<Store, Failure> {
        match self {
            Nothing::Sqlite(file) => Store::open_sqlite(&file, 2).await,
            Nothing::Postgres(address) => Store::open_postgres(&address, 2).await,
        }
    }
}

/// All that the database says it has of ours, a line for each column and each index.
async fn tables(database: &Database) -> BTreeSet<String> {
    let mut raw = database.raw().await;
    let texts: &[&str] = match database.place {
        Place::Sqlite(_) => {
            &["SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'kept%'"]
        }
        Place::Postgres { .. } => &[
            "SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable FROM information_schema.columns \
             WHERE table_schema = 'public' AND table_name NOT LIKE 'kept%'",
            "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'",
        ],
    };
    let mut found = BTreeSet::new();
    for text in texts {
        found.extend(raw.texts(text).await.into_iter().filter_map(|mut row| row.remove(0)));
    }
    assert!(found.len() > 50, "{found:?}");
    found
}

/// Each migration that was carried out, and how often it is noted.
async fn carried_out(database: &Database) -> Vec<Vec<Option<String>>> {
    let text =
        "SELECT CAST(version AS text), CAST(count(*) AS text) FROM _sqlx_migrations GROUP BY version ORDER BY version";
    database.raw().await.texts(text).await
}

/// Starts many at once where nothing is, again and again: SQLite fails here when each server looks for itself what is missing (the second
/// one finds tables that it is about to make), PostgreSQL when nobody waits for the lock.
async fn started_at_once(place: Nothing) -> Vec<Store> {
    let begun = Arc::new(Barrier::new(SERVERS));
    let mut works = Vec::new();
    for _ in 0..SERVERS {
        let (place, begun) = (place.clone(), Arc::clone(&begun));
        works.push(tokio::spawn(async move {
            begun.wait().await;
            place.open().await
        }));
    }
    let mut stores = Vec::new();
    for work in works {
        let store = work.await.expect("no panic");
        stores.push(store.unwrap_or_else(|failure| panic!("a server does not start: {failure}")));
    }
    stores
}

#[tokio::test(flavor = "multi_thread")]
async fn several_that_start_at_once_on_nothing_make_the_tables_once() {
    let cluster = Cluster::start().await;
    let bare = Postgres::start(Disk::Fast).expect("PostgreSQL");
    let wanted = [Database::sqlite().await, cluster.database().await];
    for turn in 0..5 {
        let folder: TempDir = tempfile::tempdir().expect("a folder");
        let file = SqliteFile::new(folder.path().join("db"));
        let address = bare.database(&format!("new{turn}")).expect("a database");
        let places = [Nothing::Sqlite(file), Nothing::Postgres(address.clone())];
        let made = [
            Place::Sqlite(folder),
            Place::Postgres {
                address: address.clone(),
                all: address,
            },
        ];
        for ((place, made), wanted) in places.into_iter().zip(made).zip(&wanted) {
            let mut stores = started_at_once(place).await;
            let standing = stores[0].standing().await.expect("tables");
            assert_eq!(standing.carried_out, Some(standing.known));
            let store = stores.pop().expect("a store");
            let database = Database { store, place: made };
            let once = carried_out(&database).await;
            assert!(once.len() > 20, "{once:?}");
            assert_eq!(once, carried_out(wanted).await);
            assert!(once.iter().all(|row| row[1].as_deref() == Some("1")), "{once:?}");
            let what = difference(&tables(&database).await, &tables(wanted).await);
            assert!(what.is_empty(), "{what}");
            for store in stores {
                store.close().await;
            }
        }
    }
}

/// What is told to whoever starts a server on it.
async fn refused(database: &Database) -> String {
    let opened = match &database.place {
        Place::Sqlite(folder) => Store::open_sqlite(&SqliteFile::new(folder.path().join("db")), 2).await,
        Place::Postgres { address, .. } => Store::open_postgres(address, 2).await,
    };
    match opened {
        Err(Failure::Outdated(told)) => told,
        other => panic!("{other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_made_otherwise_or_by_a_later_server_is_refused_and_left_as_it_is() {
    let cluster = Cluster::start().await;
    for database in both(&cluster).await {
        let before = tables(&database).await;
        let mut raw = database.raw().await;
        let sum = match database.place {
            Place::Sqlite(_) => "x'00'",
            Place::Postgres { .. } => "'\\x00'::bytea",
        };
        // What stands under the number that this server knows is another text.
        let kept = "CREATE TABLE kept_sums AS SELECT * FROM _sqlx_migrations".to_owned();
        raw.run(kept).await.expect("a copy");
        raw.run(format!(
            "UPDATE _sqlx_migrations SET checksum = {sum} WHERE version = 4"
        ))
        .await
        .expect("another sum");
        let told = refused(&database).await;
        assert!(
            told.starts_with("the tables of migration 4 were made otherwise"),
            "{told}"
        );
        assert!(told.contains("start the server that made them"), "{told}");
        // What this server has never heard of.
        for text in [
            "DELETE FROM _sqlx_migrations",
            "INSERT INTO _sqlx_migrations SELECT * FROM kept_sums",
            "DROP TABLE kept_sums",
            "UPDATE _sqlx_migrations SET version = 9000 WHERE version = (SELECT max(version) FROM _sqlx_migrations)",
        ] {
            raw.run(text.to_owned()).await.expect("SQL");
        }
        let told = refused(&database).await;
        assert!(
            told.starts_with("the database has the tables of migration 9000"),
            "{told}"
        );
        assert!(told.contains("start that version, or a later one"), "{told}");
        let what = difference(&tables(&database).await, &before);
        assert!(what.is_empty(), "{what}");
    }
}
