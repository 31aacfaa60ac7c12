//! The project's chores, written down once.

use std::env;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

mod generate;

fn main() -> ExitCode {
    let words: Vec<_> = env::args().skip(1).collect();
    let words: Vec<_> = words.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["generate"] => generate(false),
        ["generate", "--check"] => generate(true),
        _ => Err(io::Error::other(
            "say `cargo xtask generate` or `cargo xtask generate --check`",
        )),
    };
    outcome.unwrap_or_else(|error| {
        let _ = writeln!(io::stderr(), "{error}");
        ExitCode::FAILURE
    })
}

fn generate(only_tell: bool) -> io::Result<ExitCode> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let changed = generate::run(&root, only_tell)?;
    for path in &changed {
        writeln!(io::stdout(), "{} {path}", if only_tell { "stale:" } else { "wrote" })?;
    }
    Ok(if only_tell && !changed.is_empty() {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}
