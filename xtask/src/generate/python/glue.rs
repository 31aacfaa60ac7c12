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
        use crate::table::{self, Quotes};\nuse crate::wire::{self, Held, Json};\n"
        .to_owned();
    for handle in &sent.handles {
        class(&mut text, sent, handle);
        seldom(&mut text, sent, handle);
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
        let asked = format!("self.0.handle.ask({}Operation::{variant}, wire)", handle.name);
        let calls = calls(operation, sent, &asked);
        let _ = write!(
            text,
            "\n{doc}    #[pyo3(name = \"{public}\", signature = (**request), text_signature = \"{signature}\")]\n    \
             fn {name}<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {{\n        \
             {native}\n    }}\n\n    \
             /// The same from JSON text to JSON text.\n    #[pyo3(signature = (request, /))]\n    \
             fn {name}_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {{\n        \
             {json}\n    }}\n",
            doc = rustdoc(operation.doc, "    "),
            public = attribute(name),
            signature = signature(operation, sent, "$self, "),
            native = calls.native,
            json = calls.json,
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
        let calls = calls(operation, sent, &format!("Function::{variant}.ask(wire)"));
        let _ = write!(
            text,
            "\n{doc}#[pyfunction]\n#[pyo3(name = \"{public}\", signature = (**request), text_signature = \"{signature}\")]\n\
             fn {area}_{name}<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {{\n    \
             {native}\n}}\n\n\
             /// The same from JSON text to JSON text.\n#[pyfunction]\n\
             #[pyo3(name = \"{name}_json\", signature = (request, /))]\n\
             fn {area}_{name}_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {{\n    \
             {json}\n}}\n",
            doc = rustdoc(operation.doc, ""),
            public = attribute(name),
            signature = signature(operation, sent, ""),
            native = calls.native,
            json = calls.json,
        );
        if !is_often(operation) {
            let _ = write!(
                text,
                "\nfn {area}_{name}_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {{\n    Function::{variant}.ask(wire)\n}}\n"
            );
        }
    }
}

/// The two bodies of an operation: with native values and with JSON text.
struct Calls {
    native: String,
    json: String,
}

fn calls(operation: &OperationEntry, sent: &Side, asked: &str) -> Calls {
    if is_often(operation) {
        let ask = if is_many(operation, sent) {
            "ask_detached"
        } else {
            "ask"
        };
        return Calls {
            native: format!("wire::{ask}(py, request, |wire| {asked})"),
            json: format!("wire::ask_json(py, request, |wire| {asked})"),
        };
    }
    let request = reference(&operation.request).unwrap_or_default();
    let inner = operation.answer.get("items").and_then(reference);
    let answer = match (reference(&operation.answer), inner) {
        (Some(name), _) => name.to_owned(),
        (_, Some(name)) => format!("[{name}]"),
        _ => String::new(),
    };
    let seldom = match operation.handle {
        Some(_) => format!("&|wire| self.{}_seldom(wire)", operation.name),
        None => format!("&{}_{}_seldom", operation.area, operation.name),
    };
    Calls {
        native: format!("wire::ask_seldom(py, request, \"{request}\", \"{answer}\", {seldom})"),
        json: format!("wire::ask_seldom_json(py, request, {seldom})"),
    }
}

/// What the seldom operations of a handle stand for, once for both of their faces.
fn seldom(text: &mut String, sent: &Side, handle: &HandleEntry) {
    let asked = sent
        .operations
        .iter()
        .filter(|one| one.handle == Some(handle.name) && !is_often(one));
    let _ = write!(text, "\nimpl {} {{\n", handle.name);
    for operation in asked {
        let _ = write!(
            text,
            "    fn {}_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {{\n        \
             self.0.handle.ask({}Operation::{}, wire)\n    }}\n\n",
            operation.name, handle.name, operation.variant
        );
    }
    text.truncate(text.trim_end().len());
    text.push_str("\n}\n");
}

/// Operations that are asked so often, and answer so fast, that the way there and back counts. The others go by way of JSON,
/// read and made native beside their schemas: ways of their own for all would be a third of the module.
const OFTEN: &[&str] = &[
    "calendar.book",
    "calendar.cancel",
    "calendar.check",
    "calendar.confirm",
    "calendar.hold",
    "calendar.slots",
    "flow.fire",
    "flow.step",
    "money.convert",
    "money.currency",
    "money.format",
    "money.from_gateway",
    "money.parse",
    "money.round",
    "money.sum",
    "money.to_gateway",
    "rates.explain",
    "rates.price",
    "rates.price_in",
    "rates.quote_many",
    "rates.total",
    "rates.total_many",
    "storefront.availability_and_price",
    "tenancy.flag",
    "tenancy.may",
    "tenancy.rate_limit",
    "time.add_months",
    "time.age",
    "time.day",
    "time.to_instant",
    "time.to_local",
];

fn is_often(operation: &OperationEntry) -> bool {
    OFTEN.contains(&format!("{}.{}", operation.area, operation.name).as_str())
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
