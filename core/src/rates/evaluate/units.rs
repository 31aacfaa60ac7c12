use super::Work;
use super::sink::{Draft, Maker, Quantity, Sink};
use crate::rates::compiled::days::DayEntry;
use crate::rates::compiled::grid::{Overflow, Units, plus, times};
use crate::rates::compiled::supplements::{HeadPrice, heads_by_age};
use crate::rates::price::LineKind;
use crate::time::Day;
use crate::{Code, Error, Result};

impl<S: Sink> Work<'_, S> {
    /// The units by night and occupancy at the price of the winning season, then the children.
    pub(super) fn price_units(&mut self) -> Result<()> {
        let ask = self.ask;
        let compiled = self.compiled;
        let Some(run) = compiled.days.run(ask.arrival, ask.units) else {
            return Err(unpriced());
        };
        let alone = ask.party.people() == 1;
        for (night, entry) in run.iter().enumerate() {
            let row = compiled.rows.get(entry.row as usize).ok_or_else(unpriced)?;
            let price = row.unit(ask.party.adults, alone).ok_or_else(unpriced)?;
            let day = self.day_of(night);
            let mut spent = self.unit_line(LineKind::Unit, entry, night, day, price.amount, price.count)?;
            if let Some((extra, amount)) = price.extra {
                spent = plus(
                    spent,
                    self.unit_line(LineKind::ExtraAdult, entry, night, day, amount, extra)?,
                )?;
            }
            self.units = plus(self.units, spent)?;
            if let Some(value) = self.night_units.get_mut(night) {
                *value = spent;
            }
        }
        self.price_children(run)
    }

    fn unit_line(
        &mut self,
        kind: LineKind,
        entry: &DayEntry,
        night: usize,
        day: Option<Day>,
        unit: Units,
        count: u16,
    ) -> Result<Units, Overflow> {
        let quantity = i128::from(count) * self.ask.quantity;
        let amount = times(unit, quantity)?;
        let maker = Maker::Row(entry.row);
        self.charge_night(
            night,
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
    fn price_children(&mut self, run: &[DayEntry]) -> Result<()> {
        let ask = self.ask;
        for (slot, count) in &ask.party.slots {
            let mut charged = false;
            let quantity = i128::from(*count) * ask.quantity;
            let (kind, maker, category) = (LineKind::Child, Maker::Child(*slot), Some(0));
            for (night, entry) in run.iter().enumerate() {
                let row = self.compiled.rows.get(entry.row as usize).ok_or_else(unpriced)?;
                let unit = row.children.get(*slot).copied().flatten().ok_or_else(unpriced)?;
                if unit != 0 {
                    charged = true;
                    let (day, amount) = (self.day_of(night), times(unit, quantity)?);
                    self.charge_night(
                        night,
                        Draft {
                            kind,
                            maker,
                            day,
                            quantity: Quantity::Count(quantity),
                            unit,
                            amount,
                            category,
                        },
                    )?;
                }
            }
            if !charged {
                self.sink.line(&Draft {
                    kind,
                    maker,
                    day: None,
                    quantity: Quantity::Count(quantity),
                    unit: 0,
                    amount: 0,
                    category,
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
        let ask = self.ask;
        let Some(run) = self.compiled.days.run(ask.arrival, ask.units) else {
            return Err(unpriced());
        };
        for optional in [false, true] {
            for (index, supplement) in self.compiled.supplements.iter().enumerate() {
                if supplement.optional == optional {
                    self.price_supplement(index, run)?;
                }
            }
        }
        Ok(())
    }

    fn price_supplement(&mut self, index: usize, run: &[DayEntry]) -> Result<()> {
        let compiled = self.compiled;
        let Some(supplement) = compiled.supplements.get(index) else {
            return Ok(());
        };
        let chosen = if supplement.optional {
            self.ask.chosen(&supplement.code)
        } else {
            1
        };
        if chosen == 0 || !supplement.party.matches(&self.ask.party) {
            return Ok(());
        }
        for (night, entry) in run.iter().enumerate() {
            if !self.is_due(index, entry) {
                continue;
            }
            let matching = if supplement.per.is_nightly() {
                run.get(night..=night)
            } else {
                run.get(night..)
            };
            self.supplement_lines(index, night, matching.unwrap_or_default(), chosen)?;
            if !supplement.per.is_nightly() {
                break;
            }
        }
        Ok(())
    }

    /// Whether a supplement belongs to a night.
    fn is_due(&self, index: usize, entry: &DayEntry) -> bool {
        let set = self.compiled.days.supplement_sets.get(entry.supplements as usize);
        set.is_some_and(|set| set.iter().any(|one| usize::from(*one) == index))
    }

    /// What a supplement costs on the night from which it counts; a share is of all `nights` that it belongs to.
    fn supplement_lines(&mut self, index: usize, night: usize, nights: &[DayEntry], chosen: u32) -> Result<()> {
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
            .day_of(night)
            .filter(|_| supplement.per.is_nightly() || supplement.on_days);
        match &supplement.price {
            HeadPrice::ByAge { adult, bands } => {
                let groups = heads_by_age(supplement.per, &self.ask.party, &compiled.bands, *adult, bands);
                let rooms = self.ask.quantity;
                for (unit, count) in groups {
                    self.supplement_line(index, night, day, kind, unit, i128::from(count) * rooms)?;
                }
            }
            HeadPrice::Flat(amount) => {
                self.supplement_line(index, night, day, kind, *amount, self.heads_of(supplement.per, chosen))?;
            }
            HeadPrice::Share(share) => {
                let mut whole = 0;
                for entry in nights.iter().filter(|entry| self.is_due(index, entry)) {
                    whole = plus(whole, self.whole_unit(entry)?)?;
                }
                let unit = share.of(whole, &compiled.grid)?;
                self.supplement_line(index, night, day, kind, unit, self.heads_of(supplement.per, chosen))?;
            }
        }
        Ok(())
    }

    /// What a unit costs on a night, or all its hours.
    fn whole_unit(&self, entry: &DayEntry) -> Result<Units> {
        if self.compiled.hours.is_some() {
            return Ok(self.units / self.ask.quantity.max(1));
        }
        let row = self.compiled.rows.get(entry.row as usize).ok_or_else(unpriced)?;
        let price = row
            .unit(self.ask.party.adults, self.ask.party.people() == 1)
            .ok_or_else(unpriced)?;
        let extra = price
            .extra
            .map_or(Ok(0), |(count, amount)| times(amount, i128::from(count)))?;
        Ok(plus(times(price.amount, i128::from(price.count))?, extra)?)
    }

    fn supplement_line(
        &mut self,
        index: usize,
        night: usize,
        day: Option<Day>,
        kind: LineKind,
        unit: Units,
        quantity: i128,
    ) -> Result<(), Overflow> {
        if unit == 0 || quantity == 0 {
            return Ok(());
        }
        let category = self
            .compiled
            .supplements
            .get(index)
            .map(|supplement| supplement.category);
        let (maker, amount) = (Maker::Supplement(index), times(unit, quantity)?);
        self.charge_night(
            night,
            Draft {
                kind,
                maker,
                day,
                quantity: Quantity::Count(quantity),
                unit,
                amount,
                category,
            },
        )
    }

    fn day_of(&self, night: usize) -> Option<Day> {
        i32::try_from(night).ok().and_then(|night| self.ask.arrival.plus(night))
    }
}

/// What the screening lets through has a price; a list that says otherwise refuses.
fn unpriced() -> Error {
    Error::new(
        Code::RatesUnpriced,
        "",
        "the list has no price for this party on these days",
    )
}
