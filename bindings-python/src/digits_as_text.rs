//! What stands in the place of `digits.rs` in the wheel for every CPython: the stable interface does not tell how a `Decimal` is
//! laid out, so decimals cross as text.

use pyo3::prelude::*;
use pyo3::types::PyType;
use ratebook::money::Decimal;

/// Leave to read and write decimals in place, which is never given.
pub(crate) enum Digits {}

impl Digits {
    pub(crate) fn of(_: &Bound<'_, PyType>) -> PyResult<Option<Digits>> {
        Ok(None)
    }

    pub(crate) fn read(&self, _: &Bound<'_, PyAny>) -> Option<Decimal> {
        match *self {}
    }

    pub(crate) fn made<'py>(&self, _: &Bound<'py, PyType>, _: Decimal) -> PyResult<Bound<'py, PyAny>> {
        match *self {}
    }
}
