//! Requests that share a commit do not share their faults, and what was acknowledged outlives the process.

#![expect(clippy::expect_used, reason = "a test that cannot go on says so")]

mod triples;

use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use ratebook_server::store::sqlite::{Durability, SqliteFile, WriteError, Writer, WriterSettings};
use sqlx::sqlite::SqliteConnection;
use sqlx::{ConnectOptions, Connection};
use tempfile::TempDir;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

type Written = Result<(), WriteError<sqlx::Error>>;

/// A file, its writer, and a look at it from outside.
struct Desk {
    folder: TempDir,
    writer: Writer,
}

impl Desk {
    async fn new(change: impl FnOnce(&mut WriterSettings)) -> Desk {
        let folder = tempfile::tempdir().expect("a folder");
        let mut settings = WriterSettings::default();
        // Long enough for a slow machine: what ends a group in these tests is its count or an empty queue.
        settings.max_wait = Duration::from_secs(30);
        change(&mut settings);
        let writer = triples::open(&SqliteFile::new(folder.path().join("ratebook.db")), settings).await;
        Desk { folder, writer }
    }

    fn file(&self) -> SqliteFile {
        SqliteFile::new(self.folder.path().join("ratebook.db"))
    }

    /// Holds the writer inside a unit, so that what is asked meanwhile forms the rest of the group.
    async fn hold(&self) -> (oneshot::Sender<()>, JoinHandle<Written>) {
        let (release, released) = oneshot::channel::<()>();
        let (begun, has_begun) = oneshot::channel();
        let held = self.ask(move |_| {
            Box::pin(async move {
                let _ = begun.send(());
                let _ = released.await;
                Ok(())
            })
        });
        has_begun.await.expect("the writer begins");
        (release, held)
    }

    /// Asks at once, and waits in a task of its own.
    fn ask<F>(&self, unit: F) -> JoinHandle<Written>
    where
        F: for<'c> FnOnce(&'c mut SqliteConnection) -> ratebook_server::store::sqlite::Unit<'c, (), sqlx::Error>
            + Send
            + 'static,
    {
        let writer = self.writer.clone();
        tokio::spawn(async move { writer.write(unit).await })
    }

    /// Ids whose rows are all there, by a connection that only reads.
    async fn ids(&self, table: &'static str) -> Vec<i64> {
        let readers = self.file().readers(1).await.expect("readers");
        let statement = match table {
            "bookings" => "SELECT id FROM bookings ORDER BY id",
            "audit" => "SELECT id FROM audit ORDER BY id",
            _ => "SELECT id FROM outbox ORDER BY id",
        };
        let ids = sqlx::query_scalar(statement).fetch_all(&readers).await.expect("ids");
        readers.close().await;
        ids
    }

    async fn assert_kept(&self, ids: &[i64]) {
        for table in ["bookings", "audit", "outbox"] {
            assert_eq!(self.ids(table).await, ids, "{table}");
        }
    }
}

/// Lets every task that was started come to its await, so that requests stand in the queue in the order asked.
async fn settle() {
    tokio::time::sleep(Duration::from_millis(20)).await;
}

#[tokio::test]
async fn the_writer_waits_for_the_disk_and_readers_cannot_write() {
    let desk = Desk::new(|_| ()).await;
    let settings = desk
        .writer
        .write(|connection| {
            Box::pin(async move {
                let journal: String = sqlx::query_scalar("PRAGMA journal_mode")
                    .fetch_one(&mut *connection)
                    .await?;
                let synchronous: i64 = sqlx::query_scalar("PRAGMA synchronous")
                    .fetch_one(&mut *connection)
                    .await?;
                let keys: i64 = sqlx::query_scalar("PRAGMA foreign_keys")
                    .fetch_one(&mut *connection)
                    .await?;
                let deferred: i64 = sqlx::query_scalar("PRAGMA defer_foreign_keys")
                    .fetch_one(&mut *connection)
                    .await?;
                Ok::<_, sqlx::Error>((journal, synchronous, keys, deferred))
            })
        })
        .await
        .expect("settings");
    assert_eq!(settings, ("wal".to_owned(), 2, 1, 0));
    let readers = desk.file().readers(1).await.expect("readers");
    let refused = sqlx::query("DELETE FROM bookings")
        .execute(&readers)
        .await
        .expect_err("no reader writes");
    assert!(refused.to_string().contains("readonly"), "{refused}");
    let mut normal = desk
        .file()
        .with_durability(Durability::Normal)
        .write_options()
        .connect()
        .await
        .expect("opened");
    let synchronous: i64 = sqlx::query_scalar("PRAGMA synchronous")
        .fetch_one(&mut normal)
        .await
        .expect("a figure");
    assert_eq!(synchronous, 1);
}

