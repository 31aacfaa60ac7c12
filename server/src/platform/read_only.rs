//! A time in which nothing is changed: anywhere, by a setting or by whoever runs the installation, or in one tenant. Reading and signing in
//! go on; what is done by itself waits.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant as Moment};

use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use ratebook::time::Instant;
use ratebook::{Code, Error, Reason};
use serde_json::{Value, json};

use super::accounts::id_of;
use super::audit::{self, Happened, NOBODY, Own};
use super::auth::written;
use super::caller::Operator;
use super::form::Fields;
use crate::limits;
use crate::problem::Problem;
use crate::routes::{Needs, Routes};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, PlatformTx, RowCells, TenantKey};

type Answer = Result<Response, Problem>;

/// What was read holds for so long: what another server sets is seen within a second.
const HOLDS: Duration = Duration::from_millis(900);
/// Why is told in so many letters at most.
const MOST_OF_WHY: usize = 200;
/// What changes nothing but who is signed in and who is let in, or nothing at all, and what ends such a time.
const GOES_ON: [&str; 15] = [
    "/v1/auth/login",
    "/v1/auth/login/code",
    "/v1/auth/refresh",
    "/v1/auth/logout",
    "/v1/auth/link",
    "/v1/auth/link/request",
    "/v1/auth/passkeys/sign-in/begin",
    "/v1/auth/passkeys/sign-in",
    "/v1/auth/providers/redeem",
    "/v1/auth/shown",
    "/v1/auth/invitations",
    "/v1/backups",
    "/v1/backups/proofs",
    "/v1/read-only",
    "/v1/address-blocks",
];
const BEGINS: [&str; 3] = ["/v1/auth/sessions/", "/v1/engine/", "/v1/address-blocks/"];
/// Where it is set for one tenant, and where a sign-in by a provider begins: an id stands in between.
const AROUND: [(&str, &str); 2] = [("/v1/tenants/", "/read-only"), ("/v1/auth/providers/", "/start")];

/// That nothing is changed somewhere.
#[derive(Clone, Debug)]
struct Stands {
    /// Where; [`NOBODY`] for everywhere.
    tenant: TenantKey,
    since: Option<Instant>,
    /// When it is over by itself.
    ends_at: Option<Instant>,
    why: String,
    set_by: Option<[u8; 16]>,
}

impl Stands {
    fn read(row: &AnyRow) -> Result<Stands, Failure> {
        let moment = |place: usize| Ok::<_, Failure>(row.whole(place)?.and_then(Instant::from_microseconds));
        Ok(Stands {
            tenant: row.id(0)?.unwrap_or_default(),
            since: moment(1)?,
            ends_at: moment(2)?,
            why: row.text(3)?.unwrap_or_default().to_owned(),
            set_by: row.id(4)?,
        })
    }

    fn told(&self) -> Value {
        json!({
            "tenant": (self.tenant != NOBODY).then(|| written(self.tenant)),
            "since": self.since,
            "ends_at": self.ends_at,
            "why": self.why,
            "set_by": self.set_by.map(written),
        })
    }

    /// A change that is refused, with when to ask again where that is known.
    fn refused(&self, now: Instant) -> Error {
        let place = match self.tenant {
            NOBODY => "here",
            _ => "in this tenant",
        };
        let why = match self.why.as_str() {
            "" => String::new(),
            why => format!(" ({why})"),
        };
        let message = match self.ends_at {
            Some(at) => format!("nothing is changed {place} until {at}{why}; reading goes on"),
            None => format!("nothing is changed {place} for now{why}; reading goes on"),
        };
        let mut reason = Reason::new(Code::EngineReadOnly, "", message);
        if let Some(at) = self.ends_at {
            let seconds = limits::seconds(at.microseconds_since(now));
            reason = reason.with("ends_at", at).with("retry_after_seconds", seconds);
        }
        reason.into()
    }
}

/// Where nothing is changed, as it was read a moment ago.
#[derive(Debug)]
pub(crate) struct ReadOnly {
    /// Everywhere and for as long as the server runs, by a setting.
    always: bool,
    held: Mutex<Option<(Moment, Arc<Vec<Stands>>)>>,
    /// Raised by each change of this server's: what was read before it is not kept after it.
    stamp: AtomicU64,
}

impl ReadOnly {
    pub(crate) fn new(always: bool) -> ReadOnly {
        ReadOnly {
            always,
            held: Mutex::default(),
            stamp: AtomicU64::new(0),
        }
    }

