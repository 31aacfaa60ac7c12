//! Which functions there are, of which types.

use super::check::as_type;
use super::clock::{Local, Part, Place};
use super::evaluate;
use super::lexer::fault;
use super::typed::{Call, Typed};
use super::{Type, Value};
use crate::Result;
use crate::money::shortened;

/// The function of that name for arguments of these types.
pub(super) fn resolve(name: &str, arguments: Vec<(Typed, Type)>, at: usize) -> Result<(Typed, Type)> {
    let (typed, types): (Vec<Typed>, Vec<Type>) = arguments.into_iter().unzip();
    if let Some(part) = Part::named(name)
        && let [Type::Instant | Type::Duration, ..] = types.as_slice()
    {
        return of_time(name, part, typed, &types, at);
    }
    let Some((call, result)) = found(name, &types) else {
        return Err(missing(name, &types, at));
    };
    let typed = match call {
        Call::Min | Call::Max => {
            let values = typed.into_iter().zip(&types);
            values.map(|(one, own)| as_type(one, own, &result)).collect()
        }
        _ => typed,
    };
    if call.reads_text()
        && let [Typed::Value(Value::Text(_))] = typed.as_slice()
    {
        let call = Typed::Call(call, typed);
        let value = evaluate::constant(&call).map_err(|error| fault(at, error.to_string()))?;
        return Ok((Typed::Value(value), result));
    }
    Ok((Typed::Call(call, typed), result))
}

fn found(name: &str, types: &[Type]) -> Option<(Call, Type)> {
    Some(match (name, types) {
        ("size", [Type::Text | Type::List(_) | Type::Map(_)]) => (Call::Size, Type::Int),
        ("contains", [Type::Text, Type::Text]) => (Call::Contains, Type::Bool),
        ("startsWith", [Type::Text, Type::Text]) => (Call::StartsWith, Type::Bool),
        ("endsWith", [Type::Text, Type::Text]) => (Call::EndsWith, Type::Bool),
        ("lowerAscii", [Type::Text]) => (Call::LowerAscii, Type::Text),
        ("string", [own]) if own.has_order() => (Call::Text, Type::Text),
        ("int", [Type::Int | Type::Decimal | Type::Text | Type::Instant]) => (Call::Int, Type::Int),
        ("decimal", [Type::Text | Type::Int | Type::Decimal]) => (Call::Decimal, Type::Decimal),
        ("day", [Type::Text | Type::Day]) => (Call::Day, Type::Day),
        ("timestamp", [Type::Text | Type::Int | Type::Instant]) => (Call::Instant, Type::Instant),
        ("duration", [Type::Text | Type::Duration]) => (Call::Duration, Type::Duration),
        ("abs", [own]) if own.is_number() => (Call::Abs, own.clone()),
        ("min" | "max", [one, other]) if one.has_order() => {
            let result = one.joined(other)?;
            (if name == "min" { Call::Min } else { Call::Max }, result)
        }
        ("year", [Type::Day]) => (Call::Year, Type::Int),
        ("month", [Type::Day]) => (Call::Month, Type::Int),
        ("dayOfMonth", [Type::Day]) => (Call::DayOfMonth, Type::Int),
        ("weekday", [Type::Day]) => (Call::Weekday, Type::Text),
        _ => return None,
    })
}

fn missing(name: &str, types: &[Type], at: usize) -> crate::Error {
    let given: Vec<_> = types.iter().map(Type::to_string).collect();
    let advice = match name {
        "double" => "; decimals are exact: `decimal`",
        "matches" => "; patterns are left out: `contains`, `startsWith` and `endsWith` are there",
        "uint" | "bytes" | "type" | "dyn" => "; it is left out of CEL here",
        _ => types
            .iter()
            .map(Type::advice)
            .find(|advice| !advice.is_empty())
            .unwrap_or(""),
    };
    let message = format!(
        "there is no function `{}` of ({}){advice}",
        shortened(name),
        given.join(", ")
    );
    fault(at, message)
}

/// `now.getHours("Europe/Berlin")`, `day(now, "Europe/Berlin")`, `left.getHours()`.
fn of_time(name: &str, part: Part, typed: Vec<Typed>, types: &[Type], at: usize) -> Result<(Typed, Type)> {
    let known = match types {
        [Type::Instant] => part != Part::Day,
        [Type::Instant, Type::Text] => true,
        [Type::Duration] => part.is_of_durations(),
        _ => false,
    };
    let mut typed = typed.into_iter();
    let Some(first) = typed.next().filter(|_| known) else {
        return Err(missing(name, types, at));
    };
    let place = match typed.next() {
        None => Place::Known(Local::UTC),
        Some(Typed::Value(Value::Text(zone))) => {
            Place::Known(Local::read(&zone).map_err(|error| fault(at, error.to_string()))?)
        }
        Some(asked) => Place::Asked(Box::new(asked)),
    };
    Ok((Typed::Part(part, Box::new(first), place), part.result()))
}
