use smallvec::SmallVec;

use super::Work;
use super::ask::Ask;
use super::sink::{Maker, Sink};
use crate::Result;
use crate::rates::compiled::discounts::{CompiledDiscount, Reduction, When};
use crate::rates::compiled::grid::{Overflow, Ratio, Units, Whole, share_out, sum};
use crate::rates::definition::{BulkMeasure, Combination, DiscountedPart, FreeNights, WhichNights};
use crate::rates::facts;
use crate::rates::price::LineKind;

/// A discount that applies, and how much it is of the original amounts.
struct Candidate<'a, N> {
    index: usize,
    discount: &'a CompiledDiscount,
    /// The share, for those that can be taken of a running amount.
    share: Option<&'a Ratio>,
    amount: N,
}

impl<'a, S: Sink, N: Whole> Work<'a, S, N> {
    /// Takes off what the combination rule allows, never more than there is. The sum is not above zero.
    pub(super) fn price_discounts(&mut self) -> Result<N> {
        let zero = N::default();
        let combination = self.compiled.combination;
        let mut candidates = SmallVec::new();
        self.find_candidates(&mut candidates)?;
        let of_units = |candidate: &Candidate<'_, N>| candidate.discount.part == DiscountedPart::Units;
        let last_of_units = candidates.iter().rposition(of_units);
        let mut left = self.sums.subtotal;
        let mut units_left = self.units;
        let all = self.own_category;
        for (place, candidate) in candidates.iter().enumerate() {
            let of_units = of_units(candidate);
            let running = if of_units { units_left.min(left) } else { left };
            let amount = match candidate.share {
                Some(share) if combination == Combination::All => {
                    capped(share.of(running, &self.compiled.grid)?, candidate.discount.cap)?
                }
                _ => candidate.amount,
            };
            let amount = amount.min(running);
            if amount <= zero {
                continue;
            }
            self.tell(
                LineKind::Discount,
                Maker::Discount(candidate.index),
                zero.minus(amount)?,
            )?;
            if of_units {
                units_left = units_left.minus(amount)?;
            } else if last_of_units > Some(place) {
                // A discount of everything takes from the units what they are of everything.
                let others = left.minus(units_left)?.max(zero);
                let shares = share_out(amount, &[units_left, others], self.compiled.grid.line_step())?;
                let share = shares.first().copied().unwrap_or(zero);
                units_left = units_left.minus(share.min(units_left))?;
            }
            left = left.minus(amount)?;
            self.take_off(amount, of_units)?;
        }
        self.lower_nights(all)?;
        Ok(left.minus(self.sums.subtotal)?)
    }

