//! The Python binding: classes and functions in Rust, records, enumerations, typed dicts and stubs in Python.

mod glue;
mod schemas;
mod spell;
mod stubs;
mod types;
mod words;

pub(super) use spell::attribute;

use super::{File, Table};

/// Every generated file of the Python binding.
pub(super) fn files(sent: &Table) -> Vec<File> {
    let answered = Table::answered();
    let package = |name: &str| format!("bindings-python/python/ratebook/{name}");
    let mut files = vec![
        ("bindings-python/src/generated.rs".to_owned(), glue::write(sent)),
        (package("_types.py"), types::records(&answered, sent)),
        (package("definitions.py"), types::typed_dicts(&answered, sent)),
        (package("_ratebook.pyi"), stubs::module(sent)),
        (package("_schemas.json"), schemas::write(&answered, sent)),
        (package("machines.py"), words::write()),
    ];
    files.extend(
        sent.areas()
            .into_iter()
            .map(|area| (package(&format!("{area}.pyi")), stubs::area(sent, area))),
    );
    files.into_iter().map(|(path, text)| (path.into(), text)).collect()
}
