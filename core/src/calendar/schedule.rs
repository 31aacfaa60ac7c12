use std::collections::HashMap;
use std::sync::Arc;

use super::change_point::change_point;
use super::definition::{Allotment, Resource, ResourceMode, StayDays, When};
use super::levels::Levels;
use super::opening::Opening;
use super::timeline::{Taken, Timeline};
use crate::fault::shortened;
use crate::time::{Clock, Day, DayRange, Instant, Span};
use crate::{Code, Error, Reason, Result};

pub(crate) const MINUTE: i64 = 60_000_000;
pub(crate) const DAY: i64 = 1_440 * MINUTE;
/// The longest taking: ten years.
pub(crate) const MAX_DAYS: i64 = 3_660;

/// One resource, compiled: its rules, its clock, and what is taken of it.
///
/// Time is a number here: microseconds, or days where nights and departures are counted. What is taken ends later by the
/// longer of the two buffers, and so does what is asked for: then two bookings keep their distance exactly when they do not
/// meet.
#[derive(Clone, Debug)]
pub(crate) struct Schedule {
    pub(crate) resource: Resource,
    pub(crate) clock: Arc<Clock>,
    pub(crate) opening: Opening,
    /// What is booked or blocked.
    pub(crate) taken: Timeline,
    /// What is held, expired or not, in order of time: a hold that has expired is left out when it is read.
    pub(crate) held: Vec<Held>,
    partners: Partners,
    /// The longer of the two buffers.
    pub(crate) gap: i64,
}

/// Those with an allotment, by number.
#[derive(Clone, Debug, Default)]
struct Partners {
    numbers: HashMap<String, usize>,
    /// What each of them has booked.
    sold: Vec<Levels>,
    /// Whose each row of the allotments is.
    of_row: Vec<usize>,
}

impl Partners {
    fn of(allotments: &[Allotment]) -> Partners {
        let mut partners = Partners::default();
        for Allotment { partner, .. } in allotments {
            let next = partners.numbers.len();
            let number = partners.numbers.entry(partner.clone()).or_insert(next);
            partners.of_row.push(*number);
        }
        partners.sold = vec![Levels::default(); partners.numbers.len()];
        partners
    }

    fn number(&self, partner: Option<&str>) -> Option<usize> {
        self.numbers.get(partner?).copied()
    }
}

/// Units that are held.
#[derive(Clone, Debug)]
pub(crate) struct Held {
    pub(crate) taken: Taken,
    pub(crate) expires_at: Instant,
    pub(crate) partner: Option<String>,
}

/// A question for units over a stretch.
#[derive(Clone, Debug)]
pub(crate) struct Ask<'a> {
    pub(crate) start: i64,
    /// Without a buffer.
    pub(crate) end: i64,
    pub(crate) units: i32,
    pub(crate) now: Instant,
    pub(crate) partner: Option<&'a str>,
    /// A hold of the asker's own, which does not count.
    pub(crate) own_hold: Option<u32>,
    /// What is assumed beside what is taken.
    pub(crate) assumed: &'a [Assumed<'a>],
}

/// What a question assumes of a taking, so that nothing has to be changed to answer it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Assumed<'a> {
    pub(crate) taken: Taken,
    pub(crate) partner: Option<&'a str>,
    /// Whether it is given back, as by a booking that is to move; otherwise another part of the question has taken it.
    pub(crate) given_back: bool,
}

impl Assumed<'_> {
    /// What it adds to what is taken.
    fn units(self) -> i32 {
        if self.given_back {
            -self.taken.units
        } else {
            self.taken.units
        }
    }
}

impl<'a> Ask<'a> {
    /// Whether what somebody takes is assumed to be given back.
    pub(crate) fn gives_back(&self, owner: u32) -> bool {
        self.assumed
            .iter()
            .any(|one| one.given_back && one.taken.owner == owner)
    }

    /// Who asks for how many units, at a time that is still looked for.
    pub(crate) fn whenever(units: u32, now: Instant, own_hold: Option<u32>, assumed: &'a [Assumed<'a>]) -> Ask<'a> {
        Ask {
            start: 0,
            end: 0,
            units: counted(units),
            now,
            partner: None,
            own_hold,
            assumed,
        }
    }
}

