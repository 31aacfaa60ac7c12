//! Changes: core decides over what is taken, and what it decided is kept.

use std::collections::BTreeSet;

use ratebook::calendar::definition::{Booking, Take};
use ratebook::calendar::{
    BookRequest, Calendar, CancelRequest, ConfirmRequest, ExtendRequest, HoldRequest, ReleaseRequest, RescheduleRequest,
};
use ratebook::rates::PriceRequest;
use ratebook::records::Cell;
use ratebook::time::Instant;
use ratebook::{Code, Error, Reason};
use serde_json::{Value, json};

use super::counter::{Counter, unknown_one};
use super::find::{Bookables, Id, all_found, id_of, ids_of};
use super::jobs::{Job, Said, renamed};
use super::keep::{Group, Named};
use super::prices;
use super::takings::{Takings, Times, windows};
use crate::records::answer::Answer;
use crate::records::keep::new_id;
use crate::store::{Failure, Record, TenantTx};

/// What a change stands on: everything it is about, locked, and the calendar of it.
struct Stage {
    found: Bookables,
    takes: Vec<Take>,
    times: Vec<Times>,
    own: Option<Group>,
    calendar: Calendar,
}

/// What is kept of a taking that is new.
struct Fresh<'f> {
    group: Id,
    state: &'f str,
    said: &'f Said,
    party: &'f PriceRequest,
    key: Option<String>,
    expires_at: Option<Instant>,
    booked_at: Option<Instant>,
}

impl Counter {
    /// Carries a job out. Nothing when it has to begin anew: what it is about was moved to other resources while it waited.
    pub(super) async fn carry_out(&self, tx: &mut TenantTx<'_>, job: &Job) -> Result<Option<Answer>, Failure> {
        match job {
            Job::Hold {
                key,
                takes,
                seconds,
                said,
                party,
            } => self.hold(tx, (key.as_deref(), *seconds), takes, (said, party)).await,
            Job::Book {
                takes,
                hold,
                said,
                party,
            } => self.book(tx, takes, hold.as_deref(), (said, party)).await,
            Job::Confirm {
                key,
                even_if_expired,
                said,
            } => self.confirm(tx, key, *even_if_expired, said).await,
            Job::Release { key } => self.give_up(tx, Named::Held(key)).await,
            Job::Cancel { booking } => self.give_up(tx, Named::Booking(booking)).await,
            Job::Extend { key, seconds } => self.extend(tx, key, *seconds).await,
            Job::Move {
                booking,
                takes,
                extra,
                party,
            } => self.move_to(tx, booking, takes, (extra, party)).await,
            Job::Block(blocked, extra) => self.block(tx, (blocked, extra)).await.map(Some),
            Job::Unblock { block } => self.unblock(tx, block).await.map(Some),
            Job::ImportFeed { wanted, url } => self.import_feed(tx, wanted, url.as_deref()).await.map(Some),
            Job::ExportFeed(wanted) => self.export_feed(tx, wanted).await.map(Some),
            Job::CloseFeed { feed } => self.close_feed(tx, feed).await.map(Some),
        }
    }

    pub(super) fn now(&self) -> Instant {
        self.bookings.now
    }

    /// Holds and locks what a job is about, and makes the calendar of what can matter to it.
    async fn stage(&self, tx: &mut TenantTx<'_>, takes: &[Take], named: Named<'_>) -> Result<Option<Stage>, Failure> {
        let mut takes = takes.to_vec();
        let wanted = ids_of(&mut takes)?;
        let group = self.named(tx, named).await?;
        let others = match group {
            Some(group) => self.resources_of(tx, group).await?,
            None => BTreeSet::new(),
        };
        let found = self.find(tx, &wanted, &others, true).await?;
        all_found(&takes, &found)?;
        self.lock(tx, &found).await?;
        // What was named before it was locked may be another thing by now, or elsewhere.
        if self.named(tx, named).await? != group {
            return Ok(None);
        }
        let own = match group {
            Some(group) => self.group(tx, group).await?,
            None => None,
        };
        let own_takings = own.as_ref().map(Group::takings).transpose()?.unwrap_or_default();
        if own_takings.iter().any(|taking| !found.contains_key(&taking.resource)) {
            return Ok(None);
        }
        let mut times = Vec::with_capacity(takes.len());
        let mut looked = Vec::new();
        for take in &takes {
            let id = id_of(&take.resource).unwrap_or_default();
            if let Some(bookable) = found.get(&id) {
                let own = Times::of(take.when, &bookable.resource)?;
                times.push(own);
                looked.push((id, own));
            }
        }
        let own_times = own_takings.iter().map(|taking| (taking.resource, &taking.times));
        let looked = looked.iter().map(|(id, times)| (*id, times)).chain(own_times);
        let mut takings = Takings::default();
        for (id, window) in windows(looked, &found) {
            takings.read(tx, id, window, self.now()).await?;
        }
        takings.bookings.retain(|taking| Some(taking.group) != group);
        takings.bookings.extend(own_takings);
        let calendar = takings.calendar(&found)?;
        Ok(Some(Stage {
            found,
            takes,
            times,
            own,
            calendar,
        }))
    }

