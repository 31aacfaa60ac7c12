use std::fmt::Debug;

/// A sum or product that the number does not hold. Small, so that the hot path stays cheap.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Overflow;

/// 2⁶⁴ divided by a divisor, rounded down: a multiplication by it takes a fraction of the time of a division. Zero where
/// there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reciprocal(u64);

impl Reciprocal {
    pub(crate) fn of(divisor: i128) -> Self {
        let reciprocal = if (2..=i64::MAX.into()).contains(&divisor) {
            (1_i128 << 64) / divisor
        } else {
            0
        };
        Reciprocal(u64::try_from(reciprocal).unwrap_or(0))
    }
}

/// The whole numbers that amounts are reckoned in: 64 bits hold nearly every amount and are quicker; what they do not hold is
/// an [`Overflow`], and is reckoned again in 128. So both come to the same, or the narrow one to nothing.
pub(crate) trait Whole: Copy + Default + Ord + Debug + From<i64> {
    /// The number in this width.
    fn narrowed(wide: i128) -> Result<Self, Overflow>;

    /// The number in the larger width.
    fn wide(self) -> i128;

    fn plus(self, other: Self) -> Result<Self, Overflow>;

    fn minus(self, other: Self) -> Result<Self, Overflow>;

    fn times(self, other: Self) -> Result<Self, Overflow>;

    /// Quotient, towards zero, and rest; `divisor` is above zero.
    fn divided(self, divisor: Self) -> (Self, Self);

    /// The same for a divisor whose reciprocal is known.
    fn divided_by(self, divisor: Self, reciprocal: Reciprocal) -> (Self, Self);

    /// Quotient and rest of its product with a number, which need not be held itself; `divisor` is above zero.
    fn share(self, times: Self, divisor: Self) -> Result<(Self, Self), Overflow>;

    /// Its distance from zero, as far as there is a number for it.
    fn size(self) -> Self;
}

impl Whole for i64 {
    #[inline]
    fn narrowed(wide: i128) -> Result<i64, Overflow> {
        i64::try_from(wide).map_err(|_| Overflow)
    }

    #[inline]
    fn wide(self) -> i128 {
        self.into()
    }

    #[inline]
    fn plus(self, other: i64) -> Result<i64, Overflow> {
        self.checked_add(other).ok_or(Overflow)
    }

    #[inline]
    fn minus(self, other: i64) -> Result<i64, Overflow> {
        self.checked_sub(other).ok_or(Overflow)
    }

    #[inline]
    fn times(self, other: i64) -> Result<i64, Overflow> {
        self.checked_mul(other).ok_or(Overflow)
    }

    #[inline]
    fn divided(self, divisor: i64) -> (i64, i64) {
        (self / divisor, self % divisor)
    }

    #[inline]
    fn divided_by(self, divisor: i64, reciprocal: Reciprocal) -> (i64, i64) {
        let (dividend, divisor_size) = (self.unsigned_abs(), divisor.unsigned_abs());
        if reciprocal.0 == 0 || dividend > i64::MAX as u64 {
            return self.divided(divisor);
        }
        // What is left out of the reciprocal costs the quotient at most one, which the rest shows.
        let product = u128::from(dividend) * u128::from(reciprocal.0);
        let mut quotient = (product >> 64) as u64;
        let mut rest = dividend.wrapping_sub(quotient.wrapping_mul(divisor_size));
        if rest >= divisor_size {
            quotient += 1;
            rest -= divisor_size;
        }
        let (quotient, rest) = (quotient as i64, rest as i64);
        if self < 0 { (-quotient, -rest) } else { (quotient, rest) }
    }

    #[inline]
    fn share(self, times: i64, divisor: i64) -> Result<(i64, i64), Overflow> {
        let (quotient, rest) = (self.wide() * times.wide()).divided(divisor.wide());
        Ok((i64::narrowed(quotient)?, i64::narrowed(rest)?))
    }

    #[inline]
    fn size(self) -> i64 {
        self.saturating_abs()
    }
}

impl Whole for i128 {
    #[inline]
    fn narrowed(wide: i128) -> Result<i128, Overflow> {
        Ok(wide)
    }

    #[inline]
    fn wide(self) -> i128 {
        self
    }

    #[inline]
    fn plus(self, other: i128) -> Result<i128, Overflow> {
        self.checked_add(other).ok_or(Overflow)
    }

    #[inline]
    fn minus(self, other: i128) -> Result<i128, Overflow> {
        self.checked_sub(other).ok_or(Overflow)
    }

    #[inline]
    fn times(self, other: i128) -> Result<i128, Overflow> {
        match (i64::try_from(self), i64::try_from(other)) {
            (Ok(a), Ok(b)) => Ok(i128::from(a) * i128::from(b)),
            _ => self.checked_mul(other).ok_or(Overflow),
        }
    }

    #[inline]
    fn divided(self, divisor: i128) -> (i128, i128) {
        // A division of 64 bits is a single instruction.
        match (i64::try_from(self), i64::try_from(divisor)) {
            (Ok(dividend), Ok(divisor)) => ((dividend / divisor).into(), (dividend % divisor).into()),
            _ => (self / divisor, self % divisor),
        }
    }

    #[inline]
    fn divided_by(self, divisor: i128, _: Reciprocal) -> (i128, i128) {
        self.divided(divisor)
    }

    #[inline]
    fn share(self, times: i128, divisor: i128) -> Result<(i128, i128), Overflow> {
        Ok(self.times(times)?.divided(divisor))
    }

    #[inline]
    fn size(self) -> i128 {
        self.saturating_abs()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn edges() -> impl Strategy<Value = i64> {
        let near = |edge: i64| (-3..=3_i64).prop_map(move |by| edge.saturating_add(by));
        prop_oneof![
            any::<i64>(),
            -100_000..100_000_i64,
            near(i64::MAX),
            near(i64::MIN),
            near(1 << 32),
            near(-(1 << 31))
        ]
    }

    proptest! {
        #[test]
        fn a_reciprocal_divides_as_a_division_does(dividend in edges(), divisor in edges()) {
            let divisor = divisor.saturating_abs().max(1);
            let by_reciprocal = dividend.divided_by(divisor, Reciprocal::of(divisor.into()));
            prop_assert_eq!(by_reciprocal, (dividend / divisor, dividend % divisor));
        }

        #[test]
        fn both_widths_come_to_the_same_or_the_narrow_one_to_nothing(a in edges(), b in edges()) {
            let same = |narrow: Result<i64, Overflow>, wide: Result<i128, Overflow>| match (narrow, wide) {
                (Ok(narrow), Ok(wide)) => narrow.wide() == wide,
                (Err(_), Ok(wide)) => i64::narrowed(wide).is_err(),
                (_, Err(_)) => false,
            };
            let (wide_a, wide_b) = (a.wide(), b.wide());
            prop_assert!(same(a.plus(b), wide_a.plus(wide_b)));
            prop_assert!(same(a.minus(b), wide_a.minus(wide_b)));
            prop_assert!(same(a.times(b), wide_a.times(wide_b)));
            let divisor = b.saturating_abs().max(1);
            let (quotient, rest) = a.divided(divisor);
            prop_assert_eq!((quotient.wide(), rest.wide()), wide_a.divided(divisor.wide()));
        }
    }
}
