//! Which features are on, for whom, and why.

mod definition;
mod share;

pub use definition::FlagRules;

use std::collections::{BTreeMap, HashMap};

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::access::Access;
use super::naming::check_keys;
use super::{Scope, Tenant, TenantId};
use crate::fault::{Limits, near};
use crate::form::{Faults, Pointer};
use crate::money::{Decimal, shortened};
use crate::time::Instant;
use crate::{Code, Error, Reason, Result};

/// For whom is asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct FlagSubject {
    /// On behalf of whom.
    pub tenant: TenantId,
    /// The present moment.
    pub now: Instant,
    /// Who of the tenant, such as a user's id: percentages are of them. Of the tenants themselves when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "name"))]
    pub id: Option<String>,
    /// Their roles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100), extend("format" = "reference"))]
    pub roles: Vec<String>,
    /// The tenant's plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub plan: Option<String>,
}

/// Is a feature on?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct FlagRequest {
    /// Which one.
    #[schemars(extend("format" = "reference"))]
    pub flag: String,
    /// For whom.
    pub subject: FlagSubject,
}

/// Whether a feature is on, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct FlagAnswer {
    /// Which one.
    pub flag: String,
    /// Whether it is on.
    pub on: bool,
    /// The rule that decided.
    pub decided_by: FlagRule,
    /// The role or plan that decided.
    pub name: Option<String>,
    /// Where a percentage decided: it is on for those whose share, from 0.00 to 99.99, is below the percentage.
    pub share: Option<Decimal>,
}

/// A rule that decides whether a feature is on, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FlagRule {
    /// What it is for this tenant.
    Forced,
    /// It has not started, or has ended.
    Schedule,
    /// A role.
    Role,
    /// The plan.
    Plan,
    /// A percentage.
    Percentage,
    /// Nothing else.
    Otherwise,
}

/// The features of a tenant, compiled.
#[derive(Clone, Debug)]
pub struct Flags {
    tenant: TenantId,
    /// In order of name.
    flags: Vec<Flag>,
    by_name: HashMap<Box<str>, u16>,
}

/// A feature's place among those of its tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FlagId {
    place: u16,
    seed: u64,
}

#[derive(Clone, Debug)]
struct Flag {
    name: String,
    seed: u64,
    rules: FlagRules,
    /// Those with a bucket below are in; nothing without a percentage.
    buckets: Option<u16>,
}

/// What was decided, and by which rule.
struct Decision<'a> {
    on: bool,
    by: FlagRule,
    name: Option<&'a str>,
    bucket: Option<u16>,
}

/// How many features a tenant has at most.
const MOST: usize = 1_000;

impl Flags {
    /// Checks the features and compiles them; every fault is reported.
    pub(super) fn compile(
        rules: &BTreeMap<String, FlagRules>,
        access: &Access,
        tenant: &TenantId,
        place: &Pointer,
        faults: &mut Faults,
    ) -> Flags {
        if rules.len() > MOST {
            let message = format!("there are {} flags; at most {MOST} are allowed", rules.len());
            faults.add(Reason::new(Code::DefinitionRange, place, message).with("limit", MOST));
        }
        check_keys(rules.keys(), place, faults);
        let flag = |(name, rules): (&String, &FlagRules)| Flag {
            name: name.clone(),
            seed: share::seed(name),
            rules: rules.clone(),
            buckets: rules.check(access, &place.join(name), faults),
        };
        let flags: Vec<Flag> = rules.iter().take(MOST).map(flag).collect();
        let names = flags.iter().map(|flag| flag.name.as_str().into());
        Flags {
            tenant: tenant.clone(),
            by_name: names.zip(0..).collect(),
            flags,
        }
    }

    /// A feature's place, to ask for it often; none when there is no such feature.
    pub fn id(&self, name: &str) -> Option<FlagId> {
        let place = *self.by_name.get(name)?;
        let seed = self.flags.get(usize::from(place))?.seed;
        Some(FlagId { place, seed })
    }

    /// Whether a feature is on, without a word: the fast way. What another tenant had there is off.
    pub fn is_on(&self, flag: FlagId, subject: &FlagSubject) -> Result<bool> {
        self.admit(subject, "/tenant")?;
        let flag = self
            .flags
            .get(usize::from(flag.place))
            .filter(|own| own.seed == flag.seed);
        Ok(flag.is_some_and(|flag| flag.decide(subject).on))
    }

