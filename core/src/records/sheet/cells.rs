//! Cells as people write them, read into the values of fields.

use serde_json::{Map, Value, json};

use super::RecordLookup;
use crate::fault::{Place, shortened};
use crate::records::columns::{Cell, folded};
use crate::records::compiled::{Entity, Field};
use crate::records::definition::FieldKind;
use crate::records::query::{Reader, Test};
use crate::{Code, Reason};

const YES: &[&str] = &["yes", "y", "true", "1", "x", "sí", "si", "oui"];
const NO: &[&str] = &["no", "n", "false", "0", "non"];

/// What a cell says.
pub(super) enum Read {
    /// A value in the form in which it is kept.
    Value(Value),
    /// Records by their numbers, and the ids among them.
    Lookups(Option<Value>, Vec<RecordLookup>),
}

/// Reads what stands in the columns of a field: in its own, and in those of its parts.
pub(super) fn read(
    reader: &Reader<'_>,
    field: &Field,
    whole: Option<&str>,
    parts: &[(String, String)],
    comma: bool,
) -> Result<Read, Box<Reason>> {
    let text = whole.unwrap_or_default();
    let number = |text: &str| {
        if comma {
            text.replace('.', "").replace(',', ".")
        } else {
            text.to_owned()
        }
    };
    let value = match field.kind() {
        FieldKind::Link | FieldKind::Links => return links(reader, field, text),
        FieldKind::YesNo => truth(field, text)?,
        FieldKind::Integer => integer(field, text)?,
        FieldKind::Decimal => json!(number(text)),
        FieldKind::Percent => json!(number(text.trim_end_matches('%').trim_end())),
        FieldKind::Money => money(field, &number(text), parts)?,
        FieldKind::Choice => json!(choice(field, text)),
        FieldKind::Coordinates => coordinates(text),
        FieldKind::TranslatedText => translated(reader, whole, parts),
        FieldKind::Tags => tags(text),
        FieldKind::RateList | FieldKind::Plan | FieldKind::Machine | FieldKind::OpeningHours | FieldKind::Resource => {
            whole_of(field, text)?
        }
        _ => json!(text),
    };
    field.read(&value, &Place::Root).map(Read::Value)
}

fn wrong(field: &Field, text: &str) -> Box<Reason> {
    let message = format!(
        "`{}` must be {}, not `{}`",
        field.name(),
        field.kind().told(),
        shortened(text)
    );
    Box::new(Reason::new(Code::RequestType, "", message))
}

fn truth(field: &Field, text: &str) -> Result<Value, Box<Reason>> {
    let word = folded(text);
    match (YES.contains(&word.as_str()), NO.contains(&word.as_str())) {
        (true, _) => Ok(json!(true)),
        (_, true) => Ok(json!(false)),
        _ => {
            let message = format!("`{}` must be `yes` or `no`, not `{}`", field.name(), shortened(text));
            Err(Box::new(Reason::new(Code::RequestType, "", message)))
        }
    }
}

fn integer(field: &Field, text: &str) -> Result<Value, Box<Reason>> {
    let number = text.parse::<i64>();
    number.map(|number| json!(number)).map_err(|_| wrong(field, text))
}

/// `12.50 EUR`, `EUR 12.50`, or `12.50` where the currency is known.
fn money(field: &Field, text: &str, parts: &[(String, String)]) -> Result<Value, Box<Reason>> {
    let letters = |word: &&str| word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    let words: Vec<&str> = text.split_whitespace().collect();
    let said = words
        .iter()
        .find(|word| letters(word))
        .map(|word| word.to_ascii_uppercase());
    let beside = parts.iter().find(|(part, _)| part == "currency");
    let beside = beside.map(|(_, currency)| currency.to_ascii_uppercase());
    if let (Some(said), Some(beside)) = (&said, &beside)
        && said != beside
    {
        let message = format!(
            "`{}` is in {said} by its cell and in {beside} by its currency",
            field.name()
        );
        return Err(Box::new(Reason::new(Code::RequestConflict, "", message)));
    }
    let own = field.definition().currency.map(|currency| currency.code().to_owned());
    let Some(currency) = said.or(beside).or(own) else {
        let message = format!("`{}` lacks its currency; write it as `12.50 EUR`", field.name());
        return Err(Box::new(Reason::new(Code::RequestMissing, "", message)));
    };
    let amount: String = words.iter().filter(|word| !letters(word)).copied().collect();
    Ok(json!({"amount": amount, "currency": currency}))
}

