//! Statements carried out. Here alone text that was written at run time goes to a database.

use std::collections::BTreeMap;

use ratebook::records::{Cell, ColumnKind, Entity, Pack, QueryPlan, Test, Visible};
use sqlx::postgres::{PgArguments, PgConnection, PgRow};
use sqlx::query::Query;
use sqlx::sqlite::{SqliteArguments, SqliteConnection, SqliteRow};
use sqlx::types::Uuid;
use sqlx::{AssertSqlSafe, Database, Error, Postgres, Sqlite};

use super::lines::Patience;
use super::lists::{self, Lists};
use super::opening::{Beginning, Moments, Words};
use super::ranked::{self, Narrowing};
pub use super::rows::AnyRow;
use super::rows::{self, RowCells, Shape};
use super::search::Index;
use super::sql::{self, Bound, Dialect, Hold, Listing, Source, Statement};

/// A connection in a tenant's transaction, of either database.
#[derive(Debug)]
pub enum Connection<'c> {
    /// To SQLite.
    Sqlite(&'c mut SqliteConnection),
    /// To PostgreSQL, and how long it is waited for an answer.
    Postgres(&'c mut PgConnection, Patience),
    /// To SQLite, where a transaction begins with the first that is asked.
    Beginning(&'c mut SqliteConnection, &'c mut Beginning),
}

/// A page as it is answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// The records, as a list in JSON.
    pub items: Vec<u8>,
    /// How many they are.
    pub count: usize,
    /// The keys that the next page follows on; nothing when this is the last.
    pub next: Option<Vec<Cell>>,
}

/// The only place where a text that is not written in the program becomes a statement: what [`sql`] has written, of declared names
/// and bound values.
pub(super) fn safe(text: String) -> AssertSqlSafe<String> {
    AssertSqlSafe(text)
}

fn prepared<D: Database>(statement: &Statement) -> Query<'static, D, <D as Database>::Arguments> {
    sqlx::query(safe(statement.text.clone()))
}

type SqliteQuery = Query<'static, Sqlite, SqliteArguments>;
type PostgresQuery = Query<'static, Postgres, PgArguments>;

fn of_sqlite(statement: &Statement) -> SqliteQuery {
    bound_sqlite(prepared::<Sqlite>(statement), &statement.values)
}

fn of_postgres(statement: &Statement, patience: &Patience) -> PostgresQuery {
    bound_postgres(prepared::<Postgres>(statement), &statement.values, patience)
}

fn bound_sqlite(mut query: SqliteQuery, values: &[Bound]) -> SqliteQuery {
    for value in values {
        query = match value {
            Bound::Nothing(_) => query.bind(None::<i64>),
            Bound::Truth(truth) => query.bind(*truth),
            Bound::Whole(number) => query.bind(*number),
            Bound::Text(text) => query.bind(text.clone()),
            Bound::Id(id) => query.bind(id.to_vec()),
            Bound::Bytes(bytes) => query.bind(bytes.clone()),
            // There they are words of a text.
            Bound::Grams(_) => query.bind(None::<i64>),
        };
    }
    query
}

fn bound_postgres(query: PostgresQuery, values: &[Bound], patience: &Patience) -> PostgresQuery {
    let mut query = query.persistent(patience.keeps_statements());
    for value in values {
        query = match value {
            Bound::Nothing(ColumnKind::Id) => query.bind(None::<Uuid>),
            Bound::Nothing(ColumnKind::Text | ColumnKind::Json) => query.bind(None::<String>),
            Bound::Nothing(ColumnKind::Truth) => query.bind(None::<bool>),
            Bound::Nothing(ColumnKind::Bytes) => query.bind(None::<Vec<u8>>),
            Bound::Nothing(_) => query.bind(None::<i64>),
            Bound::Truth(truth) => query.bind(*truth),
            Bound::Whole(number) => query.bind(*number),
            Bound::Text(text) => query.bind(text.clone()),
            Bound::Id(id) => query.bind(Uuid::from_bytes(*id)),
            Bound::Bytes(bytes) => query.bind(bytes.clone()),
            Bound::Grams(grams) => query.bind(grams.clone()),
        };
    }
    query
}

