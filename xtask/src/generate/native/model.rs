//! What the schemas declare, as a language with types of its own sees it.

use ratebook::api::{Catalogue, OperationEntry};
use serde_json::Value;

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind<'s> {
    Text,
    Flag,
    /// A whole number, of more than 32 bits when wide.
    Whole {
        wide: bool,
    },
    Decimal,
    Day,
    Instant,
    /// Whatever JSON can hold.
    Open,
    /// A declared type.
    Named(&'s str),
    List(Box<Kind<'s>>),
    /// By text, or by number.
    Map {
        numbered: bool,
        value: Box<Kind<'s>>,
    },
    Optional(Box<Kind<'s>>),
}

/// What a field is when it is not given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Fallback<'s> {
    /// It must be given.
    None,
    Nothing,
    EmptyList,
    EmptyMap,
    False,
    Whole(i64),
    Text(&'s str),
    /// A choice of the field's own type.
    Choice(&'s str),
}

/// A field of a record.
#[derive(Debug)]
pub(super) struct Field<'s> {
    pub(super) wire: &'s str,
    pub(super) kind: Kind<'s>,
    pub(super) fallback: Fallback<'s>,
    pub(super) doc: &'s str,
}

/// A choice, and the value that it holds.
#[derive(Debug)]
pub(super) struct Variant<'s> {
    pub(super) wire: &'s str,
    pub(super) holds: Option<Kind<'s>>,
    pub(super) doc: &'s str,
}

/// A declared type.
#[derive(Debug)]
pub(super) enum Declared<'s> {
    Record(Vec<Field<'s>>),
    /// One of several words.
    Words(Vec<Variant<'s>>),
    /// One of several things, some of which hold a value.
    Variants(Vec<Variant<'s>>),
}

/// The declared types with their docs, but for those that every language has a type for.
pub(super) fn declared(catalogue: &Catalogue) -> Vec<(&str, &str, Declared<'_>)> {
    let types = catalogue.types.iter();
    let declared = types.filter_map(|(name, schema)| Some((own_name(name), doc_of(schema), declaration(schema)?)));
    declared.collect()
}

fn declaration(schema: &Value) -> Option<Declared<'_>> {
    if let Some(choices) = schema.get("oneOf").and_then(Value::as_array) {
        let variants: Vec<_> = choices.iter().flat_map(variants).collect();
        return Some(if variants.iter().all(|variant| variant.holds.is_none()) {
            Declared::Words(variants)
        } else {
            Declared::Variants(variants)
        });
    }
    if schema.get("type").and_then(Value::as_str) != Some("object") {
        return None;
    }
    let fields = schema.get("properties").and_then(Value::as_object);
    Some(Declared::Record(
        fields
            .into_iter()
            .flatten()
            .map(|(wire, field)| self::field(wire, field, schema))
            .collect(),
    ))
}

fn variants(choice: &Value) -> Vec<Variant<'_>> {
    let doc = doc_of(choice);
    let word = |wire| Variant { wire, holds: None, doc };
    if let Some((wire, inner)) = choice
        .get("properties")
        .and_then(Value::as_object)
        .and_then(|all| all.iter().next())
    {
        return vec![Variant {
            wire,
            holds: Some(kind(inner)),
            doc,
        }];
    }
    if let Some(wire) = choice.get("const").and_then(Value::as_str) {
        return vec![word(wire)];
    }
    let words = choice.get("enum").and_then(Value::as_array).into_iter().flatten();
    words.filter_map(Value::as_str).map(word).collect()
}

fn field<'s>(wire: &'s str, schema: &'s Value, record: &'s Value) -> Field<'s> {
    let required = record.get("required").and_then(Value::as_array);
    let required = required.is_some_and(|names| names.iter().any(|name| name == wire));
    let given = kind(schema);
    let fallback = if required {
        Fallback::None
    } else {
        fallback(&given, schema.get("default"))
    };
    let kind = match given {
        kind @ Kind::Optional(_) => kind,
        kind if fallback == Fallback::Nothing => Kind::Optional(Box::new(kind)),
        kind => kind,
    };
    Field {
        wire,
        kind,
        fallback,
        doc: doc_of(schema),
    }
}

