//! What leads to a record that goes: pointed at the one that stays, each as a change of whoever has them become one.

use ratebook::Reason;
use ratebook::records::{Cell, LinkedRecord, QueryPlan, RecordChange, RecordCheckRequest, Referring, Test};

use super::Merging;
use super::look::Look;
use crate::records::desk::Desk;
use crate::records::keep::Done;
use crate::store::{Failure, Record, TenantTx};

/// When so much was found to stand against it among links, no more is looked for.
const MOST_FAULTS: usize = 20;

/// Links to the record that goes, by one field.
#[derive(Debug)]
pub(super) struct Leading {
    pub(super) referring: Referring,
    /// Of records that were deleted as well.
    pub(super) count: u64,
    pub(super) is_series: bool,
}

/// From which record to which one something is pointed.
#[derive(Debug)]
struct Ends {
    from: String,
    to: String,
    /// Whether it was looked up already that this field may lead there: a record that led to both leads nowhere anew, and tells nothing of it.
    is_known: bool,
}

impl Merging {
    /// The fields by which anything leads to the other record, but those of both.
    pub(super) async fn leading(&self, tx: &mut TenantTx<'_>, other: [u8; 16]) -> Result<Vec<Leading>, Failure> {
        let engine = self.desk.as_engine()?;
        let mut leading = Vec::new();
        for referring in self.desk.pack().referring(self.desk.entity()?) {
            let desk = engine.at(&referring.entity)?;
            let is_series = desk.entity()?.definition().series.is_some();
            let mut count = 0;
            for deleted in kinds(&desk)? {
                let mut query = desk.query()?;
                query.deleted = *deleted;
                let holder = &desk.caller.holder;
                let plan = desk.pack().referring_plan(&referring, other, &query, holder, false)?;
                count += tx.total(desk.pack(), &self.beside_both(plan, &desk, other)?).await?;
            }
            if count > 0 {
                leading.push(Leading {
                    referring,
                    count,
                    is_series,
                });
            }
        }
        Ok(leading)
    }

    /// A plan without both of them.
    fn beside_both(&self, mut plan: QueryPlan, desk: &Desk, other: [u8; 16]) -> Result<QueryPlan, Failure> {
        if desk.entity()?.name() == self.desk.entity()?.name()
            && let Some(id) = desk.entity()?.column_named("id")
        {
            let mut both = vec![Cell::Id(self.id), Cell::Id(other)];
            both.sort();
            plan.test = Test::all([plan.test, Test::contrary(Test::OneOf(id, both))]);
        }
        Ok(plan)
    }

    /// Points all of it at the record that stays, and tells what stands against that.
    pub(super) async fn point_all(
        &self,
        tx: &mut TenantTx<'_>,
        look: &mut Look,
        other: [u8; 16],
    ) -> Result<(), Failure> {
        let (engine, mut faults, mut dropped) = (self.desk.as_engine()?, 0, 0);
        for own in &look.leading {
            let (name, field) = (own.referring.entity.as_str(), own.referring.field.as_str());
            let desk = self.desk.at(name)?;
            if own.is_series {
                match desk.point_samples(tx, field, (other, self.id)).await {
                    Ok(gone) => dropped += gone,
                    Err(Failure::Refused(error)) => {
                        let error = error.each_reason(|reason| of_samples(reason, name));
                        look.refused.extend(error.into_reasons());
                    }
                    Err(failure) => return Err(failure),
                }
                continue;
            }
            let mut ends = Ends {
                from: Cell::id_text(&other),
                to: Cell::id_text(&self.id),
                is_known: false,
            };
            for deleted in kinds(&desk)? {
                let mut ids = engine.at(name)?.linking(tx, &own.referring, other, *deleted).await?;
                ids.retain(|id| *id != self.id && *id != other);
                for id in ids {
                    let pointed = match deleted {
                        true => desk.point_deleted(tx, (id, field), &ends).await,
                        false => desk.point(tx, (id, field), &mut ends).await,
                    };
                    match pointed {
                        Ok(()) => {}
                        Err(Failure::Refused(error)) => {
                            let error = error.each_reason(|reason| of_record(reason, (name, id)));
                            let reasons = error.into_reasons();
                            faults += reasons.len();
                            look.refused.extend(reasons);
                        }
                        Err(failure) => return Err(failure),
                    }
                    if faults >= MOST_FAULTS {
                        return Ok(());
                    }
                }
            }
        }
        look.samples_dropped = Some(dropped);
        Ok(())
    }
}

