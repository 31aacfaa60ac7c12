//! Sums, products and quotients at the edge of what a decimal holds: given whenever they can be, however wide the way there is.

use super::whole::Whole;
use super::{Decimal, RoundingMode};

/// The most digits behind the point.
const MAX_SCALE: u32 = 28;

/// A number as an odd part and powers, so that digits can be moved across the point without a wide product.
#[derive(Clone, Copy)]
struct Factors {
    rest: u128,
    twos: u32,
    fives: u32,
}

impl Factors {
    fn of(mut rest: u128) -> Factors {
        let (twos, mut fives) = (rest.trailing_zeros(), 0);
        rest >>= twos;
        while rest.is_multiple_of(5) {
            rest /= 5;
            fives += 1;
        }
        Factors { rest, twos, fives }
    }
}

/// The units without zeros at their end, and the digits behind the point that remain.
fn least(mut units: i128, mut scale: u32) -> (i128, u32) {
    while scale > 0 && units % 10 == 0 {
        units /= 10;
        scale -= 1;
    }
    (units, scale)
}

fn signed(magnitude: u128, negative: bool, scale: u32) -> Option<Decimal> {
    let units = i128::try_from(magnitude).ok()?;
    Decimal::from_units(if negative { -units } else { units }, scale)
}

pub(super) fn sum(one: Decimal, other: Decimal) -> Option<Decimal> {
    let (mut a, mut b) = (
        least(one.mantissa(), one.scale()),
        least(other.mantissa(), other.scale()),
    );
    if a.1 < b.1 {
        (a, b) = (b, a);
    }
    // Where the scales differ, the last digit of the finer one is the last digit of the sum: what is too wide stays so.
    let coarse = b.0.checked_mul(10_i128.checked_pow(a.1 - b.1)?)?;
    let sum = a.0.checked_add(coarse)?;
    Decimal::from_units(sum, a.1).or_else(|| {
        let (units, scale) = least(sum, a.1);
        Decimal::from_units(units, scale)
    })
}

pub(super) fn product(one: Decimal, other: Decimal) -> Option<Decimal> {
    if one.is_zero() || other.is_zero() {
        return Some(Decimal::ZERO);
    }
    let negative = one.is_negative() != other.is_negative();
    let a = Factors::of(one.mantissa().unsigned_abs());
    let b = Factors::of(other.mantissa().unsigned_abs());
    let rest = a.rest.checked_mul(b.rest)?;
    powered(
        rest,
        a.twos + b.twos,
        a.fives + b.fives,
        one.scale() + other.scale(),
        negative,
    )
}

/// `rest` × 2^`twos` × 5^`fives` × 10^-`scale`, with as many digits behind the point as it can have up to `scale`.
fn powered(rest: u128, twos: u32, fives: u32, scale: u32, negative: bool) -> Option<Decimal> {
    let at = |tens: u32| {
        let powers = 2_u128
            .checked_pow(twos.checked_sub(tens)?)?
            .checked_mul(5_u128.checked_pow(fives.checked_sub(tens)?)?)?;
        signed(rest.checked_mul(powers)?, negative, scale.checked_sub(tens)?)
    };
    (scale.saturating_sub(MAX_SCALE)..=scale.min(twos).min(fives)).find_map(at)
}

pub(super) fn quotient(one: Decimal, other: Decimal) -> Option<Decimal> {
    if other.is_zero() {
        return None;
    }
    if one.is_zero() {
        return Some(Decimal::ZERO);
    }
    let negative = one.is_negative() != other.is_negative();
    let a = Factors::of(one.mantissa().unsigned_abs());
    let b = Factors::of(other.mantissa().unsigned_abs());
    // What is neither a two nor a five has no decimal but where it is divided out.
    let rest = a.rest.checked_div(b.rest).filter(|_| a.rest.is_multiple_of(b.rest))?;
    // Tens above and below, so that no power is negative: each is a digit more behind the point.
    let tens = b
        .twos
        .saturating_sub(a.twos)
        .max(b.fives.saturating_sub(a.fives))
        .max(other.scale().saturating_sub(one.scale()));
    let scale = (one.scale() + tens).checked_sub(other.scale())?;
    powered(rest, a.twos + tens - b.twos, a.fives + tens - b.fives, scale, negative)
}

