//! The index of an entity: what it is called, what it is made of, and how it follows its records.

use ratebook::records::{Cell, ColumnKind, Entity, Field, FieldKind, Kept, Pack, Row};
use uuid::Uuid;

use super::{Entry, sql};
use crate::store::ask::{self, Connection};
use crate::store::failure::Failure;
use crate::store::rows::RowCells;
use crate::store::sql::{Bound, Dialect, Statement};

/// How long the name of a table may be that others are called after, so that PostgreSQL keeps the names whole.
const LONGEST: usize = 49;

/// The index by which records of an entity are found. It keeps those too that were deleted softly, among which one may search as well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Index {
    base: String,
    columns: Vec<u16>,
    /// The fields with tags or with texts by language, all of which are found, by place.
    texts: Vec<u16>,
}

impl Index {
    /// The index of an entity, if it has one: that of a tenant, whose records have ids and texts that are searched.
    pub fn of(pack: &Pack, entity: &Entity) -> Option<Index> {
        let columns: Vec<u16> = searched(entity).filter_map(|field| column(entity, field)).collect();
        let texts = (0_u16..).zip(entity.fields()).filter(|(_, field)| has_texts(field));
        let texts: Vec<u16> = texts.map(|(place, _)| place).collect();
        let kept = !entity.is_platform() && !entity.definition().native && entity.column_named("id").is_some();
        // Where tenants add fields, one of them may be searched.
        let some = !columns.is_empty() || !texts.is_empty() || entity.definition().custom;
        (kept && some).then(|| Index {
            base: base(&pack.table_of(entity)),
            columns,
            texts,
        })
    }

    /// What its tables are called after.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The columns whose texts are found.
    pub fn columns(&self) -> &[u16] {
        &self.columns
    }

    /// Whether it has no other texts than those of its columns.
    pub fn is_of_columns(&self) -> bool {
        self.texts.is_empty()
    }

    fn entry(&self, tenant: [u8; 16], record: &Kept) -> Entry {
        let cells = self.columns.iter().map(|column| record.cell(*column));
        let cells = cells.chain(self.texts.iter().flat_map(|field| record.list(*field)));
        let texts = cells.filter_map(|cell| match cell {
            Cell::Text(text) => Some(text.as_str()),
            _ => None,
        });
        Entry::of_folded(Uuid::from_bytes(tenant), texts)
    }

    /// Keeps what a record has become.
    pub(in crate::store) async fn keep(
        &self,
        connection: &mut Connection<'_>,
        (tenant, id): ([u8; 16], [u8; 16]),
        (before, after): (&Kept, &Kept),
    ) -> Result<(), Failure> {
        let entry = self.entry(tenant, after);
        if self.entry(tenant, before) == entry {
            return Ok(());
        }
        // PostgreSQL writes over what is there.
        if connection.dialect() == Dialect::Sqlite || entry.text.is_empty() {
            self.remove(connection, tenant, id).await?;
        }
        self.write(connection, (tenant, id), entry).await
    }

    /// Keeps a record that it does not know by its texts.
    pub(in crate::store) async fn fill(
        &self,
        connection: &mut Connection<'_>,
        (tenant, id): ([u8; 16], [u8; 16]),
        texts: &[String],
    ) -> Result<(), Failure> {
        let entry = Entry::of_folded(Uuid::from_bytes(tenant), texts.iter().map(String::as_str));
        self.write(connection, (tenant, id), entry).await
    }

    /// What keeps a new record.
    pub(in crate::store) fn added(
        &self,
        dialect: Dialect,
        (tenant, id): ([u8; 16], [u8; 16]),
        record: &Kept,
    ) -> Vec<Statement> {
        self.writes(dialect, (tenant, id), self.entry(tenant, record))
    }

    async fn write(
        &self,
        connection: &mut Connection<'_>,
        key: ([u8; 16], [u8; 16]),
        entry: Entry,
    ) -> Result<(), Failure> {
        for statement in self.writes(connection.dialect(), key, entry) {
            ask::carry_out(connection, &statement).await?;
        }
        Ok(())
    }

