//! What is to be so for the crates that are published: each feature by itself, the packages from their own tarballs, and no change
//! that breaks dependents without a version that says so.

use std::path::{Path, PathBuf};

use crate::shell::{Outcome, cache, program, read, run, target};

/// The crates that are published, those that others need first.
const CRATES: [&str; 2] = ["ratebook-derive", "ratebook"];

/// The features of the crate `ratebook`: none, and each beside at most one that has nothing to do with it.
const FEATURES: [&str; 4] = ["", "files,schemas", "feeds,chrono", "server,time"];

/// The version of cargo-semver-checks that is installed when there is none.
const SEMVER_CHECKS: &str = "0.51.0";

/// Where it is compiled, beside everything else.
fn apart() -> PathBuf {
    target().join("apart")
}

/// The crate builds without a warning with each feature by itself, and with no other crate of the workspace that switches more on.
pub fn features() -> Outcome {
    for feature in FEATURES {
        let mut check = program("cargo");
        check.args([
            "clippy",
            "--quiet",
            "--package",
            "ratebook",
            "--lib",
            "--no-default-features",
        ]);
        check.args(["--features", feature, "--", "--deny", "warnings"]);
        check.env("CARGO_TARGET_DIR", apart());
        run(&mut check).map_err(|error| format!("with the features `{feature}`: {error}"))?;
    }
    imposed()
}

/// The crate switches nothing on in `serde_json` that would change what all others of a program read and write with it.
fn imposed() -> Outcome {
    let mut tree = program("cargo");
    tree.args([
        "tree",
        "--quiet",
        "--package",
        "ratebook",
        "--edges",
        "normal,features",
        "--prefix",
        "none",
    ]);
    let tree = read(&mut tree).ok_or("cargo tree cannot be read")?;
    match ["preserve_order", "arbitrary_precision"]
        .iter()
        .find(|feature| tree.contains(&format!("serde_json feature \"{feature}\"")))
    {
        Some(feature) => Err(format!(
            "the crate imposes `{feature}` of serde_json on whoever depends on it"
        )),
        None => Ok(()),
    }
}

/// The crates build from what would be uploaded.
pub fn packages() -> Outcome {
    let built = target().join("packages");
    forget_packed(&built)?;
    let mut package = program("cargo");
    package.args(["package", "--quiet", "--locked", "--allow-dirty"]);
    for name in CRATES {
        package.args(["--package", name]);
    }
    run(package.env("CARGO_TARGET_DIR", built))
}

/// Cargo unpacks and compiles a package once for each version, and what it has of an earlier run may hold something else.
fn forget_packed(built: &Path) -> Outcome {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    // A registry without a host is the one that `cargo package` makes of what it packs.
    let registries = home
        .map(|home| inside(&home.join("registry/src"), "-"))
        .unwrap_or_default();
    let compiled = built.join("debug/.fingerprint");
    for folder in registries.iter().chain([&compiled]) {
        for package in CRATES.iter().flat_map(|name| inside(folder, &format!("{name}-"))) {
            std::fs::remove_dir_all(&package).map_err(|error| format!("{}: {error}", package.display()))?;
        }
    }
    Ok(())
}

/// What is in a folder, by the beginning of its name.
fn inside(folder: &Path, beginning: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let chosen = entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(beginning));
    chosen.map(|entry| entry.path()).collect()
}

/// Compares what the crate offers with the last release, by the tag of its version.
pub fn semver() -> Outcome {
    let tags = read(program("git").args(["tag", "--list", "v*", "--sort", "-version:refname"])).unwrap_or_default();
    let Some(tag) = tags.lines().next().map(str::to_owned) else {
        println!("no release has a tag yet, so there is nothing to compare with");
        return Ok(());
    };
    let tool = installed("cargo-semver-checks", SEMVER_CHECKS)?;
    let mut check = program(&tool);
    check.args(["semver-checks", "--package", "ratebook", "--baseline-rev", &tag]);
    run(check.env("CARGO_TARGET_DIR", target().join("semver-checks")))
}

/// A tool of cargo's, installed into the cache when it is not there.
pub fn installed(name: &str, version: &str) -> Result<std::path::PathBuf, String> {
    let tools = cache().join("tools");
    let tool = tools.join("bin").join(name);
    if tool.is_file() {
        return Ok(tool);
    }
    println!("installing {name} {version} into the cache");
    let mut install = program("cargo");
    // Built to be there soon: what it then does is little.
    install.args([
        "install",
        "--quiet",
        "--debug",
        "--locked",
        name,
        "--version",
        version,
        "--root",
    ]);
    run(install
        .arg(&tools)
        .env("CARGO_TARGET_DIR", cache().join("tools-target")))?;
    Ok(tool)
}
