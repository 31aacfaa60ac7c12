//! What others tell a tenant: each message is proven by a secret that both have, kept once with its body as it came, answered, and done
//! afterwards by a job. Any doubt is a refusal that says nothing of why.

mod events;
mod paypal;
mod sources;
mod work;

use std::collections::BTreeMap;

use axum::Json;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use ratebook::records::{Pack, VerifiedWebhook, WebhookRequest, WebhookScheme};
use ratebook::time::Instant;
use ratebook::{Code, Reason};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

pub use paypal::Certificates;
pub(super) use work::Work;

use super::accounts::id_of;
use super::auth::written;
use super::jobs::NewJob;
use super::{read_only, stands, trace};
use crate::body;
use crate::limits::{self, Whose};
use crate::problem::Problem;
use crate::records::keep::new_id;
use crate::routes::{Needs, Routes};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, Place, PlatformTx, RowCells, TenantKey};

type Answer = Result<Response, Problem>;

/// A message has at most so many bytes.
const MOST_BYTES: usize = 1_024 * 1_024;
/// How long what they told is kept as it came, in microseconds.
const BODY_KEPT: i64 = 30 * DAY;
/// And that they have told it: nobody sends it again by then.
const KEPT: i64 = 365 * DAY;
const DAY: i64 = 24 * 3_600 * 1_000_000;
/// What is wrong with what was asked, and not with whoever has sent it.
const OURS: [&str; 3] = ["/secrets", "/address", "/source"];

pub(super) fn routes() -> Routes<App> {
    Routes::default()
        .post("/v1/hooks/{tenant}/{source}", Needs::Nothing, arrive)
        .get("/v1/webhook-sources", Needs::Holds(sources::READS), sources::list)
        .put(
            "/v1/webhook-sources/{id}",
            Needs::HoldsInPerson(sources::WRITES),
            sources::open,
        )
        .patch(
            "/v1/webhook-sources/{id}",
            Needs::HoldsInPerson(sources::WRITES),
            sources::change,
        )
        .delete(
            "/v1/webhook-sources/{id}",
            Needs::HoldsInPerson(sources::WRITES),
            sources::close,
        )
        .get(
            "/v1/webhook-sources/{id}/events",
            Needs::Holds(sources::READS),
            events::list,
        )
        .get(
            "/v1/webhook-events/{id}",
            Needs::HoldsInPerson(sources::WRITES),
            events::one,
        )
        .post(
            "/v1/webhook-events/{id}/replay",
            Needs::HoldsInPerson(sources::WRITES),
            events::replay,
        )
}

/// Who tells a tenant something.
#[derive(Clone, Debug)]
struct Source {
    tenant: TenantKey,
    name: String,
    /// How the tenant is called, and how it stands since when.
    called: String,
    state: String,
    since: Option<Instant>,
    pack: String,
    secrets: Vec<String>,
    address: Option<String>,
}

/// What is read of one.
macro_rules! selected {
    ($by:literal) => {
        concat!(
            "SELECT t.id, t.name, t.state, t.updated_at, t.pack, s.secret, s.former_secret, s.former_until, s.address FROM tenants t JOIN \
             webhook_sources s ON s.tenant_id = t.id AND s.name = $2 WHERE ",
            $by,
            " = $1"
        )
    };
}

/// Where a secret of a source is encrypted for.
fn place_of<'p>(tenant: TenantKey, name: &str) -> Place<'p> {
    Place {
        tenant,
        entity: "webhook_source",
        field: "secret",
        id: record_of(name),
    }
}

/// A source has a name and no id: what happens to one of a name is one history.
fn record_of(name: &str) -> [u8; 16] {
    let hash: [u8; 32] = Sha256::digest(name.as_bytes()).into();
    hash.first_chunk().copied().unwrap_or_default()
}

/// Where the body of an event is encrypted for.
pub(super) fn body_of<'p>(tenant: TenantKey, id: [u8; 16]) -> Place<'p> {
    Place {
        tenant,
        entity: "webhook_event",
        field: "body",
        id,
    }
}

