//! `cargo xtask bench`: ours beside what people use today, in one run.

use std::path::Path;

use crate::shell::{Outcome, program, root, run};
use crate::suites;

/// Areas with a bench.
const AREAS: &[&str] = &["rates"];

pub fn run_area(words: &[&str]) -> Outcome {
    let json = words.contains(&"--json");
    let areas: Vec<&str> = words.iter().copied().filter(|word| *word != "--json").collect();
    if let Some(unknown) = areas.iter().find(|area| !AREAS.contains(area)) {
        return Err(format!(
            "there is no bench `{unknown}`; choose one of {}",
            AREAS.join(", ")
        ));
    }
    let python = suites::python_environment()?;
    suites::python_build(&python)?;
    suites::node_build()?;
    for area in if areas.is_empty() { AREAS.to_vec() } else { areas } {
        rates(&python, json, area)?;
    }
    Ok(())
}

fn rates(python: &Path, json: bool, area: &str) -> Outcome {
    let folder = root().join("benches").join(area);
    run(program("cargo").args(["build", "--quiet", "--release", "--package", "ratebook-benches"]))?;
    run(program("npm")
        .args(["install", "--no-save", "--no-fund", "--no-audit", "--loglevel=error"])
        .current_dir(&folder))?;
    run(program(python)
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"])
        .arg(folder.join("requirements.txt")))?;
    let mut bench = program(python);
    bench.arg(folder.join("run.py")).env(
        "RATEBOOK_BENCH_BINARY",
        crate::shell::target().join("release/ratebook-benches"),
    );
    run(bench.args(json.then_some("--json")))
}
