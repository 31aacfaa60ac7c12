//! What a tenant had that is deleted for good: removed table by table, some rows in each transaction, so that others write in between. The
//! tables are those that the database itself tells of, so that none is left out.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use ratebook::records::Pack;

use super::ask::Connection;
use super::door::{PLATFORM, Store, TenantKey, TenantTx};
use super::failure::Failure;
use super::rows::RowCells;
use super::search::Index;
use super::sql::{self, Dialect, Part};

/// What is not erased: the heads of the audit's chains, and what says of whom something is erased just now.
const STAYS: [&str; 2] = ["audit_heads", "erasing"];

/// The column that says whose a row of a tenant is, and the one that says it of what a tenant lets everybody read.
const OWNER: &str = "tenant_id";
const LISTED_BY: &str = "listed_by";

/// A table that has rows of tenants.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Owned {
    /// The column that says whose a row is: its own, or that of the table through which it is told.
    owner: String,
    /// The column by which a row belongs to one of another table, that table, and its column.
    through: Option<[String; 3]>,
    key: Vec<String>,
    /// The columns in which there may be nothing.
    optional: BTreeSet<String>,
}

impl Owned {
    /// Takes note of a column that says whose a row is. A tenant may have a field that is called as the one of listings is: then it says nothing
    /// of that.
    fn is_told_by(&mut self, column: &str) {
        if column == OWNER || (column == LISTED_BY && self.owner.is_empty()) {
            self.owner = column.to_owned();
        }
    }
}

/// A foreign key between two such tables.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Link {
    from: String,
    to: String,
    /// The columns behind the tenant, each with the one to which it leads.
    columns: Vec<(String, String)>,
}

/// A column that lets go of a row: it has nothing in it any more, or what the column of its own row has.
pub(super) type Loosened = (String, Option<String>);

/// One table after the other: first those to which no other leads any more.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    /// Rows let go of each other, where they lead in a circle.
    Loosen(String, Vec<Loosened>),
    /// Rows are removed.
    Erase(String),
}

/// What goes, and in which order.
#[derive(Debug)]
struct Steps {
    tables: BTreeMap<String, Owned>,
    steps: Vec<Step>,
}

/// How much has gone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Erased {
    /// How many rows.
    pub(crate) rows: u64,
    /// Whether nothing is left.
    pub(crate) whole: bool,
}

impl Store {
    /// Removes what a tenant has, so many rows in each of at most so many transactions.
    pub(crate) async fn erase(
        &self,
        pack: &Arc<Pack>,
        tenant: TenantKey,
        (batch, most): (i64, u32),
    ) -> Result<Erased, Failure> {
        let steps = self.read(PLATFORM, |mut tx| {
            Box::pin(async move { Steps::read(tx.connection().await?).await })
        });
        let steps = Arc::new(steps.await?);
        let (mut erased, mut at, mut in_this_round) = (Erased::default(), 0, 0);
        for _ in 0..most {
            let (pack, steps) = (Arc::clone(pack), Arc::clone(&steps));
            let some = self.write(PLATFORM, move |mut tx| {
                Box::pin(async move {
                    tx.look_at(tenant).await?;
                    if !tx.is_to_be_erased().await? {
                        return Ok(None);
                    }
                    tx.tell("INSERT INTO erasing (tenant_id) VALUES ($1)", &[]).await?;
                    let some = tx.erase_some((&pack, &steps), at, batch).await?;
                    tx.tell("DELETE FROM erasing WHERE tenant_id = $1", &[]).await?;
                    Ok(Some(some))
                })
            });
            let Some((rows, next)) = some.await? else {
                return Ok(erased);
            };
            erased.rows += rows;
            in_this_round += rows;
            match next {
                Some(next) => at = next,
                // A whole round in which nothing was found.
                None if in_this_round == 0 => {
                    erased.whole = true;
                    break;
                }
                None => (at, in_this_round) = (0, 0),
            }
        }
        Ok(erased)
    }
}

