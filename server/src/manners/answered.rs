//! What goes with every answer.

use axum::extract::Request;
use axum::http::{Extensions, HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Version, header};
use axum::middleware::Next;
use axum::response::Response;

/// What stands in no frame and loads nothing: data, whatever a browser takes it for.
const POLICY: &str = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/// For every answer that says nothing else.
const ALWAYS: [(HeaderName, &str); 6] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// Lays on what browsers are told, and who may keep the answer: nobody but who asked, and only to ask whether it is still so.
pub(super) async fn with_headers(hsts_seconds: u32, request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let mut response = next.run(request).await;
    let kept = reads && (response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED);
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    let caching = if kept { "private, no-cache" } else { "no-store" };
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static(caching));
    // Whose answer it is stands in these, and in no address.
    headers.append(header::VARY, HeaderValue::from_static("authorization, x-tenant-id"));
    if hsts_seconds > 0
        && let Ok(value) = HeaderValue::from_str(&format!("max-age={hsts_seconds}; includeSubDomains"))
    {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, value);
    }
    response
}

/// Whether an answer may be compressed. Where a secret and what somebody else has sent stand in one answer, its length tells of the
/// secret: answers that nobody may keep have such secrets in them, or are short.
pub(super) fn may_be_compressed(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    let says = |name: HeaderName, word: &str| {
        let value = headers.get(name).and_then(|value| value.to_str().ok());
        value.is_some_and(|value| value.contains(word))
    };
    let read_by_line =
        says(header::CONTENT_TYPE, "application/x-ndjson") || says(header::CONTENT_TYPE, "text/event-stream");
    // Of a file parts are asked for, and its length is told: both are of its own bytes.
    let is_file = headers.contains_key(header::ACCEPT_RANGES);
    !says(header::CACHE_CONTROL, "no-store") && !read_by_line && !is_file
}

/// A compressed answer has other bytes than the tag was made of: it is the same only in what it says.
pub(super) async fn weakened(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    if headers.contains_key(header::CONTENT_ENCODING)
        && let Some(tag) = headers.get(header::ETAG).and_then(|tag| tag.to_str().ok())
        && !tag.starts_with("W/")
        && let Ok(weak) = HeaderValue::from_str(&format!("W/{tag}"))
    {
        headers.insert(header::ETAG, weak);
    }
    response
}
