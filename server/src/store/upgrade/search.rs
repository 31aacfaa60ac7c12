//! The indexes of searches: made with the tables of their records, made anew when other fields are searched, gone with their entity.

use std::collections::{BTreeMap, BTreeSet};

use ratebook::records::{Cell, ColumnKind, Entity, FieldDefinition, Pack};

use super::{ROLE, lock};
use crate::store::ask::Connection;
use crate::store::failure::Failure;
use crate::store::json;
use crate::store::opening::SHAPES;
use crate::store::rows::RowCells;
use crate::store::search::{self, Added, Index, base, searched, sql, tell};
use crate::store::sql::migrate as write;
use crate::store::sql::{Bound, Dialect};

/// Has the indexes of a pack be those of its version. They are no part of a migration: whatever they hold stands in the records.
pub(super) async fn follow(
    connection: &mut Connection<'_>,
    before: Option<&Pack>,
    after: &Pack,
) -> Result<(), Failure> {
    let mut there = there(connection).await?;
    for entity in before.iter().flat_map(|before| before.entities()) {
        let Some(before) = before else { continue };
        let base = base(&before.table_of(entity));
        if there.contains(&base) && !stays((before, entity), after) {
            there.remove(&base);
            drop_index(connection, &base).await?;
        }
    }
    for entity in after.entities() {
        if let Some(index) = Index::of(after, entity).filter(|index| !there.contains(index.base())) {
            make(connection, after, entity, &index).await?;
        }
    }
    Ok(())
}

/// Makes the indexes of a pack anew of the records that there are by now.
pub(super) async fn again(connection: &mut Connection<'_>, pack: &Pack) -> Result<(), Failure> {
    for index in pack.entities().iter().filter_map(|entity| Index::of(pack, entity)) {
        drop_index(connection, index.base()).await?;
    }
    follow(connection, None, pack).await
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

/// Whether the index of an entity is still that of its records: neither is anything else called so, nor anything else searched.
fn stays((before, entity): (&Pack, &Entity), after: &Pack) -> bool {
    let Some(now) = after.entity(entity.name()) else {
        return false;
    };
    let same = Index::of(before, entity).is_some() && Index::of(after, now).is_some();
    let fields = |entity: &Entity| -> Vec<_> {
        let own = searched(entity).map(|field| {
            let mut definition = field.definition().clone();
            // What it is called on a screen changes nothing that is found.
            (definition.label, definition.help, definition.deprecated) = (None, None, None);
            (field.name().to_owned(), definition)
        });
        own.collect()
    };
    let is_renamed = after
        .entities()
        .iter()
        .any(|other| other.name() != entity.name() && other.definition().was.as_deref() == Some(entity.name()));
    let was = now.definition().was.as_deref();
    let is_another = was.is_some_and(|was| before.entity(was).is_some());
    // What tenants have added and removed again may still stand in it.
    let is_open = entity.definition().custom == now.definition().custom;
    same && is_open && !is_renamed && !is_another && fields(entity) == fields(now)
}

async fn make(connection: &mut Connection<'_>, pack: &Pack, entity: &Entity, index: &Index) -> Result<(), Failure> {
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
    let mut tables = vec![pack.table_of(entity)];
    if entity.definition().custom {
        tables.push(pack.custom_table_of(entity));
    }
    tables.retain(|_| connection.dialect() == Dialect::Postgres);
    for table in &tables {
        let open = write::force(table, false);
        tell(connection, open.text, open.values).await?;
    }
    let added = added(connection, pack, entity).await?;
    search::fill(connection, (pack, entity), index, (None, &added)).await?;
    for table in &tables {
        let shut = write::force(table, true);
        tell(connection, shut.text, shut.values).await?;
    }
    for text in last {
        tell(connection, text, Vec::new()).await?;
    }
    Ok(())
}

/// The fields that are searched of those that tenants have given an entity.
async fn added(connection: &mut Connection<'_>, pack: &Pack, entity: &Entity) -> Result<Added, Failure> {
    let mut added = BTreeMap::new();
    if !entity.definition().custom {
        return Ok(added);
    }
    let values = [pack.definition().name.as_str(), entity.name()].map(|text| Bound::Text(text.to_owned()));
    let asked = "SELECT tenant_id, name, definition FROM custom_fields WHERE entity = $2 AND removed_at IS NULL AND tenant_id IN (SELECT id \
                 FROM tenants WHERE pack = $1)";
    for row in connection.ask_static(asked, &values).await? {
        let field: FieldDefinition = json::read(row.text(2)?.unwrap_or_default().as_bytes())?;
        if field.search {
            let own: &mut Vec<String> = added.entry(row.id(0)?.unwrap_or_default()).or_default();
            own.push(row.text(1)?.unwrap_or_default().to_owned());
        }
    }
    Ok(added)
}
