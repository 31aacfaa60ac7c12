//! The Python binding: classes and functions in Rust, records, enumerations, typed dicts and stubs in Python.

mod glue;
mod spell;
mod stubs;
mod types;

use std::collections::BTreeSet;

use super::File;
use ratebook::api::{HandleEntry, OperationEntry};
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

/// The table as one side of the wire sees it: what is sent, or what is answered.
struct Side {
    handles: Vec<HandleEntry>,
    operations: Vec<OperationEntry>,
    types: Map<String, Value>,
}

impl Side {
    fn of(settings: SchemaSettings) -> Self {
        let mut generator = settings.into_generator();
        let handles = ratebook::api::handles(&mut generator);
        let operations = ratebook::api::operations(&mut generator);
        let _ = generator.subschema_for::<ratebook::error::ErrorReport>();
        let types = generator.take_definitions(true);
        Side {
            handles,
            operations,
            types,
        }
    }

    /// The names of the types that are reached from these schemas, in the order of the declarations.
    fn reached<'s>(&'s self, from: impl Iterator<Item = &'s Value>) -> Vec<&'s str> {
        let mut reached = BTreeSet::new();
        let mut left: Vec<&Value> = from.collect();
        while let Some(schema) = left.pop() {
            match schema {
                Value::Object(fields) => {
                    if let Some(name) = reference(schema)
                        && reached.insert(name)
                    {
                        left.extend(self.types.get(name));
                    }
                    left.extend(fields.values());
                }
                Value::Array(items) => left.extend(items),
                _ => {}
            }
        }
        let declared = self.types.keys().map(String::as_str);
        declared.filter(|name| reached.contains(name)).collect()
    }
}

/// The name of the type that a schema refers to.
fn reference(schema: &Value) -> Option<&str> {
    schema.get("$ref")?.as_str()?.strip_prefix("#/$defs/")
}

/// Every generated file of the Python binding.
pub(super) fn files() -> Vec<File> {
    let sent = Side::of(SchemaSettings::draft2020_12());
    let answered = Side::of(SchemaSettings::draft2020_12().for_serialize());
    let package = |name: &str| format!("bindings-python/python/ratebook/{name}");
    let mut files = vec![
        ("bindings-python/src/generated.rs".to_owned(), glue::write(&sent)),
        (package("_types.py"), types::records(&answered, &sent)),
        (package("definitions.py"), types::typed_dicts(&sent)),
        (package("_ratebook.pyi"), stubs::module(&sent)),
    ];
    files.extend(
        areas(&sent)
            .into_iter()
            .map(|area| (package(&format!("{area}.pyi")), stubs::area(&sent, area))),
    );
    files.into_iter().map(|(path, text)| (path.into(), text)).collect()
}

/// The areas that have plain functions, in the order of the table.
fn areas(sent: &Side) -> Vec<&'static str> {
    let mut areas = Vec::new();
    for operation in sent.operations.iter().filter(|operation| operation.handle.is_none()) {
        if !areas.contains(&operation.area) {
            areas.push(operation.area);
        }
    }
    areas
}
