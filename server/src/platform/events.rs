//! What happens, told as it happens to whoever stays on the line and may read it, in the order of the tenant: as server-sent events, or
//! over a WebSocket. Both are told the same, by the same [`Line`]; how it is written is all in which they differ.
//!
//! Each is looked at by the rights that its reader has then, and by the record as it was before and afterwards: of one that they have never
//! seen they hear nothing, of one that came into sight or went out of it that alone, and what became of one that is gone only those hear who may
//! read all of them. Where anything is in doubt nothing is told.

mod seen;
pub(super) mod socket;

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use ratebook::{Code, Error, Reason};
use serde_json::{Value, json};
use tokio::sync::{OwnedSemaphorePermit, mpsc};
use tokio::task::JoinHandle;
use tokio::time;
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::ReceiverStream;

use seen::Happened;

use super::audit::sight::Sight;
use super::caller::Staying;
use super::webhooks::is_kind;
use crate::came::Came;
use crate::problem::Problem;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, RowCells, TenantKey};

/// How many are read at once.
const PAGE: i64 = 100;
/// How often it is looked at what other servers have passed on.
const EVERY: Duration = Duration::from_secs(2);
/// When somebody has been on the line for so long, they come again with what they heard last.
const LONGEST: Duration = Duration::from_secs(15 * 60);
/// How long somebody may take to hear an event before the line is given up.
const PATIENCE: Duration = Duration::from_secs(30);
/// How many events wait for a slow reader.
const WAITING: usize = 64;
const MOST_KINDS: usize = 50;
const LAST_HEARD: &str = "last-event-id";

/// What somebody is told.
#[derive(Debug)]
struct Told {
    /// The number by which they come again behind it.
    id: i64,
    /// What it is called, and what there is to say of it; nothing where they only learn how far they have come.
    said: Option<(String, Value)>,
}

/// Why nothing more is told.
#[derive(Debug)]
enum Over {
    /// They have been on the line for as long as anybody is, and come again.
    Long,
    /// The server is about to end.
    Closing,
    /// They may not any more, or nothing can be read just now.
    Refused(Problem),
}

/// What somebody on the line is told, and the place that is theirs until they leave it.
#[derive(Debug)]
struct Heard {
    told: mpsc::Receiver<Told>,
    /// Why nothing more is, beside all that waits to be told, however much that is.
    over: JoinHandle<Option<Over>>,
    place: OwnedSemaphorePermit,
}

/// What is wanted, and behind which event.
struct Wanted {
    kinds: Vec<String>,
    after: Option<i64>,
}

/// Somebody on the line.
struct Line {
    app: App,
    who: Staying,
    kinds: Vec<String>,
    /// The number of the event that they heard last.
    after: i64,
    listener: mpsc::Sender<Told>,
}

/// `GET /v1/events`: what happens from now on, or behind an event that was heard before.
pub(super) async fn follow(
    State(app): State<App>,
    who: Staying,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let Heard { told, over, place } = Line::begin(app, who, (query.as_deref(), &headers)).await?;
    // It is theirs for as long as anything may be told, and not until the rest is read: over HTTP/2 the line of whoever reads nothing stays.
    tokio::spawn(async move {
        let _ = over.await;
        drop(place);
    });
    let events = ReceiverStream::new(told).map(|told| Ok::<_, Infallible>(told.event()));
    let alive = KeepAlive::new().interval(EVERY.saturating_mul(5));
    Ok(Sse::new(events).keep_alive(alive).into_response())
}

impl Told {
    /// As a server-sent event.
    fn event(self) -> Event {
        let event = Event::default().id(self.id.to_string());
        match self.said {
            Some((name, data)) => event.event(name).data(data.to_string()),
            None => event,
        }
    }
}

impl Wanted {
    fn read(query: Option<&str>, headers: &HeaderMap) -> Result<Wanted, Problem> {
        let mut wanted = Wanted {
            kinds: Vec::new(),
            after: None,
        };
        let mut faults = Vec::new();
        for pair in query.unwrap_or_default().split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let value = percent_encoding::percent_decode_str(value).decode_utf8_lossy();
            match name {
                "events" => {
                    wanted.kinds = value.split(',').map(str::to_owned).collect();
                    if wanted.kinds.len() > MOST_KINDS || wanted.kinds.iter().any(|kind| !is_kind(kind)) {
                        let message = format!(
                            "`events` names up to {MOST_KINDS} kinds such as `customer:created`, `customer:*` or `*`"
                        );
                        faults.push(Reason::new(Code::RequestRange, "/events", message));
                    }
                }
                "after" => wanted.after = number(&value, "/after", &mut faults),
                other => {
                    let other: String = other.chars().take(50).collect();
                    let message = format!("there is no parameter `{other}`; there are `events` and `after`");
                    faults.push(Reason::new(Code::RequestUnknown, format!("/{other}"), message));
                }
            }
        }
        // Whoever lost the line says in a header what they heard last.
        if let Some(heard) = headers.get(LAST_HEARD) {
            wanted.after = number(heard.to_str().unwrap_or_default(), "", &mut faults);
        }
        Error::unless_empty(faults)?;
        Ok(wanted)
    }
}

