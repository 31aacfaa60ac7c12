//! `cargo xtask test`: every suite in every language. The last line is the sum: `N passed, N failed, N skipped`.

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::at_once::{self, Apt};
use crate::examples;
use crate::mobile;
use crate::readme;
use crate::rust;
use crate::shell::{Outcome, npm_install, program, read, root, run, run_and_read, target};
use crate::uniffi;
use crate::web;

/// What a suite came to.
#[derive(Clone, Default)]
pub struct Counts {
    pub passed: u64,
    pub failed: u64,
    pub skipped: u64,
    /// What failed, by its name and as far as it says why: told again after all suites, where it is looked for.
    pub failures: Vec<String>,
}

impl Counts {
    pub fn and(self, other: Counts) -> Counts {
        Counts {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
            failures: [self.failures, other.failures].concat(),
        }
    }

    /// One that failed.
    pub fn fault(message: String) -> Counts {
        Counts {
            failed: 1,
            failures: vec![message],
            ..Counts::default()
        }
    }

    /// The same with the programs that `README.md` shows in the language.
    fn and_readme(mut self, language: &str, interpreter: impl Fn() -> Command) -> Counts {
        match readme::run(language, interpreter) {
            Ok(ran) => {
                println!("README.md: {ran} program in {language} prints what it promises");
                self.passed += ran;
            }
            Err(message) => {
                println!("{message}");
                return self.and(Counts::fault(message));
            }
        }
        self
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "{} passed, {} failed, {} skipped",
            self.passed, self.failed, self.skipped
        )
    }
}

struct Suite {
    name: &'static str,
    run: fn() -> Result<Counts, String>,
}

const SUITES: &[Suite] = &[
    Suite {
        name: "core",
        run: rust::core,
    },
    Suite {
        name: "server",
        run: rust::server,
    },
    Suite {
        name: "python",
        run: python,
    },
    Suite {
        name: "node",
        run: node,
    },
    Suite {
        name: "swift",
        run: mobile::swift_suite,
    },
    Suite {
        name: "kotlin",
        run: mobile::kotlin_suite,
    },
    Suite {
        name: "uniffi",
        run: uniffi::suite,
    },
    Suite {
        name: "web",
        run: web::suite,
    },
    Suite {
        name: "examples",
        run: examples::suite,
    },
];

/// Those that are run beside one another, the longest first.
const AT_ONCE: &[&str] = &["python", "node", "swift", "uniffi", "kotlin"];

pub fn run_all(only: Option<&str>) -> Outcome {
    if let Some(name) = only.filter(|name| !SUITES.iter().any(|suite| suite.name == *name)) {
        let known: Vec<_> = SUITES.iter().map(|suite| suite.name).collect();
        return Err(format!(
            "there is no suite `{name}`; choose one of {}",
            known.join(", ")
        ));
    }
    let mut sum = Counts::default();
    let mut table = String::new();
    let mut ended = |name: &str, counts: Counts, took: Duration| {
        table.push_str(&format!("{name:<10}{counts}, {} s\n", took.as_secs()));
        sum = std::mem::take(&mut sum).and(counts);
    };
    let mut downloaded = only.is_none().then(|| {
        // The longest of all downloads, while Rust compiles; whoever needs it tells what went wrong.
        thread::spawn(|| mobile::Toolchain::find().map(drop))
    });
    for suite in SUITES.iter().filter(|suite| only.is_none_or(|only| only == suite.name)) {
        if only.is_none() && AT_ONCE.contains(&suite.name) {
            // All of them, where the first one stands: what comes behind uses what they have built.
            if let Some(downloaded) = downloaded.take() {
                drop(downloaded.join());
                for ran in at_once::run(AT_ONCE) {
                    ended(ran.name, ran.counts, ran.took);
                }
            }
            continue;
        }
        println!("── {}", suite.name);
        let begun = Instant::now();
        let counts = (suite.run)().unwrap_or_else(|message| {
            println!("{}: {message}", suite.name);
            Counts::fault(message)
        });
        ended(suite.name, counts, begun.elapsed());
    }
    print!("── all\n{table}");
    for failure in &sum.failures {
        println!("failed: {failure}");
    }
    if sum.skipped > 0 {
        println!("skipped tests name their reason above");
    }
    println!("{sum}");
    if sum.failed > 0 {
        std::process::exit(1);
    }
    Ok(())
}

