use std::collections::{BTreeSet, HashSet};

use super::{Check, MAX_PERCENT};
use crate::fault::many;
use crate::form::Pointer;
use crate::rates::compiled::supplements::ADULT;
use crate::rates::definition::{
    Discount, DiscountRule, FreeNights, Off, PartyMatch, Supplement, SupplementPrice, WhichNights,
};
use crate::rates::facts;
use crate::{Code, Reason};

impl Check<'_> {
    /// Supplements, discounts and restrictions.
    pub(super) fn rules(&mut self) {
        let root = Pointer::root();
        let mut codes = HashSet::new();
        for (index, supplement) in self.definition.supplements.iter().enumerate() {
            let place = root.join("supplements").join(index);
            if !codes.insert(supplement.code.as_str()) {
                let message = format!("two supplements have the code `{}`", supplement.code);
                self.fault(Code::DefinitionConflict, &place.join("code"), message);
            }
            self.supplement(supplement, &place);
        }
        for (index, discount) in self.definition.discounts.iter().enumerate() {
            self.discount(discount, &root.join("discounts").join(index));
        }
        for (index, restriction) in self.definition.restrictions.iter().enumerate() {
            let place = root.join("restrictions").join(index);
            self.ranges(&restriction.days, &place.join("days"));
            self.season_names(&restriction.seasons, &place.join("seasons"));
            if let Some(window) = restriction.booking_window {
                self.range(window, &place.join("booking_window"));
            }
            let pairs = [
                ("min_stay", restriction.min_stay, restriction.max_stay),
                (
                    "min_stay_through",
                    restriction.min_stay_through,
                    restriction.max_stay_through,
                ),
                ("min_lead_days", restriction.min_lead_days, restriction.max_lead_days),
            ];
            for (field, least, most) in pairs {
                if let (Some(least), Some(most)) = (least, most)
                    && least > most
                {
                    let message = format!("at least {least} and at most {most} leaves nothing");
                    self.fault(Code::DefinitionRange, &place.join(field), message);
                }
            }
        }
    }

    fn supplement(&mut self, supplement: &Supplement, place: &Pointer) {
        self.ranges(&supplement.days, &place.join("days"));
        self.season_names(&supplement.seasons, &place.join("seasons"));
        if let Some(party) = &supplement.party {
            self.party(party, &place.join("party"));
        }
        if supplement.shared_by_nights {
            let place = place.join("shared_by_nights");
            if supplement.per.is_nightly() {
                self.conflict(
                    &place,
                    "a charge per night belongs to its night already; only one for the stay is shared",
                );
            } else if !self.definition.unit.is_daily() {
                self.conflict(&place, "a charge is shared by nights in a list by the night or day");
            }
        }
        match &supplement.price {
            SupplementPrice::Amount(amount) => self.amount(*amount, &place.join("price").join("amount")),
            SupplementPrice::Percent(percent) => {
                self.percent(*percent, -100, MAX_PERCENT, &place.join("price").join("percent"));
            }
            SupplementPrice::ByAge(amounts) => {
                let place = place.join("price").join("by_age");
                if !supplement.per.is_personal() {
                    let message = "a price by age needs a charge per person, adult or child".to_owned();
                    self.fault(Code::DefinitionConflict, &place, message);
                }
                for (name, amount) in amounts {
                    if name != ADULT && !self.bands.contains_key(name.as_str()) {
                        let bands = self.definition.age_bands.iter().map(|band| band.name.as_str());
                        self.unknown("age band", name, &place.join(name), bands.chain([ADULT]));
                    }
                    self.amount(*amount, &place.join(name));
                }
            }
        }
    }

    fn discount(&mut self, discount: &Discount, place: &Pointer) {
        if let Some(cap) = discount.cap {
            self.price(cap, &place.join("cap"));
        }
        for (field, window) in [
            ("booking_window", discount.booking_window),
            ("travel_window", discount.travel_window),
        ] {
            if let Some(window) = window {
                self.range(window, &place.join(field));
            }
        }
        if let Some(party) = &discount.party {
            self.party(party, &place.join("party"));
        }
        let rule = place.join("rule");
        match &discount.rule {
            DiscountRule::Bulk(bulk) => {
                self.tiers(
                    bulk.tiers.iter().map(|tier| (tier.at_least, &tier.off)),
                    &rule.join("bulk"),
                    "at_least",
                );
            }
            DiscountRule::LengthOfStay(rules) => {
                let tiers = rules.tiers.iter().map(|tier| (tier.at_least, &tier.off));
                self.tiers(tiers, &rule.join("length_of_stay"), "at_least");
            }
            DiscountRule::EarlyBird(rules) => {
                let tiers = rules.tiers.iter().map(|tier| (tier.at_least, &tier.off));
                self.tiers(tiers, &rule.join("early_bird"), "at_least");
            }
            DiscountRule::LastMinute(rules) => {
                let tiers = rules.tiers.iter().map(|tier| (tier.at_most, &tier.off));
                self.tiers(tiers, &rule.join("last_minute"), "at_most");
            }
            DiscountRule::FreeNights(free) => self.free_nights(free, &rule.join("free_nights")),
            DiscountRule::Promo(promo) => {
                let place = rule.join("promo");
                if let Some(window) = promo.window {
                    self.range(window, &place.join("window"));
                }
                self.off(&promo.off, &place.join("off"));
            }
            DiscountRule::Eligibility(eligibility) => {
                let place = rule.join("eligibility");
                if let Err(error) = facts::compile(&eligibility.when) {
                    for reason in error.into_reasons() {
                        let at = place.join("when");
                        self.faults.add(Reason {
                            path: at.into(),
                            ..reason
                        });
                    }
                }
                self.off(&eligibility.off, &place.join("off"));
            }
        }
    }

    fn party(&mut self, party: &PartyMatch, place: &Pointer) {
        let bounds = [
            ("min_adults", party.min_adults, party.max_adults),
            ("min_children", party.min_children, party.max_children),
        ];
        for (field, least, most) in bounds {
            if let (Some(least), Some(most)) = (least, most)
                && least > most
            {
                let message = format!("at least {least} and at most {most} leaves nothing");
                self.fault(Code::DefinitionRange, &place.join(field), message);
            }
        }
        for (index, one) in party.ages.iter().enumerate() {
            if one.min_age > one.max_age {
                let message = format!("`max_age`, {}, is below `min_age`, {}", one.max_age, one.min_age);
                self.fault(Code::DefinitionRange, &place.join("ages").join(index), message);
            }
        }
    }

    fn tiers<'t>(&mut self, tiers: impl Iterator<Item = (u32, &'t Off)>, place: &Pointer, field: &str) {
        let place = place.join("tiers");
        let mut seen: Vec<u32> = Vec::new();
        for (index, (bound, off)) in tiers.enumerate() {
            let at = place.join(index);
            if seen.contains(&bound) {
                self.fault(
                    Code::DefinitionConflict,
                    &at.join(field),
                    format!("two tiers have the bound {bound}"),
                );
            }
            seen.push(bound);
            self.off(off, &at.join("off"));
        }
        if seen.is_empty() {
            self.fault(Code::DefinitionRange, &place, "there are no tiers".to_owned());
        }
    }

    fn off(&mut self, off: &Off, place: &Pointer) {
        match off {
            Off::Percent(percent) => self.percent(*percent, 0, 100, &place.join("percent")),
            Off::Amount(amount) => self.price(*amount, &place.join("amount")),
        }
    }

    fn free_nights(&mut self, free: &FreeNights, place: &Pointer) {
        if free.stay == 0 || free.pay >= free.stay {
            let message = format!("stay {} and pay {} leaves no night free", free.stay, free.pay);
            self.fault(Code::DefinitionRange, &place.join("pay"), message);
        } else if let WhichNights::Positions(places) = &free.free {
            self.positions(free, places, &place.join("free").join("positions"));
        }
        if !self.definition.unit.is_daily() {
            self.conflict(place, "free nights need a list by the night or day");
        }
    }

    /// Places within a block, each once, as many as it has free nights.
    fn positions(&mut self, free: &FreeNights, places: &[u32], place: &Pointer) {
        let mut seen = BTreeSet::new();
        for (index, position) in places.iter().enumerate() {
            let at = place.join(index);
            if !(1..=free.stay).contains(position) {
                let message = format!(
                    "a block of {} has no night {position}; its first is 1",
                    many(free.stay, "night")
                );
                self.fault(Code::DefinitionRange, &at, message);
            } else if !seen.insert(*position) {
                self.fault(
                    Code::DefinitionConflict,
                    &at,
                    format!("night {position} is named twice"),
                );
            }
        }
        let wanted = free.stay - free.pay;
        if seen.len() == places.len() && places.len() != wanted as usize {
            let message = format!(
                "{} named, but stay {} and pay {} leaves {wanted} free; change `pay` or `positions`",
                if places.len() == 1 {
                    "1 night is".to_owned()
                } else {
                    format!("{} nights are", places.len())
                },
                free.stay,
                free.pay,
            );
            self.fault(Code::DefinitionConflict, place, message);
        }
    }
}
