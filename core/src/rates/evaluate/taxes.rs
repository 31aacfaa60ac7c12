use std::borrow::Cow;

use smallvec::SmallVec;

use super::Work;
use super::ask::Ask;
use super::people::heads;
use super::sink::{Draft, Maker, Quantity, Sink};
use crate::Result;
use crate::money::Decimal;
use crate::rates::compiled::grid::{Overflow, Ratio, Whole, share_out, sum};
use crate::rates::compiled::taxes::{CompiledSlab, CompiledTax, CompiledTaxRate, Fixed, SlabRate, inclusive_shares};
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
    for found in found {
        found.must_be_in(definition.currency, &found.pointer)?;
        taxes.extend(compile_taxes(
            &found.taxes,
            &found.pointer,
            &compiled.categories,
            &compiled.grid,
        )?);
    }
    Ok(Cow::Owned(taxes))
}

/// An amount that is taxed as one: all of a category, or a line when taxes are rounded by line.
struct Part<N> {
    category: usize,
    is_fee: bool,
    amount: N,
    /// What inclusive taxes take of it.
    included: N,
    /// Its share of the taxes so far, which a compound tax is taken of too.
    taxes: N,
}

/// Taxes what is left after discounts and fees: what comes on top. All of them, inclusive ones too, are in the sums.
pub(super) fn charge<S: Sink, N: Whole>(work: &mut Work<'_, S, N>, taxes: &[CompiledTax]) -> Result<N, Overflow> {
    let mut parts = SmallVec::<[Part<N>; 2]>::new();
    collect(work, &mut parts);
    let mut included = SmallVec::<[N; 4]>::new();
    if taxes.iter().any(|tax| tax.inclusive) {
        included.resize(taxes.len(), N::default());
        include(work, taxes, &mut parts, &mut included)?;
    }
    let compound = taxes.iter().rposition(CompiledTax::is_compound);
    let mut added = N::default();
    for (index, tax) in taxes.iter().enumerate() {
        let amount = if tax.inclusive {
            included.get(index).copied().unwrap_or_default()
        } else {
            let amount = add(work, tax, &parts)?;
            added = added.plus(amount)?;
            amount
        };
        work.sums.tax = work.sums.tax.plus(amount)?;
        if compound.is_some_and(|compound| index < compound) {
            remember(tax, amount, &mut parts)?;
        }
    }
    Ok(added)
}

/// Shares a tax out over the parts that it was taken of, for the compound taxes after it.
fn remember<N: Whole>(tax: &CompiledTax, amount: N, parts: &mut [Part<N>]) -> Result<(), Overflow> {
    let mut covered: SmallVec<[&mut Part<N>; 4]> = parts
        .iter_mut()
        .filter(|part| tax.covers(part.category, part.is_fee))
        .collect();
    let weights: SmallVec<[N; 4]> = covered.iter().map(|part| part.amount).collect();
    for (part, share) in covered.iter_mut().zip(share_out(amount, &weights, 1)?) {
        part.taxes = part.taxes.plus(share)?;
    }
    Ok(())
}

/// What is taxed, put where the parts go.
fn collect<S, N: Whole>(work: &Work<'_, S, N>, parts: &mut SmallVec<[Part<N>; 2]>) {
    let part = |category, is_fee, amount| Part {
        category,
        is_fee,
        amount,
        included: N::default(),
        taxes: N::default(),
    };
    if work.compiled.taxes_by_line {
        let lines = work.taxed_lines.iter();
        parts.extend(lines.map(|(category, is_fee, amount)| part(*category, *is_fee, *amount)));
        return;
    }
    parts.push(part(0, false, work.own_category));
    let others = (1..).zip(&work.other_categories);
    parts.extend(others.map(|(category, amount)| part(category, false, *amount)));
    let fees = work.fees_by_category.iter().enumerate();
    parts.extend(fees.map(|(category, amount)| part(category, true, *amount)));
}

/// Extracts the taxes that the lines hold, the fixed ones first: how much each is.
fn include<S: Sink, N: Whole>(
    work: &mut Work<'_, S, N>,
    taxes: &[CompiledTax],
    parts: &mut [Part<N>],
    included: &mut [N],
) -> Result<(), Overflow> {
    for (tax, known) in taxes.iter().zip(&mut *included).filter(|(tax, _)| tax.inclusive) {
        let CompiledTaxRate::Fixed(fixed) = &tax.rate else {
            continue;
        };
        let amount = fixed_amount(work, tax, fixed)?.2;
        if let Some(part) = parts.iter_mut().find(|part| tax.covers(part.category, part.is_fee)) {
            part.included = part.included.plus(amount)?;
        }
        tell(work, tax, tax.percent, amount, amount)?;
        *known = amount;
    }
    if taxes.iter().any(|tax| tax.inclusive && tax.percent.is_some()) {
        include_percentages(work, taxes, parts, included)?;
    }
    Ok(())
}

