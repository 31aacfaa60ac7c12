//! Figures of what is taken: utilisation, gaps too short to sell, pickup.

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::bounds::{DAYS, resource_days, within};
use super::calendar::Calendar;
use super::definition::ResourceMode;
use super::schedule::{MINUTE, Schedule, counted, moment};
use super::state::State;
use super::steps::runs;
use crate::Result;
use crate::fault::Limits;
use crate::money::Decimal;
use crate::time::{Day, DayRange, Instant, Span, around};

/// How much of which resources is taken?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct OccupancyRequest {
    /// The resources; all when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 20000), extend("format" = "reference"))]
    pub resources: Vec<String>,
    /// The days.
    pub days: DayRange,
    /// By the day or by the week; a week begins on Monday, and the first and last may be cut.
    #[serde(default)]
    pub by: OccupancyBy,
    /// Gaps shorter than this are too short to sell; the shortest booking of the resource when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 1440))]
    pub gaps_below_minutes: Option<u32>,
    /// Pickup is what was booked at this moment or later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub booked_since: Option<Instant>,
}

/// What figures are made for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum OccupancyBy {
    /// Every day.
    #[default]
    Day,
    /// Every week.
    Week,
}

/// The figures of one resource.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct ResourceOccupancy {
    /// The resource.
    pub resource: String,
    /// Its figures, in order of time.
    pub periods: Vec<Occupancy>,
}

/// The figures of a day or a week. Units are counted by the minute, or by the night or seat.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct Occupancy {
    /// The days.
    pub days: DayRange,
    /// What could be taken: open and not blocked, times the capacity.
    pub offered: u64,
    /// What is booked of it.
    pub taken: u64,
    /// The percentage of what is offered that is taken, to two digits; none when nothing is offered.
    pub utilisation: Option<Decimal>,
    /// What is taken and was booked since the moment that was asked for.
    pub picked_up: u64,
    /// Free time that is too short to sell.
    pub short_gaps: Vec<Span>,
}

/// What is added up.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    offered: i64,
    taken: i64,
    picked_up: i64,
}

impl Sums {
    /// Adds units of a booking, made lately or not, or takes away what is blocked.
    fn add(&mut self, units: i64, booked_lately: Option<bool>) {
        match booked_lately {
            Some(lately) => {
                self.taken += units;
                self.picked_up += if lately { units } else { 0 };
            }
            None => self.offered -= units,
        }
    }
}

impl Calendar {
    /// Utilisation by day or week, gaps too short to sell, and pickup.
    pub fn occupancy(&self, request: &OccupancyRequest) -> Result<Vec<ResourceOccupancy>> {
        request.bounded()?;
        let state = self.read()?;
        request.days.within(DAYS, "/days")?;
        within(
            request.gaps_below_minutes.unwrap_or(1),
            &(1..=1_440),
            "/gaps_below_minutes",
        )?;
        let resources = state.listed(&request.resources)?;
        resource_days(resources.len(), request.days.len(), "/days")?;
        let occupied = resources.into_iter().filter_map(|number| {
            let schedule = state.schedule(number)?;
            let periods = periods(request.days, request.by);
            Some(ResourceOccupancy {
                resource: schedule.resource.id.clone(),
                periods: periods
                    .into_iter()
                    .filter_map(|days| state.occupancy(schedule, days, request))
                    .collect(),
            })
        });
        Ok(occupied.collect())
    }
}

fn periods(days: DayRange, by: OccupancyBy) -> Vec<DayRange> {
    let mut periods: Vec<DayRange> = Vec::new();
    for day in days.days() {
        let begins = by == OccupancyBy::Day || day.weekday() as u8 == 0;
        match periods.last_mut().filter(|_| !begins) {
            Some(last) => last.last = day,
            None => periods.push(DayRange { first: day, last: day }),
        }
    }
    periods
}