/// That it is not proven: in the same words of a tenant and a source that nobody has.
fn refused() -> Problem {
    let message = "nothing proves who has sent this, or when";
    Problem::from(ratebook::Error::from(Reason::new(Code::RecordsSignature, "", message)))
}

impl Source {
    /// One that is open; nothing where there is none.
    async fn of(app: &App, tenant: &str, name: &str) -> Result<Option<Source>, Failure> {
        let (text, own) = match id_of(tenant) {
            Some(id) => (selected!("t.id"), Bound::Id(id)),
            None => (selected!("t.slug"), Bound::Text(tenant.to_owned())),
        };
        let values = [own, Bound::Text(name.to_owned())];
        let rows = app
            .store
            .read_platform(move |mut tx| Box::pin(async move { tx.ask(text, &values).await }));
        let rows = rows.await?;
        rows.first().map(|row| Source::read(app, name, row)).transpose()
    }

    fn read(app: &App, name: &str, row: &AnyRow) -> Result<Source, Failure> {
        let tenant = row.id(0)?.unwrap_or_default();
        let now = app.now().microseconds();
        let former = row
            .bytes(6)?
            .filter(|_| row.whole(7).is_ok_and(|until| until > Some(now)));
        let mut secrets = Vec::new();
        for sealed in row.bytes(5)?.into_iter().chain(former) {
            let opened = app.vault.open(&place_of(tenant, name), sealed)?;
            secrets.push(String::from_utf8(opened).map_err(|_| Failure::defect("a secret that is no text"))?);
        }
        let text = |place: usize| Ok::<_, Failure>(row.text(place)?.unwrap_or_default().to_owned());
        Ok(Source {
            tenant,
            name: name.to_owned(),
            called: text(1)?,
            state: text(2)?,
            since: row.whole(3)?.and_then(Instant::from_microseconds),
            pack: text(4)?,
            secrets,
            address: row.text(8)?.map(str::to_owned),
        })
    }

    /// What a message says, where it is proven, and by what it is told from others besides the id of its event.
    async fn verified(
        &self,
        (app, pack): (&App, &Pack),
        headers: &HeaderMap,
        body: &str,
    ) -> Result<(VerifiedWebhook, Vec<u8>), Problem> {
        let mut request = WebhookRequest::new(self.name.as_str(), body, self.secrets.clone(), app.now());
        request.headers = headers_of(headers);
        request.address.clone_from(&self.address);
        let source = pack.webhook_source(&self.name);
        let mut own = body;
        if source.is_some_and(|source| source.scheme == WebhookScheme::Paypal) {
            request.signed = app.paypal.signed(app, &request).await?;
            // They sign a checksum of the body, for which others can be found: what one signature has proven, it proves of nothing else.
            own = request.signed.as_deref().unwrap_or_default();
        }
        let hash = Sha256::digest(own.as_bytes()).to_vec();
        let verified = pack.webhook(&request).map_err(|error| {
            let is_ours = error
                .reasons()
                .next()
                .is_some_and(|reason| OURS.contains(&reason.path.as_str()));
            if !is_ours && error.code() != Code::RecordsSignature {
                return error.into();
            }
            // Whoever sets the tenant up finds out why; whoever sends it does not.
            trace::tell(&format!("a webhook of `{}` was refused: {error}", self.name));
            refused()
        });
        verified.map(|verified| (verified, hash))
    }

    /// Refuses where nothing is taken for the tenant just now: whoever sends it comes again.
    async fn takes(&self, app: &App) -> Result<(), Problem> {
        let (reads, writes) = stands(&self.called, &self.state, self.since, app.now())?;
        if !reads || !writes {
            return Err(Failure::Busy("nothing is taken for this tenant just now".to_owned()).into());
        }
        read_only::lets(app, self.tenant, false).await?;
        let own: [u8; 32] = Sha256::new()
            .chain_update(self.tenant)
            .chain_update(self.name.as_bytes())
            .finalize()
            .into();
        let own = own.first_chunk().copied().unwrap_or_default();
        limits::comes(Whose::Key(own), Some(self.tenant)).await
    }
}

