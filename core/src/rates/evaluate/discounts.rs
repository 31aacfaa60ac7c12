use smallvec::SmallVec;

use super::Work;
use super::ask::Ask;
use super::left::{Left, Reach};
use super::sink::{Maker, Sink};
use crate::Result;
use crate::rates::compiled::Compiled;
use crate::rates::compiled::discounts::{CompiledDiscount, Reduction, When};
use crate::rates::compiled::grid::{Overflow, Ratio, Units, Whole, share_of_left};
use crate::rates::definition::{BulkMeasure, Combination, DiscountedPart, FreeNights, WhichNights};
use crate::rates::facts;
use crate::rates::price::LineKind;

/// A discount that applies, and how much it is of the original amounts.
struct Candidate<'a, N> {
    index: usize,
    discount: &'a CompiledDiscount,
    taken: Taken<'a, N>,
    amount: N,
    /// Whether a later one of its group is larger.
    is_beaten: bool,
}

/// How a discount is reckoned.
enum Taken<'a, N> {
    /// An amount, whatever is left.
    Amount,
    /// A share, of the running amount where the list says so.
    Share(&'a Ratio),
    /// As many average nights.
    Average(usize),
    /// These nights, and what each of them was worth at first.
    Nights(Vec<(usize, N)>),
}

type Candidates<'a, N> = SmallVec<[Candidate<'a, N>; 2]>;

impl<'a, S: Sink, N: Whole> Work<'a, S, N> {
    /// Takes off what the combination rule allows, never more than there is. The sum is not above zero.
    pub(super) fn price_discounts(&mut self) -> Result<N> {
        let mut candidates = SmallVec::new();
        if !self.compiled.needs_nights {
            self.find_candidates(None, &mut candidates)?;
            return self.take_at_once(&candidates);
        }
        let mut left = Left::of(self)?;
        self.find_candidates(Some(&left), &mut candidates)?;
        for candidate in &candidates {
            self.take_by_night(candidate, &mut left)?;
        }
        self.night_values = left.night_values()?;
        Ok(left.of_part(DiscountedPart::Subtotal).minus(self.sums.subtotal)?)
    }

    /// Takes discounts off a stay at whose nights nobody looks.
    fn take_at_once(&mut self, candidates: &Candidates<'a, N>) -> Result<N> {
        let zero = N::default();
        let combination = self.compiled.combination;
        let of_units = |candidate: &Candidate<'_, N>| candidate.discount.part == DiscountedPart::Units;
        let last_of_units = candidates.iter().rposition(of_units);
        let mut left = self.sums.subtotal;
        let mut units_left = self.units;
        for (place, candidate) in candidates.iter().enumerate() {
            let of_units = of_units(candidate);
            let running = if of_units { units_left } else { left };
            let amount = match candidate.taken {
                Taken::Share(share) if combination == Combination::All => {
                    capped(share.of(running, &self.compiled.grid)?, candidate.discount.cap)?
                }
                _ => candidate.amount,
            };
            // Reductions can leave less of everything than of the units.
            let amount = amount.min(running).min(left);
            if amount <= zero {
                continue;
            }
            let maker = Maker::Discount(candidate.index);
            self.tell(LineKind::Discount, maker, None, zero.minus(amount)?)?;
            let before = self.own_category;
            self.take_off(amount, of_units)?;
            if of_units {
                units_left = units_left.minus(amount)?;
            } else if last_of_units > Some(place) {
                // A discount of everything takes from the units what they are of their category.
                let parts = [units_left, before.minus(units_left)?];
                let own = before.minus(self.own_category)?;
                let shares = share_of_left(own, &parts, self.compiled.grid.line_step())?;
                units_left = units_left.minus(shares.first().copied().unwrap_or(zero))?;
            }
            left = left.minus(amount)?;
        }
        Ok(left.minus(self.sums.subtotal)?)
    }