/// Extracts inclusive percentages: the tax is rounded, the net is what is left.
fn include_percentages<S: Sink, N: Whole>(
    work: &mut Work<'_, S, N>,
    taxes: &[CompiledTax],
    parts: &mut [Part<N>],
    included: &mut [N],
) -> Result<(), Overflow> {
    let mut sums = vec![(N::default(), N::default()); taxes.len()];
    for part in parts.iter_mut().filter(|part| part.amount != N::default()) {
        let gross = part.amount.minus(part.included)?;
        let mut taken = N::default();
        let shares = inclusive_shares(taxes, part.category, part.is_fee).ok_or(Overflow)?;
        for (index, share) in &shares {
            let tax = share.of_tax(gross, &work.compiled.grid)?;
            taken = taken.plus(tax)?;
            if let Some(sum) = sums.get_mut(*index) {
                sum.0 = sum.0.plus(tax)?;
            }
        }
        for (index, _) in &shares {
            if let Some(sum) = sums.get_mut(*index) {
                sum.1 = sum.1.plus(gross.minus(taken)?)?;
            }
        }
        part.included = part.included.plus(taken)?;
    }
    for ((tax, known), (amount, base)) in taxes.iter().zip(included).zip(sums) {
        if tax.inclusive && tax.percent.is_some() {
            tell(work, tax, tax.percent, amount, base)?;
            *known = amount;
        }
    }
    Ok(())
}

