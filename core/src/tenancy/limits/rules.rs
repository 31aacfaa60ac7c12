use std::collections::BTreeMap;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::rate::{RateFigures, RateLimit, RateLimitKind};
use crate::fault::Limits;
use crate::form::{Faults, Pointer};
use crate::tenancy::naming::{Names, check_keys};
use crate::{Code, Reason};

/// A limit that has a name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RateLimitRule {
    /// What it is known by; one of a shipped limit takes its place.
    #[schemars(length(max = 100), extend("format" = "name"))]
    pub name: String,
    /// How calls are counted.
    #[serde(default)]
    pub kind: RateLimitKind,
    /// For whom a state is kept.
    #[serde(default)]
    pub per: RateLimitKey,
    /// The figures where no others are given.
    pub standard: RateFigures,
    /// The figures of plans that have their own.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "name"))]
    pub plans: BTreeMap<String, RateFigures>,
    /// The figures of this tenant, whatever its plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<RateFigures>,
    /// What a call costs that does not say so.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    #[schemars(range(min = 1, max = 1_000_000))]
    pub cost: u32,
}

impl RateLimitRule {
    /// The figures on a plan: the tenant's own come first.
    pub fn figures(&self, plan: Option<&str>) -> RateFigures {
        let of_plan = plan.and_then(|plan| self.plans.get(plan));
        self.own.or(of_plan.copied()).unwrap_or(self.standard)
    }
}

/// For whom the state of a limit is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RateLimitKey {
    /// For each address that calls.
    Ip,
    /// For each user.
    User,
    /// For the tenant as a whole.
    #[default]
    Tenant,
}

fn one() -> u32 {
    1
}

fn is_one(cost: &u32) -> bool {
    *cost == 1
}

/// What every tenant has that does not say otherwise: a name, for whom, how much in how many seconds, and how much on the
/// plan `premium`.
pub const SHIPPED_RATE_LIMITS: [(&str, RateLimitKey, u32, u32, Option<u32>); 5] = [
    ("ip", RateLimitKey::Ip, 1_000, 60, None),
    ("user", RateLimitKey::User, 100, 60, None),
    ("login", RateLimitKey::Ip, 5, 60, None),
    ("tenant", RateLimitKey::Tenant, 100, 60, Some(1_000)),
    ("deployments", RateLimitKey::Tenant, 10, 3_600, Some(50)),
];

/// The plan with figures of its own among the shipped ones.
pub const PREMIUM: &str = "premium";

/// The faults of limits.
pub(crate) fn check_rate_limits(rules: &[RateLimitRule], place: &Pointer, faults: &mut Faults) {
    RateLimits::compile(rules, place, faults);
}

/// The tenant's limits by name.
#[derive(Clone, Debug)]
pub(in crate::tenancy) struct RateLimits(BTreeMap<String, Compiled>);

#[derive(Clone, Debug)]
pub(super) struct Compiled {
    pub(super) per: RateLimitKey,
    pub(super) cost: u32,
    standard: RateLimit,
    plans: BTreeMap<String, RateLimit>,
}

impl Compiled {
    pub(super) fn on(&self, plan: Option<&str>) -> &RateLimit {
        plan.and_then(|plan| self.plans.get(plan)).unwrap_or(&self.standard)
    }
}

impl RateLimits {
    pub(in crate::tenancy) fn compile(rules: &[RateLimitRule], place: &Pointer, faults: &mut Faults) -> Self {
        let mut limits: BTreeMap<_, _> = SHIPPED_RATE_LIMITS
            .into_iter()
            .map(|(name, per, amount, seconds, premium)| {
                let limit = |amount| {
                    let burst = None;
                    RateLimit::new(RateLimitKind::SlidingWindow, RateFigures { amount, seconds, burst })
                };
                let plans = premium.map(|amount| (PREMIUM.to_owned(), limit(amount)));
                let compiled = Compiled {
                    per,
                    cost: 1,
                    standard: limit(amount),
                    plans: plans.into_iter().collect(),
                };
                (name.to_owned(), compiled)
            })
            .collect();
        let mut names = Names::default();
        SHIPPED_RATE_LIMITS.iter().for_each(|shipped| names.reserve(shipped.0));
        for (index, rule) in rules.iter().enumerate() {
            let place = place.join(index);
            names.take(&rule.name, &place, faults);
            check_keys(rule.plans.keys(), &place.join("plans"), faults);
            check(rule, &place, faults);
            limits.insert(rule.name.clone(), compiled(rule));
        }
        RateLimits(limits)
    }

    pub(super) fn get(&self, name: &str) -> Option<&Compiled> {
        self.0.get(name)
    }
}

fn compiled(rule: &RateLimitRule) -> Compiled {
    let limit = |figures: &RateFigures| RateLimit::new(rule.kind, *figures);
    let plans = rule.plans.iter().filter(|_| rule.own.is_none());
    Compiled {
        per: rule.per,
        cost: rule.cost,
        standard: limit(rule.own.as_ref().unwrap_or(&rule.standard)),
        plans: plans.map(|(plan, figures)| (plan.clone(), limit(figures))).collect(),
    }
}

fn check(rule: &RateLimitRule, place: &Pointer, faults: &mut Faults) {
    let of_plans = rule
        .plans
        .iter()
        .map(|(plan, figures)| (place.join("plans").join(plan), figures));
    let own = rule.own.iter().map(|figures| (place.join("own"), figures));
    for (place, figures) in [(place.join("standard"), &rule.standard)]
        .into_iter()
        .chain(of_plans)
        .chain(own)
    {
        if rule.kind == RateLimitKind::SlidingWindow && figures.burst.is_some() {
            let message = "a sliding window has no burst; leave `burst` out, or use a token bucket";
            faults.add(Reason::new(Code::DefinitionConflict, place.join("burst"), message));
        }
        let most = RateLimit::new(rule.kind, *figures).most();
        if rule.cost > most {
            let message = format!("a call costs {}, but at most {most} can pass at once", rule.cost);
            faults.add(Reason::new(Code::DefinitionConflict, place, message));
        }
    }
}
