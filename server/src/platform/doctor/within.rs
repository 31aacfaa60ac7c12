//! What the database itself tells: who comes in by which rights, and what is left undone.

use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use super::Findings;
use crate::platform::audit::NOBODY;
use crate::platform::backups;
use crate::platform::settings::Settings;
use crate::store::sql::{Bound, Dialect};
use crate::store::{AnyRow, Failure, RowCells, Store};

const SECOND: i64 = 1_000_000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
/// For how long keys sign before others take their place, and some days more.
const OLD_KEY: i64 = 40 * DAY;
/// What is due is carried out within a moment where a server runs.
const OVERDUE: i64 = 10 * MINUTE;
/// A proof is late by so many days before somebody has to act.
const LATE_PROOF: i64 = 2;
/// A backup of every day is not older than this.
const OLD_BACKUP: i64 = 36 * HOUR;

fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| i64::try_from(since.as_micros()).unwrap_or(i64::MAX))
}

async fn asked(store: &Store, text: &'static str, values: &[Bound]) -> Result<Vec<AnyRow>, Failure> {
    let values = values.to_vec();
    store
        .read_platform(move |mut tx| Box::pin(async move { tx.ask(text, &values).await }))
        .await
}

async fn number(store: &Store, text: &'static str, values: &[Bound]) -> Result<i64, Failure> {
    let rows = asked(store, text, values).await?;
    Ok(rows.first().map(|row| row.whole(0)).transpose()?.flatten().unwrap_or(0))
}

/// Its version, its clock, and what the role may by which the server comes in.
pub(super) async fn database(store: &Store, findings: &mut Findings) -> Result<(), Failure> {
    if store.dialect() == Dialect::Sqlite {
        let rows = asked(store, "SELECT sqlite_version()", &[]).await?;
        let version = rows
            .first()
            .map(|row| row.text(0))
            .transpose()?
            .flatten()
            .unwrap_or_default();
        findings.ok("database", format!("SQLite {version}, with the tables of this server"));
        return Ok(());
    }
    let text = "SELECT current_setting('server_version_num')::bigint, (rolsuper OR rolbypassrls)::int::bigint, \
                (extract(epoch FROM clock_timestamp()) * 1000000)::bigint, current_user::text FROM pg_roles WHERE rolname = current_user";
    let rows = asked(store, text, &[]).await?;
    let Some(row) = rows.first() else { return Ok(()) };
    let (version, is_mighty) = (row.whole(0)?.unwrap_or(0), row.whole(1)?.unwrap_or(0) != 0);
    let role = row.text(3)?.unwrap_or_default();
    let found = format!(
        "PostgreSQL {}.{} as `{role}`, with the tables of this server",
        version / 10_000,
        version % 10_000
    );
    match version {
        ..150_000 => findings.act("database", found, "bring PostgreSQL to version 15 or a later one"),
        _ if is_mighty => findings.look(
            "database",
            format!("{found}; the role sees through every wall"),
            "let the server come in by a role that owns its database and is no superuser: ALTER ROLE … NOSUPERUSER NOBYPASSRLS",
        ),
        _ => findings.ok("database", found),
    }
    let apart = (row.whole(2)?.unwrap_or(0) - now()).abs();
    let told = format!(
        "the clocks of this machine and of the database are {} s apart",
        apart / SECOND
    );
    let advice = "let both keep their time by NTP";
    match apart {
        MINUTE.. => findings.act("clock", told, advice),
        apart if apart > 2 * SECOND => findings.look("clock", told, advice),
        _ => findings.ok("clock", told),
    }
    Ok(())
}

