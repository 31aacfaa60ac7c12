//! The figures of errors, by which apps read them typed.

use std::collections::BTreeMap;
use std::fmt::Write;

use ratebook::Code;
use ratebook::error::DetailKind;

use super::node_types::camel;

/// Every figure that has a type, by its name.
fn all() -> BTreeMap<&'static str, DetailKind> {
    let details = Code::ALL.iter().flat_map(|code| code.details());
    details.filter(|(_, kind)| *kind != DetailKind::Other).collect()
}

/// What reads a figure of a kind, and what it gives, in a language.
type Spelled = fn(DetailKind) -> (&'static str, &'static str);

fn listed(spelled: Spelled) -> Vec<(&'static str, &'static str, &'static str)> {
    let details = all().into_iter();
    details
        .map(|(name, kind)| {
            let (reader, given) = spelled(kind);
            (name, reader, given)
        })
        .collect()
}

/// Name, reader and type of each in Swift.
pub(crate) fn in_swift() -> Vec<(&'static str, &'static str, &'static str)> {
    listed(|kind| match kind {
        DetailKind::Count | DetailKind::Minutes | DetailKind::Seconds => ("whole", "Int"),
        DetailKind::Decimal => ("amount", "Amount"),
        DetailKind::Day => ("day", "Day"),
        DetailKind::Days => ("days", "[Time.DayRange]"),
        DetailKind::DayRange => ("typed()", "Time.DayRange"),
        DetailKind::Instant => ("instant", "Instant"),
        DetailKind::Span => ("typed()", "Time.Span"),
        DetailKind::Texts => ("typed()", "[String]"),
        _ => ("typed()", "String"),
    })
}

/// Name, reader and type of each in Kotlin.
pub(crate) fn in_kotlin() -> Vec<(&'static str, &'static str, &'static str)> {
    listed(|kind| match kind {
        DetailKind::Count | DetailKind::Minutes | DetailKind::Seconds => ("whole", "Long"),
        DetailKind::Decimal => ("decimal", "BigDecimal"),
        DetailKind::Day => ("day", "LocalDate"),
        DetailKind::Days => ("days", "List<DayRange>"),
        DetailKind::DayRange => ("range", "DayRange"),
        DetailKind::Instant => ("instant", "Instant"),
        DetailKind::Span => ("span", "Span"),
        DetailKind::Texts => ("texts", "List<String>"),
        _ => ("text", "String"),
    })
}

/// Whether a type tells an error's figures: their names and types are declared apart.
pub(crate) fn are_in(name: &str) -> bool {
    ["Reason", "ErrorReport"].contains(&name)
}

/// Every figure by its name; none of those that are one thing here and another there has a kind.
fn with_certainty() -> BTreeMap<&'static str, DetailKind> {
    let mut found = BTreeMap::new();
    for (name, kind) in Code::ALL.iter().flat_map(|code| code.details()) {
        let known = found.entry(name).or_insert(kind);
        if *known != kind {
            *known = DetailKind::Other;
        }
    }
    found
}

/// The interface of an error's details in TypeScript.
pub(crate) fn in_typescript() -> String {
    let mut text = "\n/** The figures of a refusal or fault, each as far as it is known; days, moments and amounts are text, as they cross wires. */\n\
                    export interface Details {\n"
        .to_owned();
    for (name, kind) in with_certainty() {
        let kind = match kind {
            DetailKind::Count | DetailKind::Minutes | DetailKind::Seconds => "number",
            DetailKind::Decimal | DetailKind::Instant | DetailKind::Text => "string",
            // A next one, of which there may be none.
            DetailKind::Day => "string | null",
            DetailKind::Days => "readonly (string | DayRange)[]",
            DetailKind::DayRange => "DayRange",
            DetailKind::Span => "Span",
            DetailKind::Texts => "readonly string[]",
            _ => "unknown",
        };
        let undefined = if kind == "unknown" { "" } else { " | undefined" };
        let _ = writeln!(text, "  readonly {}?: {kind}{undefined}", camel(name));
    }
    text.push_str("  /** What a newer engine tells. */\n  readonly [figure: string]: unknown\n}\n");
    text
}

/// The same for Python's type checkers; at run time it is a dict.
pub(crate) fn in_python() -> String {
    // Not as a class: some names are words of the language.
    let mut text = "    Details = TypedDict(\n        \"Details\",\n        {\n".to_owned();
    for (name, kind) in with_certainty() {
        let kind = match kind {
            DetailKind::Count | DetailKind::Minutes | DetailKind::Seconds => "int",
            DetailKind::Decimal | DetailKind::Instant | DetailKind::Text => "str",
            DetailKind::Day => "str | None",
            DetailKind::Days => "list[str | dict[str, str]]",
            DetailKind::DayRange | DetailKind::Span => "dict[str, str]",
            DetailKind::Texts => "list[str]",
            _ => "Any",
        };
        let _ = writeln!(text, "            \"{name}\": {kind},");
    }
    text.push_str(
        "        },\n        total=False,\n    )\n    \
         \"\"\"The figures of a refusal or fault, each as far as it is known; days, moments and amounts are text, as they cross wires.\"\"\"\n\
         else:\n    Details = Dict[str, Any]\n",
    );
    text
}
