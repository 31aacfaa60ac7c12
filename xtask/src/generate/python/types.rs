//! Records and enumerations for answers, typed dicts for what is sent.

use std::fmt::Write;

use serde_json::Value;

use super::Side;
use super::spell::{
    Choice, Way, attribute, capitalised, choices, constant, docstring, fields, is_keyword, is_native, members, spelled,
};

const HEAD: &str = "# Written by `cargo xtask generate`; change the declarations in core instead.\n";

/// `_types.py`: a frozen class for each type of an answer, and every enumeration.
pub(super) fn records(answered: &Side, sent: &Side) -> String {
    let mut text = format!(
        "{HEAD}\"\"\"What Ratebook answers with.\"\"\"\n\nfrom __future__ import annotations\n\n\
         from typing import TYPE_CHECKING, Any, Dict, Tuple\n\nfrom ._record import Choice, Record\n\n\
         if TYPE_CHECKING:\n    from datetime import date, datetime\n    from decimal import Decimal\n    \
         from typing import Literal, TypedDict, Union\n"
    );
    let report = Value::from_iter([("$ref", "#/$defs/ErrorReport")]);
    let answers = answered.operations.iter().map(|operation| &operation.answer);
    let names = answered.reached(answers.chain([&report]));
    let mut public = Vec::new();
    for (name, schema) in &sent.types {
        if let Some(members) = members(schema) {
            public.push(name.as_str());
            enumeration(&mut text, name, schema, &members);
        }
    }
    let mut later = String::new();
    for name in names {
        let Some(schema) = answered.types.get(name) else {
            continue;
        };
        if schema.get("properties").is_some() {
            public.push(name);
            record(&mut text, name, schema);
        } else if let Some(choices) = choices(schema) {
            alternatives(&mut later, name, schema, &choices, Way::Answered, "    ");
        }
    }
    if !later.is_empty() {
        let _ = write!(text, "\n\nif TYPE_CHECKING:\n{}", later.trim_start_matches('\n'));
    }
    public.sort_unstable();
    let quoted: Vec<_> = public.iter().map(|name| format!("    \"{name}\",\n")).collect();
    let _ = write!(text, "\n\n__all__ = [\n{}]\n", quoted.concat());
    text
}

fn enumeration(text: &mut String, name: &str, schema: &Value, members: &[(&str, &str)]) {
    let _ = write!(text, "\n\nclass {name}(Choice):\n{}", documented(schema, "    "));
    for (member, doc) in members {
        let _ = write!(text, "\n    {} = \"{member}\"\n", constant(member));
        if !doc.is_empty() {
            text.push_str(&docstring(doc, "    "));
        }
    }
}

fn documented(schema: &Value, indent: &str) -> String {
    docstring(super::spell::doc(schema), indent)
}

fn record(text: &mut String, name: &str, schema: &Value) {
    let fields = fields(schema);
    let slots: Vec<_> = fields
        .iter()
        .map(|(name, ..)| format!("\"{}\",", attribute(name)))
        .collect();
    let _ = write!(text, "\n\nclass {name}(Record):\n{}", documented(schema, "    "));
    let _ = write!(
        text,
        "\n    __slots__ = __match_args__ = ({})\n",
        slots.join(" ").trim_end_matches(',').to_owned() + ","
    );
    let optional: Vec<_> = fields
        .iter()
        .filter(|(.., required)| !required)
        .map(|(name, field, _)| format!("\"{}\": {}", attribute(name), empty(field)))
        .collect();
    let _ = writeln!(text, "    _optional = {{{}}}", optional.join(", "));
    for (name, field, required) in &fields {
        let mut kind = spelled(field, Way::Answered);
        if !required && empty(field) == "None" && !kind.contains("None") {
            kind.push_str(" | None");
        }
        let _ = write!(text, "\n    {}: {kind}\n{}", attribute(name), documented(field, "    "));
    }
}

/// What an attribute holds when its field was left out of the answer: what is empty means the same, or nothing.
fn empty(field: &Value) -> &'static str {
    let states_other = field.get("default").is_some_and(|default| match default {
        Value::Array(items) => !items.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        other => *other != Value::Bool(false),
    });
    match field.get("type").and_then(Value::as_str).filter(|_| !states_other) {
        Some("array") => "()",
        Some("object") => "{}",
        Some("boolean") => "False",
        _ => "None",
    }
}

