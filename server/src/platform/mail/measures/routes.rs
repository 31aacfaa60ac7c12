//! What is counted of letters: set by those who set a tenant up, looked at by those who see what is done by itself.

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use ratebook::time::Instant;
use ratebook::{Code, Reason};
use serde_json::{Value, json};

use super::addresses::Token;
use super::counts::{Comes, Letter};
use super::{Measures, place};
use crate::platform::accounts::id_of;
use crate::platform::audit::{self, Happened, Own};
use crate::platform::auth::{unkept, written};
use crate::platform::caller::Caller;
use crate::platform::form::Fields;
use crate::platform::pages::Wanted;
use crate::problem::Problem;
use crate::records::desk::Desk;
use crate::routes::{Needs, Routes};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, RowCells};

type Answer = Result<Response, Problem>;

const READS: &str = "settings:read";
const WRITES: &str = "settings:write";
const LOOKS: &str = "workflows:read";
/// Behind all ids: the latest stand first.
const LAST: [u8; 16] = [0xff; 16];
/// A picture of one point through which everything is seen.
const PICTURE: &[u8] =
    b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff!\xf9\x04\x01\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";

pub(in crate::platform) fn routes() -> Routes<App> {
    Routes::default()
        .get("/v1/mail/measures", Needs::Holds(READS), show)
        .put("/v1/mail/measures", Needs::HoldsInPerson(WRITES), replace)
        .get("/v1/mails", Needs::Holds(LOOKS), list)
        .get("/v1/mails/{id}", Needs::Holds(LOOKS), one)
        .get("/v1/mails/{id}/open", Needs::Nothing, open)
        .get("/v1/mails/{id}/follow", Needs::Nothing, follow)
}

/// `GET /v1/mail/measures`
async fn show(State(app): State<App>, caller: Caller) -> Answer {
    let found = app.store.read(caller.tenant, |mut tx| {
        Box::pin(async move { Measures::of(&mut tx).await })
    });
    Ok(Json(found.await?.told()).into_response())
}

/// `PUT /v1/mail/measures`: what is counted from now on; letters that were sent before are no more where it is off.
async fn replace(State(app): State<App>, caller: Caller, mut fields: Fields) -> Answer {
    let (opens, clicks) = (fields.truth("opens"), fields.truth("clicks"));
    let purpose = fields.text_or_null("purpose").flatten();
    if let Some(name) = &purpose
        && !caller.pack.definition().purposes.contains_key(name)
    {
        let shown: String = name.chars().take(50).collect();
        let message = format!("the pack has no purpose `{shown}`");
        fields.fault(Code::RequestUnknown, "purpose", message);
    }
    fields.finish()?;
    let (tenant, now) = (caller.tenant, app.now().microseconds());
    let measures = Measures {
        opens,
        clicks,
        purpose,
        updated_at: Instant::from_microseconds(now),
    };
    let told = measures.told();
    let changed = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let values = [
                Bound::Id(tenant),
                Bound::Truth(measures.opens),
                Bound::Truth(measures.clicks),
                Bound::text(measures.purpose.as_deref()),
                Bound::Whole(now),
            ];
            let text = "INSERT INTO mail_measures (tenant_id, opens, clicks, purpose, updated_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT \
                        (tenant_id) DO UPDATE SET opens = $2, clicks = $3, purpose = $4, updated_at = $5";
            tx.tell(text, &values).await?;
            let happened = Happened {
                at: now,
                tenant,
                actor: caller.actor.id.clone(),
                entity: Own::MailMeasures,
                action: "updated",
                record: tenant,
                changes: json!([{"field": "opens", "after": measures.opens}, {"field": "clicks", "after": measures.clicks}]),
            };
            audit::keep(&mut tx, happened).await
        })
    });
    changed.await?;
    Ok(Json(told).into_response())
}

/// What is told of a letter, in this order.
macro_rules! selected {
    ($rest:literal) => {
        concat!(
            "SELECT m.id, m.letter, m.entity, m.record_id, m.sent_at, m.opens, m.opens_by_machines, m.first_opened_at, m.last_opened_at, CAST((SELECT \
             coalesce(sum(l.clicks), 0) FROM mail_links l WHERE l.tenant_id = m.tenant_id AND l.mail_id = m.id) AS bigint) FROM mails m WHERE m.tenant_id \
             = $1 AND ",
            $rest
        )
    };
}

fn sees(app: &App, caller: &Caller, row: &AnyRow) -> Result<bool, Failure> {
    let desk = Desk::named(app, caller, row.text(2)?.unwrap_or_default());
    Ok(desk.is_some_and(|desk| desk.sees_all()))
}

/// About which record it is is told to those who may read every record of that kind.
fn told(app: &App, caller: &Caller, row: &AnyRow) -> Result<Value, Failure> {
    let moment = |place: usize| Ok::<_, Failure>(row.whole(place)?.and_then(Instant::from_microseconds));
    let is_seen = sees(app, caller, row)?;
    Ok(json!({
        "id": row.id(0)?.map(written),
        "letter": row.text(1)?,
        "entity": row.text(2)?,
        "record": row.id(3)?.filter(|_| is_seen).map(written),
        "sent_at": moment(4)?,
        "opens": row.whole(5)?,
        "opens_by_machines": row.whole(6)?,
        "first_opened_at": moment(7)?,
        "last_opened_at": moment(8)?,
        "clicks": row.whole(9)?,
    }))
}

