//! The statements of search on both databases: what is written is found, what is changed or gone is not, and tenants are apart.

use ratebook_server::store::search::{Entry, Hit, Search, Step, Term, Tier, sql};
use ratebook_server_testing::{Disk, Postgres};
use sqlx::postgres::PgConnection;
use sqlx::sqlite::SqliteConnection;
use sqlx::{AssertSqlSafe, Connection};
use uuid::Uuid;

const OURS: Uuid = Uuid::from_u128(0xa1);
const THEIRS: Uuid = Uuid::from_u128(0xb2);

fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x100 + number)
}

fn tiers(hits: &[Hit]) -> Vec<(Tier, Uuid)> {
    hits.iter().map(|hit| (hit.tier, hit.id)).collect()
}

/// What each of three records says.
const RECORDS: [[&str; 2]; 3] = [
    ["Anna Smith", "anna@example.org"],
    ["Anna", "a@b.co"],
    ["Hanna", "50%_\\"],
];
/// What is found of them.
const FOUND: [(Tier, u128); 3] = [(Tier::Exact, 1), (Tier::Prefix, 0), (Tier::Part, 2)];

fn found() -> Vec<(Tier, Uuid)> {
    FOUND.map(|(tier, number)| (tier, id(number))).to_vec()
}

#[tokio::test]
async fn sqlite_finds_what_is_written_and_not_what_is_gone() -> Result<(), sqlx::Error> {
    let mut connection = SqliteConnection::connect("sqlite::memory:").await?;
    for statement in sql::sqlite_tables("customer") {
        sqlx::query(AssertSqlSafe(statement)).execute(&mut connection).await?;
    }
    for tenant in [OURS, THEIRS] {
        for (number, fields) in (0..).zip(RECORDS) {
            write_sqlite(&mut connection, tenant, id(number), &Entry::new(tenant, fields)).await?;
        }
    }
    assert_eq!(tiers(&on_sqlite(&mut connection, OURS, "ANNA").await?), found());
    assert_eq!(tiers(&on_sqlite(&mut connection, OURS, "a").await?).len(), 3);
    assert_eq!(
        tiers(&on_sqlite(&mut connection, OURS, "0%").await?),
        [(Tier::Part, id(2))]
    );
    let kept: (i64, String) =
        sqlx::query_as("SELECT number, text FROM customer_search WHERE tenant_id = ?1 AND id = ?2")
            .bind(OURS)
            .bind(id(0))
            .fetch_one(&mut connection)
            .await?;
    let grams = sql::words(&Entry::kept(OURS, &kept.1).grams);
    let removal = sqlx::query(AssertSqlSafe(sql::sqlite_removal("customer")))
        .bind(kept.0)
        .bind(grams);
    removal.execute(&mut connection).await?;
    sqlx::query("DELETE FROM customer_search WHERE tenant_id = ?1 AND id = ?2")
        .bind(OURS)
        .bind(id(0))
        .execute(&mut connection)
        .await?;
    assert_eq!(on_sqlite(&mut connection, OURS, "anna").await?.len(), 2);
    assert_eq!(tiers(&on_sqlite(&mut connection, THEIRS, "anna").await?), found());
    sqlx::query("INSERT INTO customer_grams (customer_grams) VALUES ('integrity-check')")
        .execute(&mut connection)
        .await?;
    Ok(())
}

async fn write_sqlite(
    connection: &mut SqliteConnection,
    tenant: Uuid,
    id: Uuid,
    entry: &Entry,
) -> Result<(), sqlx::Error> {
    let [next, text, grams] = sql::sqlite_writes("customer");
    sqlx::query(AssertSqlSafe(next)).execute(&mut *connection).await?;
    let text = sqlx::query(AssertSqlSafe(text)).bind(tenant).bind(id);
    text.bind(&entry.text).execute(&mut *connection).await?;
    let grams = sqlx::query(AssertSqlSafe(grams)).bind(sql::words(&entry.grams));
    grams.execute(connection).await.map(drop)
}

async fn on_sqlite(connection: &mut SqliteConnection, tenant: Uuid, typed: &str) -> Result<Vec<Hit>, sqlx::Error> {
    let Some(term) = Term::new(tenant, typed) else {
        return Ok(Vec::new());
    };
    let mut search = Search::new(term, None, 50);
    while let Some(step) = search.step() {
        let rows: Vec<(Uuid, Option<i32>)> = match step {
            Step::Find { every, some, most } => {
                let find = sqlx::query_as(AssertSqlSafe(sql::sqlite_find("customer")));
                let find = find.bind(sql::asked(&every, &some)).bind(tenant);
                let [exact, prefix, word, part] = Tier::ALL.map(|tier| search.term().pattern(tier));
                let find = find.bind(exact).bind(prefix).bind(word).bind(part).bind(most as i64);
                find.fetch_all(&mut *connection).await?
            }
            Step::Walk {
                tier,
                after,
                among,
                most,
            } => {
                let [mine, better, best] = sql::walked(search.term(), tier);
                let walk = sqlx::query_scalar(AssertSqlSafe(sql::sqlite_walk("customer")));
                let walk = walk.bind(tenant).bind(after).bind(among as i64);
                let ids = walk
                    .bind(mine)
                    .bind(better)
                    .bind(best)
                    .bind(most as i64)
                    .fetch_all(&mut *connection)
                    .await?;
                ids.into_iter().map(|id| (id, Some(tier.number()))).collect()
            }
        };
        search.take(&ranked(rows));
    }
    Ok(search.page())
}

