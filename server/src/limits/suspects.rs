//! What speaks against an address: secrets that are guessed, and tenants and places that are tried one after the other, whoever's they are. Core
//! counts, by rules of the platform's own, and says for how long the address is not let in.

use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::time::Duration;

use moka::sync::Cache;
use ratebook::tenancy::{LockoutEvent, LockoutRequest, Tenant, TenantId};
use ratebook::time::Instant;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::place::Changed;
use super::rates::later;
use super::shared::Shared;
use crate::store::{Failure, json};

const OWN: &str = "platform";
/// What was to sign somebody in.
const SIGN_IN: &str = "address_login";
/// Tokens and keys that nobody was given.
const SECRETS: &str = "address_secrets";
/// Tenants that do not let them in.
const TENANTS: &str = "address_tokens";
/// Places where there is nothing.
const PLACES: &str = "address_places";
const RULES: [&str; 4] = [SIGN_IN, SECRETS, TENANTS, PLACES];
/// As many states are kept here; those of which nothing is heard give way first.
const MOST_KEPT: u64 = 10_000;
/// The engine forgets a block a day after its end, and none is longer than a day.
const KEPT_FOR: Duration = Duration::from_secs(2 * 86_400);
const DAY: i64 = 86_400 * 1_000_000;

/// The first block lasts an hour, each further one twice as long, up to a day.
static PLATFORM: LazyLock<ratebook::Result<Tenant>> = LazyLock::new(|| {
    let rule = |name: &str, failures: u32, within: u32, distinct: bool| -> Value {
        json!({
            "name": name, "failures": failures, "within_seconds": within, "lock_seconds": 3_600, "growth": 2, "distinct": distinct,
        })
    };
    Tenant::load(json!({"id": OWN, "name": "Platform", "lockouts": [
        rule(SIGN_IN, 20, 600, false),
        rule(SECRETS, 20, 600, true),
        rule(TENANTS, 5, 60, true),
        rule(PLACES, 50, 600, true),
    ]}))
});

/// Something that speaks against whoever asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Suspicion {
    rule: &'static str,
    /// Of what, where only different ones count.
    of: Option<String>,
}

impl Suspicion {
    /// What was to sign somebody in was refused.
    pub(crate) fn sign_in() -> Suspicion {
        Suspicion {
            rule: SIGN_IN,
            of: None,
        }
    }

    /// A token or a key that nobody was given. One that is sent again and again is a mistake, and no guess.
    pub(crate) fn secret(secret: &str) -> Suspicion {
        Suspicion::different(SECRETS, secret)
    }

    /// A tenant that does not let them in.
    pub(crate) fn tenant(named: &str) -> Suspicion {
        Suspicion::different(TENANTS, named)
    }

    /// A place where there is nothing.
    pub(crate) fn place(path: &str) -> Suspicion {
        Suspicion::different(PLACES, path)
    }

    fn different(rule: &'static str, of: &str) -> Suspicion {
        let digest = Sha256::digest(of);
        let of = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        Suspicion { rule, of: Some(of) }
    }

    pub(super) fn rule(&self) -> &'static str {
        self.rule
    }
}

/// What was counted.
#[derive(Debug)]
pub(super) struct Suspects {
    here: Cache<Vec<u8>, Arc<Mutex<Option<String>>>>,
    together: Option<Arc<Shared>>,
}

fn key(network: [u8; 16], rule: &str) -> Vec<u8> {
    [rule.as_bytes(), b":", &network].concat()
}

impl Suspects {
    pub(super) fn new(together: Option<Arc<Shared>>) -> Suspects {
        Suspects {
            here: Cache::builder().max_capacity(MOST_KEPT).time_to_idle(KEPT_FOR).build(),
            together,
        }
    }

    /// Counts it; until when the network is not let in, where this was once too often.
    pub(super) async fn count(
        &self,
        network: [u8; 16],
        what: &Suspicion,
        now: Instant,
    ) -> Result<Option<Instant>, Failure> {
        let key = key(network, what.rule);
        if let Some(shared) = &self.together {
            let own = what.clone();
            let counted = shared.change(key.clone(), now, move |before| counted(&own, before, now));
            if let Some(told) = counted.await {
                return Ok(told);
            }
        }
        let state = self.here.get_with(key, Arc::default);
        let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
        let changed = counted(what, state.as_deref(), now)?;
        if let Some((next, _)) = changed.state {
            *state = Some(next);
        }
        Ok(changed.told)
    }