    async fn hold(
        &self,
        tx: &mut TenantTx<'_>,
        (key, seconds): (Option<&str>, u32),
        takes: &[Take],
        (said, party): (&Said, &PriceRequest),
    ) -> Result<Option<Answer>, Failure> {
        let now = self.now();
        let Some(stage) = self.stage(tx, takes, key.map_or(Named::Nothing, Named::Held)).await? else {
            return Ok(None);
        };
        let until = stage
            .own
            .as_ref()
            .and_then(|own| own.text("expires_at")?.parse::<Instant>().ok());
        let standing = stage.own.as_ref().filter(|_| until.is_some_and(|until| until > now));
        let group = standing.map_or_else(new_id, |own| own.id);
        let request = HoldRequest::new(now, Cell::id_text(&group), stage.takes.clone(), seconds);
        let held = stage.calendar.hold(&request).map_err(|error| self.refused(error, ""))?;
        let mut more = Record::new();
        let key = key.map_or_else(|| Cell::id_text(&group), str::to_owned);
        more.insert("key".to_owned(), key.as_str().into());
        more.insert("expires_at".to_owned(), json!(held.expires_at));
        if let Some(own) = standing {
            return self.told(tx, 200, (group, &own.ids()?), more).await.map(Some);
        }
        // It has lapsed by itself, whoever finds it first.
        if let Some(own) = &stage.own {
            let engine = self.engine()?;
            engine.each(tx, own, &[("state", json!("expired"))], "expired").await?;
        }
        let fresh = Fresh {
            group,
            state: "held",
            said,
            party,
            key: Some(key),
            expires_at: Some(held.expires_at),
            booked_at: None,
        };
        let ids = self.add_all(tx, &stage, &fresh, "held").await?;
        tx.carried_out().await.map_err(|failure| match failure {
            Failure::Taken(_) => {
                let message = "a hold of that key is there already and holds something else";
                Reason::new(Code::CalendarHoldExists, "/key", message).into()
            }
            other => other,
        })?;
        self.told(tx, 201, (group, &ids), more).await.map(Some)
    }

    async fn book(
        &self,
        tx: &mut TenantTx<'_>,
        takes: &[Take],
        hold: Option<&str>,
        (said, party): (&Said, &PriceRequest),
    ) -> Result<Option<Answer>, Failure> {
        let Some(stage) = self.stage(tx, takes, hold.map_or(Named::Nothing, Named::Held)).await? else {
            return Ok(None);
        };
        if hold.is_some() && stage.own.is_none() {
            return Err(Reason::new(Code::CalendarHoldUnknown, "/hold", "there is no such hold").into());
        }
        let group = new_id();
        let booking = Booking::new(Cell::id_text(&group), stage.takes.clone());
        let mut request = BookRequest::new(self.now(), booking);
        request.hold = stage.own.as_ref().map(|own| Cell::id_text(&own.id));
        let booked = stage
            .calendar
            .book(&request)
            .map_err(|error| self.refused(error, "/booking"))?;
        if let Some(own) = &stage.own {
            self.each(tx, own, &[("state", json!("cancelled"))], "released").await?;
        }
        let fresh = Fresh {
            group,
            state: "confirmed",
            said,
            party,
            key: None,
            expires_at: None,
            booked_at: booked.booked_at,
        };
        let ids = self.add_all(tx, &stage, &fresh, "booked").await?;
        self.told(tx, 201, (group, &ids), Record::new()).await.map(Some)
    }

    async fn confirm(
        &self,
        tx: &mut TenantTx<'_>,
        key: &str,
        even_if_expired: bool,
        said: &Said,
    ) -> Result<Option<Answer>, Failure> {
        let Some(stage) = self.stage(tx, &[], Named::Key(key)).await? else {
            return Ok(None);
        };
        let own = stage
            .own
            .as_ref()
            .ok_or_else(|| unknown_one(Code::CalendarHoldUnknown))?;
        self.may_change(&self.bookings, own.first()?, Code::CalendarHoldUnknown)?;
        let id = Cell::id_text(&own.id);
        let mut request = ConfirmRequest::new(self.now(), id.as_str(), id.as_str());
        request.even_if_expired = even_if_expired;
        let booked = stage
            .calendar
            .confirm(&request)
            .map_err(|error| self.refused(error, ""))?;
        // Asked again after it was confirmed, as happens when an answer is lost, it is answered again.
        if own.text("state") == Some("held") {
            let mut changes = vec![
                ("state", json!("confirmed")),
                ("expires_at", Value::Null),
                ("booked_at", json!(booked.booked_at)),
            ];
            let extra = self
                .extra(&self.bookings, tx, own.first()?, (&said.extra, false))
                .await?;
            changes.extend(extra.iter().map(|(name, value)| (name.as_str(), value.clone())));
            let given = [("title", &said.title), ("note", &said.note)];
            changes.extend(
                given
                    .into_iter()
                    .filter_map(|(name, text)| Some((name, json!(text.as_ref()?)))),
            );
            self.each(tx, own, &changes, "confirmed").await?;
        }
        self.told(tx, 200, (own.id, &own.ids()?), Record::new()).await.map(Some)
    }

