//! `cargo xtask check`: what is to be so before every commit.

use crate::publish::{self, installed};
use crate::shell::{Outcome, program, run as run_program};
use crate::{docs, generate, rules, tidy, version};

/// The version of cargo-deny that is installed when there is none.
const CARGO_DENY: &str = "0.20.2";

/// A step by name; every one runs, whatever became of those before it.
type Step = (&'static str, fn() -> Outcome);

const STEPS: &[Step] = &[
    ("formatting", formatting),
    ("tidy", tidy::run),
    ("one version", version::agree),
    ("generated files", || generate::run(true)),
    ("links of the pages", docs::links),
    ("proofs of the packs", rules::named),
    ("clippy", clippy),
    ("features, each alone", publish::features),
    ("documentation", documentation),
    ("packages", publish::packages),
    ("published interface", publish::semver),
    ("licences and sources", licences),
];

pub fn run() -> Outcome {
    let mut failed = Vec::new();
    for (name, step) in STEPS {
        println!("── {name}");
        if let Err(message) = step() {
            eprintln!("{message}");
            failed.push(*name);
        }
    }
    if failed.is_empty() {
        Ok(())
    } else {
        Err(format!("check failed: {}", failed.join(", ")))
    }
}

fn formatting() -> Outcome {
    run_program(program("cargo").args(["fmt", "--all", "--check"]))
}

fn clippy() -> Outcome {
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
