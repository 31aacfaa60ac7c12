//! SMS about records: each sent once as far as the gateway lets that be known, and what became of it told by the gateway.

mod gateway;
mod routes;
mod senders;
mod words;

use std::sync::OnceLock;
use std::time::Duration;

use ratebook::flow::RetryPolicy;
use ratebook::records::ColumnKind;
use ratebook::time::Instant;
use reqwest::Client;
use serde_json::Value;

pub use gateway::Gateway;
pub(super) use routes::routes;

use super::accounts::id_of;
use super::auth::written;
use super::jobs::{Carried, Carrying, Connector, Job};
use super::mail::Addressed;
use super::notices::RECORD_SMS;
use super::webhooks::Outward;
use crate::outside;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, PlatformTx, RowCells, TenantTx};

use gateway::{Message, Sent};
use senders::Sender;

/// When one is tried again, in seconds.
const AGAIN: [u32; 5] = [30, 300, 1_800, 7_200, 21_600];
/// How long a gateway may take to answer.
const TO_ANSWER: Duration = Duration::from_secs(15);
/// How long it is kept what became of one, in microseconds.
const KEPT: i64 = 365 * 24 * 3_600 * 1_000_000;
/// While it is not known whether the gateway has it.
const ASKED: &str = "asked";
/// That the gateway does not have it: it has said so.
const WAITING: &str = "waiting";
const TAKEN: &str = "queued";
const REFUSED: &str = "refused";

const DONE: &str = "taken by the gateway";

/// Whoever sends SMS.
#[derive(Debug, Default)]
pub(super) struct Sms {
    outward: Outward,
    /// For the gateway of the installation.
    own: OnceLock<Client>,
}

impl Connector for Sms {
    fn names(&self) -> &[&'static str] {
        &[RECORD_SMS]
    }

    fn is_own(&self) -> bool {
        true
    }

    fn retries(&self) -> RetryPolicy {
        let mut policy = RetryPolicy::new(AGAIN.to_vec());
        policy.jitter_percent = 10;
        policy
    }

    fn seconds(&self) -> u32 {
        50
    }

    fn carry<'a>(&'a self, app: &'a App, job: &'a Job) -> Carrying<'a> {
        Box::pin(self.carry_out(app, job))
    }
}

impl Sms {
    async fn carry_out(&self, app: &App, job: &Job) -> Result<Carried, Failure> {
        if job.body.get("sent").is_some() {
            return Ok(Carried::Done(DONE.to_owned()));
        }
        let Some(sender) = Sender::of(app, job.tenant).await? else {
            return Ok(Carried::Useless(senders::NOT_SET_UP.to_owned()));
        };
        let own = match Addressed::of(app, job).await? {
            Ok(own) => own,
            Err(carried) => return Ok(carried),
        };
        if let Some(ends) = sender.quiet_until(app.now(), own.about.desk.zone()) {
            return Ok(Carried::Later(ends, "it waits until quiet hours end".to_owned()));
        }
        let Some(to) = words::number(&own.address) else {
            return Ok(Carried::Useless(
                "what stands there is no telephone number with its country, such as `+34600000000`".to_owned(),
            ));
        };
        let text = match own.written().map(|written| written.short) {
            Ok(Some(text)) => text.trim().to_owned(),
            Ok(None) => return Ok(Carried::Useless("the letter has no `short` words".to_owned())),
            Err(why) => return Ok(Carried::Useless(why)),
        };
        let segments = words::segments(&text);
        if segments > words::MOST {
            let why = format!("it would go as {segments} messages; {} are sent at most", words::MOST);
            return Ok(Carried::Useless(why));
        }
        let told_at = routes::told_at(app, job);
        let message = Message {
            to: &to,
            text: &text,
            told_at: told_at.as_deref(),
        };
        let client = match self.client(app, &sender)? {
            Ok(client) => client,
            Err(why) => return Ok(Carried::Useless(why)),
        };
        let about = (segments, own.people().first().copied());
        send_once(app, job, (&sender, &client), (message, about)).await
    }

    /// Who asks the gateway: that of the installation is where whoever runs it has said, and that of a tenant where everybody may be asked.
    fn client(&self, app: &App, sender: &Sender) -> Result<Result<Client, String>, Failure> {
        if sender.is_own {
            return Ok(self.outward.to(app, sender.gateway.at())?.cloned());
        }
        if let Some(known) = self.own.get() {
            return Ok(Ok(known.clone()));
        }
        let made = outside::client(TO_ANSWER).build();
        let made = made.map_err(|error| Failure::defect(error.to_string()))?;
        Ok(Ok(self.own.get_or_init(|| made).clone()))
    }
}

