//! The Python types that values cross as, looked up once.

use pyo3::exceptions::PyUnicodeEncodeError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBytes, PyString, PyType};

use crate::digits::Digits;

/// What `datetime`, `decimal`, `enum` and `collections.abc` call the types we speak.
pub(crate) struct Native {
    pub(crate) decimal: Py<PyType>,
    pub(crate) enumeration: Py<PyType>,
    pub(crate) mapping: Py<PyType>,
    pub(crate) sequence: Py<PyType>,
    pub(crate) record: Py<PyType>,
    /// 1970-01-01T00:00:00 in UTC.
    pub(crate) epoch: Py<PyAny>,
    /// The way into a `Decimal`, where there is one.
    pub(crate) digits: Option<Digits>,
}

impl Native {
    /// The types, imported at the first call.
    pub(crate) fn of(py: Python<'_>) -> PyResult<&'static Native> {
        static NATIVE: PyOnceLock<Native> = PyOnceLock::new();
        NATIVE.get_or_try_init(py, || Native::import(py))
    }

    fn import(py: Python<'_>) -> PyResult<Native> {
        let datetime = py.import("datetime")?;
        let abc = py.import("collections.abc")?;
        let class = |module: &Bound<'_, PyModule>, name: &str| -> PyResult<Py<PyType>> {
            Ok(module.getattr(name)?.cast_into::<PyType>()?.unbind())
        };
        let utc = datetime.getattr("timezone")?.getattr("utc")?;
        let decimal = class(&py.import("decimal")?, "Decimal")?;
        Ok(Native {
            digits: Digits::of(decimal.bind(py))?,
            decimal,
            enumeration: class(&py.import("enum")?, "Enum")?,
            mapping: class(&abc, "Mapping")?,
            sequence: class(&abc, "Sequence")?,
            record: class(&py.import("ratebook._record")?, "Record")?,
            epoch: datetime
                .getattr("datetime")?
                .call1((1970, 1, 1, 0, 0, 0, 0, utc))?
                .unbind(),
        })
    }
}

/// A Python string as text; a lone surrogate, which no text can hold, is an error.
pub(crate) fn text_of(text: &Bound<'_, PyString>) -> PyResult<String> {
    Ok(text.to_cow()?.into_owned())
}

/// How much of a text is shown.
const SHOWN: usize = 80;

/// What cannot be read as text because it holds a lone surrogate: with that one as it is escaped, and in words. Another error stays one.
pub(crate) fn half_a_character(value: &Bound<'_, PyAny>, error: PyErr) -> PyResult<(String, String)> {
    let py = value.py();
    if !error.is_instance_of::<PyUnicodeEncodeError>(py) {
        return Err(error);
    }
    let text = value.str()?;
    let bytes = text.call_method1("encode", ("utf-8", "backslashreplace"))?;
    let written: String = String::from_utf8_lossy(bytes.cast::<PyBytes>()?.as_bytes())
        .chars()
        .take(SHOWN)
        .collect();
    let message =
        format!("`{written}` holds half of a character, a lone surrogate; write the whole character or leave it out");
    Ok((written, message))
}
