//! What is counted while it happens.

use std::time::Duration;

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

/// From half a millisecond, which is what reading a record takes, to what nobody waits for.
const SECONDS: [f64; 13] = [
    0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0,
];

/// Figures of this server since it began.
#[derive(Debug)]
pub(crate) struct Figures {
    pub(super) registry: Registry,
    pub(super) in_flight: Gauge,
    took: Family<Asked, Histogram, fn() -> Histogram>,
    answers: Family<Answered, Counter>,
    happened: Family<Happened, Counter>,
    jobs: Family<Ended, Counter>,
    jobs_took: Family<Done, Histogram, fn() -> Histogram>,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Asked {
    method: &'static str,
    route: String,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Answered {
    method: &'static str,
    route: String,
    status: u16,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Happened {
    event: String,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Done {
    name: String,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Ended {
    name: String,
    outcome: &'static str,
}

fn histogram() -> Histogram {
    Histogram::new(SECONDS)
}

impl Default for Figures {
    fn default() -> Figures {
        let mut registry = Registry::with_prefix("ratebook");
        let took = Family::new_with_constructor(histogram as fn() -> Histogram);
        let jobs_took = Family::new_with_constructor(histogram as fn() -> Histogram);
        let (answers, happened, jobs) = (Family::default(), Family::default(), Family::default());
        let in_flight = Gauge::default();
        registry.register_with_unit(
            "http_request_duration",
            "How long requests took until their answer began",
            Unit::Seconds,
            took.clone(),
        );
        registry.register("http_answers", "Answers by their status", answers.clone());
        registry.register(
            "http_requests_in_flight",
            "Requests that are being answered",
            in_flight.clone(),
        );
        registry.register("events", "What happened to records, by name", happened.clone());
        registry.register("jobs_ended", "Attempts at jobs, by what came of them", jobs.clone());
        registry.register_with_unit(
            "job_duration",
            "How long attempts at jobs took",
            Unit::Seconds,
            jobs_took.clone(),
        );
        Figures {
            registry,
            in_flight,
            took,
            answers,
            happened,
            jobs,
            jobs_took,
        }
    }
}

impl Figures {
    pub(super) fn answered(&self, method: &'static str, route: &str, status: u16, took: Duration) {
        let asked = Asked {
            method,
            route: route.to_owned(),
        };
        self.took.get_or_create(&asked).observe(took.as_secs_f64());
        let Asked { method, route } = asked;
        self.answers.get_or_create(&Answered { method, route, status }).inc();
    }

    /// Something has happened to a record, such as `ticket:created`. Packs have so many names of events and no more.
    pub(crate) fn happened(&self, event: &str) {
        let event = event.to_owned();
        self.happened.get_or_create(&Happened { event }).inc();
    }

    /// An attempt at a job has ended.
    pub(crate) fn job(&self, name: &str, outcome: &'static str, took: Duration) {
        let name = name.to_owned();
        self.jobs_took
            .get_or_create(&Done { name: name.clone() })
            .observe(took.as_secs_f64());
        self.jobs.get_or_create(&Ended { name, outcome }).inc();
    }
}
