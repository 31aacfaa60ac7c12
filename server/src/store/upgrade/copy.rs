//! A whole installation moved to another database: every row of every table, counted and compared by hashes, in one transaction.

use std::collections::BTreeMap;

use ratebook::records::{ColumnKind, Pack};
use ratebook::{Code, Reason};
use sha2::{Digest, Sha256};

use super::accept::Accepted;
use super::{loaded, now, search, series};
use crate::store::ask::{self, Connection};
use crate::store::door::Store;
use crate::store::failure::Failure;
use crate::store::rows::RowCells;
use crate::store::sql::migrate as write;
use crate::store::sql::{self, Bound, Dialect};

/// How many rows are read at a time.
const BATCH: i64 = 500;
/// How many values are bound in a statement at most: less than either database takes.
const MOST_VALUES: usize = 10_000;

/// A table of either database.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Table {
    columns: Vec<String>,
    kinds: Vec<ColumnKind>,
    key: Vec<String>,
}

/// The rows of a table, counted and hashed in the order of its key.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CopiedTable {
    /// What it is called.
    pub table: String,
    /// How many rows it has.
    pub rows: u64,
    /// The hash of all of them.
    pub hash: [u8; 32],
}

/// Moves everything to a database in which there is nothing yet. The one that it comes from is held until the end, and stays as it is.
pub async fn copy(from: &Store, to: &Store) -> Result<Vec<CopiedTable>, Failure> {
    let (mut source, mut target) = (from.reshape().await?, to.reshape().await?);
    let now = now()?;
    let mut reading = source.connection()?;
    let mut writing = target.connection()?;
    refuse_filled(&mut writing).await?;
    force(&mut reading, false).await?;
    let packs = packs(&mut reading).await?;
    for pack in &packs {
        super::carry_out(&mut writing, pack, (&Accepted::default(), None), now).await?;
    }
    // What the target has written of itself is the source's to say.
    for text in [
        "DELETE FROM packs",
        "DELETE FROM facts",
        "DELETE FROM pack_machines",
        "DELETE FROM pack_names",
    ] {
        writing.tell_static(text, &[]).await?;
    }
    let tables = same(tables(&mut reading).await?, tables(&mut writing).await?)?;
    let forced = force(&mut writing, false).await?;
    let keys = let_go(&mut writing).await?;
    let mut copied = Vec::with_capacity(tables.len());
    for (name, table) in &tables {
        let read = each(&mut reading, name, table, Some(&mut writing)).await?;
        let written = each(&mut writing, name, table, None).await?;
        if read != written {
            let message = format!(
                "`{name}` has {} rows, and {} in the copy, or others",
                read.rows, written.rows
            );
            return Err(Failure::defect(message));
        }
        copied.push(read);
    }
    for (table, key, definition) in &keys {
        ask::carry_out(&mut writing, &sql::foreign_key(table, key, Some(definition))).await?;
    }
    if writing.dialect() == Dialect::Sqlite && !writing.ask_static("PRAGMA foreign_key_check", &[]).await?.is_empty() {
        return Err(Failure::defect("a link of the copy that leads to nothing"));
    }
    for pack in &packs {
        search::again(&mut writing, pack).await?;
    }
    for table in &forced {
        ask::carry_out(&mut writing, &write::force(table, true)).await?;
    }
    target.commit().await?;
    for pack in &packs {
        series::tend_at(to, pack, now).await?;
    }
    Ok(copied)
}

/// Refuses a database that has rows.
async fn refuse_filled(connection: &mut Connection<'_>) -> Result<(), Failure> {
    for (name, table) in tables(connection).await? {
        let statement = sql::rows_of(connection.dialect(), &name, (&table.columns, &table.key), &[], 1);
        if !connection.any_rows(&statement).await?.is_empty() {
            let message = format!("there are rows in `{name}` already; what is moved is moved to an empty database");
            return Err(Reason::new(Code::RequestConflict, "/to", message).into());
        }
    }
    Ok(())
}

