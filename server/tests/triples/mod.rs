//! What a booking commits: a booking, its audit row and its outbox row; written by many clients, and looked for after a kill.
//! Shared by the test and the bench of commits.

use std::collections::HashSet;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use ratebook_server::store::sqlite::{SqliteFile, Unit, Writer, WriterSettings};
use sqlx::sqlite::SqliteConnection;

/// Clients that write at the same time.
pub(crate) const CLIENTS: u64 = 64;
/// Kills that one file lives through before the next begins, so that looking through it stays quick.
const KILLS_OF_A_FILE: u64 = 50;
/// Ids of one round; more than it can write.
const IDS_OF_A_ROUND: u64 = 1_000_000;

const SCHEMA: &str = "
    CREATE TABLE bookings (tenant_id INTEGER NOT NULL, id INTEGER NOT NULL, resource_id INTEGER NOT NULL,
        start_minute INTEGER NOT NULL, end_minute INTEGER NOT NULL, customer TEXT NOT NULL, amount INTEGER NOT NULL,
        currency TEXT NOT NULL, PRIMARY KEY (tenant_id, id)) STRICT;
    CREATE INDEX bookings_by_resource ON bookings (tenant_id, resource_id, start_minute);
    CREATE TABLE audit (tenant_id INTEGER NOT NULL, id INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,
        changes TEXT NOT NULL, PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, id) REFERENCES bookings (tenant_id, id)) STRICT;
    CREATE TABLE outbox (tenant_id INTEGER NOT NULL, id INTEGER NOT NULL, topic TEXT NOT NULL, payload TEXT NOT NULL,
        PRIMARY KEY (tenant_id, id), FOREIGN KEY (tenant_id, id) REFERENCES bookings (tenant_id, id)) STRICT;";

const CHANGES: &str = r#"{"status":{"old":null,"new":"confirmed"},"amount":{"old":null,"new":"124.50"}}"#;
const PAYLOAD: &str =
    r#"{"type":"booking.confirmed","resource":"room-12","check_in":"2026-12-01","check_out":"2026-12-08"}"#;

/// The file with its tables and one writer.
pub(crate) async fn open(file: &SqliteFile, settings: WriterSettings) -> Writer {
    let writer = Writer::open(file, settings).await.expect("a writer");
    let tables: Result<(), _> = writer
        .write(|connection| {
            Box::pin(async move {
                let there: i64 = sqlx::query_scalar("SELECT count(*) FROM sqlite_schema")
                    .fetch_one(&mut *connection)
                    .await?;
                if there == 0 {
                    sqlx::raw_sql(SCHEMA).execute(connection).await?;
                }
                Ok::<(), sqlx::Error>(())
            })
        })
        .await;
    tables.expect("tables");
    writer
}

/// A booking with what belongs to it.
pub(crate) fn triple(id: u64) -> impl for<'c> FnOnce(&'c mut SqliteConnection) -> Unit<'c, (), sqlx::Error> + Send {
    move |connection| Box::pin(insert(connection, id))
}

/// The three rows.
pub(crate) async fn insert(connection: &mut SqliteConnection, id: u64) -> Result<(), sqlx::Error> {
    let id = i64::try_from(id).expect("a small id");
    let tenant = id % 20;
    sqlx::query("INSERT INTO bookings VALUES (?, ?, ?, ?, ?, 'Asha Rao', 12450, 'EUR')")
        .bind(tenant)
        .bind(id)
        .bind(id % 500)
        .bind(id)
        .bind(id + 60)
        .execute(&mut *connection)
        .await?;
    sqlx::query("INSERT INTO audit VALUES (?, ?, 'agent-7', 'booking.confirm', ?)")
        .bind(tenant)
        .bind(id)
        .bind(CHANGES)
        .execute(&mut *connection)
        .await?;
    sqlx::query("INSERT INTO outbox VALUES (?, ?, 'booking.confirmed', ?)")
        .bind(tenant)
        .bind(id)
        .bind(PAYLOAD)
        .execute(connection)
        .await?;
    Ok(())
}

/// What the process does that is going to be killed: writes from many clients, and tells each id once it is acknowledged.
pub(crate) async fn write_until_killed(path: &Path, first: u64) {
    let writer = open(&SqliteFile::new(path), WriterSettings::default()).await;
    tell("ready");
    let clients: Vec<_> = (0..CLIENTS)
        .map(|client| {
            let writer = writer.clone();
            tokio::spawn(async move {
                for id in (first + client..).step_by(CLIENTS as usize) {
                    writer.write(triple(id)).await.expect("a write");
                    tell(&format!("kept {id}"));
                }
            })
        })
        .collect();
    for client in clients {
        client.await.expect("a client");
    }
}

/// One line in one call of the system, so that a kill cannot mix two.
fn tell(line: &str) {
    std::io::stdout()
        .write_all(format!("\n{line}\n").as_bytes())
        .expect("somebody reads");
}

