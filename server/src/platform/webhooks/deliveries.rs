//! Messages on their way: signed, sent without following where they are led, and given up where nothing has arrived for days.

use std::error::Error as _;
use std::sync::OnceLock;
use std::time::Duration;

use ratebook::flow::RetryPolicy;
use reqwest::{Client, Url};
use serde_json::{Value, json};
use standardwebhooks::Webhook;

use super::NAME;
use super::address::Lookup;
use crate::came::ENGINE;
use crate::outside;
use crate::platform::accounts::id_of;
use crate::platform::audit::{self, Happened, Own};
use crate::platform::jobs::{Carried, Carrying, Connector, Job, Sending, Would};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, Place, RowCells};

/// How long a receiver may take to answer.
const TO_ANSWER: Duration = Duration::from_secs(15);
/// When nothing has arrived for so long, nothing more is sent: three days, in microseconds.
const PATIENCE: i64 = 3 * 24 * 3_600 * 1_000_000;
/// When one is tried again, in seconds.
const AGAIN: [u32; 6] = [5, 300, 1_800, 7_200, 18_000, 36_000];
/// The answer of whoever wants nothing more.
const GONE: u16 = 410;

/// Whoever delivers messages.
#[derive(Debug, Default)]
pub(in crate::platform) struct Deliveries {
    outward: Outward,
}

/// Who speaks to addresses that somebody has given: to those alone to which may be sent.
#[derive(Debug, Default)]
pub(in crate::platform) struct Outward(OnceLock<Clients>);

/// One for what is encrypted, and one for what is not.
#[derive(Debug)]
struct Clients {
    secure: (Client, Lookup),
    plain: (Client, Lookup),
}

/// To whom a message goes.
struct Receiver {
    id: [u8; 16],
    url: String,
    secrets: Vec<String>,
    failing_since: Option<i64>,
}

impl Connector for Deliveries {
    fn names(&self) -> &[&'static str] {
        &[NAME]
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
        30
    }

    fn carry<'a>(&'a self, app: &'a App, job: &'a Job) -> Carrying<'a> {
        Box::pin(self.deliver(app, job))
    }

    fn would_send<'a>(&'a self, app: &'a App, job: &'a Job) -> Sending<'a> {
        Box::pin(async move {
            let url = receiver_of(app, job).await?.map(|receiver| receiver.url);
            let part = |name: &str| job.body.get(name).cloned().unwrap_or_default();
            let would = json!({"url": url, "webhook_id": part("message"), "payload": part("payload")});
            Ok(Would::Send(would))
        })
    }
}

impl Deliveries {
    async fn deliver(&self, app: &App, job: &Job) -> Result<Carried, Failure> {
        let Some(receiver) = receiver_of(app, job).await? else {
            return Ok(Carried::Useless(
                "nobody is told any more: the webhook is disabled or gone".to_owned(),
            ));
        };
        let answered = self.send(app, job, &receiver).await?;
        match answered {
            Ok(status) => {
                if receiver.failing_since.is_some() {
                    arrived(app, job, &receiver).await?;
                }
                Ok(Carried::Done(format!("answered {status}")))
            }
            Err(Unsent { why, is_gone }) => {
                let now = app.now().microseconds();
                let since = receiver.failing_since.unwrap_or(now);
                // One failure of a receiver that is seldom told is no silence of days.
                let is_last = usize::try_from(job.attempt).is_ok_and(|attempt| attempt > AGAIN.len());
                if is_gone || (is_last && now - since > PATIENCE) {
                    disable(app, job, &receiver, &why).await?;
                    return Ok(Carried::Useless(why));
                }
                if receiver.failing_since.is_none() {
                    fails(app, job, &receiver, now).await?;
                }
                Ok(Carried::Failed(why))
            }
        }
    }

    async fn send(&self, app: &App, job: &Job, receiver: &Receiver) -> Result<Result<u16, Unsent>, Failure> {
        let Ok(url) = receiver.url.parse::<Url>() else {
            return Ok(Err(Unsent::because("its address cannot be read")));
        };
        let client = match self.outward.to(app, &url)? {
            Ok(client) => client,
            Err(why) => return Ok(Err(Unsent::because(&why))),
        };
        let message = job.body.get("message").and_then(Value::as_str).unwrap_or_default();
        let payload = job.body.get("payload").cloned().unwrap_or_default().to_string();
        let at = app.now().seconds();
        let mut signatures = Vec::new();
        for secret in &receiver.secrets {
            let signed = Webhook::new(secret).and_then(|webhook| webhook.sign(message, at, payload.as_bytes()));
            signatures.push(signed.map_err(|error| Failure::defect(error.to_string()))?);
        }
        let request = client
            .post(url)
            .header("content-type", "application/json")
            .header("webhook-id", message)
            .header("webhook-timestamp", at.to_string())
            .header("webhook-signature", signatures.join(" "))
            .body(payload);
        Ok(match request.send().await {
            Ok(answer) if answer.status().is_success() => Ok(answer.status().as_u16()),
            Ok(answer) if answer.status().is_redirection() => Err(Unsent::because(&format!(
                "answered {}: nobody is followed to another address",
                answer.status().as_u16()
            ))),
            Ok(answer) => Err(Unsent {
                why: format!("answered {}", answer.status().as_u16()),
                is_gone: answer.status().as_u16() == GONE,
            }),
            Err(error) => Err(Unsent::because(&innermost(&error))),
        })
    }
}

/// Why a message has not arrived.
struct Unsent {
    why: String,
    is_gone: bool,
}

