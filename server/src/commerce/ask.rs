//! Questions: is it free, when is it, and what does it cost? Answered from calendars that are kept, one for each resource.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use ratebook::calendar::definition::{CalendarDefinition, Take};
use ratebook::calendar::{Availability, CheckAllRequest, SlotsRequest};
use ratebook::money::Money;
use ratebook::rates::{Price, PriceRequest};
use ratebook::records::Cell;
use ratebook::{Error, Reason};
use serde::Serialize;
use serde_json::{Value, json};

use super::calendars::Compiled;
use super::counter::{Counter, lacks, unknown_one};
use super::decide::nameless;
use super::find::{Bookable, Bookables, Id, all_found, id_of, ids_of, unknown_resource, version_of};
use super::jobs::Question;
use super::keep::Named;
use super::prices;
use super::takings::{Takings, Times, Window, reach};
use crate::platform::caller::Caller;
use crate::problem::Problem;
use crate::state::App;
use crate::store::{Failure, TenantTx};

const DAY: i64 = 86_400_000_000;
/// Of what is taken, that which ended so long ago is not kept in a calendar for questions: those are about what comes, and about the
/// month that is drawn.
const KEPT_BEHIND: i64 = 35 * DAY;

/// What is taken of some resources, as core's calendar has it: all that counts at the present moment, whenever it is.
pub async fn taken(app: &App, caller: &Caller, resources: &[String]) -> Result<CalendarDefinition, Problem> {
    let counter = Counter::of(app, caller, "check")?;
    let ids: BTreeSet<Id> = resources.iter().filter_map(|id| id_of(id)).collect();
    let (store, tenant) = (app.store.clone(), caller.tenant);
    let read = store.read(tenant, move |mut tx| {
        Box::pin(async move {
            let found = counter.find(&mut tx, &ids, &BTreeSet::new(), false).await?;
            let mut takings = Takings::default();
            let all = Window {
                from: i64::MIN,
                to: i64::MAX,
            };
            for id in found.keys() {
                takings.read(&mut tx, *id, all, counter.bookings.now).await?;
            }
            Ok(takings.calendar(&found)?.definition())
        })
    });
    Ok(read.await?)
}

/// What some takes cost. It is written as it stands: a family's week has so many lines that to make values of JSON of them first took
/// longer than to reckon them.
#[derive(Serialize)]
struct Prices<'p> {
    items: Vec<Priced<'p>>,
    total: Option<Money>,
}

#[derive(Serialize)]
struct Priced<'p> {
    price: Option<Price>,
    resource: &'p str,
}

fn written(answer: &impl Serialize) -> Result<Vec<u8>, Failure> {
    serde_json::to_vec(answer).map_err(|error| Failure::defect(error.to_string()))
}

impl Counter {
    /// Answers a question, in JSON.
    pub(super) async fn answer(&self, tx: &mut TenantTx<'_>, question: &Question) -> Result<Vec<u8>, Failure> {
        let value = match question {
            Question::Check(request) => self.check(tx, request).await,
            Question::Slots(request) => self.slots(tx, request).await,
            Question::Price { takes, party } => return self.price(tx, takes, party).await,
            Question::Storefront(asked) => self.storefront(tx, asked).await,
            Question::Calendar(request) => self.drawn(tx, request).await,
        };
        written(&value?)
    }

    /// What is to count as the asker's own: a hold by its key, and a booking that they may change.
    pub(super) async fn own(
        &self,
        tx: &mut TenantTx<'_>,
        hold: Option<&str>,
        booking: Option<&str>,
    ) -> Result<[Option<String>; 2], Failure> {
        let held = match hold {
            Some(key) => {
                let reason = || Reason::new(ratebook::Code::CalendarHoldUnknown, "/hold", "there is no such hold");
                Some(self.named(tx, Named::Held(key)).await?.ok_or_else(reason)?)
            }
            None => None,
        };
        let booked = match booking {
            Some(id) => {
                let unknown = ratebook::Code::CalendarBookingUnknown;
                let id = self
                    .named(tx, Named::Booking(id))
                    .await?
                    .ok_or_else(|| unknown_one(unknown))?;
                let group = self.group(tx, id).await?.ok_or_else(|| unknown_one(unknown))?;
                self.may_change(&self.bookings, group.first()?, unknown)?;
                Some(id)
            }
            None => None,
        };
        Ok([held, booked].map(|id| id.map(|id| Cell::id_text(&id))))
    }