    /// Finds the discounts that apply and that the combination rule keeps, in the order of the list.
    fn find_candidates(&self, found: &mut SmallVec<[Candidate<'a, N>; 2]>) -> Result<()> {
        for (index, discount) in self.compiled.discounts.iter().enumerate() {
            if !in_windows(discount, self.ask) {
                continue;
            }
            let base = if discount.part == DiscountedPart::Units {
                self.units
            } else {
                self.sums.subtotal
            };
            let (share, amount) = match &discount.when {
                When::FreeNights(free) => (None, self.free_nights(free)?),
                when => match reduction(when, self.ask)? {
                    Some(Reduction::Share(share)) => (Some(share), share.of(base, &self.compiled.grid)?),
                    Some(Reduction::Amount(amount)) => (None, N::narrowed(*amount)?),
                    None => continue,
                },
            };
            let amount = capped(amount, discount.cap)?.min(base);
            if amount > N::default() {
                if !beats_rivals(found, discount, amount, self.compiled.combination) {
                    continue;
                }
                found.push(Candidate {
                    index,
                    discount,
                    share,
                    amount,
                });
            }
        }
        Ok(())
    }

    /// What the free nights of a stay are worth.
    fn free_nights(&self, free: &FreeNights) -> Result<N, Overflow> {
        let nights = self.night_units.len();
        let (stay, pay) = (free.stay as usize, free.pay as usize);
        let times_met = if free.repeats {
            nights / stay.max(1)
        } else {
            usize::from(nights >= stay)
        };
        let count = (times_met * stay.saturating_sub(pay)).min(nights);
        if count == 0 {
            return Ok(N::default());
        }
        match free.free {
            WhichNights::Last => sum(self.night_units.get(nights - count..).unwrap_or_default()),
            WhichNights::Cheapest => {
                let mut sorted = self.night_units.clone();
                sorted.sort_unstable();
                sum(sorted.get(..count).unwrap_or_default())
            }
            WhichNights::Average => {
                let (over, under) = (N::from(count as i64), N::from(nights as i64));
                self.compiled.grid.line(sum(&self.night_units)?.times(over)?, under)
            }
        }
    }

    /// Shares a discount out over the tax categories, by what is left of them: one on units comes off theirs alone.
    fn take_off(&mut self, amount: N, of_units: bool) -> Result<(), Overflow> {
        if of_units || self.other_categories.is_empty() {
            return self.lower(0, amount);
        }
        let mut weights = vec![self.own_category];
        weights.extend_from_slice(&self.other_categories);
        let shares = share_out(amount, &weights, self.compiled.grid.line_step())?;
        for (category, share) in shares.into_iter().enumerate() {
            self.lower(category, share)?;
        }
        Ok(())
    }

    fn lower(&mut self, category: usize, amount: N) -> Result<(), Overflow> {
        if let Some(sum) = self.of_category(category) {
            *sum = sum.minus(amount)?;
        }
        if self.compiled.taxes_by_line {
            self.taxed_lines.push((category, false, N::default().minus(amount)?));
        }
        Ok(())
    }

    /// Lowers what each night costs by its share of what came off the category of units.
    fn lower_nights(&mut self, all: N) -> Result<(), Overflow> {
        let off = all.minus(self.own_category)?;
        if off == N::default() || self.night_values.is_empty() {
            return Ok(());
        }
        let nights = sum(&self.night_values)?;
        let mut weights = self.night_values.to_vec();
        weights.push(all.minus(nights)?);
        let shares = share_out(off, &weights, 1)?;
        for (value, share) in self.night_values.iter_mut().zip(shares) {
            *value = value.minus(share)?;
        }
        Ok(())
    }
}

/// Whether a discount is kept beside those found so far, whose rivals go then: of each group the largest stays, and of all
/// the largest when the list says so; the earlier one where two are equal.
fn beats_rivals<N: Whole>(
    found: &mut SmallVec<[Candidate<'_, N>; 2]>,
    discount: &CompiledDiscount,
    amount: N,
    combination: Combination,
) -> bool {
    let rivals = |other: &Candidate<'_, N>| {
        combination == Combination::Best || (discount.group.is_some() && discount.group == other.discount.group)
    };
    let Some((place, rival)) = found.iter().enumerate().find(|(_, other)| rivals(other)) else {
        return true;
    };
    let beats = amount > rival.amount;
    if beats {
        found.remove(place);
    }
    beats
}

fn capped<N: Whole>(amount: N, cap: Option<Units>) -> Result<N, Overflow> {
    cap.map_or(Ok(amount), |cap| Ok(amount.min(N::narrowed(cap)?)))
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
    let from = |tiers: &'w [(u32, Reduction)], measure: i64| {
        tiers
            .iter()
            .find(|(at_least, _)| measure >= i64::from(*at_least))
            .map(|(_, off)| off)
    };
    let nights = i64::from(ask.nights());
    Ok(match when {
        When::Bulk(BulkMeasure::Quantity, tiers) => from(tiers, ask.quantity),
        When::Bulk(BulkMeasure::People, tiers) => from(tiers, ask.quantity * i64::from(ask.party.people())),
        When::Bulk(BulkMeasure::Nights, tiers) => from(tiers, ask.quantity * nights),
        When::LengthOfStay(tiers) => from(tiers, nights),
        When::EarlyBird(tiers) => ask.lead_days().and_then(|days| from(tiers, i64::from(days))),
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
