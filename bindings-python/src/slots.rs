//! Making a frozen record without running its Python-level `__init__`: the one place where objects are filled by hand.

#![expect(
    unsafe_code,
    reason = "a frozen object is filled where its slots are, or by a function of the stable C interface"
)]

use pyo3::prelude::*;
use pyo3::types::{PyString, PyType};
use pyo3::{PyErr, ffi};

/// An empty object of a class, its slots not yet set.
pub(crate) fn blank<'py>(class: &Bound<'py, PyType>) -> PyResult<Bound<'py, PyAny>> {
    // SAFETY: the class is a heap type made by a `class` statement, for which this is its own `tp_alloc`; the result is
    // a new reference or null with an exception set.
    unsafe { Bound::from_owned_ptr_or_err(class.py(), ffi::PyType_GenericAlloc(class.as_type_ptr(), 0)) }
}

/// Where a slot lies in its objects, if that may be known.
#[derive(Clone, Copy)]
pub(crate) struct Offset(Option<usize>);

impl Offset {
    /// Looks at the descriptor that `__slots__` made.
    #[cfg(not(feature = "abi3"))]
    pub(crate) fn of(class: &Bound<'_, PyType>, name: &Bound<'_, PyString>) -> PyResult<Offset> {
        let descriptor = class.getattr(name)?;
        // SAFETY: an object of exactly this type is such a descriptor, whose member lives as long as the class; the class
        // is one of ours, which live as long as the process.
        let offset = unsafe {
            if ffi::Py_TYPE(descriptor.as_ptr()) != &raw mut ffi::PyMemberDescr_Type {
                return Ok(Offset(None));
            }
            let member = (*descriptor.as_ptr().cast::<ffi::PyMemberDescrObject>())
                .d_member
                .cast::<ffi::PyMemberDef>();
            let holds_object = (*member).type_code == ffi::Py_T_OBJECT_EX;
            usize::try_from((*member).offset).ok().filter(|_| holds_object)
        };
        Ok(Offset(offset))
    }

    /// The stable interface tells nothing.
    #[cfg(feature = "abi3")]
    pub(crate) fn of(_: &Bound<'_, PyType>, _: &Bound<'_, PyString>) -> PyResult<Offset> {
        Ok(Offset(None))
    }
}

/// Fills a slot of a [`blank`] record, past the `__setattr__` that keeps it frozen for everyone else.
#[inline]
pub(crate) fn fill(
    record: &Bound<'_, PyAny>,
    at: Offset,
    name: &Py<PyString>,
    value: Bound<'_, PyAny>,
) -> PyResult<()> {
    if let Offset(Some(offset)) = at {
        // SAFETY: the offset is that of a slot of the record's class, the slot is empty, and nobody else has the record.
        unsafe {
            let slot = record.as_ptr().byte_add(offset).cast::<*mut ffi::PyObject>();
            slot.write(value.into_ptr());
        }
        return Ok(());
    }
    // SAFETY: three live objects, borrowed for the call; the slot's descriptor takes its own reference to the value.
    match unsafe { ffi::PyObject_GenericSetAttr(record.as_ptr(), name.as_ptr(), value.as_ptr()) } {
        0 => Ok(()),
        _ => Err(PyErr::fetch(record.py())),
    }
}
