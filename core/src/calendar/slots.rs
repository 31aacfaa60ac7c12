//! Free starts: every moment at which a booking of a length could begin.

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::bounds::{DAYS, MINUTES, UNITS, resource_days, within};
use super::calendar::{Calendar, FreeTime, NextFreeRequest};
use super::definition::{GridStart, ResourceMode};
use super::schedule::{Ask, MINUTE, moment};
use super::search::{Search, Steps};
use super::state::State;
use crate::fault::Limits;
use crate::time::{Day, DayRange, Instant, Span, TimeOfDay, UtcOffset};
use crate::{Code, Reason, Result};

/// Free starts of which resources, on which days, for how long?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct SlotsRequest {
    /// The present moment.
    pub now: Instant,
    /// The resources; all that are counted by the moment when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 20000), extend("format" = "reference"))]
    pub resources: Vec<String>,
    /// The days on which they begin, by each resource's own clock.
    pub days: DayRange,
    /// How long.
    #[schemars(range(min = 1, max = 5270400))]
    pub minutes: u32,
    /// How many units.
    #[serde(default = "crate::calendar::bounds::one")]
    #[schemars(range(min = 1, max = 100000))]
    pub units: u32,
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

/// The free starts of one resource.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct ResourceSlots {
    /// The resource.
    pub resource: String,
    /// Its free starts, in order of time.
    pub slots: Vec<Slot>,
    /// Why it has none at any time: bookings so long, or of so many units, are not taken, or it is not counted by the moment.
    pub reasons: Vec<Reason>,
}

/// A free start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct Slot {
    /// The moment.
    pub start: Instant,
    /// The day that clocks show.
    pub day: Day,
    /// The time that clocks show.
    pub time: TimeOfDay,
    /// How far clocks are from universal time: it tells two times apart that clocks show twice.
    pub offset: UtcOffset,
    /// The longest booking that could begin then, up to the longest that the resource takes or a day.
    pub longest_minutes: u32,
}

/// The most starts that are answered at once.
const MOST_SLOTS: usize = 200_000;

const SECOND: i64 = 1_000_000;

impl Calendar {
    /// The free starts of many resources, in local time.
    pub fn slots(&self, request: &SlotsRequest) -> Result<Vec<ResourceSlots>> {
        request.bounded()?;
        self.read()?.slots(request)
    }
}

impl State {
    fn slots(&self, request: &SlotsRequest) -> Result<Vec<ResourceSlots>> {
        request.days.within(DAYS, "/days")?;
        within(request.units, &UNITS, "/units")?;
        stepped(request.minutes, request.step_minutes)?;
        let mut count = 0;
        let mut answers = Vec::new();
        let resources = self.by_the_moment(&request.resources)?;
        resource_days(resources.len(), request.days.len(), "/days")?;
        let steps = Steps {
            minutes: request.step_minutes,
            counted: request.counted,
        };
        for (index, resource) in resources.into_iter().enumerate() {
            let Some(schedule) = self.schedule(resource) else {
                continue;
            };
            let given_back = self.given_back(request.booking.as_deref(), resource);
            let ask = Ask::whenever(
                request.units,
                request.now,
                request.hold.as_deref().and_then(|key| self.holds.number(key)),
                &given_back,
            );
            let search = Search::new(schedule, request.minutes, steps, ask);
            let mut reasons = search.refusal();
            for reason in reasons.iter_mut().filter(|reason| reason.path == "/resources") {
                reason.path = format!("/resources/{index}");
            }
            let slots = if reasons.is_empty() {
                search.slots(request.days)
            } else {
                Vec::new()
            };
            count += slots.len();
            if count > MOST_SLOTS {
                let message = format!("more than {MOST_SLOTS} starts; ask for fewer days or resources");
                return Err(Reason::new(Code::RequestRange, "/days", message)
                    .with("limit", MOST_SLOTS)
                    .into());
            }
            answers.push(ResourceSlots {
                resource: schedule.resource.id.clone(),
                slots,
                reasons,
            });
        }
        Ok(answers)
    }