/// Says of which record something is told.
fn of_record(reason: &mut Reason, (entity, id): (&str, [u8; 16])) {
    reason.message = format!("`{entity}` {}: {}", Cell::id_text(&id), reason.message);
    reason.path = "/other".to_owned();
}

/// The same of samples, of which none is told apart.
fn of_samples(reason: &mut Reason, entity: &str) {
    reason.message = format!("`{entity}`: {}", reason.message);
    reason.path = "/other".to_owned();
}

/// Whether there are those that were deleted, beside those that were not.
fn kinds(desk: &Desk) -> Result<&'static [bool], Failure> {
    let kinds: &'static [bool] = match desk.entity()?.definition().soft_delete {
        Some(_) => &[false, true],
        None => &[false],
    };
    Ok(kinds)
}

impl Desk {
    /// Has a link of a record lead elsewhere.
    async fn point(&self, tx: &mut TenantTx<'_>, (id, name): ([u8; 16], &str), ends: &mut Ends) -> Result<(), Failure> {
        let Some(before) = self.before(tx, id, false).await? else {
            return Ok(());
        };
        let entity = self.entity()?;
        let own = entity.field(name).zip(before.get(name));
        // It may lead to somebody else by now.
        let Some(elsewhere) = own.and_then(|(field, own)| field.pointed_elsewhere(own, &ends.from, &ends.to)) else {
            return Ok(());
        };
        let change = Record::from_iter([(name.to_owned(), elsewhere)]);
        let mut request =
            RecordCheckRequest::new(entity.name(), self.caller.actor.clone(), self.now).with_change(change);
        request.zone = Some(self.zone().clone());
        request.before = Some(before);
        let checked = self.pack().relink_by(&request, &self.caller.holder)?;
        // That one may link to it is as true of all the others; what else it links to by now is its own.
        let leads_there = |link: &LinkedRecord| link.field == name && link.id == ends.to;
        let mut links = checked.links;
        if ends.is_known {
            links.retain(|link| !leads_there(link));
        }
        self.look_up(tx, id, &links, &checked.unique).await?;
        ends.is_known |= links.iter().any(leads_there);
        let done = Done {
            id,
            events: &checked.events,
            states: &[],
            changes: &checked.changes,
            images: [request.before.as_ref(), Some(&checked.record)],
        };
        self.note(tx, done)?;
        let before = request.before.unwrap_or_default();
        tx.change(self.target()?, &before, &checked.record).await?;
        self.set_timer(tx, id, Some(&checked.record)).await
    }

    /// Has the samples of one record be those of another, where they may be; how many of them go.
    async fn point_samples(
        &self,
        tx: &mut TenantTx<'_>,
        field: &str,
        (from, to): ([u8; 16], [u8; 16]),
    ) -> Result<u64, Failure> {
        let entity = self.entity()?;
        let sample = Record::from_iter([(field.to_owned(), Cell::id_text(&to).into())]);
        let links = self.pack().links_of(entity, &sample);
        self.look_up(tx, [0; 16], &links, &[]).await?;
        tx.relink_samples(self.pack(), entity, field, (from, to)).await
    }

    /// The same of a record that was deleted: it comes back with the link, and nobody is told of it now.
    async fn point_deleted(
        &self,
        tx: &mut TenantTx<'_>,
        (id, name): ([u8; 16], &str),
        ends: &Ends,
    ) -> Result<(), Failure> {
        let Some(before) = self.before(tx, id, true).await? else {
            return Ok(());
        };
        let entity = self.entity()?;
        let Some((field, own)) = entity.field(name).zip(before.get(name)) else {
            return Ok(());
        };
        let Some(elsewhere) = field.pointed_elsewhere(own, &ends.from, &ends.to) else {
            return Ok(());
        };
        // What is freed by a record that was deleted is looked for once it comes back.
        let unique = entity.unique_key(field, &elsewhere);
        if field.definition().unique && !unique.freed {
            self.look_up(tx, id, &[], &[unique]).await?;
        }
        let mut change = RecordChange::new(name);
        (change.before, change.after) = (before.get(name).cloned(), Some(elsewhere.clone()));
        self.enter(tx, (id, &format!("{}:updated", entity.name())), &[change])?;
        let mut after = before.clone();
        after.insert(name.to_owned(), elsewhere);
        tx.change(self.target()?, &before, &after).await
    }
}
