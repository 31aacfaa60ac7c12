//! Whoever works jobs off: each is begun by one server, for a while, and by another one where that has not ended it.

use std::sync::Arc;
use std::time::Duration;

use ratebook::flow::{self, RetryPolicy, RetryRequest};
use ratebook::money::Decimal;
use ratebook::time::Instant;
use tokio::sync::{Notify, Semaphore};
use tokio::task::{JoinError, JoinSet};
use tokio::time::error::Elapsed;

use super::{Carried, Connector, Job, advance, hold, read};
use crate::platform::{exports, hooks, imports, inbound, jobs, mail, notices, sandboxes, sms, trace};
use crate::state::App;
use crate::store::sql::{Bound, Dialect};
use crate::store::{Failure, PLATFORM, RowCells};

/// How often it looks.
const EVERY: Duration = Duration::from_millis(500);
/// How often it looks at the clock.
const CLOCK: Duration = Duration::from_secs(5);
/// How many are done at once, and of one tenant, so that none takes the place of all.
const AT_ONCE: u32 = 32;
const OF_A_TENANT: i64 = 4;
/// How long one belongs to whoever began it, in microseconds. Nobody takes longer for an attempt.
const LEASE: i64 = 120 * 1_000_000;
/// When one that could not be begun is looked at again.
const LATER: i64 = 30 * 1_000_000;
/// How long those that are done are kept.
const KEPT: i64 = 30 * 24 * 3_600 * 1_000_000;
/// How often work is looked for while more comes of what was done.
const MOST_ROUNDS: u32 = 1_000;

/// Those that are due, of each tenant that is served, and where something is changed just now, as many as it has room for.
macro_rules! due {
    () => {
        "SELECT p.tenant_id, p.id FROM (SELECT j.tenant_id, j.id, j.due_at, row_number() OVER (PARTITION BY j.tenant_id ORDER BY j.due_at, \
         j.id) AS place, w.running FROM (SELECT a.id, (SELECT count(*) FROM jobs r WHERE r.tenant_id = a.id AND r.state = 'running' AND \
         r.due_at > $1) AS running FROM (SELECT t.id FROM tenants t WHERE t.state = 'active' AND NOT EXISTS (SELECT 1 FROM read_only o WHERE \
         o.tenant_id IN (t.id, $5) AND (o.ends_at IS NULL OR o.ends_at > $1)) UNION ALL SELECT $5) a WHERE EXISTS (SELECT 1 \
         FROM jobs e WHERE e.tenant_id = a.id AND e.state IN ('waiting', 'running') AND e.due_at <= $1)) w JOIN jobs j ON j.tenant_id = w.id \
         AND j.id IN (SELECT d.id FROM jobs d WHERE d.tenant_id = w.id AND d.state IN ('waiting', 'running') AND d.due_at <= $1 ORDER BY \
         d.due_at, d.id LIMIT $4)) p WHERE p.place + p.running <= $4 ORDER BY p.due_at, p.id LIMIT $3"
    };
}

/// Begins them.
const BEGIN: &str = concat!(
    "UPDATE jobs SET state = 'running', attempt = attempt + 1, begun = begun + 1, due_at = $2 WHERE (tenant_id, id) IN (",
    due!(),
    ") RETURNING tenant_id, id, name, key, body, attempt, progress, first_failed_at, lane, begun, (SELECT count(*) FROM sandboxes s WHERE \
     s.tenant_id = jobs.tenant_id)"
);
/// The same where several servers look at once.
const BEGIN_APART: &str = concat!(
    "WITH due AS MATERIALIZED (SELECT h.tenant_id, h.id FROM jobs h WHERE (h.tenant_id, h.id) IN (",
    due!(),
    ") AND h.state IN ('waiting', 'running') AND h.due_at <= $1 FOR UPDATE OF h SKIP LOCKED) UPDATE jobs SET state = 'running', attempt = \
     jobs.attempt + 1, begun = jobs.begun + 1, due_at = $2 FROM due WHERE jobs.tenant_id = due.tenant_id AND jobs.id = due.id RETURNING \
     jobs.tenant_id, jobs.id, name, key, body, attempt, progress, first_failed_at, lane, begun, (SELECT count(*) FROM sandboxes s WHERE \
     s.tenant_id = jobs.tenant_id)"
);

