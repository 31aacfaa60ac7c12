//! Running programs and finding files.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// How a chore ends: well, or with a sentence.
pub type Outcome = Result<(), String>;

/// The checkout.
pub fn root() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().map_or_else(|| own.to_owned(), Path::to_owned)
}

/// Where slow things are kept between runs: `RATEBOOK_CACHE`, or `.cache/ratebook` at home.
pub fn cache() -> PathBuf {
    let home = || {
        std::env::var_os("HOME")
            .map_or_else(std::env::temp_dir, PathBuf::from)
            .join(".cache/ratebook")
    };
    std::env::var_os("RATEBOOK_CACHE").map_or_else(home, PathBuf::from)
}

/// A program in the checkout.
pub fn program(name: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root()).stdin(Stdio::null());
    command
}

/// Runs to the end; a failure names the program.
pub fn run(command: &mut Command) -> Outcome {
    let status = command
        .status()
        .map_err(|error| format!("{}: {error}", told(command)))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("`{}` failed ({status})", told(command)))
    }
}

/// Runs to the end, showing and keeping what it prints.
pub fn run_and_read(command: &mut Command) -> Result<(bool, String), String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("{}: {error}", told(command)))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    print!("{text}");
    Ok((output.status.success(), text))
}

/// What a program prints, without showing it; none when it fails or is not there.
pub fn read(command: &mut Command) -> Option<String> {
    let output = command
        .stderr(Stdio::null())
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn told(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Every file that git tracks or would track.
pub fn tracked() -> Vec<PathBuf> {
    let listed =
        read(program("git").args(["ls-files", "--cached", "--others", "--exclude-standard"])).unwrap_or_default();
    let mut files: Vec<PathBuf> = listed
        .lines()
        .map(PathBuf::from)
        .filter(|path| root().join(path).is_file())
        .collect();
    files.sort();
    files.dedup();
    files
}
