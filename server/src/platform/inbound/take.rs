//! What a mail becomes, as the pack says and in the rights of the role that it names: found in one reading, so that files are kept first,
//! and again in the transaction that keeps the record together with the mark that the mail has arrived.

use std::sync::Arc;

use ratebook::records::{
    Cell, ColumnKind, Field, FieldKind, InboundBelief, InboundDefinition, InboundReply, InboundStranger,
};
use ratebook::{Code, Reason};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::Inbox;
use super::address::Answered;
use super::fields::{put, say};
use super::hash_of;
use super::read::{Arrived, letter_id};
use crate::platform::files::{kind_of, take_in};
use crate::platform::jobs::{desk_of, engine_of};
use crate::records::at_home;
use crate::records::desk::Desk;
use crate::records::keep::new_id;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, Record, RowCells, TenantTx, json};

/// As many mails of one sender are taken within an hour: two machines that answer each other come no further.
const MOST_OF_ONE: i64 = 60;
/// And so many of which nobody has proven who wrote them: whoever writes any name writes as many as they like.
const MOST_UNPROVEN: i64 = 600;
const HOUR: i64 = 3_600 * 1_000_000;
/// When whoever sends more comes again.
const LATER_SECONDS: u32 = 600;

const KNOWN: &str = "SELECT entity, record_id FROM inbound_mails WHERE tenant_id = $1 AND name = $2 AND hash = $3";
const MARK: &str = "INSERT INTO inbound_mails (tenant_id, name, hash, thread, sender, is_proven, entity, record_id, about_id, received_at) \
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (tenant_id, name, hash) DO NOTHING";
/// Mails of several people may be called alike; of so many it is looked whether whoever answers is the contact.
const THREAD: &str = "SELECT about_id FROM inbound_mails WHERE tenant_id = $1 AND name = $2 AND thread = $3 ORDER BY received_at, hash LIMIT 10";
const OF_SENDER: &str =
    "SELECT count(*) FROM inbound_mails WHERE tenant_id = $1 AND name = $2 AND sender = $3 AND received_at > $4";
const UNPROVEN: &str =
    "SELECT count(*) FROM inbound_mails WHERE tenant_id = $1 AND name = $2 AND NOT is_proven AND received_at > $3";

/// What a mail becomes.
#[derive(Debug)]
enum Becomes {
    /// This, and has done so before.
    Known {
        entity: String,
        record: [u8; 16],
    },
    /// Nothing, for this reason.
    Nothing(&'static str),
    Record(Box<Made>),
}

/// A record that is to be made.
#[derive(Debug)]
struct Made {
    outcome: &'static str,
    desk: Desk,
    change: Record,
    /// The fields that take files.
    files: Vec<String>,
    /// The record that is answered.
    about: Option<[u8; 16]>,
}

/// A file that came along and is kept.
#[derive(Clone, Copy, Debug)]
struct Kept {
    id: [u8; 16],
    kind: &'static str,
    is_picture: bool,
}

/// That nothing becomes of a mail.
pub(super) fn dropped(why: &str) -> Value {
    json!({"outcome": "dropped", "why": why, "entity": null, "record": null, "left_out": 0})
}

fn told(outcome: &str, (entity, record): (&str, &[u8; 16]), left_out: usize) -> Value {
    let record = Cell::id_text(record);
    json!({"outcome": outcome, "why": null, "entity": entity, "record": record, "left_out": left_out})
}

/// Makes of a mail what it becomes.
pub(super) async fn take(app: &App, inbox: &Inbox, mail: Arrived) -> Result<Value, Failure> {
    let place = Arc::new(Place::of(app, inbox).await?);
    let mail = Arc::new(mail);
    let (own, read) = (Arc::clone(&place), Arc::clone(&mail));
    let first = app.store.read(inbox.tenant, move |mut tx| {
        Box::pin(async move { own.becomes(&mut tx, &read).await })
    });
    let files = match first.await? {
        Becomes::Known { entity, record } => return Ok(told("known", (&entity, &record), 0)),
        Becomes::Nothing(why) => return Ok(dropped(why)),
        Becomes::Record(made) => place.keep_files(&made, &mail).await?,
    };
    let whose = place.desk.caller.whose();
    let own = Arc::new((place, mail, files));
    let taken = app.store.write_again(whose, move |mut tx| {
        let own = Arc::clone(&own);
        Box::pin(async move {
            let (place, mail, files) = &*own;
            place.take(&mut tx, mail, files).await
        })
    });
    taken.await
}

/// Where a mail arrives, with somebody of its role at the desk.
#[derive(Clone, Debug)]
struct Place {
    inbound: InboundDefinition,
    desk: Desk,
}

impl Place {
    async fn of(app: &App, inbox: &Inbox) -> Result<Place, Failure> {
        let caller = engine_of(app, inbox.tenant, "").await?;
        let gone = || {
            let message = "the pack takes no mail here any more";
            Failure::from(Reason::new(Code::RecordsNotFound, "", message))
        };
        let inbound = caller.pack.inbound(&inbox.name).cloned().ok_or_else(gone)?;
        let desk = desk_of(app, &caller, &inbound.entity).ok_or_else(gone)?;
        let desk = desk.of_role(Some(&inbound.as_role), format!("inbound:{}", inbound.name))?;
        Ok(Place { inbound, desk })
    }

