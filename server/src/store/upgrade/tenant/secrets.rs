//! Where secrets stand in the rows of a tenant: sealed by the key of the installation that it leaves, and by that of the one where it settles.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};
use ratebook::records::{Column, ColumnKind, Entity, FieldDefinition, FieldKind, Pack};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::store::audit::Own;
use crate::store::door::TenantKey;
use crate::store::failure::Failure;
use crate::store::json;
use crate::store::sql::Bound;
use crate::store::upgrade::tables::Table;
use crate::store::vault::Place;

/// The tables of the platform with sealed columns: table, column, and for what it is sealed.
const OWN: [(&str, &str, Sealed<'static>); 12] = [
    (
        "anonymisings",
        "known",
        Sealed::of("anonymisings", "known", Id::In("id")),
    ),
    (
        "import_faults",
        "told",
        Sealed::of("import", "faults", Id::In("import_id")),
    ),
    ("imports", "shown", Sealed::of("import", "shown", Id::In("id"))),
    (
        "mail_links",
        "address",
        Sealed::of("mail_link", "address", Id::In("mail_id")),
    ),
    (
        "push_subscriptions",
        "sealed",
        Sealed::of("push_subscription", "sealed", Id::In("id")),
    ),
    ("sms_senders", "token", Sealed::of("sms_sender", "token", Id::Tenant)),
    (
        "tenant_settings",
        "sealed",
        Sealed {
            entity: Own::Settings.word(),
            field: Of::In("name"),
            id: Id::Tenant,
        },
    ),
    (
        "webhook_events",
        "body",
        Sealed::of("webhook_event", "body", Id::In("id")),
    ),
    (
        "webhook_sources",
        "former_secret",
        Sealed::of("webhook_source", "secret", Id::HashOf("name")),
    ),
    (
        "webhook_sources",
        "secret",
        Sealed::of("webhook_source", "secret", Id::HashOf("name")),
    ),
    (
        "webhooks",
        "former_secret",
        Sealed::of("webhook", "secret", Id::In("id")),
    ),
    ("webhooks", "secret", Sealed::of("webhook", "secret", Id::In("id"))),
];

/// The bytes of tenants that are no secrets: hashes, pictures, answers that are told again. A column of bytes that is in neither list is a fault
/// of the program, which a test finds.
#[cfg(test)]
const OPEN: [(&str, &str); 16] = [
    ("audit_heads", "hash"),
    ("audit_seals", "hash"),
    ("audit_seals", "previous"),
    ("brands", "logo"),
    ("exports", "plan"),
    ("feed_tokens", "hash"),
    ("files", "hash"),
    ("idempotency", "asked"),
    ("idempotency", "body"),
    ("inbound_mails", "hash"),
    ("inbound_mails", "sender"),
    ("inbound_mails", "thread"),
    ("inboxes", "hash"),
    ("one_time_links", "hash"),
    ("push_subscriptions", "hash"),
    ("webhook_events", "hash"),
];

/// Letters of the engine that wait: what they say is sealed within their job.
const JOBS: &str = "jobs";
const LETTER: &str = "letter";

/// For what something is sealed.
#[derive(Clone, Copy, Debug)]
struct Sealed<'s> {
    entity: &'s str,
    field: Of<'s>,
    id: Id,
}

