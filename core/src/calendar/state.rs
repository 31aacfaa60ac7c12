use std::collections::HashMap;
use std::sync::Arc;

use smallvec::SmallVec;

use super::bounds::{UNITS, within};
use super::definition::{Blocked, Booking, CalendarDefinition, Hold, Resource, Take};
use super::kept::Kept;
use super::schedule::{Ask, Assumed, Schedule, counted};
use super::screen::Owner;
use super::timeline::Taken;
use crate::fault::shortened;
use crate::time::Instant;
use crate::{Code, Error, Reason, Result};

/// Every resource with what is taken of it. A copy shares the resources until one of them changes.
#[derive(Clone, Debug)]
pub(crate) struct State {
    pub(crate) schedules: Vec<Arc<Schedule>>,
    numbers: HashMap<Arc<str>, u32>,
    pub(crate) bookings: Kept<Booked>,
    pub(crate) holds: Kept<OnHold>,
    pub(crate) blocked: Kept<BlockedTime>,
    /// Whether no command stopped in the midst of it without being undone.
    pub(crate) is_whole: bool,
}

/// The largest number of a revision that iCalendar can hold.
const MOST_REVISIONS: u32 = 2_147_483_647;
/// The most things that one booking or hold takes.
const MOST_TAKES: usize = 200;

/// Units of one resource, as they are kept.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Part {
    pub(crate) resource: u32,
    pub(crate) start: i64,
    pub(crate) end: i64,
    pub(crate) units: i32,
    pub(crate) partner: Option<Arc<str>>,
}

pub(crate) type Parts = SmallVec<[Part; 1]>;

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Booked {
    pub(crate) parts: Parts,
    pub(crate) booked_at: Option<Instant>,
    pub(crate) title: Option<Box<str>>,
    /// How often it was moved, and when last.
    pub(crate) revision: u32,
    pub(crate) revised_at: Option<Instant>,
}

impl Booked {
    /// The same with other parts, if they are others: one more revision.
    pub(crate) fn moved(&self, parts: Parts, now: Instant) -> Booked {
        let moves = u32::from(self.parts != parts);
        Booked {
            parts,
            revision: self.revision.saturating_add(moves).min(MOST_REVISIONS),
            revised_at: if moves == 0 { self.revised_at } else { Some(now) },
            ..self.clone()
        }
    }
}

/// The revision of a row in the place of what is known. Other calendars pass over one that falls, so one that the row does not give,
/// or gives as it was before, stays; one more where the row takes something else.
fn following(given: u32, known: u32, moves: bool) -> u32 {
    if known == 0 || given > known {
        return given;
    }
    known.saturating_add(u32::from(moves)).min(MOST_REVISIONS)
}

impl Booked {
    /// A row in the place of what is known.
    pub(crate) fn following(self, known: &Booked) -> Booked {
        let stays = known.revision > 0 && self.revision <= known.revision;
        Booked {
            revision: following(self.revision, known.revision, self.parts != known.parts),
            revised_at: self.revised_at.or(known.revised_at.filter(|_| stays)),
            ..self
        }
    }
}

