//! Lines to a database: so many at most, each for one transaction at a time.
//!
//! The pool of the driver asks a line whether it still stands before it is given out and once more when it comes back: two round trips
//! for each transaction, which may itself be three. Here a line goes from one transaction to the next. One that turns out to be broken
//! when a transaction begins on it, before anything was done, is replaced by another.

mod standing;

use std::borrow::Cow;
use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use sqlx::pool::PoolConnection;
use sqlx::postgres::PgConnection;
use sqlx::sqlite::SqliteConnection;
use sqlx::{Database, Error, Pool};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

pub(super) use standing::Stands;
use standing::Waiters;

use super::ask;
use super::door::{Place, Store, TenantKey};
use super::failure::Failure;
use super::sqlite::WriterCounts;

/// How long somebody waits for a line.
const PATIENCE: Duration = Duration::from_secs(30);
/// What a database remembers for a line grows; after so long it is given up.
const AGE: Duration = Duration::from_secs(30 * 60);
/// A transaction that has only read ends with the beginning of the next one on its line, or by itself after so long without any.
const LEFT_OPEN: Duration = Duration::from_millis(5);
/// A connection on which a word is said that answers nothing.
pub(in crate::store) trait Says: Send {
    /// Begins or ends a transaction.
    fn say(&mut self, text: Cow<'static, str>) -> impl Future<Output = Result<(), Error>> + Send;

    /// Undoes what somebody has left behind, if they have.
    fn undo(&mut self) -> impl Future<Output = Result<(), Error>> + Send {
        self.say("ROLLBACK".into())
    }
}

impl Says for SqliteConnection {
    async fn say(&mut self, text: Cow<'static, str>) -> Result<(), Error> {
        match text {
            Cow::Borrowed(text) => sqlx::query(text).execute(self).await.map(drop),
            Cow::Owned(text) => sqlx::query(ask::safe(text)).execute(self).await.map(drop),
        }
    }

    async fn undo(&mut self) -> Result<(), Error> {
        match self.say("ROLLBACK".into()).await {
            // A lone question has none: the line is as good as it was.
            Err(Error::Database(told)) if told.message().ends_with("no transaction is active") => Ok(()),
            done => done,
        }
    }
}

impl Says for PgConnection {
    async fn say(&mut self, text: Cow<'static, str>) -> Result<(), Error> {
        match text {
            Cow::Borrowed(text) => sqlx::raw_sql(text).execute(self).await.map(drop),
            Cow::Owned(text) => sqlx::raw_sql(ask::safe(text)).execute(self).await.map(drop),
        }
    }
}

/// How busy the way to the database is.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct LinesUsed {
    /// Connections in use.
    pub used: u32,
    /// As many as there may be.
    pub most: u32,
    /// How many were made since it was opened: they are few, since each is used again.
    pub made: u64,
    /// What the one writer of a SQLite has done.
    pub written: Option<WriterCounts>,
}

/// All lines to a database.
pub(super) struct Lines<D: Database>(Arc<Whole<D>>)
where
    D::Connection: Says;

struct Whole<D: Database>
where
    D::Connection: Says,
{
    pool: Pool<D>,
    /// Those that nobody uses.
    free: Mutex<Free<D>>,
    places: Arc<Semaphore>,
    most: u32,
    made: AtomicU64,
    waiters: Waiters<D>,
}

struct Free<D: Database> {
    lines: Vec<Kept<D>>,
    /// Whether somebody ends what was left open.
    is_swept: bool,
}

struct Kept<D: Database> {
    connection: PoolConnection<D>,
    since: Instant,
    /// The transaction that has been left on it, and has only read.
    left_open: Option<LeftOpen>,
}

#[derive(Clone, Copy)]
struct LeftOpen {
    since: Instant,
    stands: Option<Stands>,
}

impl<D: Database> Kept<D> {
    /// Its transaction, where a tenant may go on in it.
    fn stands(&self) -> Option<Stands> {
        let left = self.left_open.filter(|left| left.since.elapsed() < LEFT_OPEN)?;
        left.stands.filter(|stands| stands.is_young())
    }

    fn stands_for(&self, tenant: TenantKey) -> Option<Stands> {
        self.stands().filter(|stands| stands.tenant() == tenant)
    }
}

/// A line with a transaction on it. Dropped before its end, it is undone all the same.
pub(super) struct Line<D: Database>
where
    D::Connection: Says,
{
    kept: Option<Kept<D>>,
    lines: Lines<D>,
    place: Option<OwnedSemaphorePermit>,
    used_before: bool,
}

impl Store {
    /// How often this process has changed anything; nothing where others change it too, and tell nobody.
    pub(crate) fn changes(&self) -> Option<u64> {
        match &self.place {
            Place::Sqlite { writer, .. } => Some(writer.commits()),
            Place::Postgres(_) => None,
        }
    }

    /// How many may read at once.
    pub fn readers(&self) -> u32 {
        match &self.place {
            Place::Sqlite { readers, .. } => readers.most(),
            Place::Postgres(lines) => lines.most(),
        }
    }

