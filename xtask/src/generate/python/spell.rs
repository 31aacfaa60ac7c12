//! How a schema is spelled as a Python type.

use serde_json::Value;

use super::reference;

/// Whether a type is for values that are sent, which may take several forms, or for answers, which take one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Into core.
    Sent,
    /// Out of core.
    Answered,
}

/// The words that cannot be names in Python.
const KEYWORDS: &[&str] = &[
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

/// Whether Python keeps the name for itself.
pub(super) fn is_keyword(name: &str) -> bool {
    KEYWORDS.contains(&name)
}

/// A field's name as an attribute.
pub(super) fn attribute(name: &str) -> String {
    if is_keyword(name) {
        format!("{name}_")
    } else {
        name.to_owned()
    }
}

/// The Python type of a schema.
pub(super) fn spelled(schema: &Value, way: Way) -> String {
    if let Some(name) = reference(schema) {
        return named(name, way);
    }
    if let Some(choices) = schema.get("anyOf").and_then(Value::as_array) {
        let spelled: Vec<_> = choices.iter().map(|choice| spelled(choice, way)).collect();
        return spelled.join(" | ");
    }
    match schema.get("type") {
        Some(Value::String(kind)) => plain(kind, schema, way),
        Some(Value::Array(kinds)) => {
            let kinds = kinds.iter().filter_map(Value::as_str);
            kinds
                .map(|kind| plain(kind, schema, way))
                .collect::<Vec<_>>()
                .join(" | ")
        }
        _ => "Any".to_owned(),
    }
}

fn named(name: &str, way: Way) -> String {
    let (sent, answered) = match name {
        "Decimal" => ("DecimalLike", "Decimal"),
        "Day" => ("DayLike", "date"),
        "Instant" => ("InstantLike", "datetime"),
        "TimeOfDay" => ("TimeLike", "str"),
        "Currency" | "Zone" => ("str", "str"),
        other => (other, other),
    };
    if way == Way::Sent { sent } else { answered }.to_owned()
}

fn plain(kind: &str, schema: &Value, way: Way) -> String {
    match kind {
        "null" => "None".to_owned(),
        "boolean" => "bool".to_owned(),
        "integer" => "int".to_owned(),
        "number" => "float".to_owned(),
        "string" => "str".to_owned(),
        "array" => {
            let inner = schema
                .get("items")
                .map_or_else(|| "Any".to_owned(), |inner| spelled(inner, way));
            match way {
                Way::Sent => format!("Sequence[{inner}]"),
                Way::Answered => format!("tuple[{inner}, ...]"),
            }
        }
        _ => {
            let numbered = schema.get("patternProperties").and_then(Value::as_object);
            let inner = numbered.and_then(|all| all.values().next());
            let value = inner.or_else(|| schema.get("additionalProperties"));
            let value = value.map_or_else(|| "Any".to_owned(), |inner| spelled(inner, way));
            match (way, numbered.is_some()) {
                (Way::Sent, true) => format!("Mapping[Any, {value}]"),
                (Way::Sent, false) => format!("Mapping[str, {value}]"),
                (Way::Answered, true) => format!("dict[int, {value}]"),
                (Way::Answered, false) => format!("dict[str, {value}]"),
            }
        }
    }
}

/// The variants of an enumeration in which every choice is plain text, with what each means.
pub(super) fn members(schema: &Value) -> Option<Vec<(&str, &str)>> {
    if let Some(names) = schema.get("enum").and_then(Value::as_array) {
        return names.iter().map(|name| Some((name.as_str()?, ""))).collect();
    }
    let variants = schema.get("oneOf").and_then(Value::as_array)?;
    let mut members = Vec::new();
    for variant in variants {
        if let Some(name) = variant.get("const").and_then(Value::as_str) {
            members.push((name, doc(variant)));
        } else {
            let names = variant.get("enum").and_then(Value::as_array)?;
            members.extend(names.iter().filter_map(Value::as_str).map(|name| (name, "")));
        }
    }
    Some(members)
}

/// A choice of a type in which some choices hold a value.
pub(super) enum Choice<'s> {
    /// Plain text.
    Plain(&'s str),
    /// `{"name": value}`, with what it means.
    Keyed(&'s str, &'s Value, &'s str),
}

/// The choices of a type in which some hold a value.
pub(super) fn choices(schema: &Value) -> Option<Vec<Choice<'_>>> {
    if members(schema).is_some() {
        return None;
    }
    let variants = schema.get("oneOf").and_then(Value::as_array)?;
    let mut choices = Vec::new();
    for variant in variants {
        if let Some((name, inner)) = variant
            .get("properties")
            .and_then(Value::as_object)
            .and_then(|all| all.iter().next())
        {
            choices.push(Choice::Keyed(name, inner, doc(variant)));
        } else if let Some(name) = variant.get("const").and_then(Value::as_str) {
            choices.push(Choice::Plain(name));
        } else {
            let names = variant.get("enum").and_then(Value::as_array).into_iter().flatten();
            choices.extend(names.filter_map(Value::as_str).map(Choice::Plain));
        }
    }
    Some(choices)
}

/// What a schema says of itself.
pub(super) fn doc(schema: &Value) -> &str {
    schema.get("description").and_then(Value::as_str).unwrap_or_default()
}

/// A type that is written as a Python type of the standard library.
pub(super) fn is_native(name: &str) -> bool {
    ["Decimal", "Day", "Instant", "TimeOfDay", "Currency", "Zone"].contains(&name)
}

/// `extra_adult` or `rates.min_stay` as the name of a constant.
pub(super) fn constant(name: &str) -> String {
    let spelled: String = name
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '_' })
        .collect();
    spelled.to_ascii_uppercase()
}

/// `fixed` or `by_age` as part of the name of a class.
pub(super) fn capitalised(name: &str) -> String {
    let words = name.split('_').map(|word| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| {
            first.to_ascii_uppercase().to_string() + letters.as_str()
        })
    });
    words.collect()
}

/// Rust's links and quotes as Python's docs have them.
pub(super) fn prose(doc: &str) -> String {
    doc.replace("[`", "`")
        .replace("`]", "`")
        .replace('\\', "\\\\")
        .replace("\"\"\"", "'''")
}

/// The fields of an object: name, schema and whether it must be given.
pub(super) fn fields(schema: &Value) -> Vec<(&str, &Value, bool)> {
    let required = |name: &str| {
        let names = schema.get("required").and_then(Value::as_array);
        names.is_some_and(|names| names.iter().any(|one| one == name))
    };
    let known = schema.get("properties").and_then(Value::as_object);
    let all = known.into_iter().flatten();
    all.map(|(name, field)| (name.as_str(), field, required(name)))
        .collect()
}

/// A docstring, indented.
pub(super) fn docstring(text: &str, indent: &str) -> String {
    let text = prose(text);
    let mut lines = text.trim().lines();
    let mut written = format!("{indent}\"\"\"{}", lines.next().unwrap_or_default());
    let mut several = false;
    for line in lines {
        several = true;
        written.push('\n');
        if !line.trim().is_empty() {
            written.push_str(&format!("{indent}{}", line.trim_end()));
        }
    }
    if several {
        written.push_str(&format!("\n{indent}"));
    } else if written.ends_with('"') {
        written.push(' ');
    }
    written.push_str("\"\"\"\n");
    written
}
