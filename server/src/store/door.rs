//! The two doors to the database, and no third: [`TenantTx`] to what a tenant has, [`PlatformTx`] to what belongs to none.

mod parts;
mod plans;

use std::time::Duration;

use ratebook::records::migration::Derivation;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{Postgres, Sqlite};
use uuid::Uuid;

use super::ask::{self, AnyRow, Connection};
use super::deriving::Left;
use super::failure::Failure;
use super::lines::{LET_IN, Lines, Patience};
use super::migrations;
use super::opening::{self, Beginning, Moments, Opens, Served, Whose};
use super::reached;
use super::rows::RowCells as _;
use super::sql::{Bound, Dialect, Statement};
use super::sqlite::{SqliteFile, Writer, WriterSettings};
use super::waiting::Waiting;
use super::work::{self, OfPlatform, OfTenant, Work};
use crate::came::Came;
use crate::spans::Steps;

/// A tenant, as its rows are keyed.
pub type TenantKey = [u8; 16];

/// Under which the records of the platform are kept: their histories, numbers and timers have rows of no tenant.
pub const PLATFORM: TenantKey = [0; 16];

/// How long somebody may write who brings much, while all others wait.
const AT_LENGTH: Duration = Duration::from_secs(60);

/// Where everything is kept.
#[derive(Clone, Debug)]
pub struct Store {
    pub(super) place: Place,
    served: Served,
}

#[derive(Clone, Debug)]
pub(super) enum Place {
    Sqlite {
        file: SqliteFile,
        writer: Writer,
        readers: Lines<Sqlite>,
    },
    Postgres(Lines<Postgres>),
}

/// The transaction of a tenant: whatever is asked in it is asked of that tenant alone.
#[derive(Debug)]
pub struct TenantTx<'c> {
    connection: Connection<'c>,
    tenant: TenantKey,
    waiting: &'c mut Waiting,
    /// Whether it is that of the platform's records, whoever's rows it looks at.
    of_platform: bool,
    came: Came,
    /// What is not made again yet of records that were there before.
    left: Left,
}

/// A transaction over what belongs to no tenant: accounts, tenants, sessions, packs.
#[derive(Debug)]
pub struct PlatformTx<'c> {
    connection: Connection<'c>,
    came: Came,
}

impl Store {
    /// A file of SQLite, made when there is none, with the platform's tables as this version has them.
    pub async fn open_sqlite(file: &SqliteFile, readers: u32) -> Result<Store, Failure> {
        migrations::of_sqlite(file).await?;
        let writer = Writer::open(file, WriterSettings::default()).await?;
        let readers = Lines::of(file.readers(readers).await?, Patience::default());
        let file = file.clone();
        Ok(Store::at(Place::Sqlite { file, writer, readers }))
    }

    /// A database of PostgreSQL, with the platform's tables as this version has them.
    pub async fn open_postgres(address: &str, connections: u32) -> Result<Store, Failure> {
        Store::open_postgres_by(reached::options(address)?, connections).await
    }

    pub(super) async fn open_postgres_by(
        (options, is_lent): (PgConnectOptions, bool),
        connections: u32,
    ) -> Result<Store, Failure> {
        migrations::of_postgres(&options, is_lent).await?;
        let patience = Patience::of(&options, is_lent);
        let pool = PgPoolOptions::new()
            .max_connections(connections)
            .acquire_timeout(LET_IN);
        let pool = pool.connect_with(options).await?;
        Ok(Store::at(Place::Postgres(Lines::of(pool, patience))))
    }

    pub(super) fn at(place: Place) -> Store {
        Store {
            place,
            served: Served::default(),
        }
    }

    pub(super) fn served(&self) -> &Served {
        &self.served
    }

    /// Whose SQL it speaks.
    pub fn dialect(&self) -> Dialect {
        match &self.place {
            Place::Sqlite { .. } => Dialect::Sqlite,
            Place::Postgres(_) => Dialect::Postgres,
        }
    }