fn ranked(rows: Vec<(Uuid, Option<i32>)>) -> Vec<(Uuid, Option<Tier>)> {
    rows.into_iter()
        .map(|(id, tier)| (id, tier.and_then(Tier::of)))
        .collect()
}

#[tokio::test]
async fn postgres_finds_what_is_written_and_keeps_tenants_apart() -> Result<(), Box<dyn std::error::Error>> {
    let server = Postgres::start(Disk::Fast)?;
    let mut owner = PgConnection::connect(&server.database("search")?).await?;
    let roles = "CREATE ROLE keeper LOGIN; CREATE ROLE app LOGIN; GRANT CREATE ON SCHEMA public TO keeper";
    sqlx::raw_sql(roles).execute(&mut owner).await?;
    for statement in sql::postgres_tables("customer", "app") {
        sqlx::query(AssertSqlSafe(statement)).execute(&mut owner).await?;
    }
    let mut app = PgConnection::connect(&server.address_as("app", "search")).await?;
    for tenant in [OURS, THEIRS] {
        is_tenant(&mut app, tenant).await?;
        for (number, fields) in (0..).zip(RECORDS) {
            // The second time, what is there is replaced.
            for entry in [Entry::new(tenant, ["Annabel"]), Entry::new(tenant, fields)] {
                let write = sqlx::query(AssertSqlSafe(sql::postgres_write("customer")))
                    .bind(tenant)
                    .bind(id(number));
                write.bind(&entry.text).bind(&entry.grams).execute(&mut app).await?;
            }
        }
    }
    is_tenant(&mut app, OURS).await?;
    assert_eq!(tiers(&on_postgres(&mut app, OURS, "ANNA").await?), found());
    assert_eq!(on_postgres(&mut app, OURS, "a").await?.len(), 3);
    assert_eq!(tiers(&on_postgres(&mut app, OURS, "0%").await?), [(Tier::Part, id(2))]);
    assert!(on_postgres(&mut app, OURS, "annabel").await?.is_empty());
    // Grams and statements of another tenant find nothing in a transaction of ours.
    assert!(on_postgres(&mut app, THEIRS, "anna").await?.is_empty());
    let seen: i64 = sqlx::query_scalar("SELECT count(*) FROM customer_search")
        .fetch_one(&mut app)
        .await?;
    assert_eq!(seen, 3);
    Ok(())
}

async fn is_tenant(app: &mut PgConnection, tenant: Uuid) -> Result<(), sqlx::Error> {
    let setting = sqlx::query("SELECT set_config('app.tenant', $1, false)").bind(tenant.to_string());
    setting.execute(app).await.map(drop)
}

async fn on_postgres(app: &mut PgConnection, tenant: Uuid, typed: &str) -> Result<Vec<Hit>, sqlx::Error> {
    let Some(term) = Term::new(tenant, typed) else {
        return Ok(Vec::new());
    };
    let mut search = Search::new(term, None, 50);
    while let Some(step) = search.step() {
        let rows: Vec<(Uuid, Option<i32>)> = match step {
            Step::Find { every, some, most } => {
                let find = sqlx::query_as(AssertSqlSafe(sql::postgres_find("customer")))
                    .bind(every)
                    .bind(some);
                let [exact, prefix, word, part] = Tier::ALL.map(|tier| search.term().pattern(tier));
                let find = find.bind(exact).bind(prefix).bind(word).bind(part).bind(most as i64);
                find.fetch_all(&mut *app).await?
            }
            Step::Walk {
                tier,
                after,
                among,
                most,
            } => {
                let [mine, better, best] = sql::walked(search.term(), tier);
                let walk = sqlx::query_scalar(AssertSqlSafe(sql::postgres_walk("customer")));
                let walk = walk.bind(tenant).bind(after).bind(among as i64);
                let ids = walk
                    .bind(mine)
                    .bind(better)
                    .bind(best)
                    .bind(most as i64)
                    .fetch_all(&mut *app)
                    .await?;
                ids.into_iter().map(|id| (id, Some(tier.number()))).collect()
            }
        };
        search.take(&ranked(rows));
    }
    Ok(search.page())
}