enum Rows {
    Sqlite(Vec<SqliteRow>),
    Postgres(Vec<PgRow>),
}

impl From<Rows> for Vec<AnyRow> {
    fn from(rows: Rows) -> Vec<AnyRow> {
        match rows {
            Rows::Sqlite(rows) => rows.into_iter().map(AnyRow::Sqlite).collect(),
            Rows::Postgres(rows) => rows.into_iter().map(AnyRow::Postgres).collect(),
        }
    }
}

impl Connection<'_> {
    /// The same connection, for a while.
    pub(super) fn again(&mut self) -> Connection<'_> {
        match self {
            Connection::Sqlite(connection) => Connection::Sqlite(connection),
            Connection::Postgres(connection, patience) => Connection::Postgres(connection, patience.clone()),
            Connection::Beginning(connection, beginning) => Connection::Beginning(connection, beginning),
        }
    }

    pub(super) async fn any_rows(&mut self, statement: &Statement) -> Result<Vec<AnyRow>, Error> {
        Ok(self.rows(statement).await?.into())
    }

    /// Asks what is written in the program.
    pub(super) async fn ask_static(&mut self, text: &'static str, values: &[Bound]) -> Result<Vec<AnyRow>, Error> {
        let rows = match self {
            Connection::Sqlite(connection) => {
                let query = bound_sqlite(sqlx::query(text), values);
                Rows::Sqlite(query.fetch_all(&mut **connection).await?)
            }
            Connection::Postgres(connection, patience) => {
                let query = bound_postgres(sqlx::query(text), values, patience);
                Rows::Postgres(patience.answered(query.fetch_all(&mut **connection)).await?)
            }
            Connection::Beginning(connection, beginning) => {
                Rows::Sqlite(begun(connection, beginning, (text, values)).await?)
            }
        };
        Ok(rows.into())
    }

    /// Carries out what is written in the program; how many rows it was.
    pub(super) async fn tell_static(&mut self, text: &'static str, values: &[Bound]) -> Result<u64, Error> {
        Ok(match self {
            Connection::Sqlite(connection) => {
                let query = bound_sqlite(sqlx::query(text), values);
                query.execute(&mut **connection).await?.rows_affected()
            }
            Connection::Postgres(connection, patience) => {
                let query = bound_postgres(sqlx::query(text), values, patience);
                let told = patience.answered(query.execute(&mut **connection)).await?;
                told.rows_affected()
            }
            Connection::Beginning(..) => return Err(only_reads()),
        })
    }

    /// Says that what is asked next is not all: on SQLite it costs less to ask both in one transaction.
    pub(super) fn asks_more(&mut self) {
        if let Connection::Beginning(_, beginning) = self {
            beginning.asks_more();
        }
    }

    /// Whose SQL it speaks.
    pub fn dialect(&self) -> Dialect {
        match self {
            Connection::Sqlite(_) | Connection::Beginning(..) => Dialect::Sqlite,
            Connection::Postgres(..) => Dialect::Postgres,
        }
    }

    async fn rows(&mut self, statement: &Statement) -> Result<Rows, Error> {
        Ok(match self {
            Connection::Sqlite(connection) => Rows::Sqlite(of_sqlite(statement).fetch_all(&mut **connection).await?),
            Connection::Postgres(connection, patience) => {
                let query = of_postgres(statement, patience);
                Rows::Postgres(patience.answered(query.fetch_all(&mut **connection)).await?)
            }
            Connection::Beginning(connection, beginning) => {
                Rows::Sqlite(begun(connection, beginning, (&statement.text, &statement.values)).await?)
            }
        })
    }
}

/// What has to begin before anything is changed does not begin with the first that is read.
fn only_reads() -> Error {
    Error::Protocol("a transaction that only reads was to change something".to_owned())
}

