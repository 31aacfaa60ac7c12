//! Several things at once, each out of those that would do: any bay and any technician who can do it.

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::bounds::{DAYS, UNITS, resource_days, within};
use super::calendar::Calendar;
use super::definition::{GridStart, Resource, ResourceMode, When};
use super::schedule::{Ask, DAY, MINUTE, Schedule};
use super::search::{Search, Steps};
use super::slots::{Slot, stepped};
use super::state::State;
use crate::assignment::{AssignmentStrategy, Candidate, ChooseRequest, choose};
use crate::fault::Limits;
use crate::time::{DayRange, Instant};
use crate::{Code, Error, Reason, Result};

/// When are several things free at once?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CommonSlotsRequest {
    /// The present moment.
    pub now: Instant,
    /// What is needed at once: each need is met by another resource.
    #[schemars(length(min = 1, max = 10))]
    pub needs: Vec<ResourceNeed>,
    /// The days on which they begin, by each resource's own clock.
    pub days: DayRange,
    /// How long.
    #[schemars(range(min = 1, max = 5270400))]
    pub minutes: u32,
    /// Every so many minutes, for resources without a grid; 15 when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 1440))]
    pub step_minutes: Option<u32>,
    /// Whether those steps are counted from midnight or from the opening.
    #[serde(default, skip_serializing_if = "GridStart::is_midnight")]
    pub counted: GridStart,
    /// A hold of the asker's own, which does not stand in the way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub hold: Option<String>,
    /// A booking that is to move, which does not stand in its own way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub booking: Option<String>,
}

/// Something that is needed: one of several resources.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ResourceNeed {
    /// One of these; any that is counted by the moment when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 1000), extend("format" = "reference"))]
    pub any_of: Vec<String>,
    /// With these skills.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 200), extend("format" = "reference"))]
    pub skills: Vec<String>,
    /// At that location.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub location: Option<String>,
    /// How many units of it.
    #[serde(default = "crate::calendar::bounds::one")]
    #[schemars(range(min = 1, max = 100000))]
    pub units: u32,
}

/// A start at which everything is free.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct CommonSlot {
    /// The start; the longest booking is what all of them allow.
    pub slot: Slot,
    /// A resource for each need.
    pub resources: Vec<String>,
}

/// Who takes an appointment?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AssignRequest {
    /// The present moment.
    pub now: Instant,
    /// When.
    pub when: When,
    /// One of these, in the order of turns; any when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 1000), extend("format" = "reference"))]
    pub any_of: Vec<String>,
    /// What is needed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 200), extend("format" = "reference"))]
    pub skills: Vec<String>,
    /// Where it is: a resource with another location is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub location: Option<String>,
    /// By which rule. Load is what is booked on the day, in minutes; skills are always needed here.
    pub strategy: AssignmentStrategy,
    /// A booking that is to move, which does not stand in its own way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub booking: Option<String>,
}

/// Who takes an appointment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct Assigned {
    /// The resource.
    pub resource: String,
    /// Everybody who could take it, the chosen one first.
    pub ranking: Vec<String>,
}

impl Calendar {
    /// The starts at which several things are free at once, with a resource for each of them.
    pub fn common_slots(&self, request: &CommonSlotsRequest) -> Result<Vec<CommonSlot>> {
        request.bounded()?;
        self.read()?.common_slots(request)
    }

    /// Who takes an appointment: free, able, and next by the rule. Nobody is an error with every reason.
    pub fn assign(&self, request: &AssignRequest) -> Result<Assigned> {
        request.bounded()?;
        self.read()?.assign(request)
    }
}

impl Resource {
    fn meets(&self, skills: &[String], location: Option<&String>) -> bool {
        let able = skills.iter().all(|skill| self.skills.contains(skill));
        able && location.is_none_or(|location| self.location.as_ref().is_none_or(|own| own == location))
    }

    /// It, as somebody who cannot take an appointment.
    fn absent(&self) -> Candidate {
        Candidate {
            skills: self.skills.clone(),
            areas: self.location.iter().cloned().collect(),
            absent: true,
            capacity: 1,
            priority: self.priority,
            ..Candidate::new(&self.id)
        }
    }
}

