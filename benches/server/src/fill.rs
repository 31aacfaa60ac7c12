//! The databases before anything is measured: by hand, and the server's own, which are filled by its own store.

use std::path::Path;
use std::process::Command;

use ratebook::records::Pack;
use ratebook_server::platform::jobs::Connectors;
use ratebook_server::platform::start;
use ratebook_server::store::sqlite::SqliteFile;
use ratebook_server::store::{Failure, Record, Store, Target, TenantKey, Vault};
use serde_json::{Value, json};
use sqlx::postgres::PgPool;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions as _, Connection as _, PgConnection};
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::data::{Customer, TENANTS, tenant_id};
use crate::load::Fault;

/// Rows of one transaction of the server's own store: one takes no longer than its writer allows.
const BATCH: usize = 2_000;

/// The rate list that everybody prices by.
pub(crate) fn rate_list() -> Value {
    let shared: Value = serde_json::from_str(include_str!("../../rates/family_stay.json")).unwrap_or_default();
    shared["rate_list"].clone()
}

pub(crate) const LIST: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001);

/// A file of SQLite as somebody fills it by hand.
pub(crate) async fn by_hand_sqlite(path: &Path, rows: usize) -> Result<(), Fault> {
    let options = SqliteConnectOptions::new().filename(path).create_if_missing(true);
    let options = options
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Off);
    let mut own = options.connect().await?;
    sqlx::raw_sql(include_str!("../schema/sqlite.sql"))
        .execute(&mut own)
        .await?;
    sqlx::raw_sql("BEGIN").execute(&mut own).await?;
    for number in 0..rows {
        let customer = Customer::of(number);
        let kept = sqlx::query("INSERT INTO customers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .bind(tenant_id(customer.tenant))
            .bind(customer.id)
            .bind(&customer.code)
            .bind(&customer.name)
            .bind(&customer.email)
            .bind(&customer.email)
            .bind(&customer.phone)
            .bind(customer.city)
            .bind(customer.status)
            .bind(customer.created_at)
            .bind(customer.created_at)
            .execute(&mut own)
            .await?;
        sqlx::query("INSERT INTO customers_search (rowid, text) VALUES (?, ?)")
            .bind(kept.last_insert_rowid())
            .bind(customer.text())
            .execute(&mut own)
            .await?;
    }
    for tenant in 0..TENANTS {
        sqlx::query("INSERT INTO rate_lists VALUES (?, ?, ?)")
            .bind(tenant_id(tenant))
            .bind(LIST)
            .bind(rate_list().to_string())
            .execute(&mut own)
            .await?;
    }
    sqlx::raw_sql("COMMIT").execute(&mut own).await?;
    sqlx::raw_sql(include_str!("../schema/sqlite_indexes.sql"))
        .execute(&mut own)
        .await?;
    sqlx::raw_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        .execute(&mut own)
        .await?;
    Ok(own.close().await?)
}

/// A database of PostgreSQL as somebody fills it by hand.
pub(crate) async fn by_hand_postgres(address: &str, rows: usize) -> Result<(), Fault> {
    let mut own = PgConnection::connect(address).await?;
    sqlx::raw_sql(include_str!("../schema/postgres.sql"))
        .execute(&mut own)
        .await?;
    let mut copy = own.copy_in_raw("COPY customers FROM STDIN").await?;
    let mut text = String::new();
    for number in 0..rows {
        let own = Customer::of(number);
        let (tenant, at) = (tenant_id(own.tenant), own.created_text());
        let Customer {
            id,
            code,
            name,
            email,
            phone,
            city,
            status,
            ..
        } = own;
        text.push_str(&format!(
            "{tenant}\t{id}\t{code}\t{name}\t{email}\t{email}\t{phone}\t{city}\t{status}\t{at}\t{at}\n"
        ));
        if text.len() > 1_000_000 {
            copy.send(std::mem::take(&mut text).into_bytes()).await?;
        }
    }
    copy.send(text.into_bytes()).await?;
    copy.finish().await?;
    for tenant in 0..TENANTS {
        sqlx::query("INSERT INTO rate_lists VALUES ($1, $2, $3)")
            .bind(tenant_id(tenant))
            .bind(LIST)
            .bind(rate_list().to_string())
            .execute(&mut own)
            .await?;
    }
    // Each by itself: a vacuum stands in no transaction.
    for statement in include_str!("../schema/postgres_indexes.sql")
        .split(';')
        .filter(|text| !text.trim().is_empty())
    {
        sqlx::raw_sql(sqlx::AssertSqlSafe(statement.to_owned()))
            .execute(&mut own)
            .await?;
    }
    Ok(own.close().await?)
}

