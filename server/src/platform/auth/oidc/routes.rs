//! The routes of signing in by a provider.
//!
//! A page asks where to send its browser (`start`); the provider sends the browser back (`callback`) with a code, which is exchanged here;
//! the browser is sent to the page with a ticket, by which the page fetches the tokens (`redeem`). A cookie that says nothing but that it
//! is the same browser goes with all three, so that nobody is signed in by what somebody else has begun.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use ratebook::{Code, Error, Reason};
use reqwest::Url;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::joins;
use super::person::{Asked, Identity};
use super::{Provider, Refused};
use crate::platform::accounts::{self, id_of};
use crate::platform::auth::steps::{self, Purpose, Step};
use crate::platform::auth::{not_signed_in, routes, second_factor, sessions, shown, unkept, written};
use crate::platform::caller::{Chosen, SignedIn};
use crate::platform::form::Fields;
use crate::platform::{read_only, trace};
use crate::problem::Problem;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, PlatformTx, RowCells};

type Answer = Result<Response, Problem>;

/// Whoever was sent to a provider comes back within so long.
const SENT: Purpose = Purpose("provider", 600);
/// Whoever came back fetches their tokens within so long.
const ARRIVED: Purpose = Purpose("provider_arrived", 120);
/// What is sent back has at most so many bytes.
const MOST_OF_A_QUERY: usize = 8_192;

fn no_such() -> Problem {
    Problem::of_reason(
        404,
        Reason::new(Code::RecordsNotFound, "", "there is no such provider here"),
    )
}

fn of<'a>(app: &'a App, id: &str) -> Result<&'a Provider, Problem> {
    app.sign_in.providers.of(id).ok_or_else(no_such)
}

/// Where people come back to, and where the page is: always as the settings say.
fn home(app: &App) -> Result<String, Problem> {
    let none = || {
        let message = "nobody can be sent back here; set `public_url`";
        Problem::of_reason(409, Reason::new(Code::RequestConflict, "", message))
    };
    app.public_url().ok_or_else(none)
}

fn back(home: &str, provider: &Provider) -> String {
    format!("{home}/v1/auth/providers/{}/callback", provider.id)
}

/// What belongs to a sign-in and is sent to nobody before it is needed: reckoned from its state under a key of the installation.
fn belonging(app: &App, what: &str, state: &str) -> String {
    // A key of any length is taken.
    let mut hash = match Hmac::<Sha256>::new_from_slice(&app.vault.key_for(what)) {
        Ok(hash) => hash,
        Err(_) => unreachable!("HMAC takes keys of every length"),
    };
    hash.update(state.as_bytes());
    URL_SAFE_NO_PAD.encode(hash.finalize().into_bytes())
}

/// `GET /v1/auth/providers`: those that are shown to whoever is about to sign in, and at a tenant those of its own as well.
pub(crate) async fn list(State(app): State<App>, parts: Parts) -> Answer {
    let all = app.sign_in.providers.all();
    let slug = match all.iter().any(|provider| provider.tenant.is_some()) {
        true => slug_of(&app, Chosen::by(&parts, app.base_domain.as_deref())).await?,
        false => None,
    };
    let shown = all
        .iter()
        .filter(|provider| provider.tenant.is_none() || provider.tenant == slug);
    let items: Vec<Value> = shown
        .map(|provider| json!({"id": provider.id, "name": provider.name}))
        .collect();
    Ok(Json(json!({"items": items})).into_response())
}

async fn slug_of(app: &App, chosen: Chosen) -> Result<Option<String>, Failure> {
    let (text, value) = match chosen {
        Chosen::Slug(slug) => return Ok(Some(slug.into())),
        Chosen::Only => return Ok(None),
        Chosen::Id(id) => ("SELECT slug FROM tenants WHERE id = $1", Bound::Id(id)),
        Chosen::Domain(domain) => ("SELECT slug FROM tenants WHERE domain = $1", Bound::Text(domain.into())),
    };
    let rows = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { tx.ask(text, &[value]).await }))
        .await?;
    let slug = rows.first().map(|row| row.text(0)).transpose()?.flatten();
    Ok(slug.map(str::to_owned))
}

/// `POST /v1/auth/providers/{id}/start`: where a browser is sent that is to be signed in.
pub(crate) async fn start(State(app): State<App>, Path(id): Path<String>, fields: Fields) -> Answer {
    fields.finish()?;
    sent(&app, &id, (None, Value::Null)).await
}

/// `POST /v1/auth/identities`: where a browser is sent whose owner is signed in, and wants to sign in by a provider as well.
pub(crate) async fn start_link(State(app): State<App>, SignedIn(person): SignedIn, mut fields: Fields) -> Answer {
    let id = fields.text("provider");
    fields.finish()?;
    shown::recently(&app, person.shown_at)?;
    sent(&app, &id, (Some(person.account), json!(written(person.session)))).await
}

