//! What can be asked of numbers, as in CEL's extension `math`: by itself or behind `math.`.

use super::functions::overflow;
use super::lexer::failed;
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

pub(super) fn call(call: NumberCall, value: &Value<'_>, digits: &Value<'_>) -> Result<Value<'static>> {
    let digits = match digits {
        Value::Int(digits @ 0..=MAX_DIGITS) => u32::try_from(*digits).unwrap_or_default(),
        Value::Int(digits) => {
            let message = format!("a number is rounded to 0 to {MAX_DIGITS} digits behind the point, not to {digits}");
            return Err(failed(message));
        }
        _ => 0,
    };
    match value {
        Value::Int(number) if call == NumberCall::Sign => Ok(Value::Int(number.signum())),
        Value::Int(number) => Ok(Value::Int(*number)),
        Value::Decimal(decimal) => of_decimal(call, *decimal, digits).map(Value::Decimal),
        _ => Err(overflow()),
    }
}

fn of_decimal(call: NumberCall, decimal: Decimal, digits: u32) -> Result<Decimal> {
    let below = decimal.is_negative();
    let mode = match call {
        NumberCall::Sign if decimal.is_zero() => return Ok(Decimal::ZERO),
        NumberCall::Sign => return Ok(if below { -Decimal::ONE } else { Decimal::ONE }),
        NumberCall::Round => RoundingMode::HalfUp,
        NumberCall::Ceil if !below => RoundingMode::Up,
        NumberCall::Floor if below => RoundingMode::Up,
        NumberCall::Ceil | NumberCall::Floor | NumberCall::Trunc => RoundingMode::Down,
    };
    // What has no more digits stays as it is, however large.
    if decimal.scale() <= digits {
        return Ok(decimal);
    }
    let rounded = Rounding::to_digits(mode, digits).round(decimal);
    rounded.map_err(|error| failed(error.to_string()))
}
