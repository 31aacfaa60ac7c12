//! What a server tells of itself: to a Prometheus that reads its figures, to a collector of OpenTelemetry, and to its log.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use opentelemetry_proto::tonic::collector::trace::v1::ExportTraceServiceRequest;
use opentelemetry_proto::tonic::trace::v1::Span;
use prost::Message as _;
use ratebook_server_testing::{Base, Client, Running, program};
use serde_json::{Value, json};

/// Longer than anything here takes.
const PATIENCE: Duration = Duration::from_secs(60);
const TRACE: &str = "4bf92f3577b34da6a3ce929d0e0e4736";
const PARENT: &str = "00f067aa0ba902b7";

fn start(base: Base, more: &[&str]) -> Running {
    Running::start(env!("CARGO_BIN_EXE_ratebook-server"), base, more)
}

/// Asks until it is answered as it should be.
fn until<T>(mut asked: impl FnMut() -> Option<T>) -> T {
    let since = Instant::now();
    loop {
        if let Some(found) = asked() {
            return found;
        }
        assert!(since.elapsed() < PATIENCE, "it never came");
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// A line of figures: of this name, with all these labels.
fn figure(page: &str, name: &str, labels: &[&str]) -> Option<f64> {
    let line = page
        .lines()
        .find(|line| line.starts_with(name) && labels.iter().all(|label| line.contains(label)))?;
    line.rsplit(' ').next()?.parse().ok()
}

fn on_both(test: impl Fn(Base)) {
    for base in [Base::Sqlite, Base::Postgres] {
        test(base);
    }
}

fn tool(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
        .join("../tools/prometheus/usr/bin")
        .join(name);
    assert!(
        path.is_file(),
        "`cargo xtask test --only server` unpacks {name} to {}",
        path.display()
    );
    path
}

#[test]
fn figures_name_routes_and_states_and_nobody() {
    on_both(|base| {
        let running = start(base, &["--demo"]);
        let anybody = running.anybody();
        anybody.get("/healthz").is(200);
        let wrong = json!({"email": "nobody@example.com", "password": "a guess"});
        anybody.post("/v1/auth/login", &wrong).is(401);
        anybody.get("/v1/nowhere/to/be/found/at/all").is(404);
        anybody.ask("BREW", "/healthz", None, &[]).is(405);
        running.operator().get("/v1/tenants").is(200);
        let page = until(|| {
            let page = running.figures();
            // The demo arrives by itself.
            figure(&page, "ratebook_events_total", &["event=\"subscriber:created\""]).map(|_| page)
        });
        let told =
            |name: &str, labels: &[&str]| figure(&page, name, labels).unwrap_or_else(|| panic!("{name}: {page}"));
        let answers = "ratebook_http_answers_total";
        assert_eq!(
            told(answers, &["route=\"/healthz\"", "method=\"GET\"", "status=\"200\""]),
            1.0
        );
        assert_eq!(told(answers, &["route=\"/v1/auth/login\"", "status=\"401\""]), 1.0);
        assert_eq!(told(answers, &["route=\"\"", "status=\"404\""]), 1.0);
        assert_eq!(told(answers, &["method=\"other\"", "status=\"405\""]), 1.0);
        assert_eq!(
            told(
                "ratebook_http_request_duration_seconds_count",
                &["route=\"/v1/tenants\""]
            ),
            1.0
        );
        assert_eq!(told("ratebook_database_up", &[]), 1.0);
        assert!(told("ratebook_database_connections_most", &[]) >= 2.0);
        assert!(told("process_resident_memory_bytes", &[]) > 1e6);
        assert!(told("process_cpu_seconds_total", &[]) > 0.0);
        assert!(page.ends_with("# EOF\n"), "{page}");
        for name in ["example.com", "nowhere", "nobody", "desk"] {
            assert!(!page.contains(name), "{name}: {page}");
        }
        // Nobody reads them where everybody asks.
        anybody.get("/metrics").is(404);
    });
}

#[test]
fn where_the_database_is_gone_figures_say_so() {
    let running = start(Base::Postgres, &[]);
    assert_eq!(figure(&running.figures(), "ratebook_database_up", &[]), Some(1.0));
    running.postgres().kill().expect("an end");
    let page = running.figures();
    assert_eq!(figure(&page, "ratebook_database_up", &[]), Some(0.0), "{page}");
    assert!(!page.contains("ratebook_jobs{"), "{page}");
    running.anybody().get("/readyz").is(503);
    running.anybody().get("/healthz").is(200);
}

#[test]
fn a_prometheus_reads_them_and_alerts_are_what_they_should_be() {
    let running = start(Base::Sqlite, &["--demo"]);
    for _ in 0..3 {
        running.anybody().get("/healthz").is(200);
    }
    let rules = concat!(env!("CARGO_MANIFEST_DIR"), "/deploy/prometheus");
    for words in [
        ["check", "rules", "ratebook.rules.yml"],
        ["test", "rules", "ratebook.test.yml"],
        ["test", "rules", "ratebook.days.test.yml"],
    ] {
        let checked = Command::new(tool("promtool")).args(words).current_dir(rules).output();
        let checked = checked.expect("promtool");
        assert!(checked.status.success(), "{checked:?}");
    }

    let folder = tempfile::tempdir().expect("a folder");
    let target = running.figures_at().trim_start_matches("http://");
    let config = format!(
        "global: {{ scrape_interval: 1s, evaluation_interval: 1s }}\nrule_files: ['{rules}/ratebook.rules.yml']\n\
         scrape_configs: [{{ job_name: ratebook, static_configs: [{{ targets: ['{target}'] }}] }}]\n"
    );
    std::fs::write(folder.path().join("prometheus.yml"), config).expect("a file");
    let port = TcpListener::bind("127.0.0.1:0")
        .and_then(|free| free.local_addr())
        .expect("a port")
        .port();
    let mut prometheus = Command::new(tool("prometheus"))
        .args(["--config.file=prometheus.yml", "--storage.tsdb.path=data"])
        .arg(format!("--web.listen-address=127.0.0.1:{port}"))
        .current_dir(folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("prometheus");
    let asks = Client::at_address(&format!("http://127.0.0.1:{port}"));
    let read = until(|| {
        TcpStream::connect(("127.0.0.1", port)).ok()?;
        let path = "/api/v1/query?query=ratebook_http_answers_total%7Broute%3D%22%2Fhealthz%22%7D";
        let value = asks
            .get(path)
            .json()
            .pointer("/data/result/0/value/1")?
            .as_str()?
            .to_owned();
        Some(value)
    });
    let quick = asks.get("/api/v1/query?query=histogram_quantile(0.5,ratebook_http_request_duration_seconds_bucket)");
    let rules = asks.get("/api/v1/rules").json();
    let _ = prometheus.kill();
    let _ = prometheus.wait();
    assert_eq!(read, "3");
    assert!(quick.json().pointer("/data/result/0").is_some(), "{}", quick.text());
    let groups = rules
        .pointer("/data/groups/0/rules")
        .and_then(Value::as_array)
        .map(Vec::len);
    assert_eq!(groups, Some(12), "{rules}");
}

/// A collector: whatever it is told, as it comes over the line.
fn collector() -> (String, Receiver<Vec<u8>>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    let (tells, told) = channel();
    std::thread::spawn(move || {
        for line in listener.incoming().map_while(Result::ok) {
            let tells = tells.clone();
            std::thread::spawn(move || {
                let mut reader = BufReader::new(line);
                while let Some(body) = posted(&mut reader) {
                    let answer =
                        b"HTTP/1.1 200 OK\r\ncontent-type: application/x-protobuf\r\ncontent-length: 0\r\n\r\n";
                    let sent = reader.get_mut().write_all(answer);
                    if sent.is_err() || tells.send(body).is_err() {
                        break;
                    }
                }
            });
        }
    });
    (format!("http://{address}"), told)
}

/// The body of a request for traces.
fn posted(reader: &mut BufReader<TcpStream>) -> Option<Vec<u8>> {
    let mut length = 0;
    let mut first = String::new();
    reader.read_line(&mut first).ok().filter(|read| *read > 0)?;
    assert!(first.starts_with("POST /v1/traces "), "{first}");
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok().filter(|read| *read > 0)?;
        let line = line.trim().to_ascii_lowercase();
        if line.is_empty() {
            break;
        }
        if let Some(value) = line.strip_prefix("content-length:") {
            length = value.trim().parse().expect("a length");
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some(body)
}

fn spans(body: &[u8]) -> Vec<Span> {
    let request = ExportTraceServiceRequest::decode(body).expect("spans");
    let scopes = request
        .resource_spans
        .into_iter()
        .flat_map(|resource| resource.scope_spans);
    scopes.flat_map(|scope| scope.spans).collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn a_collector_is_told_what_a_request_did_as_part_of_the_trace_it_names() {
    on_both(|base| {
        let (address, told) = collector();
        let mut running = start(base, &["--otlp", &address, "--webhooks-to", "127.0.0.0/8"]);
        let operator = running.operator();
        let ann = running.ann("workbench");
        // Nobody listens there, but it is tried.
        ann.post("/v1/webhooks", &json!({"url": "http://127.0.0.1:9/", "events": ["*"]}))
            .is(201);
        ann.post("/v1/tags", &json!({"name": "late"})).is(201);
        until(|| {
            figure(
                &running.figures(),
                "ratebook_jobs_ended_total",
                &["name=\"deliver_webhook\""],
            )
        });
        let parent = format!("00-{TRACE}-{PARENT}-01");
        let answer = ann.ask(
            "GET",
            "/v1/subscribers?q=acme-of-nobody",
            None,
            &[("traceparent", &parent)],
        );
        assert_eq!(answer.header("x-request-id"), Some(TRACE), "{}", answer.text());
        // What somebody else does not trace is not traced here either.
        let untold = "0af7651916cd43dd8448eb211c80319c";
        let quiet = format!("00-{untold}-{PARENT}-00");
        operator
            .ask("GET", "/v1/tenants", None, &[("traceparent", &quiet)])
            .is(200);
        let own = operator.get("/v1/auth/me").is(200);
        let own = own.header("x-request-id").expect("a trace").to_owned();
        running.stop();
        let mut bodies = Vec::new();
        while let Ok(body) = told.recv_timeout(Duration::from_secs(2)) {
            bodies.push(body);
        }
        let spans: Vec<Span> = bodies.iter().flat_map(|body| spans(body)).collect();
        let named = |name: &str| {
            let found = spans.iter().find(|span| span.name == name);
            found.unwrap_or_else(|| panic!("{name}: {:?}", spans.iter().map(|span| &span.name).collect::<Vec<_>>()))
        };
        let request = named("GET /v1/{plural}");
        assert_eq!(
            (hex(&request.trace_id), hex(&request.parent_span_id)),
            (TRACE.into(), PARENT.into())
        );
        let part = spans.iter().find(|span| span.parent_span_id == request.span_id);
        assert!(part.is_some_and(|part| part.name == "read" && hex(&part.trace_id) == TRACE));
        let me = named("GET /v1/auth/me");
        assert_eq!((hex(&me.trace_id), me.parent_span_id.len()), (own, 0));
        assert!(me.end_time_unix_nano > me.start_time_unix_nano);
        let told: Vec<&str> = me.attributes.iter().map(|own| own.key.as_str()).collect();
        for key in [
            "http.request.method",
            "http.route",
            "http.response.status_code",
            "enduser.id",
        ] {
            assert!(told.contains(&key), "{key}: {told:?}");
        }
        assert!(spans.iter().all(|span| hex(&span.trace_id) != untold));
        assert!(
            spans.iter().any(|span| span.name.starts_with("job ")),
            "the demo has effects"
        );
        let whole = bodies.concat();
        let whole = String::from_utf8_lossy(&whole);
        for secret in ["op@example.com", "a secret of op", "acme-of-nobody", "Bearer"] {
            assert!(!whole.contains(secret), "{secret}");
        }
    });
}

#[test]
fn a_collector_that_is_away_keeps_nobody_waiting() {
    let nobody = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}", nobody.local_addr().expect("an address"));
    // It takes the line and never answers.
    let mut running = start(Base::Sqlite, &["--otlp", &address]);
    let since = Instant::now();
    for _ in 0..200 {
        running.anybody().get("/healthz").is(200);
    }
    assert!(since.elapsed() < Duration::from_secs(20));
    running.stop();
    assert!(since.elapsed() < Duration::from_secs(40), "it ends all the same");
    drop(nobody);
}

#[test]
fn a_line_of_the_log_names_who_asked_by_ids_alone() {
    let mut running = start(Base::Sqlite, &["--demo", "--log", "answers"]);
    let operator = running.operator();
    let ann = running.ann("workbench");
    let tenants = operator.get("/v1/tenants").is(200).json();
    let tenants = tenants["items"].as_array().expect("a list");
    let acme = tenants
        .iter()
        .find(|tenant| tenant["slug"] == "acme")
        .expect("a tenant");
    let tenant = acme["id"].as_str().expect("an id").to_owned();
    let answer = ann.get("/v1/subscribers?q=somebody-by-name").is(200);
    let trace = answer.header("x-request-id").expect("a trace").to_owned();
    running.anybody().get("/readyz").is(200);
    running.stop();
    let log = running.log();
    let lines: Vec<Value> = log.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let line = lines
        .iter()
        .find(|line| line["trace_id"] == trace.as_str())
        .expect("a line");
    assert_eq!(
        (&line["method"], &line["route"], &line["status"], &line["tenant"]),
        (&json!("GET"), &json!("/v1/{plural}"), &json!(200), &json!(tenant)),
    );
    assert!(
        line["account"].is_string() && line["microseconds"].is_number() && line["at"].is_string(),
        "{line}"
    );
    assert!(lines.iter().all(|line| line["route"] != "/readyz"), "{log}");
    for secret in [
        "example.com",
        "a secret",
        "Ann",
        "somebody-by-name",
        "Bearer",
        "127.0.0.1",
    ] {
        assert!(!log.contains(secret), "{secret}: {log}");
    }
}

#[test]
fn settings_that_are_none_are_refused_by_name() {
    for (words, told) in [
        (["--metrics", "here"], "`metrics` (a flag"),
        (["--otlp", "collector:4318"], "`otlp` (a flag"),
        (
            ["--log", "everything"],
            "`everything` is neither `errors` nor `answers`",
        ),
    ] {
        let refused = program(env!("CARGO_BIN_EXE_ratebook-server"))
            .arg("config")
            .args(words)
            .output();
        let refused = refused.expect("an answer");
        let text = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert!(!refused.status.success() && text.contains(told), "{text}");
    }
}
