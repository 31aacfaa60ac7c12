//! The one writer: requests that arrive together share a commit, and with it one wait for the disk.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection};
use tokio::runtime;
use tokio::sync::{mpsc, oneshot};
use tokio::time::Instant;

use super::connect::SqliteFile;
use super::request::{Asked, Request, Unit, WriteError};

/// What bounds the writer.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct WriterSettings {
    /// Requests in one commit.
    pub max_group: usize,
    /// How long a group takes requests in: the first one waits no longer than this, the last unit and the disk.
    pub max_wait: Duration,
    /// How long one unit of work may take, as all others wait for it.
    pub max_unit: Duration,
    /// Requests that may wait; more are refused.
    pub queue: usize,
}

impl Default for WriterSettings {
    fn default() -> WriterSettings {
        WriterSettings {
            max_group: 256,
            max_wait: Duration::from_millis(20),
            // A build that is not optimised takes several times as long.
            max_unit: Duration::from_secs(if cfg!(debug_assertions) { 30 } else { 5 }),
            queue: 1_024,
        }
    }
}

/// How much the writer has done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct WriterCounts {
    /// Groups that were committed.
    pub groups: u64,
    /// Requests whose unit was kept by one of those commits.
    pub requests: u64,
    /// The most requests that one commit kept.
    pub largest_group: u64,
}

/// The only way to change the file; clones share the connection and the queue.
#[derive(Clone, Debug)]
pub struct Writer {
    queue: mpsc::Sender<Message>,
    counts: Arc<Counts>,
}

enum Message {
    Write(Box<dyn Request>),
    Close(oneshot::Sender<()>),
}

#[derive(Debug, Default)]
struct Counts {
    groups: AtomicU64,
    requests: AtomicU64,
    largest_group: AtomicU64,
}

impl Writer {
    /// Opens the file for writing, and makes it when there is none.
    pub async fn open(file: &SqliteFile, settings: WriterSettings) -> Result<Writer, sqlx::Error> {
        let options = file.write_options();
        let connection = options.connect().await?;
        let (queue, waiting) = mpsc::channel(settings.queue.max(1));
        let counts = Arc::new(Counts::default());
        let groups = Groups {
            options,
            connection: Some(connection),
            waiting,
            settings,
            counts: Arc::clone(&counts),
            unbegun: None,
            closing: None,
        };
        // A thread of its own: what it hears from the database does not wait behind requests that are read and answered meanwhile.
        let alone = runtime::Builder::new_current_thread().enable_time().build();
        let alone = alone.map_err(sqlx::Error::Io)?;
        let named = std::thread::Builder::new().name("writer".to_owned());
        named
            .spawn(move || alone.block_on(groups.run()))
            .map_err(sqlx::Error::Io)?;
        Ok(Writer { queue, counts })
    }

    /// Runs a unit of work in a savepoint of its own and answers once it is on the disk.
    ///
    /// Whoever stops waiting before the unit has begun withdraws it; later it is kept like any other. The unit must leave
    /// `BEGIN`, `COMMIT` and `ROLLBACK` alone: what ends the transaction ends the group, and all its requests fail.
    pub async fn write<T, E, F>(&self, unit: F) -> Result<T, WriteError<E>>
    where
        T: Send + 'static,
        E: Send + 'static,
        F: for<'c> FnOnce(&'c mut SqliteConnection) -> Unit<'c, T, E> + Send + 'static,
    {
        self.write_within(None, unit).await
    }

    /// The same of a unit that may take so long, where that is not the usual.
    pub(crate) async fn write_within<T, E, F>(&self, patience: Option<Duration>, unit: F) -> Result<T, WriteError<E>>
    where
        T: Send + 'static,
        E: Send + 'static,
        F: for<'c> FnOnce(&'c mut SqliteConnection) -> Unit<'c, T, E> + Send + 'static,
    {
        let (client, answer) = oneshot::channel();
        let request = Message::Write(Box::new(Asked::new(unit, patience, client)));
        self.queue.try_send(request).map_err(|refused| match refused {
            mpsc::error::TrySendError::Full(_) => WriteError::Full,
            mpsc::error::TrySendError::Closed(_) => WriteError::Closed,
        })?;
        answer.await.unwrap_or(Err(WriteError::Closed))
    }

    /// How much has been done so far.
    pub fn counts(&self) -> WriterCounts {
        WriterCounts {
            groups: self.counts.groups.load(Ordering::Relaxed),
            requests: self.counts.requests.load(Ordering::Relaxed),
            largest_group: self.counts.largest_group.load(Ordering::Relaxed),
        }
    }

    /// How often anything was committed: where that is as before, nothing was changed in between that anybody knows of.
    pub(crate) fn commits(&self) -> u64 {
        self.counts.groups.load(Ordering::Acquire)
    }

    /// Commits what waits, takes nothing more in, and closes the file.
    pub async fn close(&self) {
        let (closed, done) = oneshot::channel();
        if self.queue.send(Message::Close(closed)).await.is_ok() {
            // Closed by somebody else in the meantime is closed as well.
            let _ = done.await;
        }
    }
}