fn number(text: &str, path: &str, faults: &mut Vec<Reason>) -> Option<i64> {
    let number = text.parse().ok().filter(|number: &i64| *number >= 0);
    if number.is_none() {
        let message = "an event is known by a whole number, which stands in its `id`";
        faults.push(Reason::new(Code::RequestRange, path, message));
    }
    number
}

/// The numbers of the first and the last event that are kept; of none, as if there had been one that is gone.
async fn kept(app: &App, tenant: TenantKey) -> Result<(i64, i64), Failure> {
    let rows = app.store.read(tenant, |mut tx| {
        Box::pin(async move {
            let text = "SELECT coalesce(min(seq), 1), coalesce(max(seq), 0) FROM outbox WHERE tenant_id = $1 AND seq IS NOT NULL";
            tx.ask(text, &[]).await
        })
    });
    let rows = rows.await?;
    let number = |place: usize| Ok::<_, Failure>(rows.first().map(|row| row.whole(place)).transpose()?.flatten());
    Ok((number(0)?.unwrap_or(1), number(1)?.unwrap_or(0)))
}

impl Line {
    /// Takes in somebody who may come: from here on they are told what they want to hear.
    async fn begin(app: App, who: Staying, (query, headers): (Option<&str>, &HeaderMap)) -> Result<Heard, Problem> {
        let caller = who.caller(&app).await?;
        let wanted = Wanted::read(query, headers)?;
        let Ok(place) = Arc::clone(&app.followers).try_acquire_owned() else {
            let message = "as many follow what happens just now as the server has place for; try again in a moment";
            return Err(Failure::Busy(message.to_owned()).into());
        };
        let (first, last) = kept(&app, caller.tenant).await?;
        let (listener, told) = mpsc::channel(WAITING);
        let heard_last = wanted.after.unwrap_or(last);
        let after = heard_last.clamp(first.saturating_sub(1), last);
        // What is kept no more cannot be told again.
        if after != heard_last {
            let missed = Some(("missed".to_owned(), json!({})));
            let _ = listener.try_send(Told {
                id: after,
                said: missed,
            });
        }
        let line = Line {
            app,
            who,
            kinds: wanted.kinds,
            after,
            listener,
        };
        // From where they came at first, they are still there.
        let over = tokio::spawn(Came::now().during(line.tell()));
        Ok(Heard { told, over, place })
    }

    /// Tells what happens for as long as anybody is on the line, and at its end why nothing more comes.
    async fn tell(mut self) -> Option<Over> {
        // A reader who is told nothing more comes again.
        let over = time::timeout(LONGEST, self.tell_all()).await;
        over.unwrap_or(Some(Over::Long))
    }

    /// Tells one event after the other until nobody listens, or may.
    async fn tell_all(&mut self) -> Option<Over> {
        let (mut passed_on, mut stopping) = (self.app.passed_on.subscribe(), self.app.stopping.subscribe());
        loop {
            passed_on.mark_unchanged();
            match self.tell_some().await {
                Ok(true) if !*stopping.borrow() => continue,
                Ok(_) => {}
                Err(problem) => return Some(Over::Refused(problem)),
            }
            tokio::select! {
                biased;
                _ = stopping.wait_for(|stops| *stops) => return Some(Over::Closing),
                () = self.listener.closed() => return None,
                _ = passed_on.changed() => {}
                () = time::sleep(EVERY) => {}
            }
        }
    }

    /// Tells a page; whether there may be more. Whoever may nothing any more is told nothing more.
    async fn tell_some(&mut self) -> Result<bool, Problem> {
        let caller = self.who.caller(&self.app).await?;
        let after = self.after;
        let rows = self.app.store.read(caller.tenant, move |mut tx| {
            Box::pin(async move {
                let values = [Bound::Whole(after), Bound::Whole(PAGE)];
                tx.ask(Happened::COLUMNS, &values).await
            })
        });
        let rows = rows.await?;
        let (mut heard, mut happened) = (self.after, Vec::new());
        for row in &rows {
            self.after = row.whole(0).map_err(Failure::from)?.unwrap_or(self.after);
            happened.extend(Happened::read(row)?);
        }
        // What of no entity of the pack's is known is nobody's to hear.
        let sight = Sight::of(&self.app, &caller)?;
        for one in seen::told(&self.app, &sight, (happened, &self.kinds)).await? {
            heard = one.id;
            let sent = self.listener.send(one);
            if !matches!(time::timeout(PATIENCE, sent).await, Ok(Ok(()))) {
                return Err(Failure::Busy("a reader who does not listen".to_owned()).into());
            }
        }
        // Whoever hears little does not begin again before all that they may not hear.
        if heard < self.after {
            let silent = Told {
                id: self.after,
                said: None,
            };
            let _ = self.listener.try_send(silent);
        }
        Ok(i64::try_from(rows.len()).unwrap_or(0) == PAGE)
    }
}
