use crate::money::Reciprocal;
use crate::money::{Currency, Decimal, RoundingMode};
pub(crate) use crate::money::{Overflow, Whole};
use crate::rates::definition::{RoundingPlace, RoundingRule};
use crate::{Code, Error};

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
    /// Taxes are multiples of this many units.
    tax_step: Units,
    /// How many digits an amount shows at least.
    shown_digits: u32,
}

impl Grid {
    pub(crate) fn new(currency: Currency, rule: &RoundingRule) -> Grid {
        let minor = currency.minor_unit();
        let step = rule.step.filter(|step| !step.is_zero() && !step.is_negative());
        let step = step.or_else(|| Decimal::from_units(1, minor)).unwrap_or(Decimal::ONE);
        let of_taxes = rule.tax_step.filter(|step| !step.is_zero() && !step.is_negative());
        let of_taxes = of_taxes.map_or(minor, Decimal::scale);
        let digits = match rule.at {
            RoundingPlace::Line => step.scale().max(minor),
            RoundingPlace::Total => step.scale().max(UNROUNDED_DIGITS),
        };
        let digits = digits.max(of_taxes);
        let tax_step = rule
            .tax_step
            .or_else(|| Decimal::from_units(1, minor))
            .unwrap_or(Decimal::ONE);
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
            tax_step: tax_step.units(digits).unwrap_or(1).max(1),
            shown_digits: step.scale().max(minor).min(digits),
        }
    }

    /// `dividend ÷ divisor`, rounded as a line.
    #[inline]
    pub(crate) fn line<N: Whole>(&self, dividend: N, divisor: N) -> Result<N, Overflow> {
        self.to_step(dividend, divisor, self.line_step)
    }

    /// What rounding adds to a total.
    #[inline]
    pub(crate) fn rounding_of<N: Whole>(&self, total: N) -> Result<N, Overflow> {
        if self.line_step == self.total_step {
            Ok(N::default())
        } else {
            self.to_step(total, N::from(1), self.total_step)?.minus(total)
        }
    }

    #[inline]
    fn to_step<N: Whole>(&self, dividend: N, divisor: N, step: Units) -> Result<N, Overflow> {
        let step = N::narrowed(step)?;
        let divisor = divisor.times(step)?;
        if divisor <= N::default() {
            return Err(Overflow);
        }
        self.mode.divide(dividend, divisor).times(step)
    }

    /// A decimal, rounded as a line.
    pub(crate) fn units(&self, value: Decimal) -> Result<Units, Overflow> {
        self.units_by(value, self.line_step)
    }

    /// A decimal, rounded as a tax.
    pub(crate) fn tax_units(&self, value: Decimal) -> Result<Units, Overflow> {
        self.units_by(value, self.tax_step)
    }

    fn units_by(&self, value: Decimal, step: Units) -> Result<Units, Overflow> {
        let value = value.normalized();
        if value.scale() <= self.digits {
            return self.to_step(value.units(self.digits).ok_or(Overflow)?, 1, step);
        }
        let divisor = 10_i128.checked_pow(value.scale() - self.digits).ok_or(Overflow)?;
        self.to_step(value.mantissa(), divisor, step)
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
    pub(crate) fn decimal(&self, units: impl Whole) -> Result<Decimal, Overflow> {
        let value = Decimal::from_units(units.wide(), self.digits).ok_or(Overflow)?;
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
    over: i128,
    under: i128,
    /// Of `under`.
    reciprocal: Reciprocal,
}

impl Ratio {
    /// A fraction in its lowest terms; `under` is above zero.
    pub(crate) fn new(over: i128, under: i128) -> Ratio {
        let divisor = greatest_common_divisor(over.unsigned_abs(), under.unsigned_abs());
        let divisor = i128::try_from(divisor).unwrap_or(1).max(1);
        let (over, under) = (over / divisor, under / divisor);
        Ratio {
            over,
            under,
            reciprocal: Reciprocal::of(under),
        }
    }

    pub(crate) fn percent(percent: Decimal) -> Option<Ratio> {
        let percent = percent.normalized();
        let under = 10_i128.checked_pow(percent.scale())?.checked_mul(100)?;
        Some(Ratio::new(percent.mantissa(), under))
    }

    pub(crate) fn plus(self, other: Ratio) -> Option<Ratio> {
        let over = self
            .over
            .checked_mul(other.under)?
            .checked_add(other.over.checked_mul(self.under)?)?;
        Some(Ratio::new(over, self.under.checked_mul(other.under)?))
    }

    pub(crate) fn times(self, other: Ratio) -> Option<Ratio> {
        let over = self.over.checked_mul(other.over)?;
        Some(Ratio::new(over, self.under.checked_mul(other.under)?))
    }

    pub(crate) fn divided_by(self, other: Ratio) -> Option<Ratio> {
        (other.over > 0)
            .then(|| Ratio::new(other.under, other.over))
            .and_then(|turned| self.times(turned))
    }

    /// This share of an amount, rounded as a line.
    #[inline]
    pub(crate) fn of<N: Whole>(self, amount: N, grid: &Grid) -> Result<N, Overflow> {
        self.by_step(amount, grid, grid.line_step)
    }

    /// This share of an amount, rounded as a tax.
    #[inline]
    pub(crate) fn of_tax<N: Whole>(self, amount: N, grid: &Grid) -> Result<N, Overflow> {
        self.by_step(amount, grid, grid.tax_step)
    }

    #[inline]
    fn by_step<N: Whole>(self, amount: N, grid: &Grid, step: Units) -> Result<N, Overflow> {
        let dividend = amount.times(N::narrowed(self.over)?)?;
        let divisor = N::narrowed(self.under)?;
        if step == 1 {
            let found = dividend.divided_by(divisor, self.reciprocal);
            return Ok(grid.mode.rounded(found, dividend, divisor));
        }
        grid.to_step(dividend, divisor, step)
    }
}

fn greatest_common_divisor(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// Shares `total` out by `weights`, none below zero, so that the parts are multiples of `step` where `total` is and add
/// up exactly: what is left over goes to the largest remainders, the earlier one first.
pub(crate) fn share_out<N: Whole>(total: N, weights: &[N], step: Units) -> Result<Vec<N>, Overflow> {
    let zero = N::default();
    let sum = sum(weights)?;
    if sum <= zero {
        let mut parts = vec![zero; weights.len()];
        if let Some(first) = parts.first_mut() {
            *first = total;
        }
        return Ok(parts);
    }
    let step = N::narrowed(step)?;
    let (steps, beyond) = total.divided(step);
    let mut parts = Vec::with_capacity(weights.len());
    let mut rests = Vec::with_capacity(weights.len());
    let mut left = steps;
    for (place, weight) in weights.iter().enumerate() {
        let (part, rest) = weight.share(steps, sum)?;
        left = left.minus(part)?;
        parts.push(part);
        rests.push((rest.size(), place));
    }
    rests.sort_unstable_by_key(|(rest, place)| (std::cmp::Reverse(*rest), *place));
    let one = if left < zero { N::from(-1) } else { N::from(1) };
    let count = usize::try_from(left.size().wide()).unwrap_or(0);
    for (_, place) in rests.into_iter().take(count) {
        if let Some(part) = parts.get_mut(place) {
            *part = part.plus(one)?;
        }
    }
    for part in &mut parts {
        *part = part.times(step)?;
    }
    if let Some(first) = parts.first_mut() {
        *first = first.plus(beyond)?;
    }
    Ok(parts)
}

/// Shares `total` out by what is left of charges and, below zero, of reductions: each loses the same share of itself, so that
/// a reduction stays with what it is of. What all reductions lose is rounded as one.
pub(crate) fn share_of_left<N: Whole>(total: N, left: &[N], step: Units) -> Result<Vec<N>, Overflow> {
    let zero = N::default();
    let opposite = |amount: &N| zero.minus(*amount);
    if total < zero {
        let turned = left.iter().map(opposite).collect::<Result<Vec<_>, _>>()?;
        return share_of_left(opposite(&total)?, &turned, step)?
            .iter()
            .map(opposite)
            .collect();
    }
    if left.iter().all(|amount| *amount >= zero) {
        return share_out(total, left, step);
    }
    let charges: Vec<N> = left.iter().map(|amount| (*amount).max(zero)).collect();
    let reductions = left.iter().map(|amount| Ok(opposite(amount)?.max(zero)));
    let reductions = reductions.collect::<Result<Vec<_>, _>>()?;
    let reduced = sum(&reductions)?;
    let whole = sum(&charges)?.minus(reduced)?;
    if whole <= zero {
        return share_out(total, &charges, step);
    }
    let one_step = N::narrowed(step)?;
    let (steps, rest) = reduced.share(total.divided(one_step).0, whole)?;
    let is_half = rest >= whole.minus(rest)?;
    let lost = steps.plus(N::from(i64::from(is_half)))?.times(one_step)?;
    let of_charges = share_out(total.plus(lost)?, &charges, step)?;
    let of_reductions = share_out(lost, &reductions, step)?;
    let parts = of_charges.into_iter().zip(of_reductions);
    parts.map(|(charge, reduction)| charge.minus(reduction)).collect()
}

/// What amounts come to together.
pub(crate) fn sum<N: Whole>(amounts: &[N]) -> Result<N, Overflow> {
    amounts.iter().try_fold(N::default(), |sum, amount| sum.plus(*amount))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_over_goes_to_the_largest_remainder() {
        assert_eq!(share_out(10_000_i64, &[1, 1, 1], 1).unwrap(), [3_334, 3_333, 3_333]);
        assert_eq!(share_out(-5_i64, &[1, 2], 1).unwrap(), [-2, -3]);
        assert_eq!(share_out(7_i64, &[0, 0], 1).unwrap(), [7, 0]);
    }

    #[test]
    fn charges_and_reductions_lose_the_same_share() {
        assert_eq!(share_of_left(85_i64, &[100, 100, -30], 1).unwrap(), [50, 50, -15]);
        assert_eq!(share_of_left(-85_i64, &[-100, -100, 30], 1).unwrap(), [-50, -50, 15]);
        assert_eq!(share_of_left(1_i64, &[3, -1], 1).unwrap(), [2, -1]);
        assert_eq!(share_of_left(5_i64, &[3, -4], 1).unwrap(), [5, 0]);
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
