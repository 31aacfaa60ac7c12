//! The order of evaluation: units by night and occupancy, season, children, supplements, extras, quantity, discounts, fees,
//! taxes, rounding. Restrictions come first, in [`screen`].

pub(crate) mod ask;
mod choices;
mod discounts;
mod hours;
mod left;
mod people;
pub(crate) mod screen;
mod sink;
mod taxes;
mod units;
#[cfg(test)]
mod widths;

use std::ops::Range;

use self::ask::Ask;
use self::people::heads;
use self::sink::{AllLines, Draft, Maker, Quantity, Sink, TotalOnly};
use super::compiled::Compiled;
use super::compiled::days::{Alike, By, DayEntry};
use super::compiled::grid::{Overflow, Units, Whole};
use super::compiled::taxes::{CompiledFeeRate, CompiledTax, Fixed};
use super::definition::{AgeRange, Per};
use super::price::{Line, LineKind, TaxTotal};
use crate::rates::definition::RateListDefinition;
use crate::time::Day;
use crate::{Code, Result};

/// The sums of a price, in units.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sums<N> {
    pub(crate) subtotal: N,
    pub(crate) discounts: N,
    pub(crate) fees: N,
    /// Every tax, inclusive ones too.
    pub(crate) tax: N,
    pub(crate) total: N,
    pub(crate) taxes: Vec<TaxTotal>,
}

impl<N: Whole> Sums<N> {
    #[inline]
    fn wide(self) -> Sums<Units> {
        Sums {
            subtotal: self.subtotal.wide(),
            discounts: self.discounts.wide(),
            fees: self.fees.wide(),
            tax: self.tax.wide(),
            total: self.total.wide(),
            taxes: self.taxes,
        }
    }
}

/// The sums without the lines and without what each tax comes to, and of them what is wanted.
#[inline]
pub(crate) fn sums<T>(
    definition: &RateListDefinition,
    compiled: &Compiled,
    ask: &Ask<'_>,
    wanted: impl FnOnce(&Sums<Units>) -> T,
) -> Result<T> {
    reckoned(definition, compiled, ask, &mut TotalOnly, wanted)
}

/// The sums with every line.
pub(crate) fn with_lines(
    definition: &RateListDefinition,
    compiled: &Compiled,
    ask: &Ask<'_>,
) -> Result<(Sums<Units>, Vec<Line>)> {
    let lines = Vec::with_capacity(ask.units * 3 + 8);
    let mut sink = AllLines { compiled, lines };
    let sums = reckoned(definition, compiled, ask, &mut sink, Sums::clone)?;
    Ok((sums, sink.lines))
}

/// Reckons a price in 64 bits, or in 128 where those do not hold it.
#[inline]
fn reckoned<S: Sink, T>(
    definition: &RateListDefinition,
    compiled: &Compiled,
    ask: &Ask<'_>,
    sink: &mut S,
    wanted: impl FnOnce(&Sums<Units>) -> T,
) -> Result<T> {
    let taxes = taxes::in_force(definition, compiled, ask)?;
    let days = compiled.days.run(ask.arrival, ask.units).ok_or_else(units::unpriced)?;
    let mut narrow = Work::<_, i64>::new(compiled, ask, days, sink);
    match narrow.run(&taxes) {
        Ok(()) => Ok(wanted(&narrow.sums.wide())),
        Err(error) if error.code() == Code::MoneyOverflow => {
            sink.restart();
            let mut wide = Work::<_, i128>::new(compiled, ask, days, sink);
            wide.run(&taxes)?;
            Ok(wanted(&wide.sums))
        }
        Err(error) => Err(error),
    }
}

/// A price in the making.
struct Work<'a, S, N> {
    compiled: &'a Compiled,
    ask: &'a Ask<'a>,
    /// What is known of each night or day that is priced.
    days: &'a [DayEntry],
    sink: &'a mut S,
    sums: Sums<N>,
    /// The units alone.
    units: N,
    /// What of the subtotal has the tax category of units; after the discounts, what they left of it.
    own_category: N,
    /// The same of each further category: most lists have none.
    other_categories: Vec<N>,
    /// Each line's category and amount, when taxes are rounded by line.
    taxed_lines: Vec<(usize, bool, N)>,
    /// What each night's units cost, when a rule asks for it.
    night_units: Vec<N>,
    /// What each night costs in the category of units, when a rule asks for it; after the discounts, what they left of it.
    night_values: Vec<N>,
    /// What each night costs in the other categories, one after the other, when a free night frees that too.
    night_others: Vec<N>,
    /// The fees by tax category, when there are any.
    fees_by_category: Vec<N>,
}

impl<'a, S: Sink, N: Whole> Work<'a, S, N> {
    #[inline]
    fn new(compiled: &'a Compiled, ask: &'a Ask<'a>, days: &'a [DayEntry], sink: &'a mut S) -> Self {
        Work {
            compiled,
            ask,
            days,
            sink,
            sums: Sums::default(),
            units: N::default(),
            own_category: N::default(),
            other_categories: Vec::new(),
            taxed_lines: Vec::new(),
            night_units: Vec::new(),
            night_values: Vec::new(),
            night_others: Vec::new(),
            fees_by_category: Vec::new(),
        }
    }

