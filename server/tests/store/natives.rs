//! A server does not start over tables of natives that are not those of its version.

use std::collections::BTreeMap;

use ratebook_server::platform::start;
use ratebook_server::state::Parts;
use ratebook_server::store::sqlite::SqliteFile;
use ratebook_server::store::{Failure, Store, Vault};
use ratebook_server_testing::{Disk, Postgres};
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, SqliteConnection};

async fn begin(store: Store) -> Result<(), Failure> {
    let begun = start::begin(Parts::new(store, BTreeMap::new(), Vault::new(&[7; 32])), None, &[]).await;
    begun.map(drop)
}

/// What is changed by hand, how it is undone, and what is told of it.
type Change = (&'static str, &'static str, &'static [&'static str]);

fn told(failure: &Failure, expected: &[&str]) {
    let text = failure.to_string();
    for line in expected {
        assert!(text.contains(line), "`{line}` in:\n{text}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_column_that_was_altered_is_named_at_start_on_sqlite() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ratebook.db");
    let file = SqliteFile::new(&path);
    let changes: [Change; 3] = [
        (
            "ALTER TABLE native__booking RENAME COLUMN note TO remark",
            "ALTER TABLE native__booking RENAME COLUMN remark TO note",
            &[
                "`native__booking`, column `note`: it is not there",
                "`native__booking`, column `remark`: the engine has none of that name",
            ],
        ),
        (
            "ALTER TABLE native__block DROP COLUMN units; ALTER TABLE native__block ADD COLUMN units TEXT",
            "ALTER TABLE native__block DROP COLUMN units; ALTER TABLE native__block ADD COLUMN units INTEGER",
            &["`native__block`, column `units`: it is TEXT, and has to be INTEGER"],
        ),
        (
            "ALTER TABLE native__block DROP COLUMN units; ALTER TABLE native__block ADD COLUMN units INTEGER NOT NULL DEFAULT 1",
            "ALTER TABLE native__block DROP COLUMN units; ALTER TABLE native__block ADD COLUMN units INTEGER",
            &["`native__block`, column `units`: it is NOT NULL, and the engine leaves it out"],
        ),
    ];
    let open = || Store::open_sqlite(&file, 2);
    begin(open().await.expect("a store")).await.expect("a server");
    for (change, undo, expected) in changes {
        let mut connection = SqliteConnection::connect(&format!("sqlite://{}", path.display()))
            .await
            .expect("a connection");
        sqlx::raw_sql(change).execute(&mut connection).await.expect("a change");
        let refused = begin(open().await.expect("a store")).await;
        told(&refused.expect_err("a server over strange tables"), expected);
        sqlx::raw_sql(undo).execute(&mut connection).await.expect("undone");
        begin(open().await.expect("a store")).await.expect("a server");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_column_that_was_altered_is_named_at_start_on_postgres() {
    let server = Postgres::start(Disk::Fast).expect("PostgreSQL");
    let address = server.address("postgres");
    let changes: [Change; 5] = [
        (
            "ALTER TABLE native__booking ALTER COLUMN units TYPE integer",
            "ALTER TABLE native__booking ALTER COLUMN units TYPE bigint",
            &["`native__booking`, column `units`: it is integer, and has to be bigint"],
        ),
        (
            "ALTER TABLE native__booking ALTER COLUMN note TYPE text COLLATE \"default\"",
            "ALTER TABLE native__booking ALTER COLUMN note TYPE text COLLATE \"C\"",
            &["`native__booking`, column `note`: it is text, and has to be text COLLATE \"C\""],
        ),
        (
            "ALTER TABLE native__feed ALTER COLUMN name DROP NOT NULL",
            "ALTER TABLE native__feed ALTER COLUMN name SET NOT NULL",
            &["`native__feed`, column `name`: it is not NOT NULL, and has to be"],
        ),
        (
            "ALTER TABLE native__block ALTER COLUMN reason SET NOT NULL",
            "ALTER TABLE native__block ALTER COLUMN reason DROP NOT NULL",
            &["`native__block`, column `reason`: it is NOT NULL, and the engine leaves it out"],
        ),
        (
            "ALTER TABLE native__block RENAME TO blocks_of_old",
            "ALTER TABLE blocks_of_old RENAME TO native__block",
            &["`native__block`: there is no such table"],
        ),
    ];
    let mut connection = PgConnection::connect(&address).await.expect("a connection");
    begin(Store::open_postgres(&address, 2).await.expect("a store"))
        .await
        .expect("a server");
    for (change, undo, expected) in changes {
        let carry_out = |text: &'static str| sqlx::raw_sql(AssertSqlSafe(text));
        carry_out(change).execute(&mut connection).await.expect("a change");
        let store = Store::open_postgres(&address, 2).await.expect("a store");
        told(&begin(store).await.expect_err("a server over strange tables"), expected);
        carry_out(undo).execute(&mut connection).await.expect("undone");
        let store = Store::open_postgres(&address, 2).await.expect("a store");
        begin(store).await.expect("a server");
    }
}
