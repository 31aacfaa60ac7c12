//! What operators and functions make of values.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::lexer::failed;
use super::parser::Operator;
use super::typed::Call;
use super::{Duration, Value, numbers, texts};
use crate::money::{Decimal, shortened};
use crate::time::{Day, Instant};
use crate::{Error, Result};

/// Texts and lists do not grow beyond this.
pub(super) const MAX_LENGTH: usize = 10_000;

pub(super) fn overflow() -> Error {
    failed("a number is divided by zero or becomes too large".to_owned())
}

pub(super) fn too_long() -> Error {
    failed(format!("a text becomes longer than {MAX_LENGTH} bytes"))
}

fn out_of_range() -> Error {
    failed("a day, an instant or a duration is out of range".to_owned())
}

fn reread(error: Error) -> Error {
    failed(error.to_string())
}

pub(super) fn no_entry(index: &Value<'_>) -> Error {
    failed(match index {
        Value::Text(key) => format!("the map has no entry `{}`", shortened(key)),
        Value::Int(number) => format!("the list has no entry {number}"),
        _ => "there is no such entry".to_owned(),
    })
}

/// The entry of a list or of a map.
pub(super) fn entry<'v>(list: Value<'v>, index: &Value<'_>) -> Option<Value<'v>> {
    match (list, index) {
        (Value::Map(mut map), Value::Text(key)) => map.remove(key.as_ref()),
        (Value::Entries(map), Value::Text(key)) => map.get(key.as_ref()).map(Value::borrowed),
        (list, Value::Int(number)) => {
            let place = usize::try_from(*number).ok()?;
            match list {
                Value::List(items) => items.into_iter().nth(place),
                Value::Items(items) => items.get(place).map(Value::borrowed),
                Value::Texts(texts) => texts.get(place).map(|text| Value::Text(Cow::Borrowed(text))),
                _ => None,
            }
        }
        _ => None,
    }
}

pub(super) fn negated(value: Value<'_>) -> Result<Value<'_>> {
    Ok(match value {
        Value::Int(number) => Value::Int(number.checked_neg().ok_or_else(overflow)?),
        Value::Decimal(decimal) => Value::Decimal(-decimal),
        Value::Duration(duration) => Value::Duration(duration.negated()),
        other => other,
    })
}

pub(super) fn arithmetic<'v>(operator: Operator, left: Value<'v>, right: Value<'v>) -> Result<Value<'v>> {
    match (left, right) {
        (Value::Int(one), Value::Int(other)) => ints(operator, one, other).map(Value::Int).ok_or_else(overflow),
        (Value::Text(one), Value::Text(other)) => joined(one, &other),
        (Value::Day(day), Value::Int(days)) => {
            let days = i32::try_from(days).ok();
            let days = if operator == Operator::Add {
                days
            } else {
                days.and_then(i32::checked_neg)
            };
            let day = days.and_then(|days| day.plus(days));
            day.map(Value::Day).ok_or_else(out_of_range)
        }
        (Value::Day(one), Value::Day(other)) => Ok(Value::Int(one.since(other).into())),
        (left @ (Value::Instant(_) | Value::Duration(_)), right) => {
            times(operator, &left, &right).ok_or_else(out_of_range)
        }
        (left @ (Value::List(_) | Value::Items(_) | Value::Texts(_)), right) => {
            if left.len().saturating_add(right.len()) > MAX_LENGTH {
                return Err(failed(format!("a list becomes longer than {MAX_LENGTH} entries")));
            }
            Ok(Value::List(left.into_items().chain(right.into_items()).collect()))
        }
        (left, right) => {
            let (one, other) = (left.decimal(), right.decimal());
            decimals(operator, one.ok_or_else(overflow)?, other.ok_or_else(overflow)?).map(Value::Decimal)
        }
    }
}

fn ints(operator: Operator, one: i64, other: i64) -> Option<i64> {
    match operator {
        Operator::Add => one.checked_add(other),
        Operator::Subtract => one.checked_sub(other),
        Operator::Multiply => one.checked_mul(other),
        Operator::Divide => one.checked_div(other),
        _ => one.checked_rem(other),
    }
}

fn joined<'v>(one: Cow<'v, str>, other: &str) -> Result<Value<'v>> {
    if one.len().saturating_add(other.len()) > MAX_LENGTH {
        return Err(too_long());
    }
    let mut text = one.into_owned();
    text.push_str(other);
    Ok(Value::Text(Cow::Owned(text)))
}

fn times(operator: Operator, left: &Value<'_>, right: &Value<'_>) -> Option<Value<'static>> {
    let signed = |duration: Duration| {
        if operator == Operator::Add {
            duration
        } else {
            duration.negated()
        }
    };
    let later = |instant: Instant, by: Duration| {
        let microseconds = instant.microseconds().checked_add(by.microseconds())?;
        Instant::from_microseconds(microseconds).map(Value::Instant)
    };
    match (left, right) {
        (Value::Instant(instant), Value::Duration(by)) => later(*instant, signed(*by)),
        (Value::Duration(by), Value::Instant(instant)) => later(*instant, *by),
        (Value::Instant(one), Value::Instant(other)) => {
            Duration::from_microseconds(one.microseconds_since(*other)).map(Value::Duration)
        }
        (Value::Duration(one), Value::Duration(other)) => one.plus(signed(*other)).map(Value::Duration),
        _ => None,
    }
}

