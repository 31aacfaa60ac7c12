//! Processes that are measured: started, waited for, and told what they have used.

use std::net::{SocketAddr, TcpListener};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::load::{Fault, Line, asked};

/// How long a process may take to answer at first.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running contender; it ends when it is dropped.
pub(crate) struct Running {
    child: Child,
    pub(crate) address: SocketAddr,
    /// From its start to its first answer.
    pub(crate) cold: Duration,
}

/// An address that nobody listens at.
pub(crate) fn free() -> std::io::Result<SocketAddr> {
    TcpListener::bind("127.0.0.1:0")?.local_addr()
}

impl Running {
    /// Starts a command that listens at an address, and waits for an answer at a path.
    pub(crate) async fn start(mut command: Command, address: SocketAddr, path: &str) -> Result<Running, Fault> {
        let begun = Instant::now();
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).spawn()?;
        let mut running = Running {
            child,
            address,
            cold: Duration::ZERO,
        };
        while begun.elapsed() < PATIENCE {
            if let Some(status) = running.child.try_wait()? {
                return Err(format!("{command:?} ended with {status}").into());
            }
            if let Ok(mut line) = Line::to(address).await
                && line.ask(asked("GET", path, &[], None)).await.is_ok()
            {
                running.cold = begun.elapsed();
                return Ok(running);
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        Err(format!("{command:?} does not answer").into())
    }

    /// Processor time of the process and its children, and of the PostgreSQL beside it, in seconds.
    pub(crate) fn used(&self) -> f64 {
        let all = processes();
        let mut own = vec![self.child.id()];
        let mut next = 0;
        while let Some(parent) = own.get(next).copied() {
            own.extend(
                all.iter()
                    .filter(|process| process.parent == parent)
                    .map(|process| process.id),
            );
            next += 1;
        }
        let counted = all
            .iter()
            .filter(|process| own.contains(&process.id) || process.name == "postgres");
        counted.map(|process| process.seconds).sum()
    }

    /// Processor time of the process alone, in seconds.
    pub(crate) fn used_alone(&self) -> f64 {
        process(self.child.id()).map_or(0.0, |process| process.seconds)
    }

    /// The most memory that the process and its children have had, in megabytes.
    pub(crate) fn most_memory(&self) -> u64 {
        let all = processes();
        let own = all
            .iter()
            .filter(|process| process.id == self.child.id() || process.parent == self.child.id());
        own.filter_map(|process| peak(process.id)).sum::<u64>() / 1_024
    }

    /// Ends it as a crash does.
    pub(crate) fn kill(&mut self) -> std::io::Result<()> {
        self.child.kill()?;
        self.child.wait().map(drop)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Those with children of their own end these when they are asked to.
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let asked = Instant::now();
        while asked.elapsed() < Duration::from_secs(5) {
            if matches!(self.child.try_wait(), Ok(Some(_))) {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = self.kill();
    }
}

struct Process {
    id: u32,
    parent: u32,
    name: String,
    seconds: f64,
}

fn processes() -> Vec<Process> {
    let folders = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    folders
        .filter_map(|folder| process(folder.file_name().to_str()?.parse().ok()?))
        .collect()
}

/// What `/proc` tells of a process: its fields stand behind its name, which may have spaces. A tick is a hundredth of a second.
fn process(id: u32) -> Option<Process> {
    let text = std::fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    let (before, after) = text.rsplit_once(')')?;
    let (_, name) = before.split_once('(')?;
    let fields: Vec<&str> = after.split_whitespace().collect();
    let ticks = |place: usize| fields.get(place)?.parse::<f64>().ok();
    Some(Process {
        id,
        parent: fields.get(1)?.parse().ok()?,
        name: name.to_owned(),
        seconds: (ticks(11)? + ticks(12)?) / 100.0,
    })
}

/// In kilobytes.
fn peak(id: u32) -> Option<u64> {
    let text = std::fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}
