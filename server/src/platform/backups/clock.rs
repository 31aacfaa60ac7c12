//! Backups by the clock: each is made by one server, tried again where it fails, and kept for so many days.

use std::path::{Path, PathBuf};
use std::time::Duration;

use ratebook::time::{Day, Instant};
use serde_json::json;

use super::make::{Backup, is_one, make};
use super::{BEGINNING, ENDING, proof};
use crate::came::ENGINE;
use crate::platform::accounts::ACTIVE;
use crate::platform::audit::{self, Happened, NOBODY, Own};
use crate::platform::letters::Letter;
use crate::platform::trace;
use crate::records::keep::new_id;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, PlatformTx, RowCells};

/// How often it looks at the clock.
const EVERY: Duration = Duration::from_secs(30);
/// How often whoever makes one says so.
pub(super) const SIGN: Duration = Duration::from_secs(20);
/// For how long they are believed, in microseconds.
pub(super) const LEASE: i64 = 120 * 1_000_000;
/// When one that failed is tried again.
const LATER: i64 = 15 * 60 * 1_000_000;
pub(super) const DAY: i64 = 24 * 3_600 * 1_000_000;
/// For how long it is remembered what became of one.
pub(super) const REMEMBERED: i64 = 400 * DAY;

/// Makes backups and proves that they can be put back, for as long as the server runs: neither waits for the other.
pub async fn watch(app: App) {
    tokio::join!(make_all(&app), prove_all(&app));
}

async fn make_all(app: &App) {
    loop {
        waited("backups", look(app).await).await;
    }
}

async fn prove_all(app: &App) {
    loop {
        waited("restores", proof::look(app).await).await;
    }
}

async fn waited(what: &str, looked: Result<bool, Failure>) {
    if let Err(failure) = looked {
        trace::tell(&format!("{what}: {failure}"));
    }
    tokio::time::sleep(EVERY).await;
}

/// Makes the one that is due, if one is and no other server does; whether it did. One whose moment went by while no server ran is made now.
pub async fn look(app: &App) -> Result<bool, Failure> {
    give_up(app).await?;
    let Some(due) = latest(app) else { return Ok(false) };
    let now = app.now().microseconds();
    let values = [Bound::Whole(due), Bound::Whole(now.saturating_sub(LATER))];
    let text = "SELECT max(attempt), CAST(COALESCE(max(CASE WHEN state <> 'failed' OR finished_at > $2 THEN 1 END), 0) AS BIGINT) FROM backups WHERE due_at = $1";
    let rows = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { tx.ask(text, &values).await }));
    let rows = rows.await?;
    let known = rows.first().map(|row| Ok::<_, Failure>((row.whole(0)?, row.whole(1)?)));
    let (attempt, is_settled) = known.transpose()?.unwrap_or_default();
    if is_settled == Some(1) {
        return Ok(false);
    }
    match begin(app, (due, attempt.unwrap_or(0) + 1), None).await? {
        Some(id) => carry_out(app, id).await.map(|()| true),
        None => Ok(false),
    }
}

/// The latest moment at which one was to be made; none where none are made.
fn latest(app: &App) -> Option<i64> {
    let settings = &app.backups;
    settings.folder.as_ref().and(settings.key.as_ref())?;
    let at = settings.at.as_ref()?;
    let now = app.now();
    let mut latest = None;
    let mut after = Instant::from_microseconds(now.microseconds().saturating_sub(3 * DAY))?;
    while let Some(next) = at.next(&settings.zone, after).filter(|next| *next <= now) {
        latest = Some(next.microseconds());
        after = next;
    }
    latest
}

/// Takes a backup on, unless somebody else has; which one.
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
            let text = "INSERT INTO backups (id, due_at, attempt, asked_by, state, begun_at, lease_until) VALUES ($1, $2, $3, $4, 'running', \
                        $5, $6) ON CONFLICT (due_at, attempt) DO NOTHING";
            let begun = tx.tell(text, &values).await?;
            if let Some(account) = asked_by.filter(|_| begun > 0) {
                let happened = Happened {
                    at: now,
                    tenant: NOBODY,
                    actor: crate::platform::auth::written(account),
                    entity: Own::Backup,
                    action: "begun",
                    record: id,
                    changes: json!([]),
                };
                audit::keep(&mut tx, happened).await?;
            }
            Ok(begun)
        })
    });
    Ok((begun.await? > 0).then_some(id))
}

