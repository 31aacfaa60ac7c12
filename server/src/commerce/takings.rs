//! What is taken, as rows have it and as core's calendar takes it.

use std::collections::BTreeMap;

use ratebook::calendar::Calendar;
use ratebook::calendar::definition::{
    Blocked, Booking, CalendarDefinition, Hold, Resource, ResourceMode, StayDays, Take, When,
};
use ratebook::records::Cell;
use ratebook::time::{Day, Instant, Span};
use ratebook::{Code, Error};
use serde_json::{Value, json};

use super::find::{Bookables, Id, id_of};
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, Record, RowCells, TenantTx};

const MINUTE: i64 = 60_000_000;
const DAY: i64 = 1_440 * MINUTE;

/// From when to when takings are looked at, in microseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Window {
    pub(super) from: i64,
    pub(super) to: i64,
}

impl Window {
    /// All that can matter to what lies between two moments: what buffers reach, and a day of any zone.
    pub(super) fn around(resource: &Resource, start: Instant, end: Instant) -> Window {
        let reach = reach(resource);
        Window {
            from: start.microseconds().saturating_sub(reach),
            to: end.microseconds().saturating_add(reach),
        }
    }

    fn and(self, other: Window) -> Window {
        Window {
            from: self.from.min(other.from),
            to: self.to.max(other.to),
        }
    }
}

/// How far from a taking another one can be and still matter.
pub(super) fn reach(resource: &Resource) -> i64 {
    let buffer = resource.buffer_before_minutes.max(resource.buffer_after_minutes);
    i64::from(buffer) * MINUTE + 2 * DAY
}

/// A time as rows have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Times {
    pub(super) start: Instant,
    pub(super) end: Instant,
    pub(super) check_in: Option<Day>,
    pub(super) check_out: Option<Day>,
    pub(super) departs_on: Option<Day>,
}

impl Times {
    /// When something is taken, by the clock of its resource.
    pub(super) fn of(when: When, resource: &Resource) -> Result<Times, Failure> {
        let start_of = |day: Day| {
            // A day that a zone skips begins with the next one.
            let known = resource.zone.start_of(day);
            let start = known.or_else(|| resource.zone.start_of(day.next()?));
            start.ok_or_else(|| {
                let message = format!("{day} has no beginning by the clock of the resource");
                Failure::from(Error::new(Code::TimeOutOfRange, "/takes", message))
            })
        };
        let (start, end, check_in, check_out, departs_on) = match when {
            When::Span(span) => (span.start, span.end, None, None, None),
            When::Stay(StayDays {
                check_in, check_out, ..
            }) => (
                start_of(check_in)?,
                start_of(check_out)?,
                Some(check_in),
                Some(check_out),
                None,
            ),
            When::Departure(day) => (
                start_of(day)?,
                start_of(day.next().unwrap_or(day))?,
                None,
                None,
                Some(day),
            ),
            _ => return Err(Failure::defect("a time of a kind that is not kept")),
        };
        Ok(Times {
            start,
            end,
            check_in,
            check_out,
            departs_on,
        })
    }

    /// When it is, in the way that the resource is counted by now.
    fn when(&self, resource: &Resource) -> When {
        let day = |moment: Instant| resource.zone.day_of(moment);
        match resource.mode {
            ResourceMode::Nights => {
                let check_in = self.check_in.unwrap_or_else(|| day(self.start));
                let check_out = self.check_out.unwrap_or_else(|| day(self.end));
                let next = check_in.next().unwrap_or(check_in);
                When::Stay(StayDays::new(check_in, check_out.max(next)))
            }
            ResourceMode::Departures => When::Departure(self.departs_on.unwrap_or_else(|| day(self.start))),
            _ => When::Span(Span {
                start: self.start,
                end: self.end,
            }),
        }
    }

    /// Its fields in a record.
    pub(super) fn write(&self, record: &mut Record) {
        for (name, value) in [
            ("starts_at", json!(self.start)),
            ("ends_at", json!(self.end)),
            ("check_in", json!(self.check_in)),
            ("check_out", json!(self.check_out)),
            ("departs_on", json!(self.departs_on)),
        ] {
            record.insert(name.to_owned(), value);
        }
    }

    fn read(row: &AnyRow, first: usize) -> Result<Times, Failure> {
        let moment = |place| -> Result<Instant, Failure> {
            let moment = row.whole(place)?.and_then(Instant::from_microseconds);
            moment.ok_or_else(|| Failure::defect("a taking without its times"))
        };
        let day = |place| -> Result<Option<Day>, Failure> {
            let number = row.whole(place)?.and_then(|number| i32::try_from(number).ok());
            Ok(number.and_then(Day::from_number))
        };
        Ok(Times {
            start: moment(first)?,
            end: moment(first + 1)?,
            check_in: day(first + 2)?,
            check_out: day(first + 3)?,
            departs_on: day(first + 4)?,
        })
    }
}

