use smallvec::SmallVec;

use super::Work;
use super::ask::Ask;
use super::sink::{Maker, Sink};
use crate::Result;
use crate::rates::compiled::discounts::{CompiledDiscount, Reduction, When};
use crate::rates::compiled::grid::{Overflow, Ratio, Units, plus, share_out, times};
use crate::rates::definition::{BulkMeasure, Combination, DiscountedPart, FreeNights, WhichNights};
use crate::rates::facts;
use crate::rates::price::LineKind;

/// A discount that applies, and how much it is of the original amounts.
struct Candidate<'a> {
    index: usize,
    discount: &'a CompiledDiscount,
    /// The share, for those that can be taken of a running amount.
    share: Option<&'a Ratio>,
    amount: Units,
}

impl<'a, S: Sink> Work<'a, S> {
    /// Takes off what the combination rule allows, never more than there is. The sum is not above zero.
    pub(super) fn price_discounts(&mut self) -> Result<Units> {
        let combination = self.compiled.combination;
        let candidates = self.candidates()?;
        let of_units = |candidate: &Candidate<'_>| candidate.discount.part == DiscountedPart::Units;
        let last_of_units = candidates.iter().rposition(of_units);
        let mut left = self.subtotal;
        let mut units_left = self.units;
        let all = self.left_of_units();
        for (place, candidate) in candidates.iter().enumerate() {
            let of_units = of_units(candidate);
            let running = if of_units { units_left.min(left) } else { left };
            let amount = match candidate.share {
                Some(share) if combination == Combination::All => {
                    capped(share.of(running, &self.compiled.grid)?, candidate.discount.cap)
                }
                _ => candidate.amount,
            };
            let amount = amount.min(running);
            if amount <= 0 {
                continue;
            }
            self.tell(LineKind::Discount, Maker::Discount(candidate.index), -amount)?;
            if of_units {
                units_left -= amount;
            } else if last_of_units > Some(place) {
                // A discount of everything takes from the units what they are of everything.
                let others = (left - units_left).max(0);
                let shares = share_out(amount, &[units_left, others], self.compiled.grid.line_step())?;
                units_left -= shares.first().copied().unwrap_or(0).min(units_left);
            }
            left -= amount;
            self.take_off(amount, of_units)?;
        }
        self.lower_nights(all)?;
        Ok(left - self.subtotal)
    }

    /// The discounts that apply and that the combination rule keeps, in the order of the list.
    fn candidates(&self) -> Result<SmallVec<[Candidate<'a>; 2]>> {
        let mut candidates = SmallVec::new();
        for (index, discount) in self.compiled.discounts.iter().enumerate() {
            if !in_windows(discount, self.ask) {
                continue;
            }
            let base = if discount.part == DiscountedPart::Units {
                self.units
            } else {
                self.subtotal
            };
            let (share, amount) = match &discount.when {
                When::FreeNights(free) => (None, self.free_nights(free)?),
                when => match reduction(when, self.ask)? {
                    Some(Reduction::Share(share)) => (Some(share), share.of(base, &self.compiled.grid)?),
                    Some(Reduction::Amount(amount)) => (None, *amount),
                    None => continue,
                },
            };
            let amount = capped(amount, discount.cap).min(base);
            if amount > 0 {
                let candidate = Candidate {
                    index,
                    discount,
                    share,
                    amount,
                };
                keep(&mut candidates, candidate, self.compiled.combination);
            }
        }
        Ok(candidates)
    }

    /// What the free nights of a stay are worth.
    fn free_nights(&self, free: &FreeNights) -> Result<Units, Overflow> {
        let nights = self.night_units.len();
        let (stay, pay) = (free.stay as usize, free.pay as usize);
        let times_met = if free.repeats {
            nights / stay.max(1)
        } else {
            usize::from(nights >= stay)
        };
        let count = (times_met * stay.saturating_sub(pay)).min(nights);
        if count == 0 {
            return Ok(0);
        }
        let sum = |values: &[Units]| values.iter().try_fold(0, |sum, value| plus(sum, *value));
        match free.free {
            WhichNights::Last => sum(self.night_units.get(nights - count..).unwrap_or_default()),
            WhichNights::Cheapest => {
                let mut sorted = self.night_units.clone();
                sorted.sort_unstable();
                sum(sorted.get(..count).unwrap_or_default())
            }
            WhichNights::Average => {
                let over = i128::try_from(count).map_err(|_| Overflow)?;
                let under = i128::try_from(nights).map_err(|_| Overflow)?;
                self.compiled.grid.line(times(sum(&self.night_units)?, over)?, under)
            }
        }
    }

