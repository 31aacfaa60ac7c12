//! That a backup can be put back, proven by the clock: the newest one goes into a database of its own, is gone through there, and is thrown
//! away again.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::clock::{DAY, LEASE, LOST, REMEMBERED, SIGN, sign, tell_operators};
use super::make::{hash_of, head_of, restore};
use crate::came::ENGINE;
use crate::platform::audit::{self, Happened, NOBODY, Own};
use crate::platform::auth::written;
use crate::platform::settings::InstallationKey;
use crate::platform::trace;
use crate::records::keep::new_id;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::upgrade;
use crate::store::{Failure, PlatformTx, RowCells, Store};

/// When one that failed is tried again.
const LATER: i64 = 6 * 3_600 * 1_000_000;
/// The letter that tells of one that failed.
const LETTER: &str = "proof_failed";
const STILL: &str = "UPDATE restore_proofs SET lease_until = $2 WHERE id = $1 AND state = 'running'";

/// How it stands with what can be put back.
#[derive(Clone, Debug, Default)]
pub(in crate::platform) struct Standing {
    /// When the last backup was made that is kept.
    pub(in crate::platform) kept_at: Option<i64>,
    /// When it was last proven that one can be put back.
    pub(in crate::platform) proven_at: Option<i64>,
    /// Why that has failed since.
    pub(in crate::platform) why: Option<String>,
}

/// How it stands.
pub(in crate::platform) async fn standing(tx: &mut PlatformTx<'_>) -> Result<Standing, Failure> {
    let text = "SELECT (SELECT max(finished_at) FROM backups WHERE state = 'kept'), (SELECT max(finished_at) FROM restore_proofs WHERE state = \
                'proven')";
    let rows = tx.ask(text, &[]).await?;
    let mut standing = Standing::default();
    if let Some(row) = rows.first() {
        (standing.kept_at, standing.proven_at) = (row.whole(0)?, row.whole(1)?);
    }
    let text =
        "SELECT why FROM restore_proofs WHERE state = 'failed' AND finished_at > $1 ORDER BY finished_at DESC LIMIT 1";
    let since = Bound::Whole(standing.proven_at.unwrap_or(0));
    let rows = tx.ask(text, &[since]).await?;
    standing.why = rows
        .first()
        .map(|row| row.text(0))
        .transpose()?
        .flatten()
        .map(str::to_owned);
    Ok(standing)
}

/// Proves the one that is due, if one is and no other server does; whether it did.
pub async fn look(app: &App) -> Result<bool, Failure> {
    give_up(app).await?;
    let Some(due) = due(app).await? else { return Ok(false) };
    if !app.store.may_scratch().await? {
        return Ok(false);
    }
    match begin(app, due, None).await? {
        Some(id) => carry_out(app, id).await.map(|()| true),
        None => Ok(false),
    }
}

/// For which moment one is due, and which attempt it is.
async fn due(app: &App) -> Result<Option<(i64, i64)>, Failure> {
    let settings = &app.backups;
    let (Some(days), Some(key), true) = (settings.prove_days, &settings.key, settings.folder.is_some()) else {
        return Ok(None);
    };
    let Some(newest) = newest(&app.store).await? else {
        return Ok(None);
    };
    // Of tables that this server has brought to another version since, the next one is proven.
    let head = head_of(&newest.file, key);
    // One that lies on another machine is proven there.
    if head.as_ref().is_err_and(|error| error.kind() == ErrorKind::NotFound) {
        return Ok(None);
    }
    if head.is_ok_and(|head| !upgrade::is_of_this_server(&head.shape)) {
        return Ok(None);
    }
    let now = app.now().microseconds();
    let first = "SELECT COALESCE((SELECT max(finished_at) + $1 FROM restore_proofs WHERE state = 'proven'), (SELECT min(finished_at) FROM \
                 backups WHERE state IN ('kept', 'gone')))";
    let attempts = "SELECT max(attempt), CAST(COALESCE(max(CASE WHEN state <> 'failed' OR finished_at > $2 THEN 1 END), 0) AS BIGINT) FROM \
                    restore_proofs WHERE due_at = $1";
    let after = Bound::Whole(i64::from(days).saturating_mul(DAY));
    let found = app.store.read_platform(move |mut tx| {
        Box::pin(async move {
            let rows = tx.ask(first, &[after]).await?;
            let due = rows.first().map(|row| row.whole(0)).transpose()?.flatten();
            let Some(due) = due.filter(|due| *due <= now) else {
                return Ok(None);
            };
            let values = [Bound::Whole(due), Bound::Whole(now.saturating_sub(LATER))];
            let rows = tx.ask(attempts, &values).await?;
            let known = rows.first().map(|row| Ok::<_, Failure>((row.whole(0)?, row.whole(1)?)));
            let (attempt, is_settled) = known.transpose()?.unwrap_or_default();
            Ok((is_settled != Some(1)).then(|| (due, attempt.unwrap_or(0).saturating_add(1))))
        })
    });
    found.await
}

