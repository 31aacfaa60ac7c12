//! `cargo xtask version`: one version for all packages.

use std::path::Path;

use crate::shell::{Outcome, program, root, run};

/// Files that state the version, and what stands before it on its line. The wheel takes its own from `Cargo.toml`.
const PLACES: &[(&str, &str)] = &[
    ("Cargo.toml", "version = \""),
    ("bindings-node/package.json", "\"version\": \""),
    ("bindings-node/package-lock.json", "\"version\": \""),
    ("bindings-kotlin/pom.xml", "<version>"),
    ("bindings-kotlin/README.md", "<version>"),
    ("CHANGELOG.md", "## "),
];
/// How often a lock file of npm states the package's own version: for itself, and as the first of all packages.
const IN_NPM_LOCK: usize = 2;

pub fn show() -> Outcome {
    agree()?;
    println!("{}", stated("Cargo.toml", "version = \"").unwrap_or_default());
    Ok(())
}

/// Whether every package states the same version.
pub fn agree() -> Outcome {
    let first = stated("Cargo.toml", "version = \"").ok_or("Cargo.toml states no version")?;
    for (file, before) in present() {
        let own = stated(file, before).ok_or_else(|| format!("{file} states no version"))?;
        if own != first {
            return Err(format!(
                "{file} states {own}, Cargo.toml {first}: run `cargo xtask version {first}`"
            ));
        }
    }
    Ok(())
}

pub fn set(new: &str) -> Outcome {
    let parts: Vec<&str> = new.split('.').collect();
    if parts.len() != 3 || parts.iter().any(|part| part.parse::<u32>().is_err()) {
        return Err(format!("`{new}` is not a version such as 0.2.0"));
    }
    for (file, before) in present() {
        let text = std::fs::read_to_string(root().join(file)).map_err(|error| format!("{file}: {error}"))?;
        let own = stated(file, before).ok_or_else(|| format!("{file} states no version"))?;
        let changed = if before == "## " {
            let heading = format!("## {new}\n\n## {own}");
            text.replacen(&format!("## {own}"), &heading, usize::from(own != new))
        } else {
            let times = if file.ends_with("-lock.json") { IN_NPM_LOCK } else { 1 };
            let after = if before.starts_with('<') { '<' } else { '"' };
            text.replacen(
                &format!("{before}{own}{after}"),
                &format!("{before}{new}{after}"),
                times,
            )
        };
        std::fs::write(root().join(file), changed).map_err(|error| format!("{file}: {error}"))?;
    }
    run(program("cargo").args(["update", "--quiet", "--offline", "--workspace"]))?;
    println!("{new}");
    Ok(())
}

fn present() -> impl Iterator<Item = (&'static str, &'static str)> {
    PLACES.iter().copied().filter(|(file, _)| root().join(file).is_file())
}

/// The first version that a file states.
fn stated(file: impl AsRef<Path>, before: &str) -> Option<String> {
    let text = std::fs::read_to_string(root().join(file)).ok()?;
    let line = text.lines().find_map(|line| line.trim_start().strip_prefix(before))?;
    let end = line
        .find(|letter: char| !letter.is_ascii_digit() && letter != '.')
        .unwrap_or(line.len());
    Some(line[..end].to_owned())
}
