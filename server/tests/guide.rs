//! `docs/packs.md`, `docs/booking.md`, `docs/http.md`, `docs/documents.md` and `docs/imports.md`, step by step as a reader goes through them: with the program, on SQLite, in a folder of its
//! own. There is no second copy of the steps: what is typed, written and answered stands in the pages alone.
//!
//! A block of `sh` is typed into one shell, and `cargo run --release --` is the program: the server, which runs beside until it is
//! started again, or a command of it. A block of `toml` is a file, named in its first line; or lines of it, put in the place of those of
//! the same key or at the end. A block of `text` or `jsonc` behind one of `sh` is what is answered: of a text these lines in this order,
//! of JSON these members, and `…` stands for anything.
#![expect(clippy::expect_used, clippy::panic, reason = "a test tells what it expected")]

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use ratebook_server_testing::program;
use serde_json::Value;
use tempfile::TempDir;

/// Where the page says that the server listens.
const PORT: &str = "4280";
/// How a reader starts the program.
const PROGRAM: &str = "cargo run --release --";
/// The last line that the server prints when it has started.
const STARTED: &str = "What every setting is";
/// What the shell prints behind a block, with how it ended.
const MARK: &str = "--- the block has ended:";
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn every_step_of_the_guide_is_as_it_says() {
    every_step_of("packs.md", 15);
}

#[test]
fn every_step_of_a_booking_is_as_it_says() {
    every_step_of("booking.md", 7);
}

#[test]
fn every_example_of_http_is_as_it_says() {
    every_step_of("http.md", 9);
}

#[test]
fn every_step_of_documents_is_as_it_says() {
    every_step_of("documents.md", 5);
}

#[test]
fn every_step_of_imports_and_exports_is_as_it_says() {
    every_step_of("imports.md", 4);
}

/// Goes through a page that shows so many answers at least.
fn every_step_of(name: &str, least: usize) {
    let page = page(name);
    let mut reader = Reader::new();
    let blocks = blocks(&page);
    let mut shown = 0;
    for (place, block) in blocks.iter().enumerate() {
        let answer = blocks.get(place + 1).filter(|next| next.is_answer());
        match block.language {
            "sh" => reader.types(block, answer),
            "toml" => reader.writes(block),
            _ => {
                let before = place.checked_sub(1).and_then(|before| blocks.get(before));
                assert!(
                    before.is_some_and(|before| before.language == "sh"),
                    "line {}: an answer to nothing",
                    block.line
                );
                shown += 1;
            }
        }
    }
    assert!(shown >= least, "{name} shows {shown} answers");
}

fn page(name: &str) -> String {
    std::fs::read_to_string(own_folder().join("../docs").join(name)).expect("the guide")
}

struct Block<'p> {
    language: &'p str,
    text: &'p str,
    line: usize,
}

impl Block<'_> {
    fn is_answer(&self) -> bool {
        matches!(self.language, "text" | "jsonc")
    }
}

fn blocks(page: &str) -> Vec<Block<'_>> {
    let mut found = Vec::new();
    let mut parts = page.split("```");
    let mut line = parts.next().map_or(0, |prose| prose.matches('\n').count()) + 1;
    while let Some(block) = parts.next() {
        let (language, text) = block.split_once('\n').expect("a block has lines");
        assert!(
            ["sh", "toml", "text", "jsonc"].contains(&language),
            "line {line}: a block of `{language}`"
        );
        found.push(Block { language, text, line });
        let prose = parts.next().expect("a block ends");
        line += block.matches('\n').count() + prose.matches('\n').count();
    }
    found
}

/// Somebody who does what the page says.
struct Reader {
    folder: TempDir,
    port: String,
    shell: Shell,
    server: Option<Server>,
}

impl Reader {
    fn new() -> Reader {
        let folder = tempfile::tempdir().expect("a folder");
        // A checkout, as far as the page looks at it.
        std::os::unix::fs::symlink(own_folder(), folder.path().join("server")).expect("a link");
        let free = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = free.local_addr().expect("an address").port().to_string();
        Reader {
            shell: Shell::start(folder.path()),
            folder,
            port,
            server: None,
        }
    }

