//! The routes of signing in.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use ratebook::tenancy::LockoutEvent;
use ratebook::time::Instant;
use ratebook::{Code, Error, Reason};
use serde_json::{Value, json};

use super::password::is_bcrypt;
use super::sessions::{self, Opened, Renewal};
use super::{Password, links, lockout, not_signed_in, second_factor, shown, written};
use crate::limits::{self, Suspicion};
use crate::platform::accounts::{self, Account};
use crate::platform::caller::SignedIn;
use crate::platform::form::Fields;
use crate::platform::standing::Person;
use crate::platform::trace;
use crate::problem::Problem;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, PlatformTx, RowCells};

/// So many letters of a client's name are kept.
const MOST_OF_AN_AGENT: usize = 200;

type Answer = Result<Response, Problem>;

/// `GET /.well-known/jwks.json`
pub(crate) async fn keys(State(app): State<App>) -> Answer {
    let keys = app.auth().keys.current(&app).await?;
    let kept = [(header::CACHE_CONTROL, "public, max-age=60")];
    Ok((kept, Json(keys.published())).into_response())
}

/// `POST /v1/auth/login`
pub(crate) async fn log_in(State(app): State<App>, headers: HeaderMap, mut fields: Fields) -> Answer {
    let email = accounts::folded(&fields.text("email"));
    let password = Password::new(fields.text("password"));
    fields.finish()?;
    let account = proven(&app, &email, password).await?;
    if account.second_factor {
        return Err(second_factor::asked_for(&app, account).await?);
    }
    let (agent, now) = (agent(&headers), app.now().microseconds());
    let opened = app
        .store
        .platform(move |mut tx| {
            Box::pin(async move {
                accounts::still(&mut tx, &account).await?;
                sessions::open(&mut tx, account.id, agent, now).await
            })
        })
        .await?;
    tokens(&app, opened).await
}

/// What a client calls itself.
pub(super) fn agent(headers: &HeaderMap) -> String {
    let agent = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok());
    agent.unwrap_or_default().chars().take(MOST_OF_AN_AGENT).collect()
}

/// `POST /v1/auth/login/code`: the second step of whoever knew the password and has a second factor.
pub(crate) async fn show_code(State(app): State<App>, headers: HeaderMap, mut fields: Fields) -> Answer {
    let (ticket, code) = (fields.text("ticket"), fields.text("code"));
    fields.finish()?;
    let (own, agent) = (app.clone(), agent(&headers));
    let opened = app
        .store
        .platform(move |mut tx| {
            Box::pin(async move {
                let now = own.now().microseconds();
                match second_factor::redeemed(&own, &mut tx, (&ticket, &code)).await? {
                    Ok(account) => Ok(Ok(sessions::open(&mut tx, account, agent, now).await?)),
                    // What was counted is kept.
                    Err(refused) => Ok(Err(refused)),
                }
            })
        })
        .await?;
    tokens(&app, opened?).await
}

/// The account whose password it is. Whether an e-mail has one, neither the answer tells nor how long it takes.
pub(crate) async fn proven(app: &App, email: &str, password: Password) -> Result<Account, Problem> {
    let (now, of) = (app.now(), email.to_owned());
    let asked = app
        .store
        .platform(move |mut tx| {
            Box::pin(async move {
                let locked = lockout::happened(&mut tx, &of, LockoutEvent::Check, now).await?;
                Ok((locked, accounts::by_email(&mut tx, &of).await?))
            })
        })
        .await?;
    let (locked, account) = asked;
    if let Some(error) = locked {
        return Err(error.into());
    }
    let account = account.filter(|account| account.is_active);
    let hash = account.as_ref().and_then(|account| account.password.clone());
    let right = app.auth().hashing.is_right(password.clone(), hash).await?;
    let has_second = account.as_ref().is_some_and(|account| account.second_factor);
    let event = match (right, has_second) {
        (false, _) => LockoutEvent::Failure,
        (true, false) => LockoutEvent::Success,
        // Failures are forgotten once the code was right as well: else whoever knows the password guesses codes without an end.
        (true, true) => LockoutEvent::Check,
    };
    counted(app, email, event).await?;
    let wrong = || not_signed_in("the e-mail or the password is wrong");
    let mut account = account.filter(|_| right).ok_or_else(wrong)?;
    match upgrade(app, &account, password).await {
        Ok(Some(hash)) => account.password = Some(hash),
        Ok(None) => {}
        // The next sign-in does it.
        Err(failure) => trace::tell(&format!("a password of another system: {failure}")),
    }
    Ok(account)
}