/// A job that was begun.
#[derive(Debug)]
struct Begun {
    job: Job,
    first_failed_at: Option<Instant>,
    is_of_sandbox: bool,
}

/// Does what is due, and what comes of it, until nothing is.
pub async fn work(app: &App) -> Result<(), Failure> {
    take_up(app).await?;
    for _ in 0..MOST_ROUNDS {
        let passed_on = jobs::relay::pass_on(app).await?;
        jobs::schedules::begin_due(app).await?;
        exports::begin_due(app).await?;
        let looked_at = jobs::contacts::send_due(app).await?;
        let begun = begin(app, AT_ONCE.into()).await?;
        if begun.is_empty() && passed_on == 0 && looked_at == 0 {
            break;
        }
        let mut running = JoinSet::new();
        for one in begun {
            running.spawn(carry(app.clone(), one));
        }
        while let Some(ended) = running.join_next().await {
            ended.map_err(|error| Failure::defect(error.to_string()))??;
        }
    }
    Ok(())
}

/// Works for as long as the server runs: whatever hangs keeps nothing else waiting.
pub async fn watch(app: App) {
    let places = Arc::new(Semaphore::new(usize::try_from(AT_ONCE).unwrap_or(1)));
    let ended = Arc::new(Notify::new());
    // It ends with this.
    let mut beside = JoinSet::new();
    beside.spawn(watch_clock(app.clone()));
    loop {
        match look(&app, &places, &ended).await {
            // What has ended may have let another one begin.
            Ok(0) => drop(tokio::time::timeout(EVERY, ended.notified()).await),
            Ok(_) => tokio::task::yield_now().await,
            Err(failure) => {
                trace::tell(&format!("jobs: {failure}"));
                tokio::time::sleep(EVERY).await;
            }
        }
    }
}

/// Begins what is due by the clock.
async fn watch_clock(app: App) {
    loop {
        let own = app.clone();
        let begun = tokio::spawn(async move {
            take_up(&own).await?;
            jobs::schedules::begin_due(&own).await?;
            exports::begin_due(&own).await?;
            // There may be more at once.
            while jobs::contacts::send_due(&own).await? > 0 {}
            Ok(())
        });
        let begun = begun.await;
        let begun = begun.map_err(|error| Failure::defect(error.to_string()));
        if let Err(failure) = begun.and_then(|begun| begun) {
            trace::tell(&format!("schedules: {failure}"));
        }
        tokio::time::sleep(CLOCK).await;
    }
}

/// Begins as many as have place; how much there was to do.
async fn look(app: &App, places: &Arc<Semaphore>, ended: &Arc<Notify>) -> Result<usize, Failure> {
    let own = app.clone();
    // In a task of its own, so that a defect ends the look and not the watch.
    let passed_on = tokio::spawn(async move { jobs::relay::pass_on(&own).await });
    let passed_on = passed_on.await.map_err(|error| Failure::defect(error.to_string()))??;
    let free = i64::try_from(places.available_permits()).unwrap_or(0);
    if free == 0 {
        return Ok(passed_on);
    }
    let begun = begin(app, free).await?;
    let found = begun.len() + passed_on;
    for one in begun {
        let Ok(place) = Arc::clone(places).acquire_owned().await else {
            break;
        };
        let (app, ended) = (app.clone(), Arc::clone(ended));
        tokio::spawn(async move {
            if let Err(failure) = carry(app, one).await {
                trace::tell(&format!("jobs: {failure}"));
            }
            drop(place);
            ended.notify_one();
        });
    }
    Ok(found)
}

/// Of what was parked the first of each lane is due, where nothing else of it is; the others stand behind it.
const TAKE_UP: [&str; 2] = [
    "UPDATE jobs SET state = 'behind', due_at = $2 WHERE state = 'parked' AND name = $1",
    "UPDATE jobs SET state = 'waiting' WHERE state = 'behind' AND name = $1 AND due_at = $2 AND id = (SELECT n.id FROM jobs n WHERE \
     n.tenant_id = jobs.tenant_id AND n.lane = jobs.lane AND n.state = 'behind' ORDER BY n.id LIMIT 1) AND NOT EXISTS (SELECT 1 FROM jobs r \
     WHERE r.tenant_id = jobs.tenant_id AND r.lane = jobs.lane AND r.state IN ('waiting', 'running'))",
];