/// A choice as it is declared, or as people read it: `in progress` for `in_progress`.
fn choice(field: &Field, text: &str) -> String {
    let choices = &field.definition().choices;
    if choices.iter().any(|choice| choice == text) {
        return text.to_owned();
    }
    let written = |choice: &str| folded(choice).replace('_', " ");
    let mut alike = choices
        .iter()
        .filter(|choice| written(choice) == folded(text).replace('_', " "));
    match (alike.next(), alike.next()) {
        (Some(only), None) => only.clone(),
        _ => text.to_owned(),
    }
}

fn coordinates(text: &str) -> Value {
    match text.split_once([',', ';']) {
        Some((latitude, longitude)) => json!({"latitude": latitude.trim(), "longitude": longitude.trim()}),
        None => json!(text),
    }
}

/// Texts by language; one without a language is in the pack's own.
fn translated(reader: &Reader<'_>, whole: Option<&str>, parts: &[(String, String)]) -> Value {
    let own = reader.pack.definition().first_language();
    let whole = whole.map(|text| (own.to_owned(), json!(text)));
    let parts = parts.iter().map(|(language, text)| (language.clone(), json!(text)));
    Value::Object(whole.into_iter().chain(parts).collect::<Map<String, Value>>())
}

/// Tags with a comma or a semicolon between them.
fn tags(text: &str) -> Value {
    let words = text.split([',', ';']).map(str::trim);
    words.filter(|word| !word.is_empty()).map(Value::from).collect()
}

fn whole_of(field: &Field, text: &str) -> Result<Value, Box<Reason>> {
    let read = crate::form::parse(text.as_bytes(), crate::form::Family::Request);
    read.map_err(|_| wrong(field, text))
}

/// Whether the numbers of another entity's records are seen, of every record.
fn sees_numbers(reader: &Reader<'_>, target: &Entity) -> bool {
    let other = Reader {
        entity: target,
        ..*reader
    };
    let number = target.definition().number.as_ref();
    let place = number.and_then(|number| target.place_of(&number.field));
    other.may(target.permissions.read) == Test::Constant(true) && place.is_some_and(|place| other.names(place))
}

/// Records by their ids, or by the numbers by which people know them.
fn links(reader: &Reader<'_>, field: &Field, text: &str) -> Result<Read, Box<Reason>> {
    let target = field.target().and_then(|target| reader.pack.entities().get(target));
    // By a number that they may not see nobody finds out whose it is.
    let number = target.filter(|target| sees_numbers(reader, target));
    let number = number.and_then(|target| target.definition().number.as_ref());
    let several = field.kind() == FieldKind::Links;
    let words: Vec<&str> = if several {
        text.split([',', ';'])
            .map(str::trim)
            .filter(|word| !word.is_empty())
            .collect()
    } else {
        vec![text]
    };
    let mut ids = Vec::new();
    let mut lookups = Vec::new();
    for word in words {
        match (Cell::id(word), target, number) {
            (Some(_), _, _) => ids.push(json!(word)),
            (None, Some(target), Some(number)) => lookups.push(RecordLookup {
                field: field.name().to_owned(),
                entity: target.name().to_owned(),
                by: number.field.clone(),
                value: word.to_owned(),
            }),
            _ => return Err(wrong(field, word)),
        }
    }
    let value = match (several, ids.pop()) {
        (_, None) => None,
        (false, Some(only)) => Some(only),
        (true, Some(last)) => {
            ids.push(last);
            Some(Value::Array(ids))
        }
    };
    let value = value.map(|value| field.read(&value, &Place::Root)).transpose()?;
    Ok(match (value, lookups.is_empty()) {
        (Some(value), true) => Read::Value(value),
        (value, _) => Read::Lookups(value, lookups),
    })
}