    /// Gives a hold or a booking up.
    async fn give_up(&self, tx: &mut TenantTx<'_>, named: Named<'_>) -> Result<Option<Answer>, Failure> {
        let Some(stage) = self.stage(tx, &[], named).await? else {
            return Ok(None);
        };
        let unknown = match named {
            Named::Booking(_) => Code::CalendarBookingUnknown,
            _ => Code::CalendarHoldUnknown,
        };
        let own = stage.own.as_ref().ok_or_else(|| unknown_one(unknown))?;
        self.may_change(&self.bookings, own.first()?, unknown)?;
        let id = Cell::id_text(&own.id);
        let event = if own.text("state") == Some("held") {
            stage
                .calendar
                .release(&ReleaseRequest::new(id.as_str()))
                .map_err(|error| self.refused(error, ""))?;
            "released"
        } else {
            stage
                .calendar
                .cancel(&CancelRequest::new(id.as_str()))
                .map_err(|error| self.refused(error, ""))?;
            "cancelled"
        };
        self.each(tx, own, &[("state", json!("cancelled"))], event).await?;
        self.told(tx, 200, (own.id, &own.ids()?), Record::new()).await.map(Some)
    }

    async fn extend(&self, tx: &mut TenantTx<'_>, key: &str, seconds: u32) -> Result<Option<Answer>, Failure> {
        let Some(stage) = self.stage(tx, &[], Named::Held(key)).await? else {
            return Ok(None);
        };
        let own = stage
            .own
            .as_ref()
            .ok_or_else(|| unknown_one(Code::CalendarHoldUnknown))?;
        self.may_change(&self.bookings, own.first()?, Code::CalendarHoldUnknown)?;
        let request = ExtendRequest::new(self.now(), Cell::id_text(&own.id), seconds);
        let held = stage
            .calendar
            .extend(&request)
            .map_err(|error| self.refused(error, ""))?;
        self.each(tx, own, &[("expires_at", json!(held.expires_at))], "extended")
            .await?;
        let mut more = Record::new();
        more.insert("expires_at".to_owned(), json!(held.expires_at));
        self.told(tx, 200, (own.id, &own.ids()?), more).await.map(Some)
    }

    async fn move_to(
        &self,
        tx: &mut TenantTx<'_>,
        booking: &str,
        takes: &[Take],
        (extra, party): (&Record, &PriceRequest),
    ) -> Result<Option<Answer>, Failure> {
        let Some(stage) = self.stage(tx, takes, Named::Booking(booking)).await? else {
            return Ok(None);
        };
        let unknown = Code::CalendarBookingUnknown;
        let own = stage.own.as_ref().ok_or_else(|| unknown_one(unknown))?;
        self.may_change(&self.bookings, own.first()?, unknown)?;
        if own.text("state") != Some("confirmed") {
            return Err(unknown_one(unknown));
        }
        let request = RescheduleRequest::new(self.now(), Cell::id_text(&own.id), stage.takes.clone());
        let moved = stage
            .calendar
            .reschedule(&request)
            .map_err(|error| self.refused(error, ""))?;
        let said = Said::default();
        let fresh = Fresh {
            group: own.id,
            state: "confirmed",
            said: &said,
            party,
            key: None,
            expires_at: None,
            booked_at: moved.booked_at,
        };
        let extra = self.extra(&self.bookings, tx, own.first()?, (extra, false)).await?;
        let mut ids = Vec::with_capacity(stage.takes.len());
        for index in 0..stage.takes.len() {
            let mut record = self.record(&stage, &fresh, index)?;
            record.insert("revision".to_owned(), moved.revision.into());
            record.insert("revised_at".to_owned(), json!(moved.revised_at));
            match own.records.get(index) {
                Some(before) => {
                    for name in ["id", "title", "note", "hold_key", "made_by"] {
                        record.remove(name);
                    }
                    record.extend(extra.clone());
                    self.alter(&self.bookings, tx, (before, &record), "moved").await?;
                    ids.push(crate::store::id_of(before)?);
                }
                None => {
                    let added = self
                        .bookings
                        .entity()?
                        .fields()
                        .iter()
                        .filter(|field| field.is_custom());
                    for name in ["title", "note"].into_iter().chain(added.map(|field| field.name())) {
                        let same = own.first()?.get(name).cloned().unwrap_or(Value::Null);
                        record.insert(name.to_owned(), same);
                    }
                    record.extend(extra.clone());
                    ids.push(crate::store::id_of(&record)?);
                    self.add(&self.bookings, tx, record, "moved").await?;
                }
            }
        }
        let gone = own.records.get(stage.takes.len()..).unwrap_or_default();
        for before in gone {
            let changes = record_of(&[("state", json!("cancelled"))]);
            self.alter(&self.bookings, tx, (before, &changes), "moved").await?;
        }
        self.told(tx, 200, (own.id, &ids), Record::new()).await.map(Some)
    }

