use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use crate::fault::Limits;
use crate::time::Instant;

/// How calls are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RateLimitKind {
    /// Never more than the amount in any stretch of so many seconds, wherever it begins.
    #[default]
    SlidingWindow,
    /// A bucket that holds the burst and fills evenly: the amount in so many seconds (GCRA).
    TokenBucket,
}

/// How much in which time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RateFigures {
    /// How much.
    #[schemars(range(min = 1, max = 1_000_000))]
    pub amount: u32,
    /// In how many seconds.
    #[schemars(range(min = 1, max = 2_678_400))]
    pub seconds: u32,
    /// How much a bucket holds, and so lets through at once; the amount when not given. A window has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 1_000_000))]
    pub burst: Option<u32>,
}

/// What was let through, as small as it can be kept. A window keeps what was let through in each of its stretches, with
/// the last moment of it. A bucket keeps one: the moment at which it is full again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RateMark {
    /// The moment.
    pub at: Instant,
    /// How much; for a bucket the part of a microsecond that is missing, counted in as many parts as the amount.
    pub units: u32,
}

/// What a limit says of one call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateDecision {
    /// Whether the call may go on.
    pub allowed: bool,
    /// How much is left at this moment.
    pub remaining: u32,
    /// When everything is left again.
    pub reset_at: Instant,
    /// In how many microseconds a call of this cost may go on; 0 when it may now.
    pub retry_after_microseconds: i64,
}

/// A limit, ready to decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateLimit {
    kind: RateLimitKind,
    amount: i64,
    /// What may pass at once: the burst of a bucket, the amount of a window.
    most: u32,
    period: i64,
    /// Calls of a window within the same stretch of so many microseconds share a mark.
    step: i64,
}

/// Into how many stretches a window is cut. Up to that amount each call has a mark of its own, and the window is exact.
const STRETCHES: u32 = 32;
const MICROSECONDS: i64 = 1_000_000;

impl RateLimit {
    /// The limit of that kind with these figures; each is at least one.
    pub fn new(kind: RateLimitKind, figures: RateFigures) -> RateLimit {
        let (amount, period) = (figures.amount.max(1), i64::from(figures.seconds.max(1)) * MICROSECONDS);
        let bucket = kind == RateLimitKind::TokenBucket;
        RateLimit {
            kind,
            amount: amount.into(),
            most: figures.burst.filter(|_| bucket).unwrap_or(amount).max(1),
            period,
            step: if amount <= STRETCHES {
                1
            } else {
                period / i64::from(STRETCHES)
            },
        }
    }

    /// The most that may pass at once.
    pub fn most(&self) -> u32 {
        self.most
    }

    /// How calls are counted.
    pub fn kind(&self) -> RateLimitKind {
        self.kind
    }

    /// How long it takes until all of it is there again once it is used up.
    pub fn full_after_microseconds(&self) -> i64 {
        match self.kind {
            RateLimitKind::SlidingWindow => self.period,
            RateLimitKind::TokenBucket => {
                let size = i64::from(self.most) * self.period;
                size / self.amount + i64::from(size % self.amount > 0)
            }
        }
    }

    /// Decides on a call of that cost, and marks it when it is let through; a refused one leaves nothing behind, and a cost
    /// of 0 only looks. A window lets no more than its amount through in any stretch of its length, and forgets a call
    /// at the latest a 32nd of its length after that (at once when its amount is 32 or less). A bucket lets no more than its
    /// burst and what flowed in through, in any time. A clock that goes back neither adds nor forgets anything.
    ///
    /// ```
    /// use ratebook::tenancy::{RateFigures, RateLimit, RateLimitKind};
    /// # fn main() -> ratebook::Result<()> {
    /// let figures = RateFigures::new(5, 60);
    /// let logins = RateLimit::new(RateLimitKind::SlidingWindow, figures);
    /// let (mut marks, now) = (Vec::new(), "2026-09-01T10:00:00Z".parse()?);
    /// assert_eq!(logins.decide(&mut marks, now, 5).remaining, 0);
    /// assert!(!logins.decide(&mut marks, now, 1).allowed);
    /// # Ok(()) }
    /// ```
    pub fn decide(&self, marks: &mut Vec<RateMark>, now: Instant, cost: u32) -> RateDecision {
        match self.kind {
            RateLimitKind::SlidingWindow => self.window(marks, now, cost),
            RateLimitKind::TokenBucket => self.bucket(marks, now, cost),
        }
    }

