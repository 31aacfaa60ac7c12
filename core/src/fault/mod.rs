//! What a fault is told with: its family, its place, and as much of the input as a message takes. It knows no type that is
//! read, so that money and time tell their faults with it, and the form reads them.

mod faults;
mod pointer;

pub use faults::{Family, Faults};
pub use pointer::Pointer;

/// The beginning of user input, short enough for a message.
pub(crate) fn shortened(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
