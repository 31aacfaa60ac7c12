//! The addresses that are not let in, looked at, blocked and let in again by who runs the installation.

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ratebook::time::Instant;
use ratebook::{Code, Error, Reason};
use serde_json::{Value, json};

use super::accounts::id_of;
use super::auth::written;
use super::caller::Operator;
use super::form::Fields;
use super::pages::Wanted;
use crate::came::Came;
use crate::limits::blocks::{self, Block};
use crate::problem::Problem;
use crate::routes::{Needs, Routes};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, RowCells};

type Answer = Result<Response, Problem>;

/// Why is told in so many letters at most.
const MOST_OF_A_REASON: usize = 200;
/// Somebody's word is for so many ranges at most: each address is looked for in all of them.
const MOST_BY_HAND: i64 = 1_000;
/// Behind every id.
const LAST: [u8; 16] = [0xff; 16];

pub(super) fn routes() -> Routes<App> {
    Routes::default()
        .get("/v1/address-blocks", Needs::Operator, list)
        .post("/v1/address-blocks", Needs::Operator, make)
        .delete("/v1/address-blocks/{id}", Needs::Operator, lift)
}

fn told(row: &AnyRow) -> Result<Value, Failure> {
    let moment = |place: usize| Ok::<_, Failure>(row.whole(place)?.and_then(Instant::from_microseconds));
    Ok(json!({
        "id": row.id(0)?.map(written),
        "network": row.text(1)?,
        "rule": row.text(2)?,
        "reason": row.text(3)?,
        "made_by": row.id(4)?.map(written),
        "made_at": moment(5)?,
        "ends_at": moment(6)?,
    }))
}

/// `GET /v1/address-blocks`: those that stand, the range that was blocked last for the first time first.
async fn list(State(app): State<App>, _: Operator, RawQuery(query): RawQuery) -> Answer {
    let wanted = Wanted::read(query.as_deref())?;
    let values = [
        Bound::Id(wanted.after_id_or(LAST)?),
        Bound::Whole(app.now().microseconds()),
        Bound::Whole(wanted.rows()),
    ];
    let text = "SELECT id, network, rule, reason, made_by, made_at, ends_at FROM address_blocks WHERE id < $1 AND \
                (ends_at IS NULL OR ends_at > $2) ORDER BY id DESC LIMIT $3";
    let rows = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { tx.ask(text, &values).await }));
    Ok(wanted.answer(&rows.await?, told, &["id"])?)
}

/// `POST /v1/address-blocks`
async fn make(State(app): State<App>, operator: Operator, mut fields: Fields) -> Answer {
    let now = app.now();
    let text = fields.text("network");
    let network = blocks::range(text.trim());
    if network.is_none() && !text.trim().is_empty() {
        let message = "`network` is an address or a range such as `203.0.113.7` or `2001:db8:1::/48`";
        fields.fault(Code::RequestRange, "network", message);
    }
    let own = Came::now().ip.filter(|own| !app.limits().trusts(*own));
    if network.is_some_and(|network| own.is_some_and(|own| network.contains(&own))) {
        let message = "you come from there yourself, and would be let in no more; name your address in `trusted` first";
        fields.fault(Code::RequestConflict, "network", message);
    }
    let reason = fields.text("reason").trim().to_owned();
    if reason.chars().count() > MOST_OF_A_REASON {
        let message = format!("`reason` has at most {MOST_OF_A_REASON} letters");
        fields.fault(Code::RequestRange, "reason", message);
    }
    let ends_at = fields.moment_to_come("ends_at", now);
    fields.finish()?;
    let Some(range) = network else {
        return Err(Failure::defect("a block without its network passed").into());
    };
    let standing = [Bound::Whole(now.microseconds())];
    let text = "SELECT count(*) FROM address_blocks WHERE made_by IS NOT NULL AND (ends_at IS NULL OR ends_at > $1)";
    let standing = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { tx.count(text, &standing).await }));
    if standing.await? >= MOST_BY_HAND {
        let message =
            format!("{MOST_BY_HAND} ranges are blocked by hand already; lift some of them, or block wider ones");
        let reason = Reason::new(Code::RequestConflict, "", message).with("limit", MOST_BY_HAND);
        return Err(Problem::of_reason(409, reason));
    }
    let answer = json!({
        "network": range.to_string(), "rule": null, "reason": reason, "made_by": written(operator.account), "made_at": now, "ends_at": ends_at,
    });
    let block = Block {
        range,
        rule: None,
        reason,
        made_by: Some(operator.account),
        ends_at,
    };
    let id = app.limits().blocks().keep(block, now).await?;
    let mut answer = answer;
    if let Value::Object(fields) = &mut answer {
        fields.insert("id".to_owned(), json!(id.map(written)));
    }
    Ok((StatusCode::CREATED, Json(answer)).into_response())
}

/// `DELETE /v1/address-blocks/{id}`: it is let in again, and what was counted of it is forgotten.
async fn lift(State(app): State<App>, operator: Operator, Path(id): Path<String>) -> Answer {
    let none = || {
        Problem::from(Error::from(Reason::new(
            Code::RecordsNotFound,
            "",
            "there is no such block",
        )))
    };
    let id = id_of(&id).ok_or_else(none)?;
    match app.limits().blocks().lift(id, operator.account, app.now()).await? {
        true => Ok(StatusCode::NO_CONTENT.into_response()),
        false => Err(none()),
    }
}
