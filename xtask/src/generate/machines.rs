//! `docs/machines/`: a page for each machine that comes with the engine, and one that lists them.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;

use ratebook::expression::FactTypes;
use ratebook::flow::{
    DiagramRequest, Machine, MachineDefinition, MachineDrawing, MachineEffect, MachineStamp, MachineStanding,
    MachineTransition, MachinesRequest, PathsRequest,
};
use serde_json::Value;

use super::{File, MARK};

pub(super) fn files() -> Vec<File> {
    let machines = MachinesRequest::default().answer().unwrap_or_default();
    let mut files: Vec<File> = machines
        .iter()
        .filter_map(|one| Some((place(&one.name), page(one)?)))
        .collect();
    files.push((place("README"), list(&machines)));
    files
}

fn place(name: &str) -> PathBuf {
    format!("docs/machines/{name}.md").into()
}

fn list(machines: &[MachineDefinition]) -> String {
    let mut text = format!(
        "# Machines\n\n<!-- {MARK} from `core/src/flow/machine/shipped`. -->\n\n\
         The lives that come with the engine. Each is one file of data, loaded by its name and used as it is, or copied and \
         changed: [the guide](../machines.md) shows how.\n\n| machine | what it is |\n|---|---|\n"
    );
    for one in machines {
        let summary = one.summary.as_deref().unwrap_or_default();
        let _ = writeln!(text, "| [{}]({}.md) | {summary} |", titled(&one.name), one.name);
    }
    text
}

/// `rate_list` as `Rate list`.
fn titled(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    format!("{}{}", first.unwrap_or_default(), letters.as_str().replace('_', " "))
}

fn page(definition: &MachineDefinition) -> Option<String> {
    let machine = Machine::load(serde_json::to_value(definition).ok()?).ok()?;
    let drawing = MachineDrawing::Mermaid;
    let picture = machine.diagram(&DiagramRequest::new(drawing)).ok()?;
    let summary = definition.summary.as_deref().unwrap_or_default();
    let name = &definition.name;
    let mut text = format!(
        "# {}\n\n<!-- {MARK} from `core/src/flow/machine/shipped/{name}.toml`. -->\n\n{summary}\n\n\
         ```mermaid\n{picture}```\n\n",
        titled(name),
    );
    states(&mut text, &machine)?;
    start(&mut text, definition);
    events(&mut text, definition);
    types(&mut text, "What is recorded", "field", &definition.fields);
    types(&mut text, "What the conditions look at", "fact", &definition.facts);
    Some(text)
}

fn states(text: &mut String, machine: &Machine) -> Option<()> {
    let paths = machine.paths(&PathsRequest::default()).ok()?;
    text.push_str("## States\n\n| state | how it stands | shortest way there |\n|---|---|---|\n");
    for (state, path) in machine.definition().states.iter().zip(paths) {
        let standing = match state.standing {
            MachineStanding::Open => "",
            MachineStanding::Pending => "waits for the outside",
            MachineStanding::Failed => "refused",
            MachineStanding::Errored => "the outside broke",
            _ => "",
        };
        let end = if state.terminal { "ended" } else { "" };
        let stands: Vec<&str> = [end, standing].into_iter().filter(|told| !told.is_empty()).collect();
        let way = if path.events.is_empty() {
            "everything begins here".to_owned()
        } else {
            path.events.join(" → ")
        };
        let _ = writeln!(text, "| `{}` | {} | {way} |", state.name, stands.join(", "));
    }
    Some(())
}

/// What beginning one needs, records and tells.
fn start(text: &mut String, definition: &MachineDefinition) {
    let Some(start) = &definition.start else { return };
    text.push_str("\n## How it begins\n\n| needs | records | tells the host |\n|---|---|---|\n");
    let mut needs: Vec<String> = start.guard.iter().map(|guard| format!("`{guard}`")).collect();
    needs.extend(start.requires.iter().map(|field| format!("given `{field}`")));
    let _ = writeln!(
        text,
        "| {} | {} | {} |",
        in_a_cell(&needs.join("; ")),
        records(&start.stamps, &start.sets),
        effects(&start.effects)
    );
}

fn events(text: &mut String, definition: &MachineDefinition) {
    text.push_str(
        "\n## What may happen\n\n| from | event | to | needs | records | tells the host |\n|---|---|---|---|---|---|\n",
    );
    for one in &definition.transitions {
        let from = if one.from.iter().any(|name| name == "*") {
            "any that has not ended".to_owned()
        } else {
            one.from
                .iter()
                .map(|name| format!("`{name}`"))
                .collect::<Vec<_>>()
                .join(", ")
        };
        let _ = writeln!(
            text,
            "| {from} | **{}** | `{}` | {} | {} | {} |",
            one.event,
            one.to,
            needs(one),
            records(&one.stamps, &one.sets),
            effects(&one.effects)
        );
    }
}

fn needs(one: &MachineTransition) -> String {
    let mut told: Vec<String> = one.guard.iter().map(|guard| format!("`{guard}`")).collect();
    told.extend(one.requires.iter().map(|field| format!("given `{field}`")));
    told.extend(one.permission.iter().map(|name| format!("the permission `{name}`")));
    told.extend(one.after.iter().map(|timer| format!("happens by itself {timer}")));
    told.extend(
        one.not_before
            .iter()
            .map(|timer| format!("not before {}", timer.told())),
    );
    told.extend(one.not_after.iter().map(|timer| format!("not after {}", timer.told())));
    in_a_cell(&told.join("; "))
}

/// Text that stands in a table.
fn in_a_cell(text: &str) -> String {
    text.replace('|', "\\|")
}

fn records(stamps: &BTreeMap<String, MachineStamp>, sets: &BTreeMap<String, String>) -> String {
    let stamped = stamps.iter().map(|(field, stamp)| match stamp {
        MachineStamp::Now => format!("`{field}`"),
        MachineStamp::NowOnce => format!("`{field}` (the first time)"),
        MachineStamp::Actor => format!("`{field}` (who)"),
        MachineStamp::Given => format!("`{field}` (given)"),
        MachineStamp::Cleared => format!("no `{field}` any more"),
        other => format!("`{field}` ({other:?})"),
    });
    let set = sets
        .iter()
        .map(|(field, value)| format!("`{field}` = `{}`", in_a_cell(value)));
    stamped.chain(set).collect::<Vec<_>>().join(", ")
}

fn effects(effects: &[MachineEffect]) -> String {
    let told = effects.iter().map(|effect| {
        let with = effect.with.iter().map(|(name, value)| {
            let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            format!("{name}: {value}")
        });
        let with = with.collect::<Vec<_>>().join(", ");
        if with.is_empty() {
            format!("`{}`", effect.name)
        } else {
            format!("`{}` ({with})", effect.name)
        }
    });
    told.collect::<Vec<_>>().join(", ")
}

/// Names with their types.
fn types(text: &mut String, title: &str, kind: &str, types: &FactTypes) {
    let Ok(Value::Object(types)) = serde_json::to_value(types) else {
        return;
    };
    if types.is_empty() {
        return;
    }
    let _ = write!(text, "\n## {title}\n\n| {kind} | type |\n|---|---|\n");
    for (name, typed) in types {
        let _ = writeln!(text, "| `{name}` | {} |", typed.as_str().unwrap_or_default());
    }
}
