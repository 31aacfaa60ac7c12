//! What follows from a change, in its transaction: what it links to is looked up and held, what only one may have is looked for,
//! numbers are taken, and what happened is written down for the history and for whoever waits for it.

use ratebook::records::{
    Cell, FoundLink, LinkedRecord, LookUpsRequest, NumberWanted, QueryPlan, RecordChange, Test, UniqueKey,
};
use ratebook::time::Day;
use ratebook::{Code, Error, Reason};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::desk::Desk;
use crate::store::json;
use crate::store::sql::{Bound, Dialect, Hold};
use crate::store::{Entry, Failure, Of, Record, RowCells, TenantTx, parted};

/// How a number of a sandbox begins.
pub(crate) const OF_SANDBOX: &str = "TEST-";

/// What was done to a record, for its history and for whoever waits for it.
#[derive(Debug)]
pub(crate) struct Done<'d> {
    /// To which record. Of samples no history is kept.
    pub(crate) id: [u8; 16],
    /// What happened, in order.
    pub(crate) events: &'d [String],
    /// The states to which those led, where they were events of its machine.
    pub(crate) states: &'d [String],
    /// What changed by it.
    pub(crate) changes: &'d [RecordChange],
    /// The record before and afterwards, where there was one.
    pub(crate) images: [Option<&'d Record>; 2],
}

impl Desk {
    /// Looks up what a change links to and what only one record may have; every fault at once.
    pub(crate) async fn look_up(
        &self,
        tx: &mut TenantTx<'_>,
        id: [u8; 16],
        links: &[LinkedRecord],
        unique: &[UniqueKey],
    ) -> Result<(), Failure> {
        if links.is_empty() && unique.is_empty() {
            return Ok(());
        }
        let entity = self.entity()?;
        let mut request = LookUpsRequest::new(entity.name(), self.caller.actor.clone(), self.now);
        request.zone = Some(self.zone().clone());
        // In one order for everybody, so that no two wait for each other.
        let mut ordered: Vec<&LinkedRecord> = links.iter().collect();
        ordered.sort_by(|one, other| (&one.entity, &one.id).cmp(&(&other.entity, &other.id)));
        for link in ordered {
            let target = self.at(&link.entity)?;
            let plan = target.whole_plan(false)?;
            // What it says counts where only some may be linked to; otherwise that it is there.
            let hold = if link.only.is_some() {
                Hold::ToLink
            } else {
                Hold::ToName
            };
            let record = match Cell::id(&link.id) {
                Some(Cell::Id(other)) => target.linked(tx, &plan, other, hold).await?,
                _ => None,
            };
            let mut found = FoundLink::new(link.field.as_str(), link.id.as_str());
            (found.path, found.record) = (Some(link.path.clone()), record);
            request.links.push(found);
        }
        // Told in the order in which they were sent.
        let place = |found: &FoundLink| links.iter().position(|link| Some(&link.path) == found.path.as_ref());
        request.links.sort_by_key(place);
        for key in unique {
            if tx.is_taken(self.pack(), entity, id, key).await? {
                request.taken.extend(key.fields.first().cloned());
            }
        }
        self.pack().look_ups(&request)?;
        Ok(())
    }

    /// A record that is linked to, held against change. Tenants cannot hold rows of the platform, which they only read: they are
    /// held by a lock beside the row, which whoever changes it takes as well.
    async fn linked(
        &self,
        tx: &mut TenantTx<'_>,
        plan: &QueryPlan,
        id: [u8; 16],
        hold: Hold,
    ) -> Result<Option<Record>, Failure> {
        if !self.entity()?.is_platform() {
            return tx.hold(self.pack(), plan, id, hold).await;
        }
        self.lock(
            tx,
            id,
            "SELECT pg_advisory_xact_lock_shared($2) WHERE $1::uuid IS NOT NULL",
        )
        .await?;
        self.unheld(tx, plan, id).await
    }

