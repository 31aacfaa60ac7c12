//! Support in somebody's place: an operator acts as a member of a tenant for a while, with what this member may there and no more. It
//! is told in every answer, in the audit and among the member's sessions, and the member may end it.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use ratebook::{Code, Error, Reason};

use super::routes;
use super::sessions::{self, Instead, Opened};
use crate::platform::accounts::{ACTIVE, id_of};
use crate::platform::caller::Operator;
use crate::platform::form::Fields;
use crate::problem::Problem;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, PlatformTx, RowCells, TenantKey};

/// It lasts so many minutes, unless fewer or more are asked for.
const USUAL_MINUTES: i64 = 30;
const MOST_MINUTES: i64 = 60;
/// A reason has at most so many letters.
const MOST_OF_A_REASON: usize = 500;

/// `POST /v1/tenants/{id}/impersonate`: tokens with which an operator acts as a member.
pub(crate) async fn begin(
    State(app): State<App>,
    operator: Operator,
    headers: HeaderMap,
    Path(id): Path<String>,
    mut fields: Fields,
) -> Result<Response, Problem> {
    let account = fields.text("account");
    let reason = fields.text("reason").trim().to_owned();
    if reason.chars().count() > MOST_OF_A_REASON {
        let message = format!("a reason has at most {MOST_OF_A_REASON} letters");
        fields.fault(Code::RequestRange, "reason", message);
    }
    let minutes = fields.whole_if_given("minutes").unwrap_or(USUAL_MINUTES);
    if !(1..=MOST_MINUTES).contains(&minutes) {
        let message = format!("`minutes` is a number from 1 to {MOST_MINUTES}");
        fields.fault(Code::RequestRange, "minutes", message);
    }
    fields.finish()?;
    let (tenant, account) = (id_of(&id).ok_or_else(nobody)?, id_of(&account).ok_or_else(nobody)?);
    let (agent, now) = (routes::agent(&headers), app.now().microseconds());
    let instead = Instead {
        operator: operator.account,
        session: operator.session,
        tenant,
        reason,
        ends_at: now + minutes * 60_000_000,
    };
    let opened = app
        .store
        .platform(move |tx| Box::pin(opened(tx, (tenant, account), agent, instead, now)))
        .await?;
    routes::tokens(&app, opened).await
}

async fn opened(
    mut tx: PlatformTx<'_>,
    (tenant, account): (TenantKey, [u8; 16]),
    agent: String,
    instead: Instead,
    now: i64,
) -> Result<Opened, Failure> {
    let values = [Bound::Id(tenant), Bound::Id(account), Bound::Text(ACTIVE.to_owned())];
    let rows = tx
        .ask(
            "SELECT a.is_operator FROM memberships m JOIN accounts a ON a.id = m.account_id \
             WHERE m.tenant_id = $1 AND m.account_id = $2 AND a.state = $3",
            &values,
        )
        .await?;
    let row = rows.first().ok_or_else(nobody)?;
    if row.truth(0)?.unwrap_or(false) {
        let message = "nobody takes the place of somebody who runs the installation";
        return Err(Reason::new(Code::TenancyPermissionMissing, "/account", message).into());
    }
    sessions::open_instead(&mut tx, account, agent, instead, now).await
}

fn nobody() -> Failure {
    Error::from(Reason::new(
        Code::RecordsNotFound,
        "",
        "there is no such member of such a tenant",
    ))
    .into()
}
