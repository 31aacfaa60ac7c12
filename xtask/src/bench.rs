//! `cargo xtask bench`: ours beside what people use today, in one run.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::shell::{Outcome, npm_install, program, read, root, run, target};
use crate::{builds, mobile, suites};

/// Areas with a bench.
const AREAS: &[&str] = &[
    "rates",
    "calendar",
    "flow",
    "tenancy",
    "records",
    "search",
    "commits",
    "server",
    "documents",
    "bounded",
    "builds",
];

pub fn run_area(words: &[&str]) -> Outcome {
    // `--rows N` is for a quick run; what stands behind it is told to the bench: `--seconds N`, `--only NAME`. `bench server --soak` and
    // `--load` put a mixed day on the server alone: for `--minutes N`, or at two paces with the slowest statements.
    let (words, rows) = match words
        .iter()
        .position(|word| ["--rows", "--soak", "--load"].contains(word))
    {
        Some(at) => words.split_at(at),
        None => (words, &[][..]),
    };
    let json = words.contains(&"--json");
    let areas: Vec<&str> = words.iter().copied().filter(|word| *word != "--json").collect();
    if let Some(unknown) = areas.iter().find(|area| !AREAS.contains(area)) {
        return Err(format!(
            "there is no bench `{unknown}`; choose one of {}",
            AREAS.join(", ")
        ));
    }
    if areas == ["server"] && rows.iter().any(|word| ["--soak", "--load"].contains(word)) {
        postgres_installed()?;
        let package = served()?;
        return run(Command::new(target().join("packaged").join(package)).args(rows));
    }
    let python = suites::python_environment()?;
    for area in if areas.is_empty() { AREAS.to_vec() } else { areas } {
        match area {
            "rates" => rates(&python, json)?,
            "flow" => flow(&python, json)?,
            "tenancy" => tenancy(&python, json)?,
            "commits" => alone("ratebook-benches-commits", &[], json)?,
            "records" => alone("ratebook-benches-records", rows, json)?,
            "server" => server(&python, rows, json)?,
            "documents" => documents(json)?,
            "bounded" => bounded(&python, json)?,
            "search" => alone("ratebook-benches-search", rows, json)?,
            "builds" => builds::bench(json)?,
            _ => calendar(&python, json)?,
        }
    }
    Ok(())
}

/// Builds what is measured and installs what it is measured beside; gives the command that runs an area's bench.
fn prepared(python: &Path, area: &str, package: &str) -> Result<Command, String> {
    let benches = root().join("benches");
    let folder = benches.join(area);
    // By the profile of the packages: what is measured is what is handed out.
    run(program("cargo").args(["build", "--quiet", "--profile", "packaged", "--package", package]))?;
    if folder.join("package.json").is_file() {
        npm_install(&folder, &[])?;
    }
    let requirements = folder.join("requirements.txt");
    if requirements.is_file() {
        run(program(python)
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"])
            .arg(requirements))?;
    }
    let (binary, script) = (target().join("packaged").join(package), folder.join("run.py"));
    if !script.is_file() {
        // Nothing is measured beside it: it prints its figures itself.
        return Ok(Command::new(binary));
    }
    let mut bench = program(python);
    bench
        .arg(script)
        .env("RATEBOOK_BENCH_BINARY", binary)
        // What benches share: how they measure and what they print.
        .env("PYTHONPATH", benches);
    Ok(bench)
}

fn postgres_installed() -> Outcome {
    // Debian keeps the server's programs beside the path.
    let find_server = "command -v initdb || ls /usr/lib/postgresql/*/bin/initdb";
    if read(Command::new("sh").args(["-c", find_server])).is_none() {
        suites::system_packages(&["postgresql"])?;
    }
    Ok(())
}

fn calendar(python: &Path, json: bool) -> Outcome {
    postgres_installed()?;
    run(prepared(python, "calendar", "ratebook-benches-calendar")?.args(json.then_some("--json")))
}

fn flow(python: &PathBuf, json: bool) -> Outcome {
    suites::python_build(python)?;
    suites::node_build()?;
    run(prepared(python, "flow", "ratebook-benches-flow")?.args(json.then_some("--json")))
}

fn bounded(python: &PathBuf, json: bool) -> Outcome {
    suites::python_build(python)?;
    suites::node_build()?;
    run(prepared(python, "bounded", "ratebook-benches-bounded")?.args(json.then_some("--json")))
}

