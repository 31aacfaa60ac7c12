//! Files that are made again and again by the clock of the tenant, in the name of whoever asked for that, as long as they may.

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use ratebook::time::{Cron, Instant, Zone};
use ratebook::{Code, Reason};
use serde_json::{Value, json};

use super::begin::{Wish, job_of};
use super::{Answer, KEPT, entry};
use crate::platform::accounts::id_of;
use crate::platform::auth::written;
use crate::platform::caller::Caller;
use crate::platform::form::Fields;
use crate::platform::pages::Wanted;
use crate::records::keep::new_id;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, Own, PlatformTx, RowCells, TenantKey, json as kept_json};

/// So many schedules a tenant has.
const MOST: i64 = 50;
/// A name has at most so many letters.
const MOST_OF_A_NAME: usize = 100;
/// How often one comes at most, in microseconds, and so many of its moments are looked at.
const LEAST_APART: i64 = 3_600 * 1_000_000;
const LOOKED_AT: usize = 100;
/// How many are begun together.
const TOGETHER: i64 = 100;

fn none() -> Failure {
    Reason::new(Code::RecordsNotFound, "", "there is no such schedule of yours").into()
}

/// What is told of one, in this order.
macro_rules! selected {
    ($rest:literal) => {
        concat!(
            "SELECT id, name, asked, readers, mail, cron, zone, due_at, created_at FROM export_schedules WHERE tenant_id = $1 AND asked_by = $2 ",
            $rest
        )
    };
}

fn told(row: &AnyRow) -> Result<Value, Failure> {
    let moment = |place: usize| Ok::<_, Failure>(row.whole(place)?.and_then(Instant::from_microseconds));
    let parsed = |place: usize| -> Result<Value, Failure> {
        let text = row.text(place)?.unwrap_or("null");
        serde_json::from_str(text).map_err(|_| Failure::defect("a schedule that cannot be read"))
    };
    Ok(json!({
        "id": row.id(0)?.map(written),
        "name": row.text(1)?,
        "asked": parsed(2)?,
        "readers": parsed(3)?,
        "mail": row.truth(4)?,
        "cron": row.text(5)?,
        "zone": row.text(6)?,
        "next_at": moment(7)?,
        "created_at": moment(8)?,
    }))
}

/// `GET /v1/export-schedules`: one's own.
pub(super) async fn list(State(app): State<App>, caller: Caller, RawQuery(query): RawQuery) -> Answer {
    let wanted = Wanted::read(query.as_deref())?;
    let values = [
        Bound::Text(caller.actor.id.clone()),
        Bound::Id(wanted.after_id()?),
        Bound::Whole(wanted.rows()),
    ];
    let text = selected!("AND id > $3 ORDER BY id LIMIT $4");
    let rows = app.store.read(caller.tenant, move |mut tx| {
        Box::pin(async move { tx.ask(text, &values).await })
    });
    Ok(wanted.answer(&rows.await?, told, &["id"])?)
}

/// The next moment of a line; nothing where it comes more often than once an hour, or never.
fn next_of(line: &Cron, zone: &Zone, now: Instant) -> Option<Instant> {
    let first = line.next(zone, now)?;
    let mut last = first;
    for _ in 0..LOOKED_AT {
        let Some(next) = line.next(zone, last) else { break };
        if next.microseconds().saturating_sub(last.microseconds()) < LEAST_APART {
            return None;
        }
        last = next;
    }
    Some(first)
}

/// `POST /v1/export-schedules`
pub(super) async fn add(State(app): State<App>, caller: Caller, mut fields: Fields) -> Answer {
    let (name, cron) = (fields.text("name").trim().to_owned(), fields.text("cron"));
    if name.chars().count() > MOST_OF_A_NAME || name.chars().any(char::is_control) {
        let message = format!("a name has at most {MOST_OF_A_NAME} letters, on one line");
        fields.fault(Code::RequestRange, "name", message);
    }
    let line: Option<Cron> = cron.parse().ok();
    let next = line.and_then(|line| next_of(&line, &caller.zone, app.now()));
    if next.is_none() && !cron.trim().is_empty() {
        let message =
            "`cron` is a line such as `0 7 * * MON`, by the clock of the tenant, that comes once an hour at most";
        fields.fault(Code::RequestRange, "cron", message);
    }
    let wish = Wish::read(&app, &caller, fields).await?;
    let (id, now, tenant) = (new_id(), app.now().microseconds(), caller.tenant);
    let [who, key, roles] = wish.asker.values();
    let values = [
        Bound::Id(id),
        Bound::Text(name.clone()),
        who.clone(),
        key,
        roles,
        Bound::Text(kept_json::text(&wish.asked)?),
        Bound::Text(json!(wish.readers).to_string()),
        Bound::Truth(wish.mail),
        Bound::Text(cron.clone()),
        Bound::Text(caller.zone.to_string()),
        Bound::Whole(next.map_or(i64::MAX, Instant::microseconds)),
        Bound::Whole(now),
    ];
    let changes = json!([
        {"field": "name", "after": name},
        {"field": "cron", "after": cron},
        {"field": "asked", "after": wish.asked},
        {"field": "readers", "after": wish.readers},
    ]);
    let by = (caller.actor.id.clone(), now);
    let made = app.store.write(tenant, move |mut tx| {
        Box::pin(async move {
            let count = "SELECT count(*) FROM export_schedules WHERE tenant_id = $1";
            if tx.count(count, &[]).await? >= MOST {
                let message = format!("a tenant has at most {MOST} schedules of exports; remove one first");
                let reason = Reason::new(Code::TenancyQuota, "", message).with("quota", "export_schedules");
                return Err(reason.with("limit", MOST).into());
            }
            let text = "INSERT INTO export_schedules (tenant_id, id, name, asked_by, key_id, roles, asked, readers, mail, cron, zone, due_at, \
                        created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
            tx.tell(text, &values).await?;
            tx.enter(entry((id, Own::ExportSchedule), by, "created", &changes));
            let rows = tx.ask(selected!("AND id = $3"), &[who, Bound::Id(id)]).await?;
            rows.first().map(told).transpose()?.ok_or_else(none)
        })
    });
    Ok((StatusCode::CREATED, Json(made.await?)).into_response())
}

