//! The engine over HTTP: every vector, and bad questions.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on says so"
)]

use std::collections::BTreeMap;
use std::io::Read;
use std::sync::{Arc, Mutex};
use std::thread;

use ratebook_tests::Vector;
use serde_json::{Map, Value, json};

/// A server of the test's own, on a free port.
fn start() -> String {
    let (send, receive) = std::sync::mpsc::channel();
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
            send.send(listener.local_addr().expect("an address"))
                .expect("somebody listens");
            axum::serve(listener, ratebook_server::app::router())
                .await
                .expect("a server");
        });
    });
    format!("http://{}", receive.recv().expect("an address"))
}

fn agent() -> ureq::Agent {
    ureq::Agent::config_builder().http_status_as_error(false).build().into()
}

fn post(agent: &ureq::Agent, url: &str, kind: &str, body: &[u8]) -> (u16, String, Vec<u8>) {
    let mut answer = agent.post(url).content_type(kind).send(body).expect("an answer");
    let told = answer
        .headers()
        .get("content-type")
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or_default()
        .to_owned();
    let mut text = Vec::new();
    answer.body_mut().as_reader().read_to_end(&mut text).expect("a body");
    (answer.status().as_u16(), told, text)
}

/// A problem as vectors tell errors.
fn error_of(problem: &Value) -> Value {
    let mut error = Map::new();
    let names = [
        ("code", "code"),
        ("message", "detail"),
        ("path", "path"),
        ("details", "details"),
        ("reasons", "errors"),
    ];
    for (name, own) in names {
        if let Some(value) = problem.get(own) {
            error.insert(name.to_owned(), value.clone());
        }
    }
    Value::Object(error)
}

fn asked(agent: &ureq::Agent, address: &str, vector: &Vector) -> Value {
    let url = format!("{address}/v1/engine/{}", vector.operation.replace('.', "/"));
    let body = json!({"given": vector.given, "input": vector.input}).to_string();
    let (status, kind, text) = post(agent, &url, "application/json", body.as_bytes());
    let answer: Value = serde_json::from_slice(&text).expect("JSON");
    match (status, kind.as_str()) {
        (200, "application/json") => json!({"answer": answer}),
        (400..=499, "application/problem+json") => {
            assert_eq!(answer["status"], status);
            json!({"error": error_of(&answer)})
        }
        _ => panic!("{}: {status} {kind} {answer}", vector.place),
    }
}

#[test]
fn every_vector_holds_over_http() {
    let address = start();
    let vectors = ratebook_tests::all();
    let areas: Mutex<BTreeMap<String, (u64, u64)>> = Mutex::default();
    let faults: Mutex<Vec<String>> = Mutex::default();
    let vectors = Arc::new(vectors);
    thread::scope(|scope| {
        for part in 0..2 {
            let (vectors, areas, faults, address) = (&vectors, &areas, &faults, &address);
            scope.spawn(move || {
                let agent = agent();
                for vector in vectors.iter().skip(part).step_by(2) {
                    let found = vector.compare(&asked(&agent, address, vector));
                    let mut areas = areas.lock().expect("no panic");
                    let (passed, failed) = areas.entry(vector.area.clone()).or_default();
                    if found.is_empty() {
                        *passed += 1;
                    } else {
                        *failed += 1;
                    }
                    faults.lock().expect("no panic").extend(found);
                }
            });
        }
    });
    if let Some(report) = std::env::var_os("RATEBOOK_VECTORS_REPORT") {
        let areas = areas.into_inner().expect("no panic");
        let areas = areas
            .iter()
            .map(|(area, (passed, failed))| (area.clone(), json!({"passed": passed, "failed": failed})));
        let text = json!({"language": "HTTP", "areas": areas.collect::<Map<String, Value>>()}).to_string();
        std::fs::write(report, text).expect("a place for the report");
    }
    let faults = faults.into_inner().expect("no panic");
    assert!(
        faults.is_empty(),
        "{} of {} vectors:\n{}",
        faults.len(),
        vectors.len(),
        faults.join("\n")
    );
    assert!(vectors.len() >= 6_659, "only {} vectors", vectors.len());
}

#[test]
fn lines_are_answered_one_by_one() {
    let address = start();
    let url = format!("{address}/v1/engine/money/round");
    let body = "{}\n{\"money\":{\"amount\":\"1.005\",\"currency\":\"EUR\"}}\nnonsense\n\n{\"money\":{\"amount\":\"2\",\"currency\":\"JPY\"}}";
    let (status, kind, text) = post(&agent(), &url, "application/x-ndjson", body.as_bytes());
    assert_eq!((status, kind.as_str()), (200, "application/x-ndjson"));
    let lines: Vec<Value> = String::from_utf8(text)
        .expect("text")
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(lines.len(), 3);
    assert!(lines[0]["answer"].is_object(), "{}", lines[0]);
    assert_eq!(lines[1]["error"]["code"], "request.json");
    assert_eq!(lines[2]["answer"]["currency"], "JPY");
}

#[test]
fn bad_questions_get_the_right_problem() {
    let address = start();
    let agent = agent();
    let price = format!("{address}/v1/engine/rates/price");
    let json = "application/json";
    let deep = "[".repeat(100_000);
    for (url, kind, body, status, code) in [
        (price.as_str(), json, "{", 400, "request.json"),
        (price.as_str(), json, "[]", 422, "request.type"),
        (price.as_str(), json, "{\"given\":[]}", 422, "request.type"),
        (price.as_str(), json, "{\"gives\":{}}", 422, "request.unknown"),
        (price.as_str(), json, "{\"input\":{}}", 422, "definition.missing"),
        (price.as_str(), json, deep.as_str(), 413, "request.too_large"),
        (price.as_str(), "text/plain", "{}", 415, "request.type"),
        (
            &format!("{address}/v1/engine/rates/prize"),
            json,
            "{}",
            404,
            "request.unknown",
        ),
        (
            &format!("{address}/v1/engine/rates"),
            json,
            "{}",
            404,
            "request.unknown",
        ),
        (&format!("{address}/healthz"), json, "{}", 405, "request.unknown"),
    ] {
        let (own, kind, text) = post(&agent, url, kind, body.as_bytes());
        let problem: Value = serde_json::from_slice(&text).expect("JSON");
        assert_eq!(
            (own, kind.as_str()),
            (status, "application/problem+json"),
            "{url}: {problem}"
        );
        assert_eq!(problem["code"], code, "{url}: {problem}");
        assert!(problem["errors"].as_array().is_some_and(|errors| !errors.is_empty()));
    }
    let (status, _, text) = post(&agent, &price, json, b"{\"input\": \"\xff\"}");
    assert_eq!(status, 400, "{}", String::from_utf8_lossy(&text));
    let large = vec![b' '; 33 * 1024 * 1024];
    let (status, ..) = post(&agent, &price, json, &large);
    assert_eq!(status, 413);
}
