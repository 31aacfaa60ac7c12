//! Rows of any table read and written whole, for an installation that moves.

use super::{Bound, Dialect, Statement, Writer};

/// The next rows of a table behind a key, in the order of the key.
pub(in crate::store) fn rows_of(
    dialect: Dialect,
    table: &str,
    (columns, key): (&[String], &[String]),
    after: &[Bound],
    limit: i64,
) -> Statement {
    let mut writer = Writer::new(dialect);
    writer.push("SELECT ");
    writer.names(columns);
    writer.push(" FROM ");
    writer.name(table);
    if !after.is_empty() {
        writer.push(" WHERE (");
        writer.names(key);
        writer.push(") > (");
        writer.joined(after.iter().cloned(), ", ", Writer::bind);
        writer.push(")");
    }
    writer.push(" ORDER BY ");
    writer.names(key);
    writer.push(" LIMIT ");
    writer.bind(Bound::Whole(limit));
    writer.finish()
}

/// Writes rows.
pub(in crate::store) fn insert_rows(
    dialect: Dialect,
    table: &str,
    columns: &[String],
    rows: &[Vec<Bound>],
) -> Statement {
    let mut writer = Writer::new(dialect);
    writer.push("INSERT INTO ");
    writer.name(table);
    writer.push(" (");
    writer.names(columns);
    writer.push(") VALUES ");
    writer.joined(rows, ", ", |writer, row| {
        writer.push("(");
        writer.joined(row.iter().cloned(), ", ", Writer::bind);
        writer.push(")");
    });
    writer.finish()
}

/// Lets go of a foreign key, or takes it up again as PostgreSQL says what it is.
pub(in crate::store) fn foreign_key(table: &str, name: &str, definition: Option<&str>) -> Statement {
    let mut writer = Writer::new(Dialect::Postgres);
    writer.push("ALTER TABLE ");
    writer.name(table);
    writer.push(if definition.is_some() {
        " ADD CONSTRAINT "
    } else {
        " DROP CONSTRAINT "
    });
    writer.name(name);
    if let Some(definition) = definition {
        writer.push(" ");
        writer.push(definition);
    }
    writer.finish()
}
