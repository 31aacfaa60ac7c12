//! The chain of what was written down. Whoever writes an entry waits for nobody: what has committed is sealed afterwards, each entry behind
//! the one that was sealed last, in an order of its own. An entry that commits late is behind those that were sealed before it.

use ratebook::tenancy::TenantId;
use ratebook::tenancy::{AuditChange, AuditLink, AuditRecord};
use ratebook::time::Instant;
use serde_json::Value;
use uuid::Uuid;

use super::ask::{self, AnyRow};
use super::door::{PlatformTx, Store, TenantKey};
use super::failure::Failure;
use super::rows::RowCells;
use super::sql::{self, Bound};

/// How many entries are sealed in one transaction.
const BATCH: i64 = 200;

/// The `previous` of the first one of a chain.
const BEGINNING: [u8; 32] = [0; 32];

/// Behind the last id that there can be.
pub(crate) const END: [u8; 16] = [0xff; 16];

/// An entry as it lies in the audit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) id: [u8; 16],
    /// When, in microseconds since 1970.
    pub(crate) at: i64,
    pub(crate) actor: String,
    pub(crate) entity: String,
    pub(crate) record: Option<[u8; 16]>,
    pub(crate) action: String,
    /// A list in JSON.
    pub(crate) changes: String,
    pub(crate) ip: Option<String>,
    pub(crate) request_id: Option<String>,
    /// In whose place, where it was an operator who did it.
    pub(crate) on_behalf_of: Option<String>,
    /// By which key, where it was not done in person.
    pub(crate) key: Option<[u8; 16]>,
    /// What stands beside it of people, a list in JSON, behind its salt; where it was asked for.
    pub(crate) personal: Option<(String, String)>,
}

/// A place in a chain: which entry has it, and by which hashes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Seal {
    pub(crate) sequence: u64,
    pub(crate) entry: [u8; 16],
    pub(crate) previous: String,
    pub(crate) hash: String,
}

impl Written {
    /// Of a row with `id`, `at`, `actor`, `entity`, `record_id`, `action`, `changes`, `ip`, `request_id`, `on_behalf_of` and `key_id` from a
    /// place on; nothing where there is no entry.
    pub(crate) fn read(row: &AnyRow, from: usize) -> Result<Option<Written>, Failure> {
        let text = |place: usize| row.text(from + place).map(|text| text.map(str::to_owned));
        let Some(id) = row.id(from)? else { return Ok(None) };
        Ok(Some(Written {
            id,
            at: row.whole(from + 1)?.unwrap_or_default(),
            actor: text(2)?.unwrap_or_default(),
            entity: text(3)?.unwrap_or_default(),
            record: row.id(from + 4)?,
            action: text(5)?.unwrap_or_default(),
            changes: text(6)?.unwrap_or_default(),
            ip: text(7)?,
            request_id: text(8)?,
            on_behalf_of: text(9)?,
            key: row.id(from + 10)?,
            personal: None,
        }))
    }

    /// The same with what stands beside it in two columns: the salt, and what is said of people.
    pub(crate) fn beside(mut self, row: &AnyRow, place: usize) -> Result<Written, Failure> {
        let personal = row.text(place)?.zip(row.text(place + 1)?);
        self.personal = personal.map(|(salt, changes)| (salt.to_owned(), changes.to_owned()));
        Ok(self)
    }

    /// The moment, and of what is none the beginning of 1970: nothing that lies there stops the chain.
    pub(crate) fn moment(&self) -> Instant {
        Instant::from_microseconds(self.at).unwrap_or(Instant::UNIX_EPOCH)
    }

    /// In whose name it was done, and by what.
    fn through(&self) -> Option<String> {
        let instead = self
            .on_behalf_of
            .as_ref()
            .map(|whose| format!("in the place of {whose}"));
        let key = self.key.map(|key| format!("by the API key {}", Uuid::from_bytes(key)));
        instead.or(key)
    }

    /// What the engine hashes of it, at a place in a chain.
    pub(crate) fn record(&self, tenant: TenantKey, sequence: u64, previous: String) -> AuditRecord {
        let record = self.record.map(|id| Uuid::from_bytes(id).to_string());
        let mut whole = AuditRecord::new(
            tenant_id(tenant),
            sequence,
            self.moment(),
            self.actor.clone(),
            self.action.clone(),
            self.entity.clone(),
            record.unwrap_or_default(),
            previous,
            String::new(),
        );
        whole.ip.clone_from(&self.ip);
        whole.request_id.clone_from(&self.request_id);
        whole.reason = self.through();
        whole.changes = changes(&self.changes);
        if whole.canonical().is_err() {
            // Numbers that not every language reads alike are told as text.
            for change in &mut whole.changes {
                for side in [&mut change.before, &mut change.after] {
                    *side = side.take().map(|value| value.to_string().into());
                }
            }
        }
        whole
    }
}

