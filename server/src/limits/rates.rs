//! How often somebody may ask: core's buckets, each with the state that is kept for somebody.

use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use moka::sync::Cache;
use ratebook::tenancy::{RateFigures, RateLimit, RateLimitKind, RateMark};
use ratebook::time::Instant;

use super::Rates;
use super::place::Place;
use super::shared::Shared;
use crate::store::Failure;

/// In so many seconds.
const SECONDS: u32 = 60;
/// A bucket is full again after so long, whatever was taken from it.
pub(super) const FULL_AFTER: i64 = SECONDS as i64 * 1_000_000;
/// As many states are kept; those that are asked for seldom give way first.
pub(super) const MOST_KEPT: u64 = 200_000;
/// For a little longer than a bucket takes to be full.
pub(super) const KEPT_FOR: Duration = Duration::from_secs(2 * SECONDS as u64);

/// For whom a state is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Whose {
    Address([u8; 16]),
    SignIn([u8; 16]),
    Account([u8; 16]),
    Key([u8; 16]),
    Tenant([u8; 16]),
}

impl Whose {
    /// What the limit is called.
    pub(super) fn word(self) -> &'static str {
        match self {
            Whose::Address(_) => "address",
            Whose::SignIn(_) => "sign_in",
            Whose::Account(_) => "account",
            Whose::Key(_) => "key",
            Whose::Tenant(_) => "tenant",
        }
    }

    /// By what it is found in the database.
    pub(super) fn bytes(self) -> Vec<u8> {
        let (Whose::Address(id) | Whose::SignIn(id) | Whose::Account(id) | Whose::Key(id) | Whose::Tenant(id)) = self;
        let mut bytes = self.word().as_bytes().to_vec();
        bytes.push(b':');
        bytes.extend_from_slice(&id);
        bytes
    }

    pub(super) fn limit(self, rates: &Rates) -> RateLimit {
        let amount = match self {
            Whose::Address(_) => rates.address,
            Whose::SignIn(_) => rates.sign_in,
            Whose::Account(_) | Whose::Key(_) => rates.account,
            Whose::Tenant(_) => rates.tenant,
        };
        RateLimit::new(RateLimitKind::TokenBucket, RateFigures::new(amount, SECONDS))
    }
}

/// Who counts as one: an address, or the network of IPv6 that one customer is usually given.
pub(super) fn network(address: IpAddr) -> [u8; 16] {
    match address.to_canonical() {
        IpAddr::V4(four) => four.to_ipv6_mapped().octets(),
        IpAddr::V6(six) => (six.to_bits() & !u128::from(u64::MAX)).to_be_bytes(),
    }
}

/// What is left of a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Left {
    pub(super) limit: u32,
    pub(super) remaining: u32,
    /// In how many seconds all of it is there again.
    pub(super) reset: i64,
}

impl Left {
    /// The one of which less is left.
    pub(super) fn less(self, other: Option<Left>) -> Left {
        other.filter(|other| other.remaining < self.remaining).unwrap_or(self)
    }
}

/// That a limit is used up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Refused {
    pub(super) whose: Whose,
    pub(super) left: Left,
    /// In how many seconds it is not.
    pub(super) seconds: i64,
}

/// The states.
#[derive(Debug)]
pub(super) struct Kept {
    here: Cache<Whose, Arc<Mutex<Vec<RateMark>>>>,
    together: Option<Shared>,
}

/// Whole seconds, rounded up.
pub(crate) fn seconds(microseconds: i64) -> i64 {
    microseconds.max(0).div_euclid(1_000_000) + i64::from(microseconds.rem_euclid(1_000_000) > 0)
}

/// Takes back what a clock that has gone back would have somebody wait: no bucket takes longer to be full than it does when it is empty.
pub(super) fn bounded(marks: &mut [RateMark], now: Instant) {
    let Some(latest) = Instant::from_microseconds(now.microseconds().saturating_add(FULL_AFTER)) else {
        return;
    };
    for mark in marks.iter_mut().filter(|mark| mark.at > latest) {
        (mark.at, mark.units) = (latest, 0);
    }
}

impl Kept {
    pub(super) fn new(together: Option<Place>) -> Kept {
        Kept {
            here: Cache::builder().max_capacity(MOST_KEPT).time_to_idle(KEPT_FOR).build(),
            together: together.map(Shared::new),
        }
    }

