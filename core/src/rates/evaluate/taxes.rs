use std::borrow::Cow;

use smallvec::SmallVec;

use super::Work;
use super::ask::Ask;
use super::sink::{Draft, Maker, Quantity, Sink};
use crate::Result;
use crate::money::Decimal;
use crate::rates::compiled::grid::{Overflow, Ratio, Units, plus, share_out, times};
use crate::rates::compiled::taxes::{CompiledTax, CompiledTaxRate, Fixed, inclusive_shares};
use crate::rates::compiled::{Compiled, compile_taxes};
use crate::rates::definition::RateListDefinition;
use crate::rates::price::{LineKind, TaxTotal};
use crate::rates::regions;

/// The list's own taxes, and those of the place of supply.
pub(super) fn in_force<'c>(
    definition: &RateListDefinition,
    compiled: &'c Compiled,
    ask: &Ask<'_>,
) -> Result<Cow<'c, [CompiledTax]>> {
    let Some(region) = &definition.tax_region else {
        return Ok(Cow::Borrowed(&compiled.taxes));
    };
    let place = ask.request.place_of_supply.as_deref();
    let business = ask
        .request
        .business_tax_id
        .as_deref()
        .is_some_and(|id| !id.trim().is_empty());
    let found = regions::taxes_of(region, place, business, ask.arrival)?;
    let mut taxes = compiled.taxes.clone();
    for (pointer, rules) in found {
        taxes.extend(compile_taxes(&rules, &pointer, &compiled.categories, &compiled.grid)?);
    }
    Ok(Cow::Owned(taxes))
}

/// What the taxes come to.
pub(super) struct Charged {
    /// Taxes on top.
    pub(super) added: Units,
    /// Taxes that the lines already hold.
    pub(super) included: Units,
    pub(super) totals: Vec<TaxTotal>,
}

/// An amount that is taxed as one: all of a category, or a line when taxes are rounded by line.
struct Part {
    category: usize,
    is_fee: bool,
    amount: Units,
    /// What inclusive taxes take of it.
    included: Units,
    /// Its share of the taxes so far, which a compound tax is taken of too.
    taxes: Units,
}

/// Taxes what is left after discounts and fees.
pub(super) fn charge<S: Sink>(work: &mut Work<'_, S>, taxes: &[CompiledTax]) -> Result<Charged, Overflow> {
    let mut charged = Charged {
        added: 0,
        included: 0,
        totals: Vec::new(),
    };
    if taxes.is_empty() {
        return Ok(charged);
    }
    let mut parts = parts(work);
    let included = include(work, taxes, &mut parts, &mut charged)?;
    let compound = taxes.iter().rposition(CompiledTax::is_compound);
    for (index, tax) in taxes.iter().enumerate() {
        let amount = if tax.inclusive {
            included.get(index).copied().unwrap_or(0)
        } else {
            let amount = add(work, tax, &parts, &mut charged)?;
            charged.added = plus(charged.added, amount)?;
            amount
        };
        if compound.is_some_and(|compound| index < compound) {
            remember(tax, amount, &mut parts)?;
        }
    }
    Ok(charged)
}

/// Shares a tax out over the parts that it was taken of, for the compound taxes after it.
fn remember(tax: &CompiledTax, amount: Units, parts: &mut [Part]) -> Result<(), Overflow> {
    let mut covered: SmallVec<[&mut Part; 4]> = parts
        .iter_mut()
        .filter(|part| tax.covers(part.category, part.is_fee))
        .collect();
    let weights: SmallVec<[Units; 4]> = covered.iter().map(|part| part.amount).collect();
    for (part, share) in covered.iter_mut().zip(share_out(amount, &weights, 1)?) {
        part.taxes = plus(part.taxes, share)?;
    }
    Ok(())
}

fn parts<S>(work: &Work<'_, S>) -> SmallVec<[Part; 2]> {
    let part = |category, is_fee, amount| Part {
        category,
        is_fee,
        amount,
        included: 0,
        taxes: 0,
    };
    if work.compiled.taxes_by_line {
        return work
            .taxed_lines
            .iter()
            .map(|(category, is_fee, amount)| part(*category, *is_fee, *amount))
            .collect();
    }
    let mut parts = SmallVec::new();
    for (is_fee, sums) in [(false, &work.by_category), (true, &work.fees_by_category)] {
        for (category, amount) in sums.iter().enumerate() {
            parts.push(part(category, is_fee, *amount));
        }
    }
    parts
}

