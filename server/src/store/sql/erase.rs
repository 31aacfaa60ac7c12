//! What a tenant has in any table, removed some rows at a time.

use super::{Bound, Dialect, Statement, Writer};

/// Which rows: of which table with which key, whose, and how many at most.
#[derive(Clone, Copy, Debug)]
pub(in crate::store) struct Part<'t> {
    pub(in crate::store) table: &'t str,
    pub(in crate::store) key: &'t [String],
    /// The column that says whose they are.
    pub(in crate::store) owner: &'t str,
    /// Where they do not say so themselves: the column by which they belong to a row of another table, that table, and its column.
    pub(in crate::store) through: Option<&'t [String; 3]>,
    pub(in crate::store) tenant: [u8; 16],
    pub(in crate::store) most: i64,
}

impl Writer {
    fn part(&mut self, part: Part<'_>, also: impl FnOnce(&mut Writer)) {
        self.push(" WHERE (");
        self.names(part.key);
        self.push(") IN (SELECT ");
        self.names(part.key);
        self.push(" FROM ");
        self.name(part.table);
        self.push(" WHERE ");
        if let Some([column, table, to]) = part.through {
            self.name(column);
            self.push(" IN (SELECT ");
            self.name(to);
            self.push(" FROM ");
            self.name(table);
            self.push(" WHERE ");
        }
        self.name(part.owner);
        self.push(" = ");
        self.bind(Bound::Id(part.tenant));
        self.push(if part.through.is_some() { ")" } else { "" });
        also(self);
        self.push(" LIMIT ");
        self.bind(Bound::Whole(part.most));
        self.push(")");
    }
}

/// Removes rows; of the audit, but for what happened to the tenant itself, and of its seals those of what is gone.
pub(in crate::store) fn erase(dialect: Dialect, part: Part<'_>) -> Statement {
    let mut writer = Writer::new(dialect);
    writer.push("DELETE FROM ");
    writer.name(part.table);
    writer.part(part, |writer| match part.table {
        "audit" => {
            writer.push(" AND (\"entity\" <> 'tenant' OR \"record_id\" IS NULL OR \"record_id\" <> \"tenant_id\")");
        }
        "audit_seals" => {
            writer.push(" AND NOT EXISTS (SELECT 1 FROM audit a WHERE a.tenant_id = audit_seals.tenant_id AND a.id = audit_seals.entry)");
        }
        _ => {}
    });
    writer.finish()
}

/// Lets rows name nothing in these columns, or themselves by another one.
pub(in crate::store) fn loosen(dialect: Dialect, part: Part<'_>, columns: &[(String, Option<String>)]) -> Statement {
    let mut writer = Writer::new(dialect);
    writer.push("UPDATE ");
    writer.name(part.table);
    writer.push(" SET ");
    writer.joined(columns, ", ", |writer, (column, own)| {
        writer.name(column);
        writer.push(" = ");
        match own {
            Some(own) => writer.name(own),
            None => writer.push("NULL"),
        }
    });
    writer.part(part, |writer| {
        writer.push(" AND (");
        writer.joined(columns, " OR ", |writer, (column, own)| {
            writer.name(column);
            match own {
                Some(own) => {
                    writer.push(" <> ");
                    writer.name(own);
                }
                None => writer.push(" IS NOT NULL"),
            }
        });
        writer.push(")");
    });
    writer.finish()
}
