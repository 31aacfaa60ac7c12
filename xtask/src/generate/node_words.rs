//! The words of machines in TypeScript: `Machine<State, Event>`, and the machines that ship with theirs.

use std::fmt::Write;

use super::node_types::camel;
use super::shipped::{ANSWERS, REQUESTS, machines, with_behind, word};

const PARAMETERS: &str = "<State extends string = string, Event extends string = string>";
const ARGUMENTS: &str = "<State, Event>";

/// What stands behind the name of a handle where it is declared.
pub(super) fn declared(handle: &str) -> &'static str {
    if handle == "Machine" { PARAMETERS } else { "" }
}

/// The types of a machine's method, with the words of the machine.
pub(super) fn referred(handle: Option<&str>, kind: String) -> String {
    if handle == Some("Machine") {
        with_behind(&with_behind(&kind, ANSWERS, ARGUMENTS), REQUESTS, ARGUMENTS)
    } else {
        kind
    }
}

/// The declaration of a type that holds words of a machine, with its parameters; any other as it is.
pub(super) fn typed(name: &str, declaration: String) -> String {
    let inner = match (ANSWERS.contains(&name), REQUESTS.contains(&name)) {
        (true, _) => ANSWERS,
        (_, true) => REQUESTS,
        _ => return declaration,
    };
    let head = format!("export interface {name} {{");
    let Some((doc, fields)) = declaration.split_once(&head) else {
        return declaration;
    };
    let mut written = format!("{doc}export interface {name}{PARAMETERS} {{");
    for line in fields.split_inclusive('\n') {
        let is_field = line.trim_start().starts_with("readonly ");
        written.push_str(&if is_field { field(line, inner) } else { line.to_owned() });
    }
    written
}

fn field(line: &str, inner: &[&str]) -> String {
    let Some((name, kind)) = line.split_once(':') else {
        return line.to_owned();
    };
    let bare = name.trim().trim_start_matches("readonly ").trim_end_matches('?');
    let known = ["state", "leads_to", "before", "after", "event"];
    match known.iter().find(|own| camel(own) == bare).and_then(|own| word(own)) {
        Some(word) => format!("{name}:{}", kind.replacen("string", word, 1)),
        None => format!("{name}:{}", with_behind(kind, inner, ARGUMENTS)),
    }
}

/// In `flow`: a machine that ships, by its name.
pub(super) const MACHINE: &str =
    "  /** A machine that comes with the engine, loaded, with the words of its states and events. */
  readonly machine: <Name extends keyof ShippedMachines>(
    name: Name,
  ) => Machine<ShippedMachines[Name]['state'], ShippedMachines[Name]['event']>
";

/// The machines that ship, with their words.
pub(super) fn shipped() -> String {
    let mut text = "\n/** The machines that come with the engine, with the words of their states and events. */\n\
                    export interface ShippedMachines {\n"
        .to_owned();
    let any = |words: &[String]| {
        words
            .iter()
            .map(|word| format!("'{word}'"))
            .collect::<Vec<_>>()
            .join(" | ")
    };
    for one in machines() {
        let _ = write!(
            text,
            "  readonly {}: {{\n    readonly state: {}\n    readonly event: {}\n  }}\n",
            one.name,
            any(&one.states),
            any(&one.events)
        );
    }
    text + "}\n"
}