    fn window(&self, marks: &mut Vec<RateMark>, now: Instant, cost: u32) -> RateDecision {
        let (asked, now) = (now, marks.last().map_or(now, |last| now.max(last.at)));
        if let Some(left_behind) = moved(now, -self.period) {
            let gone = marks.iter().take_while(|mark| mark.at <= left_behind).count();
            marks.drain(..gone);
        }
        let used = marks.iter().fold(0_u32, |sum, mark| sum.saturating_add(mark.units));
        let allowed = used.saturating_add(cost) <= self.most || cost == 0;
        if allowed && cost > 0 {
            self.mark(marks, now, cost);
        }
        let used = if allowed { used.saturating_add(cost) } else { used };
        RateDecision {
            allowed,
            remaining: self.most.saturating_sub(used),
            reset_at: marks.last().map_or(now, |last| later(last.at, self.period)),
            retry_after_microseconds: if allowed {
                0
            } else {
                self.wait(marks, asked, used, cost)
            },
        }
    }

    fn mark(&self, marks: &mut Vec<RateMark>, now: Instant, cost: u32) {
        let stretch = |at: Instant| at.microseconds().div_euclid(self.step);
        match marks.last_mut() {
            Some(last) if last.at == now || (self.step > 1 && stretch(last.at) == stretch(now)) => {
                // The stretch leaves the window with its last call.
                last.at = now;
                last.units = last.units.saturating_add(cost);
            }
            _ => marks.push(RateMark { at: now, units: cost }),
        }
    }

    /// How long until enough of the oldest has left the window.
    fn wait(&self, marks: &[RateMark], now: Instant, used: u32, cost: u32) -> i64 {
        let mut left = used;
        for mark in marks {
            left = left.saturating_sub(mark.units);
            if left.saturating_add(cost) <= self.most {
                return (mark.at.microseconds() + self.period - now.microseconds()).max(1);
            }
        }
        self.period
    }

    /// One unit is as much as flows in during the period, a microsecond brings the amount: whole numbers, whatever the
    /// figures.
    fn bucket(&self, marks: &mut Vec<RateMark>, now: Instant, cost: u32) -> RateDecision {
        let size = i64::from(self.most) * self.period;
        let missing = marks.first().map_or(0, |mark| {
            let microseconds = mark.at.microseconds_since(now).saturating_mul(self.amount);
            microseconds.saturating_add(mark.units.into()).max(0)
        });
        let wanted = missing.saturating_add(i64::from(cost).saturating_mul(self.period));
        let allowed = wanted <= size || cost == 0;
        let missing = if allowed { wanted } else { missing };
        let (whole, part) = (missing / self.amount, missing % self.amount);
        if allowed && cost > 0 {
            marks.clear();
            marks.push(RateMark {
                at: later(now, whole),
                units: u32::try_from(part).unwrap_or(0),
            });
        }
        let (remaining, too_much) = ((size - missing).max(0) / self.period, wanted.saturating_sub(size));
        RateDecision {
            allowed,
            remaining: u32::try_from(remaining).unwrap_or(u32::MAX),
            reset_at: later(now, whole + i64::from(part > 0)),
            retry_after_microseconds: if allowed {
                0
            } else {
                too_much / self.amount + i64::from(too_much % self.amount > 0)
            },
        }
    }
}

fn moved(at: Instant, microseconds: i64) -> Option<Instant> {
    let moved = at.microseconds().checked_add(microseconds);
    moved.and_then(Instant::from_microseconds)
}

/// A moment later; the same one where time ends.
fn later(at: Instant, microseconds: i64) -> Instant {
    moved(at, microseconds).unwrap_or(at)
}
