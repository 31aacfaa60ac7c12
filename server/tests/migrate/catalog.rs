//! What a database says of its tables, and what stands in them.

use std::collections::{BTreeMap, BTreeSet};

use ratebook::records::Pack;
use ratebook_server::store::sql::{self, Dialect};
use sqlx::{Connection as _, SqliteConnection};

use crate::support::{Database, Place, Raw};

/// The tables of the pack `shop`, one line for each thing that is there, without what was retired.
pub(crate) async fn tables(database: &Database) -> BTreeSet<String> {
    match &database.place {
        Place::Sqlite(_) => of_sqlite(&mut database.raw().await).await,
        Place::Postgres { .. } => of_postgres(&mut database.owner().await, "public").await,
    }
}

/// The same of a fresh start.
pub(crate) async fn fresh(database: &Database, pack: &Pack) -> BTreeSet<String> {
    match &database.place {
        Place::Sqlite(_) => {
            let mut raw = Raw::Sqlite(SqliteConnection::connect("sqlite::memory:").await.expect("SQLite"));
            let listings = pack.listings().map(|listings| listings.schema());
            for schema in [pack.schema()].iter().chain(&listings) {
                for text in sql::tables(Dialect::Sqlite, schema) {
                    raw.run(text).await.expect("a table");
                }
            }
            of_sqlite(&mut raw).await
        }
        Place::Postgres { .. } => {
            let mut raw = database.owner().await;
            raw.run("DROP SCHEMA IF EXISTS fresh CASCADE; CREATE SCHEMA fresh; SET search_path = fresh".to_owned())
                .await
                .expect("a schema");
            let schema = pack.schema();
            let policies = sql::policies(&schema, "ratebook_tenant");
            let mut texts: Vec<String> = sql::tables(Dialect::Postgres, &schema)
                .into_iter()
                .chain(policies)
                .collect();
            if let Some(listings) = pack.listings() {
                let schema = listings.schema();
                texts.extend(sql::tables(Dialect::Postgres, &schema));
                texts.extend(sql::listing_policies(&schema, "ratebook_tenant"));
            }
            for text in texts {
                raw.run(text).await.expect("a table");
            }
            let found = of_postgres(&mut raw, "fresh").await;
            raw.run("DROP SCHEMA fresh CASCADE".to_owned()).await.expect("a schema");
            found
        }
    }
}

/// Whatever is not the same in both.
pub(crate) fn difference(got: &BTreeSet<String>, wanted: &BTreeSet<String>) -> String {
    let lacks: Vec<_> = wanted.difference(got).collect();
    let extra: Vec<_> = got.difference(wanted).collect();
    if lacks.is_empty() && extra.is_empty() {
        return String::new();
    }
    format!("lacks {lacks:#?}, has {extra:#?}")
}

fn line(row: &[Option<String>]) -> String {
    let cells: Vec<&str> = row.iter().map(|cell| cell.as_deref().unwrap_or("-")).collect();
    cells.join(" | ")
}

async fn of_sqlite(raw: &mut Raw) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let tables = raw
        .texts(
            "SELECT s.name, s.sql, CAST(l.strict AS TEXT) FROM sqlite_schema s JOIN pragma_table_list l ON l.name = s.name \
             WHERE s.type = 'table' AND s.name GLOB 'shop__*' AND s.name NOT LIKE '%\\_\\_retired\\_%' ESCAPE '\\'",
        )
        .await;
    for row in tables {
        let (table, text) = (row[0].clone().expect("a name"), row[1].clone().expect("text"));
        found.insert(format!("{table} strict {}", row[2].clone().expect("a number")));
        for part in text.split("CONSTRAINT \"").skip(1) {
            found.insert(format!("{table} key {}", part.split('"').next().unwrap_or_default()));
        }
        for asked in [
            format!(
                "SELECT 'column', name, type, CAST(\"notnull\" AS TEXT), dflt_value, CAST(pk AS TEXT) FROM pragma_table_info('{table}') \
                 WHERE name NOT LIKE '%\\_\\_retired\\_%' ESCAPE '\\'"
            ),
            format!(
                "SELECT 'index', l.name, CAST(l.\"unique\" AS TEXT), l.origin, CAST(l.partial AS TEXT), s.sql FROM \
                 pragma_index_list('{table}') l LEFT JOIN sqlite_schema s ON s.name = l.name WHERE l.origin = 'c'"
            ),
            format!(
                "SELECT 'foreign', \"table\", group_concat(\"from\" || '>' || \"to\"), on_delete FROM (SELECT * FROM \
                 pragma_foreign_key_list('{table}') ORDER BY id, seq) GROUP BY id"
            ),
        ] {
            for row in raw.texts(&asked).await {
                found.insert(format!("{table} {}", line(&row)));
            }
        }
    }
    found
}