impl Seal {
    /// The record of its entry, as it must be and with the hash that it has.
    pub(crate) fn record(&self, tenant: TenantKey, entry: &Written) -> AuditRecord {
        let mut record = entry.record(tenant, self.sequence, self.previous.clone());
        record.hash.clone_from(&self.hash);
        record
    }

    fn values(&self, tenant: TenantKey) -> Vec<Bound> {
        vec![
            Bound::Id(tenant),
            Bound::Whole(whole(self.sequence)),
            Bound::Id(self.entry),
            Bound::Bytes(bytes(&self.previous)),
            Bound::Bytes(bytes(&self.hash)),
        ]
    }
}

/// A tenant as records of the engine name it.
pub(crate) fn tenant_id(tenant: TenantKey) -> TenantId {
    TenantId::new(Uuid::from_bytes(tenant).to_string())
}

/// The changes of an entry by the paths of their fields; what is none is told as a whole.
fn changes(text: &str) -> Vec<AuditChange> {
    let whole = |value: Value| {
        let mut change = AuditChange::new("");
        change.after = Some(value);
        change
    };
    let Ok(Value::Array(list)) = serde_json::from_str(text) else {
        return vec![whole(text.into())];
    };
    let change = |value: Value| {
        let own = value
            .as_object()
            .filter(|own| own.keys().all(|name| PARTS.contains(&name.as_str())));
        let Some((own, field)) = own.and_then(|own| Some((own, own.get("field")?.as_str()?))) else {
            return whole(value);
        };
        let mut change = AuditChange::new(ratebook::place(field));
        let side = |name: &str| own.get(name).filter(|value| !value.is_null()).cloned();
        let hash = |name: &str| own.get(name).and_then(Value::as_str).map(str::to_owned);
        (change.before, change.after) = (side("before"), side("after"));
        (change.before_commitment, change.after_commitment) = (hash("before_commitment"), hash("after_commitment"));
        change
    };
    list.into_iter().map(change).collect()
}

/// What a change of a field has.
const PARTS: [&str; 5] = ["field", "before", "after", "before_commitment", "after_commitment"];

fn whole(sequence: u64) -> i64 {
    i64::try_from(sequence).unwrap_or(i64::MAX)
}

