//! What the server's tests stand on: a PostgreSQL of their own, made in a temporary folder, on a free port, and gone afterwards; and
//! the whole server on either database, asked over HTTP.

mod chance;
mod client;
mod held;
mod pgbouncer;
mod redis;
mod rows;
mod running;
mod served;

pub use chance::Chance;
pub use client::{Answer, Client};
pub use held::Base;
pub use pgbouncer::PgBouncer;
pub use redis::Redis;
pub use rows::{Row, carry_out};
pub use running::Running;
pub use served::{Outside, Served};

use std::io;
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;

use tempfile::TempDir;

/// A program of the server, told nothing by the environment of whoever tests: every variable that begins like its settings is one
/// of them, or refused.
pub fn program(path: impl AsRef<Path>) -> Command {
    let mut command = Command::new(path.as_ref());
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("RATEBOOK_") {
            command.env_remove(name);
        }
    }
    command
}

/// The program that sets documents, as it was built beside the tests.
pub fn documents_program() -> PathBuf {
    let own = std::env::current_exe().expect("a program");
    let mut folders = own.ancestors().skip(1);
    let found = folders.find_map(|folder| Some(folder.join("ratebook-documents")).filter(|path| path.is_file()));
    found.expect("`ratebook-documents` beside the tests; build it: cargo build -p ratebook-documents")
}

/// Whether what is committed has to survive a power cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disk {
    /// Every commit waits for the disk, as in production: what benches measure.
    Durable,
    /// Nothing waits: enough for tests of what transactions see of each other.
    Fast,
}

/// A running server.
#[derive(Debug)]
pub struct Postgres {
    folder: TempDir,
    port: u16,
    settings: String,
    watch: Option<Child>,
}

/// What waits for the end of whoever started a server, and then ends it: also where that one is killed.
const WATCH: &str = "read -r _; \"$@\" >/dev/null 2>&1; rm -rf \"$0\"";

impl Postgres {
    /// The one that all tests of a program share, each with a database of its own. It ends with the program.
    pub fn shared() -> &'static Postgres {
        static SHARED: OnceLock<Postgres> = OnceLock::new();
        SHARED.get_or_init(|| Postgres::start_with(Disk::Fast, "-c max_connections=400").expect("PostgreSQL"))
    }

    /// Makes a cluster and starts it. Its superuser is `ratebook`, without a password.
    pub fn start(disk: Disk) -> io::Result<Postgres> {
        Postgres::start_with(disk, "")
    }

    /// The same with settings of `postgres` beside its own, such as `-c shared_buffers=512MB`.
    pub fn start_with(disk: Disk, more: &str) -> io::Result<Postgres> {
        let folder = tempfile::Builder::new().prefix("ratebook-").tempdir()?;
        std::fs::set_permissions(folder.path(), PermissionsExt::from_mode(0o755))?;
        if is_root()? {
            finished(Command::new("chown").arg("postgres:postgres").arg(folder.path()))?;
        }
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let fsync = if disk == Disk::Durable { "on" } else { "off" };
        let socket = folder.path().display();
        let settings = format!("-p {port} -k {socket} -c listen_addresses=127.0.0.1 -c fsync={fsync} {more}");
        let mut server = Postgres {
            folder,
            port,
            settings,
            watch: None,
        };
        let data = server.data();
        let data = data.to_string_lossy();
        let made = ["--pgdata", &data, "--username", "ratebook", "--auth", "trust"];
        let made = made
            .into_iter()
            .chain(["--no-sync", "--no-instructions", "--encoding", "UTF8"]);
        server.run("initdb", &made.collect::<Vec<_>>())?;
        server.watch = Some(server.watched()?);
        server.up()?;
        Ok(server)
    }

    /// Starts it again after [`Postgres::kill`].
    pub fn up(&self) -> io::Result<()> {
        let (data, log) = (self.data(), self.folder.path().join("log"));
        let words = [
            "--wait",
            "--pgdata",
            &data.to_string_lossy(),
            "--log",
            &log.to_string_lossy(),
        ];
        let words: Vec<&str> = words.into_iter().chain(["-o", &self.settings, "start"]).collect();
        self.run("pg_ctl", &words)
    }

    /// Stops it as a crash does: nothing is written any more.
    pub fn kill(&self) -> io::Result<()> {
        finished(&mut self.end()?)
    }

    fn end(&self) -> io::Result<Command> {
        let data = self.data();
        self.command(
            "pg_ctl",
            &["--pgdata", &data.to_string_lossy(), "--mode", "immediate", "stop"],
        )
    }

    /// Starts what ends it: the other end of a pipe that closes with this process, in a group that no signal to this one reaches.
    fn watched(&self) -> io::Result<Child> {
        let end = self.end()?;
        let mut watch = Command::new("sh");
        watch.args(["-c", WATCH]).arg(self.folder.path());
        watch.arg(end.get_program()).args(end.get_args()).process_group(0);
        watch.stdin(Stdio::piped()).stdout(Stdio::null()).spawn()
    }

    /// The address of a database of that name for its superuser.
    pub fn address(&self, database: &str) -> String {
        self.address_as("ratebook", database)
    }

    /// The address of a database of that name for another role.
    pub fn address_as(&self, role: &str, database: &str) -> String {
        format!("postgresql://{role}@127.0.0.1:{}/{database}", self.port)
    }

    /// Where it listens.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Makes a database of that name.
    pub fn database(&self, name: &str) -> io::Result<String> {
        self.carry_out(&format!("CREATE DATABASE \"{name}\""))?;
        Ok(self.address(name))
    }

    /// Carries out a statement as its superuser, outside of all databases of tests.
    pub(crate) fn carry_out(&self, text: &str) -> io::Result<()> {
        let address = self.address("postgres");
        self.run(
            "psql",
            &["--quiet", "--no-psqlrc", "--dbname", &address, "--command", text],
        )
    }

    /// The folder in which all of it lies.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Runs one of its programs. It refuses to run as root, so root runs it as the user that Debian made for it.
    fn run(&self, program: &str, words: &[&str]) -> io::Result<()> {
        finished(&mut self.command(program, words)?)
    }

    fn command(&self, program: &str, words: &[&str]) -> io::Result<Command> {
        let program = programs()?.join(program);
        let mut command = if is_root()? {
            let mut other = Command::new("runuser");
            other.args(["-u", "postgres", "--"]).arg(program);
            other
        } else {
            Command::new(program)
        };
        command
            .args(words)
            .current_dir(self.folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null());
        Ok(command)
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let _ = self.kill();
        if let Some(mut watch) = self.watch.take() {
            drop(watch.stdin.take());
            let _ = watch.wait();
        }
    }
}

fn is_root() -> io::Result<bool> {
    let id = Command::new("id").arg("-u").output()?;
    Ok(id.stdout.trim_ascii() == b"0")
}

fn finished(command: &mut Command) -> io::Result<()> {
    let status = command.status()?;
    if status.success() {
        return Ok(());
    }
    Err(io::Error::other(format!("{command:?} ended with {status}")))
}

/// The newest server on this machine. Debian keeps its programs beside the path.
fn programs() -> io::Result<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let found = versions
        .map(|version| version.path().join("bin"))
        .filter(|bin| bin.join("initdb").is_file());
    let version = |bin: &PathBuf| {
        let name = bin.parent().and_then(Path::file_name)?;
        name.to_str()?.parse::<u32>().ok()
    };
    found.max_by_key(version).ok_or_else(|| {
        io::Error::new(
            io::ErrorKind::NotFound,
            "PostgreSQL is not installed; on Debian: apt-get install postgresql",
        )
    })
}
