//! The program as the server talks to it: what it answers, what it may not do, and how it ends.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says so"
)]

use std::io::{Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use ratebook_documents::end_where_anything_fails;
use serde_json::{Value, json};

/// Says to the program of these tests that it is to fail.
const FAILS: &str = "RATEBOOK_DOCUMENTS_FAILS";

struct Program {
    child: Child,
    input: Option<ChildStdin>,
    output: Option<ChildStdout>,
}

impl Program {
    fn start(memory_mib: u32) -> Program {
        let mut child = Command::new(env!("CARGO_BIN_EXE_ratebook-documents"))
            .args(["--memory-mib", &memory_mib.to_string()])
            .env_clear()
            .env("RAYON_NUM_THREADS", "2")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("a process");
        let (input, output) = (child.stdin.take(), child.stdout.take());
        let mut program = Program { child, input, output };
        let hello: Value = serde_json::from_slice(&program.frame().expect("a greeting")).expect("JSON");
        assert_eq!(hello["version"], env!("CARGO_PKG_VERSION"));
        assert!(
            hello["fonts"]
                .as_array()
                .is_some_and(|fonts| fonts.contains(&json!("Libertinus Serif"))),
            "{hello}"
        );
        program
    }

    fn send(&mut self, bytes: &[u8]) {
        self.try_send(bytes).expect("sent");
    }

    fn try_send(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        let input = self.input.as_mut().expect("a pipe");
        let length = u32::try_from(bytes.len()).expect("a length").to_be_bytes();
        input.write_all(&length)?;
        input.write_all(bytes)?;
        input.flush()
    }

    fn frame(&mut self) -> std::io::Result<Vec<u8>> {
        let output = self.output.as_mut().expect("a pipe");
        let mut length = [0; 4];
        output.read_exact(&mut length)?;
        let mut frame = vec![0; usize::try_from(u32::from_be_bytes(length)).expect("a length")];
        output.read_exact(&mut frame)?;
        Ok(frame)
    }

    fn ask(&mut self, text: &str) -> Value {
        self.send(job(text).to_string().as_bytes());
        serde_json::from_slice(&self.frame().expect("an answer")).expect("JSON")
    }

    /// Waits until it has ended by itself.
    fn ends(&mut self) -> String {
        let begun = Instant::now();
        while self.child.try_wait().expect("a state").is_none() {
            assert!(begun.elapsed() < Duration::from_secs(60), "it goes on");
            std::thread::sleep(Duration::from_millis(20));
        }
        let mut said = String::new();
        let mut errors = self.child.stderr.take().expect("a pipe");
        errors.read_to_string(&mut said).expect("text");
        said
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn job(text: &str) -> Value {
    json!({
        "template": "/own.typ", "sources": {"/own.typ": text}, "given": {"record": {}, "brand": {
            "name": "Acme", "address": [], "colour": {"fill": "#000000", "text": "#ffffff"}, "logo": null,
        }},
        "title": "T", "language": "en", "locale": "en-US", "zone": "UTC", "paper": "a4", "made_at": "2026-11-29T09:30:00Z",
    })
}

#[test]
fn it_sets_one_document_after_the_other_and_outlives_faults() {
    let mut program = Program::start(1_024);
    for round in 1..=3 {
        let answer = program.ask(&format!("Hello {round}"));
        assert_eq!(answer, json!({"set": {"pages": 1}}));
        assert!(program.frame().expect("a PDF").starts_with(b"%PDF-"));
        let answer = program.ask("#nothing");
        assert_eq!(answer["faulty"][0]["line"], 1, "{answer}");
        program.send(b"no job");
        let answer: Value = serde_json::from_slice(&program.frame().expect("an answer")).expect("JSON");
        assert!(
            answer["faulty"][0]["message"]
                .as_str()
                .is_some_and(|text| text.contains("cannot be read")),
            "{answer}"
        );
    }
    program.input = None;
    program.ends();
}

/// Nothing that is known to fail can be asked of the program, and so these tests are a program that does.
#[test]
fn where_a_thread_fails_all_of_it_ends_at_once_and_quotes_no_record() {
    if std::env::var_os(FAILS).is_some() {
        end_where_anything_fails();
        let failing = std::thread::spawn(|| assert!(std::env::var_os(FAILS).is_none(), "what Ana Weber owes"));
        let _ = failing.join();
        // It waits for its next job.
        std::thread::sleep(Duration::from_secs(120));
        return;
    }
    let name = "where_a_thread_fails_all_of_it_ends_at_once_and_quotes_no_record";
    let begun = Instant::now();
    let ended = Command::new(std::env::current_exe().expect("a program"))
        .args(["--exact", name, "--nocapture"])
        .env(FAILS, "yes")
        .output()
        .expect("a process");
    let said = String::from_utf8_lossy(&ended.stderr);
    assert!(begun.elapsed() < Duration::from_secs(60), "it has waited");
    assert_eq!(ended.status.code(), Some(101), "{said}");
    assert!(
        said.contains("ratebook-documents: it has failed at ") && said.contains("process.rs:"),
        "{said}"
    );
    assert!(!said.contains("Ana"), "{said}");
}

#[test]
fn it_ends_where_nobody_reads_what_it_answers() {
    let mut program = Program::start(1_024);
    drop(program.output.take());
    // A process that is being started beside it may have its end of the pipe for a moment, and then one answer is taken.
    for _ in 0..100 {
        let _ = program.try_send(job("Hello").to_string().as_bytes());
        std::thread::sleep(Duration::from_millis(50));
        if program.child.try_wait().expect("a state").is_some() {
            break;
        }
    }
    // It is not left waiting for a job that never comes.
    assert!(program.ends().contains("ratebook-documents: "));
}

#[test]
fn it_ends_with_whoever_started_it_even_in_the_middle_of_what_never_ends() {
    let mut program = Program::start(1_024);
    program.send(
        job("#let f(n) = for i in range(1000000) { for j in range(1000000) { n += j } }\n#f(0)")
            .to_string()
            .as_bytes(),
    );
    std::thread::sleep(Duration::from_millis(300));
    assert!(
        program.child.try_wait().expect("a state").is_none(),
        "it is still at it"
    );
    program.input = None;
    program.ends();
}

#[test]
#[cfg(target_os = "linux")]
fn it_has_so_much_memory_and_no_more() {
    let mut program = Program::start(512);
    program.send(
        job("#let all = ()\n#for i in range(100000000) { all.push(\"x\" * 1000 + str(i)) }")
            .to_string()
            .as_bytes(),
    );
    assert!(program.frame().is_err(), "it has answered");
    let said = program.ends();
    assert!(said.contains("memory allocation"), "{said}");
}

#[test]
#[cfg(target_os = "linux")]
fn it_opens_nothing_once_it_is_ready() {
    let program = Program::start(1_024);
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", program.child.id())).expect("limits");
    let limit = |name: &str| {
        let line = limits
            .lines()
            .find(|line| line.starts_with(name))
            .unwrap_or_else(|| panic!("{limits}"));
        let numbers: Vec<&str> = line.strip_prefix(name).expect("a name").split_whitespace().collect();
        (
            numbers.first().copied().unwrap_or_default().to_owned(),
            numbers.get(1).copied().unwrap_or_default().to_owned(),
        )
    };
    let both = |text: &str| (text.to_owned(), text.to_owned());
    assert_eq!(limit("Max open files"), both("3"));
    assert_eq!(limit("Max file size"), both("0"));
    assert_eq!(limit("Max address space"), both("1073741824"));
    // What whoever began the test has left open in it is none of the program's.
    let own = |process: &str, number: &str| std::fs::read_link(format!("/proc/{process}/fd/{number}"));
    let id = program.child.id().to_string();
    for open in std::fs::read_dir(format!("/proc/{id}/fd")).expect("what it has open") {
        let number = open.expect("a number").file_name().into_string().expect("a number");
        let is_stream = ["0", "1", "2"].contains(&number.as_str());
        let leads = own(&id, &number).expect("where it leads");
        let is_inherited = own("self", &number).is_ok_and(|inherited| inherited == leads);
        assert!(is_stream || is_inherited, "{number} leads to {}", leads.display());
    }
}
