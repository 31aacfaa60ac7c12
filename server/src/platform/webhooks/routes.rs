//! Who is told, looked at and changed by those who set a tenant up.

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ratebook::records::Entity;
use ratebook::time::Instant;
use ratebook::{Code, Reason};
use reqwest::Url;
use serde_json::{Value, json};

use super::{events_of, is_kind, lane};
use crate::platform::accounts::id_of;
use crate::platform::audit::{self, Happened, Own};
use crate::platform::auth::{random, written};
use crate::platform::caller::Caller;
use crate::platform::form::Fields;
use crate::platform::jobs;
use crate::platform::pages::Wanted;
use crate::problem::Problem;
use crate::records::desk::Desk;
use crate::records::keep::new_id;
use crate::routes::{Needs, Routes};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, Place, PlatformTx, RowCells};

type Answer = Result<Response, Problem>;

const READS: &str = "settings:read";
const WRITES: &str = "settings:write";
/// How many a tenant has at most.
const MOST: i64 = 50;
/// How long the secret before still signs as well: a day, in microseconds.
const OVERLAP: i64 = 24 * 3_600 * 1_000_000;
const LONGEST_URL: usize = 1_000;

pub(in crate::platform) fn routes() -> Routes<App> {
    Routes::default()
        .get("/v1/webhooks", Needs::Holds(READS), list)
        .post("/v1/webhooks", Needs::HoldsInPerson(WRITES), add)
        .get("/v1/webhooks/{id}", Needs::Holds(READS), one)
        .patch("/v1/webhooks/{id}", Needs::HoldsInPerson(WRITES), change)
        .delete("/v1/webhooks/{id}", Needs::Holds(WRITES), remove)
        .post("/v1/webhooks/{id}/rotate", Needs::HoldsInPerson(WRITES), rotate)
        .get("/v1/webhooks/{id}/deliveries", Needs::Holds(READS), deliveries)
}

/// What is told of one, in this order.
macro_rules! selected {
    ($rest:literal) => {
        concat!(
            "SELECT id, url, events, state, why, failing_since, former_until, created_at, updated_at FROM webhooks WHERE tenant_id = $1 ",
            $rest
        )
    };
}

fn told(row: &AnyRow) -> Result<Value, Failure> {
    let moment = |place: usize| Ok::<_, Failure>(row.whole(place)?.and_then(Instant::from_microseconds));
    Ok(json!({
        "id": row.id(0)?.map(written),
        "url": row.text(1)?,
        "events": events_of(row.text(2)?),
        "state": row.text(3)?,
        "why": row.text(4)?,
        "failing_since": moment(5)?,
        "former_secret_until": moment(6)?,
        "created_at": moment(7)?,
        "updated_at": moment(8)?,
    }))
}

fn none() -> Failure {
    Reason::new(Code::RecordsNotFound, "", "there is no such webhook").into()
}

/// `GET /v1/webhooks`
async fn list(State(app): State<App>, caller: Caller, RawQuery(query): RawQuery) -> Answer {
    let wanted = Wanted::read(query.as_deref())?;
    let after = wanted.after_id()?;
    let values = [Bound::Id(caller.tenant), Bound::Id(after), Bound::Whole(wanted.rows())];
    let text = selected!("AND id > $2 ORDER BY id LIMIT $3");
    let rows = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { tx.ask(text, &values).await }));
    Ok(wanted.answer(&rows.await?, told, &["id"])?)
}

/// `GET /v1/webhooks/{id}`
async fn one(State(app): State<App>, caller: Caller, Path(id): Path<String>) -> Answer {
    let id = id_of(&id).ok_or_else(none)?;
    let tenant = caller.tenant;
    let found = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { read(&mut tx, tenant, id).await }));
    Ok(Json(found.await?).into_response())
}

async fn read(tx: &mut PlatformTx<'_>, tenant: [u8; 16], id: [u8; 16]) -> Result<Value, Failure> {
    let rows = tx
        .ask(selected!("AND id = $2"), &[Bound::Id(tenant), Bound::Id(id)])
        .await?;
    rows.first().map(told).transpose()?.ok_or_else(none)
}

