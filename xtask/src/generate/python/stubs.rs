//! Type stubs of the compiled module and of the areas' functions.

use std::fmt::Write;

use ratebook::api::OperationEntry;
use ratebook::form::model::Field;

use super::Table;
use super::spell::{Way, attribute, docstring, is_native, keywords, spelled};
use super::words;

const IMPORTS: &str = "\
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from types import GenericAlias
from typing import Any, Generic, Literal, Union, final, overload

from typing_extensions import TypeVar

from . import definitions
from ._types import *
from .definitions import DayLike, DecimalLike, InstantLike, TimeLike

";

const TYPE_VARIABLES: &str = "
_State = TypeVar(\"_State\", bound=str, default=str)
_Event = TypeVar(\"_Event\", bound=str, default=str)
";

const HEAD: &str = "# Written by `cargo xtask generate`; change the declarations in core instead.\n\n";

/// `_ratebook.pyi`.
pub(super) fn module(sent: &Table) -> String {
    let areas = sent.areas();
    let modules: Vec<_> = areas
        .iter()
        .map(|area| format!("from . import {area} as {area}\n"))
        .collect();
    let handles = sent.handles.iter().map(|handle| handle.name);
    let names: Vec<_> = ["Quotes", "__version__"]
        .into_iter()
        .chain(handles)
        .chain(areas)
        .collect();
    let mut text = format!(
        "{HEAD}{}from typing import TypedDict\n{IMPORTS}{}\n__version__: str\n{TYPE_VARIABLES}",
        modules.concat(),
        all(&names)
    );
    text.push_str(&fire_request(sent));
    for handle in &sent.handles {
        let definition = qualified(&spelled(&sent.model, &sent.form(&handle.definition), Way::Sent), sent);
        let (of, arguments) = match handle.name {
            "Machine" => ("(Generic[_State, _Event])", "[_State, _Event]"),
            _ => ("", ""),
        };
        let _ = write!(
            text,
            "\n@final\nclass {name}{of}:\n{}\n    \
             def __new__(cls, definition: {definition} | str | bytes | bytearray, /) -> {name}{arguments}: ...\n",
            docstring(handle.doc, "    "),
            name = handle.name,
        );
        for (_, operation) in sent.asked_of(handle) {
            function(&mut text, sent, operation, "    ", "self");
        }
        match handle.name {
            "RateList" => text.push_str(ARROW),
            "Machine" => text.push_str(OF_WORDS),
            _ => {}
        }
        text.push_str("\n    def to_json(self) -> bytes:\n        \"\"\"The definition as JSON text.\"\"\"\n");
        text.push_str("\n    def __reduce__(self) -> tuple[type[Any], tuple[bytes]]: ...\n");
    }
    text.push_str(QUOTES);
    text
}

/// What one of many events is, with the words of its machine.
fn fire_request(sent: &Table) -> String {
    let machines = sent.handles.iter().filter(|handle| handle.name == "Machine");
    let mut asked = machines
        .flat_map(|machine| sent.asked_of(machine))
        .map(|(_, operation)| operation);
    let mut text = String::new();
    let Some(fire) = asked.find(|operation| operation.name == "fire") else {
        return text;
    };
    for (required, head) in [
        (true, "class _Fire(TypedDict, Generic[_Event]):"),
        (false, "class _FireRequest(_Fire[_Event], total=False):"),
    ] {
        let _ = writeln!(text, "\n{head}");
        for field in keywords(sent, fire).iter().filter(|field| field.required == required) {
            let kind = match field.name.as_str() {
                "event" => "_Event".to_owned(),
                _ => qualified(&spelled(&sent.model, &field.form, Way::Sent), sent),
            };
            let _ = writeln!(text, "    {}: {kind}", field.name);
        }
    }
    text
}

const ARROW: &str = "
    def quote_arrow(self, table: Any, /) -> Quotes:
        \"\"\"Prices a whole table in one call: a column per field of a request, a row per request.

        Takes anything that speaks the Arrow C interface (pyarrow, polars, pandas, DuckDB) and gives a table that does.
        \"\"\"

    def total_arrow(self, table: Any, /) -> Quotes:
        \"\"\"The totals of a whole table in one call, as `quote_arrow` takes it; several times faster.\"\"\"
";

const OF_WORDS: &str = "
    def __class_getitem__(cls, words: Any) -> GenericAlias:
        \"\"\"The same class with the words of its states and events, for type checkers.\"\"\"
";

const QUOTES: &str = "
@final
class Quotes:
    \"\"\"A table of answers, in the Arrow C interface.\"\"\"

    def __arrow_c_schema__(self) -> Any: ...
    def __arrow_c_stream__(self, requested_schema: Any = ...) -> Any: ...
    def __len__(self) -> int: ...
";

/// The stub of one area's functions.
pub(super) fn area(sent: &Table, area: &str) -> String {
    let functions = || sent.plain(area).into_iter().map(|(_, operation)| operation);
    let json: Vec<_> = functions()
        .map(|operation| format!("{}_json", operation.name))
        .collect();
    let plain: Vec<_> = functions().map(|operation| attribute(operation.name)).collect();
    let mut names: Vec<_> = plain.iter().chain(&json).map(String::as_str).collect();
    let mut more = String::new();
    if area == "flow" {
        names.push("machine");
        more = words::overloads();
    }
    let mut text = format!("{HEAD}{IMPORTS}{}", all(&names));
    if area == "flow" {
        text = text.replace(
            "from . import definitions\n",
            "from . import definitions, machines as machines_\nfrom ._ratebook import Machine\n",
        );
    }
    for operation in functions() {
        function(&mut text, sent, operation, "", "");
    }
    text + &more
}

fn all(names: &[&str]) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("    \"{name}\",\n")).collect();
    format!("__all__ = [\n{}]\n", quoted.concat())
}

