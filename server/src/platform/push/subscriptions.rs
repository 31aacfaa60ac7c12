//! The browsers and telephones that a member has let: each by an address and keys that it gave out, which are kept encrypted.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ratebook::time::Instant;
use ratebook::{Code, Reason};
use reqwest::Url;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::sealed::Keys;
use super::vapid::Known;
use super::{NOT_SET_UP, endpoint};
use crate::came::{Came, ENGINE};
use crate::platform::accounts::id_of;
use crate::platform::audit::{self, Happened, Own};
use crate::platform::auth::{unkept, written};
use crate::platform::caller::{Caller, not_in_person};
use crate::platform::form::Fields;
use crate::platform::webhooks::Lookup;
use crate::problem::Problem;
use crate::records::keep::new_id;
use crate::routes::{Needs, Routes};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, Place, PlatformTx, RowCells, TenantKey};

type Answer = Result<Response, Problem>;

/// As many somebody has at most.
const MOST: i64 = 20;
const LONGEST_ENDPOINT: usize = 2_000;
const LONGEST_LABEL: usize = 100;

pub(in crate::platform) fn routes() -> Routes<App> {
    Routes::default()
        .get("/v1/push", Needs::Member, show)
        .get("/v1/push/subscriptions", Needs::Member, list)
        .post("/v1/push/subscriptions", Needs::Member, add)
        .delete("/v1/push/subscriptions/{id}", Needs::Member, remove)
}

/// One that is pushed to.
pub(super) struct Subscription {
    id: [u8; 16],
    member: String,
    pub(super) endpoint: Url,
    pub(super) keys: Keys,
}

fn place(tenant: TenantKey, id: [u8; 16]) -> Place<'static> {
    Place {
        tenant,
        entity: "push_subscription",
        field: "sealed",
        id,
    }
}

impl Subscription {
    /// One of a member; nothing where it is there no more.
    pub(super) async fn of(
        app: &App,
        tenant: TenantKey,
        (member, id): (&str, [u8; 16]),
    ) -> Result<Option<Subscription>, Failure> {
        let values = [Bound::Id(id), Bound::Text(member.to_owned())];
        let found = app.store.read(tenant, move |mut tx| {
            Box::pin(async move {
                let text = "SELECT sealed FROM push_subscriptions WHERE tenant_id = $1 AND id = $2 AND member = $3";
                tx.ask(text, &values).await
            })
        });
        let rows = found.await?;
        let Some(row) = rows.first() else { return Ok(None) };
        let opened = app.vault.open(&place(tenant, id), row.bytes(0)?.unwrap_or_default())?;
        let kept: Value = serde_json::from_slice(&opened).unwrap_or_default();
        let text = |name: &str| kept.get(name).and_then(Value::as_str).unwrap_or_default();
        let (Some(endpoint), Some(keys)) = (endpoint(text("endpoint")), keys(text("p256dh"), text("auth"))) else {
            return Err(Failure::defect("a subscription that is none"));
        };
        Ok(Some(Subscription {
            id,
            member: member.to_owned(),
            endpoint,
            keys,
        }))
    }

    /// That something was taken for it.
    pub(super) async fn was_used(&self, app: &App, tenant: TenantKey) -> Result<(), Failure> {
        let values = [Bound::Id(self.id), Bound::Whole(app.now().microseconds())];
        let used = app.store.write(tenant, move |mut tx| {
            Box::pin(async move {
                let text = "UPDATE push_subscriptions SET used_at = $3 WHERE tenant_id = $1 AND id = $2";
                tx.tell(text, &values).await
            })
        });
        used.await.map(drop)
    }

    /// That its service knows it no more.
    pub(super) async fn is_gone(&self, app: &App, tenant: TenantKey) -> Result<(), Failure> {
        let (id, member, now) = (self.id, self.member.clone(), app.now().microseconds());
        let gone = app.store.platform(move |mut tx| {
            Box::pin(async move {
                if removed(&mut tx, tenant, (&member, id)).await? {
                    note(&mut tx, (tenant, ENGINE.to_owned(), now), (id, "gone")).await?;
                }
                Ok(())
            })
        });
        gone.await
    }
}

