//! How a form is spelled as a Python type.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use ratebook::api::OperationEntry;
use ratebook::form::Model;
use ratebook::form::model::{Field, Form};

use super::Table;

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
pub(in crate::generate) fn attribute(name: &str) -> String {
    if is_keyword(name) {
        format!("{name}_")
    } else {
        name.to_owned()
    }
}

/// The Python type of a form.
pub(super) fn spelled(model: &Model, form: &Form, way: Way) -> String {
    let inside = |inner: &Form| spelled(model, inner, way);
    match form {
        Form::Truth => "bool".to_owned(),
        Form::Whole(_) => "int".to_owned(),
        Form::Text(_) => "str".to_owned(),
        Form::Optional(inner) => format!("{} | None", inside(inner)),
        Form::Type(place) => named(model.name(*place), way),
        Form::List(inner, _) => match way {
            Way::Sent => format!("Sequence[{}]", inside(inner)),
            Way::Answered => format!("tuple[{}, ...]", inside(inner)),
        },
        Form::Map(inner) => match way {
            Way::Sent => format!("Mapping[str, {}]", inside(inner)),
            Way::Answered => format!("dict[str, {}]", inside(inner)),
        },
        Form::Numbered(inner) => match way {
            Way::Sent => format!("Mapping[Any, {}]", inside(inner)),
            Way::Answered => format!("dict[int, {}]", inside(inner)),
        },
        Form::Anything | Form::Choice(_) | Form::Record(_) => "Any".to_owned(),
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
    match way {
        Way::Sent if LIKE.contains(sent) => format!("{sent}Like"),
        Way::Sent => sent.to_owned(),
        Way::Answered => answered.to_owned(),
    }
}

/// The types whose answers are taken again.
static LIKE: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let sent = Table::taken();
    let both = super::types::both(&Table::answered(), &sent);
    both.into_iter().map(str::to_owned).collect()
});

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

/// The fields of a request, for keywords.
pub(super) fn keywords<'t>(table: &'t Table, operation: &OperationEntry) -> &'t [Field] {
    let form = match table.form(&operation.request) {
        Form::Type(place) => table.model.declared(place).map(|own| &own.form),
        _ => None,
    };
    match form {
        Some(Form::Record(fields)) => fields,
        _ => &[],
    }
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