/// The Python of the checkout's own virtual environment, made when it is not there.
pub fn python_environment() -> Result<PathBuf, String> {
    environment_of(
        &root().join(".venv"),
        &root().join("bindings-python/requirements-dev.txt"),
    )
}

/// The Python of a virtual environment with what is required, made when it is not there.
pub fn environment_of(environment: &Path, requirements: &Path) -> Result<PathBuf, String> {
    let python = environment.join("bin/python");
    let wanted =
        std::fs::read_to_string(requirements).map_err(|error| format!("{}: {error}", requirements.display()))?;
    let stamp = environment.join("requirements-installed.txt");
    if python.is_file() && std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(python);
    }
    let usable = || read(program(&python).args(["-m", "pip", "--version"])).is_some();
    let make = || run(program("python3").args(["-m", "venv", "--clear"]).arg(environment));
    if !usable() && make().is_err() {
        system_packages(&["python3-venv"])?;
        make()?;
    }
    run(program(&python)
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"])
        .arg(requirements))?;
    std::fs::write(stamp, wanted).map_err(|error| error.to_string())?;
    Ok(python)
}

/// Builds the wheel for this interpreter as it is released, and installs it into the checkout's environment. On Linux zig links
/// it against the glibc of 2012, so that it runs on every distribution of today. One run builds it once.
pub fn python_build(python: &PathBuf) -> Outcome {
    static BUILT: OnceLock<Outcome> = OnceLock::new();
    BUILT.get_or_init(|| python_wheel(python)).clone()
}

fn python_wheel(python: &PathBuf) -> Outcome {
    let folder = root().join("bindings-python/dist");
    if folder.is_dir() {
        // One that stayed would be installed, tested and weighed in the place of the one that is built now.
        std::fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    let mut build = program(python);
    build.args(["-m", "maturin", "build", "--quiet", "--profile", "wheel", "--strip"]);
    build.args(["--compression-level", "9", "--out", "dist"]);
    if cfg!(all(target_os = "linux", target_env = "gnu")) {
        build.args(["--zig", "--compatibility", "manylinux_2_17"]);
        build.env("PATH", path_with(python.parent().unwrap_or(Path::new(".")))?);
    }
    run(build.current_dir(root().join("bindings-python")))?;
    let mut install = program(python);
    install.args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--force-reinstall",
        "--no-deps",
    ]);
    install
        .args(["--no-index", "--find-links"])
        .arg(&folder)
        .arg("ratebook");
    run(&mut install)
}

/// The search path with a folder before all others: maturin looks there for the Python that has zig.
fn path_with(folder: &Path) -> Result<std::ffi::OsString, String> {
    let others = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(folder.to_path_buf()).chain(std::env::split_paths(&others));
    std::env::join_paths(folders).map_err(|error| error.to_string())
}

fn python() -> Result<Counts, String> {
    let python = python_environment()?;
    python_build(&python)?;
    let report = target().join("pytest.xml");
    let mut test = program(&python);
    test.args(["-m", "pytest", "-q", "-rs", "bindings-python/tests"])
        .arg(format!("--junit-xml={}", report.display()));
    let (succeeded, _) = run_and_read(&mut test)?;
    let counts = junit(&report, succeeded)?;
    Ok(counts.and_readme("python", || {
        let mut interpreter = program(&python);
        interpreter.arg("-c");
        interpreter
    }))
}

/// What pytest's report says.
pub fn junit(report: &Path, succeeded: bool) -> Result<Counts, String> {
    let text = std::fs::read_to_string(report).map_err(|error| format!("pytest left no report: {error}"))?;
    let suite = text.split_once("<testsuite ").map(|(_, rest)| rest).unwrap_or_default();
    let count = |name: &str| -> u64 {
        let value = suite
            .split_once(&format!("{name}=\""))
            .and_then(|(_, rest)| rest.split_once('"'));
        value.and_then(|(number, _)| number.parse().ok()).unwrap_or(0)
    };
    let (failed, skipped) = (count("failures") + count("errors"), count("skipped"));
    let counts = Counts {
        passed: count("tests").saturating_sub(failed + skipped),
        failed,
        skipped,
        failures: broken(&text),
    };
    if counts.passed == 0 || (!succeeded && failed == 0) {
        return Err("pytest was cut off".to_owned());
    }
    Ok(counts)
}

