//! `cargo xtask vectors`: areas × languages, vectors run and existing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::generate::left_out_of_phones;
use crate::shell::{Outcome, program, root, run, target};
use crate::{mobile, suites, uniffi};

pub fn run_all() -> Outcome {
    let existing = existing(&BTreeSet::new());
    let on_phones = self::existing(&left_out_of_phones());
    if existing.is_empty() {
        return Err("there are no vectors in tests/conformance".to_owned());
    }
    std::fs::create_dir_all(target()).map_err(|error| format!("{}: {error}", target().display()))?;
    let mut columns: Vec<(&str, Value)> = Vec::new();
    for (language, runner) in [
        ("Rust", rust as fn(&Path) -> Outcome),
        ("Python", python),
        ("Node", node),
        ("Swift", swift),
        ("Kotlin", kotlin),
        ("UniFFI", uniffi::vectors),
        ("HTTP", http),
    ] {
        let report = target().join(format!("vectors-{}.json", language.to_lowercase()));
        let _ = std::fs::remove_file(&report);
        if let Err(message) = runner(&report) {
            eprintln!("{language}: {message}");
        }
        let text = std::fs::read_to_string(&report).unwrap_or_default();
        columns.push((language, serde_json::from_str(&text).unwrap_or(Value::Null)));
    }
    let mut whole = true;
    print!("{:<12}{:>10}", "area", "vectors");
    columns.iter().for_each(|(language, _)| print!("{language:>10}"));
    println!();
    for (area, count) in &existing {
        print!("{area:<12}{count:>10}");
        for (language, report) in &columns {
            let count = match *language {
                "Swift" | "Kotlin" => on_phones.get(area).unwrap_or(count),
                _ => count,
            };
            let (passed, failed) = (
                suites::reported(report, area, "passed"),
                suites::reported(report, area, "failed"),
            );
            whole &= passed == *count && failed == 0;
            print!("{passed:>10}");
        }
        println!();
    }
    if whole {
        Ok(())
    } else {
        Err("some vectors did not pass or did not run".to_owned())
    }
}

/// How many vectors each area has, but for those that ask one of these operations.
fn existing(left_out: &BTreeSet<String>) -> BTreeMap<String, u64> {
    let mut areas = BTreeMap::new();
    let folder = root().join("tests/conformance");
    for area in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let files = std::fs::read_dir(area.path()).into_iter().flatten().flatten();
        let count = |path: &Path| -> u64 {
            let text = std::fs::read_to_string(path).unwrap_or_default();
            let vectors: Vec<Value> = serde_json::from_str(&text).unwrap_or_default();
            let asks = |vector: &&Value| {
                let operation = vector.pointer("/ask/op").and_then(Value::as_str);
                operation.is_none_or(|operation| !left_out.contains(operation))
            };
            vectors.iter().filter(asks).count() as u64
        };
        let sum = files.map(|file| count(&file.path())).sum();
        areas.insert(area.file_name().to_string_lossy().into_owned(), sum);
    }
    areas
}

fn report_to(command: &mut Command, report: &Path) -> Outcome {
    run(command.env("RATEBOOK_VECTORS_REPORT", report))
}

fn rust(report: &Path) -> Outcome {
    let mut test = program("cargo");
    report_to(
        test.args([
            "test",
            "--quiet",
            "--package",
            "ratebook-tests",
            "--test",
            "conformance",
        ]),
        report,
    )
}

/// Over HTTP: the server's engine endpoints.
fn http(report: &Path) -> Outcome {
    let words = ["test", "--quiet", "--package", "ratebook-server", "--test", "engine"];
    report_to(program("cargo").args(words), report)
}

fn python(report: &Path) -> Outcome {
    let python = suites::python_environment()?;
    suites::python_build(&python)?;
    let mut test = program(&python);
    report_to(
        test.args(["-m", "pytest", "-q", "bindings-python/tests/test_conformance.py"]),
        report,
    )
}

fn node(report: &Path) -> Outcome {
    suites::node_build()?;
    let mut test = program("node");
    report_to(
        test.args(["--test", "tests/conformance.test.mjs"])
            .current_dir(root().join("bindings-node")),
        report,
    )
}

fn swift(report: &Path) -> Outcome {
    mobile::swift_build()?;
    let _ = std::fs::remove_file(mobile::swift_report());
    run(&mut mobile::swift(&["test", "--filter", "ConformanceTests"])?)?;
    let copied = std::fs::copy(mobile::swift_report(), report);
    copied
        .map(|_| ())
        .map_err(|error| format!("the runner left no report: {error}"))
}

fn kotlin(report: &Path) -> Outcome {
    report_to(mobile::kotlin_build()?.args(["test", "-Dtest=ConformanceTest"]), report)
}
