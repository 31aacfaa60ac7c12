//! A definition in the shape that answers fastest: a row of prices per season, a table of days that points into it.

pub(crate) mod bands;
pub(crate) mod days;
pub(crate) mod discounts;
pub(crate) mod grid;
pub(crate) mod hours;
pub(crate) mod rows;
pub(crate) mod supplements;
pub(crate) mod taxes;

use std::sync::Arc;

use self::bands::Bands;
use self::days::Days;
use self::discounts::{CompiledDiscount, Promos};
use self::grid::{Grid, Overflow};
use self::hours::CompiledHours;
use self::rows::PriceRow;
use self::supplements::{HeadPrice, Supplement};
use self::taxes::{CompiledFee, CompiledTax, CompiledTaxRate};
use super::definition::{Combination, DiscountRule, DiscountedPart, RateListDefinition, Tax, TaxRounding};
use crate::Result;

/// A rate list as the evaluator reads it.
#[derive(Clone, Debug)]
pub(crate) struct Compiled {
    pub(crate) grid: Grid,
    pub(crate) days: Days,
    pub(crate) rows: Vec<PriceRow>,
    pub(crate) row_names: Vec<Names>,
    /// For lists by the hour, which have no rows.
    pub(crate) hours: Option<CompiledHours>,
    pub(crate) bands: Bands,
    pub(crate) slot_names: Vec<Names>,
    pub(crate) supplements: Vec<Supplement>,
    pub(crate) supplement_names: Vec<Names>,
    pub(crate) discounts: Vec<CompiledDiscount>,
    /// How many groups the discounts have.
    pub(crate) discount_groups: usize,
    pub(crate) promos: Promos,
    pub(crate) combination: Combination,
    pub(crate) fees: Vec<CompiledFee>,
    pub(crate) taxes: Vec<CompiledTax>,
    /// The tax categories of lines; the first one is that of units and children.
    pub(crate) categories: Vec<Option<Arc<str>>>,
    pub(crate) taxes_by_line: bool,
    /// Whether a request must say when it was booked.
    pub(crate) looks_at_booking: bool,
    /// Whether the value of each night is needed after the nights are priced.
    pub(crate) needs_nights: bool,
    /// Whether a free night frees what it costs in every tax category.
    pub(crate) frees_everything: bool,
    /// Whether no rule of the list can refuse days: it has neither blackouts nor restrictions.
    pub(crate) always_open: bool,
    /// Up to how many adults every party has a price on every day.
    pub(crate) complete_up_to: u16,
    pub(crate) code: Option<Arc<str>>,
    pub(crate) rounding_names: Names,
}

/// What people read about a line.
#[derive(Clone, Debug)]
pub(crate) struct Names {
    pub(crate) label: Arc<str>,
    pub(crate) rule: Arc<str>,
}

impl Names {
    fn new(label: &str, rule: &str) -> Names {
        Names {
            label: label.into(),
            rule: rule.into(),
        }
    }
}

