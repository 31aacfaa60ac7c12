//! What happens during a request or a job, told to a collector of OpenTelemetry.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::MatchedPath;
use bytes::Bytes;
use opentelemetry::trace::{
    Span, SpanBuilder, SpanContext, SpanId, SpanKind, Status, TraceContextExt, TraceFlags, TraceId, TraceState, Tracer,
    TracerProvider,
};
use opentelemetry::{Context, KeyValue};
use opentelemetry_http::{HttpClient, HttpError, Request, Response};
use opentelemetry_otlp::{Protocol, SpanExporter, WithExportConfig, WithHttpConfig};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::trace::{Sampler, SdkTracer, SdkTracerProvider};
use tokio::runtime::Handle;
use uuid::Uuid;

use crate::came::{Came, Who};
use crate::outside;

/// How long a collector may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// Whoever collects what happens.
#[derive(Clone)]
pub struct Collector {
    provider: SdkTracerProvider,
    tracer: Arc<SdkTracer>,
}

impl fmt::Debug for Collector {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Collector")
    }
}

/// The trace of somebody else of which a request is part, as `traceparent` names it.
#[derive(Clone, Debug)]
pub(crate) struct Remote {
    pub(crate) trace: String,
    pub(crate) parent: String,
    pub(crate) is_sampled: bool,
}

/// What is traced of a request or a job: steps are parts of it.
#[derive(Clone)]
pub(crate) struct Steps {
    tracer: Arc<SdkTracer>,
    whole: Context,
}

impl fmt::Debug for Steps {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Steps({})", self.trace())
    }
}

impl Collector {
    /// The one at an address such as `http://127.0.0.1:4318`, to which so many of a hundred traces are told that nobody else has
    /// decided about. It has to be made where tasks can be begun.
    pub fn at(address: &str, percent: u32) -> Result<Collector, String> {
        let exporter = SpanExporter::builder()
            .with_http()
            .with_http_client(Sends::new()?)
            .with_protocol(Protocol::HttpBinary)
            .with_endpoint(format!("{}/v1/traces", address.trim_end_matches('/')))
            .with_timeout(PATIENCE)
            .build()
            .map_err(|error| error.to_string())?;
        #[expect(
            clippy::float_arithmetic,
            reason = "whoever samples takes a share, and no figure comes of it"
        )]
        let own = Sampler::TraceIdRatioBased(f64::from(percent) / 100.0);
        let resource = Resource::builder()
            .with_service_name("ratebook")
            .with_attribute(KeyValue::new("service.version", env!("CARGO_PKG_VERSION")))
            .build();
        let provider = SdkTracerProvider::builder()
            .with_batch_exporter(exporter)
            .with_sampler(Sampler::ParentBased(Box::new(own)))
            .with_resource(resource)
            .build();
        let tracer = Arc::new(provider.tracer("ratebook-server"));
        Ok(Collector { provider, tracer })
    }

    /// A request by a route, as part of what somebody else traces or for itself.
    pub(crate) fn request(&self, method: &'static str, route: Option<&MatchedPath>, part_of: Option<&Remote>) -> Steps {
        let route = route.map(|route| route.as_str().to_owned());
        let name = route
            .as_ref()
            .map_or_else(|| method.to_owned(), |route| format!("{method} {route}"));
        let mut told = vec![KeyValue::new("http.request.method", method)];
        told.extend(route.map(|route| KeyValue::new("http.route", route)));
        let parent = part_of.and_then(Remote::context).unwrap_or_default();
        self.begin(name, SpanKind::Server, told, &parent)
    }

    pub(crate) fn job(&self, name: &str) -> Steps {
        let told = vec![KeyValue::new("ratebook.job", name.to_owned())];
        self.begin(format!("job {name}"), SpanKind::Consumer, told, &Context::new())
    }

    fn begin(
        &self,
        name: impl Into<Cow<'static, str>>,
        kind: SpanKind,
        told: Vec<KeyValue>,
        parent: &Context,
    ) -> Steps {
        let span = SpanBuilder::from_name(name).with_kind(kind).with_attributes(told);
        let span = self.tracer.build_with_context(span, parent);
        Steps {
            tracer: Arc::clone(&self.tracer),
            whole: parent.with_span(span),
        }
    }

    /// Sends what has not been sent yet, and no more; why where that fails.
    pub(crate) fn close(&self) -> Result<(), String> {
        let closed = self.provider.shutdown_with_timeout(PATIENCE);
        closed.map_err(|error| error.to_string())
    }
}

impl Remote {
    /// As a parent; nothing where it is none.
    fn context(&self) -> Option<Context> {
        let flags = if self.is_sampled {
            TraceFlags::SAMPLED
        } else {
            TraceFlags::default()
        };
        let (trace, parent) = (
            TraceId::from_hex(&self.trace).ok()?,
            SpanId::from_hex(&self.parent).ok()?,
        );
        let context = SpanContext::new(trace, parent, flags, true, TraceState::default());
        Some(Context::new().with_remote_span_context(context))
    }
}

impl Steps {
    /// The trace that they are of.
    pub(crate) fn trace(&self) -> String {
        self.whole.span().span_context().trace_id().to_string()
    }

    pub(crate) fn answered(&self, status: u16, who: Option<&Who>) {
        let span = self.whole.span();
        span.set_attribute(KeyValue::new("http.response.status_code", i64::from(status)));
        if let Some(who) = who {
            let written = |id| Uuid::from_bytes(id).to_string();
            span.set_attribute(KeyValue::new("enduser.id", written(who.account)));
            if let Some(tenant) = who.tenant {
                span.set_attribute(KeyValue::new("ratebook.tenant", written(tenant)));
            }
        }
        if status >= 500 {
            span.set_status(Status::error(""));
        }
        span.end();
    }

    pub(crate) fn end(&self) {
        self.whole.span().end();
    }

    /// Does a step of what is traced just now, if anything is.
    pub(crate) async fn during<F: Future>(name: &'static str, work: F) -> F::Output {
        let Some(steps) = Came::steps() else {
            return work.await;
        };
        let span = SpanBuilder::from_name(name).with_kind(SpanKind::Client);
        let mut span = steps.tracer.build_with_context(span, &steps.whole);
        let done = work.await;
        span.end();
        done
    }
}

/// Sends by the client that the server has anyway. What sends spans is a thread of its own, which is none of the runtime's.
#[derive(Debug)]
struct Sends {
    client: reqwest::Client,
    runtime: Handle,
}

impl Sends {
    fn new() -> Result<Sends, String> {
        let client = outside::client(PATIENCE).build().map_err(|error| error.to_string())?;
        let runtime = Handle::try_current().map_err(|error| error.to_string())?;
        Ok(Sends { client, runtime })
    }
}

#[async_trait::async_trait]
impl HttpClient for Sends {
    async fn send_bytes(&self, request: Request<Bytes>) -> Result<Response<Bytes>, HttpError> {
        let client = self.client.clone();
        let sent = self.runtime.spawn(async move {
            let response = client.execute(request.try_into()?).await?;
            let status = response.status();
            let body = response.bytes().await?;
            Ok::<_, reqwest::Error>((status, body))
        });
        let (status, body) = sent.await??;
        let mut response = Response::new(body);
        *response.status_mut() = status;
        Ok(response)
    }
}
