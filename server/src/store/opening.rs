//! How the transaction of a tenant begins: it is of that tenant alone, and it is known by which version the tables of the pack stand. A
//! server that works by another version is refused before it reads or writes anything by a shape that is no more.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use ratebook::records::Pack;
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgConnection, PgPool};
use sqlx::sqlite::SqliteConnection;
use sqlx::types::Uuid;
use sqlx::{Postgres, Row as _};

use super::ask::{self, AnyRow, Connection};
use super::door::{PLATFORM, PlatformTx, Store, TenantKey, Work};
use super::failure::Failure;
use super::rows::RowCells;
use super::sql::Bound;

/// Who works on what a tenant has in PostgreSQL: owns nothing, and sees one tenant at a time.
const TENANT_ROLE: &str = "ratebook_tenant";

/// What whoever writes by the shape of a pack holds together with all others who do, and whoever changes shapes holds alone.
pub(super) const SHAPES: i64 = 0x7261_7465_7368_6170;

/// The pack of a tenant, the version by which its tables stand, and that of the tenant's own fields.
const INSTALLED: &str = "SELECT p.name, p.version, c.version FROM tenants t JOIN packs p ON p.name = t.pack \
    LEFT JOIN custom_versions c ON c.tenant_id = t.id WHERE t.id = $1";

/// Every pack, and the version by which its tables stand.
const ALL_INSTALLED: &str = "SELECT name, version FROM packs";

/// The versions by which this server works, by pack; nothing is compared before they are told.
#[derive(Clone, Debug, Default)]
pub(super) struct Served(Arc<OnceLock<BTreeMap<String, i64>>>);

impl Served {
    /// Refuses where any pack is another one by now.
    async fn check_all(&self, tx: &mut PlatformTx<'_>) -> Result<(), Failure> {
        self.check_rows(&tx.ask(ALL_INSTALLED, &[]).await?)
    }

    fn check_rows(&self, rows: &[AnyRow]) -> Result<(), Failure> {
        for row in rows {
            self.check(row.text(0)?.unwrap_or_default(), row.whole(1)?.unwrap_or(0))?;
        }
        Ok(())
    }

    /// The same of what PostgreSQL tells in one text, such as `studio 3 0`; the version of the tenant's own fields.
    fn check_told(&self, told: &str) -> Result<i64, Failure> {
        let mut words = told.split(' ');
        let (pack, installed, own) = (words.next(), words.next(), words.next());
        let number = |word: Option<&str>| word.and_then(|word| word.parse().ok()).unwrap_or(0);
        self.check(pack.unwrap_or_default(), number(installed))?;
        Ok(number(own))
    }

    fn check(&self, pack: &str, installed: i64) -> Result<(), Failure> {
        let own = self.0.get().and_then(|served| served.get(pack));
        match own {
            Some(own) if *own != installed => Err(Failure::Outdated(format!(
                "this server works by version {own} of the pack `{pack}`, whose records are those of version {installed} by now; it \
                 answers again once it is started with that version"
            ))),
            _ => Ok(()),
        }
    }

    /// Refuses where the pack of a tenant is another one by now, or any pack where the records are the platform's; the version of the
    /// tenant's own fields.
    pub(super) async fn check_sqlite(
        &self,
        connection: &mut SqliteConnection,
        tenant: TenantKey,
    ) -> Result<i64, Failure> {
        let mut connection = Connection::Sqlite(connection);
        if tenant == PLATFORM {
            self.check_rows(&connection.ask_static(ALL_INSTALLED, &[]).await?)?;
            return Ok(0);
        }
        let rows = connection.ask_static(INSTALLED, &[Bound::Id(tenant)]).await?;
        self.check_rows(&rows)?;
        let own = rows.first().map(|row| row.whole(2)).transpose()?;
        Ok(own.flatten().unwrap_or(0))
    }
}

impl Store {
    /// From here on it is refused by whoever works by another version of one of these packs.
    pub fn serve<'p>(&self, packs: impl Iterator<Item = &'p Pack>) {
        let versions = packs.map(|pack| {
            let definition = pack.definition();
            (definition.name.clone(), i64::from(definition.version))
        });
        // Who starts a server does so once; another word of it changes nothing.
        let _ = self.served().0.set(versions.collect());
    }

    /// Whether everything can be asked: the database answers, and every pack is the one by which its tables stand.
    pub async fn ready(&self) -> Result<(), Failure> {
        let served = self.served().clone();
        self.read_platform(move |mut tx| Box::pin(async move { served.check_all(&mut tx).await }))
            .await
    }

    /// Reads listings, which are of the shape of their packs though they belong to no tenant.
    pub async fn read_listings<T, F>(&self, work: F) -> Result<T, Failure>
    where
        F: for<'c> FnOnce(PlatformTx<'c>) -> Work<'c, T> + Send,
    {
        self.ready().await?;
        match self.read_platform(work).await {
            // They may have been made anew since.
            Err(failure) if failure.is_of_shape() => self.ready().await.and(Err(failure)),
            done => done,
        }
    }
}