impl Schedule {
    pub(crate) fn new(resource: Resource) -> Schedule {
        let opening = Opening::new(
            resource.hours.clone(),
            resource.holidays.clone(),
            resource.yearly_holidays.clone(),
        );
        Schedule {
            clock: Clock::of(&resource.zone),
            gap: i64::from(resource.buffer_before_minutes.max(resource.buffer_after_minutes)) * MINUTE,
            opening,
            taken: Timeline::default(),
            held: Vec::new(),
            partners: Partners::of(&resource.allotments),
            resource,
        }
    }

    /// The units that may be taken on days without an inventory of their own.
    pub(crate) fn limit(&self) -> i32 {
        counted(self.resource.capacity.saturating_add(self.resource.overbooking))
    }

    /// Every unit that there can be at any time.
    pub(crate) fn all_units(&self) -> i32 {
        let inventory = self.resource.inventory.iter().map(|row| row.units);
        let seats = self.resource.departures.iter().map(|departure| departure.seats);
        let most = inventory
            .chain(seats)
            .max()
            .unwrap_or(0)
            .saturating_add(self.resource.overbooking);
        self.limit().max(counted(most)).max(1)
    }

    /// The numbers of a time; an error when it is not how the resource is counted, reversed, empty or too long.
    pub(crate) fn stretch(&self, when: When) -> Result<(i64, i64)> {
        let (start, end, name) = match (when, self.resource.mode) {
            (When::Span(span), ResourceMode::Instants) => (span.start.microseconds(), span.end.microseconds(), "span"),
            (When::Stay(StayDays { check_in, check_out }), ResourceMode::Nights) => {
                (check_in.number().into(), check_out.number().into(), "stay")
            }
            (When::Departure(day), ResourceMode::Departures) => {
                (day.number().into(), i64::from(day.number()) + 1, "departure")
            }
            (_, mode) => {
                let wanted = match mode {
                    ResourceMode::Instants => "a `span`: it is counted by the moment",
                    ResourceMode::Nights => "a `stay`: it is counted by nights",
                    ResourceMode::Departures => "a `departure`: it is counted by dated starts",
                };
                let message = format!("`{}` is taken for {wanted}", shortened(&self.resource.id));
                return Err(Reason::new(Code::RequestConflict, "", message)
                    .with("mode", mode)
                    .into());
            }
        };
        if end <= start {
            let (start, end) = self.edges(start, end);
            let message = format!("the end, {end}, is not after the start, {start}");
            return Err(Error::new(Code::TimeReversed, format!("/{name}"), message));
        }
        let days = if self.resource.mode == ResourceMode::Instants {
            (end - start - 1).div_euclid(DAY) + 1
        } else {
            end - start
        };
        if days > MAX_DAYS {
            let message = format!("{days} days; at most {MAX_DAYS} are taken at once");
            let reason = Reason::new(Code::RequestRange, format!("/{name}"), message);
            return Err(reason.with("days", days).with("limit", MAX_DAYS).into());
        }
        Ok((start, end))
    }

    fn edges(&self, start: i64, end: i64) -> (String, String) {
        let show = |number: i64| match self.resource.mode {
            ResourceMode::Instants => moment(number).map(|instant| instant.to_string()),
            _ => day(number).map(|day| day.to_string()),
        };
        (show(start).unwrap_or_default(), show(end).unwrap_or_default())
    }

    /// What people call a stretch of numbers.
    pub(crate) fn when(&self, start: i64, end: i64) -> Option<When> {
        Some(match self.resource.mode {
            ResourceMode::Instants => When::Span(Span {
                start: moment(start)?,
                end: moment(end)?,
            }),
            ResourceMode::Nights => When::Stay(StayDays {
                check_in: day(start)?,
                check_out: day(end)?,
            }),
            ResourceMode::Departures => When::Departure(day(start)?),
        })
    }

    /// Takes units for a booking or for what is blocked.
    pub(crate) fn insert(&mut self, taken: Taken, partner: Option<&str>) -> bool {
        let done = self.taken.insert(self.widened(taken));
        change_point();
        if let Some(levels) = self.levels_of(partner).filter(|_| done) {
            levels.add(taken.start, taken.end, taken.units);
        }
        done
    }

    pub(crate) fn remove(&mut self, taken: Taken, partner: Option<&str>) {
        let done = self.taken.remove(self.widened(taken));
        change_point();
        if let Some(levels) = self.levels_of(partner).filter(|_| done) {
            levels.add(taken.start, taken.end, -taken.units);
        }
    }

    /// Holds units until a moment.
    pub(crate) fn hold(&mut self, taken: Taken, partner: Option<&str>, expires_at: Instant) {
        let taken = self.widened(taken);
        let place = self.held.partition_point(|held| held.taken < taken);
        let partner = partner.map(str::to_owned);
        let held = Held {
            taken,
            expires_at,
            partner,
        };
        self.held.insert(place, held);
    }

