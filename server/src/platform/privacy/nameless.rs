//! One record made nameless, with all that was written down of it, in one transaction.

use std::collections::BTreeSet;

use ratebook::records::{Cell, Entity, FieldKind, RecordChange, STARS};
use serde_json::Value;

use crate::records::desk::Desk;
use crate::records::keep::Done;
use crate::store::sql::Bound;
use crate::store::{Failure, Record, RowCells, TenantTx, is_file};

/// What its history calls it that a record was made nameless.
const ANONYMISED: &str = "anonymised";

/// What was taken out of a record and of its history: looked for elsewhere.
pub(super) type Values = BTreeSet<String>;

/// About whom, and by which salt.
#[derive(Clone, Copy, Debug)]
pub(super) struct About<'a> {
    /// One person; nothing where it is whoever the record is about.
    pub(super) person: Option<&'a str>,
    pub(super) salt: &'a str,
}

impl Desk {
    /// Makes a record nameless, and forgets what its history says of people; what was taken out, or nothing where there is no such record,
    /// where it is about somebody else by now, or has to be kept.
    pub(super) async fn make_nameless(
        &self,
        tx: &mut TenantTx<'_>,
        (id, deleted): ([u8; 16], bool),
        about: About<'_>,
    ) -> Result<Option<Values>, Failure> {
        let Some(before) = self.before(tx, id, deleted).await? else {
            return Ok(None);
        };
        let is_theirs = |person| self.is_about(&before, person);
        if !about.person.is_none_or(is_theirs) || self.is_held(tx, id).await? {
            return Ok(None);
        }
        let mut values = self.forget(tx, id).await?;
        let (entity, tenant) = (self.entity()?, &self.caller.actor.tenant);
        let (mut after, changed) = self
            .pack()
            .nameless(entity, &before, (tenant, about.person, about.salt))?;
        if changed.is_empty() {
            return Ok(Some(values));
        }
        for name in &changed {
            texts(before.get(name).unwrap_or(&Value::Null), &mut values);
        }
        let version = before.get("version").and_then(Value::as_u64).unwrap_or(0);
        after.insert("version".to_owned(), version.saturating_add(1).into());
        after.insert("updated_at".to_owned(), self.now.to_string().into());
        tx.change(self.target()?, &before, &after).await?;
        self.forget_contacts_by(tx, id, &changed).await?;
        self.forget_sent(tx, id).await?;
        self.let_files_go(tx, &before, &changed).await?;
        let changes: Vec<RecordChange> = changed.into_iter().map(RecordChange::new).collect();
        let done = Done {
            id,
            events: &[format!("{}:{ANONYMISED}", entity.name())],
            states: &[],
            changes: &changes,
            images: [Some(&before), Some(&after)],
        };
        self.note(tx, done)?;
        Ok(Some(values))
    }

    /// Whether a record says that it is about a person.
    fn is_about(&self, record: &Record, person: &str) -> bool {
        let entity = self.entity().into_iter();
        let mut named = entity.flat_map(Entity::people);
        named.any(|field| record.get(field).and_then(Value::as_str) == Some(person))
    }

    /// Whether anything that is seen would be replaced: a secret is read as stars, whatever it is by now.
    pub(super) fn shows_change(&self, changed: &[String]) -> Result<bool, Failure> {
        let entity = self.entity()?;
        let is_seen = |name: &String| {
            entity
                .field(name)
                .is_some_and(|field| field.kind() != FieldKind::Secret)
        };
        Ok(changed.iter().any(is_seen))
    }

    /// Whether its history says that it was made nameless.
    pub(crate) async fn was_made_nameless(&self, tx: &mut TenantTx<'_>, id: [u8; 16]) -> Result<bool, Failure> {
        for name in self.names()? {
            let text =
                "SELECT 1 FROM audit WHERE tenant_id = $1 AND entity = $2 AND record_id = $3 AND action = $4 LIMIT 1";
            let action = Bound::Text(format!("{name}:{ANONYMISED}"));
            if !tx
                .ask(text, &[Bound::Text(name), Bound::Id(id), action])
                .await?
                .is_empty()
            {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether something was written down of people about a record, and is there still.
    pub(super) async fn is_told_of(&self, tx: &mut TenantTx<'_>, id: [u8; 16]) -> Result<bool, Failure> {
        for name in self.names()? {
            let text = "SELECT 1 FROM audit_personal WHERE tenant_id = $1 AND entry IN (SELECT id FROM audit WHERE tenant_id = $1 AND entity = $2 \
                        AND record_id = $3) LIMIT 1";
            if !tx.ask(text, &[Bound::Text(name), Bound::Id(id)]).await?.is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Erases what was written down of people about a record, whatever has become of it; what that was.
    pub(super) async fn forget(&self, tx: &mut TenantTx<'_>, id: [u8; 16]) -> Result<Values, Failure> {
        let (names, mut values) = (self.names()?, Values::new());
        for name in &names {
            let text = "SELECT changes FROM audit_personal WHERE tenant_id = $1 AND entry IN (SELECT id FROM audit WHERE tenant_id = $1 AND \
                        entity = $2 AND record_id = $3)";
            for row in &tx.ask(text, &[Bound::Text(name.clone()), Bound::Id(id)]).await? {
                // What cannot be read cannot be looked for elsewhere, and is not erased as if it had been.
                let changes: Vec<RecordChange> =
                    serde_json::from_str(row.text(0)?.unwrap_or_default()).map_err(|error| {
                        Failure::defect(format!("what a history says of people cannot be read: {error}"))
                    })?;
                for side in changes
                    .into_iter()
                    .flat_map(|change| [change.before, change.after])
                    .flatten()
                {
                    texts(&side, &mut values);
                }
            }
        }
        tx.forget_personal(&names, id).await?;
        Ok(values)
    }

    /// Files that no record names any more go at the next look, and not a day later.
    async fn let_files_go(&self, tx: &mut TenantTx<'_>, before: &Record, changed: &[String]) -> Result<(), Failure> {
        let entity = self.entity()?;
        for name in changed.iter().filter(|name| entity.field(name).is_some_and(is_file)) {
            let named = before.get(name).and_then(Value::as_str).and_then(Cell::id);
            if let Some(Cell::Id(file)) = named {
                let text = "UPDATE files SET unnamed_at = 0 WHERE tenant_id = $1 AND id = $2 AND uses = 0";
                tx.tell(text, &[Bound::Id(file)]).await?;
            }
        }
        Ok(())
    }
}

/// The texts in a value.
fn texts(value: &Value, into: &mut Values) {
    match value {
        Value::String(text) if !text.trim().is_empty() && text != STARS => drop(into.insert(text.clone())),
        Value::Array(entries) => entries.iter().for_each(|entry| texts(entry, into)),
        Value::Object(fields) => fields.values().for_each(|field| texts(field, into)),
        _ => {}
    }
}
