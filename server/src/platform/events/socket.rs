//! What happens over a WebSocket: what [`super::follow`] tells, a message of JSON for each event, for as long.
//!
//! A page of a browser cannot set headers there: by whom and at which tenant it asks, it says as sub-protocols, which stand in no address.
//! A browser asks nobody before it opens one, so it is looked at here of which origin the page is.

use std::time::Duration;

use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade, close_code};
use axum::extract::{FromRequestParts, RawQuery, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use ratebook::{Code, Reason};
use serde_json::json;
use tokio::time;

use super::{Heard, Line, Over, Told};
use crate::platform::caller::{Staying, TENANT_HEADER};
use crate::problem::Problem;
use crate::state::App;

/// What is spoken there; what else is offered says who asks, and is not answered.
const PROTOCOL: &str = "ratebook";
/// Who asks, as a sub-protocol: `bearer.` and the access token or the key.
const BEARER: &str = "bearer.";
/// At which tenant, by its id or its slug.
const TENANT: &str = "tenant.";
/// Nobody says anything there. Whoever does is told so when it is no longer than this, and else let go.
const MOST_BYTES: usize = 4 * 1_024;
/// As many signs that they are still there are taken from somebody between two that are asked of them.
const MOST_SIGNS: u32 = 20;
/// So many times nothing may come of it that they are asked whether they are still there.
const MOST_SILENT: u32 = 3;
/// How long it is waited for whoever is told that it is over to have read it.
const LAST: Duration = Duration::from_secs(2);

/// Somebody who stays, come as a page of a browser comes.
#[derive(Debug)]
pub(crate) struct Coming(Staying);

impl FromRequestParts<App> for Coming {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Coming, Problem> {
        if let Some(origin) = parts.headers.get(header::ORIGIN) {
            let host = parts.headers.get(header::HOST);
            let [origin, host] = [Some(origin), host].map(|value| value.and_then(|value| value.to_str().ok()));
            is_let_in(app, origin.unwrap_or_default(), host.unwrap_or_default())?;
        }
        take_for_headers(&mut parts.headers);
        Staying::from_request_parts(parts, app).await.map(Coming)
    }
}

/// Refuses a page of another origin than the server's own and those that may ask it over HTTP.
fn is_let_in(app: &App, origin: &str, host: &str) -> Result<(), Problem> {
    let is_own = origin
        .split_once("://")
        .is_some_and(|(_, own)| own.eq_ignore_ascii_case(host));
    if is_own || app.manners.let_in(origin) || app.public_url().is_some_and(|own| own == origin) {
        return Ok(());
    }
    let origin: String = origin.chars().take(100).collect();
    let message = format!("pages of `{origin}` may not listen; `cors_origins` in the settings names those that may");
    let reason = Reason::new(Code::TenancyPermissionMissing, "", message);
    Err(Problem::of_reason(403, reason))
}

/// Takes what is said as sub-protocols for the headers that it stands for, where those were not sent.
fn take_for_headers(headers: &mut HeaderMap) {
    let (mut token, mut tenant) = (None, None);
    for value in headers.get_all(header::SEC_WEBSOCKET_PROTOCOL) {
        for offered in value.to_str().unwrap_or_default().split(',').map(str::trim) {
            let bearer = offered.strip_prefix(BEARER).map(|token| format!("Bearer {token}"));
            token = token.or(bearer);
            tenant = tenant.or_else(|| offered.strip_prefix(TENANT).map(str::to_owned));
        }
    }
    let said = [
        (header::AUTHORIZATION, token),
        (HeaderName::from_static(TENANT_HEADER), tenant),
    ];
    for (name, value) in said {
        if let Some(Ok(value)) = value.map(|value| HeaderValue::from_str(&value)) {
            headers.entry(name).or_insert(value);
        }
    }
}

/// `GET /v1/events/socket`: the same as `GET /v1/events`, over a WebSocket.
pub(crate) async fn follow(
    State(app): State<App>,
    Coming(who): Coming,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Result<Response, Problem> {
    // Whoever may listen learns how it is asked, and nobody is heard before they ask so.
    who.caller(&app).await?;
    let Ok(upgrade) = upgrade else {
        let message = "a WebSocket begins with `Connection: Upgrade`, `Upgrade: websocket`, `Sec-WebSocket-Version: 13` and a \
                       `Sec-WebSocket-Key`, over HTTP/1.1";
        let problem = Problem::of_reason(426, Reason::new(Code::RequestType, "", message));
        return Ok(([(header::UPGRADE, "websocket")], problem).into_response());
    };
    let (client, stopping) = (app.limits().client(), app.stopping.subscribe());
    let heard = Line::begin(app, who, (query.as_deref(), &headers)).await?;
    let upgrade = upgrade
        .protocols([PROTOCOL])
        .read_buffer_size(MOST_BYTES)
        .max_message_size(MOST_BYTES)
        .max_frame_size(MOST_BYTES)
        // Each message is sent at once; what answers their signs may wait behind one.
        .write_buffer_size(0)
        .max_write_buffer_size(MOST_BYTES * 16);
    Ok(upgrade.on_upgrade(move |socket| async move {
        let last = None;
        let socket = Socket { socket, client, last };
        socket.tell(heard).await;
        // The server waits for it when it ends.
        drop(stopping);
    }))
}

/// Somebody at the other end of one.
struct Socket {
    socket: WebSocket,
    /// How long they may keep the server waiting.
    client: Duration,
    /// Until when they have read what is left, once nothing more is told.
    last: Option<time::Instant>,
}

/// By which code it is closed, and why.
type Closing = (u16, &'static str);

impl Socket {
    /// Tells what is heard, and at the end why nothing more comes. Whoever does not read, or gives no sign, is let go without a word.
    async fn tell(mut self, mut heard: Heard) {
        let first = time::Instant::now() + self.client;
        let mut asks = time::interval_at(first, self.client);
        asks.set_missed_tick_behavior(time::MissedTickBehavior::Delay);
        let (mut silent, mut signs) = (0, 0);
        let closing = loop {
            let message = tokio::select! {
                told = heard.told.recv() => match told {
                    Some(told) => told.message(),
                    None => {
                        let over = (&mut heard.over).await.ok().flatten();
                        break Some(over.unwrap_or(Over::Long).closing());
                    }
                },
                said = self.socket.recv() => match said {
                    Some(Ok(Message::Ping(_) | Message::Pong(_))) if signs < MOST_SIGNS => {
                        (silent, signs) = (0, signs + 1);
                        continue;
                    }
                    Some(Ok(Message::Close(_))) => break None,
                    Some(_) => break Some((close_code::POLICY, "nothing is said here but ping, pong and close")),
                    None => return,
                },
                _ = asks.tick() => {
                    if silent == MOST_SILENT {
                        return;
                    }
                    (silent, signs) = (silent + 1, 0);
                    Message::Ping(Bytes::new())
                }
            };
            if !self.sends(message, heard.told.is_closed()).await {
                return;
            }
        };
        heard.told.close();
        self.ends(closing).await;
    }

    /// Whether they have read enough for a message to go. For those that are left when nothing more is told, all of the time is one.
    async fn sends(&mut self, message: Message, is_left: bool) -> bool {
        let until = time::Instant::now() + self.client.saturating_mul(MOST_SILENT);
        let until = if is_left {
            *self.last.get_or_insert(until)
        } else {
            until
        };
        matches!(time::timeout_at(until, self.socket.send(message)).await, Ok(Ok(())))
    }

    /// Says that it is over, where they have not said so themselves, and waits a little until that is read: on a line that is closed before,
    /// what is still under way is lost.
    async fn ends(mut self, closing: Option<Closing>) {
        if let Some((code, reason)) = closing {
            let reason = reason.into();
            let closes = Message::Close(Some(CloseFrame { code, reason }));
            if !self.sends(closes, true).await {
                return;
            }
        }
        let read = async { while let Some(Ok(_)) = self.socket.recv().await {} };
        let _ = time::timeout(LAST, read).await;
    }
}

impl Told {
    /// As a message of JSON.
    fn message(self) -> Message {
        let Told { id, said } = self;
        let told = match said {
            Some((event, data)) => json!({"id": id, "event": event, "data": data}),
            None => json!({"id": id}),
        };
        Message::text(told.to_string())
    }
}

impl Over {
    /// What was refused is told by its status, behind 4000, and by its code.
    fn closing(&self) -> Closing {
        match self {
            Over::Long => (close_code::AWAY, "come again with the `id` that came last"),
            Over::Closing => (
                close_code::AWAY,
                "the server ends; come again with the `id` that came last",
            ),
            Over::Refused(problem) => (4_000 + problem.status(), problem.code().as_str()),
        }
    }
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderValue, header};

    use super::take_for_headers;

    fn taken(sent: &[(&'static str, &'static str)]) -> [Option<String>; 2] {
        let mut headers = HeaderMap::new();
        for (name, value) in sent {
            headers.append(*name, HeaderValue::from_static(value));
        }
        take_for_headers(&mut headers);
        [header::AUTHORIZATION.as_str(), "x-tenant-id"].map(|name| {
            let value = headers.get(name)?.to_str().ok()?;
            Some(value.to_owned())
        })
    }

    #[test]
    fn what_a_page_cannot_say_in_headers_it_says_as_sub_protocols() {
        let some = |text: &str| Some(text.to_owned());
        let offered = "sec-websocket-protocol";
        assert_eq!(
            taken(&[(offered, "ratebook, bearer.a.b-c_d, tenant.acme")]),
            [some("Bearer a.b-c_d"), some("acme")]
        );
        assert_eq!(
            taken(&[
                (offered, "ratebook"),
                (offered, "tenant.acme,bearer.a"),
                (offered, "bearer.b")
            ]),
            [some("Bearer a"), some("acme")]
        );
        assert_eq!(taken(&[(offered, "ratebook, bearers.a, Tenant.b")]), [None, None]);
        // Whoever sends headers means these.
        let sent = [
            ("authorization", "Bearer own"),
            ("x-tenant-id", "globex"),
            (offered, "bearer.a, tenant.acme"),
        ];
        assert_eq!(taken(&sent), [some("Bearer own"), some("globex")]);
    }
}
