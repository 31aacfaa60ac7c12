//! Which request something belongs to: the trace of whoever asks where they name one, else one of our own.

use std::io::{self, Write as _};
use std::net::SocketAddr;
use std::sync::Arc;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::HeaderValue;
use axum::middleware::Next;
use axum::response::Response;
use serde_json::Value;
use uuid::Uuid;

use super::telemetry::Telemetry;
use crate::came::{Came, Proxies};
use crate::language;
use crate::spans::Remote;
use crate::state::Clock;

/// The header that tells who has taken the place of whoever a request is asked for.
const IMPERSONATED_BY: &str = "x-impersonated-by";

/// The trace of the request that is answered just now.
pub fn current() -> Option<Arc<str>> {
    Came::now().trace
}

/// Notes what went wrong, under the trace of the request.
pub fn tell(message: &str) {
    log(serde_json::json!({"level": "error", "trace_id": current().as_deref(), "message": message}));
}

/// A line of the log, with when it was written. One that nobody can take, as where the disk is full, is lost, and nothing else with it.
pub(super) fn log(mut line: Value) {
    if let Some(line) = line.as_object_mut() {
        line.insert("at".to_owned(), Clock::system().now().to_string().into());
    }
    let _ = writeln!(io::stderr().lock(), "{line}");
}

/// Answers under a trace, and names it in the answer.
pub async fn traced(
    State((proxies, telemetry)): State<(Proxies, Telemetry)>,
    request: Request,
    next: Next,
) -> Response {
    // One that names two names none.
    let mut given = request.headers().get_all("traceparent").iter();
    let given = given.next().filter(|_| given.next().is_none());
    let given = given.and_then(|value| trace_of(value.to_str().ok()?));
    let answering = telemetry.begins(&request, given.as_ref());
    let trace = match (given, &answering.steps) {
        (Some(given), _) => given.trace,
        (None, Some(steps)) => steps.trace(),
        (None, None) => Uuid::new_v4().simple().to_string(),
    };
    let trace: Arc<str> = trace.into();
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let came = Came {
        ip: peer.map(|peer| proxies.who_asks(peer.0, request.headers())),
        trace: Some(Arc::clone(&trace)),
        steps: answering.steps.clone(),
        language: language::of(request.headers()),
        locale: language::locale_of(request.headers()),
        ..Came::default()
    };
    let mut response = came.clone().during(next.run(request)).await;
    telemetry.ends(&answering, response.status().as_u16(), &came);
    let operator = came.operator().map(|operator| Uuid::from_bytes(operator).to_string());
    if let Some(operator) = operator.and_then(|id| HeaderValue::from_str(&id).ok()) {
        response.headers_mut().insert(IMPERSONATED_BY, operator);
    }
    if let Some(going) = came.going.get() {
        response = going.told(response);
    }
    if let Ok(value) = HeaderValue::from_str(&trace) {
        response.headers_mut().insert("x-request-id", value);
    }
    response
}

/// The trace that a `traceparent` of W3C names: a version, a trace, a parent and flags; more only in versions to come.
fn trace_of(text: &str) -> Option<Remote> {
    let mut parts = text.split('-');
    let (version, trace, parent, flags) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let hex = |text: &str, length: usize| {
        text.len() == length && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    };
    let some = |text: &str, length: usize| hex(text, length) && text.bytes().any(|byte| byte != b'0');
    let known = hex(version, 2) && version != "ff" && (version != "00" || parts.next().is_none());
    let is_one = known && some(trace, 32) && some(parent, 16) && hex(flags, 2);
    is_one.then(|| Remote {
        trace: trace.to_owned(),
        parent: parent.to_owned(),
        is_sampled: u8::from_str_radix(flags, 16).is_ok_and(|flags| flags & 1 == 1),
    })
}

#[cfg(test)]
mod tests {
    use super::trace_of;

    #[test]
    fn a_trace_is_taken_as_it_is_written() {
        let trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        assert_eq!(
            trace_of(&format!("00-{trace}-00f067aa0ba902b7-01")).map(|remote| (remote.trace, remote.is_sampled)),
            Some((trace.to_owned(), true))
        );
        for wrong in [
            "",
            "00",
            "00-4bf9-00f067aa0ba902b7-01",
            "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-1",
        ] {
            assert!(trace_of(wrong).is_none(), "{wrong}");
        }
        for wrong in ["0".repeat(32), trace.to_uppercase()] {
            assert!(
                trace_of(&format!("00-{wrong}-00f067aa0ba902b7-01")).is_none(),
                "{wrong}"
            );
        }
    }
}
