//! The fonts: those that come with typst, and those of a folder.

use std::path::Path;
use std::{fs, io};

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// As many bytes all files of a folder have at most: they are kept in memory.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// As many families are told.
const MOST_TOLD: usize = 1_000;
/// A family's name is told as far as this.
const MOST_LETTERS: usize = 100;

/// Fonts, read before anything is set.
#[derive(Debug)]
pub struct Fonts {
    pub(crate) book: LazyHash<FontBook>,
    pub(crate) fonts: Vec<Font>,
}

impl Fonts {
    /// Those that come along: Libertinus Serif, New Computer Modern and DejaVu Sans Mono, for Latin, Greek and Cyrillic.
    pub fn of_engine() -> Fonts {
        Fonts::of(Vec::new())
    }

    /// The same, behind those of a folder and of the folders in it.
    pub fn of_folder(folder: &Path) -> io::Result<Fonts> {
        let (mut found, mut left) = (Vec::new(), MOST_BYTES);
        let mut folders = vec![folder.to_owned()];
        while let Some(folder) = folders.pop() {
            let mut entries: Vec<_> = fs::read_dir(&folder)?.collect::<io::Result<_>>()?;
            entries.sort_by_key(fs::DirEntry::file_name);
            for entry in entries {
                let (path, kind) = (entry.path(), entry.file_type()?);
                if kind.is_dir() {
                    folders.push(path);
                } else if is_font(&path) {
                    let size = fs::metadata(&path)?.len();
                    left = left.checked_sub(size).ok_or_else(|| {
                        let message = format!("the fonts have more than {MOST_BYTES} bytes; leave some out");
                        io::Error::other(message)
                    })?;
                    found.push(fs::read(&path)?);
                }
            }
        }
        Ok(Fonts::of(found))
    }

    fn of(found: Vec<Vec<u8>>) -> Fonts {
        let found = found.into_iter().map(Bytes::new);
        let all = found.chain(typst_assets::fonts().map(Bytes::new));
        let fonts: Vec<Font> = all.flat_map(Font::iter).collect();
        Fonts {
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
        }
    }

    /// The families, each once: so many at most, and their names as far as anybody reads.
    pub fn families(&self) -> Vec<String> {
        let told = |name: &str| -> String { name.chars().take(MOST_LETTERS).collect() };
        let mut names: Vec<String> = self.book.families().map(|(name, _)| told(name)).collect();
        names.dedup();
        names.truncate(MOST_TOLD);
        names
    }
}

fn is_font(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| ["ttf", "otf", "ttc", "otc"].contains(&ending.to_ascii_lowercase().as_str()))
}