fn keys(point: &str, secret: &str) -> Option<Keys> {
    // Some browsers give them out with `=` at the end.
    let read = |text: &str| URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')).ok();
    let keys = Keys {
        point: read(point)?,
        secret: read(secret)?,
    };
    keys.hold().then_some(keys)
}

/// Those of a member.
pub(in crate::platform) async fn of_member(
    tx: &mut PlatformTx<'_>,
    tenant: TenantKey,
    member: &str,
) -> Result<Vec<[u8; 16]>, Failure> {
    let text = "SELECT id FROM push_subscriptions WHERE tenant_id = $1 AND member = $2 ORDER BY id";
    let rows = tx
        .ask(text, &[Bound::Id(tenant), Bound::Text(member.to_owned())])
        .await?;
    rows.iter().map(|row| Ok(row.id(0)?.unwrap_or_default())).collect()
}

/// Forgets those of a member who leaves: `$1` is the tenant, `$2` the member.
pub(in crate::platform) async fn forget(tx: &mut PlatformTx<'_>, own: &[Bound; 2]) -> Result<(), Failure> {
    let text = "DELETE FROM push_subscriptions WHERE tenant_id = $1 AND member = $2";
    tx.tell(text, own).await.map(drop)
}

async fn removed(tx: &mut PlatformTx<'_>, tenant: TenantKey, (member, id): (&str, [u8; 16])) -> Result<bool, Failure> {
    let values = [Bound::Id(tenant), Bound::Id(id), Bound::Text(member.to_owned())];
    let text = "DELETE FROM push_subscriptions WHERE tenant_id = $1 AND id = $2 AND member = $3";
    Ok(tx.tell(text, &values).await? > 0)
}