/// Gives up those whose server has ended.
pub(super) async fn give_up(app: &App) -> Result<(), Failure> {
    let now = Bound::Whole(app.now().microseconds());
    let asked = [now.clone()];
    let text = "SELECT 1 FROM backups WHERE state = 'running' AND lease_until < $1 LIMIT 1";
    let lost = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { tx.ask(text, &asked).await }));
    if lost.await?.is_empty() {
        return Ok(());
    }
    trace::tell("backups: the server that made one has ended before it was whole");
    let text =
        "UPDATE backups SET state = 'failed', finished_at = $1, why = $2 WHERE state = 'running' AND lease_until < $1";
    let own = app.clone();
    let given_up = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let was_well = is_well(&mut tx).await?;
            let given_up = tx.tell(text, &[now, Bound::Text(LOST.to_owned())]).await?;
            if given_up > 0 && was_well {
                tell_operators(&own, &mut tx, (LETTER, LOST)).await?;
            }
            Ok::<_, Failure>(())
        })
    });
    given_up.await
}

/// The letter that tells of one that failed.
const LETTER: &str = "backup_failed";
/// Why those have failed whose server has ended.
pub(super) const LOST: &str = "the server that made it has ended";

/// Whether none has failed since the last that was kept.
async fn is_well(tx: &mut PlatformTx<'_>) -> Result<bool, Failure> {
    let text = "SELECT 1 FROM backups WHERE state = 'failed' AND finished_at > COALESCE((SELECT max(k.finished_at) FROM backups k WHERE \
                k.state IN ('kept', 'gone')), 0) LIMIT 1";
    Ok(tx.ask(text, &[]).await?.is_empty())
}

/// Tells everybody who runs the installation that something has failed.
pub(super) async fn tell_operators(
    app: &App,
    tx: &mut PlatformTx<'_>,
    (template, why): (&'static str, &str),
) -> Result<(), Failure> {
    if !Letter::is_sent(app) {
        return Ok(());
    }
    let text = "SELECT email, name, locale FROM accounts WHERE is_operator AND state = $1 ORDER BY id LIMIT 100";
    let now = app.now();
    for row in &tx.ask(text, &[Bound::Text(ACTIVE.to_owned())]).await? {
        let text = |place: usize| Ok::<_, Failure>(row.text(place)?.unwrap_or_default().to_owned());
        let letter = Letter {
            to: text(0)?,
            template,
            locale: text(2)?,
            values: json!({"name": text(1)?, "why": why, "at": now}),
        };
        letter.keep(app, tx, (NOBODY, now.microseconds())).await?;
    }
    Ok(())
}

/// Makes one that was taken on, and keeps what became of it.
pub(super) async fn carry_out(app: &App, id: [u8; 16]) -> Result<(), Failure> {
    let settings = &app.backups;
    let made = match (&settings.folder, &settings.key) {
        // One that is not mounted is no file to be made.
        (Some(folder), _) if !folder.is_dir() => Err(format!("{}: there is no such folder", folder.display())),
        (Some(folder), Some(key)) => {
            let making = make(&app.store, folder, key, app.now());
            tokio::pin!(making);
            loop {
                tokio::select! {
                    made = &mut making => break made,
                    () = tokio::time::sleep(SIGN) => sign(app, (id, STILL)).await,
                }
            }
        }
        _ => Err("there is no `backup_to`".to_owned()),
    };
    if let Err(why) = &made {
        trace::tell(&format!("the backup failed: {why}"));
    }
    end(app, id, &made).await?;
    match made {
        Ok(made) => prune(app, &made.file).await,
        Err(_) => Ok(()),
    }
}

const STILL: &str = "UPDATE backups SET lease_until = $2 WHERE id = $1 AND state = 'running'";

/// Says that somebody is still at it.
pub(super) async fn sign(app: &App, (id, text): ([u8; 16], &'static str)) {
    let until = app.now().microseconds().saturating_add(LEASE);
    let signed = app
        .store
        .platform(move |mut tx| Box::pin(async move { tx.tell(text, &[Bound::Id(id), Bound::Whole(until)]).await }));
    if let Err(failure) = signed.await {
        trace::tell(&format!("backups: {failure}"));
    }
}

async fn end(app: &App, id: [u8; 16], made: &Result<Backup, String>) -> Result<(), Failure> {
    let now = app.now().microseconds();
    let whole = |number: u64| Bound::Whole(i64::try_from(number).unwrap_or(i64::MAX));
    let (text, values) = match made {
        Ok(made) => (
            "UPDATE backups SET state = 'kept', finished_at = $2, file = $3, bytes = $4, rows_kept = $5, sha256 = $6, why = NULL WHERE id = $1",
            vec![
                Bound::Text(made.file.display().to_string()),
                whole(made.bytes),
                whole(made.rows),
                Bound::text(made.sha256.as_deref()),
            ],
        ),
        Err(why) => (
            "UPDATE backups SET state = 'failed', finished_at = $2, why = $3 WHERE id = $1",
            vec![Bound::Text(why.clone())],
        ),
    };
    let (action, why) = match made {
        Ok(_) => ("kept", None),
        Err(why) => ("failed", Some(why.clone())),
    };
    let values: Vec<Bound> = [Bound::Id(id), Bound::Whole(now)].into_iter().chain(values).collect();
    let own = app.clone();
    let ended = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let was_well = is_well(&mut tx).await?;
            tx.tell(text, &values).await?;
            if let Some(why) = why.as_deref().filter(|_| was_well) {
                tell_operators(&own, &mut tx, (LETTER, why)).await?;
            }
            let old = Bound::Whole(now.saturating_sub(REMEMBERED));
            tx.tell("DELETE FROM backups WHERE begun_at < $1", &[old]).await?;
            let changes = why.map(|why| json!({"field": "why", "after": why}));
            let happened = Happened {
                at: now,
                tenant: NOBODY,
                actor: ENGINE.to_owned(),
                entity: Own::Backup,
                action,
                record: id,
                changes: json!(changes.as_slice()),
            };
            audit::keep(&mut tx, happened).await
        })
    });
    ended.await
}

