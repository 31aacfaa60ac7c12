//! The days of a view: those of a calendar, and the stretches of a plot along days or moments.

use serde_json::{Value, json};

use super::super::buckets::{Stretch, stretches};
use super::super::columns::ColumnKind;
use super::super::compiled::Entity;
use super::super::definition::ViewPlot;
use super::PackViewRequest;
use crate::time::{Day, DayRange, Zone};
use crate::{Code, Reason, Result};

/// As many days as a calendar, and as many stretches as a plot has at once.
const MOST_DAYS: i32 = 400;
const MOST_STRETCHES: usize = 400;
const DAY_MICROSECONDS: i64 = 86_400_000_000;

/// A stretch of an axis of time.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ViewStretch {
    /// When it begins: a day or a moment.
    pub start: Value,
    /// When the next one begins.
    pub end: Value,
    /// The same as the column has it.
    pub first: i64,
    /// The same of the next one.
    pub past: i64,
}

fn kind_of(entity: &Entity, name: &str) -> Option<ColumnKind> {
    match entity.field(name) {
        Some(field) => field.column().and_then(|column| entity.column(column)),
        None => entity.column_named(name).and_then(|column| entity.column(column)),
    }
    .map(|column| column.kind)
}

/// Whether a field is one of moments.
pub(super) fn is_of_moments(entity: &Entity, name: &str) -> bool {
    kind_of(entity, name) == Some(ColumnKind::Instant)
}

/// Whether a plot along a field is one along time.
pub(in crate::records) fn stretches_of(entity: &Entity, name: &str) -> bool {
    matches!(kind_of(entity, name), Some(ColumnKind::Day | ColumnKind::Instant))
}

/// The days that are asked for; of a plot those up to the present one when they are not given.
pub(super) fn days_of(request: &PackViewRequest, plot: Option<&ViewPlot>) -> Result<DayRange> {
    let missing = |name: &str| {
        Reason::new(
            Code::RequestMissing,
            format!("/{name}"),
            format!("`{name}` is needed: a day"),
        )
    };
    let zone = request.zone.clone().unwrap_or(Zone::UTC);
    let today = zone.day_of(request.now);
    let usual = plot.and_then(|plot| {
        let last = request.last.unwrap_or(today);
        let first = match plot.per.unwrap_or(Stretch::Day) {
            Stretch::Hour => Some(last),
            Stretch::Day => last.plus(-29),
            Stretch::Month => {
                let (year, month, _) = last.ymd();
                Day::new(year, month, 1)?.plus_months(-11)
            }
        };
        first.map(|first| (first, last))
    });
    let (first, last) = match (request.first, request.last, usual) {
        (Some(first), Some(last), _) => (first, last),
        (first, last, Some((usual, end))) => (first.unwrap_or(usual), last.unwrap_or(end)),
        (None, _, None) => return Err(missing("first").into()),
        (Some(_), None, None) => return Err(missing("last").into()),
    };
    let months = plot.is_some_and(|plot| plot.per == Some(Stretch::Month));
    let most = if months { MOST_DAYS * 30 } else { MOST_DAYS };
    if last < first || last.since(first) >= most {
        let message = format!("these are no days, or more than {most}; ask for fewer");
        return Err(Reason::new(Code::RequestRange, "/last", message)
            .with("limit", most)
            .into());
    }
    Ok(DayRange { first, last })
}

/// The stretches of these days, as a column has them: of moments by the clock of the zone, of days by the calendar.
pub(super) fn cut(entity: &Entity, plot: &ViewPlot, days: DayRange, zone: &Zone) -> Result<Vec<ViewStretch>> {
    let per = plot.per.unwrap_or(Stretch::Day);
    let moments = is_of_moments(entity, &plot.along);
    let spans = match moments {
        true => stretches(days, per, zone, MOST_STRETCHES),
        false => stretches(days, per, &Zone::UTC, MOST_STRETCHES),
    };
    let told = |span: crate::time::Span| {
        let (first, past) = (span.start.microseconds(), span.end.microseconds());
        match moments {
            true => ViewStretch {
                start: json!(span.start),
                end: json!(span.end),
                first,
                past,
            },
            false => ViewStretch {
                start: json!(Zone::UTC.day_of(span.start)),
                end: json!(Zone::UTC.day_of(span.end)),
                first: first.div_euclid(DAY_MICROSECONDS),
                past: past.div_euclid(DAY_MICROSECONDS),
            },
        }
    };
    let spans = spans.ok_or_else(|| {
        let message = format!("more than {MOST_STRETCHES} stretches; ask for fewer days");
        Reason::new(Code::RequestRange, "/last", message).with("limit", MOST_STRETCHES)
    })?;
    Ok(spans.into_iter().map(told).collect())
}
