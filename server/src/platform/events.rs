//! What happens, told as it happens to whoever stays on the line and may read it: server-sent events, in the order of the tenant.
//!
//! Each is looked at by the rights that its reader has then: of a record that they do not see they hear nothing, and of one that is gone
//! only those who may read all of them. Where anything is in doubt nothing is told.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use ratebook::{Code, Error, Reason};
use serde_json::{Value, json};
use tokio::sync::mpsc;
use tokio::time;
use tokio_stream::wrappers::ReceiverStream;

use super::audit::sight::{Shown, Sight};
use super::auth::written;
use super::caller::Staying;
use super::webhooks::{is_kind, is_of};
use crate::came::Came;
use crate::problem::Problem;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, RowCells, TenantKey, Written};

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

type Listener = mpsc::Sender<Result<Event, Infallible>>;

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
    listener: Listener,
}

/// `GET /v1/events`: what happens from now on, or behind an event that was heard before.
pub(super) async fn follow(
    State(app): State<App>,
    who: Staying,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let caller = who.caller(&app).await?;
    let wanted = Wanted::read(query.as_deref(), &headers)?;
    let Ok(place) = Arc::clone(&app.followers).try_acquire_owned() else {
        let message = "as many follow what happens just now as the server has place for; try again in a moment";
        return Err(Failure::Busy(message.to_owned()).into());
    };
    let (first, last) = kept(&app, caller.tenant).await?;
    let (listener, heard) = mpsc::channel(WAITING);
    let heard_last = wanted.after.unwrap_or(last);
    let after = heard_last.clamp(first.saturating_sub(1), last);
    // What is kept no more cannot be told again.
    if after != heard_last {
        let _ = listener.try_send(Ok(Event::default().id(after.to_string()).event("missed").data("{}")));
    }
    let line = Line {
        app,
        who,
        kinds: wanted.kinds,
        after,
        listener,
    };
    // From where they came at first, they are still there.
    tokio::spawn(Came::now().during(async move {
        // A reader who is told nothing more comes again.
        let _ = time::timeout(LONGEST, line.tell()).await;
        drop(place);
    }));
    let alive = KeepAlive::new().interval(EVERY.saturating_mul(5));
    Ok(Sse::new(ReceiverStream::new(heard)).keep_alive(alive).into_response())
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
    /// Tells one event after the other until nobody listens, or may.
    async fn tell(mut self) {
        let (mut passed_on, mut stopping) = (self.app.passed_on.subscribe(), self.app.stopping.subscribe());
        loop {
            passed_on.mark_unchanged();
            match self.tell_some().await {
                Ok(true) => continue,
                Ok(false) => {}
                Err(_) => return,
            }
            tokio::select! {
                _ = passed_on.changed() => {}
                () = time::sleep(EVERY) => {}
                () = self.listener.closed() => return,
                _ = stopping.changed() => return,
            }
        }
    }

    /// Tells a page; whether there may be more. Whoever may nothing any more is told nothing more.
    async fn tell_some(&mut self) -> Result<bool, Problem> {
        let caller = self.who.caller(&self.app).await?;
        let after = self.after;
        let rows = self.app.store.read(caller.tenant, move |mut tx| {
            Box::pin(async move {
                let text = "SELECT seq, id, at, entity, record_id, name, body FROM outbox WHERE tenant_id = $1 AND seq > $2 AND NOT is_effect \
                            ORDER BY seq LIMIT $3";
                tx.ask(text, &[Bound::Whole(after), Bound::Whole(PAGE)]).await
            })
        });
        let rows = rows.await?;
        let (mut heard, mut numbers, mut entries) = (self.after, BTreeMap::new(), Vec::new());
        for row in &rows {
            self.after = row.whole(0).map_err(Failure::from)?.unwrap_or(self.after);
            if let Some(entry) = self.entry(row)? {
                numbers.insert(entry.id, self.after);
                entries.push(entry);
            }
        }
        // What of no entity of the pack's is known is nobody's to hear.
        let shown = Sight::of(&self.app, &caller)?.shown(&self.app, entries).await?;
        for one in shown.iter().filter(|one| one.changes.is_some()) {
            heard = numbers.get(&one.written.id).copied().unwrap_or(heard);
            let sent = self.listener.send(Ok(event(one).id(heard.to_string())));
            if !matches!(time::timeout(PATIENCE, sent).await, Ok(Ok(()))) {
                return Err(Failure::Busy("a reader who does not listen".to_owned()).into());
            }
        }
        // Whoever hears little does not begin again before all that they may not hear.
        if heard < self.after {
            let silent = Event::default().id(self.after.to_string());
            let _ = self.listener.try_send(Ok(silent));
        }
        Ok(i64::try_from(rows.len()).unwrap_or(0) == PAGE)
    }

    /// What has happened as the history has it, by the names of the fields alone; nothing of what is not wanted, nor of what cannot be known.
    fn entry(&self, row: &AnyRow) -> Result<Option<Written>, Failure> {
        let name = row.text(5)?.unwrap_or_default();
        let is_wanted = self.kinds.is_empty() || self.kinds.iter().any(|kind| is_of(name, kind));
        let body: Value = row
            .text(6)?
            .map(serde_json::from_str)
            .and_then(Result::ok)
            .unwrap_or_default();
        let Some(fields) = body.get("fields").and_then(Value::as_array).filter(|_| is_wanted) else {
            return Ok(None);
        };
        let changes: Vec<Value> = fields.iter().map(|field| json!({"field": field})).collect();
        Ok(Some(Written {
            id: row.id(1)?.unwrap_or_default(),
            at: row.whole(2)?.unwrap_or_default(),
            entity: row.text(3)?.unwrap_or_default().to_owned(),
            record: row.id(4)?,
            action: name.to_owned(),
            changes: json!(changes).to_string(),
            ..Written::default()
        }))
    }
}

fn event(shown: &Shown) -> Event {
    let own = &shown.written;
    let told = json!({"message": written(own.id), "timestamp": own.moment(), "entity": shown.entity, "id": own.record.map(written)});
    Event::default().event(&own.action).data(told.to_string())
}
