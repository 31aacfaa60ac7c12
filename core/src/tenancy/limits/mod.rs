//! How often, how many failures, and from where.

mod address;
mod lockout;
mod named;
mod rate;
mod rules;

pub use address::{AddressAnswer, AddressEffect, AddressRequest, AddressRule};
pub use lockout::{
    LockoutAnswer, LockoutEvent, LockoutMark, LockoutRequest, LockoutRule, LockoutState, SHIPPED_LOCKOUTS,
};
pub use rate::{RateDecision, RateFigures, RateLimit, RateLimitKind, RateMark};
pub use rules::{PREMIUM, RateLimitKey, RateLimitRule, SHIPPED_RATE_LIMITS};

pub(super) use address::{Addresses, IpRange, address};
pub(super) use lockout::Lockouts;
pub(super) use named::same_rule;
pub(super) use rules::RateLimits;
pub(crate) use rules::check_rate_limits;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::naming::named;
use super::{Scope, Scoped, Tenant, TenantId, Tenanted};
use crate::fault::{Limits, many};
use crate::form::Pointer;
use crate::time::Instant;
use crate::{Code, Error, Reason, Result};
use rules::Compiled;

/// May these calls go on?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RateLimitRequest {
    /// On behalf of whom.
    pub tenant: TenantId,
    /// The moment.
    pub now: Instant,
    /// The tenant's plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub plan: Option<String>,
    /// The limits that one call must pass, each with the state that is kept for it: all let it through or none counts it.
    #[schemars(length(max = 20))]
    pub calls: Vec<RateLimitCall>,
}

/// A call as one limit counts it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RateLimitCall {
    /// The limit's name.
    #[schemars(extend("format" = "reference"))]
    pub limit: String,
    /// What the call costs; what the limit says when not given. 0 only looks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<u32>,
    /// What the last answer gave for this address, user or tenant; nothing yet when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<Scoped<RateLimitState>>,
}

/// What a limit keeps for an address, a user or a tenant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RateLimitState {
    /// Whose it is.
    pub tenant: TenantId,
    /// The limit's name.
    #[schemars(extend("format" = "reference"))]
    pub limit: String,
    /// What was let through, as the limit keeps it.
    #[schemars(length(max = 100))]
    pub marks: Vec<RateMark>,
}

impl Tenanted for RateLimitState {
    fn tenant(&self) -> &TenantId {
        &self.tenant
    }
}

/// Whether a call may go on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct RateLimitAnswer {
    /// Whether every limit lets it through.
    pub allowed: bool,
    /// In how many seconds all of them would; 0 when they do.
    pub retry_after_seconds: i64,
    /// What each limit says, in the order of the calls.
    pub limits: Vec<RateLimitVerdict>,
    /// Every limit that refuses.
    pub reasons: Vec<Reason>,
}

/// What one limit says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct RateLimitVerdict {
    /// Its name.
    pub limit: String,
    /// For whom the state is to be kept.
    pub per: RateLimitKey,
    /// The most that may pass at once.
    pub amount: u32,
    /// How much is left.
    pub remaining: u32,
    /// When everything is left again.
    pub reset_at: Instant,
    /// In how many seconds it lets the call through; 0 when it does.
    pub retry_after_seconds: i64,
    /// The state to keep.
    pub state: Scoped<RateLimitState>,
}

#[cfg(feature = "server")]
impl Tenant {
    /// The limit of that name on that plan, for a host that keeps states of its own.
    pub fn rate_limit_of(&self, limit: &str, plan: Option<&str>) -> Option<&RateLimit> {
        self.rate_limits.get(limit).map(|found| found.on(plan))
    }

