//! A test as SQL. What is missing makes a comparison false, and its contrary true, as everywhere.

use ratebook::records::{Cell, Entity, FieldKind, Gathering, Pack, QueryPlan, Sign, Test};

use super::{Alias, Bound, Dialect, EVERYBODY, Writer};
use crate::store::door::PLATFORM;

/// The table that a test is about.
#[derive(Clone, Copy)]
pub(super) struct Table<'t> {
    pub(super) pack: &'t Pack,
    pub(super) entity: &'t Entity,
    pub(super) alias: Alias,
    pub(super) tenant: [u8; 16],
    /// Where gathered values stand.
    pub(super) gathers: &'t [Gathering],
    /// The row of a field of the tenant's, where a test is about that.
    pub(super) row: Option<Alias>,
    /// The languages that whoever asks would rather read than the pack's first, the best first.
    pub(super) languages: &'t [String],
}

impl<'t> Table<'t> {
    pub(super) fn of(pack: &'t Pack, plan: &'t QueryPlan, alias: Alias, tenant: [u8; 16]) -> Option<Table<'t>> {
        let entity = pack.entities().get(plan.entity)?;
        Some(Table {
            pack,
            entity,
            alias,
            tenant,
            gathers: &plan.gathers,
            row: None,
            languages: &plan.languages,
        })
    }

    /// Whether a column is of a field that the tenant has given the entity; not where its row is looked at already.
    fn is_custom(&self, column: u16) -> bool {
        self.row.is_none() && self.entity.column(column).is_some_and(|column| column.custom)
    }

    fn required(&self, column: u16) -> bool {
        self.entity.column(column).is_some_and(|column| column.required)
    }
}

impl Writer {
    /// `"isp__customer" t0`.
    pub(super) fn from(&mut self, table: &Table<'_>) {
        self.name(&table.pack.table_of(table.entity));
        self.push(" ");
        self.alias(table.alias);
    }

    /// Whose records are looked at: always the first condition.
    pub(super) fn tenant(&mut self, table: &Table<'_>) {
        if table.entity.is_platform() && table.tenant == EVERYBODY {
            self.push("(");
            self.column(table.alias, "listed_by");
            // What is only tried out is shown to nobody.
            self.push(" IN (SELECT \"id\" FROM \"tenants\" WHERE \"state\" = 'active' AND \"id\" NOT IN (SELECT \"tenant_id\" FROM ");
            self.push("\"sandboxes\")) OR ");
            self.column(table.alias, "listed_by");
            self.push(" = ");
            self.bind(Bound::Id(PLATFORM));
            return self.push(")");
        }
        if table.entity.is_platform() {
            self.truth(true);
            self.dialect_condition();
            return;
        }
        self.column(table.alias, "tenant_id");
        self.push(" = ");
        self.bind(Bound::Id(table.tenant));
    }

    /// SQLite has no truth of its own, and takes a number for it.
    fn dialect_condition(&mut self) {
        if self.dialect == Dialect::Sqlite {
            self.push(" = 1");
        }
    }

    pub(super) fn numbered(&mut self, table: &Table<'_>, column: u16) {
        match table.entity.column(column) {
            Some(own) if own.custom => self.custom(table, own),
            Some(own) if own.by_language => self.by_language(table, own),
            own => self.column(table.alias, own.map_or("", |own| &own.name)),
        }
    }