impl Unsent {
    fn because(why: &str) -> Unsent {
        Unsent {
            why: why.to_owned(),
            is_gone: false,
        }
    }
}

/// What went wrong at the bottom of it, without the address, which may have a secret in it.
pub(in crate::platform) fn innermost(error: &reqwest::Error) -> String {
    if error.is_timeout() {
        return "it did not answer in time".to_owned();
    }
    let mut told = error.source();
    let mut last = None;
    while let Some(inner) = told {
        last = Some(inner.to_string());
        told = inner.source();
    }
    last.unwrap_or_else(|| "it could not be reached".to_owned())
}

impl Outward {
    /// Who speaks to an address; else why nobody does.
    pub(in crate::platform) fn to(&self, app: &App, url: &Url) -> Result<Result<&Client, String>, Failure> {
        let clients = match self.0.get() {
            Some(known) => known,
            None => {
                let made = Clients::of(app).map_err(|error| Failure::defect(error.to_string()))?;
                self.0.get_or_init(|| made)
            }
        };
        let (client, lookup) = if url.scheme() == "https" {
            &clients.secure
        } else {
            &clients.plain
        };
        Ok(match lookup.refuses(url) {
            Some(why) => Err(why),
            None => Ok(client),
        })
    }
}

impl Clients {
    fn of(app: &App) -> reqwest::Result<Clients> {
        let made = |is_plain: bool| {
            let lookup = Lookup {
                reachable: app.reachable.clone(),
                is_plain,
            };
            let client = outside::client(TO_ANSWER)
                .pool_max_idle_per_host(1)
                .dns_resolver(lookup.clone())
                .build()?;
            Ok::<_, reqwest::Error>((client, lookup))
        };
        Ok(Clients {
            secure: made(false)?,
            plain: made(true)?,
        })
    }
}

async fn receiver_of(app: &App, job: &Job) -> Result<Option<Receiver>, Failure> {
    let id = job.body.get("webhook").and_then(Value::as_str).and_then(id_of);
    let Some(id) = id else { return Ok(None) };
    let values = [Bound::Id(job.tenant), Bound::Id(id)];
    let rows = app.store.read_platform(move |mut tx| {
        Box::pin(async move {
            tx.ask(
                "SELECT url, secret, former_secret, former_until, failing_since FROM webhooks WHERE tenant_id = $1 AND id = $2 AND state \
                 = 'enabled'",
                &values,
            )
            .await
        })
    });
    let rows = rows.await?;
    let Some(row) = rows.first() else { return Ok(None) };
    let place = Place {
        tenant: job.tenant,
        entity: "webhook",
        field: "secret",
        id,
    };
    let former = row
        .bytes(2)?
        .filter(|_| row.whole(3).is_ok_and(|until| until > Some(app.now().microseconds())));
    let mut secrets = Vec::new();
    for sealed in row.bytes(1)?.into_iter().chain(former) {
        let opened = app.vault.open(&place, sealed)?;
        secrets.push(String::from_utf8(opened).map_err(|_| Failure::defect("a secret that is no text"))?);
    }
    Ok(Some(Receiver {
        id,
        url: row.text(0)?.unwrap_or_default().to_owned(),
        secrets,
        failing_since: row.whole(4)?,
    }))
}

async fn tell(
    app: &App,
    job: &Job,
    receiver: &Receiver,
    text: &'static str,
    values: Vec<Bound>,
) -> Result<(), Failure> {
    let own = [Bound::Id(job.tenant), Bound::Id(receiver.id)].into_iter();
    let values: Vec<Bound> = own.chain(values).collect();
    app.store
        .platform(move |mut tx| Box::pin(async move { tx.tell(text, &values).await }))
        .await
        .map(drop)
}

async fn arrived(app: &App, job: &Job, receiver: &Receiver) -> Result<(), Failure> {
    let text = "UPDATE webhooks SET failing_since = NULL WHERE tenant_id = $1 AND id = $2";
    tell(app, job, receiver, text, Vec::new()).await
}

async fn fails(app: &App, job: &Job, receiver: &Receiver, now: i64) -> Result<(), Failure> {
    let text = "UPDATE webhooks SET failing_since = coalesce(failing_since, $3) WHERE tenant_id = $1 AND id = $2";
    tell(app, job, receiver, text, vec![Bound::Whole(now)]).await
}

/// Sends nothing more to a receiver, and keeps why.
async fn disable(app: &App, job: &Job, receiver: &Receiver, why: &str) -> Result<(), Failure> {
    let (now, tenant, id) = (app.now().microseconds(), job.tenant, receiver.id);
    let why = why.to_owned();
    app.store
        .platform(move |mut tx| {
            Box::pin(async move {
                let values = [
                    Bound::Id(tenant),
                    Bound::Id(id),
                    Bound::Text(why.clone()),
                    Bound::Whole(now),
                ];
                let text = "UPDATE webhooks SET state = 'disabled', why = $3, updated_at = $4 WHERE tenant_id = $1 AND id = $2 AND state = \
                            'enabled'";
                if tx.tell(text, &values).await? == 0 {
                    return Ok(());
                }
                let happened = Happened {
                    at: now,
                    tenant,
                    actor: ENGINE.to_owned(),
                    entity: Own::Webhook,
                    action: "disabled",
                    record: id,
                    changes: json!([{"field": "state", "before": "enabled", "after": "disabled"}]),
                };
                audit::keep(&mut tx, happened).await
            })
        })
        .await
}
