//! The way of an act: who asks, what is sent, once, and in as many tries as others make necessary.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, Response, header};
use axum::response::IntoResponse;
use ratebook::records::Cell;
use ratebook::{Code, Error};
use serde_json::Value;

use super::counter::{Counter, nothing};
use super::jobs::{Job, Question, Sent};
use crate::body;
use crate::platform::caller::Caller;
use crate::problem::Problem;
use crate::records::desk::Desk;
use crate::records::once::Once;
use crate::records::parameters::Parameters;
use crate::state::App;
use crate::store::{Failure, Record};

/// The most bytes that an act is sent with.
const MOST_BYTES: usize = 256 * 1024;
/// The same where it is sent another calendar.
const MOST_FEED_BYTES: usize = 2 * 1024 * 1024;
/// How often an act begins anew when what it is about has been moved to other resources while it waited for them.
const MOST_TRIES: usize = 8;

/// Carries out an act, or answers a question.
pub(super) async fn act(
    State(app): State<App>,
    caller: Caller,
    Path(name): Path<String>,
    RawQuery(address): RawQuery,
    headers: HeaderMap,
    body: Body,
) -> Result<Response<Body>, Problem> {
    let counter = Counter::of(&app, &caller, &name)?;
    Parameters::read(address.as_deref())?.finish()?;
    let most = if name == "import_feed" {
        MOST_FEED_BYTES
    } else {
        MOST_BYTES
    };
    let fields = body::object(&headers, body, &["application/json"], most).await?;
    begin(counter, &name, &headers, fields).await
}

/// Carries out an act of a record at the address of that record.
pub(crate) async fn of_one(
    desk: &Desk,
    (id, named_by): ([u8; 16], &str),
    act: &str,
    headers: &HeaderMap,
    mut fields: Record,
) -> Result<Response<Body>, Problem> {
    if fields.contains_key(named_by) {
        let message = format!("the address says which `{named_by}` it is; leave it out");
        return Err(Error::new(Code::RequestUnknown, format!("/{named_by}"), message).into());
    }
    let counter = Counter::of(&desk.app, &desk.caller, act)?;
    counter.may_begin(desk)?;
    // One that they do not see is none, as it is to whoever reads it.
    let Ok(plan) = desk.plan(&desk.query()?) else {
        return Err(desk.not_found()?.into());
    };
    let (own, plan) = (desk.clone(), Arc::new(plan));
    let found = desk.app.store.read(desk.caller.tenant, move |mut tx| {
        Box::pin(async move { Ok(tx.one(own.pack(), &plan, id).await?.is_some()) })
    });
    if !found.await? {
        return Err(desk.not_found()?.into());
    }
    fields.insert(named_by.to_owned(), Cell::id_text(&id).into());
    begin(counter, act, headers, fields).await
}

/// Carries out an act with what is sent to it.
async fn begin(counter: Counter, name: &str, headers: &HeaderMap, fields: Record) -> Result<Response<Body>, Problem> {
    let now = counter.bookings.now;
    match name {
        "check" | "slots" | "price" | "storefront" | "calendar" => {
            counter.may_ask()?;
            match Sent::new(fields, now).question(name)? {
                Some(question) => ask(counter, question).await,
                None => Err(nothing(name)),
            }
        }
        "block" | "unblock" if counter.blocks.is_none() => Err(nothing(name)),
        "import_feed" if counter.blocks.is_none() || counter.feeds.is_none() => Err(nothing(name)),
        "export_feed" | "close_feed" if counter.feeds.is_none() => Err(nothing(name)),
        _ => {
            let whole = format!("act {name} {}", Value::Object(fields.clone()));
            let desk = match name {
                "block" | "unblock" => counter.blocks()?,
                "import_feed" | "export_feed" | "close_feed" => counter.feeds()?,
                _ => &counter.bookings,
            };
            counter.may_begin(desk)?;
            match Sent::new(fields, now).job(name)? {
                Some(job) => {
                    match job {
                        Job::Hold { .. } | Job::Book { .. } => counter.may_make(&counter.bookings)?,
                        Job::Block(..) => counter.may_make(counter.blocks()?)?,
                        Job::ImportFeed { .. } => {
                            counter.may_make(counter.feeds()?)?;
                            counter.may_make(counter.blocks()?)?;
                        }
                        Job::ExportFeed(_) => {
                            counter.may_ask()?;
                            counter.may_make(counter.feeds()?)?;
                        }
                        // Whether what is there may be changed is known once it is found.
                        _ => {}
                    }
                    run(counter, headers, job, &whole).await
                }
                None => Err(nothing(name)),
            }
        }
    }
}

async fn ask(counter: Counter, question: Question) -> Result<Response<Body>, Problem> {
    let (store, tenant) = (counter.bookings.app.store.clone(), counter.bookings.caller.tenant);
    let told = store.read_at(question.moments(), tenant, move |mut tx| {
        Box::pin(async move { counter.answer(&mut tx, &question).await })
    });
    Ok(([(header::CONTENT_TYPE, "application/json")], told.await?).into_response())
}

/// Carries a job out once, whatever becomes of the line it was asked over.
async fn run(counter: Counter, headers: &HeaderMap, job: Job, whole: &str) -> Result<Response<Body>, Problem> {
    // An address that was made is told once and kept nowhere: asked for again, another one is made.
    let once = match job {
        Job::ExportFeed(_) => None,
        _ => Once::of(&counter.bookings, headers, &[whole.as_bytes()])?,
    };
    let once = Arc::new(once);
    let (store, whose) = (counter.bookings.app.store.clone(), counter.bookings.caller.whose());
    let work = Arc::new((counter, job));
    for _ in 0..MOST_TRIES {
        let (once, work) = (Arc::clone(&once), Arc::clone(&work));
        let done = store.write_again(whose, move |mut tx| {
            let (once, work) = (Arc::clone(&once), Arc::clone(&work));
            Box::pin(async move {
                if let Some(once) = &*once
                    && let Some(before) = once.before(&mut tx).await?
                {
                    return Ok(Some(before));
                }
                let (counter, job) = &*work;
                let answer = counter.carry_out(&mut tx, job).await?;
                if let (Some(once), Some(answer)) = (&*once, &answer) {
                    once.keep(&mut tx, answer).await?;
                }
                Ok(answer)
            })
        });
        if let Some(answer) = done.await? {
            return Ok(answer.into_response());
        }
    }
    let message = "what this is about is being moved by others again and again; try again in a moment";
    Err(Failure::Busy(message.to_owned()).into())
}
