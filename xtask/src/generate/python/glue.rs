//! The Rust half: a class per handle, a function per plain operation, each one line of glue.

use std::fmt::Write;

use ratebook::api::{HandleEntry, OperationEntry};

use super::spell::{Way, attribute, fields, prose, spelled};
use super::{Side, areas, is_many, reference};

/// `generated.rs`.
pub(super) fn write(sent: &Side) -> String {
    let mut text = "// Written by `cargo xtask generate`; change the declarations in core instead.\n\n\
        //! Every handle as a class and every plain operation as a function.\n\n\
        use pyo3::prelude::*;\nuse pyo3::types::{PyBytes, PyDict};\nuse ratebook::api::{Function, Handle};\n\n\
        use crate::table::{self, Quotes};\nuse crate::wire::{self, Held, QUICK, WHOLE};\n"
        .to_owned();
    for handle in &sent.handles {
        class(&mut text, sent, handle);
    }
    for area in areas(sent) {
        functions(&mut text, sent, area);
    }
    fill(&mut text, sent);
    text
}

fn class(text: &mut String, sent: &Side, handle: &HandleEntry) {
    let name = handle.name;
    let asked = sent
        .operations
        .iter()
        .filter(|operation| operation.handle == Some(name));
    let path = handle.path;
    let _ = write!(
        text,
        "\n{doc}#[pyclass(frozen, module = \"ratebook\")]\npub(crate) struct {name}(Held<ratebook::{path}>);\n\n\
         type {name}Operation = <ratebook::{path} as Handle>::Operation;\n\n\
         #[pymethods]\nimpl {name} {{\n    #[new]\n    #[pyo3(signature = (definition, /))]\n    \
         fn new(definition: &Bound<'_, PyAny>) -> PyResult<Self> {{\n        Held::load(definition).map({name})\n    }}\n",
        doc = rustdoc(handle.doc, ""),
    );
    for operation in asked {
        let (name, variant) = (operation.name, operation.variant);
        let ask = if is_many(operation, sent) {
            "ask_detached"
        } else {
            "ask"
        };
        let asked = format!("self.0.handle.ask({}Operation::{variant}, wire)", handle.name);
        let _ = write!(
            text,
            "\n{doc}    #[pyo3(name = \"{public}\", signature = (**request), text_signature = \"{signature}\")]\n    \
             fn {name}<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {{\n        \
             wire::{ask}::<{way}>(py, request, |wire| {asked})\n    }}\n\n    \
             /// The same from JSON text to JSON text.\n    #[pyo3(signature = (request, /))]\n    \
             fn {name}_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {{\n        \
             wire::ask_json::<{way}>(py, request, |wire| {asked})\n    }}\n",
            doc = rustdoc(operation.doc, "    "),
            public = attribute(name),
            signature = signature(operation, sent, "$self, "),
            way = way(operation, sent),
        );
    }
    if name == "RateList" {
        text.push_str(ARROW);
    }
    text.push_str(
        "\n    /// The definition as JSON text.\n    fn to_json<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {\n        \
         self.0.to_json(py)\n    }\n\n    \
         fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyAny>, (Bound<'py, PyBytes>,)) {\n        \
         (slf.get_type().into_any(), (slf.get().0.to_json(slf.py()),))\n    }\n}\n",
    );
}

/// The methods that no operation of the table stands behind, for only Python has data frames.
const ARROW: &str = "
    /// Prices a whole table in one call: a column per field of a request, a row per request.
    ///
    /// Takes anything that speaks the Arrow C interface (pyarrow, polars, pandas, DuckDB) and gives a table that does.
    #[pyo3(signature = (table, /))]
    fn quote_arrow(&self, py: Python<'_>, table: &Bound<'_, PyAny>) -> PyResult<Quotes> {
        table::quote(py, &self.0.handle, table)
    }

    /// The totals of a whole table in one call, as `quote_arrow` takes it; several times faster.
    #[pyo3(signature = (table, /))]
    fn total_arrow(&self, py: Python<'_>, table: &Bound<'_, PyAny>) -> PyResult<Quotes> {
        table::total(py, &self.0.handle, table)
    }
";

fn functions(text: &mut String, sent: &Side, area: &str) {
    for operation in plain(sent, area) {
        let (name, variant) = (operation.name, operation.variant);
        let ask = if is_many(operation, sent) {
            "ask_detached"
        } else {
            "ask"
        };
        let _ = write!(
            text,
            "\n{doc}#[pyfunction]\n#[pyo3(name = \"{public}\", signature = (**request), text_signature = \"{signature}\")]\n\
             fn {area}_{name}<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {{\n    \
             wire::{ask}::<{way}>(py, request, |wire| Function::{variant}.ask(wire))\n}}\n\n\
             /// The same from JSON text to JSON text.\n#[pyfunction]\n\
             #[pyo3(name = \"{name}_json\", signature = (request, /))]\n\
             fn {area}_{name}_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {{\n    \
             wire::ask_json::<{way}>(py, request, |wire| Function::{variant}.ask(wire))\n}}\n",
            doc = rustdoc(operation.doc, ""),
            public = attribute(name),
            signature = signature(operation, sent, ""),
            way = way(operation, sent),
        );
    }
}

