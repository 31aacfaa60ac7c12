//! Where a tenant's records speak of a person: in every entity of the pack that names the fields with people.

use std::collections::{BTreeMap, BTreeSet};

use ratebook::records::Entity;
use ratebook::time::Day;
use ratebook::{Code, Error, Reason};
use serde_json::{Value, json as as_json};
use uuid::Uuid;

use super::consents;
use super::holds;
use super::retention::due;
use crate::platform::accounts::id_of;
use crate::platform::auth::written;
use crate::platform::caller::Caller;
use crate::platform::form::Fields;
use crate::records::desk::Desk;
use crate::state::App;
use crate::store::{Failure, Record, TenantTx, json};

/// How many records are read at a time.
const PAGE: u32 = 100;
/// How many may be about one person.
const MOST: usize = 5_000;

/// A person as a request names them.
pub(super) fn person(fields: &mut Fields, text: &str) -> [u8; 16] {
    let id = id_of(text);
    if id.is_none() && !text.is_empty() {
        let message = "a person is named by the id of their record, a UUID";
        fields.fault(Code::RequestType, "person", message);
    }
    id.unwrap_or_default()
}

/// Who it is about, and where it may stand: a desk for each kind of record, with the fields that tell whom one is about.
#[derive(Clone)]
pub(super) struct Asked {
    pub(super) person: String,
    pub(super) id: [u8; 16],
    pub(super) places: Vec<(Desk, Vec<String>)>,
}

/// Records by entity.
pub(super) type Found = BTreeMap<String, Vec<Record>>;

impl Asked {
    /// Where to look. What the caller may not read is not left out in silence.
    pub(super) fn of(app: &App, caller: &Caller, id: [u8; 16]) -> Result<Asked, Failure> {
        let (mut places, mut reasons) = (Vec::new(), Vec::new());
        for entity in caller.pack.entities().iter().filter(|entity| !entity.is_platform()) {
            let people: Vec<String> = entity.people().map(str::to_owned).collect();
            let Some(desk) = Desk::named(app, caller, entity.name()).filter(|_| !people.is_empty()) else {
                continue;
            };
            if !desk.sees_all() {
                let message = format!(
                    "`{}` may be about them, and you may not read all of those",
                    entity.plural()
                );
                reasons.push(Reason::new(Code::TenancyPermissionMissing, "", message));
            }
            places.push((desk.as_engine()?, people));
        }
        Error::unless_empty(reasons)?;
        let person = Uuid::from_bytes(id).to_string();
        Ok(Asked { person, id, places })
    }

    /// The same where nothing of it is told to whoever asks.
    pub(super) fn by_engine(app: &App, caller: &Caller, id: [u8; 16]) -> Result<Asked, Failure> {
        let mut caller = caller.clone();
        (caller.actor, caller.holder) = caller.as_engine()?;
        Asked::of(app, &caller, id)
    }

    /// The person by every id by which they were known: of their own record, and of those that went into it. Whose record went into another
    /// one is asked for by that.
    pub(super) async fn known_as(&self, tx: &mut TenantTx<'_>) -> Result<Vec<Asked>, Failure> {
        if let Some(into) = self.merged_into(tx).await? {
            let message = "their record went into another one; ask for the person of that";
            let reason = Reason::new(Code::RecordsNotFound, "/person", message);
            return Err(reason.with("merged_into", written(into)).into());
        }
        self.with_former(tx).await
    }

    /// The same of whoever they are by now, also where their record went into another one since they were asked for.
    pub(super) async fn by_now(&self, tx: &mut TenantTx<'_>) -> Result<Vec<Asked>, Failure> {
        match self.merged_into(tx).await? {
            Some(into) => self.named(into).with_former(tx).await,
            None => self.with_former(tx).await,
        }
    }

    async fn merged_into(&self, tx: &mut TenantTx<'_>) -> Result<Option<[u8; 16]>, Failure> {
        for desk in self.themselves() {
            if let Some(into) = desk.merged_into(tx, self.id).await? {
                return Ok(Some(into));
            }
        }
        Ok(None)
    }

    async fn with_former(&self, tx: &mut TenantTx<'_>) -> Result<Vec<Asked>, Failure> {
        let (mut all, mut place) = (vec![self.clone()], 0);
        while let Some(known) = all.get(place).map(|one| one.id) {
            for desk in self.themselves() {
                for id in desk.went_into(tx, known).await? {
                    if all.iter().all(|one| one.id != id) {
                        all.push(self.named(id));
                    }
                }
            }
            place += 1;
        }
        Ok(all)
    }

    /// The desks of the records that are people themselves. Others may have the id of a person, as whoever makes a record chooses it.
    fn themselves(&self) -> Vec<&Desk> {
        let places = self.places.iter();
        let own = places.filter(|(desk, _)| desk.entity().is_ok_and(Entity::is_person));
        own.map(|(desk, _)| desk).collect()
    }

    fn named(&self, id: [u8; 16]) -> Asked {
        let (person, places) = (written(id), self.places.clone());
        Asked { person, id, places }
    }