/// The task behind the writer.
struct Groups {
    options: SqliteConnectOptions,
    /// None after a fault, until the next group opens another.
    connection: Option<SqliteConnection>,
    waiting: mpsc::Receiver<Message>,
    settings: WriterSettings,
    counts: Arc<Counts>,
    /// Taken in by a group that ended before it was its turn.
    unbegun: Option<Box<dyn Request>>,
    closing: Option<oneshot::Sender<()>>,
}

impl Groups {
    async fn run(mut self) {
        loop {
            if let Some(first) = self.unbegun.take() {
                self.group(first).await;
                continue;
            }
            let Some(message) = self.waiting.recv().await else {
                break;
            };
            if let Some(first) = self.request(message) {
                self.group(first).await;
            }
            if self.closing.is_some() {
                self.waiting.close();
            }
        }
        if let Some(connection) = self.connection.take() {
            // What is acknowledged is on the disk already; a failure here costs the next start a look at the log.
            let _ = connection.close().await;
        }
        if let Some(closed) = self.closing {
            let _ = closed.send(());
        }
    }

    /// The request that a message holds, if it does not ask to close.
    fn request(&mut self, message: Message) -> Option<Box<dyn Request>> {
        match message {
            Message::Write(request) => Some(request),
            Message::Close(closed) => {
                self.closing = Some(closed);
                None
            }
        }
    }

    /// One group, from its first request to all its answers.
    async fn group(&mut self, first: Box<dyn Request>) {
        let mut asked = vec![first];
        let committed = self.commit(&mut asked).await.map_err(Arc::new);
        if committed.is_err() {
            // Whatever state the connection is in, the transaction ends with it.
            self.connection = None;
        }
        for request in asked {
            request.answer(committed.clone());
        }
    }

    /// Runs the first request, and those that came while it ran, and commits them.
    async fn commit(&mut self, asked: &mut Vec<Box<dyn Request>>) -> Result<(), sqlx::Error> {
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => self.options.connect().await?,
        };
        // A lock for writing at once: one that is asked for later can fail in the midst of a unit.
        let mut group = connection.begin_with("BEGIN IMMEDIATE").await?;
        let until = Instant::now() + self.settings.max_wait;
        let (mut kept, mut before) = (0, Before::Nothing);
        while let Some(request) = asked.last_mut() {
            if request.is_awaited() {
                if let Err(error) = before.begins(&mut group).await {
                    if before != Before::Nothing {
                        // It is the end of the one before that went wrong: nothing of this one has begun.
                        self.unbegun = asked.pop();
                    }
                    return Err(error);
                }
                let is_kept = request.run(&mut group, self.settings.max_unit).await;
                before = if is_kept { Before::Kept } else { Before::Undone };
                kept += u64::from(is_kept);
            }
            if asked.len() >= self.settings.max_group || Instant::now() >= until {
                break;
            }
            let Ok(message) = self.waiting.try_recv() else { break };
            let Some(next) = self.request(message) else { break };
            asked.push(next);
        }
        before.ends(&mut group).await?;
        group.commit().await?;
        // Before anybody is told that it is done: whoever knows of it finds it counted.
        self.counts.groups.fetch_add(1, Ordering::Release);
        self.counts.requests.fetch_add(kept, Ordering::Relaxed);
        self.counts.largest_group.fetch_max(kept, Ordering::Relaxed);
        self.connection = Some(connection);
        Ok(())
    }
}

/// What became of the request before. Each is run between savepoints: all of it is in the group, or nothing. An error is one of the whole
/// group, as when a full disk or `ON CONFLICT ROLLBACK` ended the transaction under all of them: then there is no savepoint to go back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Before {
    Nothing,
    Kept,
    Undone,
}

impl Before {
    /// Ends the request before, and begins the next, in one round to the thread that has the connection.
    async fn begins(self, connection: &mut SqliteConnection) -> Result<(), sqlx::Error> {
        let text = match self {
            Before::Nothing => "SAVEPOINT request",
            Before::Kept => "RELEASE request; SAVEPOINT request",
            Before::Undone => "ROLLBACK TO request; RELEASE request; SAVEPOINT request",
        };
        sqlx::query(text).execute(connection).await.map(drop)
    }

    /// Ends the last request; what was kept ends with the commit.
    async fn ends(self, connection: &mut SqliteConnection) -> Result<(), sqlx::Error> {
        match self {
            Before::Undone => sqlx::query("ROLLBACK TO request").execute(connection).await.map(drop),
            Before::Nothing | Before::Kept => Ok(()),
        }
    }
}