/// Keeps a password as our own are kept, once it is known: what another system hashed is not needed any more. Of one of which bcrypt has
/// looked at a part alone, nobody knows the rest.
async fn upgrade(app: &App, account: &Account, password: Password) -> Result<Option<String>, Failure> {
    let former = account.password.clone().filter(|hash| is_bcrypt(hash));
    let Some(former) = former.filter(|_| password.is_read_whole_by_bcrypt()) else {
        return Ok(None);
    };
    let hash = app.auth().hashing.hash_again(password).await?;
    let (id, now) = (account.id, app.now().microseconds());
    app.store
        .platform(move |mut tx| {
            Box::pin(async move {
                accounts::upgrade(&mut tx, id, (&former, &hash), now).await?;
                Ok(Some(hash))
            })
        })
        .await
}

/// Sees to it that somebody who is signed in shows the password once more: a stolen token guesses no faster than anybody. Whoever has none
/// has shown something else a moment ago.
pub(super) async fn proven_again(app: &App, person: &Person, password: Option<String>) -> Result<(), Problem> {
    let of = [Bound::Id(person.account)];
    let rows = app
        .store
        .read_platform(move |mut tx| {
            Box::pin(async move { tx.ask("SELECT password FROM accounts WHERE id = $1", &of).await })
        })
        .await?;
    let has_one = rows
        .first()
        .map(|row| row.is_given(0))
        .transpose()
        .map_err(Failure::from)?;
    if has_one == Some(false) {
        return shown::recently(app, person.shown_at);
    }
    let password = password.filter(|text| !text.is_empty()).ok_or_else(|| {
        let message = "the field `password` is missing";
        Problem::of_reason(422, Reason::new(Code::RequestMissing, "/password", message))
    })?;
    right(app, &person.email, Password::new(password)).await.map(drop)
}

/// Refuses a password that is not that of somebody who is signed in.
pub(super) async fn right(app: &App, email: &str, password: Password) -> Result<Account, Problem> {
    let proven = proven(app, email, password).await;
    proven.map_err(|problem| match problem.status() {
        401 => {
            let message = "the password is wrong";
            Problem::of_reason(422, Reason::new(Code::RequestRange, "/password", message))
        }
        _ => problem,
    })
}

/// Counts an attempt. Of many at once only so many are told their outcome: what comes in while it is locked is refused, right or not.
async fn counted(app: &App, email: &str, event: LockoutEvent) -> Result<(), Problem> {
    let (now, of) = (app.now(), email.to_owned());
    let locked = app
        .store
        .platform(move |mut tx| Box::pin(async move { lockout::happened(&mut tx, &of, event, now).await }))
        .await?;
    locked.map_or(Ok(()), |error| Err(error.into()))
}

/// Both tokens of a session.
pub(super) async fn tokens(app: &App, opened: Opened) -> Answer {
    let (access, holds) = app.auth().tokens.issue(app, &opened).await?;
    let answer = json!({
        "access_token": access,
        "refresh_token": opened.token,
        "token_type": "Bearer",
        "expires_in": holds,
    });
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(answer)).into_response())
}

/// `POST /v1/auth/refresh`
pub(crate) async fn refresh(State(app): State<App>, mut fields: Fields) -> Answer {
    let token = fields.text("refresh_token");
    fields.finish()?;
    let (now, guessed) = (app.now().microseconds(), Suspicion::secret(&token));
    let renewal = app
        .store
        .platform(move |mut tx| Box::pin(async move { sessions::renew(&mut tx, &token, now).await }))
        .await?;
    let refused = || not_signed_in("the refresh token does not hold, or was used before; sign in again");
    match renewal {
        Renewal::Renewed(opened) => tokens(&app, opened).await,
        Renewal::Reused(account) => {
            app.auth().standings.account_changed(account);
            Err(refused())
        }
        Renewal::Over => Err(refused()),
        Renewal::Unknown => {
            limits::suspects(guessed);
            Err(refused())
        }
    }
}