/// What a field that may be left out is then; nothing when no plain value says it.
fn fallback<'s>(kind: &Kind<'_>, default: Option<&'s Value>) -> Fallback<'s> {
    let words = |default: &'s Value| default.as_str().map_or(Fallback::Nothing, Fallback::Choice);
    match (kind, default) {
        (Kind::List(_), None) => Fallback::EmptyList,
        (Kind::Map { .. }, _) => Fallback::EmptyMap,
        (Kind::Flag, Some(Value::Bool(false)) | None) => Fallback::False,
        (Kind::Whole { .. }, Some(number)) => number.as_i64().map_or(Fallback::Nothing, Fallback::Whole),
        (Kind::Text, Some(text)) => text.as_str().map_or(Fallback::Nothing, Fallback::Text),
        (Kind::Named(_), Some(default)) => words(default),
        _ => Fallback::Nothing,
    }
}

/// What a schema is.
pub(super) fn kind(schema: &Value) -> Kind<'_> {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        return named(name.trim_start_matches("#/$defs/"));
    }
    if let Some(choices) = schema.get("anyOf").and_then(Value::as_array) {
        // Something or null.
        return choices
            .first()
            .map_or(Kind::Open, |inner| Kind::Optional(Box::new(kind(inner))));
    }
    match schema.get("type") {
        Some(Value::String(name)) => plain(name, schema),
        Some(Value::Array(names)) => {
            let name = names.first().and_then(Value::as_str).unwrap_or_default();
            Kind::Optional(Box::new(plain(name, schema)))
        }
        _ => Kind::Open,
    }
}

fn named(name: &str) -> Kind<'_> {
    match name {
        "Decimal" => Kind::Decimal,
        "Day" => Kind::Day,
        "Instant" => Kind::Instant,
        "TimeOfDay" | "Currency" | "Zone" => Kind::Text,
        other => Kind::Named(own_name(other)),
    }
}

/// A type's name where the language or its library has another type of that name.
pub(super) fn own_name(name: &str) -> &str {
    match name {
        "Unit" => "PriceUnit",
        "Calendar" => "BookingCalendar",
        "Locale" => "NumberLocale",
        other => other,
    }
}

fn plain<'s>(name: &str, schema: &'s Value) -> Kind<'s> {
    match name {
        "boolean" => Kind::Flag,
        "integer" => Kind::Whole {
            wide: schema.get("format").is_some_and(|format| {
                format != "uint8" && format != "uint16" && format != "int32" && format != "uint32"
            }),
        },
        "string" => Kind::Text,
        "array" => Kind::List(Box::new(schema.get("items").map_or(Kind::Open, kind))),
        "object" => {
            let numbered = schema.get("patternProperties").and_then(Value::as_object);
            let value = numbered.and_then(|all| all.values().next());
            let value = value.or_else(|| schema.get("additionalProperties").filter(|inner| inner.is_object()));
            Kind::Map {
                numbered: numbered.is_some(),
                value: Box::new(value.map_or(Kind::Open, kind)),
            }
        }
        _ => Kind::Open,
    }
}

/// What a schema says of itself, without its examples: they are in Rust.
fn doc_of(schema: &Value) -> &str {
    let text = schema.get("description").and_then(Value::as_str).unwrap_or_default();
    text.split("```").next().unwrap_or_default().trim_end()
}

/// The operations of a handle, or the plain functions of an area, each with its number.
pub(super) fn asked(catalogue: &Catalogue, chosen: impl Fn(&OperationEntry) -> bool) -> Vec<(usize, &OperationEntry)> {
    let all = catalogue.operations.iter().enumerate();
    all.filter(|(_, entry)| chosen(entry)).collect()
}

/// The areas that have plain functions, in the order of the table.
pub(super) fn areas(catalogue: &Catalogue) -> Vec<&'static str> {
    let mut areas = Vec::new();
    for entry in catalogue.operations.iter().filter(|entry| entry.handle.is_none()) {
        if !areas.contains(&entry.area) {
            areas.push(entry.area);
        }
    }
    areas
}

/// The type that holds the plain functions of an area: the declared one of that name where there is one.
pub(super) fn home(area: &str) -> String {
    match area {
        // Foundation has an `Expression` of its own.
        "expression" => "Expressions".to_owned(),
        other => crate::generate::node_types::pascal(other),
    }
}

/// A name in `camelCase`; dots separate words too.
pub(super) fn camel(wire: &str) -> String {
    crate::generate::node_types::camel(&wire.replace(['.', '-'], "_"))
}