impl Compiled {
    /// Compiles a definition that has been checked.
    pub(crate) fn new(definition: &RateListDefinition) -> Result<Compiled> {
        let grid = Grid::new(definition.currency, &definition.rounding);
        let bands = Bands::new(definition);
        let rows = rows::rows(definition, &bands.slots, &grid)?;
        let categories = categories(definition);
        let supplements = supplements(definition, &categories, &grid)?;
        let (groups, discount_groups) = discounts::groups(&definition.discounts);
        let discounts = definition.discounts.iter().zip(groups).enumerate();
        let discounts = discounts
            .map(|(index, (one, group))| CompiledDiscount::new(one, index, group, &grid))
            .collect::<Result<Vec<_>>>()?;
        let fees = definition.fees.iter().enumerate().map(|(index, fee)| {
            let category = category_of(fee.tax_category.as_deref(), &categories);
            CompiledFee::new(fee, index, category, &grid)
        });
        let fees = fees.collect::<Result<_, Overflow>>()?;
        let taxes = compile_taxes(&definition.taxes, "/taxes", &categories, &grid)?;
        let by_night = |tax: &CompiledTax| match tax.rate {
            CompiledTaxRate::Slabs(_) => true,
            CompiledTaxRate::Percent(_) => tax.night_cap.is_some(),
            CompiledTaxRate::Fixed(_) => false,
        };
        let mut free_nights = definition
            .discounts
            .iter()
            .filter(|one| matches!(one.rule, DiscountRule::FreeNights(_)));
        let frees_everything = free_nights.clone().any(|one| one.part == DiscountedPart::Subtotal);
        let free_nights = free_nights.next().is_some();
        Ok(Compiled {
            days: Days::new(definition),
            hours: definition
                .hours
                .as_ref()
                .map(|hours| CompiledHours::new(definition, hours, &grid))
                .transpose()?,
            row_names: rows.iter().map(|row| Names::new(&row.label, &row.rule)).collect(),
            slot_names: bands
                .slots
                .iter()
                .map(|slot| Names::new(&slot.label, &slot.rule))
                .collect(),
            supplement_names: supplement_names(definition),
            needs_nights: free_nights || taxes.iter().any(by_night) || definition.tax_region.is_some(),
            frees_everything,
            looks_at_booking: looks_at_booking(definition, &discounts),
            taxes_by_line: definition.rounding.taxes == TaxRounding::Line,
            always_open: definition.blackouts.is_empty() && definition.restrictions.is_empty(),
            complete_up_to: rows.iter().map(PriceRow::complete_up_to).min().unwrap_or(0),
            code: definition.code.as_deref().map(Into::into),
            rounding_names: Names::new("rounding", "/rounding"),
            grid,
            combination: definition.combine_discounts,
            rows,
            bands,
            supplements,
            discount_groups,
            promos: Promos::new(&discounts),
            discounts,
            fees,
            taxes,
            categories,
        })
    }
}

/// Compiles taxes, of the list itself or of a region.
pub(crate) fn compile_taxes(
    taxes: &[Tax],
    place: &str,
    categories: &[Option<Arc<str>>],
    grid: &Grid,
) -> Result<Vec<CompiledTax>, Overflow> {
    let compiled = taxes.iter().enumerate().map(|(index, tax)| {
        let category = tax.category.as_deref().map(|name| category_of(Some(name), categories));
        CompiledTax::new(tax, format!("{place}/{index}"), category, grid)
    });
    compiled.collect()
}

/// The categories that lines can have, that of units first.
fn categories(definition: &RateListDefinition) -> Vec<Option<Arc<str>>> {
    let mut categories: Vec<Option<Arc<str>>> = vec![definition.tax_category.as_deref().map(Into::into)];
    let supplements = definition.supplements.iter().map(|one| one.tax_category.as_deref());
    for name in supplements
        .chain(definition.fees.iter().map(|fee| fee.tax_category.as_deref()))
        .flatten()
    {
        if !categories.iter().any(|known| known.as_deref() == Some(name)) {
            categories.push(Some(name.into()));
        }
    }
    categories
}

/// The place of a category; that of units when a line has none of its own, a place beyond all when no line has it.
fn category_of(name: Option<&str>, categories: &[Option<Arc<str>>]) -> usize {
    name.map_or(0, |name| {
        let found = categories.iter().position(|known| known.as_deref() == Some(name));
        found.unwrap_or(categories.len())
    })
}

fn supplements(
    definition: &RateListDefinition,
    categories: &[Option<Arc<str>>],
    grid: &Grid,
) -> Result<Vec<Supplement>, Overflow> {
    let supplements = definition.supplements.iter().map(|one| {
        Ok(Supplement {
            code: one.code.clone(),
            party: one.party.clone().unwrap_or_default(),
            on_days: !one.days.is_empty(),
            optional: one.optional,
            per: one.per,
            shared_by_nights: one.shared_by_nights,
            price: HeadPrice::new(&one.price, definition, grid)?,
            category: category_of(one.tax_category.as_deref(), categories),
        })
    });
    supplements.collect()
}

fn supplement_names(definition: &RateListDefinition) -> Vec<Names> {
    let supplements = definition.supplements.iter().enumerate();
    supplements
        .map(|(index, one)| Names::new(&one.name, &format!("/supplements/{index}")))
        .collect()
}

fn looks_at_booking(definition: &RateListDefinition, discounts: &[CompiledDiscount]) -> bool {
    let restriction = definition.restrictions.iter().any(|one| {
        let lead = one.min_lead_days.or(one.max_lead_days).or(one.release_days);
        lead.is_some() || one.booking_window.is_some()
    });
    restriction || discounts.iter().any(CompiledDiscount::looks_at_booking)
}
