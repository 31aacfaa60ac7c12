//! What a screen draws: days with what is open, taken, held, blocked and closed.

use std::collections::HashSet;
use std::ops::Range;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::calendar::Calendar;
use super::definition::ResourceMode;
use super::schedule::{self, Ask, Schedule, moment};
use super::screen::Owner;
use super::state::State;
use crate::fault::{Limits, shortened};
use crate::time::{Clock, Day, DayRange, Instant, Weekday, Zone, around};
use crate::{Code, Error, Reason, Result};

/// Which days of which resources are drawn?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ViewRequest {
    /// The present moment: holds that have expired are not drawn.
    pub now: Instant,
    /// A day, a week or a month.
    pub view: ViewKind,
    /// A day of it.
    pub day: Day,
    /// The first day of a week.
    #[serde(default = "monday")]
    pub week_begins: Weekday,
    /// The zone in which days begin; each resource's own when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<Zone>,
    /// The resources; all when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 1000), extend("format" = "reference"))]
    pub resources: Vec<String>,
    /// The partner who looks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "reference"))]
    pub partner: Option<String>,
    /// Whether cells tell what they are and the units left alone, not the bookings, holds and blocks in them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub without_names: bool,
}

/// How many days are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ViewKind {
    /// The day.
    Day,
    /// The week that the day lies in.
    Week,
    /// The month that the day lies in.
    Month,
}

/// How often the cells of one resource name bookings, holds and blocks at most: one that lasts is named in every cell in which
/// others begin and end.
const MOST_NAMES: usize = 100_000;

/// The days of one resource.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct ResourceView {
    /// The resource.
    pub resource: String,
    /// Its days.
    pub days: Vec<DayView>,
}

/// A day of a resource.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct DayView {
    /// The day.
    pub day: Day,
    /// By the night or departure, what the day is; by the moment, what its best cell is.
    pub state: ViewState,
    /// By the night or departure, the units left; by the moment, those of its best cell.
    pub units_left: u32,
    /// By the moment, the parts of the day: they follow each other without a gap.
    pub cells: Vec<ViewCell>,
}

/// A part of a day in which nothing changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct ViewCell {
    /// Its beginning.
    pub start: Instant,
    /// Its end.
    pub end: Instant,
    /// What it is.
    pub state: ViewState,
    /// The units left.
    pub units_left: u32,
    /// The bookings in it.
    pub bookings: Vec<String>,
    /// The holds in it.
    pub holds: Vec<String>,
    /// What blocks it.
    pub blocked: Vec<String>,
}

/// What a part of a day, or a day, is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ViewState {
    /// Units can be taken.
    Open,
    /// The last unit is held.
    Held,
    /// Kept free beside a booking.
    Buffer,
    /// No unit is left.
    Taken,
    /// Blocked by a repair or an event of another calendar.
    Blocked,
    /// Outside opening hours, or not sold.
    Closed,
}

impl ViewKind {
    /// The days of the view that a day lies in.
    fn days(self, day: Day, week_begins: Weekday) -> Option<DayRange> {
        Some(match self {
            ViewKind::Day => DayRange { first: day, last: day },
            ViewKind::Week => {
                let since = (day.weekday() as i32 - week_begins as i32).rem_euclid(7);
                let first = day.plus(-since)?;
                DayRange {
                    first,
                    last: first.plus(6)?,
                }
            }
            ViewKind::Month => {
                let (year, month, _) = day.ymd();
                let first = Day::new(year, month, 1)?;
                DayRange {
                    first,
                    last: first.plus_months(1)?.plus(-1)?,
                }
            }
        })
    }
}

/// What is taken around a part of a day: from, until without and with buffer, units, and by whom.
struct Drawn<'s> {
    start: i64,
    end: i64,
    with_buffer: i64,
    units: i32,
    by: By<'s>,
}

