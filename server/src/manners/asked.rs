//! What is refused before any route sees it, and what is told without one.

use std::collections::BTreeSet;

use axum::extract::Request;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode_str;
use ratebook::{Code, Reason};

use crate::app;
use crate::problem::Problem;
use crate::routes::led_to;

/// Refuses an address that is no text, and a body that is compressed: how much it grows to, only reading it would tell.
pub(super) async fn read(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if path.contains('%') && percent_decode_str(path).decode_utf8().is_err() {
        return Problem::not_found("the address is not UTF-8 once its `%` are read").into_response();
    }
    let coding = request.headers().get(header::CONTENT_ENCODING);
    if coding.is_some_and(|coding| !coding.as_bytes().eq_ignore_ascii_case(b"identity")) {
        let message = "what is sent must not be compressed; send it without `Content-Encoding`";
        let problem = Problem::of_reason(415, Reason::new(Code::RequestType, "", message));
        return ([(header::ACCEPT_ENCODING, "identity")], problem).into_response();
    }
    next.run(request).await
}

/// Answers `OPTIONS` with the methods of an address. What a browser asks before it lets a page of another origin ask goes on.
pub(super) async fn options(request: Request, next: Next) -> Response {
    let preflight = request.headers().contains_key(header::ACCESS_CONTROL_REQUEST_METHOD);
    if request.method() != Method::OPTIONS || preflight {
        return next.run(request).await;
    }
    let path = request.uri().path();
    let Some(pattern) = led_to(app::table(), path) else {
        return Problem::not_found(&format!("there is nothing at `{path}`")).into_response();
    };
    let own = app::table().iter().filter(|route| route.path == pattern);
    let mut methods: BTreeSet<&str> = own.map(|route| route.method.as_str()).collect();
    if methods.contains("GET") {
        methods.insert("HEAD");
    }
    methods.insert("OPTIONS");
    let allowed = methods.into_iter().collect::<Vec<_>>().join(", ");
    let mut response = StatusCode::NO_CONTENT.into_response();
    if let Ok(allowed) = HeaderValue::from_str(&allowed) {
        response.headers_mut().insert(header::ALLOW, allowed);
    }
    response
}
