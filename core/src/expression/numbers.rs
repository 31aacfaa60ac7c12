//! What can be asked of numbers, as in CEL's extension `math`: by itself or behind `math.`.

use super::functions::{arithmetic, overflow};
use super::lexer::failed;
use super::parser::Operator;
use super::typed::Typed;
use super::{Type, Value};
use crate::Result;
use crate::money::{Decimal, Rounding, RoundingMode};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NumberCall {
    Ceil,
    Floor,
    /// To the nearest, a half away from zero.
    Round,
    Sign,
    Trunc,
}

/// The most digits behind the point.
const MAX_DIGITS: i64 = 28;

/// The function of that name for arguments of these types, and what it gives.
pub(super) fn found(name: &str, types: &[Type]) -> Option<(NumberCall, Type)> {
    let call = match name {
        "ceil" => NumberCall::Ceil,
        "floor" => NumberCall::Floor,
        "round" => NumberCall::Round,
        "sign" => NumberCall::Sign,
        "trunc" => NumberCall::Trunc,
        _ => return None,
    };
    match types {
        [own] if own.is_number() => Some((call, own.clone())),
        [own, Type::Int] if own.is_number() && call == NumberCall::Round => Some((call, own.clone())),
        _ => None,
    }
}

/// What is divided, and by what: `a * b / c` is `a`, with `* b` behind it, divided by `c`.
pub(super) struct Division<'a> {
    pub first: &'a Typed,
    pub before: &'a [(Operator, Typed)],
    pub divisor: &'a Typed,
}

/// What a call looks at, where that is divided at last.
pub(super) fn divided_last(typed: &Typed) -> Option<Division<'_>> {
    let division = |first, before, divisor| Division { first, before, divisor };
    match typed {
        Typed::Binary(Operator::Divide, sides) => Some(division(&sides.0, &[], &sides.1)),
        Typed::Row(first, rest) => match rest.split_last()? {
            ((Operator::Divide, divisor), before) => Some(division(first, before, divisor)),
            _ => None,
        },
        _ => None,
    }
}

/// The same of a quotient, which need not be a decimal itself: it is rounded as the fraction that it is.
pub(super) fn of_quotient(
    call: NumberCall,
    (dividend, divisor): (Value<'_>, Value<'_>),
    digits: &Value<'_>,
) -> Result<Value<'static>> {
    if let (Some(one), Some(other)) = (dividend.decimal(), divisor.decimal())
        && !matches!((&dividend, &divisor), (Value::Int(_), Value::Int(_)))
        && !other.is_zero()
        && one.divided_exactly(other).is_none()
    {
        let (below, digits) = (one.is_negative() != other.is_negative(), digits_of(digits)?);
        let rounded = match mode_of(call, below) {
            Some(mode) => one.divided_to(other, mode, digits).ok_or_else(overflow)?,
            None => sign(below),
        };
        return Ok(Value::Decimal(rounded));
    }
    let quotient = arithmetic(Operator::Divide, dividend, divisor)?;
    self::call(call, &quotient, digits)
}

pub(super) fn call(call: NumberCall, value: &Value<'_>, digits: &Value<'_>) -> Result<Value<'static>> {
    let digits = digits_of(digits)?;
    match value {
        Value::Int(number) if call == NumberCall::Sign => Ok(Value::Int(number.signum())),
        Value::Int(number) => Ok(Value::Int(*number)),
        Value::Decimal(decimal) => of_decimal(call, *decimal, digits).map(Value::Decimal),
        _ => Err(overflow()),
    }
}

fn digits_of(digits: &Value<'_>) -> Result<u32> {
    match digits {
        Value::Int(digits @ 0..=MAX_DIGITS) => Ok(u32::try_from(*digits).unwrap_or_default()),
        Value::Int(digits) => {
            let message = format!("a number is rounded to 0 to {MAX_DIGITS} digits behind the point, not to {digits}");
            Err(failed(message))
        }
        _ => Ok(0),
    }
}

fn sign(below: bool) -> Decimal {
    if below { -Decimal::ONE } else { Decimal::ONE }
}

/// How a call rounds what is below zero or not; nothing where it asks for the sign.
fn mode_of(call: NumberCall, below: bool) -> Option<RoundingMode> {
    Some(match call {
        NumberCall::Sign => return None,
        NumberCall::Round => RoundingMode::HalfUp,
        NumberCall::Ceil if !below => RoundingMode::Up,
        NumberCall::Floor if below => RoundingMode::Up,
        NumberCall::Ceil | NumberCall::Floor | NumberCall::Trunc => RoundingMode::Down,
    })
}

fn of_decimal(call: NumberCall, decimal: Decimal, digits: u32) -> Result<Decimal> {
    let below = decimal.is_negative();
    let Some(mode) = mode_of(call, below) else {
        return Ok(if decimal.is_zero() { Decimal::ZERO } else { sign(below) });
    };
    // What has no more digits stays as it is, however large.
    if decimal.scale() <= digits {
        return Ok(decimal);
    }
    let rounded = Rounding::to_digits(mode, digits).round(decimal);
    rounded.map_err(|error| failed(error.to_string()))
}
