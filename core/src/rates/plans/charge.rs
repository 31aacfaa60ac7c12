use std::collections::BTreeMap;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::Plan;
use super::definition::{Charge, ChargeModel, PercentageCharge, TieredPrice};
use crate::fault::Limits;
use crate::form::Pointer;
use crate::money::{Currency, Decimal, Rounding, RoundingMode};
use crate::{Code, Error, Reason, Result};

/// The usage of a period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct UsageRequest {
    /// How much of each metric; what is not given is none.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "reference"))]
    pub usage: BTreeMap<String, Decimal>,
}

/// What a period costs, explained: its lines add up to the total exactly.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct PlanBill {
    /// The currency of every amount.
    pub currency: Currency,
    /// Every line.
    pub lines: Vec<PlanLine>,
    /// What is to be paid.
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
        for (index, charge) in definition.charges.iter().enumerate() {
            let used = charge
                .metric
                .as_ref()
                .and_then(|metric| request.usage.get(metric))
                .copied()
                .unwrap_or_default();
            let counted = used.minus(charge.included.unwrap_or_default())?.max(Decimal::ZERO);
            lines.charge(charge, counted, &format!("/charges/{index}"))?;
        }
        let zero = Decimal::ZERO.at_scale(definition.currency.minor_unit());
        let mut total = lines.lines.iter().try_fold(zero, |sum, line| sum.plus(line.amount))?;
        if let Some(minimum) = definition.minimum_commitment.filter(|minimum| *minimum > total) {
            let short = self.rounding().round(minimum.minus(total)?)?;
            lines.line(
                "up to the minimum commitment",
                "/minimum_commitment",
                Decimal::ONE,
                short,
            )?;
            total = total.plus(short)?;
        }
        Ok(PlanBill {
            currency: definition.currency,
            lines: lines.lines,
            total,
        })
    }

    fn check_usage(&self, request: &UsageRequest) -> Result<()> {
        let metrics: Vec<_> = self
            .definition()
            .charges
            .iter()
            .filter_map(|charge| charge.metric.as_ref())
            .collect();
        let mut reasons = Vec::new();
        for (metric, used) in &request.usage {
            let place = Pointer::root().join("usage").join(metric);
            if !metrics.contains(&metric) {
                let message = format!("the plan does not count `{}`", crate::money::shortened(metric));
                reasons.push(Reason::new(Code::RequestUnknown, place, message).with("metrics", &metrics));
            } else if used.is_negative() {
                reasons.push(Reason::new(
                    Code::RequestRange,
                    place,
                    format!("a usage of `{used}` is below zero"),
                ));
            }
        }
        Error::unless_empty(reasons)
    }
}

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

    fn charge(&mut self, charge: &Charge, counted: Decimal, rule: &str) -> Result<()> {
        let label = charge.name.as_str();
        match &charge.model {
            ChargeModel::Flat(amount) => self.line(label, rule, Decimal::ONE, *amount),
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
        }
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
