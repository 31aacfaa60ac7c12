//! How the transaction of a tenant begins: it is of that tenant alone, and it is known by which version the tables of the pack stand. A
//! server that works by another version is refused before it reads or writes anything by a shape that is no more.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use ratebook::records::Pack;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteConnection;
use sqlx::types::Uuid;
use sqlx::{Error, Postgres, Row as _};

use super::ask::{self, AnyRow, Connection};
use super::deriving::Left;
use super::door::{PLATFORM, PlatformTx, Store, TenantKey};
use super::failure::Failure;
use super::lines::{Line, Lines, Stands};
use super::rows::RowCells;
use super::sql::{Bound, Statement};
use super::work::Work;

/// Who works on what a tenant has in PostgreSQL: owns nothing, and sees one tenant at a time.
const TENANT_ROLE: &str = "ratebook_tenant";

/// What whoever writes by the shape of a pack holds together with all others who do, and whoever changes shapes holds alone.
pub(super) const SHAPES: i64 = 0x7261_7465_7368_6170;

/// The beginning of a transaction that writes. Nobody keeps a line for longer by waiting for what somebody else holds: whoever comes in
/// meanwhile would find none. What is held by somebody of whom nothing is heard any more, the database gives back a minute later: a line that
/// has broken without a word still stands there. It is said each time, as a pooler between may lend another line for each transaction.
pub(super) const TO_WRITE: &str =
    "BEGIN; SET LOCAL lock_timeout = '10s'; SET LOCAL idle_in_transaction_session_timeout = '1min'";

/// The pack of a tenant, the version by which its tables stand, and that of the tenant's own fields.
const INSTALLED: &str = "SELECT p.name, p.version, c.version FROM tenants t JOIN packs p ON p.name = t.pack \
    LEFT JOIN custom_versions c ON c.tenant_id = t.id WHERE t.id = $1";

/// Every pack, and the version by which its tables stand.
const ALL_INSTALLED: &str = "SELECT name, version FROM packs";

/// The pack of a tenant with its version: one row, whether there is such a tenant or not.
const ONE_INSTALLED: &str =
    "SELECT p.name, p.version FROM (SELECT 1) LEFT JOIN tenants t ON t.id = $1 LEFT JOIN packs p ON p.name = t.pack";

/// Who writes: for which tenant, and by which version of its own fields.
#[derive(Clone, Copy, Debug)]
pub struct Whose {
    /// The tenant.
    pub tenant: TenantKey,
    /// The version; nothing where its fields are left alone, whatever they are.
    pub fields: Option<i64>,
}

impl From<TenantKey> for Whose {
    fn from(tenant: TenantKey) -> Whose {
        Whose { tenant, fields: None }
    }
}

impl Whose {
    /// Refuses who goes by other fields than there are by now.
    pub(super) fn check(self, fields: i64) -> Result<(), Failure> {
        if self.fields.is_none_or(|known| known == fields) {
            return Ok(());
        }
        let message = "the fields of the tenant have just changed; try again";
        Err(Failure::Busy(message.to_owned()))
    }
}

/// What this server works by.
#[derive(Clone, Debug, Default)]
pub(super) struct Served {
    /// The versions by pack; nothing is compared before they are told.
    versions: Arc<OnceLock<BTreeMap<String, i64>>>,
    /// What is not made again yet of records that were there before.
    left: Arc<RwLock<Left>>,
}

impl Served {
    /// What is left to be made again.
    pub(super) fn left(&self) -> Left {
        self.left.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// From here on that is left.
    pub(super) fn leaves(&self, left: Left) {
        *self.left.write().unwrap_or_else(PoisonError::into_inner) = left;
    }

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
        let own = self.versions.get().and_then(|served| served.get(pack));
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
        let _ = self.served().versions.set(versions.collect());
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
        T: Send + 'static,
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

/// Of which moment is what is read in a transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moments {
    /// All of one.
    One,
    /// Each question of its own, or there is only one: it costs less.
    Each,
}

/// For what a transaction opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opens {
    ToRead(Moments),
    /// Together with all others who write.
    ToWrite,
    /// The same, for a while.
    AtLength,
    /// While nobody else writes what the tenant has.
    Alone,
}

/// The transaction of a tenant, and the version of the tenant's own fields.
pub(super) type Opened<D> = (Line<D>, i64);

