//! One rate list, asked from Python in three ways. Each way is a feature, so that its size can be weighed alone; `run.py`
//! builds them, measures them and prints the table of `docs/decisions/0001-one-declaration-many-languages.md`.

#[cfg(feature = "classes")]
mod classes;
#[cfg(feature = "json")]
mod json;
#[cfg(feature = "serde")]
mod native_values;

use pyo3::prelude::*;

// The bridge that is shipped, not a copy of it.
#[cfg(feature = "serde")]
#[path = "../../../bindings-python/src/digits.rs"]
mod digits;
#[cfg(feature = "serde")]
#[path = "../../../bindings-python/src/give.rs"]
mod give;
#[cfg(feature = "serde")]
#[path = "../../../bindings-python/src/keys.rs"]
mod keys;
#[cfg(feature = "serde")]
#[path = "../../../bindings-python/src/keywords.rs"]
#[expect(dead_code, reason = "this bench gives a dict")]
mod keywords;
#[cfg(feature = "serde")]
#[path = "../../../bindings-python/src/learned.rs"]
mod learned;
#[cfg(feature = "serde")]
#[path = "../../../bindings-python/src/native.rs"]
mod native;
#[cfg(feature = "serde")]
#[path = "../../../bindings-python/src/number.rs"]
mod number;
#[cfg(feature = "serde")]
#[path = "../../../bindings-python/src/plain.rs"]
mod plain;
#[cfg(feature = "serde")]
#[path = "../../../bindings-python/src/shapes.rs"]
mod shapes;
#[cfg(feature = "serde")]
#[path = "../../../bindings-python/src/slots.rs"]
mod slots;
#[cfg(feature = "serde")]
#[path = "../../../bindings-python/src/take.rs"]
#[expect(dead_code, reason = "this bench gives a dict")]
mod take;

/// The rate list that every way asks.
fn load(definition: &[u8]) -> PyResult<ratebook::rates::RateList> {
    let definition = ratebook::form::parse(definition, ratebook::form::Family::Definition).map_err(failed)?;
    ratebook::rates::RateList::load(definition).map_err(failed)
}

fn failed(error: impl std::fmt::Display) -> PyErr {
    pyo3::exceptions::PyValueError::new_err(error.to_string())
}

#[pymodule(gil_used = false)]
fn python_bridge(module: &Bound<'_, PyModule>) -> PyResult<()> {
    #[cfg(feature = "json")]
    module.add_class::<json::JsonList>()?;
    #[cfg(feature = "serde")]
    module.add_class::<native_values::NativeList>()?;
    #[cfg(feature = "classes")]
    classes::fill(module)?;
    let _ = (module, load);
    Ok(())
}
