//! Records and enumerations for answers, typed dicts for what is sent.

use std::fmt::Write;

use ratebook::form::Model;
use ratebook::form::model::{Absence, Declared, Field, Form, Variant};
use serde_json::json;

use super::Table;
use super::spell::{Way, attribute, capitalised, constant, docstring, is_keyword, is_native, spelled};
use super::words;
use crate::generate::details;

const HEAD: &str = "# Written by `cargo xtask generate`; change the declarations in core instead.\n";

/// `_types.py`: a frozen class for each type of an answer, and every enumeration.
pub(super) fn records(answered: &Table, sent: &Table) -> String {
    let mut text = format!(
        "{HEAD}\"\"\"What Ratebook answers with.\"\"\"\n\nfrom __future__ import annotations\n\n\
         from typing import TYPE_CHECKING, Any, Dict, Tuple\n\nfrom ._record import Choice, Record\n\n\
         if TYPE_CHECKING:\n    from datetime import date, datetime\n    from decimal import Decimal\n    \
         from typing import Generic as _Of, Literal, TypedDict, Union\n\n    from typing_extensions import TypeVar\n\n    \
         State_co = TypeVar(\"State_co\", bound=str, default=str, covariant=True)\n    \
         Event_co = TypeVar(\"Event_co\", bound=str, default=str, covariant=True)\n\
         else:\n    from ._record import _Of\n\n    State_co = Event_co = str\n\nif TYPE_CHECKING:\n{}",
        details::in_python()
    );
    let report = json!({"$ref": "#/$defs/ErrorReport"});
    let answers = answered.operations.iter().map(|operation| &operation.answer);
    let mut public = vec!["Details"];
    for own in sent.model.types() {
        if let Some(words) = plain_words(&own.form) {
            public.push(own.name.as_str());
            enumeration(&mut text, own, words);
        }
    }
    let mut later = String::new();
    for own in answered.reached(answers.chain([&report])) {
        match &own.form {
            Form::Record(fields) => {
                public.push(&own.name);
                record(&mut text, &answered.model, own, fields);
            }
            Form::Choice(variants) if plain_words(&own.form).is_none() => {
                alternatives(&mut later, &answered.model, own, variants, Way::Answered, "    ");
            }
            _ => {}
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

/// The choices of a form that is one of several words.
fn plain_words(form: &Form) -> Option<&[Variant]> {
    match form {
        Form::Choice(variants) if variants.iter().all(|own| own.holds.is_none()) => Some(variants),
        _ => None,
    }
}

fn enumeration(text: &mut String, own: &Declared, words: &[Variant]) {
    let _ = write!(text, "\n\nclass {}(Choice):\n{}", own.name, docstring(&own.doc, "    "));
    for word in words {
        let _ = write!(text, "\n    {} = \"{}\"\n", constant(&word.name), word.name);
        if !word.doc.is_empty() {
            text.push_str(&docstring(&word.doc, "    "));
        }
    }
}

fn record(text: &mut String, model: &Model, own: &Declared, fields: &[Field]) {
    let slots = fields.iter().map(|field| format!("\"{}\",", attribute(&field.name)));
    let slots = slots.collect::<Vec<_>>().join(" ");
    let _ = write!(
        text,
        "\n\nclass {}(Record{}):\n{}\n    __slots__ = __match_args__ = ({slots})\n",
        own.name,
        if words::is_typed(&own.name) {
            ", _Of[State_co, Event_co]"
        } else {
            ""
        },
        docstring(&own.doc, "    ")
    );
    let optional = fields.iter().filter(|field| !field.required);
    let optional = optional.map(|field| format!("\"{}\": {}", attribute(&field.name), absent(field)));
    let _ = writeln!(text, "    _optional = {{{}}}", optional.collect::<Vec<_>>().join(", "));
    for field in fields {
        let mut kind = spelled(model, &field.form, Way::Answered);
        if !field.required && absent(field) == "None" && !kind.contains("None") {
            kind.push_str(" | None");
        }
        if words::is_typed(&own.name) {
            kind = words::within(&field.name, &kind);
        }
        if details::are_in(&own.name) && field.name == "details" {
            kind = "Details".to_owned();
        }
        let doc = docstring(&field.doc, "    ");
        let _ = write!(text, "\n    {}: {kind}\n{doc}", attribute(&field.name));
    }
}

/// What an attribute holds when its field was left out of the answer: what means the same as that, or nothing.
fn absent(field: &Field) -> &'static str {
    match (field.absence(), &field.form) {
        (Absence::Empty, Form::List(..)) => "()",
        (Absence::Empty, Form::Truth) => "False",
        (Absence::Empty, _) => "{}",
        _ => "None",
    }
}

fn alternatives(text: &mut String, model: &Model, own: &Declared, variants: &[Variant], way: Way, indent: &str) {
    let mut all = Vec::new();
    let mut literals = Vec::new();
    for variant in variants {
        let key = &variant.name;
        let Some(inner) = &variant.holds else {
            literals.push(format!("\"{key}\""));
            continue;
        };
        let class = format!("{}{}", own.name, capitalised(key));
        let _ = write!(
            text,
            "\n\n{indent}class {class}(TypedDict):\n{}\n{indent}    {key}: {}\n",
            docstring(&variant.doc, &format!("{indent}    ")),
            spelled(model, inner, way)
        );
        all.push(class);
    }
    if !literals.is_empty() {
        all.push(format!("Literal[{}]", literals.join(", ")));
    }
    let (all, doc) = (all.join(", "), docstring(&own.doc, indent));
    let _ = write!(text, "\n\n{indent}{} = Union[{all}]\n{doc}", own.name);
}

/// `definitions.py`: the typed dicts of what is sent.
pub(super) fn typed_dicts(answered: &Table, sent: &Table) -> String {
    let mut text = format!(
        "{HEAD}\"\"\"What Ratebook takes: definitions and the parts of requests, for type checkers and editors.\n\n\
         At run time a plain dict does; these classes say what it may hold.\n\"\"\"\n\nfrom __future__ import annotations\n\n\
         from collections.abc import Mapping, Sequence\nfrom datetime import date, datetime, time\nfrom decimal import Decimal\n\
         from typing import TYPE_CHECKING, Annotated, Any, Literal, TypedDict, Union\n\nfrom . import _types\nfrom ._wire import Wire\n\n\
         DecimalLike = Annotated[Union[Decimal, int, str], Wire(\"Decimal\")]\n\
         \"\"\"An exact number; never a float, which has lost digits already.\"\"\"\n\n\
         DayLike = Annotated[Union[date, str], Wire(\"Day\")]\n\"\"\"A day, or text such as \\\"2026-12-31\\\".\"\"\"\n\n\
         InstantLike = Annotated[Union[datetime, str], Wire(\"Instant\")]\n\
         \"\"\"An aware datetime, or text such as \\\"2026-09-01T10:00:00+02:00\\\".\"\"\"\n\n\
         TimeLike = Annotated[Union[time, str], Wire(\"TimeOfDay\")]\n\"\"\"A time of day, or text such as \\\"14:30\\\".\"\"\"\n"
    );
    let both = both(answered, sent);
    let starts = sent.operations.iter().map(|operation| &operation.request);
    let starts = starts.chain(sent.handles.iter().map(|handle| &handle.definition));
    for own in sent.reached(starts).into_iter().filter(|own| !is_native(&own.name)) {
        match (plain_words(&own.form), &own.form) {
            (Some(words), _) => {
                let literals: Vec<_> = words.iter().map(|word| format!("\"{}\"", word.name)).collect();
                let (name, literals) = (&own.name, literals.join(", "));
                let _ = write!(text, "\n{name} = Union[_types.{name}, Literal[{literals}]]\n");
                text.push_str(&docstring(&own.doc, ""));
            }
            (None, Form::Choice(variants)) => alternatives(&mut text, &sent.model, own, variants, Way::Sent, ""),
            (None, Form::Record(fields)) if !fields.is_empty() => {
                typed_dict(&mut text, &sent.model, own, fields);
                if both.contains(&own.name.as_str()) {
                    let name = &own.name;
                    let _ = write!(
                        text,
                        "\n\n{name}Like = Union[{name}, _types.{name}]\n\"\"\"The same, or one that was answered.\"\"\"\n"
                    );
                }
            }
            _ => {}
        }
    }
    text.push_str("\n\nif not TYPE_CHECKING:\n    from . import _wire\n\n    _wire.tell_pydantic(globals())\n");
    text
}

/// The records that are answered and taken again.
pub(super) fn both<'t>(answered: &Table, sent: &'t Table) -> Vec<&'t str> {
    let answers = answered.operations.iter().map(|operation| &operation.answer);
    let report = json!({"$ref": "#/$defs/ErrorReport"});
    let answers = answered.reached(answers.chain([&report]));
    let requests = sent.operations.iter().map(|operation| &operation.request);
    let definitions = sent.handles.iter().map(|handle| &handle.definition);
    let mut both = sent.reached(requests.chain(definitions));
    both.retain(|own| {
        let is_record = |form: &Form| matches!(form, Form::Record(fields) if !fields.is_empty());
        let same = |other: &&Declared| other.name == own.name && is_record(&other.form);
        is_record(&own.form) && answers.iter().any(same)
    });
    both.into_iter().map(|own| own.name.as_str()).collect()
}

