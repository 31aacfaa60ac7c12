use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal as Inner;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::written::Written;
use super::{RoundingMode, exact};
use crate::fault::shortened;
use crate::{Code, Error, Result};

/// An exact decimal of up to 28 digits. Arithmetic either gives the exact result or says `money.overflow`.
///
/// ```
/// use ratebook::money::Decimal;
/// let price: Decimal = "124.50".parse()?;
/// assert_eq!(price.times("1.40".parse()?)?.to_string(), "174.3000");
/// # Ok::<(), ratebook::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(Inner);

impl Decimal {
    /// Nothing.
    pub const ZERO: Decimal = Decimal(Inner::ZERO);
    /// One.
    pub const ONE: Decimal = Decimal(Inner::ONE);
    /// One hundred, the measure of percentages.
    pub const HUNDRED: Decimal = Decimal(Inner::ONE_HUNDRED);
    /// The name by which bindings recognise a decimal when it passes through serde.
    pub const WIRE_NAME: &str = "ratebook::Decimal";

    /// `units` × 10^-`scale`, or `None` beyond 28 digits.
    pub fn from_units(units: i128, scale: u32) -> Option<Self> {
        Inner::try_from_i128_with_scale(units, scale).ok().map(Decimal)
    }

    /// The number as `units` × 10^-`scale` when that is exact, `None` otherwise.
    pub fn units(self, scale: u32) -> Option<i128> {
        let own = self.0.scale();
        if own <= scale {
            self.0.mantissa().checked_mul(10_i128.checked_pow(scale - own)?)
        } else {
            let step = 10_i128.checked_pow(own - scale)?;
            (self.0.mantissa() % step == 0).then(|| self.0.mantissa() / step)
        }
    }

    /// Units and scale in one number, as it passes through serde where nobody reads along.
    pub fn packed(self) -> i128 {
        (self.mantissa() << 8) | i128::from(self.scale())
    }

    /// The number that [`Decimal::packed`] gave.
    pub fn from_packed(packed: i128) -> Option<Decimal> {
        Decimal::from_units(packed >> 8, u32::try_from(packed & 0xff).ok()?)
    }

    /// How many digits stand behind the point.
    pub fn scale(self) -> u32 {
        self.0.scale()
    }

    /// The digits without the point.
    pub fn mantissa(self) -> i128 {
        self.0.mantissa()
    }

    /// The sum, exactly.
    pub fn plus(self, other: Decimal) -> Result<Decimal> {
        let scale = self.scale().max(other.scale());
        // A zero loses its digits in the sum; any other sum with fewer digits is not exact.
        let any_zero = self.is_zero() || other.is_zero();
        let sum = self.0.checked_add(other.0).map(Decimal);
        sum.map(|sum| if any_zero { sum.at_least(scale) } else { sum })
            .filter(|sum| sum.scale() == scale || any_zero)
            .or_else(|| exact::sum(self, other))
            .ok_or_else(|| overflow(self, "+", other))
    }

    /// The difference, exactly.
    pub fn minus(self, other: Decimal) -> Result<Decimal> {
        self.plus(-other)
    }

    /// The product, exactly.
    pub fn times(self, other: Decimal) -> Result<Decimal> {
        let scale = self.scale() + other.scale();
        let product = self.0.checked_mul(other.0).map(Decimal);
        // What has lost digits was rounded, perhaps to nothing; only a zero among the factors makes a true nothing.
        product
            .filter(|product| product.scale() == scale || self.is_zero() || other.is_zero())
            .or_else(|| exact::product(self, other))
            .ok_or_else(|| overflow(self, "×", other))
    }

    /// This many percent of `whole`, exactly.
    pub fn percent_of(self, whole: Decimal) -> Result<Decimal> {
        let hundredth = Decimal(Inner::new(1, 2));
        whole.times(self.times(hundredth)?)
    }

    /// The quotient to 28 digits: the one operation that may not be exact. `None` when `other` is zero.
    pub fn divided_by(self, other: Decimal) -> Option<Decimal> {
        self.0.checked_div(other.0).map(Decimal)
    }

    /// The quotient when it is a decimal, without a digit lost; `None` otherwise and when `other` is zero.
    pub fn divided_exactly(self, other: Decimal) -> Option<Decimal> {
        let quotient = self.divided_by(other);
        let exact = |quotient: &Decimal| quotient.times(other).is_ok_and(|back| back == self);
        quotient.filter(exact).or_else(|| exact::quotient(self, other))
    }

    /// The quotient at so many digits behind the point, rounded as the fraction that it is; `None` when `other` is zero, and where it has
    /// more digits than a decimal.
    pub(crate) fn divided_to(self, other: Decimal, mode: RoundingMode, digits: u32) -> Option<Decimal> {
        exact::rounded_quotient(self, other, mode, digits)
    }

    /// Whether this is zero.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// Whether this is below zero.
    pub fn is_negative(self) -> bool {
        self.0.is_sign_negative() && !self.0.is_zero()
    }

    /// The number without zeros at its end.
    #[must_use]
    pub fn normalized(self) -> Decimal {
        Decimal(self.0.normalize())
    }

    /// The number with exactly `scale` digits behind the point when no digit is lost by it, unchanged otherwise.
    #[must_use]
    pub fn at_scale(self, scale: u32) -> Decimal {
        self.units(scale)
            .and_then(|units| Decimal::from_units(units, scale))
            .unwrap_or(self)
    }

    /// The number with at least `scale` digits behind the point.
    #[must_use]
    pub fn at_least(self, scale: u32) -> Decimal {
        if self.scale() < scale {
            self.at_scale(scale)
        } else {
            self
        }
    }

