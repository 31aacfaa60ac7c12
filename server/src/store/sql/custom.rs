//! The fields that a tenant has given entities of its own: a row each in one table beside an entity's, asked as if it were a column.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use ratebook::records::{Cell, Column, ColumnKind, Entity, Field, FieldKind, LONGEST_WORD, Pack, Test, UniqueKey};
use serde_json::Value;

use super::change::compared;
use super::test::Table;
use super::{Alias, Bound, Dialect, Statement, Writer};

/// The columns of such a row behind those of its key, each with its kind.
const VALUES: [(&str, ColumnKind); 5] = [
    ("number", ColumnKind::Integer),
    ("word", ColumnKind::Text),
    ("text", ColumnKind::Text),
    ("other", ColumnKind::Id),
    ("taken", ColumnKind::Text),
];

impl Writer {
    /// What a field of a tenant's has in its row, or nothing.
    pub(super) fn custom(&mut self, table: &Table<'_>, column: &Column) {
        if let Some(row) = table.row {
            return self.of_row((row, table.entity.custom_word(column)), column.kind);
        }
        let row = self.next_alias();
        self.push("(SELECT ");
        self.of_row((row, table.entity.custom_column(column)), column.kind);
        self.rows_of(table, row, column);
        self.push(" AND ");
        self.same(row, "id", table, "id");
        self.push(")");
    }

    /// The rows of a list of links, of whatever record.
    pub(super) fn of_entries(&mut self, field: &str) {
        let [first, end] = entries_of(field);
        self.push("\"field\" >= ");
        self.bind(Bound::Text(first));
        self.push(" AND \"field\" < ");
        self.bind(Bound::Text(end));
    }

    /// The rows of a field of a tenant's, whether it is one value or a list, of some records.
    fn some_rows(&mut self, table: &str, tenant: [u8; 16], (field, most): (&str, i64)) {
        self.name(table);
        self.of_field_or_list(tenant, field);
        self.push(" AND \"id\" IN (SELECT \"id\" FROM ");
        self.name(table);
        self.of_field_or_list(tenant, field);
        self.push(" ORDER BY \"id\" LIMIT ");
        self.bind(Bound::Whole(most));
        self.push(")");
    }

    fn of_field_or_list(&mut self, tenant: [u8; 16], field: &str) {
        self.push(" WHERE \"tenant_id\" = ");
        self.bind(Bound::Id(tenant));
        self.push(" AND (\"field\" = ");
        self.bind(Bound::Text(field.to_owned()));
        self.push(" OR ");
        self.of_entries(field);
        self.push(")");
    }

    /// Whether a record links to another in a list of its tenant's.
    pub(super) fn linked(&mut self, table: &Table<'_>, field: &Field, other: &Cell, wanted: bool) {
        let Cell::Id(other) = other else {
            return self.test(table, &Test::Constant(false), wanted);
        };
        let row = self.next_alias();
        if wanted {
            self.column(table.alias, "id");
            self.push(" IN (SELECT ");
            self.column(row, "id");
        } else {
            self.push("NOT EXISTS (SELECT 1");
        }
        self.rows_named(table, row, entry_of(field.name(), other));
        if !wanted {
            self.push(" AND ");
            self.same(row, "id", table, "id");
        }
        self.push(")");
    }

    /// The rows of a field of a tenant's.
    fn of_field(&mut self, tenant: [u8; 16], field: &str) {
        self.push(" WHERE \"tenant_id\" = ");
        self.bind(Bound::Id(tenant));
        self.push(" AND \"field\" = ");
        self.bind(Bound::Text(field.to_owned()));
    }

    fn of_row(&mut self, (row, name): (Alias, &str), kind: ColumnKind) {
        let truth = kind == ColumnKind::Truth;
        self.push(if truth { "(" } else { "" });
        self.column(row, name);
        self.push(if truth { " <> 0)" } else { "" });
    }

    fn rows_of(&mut self, table: &Table<'_>, row: Alias, column: &Column) {
        let field = column.field.and_then(|place| table.entity.fields().get(place));
        self.rows_named(table, row, field.map_or("", Field::name).to_owned());
    }

    fn rows_named(&mut self, table: &Table<'_>, row: Alias, name: String) {
        self.push(" FROM ");
        self.name(&table.pack.custom_table_of(table.entity));
        self.push(" ");
        self.alias(row);
        self.push(" WHERE ");
        self.column(row, "tenant_id");
        self.push(" = ");
        self.bind(Bound::Id(table.tenant));
        self.push(" AND ");
        self.column(row, "field");
        self.push(" = ");
        self.bind(Bound::Text(name));
    }

