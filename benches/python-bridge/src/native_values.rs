//! Way B: native values by serde, with nothing written per type.

use pyo3::prelude::*;
use pyo3::types::PyDict;
use ratebook::rates::{PriceRequest, RateList};

use crate::give::give;
use crate::take::take;
use crate::{failed, load};

#[pyclass(frozen)]
pub struct NativeList(RateList);

#[pymethods]
impl NativeList {
    #[new]
    fn new(definition: &[u8]) -> PyResult<Self> {
        load(definition).map(NativeList)
    }

    #[pyo3(signature = (**request))]
    fn price<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        let request = request.ok_or_else(|| failed("no request"))?;
        let request: PriceRequest = take(request.as_any()).map_err(failed)?;
        give(py, &self.0.price(&request).map_err(failed)?)
    }

    #[pyo3(signature = (**request))]
    fn total<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        let request = request.ok_or_else(|| failed("no request"))?;
        let request: PriceRequest = take(request.as_any()).map_err(failed)?;
        give(py, &self.0.total(&request).map_err(failed)?)
    }
}
