//! Reading what people send: a type's own schema says what its form is, and every fault is reported with its place.
//!
//! The quick way from text to a type is `serde`, which stops at the first fault. Only when that fails, or for a
//! definition, is the form walked here, so that the sender sees all faults at once.

mod compact;
mod faults;
mod pointer;
mod scan;
mod shape;
mod text;

pub use compact::{pack, unpack};
pub use faults::{Family, Faults};
pub use pointer::Pointer;
pub use text::{MAX_DEPTH, MAX_JSON_BYTES, parse};

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use schemars::{JsonSchema, Schema};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::{Error, Reason, Result};

/// Reads a value into a type, or reports every fault of its form.
pub fn read<T: DeserializeOwned + JsonSchema>(value: Value, family: Family) -> Result<T> {
    let (read, faults) = read_repaired(value, family)?;
    faults.finish(read)
}

/// Gives back a value that has the form of a type, or reports every fault: for those who read it themselves.
pub fn check<T: JsonSchema>(value: Value, family: Family) -> Result<Value> {
    let mut faults = Faults::new(family);
    let repaired = shape::check(schema_of::<T>().as_value(), value, &mut faults);
    faults.finish(repaired)
}

/// Reads a value into a type even when parts of it are at fault: those hold a stand-in, and [`Faults`] keeps quiet about
/// what later checks say of them, so that faults of form and of sense are reported together.
pub fn read_repaired<T: DeserializeOwned + JsonSchema>(value: Value, family: Family) -> Result<(T, Faults)> {
    let schema = schema_of::<T>();
    let mut faults = Faults::new(family);
    let repaired = shape::check(schema.as_value(), value, &mut faults);
    // By way of text: a second reader, of values, for every type there is would be a quarter of a binding's size.
    match serde_json::to_vec(&repaired).and_then(|text| serde_json::from_slice(&text)) {
        Ok(read) => Ok((read, faults)),
        Err(error) => {
            faults.add(Reason::new(family.wrong_type(), "", lower(&error.to_string())));
            Err(Error::from_reasons(faults.into_reasons()).unwrap_or_else(|| unreadable(family)))
        }
    }
}

/// Reads JSON text of a definition into its type when there is no fault of form; none when there is any, and [`read`] finds
/// all of them. A field that is given twice is one.
pub fn read_faultless<T: DeserializeOwned>(text: &[u8]) -> Option<T> {
    let within = text.len() <= MAX_JSON_BYTES && scan::is_strict(text);
    serde_json::from_slice(text).ok().filter(|_| within)
}

/// Reads JSON text into a type: at once when it is well formed, with every fault when it is not.
pub fn read_text<T: DeserializeOwned + JsonSchema>(text: &[u8], family: Family) -> Result<T> {
    text::within_limit(text, family)?;
    match serde_json::from_slice(text) {
        Ok(read) => Ok(read),
        Err(_) => read(parse(text, family)?, family),
    }
}

/// The schema of a type, made the first time that it is asked for: making one takes longer than reading a definition by it.
pub fn schema_of<T: JsonSchema>() -> Arc<Schema> {
    type Known = RwLock<HashMap<Cow<'static, str>, Arc<Schema>>>;
    static KNOWN: LazyLock<Known> = LazyLock::new(Known::default);
    let id = T::schema_id();
    if let Some(schema) = KNOWN.read().unwrap_or_else(PoisonError::into_inner).get(&id) {
        return Arc::clone(schema);
    }
    let schema = Arc::new(schemars::schema_for!(T));
    let mut known = KNOWN.write().unwrap_or_else(PoisonError::into_inner);
    Arc::clone(known.entry(id).or_insert(schema))
}

fn unreadable(family: Family) -> Error {
    Error::new(family.wrong_type(), "", "the input cannot be read")
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
