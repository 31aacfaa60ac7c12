//! What is asked for when figures are read: what waits in the database, and what this process keeps and takes.

use std::sync::atomic::AtomicU64;
use std::time::Duration;

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::Registry;

use crate::commerce::Hits;
use crate::platform::{backups, trace};
use crate::state::App;
use crate::store::{Failure, PlatformTx, RowCells};

/// Whoever reads figures waits no longer for the database.
const PATIENCE: Duration = Duration::from_secs(5);

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Of {
    name: String,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct OfState {
    name: String,
    state: String,
}

/// What waits in the database.
#[derive(Debug, Default)]
struct Waiting {
    /// Jobs that are not done, by name and state.
    jobs: Vec<(String, String, i64)>,
    /// When the next of them is due, in microseconds.
    due_at: Option<i64>,
    /// What has not been passed on, as far as it is counted, and since when the first of it waits.
    outbox: (i64, Option<i64>),
    /// What can be put back.
    backups: backups::Standing,
}

/// Those that are about to be done are few, and those that wait for others or for people have an index.
const JOBS: [&str; 2] = [
    "SELECT name, state, count(*) FROM jobs WHERE state IN ('waiting', 'running') GROUP BY name, state LIMIT 1000",
    "SELECT name, state, count(*) FROM jobs WHERE state IN ('behind', 'parked', 'dead') GROUP BY name, state LIMIT 1000",
];
const DUE: &str = "SELECT min(due_at) FROM jobs WHERE state IN ('waiting', 'running')";
/// More than so many are as bad as so many.
const OUTBOX: &str =
    "SELECT count(*), min(w.at) FROM (SELECT at FROM outbox WHERE done_at IS NULL ORDER BY id LIMIT 100000) w";

impl Waiting {
    async fn ask(tx: &mut PlatformTx<'_>) -> Result<Waiting, Failure> {
        let mut waiting = Waiting::default();
        for asked in JOBS {
            for row in tx.ask(asked, &[]).await? {
                let text = |place: usize| Ok::<_, Failure>(row.text(place)?.unwrap_or_default().to_owned());
                waiting.jobs.push((text(0)?, text(1)?, row.whole(2)?.unwrap_or(0)));
            }
        }
        if let Some(row) = tx.ask(DUE, &[]).await?.first() {
            waiting.due_at = row.whole(0)?;
        }
        if let Some(row) = tx.ask(OUTBOX, &[]).await?.first() {
            waiting.outbox = (row.whole(0)?.unwrap_or(0), row.whole(1)?);
        }
        waiting.backups = backups::proven(tx).await?;
        Ok(waiting)
    }
}

/// Every figure, as Prometheus reads them. Where the database does not answer, that is told, and what is known without it.
pub(super) async fn page(app: &App) -> String {
    let asked = app
        .store
        .read_platform(|mut tx| Box::pin(async move { Waiting::ask(&mut tx).await }));
    let waiting = match tokio::time::timeout(PATIENCE, asked).await {
        Ok(Ok(waiting)) => Some(waiting),
        Ok(Err(failure)) => {
            trace::tell(&format!("figures: {failure}"));
            None
        }
        Err(_) => None,
    };
    let mut now = Registry::with_prefix("ratebook");
    let version = Info::new([("version", env!("CARGO_PKG_VERSION"))]);
    now.register("build", "What is running", version);
    gauge(
        &mut now,
        "database_up",
        "Whether the database answers",
        i64::from(waiting.is_some()),
    );
    if let Some(waiting) = waiting {
        waits(&mut now, &waiting, app.now().microseconds());
        if app.backups.folder.is_some() {
            can_be_put_back(&mut now, &waiting.backups);
        }
    }
    keeps(&mut now, app);
    let mut process = Registry::default();
    takes(&mut process);
    let mut page = String::new();
    let written = [&app.telemetry.figures().registry, &now, &process]
        .into_iter()
        .try_for_each(|registry| text::encode_registry(&mut page, registry));
    // Writing to a text does not fail.
    let _ = written.and_then(|()| text::encode_eof(&mut page));
    page
}

fn gauge(registry: &mut Registry, name: &str, help: &str, value: i64) {
    let own: Gauge = Gauge::default();
    own.set(value);
    registry.register(name, help, own);
}

fn waits(registry: &mut Registry, waiting: &Waiting, now: i64) {
    let jobs: Family<OfState, Gauge> = Family::default();
    for (name, state, count) in &waiting.jobs {
        let (name, state) = (name.clone(), state.clone());
        jobs.get_or_create(&OfState { name, state }).set(*count);
    }
    registry.register("jobs", "Jobs that are not done, by name and state", jobs);
    let seconds = |since: Option<i64>| since.map_or(0, |since| now.saturating_sub(since).max(0) / 1_000_000);
    let late = "For how many seconds the oldest job that is due has been so";
    gauge(registry, "jobs_late_seconds", late, seconds(waiting.due_at));
    let (count, since) = waiting.outbox;
    let kept = "What happened and has not been passed on yet, counted up to 100000";
    gauge(registry, "outbox_waiting", kept, count);
    let old = "For how many seconds the oldest of it has waited";
    gauge(registry, "outbox_waiting_seconds", old, seconds(since));
}

fn can_be_put_back(registry: &mut Registry, standing: &backups::Standing) {
    let seconds = |moment: Option<i64>| moment.unwrap_or(0) / 1_000_000;
    let kept = "When the last backup was made, in seconds since 1970; 0 where there is none";
    gauge(
        registry,
        "backup_kept_timestamp_seconds",
        kept,
        seconds(standing.kept_at),
    );
    let proven = "When it was last proven that a backup can be put back, in seconds since 1970; 0 where it was not yet";
    gauge(
        registry,
        "restore_proven_timestamp_seconds",
        proven,
        seconds(standing.proven_at),
    );
    let failed = "Whether proving it has failed since";
    gauge(registry, "restore_failed", failed, i64::from(standing.why.is_some()));
}

/// What this server keeps: lines to its database, what it compiled, who follows.
fn keeps(registry: &mut Registry, app: &App) {
    let lines = app.store.lines();
    let (used, most) = (i64::from(lines.used), i64::from(lines.most));
    gauge(registry, "database_connections_used", "Connections in use", used);
    gauge(registry, "database_connections_most", "Connections there may be", most);
    let made = "Connections that were made: each is used again, so that they are few";
    registry.register("database_connections_made", made, counter(lines.made));
    if let Some(written) = lines.written {
        for (name, help, value) in [
            ("sqlite_commits", "Commits, each of a group of requests", written.groups),
            ("sqlite_writes", "Requests that were kept by them", written.requests),
        ] {
            registry.register(name, help, counter(value));
        }
    }
    let free = i64::try_from(app.followers.available_permits()).unwrap_or(0);
    gauge(registry, "followers_free", "Places for those who follow events", free);
    let (kept, bytes): (Family<Of, Gauge>, Family<Of, Gauge>) = Default::default();
    let (found, missed): (Family<Of, Counter>, Family<Of, Counter>) = Default::default();
    let calendars = app.calendars();
    for (name, hits) in [
        ("calendars", calendars.calendars()),
        ("definitions", calendars.definitions()),
    ] {
        let of = Of { name: name.to_owned() };
        let Hits {
            found: there,
            missed: made,
            kept: things,
            bytes: size,
            ..
        } = hits;
        found.get_or_create(&of).inc_by(there);
        missed.get_or_create(&of).inc_by(made);
        kept.get_or_create(&of).set(i64::try_from(things).unwrap_or(i64::MAX));
        bytes.get_or_create(&of).set(i64::try_from(size).unwrap_or(i64::MAX));
    }
    registry.register("cache_found", "How often what was compiled was still there", found);
    registry.register("cache_missed", "How often it had to be compiled", missed);
    registry.register("cache_kept", "How much of it is kept", kept);
    registry.register("cache_bytes", "How many bytes that takes, about", bytes);
}

fn counter(value: u64) -> Counter {
    let own: Counter = Counter::default();
    own.inc_by(value);
    own
}

/// What the process takes, by the names that everybody gives it; nothing where the system does not say.
fn takes(registry: &mut Registry) {
    let read = |name: &str| std::fs::read_to_string(format!("/proc/self/{name}")).unwrap_or_default();
    let status = read("status");
    let kibibytes = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kibibytes = kibibytes.and_then(|rest| rest.split_whitespace().next()?.parse::<i64>().ok());
    if let Some(kibibytes) = kibibytes {
        let help = "Memory that is taken";
        gauge(
            registry,
            "process_resident_memory_bytes",
            help,
            kibibytes.saturating_mul(1_024),
        );
    }
    // Its name stands in brackets and may have anything in it. Of what follows, the 12th and 13th are the ticks that it has run, of which
    // Linux makes 100 a second wherever it tells them.
    let stat = read("stat");
    let ticks = stat
        .rsplit_once(')')
        .map(|(_, rest)| rest.split_whitespace().skip(11).take(2));
    let ticks: Option<u64> = ticks.and_then(|ticks| ticks.map(|text| text.parse::<u64>().ok()).sum());
    if let Some(ticks) = ticks {
        let seconds: Counter<f64, AtomicU64> = Counter::default();
        seconds.inc_by(Duration::from_millis(ticks.saturating_mul(10)).as_secs_f64());
        registry.register(
            "process_cpu_seconds",
            "Seconds that processors have worked for it",
            seconds,
        );
    }
    if let Ok(open) = std::fs::read_dir("/proc/self/fd") {
        let open = i64::try_from(open.count()).unwrap_or(i64::MAX);
        gauge(registry, "process_open_fds", "Files and lines that are open", open);
    }
}