/// Whether there is a backup of late that can be put back.
pub(super) async fn backups(store: &Store, settings: &Settings, findings: &mut Findings) {
    if settings.backups.folder.is_none() {
        let advice = "set `backup_to` to a folder on another disk, and `RATEBOOK_BACKUP_KEY` to what `ratebook-server backup --new-key` makes";
        return findings.act("backups", "none are made by themselves", advice);
    }
    match latest(store).await {
        Ok((Some((file, at)), failed)) => {
            let age = now() - at;
            if let Some(why) = failed {
                let advice = "mend what is told, and make one by `ratebook-server backup`";
                findings.act("backups", format!("the last one failed: {why}"), advice);
            } else if age > OLD_BACKUP {
                let advice = "look whether a server runs, and make one by `ratebook-server backup`";
                findings.act("backups", format!("the last one is {} hours old", age / HOUR), advice);
            }
            read(Path::new(&file), settings, findings).await;
        }
        Ok((None, why)) => {
            let found = why.map_or("none was made yet".to_owned(), |why| {
                format!("none was made yet: {why}")
            });
            findings.act(
                "backups",
                found,
                "make one by `ratebook-server backup`, and see that a server runs",
            );
        }
        Err(failure) => findings.act(
            "backups",
            failure.to_string(),
            "the database does not answer as it should",
        ),
    }
}

/// Whether it was proven of late that a backup can be put back.
pub(super) async fn proofs(store: &Store, settings: &Settings, findings: &mut Findings) -> Result<(), Failure> {
    if settings.backups.folder.is_none() {
        return Ok(());
    }
    let by_hand = "put one back by hand as often: `ratebook-server restore --from FILE --to sqlite://try.db`";
    let Some(days) = settings.backups.prove_days else {
        findings.look(
            "restores",
            "none is proven by itself: `backup_prove_days` is 0",
            by_hand,
        );
        return Ok(());
    };
    if !store.may_scratch().await? {
        let found = "none can be proven here: the role may make no database of its own";
        findings.look("restores", found, format!("ALTER ROLE … CREATEDB, or {by_hand}"));
        return Ok(());
    }
    let standing = store.read_platform(|mut tx| Box::pin(async move { backups::proven(&mut tx).await }));
    let standing = standing.await?;
    let age = standing.proven_at.map(|at| (now() - at) / DAY);
    let advice = "see `GET /v1/backups/proofs`, mend what is told, and prove it again by `POST /v1/backups/proofs`";
    match (standing.why, age) {
        (Some(why), _) => findings.act(
            "restores",
            format!("the newest backup could not be put back: {why}"),
            advice,
        ),
        (None, Some(age)) if age > i64::from(days) + LATE_PROOF => {
            findings.act("restores", format!("the last was proven {age} days ago"), advice);
        }
        (None, Some(age)) => findings.ok(
            "restores",
            format!("a backup was put back {age} days ago, and was whole"),
        ),
        (None, None) => findings.look("restores", "none was proven yet: a running server does", advice),
    }
    Ok(())
}

/// Where the last one lies that was made, and when; and why later ones were not.
type Latest = (Option<(String, i64)>, Option<String>);

async fn latest(store: &Store) -> Result<Latest, Failure> {
    let text = "SELECT file, finished_at FROM backups WHERE state = 'kept' ORDER BY finished_at DESC LIMIT 1";
    let rows = asked(store, text, &[]).await?;
    let kept = rows.first().map(|row| {
        let file = row.text(0)?.unwrap_or_default().to_owned();
        Ok::<_, Failure>((file, row.whole(1)?.unwrap_or(0)))
    });
    let kept = kept.transpose()?;
    let since = kept.as_ref().map_or(0, |(_, at)| *at);
    let text = "SELECT why FROM backups WHERE state = 'failed' AND finished_at > $1 ORDER BY finished_at DESC LIMIT 1";
    let rows = asked(store, text, &[Bound::Whole(since)]).await?;
    let why = rows.first().map(|row| row.text(0)).transpose()?.flatten();
    Ok((kept, why.map(str::to_owned)))
}

/// Reads the last backup to its end.
async fn read(file: &Path, settings: &Settings, findings: &mut Findings) {
    let Some(key) = &settings.backups.key else { return };
    if !file.exists() {
        let found = format!("{}: the last one is not on this machine", file.display());
        return findings.look(
            "backups",
            found,
            "look for it where it was made, and read it by `ratebook-server backup --verify`",
        );
    }
    match backups::verify(file, key).await {
        Ok(read) => findings.ok(
            "backups",
            format!("{}: {} rows, can be put back", file.display(), read.rows),
        ),
        Err(why) => findings.act(
            "backups",
            why,
            "it cannot be put back: make another one by `ratebook-server backup`",
        ),
    }
}

