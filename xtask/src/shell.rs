//! Running programs and finding files.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

/// How a chore ends: well, or with a sentence.
pub type Outcome = Result<(), String>;

/// The checkout: what cargo says at run time, because two checkouts that share a target folder share this program too.
pub fn root() -> PathBuf {
    let own = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    own.parent().map_or_else(|| own.clone(), Path::to_owned)
}

/// Where slow things are kept between runs: `XTASK_CACHE`, or `.cache/ratebook` at home.
pub fn cache() -> PathBuf {
    let home = || {
        std::env::var_os("HOME")
            .map_or_else(std::env::temp_dir, PathBuf::from)
            .join(".cache/ratebook")
    };
    std::env::var_os("XTASK_CACHE").map_or_else(home, PathBuf::from)
}

/// Where cargo builds, and where reports of test runs go.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// What cargo compiles the workspace's own crates with, if with another compiler than all the others.
const OWN_COMPILER: &str = "RUSTC_WORKSPACE_WRAPPER";

/// Whether clippy compiles what is tested: it is then linted as it is built, and not looked through once more.
pub fn linted_as_built() -> bool {
    std::env::var_os(OWN_COMPILER).is_some_and(|compiler| Path::new(&compiler).ends_with("clippy-driver"))
}

/// A program in the checkout. What it builds of ours, it builds with the compiler of everything else.
pub fn program(name: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = in_checkout(name.as_ref());
    command.env_remove(OWN_COMPILER);
    command
}

/// Cargo, for what is tested: clippy compiles it where it is to.
pub fn testing_cargo() -> Command {
    in_checkout("cargo".as_ref())
}

fn in_checkout(name: &std::ffi::OsStr) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root()).stdin(Stdio::null());
    command
}

/// Runs to the end; a failure names the program.
pub fn run(command: &mut Command) -> Outcome {
    let status = command
        .status()
        .map_err(|error| format!("{}: {error}", told(command)))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("`{}` failed ({status})", told(command)))
    }
}

/// Installs the packages of Node that a folder names. Not `npm ci`: it refuses a lock file that lacks optional packages of other
/// platforms, as one does that was written beside a registry without them.
pub fn npm_install(folder: &Path, words: &[&str]) -> Outcome {
    let mut install = program("npm");
    install.args(["install", "--no-save", "--no-fund", "--no-audit", "--loglevel=error"]);
    // Its summary would stand before figures, and in JSON.
    run(install.args(words).current_dir(folder).stdout(Stdio::null()))
}

/// Runs to the end, showing and keeping what it prints.
pub fn run_and_read(command: &mut Command) -> Result<(bool, String), String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("{}: {error}", told(command)))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    print!("{text}");
    Ok((output.status.success(), text))
}

/// What a program prints, without showing it; none when it fails or is not there.
pub fn read(command: &mut Command) -> Option<String> {
    let output = command
        .stderr(Stdio::null())
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn told(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Every file that git tracks or would track; of a copy without git's own files, every file but what tools leave behind.
pub fn tracked() -> Vec<PathBuf> {
    let listed = read(program("git").args(["ls-files", "--cached", "--others", "--exclude-standard"]));
    let mut files = match listed {
        Some(listed) => listed.lines().map(PathBuf::from).collect(),
        None => below(&root()),
    };
    files.retain(|path| root().join(path).is_file());
    files.sort();
    files.dedup();
    files
}

fn below(folder: &Path) -> Vec<PathBuf> {
    const LEFT_BEHIND: &[&str] = &["target", "node_modules", "dist", "__pycache__"];
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files = Vec::new();
    for path in entries.map(|entry| entry.path()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if !path.is_dir() {
            files.extend(path.strip_prefix(root()).map(Path::to_owned));
        } else if !name.starts_with('.') && !LEFT_BEHIND.contains(&&*name) {
            files.extend(below(&path));
        }
    }
    files
}

/// A package of the workspace.
pub struct Package {
    pub name: String,
    pub folder: PathBuf,
    /// What is built of it, by its name, and the file in which that begins.
    pub targets: Vec<(String, PathBuf)>,
    /// What it stands on, by name.
    pub dependencies: Vec<String>,
}

/// Where no test of Rust may be: nothing would run it.
pub const UNTESTED: &[&str] = &["benches", "bindings-python"];

/// The packages of the workspace.
pub fn packages() -> Result<Vec<Package>, String> {
    let words = ["metadata", "--no-deps", "--format-version", "1", "--offline"];
    let text = read(program("cargo").args(words)).ok_or("`cargo metadata` failed")?;
    let metadata: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let list = |value: &Value, name: &str| value.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
    let text = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let target = |one: &Value| (text(one, "name"), PathBuf::from(text(one, "src_path")));
    let package = |package: &Value| Package {
        name: text(package, "name"),
        folder: PathBuf::from(text(package, "manifest_path"))
            .parent()
            .unwrap_or(Path::new(""))
            .to_owned(),
        targets: list(package, "targets").iter().map(target).collect(),
        dependencies: list(package, "dependencies")
            .iter()
            .map(|dependency| text(dependency, "name"))
            .collect(),
    };
    Ok(list(&metadata, "packages").iter().map(package).collect())
}