/// Takes up what was parked until somebody here could carry it out.
async fn take_up(app: &App) -> Result<(), Failure> {
    let parked = app.store.read_platform(|mut tx| {
        Box::pin(async move {
            tx.ask("SELECT DISTINCT name FROM jobs WHERE state = 'parked' LIMIT 100", &[])
                .await
        })
    });
    let mut names = Vec::new();
    for row in &parked.await? {
        let name = row.text(0)?.unwrap_or_default();
        names.extend(app.connectors.of(name).map(|_| name.to_owned()));
    }
    let now = app.now().microseconds();
    if names.is_empty() {
        return Ok(());
    }
    app.store
        .platform(move |mut tx| {
            Box::pin(async move {
                // Nobody passes anything on meanwhile.
                if tx.dialect() == Dialect::Postgres {
                    let lock = [Bound::Whole(jobs::relay::LOCK)];
                    tx.ask("SELECT pg_advisory_xact_lock($1)", &lock).await?;
                }
                for name in names {
                    let values = [Bound::Text(name), Bound::Whole(now)];
                    for text in TAKE_UP {
                        tx.tell(text, &values).await?;
                    }
                }
                Ok(())
            })
        })
        .await
}

async fn begin(app: &App, most: i64) -> Result<Vec<Begun>, Failure> {
    if app.read_only().is_set() {
        return Ok(Vec::new());
    }
    let now = app.now().microseconds();
    let text = match app.store.dialect() {
        Dialect::Sqlite => BEGIN,
        Dialect::Postgres => BEGIN_APART,
    };
    let values = [
        Bound::Whole(now),
        Bound::Whole(now.saturating_add(LEASE)),
        Bound::Whole(most),
        Bound::Whole(OF_A_TENANT),
        Bound::Id(PLATFORM),
    ];
    let due = app.store.read_platform(move |mut tx| {
        Box::pin(async move {
            tx.ask(
                "SELECT 1 FROM jobs WHERE state IN ('waiting', 'running') AND due_at <= $1 LIMIT 1",
                &[Bound::Whole(now)],
            )
            .await
        })
    });
    // Whoever has nothing to do writes nothing.
    if due.await?.is_empty() {
        return Ok(Vec::new());
    }
    let rows = app
        .store
        .platform(move |mut tx| Box::pin(async move { tx.ask(text, &values).await }));
    let mut begun = Vec::new();
    for row in &rows.await? {
        let id = row.id(1)?.unwrap_or_default();
        begun.push(Begun {
            job: Job {
                tenant: row.id(0)?.unwrap_or_default(),
                id,
                name: row.text(2)?.unwrap_or_default().to_owned(),
                key: row.text(3)?.unwrap_or_default().to_owned(),
                body: read(row.text(4)?),
                attempt: u32::try_from(row.whole(5)?.unwrap_or(1)).unwrap_or(1),
                progress: row.text(6)?.map(|text| read(Some(text))),
                lane: row.text(8)?.map(str::to_owned),
                begun: row.whole(9)?.unwrap_or(0),
            },
            first_failed_at: row.whole(7)?.and_then(Instant::from_microseconds),
            // What cannot be read is one.
            is_of_sandbox: row.whole(10)? != Some(0),
        });
    }
    begun.sort_by_key(|one| one.job.id);
    Ok(begun)
}

