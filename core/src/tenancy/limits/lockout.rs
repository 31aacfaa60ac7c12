use std::collections::BTreeMap;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::{same_rule, seconds};
use crate::fault::{Limits, many};
use crate::form::{Faults, Pointer};
use crate::tenancy::naming::{Names, named};
use crate::tenancy::{Scoped, Tenant, TenantId, Tenanted};
use crate::time::Instant;
use crate::{Code, Reason, Result};

/// How many failures lock, and for how long.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct LockoutRule {
    /// What it is known by; one of a shipped rule takes its place.
    #[schemars(length(max = 100), extend("format" = "name"))]
    pub name: String,
    /// So many lock.
    #[schemars(range(min = 1, max = 1_000))]
    pub failures: u32,
    /// Within so many seconds.
    #[schemars(range(min = 1, max = 2_678_400))]
    pub within_seconds: u32,
    /// For so many seconds.
    #[schemars(range(min = 1, max = 31_622_400))]
    pub lock_seconds: u32,
    /// Each further lock is longer by this factor.
    #[serde(default = "one")]
    #[schemars(range(min = 1, max = 100))]
    pub growth: u32,
    /// And never longer than so many seconds; a day, or the first lock when that is longer, when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 31_622_400))]
    pub max_lock_seconds: Option<u32>,
    /// So many seconds after a lock it is as if there had been none.
    #[serde(default = "day")]
    #[schemars(range(min = 1, max = 31_622_400))]
    pub forget_seconds: u32,
    /// Whether only failures of different things count: tokens of five tenants.
    #[serde(default)]
    pub distinct: bool,
}

fn one() -> u32 {
    1
}

fn day() -> u32 {
    DAY
}

const DAY: u32 = 86_400;

/// What every tenant has that does not say otherwise: a name, how many failures, within how many seconds, lock for how many
/// seconds, growing by which factor, and whether only different ones count.
pub const SHIPPED_LOCKOUTS: [(&str, u32, u32, u32, u32, bool); 4] = [
    ("login", 5, 900, 900, 2, false),
    ("address_login", 20, 600, 3_600, 1, false),
    ("address_tokens", 5, 60, 3_600, 1, true),
    ("address_forms", 50, 600, 3_600, 1, false),
];

impl LockoutRule {
    fn longest(&self) -> u32 {
        self.max_lock_seconds.unwrap_or_else(|| DAY.max(self.lock_seconds))
    }

    fn check(&self, place: &Pointer, faults: &mut Faults) {
        if self.longest() < self.lock_seconds {
            let message = format!(
                "the longest lock, {}, is shorter than the first, {}",
                many(self.longest(), "second"),
                many(self.lock_seconds, "second")
            );
            faults.add(Reason::new(
                Code::DefinitionConflict,
                place.join("max_lock_seconds"),
                message,
            ));
        }
    }
}

/// The tenant's lockouts by name.
#[derive(Clone, Debug)]
pub(in crate::tenancy) struct Lockouts(BTreeMap<String, LockoutRule>);

impl Lockouts {
    pub(in crate::tenancy) fn compile(rules: &[LockoutRule], place: &Pointer, faults: &mut Faults) -> Self {
        let shipped = |(name, failures, within_seconds, lock_seconds, growth, distinct): (&str, _, _, _, _, _)| {
            let rule = LockoutRule {
                name: name.to_owned(),
                failures,
                within_seconds,
                lock_seconds,
                growth,
                max_lock_seconds: None,
                forget_seconds: DAY,
                distinct,
            };
            (name.to_owned(), rule)
        };
        let mut lockouts: BTreeMap<_, _> = SHIPPED_LOCKOUTS.into_iter().map(shipped).collect();
        let mut names = Names::default();
        SHIPPED_LOCKOUTS.iter().for_each(|shipped| names.reserve(shipped.0));
        for (index, rule) in rules.iter().enumerate() {
            let place = place.join(index);
            names.take(&rule.name, &place, faults);
            rule.check(&place, faults);
            lockouts.insert(rule.name.clone(), rule.clone());
        }
        Lockouts(lockouts)
    }
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum LockoutEvent {
    /// Nothing yet: is it locked? Asked before a password is looked at.
    Check,
    /// A failure. While it is locked it counts for nothing.
    Failure,
    /// A success: earlier failures and locks are forgotten. While it is locked it counts for nothing.
    Success,
    /// Somebody in charge unlocks it.
    Unlock,
}

/// Is it locked, and what happened?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct LockoutRequest {
    /// On behalf of whom.
    pub tenant: TenantId,
    /// The rule's name.
    #[schemars(extend("format" = "reference"))]
    pub lockout: String,
    /// The moment.
    pub now: Instant,
    /// What happened.
    pub event: LockoutEvent,
    /// Of what it was a failure, for a rule that counts different ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 200), extend("format" = "text"))]
    pub of: Option<String>,
    /// What the last answer gave for this account or address; nothing yet when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<Scoped<LockoutState>>,
}

