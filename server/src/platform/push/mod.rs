//! What is pushed to the browsers and telephones that members have let (RFC 8030): encrypted for each, signed by the installation, and no more
//! once they are gone.

mod sealed;
mod subscriptions;
mod vapid;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ratebook::flow::RetryPolicy;
use reqwest::{Response, Url};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::accounts::id_of;
use super::auth::written;
use super::jobs::{Carried, Carrying, Connector, Job};
use super::mail::{Addressed, Written};
use super::notices::{MEMBER, OWNER, RECORD_PUSH};
use super::webhooks::{Outward, innermost};
use crate::state::App;
use crate::store::Failure;

use sealed::MOST_BYTES;
use subscriptions::Subscription;
pub(super) use subscriptions::{forget, of_member, routes};
use vapid::Known;

/// When one is tried again, in seconds; what is a day old is no news.
const AGAIN: [u32; 5] = [30, 300, 1_800, 7_200, 21_600];
/// How long a service keeps it for a browser that is away, in seconds.
const KEPT: &str = "86400";
/// As many letters of a title and of what stands below it are pushed.
const MOST_OF_TITLE: usize = 200;
const MOST_OF_TEXT: usize = 700;
/// A service that says nothing else is asked again so much later, and nobody waits longer for one.
const LATER: u64 = 300;
const LATEST: u64 = 6 * 3_600;
/// As many bytes name what one message takes the place of, which are written with a third more letters.
const TOPIC: usize = 24;

/// Why nothing is pushed.
const NOT_SET_UP: &str = "nothing is pushed here: set `push_contact`";

/// Whoever pushes.
#[derive(Debug, Default)]
pub(super) struct Push {
    outward: Outward,
}

impl Connector for Push {
    fn names(&self) -> &[&'static str] {
        &[RECORD_PUSH]
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
        Box::pin(self.carry_out(app, job))
    }
}

impl Push {
    async fn carry_out(&self, app: &App, job: &Job) -> Result<Carried, Failure> {
        let Some(contact) = app.push.as_deref() else {
            return Ok(Carried::Useless(NOT_SET_UP.to_owned()));
        };
        let own = match Addressed::of(app, job).await? {
            Ok(own) => own,
            Err(carried) => return Ok(carried),
        };
        let to = |kind: &str| job.body.get("to").and_then(|to| to.get(kind)).and_then(Value::as_str);
        let named = job.body.get("subscription").and_then(Value::as_str).and_then(id_of);
        let found = match (to(MEMBER).or(to(OWNER)), named) {
            (Some(member), Some(id)) => Subscription::of(app, job.tenant, (member, id)).await?,
            _ => None,
        };
        let Some(subscription) = found else {
            return Ok(Carried::Done("that browser is told nothing any more".to_owned()));
        };
        let letter = match own.written() {
            Ok(letter) => letter,
            Err(why) => return Ok(Carried::Useless(why)),
        };
        let desk = &own.about.desk;
        let address = format!("/v1/{}/{}", desk.entity()?.address(), written(own.about.record));
        let Some(message) = message(job, letter, &address) else {
            return Ok(Carried::Useless(
                "the letter has no `short` words, which are pushed".to_owned(),
            ));
        };
        let Ok(sealed) = subscription.keys.seal(message.as_bytes()) else {
            return Ok(Carried::Useless("the keys of that browser are none".to_owned()));
        };
        let client = match self.outward.to(app, &subscription.endpoint)? {
            Ok(client) => client,
            Err(why) => return Ok(Carried::Useless(why)),
        };
        let topic = Sha256::digest(job.key.as_bytes());
        let topic = topic.iter().copied().take(TOPIC).collect::<Vec<u8>>();
        let known = Known::of(app).await?;
        let request = client
            .post(subscription.endpoint.clone())
            .header("authorization", known.authorization(&subscription.endpoint, contact, app.now())?)
            .header("content-encoding", "aes128gcm")
            .header("content-type", "application/octet-stream")
            .header("ttl", KEPT)
            .header("urgency", "normal")
            // One that waits for the browser already is not shown beside this one.
            .header("topic", URL_SAFE_NO_PAD.encode(topic))
            .body(sealed);
        match request.send().await {
            Ok(answer) => answered(app, job, &subscription, &answer).await,
            Err(error) => Ok(Carried::Failed(innermost(&error))),
        }
    }
}

/// What is pushed: a browser that gets it twice shows it once, by its id.
fn message(job: &Job, letter: Written, address: &str) -> Option<String> {
    let cut = |text: &str, most: usize| text.trim().chars().take(most).collect::<String>();
    let (title, text) = (cut(&letter.subject, MOST_OF_TITLE), letter.short?);
    // Letters of four bytes, escaped, are as long as they get.
    let mut most = MOST_OF_TEXT;
    loop {
        let message = json!({
            "id": written(job.id), "title": title, "text": cut(&text, most), "address": address, "language": letter.language,
        });
        let message = message.to_string();
        if message.len() <= MOST_BYTES || most == 0 {
            return Some(message);
        }
        most /= 2;
    }
}

/// What becomes of a message that a service has answered.
async fn answered(app: &App, job: &Job, to: &Subscription, answer: &Response) -> Result<Carried, Failure> {
    let status = answer.status().as_u16();
    let told = format!("the service of push answered {status}");
    Ok(match status {
        200..300 => {
            to.was_used(app, job.tenant).await?;
            Carried::Done("taken by the service of push".to_owned())
        }
        404 | 410 => {
            to.is_gone(app, job.tenant).await?;
            Carried::Done(format!("{told}: the browser is gone, and told nothing any more"))
        }
        429 => {
            let later = app.now().plus_seconds(i64::try_from(retry_after(answer)).unwrap_or(0));
            Carried::Later(later.unwrap_or(app.now()), told)
        }
        400 | 413 => Carried::Useless(told),
        _ => Carried::Failed(told),
    })
}

/// In how many seconds a service is asked again that has too much to do.
pub(super) fn retry_after(answer: &Response) -> u64 {
    let said = answer.headers().get("retry-after");
    let seconds = said.and_then(|said| said.to_str().ok()?.parse::<u64>().ok());
    seconds.unwrap_or(LATER).clamp(1, LATEST)
}

/// An address to which is pushed, where it can be one.
fn endpoint(text: &str) -> Option<Url> {
    let url: Url = text.parse().ok()?;
    let is_fine = ["https", "http"].contains(&url.scheme()) && url.username().is_empty() && url.password().is_none();
    (is_fine && url.has_host()).then_some(url)
}
