use std::ops::Range;

use super::Work;
use super::people::heads_by_age;
use super::sink::{Draft, Maker, Quantity, Sink};
use crate::rates::compiled::days::{By, DayEntry};
use crate::rates::compiled::grid::{Overflow, Units, Whole, share_out};
use crate::rates::compiled::supplements::HeadPrice;
use crate::rates::price::LineKind;
use crate::time::Day;
use crate::{Code, Error, Result};

impl<S: Sink, N: Whole> Work<'_, S, N> {
    /// The units by night and occupancy at the price of the winning season, then the children.
    pub(super) fn price_units(&mut self) -> Result<()> {
        let ask = self.ask;
        let compiled = self.compiled;
        let people = ask.party.people();
        for (nights, entry) in self.nights(By::Row) {
            let row = compiled.rows.get(entry.row as usize).ok_or_else(unpriced)?;
            let price = row.unit(ask.party.adults, people).ok_or_else(unpriced)?;
            let maker = Maker::Row(entry.row);
            let mut line = |kind, unit, count: u16| {
                let quantity = i64::from(count) * ask.quantity;
                self.unit_lines(nights.clone(), kind, maker, unit, quantity)
            };
            let mut spent = line(LineKind::Unit, N::narrowed(price.amount)?, price.count)?;
            if let Some((extra, amount)) = price.extra {
                spent = spent.plus(line(LineKind::ExtraAdult, N::narrowed(amount)?, extra)?)?;
            }
            self.units = self.units.plus(spent.times(N::from(nights.len() as i64))?)?;
            if let Some(value) = self.night_units.get_mut(nights.start) {
                *value = spent;
            }
        }
        self.price_children()
    }

    /// What `quantity` units or heads pay on each of the nights.
    #[inline]
    fn unit_lines(
        &mut self,
        nights: Range<usize>,
        kind: LineKind,
        maker: Maker<'_>,
        unit: N,
        quantity: i64,
    ) -> Result<N, Overflow> {
        let amount = unit.times(quantity.into())?;
        let day = self.day_of(nights.start);
        self.charge_nights(
            nights,
            Draft {
                kind,
                maker,
                day,
                quantity: Quantity::Count(quantity),
                unit,
                amount,
                category: Some(0),
            },
        )?;
        Ok(amount)
    }

    /// Children night by night; one who pays nothing has a single line for the stay.
    fn price_children(&mut self) -> Result<()> {
        let ask = self.ask;
        let (people, grid) = (ask.party.people(), &self.compiled.grid);
        for one in &ask.party.slots {
            let slot = one.slot();
            let mut charged = false;
            let quantity = i64::from(one.count()) * ask.quantity;
            let (kind, maker) = (LineKind::Child, Maker::Child(slot));
            for (nights, entry) in self.nights(By::Row) {
                let row = self.compiled.rows.get(entry.row as usize);
                let unit = row.and_then(|row| row.child(slot, people, grid));
                let unit = unit.ok_or_else(unpriced)?;
                if unit != 0 {
                    charged = true;
                    self.unit_lines(nights, kind, maker, N::narrowed(unit)?, quantity)?;
                }
            }
            if !charged {
                self.sink.line(&Draft {
                    kind,
                    maker,
                    day: None,
                    quantity: Quantity::Count(quantity),
                    unit: N::default(),
                    amount: N::default(),
                    category: Some(0),
                })?;
            }
        }
        Ok(())
    }

    /// The supplements that everyone pays, then those that were chosen.
    pub(super) fn price_supplements(&mut self) -> Result<()> {
        if self.compiled.supplements.is_empty() {
            return Ok(());
        }
        let chosen = !self.ask.request.supplements.is_empty();
        for optional in [false, true].into_iter().take(1 + usize::from(chosen)) {
            for (index, supplement) in self.compiled.supplements.iter().enumerate() {
                if supplement.optional == optional {
                    self.price_supplement(index)?;
                }
            }
        }
        Ok(())
    }

    fn price_supplement(&mut self, index: usize) -> Result<()> {
        let compiled = self.compiled;
        let Some(supplement) = compiled.supplements.get(index) else {
            return Ok(());
        };
        let chosen = if supplement.optional {
            self.ask.chosen(&supplement.code)
        } else {
            1
        };
        if chosen == 0 || !supplement.party.matches(self.ask) {
            return Ok(());
        }
        for (nights, entry) in self.nights(By::Rules) {
            if !self.is_due(index, entry) {
                continue;
            }
            if supplement.per.is_nightly() {
                self.supplement_lines(index, nights, entry, chosen)?;
            } else {
                return self.supplement_lines(index, nights.start..nights.start + 1, entry, chosen);
            }
        }
        Ok(())
    }

    /// Whether a supplement belongs to a night.
    fn is_due(&self, index: usize, entry: &DayEntry) -> bool {
        let set = self.compiled.days.supplement_sets.get(entry.supplements as usize);
        set.is_some_and(|set| set.binary_search_by_key(&index, |one| usize::from(*one)).is_ok())
    }

    /// What a supplement costs on each of the nights; a share is one of the night, or of all that it belongs to.
    fn supplement_lines(&mut self, index: usize, nights: Range<usize>, entry: &DayEntry, chosen: u32) -> Result<()> {
        let compiled = self.compiled;
        let Some(supplement) = compiled.supplements.get(index) else {
            return Ok(());
        };
        let kind = if supplement.optional {
            LineKind::Extra
        } else {
            LineKind::Supplement
        };
        let day = self
            .day_of(nights.start)
            .filter(|_| supplement.per.is_nightly() || supplement.on_days);
        match &supplement.price {
            HeadPrice::ByAge { adult, bands } => {
                let groups = heads_by_age(supplement.per, self.ask, *adult, bands);
                let rooms = self.ask.quantity;
                for (unit, count) in groups {
                    self.supplement_line(
                        index,
                        nights.clone(),
                        day,
                        kind,
                        N::narrowed(unit)?,
                        i64::from(count) * rooms,
                    )?;
                }
            }
            HeadPrice::Flat(amount) => {
                self.supplement_line(
                    index,
                    nights.clone(),
                    day,
                    kind,
                    N::narrowed(*amount)?,
                    self.heads_of(supplement.per, chosen),
                )?;
            }
            HeadPrice::Share(share) => {
                let whole = if supplement.per.is_nightly() {
                    self.whole_unit(entry)?
                } else {
                    self.whole_units(index)?
                };
                let unit = share.of(whole, &compiled.grid)?;
                self.supplement_line(index, nights, day, kind, unit, self.heads_of(supplement.per, chosen))?;
            }
        }
        Ok(())
    }

    /// What a unit costs on all the nights that a supplement belongs to.
    fn whole_units(&self, index: usize) -> Result<N> {
        let mut whole = N::default();
        for (nights, entry) in self.nights(By::Rules).filter(|(_, entry)| self.is_due(index, entry)) {
            whole = whole.plus(self.whole_unit(entry)?.times(N::from(nights.len() as i64))?)?;
        }
        Ok(whole)
    }

    /// What a unit costs on a night, or all its hours.
    fn whole_unit(&self, entry: &DayEntry) -> Result<N> {
        if self.compiled.hours.is_some() {
            return Ok(self.units.divided(self.ask.quantity.max(1).into()).0);
        }
        let row = self.compiled.rows.get(entry.row as usize).ok_or_else(unpriced)?;
        let price = row
            .unit(self.ask.party.adults, self.ask.party.people())
            .ok_or_else(unpriced)?;
        let times = |count: u16, amount: Units| N::narrowed(amount)?.times(N::from(count.into()));
        let extra = price
            .extra
            .map_or(Ok(N::default()), |(count, amount)| times(count, amount))?;
        Ok(times(price.count, price.amount)?.plus(extra)?)
    }

    fn supplement_line(
        &mut self,
        index: usize,
        nights: Range<usize>,
        day: Option<Day>,
        kind: LineKind,
        unit: N,
        quantity: i64,
    ) -> Result<(), Overflow> {
        if unit == N::default() || quantity == 0 {
            return Ok(());
        }
        let supplement = self.compiled.supplements.get(index);
        let draft = Draft {
            kind,
            maker: Maker::Supplement(index),
            day,
            quantity: Quantity::Count(quantity),
            unit,
            amount: unit.times(quantity.into())?,
            category: supplement.map(|supplement| supplement.category),
        };
        if supplement.is_some_and(|supplement| supplement.shared_by_nights) {
            return self.share_by_nights(index, quantity, draft);
        }
        self.charge_nights(nights, draft)
    }

    /// Divides a charge for the stay over the nights that it belongs to: what one pays is divided, so that each line is so many
    /// times an amount, and what is left over goes to the first nights.
    fn share_by_nights(&mut self, index: usize, quantity: i64, draft: Draft<'_, N>) -> Result<(), Overflow> {
        let due = self.nights(By::Rules).filter(|(_, entry)| self.is_due(index, entry));
        let due: Vec<usize> = due.flat_map(|(nights, _)| nights).collect();
        let shares = share_out(draft.unit, &vec![N::from(1); due.len()], self.compiled.grid.line_step())?;
        for (night, unit) in due.into_iter().zip(shares).filter(|(_, unit)| *unit != N::default()) {
            let (day, amount) = (self.day_of(night), unit.times(quantity.into())?);
            self.charge_nights(
                night..night + 1,
                Draft {
                    day,
                    unit,
                    amount,
                    ..draft
                },
            )?;
        }
        Ok(())
    }

    pub(super) fn day_of(&self, night: usize) -> Option<Day> {
        i32::try_from(night).ok().and_then(|night| self.ask.arrival.plus(night))
    }
}

/// What the screening lets through has a price; a list that says otherwise refuses.
pub(super) fn unpriced() -> Error {
    Error::new(
        Code::RatesUnpriced,
        "",
        "the list has no price for this party on these days",
    )
}