    fn writes(&self, dialect: Dialect, (tenant, id): ([u8; 16], [u8; 16]), entry: Entry) -> Vec<Statement> {
        // Nothing is found by no text.
        if entry.text.is_empty() {
            return Vec::new();
        }
        let key = [Bound::Id(tenant), Bound::Id(id), Bound::Text(entry.text)];
        match dialect {
            Dialect::Postgres => {
                let values = key.into_iter().chain([Bound::Grams(entry.grams)]);
                vec![statement(sql::postgres_write(&self.base), values.collect())]
            }
            Dialect::Sqlite => {
                let [next, text, grams] = sql::sqlite_writes(&self.base);
                let words = Bound::Text(sql::words(&entry.grams));
                vec![
                    statement(next, Vec::new()),
                    statement(text, key.into()),
                    statement(grams, vec![words]),
                ]
            }
        }
    }

    /// Some of the records of a tenant that are found.
    pub(in crate::store) async fn some_of(
        &self,
        connection: &mut Connection<'_>,
        tenant: [u8; 16],
        most: i64,
    ) -> Result<Vec<[u8; 16]>, Failure> {
        let values = vec![Bound::Id(tenant), Bound::Whole(most)];
        let rows = connection
            .any_rows(&statement(sql::some_kept(&self.base), values))
            .await?;
        rows.iter().map(|row| Ok(row.id(0)?.unwrap_or_default())).collect()
    }

    /// Forgets a record.
    pub(in crate::store) async fn remove(
        &self,
        connection: &mut Connection<'_>,
        tenant: [u8; 16],
        id: [u8; 16],
    ) -> Result<(), Failure> {
        let key = || vec![Bound::Id(tenant), Bound::Id(id)];
        if connection.dialect() == Dialect::Sqlite {
            let kept = connection
                .any_rows(&statement(sql::sqlite_kept(&self.base), key()))
                .await?;
            let Some(row) = kept.first() else { return Ok(()) };
            let entry = Entry::kept(Uuid::from_bytes(tenant), row.text(1)?.unwrap_or_default());
            let number = Bound::whole(row.whole(0)?);
            let words = Bound::Text(sql::words(&entry.grams));
            tell(connection, sql::sqlite_removal(&self.base), vec![number, words]).await?;
        }
        tell(connection, sql::text_removal(&self.base), key()).await
    }
}

/// The fields of an entity that are searched, and of whose texts its index is made.
pub(in crate::store) fn searched(entity: &Entity) -> impl Iterator<Item = &Field> {
    let own = entity.fields().iter().filter(|field| field.definition().search);
    own.filter(|field| column(entity, field).is_some() || has_texts(field))
}

/// Whether what is found of a field stands in a table beside its entity's: texts by language, and tags.
pub(in crate::store) fn has_texts(field: &Field) -> bool {
    matches!(field.kind(), FieldKind::TranslatedText | FieldKind::Tags) && field.definition().search
}

/// The column by which a field is searched.
fn column(entity: &Entity, field: &Field) -> Option<u16> {
    if has_texts(field) {
        return None;
    }
    let column = field.folded_column().or(field.column())?;
    let kind = entity.column(column)?.kind;
    (kind == ColumnKind::Text).then_some(column)
}

/// What the tables of an index are called after: the table of its records, with a mark that none of these begins with. A name that would
/// be too long is cut, and ends with a hash of the whole.
pub(in crate::store) fn base(table: &str) -> String {
    if table.len() < LONGEST {
        return format!("_{table}");
    }
    let hash = table.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let kept: String = table.chars().take(LONGEST - 20).collect();
    format!("_{kept}__0{hash:016x}")
}

pub(in crate::store) fn statement(text: String, values: Vec<Bound>) -> Statement {
    Statement { text, values }
}

pub(in crate::store) async fn tell(
    connection: &mut Connection<'_>,
    text: String,
    values: Vec<Bound>,
) -> Result<(), Failure> {
    ask::carry_out(connection, &statement(text, values)).await?;
    Ok(())
}
