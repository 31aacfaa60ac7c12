//! `cargo xtask generate`: all that is made from the declarations in core.

mod details;
mod docs;
mod guides;
mod handed_back;
mod machines;
mod native;
mod node;
mod node_schemas;
mod node_types;
mod node_words;
mod python;
mod schema;
mod shipped;
mod systems;
mod table;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub(crate) use table::Table;

use crate::shell::{self, Outcome, program, root, tracked};

/// The full names of the operations that the packages for phones do without.
pub fn left_out_of_phones() -> BTreeSet<String> {
    native::left_out()
}

/// A file by its path in the checkout, and what it is to hold.
pub type File = (PathBuf, String);

/// What a generated file says of itself in its first lines, where its form has comments.
pub const MARK: &str = "Written by `cargo xtask generate`";

/// The schemas that the engine is built with.
const SCHEMAS: &str = "core/src/form/schemas.json";

/// Writes every generated file and removes those that nothing makes any more, or with `check` says which have drifted.
pub fn run(check: bool) -> Outcome {
    let files = files(&Table::taken());
    let drifted: Vec<&File> = files
        .iter()
        .filter(|(path, content)| !std::fs::read_to_string(root().join(path)).is_ok_and(|held| held == *content))
        .collect();
    let left_over = left_over(&files);
    let names = |paths: &mut dyn Iterator<Item = &PathBuf>| {
        let names: Vec<String> = paths.map(|path| path.display().to_string()).collect();
        names.join(", ")
    };
    let changed = names(&mut drifted.iter().map(|(path, _)| path).chain(&left_over));
    if changed.is_empty() {
        return Ok(());
    }
    if check {
        return Err(format!("run `cargo xtask generate`: {changed} drifted"));
    }
    for (path, content) in &drifted {
        write(path, content).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    for path in &left_over {
        std::fs::remove_file(root().join(path)).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    println!("wrote {changed}");
    // What else is made goes by the engine that reads these schemas.
    if drifted.iter().any(|(path, _)| path == Path::new(SCHEMAS)) {
        return shell::run(program("cargo").args(["xtask", "generate"]));
    }
    Ok(())
}

fn write(path: &Path, content: &str) -> std::io::Result<()> {
    let place = root().join(path);
    std::fs::create_dir_all(place.parent().unwrap_or(&place))?;
    std::fs::write(place, content)
}

/// Files that were generated once and that nothing generates now.
fn left_over(files: &[File]) -> Vec<PathBuf> {
    let marked = |path: &PathBuf| {
        let text = std::fs::read_to_string(root().join(path)).unwrap_or_default();
        text.lines().take(3).any(|line| line.contains(MARK))
    };
    let of_ours =
        |path: &PathBuf| !path.starts_with("xtask") && path.file_name().is_none_or(|name| name != ".gitattributes");
    let mut found = tracked();
    found.retain(|path| of_ours(path) && files.iter().all(|(made, _)| made != path) && marked(path));
    found
}

fn files(table: &Table) -> Vec<File> {
    let mut files = Vec::new();
    files.extend(schema::files(table));
    files.extend(docs::files(table));
    files.extend(machines::files());
    files.extend(systems::files());
    files.extend(guides::files(table));
    files.extend(handed_back::files(table));
    files.extend(node::files(table).into_iter().map(|(path, text)| (path.into(), text)));
    files.extend(node_schemas::files(table));
    files.extend(python::files(table));
    files.extend(native::files(table));
    files
}
