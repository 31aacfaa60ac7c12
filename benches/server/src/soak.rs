//! `--soak`: the mixed day for long, with everything on: figures, traces, the log of answers. It fails where memory, files or the time of
//! answers grow, where what is to be passed on, done or sealed falls behind, and where at the end anything that was acknowledged is not
//! there, or there twice.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::process::Command;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use axum::Router;
use bytes::Bytes;
use serde_json::Value;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, SqliteConnection};
use uuid::Uuid;

use crate::Told;
use crate::cases::Case;
use crate::load::{self, Asked, Asks, Fault, Hears, Line, Load, asked};
use crate::ours::{self, Ours};
use crate::process::free;
use crate::report;

/// In so many rounds, each with clients who come anew.
const ROUNDS: u32 = 9;
/// What is written down has to be passed on, done and sealed so soon, in seconds.
const BEHIND: f64 = 10.0;
/// How long all of it may take once nobody asks any more.
const SETTLED: Duration = Duration::from_secs(120);

/// How it stood after a round.
#[derive(Clone, Copy, Debug)]
struct Sample {
    /// Milliseconds.
    p95: f64,
    /// Bytes.
    memory: f64,
    files: f64,
    /// Seconds for which something has waited to be passed on, or to be done.
    behind: f64,
    /// Entries of the audit that were to be sealed.
    unsealed: f64,
}

/// What was asked for and what was acknowledged.
#[derive(Default)]
struct Made {
    asked_customers: AtomicU64,
    asked_bookings: AtomicU64,
    customers: Mutex<Vec<String>>,
    bookings: AtomicU64,
}

impl Made {
    /// The same requests, counted.
    fn counts(self: &Arc<Self>, asks: Asks) -> Asks {
        let own = Arc::clone(self);
        Arc::new(move |number| {
            let asked: Asked = asks(number);
            match (asked.method().as_str(), asked.uri().path()) {
                ("POST", "/v1/customers") => own.asked_customers.fetch_add(1, Ordering::Relaxed),
                ("POST", "/v1/acts/book") => own.asked_bookings.fetch_add(1, Ordering::Relaxed),
                _ => 0,
            };
            asked
        })
    }

    fn hears(self: &Arc<Self>) -> Hears {
        let own = Arc::clone(self);
        Arc::new(move |status, body: &Bytes| {
            if status != 201 {
                return;
            }
            let told: Value = serde_json::from_slice(body).unwrap_or_default();
            match told["email"].is_string() {
                true => {
                    let id = told["id"].as_str().unwrap_or_default().replace('-', "");
                    own.customers.lock().unwrap_or_else(PoisonError::into_inner).push(id);
                }
                false => drop(own.bookings.fetch_add(1, Ordering::Relaxed)),
            }
        })
    }
}

/// Puts the day on the server, whose database is looked at by another address.
pub(crate) async fn run(name: &str, ours: &Ours, told: &Told, beside: &str) -> Result<(), Fault> {
    let database = Database(beside);
    let figures = free()?;
    let collector = collector().await?;
    let settings = [
        ("RATEBOOK_METRICS", figures.to_string()),
        ("RATEBOOK_OTLP", format!("http://{collector}")),
        ("RATEBOOK_OTLP_PERCENT", "10".to_owned()),
        ("RATEBOOK_LOG", "answers".to_owned()),
    ];
    let running = ours.start_with(&settings).await?;
    let made = Arc::new(Made::default());
    let asking = ours.asking_by_key(&running, told.rows).await?;
    let asks = made.counts(asking.mixed().ok_or("a mixed day of what is not there")?);
    let before = Kept::of(&database).await?;
    let load = Load {
        lines: told.clients,
        pace: Some(told.pace),
        lasts: Duration::from_secs(60 * told.minutes as u64) / ROUNDS,
    };
    let mut samples = Vec::new();
    for round in 1..=ROUNDS {
        let measured = load::put_heard(&[running.address], load, &asks, &made.hears()).await;
        let measured = measured.map_err(|fault| format!("{name}, round {round}: {fault}"))?;
        let sample = sampled(figures, &database, measured.p95).await?;
        report::line(&format!("{name}, {round}"), Case::Mixed, &measured, f64::NAN);
        println!(
            "    {:.0} MB, {:.0} files, {:.0} s behind, {:.0} not sealed",
            sample.memory / 1e6,
            sample.files,
            sample.behind,
            sample.unsealed
        );
        samples.push(sample);
    }
    let mut faults = grown(&samples);
    faults.extend(settled(&database).await?);
    faults.extend(lost(&database, &made, &before).await?);
    drop(running);
    faults.extend(broken(ours, told)?);
    match faults.is_empty() {
        true => {
            println!("{name}: nothing has grown, and all that was acknowledged is there once");
            Ok(())
        }
        false => Err(format!("{name}:\n{}", faults.join("\n")).into()),
    }
}

