use super::Decimal;

/// The longest decimal: a sign, 29 digits and the point.
const LONGEST: usize = 31;

/// A decimal as text, without a visit to the heap: answers hold a great many of them.
pub(super) struct Written {
    text: [u8; LONGEST],
    from: usize,
}

impl Written {
    pub(super) fn of(decimal: Decimal) -> Written {
        let mut written = Written {
            text: [b'0'; LONGEST],
            from: LONGEST,
        };
        let (mut digits, scale) = (decimal.mantissa().unsigned_abs(), decimal.scale() as usize);
        let mut behind = 0;
        // Most have few digits, and dividing 64 bits is much quicker than dividing 128.
        while digits > u128::from(u64::MAX) {
            written.digit((digits % 10) as u8, &mut behind, scale);
            digits /= 10;
        }
        let mut digits = digits as u64;
        // One digit stands before the point, whatever there is.
        while digits > 0 || behind <= scale {
            written.digit((digits % 10) as u8, &mut behind, scale);
            digits /= 10;
        }
        if decimal.mantissa() < 0 {
            written.push(b'-');
        }
        written
    }

    fn digit(&mut self, digit: u8, behind: &mut usize, scale: usize) {
        if *behind == scale && scale > 0 {
            self.push(b'.');
        }
        self.push(b'0' + digit);
        *behind += 1;
    }

    /// Puts a sign before what there is.
    fn push(&mut self, sign: u8) {
        self.from = self.from.saturating_sub(1);
        if let Some(place) = self.text.get_mut(self.from) {
            *place = sign;
        }
    }

    pub(super) fn as_str(&self) -> &str {
        let text = self.text.get(self.from..).unwrap_or_default();
        str::from_utf8(text).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_decimal::Decimal as Inner;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(20_000) })]

        /// Every decimal is written as the crate beneath writes it, but for a zero below zero.
        #[test]
        fn decimals_are_written_as_others_write_them(low: u32, middle: u32, high: u32, shift in 0..96_u32, negative: bool, scale in 0..=28_u32) {
            let whole = (u128::from(high) << 64 | u128::from(middle) << 32 | u128::from(low)) >> shift;
            let inner = Inner::from_i128_with_scale(if negative { -(whole as i128) } else { whole as i128 }, scale);
            let (own, theirs) = (Written::of(Decimal::from(inner)), inner.to_string());
            let theirs = if inner.is_zero() { theirs.trim_start_matches('-') } else { &theirs };
            prop_assert_eq!(own.as_str(), theirs);
        }
    }

    #[test]
    fn the_longest_and_the_least_fit() {
        for text in [
            "0",
            "0.00",
            "-79228162514264337593543950335",
            "-7.9228162514264337593543950335",
            "0.0000000000000000000000000001",
            "18446744073709551616",
            "-0.1",
        ] {
            assert_eq!(Written::of(text.parse().unwrap()).as_str(), text);
        }
    }
}
