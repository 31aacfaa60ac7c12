//! Mail that arrives, as RFC 5322 has it, from whoever receives it for a tenant: each becomes a record or an answer to a letter about one,
//! once, and what nobody has written is let go.

mod address;
mod fields;
mod head;
mod inboxes;
mod parts;
mod proof;
mod read;
mod take;

use std::time::Duration;

use axum::Json;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use ratebook::time::Instant;
use ratebook::{Code, Error, Reason};
use sha2::{Digest, Sha256};

use super::auth::{bearer, not_signed_in};
use super::{read_only, stands};
use crate::body;
use crate::limits::{self, Places, Suspicion, Whose};
use crate::problem::Problem;
use crate::routes::{Needs, Routes};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, PlatformTx, RowCells, TenantKey};
use address::Answered;
use read::{Arrived, Unread};

type Answer = Result<Response, Problem>;

/// A mail has at most so many bytes.
const MOST_BYTES: usize = 15 * 1024 * 1024;
/// How long one may take to arrive, in lengths of the patience with a client.
const PATIENT: u32 = 30;
/// As many mails are taken in at once: each is held as a whole for as long as it takes to come.
const MOST: usize = 8;
/// And of one tenant: however slowly its mails come, those of others are taken.
const MOST_OF_ONE: usize = 2;
/// As what one is sent.
const KINDS: [&str; 2] = ["message/rfc822", "application/octet-stream"];
/// How long it is kept which mails have arrived, in microseconds.
const KEPT: i64 = 90 * 24 * 3_600 * 1_000_000;

/// The turns of mails: whoever has none comes again.
pub(crate) fn turns() -> Places {
    Places::shared(MOST, MOST_OF_ONE, Duration::ZERO)
}

pub(super) fn routes() -> Routes<App> {
    Routes::default()
        .post("/v1/inbound", Needs::Nothing, arrive_by_key)
        .post("/v1/inbound/{id}", Needs::Nothing, arrive)
        .get("/v1/inboxes", Needs::Holds(inboxes::READS), inboxes::list)
        .put("/v1/inboxes/{id}", Needs::HoldsInPerson(inboxes::WRITES), inboxes::open)
        .patch(
            "/v1/inboxes/{id}",
            Needs::HoldsInPerson(inboxes::WRITES),
            inboxes::change,
        )
        .delete(
            "/v1/inboxes/{id}",
            Needs::HoldsInPerson(inboxes::WRITES),
            inboxes::close,
        )
}

/// Where mail of a tenant arrives.
#[derive(Clone, Debug)]
struct Inbox {
    tenant: TenantKey,
    name: String,
    /// The mail server that is believed when it tells where a mail comes from.
    server: Option<String>,
}

/// What is kept of the key of an inbox.
fn hash_of(key: &str) -> [u8; 32] {
    Sha256::digest(key.as_bytes()).into()
}

impl Inbox {
    /// By its key; nothing where there is none, or where nobody of its tenant comes in.
    async fn of(app: &App, key: &str) -> Result<Option<Inbox>, Problem> {
        let hash = hash_of(key);
        let found = app.store.read_platform(move |mut tx| {
            Box::pin(async move {
                let text = "SELECT i.tenant_id, i.name, i.authserv_id, t.name, t.state, t.updated_at FROM inboxes i JOIN tenants t ON t.id = \
                            i.tenant_id WHERE i.hash = $1";
                tx.ask(text, &[Bound::Bytes(hash.to_vec())]).await
            })
        });
        let rows = found.await?;
        let Some(row) = rows.first() else {
            limits::suspects(Suspicion::secret(key));
            return Ok(None);
        };
        let text = |place: usize| -> Result<&str, Failure> { Ok(row.text(place)?.unwrap_or_default()) };
        let since = row.whole(5).map_err(Failure::from)?;
        let since = since.and_then(Instant::from_microseconds);
        let (reads, writes) = stands(text(3)?, text(4)?, since, app.now())?;
        if !reads {
            return Ok(None);
        }
        if !writes {
            // Whoever sends it comes again.
            return Err(Failure::Busy("no mail is taken for this tenant just now".to_owned()).into());
        }
        let tenant = row.id(0).map_err(Failure::from)?.unwrap_or_default();
        read_only::lets(app, tenant, false).await?;
        let own = hash.first_chunk().copied().unwrap_or_default();
        limits::comes(Whose::Key(own), Some(tenant)).await?;
        let server = row.text(2).map_err(Failure::from)?.map(str::to_owned);
        Ok(Some(Inbox {
            tenant,
            name: text(1)?.to_owned(),
            server,
        }))
    }
}

