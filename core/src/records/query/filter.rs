//! Filters as the address of a list has them, read by the kinds of their fields.

use serde_json::Value;

use super::super::columns::{Cell, ColumnKind, folded};
use super::super::compiled::{Entity, Field};
use super::super::definition::FieldKind;
use super::super::values;
use super::access::Reader;
use super::compile::one_of;
use super::{RecordQuery, Sign, Test};
use crate::fault::{Pointer, near, shortened};
use crate::time::{Day, Instant, Zone};
use crate::{Code, Error, Reason, Result};

/// Columns that every list may be filtered and sorted by, where an entity has them.
const OWN: &[&str] = &["id", "created_at", "updated_at"];
/// As many values as one filter may name.
const MOST_VALUES: usize = 200;

/// Which way a filter looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    Equal,
    First,
    Last,
    Given,
}

/// All filters of a query as one test, or every fault of them.
pub(in crate::records) fn filters(reader: &Reader<'_>, query: &RecordQuery) -> Result<Test> {
    let mut tests = Vec::with_capacity(query.filter.len());
    let mut reasons = Vec::new();
    for (name, text) in &query.filter {
        let place = Pointer::at("/filter").join(name);
        match filter(reader, query, name, text, &place) {
            Ok(test) => tests.push(test),
            Err(error) => reasons.extend(error.into_reasons()),
        }
    }
    Error::unless_empty(reasons).map(|()| Test::all(tests))
}

fn filter(reader: &Reader<'_>, query: &RecordQuery, name: &str, text: &str, place: &Pointer) -> Result<Test> {
    if text.contains('\0') {
        let message = "the filter contains U+0000, which no text has; remove it";
        return Err(Reason::new(Code::RequestRange, place, message).into());
    }
    let forms = [(name, How::Equal)].into_iter().chain(
        [("_first", How::First), ("_last", How::Last), ("_given", How::Given)]
            .into_iter()
            .filter_map(|(suffix, how)| Some((name.strip_suffix(suffix)?, how))),
    );
    for (own, how) in forms {
        if OWN.contains(&own)
            && let Some(column) = reader.entity.column_named(own)
        {
            return own_column(reader.entity, column, how, text, query, place);
        }
        let filtered = |field: &&Field| field.definition().filter || field.definition().search;
        if let (Some(field), Some(number)) = (reader.entity.field(own).filter(filtered), reader.entity.place_of(own))
            && reader.names(number)
        {
            return of_field(reader, field, number, how, text, query, place);
        }
    }
    Err(unknown(reader, name, "filter by", place, |field| {
        field.definition().filter
    }))
}

/// That there is no such name: said alike of what is not there and of what may not be seen.
pub(super) fn unknown(
    reader: &Reader<'_>,
    name: &str,
    what: &str,
    place: impl Into<String>,
    fits: fn(&Field) -> bool,
) -> Error {
    let fields = reader.entity.fields().iter().enumerate();
    let seen: Vec<&str> = fields
        .filter(|(place, field)| fits(field) && reader.names(*place))
        .map(|(_, field)| field.name())
        .collect();
    let hint = near(name, seen.iter().copied().chain(OWN.iter().copied()));
    let message = format!("there is no `{}` to {what}{hint}", shortened(name));
    Reason::new(Code::RequestUnknown, place, message).into()
}

fn own_column(
    entity: &Entity,
    column: u16,
    how: How,
    text: &str,
    query: &RecordQuery,
    place: &Pointer,
) -> Result<Test> {
    let kind = entity.column(column).map_or(ColumnKind::Text, |column| column.kind);
    if kind == ColumnKind::Id {
        let ids = several(text, place)?.map(|id| {
            let cell = Cell::id(id).ok_or_else(|| wrong(FieldKind::Link, "id", place));
            cell.map(|cell| Test::Compare(column, Sign::Equal, cell))
        });
        return Ok(one_of(ids.collect::<Result<Vec<_>>>()?.into_iter()));
    }
    moments(column, how, text, query, "it", place)
}