    /// The numbers of resources by their ids, or of all that are counted by the moment. One by its id that is not has a refusal of its
    /// own.
    pub(crate) fn by_the_moment(&self, ids: &[String]) -> Result<Vec<u32>> {
        let all = self.schedules.iter().zip(0u32..);
        if ids.is_empty() {
            let by_the_moment = all.filter(|(schedule, _)| schedule.resource.mode == ResourceMode::Instants);
            return Ok(by_the_moment.map(|(_, number)| number).collect());
        }
        self.listed(ids)
    }

    pub(crate) fn next_free(&self, request: &NextFreeRequest) -> Result<Vec<FreeTime>> {
        within(request.units, &UNITS, "/units")?;
        within(request.minutes, &MINUTES, "/minutes")?;
        within(request.within_days, &(1..=3_660), "/within_days")?;
        let mut found = Vec::new();
        let resources = self.by_the_moment(&request.resources)?;
        resource_days(resources.len(), request.within_days as usize, "/within_days")?;
        for resource in resources {
            let Some(schedule) = self.schedule(resource) else {
                continue;
            };
            let ask = Ask::whenever(request.units, request.now, None, &[]);
            let step = schedule.resource.grid.map_or(1, |grid| grid.step_minutes);
            let steps = Steps {
                minutes: Some(step),
                counted: GridStart::Midnight,
            };
            let search = Search::new(schedule, request.minutes, steps, ask);
            if !search.refusal().is_empty() {
                continue;
            }
            if let Some(start) = search.first_after(request.after, request.within_days) {
                let end = start.microseconds() + i64::from(request.minutes) * MINUTE;
                let span = moment(end).map(|end| Span { start, end });
                found.extend(span.map(|span| (span.start, -schedule.resource.priority, &schedule.resource.id, span)));
            }
        }
        found.sort_unstable_by(|one, other| (one.0, one.1, one.2).cmp(&(other.0, other.1, other.2)));
        let times = found.into_iter().map(|(_, _, resource, span)| FreeTime {
            resource: resource.clone(),
            span,
        });
        Ok(times.collect())
    }
}

impl Search<'_> {
    /// Every free start on the days.
    pub(crate) fn slots(&self, days: DayRange) -> Vec<Slot> {
        let mut slots = Vec::new();
        let step = self
            .schedule
            .resource
            .length_step_minutes
            .map_or(MINUTE, |step| i64::from(step.max(1)) * MINUTE);
        let most = self
            .schedule
            .resource
            .max_minutes
            .map_or(i64::MAX, |most| i64::from(most) * MINUTE);
        self.each(days, i64::MIN, &mut |start, offset, end| {
            let local = start.div_euclid(SECOND) + i64::from(offset);
            let day = i32::try_from(local.div_euclid(86_400)).ok().and_then(Day::from_number);
            let time = u32::try_from(local.rem_euclid(86_400))
                .ok()
                .and_then(TimeOfDay::from_seconds);
            if let (Some(start_at), Some(day), Some(time)) = (moment(start), day, time) {
                let longest = (end - start).min(most).div_euclid(step) * step;
                slots.push(Slot {
                    start: start_at,
                    day,
                    time,
                    offset: UtcOffset::from_seconds(offset),
                    longest_minutes: u32::try_from(longest / MINUTE).unwrap_or(u32::MAX),
                });
            }
            slots.len() <= MOST_SLOTS
        });
        slots
    }

    /// The first free start, not before that moment, within so many days: a week at a time, for most are found soon.
    fn first_after(&self, after: Instant, within_days: u32) -> Option<Instant> {
        let first = self.schedule.clock.day_of(after);
        let last = first.plus(i32::try_from(within_days).ok()?).unwrap_or(Day::LAST);
        let mut week = DayRange { first, last: first };
        let mut found = None;
        while found.is_none() && week.first <= last {
            week.last = week.first.plus(6).unwrap_or(last).min(last);
            self.each(week, after.microseconds(), &mut |start, _, _| {
                found = moment(start);
                false
            });
            week.first = week.last.next()?;
        }
        found
    }
}

/// A length and a step that a search can be made with.
pub(crate) fn stepped(minutes: u32, step_minutes: Option<u32>) -> Result<()> {
    within(minutes, &MINUTES, "/minutes")?;
    within(step_minutes.unwrap_or(1), &(1..=1_440), "/step_minutes")
}
