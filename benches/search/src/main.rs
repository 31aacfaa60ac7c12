//! Search under tenancy: a part of any searched field, the first page by rank, on both databases.
//!
//! `--rows N` for a quick run, `--plans` to see what the databases read.

mod candidate;
mod customers;
mod figures;
mod postgres;
mod sqlite;

use std::path::Path;
use std::time::{Duration, Instant};

use ratebook_server::store::search::Hit;
use ratebook_server_testing::{Disk, Postgres as Server};

use candidate::{Candidate, LIMIT, Outcome};
use customers::{Chance, Customer, Folded};
use postgres::Postgres;
use sqlite::Sqlite;

/// Letters of the longest term.
const LONGEST: usize = 20;
/// Terms of each length, of each tenant.
const TERMS: usize = 32;
/// Customers that are written one by one, and a hundred at a time.
const WRITTEN: (usize, usize) = (500, 5_000);
/// The tenant with a tenth of all, and one of the others.
const TENANTS: [usize; 2] = [0, 1];

/// A term, who asks it, and what brute force finds.
struct Question {
    tenant: usize,
    length: usize,
    term: String,
    page: Vec<Hit>,
}

/// Both databases.
enum Place {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

impl Place {
    async fn search(&mut self, candidate: Candidate, question: &Question) -> Outcome<Vec<Hit>> {
        match self {
            Place::Sqlite(place) => place.search(candidate, question.tenant, &question.term).await,
            Place::Postgres(place) => place.search(candidate, question.tenant, &question.term).await,
        }
    }

    async fn write(&mut self, customers: &[Customer], candidate: Candidate) -> Outcome<()> {
        match self {
            Place::Sqlite(place) => place.write(customers.iter(), &[candidate]).await,
            Place::Postgres(place) => place.write(customers, candidate).await,
        }
    }

    async fn bytes(&mut self, candidate: Candidate) -> Outcome<i64> {
        match self {
            Place::Sqlite(place) => place.bytes(candidate).await,
            Place::Postgres(place) => place.bytes(candidate).await,
        }
    }
}

#[tokio::main]
async fn main() -> Outcome<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let rows = words
        .iter()
        .position(|word| word == "--rows")
        .and_then(|at| words.get(at + 1));
    let rows = rows.map_or(Ok(1_000_000), |rows| rows.parse::<usize>())?;
    let plans = words.iter().any(|word| word == "--plans");
    let more = 6 * (WRITTEN.0 + WRITTEN.1);
    let mut customers = customers::made(rows + more);
    let new = customers.split_off(rows);
    let questions = questions(&customers);

    let folder = tempfile::tempdir()?;
    let only = words
        .iter()
        .position(|word| word == "--only")
        .and_then(|at| words.get(at + 1))
        .map(String::as_str);
    if only != Some("postgres") {
        on_sqlite(folder.path(), &customers, &new, &questions, plans).await?;
    }
    drop(folder);
    if only == Some("sqlite") {
        return Ok(());
    }
    let server = Server::start_with(Disk::Fast, "-c shared_buffers=1GB -c max_wal_size=4GB -c jit=off")?;
    let mut postgres = Postgres::new(&server).await?;
    filled("PostgreSQL", rows, postgres.fill(&customers, &TENANTS)).await?;
    if plans {
        println!("{}", postgres.plans(0).await?.join("\n"));
    }
    println!(
        "column of grams: {} bytes a record",
        postgres.bytes_of_grams().await? / rows as i64
    );
    compared("PostgreSQL", &mut Place::Postgres(postgres), &questions, &new).await
}

async fn on_sqlite(
    folder: &Path,
    customers: &[Customer],
    new: &[Customer],
    questions: &[Question],
    plans: bool,
) -> Outcome<()> {
    let mut sqlite = Sqlite::new(folder).await?;
    filled("SQLite", customers.len(), sqlite.fill(customers, TENANTS[1])).await?;
    if plans {
        println!("{}", sqlite.plans().await?.join("\n"));
    }
    let mut place = Place::Sqlite(sqlite);
    compared("SQLite", &mut place, questions, new).await?;
    if let Place::Sqlite(sqlite) = place {
        sqlite.close().await?;
    }
    Ok(())
}

