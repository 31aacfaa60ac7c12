//! What lies in the database of a test, read beside the server.

use std::collections::BTreeMap;

use serde_json::{Map, Value};
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, SqliteConnection};

use crate::{Base, Served};

/// A row, by its columns. Ids are texts of hexadecimal digits on either database.
pub type Row = Map<String, Value>;

/// Carries out SQL on a database; how many rows it changed, or what the database says against it.
pub fn carry_out(base: Base, address: &str, text: &str) -> Result<u64, String> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    let text = AssertSqlSafe(text.to_owned());
    let done = runtime.block_on(async {
        Ok::<u64, sqlx::Error>(match base {
            Base::Sqlite => {
                let mut connection = SqliteConnection::connect(address).await?;
                sqlx::raw_sql(text).execute(&mut connection).await?.rows_affected()
            }
            Base::Postgres => {
                let mut connection = PgConnection::connect(address).await?;
                sqlx::raw_sql(text).execute(&mut connection).await?.rows_affected()
            }
        })
    });
    done.map_err(|error| error.to_string())
}

impl Served {
    /// The rows of a table.
    pub fn rows(&self, table: &str) -> Vec<Row> {
        let mut tables = self.read_rows(|name| name == table);
        tables.remove(table).expect("the table")
    }

    /// The rows of every table, but for the inner ones of a search.
    pub fn all_rows(&self) -> BTreeMap<String, Vec<Row>> {
        self.read_rows(|_| true)
    }

    /// Carries out SQL beside the server, as whoever owns the tables; how many rows it changed, or what the database says against it.
    pub fn carry_out(&self, text: &str) -> Result<u64, String> {
        carry_out(self.base(), &self.address(), text)
    }

    fn read_rows(&self, wanted: impl Fn(&str) -> bool) -> BTreeMap<String, Vec<Row>> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        let texts = runtime.block_on(async {
            match self.base() {
                Base::Sqlite => of_sqlite(&self.address(), wanted).await,
                Base::Postgres => of_postgres(&self.address(), wanted).await,
            }
        });
        let texts = texts.expect("rows");
        let read = |text: String| serde_json::from_str(&text).expect("a row");
        let tables = texts.into_iter();
        tables
            .map(|(name, rows)| (name, rows.into_iter().map(read).map(alike).collect()))
            .collect()
    }
}

/// Ids as SQLite writes them.
fn alike(mut row: Row) -> Row {
    for value in row.values_mut() {
        let id = value
            .as_str()
            .filter(|text| text.len() == 36 && text.split('-').count() == 5);
        if let Some(id) = id {
            *value = id.replace('-', "").into();
        }
    }
    row
}

type Texts = Result<Vec<(String, Vec<String>)>, sqlx::Error>;

async fn of_sqlite(address: &str, wanted: impl Fn(&str) -> bool) -> Texts {
    let mut connection = SqliteConnection::connect(address).await?;
    let names =
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'";
    let names: Vec<String> = sqlx::query_scalar(names).fetch_all(&mut connection).await?;
    let mut tables = Vec::new();
    for name in names.into_iter().filter(|name| wanted(name)) {
        let columns = "SELECT name FROM pragma_table_info($1)";
        let columns: Vec<String> = sqlx::query_scalar(columns)
            .bind(&name)
            .fetch_all(&mut connection)
            .await?;
        let value = |column: &String| {
            format!(
                "'{column}', CASE typeof(\"{column}\") WHEN 'blob' THEN lower(hex(\"{column}\")) ELSE \"{column}\" END"
            )
        };
        let columns: Vec<String> = columns.iter().map(value).collect();
        let text = format!("SELECT json_object({}) FROM \"{name}\"", columns.join(", "));
        let rows = sqlx::query_scalar(AssertSqlSafe(text))
            .fetch_all(&mut connection)
            .await?;
        tables.push((name, rows));
    }
    Ok(tables)
}

async fn of_postgres(address: &str, wanted: impl Fn(&str) -> bool) -> Texts {
    let mut connection = PgConnection::connect(address).await?;
    let names = "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'";
    let names: Vec<String> = sqlx::query_scalar(names).fetch_all(&mut connection).await?;
    let mut tables = Vec::new();
    for name in names.into_iter().filter(|name| wanted(name)) {
        let text = format!("SELECT to_jsonb(own)::text FROM \"{name}\" own");
        let rows = sqlx::query_scalar(AssertSqlSafe(text))
            .fetch_all(&mut connection)
            .await?;
        tables.push((name, rows));
    }
    Ok(tables)
}
