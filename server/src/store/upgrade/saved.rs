//! A whole installation as pieces that stand without a database: read while others write, all of it at one moment, and put back.

use std::collections::BTreeMap;

use ratebook::{Code, Reason};
use serde::{Deserialize, Serialize};
use tokio::sync::mpsc::{Receiver, Sender};

use super::arrive::{Arrival, fit, fitted};
use super::loaded;
use super::tables::{CopiedTable, Counted, Reading, Table, tables};
use crate::store::ask::{self, Connection};
use crate::store::door::{PLATFORM, Store, TenantKey};
use crate::store::failure::Failure;
use crate::store::migrations;
use crate::store::reshape::Snapshot;
use crate::store::rows::RowCells;
use crate::store::sql::{self, Bound, Dialect};

/// The table that tells which tables there are.
pub(super) const PACKS: &str = "packs";

/// Of which versions the tables are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shape {
    /// The last migration of the platform's own tables.
    pub migration: i64,
    /// The packs with their versions.
    pub packs: BTreeMap<String, i64>,
}

/// Whether they are those that this server makes.
pub(crate) fn is_of_this_server(shape: &Shape) -> bool {
    shape.migration == migrations::newest()
}

/// A piece of an installation.
#[derive(Debug)]
pub enum Piece {
    /// A table, whose rows follow.
    Table(String, Table),
    /// Some of them, in the order of its key.
    Rows(Vec<Vec<Bound>>),
    /// All of them, counted.
    Counted(CopiedTable),
    /// There are no more tables than these, with so many rows.
    End {
        /// How many tables.
        tables: u64,
        /// How many rows.
        rows: u64,
    },
}

/// An installation at one moment, while others go on.
pub struct Moment {
    held: Snapshot,
    shape: Shape,
    changed: BTreeMap<String, i64>,
}

impl std::fmt::Debug for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Moment({:?})", self.shape)
    }
}

impl Moment {
    /// The present one.
    pub async fn now(store: &Store) -> Result<Moment, Failure> {
        let mut held = store.snapshot().await?;
        let (packs, changed) = versions(&mut held.connection()?).await?;
        let shape = Shape {
            migration: migrations::newest(),
            packs,
        };
        Ok(Moment { held, shape, changed })
    }

    /// Of which versions its tables are.
    pub fn shape(&self) -> &Shape {
        &self.shape
    }

    /// Gives everything out, piece by piece; no faster than it is taken. What each table has is told at the end.
    pub async fn give(mut self, store: &Store, out: &Sender<Piece>) -> Result<Vec<CopiedTable>, Failure> {
        let mut reading = self.held.connection()?;
        let tenants = tenants(&mut reading).await?;
        let walled = walled(&mut reading).await?;
        let mut found = tables(&mut reading).await?;
        let first = found.remove_entry(PACKS);
        let mut copied = Vec::with_capacity(found.len() + 1);
        for (name, table) in first.into_iter().chain(found) {
            send(out, Piece::Table(name.clone(), table.clone())).await?;
            let whose = if walled.contains(&name) {
                tenants.as_slice()
            } else {
                &[]
            };
            let counted = rows(&mut reading, (&name, &table), whose, out).await?;
            send(out, Piece::Counted(counted.clone())).await?;
            copied.push(counted);
        }
        drop(self.held);
        // PostgreSQL shows a table that was rewritten meanwhile as an empty one.
        let mut after = store.snapshot().await?;
        if versions(&mut after.connection()?).await?.1 != self.changed {
            let message = "the tables of a pack have changed meanwhile; make the backup again";
            return Err(Failure::Busy(message.to_owned()));
        }
        let tables = u64::try_from(copied.len()).unwrap_or(u64::MAX);
        let rows = copied.iter().map(|own| own.rows).sum();
        send(out, Piece::End { tables, rows }).await?;
        Ok(copied)
    }
}

pub(super) async fn send(out: &Sender<Piece>, piece: Piece) -> Result<(), Failure> {
    let gone = |_| Failure::defect("nobody takes what is read any more");
    out.send(piece).await.map_err(gone)
}

/// The versions of the packs, and when each was carried out.
pub(super) async fn versions(
    connection: &mut Connection<'_>,
) -> Result<(BTreeMap<String, i64>, BTreeMap<String, i64>), Failure> {
    let (mut versions, mut moments) = (BTreeMap::new(), BTreeMap::new());
    for row in connection
        .ask_static("SELECT name, version, applied_at FROM packs", &[])
        .await?
    {
        let name = row.text(0)?.unwrap_or_default().to_owned();
        versions.insert(name.clone(), row.whole(1)?.unwrap_or(0));
        moments.insert(name, row.whole(2)?.unwrap_or(0));
    }
    Ok((versions, moments))
}