/// Extracts the taxes that the lines hold, the fixed ones first: how much each is.
fn include<S: Sink>(
    work: &Work<'_, S>,
    taxes: &[CompiledTax],
    parts: &mut [Part],
    charged: &mut Charged,
) -> Result<SmallVec<[Units; 4]>, Overflow> {
    if !taxes.iter().any(|tax| tax.inclusive) {
        return Ok(SmallVec::new());
    }
    let mut included = SmallVec::from_elem(0, taxes.len());
    for (tax, known) in taxes.iter().zip(&mut included).filter(|(tax, _)| tax.inclusive) {
        let CompiledTaxRate::Fixed(fixed) = &tax.rate else {
            continue;
        };
        let amount = fixed_amount(work, tax, fixed)?.2;
        if let Some(part) = parts.iter_mut().find(|part| tax.covers(part.category, part.is_fee)) {
            part.included = plus(part.included, amount)?;
        }
        charged.include(work, tax, amount, amount)?;
        *known = amount;
    }
    if taxes.iter().any(|tax| tax.inclusive && tax.percent.is_some()) {
        include_percentages(work, taxes, parts, &mut included, charged)?;
    }
    Ok(included)
}

/// Extracts inclusive percentages: the tax is rounded, the net is what is left.
fn include_percentages<S: Sink>(
    work: &Work<'_, S>,
    taxes: &[CompiledTax],
    parts: &mut [Part],
    included: &mut [Units],
    charged: &mut Charged,
) -> Result<(), Overflow> {
    let mut sums = vec![(0, 0); taxes.len()];
    for part in parts.iter_mut().filter(|part| part.amount != 0) {
        let gross = plus(part.amount, -part.included)?;
        let mut taken = 0;
        let shares = inclusive_shares(taxes, part.category, part.is_fee).ok_or(Overflow)?;
        for (index, share) in &shares {
            let tax = share.of(gross, &work.compiled.grid)?;
            taken = plus(taken, tax)?;
            if let Some(sum) = sums.get_mut(*index) {
                sum.0 = plus(sum.0, tax)?;
            }
        }
        for (index, _) in &shares {
            if let Some(sum) = sums.get_mut(*index) {
                sum.1 = plus(sum.1, plus(gross, -taken)?)?;
            }
        }
        part.included = plus(part.included, taken)?;
    }
    for ((tax, known), (amount, base)) in taxes.iter().zip(included).zip(sums) {
        if tax.inclusive && tax.percent.is_some() {
            charged.include(work, tax, amount, base)?;
            *known = amount;
        }
    }
    Ok(())
}

impl Charged {
    fn include<S: Sink>(
        &mut self,
        work: &Work<'_, S>,
        tax: &CompiledTax,
        amount: Units,
        base: Units,
    ) -> Result<(), Overflow> {
        self.included = plus(self.included, amount)?;
        self.total(work, tax, tax.percent, amount, base)
    }

    fn total<S: Sink>(
        &mut self,
        work: &Work<'_, S>,
        tax: &CompiledTax,
        percent: Option<Decimal>,
        amount: Units,
        base: Units,
    ) -> Result<(), Overflow> {
        if S::READ {
            self.totals.push(TaxTotal {
                name: tax.label.clone(),
                percent,
                base: work.compiled.grid.decimal(base)?,
                amount: work.compiled.grid.decimal(amount)?,
                inclusive: tax.inclusive,
                category: tax.category_name.clone(),
            });
        }
        Ok(())
    }
}

/// Quantity, amount of one and amount of all.
fn fixed_amount<S: Sink>(
    work: &Work<'_, S>,
    tax: &CompiledTax,
    fixed: &Fixed,
) -> Result<(i128, Units, Units), Overflow> {
    let quantity = work.count(fixed, &tax.exempt, tax.night_cap);
    Ok((quantity, fixed.amount, times(fixed.amount, quantity)?))
}

/// Adds one tax on top, with its line.
fn add<S: Sink>(
    work: &mut Work<'_, S>,
    tax: &CompiledTax,
    parts: &[Part],
    charged: &mut Charged,
) -> Result<Units, Overflow> {
    match &tax.rate {
        CompiledTaxRate::Fixed(fixed) => {
            let (quantity, unit, amount) = fixed_amount(work, tax, fixed)?;
            tax_line(work, tax, quantity, unit, amount)?;
            charged.total(work, tax, None, amount, amount)?;
            Ok(amount)
        }
        CompiledTaxRate::Percent(rate) => {
            let (base, amount) = percentage(work, tax, *rate, parts)?;
            tax_line(work, tax, 1, amount, amount)?;
            charged.total(work, tax, tax.percent, amount, base)?;
            Ok(amount)
        }
        CompiledTaxRate::Slabs(slabs) => {
            let mut sum = 0;
            for (rate, percent, base) in by_slab(work, tax, slabs, parts)? {
                let amount = rate.of(base, &work.compiled.grid)?;
                if base != 0 {
                    tax_line(work, tax, 1, amount, amount)?;
                    charged.total(work, tax, Some(percent), amount, base)?;
                }
                sum = plus(sum, amount)?;
            }
            Ok(sum)
        }
    }
}

