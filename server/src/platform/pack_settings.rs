//! What tenants set of their packs: read and changed by those of their members who may, and for all tenants of a pack by who runs the
//! installation. Nothing of it is remembered: whoever needs a setting reads it, so that no server works by an old one.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use ratebook::records::{ColumnKind, FieldKind, Pack, PackSettings, PackSettingsRequest, RecordChange, SettingLayer};
use ratebook::{Code, Error, Reason};
use serde_json::{Value, json};

use super::audit::{self, Happened, NOBODY, Own};
use super::auth::written;
use super::caller::{Caller, Operator};
use crate::body;
use crate::problem::Problem;
use crate::records::answer::{Answer, version_of};
use crate::routes::{Needs, Routes};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{
    AnyRow, Entry, Failure, PLATFORM, Place, Record, RowCells, TenantKey, TenantTx, Vault, json as kept_json,
};

const READS: &str = "settings:read";
const WRITES: &str = "settings:write";
/// A body has at most so many bytes.
const MOST_BYTES: usize = 262_144;
const SENT_AS: [&str; 2] = ["application/json", "application/merge-patch+json"];

/// What a tenant of a pack goes by: its own, and what is set for all.
const OF_TENANT: &str = "SELECT 'tenant', name, value, sealed, version FROM tenant_settings WHERE tenant_id = $1 UNION ALL SELECT 'operator', \
                         name, value, sealed, version FROM operator_settings WHERE pack = $2";
const FOR_ALL: &str = "SELECT 'operator', name, value, sealed, version FROM operator_settings WHERE pack = $1";

pub(super) fn routes() -> Routes<App> {
    Routes::default()
        .get("/v1/settings", Needs::Holds(READS), read)
        .patch("/v1/settings", Needs::Holds(WRITES), change)
        .get("/v1/packs/{pack}/settings", Needs::Operator, read_for_all)
        .patch("/v1/packs/{pack}/settings", Needs::Operator, change_for_all)
}

/// What is set, as it lies there.
#[derive(Debug, Default)]
struct Kept {
    operator: Record,
    tenant: Record,
    /// How often each of the two has changed.
    versions: (i64, i64),
}

impl Kept {
    /// What the pack has come to keep otherwise is not there: a secret that lies open, a text that lies sealed.
    fn of(rows: &[AnyRow], pack: &Pack) -> Result<Kept, Failure> {
        let mut kept = Kept::default();
        for row in rows {
            let name = row.text(1)?.unwrap_or_default();
            let version = row.whole(4)?.unwrap_or(0);
            let layer = match row.text(0)? {
                Some("tenant") => {
                    kept.versions.1 += version;
                    &mut kept.tenant
                }
                _ => {
                    kept.versions.0 += version;
                    &mut kept.operator
                }
            };
            let value = match (row.text(2)?, is_secret(pack, name)) {
                (Some(text), false) => kept_json::read(text.as_bytes())?,
                (None, true) if row.is_given(3)? => Value::Bool(true),
                _ => continue,
            };
            layer.insert(name.to_owned(), value);
        }
        Ok(kept)
    }

    async fn of_tenant(tx: &mut TenantTx<'_>, pack: &Pack) -> Result<Kept, Failure> {
        let rows = tx
            .ask(OF_TENANT, &[Bound::Text(pack.definition().name.clone())])
            .await?;
        Kept::of(&rows, pack)
    }

    /// What it comes to with a change of one of them.
    fn with(self, pack: &Pack, layer: SettingLayer, change: Record) -> Result<PackSettings, Failure> {
        let mut request = PackSettingsRequest::default();
        (request.operator, request.tenant) = (self.operator, self.tenant);
        (request.change, request.layer) = (change, layer);
        Ok(pack.settings(&request)?)
    }
}

fn is_secret(pack: &Pack, name: &str) -> bool {
    let mut own = pack.own_settings().iter();
    own.any(|setting| setting.name() == name && setting.kind() == FieldKind::Secret)
}

