//! An example as a program in TypeScript.

use std::collections::BTreeSet;

use ratebook::form::model::Form;
use serde_json::Value;

use super::layout::{Literal, Style, indented, seen};
use super::python::snake;
use super::{Asked, Example, Given, Table, class_of, definition_type, handle_entry, shown};
use crate::generate::node_types::{camel, pascal};

const STYLE: Style = Style { brace: " ", indent: 2 };

/// The program of a guide, block by block.
#[derive(Default)]
pub(super) struct Program {
    imported: BTreeSet<String>,
}

impl Program {
    pub(super) fn block(&mut self, table: &Table, example: &Example<'_>) -> String {
        let mut needed = Vec::new();
        let made = example
            .made
            .as_ref()
            .map(|(handle, given)| made(table, handle, given, &mut needed));
        let mut text = made.unwrap_or_default();
        if let Some(code) = example.unmade() {
            text = refused(text.split_once(" = ").map_or("", |(_, made)| made), code, &mut needed);
        } else if let Some(asked) = &example.asked {
            text.push_str(&self::asked(table, asked, &mut needed));
        }
        self.import(&needed) + &text
    }

    /// The line that brings what is not there yet.
    fn import(&mut self, needed: &[String]) -> String {
        let new: Vec<&str> = (needed.iter())
            .filter(|name| self.imported.insert((*name).clone()))
            .map(String::as_str)
            .collect();
        if new.is_empty() {
            return String::new();
        }
        format!("import {{ {} }} from 'ratebook'\n\n", new.join(", "))
    }
}

/// The handle that is made.
fn made(table: &Table, handle: &str, given: &Given<'_>, needed: &mut Vec<String>) -> String {
    let (class, name) = (pascal(handle), camel(handle));
    let form = handle_entry(table, handle).map_or(Form::Anything, |entry| table.form(&entry.definition));
    let spelling = Spelling { table };
    let head = format!("const {name} = new {class}(");
    needed.push(class);
    match given {
        Given::Named(machine) => {
            needed.push("flow".to_owned());
            format!("const [definition] = flow.machines({{ name: '{machine}' }})\n{head}definition!)\n")
        }
        Given::Whole {
            definition,
            is_base: false,
        } => {
            let laid = spelling
                .literal(definition, &form, vec![])
                .laid(&STYLE, head.len() + 1, 0);
            format!("{head}{laid})\n")
        }
        Given::Whole {
            definition,
            is_base: true,
        } => {
            let kind = definition_type(table, handle);
            needed.push(format!("type {kind}"));
            let base = format!("const definition: {kind} = ");
            let laid = spelling.literal(definition, &form, vec![]).laid(&STYLE, base.len(), 0);
            format!("{base}{laid}\n{head}definition)\n")
        }
        Given::Part(part) => {
            let base = vec![("...".to_owned(), Literal::Plain("definition".to_owned()))];
            let whole = spelling.literal(&Value::Object((*part).clone()), &form, base);
            format!("{head}{})\n", whole.laid(&STYLE, head.len() + 1, 0))
        }
    }
}

/// The question, and what comes of it.
fn asked(table: &Table, asked: &Asked<'_>, needed: &mut Vec<String>) -> String {
    let (name, entry) = (camel(asked.operation.name), asked.operation);
    let subject = entry
        .handle
        .map_or_else(|| camel(entry.area), |handle| camel(&snake(handle)));
    if entry.handle.is_none() {
        needed.push(subject.clone());
    }
    let request = Spelling { table }.literal(asked.request, &table.form(&entry.request), vec![]);
    let called = |head: String| format!("{head}{})\n", request.laid(&STYLE, head.len() + 1, 0));
    match asked.expected {
        Err(code) => refused(&called(format!("{subject}.{name}(")), code, needed),
        Ok(answer) => {
            let shown = shown(answer).map(|(field, value)| {
                let field = field.map_or_else(String::new, |field| format!(".{}", camel(field)));
                format!("console.log(answer{field}) // → {}\n", printed(value))
            });
            called(format!("const answer = {subject}.{name}(")) + &shown.unwrap_or_default()
        }
    }
}

/// What is refused with that code.
fn refused(program: &str, code: &str, needed: &mut Vec<String>) -> String {
    let class = class_of(code);
    let inside = indented(program, STYLE.indent);
    let text = format!(
        "try {{\n{inside}}} catch (error) {{\n  if (!(error instanceof {class})) throw error\n  \
         console.log(error.code) // → {code}\n}}\n"
    );
    needed.push(class);
    text
}

/// Names as JavaScript spells them: the fields that are declared, and nobody's own.
struct Spelling<'t> {
    table: &'t Table,
}

impl Spelling<'_> {
    fn literal(&self, value: &Value, form: &Form, first: Vec<(String, Literal)>) -> Literal {
        let model = &self.table.model;
        let form = match form {
            Form::Optional(inner) => return self.literal(value, inner, first),
            Form::Type(place) => match model.declared(*place) {
                Some(own) => return self.literal(value, &own.form, first),
                None => form,
            },
            form => form,
        };
        match value {
            Value::Array(items) => {
                let inner = if let Form::List(inner, _) = form {
                    inner
                } else {
                    &Form::Anything
                };
                let items = items
                    .iter()
                    .map(|item| (String::new(), self.literal(item, inner, vec![])));
                Literal::Inside {
                    open: "[",
                    close: "]",
                    items: items.collect(),
                }
            }
            Value::Object(fields) => {
                let own = fields.iter().map(|(name, value)| {
                    let (name, inner) = within(form, name);
                    (format!("{}: ", key(&name)), self.literal(value, inner, vec![]))
                });
                Literal::Inside {
                    open: "{",
                    close: "}",
                    items: first.into_iter().chain(own).collect(),
                }
            }
            Value::String(text) => Literal::Plain(quoted(text)),
            plain => Literal::Plain(plain.to_string()),
        }
    }
}

/// The spelling of a name within a form, and what it holds.
fn within<'f>(form: &'f Form, name: &str) -> (String, &'f Form) {
    match form {
        Form::Record(fields) => {
            let field = fields.iter().find(|field| field.name == name);
            field.map_or_else(
                || (name.to_owned(), &Form::Anything),
                |field| (camel(name), &field.form),
            )
        }
        Form::Choice(variants) => {
            let held = variants
                .iter()
                .find(|own| own.name == name)
                .and_then(|own| own.holds.as_ref());
            held.map_or_else(|| (name.to_owned(), &Form::Anything), |held| (camel(name), held))
        }
        Form::Map(inner) | Form::Numbered(inner) => (name.to_owned(), inner),
        _ => (name.to_owned(), &Form::Anything),
    }
}

fn key(name: &str) -> String {
    let is_plain = name
        .chars()
        .all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    let is_number = name.parse::<u32>().is_ok_and(|number| number.to_string() == name);
    if is_number || (is_plain && !name.starts_with(|letter: char| letter.is_ascii_digit()) && !name.is_empty()) {
        name.to_owned()
    } else {
        quoted(name)
    }
}

fn quoted(text: &str) -> String {
    let json = seen(&Value::from(text).to_string());
    if text.contains('\'') {
        return json;
    }
    format!(
        "'{}'",
        json.strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'))
            .unwrap_or(&json)
            .replace("\\\"", "\"")
    )
}

fn printed(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
