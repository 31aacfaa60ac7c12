//! A plan as statements: a page, how many there are, sums and counts.

use ratebook::records::{Cell, ColumnPart, FieldKind, Pack, QueryPlan, SortKey, Test};

use super::search::Grams;
use super::tags::Counted;
use super::test::Table;
use super::{Bound, Dialect, Statement, Writer};

/// A page of a plan as a statement, and what its columns are.
#[derive(Clone, Debug, PartialEq)]
pub struct Listing {
    /// The statement.
    pub statement: Statement,
    /// The columns of the entity that it answers, in their order.
    pub columns: Vec<u16>,
    /// The fields that are seen of some records and not of others: behind the columns stands whether, in this order.
    pub seen: Vec<usize>,
}

/// What a statement is about: a plan of a pack for a tenant, and what an index says of its records.
#[derive(Clone, Copy, Debug)]
pub(in crate::store) struct Source<'s> {
    pub(in crate::store) pack: &'s Pack,
    pub(in crate::store) plan: &'s QueryPlan,
    pub(in crate::store) tenant: [u8; 16],
    pub(in crate::store) grams: Option<Grams<'s>>,
}

/// The statement of a page, with one record more than fit, so that it is known whether another page follows.
pub fn list(dialect: Dialect, pack: &Pack, plan: &QueryPlan, tenant: [u8; 16]) -> Option<Listing> {
    let grams = None;
    let source = Source {
        pack,
        plan,
        tenant,
        grams,
    };
    narrowed(dialect, source)
}

/// The same of records that an index knows.
pub(in crate::store) fn narrowed(dialect: Dialect, source: Source<'_>) -> Option<Listing> {
    let Source { plan, .. } = source;
    let mut writer = Writer::new(dialect);
    let alias = writer.next_alias();
    let table = Table::of(source.pack, plan, alias, source.tenant)?;
    let (columns, seen) = answered(&table, plan);
    writer.push("SELECT ");
    writer.joined(&columns, ", ", |writer, column| writer.numbered(&table, *column));
    for field in &seen {
        writer.push(", CASE WHEN ");
        if let Some(visible) = plan.fields.iter().find(|visible| visible.field == *field) {
            writer.test(&table, &visible.seen, true);
        }
        writer.push(" THEN ");
        writer.truth(true);
        writer.push(" ELSE ");
        writer.truth(false);
        writer.push(" END");
    }
    writer.push(" FROM ");
    writer.from(&table);
    writer.push(" WHERE ");
    writer.matching(&table, &plan.test);
    writer.known(&table, source.grams);
    if let Some(after) = &plan.after {
        writer.push(" AND ");
        writer.behind(&table, &plan.sort, after);
    }
    writer.order(&table, &plan.sort);
    writer.push(" LIMIT ");
    writer.bind(Bound::Whole(i64::from(plan.limit) + 1));
    Some(Listing {
        statement: writer.finish(),
        columns,
        seen,
    })
}

/// The statement of one record by its id, as a list would answer it.
pub fn one(dialect: Dialect, pack: &Pack, plan: &QueryPlan, tenant: [u8; 16], id: [u8; 16]) -> Option<Listing> {
    let entity = pack.entities().get(plan.entity)?;
    let column = entity.column_named("id")?;
    let test = Test::all([
        plan.test.clone(),
        Test::Compare(column, ratebook::records::Sign::Equal, Cell::Id(id)),
    ]);
    let mut only = plan.clone();
    only.test = test;
    only.sort = Vec::new();
    only.after = None;
    list(dialect, pack, &only, tenant)
}

/// How a record is held that is read to be changed, or to be linked to. SQLite has one writer, and needs to hold nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// Nobody else changes it before this transaction ends, nor links to it: it may go.
    ToDelete,
    /// Nobody else changes it before this transaction ends; others may link to it.
    ToChange,
    /// Nobody changes it before this transaction ends: something is taken of what it says.
    ToLink,
    /// Nobody deletes it before this transaction ends; others may change it.
    ToName,
}

impl Listing {
    /// The same, with its records held.
    #[must_use]
    pub fn held(mut self, dialect: Dialect, hold: Hold) -> Listing {
        if dialect == Dialect::Postgres {
            self.statement.text.push_str(match hold {
                Hold::ToDelete => " FOR UPDATE OF t0",
                Hold::ToChange => " FOR NO KEY UPDATE OF t0",
                Hold::ToLink => " FOR SHARE OF t0",
                Hold::ToName => " FOR KEY SHARE OF t0",
            });
        }
        self
    }
}

