//! What opens doors asks that whoever is signed in has shown a moment ago that it is them: who finds a session open makes no way in that
//! stays.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use ratebook::time::Instant;
use ratebook::{Code, Error, Reason};
use serde_json::{Value, json};

use super::second_factor::{self, Which};
use super::{Password, passkeys, routes, sessions};
use crate::platform::caller::SignedIn;
use crate::platform::form::Fields;
use crate::platform::standing::Person;
use crate::problem::Problem;
use crate::state::App;

/// How recent that is, in seconds.
const RECENT_SECONDS: i64 = 600;
/// The clock of another server, on which somebody has shown it, is ahead by so many seconds at most.
const AHEAD_SECONDS: i64 = 5;

/// Refuses whoever has shown that it is them longer ago than a while, or never: by a password, a code, a passkey, or a provider.
pub(crate) fn recently(app: &App, shown_at: Option<i64>) -> Result<(), Problem> {
    let ago = shown_at.map(|shown| app.now().microseconds() - shown);
    // A clock that was put back makes nothing younger than it is.
    if ago.is_some_and(|ago| (-AHEAD_SECONDS * 1_000_000..=RECENT_SECONDS * 1_000_000).contains(&ago)) {
        return Ok(());
    }
    let message = "show once more that it is you, by `POST /v1/auth/shown` or by signing in again, and repeat this";
    let reason = Reason::new(Code::TenancyShowAgain, "", message);
    Err(Error::from(reason.with("within_seconds", RECENT_SECONDS)).into())
}

/// `POST /v1/auth/shown`: shows a password, a code or a passkey once more, in the session that goes on. Where there is a second factor, the
/// password alone shows too little: a passkey that is added goes past that from then on.
pub(crate) async fn again(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    mut fields: Fields,
) -> Result<Response, Problem> {
    let password = fields.text_or_null("password").flatten();
    let code = fields.text_or_null("code").flatten();
    let credential = fields.has("credential").then(|| fields.object("credential"));
    fields.finish()?;
    match (password, code, credential) {
        (Some(password), code, None) => by_password(&app, &person, password, code).await?,
        (None, Some(code), None) => by_code(&app, &person, code).await?,
        (None, None, Some(credential)) => by_passkey(&app, &person, &credential).await?,
        _ => {
            let message = "send `password`, `code` or `credential`; `password` and `code` may come together";
            let reason = Reason::new(Code::RequestMissing, "/password", message);
            return Err(Problem::of_reason(422, reason));
        }
    }
    let (account, session, now) = (person.account, person.session, app.now());
    app.store
        .platform(move |mut tx| {
            Box::pin(async move { sessions::shown(&mut tx, account, session, now.microseconds()).await })
        })
        .await?;
    app.auth().standings.account_changed(account);
    let holds_until: Option<Instant> = now.plus_seconds(RECENT_SECONDS);
    Ok(Json(json!({"shown_at": now, "holds_until": holds_until})).into_response())
}

async fn by_password(app: &App, person: &Person, password: String, code: Option<String>) -> Result<(), Problem> {
    let account = routes::right(app, &person.email, Password::new(password)).await?;
    match code {
        Some(code) => by_code(app, person, code).await,
        None if account.second_factor => {
            let message = "there is a second factor: show a code, or a passkey";
            Err(Problem::of_reason(
                422,
                Reason::new(Code::RequestMissing, "/code", message),
            ))
        }
        None => Ok(()),
    }
}

async fn by_code(app: &App, person: &Person, code: String) -> Result<(), Problem> {
    second_factor::with_code(app, person, (code, Which::On), |_| Box::pin(async { Ok(()) })).await
}

async fn by_passkey(app: &App, person: &Person, credential: &Value) -> Result<(), Problem> {
    let wrong = |message: &str| Problem::of_reason(422, Reason::new(Code::RequestRange, "/credential", message));
    let proven = passkeys::routes::proven(app, credential).await;
    // They are signed in, and stay so.
    let (account, _) = proven.map_err(|problem| match problem.status() {
        401 => wrong("this passkey opens nothing here, or took too long; begin again"),
        _ => problem,
    })?;
    if account != person.account {
        return Err(wrong("this is the passkey of another account"));
    }
    Ok(())
}
