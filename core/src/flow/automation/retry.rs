use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use crate::fault::Limits;
use crate::money::{Decimal, RoundingMode};
use crate::time::Instant;
use crate::{Code, Error, Reason, Result};

/// When something that failed is tried again: a mail, a delivery, a charge.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RetryPolicy {
    /// How long to wait before the second attempt, the third and so on.
    #[schemars(length(min = 1, max = 100), inner(range(max = 31536000)))]
    pub delays_seconds: Vec<u32>,
    /// When there are more attempts than delays: each further delay is the one before it times this.
    #[serde(default = "one")]
    #[schemars(range(min = 1, max = 100))]
    pub factor: u32,
    /// How many attempts in all, the first one included; one more than there are delays when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 1000))]
    pub attempts: Option<u32>,
    /// The longest delay.
    #[serde(default = "year")]
    #[schemars(range(max = 31536000))]
    pub most_seconds: u32,
    /// By how much a delay is shorter or longer at most, so that not everything is tried at once.
    #[serde(default)]
    #[schemars(range(max = 100))]
    pub jitter_percent: u32,
    /// Whether delays count from the first failure, not from the last one: 1, 3, 5 and 7 days after it.
    #[serde(default)]
    pub from_first_failure: bool,
}

fn one() -> u32 {
    1
}

fn year() -> u32 {
    31_536_000
}

/// An attempt failed: when is the next one?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RetryRequest {
    /// The rule.
    pub policy: RetryPolicy,
    /// Which attempt failed; the first one is 1.
    #[schemars(range(min = 1))]
    pub attempt: u32,
    /// When it failed.
    pub failed_at: Instant,
    /// When the first one failed, for delays that count from there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_failed_at: Option<Instant>,
    /// Whether trying again is useless: the address does not exist, the card was cancelled.
    #[serde(default)]
    pub permanent: bool,
    /// A random number from 0 to 1 for the jitter: 0 is the shortest delay, 0.5 the stated one, 1 the longest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub random: Option<Decimal>,
}

/// The next attempt, or why there is none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct NextAttempt {
    /// Which attempt is next.
    pub attempt: Option<u32>,
    /// When.
    pub at: Option<Instant>,
    /// Why there is none.
    pub over: Option<RetryOver>,
}

/// Why something is not tried again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RetryOver {
    /// It would fail again.
    Permanent,
    /// That was the last attempt.
    Exhausted,
}

/// When a failed attempt is followed by the next one. A delay with jitter is rounded to whole seconds.
pub fn retry(request: RetryRequest) -> Result<NextAttempt> {
    let policy = &request.policy;
    check(&request)?;
    let listed = u32::try_from(policy.delays_seconds.len()).unwrap_or(u32::MAX);
    let attempts = policy.attempts.unwrap_or(listed.saturating_add(1));
    let over = if request.permanent {
        Some(RetryOver::Permanent)
    } else {
        (request.attempt >= attempts).then_some(RetryOver::Exhausted)
    };
    if over.is_some() {
        return Ok(NextAttempt {
            attempt: None,
            at: None,
            over,
        });
    }
    let start = match request.first_failed_at.filter(|_| policy.from_first_failure) {
        Some(first) => first,
        None => request.failed_at,
    };
    let seconds = policy.delay(request.attempt);
    let jitter = request.random.map_or(0, |random| policy.jitter(seconds, random));
    let at = start.plus_seconds(i64::from(seconds).saturating_add(jitter));
    let beyond = || {
        Error::new(
            Code::TimeOutOfRange,
            "/failed_at",
            "the next attempt is after the year 9999",
        )
    };
    Ok(NextAttempt {
        attempt: request.attempt.checked_add(1),
        at: Some(at.ok_or_else(beyond)?.max(request.failed_at)),
        over: None,
    })
}

fn check(request: &RetryRequest) -> Result<()> {
    let policy = &request.policy;
    let mut reasons = Vec::new();
    match request.random {
        Some(random) if random.is_negative() || random > Decimal::ONE => {
            let message = format!("`{random}` is not between 0 and 1");
            reasons.push(Reason::new(Code::RequestRange, "/random", message));
        }
        None if policy.jitter_percent > 0 => {
            let message = "jitter needs a random number from 0 to 1";
            reasons.push(Reason::new(Code::RequestMissing, "/random", message));
        }
        _ => {}
    }
    if policy.from_first_failure && request.first_failed_at.is_none() && request.attempt > 1 {
        let message = "delays count from the first failure: when was it?";
        reasons.push(Reason::new(Code::RequestMissing, "/first_failed_at", message));
    }
    request.bounded_and(reasons)
}

impl RetryPolicy {
    /// The seconds after an attempt, without jitter.
    fn delay(&self, attempt: u32) -> u32 {
        let most = self.most_seconds;
        let mut beyond = attempt.saturating_sub(1);
        let mut delay = 0;
        for listed in &self.delays_seconds {
            delay = *listed;
            if beyond == 0 {
                return delay.min(most);
            }
            beyond -= 1;
        }
        // Of a delay that does not grow, or has grown enough, the rest is the same.
        beyond += 1;
        while beyond > 0 && delay > 0 && delay < most && self.factor > 1 {
            delay = delay.saturating_mul(self.factor);
            beyond -= 1;
        }
        delay.min(most)
    }

    /// The seconds that chance adds to a delay or takes from it.
    fn jitter(&self, seconds: u32, random: Decimal) -> i64 {
        let parts = || {
            let whole = 10_i128.checked_pow(random.scale())?;
            // From -1 to 1: below and above the stated delay alike.
            let spread = random.mantissa().checked_mul(2)?.checked_sub(whole)?;
            let most = i128::from(seconds).checked_mul(self.jitter_percent.into())?;
            let seconds = RoundingMode::HalfUp.divide(most.checked_mul(spread)?, whole.checked_mul(100)?);
            i64::try_from(seconds).ok()
        };
        parts().unwrap_or(0)
    }
}
