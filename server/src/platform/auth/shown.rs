//! What opens doors asks that whoever is signed in has shown a moment ago that it is them: who finds a session open makes no way in that
//! stays.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use ratebook::time::Instant;
use ratebook::{Code, Error, Reason};
use serde_json::json;

use super::{Password, passkeys, routes, second_factor, sessions};
use crate::platform::caller::SignedIn;
use crate::platform::form::Fields;
use crate::problem::Problem;
use crate::state::App;

/// How recent that is, in seconds.
const RECENT_SECONDS: i64 = 600;

/// Refuses whoever has shown that it is them longer ago than a while, or never: by a password, a code, a passkey, or a provider.
pub(crate) fn recently(app: &App, shown_at: Option<i64>) -> Result<(), Problem> {
    let ago = shown_at.map(|shown| app.now().microseconds() - shown);
    // A clock that was put back makes nothing younger than it is.
    if ago.is_some_and(|ago| (0..=RECENT_SECONDS * 1_000_000).contains(&ago)) {
        return Ok(());
    }
    let message = "show once more that it is you, by `POST /v1/auth/shown` or by signing in again, and repeat this";
    let reason = Reason::new(Code::TenancyShowAgain, "", message);
    Err(Error::from(reason.with("within_seconds", RECENT_SECONDS)).into())
}

/// `POST /v1/auth/shown`: shows a password, a code or a passkey once more, in the session that goes on.
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
        (Some(password), None, None) => routes::right(&app, &person.email, Password::new(password)).await?,
        (None, None, Some(credential)) => {
            if passkeys::routes::proven(&app, &credential).await? != person.account {
                let reason = Reason::new(
                    Code::RequestRange,
                    "/credential",
                    "this is the passkey of another account",
                );
                return Err(Problem::of_reason(422, reason));
            }
        }
        (None, Some(code), None) => {
            second_factor::with_code(&app, &person, code, |_| Box::pin(async { Ok(()) })).await?
        }
        _ => {
            let reason = Reason::new(
                Code::RequestMissing,
                "/password",
                "send `password`, `code` or `credential`, one of them",
            );
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