impl BlockedTime {
    /// A row in the place of what is known.
    pub(crate) fn following(self, known: &BlockedTime) -> BlockedTime {
        let revision = following(self.revision, known.revision, self.part != known.part);
        BlockedTime { revision, ..self }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct OnHold {
    pub(crate) parts: Parts,
    pub(crate) expires_at: Instant,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct BlockedTime {
    pub(crate) part: Part,
    /// Whether it was given without a number of units, and takes all of them.
    pub(crate) all: bool,
    pub(crate) reason: Option<Box<str>>,
    pub(crate) source: Option<Box<str>>,
    /// How often it was moved.
    pub(crate) revision: u32,
}

/// The number by which a timeline knows a booking, and what is blocked.
pub(crate) fn booking_owner(number: u32) -> u32 {
    number.wrapping_mul(2)
}

pub(crate) fn blocked_owner(number: u32) -> u32 {
    number.wrapping_mul(2).wrapping_add(1)
}

impl Default for State {
    fn default() -> Self {
        State {
            schedules: Vec::new(),
            numbers: HashMap::default(),
            bookings: Kept::default(),
            holds: Kept::default(),
            blocked: Kept::default(),
            is_whole: true,
        }
    }
}

impl State {
    /// The priority of each resource, by its id.
    pub(crate) fn priorities(&self) -> HashMap<String, i32> {
        let resources = self.schedules.iter().map(|own| &own.resource);
        resources.map(|own| (own.id.clone(), own.priority)).collect()
    }

    pub(crate) fn add_resource(&mut self, resource: Resource) {
        let number = u32::try_from(self.schedules.len()).unwrap_or(u32::MAX);
        self.numbers.insert(resource.id.as_str().into(), number);
        self.schedules.push(Arc::new(Schedule::new(resource)));
    }

    pub(crate) fn has_resource(&self, id: &str) -> bool {
        self.numbers.contains_key(id)
    }

    /// The number of a resource; an error at a path when there is none.
    pub(crate) fn resource(&self, id: &str, path: &str) -> Result<u32> {
        self.numbers.get(id).copied().ok_or_else(|| {
            let message = format!("there is no resource `{}`", shortened(id));
            Reason::new(Code::CalendarResourceUnknown, path, message)
                .with("resource", id)
                .into()
        })
    }

    pub(crate) fn schedule(&self, number: u32) -> Option<&Schedule> {
        self.schedules.get(number as usize).map(|schedule| &**schedule)
    }

    pub(crate) fn schedule_mut(&mut self, number: u32) -> Option<&mut Schedule> {
        self.schedules.get_mut(number as usize).map(Arc::make_mut)
    }

    /// The schedule of a resource by its id.
    pub(crate) fn named(&self, id: &str, path: &str) -> Result<(u32, &Schedule)> {
        let number = self.resource(id, path)?;
        let schedule = self
            .schedule(number)
            .ok_or_else(|| Error::new(Code::CalendarResourceUnknown, path, "no such resource"))?;
        Ok((number, schedule))
    }

    /// What a take comes to.
    pub(crate) fn part(&self, take: &Take) -> Result<Part> {
        within(take.units, &UNITS, "/units")?;
        let (resource, schedule) = self.named(&take.resource, "/resource")?;
        let (start, end) = schedule.stretch(take.when).map_err(|error| error.under("/when"))?;
        Ok(Part {
            resource,
            start,
            end,
            units: counted(take.units),
            partner: take.partner.as_deref().map(Into::into),
        })
    }

    /// What takes come to; every fault with its path.
    pub(crate) fn parts(&self, takes: &[Take]) -> Result<Parts> {
        let (mut parts, mut reasons) = (Parts::new(), Vec::new());
        for (index, take) in takes.iter().enumerate() {
            match self.part(take) {
                // Written as two units of one take it would be counted; as two takes it may be a slip.
                Ok(part) if parts.iter().any(|known| known.meets_exactly(&part)) => {
                    let message = "the same time of the resource is taken twice; give `units` instead";
                    reasons.push(Reason::new(Code::RequestConflict, format!("/{index}"), message));
                }
                Ok(part) => parts.push(part),
                Err(error) => reasons.extend(error.under(&format!("/{index}")).into_reasons()),
            }
        }
        if takes.is_empty() || takes.len() > MOST_TAKES {
            let message = format!("1 to {MOST_TAKES} things are taken at once, not {}", takes.len());
            reasons.push(Reason::new(Code::RequestRange, "", message));
        }
        Error::unless_empty(reasons).map(|()| parts)
    }

    pub(crate) fn owner(&self, owner: u32) -> Owner<'_> {
        let known = match owner % 2 {
            0 => self.bookings.numbered(owner / 2).map(|(id, _)| Owner::Booking(id)),
            _ => self.blocked.numbered(owner / 2).map(|(id, _)| Owner::Blocked(id)),
        };
        known.unwrap_or(Owner::Itself)
    }

    /// The booking that a timeline knows by that number; none for what is blocked.
    pub(crate) fn booking_of(&self, owner: u32) -> Option<&Booked> {
        let number = owner / 2;
        let is_booking = owner == booking_owner(number);
        self.bookings
            .numbered(number)
            .filter(|_| is_booking)
            .map(|(_, booked)| booked)
    }

    /// What a booking that is to move takes of a resource, and is assumed to give back.
    pub(crate) fn given_back(&self, booking: Option<&str>, resource: u32) -> Vec<Assumed<'_>> {
        let booking = booking.and_then(|id| Some((self.bookings.number(id)?, self.bookings.get(id)?)));
        let Some((number, booked)) = booking else {
            return Vec::new();
        };
        let parts = booked.parts.iter().filter(|part| part.resource == resource);
        parts
            .map(|part| Assumed {
                given_back: true,
                ..part.assumed(booking_owner(number))
            })
            .collect()
    }

    /// Every reason against taking parts, for somebody who may have a hold of their own or a booking that is to move: what one part
    /// takes counts for the next ones. Nothing is changed for it.
    pub(crate) fn against(
        &self,
        parts: &[Part],
        now: Instant,
        hold: Option<&str>,
        moving: Option<&str>,
    ) -> Vec<Reason> {
        let own_hold = hold.and_then(|key| self.holds.number(key));
        let owner = booking_owner(self.bookings.next_number());
        let (mut reasons, mut free) = (Vec::new(), Vec::new());
        for (index, part) in parts.iter().enumerate() {
            let Some(schedule) = self.schedule(part.resource) else {
                continue;
            };
            let mut assumed = self.given_back(moving, part.resource);
            let others = free.iter().filter(|other: &&&Part| other.resource == part.resource);
            assumed.extend(others.map(|other| other.assumed(owner)));
            let ask = part.ask(now, own_hold, &assumed);
            if schedule.is_free(&ask) {
                free.push(part);
                continue;
            }
            let found = schedule.reasons(&ask, |owner| self.owner(owner));
            reasons.extend(found.into_iter().map(|mut reason| {
                reason.path.insert_str(0, &format!("/{index}"));
                reason
            }));
        }
        reasons
    }

    /// Takes parts unasked; says whether all of them could be counted.
    pub(crate) fn take_parts(&mut self, parts: &[Part], owner: u32) -> bool {
        parts.iter().fold(true, |all, part| {
            let schedule = self.schedule_mut(part.resource);
            schedule.is_some_and(|schedule| schedule.insert(part.taken(owner), part.partner.as_deref())) && all
        })
    }

    pub(crate) fn give_back(&mut self, parts: &[Part], owner: u32) {
        for part in parts {
            if let Some(schedule) = self.schedule_mut(part.resource) {
                schedule.remove(part.taken(owner), part.partner.as_deref());
            }
        }
    }

    pub(crate) fn hold_parts(&mut self, parts: &[Part], owner: u32, expires_at: Instant) {
        for part in parts {
            if let Some(schedule) = self.schedule_mut(part.resource) {
                schedule.hold(part.taken(owner), part.partner.as_deref(), expires_at);
            }
        }
    }

    pub(crate) fn drop_parts(&mut self, parts: &[Part], owner: u32) {
        for part in parts {
            if let Some(schedule) = self.schedule_mut(part.resource) {
                schedule.let_go(part.taken(owner));
            }
        }
    }

    /// A part as people write it.
    pub(crate) fn take(&self, part: &Part) -> Option<Take> {
        let schedule = self.schedule(part.resource)?;
        Some(Take {
            resource: schedule.resource.id.clone(),
            when: schedule.when(part.start, part.end)?,
            units: part.units.unsigned_abs(),
            partner: part.partner.as_deref().map(str::to_owned),
        })
    }

    fn takes(&self, parts: &[Part]) -> Vec<Take> {
        parts.iter().filter_map(|part| self.take(part)).collect()
    }

    pub(crate) fn booking(&self, id: &str, booked: &Booked) -> Booking {
        Booking {
            id: id.to_owned(),
            takes: self.takes(&booked.parts),
            booked_at: booked.booked_at,
            title: booked.title.as_deref().map(str::to_owned),
            revision: booked.revision,
            revised_at: booked.revised_at,
        }
    }

    pub(crate) fn hold(&self, key: &str, hold: &OnHold) -> Hold {
        Hold {
            key: key.to_owned(),
            takes: self.takes(&hold.parts),
            expires_at: hold.expires_at,
        }
    }

    pub(crate) fn blocked_time(&self, id: &str, blocked: &BlockedTime) -> Option<Blocked> {
        let take = self.take(&blocked.part)?;
        Some(Blocked {
            id: id.to_owned(),
            resource: take.resource,
            when: take.when,
            units: (!blocked.all).then_some(take.units),
            reason: blocked.reason.as_deref().map(str::to_owned),
            source: blocked.source.as_deref().map(str::to_owned),
            revision: blocked.revision,
        })
    }

    /// Everything as a definition, from which it loads again.
    pub(crate) fn definition(&self) -> CalendarDefinition {
        CalendarDefinition {
            resources: self
                .schedules
                .iter()
                .map(|schedule| schedule.resource.clone())
                .collect(),
            bookings: self
                .bookings
                .sorted()
                .into_iter()
                .map(|(id, booked)| self.booking(id, booked))
                .collect(),
            holds: self
                .holds
                .sorted()
                .into_iter()
                .map(|(key, hold)| self.hold(key, hold))
                .collect(),
            blocked: self
                .blocked
                .sorted()
                .into_iter()
                .filter_map(|(id, time)| self.blocked_time(id, time))
                .collect(),
        }
    }
}

/// More than 32 bits of units at one moment.
pub(crate) fn uncountable() -> Error {
    Error::new(
        Code::RequestRange,
        "",
        "more units are taken at once than can be counted",
    )
}

impl Part {
    /// Whether it takes the same as another part, for whichever partner.
    fn meets_exactly(&self, other: &Part) -> bool {
        self.resource == other.resource && self.taken(0) == other.taken(0)
    }

    pub(crate) fn taken(&self, owner: u32) -> Taken {
        Taken {
            start: self.start,
            end: self.end,
            units: self.units,
            owner,
        }
    }

    /// It, as a question assumes it to be taken already.
    pub(crate) fn assumed(&self, owner: u32) -> Assumed<'_> {
        Assumed {
            taken: self.taken(owner),
            partner: self.partner.as_deref(),
            given_back: false,
        }
    }

    pub(crate) fn ask<'a>(&'a self, now: Instant, own_hold: Option<u32>, assumed: &'a [Assumed<'a>]) -> Ask<'a> {
        Ask {
            start: self.start,
            end: self.end,
            units: self.units,
            now,
            partner: self.partner.as_deref(),
            own_hold,
            assumed,
        }
    }
}