/// What a booking takes of one resource.
#[derive(Clone, Debug)]
pub(super) struct Taking {
    pub(super) group: Id,
    pub(super) place: i64,
    pub(super) resource: Id,
    pub(super) times: Times,
    units: u32,
    partner: Option<String>,
    /// Until when it is held; none of what is booked.
    expires_at: Option<Instant>,
    title: Option<String>,
    booked_at: Option<Instant>,
    revision: u32,
    revised_at: Option<Instant>,
}

/// Time of a resource that is blocked.
#[derive(Clone, Debug)]
struct BlockedTime {
    /// Its id, or what it is called in the calendar that it comes from.
    name: String,
    resource: Id,
    times: Times,
    units: Option<u32>,
    reason: Option<String>,
    source: Option<String>,
    revision: u32,
}

impl BlockedTime {
    /// The columns that follow the first one.
    fn read(row: &AnyRow, name: String, resource: Id) -> Result<BlockedTime, Failure> {
        Ok(BlockedTime {
            name,
            resource,
            times: Times::read(row, 1)?,
            units: row.whole(6)?.map(narrow),
            reason: row.text(7)?.map(str::to_owned),
            source: row.text(8)?.map(str::to_owned),
            revision: narrow(row.whole(9)?.unwrap_or(0)),
        })
    }
}

/// What is taken of some resources.
#[derive(Clone, Debug, Default)]
pub(super) struct Takings {
    pub(super) bookings: Vec<Taking>,
    blocks: Vec<BlockedTime>,
}

impl Taking {
    /// A record of a booking as a taking.
    pub(super) fn of(record: &Record) -> Result<Taking, Failure> {
        let text = |name: &str| record.get(name).and_then(Value::as_str);
        let lacks = |name: &str| Failure::defect(format!("a booking without `{name}`"));
        let id = |name: &str| text(name).and_then(id_of).ok_or_else(|| lacks(name));
        let moment = |name: &str| text(name).and_then(|text| text.parse::<Instant>().ok());
        let day = |name: &str| text(name).and_then(|text| text.parse::<Day>().ok());
        let whole = |name: &str| record.get(name).and_then(Value::as_i64).ok_or_else(|| lacks(name));
        Ok(Taking {
            group: id("group_id")?,
            place: whole("place")?,
            resource: id("resource_id")?,
            times: Times {
                start: moment("starts_at").ok_or_else(|| lacks("starts_at"))?,
                end: moment("ends_at").ok_or_else(|| lacks("ends_at"))?,
                check_in: day("check_in"),
                check_out: day("check_out"),
                departs_on: day("departs_on"),
            },
            units: narrow(whole("units")?),
            partner: text("partner").map(str::to_owned),
            expires_at: moment("expires_at").filter(|_| text("state") == Some("held")),
            title: text("title").map(str::to_owned),
            booked_at: moment("booked_at"),
            revision: narrow(whole("revision")?),
            revised_at: moment("revised_at"),
        })
    }

    fn read(row: &AnyRow) -> Result<Taking, Failure> {
        let id =
            |place| -> Result<Id, Failure> { row.id(place)?.ok_or_else(|| Failure::defect("a taking of nothing")) };
        let moment =
            |place| -> Result<Option<Instant>, Failure> { Ok(row.whole(place)?.and_then(Instant::from_microseconds)) };
        let resource = row.text(2)?.and_then(id_of);
        let held = row.text(10)? == Some("held");
        Ok(Taking {
            group: id(0)?,
            place: row.whole(1)?.unwrap_or(0),
            resource: resource.ok_or_else(|| Failure::defect("a taking of nothing"))?,
            times: Times::read(row, 3)?,
            units: narrow(row.whole(8)?.unwrap_or(1)),
            partner: row.text(9)?.map(str::to_owned),
            expires_at: moment(11)?.filter(|_| held),
            title: row.text(12)?.map(str::to_owned),
            booked_at: moment(13)?,
            revision: narrow(row.whole(14)?.unwrap_or(0)),
            revised_at: moment(15)?,
        })
    }

    fn take(&self, found: &Bookables) -> Option<Take> {
        let resource = &found.get(&self.resource)?.resource;
        let mut take = Take::new(resource.id.clone(), self.times.when(resource));
        (take.units, take.partner) = (self.units, self.partner.clone());
        Some(take)
    }
}

fn narrow(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(0)
}