    /// Holds units no longer.
    pub(crate) fn let_go(&mut self, taken: Taken) {
        let taken = self.widened(taken);
        let place = self.held.partition_point(|held| held.taken < taken);
        if self.held.get(place).is_some_and(|held| held.taken == taken) {
            self.held.remove(place);
        }
    }

    /// The same resource with nothing taken of it.
    pub(crate) fn clear(&mut self) {
        self.taken = Timeline::default();
        self.held.clear();
        self.partners.sold.fill(Levels::default());
    }

    fn levels_of(&mut self, partner: Option<&str>) -> Option<&mut Levels> {
        let number = self.partners.number(partner)?;
        self.partners.sold.get_mut(number)
    }

    fn widened(&self, taken: Taken) -> Taken {
        Taken {
            end: taken.end + self.gap,
            ..taken
        }
    }

    /// Holds that count for somebody who asks: not expired, not their own, meeting the stretch.
    pub(crate) fn live<'s>(&'s self, start: i64, end: i64, ask: &Ask<'_>) -> impl Iterator<Item = &'s Held> {
        let (now, own) = (ask.now, ask.own_hold);
        self.held.iter().filter(move |held| {
            let meets = held.taken.start < end && start < held.taken.end;
            meets && held.expires_at > now && Some(held.taken.owner) != own
        })
    }

    /// The most units taken at any moment of a stretch, held ones included, the asker's own left out.
    pub(crate) fn most(&self, start: i64, end: i64, ask: &Ask<'_>) -> i32 {
        if self.held.is_empty() && ask.assumed.is_empty() {
            return self.taken.most(start, end);
        }
        let changes = self.changes(start, end, ask);
        if changes.is_empty() {
            return self.taken.most(start, end);
        }
        let inner = changes.iter().flat_map(|(from, past, _)| [*from, *past]);
        let edges = edges(inner, start, end);
        let parts = edges.iter().zip(edges.iter().skip(1)).map(|(from, past)| {
            let covering = changes
                .iter()
                .filter(|(begins, ends, _)| begins <= from && past <= ends);
            let taken = self.taken.most(*from, *past);
            covering.fold(taken, |taken, (_, _, units)| taken.saturating_add(*units))
        });
        parts.max().unwrap_or(0)
    }

    /// What differs, for somebody who asks, from what is booked and blocked.
    pub(crate) fn changes(&self, start: i64, end: i64, ask: &Ask<'_>) -> Vec<(i64, i64, i32)> {
        let held = self
            .live(start, end, ask)
            .map(|held| (held.taken.start, held.taken.end, held.taken.units));
        let assumed = ask
            .assumed
            .iter()
            .map(|one| (one.taken.start, one.taken.end + self.gap, one.units()));
        held.chain(assumed.filter(|(begins, ends, _)| *begins < end && start < *ends))
            .collect()
    }

    /// Whatever a question meets, in order of time: what is booked and blocked, and what the question assumes to be.
    pub(crate) fn meeting(&self, start: i64, end: i64, ask: &Ask<'_>) -> Vec<Taken> {
        let mut met = self.taken.meeting(start, end);
        met.retain(|taken| !ask.gives_back(taken.owner));
        let others = ask.assumed.iter().filter(|one| !one.given_back);
        let others = others.map(|one| self.widened(one.taken));
        let before = met.len();
        met.extend(others.filter(|taken| taken.start < end && start < taken.end));
        if met.len() > before {
            met.sort_unstable();
        }
        met
    }

    /// The units that are left over a whole stretch; below zero where more are taken than there are.
    pub(crate) fn left(&self, ask: &Ask<'_>) -> i32 {
        match self.resource.mode {
            ResourceMode::Instants => self.limit() - self.most(ask.start, ask.end + self.gap, ask),
            ResourceMode::Nights if self.is_plain() => self.limit() - self.most(ask.start, ask.end, ask),
            _ => self.nights(ask).map(|(_, left)| left).min().unwrap_or(0),
        }
    }

    /// Whether every night has the same units for everybody.
    fn is_plain(&self) -> bool {
        self.resource.inventory.is_empty() && self.resource.allotments.is_empty()
    }

