//! A plan that searches, as questions of the index: which records may be found, which of them are, and what they are ranked by.

use ratebook::records::{Pack, QueryPlan, Rank};

use super::test::Table;
use super::{Bound, Dialect, Statement, Writer};
use crate::store::search::{self, Index};

/// Which records the index is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Grams<'g> {
    /// Whose.
    pub index: &'g Index,
    /// Grams of which a record must have all.
    pub every: &'g [i32],
    /// Grams of which it must have one.
    pub some: &'g [i32],
    /// How many records at most.
    pub most: usize,
}

/// Which records are looked at in order of id.
#[derive(Clone, Debug)]
pub struct Walk<'w> {
    /// Whose texts.
    pub index: &'w Index,
    /// Only ids behind this one.
    pub after: [u8; 16],
    /// How many are looked at at most.
    pub among: usize,
    /// What a text has in it, and twice what it has not.
    pub patterns: [String; 3],
    /// How many at most.
    pub most: usize,
}

/// The records that the index knows for these grams: an id, and where the plan finds it the id again and its texts.
pub fn candidates(
    dialect: Dialect,
    (pack, plan, rank): (&Pack, &QueryPlan, &Rank),
    tenant: [u8; 16],
    grams: Grams<'_>,
) -> Option<Statement> {
    let mut writer = Writer::new(dialect);
    let alias = writer.next_alias();
    let table = Table::of(pack, plan, alias, tenant)?;
    writer.push("SELECT f.id");
    writer.ranked(&table, rank);
    writer.push(" FROM (");
    writer.found(grams, tenant);
    writer.push(") AS f LEFT JOIN ");
    writer.from(&table);
    writer.push(" ON ");
    writer.column(table.alias, "id");
    writer.push(" = f.id AND ");
    writer.matching(&table, &plan.test);
    Some(writer.finish())
}

/// The records met on a walk that the plan finds, in order of id: an id, the id again, and its texts.
pub fn walk(
    dialect: Dialect,
    (pack, plan, rank): (&Pack, &QueryPlan, &Rank),
    tenant: [u8; 16],
    walk: Walk<'_>,
) -> Option<Statement> {
    let mut writer = Writer::new(dialect);
    let alias = writer.next_alias();
    let table = Table::of(pack, plan, alias, tenant)?;
    writer.push("SELECT w.id");
    writer.ranked(&table, rank);
    writer.push(" FROM (SELECT id, text FROM ");
    writer.push(walk.index.base());
    writer.push("_search WHERE tenant_id = ");
    writer.bind(Bound::Id(tenant));
    // Behind nothing, the least of all ids is looked at too.
    writer.push(if walk.after == [0; 16] {
        " AND id >= "
    } else {
        " AND id > "
    });
    writer.bind(Bound::Id(walk.after));
    writer.push(" ORDER BY id LIMIT ");
    writer.bind(whole(walk.among));
    // SQLite goes through these records in order as long as nothing sorts them again.
    writer.push(") AS w CROSS JOIN ");
    writer.from(&table);
    writer.push(" WHERE ");
    let [has, better, best] = walk.patterns.map(Bound::Text);
    match dialect {
        Dialect::Sqlite => {
            for (text, bound, end) in [
                ("instr(w.text, ", has, ") > 0 AND "),
                ("instr(w.text, ", better, ") = 0 AND "),
                ("instr(w.text, ", best, ") = 0 AND "),
            ] {
                writer.push(text);
                writer.bind(bound);
                writer.push(end);
            }
        }
        // Of three comparisons the planner expects hardly a row; of a case it expects every other.
        Dialect::Postgres => {
            for (text, bound) in [
                ("CASE WHEN strpos(w.text, ", has),
                (") = 0 OR strpos(w.text, ", better),
                (") > 0 THEN false ELSE strpos(w.text, ", best),
            ] {
                writer.push(text);
                writer.bind(bound);
            }
            writer.push(") = 0 END AND ");
        }
    }
    writer.column(table.alias, "id");
    writer.push(" = w.id AND ");
    writer.matching(&table, &plan.test);
    if dialect == Dialect::Postgres {
        writer.push(" ORDER BY w.id");
    }
    writer.push(" LIMIT ");
    writer.bind(whole(walk.most));
    Some(writer.finish())
}

/// All records that a plan finds, where no index helps: an id, the id again, and its texts.
pub fn scanned(
    dialect: Dialect,
    (pack, plan, rank): (&Pack, &QueryPlan, &Rank),
    tenant: [u8; 16],
) -> Option<Statement> {
    let mut writer = Writer::new(dialect);
    let alias = writer.next_alias();
    let table = Table::of(pack, plan, alias, tenant)?;
    writer.push("SELECT ");
    writer.column(table.alias, "id");
    writer.ranked(&table, rank);
    writer.push(" FROM ");
    writer.from(&table);
    writer.push(" WHERE ");
    writer.matching(&table, &plan.test);
    Some(writer.finish())
}

/// How many records the index knows for these grams.
pub fn known(dialect: Dialect, tenant: [u8; 16], grams: Grams<'_>) -> Statement {
    let mut writer = Writer::new(dialect);
    writer.push("SELECT COUNT(*) FROM (");
    writer.found(grams, tenant);
    writer.push(") AS f");
    writer.finish()
}

fn whole(number: usize) -> Bound {
    Bound::Whole(i64::try_from(number).unwrap_or(i64::MAX))
}

impl Writer {
    /// The id of a record and what it is ranked by.
    fn ranked(&mut self, table: &Table<'_>, rank: &Rank) {
        self.push(", ");
        self.column(table.alias, "id");
        for column in &rank.columns {
            self.push(", ");
            self.numbered(table, *column);
        }
        for field in &rank.lists {
            self.push(", ");
            self.tags_with_part(table, *field, &rank.part);
        }
    }

    /// The ids that the index knows for these grams, whatever else is true of their records.
    pub(super) fn found(&mut self, grams: Grams<'_>, tenant: [u8; 16]) {
        let base = grams.index.base();
        match self.dialect {
            Dialect::Sqlite => {
                for part in [
                    "SELECT s.id FROM ",
                    base,
                    "_grams AS g CROSS JOIN ",
                    base,
                    "_search AS s ON s.number = g.rowid AND s.tenant_id = ",
                ] {
                    self.push(part);
                }
                self.bind(Bound::Id(tenant));
                self.push(" WHERE g.");
                self.push(base);
                self.push("_grams MATCH ");
                self.bind(Bound::Text(search::sql::asked(grams.every, grams.some)));
                self.push(" LIMIT ");
                self.bind(whole(grams.most));
            }
            Dialect::Postgres => {
                self.push("SELECT id FROM ");
                self.push(base);
                self.push("_found(");
                self.bind(Bound::Grams(grams.every.to_vec()));
                self.push(", ");
                self.bind(Bound::Grams(grams.some.to_vec()));
                // Texts are compared where the plan is asked.
                self.push(", '', '', '', '', ");
                self.bind(whole(grams.most));
                self.push(")");
            }
        }
    }
}