/// The file of PocketBase, whose tables it has made itself; staff and their tenants are made over its own routes.
pub(crate) async fn pocketbase(path: &Path, rows: usize) -> Result<(), Fault> {
    let mut own = SqliteConnectOptions::new()
        .filename(path)
        .synchronous(SqliteSynchronous::Off)
        .connect()
        .await?;
    sqlx::raw_sql("BEGIN").execute(&mut own).await?;
    for number in 0..rows {
        let customer = Customer::of(number);
        let at = customer.created_text().replace('T', " ").replace("Z", ".000Z");
        sqlx::query(
            "INSERT INTO customers (id, tenant, code, name, email, phone, city, status, created, updated) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(pocketbase_id(number))
        .bind(tenant_id(customer.tenant).to_string())
        .bind(&customer.code)
        .bind(&customer.name)
        .bind(&customer.email)
        .bind(&customer.phone)
        .bind(customer.city)
        .bind(customer.status)
        .bind(&at)
        .bind(&at)
        .execute(&mut own)
        .await?;
    }
    sqlx::raw_sql("COMMIT; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)")
        .execute(&mut own)
        .await?;
    Ok(own.close().await?)
}

/// Fifteen letters and figures.
pub(crate) fn pocketbase_id(number: usize) -> String {
    format!("c{number:014}")
}

/// The tenants' keys, in the order of their numbers.
pub(crate) type Keys = Vec<TenantKey>;

/// Fills the server's database, which it has made and left, by its own store.
pub(crate) async fn ours(database: &str, pack: &Path, keys: &Keys, rows: usize) -> Result<(), Fault> {
    let packs = start::packs(&[pack.to_owned()], &Connectors::of_engine())?;
    let pack = packs.into_values().next().ok_or("no pack")?;
    let is_postgres = database.starts_with("postgres");
    let store = match is_postgres {
        true => Store::open_postgres(database, 4).await?,
        false => Store::open_sqlite(&SqliteFile::new(database), 1).await?,
    };
    let mut tasks = JoinSet::new();
    // The connections of PostgreSQL share the work; SQLite has one writer.
    let workers = if is_postgres { 4 } else { 1 };
    for worker in 0..workers {
        let (store, pack, keys) = (store.clone(), pack.clone(), keys.clone());
        tasks.spawn(async move {
            for (tenant, key) in keys.iter().enumerate().filter(|(tenant, _)| tenant % workers == worker) {
                let numbers: Vec<usize> = (0..rows)
                    .filter(|number| crate::data::tenant_of(*number) == tenant)
                    .collect();
                for batch in numbers.chunks(BATCH) {
                    let (batch, pack) = (batch.to_vec(), pack.clone());
                    store
                        .write(*key, move |mut tx| {
                            Box::pin(async move { add(&mut tx, &pack, &batch).await })
                        })
                        .await?;
                }
            }
            Ok::<_, Failure>(())
        });
    }
    while let Some(done) = tasks.join_next().await {
        done??;
    }
    store.close().await;
    match is_postgres {
        true => {
            let pool = PgPool::connect(database).await?;
            sqlx::raw_sql("VACUUM ANALYZE").execute(&pool).await?;
            pool.close().await;
        }
        false => {
            let mut own = SqliteConnectOptions::new().filename(database).connect().await?;
            sqlx::raw_sql("ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)")
                .execute(&mut own)
                .await?;
            own.close().await?;
        }
    }
    Ok(())
}

async fn add(tx: &mut ratebook_server::store::TenantTx<'_>, pack: &Pack, numbers: &[usize]) -> Result<(), Failure> {
    let entity = pack.entity("customer").ok_or_else(|| Failure::defect("no customers"))?;
    let vault = Vault::new(&[0; 32]);
    let target = Target {
        pack,
        entity,
        vault: &vault,
    };
    for number in numbers {
        tx.add(target, &record(&Customer::of(*number))).await?;
    }
    Ok(())
}

fn record(customer: &Customer) -> Record {
    let at = customer.created_text();
    let record = json!({
        "id": customer.id, "version": 1, "created_at": at, "updated_at": at, "code": customer.code, "name": customer.name,
        "email": customer.email, "phone": customer.phone, "city": customer.city, "status": customer.status,
    });
    record.as_object().cloned().unwrap_or_default()
}

/// What runs quietly, and has to go well.
pub(crate) fn run(command: &mut Command) -> Result<(), Fault> {
    let done = command.output()?;
    match done.status.success() {
        true => Ok(()),
        false => Err(format!("{command:?}: {}", String::from_utf8_lossy(&done.stderr)).into()),
    }
}