/// The headers that say something once. What is said twice is not said.
fn headers_of(headers: &HeaderMap) -> BTreeMap<String, String> {
    let once = headers.keys().filter_map(|name| {
        let mut values = headers.get_all(name).iter();
        let value = values.next()?.to_str().ok()?;
        values
            .next()
            .is_none()
            .then(|| (name.as_str().to_owned(), value.to_owned()))
    });
    once.collect()
}

/// `POST /v1/hooks/{tenant}/{source}`: a message from outside.
async fn arrive(
    State(app): State<App>,
    Path((tenant, name)): Path<(String, String)>,
    headers: HeaderMap,
    body: Body,
) -> Answer {
    let bytes = body::whole_within(body, MOST_BYTES, limits::patience()).await?;
    let body = String::from_utf8(bytes.to_vec()).map_err(|_| refused())?;
    let source = Source::of(&app, &tenant, &name).await?.ok_or_else(refused)?;
    let pack = app.packs.get(&source.pack);
    let Some(pack) = pack else {
        return Err(Failure::Busy("the pack of the tenant is not served here".to_owned()).into());
    };
    let (verified, hash) = source.verified((&app, pack), &headers, &body).await?;
    source.takes(&app).await?;
    let told = keep(&app, source, (verified, body, hash)).await?;
    Ok(Json(told).into_response())
}

/// Keeps what was told with the job that does it, once.
async fn keep(
    app: &App,
    source: Source,
    (told, body, hash): (VerifiedWebhook, String, Vec<u8>),
) -> Result<Value, Failure> {
    let (id, now, connectors) = (new_id(), app.now().microseconds(), app.connectors.clone());
    let sealed = app.vault.seal(&body_of(source.tenant, id), body.as_bytes())?;
    let kept = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let key = key_of(id, 0);
            let moment = told.signed_at.map(Instant::microseconds);
            let values = [
                Bound::Id(source.tenant),
                Bound::Id(id),
                Bound::Text(source.name.clone()),
                Bound::Text(told.id.clone()),
                Bound::Bytes(hash.clone()),
                Bound::text(told.kind.as_deref()),
                Bound::Bytes(sealed),
                moment.map_or(Bound::Nothing(ratebook::records::ColumnKind::Integer), Bound::Whole),
                Bound::Whole(now),
                Bound::Text(key.clone()),
            ];
            let text = "INSERT INTO webhook_events (tenant_id, id, source, event_id, hash, kind, body, signed_at, received_at, job_key, \
                        replays) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0) ON CONFLICT DO NOTHING";
            if tx.tell(text, &values).await? == 0 {
                return Ok(false);
            }
            job_of(id, key).keep(&mut tx, (source.tenant, now), &connectors).await?;
            Ok(true)
        })
    });
    let outcome = if kept.await? { "kept" } else { "known" };
    Ok(json!({"outcome": outcome}))
}

/// The key of the job that does an event, when it has been done again so often.
fn key_of(id: [u8; 16], replays: i64) -> String {
    format!("{} {replays}", written(id))
}

fn job_of(id: [u8; 16], key: String) -> NewJob {
    NewJob {
        name: work::NAME.to_owned(),
        key,
        lane: None,
        body: json!({"event": written(id)}),
    }
}

/// Forgets what was told long ago, and at last that it was; how much, at most so much of each.
pub(super) async fn sweep(tx: &mut PlatformTx<'_>, now: i64, most: i64) -> Result<u64, Failure> {
    let bodies = "UPDATE webhook_events SET body = NULL WHERE (tenant_id, id) IN (SELECT tenant_id, id FROM webhook_events WHERE body IS NOT \
                  NULL AND received_at < $1 ORDER BY received_at LIMIT $2)";
    let values = [Bound::Whole(now.saturating_sub(BODY_KEPT)), Bound::Whole(most)];
    let mut removed = tx.tell(bodies, &values).await?;
    let rows = "DELETE FROM webhook_events WHERE (tenant_id, id) IN (SELECT tenant_id, id FROM webhook_events WHERE received_at < $1 ORDER BY \
                received_at LIMIT $2)";
    let values = [Bound::Whole(now.saturating_sub(KEPT)), Bound::Whole(most)];
    removed += tx.tell(rows, &values).await?;
    Ok(removed)
}
