//! The Swift package's types, handles and functions.

mod asking;
mod types;

use std::collections::{BTreeMap, BTreeSet};

use super::super::Table;
use super::model::{Kind, camel, home};
use super::phone;

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

/// Types that everybody meets and that stand on their own; all others are inside the type of their area, such as `Rates.Grid`,
/// where they meet no name of an app or of Apple's.
const ON_THEIR_OWN: &[&str] = &["Money", "Code", "Reason", "ErrorReport"];

/// Where each type is found.
pub(super) struct Places {
    homes: BTreeMap<String, String>,
}

impl Places {
    fn of(table: &Table) -> Self {
        let areas = phone::area_of_types(table).into_iter();
        let inside = areas.filter(|(name, _)| !ON_THEIR_OWN.contains(&&**name));
        Places {
            homes: inside.map(|(name, area)| (name, area_home(&area))).collect(),
        }
    }

    /// The full name of a type, such as `Rates.Price`.
    fn full(&self, name: &str) -> String {
        self.homes
            .get(name)
            .map_or_else(|| name.to_owned(), |home| format!("{home}.{name}"))
    }

    /// Whether a type is inside another one.
    fn is_inside(&self, name: &str) -> bool {
        self.homes.contains_key(name)
    }

    fn spelled(&self, kind: &Kind<'_>) -> String {
        match kind {
            Kind::Named(name) => self.full(name),
            Kind::List(inner) => format!("[{}]", self.spelled(inner)),
            Kind::Map { numbered, value } => {
                format!(
                    "[{}: {}]",
                    if *numbered { "Int" } else { "String" },
                    self.spelled(value)
                )
            }
            Kind::Optional(inner) => format!("{}?", self.spelled(inner)),
            plain => spelled(plain).to_owned(),
        }
    }
}

/// The type that an area's types are inside of: that of its plain functions, or the handle that is all there is to ask.
pub(super) fn area_home(area: &str) -> String {
    match area {
        // Foundation has a `Calendar`.
        "calendar" => "BookingCalendar".to_owned(),
        other => home(other),
    }
}

pub(super) fn files(table: &Table, left_out: &BTreeSet<String>, interface: u64) -> Vec<(String, String)> {
    let places = Places::of(table);
    let place = |name: &str| format!("bindings-swift/Sources/Ratebook/Generated/{name}.swift");
    let mut files: Vec<_> = types::by_area(table, &places)
        .into_iter()
        .map(|(area, text)| (place(&area), text))
        .collect();
    files.push((place("Asking"), asking::asking(table, &places, interface)));
    files.push((
        "bindings-swift/Tests/RatebookTests/Generated/Typed.swift".to_owned(),
        asking::typed(table, &places, left_out),
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

/// What is no declared type and holds no other.
fn spelled(kind: &Kind<'_>) -> &'static str {
    match kind {
        Kind::Text => "String",
        Kind::Flag => "Bool",
        Kind::Whole { .. } => "Int",
        Kind::Decimal => "Amount",
        Kind::Day => "Day",
        Kind::Instant => "Instant",
        _ => "JSON",
    }
}
