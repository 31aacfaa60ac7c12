//! `cargo xtask bench server`: the server under load, beside PocketBase, Fastify with Drizzle, FastAPI with SQLAlchemy, and two floors:
//! axum with a constant, and axum with sqlx by hand. All of them keep the same customers, and are asked over the same number of lines.

mod by_hand;
mod cases;
mod data;
mod fill;
mod floor;
mod load;
mod ours;
mod pocketbase;
mod process;
mod report;
mod slowest;
mod soak;

use std::path::PathBuf;
use std::time::Duration;

use by_hand::Hand;
use cases::{Asking, Case};
use load::{Fault, Load, Measured};
use ours::Ours;
use pocketbase::PocketBase;
use process::Running;
use ratebook_server_testing::{Disk, Postgres};
use sqlx::{Connection as _, PgConnection};

/// What is told on the command line.
struct Told {
    rows: usize,
    seconds: u64,
    lines: usize,
    json: bool,
    /// Only contenders and cases with these in their names, when any is named.
    only: Vec<String>,
    cases: Vec<String>,
    program: PathBuf,
    floor: Option<String>,
    listen: Option<String>,
    /// A mixed day for long, or at two paces, in place of what is measured beside others.
    soak: bool,
    load: bool,
    minutes: usize,
    clients: usize,
    pace: u32,
}

fn told() -> Result<Told, Fault> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let after = |flag: &str| {
        words
            .iter()
            .position(|word| word == flag)
            .and_then(|place| words.get(place + 1))
    };
    let number = |flag: &str, usual: usize| after(flag).map_or(Ok(usual), |text| text.parse());
    let beside = std::env::current_exe()?.with_file_name("ratebook-server");
    Ok(Told {
        rows: number("--rows", 1_000_000)?,
        seconds: number("--seconds", 5)? as u64,
        lines: number("--lines", 64)?,
        json: words.iter().any(|word| word == "--json"),
        only: after("--only").map_or_else(Vec::new, |text| text.split(',').map(str::to_owned).collect()),
        cases: after("--cases").map_or_else(Vec::new, |text| text.split(',').map(str::to_owned).collect()),
        program: std::env::var_os("RATEBOOK_BENCH_SERVER").map_or(beside, PathBuf::from),
        floor: after("--floor").cloned(),
        listen: after("--listen").cloned(),
        soak: words.iter().any(|word| word == "--soak"),
        load: words.iter().any(|word| word == "--load"),
        minutes: number("--minutes", 60)?,
        clients: number("--clients", CLIENTS)?,
        pace: number("--pace", 300)? as u32,
    })
}

/// What one contender came to.
pub(crate) struct Figures {
    pub(crate) name: String,
    pub(crate) cases: Vec<(Case, Measured, f64)>,
    /// Milliseconds from its start to its first answer, on the filled database.
    pub(crate) cold: f64,
    /// Megabytes.
    pub(crate) memory: u64,
    /// The list's p95 at one line.
    pub(crate) alone: f64,
    /// A mixed day, where it was asked.
    pub(crate) day: Option<Measured>,
    /// How many times as much as one server two would answer.
    pub(crate) replicas: Option<f64>,
}

/// How many clients a mixed day has, and how often all of them together ask a second.
const CLIENTS: usize = 1_000;
const PACE: u32 = 1_000;

/// Those who share the tables by hand.
const BY_HAND: [Hand; 3] = [Hand::Floor, Hand::Fastify, Hand::FastApi];
const SQLITE: &str = " on SQLite";
const POSTGRES: &str = " on PostgreSQL";

struct Bench {
    told: Told,
    figures: Vec<Figures>,
}

impl Bench {
    fn wants(&self, name: &str) -> bool {
        self.told.only.is_empty() || self.told.only.iter().any(|only| name.contains(only.as_str()))
    }

    /// Whether anybody is wanted who shares the tables by hand on a database.
    fn wants_by_hand(&self, base: &str) -> bool {
        BY_HAND.iter().any(|hand| self.wants(&format!("{}{base}", hand.name())))
    }

