//! A tenant's own domain over HTTP: claimed, proven, given up.

use axum::Json;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ratebook::{Code, Error, Reason};
use reqwest::Url;
use serde_json::{Value, json};

use super::{Claim, give};
use crate::platform::auth::random;
use crate::platform::caller::{Caller, Chosen};
use crate::platform::form::Fields;
use crate::platform::tenants::{fault_of_domain, of_another};
use crate::problem::Problem;
use crate::routes::{Needs, Routes};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, RowCells, TenantKey, TenantTx};

type Answer = Result<Response, Problem>;

/// What whoever changes how a tenant is reached holds.
const WRITES: &str = "settings:write";
/// How many bytes nobody guesses.
const BYTES: usize = 16;

pub(in crate::platform) fn routes() -> Routes<App> {
    Routes::default()
        .get("/v1/domain", Needs::Holds(WRITES), show)
        .put("/v1/domain", Needs::HoldsInPerson(WRITES), claim)
        .post("/v1/domain/prove", Needs::HoldsInPerson(WRITES), prove)
        .delete("/v1/domain", Needs::HoldsInPerson(WRITES), give_up)
        .get("/v1/domains/known", Needs::Nothing, known)
}

/// `GET /v1/domain`: the domain that the tenant has, and the one that it says is its own.
async fn show(State(app): State<App>, caller: Caller) -> Answer {
    Ok(Json(shown(&app, caller.tenant).await?).into_response())
}

async fn shown(app: &App, tenant: TenantKey) -> Result<Value, Failure> {
    let domain = app.store.read_platform(move |mut tx| {
        Box::pin(async move {
            let rows = tx
                .ask("SELECT domain FROM tenants WHERE id = $1", &[Bound::Id(tenant)])
                .await?;
            Ok(rows
                .first()
                .map(|row| row.text(0))
                .transpose()?
                .flatten()
                .map(str::to_owned))
        })
    });
    let claim = app
        .store
        .read(tenant, |mut tx| Box::pin(async move { claimed(&mut tx).await }));
    Ok(json!({"domain": domain.await?, "claim": claim.await?.as_ref().map(Claim::told)}))
}

/// What the tenant says is its own.
async fn claimed(tx: &mut TenantTx<'_>) -> Result<Option<Claim>, Failure> {
    let rows = tx.ask(claims!("tenant_id = $1"), &[]).await?;
    rows.first().map(Claim::read).transpose()
}

/// `PUT /v1/domain`: the tenant says that a domain is its own, and is told what to write into its DNS. What an operator gave it, it keeps meanwhile.
async fn claim(State(app): State<App>, caller: Caller, mut fields: Fields) -> Answer {
    let domain = fields.text("domain");
    if let Some(message) = fault_of_domain(&domain, app.base_domain.as_deref()).filter(|_| !domain.is_empty()) {
        fields.fault(Code::RequestRange, "domain", message);
    }
    fields.finish()?;
    let (now, token) = (app.now().microseconds(), token()?);
    let claimed = app.store.write(caller.tenant, move |mut tx| {
        Box::pin(async move {
            let sandbox = "SELECT 1 FROM sandboxes WHERE tenant_id = $1";
            if !tx.ask(sandbox, &[]).await?.is_empty() {
                let message = "a sandbox has no domain of its own; it is reached by its slug";
                return Err(Reason::new(Code::RequestConflict, "/domain", message).into());
            }
            // What it has stays looked for again each day: another claim would end that.
            if let Some(own) = claimed(&mut tx).await?
                && own.proven_at.is_some()
                && own.domain != domain
            {
                let message = format!("the tenant has `{}`, proven; give that up first, by `DELETE /v1/domain`", own.domain);
                return Err(Reason::new(Code::RequestConflict, "/domain", message).into());
            }
            // Said again, it keeps its text.
            let values = [
                Bound::Text(domain),
                Bound::Text(token),
                Bound::Text(caller.actor.id.clone()),
                Bound::Whole(now),
            ];
            let text = "INSERT INTO domain_claims (tenant_id, domain, token, claimed_by, claimed_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT \
                        (tenant_id) DO UPDATE SET domain = excluded.domain, token = excluded.token, claimed_by = excluded.claimed_by, claimed_at \
                        = excluded.claimed_at, proven_at = NULL, looked_at = NULL, lost_at = NULL WHERE domain_claims.domain <> \
                        excluded.domain";
            tx.tell(text, &values).await.map(drop)
        })
    });
    claimed.await?;
    Ok(Json(shown(&app, caller.tenant).await?).into_response())
}

fn token() -> Result<String, Failure> {
    let bytes = random()?;
    Ok(bytes.iter().take(BYTES).map(|byte| format!("{byte:02x}")).collect())
}

