//! A plan for people.

use std::fmt::Write;

use ratebook::records::Migration;
use ratebook::records::migration::MigrationClass;

/// A migration as lines of text: one for each step with its class, what it does and what is lost, and then how losses are named.
pub fn told(migration: &Migration) -> String {
    let mut text = String::new();
    let from = match migration.version_before {
        Some(version) => format!("version {version}"),
        None => "nothing".to_owned(),
    };
    // Writing to a text does not fail.
    let _ = writeln!(
        text,
        "{}: from {from} to version {}",
        migration.pack, migration.version_after
    );
    if migration.steps.is_empty() {
        text.push_str("  no table changes\n");
    }
    for step in &migration.steps {
        let class = match step.class {
            MigrationClass::Safe => "safe",
            MigrationClass::NeedsBackfill => "fills",
            MigrationClass::Loses => "loses",
            _ => "other",
        };
        let _ = write!(text, "  {class}  {}", step.sentence);
        if let Some(loss) = &step.loss {
            let _ = write!(text, " ({loss})");
        }
        text.push('\n');
    }
    for loss in &migration.losses {
        let end = if loss.accepted {
            "dropped".to_owned()
        } else {
            format!("kept out of sight; accept `{}` to drop them", loss.name)
        };
        let _ = writeln!(text, "  lost   {}: {end}", loss.sentence);
    }
    text
}
