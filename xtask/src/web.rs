//! The console: whether the bundle that comes with the server is that of its sources, its parts, and what somebody does in it with
//! Debian's Chromium, over a server of their own.

use std::path::Path;
use std::process::Command;

use crate::rust;
use crate::shell::{npm_install, program, read, root, run_and_read, target};
use crate::suites::{Counts, system_packages};

pub fn suite() -> Result<Counts, String> {
    if read(Command::new("node").arg("--version")).is_none() {
        system_packages(&["nodejs", "npm"])?;
    }
    if !Path::new("/usr/bin/chromium").exists() {
        system_packages(&["chromium"])?;
    }
    let folder = root().join("server/web");
    npm_install(&folder, &[])?;
    // As it was built for the server's own tests, if it was.
    rust::build(&rust::of_the_server()?)?;
    let mut test = program("npm");
    test.args(["run", "--silent", "test"])
        .env("CONSOLE_SERVER", target().join("debug/ratebook-server"))
        .current_dir(&folder);
    let (succeeded, text) = run_and_read(&mut test)?;
    let of = |word: &'static str| text.lines().filter(move |line| line.trim_start().starts_with(word));
    // What ran says for how long.
    let skipped = of("ok ").filter(|line| !line.contains("# time=")).count();
    let counts = Counts {
        passed: (of("ok ").count() - skipped) as u64,
        failed: of("not ok ").count() as u64,
        skipped: skipped as u64,
        failures: of("not ok ").map(str::to_owned).collect(),
    };
    if counts.passed == 0 || (!succeeded && counts.failed == 0) {
        return Err("the tests of the console were cut off".to_owned());
    }
    Ok(counts)
}
