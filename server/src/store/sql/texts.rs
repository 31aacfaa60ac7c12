//! Texts by language, which stand in a table beside their entity's, asked as if one of them were a column.

use ratebook::records::schema::TableModel;
use ratebook::records::{Column, ColumnPart, Entity, Field, FieldKind, Pack};

use super::test::Table;
use super::{Bound, Dialect, Statement, Writer};

impl Writer {
    /// The text that whoever asks is shown, in small letters: the first of those that they would rather read, or that of the pack's first
    /// language.
    pub(super) fn by_language(&mut self, table: &Table<'_>, column: &Column) {
        let Some(field) = column.field.and_then(|place| table.entity.fields().get(place)) else {
            return self.push("NULL");
        };
        let preferred = match column.part {
            ColumnPart::Shown => table.languages,
            _ => &[],
        };
        self.push(if preferred.is_empty() { "" } else { "COALESCE(" });
        for language in preferred {
            self.text_in(table, field, language);
            self.push(", ");
        }
        let first = field.folded_column().and_then(|number| table.entity.column(number));
        match first.filter(|first| first.is_own()) {
            Some(first) => self.column(table.alias, &first.name),
            None => self.text_in(table, field, field.first_language().unwrap_or_default()),
        }
        self.push(if preferred.is_empty() { "" } else { ")" });
    }

    /// The text of a record in a language. An empty one is none.
    fn text_in(&mut self, table: &Table<'_>, field: &Field, language: &str) {
        let row = self.next_alias();
        self.push("(SELECT ");
        self.column(row, "folded");
        self.push(" FROM ");
        self.name(&table.pack.table_beside(table.entity, field));
        self.push(" ");
        self.alias(row);
        self.push(" WHERE ");
        if !table.entity.is_platform() {
            self.column(row, "tenant_id");
            self.push(" = ");
            self.bind(Bound::Id(table.tenant));
            self.push(" AND ");
        }
        self.same(row, "id", table, "id");
        self.push(" AND ");
        self.column(row, "locale");
        self.push(" = ");
        self.bind(Bound::Text(language.to_owned()));
        self.push(" AND ");
        self.column(row, "folded");
        self.push(" <> '')");
    }
}

/// All texts by language, or tags, of a record in a field, in small letters.
pub(in crate::store) fn texts_of(
    dialect: Dialect,
    (pack, entity, field): (&Pack, &Entity, &Field),
    tenant: [u8; 16],
    id: [u8; 16],
) -> Statement {
    let mut writer = Writer::new(dialect);
    writer.push("SELECT ");
    writer.name(match field.kind() {
        FieldKind::Tags => "tag",
        _ => "folded",
    });
    writer.push(" FROM ");
    writer.name(&pack.table_beside(entity, field));
    writer.push(" WHERE ");
    writer.of_record(entity, tenant, id);
    writer.finish()
}

/// Takes what every row of a table has in a column.
pub(in crate::store) fn clear(dialect: Dialect, table: &str, column: &str) -> Statement {
    let mut writer = Writer::new(dialect);
    writer.push("UPDATE ");
    writer.name(table);
    writer.push(" SET ");
    writer.name(column);
    writer.push(" = NULL WHERE ");
    writer.name(column);
    writer.push(" IS NOT NULL");
    writer.finish()
}

/// Gives every row of a table the text that stands beside it in a language.
pub(in crate::store) fn first_texts(
    dialect: Dialect,
    table: &TableModel,
    column: &str,
    (beside, language): (&str, &str),
) -> Statement {
    let mut writer = Writer::new(dialect);
    writer.push("UPDATE ");
    writer.name(&table.name);
    writer.push(" SET ");
    writer.name(column);
    writer.push(" = (SELECT x.\"folded\" FROM ");
    writer.name(beside);
    writer.push(" AS x WHERE ");
    writer.of_same(table);
    writer.push(" AND x.\"locale\" = ");
    writer.bind(Bound::Text(language.to_owned()));
    writer.push(" AND x.\"folded\" <> '')");
    writer.finish()
}

/// How many texts of a language stand beside several rows of a table.
pub(in crate::store) fn repeated_texts(
    dialect: Dialect,
    table: &TableModel,
    (beside, language): (&str, &str),
    alive: bool,
) -> Statement {
    let mut writer = Writer::new(dialect);
    let whose: Vec<&str> = table
        .key
        .iter()
        .map(String::as_str)
        .filter(|name| *name != "id")
        .collect();
    writer.push("SELECT count(*) FROM (SELECT 1 FROM ");
    writer.name(beside);
    writer.push(" AS x JOIN ");
    writer.name(&table.name);
    writer.push(" ON ");
    writer.of_same(table);
    writer.push(" WHERE x.\"locale\" = ");
    writer.bind(Bound::Text(language.to_owned()));
    writer.push(" AND x.\"folded\" <> ''");
    if alive {
        writer.push(" AND ");
        writer.name(&table.name);
        writer.push(".\"deleted_at\" IS NULL");
    }
    writer.push(" GROUP BY ");
    for name in whose {
        writer.push("x.");
        writer.name(name);
        writer.push(", ");
    }
    writer.push("x.\"folded\" HAVING count(*) > 1) AS d");
    writer.finish()
}

impl Writer {
    /// That what stands beside is of the row.
    fn of_same(&mut self, table: &TableModel) {
        self.joined(&table.key, " AND ", |writer, column| {
            writer.push("x.");
            writer.name(column);
            writer.push(" = ");
            writer.name(&table.name);
            writer.push(".");
            writer.name(column);
        });
    }
}