/// Opens it on PostgreSQL in one round trip.
pub(super) async fn on_postgres(
    lines: &Lines<Postgres>,
    (tenant, opens): (TenantKey, Opens),
    served: &Served,
) -> Result<Opened<Postgres>, Failure> {
    let line = lines.take().await?;
    let (line, rows) = opened(line, lines, opening(tenant, opens)).await?;
    let (line, fields) = checked(line, &rows, served).await?;
    Ok((line, fields))
}

/// Opens one that reads. Where each question is of its own moment, it is gone on in by others of the tenant, for whom this is no round trip
/// then. Nobody changes shapes while it stands, so that they are those of the version that was told at its beginning; where somebody does
/// just now, all is of one moment.
pub(super) async fn to_read_on_postgres(
    lines: &Lines<Postgres>,
    (tenant, moments): (TenantKey, Moments),
    served: &Served,
) -> Result<(Line<Postgres>, Option<Stands>), Failure> {
    // What belongs to the platform may be of any pack, and is of one moment.
    if moments == Moments::One || tenant == PLATFORM {
        let (line, _) = on_postgres(lines, (tenant, Opens::ToRead(Moments::One)), served).await?;
        return Ok((line, None));
    }
    let (line, stands) = lines.take_standing(tenant).await?;
    if stands.is_some() {
        return Ok((line, stands));
    }
    let stands = Stands::of(tenant);
    let (line, rows) = opened(line, lines, opening(tenant, Opens::ToRead(Moments::Each))).await?;
    let holds = rows.iter().find(|row| row.len() == 1);
    if holds.map(|row| row.try_get::<bool, _>(0)).transpose()? != Some(true) {
        // What the version is told of then is what is asked, though it changes meanwhile.
        line.end("ROLLBACK").await?;
        let (line, _) = on_postgres(lines, (tenant, Opens::ToRead(Moments::One)), served).await?;
        return Ok((line, None));
    }
    let (line, _) = checked(line, &rows, served).await?;
    Ok((line, Some(stands)))
}

/// Says the words by which it opens: on another line where this one has broken since it was used last.
async fn opened(
    mut line: Line<Postgres>,
    lines: &Lines<Postgres>,
    text: String,
) -> Result<(Line<Postgres>, Vec<PgRow>), Failure> {
    loop {
        let words = line.beginning(text.clone()).into_owned();
        let (opened, patience) = (sqlx::raw_sql(ask::safe(words)), line.patience());
        match patience.answered(opened.fetch_all(line.connection()?)).await {
            Ok(rows) => return Ok((line, rows)),
            Err(error) => line.broken(error)?,
        }
        line = lines.take().await?;
    }
}

/// What it answered: the version of the tenant's own fields, where that of the pack is the one that is served.
async fn checked(line: Line<Postgres>, rows: &[PgRow], served: &Served) -> Result<Opened<Postgres>, Failure> {
    let mut fields = 0;
    // One alone stands before them for each lock of who writes.
    for row in rows.iter().filter(|row| row.len() > 1) {
        let Some(told) = row.text(1)? else { continue };
        match served.check_told(told) {
            Ok(told) => fields = told,
            Err(outdated) => return line.ended(Err(outdated)).await,
        }
    }
    Ok((line, fields))
}

/// How a transaction that only reads begins on SQLite: with the first that is asked in it, and with the pack's version before that.
#[derive(Debug)]
pub struct Beginning {
    served: Served,
    tenant: TenantKey,
    state: Begun,
    /// Whether what is asked next is all that is asked, as far as whoever asks knows.
    only: bool,
    /// Whether it was asked so, and no transaction stands.
    over: bool,
}

/// What is said together with a question: words that answer one row, by which version the tables of the pack stand.
#[derive(Debug)]
pub(super) enum Words {
    /// Before it, and then all that is asked is of one moment.
    Before(Statement),
    /// Behind it, where it is all that is asked: no transaction is needed.
    Behind(Statement),
    /// They have been said.
    Said,
}

impl Words {
    /// The question with them.
    pub(super) fn with(&self, text: &str, values: &[Bound]) -> Statement {
        let mut whole = Statement::default();
        if let Words::Before(words) = self {
            whole.follow(&words.text, &words.values);
        }
        whole.follow(text, values);
        if let Words::Behind(words) = self {
            whole.follow(&words.text, &words.values);
        }
        whole
    }
}

/// How far it has come.
#[derive(Debug)]
enum Begun {
    NotYet,
    /// The first was asked, and not answered: what it said of the pack is not known.
    Asked,
    /// By the pack as this server knows it.
    Known,
    /// By another one.
    Refused(Failure),
}

