//! Backups, looked at and asked for by who runs the installation.

use axum::Json;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ratebook::time::Instant;
use ratebook::{Code, Reason};
use serde_json::{Value, json};

use super::clock::{begin, carry_out, give_up};
use super::proof;
use crate::platform::auth::written;
use crate::platform::caller::Operator;
use crate::platform::pages::Wanted;
use crate::platform::trace;
use crate::problem::Problem;
use crate::routes::{Needs, Routes};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, RowCells};

type Answer = Result<Response, Problem>;

/// Behind every id.
const LAST: [u8; 16] = [0xff; 16];

pub(in crate::platform) fn routes() -> Routes<App> {
    Routes::default()
        .get("/v1/backups", Needs::Operator, list)
        .post("/v1/backups", Needs::Operator, ask)
        .get("/v1/backups/proofs", Needs::Operator, list_proofs)
        .post("/v1/backups/proofs", Needs::Operator, ask_proof)
}

fn told(row: &AnyRow) -> Result<Value, Failure> {
    let moment = |place: usize| Ok::<_, Failure>(row.whole(place)?.and_then(Instant::from_microseconds));
    Ok(json!({
        "id": row.id(0)?.map(written),
        "state": row.text(1)?,
        "due_at": moment(2)?,
        "attempt": row.whole(3)?,
        "asked_by": row.id(4)?.map(written),
        "begun_at": moment(5)?,
        "finished_at": moment(6)?,
        "file": row.text(7)?,
        "bytes": row.whole(8)?,
        "rows": row.whole(9)?,
        "sha256": row.text(10)?,
        "why": row.text(11)?,
    }))
}

/// What is told of one, in this order.
macro_rules! selected {
    ($rest:literal) => {
        concat!(
            "SELECT id, state, due_at, attempt, asked_by, begun_at, finished_at, file, bytes, rows_kept, sha256, why FROM backups WHERE ",
            $rest
        )
    };
}

fn refused(message: &str) -> Answer {
    Err(Problem::of_reason(409, Reason::new(Code::RequestConflict, "", message)))
}

/// `GET /v1/backups`: the latest first.
async fn list(State(app): State<App>, _: Operator, RawQuery(query): RawQuery) -> Answer {
    let wanted = Wanted::read(query.as_deref())?;
    let values = [Bound::Id(wanted.after_id_or(LAST)?), Bound::Whole(wanted.rows())];
    let text = selected!("id < $1 ORDER BY id DESC LIMIT $2");
    let rows = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { tx.ask(text, &values).await }));
    Ok(wanted.answer(&rows.await?, told, &["id"])?)
}

/// `POST /v1/backups`: one is made now, and what becomes of it stands in the list.
async fn ask(State(app): State<App>, operator: Operator) -> Answer {
    if app.backups.folder.is_none() || app.backups.key.is_none() {
        return refused("no backups are made here; set `backup_to` and `backup_key`");
    }
    give_up(&app).await?;
    let text = "SELECT 1 FROM backups WHERE state = 'running' LIMIT 1";
    let running = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { tx.ask(text, &[]).await }));
    let now = app.now().microseconds();
    let begun = match running.await?.is_empty() {
        true => begin(&app, (now, 1), Some(operator.account)).await?,
        false => None,
    };
    let Some(id) = begun else {
        return refused("a backup is being made just now; look at it in the list");
    };
    let own = app.clone();
    tokio::spawn(async move {
        if let Err(failure) = carry_out(&own, id).await {
            trace::tell(&format!("backups: {failure}"));
        }
    });
    let text = selected!("id = $1");
    let rows = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { tx.ask(text, &[Bound::Id(id)]).await }));
    let rows = rows.await?;
    let item = rows.first().map(told).transpose()?;
    Ok((StatusCode::ACCEPTED, Json(item)).into_response())
}

fn told_proof(row: &AnyRow) -> Result<Value, Failure> {
    let moment = |place: usize| Ok::<_, Failure>(row.whole(place)?.and_then(Instant::from_microseconds));
    Ok(json!({
        "id": row.id(0)?.map(written),
        "state": row.text(1)?,
        "due_at": moment(2)?,
        "attempt": row.whole(3)?,
        "asked_by": row.id(4)?.map(written),
        "begun_at": moment(5)?,
        "finished_at": moment(6)?,
        "file": row.text(7)?,
        "rows": row.whole(8)?,
        "why": row.text(9)?,
    }))
}

/// The columns of a proof, in this order.
macro_rules! of_proof {
    ($rest:literal) => {
        concat!(
            "SELECT id, state, due_at, attempt, asked_by, begun_at, finished_at, file, rows_restored, why FROM restore_proofs WHERE ",
            $rest
        )
    };
}

/// `GET /v1/backups/proofs`: the latest first.
async fn list_proofs(State(app): State<App>, _: Operator, RawQuery(query): RawQuery) -> Answer {
    let wanted = Wanted::read(query.as_deref())?;
    let values = [Bound::Id(wanted.after_id_or(LAST)?), Bound::Whole(wanted.rows())];
    let text = of_proof!("id < $1 ORDER BY id DESC LIMIT $2");
    let rows = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { tx.ask(text, &values).await }));
    Ok(wanted.answer(&rows.await?, told_proof, &["id"])?)
}

/// `POST /v1/backups/proofs`: the newest backup is put back into a database of its own now, and what becomes of it stands in the list.
async fn ask_proof(State(app): State<App>, operator: Operator) -> Answer {
    if app.backups.folder.is_none() || app.backups.key.is_none() {
        return refused("no backups are made here; set `backup_to` and `backup_key`");
    }
    if !app.store.may_scratch().await? {
        return refused("the role of the database may make none of its own; let it by `ALTER ROLE … CREATEDB`");
    }
    proof::give_up(&app).await?;
    let due = (app.now().microseconds(), 1);
    let Some(id) = proof::begin(&app, due, Some(operator.account)).await? else {
        return refused("a restore is being proven just now; look at it in the list");
    };
    let own = app.clone();
    tokio::spawn(async move {
        if let Err(failure) = proof::carry_out(&own, id).await {
            trace::tell(&format!("restores: {failure}"));
        }
    });
    let text = of_proof!("id = $1");
    let rows = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { tx.ask(text, &[Bound::Id(id)]).await }));
    let item = rows.await?.first().map(told_proof).transpose()?;
    Ok((StatusCode::ACCEPTED, Json(item)).into_response())
}