    /// All records that are about the person, deleted ones too.
    pub(super) async fn found(&self, tx: &mut TenantTx<'_>) -> Result<Found, Failure> {
        let (mut found, mut count) = (Found::new(), 0);
        for (desk, people) in &self.places {
            let mut own: Vec<Record> = Vec::new();
            for deleted in [false, true] {
                if deleted && desk.entity()?.definition().soft_delete.is_none() {
                    continue;
                }
                for field in people {
                    let some = records(tx, desk, (field, deleted), (&self.person, None)).await?;
                    // One that is about them by two fields is told once.
                    let fresh = some
                        .into_iter()
                        .filter(|one| own.iter().all(|other| other.get("id") != one.get("id")));
                    let fresh: Vec<Record> = fresh.collect();
                    own.extend(fresh);
                }
            }
            count += own.len();
            if count > MOST {
                let message = format!("more than {MOST} records are about this person");
                return Err(Reason::new(Code::RequestTooLarge, "/person", message).into());
            }
            found.insert(desk.entity()?.name().to_owned(), own);
        }
        Ok(found)
    }
}

/// A record that is kept as it is, and why.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    pub(super) entity: String,
    pub(super) id: String,
    pub(super) why: String,
    /// The day from which on it need not be, where that is known.
    pub(super) until: Option<Day>,
}

impl Kept {
    pub(super) fn told(&self) -> Value {
        as_json!({"entity": self.entity, "record": self.id, "why": self.why, "until": self.until})
    }
}

impl Asked {
    /// Which of the records that were found are kept as they are: those that are held, and those that something demands to be kept.
    pub(super) async fn kept(&self, tx: &mut TenantTx<'_>, found: &Found) -> Result<Vec<Kept>, Failure> {
        let held = holds::all(tx).await?;
        let mut kept = Vec::new();
        if !consents::all(tx, &[self.id]).await?.is_empty() {
            kept.push(Kept {
                entity: "consent".to_owned(),
                id: self.person.clone(),
                why: "what they have agreed to and taken back is kept as a proof, by their id alone".to_owned(),
                until: None,
            });
        }
        for (desk, people) in &self.places {
            let name = desk.entity()?.name();
            let own = found.get(name).map_or(&[][..], Vec::as_slice);
            let over = self.over(tx, desk, people).await?;
            for record in own {
                let id = record.get("id").and_then(Value::as_str).unwrap_or_default();
                let hold = held.get(&(name.to_owned(), id.to_owned()));
                let why = hold.map(|why| (format!("it is held: {why}"), None));
                let demanded = || match &over {
                    Some((ids, why)) if !ids.contains(id) => Some((why.clone(), ends(desk, record))),
                    _ => None,
                };
                if let Some((why, until)) = why.or_else(demanded) {
                    let (entity, id) = (name.to_owned(), id.to_owned());
                    kept.push(Kept { entity, id, why, until });
                }
            }
        }
        Ok(kept)
    }

    /// The records about the person whose time is over, by their ids, and what demands that they are kept until then; nothing where
    /// nothing does.
    async fn over(
        &self,
        tx: &mut TenantTx<'_>,
        desk: &Desk,
        people: &[String],
    ) -> Result<Option<(BTreeSet<String>, String)>, Failure> {
        let entity = desk.entity()?;
        let Some(retention) = &entity.definition().retention else {
            return Ok(None);
        };
        let Some(why) = retention.required_by.clone() else {
            return Ok(None);
        };
        let mut ids = BTreeSet::new();
        if let Some(condition) = due(desk)? {
            for deleted in [false, true] {
                if deleted && entity.definition().soft_delete.is_none() {
                    continue;
                }
                for field in people {
                    let some = records(tx, desk, (field, deleted), (&self.person, Some(&condition))).await?;
                    let some = some.iter().filter_map(|record| record.get("id")?.as_str());
                    ids.extend(some.map(str::to_owned));
                }
            }
        }
        Ok(Some((ids, why)))
    }
}

/// The first day on which a record need no longer be kept, where its time counts by now.
fn ends(desk: &Desk, record: &Record) -> Option<Day> {
    let retention = desk.entity().ok()?.definition().retention.as_ref()?;
    let since = record.get(&retention.after)?.as_str()?;
    let since = match since.parse::<Day>() {
        Ok(day) => day,
        Err(_) => desk.zone().day_of(since.parse().ok()?),
    };
    retention.ends(since)
}

/// The records that are about a person by one field.
async fn records(
    tx: &mut TenantTx<'_>,
    desk: &Desk,
    (field, deleted): (&str, bool),
    (person, also): (&str, Option<&str>),
) -> Result<Vec<Record>, Failure> {
    let (mut records, mut query) = (Vec::new(), desk.query()?);
    if field == "id" {
        (query.deleted, query.condition) = (deleted, also.map(str::to_owned));
        let id = desk.id(person)?;
        let one = tx.one(desk.pack(), &desk.plan(&query)?, id).await?;
        let one = one.as_deref().map(json::read).transpose();
        return one.map(|one| one.into_iter().collect());
    }
    let also = also.map(|also| format!(" && ({also})")).unwrap_or_default();
    query.condition = Some(format!("{field} == '{person}'{also}"));
    (query.deleted, query.sort, query.limit) = (deleted, vec!["id".to_owned()], Some(PAGE));
    loop {
        let plan = desk.plan(&query)?;
        let page = tx.page(desk.pack(), &plan).await?;
        let some: Vec<Record> = json::read(&page.items)?;
        query.after = some
            .last()
            .and_then(|last| last.get("id"))
            .cloned()
            .into_iter()
            .collect::<Vec<Value>>();
        records.extend(some);
        if page.next.is_none() || records.len() > MOST {
            return Ok(records);
        }
    }
}