    /// Shares a discount out over the tax categories, by what is left of them: one on units comes off theirs alone.
    fn take_off(&mut self, amount: Units, of_units: bool) -> Result<(), Overflow> {
        if of_units || self.by_category.len() == 1 {
            return self.lower(0, amount);
        }
        let shares = share_out(amount, &self.by_category, self.compiled.grid.line_step())?;
        for (category, share) in shares.into_iter().enumerate() {
            self.lower(category, share)?;
        }
        Ok(())
    }

    /// What is left of the category of units.
    fn left_of_units(&self) -> Units {
        self.by_category.first().copied().unwrap_or(0)
    }

    fn lower(&mut self, category: usize, amount: Units) -> Result<(), Overflow> {
        if let Some(sum) = self.by_category.get_mut(category) {
            *sum = plus(*sum, -amount)?;
        }
        if self.compiled.taxes_by_line {
            self.taxed_lines.push((category, false, -amount));
        }
        Ok(())
    }

    /// Lowers what each night costs by its share of what came off the category of units.
    fn lower_nights(&mut self, all: Units) -> Result<(), Overflow> {
        let off = all - self.left_of_units();
        if off == 0 || self.night_values.is_empty() {
            return Ok(());
        }
        let nights = self.night_values.iter().try_fold(0, |sum, value| plus(sum, *value))?;
        let mut weights = self.night_values.to_vec();
        weights.push(all - nights);
        let shares = share_out(off, &weights, 1)?;
        for (value, share) in self.night_values.iter_mut().zip(shares) {
            *value -= share;
        }
        Ok(())
    }
}

/// Adds a candidate unless a rival is at least as large: of each group the largest stays, and of all the largest when the
/// list says so; the earlier one where two are equal.
fn keep<'a>(kept: &mut SmallVec<[Candidate<'a>; 2]>, one: Candidate<'a>, combination: Combination) {
    let rivals = |other: &Candidate<'_>| {
        combination == Combination::Best || (one.discount.group.is_some() && one.discount.group == other.discount.group)
    };
    if let Some(place) = kept.iter().position(rivals) {
        if kept.get(place).is_some_and(|other| other.amount >= one.amount) {
            return;
        }
        kept.remove(place);
    }
    kept.push(one);
}

fn capped(amount: Units, cap: Option<Units>) -> Units {
    cap.map_or(amount, |cap| amount.min(cap))
}

fn in_windows(discount: &CompiledDiscount, ask: &Ask<'_>) -> bool {
    let booked = discount
        .booking_window
        .is_none_or(|days| ask.booked_on.is_some_and(|day| days.contains(day)));
    let last = ask.departure.plus(-1);
    let travelled =
        |days: crate::time::DayRange| days.contains(ask.arrival) && last.is_some_and(|last| days.contains(last));
    booked && discount.travel_window.is_none_or(travelled)
}

/// How much comes off by a rule; nothing when it does not apply. Free nights are reckoned elsewhere.
fn reduction<'w>(when: &'w When, ask: &Ask<'_>) -> Result<Option<&'w Reduction>> {
    let from = |tiers: &'w [(u32, Reduction)], measure: i128| {
        tiers
            .iter()
            .find(|(at_least, _)| measure >= i128::from(*at_least))
            .map(|(_, off)| off)
    };
    let nights = i128::from(ask.nights());
    Ok(match when {
        When::Bulk(BulkMeasure::Quantity, tiers) => from(tiers, ask.quantity),
        When::Bulk(BulkMeasure::People, tiers) => from(tiers, ask.quantity * i128::from(ask.party.people())),
        When::Bulk(BulkMeasure::Nights, tiers) => from(tiers, ask.quantity * nights),
        When::LengthOfStay(tiers) => from(tiers, nights),
        When::EarlyBird(tiers) => ask.lead_days().and_then(|days| from(tiers, i128::from(days))),
        When::LastMinute(tiers) => ask.lead_days().filter(|days| *days >= 0).and_then(|days| {
            tiers
                .iter()
                .find(|(at_most, _)| i64::from(days) <= i64::from(*at_most))
                .map(|(_, off)| off)
        }),
        When::Promo(promo) => promo.given(ask.request).then_some(&promo.off),
        When::Eligibility(when, off) => facts::holds(when, ask)?.then_some(off),
        When::FreeNights(_) => None,
    })
}
