//! Installations of every former version of the platform's tables, with a row in each of them: this server makes them its own, and every
//! row is as it was.

use std::collections::BTreeMap;
use std::path::Path;

use ratebook_server::store::Store;
use ratebook_server::store::sqlite::SqliteFile;
use ratebook_server_testing::{Disk, Postgres};
use sqlx::migrate::Migrator;
use sqlx::{Connection as _, PgConnection, SqliteConnection};

use crate::support::Raw;

/// The id of everything: so whatever leads somewhere leads to what is there.
const ID: &str = "01890a5dac96774bbcceb302099a8057";

/// Tables that went with what they held: what was counted of requests, for a minute.
const GONE: [&str; 1] = ["request_rates"];

/// The columns of each table, with their types.
type Tables = BTreeMap<String, Vec<(String, String)>>;

async fn tables(raw: &mut Raw) -> Tables {
    let text = match raw {
        Raw::Sqlite(_) => {
            "SELECT m.name, c.name, lower(c.type) FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE m.sql LIKE 'CREATE TABLE%' AND \
             m.name NOT LIKE '\\_sqlx%' ESCAPE '\\' AND m.name NOT LIKE 'sqlite%' ORDER BY m.name, c.cid"
        }
        Raw::Postgres(_) => {
            "SELECT table_name::text, column_name::text, data_type::text FROM information_schema.columns WHERE table_schema = 'public' AND \
             table_name NOT LIKE '\\_sqlx%' AND is_generated = 'NEVER' ORDER BY table_name, ordinal_position"
        }
    };
    let mut tables = Tables::new();
    for row in raw.texts(text).await {
        let [table, column, kind] = [0, 1, 2].map(|place| row[place].clone().expect("a name"));
        tables.entry(table).or_default().push((column, kind));
    }
    tables
}

/// A value of a type.
fn value(kind: &str) -> String {
    match kind {
        "blob" => format!("x'{ID}'"),
        "bytea" => format!("'\\x{ID}'"),
        "uuid" => format!("'{ID}'"),
        "boolean" => "true".to_owned(),
        "text" => "'[]'".to_owned(),
        "integer" | "bigint" | "smallint" | "real" | "double precision" | "numeric" => "1".to_owned(),
        "json" | "jsonb" => "'[]'".to_owned(),
        other => panic!("a column of the type `{other}`"),
    }
}

/// Has a row be in every table.
async fn fill(raw: &mut Raw, tables: &Tables) {
    let free = match raw {
        Raw::Sqlite(_) => "PRAGMA foreign_keys = OFF",
        Raw::Postgres(_) => "SET session_replication_role = replica",
    };
    raw.run(free.to_owned()).await.expect("SQL");
    for (table, columns) in tables {
        let names: Vec<String> = columns.iter().map(|(name, _)| format!("\"{name}\"")).collect();
        let values: Vec<String> = columns.iter().map(|(_, kind)| value(kind)).collect();
        let text = format!(
            "INSERT INTO \"{table}\" ({}) VALUES ({})",
            names.join(", "),
            values.join(", ")
        );
        raw.run(text.clone())
            .await
            .unwrap_or_else(|error| panic!("{text}: {error}"));
    }
}

/// The rows of a table as texts, by these columns.
async fn rows(raw: &mut Raw, table: &str, columns: &[&str]) -> Vec<Vec<Option<String>>> {
    let shown = columns.iter().map(|name| match raw {
        Raw::Sqlite(_) => format!("quote(\"{name}\")"),
        Raw::Postgres(_) => format!("\"{name}\"::text"),
    });
    let shown: Vec<String> = shown.collect();
    raw.texts(&format!("SELECT {} FROM \"{table}\"", shown.join(", ")))
        .await
}

/// Every version of a folder of migrations.
async fn versions(folder: &str) -> Vec<sqlx::migrate::Migration> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(folder);
    let all = Migrator::new(folder).await.expect("migrations");
    all.iter().cloned().collect()
}

/// The rows that were there, and what has become of them.
async fn kept(before: &mut Raw, tables: &Tables, upgrade: impl AsyncFnOnce(), about: &str) {
    let mut told = BTreeMap::new();
    for (table, columns) in tables {
        let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
        told.insert(table, rows(before, table, &names).await);
    }
    upgrade().await;
    let now = self::tables(before).await;
    for (table, columns) in tables.iter().filter(|(table, _)| !GONE.contains(&table.as_str())) {
        let own = now
            .get(table)
            .unwrap_or_else(|| panic!("{about}: the table `{table}` is gone"));
        let stays = |name: &String| own.iter().any(|(other, _)| other == name);
        let places: Vec<usize> = (0..columns.len()).filter(|place| stays(&columns[*place].0)).collect();
        let names: Vec<&str> = places.iter().map(|place| columns[*place].0.as_str()).collect();
        let then = told[table]
            .iter()
            .map(|row| places.iter().map(|place| row[*place].clone()).collect());
        let then: Vec<Vec<Option<String>>> = then.collect();
        assert_eq!(rows(before, table, &names).await, then, "{about}: `{table}` {names:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_row_of_every_former_version_is_kept_on_sqlite() {
    let all = versions("sqlite").await;
    assert!(all.len() > 20);
    for last in 1..all.len() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = SqliteFile::new(folder.path().join("db"));
        let mut made = SqliteConnection::connect_with(&file.write_options())
            .await
            .expect("a file");
        let former = Migrator::with_migrations(all[..last].to_vec());
        former.run_direct(None, &mut made, false).await.expect("tables");
        let mut raw = Raw::Sqlite(made);
        let tables = tables(&mut raw).await;
        fill(&mut raw, &tables).await;
        let upgrade = async || Store::open_sqlite(&file, 2).await.expect("a store").close().await;
        kept(&mut raw, &tables, upgrade, &format!("from {}", all[last - 1].version)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_row_of_every_former_version_is_kept_on_postgres() {
    let all = versions("postgres").await;
    let server = Postgres::start(Disk::Fast).expect("PostgreSQL");
    for last in 1..all.len() {
        let address = server.database(&format!("former{last}")).expect("a database");
        let mut made = PgConnection::connect(&address).await.expect("a connection");
        let former = Migrator::with_migrations(all[..last].to_vec());
        former.run_direct(None, &mut made, false).await.expect("tables");
        let mut raw = Raw::Postgres(made);
        let tables = tables(&mut raw).await;
        fill(&mut raw, &tables).await;
        let upgrade = async || Store::open_postgres(&address, 2).await.expect("a store").close().await;
        kept(&mut raw, &tables, upgrade, &format!("from {}", all[last - 1].version)).await;
    }
}
