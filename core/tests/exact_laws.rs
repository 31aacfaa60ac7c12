//! Decimals beside a model of whole numbers without an end: what can be held is given exactly, all else is a fault.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use num_bigint::BigInt;
use proptest::prelude::*;
use ratebook::Code;
use ratebook::expression::{Environment, Expression, Type, Value};
use ratebook::money::Decimal;

/// A fraction of whole numbers; the lower one is above zero.
#[derive(Clone, Debug)]
struct Ratio(BigInt, BigInt);

fn ten(power: u32) -> BigInt {
    BigInt::from(10).pow(power)
}

impl Ratio {
    fn of(decimal: Decimal) -> Ratio {
        Ratio(decimal.mantissa().into(), ten(decimal.scale()))
    }

    fn over(self, other: &Ratio) -> Option<Ratio> {
        let zero = BigInt::from(0);
        if other.0 == zero {
            return None;
        }
        let (above, below) = (self.0 * &other.1, self.1 * &other.0);
        Some(if below < zero {
            Ratio(-above, -below)
        } else {
            Ratio(above, below)
        })
    }

    /// Whether a decimal of at most 96 bits and 28 digits behind the point is this number exactly.
    fn can_be_held(&self) -> bool {
        (0..=28).any(|scale| {
            let (units, zero) = (&self.0 * ten(scale), BigInt::from(0));
            let most: BigInt = BigInt::from(1) << 96;
            &units % &self.1 == zero && (&units / &self.1).magnitude() < most.magnitude()
        })
    }

    fn is(&self, decimal: Decimal) -> bool {
        let other = Ratio::of(decimal);
        &self.0 * other.1 == other.0 * &self.1
    }
}

/// Decimals of all sizes, most of them at the edge or with powers of two and five.
fn decimals() -> impl Strategy<Value = Decimal> {
    let edge: i128 = (1 << 96) - 1;
    let units = prop_oneof![
        0..1_000_i128,
        0..=edge,
        (0..96_u32, 0..12_i128).prop_map(|(bits, more)| (1 << bits) - more),
        (0..41_u32, 1..20_i128).prop_map(|(power, by)| 5_i128.pow(power) * by),
        (0..28_u32, 1..80_i128).prop_map(|(power, by)| 10_i128.pow(power) * by),
        (0..96_u32).prop_map(move |bits| edge >> bits),
    ];
    let scale = prop_oneof![0..=28_u32, 26..=28_u32, Just(0)];
    (units, scale, any::<bool>()).prop_filter_map("too wide", |(units, scale, negative)| {
        Decimal::from_units(if negative { -units } else { units }, scale)
    })
}

/// What an operator gives, and what it would give if there were no end to digits.
fn beside(sign: &str, one: Decimal, other: Decimal) -> (Result<Decimal, ratebook::Error>, Option<Ratio>) {
    let names = Environment::new([("a", Type::Decimal), ("b", Type::Decimal)]);
    let expression = Expression::compile(&format!("a {sign} b"), &names).unwrap();
    let facts = [Value::Decimal(one), Value::Decimal(other)];
    let given = expression.evaluate(&facts.as_slice()).map(|value| match value {
        Value::Decimal(decimal) => decimal,
        other => panic!("{other:?}"),
    });
    let (a, b) = (Ratio::of(one), Ratio::of(other));
    let exact = match sign {
        "+" => Some(Ratio(&a.0 * &b.1 + &b.0 * &a.1, a.1 * b.1)),
        "-" => Some(Ratio(&a.0 * &b.1 - &b.0 * &a.1, a.1 * b.1)),
        "*" => Some(Ratio(a.0 * b.0, a.1 * b.1)),
        _ => a.over(&b),
    };
    (given, exact)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_operator_gives_the_exact_result_or_a_fault(one in decimals(), other in decimals()) {
        for sign in ["+", "-", "*", "/"] {
            let (given, exact) = beside(sign, one, other);
            match (given, exact.filter(Ratio::can_be_held)) {
                (Ok(given), Some(exact)) => prop_assert!(exact.is(given), "{one} {sign} {other} = {given}"),
                (Err(error), None) => prop_assert_eq!(error.code(), Code::ExpressionFailed),
                (given, exact) => prop_assert!(false, "{one} {sign} {other}: {given:?}, {exact:?}"),
            }
        }
    }

    #[test]
    fn decimals_compare_as_fractions_do(one in decimals(), other in decimals()) {
        let (a, b) = (Ratio::of(one), Ratio::of(other));
        prop_assert_eq!(one.cmp(&other), (a.0 * b.1).cmp(&(b.0 * a.1)), "{} {}", one, other);
    }

    /// Zeros before and behind do not count as digits, and a number is read as it stands or not at all.
    #[test]
    fn a_text_is_read_exactly_or_refused(digits in "[0-9]{1,32}", fraction in "[0-9]{0,32}", zeros in 0..6_usize, negative in any::<bool>()) {
        let point = if fraction.is_empty() { "" } else { "." };
        let behind = if fraction.is_empty() { 0 } else { zeros };
        let text = format!("{}{}{digits}{point}{fraction}{}", if negative { "-" } else { "" }, "0".repeat(zeros), "0".repeat(behind));
        let units: BigInt = format!("{}{digits}{fraction}", if negative { "-" } else { "" }).parse().unwrap();
        let exact = Ratio(units, ten(u32::try_from(fraction.len()).unwrap()));
        match text.parse::<Decimal>() {
            Ok(read) => prop_assert!(exact.is(read), "{text} is read as {read}"),
            Err(_) => prop_assert!(!exact.can_be_held(), "{text} is refused"),
        }
    }

    #[test]
    fn rounding_is_to_the_nearest_and_a_half_goes_away_from_zero(value in decimals(), digits in 0..=28_u32) {
        let names = Environment::new([("x", Type::Decimal), ("n", Type::Int)]);
        let facts = [Value::Decimal(value), Value::Int(digits.into())];
        let facts = facts.as_slice();
        let given = |text: &str| Expression::compile(text, &names).unwrap().evaluate(&facts).unwrap();
        let (Value::Decimal(rounded), Value::Decimal(floor), Value::Decimal(ceil)) =
            (given("round(x, n)"), given("floor(x)"), given("ceil(x)")) else { panic!() };
        let exact = Ratio::of(value);
        // In steps of 10^-digits: floor(|x| + 1/2), with the sign put back.
        let doubled = exact.0.magnitude() * ten(digits).magnitude() * 2_u32 + exact.1.magnitude();
        let steps = BigInt::from(doubled / (exact.1.magnitude() * 2_u32));
        let expected = Ratio(if value.is_negative() { -steps } else { steps }, ten(digits));
        prop_assert!(expected.is(rounded), "{value} to {digits} digits: {rounded}");
        prop_assert!(floor <= value && value <= ceil && floor.units(0).is_some() && ceil.units(0).is_some());
        prop_assert!(ceil.minus(floor).unwrap() <= Decimal::ONE);
    }
}
