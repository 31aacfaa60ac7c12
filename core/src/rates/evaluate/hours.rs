use std::collections::BTreeMap;

use super::Work;
use super::sink::{Draft, Maker, Quantity, Sink};
use crate::rates::compiled::grid::{Overflow, Units, Whole};
use crate::rates::compiled::hours::{CompiledHours, Rate};
use crate::rates::price::LineKind;
use crate::time::{Day, Instant, TimeOfDay};
use crate::{Code, Error, Reason, Result};

/// A stretch of time in one window, on one local day, on one side of a clock change.
#[derive(Clone, Copy, Debug)]
struct Piece {
    start: i64,
    end: i64,
    window: usize,
    rate: Rate,
}

/// A stretch that belongs to a window or to ordinary hours.
struct Stretch {
    start: i64,
    end: i64,
    priority: i32,
    window: usize,
}

/// How hours are charged: blocks first, then piece by piece.
struct Plan {
    blocks: Vec<usize>,
    /// The moment at which blocks end and pieces begin.
    rest: i64,
    cost: Units,
}

/// Hours are reckoned in microseconds, and so in 128 bits; their lines are added up in the width of the price.
impl<S: Sink, N: Whole> Work<'_, S, N> {
    /// Cuts the span at every edge of a window, midnight and clock change, and charges each piece by elapsed time.
    pub(super) fn price_hours(&mut self, hours: &CompiledHours) -> Result<()> {
        let Some((start, end)) = self.ask.span else {
            return Ok(());
        };
        let (start, asked_end) = (start.microseconds(), end.microseconds());
        let end = billed_end(start, asked_end, hours)?;
        let pieces = self.pieces(hours, start, asked_end, end)?;
        let plan = self.cheapest(hours, &pieces, start, end)?;
        let before = self.sums.subtotal;
        for block in &plan.blocks {
            let unit = hours.blocks.get(*block).map_or(0, |(_, price)| *price);
            self.hours_line(
                LineKind::Hours,
                Maker::Block(*block),
                start,
                Quantity::Count(self.ask.quantity),
                unit,
                unit,
            )?;
        }
        for piece in pieces.iter().filter(|piece| piece.end > plan.rest) {
            let elapsed = i128::from(piece.end - piece.start.max(plan.rest));
            let (unit, amount) = (
                piece.rate.hour(&self.compiled.grid)?,
                piece.rate.of(elapsed, &self.compiled.grid)?,
            );
            let quantity = Quantity::Hours(elapsed.times(self.ask.quantity.into())?);
            self.hours_line(
                LineKind::Hours,
                Maker::Window(piece.window),
                piece.start.max(plan.rest),
                quantity,
                unit,
                amount,
            )?;
        }
        if let Some(minimum) = hours.minimum_charge {
            let short = minimum
                .times(self.ask.quantity.into())?
                .minus(self.sums.subtotal.minus(before)?.wide())?;
            if short > 0 {
                let unit = short / i128::from(self.ask.quantity.max(1));
                let quantity = Quantity::Count(self.ask.quantity);
                self.hours_line(LineKind::Minimum, Maker::MinimumCharge, start, quantity, unit, unit)?;
            }
        }
        self.units = self.sums.subtotal.minus(before)?;
        if let Some(value) = self.night_units.first_mut() {
            *value = self.units;
        }
        self.after_hours(hours, start, end)
    }

    fn hours_line(
        &mut self,
        kind: LineKind,
        maker: Maker<'_>,
        start: i64,
        quantity: Quantity,
        unit: Units,
        amount_of_one: Units,
    ) -> Result<(), Overflow> {
        let amount = N::narrowed(amount_of_one)?.times(self.ask.quantity.into())?;
        let zone = self.compiled.hours.as_ref().map(|hours| &hours.zone);
        let day = zone
            .zip(Instant::from_microseconds(start))
            .map(|(zone, start)| zone.day_of(start));
        self.charge_nights(
            0..1,
            Draft {
                kind,
                maker,
                day,
                quantity,
                unit: N::narrowed(unit)?,
                amount,
                category: Some(0),
            },
        )
    }

    /// The span in pieces, each with the window of highest priority; what a billing step adds beyond the last window costs
    /// as the last piece does.
    fn pieces(&self, hours: &CompiledHours, start: i64, asked_end: i64, end: i64) -> Result<Vec<Piece>> {
        let stretches = self.stretches(hours, start, end);
        let mut cuts: Vec<i64> = stretches
            .iter()
            .flat_map(|stretch| [stretch.start, stretch.end])
            .collect();
        cuts.extend(self.midnights(hours));
        cuts.extend(clock_changes(hours, start, end));
        cuts.extend([start, asked_end, end]);
        cuts.retain(|cut| (start..=end).contains(cut));
        cuts.sort_unstable();
        cuts.dedup();
        let whole = i128::from(end - start);
        let mut pieces: Vec<Piece> = Vec::new();
        let mut uncovered: Vec<(i64, i64)> = Vec::new();
        for (opens, closes) in cuts.iter().copied().zip(cuts.iter().copied().skip(1)) {
            let covering = stretches
                .iter()
                .filter(|stretch| stretch.start <= opens && closes <= stretch.end);
            let best = covering.max_by_key(|stretch| stretch.priority);
            let found =
                best.and_then(|stretch| Some((stretch.window, hours.windows.get(stretch.window)?.rate(whole)?)));
            match (found, pieces.last_mut()) {
                (Some((window, rate)), _) => pieces.push(Piece {
                    start: opens,
                    end: closes,
                    window,
                    rate,
                }),
                (None, Some(last)) if opens >= asked_end && last.end == opens => last.end = closes,
                (None, _) => uncovered.push((opens, closes)),
            }
        }
        if uncovered.is_empty() {
            Ok(pieces)
        } else {
            Err(unpriced(hours, &uncovered))
        }
    }

    /// Every window that opens on or just before the days of the span, as stretches of time.
    fn stretches(&self, hours: &CompiledHours, start: i64, end: i64) -> Vec<Stretch> {
        let days = (-1..=self.ask.nights() as i32).filter_map(|offset| self.ask.arrival.plus(offset));
        let opened = days.flat_map(|day| {
            hours
                .windows
                .iter()
                .enumerate()
                .map(move |(index, window)| (day, index, window))
        });
        let stretches = opened
            .filter(|(day, _, window)| window.opens_on(*day))
            .filter_map(|(day, index, window)| {
                let (opens, closes) = wall(hours, day, window.definition.opens, window.definition.closes)?;
                Some(Stretch {
                    start: opens,
                    end: closes,
                    priority: window.definition.priority,
                    window: index,
                })
            });
        stretches
            .filter(|stretch| stretch.start < end && start < stretch.end)
            .collect()
    }

    fn midnights(&self, hours: &CompiledHours) -> Vec<i64> {
        let days = (0..=self.ask.nights() as i32).filter_map(|offset| self.ask.arrival.plus(offset));
        days.filter_map(|day| Some(hours.zone.start_of(day)?.microseconds()))
            .collect()
    }

    /// Blocks one after the other as long as they make it cheaper, then piece by piece.
    fn cheapest(&self, hours: &CompiledHours, pieces: &[Piece], start: i64, end: i64) -> Result<Plan, Overflow> {
        let plain = |from: i64| {
            pieces
                .iter()
                .filter(|piece| piece.end > from)
                .try_fold(0, |sum: Units, piece| {
                    let elapsed = i128::from(piece.end - piece.start.max(from));
                    sum.plus(piece.rate.of(elapsed, &self.compiled.grid)?)
                })
        };
        let mut best = Plan {
            blocks: Vec::new(),
            rest: start,
            cost: plain(start)?,
        };
        let mut reached: BTreeMap<i64, (Units, Vec<usize>)> = BTreeMap::from([(start, (0, Vec::new()))]);
        for _ in 0..MAX_STEPS {
            let Some((at, (spent, used))) = reached.pop_first() else {
                break;
            };
            for (index, (length, price)) in hours.blocks.iter().enumerate() {
                let after = i128::from(at)
                    .checked_add(*length)
                    .and_then(|after| i64::try_from(after).ok());
                let after = after.unwrap_or(end).min(end);
                let spent = spent.plus(*price)?;
                let blocks: Vec<usize> = used.iter().copied().chain([index]).collect();
                let cost = spent.plus(plain(after)?)?;
                let known = reached.get(&after).is_some_and(|(least, _)| *least <= spent);
                if after < end && !known {
                    reached.insert(after, (spent, blocks.clone()));
                }
                if cost < best.cost {
                    best = Plan {
                        blocks,
                        rest: after,
                        cost,
                    };
                }
            }
        }
        Ok(best)
    }

    fn after_hours(&mut self, hours: &CompiledHours, start: i64, end: i64) -> Result<()> {
        let Some(after) = &hours.after else { return Ok(()) };
        let days = (-1..=self.ask.nights() as i32).filter_map(|offset| self.ask.arrival.plus(offset));
        let ordinary = days.filter(|day| after.weekdays.contains(day.weekday()));
        let ordinary = ordinary.filter_map(|day| wall(hours, day, after.opens, after.closes));
        let inside: i64 = ordinary
            .map(|(opens, closes)| (closes.min(end) - opens.max(start)).max(0))
            .sum();
        let outside = i128::from(end - start - inside);
        let amount = after.rate.of(outside, &self.compiled.grid)?;
        if amount != 0 {
            let quantity = Quantity::Hours(outside.times(self.ask.quantity.into())?);
            let unit = after.rate.hour(&self.compiled.grid)?;
            self.hours_line(LineKind::Supplement, Maker::AfterHours, start, quantity, unit, amount)?;
        }
        Ok(())
    }
}

