//! Samples by month: parts that are made ahead, and what is older than it has to be kept.

use ratebook::records::schema::TableModel;
use ratebook::records::{ColumnKind, Pack};
use ratebook::time::Day;

use super::{LOCK, lock, now};
use crate::store::ask::{self, Connection};
use crate::store::door::Store;
use crate::store::failure::Failure;
use crate::store::rows::RowCells;
use crate::store::sql::migrate as write;
use crate::store::sql::{Bound, Dialect, Statement, part_name};

/// How many months after the present one have a part.
const AHEAD: i32 = 3;

/// How many samples are removed in one transaction.
const MOST: u32 = 10_000;

const DAY_US: i64 = 86_400_000_000;

/// What was done for the samples of a pack.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct SeriesTended {
    /// Parts that were made.
    pub made: u32,
    /// Parts that were dropped with all their samples.
    pub dropped: u32,
    /// Samples that were removed one by one.
    pub removed: u64,
}

/// A table of samples, by what they are ordered and how long they are kept.
struct Series {
    table: TableModel,
    column: String,
    /// Samples of before this moment go.
    before: Option<i64>,
}

/// Makes the parts of the present month and the next ones, and removes samples that have been kept for long enough: by whole parts on
/// PostgreSQL, by their age on SQLite. To be asked once a day.
pub async fn tend(store: &Store, pack: &Pack) -> Result<SeriesTended, Failure> {
    tend_at(store, pack, now()?).await
}

/// The same at a moment, in microseconds since 1970.
pub async fn tend_at(store: &Store, pack: &Pack, now: i64) -> Result<SeriesTended, Failure> {
    let mut done = SeriesTended::default();
    for series in all(pack, now) {
        if store.dialect() == Dialect::Postgres {
            let mut reshape = store.reshape().await?;
            let mut connection = reshape.connection()?;
            lock(&mut connection, LOCK).await?;
            if !is_installed(&mut connection, pack).await? {
                return Ok(done);
            }
            series.make_parts(&mut connection, now, &mut done).await?;
            series.drop_parts(&mut connection, &mut done).await?;
            reshape.commit().await?;
        }
        series.remove(store, &mut done).await?;
    }
    Ok(done)
}

/// Whether the tables are those of this version of the pack: a server of another version may keep samples for less long.
async fn is_installed(connection: &mut Connection<'_>, pack: &Pack) -> Result<bool, Failure> {
    let definition = pack.definition();
    let name = Bound::Text(definition.name.clone());
    let rows = connection
        .ask_static("SELECT version FROM packs WHERE name = $1", &[name])
        .await?;
    let version = rows.first().map(|row| row.whole(0)).transpose()?.flatten();
    Ok(version == Some(definition.version.into()))
}

fn all(pack: &Pack, now: i64) -> Vec<Series> {
    let mut all = Vec::new();
    for table in pack.schema().tables.into_iter().filter(|table| !table.native) {
        let entity = pack.entity(&table.entity);
        let rules = entity.and_then(|entity| entity.definition().series.as_ref());
        let column = table.partition.as_ref().map(|partition| partition.column.clone());
        let (Some(rules), Some(column)) = (rules, column) else {
            continue;
        };
        let kept = rules.keep_days.map(|days| i64::from(days) * DAY_US);
        let before = kept.map(|kept| now.saturating_sub(kept));
        all.push(Series { table, column, before });
    }
    all
}

impl Series {
    async fn make_parts(
        &self,
        connection: &mut Connection<'_>,
        now: i64,
        done: &mut SeriesTended,
    ) -> Result<(), Failure> {
        let known: Vec<String> = parts(connection, &self.table.name)
            .await?
            .into_iter()
            .map(|(name, _)| name)
            .collect();
        for (name, bounds) in months(now)? {
            let name = part_name(&self.table.name, &name);
            if known.contains(&name) {
                continue;
            }
            for statement in write::add_part(&self.table.name, &name, &self.column, bounds) {
                ask::carry_out(connection, &statement).await?;
            }
            done.made += 1;
        }
        Ok(())
    }