/// What came of the kills.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Kills {
    /// Processes that were killed.
    pub(crate) kills: u64,
    /// Writes that they acknowledged.
    pub(crate) acknowledged: u64,
    /// Acknowledged writes without all three rows.
    pub(crate) lost: u64,
    /// Rows that lack one of the other two.
    pub(crate) halves: u64,
    /// Kept, though the kill came before the answer.
    pub(crate) kept_unanswered: u64,
    /// Files that the database itself finds damaged.
    pub(crate) damaged: u64,
}

/// Kills processes that write, at moments drawn from a seed, and looks for what they acknowledged.
pub(crate) async fn kill(kills: u64, seed: u64, child: impl Fn(&Path, u64) -> Command) -> Kills {
    let mut told = Kills::default();
    let mut chance = seed;
    let mut folder = tempfile::tempdir().expect("a folder");
    let mut kept = HashSet::new();
    for round in 0..kills {
        if round % KILLS_OF_A_FILE == 0 {
            folder = tempfile::tempdir().expect("a folder");
            kept.clear();
        }
        let path = folder.path().join("ratebook.db");
        // Of the generator by Knuth: any will do, as long as the moments differ.
        chance = chance
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        // By the clock, or at an answer: that is where a write would be lost which was acknowledged too early.
        let answers = if round % 2 == 0 {
            u64::MAX
        } else {
            (chance >> 33) % 1_000
        };
        let delay = Duration::from_micros((chance >> 32) % 120_000);
        kept.extend(killed(child(&path, round * IDS_OF_A_ROUND), delay, answers));
        look(
            &path,
            &kept,
            &mut told,
            (round + 1) % KILLS_OF_A_FILE == 0 || round + 1 == kills,
        )
        .await;
        told.kills += 1;
    }
    told
}

/// Ids that a process acknowledged before it was killed: so long after it was ready, or earlier after so many answers.
fn killed(mut command: Command, delay: Duration, answers: u64) -> Vec<u64> {
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a process");
    let mut lines = BufReader::new(child.stdout.take().expect("its output"))
        .lines()
        .map_while(Result::ok);
    assert!(lines.any(|line| line == "ready"), "the process did not start");
    let (now, moment) = std::sync::mpsc::channel::<()>();
    let end = std::thread::spawn(move || {
        let _ = moment.recv_timeout(delay);
        child.kill().expect("a signal");
        child.wait().expect("an end")
    });
    let mut kept = Vec::new();
    // To the end of the pipe: what was said before the kill was said, however late it is read.
    for line in lines {
        if let Some(id) = line.strip_prefix("kept ") {
            kept.push(id.parse().expect("an id"));
        }
        if kept.len() as u64 > answers {
            let _ = now.send(());
        }
    }
    drop(now);
    assert_eq!(end.join().expect("an end").code(), None, "the process ended by itself");
    kept
}

/// Opens the file as a server does after a kill, and counts what is not as it should be.
async fn look(path: &Path, kept: &HashSet<u64>, told: &mut Kills, last_of_file: bool) {
    let writer = Writer::open(&SqliteFile::new(path), WriterSettings::default())
        .await
        .expect("a file that opens");
    let seen = writer
        .write(|connection| Box::pin(seen(connection)))
        .await
        .expect("a file that reads");
    writer.close().await;
    let lost = kept.iter().filter(|id| !seen.whole.contains(id)).count() as u64;
    // A loss stays one in every later look at the same file: it is told once, when the file is done with.
    if last_of_file {
        told.lost += lost;
        told.acknowledged += kept.len() as u64;
        told.kept_unanswered += (seen.whole.len() as u64 + lost).saturating_sub(kept.len() as u64);
    }
    told.halves += seen.rows - 3 * seen.whole.len() as u64;
    told.damaged += u64::from(!seen.sound);
}

struct Seen {
    whole: HashSet<u64>,
    rows: u64,
    sound: bool,
}

async fn seen(connection: &mut SqliteConnection) -> Result<Seen, sqlx::Error> {
    let sound: String = sqlx::query_scalar("PRAGMA integrity_check")
        .fetch_one(&mut *connection)
        .await?;
    let whole: Vec<i64> = sqlx::query_scalar(
        "SELECT id FROM bookings JOIN audit USING (tenant_id, id) JOIN outbox USING (tenant_id, id)",
    )
    .fetch_all(&mut *connection)
    .await?;
    let rows: i64 = sqlx::query_scalar(
        "SELECT (SELECT count(*) FROM bookings) + (SELECT count(*) FROM audit) + (SELECT count(*) FROM outbox)",
    )
    .fetch_one(connection)
    .await?;
    Ok(Seen {
        whole: whole.into_iter().map(i64::cast_unsigned).collect(),
        rows: rows.cast_unsigned(),
        sound: sound == "ok",
    })
}
