//! Tenants in which things are tried: they are a tenant's in all but people and records, and nothing of them leaves the house. What would is
//! caught before whoever would carry it out is asked to, and is looked at here.

mod make;

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ratebook::time::Instant;
use ratebook::{Code, Error, Reason};
use serde_json::{Value, json};

use super::accounts::id_of;
use super::auth::written;
use super::caller::{Caller, Operator};
use super::form::Fields;
use super::jobs::{Carried, Carrying, Connector, Job, Would};
use super::pages::Wanted;
use super::tenants::{fault_of_names, taken};
use crate::problem::Problem;
use crate::records::keep::new_id;
use crate::routes::{Needs, Routes};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, PlatformTx, RowCells, TenantKey};

pub(super) use make::Filling;
pub(crate) use make::expire;
use make::{Wish, make, remove, reset};

type Answer = Result<Response, Problem>;

const READS: &str = "settings:read";
const WRITES: &str = "settings:write";
/// How many days one is there when nobody says, and at most.
const USUAL_DAYS: i64 = 14;
const MOST_DAYS: i64 = 90;
/// Behind every id.
const LAST: [u8; 16] = [0xff; 16];

pub(super) fn routes() -> Routes<App> {
    Routes::default()
        .post("/v1/tenants/{id}/sandboxes", Needs::Operator, make_for_tenant)
        .post("/v1/tenants/{id}/reset", Needs::Operator, reset_any)
        .delete("/v1/tenants/{id}", Needs::Operator, remove_any)
        .get("/v1/sandboxes", Needs::Holds(READS), list)
        .post("/v1/sandboxes", Needs::HoldsInPerson(WRITES), make_own)
        .post("/v1/sandboxes/{id}/reset", Needs::HoldsInPerson(WRITES), reset_own)
        .delete("/v1/sandboxes/{id}", Needs::HoldsInPerson(WRITES), remove_own)
        .get("/v1/sandbox", Needs::Member, told_here)
        .get("/v1/sandbox/effects", Needs::Holds(READS), effects)
}

/// Whether a tenant is one.
pub(super) async fn is_one(tx: &mut PlatformTx<'_>, tenant: TenantKey) -> Result<bool, Failure> {
    let text = "SELECT 1 FROM sandboxes WHERE tenant_id = $1";
    Ok(!tx.ask(text, &[Bound::Id(tenant)]).await?.is_empty())
}

/// Keeps what a job of one would send, in the place of sending it.
pub(super) fn catch<'a>(app: &'a App, job: &'a Job, connector: &'a dyn Connector) -> Carrying<'a> {
    Box::pin(async move {
        let body = match connector.would_send(app, job).await? {
            Would::Send(body) => body,
            Would::Not(carried) => return Ok(carried),
        };
        let (id, now, tenant) = (new_id(), app.now().microseconds(), job.tenant);
        let values = [
            Bound::Id(tenant),
            Bound::Id(id),
            Bound::Text(job.name.clone()),
            Bound::Text(job.key.clone()),
            Bound::Text(body.to_string()),
            Bound::Whole(now),
        ];
        let text = "INSERT INTO sandbox_effects (tenant_id, id, name, key, body, caught_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT \
                    (tenant_id, name, key) DO NOTHING";
        let kept = app
            .store
            .platform(move |mut tx| Box::pin(async move { tx.tell(text, &values).await }));
        kept.await?;
        Ok(Carried::Done("kept in the sandbox, and not sent".to_owned()))
    })
}

/// What a sandbox is to be.
fn wish(fields: &mut Fields) -> Wish {
    let slug = fields.text("slug");
    let name = fields.text_or_null("name").flatten();
    let name = name.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    fault_of_names(fields, (&slug, name.as_deref().unwrap_or("sandbox")));
    let is_demo = fields.truth_if_given("demo").unwrap_or(false);
    let days = fields.whole_if_given::<i64>("days").unwrap_or(USUAL_DAYS);
    if !(1..=MOST_DAYS).contains(&days) {
        let message = format!("a sandbox is there for 1 to {MOST_DAYS} days");
        fields.fault(Code::RequestRange, "days", message);
    }
    Wish {
        slug,
        name,
        is_demo,
        days,
    }
}

fn none() -> Problem {
    Error::from(Reason::new(Code::RecordsNotFound, "", "there is no such sandbox")).into()
}

fn named(id: &str) -> Result<TenantKey, Problem> {
    id_of(id).ok_or_else(none)
}

fn account_of(caller: &Caller) -> Result<[u8; 16], Problem> {
    let account = id_of(&caller.actor.id);
    account.ok_or_else(|| Failure::defect("a member without an account").into())
}

/// `POST /v1/tenants/{id}/sandboxes`
async fn make_for_tenant(
    State(app): State<App>,
    operator: Operator,
    Path(id): Path<String>,
    mut fields: Fields,
) -> Answer {
    let wish = wish(&mut fields);
    fields.finish()?;
    let id = id_of(&id).ok_or_else(|| Problem::from(Error::from(make::no_tenant())))?;
    made(&app, (id, operator.account), wish, None).await
}

/// `POST /v1/sandboxes`
async fn make_own(State(app): State<App>, caller: Caller, mut fields: Fields) -> Answer {
    let wish = wish(&mut fields);
    fields.finish()?;
    let most = i64::from(app.sandboxes);
    made(&app, (caller.tenant, account_of(&caller)?), wish, Some(most)).await
}

