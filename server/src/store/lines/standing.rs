//! Transactions in which more than one may ask, and who waits for theirs.
//!
//! Where all lines are in use, whoever comes waits for their turn. Whoever has asked in a transaction that stands hands it to one who waits
//! for the same tenant, and that is one round trip saved; after a while it ends, and whoever has waited longest is next.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::oneshot;

use super::{Line, Says};
use crate::store::door::TenantKey;
use crate::store::failure::Failure;
use sqlx::Database;

/// For so long more is asked in a transaction in which each question is of its own moment. Whoever changes shapes waits for its end, and
/// so does whoever waits for a line.
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

/// Who waits, by tenant.
pub(super) struct Waiters<D: Database>(Mutex<HashMap<TenantKey, VecDeque<oneshot::Sender<Handed<D>>>>>)
where
    D::Connection: Says;

impl<D: Database> Default for Waiters<D>
where
    D::Connection: Says,
{
    fn default() -> Waiters<D> {
        Waiters(Mutex::default())
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
        let mut handed = self.waits(tenant);
        tokio::select! {
            biased;
            Ok((line, stands)) = &mut handed => Ok((line, Some(stands))),
            // One that is handed on meanwhile goes to waste: its transaction is undone, and the line is free.
            taken = taken => Ok((taken?, None)),
        }
    }

    /// Gives a line to somebody who waits for it; it comes back where nobody does.
    pub(super) fn hand_on(&self, mut line: Line<D>, stands: Stands) -> Option<Line<D>> {
        loop {
            let Some(waiter) = self.first(stands.tenant) else {
                return Some(line);
            };
            match waiter.send((line, stands)) {
                Ok(()) => return None,
                Err((back, _)) => line = back,
            }
        }
    }

    fn waits(&self, tenant: TenantKey) -> oneshot::Receiver<Handed<D>> {
        let (waiter, handed) = oneshot::channel();
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let own = all.entry(tenant).or_default();
        // Whoever was served in turn, or has gone.
        own.retain(|other| !other.is_closed());
        own.push_back(waiter);
        handed
    }

    fn first(&self, tenant: TenantKey) -> Option<oneshot::Sender<Handed<D>>> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let own = all.get_mut(&tenant)?;
        let first = own.pop_front();
        if own.is_empty() {
            all.remove(&tenant);
        }
        first
    }
}
