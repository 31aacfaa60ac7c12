//! The keys of a tenant, by which programs come in: made, listed, replaced and revoked by those of its members who may.

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use ratebook::tenancy::{ApiKeyRecord, NewKey, NewKeyRequest, Scoped, TenantId};
use ratebook::time::Instant;
use ratebook::{Code, Reason};
use serde_json::{Value, json};
use uuid::Uuid;

use super::accounts::id_of;
use super::audit::{self, Happened, Own};
use super::auth::{KEY_MARK, random, shown, written};
use super::caller::Caller;
use super::form::Fields;
use super::pages::Wanted;
use super::standing::keys::{OF_ALL, listed, record, rules};
use crate::problem::Problem;
use crate::routes::{Needs, Routes};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, PlatformTx, RowCells, TenantKey};

type Answer = Result<Response, Problem>;

const READS: &str = "keys:read";
const WRITES: &str = "keys:write";

/// A name has at most so many letters.
const MOST_OF_A_NAME: usize = 100;
/// So many keys of a tenant hold at once.
const MOST_KEYS: i64 = 1_000;

/// A key that is to be.
struct Wish {
    id: [u8; 16],
    name: String,
    request: NewKeyRequest,
}

/// Reads a moment that need not be there.
fn moment(fields: &mut Fields, name: &str) -> Option<Instant> {
    let text = fields.text_or_null(name).flatten()?;
    let read: Result<Instant, _> = text.parse();
    match read {
        Ok(moment) => Some(moment),
        Err(error) => {
            fields.fault(Code::RequestType, name, error.to_string());
            None
        }
    }
}

impl Wish {
    fn read(fields: &mut Fields, now: Instant) -> Result<Wish, Failure> {
        let name = fields.text("name").trim().to_owned();
        if name.chars().count() > MOST_OF_A_NAME || name.chars().any(char::is_control) {
            let message = format!("a name has at most {MOST_OF_A_NAME} letters, on one line");
            fields.fault(Code::RequestRange, "name", message);
        }
        let scopes = fields.texts("scopes");
        let mut wish = Wish::new(name, now)?;
        (wish.request.scopes, wish.request.addresses) = (Some(scopes), fields.texts_if_given("addresses"));
        wish.request.expires_at = moment(fields, "expires_at");
        Ok(wish)
    }

    fn new(name: String, now: Instant) -> Result<Wish, Failure> {
        let id = Uuid::now_v7().into_bytes();
        let chance: String = random()?.iter().map(|byte| format!("{byte:02x}")).collect();
        let mut request = NewKeyRequest::new(TenantId::new(OF_ALL), written(id), now, chance);
        KEY_MARK.clone_into(&mut request.prefix);
        Ok(Wish { id, name, request })
    }

    fn made(&self) -> Result<NewKey, Failure> {
        Ok(rules()?.new_key(&self.request)?)
    }
}

/// `POST /v1/api-keys`: it is shown this once.
async fn make(State(app): State<App>, caller: Caller, mut fields: Fields) -> Answer {
    let wish = Wish::read(&mut fields, app.now())?;
    fields.finish()?;
    shown::recently(&app, caller.shown_at)?;
    let mut actor = caller.actor.clone();
    actor.scopes.clone_from(&wish.request.scopes);
    if actor.scopes.as_ref().is_none_or(Vec::is_empty) {
        let message = "a key has at least one scope, such as `bookings:read`";
        let reason = Reason::new(Code::RequestRange, "/scopes", message);
        return Err(Problem::of_reason(422, reason));
    }
    // What the pack knows no permission of is told before anything is made.
    caller.pack.holder(&actor).map_err(|error| error.below("/actor"))?;
    let new = wish.made()?;
    let made = Made::of(&caller, wish, new, None)?;
    let answer = made.answer();
    app.store
        .platform(move |mut tx| {
            Box::pin(async move {
                room_for_one(&mut tx, made.tenant, made.now).await?;
                made.keep(&mut tx, "made").await
            })
        })
        .await?;
    Ok(answer)
}