impl TenantTx<'_> {
    /// Whether the tenant is deleted for good, and has something still. Whoever erases it holds its row, so that one server does at a time.
    async fn is_to_be_erased(&mut self) -> Result<bool, Failure> {
        let held = "UPDATE tenants SET version = version + 1 WHERE id = $1 AND state = 'deleted' AND erased_at IS NULL";
        Ok(self.tell(held, &[]).await? == 1)
    }

    /// Removes some rows, going on at a step; how many they were, and where to go on.
    async fn erase_some(
        &mut self,
        (pack, steps): (&Pack, &Steps),
        mut at: usize,
        batch: i64,
    ) -> Result<(u64, Option<usize>), Failure> {
        let (tenant, mut rows, mut left) = (self.tenant(), 0, batch);
        if at == 0 {
            let forgotten = self.forget_texts(pack, batch).await?;
            (rows, left) = (forgotten, batch - i64::try_from(forgotten).unwrap_or(batch));
        }
        while left > 0 {
            let Some(step) = steps.steps.get(at) else {
                return Ok((rows, None));
            };
            let statement = steps.statement(self.dialect(), step, (tenant, left))?;
            let gone = self.carry_out(&statement).await?;
            rows += gone;
            left -= i64::try_from(gone).unwrap_or(left);
            if left > 0 {
                at += 1;
            }
        }
        Ok((rows, Some(at)))
    }

    /// Takes the grams of records out of the indices of SQLite, which do not say whose they are; how many records it were.
    async fn forget_texts(&mut self, pack: &Pack, most: i64) -> Result<u64, Failure> {
        if self.dialect() == Dialect::Postgres {
            return Ok(0);
        }
        let (tenant, mut forgotten) = (self.tenant(), 0);
        for index in pack.entities().iter().filter_map(|entity| Index::of(pack, entity)) {
            let left = most - i64::try_from(forgotten).unwrap_or(most);
            for id in index.some_of(self.connection().await?, tenant, left).await? {
                index.remove(self.connection().await?, tenant, id).await?;
                forgotten += 1;
            }
        }
        Ok(forgotten)
    }
}

impl Steps {
    async fn read(connection: &mut Connection<'_>) -> Result<Steps, Failure> {
        let mut tables = tables(connection).await?;
        let mut links = links(connection).await?;
        tell_through(&mut tables, &links);
        tables.retain(|name, own| !own.owner.is_empty() && !STAYS.contains(&name.as_str()));
        links.retain(|link| tables.contains_key(&link.from) && tables.contains_key(&link.to));
        let steps = ordered(&tables, links)?;
        Ok(Steps { tables, steps })
    }

    fn statement(
        &self,
        dialect: Dialect,
        step: &Step,
        (tenant, most): (TenantKey, i64),
    ) -> Result<sql::Statement, Failure> {
        let (Step::Loosen(table, _) | Step::Erase(table)) = step;
        let own = self.tables.get(table).filter(|own| !own.key.is_empty());
        let own =
            own.ok_or_else(|| Failure::defect(format!("`{table}` has no key by which its rows could be removed")))?;
        let part = Part {
            table,
            key: &own.key,
            owner: &own.owner,
            through: own.through.as_ref(),
            tenant,
            most,
        };
        Ok(match step {
            Step::Loosen(_, columns) => sql::loosen(dialect, part, columns),
            Step::Erase(_) => sql::erase(dialect, part),
        })
    }
}

/// In which order tables lose their rows. Where they lead in a circle, one of its links is let go of first.
fn ordered(tables: &BTreeMap<String, Owned>, mut links: Vec<Link>) -> Result<Vec<Step>, Failure> {
    let (mut loosened, mut erased) = (Vec::new(), Vec::new());
    let mut left: BTreeSet<&String> = tables.keys().collect();
    while !left.is_empty() {
        let free = left.iter().find(|table| links.iter().all(|link| link.to != ***table));
        if let Some(table) = free.copied() {
            left.remove(table);
            links.retain(|link| link.from != *table);
            erased.push(Step::Erase(table.clone()));
            continue;
        }
        let lets_go = links.iter().position(|link| loose(tables, link).is_some());
        let Some(link) = lets_go.map(|place| links.remove(place)) else {
            let names: Vec<&str> = left.iter().map(|name| name.as_str()).collect();
            return Err(Failure::defect(format!("{} need each other", names.join(", "))));
        };
        let columns = loose(tables, &link).unwrap_or_default();
        loosened.push(Step::Loosen(link.from, columns));
    }
    loosened.extend(erased);
    Ok(loosened)
}

