use std::fmt::Write;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::Machine;
use super::definition::{MachineState, MachineTransition};
use crate::Result;
use crate::fault::Limits;

/// A picture of the machine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct DiagramRequest {
    /// As what.
    pub drawing: MachineDrawing,
    /// The state that is marked as the present one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub state: Option<String>,
}

/// The language of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MachineDrawing {
    /// Mermaid, which Markdown pages draw.
    Mermaid,
    /// DOT, which Graphviz draws.
    Dot,
}

impl Machine {
    /// The machine as a picture, with the present state marked.
    pub fn diagram(&self, request: &DiagramRequest) -> Result<String> {
        request.bounded()?;
        if let Some(state) = &request.state {
            self.state_of(state, "/state")?;
        }
        let state = request.state.as_deref();
        Ok(match request.drawing {
            MachineDrawing::Mermaid => self.mermaid(state),
            MachineDrawing::Dot => self.dot(state),
        })
    }

    fn mermaid(&self, present: Option<&str>) -> String {
        let definition = self.definition();
        let mut text = "stateDiagram-v2\n".to_owned();
        for state in &definition.states {
            let _ = writeln!(text, "    {}: {}", state.name, plain(titled(state)));
        }
        let _ = writeln!(text, "    [*] --> {}", definition.initial);
        for (before, transition) in self.edges() {
            let told = plain(&told(transition));
            let _ = writeln!(text, "    {before} --> {}: {told}", transition.to);
        }
        for state in definition.states.iter().filter(|state| state.terminal) {
            let _ = writeln!(text, "    {} --> [*]", state.name);
        }
        if let Some(present) = present {
            text.push_str("    classDef present fill:#ffd54f,stroke:#e65100,stroke-width:3px,color:#000\n");
            let _ = writeln!(text, "    class {present} present");
        }
        text
    }

    fn dot(&self, present: Option<&str>) -> String {
        let definition = self.definition();
        let mut text = format!(
            "digraph {} {{\n    rankdir=LR\n    begin [shape=point]\n",
            definition.name
        );
        for state in &definition.states {
            let shape = if state.terminal { "doublecircle" } else { "box" };
            let filled = if present == Some(&state.name) {
                ", style=filled, fillcolor=gold"
            } else {
                ""
            };
            let _ = writeln!(
                text,
                "    \"{}\" [label=\"{}\", shape={shape}{filled}]",
                state.name,
                quoted(titled(state))
            );
        }
        let _ = writeln!(text, "    begin -> \"{}\"", definition.initial);
        for (before, transition) in self.edges() {
            let told = quoted(&told(transition));
            let _ = writeln!(text, "    \"{before}\" -> \"{}\" [label=\"{told}\"]", transition.to);
        }
        text.push_str("}\n");
        text
    }

    /// Every state with each transition that leads from it, in the definition's order.
    fn edges(&self) -> impl Iterator<Item = (&str, &MachineTransition)> {
        let transitions = self.definition().transitions.iter();
        transitions.flat_map(|transition| {
            let leaves = move |state: &&MachineState| {
                let any =
                    transition.from.iter().any(|name| name == "*") && !state.terminal && state.name != transition.to;
                any || transition.from.contains(&state.name)
            };
            let states = self.definition().states.iter().filter(leaves);
            states.map(move |state| (state.name.as_str(), transition))
        })
    }
}

fn titled(state: &MachineState) -> &str {
    state.label.as_deref().unwrap_or(&state.name)
}

/// `reject(reason) [paid >= total] after 7 days`, `approve not after expires_at`.
fn told(transition: &MachineTransition) -> String {
    let mut text = transition.event.clone();
    if !transition.requires.is_empty() {
        let _ = write!(text, "({})", transition.requires.join(", "));
    }
    if let Some(guard) = &transition.guard {
        let _ = write!(text, " [{guard}]");
    }
    if let Some(timer) = &transition.after {
        let _ = write!(text, " {timer}");
    }
    for (word, limit) in [("before", &transition.not_before), ("after", &transition.not_after)] {
        if let Some(limit) = limit {
            let _ = write!(text, " not {word} {}", limit.told());
        }
    }
    text
}

/// Mermaid ends a label at a line's end, and reads `;`, `#` and angles itself.
fn plain(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '#' | ';' | '<' | '>' | '"' => {
                let _ = write!(kept, "#{};", u32::from(letter));
            }
            letter => kept.push(if letter.is_control() { ' ' } else { letter }),
        }
    }
    kept
}

fn quoted(text: &str) -> String {
    let kept = text
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter });
    kept.collect::<String>().replace('\\', "\\\\").replace('"', "\\\"")
}
