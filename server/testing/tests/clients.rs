//! Clients that are generated from the server's own document: they compile, and do with it what it says. And whatever the document
//! allows is asked, to see that no answer is one that it does not tell of.
//!
//! `cargo xtask test --only server` installs what they need; without it: `npm install` in `clients/typescript`, and
//! `clients/python/requirements.txt` in `clients/python/.venv`.
#![expect(clippy::expect_used, clippy::panic, reason = "a test tells what it expected")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use ratebook_server::platform::documents::Documents;
use ratebook_server_testing::{Base, Client, Served, documents_program};
use tempfile::TempDir;

const EMAIL: &str = "owner@acme.example.com";
const TENANT: &str = "acme";

/// A server with a tenant and its owner, and the document as a file.
struct Asked {
    served: Served,
    owner: Client,
    folder: TempDir,
}

impl Asked {
    fn start(base: Base) -> Asked {
        let documents = Documents::new(Some(documents_program()), None, Duration::from_secs(10));
        let served = Served::setting_documents(base, |_| {}, documents);
        let operator = served.operator();
        let owner = served.tenant(&operator, TENANT);
        let folder = tempfile::tempdir().expect("a folder");
        let document = owner.get("/v1/openapi.json").is(200);
        std::fs::write(folder.path().join("openapi.json"), &document.body).expect("a file");
        Asked { served, owner, folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// What a client is told: where the server is, who it is, and at which tenant.
    fn told(&self) -> [&str; 4] {
        [self.served.url(), EMAIL, Served::password(), TENANT]
    }

    fn copy(&self, from: &Path, name: &str) {
        std::fs::copy(from, self.path(name)).expect("a copy");
    }
}

/// What cargo says at run time: two checkouts may share what was built.
fn clients(language: &str) -> PathBuf {
    let own = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    own.join("clients").join(language)
}

/// Runs a program in a folder; its end has to be a good one. What it says is told otherwise, and given back.
#[track_caller]
fn ran(command: &mut Command) -> String {
    let output = command.env_remove("http_proxy").env("no_proxy", "*").output();
    let output =
        output.unwrap_or_else(|error| panic!("{command:?}: {error}; run `cargo xtask test --only server` once"));
    let said = [output.stdout, output.stderr]
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .concat();
    assert!(
        output.status.success(),
        "{command:?} ended with {}:\n{said}",
        output.status
    );
    said
}

fn in_python(asked: &Asked, program: &str) -> Command {
    let programs = clients("python").join(".venv/bin");
    let mut command = Command::new(programs.join(program));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(programs).chain(std::env::split_paths(&path));
    command.env("PATH", std::env::join_paths(folders).expect("a path"));
    command.current_dir(asked.folder.path());
    command
}

#[test]
fn a_client_in_typescript_compiles_and_does_what_the_document_says() {
    for base in [Base::Sqlite, Base::Postgres] {
        let asked = Asked::start(base);
        let source = clients("typescript");
        std::fs::create_dir(asked.path("src")).expect("a folder");
        for name in ["package.json", "tsconfig.json", "src/main.ts"] {
            asked.copy(&source.join(name), name);
        }
        std::os::unix::fs::symlink(source.join("node_modules"), asked.path("node_modules")).expect("a link");
        let tool = |name: &str| {
            let mut command = Command::new(asked.path("node_modules/.bin").join(name));
            command.current_dir(asked.folder.path());
            command
        };
        // What has a default need not be sent.
        let generate = [
            "openapi.json",
            "--output",
            "src/schema.d.ts",
            "--default-non-nullable=false",
        ];
        ran(tool("openapi-typescript").args(generate));
        ran(tool("tsc").args(["--project", "tsconfig.json"]));
        let said = ran(Command::new("node").arg(asked.path("out/main.js")).args(asked.told()));
        assert!(said.contains("did all it was to do"), "{said}");
    }
}

#[test]
fn a_client_in_python_is_whole_and_does_what_the_document_says() {
    for base in [Base::Sqlite, Base::Postgres] {
        let asked = Asked::start(base);
        asked.copy(&clients("python").join("main.py"), "main.py");
        // A warning tells of an operation that the client lacks.
        let generate = [
            "generate",
            "--path",
            "openapi.json",
            "--meta",
            "none",
            "--output-path",
            "workbench",
        ];
        let mut command = in_python(&asked, "openapi-python-client");
        command.args(generate).arg("--fail-on-warning").arg("--config");
        ran(command.arg(clients("python").join("generate.yml")));
        // What is generated is its generator's to answer for; that it is called as it wants to be is looked at.
        ran(in_python(&asked, "mypy").args(["--strict", "--follow-imports", "silent", "main.py"]));
        let said = ran(in_python(&asked, "python").arg("main.py").args(asked.told()));
        assert!(said.contains("did all it was to do"), "{said}");
    }
}

/// What ends the session of who asks, or takes the ground from under them: asked by somebody of their own, at the end.
const LAST: [&str; 7] = [
    "/v1/auth/logout",
    "/v1/auth/password",
    "/v1/auth/sessions/{id}",
    "/v1/members/{id}",
    "/v1/read-only",
    "/v1/tenants/{id}",
    "/v1/tenants/{id}/read-only",
];
/// What stays on the line until somebody leaves it has no answer to wait for.
const ENDLESS: [&str; 2] = ["/v1/events", "/v1/events/socket"];
/// What is looked at: that nothing fails in the server, and that the document tells of the status, the type, the headers and the body
/// of every answer.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,\
                      response_schema_conformance";

#[test]
fn whatever_the_document_allows_is_answered_as_it_says_on_sqlite() {
    asked_for_everything(Base::Sqlite, &["--mode", "all", "--max-examples", "3"]);
}

/// What the document does not allow is refused before any database is asked; here is sent what it allows.
#[test]
fn whatever_the_document_allows_is_answered_as_it_says_on_postgresql() {
    asked_for_everything(Base::Postgres, &["--mode", "positive", "--max-examples", "6"]);
}

fn asked_for_everything(base: Base, how: &[&str]) {
    let asked = Asked::start(base);
    // Who runs the installation and owns the tenant is answered everywhere.
    asked.served.member(&asked.owner, "operator@example.com", &["owner"]);
    for (word, email) in [("--exclude-path", "operator@example.com"), ("--include-path", EMAIL)] {
        let person = asked.served.signed_in(email);
        let token = person.token.as_deref().expect("a token");
        let mut command = in_python(&asked, "schemathesis");
        command.args(["run", "openapi.json", "--url", asked.served.url(), "--checks", CHECKS]);
        command.args([
            "--phases",
            "coverage,fuzzing",
            "--seed",
            "1",
            "--no-color",
            "--continue-on-failure",
        ]);
        command.args(["--generation-database", "none", "--no-shrink"]).args(how);
        command.args(["--header", &format!("Authorization: Bearer {token}")]);
        command.args(["--header", &format!("X-Tenant-ID: {TENANT}")]);
        command.args(LAST.iter().flat_map(|path| [word, *path]));
        if word == "--exclude-path" {
            command.args(ENDLESS.iter().flat_map(|path| [word, *path]));
        }
        let said = ran(&mut command);
        let counted = said
            .lines()
            .rev()
            .find_map(|line| line.trim().strip_suffix(" passed")?.rsplit(' ').next()?.parse().ok());
        let cases: u32 = counted.unwrap_or_else(|| panic!("{said}"));
        assert!(cases > if word == "--exclude-path" { 1_000 } else { 20 }, "{said}");
    }
}
