use crate::money::{Currency, Decimal, RoundingMode};
use crate::rates::definition::{RoundingPlace, RoundingRule};
use crate::{Code, Error};

/// A result that needs more digits than there are. Small, so that the hot path stays cheap.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Overflow;

impl From<Overflow> for Error {
    fn from(Overflow: Overflow) -> Self {
        Error::new(
            Code::MoneyOverflow,
            "",
            "the price needs more digits than an amount can hold",
        )
    }
}

/// Whole units of the smallest amount a line can have; every price of a list is counted in them.
pub(crate) type Units = i128;

/// How many digits a line keeps when only the total is rounded.
const UNROUNDED_DIGITS: u32 = 8;

/// How the amounts of a list are counted and rounded.
#[derive(Clone, Debug)]
pub(crate) struct Grid {
    mode: RoundingMode,
    /// How many digits of a unit stand behind the point.
    digits: u32,
    /// Lines are multiples of this many units.
    line_step: Units,
    /// The total is a multiple of this many units.
    total_step: Units,
    /// How many digits an amount shows at least.
    shown_digits: u32,
}

impl Grid {
    pub(crate) fn new(currency: Currency, rule: &RoundingRule) -> Grid {
        let minor = currency.minor_unit();
        let step = rule.step.filter(|step| !step.is_zero() && !step.is_negative());
        let step = step.or_else(|| Decimal::from_units(1, minor)).unwrap_or(Decimal::ONE);
        let digits = match rule.at {
            RoundingPlace::Line => step.scale().max(minor),
            RoundingPlace::Total => step.scale().max(UNROUNDED_DIGITS),
        };
        let total_step = step.units(digits).unwrap_or(1).max(1);
        let line_step = match rule.at {
            RoundingPlace::Line => total_step,
            RoundingPlace::Total => 1,
        };
        Grid {
            mode: rule.mode,
            digits,
            line_step,
            total_step,
            shown_digits: step.scale().max(minor).min(digits),
        }
    }

    /// `dividend ÷ divisor`, rounded as a line.
    pub(crate) fn line(&self, dividend: Units, divisor: Units) -> Result<Units, Overflow> {
        self.to_step(dividend, divisor, self.line_step)
    }

    /// What rounding adds to a total.
    pub(crate) fn rounding_of(&self, total: Units) -> Result<Units, Overflow> {
        if self.line_step == self.total_step {
            Ok(0)
        } else {
            Ok(self.to_step(total, 1, self.total_step)? - total)
        }
    }

    fn to_step(&self, dividend: Units, divisor: Units, step: Units) -> Result<Units, Overflow> {
        let divisor = times(divisor, step)?;
        if divisor <= 0 {
            return Err(Overflow);
        }
        times(self.mode.divide(dividend, divisor), step)
    }

    /// A decimal, rounded as a line.
    pub(crate) fn units(&self, value: Decimal) -> Result<Units, Overflow> {
        let value = value.normalized();
        if value.scale() <= self.digits {
            return self.line(value.units(self.digits).ok_or(Overflow)?, 1);
        }
        let divisor = 10_i128.checked_pow(value.scale() - self.digits).ok_or(Overflow)?;
        self.line(value.mantissa(), divisor)
    }

    /// The most whole units that are not above a decimal: what a limit is compared with.
    pub(crate) fn units_up_to(&self, limit: Decimal) -> Result<Units, Overflow> {
        let limit = limit.normalized();
        if limit.scale() <= self.digits {
            return limit.units(self.digits).ok_or(Overflow);
        }
        let divisor = 10_i128.checked_pow(limit.scale() - self.digits).ok_or(Overflow)?;
        Ok(limit.mantissa().div_euclid(divisor))
    }

    /// Units as a decimal with as many digits as the currency shows, more only when they are needed.
    pub(crate) fn decimal(&self, units: Units) -> Result<Decimal, Overflow> {
        let value = Decimal::from_units(units, self.digits).ok_or(Overflow)?;
        if self.digits == self.shown_digits {
            Ok(value)
        } else {
            Ok(value.normalized().at_least(self.shown_digits))
        }
    }

    /// How many digits of a unit stand behind the point.
    pub(crate) fn digits(&self) -> u32 {
        self.digits
    }

    /// One line step, as a decimal's units.
    pub(crate) fn line_step(&self) -> Units {
        self.line_step
    }
}

/// A share such as a percentage, as a fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ratio {
    pub(crate) over: i128,
    pub(crate) under: i128,
}

impl Ratio {
    pub(crate) const NONE: Ratio = Ratio { over: 0, under: 1 };
    pub(crate) const WHOLE: Ratio = Ratio { over: 1, under: 1 };