    fn key(&self, hash: Vec<u8>) -> [Bound; 2] {
        [Bound::Text(self.inbound.name.clone()), Bound::Bytes(hash)]
    }

    /// What is kept of who wrote, so that their mails can be counted: nobody finds out whose e-mail it is. Whoever writes in the name of
    /// somebody counts for themselves.
    fn sender(&self, mail: &Arrived) -> Bound {
        let key = self.desk.app.vault.key_for("senders of mail");
        let hash = Sha256::new()
            .chain_update(key)
            .chain_update(self.desk.caller.tenant)
            .chain_update([u8::from(mail.is_proven)])
            .chain_update(mail.sender.as_bytes())
            .finalize();
        Bound::Bytes(hash.to_vec())
    }

    /// Marks that a mail has arrived and what it has become; whether it had not been here before.
    async fn mark(
        &self,
        tx: &mut TenantTx<'_>,
        mail: &Arrived,
        (entity, record, about): (&str, [u8; 16], [u8; 16]),
    ) -> Result<bool, Failure> {
        let [name, hash] = self.key(mail.key.clone());
        let values = [
            name,
            hash,
            mail.thread
                .clone()
                .map_or(Bound::Nothing(ColumnKind::Bytes), Bound::Bytes),
            self.sender(mail),
            Bound::Truth(mail.is_proven),
            Bound::Text(entity.to_owned()),
            Bound::Id(record),
            Bound::Id(about),
            Bound::Whole(self.desk.now.microseconds()),
        ];
        Ok(tx.tell(MARK, &values).await? == 1)
    }

    async fn known(&self, tx: &mut TenantTx<'_>, mail: &Arrived) -> Result<Option<Becomes>, Failure> {
        let rows = tx.ask(KNOWN, &self.key(mail.key.clone())).await?;
        let Some(row) = rows.first() else { return Ok(None) };
        Ok(Some(Becomes::Known {
            entity: row.text(0)?.unwrap_or_default().to_owned(),
            record: row.id(1)?.unwrap_or_default(),
        }))
    }

    /// Makes the record in the transaction that marks the mail.
    async fn take(&self, tx: &mut TenantTx<'_>, mail: &Arrived, files: &[Kept]) -> Result<Value, Failure> {
        let mut made = match self.becomes(tx, mail).await? {
            Becomes::Known { entity, record } => return Ok(told("known", (&entity, &record), 0)),
            Becomes::Nothing(why) => return Ok(dropped(why)),
            Becomes::Record(made) => made,
        };
        let kinds: Vec<(&str, bool)> = files.iter().map(|file| (file.kind, file.is_picture)).collect();
        let mut placed = 0;
        for (name, place) in places_of(&made, &kinds)? {
            if let Some(file) = files.get(place) {
                made.change.insert(name, Cell::id_text(&file.id).into());
                placed += 1;
            }
        }
        let (entity, id) = (made.desk.entity()?.name().to_owned(), new_id());
        if !self.mark(tx, mail, (&entity, id, made.about.unwrap_or(id))).await? {
            return match self.known(tx, mail).await? {
                Some(Becomes::Known { entity, record }) => Ok(told("known", (&entity, &record), 0)),
                _ => Err(Failure::Busy(
                    "the same mail arrives just now; try again in a moment".to_owned(),
                )),
            };
        }
        let record = Cell::id_text(&id);
        let created = made.desk.create(tx, Some(&record), &made.change).await;
        created.map_err(at_home)?;
        let left_out = mail.files.len().saturating_sub(placed);
        Ok(told(made.outcome, (&entity, &id), left_out))
    }