/// Refuses what is not sent as a mail.
fn of_mail(headers: &HeaderMap) -> Result<(), Problem> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let kind = kind.and_then(|kind| kind.split(';').next()).unwrap_or_default().trim();
    if KINDS.iter().any(|own| kind.eq_ignore_ascii_case(own)) {
        return Ok(());
    }
    let message = format!("a mail is sent whole, as `{}`", KINDS.join("` or `"));
    Err(Problem::of_reason(415, Reason::new(Code::RequestType, "", message)))
}

/// `POST /v1/inbound/{key}`: a mail, for whoever can send it to an address and says nothing else.
async fn arrive(State(app): State<App>, Path(key): Path<String>, headers: HeaderMap, body: Body) -> Answer {
    of_mail(&headers)?;
    let none = || Problem::not_found("no mail arrives at this address");
    let inbox = Inbox::of(&app, &key).await?.ok_or_else(none)?;
    arrived(&app, inbox, body).await
}

/// `POST /v1/inbound`: a mail, by the key of an inbox in `Authorization`.
async fn arrive_by_key(State(app): State<App>, headers: HeaderMap, body: Body) -> Answer {
    of_mail(&headers)?;
    let key =
        bearer(&headers).ok_or_else(|| not_signed_in("send `Authorization: Bearer` with the key of the inbox"))?;
    let none = || not_signed_in("no mail arrives by this key");
    let inbox = Inbox::of(&app, key).await?.ok_or_else(none)?;
    arrived(&app, inbox, body).await
}

/// What is dropped is answered well, so that nobody sends it again.
async fn arrived(app: &App, inbox: Inbox, body: Body) -> Answer {
    let Some(_turn) = app.mails().at_once(inbox.tenant) else {
        let message =
            "as many mails arrive just now, of this tenant or of all, as are taken at once; try again in a moment";
        return Err(Failure::Busy(message.to_owned()).into());
    };
    let bytes = body::whole_within(body, MOST_BYTES, limits::patience() * PATIENT).await?;
    let server = inbox.server.clone();
    let read = tokio::task::spawn_blocking(move || Arrived::read(&bytes, server.as_deref()));
    let unread = |_| {
        let reason = Reason::new(Code::RequestType, "", "the mail cannot be read");
        Problem::of_reason(422, reason)
    };
    let told = match read.await.map_err(unread)? {
        Ok(mail) => take::take(app, &inbox, mail).await?,
        Err(Unread::Automatic(why)) => take::dropped(why),
        Err(Unread::Refused(reason)) => return Err(Error::from(*reason).into()),
    };
    Ok(Json(told).into_response())
}

/// The address to which an answer about a record goes, by where mail arrives; nothing where the tenant has none.
pub(super) async fn answered_at(
    app: &App,
    (tenant, record): (TenantKey, [u8; 16]),
    inbox: &str,
) -> Result<Option<String>, Failure> {
    let values = [Bound::Id(tenant), Bound::Text(inbox.to_owned())];
    let found = app.store.read_platform(move |mut tx| {
        Box::pin(async move {
            let text = "SELECT address FROM inboxes WHERE tenant_id = $1 AND name = $2";
            tx.ask(text, &values).await
        })
    });
    let rows = found.await?;
    let address = rows.first().map(|row| row.text(0)).transpose()?.flatten();
    let answered = Answered { tenant, inbox };
    Ok(address.and_then(|address| answered.write(&app.vault, (address, record))))
}

/// Forgets which mails have arrived long ago; how many, at most so many.
pub(super) async fn sweep(tx: &mut PlatformTx<'_>, now: i64, most: i64) -> Result<u64, Failure> {
    let text = "DELETE FROM inbound_mails WHERE (tenant_id, name, hash) IN (SELECT tenant_id, name, hash FROM inbound_mails WHERE received_at \
                < $1 ORDER BY received_at LIMIT $2)";
    let values = [Bound::Whole(now.saturating_sub(KEPT)), Bound::Whole(most)];
    tx.tell(text, &values).await
}
