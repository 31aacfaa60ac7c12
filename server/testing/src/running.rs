//! The program itself, as an operator starts it: a process of its own, which can be ended in good order or killed, and started again.

use std::fs::OpenOptions;
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use serde_json::json;
use tempfile::TempDir;

use crate::{Base, Client, Disk, Postgres, carry_out, program};

/// A process on a database of its own, with an operator; it ends, and its database goes, when it is dropped.
#[derive(Debug)]
pub struct Running {
    binary: &'static str,
    words: Vec<String>,
    child: Option<Child>,
    url: String,
    figures: String,
    folder: TempDir,
    postgres: Option<Postgres>,
    base: Base,
}

impl Running {
    /// Starts a binary with these words on its line besides those that every test needs.
    pub fn start(binary: &'static str, base: Base, more: &[&str]) -> Running {
        let mut running = Running {
            binary,
            words: more.iter().map(|word| (*word).to_owned()).collect(),
            child: None,
            url: String::new(),
            figures: String::new(),
            folder: tempfile::tempdir().expect("a folder"),
            postgres: (base == Base::Postgres).then(|| Postgres::start(Disk::Fast).expect("PostgreSQL")),
            base,
        };
        running.again();
        running
    }

    /// Starts it on what was kept.
    pub fn again(&mut self) {
        let log = OpenOptions::new()
            .append(true)
            .create(true)
            .open(self.folder.path().join("log"))
            .expect("a file");
        let database = self.address();
        let mut child = program(self.binary)
            .args(["--listen", "127.0.0.1:0", "--metrics", "127.0.0.1:0", "--database"])
            .arg(&database)
            .args(&self.words)
            .env("RATEBOOK_OPERATOR_EMAIL", "op@example.com")
            .env("RATEBOOK_OPERATOR_PASSWORD", "a secret of op")
            .env("RATEBOOK_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=")
            .current_dir(self.folder.path())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .expect("a server");
        let out = BufReader::new(child.stdout.take().expect("an output"));
        self.child = Some(child);
        let (mut url, mut figures) = (None, None);
        for line in out.lines().map_while(Result::ok) {
            let address = line.split_whitespace().find(|word| word.starts_with("http"));
            let address = address.map(|address| address.trim_end_matches("/metrics").trim_end_matches('/').to_owned());
            if line.contains("listens") {
                url = address;
            } else if line.contains("Figures") {
                figures = address;
            }
            if let (Some(url), Some(figures)) = (&url, &figures) {
                url.clone_into(&mut self.url);
                figures.clone_into(&mut self.figures);
                return;
            }
        }
        panic!("it does not start: {}", self.log());
    }

    /// Where its database is, as commands are told.
    pub fn address(&self) -> String {
        match &self.postgres {
            Some(server) => server.address("postgres"),
            None => format!("sqlite://{}", self.folder.path().join("ratebook.db").display()),
        }
    }

    /// Carries out SQL beside it; how many rows it changed.
    pub fn carry_out(&self, text: &str) -> u64 {
        carry_out(self.base, &self.address(), text).expect("SQL")
    }

    /// Every file in which it keeps something: its folder with its log and the file of SQLite, or all that PostgreSQL has on its disk.
    pub fn kept(&self) -> Vec<PathBuf> {
        let mut folders = vec![self.folder.path().to_owned()];
        folders.extend(self.postgres.as_ref().map(|server| server.folder().to_owned()));
        let mut files = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
                match entry.file_type() {
                    Ok(kind) if kind.is_dir() => folders.push(entry.path()),
                    Ok(kind) if kind.is_file() => files.push(entry.path()),
                    _ => {}
                }
            }
        }
        files
    }

    /// Its PostgreSQL.
    pub fn postgres(&self) -> &Postgres {
        self.postgres.as_ref().expect("PostgreSQL")
    }

    /// Nobody in particular.
    pub fn anybody(&self) -> Client {
        Client::at_address(&self.url)
    }

    /// The address where figures are read.
    pub fn figures_at(&self) -> &str {
        &self.figures
    }

    /// The figures.
    pub fn figures(&self) -> String {
        Client::at_address(&self.figures).get("/metrics").is(200).text()
    }

    /// Somebody who signs in by a password of the harness.
    pub fn signed_in(&self, name: &str) -> Client {
        let body = json!({"email": format!("{name}@example.com"), "password": format!("a secret of {name}")});
        let answer = self.anybody().post("/v1/auth/login", &body).is(200);
        self.anybody().with_tokens(&answer)
    }

    /// The operator.
    pub fn operator(&self) -> Client {
        self.signed_in("op")
    }

    /// Ann, with a tenant of that pack.
    pub fn ann(&self, pack: &str) -> Client {
        let tenant = json!({
            "slug": "acme", "name": "Acme", "pack": pack, "zone": "Europe/Berlin",
            "admin": {"email": "ann@example.com", "name": "Ann", "password": "a secret of ann"},
        });
        self.operator().post("/v1/tenants", &tenant).is(201);
        self.signed_in("ann")
    }

    /// The id of its process.
    pub fn id(&self) -> u32 {
        self.child.as_ref().expect("it runs").id()
    }

    /// What it has written to its log.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("log")).expect("a log")
    }

    /// Ends it as a supervisor does, in good order.
    pub fn stop(&mut self) {
        let mut child = self.child.take().expect("it runs");
        let told = Command::new("kill").arg(child.id().to_string()).status();
        assert!(told.expect("a signal").success());
        assert!(child.wait().expect("an end").success(), "{}", self.log());
    }

    /// Ends it as a power cut does.
    pub fn kill(&mut self) {
        let Some(mut child) = self.child.take() else { return };
        child.kill().expect("a signal");
        child.wait().expect("an end");
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.kill();
    }
}
