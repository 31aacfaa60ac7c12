//! What stands between the server and too much: who is not let in, how often somebody may ask, how many requests are answered at once,
//! and how long one may take.
//!
//! What is known of a request stands beside the task that answers it. A route that answers everybody, without a key, counts by address before it
//! begins; every other counts by who asks once that is known, and by address afterwards where it never was. The place of a request is given back
//! while a body is waited for, and once the answer begins.

pub(crate) mod blocks;
mod guard;
mod place;
mod places;
mod rates;
mod shared;
mod suspects;

use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use ratebook::time::Instant as Time;
use ratebook::{Code, Error, Reason};

use crate::came::{Proxies, Ranges};
use crate::platform::trace;
use crate::problem::Problem;
use crate::state::Clock;
use crate::store::{Failure, Store, TenantKey};
use blocks::Blocks;
pub(crate) use guard::{as_anybody, aside, comes, comes_to, guarded, patience, suspects};
use place::Place;
pub use place::{RedisAddress, Together};
use places::Held;
pub(crate) use places::Places;
use rates::{Counted, Kept, Left};
pub(crate) use rates::{Whose, seconds};
use shared::Shared;
pub(crate) use suspects::Suspicion;

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
    proxies: Proxies,
    clock: Clock,
    kept: Kept,
    places: Places,
    blocks: Arc<Blocks>,
}

impl Limits {
    pub(crate) fn new(bounds: Bounds, proxies: Proxies, store: Store, clock: Clock) -> Limits {
        let place = bounds
            .together
            .clone()
            .map(|together| Place::of(together, store.clone()));
        let together = place.map(|place| Arc::new(Shared::new(place)));
        Limits(Arc::new(Whole {
            proxies,
            clock,
            kept: Kept::new(together.clone()),
            places: Places::new(bounds.at_once, bounds.turn),
            blocks: Arc::new(Blocks::new(store, together)),
            bounds,
        }))
    }

    /// The addresses that are not let in, beside those that settings name.
    pub(crate) fn blocks(&self) -> &Blocks {
        &self.0.blocks
    }

    /// Whether an address is let in though it is blocked.
    pub(crate) fn trusts(&self, address: IpAddr) -> bool {
        self.0.bounds.trusted.have(address)
    }

    /// How long a client may keep everybody waiting.
    pub(crate) fn client(&self) -> Duration {
        self.0.bounds.client
    }

    /// Removes what nobody counts by any more; how many it were.
    pub(crate) async fn forget(&self) -> Result<u64, Failure> {
        let now = self.0.clock.now();
        Ok(self.0.kept.forget(now).await? + self.0.blocks.forget(now).await?)
    }

    /// Refuses an address that is not let in. Where only a server's health is asked for, nothing is looked up.
    async fn lets_in(&self, address: IpAddr, looks: bool) -> Result<(), Problem> {
        if self.trusts(address) {
            return Ok(());
        }
        let now = self.0.clock.now();
        if self.0.bounds.blocked.have(address) {
            return Err(not_let_in(None, now));
        }
        if looks {
            self.0.blocks.refresh(now).await;
        }
        match self.0.blocks.stands(address, now) {
            Some(ends) => Err(not_let_in(ends.and_then(Time::from_microseconds), now)),
            None => Ok(()),
        }
    }

    /// Whether nothing that is done from an address speaks against it: those that are trusted, and those from which others come too. What comes
    /// from the machine itself comes mostly through a proxy beside.
    fn spares(&self, address: IpAddr) -> bool {
        address.is_loopback() || self.trusts(address) || self.0.proxies.0.have(address)
    }
}

fn not_let_in(ends_at: Option<Time>, now: Time) -> Problem {
    let reason = |message: String| Reason::new(Code::TenancyAddressBlocked, "", message);
    Problem::from(Error::from(match ends_at {
        None => reason("nothing is answered to this address".to_owned()),
        Some(at) => reason(format!("nothing is answered to this address until {at}"))
            .with("expires_at", at)
            .with("retry_after_seconds", seconds(at.microseconds_since(now))),
    }))
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
    /// What speaks against whoever asks.
    suspicions: Mutex<Vec<Suspicion>>,
}

/// While the client is waited for.
const PAUSED: u64 = u64::MAX;

fn milliseconds(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(PAUSED - 1)
}

impl Asked {
    /// Counts it once, by all of these; a refusal when one of them is used up.
    async fn count(&self, by: impl FnOnce(&Rates) -> Vec<Counted>) -> Result<(), Problem> {
        let whole = &self.limits.0;
        let Some(rates) = &whole.bounds.rates else {
            return Ok(());
        };
        if self.counted.swap(true, Ordering::AcqRel) {
            return Ok(());
        }
        let now = whole.clock.now();
        let spent = whole.kept.spend(&by(rates), now).await;
        let (left, refused) = match spent {
            Ok(left) => (left, None),
            Err(refused) => (refused.left, Some(refused)),
        };
        *self.left.lock().unwrap_or_else(PoisonError::into_inner) = Some(left);
        let Some(refused) = refused else { return Ok(()) };
        let (name, seconds) = (refused.name, refused.seconds);
        let message = format!("too many requests for the limit `{name}`; try again in {seconds} s");
        let reason = Reason::new(Code::TenancyRateLimited, "", message)
            .with("limit", name)
            .with("amount", refused.left.limit)
            .with("remaining", 0)
            .with("retry_after_seconds", seconds);
        Err(Error::from(reason).into())
    }

    /// Counts it by the address from which it comes, and what signs somebody in by a limit of its own.
    async fn count_address(&self, signs_in: bool) -> Result<(), Problem> {
        let Some(address) = self.address.filter(|_| !self.apart).map(rates::network) else {
            return Ok(());
        };
        let own = signs_in
            .then_some(Whose::SignIn(address))
            .into_iter()
            .chain([Whose::Address(address)]);
        self.count(|rates| own.map(|whose| Counted::of(whose, rates)).collect())
            .await
    }

    /// Counts what speaks against the address from which it comes.
    async fn judge(&self) {
        let all = std::mem::take(&mut *self.suspicions.lock().unwrap_or_else(PoisonError::into_inner));
        let Some(address) = self.address.filter(|address| !self.limits.spares(*address)) else {
            return;
        };
        for what in all {
            let (whole, own) = (&self.limits.0, &what);
            // Seldom, and nobody else carries it.
            let counted = Box::pin(whole.blocks.suspect(address, own, whole.clock.now()));
            if let Err(failure) = counted.await {
                trace::tell(&format!("addresses that are not let in: {failure}"));
            }
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
