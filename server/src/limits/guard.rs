//! What stands around every route.

use std::pin::pin;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::Poll;
use std::time::{Duration, Instant};

use axum::extract::{Request, State};
use axum::http::{HeaderName, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use ratebook::tenancy::{RateLimitKey, RateLimitRule};
use ratebook::{Code, Reason};
use tokio::time;

use super::{Asked, Counted, Limits, PAUSED, Rates, Suspicion, Whose, milliseconds};
use crate::came::Came;
use crate::problem::Problem;
use crate::store::{Failure, TenantKey};

tokio::task_local! {
    static ASKED: Arc<Asked>;
}

/// Where somebody signs in, or is sent what signs them in: who tries a password, a code or a link there is counted by a limit of its own.
const SIGNING_IN: [&str; 2] = ["/v1/auth/", "/v1/setup"];
/// A session goes on there, by what nobody guesses, for everybody of an office every quarter of an hour.
const GOING_ON: &str = "/v1/auth/refresh";
/// Mail comes there from one server for a whole tenant, by a key: it is counted by that, and by address where no key of ours came with it.
const BY_KEY: &str = "/v1/inbound";
/// What is asked of a server that is full as well: whether it is there.
const APART: [&str; 2] = ["/healthz", "/readyz"];
/// No address of ours is longer, whatever it asks for.
const MOST_OF_AN_ADDRESS: usize = 16 * 1_024;
/// How often it is looked whether a client has sent its body.
const LOOKED: Duration = Duration::from_millis(500);
/// What a client may keep everybody waiting where nobody says.
const PATIENCE: Duration = Duration::from_secs(10);

const LIMIT: HeaderName = HeaderName::from_static("ratelimit-limit");
const REMAINING: HeaderName = HeaderName::from_static("ratelimit-remaining");
const RESET: HeaderName = HeaderName::from_static("ratelimit-reset");

fn now() -> Option<Arc<Asked>> {
    ASKED.try_with(Arc::clone).ok()
}

/// How long a client may be waited for.
pub(crate) fn patience() -> Duration {
    now().map_or(PATIENCE, |asked| asked.limits.client())
}

/// More than so much speaks against nobody in one request.
const MOST_SUSPICIONS: usize = 4;

/// Says of the request that is answered just now that something speaks against whoever asks it.
pub(crate) fn suspects(what: Suspicion) {
    let Some(asked) = now() else { return };
    let mut all = asked.suspicions.lock().unwrap_or_else(PoisonError::into_inner);
    if all.len() < MOST_SUSPICIONS {
        all.push(what);
    }
}

/// Counts a request by who asks, and by their tenant; and takes a place of the tenant's.
pub(crate) async fn comes(who: Whose, tenant: Option<TenantKey>) -> Result<(), Problem> {
    match tenant {
        Some(tenant) => comes_to(who, tenant, (&[], None)).await,
        None => match now() {
            Some(asked) => asked.count(|rates| vec![Counted::of(who, rates)]).await,
            None => Ok(()),
        },
    }
}

/// The same by what the tenant's pack declares besides, on the tenant's plan.
pub(crate) async fn comes_to(
    who: Whose,
    tenant: TenantKey,
    (declared, plan): (&[RateLimitRule], Option<&str>),
) -> Result<(), Problem> {
    let Some(asked) = now() else { return Ok(()) };
    // Somebody's own first and then their tenant's: everybody takes them in this order.
    let by = |rates: &Rates| {
        let of = |per: RateLimitKey| {
            let own = declared.iter().filter(move |rule| rule.per == per);
            own.map(move |rule| Counted::declared(rule, plan, (who, tenant)))
        };
        let mut by = vec![Counted::of(who, rates)];
        by.extend(of(RateLimitKey::User));
        by.push(Counted::of(Whose::Tenant(tenant), rates));
        by.extend(of(RateLimitKey::Tenant));
        by
    };
    asked.count(by).await?;
    asked.enter_of(tenant).await
}

fn only_reads(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

/// Counts by address what is answered to everybody without a key.
pub(crate) async fn as_anybody(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if path.starts_with(BY_KEY) {
        return next.run(request).await;
    }
    // Who only looks, or is sent back from a provider, tries nothing.
    let signs_in =
        !only_reads(request.method()) && path != GOING_ON && SIGNING_IN.iter().any(|begins| path.starts_with(begins));
    if let Some(asked) = now()
        && let Err(refused) = asked.count_address(signs_in).await
    {
        return refused.into_response();
    }
    let response = next.run(request).await;
    let code = response.extensions().get::<Code>();
    if signs_in && code.is_some_and(|code| matches!(code, Code::TenancyNotSignedIn | Code::TenancyLocked)) {
        suspects(Suspicion::sign_in());
    }
    response
}

/// Waits for a client: in the meantime others have the place, and no time of the answer's passes.
pub(crate) async fn aside<F: Future>(reading: F) -> Result<F::Output, Problem> {
    let mut reading = pin!(reading);
    let Some(asked) = now() else {
        return Ok(reading.await);
    };
    // What is there already keeps nobody waiting.
    let first = std::future::poll_fn(|context| Poll::Ready(reading.as_mut().poll(context))).await;
    if let Poll::Ready(done) = first {
        return Ok(done);
    }
    let spent = milliseconds(asked.begun.elapsed());
    let left = asked.until.swap(PAUSED, Ordering::AcqRel).saturating_sub(spent);
    asked.leave();
    let done = reading.await;
    let spent = milliseconds(asked.begun.elapsed());
    asked.until.store(spent.saturating_add(left), Ordering::Release);
    asked.enter_again().await?;
    Ok(done)
}

/// Lets in whom nothing stands against, and sees to it that they are answered in time.
pub(crate) async fn guarded(State(limits): State<Limits>, request: Request, next: Next) -> Response {
    let (address, path) = (Came::now().ip, request.uri().path());
    let apart = APART.contains(&path);
    if let Some(address) = address
        && let Err(refused) = limits.lets_in(address, !apart).await
    {
        return refused.into_response();
    }
    let length = path.len() + request.uri().query().map_or(0, str::len);
    if length > MOST_OF_AN_ADDRESS {
        let message = format!("the address has more than {MOST_OF_AN_ADDRESS} bytes");
        let reason = Reason::new(Code::RequestTooLarge, "", message).with("limit", MOST_OF_AN_ADDRESS);
        return Problem::of_reason(414, reason).into_response();
    }
    let answer = limits.0.bounds.answer;
    let asked = Arc::new(Asked {
        apart,
        limits,
        address,
        begun: Instant::now(),
        until: AtomicU64::new(milliseconds(answer)),
        counted: AtomicBool::new(false),
        left: Mutex::default(),
        held: Mutex::default(),
        suspicions: Mutex::default(),
    });
    let only_reads = only_reads(request.method());
    // It is handed on from one to the next, and all of it would be copied each time.
    let answering = Box::pin(ASKED.scope(Arc::clone(&asked), answered(Arc::clone(&asked), request, next)));
    let done = if only_reads {
        asked.in_time(answering).await.ok_or_else(|| late(answer))
    } else {
        // It goes on whoever waits for it: what is being kept is kept, and nobody is told that it was not.
        let working = tokio::spawn(Came::now().during(answering));
        let done = asked.in_time(working).await.ok_or_else(|| unknown(answer));
        done.and_then(|done| done.map_err(|_| Failure::defect("a request ended without an answer").into()))
    };
    let mut response = done.unwrap_or_else(IntoResponse::into_response);
    let left = *asked.left.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(left) = left {
        let headers = response.headers_mut();
        headers.insert(LIMIT, left.limit.into());
        headers.insert(REMAINING, left.remaining.into());
        headers.insert(RESET, left.reset.into());
    }
    response
}

/// Answers in a place, and counts by address whom no route has known.
async fn answered(asked: Arc<Asked>, request: Request, next: Next) -> Response {
    if let Err(refused) = asked.enter().await {
        return refused.into_response();
    }
    let response = next.run(request).await;
    asked.leave();
    // Of many that came at once: it may be let in no more by now, and then is told nothing of what was refused.
    if let Some(address) = asked.address
        && !response.status().is_success()
        && let Err(refused) = asked.limits.lets_in(address, false).await
    {
        return refused.into_response();
    }
    asked.judge().await;
    match asked.count_address(false).await {
        Err(refused) if !response.status().is_success() => refused.into_response(),
        _ => response,
    }
}

fn late(answer: Duration) -> Problem {
    let message = format!(
        "the answer took longer than {} s; ask again in a moment, or for less",
        answer.as_secs()
    );
    Problem::of_reason(503, Reason::new(Code::EngineBusy, "", message))
}

fn unknown(answer: Duration) -> Problem {
    let message = format!(
        "the answer took longer than {} s, and it is still being worked on; look whether it was carried out, or ask again by the same \
         `Idempotency-Key`",
        answer.as_secs()
    );
    Problem::of_reason(504, Reason::new(Code::EngineBusy, "", message))
}

impl Asked {
    /// What is done in time; nothing of what is not.
    async fn in_time<F: Future>(&self, work: F) -> Option<F::Output> {
        let mut work = pin!(work);
        loop {
            let until = self.until.load(Ordering::Acquire);
            let spent = milliseconds(self.begun.elapsed());
            let wait = match until {
                PAUSED => LOOKED,
                until if until <= spent => return None,
                until => Duration::from_millis(until - spent),
            };
            if let Ok(done) = time::timeout(wait, work.as_mut()).await {
                return Some(done);
            }
        }
    }
}
