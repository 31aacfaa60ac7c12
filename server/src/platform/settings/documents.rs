//! What sets documents.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::Told;
use crate::platform::documents::{Documents, Fonts, beside};

impl Told {
    /// A program that is named has to be there; the one that would lie beside this one need not.
    pub(super) fn documents(&self, faults: &mut Vec<String>) -> Documents {
        let named = self.one("documents").and_then(|path| {
            let found = program(Path::new(path));
            if found.is_none() {
                faults.push(self.wrong("documents", &format!("{path}: there is no such program")));
            }
            found
        });
        let fonts = self.one("document_fonts").and_then(|folder| {
            let fonts = Fonts::of(Path::new(folder));
            let told = fonts.map_err(|error| faults.push(self.wrong("document_fonts", &format!("{folder}: {error}"))));
            told.ok()
        });
        let patience = Duration::from_secs(self.number("document_seconds", faults).into());
        Documents::new(named.or_else(beside), fonts, patience)
    }
}

/// Where a program lies, from the root on: a name alone would be looked for in other folders when it is started.
fn program(path: &Path) -> Option<PathBuf> {
    path.canonicalize().ok().filter(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use super::program;
    use std::path::Path;

    #[test]
    fn a_name_alone_is_that_of_a_file_in_this_folder() {
        let found = program(Path::new("Cargo.toml")).expect("a file");
        assert!(found.is_absolute() && found.ends_with("Cargo.toml"), "{found:?}");
        assert_eq!(program(Path::new("src")), None);
        assert_eq!(program(Path::new("absent")), None);
    }
}