async fn sent(app: &App, id: &str, (account, session): (Option<[u8; 16]>, Value)) -> Answer {
    let provider = of(app, id)?;
    let home = home(app)?;
    let known = provider
        .known(app)
        .await
        .map_err(|refused| not_reached(provider, &refused))?;
    let (state, browser) = (steps::secret()?, steps::secret()?);
    let step = Step {
        browser: Some(browser.clone()),
        account,
        told: json!({"provider": provider.id, "session": session}),
    };
    let (now, own) = (app.now().microseconds(), state.clone());
    app.store
        .platform(move |mut tx| Box::pin(async move { step.keep(&mut tx, (SENT, &own), now).await }))
        .await?;
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(belonging(app, "provider verifiers", &state)));
    let scopes = ["openid"].into_iter().chain(provider.scopes.iter().map(String::as_str));
    let scopes = scopes.collect::<Vec<_>>().join(" ");
    let (back, nonce) = (back(&home, provider), belonging(app, "provider nonces", &state));
    let mut url = known.authorization.clone();
    url.query_pairs_mut().extend_pairs([
        ("response_type", "code"),
        ("client_id", provider.client_id.as_str()),
        ("redirect_uri", back.as_str()),
        ("scope", scopes.as_str()),
        ("state", state.as_str()),
        ("nonce", nonce.as_str()),
        ("code_challenge", challenge.as_str()),
        ("code_challenge_method", "S256"),
    ]);
    let headers = [
        (
            header::SET_COOKIE,
            steps::kept_in_browser(app, Some(&browser), SENT.1 + ARRIVED.1),
        ),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, Json(json!({"url": url.as_str()}))).into_response())
}

/// Of what went wrong with a provider the log alone is told: it may be somebody's who is not who they say.
fn not_reached(provider: &Provider, refused: &Refused) -> Problem {
    trace::tell(&format!("the provider `{}`: {}", provider.id, refused.0));
    let message = format!(
        "`{}` cannot be asked just now; try again in a moment, or sign in otherwise",
        provider.name
    );
    Problem::of_reason(503, Reason::new(Code::EngineBusy, "", message))
}

fn not_proven(provider: &Provider, refused: &Refused) -> Problem {
    trace::tell(&format!("the provider `{}`: {}", provider.id, refused.0));
    let message = format!(
        "the sign-in by `{}` did not hold; try again, or sign in otherwise",
        provider.name
    );
    not_signed_in(&message)
}

/// Where somebody comes back.
enum Arrived {
    /// They may fetch their tokens with this ticket.
    Comes(String),
    /// They are linked.
    Linked,
}