/// A transaction of a tenant on PostgreSQL. It is no transaction of the driver's, which would forget what the text that opens it
/// answers; dropped before its end, it is undone all the same.
#[derive(Debug)]
pub(super) struct Opened {
    connection: Option<PoolConnection<Postgres>>,
    /// The version of the tenant's own fields.
    pub(super) fields: i64,
}

impl Opened {
    /// Opens it in one round trip.
    pub(super) async fn begin(
        pool: &PgPool,
        (tenant, reads): (TenantKey, bool),
        served: &Served,
    ) -> Result<Opened, Failure> {
        let mut opened = Opened {
            connection: Some(pool.acquire().await?),
            fields: 0,
        };
        let text = opening(tenant, reads);
        let rows = sqlx::raw_sql(ask::safe(text)).fetch_all(opened.connection()?).await?;
        // One alone stands before them for each lock of who writes.
        for row in rows.iter().filter(|row| row.len() > 1) {
            let Some(told) = row.text(1)? else { continue };
            match served.check_told(told) {
                Ok(fields) => opened.fields = fields,
                Err(outdated) => {
                    opened.end(false).await?;
                    return Err(outdated);
                }
            }
        }
        Ok(opened)
    }

    pub(super) fn connection(&mut self) -> Result<&mut PgConnection, Failure> {
        let connection = self.connection.as_deref_mut();
        connection.ok_or_else(|| Failure::defect("a transaction that has ended"))
    }

    /// Commits what went well, and undoes the rest before anybody hears of it: nothing is locked any more when they ask again.
    pub(super) async fn ended<T>(self, done: Result<T, Failure>) -> Result<T, Failure> {
        match done {
            Ok(done) => {
                self.end(true).await?;
                Ok(done)
            }
            Err(failure) => {
                // What cannot be undone over a broken line is undone by the database.
                let _ = self.end(false).await;
                Err(failure)
            }
        }
    }

    async fn end(mut self, kept: bool) -> Result<(), Failure> {
        let text = if kept { "COMMIT" } else { "ROLLBACK" };
        sqlx::raw_sql(text).execute(self.connection()?).await?;
        // It is as it was, and goes back to the others.
        drop(self.connection.take());
        Ok(())
    }
}

impl Drop for Opened {
    fn drop(&mut self) {
        let Some(connection) = self.connection.take() else {
            return;
        };
        match tokio::runtime::Handle::try_current() {
            Ok(runtime) => drop(runtime.spawn(undone(connection))),
            // Closed, it is undone by the database.
            Err(_) => drop(connection.detach()),
        }
    }
}

/// Gives a connection back that was left in the middle of a transaction.
async fn undone(mut connection: PoolConnection<Postgres>) {
    if sqlx::raw_sql("ROLLBACK").execute(&mut *connection).await.is_err() {
        drop(connection.detach());
    }
}

/// What opens the transaction of a tenant: whose rows it sees, by which version of the pack they stand, and the role that owns nothing.
/// Who writes waits for whoever changes shapes, and is told the version as it is afterwards.
///
/// The records of the platform are written by their owner, whom no other tenant's row is shown either; they may be of any pack.
fn opening(tenant: TenantKey, reads: bool) -> String {
    let id = Uuid::from_bytes(tenant);
    let rest = match tenant {
        PLATFORM => "p.name || ' ' || p.version FROM (SELECT 1) own LEFT JOIN packs p ON true".to_owned(),
        _ => format!("ratebook_installed('{id}'); SET LOCAL ROLE {TENANT_ROLE}"),
    };
    let begin = match reads {
        true => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY".to_owned(),
        false => format!(
            "BEGIN; SELECT pg_advisory_xact_lock_shared({SHAPES}); SELECT pg_advisory_xact_lock_shared({})",
            own_fields(tenant)
        ),
    };
    format!("{begin}; SELECT set_config('app.tenant', '{id}', true), {rest}")
}

/// What whoever writes what a tenant has holds together with all others who do, and whoever changes its own fields holds alone.
pub(super) fn own_fields(tenant: TenantKey) -> i64 {
    let [.., a, b, c, d, e, f, g, h] = tenant;
    i64::from_be_bytes([a, b, c, d, e, f, g, h])
}
