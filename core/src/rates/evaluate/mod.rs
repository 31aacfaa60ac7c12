//! The order of evaluation: units by night and occupancy, season, children, supplements, extras, quantity, discounts, fees,
//! taxes, rounding. Restrictions come first, in [`screen`].

pub(crate) mod ask;
mod discounts;
mod hours;
mod people;
pub(crate) mod screen;
mod sink;
mod taxes;
mod units;

use std::ops::Range;

use smallvec::SmallVec;

use self::ask::Ask;
use self::sink::{AllLines, Draft, Maker, Quantity, Sink, TotalOnly};
use super::compiled::Compiled;
use super::compiled::days::{Alike, By, DayEntry};
use super::compiled::grid::{Overflow, Units, plus, times};
use super::compiled::supplements::heads;
use super::compiled::taxes::{CompiledFeeRate, CompiledTax, Fixed};
use super::definition::{AgeRange, Per};
use super::price::{Line, LineKind, TaxTotal};
use crate::Result;
use crate::rates::definition::RateListDefinition;

/// The sums of a price, in units.
#[derive(Debug)]
pub(crate) struct Sums {
    pub(crate) subtotal: Units,
    pub(crate) discounts: Units,
    pub(crate) fees: Units,
    /// Every tax, inclusive ones too.
    pub(crate) tax: Units,
    pub(crate) total: Units,
    pub(crate) taxes: Vec<TaxTotal>,
}

/// The sums without the lines and without what each tax comes to.
pub(crate) fn sums(definition: &RateListDefinition, compiled: &Compiled, ask: &Ask<'_>) -> Result<Sums> {
    let taxes = taxes::in_force(definition, compiled, ask)?;
    let mut work = Work::new(compiled, ask, days(compiled, ask)?, TotalOnly);
    work.run(&taxes)
}

/// The sums with every line.
pub(crate) fn with_lines(
    definition: &RateListDefinition,
    compiled: &Compiled,
    ask: &Ask<'_>,
) -> Result<(Sums, Vec<Line>)> {
    let taxes = taxes::in_force(definition, compiled, ask)?;
    let lines = Vec::with_capacity(ask.units * 3 + 8);
    let mut work = Work::new(compiled, ask, days(compiled, ask)?, AllLines { compiled, lines });
    let sums = work.run(&taxes)?;
    Ok((sums, work.sink.lines))
}

/// The days to price, all within the list's validity or the screening would have refused.
fn days<'c>(compiled: &'c Compiled, ask: &Ask<'_>) -> Result<&'c [DayEntry]> {
    compiled.days.run(ask.arrival, ask.units).ok_or_else(units::unpriced)
}

/// A price in the making.
struct Work<'a, S> {
    compiled: &'a Compiled,
    ask: &'a Ask<'a>,
    /// What is known of each night or day that is priced.
    days: &'a [DayEntry],
    sink: S,
    /// Units, children and supplements so far.
    subtotal: Units,
    /// The units alone.
    units: Units,
    /// The subtotal by tax category; after the discounts, what they left of it.
    by_category: SmallVec<[Units; 4]>,
    /// Each line's category and amount, when taxes are rounded by line.
    taxed_lines: Vec<(usize, bool, Units)>,
    /// What each night's units cost, when a rule asks for it.
    night_units: Vec<Units>,
    /// What each night costs in the category of units, when a rule asks for it; after the discounts, what they left of it.
    night_values: Vec<Units>,
    fees_by_category: SmallVec<[Units; 4]>,
}

impl<'a, S: Sink> Work<'a, S> {
    #[inline]
    fn new(compiled: &'a Compiled, ask: &'a Ask<'a>, days: &'a [DayEntry], sink: S) -> Self {
        let categories = compiled.categories.len();
        let nights = if compiled.needs_nights { ask.units } else { 0 };
        Work {
            compiled,
            ask,
            days,
            sink,
            subtotal: 0,
            units: 0,
            by_category: SmallVec::from_elem(0, categories),
            taxed_lines: Vec::new(),
            night_units: vec![0; nights],
            night_values: vec![0; nights],
            fees_by_category: SmallVec::new(),
        }
    }

