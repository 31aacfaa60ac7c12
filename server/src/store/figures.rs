//! How many records a plan finds, their sums, and how many have each value.

use std::collections::BTreeMap;

use ratebook::records::{Cell, ColumnKind, Field, Pack, QueryPlan, Test, ViewSeries};
use serde_json::{Map, Value, json};
use sqlx::Error;

use super::ask::{self, Connection};
use super::rows::RowCells;
use super::sql::{self, Counted, Source};

/// How many records a plan finds.
pub async fn total(
    connection: &mut Connection<'_>,
    pack: &Pack,
    plan: &QueryPlan,
    tenant: [u8; 16],
) -> Result<u64, Error> {
    total_of(connection, ask::source(pack, plan, tenant, None)).await
}

/// The sums of a plan, by field: of numbers as text, of amounts by currency.
pub async fn sums(
    connection: &mut Connection<'_>,
    pack: &Pack,
    plan: &QueryPlan,
    tenant: [u8; 16],
) -> Result<Map<String, Value>, Error> {
    sums_of(connection, ask::source(pack, plan, tenant, None)).await
}

/// How many records have each value, by the fields that a plan counts by.
pub async fn facets(
    connection: &mut Connection<'_>,
    pack: &Pack,
    plan: &QueryPlan,
    tenant: [u8; 16],
) -> Result<Map<String, Value>, Error> {
    facets_of(connection, ask::source(pack, plan, tenant, None)).await
}

pub(super) async fn total_of(connection: &mut Connection<'_>, source: Source<'_>) -> Result<u64, Error> {
    let statement = sql::total(connection.dialect(), source).ok_or(Error::RowNotFound)?;
    let rows = connection.any_rows(&statement).await?;
    let count = rows.first().map(|row| row.whole(0)).transpose()?;
    Ok(count.flatten().and_then(|count| u64::try_from(count).ok()).unwrap_or(0))
}

pub(super) async fn sums_of(connection: &mut Connection<'_>, source: Source<'_>) -> Result<Map<String, Value>, Error> {
    let mut answer = Map::new();
    for place in &source.plan.sums {
        let statement = sql::sums(connection.dialect(), source, *place).ok_or(Error::RowNotFound)?;
        let rows = connection.any_rows(&statement).await?;
        let sums: BTreeMap<String, i128> = rows.iter().map(summed).collect::<Result<_, _>>()?;
        if let Some(field) = field_of(source, *place) {
            answer.insert(field.name().to_owned(), field.sum(&sums));
        }
    }
    Ok(answer)
}

fn summed<R: RowCells>(row: &R) -> Result<(String, i128), Error> {
    let (high, low) = (row.whole(1)?.unwrap_or(0), row.whole(2)?.unwrap_or(0));
    let currency = row.text(0)?.unwrap_or_default().to_owned();
    Ok((currency, i128::from(high) * 1_000_000_000 + i128::from(low)))
}

pub(super) async fn facets_of(
    connection: &mut Connection<'_>,
    source: Source<'_>,
) -> Result<Map<String, Value>, Error> {
    let mut answer = Map::new();
    for place in &source.plan.facets {
        let statement = sql::facet(connection.dialect(), source, *place).ok_or(Error::RowNotFound)?;
        let Some(field) = field_of(source, *place) else {
            continue;
        };
        let kind = field.column_kind();
        let rows = connection.any_rows(&statement).await?;
        let counts: Vec<(Cell, u64)> = rows.iter().map(|row| counted(row, kind)).collect::<Result<_, _>>()?;
        answer.insert(field.name().to_owned(), field.counts(&counts));
    }
    Ok(answer)
}

/// The tags of a field that begin so and stand behind one, each with how many records of a plan have it.
pub(super) async fn tags_of(
    connection: &mut Connection<'_>,
    source: Source<'_>,
    field: usize,
    (begins, after, most): (&str, &str, i64),
) -> Result<Vec<(String, i64)>, Error> {
    let counted = Counted::Named { begins, after, most };
    let statement = sql::tags(connection.dialect(), source, field, counted).ok_or(Error::RowNotFound)?;
    let rows = connection.any_rows(&statement).await?;
    let told = rows.iter().map(|row| {
        let tag = row.text(0)?.unwrap_or_default().to_owned();
        Ok((tag, row.whole(1)?.unwrap_or(0)))
    });
    told.collect()
}

fn counted<R: RowCells>(row: &R, kind: ColumnKind) -> Result<(Cell, u64), Error> {
    let count = row.whole(1)?.and_then(|count| u64::try_from(count).ok());
    Ok((row.cell(0, kind)?, count.unwrap_or(0)))
}

/// A stretch of time in which there is anything.
#[derive(Clone, Debug, PartialEq)]
pub struct Bucket {
    /// Its place among the stretches.
    pub place: usize,
    /// How many records lie in it.
    pub count: u64,
    /// What is told of each field, by name.
    pub fields: Map<String, Value>,
}