impl Beginning {
    pub(super) fn of(served: &Served, tenant: TenantKey, moments: Moments) -> Beginning {
        Beginning {
            served: served.clone(),
            tenant,
            state: Begun::NotYet,
            only: moments == Moments::Each,
            over: false,
        }
    }

    /// Says that what is asked next is not all, so that a transaction begins before it.
    pub(super) fn asks_more(&mut self) {
        self.only = false;
    }

    /// Whether there is nothing to end: it is over already, or nothing was asked.
    pub(super) fn is_over(&self) -> bool {
        self.over || matches!(self.state, Begun::NotYet)
    }

    /// What is said together with what is asked next. Where something did not go well, nothing more is asked.
    pub(super) fn words(&mut self) -> Result<Words, Error> {
        match self.state {
            Begun::NotYet => {}
            // Something is asked behind what was taken for all: at a later moment, as whoever took it for that knows.
            Begun::Known if self.over => (self.only, self.over) = (false, false),
            Begun::Known => return Ok(Words::Said),
            Begun::Asked | Begun::Refused(_) => return Err(not_begun()),
        }
        (self.state, self.over) = (Begun::Asked, self.only);
        let told = |text| Statement {
            text,
            values: vec![Bound::Id(self.tenant)],
        };
        Ok(match self.only {
            // Versions only rise: what was asked before this one is told was asked of its shapes.
            true => Words::Behind(told(ONE_INSTALLED.to_owned())),
            false => Words::Before(told(format!("BEGIN;\n{ONE_INSTALLED}"))),
        })
    }

    /// What they answered. Where the pack is another one by now, what was read with it is given to nobody.
    pub(super) fn told(&mut self, row: Option<AnyRow>) -> Result<(), Error> {
        self.state = match self.served.check_rows(row.as_slice()) {
            Ok(()) => Begun::Known,
            Err(outdated) => Begun::Refused(outdated),
        };
        match self.state {
            Begun::Known => Ok(()),
            _ => Err(not_begun()),
        }
    }

    /// What was read, or why nothing was: a first question may have failed by a shape that is no more.
    pub(super) async fn ended<T>(
        self,
        connection: &mut SqliteConnection,
        done: Result<T, Failure>,
    ) -> Result<T, Failure> {
        match self.state {
            Begun::NotYet | Begun::Known => done,
            Begun::Refused(outdated) => Err(outdated),
            Begun::Asked => {
                self.served.check_sqlite(connection, self.tenant).await?;
                done
            }
        }
    }
}

/// That a transaction has not begun well. Whoever asked is told why at its end.
fn not_begun() -> Error {
    Error::Protocol("a transaction that has not begun well".to_owned())
}

/// What opens the transaction of a tenant: whose rows it sees, by which version of the pack they stand, and the role that owns nothing.
/// Who writes waits for whoever changes shapes, and is told the version as it is afterwards.
///
/// The records of the platform are written by their owner, whom no other tenant's row is shown either; they may be of any pack.
fn opening(tenant: TenantKey, opens: Opens) -> String {
    let id = Uuid::from_bytes(tenant);
    let rest = match tenant {
        PLATFORM => "p.name || ' ' || p.version FROM (SELECT 1) own LEFT JOIN packs p ON true".to_owned(),
        _ => format!("ratebook_installed('{id}'), set_config('role', '{TENANT_ROLE}', true)"),
    };
    let to_write = |shared: &str| {
        let own = of_tenant(tenant);
        format!(
            "{TO_WRITE}; SELECT pg_advisory_xact_lock_shared({SHAPES}); SELECT pg_advisory_xact_lock{shared}({own})"
        )
    };
    let begin = match opens {
        Opens::ToRead(Moments::One) => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY".to_owned(),
        // It waits for nobody.
        Opens::ToRead(Moments::Each) => {
            format!("BEGIN ISOLATION LEVEL READ COMMITTED READ ONLY; SELECT pg_try_advisory_xact_lock_shared({SHAPES})")
        }
        Opens::ToWrite | Opens::AtLength => to_write("_shared"),
        Opens::Alone => to_write(""),
    };
    format!("{begin}; SELECT set_config('app.tenant', '{id}', true), {rest}")
}

/// What whoever writes what a tenant has holds together with all others who do, or alone.
fn of_tenant(tenant: TenantKey) -> i64 {
    let [.., a, b, c, d, e, f, g, h] = tenant;
    i64::from_be_bytes([a, b, c, d, e, f, g, h])
}
