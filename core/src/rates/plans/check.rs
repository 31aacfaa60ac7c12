use super::definition::{Charge, ChargeModel, PlanDefinition, TieredPrice};
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
    if let Some(minimum) = definition.minimum_commitment {
        price(minimum, &root.join("minimum_commitment"), faults);
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
    if flat && (charge.metric.is_some() || charge.included.is_some()) {
        let message = "a flat charge counts no usage: it has neither `metric` nor `included`";
        faults.add(Reason::new(Code::DefinitionConflict, place.join("metric"), message));
    }
    if !flat && charge.metric.is_none() {
        let message = "the field `metric` is missing: which usage does it count?";
        faults.add(Reason::new(Code::DefinitionMissing, place.join("metric"), message));
    }
    if let Some(included) = charge.included {
        price(included, &place.join("included"), faults);
    }
    let model = place.join("model");
    match &charge.model {
        ChargeModel::Flat(amount) => price(*amount, &model.join("flat"), faults),
        ChargeModel::PerUnit(amount) => price(*amount, &model.join("per_unit"), faults),
        ChargeModel::Graduated(tiered) => tiers(tiered, &model.join("graduated").join("tiers"), faults),
        ChargeModel::Volume(tiered) => tiers(tiered, &model.join("volume").join("tiers"), faults),
        ChargeModel::Package(package) => {
            let model = model.join("package");
            price(package.price, &model.join("price"), faults);
            if package.size.is_zero() || package.size.is_negative() {
                let message = format!("a package of `{}` units", package.size);
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
    }
}

fn tiers(tiered: &TieredPrice, place: &Pointer, faults: &mut Faults) {
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