/// What a plan finds by stretches of a column of moments: those in which there is anything, with the figures of the plan's sums.
pub(super) async fn buckets_of(
    connection: &mut Connection<'_>,
    source: Source<'_>,
    at: u16,
    stretches: &[(i64, i64)],
) -> Result<Vec<Bucket>, Error> {
    let sums = &source.plan.sums;
    let statement = sql::buckets(connection.dialect(), source, at, stretches, sums).ok_or(Error::RowNotFound)?;
    let rows = connection.any_rows(&statement).await?;
    let mut buckets = Vec::with_capacity(rows.len());
    for row in &rows {
        let whole = |place: usize| -> Result<i64, Error> { Ok(row.whole(place)?.unwrap_or(0)) };
        let mut fields = Map::new();
        for (number, place) in sums.iter().enumerate() {
            let Some(field) = field_of(source, *place) else {
                continue;
            };
            let first = 2 + 5 * number;
            let count = u64::try_from(whole(first)?).unwrap_or(0);
            let sum = i128::from(whole(first + 3)?) * 1_000_000_000 + i128::from(whole(first + 4)?);
            let one = |units: i64| field.sum(&BTreeMap::from([(String::new(), i128::from(units))]));
            let figures = match count {
                0 => json!({"count": 0, "min": null, "max": null, "sum": null, "average": null}),
                _ => json!({
                    "count": count,
                    "min": one(whole(first + 1)?),
                    "max": one(whole(first + 2)?),
                    "sum": field.sum(&BTreeMap::from([(String::new(), sum)])),
                    "average": field.average(sum, count),
                }),
            };
            fields.insert(field.name().to_owned(), figures);
        }
        buckets.push(Bucket {
            place: usize::try_from(whole(0)?).unwrap_or(usize::MAX),
            count: u64::try_from(whole(1)?).unwrap_or(0),
            fields,
        });
    }
    Ok(buckets)
}

/// The figures of what lies at one place of an axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plotted {
    /// How many records lie there.
    pub count: u64,
    /// Their sum, by currency where it is one of amounts.
    pub sums: BTreeMap<String, i128>,
}

/// The figures along an axis of time, by the place of the stretch: of those in which there is anything.
pub(super) async fn along_time(
    connection: &mut Connection<'_>,
    source: Source<'_>,
    series: &ViewSeries,
    stretches: &[(i64, i64)],
) -> Result<BTreeMap<usize, Plotted>, Error> {
    let statement = sql::sums_along(connection.dialect(), source, series.column, stretches, series.of);
    let rows = connection.any_rows(&statement.ok_or(Error::RowNotFound)?).await?;
    let mut found: BTreeMap<usize, Plotted> = BTreeMap::new();
    for row in &rows {
        let place = usize::try_from(row.whole(0)?.unwrap_or(-1)).unwrap_or(usize::MAX);
        let own = found.entry(place).or_default();
        own.count += row.whole(4)?.and_then(|count| u64::try_from(count).ok()).unwrap_or(0);
        if series.of.is_some() {
            let (high, low) = (row.whole(2)?.unwrap_or(0), row.whole(3)?.unwrap_or(0));
            let currency = row.text(1)?.unwrap_or_default().to_owned();
            *own.sums.entry(currency).or_default() += i128::from(high) * 1_000_000_000 + i128::from(low);
        }
    }
    Ok(found)
}

/// The figures by the values of a field, the most frequent first, and no more values than a count tells.
pub(super) async fn along_values(
    connection: &mut Connection<'_>,
    source: Source<'_>,
    along: usize,
    of: Option<usize>,
) -> Result<Vec<(Cell, Plotted)>, Error> {
    let statement = sql::facet(connection.dialect(), source, along).ok_or(Error::RowNotFound)?;
    let own = field_of(source, along).and_then(|field| Some((field, field.column()?)));
    let (field, column) = own.ok_or(Error::RowNotFound)?;
    let kind = field.column_kind();
    let rows = connection.any_rows(&statement).await?;
    let counts: Vec<(Cell, u64)> = rows.iter().map(|row| counted(row, kind)).collect::<Result<_, _>>()?;
    let mut sums: BTreeMap<Cell, BTreeMap<String, i128>> = BTreeMap::new();
    if let Some(of) = of {
        let mut plan = source.plan.clone();
        plan.test = Test::all([plan.test, Test::any(counts.iter().map(|(cell, _)| field.is(cell)))]);
        let narrowed = Source { plan: &plan, ..source };
        let statement = sql::sums_by(connection.dialect(), narrowed, column, of).ok_or(Error::RowNotFound)?;
        for row in &connection.any_rows(&statement).await? {
            let (high, low) = (row.whole(2)?.unwrap_or(0), row.whole(3)?.unwrap_or(0));
            let currency = row.text(1)?.unwrap_or_default().to_owned();
            let own = sums.entry(row.cell(0, kind)?).or_default();
            own.insert(currency, i128::from(high) * 1_000_000_000 + i128::from(low));
        }
    }
    let plotted = counts.into_iter().map(|(cell, count)| {
        let sums = sums.remove(&cell).unwrap_or_default();
        (cell, Plotted { count, sums })
    });
    Ok(plotted.collect())
}

fn field_of<'s>(source: Source<'s>, place: usize) -> Option<&'s Field> {
    source.pack.entities().get(source.plan.entity)?.fields().get(place)
}
