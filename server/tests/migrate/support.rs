//! Databases of a test's own: a file of SQLite, and a database of PostgreSQL whose owner is no superuser.

use std::sync::atomic::{AtomicU32, Ordering};

use ratebook::records::Pack;
use ratebook_server::store::sqlite::SqliteFile;
use ratebook_server::store::{Connection, Failure, Patience, Store};
use ratebook_server_testing::{Disk, Postgres};
use serde_json::Value;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, SqliteConnection};
use tempfile::TempDir;

/// The role that owns what the server makes.
const KEEPER: &str = "keeper";

/// One server for all databases of a test.
pub(crate) struct Cluster {
    pub(crate) server: Postgres,
    count: AtomicU32,
}

impl Cluster {
    pub(crate) async fn start() -> Cluster {
        let server = Postgres::start(Disk::Fast).expect("PostgreSQL");
        let mut connection = PgConnection::connect(&server.address("postgres"))
            .await
            .expect("a connection");
        let made = format!("CREATE ROLE {KEEPER} LOGIN CREATEROLE");
        sqlx::raw_sql(AssertSqlSafe(made))
            .execute(&mut connection)
            .await
            .expect("a role");
        Cluster {
            server,
            count: AtomicU32::new(0),
        }
    }

    /// A database that nobody has written to.
    pub(crate) async fn database(&self) -> Database {
        let name = format!("test_{}", self.count.fetch_add(1, Ordering::Relaxed));
        let mut connection = PgConnection::connect(&self.server.address("postgres"))
            .await
            .expect("a connection");
        let made = format!("CREATE DATABASE {name} OWNER {KEEPER}");
        sqlx::raw_sql(AssertSqlSafe(made))
            .execute(&mut connection)
            .await
            .expect("a database");
        let (address, all) = (
            self.server.address_as(KEEPER, &name),
            self.server.address_as("ratebook", &name),
        );
        let store = Store::open_postgres(&address, 4).await.expect("a store");
        Database {
            store,
            place: Place::Postgres { address, all },
        }
    }
}

/// A database, and how to look at it from outside of the store.
pub(crate) struct Database {
    pub(crate) store: Store,
    pub(crate) place: Place,
}

pub(crate) enum Place {
    Sqlite(TempDir),
    Postgres { address: String, all: String },
}

/// A connection beside the store.
pub(crate) enum Raw {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Raw {
    pub(crate) fn connection(&mut self) -> Connection<'_> {
        match self {
            Raw::Sqlite(connection) => Connection::Sqlite(connection),
            Raw::Postgres(connection) => Connection::Postgres(connection, Patience::default()),
        }
    }

    pub(crate) async fn run(&mut self, text: String) -> Result<(), sqlx::Error> {
        let query = sqlx::raw_sql(AssertSqlSafe(text));
        match self {
            Raw::Sqlite(connection) => query.execute(connection).await.map(drop),
            Raw::Postgres(connection) => query.execute(connection).await.map(drop),
        }
    }

    /// Rows as texts.
    pub(crate) async fn texts(&mut self, text: &str) -> Vec<Vec<Option<String>>> {
        use sqlx::Row as _;
        match self {
            Raw::Sqlite(connection) => {
                let rows = query_sqlite(connection, text).await;
                rows.iter()
                    .map(|row| {
                        (0..row.len())
                            .map(|place| row.try_get_unchecked(place).expect("text"))
                            .collect()
                    })
                    .collect()
            }
            Raw::Postgres(connection) => {
                let query = sqlx::query(AssertSqlSafe(text.to_owned()));
                let rows = query.fetch_all(connection).await;
                let rows = rows.unwrap_or_else(|error| panic!("{text}: {error}"));
                rows.iter()
                    .map(|row| (0..row.len()).map(|place| row.try_get(place).expect("text")).collect())
                    .collect()
            }
        }
    }
}

async fn query_sqlite(connection: &mut SqliteConnection, text: &str) -> Vec<sqlx::sqlite::SqliteRow> {
    let rows = sqlx::query(AssertSqlSafe(text.to_owned())).fetch_all(connection).await;
    rows.unwrap_or_else(|error| panic!("{text}: {error}"))
}

impl Database {
    pub(crate) async fn sqlite() -> Database {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open_sqlite(&SqliteFile::new(folder.path().join("db")), 2)
            .await
            .expect("a store");
        Database {
            store,
            place: Place::Sqlite(folder),
        }
    }

    /// Another server on the same database.
    pub(crate) async fn other(&self) -> Store {
        match &self.place {
            Place::Sqlite(folder) => Store::open_sqlite(&SqliteFile::new(folder.path().join("db")), 2)
                .await
                .expect("a store"),
            Place::Postgres { address, .. } => Store::open_postgres(address, 4).await.expect("a store"),
        }
    }

    /// A connection that sees everything.
    pub(crate) async fn raw(&self) -> Raw {
        match &self.place {
            Place::Sqlite(folder) => {
                let file = SqliteFile::new(folder.path().join("db"));
                let options = file.write_options();
                Raw::Sqlite(SqliteConnection::connect_with(&options).await.expect("a connection"))
            }
            Place::Postgres { all, .. } => Raw::Postgres(PgConnection::connect(all).await.expect("a connection")),
        }
    }

    /// A connection of the role that owns the tables.
    pub(crate) async fn owner(&self) -> Raw {
        match &self.place {
            Place::Sqlite(_) => self.raw().await,
            Place::Postgres { address, .. } => {
                Raw::Postgres(PgConnection::connect(address).await.expect("a connection"))
            }
        }
    }
}

/// Both databases.
pub(crate) async fn both(cluster: &Cluster) -> [Database; 2] {
    [Database::sqlite().await, cluster.database().await]
}

pub(crate) fn pack(definition: &Value) -> Pack {
    Pack::load(definition.clone()).unwrap_or_else(|error| panic!("{:#?}", error.report()))
}

pub(crate) fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// What an upgrade was refused for.
pub(crate) fn refused(failure: Failure) -> Vec<String> {
    match failure {
        Failure::Refused(error) => error.into_reasons().into_iter().map(|reason| reason.message).collect(),
        other => panic!("{other:?}"),
    }
}

/// Numbers by chance: splitmix64.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub(crate) fn byte(&mut self) -> u8 {
        (self.next() & 255) as u8
    }

    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }
}