    /// What a mail becomes, or why it is refused.
    async fn becomes(&self, tx: &mut TenantTx<'_>, mail: &Arrived) -> Result<Becomes, Failure> {
        if let Some(known) = self.known(tx, mail).await? {
            return Ok(known);
        }
        if let Some(own) = mail.own_id
            && is_ours(tx, own).await?
        {
            return Ok(Becomes::Nothing("it is a letter of ours"));
        }
        self.look_for_many(tx, mail).await?;
        let contact = self.contact(tx, mail).await?;
        if let Some(reply) = &self.inbound.reply
            && let Some(about) = self.about(tx, mail, (reply, contact.as_ref())).await?
        {
            return self.reply(reply, about, mail);
        }
        let Some(wanted) = &self.inbound.contact else {
            return self.record(mail, None);
        };
        match (contact, wanted.unknown) {
            (Some(contact), _) => self.record(mail, Some((&wanted.field, contact))),
            (None, InboundStranger::Accept) => self.record(mail, None),
            (None, InboundStranger::Drop) => Ok(Becomes::Nothing("nobody who is known here has written it")),
            (None, _) => {
                let message = "nobody is known here by the e-mail from which the mail says that it is, or nothing that is trusted shows that \
                               it comes from there";
                Err(Reason::new(Code::RecordsLink, "/from", message).into())
            }
        }
    }

    /// Puts off whoever sends more than people do.
    async fn look_for_many(&self, tx: &mut TenantTx<'_>, mail: &Arrived) -> Result<(), Failure> {
        let name = Bound::Text(self.inbound.name.clone());
        let since = Bound::Whole(self.desk.now.microseconds().saturating_sub(HOUR));
        let own = [name.clone(), self.sender(mail), since.clone()];
        if tx.count(OF_SENDER, &own).await? >= MOST_OF_ONE {
            return Err(too_many(MOST_OF_ONE, "mails of this sender"));
        }
        if !mail.is_proven && tx.count(UNPROVEN, &[name, since]).await? >= MOST_UNPROVEN {
            return Err(too_many(
                MOST_UNPROVEN,
                "mails of which nothing that is trusted shows who wrote them",
            ));
        }
        Ok(())
    }

    /// The id of whoever wrote it, as far as that is believed. Where several have the e-mail it is nobody's.
    async fn contact(&self, tx: &mut TenantTx<'_>, mail: &Arrived) -> Result<Option<Value>, Failure> {
        let Some(contact) = &self.inbound.contact else {
            return Ok(None);
        };
        if contact.believe != InboundBelief::Said && !mail.is_proven {
            return Ok(None);
        }
        let field = self.desk.entity()?.field(&contact.field);
        let target = field.and_then(|field| field.definition().entity.as_deref());
        let target = target.ok_or_else(|| Failure::defect("a contact that leads nowhere"))?;
        let desk = self.desk.at(target)?;
        let mut query = desk.query()?;
        query.filter.insert(contact.by.clone(), mail.sender.clone());
        (query.fields, query.limit) = (vec![contact.by.clone()], Some(2));
        let plan = desk.plan(&query)?;
        let page = tx.page(desk.pack(), &plan).await?;
        let mut found: Vec<Record> = json::read(&page.items)?;
        let only = found.pop().filter(|_| found.is_empty());
        Ok(only.and_then(|mut own| own.remove("id")))
    }