    /// A record as it is kept, held by nothing.
    async fn unheld(&self, tx: &mut TenantTx<'_>, plan: &QueryPlan, id: [u8; 16]) -> Result<Option<Record>, Failure> {
        let found = tx.one(self.pack(), plan, id).await?;
        found.as_deref().map(json::read).transpose()
    }

    /// Takes a lock beside a record of the platform. SQLite has one writer and needs none.
    async fn lock(&self, tx: &mut TenantTx<'_>, id: [u8; 16], text: &'static str) -> Result<(), Failure> {
        if tx.dialect() == Dialect::Postgres {
            let hash = Sha256::digest([self.entity()?.name().as_bytes(), &id].concat());
            let [a, b, c, d, e, f, g, h, ..]: [u8; 32] = hash.into();
            let lock = Bound::Whole(i64::from_be_bytes([a, b, c, d, e, f, g, h]));
            tx.ask(text, &[lock]).await?;
        }
        Ok(())
    }

    /// Looks up again what a record links to that comes back. What it links to stays its own business: of what has gone since, it is told
    /// by which field, where the caller sees that.
    pub(super) async fn look_up_again(
        &self,
        tx: &mut TenantTx<'_>,
        id: [u8; 16],
        record: &Record,
    ) -> Result<(), Failure> {
        let engine = self.as_engine()?;
        let entity = self.entity()?;
        let plan = self.plan(&self.query()?).ok();
        let mut reasons = Vec::new();
        for link in self.pack().links_of(entity, record) {
            match engine.look_up(tx, id, std::slice::from_ref(&link), &[]).await {
                Ok(()) => {}
                Err(Failure::Refused(_)) => {
                    let place = entity.fields().iter().position(|field| field.name() == link.field);
                    let mut shown = plan.iter().flat_map(|plan| &plan.fields);
                    let seen = shown.any(|own| Some(own.field) == place && own.seen != Test::Constant(false));
                    let path = if seen {
                        format!("/change/{}", link.field)
                    } else {
                        String::new()
                    };
                    let message =
                        "what it links to has gone since, or cannot be linked to by now; bring that back first";
                    reasons.push(Reason::new(Code::RecordsLink, path, message));
                }
                Err(failure) => return Err(failure),
            }
        }
        Ok(Error::unless_empty(reasons)?)
    }

    /// The next number of a counter: the last thing before a record is kept, since everybody else waits for it.
    pub(crate) async fn take_number(&self, tx: &mut TenantTx<'_>, wanted: &NumberWanted) -> Result<String, Failure> {
        let name = || Bound::Text(wanted.name.clone());
        let today = self.today();
        // The row is there and held from here on, whoever made it.
        let rows = tx
            .ask(
                "INSERT INTO counters (tenant_id, name, day, last) VALUES ($1, $2, $3, -1) ON CONFLICT (tenant_id, name) DO UPDATE SET \
                 last = counters.last RETURNING day, last, (SELECT count(*) FROM sandboxes s WHERE s.tenant_id = $1)",
                &[name(), Bound::Whole(i64::from(today.number()))],
            )
            .await?;
        let row = rows
            .first()
            .ok_or_else(|| Failure::defect("a counter that is not there"))?;
        let day = row
            .whole(0)?
            .and_then(|day| i32::try_from(day).ok())
            .and_then(Day::from_number);
        let last = day.zip(row.whole(1)?).filter(|(_, last)| *last >= 0);
        let taken = wanted.take(last, today)?;
        tx.tell_later(
            "UPDATE counters SET day = $3, last = $4 WHERE tenant_id = $1 AND name = $2",
            &[
                name(),
                Bound::Whole(i64::from(taken.day.number())),
                Bound::Whole(taken.sequence),
            ],
        );
        // A number of a sandbox is never taken for one that counts.
        Ok(match row.whole(2)? {
            Some(0) => taken.number,
            _ => format!("{OF_SANDBOX}{}", taken.number),
        })
    }

