//! What who runs an upgrade has said: what may be lost, what is kept out of sight, and what records get.

use std::collections::BTreeMap;

use ratebook::records::migration::{MigrationAct, MigrationClass, MigrationLoss};
use ratebook::records::{Migration, Pack};
use ratebook::{Code, Error, Reason};
use serde_json::Value;

use crate::store::failure::Failure;

/// What ends the name of a loss that is known and whose values stay, out of sight.
const KEEP: &str = ":keep";

/// What was said.
#[derive(Clone, Debug, Default)]
pub(super) struct Accepted {
    /// Losses whose values are dropped.
    lost: Vec<String>,
    /// Losses whose values are kept out of sight.
    kept: Vec<String>,
    /// What every record has in a field, by entity and field.
    values: BTreeMap<String, Value>,
}

impl Accepted {
    pub(super) fn read(words: &[String]) -> Accepted {
        let mut accepted = Accepted::default();
        for word in words {
            if let Some((name, value)) = word.split_once('=') {
                let value = serde_json::from_str(value).unwrap_or_else(|_| value.into());
                accepted.values.insert(name.to_owned(), value);
            } else if let Some(name) = word.strip_suffix(KEEP) {
                accepted.kept.push(name.to_owned());
            } else {
                accepted.lost.push(word.clone());
            }
        }
        accepted
    }

    /// What every record has in a field.
    pub(super) fn value(&self, name: &str) -> Option<&Value> {
        self.values.get(name)
    }

    pub(super) fn plan(&self, before: Option<&Pack>, after: &Pack) -> Result<Migration, Failure> {
        Ok(after.migration_of(before, &self.lost)?)
    }

    /// Why the way may not be gone: losses that nobody has named, and names of what is not lost or not asked for.
    pub(super) fn refuse(&self, migration: &Migration) -> Result<(), Failure> {
        let mut reasons = Vec::new();
        for loss in &migration.losses {
            let known = loss.accepted || self.kept.contains(&loss.name);
            let own = |step: &&ratebook::records::migration::MigrationStep| step.loss.as_ref() == Some(&loss.name);
            let mut steps = migration.steps.iter().filter(own);
            if !known && steps.any(|step| step.class == MigrationClass::Loses) {
                reasons.push(unnamed(loss));
            }
        }
        for name in &self.kept {
            if migration.losses.iter().all(|loss| loss.name != *name) {
                let message = format!("the migration does not lose `{name}`");
                reasons.push(Reason::new(Code::RequestUnknown, "/accept", message));
            }
        }
        let asked = migration
            .steps
            .iter()
            .any(|step| matches!(step.act, MigrationAct::Fill(_)));
        for name in self.values.keys().filter(|_| !asked) {
            let message = format!("no record needs a value in `{name}`");
            reasons.push(Reason::new(Code::RequestUnknown, "/accept", message));
        }
        Ok(Error::unless_empty(reasons)?)
    }
}

fn unnamed(loss: &MigrationLoss) -> Reason {
    let MigrationLoss { name, sentence, .. } = loss;
    let message = format!(
        "lost without being named: {sentence}; accept `{name}` to drop them, `{name}{KEEP}` to keep them out of sight"
    );
    Reason::new(Code::DefinitionConflict, "/accept", message).with("name", name)
}
