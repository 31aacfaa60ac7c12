//! The Kotlin package's types, handles and functions.

mod asking;
mod types;

mod java;

use std::collections::{BTreeMap, BTreeSet};

use super::super::Table;
use super::model::{Kind, camel};
use super::phone;

const HEAD: &str = "// Written by `cargo xtask generate`.\n\n";

/// In which package each type is: what belongs to no area of its own is in `com.ratebook` itself.
pub(super) struct Packages {
    areas: BTreeMap<String, String>,
}

impl Packages {
    fn of(table: &Table) -> Self {
        Packages {
            areas: phone::area_of_types(table),
        }
    }

    /// The package of an area's types.
    fn of_area(area: &str) -> String {
        match area {
            "engine" => "com.ratebook".to_owned(),
            other => format!("com.ratebook.{other}"),
        }
    }

    fn of_type(&self, name: &str) -> String {
        Packages::of_area(self.areas.get(name).map_or("engine", String::as_str))
    }

    /// The first lines of a file of a package, which sees all the others.
    fn head(&self, own: &str) -> String {
        let areas: BTreeSet<&String> = self.areas.values().collect();
        let mut imports: Vec<String> = areas.into_iter().map(|area| Packages::of_area(area) + ".*").collect();
        imports.push("com.ratebook.*".to_owned());
        imports.extend(["java.math.BigDecimal", "java.time.Instant", "java.time.LocalDate"].map(str::to_owned));
        imports.extend(
            [
                "kotlinx.serialization.KSerializer",
                "kotlinx.serialization.Serializable",
            ]
            .map(str::to_owned),
        );
        imports.retain(|import| *import != format!("{own}.*"));
        imports.sort();
        imports.dedup();
        let imports: String = imports.iter().map(|import| format!("import {import}\n")).collect();
        format!("{HEAD}package {own}\n\n{imports}")
    }
}

/// Words of the language that need quotes as names.
const WORDS: &[&str] = &[
    "as",
    "break",
    "class",
    "continue",
    "do",
    "else",
    "false",
    "for",
    "fun",
    "if",
    "in",
    "interface",
    "is",
    "null",
    "object",
    "package",
    "return",
    "super",
    "this",
    "throw",
    "true",
    "try",
    "typealias",
    "typeof",
    "val",
    "var",
    "when",
    "while",
];

pub(super) fn files(table: &Table, left_out: &BTreeSet<String>, interface: u64) -> Vec<(String, String)> {
    let packages = Packages::of(table);
    let place = |area: &str, name: &str| format!("bindings-kotlin/src/main/kotlin/com/ratebook/{area}/{name}.kt");
    let mut files: Vec<_> = types::by_area(table, &packages)
        .into_iter()
        .map(|(area, text)| (place(&area, "Types"), text))
        .collect();
    files.push((place("engine", "Asking"), asking::asking(table, &packages, interface)));
    files.push((
        "bindings-kotlin/src/test/kotlin/com/ratebook/generated/Typed.kt".to_owned(),
        asking::typed(table, &packages, left_out),
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

/// `half_up` or `rates.blackout` as the name of a constant.
fn constant(wire: &str) -> String {
    wire.replace(['.', '-'], "_").to_ascii_uppercase()
}

/// A doc comment; comments nest in Kotlin, so that none may begin in one.
fn doc(text: &str, indent: &str) -> String {
    crate::generate::node_types::doc(&text.replace("/*", "/&#42;"), indent)
}

fn spelled(kind: &Kind<'_>) -> String {
    match kind {
        Kind::Text => "String".to_owned(),
        Kind::Flag => "Boolean".to_owned(),
        Kind::Whole { wide: true } => "Long".to_owned(),
        Kind::Whole { wide: false } => "Int".to_owned(),
        Kind::Decimal => "BigDecimal".to_owned(),
        Kind::Day => "LocalDate".to_owned(),
        Kind::Instant => "Instant".to_owned(),
        Kind::Open => "Json".to_owned(),
        Kind::Named(name) => (*name).to_owned(),
        Kind::List(inner) => format!("List<{}>", spelled(inner)),
        Kind::Map { numbered, value } => {
            format!("Map<{}, {}>", if *numbered { "Int" } else { "String" }, spelled(value))
        }
        Kind::Optional(inner) => format!("{}?", spelled(inner)),
    }
}

/// The expression that reads a value.
fn read(kind: &Kind<'_>) -> String {
    match kind {
        Kind::Text => "reader.text()".to_owned(),
        Kind::Flag => "reader.flag()".to_owned(),
        Kind::Whole { wide: true } => "reader.long()".to_owned(),
        Kind::Whole { wide: false } => "reader.whole()".to_owned(),
        Kind::Decimal => "reader.decimal()".to_owned(),
        Kind::Day => "reader.day()".to_owned(),
        Kind::Instant => "reader.instant()".to_owned(),
        Kind::Open => "reader.json()".to_owned(),
        Kind::Named(name) => format!("{name}.read(reader)"),
        Kind::List(inner) => format!("reader.list {{ {} }}", read(inner)),
        Kind::Map { numbered, value } => {
            format!(
                "reader.{} {{ {} }}",
                if *numbered { "numbered" } else { "map" },
                read(value)
            )
        }
        Kind::Optional(inner) => format!("reader.orNull {{ {} }}", read(inner)),
    }
}

/// The statement that writes a value.
fn write(kind: &Kind<'_>, value: &str) -> String {
    match kind {
        Kind::Named(_) => format!("{value}.write(writer)"),
        Kind::List(inner) => format!("writer.list({value}) {{ {} }}", write(inner, "it")),
        Kind::Map { value: inner, .. } => format!("writer.map({value}) {{ {} }}", write(inner, "it")),
        Kind::Optional(inner) => format!("if ({value} == null) writer.nothing() else {}", write(inner, value)),
        _ => format!("writer.value({value})"),
    }
}
