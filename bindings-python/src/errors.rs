//! Core's errors as Python's own, a class per family.

use pyo3::prelude::*;
use ratebook::Error;

use crate::explain::Refusal;
use crate::give::give;

/// The exception for an error.
pub(crate) fn raise(py: Python<'_>, error: &Error) -> PyErr {
    exception(py, error).unwrap_or_else(|failed| failed)
}

fn exception(py: Python<'_>, error: &Error) -> PyResult<PyErr> {
    let class = py
        .import("ratebook._errors")?
        .getattr("FAMILIES")?
        .get_item(error.code().family())?;
    let made = class.call1((give(py, &error.report())?,))?;
    Ok(PyErr::from_value(made))
}

/// The exception for a call that went wrong on either side.
pub(crate) fn refuse(py: Python<'_>, refusal: Refusal) -> PyErr {
    match refusal {
        Refusal::Core(error) => raise(py, &error),
        Refusal::Python(error) => error,
    }
}
