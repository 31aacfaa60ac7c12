use super::ProrationUnit;
use super::definition::{Charge, ChargeModel, MeteredAmount, PlanDefinition, TieredPrice, UnitConversion};
use crate::form::{Faults, Pointer};
use crate::money::Decimal;
use crate::{Code, Reason};

/// Reports every fault of sense.
pub(super) fn check(definition: &PlanDefinition, faults: &mut Faults) {
    let root = Pointer::root();
    if definition.charges.is_empty() {
        faults.add(Reason::new(
            Code::DefinitionRange,
            root.join("charges"),
            "the plan charges nothing",
        ));
    }
    bounds(definition.minimum_commitment, definition.maximum_spend, &root, faults);
    if definition.proration == ProrationUnit::ThirtyDayMonths && !definition.interval.is_of_months() {
        let message = "months of thirty days need an interval of months or years";
        faults.add(Reason::new(Code::DefinitionConflict, root.join("proration"), message));
    }
    for (index, charge) in definition.charges.iter().enumerate() {
        check_charge(charge, &root.join("charges").join(index), faults);
    }
    let (charges, place) = (definition.charges.iter(), root.join("charges"));
    faults.look_alikes_in(&place, "name", charges.clone().map(|one| Some(one.name.as_str())));
    faults.look_alikes_in(&place, "metric", charges.map(|one| one.metric.as_deref()));
}

fn check_charge(charge: &Charge, place: &Pointer, faults: &mut Faults) {
    let flat = matches!(charge.model, ChargeModel::Flat(_));
    if flat && (charge.metric.is_some() || charge.included.is_some() || charge.convert.is_some()) {
        let message = "a flat charge counts no usage: it has no `metric`, `included` or `convert`";
        faults.add(Reason::new(Code::DefinitionConflict, place.join("metric"), message));
    }
    if !flat && charge.metric.is_none() {
        let message = "the field `metric` is missing: which usage does it count?";
        faults.add(Reason::new(Code::DefinitionMissing, place.join("metric"), message));
    }
    if let Some(included) = charge.included {
        price(included, &place.join("included"), faults);
    }
    if let Some(conversion) = &charge.convert {
        check_conversion(conversion, &place.join("convert"), faults);
    }
    bounds(charge.minimum_commitment, charge.maximum_spend, place, faults);
    check_model(charge, &place.join("model"), faults);
}

/// At least so much and at most so much.
fn bounds(least: Option<Decimal>, most: Option<Decimal>, place: &Pointer, faults: &mut Faults) {
    for (field, bound) in [("minimum_commitment", least), ("maximum_spend", most)] {
        if let Some(bound) = bound {
            price(bound, &place.join(field), faults);
        }
    }
    if let (Some(least), Some(most)) = (least, most)
        && least > most
    {
        let message = format!("at least `{least}` and at most `{most}` leaves nothing");
        let place = place.join("minimum_commitment");
        faults.add(Reason::new(Code::DefinitionRange, place, message));
    }
}

fn check_conversion(conversion: &UnitConversion, place: &Pointer, faults: &mut Faults) {
    let (divided, multiplied) = (conversion.divide_by, conversion.multiply_by);
    if divided.is_some() == multiplied.is_some() {
        let message = "give exactly one of `divide_by` and `multiply_by`";
        faults.add(Reason::new(Code::DefinitionConflict, place, message));
    }
    for (field, factor) in [("divide_by", divided), ("multiply_by", multiplied)] {
        let Some(factor) = factor else { continue };
        price(factor, &place.join(field), faults);
        if factor.is_zero() {
            let message = "a factor of 0 leaves nothing to charge";
            faults.add(Reason::new(Code::DefinitionRange, place.join(field), message));
        }
    }
    if divided.is_some() && conversion.rounding.is_none() {
        let message =
            "the field `rounding` is missing: a quotient may have no end, so say where what is left over goes";
        faults.add(Reason::new(Code::DefinitionMissing, place.join("rounding"), message));
    }
    if conversion.rounding.is_none() && conversion.digits != 0 {
        let message = "`digits` without `rounding` rounds nothing";
        faults.add(Reason::new(Code::DefinitionConflict, place.join("digits"), message));
    }
}

