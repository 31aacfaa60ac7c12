//! Keyword arguments as they lie on the interpreter's stack.

#![expect(
    unsafe_code,
    reason = "the interpreter's quick call gives pointers to names and values"
)]

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyDict;
use pyo3::{Borrowed, ffi};

/// Keyword arguments as the interpreter hands them over.
#[derive(Clone, Copy)]
pub(crate) struct Keywords<'a, 'py> {
    py: Python<'py>,
    names: Option<Borrowed<'a, 'py, PyAny>>,
    values: &'a [*mut ffi::PyObject],
}

impl<'a, 'py> Keywords<'a, 'py> {
    /// What was given, when it is keywords alone.
    ///
    /// # Safety
    ///
    /// The arguments are those of a C function with `METH_FASTCALL | METH_KEYWORDS`, and the result does not outlive its
    /// call.
    pub(crate) unsafe fn given(
        py: Python<'py>,
        given: *const *mut ffi::PyObject,
        count: ffi::Py_ssize_t,
        names: *mut ffi::PyObject,
    ) -> PyResult<Self> {
        if count > 0 {
            return Err(PyTypeError::new_err(format!(
                "everything is given by keyword; {count} positional arguments were given"
            )));
        }
        if names.is_null() {
            return Ok(Keywords {
                py,
                names: None,
                values: &[],
            });
        }
        // SAFETY: the names are a tuple, and there are as many values.
        unsafe {
            let length = usize::try_from(ffi::PyTuple_Size(names)).unwrap_or(0);
            Ok(Keywords {
                py,
                names: Some(Borrowed::from_ptr(py, names)),
                values: std::slice::from_raw_parts(given, length),
            })
        }
    }

    pub(crate) fn py(self) -> Python<'py> {
        self.py
    }

    /// The name and the value at a place; nothing behind the last one.
    #[inline]
    pub(crate) fn get(self, place: usize) -> Option<(Borrowed<'a, 'py, PyAny>, Borrowed<'a, 'py, PyAny>)> {
        let value = *self.values.get(place)?;
        let names = self.names?.as_ptr();
        // SAFETY: there is a name for each value, and the caller of the method holds names and values until the method
        // returns, which `'a` does not outlive.
        unsafe {
            let name = ffi::PyTuple_GetItem(names, ffi::Py_ssize_t::try_from(place).ok()?);
            Some((Borrowed::from_ptr(self.py, name), Borrowed::from_ptr(self.py, value)))
        }
    }

    /// The same as a dict, for those who look at a request more than once.
    pub(crate) fn to_dict(self) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(self.py);
        let given = (0..self.values.len()).filter_map(|place| self.get(place));
        for (name, value) in given {
            dict.set_item(name, value)?;
        }
        Ok(dict)
    }
}
