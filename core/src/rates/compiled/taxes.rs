use std::sync::Arc;

use super::grid::{Grid, Overflow, Ratio, Units};
use crate::money::Decimal;
use crate::rates::definition::{AgeRange, Fee, FeeRate, FixedRate, Per, Slab, Tax, TaxBase, TaxRate};

/// A charge by heads and nights.
#[derive(Clone, Debug)]
pub(crate) struct Fixed {
    pub(crate) amount: Units,
    pub(crate) per: Per,
}

impl Fixed {
    /// A charge of the seller, rounded as a line.
    fn of_fee(rate: &FixedRate, grid: &Grid) -> Result<Fixed, Overflow> {
        Ok(Fixed {
            amount: grid.units(rate.amount)?,
            per: rate.per,
        })
    }

    /// A tax, rounded as one.
    fn of_tax(rate: &FixedRate, grid: &Grid) -> Result<Fixed, Overflow> {
        Ok(Fixed {
            amount: grid.tax_units(rate.amount)?,
            per: rate.per,
        })
    }
}

/// A fee, ready to be charged.
#[derive(Clone, Debug)]
pub(crate) struct CompiledFee {
    pub(crate) label: Arc<str>,
    pub(crate) rule: Arc<str>,
    pub(crate) rate: CompiledFeeRate,
    pub(crate) exempt: Vec<AgeRange>,
    pub(crate) night_cap: Option<u32>,
    pub(crate) category: usize,
}

#[derive(Clone, Debug)]
pub(crate) enum CompiledFeeRate {
    Percent(Ratio),
    Fixed(Fixed),
}

impl CompiledFee {
    pub(super) fn new(fee: &Fee, index: usize, category: usize, grid: &Grid) -> Result<CompiledFee, Overflow> {
        let rate = match &fee.rate {
            FeeRate::Percent(percent) => CompiledFeeRate::Percent(Ratio::percent(*percent).ok_or(Overflow)?),
            FeeRate::Fixed(rate) => CompiledFeeRate::Fixed(Fixed::of_fee(rate, grid)?),
        };
        let (exempt, night_cap) = (fee.exempt_ages.clone(), fee.night_cap);
        let rule = format!("/fees/{index}").into();
        Ok(CompiledFee {
            label: fee.name.as_str().into(),
            rule,
            rate,
            exempt,
            night_cap,
            category,
        })
    }
}

/// A tax, ready to be charged.
#[derive(Clone, Debug)]
pub(crate) struct CompiledTax {
    pub(crate) label: Arc<str>,
    pub(crate) rule: Arc<str>,
    pub(crate) rate: CompiledTaxRate,
    pub(crate) percent: Option<Decimal>,
    pub(crate) inclusive: bool,
    pub(crate) base: TaxBase,
    /// The category it is for; none for all.
    pub(crate) category: Option<usize>,
    pub(crate) category_name: Option<Arc<str>>,
    pub(crate) exempt: Vec<AgeRange>,
    pub(crate) night_cap: Option<u32>,
}

#[derive(Clone, Debug)]
pub(crate) enum CompiledTaxRate {
    Percent(Ratio),
    Fixed(Fixed),
    Slabs(Vec<CompiledSlab>),
}

/// What is taken of nights up to a tariff.
#[derive(Clone, Debug)]
pub(crate) struct CompiledSlab {
    /// None for the last slab.
    pub(crate) up_to: Option<Units>,
    pub(crate) rate: SlabRate,
}

#[derive(Clone, Debug)]
pub(crate) enum SlabRate {
    Percent(Ratio, Decimal),
    /// For each night.
    Fixed(Fixed),
}

impl CompiledSlab {
    fn new(slab: &Slab, grid: &Grid) -> Result<CompiledSlab, Overflow> {
        let percent = slab.percent.unwrap_or_default();
        Ok(CompiledSlab {
            up_to: slab.up_to.map(|up_to| grid.units_up_to(up_to)).transpose()?,
            rate: match &slab.fixed {
                Some(fixed) => SlabRate::Fixed(Fixed::of_tax(fixed, grid)?),
                None => SlabRate::Percent(Ratio::percent(percent).ok_or(Overflow)?, percent),
            },
        })
    }
}

impl CompiledTax {
    /// `category` is none for all lines; a category that no line has is a number beyond the list's own.
    pub(crate) fn new(tax: &Tax, rule: String, category: Option<usize>, grid: &Grid) -> Result<CompiledTax, Overflow> {
        let ratio = |percent: Decimal| Ratio::percent(percent).ok_or(Overflow);
        let (rate, percent) = match &tax.rate {
            TaxRate::Percent(percent) => (CompiledTaxRate::Percent(ratio(*percent)?), Some(*percent)),
            TaxRate::Fixed(rate) => (CompiledTaxRate::Fixed(Fixed::of_tax(rate, grid)?), None),
            TaxRate::Slabs(slabs) => {
                let slabs = slabs.iter().map(|slab| CompiledSlab::new(slab, grid));
                (CompiledTaxRate::Slabs(slabs.collect::<Result<_, _>>()?), None)
            }
        };
        Ok(CompiledTax {
            label: tax.name.as_str().into(),
            rule: rule.into(),
            rate,
            percent,
            inclusive: tax.inclusive,
            base: tax.base,
            category,
            category_name: tax.category.as_deref().map(Into::into),
            exempt: tax.exempt_ages.clone(),
            night_cap: tax.night_cap,
        })
    }

    /// Whether it is added on top of the taxes before it too.
    pub(crate) fn is_compound(&self) -> bool {
        !self.inclusive && self.base == TaxBase::NetFeesAndTaxes
    }

    /// Whether it is taken of lines of that category, and of fees when the line is one.
    pub(crate) fn covers(&self, category: usize, is_fee: bool) -> bool {
        self.category.is_none_or(|own| own == category) && (!is_fee || self.base != TaxBase::Net)
    }
}

/// For each inclusive percentage, what share of a gross amount it is, given those that apply to the amount: with 10 %
/// and then 5 % compound in it, the shares are 10 ÷ 115.5 and 5.5 ÷ 115.5.
pub(crate) fn inclusive_shares(taxes: &[CompiledTax], category: usize, is_fee: bool) -> Option<Vec<(usize, Ratio)>> {
    let mut on_net: Vec<(usize, Ratio)> = Vec::new();
    let (whole, mut sum) = (Ratio::new(1, 1), Ratio::new(0, 1));
    for (index, tax) in taxes.iter().enumerate() {
        let CompiledTaxRate::Percent(rate) = tax.rate else {
            continue;
        };
        if !tax.inclusive || !tax.covers(category, is_fee) {
            continue;
        }
        let base = if tax.base == TaxBase::NetFeesAndTaxes {
            whole.plus(sum)?
        } else {
            whole
        };
        let share = rate.times(base)?;
        sum = sum.plus(share)?;
        on_net.push((index, share));
    }
    let gross = whole.plus(sum)?;
    on_net
        .into_iter()
        .map(|(index, share)| Some((index, share.divided_by(gross)?)))
        .collect()
}
