//! An example as a program in Python.

use serde_json::Value;

use super::layout::{Literal, Style, indented, seen};
use super::{Asked, Example, Given, Table, class_of, definition_type, shown};
use crate::generate::node_types::pascal;
use crate::generate::python::attribute;

const STYLE: Style = Style { brace: "", indent: 4 };

/// The program of a guide, block by block.
#[derive(Default)]
pub(super) struct Program {
    begun: bool,
}

impl Program {
    pub(super) fn block(&mut self, table: &Table, example: &Example<'_>) -> String {
        let first = !std::mem::replace(&mut self.begun, true);
        let head = if first { "import ratebook\n\n" } else { "" };
        let made = (example.made.as_ref())
            .map(|(handle, given)| made(table, handle, given))
            .unwrap_or_default();
        if let Some(code) = example.unmade() {
            let (_, made) = made.split_once(" = ").unwrap_or_default();
            return format!("{head}{}", refused(made, code));
        }
        let asked = example.asked.as_ref().map(asked).unwrap_or_default();
        format!("{head}{made}{asked}")
    }
}

/// The handle that is made.
fn made(table: &Table, handle: &str, given: &Given<'_>) -> String {
    let class = pascal(handle);
    let head = format!("{handle} = ratebook.{class}(");
    match given {
        Given::Named(name) => format!("{head}ratebook.flow.machines(name=\"{name}\")[0])\n"),
        Given::Whole {
            definition,
            is_base: false,
        } => {
            format!(
                "{head}{})\n",
                literal(definition, vec![]).laid(&STYLE, head.len() + 1, 0)
            )
        }
        Given::Whole {
            definition,
            is_base: true,
        } => {
            let name = definition_type(table, handle);
            let base = format!("definition: ratebook.definitions.{name} = ");
            let laid = literal(definition, vec![]).laid(&STYLE, base.len(), 0);
            format!("{base}{laid}\n{head}definition)\n")
        }
        Given::Part(part) => {
            let base = vec![("**".to_owned(), Literal::Plain("definition".to_owned()))];
            let whole = literal(&Value::Object((*part).clone()), base);
            format!("{head}{})\n", whole.laid(&STYLE, head.len() + 1, 0))
        }
    }
}

/// The question, and what comes of it.
fn asked(asked: &Asked<'_>) -> String {
    let (area, name) = (asked.operation.area, attribute(asked.operation.name));
    let subject = asked.operation.handle.map_or_else(|| format!("ratebook.{area}"), snake);
    let called = |head: &str| call(head, &format!("{subject}.{name}"), asked.request);
    match asked.expected {
        Err(code) => refused(&called(""), code),
        Ok(answer) => {
            let shown = shown(answer).map(|(field, value)| {
                let field = field.map_or_else(String::new, |field| format!(".{}", attribute(field)));
                format!("print(answer{field})  # → {}\n", printed(value))
            });
            called("answer = ") + &shown.unwrap_or_default()
        }
    }
}

/// What is refused with that code.
fn refused(program: &str, code: &str) -> String {
    let class = class_of(code);
    let inside = indented(program, STYLE.indent);
    format!("try:\n{inside}except ratebook.{class} as error:\n    print(error.code)  # → {code}\n")
}

fn call(head: &str, asked: &str, request: &Value) -> String {
    let keywords = request.as_object().into_iter().flatten();
    let items = keywords
        .map(|(name, value)| (format!("{}=", attribute(name)), literal(value, vec![])))
        .collect();
    let arguments = Literal::Inside {
        open: "(",
        close: ")",
        items,
    };
    format!("{head}{asked}{}\n", arguments.laid(&STYLE, head.len() + asked.len(), 0))
}

fn literal(value: &Value, first: Vec<(String, Literal)>) -> Literal {
    match value {
        Value::Null => Literal::Plain("None".to_owned()),
        Value::Bool(_) => Literal::Plain(printed(value)),
        Value::Array(items) => Literal::Inside {
            open: "[",
            close: "]",
            items: items
                .iter()
                .map(|item| (String::new(), literal(item, vec![])))
                .collect(),
        },
        Value::Object(fields) => {
            let own = fields
                .iter()
                .map(|(name, value)| (format!("{}: ", Value::from(name.as_str())), literal(value, vec![])));
            Literal::Inside {
                open: "{",
                close: "}",
                items: first.into_iter().chain(own).collect(),
            }
        }
        // Texts that quote are easier to read in the other quotes.
        Value::String(text) if text.contains('"') && !text.contains(['\'', '\\']) => {
            Literal::Plain(seen(&format!("'{text}'")))
        }
        plain => Literal::Plain(seen(&plain.to_string())),
    }
}

/// As Python prints it.
fn printed(value: &Value) -> String {
    match value {
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::String(text) => text.clone(),
        plain => plain.to_string(),
    }
}

/// `RateList` as a variable.
pub(super) fn snake(name: &str) -> String {
    let mut out = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.extend(letter.to_lowercase());
    }
    out
}
