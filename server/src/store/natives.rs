//! The tables of natives compared with what core describes: a server that would read or write them otherwise than they are does not
//! start.

use std::collections::BTreeMap;

use ratebook::records::schema::TableModel;
use ratebook::records::{Pack, natives};
use serde_json::json;

use super::door::Store;
use super::failure::Failure;
use super::rows::RowCells;
use super::sql::{Bound, Dialect, column_type};

/// A column as a database has it.
#[derive(Debug, PartialEq, Eq)]
struct Column {
    /// Its type, with its collation where it is not the usual one.
    kind: String,
    required: bool,
}

/// Compares every table of natives in a database with its descriptor. Every difference is told, by table and column.
pub async fn compare(store: &Store) -> Result<(), Failure> {
    let whole = json!({"name": "all", "entities": natives()});
    let schema = Pack::load(whole)?.schema();
    let mut faults = Vec::new();
    for table in schema.tables.iter().filter(|table| table.native) {
        let found = columns(store, &table.name).await?;
        faults.extend(differences(store.dialect(), table, &found));
    }
    if faults.is_empty() {
        return Ok(());
    }
    Err(Failure::defect(format!(
        "the tables of the engine are not those of this version; bring back what was changed by hand, or start the version that made \
         them:\n{}",
        faults.join("\n")
    )))
}

fn differences(dialect: Dialect, table: &TableModel, found: &BTreeMap<String, Column>) -> Vec<String> {
    if found.is_empty() {
        return vec![format!("`{}`: there is no such table", table.name)];
    }
    let mut faults = Vec::new();
    for column in &table.columns {
        let place = format!("`{}`, column `{}`", table.name, column.name);
        let Some(own) = found.get(&column.name) else {
            faults.push(format!("{place}: it is not there"));
            continue;
        };
        let kind = column_type(dialect, column.kind);
        if own.kind != kind {
            faults.push(format!("{place}: it is {}, and has to be {kind}", own.kind));
        }
        match (own.required, column.required) {
            (true, false) => faults.push(format!("{place}: it is NOT NULL, and the engine leaves it out")),
            (false, true) => faults.push(format!("{place}: it is not NOT NULL, and has to be")),
            _ => {}
        }
    }
    let known = |name: &String| table.columns.iter().any(|column| column.name == **name);
    let others = found.keys().filter(|name| !known(name));
    faults.extend(others.map(|name| format!("`{}`, column `{name}`: the engine has none of that name", table.name)));
    faults
}

/// The columns of a table, by name; none where there is no such table.
async fn columns(store: &Store, table: &str) -> Result<BTreeMap<String, Column>, Failure> {
    let text = match store.dialect() {
        Dialect::Sqlite => "SELECT name, type, \"notnull\", NULL FROM pragma_table_info($1)",
        Dialect::Postgres => {
            "SELECT a.attname::text, format_type(a.atttypid, a.atttypmod), a.attnotnull::int::bigint, CASE WHEN a.attcollation <> \
             t.typcollation THEN (SELECT c.collname::text FROM pg_collation c WHERE c.oid = a.attcollation) END FROM pg_attribute a \
             JOIN pg_type t ON t.oid = a.atttypid WHERE a.attrelid = to_regclass(quote_ident($1)) AND a.attnum > 0 AND NOT \
             a.attisdropped"
        }
    };
    let table = Bound::Text(table.to_owned());
    let read = store.read_platform(move |mut tx| {
        Box::pin(async move {
            let mut columns = BTreeMap::new();
            for row in tx.ask(text, &[table]).await? {
                let name = row.text(0)?.unwrap_or_default().to_owned();
                let kind = row.text(1)?.unwrap_or_default();
                let kind = match row.text(3)? {
                    Some(collation) => format!("{kind} COLLATE \"{collation}\""),
                    None => kind.to_owned(),
                };
                let required = row.whole(2)? == Some(1);
                columns.insert(name, Column { kind, required });
            }
            Ok(columns)
        })
    });
    read.await
}