/// A backup that is kept.
struct Newest {
    file: PathBuf,
    rows: i64,
    sha256: String,
}

async fn newest(store: &Store) -> Result<Option<Newest>, Failure> {
    let text = "SELECT file, rows_kept, sha256 FROM backups WHERE state = 'kept' ORDER BY finished_at DESC LIMIT 1";
    let rows = store.read_platform(move |mut tx| Box::pin(async move { tx.ask(text, &[]).await }));
    let rows = rows.await?;
    let Some(row) = rows.first() else { return Ok(None) };
    Ok(Some(Newest {
        file: PathBuf::from(row.text(0)?.unwrap_or_default()),
        rows: row.whole(1)?.unwrap_or(0),
        sha256: row.text(2)?.unwrap_or_default().to_owned(),
    }))
}

/// Takes one on, unless somebody else is at one; which one.
pub(super) async fn begin(
    app: &App,
    (due, attempt): (i64, i64),
    asked_by: Option<[u8; 16]>,
) -> Result<Option<[u8; 16]>, Failure> {
    let (id, now) = (new_id(), app.now().microseconds());
    let values = [
        Bound::Id(id),
        Bound::Whole(due),
        Bound::Whole(attempt),
        Bound::id(asked_by),
        Bound::Whole(now),
        Bound::Whole(now.saturating_add(LEASE)),
    ];
    let begun = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let text = "INSERT INTO restore_proofs (id, due_at, attempt, asked_by, state, begun_at, lease_until) SELECT $1, $2, $3, $4, \
                        'running', $5, $6 WHERE NOT EXISTS (SELECT 1 FROM restore_proofs WHERE state = 'running') ON CONFLICT (due_at, \
                        attempt) DO NOTHING";
            let begun = tx.tell(text, &values).await?;
            if let Some(account) = asked_by.filter(|_| begun > 0) {
                let happened = happened(now, (id, written(account)), ("proof_begun", None));
                audit::keep(&mut tx, happened).await?;
            }
            Ok(begun)
        })
    });
    Ok((begun.await? > 0).then_some(id))
}

fn happened(at: i64, (record, actor): ([u8; 16], String), (action, why): (&'static str, Option<&str>)) -> Happened {
    let changes = why.map(|why| json!({"field": "why", "after": why}));
    Happened {
        at,
        tenant: NOBODY,
        actor,
        entity: Own::Backup,
        action,
        record,
        changes: json!(changes.as_slice()),
    }
}

/// Gives up those whose server has ended.
pub(super) async fn give_up(app: &App) -> Result<(), Failure> {
    let now = Bound::Whole(app.now().microseconds());
    let asked = [now.clone()];
    let text = "SELECT 1 FROM restore_proofs WHERE state = 'running' AND lease_until < $1 LIMIT 1";
    let lost = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { tx.ask(text, &asked).await }));
    if lost.await?.is_empty() {
        return Ok(());
    }
    let text = "UPDATE restore_proofs SET state = 'failed', finished_at = $1, why = $2 WHERE state = 'running' AND lease_until < $1";
    let own = app.clone();
    let given_up = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let was_well = standing(&mut tx).await?.why.is_none();
            let given_up = tx.tell(text, &[now, Bound::Text(LOST.to_owned())]).await?;
            if given_up > 0 && was_well {
                tell_operators(&own, &mut tx, (LETTER, LOST)).await?;
            }
            Ok::<_, Failure>(())
        })
    });
    given_up.await
}

