//! What is done by itself, looked at by people: what waits, what was given up and why, and done again where that is of use.

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Response};
use ratebook::time::Instant;
use ratebook::{Code, Reason};
use serde_json::{Value, json};

use super::rehearsal::rehearse;
use super::{advance, hold, read};
use crate::platform::accounts::id_of;
use crate::platform::audit::{self, Happened, Own};
use crate::platform::auth::written;
use crate::platform::caller::Caller;
use crate::platform::pages::Wanted;
use crate::problem::Problem;
use crate::records::desk::Desk;
use crate::routes::{Needs, Routes};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, PlatformTx, RowCells};

type Answer = Result<Response, Problem>;

const READS: &str = "workflows:read";
const WRITES: &str = "workflows:write";
const STATES: [&str; 7] = ["waiting", "running", "behind", "done", "dead", "cancelled", "parked"];
/// Behind every id.
const LAST: [u8; 16] = [0xff; 16];

pub(in crate::platform) fn routes() -> Routes<App> {
    Routes::default()
        .get("/v1/jobs", Needs::Holds(READS), list)
        .get("/v1/jobs/{id}", Needs::Holds(READS), one)
        .post("/v1/jobs/{id}/retry", Needs::Holds(WRITES), retry)
        .post("/v1/jobs/{id}/cancel", Needs::Holds(WRITES), cancel)
        .post("/v1/automation/rehearse", Needs::Holds(READS), rehearse)
}

/// What is told of one, in this order.
macro_rules! selected {
    ($rest:literal) => {
        concat!(
            "SELECT id, name, key, lane, body, state, due_at, attempt, progress, told, created_at, finished_at FROM jobs WHERE tenant_id = \
             $1 ",
            $rest
        )
    };
}

/// What a job is about and what became of it is told to those who may read every record of that kind.
fn told(app: &App, caller: &Caller, row: &AnyRow) -> Result<Value, Failure> {
    let body = read(row.text(4)?);
    let about = body.pointer("/payload/data/entity").or_else(|| body.get("entity"));
    let is_seen = about.and_then(Value::as_str).is_some_and(|entity| {
        let desk = Desk::named(app, caller, entity);
        desk.is_some_and(|desk| desk.sees_all())
    });
    let moment = |place: usize| Ok::<_, Failure>(row.whole(place)?.and_then(Instant::from_microseconds));
    Ok(json!({
        "id": row.id(0)?.map(written),
        "name": row.text(1)?,
        "key": row.text(2)?,
        "lane": row.text(3)?.filter(|_| is_seen),
        "body": is_seen.then_some(body),
        "state": row.text(5)?,
        "due_at": moment(6)?,
        "attempts": row.whole(7)?,
        "progress": row.text(8)?.filter(|_| is_seen).map(|text| read(Some(text))),
        "told": row.text(9)?.filter(|_| is_seen),
        "created_at": moment(10)?,
        "finished_at": moment(11)?,
    }))
}

fn none() -> Failure {
    Reason::new(Code::RecordsNotFound, "", "there is no such job").into()
}

/// `GET /v1/jobs`: the latest first, of one state where one is named.
async fn list(State(app): State<App>, caller: Caller, RawQuery(query): RawQuery) -> Answer {
    let (wanted, state) = Wanted::read_with(query.as_deref(), "state")?;
    if let Some(state) = state.as_deref().filter(|state| !STATES.contains(state)) {
        let shown: String = state.chars().take(50).collect();
        let message = format!(
            "there is no state `{shown}`; there are {}",
            STATES.map(|state| format!("`{state}`")).join(", ")
        );
        return Err(Problem::of_reason(
            422,
            Reason::new(Code::RequestRange, "/state", message),
        ));
    }
    let before = wanted.after_id_or(LAST)?;
    let mut values = vec![Bound::Id(caller.tenant), Bound::Id(before), Bound::Whole(wanted.rows())];
    let text = match state {
        Some(state) => {
            values.push(Bound::Text(state));
            selected!("AND id < $2 AND state = $4 ORDER BY id DESC LIMIT $3")
        }
        None => selected!("AND id < $2 ORDER BY id DESC LIMIT $3"),
    };
    let rows = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { tx.ask(text, &values).await }));
    Ok(wanted.answer(&rows.await?, |row| told(&app, &caller, row), &["id"])?)
}

