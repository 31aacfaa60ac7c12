//! Several servers that count together: the state lies where all of them find it, and each takes some at once, so that few requests ask for it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use moka::sync::Cache;
use ratebook::tenancy::{RateDecision, RateLimit, RateLimitKind, RateMark};
use ratebook::time::Instant;
use tokio::sync::Mutex;

use super::place::{Changed, Place};
use super::rates::{Counted, KEPT_FOR, Left, MOST_KEPT, Refused, Whose, bounded, later, seconds};
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
    /// By which limit it was taken: another plan has another one.
    limit: Option<RateLimit>,
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

    fn is_away(&self, now: Instant) -> bool {
        let away = self.away_until.load(Ordering::Acquire) - now.microseconds();
        (1..=AWAY).contains(&away)
    }

    /// Decides by the state of a key that lies there; nothing while nobody answers.
    pub(super) async fn change<T, D>(&self, key: Vec<u8>, now: Instant, decide: D) -> Option<T>
    where
        T: Send + 'static,
        D: Fn(Option<&str>) -> Result<Changed<T>, Failure> + Send + Sync + 'static,
    {
        if self.is_away(now) {
            return None;
        }
        let changed = self.place.change(key, now, decide).await;
        changed.map_err(|failure| self.away(&failure, now)).ok()
    }

    /// Removes the state of a key.
    pub(super) async fn remove(&self, key: Vec<u8>) -> Result<(), Failure> {
        self.place.remove(key).await
    }

    /// Takes one from each of these, or none from any; nothing while nobody answers there.
    pub(super) async fn spend(&self, by: &[Counted], now: Instant) -> Option<Result<Left, Refused>> {
        if self.is_away(now) {
            return None;
        }
        let mut least = None;
        let mut spent = Vec::with_capacity(by.len());
        for counted in by {
            match self.spend_one(counted, now).await {
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
            spent.push(counted.whose);
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

    async fn spend_one(&self, counted: &Counted, now: Instant) -> Result<Result<Left, Refused>, Failure> {
        let (whose, limit) = (counted.whose, counted.limit);
        let portion = self.taken.get_with(whose, Arc::default);
        // Of many who come at once one asks there.
        let mut portion = portion.lock().await;
        if portion.limit != Some(limit) {
            *portion = Portion::default();
        }
        let moment = now.microseconds();
        let nothing = portion.none_until - moment;
        if !portion.holds(moment) && !(1..=limit.full_after_microseconds()).contains(&nothing) {
            let wanted = match limit.kind() {
                // What is spent later than it was taken would have left the window too early.
                RateLimitKind::SlidingWindow => 1,
                _ => (limit.most() / PORTIONS).max(1),
            };
            let key = whose.key(&counted.name);
            let decided = self
                .place
                .change(key, now, move |before| Ok(take(limit, before, wanted, now)));
            let (taken, decision) = decided.await?;
            *portion = Portion {
                limit: Some(limit),
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
            name: counted.name.clone(),
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

/// Takes as much as is wanted of what a state leaves, or what there is.
fn take(limit: RateLimit, before: Option<&str>, wanted: u32, now: Instant) -> Changed<(u32, RateDecision)> {
    let mut marks = before.map(marks_of).unwrap_or_default();
    bounded(&limit, &mut marks, now);
    let mut decision = limit.decide(&mut marks, now, wanted);
    let mut taken = if decision.allowed { wanted } else { 0 };
    if !decision.allowed {
        // Fewer, where there are some: what is refused is refused by one.
        taken = decision.remaining.min(wanted);
        decision = limit.decide(&mut marks, now, taken.max(1));
    }
    let state = (taken > 0).then(|| (written(&marks), later(now, 2 * limit.full_after_microseconds())));
    Changed {
        told: (taken, decision),
        state,
    }
}

/// Marks as they are kept: `1764000000000000:1 1764000000500000:3`.
fn written(marks: &[RateMark]) -> String {
    let marks = marks
        .iter()
        .map(|mark| format!("{}:{}", mark.at.microseconds(), mark.units));
    marks.collect::<Vec<_>>().join(" ")
}

fn marks_of(text: &str) -> Vec<RateMark> {
    let mark = |mark: &str| {
        let (at, units) = mark.split_once(':')?;
        let at = at.parse().ok().and_then(Instant::from_microseconds)?;
        Some(RateMark::new(at, units.parse().ok()?))
    };
    text.split(' ').filter_map(mark).collect()
}

#[cfg(test)]
mod tests {
    use ratebook::tenancy::RateFigures;

    use super::*;

    #[test]
    fn a_state_that_is_kept_is_the_one_that_is_read() {
        let now = Instant::from_microseconds(1_800_000_000_000_000).expect("a moment");
        for kind in [RateLimitKind::SlidingWindow, RateLimitKind::TokenBucket] {
            let limit = RateLimit::new(kind, RateFigures::new(3, 60));
            let mut state = None;
            for left in [2, 1, 0] {
                let changed = take(limit, state.as_deref(), 1, now);
                assert_eq!((changed.told.0, changed.told.1.remaining), (1, left), "{kind:?}");
                state = changed.state.map(|(state, _)| state);
            }
            let none = take(limit, state.as_deref(), 1, now);
            assert_eq!((none.told.0, none.state.is_none()), (0, true), "{kind:?}");
            assert!(take(limit, state.as_deref(), 1, later(now, 60_000_000)).told.1.allowed);
        }
    }
}
