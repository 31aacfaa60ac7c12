//! What a letter of a pack is given of a record: fields of its own and of records that it links to, as somebody may see them.

use std::collections::{BTreeMap, BTreeSet};

use ratebook::records::{Cell, LetterDefinition, LetterReceiver};
use serde_json::{Map, Value};

use super::desk::Desk;
use crate::platform::pack_settings;
use crate::store::json;
use crate::store::{Failure, Record, TenantTx};

/// What letters call the settings of the tenant.
const SETTINGS: &str = "settings";

/// A record with those that it links to, as somebody may see them.
#[derive(Clone, Debug)]
pub(crate) struct Given {
    record: Record,
    /// By the field that links to them; nothing where they may not be read, or are not there.
    linked: BTreeMap<String, Option<Record>>,
}

impl Given {
    /// A value of the record, or of one that it links to.
    pub(crate) fn at(&self, path: &str) -> Option<&Value> {
        let value = match path.split_once('.') {
            None => self.record.get(path),
            Some((link, name)) => self.linked.get(link)?.as_ref()?.get(name),
        };
        value.filter(|value| !value.is_null())
    }

    /// The text there; nothing in it where there is none.
    pub(crate) fn text(&self, path: &str) -> &str {
        self.at(path).and_then(Value::as_str).unwrap_or_default()
    }

    /// The id there.
    pub(crate) fn id(&self, path: &str) -> Option<[u8; 16]> {
        match Cell::id(self.text(path))? {
            Cell::Id(id) => Some(id),
            _ => None,
        }
    }

    /// What a letter may say of it, and nothing else: each of its fields, with nothing in the place of what is not there.
    pub(crate) fn values(&self, letter: &LetterDefinition) -> Map<String, Value> {
        let mut values = Map::new();
        for path in &letter.fields {
            let value = self.at(path).cloned().unwrap_or(Value::Null);
            match path.split_once('.') {
                None => drop(values.insert(path.clone(), value)),
                Some((link, name)) => {
                    let inside = values.entry(link).or_insert_with(|| Value::Object(Map::new()));
                    if let Value::Object(inside) = inside {
                        inside.insert(name.to_owned(), value);
                    }
                }
            }
        }
        values
    }
}

impl Desk {
    /// A record for a letter, as whoever is at the desk may see it; nothing where there is none for them.
    pub(crate) async fn given(
        &self,
        tx: &mut TenantTx<'_>,
        id: [u8; 16],
        letter: &LetterDefinition,
    ) -> Result<Option<Given>, Failure> {
        let Some(record) = self.seen(tx, id).await? else {
            return Ok(None);
        };
        let mut given = Given {
            record,
            linked: BTreeMap::new(),
        };
        for link in links(letter) {
            let field = self.entity()?.field(link);
            // What the tenant has set, where the record has no such link.
            if field.is_none() && link == SETTINGS {
                let said = pack_settings::said(tx, self.pack()).await?;
                given.linked.insert(link.to_owned(), Some(said));
                continue;
            }
            let target = field.and_then(|field| field.definition().entity.as_deref());
            let found = match (target, given.id(link)) {
                (Some(target), Some(other)) => self.at(target)?.seen(tx, other).await?,
                _ => None,
            };
            given.linked.insert(link.to_owned(), found);
        }
        Ok(Some(given))
    }

    /// A record with what they see of it; nothing where they may not read it.
    async fn seen(&self, tx: &mut TenantTx<'_>, id: [u8; 16]) -> Result<Option<Record>, Failure> {
        let Ok(plan) = self.plan(&self.query()?) else {
            return Ok(None);
        };
        let found = tx.one(self.pack(), &plan, id).await?;
        found.as_deref().map(json::read).transpose()
    }
}

/// The links that a letter follows.
fn links(letter: &LetterDefinition) -> BTreeSet<&str> {
    let to = letter.to.iter().filter_map(|to| match to {
        LetterReceiver::Email(path) | LetterReceiver::Phone(path) => Some(path),
        _ => None,
    });
    let paths = letter.fields.iter().chain(&letter.locale).chain(to);
    paths.filter_map(|path| Some(path.split_once('.')?.0)).collect()
}
