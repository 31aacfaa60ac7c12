//! The page at `/`: what can be asked, to be tried in a browser.

use axum::http::header;
use axum::response::IntoResponse;

use crate::routes::{Needs, Routes};

/// Scripts, styles and requests of this server alone, shown in no frame of another.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; \
                      base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The routes of the page.
pub(crate) fn routes<S: Clone + Send + Sync + 'static>() -> Routes<S> {
    Routes::default()
        .get("/", Needs::Page, || {
            file("text/html; charset=utf-8", include_str!("index.html"))
        })
        .get("/page.css", Needs::Page, || {
            file("text/css; charset=utf-8", include_str!("page.css"))
        })
        .get("/page.js", Needs::Page, || {
            file("text/javascript; charset=utf-8", include_str!("page.js"))
        })
}

async fn file(kind: &'static str, text: &'static str) -> impl IntoResponse {
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::CACHE_CONTROL, "no-cache"),
    ];
    (headers, text)
}
