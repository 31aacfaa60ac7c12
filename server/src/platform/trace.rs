//! Which request something belongs to: the trace of whoever asks where they name one, else one of our own.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::HeaderValue;
use axum::middleware::Next;
use axum::response::Response;
use uuid::Uuid;

use crate::came::{Came, Proxies};

/// The header that tells who has taken the place of whoever a request is asked for.
const IMPERSONATED_BY: &str = "x-impersonated-by";

/// The trace of the request that is answered just now.
pub fn current() -> Option<Arc<str>> {
    Came::now().trace
}

/// Notes what went wrong, under the trace of the request.
#[expect(clippy::print_stderr, reason = "the log is what stands beside the answers")]
pub fn tell(message: &str) {
    let line = serde_json::json!({"level": "error", "trace_id": current().as_deref(), "message": message});
    eprintln!("{line}");
}

/// Answers under a trace, and names it in the answer.
pub async fn traced(State(proxies): State<Proxies>, request: Request, next: Next) -> Response {
    // One that names two names none.
    let mut given = request.headers().get_all("traceparent").iter();
    let given = given.next().filter(|_| given.next().is_none());
    let trace = given
        .and_then(|value| trace_of(value.to_str().ok()?))
        .unwrap_or_else(|| Uuid::new_v4().simple().to_string());
    let trace: Arc<str> = trace.into();
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let came = Came {
        ip: peer.map(|peer| proxies.who_asks(peer.0, request.headers())),
        trace: Some(Arc::clone(&trace)),
        ..Came::default()
    };
    let mut response = came.clone().during(next.run(request)).await;
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
fn trace_of(text: &str) -> Option<String> {
    let mut parts = text.split('-');
    let (version, trace, parent, flags) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let hex = |text: &str, length: usize| {
        text.len() == length && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    };
    let some = |text: &str, length: usize| hex(text, length) && text.bytes().any(|byte| byte != b'0');
    let known = hex(version, 2) && version != "ff" && (version != "00" || parts.next().is_none());
    (known && some(trace, 32) && some(parent, 16) && hex(flags, 2)).then(|| trace.to_owned())
}

#[cfg(test)]
mod tests {
    use super::trace_of;

    #[test]
    fn a_trace_is_taken_as_it_is_written() {
        let trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        assert_eq!(
            trace_of(&format!("00-{trace}-00f067aa0ba902b7-01")).as_deref(),
            Some(trace)
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
            assert_eq!(trace_of(wrong), None, "{wrong}");
        }
        assert_eq!(
            trace_of("00-00000000000000000000000000000000-00f067aa0ba902b7-01"),
            None
        );
        assert_eq!(
            trace_of("00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01"),
            None
        );
    }
}
