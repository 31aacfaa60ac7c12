use crate::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Decimal;
use super::decimal::overflow;
use super::whole::Whole;
use crate::Result;
use crate::fault::Limits;

/// What happens to a half, and to what is left over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RoundingMode {
    /// A half goes away from zero: 2.5 → 3, -2.5 → -3.
    #[default]
    HalfUp,
    /// A half goes to the even neighbour: 2.5 → 2, 3.5 → 4.
    HalfEven,
    /// Away from zero.
    Up,
    /// Towards zero.
    Down,
}

/// A mode and the step to which is rounded: a minor unit, or a cash step such as 0.05.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rounding {
    /// What happens to a half.
    pub mode: RoundingMode,
    /// The step, above zero.
    pub step: Decimal,
}

impl RoundingMode {
    /// `dividend ÷ divisor` as a whole number; `divisor` is above zero.
    pub(crate) fn divide<N: Whole>(self, dividend: N, divisor: N) -> N {
        self.rounded(dividend.divided(divisor), dividend, divisor)
    }

    /// A quotient with its rest as a whole number.
    #[inline]
    pub(crate) fn rounded<N: Whole>(self, (quotient, rest): (N, N), dividend: N, divisor: N) -> N {
        let (zero, one) = (N::default(), N::from(1));
        if rest == zero {
            return quotient;
        }
        // Nothing here overflows: with a rest the divisor is above one, so the quotient is far from the edge.
        let (rest, up_to_next) = (rest.size(), divisor.minus(rest.size()).unwrap_or(zero));
        let away = match self {
            RoundingMode::HalfUp => rest >= up_to_next,
            RoundingMode::HalfEven => {
                rest > up_to_next || (rest == up_to_next && quotient.divided(N::from(2)).1 != zero)
            }
            RoundingMode::Up => true,
            RoundingMode::Down => false,
        };
        let next = if dividend < zero {
            quotient.minus(one)
        } else {
            quotient.plus(one)
        };
        if away { next.unwrap_or(quotient) } else { quotient }
    }
}

impl Rounding {
    /// Rounds to `digits` behind the point.
    pub fn to_digits(mode: RoundingMode, digits: u32) -> Self {
        Rounding {
            mode,
            step: Decimal::from_units(1, digits).unwrap_or(Decimal::ONE),
        }
    }

    /// The nearest multiple of the step, written with as many digits as the step has.
    pub fn round(self, value: Decimal) -> Result<Decimal> {
        let digits = self.step.scale();
        let scale = value.scale().max(digits);
        let too_wide = || overflow(value, "rounded to", self.step);
        let dividend = value.units(scale).ok_or_else(too_wide)?;
        let divisor = self.step.units(scale).ok_or_else(too_wide)?;
        let steps = self.mode.divide(dividend, divisor);
        let units = steps.checked_mul(self.step.mantissa()).ok_or_else(too_wide)?;
        Decimal::from_units(units, digits).ok_or_else(too_wide)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_where_the_mode_says() {
        let cases = [
            ("2.5", ["3", "2", "3", "2"]),
            ("-2.5", ["-3", "-2", "-3", "-2"]),
            ("3.5", ["4", "4", "4", "3"]),
        ];
        let modes = [
            RoundingMode::HalfUp,
            RoundingMode::HalfEven,
            RoundingMode::Up,
            RoundingMode::Down,
        ];
        for (value, expected) in cases {
            for (mode, text) in modes.into_iter().zip(expected) {
                let rounded = Rounding::to_digits(mode, 0).round(value.parse().unwrap()).unwrap();
                assert_eq!(rounded.to_string(), text, "{value} {mode:?}");
            }
        }
    }

    #[test]
    fn cash_steps() {
        let swiss = Rounding {
            mode: RoundingMode::HalfUp,
            step: "0.05".parse().unwrap(),
        };
        assert_eq!(swiss.round("12.325".parse().unwrap()).unwrap().to_string(), "12.35");
        assert_eq!(swiss.round("12.32".parse().unwrap()).unwrap().to_string(), "12.30");
    }
}