/// How many records there are.
pub(in crate::store) fn total(dialect: Dialect, source: Source<'_>) -> Option<Statement> {
    figures(dialect, source, |writer, _| writer.push("COUNT(*)"), &[])
}

/// The sum of a field, by currency where it is an amount: a currency or nothing, then the sum as text.
pub(in crate::store) fn sums(dialect: Dialect, source: Source<'_>, field: usize) -> Option<Statement> {
    let own = source.pack.entities().get(source.plan.entity)?.fields().get(field)?;
    let (column, currency) = (own.column()?, own.currency_column());
    let group: Vec<u16> = currency.into_iter().collect();
    let select = |writer: &mut Writer, table: &Table<'_>| writer.in_two_parts(table, column, currency);
    figures(dialect, source, select, &group)
}

/// How many records have each value of a field, the most frequent first.
pub(in crate::store) fn facet(dialect: Dialect, source: Source<'_>, field: usize) -> Option<Statement> {
    let own = source.pack.entities().get(source.plan.entity)?.fields().get(field)?;
    if own.kind() == FieldKind::Tags {
        return super::tags::tags(dialect, source, field, Counted::Frequent);
    }
    let column = own.column()?;
    let select = |writer: &mut Writer, table: &Table<'_>| {
        writer.numbered(table, column);
        writer.push(", COUNT(*)");
    };
    let mut statement = figures(dialect, source, select, &[column])?;
    // What is missing comes first among those that are as frequent, as everywhere.
    statement.text.push_str(match dialect {
        Dialect::Sqlite => " ORDER BY 2 DESC, 1 LIMIT 100",
        Dialect::Postgres => " ORDER BY 2 DESC, 1 NULLS FIRST LIMIT 100",
    });
    Some(statement)
}

/// The sums of a field by the values of another, and by currency where it is an amount: a value, a currency or nothing, then the sum in
/// two parts.
pub(in crate::store) fn sums_by(dialect: Dialect, source: Source<'_>, by: u16, field: usize) -> Option<Statement> {
    let own = source.pack.entities().get(source.plan.entity)?.fields().get(field)?;
    let (column, currency) = (own.column()?, own.currency_column());
    let group: Vec<u16> = [by].into_iter().chain(currency).collect();
    let select = |writer: &mut Writer, table: &Table<'_>| {
        writer.numbered(table, by);
        writer.push(", ");
        writer.in_two_parts(table, column, currency);
    };
    figures(dialect, source, select, &group)
}

