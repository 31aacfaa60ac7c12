//! The indexes of searches: made with the tables of their records, made anew when records are found otherwise, gone with their entity.

use std::collections::{BTreeMap, BTreeSet};

use ratebook::records::{Cell, ColumnKind, Entity, Pack};

use super::{ROLE, lock};
use crate::store::ask::Connection;
use crate::store::failure::Failure;
use crate::store::opening::SHAPES;
use crate::store::rows::RowCells;
use crate::store::search::{self, Index, base, has_texts, sql, tell};
use crate::store::sql::Dialect;
use crate::store::sql::migrate as write;

/// Has the indexes of a pack be those of its version. Those that are named are made anew without any record in them, and those that there
/// were none of with all that there are.
pub(super) async fn follow(
    connection: &mut Connection<'_>,
    before: Option<&Pack>,
    after: &Pack,
    anew: &BTreeSet<&str>,
) -> Result<(), Failure> {
    let mut there = there(connection).await?;
    let all: BTreeMap<String, &Entity> = after
        .entities()
        .iter()
        .filter_map(|entity| Some((Index::of(after, entity)?.base().to_owned(), entity)))
        .collect();
    for entity in before.iter().flat_map(|before| before.entities()) {
        let Some(before) = before else { continue };
        let base = base(&before.table_of(entity));
        // What another entity is called from now on is made anew as well.
        let stays = all.get(&base).is_some_and(|now| !anew.contains(now.name()));
        if !stays && there.remove(&base) {
            drop_index(connection, &base).await?;
        }
    }
    for (base, entity) in &all {
        let Some(index) = Index::of(after, entity).filter(|_| !there.contains(base)) else {
            continue;
        };
        make(connection, (after, entity), &index, !anew.contains(entity.name())).await?;
    }
    Ok(())
}

/// Makes the indexes of a pack anew of the records that there are by now.
pub(super) async fn again(connection: &mut Connection<'_>, pack: &Pack) -> Result<(), Failure> {
    for index in pack.entities().iter().filter_map(|entity| Index::of(pack, entity)) {
        drop_index(connection, index.base()).await?;
    }
    follow(connection, None, pack, &BTreeSet::new()).await
}

async fn drop_index(connection: &mut Connection<'_>, base: &str) -> Result<(), Failure> {
    lock(connection, SHAPES).await?;
    let drops = match connection.dialect() {
        Dialect::Sqlite => sql::sqlite_drops(base).to_vec(),
        Dialect::Postgres => sql::postgres_drops(base).to_vec(),
    };
    for text in drops {
        tell(connection, text, Vec::new()).await?;
    }
    Ok(())
}

/// What the indexes that there are, of whichever pack, are called after.
async fn there(connection: &mut Connection<'_>) -> Result<BTreeSet<String>, Failure> {
    let asked = match connection.dialect() {
        Dialect::Sqlite => {
            "SELECT substr(name, 1, length(name) - 7) FROM sqlite_schema WHERE type = 'table' AND name GLOB '_*_search'"
        }
        Dialect::Postgres => {
            "SELECT left(relname::text, -7) FROM pg_class WHERE relkind = 'r' AND pg_table_is_visible(oid) AND relname ~ '^_.*_search$'"
        }
    };
    let rows = connection.ask_static(asked, &[]).await?;
    let mut there = BTreeSet::new();
    for row in rows {
        if let Cell::Text(name) = row.cell(0, ColumnKind::Text)? {
            there.insert(name);
        }
    }
    Ok(there)
}

/// Makes an index, and fills it where that is wanted.
async fn make(
    connection: &mut Connection<'_>,
    (pack, entity): (&Pack, &Entity),
    index: &Index,
    filled: bool,
) -> Result<(), Failure> {
    // Whoever asks of several entities one after the other would wait for this one, and this one for them.
    lock(connection, SHAPES).await?;
    let (tables, last) = match connection.dialect() {
        Dialect::Sqlite => (sql::sqlite_tables(index.base()).to_vec(), Vec::new()),
        // An index is made faster of what is there than row by row.
        Dialect::Postgres => {
            let made = sql::postgres_tables(index.base(), ROLE).into_iter();
            made.partition(|text| !text.starts_with("CREATE INDEX"))
        }
    };
    for text in tables {
        tell(connection, text, Vec::new()).await?;
    }
    if filled {
        fill(connection, (pack, entity), index).await?;
    }
    for text in last {
        tell(connection, text, Vec::new()).await?;
    }
    Ok(())
}

async fn fill(connection: &mut Connection<'_>, (pack, entity): (&Pack, &Entity), index: &Index) -> Result<(), Failure> {
    let mut tables = vec![pack.table_of(entity)];
    if entity.definition().custom {
        tables.push(pack.custom_table_of(entity));
    }
    let texts = entity.fields().iter().filter(|field| has_texts(field));
    tables.extend(texts.map(|field| pack.table_beside(entity, field)));
    tables.retain(|_| connection.dialect() == Dialect::Postgres);
    for table in &tables {
        let open = write::force(table, false);
        tell(connection, open.text, open.values).await?;
    }
    search::fill(connection, (pack, entity), index).await?;
    for table in &tables {
        let shut = write::force(table, true);
        tell(connection, shut.text, shut.values).await?;
    }
    Ok(())
}