/// The jobs of a lane, the latest first.
pub(in crate::platform) async fn of_lane(app: &App, caller: &Caller, lane: &str, query: Option<&str>) -> Answer {
    let wanted = Wanted::read(query)?;
    let (app, caller) = (app.clone(), caller.clone());
    let before = wanted.after_id_or(LAST)?;
    let values = [
        Bound::Id(caller.tenant),
        Bound::Id(before),
        Bound::Whole(wanted.rows()),
        Bound::Text(lane.to_owned()),
    ];
    let text = selected!("AND id < $2 AND lane = $4 ORDER BY id DESC LIMIT $3");
    let rows = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { tx.ask(text, &values).await }));
    Ok(wanted.answer(&rows.await?, |row| told(&app, &caller, row), &["id"])?)
}

/// `GET /v1/jobs/{id}`
async fn one(State(app): State<App>, caller: Caller, Path(id): Path<String>) -> Answer {
    let id = id_of(&id).ok_or_else(none)?;
    let own = app.clone();
    let found = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { found(&mut tx, (&own, &caller), id).await }));
    Ok(Json(found.await?).into_response())
}

async fn found(tx: &mut PlatformTx<'_>, (app, caller): (&App, &Caller), id: [u8; 16]) -> Result<Value, Failure> {
    let rows = tx
        .ask(selected!("AND id = $2"), &[Bound::Id(caller.tenant), Bound::Id(id)])
        .await?;
    let row = rows.first().ok_or_else(none)?;
    told(app, caller, row)
}

/// What waits of a lane steps aside for one that stood before it.
const STEP_ASIDE: &str = "UPDATE jobs SET state = 'behind' WHERE tenant_id = $1 AND state = 'waiting' AND id > $2 AND lane = (SELECT o.lane \
    FROM jobs o WHERE o.tenant_id = $1 AND o.id = $2)";

/// `POST /v1/jobs/{id}/retry`: one that was given up or called off is tried again, and a message that has arrived is sent once more.
async fn retry(State(app): State<App>, caller: Caller, Path(id): Path<String>) -> Answer {
    let text = "UPDATE jobs SET state = CASE WHEN lane IS NULL THEN 'waiting' ELSE 'behind' END, due_at = $3, attempt = 0, first_failed_at = \
                NULL, finished_at = NULL WHERE tenant_id = $1 AND id = $2 AND (state IN ('dead', 'cancelled') OR (state = 'done' AND name = \
                'deliver_webhook'))";
    let message = "only what was given up or called off is tried again, and a message that has arrived";
    changed(&app, caller, &id, ("retried", text, message)).await
}

/// `POST /v1/jobs/{id}/cancel`: one that waits is called off.
async fn cancel(State(app): State<App>, caller: Caller, Path(id): Path<String>) -> Answer {
    let text = "UPDATE jobs SET state = 'cancelled', finished_at = $3 WHERE tenant_id = $1 AND id = $2 AND state IN ('waiting', 'behind', \
                'parked')";
    let message = "only what waits is called off";
    changed(&app, caller, &id, ("cancelled", text, message)).await
}

async fn changed(
    app: &App,
    caller: Caller,
    id: &str,
    (action, text, message): (&'static str, &'static str, &'static str),
) -> Answer {
    let id = id_of(id).ok_or_else(none)?;
    let now = app.now().microseconds();
    let own = app.clone();
    let changed = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let own_id = [Bound::Id(caller.tenant), Bound::Id(id)];
            let asked = "SELECT lane FROM jobs WHERE tenant_id = $1 AND id = $2";
            let rows = tx.ask(asked, &own_id).await?;
            let lane = rows.first().ok_or_else(none)?.text(0)?;
            hold(&mut tx, caller.tenant, lane).await?;
            let values = [Bound::Id(caller.tenant), Bound::Id(id), Bound::Whole(now)];
            let done = tx.tell(text, &values).await?;
            if action == "retried" {
                tx.tell(STEP_ASIDE, &own_id).await?;
            }
            advance(&mut tx, caller.tenant, lane, now).await?;
            if done == 0 {
                let known = found(&mut tx, (&own, &caller), id).await?;
                let state = known.get("state").and_then(Value::as_str).unwrap_or_default();
                let message = format!("the job is `{state}`: {message}");
                return Err(Reason::new(Code::RequestConflict, "", message).into());
            }
            let happened = Happened {
                at: now,
                tenant: caller.tenant,
                actor: caller.actor.id.clone(),
                entity: Own::Job,
                action,
                record: id,
                changes: json!([]),
            };
            audit::keep(&mut tx, happened).await?;
            found(&mut tx, (&own, &caller), id).await
        })
    });
    Ok(Json(changed.await?).into_response())
}