/// Whoever makes a key holds the row of the tenant until the end, so that they are counted one after the other.
async fn room_for_one(tx: &mut PlatformTx<'_>, tenant: TenantKey, now: i64) -> Result<(), Failure> {
    let key = [Bound::Id(tenant)];
    tx.tell("UPDATE tenants SET version = version + 1 WHERE id = $1", &key)
        .await?;
    let text = "SELECT count(*) FROM api_keys WHERE tenant_id = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)";
    if tx.count(text, &[Bound::Id(tenant), Bound::Whole(now)]).await? < MOST_KEYS {
        return Ok(());
    }
    let message = format!("a tenant has at most {MOST_KEYS} keys that hold; revoke some");
    let reason = Reason::new(Code::TenancyQuota, "", message).with("quota", "api_keys");
    Err(reason.with("limit", MOST_KEYS).into())
}

/// A key, made and not yet kept.
struct Made {
    tenant: TenantKey,
    account: [u8; 16],
    id: [u8; 16],
    name: String,
    key: String,
    record: ApiKeyRecord,
    replaces: Option<[u8; 16]>,
    now: i64,
}

impl Made {
    /// Whose rights it has at most: those of whoever is shown it.
    fn of(caller: &Caller, wish: Wish, new: NewKey, replaces: Option<[u8; 16]>) -> Result<Made, Failure> {
        let nobody = || Failure::defect("a key is made by somebody without an account");
        Ok(Made {
            tenant: caller.tenant,
            account: id_of(&caller.actor.id).ok_or_else(nobody)?,
            id: wish.id,
            name: wish.name,
            key: new.key,
            record: plain(new.record)?,
            replaces,
            now: wish.request.now.microseconds(),
        })
    }

    fn answer(&self) -> Response {
        let record = &self.record;
        let answer = json!({
            "id": record.id,
            "name": self.name,
            "key": self.key,
            "prefix": record.prefix,
            "last_four": record.last_four,
            "scopes": record.scopes,
            "addresses": record.addresses,
            "account": written(self.account),
            "created_at": record.created_at,
            "expires_at": record.expires_at,
            "replaces": self.replaces.map(written),
        });
        let kept = [(header::CACHE_CONTROL, "no-store")];
        (StatusCode::CREATED, kept, Json(answer)).into_response()
    }

    async fn keep(self, tx: &mut PlatformTx<'_>, action: &'static str) -> Result<(), Failure> {
        let record = self.record;
        let changes = json!([
            {"field": "name", "after": self.name},
            {"field": "scopes", "after": record.scopes},
            {"field": "addresses", "after": record.addresses},
            {"field": "expires_at", "after": record.expires_at},
            {"field": "replaces", "after": self.replaces.map(written)},
        ]);
        let values = [
            Bound::Id(self.tenant),
            Bound::Id(self.id),
            Bound::Id(self.account),
            Bound::Text(self.name),
            Bound::Text(record.prefix),
            Bound::Text(record.last_four),
            Bound::Text(record.hash),
            Bound::Text(json!(record.scopes).to_string()),
            Bound::Text(json!(record.addresses).to_string()),
            Bound::Whole(self.now),
            Bound::whole(record.expires_at.map(|at| at.microseconds())),
            Bound::id(self.replaces),
        ];
        tx.tell(
            "INSERT INTO api_keys (tenant_id, id, account_id, name, prefix, last_four, hash, scopes, addresses, created_at, expires_at, \
             replaces) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            &values,
        )
        .await?;
        note(tx, (self.tenant, self.account, self.id), action, changes, self.now).await
    }
}

/// The record itself.
fn plain(record: Scoped<ApiKeyRecord>) -> Result<ApiKeyRecord, Failure> {
    let scope = rules()?.scope(&TenantId::new(OF_ALL))?;
    Ok(record.into_within(scope, "")?)
}