    /// The record that a mail answers. An address that was written for it, and the id of a letter about it, are known to whoever was given them;
    /// the id of another mail may be known to anybody, and counts of the contact of the record alone.
    async fn about(
        &self,
        tx: &mut TenantTx<'_>,
        mail: &Arrived,
        (reply, contact): (&InboundReply, Option<&Value>),
    ) -> Result<Option<[u8; 16]>, Failure> {
        let answered = Answered {
            tenant: self.desk.caller.tenant,
            inbox: &self.inbound.name,
        };
        let vault = &self.desk.app.vault;
        let given = mail.receivers.iter();
        let mut given: Vec<[u8; 16]> = given.filter_map(|address| answered.read(vault, address)).collect();
        let mut named = Vec::new();
        for name in &mail.answers {
            if let Some(id) = letter_id(name) {
                given.extend(self.letter(tx, id).await?);
            }
            named.extend(self.thread(tx, name).await?);
        }
        let given = given.into_iter().map(|id| (id, reply.only_contact));
        for (id, by_contact) in given.chain(named.into_iter().map(|id| (id, true))) {
            if self.is_there(tx, id, by_contact.then_some(contact)).await? {
                return Ok(Some(id));
            }
        }
        Ok(None)
    }

    /// The record that a letter of ours was about whose answers arrive here.
    async fn letter(&self, tx: &mut TenantTx<'_>, id: [u8; 16]) -> Result<Option<[u8; 16]>, Failure> {
        let text = "SELECT body FROM jobs WHERE tenant_id = $1 AND id = $2 AND name = 'record_letter'";
        let rows = tx.ask(text, &[Bound::Id(id)]).await?;
        let body = rows.first().map(|row| row.text(0)).transpose()?.flatten();
        let body: Option<Value> = body.and_then(|body| serde_json::from_str(body).ok());
        let part = |name: &str| body.as_ref()?.get(name)?.as_str();
        let letter = part("letter").and_then(|name| self.desk.pack().letter(name));
        let arrives_here = letter.and_then(|letter| letter.answers.as_ref()) == Some(&self.inbound.name);
        // It may have been sent when the entity was called otherwise.
        let names = self.desk.names()?;
        let is_own = part("entity").is_some_and(|entity| names.iter().any(|name| name == entity));
        let record = part("record").filter(|_| arrives_here && is_own);
        Ok(match record.and_then(Cell::id) {
            Some(Cell::Id(record)) => Some(record),
            _ => None,
        })
    }

    /// The records that other mails have become, or have answered, which are called so.
    async fn thread(&self, tx: &mut TenantTx<'_>, name: &str) -> Result<Vec<[u8; 16]>, Failure> {
        let rows = tx.ask(THREAD, &self.key(hash_of(name).to_vec())).await?;
        let mut found = Vec::new();
        for row in &rows {
            found.extend(row.id(0)?);
        }
        Ok(found)
    }

    /// Whether a record is there, and somebody is its contact where that is wanted.
    async fn is_there(
        &self,
        tx: &mut TenantTx<'_>,
        id: [u8; 16],
        contact: Option<Option<&Value>>,
    ) -> Result<bool, Failure> {
        let field = self.inbound.contact.as_ref().map(|contact| contact.field.as_str());
        let mut query = self.desk.query()?;
        query.fields = field.into_iter().map(str::to_owned).collect();
        let plan = self.desk.plan(&query)?;
        let Some(found) = tx.one(self.desk.pack(), &plan, id).await? else {
            return Ok(false);
        };
        let Some(contact) = contact else { return Ok(true) };
        let record: Record = json::read(&found)?;
        let own = field.and_then(|field| record.get(field));
        Ok(contact.is_some() && own == contact)
    }

    fn reply(&self, reply: &InboundReply, about: [u8; 16], mail: &Arrived) -> Result<Becomes, Failure> {
        let desk = self.desk.at(&reply.entity)?;
        let mut change = Record::new();
        change.insert(reply.link.clone(), Cell::id_text(&about).into());
        put(&desk, &mut change, (&reply.text, &mail.text))?;
        say(&desk, &mut change, (mail, &reply.sender, &reply.proven))?;
        Ok(Becomes::Record(Box::new(Made {
            outcome: "reply",
            desk,
            change,
            files: reply.files.clone(),
            about: Some(about),
        })))
    }

