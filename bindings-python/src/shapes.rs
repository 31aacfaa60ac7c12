//! What is known of the generated Python classes: each is looked up by its name once, and kept.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::{PoisonError, RwLock};

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString, PyTuple, PyType};

use crate::native::text_of;

/// A class of records and how it is filled.
pub(crate) struct Shape {
    /// The class.
    pub(crate) class: Py<PyType>,
    /// Its slots, in the order of the declaration.
    pub(crate) slots: Box<[Slot]>,
}

/// A slot of a record.
pub(crate) struct Slot {
    /// The name of the field on the wire.
    pub(crate) wire: String,
    /// The name of the slot, which differs when the wire's name is a keyword of Python.
    pub(crate) name: Py<PyString>,
    /// What the slot holds when the field is not given.
    pub(crate) empty: Py<PyAny>,
}

/// The module that `cargo xtask generate` writes.
const TYPES: &str = "ratebook._types";

/// A table that only grows, to one entry per type; entries are kept for the life of the process.
struct Learned<K: 'static, V: 'static>(RwLock<Option<HashMap<K, &'static V, Addresses>>>);

/// Hashes the addresses of names, which are few and lie apart.
type Addresses = BuildHasherDefault<AddressHasher>;

#[derive(Default)]
struct AddressHasher(u64);

impl Hasher for AddressHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_usize(usize::from(*byte)));
    }

    fn write_usize(&mut self, address: usize) {
        self.0 = (self.0.rotate_left(23) ^ address as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

impl<K: std::hash::Hash + Eq + Copy, V> Learned<K, V> {
    const fn new() -> Self {
        Learned(RwLock::new(None))
    }

    /// No lock is held while Python runs.
    fn get_or_learn(&self, key: K, learn: impl FnOnce() -> PyResult<V>) -> PyResult<&'static V> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = known.as_ref().and_then(|known| known.get(&key)) {
            return Ok(found);
        }
        drop(known);
        let made: &'static V = Box::leak(Box::new(learn()?));
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        Ok(known.get_or_insert_default().entry(key).or_insert(made))
    }
}

/// The class of that name with its slots.
pub(crate) fn shape(py: Python<'_>, name: &'static str) -> PyResult<&'static Shape> {
    static SHAPES: Learned<(usize, usize), Shape> = Learned::new();
    SHAPES.get_or_learn((name.as_ptr() as usize, name.len()), || {
        let class = py.import(TYPES)?.getattr(name)?.cast_into::<PyType>()?;
        let optional = class.getattr("_optional")?.cast_into::<PyDict>()?;
        let mut slots = Vec::new();
        for name in class.getattr("__match_args__")?.cast::<PyTuple>()?.iter() {
            let name = name.cast_into::<PyString>()?;
            let empty = optional.get_item(&name)?;
            slots.push(Slot {
                wire: text_of(&name)?.trim_end_matches('_').to_owned(),
                name: PyString::intern(py, &text_of(&name)?).unbind(),
                empty: empty.map_or_else(|| py.None(), Bound::unbind),
            });
        }
        Ok(Shape {
            class: class.unbind(),
            slots: slots.into(),
        })
    })
}

/// A member of a generated enumeration; the variant's text when the choice is not an enumeration.
pub(crate) fn member(py: Python<'_>, name: &'static str, variant: &'static str) -> PyResult<&'static Py<PyAny>> {
    static MEMBERS: Learned<(usize, usize, usize), Py<PyAny>> = Learned::new();
    let key = (name.as_ptr() as usize, variant.as_ptr() as usize, variant.len());
    MEMBERS.get_or_learn(key, || match py.import(TYPES)?.getattr_opt(name)? {
        Some(class) if class.cast::<PyType>().is_ok() => Ok(class.call1((variant,))?.unbind()),
        _ => Ok(PyString::intern(py, variant).into_any().unbind()),
    })
}