/// `GET /v1/mails`: letters that are counted, the latest first.
async fn list(State(app): State<App>, caller: Caller, RawQuery(query): RawQuery) -> Answer {
    let wanted = Wanted::read(query.as_deref())?;
    let values = [Bound::Id(wanted.after_id_or(LAST)?), Bound::Whole(wanted.rows())];
    let found = app.store.read(caller.tenant, move |mut tx| {
        Box::pin(async move {
            tx.ask(selected!("m.id < $2 ORDER BY m.id DESC LIMIT $3"), &values)
                .await
        })
    });
    Ok(wanted.answer(&found.await?, |row| told(&app, &caller, row), &["id"])?)
}

/// `GET /v1/mails/{id}`: one with its links.
async fn one(State(app): State<App>, caller: Caller, Path(id): Path<String>) -> Answer {
    let none = || {
        Failure::from(Reason::new(
            Code::RecordsNotFound,
            "",
            "no letter that is counted is called so",
        ))
    };
    let id = id_of(&id).ok_or_else(none)?;
    let found = app.store.read(caller.tenant, move |mut tx| {
        Box::pin(async move {
            let own = [Bound::Id(id)];
            let mails = tx.ask(selected!("m.id = $2"), &own).await?;
            let text = "SELECT place, address, clicks, clicks_by_machines, first_followed_at, last_followed_at FROM mail_links WHERE tenant_id = \
                        $1 AND mail_id = $2 ORDER BY place";
            Ok((mails, tx.ask(text, &own).await?))
        })
    });
    let (mails, links) = found.await?;
    let mail = mails.first().ok_or_else(none)?;
    let (mut told, is_seen) = (told(&app, &caller, mail)?, sees(&app, &caller, mail)?);
    let mut own = Vec::with_capacity(links.len());
    for row in &links {
        own.push(link(&app, &caller, (row, id, is_seen))?);
    }
    if let Some(told) = told.as_object_mut() {
        told.insert("links".to_owned(), own.into());
    }
    Ok((unkept(), Json(told)).into_response())
}

fn link(app: &App, caller: &Caller, (row, mail, is_seen): (&AnyRow, [u8; 16], bool)) -> Result<Value, Failure> {
    let moment = |place: usize| Ok::<_, Failure>(row.whole(place)?.and_then(Instant::from_microseconds));
    let sealed = row.bytes(1)?.filter(|_| is_seen);
    let opened = sealed
        .map(|sealed| app.vault.open(&place(caller.tenant, mail), sealed))
        .transpose()?;
    Ok(json!({
        "place": row.whole(0)?,
        "address": opened.map(|address| String::from_utf8_lossy(&address).into_owned()),
        "clicks": row.whole(2)?,
        "clicks_by_machines": row.whole(3)?,
        "first_followed_at": moment(4)?,
        "last_followed_at": moment(5)?,
    }))
}

/// `GET /v1/mails/{id}/open`: a picture of nothing, whoever asks for it by whatever.
async fn open(State(app): State<App>, Path(text): Path<String>, method: Method, headers: HeaderMap) -> Answer {
    let token = Token::read(&text, &app.vault).filter(|token| token.place.is_none() && method == Method::GET);
    if let Some(token) = token
        && let Ok(Some(letter)) = Letter::of(&app, token).await
    {
        letter.count(&app, token, Comes::of(&headers)).await;
    }
    let kind = [(header::CONTENT_TYPE, "image/gif"), (header::CACHE_CONTROL, "no-store")];
    let mut response = (kind, PICTURE).into_response();
    // It is made to be shown in letters.
    let anywhere = HeaderValue::from_static("cross-origin");
    response.headers_mut().insert("cross-origin-resource-policy", anywhere);
    Ok(response)
}

/// `GET /v1/mails/{id}/follow`: to where that link of that letter leads; whatever else it is asked for is answered alike.
async fn follow(State(app): State<App>, Path(text): Path<String>, method: Method, headers: HeaderMap) -> Answer {
    let nothing = || Problem::not_found("no letter has such a link, or it is forgotten");
    let token = Token::read(&text, &app.vault).ok_or_else(nothing)?;
    let letter = Letter::of(&app, token).await?.ok_or_else(nothing)?;
    let address = letter.address.clone().ok_or_else(nothing)?;
    let address = HeaderValue::from_str(&address).map_err(|_| nothing())?;
    if method == Method::GET {
        letter.count(&app, token, Comes::of(&headers)).await;
    }
    let mut response = (StatusCode::FOUND, [(header::CACHE_CONTROL, "no-store")]).into_response();
    response.headers_mut().insert(header::LOCATION, address);
    Ok(response)
}