fn of_field(
    reader: &Reader<'_>,
    field: &Field,
    number: usize,
    how: How,
    text: &str,
    query: &RecordQuery,
    place: &Pointer,
) -> Result<Test> {
    let Some(column) = field.column() else {
        let listed = u16::try_from(number).unwrap_or(u16::MAX);
        return lists(reader, field, listed, how, text, place);
    };
    if how == How::Given {
        return match text {
            "true" => Ok(Test::Given(column)),
            "false" => Ok(Test::contrary(Test::Given(column))),
            _ => Err(wrong(FieldKind::YesNo, field.name(), place)),
        };
    }
    if field.kind() == FieldKind::Instant {
        return moments(column, how, text, query, field.name(), place);
    }
    let ranged = matches!(
        field.definition().column(),
        ColumnKind::Integer | ColumnKind::Scaled(_) | ColumnKind::Day | ColumnKind::Time | ColumnKind::Duration
    );
    if how != How::Equal && !ranged {
        return Err(unknown(
            reader,
            &format!("{}{}", field.name(), suffix(how)),
            "filter by",
            place,
            |field| field.definition().filter,
        ));
    }
    match how {
        How::First | How::Last => {
            let sign = if how == How::First { Sign::AtLeast } else { Sign::AtMost };
            amount(field, column, sign, text, place)
        }
        _ => {
            if let Some(folded_column) = field.folded_column().filter(|_| field.definition().is_folded()) {
                let equal = |text| Test::Compare(folded_column, Sign::Equal, Cell::Text(folded(text)));
                return Ok(one_of(several(text, place)?.map(equal)));
            }
            let equal = |text| amount(field, column, Sign::Equal, text, place);
            let equal = several(text, place)?.map(equal).collect::<Result<Vec<_>>>()?;
            Ok(one_of(equal.into_iter()))
        }
    }
}

fn suffix(how: How) -> &'static str {
    match how {
        How::Equal => "",
        How::First => "_first",
        How::Last => "_last",
        How::Given => "_given",
    }
}

/// An amount within its currency: the field's own, or the one that stands behind it.
fn amount(field: &Field, column: u16, sign: Sign, text: &str, place: &Pointer) -> Result<Test> {
    let bound = compared(column, sign, value(field, text, place)?);
    let told = text.trim().rsplit_once(' ').map(|(_, currency)| currency);
    let Some(currencies) = field.currency_column() else {
        return Ok(bound);
    };
    match (field.definition().currency, told) {
        (Some(_), None) => Ok(bound),
        (Some(own), Some(told)) if told == own.code() => Ok(bound),
        (Some(own), Some(_)) => {
            let message = format!("`{}` is kept in {own}, and in no other currency", field.name());
            Err(Reason::new(Code::MoneyCurrencyMismatch, place, message).into())
        }
        (None, Some(told)) => {
            let currency = Test::Compare(currencies, Sign::Equal, Cell::Text(told.to_owned()));
            Ok(Test::all([bound, currency]))
        }
        (None, None) => {
            let message = format!(
                "amounts of `{}` are of several currencies; name one behind it: `10.00 EUR`",
                field.name()
            );
            Err(Reason::new(Code::RequestRange, place, message).into())
        }
    }
}

pub(in crate::records) fn compared(column: u16, sign: Sign, cell: Cell) -> Test {
    match cell {
        Cell::Whole(value) => Test::Sum {
            terms: vec![(false, column)],
            sign,
            value,
        },
        Cell::Truth(truth) => Test::Is(column, truth),
        other => Test::Compare(column, sign, other),
    }
}

/// Values with commas between them.
fn several<'t>(text: &'t str, place: &Pointer) -> Result<impl Iterator<Item = &'t str>> {
    let count = text.split(',').count();
    if count > MOST_VALUES {
        let message = format!("{count} values; at most {MOST_VALUES} are taken");
        return Err(Reason::new(Code::RequestRange, place, message)
            .with("limit", MOST_VALUES)
            .into());
    }
    Ok(text.split(',').map(str::trim))
}