    /// How busy its connections are.
    pub fn lines(&self) -> LinesUsed {
        match &self.place {
            Place::Sqlite { readers, writer, .. } => readers.told(Some(writer.counts())),
            Place::Postgres(lines) => lines.told(None),
        }
    }
}

impl<D: Database> Clone for Lines<D>
where
    D::Connection: Says,
{
    fn clone(&self) -> Lines<D> {
        Lines(Arc::clone(&self.0))
    }
}

impl<D: Database> fmt::Debug for Lines<D>
where
    D::Connection: Says,
{
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Lines({})", self.0.most)
    }
}

impl<D: Database> fmt::Debug for Line<D>
where
    D::Connection: Says,
{
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Line(used before: {})", self.used_before)
    }
}

impl<D: Database> Lines<D>
where
    D::Connection: Says,
{
    /// As many as a pool has; nobody else takes any of it.
    pub(super) fn of(pool: Pool<D>) -> Lines<D> {
        let most = pool.options().get_max_connections();
        Lines(Arc::new(Whole {
            places: Arc::new(Semaphore::new(usize::try_from(most).unwrap_or(usize::MAX))),
            free: Mutex::new(Free {
                lines: Vec::new(),
                is_swept: false,
            }),
            most,
            made: AtomicU64::new(0),
            waiters: Waiters::default(),
            pool,
        }))
    }

    /// How many there are at most.
    pub(super) fn most(&self) -> u32 {
        self.0.most
    }

    fn told(&self, written: Option<WriterCounts>) -> LinesUsed {
        let free = u32::try_from(self.0.places.available_permits()).unwrap_or(u32::MAX);
        LinesUsed {
            used: self.0.most.saturating_sub(free),
            most: self.0.most,
            made: self.0.made.load(Ordering::Relaxed),
            written,
        }
    }

    /// Closes them, once nobody uses any.
    pub(super) async fn close(&self) {
        let closing = self.0.pool.close();
        self.free(|free| free.lines.clear());
        closing.await;
    }

    fn free<T>(&self, work: impl FnOnce(&mut Free<D>) -> T) -> T {
        // Nobody panics while they hold it.
        work(&mut self.0.free.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Keeps a line for whoever comes next.
    fn keep(&self, kept: Kept<D>) {
        if self.0.pool.is_closed() || kept.since.elapsed() > AGE {
            return drop(kept.connection.detach());
        }
        self.free(|free| free.lines.push(kept));
    }

    /// A line on which a transaction was left open for long enough, and the place that it takes.
    fn left_open(&self) -> Option<(Kept<D>, OwnedSemaphorePermit)> {
        // There are at least as many places as lines that nobody uses.
        let place = Arc::clone(&self.0.places).try_acquire_owned().ok()?;
        let kept = self.free(|free| {
            let stale = |kept: &Kept<D>| kept.left_open.is_some_and(|left| left.since.elapsed() >= LEFT_OPEN);
            let found = free.lines.iter().position(stale)?;
            Some(free.lines.remove(found))
        });
        Some((kept?, place))
    }
}

impl<D: Database> Lines<D>
where
    D::Connection: Says,
{
    /// A line of one's own.
    pub(super) async fn take(&self) -> Result<Line<D>, Failure> {
        self.take_one(|_| false).await
    }

    /// The same, and on it the transaction in which others of a tenant have asked, where there is one that stands, or one of them hands
    /// theirs on before it is one's turn.
    pub(super) async fn take_standing(&self, tenant: TenantKey) -> Result<(Line<D>, Option<Stands>), Failure> {
        let taken = self.take_one(|kept| kept.stands_for(tenant).is_some());
        let (mut line, handed) = match self.0.places.available_permits() {
            0 => self.0.waiters.or_handed_on(tenant, taken).await?,
            _ => (taken.await?, None),
        };
        let stood = line.kept.as_mut().and_then(|kept| {
            let stands = kept.stands_for(tenant)?;
            kept.left_open = None;
            Some(stands)
        });
        Ok((line, handed.or(stood)))
    }

    /// One of those that somebody wants, else one on which no transaction stands in which others could go on, else any.
    async fn take_one(&self, wanted: impl Fn(&Kept<D>) -> bool) -> Result<Line<D>, Failure> {
        let asked = Arc::clone(&self.0.places).acquire_owned();
        let place = match tokio::time::timeout(PATIENCE, asked).await {
            Ok(Ok(place)) => place,
            _ => {
                let message = "every connection to the database is in use; try again in a moment";
                return Err(Failure::Busy(message.to_owned()));
            }
        };
        let free = self.free(|free| {
            let lines = &free.lines;
            let found = lines.iter().rposition(wanted);
            let found = found.or_else(|| lines.iter().rposition(|kept| kept.stands().is_none()));
            match found {
                Some(found) => Some(free.lines.remove(found)),
                None => free.lines.pop(),
            }
        });
        let used_before = free.is_some();
        let kept = match free {
            Some(kept) => kept,
            None => {
                let connection = self.0.pool.acquire().await?;
                self.0.made.fetch_add(1, Ordering::Relaxed);
                Kept {
                    connection,
                    since: Instant::now(),
                    left_open: None,
                }
            }
        };
        Ok(Line {
            kept: Some(kept),
            lines: self.clone(),
            place: Some(place),
            used_before,
        })
    }

    /// A line with a transaction that begins with these words.
    pub(super) async fn begin(&self, text: &'static str) -> Result<Line<D>, Failure> {
        loop {
            let mut line = self.take().await?;
            let words = line.beginning(text);
            match line.connection()?.say(words).await {
                Ok(()) => return Ok(line),
                Err(error) => line.broken(error)?,
            }
        }
    }

    /// Ends what was left open, as long as anything is.
    async fn sweep(self) {
        loop {
            tokio::time::sleep(LEFT_OPEN).await;
            while let Some((kept, place)) = self.left_open() {
                undone(self.clone(), kept, Some(place)).await;
            }
            let is_over = self.free(|free| {
                free.is_swept = free.lines.iter().any(|kept| kept.left_open.is_some());
                !free.is_swept
            });
            if is_over || self.0.pool.is_closed() {
                return;
            }
        }
    }
}

impl<D: Database> Line<D>
where
    D::Connection: Says,
{
    pub(super) fn connection(&mut self) -> Result<&mut D::Connection, Failure> {
        let kept = self.kept.as_mut();
        let kept = kept.ok_or_else(|| Failure::defect("a transaction that has ended"))?;
        Ok(&mut kept.connection)
    }

    /// The words by which a transaction begins on it: behind those that end the one that was left on it.
    pub(super) fn beginning(&mut self, text: impl Into<Cow<'static, str>>) -> Cow<'static, str> {
        let text = text.into();
        match self.kept.as_mut().and_then(|kept| kept.left_open.take()) {
            Some(_) => format!("ROLLBACK; {text}").into(),
            None => text,
        }
    }

    /// Gives back a line on which something was read to its end, and whose transaction the next one ends, or goes on in where it stands.
    pub(super) fn left_open(self, stands: Option<Stands>) {
        let lines = self.lines.clone();
        let mut line = match stands.filter(|stands| stands.is_young()) {
            Some(stands) => match lines.0.waiters.hand_on(self, stands) {
                Some(line) => line,
                None => return,
            },
            None => self,
        };
        let Some(mut kept) = line.kept.take() else { return };
        let Ok(runtime) = tokio::runtime::Handle::try_current() else {
            return drop(kept.connection.detach());
        };
        let since = Instant::now();
        kept.left_open = Some(LeftOpen { since, stands });
        lines.keep(kept);
        let is_swept = lines.free(|free| std::mem::replace(&mut free.is_swept, true));
        if !is_swept {
            runtime.spawn(lines.sweep());
        }
    }

    /// Gives up a line on which nothing could be begun, where that is because it has broken since it was used last; another one may stand.
    pub(super) fn broken(mut self, error: Error) -> Result<(), Failure> {
        let told = error.as_database_error().and_then(|told| told.code());
        // Connections that are closed by whoever runs the database, or are gone.
        let closed = told.is_some_and(|code| code.starts_with("08") || code.starts_with("57P"));
        let gone = matches!(
            error,
            Error::Io(_) | Error::Protocol(_) | Error::Tls(_) | Error::WorkerCrashed
        );
        if !(self.used_before && (closed || gone)) {
            return Err(error.into());
        }
        drop(self.kept.take().map(|kept| kept.connection.detach()));
        Ok(())
    }

    /// Commits what went well, and undoes the rest before anybody hears of it: nothing is locked any more when they ask again.
    pub(super) async fn ended<T>(self, done: Result<T, Failure>) -> Result<T, Failure> {
        match done {
            Ok(done) => {
                self.end("COMMIT").await?;
                Ok(done)
            }
            Err(failure) => {
                // What cannot be undone over a broken line is undone by the database.
                let _ = self.end("ROLLBACK").await;
                Err(failure)
            }
        }
    }

    /// Gives back a line on which no transaction is any more.
    pub(super) fn freed(mut self) {
        if let Some(kept) = self.kept.take() {
            self.lines.keep(kept);
        }
    }

    pub(super) async fn end(mut self, text: &'static str) -> Result<(), Failure> {
        self.connection()?.say(text.into()).await?;
        self.freed();
        Ok(())
    }
}

impl<D: Database> Drop for Line<D>
where
    D::Connection: Says,
{
    fn drop(&mut self) {
        let Some(kept) = self.kept.take() else { return };
        let (lines, place) = (self.lines.clone(), self.place.take());
        match tokio::runtime::Handle::try_current() {
            Ok(runtime) => drop(runtime.spawn(undone(lines, kept, place))),
            // Closed, it is undone by the database.
            Err(_) => drop(kept.connection.detach()),
        }
    }
}

/// Ends a transaction of which nothing is to be kept: of whoever has only read, or has gone away.
async fn undone<D: Database>(lines: Lines<D>, mut kept: Kept<D>, place: Option<OwnedSemaphorePermit>)
where
    D::Connection: Says,
{
    kept.left_open = None;
    match kept.connection.undo().await {
        Ok(()) => lines.keep(kept),
        Err(_) => drop(kept.connection.detach()),
    }
    drop(place);
}