    /// Whether a call may go on: every limit lets it through, or none counts it.
    pub fn rate_limit(&self, request: &RateLimitRequest) -> Result<RateLimitAnswer> {
        request.bounded()?;
        let scope = self.scope(&request.tenant)?;
        let mut faults = Vec::new();
        let mut calls = Vec::with_capacity(request.calls.len());
        for (index, call) in request.calls.iter().enumerate() {
            let place = Pointer::root().join("calls").join(index);
            match self.asked(scope, request.plan.as_deref(), call, &place) {
                Ok(found) => calls.push(found),
                Err(error) => faults.extend(error.into_reasons()),
            }
        }
        Error::unless_empty(faults)?;
        let refused = calls.iter().any(|call| !call.peek(request.now).allowed);
        let mut answer = RateLimitAnswer {
            allowed: !refused,
            retry_after_seconds: 0,
            limits: Vec::with_capacity(calls.len()),
            reasons: Vec::new(),
        };
        for (index, call) in calls.into_iter().enumerate() {
            let (verdict, reason) = call.decide(request.now, refused, index);
            answer.retry_after_seconds = answer.retry_after_seconds.max(verdict.retry_after_seconds);
            answer.limits.push(verdict);
            answer.reasons.extend(reason);
        }
        Ok(answer)
    }

    fn asked<'t>(
        &'t self,
        scope: Scope<'_>,
        plan: Option<&str>,
        call: &RateLimitCall,
        place: &Pointer,
    ) -> Result<Asked<'t>> {
        let state = match &call.state {
            Some(state) => state
                .within(scope, place.join("state").join("tenant").as_str())?
                .clone(),
            None => RateLimitState {
                tenant: scope.tenant().clone(),
                limit: call.limit.clone(),
                marks: Vec::new(),
            },
        };
        let rule = named(
            self.rate_limits.get(&call.limit),
            "limit",
            &call.limit,
            place.join("limit"),
        )?;
        same_rule(&state.limit, &call.limit, place.join("state").join("limit"))?;
        let (limit, cost) = (rule.on(plan), call.cost.unwrap_or(rule.cost));
        if cost > limit.most() {
            let message = format!(
                "a call that costs {cost} can never pass: the limit is {} at once",
                limit.most()
            );
            let reason = Reason::new(Code::RequestRange, place.join("cost"), message);
            return Err(reason.with("limit", limit.most()).into());
        }
        Ok(Asked {
            rule,
            limit,
            cost,
            state,
        })
    }
}

/// A call with the limit that counts it.
struct Asked<'t> {
    rule: &'t Compiled,
    limit: &'t RateLimit,
    cost: u32,
    state: RateLimitState,
}

impl Asked<'_> {
    fn peek(&self, now: Instant) -> RateDecision {
        self.limit.decide(&mut self.state.marks.clone(), now, self.cost)
    }

    /// Decides, and counts the call unless some limit refused it.
    fn decide(mut self, now: Instant, refused: bool, index: usize) -> (RateLimitVerdict, Option<Reason>) {
        let mut decision = self.peek(now);
        if decision.allowed {
            let cost = if refused { 0 } else { self.cost };
            decision = self.limit.decide(&mut self.state.marks, now, cost);
        }
        let retry_after_seconds = seconds(decision.retry_after_microseconds);
        let verdict = RateLimitVerdict {
            limit: self.state.limit.clone(),
            per: self.rule.per,
            amount: self.limit.most(),
            remaining: decision.remaining,
            reset_at: decision.reset_at,
            retry_after_seconds,
            state: Scoped::new(self.state),
        };
        let reason = (!decision.allowed).then(|| {
            let message = format!(
                "too many calls for the limit `{}`; try again in {}",
                verdict.limit,
                many(retry_after_seconds, "second")
            );
            Reason::new(Code::TenancyRateLimited, format!("/calls/{index}"), message)
                .with("limit", &verdict.limit)
                .with("amount", verdict.amount)
                .with("remaining", verdict.remaining)
                .with("retry_after_seconds", retry_after_seconds)
        });
        (verdict, reason)
    }
}

/// Whole seconds, rounded up: whoever waits that long does not wait in vain.
fn seconds(microseconds: i64) -> i64 {
    microseconds.div_euclid(1_000_000) + i64::from(microseconds.rem_euclid(1_000_000) > 0)
}