/// A value of a field as its column has it, whatever its bounds are: who asks for what cannot be finds nothing.
fn value(field: &Field, text: &str, place: &Pointer) -> Result<Cell> {
    let kind = field.kind();
    let amount = match kind {
        FieldKind::Money => text.trim().rsplit_once(' ').map_or(text, |(amount, _)| amount),
        _ => text.trim(),
    };
    let given = match kind {
        FieldKind::YesNo => match amount {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            _ => return Err(wrong(kind, field.name(), place)),
        },
        FieldKind::Integer => amount.parse::<i64>().map_or(Value::Null, Value::from),
        _ => Value::String(amount.to_owned()),
    };
    let cell = values::cell(field.definition().column(), &given);
    if cell.is_null() || matches!(&cell, Cell::Text(text) if text.contains('\0')) {
        return Err(wrong(kind, field.name(), place));
    }
    Ok(cell)
}

fn wrong(kind: FieldKind, name: &str, place: &Pointer) -> Error {
    let told = match kind {
        FieldKind::Money => "an amount and perhaps its currency such as `10.00 EUR`",
        _ => kind.told(),
    };
    Reason::new(Code::RequestType, place, format!("`{name}` must be {told}")).into()
}

fn lists(reader: &Reader<'_>, field: &Field, number: u16, how: How, text: &str, place: &Pointer) -> Result<Test> {
    if how != How::Equal || !field.kind().is_list() {
        return Err(unknown(reader, field.name(), "filter by", place, |field| {
            field.definition().filter
        }));
    }
    let held = several(text, place)?.map(|own| {
        let cell = match field.kind() {
            FieldKind::Tags => field.entry(&folded(own)),
            _ => field.entry(own),
        };
        cell.map(|cell| Test::Holds(number, cell))
            .ok_or_else(|| wrong(FieldKind::Link, field.name(), place))
    });
    Ok(Test::any(held.collect::<Result<Vec<_>>>()?))
}

/// A moment, or the days that a range has, by the clock of the query's zone.
fn moments(column: u16, how: How, text: &str, query: &RecordQuery, name: &str, place: &Pointer) -> Result<Test> {
    let utc = Zone::UTC;
    let zone = query.zone.as_ref().unwrap_or(&utc);
    let at = |sign, value| Test::Sum {
        terms: vec![(false, column)],
        sign,
        value,
    };
    if let Ok(instant) = text.trim().parse::<Instant>() {
        let sign = match how {
            How::Equal => Sign::Equal,
            How::First => Sign::AtLeast,
            How::Last => Sign::AtMost,
            How::Given => return Err(wrong(FieldKind::YesNo, name, place)),
        };
        return Ok(at(sign, instant.microseconds()));
    }
    let given = |truth: bool| {
        if truth {
            Test::Given(column)
        } else {
            Test::contrary(Test::Given(column))
        }
    };
    match (how, text.trim()) {
        (How::Given, "true") => return Ok(given(true)),
        (How::Given, "false") => return Ok(given(false)),
        (How::Given, _) => return Err(wrong(FieldKind::YesNo, name, place)),
        _ => {}
    }
    let day: Day = text.trim().parse().map_err(|_| {
        let message = format!("`{name}` must be a day such as `2026-09-01` or a moment such as `2026-09-01T10:00:00Z`");
        Error::from(Reason::new(Code::RequestType, place, message))
    })?;
    let start = |day: Option<Day>| day.and_then(|day| zone.start_of(day)).map(Instant::microseconds);
    let (first, end) = (start(Some(day)), start(day.next()));
    let first = first.map_or(Test::Constant(true), |value| at(Sign::AtLeast, value));
    let last = end.map_or(Test::Constant(true), |value| at(Sign::Below, value));
    Ok(match how {
        How::First => first,
        How::Last => last,
        _ => Test::all([first, last]),
    })
}
