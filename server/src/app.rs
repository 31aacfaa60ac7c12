//! The router: every route, and what is answered where there is none.

use axum::Router;
use axum::http::{Method, Uri};
use axum::routing::{get, post};
use ratebook::{Code, Reason};

use crate::engine;
use crate::problem::Problem;

/// Everything that is answered.
pub fn router() -> Router {
    Router::new()
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/v1/engine/{area}/{op}", post(engine::ask))
        .fallback(nothing_here)
        .method_not_allowed_fallback(another_way)
}

async fn nothing_here(uri: Uri) -> Problem {
    Problem::not_found(&format!("there is nothing at `{}`", uri.path()))
}

async fn another_way(method: Method, uri: Uri) -> Problem {
    let message = format!("`{}` cannot be asked by {method}", uri.path());
    Problem::of_reason(405, Reason::new(Code::RequestUnknown, "", message))
}
