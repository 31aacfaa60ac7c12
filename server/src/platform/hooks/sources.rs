//! Who may tell a tenant something: opened, changed and closed by those of its members who may.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ratebook::records::{WebhookDefinition, WebhookScheme};
use ratebook::time::Instant;
use ratebook::{Code, Reason};
use serde_json::{Value, json};

use super::{DAY, place_of, record_of};
use crate::platform::audit::{self, Happened, Own};
use crate::platform::auth::{random, unkept};
use crate::platform::caller::Caller;
use crate::platform::form::Fields;
use crate::problem::Problem;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, PlatformTx, RowCells};

type Answer = Result<Response, Problem>;

pub(super) const READS: &str = "settings:read";
pub(super) const WRITES: &str = "settings:write";
/// How long the secret before counts as well: what was sent before it changed comes again for a day.
const OVERLAP: i64 = 2 * DAY;
const MARK: &str = "whsec_";
/// Nobody guesses what is as long as this.
const LEAST_SECRET: usize = 16;
const LONGEST_SECRET: usize = 500;
const LONGEST_ADDRESS: usize = 1_000;

pub(super) fn none() -> Failure {
    let message = "the pack has no source of webhooks under this name";
    Reason::new(Code::RecordsNotFound, "", message).into()
}

fn closed() -> Failure {
    let message = "nothing is taken from there; open it first, by `PUT`";
    Reason::new(Code::RecordsNotFound, "", message).into()
}

/// What is told of one, in this order.
macro_rules! selected {
    ($rest:literal) => {
        concat!(
            "SELECT name, address, former_until, opened_at FROM webhook_sources WHERE tenant_id = $1 ",
            $rest
        )
    };
}

fn told(caller: &Caller, source: &WebhookDefinition, row: Option<&AnyRow>) -> Result<Value, Failure> {
    let moment = |place: usize| {
        let moment = row.map(|row| row.whole(place)).transpose()?.flatten();
        Ok::<_, Failure>(moment.and_then(Instant::from_microseconds))
    };
    Ok(json!({
        "name": source.name,
        "label": source.label,
        "scheme": source.scheme,
        "path": format!("/v1/hooks/{}/{}", caller.actor.tenant.as_str(), source.name),
        "address": row.map(|row| row.text(1)).transpose()?.flatten(),
        "former_secret_until": moment(2)?,
        "opened_at": moment(3)?,
    }))
}

/// `GET /v1/webhook-sources`: who the pack says may tell something, and since when it is taken.
pub(super) async fn list(State(app): State<App>, caller: Caller) -> Answer {
    let found = app.store.read(caller.tenant, |mut tx| {
        Box::pin(async move { tx.ask(selected!("ORDER BY name"), &[]).await })
    });
    let rows = found.await?;
    let mut items = Vec::new();
    for source in &caller.pack.definition().webhooks {
        let mut own = None;
        for row in &rows {
            if row.text(0).map_err(Failure::from)? == Some(source.name.as_str()) {
                own = Some(row);
            }
        }
        items.push(told(&caller, source, own)?);
    }
    Ok(Json(json!({"items": items})).into_response())
}

async fn read(tx: &mut PlatformTx<'_>, caller: &Caller, source: &WebhookDefinition) -> Result<Value, Failure> {
    let key = [Bound::Id(caller.tenant), Bound::Text(source.name.clone())];
    let rows = tx.ask(selected!("AND name = $2"), &key).await?;
    told(caller, source, rows.first())
}

fn check_secret(source: &WebhookDefinition, secret: &str, fields: &mut Fields) {
    let is_plain = secret.bytes().all(|byte| byte.is_ascii_graphic());
    if !is_plain || !(LEAST_SECRET..=LONGEST_SECRET).contains(&secret.len()) {
        let message = format!("a secret has {LEAST_SECRET} to {LONGEST_SECRET} letters, digits and signs");
        return fields.fault(Code::RequestRange, "secret", message);
    }
    // Their simulator signs for everybody, by an id that nobody has.
    let is_id = secret.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if source.scheme == WebhookScheme::Paypal && !is_id {
        let message = "the secret is the id of the webhook, as PayPal shows it: letters, digits and `-`";
        return fields.fault(Code::RequestRange, "secret", message);
    }
    let key = secret.strip_prefix(MARK).unwrap_or(secret);
    let has_key = || STANDARD.decode(key).is_ok_and(|key| key.len() >= LEAST_SECRET);
    if source.scheme == WebhookScheme::Standard && !has_key() {
        let message = format!("a secret of this scheme is `{MARK}` and at least {LEAST_SECRET} bytes in Base64");
        fields.fault(Code::RequestRange, "secret", message);
    }
}

fn check_address(address: Option<&str>, fields: &mut Fields) {
    let is_fine = |address: &str| address.starts_with("https://") && address.len() <= LONGEST_ADDRESS;
    if address.is_some_and(|address| !is_fine(address)) {
        let message = "the address is the one that they were given, letter by letter, such as `https://desk.example.com/v1/hooks/acme/square`";
        fields.fault(Code::RequestRange, "address", message);
    }
}