fn hex(bytes: Option<&[u8]>) -> String {
    let bytes = bytes.unwrap_or_default();
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn bytes(hex: &str) -> Vec<u8> {
    let pairs = hex
        .as_bytes()
        .chunks(2)
        .filter_map(|pair| std::str::from_utf8(pair).ok());
    pairs.filter_map(|pair| u8::from_str_radix(pair, 16).ok()).collect()
}

/// Entries behind the last one that is sealed.
fn chained(tenant: TenantKey, head: Option<&AuditLink>, entries: &[Written]) -> Result<Vec<Seal>, Failure> {
    let mut seals: Vec<Seal> = Vec::with_capacity(entries.len());
    let first = || match head {
        Some(head) => (head.sequence, head.hash.clone()),
        None => (0, hex(Some(&BEGINNING))),
    };
    for entry in entries {
        let (last, previous) = seals
            .last()
            .map_or_else(first, |seal| (seal.sequence, seal.hash.clone()));
        let sequence = last.saturating_add(1);
        let hash = entry.record(tenant, sequence, previous.clone()).right_hash();
        let hash = hash.ok_or_else(|| Failure::defect("an entry of the audit that cannot be hashed"))?;
        seals.push(Seal {
            sequence,
            entry: entry.id,
            previous,
            hash,
        });
    }
    Ok(seals)
}

impl Store {
    /// Seals what is not sealed yet of a tenant behind a key and up to another; how many entries it were. Where another server seals the same just
    /// now, the rest is left to it.
    pub(crate) async fn seal(
        &self,
        tenant: TenantKey,
        (mut after, until): ([u8; 16], [u8; 16]),
    ) -> Result<u64, Failure> {
        let mut sealed = 0;
        loop {
            let read = self.read_platform(move |mut tx| {
                Box::pin(async move {
                    // The head first: whatever is sealed from here on has moved it.
                    let head = tx.head(tenant).await?;
                    Ok((head, tx.unsealed(tenant, (after, until), BATCH).await?))
                })
            });
            let (head, entries) = read.await?;
            let Some(last) = entries.last() else {
                return Ok(sealed);
            };
            after = last.id;
            let seals = chained(tenant, head.as_ref(), &entries)?;
            let count = seals.len() as u64;
            let kept = self
                .platform(move |mut tx| Box::pin(async move { tx.keep_seals(tenant, head.as_ref(), &seals).await }));
            if !kept.await? {
                return Ok(sealed);
            }
            sealed += count;
        }
    }
}

impl PlatformTx<'_> {
    /// The last one that is sealed of a tenant.
    pub(crate) async fn head(&mut self, tenant: TenantKey) -> Result<Option<AuditLink>, Failure> {
        let text = "SELECT sequence, hash FROM audit_heads WHERE tenant_id = $1";
        let rows = self.ask(text, &[Bound::Id(tenant)]).await?;
        let Some(row) = rows.first() else { return Ok(None) };
        Ok(Some(AuditLink::new(sequence(row, 0)?, hex(row.bytes(1)?))))
    }

    /// Entries of a tenant behind a key and up to another that are not sealed, in their order.
    pub(crate) async fn unsealed(
        &mut self,
        tenant: TenantKey,
        (after, until): ([u8; 16], [u8; 16]),
        most: i64,
    ) -> Result<Vec<Written>, Failure> {
        let values = [
            Bound::Id(tenant),
            Bound::Id(after),
            Bound::Id(until),
            Bound::Whole(most),
        ];
        let rows = self
            .ask(
                "SELECT a.id, a.at, a.actor, a.entity, a.record_id, a.action, a.changes, a.ip, a.request_id, a.on_behalf_of, a.key_id FROM audit a WHERE a.tenant_id = \
                 $1 AND a.id > $2 AND a.id <= $3 AND NOT EXISTS (SELECT 1 FROM audit_seals s WHERE s.tenant_id = a.tenant_id AND s.entry = \
                 a.id AND s.entry > $2 AND s.entry <= $3) ORDER BY a.id LIMIT $4",
                &values,
            )
            .await?;
        rows.iter()
            .filter_map(|row| Written::read(row, 0).transpose())
            .collect()
    }

    /// Keeps seals behind the head, unless it is another one by now.
    async fn keep_seals(
        &mut self,
        tenant: TenantKey,
        head: Option<&AuditLink>,
        seals: &[Seal],
    ) -> Result<bool, Failure> {
        let Some(last) = seals.last() else { return Ok(true) };
        let mut values = vec![
            Bound::Id(tenant),
            Bound::Whole(whole(last.sequence)),
            Bound::Bytes(bytes(&last.hash)),
        ];
        let moved = match head {
            None => {
                let text = "INSERT INTO audit_heads (tenant_id, sequence, hash) VALUES ($1, $2, $3) ON CONFLICT (tenant_id) DO NOTHING";
                self.tell(text, &values).await?
            }
            Some(head) => {
                values.extend([Bound::Whole(whole(head.sequence)), Bound::Bytes(bytes(&head.hash))]);
                let text = "UPDATE audit_heads SET sequence = $2, hash = $3 WHERE tenant_id = $1 AND sequence = $4 AND hash = $5";
                self.tell(text, &values).await?
            }
        };
        if moved == 0 {
            return Ok(false);
        }
        let columns = ["tenant_id", "sequence", "entry", "previous", "hash"].map(str::to_owned);
        let rows: Vec<Vec<Bound>> = seals.iter().map(|seal| seal.values(tenant)).collect();
        let statement = sql::insert_rows(self.dialect(), "audit_seals", &columns, &rows);
        ask::carry_out(self.connection(), &statement).await?;
        Ok(true)
    }

    /// Seals of a tenant behind a place and up to another, each with its entry where that is there.
    pub(crate) async fn seals(
        &mut self,
        tenant: TenantKey,
        (after, until): (u64, u64),
        most: i64,
    ) -> Result<Vec<(Seal, Option<Written>)>, Failure> {
        let places = [after, until].map(|place| Bound::Whole(whole(place)));
        let values: Vec<Bound> = [Bound::Id(tenant)]
            .into_iter()
            .chain(places)
            .chain([Bound::Whole(most)])
            .collect();
        let rows = self
            .ask(
                "SELECT s.sequence, s.entry, s.previous, s.hash, a.id, a.at, a.actor, a.entity, a.record_id, a.action, a.changes, a.ip, \
                 a.request_id, a.on_behalf_of, a.key_id, p.salt, p.changes FROM audit_seals s LEFT JOIN audit a ON a.tenant_id = s.tenant_id AND a.id = s.entry LEFT JOIN \
                 audit_personal p ON p.tenant_id = s.tenant_id AND p.entry = s.entry WHERE s.tenant_id = $1 AND s.sequence > $2 AND \
                 s.sequence <= $3 ORDER BY s.sequence LIMIT $4",
                &values,
            )
            .await?;
        let seal = |row: &AnyRow| {
            let seal = Seal {
                sequence: sequence(row, 0)?,
                entry: row.id(1)?.unwrap_or_default(),
                previous: hex(row.bytes(2)?),
                hash: hex(row.bytes(3)?),
            };
            let entry = Written::read(row, 4)?.map(|entry| entry.beside(row, 15));
            Ok((seal, entry.transpose()?))
        };
        rows.iter().map(seal).collect()
    }
}

/// A place in a chain; what is none is before the first.
fn sequence(row: &AnyRow, place: usize) -> Result<u64, Failure> {
    let number = row.whole(place)?.unwrap_or_default();
    Ok(u64::try_from(number).unwrap_or_default())
}
