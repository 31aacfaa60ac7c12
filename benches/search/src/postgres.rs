//! The candidates on PostgreSQL, under forced row-level security, asked by a role that owns nothing.

use ratebook_server::store::search::{Hit, Search, Step, Term, Tier, sql};
use ratebook_server_testing::Postgres as Server;
use sqlx::postgres::PgConnection;
use sqlx::{AssertSqlSafe, Connection, Row};
use std::fmt::Write;
use uuid::Uuid;

use crate::candidate::{Candidate, LIMIT, Outcome, hit, key, plain, ranked, trigrams};
use crate::customers::{Customer, tenant_id};
use crate::sqlite::entry;

const TABLE: &str = "customer";
const ROLES: &str = "CREATE ROLE reader NOLOGIN BYPASSRLS; CREATE ROLE app LOGIN; CREATE EXTENSION pg_trgm; CREATE EXTENSION btree_gin; \
GRANT CREATE ON SCHEMA public TO reader;";

/// Tables of the two that are not ours.
const OTHERS: &str = "
CREATE TABLE customer_plain (tenant_id uuid NOT NULL, number integer NOT NULL, id uuid NOT NULL, text text COLLATE \"C\" NOT NULL,
  plain text COLLATE \"C\" NOT NULL, PRIMARY KEY (tenant_id, number));
CREATE TABLE customer_trigram (LIKE customer_plain INCLUDING ALL);
CREATE TABLE customer_table (tenant_id uuid NOT NULL, gram integer NOT NULL, number integer NOT NULL, PRIMARY KEY (tenant_id, gram, number));
CREATE FUNCTION trigram_found(pattern text) RETURNS TABLE (id uuid, text text) LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off AS $$
  SELECT id, text FROM customer_trigram WHERE tenant_id = (SELECT current_setting('app.tenant')::uuid) AND plain LIKE pattern $$;
ALTER FUNCTION trigram_found OWNER TO reader;
";
/// Made when the tables are full.
const INDEXES: &str =
    "CREATE INDEX customer_trigram_plain ON customer_trigram USING gin (tenant_id, plain gin_trgm_ops)
  WITH (gin_pending_list_limit = 256);";
const TIER: &str = "CASE WHEN strpos(p.text, $1) > 0 THEN 0 WHEN strpos(p.text, $2) > 0 THEN 1 WHEN strpos(p.text, $3) > 0 THEN 2 ELSE 3 END AS tier";

pub(crate) struct Postgres {
    /// The role that made everything: it fills and writes.
    owner: PgConnection,
    /// The role that asks.
    app: PgConnection,
    number: i32,
}

impl Postgres {
    pub(crate) async fn new(server: &Server) -> Outcome<Postgres> {
        let mut owner = PgConnection::connect(&server.database("search")?).await?;
        sqlx::raw_sql(ROLES).execute(&mut owner).await?;
        for statement in sql::postgres_tables(TABLE, "app") {
            sqlx::query(AssertSqlSafe(statement)).execute(&mut owner).await?;
        }
        sqlx::raw_sql(OTHERS).execute(&mut owner).await?;
        for table in ["customer_plain", "customer_trigram", "customer_table"] {
            let walls = format!(
                "ALTER TABLE {table} ENABLE ROW LEVEL SECURITY; ALTER TABLE {table} FORCE ROW LEVEL SECURITY; \
                 CREATE POLICY {table}_tenant ON {table} USING (tenant_id = (SELECT current_setting('app.tenant')::uuid)); \
                 GRANT SELECT, INSERT ON {table} TO app; GRANT SELECT ON {table} TO reader;"
            );
            sqlx::raw_sql(AssertSqlSafe(walls)).execute(&mut owner).await?;
        }
        let app = PgConnection::connect(&server.address_as("app", "search")).await?;
        Ok(Postgres { owner, app, number: 0 })
    }

    pub(crate) async fn fill(&mut self, customers: &[Customer], in_table: &[usize]) -> Outcome<()> {
        sqlx::raw_sql("SET maintenance_work_mem = '1GB'; DROP INDEX customer_search_grams")
            .execute(&mut self.owner)
            .await?;
        for some in customers.chunks(20_000) {
            self.copy(some, in_table).await?;
        }
        let [_, index, ..] = sql::postgres_tables(TABLE, "app");
        sqlx::query(AssertSqlSafe(index)).execute(&mut self.owner).await?;
        sqlx::raw_sql(INDEXES).execute(&mut self.owner).await?;
        sqlx::raw_sql("VACUUM ANALYZE").execute(&mut self.owner).await?;
        Ok(())
    }

    async fn copy(&mut self, customers: &[Customer], in_table: &[usize]) -> Outcome<()> {
        let (mut searched, mut others, mut table) = (String::new(), String::new(), String::new());
        for customer in customers {
            self.number += 1;
            let (number, tenant, entry) = (self.number, tenant_id(customer.tenant), entry(customer));
            let grams: Vec<String> = entry.grams.iter().map(i32::to_string).collect();
            writeln!(
                searched,
                "{tenant}\t{}\t{}\t{{{}}}",
                customer.id,
                entry.text,
                grams.join(",")
            )?;
            let without_marks = plain(&entry.text);
            writeln!(
                others,
                "{tenant}\t{number}\t{}\t{}\t{without_marks}",
                customer.id, entry.text
            )?;
            if in_table.contains(&customer.tenant) {
                let mut grams: Vec<i32> = trigrams(&without_marks).iter().map(|gram| key(gram)).collect();
                grams.sort_unstable();
                grams.dedup();
                for gram in grams {
                    writeln!(table, "{tenant}\t{gram}\t{number}")?;
                }
            }
        }
        for (name, rows) in [
            ("customer_search", &searched),
            ("customer_plain", &others),
            ("customer_trigram", &others),
            ("customer_table", &table),
        ] {
            let mut copy = self.owner.copy_in_raw(&format!("COPY {name} FROM STDIN")).await?;
            copy.send(rows.as_bytes()).await?;
            copy.finish().await?;
        }
        Ok(())
    }

    /// Writes customers in one transaction, each with this index.
    pub(crate) async fn write(&mut self, customers: &[Customer], candidate: Candidate) -> Outcome<()> {
        let mut transaction = self.app.begin().await?;
        for customer in customers {
            self.number += 1;
            let (tenant, entry) = (tenant_id(customer.tenant), entry(customer));
            sqlx::query("SELECT set_config('app.tenant', $1, true)")
                .bind(tenant.to_string())
                .execute(&mut *transaction)
                .await?;
            match candidate {
                Candidate::Grams => {
                    let write = sqlx::query(AssertSqlSafe(sql::postgres_write(TABLE)));
                    let write = write
                        .bind(tenant)
                        .bind(customer.id)
                        .bind(&entry.text)
                        .bind(&entry.grams);
                    write.execute(&mut *transaction).await?;
                    continue;
                }
                Candidate::Trigram => {
                    let write = sqlx::query("INSERT INTO customer_trigram VALUES ($1, $2, $3, $4, $5)");
                    let write = write.bind(tenant).bind(self.number).bind(customer.id).bind(&entry.text);
                    write.bind(plain(&entry.text)).execute(&mut *transaction).await?;
                }
                Candidate::Bare | Candidate::Table => {
                    let write = sqlx::query("INSERT INTO customer_plain VALUES ($1, $2, $3, $4, '')");
                    let write = write.bind(tenant).bind(self.number).bind(customer.id).bind(&entry.text);
                    write.execute(&mut *transaction).await?;
                }
            }
            if candidate == Candidate::Table {
                let grams: Vec<i32> = trigrams(&plain(&entry.text)).iter().map(|gram| key(gram)).collect();
                let write =
                    "INSERT INTO customer_table SELECT $1, gram, $2 FROM unnest($3) gram ON CONFLICT DO NOTHING";
                sqlx::query(write)
                    .bind(tenant)
                    .bind(self.number)
                    .bind(grams)
                    .execute(&mut *transaction)
                    .await?;
            }
        }
        Ok(transaction.commit().await?)
    }

    pub(crate) async fn search(&mut self, candidate: Candidate, tenant: usize, typed: &str) -> Outcome<Vec<Hit>> {
        let Some(term) = Term::new(tenant_id(tenant), typed) else {
            return Ok(Vec::new());
        };
        let mut transaction = self.app.begin().await?;
        sqlx::query("SELECT set_config('app.tenant', $1, true)")
            .bind(tenant_id(tenant).to_string())
            .execute(&mut *transaction)
            .await?;
        let page = match candidate {
            Candidate::Grams => by_steps(&mut transaction, tenant, term).await?,
            _ => by_trigrams(&mut transaction, candidate, &term).await?,
        };
        transaction.commit().await?;
        Ok(page)
    }

    /// Bytes of an index with what it makes necessary; without one, those of the texts and their key.
    pub(crate) async fn bytes(&mut self, candidate: Candidate) -> Outcome<i64> {
        let sum = match candidate {
            Candidate::Bare => "pg_total_relation_size('customer_plain')",
            Candidate::Grams => "pg_relation_size('customer_search_grams')",
            Candidate::Trigram => "pg_relation_size('customer_trigram_plain')",
            Candidate::Table => "pg_total_relation_size('customer_table')",
        };
        Ok(sqlx::query_scalar(AssertSqlSafe(format!("SELECT {sum}")))
            .fetch_one(&mut self.owner)
            .await?)
    }

    /// Bytes of the column of grams.
    pub(crate) async fn bytes_of_grams(&mut self) -> Outcome<i64> {
        let sum = "SELECT sum(pg_column_size(grams))::bigint FROM customer_search";
        Ok(sqlx::query_scalar(sum).fetch_one(&mut self.owner).await?)
    }

    /// How PostgreSQL reads what the function of search asks, and a walk under the policy.
    pub(crate) async fn plans(&mut self, tenant: usize) -> Outcome<Vec<String>> {
        let mut transaction = self.owner.begin().await?;
        let (every, some) =
            match Search::new(Term::new(tenant_id(tenant), "anderson").ok_or("no term")?, None, LIMIT).step() {
                Some(Step::Find { every, some, .. }) => (every, some),
                _ => return Err("a search begins with the index".into()),
            };
        let setting = format!(
            "SET LOCAL app.tenant = '{}'; SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off",
            tenant_id(tenant)
        );
        sqlx::raw_sql(AssertSqlSafe(setting)).execute(&mut *transaction).await?;
        let found = "EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) SELECT id, text FROM customer_search WHERE grams @> $1 AND grams && $2";
        let rows = sqlx::query(found)
            .bind(every)
            .bind(some)
            .fetch_all(&mut *transaction)
            .await?;
        let mut plans = rows
            .iter()
            .map(|row| row.try_get(0))
            .collect::<Result<Vec<String>, _>>()?;
        sqlx::raw_sql("SET LOCAL ROLE app; SET LOCAL enable_seqscan = on; SET LOCAL enable_indexscan = on")
            .execute(&mut *transaction)
            .await?;
        let walk = sqlx::query(AssertSqlSafe(format!(
            "EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) {}",
            sql::postgres_walk(TABLE)
        )));
        let walk = walk
            .bind(tenant_id(tenant))
            .bind(Uuid::nil())
            .bind(100_000_i64)
            .bind("an")
            .bind("\u{2}an")
            .bind("\u{1}an")
            .bind(50_i64);
        let rows = walk.fetch_all(&mut *transaction).await?;
        plans.extend(
            rows.iter()
                .map(|row| row.try_get(0))
                .collect::<Result<Vec<String>, _>>()?,
        );
        Ok(plans)
    }
}

async fn by_steps(connection: &mut PgConnection, tenant: usize, term: Term) -> Outcome<Vec<Hit>> {
    let mut search = Search::new(term, None, LIMIT);
    while let Some(step) = search.step() {
        let rows = match step {
            Step::Find { every, some, most } => {
                let term = search.term();
                let rows = sqlx::query(AssertSqlSafe(sql::postgres_find(TABLE)))
                    .bind(every)
                    .bind(some)
                    .bind(term.pattern(Tier::Exact))
                    .bind(term.pattern(Tier::Prefix))
                    .bind(term.pattern(Tier::Word))
                    .bind(term.pattern(Tier::Part))
                    .bind(most as i64)
                    .fetch_all(&mut *connection)
                    .await?;
                rows.iter().map(hit).collect::<Outcome<_>>()?
            }
            Step::Walk {
                tier,
                after,
                among,
                most,
            } => {
                let [mine, better, best] = sql::walked(search.term(), tier);
                let ids: Vec<Uuid> = sqlx::query_scalar(AssertSqlSafe(sql::postgres_walk(TABLE)))
                    .bind(tenant_id(tenant))
                    .bind(after)
                    .bind(among as i64)
                    .bind(mine)
                    .bind(better)
                    .bind(best)
                    .bind(most as i64)
                    .fetch_all(&mut *connection)
                    .await?;
                ids.into_iter().map(|id| (id, Some(tier))).collect::<Vec<_>>()
            }
        };
        search.take(&rows);
    }
    Ok(search.page())
}

async fn by_trigrams(connection: &mut PgConnection, candidate: Candidate, term: &Term) -> Outcome<Vec<Hit>> {
    let part = plain(&term.pattern(Tier::Part));
    let grams = trigrams(&part);
    let policy = "p.tenant_id = (SELECT current_setting('app.tenant')::uuid)";
    let from = match candidate {
        Candidate::Trigram if !grams.is_empty() => "trigram_found($5) p WHERE true".to_owned(),
        Candidate::Table if !grams.is_empty() => {
            let from = rarest_first(connection, &grams).await?;
            let with = from.iter().map(|gram| {
                format!(" AND EXISTS (SELECT 1 FROM customer_table o WHERE o.tenant_id = p.tenant_id AND o.gram = {gram} AND o.number = p.number)")
            });
            let first = from.first().copied().unwrap_or_default();
            format!(
                "(SELECT number FROM customer_table WHERE gram = {first}) f JOIN customer_plain p ON p.number = f.number WHERE {policy} AND $5 <> ''{}",
                with.skip(1).collect::<String>()
            )
        }
        _ => format!("customer_plain p WHERE {policy} AND $5 <> ''"),
    };
    let statement =
        format!("SELECT p.id, {TIER} FROM {from} AND strpos(p.text, $4) > 0 ORDER BY tier, id LIMIT {LIMIT}");
    let escaped = part.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    let rows = sqlx::query(AssertSqlSafe(statement))
        .persistent(false)
        .bind(term.pattern(Tier::Exact))
        .bind(term.pattern(Tier::Prefix))
        .bind(term.pattern(Tier::Word))
        .bind(term.pattern(Tier::Part))
        .bind(format!("%{escaped}%"))
        .fetch_all(connection)
        .await?;
    Ok(ranked(rows.iter().map(hit).collect::<Outcome<_>>()?))
}

/// The four rarest trigrams of a term, as far as a thousand records tell them apart.
async fn rarest_first(connection: &mut PgConnection, grams: &[String]) -> Outcome<Vec<i32>> {
    let mut counted = Vec::new();
    for gram in grams {
        let count = "SELECT count(*) FROM (SELECT 1 FROM customer_table WHERE gram = $1 LIMIT 1000) few";
        let count: i64 = sqlx::query_scalar(count)
            .bind(key(gram))
            .fetch_one(&mut *connection)
            .await?;
        counted.push((count, key(gram)));
    }
    counted.sort_unstable();
    Ok(counted.into_iter().take(4).map(|(_, gram)| gram).collect())
}