/// The rows of what is asked in a transaction that begins with the first of it: one round to the thread that has the connection, in
/// place of two.
async fn begun(
    connection: &mut SqliteConnection,
    beginning: &mut Beginning,
    (text, values): (&str, &[Bound]),
) -> Result<Vec<SqliteRow>, Error> {
    let words = beginning.words()?;
    let mut rows = of_sqlite(&words.with(text, values)).fetch_all(connection).await?;
    let told = match words {
        Words::Said => return Ok(rows),
        Words::Before(_) => (!rows.is_empty()).then(|| rows.remove(0)),
        Words::Behind(_) => rows.pop(),
    };
    beginning.told(told.map(AnyRow::Sqlite))?;
    Ok(rows)
}

/// Makes the tables of a pack, and of its natives, in a database without any.
pub async fn make_tables(connection: &mut Connection<'_>, pack: &Pack) -> Result<(), Error> {
    let (dialect, schema) = (connection.dialect(), pack.schema());
    let natives = sql::native_tables(dialect, &schema).into_iter();
    for text in natives.chain(sql::tables(dialect, &schema)) {
        let statement = Statement {
            text,
            values: Vec::new(),
        };
        carry_out(connection, &statement).await?;
    }
    Ok(())
}

/// Carries out what changes something; how many rows it was.
pub async fn carry_out(connection: &mut Connection<'_>, statement: &Statement) -> Result<u64, Error> {
    Ok(match connection {
        Connection::Sqlite(connection) => of_sqlite(statement).execute(&mut **connection).await?.rows_affected(),
        Connection::Postgres(connection, patience) => {
            let query = of_postgres(statement, patience);
            let told = patience.answered(query.execute(&mut **connection)).await?;
            told.rows_affected()
        }
        Connection::Beginning(..) => return Err(only_reads()),
    })
}

/// A page of a plan, by the tables of its records alone.
pub async fn page(
    connection: &mut Connection<'_>,
    pack: &Pack,
    plan: &QueryPlan,
    tenant: [u8; 16],
) -> Result<Page, Error> {
    match &plan.rank {
        Some(rank) => ranked::page(connection, pack, (plan, rank), tenant, None).await,
        None => listed(connection, source(pack, plan, tenant, None)).await,
    }
}

/// A page of a plan, by the index of a search where there is one.
pub(super) async fn indexed(
    connection: &mut Connection<'_>,
    pack: &Pack,
    plan: &QueryPlan,
    tenant: [u8; 16],
    index: Option<Index>,
) -> Result<Page, Error> {
    if let Some(rank) = &plan.rank {
        return ranked::page(connection, pack, (plan, rank), tenant, index.as_ref()).await;
    }
    let narrowing = Narrowing::of(plan, tenant, index);
    if narrowing.is_some() {
        connection.asks_more();
    }
    let few = match &narrowing {
        Some(narrowing) => narrowing.is_few(connection, tenant).await?,
        None => false,
    };
    listed(
        connection,
        source(pack, plan, tenant, narrowing.as_ref().filter(|_| few)),
    )
    .await
}

pub(super) fn source<'s>(
    pack: &'s Pack,
    plan: &'s QueryPlan,
    tenant: [u8; 16],
    narrowing: Option<&'s Narrowing>,
) -> Source<'s> {
    Source {
        pack,
        plan,
        tenant,
        grams: narrowing.map(Narrowing::grams),
    }
}

/// The records of these ids as a list answers them, in this order.
pub(super) async fn of_ids(
    connection: &mut Connection<'_>,
    pack: &Pack,
    plan: &QueryPlan,
    tenant: [u8; 16],
    ids: &[[u8; 16]],
) -> Result<Vec<u8>, Error> {
    let id = pack.entities().get(plan.entity).and_then(|own| own.column_named("id"));
    let (Some(id), false) = (id, ids.is_empty()) else {
        return Ok(b"[]".to_vec());
    };
    let mut cells: Vec<Cell> = ids.iter().copied().map(Cell::Id).collect();
    cells.sort_unstable();
    let mut only = plan.clone();
    only.test = Test::all([only.test, Test::OneOf(id, cells)]);
    (only.rank, only.after, only.sort) = (None, None, Vec::new());
    only.limit = u32::try_from(ids.len()).unwrap_or(u32::MAX);
    let page = records(connection, source(pack, &only, tenant, None), Some(ids)).await?;
    Ok(page.items)
}

