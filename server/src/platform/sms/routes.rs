//! What became of SMS: told by the gateway, looked at by people.

use axum::body::Body;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use ratebook::time::Instant;
use ratebook::{Code, Reason};
use serde_json::{Value, json};

use super::gateway::fields_of;
use super::senders::{self, Sender};
use super::{ASKED, TAKEN, WAITING, shown};
use crate::body;
use crate::limits;
use crate::platform::accounts::id_of;
use crate::platform::auth::written;
use crate::platform::caller::Caller;
use crate::platform::jobs::Job;
use crate::platform::pages::Wanted;
use crate::platform::read_only;
use crate::platform::trace;
use crate::problem::Problem;
use crate::records::desk::Desk;
use crate::routes::{Needs, Routes};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, RowCells, TenantKey};

type Answer = Result<Response, Problem>;

const READS: &str = "workflows:read";
/// What a gateway tells has at most so many bytes.
const MOST_BYTES: usize = 64 * 1_024;
/// Behind all ids: the latest stand first.
const LAST: [u8; 16] = [0xff; 16];
/// How far a message has come, by the words of the gateway; what comes later in time may be told earlier.
const STATES: [(&str, u8); 12] = [
    (WAITING, 0),
    (ASKED, 0),
    ("accepted", 1),
    ("scheduled", 1),
    (TAKEN, 1),
    ("sending", 2),
    ("sent", 3),
    ("canceled", 4),
    ("delivered", 4),
    ("undelivered", 4),
    ("failed", 4),
    ("read", 5),
];

pub(in crate::platform) fn routes() -> Routes<App> {
    Routes::default()
        .get("/v1/sms", Needs::Holds(READS), list)
        .post("/v1/sms/{tenant}/{id}/status", Needs::Nothing, status)
        .get("/v1/sms/sender", Needs::Holds(senders::READS), senders::show)
        .put(
            "/v1/sms/sender",
            Needs::HoldsInPerson(senders::WRITES),
            senders::replace,
        )
        .delete("/v1/sms/sender", Needs::HoldsInPerson(senders::WRITES), senders::remove)
}

/// Where a gateway tells what becomes of one; nowhere where it could not reach it.
pub(super) fn told_at(app: &App, job: &Job) -> Option<String> {
    let home = app.public_url()?;
    Some(format!("{home}/v1/sms/{}/status", shown(job)))
}

/// What is told of one to whoever may read every record of that kind.
fn told(app: &App, caller: &Caller, row: &AnyRow) -> Result<Value, Failure> {
    let moment = |place: usize| Ok::<_, Failure>(row.whole(place)?.and_then(Instant::from_microseconds));
    let desk = Desk::named(app, caller, row.text(2)?.unwrap_or_default());
    let is_seen = desk.is_some_and(|desk| desk.sees_all());
    Ok(json!({
        "id": row.id(0)?.map(written),
        "letter": row.text(1)?,
        "entity": row.text(2)?,
        "record": row.id(3)?.filter(|_| is_seen).map(written),
        "state": row.text(4)?,
        "gateway_id": row.text(5)?.filter(|_| is_seen),
        "segments": row.whole(6)?,
        "told": row.text(7)?.filter(|_| is_seen),
        "created_at": moment(8)?,
        "updated_at": moment(9)?,
    }))
}

/// `GET /v1/sms`: what was sent, the latest first.
async fn list(State(app): State<App>, caller: Caller, RawQuery(query): RawQuery) -> Answer {
    let wanted = Wanted::read(query.as_deref())?;
    let values = [Bound::Id(wanted.after_id_or(LAST)?), Bound::Whole(wanted.rows())];
    let found = app.store.read(caller.tenant, move |mut tx| {
        Box::pin(async move {
            let text = "SELECT id, letter, entity, record_id, state, gateway_id, segments, told, created_at, updated_at FROM sms WHERE \
                        tenant_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3";
            tx.ask(text, &values).await
        })
    });
    Ok(wanted.answer(&found.await?, |row| told(&app, &caller, row), &["id"])?)
}

