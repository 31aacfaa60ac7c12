//! Suites that have nothing to do with one another, two at a time: each by a process of its own, whose output is shown whole when it
//! ends.

use std::collections::VecDeque;
use std::fs::File;
use std::io::{Read, Seek};
use std::process::Command;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::shell::{cache, root, target};
use crate::suites::{Counts, counts_of};

/// How many are run at the same time.
const LANES: usize = 2;

/// What became of a suite that another process ran.
pub struct Ran {
    pub name: &'static str,
    pub counts: Counts,
    pub took: Duration,
}

/// Runs suites, the first ones first.
pub fn run(names: &[&'static str]) -> Vec<Ran> {
    let waiting: Mutex<VecDeque<&'static str>> = Mutex::new(names.iter().copied().collect());
    let ended = Mutex::new(Vec::new());
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
    thread::scope(|scope| {
        for _ in 0..LANES {
            scope.spawn(|| {
                while let Some(name) = next() {
                    let begun = Instant::now();
                    let (counts, text) = alone(name).unwrap_or_else(|message| {
                        let message = format!("{name}: {message}");
                        (Counts::fault(message.clone()), message)
                    });
                    let mut ended = ended.lock().unwrap_or_else(PoisonError::into_inner);
                    println!("{}", text.trim_end());
                    ended.push(Ran {
                        name,
                        counts,
                        took: begun.elapsed(),
                    });
                }
            });
        }
    });
    let mut ended = ended.into_inner().unwrap_or_else(PoisonError::into_inner);
    ended.sort_by_key(|ran| names.iter().position(|name| *name == ran.name));
    ended
}

/// Runs one, with all that it says in the order in which it says it.
fn alone(name: &str) -> Result<(Counts, String), String> {
    let told = |error: std::io::Error| error.to_string();
    let path = target().join(format!("suite-{name}.log"));
    let mut log = File::options()
        .read(true)
        .write(true)
        .create(true)
        .truncate(true)
        .open(&path)
        .map_err(|error| format!("{}: {error}", path.display()))?;
    let own = std::env::current_exe().map_err(told)?;
    let (out, err) = (log.try_clone().map_err(told)?, log.try_clone().map_err(told)?);
    let status = Command::new(own)
        .args(["test", "--only", name])
        .current_dir(root())
        .stdin(std::process::Stdio::null())
        .stdout(out)
        .stderr(err)
        .status()
        .map_err(told)?;
    let mut bytes = Vec::new();
    log.rewind().and_then(|()| log.read_to_end(&mut bytes)).map_err(told)?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    // The end of it is told for all of them together.
    let (shown, sum) = text
        .rsplit_once("── all\n")
        .ok_or_else(|| format!("{text}\nit was cut off"))?;
    let counts = counts_of(sum).ok_or_else(|| format!("it ended without a sum ({status})"))?;
    if !status.success() && counts.failed == 0 {
        return Err(format!("it failed ({status})"));
    }
    Ok((counts, shown.to_owned()))
}

/// Held by whoever asks apt for something, in whatever process: it refuses a second one.
pub struct Apt(#[expect(dead_code, reason = "it is let go of when it is closed")] File);

impl Apt {
    /// Waits for it.
    pub fn alone() -> Result<Apt, String> {
        let folder = cache();
        let path = folder.join("apt.lock");
        let told = |error: std::io::Error| format!("{}: {error}", path.display());
        std::fs::create_dir_all(&folder).map_err(told)?;
        let file = File::create(&path).map_err(told)?;
        file.lock().map_err(told)?;
        Ok(Apt(file))
    }
}