async fn listed(connection: &mut Connection<'_>, source: Source<'_>) -> Result<Page, Error> {
    records(connection, source, None).await
}

/// The page of a statement, in the order of these ids if there are some.
async fn records(
    connection: &mut Connection<'_>,
    source: Source<'_>,
    order: Option<&[[u8; 16]]>,
) -> Result<Page, Error> {
    let Source { pack, plan, tenant, .. } = source;
    let listing = sql::narrowed(connection.dialect(), source);
    let (Some(listing), Some(entity)) = (listing, pack.entities().get(plan.entity)) else {
        return Err(Error::RowNotFound);
    };
    let mut rows = connection.rows(&listing.statement).await?;
    if let Some(order) = order {
        match &mut rows {
            Rows::Sqlite(rows) => arrange(entity, &listing, order, rows)?,
            Rows::Postgres(rows) => arrange(entity, &listing, order, rows)?,
        }
    }
    let limit = usize::try_from(plan.limit).unwrap_or(usize::MAX);
    let ids = match &rows {
        Rows::Sqlite(rows) => ids(entity, &listing, rows.iter().take(limit))?,
        Rows::Postgres(rows) => ids(entity, &listing, rows.iter().take(limit))?,
    };
    let lists = lists(connection, pack, plan, tenant, &ids).await?;
    match rows {
        Rows::Sqlite(rows) => written(entity, plan, &listing, &lists, &rows),
        Rows::Postgres(rows) => written(entity, plan, &listing, &lists, &rows),
    }
}

/// One record as a list would answer it; nothing where there is none that the plan finds.
pub async fn read(
    connection: &mut Connection<'_>,
    pack: &Pack,
    plan: &QueryPlan,
    tenant: [u8; 16],
    id: [u8; 16],
    hold: Option<Hold>,
) -> Result<Option<Vec<u8>>, Error> {
    let dialect = connection.dialect();
    let listing = sql::one(dialect, pack, plan, tenant, id);
    let listing = listing.map(|listing| match hold {
        Some(hold) => listing.held(dialect, hold),
        None => listing,
    });
    let (Some(listing), Some(entity)) = (listing, pack.entities().get(plan.entity)) else {
        return Ok(None);
    };
    let mut out = Vec::with_capacity(1024);
    let rows = connection.rows(&listing.statement).await?;
    let lists = lists(connection, pack, plan, tenant, &[id]).await?;
    let shape = Shape::of(entity, plan, &listing, &lists);
    let found = match &rows {
        Rows::Sqlite(rows) => rows.first().map(|row| shape.write(row, &mut out)).transpose()?,
        Rows::Postgres(rows) => rows.first().map(|row| shape.write(row, &mut out)).transpose()?,
    };
    Ok(found.map(|()| out))
}

/// Puts rows in the order of their ids.
fn arrange<R: RowCells>(
    entity: &Entity,
    listing: &Listing,
    order: &[[u8; 16]],
    rows: &mut Vec<R>,
) -> Result<(), Error> {
    let own = ids(entity, listing, rows.iter())?;
    let places: BTreeMap<&[u8; 16], usize> = order.iter().zip(0..).collect();
    let mut placed: Vec<(Option<&usize>, R)> = own.iter().map(|id| places.get(id)).zip(rows.drain(..)).collect();
    placed.sort_by_key(|(place, _)| *place);
    rows.extend(placed.into_iter().map(|(_, row)| row));
    Ok(())
}