/// `POST /v1/webhooks`: somebody is told from now on. The secret by which messages are signed is told once.
async fn add(State(app): State<App>, caller: Caller, mut fields: Fields) -> Answer {
    let (url, events) = (fields.text("url"), fields.texts("events"));
    check(&mut fields, Some(&url), Some(&events));
    fields.finish()?;
    may_have_told(&app, &caller, &events)?;
    let (id, now) = (new_id(), app.now().microseconds());
    let (secret, sealed) = secret_of(&app, &caller, id)?;
    let made = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let tenant = Bound::Id(caller.tenant);
            // Whoever adds one counts them alone.
            tx.tell("UPDATE tenants SET version = version + 1 WHERE id = $1", std::slice::from_ref(&tenant))
                .await?;
            let text = "SELECT count(*) FROM webhooks WHERE tenant_id = $1";
            if tx.count(text, std::slice::from_ref(&tenant)).await? >= MOST {
                let message = format!("a tenant has at most {MOST} webhooks; remove one first");
                return Err(Reason::new(Code::RequestRange, "", message).with("most", MOST).into());
            }
            let values = [
                tenant,
                Bound::Id(id),
                Bound::Text(url),
                Bound::Text(json!(events).to_string()),
                Bound::Bytes(sealed),
                Bound::Text(caller.actor.id.clone()),
                Bound::Whole(now),
            ];
            let text = "INSERT INTO webhooks (tenant_id, id, url, events, secret, state, made_by, created_at, updated_at) VALUES ($1, $2, \
                        $3, $4, $5, 'enabled', $6, $7, $7)";
            tx.tell(text, &values).await?;
            note(&mut tx, &caller, (id, now), ("created", json!([]))).await?;
            read(&mut tx, caller.tenant, id).await
        })
    });
    let mut made = made.await?;
    if let Some(made) = made.as_object_mut() {
        made.insert("secret".to_owned(), secret.into());
    }
    Ok((StatusCode::CREATED, Json(made)).into_response())
}

/// `PATCH /v1/webhooks/{id}`: another address, other events, or whether anything is sent at all.
async fn change(State(app): State<App>, caller: Caller, Path(id): Path<String>, mut fields: Fields) -> Answer {
    let (url, state) = (fields.text_or_null("url"), fields.text_or_null("state"));
    let events = fields.has("events").then(|| fields.texts("events"));
    for (name, given) in [("url", &url), ("state", &state)] {
        if given
            .as_ref()
            .is_some_and(|given| given.as_deref().is_none_or(str::is_empty))
        {
            fields.fault(Code::RequestMissing, name, format!("`{name}` cannot be cleared"));
        }
    }
    let (url, state) = (url.flatten(), state.flatten());
    check(&mut fields, url.as_deref(), events.as_deref());
    if state
        .as_deref()
        .is_some_and(|state| !["enabled", "disabled"].contains(&state))
    {
        fields.fault(Code::RequestRange, "state", "`state` is `enabled` or `disabled`");
    }
    fields.finish()?;
    may_have_told(&app, &caller, events.as_deref().unwrap_or_default())?;
    let id = id_of(&id).ok_or_else(none)?;
    let now = app.now().microseconds();
    let changed = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let events = events.map(|events| json!(events).to_string());
            let values = [
                Bound::Id(caller.tenant),
                Bound::Id(id),
                Bound::text(url.as_deref()),
                Bound::text(events.as_deref()),
                Bound::text(state.as_deref()),
                Bound::Whole(now),
            ];
            // Whoever is told again has time to answer again.
            let text = "UPDATE webhooks SET url = coalesce($3, url), events = coalesce($4, events), state = coalesce($5, state), why = CASE \
                        WHEN $5 IS NULL THEN why END, failing_since = CASE WHEN $5 IS NULL AND $3 IS NULL THEN failing_since END, \
                        updated_at = $6 WHERE tenant_id = $1 AND id = $2";
            if tx.tell(text, &values).await? == 0 {
                return Err(none());
            }
            let given = [("url", url.map(|_| Value::Null)), ("events", events.map(Value::from)), ("state", state.map(Value::from))];
            let given = given.into_iter().filter_map(|(field, after)| Some(json!({"field": field, "after": after?})));
            note(&mut tx, &caller, (id, now), ("updated", given.collect())).await?;
            read(&mut tx, caller.tenant, id).await
        })
    });
    Ok(Json(changed.await?).into_response())
}

/// `DELETE /v1/webhooks/{id}`: nobody is told any more.
async fn remove(State(app): State<App>, caller: Caller, Path(id): Path<String>) -> Answer {
    let id = id_of(&id).ok_or_else(none)?;
    let now = app.now().microseconds();
    let removed = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let key = [Bound::Id(caller.tenant), Bound::Id(id)];
            if tx
                .tell("DELETE FROM webhooks WHERE tenant_id = $1 AND id = $2", &key)
                .await?
                == 0
            {
                return Err(none());
            }
            note(&mut tx, &caller, (id, now), ("deleted", json!([]))).await
        })
    });
    removed.await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// `POST /v1/webhooks/{id}/rotate`: another secret. The one before signs as well for a day.
