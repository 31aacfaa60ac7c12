//! The guides' examples in Python and TypeScript, made from the one in JSON that stands above them.

mod layout;
mod python;
mod typescript;

use ratebook::api::{HandleEntry, OperationEntry};
use ratebook::form::model::Form;
use serde_json::{Map, Value};

use super::{File, Table};
use crate::shell::root;

/// What stands around an example in other languages.
const OPENING: &str = "<details><summary>In Python and TypeScript</summary>\n";
const CLOSING: &str = "\n</details>\n";

/// An example of a guide: definitions that are loaded, and a question with its answer.
struct Example<'e> {
    /// The handle that is made here, by its wire name, of a whole definition or of that of the guide with a part of it changed.
    made: Option<(&'e str, Given<'e>)>,
    /// The question.
    asked: Option<Asked<'e>>,
}

/// What a handle is made of.
enum Given<'e> {
    /// A machine that comes with the engine.
    Named(&'e str),
    /// A definition. It gets a name of its own when others of the guide are made of it.
    Whole { definition: &'e Value, is_base: bool },
    /// Fields in the place of those of the guide's first definition.
    Part(&'e Map<String, Value>),
}

struct Asked<'e> {
    operation: &'e OperationEntry,
    request: &'e Value,
    /// The expected answer, or the code of the expected refusal.
    expected: Result<&'e Value, &'e str>,
}

/// Every guide that has examples.
pub(super) fn files(table: &Table) -> Vec<File> {
    let folder = std::fs::read_dir(root().join("docs")).into_iter().flatten().flatten();
    let mut paths: Vec<_> = folder.map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    paths.sort();
    let guide = |path: std::path::PathBuf| {
        let text = std::fs::read_to_string(&path)
            .ok()
            .filter(|text| text.contains("```json\n"))?;
        Some((path.strip_prefix(root()).ok()?.to_owned(), written(table, &text)))
    };
    paths.into_iter().filter_map(guide).collect()
}

/// A guide with its examples made anew.
fn written(table: &Table, text: &str) -> String {
    let bare = without_generated(text);
    let blocks = blocks(&bare);
    let values: Vec<Value> = blocks.iter().map(|(_, block)| read(block)).collect();
    let mut made = String::new();
    let (mut python, mut typescript) = (python::Program::default(), typescript::Program::default());
    let mut told = 0;
    for ((end, _), value) in blocks.iter().zip(&values) {
        made.push_str(&bare[told..*end]);
        told = *end;
        if let Some(example) = example(table, value, &values) {
            let (python, typescript) = (python.block(table, &example), typescript.block(table, &example));
            made.push_str(&format!(
                "\n{OPENING}\n```python\n{python}```\n\n```ts\n{typescript}```\n{CLOSING}"
            ));
        }
    }
    made.push_str(&bare[told..]);
    made
}

/// The place behind each block of JSON, and the block.
fn blocks(text: &str) -> Vec<(usize, &str)> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(start) = text[at..].find("```json\n").map(|start| at + start + 8)
        && let Some(length) = text[start..].find("\n```\n")
    {
        at = start + length + 5;
        found.push((at, &text[start..start + length]));
    }
    found
}

fn read(block: &str) -> Value {
    serde_json::from_str(block).unwrap_or_default()
}

fn without_generated(text: &str) -> String {
    let opening = format!("\n{OPENING}");
    let mut parts = text.split(&opening);
    let mut bare = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        bare.push_str(part.split_once(CLOSING).map_or("", |(_, rest)| rest));
    }
    bare
}

fn example<'e>(table: &'e Table, value: &'e Value, all: &'e [Value]) -> Option<Example<'e>> {
    let asked = value.get("ask").and_then(|_| {
        let name = value.pointer("/ask/op")?.as_str()?;
        let operation = (table.operations.iter()).find(|one| format!("{}.{}", one.area, one.name) == name)?;
        let error = value.pointer("/expect/error/code").and_then(Value::as_str);
        Some(Asked {
            operation,
            request: value.pointer("/ask/input").unwrap_or(&Value::Null),
            expected: error.map_or_else(|| Ok(value.pointer("/expect/answer").unwrap_or(&Value::Null)), Err),
        })
    });
    let is_base = all.iter().any(|one| one.get("with").is_some()) && all.first() == Some(value);
    let given = value
        .get("given")
        .and_then(Value::as_object)
        .and_then(|given| given.iter().next());
    let part = value
        .get("with")
        .and_then(Value::as_object)
        .and_then(|part| part.iter().next());
    let made: Option<(&str, Given<'_>)> = match (given, part) {
        (Some((handle, Value::String(name))), _) => Some((handle.as_str(), Given::Named(name))),
        (Some((handle, definition)), _) => Some((handle.as_str(), Given::Whole { definition, is_base })),
        (None, Some((handle, Value::Object(part)))) => Some((handle.as_str(), Given::Part(part))),
        _ => None,
    };
    (made.is_some() || asked.is_some()).then_some(Example { made, asked })
}

impl Example<'_> {
    /// The code of the fault for which nothing is made of the definition.
    fn unmade(&self) -> Option<&str> {
        let code = self.made.as_ref().and(self.asked.as_ref())?.expected.err()?;
        code.starts_with("definition.").then_some(code)
    }
}

/// What an answer is shown to be: the answer itself, or the first of its fields that says something by itself.
fn shown(answer: &Value) -> Option<(Option<&str>, &Value)> {
    let speaks = |value: &Value| match value {
        Value::Bool(_) | Value::Number(_) => true,
        // What is a moment is printed in a way of its own by each language.
        Value::String(text) => !text.contains('T') || !text.contains(':'),
        _ => false,
    };
    match answer {
        Value::Object(fields) => {
            let telling = fields.get_key_value("value").into_iter().chain(fields);
            let first = telling.into_iter().find(|(_, value)| speaks(value));
            first.map(|(name, value)| (Some(name.as_str()), value))
        }
        plain => speaks(plain).then_some((None, plain)),
    }
}

/// The class of the errors with that code.
fn class_of(code: &str) -> String {
    format!(
        "{}Error",
        super::node_types::pascal(code.split('.').next().unwrap_or_default())
    )
}

/// The handle of that name on wires.
fn handle_entry<'t>(table: &'t Table, wire: &str) -> Option<&'t HandleEntry> {
    let name = super::node_types::pascal(wire);
    table.handles.iter().find(|handle| handle.name == name)
}

/// The name of the type that a handle is made of.
fn definition_type<'t>(table: &'t Table, wire: &str) -> &'t str {
    let form = handle_entry(table, wire).map(|entry| table.form(&entry.definition));
    match form {
        Some(Form::Type(place)) => table.model.name(place),
        _ => "",
    }
}
