//! What is known of the generated Python classes: each is looked up by its name once, and kept.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString, PyTuple, PyType};

use crate::learned::Learned;
use crate::native::text_of;
use crate::slots::Offset;

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
    /// Where it lies in the record.
    pub(crate) offset: Offset,
    /// What the slot holds when the field is not given.
    pub(crate) empty: Empty,
}

/// What stands for a field that is not given.
pub(crate) enum Empty {
    /// A dict without entries.
    Dict,
    /// Something that nobody can change.
    Value(Py<PyAny>),
}

/// The module that `cargo xtask generate` writes.
const TYPES: &str = "ratebook._types";

/// The class of that name with its slots.
pub(crate) fn shape(py: Python<'_>, name: &'static str) -> PyResult<&'static Shape> {
    static SHAPES: Learned<Shape> = Learned::new();
    SHAPES.get_or_learn([name.as_ptr() as usize, name.len(), 0], || {
        let class = py.import(TYPES)?.getattr(name)?.cast_into::<PyType>()?;
        let optional = class.getattr("_optional")?.cast_into::<PyDict>()?;
        let mut slots = Vec::new();
        for name in class.getattr("__match_args__")?.cast::<PyTuple>()?.iter() {
            let name = name.cast_into::<PyString>()?;
            let empty = optional.get_item(&name)?;
            slots.push(Slot {
                wire: text_of(&name)?.trim_end_matches('_').to_owned(),
                name: PyString::intern(py, &text_of(&name)?).unbind(),
                offset: Offset::of(&class, &name)?,
                empty: match empty {
                    Some(empty) if empty.is_instance_of::<PyDict>() => Empty::Dict,
                    Some(empty) => Empty::Value(empty.unbind()),
                    None => Empty::Value(py.None()),
                },
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
    static MEMBERS: Learned<Py<PyAny>> = Learned::new();
    let key = [name.as_ptr() as usize, variant.as_ptr() as usize, variant.len()];
    MEMBERS.get_or_learn(key, || match py.import(TYPES)?.getattr_opt(name)? {
        Some(class) if class.cast::<PyType>().is_ok() => Ok(class.call1((variant,))?.unbind()),
        _ => Ok(PyString::intern(py, variant).into_any().unbind()),
    })
}
