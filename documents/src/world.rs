//! What can be seen from within a document: what its job holds, and nothing of the machine.

use std::collections::HashMap;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};

use super::Fonts;

/// Where every document begins.
pub(crate) const MAIN: &str = "/document.typ";
/// What templates import of the engine.
pub(crate) const ENGINE: &str = "/ratebook.typ";
/// What the document is given.
pub(crate) const GIVEN: &str = "/given.json";

/// The world of one document.
pub(crate) struct Given<'a> {
    pub(crate) library: &'a LazyHash<Library>,
    pub(crate) fonts: &'a Fonts,
    pub(crate) main: FileId,
    pub(crate) sources: HashMap<FileId, Source>,
    pub(crate) files: HashMap<FileId, Bytes>,
}

/// The id of a place; nothing where it is none.
pub(crate) fn id(place: &str) -> Option<FileId> {
    let path = VirtualPath::new(place).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl Given<'_> {
    fn missing(id: FileId) -> FileError {
        match id.root() {
            VirtualRoot::Package(package) => FileError::Other(Some(
                format!("packages are not fetched, and `{package}` is none of the pack's files; put what you need of it into `templates/`").into(),
            )),
            VirtualRoot::Project => FileError::Other(Some(
                format!("there is no file `{}` among those of the pack", id.vpath().get_with_slash()).into(),
            )),
        }
    }
}

impl World for Given<'_> {
    fn library(&self) -> &LazyHash<Library> {
        self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources.get(&id).cloned().ok_or_else(|| Given::missing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or_else(|| Given::missing(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.fonts.get(index).cloned()
    }

    /// What is set today is set the same tomorrow: a template is given its days.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