    /// Takes a discount off the nights that it is of; of a free night, what is left of it.
    fn take_by_night(&mut self, candidate: &Candidate<'a, N>, left: &mut Left<N>) -> Result<()> {
        let compiled = self.compiled;
        let part = candidate.discount.part;
        let (all, cap) = (compiled.combination == Combination::All, candidate.discount.cap);
        let (amount, reach) = match &candidate.taken {
            Taken::Nights(nights) => {
                let mut rest = if all {
                    capped(left.of_part(part), cap)?
                } else {
                    candidate.amount
                };
                for (night, worth) in nights {
                    let worth = if all {
                        compiled.grid.line(left.of_night(part, *night)?, N::from(1))?
                    } else {
                        *worth
                    };
                    let amount = worth.min(rest);
                    let taken = self.take(candidate, amount, Reach::Night(*night), left)?;
                    rest = rest.minus(taken)?;
                }
                return Ok(());
            }
            Taken::Share(share) if all => (capped(share.of(left.base_of(part), &compiled.grid)?, cap)?, Reach::Stay),
            Taken::Average(count) if all => (capped(self.average(left, part, *count)?, cap)?, Reach::Nights),
            Taken::Average(_) => (candidate.amount, Reach::Nights),
            Taken::Share(_) | Taken::Amount => (candidate.amount, Reach::Stay),
        };
        self.take(candidate, amount, reach, left)?;
        Ok(())
    }

    /// Takes an amount off, with its line, as far as the part has it: how much that is.
    fn take(
        &mut self,
        candidate: &Candidate<'a, N>,
        amount: N,
        reach: Reach,
        left: &mut Left<N>,
    ) -> Result<N, Overflow> {
        let (zero, part) = (N::default(), candidate.discount.part);
        let amount = amount.min(left.of_part(part));
        if amount <= zero {
            return Ok(zero);
        }
        let day = match reach {
            Reach::Night(night) => self.day_of(night),
            Reach::Stay | Reach::Nights => None,
        };
        let maker = Maker::Discount(candidate.index);
        self.tell(LineKind::Discount, maker, day, zero.minus(amount)?)?;
        let shares = left.take(amount, part, reach, self.compiled.grid.line_step())?;
        for (category, share) in shares.into_iter().enumerate().filter(|(_, share)| *share != zero) {
            self.lower(category, share)?;
        }
        Ok(amount)
    }

    /// Finds the discounts that apply and that the combination rule keeps, in the order of the list.
    fn find_candidates(&self, left: Option<&Left<N>>, found: &mut Candidates<'a, N>) -> Result<()> {
        let mut rivals = Rivals::new(self.compiled);
        for (index, discount) in self.compiled.discounts.iter().enumerate() {
            if !in_windows(discount, self.ask) || !discount.party.as_ref().is_none_or(|party| party.matches(self.ask)) {
                continue;
            }
            let base = if discount.part == DiscountedPart::Units {
                self.units
            } else {
                self.sums.subtotal
            };
            let (taken, amount) = match (&discount.when, left) {
                (When::FreeNights(free), Some(left)) => self.free_nights(free, discount.part, left)?,
                (when, _) => match reduction(when, index, self.ask)? {
                    Some(Reduction::Share(share)) => (Taken::Share(share), share.of(base, &self.compiled.grid)?),
                    Some(Reduction::Amount(amount)) => (Taken::Amount, N::narrowed(*amount)?),
                    None => continue,
                },
            };
            let amount = capped(amount, discount.cap)?.min(base);
            if amount > N::default() {
                if !rivals.beats(found, discount.group, amount) {
                    continue;
                }
                found.push(Candidate {
                    index,
                    discount,
                    taken,
                    amount,
                    is_beaten: false,
                });
            }
        }
        if rivals.any_beaten {
            found.retain(|one| !one.is_beaten);
        }
        Ok(())
    }