    /// Whether a feature is on, and why.
    pub fn flag(&self, request: &FlagRequest) -> Result<FlagAnswer> {
        request.bounded()?;
        self.admit(&request.subject, "/subject/tenant")?;
        let place = self.by_name.get(request.flag.as_str());
        match place.and_then(|place| self.flags.get(usize::from(*place))) {
            Some(flag) => Ok(flag.answer(&request.subject)),
            None => {
                let mut names: Vec<&str> = self.by_name.keys().map(|name| &**name).collect();
                names.sort_unstable();
                let hint = near(&request.flag, names.into_iter());
                let message = format!("there is no flag `{}`{hint}", shortened(&request.flag));
                Err(Error::new(Code::RequestUnknown, "/flag", message))
            }
        }
    }

    /// Every feature, for one subject, in order of name.
    pub fn flags(&self, subject: &FlagSubject) -> Result<Vec<FlagAnswer>> {
        subject.bounded()?;
        self.admit(subject, "/tenant")?;
        Ok(self.flags.iter().map(|flag| flag.answer(subject)).collect())
    }

    fn admit(&self, subject: &FlagSubject, place: &str) -> Result<()> {
        Scope::of(&self.tenant).admit(&subject.tenant, place)
    }
}

impl Flag {
    fn decide<'a>(&'a self, subject: &'a FlagSubject) -> Decision<'a> {
        let decision = |on: bool, by: FlagRule| Decision {
            on,
            by,
            name: None,
            bucket: None,
        };
        let rules = &self.rules;
        if let Some(on) = rules.forced {
            return decision(on, FlagRule::Forced);
        }
        let early = rules.starts_at.is_some_and(|start| subject.now < start);
        if early || rules.ends_at.is_some_and(|end| end <= subject.now) {
            return decision(false, FlagRule::Schedule);
        }
        if let Some((name, on)) = rules.by_role(&subject.roles) {
            let name = Some(name);
            return Decision {
                name,
                ..decision(on, FlagRule::Role)
            };
        }
        if let Some(plan) = &subject.plan
            && let Some(on) = rules.plans.get(plan)
        {
            let name = Some(plan.as_str());
            return Decision {
                name,
                ..decision(*on, FlagRule::Plan)
            };
        }
        if let Some(buckets) = self.buckets {
            let bucket = share::bucket(self.seed, subject.id.as_deref().unwrap_or(subject.tenant.as_str()));
            let decided = decision(bucket < buckets, FlagRule::Percentage);
            return Decision {
                bucket: Some(bucket),
                ..decided
            };
        }
        decision(rules.on, FlagRule::Otherwise)
    }

    fn answer(&self, subject: &FlagSubject) -> FlagAnswer {
        let decision = self.decide(subject);
        FlagAnswer {
            flag: self.name.clone(),
            on: decision.on,
            decided_by: decision.by,
            name: decision.name.map(str::to_owned),
            share: decision.bucket.and_then(|bucket| Decimal::from_units(bucket.into(), 2)),
        }
    }
}

impl FlagRules {
    /// Reports every fault, and gives the buckets of the percentage.
    fn check(&self, access: &Access, place: &Pointer, faults: &mut Faults) -> Option<u16> {
        if let (Some(start), Some(end)) = (self.starts_at, self.ends_at)
            && end <= start
        {
            let message = "`ends_at` is not after `starts_at`";
            faults.add(Reason::new(Code::TimeReversed, place.join("ends_at"), message));
        }
        check_keys(self.plans.keys(), &place.join("plans"), faults);
        for role in self.roles.keys().filter(|role| !access.has_role(role)) {
            let message = access.no_role(role);
            let place = place.join("roles").join(role);
            faults.add(Reason::new(Code::DefinitionReference, place, message));
        }
        let percentage = self.percentage?;
        let hundredths = percentage.units(2).and_then(|units| u16::try_from(units).ok());
        let buckets = hundredths.filter(|buckets| *buckets <= share::BUCKETS);
        if buckets.is_none() {
            let message = format!("`{percentage}` is not a percentage from 0 to 100 with at most two decimals");
            faults.add(Reason::new(Code::DefinitionRange, place.join("percentage"), message));
        }
        buckets
    }

    /// The role that decides: the first for which it is off, or else the first for which it is on.
    fn by_role<'a>(&self, roles: &'a [String]) -> Option<(&'a str, bool)> {
        if self.roles.is_empty() {
            return None;
        }
        let told = |wanted: bool| roles.iter().find(|role| self.roles.get(*role) == Some(&wanted));
        let off = told(false).map(|role| (role.as_str(), false));
        off.or_else(|| told(true).map(|role| (role.as_str(), true)))
    }
}

impl Tenant {
    /// Whether a feature is on, and why.
    pub fn flag(&self, request: &FlagRequest) -> Result<FlagAnswer> {
        self.features().flag(request)
    }

    /// Every feature, for one subject.
    pub fn flags(&self, request: &FlagSubject) -> Result<Vec<FlagAnswer>> {
        self.features().flags(request)
    }
}