/// How a link lets go: by naming nothing, or, within a table, each row by naming itself.
fn loose(tables: &BTreeMap<String, Owned>, link: &Link) -> Option<Vec<Loosened>> {
    let own = tables.get(&link.from)?;
    let columns = || link.columns.iter();
    let optional: Vec<Loosened> = columns()
        .filter(|(column, _)| own.optional.contains(column))
        .map(|(column, _)| (column.clone(), None))
        .collect();
    if !optional.is_empty() {
        return Some(optional);
    }
    (link.from == link.to).then(|| {
        columns()
            .map(|(column, to)| (column.clone(), Some(to.clone())))
            .collect()
    })
}

/// Rows that do not say whose they are, and belong to one that does: texts of what everybody may read.
fn tell_through(tables: &mut BTreeMap<String, Owned>, links: &[Link]) {
    for link in links {
        let owner = tables.get(&link.to).map(|own| own.owner.clone()).unwrap_or_default();
        if let (Some(own), [(column, to)]) = (tables.get_mut(&link.from), link.columns.as_slice())
            && own.owner.is_empty()
            && !owner.is_empty()
        {
            own.owner = owner;
            own.through = Some([column.clone(), link.to.clone(), to.clone()]);
        }
    }
}

/// The tables that there are.
async fn tables(connection: &mut Connection<'_>) -> Result<BTreeMap<String, Owned>, Failure> {
    let text = match connection.dialect() {
        Dialect::Sqlite => {
            "SELECT m.name, p.name, p.pk, p.\"notnull\" FROM sqlite_schema m JOIN pragma_table_info(m.name) p WHERE m.type = 'table' AND \
             m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY m.name, p.pk"
        }
        Dialect::Postgres => {
            "SELECT c.relname::text, a.attname::text, COALESCE(array_position(i.indkey::int2[], a.attnum) + 1, 0)::bigint, \
             a.attnotnull::int::bigint FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped \
             LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND \
             c.relnamespace = current_schema()::regnamespace ORDER BY 1, 3"
        }
    };
    let mut tables: BTreeMap<String, Owned> = BTreeMap::new();
    for row in connection.ask_static(text, &[]).await? {
        let (table, column) = (row.text(0)?.unwrap_or_default(), row.text(1)?.unwrap_or_default());
        let own = tables.entry(table.to_owned()).or_default();
        if row.whole(2)?.is_some_and(|place| place > 0) {
            own.key.push(column.to_owned());
        }
        if row.whole(3)? == Some(0) {
            own.optional.insert(column.to_owned());
        }
        own.is_told_by(column);
    }
    Ok(tables)
}

