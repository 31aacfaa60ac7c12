//! The Rust half: a class per handle, a function per plain operation, each one line of glue.

use std::fmt::Write;

use ratebook::api::{HandleEntry, OperationEntry};
use ratebook::form::model::Form;

use super::Table;
use super::spell::{self, attribute, prose};

/// `generated.rs`.
pub(super) fn write(sent: &Table) -> String {
    let mut text = "// Written by `cargo xtask generate`; change the declarations in core instead.\n\n\
        //! Every handle as a class and every plain operation as a function.\n\n\
        use std::ffi::CStr;\n\nuse pyo3::prelude::*;\nuse pyo3::types::PyBytes;\nuse ratebook::api::{Function, Handle};\n\n\
        use crate::call::{Asked, Plain, add_function, add_method};\nuse crate::keywords::Keywords;\n\
        use crate::table::{self, Quotes};\n\
        use crate::wire::{self, Held};\n"
        .to_owned();
    for handle in &sent.handles {
        class(&mut text, sent, handle);
        for (_, operation) in sent.asked_of(handle) {
            method(&mut text, sent, handle, operation);
        }
    }
    for area in sent.areas() {
        for (_, operation) in sent.plain(area) {
            function(&mut text, sent, operation);
        }
    }
    fill(&mut text, sent);
    text
}

fn class(text: &mut String, sent: &Table, handle: &HandleEntry) {
    let (name, path) = (handle.name, handle.path);
    let more = match name {
        "RateList" => ARROW,
        "Machine" => OF_WORDS,
        _ => "",
    };
    let _ = write!(
        text,
        "\n{doc}#[pyclass(frozen, module = \"ratebook\")]\npub(crate) struct {name}(Held<ratebook::{path}>);\n\n\
         type {name}Operation = <ratebook::{path} as Handle>::Operation;\n\n\
         #[pymethods]\nimpl {name} {{\n    #[new]\n    #[pyo3(signature = (definition, /))]\n    \
         fn new(definition: &Bound<'_, PyAny>) -> PyResult<Self> {{\n        Held::load(definition).map({name})\n    }}\n\
         {more}\n    \
         /// The definition as JSON text.\n    fn to_json<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {{\n        \
         self.0.to_json(py)\n    }}\n\n    \
         fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyAny>, (Bound<'py, PyBytes>,)) {{\n        \
         (slf.get_type().into_any(), (slf.get().0.to_json(slf.py()),))\n    }}\n}}\n\n\
         impl {name} {{\n    fn fill(module: &Bound<'_, PyModule>) -> PyResult<()> {{\n        \
         module.add_class::<{name}>()?;\n        let class = module.py().get_type::<{name}>();\n",
        doc = rustdoc(handle.doc),
    );
    for (_, operation) in sent.asked_of(handle) {
        let _ = writeln!(text, "        add_method::<{name}{}>(&class)?;", operation.variant);
    }
    text.push_str("        Ok(())\n    }\n}\n");
}

/// An operation of a handle: what it is called and how it is asked.
fn method(text: &mut String, sent: &Table, handle: &HandleEntry, operation: &OperationEntry) {
    let (class, variant) = (handle.name, operation.variant);
    let asked = format!("handle.0.handle.ask({class}Operation::{variant}, wire)");
    let _ = write!(
        text,
        "\nstruct {class}{variant};\n\nimpl Asked for {class}{variant} {{\n    type Class = {class};\n{names}\n    \
         fn ask<'py>(handle: &{class}, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {{\n        \
         wire::{ask}(keywords, |wire| {asked})\n    }}\n\n    \
         fn ask_json<'py>(handle: &{class}, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {{\n        \
         wire::ask_json(request, |wire| {asked})\n    }}\n}}\n",
        names = names(operation, sent, "$self, "),
        ask = way(operation),
    );
}

/// A plain operation: what it is called and how it is asked.
fn function(text: &mut String, sent: &Table, operation: &OperationEntry) {
    let variant = operation.variant;
    let asked = format!("Function::{variant}.ask(wire)");
    let _ = write!(
        text,
        "\nstruct {variant};\n\nimpl Plain for {variant} {{\n{names}\n    \
         fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {{\n        \
         wire::{ask}(keywords, |wire| {asked})\n    }}\n\n    \
         fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {{\n        \
         wire::ask_json(request, |wire| {asked})\n    }}\n}}\n",
        names = names(operation, sent, ""),
        ask = way(operation),
    );
}

/// Names, signature and documentation, as Python keeps them.
fn names(operation: &OperationEntry, sent: &Table, this: &str) -> String {
    let (name, public) = (operation.name, attribute(operation.name));
    let signature = signature(operation, sent, this);
    let doc = format!("{public}{signature}\n--\n\n{}", prose(operation.doc));
    format!(
        "    const NAMES: [&'static CStr; 2] = [c\"{public}\", c\"{name}_json\"];\n    const DOC: &'static CStr = c{doc:?};\n"
    )
}

/// How an operation is asked: other threads run meanwhile unless it takes less time than to let them.
fn way(operation: &OperationEntry) -> &'static str {
    if QUICK.contains(&format!("{}.{}", operation.area, operation.name).as_str()) {
        "ask"
    } else {
        "ask_detached"
    }
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

/// `Machine[State, Event]`, as checkers read it.
const OF_WORDS: &str = "
    /// The same class with the words of its states and events, for type checkers.
    #[classmethod]
    fn __class_getitem__<'py>(class: &Bound<'py, pyo3::types::PyType>, words: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        class.py().import(\"types\")?.getattr(\"GenericAlias\")?.call1((class, words))
    }
";

/// Operations that answer so fast that letting go of the interpreter, and taking it back, would cost as much again.
const QUICK: &[&str] = &[
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
    "rates.total",
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

/// Puts everything into the module, and each area's functions into a module of their own.
fn fill(text: &mut String, sent: &Table) {
    text.push_str("\n/// Adds the classes, and a module per area for the plain operations.\n");
    text.push_str("pub(crate) fn fill(module: &Bound<'_, PyModule>) -> PyResult<()> {\n");
    for handle in &sent.handles {
        let _ = writeln!(text, "    {}::fill(module)?;", handle.name);
    }
    for area in sent.areas() {
        let _ = writeln!(text, "    fill_{area}(&crate::area(module, \"{area}\")?)?;");
    }
    text.push_str("    module.add_class::<Quotes>()\n}\n");
    for area in sent.areas() {
        let _ = write!(
            text,
            "\nfn fill_{area}(area: &Bound<'_, PyModule>) -> PyResult<()> {{\n"
        );
        for (_, operation) in sent.plain(area) {
            let _ = writeln!(text, "    add_function::<{}>(area)?;", operation.variant);
        }
        text.push_str("    Ok(())\n}\n");
    }
}

/// The signature that `help()` and `inspect` show: the fields of the request as keywords.
fn signature(operation: &OperationEntry, sent: &Table, this: &str) -> String {
    let parameters: Vec<_> = spell::keywords(sent, operation)
        .iter()
        .map(|field| match (field.required, &field.form) {
            (true, _) => field.name.clone(),
            (false, Form::Optional(_)) => format!("{}=None", field.name),
            (false, _) => format!("{}=...", field.name),
        })
        .collect();
    if parameters.is_empty() {
        return format!("({})", this.trim_end_matches(", "));
    }
    format!("({this}*, {})", parameters.join(", "))
}

fn rustdoc(doc: &str) -> String {
    let lines = prose(doc)
        .lines()
        .map(|line| format!("/// {line}").trim_end().to_owned() + "\n")
        .collect::<Vec<_>>();
    lines.concat()
}
