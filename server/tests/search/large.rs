//! A list that is searched among 100,000 records of one tenant, by its index and by a look at all of them. To be told the times:
//! `cargo test --release -p ratebook-server --test search -- --ignored large`.

use std::io::Write as _;
use std::time::{Duration, Instant};

use ratebook::records::{Pack, RecordQuery};
use ratebook_server::store::sqlite::SqliteFile;
use ratebook_server::store::{self, Connection, Store};
use serde_json::{Value, json};
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, SqliteConnection};

use crate::lists::{Both, OURS, listed, pack};

const ROWS: usize = 100_000;

/// Rare and common terms, long and short ones.
const TERMS: [&str; 8] = ["person 77777", "7777", "77", "7", "person", "pers", "zzz", "son 1"];

fn definition(version: u32) -> Value {
    let searched = version > 1;
    json!({
        "name": "desk", "version": version, "roles": {"admin": {"allow": ["*"]}},
        "entities": [{
            "name": "customer", "sort": ["-name"], "fields": {
                "name": {"kind": "text", "required": true, "search": searched, "sort": true},
                "email": {"kind": "text", "search": searched, "sort": true}
            }
        }]
    })
}

fn query(term: &str, sorted: bool) -> RecordQuery {
    serde_json::from_value(json!({
        "entity": "customer", "actor": {"tenant": "acme", "id": "ann", "roles": ["admin"]}, "now": "2026-03-03T12:00:00Z",
        "q": term, "limit": 50, "sort": if sorted { json!(["-name"]) } else { json!([]) }
    }))
    .expect("a query")
}

async fn fill(both: &Both) {
    let columns = "tenant_id, id, version, created_at, updated_at, name, name__folded, email, email__folded";
    let [mut sqlite, mut postgres] = raw(both).await;
    let text = format!(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {ROWS}) INSERT INTO desk__customer ({columns}) \
         SELECT x'{tenant}', randomblob(16), 1, 0, i, 'Person ' || i, 'person ' || i, 'p' || (i * 7919 % {ROWS}) || '@example.org', \
         'p' || (i * 7919 % {ROWS}) || '@example.org' FROM n",
        tenant = "a1".repeat(16)
    );
    if let Connection::Sqlite(connection) = sqlite.connection() {
        sqlx::raw_sql(AssertSqlSafe(text))
            .execute(&mut *connection)
            .await
            .expect("rows");
    }
    let text = format!(
        "INSERT INTO desk__customer ({columns}) SELECT '{tenant}'::uuid, gen_random_uuid(), 1, 0, i, 'Person ' || i, 'person ' || i, \
         'p' || (i * 7919 % {ROWS}) || '@example.org', 'p' || (i * 7919 % {ROWS}) || '@example.org' FROM generate_series(1, {ROWS}) i; \
         ANALYZE desk__customer",
        tenant = "a1".repeat(16)
    );
    if let Connection::Postgres(connection) = postgres.connection() {
        sqlx::raw_sql(AssertSqlSafe(text))
            .execute(&mut *connection)
            .await
            .expect("rows");
    }
}

enum Raw {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Raw {
    fn connection(&mut self) -> Connection<'_> {
        match self {
            Raw::Sqlite(connection) => Connection::Sqlite(connection),
            Raw::Postgres(connection) => Connection::Postgres(connection),
        }
    }
}

/// Connections beside the stores, which see everything.
async fn raw(both: &Both) -> [Raw; 2] {
    let options = SqliteFile::new(both.folder.path().join("db")).write_options();
    let sqlite = SqliteConnection::connect_with(&options).await.expect("SQLite");
    let address = both.server.address_as("ratebook", "lists");
    let postgres = PgConnection::connect(&address).await.expect("PostgreSQL");
    [Raw::Sqlite(sqlite), Raw::Postgres(postgres)]
}

/// The least of a few times, once by all records in their order and once by the index.
async fn times(store: &Store, raw: &mut Raw, pack: &Pack, term: &str) -> [Duration; 2] {
    let holder = pack.holder(&query(term, false).actor).expect("somebody");
    let (sorted, ranked) = (
        pack.plan(&query(term, true), &holder).expect("a plan"),
        pack.plan(&query(term, false), &holder).expect("a plan"),
    );
    let mut least = [Duration::MAX; 2];
    for _ in 0..7 {
        let start = Instant::now();
        store::page(&mut raw.connection(), pack, &sorted, OURS)
            .await
            .expect("a page");
        least[0] = least[0].min(start.elapsed());
        let start = Instant::now();
        listed(store, pack, &ranked).await;
        least[1] = least[1].min(start.elapsed());
    }
    least
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "it takes minutes, and tells times"]
async fn a_large_tenant_is_searched_by_the_index() {
    let (both, after) = (Both::start().await, pack(&definition(2)));
    both.upgrade(&pack(&definition(1))).await;
    fill(&both).await;
    let mut out = std::io::stderr();
    for store in &both.stores {
        let start = Instant::now();
        store::upgrade::upgrade(store, &after, &[]).await.expect("an index");
        let filled = start.elapsed();
        writeln!(out, "{:?}: {ROWS} indexed in {filled:.1?}", store.dialect()).expect("a line");
    }
    let mut raws = raw(&both).await;
    if let Connection::Postgres(connection) = raws[1].connection() {
        let analyzed = sqlx::raw_sql("VACUUM ANALYZE").execute(&mut *connection).await;
        analyzed.expect("figures");
    }
    for (store, raw) in both.stores.iter().zip(&mut raws) {
        for term in TERMS {
            let [all, indexed] = times(store, raw, &after, term).await;
            let name = store.dialect();
            writeln!(out, "{name:?} `{term}`: {all:.1?} by all, {indexed:.1?} by the index").expect("a line");
        }
    }
}