fn figures(
    dialect: Dialect,
    source: Source<'_>,
    select: impl FnOnce(&mut Writer, &Table<'_>),
    group: &[u16],
) -> Option<Statement> {
    let mut writer = Writer::new(dialect);
    let alias = writer.next_alias();
    let table = Table::of(source.pack, source.plan, alias, source.tenant)?;
    writer.push("SELECT ");
    select(&mut writer, &table);
    writer.push(" FROM ");
    writer.from(&table);
    writer.push(" WHERE ");
    writer.matching(&table, &source.plan.test);
    writer.known(&table, source.grams);
    if !group.is_empty() {
        // What the tenant has added stands first in the answer, and is asked for once.
        let custom = |column: &u16| table.entity.column(*column).is_some_and(|column| column.custom);
        writer.push(" GROUP BY ");
        match group.iter().any(custom) {
            true => writer.joined(1..=group.len(), ", ", |writer, place| writer.push(&place.to_string())),
            false => writer.joined(group, ", ", |writer, column| writer.numbered(&table, *column)),
        }
    }
    Some(writer.finish())
}

/// The columns that are read: those of every record, and of the fields that are seen of any.
fn answered(table: &Table<'_>, plan: &QueryPlan) -> (Vec<u16>, Vec<usize>) {
    let mut columns = Vec::new();
    let mut seen = Vec::new();
    for (number, column) in (0_u16..).zip(table.entity.columns()) {
        let visible = match column.field {
            None => true,
            Some(field) => plan
                .fields
                .binary_search_by_key(&field, |visible| visible.field)
                .is_ok_and(|place| {
                    plan.fields
                        .get(place)
                        .is_some_and(|visible| visible.seen != Test::Constant(false))
                }),
        };
        if visible && !matches!(column.part, ColumnPart::Folded | ColumnPart::Shown) {
            columns.push(number);
        }
    }
    // What the next page follows on is read too, whether it is answered or not.
    for key in &plan.sort {
        if !columns.contains(&key.column) {
            columns.push(key.column);
        }
    }
    for visible in &plan.fields {
        if !matches!(visible.seen, Test::Constant(_)) {
            seen.push(visible.field);
        }
    }
    (columns, seen)
}

impl Writer {
    /// A currency or nothing, and the sum of a column. A sum of millions of the greatest amounts is more than 64 bits; in two parts it
    /// is not.
    pub(super) fn in_two_parts(&mut self, table: &Table<'_>, column: u16, currency: Option<u16>) {
        match currency {
            Some(currency) => self.numbered(table, currency),
            None => self.push("NULL"),
        }
        for part in [" / 1000000000) AS bigint)", " % 1000000000) AS bigint)"] {
            self.push(", CAST(SUM(");
            self.numbered(table, column);
            self.push(part);
        }
    }

    pub(super) fn matching(&mut self, table: &Table<'_>, test: &Test) {
        self.tenant(table);
        match test {
            Test::Constant(true) => {}
            Test::All(tests) => {
                self.push(" AND ");
                self.joined(tests, " AND ", |writer, test| writer.test(table, test, true));
            }
            _ => {
                self.push(" AND ");
                self.test(table, test, true);
            }
        }
    }

    /// That an index knows of the record.
    pub(super) fn known(&mut self, table: &Table<'_>, grams: Option<Grams<'_>>) {
        if let Some(grams) = grams {
            self.push(" AND ");
            self.column(table.alias, "id");
            self.push(" IN (");
            self.found(grams, table.tenant);
            self.push(")");
        }
    }

    fn order(&mut self, table: &Table<'_>, sort: &[SortKey]) {
        if sort.is_empty() {
            return;
        }
        self.push(" ORDER BY ");
        self.joined(sort, ", ", |writer, key| {
            writer.numbered(table, key.column);
            // What is missing comes first when it goes up; SQLite has it so, PostgreSQL has to be told.
            writer.push(
                match (key.descending, key.nullable && writer.dialect == Dialect::Postgres) {
                    (false, false) => "",
                    (true, false) => " DESC",
                    (false, true) => " NULLS FIRST",
                    (true, true) => " DESC NULLS LAST",
                },
            );
        });
    }

    /// What comes behind a record with these keys.
    fn behind(&mut self, table: &Table<'_>, sort: &[SortKey], after: &[Cell]) {
        let one_way = sort
            .iter()
            .all(|key| !key.nullable && Some(key.descending) == sort.first().map(|key| key.descending));
        if one_way {
            // One comparison of all keys, by which the index is entered where the page begins.
            self.push("(");
            self.joined(sort, ", ", |writer, key| writer.numbered(table, key.column));
            self.push(if sort.first().is_some_and(|key| key.descending) {
                ") < ("
            } else {
                ") > ("
            });
            self.joined(after, ", ", Writer::bind_cell);
            self.push(")");
            return;
        }
        self.push("(");
        for place in 0..sort.len() {
            if place > 0 {
                self.push(" OR ");
            }
            self.push("(");
            for (key, mark) in sort.iter().zip(after).take(place) {
                self.at(table, key, mark);
                self.push(" AND ");
            }
            if let (Some(key), Some(mark)) = (sort.get(place), after.get(place)) {
                self.past(table, key, mark);
            }
            self.push(")");
        }
        self.push(")");
    }

    fn at(&mut self, table: &Table<'_>, key: &SortKey, mark: &Cell) {
        self.numbered(table, key.column);
        if mark.is_null() {
            return self.push(" IS NULL");
        }
        self.push(" = ");
        self.bind_cell(mark);
    }

    /// Strictly behind a mark in one key.
    fn past(&mut self, table: &Table<'_>, key: &SortKey, mark: &Cell) {
        match (mark.is_null(), key.descending) {
            // Going up, all that is there comes behind what is missing; going down, nothing does.
            (true, false) => {
                self.numbered(table, key.column);
                self.push(" IS NOT NULL");
            }
            (true, true) => self.test(table, &Test::Constant(false), true),
            (false, descending) => {
                self.push("(");
                self.numbered(table, key.column);
                self.push(if descending { " < " } else { " > " });
                self.bind_cell(mark);
                if descending && key.nullable {
                    self.push(" OR ");
                    self.numbered(table, key.column);
                    self.push(" IS NULL");
                }
                self.push(")");
            }
        }
    }
}