/// `GET /v1/auth/providers/{id}/callback`: where a provider sends a browser back. Whatever becomes of it, the browser is sent to the page.
pub(crate) async fn callback(
    State(app): State<App>,
    Path(id): Path<String>,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Answer {
    let provider = of(&app, &id)?;
    let home = home(&app)?;
    let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let place = match arrived(&app, (provider, &home), &headers, query.as_deref()).await {
        Ok(Arrived::Comes(ticket)) => format!("{home}/#/sign-in?ticket={ticket}"),
        Ok(Arrived::Linked) => format!("{home}/#/profile?linked={}", provider.id),
        Err(problem) => {
            let told = problem.to_json();
            let text = |name: &str| encoded(told.get(name).and_then(Value::as_str).unwrap_or_default());
            format!("{home}/#/sign-in?problem={}&detail={}", text("code"), text("detail"))
        }
    };
    let headers = [
        (header::LOCATION, place),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((StatusCode::SEE_OTHER, headers).into_response())
}

/// What a provider sends back. A parameter that is there twice is none.
fn sent_back(query: Option<&str>) -> Option<BTreeMap<String, String>> {
    let query = query.filter(|query| query.len() <= MOST_OF_A_QUERY)?;
    let url: Url = format!("back://back/?{query}").parse().ok()?;
    let mut pairs = BTreeMap::new();
    for (name, value) in url.query_pairs() {
        if pairs.insert(name.into_owned(), value.into_owned()).is_some() {
            return None;
        }
    }
    Some(pairs)
}

async fn arrived(
    app: &App,
    (provider, home): (&Provider, &str),
    headers: &HeaderMap,
    query: Option<&str>,
) -> Result<Arrived, Problem> {
    let gone = || {
        let message = "the sign-in was not begun in this browser, was used before, or took too long; begin again";
        not_signed_in(message)
    };
    let pairs = sent_back(query).ok_or_else(gone)?;
    let text = |name: &str| pairs.get(name).map(String::as_str);
    let state = text("state").ok_or_else(gone)?;
    let browser = steps::of_browser(app, headers).ok_or_else(gone)?;
    let step = begun(app, state, &browser).await?.ok_or_else(gone)?;
    if step.told.get("provider").and_then(Value::as_str) != Some(provider.id.as_str()) {
        return Err(gone());
    }
    let known = provider
        .known(app)
        .await
        .map_err(|refused| not_reached(provider, &refused))?;
    // Nobody's code is taken to somebody else.
    if text("iss").map_or(known.names_itself, |issuer| issuer != provider.issuer) {
        return Err(not_proven(
            provider,
            &Refused::because("it says that it is somebody else"),
        ));
    }
    let Some(code) = text("code").filter(|_| !pairs.contains_key("error")) else {
        let message = format!(
            "nobody was signed in by `{}`; try again, or sign in otherwise",
            provider.name
        );
        return Err(not_signed_in(&message));
    };
    let asked = Asked {
        code,
        verifier: &belonging(app, "provider verifiers", state),
        nonce: &belonging(app, "provider nonces", state),
        redirect: &back(home, provider),
    };
    let identity = provider.identity(app, &known, &asked).await;
    let identity = identity.map_err(|refused| not_proven(provider, &refused))?;
    came(app, (provider, identity), step).await
}

async fn begun(app: &App, state: &str, browser: &str) -> Result<Option<Step>, Failure> {
    let (state, browser, now) = (state.to_owned(), browser.to_owned(), app.now().microseconds());
    app.store
        .platform(move |mut tx| {
            Box::pin(async move { Step::taken(&mut tx, (SENT, &state), Some(&browser), now).await })
        })
        .await
}

async fn came(app: &App, (provider, identity): (&Provider, Identity), step: Step) -> Result<Arrived, Problem> {
    let (own, id, now) = (app.clone(), provider.id.clone(), app.now().microseconds());
    let is_link = step.account.is_some();
    let ticket = steps::secret()?;
    let held = ticket.clone();
    let quiet = read_only::refusal(app).await?;
    let done = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let provider = own.sign_in.providers.of(&id);
            let provider = provider.ok_or_else(|| Failure::defect("a provider is gone"))?;
            let account = joined(&own, &mut tx, (provider, &identity), &step, (quiet, now)).await?;
            if !is_link {
                let step = Step {
                    account: Some(account),
                    told: json!(identity.second_factor),
                    ..step
                };
                step.keep(&mut tx, (ARRIVED, &held), now).await?;
            }
            Ok(account)
        })
    });
    let account = done.await.map_err(|failure| match failure {
        Failure::Taken(_) => {
            let message = "this sign-in has just been linked; try again";
            Problem::of_reason(409, Reason::new(Code::RecordsTaken, "", message))
        }
        other => other.into(),
    })?;
    app.auth().standings.account_changed(account);
    Ok(match is_link {
        true => Arrived::Linked,
        false => Arrived::Comes(ticket),
    })
}

async fn joined(
    app: &App,
    tx: &mut PlatformTx<'_>,
    whom: (&Provider, &Identity),
    step: &Step,
    (quiet, now): (Option<Error>, i64),
) -> Result<[u8; 16], Failure> {
    let session = step.told.get("session").and_then(Value::as_str).and_then(id_of);
    match (step.account, session) {
        (Some(account), Some(session)) => {
            if let Some(error) = quiet {
                return Err(error.into());
            }
            joins::linked(app, tx, whom, (account, session), now).await
        }
        (None, None) => joins::signed_in(app, tx, whom, (quiet, now)).await,
        _ => Err(Failure::defect("a sign-in that is half a link")),
    }
}

/// `POST /v1/auth/providers/redeem`: the tokens of whoever came back; whoever has a second factor here shows a code of it as well, unless
/// the provider has seen to that.
pub(crate) async fn redeem(State(app): State<App>, headers: HeaderMap, mut fields: Fields) -> Answer {
    let ticket = fields.text("ticket");
    fields.finish()?;
    let gone = || {
        Reason::new(
            Code::TenancyNotSignedIn,
            "/ticket",
            "the ticket does not hold, or has run out; sign in again",
        )
    };
    let browser = steps::of_browser(&app, &headers);
    let (agent, now) = (routes::agent(&headers), app.now());
    let opened = app
        .store
        .platform(move |mut tx| {
            Box::pin(async move {
                let at = now.microseconds();
                let step = Step::taken(&mut tx, (ARRIVED, &ticket), browser.as_deref(), at).await?;
                let step = step.ok_or_else(gone)?;
                let account = step.account.ok_or_else(gone)?;
                let account = accounts::by_id(&mut tx, account).await?;
                let account = account.filter(|account| account.is_active).ok_or_else(gone)?;
                if account.second_factor && step.told != json!(true) {
                    return Ok(Err(second_factor::ticket(&mut tx, &account, now).await?));
                }
                Ok(Ok(sessions::open(&mut tx, account.id, agent, at).await?))
            })
        })
        .await?;
    let mut response = match opened {
        Ok(opened) => routes::tokens(&app, opened).await?,
        Err(problem) => (unkept(), problem).into_response(),
    };
    let forgotten = steps::kept_in_browser(&app, None, 0);
    if let Ok(forgotten) = HeaderValue::from_str(&forgotten) {
        response.headers_mut().append(header::SET_COOKIE, forgotten);
    }
    Ok(response)
}