    /// Takes one from each of these, or none from any.
    pub(super) async fn spend(&self, by: &[Whose], rates: &Rates, now: Instant) -> Result<Left, Refused> {
        if let Some(shared) = &self.together
            // Apart, so that who counts here alone carries nothing of it.
            && let Some(spent) = Box::pin(shared.spend(by, rates, now)).await
        {
            return spent;
        }
        self.spend_here(by, rates, now)
    }

    fn spend_here(&self, by: &[Whose], rates: &Rates, now: Instant) -> Result<Left, Refused> {
        let states: Vec<_> = by
            .iter()
            .map(|whose| self.here.get_with(*whose, Arc::default))
            .collect();
        let mut held = Vec::with_capacity(by.len());
        // Everybody takes them in one order: an address, or somebody and then their tenant.
        for (whose, state) in by.iter().zip(&states) {
            let mut marks = state.lock().unwrap_or_else(PoisonError::into_inner);
            bounded(&mut marks, now);
            let limit = whose.limit(rates);
            let seen = limit.decide(&mut marks.clone(), now, 1);
            if !seen.allowed {
                return Err(Refused {
                    whose: *whose,
                    left: Left {
                        limit: limit.most(),
                        remaining: 0,
                        reset: seconds(seen.reset_at.microseconds_since(now)),
                    },
                    seconds: seconds(seen.retry_after_microseconds),
                });
            }
            held.push((limit, marks));
        }
        let mut least = None;
        for (limit, marks) in &mut held {
            let done = limit.decide(marks, now, 1);
            let left = Left {
                limit: limit.most(),
                remaining: done.remaining,
                reset: seconds(done.reset_at.microseconds_since(now)),
            };
            least = Some(left.less(least));
        }
        Ok(least.unwrap_or(Left {
            limit: 0,
            remaining: 0,
            reset: 0,
        }))
    }

    pub(super) async fn forget(&self, now: Instant) -> Result<u64, Failure> {
        match &self.together {
            Some(shared) => shared.forget(now).await,
            None => Ok(0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATES: Rates = Rates {
        address: 3,
        sign_in: 1,
        account: 4,
        tenant: 6,
    };

    fn at(second: i64) -> Instant {
        Instant::from_microseconds(1_800_000_000_000_000 + second * 1_000_000).expect("a moment")
    }

    #[test]
    fn all_of_them_let_it_through_or_none_counts_it() {
        let kept = Kept::new(None);
        let (ann, ben, tenant) = (Whose::Account([1; 16]), Whose::Account([2; 16]), Whose::Tenant([3; 16]));
        for _ in 0..4 {
            kept.spend_here(&[ann, tenant], &RATES, at(0)).expect("there is some");
        }
        let refused = kept.spend_here(&[ann, tenant], &RATES, at(0)).expect_err("used up");
        assert_eq!((refused.whose, refused.seconds, refused.left.limit), (ann, 15, 4));
        // What was refused was not counted by the tenant either.
        kept.spend_here(&[ben, tenant], &RATES, at(0)).expect("there is some");
        let left = kept.spend_here(&[ben, tenant], &RATES, at(0)).expect("there is some");
        assert_eq!((left.limit, left.remaining), (6, 0));
        let refused = kept.spend_here(&[ben, tenant], &RATES, at(0)).expect_err("used up");
        assert_eq!(refused.whose, tenant);
        kept.spend_here(&[ben, tenant], &RATES, at(10))
            .expect("there is some again");
    }

    #[test]
    fn a_clock_that_jumps_back_keeps_nobody_waiting_longer_than_a_minute() {
        let kept = Kept::new(None);
        let anybody = [Whose::Address([1; 16])];
        for _ in 0..3 {
            kept.spend_here(&anybody, &RATES, at(86_400)).expect("there is some");
        }
        let refused = kept.spend_here(&anybody, &RATES, at(0)).expect_err("used up");
        assert!(refused.seconds <= 60, "{refused:?}");
        kept.spend_here(&anybody, &RATES, at(60)).expect("there is some again");
    }

    #[test]
    fn a_network_of_ipv6_is_one_and_a_mapped_address_is_itself() {
        let of = |text: &str| network(text.parse().expect("an address"));
        assert_eq!(of("2001:db8:1:2::1"), of("2001:db8:1:2:ffff::9"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_eq!(of("::ffff:10.0.0.1"), of("10.0.0.1"));
        assert_ne!(of("10.0.0.1"), of("10.0.0.2"));
    }
}
