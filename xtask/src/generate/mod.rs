//! Everything that is written from core's declarations.

mod node;
mod node_types;

use std::fs;
use std::io;
use std::path::Path;

/// Writes every generated file that has changed, or only tells which ones would. Gives their paths.
pub(crate) fn run(root: &Path, only_tell: bool) -> io::Result<Vec<&'static str>> {
    let catalogue = ratebook::api::catalogue();
    let mut changed = Vec::new();
    for (path, text) in node::files(&catalogue) {
        let place = root.join(path);
        if fs::read_to_string(&place).is_ok_and(|present| present == text) {
            continue;
        }
        if !only_tell {
            fs::write(&place, text)?;
        }
        changed.push(path);
    }
    Ok(changed)
}