    fn record(&self, mail: &Arrived, contact: Option<(&String, Value)>) -> Result<Becomes, Failure> {
        let (inbound, desk) = (&self.inbound, self.desk.clone());
        let mut change = inbound.values.clone();
        if let Some(name) = &inbound.subject {
            put(&desk, &mut change, (name, &mail.subject))?;
        }
        put(&desk, &mut change, (&inbound.text, &mail.text))?;
        if let Some(name) = &inbound.sender_name {
            let own = mail.sender.split('@').next().unwrap_or_default();
            let called = Some(mail.sender_name.as_str()).filter(|name| !name.is_empty());
            put(&desk, &mut change, (name, called.unwrap_or(own)))?;
        }
        say(&desk, &mut change, (mail, &inbound.sender, &inbound.proven))?;
        change.extend(contact.map(|(field, contact)| (field.clone(), contact)));
        Ok(Becomes::Record(Box::new(Made {
            outcome: "made",
            desk,
            change,
            files: inbound.files.clone(),
            about: None,
        })))
    }

    /// Keeps the files of a mail for which its record has a field. What is refused as a file is left out; a virus refuses the mail, and where
    /// there is no room for them it comes again.
    async fn keep_files(&self, made: &Made, mail: &Arrived) -> Result<Vec<Kept>, Failure> {
        let mut kept = Vec::new();
        if self.desk.app.files.place.is_none() {
            return Ok(kept);
        }
        let kinds = mail.files.iter().map(|file| kind_of(&file.bytes, &file.told));
        let kinds: Vec<(&'static str, bool)> = kinds.collect();
        for (_, place) in places_of(made, &kinds)? {
            let (Some(file), Some((kind, is_picture))) = (mail.files.get(place), kinds.get(place)) else {
                continue;
            };
            let own = (file.name.as_str(), file.told.as_str());
            match take_in(&self.desk.app, &made.desk.caller, own, &file.bytes).await {
                Ok(id) => kept.push(Kept {
                    id,
                    kind,
                    is_picture: *is_picture,
                }),
                Err(Failure::Refused(error)) => match error.code() {
                    Code::RecordsInfected => return Err(error.into()),
                    Code::TenancyQuota => return Err(Failure::Busy(error.to_string())),
                    _ => {}
                },
                Err(failure) => return Err(failure),
            }
        }
        Ok(kept)
    }
}

fn too_many(most: i64, what: &str) -> Failure {
    let message = format!("{most} {what} were taken within an hour; send it again later");
    let reason = Reason::new(Code::TenancyRateLimited, "/from", message).with("amount", most);
    reason.with("retry_after_seconds", LATER_SECONDS).into()
}

/// Whether a letter that was sent for the tenant is called so.
async fn is_ours(tx: &mut TenantTx<'_>, id: [u8; 16]) -> Result<bool, Failure> {
    let text = "SELECT 1 FROM jobs WHERE tenant_id = $1 AND id = $2 AND name IN ('letter', 'record_letter', 'digest')";
    Ok(!tx.ask(text, &[Bound::Id(id)]).await?.is_empty())
}

/// Which field takes which of several files: each file the first one that takes its type and that no file before it has.
fn places_of(made: &Made, kinds: &[(&str, bool)]) -> Result<Vec<(String, usize)>, Failure> {
    let entity = made.desk.entity()?;
    let mut free: Vec<&Field> = made.files.iter().filter_map(|name| entity.field(name)).collect();
    let mut places = Vec::new();
    for (place, (kind, is_picture)) in kinds.iter().enumerate() {
        let takes = |field: &&Field| {
            let types = &field.definition().types;
            let fits = types.is_empty() || types.iter().any(|own| own == kind);
            fits && (*is_picture || field.kind() != FieldKind::Picture)
        };
        if let Some(at) = free.iter().position(takes) {
            places.push((free.remove(at).name().to_owned(), place));
        }
    }
    Ok(places)
}