/// `DELETE /v1/export-schedules/{id}`
pub(super) async fn remove(State(app): State<App>, caller: Caller, Path(id): Path<String>) -> Answer {
    let (id, now) = (id_of(&id).ok_or_else(none)?, app.now().microseconds());
    let removed = app.store.write(caller.tenant, move |mut tx| {
        Box::pin(async move {
            let values = [Bound::Text(caller.actor.id.clone()), Bound::Id(id)];
            let text = "DELETE FROM export_schedules WHERE tenant_id = $1 AND asked_by = $2 AND id = $3";
            if tx.tell(text, &values).await? == 0 {
                return Err(none());
            }
            let by = (caller.actor.id.clone(), now);
            tx.enter(entry((id, Own::ExportSchedule), by, "deleted", &json!([])));
            Ok(())
        })
    });
    removed.await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Forgets the schedules of whoever leaves: `$1` is the tenant, `$2` the member.
pub(in crate::platform) async fn forget(tx: &mut PlatformTx<'_>, own: &[Bound; 2]) -> Result<(), Failure> {
    let text = "DELETE FROM export_schedules WHERE tenant_id = $1 AND asked_by = $2";
    tx.tell(text, own).await.map(drop)
}

/// Those that are due, or were reckoned by another clock than the tenant's of now.
const DUE: &str = "SELECT s.tenant_id, s.id, s.cron, s.due_at, t.zone FROM export_schedules s JOIN tenants t ON t.id = s.tenant_id WHERE t.state = \
    'active' AND (s.due_at <= $1 OR s.zone <> t.zone) ORDER BY s.due_at, s.id LIMIT $2";

/// Begins the schedules that are due; how many. One whose moments went by while nobody was there comes once for all of them.
pub(in crate::platform) async fn begin_due(app: &App) -> Result<usize, Failure> {
    let values = [Bound::Whole(app.now().microseconds()), Bound::Whole(TOGETHER)];
    let due = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { tx.ask(DUE, &values).await }));
    let due = due.await?;
    for row in &due {
        let id = |place: usize| Ok::<_, Failure>(row.id(place)?.unwrap_or_default());
        let line: Option<Cron> = row.text(2)?.and_then(|line| line.parse().ok());
        let zone = row.text(4)?.unwrap_or_default().to_owned();
        let clock = zone.parse().unwrap_or(Zone::UTC);
        // One that never comes again comes at the end of time.
        let next = line.and_then(|line| line.next(&clock, app.now()));
        let next = next.map_or(i64::MAX, Instant::microseconds);
        let (whose, was) = ((id(0)?, id(1)?), row.whole(3)?.unwrap_or(0));
        let own = app.clone();
        let begun = app.store.platform(move |mut tx| {
            Box::pin(async move { begin(&mut tx, &own, whose, (zone.as_str(), was, next)).await })
        });
        begun.await?;
    }
    Ok(due.len())
}

async fn begin(
    tx: &mut PlatformTx<'_>,
    app: &App,
    (tenant, schedule): (TenantKey, [u8; 16]),
    (zone, was, next): (&str, i64, i64),
) -> Result<(), Failure> {
    let now = app.now().microseconds();
    let values = [
        Bound::Id(tenant),
        Bound::Id(schedule),
        Bound::Whole(next),
        Bound::Text(zone.to_owned()),
        Bound::Whole(was),
    ];
    // Whoever changes it from what was known is the only one who does.
    let text = "UPDATE export_schedules SET due_at = $3, zone = $4 WHERE tenant_id = $1 AND id = $2 AND due_at = $5";
    if tx.tell(text, &values).await? == 0 || was > now {
        return Ok(());
    }
    let id = new_id();
    let values = [
        Bound::Id(tenant),
        Bound::Id(schedule),
        Bound::Id(id),
        Bound::Text(written(id)),
        Bound::Whole(now),
        Bound::Whole(now.saturating_add(KEPT)),
    ];
    let text = "INSERT INTO exports (tenant_id, id, asked_by, key_id, roles, asked, readers, mail, schedule_id, state, row_count, job_key, \
                created_at, expires_at) SELECT tenant_id, $3, asked_by, key_id, roles, asked, readers, mail, id, 'waiting', 0, $4, $5, $6 FROM \
                export_schedules WHERE tenant_id = $1 AND id = $2 RETURNING asked_by";
    let rows = tx.ask(text, &values).await?;
    let by = rows.first().map(|row| row.text(0)).transpose()?.flatten();
    let by = by.unwrap_or_default().to_owned();
    let changes = json!([{"field": "schedule", "after": written(schedule)}]);
    tx.enter(tenant, entry((id, Own::Export), (by, now), "began", &changes))
        .await?;
    job_of(id).keep(tx, (tenant, now), &app.connectors).await
}
