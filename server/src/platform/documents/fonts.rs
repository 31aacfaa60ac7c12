//! The fonts of a folder, as far as the server knows them: where they lie, and by what they are known again.

use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

/// A folder of fonts. The program reads it whenever it starts; what is new in it has the server started again.
#[derive(Clone, Debug)]
pub struct Fonts {
    pub(super) folder: PathBuf,
    /// Documents that are set by others are others.
    pub(super) mark: [u8; 32],
}

impl Fonts {
    /// Those of a folder and of the folders in it, as they are now.
    pub fn of(folder: &Path) -> io::Result<Fonts> {
        let mut hash = Sha256::new();
        let mut folders = vec![folder.to_owned()];
        while let Some(folder) = folders.pop() {
            let mut entries: Vec<DirEntry> = fs::read_dir(&folder)?.collect::<io::Result<_>>()?;
            entries.sort_by_key(DirEntry::file_name);
            for entry in entries {
                let path = entry.path();
                if entry.file_type()?.is_dir() {
                    folders.push(path);
                } else if is_font(&path) {
                    hash.update(Sha256::digest(entry.file_name().as_encoded_bytes()));
                    hash.update(Sha256::digest(fs::read(&path)?));
                }
            }
        }
        Ok(Fonts {
            folder: folder.to_owned(),
            mark: hash.finalize().into(),
        })
    }
}

/// What the program takes for one.
fn is_font(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| ["ttf", "otf", "ttc", "otc"].contains(&ending.to_ascii_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_fonts_have_another_mark() {
        let folder = tempfile::tempdir().expect("a folder");
        let mark = || Fonts::of(folder.path()).expect("fonts").mark;
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("written");
        let mut marks = vec![mark()];
        fs::create_dir(folder.path().join("more")).expect("a folder");
        write("more/a.ttf", "one");
        marks.push(mark());
        write("more/a.ttf", "two");
        marks.push(mark());
        write("B.OTF", "one");
        marks.push(mark());
        write("licence.txt", "of nobody's concern");
        assert_eq!(mark(), marks[3]);
        marks.sort_unstable();
        marks.dedup();
        assert_eq!(marks.len(), 4);
        assert!(Fonts::of(&folder.path().join("absent")).is_err());
    }
}