    async fn measure(&mut self, name: String, running: &Running, asking: &Asking) -> Result<(), Fault> {
        let lasts = Duration::from_secs(self.told.seconds);
        let mut cases = Vec::new();
        let mut alone = f64::NAN;
        for case in Case::ALL {
            let is_wanted = self.told.cases.is_empty() || self.told.cases.iter().any(|name| name == case.name());
            let Some(asks) = asking.0.get(&case).filter(|_| is_wanted) else {
                continue;
            };
            if case == Case::List {
                let load = self.load(1, None, lasts / 2);
                alone = load::put(&[running.address], load, asks)
                    .await
                    .map_err(|fault| format!("{name}, {}: {fault}", case.name()))?
                    .p95;
            }
            let before = running.used();
            let measured = load::put(&[running.address], self.load(self.told.lines, None, lasts), asks).await;
            let measured = measured.map_err(|fault| format!("{name}, {}: {fault}", case.name()))?;
            // The tenth that warms up is used too.
            let per_processor_second =
                measured.per_second * lasts.as_secs_f64() * 1.1 / (running.used() - before).max(0.01);
            cases.push((case, measured, per_processor_second));
            if !self.told.json {
                report::line(&name, case, &measured, per_processor_second);
            }
        }
        let cold = running.cold.as_secs_f64() * 1e3;
        self.figures.push(Figures {
            name,
            cases,
            cold,
            memory: running.most_memory(),
            alone,
            day: None,
            replicas: None,
        });
        Ok(())
    }

    fn load(&self, lines: usize, pace: Option<u32>, lasts: Duration) -> Load {
        Load { lines, pace, lasts }
    }

    /// A mixed day of a thousand clients, at the pace that is aimed at.
    async fn day(&self, name: &str, running: &Running, asking: &Asking) -> Result<Option<Measured>, Fault> {
        let is_wanted = self.told.cases.is_empty() || self.told.cases.iter().any(|own| own == Case::Mixed.name());
        let Some(asks) = asking.mixed().filter(|_| is_wanted) else {
            return Ok(None);
        };
        let lasts = Duration::from_secs(self.told.seconds) * 2;
        let measured = load::put(&[running.address], self.load(CLIENTS, Some(PACE), lasts), &asks).await;
        let measured = measured.map_err(|fault| format!("{name}, mixed: {fault}"))?;
        if !self.told.json {
            report::line(name, Case::Mixed, &measured, f64::NAN);
        }
        Ok(Some(measured))
    }

    /// What two servers on one database answer beside one, each on as much of a processor: on a machine that has no room for both and
    /// for whoever asks, answers by processor time, that of the database included.
    async fn beside(&self, name: &str, ours: &Ours, running: &Running, asking: &Asking) -> Result<Option<f64>, Fault> {
        let is_wanted = self.told.cases.is_empty() || self.told.cases.iter().any(|own| own == "replicas");
        let Some(asks) = asking.0.get(&Case::List).filter(|_| is_wanted) else {
            return Ok(None);
        };
        let lasts = Duration::from_secs(self.told.seconds);
        let load = self.load(self.told.lines, None, lasts);
        let second = ours.start().await?;
        let mut rates = Vec::new();
        for addresses in [&[running.address][..], &[running.address, second.address][..]] {
            let before = running.used() + second.used_alone();
            let measured = load::put(addresses, load, asks).await;
            let measured = measured.map_err(|fault| format!("{name}, replicas: {fault}"))?;
            rates.push(measured.per_second / (running.used() + second.used_alone() - before).max(0.01));
        }
        Ok(rates.first().zip(rates.last()).map(|(one, two)| 2.0 * two / one))
    }

    async fn hand(&mut self, hand: Hand, base: &str, database: &str) -> Result<(), Fault> {
        let name = format!("{}{base}", hand.name());
        if !self.wants(&name) {
            return Ok(());
        }
        let running = hand.start(database).await?;
        let asking = hand.asking(&running, self.told.rows).await?;
        self.measure(name, &running, &asking).await
    }

    async fn ours(&mut self, base: &str, database: &str) -> Result<(), Fault> {
        let name = format!("Ratebook{base}");
        if !self.wants(&name) {
            return Ok(());
        }
        let ours = Ours::on(&self.told.program, database);
        ours.fill(self.told.rows).await?;
        let running = ours.start().await?;
        let asking = ours.asking(&running, self.told.rows).await?;
        self.measure(name.clone(), &running, &asking).await?;
        let day = self.day(&name, &running, &asking).await?;
        let replicas = match base {
            POSTGRES => self.beside(&name, &ours, &running, &asking).await?,
            _ => None,
        };
        if let Some(own) = self.figures.last_mut() {
            (own.day, own.replicas) = (day, replicas);
            own.memory = running.most_memory();
        }
        Ok(())
    }