async fn filled(name: &str, rows: usize, filling: impl Future<Output = Outcome<()>>) -> Outcome<()> {
    let start = Instant::now();
    filling.await?;
    println!(
        "\n{name}: {rows} customers of {} tenants, filled in {:.0} s",
        customers::TENANTS,
        start.elapsed().as_secs_f64()
    );
    Ok(())
}

/// Terms of every length, half of them out of the tenant's texts.
fn questions(customers: &[Customer]) -> Vec<Question> {
    let mut chance = Chance(42);
    let mut questions = Vec::new();
    for tenant in TENANTS {
        let folded = Folded::of(customers, tenant);
        println!("tenant {tenant}: {} customers", folded.len());
        for length in 1..=LONGEST {
            for at in 0..TERMS {
                let term = folded.term(length, at % 2 == 0, &mut chance);
                let page = folded.page(&term, LIMIT);
                questions.push(Question {
                    tenant,
                    length,
                    term,
                    page,
                });
            }
        }
    }
    questions
}

async fn compared(name: &str, place: &mut Place, questions: &[Question], new: &[Customer]) -> Outcome<()> {
    for candidate in Candidate::ALL {
        let mut times = Vec::new();
        let mut wrong = 0;
        // The others are told apart by a quarter of the questions.
        let every = if candidate == Candidate::Grams { 1 } else { 4 };
        let asked = || questions.iter().step_by(every);
        for question in asked() {
            // Once to have everything in memory, as it is in a server that runs.
            let page = place.search(candidate, question).await?;
            let start = Instant::now();
            place.search(candidate, question).await?;
            times.push((question, start.elapsed()));
            if page != question.page {
                wrong += 1;
                if wrong <= 3 {
                    println!(
                        "{name}, {}: `{}` of tenant {} differs",
                        candidate.name(),
                        question.term,
                        question.tenant
                    );
                }
            }
        }
        println!(
            "\n{name}, {}: {} of {} pages equal brute force",
            candidate.name(),
            asked().count() - wrong,
            asked().count()
        );
        figures::print(
            &times
                .iter()
                .map(|(question, time)| (question.tenant, question.length, question.term.as_str(), *time))
                .collect::<Vec<_>>(),
        );
    }
    for candidate in [Candidate::Bare, Candidate::Grams, Candidate::Trigram, Candidate::Table] {
        println!(
            "{name}, {}: {} MB",
            candidate.name(),
            place.bytes(candidate).await? / 1_000_000
        );
    }
    let mut new = new;
    for candidate in [Candidate::Bare, Candidate::Grams, Candidate::Trigram, Candidate::Table] {
        let (single, rest) = new.split_at(WRITTEN.0);
        let (grouped, rest) = rest.split_at(WRITTEN.1);
        new = rest;
        let single = written(place, candidate, single, 1).await?;
        let grouped = written(place, candidate, grouped, 100).await?;
        println!(
            "{name}, {}: written {single:.0}/s one by one, {grouped:.0}/s by the hundred",
            candidate.name()
        );
    }
    after_writes(name, place, questions).await
}

/// Whether searches stay as quick behind many small transactions.
async fn after_writes(name: &str, place: &mut Place, questions: &[Question]) -> Outcome<()> {
    let (mut times, candidate) = (Vec::new(), Candidate::Grams);
    for question in questions {
        let start = Instant::now();
        place.search(candidate, question).await?;
        times.push(start.elapsed());
    }
    println!(
        "{name}, {} after the writes: p95 {:.2} ms",
        candidate.name(),
        figures::share(&mut times, 0.95)
    );
    Ok(())
}

/// Customers a second.
async fn written(place: &mut Place, candidate: Candidate, customers: &[Customer], together: usize) -> Outcome<f64> {
    let start = Instant::now();
    for some in customers.chunks(together) {
        place.write(some, candidate).await?;
    }
    let elapsed: Duration = start.elapsed();
    Ok(customers.len() as f64 / elapsed.as_secs_f64())
}