/// The tests of a report as JUnit writes them that failed, each with the first line of why.
pub fn broken(report: &str) -> Vec<String> {
    let value = |text: &str, name: &str| {
        let (_, rest) = text.split_once(&format!(" {name}=\""))?;
        rest.split_once('"').map(|(value, _)| value.to_owned())
    };
    let told = |case: &str| {
        let why = case.split_once("<failure").or_else(|| case.split_once("<error"))?.1;
        let name = [value(case, "classname")?, value(case, "name")?].join("::");
        Some(format!("{name}: {}", value(why, "message").unwrap_or_default()))
    };
    report.split("<testcase").skip(1).filter_map(told).collect()
}

/// Installs the packages of the Node binding and builds it. One run builds it once.
pub fn node_build() -> Outcome {
    static BUILT: OnceLock<Outcome> = OnceLock::new();
    BUILT.get_or_init(node_addon).clone()
}

fn node_addon() -> Outcome {
    let folder = root().join("bindings-node");
    if read(Command::new("node").arg("--version")).is_none() {
        system_packages(&["nodejs", "npm"])?;
    }
    npm_install(&folder, &[])?;
    run(program("npm").args(["run", "--silent", "build"]).current_dir(&folder))
}

fn node() -> Result<Counts, String> {
    node_build()?;
    let mut test = program("npm");
    test.args(["run", "--silent", "test"])
        .current_dir(root().join("bindings-node"));
    let (succeeded, text) = run_and_read(&mut test)?;
    let count = |name: &str| -> u64 {
        let lines = text
            .lines()
            .filter_map(|line| line.trim_start_matches(['#', 'ℹ', ' ']).strip_prefix(name));
        lines.filter_map(|rest| rest.trim().parse::<u64>().ok()).sum()
    };
    let counts = Counts {
        passed: count("pass "),
        failed: count("fail "),
        skipped: count("skipped ") + count("todo "),
        failures: text
            .lines()
            .filter_map(|line| line.trim_start().strip_prefix("not ok "))
            .map(str::to_owned)
            .collect(),
    };
    if counts.passed == 0 || (!succeeded && counts.failed == 0) {
        return Err("the tests of the Node binding were cut off".to_owned());
    }
    Ok(counts.and_readme("js", || {
        // Inside the package's folder its own name can be imported.
        let mut interpreter = program("node");
        interpreter
            .args(["--input-type=module", "--eval"])
            .current_dir(root().join("bindings-node"));
        interpreter
    }))
}

/// What the end of a run says: its sum, and what failed.
pub fn counts_of(end: &str) -> Option<Counts> {
    let (before, sum) = end.trim_end().rsplit_once('\n').unwrap_or(("", end.trim_end()));
    let mut words = sum.split(", ").map(|part| part.split_once(' '));
    let mut count = |noun: &str| {
        let (count, own) = words.next()??;
        (own == noun).then(|| count.parse().ok())?
    };
    let (passed, failed, skipped) = (count("passed")?, count("failed")?, count("skipped")?);
    let told = before.split("\nfailed: ").skip(1);
    Some(Counts {
        passed,
        failed,
        skipped,
        failures: told.map(|one| one.trim_end().to_owned()).collect(),
    })
}

/// The counts of the last line that says some, as `12 passed, 0 failed`.
pub fn last_counts(text: &str) -> Option<Counts> {
    let said = |line: &str| {
        let (passed, failed) = line.split_once(" passed, ")?;
        Some(Counts {
            passed: passed.parse().ok()?,
            failed: failed.strip_suffix(" failed")?.parse().ok()?,
            ..Counts::default()
        })
    };
    text.lines().rev().find_map(said)
}

/// Installs packages of the system, as root on Debian.
pub fn system_packages(names: &[&str]) -> Outcome {
    let _alone = Apt::alone()?;
    if !is_root() || read(Command::new("apt-get").arg("--version")).is_none() {
        return Err(format!(
            "install {} with the system's package manager",
            names.join(" and ")
        ));
    }
    run(Command::new("apt-get").args(["update", "--quiet", "--quiet"]))?;
    run(Command::new("apt-get")
        .env("DEBIAN_FRONTEND", "noninteractive")
        .args(["install", "--quiet", "--quiet", "--yes"])
        .args(names))
}

pub fn is_root() -> bool {
    read(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0")
}

/// How many vectors of an area a runner reports as `passed` or `failed`.
pub fn reported(report: &Value, area: &str, name: &str) -> u64 {
    report
        .pointer(&format!("/areas/{area}/{name}"))
        .and_then(Value::as_u64)
        .unwrap_or(0)
}