    fn run(&mut self, taxes: &[CompiledTax]) -> Result<()> {
        if self.compiled.categories.len() > 1 {
            self.other_categories
                .resize(self.compiled.categories.len() - 1, N::default());
        }
        if self.compiled.needs_nights {
            self.night_units.resize(self.ask.units, N::default());
            self.night_values.resize(self.ask.units, N::default());
            if self.compiled.frees_everything {
                let others = self.other_categories.len();
                self.night_others.resize(self.ask.units * others, N::default());
            }
        }
        match &self.compiled.hours {
            Some(hours) => self.price_hours(hours)?,
            None => self.price_units()?,
        }
        self.price_supplements()?;
        if !self.compiled.discounts.is_empty() {
            self.sums.discounts = self.price_discounts()?;
        }
        let discounted = self.sums.subtotal.plus(self.sums.discounts)?;
        if !self.compiled.fees.is_empty() {
            self.sums.fees = self.price_fees(discounted)?;
        }
        let added = if taxes.is_empty() {
            N::default()
        } else {
            taxes::charge(self, taxes)?
        };
        let unrounded = discounted.plus(self.sums.fees)?.plus(added)?;
        let rounding = self.compiled.grid.rounding_of(unrounded)?;
        if rounding != N::default() {
            self.tell(LineKind::Rounding, Maker::Rounding, None, rounding)?;
        }
        self.sums.total = unrounded.plus(rounding)?;
        Ok(())
    }

    /// A line of the subtotal.
    #[inline]
    fn charge(&mut self, draft: Draft<'_, N>) -> Result<(), Overflow> {
        self.sink.line(&draft)?;
        self.sums.subtotal = self.sums.subtotal.plus(draft.amount)?;
        let category = draft.category.unwrap_or(0);
        if let Some(sum) = self.of_category(category) {
            *sum = sum.plus(draft.amount)?;
        }
        if self.compiled.taxes_by_line {
            self.taxed_lines.push((category, false, draft.amount));
        }
        Ok(())
    }

    /// What of the subtotal has a category.
    #[inline]
    fn of_category(&mut self, category: usize) -> Option<&mut N> {
        match category.checked_sub(1) {
            None => Some(&mut self.own_category),
            Some(other) => self.other_categories.get_mut(other),
        }
    }

    /// The nights that are charged together: one by one when somebody looks at a night, otherwise as many as are alike.
    #[inline]
    fn nights(&self, alike: By) -> Alike<'a> {
        let one_by_one = S::READ || self.compiled.needs_nights || self.compiled.taxes_by_line;
        Alike::new(self.days, if one_by_one { By::Day } else { alike })
    }

    /// A line of the subtotal on nights, of which each costs what the draft says; one that names no day belongs to none.
    #[inline]
    fn charge_nights(&mut self, nights: Range<usize>, mut draft: Draft<'_, N>) -> Result<(), Overflow> {
        if nights.len() != 1 {
            draft.amount = draft.amount.times(N::from(nights.len() as i64))?;
        }
        if self.compiled.needs_nights
            && draft.day.is_some()
            && let Some(value) = self.night_value(draft.category.unwrap_or(0), nights.start)
        {
            *value = value.plus(draft.amount)?;
        }
        self.charge(draft)
    }

    /// What a night costs in a category, where somebody looks at it.
    fn night_value(&mut self, category: usize, night: usize) -> Option<&mut N> {
        match category.checked_sub(1) {
            None => self.night_values.get_mut(night),
            Some(other) => self.night_others.get_mut(other * self.ask.units + night),
        }
    }

    /// A line after the subtotal, of a day or of all of it.
    fn tell(&mut self, kind: LineKind, maker: Maker<'_>, day: Option<Day>, amount: N) -> Result<(), Overflow> {
        self.sink.line(&Draft {
            kind,
            maker,
            day,
            quantity: Quantity::Count(1),
            unit: amount,
            amount,
            category: None,
        })
    }

    fn price_fees(&mut self, discounted: N) -> Result<N, Overflow> {
        let compiled = self.compiled;
        self.fees_by_category.resize(compiled.categories.len(), N::default());
        let mut fees = N::default();
        for (index, fee) in compiled.fees.iter().enumerate() {
            let (quantity, unit) = match &fee.rate {
                CompiledFeeRate::Percent(rate) => (1, rate.of(discounted, &compiled.grid)?),
                CompiledFeeRate::Fixed(fixed) => (
                    self.count(fixed, &fee.exempt, fee.night_cap),
                    N::narrowed(fixed.amount)?,
                ),
            };
            let amount = unit.times(quantity.into())?;
            if amount == N::default() {
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
            fees = fees.plus(amount)?;
            if let Some(sum) = self.fees_by_category.get_mut(fee.category) {
                *sum = sum.plus(amount)?;
            }
            if compiled.taxes_by_line {
                self.taxed_lines.push((fee.category, true, amount));
            }
        }
        Ok(fees)
    }

    /// How often a fixed charge is taken: heads, nights up to a cap, rooms.
    fn count(&self, fixed: &Fixed, exempt: &[AgeRange], night_cap: Option<u32>) -> i64 {
        let nights = if fixed.per.is_nightly() { self.ask.nights() } else { 1 };
        let nights = night_cap
            .filter(|_| fixed.per.is_nightly())
            .map_or(nights, |cap| nights.min(cap));
        i64::from(heads(fixed.per, self.ask, exempt)) * i64::from(nights) * self.ask.quantity
    }

    /// How many heads or pieces a supplement counts in all units: those chosen of an optional one.
    fn heads_of(&self, per: Per, chosen: u32) -> i64 {
        match per {
            Per::Item | Per::ItemNight => i64::from(chosen),
            _ => i64::from(heads(per, self.ask, &[])) * self.ask.quantity,
        }
    }
}
