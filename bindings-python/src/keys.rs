//! The field names of a type as interned Python strings, made once per type.

use std::convert::Infallible;

use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::learned::Learned;

/// The keys of a type, in the order of its fields.
pub(crate) struct Keys(Box<[Py<PyString>]>);

impl Keys {
    /// The keys of the type whose field names serde lists at this address.
    pub(crate) fn of(py: Python<'_>, fields: &'static [&'static str]) -> &'static Keys {
        static KNOWN: Learned<Keys> = Learned::new();
        let known = KNOWN.get_or_learn([fields.as_ptr() as usize, fields.len(), 0], || {
            let interned = fields.iter().map(|text| PyString::intern(py, text).unbind());
            Ok::<_, Infallible>(Keys(interned.collect()))
        });
        match known {
            Ok(known) => known,
            Err(never) => match never {},
        }
    }

    /// Which field a name is; none for the name of no field. Names in a program's text are interned, so nearly every one is
    /// found by its address.
    pub(crate) fn place(&self, name: &Bound<'_, PyAny>) -> Option<usize> {
        let same = |key: &Py<PyString>| key.as_ptr() == name.as_ptr();
        self.0.iter().position(same).or_else(|| self.place_of_text(name))
    }

    #[cold]
    fn place_of_text(&self, name: &Bound<'_, PyAny>) -> Option<usize> {
        let text = name.cast::<PyString>().ok()?.to_cow().ok()?;
        let same = |key: &Py<PyString>| key.bind(name.py()).to_cow().is_ok_and(|key| key == text);
        self.0.iter().position(same)
    }
}
