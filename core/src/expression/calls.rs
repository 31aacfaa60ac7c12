//! Which functions there are, of which types.

use super::check::as_type;
use super::clock::{Local, Part, Place};
use super::evaluate;
use super::lexer::fault;
use super::patterns::{Pattern, Read};
use super::typed::{Call, Typed};
use super::{Type, Value, numbers, texts};
use crate::Result;
use crate::fault::similar;
use crate::money::shortened;

/// The function of that name for arguments of these types.
pub(super) fn resolve(name: &str, arguments: Vec<(Typed, Type)>, at: usize) -> Result<(Typed, Type)> {
    let (typed, types): (Vec<Typed>, Vec<Type>) = arguments.into_iter().unzip();
    if let Some(part) = Part::named(name)
        && let [first, ..] = types.as_slice()
        && (matches!(first, Type::Instant | Type::Duration) || (*first == Type::Day && part.is_of_days()))
    {
        return of_time(name, part, typed, &types, at);
    }
    if let ("matches", [Type::Text, Type::Text]) = (name, types.as_slice()) {
        return matches(typed, at);
    }
    let Some((call, result)) = found(unqualified(name), &types) else {
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
        ("string", [own]) if own.has_order() => (Call::Text, Type::Text),
        ("int", [Type::Int | Type::Decimal | Type::Text | Type::Instant]) => (Call::Int, Type::Int),
        ("decimal", [Type::Text | Type::Int | Type::Decimal]) => (Call::Decimal, Type::Decimal),
        ("day", [Type::Text | Type::Day]) => (Call::Day, Type::Day),
        ("timestamp", [Type::Text | Type::Int | Type::Instant]) => (Call::Instant, Type::Instant),
        ("duration", [Type::Text | Type::Duration]) => (Call::Duration, Type::Duration),
        ("abs", [own]) if own.is_number() => (Call::Abs, own.clone()),
        ("min" | "max", [first, rest @ ..]) if first.has_order() => {
            let result = rest.iter().try_fold(first.clone(), |result, own| result.joined(own));
            let call = if name == "min" { Call::Min } else { Call::Max };
            (call, result.filter(Type::has_order)?)
        }
        ("year", [Type::Day]) => (Call::Year, Type::Int),
        ("month", [Type::Day]) => (Call::Month, Type::Int),
        ("dayOfMonth", [Type::Day]) => (Call::DayOfMonth, Type::Int),
        ("weekday", [Type::Day]) => (Call::Weekday, Type::Text),
        _ => {
            let of_text = texts::found(name, types).map(|(call, own)| (Call::OfText(call), own));
            return of_text.or_else(|| numbers::found(name, types).map(|(call, own)| (Call::OfNumber(call), own)));
        }
    })
}

/// `text.matches(pattern)`; a pattern that is written there is read now.
fn matches(typed: Vec<Typed>, at: usize) -> Result<(Typed, Type)> {
    let mut typed = typed.into_iter();
    let (text, pattern) = (typed.next().map(Box::new), typed.next());
    let pattern = match pattern {
        Some(Typed::Value(Value::Text(text))) => {
            Some(Pattern::Known(Read::new(&text).map_err(|message| fault(at, message))?))
        }
        asked => asked.map(|asked| Pattern::Asked(Box::new(asked))),
    };
    let both = text.zip(pattern);
    both.map(|(text, pattern)| (Typed::Matches(text, pattern), Type::Bool))
        .ok_or_else(|| missing("matches", &[], at))
}

/// The name here of a function that CEL keeps in an area of its own.
fn unqualified(name: &str) -> &str {
    match name {
        "math.abs" => "abs",
        "math.ceil" => "ceil",
        "math.floor" => "floor",
        "math.greatest" => "max",
        "math.least" => "min",
        "math.round" => "round",
        "math.sign" => "sign",
        "math.trunc" => "trunc",
        _ => name,
    }
}

/// What functions and macros are called.
const NAMES: &[&str] = &[
    "abs",
    "all",
    "ceil",
    "charAt",
    "contains",
    "day",
    "dayOfMonth",
    "decimal",
    "duration",
    "endsWith",
    "exists",
    "existsOne",
    "filter",
    "floor",
    "getDate",
    "getDayOfMonth",
    "getDayOfWeek",
    "getDayOfYear",
    "getFullYear",
    "getHours",
    "getMilliseconds",
    "getMinutes",
    "getMonth",
    "getSeconds",
    "has",
    "hours_in_month",
    "indexOf",
    "int",
    "join",
    "lastIndexOf",
    "lowerAscii",
    "map",
    "matches",
    "max",
    "min",
    "month",
    "orValue",
    "replace",
    "reverse",
    "round",
    "sign",
    "size",
    "split",
    "startsWith",
    "string",
    "substring",
    "timestamp",
    "transformList",
    "transformMap",
    "transformMapEntry",
    "trim",
    "trunc",
    "upperAscii",
    "weekday",
    "year",
];

fn missing(name: &str, types: &[Type], at: usize) -> crate::Error {
    let given: Vec<_> = types.iter().map(Type::to_string).collect();
    let advice = match name {
        "double" => "; decimals are exact: `decimal`",
        "uint" | "bytes" | "type" | "dyn" => "; it is left out of CEL here",
        _ => types
            .iter()
            .map(Type::advice)
            .find(|advice| !advice.is_empty())
            .unwrap_or(""),
    };
    let hint = if NAMES.contains(&unqualified(name)) {
        String::new()
    } else {
        similar(name, NAMES.iter().copied())
    };
    let message = format!(
        "there is no function `{}` of ({}){advice}{hint}",
        shortened(name),
        given.join(", ")
    );
    fault(at, message)
}

/// `now.getHours("Europe/Berlin")`, `day(now, "Europe/Berlin")`, `left.getHours()`, `hours_in_month(day, "Europe/Berlin")`.
fn of_time(name: &str, part: Part, typed: Vec<Typed>, types: &[Type], at: usize) -> Result<(Typed, Type)> {
    let known = match types {
        [Type::Instant] => part != Part::Day,
        [Type::Instant, Type::Text] => true,
        [Type::Day] | [Type::Day, Type::Text] => part.is_of_days(),
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
