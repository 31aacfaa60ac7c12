//! What a server of a test stands on: a database of its own and a folder of files.

use std::io;
use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use ratebook_server::store::Store;
use ratebook_server::store::sqlite::SqliteFile;
use tempfile::TempDir;

use crate::Postgres;

/// On which database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// A file of SQLite.
    Sqlite,
    /// A PostgreSQL.
    Postgres,
}

/// A database and a folder of files, which go when it is dropped.
#[derive(Debug)]
pub(crate) struct Held {
    database: Database,
    files: TempDir,
}

#[derive(Debug)]
enum Database {
    Sqlite(TempDir),
    Postgres(String),
}

impl Held {
    /// A new one, in which nothing is.
    pub(crate) fn empty(base: Base) -> Held {
        let folder = || tempfile::tempdir().expect("a folder");
        let database = match base {
            Base::Sqlite => Database::Sqlite(folder()),
            Base::Postgres => Database::Postgres(made().expect("a database")),
        };
        Held {
            database,
            files: folder(),
        }
    }

    /// Where its database is.
    pub(crate) fn address(&self) -> String {
        match &self.database {
            Database::Sqlite(folder) => format!("sqlite://{}", folder.path().join("ratebook.db").display()),
            Database::Postgres(name) => Postgres::shared().address(name),
        }
    }

    /// On which database it is.
    pub(crate) fn base(&self) -> Base {
        match &self.database {
            Database::Sqlite(_) => Base::Sqlite,
            Database::Postgres(_) => Base::Postgres,
        }
    }

    /// The folder with the file of SQLite.
    pub(crate) fn folder(&self) -> Option<&Path> {
        match &self.database {
            Database::Sqlite(folder) => Some(folder.path()),
            Database::Postgres(_) => None,
        }
    }

    /// The folder of its files.
    pub(crate) fn files(&self) -> &Path {
        self.files.path()
    }

    /// Opens it.
    pub(crate) async fn open(&self) -> Store {
        let store = match &self.database {
            Database::Sqlite(folder) => {
                Store::open_sqlite(&SqliteFile::new(folder.path().join("ratebook.db")), 4).await
            }
            Database::Postgres(_) => Store::open_postgres(&self.address(), 8).await,
        };
        store.expect("a store")
    }
}

/// A database of a test's own: a copy of one that has the tables of the platform already.
fn made() -> io::Result<String> {
    static TEMPLATE: OnceLock<()> = OnceLock::new();
    static MADE: AtomicU64 = AtomicU64::new(0);
    let server = Postgres::shared();
    TEMPLATE.get_or_init(|| {
        let address = server.database("empty").expect("a database");
        let opened = thread::spawn(move || {
            let runtime = tokio::runtime::Runtime::new().expect("a runtime");
            runtime.block_on(async { Store::open_postgres(&address, 1).await.expect("a store").close().await });
        });
        opened.join().expect("a store");
    });
    let name = format!("test{}", MADE.fetch_add(1, Ordering::SeqCst));
    server.carry_out(&format!("CREATE DATABASE {name} TEMPLATE empty"))?;
    Ok(name)
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Database::Postgres(name) = self {
            let _ = Postgres::shared().carry_out(&format!("DROP DATABASE {name} WITH (FORCE)"));
        }
    }
}
