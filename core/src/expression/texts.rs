//! What can be asked of texts, as in CEL's extension `strings`: places are counted in letters from zero.

use std::borrow::Cow;

use super::functions::{MAX_LENGTH, too_long};
use super::lexer::failed;
use super::{Type, Value};
use crate::Result;
use crate::fault::many;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TextCall {
    CharAt,
    IndexOf,
    Join,
    LastIndexOf,
    LowerAscii,
    Replace,
    Reverse,
    Split,
    Substring,
    Trim,
    UpperAscii,
}

/// The function of that name for arguments of these types, and what it gives.
pub(super) fn found(name: &str, types: &[Type]) -> Option<(TextCall, Type)> {
    Some(match (name, types) {
        ("charAt", [Type::Text, Type::Int]) => (TextCall::CharAt, Type::Text),
        ("indexOf", [Type::Text, Type::Text] | [Type::Text, Type::Text, Type::Int]) => (TextCall::IndexOf, Type::Int),
        ("lastIndexOf", [Type::Text, Type::Text] | [Type::Text, Type::Text, Type::Int]) => {
            (TextCall::LastIndexOf, Type::Int)
        }
        ("join", [Type::List(inner)] | [Type::List(inner), Type::Text])
            if matches!(**inner, Type::Text | Type::Empty) =>
        {
            (TextCall::Join, Type::Text)
        }
        ("lowerAscii", [Type::Text]) => (TextCall::LowerAscii, Type::Text),
        ("upperAscii", [Type::Text]) => (TextCall::UpperAscii, Type::Text),
        ("replace", [Type::Text, Type::Text, Type::Text] | [Type::Text, Type::Text, Type::Text, Type::Int]) => {
            (TextCall::Replace, Type::Text)
        }
        ("reverse", [Type::Text]) => (TextCall::Reverse, Type::Text),
        ("split", [Type::Text, Type::Text] | [Type::Text, Type::Text, Type::Int]) => {
            (TextCall::Split, Type::List(Box::new(Type::Text)))
        }
        ("substring", [Type::Text, Type::Int] | [Type::Text, Type::Int, Type::Int]) => {
            (TextCall::Substring, Type::Text)
        }
        ("trim", [Type::Text]) => (TextCall::Trim, Type::Text),
        _ => return None,
    })
}

pub(super) fn call<'v>(call: TextCall, values: Vec<Value<'v>>) -> Result<Value<'v>> {
    let mut values = values.into_iter();
    let first = values.next().unwrap_or(Value::Null);
    let rest = values.collect::<Vec<_>>();
    let text = |place: usize| rest.get(place).map(Value::text).unwrap_or_default();
    let number = |place: usize| rest.get(place).and_then(whole);
    Ok(match (call, first) {
        (TextCall::Join, list) => Value::Text(Cow::Owned(joined(list, text(0))?)),
        (TextCall::CharAt, Value::Text(own)) => {
            let at = number(0).unwrap_or_default();
            let end = if at == letters(&own) { at } else { at.saturating_add(1) };
            part(own, at, Some(end))?
        }
        (TextCall::IndexOf, Value::Text(own)) => {
            let at = number(1).unwrap_or_default();
            let after = own.get(place(&own, at)?..).unwrap_or_default();
            let found = after.find(text(0)).and_then(|bytes| after.get(..bytes));
            Value::Int(found.map_or(-1, |before| at.saturating_add(letters(before))))
        }
        (TextCall::LastIndexOf, Value::Text(own)) => Value::Int(last_index(&own, text(0), number(1))?),
        (TextCall::LowerAscii, Value::Text(own)) => Value::Text(Cow::Owned(own.to_ascii_lowercase())),
        (TextCall::UpperAscii, Value::Text(own)) => Value::Text(Cow::Owned(own.to_ascii_uppercase())),
        (TextCall::Replace, Value::Text(own)) => replaced(own, text(0), text(1), number(2))?,
        (TextCall::Reverse, Value::Text(own)) => Value::Text(Cow::Owned(own.chars().rev().collect())),
        (TextCall::Split, Value::Text(own)) => split(&own, text(0), number(1))?,
        (TextCall::Substring, Value::Text(own)) => part(own, number(0).unwrap_or_default(), number(1))?,
        (TextCall::Trim, Value::Text(Cow::Borrowed(own))) => Value::Text(Cow::Borrowed(own.trim())),
        (TextCall::Trim, Value::Text(own)) => Value::Text(Cow::Owned(own.trim().to_owned())),
        _ => return Err(super::functions::overflow()),
    })
}

