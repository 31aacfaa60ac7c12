use std::cmp::Reverse;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::decimal::overflow;
use super::{Decimal, Money, RoundingStep};
use crate::fault::Limits;
use crate::{Code, Error, Result};

/// The most shares one amount is cut into.
pub const MAX_SHARES: usize = 10_000;

/// Who gets what is left over when the shares are not whole steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AllocationMethod {
    /// One step each to the shares that lost most by cutting, the earlier one first among equals.
    #[default]
    LargestRemainder,
    /// All of it to the first share that has a weight.
    First,
    /// One step each to the shares that have a weight, in their order.
    OneEach,
}

/// Among how many, or by which weights.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Shares {
    /// So many equal parts.
    Parts(u32),
    /// In proportion to these, none below zero.
    Weights(Vec<Decimal>),
}

/// An amount to share out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AllocateRequest {
    /// What is shared out.
    pub total: Money,
    /// Among how many, or by which weights.
    pub among: Shares,
    /// Who gets what is left over.
    #[serde(default)]
    pub method: AllocationMethod,
    /// Every share is a whole number of these.
    #[serde(default)]
    pub step: RoundingStep,
}

/// Shares an amount out so that the shares add up to it exactly, in the order of the weights.
///
/// ```
/// use ratebook::money::{AllocateRequest, Money, Shares, allocate};
/// let total = Money::new("100.00".parse()?, "EUR".parse()?);
/// let shares = allocate(AllocateRequest::new(total, Shares::Parts(3)))?;
/// let amounts: Vec<_> = shares.iter().map(|share| share.amount.to_string()).collect();
/// assert_eq!(amounts, ["33.34", "33.33", "33.33"]);
/// # Ok::<(), ratebook::Error>(())
/// ```
pub fn allocate(request: AllocateRequest) -> Result<Vec<Money>> {
    request.bounded()?;
    let AllocateRequest {
        total,
        among,
        method,
        step,
    } = request;
    let step = step.size(total.currency)?;
    let steps = whole_steps(total, step)?;
    let weights = whole_weights(&among)?;
    let too_wide = || overflow(total, "shared by", "these weights");
    let shares = share_out(steps.abs(), &weights, method).ok_or_else(too_wide)?;
    let amount_of = |share: i128| {
        let units = share.checked_mul(step.mantissa())?.checked_mul(steps.signum())?;
        let amount = Decimal::from_units(units, step.scale())?;
        Some(Money::new(amount, total.currency).at_minor_unit())
    };
    let shares: Option<Vec<_>> = shares.into_iter().map(amount_of).collect();
    shares.ok_or_else(too_wide)
}

fn whole_steps(total: Money, step: Decimal) -> Result<i128> {
    let scale = total.amount.scale().max(step.scale());
    let units = total.amount.units(scale).zip(step.units(scale));
    let (units, step_units) = units.ok_or_else(|| overflow(total, "in steps of", step))?;
    if units % step_units == 0 {
        return Ok(units / step_units);
    }
    let message = format!("`{total}` is not a whole number of steps of `{step}`; round it first");
    Err(Error::new(Code::MoneyAllocation, "/total/amount", message))
}

/// The weights as whole numbers without a common factor.
fn whole_weights(among: &Shares) -> Result<Vec<i128>> {
    let weights = match among {
        Shares::Parts(parts) => {
            let count = usize::try_from(*parts).unwrap_or(usize::MAX);
            within_limit(count, "/among/parts")?;
            vec![1; count]
        }
        Shares::Weights(weights) => {
            within_limit(weights.len(), "/among/weights")?;
            if let Some(place) = weights.iter().position(|weight| weight.is_negative()) {
                let path = format!("/among/weights/{place}");
                return Err(Error::new(Code::MoneyAllocation, path, "a weight is never below zero"));
            }
            let scale = weights.iter().map(|weight| weight.scale()).max().unwrap_or(0);
            let whole: Option<Vec<_>> = weights.iter().map(|weight| weight.units(scale)).collect();
            whole.ok_or_else(|| {
                let message = "the weights need more digits together than an amount can hold";
                Error::new(Code::MoneyOverflow, "/among/weights", message)
            })?
        }
    };
    let factor = weights.iter().copied().fold(0, common_factor);
    if factor == 0 {
        let message = "nobody to share with: give at least one part, or one weight above zero";
        return Err(Error::new(Code::MoneyAllocation, "/among", message));
    }
    Ok(weights.into_iter().map(|weight| weight / factor).collect())
}

