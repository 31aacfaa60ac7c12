use std::collections::{BTreeMap, BTreeSet};

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::Plan;
use super::definition::{Charge, ChargeModel, MeteredAmount, PercentageCharge, TieredPrice, UnitConversion};
use crate::fault::Limits;
use crate::form::Pointer;
use crate::money::{Currency, Decimal, Rounding, RoundingMode};
use crate::{Code, Error, Reason, Result};

/// The usage of a period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct UsageRequest {
    /// How much of each metric; what is not given is none. Below zero it is given back: its lines have the other sign.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "reference"))]
    pub usage: BTreeMap<String, Decimal>,
    /// Whether the whole bill is given back: every line has the other sign.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub credit: bool,
}

/// What a period costs, explained: its lines add up to the total exactly.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct PlanBill {
    /// The currency of every amount.
    pub currency: Currency,
    /// Every line.
    pub lines: Vec<PlanLine>,
    /// What is to be paid; below zero what is given back.
    pub total: Decimal,
}

/// One line of a bill.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct PlanLine {
    /// What people call it.
    pub label: String,
    /// The rule that made it, as a JSON pointer into the plan's definition.
    pub rule: String,
    /// How many.
    pub quantity: Decimal,
    /// What one of them costs, before rounding.
    pub unit_amount: Decimal,
    /// What they cost together.
    pub amount: Decimal,
}

impl Plan {
    /// What a period costs with its usage, line by line.
    pub fn charge(&self, request: &UsageRequest) -> Result<PlanBill> {
        request.bounded()?;
        let definition = self.definition();
        self.check_usage(request)?;
        let mut lines = Lines {
            rounding: self.rounding(),
            lines: Vec::new(),
        };
        let mut of_usage = Decimal::ZERO;
        for (index, charge) in definition.charges.iter().enumerate() {
            let first = lines.lines.len();
            let used = charge.metric.as_ref().and_then(|metric| request.usage.get(metric));
            lines.used(charge, used.copied().unwrap_or_default(), index)?;
            if charge.metric.is_some() {
                of_usage = of_usage.plus(lines.sum(first)?)?;
            }
        }
        // A minimum tops up what was used, not a correction of what was billed before.
        let least = definition.minimum_commitment.filter(|_| !of_usage.is_negative());
        lines.bound(0, least, definition.maximum_spend, "")?;
        if request.credit {
            lines.turn(0);
        }
        Ok(PlanBill {
            currency: definition.currency,
            total: lines.sum(0)?,
            lines: lines.lines,
        })
    }

    fn check_usage(&self, request: &UsageRequest) -> Result<()> {
        let charges = self.definition().charges.iter();
        let metrics: BTreeSet<&String> = charges.filter_map(|charge| charge.metric.as_ref()).collect();
        let named: Vec<_> = metrics.iter().take(MOST_NAMED).collect();
        let mut reasons = Vec::new();
        for metric in request.usage.keys().filter(|metric| !metrics.contains(metric)) {
            let place = Pointer::root().join("usage").join(metric);
            let message = format!("the plan does not count `{}`", crate::money::shortened(metric));
            reasons.push(Reason::new(Code::RequestUnknown, place, message).with("metrics", &named));
        }
        Error::unless_empty(reasons)
    }
}

/// How many metrics a reason names.
const MOST_NAMED: usize = 100;

struct Lines {
    rounding: Rounding,
    lines: Vec<PlanLine>,
}

impl Lines {
    fn line(&mut self, label: &str, rule: &str, quantity: Decimal, unit_amount: Decimal) -> Result<()> {
        let amount = self.rounding.round(quantity.times(unit_amount)?)?;
        let (label, rule) = (label.to_owned(), rule.to_owned());
        self.lines.push(PlanLine {
            label,
            rule,
            quantity,
            unit_amount,
            amount,
        });
        Ok(())
    }

    /// The lines of a charge within its bounds. Usage below zero costs what the same above zero does, with the other sign.
    fn used(&mut self, charge: &Charge, used: Decimal, index: usize) -> Result<()> {
        let (first, rule) = (self.lines.len(), format!("/charges/{index}"));
        let whole = match &charge.convert {
            Some(conversion) => converted(conversion, used.abs())?,
            None => used.abs(),
        };
        let counted = whole.minus(charge.included.unwrap_or_default())?.max(Decimal::ZERO);
        self.charge(charge, counted, &rule)?;
        self.bound(first, charge.minimum_commitment, charge.maximum_spend, &rule)?;
        if used.is_negative() && charge.metric.is_some() {
            self.turn(first);
        }
        Ok(())
    }

    /// What the lines from a place on come to.
    fn sum(&self, first: usize) -> Result<Decimal> {
        let mut lines = self.lines.iter().skip(first);
        let zero = Decimal::ZERO.at_scale(self.rounding.step.scale());
        lines.try_fold(zero, |sum, line| sum.plus(line.amount))
    }

    /// Brings the lines from a place on up to the least and down to the most.
    fn bound(&mut self, first: usize, least: Option<Decimal>, most: Option<Decimal>, rule: &str) -> Result<()> {
        if least.is_none() && most.is_none() {
            return Ok(());
        }
        let sum = self.sum(first)?;
        let towards = |mode, bound: Decimal| {
            let step = self.rounding.step;
            Rounding { mode, step }.round(bound)
        };
        // A bound with more digits than the currency is kept, not rounded across.
        let least = least.map(|least| towards(RoundingMode::Up, least)).transpose()?;
        let most = most.map(|most| towards(RoundingMode::Down, most)).transpose()?;
        if let Some(least) = least.filter(|least| *least > sum) {
            let rule = format!("{rule}/minimum_commitment");
            self.line("up to the minimum commitment", &rule, Decimal::ONE, least.minus(sum)?)?;
        } else if let Some(most) = most.filter(|most| *most < sum) {
            let rule = format!("{rule}/maximum_spend");
            self.line("down to the maximum spend", &rule, Decimal::ONE, most.minus(sum)?)?;
        }
        Ok(())
    }

