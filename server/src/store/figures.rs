//! How many records a plan finds, their sums, and how many have each value.

use std::collections::BTreeMap;

use ratebook::records::{Cell, ColumnKind, Field, Pack, QueryPlan};
use serde_json::{Map, Value};
use sqlx::Error;

use super::ask::{self, Connection};
use super::rows::RowCells;
use super::sql::{self, Source};

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

fn counted<R: RowCells>(row: &R, kind: ColumnKind) -> Result<(Cell, u64), Error> {
    let count = row.whole(1)?.and_then(|count| u64::try_from(count).ok());
    Ok((row.cell(0, kind)?, count.unwrap_or(0)))
}

fn field_of<'s>(source: Source<'s>, place: usize) -> Option<&'s Field> {
    source.pack.entities().get(source.plan.entity)?.fields().get(place)
}
