//! What stands between the server and too much: who is not let in, how often somebody may ask, how many requests are answered at once,
//! and how long one may take.
//!
//! What is known of a request stands beside the task that answers it. A route that answers everybody counts by address before it
//! begins; every other counts by who asks once that is known, and by address afterwards where it never was. The place of a request is given back
//! while a body is waited for, and once the answer begins.

mod guard;
mod place;
mod places;
mod rates;
mod shared;

use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use ratebook::{Code, Error, Reason};

use crate::came::Ranges;
use crate::problem::Problem;
use crate::state::Clock;
use crate::store::{Failure, Store, TenantKey};
pub(crate) use guard::{as_anybody, aside, comes, guarded, patience};
use place::Place;
pub use place::{RedisAddress, Together};
use places::{Held, Places};
use rates::{Kept, Left};
pub(crate) use rates::{Whose, seconds};

/// What the settings say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// How often somebody may ask; nothing where nobody counts.
    pub rates: Option<Rates>,
    /// By what several servers count together, where they do.
    pub together: Option<Together>,
    /// The addresses that are not let in.
    pub blocked: Ranges,
    /// Those of them that are.
    pub trusted: Ranges,
    /// How many requests are answered at once.
    pub at_once: usize,
    /// How long one waits for its turn.
    pub turn: Duration,
    /// How long one may take to answer.
    pub answer: Duration,
    /// How long a client may keep everybody waiting: with the head of a request, a body, or what it is to read.
    pub client: Duration,
}

/// How often somebody may ask, in a minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rates {
    /// An address, where nobody has to be signed in.
    pub address: u32,
    /// An address, to sign in.
    pub sign_in: u32,
    /// An account, and each key for itself.
    pub account: u32,
    /// A tenant, all of its accounts and keys together.
    pub tenant: u32,
}

impl Default for Bounds {
    /// Nobody counts, and there is place for many: what a test begins with.
    fn default() -> Bounds {
        Bounds {
            rates: None,
            together: None,
            blocked: Ranges::default(),
            trusted: Ranges::default(),
            at_once: 2_048,
            turn: Duration::from_secs(20),
            answer: Duration::from_secs(120),
            client: Duration::from_secs(10),
        }
    }
}

/// What is counted, and the places.
#[derive(Clone, Debug)]
pub(crate) struct Limits(Arc<Whole>);

#[derive(Debug)]
struct Whole {
    bounds: Bounds,
    clock: Clock,
    kept: Kept,
    places: Places,
}

impl Limits {
    pub(crate) fn new(bounds: Bounds, store: Store, clock: Clock) -> Limits {
        let kept = Kept::new(bounds.together.clone().map(|together| Place::of(together, store)));
        let places = Places::new(bounds.at_once, bounds.turn);
        Limits(Arc::new(Whole {
            bounds,
            clock,
            kept,
            places,
        }))
    }

    /// How long a client may keep everybody waiting.
    pub(crate) fn client(&self) -> Duration {
        self.0.bounds.client
    }

    /// Removes what nobody counts by any more; how many it were.
    pub(crate) async fn forget(&self) -> Result<u64, Failure> {
        self.0.kept.forget(self.0.clock.now()).await
    }

    fn blocks(&self, address: IpAddr) -> bool {
        let bounds = &self.0.bounds;
        bounds.blocked.have(address) && !bounds.trusted.have(address)
    }
}

/// What is known of the request that is answered just now.
#[derive(Debug)]
struct Asked {
    limits: Limits,
    address: Option<IpAddr>,
    /// Whether it takes no place, and counts for nobody.
    apart: bool,
    begun: Instant,
    /// Up to when it is to be answered, in milliseconds from its beginning; the greatest number while the client is waited for.
    until: AtomicU64,
    counted: AtomicBool,
    left: Mutex<Option<Left>>,
    held: Mutex<Held>,
}

/// While the client is waited for.
const PAUSED: u64 = u64::MAX;

fn milliseconds(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(PAUSED - 1)
}

impl Asked {
    /// Counts it once, by all of these; a refusal when one of them is used up.
    async fn count(&self, by: &[Whose]) -> Result<(), Problem> {
        let whole = &self.limits.0;
        let Some(rates) = &whole.bounds.rates else {
            return Ok(());
        };
        if self.counted.swap(true, Ordering::AcqRel) {
            return Ok(());
        }
        let now = whole.clock.now();
        let spent = whole.kept.spend(by, rates, now).await;
        let (left, refused) = match spent {
            Ok(left) => (left, None),
            Err(refused) => (refused.left, Some(refused)),
        };
        *self.left.lock().unwrap_or_else(PoisonError::into_inner) = Some(left);
        let Some(refused) = refused else { return Ok(()) };
        let (word, seconds) = (refused.whose.word(), refused.seconds);
        let message = format!("too many requests for the limit `{word}`; try again in {seconds} s");
        let reason = Reason::new(Code::TenancyRateLimited, "", message)
            .with("limit", word)
            .with("amount", refused.left.limit)
            .with("remaining", 0)
            .with("retry_after_seconds", seconds);
        Err(Error::from(reason).into())
    }

    /// Counts it by the address from which it comes, and what signs somebody in by a limit of its own.
    async fn count_address(&self, signs_in: bool) -> Result<(), Problem> {
        let address = self.address.filter(|_| !self.apart).map(rates::network);
        match address {
            Some(address) if signs_in => self.count(&[Whose::SignIn(address), Whose::Address(address)]).await,
            Some(address) => self.count(&[Whose::Address(address)]).await,
            None => Ok(()),
        }
    }

    /// Takes a place, or waits for one for a while.
    async fn enter(&self) -> Result<(), Problem> {
        if self.apart {
            return Ok(());
        }
        let place = self.limits.0.places.place().await?;
        self.held().all = Some(place);
        Ok(())
    }

    /// Takes one of the places of a tenant besides. Where all of them are taken, it waits without a place of its own.
    async fn enter_of(&self, tenant: TenantKey) -> Result<(), Problem> {
        if self.apart || self.held().own.is_some() {
            return Ok(());
        }
        self.held().tenant = Some(tenant);
        let places = &self.limits.0.places;
        let line = places.of(tenant);
        if let Some(place) = line.at_once() {
            self.held().own = Some(place);
            return Ok(());
        }
        drop(self.held().all.take());
        let place = places.of_line(&line).await?;
        self.held().own = Some(place);
        self.enter().await
    }

    fn held(&self) -> std::sync::MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Gives its place back.
    fn leave(&self) {
        let mut held = self.held();
        drop((held.own.take(), held.all.take()));
    }

    /// Takes again what it has given back.
    async fn enter_again(&self) -> Result<(), Problem> {
        let tenant = self.held().tenant;
        if self.apart {
            return Ok(());
        }
        if let Some(tenant) = tenant {
            let places = &self.limits.0.places;
            let place = places.of_line(&places.of(tenant)).await?;
            self.held().own = Some(place);
        }
        self.enter().await
    }
}