enum By<'s> {
    Booking(&'s str),
    Hold(&'s str),
    Blocked(&'s str),
}

impl Calendar {
    /// What a screen draws: a day, a week or a month of resources.
    pub fn view(&self, request: &ViewRequest) -> Result<Vec<ResourceView>> {
        request.bounded()?;
        self.read()?.view(request)
    }
}

impl State {
    fn view(&self, request: &ViewRequest) -> Result<Vec<ResourceView>> {
        let out_of_range = || {
            Error::new(
                Code::TimeOutOfRange,
                "/day",
                "the view reaches out of the years 0001 to 9999",
            )
        };
        let days = request
            .view
            .days(request.day, request.week_begins)
            .ok_or_else(out_of_range)?;
        let views = self.listed(&request.resources)?.into_iter().filter_map(|number| {
            let schedule = self.schedule(number)?;
            let drawn = match schedule.resource.mode {
                ResourceMode::Instants => self.days_by_cells(schedule, days, request),
                _ => Ok(days.days().map(|day| schedule.day_as_one(day, request)).collect()),
            };
            Some(drawn.map(|days| ResourceView {
                resource: schedule.resource.id.clone(),
                days,
            }))
        });
        views.collect()
    }

    fn days_by_cells(&self, schedule: &Schedule, days: DayRange, request: &ViewRequest) -> Result<Vec<DayView>> {
        let clock = request.zone.as_ref().map_or_else(|| schedule.clock.clone(), Clock::of);
        let mut names_left = MOST_NAMES;
        let drawn = days
            .days()
            .map(|day| self.day_by_cells(schedule, day, &clock, request, &mut names_left));
        drawn.filter_map(Result::transpose).collect()
    }

    /// The numbers of resources by their ids, each once, or of all.
    pub(crate) fn listed(&self, ids: &[String]) -> Result<Vec<u32>> {
        if ids.is_empty() {
            return Ok((0u32..).zip(&self.schedules).map(|(number, _)| number).collect());
        }
        let mut told = HashSet::new();
        let ids = ids.iter().enumerate().filter(|(_, id)| told.insert(id.as_str()));
        ids.map(|(index, id)| self.resource(id, &format!("/resources/{index}")))
            .collect()
    }

    fn day_by_cells(
        &self,
        schedule: &Schedule,
        day: Day,
        clock: &Clock,
        request: &ViewRequest,
        names_left: &mut usize,
    ) -> Result<Option<DayView>> {
        let Some((start, end)) = day
            .next()
            .and_then(|next| Some((clock.start_of(day)?, clock.start_of(next)?)))
        else {
            return Ok(None);
        };
        let (start, end) = (start.microseconds(), end.microseconds());
        let drawn = self.drawn(schedule, start, end, request.now);
        let Some(open) = schedule.open_in(start, end) else {
            return Ok(None);
        };
        let cells = Cells::new(start, end, &drawn, &open);
        let named: &[Drawn<'_>] = if request.without_names { &[] } else { &drawn };
        let names = named.iter().map(|one| cells.range(one.start, one.end).len()).sum();
        *names_left = names_left.checked_sub(names).ok_or_else(|| too_many_names(schedule))?;
        let cells = cells.drawn(schedule.limit(), named);
        let best = cells.iter().min_by_key(|cell| (cell.state, u32::MAX - cell.units_left));
        Ok(Some(DayView {
            day,
            state: best.map_or(ViewState::Closed, |cell| cell.state),
            units_left: best.map_or(0, |cell| cell.units_left),
            cells: joined(cells),
        }))
    }

    /// Everything that is taken in a stretch, with its name.
    fn drawn<'s>(&'s self, schedule: &'s Schedule, start: i64, end: i64, now: Instant) -> Vec<Drawn<'s>> {
        let taken = schedule.taken.meeting(start, end).into_iter();
        let taken = taken.filter_map(|taken| {
            Some((
                taken,
                match self.owner(taken.owner) {
                    Owner::Booking(id) => By::Booking(id),
                    Owner::Blocked(id) => By::Blocked(id),
                    Owner::Itself => return None,
                },
            ))
        });
        let held = schedule.held.iter().filter(|held| held.expires_at > now);
        let held = held.filter(|held| held.taken.start < end && start < held.taken.end);
        let held = held.filter_map(|held| Some((held.taken, By::Hold(self.holds.numbered(held.taken.owner)?.0))));
        let drawn = taken.chain(held).map(|(taken, by)| Drawn {
            start: taken.start,
            end: taken.end - schedule.gap,
            with_buffer: taken.end,
            units: taken.units,
            by,
        });
        drawn.collect()
    }
}

/// The parts of a day, between the moments at which something begins or ends, and what changes at each.
struct Cells {
    /// Their beginnings, and the end of the last.
    edges: Vec<i64>,
    /// By how much there is more of something from each edge on.
    changes: Vec<Counts>,
}

/// How much there is in a cell.
#[derive(Clone, Copy, Default)]
struct Counts {
    units: i64,
    open: i64,
    bookings: i64,
    holds: i64,
    blocked: i64,
}

impl Cells {
    fn new(start: i64, end: i64, drawn: &[Drawn<'_>], open: &[(i64, i64)]) -> Self {
        let edges = drawn.iter().flat_map(|one| [one.start, one.end, one.with_buffer]);
        let edges = edges.chain(open.iter().flat_map(|(opens, closes)| [*opens, *closes]));
        let edges = schedule::edges(edges, start, end);
        let changes = vec![Counts::default(); edges.len()];
        let mut cells = Cells { edges, changes };
        for (opens, closes) in open {
            cells.add(*opens, *closes, |counts| &mut counts.open, 1);
        }
        for one in drawn {
            cells.add(one.start, one.with_buffer, |counts| &mut counts.units, one.units.into());
            let kind: fn(&mut Counts) -> &mut i64 = match one.by {
                By::Booking(_) => |counts| &mut counts.bookings,
                By::Hold(_) => |counts| &mut counts.holds,
                By::Blocked(_) => |counts| &mut counts.blocked,
            };
            cells.add(one.start, one.end, kind, 1);
        }
        cells
    }

    /// The cells of a stretch that begins and ends at edges or outside.
    fn range(&self, start: i64, end: i64) -> Range<usize> {
        let place = |moment: i64| self.edges.partition_point(|edge| *edge < moment);
        let (first, past) = (place(start), place(end).min(self.edges.len() - 1));
        first..past.max(first)
    }

    fn add(&mut self, start: i64, end: i64, of: fn(&mut Counts) -> &mut i64, count: i64) {
        let range = self.range(start, end);
        for (place, change) in [(range.start, count), (range.end, -count)] {
            if let Some(counts) = self.changes.get_mut(place) {
                *of(counts) += change;
            }
        }
    }

    /// The cells of a resource of so many units, with the names of what is in them.
    fn drawn(self, limit: i32, named: &[Drawn<'_>]) -> Vec<ViewCell> {
        let edges = self.edges.iter().zip(self.edges.iter().skip(1));
        let mut now = Counts::default();
        let cells = edges.zip(&self.changes).filter_map(|((from, past), change)| {
            now.change(change);
            now.cell(*from, *past, limit)
        });
        let mut cells: Vec<ViewCell> = cells.collect();
        for one in named {
            for cell in cells.get_mut(self.range(one.start, one.end)).unwrap_or_default() {
                let (list, name) = match one.by {
                    By::Booking(id) => (&mut cell.bookings, id),
                    By::Hold(key) => (&mut cell.holds, key),
                    By::Blocked(id) => (&mut cell.blocked, id),
                };
                list.push(name.to_owned());
            }
        }
        cells
    }
}

impl Counts {
    fn change(&mut self, by: &Counts) {
        self.units += by.units;
        self.open += by.open;
        self.bookings += by.bookings;
        self.holds += by.holds;
        self.blocked += by.blocked;
    }

    fn cell(&self, from: i64, past: i64, limit: i32) -> Option<ViewCell> {
        let (is_open, left) = (self.open > 0, i64::from(limit) - self.units);
        let state = match (is_open, left) {
            (true, 1..) => ViewState::Open,
            _ if self.blocked > 0 => ViewState::Blocked,
            _ if self.bookings > 0 => ViewState::Taken,
            _ if self.holds > 0 => ViewState::Held,
            (true, _) => ViewState::Buffer,
            (false, _) => ViewState::Closed,
        };
        Some(ViewCell {
            start: moment(from)?,
            end: moment(past)?,
            state,
            units_left: if is_open { u32::try_from(left).unwrap_or(0) } else { 0 },
            bookings: Vec::new(),
            holds: Vec::new(),
            blocked: Vec::new(),
        })
    }
}

fn too_many_names(schedule: &Schedule) -> Error {
    let message = format!(
        "the cells of `{}` would name bookings, holds and blocks more than {MOST_NAMES} times; ask for a shorter view, or \
         `without_names`",
        shortened(&schedule.resource.id)
    );
    let reason = Reason::new(Code::RequestRange, "/view", message);
    reason.with("limit", MOST_NAMES).into()
}

/// Neighbours that differ in nothing become one.
fn joined(cells: Vec<ViewCell>) -> Vec<ViewCell> {
    let mut joined: Vec<ViewCell> = Vec::with_capacity(cells.len());
    for cell in cells {
        let like = |last: &&mut ViewCell| {
            let mine = (cell.state, cell.units_left, &cell.bookings, &cell.holds, &cell.blocked);
            mine == (last.state, last.units_left, &last.bookings, &last.holds, &last.blocked)
        };
        match joined.last_mut().filter(like) {
            Some(last) => last.end = cell.end,
            None => joined.push(cell),
        }
    }
    joined
}

impl Schedule {
    /// When it is open in a stretch and around it.
    fn open_in(&self, start: i64, end: i64) -> Option<Vec<(i64, i64)>> {
        if self.opening.is_always() {
            return Some(vec![(start, end)]);
        }
        let days = around(self.clock.day_of(moment(start)?), self.clock.day_of(moment(end)?));
        let spans = self.open_spans(days).into_iter();
        Some(
            spans
                .map(|span| (span.start.microseconds(), span.end.microseconds()))
                .collect(),
        )
    }

    /// A night or departure.
    fn day_as_one(&self, day: Day, request: &ViewRequest) -> DayView {
        let number = i64::from(day.number());
        let ask = Ask {
            start: number,
            end: number + 1,
            units: 1,
            now: request.now,
            partner: request.partner.as_deref(),
            own_hold: None,
            assumed: &[],
        };
        let left = self.left_on(day, &ask).0;
        let units = self.units_on(day);
        let stopped = self.resource.stop_sales.iter().any(|stop| stop.holds(day, ask.partner));
        let held: i32 = self.live(number, number + 1, &ask).map(|held| held.taken.units).sum();
        let state = match units {
            None | Some(0) => ViewState::Closed,
            Some(_) if stopped => ViewState::Closed,
            Some(_) if left > 0 => ViewState::Open,
            Some(_) if left + held > 0 => ViewState::Held,
            Some(_) => ViewState::Taken,
        };
        DayView {
            day,
            state,
            units_left: if state == ViewState::Open {
                u32::try_from(left).unwrap_or(0)
            } else {
                0
            },
            cells: Vec::new(),
        }
    }
}

fn monday() -> Weekday {
    Weekday::Monday
}