impl State {
    fn common_slots(&self, request: &CommonSlotsRequest) -> Result<Vec<CommonSlot>> {
        request.days.within(DAYS, "/days")?;
        stepped(request.minutes, request.step_minutes)?;
        within(
            u32::try_from(request.needs.len()).unwrap_or(u32::MAX),
            &(1..=10),
            "/needs",
        )?;
        let mut offers: Vec<Vec<Offer<'_>>> = Vec::new();
        let mut count = 0;
        for (index, need) in request.needs.iter().enumerate() {
            within(need.units, &UNITS, &format!("/needs/{index}/units"))?;
            let under = |error: Error| {
                error.each_reason(|reason| {
                    reason.path = reason.path.replace("/resources/", &format!("/needs/{index}/any_of/"));
                })
            };
            let mut offered = Vec::new();
            let resources = self.by_the_moment(&need.any_of).map_err(under)?;
            resource_days(resources.len(), request.days.len(), "/days")?;
            for resource in resources {
                let Some(schedule) = self.schedule(resource) else {
                    continue;
                };
                if schedule.resource.meets(&need.skills, need.location.as_ref()) {
                    offered.extend(self.offers(schedule, resource, need, request));
                }
                if count + offered.len() > MOST_OFFERS {
                    let message =
                        format!("more than {MOST_OFFERS} starts to look through; ask for fewer days or resources");
                    return Err(Reason::new(Code::RequestRange, "/days", message)
                        .with("limit", MOST_OFFERS)
                        .into());
                }
            }
            offered.sort_unstable_by_key(|offer| (offer.slot.start, -offer.priority, offer.resource));
            count += offered.len();
            offers.push(offered);
        }
        let mut starts: Vec<Instant> = offers
            .first()
            .into_iter()
            .flatten()
            .map(|offer| offer.slot.start)
            .collect();
        starts.dedup();
        let common = starts.into_iter().filter_map(|start| {
            let at_start: Vec<&[Offer<'_>]> = offers.iter().map(|offers| those_at(offers, start)).collect();
            let chosen = distinct(&at_start)?;
            let mut slot = chosen.first()?.slot;
            slot.longest_minutes = chosen.iter().map(|offer| offer.slot.longest_minutes).min()?;
            let resources = chosen.iter().map(|offer| offer.id.to_owned()).collect();
            Some(CommonSlot { slot, resources })
        });
        Ok(common.collect())
    }

    /// The free starts of one resource.
    fn offers<'s>(
        &'s self,
        schedule: &'s Schedule,
        resource: u32,
        need: &ResourceNeed,
        request: &CommonSlotsRequest,
    ) -> Vec<Offer<'s>> {
        let given_back = self.given_back(request.booking.as_deref(), resource);
        let ask = Ask::whenever(
            need.units,
            request.now,
            request.hold.as_deref().and_then(|key| self.holds.number(key)),
            &given_back,
        );
        let steps = Steps {
            minutes: request.step_minutes,
            counted: request.counted,
        };
        let search = Search::new(schedule, request.minutes, steps, ask);
        if !search.refusal().is_empty() {
            return Vec::new();
        }
        let offers = search.slots(request.days).into_iter().map(|slot| Offer {
            slot,
            priority: schedule.resource.priority,
            resource,
            id: &schedule.resource.id,
        });
        offers.collect()
    }

    fn assign(&self, request: &AssignRequest) -> Result<Assigned> {
        let numbers = self.listed(&request.any_of).map_err(|error| {
            error.each_reason(|reason| reason.path = reason.path.replace("/resources/", "/any_of/"))
        })?;
        let (mut candidates, mut reasons) = (Vec::new(), Vec::new());
        for resource in numbers {
            let Some(schedule) = self.schedule(resource) else {
                continue;
            };
            let (start, end) = match schedule.stretch(request.when) {
                Ok(stretch) => stretch,
                // Of all resources, those that are counted in another way are not meant; one that was named is told, and spoils nothing.
                Err(_) if request.any_of.is_empty() => continue,
                Err(error) if error.code() == Code::RequestConflict => {
                    let why = error.under("/when").into_reasons().into_iter();
                    reasons.extend(why.map(|reason| reason.with("resource", &schedule.resource.id)));
                    candidates.push(schedule.resource.absent());
                    continue;
                }
                Err(error) => return Err(error.under("/when")),
            };
            let given_back = self.given_back(request.booking.as_deref(), resource);
            let ask = Ask {
                start,
                end,
                units: 1,
                now: request.now,
                partner: None,
                own_hold: None,
                assumed: &given_back,
            };
            let free = schedule.is_free(&ask);
            if !free && schedule.resource.meets(&request.skills, request.location.as_ref()) {
                let why = schedule.reasons(&ask, |owner| self.owner(owner)).into_iter();
                reasons.extend(why.map(|reason| reason.with("resource", &schedule.resource.id)));
            }
            candidates.push(self.candidate(schedule, &ask, free));
        }
        let choice = choose(ChooseRequest {
            skills: request.skills.clone(),
            area: request.location.clone(),
            ..ChooseRequest::new(candidates, request.strategy.clone())
        })?;
        let chosen = choice.id.filter(|_| !choice.by_load_instead);
        let Some(resource) = chosen else {
            let left_out = serde_json::to_value(&choice.left_out).unwrap_or_default();
            let first = Reason::new(Code::CalendarUnassigned, "/when", UNASSIGNED).with("left_out", left_out);
            reasons.insert(0, first);
            return Err(Error::from_reasons(reasons).unwrap_or_else(unassigned));
        };
        Ok(Assigned {
            resource,
            ranking: choice.ranking,
        })
    }

    /// A resource as somebody who may take an appointment.
    fn candidate(&self, schedule: &Schedule, ask: &Ask<'_>, free: bool) -> Candidate {
        let (day, year) = match schedule.resource.mode {
            ResourceMode::Instants => (DAY, 366 * DAY),
            _ => (1, 366),
        };
        let clock = &schedule.clock;
        let begins = match schedule.resource.mode {
            ResourceMode::Instants => {
                super::schedule::moment(ask.start).and_then(|start| clock.start_of(clock.day_of(start)))
            }
            _ => None,
        };
        let begins = begins.map_or(ask.start, Instant::microseconds);
        let (mut load, mut last) = (0, None);
        for taken in schedule.taken.meeting(ask.start - year, ask.start + year) {
            let Some(booked) = self.booking_of(taken.owner) else {
                continue;
            };
            if ask.gives_back(taken.owner) {
                continue;
            }
            last = last.max(booked.booked_at);
            load += ((taken.end - schedule.gap).min(begins + day) - taken.start.max(begins)).max(0);
        }
        let load = if schedule.resource.mode == ResourceMode::Instants {
            load / MINUTE
        } else {
            load
        };
        Candidate {
            absent: !free,
            load: u32::try_from(load).unwrap_or(u32::MAX),
            last_assigned_at: last,
            ..schedule.resource.absent()
        }
    }
}