async fn note(
    tx: &mut PlatformTx<'_>,
    (tenant, actor, at): (TenantKey, String, i64),
    (record, action): ([u8; 16], &'static str),
) -> Result<(), Failure> {
    let happened = Happened {
        at,
        tenant,
        actor,
        entity: Own::PushSubscription,
        action,
        record,
        changes: json!([]),
    };
    audit::keep(tx, happened).await
}

/// `GET /v1/push`: whether anything is pushed here, and by which key a browser is asked to let.
async fn show(State(app): State<App>, _: Caller) -> Answer {
    let key = match app.push {
        Some(_) => Some(Known::of(&app).await?.public()),
        None => None,
    };
    let why = key.is_none().then_some(NOT_SET_UP);
    Ok(Json(json!({"is_set_up": key.is_some(), "public_key": key, "why": why})).into_response())
}

fn told(row: &AnyRow) -> Result<Value, Failure> {
    let moment = |place: usize| Ok::<_, Failure>(row.whole(place)?.and_then(Instant::from_microseconds));
    Ok(json!({
        "id": row.id(0)?.map(written),
        "label": row.text(1)?,
        "created_at": moment(2)?,
        "used_at": moment(3)?,
    }))
}

/// `GET /v1/push/subscriptions`: one's own.
async fn list(State(app): State<App>, caller: Caller) -> Answer {
    let member = [Bound::Text(caller.actor.id.clone())];
    let found = app.store.read(caller.tenant, move |mut tx| {
        Box::pin(async move {
            let text = "SELECT id, label, created_at, used_at FROM push_subscriptions WHERE tenant_id = $1 AND member = $2 ORDER BY id";
            tx.ask(text, &member).await
        })
    });
    let items: Result<Vec<Value>, Failure> = found.await?.iter().map(told).collect();
    Ok(Json(json!({"items": items?})).into_response())
}

/// What a browser gives out, as its `PushSubscription` is written as JSON.
fn given(app: &App, mut fields: Fields) -> Result<(String, Value, Option<String>), Problem> {
    let text = fields.text("endpoint");
    let url = endpoint(&text).filter(|_| text.len() <= LONGEST_ENDPOINT);
    match &url {
        None if !fields.is_at_fault("endpoint") => {
            let message = "`endpoint` is the address that the browser gives out";
            fields.fault(Code::RequestRange, "endpoint", message);
        }
        Some(url) => {
            let lookup = Lookup {
                reachable: app.reachable.clone(),
                is_plain: url.scheme() != "https",
            };
            if let Some(why) = lookup.refuses(url) {
                fields.fault(Code::RequestRange, "endpoint", why);
            }
        }
        None => {}
    }
    let mut own = json!({"endpoint": text});
    if let Some(mut inside) = fields.inside("keys") {
        let [point, secret] = ["p256dh", "auth"].map(|name| inside.text(name));
        if keys(&point, &secret).is_none() && !inside.is_at_fault("p256dh") && !inside.is_at_fault("auth") {
            let message =
                "they are the keys that the browser gives out: a point of P-256 and 16 bytes, in Base64 of addresses";
            inside.fault(Code::RequestRange, "p256dh", message);
        }
        if let Some(own) = own.as_object_mut() {
            own.extend([("p256dh".to_owned(), point.into()), ("auth".to_owned(), secret.into())]);
        }
        fields.join(inside);
    }
    fields.text_or_null("expirationTime");
    let label = fields.text_or_null("label").flatten();
    if label
        .as_ref()
        .is_some_and(|label| label.chars().count() > LONGEST_LABEL)
    {
        let message = format!("a label has at most {LONGEST_LABEL} letters");
        fields.fault(Code::RequestRange, "label", message);
    }
    fields.finish()?;
    Ok((text, own, label))
}

/// `POST /v1/push/subscriptions`: a browser is pushed to from now on. The same one again takes the place of itself.
async fn add(State(app): State<App>, caller: Caller, fields: Fields) -> Answer {
    // What is pushed goes on when they have gone, and says more than a key may read.
    if Came::now().through.get().is_some() {
        return Err(not_in_person());
    }
    if app.push.is_none() {
        let reason = Reason::new(Code::RequestConflict, "", NOT_SET_UP);
        return Err(Problem::of_reason(409, reason));
    }
    let (endpoint, own, label) = given(&app, fields)?;
    let (id, now) = (new_id(), app.now().microseconds());
    let sealed = app.vault.seal(&place(caller.tenant, id), own.to_string().as_bytes())?;
    let made = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let (tenant, member) = (Bound::Id(caller.tenant), Bound::Text(caller.actor.id.clone()));
            let hash = Bound::Bytes(Sha256::digest(endpoint.as_bytes()).to_vec());
            let text = "DELETE FROM push_subscriptions WHERE tenant_id = $1 AND hash = $2";
            tx.tell(text, &[tenant.clone(), hash.clone()]).await?;
            let text = "SELECT count(*) FROM push_subscriptions WHERE tenant_id = $1 AND member = $2";
            if tx.count(text, &[tenant.clone(), member.clone()]).await? >= MOST {
                let message = format!("somebody has at most {MOST} browsers to which is pushed; remove one first");
                return Err(Reason::new(Code::RequestRange, "", message).with("most", MOST).into());
            }
            let values = [
                tenant,
                Bound::Id(id),
                member,
                hash,
                Bound::Bytes(sealed),
                Bound::text(label.as_deref()),
                Bound::Whole(now),
            ];
            let text = "INSERT INTO push_subscriptions (tenant_id, id, member, hash, sealed, label, created_at) VALUES ($1, $2, $3, $4, $5, $6, \
                        $7)";
            tx.tell(text, &values).await?;
            note(&mut tx, (caller.tenant, caller.actor.id.clone(), now), (id, "added")).await?;
            let made = Instant::from_microseconds(now);
            Ok(json!({"id": written(id), "label": label, "created_at": made, "used_at": null}))
        })
    });
    Ok((StatusCode::CREATED, unkept(), Json(made.await?)).into_response())
}

/// `DELETE /v1/push/subscriptions/{id}`: nothing is pushed there any more.
async fn remove(State(app): State<App>, caller: Caller, Path(id): Path<String>) -> Answer {
    let none = || Failure::from(Reason::new(Code::RecordsNotFound, "", "there is no such browser"));
    let (id, now) = (id_of(&id).ok_or_else(none)?, app.now().microseconds());
    let gone = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let member = caller.actor.id.clone();
            if !removed(&mut tx, caller.tenant, (&member, id)).await? {
                return Err(none());
            }
            note(&mut tx, (caller.tenant, member, now), (id, "removed")).await
        })
    });
    gone.await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