    async fn run(&mut self) -> Result<(), Fault> {
        let folder = tempfile::tempdir()?;
        let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
        let rows = self.told.rows;
        self.hand(Hand::Constant, "", "constant").await?;
        // SQLite first, and what is measured is removed before the next is filled: a disk holds some, not all.
        if self.wants_by_hand(SQLITE) {
            let file = path("by_hand.db");
            fill::by_hand_sqlite(file.as_ref(), rows).await?;
            for hand in BY_HAND {
                self.hand(hand, SQLITE, &file).await?;
            }
            std::fs::remove_file(&file)?;
        }
        if self.wants("PocketBase") {
            let own = PocketBase::in_folder(folder.path())?;
            own.fill(rows).await?;
            let running = own.start().await?;
            let asking = own.asking(&running, rows).await?;
            self.measure("PocketBase".to_owned(), &running, &asking).await?;
            drop(running);
            std::fs::remove_dir_all(folder.path().join("pocketbase"))?;
        }
        self.ours(SQLITE, &path("ours.db")).await?;
        if !self.wants_by_hand(POSTGRES) && !self.wants(&format!("Ratebook{POSTGRES}")) {
            return Ok(());
        }
        let server = Postgres::start_with(Disk::Durable, SETTINGS)?;
        let by_hand = server.database("by_hand")?;
        if self.wants_by_hand(POSTGRES) {
            fill::by_hand_postgres(&by_hand, rows).await?;
        }
        for hand in BY_HAND {
            self.hand(hand, POSTGRES, &by_hand).await?;
        }
        self.ours(POSTGRES, &kept_by(&server).await?).await
    }

    /// A mixed day of ours alone on each database that is wanted: for long, or at two paces.
    async fn days(&self) -> Result<(), Fault> {
        let folder = tempfile::tempdir()?;
        let name = |base: &str| format!("Ratebook{base}");
        if self.wants(&name(SQLITE)) {
            let file = folder.path().join("ours.db");
            self.one_day(&name(SQLITE), &file.to_string_lossy(), None).await?;
        }
        if self.wants(&name(POSTGRES)) {
            let settings = format!("{SETTINGS} {}", slowest::SETTINGS);
            let server = Postgres::start_with(Disk::Durable, if self.told.load { &settings } else { SETTINGS })?;
            self.one_day(&name(POSTGRES), &kept_by(&server).await?, Some(&server))
                .await?;
        }
        Ok(())
    }

    async fn one_day(&self, name: &str, database: &str, server: Option<&Postgres>) -> Result<(), Fault> {
        let ours = Ours::on(&self.told.program, database);
        ours.fill(self.told.rows).await?;
        if self.told.soak {
            let beside = server.map_or(database.to_owned(), |server| server.address("ours"));
            soak::run(name, &ours, &self.told, &beside).await?;
        }
        if self.told.load {
            slowest::run(name, &ours, &self.told, server).await?;
        }
        Ok(())
    }
}

/// How PostgreSQL is set up.
const SETTINGS: &str = "-c shared_buffers=1GB -c max_wal_size=4GB -c random_page_cost=1.1";

/// A database of the server's own, whose role is no superuser.
async fn kept_by(server: &Postgres) -> Result<String, Fault> {
    server.database("ours")?;
    let keeper = "CREATE ROLE keeper LOGIN CREATEROLE; ALTER DATABASE ours OWNER TO keeper";
    let mut all = PgConnection::connect(&server.address("postgres")).await?;
    sqlx::raw_sql(keeper).execute(&mut all).await?;
    all.close().await?;
    Ok(server.address_as("keeper", "ours"))
}

#[tokio::main]
async fn main() -> Result<(), Fault> {
    let told = told()?;
    if let (Some(floor), Some(listen)) = (&told.floor, &told.listen) {
        return floor::serve(floor, listen.parse()?).await;
    }
    let mut bench = Bench {
        told,
        figures: Vec::new(),
    };
    if bench.told.soak || bench.told.load {
        return bench.days().await;
    }
    bench.run().await?;
    report::print(&bench.figures, bench.told.rows, bench.told.json);
    Ok(())
}
