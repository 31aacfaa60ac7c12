//! The router: every route, and what is answered where there is none.

use std::net::SocketAddr;

use axum::Router;
use axum::http::{Method, Uri};
use axum::middleware::from_fn;
use axum::routing::{get, post};
use ratebook::{Code, Reason};
use tokio::net::{TcpListener, TcpSocket};

use crate::platform::{self, trace};
use crate::problem::Problem;
use crate::state::App;
use crate::{commerce, engine, openapi, page, records};

/// What is answered without a database: the engine.
pub fn router() -> Router {
    finished(engine_routes())
}

/// Everything that is answered.
pub fn serving(app: App) -> Router {
    let own = Router::new().route("/v1/openapi.json", get(openapi::document));
    let routes = own.merge(platform::routes());
    let routes = routes.merge(commerce::routes()).merge(records::routes());
    finished(engine_routes().merge(page::routes()).merge(routes.with_state(app)))
}

/// How many connections may wait to be taken in. A thousand clients that come at once are more than the usual queue holds, and
/// whoever finds it full is turned away by the system before anything here knows of them.
const WAITING: u32 = 4_096;

/// Listens at an address.
pub fn listener(address: SocketAddr) -> std::io::Result<TcpListener> {
    let socket = match address {
        SocketAddr::V4(_) => TcpSocket::new_v4()?,
        SocketAddr::V6(_) => TcpSocket::new_v6()?,
    };
    // A server that starts again does not wait for the lines of the one before it.
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(WAITING)
}

fn engine_routes() -> Router {
    Router::new()
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/v1/engine/{area}/{op}", post(engine::ask))
}

fn finished(routes: Router) -> Router {
    routes
        .fallback(nothing_here)
        .method_not_allowed_fallback(another_way)
        .layer(from_fn(trace::traced))
}

async fn nothing_here(uri: Uri) -> Problem {
    Problem::not_found(&format!("there is nothing at `{}`", uri.path()))
}

async fn another_way(method: Method, uri: Uri) -> Problem {
    let message = format!("`{}` cannot be asked by {method}", uri.path());
    Problem::of_reason(405, Reason::new(Code::RequestUnknown, "", message))
}
