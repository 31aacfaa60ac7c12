//! The suites of Rust: what stands beside the server, and the server on both databases.

use std::process::{Child, Stdio};

use crate::scratch::Scratch;
use crate::shell::{self, Outcome, Package, program, read, run, testing_cargo};
use crate::suites::{Counts, system_packages};
use crate::{builds, clients, examples, reports};

/// The packages that stand on databases, and the one that sets documents: the tests of the server ask its program, built beside them.
const SERVER: &[&str] = &["ratebook-server", "ratebook-server-testing", "ratebook-documents"];

/// This package.
const CHORES: &str = env!("CARGO_PKG_NAME");

/// The server and what stands on it, as cargo is told it: named so by whoever builds some of it, it is compiled once.
pub fn of_the_server() -> Result<Vec<String>, String> {
    Ok(named(shell::packages()?.iter().filter(|package| stands_on_it(package))))
}

/// Everything else of Rust, in the same way. The chores come by themselves: they want objects of JSON in another order than the
/// engine has.
pub fn beside_server() -> Result<Vec<String>, String> {
    let packages = shell::packages()?;
    let beside = packages
        .iter()
        .filter(|package| !stands_on_it(package) && package.name != CHORES);
    let mut words = named(beside);
    words.extend(["--features", "ratebook-uniffi/cli"].map(str::to_owned));
    Ok(words)
}

fn stands_on_it(package: &Package) -> bool {
    let own = |name: &str| SERVER.contains(&name);
    own(&package.name) || package.dependencies.iter().any(|name| own(name))
}

fn named<'a>(packages: impl Iterator<Item = &'a Package>) -> Vec<String> {
    packages
        .flat_map(|package| ["--package".to_owned(), package.name.clone()])
        .collect()
}

/// Compiles everything but the tests, by clippy: they are linted when they are built.
pub fn lint() -> Outcome {
    build(&beside_server()?)?;
    build(&of_the_server()?)
}

/// Compiles some packages as their tests need them.
pub fn build(words: &[String]) -> Outcome {
    // Examples stand on what tests stand on: without them, cargo would choose other features, and compile all of it again.
    let mut build = testing_cargo();
    build.args(["build", "--quiet", "--lib", "--bins", "--examples"]);
    run(build.args(words))
}

/// What stands beside the server.
pub fn core() -> Result<Counts, String> {
    let words = beside_server()?;
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    cargo_test("core", &[&words, &["--package", CHORES, "--profile", "chores"]], 1)
}

/// The server on SQLite and on a PostgreSQL of its tests' own.
pub fn server() -> Result<Counts, String> {
    examples::postgres()?;
    examples::redis()?;
    examples::pgbouncer()?;
    examples::prometheus()?;
    // The guide to packs is gone through as a reader does.
    if read(program("curl").arg("--version")).is_none() {
        system_packages(&["curl"])?;
    }
    clients::install()?;
    let words = of_the_server()?;
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    // What stands beside the sources is longest compiled and waits for nothing: it is compiled while the first ones run.
    let first = [&words[..], &["--bins", "--examples", "--test", "*"]].concat();
    let own = [&words[..], &["--lib"]].concat();
    // They wait for programs, clocks and disks for most of their time.
    cargo_test("server", &[&first, &own], 3)
}

/// Runs the tests of some packages, and of others behind them, which are compiled in the meantime: so many of a program at once for each
/// processor.
fn cargo_test(suite: &str, selections: &[&[&str]], at_once: usize) -> Result<Counts, String> {
    let threads = builds::cores().saturating_mul(at_once).to_string();
    let scratch = Scratch::in_memory();
    let tests = selections.iter().map(|words| {
        let mut test = testing_cargo();
        test.args(["test", "--no-fail-fast"]).args(*words);
        test.env("RUST_TEST_THREADS", &threads);
        if let Some(scratch) = &scratch {
            test.env("TMPDIR", scratch.path());
        }
        test
    });
    let (succeeded, text) = reports::run(suite, tests, |place| compiled(selections.get(place + 1)?))?;
    let mut counts = Counts::default();
    for line in text.lines().filter(|line| line.starts_with("test result:")) {
        let count = |word: &str| -> u64 {
            let place = line.find(word).unwrap_or(0);
            line[..place]
                .split_whitespace()
                .last()
                .and_then(|number| number.parse().ok())
                .unwrap_or(0)
        };
        counts.passed += count(" passed");
        counts.failed += count(" failed");
        counts.skipped += count(" ignored");
    }
    counts.failures = reports::failures(suite, &text);
    if !succeeded && counts.failed == 0 {
        return Err("the tests do not build or were cut off".to_owned());
    }
    Ok(counts)
}

/// What compiles the tests of some packages, silently: whoever runs them tells what is wrong.
fn compiled(words: &[&str]) -> Option<Child> {
    let mut build = testing_cargo();
    build.args(["test", "--quiet", "--no-run"]).args(words);
    build.stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok()
}
