//! The candidates on SQLite.

use ratebook_server::store::search::{Entry, Hit, Search, Step, Term, Tier, sql};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Row};
use std::path::Path;
use uuid::Uuid;

use crate::candidate::{Candidate, LIMIT, Outcome, hit, key, plain, ranked, trigrams};
use crate::customers::{Customer, tenant_id};

const TABLE: &str = "customer";

/// Tables of the two that are not ours: a tenant is a small integer, and so is a record.
const OTHERS: [&str; 3] = [
    "CREATE TABLE customer_plain (tenant INTEGER NOT NULL, number INTEGER NOT NULL, id BLOB NOT NULL, text TEXT NOT NULL, \
     PRIMARY KEY (tenant, number)) STRICT, WITHOUT ROWID",
    // The tenant is the upper half of a row's number, so that its entries lie together.
    "CREATE VIRTUAL TABLE customer_trigram USING fts5 (text, content = '', columnsize = 0, detail = none, \
     tokenize = 'trigram case_sensitive 1')",
    "CREATE TABLE customer_table (tenant INTEGER NOT NULL, gram INTEGER NOT NULL, number INTEGER NOT NULL, \
     PRIMARY KEY (tenant, gram, number)) STRICT, WITHOUT ROWID",
];

const TIER: &str = "CASE WHEN instr(p.text, ?3) > 0 THEN 0 WHEN instr(p.text, ?4) > 0 THEN 1 WHEN instr(p.text, ?5) > 0 THEN 2 ELSE 3 END";

pub(crate) struct Sqlite {
    connection: SqliteConnection,
    /// The last number that was given.
    number: i64,
}

impl Sqlite {
    pub(crate) async fn new(folder: &Path) -> Outcome<Sqlite> {
        let mut connection = SqliteConnectOptions::new()
            .filename(folder.join("search.db"))
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .pragma("cache_size", "-262144")
            .pragma("mmap_size", "4294967296")
            .connect()
            .await?;
        for statement in sql::sqlite_tables(TABLE) {
            sqlx::query(AssertSqlSafe(statement)).execute(&mut connection).await?;
        }
        for statement in OTHERS {
            sqlx::query(statement).execute(&mut connection).await?;
        }
        Ok(Sqlite { connection, number: 0 })
    }

    /// Fills every index; the table of trigrams for some tenants alone, as the whole of it takes too long.
    pub(crate) async fn fill(&mut self, customers: &[Customer], in_table: usize) -> Outcome<()> {
        // Merged once, at the end: filling is not what is measured.
        let settings = "PRAGMA synchronous = OFF; INSERT INTO customer_grams (customer_grams, rank) VALUES ('automerge', 0); \
                        INSERT INTO customer_trigram (customer_trigram, rank) VALUES ('automerge', 0); \
                        INSERT INTO customer_grams (customer_grams, rank) VALUES ('hashsize', 268435456); \
                        INSERT INTO customer_trigram (customer_trigram, rank) VALUES ('hashsize', 268435456)";
        sqlx::raw_sql(settings).execute(&mut self.connection).await?;
        for some in customers.chunks(50_000) {
            self.write(some.iter(), &[Candidate::Grams]).await?;
            // FTS5 writes a segment for every number that does not rise, and the tenant is the upper half of these.
            let mut sorted: Vec<&Customer> = some.iter().collect();
            sorted.sort_by_key(|customer| customer.tenant);
            let (in_it, not) = sorted.split_at(sorted.partition_point(|customer| customer.tenant <= in_table));
            self.write(in_it.iter().copied(), &[Candidate::Trigram, Candidate::Table])
                .await?;
            self.write(not.iter().copied(), &[Candidate::Trigram]).await?;
        }
        let settings = "INSERT INTO customer_grams (customer_grams) VALUES ('optimize'); \
                        INSERT INTO customer_trigram (customer_trigram) VALUES ('optimize'); \
                        INSERT INTO customer_grams (customer_grams, rank) VALUES ('automerge', 8); \
                        INSERT INTO customer_trigram (customer_trigram, rank) VALUES ('automerge', 4); \
                        INSERT INTO customer_grams (customer_grams, rank) VALUES ('hashsize', 1048576); \
                        INSERT INTO customer_trigram (customer_trigram, rank) VALUES ('hashsize', 1048576); \
                        PRAGMA synchronous = FULL";
        sqlx::raw_sql(settings).execute(&mut self.connection).await?;
        Ok(())
    }

