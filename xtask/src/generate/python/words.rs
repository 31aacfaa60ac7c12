//! The words of machines in Python: `machines.py`, and the overloads of `flow.machine`.

use std::fmt::Write;

use super::super::shipped::{ANSWERS, machines, with_behind, word};
use super::spell::capitalised;

/// `machines.py`: the words of every machine that ships.
pub(super) fn write() -> String {
    let mut text = "# Written by `cargo xtask generate`; change the machines in core instead.\n\
        \"\"\"The machines that come with the engine: the words of their states and events, for annotations.\n\n\
        `ratebook.flow.machine(\"payment\")` is a `ratebook.Machine[PaymentState, PaymentEvent]`.\n\"\"\"\n\n\
        from __future__ import annotations\n\nfrom typing import Literal\n"
        .to_owned();
    let any = |words: &[String]| {
        words
            .iter()
            .map(|word| format!("    \"{word}\",\n"))
            .collect::<String>()
    };
    for one in machines() {
        let class = capitalised(&one.name);
        let _ = write!(
            text,
            "\n{class}State = Literal[\n{}]\n\"\"\"The states of `{name}`.\"\"\"\n\n{class}Event = Literal[\n{}]\n\
             \"\"\"The events of `{name}`.\"\"\"\n",
            any(&one.states),
            any(&one.events),
            name = one.name,
        );
    }
    text
}

/// The overloads of `flow.machine`.
pub(super) fn overloads() -> String {
    let mut text = String::new();
    for one in machines() {
        let (name, class) = (&one.name, capitalised(&one.name));
        let _ = write!(
            text,
            "\n@overload\ndef machine(name: Literal[\"{name}\"], /) -> Machine[machines_.{class}State, machines_.{class}Event]:\n    \
             \"\"\"A machine that comes with the engine, loaded, with the words of its states and events.\"\"\"\n",
        );
    }
    text
}

/// Whether answers of this name hold words of their machine.
pub(super) fn is_typed(name: &str) -> bool {
    ANSWERS.contains(&name)
}

/// A type within an answer of a machine, with the words of the machine.
pub(super) fn within(field: &str, kind: &str) -> String {
    match word(field) {
        Some(word) => kind.replacen("str", &format!("{word}_co"), 1),
        None => with_behind(kind, ANSWERS, "[State_co, Event_co]"),
    }
}

/// A type in the stub of `Machine`.
pub(super) fn in_stub(kind: &str) -> String {
    with_behind(kind, ANSWERS, "[_State, _Event]")
}
