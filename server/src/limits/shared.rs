//! Several servers that count together: the state lies where all of them find it, and each takes some at once, so that few requests ask for it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use moka::sync::Cache;
use ratebook::tenancy::RateLimit;
use ratebook::time::Instant;
use tokio::sync::Mutex;

use super::Rates;
use super::place::Place;
use super::rates::{FULL_AFTER, KEPT_FOR, Left, MOST_KEPT, Refused, Whose, seconds};
use crate::platform::trace;
use crate::store::Failure;

/// So many portions there are in a limit.
const PORTIONS: u32 = 32;
/// What was taken and not spent is over after so long.
const HOLDS: i64 = 10 * 1_000_000;
/// Where nobody answers there each server counts for itself, for so long.
const AWAY: i64 = 5 * 1_000_000;

/// What is counted together.
#[derive(Debug)]
pub(super) struct Shared {
    place: Place,
    taken: Cache<Whose, Arc<Mutex<Portion>>>,
    away_until: AtomicI64,
    told: AtomicBool,
}

/// What this server has taken at once.
#[derive(Clone, Copy, Debug, Default)]
struct Portion {
    left: u32,
    /// When it was taken.
    at: i64,
    /// Until when there is nothing more.
    none_until: i64,
    /// What was left for everybody, and when all of it is there again.
    remaining: u32,
    full_at: i64,
}

impl Portion {
    fn holds(&self, now: i64) -> bool {
        self.left > 0 && (self.at..self.at + HOLDS).contains(&now)
    }

    fn told(&self, limit: RateLimit, now: i64) -> Left {
        Left {
            limit: limit.most(),
            remaining: self.remaining.saturating_add(self.left),
            reset: seconds(self.full_at - now),
        }
    }
}

impl Shared {
    pub(super) fn new(place: Place) -> Shared {
        Shared {
            place,
            taken: Cache::builder().max_capacity(MOST_KEPT).time_to_idle(KEPT_FOR).build(),
            away_until: AtomicI64::new(0),
            told: AtomicBool::new(false),
        }
    }

    /// Takes one from each of these, or none from any; nothing while nobody answers there.
    pub(super) async fn spend(&self, by: &[Whose], rates: &Rates, now: Instant) -> Option<Result<Left, Refused>> {
        let away = self.away_until.load(Ordering::Acquire) - now.microseconds();
        if (1..=AWAY).contains(&away) {
            return None;
        }
        let mut least = None;
        let mut spent = Vec::with_capacity(by.len());
        for whose in by {
            match self.spend_one(*whose, whose.limit(rates), now).await {
                Ok(Ok(left)) => least = Some(left.less(least)),
                Ok(Err(refused)) => {
                    for before in spent {
                        self.give_back(before).await;
                    }
                    return Some(Err(refused));
                }
                Err(failure) => {
                    self.away(&failure, now);
                    return None;
                }
            }
            spent.push(*whose);
        }
        self.told.store(false, Ordering::Release);
        least.map(Ok)
    }

    /// Tells once that each server counts for itself.
    fn away(&self, failure: &Failure, now: Instant) {
        self.away_until.store(now.microseconds() + AWAY, Ordering::Release);
        if !self.told.swap(true, Ordering::AcqRel) {
            trace::tell(&format!("requests are counted by each server for itself: {failure}"));
        }
    }

    async fn spend_one(&self, whose: Whose, limit: RateLimit, now: Instant) -> Result<Result<Left, Refused>, Failure> {
        let portion = self.taken.get_with(whose, Arc::default);
        // Of many who come at once one asks there.
        let mut portion = portion.lock().await;
        let moment = now.microseconds();
        let nothing = portion.none_until - moment;
        if !portion.holds(moment) && !(1..=FULL_AFTER).contains(&nothing) {
            let wanted = (limit.most() / PORTIONS).max(1);
            let (taken, decision) = self.place.take(whose, limit, wanted, now).await?;
            *portion = Portion {
                left: taken,
                at: moment,
                none_until: moment + decision.retry_after_microseconds,
                remaining: decision.remaining,
                full_at: decision.reset_at.microseconds(),
            };
        }
        if portion.holds(moment) {
            portion.left -= 1;
            return Ok(Ok(portion.told(limit, moment)));
        }
        Ok(Err(Refused {
            whose,
            left: Left {
                limit: limit.most(),
                remaining: 0,
                reset: seconds(portion.full_at - moment),
            },
            seconds: seconds(portion.none_until - moment).max(1),
        }))
    }

    async fn give_back(&self, whose: Whose) {
        if let Some(portion) = self.taken.get(&whose) {
            let mut portion = portion.lock().await;
            portion.left = portion.left.saturating_add(1);
        }
    }

    pub(super) async fn forget(&self, now: Instant) -> Result<u64, Failure> {
        self.place.forget(now).await
    }
}
