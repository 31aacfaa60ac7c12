//! Both databases, filled for a test, and numbers by chance that are the same in every run.

use ratebook::records::{Cell, Entity, Pack};
use ratebook_server::store::{self, Connection, sql};
use ratebook_server_testing::{Disk, Postgres};
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, SqliteConnection};

/// SQLite in memory and a PostgreSQL of the test's own, with the tables of a pack.
pub struct Databases {
    sqlite: SqliteConnection,
    postgres: PgConnection,
    _server: Postgres,
}

impl Databases {
    pub async fn start(pack: &Pack) -> Databases {
        let server = Postgres::start(Disk::Fast).expect("PostgreSQL");
        let mut sqlite = SqliteConnection::connect("sqlite::memory:").await.expect("SQLite");
        let mut postgres = PgConnection::connect(&server.address("postgres"))
            .await
            .expect("PostgreSQL");
        for entity in pack.entities() {
            sqlx::raw_sql(AssertSqlSafe(table(sql::Dialect::Sqlite, pack, entity)))
                .execute(&mut sqlite)
                .await
                .expect("a table");
            sqlx::raw_sql(AssertSqlSafe(table(sql::Dialect::Postgres, pack, entity)))
                .execute(&mut postgres)
                .await
                .expect("a table");
        }
        Databases {
            sqlite,
            postgres,
            _server: server,
        }
    }

    pub fn connections(&mut self) -> [Connection<'_>; 2] {
        [
            Connection::Sqlite(&mut self.sqlite),
            Connection::Postgres(&mut self.postgres),
        ]
    }

    pub async fn insert(&mut self, pack: &Pack, entity: &Entity, tenant: [u8; 16], cells: &[Cell]) {
        for mut connection in self.connections() {
            let statement = sql::insert(connection.dialect(), pack, entity, tenant, cells);
            store::carry_out(&mut connection, &statement).await.expect("a row");
        }
    }
}

fn table(dialect: sql::Dialect, pack: &Pack, entity: &Entity) -> String {
    let columns = entity.columns().iter().map(|column| {
        let required = if column.required { " NOT NULL" } else { "" };
        format!(
            "\"{}\" {}{required}",
            column.name,
            sql::column_type(dialect, column.kind)
        )
    });
    let columns: Vec<String> = columns.collect();
    let id = sql::column_type(dialect, ratebook::records::ColumnKind::Id);
    let name = format!("{}__{}", pack.definition().name, entity.name());
    format!(
        "CREATE TABLE \"{name}\" (\"tenant_id\" {id} NOT NULL, {}, PRIMARY KEY (\"tenant_id\", \"id\"))",
        columns.join(", ")
    )
}

pub fn id(number: usize) -> [u8; 16] {
    let mut id = [0x11; 16];
    id[8..].copy_from_slice(&(number as u64).to_be_bytes());
    id
}

pub fn id_text(number: usize) -> String {
    Cell::id_text(&id(number))
}

/// Numbers by chance: splitmix64.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Chance {
        Chance(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    pub fn yes(&mut self) -> bool {
        self.next() & 1 == 0
    }

    pub fn of<'t>(&mut self, all: &[&'t str]) -> &'t str {
        all[self.below(all.len())]
    }
}