/// All whose rows there may be behind walls.
async fn tenants(connection: &mut Connection<'_>) -> Result<Vec<TenantKey>, Failure> {
    let mut all = vec![PLATFORM];
    for row in connection.ask_static("SELECT id FROM tenants ORDER BY id", &[]).await? {
        all.extend(row.id(0)?);
    }
    all.sort_unstable();
    Ok(all)
}

/// The tables of which this role sees the rows of one tenant at a time.
async fn walled(connection: &mut Connection<'_>) -> Result<Vec<String>, Failure> {
    if connection.dialect() == Dialect::Sqlite {
        return Ok(Vec::new());
    }
    let text = "SELECT c.relname::text FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace \
                AND row_security_active(c.oid) AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive AND \
                p.polcmd IN ('r', '*') AND pg_get_expr(p.polqual, p.polrelid) = 'true' AND (0 = ANY (p.polroles) OR EXISTS (SELECT 1 FROM \
                unnest(p.polroles) r WHERE pg_has_role(current_user, r, 'USAGE')))) ORDER BY 1";
    let mut tables = Vec::new();
    for row in connection.ask_static(text, &[]).await? {
        tables.extend(row.text(0)?.map(str::to_owned));
    }
    Ok(tables)
}

/// Gives out the rows of a table: of each tenant by themselves where they are behind walls.
async fn rows(
    reading: &mut Connection<'_>,
    (name, table): (&str, &Table),
    tenants: &[TenantKey],
    out: &Sender<Piece>,
) -> Result<CopiedTable, Failure> {
    let mut counted = Counted::default();
    let whose = tenants.iter().copied().map(Some);
    let everybody = tenants.is_empty().then_some(None);
    for tenant in whose.chain(everybody) {
        if let Some(tenant) = tenant {
            let tenant = Bound::Text(uuid::Uuid::from_bytes(tenant).to_string());
            let text = "SELECT set_config('app.tenant', $1, true)";
            reading.ask_static(text, &[tenant]).await?;
        }
        let mut own = Reading::of(name, table);
        loop {
            let some = own.next(reading).await?;
            if some.is_empty() {
                break;
            }
            some.iter().for_each(|row| counted.row(row));
            send(out, Piece::Rows(some)).await?;
        }
    }
    Ok(counted.table(name))
}

/// Puts everything back into a database in which there is nothing yet; nothing of it is kept before all of it was taken and counted again.
pub async fn restore(store: &Store, shape: &Shape, from: &mut Receiver<Piece>) -> Result<Vec<CopiedTable>, Failure> {
    let own = migrations::newest();
    if shape.migration != own {
        let message = format!(
            "the backup is of tables of version {}, and this server makes those of version {own}; restore it with the server that made it, \
             and start the newer one afterwards",
            shape.migration
        );
        return Err(Reason::new(Code::RequestConflict, "/from", message).into());
    }
    let (table, rows) = packs(from).await?;
    let mut definitions = Vec::new();
    for row in &rows {
        definitions.extend(definition(&table, row)?);
    }
    let mut arrival = Arrival::begin(store, definitions).await?;
    let mut copied = vec![put(&mut arrival, (PACKS, &table), Taken::Whole(rows)).await?];
    loop {
        match taken(from).await? {
            Piece::Table(name, table) => {
                copied.push(put(&mut arrival, (&name, &table), Taken::From(from)).await?);
            }
            Piece::End { tables, rows } => {
                let told: u64 = copied.iter().map(|own| own.rows).sum();
                if u64::try_from(copied.len()).ok() != Some(tables) || rows != told {
                    return Err(Failure::defect("a backup that has other tables than it tells"));
                }
                break;
            }
            _ => return Err(Failure::defect("a backup in another order than one is made in")),
        }
    }
    arrival.finish(store).await?;
    Ok(copied)
}

async fn taken(from: &mut Receiver<Piece>) -> Result<Piece, Failure> {
    let cut = || Failure::defect("the backup could not be read to its end");
    from.recv().await.ok_or_else(cut)
}