/// `PUT /v1/webhook-sources/{name}`: what is signed by this secret is taken from now on. Without one a new one is made, and told this once.
/// The one before counts for two days more.
pub(super) async fn open(
    State(app): State<App>,
    caller: Caller,
    Path(name): Path<String>,
    mut fields: Fields,
) -> Answer {
    let source = caller.pack.webhook_source(&name).cloned().ok_or_else(none)?;
    let (given, address) = (fields.text_or_null("secret").flatten(), fields.text_or_null("address"));
    match &given {
        Some(secret) => check_secret(&source, secret, &mut fields),
        None if source.scheme == WebhookScheme::Paypal => {
            let message = "give the id of the webhook as PayPal shows it; no other is signed";
            fields.fault(Code::RequestMissing, "secret", message);
        }
        None => {}
    }
    check_address(address.as_ref().and_then(Option::as_deref), &mut fields);
    fields.finish()?;
    let made = match given {
        Some(_) => None,
        None => Some(format!("{MARK}{}", STANDARD.encode(random()?))),
    };
    let secret = given.as_ref().or(made.as_ref()).cloned().unwrap_or_default();
    let sealed = app.vault.seal(&place_of(caller.tenant, &name), secret.as_bytes())?;
    let now = app.now();
    let opened = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let says_address = address.is_some();
            let values = [
                Bound::Id(caller.tenant),
                Bound::Text(name.clone()),
                Bound::Bytes(sealed),
                Bound::Whole(now.microseconds().saturating_add(OVERLAP)),
                Bound::text(address.clone().flatten().as_deref()),
                Bound::Text(caller.actor.id.clone()),
                Bound::Whole(now.microseconds()),
                Bound::Truth(says_address),
            ];
            let text = "INSERT INTO webhook_sources (tenant_id, name, secret, address, opened_by, opened_at) VALUES ($1, $2, $3, $5, $6, $7) ON \
                        CONFLICT (tenant_id, name) DO UPDATE SET former_secret = webhook_sources.secret, former_until = $4, secret = \
                        excluded.secret, address = CASE WHEN $8 THEN excluded.address ELSE webhook_sources.address END, opened_by = \
                        excluded.opened_by, opened_at = excluded.opened_at";
            tx.tell(text, &values).await?;
            note(&mut tx, &caller, (&name, now), ("opened", changes(address.as_ref()))).await?;
            read(&mut tx, &caller, &source).await
        })
    });
    let mut opened = opened.await?;
    if let Some(opened) = opened.as_object_mut() {
        opened.insert("secret".to_owned(), json!(made));
    }
    Ok((unkept(), Json(opened)).into_response())
}

/// `PATCH /v1/webhook-sources/{name}`: another address at which they know us. The secret stays.
pub(super) async fn change(
    State(app): State<App>,
    caller: Caller,
    Path(name): Path<String>,
    mut fields: Fields,
) -> Answer {
    let source = caller.pack.webhook_source(&name).cloned().ok_or_else(none)?;
    let address = fields.text_or_null("address");
    check_address(address.as_ref().and_then(Option::as_deref), &mut fields);
    fields.finish()?;
    let now = app.now();
    let changed = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let values = [
                Bound::Id(caller.tenant),
                Bound::Text(name.clone()),
                Bound::Truth(address.is_some()),
                Bound::text(address.clone().flatten().as_deref()),
            ];
            let text = "UPDATE webhook_sources SET address = CASE WHEN $3 THEN $4 ELSE address END WHERE tenant_id = $1 AND name = $2";
            if tx.tell(text, &values).await? == 0 {
                return Err(closed());
            }
            note(&mut tx, &caller, (&name, now), ("updated", changes(address.as_ref()))).await?;
            read(&mut tx, &caller, &source).await
        })
    });
    Ok(Json(changed.await?).into_response())
}

/// `DELETE /v1/webhook-sources/{name}`: nothing is taken from there any more, also where a pack that had it has it no more.
pub(super) async fn close(State(app): State<App>, caller: Caller, Path(name): Path<String>) -> Answer {
    let now = app.now();
    let gone = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let key = [Bound::Id(caller.tenant), Bound::Text(name.clone())];
            let text = "DELETE FROM webhook_sources WHERE tenant_id = $1 AND name = $2";
            if tx.tell(text, &key).await? == 0 {
                return Err(closed());
            }
            note(&mut tx, &caller, (&name, now), ("closed", json!([]))).await
        })
    });
    gone.await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// What changes by what is said of an address.
fn changes(address: Option<&Option<String>>) -> Value {
    let said = address.map(|address| json!({"field": "address", "after": address}));
    said.into_iter().collect()
}

async fn note(
    tx: &mut PlatformTx<'_>,
    caller: &Caller,
    (name, at): (&str, Instant),
    (action, changes): (&'static str, Value),
) -> Result<(), Failure> {
    let happened = Happened {
        at: at.microseconds(),
        tenant: caller.tenant,
        actor: caller.actor.id.clone(),
        entity: Own::WebhookSource,
        action,
        record: record_of(name),
        changes,
    };
    audit::keep(tx, happened).await
}