fn whole(value: &Value<'_>) -> Option<i64> {
    match value {
        Value::Int(number) => Some(*number),
        _ => None,
    }
}

fn letters(text: &str) -> i64 {
    i64::try_from(text.chars().count()).unwrap_or(i64::MAX)
}

/// The byte at which that letter begins; the end is a place too.
fn place(text: &str, letter: i64) -> Result<usize> {
    let found = usize::try_from(letter).ok().and_then(|letter| {
        let mut places = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        places.nth(letter)
    });
    found.ok_or_else(|| {
        failed(format!(
            "the text has {}; there is no place {letter}",
            many(letters(text), "letter")
        ))
    })
}

/// The letters from one place up to another, or to the end.
fn part(text: Cow<'_, str>, start: i64, end: Option<i64>) -> Result<Value<'_>> {
    let first = place(&text, start)?;
    let last = end.map_or(Ok(text.len()), |end| place(&text, end))?;
    if last < first {
        let end = end.unwrap_or_default();
        return Err(failed(format!(
            "a part of a text cannot begin at {start} and end at {end}"
        )));
    }
    Ok(Value::Text(match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.get(first..last).unwrap_or_default()),
        Cow::Owned(text) => Cow::Owned(text.get(first..last).unwrap_or_default().to_owned()),
    }))
}

/// Where the last part that begins at most there begins.
fn last_index(text: &str, part: &str, at_most: Option<i64>) -> Result<i64> {
    let most = at_most.map_or(Ok(text.len()), |letter| place(text, letter))?;
    let mut end = most.saturating_add(part.len()).min(text.len());
    // Parts end between letters: where this is none, nothing ends here that did not end before.
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let before = text
        .get(..end)
        .and_then(|searched| searched.rfind(part))
        .and_then(|at| text.get(..at));
    Ok(before.map_or(-1, letters))
}

fn joined(list: Value<'_>, between: &str) -> Result<String> {
    let mut text = String::new();
    for (place, item) in list.into_items().enumerate() {
        let between = if place > 0 { between } else { "" };
        if text.len() + between.len() + item.text().len() > MAX_LENGTH {
            return Err(too_long());
        }
        text.push_str(between);
        text.push_str(item.text());
    }
    Ok(text)
}

/// How many times at most; a number below zero is no bound.
fn times(limit: Option<i64>) -> usize {
    limit
        .and_then(|limit| usize::try_from(limit).ok())
        .unwrap_or(usize::MAX)
}

fn replaced<'v>(text: Cow<'v, str>, old: &str, new: &str, limit: Option<i64>) -> Result<Value<'v>> {
    let limit = times(limit);
    let count = text.matches(old).take(limit).count();
    if count == 0 {
        return Ok(Value::Text(text));
    }
    let grown = new
        .len()
        .saturating_mul(count)
        .saturating_add(text.len())
        .saturating_sub(old.len().saturating_mul(count));
    if grown > MAX_LENGTH {
        return Err(too_long());
    }
    Ok(Value::Text(Cow::Owned(text.replacen(old, new, limit))))
}

fn split(text: &str, at: &str, limit: Option<i64>) -> Result<Value<'static>> {
    let limit = times(limit);
    let parts: Vec<&str> = match (limit, at) {
        (0, _) => Vec::new(),
        // Letter by letter, and what is left in the last one.
        (_, "") => {
            let starts = text.char_indices().map(|(start, _)| start).take(limit);
            let starts: Vec<usize> = starts.collect();
            let ends = starts.iter().skip(1).copied().chain([text.len()]);
            let parts = starts.iter().zip(ends).filter_map(|(start, end)| text.get(*start..end));
            parts.collect()
        }
        _ => text.splitn(limit, at).collect(),
    };
    if parts.len() > MAX_LENGTH {
        return Err(failed(format!("a list becomes longer than {MAX_LENGTH} entries")));
    }
    let parts = parts.into_iter().map(|part| Value::Text(Cow::Owned(part.to_owned())));
    Ok(Value::List(parts.collect()))
}