fn typed_dict(text: &mut String, model: &Model, own: &Declared, fields: &[Field]) {
    let name = &own.name;
    let (keywords, fields): (Vec<_>, Vec<_>) = fields.iter().partition(|field| is_keyword(&field.name));
    let (needed, optional): (Vec<_>, Vec<_>) = fields.into_iter().partition(|field| field.required);
    let mut bases = Vec::new();
    for (required, suffix, total) in [(true, "Words", ""), (false, "MoreWords", ", total=False")] {
        let own: Vec<_> = keywords.iter().filter(|field| field.required == required).collect();
        if own.is_empty() {
            continue;
        }
        // A class cannot have a field that is a keyword; a dict can.
        let base = format!("_{name}{suffix}");
        let written = own
            .iter()
            .map(|field| format!("\"{}\": \"{}\"", field.name, spelled(model, &field.form, Way::Sent)));
        let written = written.collect::<Vec<_>>().join(", ");
        let _ = write!(text, "\n\n{base} = TypedDict(\"{base}\", {{{written}}}{total})\n");
        bases.push(base);
    }
    let write_fields = |text: &mut String, fields: &[&Field]| {
        for field in fields {
            let (kind, doc) = (spelled(model, &field.form, Way::Sent), docstring(&field.doc, "    "));
            let _ = write!(text, "\n    {}: {kind}\n{doc}", field.name);
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
    let doc = docstring(&own.doc, "    ");
    let _ = write!(text, "\n\nclass {name}({bases}{partly}):\n{doc}");
    write_fields(text, &inside);
}
