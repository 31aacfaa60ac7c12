//! Making a frozen record without running its Python-level `__init__`: the one place where objects are filled by hand.

#![expect(
    unsafe_code,
    reason = "the fast way to fill a frozen object is two functions of the stable C interface"
)]

use pyo3::prelude::*;
use pyo3::types::{PyString, PyType};
use pyo3::{PyErr, ffi};

/// An empty object of a class written in Python, its slots not yet set.
pub(crate) fn blank<'py>(class: &Bound<'py, PyType>) -> PyResult<Bound<'py, PyAny>> {
    // SAFETY: the class is a heap type made by a `class` statement, for which this is its own `tp_alloc`; the result is
    // a new reference or null with an exception set.
    unsafe { Bound::from_owned_ptr_or_err(class.py(), ffi::PyType_GenericAlloc(class.as_type_ptr(), 0)) }
}

/// Sets a slot past the `__setattr__` that keeps the record frozen for everyone else.
pub(crate) fn set(record: &Bound<'_, PyAny>, slot: &Py<PyString>, value: &Bound<'_, PyAny>) -> PyResult<()> {
    // SAFETY: three live objects, borrowed for the call; the slot's descriptor takes its own reference to the value.
    match unsafe { ffi::PyObject_GenericSetAttr(record.as_ptr(), slot.as_ptr(), value.as_ptr()) } {
        0 => Ok(()),
        _ => Err(PyErr::fetch(record.py())),
    }
}
