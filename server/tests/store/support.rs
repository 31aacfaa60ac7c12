//! Both databases, filled for a test, and numbers by chance that are the same in every run.

use ratebook::records::{Cell, Entity, FieldKind, Pack};
use ratebook_server::store::{self, Connection, Patience, sql};
use ratebook_server_testing::{Disk, Postgres};
use serde_json::{Map, Value};
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, SqliteConnection};

/// SQLite in memory and a PostgreSQL of the test's own, with the tables of a pack.
pub(crate) struct Databases {
    sqlite: SqliteConnection,
    postgres: PgConnection,
    server: Postgres,
}

impl Databases {
    pub(crate) async fn start(pack: &Pack) -> Databases {
        let server = Postgres::start(Disk::Fast).expect("PostgreSQL");
        let mut sqlite = SqliteConnection::connect("sqlite::memory:").await.expect("SQLite");
        let mut postgres = PgConnection::connect(&server.address("postgres"))
            .await
            .expect("PostgreSQL");
        sqlx::raw_sql("PRAGMA foreign_keys = ON")
            .execute(&mut sqlite)
            .await
            .expect("a setting");
        store::make_tables(&mut Connection::Sqlite(&mut sqlite), pack)
            .await
            .expect("tables of SQLite");
        store::make_tables(&mut Connection::Postgres(&mut postgres, Patience::default()), pack)
            .await
            .expect("tables of PostgreSQL");
        Databases {
            sqlite,
            postgres,
            server,
        }
    }

    pub(crate) fn connections(&mut self) -> [Connection<'_>; 2] {
        [
            Connection::Sqlite(&mut self.sqlite),
            Connection::Postgres(&mut self.postgres, Patience::default()),
        ]
    }

    /// Keeps a record as core made it, with what stands beside it.
    pub(crate) async fn keep(&mut self, pack: &Pack, entity: &Entity, tenant: [u8; 16], record: &Map<String, Value>) {
        self.insert(pack, entity, tenant, record).await;
        let id_of = |value: &Value| match value.as_str().and_then(Cell::id) {
            Some(Cell::Id(id)) => id,
            _ => panic!("{value} is no id"),
        };
        let own = id_of(&record["id"]);
        for field in entity.fields() {
            let value = record.get(field.name()).unwrap_or(&Value::Null);
            for mut connection in self.connections() {
                let dialect = connection.dialect();
                let mut statements = Vec::new();
                match (field.kind(), value) {
                    (FieldKind::Links, Value::Array(ids)) => {
                        for (place, other) in (0_i64..).zip(ids) {
                            let entry = (own, id_of(other), place);
                            statements.push(sql::insert_link(dialect, pack, (entity, field), tenant, entry));
                        }
                    }
                    (FieldKind::TranslatedText, Value::Object(texts)) => {
                        for (language, text) in texts {
                            let text = (language.as_str(), text.as_str().expect("text"));
                            statements.push(sql::insert_text(dialect, pack, (entity, field), tenant, own, text));
                        }
                    }
                    _ => {}
                }
                for statement in statements {
                    store::carry_out(&mut connection, &statement).await.expect("an entry");
                }
            }
        }
    }

    /// A connection to PostgreSQL of a role that owns nothing, behind policies.
    pub(crate) async fn walled(&mut self, pack: &Pack, role: &str) -> PgConnection {
        sqlx::raw_sql(AssertSqlSafe(format!("CREATE ROLE {role} LOGIN")))
            .execute(&mut self.postgres)
            .await
            .expect("a role");
        for text in sql::policies(&pack.schema(), role) {
            sqlx::raw_sql(AssertSqlSafe(text))
                .execute(&mut self.postgres)
                .await
                .expect("a policy");
        }
        PgConnection::connect(&self.server.address_as(role, "postgres"))
            .await
            .expect("a connection")
    }

    pub(crate) async fn insert(&mut self, pack: &Pack, entity: &Entity, tenant: [u8; 16], record: &Map<String, Value>) {
        let id = record["id"].as_str().and_then(Cell::id);
        let Some(Cell::Id(id)) = id else { panic!("an id") };
        for mut connection in self.connections() {
            let (kept, dialect) = (entity.kept(record), connection.dialect());
            let kept: Vec<sql::Kept> = kept.cells().iter().cloned().map(sql::Kept::Cell).collect();
            let statement = sql::insert(dialect, pack, entity, tenant, &kept);
            store::carry_out(&mut connection, &statement).await.expect("a row");
            for field in entity.fields().iter().filter(|field| field.is_custom()) {
                if let Some(value) = record.get(field.name()) {
                    let statement = sql::keep_custom(dialect, pack, (entity, field), tenant, (id, value));
                    store::carry_out(&mut connection, &statement).await.expect("a row");
                }
            }
        }
    }
}

/// How many rows a statement counts, in the transaction of a tenant or of none.
pub(crate) async fn count(
    connection: &mut PgConnection,
    (tenant, text): (Option<String>, &'static str),
) -> Result<i64, sqlx::Error> {
    let mut transaction = connection.begin().await?;
    if let Some(tenant) = tenant {
        sqlx::query("SELECT set_config('app.tenant', $1, true)")
            .bind(tenant)
            .execute(&mut *transaction)
            .await?;
    }
    sqlx::query_scalar(text).fetch_one(&mut *transaction).await
}

pub(crate) fn id(number: usize) -> [u8; 16] {
    let mut id = [0x11; 16];
    id[8..].copy_from_slice(&(number as u64).to_be_bytes());
    id
}

pub(crate) fn id_text(number: usize) -> String {
    Cell::id_text(&id(number))
}

/// Numbers by chance: splitmix64.
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Chance {
        Chance(seed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    pub(crate) fn yes(&mut self) -> bool {
        self.next() & 1 == 0
    }

    pub(crate) fn of<'t>(&mut self, all: &[&'t str]) -> &'t str {
        all[self.below(all.len())]
    }
}