fn tenancy(python: &Path, json: bool) -> Outcome {
    let built = target().join("cedar");
    run(program("cargo")
        .args(["build", "--quiet", "--release", "--locked", "--manifest-path"])
        .arg(root().join("benches/tenancy/cedar/Cargo.toml"))
        .arg("--target-dir")
        .arg(&built))?;
    let mut bench = prepared(python, "tenancy", "ratebook-benches-tenancy")?;
    bench.env("RATEBOOK_BENCH_CEDAR", built.join("release/ratebook-benches-cedar"));
    run(bench.args(json.then_some("--json")))
}

/// A bench that prints by itself: there is nothing beside it that is not Rust.
fn alone(package: &str, words: &[&str], json: bool) -> Outcome {
    postgres_installed()?;
    run(program("cargo").args(["build", "--quiet", "--profile", "packaged", "--package", package]))?;
    let mut bench = Command::new(target().join("packaged").join(package));
    run(bench.args(words).args(json.then_some("--json")))
}

/// What sets documents: nothing is measured beside it.
fn documents(json: bool) -> Outcome {
    let words = [
        "run",
        "--quiet",
        "--profile",
        "packaged",
        "--package",
        "ratebook-documents",
    ];
    run(program("cargo")
        .args(words)
        .args(["--example", "speed", "--"])
        .args(json.then_some("--json")))
}

/// Builds the server and what puts a load on it; the package of that.
fn served() -> Result<&'static str, String> {
    let package = "ratebook-benches-server";
    let words = ["build", "--quiet", "--profile", "packaged"];
    run(program("cargo")
        .args(words)
        .args(["--package", "ratebook-server", "--package", package]))?;
    Ok(package)
}

/// The server beside its peers: those of Node, Python and Go are built here, each by its own tool.
fn server(python: &Path, words: &[&str], json: bool) -> Outcome {
    postgres_installed()?;
    let peers = root().join("benches/server/peers");
    npm_install(&peers.join("fastify"), &["--omit=dev"])?;
    run(program(python)
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"])
        .arg(peers.join("fastapi/requirements.txt")))?;
    let pocketbase = target().join("peers/pocketbase");
    run(Command::new("go")
        .args(["build", "-trimpath", "-o"])
        .arg(&pocketbase)
        .arg(".")
        .env("CGO_ENABLED", "0")
        .current_dir(peers.join("pocketbase")))?;
    let package = served()?;
    let mut bench = Command::new(target().join("packaged").join(package));
    bench
        .env("RATEBOOK_BENCH_PYTHON", python)
        .env("RATEBOOK_BENCH_POCKETBASE", pocketbase);
    run(bench.args(words).args(json.then_some("--json")))
}

fn rates(python: &PathBuf, json: bool) -> Outcome {
    suites::python_build(python)?;
    suites::node_build()?;
    mobile::swift_build()?;
    run(&mut mobile::swift(&[
        "build",
        "--quiet",
        "--configuration",
        "release",
        "--product",
        "RatesBench",
    ])?)?;
    run(mobile::kotlin_build()?.args(["clean", "test-compile"]))?;
    let mut bench = prepared(python, "rates", "ratebook-benches")?;
    // The bench runs these too, after the others, so that all figures are of one run.
    let swift = mobile::swift(&[
        "run",
        "--quiet",
        "--skip-build",
        "--configuration",
        "release",
        "RatesBench",
    ])?;
    let mut kotlin = mobile::kotlin_build()?;
    kotlin.args([
        EXEC,
        "-Dexec.mainClass=com.ratebook.RatesBench",
        "-Dexec.classpathScope=test",
    ]);
    for (language, command) in [("SWIFT", swift), ("KOTLIN", kotlin)] {
        bench.env(format!("RATEBOOK_BENCH_{language}"), words_of(&command));
    }
    run(bench.args(json.then_some("--json")))
}

/// Runs a class of the Kotlin package.
const EXEC: &str = "org.codehaus.mojo:exec-maven-plugin:3.5.1:java";

/// A command as a JSON list: its folder, then its words.
fn words_of(command: &Command) -> String {
    let folder = command.get_current_dir().unwrap_or(Path::new("."));
    let words = std::iter::once(folder.as_os_str())
        .chain(std::iter::once(command.get_program()))
        .chain(command.get_args());
    serde_json::Value::from_iter(words.map(|word| word.to_string_lossy().into_owned())).to_string()
}
