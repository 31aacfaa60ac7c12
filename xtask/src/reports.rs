//! What the last run of each suite of Rust came to, test by test: `target/tests-core.json` and `target/tests-server.json`.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};

use serde_json::{Value, json};

use crate::shell::{packages, root, target};

/// What became of a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    Passed,
    Skipped,
    Failed,
}

/// A test that was run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tested {
    /// The file in which its program begins, such as `server/tests/records/main.rs`.
    pub file: String,
    /// Its name with its modules, such as `deletion::a_plan_in_use_is_not_deleted`.
    pub name: String,
    pub fate: Fate,
}

/// The suites that leave a report.
pub const SUITES: &[&str] = &["core", "server"];

fn place(suite: &str) -> PathBuf {
    target().join(format!("tests-{suite}.json"))
}

/// Runs `cargo test` once or more, shows what it prints, and keeps what became of each test. Answers whether all succeeded, and what
/// they printed. Once the tests of a command have begun, what comes behind it may be got ready.
pub fn run(
    suite: &str,
    commands: impl Iterator<Item = Command>,
    ready: impl Fn(usize) -> Option<Child>,
) -> Result<(bool, String), String> {
    let (mut succeeded, mut text) = (true, String::new());
    for (place, command) in commands.enumerate() {
        let mut behind = None;
        let began = || behind = ready(place);
        succeeded &= shown(command, &mut text, began).map_err(|error| format!("cargo: {error}"))?;
        if let Some(mut behind) = behind {
            behind.wait().map_err(|error| format!("cargo: {error}"))?;
        }
    }
    keep(suite, &tests(&text, &roots()?)).map_err(|error| format!("{suite}: {error}"))?;
    Ok((succeeded, text))
}

/// Runs a command, and shows and adds what it prints; tells when the first program of it runs.
fn shown(mut command: Command, text: &mut String, began: impl FnOnce()) -> std::io::Result<bool> {
    // Which program a test belongs to, cargo tells beside what the programs print: in one pipe both stay in their order.
    let (lines, writer) = std::io::pipe()?;
    command.stdout(writer.try_clone()?).stderr(writer);
    let mut child = command.spawn()?;
    // The command holds the other ends, which have to be closed for the pipe to end.
    drop(command);
    let mut began = Some(began);
    for line in BufReader::new(lines).split(b'\n') {
        let line = String::from_utf8_lossy(&line?).into_owned();
        println!("{line}");
        if line.trim_start().starts_with("Running ") {
            began.take().into_iter().for_each(|began| began());
        }
        text.push_str(&line);
        text.push('\n');
    }
    Ok(child.wait()?.success())
}

fn keep(suite: &str, tests: &[Tested]) -> std::io::Result<()> {
    let entry = |test: &Tested| {
        let fate = match test.fate {
            Fate::Passed => "passed",
            Fate::Skipped => "skipped",
            Fate::Failed => "failed",
        };
        json!({"file": test.file, "name": test.name, "fate": fate})
    };
    let list: Vec<Value> = tests.iter().map(entry).collect();
    std::fs::create_dir_all(target())?;
    let mut file = std::fs::File::create(place(suite))?;
    writeln!(file, "{:#}", json!({"suite": suite, "tests": list}))
}

/// The report of a suite's last run; none when it has not been run.
pub fn of(suite: &str) -> Option<Vec<Tested>> {
    let text = std::fs::read_to_string(place(suite)).ok()?;
    let report: Value = serde_json::from_str(&text).ok()?;
    let test = |entry: &Value| {
        let text = |name: &str| Some(entry.get(name)?.as_str()?.to_owned());
        let fate = match text("fate")?.as_str() {
            "passed" => Fate::Passed,
            "skipped" => Fate::Skipped,
            _ => Fate::Failed,
        };
        Some(Tested {
            file: text("file")?,
            name: text("name")?,
            fate,
        })
    };
    report.get("tests")?.as_array()?.iter().map(test).collect()
}

/// The tests of a suite's last run that failed, each with the beginning of what it said in the text that the run printed.
pub fn failures(suite: &str, text: &str) -> Vec<String> {
    let failed = of(suite).into_iter().flatten().filter(|test| test.fate == Fate::Failed);
    failed.map(|test| told(&test, text)).collect()
}

fn told(test: &Tested, text: &str) -> String {
    const LINES: usize = 12;
    let head = format!("---- {} stdout ----\n", test.name);
    let said = text.split_once(&head).map_or("", |(_, rest)| rest);
    let ends = |line: &&str| line.starts_with("---- ") || *line == "stack backtrace:" || *line == "failures:";
    let lines = said
        .lines()
        .take_while(|line| !ends(line))
        .filter(|line| !line.is_empty());
    let mut told = format!("{} in {}", test.name, test.file);
    for line in lines.take(LINES) {
        told.push_str("\n    ");
        told.push_str(line);
    }
    told
}