    fn run(&mut self, taxes: &[CompiledTax]) -> Result<Sums> {
        match &self.compiled.hours {
            Some(hours) => self.price_hours(hours)?,
            None => self.price_units()?,
        }
        self.price_supplements()?;
        let subtotal = self.subtotal;
        let discounts = if self.compiled.discounts.is_empty() {
            0
        } else {
            self.price_discounts()?
        };
        let fees = if self.compiled.fees.is_empty() {
            0
        } else {
            self.price_fees(plus(subtotal, discounts)?)?
        };
        let before_tax = plus(plus(subtotal, discounts)?, fees)?;
        let taxed = taxes::charge(self, taxes)?;
        let unrounded = plus(before_tax, taxed.added)?;
        let rounding = self.compiled.grid.rounding_of(unrounded)?;
        if rounding != 0 {
            self.tell(LineKind::Rounding, Maker::Rounding, rounding)?;
        }
        Ok(Sums {
            subtotal,
            discounts,
            fees,
            tax: plus(taxed.added, taxed.included)?,
            total: plus(unrounded, rounding)?,
            taxes: taxed.totals,
        })
    }

    /// A line of the subtotal.
    #[inline]
    fn charge(&mut self, draft: Draft<'_>) -> Result<(), Overflow> {
        self.sink.line(&draft)?;
        self.subtotal = plus(self.subtotal, draft.amount)?;
        let category = draft.category.unwrap_or(0);
        if let Some(sum) = self.by_category.get_mut(category) {
            *sum = plus(*sum, draft.amount)?;
        }
        if self.compiled.taxes_by_line {
            self.taxed_lines.push((category, false, draft.amount));
        }
        Ok(())
    }

    /// The nights that are charged together: one by one when somebody looks at a night, otherwise as many as are alike.
    #[inline]
    fn nights(&self, alike: By) -> Alike<'a> {
        let one_by_one = S::READ || self.compiled.needs_nights || self.compiled.taxes_by_line;
        Alike::new(self.days, if one_by_one { By::Day } else { alike })
    }

    /// A line of the subtotal on nights, of which each costs what the draft says; one that names no day belongs to none.
    #[inline]
    fn charge_nights(&mut self, nights: Range<usize>, mut draft: Draft<'_>) -> Result<(), Overflow> {
        if nights.len() != 1 {
            draft.amount = times(draft.amount, nights.len() as i128)?;
        }
        if self.compiled.needs_nights
            && draft.category == Some(0)
            && draft.day.is_some()
            && let Some(value) = self.night_values.get_mut(nights.start)
        {
            *value = plus(*value, draft.amount)?;
        }
        self.charge(draft)
    }

    /// A line after the subtotal, for all of it.
    fn tell(&mut self, kind: LineKind, maker: Maker<'_>, amount: Units) -> Result<(), Overflow> {
        self.sink.line(&Draft {
            kind,
            maker,
            day: None,
            quantity: Quantity::Count(1),
            unit: amount,
            amount,
            category: None,
        })
    }

    fn price_fees(&mut self, discounted: Units) -> Result<Units, Overflow> {
        let compiled = self.compiled;
        self.fees_by_category = SmallVec::from_elem(0, compiled.categories.len());
        let mut fees = 0;
        for (index, fee) in compiled.fees.iter().enumerate() {
            let (quantity, unit) = match &fee.rate {
                CompiledFeeRate::Percent(rate) => (1, rate.of(discounted, &compiled.grid)?),
                CompiledFeeRate::Fixed(fixed) => (self.count(fixed, &fee.exempt, fee.night_cap), fixed.amount),
            };
            let amount = times(unit, quantity)?;
            if amount == 0 {
                continue;
            }
            let (kind, maker, category) = (LineKind::Fee, Maker::Fee(index), Some(fee.category));
            self.sink.line(&Draft {
                kind,
                maker,
                day: None,
                quantity: Quantity::Count(quantity),
                unit,
                amount,
                category,
            })?;
            fees = plus(fees, amount)?;
            if let Some(sum) = self.fees_by_category.get_mut(fee.category) {
                *sum = plus(*sum, amount)?;
            }
            if compiled.taxes_by_line {
                self.taxed_lines.push((fee.category, true, amount));
            }
        }
        Ok(fees)
    }

    /// How often a fixed charge is taken: heads, nights up to a cap, rooms.
    fn count(&self, fixed: &Fixed, exempt: &[AgeRange], night_cap: Option<u32>) -> i128 {
        let nights = if fixed.per.is_nightly() { self.ask.nights() } else { 1 };
        let nights = night_cap
            .filter(|_| fixed.per.is_nightly())
            .map_or(nights, |cap| nights.min(cap));
        i128::from(heads(fixed.per, &self.ask.party, exempt)) * i128::from(nights) * self.ask.quantity
    }

    /// How many heads or pieces a supplement counts in all units: those chosen of an optional one.
    fn heads_of(&self, per: Per, chosen: u32) -> i128 {
        match per {
            Per::Item | Per::ItemNight => i128::from(chosen),
            _ => i128::from(heads(per, &self.ask.party, &[])) * self.ask.quantity,
        }
    }
}