/// The packs whose tables there are.
async fn packs(connection: &mut Connection<'_>) -> Result<Vec<Pack>, Failure> {
    let rows = connection
        .ask_static("SELECT name, definition FROM packs ORDER BY name", &[])
        .await?;
    let mut packs = Vec::new();
    for row in rows {
        // Listings are made with their pack.
        if !row.text(0)?.unwrap_or_default().contains("__") {
            packs.push(loaded(row.text(1)?.unwrap_or_default())?);
        }
    }
    Ok(packs)
}

/// The columns of a table, and the places of those of its key.
type Found = (Vec<(String, ColumnKind)>, BTreeMap<i64, String>);

/// The tables that there are, but for those that are made of others.
async fn tables(connection: &mut Connection<'_>) -> Result<BTreeMap<String, Table>, Failure> {
    let text = match connection.dialect() {
        Dialect::Sqlite => {
            "SELECT m.name, p.name, p.type, p.pk - 1 FROM sqlite_schema m JOIN pragma_table_info(m.name) p WHERE m.type = 'table' AND \
             m.name NOT LIKE 'sqlite%' AND substr(m.name, 1, 1) <> '_' ORDER BY m.name, p.cid"
        }
        Dialect::Postgres => {
            "SELECT c.relname::text, a.attname::text, format_type(a.atttypid, a.atttypmod), \
             COALESCE(array_position(i.indkey::int2[], a.attnum), -1)::bigint FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid \
             AND a.attnum > 0 AND NOT a.attisdropped LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary WHERE c.relkind IN \
             ('r', 'p') AND NOT c.relispartition AND c.relnamespace = current_schema()::regnamespace AND left(c.relname::text, 1) <> '_' \
             ORDER BY c.relname, a.attnum"
        }
    };
    let mut found: BTreeMap<String, Found> = BTreeMap::new();
    for row in connection.ask_static(text, &[]).await? {
        let (table, column) = (row.text(0)?.unwrap_or_default(), row.text(1)?.unwrap_or_default());
        let kind = match row.text(2)?.unwrap_or_default() {
            "uuid" => ColumnKind::Id,
            "text" | "TEXT" => ColumnKind::Text,
            "boolean" => ColumnKind::Truth,
            "bytea" | "BLOB" => ColumnKind::Bytes,
            "bigint" | "INTEGER" => ColumnKind::Integer,
            other => return Err(Failure::defect(format!("`{table}`.`{column}` is a {other}"))),
        };
        let (columns, key) = found.entry(table.to_owned()).or_default();
        columns.push((column.to_owned(), kind));
        if let Some(place) = row.whole(3)?.filter(|place| *place >= 0) {
            key.insert(place, column.to_owned());
        }
    }
    let table = |(columns, key): Found| {
        let (columns, kinds) = columns.into_iter().unzip();
        let key = key.into_values().collect();
        Table { columns, kinds, key }
    };
    Ok(found.into_iter().map(|(name, own)| (name, table(own))).collect())
}

/// The tables of both, which are the same: what an earlier version has left out of sight has no place in the copy.
fn same(
    source: BTreeMap<String, Table>,
    mut target: BTreeMap<String, Table>,
) -> Result<BTreeMap<String, Table>, Failure> {
    let mut tables = BTreeMap::new();
    let mut reasons = Vec::new();
    for (name, from) in source {
        let Some(to) = target.remove(&name) else {
            reasons.push(unmoved(&name));
            continue;
        };
        let lacks = from.columns.iter().filter(|column| !to.columns.contains(column));
        reasons.extend(lacks.map(|column| unmoved(&format!("{name}.{column}"))));
        // PostgreSQL tells ids from bytes and truths from numbers; SQLite keeps either.
        let kinds = from.columns.iter().zip(&from.kinds).map(|(column, kind)| {
            let place = to.columns.iter().position(|own| own == column);
            let other = place.and_then(|place| to.kinds.get(place)).copied().unwrap_or(*kind);
            match (kind, other) {
                (ColumnKind::Bytes, ColumnKind::Id) => ColumnKind::Id,
                (ColumnKind::Integer, ColumnKind::Truth) => ColumnKind::Truth,
                _ => *kind,
            }
        });
        let kinds = kinds.collect();
        tables.insert(name, Table { kinds, ..from });
    }
    ratebook::Error::unless_empty(reasons)?;
    Ok(tables)
}