/// What a lockout keeps for an account or an address.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct LockoutState {
    /// Whose it is.
    pub tenant: TenantId,
    /// The rule's name.
    #[schemars(extend("format" = "reference"))]
    pub lockout: String,
    /// The failures that count, the oldest first.
    #[serde(default)]
    #[schemars(length(max = 1_000))]
    pub failures: Vec<LockoutMark>,
    /// Until when it is, or was last, locked.
    #[serde(default)]
    pub locked_until: Option<Instant>,
    /// How many locks followed each other.
    #[serde(default)]
    pub locks: u32,
}

impl Tenanted for LockoutState {
    fn tenant(&self) -> &TenantId {
        &self.tenant
    }
}

/// One failure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct LockoutMark {
    /// When.
    pub at: Instant,
    /// Of what, where only different ones count.
    #[serde(default)]
    #[schemars(extend("format" = "text"))]
    pub of: Option<String>,
}

/// Whether it is locked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct LockoutAnswer {
    /// Whether it is locked: even what is right is refused.
    pub locked: bool,
    /// Until when.
    pub locked_until: Option<Instant>,
    /// For how many seconds more; 0 when it is not.
    pub retry_after_seconds: i64,
    /// How many more failures lock it.
    pub failures_left: u32,
    /// Why it is refused.
    pub reasons: Vec<Reason>,
    /// The state to keep.
    pub state: Scoped<LockoutState>,
}

#[cfg(feature = "server")]
impl Tenant {
    /// Counts failures up to a lock, and tells whether it is locked.
    pub fn lockout(&self, request: &LockoutRequest) -> Result<LockoutAnswer> {
        request.bounded()?;
        let scope = self.scope(&request.tenant)?;
        let mut state = match &request.state {
            Some(state) => state.within(scope, "/state/tenant")?.clone(),
            None => LockoutState {
                tenant: request.tenant.clone(),
                lockout: request.lockout.clone(),
                failures: Vec::new(),
                locked_until: None,
                locks: 0,
            },
        };
        let rule = named(
            self.lockouts.0.get(&request.lockout),
            "lockout",
            &request.lockout,
            "/lockout",
        )?;
        same_rule(&state.lockout, &rule.name, "/state/lockout")?;
        if rule.distinct && request.event == LockoutEvent::Failure && request.of.is_none() {
            let message = format!(
                "`{}` counts failures of different things; say in `of` what failed",
                rule.name
            );
            return Err(Reason::new(Code::RequestMissing, "/of", message).into());
        }
        state.happen(rule, request);
        Ok(state.answer(rule, request.now))
    }
}

impl LockoutState {
    fn locked(&self, now: Instant) -> Option<Instant> {
        self.locked_until.filter(|until| now < *until)
    }

    fn happen(&mut self, rule: &LockoutRule, request: &LockoutRequest) {
        let now = request.now;
        let long_ago = |until: Instant| now.microseconds_since(until) >= i64::from(rule.forget_seconds) * 1_000_000;
        if request.event == LockoutEvent::Unlock || self.locked_until.is_some_and(long_ago) {
            self.forget_locks();
        }
        if request.event == LockoutEvent::Unlock {
            self.failures.clear();
        }
        if self.locked(now).is_some() {
            return;
        }
        let within = i64::from(rule.within_seconds) * 1_000_000;
        self.failures
            .retain(|failure| now.microseconds_since(failure.at) < within);
        match request.event {
            LockoutEvent::Failure => self.fail(rule, request),
            LockoutEvent::Success => {
                self.failures.clear();
                self.forget_locks();
            }
            LockoutEvent::Check | LockoutEvent::Unlock => {}
        }
    }

    fn forget_locks(&mut self) {
        (self.locked_until, self.locks) = (None, 0);
    }

    fn fail(&mut self, rule: &LockoutRule, request: &LockoutRequest) {
        let of = request.of.clone().filter(|_| rule.distinct);
        if rule.distinct {
            self.failures.retain(|failure| failure.of != of);
        }
        self.failures.push(LockoutMark { at: request.now, of });
        if self.failures.len() < usize::try_from(rule.failures).unwrap_or(usize::MAX) {
            return;
        }
        let longer = u64::from(rule.growth).saturating_pow(self.locks);
        let seconds = u64::from(rule.lock_seconds)
            .saturating_mul(longer)
            .min(rule.longest().into());
        self.failures.clear();
        self.locked_until = request.now.plus_seconds(i64::try_from(seconds).unwrap_or(i64::MAX));
        self.locks = self.locks.saturating_add(1);
    }

    fn answer(self, rule: &LockoutRule, now: Instant) -> LockoutAnswer {
        let locked_until = self.locked(now);
        let retry_after_seconds = locked_until.map_or(0, |until| seconds(until.microseconds_since(now)));
        let reason = locked_until.map(|until| {
            let message = format!("locked by `{}` until {until}", rule.name);
            Reason::new(Code::TenancyLocked, "", message)
                .with("lockout", &rule.name)
                .with("locked_until", until)
                .with("retry_after_seconds", retry_after_seconds)
        });
        let counted = u32::try_from(self.failures.len()).unwrap_or(u32::MAX);
        LockoutAnswer {
            locked: locked_until.is_some(),
            locked_until,
            retry_after_seconds,
            failures_left: if locked_until.is_some() {
                0
            } else {
                rule.failures.saturating_sub(counted)
            },
            reasons: reason.into_iter().collect(),
            state: Scoped::new(self),
        }
    }
}