    /// Every night or departure of a question, with the units left.
    pub(crate) fn nights<'s>(&'s self, ask: &'s Ask<'s>) -> impl Iterator<Item = (Day, i32)> + 's {
        (ask.start..ask.end).filter_map(|number| Some((day(number)?, self.left_on(day(number)?, ask).0)))
    }

    /// The units of a night or departure; none where there is no departure.
    pub(crate) fn units_on(&self, day: Day) -> Option<i32> {
        let resource = &self.resource;
        let units = match resource.mode {
            ResourceMode::Departures => resource.departures.iter().find(|departure| departure.day == day)?.seats,
            _ => {
                let row = resource.inventory.iter().find(|row| row.days.contains(day));
                row.map_or(resource.capacity, |row| row.units)
            }
        };
        Some(counted(units.saturating_add(resource.overbooking)))
    }

    /// The units left on a night for somebody who asks, and whether it is the asker's own allotment that sets the limit.
    pub(crate) fn left_on(&self, night: Day, ask: &Ask<'_>) -> (i32, bool) {
        let number = i64::from(night.number());
        let Some(units) = self.units_on(night) else {
            return (0, false);
        };
        let mut general = units.saturating_sub(self.most(number, number + 1, ask));
        if self.resource.allotments.is_empty() {
            return (general, false);
        }
        let asker = self.partners.number(ask.partner);
        let mut own = None;
        for (partner, unsold) in self.unsold_on(night, ask).into_iter().enumerate() {
            match unsold {
                Some(unsold) if asker == Some(partner) => own = Some(unsold),
                Some(unsold) => general = general.saturating_sub(unsold.max(0)),
                None => {}
            }
        }
        match own {
            Some(own) if own < general => (own, true),
            _ => (general, false),
        }
    }

    /// What each partner has left of the allotment that holds on a night and is not released.
    fn unsold_on(&self, night: Day, ask: &Ask<'_>) -> Vec<Option<i32>> {
        let number = i64::from(night.number());
        let mut sold: Vec<i32> = self.partners.sold.iter().map(|levels| levels.at(number)).collect();
        let mut add = |partner: Option<&str>, units: i32| {
            if let Some(sold) = self.partners.number(partner).and_then(|partner| sold.get_mut(partner)) {
                *sold = sold.saturating_add(units);
            }
        };
        for held in self.live(number, number + 1, ask) {
            add(held.partner.as_deref(), held.taken.units);
        }
        let met = |one: &&Assumed<'_>| one.taken.start <= number && number < one.taken.end;
        for one in ask.assumed.iter().filter(met) {
            add(one.partner, one.units());
        }
        let ahead = i64::from(night.since(self.clock.day_of(ask.now)));
        let mut rows: Vec<Option<&Allotment>> = vec![None; sold.len()];
        for (row, partner) in self.resource.allotments.iter().zip(&self.partners.of_row) {
            if let Some(first @ None) = rows.get_mut(*partner)
                && row.days.contains(night)
                && row.weekdays.contains(night.weekday())
            {
                *first = Some(row);
            }
        }
        let unsold = |(row, sold): (Option<&Allotment>, i32)| {
            let row = row.filter(|row| ahead > i64::from(row.release_days))?;
            Some(counted(row.units).saturating_sub(sold))
        };
        rows.into_iter().zip(sold).map(unsold).collect()
    }

    /// The open stretches that begin on the days.
    pub(crate) fn open_spans(&self, days: DayRange) -> Vec<Span> {
        self.opening.spans(days, &self.clock)
    }
}

/// A count of units as a step function holds it.
pub(crate) fn counted(units: u32) -> i32 {
    i32::try_from(units).unwrap_or(i32::MAX)
}

/// The two ends of a stretch and every edge between them, in order.
pub(crate) fn edges(inner: impl Iterator<Item = i64>, start: i64, end: i64) -> Vec<i64> {
    let inner = inner.filter(|edge| start < *edge && *edge < end);
    let mut edges: Vec<i64> = inner.chain([start, end]).collect();
    edges.sort_unstable();
    edges.dedup();
    edges
}

pub(crate) fn moment(microseconds: i64) -> Option<Instant> {
    Instant::from_microseconds(microseconds)
}

pub(crate) fn day(number: i64) -> Option<Day> {
    i32::try_from(number).ok().and_then(Day::from_number)
}

#[cfg(test)]
impl Schedule {
    /// What each partner has booked, as steps.
    pub(crate) fn sold_to_partners(&self, (start, end): (i64, i64)) -> Vec<Vec<(i64, i32)>> {
        let levels = self
            .partners
            .sold
            .iter()
            .map(|levels| levels.steps(start, end).collect());
        levels.collect()
    }
}
