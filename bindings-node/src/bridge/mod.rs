//! The bridge between JSON text in either spelling and core's types.

pub(crate) mod case;
mod read;
pub(crate) mod write;

pub(crate) use read::Named;
pub(crate) use write::to_json;

/// How names are spelled in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spelling {
    /// `checkIn`, as in objects of JavaScript.
    Camel,
    /// `check_in`, as in core and in all JSON that crosses wires.
    Wire,
}