/// Whoever is told of traces, and takes all of them.
async fn collector() -> Result<SocketAddr, Fault> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let takes = Router::new().fallback(|_: Bytes| async { "" });
    tokio::spawn(async move { axum::serve(listener, takes).await });
    Ok(address)
}

/// The largest of the figures of a name.
fn figure(page: &str, name: &str) -> f64 {
    let values = page.lines().filter_map(|line| {
        let (own, value) = line.rsplit_once(' ')?;
        (own.split('{').next() == Some(name)).then(|| value.parse::<f64>().ok())?
    });
    values.fold(0.0, f64::max)
}

async fn sampled(figures: SocketAddr, database: &Database<'_>, p95: f64) -> Result<Sample, Fault> {
    let (status, page) = Line::to(figures)
        .await?
        .ask(asked("GET", "/metrics", &[], None))
        .await?;
    if status != 200 {
        return Err(format!("figures: {status}").into());
    }
    let page = String::from_utf8_lossy(&page).into_owned();
    let [outbox, jobs] =
        ["ratebook_outbox_waiting_seconds", "ratebook_jobs_late_seconds"].map(|name| figure(&page, name));
    Ok(Sample {
        p95,
        memory: figure(&page, "process_resident_memory_bytes"),
        files: figure(&page, "process_open_fds"),
        behind: outbox.max(jobs),
        unsealed: database.unsealed(Some(BEHIND as u64)).await? as f64,
    })
}

/// What has grown from the first third of the rounds to the last: what comes once, as caches do that fill, comes in the first.
fn grown(samples: &[Sample]) -> Vec<String> {
    let third = samples.len() / 3;
    let most = |of: fn(&Sample) -> f64, some: &[Sample]| some.iter().map(of).fold(0.0, f64::max);
    let (first, last) = (&samples[..third], &samples[samples.len() - third..]);
    let mut faults = Vec::new();
    let mut grows = |what: &str, of: fn(&Sample) -> f64, (times, more): (f64, f64)| {
        let (before, after) = (most(of, first), most(of, last));
        if after > before * times + more {
            faults.push(format!("{what} grew from {before:.0} to {after:.0}"));
        }
    };
    grows("memory in bytes", |one| one.memory, (1.15, 16e6));
    grows("open files", |one| one.files, (1.0, 16.0));
    grows("the p95 in ms", |one| one.p95, (1.5, 10.0));
    for (what, worst, bound) in [
        ("seconds behind", most(|one| one.behind, samples), BEHIND),
        ("entries not sealed", most(|one| one.unsealed, samples), 0.0),
    ] {
        if worst > bound {
            faults.push(format!("{worst:.0} {what}"));
        }
    }
    faults
}

/// A file of SQLite or the address of a PostgreSQL, asked beside the server.
struct Database<'d>(&'d str);

impl Database<'_> {
    async fn number(&self, text: &str) -> Result<i64, Fault> {
        let text = AssertSqlSafe(text.to_owned());
        Ok(if self.is_postgres() {
            let mut connection = PgConnection::connect(self.0).await?;
            sqlx::query_scalar(text).fetch_one(&mut connection).await?
        } else {
            let mut connection = SqliteConnection::connect(&format!("sqlite://{}", self.0)).await?;
            sqlx::query_scalar(text).fetch_one(&mut connection).await?
        })
    }

    fn is_postgres(&self) -> bool {
        self.0.starts_with("postgres")
    }

    /// An id as the database takes it.
    fn id(&self, hex: &str) -> String {
        match self.is_postgres() {
            true => format!("'{hex}'"),
            false => format!("x'{hex}'"),
        }
    }

    /// How many entries are not sealed: all, or those of the last minute that are older than so many seconds.
    async fn unsealed(&self, seconds: Option<u64>) -> Result<i64, Fault> {
        let since = SystemTime::now().duration_since(UNIX_EPOCH)?.as_millis();
        let at = |before: u128| {
            let id = Uuid::from_u128(since.saturating_sub(before) << 80);
            self.id(&id.simple().to_string())
        };
        let of = seconds.map_or_else(String::new, |seconds| {
            format!(
                "a.id > {} AND a.id < {} AND",
                at(60_000),
                at(u128::from(seconds) * 1_000)
            )
        });
        self.number(&format!(
            "SELECT count(*) FROM audit a WHERE {of} NOT EXISTS (SELECT 1 FROM audit_seals s WHERE s.tenant_id = a.tenant_id AND s.entry = a.id)"
        ))
        .await
    }
}

