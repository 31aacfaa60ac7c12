//! `_schemas.json`: the JSON Schemas of what is taken and of what is answered, from which pydantic's are made.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::Table;
use super::spell::prose;

pub(super) fn write(answered: &Table, sent: &Table) -> String {
    let answers = answered.operations.iter().map(|operation| &operation.answer);
    let report = serde_json::json!({"$ref": "#/$defs/ErrorReport"});
    let reached: Vec<&str> = answered
        .reached(answers.chain([&report]))
        .into_iter()
        .map(|own| own.name.as_str())
        .collect();
    // What is the same both ways stands there once, and what differs beside one another: so it is half as large in a wheel.
    let taken: BTreeMap<&String, &Value> = sent.types.iter().collect();
    let answered: BTreeMap<&String, &Value> = answered
        .types
        .iter()
        .filter(|(name, _)| reached.contains(&name.as_str()))
        .collect();
    let names: BTreeSet<&String> = answered.keys().chain(taken.keys()).copied().collect();
    let lines = names.into_iter().map(|name| {
        let own =
            [answered.get(name), taken.get(name)].map(|schema| schema.map_or(Value::Null, |schema| described(schema)));
        match own {
            [answered, taken] if answered == taken => format!("{name:?}:[{answered}]"),
            [answered, taken] => format!("{name:?}:[{answered},{taken}]"),
        }
    });
    format!("{{\n{}\n}}\n", lines.collect::<Vec<_>>().join(",\n"))
}

/// A schema whose descriptions read as Python's do.
fn described(schema: &Value) -> Value {
    match schema {
        Value::Object(words) => Value::Object(
            words
                .iter()
                .map(|(word, value)| match value {
                    Value::String(text) if word == "description" => (word.clone(), prose(text).into()),
                    other => (word.clone(), described(other)),
                })
                .collect::<Map<_, _>>(),
        ),
        Value::Array(items) => items.iter().map(described).collect(),
        other => other.clone(),
    }
}