#[tokio::test]
async fn a_failing_request_leaves_nothing_and_spoils_no_other() {
    let desk = Desk::new(|_| ()).await;
    let (release, held) = desk.hold().await;
    let mut asked = Vec::new();
    for id in 1..=30_u64 {
        asked.push(desk.ask(move |connection| {
            Box::pin(async move {
                triples::insert(connection, id).await?;
                if id % 3 == 0 {
                    // Fails at once: its foreign key names no booking.
                    sqlx::query("INSERT INTO audit VALUES (1, 99999, '', '', '')")
                        .execute(connection)
                        .await?;
                }
                Ok(())
            })
        }));
    }
    settle().await;
    release.send(()).expect("held");
    held.await.expect("a task").expect("the first");
    for (id, answer) in (1..=30).zip(asked) {
        let answer = answer.await.expect("a task");
        assert_eq!(
            matches!(answer, Err(WriteError::Unit(_))),
            id % 3 == 0,
            "{id}: {answer:?}"
        );
        assert_eq!(answer.is_ok(), id % 3 != 0, "{id}: {answer:?}");
    }
    desk.assert_kept(&(1..=30).filter(|id| id % 3 != 0).collect::<Vec<_>>())
        .await;
    assert_eq!(desk.writer.counts().largest_group, 21, "all were of one group");
}

#[tokio::test]
async fn a_panicking_request_leaves_nothing_and_spoils_no_other() {
    let desk = Desk::new(|_| ()).await;
    let (release, held) = desk.hold().await;
    let before = desk.ask(triples::triple(1));
    settle().await;
    let panics = desk.ask(|connection| {
        Box::pin(async move {
            // A savepoint of its own is open, and must go with it.
            let mut inner = connection.begin().await?;
            triples::insert(&mut inner, 2).await?;
            panic!("an empty list of guests");
        })
    });
    settle().await;
    let at_once = desk.ask(|_| panic!("before its first step"));
    settle().await;
    let after = desk.ask(triples::triple(3));
    settle().await;
    release.send(()).expect("held");
    held.await.expect("a task").expect("the first");
    before.await.expect("a task").expect("before");
    let message = panics.await.expect("a task").expect_err("a panic");
    assert!(
        matches!(&message, WriteError::Panicked(text) if text == "an empty list of guests"),
        "{message:?}"
    );
    assert!(matches!(at_once.await.expect("a task"), Err(WriteError::Panicked(_))));
    after.await.expect("a task").expect("after");
    desk.assert_kept(&[1, 3]).await;
    desk.writer.write(triples::triple(4)).await.expect("the next group");
    desk.assert_kept(&[1, 3, 4]).await;
}

#[tokio::test]
async fn a_client_that_goes_away_withdraws_what_has_not_begun() {
    let desk = Desk::new(|_| ()).await;
    let (release, held) = desk.hold().await;
    let (gone, stays) = (desk.ask(triples::triple(1)), desk.ask(triples::triple(2)));
    settle().await;
    gone.abort();
    // This one has begun: its client leaves in the midst of it.
    held.abort();
    settle().await;
    release.send(()).expect("held");
    stays.await.expect("a task").expect("the one that stays");
    desk.assert_kept(&[2]).await;
    desk.writer.write(triples::triple(3)).await.expect("the next group");
    desk.assert_kept(&[2, 3]).await;
}

