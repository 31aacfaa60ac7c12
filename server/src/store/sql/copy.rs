//! Rows of any table read and written whole, for an installation that moves.

use ratebook::records::ColumnKind;

use super::tables::{OWN_ROWS, key_name};
use super::{Bound, Dialect, Statement, Writer, column_type};

/// Makes a database; PostgreSQL alone has them.
pub(in crate::store) fn create_database(name: &str) -> Statement {
    words("CREATE DATABASE ", name, "")
}

/// Drops one, whoever is still connected to it.
pub(in crate::store) fn drop_database(name: &str) -> Statement {
    words("DROP DATABASE IF EXISTS ", name, " WITH (FORCE)")
}

fn words(before: &str, name: &str, behind: &str) -> Statement {
    let mut writer = Writer::new(Dialect::Postgres);
    writer.push(before);
    writer.name(name);
    writer.push(behind);
    writer.finish()
}

/// The next rows of a table behind a key, in the order of the key: all of them, or those alone that have a value in a column.
pub(in crate::store) fn rows_of(
    dialect: Dialect,
    (table, only): (&str, Option<&(&str, Bound)>),
    (columns, key): (&[String], &[String]),
    after: &[Bound],
    limit: i64,
) -> Statement {
    let mut writer = Writer::new(dialect);
    writer.push("SELECT ");
    writer.names(columns);
    writer.push(" FROM ");
    writer.name(table);
    if let Some((column, value)) = only {
        writer.push(" WHERE ");
        writer.name(column);
        writer.push(" = ");
        writer.bind(value.clone());
    }
    if !after.is_empty() {
        writer.push(if only.is_some() { " AND (" } else { " WHERE (" });
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

/// Has a foreign key be looked at once the transaction ends, or with each statement again; PostgreSQL alone can.
pub(in crate::store) fn deferred(table: &str, name: &str, is_deferred: bool) -> Statement {
    let mut writer = Writer::new(Dialect::Postgres);
    writer.push("ALTER TABLE ");
    writer.name(table);
    writer.push(" ALTER CONSTRAINT ");
    writer.name(name);
    writer.push(if is_deferred {
        " DEFERRABLE INITIALLY DEFERRED"
    } else {
        " NOT DEFERRABLE"
    });
    writer.finish()
}

/// Adds a column that no version at hand declares, as an earlier one has left it out of sight.
pub(in crate::store) fn column_beside(dialect: Dialect, table: &str, (name, kind): (&str, ColumnKind)) -> Statement {
    let mut writer = Writer::new(dialect);
    writer.push("ALTER TABLE ");
    writer.name(table);
    writer.push(" ADD COLUMN ");
    writer.name(name);
    writer.push(" ");
    writer.push(column_type(dialect, kind));
    writer.finish()
}

/// Makes a table that no version at hand declares, behind the walls of all others.
pub(in crate::store) fn table_beside(
    dialect: Dialect,
    table: &str,
    columns: &[(&str, ColumnKind)],
    key: &[String],
) -> Vec<Statement> {
    let mut writer = Writer::new(dialect);
    writer.push("CREATE TABLE ");
    writer.name(table);
    writer.push(" (");
    for (name, kind) in columns {
        writer.name(name);
        writer.push(" ");
        writer.push(column_type(dialect, *kind));
        writer.push(", ");
    }
    writer.push("CONSTRAINT ");
    writer.name(&key_name(table));
    writer.push(" PRIMARY KEY (");
    writer.names(key);
    writer.push(if dialect == Dialect::Sqlite { ")) STRICT" } else { "))" });
    let mut statements = vec![writer.finish()];
    if dialect == Dialect::Postgres && columns.iter().any(|(name, _)| *name == "tenant_id") {
        let after = [
            ("ALTER TABLE ", " ENABLE ROW LEVEL SECURITY"),
            ("ALTER TABLE ", " FORCE ROW LEVEL SECURITY"),
            ("CREATE POLICY \"tenant\" ON ", OWN_ROWS),
        ];
        statements.extend(after.map(|(before, behind)| {
            let mut writer = Writer::new(dialect);
            writer.push(before);
            writer.name(table);
            writer.push(behind);
            writer.finish()
        }));
    }
    statements
}
