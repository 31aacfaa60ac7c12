//! Where tests put their databases and files: in memory where there is room for them, since they make and throw away thousands.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::shell::{program, read};

const MEMORY: &str = "/dev/shm";
const BEGINNING: &str = "ratebook-tests-";
/// So many KiB have to be free there: half for the tests, half for the machine.
const ENOUGH: u64 = 8 * 1_024 * 1_024;

/// A folder that goes when it is dropped.
pub struct Scratch(PathBuf);

impl Scratch {
    /// One in memory; nothing where there is no room for it, and tests take the usual place.
    pub fn in_memory() -> Option<Scratch> {
        remove_left_behind();
        let free = read(program("df").args(["--output=avail", "-k", MEMORY]))?;
        let free: u64 = free.lines().last()?.trim().parse().ok()?;
        if free < ENOUGH {
            return None;
        }
        let path = Path::new(MEMORY).join(format!("{BEGINNING}{}", std::process::id()));
        fs::create_dir(&path).ok()?;
        let own = Scratch(path);
        // The user that PostgreSQL runs as comes through it.
        fs::set_permissions(own.path(), PermissionsExt::from_mode(0o755)).ok()?;
        own.runs_programs().then_some(own)
    }

    /// Whether programs are run from it: some machines forbid that there, and tests make some.
    fn runs_programs(&self) -> bool {
        let path = self.path().join("program");
        let made =
            fs::write(&path, "#!/bin/sh\n").and_then(|()| fs::set_permissions(&path, PermissionsExt::from_mode(0o755)));
        made.is_ok() && Command::new(&path).status().is_ok_and(|status| status.success())
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Removes those of processes that were ended before they could.
fn remove_left_behind() {
    for entry in fs::read_dir(MEMORY).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let process = name.strip_prefix(BEGINNING);
        if process.is_some_and(|process| !Path::new("/proc").join(process).exists()) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}