fn alternatives(text: &mut String, name: &str, schema: &Value, choices: &[Choice<'_>], way: Way, indent: &str) {
    let mut all = Vec::new();
    let mut literals = Vec::new();
    for choice in choices {
        match choice {
            Choice::Plain(plain) => literals.push(format!("\"{plain}\"")),
            Choice::Keyed(key, inner, doc) => {
                let class = format!("{name}{}", capitalised(key));
                let _ = write!(
                    text,
                    "\n\n{indent}class {class}(TypedDict):\n{}",
                    docstring(doc, &format!("{indent}    "))
                );
                let _ = write!(text, "\n{indent}    {key}: {}\n", spelled(inner, way));
                all.push(format!("\"{class}\""));
            }
        }
    }
    if !literals.is_empty() {
        all.push(format!("Literal[{}]", literals.join(", ")));
    }
    let _ = write!(
        text,
        "\n\n{indent}{name} = Union[{}]\n{}",
        all.join(", "),
        documented(schema, indent)
    );
}

/// `definitions.py`: the typed dicts of what is sent.
pub(super) fn typed_dicts(sent: &Side) -> String {
    let mut text = format!(
        "{HEAD}\"\"\"What Ratebook takes: definitions and the parts of requests, for type checkers and editors.\n\n\
         At run time a plain dict does; these classes say what it may hold.\n\"\"\"\n\nfrom __future__ import annotations\n\n\
         from collections.abc import Mapping, Sequence\nfrom datetime import date, datetime, time\nfrom decimal import Decimal\n\
         from typing import Any, Literal, TypedDict, Union\n\nfrom . import _types\n\n\
         DecimalLike = Union[Decimal, int, str]\n\"\"\"An exact number; never a float, which has lost digits already.\"\"\"\n\n\
         DayLike = Union[date, str]\n\"\"\"A day, or text such as \\\"2026-12-31\\\".\"\"\"\n\n\
         InstantLike = Union[datetime, str]\n\"\"\"An aware datetime, or text such as \\\"2026-09-01T10:00:00+02:00\\\".\"\"\"\n\n\
         TimeLike = Union[time, str]\n\"\"\"A time of day, or text such as \\\"14:30\\\".\"\"\"\n"
    );
    let starts = sent.operations.iter().map(|operation| &operation.request);
    let starts = starts.chain(sent.handles.iter().map(|handle| &handle.definition));
    for name in sent.reached(starts) {
        let Some(schema) = sent.types.get(name) else { continue };
        if is_native(name) {
            continue;
        }
        if let Some(members) = members(schema) {
            let literals: Vec<_> = members.iter().map(|(member, _)| format!("\"{member}\"")).collect();
            let _ = write!(
                text,
                "\n{name} = Union[_types.{name}, Literal[{}]]\n",
                literals.join(", ")
            );
            text.push_str(&documented(schema, ""));
        } else if let Some(choices) = choices(schema) {
            alternatives(&mut text, name, schema, &choices, Way::Sent, "");
        } else if schema.get("properties").is_some() {
            typed_dict(&mut text, name, schema);
        }
    }
    text
}

fn typed_dict(text: &mut String, name: &str, schema: &Value) {
    let (keywords, fields): (Vec<_>, Vec<_>) = fields(schema).into_iter().partition(|(field, ..)| is_keyword(field));
    let (needed, optional): (Vec<_>, Vec<_>) = fields.into_iter().partition(|(.., required)| *required);
    let mut bases = Vec::new();
    for (required, suffix, total) in [(true, "Words", ""), (false, "MoreWords", ", total=False")] {
        let own: Vec<_> = keywords.iter().filter(|(.., one)| *one == required).collect();
        if own.is_empty() {
            continue;
        }
        // A class cannot have a field that is a keyword; a dict can.
        let base = format!("_{name}{suffix}");
        let written = own
            .iter()
            .map(|(field, schema, _)| format!("\"{field}\": \"{}\"", spelled(schema, Way::Sent)));
        let written = written.collect::<Vec<_>>().join(", ");
        let _ = write!(text, "\n\n{base} = TypedDict(\"{base}\", {{{written}}}{total})\n");
        bases.push(base);
    }
    let write_fields = |text: &mut String, fields: &[(&str, &Value, bool)]| {
        for (name, field, _) in fields {
            let _ = write!(
                text,
                "\n    {name}: {}\n{}",
                spelled(field, Way::Sent),
                documented(field, "    ")
            );
        }
    };
    let (partly, inside) = if optional.is_empty() {
        ("", needed)
    } else {
        if !needed.is_empty() {
            let _ = write!(
                text,
                "\n\nclass _{name}(TypedDict):\n    \"\"\"The fields of `{name}` that must be given.\"\"\"\n"
            );
            write_fields(text, &needed);
            bases.insert(0, format!("_{name}"));
        }
        (", total=False", optional)
    };
    if bases.is_empty() {
        bases.push("TypedDict".to_owned());
    }
    let bases = bases.join(", ");
    let _ = write!(
        text,
        "\n\nclass {name}({bases}{partly}):\n{}",
        documented(schema, "    ")
    );
    write_fields(text, &inside);
}