    /// Changes every record of a group alike.
    pub(super) async fn each(
        &self,
        tx: &mut TenantTx<'_>,
        own: &Group,
        changes: &[(&str, Value)],
        event: &str,
    ) -> Result<(), Failure> {
        let changes = record_of(changes);
        for before in &own.records {
            self.alter(&self.bookings, tx, (before, &changes), event).await?;
        }
        Ok(())
    }

    /// Keeps what is newly taken.
    async fn add_all(
        &self,
        tx: &mut TenantTx<'_>,
        stage: &Stage,
        fresh: &Fresh<'_>,
        event: &str,
    ) -> Result<Vec<Id>, Failure> {
        let mut ids = Vec::with_capacity(stage.takes.len());
        let mut extra = None;
        for index in 0..stage.takes.len() {
            let mut record = self.record(stage, fresh, index)?;
            // What is booked together says the same.
            if extra.is_none() {
                let given = (&fresh.said.extra, true);
                extra = Some(self.extra(&self.bookings, tx, &record, given).await?);
            }
            record.extend(extra.clone().unwrap_or_default());
            ids.push(crate::store::id_of(&record)?);
            self.add(&self.bookings, tx, record, event).await?;
        }
        Ok(ids)
    }

    /// The record of something that is newly taken.
    fn record(&self, stage: &Stage, fresh: &Fresh<'_>, index: usize) -> Result<Record, Failure> {
        let lacking = || Failure::defect("a take of nothing");
        let (take, times) = stage.takes.get(index).zip(stage.times.get(index)).ok_or_else(lacking)?;
        let bookable = id_of(&take.resource)
            .and_then(|id| stage.found.get(&id))
            .ok_or_else(lacking)?;
        let price = prices::total(bookable, (index, take), fresh.party, self.now());
        let price = price.map_err(|error| self.unpriced(bookable, error))?;
        let code = bookable.list.as_ref().and_then(|list| list.definition().code.clone());
        // The first of a group gives it its name.
        let id = if index == 0 { fresh.group } else { new_id() };
        let mut record = record_of(&[
            ("id", Cell::id_text(&id).into()),
            ("group_id", Cell::id_text(&fresh.group).into()),
            ("place", index.into()),
            ("resource_entity", bookable.entity.as_str().into()),
            ("resource_id", take.resource.as_str().into()),
            ("units", take.units.into()),
            ("partner", json!(take.partner)),
            ("state", fresh.state.into()),
            ("hold_key", json!(fresh.key)),
            ("expires_at", json!(fresh.expires_at)),
            ("title", json!(fresh.said.title)),
            ("note", json!(fresh.said.note)),
            ("price", json!(price)),
            ("rate_list", json!(price.and(code))),
            ("made_by", self.bookings.caller.actor.id.as_str().into()),
            ("booked_at", json!(fresh.booked_at)),
            ("revision", 0.into()),
            ("revised_at", Value::Null),
        ]);
        times.write(&mut record);
        Ok(record)
    }

    /// A refusal of core's, at the place that was sent, and without the names of bookings that the caller may not read.
    pub(super) fn refused(&self, error: Error, core: &str) -> Failure {
        let mut error = renamed(error, core, "");
        if !self.sees_all() {
            let mut reasons = error.clone().into_reasons();
            reasons.iter_mut().for_each(nameless);
            error = Error::from_reasons(reasons).unwrap_or(error);
        }
        error.into()
    }
}

/// A reason without the name of what stands in the way.
pub(super) fn nameless(reason: &mut Reason) {
    for name in ["booking", "blocked", "hold"] {
        if let Some(Value::String(id)) = reason.details.remove(name) {
            let shown = format!("`{id}`");
            let whole = format!("{name} {shown}");
            reason.message = reason
                .message
                .replace(&whole, "another one")
                .replace(&shown, "another one");
        }
    }
}

pub(super) fn record_of(fields: &[(&str, Value)]) -> Record {
    let own = fields.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
    own.collect()
}