async fn note(
    tx: &mut PlatformTx<'_>,
    (tenant, actor, key): (TenantKey, [u8; 16], [u8; 16]),
    action: &'static str,
    changes: Value,
    at: i64,
) -> Result<(), Failure> {
    let happened = Happened {
        at,
        tenant,
        actor: written(actor),
        entity: Own::ApiKey,
        action,
        record: key,
        changes,
    };
    audit::keep(tx, happened).await
}

pub(super) fn routes() -> Routes<App> {
    Routes::default()
        .get("/v1/api-keys", Needs::Holds(READS), list)
        .post("/v1/api-keys", Needs::HoldsInPerson(WRITES), make)
        .delete("/v1/api-keys/{id}", Needs::HoldsInPerson(WRITES), revoke)
        .post("/v1/api-keys/{id}/rotate", Needs::HoldsInPerson(WRITES), rotate)
}

/// `GET /v1/api-keys`
async fn list(State(app): State<App>, caller: Caller, RawQuery(query): RawQuery) -> Answer {
    let wanted = Wanted::read(query.as_deref())?;
    let after = wanted.after.as_deref().map_or(Some([0; 16]), id_of);
    let Some(after) = after else {
        let message = "the cursor is none that this list has given";
        let reason = Reason::new(Code::RequestRange, "/cursor", message);
        return Err(Problem::of_reason(422, reason));
    };
    let values = [Bound::Id(caller.tenant), Bound::Id(after), Bound::Whole(wanted.rows())];
    let rows = app
        .store
        .read_platform(move |mut tx| {
            Box::pin(async move {
                tx.ask(
                    "SELECT id, name, prefix, last_four, scopes, addresses, account_id, created_at, expires_at, revoked_at, used_at, \
                     replaces FROM api_keys WHERE tenant_id = $1 AND id > $2 ORDER BY id LIMIT $3",
                    &values,
                )
                .await
            })
        })
        .await?;
    Ok(wanted.answer(&rows, told, &["id"])?)
}

fn told(row: &AnyRow) -> Result<Value, Failure> {
    let moment = |place: usize| Ok::<_, Failure>(row.whole(place)?.and_then(Instant::from_microseconds));
    Ok(json!({
        "id": row.id(0)?.map(written),
        "name": row.text(1)?,
        "prefix": row.text(2)?,
        "last_four": row.text(3)?,
        "scopes": listed(row.text(4)?)?,
        "addresses": listed(row.text(5)?)?,
        "account": row.id(6)?.map(written),
        "created_at": moment(7)?,
        "expires_at": moment(8)?,
        "revoked_at": moment(9)?,
        "used_at": moment(10)?,
        "replaces": row.id(11)?.map(written),
    }))
}

fn none() -> Failure {
    Reason::new(Code::RecordsNotFound, "", "there is no such key of the tenant").into()
}