#[tokio::test]
async fn a_unit_that_takes_too_long_is_undone() {
    let desk = Desk::new(|settings| settings.max_unit = Duration::from_millis(50)).await;
    let slow = desk.ask(|connection| {
        Box::pin(async move {
            triples::insert(connection, 1).await?;
            std::future::pending().await
        })
    });
    settle().await;
    let next = desk.ask(triples::triple(2));
    let answer = tokio::time::timeout(Duration::from_secs(10), slow)
        .await
        .expect("an end");
    assert!(matches!(answer.expect("a task"), Err(WriteError::Overran)));
    next.await.expect("a task").expect("the next");
    desk.assert_kept(&[2]).await;
}

#[tokio::test]
async fn a_full_queue_refuses_at_once() {
    let desk = Desk::new(|settings| settings.queue = 3).await;
    let (release, held) = desk.hold().await;
    let waiting: Vec<_> = (1..=3).map(|id| desk.ask(triples::triple(id))).collect();
    settle().await;
    let refused = desk.writer.write(triples::triple(4)).await.expect_err("no room");
    assert!(matches!(refused, WriteError::Full), "{refused:?}");
    assert_eq!(
        refused.to_string(),
        "too many writes are waiting; try again in a moment"
    );
    release.send(()).expect("held");
    held.await.expect("a task").expect("the first");
    for one in waiting {
        one.await.expect("a task").expect("room");
    }
    desk.writer.write(triples::triple(5)).await.expect("room again");
    desk.assert_kept(&[1, 2, 3, 5]).await;
}

#[tokio::test]
async fn a_group_ends_at_its_count() {
    let desk = Desk::new(|settings| settings.max_group = 4).await;
    let before = desk.writer.counts();
    let (release, held) = desk.hold().await;
    let asked: Vec<_> = (1..=9).map(|id| desk.ask(triples::triple(id))).collect();
    settle().await;
    release.send(()).expect("held");
    held.await.expect("a task").expect("the first");
    for one in asked {
        one.await.expect("a task").expect("kept");
    }
    let counts = desk.writer.counts();
    assert_eq!(
        (counts.groups - before.groups, counts.requests - before.requests),
        (3, 10),
        "4 + 4 + 2"
    );
    assert_eq!(counts.largest_group, 4);
}

#[tokio::test]
async fn a_group_ends_at_its_time() {
    let desk = Desk::new(|settings| settings.max_wait = Duration::ZERO).await;
    let before = desk.writer.counts();
    let (release, held) = desk.hold().await;
    let asked: Vec<_> = (1..=5).map(|id| desk.ask(triples::triple(id))).collect();
    settle().await;
    release.send(()).expect("held");
    held.await.expect("a task").expect("the first");
    for one in asked {
        one.await.expect("a task").expect("kept");
    }
    assert_eq!(
        desk.writer.counts().groups - before.groups,
        6,
        "no time to wait for a second one"
    );
}

/// Nobody is answered before the commit: while the group is open, another connection sees none of it, and no answer is out.
#[tokio::test]
async fn nobody_is_answered_before_the_commit() {
    let desk = Desk::new(|_| ()).await;
    let answered = Arc::new(AtomicBool::new(false));
    let writer = desk.writer.clone();
    let mark = Arc::clone(&answered);
    let (go, gone) = oneshot::channel::<()>();
    let first = tokio::spawn(async move {
        let unit = writer.write(move |connection| {
            Box::pin(async move {
                triples::insert(connection, 1).await?;
                let _ = gone.await;
                Ok::<(), sqlx::Error>(())
            })
        });
        unit.await.expect("kept");
        mark.store(true, Ordering::SeqCst);
    });
    settle().await;
    let (release, released) = oneshot::channel::<()>();
    let second = desk.ask(move |_| {
        Box::pin(async move {
            let _ = released.await;
            Ok(())
        })
    });
    settle().await;
    go.send(()).expect("held");
    settle().await;
    assert!(!answered.load(Ordering::SeqCst), "its unit is done, its group is not");
    desk.assert_kept(&[]).await;
    release.send(()).expect("held");
    first.await.expect("a task");
    second.await.expect("a task").expect("kept");
    desk.assert_kept(&[1]).await;
}

