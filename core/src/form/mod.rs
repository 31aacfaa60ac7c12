//! The one door: whatever is sent is read into its type, and what the type says of its form and limits is checked here, with every
//! fault at its place.
//!
//! Text goes straight into the type, by `serde`, which stops at the first fault. Only when that fails the value is walked beside
//! the [`model`] of its type, so that the sender sees all faults at once; what is at fault is replaced by a stand-in, and the typed
//! value goes on to its limits and rules, as every other does.

mod compact;
mod door;
pub mod model;
mod schema;
mod shape;
mod strict;
mod text;
mod toml_text;

pub use compact::{pack, unpack};
pub use door::Load;
pub use model::Model;

pub use crate::fault::{Family, Faults, Limits, Place, Pointer};
pub use strict::strict;
pub use text::{MAX_DEPTH, MAX_JSON_BYTES, parse, within_limit};
pub(crate) use toml_text::parse as parse_toml;

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::{Error, Reason, Result};
use model::Form;

/// Reads a value into a type, or reports every fault of its form.
pub fn read<T: DeserializeOwned + Limits>(value: Value, family: Family) -> Result<T> {
    let (read, faults) = read_repaired(value, family)?;
    faults.finish(read)
}

/// Gives back a value that has the form of a type, or reports every fault: for those who read it themselves.
pub fn check<T: Limits>(value: Value, family: Family) -> Result<Value> {
    let mut faults = Faults::new(family);
    let repaired = shape::check(form_of::<T>(), value, &mut faults);
    faults.finish(repaired)
}

/// Reads a value into a type even when parts of it are at fault: those hold a stand-in, and [`Faults`] keeps quiet about
/// what later checks say of them, so that faults of form, of limits and of sense are reported together.
pub fn read_repaired<T: DeserializeOwned + Limits>(value: Value, family: Family) -> Result<(T, Faults)> {
    let (text, faults) = repaired(form_of::<T>(), value, family)?;
    match strict::read(&text) {
        Ok(read) => Ok((read, faults)),
        Err(error) => Err(unreadable(&error, faults)),
    }
}

/// A tree as the text that is read in its place, with what was found wrong with it. A second reader of every type, for trees, would
/// be as large as the first one and is seldom asked.
fn repaired(form: &'static Form, value: Value, family: Family) -> Result<(Vec<u8>, Faults)> {
    let mut faults = Faults::new(family);
    let repaired = shape::check(form, value, &mut faults);
    if faults.is_full() {
        // What is beside so many faults of form is not looked at.
        return faults.finish((Vec::new(), Faults::new(family)));
    }
    match serde_json::to_vec(&repaired) {
        Ok(text) => Ok((text, faults)),
        Err(error) => Err(unreadable(&error, faults)),
    }
}

/// Reads a definition from text: JSON, its compact form, or TOML.
pub fn read_definition<T: DeserializeOwned + Limits>(text: &[u8]) -> Result<(T, Faults)> {
    let family = Family::Definition;
    within_limit(text.len(), family)?;
    let text = unpack(text, family)?;
    if is_object(&text)
        && let Ok(read) = strict::read(&text)
    {
        return Ok((read, Faults::new(family)));
    }
    read_repaired(tree(&text)?, family)
}

/// A definition is an object, and in JSON that begins with its bracket; TOML never does.
fn is_object(text: &[u8]) -> bool {
    text.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{')
}

fn tree(text: &[u8]) -> Result<Value> {
    if is_object(text) {
        parse(text, Family::Definition)
    } else {
        not_an_object(text)
    }
}

/// TOML as a value, or JSON that is no object.
fn not_an_object(text: &[u8]) -> Result<Value> {
    toml_text::parse(text).or_else(|not_toml| match parse(text, Family::Definition) {
        Err(error) if error.code() != Family::Definition.too_large() => Err(not_toml),
        read => read,
    })
}

/// Reads JSON text into a type: at once when it is well formed, with every fault when it is not.
pub fn read_text<T: DeserializeOwned + Limits>(text: &[u8], family: Family) -> Result<T> {
    within_limit(text.len(), family)?;
    match strict::read(text) {
        Ok(read) => Ok(read),
        Err(_) => explained(text, family),
    }
}

#[cold]
fn explained<T: DeserializeOwned + Limits>(text: &[u8], family: Family) -> Result<T> {
    read(parse(text, family)?, family)
}

/// What a type looks like.
pub fn form_of<T: Limits>() -> &'static Form {
    Model::own().form(T::NAME)
}

#[cold]
fn unreadable(error: &serde_json::Error, mut faults: Faults) -> Error {
    let family = faults.family();
    // Where it stands in a text that nobody sent says nothing.
    let message = error.to_string();
    faults.add(Reason::new(family.wrong_type(), "", lower(without_place(&message))));
    let otherwise = || Error::new(family.wrong_type(), "", "the input cannot be read");
    Error::from_reasons(faults.into_reasons()).unwrap_or_else(otherwise)
}

/// What a reader of JSON says, without line and column.
pub fn without_place(message: &str) -> &str {
    message.rsplit_once(" at line ").map_or(message, |(said, _)| said)
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
