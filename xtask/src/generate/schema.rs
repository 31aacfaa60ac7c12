//! `schemas/ratebook.json`: every type, operation and handle as JSON Schema; and the types alone, without a word of
//! description, for the engine itself.

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
    let types = catalogue
        .types
        .iter()
        .map(|(name, schema)| format!("{name:?}:{}", bare(schema)));
    let types = types.collect::<Vec<_>>().join(",\n");
    vec![
        ("schemas/ratebook.json".into(), text + "\n"),
        (super::SCHEMAS.into(), format!("{{\n{types}\n}}\n")),
    ]
}

/// A schema without what is only for people.
fn bare(schema: &Value) -> Value {
    const FOR_PEOPLE: [&str; 3] = ["description", "title", "$schema"];
    match schema {
        Value::Object(fields) => {
            let kept = fields
                .iter()
                .filter(|(name, value)| !FOR_PEOPLE.contains(&name.as_str()) || value.is_object());
            Value::Object(kept.map(|(name, value)| (name.clone(), bare(value))).collect())
        }
        Value::Array(items) => items.iter().map(bare).collect(),
        other => other.clone(),
    }
}