/// `POST /v1/domain/prove`: looks for the text, and gives the domain to the tenant where it is found.
async fn prove(State(app): State<App>, caller: Caller) -> Answer {
    let claim = app
        .store
        .read(caller.tenant, |mut tx| Box::pin(async move { claimed(&mut tx).await }));
    let Some(claim) = claim.await? else {
        return Err(conflict("say first which domain it is, by `PUT /v1/domain`".to_owned()));
    };
    let found = app.dns.texts(&claim.name()).await;
    let found =
        found.map_err(|why| Failure::Busy(format!("the DNS of `{}` could not be asked: {why}", claim.domain)))?;
    if !found.contains(&claim.text()) {
        return Err(conflict(lacking(&claim, &found)));
    }
    let (tenant, now) = (caller.tenant, app.now().microseconds());
    let proven = app.store.platform(move |mut tx| {
        Box::pin(async move {
            give(&mut tx, (tenant, &caller.actor.id, now), Some(&claim.domain)).await?;
            let values = [Bound::Id(tenant), Bound::Text(claim.token), Bound::Whole(now)];
            let text = "UPDATE domain_claims SET proven_at = coalesce(proven_at, $3), looked_at = $3, lost_at = NULL WHERE tenant_id = $1 AND \
                        token = $2";
            match tx.tell(text, &values).await? {
                0 => Err(Failure::Busy("another domain was claimed meanwhile; try again".to_owned())),
                _ => Ok(()),
            }
        })
    });
    proven
        .await
        .map_err(|failure| of_another(failure, "ask whoever runs the installation"))?;
    app.auth().standings.tenant_changed();
    Ok(Json(shown(&app, tenant).await?).into_response())
}

/// As many texts are shown of what stands there, and as much of each.
const SHOWN: (usize, usize) = (3, 60);

fn lacking(claim: &Claim, found: &[String]) -> String {
    let (texts, letters) = SHOWN;
    let found: Vec<String> = found
        .iter()
        .take(texts)
        .map(|text| format!("`{}`", text.chars().take(letters).collect::<String>()))
        .collect();
    let there = match found.as_slice() {
        [] => "no text stands there yet".to_owned(),
        some => format!("there stands {}", some.join(", ")),
    };
    format!(
        "write the text `{}` into the DNS at `{}`, as a record of the type TXT; {there}, and what is new there may take hours to be seen",
        claim.text(),
        claim.name()
    )
}

fn conflict(message: String) -> Problem {
    Problem::of_reason(409, Reason::new(Code::RequestConflict, "/domain", message))
}

/// `DELETE /v1/domain`: the tenant has no domain of its own any more.
async fn give_up(State(app): State<App>, caller: Caller) -> Answer {
    let (tenant, now) = (caller.tenant, app.now().microseconds());
    let given_up = app.store.platform(move |mut tx| {
        Box::pin(async move {
            give(&mut tx, (tenant, &caller.actor.id, now), None).await?;
            let text = "DELETE FROM domain_claims WHERE tenant_id = $1";
            tx.tell(text, &[Bound::Id(tenant)]).await.map(drop)
        })
    });
    given_up.await?;
    app.auth().standings.tenant_changed();
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The domain that a request asks about.
fn asked(query: Option<&str>) -> Result<String, Problem> {
    let address = Url::parse(&format!("x:?{}", query.unwrap_or_default()));
    let address = address.map_err(|error| Failure::defect(error.to_string()))?;
    let (mut domain, mut faults) = (None, Vec::new());
    for (name, value) in address.query_pairs() {
        if name == "domain" {
            domain = Some(value.to_ascii_lowercase());
        } else {
            let name: String = name.chars().take(50).collect();
            let message = format!("there is no parameter `{name}`; there is only `domain`");
            faults.push(Reason::new(Code::RequestUnknown, format!("/{name}"), message));
        }
    }
    if domain.is_none() {
        let message = "say which one it is, as `domain`";
        faults.push(Reason::new(Code::RequestMissing, "/domain", message));
    }
    Error::unless_empty(faults)?;
    Ok(domain.unwrap_or_default())
}

/// `GET /v1/domains/known`: whether a tenant that is served has the domain, for whoever gets certificates when they are asked for.
async fn known(State(app): State<App>, RawQuery(query): RawQuery) -> Answer {
    let domain = asked(query.as_deref())?;
    let none = || Problem::not_found("no tenant has this domain");
    let (text, named) = match Chosen::of_host(&domain, app.base_domain.as_deref()) {
        Chosen::Slug(slug) => ("SELECT 1 FROM tenants WHERE slug = $1 AND state = 'active'", slug),
        Chosen::Domain(domain) => ("SELECT 1 FROM tenants WHERE domain = $1 AND state = 'active'", domain),
        Chosen::Id(_) | Chosen::Only => return Err(none()),
    };
    let found = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { tx.ask(text, &[Bound::Text(named.into())]).await }));
    if found.await?.is_empty() {
        return Err(none());
    }
    Ok(Json(json!({"known": true})).into_response())
}
