//! What is to be so for the crates that are published: each feature alone, the packages from their own tarballs, and no change
//! that breaks dependents without a version that says so.

use crate::shell::{Outcome, cache, program, read, run, target};

/// The crates that are published, those that others need first.
const CRATES: [&str; 2] = ["ratebook-derive", "ratebook"];

/// The features of the crate `ratebook`; each is tried alone, and so is none.
const FEATURES: [&str; 7] = ["", "files", "feeds", "server", "schemas", "chrono", "time"];

/// The version of cargo-semver-checks that is installed when there is none.
const SEMVER_CHECKS: &str = "0.51.0";

/// The crate builds without a warning with each feature alone, and with no other crate of the workspace that switches more on.
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
        run(&mut check).map_err(|error| format!("with the features `{feature}`: {error}"))?;
    }
    Ok(())
}

/// The crates build from what would be uploaded.
pub fn packages() -> Outcome {
    forget_unpacked()?;
    let mut package = program("cargo");
    package.args(["package", "--quiet", "--locked", "--allow-dirty"]);
    for name in CRATES {
        package.args(["--package", name]);
    }
    run(&mut package)
}

/// Cargo unpacks a tarball once for each version, and the one of an earlier run may hold something else.
fn forget_unpacked() -> Outcome {
    let home = std::env::var_os("CARGO_HOME").map(std::path::PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let registries = home.and_then(|home| std::fs::read_dir(home.join("registry/src")).ok());
    // A registry without a host is the one that `cargo package` makes of what it packs.
    let own = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with('-');
    for registry in registries
        .into_iter()
        .flatten()
        .flatten()
        .filter(|one| own(&one.file_name()))
    {
        for name in CRATES {
            let unpacked = registry.path().join(format!("{name}-{}", env!("CARGO_PKG_VERSION")));
            if unpacked.is_dir() {
                std::fs::remove_dir_all(&unpacked).map_err(|error| format!("{}: {error}", unpacked.display()))?;
            }
        }
    }
    Ok(())
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
    install.args(["install", "--quiet", "--locked", name, "--version", version, "--root"]);
    run(install
        .arg(&tools)
        .env("CARGO_TARGET_DIR", cache().join("tools-target")))?;
    Ok(tool)
}