fn tax_line<S: Sink>(
    work: &mut Work<'_, S>,
    tax: &CompiledTax,
    quantity: i128,
    unit: Units,
    amount: Units,
) -> Result<(), Overflow> {
    if amount == 0 {
        return Ok(());
    }
    let (kind, maker) = (LineKind::Tax, Maker::Tax(tax));
    work.sink.line(&Draft {
        kind,
        maker,
        day: None,
        quantity: Quantity::Count(quantity),
        unit,
        amount,
        category: None,
    })
}

/// What a percentage is taken of, and the tax, rounded by line or once.
fn percentage<S>(
    work: &Work<'_, S>,
    tax: &CompiledTax,
    rate: Ratio,
    parts: &[Part],
) -> Result<(Units, Units), Overflow> {
    let grid = &work.compiled.grid;
    let cap = tax
        .night_cap
        .map(|cap| cap as usize)
        .filter(|cap| *cap < work.night_values.len());
    if let Some(cap) = cap {
        let base = net_nights(work, parts)?
            .iter()
            .take(cap)
            .try_fold(0, |sum, value| plus(sum, *value))?;
        return Ok((base, rate.of(base, grid)?));
    }
    let (mut base, mut by_line) = (0, 0);
    for part in parts.iter().filter(|part| tax.covers(part.category, part.is_fee)) {
        let before = if tax.is_compound() { part.taxes } else { 0 };
        let net = plus(plus(part.amount, -part.included)?, before)?;
        base = plus(base, net)?;
        if work.compiled.taxes_by_line {
            by_line = plus(by_line, rate.of(net, grid)?)?;
        }
    }
    Ok((
        base,
        if work.compiled.taxes_by_line {
            by_line
        } else {
            rate.of(base, grid)?
        },
    ))
}

/// What each night costs without the taxes that its price holds.
fn net_nights<S>(work: &Work<'_, S>, parts: &[Part]) -> Result<Vec<Units>, Overflow> {
    let mut values = work.night_values.clone();
    let (mut amount, mut included) = (0, 0);
    for part in parts.iter().filter(|part| part.category == 0 && !part.is_fee) {
        amount = plus(amount, part.amount)?;
        included = plus(included, part.included)?;
    }
    if included != 0 {
        let nights = values.iter().try_fold(0, |sum, value| plus(sum, *value))?;
        let mut weights = values.clone();
        weights.push(plus(amount, -nights)?);
        for (value, share) in values.iter_mut().zip(share_out(included, &weights, 1)?) {
            *value = plus(*value, -share)?;
        }
    }
    Ok(values)
}

/// What each slab is taken of: the nights by their tariff, and what belongs to no night at the highest rate of them.
fn by_slab<S>(
    work: &Work<'_, S>,
    tax: &CompiledTax,
    slabs: &[(Option<Units>, Ratio, Decimal)],
    parts: &[Part],
) -> Result<Vec<(Ratio, Decimal, Units)>, Overflow> {
    let mut bases: Vec<(Ratio, Decimal, Units)> = slabs.iter().map(|(_, rate, percent)| (*rate, *percent, 0)).collect();
    let mut highest = 0;
    let mut rest = parts
        .iter()
        .filter(|part| tax.covers(part.category, part.is_fee))
        .try_fold(0, |sum, part| plus(sum, plus(part.amount, -part.included)?))?;
    for value in &net_nights(work, parts)? {
        let reaches = |up_to: Option<Units>| {
            up_to.is_none_or(|up_to| times(up_to, work.ask.quantity).is_ok_and(|most| *value <= most))
        };
        let place = slabs
            .iter()
            .position(|(up_to, _, _)| reaches(*up_to))
            .unwrap_or(slabs.len().saturating_sub(1));
        highest = highest.max(place);
        if let Some(base) = bases.get_mut(place) {
            base.2 = plus(base.2, *value)?;
        }
        rest = plus(rest, -value)?;
    }
    if let Some(base) = bases.get_mut(highest) {
        base.2 = plus(base.2, rest)?;
    }
    Ok(bases)
}