/// Tells what a tax comes to, when somebody reads it.
fn tell<S: Sink, N: Whole>(
    work: &mut Work<'_, S, N>,
    tax: &CompiledTax,
    percent: Option<Decimal>,
    amount: N,
    base: N,
) -> Result<(), Overflow> {
    if S::READ {
        work.sums.taxes.push(TaxTotal {
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

/// Quantity, amount of one and amount of all.
fn fixed_amount<S: Sink, N: Whole>(
    work: &Work<'_, S, N>,
    tax: &CompiledTax,
    fixed: &Fixed,
) -> Result<(i64, N, N), Overflow> {
    let quantity = work.count(fixed, &tax.exempt, tax.night_cap);
    let amount = N::narrowed(fixed.amount)?;
    Ok((quantity, amount, amount.times(quantity.into())?))
}

/// Adds one tax on top, with its line.
fn add<S: Sink, N: Whole>(work: &mut Work<'_, S, N>, tax: &CompiledTax, parts: &[Part<N>]) -> Result<N, Overflow> {
    match &tax.rate {
        CompiledTaxRate::Fixed(fixed) => {
            let (quantity, unit, amount) = fixed_amount(work, tax, fixed)?;
            tax_line(work, tax, quantity, unit, amount)?;
            tell(work, tax, None, amount, amount)?;
            Ok(amount)
        }
        CompiledTaxRate::Percent(rate) => {
            let (base, amount) = percentage(work, tax, *rate, parts)?;
            tax_line(work, tax, 1, amount, amount)?;
            tell(work, tax, tax.percent, amount, base)?;
            Ok(amount)
        }
        CompiledTaxRate::Slabs(slabs) => {
            let mut sum = N::default();
            for (slab, found) in slabs.iter().zip(by_slab(work, tax, slabs, parts)?) {
                sum = sum.plus(add_slab(work, tax, slab, found)?)?;
            }
            Ok(sum)
        }
    }
}

/// Adds what a slab comes to, with its line: a share of its nights, or an amount for each of them.
fn add_slab<S: Sink, N: Whole>(
    work: &mut Work<'_, S, N>,
    tax: &CompiledTax,
    slab: &CompiledSlab,
    found: InSlab<N>,
) -> Result<N, Overflow> {
    let (quantity, unit, amount, percent, base) = match &slab.rate {
        SlabRate::Percent(rate, percent) => {
            let amount = rate.of_tax(found.base, &work.compiled.grid)?;
            (1, amount, amount, Some(*percent), found.base)
        }
        SlabRate::Fixed(fixed) => {
            let heads = i64::from(heads(fixed.per, work.ask, &tax.exempt));
            let quantity = heads * found.nights * work.ask.quantity;
            let unit = N::narrowed(fixed.amount)?;
            let amount = unit.times(quantity.into())?;
            (quantity, unit, amount, None, amount)
        }
    };
    if base != N::default() {
        tax_line(work, tax, quantity, unit, amount)?;
        tell(work, tax, percent, amount, base)?;
    }
    Ok(amount)
}

fn tax_line<S: Sink, N: Whole>(
    work: &mut Work<'_, S, N>,
    tax: &CompiledTax,
    quantity: i64,
    unit: N,
    amount: N,
) -> Result<(), Overflow> {
    if amount == N::default() {
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
fn percentage<S, N: Whole>(
    work: &Work<'_, S, N>,
    tax: &CompiledTax,
    rate: Ratio,
    parts: &[Part<N>],
) -> Result<(N, N), Overflow> {
    let grid = &work.compiled.grid;
    let cap = tax
        .night_cap
        .map(|cap| cap as usize)
        .filter(|cap| *cap < work.night_values.len());
    if let Some(cap) = cap {
        let nights = net_nights(work, parts)?;
        let base = sum(nights.get(..cap).unwrap_or_default())?;
        return Ok((base, rate.of_tax(base, grid)?));
    }
    let (mut base, mut by_line) = (N::default(), N::default());
    for part in parts.iter().filter(|part| tax.covers(part.category, part.is_fee)) {
        let before = if tax.is_compound() { part.taxes } else { N::default() };
        let net = part.amount.minus(part.included)?.plus(before)?;
        base = base.plus(net)?;
        if work.compiled.taxes_by_line {
            by_line = by_line.plus(rate.of_tax(net, grid)?)?;
        }
    }
    Ok((
        base,
        if work.compiled.taxes_by_line {
            by_line
        } else {
            rate.of_tax(base, grid)?
        },
    ))
}

/// What each night costs without the taxes that its price holds.
fn net_nights<S, N: Whole>(work: &Work<'_, S, N>, parts: &[Part<N>]) -> Result<Vec<N>, Overflow> {
    let mut values = work.night_values.clone();
    let (mut amount, mut included) = (N::default(), N::default());
    for part in parts.iter().filter(|part| part.category == 0 && !part.is_fee) {
        amount = amount.plus(part.amount)?;
        included = included.plus(part.included)?;
    }
    if included != N::default() {
        let nights = sum(&values)?;
        let mut weights = values.clone();
        weights.push(amount.minus(nights)?);
        for (value, share) in values.iter_mut().zip(share_out(included, &weights, 1)?) {
            *value = value.minus(share)?;
        }
    }
    Ok(values)
}

/// What of a stay lies in a slab.
#[derive(Clone, Copy, Default)]
struct InSlab<N> {
    /// What its nights cost.
    base: N,
    /// How many they are, up to the cap of the tax.
    nights: i64,
}

/// What each slab is taken of: the nights by their tariff, and what belongs to no night at the highest rate of them.
fn by_slab<S, N: Whole>(
    work: &Work<'_, S, N>,
    tax: &CompiledTax,
    slabs: &[CompiledSlab],
    parts: &[Part<N>],
) -> Result<Vec<InSlab<N>>, Overflow> {
    let mut found: Vec<InSlab<N>> = vec![InSlab::default(); slabs.len()];
    let mut highest = 0;
    let mut rest = parts
        .iter()
        .filter(|part| tax.covers(part.category, part.is_fee))
        .try_fold(N::default(), |sum, part| sum.plus(part.amount.minus(part.included)?))?;
    let cap = tax.night_cap.map_or(usize::MAX, |cap| cap as usize);
    for (night, value) in net_nights(work, parts)?.into_iter().enumerate() {
        let reaches = |slab: &CompiledSlab| {
            slab.up_to.is_none_or(|up_to| {
                up_to
                    .times(work.ask.quantity.into())
                    .is_ok_and(|most| value.wide() <= most)
            })
        };
        let place = slabs.iter().position(reaches).unwrap_or(slabs.len().saturating_sub(1));
        highest = highest.max(place);
        if let Some(slab) = found.get_mut(place) {
            slab.base = slab.base.plus(value)?;
            slab.nights += i64::from(night < cap);
        }
        rest = rest.minus(value)?;
    }
    if let Some(slab) = found.get_mut(highest) {
        slab.base = slab.base.plus(rest)?;
    }
    Ok(found)
}
