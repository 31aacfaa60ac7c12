//! Conformance vectors: what they are, and how an answer is compared with what is expected.

pub mod growth;
pub mod pairs;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use ratebook::Code;
use ratebook::api::{self, Operation};
use ratebook::flow::MachinesRequest;
use serde_json::{Map, Value, json};

/// The program in Rust that the project's README shows.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;

/// One vector: a definition, a question and the expected answer or error.
pub struct Vector {
    /// The folder it lies in.
    pub area: String,
    /// File and name, for messages.
    pub place: String,
    /// Definitions by key, such as `rate_list`; a machine that comes with the engine was named, and stands here whole.
    pub given: Map<String, Value>,
    /// The operation's full name.
    pub operation: String,
    /// The request.
    pub input: Value,
    /// `{"answer": …}` or `{"error": …}`.
    pub expect: Value,
}

/// The folder of all vectors, in the checkout whose tests or chores cargo runs.
pub fn folder() -> PathBuf {
    let own = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    own.join("../tests/conformance")
}

/// Every vector, by area and file.
///
/// # Panics
/// When a file cannot be read as vectors.
pub fn all() -> Vec<Vector> {
    let mut vectors = Vec::new();
    for area in sorted(&folder()) {
        for file in sorted(&area) {
            let text = std::fs::read_to_string(&file).expect("a readable file");
            let entries: Vec<Value> =
                serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            let area = area
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default();
            let file = file
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default();
            vectors.extend(entries.into_iter().map(|entry| Vector::read(&area, &file, &entry)));
        }
    }
    vectors
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<_> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .collect();
    entries.sort();
    entries
}

impl Vector {
    /// Reads a vector of a file.
    ///
    /// # Panics
    /// When it names a machine that does not come with the engine.
    pub fn read(area: &str, file: &str, entry: &Value) -> Vector {
        let text = |pointer: &str| {
            entry
                .pointer(pointer)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        let mut given = entry
            .get("given")
            .and_then(Value::as_object)
            .cloned()
            .unwrap_or_default();
        if let Some(Value::String(name)) = given.get("machine") {
            let named = MachinesRequest::default().with_name(name.as_str());
            let machines = named.answer().unwrap_or_else(|error| panic!("{area}/{file}: {error}"));
            let definition = serde_json::to_value(machines.first()).expect("a definition is JSON");
            given.insert("machine".to_owned(), definition);
        }
        Vector {
            area: area.to_owned(),
            place: format!("{area}/{file}: {}", text("/name")),
            given,
            operation: text("/ask/op"),
            input: entry.pointer("/ask/input").cloned().unwrap_or_else(|| json!({})),
            expect: entry.get("expect").cloned().unwrap_or(Value::Null),
        }
    }

    /// Asks the engine: `{"answer": …}` or `{"error": …}`.
    pub fn ask(&self) -> Value {
        let Some(operation) = Operation::named(&self.operation) else {
            return json!({"error": {"code": "request.unknown", "message": format!("no operation `{}`", self.operation)}});
        };
        let answer = api::load_json(operation, &self.given)
            .and_then(|handle| api::ask_json(operation, handle.as_ref(), self.input.to_string().as_bytes()));
        match answer {
            Ok(text) => json!({ "answer": serde_json::from_str::<Value>(&text).expect("an answer is JSON") }),
            Err(error) => json!({ "error": error.report() }),
        }
    }

    /// Where the answer is not as expected.
    pub fn check(&self) -> Vec<String> {
        self.compare(&self.ask())
    }

    /// Where an answer that came on whatever way is not as expected.
    pub fn compare(&self, answer: &Value) -> Vec<String> {
        let mut faults = Vec::new();
        compare(&self.expect, answer, "", &mut faults);
        faults.iter().map(|fault| format!("{}: {fault}", self.place)).collect()
    }
}

/// Every stated field of an object must be equal, lists as a whole; what is not stated does not matter.
pub fn compare(expected: &Value, got: &Value, at: &str, faults: &mut Vec<String>) {
    match (expected, got) {
        (Value::Object(expected), Value::Object(got)) => {
            for (name, value) in expected {
                compare(
                    value,
                    got.get(name).unwrap_or(&Value::Null),
                    &format!("{at}/{name}"),
                    faults,
                );
            }
        }
        (Value::Array(expected), Value::Array(got)) if expected.len() == got.len() => {
            for (index, (expected, got)) in expected.iter().zip(got).enumerate() {
                compare(expected, got, &format!("{at}/{index}"), faults);
            }
        }
        _ if expected == got => {}
        _ => faults.push(format!("{at}: expected {expected}, got {got}")),
    }
}

/// What no vector can hold, since a vector is JSON: text that is not, a compact form that is damaged, a defect of the engine, a server that is
/// busy or only reads, signing in, secrets that are shown, what a scanner finds in a file, what typst says of a template. The crates that refuse them test them.
pub const BEYOND_VECTORS: &[Code] = &[
    Code::RequestJson,
    Code::DefinitionDamaged,
    Code::EngineDefect,
    Code::EngineBusy,
    Code::EngineReadOnly,
    Code::TenancyNotSignedIn,
    Code::TenancySecondFactor,
    Code::TenancyShowAgain,
    Code::RecordsNotRevealed,
    Code::RecordsInfected,
    Code::RecordsDocument,
    Code::FlowEffectLoop,
];

/// The codes that an expectation states.
pub fn codes(expect: &Value, found: &mut BTreeMap<String, usize>) {
    match expect {
        Value::Object(fields) => {
            for (name, value) in fields {
                if let ("code", Some(code)) = (name.as_str(), value.as_str()) {
                    *found.entry(code.to_owned()).or_default() += 1;
                }
                codes(value, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| codes(item, found)),
        _ => {}
    }
}
