//! What a fault is told with: its family, its place, and as much of the input as a message takes. It knows no type that is
//! read, so that money and time tell their faults with it, and the form reads them.

mod faults;
mod hints;
pub(crate) mod limits;
mod naming;
mod pointer;
mod texts;

use crate::names;

pub use faults::{Family, Faults};
pub(crate) use hints::{are, bytes, entries, listed, many, many_are, near, quoted, similar, together};
pub(crate) use limits::unlimited;
pub use limits::{Limits, MAX_TEXT};
pub(crate) use naming::{alike, like, named, no_name};
pub(crate) use pointer::escaped;
pub use pointer::{Place, Pointer, place};
pub use ratebook_derive::Limits;

/// The beginning of user input, short enough for a message, with what is unseen in it made visible.
pub(crate) fn shortened(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", names::visible(text.get(..end).unwrap_or_default())),
        None => names::visible(text).into_owned(),
    }
}