/// Carries one out, and keeps what became of it.
async fn carry(app: App, begun: Begun) -> Result<(), Failure> {
    let Some(connector) = app.connectors.of(&begun.job.name).cloned() else {
        return put_off(&app, &begun, "nobody here carries it out").await;
    };
    if begun.job.attempt > most_of(&connector.retries()) {
        let why = "whoever began it has never come back".to_owned();
        return failed(&app, &begun, &*connector, (why, true)).await;
    }
    let (own, job) = (app.clone(), begun.job.clone());
    let caught = begun.is_of_sandbox && connector.leads_outside();
    let (at_it, most) = (Arc::clone(&connector), Duration::from_secs(connector.seconds().into()));
    let (telemetry, since) = (app.telemetry.clone(), std::time::Instant::now());
    // In a task of its own, so that a defect of one is a failed attempt.
    let attempt = tokio::spawn(async move {
        let carried = match caught {
            true => sandboxes::catch(&own, &job, &*at_it),
            false => at_it.carry(&own, &job),
        };
        let carrying = tokio::time::timeout(most, carried);
        telemetry.job(&job.name, carrying).await
    });
    let attempt = attempt.await;
    let outcome = outcome(&attempt);
    app.telemetry.figures().job(&begun.job.name, outcome, since.elapsed());
    let carried = match attempt {
        Ok(Ok(Ok(carried))) => carried,
        Ok(Ok(Err(failure))) if passes(&failure) => return put_off(&app, &begun, &failure.to_string()).await,
        Ok(Ok(Err(failure))) => Carried::Failed(failure.to_string()),
        Ok(Err(_)) => Carried::Failed(format!("it took longer than {} s", connector.seconds())),
        Err(error) => Carried::Failed(error.to_string()),
    };
    match carried {
        Carried::Kept => Ok(()),
        Carried::Done(told) => end(&app, &begun, ("done", &told)).await,
        Carried::Further => {
            let values = [Bound::Whole(app.now().microseconds())];
            change(&app, &begun, FURTHER, &values).await
        }
        Carried::Later(at, why) => put_off_until(&app, &begun, (at.microseconds(), &why)).await,
        Carried::Failed(why) => failed(&app, &begun, &*connector, (why, false)).await,
        Carried::Useless(why) => failed(&app, &begun, &*connector, (why, true)).await,
    }
}

/// What is counted of an attempt.
fn outcome(attempt: &Result<Result<Result<Carried, Failure>, Elapsed>, JoinError>) -> &'static str {
    match attempt {
        Ok(Ok(Ok(Carried::Done(_) | Carried::Kept | Carried::Further))) => "done",
        Ok(Ok(Ok(Carried::Useless(_)))) => "useless",
        Ok(Ok(Ok(Carried::Later(..)))) => "put off",
        Ok(Ok(Err(failure))) if passes(failure) => "put off",
        _ => "failed",
    }
}

/// How often one is begun at most.
fn most_of(policy: &RetryPolicy) -> u32 {
    let listed = u32::try_from(policy.delays_seconds.len()).unwrap_or(u32::MAX);
    policy.attempts.unwrap_or(listed.saturating_add(1))
}

/// Whether something stands in the way that passes by itself, and is no failure of the job's.
fn passes(failure: &Failure) -> bool {
    matches!(
        failure,
        Failure::Outdated(_)
            | Failure::Busy(_)
            | Failure::Crossed(_)
            | Failure::Away(_)
            | Failure::Unknown(_)
            | Failure::Full(_)
    )
}

/// It goes on at once, as if it had just been kept.
const FURTHER: &str = "UPDATE jobs SET state = 'waiting', due_at = $4, attempt = 0, first_failed_at = NULL WHERE tenant_id = $1 AND id = \
    $2 AND begun = $3 AND state = 'running'";
const PUT_OFF: &str = "UPDATE jobs SET state = 'waiting', attempt = attempt - 1, due_at = $4, told = $5 WHERE tenant_id = $1 AND id = $2 \
    AND begun = $3 AND state = 'running'";
const END: &str = "UPDATE jobs SET state = $4, told = $5, finished_at = $6 WHERE tenant_id = $1 AND id = $2 AND begun = $3 AND state = \
    'running'";
const AGAIN: &str = "UPDATE jobs SET state = 'waiting', told = $4, due_at = $5, first_failed_at = coalesce(first_failed_at, $6) WHERE \
    tenant_id = $1 AND id = $2 AND begun = $3 AND state = 'running'";

/// Changes one that is still this server's: what another one has begun meanwhile is left to it.
async fn change(app: &App, begun: &Begun, text: &'static str, values: &[Bound]) -> Result<(), Failure> {
    let own = [
        Bound::Id(begun.job.tenant),
        Bound::Id(begun.job.id),
        Bound::Whole(begun.job.begun),
    ];
    let values: Vec<Bound> = own.into_iter().chain(values.iter().cloned()).collect();
    app.store
        .platform(move |mut tx| Box::pin(async move { tx.tell(text, &values).await }))
        .await
        .map(drop)
}

async fn put_off(app: &App, begun: &Begun, why: &str) -> Result<(), Failure> {
    let later = app.now().microseconds().saturating_add(LATER);
    put_off_until(app, begun, (later, why)).await
}

