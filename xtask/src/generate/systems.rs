//! `docs/systems/`: what each pack promises, and by what it is shown.

use std::fmt::Write;

use ratebook::records::definition::{PackDefinition, RuleDecider};

use super::{File, MARK};
use crate::rules::{self, Proof};

pub(super) fn files() -> Vec<File> {
    let folders = rules::own().unwrap_or_default();
    let page = |folder: &std::path::PathBuf| {
        let name = folder.file_name()?.to_string_lossy().into_owned();
        let text = match rules::pack(folder) {
            Ok(pack) => page(&name, &pack),
            // Whoever reads it sees what is wrong, and the page that is held has drifted.
            Err(faults) => format!("# {name}\n\n<!-- {MARK}. -->\n\n{faults}\n"),
        };
        Some((format!("docs/systems/{name}.md").into(), text))
    };
    folders.iter().filter_map(page).collect()
}

fn page(folder: &str, pack: &PackDefinition) -> String {
    let label = pack.label.as_deref().unwrap_or(&pack.name);
    let summary = pack.summary.as_deref().unwrap_or_default();
    let mut text = format!(
        "# {label}\n\n<!-- {MARK} from `server/packs/{folder}`. -->\n\n{summary}\n\n\
         What it keeps stands in [its folder](../../server/packs/{folder}); [the guide](../packs.md) shows how one is made. This is what \
         it promises, where each promise is decided, and which tests fail when it is broken. `cargo xtask rules` tells what the last \
         run of them has shown.\n\n| rule | what is promised | decided | shown by |\n| --- | --- | --- | --- |\n"
    );
    for rule in &pack.rules {
        let proofs: Vec<String> = rule.proofs.iter().map(|proof| shown(proof)).collect();
        let proofs = if proofs.is_empty() {
            "nothing yet".to_owned()
        } else {
            proofs.join("<br>")
        };
        // Writing to a text does not fail.
        let _ = writeln!(
            text,
            "| {} | {} | {} | {proofs} |",
            rule.id,
            rule.sentence.replace('|', "\\|"),
            decided(rule.decided)
        );
    }
    text
}

fn decided(by: RuleDecider) -> &'static str {
    match by {
        RuleDecider::Core => "in core",
        RuleDecider::Server => "by the server",
        RuleDecider::Connector => "by a connector",
        RuleDecider::Web => "on the screen",
        RuleDecider::Operations => "by how it is run",
        _ => "elsewhere",
    }
}

/// A proof with its file as a link.
fn shown(proof: &str) -> String {
    match Proof::split(proof) {
        Some(Proof { file, name }) => {
            let short = file.rsplit('/').next().unwrap_or(file);
            format!("[{short}](../../{file}): {name}").replace('|', "\\|")
        }
        None => proof.replace('|', "\\|"),
    }
}