/// A deferred key is seen at the commit only, when it is too late to tell whose it was: all learn it, nobody is kept.
#[tokio::test]
async fn a_commit_that_fails_fails_all_of_its_group_and_no_other() {
    let desk = Desk::new(|_| ()).await;
    let (release, held) = desk.hold().await;
    let sound = desk.ask(triples::triple(1));
    settle().await;
    let deferred = desk.ask(|connection| {
        Box::pin(async move {
            sqlx::query("PRAGMA defer_foreign_keys = ON")
                .execute(&mut *connection)
                .await?;
            sqlx::query("INSERT INTO audit VALUES (1, 99999, '', '', '')")
                .execute(connection)
                .await?;
            Ok(())
        })
    });
    settle().await;
    release.send(()).expect("held");
    for one in [held, sound, deferred] {
        let answer = one.await.expect("a task");
        assert!(matches!(answer, Err(WriteError::Group(_))), "{answer:?}");
    }
    desk.assert_kept(&[]).await;
    desk.writer.write(triples::triple(2)).await.expect("the next group");
    desk.assert_kept(&[2]).await;
}

/// `OR ROLLBACK` ends the transaction under everybody: nobody may hear that it was kept.
#[tokio::test]
async fn a_transaction_that_ends_early_is_acknowledged_to_nobody() {
    let desk = Desk::new(|_| ()).await;
    desk.writer.write(triples::triple(1)).await.expect("kept");
    let (release, held) = desk.hold().await;
    let sound = desk.ask(triples::triple(2));
    settle().await;
    let swallowed = desk.ask(|connection| {
        Box::pin(async move {
            let again = "INSERT OR ROLLBACK INTO bookings SELECT * FROM bookings";
            sqlx::query(again)
                .execute(connection)
                .await
                .expect_err("a key that is taken");
            Ok(())
        })
    });
    settle().await;
    // Would be kept outside any transaction of the group, if that went on.
    let next = desk.ask(triples::triple(3));
    settle().await;
    release.send(()).expect("held");
    for one in [held, sound, swallowed] {
        let answer = one.await.expect("a task");
        assert!(matches!(answer, Err(WriteError::Group(_))), "{answer:?}");
    }
    next.await.expect("a task").expect("the next group");
    desk.assert_kept(&[1, 3]).await;
}

#[tokio::test]
async fn closing_commits_what_waits() {
    let desk = Desk::new(|_| ()).await;
    let (release, held) = desk.hold().await;
    let before = desk.ask(triples::triple(1));
    settle().await;
    let writer = desk.writer.clone();
    let closing = tokio::spawn(async move { writer.close().await });
    settle().await;
    let after = desk.ask(triples::triple(2));
    settle().await;
    release.send(()).expect("held");
    closing.await.expect("a task");
    for one in [held, before, after] {
        one.await.expect("a task").expect("kept");
    }
    desk.assert_kept(&[1, 2]).await;
    assert!(matches!(
        desk.writer.write(triples::triple(3)).await,
        Err(WriteError::Closed)
    ));
}

/// Says to this very program that it is the one to be killed: where its file is, and its first id.
const FILE: &str = "RATEBOOK_COMMITS_FILE";
const FIRST: &str = "RATEBOOK_COMMITS_FIRST";

/// Nothing by itself: what the test below starts and kills.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn clients_that_write() {
    let (Ok(file), Ok(first)) = (std::env::var(FILE), std::env::var(FIRST)) else {
        return;
    };
    triples::write_until_killed(&PathBuf::from(file), first.parse().expect("an id")).await;
}

#[tokio::test]
async fn what_was_acknowledged_outlives_twenty_kills() {
    let this = std::env::current_exe().expect("this program");
    let told = triples::kill(20, 41, |file, first| {
        let mut child = Command::new(&this);
        child.args(["--exact", "clients_that_write", "--nocapture"]);
        child.env(FILE, file).env(FIRST, first.to_string());
        child
    })
    .await;
    assert_eq!(
        (told.kills, told.lost, told.halves, told.damaged),
        (20, 0, 0, 0),
        "{told:?}"
    );
    // At most what each client waited for when the kill came.
    assert!(told.kept_unanswered <= 20 * triples::CLIENTS, "{told:?}");
    assert!(told.acknowledged > 500, "too few to tell anything: {told:?}");
}
