//! What a plan finds, told by stretches of time: how many, and of fields the least, the greatest and the sum.

use super::query::Source;
use super::test::Table;
use super::{Bound, Dialect, Statement, Writer};

/// For each stretch in which there is anything: its place, how many records, and for each field how many have it, the least, the
/// greatest, and the sum in two parts.
pub(in crate::store) fn buckets(
    dialect: Dialect,
    source: Source<'_>,
    at: u16,
    stretches: &[(i64, i64)],
    fields: &[usize],
) -> Option<Statement> {
    let entity = source.pack.entities().get(source.plan.entity)?;
    let mut writer = Writer::new(dialect);
    writer.stretches(stretches);
    let alias = writer.next_alias();
    let table = Table::of(source.pack, source.plan, alias, source.tenant)?;
    writer.push(" SELECT stretch.place, COUNT(*)");
    for field in fields {
        let column = entity.fields().get(*field)?.column()?;
        for (before, behind) in [
            (", COUNT(", ")"),
            (", MIN(", ")"),
            (", MAX(", ")"),
            // A sum of millions of the greatest numbers is more than 64 bits; in two parts it is not.
            (", CAST(SUM(", " / 1000000000) AS bigint)"),
            (", CAST(SUM(", " % 1000000000) AS bigint)"),
        ] {
            writer.push(before);
            writer.numbered(&table, column);
            writer.push(behind);
        }
    }
    writer.within(&table, source, at);
    writer.push(" GROUP BY stretch.place ORDER BY stretch.place");
    Some(writer.finish())
}

/// For each stretch in which there is anything: its place, a currency or nothing, the sum of a field in two parts, and how many records.
pub(in crate::store) fn sums_along(
    dialect: Dialect,
    source: Source<'_>,
    at: u16,
    stretches: &[(i64, i64)],
    field: Option<usize>,
) -> Option<Statement> {
    let entity = source.pack.entities().get(source.plan.entity)?;
    let mut writer = Writer::new(dialect);
    writer.stretches(stretches);
    let alias = writer.next_alias();
    let table = Table::of(source.pack, source.plan, alias, source.tenant)?;
    writer.push(" SELECT stretch.place, ");
    let mut currency = None;
    match field {
        Some(field) => {
            let own = entity.fields().get(field)?;
            currency = own.currency_column();
            writer.in_two_parts(&table, own.column()?, currency);
        }
        None => writer.push("NULL, CAST(NULL AS bigint), CAST(NULL AS bigint)"),
    }
    writer.push(", COUNT(*)");
    writer.within(&table, source, at);
    // By their places in the answer: what a tenant has added is asked for once.
    writer.push(if currency.is_some() {
        " GROUP BY 1, 2"
    } else {
        " GROUP BY 1"
    });
    writer.push(" ORDER BY 1");
    Some(writer.finish())
}

impl Writer {
    /// Stretches of a column as a table of their own.
    fn stretches(&mut self, stretches: &[(i64, i64)]) {
        self.push("WITH stretch (place, first, past) AS (VALUES ");
        let numbered = (0_i64..).zip(stretches);
        self.joined(numbered, ", ", |writer, (place, (first, past))| {
            writer.push("(");
            writer.bind(Bound::Whole(place));
            writer.push(", ");
            writer.bind(Bound::Whole(*first));
            writer.push(", ");
            writer.bind(Bound::Whole(*past));
            writer.push(")");
        });
        self.push(")");
    }

    /// The records of a plan, each in the stretch in which it lies by a column.
    fn within(&mut self, table: &Table<'_>, source: Source<'_>, at: u16) {
        self.push(" FROM stretch, ");
        self.from(table);
        self.push(" WHERE ");
        self.matching(table, &source.plan.test);
        self.push(" AND ");
        self.numbered(table, at);
        self.push(" >= stretch.first AND ");
        self.numbered(table, at);
        self.push(" < stretch.past");
    }
}
