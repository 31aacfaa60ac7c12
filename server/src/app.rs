//! The router: every route, and what is answered where there is none.

use axum::Router;
use axum::http::{Method, Uri};
use axum::middleware::from_fn;
use axum::routing::{get, post};
use ratebook::{Code, Reason};

use crate::platform::trace;
use crate::problem::Problem;
use crate::state::App;
use crate::{commerce, engine, records};

/// Everything that is answered.
pub fn router(app: App) -> Router {
    routes()
        .merge(records::routes())
        .merge(commerce::routes())
        .with_state(app)
        .layer(from_fn(trace::traced))
}

/// What is answered without a database: the engine alone.
pub fn stateless() -> Router {
    routes().layer(from_fn(trace::traced))
}

fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
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