    /// Writes a test, or its contrary.
    pub(super) fn test(&mut self, table: &Table<'_>, test: &Test, wanted: bool) {
        match test {
            Test::Constant(truth) => {
                self.truth(*truth == wanted);
                self.dialect_condition();
            }
            Test::Not(inner) => self.test(table, inner, !wanted),
            Test::All(tests) | Test::Any(tests) => {
                let all = matches!(test, Test::All(_)) == wanted;
                self.push("(");
                self.joined(tests, if all { " AND " } else { " OR " }, |writer, test| {
                    writer.test(table, test, wanted)
                });
                self.push(")");
            }
            Test::Given(column) if table.is_custom(*column) => {
                self.with_row(table, *column, wanted, |writer, inner| {
                    writer.test(inner, &Test::Constant(true), true)
                });
            }
            Test::Given(column) => {
                self.numbered(table, *column);
                self.push(if wanted { " IS NOT NULL" } else { " IS NULL" });
            }
            Test::Holds(field, value) => self.holds(table, *field, value, wanted),
            Test::Search { columns, lists, part } => self.search(table, (columns, lists), part, wanted),
            _ => self.leaf(table, test, wanted),
        }
    }

    /// A comparison of columns. Its contrary holds of what is missing too.
    fn leaf(&mut self, table: &Table<'_>, test: &Test, wanted: bool) {
        let columns: Vec<u16> = match test {
            Test::Is(column, _)
            | Test::Compare(column, ..)
            | Test::OneOf(column, _)
            | Test::Begins(column, _)
            | Test::Contains(column, _) => vec![*column],
            Test::Columns(left, _, right) => vec![*left, *right],
            Test::Sum { terms, .. } => terms.iter().map(|(_, column)| *column).collect(),
            _ => Vec::new(),
        };
        if let [column] = columns.as_slice()
            && table.is_custom(*column)
        {
            return self.with_row(table, *column, wanted, |writer, inner| writer.comparison(inner, test));
        }
        if wanted {
            return self.comparison(table, test);
        }
        self.push("(NOT (");
        self.comparison(table, test);
        self.push(")");
        for column in columns.into_iter().filter(|column| !table.required(*column)) {
            self.push(" OR ");
            self.numbered(table, column);
            self.push(" IS NULL");
        }
        self.push(")");
    }

    fn comparison(&mut self, table: &Table<'_>, test: &Test) {
        match test {
            Test::Is(column, truth) => {
                self.numbered(table, *column);
                self.push(" = ");
                self.truth(*truth);
            }
            Test::Compare(column, sign, value) => {
                self.numbered(table, *column);
                self.push(written(*sign));
                self.bind_cell(value);
            }
            Test::Columns(left, sign, right) => {
                self.numbered(table, *left);
                self.push(written(*sign));
                self.numbered(table, *right);
            }
            Test::Sum { terms, sign, value } => {
                self.sum(table, terms);
                self.push(written(*sign));
                self.bind(Bound::Whole(*value));
            }
            Test::OneOf(column, values) => {
                self.numbered(table, *column);
                self.push(" IN (");
                self.joined(values, ", ", Writer::bind_cell);
                self.push(")");
            }
            Test::Begins(column, part) => self.begins(table, *column, part),
            Test::Contains(column, part) => {
                self.position(table, *column);
                self.bind(Bound::Text(part.clone()));
                self.push(") > 0");
            }
            _ => self.truth(false),
        }
    }

    fn sum(&mut self, table: &Table<'_>, terms: &[(bool, u16)]) {
        for (place, (off, column)) in terms.iter().enumerate() {
            match (place, off) {
                (0, false) => {}
                (0, true) => self.push("-"),
                (_, false) => self.push(" + "),
                (_, true) => self.push(" - "),
            }
            self.numbered(table, *column);
        }
    }

    /// A range, by which an index is used: from the part itself up to the first text that begins otherwise.
    fn begins(&mut self, table: &Table<'_>, column: u16, part: &str) {
        self.push("(");
        self.numbered(table, column);
        self.push(" >= ");
        self.bind(Bound::Text(part.to_owned()));
        if let Some(end) = behind(part) {
            self.push(" AND ");
            self.numbered(table, column);
            self.push(" < ");
            self.bind(Bound::Text(end));
        }
        self.push(")");
    }

    fn position(&mut self, table: &Table<'_>, column: u16) {
        self.push(match self.dialect {
            Dialect::Sqlite => "instr(",
            Dialect::Postgres => "strpos(",
        });
        self.numbered(table, column);
        self.push(", ");
    }

