//! What was told, looked at and done again by those who set a tenant up.

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Response};
use ratebook::time::Instant;
use ratebook::{Code, Reason};
use serde_json::{Value, json};

use super::{body_of, job_of, key_of};
use crate::platform::accounts::id_of;
use crate::platform::audit::{self, Happened, Own};
use crate::platform::auth::{unkept, written};
use crate::platform::caller::Caller;
use crate::platform::pages::Wanted;
use crate::problem::Problem;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, PlatformTx, RowCells, TenantKey};

type Answer = Result<Response, Problem>;

/// Behind all ids: the latest stand first.
const LAST: [u8; 16] = [0xff; 16];
/// While a job stands so, it is worked on.
const AT_WORK: [&str; 4] = ["waiting", "running", "behind", "parked"];

/// What is told of one, in this order.
macro_rules! selected {
    ($rest:literal) => {
        concat!(
            "SELECT e.id, e.source, e.event_id, e.kind, e.signed_at, e.received_at, e.done_at, e.told, e.replays, j.state, j.told, e.body FROM \
             webhook_events e LEFT JOIN jobs j ON j.tenant_id = e.tenant_id AND j.name = 'webhook_event' AND j.key = e.job_key WHERE \
             e.tenant_id = $1 ",
            $rest
        )
    };
}

fn none() -> Failure {
    Reason::new(Code::RecordsNotFound, "", "there is no such event").into()
}

/// How far it has come: where its job is kept no more, whether it was done is known all the same.
fn state(row: &AnyRow) -> Result<String, Failure> {
    let is_done = row.whole(6)?.is_some();
    let job = row.text(9)?.filter(|state| !is_done || AT_WORK.contains(state));
    Ok(job.unwrap_or(if is_done { "done" } else { "dead" }).to_owned())
}

fn told(row: &AnyRow) -> Result<Value, Failure> {
    let moment = |place: usize| Ok::<_, Failure>(row.whole(place)?.and_then(Instant::from_microseconds));
    Ok(json!({
        "id": row.id(0)?.map(written),
        "source": row.text(1)?,
        "event": row.text(2)?,
        "kind": row.text(3)?,
        "state": state(row)?,
        "told": row.text(7)?.or(row.text(10)?),
        "signed_at": moment(4)?,
        "received_at": moment(5)?,
        "done_at": moment(6)?,
        "replays": row.whole(8)?,
    }))
}

/// `GET /v1/webhook-sources/{name}/events`: what was told from there, the latest first, and what became of it.
pub(super) async fn list(
    State(app): State<App>,
    caller: Caller,
    Path(name): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    let wanted = Wanted::read(query.as_deref())?;
    let values = [
        Bound::Id(caller.tenant),
        Bound::Text(name),
        Bound::Id(wanted.after_id_or(LAST)?),
        Bound::Whole(wanted.rows()),
    ];
    let text = selected!("AND e.source = $2 AND e.id < $3 ORDER BY e.id DESC LIMIT $4");
    let rows = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { tx.ask(text, &values).await }));
    Ok(wanted.answer(&rows.await?, told, &["id"])?)
}

async fn read(tx: &mut PlatformTx<'_>, tenant: TenantKey, id: [u8; 16]) -> Result<AnyRow, Failure> {
    let rows = tx
        .ask(selected!("AND e.id = $2"), &[Bound::Id(tenant), Bound::Id(id)])
        .await?;
    rows.into_iter().next().ok_or_else(none)
}

/// `GET /v1/webhook-events/{id}`: one with its body as it came.
pub(super) async fn one(State(app): State<App>, caller: Caller, Path(id): Path<String>) -> Answer {
    let id = id_of(&id).ok_or_else(none)?;
    let tenant = caller.tenant;
    let found = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { read(&mut tx, tenant, id).await }));
    let row = found.await?;
    let mut event = told(&row)?;
    let sealed = row.bytes(11).map_err(Failure::from)?;
    let body = sealed
        .map(|sealed| app.vault.open(&body_of(tenant, id), sealed))
        .transpose()?;
    if let Some(event) = event.as_object_mut() {
        let body = body.map(|body| String::from_utf8_lossy(&body).into_owned());
        event.insert("body".to_owned(), json!(body));
    }
    Ok((unkept(), Json(event)).into_response())
}

/// `POST /v1/webhook-events/{id}/replay`: it is done again, whatever became of it before.
pub(super) async fn replay(State(app): State<App>, caller: Caller, Path(id): Path<String>) -> Answer {
    let id = id_of(&id).ok_or_else(none)?;
    let (now, connectors) = (app.now().microseconds(), app.connectors.clone());
    let done = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let row = read(&mut tx, caller.tenant, id).await?;
            if AT_WORK.contains(&state(&row)?.as_str()) {
                return Err(conflict("it is worked on just now; look at its state"));
            }
            let replays = row.whole(8)?.unwrap_or(0);
            let key = key_of(id, replays.saturating_add(1));
            let values = [
                Bound::Id(caller.tenant),
                Bound::Id(id),
                Bound::Whole(replays),
                Bound::Text(key.clone()),
            ];
            let text = "UPDATE webhook_events SET replays = replays + 1, job_key = $4, done_at = NULL, told = NULL WHERE tenant_id = $1 AND id \
                        = $2 AND replays = $3 AND body IS NOT NULL";
            if tx.tell(text, &values).await? == 0 {
                return Err(conflict("what it said is kept no more, or somebody else has it done again"));
            }
            job_of(id, key).keep(&mut tx, (caller.tenant, now), &connectors).await?;
            let happened = Happened {
                at: now,
                tenant: caller.tenant,
                actor: caller.actor.id.clone(),
                entity: Own::WebhookEvent,
                action: "replayed",
                record: id,
                changes: json!([]),
            };
            audit::keep(&mut tx, happened).await?;
            told(&read(&mut tx, caller.tenant, id).await?)
        })
    });
    Ok(Json(done.await.map_err(of_now)?).into_response())
}

/// What cannot be done of an event as it is just now.
fn of_now(failure: Failure) -> Problem {
    match failure {
        Failure::Refused(error) if error.code() == Code::RequestConflict => {
            let message = error
                .into_reasons()
                .into_iter()
                .map(|reason| reason.message)
                .collect::<String>();
            Problem::of_reason(409, Reason::new(Code::RequestConflict, "", message))
        }
        other => other.into(),
    }
}

fn conflict(message: &str) -> Failure {
    Reason::new(Code::RequestConflict, "", message.to_owned()).into()
}