/// `DELETE /v1/api-keys/{id}`: it holds no more.
async fn revoke(State(app): State<App>, caller: Caller, Path(id): Path<String>) -> Answer {
    let id = id_of(&id).ok_or_else(none)?;
    let actor = id_of(&caller.actor.id).ok_or_else(none)?;
    let now = app.now().microseconds();
    let maker = app
        .store
        .platform(move |mut tx| {
            Box::pin(async move {
                let key = [Bound::Id(caller.tenant), Bound::Id(id), Bound::Whole(now)];
                let revoked = tx
                    .tell(
                        "UPDATE api_keys SET revoked_at = $3 WHERE tenant_id = $1 AND id = $2 AND revoked_at IS NULL",
                        &key,
                    )
                    .await?;
                if revoked == 0 {
                    return Err(none());
                }
                note(&mut tx, (caller.tenant, actor, id), "revoked", json!([]), now).await?;
                let rows = tx
                    .ask(
                        "SELECT account_id FROM api_keys WHERE tenant_id = $1 AND id = $2",
                        &[Bound::Id(caller.tenant), Bound::Id(id)],
                    )
                    .await?;
                rows.first()
                    .map_or(Err(none()), |row| Ok(row.id(0)?.unwrap_or_default()))
            })
        })
        .await?;
    app.auth().standings.account_changed(maker);
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// `POST /v1/api-keys/{id}/rotate`: another one in its place, while it still holds for so long.
async fn rotate(State(app): State<App>, caller: Caller, Path(id): Path<String>, mut fields: Fields) -> Answer {
    let overlap: Option<u32> = fields.whole_if_given("overlap_seconds");
    let expires_at = moment(&mut fields, "expires_at");
    fields.finish()?;
    shown::recently(&app, caller.shown_at)?;
    let id = id_of(&id).ok_or_else(none)?;
    let mut wish = Wish::new(String::new(), app.now())?;
    wish.request.expires_at = expires_at;
    if let Some(overlap) = overlap {
        wish.request.overlap_seconds = overlap;
    }
    let (answer, maker) = app
        .store
        .platform(move |mut tx| Box::pin(async move { replaced(&mut tx, &caller, id, wish).await }))
        .await?;
    app.auth().standings.account_changed(maker);
    Ok(answer)
}

/// Makes another key in the place of one, which then has an end; tells who had made that one.
async fn replaced(
    tx: &mut PlatformTx<'_>,
    caller: &Caller,
    id: [u8; 16],
    mut wish: Wish,
) -> Result<(Response, [u8; 16]), Failure> {
    let key = [Bound::Id(caller.tenant), Bound::Id(id)];
    // Whoever replaces it holds the row until the end.
    tx.tell("UPDATE api_keys SET name = name WHERE tenant_id = $1 AND id = $2", &key)
        .await?;
    let rows = tx
        .ask(
            "SELECT id, name, prefix, last_four, scopes, addresses, account_id, created_at, expires_at, revoked_at, hash FROM api_keys \
             WHERE tenant_id = $1 AND id = $2",
            &key,
        )
        .await?;
    let row = rows.first().ok_or_else(none)?;
    row.text(1)?.unwrap_or_default().clone_into(&mut wish.name);
    if wish.request.expires_at.is_none()
        && let (Some(made), Some(ended)) = (row.whole(7)?, row.whole(8)?)
    {
        // One that was to end gets as long again, and not for ever.
        let ends = wish
            .request
            .now
            .microseconds()
            .saturating_add(ended.saturating_sub(made));
        wish.request.expires_at = Instant::from_microseconds(ends);
    }
    wish.request.replaces = Some(Scoped::new(former(row)?));
    let (new, now) = (wish.made().map_err(in_place)?, wish.request.now.microseconds());
    let ends = new
        .replaced
        .clone()
        .map(plain)
        .transpose()?
        .and_then(|old| old.expires_at);
    room_for_one(tx, caller.tenant, now).await?;
    let [tenant, old] = key;
    tx.tell(
        "UPDATE api_keys SET expires_at = $3 WHERE tenant_id = $1 AND id = $2",
        &[tenant, old, Bound::whole(ends.map(|at| at.microseconds()))],
    )
    .await?;
    let made = Made::of(caller, wish, new, Some(id))?;
    let changes = json!([{"field": "expires_at", "after": ends}]);
    note(tx, (caller.tenant, made.account, id), "rotated", changes, made.now).await?;
    let answer = made.answer();
    made.keep(tx, "made").await?;
    Ok((answer, row.id(6)?.unwrap_or_default()))
}

/// A key as the engine replaces it.
fn former(row: &AnyRow) -> Result<ApiKeyRecord, Failure> {
    record(
        (row.id(0)?.unwrap_or_default(), row.text(10)?.unwrap_or_default()),
        (listed(row.text(4)?)?, listed(row.text(5)?)?),
        [row.whole(7)?, row.whole(8)?, row.whole(9)?],
    )
}

/// Refusals of what a replaced key is like stand for the key in the address.
fn in_place(failure: Failure) -> Failure {
    match failure {
        Failure::Refused(error) => error.below("/replaces").into(),
        other => other,
    }
}