    /// The records whose row of a field passes a test, or all others: by the index of its values.
    pub(super) fn with_row(
        &mut self,
        table: &Table<'_>,
        column: u16,
        wanted: bool,
        test: impl FnOnce(&mut Writer, &Table<'_>),
    ) {
        let Some(column) = table.entity.column(column) else {
            return self.test(table, &Test::Constant(false), wanted);
        };
        let row = self.next_alias();
        if wanted {
            self.column(table.alias, "id");
            self.push(" IN (SELECT ");
            self.column(row, "id");
            self.rows_of(table, row, column);
        } else {
            // By the key of each record: a list of all that pass may be as long as the table.
            self.push("NOT EXISTS (SELECT 1");
            self.rows_of(table, row, column);
            self.push(" AND ");
            self.same(row, "id", table, "id");
        }
        self.push(" AND ");
        let inner = Table {
            row: Some(row),
            ..*table
        };
        test(self, &inner);
        self.push(")");
    }
}

/// What a row of a field has in the columns behind its key.
fn values(entity: &Entity, field: &Field, value: &Value) -> BTreeMap<&'static str, Bound> {
    let mut kept: BTreeMap<&'static str, Bound> = BTreeMap::new();
    let columns = [field.column(), field.currency_column(), field.folded_column()];
    for (number, cell) in columns.into_iter().zip(field.cells(value)) {
        let column = number.and_then(|number| entity.column(number));
        let bound = match cell {
            Cell::Null => continue,
            Cell::Truth(truth) => Bound::Whole(truth.into()),
            Cell::Whole(number) => Bound::Whole(number),
            Cell::Text(text) => Bound::Text(text),
            Cell::Id(id) => Bound::Id(id),
        };
        kept.extend(column.map(|column| (entity.custom_column(column), bound)));
    }
    // A text is found as it is where it has no folded form; one that is too long for an index is not.
    let longest = usize::try_from(LONGEST_WORD).unwrap_or(usize::MAX);
    if field.folded_column().or(field.currency_column()).is_none()
        && let Some(Bound::Text(text)) = kept.get("text")
        && text.chars().count() <= longest
    {
        let word = Bound::Text(text.clone());
        kept.insert("word", word);
    }
    if field.definition().unique {
        let key = entity.unique_key(field, value);
        kept.insert("taken", Bound::Text(taken(entity, field, &key)));
    }
    kept
}

/// What no other record may have, as a text.
fn taken(entity: &Entity, field: &Field, key: &UniqueKey) -> String {
    let told = |(_, cell): (u16, Cell)| match cell {
        Cell::Null => String::new(),
        Cell::Truth(truth) => truth.to_string(),
        Cell::Whole(number) => number.to_string(),
        Cell::Text(text) => text,
        Cell::Id(id) => Cell::id_text(&id),
    };
    let parts: Vec<String> = compared(entity, field, key).into_iter().map(told).collect();
    parts.join(" ")
}

fn begun(dialect: Dialect, pack: &Pack, entity: &Entity) -> Writer {
    let mut writer = Writer::new(dialect);
    writer.push("INSERT INTO ");
    writer.name(&pack.custom_table_of(entity));
    writer.push(" (\"tenant_id\", \"id\", \"field\"");
    for (name, _) in VALUES {
        writer.push(", ");
        writer.name(name);
    }
    writer.push(") ");
    writer
}

/// Keeps what a record has in a field of its tenant's.
pub fn keep_custom(
    dialect: Dialect,
    pack: &Pack,
    (entity, field): (&Entity, &Field),
    tenant: [u8; 16],
    (id, value): ([u8; 16], &Value),
) -> Statement {
    let row = values(entity, field, value);
    kept_row(dialect, (pack, entity), (tenant, id), (field.name().to_owned(), row))
}

/// A row of a record, in the place of the one that there is.
fn kept_row(
    dialect: Dialect,
    (pack, entity): (&Pack, &Entity),
    (tenant, id): ([u8; 16], [u8; 16]),
    (name, row): (String, BTreeMap<&str, Bound>),
) -> Statement {
    let mut writer = begun(dialect, pack, entity);
    writer.push("VALUES (");
    let key = [Bound::Id(tenant), Bound::Id(id), Bound::Text(name)];
    let whole = key.into_iter().chain(in_columns(row));
    writer.joined(whole, ", ", Writer::bind);
    writer.push(") ON CONFLICT (\"tenant_id\", \"id\", \"field\") DO UPDATE SET ");
    writer.joined(VALUES, ", ", |writer, (name, _)| {
        writer.name(name);
        writer.push(" = excluded.");
        writer.name(name);
    });
    writer.finish()
}

