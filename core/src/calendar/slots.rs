//! Free starts: every moment at which a booking of a length could begin.

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::bounds::{DAYS, MINUTES, UNITS, resource_days, within};
use super::calendar::{Calendar, FreeTime, NextFreeRequest};
use super::definition::{GridStart, Packing, ResourceMode, SlotGrid};
use super::schedule::{Ask, DAY, MINUTE, Schedule, moment};
use super::state::State;
use super::steps::{combined, runs};
use crate::fault::Limits;
use crate::fault::shortened;
use crate::time::{Day, DayRange, Instant, Span, TimeOfDay, UtcOffset, around, joined};
use crate::{Code, Error, Reason, Result};

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

/// A search of one resource for free starts.
pub(crate) struct Search<'s> {
    schedule: &'s Schedule,
    grid: SlotGrid,
    length: i64,
    /// How far ahead the longest booking is looked for.
    reach: i64,
    ask: Ask<'s>,
}

impl<'s> Search<'s> {
    /// `ask` says who asks for how many units; its time is set here.
    pub(crate) fn new(schedule: &'s Schedule, minutes: u32, step_minutes: Option<u32>, ask: Ask<'s>) -> Search<'s> {
        let length = i64::from(minutes) * MINUTE;
        let plain = SlotGrid {
            step_minutes: step_minutes.unwrap_or(15),
            counted: GridStart::Midnight,
            packing: Packing::Every,
        };
        let most = schedule
            .resource
            .max_minutes
            .map_or(DAY, |most| i64::from(most) * MINUTE);
        Search {
            grid: schedule.resource.grid.unwrap_or(plain),
            reach: most.max(length),
            schedule,
            length,
            ask,
        }
    }

    /// Why no booking of that length is taken, at any time.
    pub(crate) fn refusal(&self) -> Vec<Reason> {
        let mut reasons = Vec::new();
        let ask = Ask {
            start: 0,
            end: self.length,
            ..self.ask.clone()
        };
        self.schedule.length(&ask, &mut reasons);
        for reason in &mut reasons {
            "/minutes".clone_into(&mut reason.path);
        }
        reasons
    }

    /// Calls with every free start on the days, not before a moment, in order, until it is told to stop: the start, the
    /// seconds that clocks are east, and the end of the longest booking.
    pub(crate) fn each(&self, days: DayRange, after: i64, act: &mut impl FnMut(i64, i32, i64) -> bool) -> Option<()> {
        let (schedule, clock) = (self.schedule, &self.schedule.clock);
        let mut first = clock.start_of(days.first)?.microseconds().max(after);
        let mut past = days.last.next().and_then(|next| clock.start_of(next))?.microseconds();
        if let Some(notice) = schedule.resource.notice_minutes {
            first = first.max(self.ask.now.microseconds() + i64::from(notice) * MINUTE);
        }
        if let Some(horizon) = schedule.resource.horizon_days.and_then(|days| i32::try_from(days).ok()) {
            let last = clock.day_of(self.ask.now).plus(horizon)?.next()?;
            past = past.min(clock.start_of(last)?.microseconds());
        }
        if first >= past {
            return Some(());
        }
        let runs = self.free_runs(first, past + self.reach + schedule.gap);
        let windows = if schedule.opening.is_always() {
            Vec::new()
        } else {
            let days = around(clock.day_of(moment(first)?), clock.day_of(moment(past + self.reach)?));
            schedule.opening.windows(days, clock)
        };
        let open = if schedule.opening.is_always() {
            vec![Span {
                start: moment(first)?,
                end: moment(past + self.reach)?,
            }]
        } else {
            joined(windows.clone())
        };
        let mut runs = runs.into_iter().peekable();
        for span in open {
            let (opens, closes) = (span.start.microseconds(), span.end.microseconds());
            if closes <= first || opens >= past {
                continue;
            }
            // A run can outlast an opening, and an opening hold several runs.
            while runs.next_if(|(_, end)| *end <= opens).is_some() {}
            let mut within = runs.clone();
            while let Some((begins, ends)) = within.next_if(|(begins, _)| *begins < closes) {
                let stretch = Stretch {
                    begins: begins.max(opens),
                    ends: closes.min(ends - schedule.gap),
                    first: begins.max(opens).max(first),
                    last: (closes.min(ends - schedule.gap) - self.length).min(past - 1),
                };
                if !self.starts(&stretch, &windows, act) {
                    return None;
                }
            }
        }
        Some(())
    }

    /// The starts of one free stretch that the grid and the packing offer; says whether to go on.
    fn starts(&self, stretch: &Stretch, windows: &[Span], act: &mut impl FnMut(i64, i32, i64) -> bool) -> bool {
        let (clock, resource) = (&self.schedule.clock, &self.schedule.resource);
        let shortest = resource
            .min_minutes
            .map_or(self.length, |least| i64::from(least) * MINUTE);
        let sellable = |gap: i64| gap == 0 || gap >= shortest + self.schedule.gap;
        let mut at = stretch.first;
        while at <= stretch.last {
            let Some(begins) = moment(at) else { return true };
            let (offset, opened, change) = self.piece(begins, windows);
            let anchor = self.grid.anchor(opened, clock);
            let until = stretch.last.min(change - 1);
            let mut start = self.grid.next(at, offset, anchor);
            while start <= until {
                let gaps = (start - stretch.begins, stretch.ends - start - self.length);
                let offered = self.grid.packing != Packing::NoShortGaps || (sellable(gaps.0) && sellable(gaps.1));
                if offered && !act(start, offset, stretch.ends.min(start + self.reach)) {
                    return false;
                }
                at = match self.grid.packing {
                    Packing::BackToBack => start + self.length + self.schedule.gap,
                    _ => start + 1,
                };
                start = self.grid.next(at, offset, anchor);
            }
            at = at.max(change);
        }
        true
    }

    /// How far east clocks are at a moment, when it opened last, and until when both stay so.
    fn piece(&self, at: Instant, windows: &[Span]) -> (i32, Option<Instant>, i64) {
        let clock = &self.schedule.clock;
        let change = clock.next_change(at).map_or(i64::MAX, Instant::microseconds);
        if self.grid.counted == GridStart::Midnight {
            return (clock.offset_at(at), None, change);
        }
        let begun = windows.partition_point(|window| window.start <= at);
        let next = windows
            .get(begun)
            .map_or(i64::MAX, |window| window.start.microseconds());
        let opened = begun
            .checked_sub(1)
            .and_then(|index| windows.get(index))
            .map(|window| window.start);
        (clock.offset_at(at), opened, change.min(next))
    }

    /// The stretches in which enough units are free, buffers not taken off.
    fn free_runs(&self, start: i64, end: i64) -> Vec<(i64, i64)> {
        let limit = self.schedule.limit() - self.ask.units;
        let changes = self.schedule.changes(start, end, &self.ask);
        let steps = self.schedule.taken.steps(start, end);
        if changes.is_empty() {
            return runs(steps, end, |level| level <= limit);
        }
        runs(combined(steps, &changes, start, end), end, |level| level <= limit)
    }
}