fn function(text: &mut String, sent: &Table, operation: &OperationEntry, indent: &str, this: &str) {
    let fields = keywords(sent, operation);
    let of_machine = operation.handle == Some("Machine");
    let mut answer = spelled(&sent.model, &sent.form(&operation.answer), Way::Answered);
    if of_machine {
        answer = words::in_stub(&answer);
    }
    let _ = write!(text, "\n{indent}def {}(\n", attribute(operation.name));
    if !this.is_empty() {
        let _ = writeln!(text, "{indent}    {this},");
    }
    if !fields.is_empty() {
        let _ = writeln!(text, "{indent}    *,");
    }
    for field in fields {
        let kind = match field.name.as_str() {
            "state" if of_machine => spelled(&sent.model, &field.form, Way::Sent).replacen("str", "_State", 1),
            "event" if of_machine => "_Event".to_owned(),
            "events" if of_machine => "Sequence[_FireRequest[_Event]]".to_owned(),
            _ => qualified(&spelled(&sent.model, &field.form, Way::Sent), sent),
        };
        let default = if field.required { "" } else { " = ..." };
        let _ = writeln!(text, "{indent}    {}: {kind}{default},", field.name);
    }
    let doc = docstring(&explained(operation, fields), &format!("{indent}    "));
    let _ = write!(text, "{indent}) -> {answer}:\n{doc}");
    let this = if this.is_empty() { "" } else { "self, " };
    let _ = write!(
        text,
        "\n{indent}def {}_json({this}request: str | bytes | bytearray, /) -> bytes:\n{indent}    \
         \"\"\"The same from JSON text to JSON text.\"\"\"\n",
        operation.name
    );
}

/// What the operation does, and what each keyword says.
fn explained(operation: &OperationEntry, fields: &[Field]) -> String {
    let mut text = operation.doc.to_owned();
    if !fields.is_empty() {
        text.push_str("\n\nArgs:");
    }
    for field in fields {
        let _ = write!(text, "\n    {}: {}", field.name, field.doc.replace('\n', " "));
    }
    text
}

/// Names of typed dicts and of choices, which live in `definitions`.
fn qualified(kind: &str, sent: &Table) -> String {
    let mut written = String::new();
    let mut word = String::new();
    for letter in kind.chars().chain([' ']) {
        if letter.is_ascii_alphanumeric() || letter == '_' {
            word.push(letter);
            continue;
        }
        let name = word.strip_suffix("Like").unwrap_or(&word);
        if sent.types.contains_key(name) && !is_native(name) {
            written.push_str("definitions.");
        }
        written.push_str(&word);
        written.push(letter);
        word.clear();
    }
    written.trim_end().to_owned()
}