/// The columns of a row behind those of its key.
fn in_columns(mut row: BTreeMap<&str, Bound>) -> Vec<Bound> {
    let own = VALUES.into_iter();
    own.map(|(name, kind)| row.remove(name).unwrap_or(Bound::Nothing(kind)))
        .collect()
}

/// Keeps a secret of a record's in a field of its tenant's, encrypted.
pub fn keep_sealed(
    dialect: Dialect,
    pack: &Pack,
    (entity, field): (&Entity, &Field),
    tenant: [u8; 16],
    (id, sealed): ([u8; 16], &[u8]),
) -> Statement {
    let text = Bound::Text(STANDARD_NO_PAD.encode(sealed));
    let row = BTreeMap::from([("text", text)]);
    kept_row(dialect, (pack, entity), (tenant, id), (field.name().to_owned(), row))
}

/// Keeps one of the records that a record links to in a field of its tenant's.
pub fn keep_custom_link(
    dialect: Dialect,
    pack: &Pack,
    (entity, field): (&Entity, &Field),
    tenant: [u8; 16],
    (id, other, place): ([u8; 16], [u8; 16], i64),
) -> Statement {
    let row = BTreeMap::from([("number", Bound::Whole(place)), ("other", Bound::Id(other))]);
    let name = entry_of(field.name(), &other);
    kept_row(dialect, (pack, entity), (tenant, id), (name, row))
}

/// Under which name an entry of a list of links stands: the field's and the other's id, with a mark between them that no name has.
pub(super) fn entry_of(field: &str, other: &[u8; 16]) -> String {
    format!("{field}/{}", Cell::id_text(other))
}

/// The names of all entries of a list: from the first of these up to the second.
pub(super) fn entries_of(field: &str) -> [String; 2] {
    // What comes behind the mark in ASCII.
    [format!("{field}/"), format!("{field}0")]
}

/// Gives every record of a tenant's a value in a field that is new.
pub fn fill_custom(
    dialect: Dialect,
    pack: &Pack,
    (entity, field): (&Entity, &Field),
    tenant: [u8; 16],
    value: &Value,
) -> Statement {
    let mut writer = begun(dialect, pack, entity);
    writer.push("SELECT \"tenant_id\", \"id\", ");
    let field_name = Bound::Text(field.name().to_owned());
    let whole = std::iter::once(field_name).chain(in_columns(values(entity, field, value)));
    writer.joined(whole, ", ", Writer::bind);
    writer.push(" FROM ");
    writer.name(&pack.table_of(entity));
    writer.push(" WHERE \"tenant_id\" = ");
    writer.bind(Bound::Id(tenant));
    writer.finish()
}

/// Removes what a record has in one of its fields, or in all.
pub fn remove_custom(
    dialect: Dialect,
    pack: &Pack,
    entity: &Entity,
    tenant: [u8; 16],
    (id, field): ([u8; 16], Option<&Field>),
) -> Statement {
    let mut writer = Writer::new(dialect);
    writer.push("DELETE FROM ");
    writer.name(&pack.custom_table_of(entity));
    writer.push(" WHERE ");
    writer.of_record(entity, tenant, id);
    match field {
        Some(field) if field.kind() == FieldKind::Links => {
            writer.push(" AND ");
            writer.of_entries(field.name());
        }
        Some(field) => {
            writer.push(" AND \"field\" = ");
            writer.bind(Bound::Text(field.name().to_owned()));
        }
        None => {}
    }
    writer.finish()
}

/// Removes some of what all records of a tenant's have in a field.
pub fn clear_custom(dialect: Dialect, pack: &Pack, entity: &Entity, tenant: [u8; 16], some: (&str, i64)) -> Statement {
    let mut writer = Writer::new(dialect);
    writer.push("DELETE FROM ");
    writer.some_rows(&pack.custom_table_of(entity), tenant, some);
    writer.finish()
}

