//! `cargo xtask bench builds`: how long somebody waits for what is built from nothing, and how much that weighs which is handed out.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::mobile::{self, Toolchain};
use crate::shell::{Outcome, program, run, target};

/// A figure, what it may be at most, and in which unit.
struct Row {
    what: &'static str,
    figure: f64,
    most: f64,
    unit: &'static str,
}

pub fn bench(json: bool) -> Outcome {
    let rows = [newcomer()?, swift()?, shared_library()?];
    if json {
        let rows = rows.iter().map(|row| {
            serde_json::json!({"what": row.what, "figure": row.figure, "unit": row.unit, "target": row.most, "met": row.figure <= row.most})
        });
        println!(
            "{:#}",
            serde_json::json!({"cores": cores(), "builds": rows.collect::<Vec<_>>()})
        );
        return Ok(());
    }
    println!("builds from nothing, on {} cores", cores());
    for row in rows {
        let met = if row.figure <= row.most { "met" } else { "missed" };
        println!(
            "{met:<8}{:<64}{:>8.1} {unit:<3} target ≤ {:.0} {unit}",
            row.what,
            row.figure,
            row.most,
            unit = row.unit
        );
    }
    Ok(())
}

pub fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// What `cargo run --release` builds on a machine that has the crates and nothing else.
fn newcomer() -> Result<Row, String> {
    let folder = emptied(target().join("from-nothing"))?;
    run(program("cargo").args(["fetch", "--quiet", "--locked"]))?;
    let mut build = program("cargo");
    build
        .args(["build", "--quiet", "--release", "--locked", "--target-dir"])
        .arg(&folder);
    timed("cargo run --release, until it runs", &mut build, 300.0, &folder)
}

/// What an app that takes the Swift package compiles.
fn swift() -> Result<Row, String> {
    mobile::swift_build()?;
    let folder = emptied(mobile::swift_folder().join("from-nothing"))?;
    let scratch = format!("{}/from-nothing", Toolchain::find()?.inside(&mobile::swift_folder()));
    let words = [
        "swift",
        "build",
        "--quiet",
        "--scratch-path",
        &scratch,
        "--configuration",
        "release",
        "--target",
        "Ratebook",
    ];
    let mut build = Toolchain::find()?.command(&words);
    timed("the Swift package, optimised", &mut build, 60.0, &folder)
}

/// The library that the phones' packages call, as it is handed out.
fn shared_library() -> Result<Row, String> {
    let built = mobile::library()?.join("libratebook_ffi.so");
    let library = target().join("libratebook_ffi.stripped.so");
    // As the scripts of the phones' packages do.
    run(program("strip").args(["--strip-all", "-o"]).arg(&library).arg(&built))?;
    let bytes = std::fs::metadata(&library)
        .map_err(|error| format!("{}: {error}", library.display()))?
        .len();
    Ok(Row {
        what: "the phones' library",
        figure: bytes as f64 / 1e6,
        most: 12.0,
        unit: "MB",
    })
}

fn timed(what: &'static str, build: &mut Command, most: f64, folder: &Path) -> Result<Row, String> {
    let begun = Instant::now();
    run(build)?;
    let figure = begun.elapsed().as_secs_f64();
    emptied(folder.to_owned())?;
    Ok(Row {
        what,
        figure,
        most,
        unit: "s",
    })
}

/// The folder without what an earlier build left in it.
fn emptied(folder: PathBuf) -> Result<PathBuf, String> {
    if folder.exists() {
        std::fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    Ok(folder)
}
