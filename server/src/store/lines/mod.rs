//! Lines to a database: so many at most, each for one transaction at a time.
//!
//! The pool of the driver asks a line whether it still stands before it is given out and once more when it comes back: two round trips
//! for each transaction, which may itself be three. Here a line goes from one transaction to the next. One that turns out to be broken
//! when a transaction begins on it, before anything was done, is replaced by another.

mod patience;
mod says;
mod standing;
mod used;

use std::borrow::Cow;
use std::fmt;
use std::io::ErrorKind;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use sqlx::pool::PoolConnection;
use sqlx::postgres::PgConnectOptions;
use sqlx::{Database, Error, Pool, Postgres};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

pub(super) use patience::LET_IN;
pub use patience::Patience;
pub(super) use says::Says;
pub(super) use standing::Stands;
use standing::Waiters;
pub use used::LinesUsed;

use super::ask::Connection;
use super::door::TenantKey;
use super::failure::Failure;
use super::sqlite::WriterCounts;

/// How long somebody waits for a line.
const PATIENCE: Duration = Duration::from_secs(30);
/// What a database remembers for a line grows; after so long it is given up.
const AGE: Duration = Duration::from_secs(30 * 60);
/// A transaction that has only read ends with the beginning of the next one on its line, or by itself after so long without any.
const LEFT_OPEN: Duration = Duration::from_millis(5);

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
    patience: Patience,
}

struct Free<D: Database> {
    lines: Vec<Kept<D>>,
    /// Whether somebody ends what was left open.
    is_swept: bool,
}

struct Kept<D: Database> {
    connection: PoolConnection<D>,
    since: Instant,
    /// When it was used last.
    used: Instant,
    /// The transaction that has been left on it, and has only read.
    left_open: Option<LeftOpen>,
    /// How long it is waited for what is answered on it.
    patience: Patience,
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
    pub(super) fn of(pool: Pool<D>, patience: Patience) -> Lines<D> {
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
            patience,
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
        // Whoever ends waits no longer than anybody else for a database that does not answer.
        let _ = tokio::time::timeout(PATIENCE, closing).await;
    }

    fn free<T>(&self, work: impl FnOnce(&mut Free<D>) -> T) -> T {
        // Nobody panics while they hold it.
        let mut free = self.0.free.lock().unwrap_or_else(PoisonError::into_inner);
        let is_over = |kept: &Kept<D>| self.0.patience.is_over(kept.since, kept.used);
        while let Some(found) = free.lines.iter().position(is_over) {
            drop(free.lines.remove(found).connection.detach());
        }
        work(&mut free)
    }

    /// Keeps a line for whoever comes next.
    fn keep(&self, mut kept: Kept<D>) {
        if self.0.pool.is_closed() || kept.since.elapsed() > AGE {
            return drop(kept.connection.detach());
        }
        kept.used = Instant::now();
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

impl Lines<Postgres> {
    /// How its database is reached, and whether its connections are lent.
    pub(super) fn reached(&self) -> (PgConnectOptions, bool) {
        let options = PgConnectOptions::clone(&self.0.pool.connect_options());
        (options, !self.0.patience.keeps_statements())
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
                let (mut connection, patience) = (self.0.pool.acquire().await?, self.0.patience.of_another());
                if let Some(name) = patience.called() {
                    patience.answered(connection.is_called(name)).await?;
                }
                self.0.made.fetch_add(1, Ordering::Relaxed);
                let since = Instant::now();
                Kept {
                    connection,
                    since,
                    used: since,
                    left_open: None,
                    patience,
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
            let patience = line.patience();
            match patience.answered(line.connection()?.say(words)).await {
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

    /// How long it is waited for what is answered on it.
    pub(super) fn patience(&self) -> Patience {
        self.kept.as_ref().map(|kept| kept.patience.clone()).unwrap_or_default()
    }

    /// The words by which a transaction begins on it: behind those that end the one that was left on it.
    pub(super) fn beginning(&mut self, text: impl Into<Cow<'static, str>>) -> Cow<'static, str> {
        let text = text.into();
        match self.kept.as_mut().and_then(|kept| kept.left_open.take()) {
            Some(_) => format!("ROLLBACK; {text}").into(),
            None => text,
        }
    }

    /// Gives back a line on which somebody has read. Where something went wrong, nothing more is asked in their transaction, and where
    /// nothing was answered, nothing more on the line.
    pub(super) fn has_read<T>(self, done: &Result<T, Failure>, stands: Option<Stands>) {
        match done {
            Ok(_) => self.left_open(stands),
            Err(Failure::Away(_)) => self.lost(),
            Err(_) => self.left_open(None),
        }
    }

    /// Gives up a line over which nothing comes any more: what was begun on it is undone by the database.
    fn lost(mut self) {
        drop(self.kept.take().map(|kept| kept.connection.detach()));
    }

    /// Gives back a line on which something was read to its end, and whose transaction the next one ends, or goes on in where it stands.
    fn left_open(self, stands: Option<Stands>) {
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
    pub(super) fn broken(self, error: Error) -> Result<(), Failure> {
        // What was not answered here in time would not be on another one.
        let silent = matches!(&error, Error::Io(told) if told.kind() == ErrorKind::TimedOut);
        let gone = matches!(error, Error::Protocol(_) | Error::WorkerCrashed);
        let (failure, again) = (Failure::from(error), self.used_before && !silent);
        if gone || matches!(failure, Failure::Away(_)) {
            self.lost();
            return if again { Ok(()) } else { Err(failure) };
        }
        Err(failure)
    }

    /// Commits what went well, and undoes the rest before anybody hears of it: nothing is locked any more when they ask again.
    pub(super) async fn ended<T>(self, done: Result<T, Failure>) -> Result<T, Failure> {
        match done {
            Ok(done) => {
                self.commit().await?;
                Ok(done)
            }
            Err(failure @ Failure::Away(_)) => {
                self.lost();
                Err(failure)
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

    /// Commits. Where that is not answered, it may have been carried out or not.
    pub(super) async fn commit(self) -> Result<(), Failure> {
        match self.end("COMMIT").await {
            Err(Failure::Away(told)) => Err(Failure::Unknown(told)),
            done => done,
        }
    }

    pub(super) async fn end(mut self, text: &'static str) -> Result<(), Failure> {
        let patience = self.patience();
        let said = patience.answered(self.connection()?.say(text.into())).await;
        match said.map_err(Failure::from) {
            Ok(()) => {
                self.freed();
                Ok(())
            }
            Err(failure @ Failure::Away(_)) => {
                self.lost();
                Err(failure)
            }
            Err(failure) => Err(failure),
        }
    }
}

impl Line<Postgres> {
    /// Who asks in its transaction, and waits for nobody who does not answer.
    pub(super) fn asks(&mut self) -> Result<Connection<'_>, Failure> {
        let patience = self.patience();
        Ok(Connection::Postgres(self.connection()?, patience))
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
    let patience = kept.patience.clone();
    match patience.answered(kept.connection.undo()).await {
        Ok(()) => lines.keep(kept),
        Err(_) => drop(kept.connection.detach()),
    }
    drop(place);
}