    /// Writes down what was done: an entry of the history for each thing that happened, what changed by them with the last, and each for
    /// whoever waits for it.
    pub(crate) fn note(&self, tx: &mut TenantTx<'_>, done: Done<'_>) -> Result<(), Failure> {
        let id = done.id;
        let fields: Vec<&str> = done.changes.iter().map(|change| change.field.as_str()).collect();
        let images = self.images(done.images)?;
        for (place, event) in done.events.iter().enumerate() {
            let changes = if place + 1 == done.events.len() {
                done.changes
            } else {
                &[]
            };
            self.enter(tx, (id, event), changes)?;
            let is_last = place + 1 == done.events.len();
            let mut body = self.told(&fields, done.states.get(place).map(String::as_str), is_last)?;
            body.insert("images".to_owned(), image_of(&images, (place == 0, is_last)));
            self.put(tx, id, (event, false), &Value::Object(body))?;
        }
        Ok(())
    }

    /// Writes down what happened to a record, for its history alone.
    pub(super) fn enter(
        &self,
        tx: &mut TenantTx<'_>,
        (id, event): ([u8; 16], &str),
        changes: &[RecordChange],
    ) -> Result<(), Failure> {
        let own = parted(changes, |field| self.is_personal(field))?;
        let entry = tx.enter(Entry {
            at: self.now.microseconds(),
            actor: self.caller.actor.id.clone(),
            entity: Of::Records(self.entity()?.name().to_owned()),
            record: id,
            action: event.to_owned(),
            changes: own.changes,
        });
        if let Some(personal) = own.personal {
            tx.enter_personal(entry, personal);
        }
        Ok(())
    }

    /// What is told of something that happened: which fields are others by the whole, to what state it led, and what led to it.
    fn told(&self, fields: &[&str], state: Option<&str>, is_last: bool) -> Result<Record, Failure> {
        let mut body = Record::new();
        body.insert("fields".to_owned(), json!(fields));
        if let Some(state) = state {
            body.insert("state".to_owned(), state.into());
        }
        // What changed is told with each of them, and happened once.
        if !is_last {
            body.insert("more".to_owned(), true.into());
        }
        if self.chain() > 0 {
            body.insert("chain".to_owned(), self.chain().into());
        }
        if let Some(followed) = self.followed() {
            body.insert("followed".to_owned(), json::value(followed)?);
        }
        Ok(body)
    }

    /// What of a record the rights of readers depend on, before and afterwards; nothing of one that was not there, or deleted.
    fn images(&self, of: [Option<&Record>; 2]) -> Result<[Value; 2], Failure> {
        let entity = self.entity()?;
        let is_there = |record: &&Record| record.get("deleted_at").is_none_or(Value::is_null);
        Ok(of.map(|record| match record.filter(is_there) {
            Some(record) => Value::Object(self.pack().image(entity, record)),
            None => Value::Null,
        }))
    }

    /// Whether a field says something of a person that may have to be erased.
    fn is_personal(&self, name: &str) -> bool {
        self.entity().is_ok_and(|entity| entity.is_personal(name))
    }

