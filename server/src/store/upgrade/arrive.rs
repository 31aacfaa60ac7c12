//! Rows that arrive in a database in which there is nothing yet: of another one, or of a backup. One transaction, kept once all is counted again.

use std::collections::BTreeMap;

use ratebook::records::{ColumnKind, Pack};
use ratebook::{Code, Reason};

use super::accept::Accepted;
use super::tables::{CopiedTable, Counted, Table, counted, tables};
use super::{now, search, series};
use crate::store::ask::{self, Connection};
use crate::store::door::Store;
use crate::store::failure::Failure;
use crate::store::reshape::Reshape;
use crate::store::rows::RowCells;
use crate::store::sql::migrate as write;
use crate::store::sql::{self, Bound, Dialect};

/// How many values are bound in a statement at most: less than either database takes.
pub(super) const MOST_VALUES: usize = 10_000;

/// Where rows arrive.
pub(super) struct Arrival {
    held: Reshape,
    packs: Vec<Pack>,
    /// The tables whose owner is bound by their walls otherwise.
    forced: Vec<String>,
    /// The foreign keys that were let go: each with its table and what it is.
    keys: Vec<(String, String, String)>,
    /// What it has of its own.
    tables: BTreeMap<String, Table>,
}

impl Arrival {
    /// Makes the tables of these packs where there are no rows.
    pub(super) async fn begin(store: &Store, packs: Vec<Pack>) -> Result<Arrival, Failure> {
        let mut held = store.reshape().await?;
        let mut writing = held.connection()?;
        refuse_filled(&mut writing).await?;
        let now = now()?;
        for pack in &packs {
            super::carry_out(&mut writing, pack, (&Accepted::default(), None), now).await?;
        }
        // What it has written of itself is the other's to say.
        for text in [
            "DELETE FROM packs",
            "DELETE FROM facts",
            "DELETE FROM pack_machines",
            "DELETE FROM pack_names",
        ] {
            writing.tell_static(text, &[]).await?;
        }
        let tables = tables(&mut writing).await?;
        let forced = force(&mut writing, false).await?;
        let keys = let_go(&mut writing).await?;
        Ok(Arrival {
            held,
            packs,
            forced,
            keys,
            tables,
        })
    }

    /// What it has of its own.
    pub(super) fn tables(&self) -> &BTreeMap<String, Table> {
        &self.tables
    }

    /// The connection.
    pub(super) fn connection(&mut self) -> Result<Connection<'_>, Failure> {
        self.held.connection()
    }

    /// Rows of a table.
    pub(super) async fn rows(&mut self, (name, table): (&str, &Table), rows: &[Vec<Bound>]) -> Result<(), Failure> {
        let mut writing = self.held.connection()?;
        for part in rows.chunks((MOST_VALUES / table.columns.len().max(1)).max(1)) {
            let statement = sql::insert_rows(writing.dialect(), name, &table.columns, part);
            ask::carry_out(&mut writing, &statement).await?;
        }
        Ok(())
    }

    /// Counts a table again; it has what was given.
    pub(super) async fn compare(&mut self, (name, table): (&str, &Table), given: &CopiedTable) -> Result<(), Failure> {
        let written = counted(&mut self.held.connection()?, (name, table)).await?;
        if *given == written {
            return Ok(());
        }
        let message = format!(
            "`{name}` has {} rows, and {} where they have arrived, or others",
            given.rows, written.rows
        );
        Err(Failure::defect(message))
    }

    /// Keeps all of it.
    pub(super) async fn finish(mut self, store: &Store) -> Result<(), Failure> {
        let mut writing = self.held.connection()?;
        for (table, key, definition) in &self.keys {
            ask::carry_out(&mut writing, &sql::foreign_key(table, key, Some(definition))).await?;
        }
        if writing.dialect() == Dialect::Sqlite
            && !writing.ask_static("PRAGMA foreign_key_check", &[]).await?.is_empty()
        {
            return Err(Failure::defect("a link of the copy that leads to nothing"));
        }
        for pack in &self.packs {
            search::again(&mut writing, pack).await?;
        }
        for table in &self.forced {
            ask::carry_out(&mut writing, &write::force(table, true)).await?;
        }
        self.held.commit().await?;
        let now = now()?;
        for pack in &self.packs {
            series::tend_at(store, pack, now).await?;
        }
        Ok(())
    }
}

