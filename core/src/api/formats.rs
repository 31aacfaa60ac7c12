use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

/// How types become JSON Schemas: what a field says of its texts stands at the texts, as JSON Schema has it.
pub fn schema_settings() -> SchemaSettings {
    SchemaSettings::draft2020_12().with_transform(RecursiveTransform(put_formats))
}

/// A field's attribute says of a list what its entries say, and of a map what the names of its entries do (`format`) and what
/// their values do (`valueFormat`).
fn put_formats(schema: &mut Schema) {
    let Some(schema) = schema.as_object_mut() else { return };
    let within = schema.remove("valueFormat");
    if (schema.contains_key("items") || schema.contains_key("additionalProperties"))
        && let Some(format) = schema.remove("format")
    {
        put(schema, &format);
    }
    if let (Some(format), Some(values)) = (within, inner(schema, "additionalProperties")) {
        put(values, &format);
    }
}

fn put(schema: &mut Map<String, Value>, format: &Value) {
    if let Some(entries) = inner(schema, "items") {
        put(entries, format);
    } else if schema.contains_key("additionalProperties") {
        schema.insert("propertyNames".to_owned(), json!({ "format": format }));
    } else {
        schema.insert("format".to_owned(), format.clone());
    }
}

fn inner<'s>(schema: &'s mut Map<String, Value>, name: &str) -> Option<&'s mut Map<String, Value>> {
    schema.get_mut(name).and_then(Value::as_object_mut)
}

/// The schema of a type, or a reference to it.
pub(super) fn subschema<T: JsonSchema>(generator: &mut SchemaGenerator) -> Value {
    generator.subschema_for::<T>().to_value()
}
