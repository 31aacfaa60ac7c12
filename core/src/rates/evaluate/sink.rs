use std::sync::Arc;

use crate::rates::compiled::Compiled;
use crate::rates::compiled::grid::{Overflow, Units};
use crate::rates::compiled::taxes::CompiledTax;
use crate::rates::price::{Line, LineKind};
use crate::time::Day;

/// Which rule made a line.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Maker<'a> {
    Row(u32),
    Child(usize),
    Supplement(usize),
    Discount(usize),
    Fee(usize),
    Tax(&'a CompiledTax),
    Rounding,
}

/// A line before anybody asked for its text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Draft<'a> {
    pub(crate) kind: LineKind,
    pub(crate) maker: Maker<'a>,
    pub(crate) day: Option<Day>,
    pub(crate) quantity: i128,
    pub(crate) unit: Units,
    pub(crate) amount: Units,
    pub(crate) category: Option<usize>,
}

/// What becomes of lines: written out, or passed over when only the total is wanted.
pub(crate) trait Sink {
    fn line(&mut self, draft: &Draft<'_>) -> Result<(), Overflow>;
}

/// Passes lines over.
pub(crate) struct TotalOnly;

impl Sink for TotalOnly {
    #[inline]
    fn line(&mut self, _: &Draft<'_>) -> Result<(), Overflow> {
        Ok(())
    }
}

/// Writes lines out.
pub(crate) struct AllLines<'l> {
    pub(crate) compiled: &'l Compiled,
    pub(crate) lines: Vec<Line>,
}

impl Sink for AllLines<'_> {
    fn line(&mut self, draft: &Draft<'_>) -> Result<(), Overflow> {
        let compiled = self.compiled;
        let (label, rule) = match draft.maker {
            Maker::Row(row) => named(compiled.row_names.get(row as usize)),
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
            quantity: crate::money::Decimal::from_units(draft.quantity, 0).ok_or(Overflow)?,
            unit_amount: compiled.grid.decimal(draft.unit)?,
            amount: compiled.grid.decimal(draft.amount)?,
            tax_category: category,
        });
        Ok(())
    }
}

fn named(names: Option<&crate::rates::compiled::Names>) -> Option<(&Arc<str>, &Arc<str>)> {
    names.map(|names| (&names.label, &names.rule))
}
