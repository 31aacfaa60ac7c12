//! One round of one way to commit.

use std::fs::{File, OpenOptions};
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use ratebook_server::store::sqlite::{Durability, SqliteFile, Writer, WriterSettings};
use serde_json::{Value, json};
use sqlx::sqlite::SqliteConnection;
use sqlx::{ConnectOptions, Connection};
use tokio::sync::Mutex;

use crate::triples;

/// A way to commit.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// The floor: nothing but a page written and flushed, again and again.
    Flush,
    /// The same with the file's times, as SQLite flushes its log where it is built without `fdatasync`.
    FlushAll,
    /// A transaction for each request, on one connection.
    Alone,
    /// Requests that arrive together share a commit.
    Grouped,
    /// As `Grouped`, without a wait for the disk: what the rest costs.
    GroupedNormal,
}

/// What a round came to: in a second, and milliseconds of one request.
pub(crate) struct Figures {
    pub(crate) rate: f64,
    pub(crate) p50: f64,
    pub(crate) p95: f64,
    pub(crate) p99: f64,
    pub(crate) group: f64,
    pub(crate) largest: u64,
}

impl Way {
    pub(crate) const ALL: [Way; 5] = [Way::Flush, Way::FlushAll, Way::Alone, Way::Grouped, Way::GroupedNormal];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Way::Flush => "fdatasync",
            Way::FlushAll => "fsync",
            Way::Alone => "transaction_per_request",
            Way::Grouped => "grouped",
            Way::GroupedNormal => "grouped_normal",
        }
    }

    pub(crate) fn title(self) -> &'static str {
        match self {
            Way::Flush => "fdatasync of one page, one thread",
            Way::FlushAll => "fsync of one page, one thread",
            Way::Alone => "a transaction per request, FULL",
            Way::Grouped => "grouped, FULL",
            Way::GroupedNormal => "grouped, NORMAL (not durable)",
        }
    }
}

impl Figures {
    fn new(mut each: Vec<Duration>, took: Duration, group: f64, largest: u64) -> Figures {
        each.sort_unstable();
        let at = |percent: usize| {
            each.get(each.len() * percent / 100)
                .map_or(f64::NAN, |one| one.as_secs_f64() * 1e3)
        };
        Figures {
            rate: each.len() as f64 / took.as_secs_f64(),
            p50: at(50),
            p95: at(95),
            p99: at(99),
            group,
            largest,
        }
    }

    pub(crate) fn json(&self) -> Value {
        json!({"per_second": self.rate, "p50_ms": self.p50, "p95_ms": self.p95, "p99_ms": self.p99,
            "group": self.group, "largest_group": self.largest})
    }
}

pub(crate) async fn round(way: Way, time: Duration) -> Figures {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ratebook.db");
    match way {
        Way::Flush => flush(&path, time, File::sync_data),
        Way::FlushAll => flush(&path, time, File::sync_all),
        Way::Alone => alone(&SqliteFile::new(&path), time).await,
        Way::Grouped => grouped(&SqliteFile::new(&path), time).await,
        Way::GroupedNormal => grouped(&SqliteFile::new(&path).with_durability(Durability::Normal), time).await,
    }
}

/// Pages in place, as a log that has reached its length writes them: a file that grows would flush its length as well.
fn flush(path: &Path, time: Duration, flush: fn(&File) -> std::io::Result<()>) -> Figures {
    const PAGE: usize = 4_096;
    const PAGES: u64 = 1_000;
    let file = OpenOptions::new()
        .create_new(true)
        .write(true)
        .open(path)
        .expect("a file");
    let page = [7_u8; PAGE];
    for at in 0..PAGES {
        file.write_all_at(&page, at * PAGE as u64).expect("a page");
    }
    file.sync_all().expect("a flush");
    let (start, mut each) = (Instant::now(), Vec::new());
    while start.elapsed() < time {
        let begun = Instant::now();
        file.write_all_at(&page, each.len() as u64 % PAGES * PAGE as u64)
            .expect("a page");
        flush(&file).expect("a flush");
        each.push(begun.elapsed());
    }
    Figures::new(each, start.elapsed(), 1.0, 1)
}

async fn grouped(file: &SqliteFile, time: Duration) -> Figures {
    let writer = triples::open(file, WriterSettings::default()).await;
    let before = writer.counts();
    let (each, took) = clients(time, {
        let writer = writer.clone();
        move |id| write(writer.clone(), id)
    })
    .await;
    let after = writer.counts();
    writer.close().await;
    let group = (after.requests - before.requests) as f64 / (after.groups - before.groups) as f64;
    Figures::new(each, took, group, after.largest_group)
}

async fn write(writer: Writer, id: u64) {
    writer.write(triples::triple(id)).await.expect("a write");
}

async fn alone(file: &SqliteFile, time: Duration) -> Figures {
    triples::open(file, WriterSettings::default()).await.close().await;
    let connection = Arc::new(Mutex::new(file.write_options().connect().await.expect("a connection")));
    let (each, took) = clients(time, move |id| transaction(Arc::clone(&connection), id)).await;
    Figures::new(each, took, 1.0, 1)
}

async fn transaction(connection: Arc<Mutex<SqliteConnection>>, id: u64) {
    let mut connection = connection.lock().await;
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await.expect("a transaction");
    triples::insert(&mut transaction, id).await.expect("three rows");
    transaction.commit().await.expect("a commit");
}

/// How long each request of all clients took, and all of them together.
async fn clients<F, A>(time: Duration, ask: F) -> (Vec<Duration>, Duration)
where
    F: Fn(u64) -> A + Clone + Send + 'static,
    A: Future<Output = ()> + Send + 'static,
{
    let (start, ids) = (Instant::now(), Arc::new(AtomicU64::new(1)));
    let clients: Vec<_> = (0..triples::CLIENTS)
        .map(|_| {
            let (ask, ids) = (ask.clone(), Arc::clone(&ids));
            tokio::spawn(async move {
                let mut each = Vec::new();
                while start.elapsed() < time {
                    let begun = Instant::now();
                    ask(ids.fetch_add(1, Ordering::Relaxed)).await;
                    each.push(begun.elapsed());
                }
                each
            })
        })
        .collect();
    let mut each = Vec::new();
    for client in clients {
        each.extend(client.await.expect("a client"));
    }
    (each, start.elapsed())
}