/// The ids of the rows of a page; none of samples, beside which nothing stands.
fn ids<'r, R: RowCells + 'r>(
    entity: &Entity,
    listing: &Listing,
    rows: impl Iterator<Item = &'r R>,
) -> Result<Vec<[u8; 16]>, Error> {
    let column = entity.column_named("id");
    let place = column.and_then(|column| listing.columns.iter().position(|own| *own == column));
    let Some(place) = place else {
        return Ok(Vec::new());
    };
    let ids = rows.map(|row| row.id(place));
    ids.filter_map(Result::transpose).collect()
}

/// The fields of a plan that are answered of whatever record.
fn answered(plan: &QueryPlan) -> impl Iterator<Item = &Visible> {
    let seen = |visible: &&Visible| visible.seen != Test::Constant(false);
    plan.fields.iter().filter(seen)
}

/// Of which moments a page of a plan may be, or one record by it: where more is asked for it than one question, all is of one.
pub fn moments_of(pack: &Pack, plan: &QueryPlan) -> Moments {
    let is_more = plan.total || !plan.sums.is_empty() || !plan.facets.is_empty() || !plan.expand.is_empty();
    match plan.rank.is_some() || is_more || stands_beside(pack, plan) {
        true => Moments::One,
        false => Moments::Each,
    }
}

/// Whether anything is asked that stands beside the records.
fn stands_beside(pack: &Pack, plan: &QueryPlan) -> bool {
    let entity = pack.entities().get(plan.entity);
    let kind = |visible: &Visible| Some(entity?.fields().get(visible.field)?.kind());
    answered(plan).any(|visible| kind(visible).is_none_or(|kind| rows::beside(kind).is_some()))
}

/// What stands beside the records of a page: one question for each field that is answered.
async fn lists(
    connection: &mut Connection<'_>,
    pack: &Pack,
    plan: &QueryPlan,
    tenant: [u8; 16],
    ids: &[[u8; 16]],
) -> Result<Lists, Error> {
    let mut lists = Lists::default();
    if ids.is_empty() {
        return Ok(lists);
    }
    for visible in answered(plan) {
        let Some(statement) = sql::entries(connection.dialect(), pack, plan, tenant, visible.field, ids) else {
            continue;
        };
        let kind = lists::entry_kind(pack, plan, visible.field);
        match connection.rows(&statement).await? {
            Rows::Sqlite(rows) => lists.read(visible.field, kind, &rows)?,
            Rows::Postgres(rows) => lists.read(visible.field, kind, &rows)?,
        }
    }
    Ok(lists)
}

fn written<R: RowCells>(
    entity: &Entity,
    plan: &QueryPlan,
    listing: &Listing,
    lists: &Lists,
    rows: &[R],
) -> Result<Page, Error> {
    let limit = usize::try_from(plan.limit).unwrap_or(usize::MAX);
    let shape = Shape::of(entity, plan, listing, lists);
    let mut items = Vec::with_capacity(rows.len().min(limit) * 512 + 2);
    items.push(b'[');
    for (place, row) in rows.iter().take(limit).enumerate() {
        if place > 0 {
            items.push(b',');
        }
        shape.write(row, &mut items)?;
    }
    items.push(b']');
    let last = rows.get(limit.saturating_sub(1)).filter(|_| rows.len() > limit);
    let next = last.map(|row| keys(entity, plan, listing, row)).transpose()?;
    let count = rows.len().min(limit);
    Ok(Page { items, count, next })
}

fn keys<R: RowCells>(entity: &Entity, plan: &QueryPlan, listing: &Listing, row: &R) -> Result<Vec<Cell>, Error> {
    let mut cells = Vec::with_capacity(plan.sort.len());
    for key in &plan.sort {
        let place = listing.columns.iter().position(|own| *own == key.column);
        let kind = entity.column(key.column).map_or(ColumnKind::Text, |column| column.kind);
        cells.push(match place {
            Some(place) => row.cell(place, kind)?,
            None => Cell::Null,
        });
    }
    Ok(cells)
}