/// `POST /v1/auth/logout`
pub(crate) async fn log_out(State(app): State<App>, SignedIn(person): SignedIn) -> Answer {
    ended(&app, person.account, person.session).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn ended(app: &App, account: [u8; 16], session: [u8; 16]) -> Result<bool, Problem> {
    let now = app.now().microseconds();
    let ended = app
        .store
        .platform(move |mut tx| Box::pin(async move { sessions::revoke(&mut tx, account, session, now).await }))
        .await?;
    app.auth().standings.account_changed(account);
    Ok(ended)
}

/// `DELETE /v1/auth/sessions/{id}`
pub(crate) async fn revoke(State(app): State<App>, SignedIn(person): SignedIn, Path(id): Path<String>) -> Answer {
    let none = || {
        let message = "there is no such session of yours";
        Problem::from(Error::from(Reason::new(Code::RecordsNotFound, "", message)))
    };
    let session = accounts::id_of(&id).ok_or_else(none)?;
    if ended(&app, person.account, session).await? {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    Err(none())
}

/// `GET /v1/auth/sessions`
pub(crate) async fn sessions(State(app): State<App>, SignedIn(person): SignedIn) -> Answer {
    let values = [Bound::Id(person.account), Bound::Whole(app.now().microseconds())];
    let rows = app
        .store
        .read_platform(move |mut tx| {
            Box::pin(async move {
                tx.ask(
                    "SELECT s.id, s.agent, s.created_at, s.used_at, s.expires_at, s.operator_id, o.name, s.reason FROM sessions s \
                     LEFT JOIN accounts o ON o.id = s.operator_id WHERE s.account_id = $1 AND s.revoked_at IS NULL \
                     AND s.expires_at > $2 ORDER BY s.created_at DESC LIMIT 100",
                    &values,
                )
                .await
            })
        })
        .await?;
    let items: Result<Vec<Value>, Failure> = rows.iter().map(|row| session(row, person.session)).collect();
    Ok(Json(json!({"items": items?})).into_response())
}

fn session(row: &AnyRow, current: [u8; 16]) -> Result<Value, Failure> {
    let id = row.id(0)?.unwrap_or_default();
    let moment = |place: usize| Ok::<_, Failure>(row.whole(place)?.and_then(Instant::from_microseconds));
    let operator = match row.id(5)? {
        None => Value::Null,
        Some(operator) => json!({"id": written(operator), "name": row.text(6)?, "reason": row.text(7)?}),
    };
    Ok(json!({
        "id": written(id),
        "agent": row.text(1)?,
        "created_at": moment(2)?,
        "used_at": moment(3)?,
        "expires_at": moment(4)?,
        "current": id == current,
        "impersonated_by": operator,
    }))
}

/// `POST /v1/auth/password`
pub(crate) async fn change_password(State(app): State<App>, SignedIn(person): SignedIn, mut fields: Fields) -> Answer {
    let old = fields.text_or_null("password").flatten();
    let text = fields.text("new_password");
    let given = !text.trim().is_empty();
    let new = Password::new(text);
    if let Some((code, message)) = new.fault().filter(|_| given) {
        fields.fault(code, "new_password", message);
    }
    fields.finish()?;
    proven_again(&app, &person, old).await?;
    let account = person.account;
    let hash = app.auth().hashing.hash(new).await?;
    let (session, email, now) = (person.session, person.email.clone(), app.now().microseconds());
    app.store
        .platform(move |tx| Box::pin(replaced(tx, (account, email), session, hash, now)))
        .await?;
    app.auth().standings.account_changed(account);
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn replaced(
    mut tx: PlatformTx<'_>,
    (account, email): ([u8; 16], String),
    session: [u8; 16],
    hash: String,
    now: i64,
) -> Result<(), Failure> {
    links::forget_sign_in(&mut tx, &email).await?;
    accounts::set_password(&mut tx, account, hash, now).await?;
    second_factor::forget_tickets(&mut tx, account).await?;
    sessions::revoke_others(&mut tx, account, (session, "password_changed"), now).await
}
