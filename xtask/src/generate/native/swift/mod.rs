//! The Swift package's types, handles and functions.

mod asking;
mod types;

use std::collections::BTreeSet;

use super::super::Table;
use super::model::{Kind, camel};

const HEAD: &str = "// Written by `cargo xtask generate`.\n\nimport Foundation\n";

/// Words of the language that need quotes as names.
const WORDS: &[&str] = &[
    "as",
    "case",
    "catch",
    "class",
    "default",
    "defer",
    "do",
    "else",
    "enum",
    "extension",
    "false",
    "for",
    "func",
    "guard",
    "if",
    "import",
    "in",
    "init",
    "internal",
    "is",
    "let",
    "nil",
    "operator",
    "private",
    "protocol",
    "public",
    "repeat",
    "return",
    "self",
    "static",
    "struct",
    "super",
    "switch",
    "throw",
    "throws",
    "true",
    "try",
    "var",
    "where",
    "while",
];

pub(super) fn files(table: &Table, left_out: &BTreeSet<String>, interface: u64) -> Vec<(String, String)> {
    let place = |name: &str| format!("bindings-swift/Sources/Ratebook/Generated/{name}.swift");
    let mut files: Vec<_> = types::by_area(table)
        .into_iter()
        .map(|(area, text)| (place(&area), text))
        .collect();
    files.push((place("Asking"), asking::asking(table, interface)));
    files.push((
        "bindings-swift/Tests/RatebookTests/Generated/Typed.swift".to_owned(),
        asking::typed(table, left_out),
    ));
    files
}

fn name(wire: &str) -> String {
    let name = camel(wire);
    if WORDS.contains(&name.as_str()) {
        format!("`{name}`")
    } else {
        name
    }
}

fn doc(text: &str, indent: &str) -> String {
    let text = text.replace("[`", "`").replace("`]", "`");
    let lines = text
        .trim()
        .lines()
        .map(|line| format!("{indent}/// {}", line.trim_end()).trim_end().to_owned() + "\n");
    lines.collect()
}

fn spelled(kind: &Kind<'_>) -> String {
    match kind {
        Kind::Text => "String".to_owned(),
        Kind::Flag => "Bool".to_owned(),
        Kind::Whole { .. } => "Int".to_owned(),
        Kind::Decimal => "Decimal".to_owned(),
        Kind::Day => "Day".to_owned(),
        Kind::Instant => "Date".to_owned(),
        Kind::Open => "JSON".to_owned(),
        Kind::Named(name) => (*name).to_owned(),
        Kind::List(inner) => format!("[{}]", spelled(inner)),
        Kind::Map { numbered, value } => {
            format!("[{}: {}]", if *numbered { "Int" } else { "String" }, spelled(value))
        }
        Kind::Optional(inner) => format!("{}?", spelled(inner)),
    }
}
