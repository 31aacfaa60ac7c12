//! The table with all schemas: what generators read.

use serde_json::Value;

use super::formats::{schema_settings, subschema};
use super::{Operation, handles, operations};

/// What is known of one operation.
#[derive(Debug)]
pub struct OperationEntry {
    /// The operation.
    pub operation: Operation,
    /// Its area, such as `rates`.
    pub area: &'static str,
    /// Its name within the area, such as `price`.
    pub name: &'static str,
    /// The name of its variant in [`Function`](super::Function) or in the handle's own list.
    pub variant: &'static str,
    /// The handle that answers it, by type name; none for a plain function.
    pub handle: Option<&'static str>,
    /// The feature of the crate without which it is not there.
    pub feature: Option<&'static str>,
    /// What it does.
    pub doc: &'static str,
    /// The schema of its request, referring to [`Catalogue::types`].
    pub request: Value,
    /// The schema of its answer, referring to [`Catalogue::types`].
    pub answer: Value,
}

/// What is known of one handle.
#[derive(Debug)]
pub struct HandleEntry {
    /// Its name as a type, such as `RateList`.
    pub name: &'static str,
    /// Its name as a field, such as `rate_list`.
    pub key: &'static str,
    /// Its path in this crate, such as `rates::RateList`.
    pub path: &'static str,
    /// What it is.
    pub doc: &'static str,
    /// The schema of its definition, referring to [`Catalogue::types`].
    pub definition: Value,
}

/// The table with all schemas: what generators read.
#[derive(Debug)]
pub struct Catalogue {
    /// Every handle.
    pub handles: Vec<HandleEntry>,
    /// Every operation.
    pub operations: Vec<OperationEntry>,
    /// Every type by name, as JSON Schema.
    pub types: serde_json::Map<String, Value>,
}

/// The whole table with its schemas.
pub fn catalogue() -> Catalogue {
    let mut generator = schema_settings().into_generator();
    let handles = handles(&mut generator);
    let operations = operations(&mut generator);
    let _ = subschema::<crate::error::ErrorReport>(&mut generator);
    Catalogue {
        handles,
        operations,
        types: generator.take_definitions(true),
    }
}