    async fn check(&self, tx: &mut TenantTx<'_>, request: &CheckAllRequest) -> Result<Value, Failure> {
        let mut takes = request.takes.clone();
        let ids = ids_of(&mut takes)?;
        let found = self.find(tx, &ids, &BTreeSet::new(), false).await?;
        all_found(&takes, &found)?;
        let [hold, booking] = self
            .own(tx, request.hold.as_deref(), request.booking.as_deref())
            .await?;
        let mut whole: Option<Availability> = None;
        let mut faults = Vec::new();
        for id in ids {
            let (places, own) = of_resource(&takes, id);
            let calendar = self.calendar(tx, id, &found, earliest(&own, id, &found)?).await?;
            let mut asked = request.clone();
            (asked.takes, asked.hold, asked.booking) = (own, hold.clone(), booking.clone());
            let mut answer = match calendar.calendar.check_all(&asked) {
                Ok(answer) => answer,
                Err(error) => {
                    faults.extend(error.into_reasons().into_iter().map(|reason| replaced(reason, &places)));
                    continue;
                }
            };
            answer.reasons = answer
                .reasons
                .into_iter()
                .map(|reason| replaced(reason, &places))
                .collect();
            match &mut whole {
                None => whole = Some(answer),
                Some(whole) => {
                    whole.free &= answer.free;
                    whole.units_left = whole.units_left.min(answer.units_left);
                    whole.reasons.append(&mut answer.reasons);
                }
            }
        }
        if let Some(error) = Error::from_reasons(faults) {
            return Err(error.into());
        }
        if let Some(whole) = whole.as_mut().filter(|_| !self.sees_all()) {
            whole.reasons.iter_mut().for_each(nameless);
        }
        Ok(json!(whole))
    }

    async fn slots(&self, tx: &mut TenantTx<'_>, request: &SlotsRequest) -> Result<Value, Failure> {
        let ids: Vec<Option<Id>> = request.resources.iter().map(|id| id_of(id)).collect();
        let wanted: BTreeSet<Id> = ids.iter().flatten().copied().collect();
        let found = self.find(tx, &wanted, &BTreeSet::new(), false).await?;
        let lacks = |id: &Option<Id>| id.is_none_or(|id| !found.contains_key(&id));
        let unknown = ids.iter().enumerate().filter(|(_, id)| lacks(id));
        let unknown = unknown.map(|(index, _)| unknown_resource(&format!("/resources/{index}")));
        if let Some(error) = Error::from_reasons(unknown.collect()) {
            return Err(error.into());
        }
        let [hold, booking] = self
            .own(tx, request.hold.as_deref(), request.booking.as_deref())
            .await?;
        let mut answers = Vec::new();
        for id in ids.into_iter().flatten() {
            let Some(bookable) = found.get(&id) else { continue };
            let first = bookable.resource.zone.start_of(request.days.first);
            let from = first.unwrap_or(self.bookings.now).microseconds();
            let calendar = self.calendar(tx, id, &found, from).await?;
            let mut asked = request.clone();
            (asked.resources, asked.hold, asked.booking) = (vec![Cell::id_text(&id)], hold.clone(), booking.clone());
            answers.extend(calendar.calendar.slots(&asked)?);
        }
        Ok(json!({ "items": answers }))
    }

