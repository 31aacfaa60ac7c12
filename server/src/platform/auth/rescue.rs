//! What whoever runs the installation does for somebody who cannot help themselves: always with a reason, in the audit, and told to the
//! person by letter where letters are sent.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ratebook::{Code, Reason};
use serde_json::json;

use super::{mailed, second_factor, sessions};
use crate::platform::accounts;
use crate::platform::caller::Operator;
use crate::platform::form::Fields;
use crate::problem::Problem;
use crate::state::App;
use crate::store::Failure;

/// A reason has at most so many letters.
const MOST_OF_A_REASON: usize = 500;

type Answer = Result<Response, Problem>;

/// `POST /v1/accounts/sign-out`: ends every session of somebody.
pub(crate) async fn sign_out(State(app): State<App>, operator: Operator, fields: Fields) -> Answer {
    helped(&app, &operator, fields, "signed_out_by_operator").await
}

/// `POST /v1/accounts/second-factor/reset`: takes a second factor away from somebody who has lost it and its codes on paper, and ends
/// their sessions. They sign in by their password alone until they set up another one.
pub(crate) async fn reset_second_factor(State(app): State<App>, operator: Operator, fields: Fields) -> Answer {
    helped(&app, &operator, fields, SECOND_FACTOR).await
}

const SECOND_FACTOR: &str = "second_factor_reset";

async fn helped(app: &App, operator: &Operator, mut fields: Fields, action: &'static str) -> Answer {
    let email = accounts::folded(&fields.text("email"));
    let reason = fields.text("reason").trim().to_owned();
    if reason.chars().count() > MOST_OF_A_REASON {
        let message = format!("a reason has at most {MOST_OF_A_REASON} letters");
        fields.fault(Code::RequestRange, "reason", message);
    }
    fields.finish()?;
    let (own, by, now) = (app.clone(), operator.account, app.now().microseconds());
    let account = app
        .store
        .platform(move |mut tx| {
            Box::pin(async move {
                let known = accounts::by_email(&mut tx, &email).await?;
                let account = known.ok_or_else(nobody)?.id;
                if action == SECOND_FACTOR && !second_factor::forget(&mut tx, account).await? {
                    return Ok(None);
                }
                second_factor::forget_tickets(&mut tx, account).await?;
                sessions::revoke_all(&mut tx, account, now).await?;
                let changes = json!([{"field": "reason", "after": reason}]);
                accounts::happened(&mut tx, (by, account), (action, changes), now).await?;
                mailed::tell(&own, &mut tx, (account, &email), (action, reason), now).await?;
                Ok(Some(account))
            })
        })
        .await?;
    let Some(account) = account else {
        let reason = Reason::new(Code::RequestConflict, "/email", "the account has no second factor");
        return Err(Problem::of_reason(409, reason));
    };
    app.auth().standings.account_changed(account);
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn nobody() -> Failure {
    Reason::new(Code::RecordsNotFound, "/email", "there is no account of this e-mail").into()
}