/// What a letter may say of them: each by its name, as it holds; nothing of a secret.
pub(crate) async fn said(tx: &mut TenantTx<'_>, pack: &Pack) -> Result<Record, Failure> {
    let kept = Kept::of_tenant(tx, pack).await?;
    let settings = kept.with(pack, SettingLayer::Tenant, Record::new())?.settings;
    let said = settings.into_iter().filter(|own| own.form.kind != FieldKind::Secret);
    Ok(said.map(|own| (own.name, own.value.unwrap_or_default())).collect())
}

/// `GET /v1/settings`
async fn read(State(app): State<App>, caller: Caller) -> Result<Answer, Problem> {
    let pack = caller.pack;
    let read = app.store.read(caller.tenant, move |mut tx| {
        Box::pin(async move {
            let kept = Kept::of_tenant(&mut tx, &pack).await?;
            let version = kept.versions.1;
            told(version, &kept.with(&pack, SettingLayer::Tenant, Record::new())?)
        })
    });
    Ok(read.await?)
}

/// `PATCH /v1/settings`: `null` returns to what holds without it, what is absent stays.
async fn change(State(app): State<App>, caller: Caller, headers: HeaderMap, body: Body) -> Result<Answer, Problem> {
    let change = body::object(&headers, body, &SENT_AS, MOST_BYTES).await?;
    let (expected, now) = (expected(&headers)?, app.now().microseconds());
    let (pack, own) = (Arc::clone(&caller.pack), app.clone());
    let written = app.store.write_alone(caller.tenant, move |mut tx| {
        Box::pin(async move {
            let kept = Kept::of_tenant(&mut tx, &pack).await?;
            let version = kept.versions.1;
            seen(expected, version)?;
            let settings = kept.with(&pack, SettingLayer::Tenant, change)?;
            let place = SealedAt {
                tenant: caller.tenant,
                entity: Own::Settings.word(),
            };
            for change in &settings.changes {
                let [value, sealed] = place.cells(&own.vault, &pack, &change.field, &settings.set)?;
                let values = [Bound::Text(change.field.clone()), value, sealed, Bound::Whole(now)];
                let text = "INSERT INTO tenant_settings (tenant_id, name, value, sealed, version, updated_at) VALUES ($1, $2, $3, $4, 1, $5) \
                            ON CONFLICT (tenant_id, name) DO UPDATE SET value = excluded.value, sealed = excluded.sealed, version = \
                            tenant_settings.version + 1, updated_at = excluded.updated_at";
                tx.tell(text, &values).await?;
            }
            if !settings.changes.is_empty() {
                tx.enter(Entry {
                    at: now,
                    actor: caller.actor.id.clone(),
                    entity: Own::Settings.into(),
                    record: caller.tenant,
                    action: "changed".to_owned(),
                    changes: listed(&settings.changes)?.to_string(),
                });
            }
            told(version + more(&settings.changes), &settings)
        })
    });
    Ok(written.await?)
}

/// `GET /v1/packs/{pack}/settings`: what is set for all tenants of a pack.
async fn read_for_all(State(app): State<App>, _: Operator, Path(name): Path<String>) -> Result<Answer, Problem> {
    let pack = served(&app, &name)?;
    let read = app.store.read_platform(move |mut tx| {
        Box::pin(async move {
            let kept = Kept::of(&tx.ask(FOR_ALL, &[Bound::Text(name)]).await?, &pack)?;
            let version = kept.versions.0;
            told(version, &kept.with(&pack, SettingLayer::Operator, Record::new())?)
        })
    });
    Ok(read.await?)
}