    async fn price(&self, tx: &mut TenantTx<'_>, takes: &[Take], party: &PriceRequest) -> Result<Vec<u8>, Failure> {
        let mut takes = takes.to_vec();
        let ids = ids_of(&mut takes)?;
        let found = self.find(tx, &ids, &BTreeSet::new(), false).await?;
        all_found(&takes, &found)?;
        if party.preview {
            for bookable in found.values() {
                let desk = self.desk_of(bookable)?;
                if !prices::edits(desk)? {
                    return Err(lacks(desk, "write")?);
                }
            }
        }
        let mut items = Vec::new();
        let mut reasons = Vec::new();
        let mut total: Option<Money> = None;
        let mut summed = true;
        for (index, take) in takes.iter().enumerate() {
            let Some(bookable) = id_of(&take.resource).and_then(|id| found.get(&id)) else {
                continue;
            };
            match prices::price(bookable, (index, take), party, self.bookings.now) {
                Ok(price) => {
                    let own = price.as_ref().map(|price| Money::new(price.total, price.currency));
                    total = match (total, own) {
                        (None, own) => own,
                        (Some(sum), Some(own)) => sum.plus(own).ok(),
                        (Some(_), None) => None,
                    };
                    summed &= total.is_some();
                    items.push(Priced {
                        price,
                        resource: &take.resource,
                    });
                }
                Err(error) => reasons.extend(self.unpriced(bookable, error).into_reasons()),
            }
        }
        match Error::from_reasons(reasons) {
            Some(error) => Err(error.into()),
            None => written(&Prices {
                items,
                total: total.filter(|_| summed),
            }),
        }
    }

    /// The calendar of one resource that knows what is taken of it from a moment on.
    pub(super) async fn calendar(
        &self,
        tx: &mut TenantTx<'_>,
        id: Id,
        found: &Bookables,
        from: i64,
    ) -> Result<Arc<Compiled>, Failure> {
        let lacking = || Failure::defect("a calendar of nothing");
        let bookable = found.get(&id).ok_or_else(lacking)?;
        let versions = (bookable.version, version_of(tx, id).await?);
        self.compiled(tx, (id, bookable), versions, from).await
    }

    /// The same where the versions are known.
    pub(super) async fn compiled(
        &self,
        tx: &mut TenantTx<'_>,
        (id, bookable): (Id, &Arc<Bookable>),
        versions: (i64, i64),
        from: i64,
    ) -> Result<Arc<Compiled>, Failure> {
        let (app, tenant) = (&self.bookings.app, self.bookings.caller.tenant);
        let reach = reach(&bookable.resource);
        let from = from.saturating_sub(reach);
        if let Some(known) = app.calendars().get((tenant, id), versions, from) {
            return Ok(known);
        }
        let now = self.bookings.now;
        let usual = now.microseconds().saturating_sub(KEPT_BEHIND + reach);
        let from = from.min(usual);
        let mut takings = Takings::default();
        takings.read(tx, id, Window { from, to: i64::MAX }, now).await?;
        let only: Bookables = BTreeMap::from([(id, Arc::clone(bookable))]);
        let calendar = takings.calendar(&only)?;
        let compiled = Arc::new(Compiled::of(bookable, (versions, from), calendar)?);
        // One that reaches far back is made for a single question.
        if from == usual {
            app.calendars()
                .keep((tenant, id), Arc::clone(&compiled), takings.count());
        }
        Ok(compiled)
    }
}

/// What is taken of one resource, and where it stands among all.
fn of_resource(takes: &[Take], id: Id) -> (Vec<usize>, Vec<Take>) {
    let own = takes
        .iter()
        .enumerate()
        .filter(|(_, take)| id_of(&take.resource) == Some(id));
    own.map(|(place, take)| (place, take.clone())).unzip()
}

/// The first moment at which something is taken.
fn earliest(takes: &[Take], id: Id, found: &Bookables) -> Result<i64, Failure> {
    let mut first = i64::MAX;
    if let Some(bookable) = found.get(&id) {
        for take in takes {
            first = first.min(Times::of(take.when, &bookable.resource)?.start.microseconds());
        }
    }
    Ok(first)
}

/// A reason at the place at which its take stands among all.
fn replaced(mut reason: Reason, places: &[usize]) -> Reason {
    let rest = reason.path.strip_prefix("/takes").unwrap_or(&reason.path);
    let mut steps = rest.trim_start_matches('/').splitn(2, '/');
    let place = steps.next().and_then(|step| step.parse::<usize>().ok());
    if let Some(place) = place.and_then(|place| places.get(place)) {
        let rest = steps.next().map(|rest| format!("/{rest}")).unwrap_or_default();
        reason.path = format!("/takes/{place}{rest}");
    }
    reason
}
