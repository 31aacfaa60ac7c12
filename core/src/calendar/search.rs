//! The search of one resource for free starts.

use super::definition::{GridStart, Packing, ResourceMode, SlotGrid, WithinHours};
use super::schedule::{Ask, DAY, MINUTE, Schedule, moment};
use super::steps::{combined, runs};
use crate::fault::shortened;
use crate::time::{DayRange, Instant, Span, around, joined};
use crate::{Code, Reason};

/// A search of one resource for free starts.
pub(crate) struct Search<'s> {
    pub(super) schedule: &'s Schedule,
    grid: SlotGrid,
    length: i64,
    /// How far ahead the longest booking is looked for.
    reach: i64,
    /// Whether only its beginning and its end lie within the hours.
    hired: bool,
    /// Starts so near are not offered: those before the notice is over, and those of the past unless it is recorded.
    near: (i64, i64),
    ask: Ask<'s>,
}

impl<'s> Search<'s> {
    /// `ask` says who asks for how many units; its time is set here.
    pub(crate) fn new(schedule: &'s Schedule, minutes: u32, steps: Steps, ask: Ask<'s>) -> Search<'s> {
        let length = i64::from(minutes) * MINUTE;
        let plain = SlotGrid {
            step_minutes: steps.minutes.unwrap_or(15),
            counted: steps.counted,
            packing: Packing::Every,
        };
        let resource = &schedule.resource;
        let most = resource.max_minutes.map_or(DAY, |most| i64::from(most) * MINUTE);
        let now = ask.now.microseconds();
        let soon = now + i64::from(resource.notice_minutes.unwrap_or(0)) * MINUTE;
        Search {
            grid: resource.grid.unwrap_or(plain),
            reach: most.max(length),
            hired: resource.within_hours == WithinHours::PickUpAndReturn && !schedule.opening.is_always(),
            near: if resource.past_bookings {
                (now, soon)
            } else {
                (i64::MIN, soon)
            },
            schedule,
            length,
            ask,
        }
    }

    /// Why no such booking is taken, at any time.
    pub(crate) fn refusal(&self) -> Vec<Reason> {
        let (mut reasons, resource) = (Vec::new(), &self.schedule.resource);
        if resource.mode != ResourceMode::Instants {
            let message = format!("`{}` is not counted by the moment", shortened(&resource.id));
            let reason = Reason::new(Code::RequestConflict, "/resources", message);
            return vec![reason.with("mode", resource.mode)];
        }
        reasons.extend(self.schedule.beyond_capacity(self.ask.units));
        let ask = Ask {
            start: 0,
            end: self.length,
            ..self.ask.clone()
        };
        self.schedule.length(&ask, &mut reasons);
        for reason in reasons.iter_mut().filter(|reason| reason.path != "/units") {
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
        if self.near.0 == i64::MIN {
            first = first.max(self.near.1);
        }
        if let Some(horizon) = schedule.resource.horizon_days.and_then(|days| i32::try_from(days).ok()) {
            let last = clock.day_of(self.ask.now).plus(horizon)?.next()?;
            past = past.min(clock.start_of(last)?.microseconds());
        }
        if first >= past {
            return Some(());
        }
        let runs = self.free_runs(first, past + self.reach + schedule.gap);
        let looked_at = self.looked_at(moment(first)?, moment(past + self.reach)?);
        // Where one is offered behind the other, what is hired may still be out when it opens again.
        let (mut passed, mut behind) = (0, i64::MIN);
        for span in &looked_at.open {
            let (opens, closes) = (span.start.microseconds(), span.end.microseconds());
            if closes <= first || opens >= past {
                continue;
            }
            // A run can outlast an opening, and an opening hold several runs.
            while runs.get(passed).is_some_and(|(_, end)| *end <= opens) {
                passed += 1;
            }
            let within = runs.get(passed..).unwrap_or_default();
            for (begins, ends) in within.iter().take_while(|(begins, _)| *begins < closes) {
                let ends = ends - schedule.gap;
                let mut stretch = Stretch {
                    begins: opens.max(*begins),
                    ends: closes.min(ends),
                    first: opens.max(*begins).max(first),
                    last: (closes.min(ends) - self.length).min(past - 1),
                };
                if self.hired {
                    stretch.begins = *begins;
                    stretch.ends = ends;
                    stretch.first = stretch.first.max(behind);
                    stretch.last = (ends - self.length).min(closes - 1).min(past - 1);
                }
                if !self.starts(&stretch, &looked_at, &mut behind, act) {
                    return None;
                }
            }
        }
        Some(())
    }

    /// What opens between two moments.
    fn looked_at(&self, first: Instant, past: Instant) -> Looked {
        let (opening, clock) = (&self.schedule.opening, &self.schedule.clock);
        if opening.is_always() {
            let whole = Span {
                start: first,
                end: past,
            };
            return Looked {
                windows: Vec::new(),
                open: vec![whole],
            };
        }
        let windows = opening.windows(around(clock.day_of(first), clock.day_of(past)), clock);
        let open = joined(windows.clone());
        Looked { windows, open }
    }

    /// The starts of one free stretch that the grid and the packing offer; says whether to go on.
    fn starts(
        &self,
        stretch: &Stretch,
        looked_at: &Looked,
        behind: &mut i64,
        act: &mut impl FnMut(i64, i32, i64) -> bool,
    ) -> bool {
        let clock = &self.schedule.clock;
        let (mut at, mut found) = (stretch.first, false);
        while at <= stretch.last {
            let Some(begins) = moment(at) else { return true };
            let (offset, opened, change) = self.piece(begins, &looked_at.windows);
            let anchor = self.grid.anchor(opened, clock);
            let until = stretch.last.min(change - 1);
            let mut start = self.grid.next(at, offset, anchor);
            while start <= until {
                at = start + 1;
                if (self.near.0..self.near.1).contains(&start) {
                    at = self.near.1;
                } else if let Some(end) = self.longest(start, stretch, &looked_at.open) {
                    let foremost = !found && stretch.first == self.near.1;
                    if self.leaves_no_gap(start, stretch, foremost) && !act(start, offset, end) {
                        return false;
                    }
                    found = true;
                    if self.grid.packing == Packing::BackToBack {
                        at = start + self.length + self.schedule.gap;
                        *behind = at;
                    }
                }
                start = self.grid.next(at, offset, anchor);
            }
            at = at.max(change);
        }
        true
    }

    /// Whether no gap that is too short to sell would lie before or behind. What can be sold no longer is no gap: the foremost start
    /// after the present leaves none before it.
    fn leaves_no_gap(&self, start: i64, stretch: &Stretch, foremost: bool) -> bool {
        if self.grid.packing != Packing::NoShortGaps {
            return true;
        }
        let shortest = self.schedule.resource.min_minutes;
        let shortest = shortest.map_or(self.length, |least| i64::from(least) * MINUTE);
        let sellable = |gap: i64| gap == 0 || gap >= shortest + self.schedule.gap;
        (foremost || sellable(start - stretch.begins)) && sellable(stretch.ends - start - self.length)
    }

    /// The end of the longest booking that begins then; none when one of the wanted length would be returned to closed doors.
    fn longest(&self, start: i64, stretch: &Stretch, open: &[Span]) -> Option<i64> {
        let resource = &self.schedule.resource;
        let latest = stretch.ends.min(start + self.reach);
        if !self.hired {
            return Some(latest);
        }
        let wanted = start + self.length;
        let after = open.partition_point(|span| span.start.microseconds() <= wanted);
        let back = open.get(after.checked_sub(1)?)?;
        if wanted > back.end.microseconds() {
            return None;
        }
        let step = resource
            .length_step_minutes
            .map_or(MINUTE, |step| i64::from(step.max(1)) * MINUTE);
        let after = open.partition_point(|span| span.start.microseconds() <= latest);
        // Steps of lengths that no opening of so many takes are not looked for further.
        let openings = open.get(..after).unwrap_or_default().iter().rev().take(MOST_OPENINGS);
        let mut ends = openings.map(|span| {
            let end = latest.min(span.end.microseconds());
            (span.start.microseconds(), start + (end - start).div_euclid(step) * step)
        });
        let found = ends.find(|(opens, end)| opens <= end || *end <= wanted);
        Some(found.map_or(wanted, |(_, end)| end.max(wanted)))
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

/// How many openings are looked through, from the last one back, for the longest hire.
const MOST_OPENINGS: usize = 400;

/// Where starts are looked for: the windows that open, and those that touch joined.
struct Looked {
    windows: Vec<Span>,
    open: Vec<Span>,
}

/// Where bookings may begin of resources that do not say it themselves.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Steps {
    pub(crate) minutes: Option<u32>,
    pub(crate) counted: GridStart,
}

/// Time that is free and open, and the starts within it that are looked at. Of what is hired it is the time that is free.
struct Stretch {
    begins: i64,
    ends: i64,
    first: i64,
    last: i64,
}