async fn of_postgres(raw: &mut Raw, schema: &str) -> BTreeSet<String> {
    let of = format!(
        "n.nspname = '{schema}' AND c.relname ~ '^shop__' AND c.relname !~ '__retired_' AND NOT c.relispartition AND c.relkind IN ('r', 'p')"
    );
    let from = "FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace";
    let mut found = BTreeSet::new();
    for asked in [
        format!(
            "SELECT c.relname::text, 'table', c.relkind::text, c.relrowsecurity::text, c.relforcerowsecurity::text, c.relacl::text, \
             pg_get_partkeydef(c.oid) {from} WHERE {of}"
        ),
        format!(
            "SELECT c.relname::text, 'column', a.attname::text, format_type(a.atttypid, a.atttypmod), l.collname::text, a.attnotnull::text, \
             pg_get_expr(d.adbin, d.adrelid) {from} JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped \
             LEFT JOIN pg_collation l ON l.oid = a.attcollation LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum \
             WHERE {of} AND a.attname !~ '__retired_'"
        ),
        format!(
            "SELECT c.relname::text, 'constraint', k.conname::text, pg_get_constraintdef(k.oid), k.convalidated::text {from} JOIN pg_constraint k ON k.conrelid = c.oid \
             WHERE {of} AND k.conparentid = 0"
        ),
        format!(
            "SELECT c.relname::text, 'index', replace(pg_get_indexdef(i.indexrelid), '{schema}.', ''), i.indisvalid::text {from} \
             JOIN pg_index i ON i.indrelid = c.oid WHERE {of}"
        ),
        format!(
            "SELECT c.relname::text, 'policy', p.polname::text, p.polroles::text, p.polcmd::text, pg_get_expr(p.polqual, p.polrelid), \
             pg_get_expr(p.polwithcheck, p.polrelid) {from} JOIN pg_policy p ON p.polrelid = c.oid WHERE {of}"
        ),
        format!(
            "SELECT c.relname::text, 'rest', r.relname::text, pg_get_expr(r.relpartbound, r.oid) {from} JOIN pg_inherits h ON h.inhparent = c.oid \
             JOIN pg_class r ON r.oid = h.inhrelid WHERE {of} AND pg_get_expr(r.relpartbound, r.oid) = 'DEFAULT'"
        ),
    ] {
        for row in raw.texts(&asked).await {
            found.insert(line(&row));
        }
    }
    found
}

/// The rows of a table as texts, by its columns.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Held {
    pub(crate) columns: Vec<String>,
    pub(crate) rows: Vec<Vec<Option<String>>>,
}

impl Held {
    /// The rows by these columns alone, in order.
    pub(crate) fn by(&self, columns: &[&str]) -> Vec<Vec<Option<String>>> {
        let place = |name: &&str| {
            let place = self.columns.iter().position(|own| own == name);
            place.unwrap_or_else(|| panic!("no column {name} among {:?}", self.columns))
        };
        let places: Vec<usize> = columns.iter().map(place).collect();
        let mut rows: Vec<Vec<Option<String>>> = self
            .rows
            .iter()
            .map(|row| places.iter().map(|place| row[*place].clone()).collect())
            .collect();
        rows.sort();
        rows
    }
}

/// Everything that stands in the tables of the pack `shop`, what was retired too.
pub(crate) async fn held(database: &Database) -> BTreeMap<String, Held> {
    let mut raw = database.raw().await;
    let sqlite = matches!(raw, Raw::Sqlite(_));
    // All of it at one moment: somebody may be at it.
    raw.texts(if sqlite {
        "BEGIN"
    } else {
        "BEGIN ISOLATION LEVEL REPEATABLE READ"
    })
    .await;
    let names = if sqlite {
        "SELECT s.name, i.name FROM sqlite_schema s, pragma_table_info(s.name) i WHERE s.type = 'table' AND s.name GLOB 'shop__*' ORDER BY 1, 2"
    } else {
        "SELECT c.relname::text, a.attname::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid WHERE c.relname ~ '^shop__' AND \
         c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped ORDER BY 1, 2"
    };
    let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in raw.texts(names).await {
        let (table, column) = (row[0].clone().expect("a table"), row[1].clone().expect("a column"));
        tables.entry(table).or_default().push(column);
    }
    let mut held = BTreeMap::new();
    for (table, columns) in tables {
        let cells: Vec<String> = columns
            .iter()
            .map(|name| {
                if sqlite {
                    format!(
                        "CASE WHEN typeof(\"{name}\") = 'blob' THEN hex(\"{name}\") ELSE CAST(\"{name}\" AS TEXT) END"
                    )
                } else {
                    format!("\"{name}\"::text")
                }
            })
            .collect();
        let mut rows = raw
            .texts(&format!("SELECT {} FROM \"{table}\"", cells.join(", ")))
            .await;
        rows.sort();
        held.insert(table, Held { columns, rows });
    }
    held
}