/// Where each program of tests begins, by the name that cargo gives it and the file within its package.
type Roots = BTreeMap<(String, String), String>;

fn roots() -> Result<Roots, String> {
    let mut roots = Roots::new();
    for package in packages()? {
        for (name, source) in package.targets {
            let within = source
                .strip_prefix(&package.folder)
                .unwrap_or(&source)
                .display()
                .to_string();
            let whole = source.strip_prefix(root()).unwrap_or(&source).display().to_string();
            roots.insert((name.replace('-', "_"), within), whole);
        }
    }
    Ok(roots)
}

/// The tests in what `cargo test` has printed.
fn tests(text: &str, roots: &Roots) -> Vec<Tested> {
    let mut file = String::new();
    let mut tests = Vec::new();
    for line in text.lines() {
        if let Some(running) = line.trim_start().strip_prefix("Running ") {
            file = begins(running, roots).unwrap_or_default();
        } else if line.trim_start().starts_with("Doc-tests ") {
            file = String::new();
        }
        let Some((name, end)) = line.strip_prefix("test ").and_then(|rest| rest.rsplit_once(" ... ")) else {
            continue;
        };
        let fate = match end.split([',', ' ']).next().unwrap_or_default() {
            "ok" => Fate::Passed,
            "ignored" => Fate::Skipped,
            _ => Fate::Failed,
        };
        let name = name.split(" - should panic").next().unwrap_or_default().to_owned();
        let file = file.clone();
        tests.push(Tested { file, name, fate });
    }
    tests
}

/// The file of a line such as `unittests src/lib.rs (target/debug/deps/ratebook-0123)`.
fn begins(running: &str, roots: &Roots) -> Option<String> {
    let (source, program) = running.split_once(" (")?;
    let within = source.strip_prefix("unittests ").unwrap_or(source);
    let stem = Path::new(program.trim_end_matches(')'))
        .file_stem()?
        .to_string_lossy()
        .into_owned();
    let (name, _) = stem.rsplit_once('-')?;
    roots.get(&(name.to_owned(), within.to_owned())).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_failed_is_told_with_its_reason() {
        let test = Tested {
            file: "server/tests/records/main.rs".to_owned(),
            name: "deletion::e".to_owned(),
            fate: Fate::Failed,
        };
        let text = "failures:\n\n---- deletion::d stdout ----\nno\n\n---- deletion::e stdout ----\n\n\
                    thread 'deletion::e' panicked at a.rs:1:\nfar too late\nstack backtrace:\n   0: core\n";
        let expected = "deletion::e in server/tests/records/main.rs\n    thread 'deletion::e' panicked at a.rs:1:\n    far too late";
        assert_eq!(told(&test, text), expected);
    }

    #[test]
    fn tests_are_told_apart_by_their_programs() {
        let root = |name: &str, within: &str, whole: &str| ((name.to_owned(), within.to_owned()), whole.to_owned());
        let roots = Roots::from([
            root("ratebook_server", "src/lib.rs", "server/src/lib.rs"),
            root("records", "tests/records/main.rs", "server/tests/records/main.rs"),
        ]);
        let text = "   Compiling x\n     Running unittests src/lib.rs (target/debug/deps/ratebook_server-01ab)\n\n\
                    running 2 tests\ntest a::tests::b ... ok\ntest a::tests::c ... ignored, needs a disk\n\n\
                    test result: ok. 1 passed\n     Running tests/records/main.rs (/t/debug/deps/records-77)\n\
                    test deletion::d - should panic ... ok\ntest deletion::e ... FAILED\n   Doc-tests x\ntest core/src/lib.rs - f (line 3) ... ok\n";
        let told: Vec<(String, String, Fate)> = tests(text, &roots)
            .into_iter()
            .map(|test| (test.file, test.name, test.fate))
            .collect();
        let expected = [
            ("server/src/lib.rs", "a::tests::b", Fate::Passed),
            ("server/src/lib.rs", "a::tests::c", Fate::Skipped),
            ("server/tests/records/main.rs", "deletion::d", Fate::Passed),
            ("server/tests/records/main.rs", "deletion::e", Fate::Failed),
            ("", "core/src/lib.rs - f (line 3)", Fate::Passed),
        ];
        let expected = expected.map(|(file, name, fate)| (file.to_owned(), name.to_owned(), fate));
        assert_eq!(told, expected);
    }
}