impl Takings {
    /// Reads what is taken of a resource within a window and counts at a moment: what is booked, what is held and has not expired, and
    /// what is blocked.
    pub(super) async fn read(
        &mut self,
        tx: &mut TenantTx<'_>,
        resource: Id,
        window: Window,
        now: Instant,
    ) -> Result<(), Failure> {
        let within = [
            Bound::Text(Cell::id_text(&resource)),
            Bound::Whole(window.from),
            Bound::Whole(window.to),
        ];
        let live = [within.as_slice(), &[Bound::Whole(now.microseconds())]].concat();
        let rows = tx
            .ask(
                "SELECT group_id, place, resource_id, starts_at, ends_at, check_in, check_out, departs_on, units, partner, state, \
                 expires_at, title, booked_at, revision, revised_at FROM native__booking WHERE tenant_id = $1 AND resource_id = $2 AND \
                 ends_at > $3 AND starts_at < $4 AND state IN ('held', 'confirmed') AND (state = 'confirmed' OR expires_at > $5)",
                &live,
            )
            .await?;
        for row in &rows {
            self.bookings.push(Taking::read(row)?);
        }
        let rows = tx
            .ask(
                "SELECT id, starts_at, ends_at, check_in, check_out, departs_on, units, reason, source, revision FROM native__block \
                 WHERE tenant_id = $1 AND resource_id = $2 AND ends_at > $3 AND starts_at < $4 AND state = 'blocked'",
                &within,
            )
            .await?;
        for row in &rows {
            let id = row
                .id(0)?
                .ok_or_else(|| Failure::defect("blocked time without an id"))?;
            self.blocks.push(BlockedTime::read(row, Cell::id_text(&id), resource)?);
        }
        Ok(())
    }

    /// Reads what a feed has blocked of its resource, under the names that its events have there: by these, the ids it has here.
    pub(super) async fn read_feed(
        &mut self,
        tx: &mut TenantTx<'_>,
        (resource, feed): (Id, Id),
        name: &str,
    ) -> Result<BTreeMap<String, Id>, Failure> {
        let rows = tx
            .ask(
                "SELECT b.id, b.starts_at, b.ends_at, b.check_in, b.check_out, b.departs_on, b.units, b.reason, b.source, b.revision, \
                 e.event FROM native__block b JOIN feed_events e ON e.tenant_id = b.tenant_id AND e.block_id = b.id WHERE b.tenant_id = \
                 $1 AND e.feed_id = $2 AND b.state = 'blocked' ORDER BY b.id",
                &[Bound::Id(feed)],
            )
            .await?;
        let mut known = BTreeMap::new();
        for row in &rows {
            let lacking = || Failure::defect("blocked time of no event");
            let id = row.id(0)?.ok_or_else(lacking)?;
            let event = row.text(10)?.ok_or_else(lacking)?.to_owned();
            let mut own = BlockedTime::read(row, event.clone(), resource)?;
            own.source = Some(name.to_owned());
            self.blocks.push(own);
            known.insert(event, id);
        }
        Ok(known)
    }

    /// How much is taken.
    pub(super) fn count(&self) -> usize {
        self.bookings.len().saturating_add(self.blocks.len())
    }

    /// The calendar of it: rows are facts, and are counted as they are.
    pub(super) fn calendar(&self, found: &Bookables) -> Result<Calendar, Failure> {
        let mut groups: BTreeMap<Id, Vec<&Taking>> = BTreeMap::new();
        for taking in &self.bookings {
            groups.entry(taking.group).or_default().push(taking);
        }
        let resources = found.values().map(|bookable| bookable.resource.clone());
        let mut definition = CalendarDefinition::new(resources.collect::<Vec<_>>());
        for (group, mut takings) in groups {
            takings.sort_by_key(|taking| taking.place);
            let takes: Vec<Take> = takings.iter().filter_map(|taking| taking.take(found)).collect();
            let Some(first) = takings.first().filter(|_| !takes.is_empty()) else {
                continue;
            };
            let id = Cell::id_text(&group);
            match first.expires_at {
                Some(expires_at) => definition.holds.push(Hold::new(id, takes, expires_at)),
                None => {
                    let mut booking = Booking::new(id, takes);
                    (booking.title, booking.booked_at) = (first.title.clone(), first.booked_at);
                    (booking.revision, booking.revised_at) = (first.revision, first.revised_at);
                    definition.bookings.push(booking);
                }
            }
        }
        for time in &self.blocks {
            let Some(bookable) = found.get(&time.resource) else {
                continue;
            };
            let when = time.times.when(&bookable.resource);
            let mut blocked = Blocked::new(time.name.clone(), bookable.resource.id.clone(), when);
            (blocked.units, blocked.reason, blocked.revision) = (time.units, time.reason.clone(), time.revision);
            blocked.source.clone_from(&time.source);
            definition.blocked.push(blocked);
        }
        let loaded = Calendar::new(definition);
        loaded.map_err(|error| Failure::defect(format!("rows that make no calendar: {:?}", error.report())))
    }
}

/// The windows of what is taken, by resource.
pub(super) fn windows<'t>(times: impl Iterator<Item = (Id, &'t Times)>, found: &Bookables) -> BTreeMap<Id, Window> {
    let mut windows: BTreeMap<Id, Window> = BTreeMap::new();
    for (id, times) in times {
        let Some(bookable) = found.get(&id) else { continue };
        let window = Window::around(&bookable.resource, times.start, times.end);
        let known = windows.entry(id).or_insert(window);
        *known = known.and(window);
    }
    windows
}
