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
    writer.push("WITH stretch (place, first, past) AS (VALUES ");
    let numbered = (0_i64..).zip(stretches);
    writer.joined(numbered, ", ", |writer, (place, (first, past))| {
        writer.push("(");
        writer.bind(Bound::Whole(place));
        writer.push(", ");
        writer.bind(Bound::Whole(*first));
        writer.push(", ");
        writer.bind(Bound::Whole(*past));
        writer.push(")");
    });
    let alias = writer.next_alias();
    let table = Table::of(source.pack, source.plan, alias, source.tenant)?;
    writer.push(") SELECT stretch.place, COUNT(*)");
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
    writer.push(" FROM stretch, ");
    writer.from(&table);
    writer.push(" WHERE ");
    writer.matching(&table, &source.plan.test);
    writer.push(" AND ");
    writer.numbered(&table, at);
    writer.push(" >= stretch.first AND ");
    writer.numbered(&table, at);
    writer.push(" < stretch.past GROUP BY stretch.place ORDER BY stretch.place");
    Some(writer.finish())
}
