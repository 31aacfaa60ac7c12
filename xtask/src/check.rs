//! `cargo xtask check`: what is to be so before every commit.

use std::thread;
use std::time::Instant;

use crate::publish::{self, installed};
use crate::shell::{Outcome, linted_as_built, program, run as run_program};
use crate::{docs, generate, rules, rust, tidy, version};

/// The version of cargo-deny that is installed when there is none.
const CARGO_DENY: &str = "0.20.2";

/// A step by name; every one runs, whatever became of those before it.
type Step = (&'static str, fn() -> Outcome);

/// What looks at the sources, and compiles all of them into the folder that tests are compiled into.
const SOURCES: &[Step] = &[
    ("formatting", formatting),
    ("tidy", tidy::run),
    ("one version", version::agree),
    ("generated files", || generate::run(true)),
    ("links of the pages", docs::links),
    ("proofs of the packs", rules::named),
    ("proofs of the page", rules::told),
    ("clippy", clippy),
    ("documentation", documentation),
];

/// What looks at the crate as others get it, beside that: it compiles into a folder of its own, for neither to wait for the other.
const PUBLISHED: &[Step] = &[
    ("licences and sources", licences),
    ("packages", publish::packages),
    ("features", publish::features),
    ("published interface", publish::semver),
];

pub fn run() -> Outcome {
    let failed = thread::scope(|scope| {
        let lanes = [SOURCES, PUBLISHED].map(|steps| scope.spawn(|| failures(steps)));
        lanes.map(|lane| lane.join().unwrap_or_else(|_| vec!["what went along a lane broke off"]))
    });
    let failed = failed.concat();
    if failed.is_empty() {
        Ok(())
    } else {
        Err(format!("check failed: {}", failed.join(", ")))
    }
}

/// Goes through steps; gives the names of those that failed.
fn failures(steps: &[Step]) -> Vec<&'static str> {
    let mut failed = Vec::new();
    for (name, step) in steps {
        println!("── {name}");
        let begun = Instant::now();
        if let Err(message) = step() {
            eprintln!("{name}: {message}");
            failed.push(*name);
        }
        println!("── {name}: {} s", begun.elapsed().as_secs());
    }
    failed
}

fn formatting() -> Outcome {
    run_program(program("cargo").args(["fmt", "--all", "--check"]))
}

fn clippy() -> Outcome {
    if linted_as_built() {
        return rust::lint();
    }
    run_program(program("cargo").args([
        "clippy",
        "--quiet",
        "--workspace",
        "--all-targets",
        "--",
        "--deny",
        "warnings",
    ]))
}

pub fn documentation() -> Outcome {
    let mut command = program("cargo");
    command
        .args(["doc", "--quiet", "--no-deps", "--all-features", "--package", "ratebook"])
        .env("RUSTDOCFLAGS", "--deny warnings");
    run_program(&mut command)
}

/// Licences, sources and duplicates. The advisory database lives outside the registries; it is read when it is on the
/// machine, and its absence is said.
fn licences() -> Outcome {
    let deny = installed("cargo-deny", CARGO_DENY)?;
    run_program(program("cargo").args(["fetch", "--quiet", "--locked"]))?;
    let mut check = program(&deny);
    run_program(check.args([
        "--offline",
        "--log-level",
        "error",
        "check",
        "licenses",
        "bans",
        "sources",
    ]))?;
    println!(
        "advisories: not checked here, since their database is not in a package registry; the CI workflow checks them"
    );
    Ok(())
}