    /// A part of any searched text, by a scan of the tenant's rows.
    fn search(&mut self, table: &Table<'_>, (columns, lists): (&[u16], &[u16]), part: &str, wanted: bool) {
        self.push(if wanted { "(" } else { "NOT (" });
        self.joined(columns, " OR ", |writer, column| {
            // What is missing has no part.
            writer.push("COALESCE(");
            writer.position(table, *column);
            writer.bind(Bound::Text(part.to_owned()));
            writer.push("), 0) > 0");
        });
        self.push(if columns.is_empty() || lists.is_empty() {
            ""
        } else {
            " OR "
        });
        self.joined(lists, " OR ", |writer, field| {
            writer.tagged_with_part(table, *field, part)
        });
        self.push(")");
    }

    /// Whether a link or a gathered value is there.
    fn holds(&mut self, table: &Table<'_>, field: u16, value: &Cell, wanted: bool) {
        let own = table.entity.fields().get(usize::from(field));
        let gathering = table.gathers.iter().find(|gathering| gathering.field == field);
        let other = gathering.and_then(|gathering| table.pack.entities().get(gathering.entity));
        let exists = if wanted {
            "EXISTS (SELECT 1 FROM "
        } else {
            "NOT EXISTS (SELECT 1 FROM "
        };
        let alias = self.next_alias();
        match (own, gathering, other) {
            (Some(own), ..) if own.is_custom() => self.linked(table, own, value, wanted),
            (Some(own), ..) if matches!(own.kind(), FieldKind::Links | FieldKind::Tags) => {
                let entry = if own.kind() == FieldKind::Tags { "tag" } else { "other" };
                self.push(exists);
                self.name(&table.pack.table_beside(table.entity, own));
                self.push(" ");
                self.alias(alias);
                self.push(" WHERE ");
                if !table.entity.is_platform() {
                    self.column(alias, "tenant_id");
                    self.push(" = ");
                    self.bind(Bound::Id(table.tenant));
                    self.push(" AND ");
                }
                self.same(alias, "id", table, "id");
                self.push(" AND ");
                self.column(alias, entry);
                self.push(" = ");
                self.bind_cell(value);
                self.push(")");
            }
            (_, Some(gathering), Some(entity)) => {
                self.push(exists);
                let inner = Table {
                    entity,
                    alias,
                    gathers: &[],
                    ..*table
                };
                self.from(&inner);
                self.push(" WHERE ");
                self.tenant(&inner);
                self.push(" AND ");
                self.numbered(&inner, gathering.by);
                self.push(" = ");
                self.column(table.alias, "id");
                self.push(" AND ");
                self.numbered(&inner, gathering.value);
                self.push(" = ");
                self.bind_cell(value);
                self.push(" AND ");
                self.test(&inner, &gathering.test, true);
                self.push(")");
            }
            _ => self.test(table, &Test::Constant(false), wanted),
        }
    }

    pub(super) fn same(&mut self, alias: Alias, column: &str, table: &Table<'_>, own: &str) {
        self.column(alias, column);
        self.push(" = ");
        self.column(table.alias, own);
    }
}

fn written(sign: Sign) -> &'static str {
    match sign {
        Sign::Equal => " = ",
        Sign::Below => " < ",
        Sign::AtMost => " <= ",
        Sign::Above => " > ",
        Sign::AtLeast => " >= ",
    }
}

/// The first text behind all that begin with a part; none when there is none.
fn behind(part: &str) -> Option<String> {
    let mut letters: Vec<char> = part.chars().collect();
    while let Some(last) = letters.pop() {
        // The letters of Unicode have a gap in which there are none.
        let next = if last == '\u{d7ff}' {
            Some('\u{e000}')
        } else {
            char::from_u32(u32::from(last) + 1)
        };
        if let Some(next) = next {
            letters.push(next);
            return Some(letters.into_iter().collect());
        }
    }
    None
}
