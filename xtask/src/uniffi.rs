//! The library for every other language: its Python asks all vectors, its Kotlin and its Swift compile.

use std::path::{Path, PathBuf};

use crate::mobile::{self, Toolchain};
use crate::rust;
use crate::shell::{Outcome, cache, program, run, run_and_read, target};
use crate::suites::{Counts, last_counts};

/// Builds the library and its generator, generates, and tries what was generated.
pub fn suite() -> Result<Counts, String> {
    let library = library()?;
    let mut counts = python(&library, None)?;
    for (language, compiled) in [("Kotlin", kotlin(&library)), ("Swift", swift(&library))] {
        match compiled {
            Ok(()) => {
                println!("{language}: what UniFFI writes compiles");
                counts.passed += 1;
            }
            Err(message) => {
                println!("{language}: {message}");
                counts = counts.and(Counts::fault(format!("{language}: {message}")));
            }
        }
    }
    Ok(counts)
}

/// All vectors, through what UniFFI writes for Python.
pub fn vectors(report: &Path) -> Outcome {
    let counts = python(&library()?, Some(report))?;
    match counts.failed {
        0 => Ok(()),
        failed => Err(format!("{failed} vectors failed")),
    }
}

fn library() -> Result<PathBuf, String> {
    rust::build(&rust::beside_server()?)?;
    let name = format!(
        "{}ratebook_uniffi{}",
        std::env::consts::DLL_PREFIX,
        std::env::consts::DLL_SUFFIX
    );
    Ok(target().join("debug").join(name))
}

/// Writes a language's side of the library into a folder, which is emptied first.
fn generate(library: &Path, language: &str, folder: &Path) -> Outcome {
    let _ = std::fs::remove_dir_all(folder);
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let generator = target().join("debug").join("ratebook-bindgen");
    run(program(generator)
        .args(["generate", "--no-format", "--language", language, "--out-dir"])
        .arg(folder)
        .arg(library))
}

fn python(library: &Path, report: Option<&Path>) -> Result<Counts, String> {
    let folder = target().join("uniffi/python");
    generate(library, "python", &folder)?;
    // It looks for the library beside itself.
    let beside = library
        .file_name()
        .map(|name| folder.join(name))
        .ok_or("the library has no name")?;
    std::fs::copy(library, beside).map_err(|error| error.to_string())?;
    let mut runner = program("python3");
    runner
        .arg("bindings-uniffi/tests/conformance.py")
        .env("PYTHONPATH", folder);
    if let Some(report) = report {
        runner.env("RATEBOOK_VECTORS_REPORT", report);
    }
    let (_, text) = run_and_read(&mut runner)?;
    last_counts(&text).ok_or_else(|| "the vectors were cut off".to_owned())
}

fn kotlin(library: &Path) -> Outcome {
    let folder = target().join("uniffi/kotlin");
    generate(library, "kotlin", &folder)?;
    mobile::maven_there()?;
    run(program("mvn")
        .args(["--quiet", "--batch-mode", "--no-transfer-progress", "clean", "compile"])
        .args(["--file", "bindings-uniffi/kotlin/pom.xml"])
        .arg(format!("-Dmaven.repo.local={}", cache().join("m2").display()))
        .arg(format!("-Dgenerated={}", folder.display()))
        .arg(format!(
            "-Dcompiled={}",
            target().join("uniffi/kotlin-classes").display()
        )))
}

fn swift(library: &Path) -> Outcome {
    // In the folder that the toolchain sees, wherever it lives.
    let toolchain = Toolchain::find()?;
    let folder = mobile::swift_folder().join("uniffi");
    generate(library, "swift", &folder)?;
    let inside = toolchain.inside(&mobile::swift_folder());
    let (source, map) = (
        format!("{inside}/uniffi/ratebook.swift"),
        format!("-fmodule-map-file={inside}/uniffi/ratebookFFI.modulemap"),
    );
    let object = format!("{inside}/uniffi/ratebook.o");
    let words = [
        "swiftc",
        "-c",
        "-parse-as-library",
        "-swift-version",
        "5",
        "-module-name",
        "Ratebook",
    ];
    run(&mut toolchain.command(&[&words[..], &["-Xcc", &map, "-o", &object, &source]].concat()))
}