/// The foreign keys that there are.
async fn links(connection: &mut Connection<'_>) -> Result<Vec<Link>, Failure> {
    let text = match connection.dialect() {
        Dialect::Sqlite => {
            "SELECT m.name, f.\"table\", f.id, f.\"from\", f.\"to\" FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' \
             ORDER BY m.name, f.id, f.seq"
        }
        Dialect::Postgres => {
            "SELECT c.relname::text, r.relname::text, k.oid::bigint, a.attname::text, t.attname::text FROM pg_constraint k JOIN pg_class c \
             ON c.oid = k.conrelid JOIN pg_class r ON r.oid = k.confrelid CROSS JOIN LATERAL unnest(k.conkey, k.confkey) WITH ORDINALITY \
             own (number, target, place) JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = own.number JOIN pg_attribute t ON \
             t.attrelid = k.confrelid AND t.attnum = own.target WHERE k.contype = 'f' AND k.conparentid = 0 AND \
             c.relnamespace = current_schema()::regnamespace ORDER BY 1, 3, own.place"
        }
    };
    let mut links: BTreeMap<(String, i64), Link> = BTreeMap::new();
    for row in connection.ask_static(text, &[]).await? {
        let own = |place| row.text(place).map(|text| text.unwrap_or_default().to_owned());
        let (from, to, column) = (own(0)?, own(1)?, own(3)?);
        let key = (from.clone(), row.whole(2)?.unwrap_or(0));
        let link = links.entry(key).or_insert_with(|| Link {
            from,
            to,
            columns: Vec::new(),
        });
        if column != OWNER {
            link.columns.push((column, own(4)?));
        }
    }
    Ok(links.into_values().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tables(names: &[(&str, &[&str])]) -> BTreeMap<String, Owned> {
        let owned = |optional: &[&str]| Owned {
            owner: OWNER.to_owned(),
            through: None,
            key: vec!["tenant_id".to_owned(), "id".to_owned()],
            optional: optional.iter().map(|name| (*name).to_owned()).collect(),
        };
        names
            .iter()
            .map(|(name, optional)| ((*name).to_owned(), owned(optional)))
            .collect()
    }

    fn link(from: &str, column: &str, to: &str) -> Link {
        Link {
            from: from.to_owned(),
            to: to.to_owned(),
            columns: vec![(column.to_owned(), "id".to_owned())],
        }
    }

    fn erase(name: &str) -> Step {
        Step::Erase(name.to_owned())
    }

    #[test]
    fn a_field_that_is_called_as_an_owner_is_none() {
        for (columns, owner) in [
            (["listed_by", "tenant_id"], "tenant_id"),
            (["tenant_id", "listed_by"], "tenant_id"),
            (["id", "listed_by"], "listed_by"),
            (["id", "name"], ""),
        ] {
            let mut own = Owned::default();
            columns.iter().for_each(|column| own.is_told_by(column));
            assert_eq!(own.owner, owner, "{columns:?}");
        }
    }

    #[test]
    fn what_names_others_goes_before_them() {
        let tables = tables(&[("plan", &[]), ("subscriber", &[]), ("ticket", &[])]);
        let links = vec![
            link("subscriber", "plan", "plan"),
            link("ticket", "subscriber", "subscriber"),
        ];
        let expected = vec![erase("ticket"), erase("subscriber"), erase("plan")];
        assert_eq!(ordered(&tables, links).ok(), Some(expected));
    }

    #[test]
    fn a_circle_is_opened_where_nothing_need_be_named() {
        let tables = tables(&[("area", &["above"]), ("house", &["best"]), ("room", &[])]);
        let links = vec![
            link("area", "above", "area"),
            link("house", "best", "room"),
            link("room", "house", "house"),
        ];
        let loosen = |name: &str, column: &str| Step::Loosen(name.to_owned(), vec![(column.to_owned(), None)]);
        let expected = vec![
            loosen("area", "above"),
            loosen("house", "best"),
            erase("area"),
            erase("room"),
            erase("house"),
        ];
        assert_eq!(ordered(&tables, links).ok(), Some(expected));
    }

    #[test]
    fn rows_that_must_name_one_of_their_table_name_themselves() {
        let own = vec![("group".to_owned(), Some("id".to_owned()))];
        let expected = vec![Step::Loosen("booking".to_owned(), own), erase("booking")];
        let links = vec![link("booking", "group", "booking")];
        assert_eq!(ordered(&tables(&[("booking", &[])]), links).ok(), Some(expected));
    }

    #[test]
    fn what_cannot_be_without_each_other_is_told() {
        let links = vec![link("a", "b", "b"), link("b", "a", "a")];
        assert!(ordered(&tables(&[("a", &[]), ("b", &[])]), links).is_err());
    }
}
