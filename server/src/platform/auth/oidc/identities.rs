//! By whom somebody who is signed in is known elsewhere.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ratebook::time::Instant;
use ratebook::{Code, Error, Reason};
use serde_json::{Value, json};

use crate::platform::accounts::{self, id_of};
use crate::platform::auth::{shown, written};
use crate::platform::caller::SignedIn;
use crate::problem::Problem;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, RowCells};

type Answer = Result<Response, Problem>;

/// `GET /v1/auth/identities`
pub(crate) async fn list(State(app): State<App>, SignedIn(person): SignedIn) -> Answer {
    let of = [Bound::Id(person.account)];
    let rows = app
        .store
        .read_platform(move |mut tx| {
            Box::pin(async move {
                tx.ask(
                    "SELECT id, provider, email, created_at, used_at FROM identities WHERE account_id = $1 ORDER BY created_at, id LIMIT 100",
                    &of,
                )
                .await
            })
        })
        .await?;
    let items: Result<Vec<Value>, Failure> = rows.iter().map(|row| identity(&app, row)).collect();
    Ok(Json(json!({"items": items?})).into_response())
}

fn identity(app: &App, row: &AnyRow) -> Result<Value, Failure> {
    let provider = row.text(1)?.unwrap_or_default();
    let moment = |place: usize| Ok::<_, Failure>(row.whole(place)?.and_then(Instant::from_microseconds));
    Ok(json!({
        "id": row.id(0)?.map(written),
        "provider": provider,
        "name": app.sign_in.providers.of(provider).map_or(provider, |known| known.name.as_str()),
        "email": row.text(2)?,
        "created_at": moment(3)?,
        "used_at": moment(4)?,
    }))
}

/// `DELETE /v1/auth/identities/{id}`: nobody is left without a way in.
pub(crate) async fn unlink(State(app): State<App>, SignedIn(person): SignedIn, Path(id): Path<String>) -> Answer {
    let none = || {
        let message = "there is no such sign-in of yours";
        Failure::from(Error::from(Reason::new(Code::RecordsNotFound, "", message)))
    };
    shown::recently(&app, person.shown_at)?;
    let id = id_of(&id).ok_or_else(none)?;
    let (account, now) = (person.account, app.now().microseconds());
    app.store
        .platform(move |mut tx| {
            Box::pin(async move {
                // Two ways in are not taken away at once, each because of the other.
                accounts::hold(&mut tx, account).await?;
                let own = [Bound::Id(id), Bound::Id(account)];
                let rows = tx
                    .ask(
                        "SELECT provider FROM identities WHERE id = $1 AND account_id = $2",
                        &own,
                    )
                    .await?;
                let row = rows.first().ok_or_else(none)?;
                let provider = row.text(0)?.unwrap_or_default().to_owned();
                tx.tell("DELETE FROM identities WHERE id = $1 AND account_id = $2", &own)
                    .await?;
                accounts::keeps_a_way_in(&mut tx, account).await?;
                let changes = json!([{"field": "provider", "before": provider}]);
                accounts::happened(&mut tx, (account, account), ("identity_unlinked", changes), now).await
            })
        })
        .await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
