//! Way A: JSON text in and out; Python makes its objects of it.

use pyo3::prelude::*;
use pyo3::types::PyBytes;
use ratebook::rates::{PriceRequest, RateList};

use crate::{failed, load};

#[pyclass(frozen)]
pub struct JsonList(RateList);

#[pymethods]
impl JsonList {
    #[new]
    fn new(definition: &[u8]) -> PyResult<Self> {
        load(definition).map(JsonList)
    }

    fn price<'py>(&self, py: Python<'py>, request: &[u8]) -> PyResult<Bound<'py, PyBytes>> {
        let request: PriceRequest = serde_json::from_slice(request).map_err(failed)?;
        let price = self.0.price(&request).map_err(failed)?;
        Ok(PyBytes::new(py, &serde_json::to_vec(&price).map_err(failed)?))
    }

    fn total<'py>(&self, py: Python<'py>, request: &[u8]) -> PyResult<Bound<'py, PyBytes>> {
        let request: PriceRequest = serde_json::from_slice(request).map_err(failed)?;
        let total = self.0.total(&request).map_err(failed)?;
        Ok(PyBytes::new(py, &serde_json::to_vec(&total).map_err(failed)?))
    }
}