/// Operations that are asked seldom, or work so long that reading them hardly counts: a reader of their own for each would
/// be a tenth of the module.
const SELDOM: &[&str] = &[
    "assignment.choose",
    "calendar.apply",
    "calendar.assign",
    "calendar.block",
    "calendar.book_series",
    "calendar.check_all",
    "calendar.common_slots",
    "calendar.expire",
    "calendar.export_feed",
    "calendar.extend",
    "calendar.import_feed",
    "calendar.merge",
    "calendar.next_free",
    "calendar.occupancy",
    "calendar.release",
    "calendar.reschedule",
    "calendar.unblock",
    "calendar.view",
    "expression.evaluate",
    "money.allocate",
    "plans.boost",
    "plans.charge",
    "plans.prorate",
    "rates.bulk_update",
    "rates.cheapest",
    "rates.export",
    "rates.grid",
    "rates.overlaps",
    "rates.select",
    "rates.simulate",
    "rates.taxes_for",
    "rates.validate_dates",
    "storefront.apply",
    "time.add_business_days",
    "time.add_business_time",
    "time.business_days",
    "time.business_time",
    "time.clock_changes",
    "time.is_open",
    "time.occurrences",
    "time.open_spans",
    "time.open_time",
    "time.periods",
];

/// Whether a request is read the quick way: not when it is asked seldom or holds whole definitions.
fn way(operation: &OperationEntry, sent: &Side) -> &'static str {
    if SELDOM.contains(&format!("{}.{}", operation.area, operation.name).as_str()) {
        return "WHOLE";
    }
    let reached = sent.reached(std::iter::once(&operation.request));
    let definitions = sent.handles.iter().filter_map(|handle| reference(&handle.definition));
    let whole = definitions.into_iter().any(|definition| reached.contains(&definition));
    if whole { "WHOLE" } else { "QUICK" }
}

fn plain<'s>(sent: &'s Side, area: &'s str) -> impl Iterator<Item = &'s OperationEntry> {
    sent.operations
        .iter()
        .filter(move |operation| operation.handle.is_none() && operation.area == area)
}

/// Puts everything into the module, and each area's functions into a module of their own.
fn fill(text: &mut String, sent: &Side) {
    text.push_str("\n/// Adds the classes, and a module per area for the plain operations.\n");
    text.push_str("pub(crate) fn fill(module: &Bound<'_, PyModule>) -> PyResult<()> {\n");
    for handle in &sent.handles {
        let _ = writeln!(text, "    module.add_class::<{}>()?;", handle.name);
    }
    for area in areas(sent) {
        let _ = writeln!(text, "    fill_{area}(&crate::area(module, \"{area}\")?)?;");
    }
    text.push_str("    module.add_class::<Quotes>()\n}\n");
    for area in areas(sent) {
        let _ = write!(
            text,
            "\nfn fill_{area}(module: &Bound<'_, PyModule>) -> PyResult<()> {{\n"
        );
        for operation in plain(sent, area) {
            for suffix in ["", "_json"] {
                let name = operation.name;
                let _ = writeln!(
                    text,
                    "    module.add_function(wrap_pyfunction!({area}_{name}{suffix}, module)?)?;"
                );
            }
        }
        text.push_str("    Ok(())\n}\n");
    }
}

/// The signature that `help()` and `inspect` show: the fields of the request as keywords.
fn signature(operation: &OperationEntry, sent: &Side, this: &str) -> String {
    let request = reference(&operation.request).and_then(|name| sent.types.get(name));
    let parameters: Vec<_> = request
        .map(fields)
        .unwrap_or_default()
        .into_iter()
        .map(|(name, field, required)| match required {
            true => name.to_owned(),
            false if spelled(field, Way::Sent).contains("None") => format!("{name}=None"),
            false => format!("{name}=..."),
        })
        .collect();
    if parameters.is_empty() {
        return format!("({})", this.trim_end_matches(", "));
    }
    format!("({this}*, {})", parameters.join(", "))
}

fn rustdoc(doc: &str, indent: &str) -> String {
    let lines = prose(doc)
        .lines()
        .map(|line| format!("{indent}/// {line}").trim_end().to_owned() + "\n")
        .collect::<Vec<_>>();
    lines.concat()
}