/// Removes backups that are older than they have to be kept: files of our own form and name, and never the one that was made just now.
async fn prune(app: &App, newest: &Path) -> Result<(), Failure> {
    let (Some(folder), before) = (app.backups.folder.clone(), oldest(app)) else {
        return Ok(());
    };
    let newest = newest.to_owned();
    let removed = tokio::task::spawn_blocking(move || removed(&folder, &newest, before.as_deref()));
    let removed = removed.await.map_err(|error| Failure::defect(error.to_string()))?;
    for file in removed {
        let text = "UPDATE backups SET state = 'gone' WHERE state = 'kept' AND file = $1";
        let values = [Bound::Text(file.display().to_string())];
        let told = app
            .store
            .platform(move |mut tx| Box::pin(async move { tx.tell(text, &values).await }));
        told.await?;
    }
    Ok(())
}

/// The first day of which backups are still kept, as their names have it.
fn oldest(app: &App) -> Option<String> {
    let today = i32::try_from(app.now().microseconds().div_euclid(DAY)).ok()?;
    let day = Day::from_number(today.saturating_sub(i32::try_from(app.backups.keep_days).ok()?))?;
    let (year, month, day) = day.ymd();
    Some(format!("{year:04}{month:02}{day:02}"))
}

fn removed(folder: &Path, newest: &Path, before: Option<&str>) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let files = entries.map(|entry| entry.path()).filter(|file| file != newest);
    let old = files.filter(|file| {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        day_of(&name).is_some_and(|day| before.is_some_and(|before| day < before)) && is_one(file)
    });
    let old = old.collect::<Vec<_>>().into_iter();
    let gone = old.filter(|file| match std::fs::remove_file(file) {
        Ok(()) => true,
        Err(error) => {
            trace::tell(&format!("backups: {}: {error}", file.display()));
            false
        }
    });
    gone.collect()
}

/// The day of a name such as `ratebook-20261129-020000.backup`.
fn day_of(name: &str) -> Option<&str> {
    let moment = name.strip_prefix(BEGINNING)?.strip_suffix(ENDING)?;
    let (day, time) = moment.split_once('-')?;
    let digits = |text: &str, length: usize| text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    (digits(day, 8) && digits(time, 6)).then_some(day)
}
