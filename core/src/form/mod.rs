//! Reading what people send: a type's own schema says what its form is, and every fault is reported with its place.
//!
//! The quick way from text to a type is `serde`, which stops at the first fault. Only when that fails, or for a
//! definition, is the form walked here, so that the sender sees all faults at once.

mod compact;
mod reader;
mod scan;
mod shape;
mod text;

pub use crate::fault::{Family, Faults, Pointer};
pub use compact::{pack, unpack};
pub use text::{MAX_DEPTH, MAX_JSON_BYTES, parse};

use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::{Error, Reason, Result};
use reader::Unread;

/// Reads a value into a type, or reports every fault of its form.
pub fn read<T: DeserializeOwned + JsonSchema>(value: Value, family: Family) -> Result<T> {
    let (read, faults) = read_repaired(value, family)?;
    faults.finish(read)
}

/// Gives back a value that has the form of a type, or reports every fault: for those who read it themselves.
pub fn check<T: JsonSchema>(value: Value, family: Family) -> Result<Value> {
    let mut faults = Faults::new(family);
    let repaired = shape::check(schema_of::<T>(), value, &mut faults);
    faults.finish(repaired)
}

/// The same for the type of that name.
pub fn check_named(name: &str, value: Value, family: Family) -> Result<Value> {
    let mut faults = Faults::new(family);
    let repaired = shape::check(schemas().get(name).unwrap_or(&ANYTHING), value, &mut faults);
    faults.finish(repaired)
}

/// Reads a value into a type even when parts of it are at fault: those hold a stand-in, and [`Faults`] keeps quiet about
/// what later checks say of them, so that faults of form and of sense are reported together.
pub fn read_repaired<T: DeserializeOwned + JsonSchema>(value: Value, family: Family) -> Result<(T, Faults)> {
    // By way of text: a second reader, of values, for every type there is would be a quarter of a binding's size.
    let (text, faults) = repaired(schema_of::<T>(), value, family);
    match typed(&text) {
        Ok(read) => Ok((read, faults)),
        Err(error) => Err(unreadable(&error, faults)),
    }
}

/// What is the same for every type stands in functions of its own, not in each of their readers.
fn repaired(schema: &'static Value, value: Value, family: Family) -> (Vec<u8>, Faults) {
    let mut faults = Faults::new(family);
    let repaired = shape::check(schema, value, &mut faults);
    (repaired.to_string().into_bytes(), faults)
}

fn unreadable(error: &Unread, mut faults: Faults) -> Error {
    let family = faults.family();
    faults.add(Reason::new(family.wrong_type(), "", lower(&error.to_string())));
    let otherwise = || Error::new(family.wrong_type(), "", "the input cannot be read");
    Error::from_reasons(faults.into_reasons()).unwrap_or_else(otherwise)
}

/// Reads JSON text of a definition into its type when there is no fault of form; none when there is any, and [`read`] finds
/// all of them. A field that is given twice is one.
pub fn read_faultless<T: DeserializeOwned>(text: &[u8]) -> Option<T> {
    let within = text.len() <= MAX_JSON_BYTES && scan::is_strict(text);
    typed(text).ok().filter(|_| within)
}

/// Reads JSON text into a type: at once when it is well formed, with every fault when it is not.
pub fn read_text<T: DeserializeOwned + JsonSchema>(text: &[u8], family: Family) -> Result<T> {
    text::within_limit(text, family)?;
    match typed(text) {
        Ok(read) => Ok(read),
        Err(_) => explained(text, family),
    }
}

#[cold]
fn explained<T: DeserializeOwned + JsonSchema>(text: &[u8], family: Family) -> Result<T> {
    read(parse(text, family)?, family)
}

/// The one reader of a type: what it is made of is the most of a binding's size, and would be there once for each caller.
#[inline(never)]
fn typed<T: DeserializeOwned>(text: &[u8]) -> Result<T, Unread> {
    reader::read(text)
}

/// The schemas of all types, by name, without their descriptions. They are kept as text that `cargo xtask generate` writes, since
/// the code that makes them is fifty times as large; the types are declared once all the same.
pub fn schemas() -> &'static Map<String, Value> {
    static SCHEMAS: LazyLock<Map<String, Value>> =
        LazyLock::new(|| serde_json::from_str(include_str!("schemas.json")).unwrap_or_default());
    &SCHEMAS
}

/// The schema of a type, referring to [`schemas`] as `#/$defs/…`.
pub fn schema_of<T: JsonSchema>() -> &'static Value {
    schemas().get(&*T::schema_name()).unwrap_or(&ANYTHING)
}

static ANYTHING: Value = Value::Bool(true);

/// The schema that a schema stands for, behind any number of references.
pub fn resolved<'s>(mut schema: &'s Value, types: &'s Map<String, Value>) -> &'s Value {
    while let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        let Some(found) = name.strip_prefix("#/$defs/").and_then(|name| types.get(name)) else {
            break;
        };
        schema = found;
    }
    schema
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