    /// Whether a setting says so.
    pub(crate) fn is_set(&self) -> bool {
        self.always
    }

    fn changed(&self) {
        self.stamp.fetch_add(1, Ordering::AcqRel);
        *self.held.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    async fn all(&self, app: &App) -> Result<Arc<Vec<Stands>>, Failure> {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some((_, all)) = held.filter(|(read_at, _)| read_at.elapsed() < HOLDS) {
            return Ok(all);
        }
        let stamp = self.stamp.load(Ordering::Acquire);
        let all = Arc::new(kept(app).await?);
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if self.stamp.load(Ordering::Acquire) == stamp {
            *held = Some((Moment::now(), Arc::clone(&all)));
        }
        Ok(all)
    }

    /// What stands against changes in a tenant, or against those that are of no tenant.
    async fn stands(&self, app: &App, tenant: Option<TenantKey>) -> Result<Option<Stands>, Failure> {
        if self.always {
            return Ok(Some(Stands {
                tenant: NOBODY,
                since: None,
                ends_at: None,
                why: String::new(),
                set_by: None,
            }));
        }
        let now = app.now();
        let all = self.all(app).await?;
        let standing = all.iter().filter(|one| one.ends_at.is_none_or(|at| at > now));
        let mut own = standing.filter(|one| one.tenant == NOBODY || Some(one.tenant) == tenant);
        Ok(own.next().cloned())
    }
}

/// Whether nothing is changed anywhere just now: who does something by itself lets it wait.
pub(crate) async fn waits(app: &App) -> Result<bool, Failure> {
    Ok(app.read_only().stands(app, None).await?.is_some())
}

/// Whether somebody changes something in a tenant; refuses whoever is about to where nothing is changed.
pub(crate) async fn lets(app: &App, tenant: TenantKey, only_reads: bool) -> Result<bool, Problem> {
    match app.read_only().stands(app, Some(tenant)).await? {
        Some(stands) if !only_reads => Err(stands.refused(app.now()).into()),
        stands => Ok(stands.is_none()),
    }
}

/// By what whoever changes something is refused where nothing is changed anywhere, for a request that goes on and may come to a change.
pub(crate) async fn refusal(app: &App) -> Result<Option<Error>, Failure> {
    let stands = app.read_only().stands(app, None).await?;
    Ok(stands.map(|stands| stands.refused(app.now())))
}

/// Refuses whoever is about to change something in a tenant of which they have just learnt, where nothing is changed in that one.
pub(crate) async fn lets_within(tx: &mut PlatformTx<'_>, tenant: TenantKey, now: Instant) -> Result<(), Failure> {
    let text = "SELECT tenant_id, since, ends_at, why, set_by FROM read_only WHERE tenant_id = $1 AND (ends_at IS NULL OR ends_at > $2)";
    let of = [Bound::Id(tenant), Bound::Whole(now.microseconds())];
    let rows = tx.ask(text, &of).await?;
    match rows.first().map(Stands::read).transpose()? {
        Some(stands) => Err(stands.refused(now).into()),
        None => Ok(()),
    }
}

fn goes_on(method: &Method, path: &str) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
        || GOES_ON.contains(&path)
        || BEGINS.iter().any(|begins| path.starts_with(begins))
        || AROUND
            .iter()
            .any(|(begins, ends)| path.starts_with(begins) && path.ends_with(ends))
}

/// Refuses what changes something where nothing is changed anywhere, before it is read.
pub(crate) async fn guarded(State(app): State<App>, request: Request, next: Next) -> Response {
    if goes_on(request.method(), request.uri().path()) {
        return next.run(request).await;
    }
    match app.read_only().stands(&app, None).await {
        Ok(None) => next.run(request).await,
        Ok(Some(stands)) => Problem::from(stands.refused(app.now())).into_response(),
        Err(failure) => Problem::from(failure).into_response(),
    }
}

pub(super) fn routes() -> Routes<App> {
    Routes::default()
        .get("/v1/read-only", Needs::Operator, list)
        .put("/v1/read-only", Needs::Operator, set)
        .delete("/v1/read-only", Needs::Operator, end)
        .put("/v1/tenants/{id}/read-only", Needs::Operator, set_of_tenant)
        .delete("/v1/tenants/{id}/read-only", Needs::Operator, end_of_tenant)
}

