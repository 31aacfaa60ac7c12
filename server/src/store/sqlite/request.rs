//! What the writer is asked to do, and what it answers.

use std::any::Any;
use std::error::Error;
use std::fmt;
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use sqlx::sqlite::SqliteConnection;
use tokio::sync::oneshot;

/// A unit of work under way on the writer's connection.
pub type Unit<'c, T, E> = Pin<Box<dyn Future<Output = Result<T, E>> + Send + 'c>>;

/// Why a write did not happen.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum WriteError<E> {
    /// The unit of work failed: nothing of it is kept.
    Unit(E),
    /// The unit of work panicked, with this message: nothing of it is kept.
    Panicked(String),
    /// The unit of work took longer than it may: nothing of it is kept.
    Overran,
    /// Too many requests wait already: this one was not begun.
    Full,
    /// The writer has been closed: nothing was begun.
    Closed,
    /// The group was not acknowledged by the database. Nothing of it is kept, unless the disk failed after it had written.
    Group(Arc<sqlx::Error>),
}

impl<E: fmt::Display> fmt::Display for WriteError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WriteError::Unit(error) => error.fmt(f),
            WriteError::Panicked(message) => write!(f, "the write stopped unexpectedly: {message}"),
            WriteError::Overran => f.write_str("the write took too long and was undone; try again"),
            WriteError::Full => f.write_str("too many writes are waiting; try again in a moment"),
            WriteError::Closed => f.write_str("the database is closed"),
            WriteError::Group(error) => write!(f, "the write could not be committed: {error}"),
        }
    }
}

impl<E: Error + 'static> Error for WriteError<E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            WriteError::Unit(error) => Some(error),
            WriteError::Group(error) => Some(error.as_ref()),
            _ => None,
        }
    }
}

/// A request of any kind, as the writer sees it.
pub(super) trait Request: Send {
    /// Is there still somebody who waits for the answer?
    fn is_awaited(&self) -> bool;

    /// Runs the unit of work; false when nothing of it may be kept.
    fn run<'c>(
        &'c mut self,
        connection: &'c mut SqliteConnection,
        limit: Duration,
    ) -> Pin<Box<dyn Future<Output = bool> + Send + 'c>>;

    /// Tells the client how its request ended, now that it is known whether the group was committed.
    fn answer(self: Box<Self>, committed: Result<(), Arc<sqlx::Error>>);
}

/// A unit of work, and the client that waits for it.
pub(super) struct Asked<T, E, F> {
    unit: Option<F>,
    /// How long it may take, where that is not the usual.
    patience: Option<Duration>,
    outcome: Option<Result<T, WriteError<E>>>,
    client: oneshot::Sender<Result<T, WriteError<E>>>,
}

impl<T, E, F> Asked<T, E, F> {
    pub(super) fn new(
        unit: F,
        patience: Option<Duration>,
        client: oneshot::Sender<Result<T, WriteError<E>>>,
    ) -> Asked<T, E, F> {
        Asked {
            unit: Some(unit),
            patience,
            outcome: None,
            client,
        }
    }
}

impl<T, E, F> Request for Asked<T, E, F>
where
    T: Send,
    E: Send,
    F: for<'c> FnOnce(&'c mut SqliteConnection) -> Unit<'c, T, E> + Send,
{
    fn is_awaited(&self) -> bool {
        !self.client.is_closed()
    }

    fn run<'c>(
        &'c mut self,
        connection: &'c mut SqliteConnection,
        limit: Duration,
    ) -> Pin<Box<dyn Future<Output = bool> + Send + 'c>> {
        Box::pin(async move {
            let Some(unit) = self.unit.take() else { return false };
            let limit = self.patience.unwrap_or(limit);
            let outcome = match tokio::time::timeout(limit, caught(async move { unit(connection).await })).await {
                Ok(Ok(Ok(value))) => Ok(value),
                Ok(Ok(Err(error))) => Err(WriteError::Unit(error)),
                Ok(Err(message)) => Err(WriteError::Panicked(message)),
                Err(_) => Err(WriteError::Overran),
            };
            self.outcome.insert(outcome).is_ok()
        })
    }

    fn answer(self: Box<Self>, committed: Result<(), Arc<sqlx::Error>>) {
        let answer = match (self.outcome, committed) {
            // Undone in any case: the client learns its own fault rather than that of the group.
            (Some(Err(error)), _) => Err(error),
            (_, Err(error)) => Err(WriteError::Group(error)),
            (Some(Ok(value)), Ok(())) => Ok(value),
            (None, Ok(())) => Err(WriteError::Closed),
        };
        // A client that went away has nobody left to tell.
        let _ = self.client.send(answer);
    }
}

/// A future whose panic ends it alone, not the writer.
async fn caught<F: Future>(future: F) -> Result<F::Output, String> {
    // Dropped inside, where a panic of what it holds is caught too.
    let mut future = Box::pin(future);
    poll_fn(
        move |context| match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context))) {
            Ok(polled) => polled.map(Ok),
            Err(panic) => std::task::Poll::Ready(Err(message_of(panic.as_ref()))),
        },
    )
    .await
}

/// What a panic said.
fn message_of(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "no message".to_owned())
}