/// What is left undone.
pub(super) async fn work(store: &Store, findings: &mut Findings) -> Result<(), Failure> {
    read_only(store, findings).await?;
    jobs(store, findings).await?;
    schedules(store, findings).await?;
    let text = "SELECT count(*) FROM timers m WHERE m.due_at < $1 AND NOT EXISTS (SELECT 1 FROM read_only o WHERE o.tenant_id IN \
                (m.tenant_id, $2) AND (o.ends_at IS NULL OR o.ends_at > $3))";
    let overdue = number(store, text, &overdue()).await?;
    let advice = "what happens by itself does not: look whether a server runs, and at its log";
    match overdue {
        0 => findings.ok("timers", "nothing is overdue"),
        _ => findings.act(
            "timers",
            format!("{overdue} have been due for more than ten minutes"),
            advice,
        ),
    }
    match number(store, "SELECT count(*) FROM deriving", &[]).await? {
        0 => findings.ok("upgrades", "nothing is left to be made again of records"),
        left => {
            let done = number(
                store,
                "SELECT CAST(coalesce(sum(done), 0) AS bigint) FROM deriving",
                &[],
            )
            .await?;
            findings.look(
                "upgrades",
                format!("{left} things are still made again of the records of tenants; {done} records are done"),
                "wait for a server that runs; until then lists of mine and public ones may answer 503, and searches take longer",
            );
        }
    }
    let disabled = number(store, "SELECT count(*) FROM webhooks WHERE state = 'disabled'", &[]).await?;
    match disabled {
        0 => findings.ok("webhooks", "none is switched off"),
        _ => findings.look(
            "webhooks",
            format!("{disabled} are switched off, as nothing has arrived there for days"),
            "tell their tenants, who see why at `GET /v1/webhooks` and switch them on again",
        ),
    }
    keys(store, findings).await?;
    clock(store, findings).await?;
    seals(store, findings).await
}

/// Since when what is due is late, whose what concerns no tenant is, and now: what waits where nothing is changed is not late.
fn overdue() -> [Bound; 3] {
    [Bound::Whole(now() - OVERDUE), Bound::Id(NOBODY), Bound::Whole(now())]
}

/// Where nothing is changed.
async fn read_only(store: &Store, findings: &mut Findings) -> Result<(), Failure> {
    let text = "SELECT o.why, t.slug FROM read_only o LEFT JOIN tenants t ON t.id = o.tenant_id WHERE o.ends_at IS NULL OR o.ends_at > $1 \
                ORDER BY t.slug LIMIT 100";
    for row in &asked(store, text, &[Bound::Whole(now())]).await? {
        let why = row.text(0)?.unwrap_or_default();
        let (place, advice) = match row.text(1)? {
            Some(slug) => (
                format!("in the tenant `{slug}`"),
                "end it by `DELETE /v1/tenants/{id}/read-only`",
            ),
            None => ("anywhere".to_owned(), "end it by `DELETE /v1/read-only`"),
        };
        findings.look(
            "read only",
            format!("nothing is changed {place}, and jobs wait: {why}"),
            advice,
        );
    }
    Ok(())
}

async fn jobs(store: &Store, findings: &mut Findings) -> Result<(), Failure> {
    let text = "SELECT state, name, count(*) FROM jobs WHERE state IN ('dead', 'parked') GROUP BY state, name ORDER BY state, name LIMIT 100";
    let rows = asked(store, text, &[]).await?;
    for row in &rows {
        let (state, name) = (row.text(0)?.unwrap_or_default(), row.text(1)?.unwrap_or_default());
        let (found, advice) = match state {
            "dead" => (
                "were given up",
                "see why at `GET /v1/jobs`, mend it, and `POST /v1/jobs/{id}/retry`",
            ),
            _ => (
                "wait for somebody who carries them out",
                "start a server that does, or call them off",
            ),
        };
        findings.look(
            "jobs",
            format!("{} of `{name}` {found}", row.whole(2)?.unwrap_or(0)),
            advice,
        );
    }
    let text = "SELECT count(*) FROM jobs j WHERE j.state = 'waiting' AND j.due_at < $1 AND NOT EXISTS (SELECT 1 FROM read_only o WHERE \
                o.tenant_id IN (j.tenant_id, $2) AND (o.ends_at IS NULL OR o.ends_at > $3))";
    match number(store, text, &overdue()).await? {
        0 if rows.is_empty() => findings.ok("jobs", "none was given up"),
        0 => {}
        late => findings.act(
            "jobs",
            format!("{late} have been due for more than ten minutes"),
            "look whether a server runs, and at its log",
        ),
    }
    Ok(())
}