fn within_limit(count: usize, path: &str) -> Result<()> {
    if count <= MAX_SHARES {
        return Ok(());
    }
    let message = format!("`{count}` shares; at most {MAX_SHARES} are made");
    Err(Error::new(Code::RequestRange, path, message))
}

/// The greatest number that divides both; neither is below zero.
pub(super) fn common_factor(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// `steps` cut by `weights`; the sum of the weights is above zero.
fn share_out(steps: i128, weights: &[i128], method: AllocationMethod) -> Option<Vec<i128>> {
    let whole = weights
        .iter()
        .try_fold(0_i128, |sum, weight| sum.checked_add(*weight))?;
    let mut shares = Vec::with_capacity(weights.len());
    let mut lost = Vec::with_capacity(weights.len());
    for weight in weights {
        let product = steps.checked_mul(*weight)?;
        shares.push(product / whole);
        lost.push(product % whole);
    }
    let left = steps - shares.iter().sum::<i128>();
    match method {
        AllocationMethod::First => {
            let first = weights.iter().position(|weight| *weight > 0)?;
            *shares.get_mut(first)? += left;
        }
        AllocationMethod::OneEach => {
            // Less than one step is lost by each share with a weight, so there are more of them than steps left.
            let weighted = shares.iter_mut().zip(weights).filter(|(_, weight)| **weight > 0);
            for (share, _) in weighted.take(usize::try_from(left).ok()?) {
                *share += 1;
            }
        }
        AllocationMethod::LargestRemainder => {
            let mut places: Vec<usize> = (0..weights.len()).collect();
            places.sort_by_key(|place| Reverse(lost.get(*place).copied()));
            for place in places.into_iter().take(usize::try_from(left).ok()?) {
                *shares.get_mut(place)? += 1;
            }
        }
    }
    Some(shares)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared(total: &str, weights: &[&str], method: AllocationMethod) -> Vec<String> {
        let (amount, currency) = total.split_once(' ').unwrap();
        let request = AllocateRequest {
            total: Money::new(amount.parse().unwrap(), currency.parse().unwrap()),
            among: Shares::Weights(weights.iter().map(|weight| weight.parse().unwrap()).collect()),
            method,
            step: RoundingStep::MinorUnit,
        };
        let shares = allocate(request).unwrap();
        shares.iter().map(|share| share.amount.to_string()).collect()
    }

    #[test]
    fn the_largest_remainder_wins_and_order_breaks_ties() {
        use AllocationMethod::{First, LargestRemainder, OneEach};
        assert_eq!(
            shared("0.01 EUR", &["1", "1", "1"], LargestRemainder),
            ["0.01", "0.00", "0.00"]
        );
        assert_eq!(
            shared("10.00 EUR", &["1", "2", "4"], LargestRemainder),
            ["1.43", "2.86", "5.71"]
        );
        assert_eq!(shared("10.00 EUR", &["0", "3", "4"], First), ["0.00", "4.29", "5.71"]);
        assert_eq!(
            shared("-0.05 KWD", &["1", "1", "1"], LargestRemainder),
            ["-0.017", "-0.017", "-0.016"]
        );
        assert_eq!(shared("101 JPY", &["0.5", "0.5"], LargestRemainder), ["51", "50"]);
        assert_eq!(
            shared("10.00 EUR", &["4", "2", "1"], LargestRemainder),
            ["5.71", "2.86", "1.43"]
        );
        assert_eq!(shared("10.00 EUR", &["4", "2", "1"], OneEach), ["5.72", "2.86", "1.42"]);
        assert_eq!(
            shared("-0.05 EUR", &["0", "1", "1", "1"], OneEach),
            ["0.00", "-0.02", "-0.02", "-0.01"]
        );
    }
}