fn decimals(operator: Operator, one: Decimal, other: Decimal) -> Result<Decimal> {
    match operator {
        Operator::Add => one.plus(other).map_err(reread),
        Operator::Subtract => one.minus(other).map_err(reread),
        Operator::Multiply => one.times(other).map_err(reread),
        _ if other.is_zero() => Err(overflow()),
        _ => one
            .divided_exactly(other)
            .ok_or_else(|| failed(format!("`{one} / {other}` has no exact decimal"))),
    }
}

pub(super) fn call<'v>(call: Call, values: Vec<Value<'v>>) -> Result<Value<'v>> {
    if let Call::OfText(call) = call {
        return texts::call(call, values);
    }
    if let Call::Min | Call::Max = call {
        let largest = call == Call::Max;
        let chosen = |one: Value<'v>, other: Value<'v>| {
            let first = (one.compare(&other) == Some(Ordering::Greater)) == largest;
            if first { one } else { other }
        };
        return values.into_iter().reduce(chosen).ok_or_else(overflow);
    }
    let mut values = values.into_iter();
    let first = values.next().unwrap_or(Value::Null);
    let second = values.next().unwrap_or(Value::Null);
    Ok(match (call, first, second) {
        (Call::Size, value, _) => Value::Int(i64::try_from(value.len()).map_err(|_| overflow())?),
        (Call::Contains, Value::Text(text), Value::Text(part)) => Value::Bool(text.contains(part.as_ref())),
        (Call::StartsWith, Value::Text(text), Value::Text(part)) => Value::Bool(text.starts_with(part.as_ref())),
        (Call::EndsWith, Value::Text(text), Value::Text(part)) => Value::Bool(text.ends_with(part.as_ref())),
        (Call::OfNumber(call), value, digits) => numbers::call(call, &value, &digits)?,
        (Call::Text, value, _) => Value::Text(written(value)),
        (Call::Int, value, _) => Value::Int(whole(&value)?),
        (Call::Decimal, Value::Text(text), _) => Value::Decimal(text.parse().map_err(reread)?),
        (Call::Decimal, value, _) => Value::Decimal(value.decimal().ok_or_else(overflow)?),
        (Call::Day, Value::Text(text), _) => Value::Day(text.parse().map_err(reread)?),
        (Call::Instant, Value::Text(text), _) => Value::Instant(text.parse().map_err(reread)?),
        (Call::Instant, Value::Int(seconds), _) => {
            let microseconds = seconds.checked_mul(1_000_000);
            Value::Instant(
                microseconds
                    .and_then(Instant::from_microseconds)
                    .ok_or_else(out_of_range)?,
            )
        }
        (Call::Duration, Value::Text(text), _) => Value::Duration(text.parse()?),
        (Call::Day | Call::Instant | Call::Duration, same, _) => same,
        (Call::Abs, Value::Int(number), _) => Value::Int(number.checked_abs().ok_or_else(overflow)?),
        (Call::Abs, value, _) => Value::Decimal(value.decimal().ok_or_else(overflow)?.abs()),
        (call, Value::Day(day), _) => of_day(call, day),
        _ => return Err(overflow()),
    })
}

fn of_day(call: Call, day: Day) -> Value<'static> {
    let (year, month, date) = day.ymd();
    Value::Int(match call {
        Call::Year => year.into(),
        Call::Month => month.into(),
        Call::DayOfMonth => date.into(),
        _ => {
            let mut name = day.weekday().to_string().to_lowercase();
            name.truncate(3);
            return Value::Text(Cow::Owned(name));
        }
    })
}

fn written(value: Value<'_>) -> Cow<'_, str> {
    match value {
        Value::Text(text) => text,
        Value::Bool(truth) => Cow::Borrowed(if truth { "true" } else { "false" }),
        Value::Int(number) => Cow::Owned(number.to_string()),
        Value::Decimal(decimal) => Cow::Owned(decimal.to_string()),
        Value::Day(day) => Cow::Owned(day.to_string()),
        Value::Instant(instant) => Cow::Owned(instant.to_string()),
        Value::Duration(duration) => Cow::Owned(duration.to_string()),
        _ => Cow::Borrowed(""),
    }
}

/// A whole number: of a decimal what stands before the point, of an instant its seconds since 1970.
fn whole(value: &Value<'_>) -> Result<i64> {
    match value {
        Value::Int(number) => Ok(*number),
        Value::Instant(instant) => Ok(instant.microseconds().div_euclid(1_000_000)),
        Value::Decimal(decimal) => {
            let scale = 10_i128.checked_pow(decimal.scale());
            let whole = scale.and_then(|scale| decimal.mantissa().checked_div(scale));
            whole.and_then(|whole| i64::try_from(whole).ok()).ok_or_else(overflow)
        }
        Value::Text(text) => {
            let digits = text.strip_prefix('-').unwrap_or(text);
            let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
            let number = text.parse().ok().filter(|_| plain);
            number.ok_or_else(|| failed(format!("`{}` is not a whole number, or too large", shortened(text))))
        }
        _ => Err(overflow()),
    }
}