/// The quotient at so many digits behind the point, rounded as the fraction that it is.
pub(super) fn rounded_quotient(one: Decimal, other: Decimal, mode: RoundingMode, digits: u32) -> Option<Decimal> {
    let (dividend, divisor) = (one.mantissa().size(), other.mantissa().size());
    if divisor == 0 {
        return None;
    }
    // So many digits of the one mantissa divided by the other stand before the place that is rounded to.
    let places = i64::from(digits) + i64::from(other.scale()) - i64::from(one.scale());
    let (quotient, rest, divisor) = match u32::try_from(places) {
        Ok(places) => {
            let (mut quotient, mut rest) = dividend.divided(divisor);
            for _ in 0..places {
                // A mantissa has 96 bits: ten of the rest have their place.
                let (digit, left) = rest.checked_mul(10)?.divided(divisor);
                quotient = quotient.checked_mul(10)?.checked_add(digit)?;
                rest = left;
            }
            (quotient, rest, divisor)
        }
        Err(_) => {
            let power = 10_i128.checked_pow(u32::try_from(-places).ok()?)?;
            // What is wider than all that can be divided leaves it below a half.
            let divisor = divisor.checked_mul(power).unwrap_or(i128::MAX);
            let (quotient, rest) = dividend.divided(divisor);
            (quotient, rest, divisor)
        }
    };
    let units = mode.rounded((quotient, rest), dividend, divisor);
    let negative = one.is_negative() != other.is_negative();
    Decimal::from_units(if negative { -units } else { units }, digits)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn decimals() -> impl Strategy<Value = Decimal> {
        let units = prop_oneof![
            -1_000..1_000_i128,
            any::<i64>().prop_map(i128::from),
            -(1_i128 << 95)..(1_i128 << 95)
        ];
        (units, 0..=28_u32).prop_map(|(units, scale)| Decimal::from_units(units, scale).unwrap())
    }

    proptest! {
        /// Twice the distance between a quotient and what it is rounded to is no more than one unit of the last place, and exactly one
        /// only where it went away from zero.
        #[test]
        fn a_quotient_is_rounded_to_the_nearest(one in -1_000_000..1_000_000_i128, other in 1..100_000_i128, scale in 0..6_u32, digits in 0..8_u32) {
            let (a, b) = (Decimal::from_units(one, scale).unwrap(), Decimal::from_units(other, 2).unwrap());
            let rounded = rounded_quotient(a, b, RoundingMode::HalfUp, digits).unwrap();
            // All as whole numbers: a / b = (one × 100) / (other × 10^scale).
            let (above, below) = (one * 100 * 10_i128.pow(digits), other * 10_i128.pow(scale));
            let off = 2 * (rounded.mantissa() * below - above);
            prop_assert!(off.abs() <= below, "{} / {} → {}", a, b, rounded);
            prop_assert!(off.abs() < below || (off < 0) == (one < 0), "{} / {} → {}", a, b, rounded);
        }

        #[test]
        fn an_exact_quotient_is_rounded_as_itself(one in decimals(), other in decimals(), digits in 0..=28_u32) {
            let Some(exact) = quotient(one, other) else { return Ok(()) };
            let rounded = rounded_quotient(one, other, RoundingMode::HalfUp, digits);
            let expected = crate::money::Rounding::to_digits(RoundingMode::HalfUp, digits).round(exact);
            if let (Some(rounded), Ok(expected)) = (rounded, &expected) {
                prop_assert_eq!(rounded, *expected);
            } else {
                prop_assert!(rounded.is_none() || expected.is_err());
            }
        }
    }

    #[test]
    fn the_widest_are_rounded_too() {
        let decimal = |text: &str| text.parse::<Decimal>().unwrap();
        let (most, least) = ("79228162514264337593543950335", "0.0000000000000000000000000001");
        for (one, other, mode, digits, expected) in [
            (
                least,
                most,
                RoundingMode::HalfUp,
                28,
                Some("0.0000000000000000000000000000"),
            ),
            (least, most, RoundingMode::Up, 28, Some(least)),
            (least, most, RoundingMode::Up, 0, Some("1")),
            (
                most,
                "3",
                RoundingMode::HalfUp,
                0,
                Some("26409387504754779197847983445"),
            ),
            (
                "2",
                "3",
                RoundingMode::HalfUp,
                28,
                Some("0.6666666666666666666666666667"),
            ),
            (most, least, RoundingMode::HalfUp, 0, None),
            ("1", "0", RoundingMode::HalfUp, 0, None),
        ] {
            let rounded = rounded_quotient(decimal(one), decimal(other), mode, digits);
            assert_eq!(
                rounded.map(|own| own.to_string()).as_deref(),
                expected,
                "{one} / {other}"
            );
        }
    }
}
