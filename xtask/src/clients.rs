//! What generates clients of the server's document, and asks it whatever that allows: installed beside the clients of its tests.

use std::process::Command;

use crate::shell::{Outcome, program, read, root, run};
use crate::suites::{environment_of, system_packages};

/// Installs the generators and compilers of both languages, where they are not there.
pub fn install() -> Outcome {
    let folder = root().join("server/testing/clients");
    let python = folder.join("python");
    environment_of(&python.join(".venv"), &python.join("requirements.txt"))?;
    if read(Command::new("node").arg("--version")).is_none() {
        system_packages(&["nodejs", "npm"])?;
    }
    run(program("npm")
        .args([
            "install",
            "--no-save",
            "--no-package-lock",
            "--no-fund",
            "--no-audit",
            "--loglevel=error",
        ])
        .current_dir(folder.join("typescript")))
}
