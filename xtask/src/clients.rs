//! What generates clients of the server's document, and asks it whatever that allows, and a provider of identities: installed beside the
//! tests of it.

use std::process::Command;

use crate::shell::{Outcome, npm_install, read, root};
use crate::suites::{environment_of, system_packages};

/// Installs the generators and compilers of both languages, and the provider, where they are not there.
pub fn install() -> Outcome {
    let testing = root().join("server/testing");
    let python = testing.join("clients/python");
    environment_of(&python.join(".venv"), &python.join("requirements.txt"))?;
    if read(Command::new("node").arg("--version")).is_none() {
        system_packages(&["nodejs", "npm"])?;
    }
    for folder in ["clients/typescript", "provider"] {
        npm_install(&testing.join(folder), &["--no-package-lock"])?;
    }
    Ok(())
}
