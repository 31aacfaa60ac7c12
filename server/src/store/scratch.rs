//! A database of its own beside the one that is worked on, for what is tried out and thrown away.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{ConnectOptions as _, Connection as _, Row as _};
use uuid::Uuid;

use super::ask;
use super::door::{Place, Store};
use super::failure::Failure;
use super::rows::RowCells;
use super::sql::{self, Dialect};
use super::sqlite::SqliteFile;

/// How its name begins: on SQLite behind that of the file and a point.
const BEGINNING: &str = "ratebook_scratch_";
/// As many connections are enough for whoever works alone.
const CONNECTIONS: u32 = 2;

/// A database that goes again.
#[derive(Debug)]
pub(crate) struct Scratch {
    store: Store,
    place: Where,
}

#[derive(Debug)]
enum Where {
    File(PathBuf),
    Database(Box<PgConnectOptions>, String),
}

impl Store {
    /// Whether one may be made here; on PostgreSQL it is for the role to have the right.
    pub(crate) async fn may_scratch(&self) -> Result<bool, Failure> {
        if self.dialect() == Dialect::Sqlite {
            return Ok(true);
        }
        let text = "SELECT (rolsuper OR rolcreatedb)::int::bigint FROM pg_roles WHERE rolname = current_user";
        let rows = self.read_platform(move |mut tx| Box::pin(async move { tx.ask(text, &[]).await }));
        Ok(rows.await?.first().map(|row| row.whole(0)).transpose()?.flatten() == Some(1))
    }

    /// A new one, without a row; what those left behind whose server ended goes first, so that there is one at a time.
    pub(crate) async fn scratch(&self) -> Result<Scratch, Failure> {
        let name = format!("{BEGINNING}{}", Uuid::new_v4().simple());
        match &self.place {
            Place::Sqlite { file, .. } => {
                let path = beside(file.path(), &name);
                left_behind(file.path())?;
                as_open(file.path(), &path).map_err(|error| Failure::defect(format!("{}: {error}", path.display())))?;
                let made = Store::open_sqlite(&SqliteFile::new(&path), CONNECTIONS).await;
                let place = Where::File(path);
                kept(place, made).await
            }
            Place::Postgres(lines) => {
                let (options, is_lent) = lines.reached();
                let mut connection = options.connect().await?;
                drop_left_behind(&mut connection).await?;
                tell(&mut connection, &sql::create_database(&name)).await?;
                connection.close().await?;
                let made = Store::open_postgres_by((options.clone().database(&name), is_lent), CONNECTIONS).await;
                kept(Where::Database(Box::new(options), name), made).await
            }
        }
    }
}

/// The place with what was opened in it; without, it goes again.
async fn kept(place: Where, made: Result<Store, Failure>) -> Result<Scratch, Failure> {
    match made {
        Ok(store) => Ok(Scratch { store, place }),
        Err(failure) => {
            place.remove().await?;
            Err(failure)
        }
    }
}

impl Scratch {
    /// What is in it.
    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    /// Throws it away.
    pub(crate) async fn remove(self) -> Result<(), Failure> {
        self.store.close().await;
        self.place.remove().await
    }
}

impl Where {
    async fn remove(self) -> Result<(), Failure> {
        match self {
            Where::File(path) => ["", "-wal", "-shm"].iter().try_for_each(|ending| {
                let mut name = path.clone().into_os_string();
                name.push(ending);
                gone(Path::new(&name))
            }),
            Where::Database(options, name) => {
                let mut connection = options.connect().await?;
                tell(&mut connection, &sql::drop_database(&name)).await?;
                Ok(connection.close().await?)
            }
        }
    }
}

async fn tell(connection: &mut PgConnection, statement: &sql::Statement) -> Result<(), Failure> {
    // In no transaction, and prepared nowhere: where connections are lent the next question may be on another one.
    sqlx::raw_sql(ask::safe(statement.text.clone()))
        .execute(connection)
        .await?;
    Ok(())
}

/// Makes the file with the rights of the other one: SQLite would give it those of any new file, and gives them to what stands beside it.
fn as_open(file: &Path, path: &Path) -> std::io::Result<()> {
    let permissions = file.metadata()?.permissions();
    std::fs::File::create_new(path)?.set_permissions(permissions)
}

/// The file of that name beside the one that is worked on, on the same disk.
fn beside(file: &Path, name: &str) -> PathBuf {
    let mut path = file.as_os_str().to_owned();
    path.push(".");
    path.push(name);
    path.into()
}

fn gone(path: &Path) -> Result<(), Failure> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(Failure::defect(format!("{}: {error}", path.display())))
        }
        _ => Ok(()),
    }
}

fn left_behind(file: &Path) -> Result<(), Failure> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let beginning = beside(file, BEGINNING);
    let beginning = beginning.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let entries = std::fs::read_dir(folder.unwrap_or(Path::new(".")));
    for path in entries.into_iter().flatten().flatten().map(|entry| entry.path()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with(&beginning) {
            gone(&path)?;
        }
    }
    Ok(())
}

/// Those of this role that nobody is connected to: another installation of the same server may be at one of its own.
async fn drop_left_behind(connection: &mut PgConnection) -> Result<(), Failure> {
    let text = "SELECT d.datname::text FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba WHERE r.rolname = current_user AND d.datname ~ \
                '^ratebook_scratch_[0-9a-f]{32}$' AND NOT EXISTS (SELECT 1 FROM pg_stat_activity a WHERE a.datname = d.datname) LIMIT 100";
    for row in &sqlx::raw_sql(text).fetch_all(&mut *connection).await? {
        let name: String = row.try_get(0)?;
        tell(connection, &sql::drop_database(&name)).await?;
    }
    Ok(())
}