async fn schedules(store: &Store, findings: &mut Findings) -> Result<(), Failure> {
    let never = number(
        store,
        "SELECT count(*) FROM schedules WHERE due_at = $1",
        &[Bound::Whole(i64::MAX)],
    )
    .await?;
    let text = "SELECT count(*) FROM schedules s JOIN tenants t ON t.id = s.tenant_id WHERE t.state = 'active' AND s.due_at < $1";
    let late = number(store, text, &[Bound::Whole(now() - OVERDUE)]).await?;
    if never > 0 {
        let advice = "their lines name days that there are not, such as 30 February: mend `cron` in the pack";
        findings.look("schedules", format!("{never} never come"), advice);
    }
    match late {
        0 if never == 0 => findings.ok("schedules", "all come in time"),
        0 => {}
        _ => findings.act(
            "schedules",
            format!("{late} are overdue"),
            "look whether a server runs that serves their pack, and at its log",
        ),
    }
    Ok(())
}

/// Keys that sign are replaced by a running server; one that is old tells that none runs.
async fn keys(store: &Store, findings: &mut Findings) -> Result<(), Failure> {
    let made = number(
        store,
        "SELECT max(created_at) FROM signing_keys WHERE retired_at IS NULL",
        &[],
    )
    .await?;
    let days = (now() - made) / DAY;
    match now() - made {
        _ if made == 0 => findings.ok("signing", "no key signs yet: the first start makes one"),
        age if age > OLD_KEY => findings.look(
            "signing",
            format!("the key that signs is {days} days old"),
            "a running server replaces it: look whether one runs, and at its log",
        ),
        _ => findings.ok("signing", format!("the key that signs is {days} days old")),
    }
    Ok(())
}

/// The first id of a moment.
fn id(moment: i64) -> Bound {
    let milliseconds = u128::try_from(moment / 1_000).unwrap_or(0);
    Bound::Id((milliseconds << 80).to_be_bytes())
}

/// Whether the clock has gone back behind what was written down already.
async fn clock(store: &Store, findings: &mut Findings) -> Result<(), Failure> {
    let text = "SELECT max(a.at) FROM audit a WHERE a.id > $1";
    match number(store, text, &[id(now() - HOUR)]).await? - now() {
        ahead if ahead > MINUTE => findings.act(
            "clock",
            format!("what was written down last is {} s ahead of the clock of this machine", ahead / SECOND),
            "set the clock right, and let it keep its time by NTP; what was put off by a clock that was ahead waits until then",
        ),
        _ => findings.ok("clock", "nothing was written down ahead of the clock of this machine"),
    }
    Ok(())
}

/// Whether what was written down within the last hour is sealed.
async fn seals(store: &Store, findings: &mut Findings) -> Result<(), Failure> {
    let text = "SELECT count(*) FROM audit a WHERE a.id > $1 AND a.id < $2 AND NOT EXISTS (SELECT 1 FROM audit_seals s WHERE s.tenant_id = \
                a.tenant_id AND s.entry = a.id)";
    match number(store, text, &[id(now() - HOUR), id(now() - OVERDUE)]).await? {
        0 => findings.ok(
            "audit",
            "all is sealed; `ratebook-server verify` goes through the whole chain",
        ),
        open => findings.act(
            "audit",
            format!("{open} entries of the last hour are not sealed"),
            "look whether a server runs, and at its log",
        ),
    }
    Ok(())
}