fn check_model(charge: &Charge, model: &Pointer, faults: &mut Faults) {
    match &charge.model {
        ChargeModel::Flat(amount) => price(*amount, &model.join("flat"), faults),
        ChargeModel::PerUnit(amount) => price(*amount, &model.join("per_unit"), faults),
        ChargeModel::Graduated(tiered) => tiers(tiered, &model.join("graduated").join("tiers"), faults),
        ChargeModel::Volume(tiered) => tiers(tiered, &model.join("volume").join("tiers"), faults),
        ChargeModel::Package(package) => {
            let model = model.join("package");
            price(package.price, &model.join("price"), faults);
            if package.size.is_zero() || package.size.is_negative() {
                let message = format!("a package has more than 0 units, not `{}`", package.size);
                faults.add(Reason::new(Code::DefinitionRange, model.join("size"), message));
            }
        }
        ChargeModel::Percentage(share) => {
            let model = model.join("percentage");
            price(share.percent, &model.join("percent"), faults);
            let amounts = [
                ("fixed", share.fixed),
                ("minimum", share.minimum),
                ("maximum", share.maximum),
            ];
            for (field, amount) in amounts {
                if let Some(amount) = amount {
                    price(amount, &model.join(field), faults);
                }
            }
            if let (Some(least), Some(most)) = (share.minimum, share.maximum)
                && least > most
            {
                let message = format!("at least `{least}` and at most `{most}` leaves nothing");
                faults.add(Reason::new(Code::DefinitionRange, model.join("minimum"), message));
            }
        }
        ChargeModel::MeteredAmount(metered) => metered_amount(metered, &model.join("metered_amount"), faults),
    }
}

fn metered_amount(metered: &MeteredAmount, place: &Pointer, faults: &mut Faults) {
    if metered.multiplier.is_some() && metered.markup_percent.is_some() {
        let message = "give `multiplier` or `markup_percent`, not both";
        faults.add(Reason::new(Code::DefinitionConflict, place, message));
    }
    if let Some(multiplier) = metered.multiplier {
        price(multiplier, &place.join("multiplier"), faults);
    }
    let markup = metered.markup_percent.unwrap_or_default();
    if markup < Decimal::from(-100) || markup > Decimal::from(1_000_000) {
        let message = format!("a markup of `{markup}` % is not between -100 and 1000000");
        faults.add(Reason::new(
            Code::DefinitionRange,
            place.join("markup_percent"),
            message,
        ));
    }
}

fn tiers(tiered: &TieredPrice, place: &Pointer, faults: &mut Faults) {
    if tiered.flat_at_zero && tiered.tiers.first().is_some_and(|tier| tier.flat.is_none()) {
        let message = "the first tier has no `flat` that could be charged at no usage";
        faults.add(Reason::new(
            Code::DefinitionConflict,
            place.join(0).join("flat"),
            message,
        ));
    }
    if tiered.tiers.is_empty() {
        faults.add(Reason::new(Code::DefinitionRange, place, "there are no tiers"));
    }
    let mut before = Decimal::ZERO;
    for (index, tier) in tiered.tiers.iter().enumerate() {
        let place = place.join(index);
        price(tier.price, &place.join("price"), faults);
        if let Some(flat) = tier.flat {
            price(flat, &place.join("flat"), faults);
        }
        let last = index + 1 == tiered.tiers.len();
        match tier.up_to {
            Some(up_to) if !last && up_to > before => before = up_to,
            None if last => {}
            Some(up_to) if !last => {
                let message = format!("`{up_to}` is not above the tier before, `{before}`");
                faults.add(Reason::new(Code::DefinitionRange, place.join("up_to"), message));
            }
            _ => {
                let message = "every tier but the last has an `up_to`, and the last has none";
                faults.add(Reason::new(Code::DefinitionConflict, place.join("up_to"), message));
            }
        }
    }
}

fn price(amount: Decimal, place: &Pointer, faults: &mut Faults) {
    if amount.is_negative() || amount > Decimal::from(1_000_000_000_000_000_000) {
        let message = format!("`{amount}` is not between 0 and 10^18");
        faults.add(Reason::new(Code::DefinitionRange, place, message));
    }
}
