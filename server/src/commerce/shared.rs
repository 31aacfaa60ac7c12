//! The address of a calendar: whoever has it reads when a resource is taken, as iCalendar text, without signing in.

use axum::body::Body;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderValue, Response, header};
use axum::response::IntoResponse;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ratebook::calendar::{ExportFeedRequest, FeedContent};
use ratebook::records::Cell;
use ratebook::time::{DayRange, Instant, Zone};
use serde_json::Value;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::counter::Counter;
use super::find::{Id, id_of};
use super::jobs::renamed;
use crate::platform::auth;
use crate::platform::caller::Caller;
use crate::platform::stands;
use crate::problem::Problem;
use crate::records::answer::Answer;
use crate::records::desk::Desk;
use crate::records::parameters::Parameters;
use crate::state::App;
use crate::store::json;
use crate::store::sql::Bound;
use crate::store::{Failure, Record, RowCells, TenantKey, TenantTx};

/// How many days before and after the present one an address tells.
const DAYS_BEFORE: i32 = 30;
const DAYS_AFTER: i32 = 365;
/// How many bytes a token has: the tenant, the feed, and what nobody guesses.
const BYTES: usize = 16 + 16 + 32;

/// What an address is known by.
pub(super) struct Token {
    tenant: TenantKey,
    feed: Id,
    secret: [u8; 32],
}

impl Token {
    pub(super) fn new(tenant: TenantKey, feed: Id) -> Result<Token, Failure> {
        Ok(Token {
            tenant,
            feed,
            secret: auth::random()?,
        })
    }

    /// What is kept of it.
    pub(super) fn hash(&self) -> Vec<u8> {
        Sha256::digest(self.secret).to_vec()
    }

    pub(super) fn address(&self) -> String {
        let whole = [self.tenant.as_slice(), &self.feed, &self.secret].concat();
        format!("/v1/ical/{}.ics", URL_SAFE_NO_PAD.encode(whole))
    }

    /// The token of the last part of an address; nothing where it can be none.
    fn of(file: &str) -> Option<Token> {
        let text = file.strip_suffix(".ics")?;
        let bytes = URL_SAFE_NO_PAD.decode(text).ok().filter(|bytes| bytes.len() == BYTES)?;
        let (tenant, rest) = bytes.split_first_chunk::<16>()?;
        let (feed, secret) = rest.split_first_chunk::<16>()?;
        Some(Token {
            tenant: *tenant,
            feed: *feed,
            secret: *secret.first_chunk::<32>()?,
        })
    }
}

/// An answer about a shared calendar.
pub(super) fn answer(status: u16, desk: &Desk, told: &Record) -> Result<Answer, Failure> {
    let body = json::bytes(told)?;
    let id = told.get("feed").and_then(|feed| feed.get("id")).and_then(Value::as_str);
    let plural = desk.entity()?.address();
    Ok(Answer {
        status,
        etag: None,
        location: id.filter(|_| status == 201).map(|id| format!("/v1/{plural}/{id}")),
        body,
    })
}

/// What core calls otherwise, as it was sent.
pub(super) fn as_sent(failure: Failure) -> Failure {
    match failure {
        Failure::Refused(error) => Failure::Refused(renamed(error, "/source", "/name")),
        other => other,
    }
}

/// Answers a calendar by its address. Whatever is wrong with it is answered alike.
pub(super) async fn read(
    State(app): State<App>,
    Path(file): Path<String>,
    RawQuery(address): RawQuery,
) -> Result<Response<Body>, Problem> {
    Parameters::read(address.as_deref())?.finish()?;
    let nothing = || Problem::not_found("there is no such calendar");
    let token = Token::of(&file).ok_or_else(nothing)?;
    let caller = engine(&app, token.tenant).await?.ok_or_else(nothing)?;
    let counter = Counter::of(&app, &caller, "calendar").map_err(|_| nothing())?;
    let found = app.store.read(token.tenant, move |mut tx| {
        Box::pin(async move { counter.exported(&mut tx, &token).await })
    });
    let text = found.await?.ok_or_else(nothing)?;
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/calendar; charset=utf-8"),
        ),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=60")),
    ];
    Ok((headers, text).into_response())
}

/// The engine in a tenant whose people read.
async fn engine(app: &App, tenant: TenantKey) -> Result<Option<Caller>, Problem> {
    let rows = app.store.read_platform(move |mut tx| {
        Box::pin(async move {
            tx.ask(
                "SELECT name, pack, zone, state, updated_at FROM tenants WHERE id = $1",
                &[Bound::Id(tenant)],
            )
            .await
        })
    });
    let rows = rows.await?;
    let Some(row) = rows.first() else { return Ok(None) };
    let text = |place: usize| -> Result<&str, Failure> { Ok(row.text(place)?.unwrap_or_default()) };
    let since = row
        .whole(4)
        .map_err(Failure::from)?
        .and_then(Instant::from_microseconds);
    let (reads, _) = stands(text(0)?, text(3)?, since, app.now())?;
    if !reads {
        return Ok(None);
    }
    let zone = text(2)?.parse().unwrap_or(Zone::UTC);
    Ok(Caller::engine_of_all(app, tenant, text(1)?, zone)?)
}

impl Counter {
    /// What an address tells; nothing where there is none of that token.
    async fn exported(&self, tx: &mut TenantTx<'_>, token: &Token) -> Result<Option<String>, Failure> {
        let rows = tx
            .ask(
                "SELECT t.hash, f.resource_id, f.content, f.name FROM feed_tokens t JOIN native__feed f ON f.tenant_id = t.tenant_id AND \
                 f.id = t.feed_id WHERE t.tenant_id = $1 AND t.feed_id = $2 AND f.state = 'live' AND f.direction = 'export'",
                &[Bound::Id(token.feed)],
            )
            .await?;
        let Some(row) = rows.first() else { return Ok(None) };
        let kept = row.bytes(0)?.unwrap_or_default();
        if !bool::from(kept.ct_eq(&token.hash())) {
            return Ok(None);
        }
        let Some(id) = row.text(1)?.and_then(id_of) else {
            return Ok(None);
        };
        let found = self.find(tx, &[id].into(), &[].into(), false).await?;
        let Some(bookable) = found.get(&id) else {
            return Ok(None);
        };
        let zone = &bookable.resource.zone;
        let today = zone.day_of(self.now());
        let (first, last) = (today.plus(-DAYS_BEFORE), today.plus(DAYS_AFTER));
        let Some((first, last)) = first.zip(last) else {
            return Ok(None);
        };
        let from = zone.start_of(first).unwrap_or(self.now()).microseconds();
        let compiled = self.calendar(tx, id, &found, from).await?;
        let mut asked = ExportFeedRequest::new(self.now(), DayRange { first, last });
        asked.resources = vec![Cell::id_text(&id)];
        asked.name = row.text(3)?.map(str::to_owned);
        asked.content = match row.text(2)? {
            Some("events") => FeedContent::Events,
            _ => FeedContent::FreeBusy,
        };
        Ok(Some(compiled.calendar.export_feed(&asked)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_read_as_it_was_written() {
        let token = Token {
            tenant: [1; 16],
            feed: [2; 16],
            secret: [3; 32],
        };
        let address = token.address();
        let read = Token::of(address.strip_prefix("/v1/ical/").unwrap_or_default());
        let read = read.map(|read| (read.tenant, read.feed, read.secret));
        assert_eq!(read, Some((token.tenant, token.feed, token.secret)));
        for other in ["", ".ics", "AAAA.ics", "token", "ä.ics"] {
            assert!(Token::of(other).is_none(), "{other}");
        }
    }
}
