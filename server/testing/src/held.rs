//! What a server of a test stands on: a database of its own and a folder of files.

use std::io;
use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use ratebook::records::Pack;
use ratebook_server::store::sqlite::SqliteFile;
use ratebook_server::store::upgrade::upgrade;
use ratebook_server::store::{Failure, Store};
use tempfile::TempDir;

use crate::{PgBouncer, Postgres};

/// The file of SQLite is called so.
const FILE: &str = "ratebook.db";

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
        static EMPTY: Template = Template::new("empty");
        EMPTY.held(base, None)
    }

    /// A new one, in which the tables of a pack are; it is the same one each time.
    pub(crate) fn of(base: Base, pack: &Pack) -> Held {
        static WITH_PACK: Template = Template::new("with_pack");
        WITH_PACK.held(base, Some(pack))
    }

    /// Where its database is.
    pub(crate) fn address(&self) -> String {
        match &self.database {
            Database::Sqlite(folder) => format!("sqlite://{}", folder.path().join(FILE).display()),
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
            Database::Sqlite(folder) => Store::open_sqlite(&SqliteFile::new(folder.path().join(FILE)), 4).await,
            Database::Postgres(name) => match PgBouncer::wanted() {
                Some(between) => Store::open_postgres(&between.address(name), 8).await,
                None => Store::open_postgres(&self.address(), 8).await,
            },
        };
        store.expect("a store")
    }
}

/// What databases of tests are copied from: one that has some tables already.
struct Template {
    name: &'static str,
    file: OnceLock<Vec<u8>>,
    database: OnceLock<()>,
}

impl Template {
    const fn new(name: &'static str) -> Template {
        Template {
            name,
            file: OnceLock::new(),
            database: OnceLock::new(),
        }
    }

    fn held(&self, base: Base, pack: Option<&Pack>) -> Held {
        let database = match base {
            Base::Sqlite => Database::Sqlite(self.file(pack).expect("a file")),
            Base::Postgres => Database::Postgres(self.database(pack).expect("a database")),
        };
        Held {
            database,
            files: tempfile::tempdir().expect("a folder"),
        }
    }

    fn file(&self, pack: Option<&Pack>) -> io::Result<TempDir> {
        let template = self.file.get_or_init(|| {
            let folder = tempfile::tempdir().expect("a folder");
            let path = folder.path().join(FILE);
            made(Store::open_sqlite(&SqliteFile::new(&path), 1), pack);
            std::fs::read(path).expect("a file")
        });
        let folder = tempfile::tempdir()?;
        std::fs::write(folder.path().join(FILE), template)?;
        Ok(folder)
    }

    fn database(&self, pack: Option<&Pack>) -> io::Result<String> {
        static MADE: AtomicU64 = AtomicU64::new(0);
        let server = Postgres::shared();
        self.database.get_or_init(|| {
            let address = server.database(self.name).expect("a database");
            made(Store::open_postgres(&address, 1), pack);
        });
        let name = format!("test{}", MADE.fetch_add(1, Ordering::SeqCst));
        server.carry_out(&format!("CREATE DATABASE {name} TEMPLATE {}", self.name))?;
        Ok(name)
    }
}

/// Has a store opened once, given the tables of a pack, and closed, from wherever a test is.
fn made(opening: impl Future<Output = Result<Store, Failure>> + Send, pack: Option<&Pack>) {
    let own = move || {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        runtime.block_on(async {
            let store = opening.await.expect("a store");
            if let Some(pack) = pack {
                upgrade(&store, pack, &[]).await.expect("tables");
            }
            store.close().await;
        });
    };
    thread::scope(|scope| scope.spawn(own).join().expect("a store"));
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Database::Postgres(name) = self {
            let _ = Postgres::shared().carry_out(&format!("DROP DATABASE {name} WITH (FORCE)"));
        }
    }
}
