use std::collections::BTreeMap;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use crate::fault::Limits;
use crate::form::{Faults, Pointer};
use crate::tenancy::naming::{Names, check_keys};
use crate::time::{Day, Instant, Interval, IntervalUnit, Zone};
use crate::{Code, Reason, Result};

/// The most that any quota counts: what every language can hold as a whole number.
pub const MAX_QUOTA: i64 = 9_007_199_254_740_991;

/// Something that a tenant has only so much of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct QuotaRule {
    /// What it is known by: `vehicles`, `api_calls`.
    #[schemars(length(max = 100), extend("format" = "name"))]
    pub name: String,
    /// It is counted anew in each period of that length; when not given it counts what there is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub every: Option<Interval>,
    /// A day on which a period begins, by the tenant's clock; the first of a month or year, or a Monday, when not
    /// given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<Day>,
    /// The figures where no others are given.
    pub standard: QuotaFigures,
    /// The figures of plans that have their own.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "name"))]
    pub plans: BTreeMap<String, QuotaFigures>,
    /// The figures of this tenant, whatever its plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<QuotaFigures>,
    /// At which percentages of the soft figure, or of the hard one where there is no soft one, a warning is due.
    #[serde(default = "warnings")]
    #[schemars(length(max = 20), inner(range(min = 1, max = 1_000)))]
    pub warn_at_percent: Vec<u16>,
}

/// How much of something there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct QuotaFigures {
    /// So much is included; what goes beyond it is counted as overage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0, max = 9_007_199_254_740_991_i64))]
    pub soft: Option<i64>,
    /// Never more than so much; no end when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0, max = 9_007_199_254_740_991_i64))]
    pub hard: Option<i64>,
}

fn warnings() -> Vec<u16> {
    vec![80, 100]
}

impl QuotaFigures {
    /// The amounts at which warnings are due, with their percentages.
    pub(super) fn thresholds(self, percentages: &[u16]) -> impl Iterator<Item = (u16, i64)> {
        // A figure of nothing is reached by nothing, and would warn of it for ever.
        let whole = self.soft.or(self.hard).filter(|whole| *whole > 0);
        percentages.iter().filter_map(move |percent| {
            let amount = (i128::from(whole?) * i128::from(*percent) + 99) / 100;
            Some((*percent, i64::try_from(amount).ok()?))
        })
    }
}

impl QuotaRule {
    /// The figures on a plan: the tenant's own come first.
    pub fn figures(&self, plan: Option<&str>) -> QuotaFigures {
        let of_plan = plan.and_then(|plan| self.plans.get(plan));
        self.own.or(of_plan.copied()).unwrap_or(self.standard)
    }

    /// Whether one more is kept on a plan where so much is taken; otherwise why not.
    pub fn one_more(&self, plan: Option<&str>, used: i64) -> Result<()> {
        match self.figures(plan).hard {
            Some(hard) if used >= hard => Err(more_than_left(&self.name, (hard, used, 0), 1).into()),
            _ => Ok(()),
        }
    }

    /// The percentages of its figures on a plan that are reached, and how much more than the soft one is taken.
    pub fn reached(&self, plan: Option<&str>, used: i64) -> (Vec<u16>, i64) {
        let figures = self.figures(plan);
        let thresholds = figures.thresholds(&self.warn_at_percent);
        let reached = thresholds
            .filter(|(_, amount)| used >= *amount)
            .map(|(percent, _)| percent);
        let overage = figures.soft.map_or(0, |soft| used.saturating_sub(soft).max(0));
        (reached.collect(), overage)
    }

    /// The first day of the period that holds a moment, and the first of the next one.
    pub(super) fn period(&self, now: Instant, zone: &Zone) -> Option<(Day, Day)> {
        let every = self.every?;
        // The fifth was a Monday.
        let first = if every.unit == IntervalUnit::Week { 5 } else { 1 };
        let anchor = self.anchor.or_else(|| Day::new(1970, 1, first))?;
        let number = every.number_of(anchor, zone.day_of(now))?;
        Some((
            every.start_of(anchor, number)?,
            every.start_of(anchor, number.checked_add(1)?)?,
        ))
    }
}

/// That more is asked for than is left of so much, of which so much is taken and so much held.
pub(super) fn more_than_left(name: &str, (hard, used, held): (i64, i64, i64), amount: i64) -> Reason {
    let left = hard.saturating_sub(used).saturating_sub(held).max(0);
    let message = format!("the quota `{name}` is {hard}; {used} taken and {held} held leave {left}, not {amount}");
    Reason::new(Code::TenancyQuota, "/amount", message)
        .with("quota", name)
        .with("limit", hard)
        .with("used", used)
        .with("held", held)
        .with("remaining", left)
}

/// The faults of quotas.
pub(crate) fn check_quotas(rules: &[QuotaRule], place: &Pointer, faults: &mut Faults) {
    Quotas::compile(rules, place, faults);
}

/// The tenant's quotas by name.
#[derive(Clone, Debug)]
pub(in crate::tenancy) struct Quotas(BTreeMap<String, QuotaRule>);

impl Quotas {
    pub(in crate::tenancy) fn compile(rules: &[QuotaRule], place: &Pointer, faults: &mut Faults) -> Self {
        let mut names = Names::default();
        let mut quotas = BTreeMap::new();
        for (index, rule) in rules.iter().enumerate() {
            let place = place.join(index);
            names.take(&rule.name, &place, faults);
            check_keys(rule.plans.keys(), &place.join("plans"), faults);
            check(rule, &place, faults);
            quotas.insert(rule.name.clone(), rule.clone());
        }
        Quotas(quotas)
    }

    pub(super) fn get(&self, name: &str) -> Option<&QuotaRule> {
        self.0.get(name)
    }
}

fn check(rule: &QuotaRule, place: &Pointer, faults: &mut Faults) {
    if rule.every.is_none() && rule.anchor.is_some() {
        let message = "an anchor needs periods; give `every` too";
        faults.add(Reason::new(Code::DefinitionConflict, place.join("anchor"), message));
    }
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
        if let (Some(soft), Some(hard)) = (figures.soft, figures.hard)
            && hard < soft
        {
            let message = format!("the hard figure, {hard}, is below the soft figure, {soft}");
            faults.add(Reason::new(Code::DefinitionConflict, place.join("hard"), message));
        }
    }
    let ordered = rule.warn_at_percent.is_sorted_by(|one, next| one < next);
    if !ordered {
        let message = "give the percentages in ascending order, each once";
        faults.add(Reason::new(
            Code::DefinitionConflict,
            place.join("warn_at_percent"),
            message,
        ));
    }
}
