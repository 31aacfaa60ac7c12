//! `schemas/ratebook.json`: every type, operation and handle as JSON Schema.

use ratebook::api::Catalogue;
use serde_json::{Map, Value, json};

use super::File;

pub fn files(catalogue: &Catalogue) -> Vec<File> {
    let operations = catalogue.operations.iter().map(|one| {
        let name = format!("{}.{}", one.area, one.name);
        let described =
            json!({"description": one.doc, "handle": one.handle, "request": one.request, "answer": one.answer});
        (name, described)
    });
    let handles = catalogue.handles.iter().map(|one| {
        let described = json!({"description": one.doc, "key": one.key, "definition": one.definition});
        (one.name.to_owned(), described)
    });
    let document = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Ratebook",
        "x-operations": operations.collect::<Map<String, Value>>(),
        "x-handles": handles.collect::<Map<String, Value>>(),
        "$defs": catalogue.types,
    });
    let text = serde_json::to_string_pretty(&document).unwrap_or_default();
    vec![("schemas/ratebook.json".into(), text + "\n")]
}