    /// Reads what a tenant has, all of it at one moment.
    pub async fn read<T, F>(&self, tenant: TenantKey, work: F) -> Result<T, Failure>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(TenantTx<'c>) -> Work<'c, T> + Send,
    {
        self.read_at(Moments::One, tenant, work).await
    }

    /// The same of one moment or of several.
    pub async fn read_at<T, F>(&self, moments: Moments, tenant: TenantKey, work: F) -> Result<T, Failure>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(TenantTx<'c>) -> Work<'c, T> + Send,
    {
        let (work, told) = work::of_tenant(work);
        Steps::during("read", Box::pin(self.read_now((tenant, moments), work))).await?;
        told.taken()
    }

    async fn read_now(&self, (tenant, moments): (TenantKey, Moments), work: OfTenant<'_>) -> Result<(), Failure> {
        let mut waiting = Waiting::default();
        match &self.place {
            Place::Sqlite { readers, .. } => {
                if tenant == PLATFORM {
                    let mut line = readers.begin("BEGIN").await?;
                    self.served.check_sqlite(line.connection()?, tenant).await?;
                    let connection = Connection::Sqlite(line.connection()?);
                    let own = (tenant, Came::default(), self.served.left());
                    return work(TenantTx::new(connection, own, &mut waiting)).await;
                }
                let mut line = readers.take().await?;
                let mut beginning = Beginning::of(&self.served, tenant, moments);
                let connection = Connection::Beginning(line.connection()?, &mut beginning);
                let own = (tenant, Came::default(), self.served.left());
                let done = work(TenantTx::new(connection, own, &mut waiting)).await;
                let is_over = beginning.is_over();
                let done = beginning.ended(line.connection()?, done).await;
                if is_over {
                    line.freed();
                }
                done
            }
            Place::Postgres(lines) => {
                let (mut line, stands) = opening::to_read_on_postgres(lines, (tenant, moments), &self.served).await?;
                let own = (tenant, Came::default(), self.served.left());
                let done = work(TenantTx::new(line.asks()?, own, &mut waiting)).await;
                line.has_read(&done, stands);
                if done.as_ref().is_err_and(Failure::is_of_shape) {
                    // Who reads waits for nobody: a table may have changed since this transaction began.
                    opening::on_postgres(lines, (tenant, Opens::ToRead(Moments::One)), &self.served).await?;
                }
                done
            }
        }
    }

    /// Changes what a tenant has: all of it or nothing, and acknowledged once it is on the disk.
    pub async fn write<T, F>(&self, whose: impl Into<Whose>, work: F) -> Result<T, Failure>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(TenantTx<'c>) -> Work<'c, T> + Send + 'static,
    {
        self.write_as(whose.into(), Opens::ToWrite, work).await
    }

    /// The same while nobody else changes anything that the tenant has: whoever comes afterwards finds it done.
    pub(crate) async fn write_alone<T, F>(&self, whose: impl Into<Whose>, work: F) -> Result<T, Failure>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(TenantTx<'c>) -> Work<'c, T> + Send + 'static,
    {
        self.write_as(whose.into(), Opens::Alone, work).await
    }

    /// The same of so much that it may take a while, for which everybody waits who writes to a SQLite.
    pub(crate) async fn write_at_length<T, F>(&self, whose: impl Into<Whose>, work: F) -> Result<T, Failure>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(TenantTx<'c>) -> Work<'c, T> + Send + 'static,
    {
        self.write_as(whose.into(), Opens::AtLength, work).await
    }

    pub(super) async fn write_as<T, F>(&self, whose: Whose, opens: Opens, work: F) -> Result<T, Failure>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(TenantTx<'c>) -> Work<'c, T> + Send + 'static,
    {
        let (work, told) = work::of_tenant(work);
        Steps::during("write", Box::pin(self.write_now(whose, opens, work))).await?;
        told.taken()
    }

    async fn write_now(&self, whose: Whose, opens: Opens, work: OfTenant<'static>) -> Result<(), Failure> {
        let (tenant, came) = (whose.tenant, Came::now());
        match &self.place {
            Place::Sqlite { writer, .. } => {
                let served = self.served.clone();
                let patience = (opens == Opens::AtLength).then_some(AT_LENGTH);
                let unit = writer.write_within(patience, move |connection| {
                    Box::pin(async move {
                        let fields = served.check_sqlite(connection, tenant).await?;
                        whose.check(fields)?;
                        let own = (tenant, came, served.left());
                        whole(Connection::Sqlite(connection), own, work).await
                    })
                });
                Ok(unit.await?)
            }
            Place::Postgres(lines) => {
                let (mut line, fields) = opening::on_postgres(lines, (tenant, opens), &self.served).await?;
                let done = match whose.check(fields) {
                    Ok(()) => whole(line.asks()?, (tenant, came, self.served.left()), work).await,
                    Err(changed) => Err(changed),
                };
                line.ended(done).await
            }
        }
    }

    /// Changes what belongs to no tenant.
    pub async fn platform<T, F>(&self, work: F) -> Result<T, Failure>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(PlatformTx<'c>) -> Work<'c, T> + Send + 'static,
    {
        let (work, told) = work::of_platform(work);
        Steps::during("write", Box::pin(self.platform_now(work))).await?;
        told.taken()
    }

    async fn platform_now(&self, work: OfPlatform<'static>) -> Result<(), Failure> {
        let came = Came::now();
        match &self.place {
            Place::Sqlite { writer, .. } => {
                let unit = writer.write(move |connection| {
                    let connection = Connection::Sqlite(connection);
                    work(PlatformTx { connection, came })
                });
                Ok(unit.await?)
            }
            Place::Postgres(lines) => {
                let mut line = lines.begin(opening::TO_WRITE).await?;
                let connection = line.asks()?;
                let done = work(PlatformTx { connection, came }).await;
                line.ended(done).await
            }
        }
    }

    /// Reads what belongs to no tenant.
    pub async fn read_platform<T, F>(&self, work: F) -> Result<T, Failure>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(PlatformTx<'c>) -> Work<'c, T> + Send,
    {
        let (work, told) = work::of_platform(work);
        Steps::during("read", Box::pin(self.read_platform_now(work))).await?;
        told.taken()
    }

    async fn read_platform_now(&self, work: OfPlatform<'_>) -> Result<(), Failure> {
        match &self.place {
            Place::Sqlite { readers, .. } => {
                let mut line = readers.begin("BEGIN").await?;
                let connection = Connection::Sqlite(line.connection()?);
                work(PlatformTx::over(connection)).await
            }
            Place::Postgres(lines) => {
                let mut line = lines.begin("BEGIN").await?;
                let done = work(PlatformTx::over(line.asks()?)).await;
                line.has_read(&done, None);
                done
            }
        }
    }

    /// Commits what waits and closes every connection.
    pub async fn close(&self) {
        match &self.place {
            Place::Sqlite { writer, readers, .. } => {
                readers.close().await;
                writer.close().await;
            }
            Place::Postgres(lines) => lines.close().await,
        }
    }
}

/// Does the work of a tenant, and what of it still waits at its end.
async fn whole(
    mut connection: Connection<'_>,
    own: (TenantKey, Came, Left),
    work: OfTenant<'static>,
) -> Result<(), Failure> {
    let mut waiting = Waiting::default();
    work(TenantTx::new(connection.again(), own, &mut waiting)).await?;
    waiting.carry_out(&mut connection).await
}

/// The number that a count answers.
fn counted(rows: &[AnyRow]) -> Result<i64, Failure> {
    Ok(rows.first().map(|row| row.whole(0)).transpose()?.flatten().unwrap_or(0))
}

impl<'c> TenantTx<'c> {
    fn new(
        connection: Connection<'c>,
        (tenant, came, left): (TenantKey, Came, Left),
        waiting: &'c mut Waiting,
    ) -> TenantTx<'c> {
        TenantTx {
            connection,
            tenant,
            waiting,
            of_platform: tenant == PLATFORM,
            came,
            left,
        }
    }

    /// Whether something is not made again yet of records of an entity that were there before.
    pub(crate) fn leaves(&self, entity: &str, what: Derivation) -> bool {
        !self.left.is_empty() && self.left.of(self.tenant, entity, what)
    }

    /// Looks at the rows of a tenant from now on, or at the platform's again: in the transaction of the platform's records alone.
    pub(crate) async fn look_at(&mut self, tenant: TenantKey) -> Result<(), Failure> {
        if !self.of_platform {
            return Err(Failure::defect("a tenant that looks at another one"));
        }
        if self.dialect() == Dialect::Postgres {
            let text = "SELECT set_config('app.tenant', $1, true)";
            let tenant = Bound::Text(Uuid::from_bytes(tenant).to_string());
            self.connection().await?.ask_static(text, &[tenant]).await?;
        }
        self.tenant = tenant;
        Ok(())
    }

    /// From where it is asked.
    pub(super) fn came(&self) -> &Came {
        &self.came
    }

    /// Whose transaction it is.
    pub fn tenant(&self) -> TenantKey {
        self.tenant
    }

    /// Whose SQL it speaks.
    pub fn dialect(&self) -> Dialect {
        self.connection.dialect()
    }

    /// The connection, once what waits is carried out.
    pub(super) async fn connection(&mut self) -> Result<&mut Connection<'c>, Failure> {
        self.waiting.carry_out(&mut self.connection).await?;
        Ok(&mut self.connection)
    }

    /// Carries out what waits, for whoever has to know that it went well.
    pub(crate) async fn carried_out(&mut self) -> Result<(), Failure> {
        self.connection().await.map(drop)
    }

    /// Changes something of which nobody asks the result, together with what else is changed: before anything is asked, and at the
    /// latest at the end. It changes no row that anything else changes that waits.
    pub(super) fn later(&mut self, statement: Statement) {
        self.waiting.push(statement.text, statement.values);
    }

    /// The same in a table of the platform that has rows of tenants. `$1` is the tenant, the values follow.
    pub(crate) fn tell_later(&mut self, text: &'static str, values: &[Bound]) {
        let values = self.of_tenant(values);
        self.waiting.push(text, values);
    }

    /// Carries out what the one writer of statements has written; how many rows it was.
    pub(super) async fn carry_out(&mut self, statement: &Statement) -> Result<u64, Failure> {
        Ok(ask::carry_out(self.connection().await?, statement).await?)
    }

    /// The rows that a written statement answers.
    pub(super) async fn rows(&mut self, statement: &Statement) -> Result<Vec<AnyRow>, Failure> {
        Ok(self.connection().await?.any_rows(statement).await?)
    }

    /// Asks a table of the platform that has rows of tenants. `$1` is the tenant, the values follow.
    pub(crate) async fn ask(&mut self, text: &'static str, values: &[Bound]) -> Result<Vec<AnyRow>, Failure> {
        let values = self.of_tenant(values);
        Ok(self.connection().await?.ask_static(text, &values).await?)
    }

    /// Changes a table of the platform that has rows of tenants; how many rows it was. `$1` is the tenant, the values follow.
    pub(crate) async fn tell(&mut self, text: &'static str, values: &[Bound]) -> Result<u64, Failure> {
        let values = self.of_tenant(values);
        Ok(self.connection().await?.tell_static(text, &values).await?)
    }

    /// Counts in a table of the platform that has rows of tenants. `$1` is the tenant, the values follow.
    pub(crate) async fn count(&mut self, text: &'static str, values: &[Bound]) -> Result<i64, Failure> {
        counted(&self.ask(text, values).await?)
    }

    fn of_tenant(&self, values: &[Bound]) -> Vec<Bound> {
        let tenant = [Bound::Id(self.tenant)];
        tenant.into_iter().chain(values.iter().cloned()).collect()
    }
}

impl<'c> PlatformTx<'c> {
    /// The connection, for what the one writer of statements has written.
    pub(super) fn connection(&mut self) -> &mut Connection<'c> {
        &mut self.connection
    }

    /// Over a transaction that has begun, in nobody's name.
    pub(super) fn over(connection: Connection<'c>) -> PlatformTx<'c> {
        let came = Came::default();
        PlatformTx { connection, came }
    }

    /// From where it is asked.
    pub(super) fn came(&self) -> &Came {
        &self.came
    }

    /// Whose SQL it speaks.
    pub fn dialect(&self) -> Dialect {
        self.connection.dialect()
    }

    /// Asks a table of the platform.
    pub(crate) async fn ask(&mut self, text: &'static str, values: &[Bound]) -> Result<Vec<AnyRow>, Failure> {
        Ok(self.connection.ask_static(text, values).await?)
    }

    /// Counts in a table of the platform.
    pub(crate) async fn count(&mut self, text: &'static str, values: &[Bound]) -> Result<i64, Failure> {
        counted(&self.ask(text, values).await?)
    }

    /// Changes a table of the platform; how many rows it was.
    pub(crate) async fn tell(&mut self, text: &'static str, values: &[Bound]) -> Result<u64, Failure> {
        Ok(self.connection.tell_static(text, values).await?)
    }
}
