//! How often somebody may ask: core's buckets, each with the state that is kept for somebody.

use std::borrow::Cow;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use moka::sync::Cache;
use ratebook::tenancy::{RateFigures, RateLimit, RateLimitKey, RateLimitKind, RateLimitRule, RateMark};
use ratebook::time::Instant;

use super::Rates;
use super::shared::Shared;
use crate::store::Failure;

/// In so many seconds.
const SECONDS: u32 = 60;
/// A bucket of the installation's is full again after so long, whatever was taken from it.
const FULL_AFTER: i64 = SECONDS as i64 * 1_000_000;
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
    /// A tenant, or somebody in one, by a limit that its pack declares: the name of that, hashed.
    Declared(u64, [u8; 16]),
}

impl Whose {
    fn id(self) -> [u8; 16] {
        match self {
            Whose::Address(id)
            | Whose::SignIn(id)
            | Whose::Account(id)
            | Whose::Key(id)
            | Whose::Tenant(id)
            | Whose::Declared(_, id) => id,
        }
    }

    /// By what it is found where several servers count together.
    pub(super) fn key(self, name: &str) -> Vec<u8> {
        let kind = match self {
            Whose::Declared(..) => "declared:",
            _ => "",
        };
        [kind.as_bytes(), name.as_bytes(), b":", &self.id()].concat()
    }
}

/// A limit, and for whom it counts.
#[derive(Clone, Debug)]
pub(crate) struct Counted {
    pub(super) whose: Whose,
    /// What it is called.
    pub(super) name: Cow<'static, str>,
    pub(super) limit: RateLimit,
}

impl Counted {
    /// One of the installation's own.
    pub(super) fn of(whose: Whose, rates: &Rates) -> Counted {
        let (name, amount) = match whose {
            Whose::Address(_) => ("address", rates.address),
            Whose::SignIn(_) => ("sign_in", rates.sign_in),
            Whose::Account(_) => ("account", rates.account),
            Whose::Key(_) => ("key", rates.account),
            Whose::Tenant(_) | Whose::Declared(..) => ("tenant", rates.tenant),
        };
        Counted {
            whose,
            name: Cow::Borrowed(name),
            limit: RateLimit::new(RateLimitKind::TokenBucket, RateFigures::new(amount, SECONDS)),
        }
    }

    /// One that a pack declares, on a plan: for somebody, or for all of their tenant.
    pub(super) fn declared(rule: &RateLimitRule, plan: Option<&str>, (who, tenant): (Whose, [u8; 16])) -> Counted {
        let of = if rule.per == RateLimitKey::User {
            who.id()
        } else {
            tenant
        };
        Counted {
            whose: Whose::Declared(hashed(&rule.name), of),
            name: Cow::Owned(rule.name.clone()),
            limit: RateLimit::new(rule.kind, rule.figures(plan)),
        }
    }
}

