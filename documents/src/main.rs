//! `ratebook-documents`: reads jobs from its input and writes documents to its output, until whoever started it is gone.
//!
//! It reads its fonts and opens nothing after that. What it may have of memory is bounded, and so is what it may have of time, by who
//! started it: a job that takes too long is ended with the process.

use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::{ExitCode, exit};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use ratebook_documents::{Answer, Fault, Fonts, Hello, Job, Press, end_where_anything_fails};

/// As many bytes a job has at most.
const MOST_BYTES: u32 = 64 * 1024 * 1024;
/// As much memory it has when nobody says, in MiB.
const MEMORY_MIB: u64 = 1_024;
/// Templates nest, and typst goes down into them as they do.
const STACK_BYTES: usize = 32 * 1024 * 1024;

fn main() -> ExitCode {
    end_where_anything_fails();
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            tell(&message);
            ExitCode::FAILURE
        }
    }
}

fn tell(message: &str) {
    let _ = writeln!(io::stderr(), "ratebook-documents: {message}");
}

fn run() -> Result<(), String> {
    let (mut fonts, mut memory_mib) = (None, MEMORY_MIB);
    let mut words = std::env::args_os().skip(1);
    while let Some(word) = words.next() {
        let value = words.next();
        match (word.to_str(), value) {
            (Some("--fonts"), Some(folder)) => fonts = Some(PathBuf::from(folder)),
            (Some("--memory-mib"), Some(value)) => {
                let number = value.to_str().and_then(|text| text.parse().ok());
                memory_mib = number.ok_or("`--memory-mib` is a whole number of MiB")?;
            }
            _ => {
                return Err(
                    "it is started by `ratebook-server`, with `--fonts FOLDER` and `--memory-mib N`".to_owned(),
                );
            }
        }
    }
    let fonts = match fonts {
        None => Fonts::of_engine(),
        Some(folder) => Fonts::of_folder(&folder).map_err(|error| format!("{}: {error}", folder.display()))?,
    };
    let press = Press::new(fonts);
    // Before it says that it is ready.
    confine(memory_mib)?;
    let (sender, jobs) = sync_channel(1);
    let working = move || {
        // Who reads the jobs hears nothing of it, and so it ends here.
        if let Err(message) = work(press, &jobs) {
            tell(&message);
            exit(1);
        }
    };
    let working = thread::Builder::new().stack_size(STACK_BYTES).spawn(working);
    working.map_err(|error| error.to_string())?;
    let mut input = io::stdin().lock();
    while let Some(job) = frame(&mut input).map_err(|error| error.to_string())? {
        sender.send(job).map_err(|error| error.to_string())?;
    }
    // Whoever started it is gone: nobody waits for what is being set.
    Ok(())
}

/// Takes away what it does not need: files, and memory without an end. Linux alone bounds the memory of a process, and nothing is taken
/// away where there is no Unix.
#[cfg(unix)]
fn confine(memory_mib: u64) -> Result<(), String> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let bytes = memory_mib.saturating_mul(1024 * 1024);
    for (resource, most) in [
        (Resource::As, bytes),
        (Resource::Nofile, 3),
        (Resource::Fsize, 0),
        (Resource::Core, 0),
    ] {
        let limit = Rlimit {
            current: Some(most),
            maximum: Some(most),
        };
        let set = setrlimit(resource, limit);
        if resource != Resource::As || cfg!(target_os = "linux") {
            set.map_err(|error| format!("its limits cannot be set: {error}"))?;
        }
    }
    Ok(())
}

#[cfg(not(unix))]
fn confine(_: u64) -> Result<(), String> {
    Ok(())
}

fn work(mut press: Press, jobs: &Receiver<Vec<u8>>) -> Result<(), String> {
    let hello = Hello {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        fonts: press.families(),
    };
    let mut output = io::stdout().lock();
    let mut answer = |parts: &[&[u8]]| -> io::Result<()> {
        for part in parts {
            let length = u32::try_from(part.len()).map_err(io::Error::other)?;
            output.write_all(&length.to_be_bytes())?;
            output.write_all(part)?;
        }
        output.flush()
    };
    let text = |value: serde_json::Result<Vec<u8>>| value.map_err(|error| error.to_string());
    answer(&[&text(serde_json::to_vec(&hello))?]).map_err(|error| error.to_string())?;
    while let Ok(job) = jobs.recv() {
        let set = match serde_json::from_slice::<Job>(&job) {
            Ok(job) => press.pdf(&job),
            Err(error) => Err(vec![Fault::of(format!("the job cannot be read: {error}"))]),
        };
        let told = match set {
            Ok((pdf, pages)) => {
                let head = text(serde_json::to_vec(&Answer::Set { pages }))?;
                answer(&[&head, &pdf])
            }
            Err(faults) => answer(&[&text(serde_json::to_vec(&Answer::Faulty(faults)))?]),
        };
        told.map_err(|error| error.to_string())?;
    }
    Ok(())
}

/// The next job; nothing where there will be none.
fn frame(input: &mut impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0; 4];
    match input.read_exact(&mut length) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        Err(error) => return Err(error),
    }
    let length = u32::from_be_bytes(length);
    if length > MOST_BYTES {
        return Err(io::Error::other(format!("a job has at most {MOST_BYTES} bytes")));
    }
    let mut job = vec![0; usize::try_from(length).map_err(io::Error::other)?];
    input.read_exact(&mut job)?;
    Ok(Some(job))
}
