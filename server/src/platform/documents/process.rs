//! One process that sets documents: what it is asked and what it answers, each behind its length.

use std::io;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use ratebook::{Code, Reason};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use tokio::io::{AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use tokio::task::JoinHandle;
use tokio::time::timeout;

/// How long it takes to be ready at most: it reads its fonts.
const TO_START: Duration = Duration::from_secs(30);
/// As many bytes it is sent at most: it ends where a job has more.
pub(super) const MOST_SENT: usize = 64 * 1024 * 1024;
/// As many bytes it says first at most: its version and its fonts.
const MOST_OF_HELLO: u32 = 1024 * 1024;
/// As many bytes it answers at most.
const MOST_BYTES: u32 = 256 * 1024 * 1024;
/// As much is heard of what it says while it ends.
const MOST_HEARD: u64 = 4 * 1024;

/// A process that waits for what it is to set. It ends when it is dropped.
#[derive(Debug)]
pub(super) struct Process {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    heard: JoinHandle<String>,
    fonts: Vec<String>,
    set: u32,
}

/// What it says first.
#[derive(Debug, Deserialize)]
struct Hello {
    version: String,
    /// The families of its fonts.
    fonts: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Head {
    /// How many pages there are is told, and nobody asks yet.
    Set {},
    Faulty(Vec<Fault>),
}

/// What became of a document.
#[derive(Debug)]
pub(super) enum Answered {
    Set(Vec<u8>),
    Faulty(Vec<Fault>),
}

/// Something by which a document cannot be set.
#[derive(Debug, Deserialize)]
pub(super) struct Fault {
    file: Option<String>,
    line: Option<u64>,
    column: Option<u64>,
    message: String,
    #[serde(default)]
    hints: Vec<String>,
}

impl Fault {
    pub(super) fn reason(self) -> Reason {
        let hints = match self.hints.is_empty() {
            true => String::new(),
            false => format!(" ({})", self.hints.join("; ")),
        };
        let place = match (&self.file, self.line, self.column) {
            (Some(file), Some(line), Some(column)) => format!("`{file}`, line {line}, column {column}: "),
            _ => String::new(),
        };
        let mut reason = Reason::new(Code::RecordsDocument, "", format!("{place}{}{hints}", self.message));
        if let Some(file) = self.file {
            reason = reason.with("template", file);
        }
        for (name, number) in [("line", self.line), ("column", self.column)] {
            if let Some(number) = number {
                reason = reason.with(name, number);
            }
        }
        reason
    }
}

impl Process {
    /// Starts one and waits until it is ready; why it is not, in a line.
    pub(super) async fn start(program: &Path, fonts: Option<&Path>, memory_mib: u32) -> Result<Process, String> {
        let told = |error: &dyn std::fmt::Display| format!("{}: {error}", program.display());
        let mut command = Command::new(program);
        // It knows nothing of what the server was told.
        command.env_clear().env("RAYON_NUM_THREADS", "2").kill_on_drop(true);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command.arg("--memory-mib").arg(memory_mib.to_string());
        if let Some(fonts) = fonts {
            command.arg("--fonts").arg(fonts);
        }
        let mut child = command.spawn().map_err(|error| told(&error))?;
        let (input, output, errors) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let (Some(input), Some(output), Some(mut errors)) = (input, output, errors) else {
            return Err(told(&"it has no pipes"));
        };
        let heard = tokio::spawn(async move {
            let mut text = Vec::new();
            let _ = (&mut errors).take(MOST_HEARD).read_to_end(&mut text).await;
            // What is beyond that is let go, so that it never waits to be heard.
            let _ = tokio::io::copy(&mut errors, &mut tokio::io::sink()).await;
            String::from_utf8_lossy(&text).into_owned()
        });
        let mut process = Process {
            child,
            input,
            output: BufReader::new(output),
            heard,
            fonts: Vec::new(),
            set: 0,
        };
        let hello = timeout(TO_START, process.told::<Hello>(MOST_OF_HELLO)).await;
        let hello = match hello {
            Ok(Ok(hello)) => hello,
            Ok(Err(error)) => return Err(told(&process.why(&error).await)),
            Err(_) => return Err(told(&"it was not ready in time")),
        };
        process.fonts = hello.fonts;
        match hello.version == env!("CARGO_PKG_VERSION") {
            true => Ok(process),
            false => Err(told(&format!(
                "it is of version {}, and the server of {}; take both of one release",
                hello.version,
                env!("CARGO_PKG_VERSION")
            ))),
        }
    }

    /// Has a document set.
    pub(super) async fn ask(&mut self, job: &[u8]) -> io::Result<Answered> {
        let length = u32::try_from(job.len()).map_err(io::Error::other)?;
        self.input.write_all(&length.to_be_bytes()).await?;
        self.input.write_all(job).await?;
        self.input.flush().await?;
        self.set += 1;
        Ok(match self.told(MOST_BYTES).await? {
            Head::Set { .. } => Answered::Set(self.frame(MOST_BYTES).await?),
            Head::Faulty(faults) => Answered::Faulty(faults),
        })
    }

    /// Whether it has not ended meanwhile.
    pub(super) fn is_there(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// The families of its fonts.
    pub(super) fn fonts(&self) -> &[String] {
        &self.fonts
    }

    /// How many it has set, or tried to.
    pub(super) fn has_set(&self) -> u32 {
        self.set
    }

    /// Why it has gone, as far as it has said.
    pub(super) async fn why(mut self, error: &io::Error) -> String {
        let _ = self.child.start_kill();
        let ended = self.child.wait().await;
        let heard = timeout(Duration::from_secs(1), self.heard).await;
        let heard = heard.ok().and_then(Result::ok).unwrap_or_default();
        match (heard.trim(), ended) {
            ("", Ok(status)) => format!("{error} ({status})"),
            ("", Err(_)) => error.to_string(),
            (heard, _) => heard.to_owned(),
        }
    }

    async fn told<T: DeserializeOwned>(&mut self, most: u32) -> io::Result<T> {
        Ok(serde_json::from_slice(&self.frame(most).await?)?)
    }

    async fn frame(&mut self, most: u32) -> io::Result<Vec<u8>> {
        let length = self.output.read_u32().await?;
        if length > most {
            return Err(io::Error::other("it answers too much"));
        }
        let mut frame = Vec::new();
        (&mut self.output).take(length.into()).read_to_end(&mut frame).await?;
        match u32::try_from(frame.len()) == Ok(length) {
            true => Ok(frame),
            false => Err(io::ErrorKind::UnexpectedEof.into()),
        }
    }
}
