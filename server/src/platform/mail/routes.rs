//! Whether letters arrive, tried by whoever runs the installation.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ratebook::{Code, Reason};
use serde_json::json;

use crate::platform::caller::Operator;
use crate::platform::letters::Letter;
use crate::problem::Problem;
use crate::routes::{Needs, Routes};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, RowCells, TenantKey};

pub(in crate::platform) fn routes() -> Routes<App> {
    Routes::default().post("/v1/mail/test", Needs::Operator, test)
}

/// `POST /v1/mail/test`: a letter to oneself, and to nobody else.
async fn test(State(app): State<App>, operator: Operator) -> Result<Response, Problem> {
    if !Letter::is_sent(&app) {
        let message = "no letters are sent: set `smtp` and `mail_from`";
        return Err(Problem::of_reason(409, Reason::new(Code::RequestConflict, "", message)));
    }
    let (own, now) = (app.clone(), app.now().microseconds());
    let to = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let text = "SELECT email, name FROM accounts WHERE id = $1";
            let rows = tx.ask(text, &[Bound::Id(operator.account)]).await?;
            let row = rows
                .first()
                .ok_or_else(|| Failure::defect("an operator without an account"))?;
            let to = row.text(0)?.unwrap_or_default().to_owned();
            let letter = Letter {
                to: to.clone(),
                template: "test",
                locale: String::new(),
                values: json!({"name": row.text(1)?.unwrap_or_default()}),
            };
            letter.keep(&own, &mut tx, (TenantKey::default(), now)).await?;
            Ok(to)
        })
    });
    let to = to.await?;
    Ok((StatusCode::ACCEPTED, Json(json!({"to": to}))).into_response())
}