/// Asks the gateway, unless it has it already: one of which nobody knows is looked for among those that it has.
async fn send_once(
    app: &App,
    job: &Job,
    (sender, client): (&Sender, &Client),
    (message, about): (Message<'_>, (usize, Option<[u8; 16]>)),
) -> Result<Carried, Failure> {
    match begun(app, job, about).await? {
        Begun::Anew => {}
        Begun::Taken => return taken(app, job, None).await,
        Begun::Unknown(since) => match sender.gateway.find(client, message, since).await {
            Ok(found) => {
                if let Some(id) = unknown_to_us(app, found).await? {
                    return taken(app, job, Some(&id)).await;
                }
            }
            Err(why) => return Ok(Carried::Failed(why)),
        },
    }
    Ok(match sender.gateway.send(client, message).await {
        Sent::Taken(id) => return taken(app, job, Some(&id)).await,
        Sent::Refused(why) => {
            comes_to(app, job, (REFUSED, Some(&why), None)).await?;
            Carried::Useless(why)
        }
        Sent::Later(seconds, why) => {
            comes_to(app, job, (WAITING, Some(&why), None)).await?;
            let later = app.now().plus_seconds(i64::try_from(seconds).unwrap_or(0));
            Carried::Later(later.unwrap_or(app.now()), why)
        }
        Sent::NotTaken(why) => {
            comes_to(app, job, (WAITING, Some(&why), None)).await?;
            Carried::Failed(why)
        }
        Sent::Unknown(why) => Carried::Failed(why),
    })
}

/// How far one has come.
enum Begun {
    Anew,
    /// Asked first at that moment.
    Unknown(Instant),
    Taken,
}

/// Keeps that the gateway is asked, before it is: whatever breaks then, the next attempt knows that it may have it.
async fn begun(app: &App, job: &Job, (segments, person): (usize, Option<[u8; 16]>)) -> Result<Begun, Failure> {
    let text = |name: &str| {
        job.body
            .get(name)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let record = id_of(&text("record")).unwrap_or_default();
    let values = [
        Bound::Id(job.id),
        Bound::Text(text("letter")),
        Bound::Text(text("entity")),
        Bound::Id(record),
        Bound::Text(ASKED.to_owned()),
        Bound::Whole(i64::try_from(segments).unwrap_or(i64::MAX)),
        Bound::Whole(app.now().microseconds()),
        person.map_or(Bound::Nothing(ColumnKind::Id), Bound::Id),
    ];
    let own = [Bound::Id(job.id)];
    let begun = app.store.write(job.tenant, move |mut tx| {
        Box::pin(async move {
            let kept = "INSERT INTO sms (tenant_id, id, letter, entity, record_id, state, segments, created_at, updated_at, person) VALUES ($1, \
                        $2, $3, $4, $5, $6, $7, $8, $8, $9) ON CONFLICT (tenant_id, id) DO NOTHING";
            if tx.tell(kept, &values).await? > 0 {
                return Ok(Begun::Anew);
            }
            let text = "SELECT state, gateway_id, created_at FROM sms WHERE tenant_id = $1 AND id = $2";
            let rows = tx.ask(text, &own).await?;
            let Some(row) = rows.first() else { return Ok(Begun::Anew) };
            if row.is_given(1)? {
                return Ok(Begun::Taken);
            }
            let is_known = row.text(0)? != Some(ASKED);
            let text = "UPDATE sms SET state = 'asked', told = NULL WHERE tenant_id = $1 AND id = $2";
            tx.tell(text, &own).await?;
            let since = row.whole(2)?.and_then(Instant::from_microseconds);
            Ok(since.filter(|_| !is_known).map_or(Begun::Anew, Begun::Unknown))
        })
    });
    begun.await
}

/// The one among messages of a gateway that is none of ours: two that say the same to one number are two.
async fn unknown_to_us(app: &App, found: Vec<String>) -> Result<Option<String>, Failure> {
    // One gateway has messages of several tenants.
    let found = app.store.read_platform(move |mut tx| {
        Box::pin(async move {
            for id in found {
                let text = "SELECT 1 FROM sms WHERE gateway_id = $1 LIMIT 1";
                if tx.ask(text, &[Bound::Text(id.clone())]).await?.is_empty() {
                    return Ok(Some(id));
                }
            }
            Ok(None)
        })
    });
    found.await
}

async fn comes_to(app: &App, job: &Job, (state, told, id): (&str, Option<&str>, Option<&str>)) -> Result<(), Failure> {
    let values = [
        Bound::Id(job.id),
        Bound::Text(state.to_owned()),
        Bound::text(told),
        Bound::text(id),
        Bound::Whole(app.now().microseconds()),
    ];
    let kept = app.store.write(job.tenant, move |mut tx| {
        Box::pin(async move {
            // What the gateway has told meanwhile is later than its answer.
            let text = "UPDATE sms SET state = CASE WHEN gateway_id IS NULL THEN $3 ELSE state END, told = CASE WHEN gateway_id IS NULL \
                        THEN $4 ELSE told END, gateway_id = coalesce(gateway_id, \
                        $5), updated_at = $6 WHERE tenant_id = $1 AND id = $2";
            tx.tell(text, &values).await
        })
    });
    kept.await.map(drop)
}

async fn taken(app: &App, job: &Job, id: Option<&str>) -> Result<Carried, Failure> {
    if id.is_some() {
        comes_to(app, job, (TAKEN, None, id)).await?;
    }
    job.leave(app, &job.body_when_sent(app)).await?;
    Ok(Carried::Done(DONE.to_owned()))
}

/// Forgets what was sent about a record or a person: `$2` is its entity, `$3` the record.
pub(crate) async fn forget_record(tx: &mut TenantTx<'_>, own: &[Bound; 2]) -> Result<(), Failure> {
    let text = "DELETE FROM sms WHERE tenant_id = $1 AND ((entity = $2 AND record_id = $3) OR person = $3)";
    tx.tell(text, own).await.map(drop)
}

/// Forgets what was sent long ago; how much of it, at most so much.
pub(super) async fn sweep(tx: &mut PlatformTx<'_>, now: i64, most: i64) -> Result<u64, Failure> {
    let text = "DELETE FROM sms WHERE (tenant_id, id) IN (SELECT tenant_id, id FROM sms WHERE created_at < $1 ORDER BY created_at LIMIT $2)";
    let values = [Bound::Whole(now.saturating_sub(KEPT)), Bound::Whole(most)];
    tx.tell(text, &values).await
}

/// The place of an SMS in an address.
fn shown(job: &Job) -> String {
    format!("{}/{}", written(job.tenant), written(job.id))
}
