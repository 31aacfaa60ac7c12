//! Lines to a database: so many at most, each for one transaction at a time.
//!
//! The pool of the driver asks a line whether it still stands before it is given out and once more when it comes back: two round trips
//! for each transaction, which may itself be three. Here a line goes from one transaction to the next. One that turns out to be broken
//! when a transaction begins on it, before anything was done, is replaced by another.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use sqlx::pool::PoolConnection;
use sqlx::postgres::PgConnection;
use sqlx::sqlite::SqliteConnection;
use sqlx::{Database, Error, Pool};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::door::{Place, Store};
use super::failure::Failure;
use super::sqlite::WriterCounts;

/// How long somebody waits for a line.
const PATIENCE: Duration = Duration::from_secs(30);
/// What a database remembers for a line grows; after so long it is given up.
const AGE: Duration = Duration::from_secs(30 * 60);

/// A connection on which a word is said that answers nothing.
pub(super) trait Says: Send {
    /// Begins or ends a transaction.
    fn say(&mut self, text: &'static str) -> impl Future<Output = Result<(), Error>> + Send;
}

impl Says for SqliteConnection {
    async fn say(&mut self, text: &'static str) -> Result<(), Error> {
        sqlx::query(text).execute(self).await.map(drop)
    }
}

impl Says for PgConnection {
    async fn say(&mut self, text: &'static str) -> Result<(), Error> {
        sqlx::raw_sql(text).execute(self).await.map(drop)
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
    /// What the one writer of a SQLite has done.
    pub written: Option<WriterCounts>,
}

/// All lines to a database.
pub(super) struct Lines<D: Database>(Arc<Whole<D>>);

struct Whole<D: Database> {
    pool: Pool<D>,
    /// Those that nobody uses.
    free: Mutex<Vec<Kept<D>>>,
    places: Arc<Semaphore>,
    most: u32,
}

struct Kept<D: Database> {
    connection: PoolConnection<D>,
    since: Instant,
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
    /// How busy its connections are.
    pub fn lines(&self) -> LinesUsed {
        let (used, most, written) = match &self.place {
            Place::Sqlite { readers, writer, .. } => (readers.used(), readers.most(), Some(writer.counts())),
            Place::Postgres(lines) => (lines.used(), lines.most(), None),
        };
        LinesUsed { used, most, written }
    }
}

impl<D: Database> Clone for Lines<D> {
    fn clone(&self) -> Lines<D> {
        Lines(Arc::clone(&self.0))
    }
}

impl<D: Database> fmt::Debug for Lines<D> {
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

impl<D: Database> Lines<D> {
    /// As many as a pool has; nobody else takes any of it.
    pub(super) fn of(pool: Pool<D>) -> Lines<D> {
        let most = pool.options().get_max_connections();
        Lines(Arc::new(Whole {
            places: Arc::new(Semaphore::new(usize::try_from(most).unwrap_or(usize::MAX))),
            free: Mutex::default(),
            most,
            pool,
        }))
    }

    /// How many there are at most.
    pub(super) fn most(&self) -> u32 {
        self.0.most
    }

    /// How many are in use.
    pub(super) fn used(&self) -> u32 {
        let free = u32::try_from(self.0.places.available_permits()).unwrap_or(u32::MAX);
        self.0.most.saturating_sub(free)
    }

    /// Closes them, once nobody uses any.
    pub(super) async fn close(&self) {
        let closing = self.0.pool.close();
        self.free(|free| free.clear());
        closing.await;
    }

    fn free<T>(&self, work: impl FnOnce(&mut Vec<Kept<D>>) -> T) -> T {
        // Nobody panics while they hold it.
        work(&mut self.0.free.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Keeps a line for whoever comes next.
    fn keep(&self, kept: Kept<D>) {
        if self.0.pool.is_closed() || kept.since.elapsed() > AGE {
            return drop(kept.connection.detach());
        }
        self.free(|free| free.push(kept));
    }
}

impl<D: Database> Lines<D>
where
    D::Connection: Says,
{
    /// A line of one's own.
    pub(super) async fn take(&self) -> Result<Line<D>, Failure> {
        let asked = Arc::clone(&self.0.places).acquire_owned();
        let place = match tokio::time::timeout(PATIENCE, asked).await {
            Ok(Ok(place)) => place,
            _ => {
                let message = "every connection to the database is in use; try again in a moment";
                return Err(Failure::Busy(message.to_owned()));
            }
        };
        let free = self.free(Vec::pop);
        let used_before = free.is_some();
        let kept = match free {
            Some(kept) => kept,
            None => Kept {
                connection: self.0.pool.acquire().await?,
                since: Instant::now(),
            },
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
            match line.connection()?.say(text).await {
                Ok(()) => return Ok(line),
                Err(error) => line.broken(error)?,
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
    pub(super) fn is_free(mut self) {
        if let Some(kept) = self.kept.take() {
            self.lines.keep(kept);
        }
    }

    pub(super) async fn end(mut self, text: &'static str) -> Result<(), Failure> {
        self.connection()?.say(text).await?;
        self.is_free();
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
    match kept.connection.say("ROLLBACK").await {
        Ok(()) => lines.keep(kept),
        Err(_) => drop(kept.connection.detach()),
    }
    drop(place);
}
