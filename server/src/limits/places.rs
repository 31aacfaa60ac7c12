//! How many requests are answered at once, and who waits for their turn: a bounded number, for a bounded while.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use moka::sync::Cache;
use ratebook::{Code, Reason};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time;

use crate::problem::Problem;
use crate::store::TenantKey;

/// For each place so many wait: whoever comes at once with a thousand others has their turn, and a flood has not.
const WAITING: usize = 16;
/// As many tenants are remembered.
const MOST_TENANTS: u64 = 100_000;
const REMEMBERED: Duration = Duration::from_secs(10 * 60);

/// The places of all, and those that one tenant may take of them.
#[derive(Debug)]
pub(crate) struct Places {
    all: Line,
    /// As many of them one tenant takes at most.
    share: usize,
    tenants: Cache<TenantKey, Arc<Line>>,
    turn: Duration,
}

/// Places, and who waits for one.
#[derive(Debug)]
pub(crate) struct Line {
    places: Arc<Semaphore>,
    waiting: AtomicUsize,
    most: usize,
}

/// What a request has taken.
#[derive(Debug, Default)]
pub(super) struct Held {
    pub(super) all: Option<OwnedSemaphorePermit>,
    pub(super) own: Option<OwnedSemaphorePermit>,
    /// Whose, once that is known.
    pub(super) tenant: Option<TenantKey>,
}

/// Somebody who waits.
struct Waits<'l>(&'l AtomicUsize);

impl Drop for Waits<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

impl Line {
    fn new(places: usize, most: usize) -> Line {
        Line {
            places: Arc::new(Semaphore::new(places)),
            waiting: AtomicUsize::new(0),
            most,
        }
    }

    /// A place, when there is one.
    pub(super) fn at_once(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.places).try_acquire_owned().ok()
    }

    /// A place, now or in a while.
    async fn place(&self, turn: Duration) -> Option<OwnedSemaphorePermit> {
        if let Some(place) = self.at_once() {
            return Some(place);
        }
        let before = self.waiting.fetch_add(1, Ordering::AcqRel);
        let _waits = Waits(&self.waiting);
        if before >= self.most {
            return None;
        }
        let place = time::timeout(turn, Arc::clone(&self.places).acquire_owned()).await;
        place.ok().and_then(Result::ok)
    }
}

impl Places {
    /// So many, of which one tenant takes half.
    pub(crate) fn new(places: usize, turn: Duration) -> Places {
        Places::shared(places, places.div_ceil(2), turn)
    }

    /// So many, of which one tenant takes a share.
    pub(crate) fn shared(places: usize, share: usize, turn: Duration) -> Places {
        let places = places.clamp(1, Semaphore::MAX_PERMITS);
        Places {
            all: Line::new(places, places.saturating_mul(WAITING)),
            share: share.clamp(1, places),
            tenants: Cache::builder()
                .max_capacity(MOST_TENANTS)
                .time_to_idle(REMEMBERED)
                .build(),
            turn,
        }
    }

    /// A place of a tenant's and one of all, when there are both.
    pub(crate) fn at_once(&self, tenant: TenantKey) -> Option<[OwnedSemaphorePermit; 2]> {
        let own = self.of(tenant).at_once()?;
        Some([own, self.all.at_once()?])
    }

    /// A place of all.
    pub(crate) async fn place(&self) -> Result<OwnedSemaphorePermit, Problem> {
        let busy = "as many requests are answered just now as the server has places for; try again in a moment";
        self.all.place(self.turn).await.ok_or_else(|| refused(busy))
    }

    /// Those of a tenant: its share of all, and of those who wait.
    pub(crate) fn of(&self, tenant: TenantKey) -> Arc<Line> {
        let line = || Arc::new(Line::new(self.share, self.share.saturating_mul(WAITING)));
        self.tenants.get_with(tenant, line)
    }

    /// A place of a tenant's.
    pub(crate) async fn of_line(&self, line: &Line) -> Result<OwnedSemaphorePermit, Problem> {
        let busy = "as many requests of this tenant are answered just now as one has places for; try again in a moment";
        line.place(self.turn).await.ok_or_else(|| refused(busy))
    }
}

fn refused(message: &str) -> Problem {
    Problem::of_reason(503, Reason::new(Code::EngineBusy, "", message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn as_many_wait_as_there_is_room_for_and_no_longer_than_their_turn() {
        let places = Places::new(1, Duration::from_millis(400));
        let taken = places.place().await.expect("a place");
        let mut waiting: Vec<_> = (0..WAITING).map(|_| Box::pin(places.place())).collect();
        for one in &mut waiting {
            let now = time::timeout(Duration::from_millis(1), one).await;
            assert!(now.is_err(), "somebody had a place");
        }
        // One more is told at once.
        let began = std::time::Instant::now();
        assert_eq!(places.place().await.expect_err("too many").status(), 503);
        assert!(began.elapsed() < Duration::from_millis(200));
        drop(taken);
        let first = waiting.remove(0).await.expect("the first has its turn");
        let second = waiting.remove(0).await;
        assert_eq!(second.expect_err("its turn is over").status(), 503);
        drop((first, waiting));
        assert_eq!(places.all.waiting.load(Ordering::Acquire), 0);
    }

    #[test]
    fn one_tenant_leaves_places_to_the_others() {
        let places = Places::shared(8, 2, Duration::ZERO);
        let mut taken: Vec<_> = (0..4)
            .flat_map(|tenant| [places.at_once([tenant; 16]), places.at_once([tenant; 16])])
            .flatten()
            .collect();
        assert_eq!(taken.len(), 8);
        assert!(places.at_once([9; 16]).is_none());
        drop(taken.pop());
        assert!(places.at_once([0; 16]).is_none());
        assert!(places.at_once([3; 16]).is_some());
        let last = places.at_once([9; 16]).expect("a place");
        // Whoever finds none of all gives back the one of theirs.
        assert!(places.at_once([9; 16]).is_none());
        drop((last, taken));
        let all: Vec<_> = (0..8).filter_map(|one| places.at_once([one / 2; 16])).collect();
        assert_eq!(all.len(), 8);
    }

    #[tokio::test]
    async fn a_tenant_has_half() {
        let places = Places::new(4, Duration::from_millis(5));
        let line = places.of([1; 16]);
        let held: Vec<_> = (0..2).map(|_| line.at_once().expect("a place")).collect();
        assert!(places.of_line(&line).await.is_err());
        assert!(places.of([2; 16]).at_once().is_some());
        drop(held);
        assert!(places.of_line(&places.of([1; 16])).await.is_ok());
    }
}
