//! The field names of a type as interned Python strings, made once per type.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

use pyo3::prelude::*;
use pyo3::types::PyString;

/// One field name, for serde and for Python.
pub(crate) struct Key {
    pub(crate) text: &'static str,
    pub(crate) interned: Py<PyString>,
}

/// Kept for the life of the process: there are as many as there are types.
static KNOWN: RwLock<Option<HashMap<usize, &'static [Key]>>> = RwLock::new(None);

/// The keys of the type whose field names serde lists at this address.
pub(crate) fn keys(py: Python<'_>, fields: &'static [&'static str]) -> &'static [Key] {
    let address = fields.as_ptr() as usize;
    let known = KNOWN.read().unwrap_or_else(PoisonError::into_inner);
    let found = known.as_ref().and_then(|known| known.get(&address).copied());
    drop(known);
    // Types without fields share one address with anything of no length.
    match found {
        Some(found) if found.len() == fields.len() => found,
        _ => learn(py, address, fields),
    }
}

fn learn(py: Python<'_>, address: usize, fields: &'static [&'static str]) -> &'static [Key] {
    let made = fields.iter().map(|text| Key {
        text,
        interned: PyString::intern(py, text).unbind(),
    });
    let made: &'static [Key] = Box::leak(made.collect());
    let mut known = KNOWN.write().unwrap_or_else(PoisonError::into_inner);
    known.get_or_insert_default().insert(address, made);
    made
}