    pub(crate) fn percent(percent: Decimal) -> Option<Ratio> {
        let percent = percent.normalized();
        let under = 10_i128.checked_pow(percent.scale())?.checked_mul(100)?;
        Some(
            Ratio {
                over: percent.mantissa(),
                under,
            }
            .reduced(),
        )
    }

    fn reduced(self) -> Ratio {
        let divisor = greatest_common_divisor(self.over.unsigned_abs(), self.under.unsigned_abs());
        let divisor = i128::try_from(divisor).unwrap_or(1).max(1);
        Ratio {
            over: self.over / divisor,
            under: self.under / divisor,
        }
    }

    pub(crate) fn plus(self, other: Ratio) -> Option<Ratio> {
        let over = self
            .over
            .checked_mul(other.under)?
            .checked_add(other.over.checked_mul(self.under)?)?;
        Some(
            Ratio {
                over,
                under: self.under.checked_mul(other.under)?,
            }
            .reduced(),
        )
    }

    pub(crate) fn times(self, other: Ratio) -> Option<Ratio> {
        let over = self.over.checked_mul(other.over)?;
        Some(
            Ratio {
                over,
                under: self.under.checked_mul(other.under)?,
            }
            .reduced(),
        )
    }

    pub(crate) fn divided_by(self, other: Ratio) -> Option<Ratio> {
        (other.over > 0)
            .then_some(Ratio {
                over: other.under,
                under: other.over,
            })
            .and_then(|turned| self.times(turned))
    }

    /// This share of an amount, rounded as a line.
    pub(crate) fn of(self, amount: Units, grid: &Grid) -> Result<Units, Overflow> {
        grid.line(times(amount, self.over)?, self.under)
    }
}

fn greatest_common_divisor(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[inline]
pub(crate) fn times(a: Units, b: i128) -> Result<Units, Overflow> {
    match (i64::try_from(a), i64::try_from(b)) {
        (Ok(a), Ok(b)) => Ok(i128::from(a) * i128::from(b)),
        _ => a.checked_mul(b).ok_or(Overflow),
    }
}

#[inline]
pub(crate) fn plus(a: Units, b: Units) -> Result<Units, Overflow> {
    a.checked_add(b).ok_or(Overflow)
}

/// Shares `total` out by `weights`, none below zero, so that the parts are multiples of `step` where `total` is and add
/// up exactly: what is left over goes to the largest remainders, the earlier one first.
pub(crate) fn share_out(total: Units, weights: &[Units], step: Units) -> Result<Vec<Units>, Overflow> {
    let sum = weights.iter().try_fold(0, |sum, weight| plus(sum, *weight))?;
    if sum <= 0 {
        let mut parts = vec![0; weights.len()];
        if let Some(first) = parts.first_mut() {
            *first = total;
        }
        return Ok(parts);
    }
    let steps = total / step;
    let mut parts = Vec::with_capacity(weights.len());
    let mut rests = Vec::with_capacity(weights.len());
    for (place, weight) in weights.iter().enumerate() {
        let dividend = times(*weight, steps)?;
        parts.push(dividend / sum);
        rests.push(((dividend % sum).abs(), place));
    }
    let left = steps - parts.iter().sum::<Units>();
    rests.sort_unstable_by_key(|(rest, place)| (std::cmp::Reverse(*rest), *place));
    let count = usize::try_from(left.unsigned_abs()).unwrap_or(0);
    for (_, place) in rests.into_iter().take(count) {
        if let Some(part) = parts.get_mut(place) {
            *part += left.signum();
        }
    }
    let mut parts: Vec<_> = parts.into_iter().map(|part| part * step).collect();
    if let Some(first) = parts.first_mut() {
        *first += total - steps * step;
    }
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_over_goes_to_the_largest_remainder() {
        assert_eq!(share_out(10_000, &[1, 1, 1], 1).unwrap(), [3_334, 3_333, 3_333]);
        assert_eq!(share_out(-5, &[1, 2], 1).unwrap(), [-2, -3]);
        assert_eq!(share_out(7, &[0, 0], 1).unwrap(), [7, 0]);
    }

    #[test]
    fn lines_and_totals_have_their_own_steps() {
        let euro: Currency = "EUR".parse().unwrap();
        let cash = RoundingRule {
            step: Some("0.05".parse().unwrap()),
            at: RoundingPlace::Total,
            ..Default::default()
        };
        let grid = Grid::new(euro, &cash);
        let units = grid.units("12.325".parse().unwrap()).unwrap();
        assert_eq!(grid.decimal(units).unwrap().to_string(), "12.325");
        assert_eq!(
            grid.decimal(units + grid.rounding_of(units).unwrap())
                .unwrap()
                .to_string(),
            "12.35"
        );
    }
}
