//! The tables of either database, and their rows read whole: for an installation that moves or is kept elsewhere.

use std::collections::BTreeMap;

use ratebook::records::{ColumnKind, Pack};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::loaded;
use crate::store::ask::Connection;
use crate::store::failure::Failure;
use crate::store::rows::RowCells;
use crate::store::sql::{self, Bound, Dialect};

/// How many rows are read at a time.
const BATCH: i64 = 500;

/// A table of either database.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    pub(super) columns: Vec<String>,
    pub(super) kinds: Vec<ColumnKind>,
    pub(super) key: Vec<String>,
}

impl Table {
    /// What its columns hold.
    pub fn kinds(&self) -> &[ColumnKind] {
        &self.kinds
    }
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

/// The packs whose tables there are.
pub(super) async fn packs(connection: &mut Connection<'_>) -> Result<Vec<Pack>, Failure> {
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
pub(super) async fn tables(connection: &mut Connection<'_>) -> Result<BTreeMap<String, Table>, Failure> {
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

/// Rows of a table, counted and hashed.
#[derive(Debug, Default)]
pub struct Counted {
    hash: Sha256,
    rows: u64,
}

impl Counted {
    /// One more.
    pub fn row(&mut self, values: &[Bound]) {
        values.iter().for_each(|value| hashed(&mut self.hash, value));
        self.rows += 1;
    }

    /// All of them.
    pub fn table(self, name: &str) -> CopiedTable {
        CopiedTable {
            table: name.to_owned(),
            rows: self.rows,
            hash: self.hash.finalize().into(),
        }
    }
}

/// The same, in whatever order rows come: of rows whose keys became others.
#[derive(Debug, Default)]
pub(super) struct Heaped {
    sum: [u64; 4],
    rows: u64,
}

impl Heaped {
    /// One more.
    pub(super) fn row(&mut self, values: &[Bound]) {
        let mut hash = Sha256::default();
        values.iter().for_each(|value| hashed(&mut hash, value));
        let hash: [u8; 32] = hash.finalize().into();
        for (sum, part) in self.sum.iter_mut().zip(hash.chunks_exact(8)) {
            *sum = sum.wrapping_add(part.iter().fold(0, |all, byte| all << 8 | u64::from(*byte)));
        }
        self.rows += 1;
    }

    /// All of them.
    pub(super) fn table(&self, name: &str) -> CopiedTable {
        let mut hash = [0; 32];
        let bytes = self.sum.iter().flat_map(|sum| sum.to_be_bytes());
        hash.iter_mut().zip(bytes).for_each(|(own, byte)| *own = byte);
        CopiedTable {
            table: name.to_owned(),
            rows: self.rows,
            hash,
        }
    }
}

/// All rows of a table in the order of its key, some at a time.
#[derive(Debug)]
pub(super) struct Reading<'t> {
    name: &'t str,
    table: &'t Table,
    /// The column and the value that all of them have in it, where not all are read.
    only: Option<(&'static str, Bound)>,
    after: Vec<Bound>,
}

impl<'t> Reading<'t> {
    pub(super) fn of(name: &'t str, table: &'t Table) -> Reading<'t> {
        Reading {
            name,
            table,
            only: None,
            after: Vec::new(),
        }
    }

    /// Those alone that have a value in a column.
    pub(super) fn only(self, column: &'static str, value: Bound) -> Reading<'t> {
        let only = Some((column, value));
        Reading { only, ..self }
    }

    /// The next rows; none at the end.
    pub(super) async fn next(&mut self, connection: &mut Connection<'_>) -> Result<Vec<Vec<Bound>>, Failure> {
        let Table { columns, kinds, key } = self.table;
        let of = (self.name, self.only.as_ref());
        let statement = sql::rows_of(connection.dialect(), of, (columns, key), &self.after, BATCH);
        let mut rows: Vec<Vec<Bound>> = Vec::new();
        for row in connection.any_rows(&statement).await? {
            let values = kinds.iter().enumerate().map(|(place, kind)| read(&row, place, *kind));
            rows.push(values.collect::<Result<_, _>>()?);
        }
        if let Some(last) = rows.last() {
            let own = key
                .iter()
                .filter_map(|key| columns.iter().position(|column| column == key));
            self.after = own.filter_map(|place| last.get(place)).cloned().collect();
        }
        Ok(rows)
    }
}

/// Counts what a table has by now.
pub(super) async fn counted(
    connection: &mut Connection<'_>,
    (name, table): (&str, &Table),
) -> Result<CopiedTable, Failure> {
    counted_of(connection, Reading::of(name, table)).await
}

/// Counts what is read.
pub(super) async fn counted_of(
    connection: &mut Connection<'_>,
    mut reading: Reading<'_>,
) -> Result<CopiedTable, Failure> {
    let (mut counted, name) = (Counted::default(), reading.name);
    loop {
        let rows = reading.next(connection).await?;
        if rows.is_empty() {
            return Ok(counted.table(name));
        }
        rows.iter().for_each(|row| counted.row(row));
    }
}

pub(super) fn read(row: &impl RowCells, place: usize, kind: ColumnKind) -> Result<Bound, Failure> {
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
