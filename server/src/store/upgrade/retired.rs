//! What earlier versions have left out of sight, until its loss is named.

use ratebook::records::{Cell, ColumnKind, Pack};
use ratebook::{Code, Error, Reason};

use super::tables::{Table, tables};
use super::{LOCK, lock};
use crate::store::ask::{self, Connection};
use crate::store::door::Store;
use crate::store::failure::Failure;
use crate::store::opening::SHAPES;
use crate::store::rows::RowCells;
use crate::store::sql::migrate as write;
use crate::store::sql::{Bound, Dialect, release};

/// The tables and columns that a pack's earlier versions have left out of sight, by the names by which [`forget`] knows them:
/// `shop__item__retired_3`, `shop__item.fax__retired_2`.
pub async fn retired(store: &Store, pack: &Pack) -> Result<Vec<String>, Failure> {
    let mut reshape = store.reshape().await?;
    let found = found(&mut reshape.connection()?, pack).await?;
    reshape.commit().await?;
    Ok(found.iter().map(Retired::name).collect())
}

/// Drops what was kept out of sight, by its names: all of it, or nothing when a name is not known.
pub async fn forget(store: &Store, pack: &Pack, names: &[String]) -> Result<(), Failure> {
    let mut reshape = store.reshape().await?;
    let mut connection = reshape.connection()?;
    lock(&mut connection, LOCK).await?;
    lock(&mut connection, SHAPES).await?;
    let found = found(&mut connection, pack).await?;
    let strangers = names.iter().filter(|name| found.iter().all(|own| own.name() != **name));
    let reasons = strangers.map(|name| {
        let message = format!("nothing is kept out of sight as `{name}`");
        Reason::new(Code::RequestUnknown, "/names", message)
    });
    Error::unless_empty(reasons.collect())?;
    let tables = tables(&mut connection).await?;
    for own in found.iter().filter(|own| names.contains(&own.name())) {
        if let Some(table) = tables.get(&own.table) {
            own.release(&mut connection, table).await?;
        }
        let dialect = connection.dialect();
        let statement = match &own.column {
            Some(column) => write::drop_column(dialect, &own.table, column),
            None => write::drop_table(dialect, &own.table),
        };
        ask::carry_out(&mut connection, &statement).await?;
    }
    reshape.commit().await
}

/// A table, or a column of one that is in use.
struct Retired {
    table: String,
    column: Option<String>,
}

impl Retired {
    fn name(&self) -> String {
        match &self.column {
            Some(column) => format!("{}.{column}", self.table),
            None => self.table.clone(),
        }
    }

    /// Has the files be named no more that rows name in it: ids of files are no others'.
    async fn release(&self, connection: &mut Connection<'_>, table: &Table) -> Result<(), Failure> {
        let dialect = connection.dialect();
        let is_id = |kind: &ColumnKind| match dialect {
            Dialect::Postgres => *kind == ColumnKind::Id,
            Dialect::Sqlite => *kind == ColumnKind::Bytes,
        };
        let own = table.columns.iter().zip(&table.kinds);
        let own = own.filter(|(name, kind)| is_id(kind) && !table.key.contains(*name));
        let own = own
            .map(|(name, _)| name)
            .filter(|name| self.column.as_ref().is_none_or(|own| own == *name));
        let own: Vec<&String> = own.collect();
        if own.is_empty() || !table.columns.iter().any(|name| name == "tenant_id") {
            return Ok(());
        }
        let walled = dialect == Dialect::Postgres;
        if walled {
            ask::carry_out(connection, &write::force(&self.table, false)).await?;
        }
        for column in own {
            ask::carry_out(connection, &release(dialect, &self.table, column)).await?;
        }
        if walled {
            ask::carry_out(connection, &write::force(&self.table, true)).await?;
        }
        Ok(())
    }
}

async fn found(connection: &mut Connection<'_>, pack: &Pack) -> Result<Vec<Retired>, Failure> {
    let asked = match connection.dialect() {
        Dialect::Sqlite => {
            "SELECT s.name, i.name FROM sqlite_schema s, pragma_table_info(s.name) i WHERE s.type = 'table' \
             AND substr(s.name, 1, length($1)) = $1 ORDER BY 1, 2"
        }
        Dialect::Postgres => {
            "SELECT c.relname::text, a.attname::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid WHERE c.relkind IN ('r', 'p') \
             AND NOT c.relispartition AND pg_table_is_visible(c.oid) AND a.attnum > 0 AND NOT a.attisdropped \
             AND substr(c.relname::text, 1, length($1)) = $1 ORDER BY 1, 2"
        }
    };
    let begins = format!("{}__", pack.definition().name);
    let rows = connection.ask_static(asked, &[Bound::Text(begins)]).await?;
    let schema = pack.schema();
    let mut found: Vec<Retired> = Vec::new();
    for row in rows {
        let cells = (row.cell(0, ColumnKind::Text)?, row.cell(1, ColumnKind::Text)?);
        let (Cell::Text(table), Cell::Text(column)) = cells else {
            continue;
        };
        let column = match schema.table(&table) {
            Some(known) if known.column(&column).is_some() => continue,
            Some(_) => Some(column),
            None => None,
        };
        // What everybody may read is made of records.
        if table.starts_with(&format!("{}__0public__", pack.definition().name)) {
            continue;
        }
        // What is neither of the version at hand nor called so is not ours to judge.
        let name = column.as_ref().unwrap_or(&table);
        let named = name.contains("__retired_") || name.contains("__0");
        if named && found.iter().all(|own| (&own.table, &own.column) != (&table, &column)) {
            found.push(Retired { table, column });
        }
    }
    Ok(found)
}
