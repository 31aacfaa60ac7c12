//! Transactions in which more than one may ask, and who waits for theirs.
//!
//! Where all lines are in use, whoever comes waits for their turn. Whoever has asked in a transaction that stands hands it to one who waits
//! for the same tenant, and that is one round trip saved; after a while it ends, and whoever has waited longest is next.

use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use sqlx::Database;
use tokio::sync::oneshot;

use super::{Line, Says};
use crate::store::door::TenantKey;
use crate::store::failure::Failure;

/// For so long more questions are begun in a transaction in which each is of its own moment. Whoever changes shapes waits for the end of
/// the last of them, and so does whoever waits for a line.
const STANDS: Duration = Duration::from_millis(50);

/// A transaction of a tenant in which each question is of its own moment, so that whoever comes next may ask in it too.
#[derive(Clone, Copy, Debug)]
pub(in crate::store) struct Stands {
    tenant: TenantKey,
    begun: Instant,
}

impl Stands {
    /// One that begins now.
    pub(in crate::store) fn of(tenant: TenantKey) -> Stands {
        let begun = Instant::now();
        Stands { tenant, begun }
    }

    pub(super) fn tenant(self) -> TenantKey {
        self.tenant
    }

    /// Whether more may be asked in it.
    pub(super) fn is_young(self) -> bool {
        self.begun.elapsed() < STANDS
    }
}

/// A line with a transaction on it in which whoever gets it goes on.
type Handed<D> = (Line<D>, Stands);

/// Who waits, by tenant and in the order in which they came.
type Waiting<D> = HashMap<TenantKey, BTreeMap<u64, oneshot::Sender<Handed<D>>>>;

/// Whoever waits for a line while all are in use.
pub(super) struct Waiters<D: Database>
where
    D::Connection: Says,
{
    waiting: Mutex<Waiting<D>>,
    came: AtomicU64,
}

impl<D: Database> Default for Waiters<D>
where
    D::Connection: Says,
{
    fn default() -> Waiters<D> {
        Waiters {
            waiting: Mutex::default(),
            came: AtomicU64::new(0),
        }
    }
}

/// Somebody who waits. Whatever becomes of them, nobody hands them anything afterwards.
struct Waiter<'w, D: Database>
where
    D::Connection: Says,
{
    all: &'w Waiters<D>,
    tenant: TenantKey,
    number: u64,
    handed: oneshot::Receiver<Handed<D>>,
}

impl<D: Database> Drop for Waiter<'_, D>
where
    D::Connection: Says,
{
    fn drop(&mut self) {
        // What was handed on at the last moment is dropped with the receiver: its transaction is undone, and the line is free.
        drop(self.all.taken_out(self.tenant, |_| Some(self.number)));
    }
}

impl<D: Database> Waiters<D>
where
    D::Connection: Says,
{
    /// A line that is handed on by somebody of the same tenant, or the one that is taken in turn: whichever comes first.
    pub(super) async fn or_handed_on(
        &self,
        tenant: TenantKey,
        taken: impl Future<Output = Result<Line<D>, Failure>>,
    ) -> Result<(Line<D>, Option<Stands>), Failure> {
        let mut waiter = self.waits(tenant);
        tokio::select! {
            biased;
            Ok((line, stands)) = &mut waiter.handed => Ok((line, Some(stands))),
            taken = taken => Ok((taken?, None)),
        }
    }

    /// Gives a line to whoever has waited longest for it; it comes back where nobody does.
    pub(super) fn hand_on(&self, mut line: Line<D>, stands: Stands) -> Option<Line<D>> {
        let first = |own: &BTreeMap<u64, _>| own.keys().next().copied();
        loop {
            let Some(waiter) = self.taken_out(stands.tenant, first) else {
                return Some(line);
            };
            match waiter.send((line, stands)) {
                Ok(()) => return None,
                Err((back, _)) => line = back,
            }
        }
    }

    fn waits(&self, tenant: TenantKey) -> Waiter<'_, D> {
        let (sender, handed) = oneshot::channel();
        let number = self.came.fetch_add(1, Ordering::Relaxed);
        let mut all = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        all.entry(tenant).or_default().insert(number, sender);
        Waiter {
            all: self,
            tenant,
            number,
            handed,
        }
    }

    /// One of those who wait for a tenant; they do not any more.
    fn taken_out(
        &self,
        tenant: TenantKey,
        which: impl FnOnce(&BTreeMap<u64, oneshot::Sender<Handed<D>>>) -> Option<u64>,
    ) -> Option<oneshot::Sender<Handed<D>>> {
        let mut all = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let own = all.get_mut(&tenant)?;
        let found = which(own).and_then(|number| own.remove(&number));
        if own.is_empty() {
            all.remove(&tenant);
        }
        found
    }
}