/// Proves one that was taken on, and keeps what became of it.
pub(super) async fn carry_out(app: &App, id: [u8; 16]) -> Result<(), Failure> {
    let proven = match (newest(&app.store).await?, &app.backups.key) {
        (Some(newest), Some(key)) => signed(app, id, proven(&app.store, &newest, key)).await.map(|()| newest),
        _ => Err("there is no backup, or no `backup_key`".to_owned()),
    };
    if let Err(why) = &proven {
        trace::tell(&format!("the restore of the newest backup failed: {why}"));
    }
    end(app, id, proven).await
}

/// What comes of a proof, while others see that somebody is at it.
async fn signed(app: &App, id: [u8; 16], proving: impl Future<Output = Result<(), String>>) -> Result<(), String> {
    tokio::pin!(proving);
    loop {
        tokio::select! {
            proven = &mut proving => return proven,
            () = tokio::time::sleep(SIGN) => sign(app, (id, STILL)).await,
        }
    }
}

/// Puts a backup back into a database of its own, and goes through it there.
async fn proven(store: &Store, newest: &Newest, key: &InstallationKey) -> Result<(), String> {
    let file = newest.file.clone();
    let hashed = tokio::task::spawn_blocking(move || hash_of(&file)).await;
    let hash = hashed.map_err(|error| error.to_string())?;
    let hash = hash.map_err(|error| format!("{}: {error}", newest.file.display()))?;
    if hash != newest.sha256 {
        let message = "it is not the file that was kept: its SHA-256 is another one";
        return Err(format!("{}: {message}", newest.file.display()));
    }
    let told = |failure: Failure| failure.to_string();
    let scratch = store.scratch().await.map_err(told)?;
    let looked = looked_through(scratch.store(), newest, key).await;
    let removed = scratch.remove().await.map_err(told);
    looked.and(removed)
}

/// That every row arrives is looked at while it is put back; that they are those that were kept, and what was written down, here.
async fn looked_through(store: &Store, newest: &Newest, key: &InstallationKey) -> Result<(), String> {
    let tables = restore(Path::new(&newest.file), key, store).await?;
    let rows: u64 = tables.iter().map(|own| own.rows).sum();
    if i64::try_from(rows).ok() != Some(newest.rows) {
        return Err(format!("{rows} rows were put back, and {} were kept", newest.rows));
    }
    let verified = audit::verify::installation(store).await;
    let (text, is_intact) = verified.map_err(|failure| failure.to_string())?;
    if is_intact {
        return Ok(());
    }
    let broken: Vec<&str> = text.lines().filter(|line| line.contains("broken")).collect();
    Err(format!("the audit is not as it was sealed: {}", broken.join("; ")))
}

async fn end(app: &App, id: [u8; 16], proven: Result<Newest, String>) -> Result<(), Failure> {
    let now = app.now().microseconds();
    let (state, action, file, rows, why) = match proven {
        Ok(newest) => (
            "proven",
            "proven",
            Some(newest.file.display().to_string()),
            Some(newest.rows),
            None,
        ),
        Err(why) => ("failed", "proof_failed", None, None, Some(why)),
    };
    let values = [
        Bound::Id(id),
        Bound::Text(state.to_owned()),
        Bound::Whole(now),
        Bound::text(file.as_deref()),
        Bound::whole(rows),
        Bound::text(why.as_deref()),
    ];
    let own = app.clone();
    let ended = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let was_well = standing(&mut tx).await?.why.is_none();
            let text = "UPDATE restore_proofs SET state = $2, finished_at = $3, file = $4, rows_restored = $5, why = $6 WHERE id = $1 AND \
                        state = 'running'";
            // One that was given up stays so.
            if tx.tell(text, &values).await? == 0 {
                return Ok(());
            }
            if let Some(why) = why.as_deref().filter(|_| was_well) {
                tell_operators(&own, &mut tx, (LETTER, why)).await?;
            }
            let old = Bound::Whole(now.saturating_sub(REMEMBERED));
            tx.tell("DELETE FROM restore_proofs WHERE begun_at < $1", &[old]).await?;
            let happened = happened(now, (id, ENGINE.to_owned()), (action, why.as_deref()));
            audit::keep(&mut tx, happened).await
        })
    });
    ended.await
}
