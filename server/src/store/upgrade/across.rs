//! The tables of what is kept over all tenants, as a version of a pack has them: what stands in them is made of records.

use std::collections::BTreeSet;

use ratebook::records::Pack;

use super::ROLE;
use crate::store::ask::{self, Connection};
use crate::store::failure::Failure;
use crate::store::rows::RowCells;
use crate::store::sql::{self, Bound, Dialect, Statement};

/// Has the tables of listings be those of this version of the pack; made anew, they are empty.
pub(super) async fn listings(connection: &mut Connection<'_>, pack: &Pack, anew: bool) -> Result<(), Failure> {
    let there = tables_of(connection, &format!("{}__0public__", pack.definition().name)).await?;
    let schema = pack.listings().map(|listings| listings.schema());
    let wanted: BTreeSet<&str> = schema
        .iter()
        .flat_map(|schema| &schema.tables)
        .filter(|table| !table.native)
        .map(|table| table.name.as_str())
        .collect();
    if !anew && there.iter().map(String::as_str).collect::<BTreeSet<_>>() == wanted {
        return Ok(());
    }
    let dialect = connection.dialect();
    for table in &there {
        carry_out(connection, sql::drop_table(dialect, table)).await?;
    }
    let Some(schema) = schema else { return Ok(()) };
    let mut texts = sql::tables(dialect, &schema);
    if dialect == Dialect::Postgres {
        texts.extend(sql::listing_policies(&schema, ROLE));
    }
    for text in texts {
        carry_out(connection, text).await?;
    }
    Ok(())
}

/// Forgets whose the records of a table are.
pub(super) async fn disown(connection: &mut Connection<'_>, source: &str) -> Result<(), Failure> {
    let source = Bound::Text(source.to_owned());
    connection
        .tell_static("DELETE FROM owned WHERE source = $1", &[source])
        .await?;
    Ok(())
}

async fn carry_out(connection: &mut Connection<'_>, text: String) -> Result<(), Failure> {
    let values = Vec::new();
    ask::carry_out(connection, &Statement { text, values }).await?;
    Ok(())
}

/// The tables of listings that there are, those that lead to others before these.
async fn tables_of(connection: &mut Connection<'_>, beginning: &str) -> Result<Vec<String>, Failure> {
    let text = match connection.dialect() {
        Dialect::Sqlite => "SELECT name FROM sqlite_schema WHERE type = 'table'",
        Dialect::Postgres => "SELECT relname::text FROM pg_class WHERE relkind = 'r' AND pg_table_is_visible(oid)",
    };
    let mut found = Vec::new();
    for row in connection.ask_static(text, &[]).await? {
        let table = row.text(0)?.unwrap_or_default();
        if table.starts_with(beginning) {
            found.push(table.to_owned());
        }
    }
    found.sort_by_key(|table| std::cmp::Reverse(table.len()));
    Ok(found)
}