async fn rotate(State(app): State<App>, caller: Caller, Path(id): Path<String>) -> Answer {
    let id = id_of(&id).ok_or_else(none)?;
    let now = app.now().microseconds();
    let (secret, sealed) = secret_of(&app, &caller, id)?;
    let rotated = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let values = [
                Bound::Id(caller.tenant),
                Bound::Id(id),
                Bound::Bytes(sealed),
                Bound::Whole(now.saturating_add(OVERLAP)),
                Bound::Whole(now),
            ];
            let text = "UPDATE webhooks SET former_secret = secret, former_until = $4, secret = $3, updated_at = $5 WHERE tenant_id = $1 AND \
                        id = $2";
            if tx.tell(text, &values).await? == 0 {
                return Err(none());
            }
            note(&mut tx, &caller, (id, now), ("rotated", json!([]))).await?;
            read(&mut tx, caller.tenant, id).await
        })
    });
    let mut rotated = rotated.await?;
    if let Some(rotated) = rotated.as_object_mut() {
        rotated.insert("secret".to_owned(), secret.into());
    }
    Ok(Json(rotated).into_response())
}

/// `GET /v1/webhooks/{id}/deliveries`: its messages, the latest first, and what became of each.
async fn deliveries(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    let id = id_of(&id).ok_or_else(none)?;
    let tenant = caller.tenant;
    let found = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { read(&mut tx, tenant, id).await }));
    found.await?;
    jobs::of_lane(&app, &caller, &lane(id), query.as_deref()).await
}

/// What is wrong with an address and with kinds of events.
fn check(fields: &mut Fields, url: Option<&str>, events: Option<&[String]>) {
    let wrong = |url: &str| {
        let read = url.parse::<Url>().ok();
        let read = read.filter(|url| ["http", "https"].contains(&url.scheme()) && url.host_str().is_some());
        match read {
            None => Some("`url` is an address such as `https://example.com/ratebook`".to_owned()),
            Some(_) if url.len() > LONGEST_URL => Some(format!("`url` has at most {LONGEST_URL} characters")),
            Some(read) if !read.username().is_empty() || read.password().is_some() => {
                Some("`url` must not have a name or a password in it".to_owned())
            }
            Some(_) => None,
        }
    };
    if let Some(message) = url.filter(|url| !url.is_empty()).and_then(wrong) {
        fields.fault(Code::RequestRange, "url", message);
    }
    let Some(events) = events else { return };
    if events.is_empty() && !fields.is_at_fault("events") {
        fields.fault(
            Code::RequestRange,
            "events",
            "at least one kind of event, or `*` for all",
        );
    }
    for (place, kind) in events.iter().enumerate() {
        if !is_kind(kind) {
            let message = "a kind of event is one such as `customer:created`, `customer:*` or `*`";
            fields.fault(Code::RequestRange, &format!("events/{place}"), message);
        }
    }
}

/// Refuses who would have something told outside that they may not read themselves: each kind is told of all records of its entity.
fn may_have_told(app: &App, caller: &Caller, events: &[String]) -> Result<(), Failure> {
    let mut reasons = Vec::new();
    for (place, kind) in events.iter().enumerate() {
        let entity = kind.split(':').next().unwrap_or_default();
        let all = caller.pack.entities().iter().map(Entity::name);
        let named: Vec<&str> = all.filter(|name| kind == "*" || *name == entity).collect();
        let unseen = named.iter().find(|name| {
            let desk = Desk::named(app, caller, name);
            desk.is_none_or(|desk| !desk.sees_all())
        });
        let path = format!("/events/{place}");
        if named.is_empty() {
            let message = format!("there is no entity `{entity}` of which something could happen");
            reasons.push(Reason::new(Code::RequestUnknown, path, message));
        } else if let Some(name) = unseen {
            let message = format!("you may not read every record of `{name}`, and so have nobody told of them");
            reasons.push(Reason::new(Code::TenancyPermissionMissing, path, message));
        }
    }
    Ok(ratebook::Error::unless_empty(reasons)?)
}

/// A new secret, and how it is kept.
fn secret_of(app: &App, caller: &Caller, id: [u8; 16]) -> Result<(String, Vec<u8>), Failure> {
    let secret = format!("whsec_{}", STANDARD.encode(random()?));
    let place = Place {
        tenant: caller.tenant,
        entity: "webhook",
        field: "secret",
        id,
    };
    let sealed = app.vault.seal(&place, secret.as_bytes())?;
    Ok((secret, sealed))
}

async fn note(
    tx: &mut PlatformTx<'_>,
    caller: &Caller,
    (id, now): ([u8; 16], i64),
    (action, changes): (&'static str, Value),
) -> Result<(), Failure> {
    let happened = Happened {
        at: now,
        tenant: caller.tenant,
        actor: caller.actor.id.clone(),
        entity: Own::Webhook,
        action,
        record: id,
        changes,
    };
    audit::keep(tx, happened).await
}
