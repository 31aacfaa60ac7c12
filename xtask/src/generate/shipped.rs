//! The words of the machines that come with the engine, and where a type of a machine's life holds such words.

use ratebook::flow::{MachineDefinition, MachinesRequest};

/// A machine by its name, with the words of its states and of its events.
pub(super) struct Words {
    pub(super) name: String,
    pub(super) states: Vec<String>,
    pub(super) events: Vec<String>,
}

/// Every machine that ships.
pub(super) fn machines() -> Vec<Words> {
    let words = |one: MachineDefinition| Words {
        states: one.states.into_iter().map(|state| state.name).collect(),
        events: one.events.into_iter().map(|event| event.name).collect(),
        name: one.name,
    };
    let machines = MachinesRequest::default().answer().unwrap_or_default();
    machines.into_iter().map(words).collect()
}

/// Answers whose words are those of their machine.
pub(super) const ANSWERS: &[&str] = &[
    "MachineAttempt",
    "MachineChoice",
    "MachineDue",
    "MachineFired",
    "MachineInstance",
    "MachineRecord",
    "MachineSettled",
    "MachineStep",
    "MachineTimers",
];

/// Requests that name an event of their machine. The instance in them may come from anywhere, with any text for its state.
pub(super) const REQUESTS: &[&str] = &["FireAllRequest", "FireRequest", "StepRequest"];

/// Whose word a field of such a type holds.
pub(super) fn word(field: &str) -> Option<&'static str> {
    match field {
        "state" | "leads_to" | "before" | "after" => Some("State"),
        "event" => Some("Event"),
        _ => None,
    }
}

/// Each type's name in a text with what is to stand behind it.
pub(super) fn with_behind(text: &str, names: &[&str], behind: &str) -> String {
    let mut written = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(|letter: char| letter.is_ascii_alphanumeric() || letter == '_') {
        let (before, from) = rest.split_at(start);
        let end = from.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
        let (name, after) = from.split_at(end.unwrap_or(from.len()));
        written.push_str(before);
        written.push_str(name);
        if names.contains(&name) {
            written.push_str(behind);
        }
        rest = after;
    }
    written + rest
}