    async fn drop_parts(&self, connection: &mut Connection<'_>, done: &mut SeriesTended) -> Result<(), Failure> {
        let Some(before) = self.before else {
            return Ok(());
        };
        for (name, until) in parts(connection, &self.table.name).await? {
            if until.is_some_and(|until| until <= before) {
                ask::carry_out(connection, &write::drop_table(Dialect::Postgres, &name)).await?;
                done.dropped += 1;
            }
        }
        Ok(())
    }

    /// Removes old samples where no part goes whole: little by little, so that nobody waits long for the writer.
    async fn remove(&self, store: &Store, done: &mut SeriesTended) -> Result<(), Failure> {
        let Some(before) = self.before else {
            return Ok(());
        };
        let dialect = store.dialect();
        let table = match dialect {
            Dialect::Sqlite => self.table.name.clone(),
            Dialect::Postgres => part_name(&self.table.name, "rest"),
        };
        let statement = write::remove_older(dialect, &table, &self.column, before, MOST);
        loop {
            let mut reshape = store.reshape().await?;
            let removed = ask::carry_out(&mut reshape.connection()?, &statement).await?;
            reshape.commit().await?;
            done.removed += removed;
            if removed < u64::from(MOST) {
                return Ok(());
            }
        }
    }
}

/// A month: what its part is called, and the moments at which it begins and ends.
type Month = (String, (i64, i64));

/// The present month and the next ones.
fn months(now: i64) -> Result<Vec<Month>, Failure> {
    let strange = || Failure::defect("the clock of this machine is not set");
    let today = i32::try_from(now.div_euclid(DAY_US)).ok().and_then(Day::from_number);
    let (year, month, _) = today.ok_or_else(strange)?.ymd();
    let first = Day::new(year, month, 1).ok_or_else(strange)?;
    let start = |months: i32| first.plus_months(months).ok_or_else(strange);
    let mut all = Vec::new();
    for number in 0..=AHEAD {
        let (from, until) = (start(number)?, start(number + 1)?);
        let moment = |day: Day| i64::from(day.number()) * DAY_US;
        all.push((month_name(from), (moment(from), moment(until))));
    }
    Ok(all)
}

fn month_name(first: Day) -> String {
    let (year, month, _) = first.ymd();
    format!("{year:04}{month:02}")
}

/// The parts of a table, and the moment at which each ends; none of the part for the rest.
async fn parts(connection: &mut Connection<'_>, table: &str) -> Result<Vec<(String, Option<i64>)>, Failure> {
    let asked = "SELECT c.relname::text, (regexp_match(pg_get_expr(c.relpartbound, c.oid), 'TO \\(''?(-?[0-9]+)''?\\)'))[1]::bigint \
                 FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = quote_ident($1)::regclass ORDER BY 1";
    let rows = connection.ask_static(asked, &[Bound::Text(table.to_owned())]).await?;
    let mut parts = Vec::with_capacity(rows.len());
    for row in rows {
        let name = row.cell(0, ColumnKind::Text)?;
        if let ratebook::records::Cell::Text(name) = name {
            parts.push((name, row.whole(1)?));
        }
    }
    Ok(parts)
}

/// Has the parts of a table be called after it.
pub(super) async fn rename_parts(connection: &mut Connection<'_>, table: &str) -> Result<(), Failure> {
    for (name, until) in parts(connection, table).await? {
        let last = until.and_then(|until| i32::try_from((until - 1).div_euclid(DAY_US)).ok());
        let part = last.and_then(Day::from_number).map_or("rest".to_owned(), month_name);
        let statements: Vec<Statement> = write::rename_table(Dialect::Postgres, &name, &part_name(table, &part));
        for statement in statements {
            ask::carry_out(connection, &statement).await?;
        }
    }
    Ok(())
}