fn unmoved(name: &str) -> Reason {
    let message = format!(
        "`{name}` is kept out of sight, of an earlier version of its pack; forget it before the installation moves"
    );
    Reason::new(Code::RequestConflict, "/from", message)
}

/// Lets the owner see all rows of all tables, or binds them again; the tables whose owner was bound.
async fn force(connection: &mut Connection<'_>, forced: bool) -> Result<Vec<String>, Failure> {
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

/// Reads all rows of a table, and writes them into another database if there is one.
async fn each(
    connection: &mut Connection<'_>,
    name: &str,
    table: &Table,
    mut into: Option<&mut Connection<'_>>,
) -> Result<CopiedTable, Failure> {
    let (mut hash, mut count) = (Sha256::new(), 0);
    let mut after: Vec<Bound> = Vec::new();
    loop {
        let statement = sql::rows_of(connection.dialect(), name, (&table.columns, &table.key), &after, BATCH);
        let mut rows = Vec::new();
        for row in connection.any_rows(&statement).await? {
            let kinds = table.kinds.iter().enumerate();
            let values = kinds.map(|(place, kind)| read(&row, place, *kind));
            let values: Vec<Bound> = values.collect::<Result<_, _>>()?;
            values.iter().for_each(|value| hashed(&mut hash, value));
            rows.push(values);
            count += 1;
        }
        let Some(last) = rows.last() else {
            let hash = hash.finalize().into();
            let table = name.to_owned();
            return Ok(CopiedTable {
                table,
                rows: count,
                hash,
            });
        };
        let own = table
            .key
            .iter()
            .filter_map(|key| table.columns.iter().position(|column| column == key));
        after = own.filter_map(|place| last.get(place)).cloned().collect();
        if let Some(into) = &mut into {
            for part in rows.chunks((MOST_VALUES / table.columns.len().max(1)).max(1)) {
                let statement = sql::insert_rows(into.dialect(), name, &table.columns, part);
                ask::carry_out(into, &statement).await?;
            }
        }
    }
}

fn read(row: &impl RowCells, place: usize, kind: ColumnKind) -> Result<Bound, Failure> {
    let value = match kind {
        ColumnKind::Id => row.id(place)?.map(Bound::Id),
        ColumnKind::Text => row.text(place)?.map(|text| Bound::Text(text.to_owned())),
        ColumnKind::Truth => row.truth(place)?.map(Bound::Truth),
        ColumnKind::Bytes => row.bytes(place)?.map(|bytes| Bound::Bytes(bytes.to_vec())),
        _ => row.whole(place)?.map(Bound::Whole),
    };
    Ok(value.unwrap_or(Bound::Nothing(kind)))
}

/// Each value with what it is and how long it is, so that no two rows look alike.
fn hashed(hash: &mut Sha256, value: &Bound) {
    let (what, bytes) = match value {
        Bound::Nothing(_) | Bound::Grams(_) => (0_u8, Vec::new()),
        Bound::Truth(truth) => (1, vec![u8::from(*truth)]),
        Bound::Whole(number) => (2, number.to_be_bytes().to_vec()),
        Bound::Text(text) => (3, text.clone().into_bytes()),
        Bound::Id(id) => (4, id.to_vec()),
        Bound::Bytes(bytes) => (5, bytes.clone()),
    };
    hash.update([what]);
    hash.update(bytes.len().to_be_bytes());
    hash.update(bytes);
}