    /// The number with the other sign; nothing has none.
    pub(crate) fn opposite(self) -> Decimal {
        if self.is_zero() { self } else { -self }
    }

    /// The number without its sign.
    #[must_use]
    pub fn abs(self) -> Decimal {
        Decimal(self.0.abs())
    }
}

pub(crate) fn overflow(a: impl fmt::Display, sign: &str, b: impl fmt::Display) -> Error {
    Error::new(
        Code::MoneyOverflow,
        "",
        format!("`{a} {sign} {b}` needs more digits than an amount can hold"),
    )
}

impl std::ops::Neg for Decimal {
    type Output = Decimal;
    fn neg(self) -> Decimal {
        Decimal(-self.0)
    }
}

impl From<i64> for Decimal {
    fn from(value: i64) -> Self {
        Decimal(value.into())
    }
}

impl From<Inner> for Decimal {
    fn from(value: Inner) -> Self {
        Decimal(value)
    }
}

impl From<Decimal> for Inner {
    fn from(value: Decimal) -> Self {
        value.0
    }
}

impl FromStr for Decimal {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let plain = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let digits = text.strip_prefix('-').unwrap_or(text);
        let well_formed = match digits.split_once('.') {
            Some((whole, fraction)) => plain(whole) && plain(fraction),
            None => plain(digits),
        };
        if !well_formed {
            return Err(Error::new(
                Code::RequestType,
                "",
                format!("`{}` is not a decimal such as \"124.50\"", shortened(text)),
            ));
        }
        let read = Inner::from_str_exact(text).ok().or_else(|| {
            // Zeros at either end are no digits that a decimal would have to hold.
            let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
            let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
            let sign = if digits.len() < text.len() { "-" } else { "" };
            let point = if fraction.is_empty() { "" } else { "." };
            Inner::from_str_exact(&format!("{sign}0{whole}{point}{fraction}")).ok()
        });
        read.map(Decimal).ok_or_else(|| {
            Error::new(
                Code::MoneyOverflow,
                "",
                format!("`{}` has more digits than the 28 of a decimal", shortened(text)),
            )
        })
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_plain = out.width().is_none() && out.precision().is_none() && !out.sign_plus();
        if is_plain {
            return out.write_str(Written::of(*self).as_str());
        }
        let unsigned_zero = if self.0.is_zero() { self.0.abs() } else { self.0 };
        fmt::Display::fmt(&unsigned_zero, out)
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Inside<'a>(&'a Decimal);
        impl Serialize for Inside<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                if serializer.is_human_readable() {
                    serializer.serialize_str(Written::of(*self.0).as_str())
                } else {
                    serializer.serialize_i128(self.0.packed())
                }
            }
        }
        serializer.serialize_newtype_struct(Decimal::WIRE_NAME, &Inside(self))
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Inside;
        impl<'de> de::Visitor<'de> for Inside {
            type Value = Decimal;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a decimal in a string")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Decimal, E> {
                text.parse().map_err(E::custom)
            }
            fn visit_i128<E: de::Error>(self, packed: i128) -> Result<Decimal, E> {
                Decimal::from_packed(packed).ok_or_else(|| E::custom("more digits than the 28 of a decimal"))
            }
            fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<Decimal, D::Error> {
                inner.deserialize_str(self)
            }
        }
        deserializer.deserialize_newtype_struct(Decimal::WIRE_NAME, Inside)
    }
}

crate::fault::unlimited! { Decimal }

#[cfg(feature = "schemas")]
impl schemars::JsonSchema for Decimal {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Decimal".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "format": "decimal",
            "pattern": "^-?[0-9]+(\\.[0-9]+)?$",
            "description": "A decimal in a string, such as \"124.50\".",
            "examples": ["1"],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn products_are_exact_or_refused() {
        assert_eq!(decimal("120").times(decimal("0.85")).unwrap(), decimal("102"));
        let wide = decimal("999999999999999999.999999");
        assert_eq!(
            wide.times(decimal("0.000000123456")).unwrap_err().code(),
            Code::MoneyOverflow
        );
        assert_eq!(wide.times(decimal("1.00000000")).unwrap(), wide);
    }

    #[test]
    fn text_that_is_no_plain_decimal_is_refused() {
        for text in ["", "1e5", "+1", "1.", ".5", "1_000", "NaN", "0x1", " 1", "١"] {
            assert!(text.parse::<Decimal>().is_err(), "{text}");
        }
        assert_eq!(
            "1000000000000000000000000000000".parse::<Decimal>().unwrap_err().code(),
            Code::MoneyOverflow
        );
    }

    #[test]
    fn the_decimals_of_the_crate_beneath_go_both_ways() {
        for inner in [Inner::MAX, Inner::MIN, Inner::new(-1, 28), Inner::new(12_450, 2)] {
            assert_eq!(Inner::from(Decimal::from(inner)), inner);
            assert_eq!(Decimal::from(inner).to_string(), inner.to_string());
        }
        assert_eq!(Decimal::from(7), decimal("7"));
    }

    #[test]
    fn packing_keeps_every_digit() {
        for text in [
            "0",
            "0.00",
            "-0.01",
            "1236.86",
            "-79228162514264337593543950335",
            "0.0000000000000000000000000001",
        ] {
            assert_eq!(Decimal::from_packed(decimal(text).packed()).unwrap().to_string(), text);
        }
        assert_eq!(Decimal::from_packed((1 << 8) | 29), None);
    }

    #[test]
    fn the_scale_is_kept_on_the_wire() {
        assert_eq!(serde_json::to_string(&decimal("124.50")).unwrap(), "\"124.50\"");
        assert_eq!(decimal("-0.00").to_string(), "0.00");
    }
}