/// The same of a message that nobody has sent, of one of another tenant, and of what nobody has signed.
fn refused() -> Problem {
    let message = "nothing proves who has sent this";
    Problem::from(ratebook::Error::from(Reason::new(Code::RecordsSignature, "", message)))
}

/// `POST /v1/sms/{tenant}/{id}/status`: what became of one, as its gateway tells it.
async fn status(
    State(app): State<App>,
    Path((tenant, id)): Path<(String, String)>,
    headers: HeaderMap,
    body: Body,
) -> Answer {
    let bytes = body::whole_within(body, MOST_BYTES, limits::patience()).await?;
    let form = String::from_utf8(bytes.to_vec()).map_err(|_| refused())?;
    let (tenant, id) = id_of(&tenant).zip(id_of(&id)).ok_or_else(refused)?;
    let address = format!(
        "{}/v1/sms/{}/{}/status",
        app.public_url().unwrap_or_default(),
        written(tenant),
        written(id)
    );
    let sender = Sender::of(&app, tenant).await?.ok_or_else(refused)?;
    let fields = fields_of(&form);
    let signature = headers.get("x-twilio-signature").and_then(|value| value.to_str().ok());
    if !sender
        .gateway
        .has_signed(&address, &fields, signature.unwrap_or_default())
    {
        trace::tell("what became of an SMS was refused: its gateway has not signed that");
        return Err(refused());
    }
    let field = |name: &str| {
        fields
            .iter()
            .find(|(own, _)| own == name)
            .map(|(_, value)| value.as_str())
    };
    let (Some(gateway_id), Some(state)) = (field("MessageSid"), field("MessageStatus")) else {
        return Err(refused());
    };
    let code = field("ErrorCode").filter(|code| code.len() <= 10 && code.bytes().all(|byte| byte.is_ascii_digit()));
    read_only::lets(&app, tenant, false).await?;
    keep(&app, (tenant, id), (gateway_id, state, code)).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn rank(state: &str) -> Option<u8> {
    STATES.iter().find(|(own, _)| *own == state).map(|(_, rank)| *rank)
}

/// Keeps what was told, unless more is known.
async fn keep(
    app: &App,
    (tenant, id): (TenantKey, [u8; 16]),
    (gateway_id, state, code): (&str, &str, Option<&str>),
) -> Result<(), Failure> {
    let Some(wanted) = rank(state).filter(|rank| *rank > 0) else {
        return Ok(());
    };
    let told = code.map(|code| format!("the gateway tells code {code}"));
    let (gateway_id, state, now) = (gateway_id.to_owned(), state.to_owned(), app.now().microseconds());
    let kept = app.store.write_again(tenant, move |mut tx| {
        let (gateway_id, state, told) = (gateway_id.clone(), state.clone(), told.clone());
        Box::pin(async move {
            let text = "SELECT state, gateway_id FROM sms WHERE tenant_id = $1 AND id = $2";
            let rows = tx.ask(text, &[Bound::Id(id)]).await?;
            let Some(row) = rows.first() else { return Ok(()) };
            let known = row.text(0)?.unwrap_or_default().to_owned();
            let is_same = row.text(1)?.is_none_or(|own| own == gateway_id);
            if !is_same || rank(&known).is_none_or(|own| own >= wanted) {
                return Ok(());
            }
            let values = [
                Bound::Id(id),
                Bound::Text(known),
                Bound::Text(state),
                Bound::Text(gateway_id),
                Bound::text(told.as_deref()),
                Bound::Whole(now),
            ];
            let text = "UPDATE sms SET state = $4, gateway_id = $5, told = $6, updated_at = $7 WHERE tenant_id = $1 AND id = $2 AND state = $3";
            tx.tell(text, &values).await.map(drop)
        })
    });
    kept.await
}