    /// Whether anything has ever happened to a record of that id, whatever has become of it.
    pub(super) async fn is_known(&self, tx: &mut TenantTx<'_>, id: [u8; 16]) -> Result<bool, Failure> {
        for name in self.names()? {
            let values = [Bound::Text(name), Bound::Id(id)];
            let rows = tx
                .ask(
                    "SELECT action FROM audit WHERE tenant_id = $1 AND entity = $2 AND record_id = $3 LIMIT 1",
                    &values,
                )
                .await?;
            if !rows.is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Puts something into the outbox: what happened, or what is to be carried out.
    fn put(
        &self,
        tx: &mut TenantTx<'_>,
        id: [u8; 16],
        (name, is_effect): (&str, bool),
        body: &Value,
    ) -> Result<(), Failure> {
        let values = [
            Bound::Id(new_id()),
            Bound::Whole(self.now.microseconds()),
            Bound::Text(self.caller.actor.id.clone()),
            Bound::Text(self.entity()?.name().to_owned()),
            Bound::Id(id),
            Bound::Text(name.to_owned()),
            Bound::Truth(is_effect),
            Bound::Text(body.to_string()),
        ];
        tx.tell_later(
            "INSERT INTO outbox (tenant_id, id, at, actor, entity, record_id, name, is_effect, body) VALUES ($1, $2, $3, $4, $5, $6, \
             $7, $8, $9)",
            &values,
        );
        Ok(())
    }

    /// An effect, to be carried out once this is kept; under a key of its own where there is one: what is sent under the same one is done
    /// once. Of one that is carried out elsewhere it is told, as of what happens.
    pub(crate) fn send_effect(
        &self,
        tx: &mut TenantTx<'_>,
        id: [u8; 16],
        effect: &ratebook::flow::MachineEffect,
        key: Option<&str>,
    ) -> Result<(), Failure> {
        let mut body = json::value(effect)?;
        if let Some(body) = body.as_object_mut() {
            if self.chain() > 0 {
                body.insert("chain".to_owned(), self.chain().into());
            }
            body.extend(key.map(|key| ("key".to_owned(), key.into())));
        }
        let is_told = self.pack().is_elsewhere(&effect.name) && !self.app.connectors.carries(&effect.name);
        if let Some(body) = body.as_object_mut().filter(|_| is_told) {
            // No field is another by it.
            body.insert("fields".to_owned(), json!([]));
            let name = format!("{}:{}", self.entity()?.name(), effect.name);
            return self.put(tx, id, (&name, false), &Value::Object(std::mem::take(body)));
        }
        self.put(tx, id, (&effect.name, true), &body)
    }

    /// A record as the caller may see it; its id alone when they may not read it.
    pub(crate) async fn shown(&self, tx: &mut TenantTx<'_>, id: [u8; 16]) -> Result<Vec<u8>, Failure> {
        let plan = self.query().map(|query| self.plan(&query))?;
        let found = match &plan {
            Ok(plan) => tx.one(self.pack(), plan, id).await?,
            Err(_) => None,
        };
        Ok(found.unwrap_or_else(|| format!("{{\"id\":\"{}\"}}", Cell::id_text(&id)).into_bytes()))
    }

    /// A record with nothing hidden, held to be changed, as core takes it.
    pub(crate) async fn before(
        &self,
        tx: &mut TenantTx<'_>,
        id: [u8; 16],
        deleted: bool,
    ) -> Result<Option<Record>, Failure> {
        self.held(tx, id, deleted, Hold::ToChange).await
    }

    /// The same, held as it has to be.
    pub(super) async fn held(
        &self,
        tx: &mut TenantTx<'_>,
        id: [u8; 16],
        deleted: bool,
        hold: Hold,
    ) -> Result<Option<Record>, Failure> {
        let plan = self.whole_plan(deleted)?;
        if self.entity()?.is_platform() {
            if !self.is_platform() {
                // A tenant, who will be refused to change it: they can hold nothing of the platform's.
                return self.unheld(tx, &plan, id).await;
            }
            self.lock(tx, id, "SELECT pg_advisory_xact_lock($2) WHERE $1::uuid IS NOT NULL")
                .await?;
        }
        let found = tx.hold(self.pack(), &plan, id, hold).await?;
        Ok(found.map(|mut record| {
            if self.entity().is_ok_and(|entity| !entity.is_platform()) {
                record.insert("tenant_id".to_owned(), self.caller.actor.tenant.as_str().into());
            }
            record
        }))
    }
}

/// The images beside one of the things that happened to a record: it is made by the first of them, and changed by the last.
fn image_of([before, after]: &[Value; 2], (is_first, is_last): (bool, bool)) -> Value {
    let was = if is_first || !before.is_null() { before } else { after };
    let is = if is_last || before.is_null() { after } else { before };
    json!([was, is])
}

/// A new id, in the order of time.
pub(crate) fn new_id() -> [u8; 16] {
    Uuid::now_v7().into_bytes()
}