    /// Writes customers in one transaction, each with these indexes.
    pub(crate) async fn write<'a>(
        &mut self,
        customers: impl Iterator<Item = &'a Customer>,
        candidates: &[Candidate],
    ) -> Outcome<()> {
        sqlx::query("BEGIN IMMEDIATE").execute(&mut self.connection).await?;
        for customer in customers {
            self.number += 1;
            let entry = entry(customer);
            let number = self.number;
            if candidates.contains(&Candidate::Grams) || candidates.contains(&Candidate::Bare) {
                self.write_grams(customer, &entry, candidates).await?;
            }
            if candidates.contains(&Candidate::Trigram) || candidates.contains(&Candidate::Table) {
                sqlx::query("INSERT INTO customer_plain (tenant, number, id, text) VALUES (?1, ?2, ?3, ?4)")
                    .bind(customer.tenant as i64)
                    .bind(number)
                    .bind(customer.id)
                    .bind(&entry.text)
                    .execute(&mut self.connection)
                    .await?;
            }
            if candidates.contains(&Candidate::Trigram) {
                sqlx::query("INSERT INTO customer_trigram (rowid, text) VALUES (?1, ?2)")
                    .bind(((customer.tenant as i64) << 32) | number)
                    .bind(plain(&entry.text))
                    .execute(&mut self.connection)
                    .await?;
            }
            if candidates.contains(&Candidate::Table) {
                self.write_table(number, customer, &entry).await?;
            }
        }
        sqlx::query("COMMIT").execute(&mut self.connection).await?;
        Ok(())
    }

    async fn write_grams(&mut self, customer: &Customer, entry: &Entry, candidates: &[Candidate]) -> Outcome<()> {
        let [next, text, grams] = sql::sqlite_writes(TABLE);
        sqlx::query(AssertSqlSafe(next)).execute(&mut self.connection).await?;
        sqlx::query(AssertSqlSafe(text))
            .bind(tenant_id(customer.tenant))
            .bind(customer.id)
            .bind(&entry.text)
            .execute(&mut self.connection)
            .await?;
        if candidates.contains(&Candidate::Grams) {
            sqlx::query(AssertSqlSafe(grams))
                .bind(sql::words(&entry.grams))
                .execute(&mut self.connection)
                .await?;
        }
        Ok(())
    }

    async fn write_table(&mut self, number: i64, customer: &Customer, entry: &Entry) -> Outcome<()> {
        let grams: Vec<String> = trigrams(&plain(&entry.text))
            .iter()
            .map(|gram| key(gram).to_string())
            .collect();
        sqlx::query("INSERT OR IGNORE INTO customer_table SELECT ?1, value, ?2 FROM json_each(?3)")
            .bind(customer.tenant as i64)
            .bind(number)
            .bind(format!("[{}]", grams.join(",")))
            .execute(&mut self.connection)
            .await?;
        Ok(())
    }

    pub(crate) async fn search(&mut self, candidate: Candidate, tenant: usize, typed: &str) -> Outcome<Vec<Hit>> {
        let Some(term) = Term::new(tenant_id(tenant), typed) else {
            return Ok(Vec::new());
        };
        let grams = trigrams(&plain(&term.pattern(Tier::Part)));
        match candidate {
            Candidate::Grams => self.by_steps(tenant, term).await,
            _ if grams.is_empty() => {
                let every = format!(
                    "SELECT id, {TIER} AS tier FROM customer_plain p WHERE tenant = ?1 AND instr(text, ?6) > 0"
                );
                self.ranked(every, &term, tenant, None).await
            }
            Candidate::Trigram => {
                let asked = grams
                    .iter()
                    .map(|gram| format!("\"{}\"", gram.replace('"', "\"\"")))
                    .collect::<Vec<_>>();
                let found = format!(
                    "SELECT p.id, {TIER} AS tier FROM customer_trigram f CROSS JOIN customer_plain p \
                     ON p.tenant = ?1 AND p.number = f.rowid & 4294967295 \
                     WHERE f.customer_trigram MATCH ?2 AND f.rowid BETWEEN ?1 << 32 AND (?1 + 1) << 32 AND instr(p.text, ?6) > 0"
                );
                self.ranked(found, &term, tenant, Some(asked.join(" AND "))).await
            }
            _ => {
                let from = self.rarest_first(tenant, &grams).await?;
                let rest = from.iter().skip(1).map(|gram| {
                    format!(" AND EXISTS (SELECT 1 FROM customer_table o WHERE o.tenant = ?1 AND o.gram = {gram} AND o.number = f.number)")
                });
                let found = format!(
                    "SELECT p.id, {TIER} AS tier FROM customer_table f CROSS JOIN customer_plain p \
                     ON p.tenant = ?1 AND p.number = f.number \
                     WHERE f.tenant = ?1 AND f.gram = {} AND instr(p.text, ?6) > 0{}",
                    from.first().copied().unwrap_or_default(),
                    rest.collect::<String>()
                );
                self.ranked(found, &term, tenant, None).await
            }
        }
    }

    /// The four rarest trigrams of a term, as far as a thousand records tell them apart.
    async fn rarest_first(&mut self, tenant: usize, grams: &[String]) -> Outcome<Vec<i32>> {
        let mut counted = Vec::new();
        for gram in grams {
            let count =
                "SELECT count(*) FROM (SELECT 1 FROM customer_table WHERE tenant = ?1 AND gram = ?2 LIMIT 1000)";
            let count: i64 = sqlx::query_scalar(count)
                .bind(tenant as i64)
                .bind(key(gram))
                .fetch_one(&mut self.connection)
                .await?;
            counted.push((count, key(gram)));
        }
        counted.sort_unstable();
        Ok(counted.into_iter().take(4).map(|(_, gram)| gram).collect())
    }

    async fn ranked(&mut self, from: String, term: &Term, tenant: usize, asked: Option<String>) -> Outcome<Vec<Hit>> {
        let rows = sqlx::query(AssertSqlSafe(format!("{from} ORDER BY tier, id LIMIT {LIMIT}")))
            .bind(tenant as i64)
            .bind(asked)
            .bind(term.pattern(Tier::Exact))
            .bind(term.pattern(Tier::Prefix))
            .bind(term.pattern(Tier::Word))
            .bind(term.pattern(Tier::Part))
            .fetch_all(&mut self.connection)
            .await?;
        Ok(ranked(rows.iter().map(hit).collect::<Outcome<_>>()?))
    }

    async fn by_steps(&mut self, tenant: usize, term: Term) -> Outcome<Vec<Hit>> {
        let mut search = Search::new(term, None, LIMIT);
        while let Some(step) = search.step() {
            let rows = match step {
                Step::Find { every, some, most } => {
                    self.find(tenant, search.term(), &sql::asked(&every, &some), most)
                        .await?
                }
                Step::Walk {
                    tier,
                    after,
                    among,
                    most,
                } => {
                    let [mine, better, best] = sql::walked(search.term(), tier);
                    let ids: Vec<Uuid> = sqlx::query_scalar(AssertSqlSafe(sql::sqlite_walk(TABLE)))
                        .bind(tenant_id(tenant))
                        .bind(after)
                        .bind(among as i64)
                        .bind(mine)
                        .bind(better)
                        .bind(best)
                        .bind(most as i64)
                        .fetch_all(&mut self.connection)
                        .await?;
                    ids.into_iter().map(|id| (id, Some(tier))).collect()
                }
            };
            search.take(&rows);
        }
        Ok(search.page())
    }

    async fn find(
        &mut self,
        tenant: usize,
        term: &Term,
        asked: &str,
        most: usize,
    ) -> Outcome<Vec<(Uuid, Option<Tier>)>> {
        let rows = sqlx::query(AssertSqlSafe(sql::sqlite_find(TABLE)))
            .bind(asked)
            .bind(tenant_id(tenant))
            .bind(term.pattern(Tier::Exact))
            .bind(term.pattern(Tier::Prefix))
            .bind(term.pattern(Tier::Word))
            .bind(term.pattern(Tier::Part))
            .bind(most as i64)
            .fetch_all(&mut self.connection)
            .await?;
        rows.iter().map(hit).collect()
    }

    /// Bytes of an index, and of the texts beside it.
    pub(crate) async fn bytes(&mut self, candidate: Candidate) -> Outcome<i64> {
        let names = match candidate {
            Candidate::Bare => "customer_search%",
            Candidate::Grams => "customer_grams%",
            Candidate::Trigram => "customer_trigram%",
            Candidate::Table => "customer_table%",
        };
        let sum = sqlx::query("SELECT coalesce(sum(pgsize), 0) FROM dbstat WHERE name LIKE ?1")
            .bind(names)
            .fetch_one(&mut self.connection)
            .await?;
        Ok(sum.try_get(0)?)
    }

    /// How SQLite reads the statements of search.
    pub(crate) async fn plans(&mut self) -> Outcome<Vec<String>> {
        let mut plans = Vec::new();
        for statement in [sql::sqlite_find(TABLE), sql::sqlite_walk(TABLE)] {
            let rows = sqlx::query(AssertSqlSafe(format!("EXPLAIN QUERY PLAN {statement}")))
                .fetch_all(&mut self.connection)
                .await?;
            for row in rows {
                plans.push(row.try_get(3)?);
            }
        }
        Ok(plans)
    }

    pub(crate) async fn close(self) -> Outcome<()> {
        Ok(self.connection.close().await?)
    }
}

pub(crate) fn entry(customer: &Customer) -> Entry {
    Entry::new(tenant_id(customer.tenant), customer.fields.iter().map(String::as_str))
}