    /// Gives the lines from a place on the other sign.
    fn turn(&mut self, first: usize) {
        for line in self.lines.iter_mut().skip(first) {
            line.quantity = line.quantity.opposite();
            line.amount = line.amount.opposite();
        }
    }

    fn charge(&mut self, charge: &Charge, counted: Decimal, rule: &str) -> Result<()> {
        let label = charge.name.as_str();
        match &charge.model {
            ChargeModel::Flat(amount) => self.line(label, rule, Decimal::ONE, *amount),
            ChargeModel::Graduated(tiered) if counted.is_zero() => self.at_zero(label, rule, "graduated", tiered),
            ChargeModel::Volume(tiered) if counted.is_zero() => self.at_zero(label, rule, "volume", tiered),
            _ if counted.is_zero() => Ok(()),
            ChargeModel::PerUnit(price) => self.line(label, rule, counted, *price),
            ChargeModel::Graduated(tiered) => self.graduated(label, rule, tiered, counted),
            ChargeModel::Volume(tiered) => {
                let reaches = |up_to: Option<Decimal>| up_to.is_none_or(|up_to| counted <= up_to);
                let Some((index, tier)) = tiered.tiers.iter().enumerate().find(|(_, tier)| reaches(tier.up_to)) else {
                    return Ok(());
                };
                let rule = format!("{rule}/model/volume/tiers/{index}");
                if let Some(flat) = tier.flat {
                    self.line(label, &rule, Decimal::ONE, flat)?;
                }
                self.line(label, &rule, counted, tier.price)
            }
            ChargeModel::Package(package) => {
                let whole = Rounding {
                    mode: RoundingMode::Up,
                    step: package.size,
                }
                .round(counted)?;
                let packages = whole.divided_by(package.size).unwrap_or_default().normalized();
                self.line(label, rule, packages, package.price)
            }
            ChargeModel::Percentage(share) => self.percentage(label, rule, share, counted),
            ChargeModel::MeteredAmount(metered) => self.line(label, rule, counted, factor(metered)?),
        }
    }

    /// The flat part of the first tier, where it is charged when nothing was used.
    fn at_zero(&mut self, label: &str, rule: &str, model: &str, tiered: &TieredPrice) -> Result<()> {
        let first = tiered.tiers.first().filter(|_| tiered.flat_at_zero);
        first.and_then(|tier| tier.flat).map_or(Ok(()), |flat| {
            self.line(label, &format!("{rule}/model/{model}/tiers/0"), Decimal::ONE, flat)
        })
    }

    /// Each unit at the price of its own tier.
    fn graduated(&mut self, label: &str, rule: &str, tiered: &TieredPrice, counted: Decimal) -> Result<()> {
        let mut before = Decimal::ZERO;
        for (index, tier) in tiered.tiers.iter().enumerate() {
            let upper = tier.up_to.map_or(counted, |up_to| up_to.min(counted));
            let inside = upper.minus(before)?;
            if inside.is_zero() || inside.is_negative() {
                break;
            }
            let rule = format!("{rule}/model/graduated/tiers/{index}");
            if let Some(flat) = tier.flat {
                self.line(label, &rule, Decimal::ONE, flat)?;
            }
            self.line(label, &rule, inside, tier.price)?;
            before = upper;
        }
        Ok(())
    }

    fn percentage(&mut self, label: &str, rule: &str, share: &PercentageCharge, counted: Decimal) -> Result<()> {
        let exact = share
            .percent
            .percent_of(counted)?
            .plus(share.fixed.unwrap_or_default())?;
        let bounded = share.minimum.map_or(exact, |least| exact.max(least));
        let bounded = share.maximum.map_or(bounded, |most| bounded.min(most));
        self.line(label, rule, Decimal::ONE, bounded)
    }
}

/// By what a metered amount is multiplied.
fn factor(metered: &MeteredAmount) -> Result<Decimal> {
    let markup = metered.markup_percent.unwrap_or_default();
    markup
        .plus(Decimal::HUNDRED)?
        .percent_of(metered.multiplier.unwrap_or(Decimal::ONE))
        .map(Decimal::normalized)
}

/// What the meter counted in the units that are charged; it is not below zero.
fn converted(conversion: &UnitConversion, used: Decimal) -> Result<Decimal> {
    let digits = u32::from(conversion.digits);
    let Some(divisor) = conversion.divide_by else {
        let units = used.times(conversion.multiply_by.unwrap_or(Decimal::ONE))?;
        return match conversion.rounding {
            Some(mode) => Rounding::to_digits(mode, digits).round(units),
            None => Ok(units),
        };
    };
    let (used, divisor) = (used.normalized(), divisor.normalized());
    let tens = |digits: u32| 10_i128.checked_pow(digits);
    let quotient = || {
        let over = used
            .mantissa()
            .checked_mul(tens(digits.checked_add(divisor.scale())?)?)?;
        let under = divisor.mantissa().checked_mul(tens(used.scale())?)?;
        let mode = conversion.rounding.unwrap_or_default();
        Decimal::from_units(mode.divide(over, under), digits)
    };
    quotient().ok_or_else(|| {
        let message = "the usage needs more digits than an amount can hold when it is converted";
        Error::new(Code::MoneyOverflow, "/usage", message)
    })
}