/// The most starts that are looked through at once.
const MOST_OFFERS: usize = 1_000_000;

/// A free start of a resource.
#[derive(Clone, Copy, Debug)]
struct Offer<'s> {
    slot: Slot,
    priority: i32,
    resource: u32,
    id: &'s str,
}

fn those_at<'o, 's>(offers: &'o [Offer<'s>], start: Instant) -> &'o [Offer<'s>] {
    let first = offers.partition_point(|offer| offer.slot.start < start);
    let past = offers.partition_point(|offer| offer.slot.start <= start);
    offers.get(first..past).unwrap_or_default()
}

/// A different resource for each need: in turn each takes the first that will do, and one that is taken already is given up
/// where its need has another. So none is missed, and it takes no longer than needs times offers, squared.
fn distinct<'o, 's>(needs: &[&'o [Offer<'s>]]) -> Option<Vec<&'o Offer<'s>>> {
    let mut chosen: Vec<Option<&'o Offer<'s>>> = vec![None; needs.len()];
    for need in 0..needs.len() {
        if !give(need, needs, &mut chosen, &mut Vec::new()) {
            return None;
        }
    }
    chosen.into_iter().collect()
}

fn give<'o, 's>(
    need: usize,
    needs: &[&'o [Offer<'s>]],
    chosen: &mut Vec<Option<&'o Offer<'s>>>,
    tried: &mut Vec<u32>,
) -> bool {
    for offer in needs.get(need).copied().unwrap_or_default() {
        if tried.contains(&offer.resource) {
            continue;
        }
        tried.push(offer.resource);
        let holder = chosen
            .iter()
            .position(|one| one.is_some_and(|one| one.resource == offer.resource));
        if holder.is_none_or(|holder| give(holder, needs, chosen, tried)) {
            if let Some(place) = chosen.get_mut(need) {
                *place = Some(offer);
            }
            return true;
        }
    }
    false
}

const UNASSIGNED: &str = "no resource can take this at that time";

fn unassigned() -> Error {
    Error::new(Code::CalendarUnassigned, "/when", UNASSIGNED)
}