/// How many ways of putting blocks together are looked at.
const MAX_STEPS: usize = 1_000;

/// The end of the span after rounding up to the billing step.
fn billed_end(start: i64, end: i64, hours: &CompiledHours) -> Result<i64, Overflow> {
    let Some(step) = hours.increment else { return Ok(end) };
    let elapsed = i128::from(end - start);
    let billed = elapsed.div_euclid(step) + i128::from(elapsed.rem_euclid(step) != 0);
    i64::try_from(i128::from(start) + billed.times(step)?).map_err(|_| Overflow)
}

/// The moments at which a window of the wall clock opens and closes; one that closes at or before it opens does so on the
/// next day.
fn wall(hours: &CompiledHours, day: Day, opens: TimeOfDay, closes: TimeOfDay) -> Option<(i64, i64)> {
    let closing_day = if closes > opens { day } else { day.next()? };
    let opens = hours.zone.resolve(day, opens)?.instant();
    let closes = hours.zone.resolve(closing_day, closes)?.instant();
    Some((opens.microseconds(), closes.microseconds()))
}

fn clock_changes(hours: &CompiledHours, start: i64, end: i64) -> Vec<i64> {
    let next = |after: i64| {
        hours
            .zone
            .next_change(Instant::from_microseconds(after)?)
            .map(Instant::microseconds)
    };
    std::iter::successors(next(start), |change| next(*change))
        .take_while(|change| *change < end)
        .collect()
}

fn unpriced(hours: &CompiledHours, uncovered: &[(i64, i64)]) -> Error {
    let instant = |at: i64| Instant::from_microseconds(at);
    let spans: Vec<_> = uncovered
        .iter()
        .map(|(start, end)| [instant(*start), instant(*end)])
        .collect();
    let first = uncovered.first().and_then(|(start, _)| instant(*start));
    let message = first.map_or_else(String::new, |first| {
        let (day, time) = hours.zone.local(first);
        format!("no window prices the time from {day} {time} on")
    });
    Reason::new(Code::RatesUnpriced, "/start", message)
        .with("uncovered", spans)
        .into()
}