/// All that stand just now, however many they are: one that was left out would let somebody change something.
async fn kept(app: &App) -> Result<Vec<Stands>, Failure> {
    let now = Bound::Whole(app.now().microseconds());
    let rows = app.store.read_platform(move |mut tx| {
        Box::pin(async move {
            let text = "SELECT tenant_id, since, ends_at, why, set_by FROM read_only WHERE ends_at IS NULL OR ends_at > $1 ORDER BY \
                        tenant_id";
            tx.ask(text, &[now]).await
        })
    });
    rows.await?.iter().map(Stands::read).collect()
}

/// `GET /v1/read-only`: everywhere first.
async fn list(State(app): State<App>, _: Operator) -> Answer {
    let items: Vec<Value> = kept(&app).await?.iter().map(Stands::told).collect();
    Ok(Json(json!({"by_setting": app.read_only().always, "items": items})).into_response())
}

/// `PUT /v1/read-only`
async fn set(State(app): State<App>, operator: Operator, fields: Fields) -> Answer {
    begins(&app, operator.account, NOBODY, fields).await
}

/// `PUT /v1/tenants/{id}/read-only`
async fn set_of_tenant(State(app): State<App>, operator: Operator, Path(id): Path<String>, fields: Fields) -> Answer {
    begins(&app, operator.account, named(&id)?, fields).await
}

/// `DELETE /v1/read-only`
async fn end(State(app): State<App>, operator: Operator) -> Answer {
    ends(&app, operator.account, NOBODY).await
}

/// `DELETE /v1/tenants/{id}/read-only`
async fn end_of_tenant(State(app): State<App>, operator: Operator, Path(id): Path<String>) -> Answer {
    ends(&app, operator.account, named(&id)?).await
}

fn no_tenant() -> Reason {
    Reason::new(Code::RecordsNotFound, "", "there is no such tenant")
}

fn named(id: &str) -> Result<TenantKey, Problem> {
    let id = id_of(id).filter(|id| *id != NOBODY);
    id.ok_or_else(|| Error::from(no_tenant()).into())
}

async fn begins(app: &App, account: [u8; 16], tenant: TenantKey, mut fields: Fields) -> Answer {
    let now = app.now();
    let why = fields.text("why").trim().to_owned();
    if why.chars().count() > MOST_OF_WHY {
        let message = format!("`why` has at most {MOST_OF_WHY} letters");
        fields.fault(Code::RequestRange, "why", message);
    }
    let ends_at = fields.moment_to_come("ends_at", now);
    fields.finish()?;
    let stands = Stands {
        tenant,
        since: Some(now),
        ends_at,
        why,
        set_by: Some(account),
    };
    let told = stands.told();
    let values = [
        Bound::Id(tenant),
        Bound::Whole(now.microseconds()),
        Bound::whole(ends_at.map(|at| at.microseconds())),
        Bound::Text(stands.why),
        Bound::Id(account),
    ];
    let changes = json!([{"field": "read_only", "before": null, "after": told}]);
    let happened = happened(now, (account, tenant), "read_only_set", changes);
    let set = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let known = "SELECT 1 FROM tenants WHERE id = $1";
            if tenant != NOBODY && tx.ask(known, &[Bound::Id(tenant)]).await?.is_empty() {
                return Err(no_tenant().into());
            }
            tx.tell(
                "INSERT INTO read_only (tenant_id, since, ends_at, why, set_by) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (tenant_id) DO \
                 UPDATE SET since = excluded.since, ends_at = excluded.ends_at, why = excluded.why, set_by = excluded.set_by",
                &values,
            )
            .await?;
            audit::keep(&mut tx, happened).await
        })
    });
    set.await?;
    app.read_only().changed();
    Ok(Json(told).into_response())
}

async fn ends(app: &App, account: [u8; 16], tenant: TenantKey) -> Answer {
    let happened = happened(app.now(), (account, tenant), "read_only_ended", json!([]));
    let ended = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let text = "DELETE FROM read_only WHERE tenant_id = $1";
            if tx.tell(text, &[Bound::Id(tenant)]).await? > 0 {
                audit::keep(&mut tx, happened).await?;
            }
            Ok::<_, Failure>(())
        })
    });
    ended.await?;
    app.read_only().changed();
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn happened(now: Instant, (account, tenant): ([u8; 16], TenantKey), action: &'static str, changes: Value) -> Happened {
    Happened {
        at: now.microseconds(),
        tenant,
        actor: written(account),
        entity: match tenant {
            NOBODY => Own::Installation,
            _ => Own::Tenant,
        },
        action,
        record: tenant,
        changes,
    }
}