/// `PATCH /v1/packs/{pack}/settings`
async fn change_for_all(
    State(app): State<App>,
    operator: Operator,
    Path(name): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Answer, Problem> {
    let pack = served(&app, &name)?;
    let change = body::object(&headers, body, &SENT_AS, MOST_BYTES).await?;
    let (expected, now, own) = (expected(&headers)?, app.now().microseconds(), app.clone());
    let written = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let key = Bound::Text(name.clone());
            // Whoever changes them holds the pack's row until the end.
            let hold = "UPDATE packs SET version = version WHERE name = $1";
            tx.tell(hold, std::slice::from_ref(&key)).await?;
            let kept = Kept::of(&tx.ask(FOR_ALL, std::slice::from_ref(&key)).await?, &pack)?;
            let version = kept.versions.0;
            seen(expected, version)?;
            let settings = kept.with(&pack, SettingLayer::Operator, change)?;
            let place = SealedAt {
                tenant: PLATFORM,
                entity: &name,
            };
            for change in &settings.changes {
                let [value, sealed] = place.cells(&own.vault, &pack, &change.field, &settings.set)?;
                let values = [key.clone(), Bound::Text(change.field.clone()), value, sealed, Bound::Whole(now)];
                let text = "INSERT INTO operator_settings (pack, name, value, sealed, version, updated_at) VALUES ($1, $2, $3, $4, 1, $5) ON \
                            CONFLICT (pack, name) DO UPDATE SET value = excluded.value, sealed = excluded.sealed, version = \
                            operator_settings.version + 1, updated_at = excluded.updated_at";
                tx.tell(text, &values).await?;
            }
            if !settings.changes.is_empty() {
                let happened = Happened {
                    at: now,
                    tenant: NOBODY,
                    actor: written(operator.account),
                    entity: Own::Settings,
                    action: "changed_for_all",
                    record: NOBODY,
                    changes: json!([{"pack": name, "changes": listed(&settings.changes)?}]),
                };
                audit::keep(&mut tx, happened).await?;
            }
            told(version + more(&settings.changes), &settings)
        })
    });
    Ok(written.await?)
}

fn served(app: &App, name: &str) -> Result<Arc<Pack>, Problem> {
    let found = app.packs.get(name).cloned();
    found.ok_or_else(|| Error::new(Code::RecordsNotFound, "", "no such pack is served").into())
}

/// Where secrets of a layer are sealed for.
struct SealedAt<'s> {
    tenant: TenantKey,
    entity: &'s str,
}

impl SealedAt<'_> {
    /// A value as it is kept: open, or sealed where it is a secret.
    fn cells(&self, vault: &Vault, pack: &Pack, name: &str, set: &Record) -> Result<[Bound; 2], Failure> {
        let none = [Bound::Nothing(ColumnKind::Text), Bound::Nothing(ColumnKind::Bytes)];
        let [no_text, no_bytes] = none.clone();
        Ok(match set.get(name) {
            None | Some(Value::Null) => none,
            Some(Value::String(secret)) if is_secret(pack, name) => {
                let place = Place {
                    tenant: self.tenant,
                    entity: self.entity,
                    field: name,
                    id: self.tenant,
                };
                [no_text, Bound::Bytes(vault.seal(&place, secret.as_bytes())?)]
            }
            Some(value) => [Bound::Text(value.to_string()), no_bytes],
        })
    }
}

/// The version of what is kept as it was read, where it matters.
pub(super) fn expected(headers: &HeaderMap) -> Result<Option<i64>, Problem> {
    let text = headers
        .get(header::IF_MATCH)
        .map(|value| value.to_str().unwrap_or_default());
    match text {
        None | Some("*") => Ok(None),
        Some(text) => {
            let version = version_of(text).and_then(|version| i64::try_from(version).ok());
            let wrong = || {
                let message = "`If-Match` is the `ETag` of what was read, such as `\"3\"`";
                Problem::from(Error::new(Code::RequestRange, "", message))
            };
            version.map(Some).ok_or_else(wrong)
        }
    }
}

/// Refuses who has read another version.
pub(super) fn seen(expected: Option<i64>, version: i64) -> Result<(), Failure> {
    let Some(other) = expected.filter(|expected| *expected != version) else {
        return Ok(());
    };
    let message = format!("it is version {version} by now, not {other}; read it again");
    let reason = Reason::new(Code::RecordsVersion, "/expected_version", message);
    Err(reason.with("version", version).into())
}

fn more(changes: &[RecordChange]) -> i64 {
    i64::try_from(changes.len()).unwrap_or(i64::MAX)
}

fn listed(changes: &[RecordChange]) -> Result<Value, Failure> {
    kept_json::value(&changes)
}

fn told(version: i64, settings: &PackSettings) -> Result<Answer, Failure> {
    let body = json!({"version": version, "items": kept_json::value(&settings.settings)?});
    Ok(Answer::record(200, body.to_string().into_bytes()))
}