    fn types(&mut self, block: &Block<'_>, answer: Option<&Block<'_>>) {
        let text = block.text.replace(PORT, &self.port);
        let expected = answer.map(|answer| (answer, answer.text.replace(PORT, &self.port)));
        if let Some(words) = text.strip_prefix(PROGRAM) {
            assert_eq!(text.lines().count(), 1, "line {}: one line for the program", block.line);
            let (answer, expected) = expected.expect("what the program tells");
            let told = self.runs(words);
            let faults = lines_missing(&expected, &told);
            assert!(faults.is_empty(), "line {}: {faults}\nwas told:\n{told}", answer.line);
            return;
        }
        let only_reads = text
            .lines()
            .all(|line| line.starts_with("ask GET") || line.starts_with("sleep"));
        let begun = Instant::now();
        loop {
            let (told, ended_well) = self.shell.run(&text);
            assert!(ended_well, "line {}: the shell failed:\n{told}", block.line);
            let faults = expected.as_ref().map_or_else(String::new, |(answer, expected)| {
                let missing = match answer.language {
                    "jsonc" => values_missing(expected, &told),
                    _ => lines_missing(expected, &told),
                };
                match missing.is_empty() {
                    true => missing,
                    false => format!("line {}: {missing}\nwas told:\n{told}", answer.line),
                }
            });
            if faults.is_empty() {
                return;
            }
            // Demo records are made while the server answers already.
            assert!(only_reads && begun.elapsed() < Duration::from_secs(10), "{faults}");
            thread::sleep(Duration::from_millis(100));
        }
    }

    /// Runs a command of the program, or starts the server in the place of the one that runs.
    fn runs(&mut self, words: &str) -> String {
        let mut command = program(env!("CARGO_BIN_EXE_ratebook-server"));
        command
            .args(words.split_whitespace())
            .env("RATEBOOK_LISTEN", format!("127.0.0.1:{}", self.port))
            .current_dir(self.folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        if words.trim_start().starts_with("--") {
            self.server = None;
            let (server, told) = Server::start(command);
            self.server = server;
            return told;
        }
        let output = command.output().expect("the program");
        [output.stdout, output.stderr]
            .map(|bytes| String::from_utf8(bytes).expect("text"))
            .concat()
    }

    fn writes(&self, block: &Block<'_>) {
        let (first, text) = block.text.split_once('\n').expect("a file has lines");
        let named = first.strip_prefix("# ").expect("the first line names the file");
        let (name, how) = named.split_once(": ").unwrap_or((named, ""));
        let path = self.folder.path().join(name);
        let before = std::fs::read_to_string(&path);
        let after = match how {
            "" => text.to_owned(),
            "at the end" => format!("{}\n{text}", before.expect("a file")),
            "in the place of what is there" => replaced(&before.expect("a file"), text),
            other => panic!("line {}: a file is not written `{other}`", block.line),
        };
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(&path, after).expect("a file");
    }
}

/// What cargo says at run time: two checkouts may share what was built.
fn own_folder() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from)
}

/// A file with these lines in the place of those with the same keys in the same tables.
fn replaced(file: &str, lines: &str) -> String {
    let mut new: BTreeMap<(String, String), &str> = keyed(lines).filter_map(|(key, line)| Some((key?, line))).collect();
    let all: Vec<&str> = keyed(file)
        .map(|(key, line)| key.and_then(|key| new.remove(&key)).unwrap_or(line))
        .collect();
    assert!(new.is_empty(), "there is nothing to replace by {new:?}");
    all.join("\n") + "\n"
}

/// Each line with its table and key, where it has one.
fn keyed(text: &str) -> impl Iterator<Item = (Option<(String, String)>, &str)> {
    let mut table = "";
    text.lines().map(move |line| {
        if line.starts_with('[') {
            table = line;
        }
        let key = line
            .split_once('=')
            .map(|(key, _)| (table.to_owned(), key.trim().to_owned()));
        (key, line)
    })
}

/// A server that runs beside; it is ended when it is dropped.
struct Server(Child);

impl Server {
    /// Starts one: it runs, or has told why it cannot.
    fn start(mut command: Command) -> (Option<Server>, String) {
        let mut child = command.spawn().expect("the program");
        let (send, lines) = channel();
        read_lines(child.stdout.take().expect("an output"), send.clone());
        read_lines(child.stderr.take().expect("an output"), send);
        let mut told = String::new();
        loop {
            match lines.recv_timeout(PATIENCE) {
                Ok(line) => {
                    told.push_str(&line);
                    told.push('\n');
                    if line.starts_with(STARTED) {
                        return (Some(Server(child)), told);
                    }
                }
                Err(RecvTimeoutError::Disconnected) => {
                    assert!(!child.wait().expect("an end").success(), "it ended well:\n{told}");
                    return (None, told);
                }
                Err(RecvTimeoutError::Timeout) => panic!("it neither runs nor ends:\n{told}"),
            }
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = Command::new("kill").arg(self.0.id().to_string()).status();
        let _ = self.0.wait();
    }
}

fn read_lines(from: impl Read + Send + 'static, to: Sender<String>) {
    thread::spawn(move || {
        for line in BufReader::new(from).lines().map_while(Result::ok) {
            // Whoever has heard enough does not listen any more, and what is said is still taken in.
            let _ = to.send(line);
        }
    });
}

/// A shell that keeps its functions and variables from block to block.
struct Shell {
    child: Child,
    input: ChildStdin,
    lines: Receiver<String>,
}

impl Shell {
    fn start(folder: &Path) -> Shell {
        let mut child = Command::new("bash")
            .arg("--norc")
            .current_dir(folder)
            .env_remove("http_proxy")
            .env("no_proxy", "*")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("bash");
        let (send, lines) = channel();
        read_lines(child.stdout.take().expect("an output"), send);
        let mut input = child.stdin.take().expect("an input");
        input.write_all(b"exec 2>&1\n").expect("a shell that listens");
        Shell { child, input, lines }
    }

