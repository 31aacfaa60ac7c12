//! Tags, which stand in a table beside their entity's: found, ranked by and counted.

use ratebook::records::{Entity, Field, Pack};

use super::query::Source;
use super::test::Table;
use super::{Alias, Bound, Dialect, Statement, Writer};

/// What stands between tags that are told as one text; no tag has it in it.
pub(in crate::store) const BETWEEN: char = '\u{2}';

impl Writer {
    /// The tags of a record: a table, and that they are its own.
    fn tags_of(&mut self, table: &Table<'_>, field: u16) -> Alias {
        let row = self.next_alias();
        let own = table.entity.fields().get(usize::from(field));
        self.push(" FROM ");
        self.name(&own.map_or_else(String::new, |own| table.pack.table_beside(table.entity, own)));
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
        row
    }

    fn has_part(&mut self, row: Alias, part: &str) {
        self.push(match self.dialect {
            Dialect::Sqlite => " AND instr(",
            Dialect::Postgres => " AND strpos(",
        });
        self.column(row, "tag");
        self.push(", ");
        self.bind(Bound::Text(part.to_owned()));
        self.push(") > 0");
    }

    /// Whether a tag has a part in it.
    pub(super) fn tagged_with_part(&mut self, table: &Table<'_>, field: u16, part: &str) {
        self.push("EXISTS (SELECT 1");
        let row = self.tags_of(table, field);
        self.has_part(row, part);
        self.push(")");
    }

    /// The tags that have a part in them, as one text.
    pub(super) fn tags_with_part(&mut self, table: &Table<'_>, field: u16, part: &str) {
        let (begins, ends) = match self.dialect {
            Dialect::Sqlite => ("(SELECT group_concat(", ", char(2))"),
            Dialect::Postgres => ("(SELECT string_agg(", ", chr(2))"),
        };
        self.push(begins);
        // Its table is the next one that is named.
        let next = self.upcoming_alias();
        self.column(next, "tag");
        self.push(ends);
        let row = self.tags_of(table, field);
        self.has_part(row, part);
        self.push(")");
    }
}

/// Which tags are counted.
#[derive(Clone, Copy, Debug)]
pub(in crate::store) enum Counted<'c> {
    /// The most frequent ones.
    Frequent,
    /// Those that begin so and stand behind one, in the order of the alphabet; so many.
    Named {
        /// What they begin with.
        begins: &'c str,
        /// Behind which.
        after: &'c str,
        /// How many at most.
        most: i64,
    },
}

/// How many of the records of a plan have each tag of a field.
pub(in crate::store) fn tags(
    dialect: Dialect,
    source: Source<'_>,
    field: usize,
    counted: Counted<'_>,
) -> Option<Statement> {
    let mut writer = Writer::new(dialect);
    let alias = writer.next_alias();
    let table = Table::of(source.pack, source.plan, alias, source.tenant)?;
    let own = table.entity.fields().get(field)?;
    let row = writer.next_alias();
    writer.push("SELECT ");
    writer.column(row, "tag");
    writer.push(", COUNT(*) FROM ");
    writer.from(&table);
    writer.push(" JOIN ");
    writer.name(&table.pack.table_beside(table.entity, own));
    writer.push(" ");
    writer.alias(row);
    writer.push(" ON ");
    if !table.entity.is_platform() {
        writer.same(row, "tenant_id", &table, "tenant_id");
        writer.push(" AND ");
    }
    writer.same(row, "id", &table, "id");
    writer.push(" WHERE ");
    writer.matching(&table, &source.plan.test);
    writer.known(&table, source.grams);
    if let Counted::Named { begins, after, .. } = counted {
        writer.push(" AND ");
        writer.column(row, "tag");
        writer.push(" > ");
        writer.bind(Bound::Text(after.to_owned()));
        writer.push(match dialect {
            Dialect::Sqlite => " AND instr(",
            Dialect::Postgres => " AND strpos(",
        });
        writer.column(row, "tag");
        writer.push(", ");
        writer.bind(Bound::Text(begins.to_owned()));
        writer.push(") = 1");
    }
    writer.push(" GROUP BY ");
    writer.column(row, "tag");
    match counted {
        Counted::Frequent => writer.push(" ORDER BY 2 DESC, 1 LIMIT 100"),
        Counted::Named { most, .. } => {
            writer.push(" ORDER BY 1 LIMIT ");
            writer.bind(Bound::Whole(most));
        }
    }
    Some(writer.finish())
}

/// Puts a tag on a record.
pub(in crate::store) fn insert_tag(
    dialect: Dialect,
    pack: &Pack,
    own: (&Entity, &Field),
    tenant: [u8; 16],
    (id, tag): ([u8; 16], &str),
) -> Statement {
    let values = [("id", Bound::Id(id)), ("tag", Bound::Text(tag.to_owned()))];
    super::insert::beside(dialect, pack, own, tenant, values.into())
}
