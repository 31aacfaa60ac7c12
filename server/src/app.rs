//! The router: every route, and what is answered where there is none.

use std::net::SocketAddr;
use std::sync::LazyLock;

use axum::Router;
use axum::http::{Method, Uri};
use axum::middleware::from_fn_with_state;
use ratebook::{Code, Reason};
use tokio::net::{TcpListener, TcpSocket};

use crate::came::Proxies;
use crate::limits::{self, Suspicion};
use crate::manners::Manners;
use crate::platform::telemetry::Telemetry;
use crate::platform::{self, read_only, trace};
use crate::problem::Problem;
use crate::routes::{Needs, Route, Routes};
use crate::state::App;
use crate::{commerce, engine, openapi, page, records};

/// What is answered without a database: the engine.
pub fn router() -> Router {
    let routes = ended(engine_routes::<()>().router());
    finished(routes, &Manners::default(), Default::default())
}

/// Everything that is answered, to whoever is at the other end of a line as its `ConnectInfo` tells.
pub fn serving(app: App) -> Router {
    let (manners, watching) = (app.manners.clone(), (app.proxies.clone(), app.telemetry.clone()));
    let guard = from_fn_with_state(app.limits().clone(), limits::guarded);
    let reading = from_fn_with_state(app.clone(), read_only::guarded);
    let routes = ended(routes().router().with_state(app)).layer(reading).layer(guard);
    finished(routes, &manners, watching)
}

static TABLE: LazyLock<Vec<Route>> = LazyLock::new(|| routes().table().to_vec());

/// Every route, with what it needs.
pub fn table() -> &'static [Route] {
    &TABLE
}

fn routes() -> Routes<App> {
    engine_routes()
        .merge(page::routes())
        .get("/v1/openapi.json", Needs::Member, openapi::document)
        .merge(platform::routes())
        .merge(commerce::routes())
        .merge(records::routes())
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

fn engine_routes<S: Clone + Send + Sync + 'static>() -> Routes<S> {
    Routes::default()
        .get("/healthz", Needs::Nothing, || async { "ok\n" })
        .post("/v1/engine/{area}/{op}", Needs::Nothing, engine::ask)
}

fn finished(routes: Router, manners: &Manners, watching: (Proxies, Telemetry)) -> Router {
    manners
        .around(routes)
        .layer(from_fn_with_state(watching, trace::traced))
}

/// The same with what is answered where there is no route.
fn ended(routes: Router) -> Router {
    routes.fallback(nothing_here).method_not_allowed_fallback(another_way)
}

async fn nothing_here(uri: Uri) -> Problem {
    limits::suspects(Suspicion::place(uri.path()));
    Problem::not_found(&format!("there is nothing at `{}`", uri.path()))
}

async fn another_way(method: Method, uri: Uri) -> Problem {
    let message = format!("`{}` cannot be asked by {method}", uri.path());
    Problem::of_reason(405, Reason::new(Code::RequestUnknown, "", message))
}