    /// What a block prints, and whether its last command ended well.
    fn run(&mut self, block: &str) -> (String, bool) {
        let text = format!("{block}\necho \"{MARK} $?\"\n");
        self.input.write_all(text.as_bytes()).expect("a shell that listens");
        let mut told = String::new();
        loop {
            let line = self.lines.recv_timeout(PATIENCE);
            let line = line.unwrap_or_else(|error| panic!("{error} in\n{block}\n{told}"));
            if let Some(status) = line.strip_prefix(MARK) {
                return (told, status.trim() == "0");
            }
            told.push_str(&line);
            told.push('\n');
        }
    }
}

impl Drop for Shell {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The first line of a text that does not come, in its order, in what was told.
fn lines_missing(expected: &str, told: &str) -> String {
    let mut lines = told.lines();
    let missing = expected
        .lines()
        .find(|pattern| !lines.by_ref().any(|line| is_like(pattern, line)));
    missing.map_or_else(String::new, |line| format!("missing\n{line}"))
}

/// Whether a text is as a pattern in which `…` stands for anything.
fn is_like(pattern: &str, text: &str) -> bool {
    let Some((first, rest)) = pattern.split_once('…') else {
        return pattern == text;
    };
    let Some(text) = text.strip_prefix(first) else {
        return false;
    };
    (0..=text.len()).any(|at| text.is_char_boundary(at) && is_like(rest, &text[at..]))
}

/// What of values one after the other is not in what was told.
fn values_missing(expected: &str, told: &str) -> String {
    let read = |text: &str| -> Result<Vec<Value>, String> {
        let values = serde_json::Deserializer::from_str(text).into_iter();
        values.collect::<Result<_, _>>().map_err(|error| error.to_string())
    };
    let (expected, told) = match (read(expected), read(told)) {
        (Ok(expected), Ok(told)) => (expected, told),
        (Err(fault), _) => return format!("the page shows no JSON: {fault}"),
        (_, Err(fault)) => return format!("what is told is no JSON: {fault}"),
    };
    if expected.len() != told.len() {
        return format!("{} answers and statuses, not {}", told.len(), expected.len());
    }
    let mut faults = Vec::new();
    for (one, other) in expected.iter().zip(&told) {
        compare(one, other, "", &mut faults);
    }
    faults.join("\n")
}

fn compare(expected: &Value, told: &Value, place: &str, faults: &mut Vec<String>) {
    match (expected, told) {
        (Value::Object(expected), Value::Object(told)) => {
            for (name, value) in expected {
                let own = told.get(name).unwrap_or(&Value::Null);
                if value.is_null() && !told.contains_key(name) {
                    faults.push(format!("{place}/{name}: is not there"));
                }
                compare(value, own, &format!("{place}/{name}"), faults);
            }
        }
        (Value::Array(expected), Value::Array(told)) if expected.len() == told.len() => {
            for (number, (one, other)) in expected.iter().zip(told).enumerate() {
                compare(one, other, &format!("{place}/{number}"), faults);
            }
        }
        (Value::String(pattern), Value::String(text)) if is_like(pattern, text) => {}
        _ if expected == told => {}
        _ => faults.push(format!("{place}: {told}, not {expected}")),
    }
}

#[test]
fn answers_that_differ_are_found() {
    let missing = |expected: &str, told: &str| !values_missing(expected, told).is_empty();
    assert!(!missing(
        "{\"a\": \"…b\", \"c\": [1]}\n200",
        "{\"c\": [1], \"a\": \"ab\", \"d\": 1}\n200"
    ));
    for told in [
        "{\"a\": \"a\", \"c\": [1]}\n200",
        "{\"a\": \"ab\", \"c\": [1, 2]}\n200",
        "{\"a\": \"ab\", \"c\": [1]}\n201",
        "{\"a\": \"ab\", \"c\": [1]}",
        "no JSON",
    ] {
        assert!(missing("{\"a\": \"…b\", \"c\": [1]}\n200", told), "{told}");
    }
    assert!(lines_missing("a…c\nd", "abc\nx\nd").is_empty());
    assert!(!lines_missing("d\na…c", "abc\nd").is_empty());
}