async fn made(app: &App, whose: (TenantKey, [u8; 16]), wish: Wish, most: Option<i64>) -> Answer {
    let id = make(app, whose, wish, most).await.map_err(taken)?;
    told(app, id, StatusCode::CREATED).await
}

/// `POST /v1/tenants/{id}/reset`
async fn reset_any(State(app): State<App>, operator: Operator, Path(id): Path<String>) -> Answer {
    let id = reset(&app, (named(&id)?, None), operator.account)
        .await?
        .ok_or_else(none)?;
    told(&app, id, StatusCode::OK).await
}

/// `POST /v1/sandboxes/{id}/reset`
async fn reset_own(State(app): State<App>, caller: Caller, Path(id): Path<String>) -> Answer {
    let (of, account) = (Some(caller.tenant), account_of(&caller)?);
    let id = reset(&app, (named(&id)?, of), account).await?.ok_or_else(none)?;
    told(&app, id, StatusCode::OK).await
}

/// `DELETE /v1/tenants/{id}`
async fn remove_any(State(app): State<App>, operator: Operator, Path(id): Path<String>) -> Answer {
    removed(&app, (named(&id)?, None), operator.account).await
}

/// `DELETE /v1/sandboxes/{id}`
async fn remove_own(State(app): State<App>, caller: Caller, Path(id): Path<String>) -> Answer {
    removed(&app, (named(&id)?, Some(caller.tenant)), account_of(&caller)?).await
}

async fn removed(app: &App, which: (TenantKey, Option<TenantKey>), account: [u8; 16]) -> Answer {
    match remove(app, which, written(account)).await? {
        true => Ok(StatusCode::NO_CONTENT.into_response()),
        false => Err(none()),
    }
}

fn item(row: &AnyRow) -> Result<Value, Failure> {
    let moment = |place: usize| Ok::<_, Failure>(row.whole(place)?.and_then(Instant::from_microseconds));
    Ok(json!({
        "id": row.id(0)?.map(written),
        "slug": row.text(1)?,
        "name": row.text(2)?,
        "original": row.id(3)?.map(written),
        "demo": row.truth(4)?,
        "created_at": moment(5)?,
        "expires_at": moment(6)?,
    }))
}

/// What is told of one, in this order.
macro_rules! selected {
    ($rest:literal) => {
        concat!(
            "SELECT s.tenant_id, t.slug, t.name, s.original, s.is_demo, s.created_at, s.expires_at FROM sandboxes s JOIN tenants t ON t.id = \
             s.tenant_id WHERE t.state <> 'deleted' AND ",
            $rest
        )
    };
}

async fn found(app: &App, id: TenantKey) -> Result<Option<Value>, Failure> {
    let text = selected!("s.tenant_id = $1");
    let rows = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { tx.ask(text, &[Bound::Id(id)]).await }));
    rows.await?.first().map(item).transpose()
}

async fn told(app: &App, id: TenantKey, status: StatusCode) -> Answer {
    let item = found(app, id).await?.ok_or_else(none)?;
    Ok((status, Json(item)).into_response())
}

/// `GET /v1/sandboxes`: those of the tenant.
async fn list(State(app): State<App>, caller: Caller, RawQuery(query): RawQuery) -> Answer {
    let wanted = Wanted::read(query.as_deref())?;
    let values = [
        Bound::Id(caller.tenant),
        Bound::Id(wanted.after_id()?),
        Bound::Whole(wanted.rows()),
    ];
    let text = selected!("s.original = $1 AND s.tenant_id > $2 ORDER BY s.tenant_id LIMIT $3");
    let rows = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { tx.ask(text, &values).await }));
    Ok(wanted.answer(&rows.await?, item, &["id"])?)
}

/// `GET /v1/sandbox`: whether the tenant is one, for whoever shows it.
async fn told_here(State(app): State<App>, caller: Caller) -> Answer {
    let sandbox = found(&app, caller.tenant).await?;
    Ok(Json(json!({"is_sandbox": sandbox.is_some(), "sandbox": sandbox})).into_response())
}

fn effect(row: &AnyRow) -> Result<Value, Failure> {
    let body = row.text(3)?.and_then(|text| serde_json::from_str::<Value>(text).ok());
    Ok(json!({
        "id": row.id(0)?.map(written),
        "effect": row.text(1)?,
        "key": row.text(2)?,
        "would_send": body,
        "caught_at": row.whole(4)?.and_then(Instant::from_microseconds),
    }))
}

/// `GET /v1/sandbox/effects`: what would have left the house, the latest first.
async fn effects(State(app): State<App>, caller: Caller, RawQuery(query): RawQuery) -> Answer {
    let wanted = Wanted::read(query.as_deref())?;
    let values = [Bound::Id(wanted.after_id_or(LAST)?), Bound::Whole(wanted.rows())];
    let rows = app.store.read(caller.tenant, move |mut tx| {
        Box::pin(async move {
            let text = "SELECT id, name, key, body, caught_at FROM sandbox_effects WHERE tenant_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3";
            tx.ask(text, &values).await
        })
    });
    Ok(wanted.answer(&rows.await?, effect, &["id"])?)
}