#[derive(Clone, Copy, Debug)]
enum Of<'s> {
    /// This field.
    Is(&'s str),
    /// The one that stands in this column.
    In(&'s str),
}

#[derive(Clone, Copy, Debug)]
enum Id {
    In(&'static str),
    HashOf(&'static str),
    Tenant,
}

impl<'s> Sealed<'s> {
    const fn of(entity: &'s str, field: &'s str, id: Id) -> Sealed<'s> {
        Sealed {
            entity,
            field: Of::Is(field),
            id,
        }
    }
}

/// The secrets of a tenant, by the tables in which they stand.
#[derive(Debug)]
pub(super) struct Secrets {
    tenant: TenantKey,
    /// By table: the columns, each with its entity and field.
    records: BTreeMap<String, Vec<(String, String, String)>>,
    /// By table: the fields whose rows have one in their text.
    custom: BTreeMap<String, BTreeSet<String>>,
    /// Which entity has which table of custom fields.
    tables: BTreeMap<String, String>,
}

/// What becomes of a secret: it is opened, or sealed.
type Turn<'t> = &'t (dyn Fn(&Place<'_>, &[u8]) -> Result<Vec<u8>, Failure> + Send + Sync);

impl Secrets {
    pub(super) fn of(pack: &Pack, tenant: TenantKey) -> Secrets {
        let mut own = Secrets {
            tenant,
            records: BTreeMap::new(),
            custom: BTreeMap::new(),
            tables: BTreeMap::new(),
        };
        for entity in pack.entities().iter().filter(|entity| !entity.is_platform()) {
            own.entity(pack, entity);
        }
        own
    }

    fn entity(&mut self, pack: &Pack, entity: &Entity) {
        let custom = pack.custom_table_of(entity);
        self.tables.insert(entity.name().to_owned(), custom.clone());
        let sealed = |column: &&Column| column.kind == ColumnKind::Bytes && !column.custom;
        for column in entity.columns().iter().filter(sealed) {
            let Some(field) = column.field.and_then(|place| entity.fields().get(place)) else {
                continue;
            };
            let names = (column.name.clone(), entity.name().to_owned(), field.name().to_owned());
            self.records.entry(pack.table_of(entity)).or_default().push(names);
        }
        let secret = entity
            .fields()
            .iter()
            .filter(|field| field.is_custom() && field.kind() == FieldKind::Secret);
        let names = secret.map(|field| field.name().to_owned());
        self.custom.entry(custom).or_default().extend(names);
    }

    /// Takes note of the fields that the tenant has given entities, whether they are still shown or not.
    pub(super) fn learn(&mut self, table: &Table, row: &[Bound]) -> Result<(), Failure> {
        let text = |column| text_of(table, row, column).unwrap_or_default();
        let definition: FieldDefinition = json::read(text("definition").as_bytes())?;
        if definition.kind == FieldKind::Secret
            && let Some(custom) = self.tables.get(text("entity"))
        {
            let names = self.custom.entry(custom.clone()).or_default();
            names.insert(text("name").to_owned());
        }
        Ok(())
    }

    /// Turns every secret of a row.
    pub(super) fn turn(&self, (name, table): (&str, &Table), row: &mut [Bound], turn: Turn<'_>) -> Result<(), Failure> {
        for (_, column, sealed) in OWN.iter().filter(|(own, ..)| *own == name) {
            self.cell(table, row, (*column, *sealed), turn)?;
        }
        for (column, entity, field) in self.records.get(name).into_iter().flatten() {
            self.cell(table, row, (column, Sealed::of(entity, field, Id::In("id"))), turn)?;
        }
        let fields = self.custom.get(name);
        let field = text_of(table, row, "field").map(str::to_owned);
        if let Some(field) = field.filter(|field| fields.is_some_and(|fields| fields.contains(field))) {
            let id = id_in(table, row, "id");
            self.text(table, row, (id, &field), turn)?;
        }
        if name == JOBS && text_of(table, row, "name") == Some(LETTER) {
            self.letter(table, row, turn)?;
        }
        Ok(())
    }

    fn place<'p>(&self, id: Option<[u8; 16]>, entity: &'p str, field: &'p str) -> Result<Place<'p>, Failure> {
        let id = id.ok_or_else(|| Failure::defect(format!("a secret in `{entity}.{field}` of no record")))?;
        let tenant = self.tenant;
        Ok(Place {
            tenant,
            entity,
            field,
            id,
        })
    }

    /// A column of bytes.
    fn cell(
        &self,
        table: &Table,
        row: &mut [Bound],
        (column, sealed): (&str, Sealed<'_>),
        turn: Turn<'_>,
    ) -> Result<(), Failure> {
        let field = match sealed.field {
            Of::Is(field) => field.to_owned(),
            Of::In(column) => text_of(table, row, column).unwrap_or_default().to_owned(),
        };
        let id = match sealed.id {
            Id::In(column) => id_in(table, row, column),
            Id::HashOf(column) => {
                let hash: [u8; 32] = Sha256::digest(text_of(table, row, column).unwrap_or_default()).into();
                hash.first_chunk().copied()
            }
            Id::Tenant => Some(self.tenant),
        };
        if let Some(Bound::Bytes(bytes)) = table.place(column).and_then(|place| row.get_mut(place)) {
            *bytes = turn(&self.place(id, sealed.entity, &field)?, bytes)?;
        }
        Ok(())
    }

    /// The text of a field of the tenant's own.
    fn text(
        &self,
        table: &Table,
        row: &mut [Bound],
        (id, field): (Option<[u8; 16]>, &str),
        turn: Turn<'_>,
    ) -> Result<(), Failure> {
        if let Some(Bound::Text(text)) = table.place("text").and_then(|place| row.get_mut(place)) {
            let bytes = STANDARD_NO_PAD.decode(&text).map_err(|_| unreadable())?;
            let turned = turn(&self.place(id, "custom", field)?, &bytes)?;
            *text = STANDARD_NO_PAD.encode(turned);
        }
        Ok(())
    }

    /// What a letter says that waits.
    fn letter(&self, table: &Table, row: &mut [Bound], turn: Turn<'_>) -> Result<(), Failure> {
        let id = text_of(table, row, "key").and_then(|key| Uuid::parse_str(key).ok());
        let Some(Bound::Text(body)) = table.place("body").and_then(|place| row.get_mut(place)) else {
            return Ok(());
        };
        let mut value: Value = json::read(body.as_bytes())?;
        if let Some(Value::String(sealed)) = value.get_mut("sealed") {
            let bytes = STANDARD.decode(&sealed).map_err(|_| unreadable())?;
            let place = self.place(id.map(Uuid::into_bytes), "letters", "values")?;
            *sealed = STANDARD.encode(turn(&place, &bytes)?);
        }
        *body = value.to_string();
        Ok(())
    }
}

fn unreadable() -> Failure {
    Failure::defect("a secret that is not written as one")
}

fn text_of<'r>(table: &Table, row: &'r [Bound], column: &str) -> Option<&'r str> {
    match row.get(table.place(column)?) {
        Some(Bound::Text(text)) => Some(text),
        _ => None,
    }
}

/// The id in a column: SQLite has it as bytes.
pub(super) fn id_in(table: &Table, row: &[Bound], column: &str) -> Option<[u8; 16]> {
    match row.get(table.place(column)?) {
        Some(Bound::Id(id)) => Some(*id),
        Some(Bound::Bytes(bytes)) => bytes.as_slice().try_into().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{OPEN, OWN};
    use crate::store::migrations;

    #[test]
    fn every_column_of_bytes_that_tenants_have_is_a_secret_or_none() {
        let (mut lacking, mut owned) = (Vec::new(), BTreeSet::new());
        let mut table = String::new();
        let mut look = |table: &str, words: &str| {
            let mut words = words.split_whitespace();
            let (column, kind) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
            let is_known = OWN.iter().any(|(name, own, _)| (*name, *own) == (table, column));
            if kind.trim_end_matches([',', ';']) == "bytea" && !is_known && !OPEN.contains(&(table, column)) {
                lacking.push(format!("{table}.{column}"));
            }
        };
        for line in migrations::of_postgres_whole().lines().map(str::trim) {
            let added = line.strip_prefix("ALTER TABLE ");
            if let Some((name, column)) = added.and_then(|rest| rest.split_once(" ADD COLUMN ")) {
                if owned.contains(name) {
                    look(name, column);
                }
                continue;
            }
            if let Some(rest) = line.strip_prefix("CREATE ") {
                rest.trim_start_matches("TABLE ")
                    .trim_end_matches(" (")
                    .clone_into(&mut table);
            }
            if line.starts_with("tenant_id ") {
                owned.insert(table.clone());
            }
            if owned.contains(&table) {
                look(&table, line);
            }
        }
        assert!(
            lacking.is_empty(),
            "neither sealed anew for who takes a tenant up, nor open: {lacking:?}"
        );
    }
}
