//! `ratebook/schemas` for Node: every type as JSON Schema, in JavaScript's spelling and in standard words alone.

use serde_json::{Map, Value, json};

use super::node_types::camel;
use super::{File, MARK, Table};

pub(super) fn files(table: &Table) -> Vec<File> {
    let types: Map<String, Value> = table
        .types
        .iter()
        .map(|(name, schema)| (name.clone(), spelled(schema)))
        .collect();
    let names = types.keys().map(|name| format!("  | '{name}'\n")).collect::<String>();
    let lines = types.iter().map(|(name, schema)| format!("{name:?}:{schema}"));
    let lines = lines.collect::<Vec<_>>().join(",\n");
    vec![
        ("bindings-node/lib/schemas.json".into(), format!("{{\n{lines}\n}}\n")),
        (
            "bindings-node/schemas.d.ts".into(),
            format!("// {MARK}.\n{TYPES}\n/** The name of a type. */\nexport type SchemaName =\n{names}"),
        ),
        (
            "bindings-node/schemas.d.mts".into(),
            format!("// {MARK}.\nexport * from './schemas.js'\n"),
        ),
    ]
}

const TYPES: &str = "
/** A JSON Schema. */
export type JsonSchema = {
  readonly $ref?: string
  readonly $defs?: { readonly [name: string]: JsonSchema }
  readonly [word: string]: unknown
}

/** A JSON Schema (2020-12) that needs no other. */
export type WholeSchema = JsonSchema & {
  readonly $schema: 'https://json-schema.org/draft/2020-12/schema'
  readonly $ref: string
  readonly $defs: { readonly [name: string]: JsonSchema }
}

/** The schema of each type, made when it is first asked for: `schemas.PriceRequest`. */
export const schemas: { readonly [Name in SchemaName]: WholeSchema }
";

/// The words that are kept: those that every validator knows.
const WORDS: &[&str] = &[
    "$ref",
    "additionalProperties",
    "allOf",
    "anyOf",
    "const",
    "default",
    "description",
    "enum",
    "examples",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "items",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "not",
    "oneOf",
    "pattern",
    "patternProperties",
    "prefixItems",
    "properties",
    "required",
    "type",
    "uniqueItems",
];

/// A schema in JavaScript's spelling.
fn spelled(schema: &Value) -> Value {
    let Value::Object(words) = schema else {
        return schema.clone();
    };
    let mut kept = Map::new();
    for (word, value) in words {
        let value = match word.as_str() {
            "properties" => fields(value, camel),
            "patternProperties" => fields(value, str::to_owned),
            "required" => each(value, |name| {
                name.as_str().map_or(Value::Null, |name| json!(camel(name)))
            }),
            "anyOf" | "oneOf" | "allOf" | "prefixItems" => each(value, spelled),
            "items" | "not" | "additionalProperties" | "propertyNames" => spelled(value),
            "description" => json!(value.as_str().unwrap_or_default().replace("[`", "`").replace("`]", "`")),
            "format" if ["date", "date-time"].iter().any(|known| value == known) => value.clone(),
            // Its names would be those of core.
            "default" if value.is_object() || value.is_array() => continue,
            word if WORDS.contains(&word) => value.clone(),
            _ => continue,
        };
        kept.insert(word.clone(), value);
    }
    Value::Object(kept)
}

fn fields(value: &Value, named: impl Fn(&str) -> String) -> Value {
    let fields = value.as_object().into_iter().flatten();
    Value::Object(fields.map(|(name, inner)| (named(name), spelled(inner))).collect())
}

fn each(value: &Value, change: impl Fn(&Value) -> Value) -> Value {
    Value::Array(value.as_array().into_iter().flatten().map(change).collect())
}