/// The same everywhere and always (FNV-1a).
fn hashed(name: &str) -> u64 {
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    name.bytes().fold(0xcbf2_9ce4_8422_2325, mix)
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
#[derive(Clone, Debug)]
pub(super) struct Refused {
    /// What it is called.
    pub(super) name: Cow<'static, str>,
    pub(super) left: Left,
    /// In how many seconds it is not.
    pub(super) seconds: i64,
}

/// What was let through, of one of them.
type State = Arc<Mutex<Vec<RateMark>>>;

/// The states.
#[derive(Debug)]
pub(super) struct Kept {
    here: Cache<Whose, State>,
    /// Those of limits that look back for longer than a minute.
    long: Cache<Whose, State>,
    together: Option<Arc<Shared>>,
}

/// Whole seconds, rounded up.
pub(crate) fn seconds(microseconds: i64) -> i64 {
    microseconds.max(0).div_euclid(1_000_000) + i64::from(microseconds.rem_euclid(1_000_000) > 0)
}

/// A moment later; the same one where time ends.
pub(super) fn later(at: Instant, microseconds: i64) -> Instant {
    let later = at.microseconds().saturating_add(microseconds);
    Instant::from_microseconds(later).unwrap_or(at)
}

/// Takes back what a clock that has gone back would have somebody wait: no limit takes longer to be whole than it does when it is used up.
pub(super) fn bounded(limit: &RateLimit, marks: &mut [RateMark], now: Instant) {
    let (latest, whole) = match limit.kind() {
        RateLimitKind::SlidingWindow => (now, false),
        _ => (later(now, limit.full_after_microseconds()), true),
    };
    for mark in marks.iter_mut().filter(|mark| mark.at > latest) {
        mark.at = latest;
        if whole {
            mark.units = 0;
        }
    }
}

impl Kept {
    pub(super) fn new(together: Option<Arc<Shared>>) -> Kept {
        let states = || Cache::builder().max_capacity(MOST_KEPT);
        Kept {
            here: states().time_to_idle(KEPT_FOR).build(),
            long: states().build(),
            together,
        }
    }

    /// Takes one from each of these, or none from any.
    pub(super) async fn spend(&self, by: &[Counted], now: Instant) -> Result<Left, Refused> {
        if let Some(shared) = &self.together
            // Apart, so that who counts here alone carries nothing of it.
            && let Some(spent) = Box::pin(shared.spend(by, now)).await
        {
            return spent;
        }
        self.spend_here(by, now)
    }

    fn state(&self, counted: &Counted) -> State {
        let states = match counted.limit.full_after_microseconds() <= FULL_AFTER {
            true => &self.here,
            false => &self.long,
        };
        states.get_with(counted.whose, Arc::default)
    }

    fn spend_here(&self, by: &[Counted], now: Instant) -> Result<Left, Refused> {
        let states: Vec<_> = by.iter().map(|counted| self.state(counted)).collect();
        let mut held = Vec::with_capacity(by.len());
        // Everybody takes them in one order: an address, or somebody and then their tenant.
        for (counted, state) in by.iter().zip(&states) {
            let mut marks = state.lock().unwrap_or_else(PoisonError::into_inner);
            let limit = &counted.limit;
            bounded(limit, &mut marks, now);
            let seen = limit.decide(&mut marks.clone(), now, 1);
            if !seen.allowed {
                return Err(Refused {
                    name: counted.name.clone(),
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

    fn by<const N: usize>(whose: [Whose; N]) -> [Counted; N] {
        whose.map(|whose| Counted::of(whose, &RATES))
    }

    #[test]
    fn all_of_them_let_it_through_or_none_counts_it() {
        let kept = Kept::new(None);
        let (ann, ben, tenant) = (Whose::Account([1; 16]), Whose::Account([2; 16]), Whose::Tenant([3; 16]));
        for _ in 0..4 {
            kept.spend_here(&by([ann, tenant]), at(0)).expect("there is some");
        }
        let refused = kept.spend_here(&by([ann, tenant]), at(0)).expect_err("used up");
        assert_eq!(
            (&*refused.name, refused.seconds, refused.left.limit),
            ("account", 15, 4)
        );
        // What was refused was not counted by the tenant either.
        kept.spend_here(&by([ben, tenant]), at(0)).expect("there is some");
        let left = kept.spend_here(&by([ben, tenant]), at(0)).expect("there is some");
        assert_eq!((left.limit, left.remaining), (6, 0));
        let refused = kept.spend_here(&by([ben, tenant]), at(0)).expect_err("used up");
        assert_eq!(refused.name, "tenant");
        kept.spend_here(&by([ben, tenant]), at(10))
            .expect("there is some again");
    }

    #[test]
    fn a_clock_that_jumps_back_keeps_nobody_waiting_longer_than_a_minute() {
        let kept = Kept::new(None);
        let anybody = by([Whose::Address([1; 16])]);
        for _ in 0..3 {
            kept.spend_here(&anybody, at(86_400)).expect("there is some");
        }
        let refused = kept.spend_here(&anybody, at(0)).expect_err("used up");
        assert!(refused.seconds <= 60, "{refused:?}");
        kept.spend_here(&anybody, at(60)).expect("there is some again");
    }

    #[test]
    fn a_window_of_a_day_is_exact_and_is_kept_for_as_long() {
        let kept = Kept::new(None);
        let limit = RateLimit::new(RateLimitKind::SlidingWindow, RateFigures::new(3, 86_400));
        let day = [Counted {
            whose: Whose::Declared(hashed("day"), [1; 16]),
            name: Cow::Borrowed("day"),
            limit,
        }];
        for second in [0, 1_000, 80_000] {
            kept.spend_here(&day, at(second)).expect("there is some");
        }
        let refused = kept.spend_here(&day, at(86_399)).expect_err("used up");
        assert_eq!((refused.seconds, &*refused.name), (1, "day"));
        kept.spend_here(&day, at(86_400)).expect("the first has left it");
        assert_eq!(kept.spend_here(&day, at(86_401)).expect_err("used up").seconds, 999);
        // A clock that has gone back keeps nobody waiting longer than a day.
        assert!(kept.spend_here(&day, at(-900_000)).expect_err("used up").seconds <= 86_400);
    }

    #[test]
    fn what_a_pack_declares_is_kept_apart_from_what_the_installation_counts() {
        let id = [7; 16];
        assert_ne!(
            Whose::Declared(hashed("tenant"), id).key("tenant"),
            Whose::Tenant(id).key("tenant")
        );
        assert_ne!(hashed("minute"), hashed("day"));
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