    /// Forgets what was counted of a network.
    pub(super) async fn forget(&self, network: [u8; 16]) -> Result<(), Failure> {
        RULES.iter().for_each(|rule| self.here.invalidate(&key(network, rule)));
        if let Some(shared) = &self.together {
            for rule in RULES {
                shared.remove(key(network, rule)).await?;
            }
        }
        Ok(())
    }
}

/// What core says of one more.
fn counted(what: &Suspicion, before: Option<&str>, now: Instant) -> Result<Changed<Option<Instant>>, Failure> {
    let platform = PLATFORM.as_ref().map_err(|error| Failure::from(error.clone()))?;
    let mut request = LockoutRequest::new(TenantId::new(OWN), what.rule, now, LockoutEvent::Check);
    request.of.clone_from(&what.of);
    request.state = before.and_then(|state| serde_json::from_str(state).ok());
    // What was on its way when it was blocked makes that no longer; where nobody could keep it, it is kept now.
    let checked = platform.lockout(&request)?;
    if checked.locked {
        return Ok(Changed {
            told: checked.locked_until,
            state: None,
        });
    }
    request.event = LockoutEvent::Failure;
    let answer = platform.lockout(&request)?;
    let gone_at = later(answer.locked_until.unwrap_or(now), DAY);
    Ok(Changed {
        told: answer.locked_until,
        state: Some((json::text(&answer.state)?, gone_at)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Instant {
        Instant::from_microseconds(1_800_000_000_000_000 + second * 1_000_000).expect("a moment")
    }

    fn network(number: u32) -> [u8; 16] {
        let mut network = [0; 16];
        network[..4].copy_from_slice(&number.to_be_bytes());
        network
    }

    /// For how many seconds a network is blocked that does so as often as it takes.
    async fn blocked(suspects: &Suspects, second: i64) -> i64 {
        for number in 1..=20 {
            let until = suspects.count(network(1), &Suspicion::sign_in(), at(second)).await;
            match until.expect("a count") {
                Some(until) => {
                    assert_eq!(number, 20);
                    return until.microseconds_since(at(second)) / 1_000_000;
                }
                None => assert!(number < 20),
            }
        }
        0
    }

    #[tokio::test]
    async fn each_block_is_longer_than_the_one_before_up_to_a_day() {
        let suspects = Suspects::new(None);
        let mut now = 0;
        for hours in [1, 2, 4, 8, 16, 24, 24] {
            assert_eq!(blocked(&suspects, now).await, hours * 3_600);
            // What comes meanwhile makes it no longer.
            let more = suspects.count(network(1), &Suspicion::sign_in(), at(now + 1)).await;
            assert_eq!(more.expect("a count"), Some(at(now + hours * 3_600)));
            now += hours * 3_600;
        }
        // A day later it is as if there had been none, and so it is once somebody has lifted it.
        now += 86_400;
        assert_eq!(blocked(&suspects, now).await, 3_600);
        suspects.forget(network(1)).await.expect("it is forgotten");
        assert_eq!(blocked(&suspects, now).await, 3_600);
    }

    #[tokio::test]
    async fn the_same_mistake_is_one_and_guesses_are_many() {
        let suspects = Suspects::new(None);
        for _ in 0..100 {
            let told = suspects.count(network(1), &Suspicion::secret("stale"), at(0)).await;
            assert_eq!(told.expect("a count"), None);
        }
        let mut told = None;
        for number in 0..19 {
            assert_eq!(told, None);
            let guess = Suspicion::secret(&format!("guess {number}"));
            told = suspects.count(network(1), &guess, at(1)).await.expect("a count");
        }
        assert_eq!(told, Some(at(3_601)));
        let mut told = None;
        for tenant in ["a", "b", "c", "d", "e"] {
            assert_eq!(told, None);
            told = suspects
                .count(network(2), &Suspicion::tenant(tenant), at(1))
                .await
                .expect("a count");
        }
        assert!(told.is_some());
    }

    #[tokio::test]
    async fn a_flood_of_addresses_takes_no_more_memory_than_there_is_for_it() {
        let suspects = Suspects::new(None);
        for number in 0..40_000 {
            let told = suspects.count(network(number), &Suspicion::sign_in(), at(0)).await;
            assert_eq!(told.expect("a count"), None);
        }
        suspects.here.run_pending_tasks();
        assert!(
            suspects.here.entry_count() <= MOST_KEPT,
            "{}",
            suspects.here.entry_count()
        );
    }
}