/// Has the files that are named there be named by so many fewer. What else rows lead to is no file.
pub fn release_custom(
    dialect: Dialect,
    pack: &Pack,
    entity: &Entity,
    tenant: [u8; 16],
    some: (&str, i64),
) -> Statement {
    let table = pack.custom_table_of(entity);
    let mut writer = Writer::new(dialect);
    writer.push("UPDATE files SET uses = uses - (SELECT count(*) FROM ");
    writer.some_rows(&table, tenant, some);
    writer.push(" AND \"other\" = files.id) WHERE tenant_id = ");
    writer.bind(Bound::Id(tenant));
    writer.push(" AND id IN (SELECT \"other\" FROM ");
    writer.some_rows(&table, tenant, some);
    writer.push(")");
    writer.finish()
}

/// Lets every record of a tenant's have what until now only one might have in a field.
pub fn free_custom(dialect: Dialect, pack: &Pack, entity: &Entity, tenant: [u8; 16], field: &str) -> Statement {
    let mut writer = Writer::new(dialect);
    writer.push("UPDATE ");
    writer.name(&pack.custom_table_of(entity));
    writer.push(" SET \"taken\" = NULL");
    writer.of_field(tenant, field);
    writer.push(" AND \"taken\" IS NOT NULL");
    writer.finish()
}

/// What a record has in these fields, as texts are found by.
pub(in crate::store) fn custom_texts(
    dialect: Dialect,
    (pack, entity): (&Pack, &Entity),
    tenant: [u8; 16],
    (id, fields): ([u8; 16], &[String]),
) -> Statement {
    let mut writer = Writer::new(dialect);
    writer.push("SELECT coalesce(\"word\", \"text\") FROM ");
    writer.name(&pack.custom_table_of(entity));
    writer.push(" WHERE ");
    writer.of_record(entity, tenant, id);
    writer.push(" AND \"field\" IN (");
    writer.joined(fields, ", ", |writer, name| writer.bind(Bound::Text(name.clone())));
    writer.push(")");
    writer.finish()
}

/// Has what every tenant of a pack has in a field be of another one, or go.
pub(in crate::store) fn move_custom(
    dialect: Dialect,
    table: &str,
    pack: &str,
    (field, renamed): (&str, Option<&str>),
) -> Statement {
    let mut writer = Writer::new(dialect);
    match renamed {
        Some(renamed) => {
            writer.push("UPDATE ");
            writer.name(table);
            writer.push(" SET \"field\" = ");
            writer.bind(Bound::Text(renamed.to_owned()));
        }
        None => {
            writer.push("DELETE FROM ");
            writer.name(table);
        }
    }
    writer.push(" WHERE \"field\" = ");
    writer.bind(Bound::Text(field.to_owned()));
    writer.push(" AND \"tenant_id\" IN (SELECT \"id\" FROM \"tenants\" WHERE \"pack\" = ");
    writer.bind(Bound::Text(pack.to_owned()));
    writer.push(")");
    writer.finish()
}

/// Another record that has what only one may have in a field of its tenant's.
pub(super) fn same_custom(
    dialect: Dialect,
    pack: &Pack,
    (entity, field): (&Entity, &Field),
    tenant: [u8; 16],
    id: [u8; 16],
    key: &UniqueKey,
) -> Statement {
    let mut writer = Writer::new(dialect);
    writer.push("SELECT \"id\" FROM ");
    writer.name(&pack.custom_table_of(entity));
    writer.of_field(tenant, field.name());
    writer.push(" AND \"taken\" = ");
    writer.bind(Bound::Text(taken(entity, field, key)));
    writer.push(" AND \"id\" <> ");
    writer.bind(Bound::Id(id));
    writer.push(" LIMIT 1");
    writer.finish()
}

/// The records of an entity that a tenant has, as far as they are looked at.
pub fn some_of(dialect: Dialect, pack: &Pack, entity: &Entity, tenant: [u8; 16], most: i64) -> Statement {
    let mut writer = Writer::new(dialect);
    writer.push("SELECT \"id\" FROM ");
    writer.name(&pack.table_of(entity));
    writer.push(" WHERE \"tenant_id\" = ");
    writer.bind(Bound::Id(tenant));
    writer.push(" LIMIT ");
    writer.bind(Bound::Whole(most));
    writer.finish()
}

/// The versions of machines by which records of an entity live that a tenant has, deleted ones among them.
pub fn living(dialect: Dialect, pack: &Pack, entity: &Entity, tenant: [u8; 16]) -> Statement {
    let mut writer = Writer::new(dialect);
    writer.push("SELECT DISTINCT \"machine_version\" FROM ");
    writer.name(&pack.table_of(entity));
    writer.push(" WHERE \"tenant_id\" = ");
    writer.bind(Bound::Id(tenant));
    writer.finish()
}
