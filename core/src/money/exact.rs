//! Sums, products and quotients at the edge of what a decimal holds: given whenever they can be, however wide the way there is.

use super::Decimal;

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
