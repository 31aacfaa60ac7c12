//! Ratebook for Python. The binding holds no rule: it turns native values into core's types and back.

mod call;
mod capsule;
mod cell;
#[cfg_attr(feature = "abi3", path = "digits_as_text.rs")]
mod digits;
mod errors;
mod explain;
mod fork;
#[rustfmt::skip]
mod generated;
mod give;
mod keys;
mod keywords;
mod learned;
mod native;
mod number;
mod plain;
mod shapes;
mod slots;
mod table;
mod take;
mod wire;

use pyo3::prelude::*;

/// The compiled half of the package `ratebook`.
#[pymodule(gil_used = false)]
fn _ratebook(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    fork::watch(module)?;
    generated::fill(module)
}

/// The module of one area, importable by its name: `import ratebook.money`.
fn area<'py>(module: &Bound<'py, PyModule>, name: &str) -> PyResult<Bound<'py, PyModule>> {
    let py = module.py();
    let full = format!("ratebook.{name}");
    let area = PyModule::new(py, &full)?;
    module.add(name, &area)?;
    py.import("sys")?.getattr("modules")?.set_item(full, &area)?;
    Ok(area)
}
