//! `cargo xtask generate`: all that is made from the declarations in core.

mod docs;
mod node;
mod node_types;
mod python;
mod schema;

use std::path::PathBuf;

use ratebook::api::{Catalogue, catalogue};

use crate::shell::{Outcome, root};

/// A file by its path in the checkout, and what it is to hold.
pub type File = (PathBuf, String);

/// Writes every generated file, or with `check` says which have drifted.
pub fn run(check: bool) -> Outcome {
    let catalogue = catalogue();
    let mut drifted = Vec::new();
    for (path, content) in files(&catalogue) {
        let place = root().join(&path);
        if std::fs::read_to_string(&place).is_ok_and(|held| held == content) {
            continue;
        }
        drifted.push(path.display().to_string());
        if !check {
            let folder = place.parent().map_or_else(root, PathBuf::from);
            std::fs::create_dir_all(folder)
                .and_then(|()| std::fs::write(&place, content))
                .map_err(|error| error.to_string())?;
        }
    }
    match (check, drifted.as_slice()) {
        (_, []) => Ok(()),
        (true, _) => Err(format!("run `cargo xtask generate`: {} drifted", drifted.join(", "))),
        (false, _) => {
            println!("wrote {}", drifted.join(", "));
            Ok(())
        }
    }
}

fn files(catalogue: &Catalogue) -> Vec<File> {
    let mut files = Vec::new();
    files.extend(schema::files(catalogue));
    files.extend(docs::files(catalogue));
    files.extend(
        node::files(catalogue)
            .into_iter()
            .map(|(path, text)| (path.into(), text)),
    );
    files.extend(python::files());
    files
}
