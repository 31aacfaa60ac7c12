//! What a browser is shown: the console at `/`, and at `/api` what can be asked, to be tried.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use include_dir::{Dir, include_dir};

use crate::routes::{Needs, Routes};

/// Scripts, styles and requests of this server alone, shown in no frame of another.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob:; \
                      base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/// What may be kept as long as it is asked for: its name tells what is in it.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
const ASKED_AGAIN: &str = "no-cache";

/// The console as it is built of `web/src`.
static CONSOLE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/web/dist");

/// The routes of the pages.
pub(crate) fn routes<S: Clone + Send + Sync + 'static>() -> Routes<S> {
    Routes::default()
        .get("/", Needs::Page, console)
        .get("/r/{*place}", Needs::Page, console)
        .get("/v/{*place}", Needs::Page, console)
        .get("/icon.svg", Needs::Page, || async {
            of_console("icon.svg", ASKED_AGAIN)
        })
        .get("/assets/{name}", Needs::Page, asset)
        .get("/api", Needs::Page, || async {
            shown(
                "text/html; charset=utf-8",
                include_str!("index.html").as_bytes(),
                ASKED_AGAIN,
            )
        })
        .get("/api/page.css", Needs::Page, || async {
            shown(
                "text/css; charset=utf-8",
                include_str!("page.css").as_bytes(),
                ASKED_AGAIN,
            )
        })
        .get("/api/page.js", Needs::Page, || async {
            shown(
                "text/javascript; charset=utf-8",
                include_str!("page.js").as_bytes(),
                ASKED_AGAIN,
            )
        })
}

/// The console finds out itself what its address is of.
async fn console() -> Response {
    of_console("index.html", ASKED_AGAIN)
}

async fn asset(Path(name): Path<String>) -> Response {
    of_console(&format!("assets/{name}"), FOR_EVER)
}

fn of_console(path: &str, kept: &'static str) -> Response {
    let kind = match path.rsplit_once('.') {
        Some((_, "html")) => "text/html; charset=utf-8",
        Some((_, "css")) => "text/css; charset=utf-8",
        Some((_, "js")) => "text/javascript; charset=utf-8",
        Some((_, "svg")) => "image/svg+xml",
        _ => "application/octet-stream",
    };
    match CONSOLE.get_file(path) {
        Some(file) => shown(kind, file.contents(), kept),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn shown(kind: &'static str, bytes: &'static [u8], kept: &'static str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::CACHE_CONTROL, kept),
    ];
    (headers, bytes).into_response()
}
