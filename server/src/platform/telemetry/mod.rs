//! What the server tells of itself, beside its answers: figures that Prometheus reads, what happens during a request to a collector of
//! OpenTelemetry, and a line of log for each answer. Figures name routes, packs and states, never a tenant or a person; the log and
//! what is traced name both by their ids.

mod asked;
mod figures;

use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{Method, header};
use axum::response::IntoResponse;
use serde_json::json;
use uuid::Uuid;

use super::trace;
use crate::came::Came;
use crate::routes::{Needs, Routes};
use crate::spans::{Collector, Remote, Steps};
use crate::state::App;

pub(crate) use figures::Figures;

/// Whatever the server tells of itself, and to whom.
#[derive(Clone, Debug, Default)]
pub struct Telemetry(Arc<Whole>);

#[derive(Debug, Default)]
struct Whole {
    figures: Figures,
    collector: Option<Collector>,
    logs_answers: bool,
}

/// A request that is being answered.
#[derive(Debug)]
pub(crate) struct Answering {
    method: &'static str,
    /// By which route; nothing where there is none.
    route: Option<MatchedPath>,
    since: Instant,
    /// What is traced of it.
    pub(crate) steps: Option<Steps>,
}

impl Telemetry {
    /// One that tells a collector what happens, where there is one, and whether each answer is a line of the log.
    pub fn new(collector: Option<Collector>, logs_answers: bool) -> Telemetry {
        Telemetry(Arc::new(Whole {
            figures: Figures::default(),
            collector,
            logs_answers,
        }))
    }

    pub(crate) fn figures(&self) -> &Figures {
        &self.0.figures
    }

    /// A request has come, as part of what somebody else traces or not.
    pub(crate) fn begins(&self, request: &Request, part_of: Option<&Remote>) -> Answering {
        self.0.figures.in_flight.inc();
        let method = method(request.method());
        let route = request.extensions().get::<MatchedPath>().cloned();
        let collector = self.0.collector.as_ref();
        let steps = collector.map(|collector| collector.request(method, route.as_ref(), part_of));
        Answering {
            method,
            route,
            since: Instant::now(),
            steps,
        }
    }

    /// It is answered so.
    pub(crate) fn ends(&self, answering: &Answering, status: u16, came: &Came) {
        let took = answering.since.elapsed();
        let route = answering.route.as_ref().map_or("", MatchedPath::as_str);
        let figures = &self.0.figures;
        figures.in_flight.dec();
        figures.answered(answering.method, route, status, took);
        let who = came.who.get();
        if let Some(steps) = &answering.steps {
            steps.answered(status, who);
        }
        // Whoever looks whether it lives asks every few seconds.
        if self.0.logs_answers && !matches!(route, "/healthz" | "/readyz") {
            let written = |id: [u8; 16]| Uuid::from_bytes(id).to_string();
            trace::log(json!({
                "level": "info",
                "message": "answered",
                "trace_id": came.trace.as_deref(),
                "method": answering.method,
                "route": route,
                "status": status,
                "microseconds": u64::try_from(took.as_micros()).unwrap_or(u64::MAX),
                "tenant": who.and_then(|who| who.tenant).map(written),
                "account": who.map(|who| written(who.account)),
            }));
        }
    }

    /// Does a job, and traces it where somebody collects that.
    pub(crate) async fn job<F: Future>(&self, name: &str, work: F) -> F::Output {
        let Some(collector) = &self.0.collector else {
            return work.await;
        };
        let steps = collector.job(name);
        let came = Came {
            steps: Some(steps.clone()),
            ..Came::default()
        };
        let done = came.during(work).await;
        steps.end();
        done
    }

    /// Sends what has not been sent yet.
    pub fn close(&self) {
        if let Some(Err(error)) = self.0.collector.as_ref().map(Collector::close) {
            trace::tell(&format!("the collector of traces: {error}"));
        }
    }
}

/// The page of figures. It stands at an address of its own, which is open to whoever reads figures and to nobody else.
pub fn router(app: App) -> Router {
    Routes::default()
        .get("/metrics", Needs::Page, metrics)
        .router()
        .with_state(app)
}

async fn metrics(State(app): State<App>) -> impl IntoResponse {
    const FORM: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    ([(header::CONTENT_TYPE, FORM)], asked::page(&app).await)
}

/// The methods that are told apart: there is no end of others.
fn method(method: &Method) -> &'static str {
    const TOLD: [&str; 7] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
    TOLD.into_iter()
        .find(|told| *told == method.as_str())
        .unwrap_or("other")
}
