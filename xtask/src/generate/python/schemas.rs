//! `_schemas.json`: the JSON Schemas of what is taken and of what is answered, from which pydantic's are made.

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
    let answered = lines(
        answered
            .types
            .iter()
            .filter(|(name, _)| reached.contains(&name.as_str())),
    );
    let taken = lines(sent.types.iter());
    format!("{{\"answered\": {{\n{answered}\n}}, \"taken\": {{\n{taken}\n}}}}\n")
}

fn lines<'t>(types: impl Iterator<Item = (&'t String, &'t Value)>) -> String {
    let lines = types.map(|(name, schema)| format!("{name:?}:{}", described(schema)));
    lines.collect::<Vec<_>>().join(",\n")
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
