//! What a tenant has in any table, removed some rows at a time.

use super::{Bound, Dialect, Statement, Writer};

/// Which rows: of which table with which key, whose, and how many at most.
#[derive(Clone, Copy, Debug)]
pub(in crate::store) struct Part<'t> {
    pub(in crate::store) table: &'t str,
    pub(in crate::store) key: &'t [String],
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
        self.push(" WHERE \"tenant_id\" = ");
        self.bind(Bound::Id(part.tenant));
        also(self);
        self.push(" LIMIT ");
        self.bind(Bound::Whole(part.most));
        self.push(")");
    }
}

/// Removes rows, but for those of an entity.
pub(in crate::store) fn erase(dialect: Dialect, part: Part<'_>, but: Option<&str>) -> Statement {
    let mut writer = Writer::new(dialect);
    writer.push("DELETE FROM ");
    writer.name(part.table);
    writer.part(part, |writer| {
        if let Some(entity) = but {
            writer.push(" AND \"entity\" <> ");
            writer.bind(Bound::Text(entity.to_owned()));
        }
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
