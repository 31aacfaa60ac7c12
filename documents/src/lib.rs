//! Sets documents: a template, what it is given and a language become pages, and pages become a tagged PDF.
//!
//! It is a process of its own (`ratebook-documents`), so that a template that never ends is one that is ended, and one that wants to read
//! or to fetch finds nothing there: a job holds everything that can be seen from within it.

mod ending;
mod fault;
mod figures;
mod fonts;
mod job;
mod language;
mod set;
mod world;

pub use ending::end_where_anything_fails;
pub use fault::Fault;
pub use fonts::Fonts;
pub use job::{Answer, Hello, Job};
pub use set::{Press, Sheets};
