//! Every example runs, and prints what its first lines promise.
#![expect(clippy::unwrap_used, reason = "a test may stop")]

use std::path::Path;
use std::process::Command;

/// What stands between the fences of the first lines.
fn promised(source: &str) -> String {
    let told = source.lines().map_while(|line| line.strip_prefix("//!"));
    let inside = told.skip_while(|line| *line != " ```text").skip(1);
    let lines = inside.take_while(|line| *line != " ```");
    lines
        .map(|line| format!("{}\n", line.strip_prefix(' ').unwrap_or(line)))
        .collect()
}

/// An example as it was built beside this test; where only this test was built, cargo builds it.
fn program(name: &str) -> Command {
    let own = std::env::current_exe().unwrap();
    let built = own.ancestors().nth(2).unwrap().join("examples").join(name);
    if built.is_file() {
        return Command::new(built);
    }
    let mut run = Command::new(env!("CARGO"));
    run.args(["run", "--quiet", "--package", "ratebook", "--example", name]);
    run.current_dir(env!("CARGO_MANIFEST_DIR"));
    run
}

#[test]
fn every_example_prints_what_it_promises() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut ran = 0;
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let promised = promised(&std::fs::read_to_string(&path).unwrap());
        assert!(!promised.is_empty(), "`{name}` promises nothing");
        let output = program(&name).output().unwrap();
        if !output.status.success() {
            panic!("`{name}`: {}", String::from_utf8_lossy(&output.stderr));
        }
        assert_eq!(String::from_utf8_lossy(&output.stdout), promised, "{name}");
        ran += 1;
    }
    assert_eq!(ran, 5);
}
