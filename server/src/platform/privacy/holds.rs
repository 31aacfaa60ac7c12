//! Records that are kept as they are, whatever else is said of them: by whom, and why.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ratebook::time::Instant;
use ratebook::{Code, Reason};
use serde_json::{Value, json};

use super::ANONYMISES;
use crate::platform::accounts::id_of;
use crate::platform::auth::written;
use crate::platform::caller::Caller;
use crate::platform::form::Fields;
use crate::platform::pages::Wanted;
use crate::problem::Problem;
use crate::records::desk::Desk;
use crate::records::keep::new_id;
use crate::routes::{Needs, Routes};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Entry, Failure, Own, RowCells, TenantTx};

type Answer = Result<Response, Problem>;

/// How many a tenant has at most.
const MOST: i64 = 10_000;

pub(super) fn routes() -> Routes<App> {
    Routes::default()
        .get("/v1/privacy/holds", Needs::Holds(ANONYMISES), list)
        .post("/v1/privacy/holds", Needs::HoldsInPerson(ANONYMISES), hold)
        .delete("/v1/privacy/holds/{id}", Needs::HoldsInPerson(ANONYMISES), release)
}

/// Why each record is held, by entity and id.
pub(super) async fn all(tx: &mut TenantTx<'_>) -> Result<BTreeMap<(String, String), String>, Failure> {
    let rows = tx
        .ask(
            "SELECT entity, record_id, why FROM legal_holds WHERE tenant_id = $1",
            &[],
        )
        .await?;
    let mut held = BTreeMap::new();
    for row in &rows {
        let (entity, why) = (row.text(0)?.unwrap_or_default(), row.text(2)?.unwrap_or_default());
        let record = written(row.id(1)?.unwrap_or_default());
        held.insert((entity.to_owned(), record), why.to_owned());
    }
    Ok(held)
}

fn told(row: &AnyRow) -> Result<Value, Failure> {
    Ok(json!({
        "id": row.id(0)?.map(written),
        "entity": row.text(1)?,
        "record": row.id(2)?.map(written),
        "why": row.text(3)?,
        "made_by": row.text(4)?,
        "created_at": row.whole(5)?.and_then(Instant::from_microseconds),
    }))
}

/// `GET /v1/privacy/holds`
async fn list(State(app): State<App>, caller: Caller, RawQuery(query): RawQuery) -> Answer {
    let wanted = Wanted::read(query.as_deref())?;
    let values = [Bound::Id(wanted.after_id()?), Bound::Whole(wanted.rows())];
    let text = "SELECT id, entity, record_id, why, made_by, created_at FROM legal_holds WHERE tenant_id = $1 AND id > $2 ORDER BY id LIMIT $3";
    let rows = app.store.read(caller.tenant, move |mut tx| {
        Box::pin(async move { tx.ask(text, &values).await })
    });
    Ok(wanted.answer(&rows.await?, told, &["id"])?)
}

/// `POST /v1/privacy/holds`: a record is kept as it is from now on.
async fn hold(State(app): State<App>, caller: Caller, mut fields: Fields) -> Answer {
    let (entity, record, why) = (fields.text("entity"), fields.text("record"), fields.text("why"));
    let desk = Desk::named(&app, &caller, &entity);
    if desk.is_none() && !entity.is_empty() {
        let message = "the pack has no such entity";
        fields.fault(Code::RequestUnknown, "entity", message);
    }
    fields.finish()?;
    let desk = desk.ok_or_else(|| Failure::defect("an entity that is not there"))?;
    let id = desk.id(&record)?;
    if !desk.sees_all() || desk.entity()?.is_platform() {
        return Err(desk.not_found()?.into());
    }
    let (key, now) = (new_id(), app.now().microseconds());
    let made = app.store.write(caller.tenant, move |mut tx| {
        Box::pin(async move {
            let mut is_there = desk.before(&mut tx, id, false).await?.is_some();
            if !is_there && desk.entity()?.definition().soft_delete.is_some() {
                is_there = desk.before(&mut tx, id, true).await?.is_some();
            }
            if !is_there {
                return Err(desk.not_found()?);
            }
            few_enough(&mut tx).await?;
            let values = [
                Bound::Id(key),
                Bound::Text(entity),
                Bound::Id(id),
                Bound::Text(why),
                Bound::Text(caller.actor.id.clone()),
                Bound::Whole(now),
            ];
            let text = "INSERT INTO legal_holds (tenant_id, id, entity, record_id, why, made_by, created_at) VALUES ($1, $2, $3, $4, $5, $6, \
                        $7) ON CONFLICT (tenant_id, entity, record_id) DO NOTHING";
            if tx.tell(text, &values).await? == 0 {
                let message = "the record is held already; release that first";
                return Err(Reason::new(Code::RecordsTaken, "/record", message).with("field", "record").into());
            }
            let [_, Bound::Text(entity), .., Bound::Text(actor), _] = &values else {
                return Err(Failure::defect("a hold of nothing"));
            };
            note(&mut tx, (actor, now), (id, "held"), entity);
            of(&mut tx, key).await
        })
    });
    Ok((StatusCode::CREATED, Json(made.await?)).into_response())
}

async fn few_enough(tx: &mut TenantTx<'_>) -> Result<(), Failure> {
    let text = "SELECT count(*) FROM legal_holds WHERE tenant_id = $1";
    if tx.count(text, &[]).await? < MOST {
        return Ok(());
    }
    let message = format!("a tenant holds at most {MOST} records; release some first");
    Err(Reason::new(Code::RequestRange, "", message).with("most", MOST).into())
}

async fn of(tx: &mut TenantTx<'_>, id: [u8; 16]) -> Result<Value, Failure> {
    let text =
        "SELECT id, entity, record_id, why, made_by, created_at FROM legal_holds WHERE tenant_id = $1 AND id = $2";
    let rows = tx.ask(text, &[Bound::Id(id)]).await?;
    let none = || Failure::from(Reason::new(Code::RecordsNotFound, "", "there is no such hold"));
    rows.first().map(told).transpose()?.ok_or_else(none)
}

/// `DELETE /v1/privacy/holds/{id}`: what holds for all records holds for this one again.
async fn release(State(app): State<App>, caller: Caller, Path(id): Path<String>) -> Answer {
    let id = id_of(&id).unwrap_or_default();
    let now = app.now().microseconds();
    let released = app.store.write(caller.tenant, move |mut tx| {
        Box::pin(async move {
            let hold = of(&mut tx, id).await?;
            tx.tell(
                "DELETE FROM legal_holds WHERE tenant_id = $1 AND id = $2",
                &[Bound::Id(id)],
            )
            .await?;
            let text = |name: &str| hold.get(name).and_then(Value::as_str).unwrap_or_default();
            let record = id_of(text("record")).unwrap_or_default();
            note(&mut tx, (&caller.actor.id, now), (record, "released"), text("entity"));
            Ok(())
        })
    });
    released.await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Writes down who has held or released which record. Why stands with the hold: it may say something of people.
fn note(tx: &mut TenantTx<'_>, (actor, at): (&str, i64), (record, action): ([u8; 16], &str), entity: &str) {
    tx.enter(Entry {
        at,
        actor: actor.to_owned(),
        entity: Own::LegalHold.into(),
        record,
        action: action.to_owned(),
        changes: json!([{"field": "entity", "after": entity}]).to_string(),
    });
}