impl State {
    fn occupancy(&self, schedule: &Schedule, days: DayRange, request: &OccupancyRequest) -> Option<Occupancy> {
        let (sums, short_gaps) = match schedule.resource.mode {
            ResourceMode::Instants => self.by_the_minute(schedule, days, request)?,
            _ => (self.by_the_day(schedule, days, request), Vec::new()),
        };
        // Hundredths of a percent, the half up.
        let (taken, offered) = (i128::from(sums.taken), i128::from(sums.offered));
        let hundredths = (taken * 20_000 + offered)
            .checked_div(2 * offered)
            .filter(|_| offered > 0);
        let utilisation = hundredths.and_then(|hundredths| Decimal::from_units(hundredths, 2));
        let count = |sum: i64| u64::try_from(sum).unwrap_or(0);
        Some(Occupancy {
            days,
            offered: count(sums.offered),
            taken: count(sums.taken),
            utilisation,
            picked_up: count(sums.picked_up),
            short_gaps,
        })
    }

    /// Whether a booking was made at a moment or later; nothing for what is blocked.
    fn booked(&self, owner: u32, since: Option<Instant>) -> Option<bool> {
        let booked = self.booking_of(owner)?;
        Some(since.is_some_and(|since| booked.booked_at.is_some_and(|at| at >= since)))
    }

    fn by_the_day(&self, schedule: &Schedule, days: DayRange, request: &OccupancyRequest) -> Sums {
        let mut sums = Sums::default();
        let capacity =
            |day: Day| schedule.units_on(day).map_or(0, i64::from) - i64::from(schedule.resource.overbooking);
        sums.offered = days.days().map(|day| capacity(day).max(0)).sum();
        let (first, past) = (i64::from(days.first.number()), i64::from(days.last.number()) + 1);
        for taken in schedule.taken.meeting(first, past) {
            let units = (taken.end.min(past) - taken.start.max(first)) * i64::from(taken.units);
            sums.add(units, self.booked(taken.owner, request.booked_since));
        }
        sums.offered = sums.offered.max(0);
        sums
    }

    fn by_the_minute(
        &self,
        schedule: &Schedule,
        days: DayRange,
        request: &OccupancyRequest,
    ) -> Option<(Sums, Vec<Span>)> {
        let clock = &schedule.clock;
        let (start, end) = (clock.start_of(days.first)?, clock.start_of(days.last.next()?)?);
        let whole = Span { start, end };
        let open: Vec<Span> = if schedule.opening.is_always() {
            vec![whole]
        } else {
            let spans = schedule.open_spans(around(days.first, days.last)).into_iter();
            spans.filter_map(|span| span.intersection(whole)).collect()
        };
        let taken = schedule.taken.meeting(start.microseconds(), end.microseconds());
        let (mut sums, mut gaps) = (Sums::default(), Vec::new());
        for span in &open {
            let (opens, closes) = (span.start.microseconds(), span.end.microseconds());
            sums.offered += (closes - opens) * i64::from(schedule.resource.capacity);
            for taken in taken
                .iter()
                .filter(|taken| taken.start < closes && opens < taken.end - schedule.gap)
            {
                let length = (taken.end - schedule.gap).min(closes) - taken.start.max(opens);
                let units = length * i64::from(taken.units.min(counted(schedule.resource.capacity)));
                sums.add(units, self.booked(taken.owner, request.booked_since));
            }
            gaps.extend(short_gaps(schedule, opens, closes, request.gaps_below_minutes));
        }
        let minutes = |sum: i64| sum.max(0) / MINUTE;
        let sums = Sums {
            offered: minutes(sums.offered),
            taken: minutes(sums.taken),
            picked_up: minutes(sums.picked_up),
        };
        Some((sums, gaps))
    }
}

/// Free stretches of an opening, buffers taken off, that are too short to sell.
fn short_gaps(schedule: &Schedule, opens: i64, closes: i64, below: Option<u32>) -> Vec<Span> {
    let Some(below) = below.or(schedule.resource.min_minutes) else {
        return Vec::new();
    };
    let (below, limit) = (i64::from(below) * MINUTE, schedule.limit() - 1);
    let past = closes + schedule.gap;
    let free = runs(schedule.taken.steps(opens, past), past, |level| level <= limit);
    let gaps = free.into_iter().filter_map(|(start, end)| {
        let end = (end - schedule.gap).min(closes);
        let short = start < end && end - start < below;
        let (start, end) = moment(start).zip(moment(end)).filter(|_| short)?;
        Some(Span { start, end })
    });
    gaps.collect()
}