    /// Which nights of a stay are free, and what they are worth.
    fn free_nights(
        &self,
        free: &FreeNights,
        part: DiscountedPart,
        left: &Left<N>,
    ) -> Result<(Taken<'a, N>, N), Overflow> {
        let nights = self.night_units.len();
        let (stay, pay) = (free.stay as usize, free.pay as usize);
        let blocks = if free.repeats {
            nights / stay.max(1)
        } else {
            usize::from(nights >= stay)
        };
        let count = (blocks * stay.saturating_sub(pay)).min(nights);
        // Which night is the cheapest does not depend on what came off before: so the order of discounts does not matter.
        let worth = |night: usize| Ok((night, left.of_night(part, night)?));
        let chosen: Result<Vec<(usize, N)>, Overflow> = match &free.free {
            WhichNights::Average => {
                return Ok((Taken::Average(count), self.average(left, part, count)?));
            }
            WhichNights::First => (0..count).map(worth).collect(),
            WhichNights::Last => (nights - count..nights).map(worth).collect(),
            WhichNights::Cheapest => (0..nights).map(worth).collect(),
            WhichNights::Positions(places) => {
                let block = |number: usize| places.iter().map(move |place| number * stay + *place as usize - 1);
                let places = (0..blocks).flat_map(block);
                places.filter(|night| *night < nights).map(worth).collect()
            }
        };
        let mut chosen = chosen?;
        if free.free == WhichNights::Cheapest {
            chosen.sort_by_key(|(night, worth)| (*worth, *night));
            chosen.truncate(count);
        }
        chosen.sort_unstable_by_key(|(night, _)| *night);
        let zero = N::default();
        let sum = chosen
            .iter()
            .try_fold(zero, |sum, (_, worth)| sum.plus((*worth).max(zero)))?;
        Ok((Taken::Nights(chosen), sum))
    }

    /// What so many average nights are worth.
    fn average(&self, left: &Left<N>, part: DiscountedPart, count: usize) -> Result<N, Overflow> {
        let (over, under) = (N::from(count as i64), N::from(self.night_units.len() as i64));
        self.compiled.grid.line(left.of_nights(part)?.times(over)?, under)
    }

    /// Shares a discount out over the tax categories, by what is left of them: one on units comes off theirs alone.
    fn take_off(&mut self, amount: N, of_units: bool) -> Result<(), Overflow> {
        if of_units || self.other_categories.is_empty() {
            return self.lower(0, amount);
        }
        let mut left = vec![self.own_category];
        left.extend_from_slice(&self.other_categories);
        let shares = share_of_left(amount, &left, self.compiled.grid.line_step())?;
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
}

/// Which discounts found so far the next one stands against: of each group the largest stays, and of all the largest when the
/// list says so; the earlier one where two are equal.
struct Rivals {
    all_are_rivals: bool,
    /// Which of the found ones stays, by group.
    kept: SmallVec<[usize; 4]>,
    any_beaten: bool,
}

impl Rivals {
    #[inline]
    fn new(compiled: &Compiled) -> Self {
        let all_are_rivals = compiled.combination == Combination::Best;
        let groups = if all_are_rivals { 1 } else { compiled.discount_groups };
        let mut kept = SmallVec::new();
        kept.resize(groups, usize::MAX);
        Rivals {
            all_are_rivals,
            kept,
            any_beaten: false,
        }
    }

    /// Whether a discount, which is found next, is kept; its rival goes then.
    fn beats<N: Whole>(&mut self, found: &mut Candidates<'_, N>, group: Option<usize>, amount: N) -> bool {
        let group = if self.all_are_rivals { Some(0) } else { group };
        let Some(kept) = group.and_then(|group| self.kept.get_mut(group)) else {
            return true;
        };
        let next = found.len();
        if let Some(rival) = found.get_mut(*kept) {
            if amount <= rival.amount {
                return false;
            }
            rival.is_beaten = true;
            self.any_beaten = true;
        }
        *kept = next;
        true
    }
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

/// How much comes off by the rule of a discount; nothing when it does not apply. Free nights are reckoned elsewhere.
fn reduction<'w>(when: &'w When, index: usize, ask: &Ask<'_>) -> Result<Option<&'w Reduction>> {
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
        When::Promo(promo) => ask.promos.binary_search(&index).is_ok().then_some(&promo.off),
        When::Eligibility(when, off) => facts::holds(when, ask)?.then_some(off),
        When::FreeNights(_) => None,
    })
}