/// The table of packs, which comes first: it tells which other ones there are.
async fn packs(from: &mut Receiver<Piece>) -> Result<(Table, Vec<Vec<Bound>>), Failure> {
    let Piece::Table(name, table) = taken(from).await? else {
        return Err(Failure::defect("a backup that does not begin with a table"));
    };
    if name != PACKS {
        return Err(Failure::defect("a backup that does not begin with its packs"));
    }
    let mut rows = Vec::new();
    loop {
        match taken(from).await? {
            Piece::Rows(some) => rows.extend(some),
            Piece::Counted(_) => return Ok((table, rows)),
            _ => return Err(Failure::defect("a table of packs that does not end")),
        }
    }
}

/// The pack of a row; nothing of the listings that are made with their pack.
pub(super) fn definition(table: &Table, row: &[Bound]) -> Result<Option<ratebook::records::Pack>, Failure> {
    let cell = |name: &str| {
        let place = table.columns.iter().position(|column| column == name)?;
        match row.get(place) {
            Some(Bound::Text(text)) => Some(text.as_str()),
            _ => None,
        }
    };
    match (cell("name"), cell("definition")) {
        (Some(name), _) if name.contains("__") => Ok(None),
        (Some(_), Some(text)) => loaded(text).map(Some),
        _ => Err(Failure::defect("a pack without a definition")),
    }
}

/// The rows of a table that is put back.
enum Taken<'f> {
    Whole(Vec<Vec<Bound>>),
    From(&'f mut Receiver<Piece>),
}

impl Taken<'_> {
    /// The next ones; none at the end.
    async fn next(&mut self) -> Result<Vec<Vec<Bound>>, Failure> {
        match self {
            Taken::Whole(rows) => Ok(std::mem::take(rows)),
            Taken::From(from) => match taken(from).await? {
                Piece::Rows(rows) => Ok(rows),
                Piece::Counted(_) => Ok(Vec::new()),
                _ => Err(Failure::defect("a table that does not end")),
            },
        }
    }
}

/// Puts a table back, and counts it again.
async fn put(
    arrival: &mut Arrival,
    (name, table): (&str, &Table),
    mut rows: Taken<'_>,
) -> Result<CopiedTable, Failure> {
    let own = match arrival.tables().get(name) {
        Some(own) => own.clone(),
        None => out_of_sight(arrival, name, table).await?,
    };
    let lacks: Vec<usize> = (0..table.columns.len())
        .filter(|place| {
            table
                .columns
                .get(*place)
                .is_some_and(|column| !own.columns.contains(column))
        })
        .collect();
    for place in lacks {
        if let (Some(column), Some(kind)) = (table.columns.get(place), table.kinds.get(place)) {
            known_name(name, column)?;
            let mut connection = arrival.connection()?;
            let statement = sql::column_beside(connection.dialect(), name, (column, *kind));
            ask::carry_out(&mut connection, &statement).await?;
        }
    }
    let fitted = fitted(table, &own);
    let mut counted = Counted::default();
    loop {
        let some = rows.next().await?;
        if some.is_empty() {
            break;
        }
        let some: Vec<Vec<Bound>> = some
            .into_iter()
            .map(|row| fit(row, &fitted))
            .collect::<Result<_, _>>()?;
        some.iter().for_each(|row| counted.row(row));
        arrival.rows((name, &fitted), &some).await?;
    }
    let given = counted.table(name);
    arrival.compare((name, &fitted), &given).await?;
    Ok(given)
}

/// Makes a table that an earlier version of a pack has left out of sight.
async fn out_of_sight(arrival: &mut Arrival, name: &str, table: &Table) -> Result<Table, Failure> {
    known_name(name, name)?;
    let columns: Vec<(&str, _)> = table
        .columns
        .iter()
        .map(String::as_str)
        .zip(table.kinds.iter().copied())
        .collect();
    let mut connection = arrival.connection()?;
    for statement in sql::table_beside(connection.dialect(), name, &columns, &table.key) {
        ask::carry_out(&mut connection, &statement).await?;
    }
    Ok(table.clone())
}

/// Only what an upgrade has put out of sight may be there beside what the packs declare.
fn known_name(table: &str, name: &str) -> Result<(), Failure> {
    if name.contains("__retired_") || name.contains("__0") {
        return Ok(());
    }
    let message = format!("the backup has `{table}` with `{name}`, of which this server knows nothing");
    Err(Reason::new(Code::RequestConflict, "/from", message).into())
}