/// Waits until nothing waits any more.
async fn settled(database: &Database<'_>) -> Result<Option<String>, Fault> {
    let begun = Instant::now();
    loop {
        let outbox = database
            .number("SELECT count(*) FROM outbox WHERE done_at IS NULL")
            .await?;
        let jobs = database
            .number("SELECT count(*) FROM jobs WHERE state <> 'done'")
            .await?;
        let unsealed = database.unsealed(None).await?;
        if (outbox, jobs, unsealed) == (0, 0, 0) {
            return Ok(None);
        }
        if begun.elapsed() > SETTLED {
            return Ok(Some(format!(
                "{outbox} events, {jobs} jobs and {unsealed} seals still wait after {SETTLED:?}"
            )));
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

/// How much is kept.
struct Kept {
    customers: i64,
    bookings: i64,
}

impl Kept {
    async fn of(database: &Database<'_>) -> Result<Kept, Fault> {
        Ok(Kept {
            customers: database.number("SELECT count(*) FROM load__customer").await?,
            bookings: database.number("SELECT count(*) FROM native__booking").await?,
        })
    }
}

/// What is there twice, or is missing: each is to find nothing.
const NONE: [(&str, &str); 6] = [
    (
        "tenants have a gap in their numbers, or one twice",
        "SELECT count(*) FROM (SELECT tenant_id FROM load__customer WHERE code LIKE 'CUST%' GROUP BY tenant_id HAVING count(*) <> \
         count(DISTINCT code) OR max(CAST(substr(code, 5) AS BIGINT)) <> count(*)) own",
    ),
    (
        "new customers have not one entry in the audit",
        "SELECT count(*) FROM load__customer c WHERE code LIKE 'CUST%' AND (SELECT count(*) FROM audit a WHERE a.tenant_id = c.tenant_id AND \
         a.entity = 'customer' AND a.record_id = c.id AND a.action = 'customer:created') <> 1",
    ),
    (
        "customers have several events of their making",
        "SELECT count(*) FROM (SELECT tenant_id FROM outbox WHERE name = 'customer:created' GROUP BY tenant_id, record_id HAVING count(*) > 1) own",
    ),
    (
        "entries tell of customers that there are not",
        "SELECT count(*) FROM audit a WHERE a.action = 'customer:created' AND NOT EXISTS (SELECT 1 FROM load__customer c WHERE c.tenant_id = \
         a.tenant_id AND c.id = a.record_id)",
    ),
    (
        "hours of a room are booked twice",
        "SELECT count(*) FROM (SELECT tenant_id FROM native__booking WHERE state IN ('held', 'confirmed') GROUP BY tenant_id, resource_id, \
         starts_at HAVING count(*) > 1) own",
    ),
    ("jobs were given up", "SELECT count(*) FROM jobs WHERE state = 'dead'"),
];

/// What was acknowledged and is not there, or there more often than it was asked for.
async fn lost(database: &Database<'_>, made: &Made, before: &Kept) -> Result<Vec<String>, Fault> {
    let mut faults = Vec::new();
    let now = Kept::of(database).await?;
    let acknowledged = std::mem::take(&mut *made.customers.lock().unwrap_or_else(PoisonError::into_inner));
    let count = |number: &AtomicU64| number.load(Ordering::Relaxed) as i64;
    for (what, told, kept, asked) in [
        (
            "customers",
            acknowledged.len() as i64,
            now.customers - before.customers,
            count(&made.asked_customers),
        ),
        (
            "bookings",
            count(&made.bookings),
            now.bookings - before.bookings,
            count(&made.asked_bookings),
        ),
    ] {
        println!("    {what}: {asked} asked for, {told} acknowledged, {kept} kept");
        if !(told <= kept && kept <= asked) || told == 0 {
            faults.push(format!(
                "{what}: {asked} were asked for, {told} acknowledged, {kept} kept"
            ));
        }
    }
    let ids: BTreeSet<&String> = acknowledged.iter().collect();
    if ids.len() != acknowledged.len() {
        faults.push("a customer was acknowledged to two".to_owned());
    }
    for some in acknowledged.chunks(500) {
        let listed: Vec<String> = some.iter().map(|id| database.id(id)).collect();
        let text = format!(
            "SELECT count(*) FROM load__customer WHERE id IN ({})",
            listed.join(", ")
        );
        let missing = some.len() as i64 - database.number(&text).await?;
        if missing > 0 {
            faults.push(format!("{missing} customers were acknowledged and are lost"));
        }
    }
    for (what, text) in NONE {
        let found = database.number(text).await?;
        if found > 0 {
            faults.push(format!("{found} {what}"));
        }
    }
    Ok(faults)
}

/// What the program says of the chains of the audit, where they are not whole.
fn broken(ours: &Ours, told: &Told) -> Result<Option<String>, Fault> {
    let output = Command::new(&told.program)
        .args(["verify", "--database", &ours.database])
        .env("RATEBOOK_KEY", ours::KEY)
        .output()?;
    let said = [&output.stdout[..], &output.stderr].concat();
    Ok((!output.status.success()).then(|| String::from_utf8_lossy(&said).into_owned()))
}