async fn put_off_until(app: &App, begun: &Begun, (at, why): (i64, &str)) -> Result<(), Failure> {
    let values = [Bound::Whole(at), Bound::Text(why.to_owned())];
    change(app, begun, PUT_OFF, &values).await
}

/// Ends one, so that the next of its lane is due.
async fn end(app: &App, begun: &Begun, (state, told): (&str, &str)) -> Result<(), Failure> {
    let (tenant, lane, now) = (begun.job.tenant, begun.job.lane.clone(), app.now().microseconds());
    let values = [
        Bound::Id(tenant),
        Bound::Id(begun.job.id),
        Bound::Whole(begun.job.begun),
        Bound::Text(state.to_owned()),
        Bound::Text(told.to_owned()),
        Bound::Whole(now),
    ];
    app.store
        .platform(move |mut tx| {
            Box::pin(async move {
                hold(&mut tx, tenant, lane.as_deref()).await?;
                tx.tell(END, &values).await?;
                advance(&mut tx, tenant, lane.as_deref(), now).await
            })
        })
        .await
}

/// Tries it again where that is of use, and else gives it up for people to look at.
async fn failed(
    app: &App,
    begun: &Begun,
    connector: &dyn Connector,
    (why, useless): (String, bool),
) -> Result<(), Failure> {
    let now = app.now();
    let mut request = RetryRequest::new(connector.retries(), begun.job.attempt, now);
    (request.permanent, request.first_failed_at) = (useless, begun.first_failed_at);
    request.random = Some(chance()?);
    let next = flow::retry(request)?;
    let Some(at) = next.at else {
        trace::tell(&format!(
            "the job {} {} is given up: {why}",
            begun.job.name, begun.job.key
        ));
        return end(app, begun, ("dead", &why)).await;
    };
    let values = [
        Bound::Text(why),
        Bound::Whole(at.microseconds()),
        Bound::Whole(now.microseconds()),
    ];
    change(app, begun, AGAIN, &values).await
}

/// A number from 0 to 1.
fn chance() -> Result<Decimal, Failure> {
    let mut byte = [0; 1];
    getrandom::fill(&mut byte).map_err(|error| Failure::defect(error.to_string()))?;
    let [byte] = byte;
    Ok(Decimal::from_units(i128::from(byte % 101), 2).unwrap_or(Decimal::ZERO))
}

/// Removes what has ended long ago, what nobody has taken up since, what of the outbox nobody follows any more, and what was told long ago;
/// how much of it, at most.
pub(crate) async fn sweep(app: &App, most: i64) -> Result<u64, Failure> {
    let now = app.now().microseconds();
    let before = now.saturating_sub(KEPT);
    app.store
        .platform(move |mut tx| {
            Box::pin(async move {
                let values = [Bound::Whole(before), Bound::Whole(most)];
                let jobs = "DELETE FROM jobs WHERE (tenant_id, id) IN (SELECT tenant_id, id FROM jobs WHERE finished_at < \
                            $1 ORDER BY finished_at LIMIT $2)";
                let parked = "DELETE FROM jobs WHERE (tenant_id, id) IN (SELECT tenant_id, id FROM jobs WHERE state = 'parked' AND created_at \
                              < $1 LIMIT $2)";
                // The last of each tenant stays: those to come are numbered behind it.
                let outbox = "DELETE FROM outbox WHERE (tenant_id, id) IN (SELECT o.tenant_id, o.id FROM outbox o WHERE o.done_at < $1 AND \
                              (o.seq IS NULL OR o.seq < (SELECT max(m.seq) FROM outbox m WHERE m.tenant_id = o.tenant_id)) LIMIT $2)";
                let mut removed = 0;
                for text in [jobs, parked, outbox] {
                    removed += tx.tell(text, &values).await?;
                }
                removed += notices::sweep(&mut tx, now, most).await?;
                removed += inbound::sweep(&mut tx, now, most).await?;
                removed += hooks::sweep(&mut tx, now, most).await?;
                removed += imports::sweep(&mut tx, now, most).await?;
                removed += exports::sweep(&mut tx, now, most).await?;
                removed += sms::sweep(&mut tx, now, most).await?;
                removed += mail::sweep(&mut tx, now, most).await?;
                Ok(removed)
            })
        })
        .await
}