/// A table as another database has it, with what its columns hold here: PostgreSQL tells ids from bytes and truths from numbers;
/// SQLite keeps either.
pub(super) fn fitted(source: &Table, own: &Table) -> Table {
    let kinds = source.columns.iter().zip(&source.kinds).map(|(column, kind)| {
        let place = own.columns.iter().position(|own| own == column);
        let other = place.and_then(|place| own.kinds.get(place)).copied().unwrap_or(*kind);
        match (kind, other) {
            (ColumnKind::Bytes, ColumnKind::Id) => ColumnKind::Id,
            (ColumnKind::Integer, ColumnKind::Truth) => ColumnKind::Truth,
            _ => *kind,
        }
    });
    Table {
        kinds: kinds.collect(),
        ..source.clone()
    }
}

/// Values as the columns of a fitted table hold them.
pub(super) fn fit(values: Vec<Bound>, table: &Table) -> Result<Vec<Bound>, Failure> {
    if values.len() != table.kinds.len() {
        return Err(Failure::defect("a row that has other columns than its table"));
    }
    let fit = |(value, kind): (Bound, &ColumnKind)| match (value, kind) {
        (Bound::Nothing(_), kind) => Ok(Bound::Nothing(*kind)),
        (Bound::Bytes(bytes), ColumnKind::Id) => {
            let id = bytes.try_into().map_err(|_| Failure::defect("an id that is none"))?;
            Ok(Bound::Id(id))
        }
        (Bound::Whole(number), ColumnKind::Truth) => Ok(Bound::Truth(number != 0)),
        (value, _) => Ok(value),
    };
    values.into_iter().zip(&table.kinds).map(fit).collect()
}

/// Moves the rows of one table from a database into another one.
pub(super) async fn moved(
    reading: &mut Connection<'_>,
    arrival: &mut Arrival,
    (name, table): (&str, &Table),
) -> Result<CopiedTable, Failure> {
    let (mut counted, mut rows) = (Counted::default(), super::tables::Reading::of(name, table));
    loop {
        let some = rows.next(reading).await?;
        if some.is_empty() {
            break;
        }
        some.iter().for_each(|row| counted.row(row));
        arrival.rows((name, table), &some).await?;
    }
    let read = counted.table(name);
    arrival.compare((name, table), &read).await?;
    Ok(read)
}

/// Refuses a database that has rows.
async fn refuse_filled(connection: &mut Connection<'_>) -> Result<(), Failure> {
    for (name, table) in tables(connection).await? {
        let statement = sql::rows_of(
            connection.dialect(),
            (&name, None),
            (&table.columns, &table.key),
            &[],
            1,
        );
        if !connection.any_rows(&statement).await?.is_empty() {
            let message = format!("there are rows in `{name}` already; what is moved is moved to an empty database");
            return Err(Reason::new(Code::RequestConflict, "/to", message).into());
        }
    }
    Ok(())
}

/// Lets the owner see all rows of all tables, or binds them again; the tables whose owner was bound.
pub(super) async fn force(connection: &mut Connection<'_>, forced: bool) -> Result<Vec<String>, Failure> {
    if connection.dialect() == Dialect::Sqlite {
        return Ok(Vec::new());
    }
    let text = "SELECT relname::text FROM pg_class WHERE relforcerowsecurity AND relnamespace = current_schema()::regnamespace";
    let mut tables = Vec::new();
    for row in connection.ask_static(text, &[]).await? {
        tables.extend(row.text(0)?.map(str::to_owned));
    }
    for table in &tables {
        ask::carry_out(connection, &write::force(table, forced)).await?;
    }
    Ok(tables)
}

/// Lets go of the foreign keys, so that rows come in any order; each with its table and what it is.
async fn let_go(connection: &mut Connection<'_>) -> Result<Vec<(String, String, String)>, Failure> {
    if connection.dialect() == Dialect::Sqlite {
        return Ok(Vec::new());
    }
    let text = "SELECT c.relname::text, k.conname::text, pg_get_constraintdef(k.oid) FROM pg_constraint k JOIN pg_class c ON c.oid = \
                k.conrelid WHERE k.contype = 'f' AND k.conparentid = 0 AND c.relnamespace = current_schema()::regnamespace";
    let mut keys = Vec::new();
    for row in connection.ask_static(text, &[]).await? {
        let own = |place| row.text(place).map(|text| text.unwrap_or_default().to_owned());
        keys.push((own(0)?, own(1)?, own(2)?));
    }
    for (table, key, _) in &keys {
        ask::carry_out(connection, &sql::foreign_key(table, key, None)).await?;
    }
    Ok(keys)
}