const SECOND: i64 = 1_000_000;

/// Time that is free and open, and the starts within it that are looked at.
struct Stretch {
    begins: i64,
    ends: i64,
    first: i64,
    last: i64,
}

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
        for resource in resources {
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
            let search = Search::new(schedule, request.minutes, request.step_minutes, ask);
            Error::unless_empty(search.refusal())?;
            let slots = search.slots(request.days);
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
            });
        }
        Ok(answers)
    }

    /// The numbers of resources by their ids, or of all that are counted by the moment.
    pub(crate) fn by_the_moment(&self, ids: &[String]) -> Result<Vec<u32>> {
        let all = self.schedules.iter().zip(0u32..);
        if ids.is_empty() {
            let by_the_moment = all.filter(|(schedule, _)| schedule.resource.mode == ResourceMode::Instants);
            return Ok(by_the_moment.map(|(_, number)| number).collect());
        }
        let found = ids.iter().enumerate().map(|(index, id)| {
            let path = format!("/resources/{index}");
            let (number, schedule) = self.named(id, &path)?;
            if schedule.resource.mode != ResourceMode::Instants {
                let message = format!("`{}` is not counted by the moment", shortened(id));
                return Err(Error::new(Code::RequestConflict, path, message));
            }
            Ok(number)
        });
        found.collect()
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
            let search = Search::new(schedule, request.minutes, Some(step), ask);
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
