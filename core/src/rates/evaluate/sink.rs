use std::sync::Arc;

use crate::money::{Decimal, RoundingMode};
use crate::rates::compiled::Compiled;
use crate::rates::compiled::grid::{Overflow, Whole};
use crate::rates::compiled::taxes::CompiledTax;
use crate::rates::price::{Line, LineKind};
use crate::time::Day;

/// Which rule made a line.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Maker<'a> {
    Row(u32),
    Window(usize),
    Block(usize),
    MinimumCharge,
    AfterHours,
    Child(usize),
    Supplement(usize),
    Discount(usize),
    Fee(usize),
    Tax(&'a CompiledTax),
    Rounding,
}

/// How many a line is for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Quantity {
    /// So many pieces, heads or nights.
    Count(i64),
    /// So many microseconds, told in hours.
    Hours(i128),
}

impl Quantity {
    fn decimal(self) -> Option<Decimal> {
        match self {
            Quantity::Count(count) => Decimal::from_units(count.into(), 0),
            Quantity::Hours(microseconds) => {
                let millionths = RoundingMode::HalfUp.divide(microseconds, 3_600);
                Decimal::from_units(millionths, 6).map(Decimal::normalized)
            }
        }
    }
}

/// A line before anybody asked for its text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Draft<'a, N> {
    pub(crate) kind: LineKind,
    pub(crate) maker: Maker<'a>,
    pub(crate) day: Option<Day>,
    pub(crate) quantity: Quantity,
    pub(crate) unit: N,
    pub(crate) amount: N,
    pub(crate) category: Option<usize>,
}

/// What becomes of lines: written out, or passed over when only the total is wanted.
pub(crate) trait Sink {
    /// Whether anybody reads the lines. When nobody does, nights that cost the same are charged together, and what each tax
    /// comes to is not told.
    const READ: bool;

    fn line<N: Whole>(&mut self, draft: &Draft<'_, N>) -> Result<(), Overflow>;

    /// Forgets what it has been told.
    fn restart(&mut self);
}

/// Passes lines over.
pub(crate) struct TotalOnly;

impl Sink for TotalOnly {
    const READ: bool = false;

    #[inline]
    fn line<N: Whole>(&mut self, _: &Draft<'_, N>) -> Result<(), Overflow> {
        Ok(())
    }

    fn restart(&mut self) {}
}

/// Writes lines out.
pub(crate) struct AllLines<'l> {
    pub(crate) compiled: &'l Compiled,
    pub(crate) lines: Vec<Line>,
}

impl Sink for AllLines<'_> {
    const READ: bool = true;

    fn line<N: Whole>(&mut self, draft: &Draft<'_, N>) -> Result<(), Overflow> {
        let compiled = self.compiled;
        let (label, rule) = match draft.maker {
            Maker::Row(row) => named(compiled.row_names.get(row as usize)),
            Maker::Window(index) => named(compiled.hours.as_ref().and_then(|hours| hours.window_names.get(index))),
            Maker::Block(index) => named(compiled.hours.as_ref().and_then(|hours| hours.block_names.get(index))),
            Maker::MinimumCharge => named(compiled.hours.as_ref().map(|hours| &hours.minimum_names)),
            Maker::AfterHours => named(compiled.hours.as_ref().map(|hours| &hours.after_names)),
            Maker::Child(slot) => named(compiled.slot_names.get(slot)),
            Maker::Supplement(index) => named(compiled.supplement_names.get(index)),
            Maker::Discount(index) => compiled.discounts.get(index).map(|one| (&one.label, &one.rule)),
            Maker::Fee(index) => compiled.fees.get(index).map(|one| (&one.label, &one.rule)),
            Maker::Tax(tax) => Some((&tax.label, &tax.rule)),
            Maker::Rounding => named(Some(&compiled.rounding_names)),
        }
        .ok_or(Overflow)?;
        let category = match draft.maker {
            Maker::Tax(tax) => tax.category_name.clone(),
            _ => draft
                .category
                .and_then(|category| compiled.categories.get(category))
                .cloned()
                .flatten(),
        };
        self.lines.push(Line {
            kind: draft.kind,
            label: Arc::clone(label),
            rule: Arc::clone(rule),
            day: draft.day,
            quantity: draft.quantity.decimal().ok_or(Overflow)?,
            unit_amount: compiled.grid.decimal(draft.unit)?,
            amount: compiled.grid.decimal(draft.amount)?,
            tax_category: category,
        });
        Ok(())
    }

    fn restart(&mut self) {
        self.lines.clear();
    }
}

fn named(names: Option<&crate::rates::compiled::Names>) -> Option<(&Arc<str>, &Arc<str>)> {
    names.map(|names| (&names.label, &names.rule))
}
