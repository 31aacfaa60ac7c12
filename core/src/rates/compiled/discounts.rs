use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::grid::{Grid, Overflow, Ratio, Units};

use crate::Result;
use crate::rates::definition::{
    BulkMeasure, Discount, DiscountRule, DiscountedPart, FreeNights, Off, PartyMatch, Tier,
};
use crate::rates::facts;
use crate::rates::request::PriceRequest;
use crate::time::DayRange;

/// A discount, ready to be tried.
#[derive(Clone, Debug)]
pub(crate) struct CompiledDiscount {
    pub(crate) label: Arc<str>,
    pub(crate) rule: Arc<str>,
    pub(crate) when: When,
    pub(crate) cap: Option<Units>,
    /// The number of its group among those of the list.
    pub(crate) group: Option<usize>,
    pub(crate) booking_window: Option<DayRange>,
    pub(crate) travel_window: Option<DayRange>,
    pub(crate) party: Option<PartyMatch>,
    pub(crate) part: DiscountedPart,
}

/// When it applies and how much it is.
#[derive(Clone, Debug)]
pub(crate) enum When {
    /// From so many on, highest first.
    Bulk(BulkMeasure, Vec<(u32, Reduction)>),
    /// From so many nights on, highest first.
    LengthOfStay(Vec<(u32, Reduction)>),
    /// From so many days ahead on, highest first.
    EarlyBird(Vec<(u32, Reduction)>),
    /// Up to so many days ahead, lowest first.
    LastMinute(Vec<(u32, Reduction)>),
    FreeNights(FreeNights),
    Promo(Promo),
    Eligibility(Box<facts::Condition>, Reduction),
}

/// A promotion code, in lower case.
#[derive(Clone, Debug)]
pub(crate) struct Promo {
    pub(crate) code: String,
    pub(crate) off: Reduction,
    pub(crate) window: Option<DayRange>,
    pub(crate) limit: Option<u32>,
}

/// A share or an amount.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Reduction {
    Share(Ratio),
    Amount(Units),
}

impl Reduction {
    fn new(off: &Off, grid: &Grid) -> Result<Reduction, Overflow> {
        Ok(match off {
            Off::Percent(percent) => Reduction::Share(Ratio::percent(*percent).ok_or(Overflow)?),
            Off::Amount(amount) => Reduction::Amount(grid.units(*amount)?),
        })
    }
}

impl CompiledDiscount {
    pub(super) fn new(
        discount: &Discount,
        index: usize,
        group: Option<usize>,
        grid: &Grid,
    ) -> Result<CompiledDiscount> {
        Ok(CompiledDiscount {
            label: discount.name.as_str().into(),
            rule: format!("/discounts/{index}").into(),
            when: When::new(&discount.rule, grid).map_err(|error| error.under(&format!("/discounts/{index}/rule")))?,
            cap: discount.cap.map(|cap| grid.units(cap)).transpose()?,
            group,
            booking_window: discount.booking_window,
            travel_window: discount.travel_window,
            party: discount.party.clone(),
            part: discount.part,
        })
    }

    /// Whether a request must say when it was booked.
    pub(crate) fn looks_at_booking(&self) -> bool {
        let rule = match &self.when {
            When::EarlyBird(_) | When::LastMinute(_) => true,
            When::Promo(promo) => promo.window.is_some(),
            When::Eligibility(when, _) => facts::looks_at_booking(when),
            When::Bulk(..) | When::LengthOfStay(_) | When::FreeNights(_) => false,
        };
        rule || self.booking_window.is_some()
    }
}

impl When {
    fn new(rule: &DiscountRule, grid: &Grid) -> Result<When> {
        let falling = |tiers: &[Tier]| -> Result<Vec<(u32, Reduction)>> {
            let tiers = tiers
                .iter()
                .map(|tier| Ok((tier.at_least, Reduction::new(&tier.off, grid)?)));
            let mut tiers = tiers.collect::<Result<Vec<_>>>()?;
            tiers.sort_by_key(|(at_least, _)| std::cmp::Reverse(*at_least));
            Ok(tiers)
        };
        Ok(match rule {
            DiscountRule::Bulk(bulk) => When::Bulk(bulk.by, falling(&bulk.tiers)?),
            DiscountRule::LengthOfStay(by_nights) => When::LengthOfStay(falling(&by_nights.tiers)?),
            DiscountRule::EarlyBird(by_days) => When::EarlyBird(falling(&by_days.tiers)?),
            DiscountRule::LastMinute(by_days) => {
                let tiers = by_days
                    .tiers
                    .iter()
                    .map(|tier| Ok((tier.at_most, Reduction::new(&tier.off, grid)?)));
                let mut tiers = tiers.collect::<Result<Vec<_>>>()?;
                tiers.sort_by_key(|(at_most, _)| *at_most);
                When::LastMinute(tiers)
            }
            DiscountRule::FreeNights(free) => When::FreeNights(free.clone()),
            DiscountRule::Promo(promo) => When::Promo(Promo {
                code: promo.code.to_lowercase(),
                off: Reduction::new(&promo.off, grid)?,
                window: promo.window,
                limit: promo.limit,
            }),
            DiscountRule::Eligibility(eligibility) => {
                let when = facts::compile(&eligibility.when).map_err(|error| error.under("/eligibility/when"))?;
                When::Eligibility(Box::new(when), Reduction::new(&eligibility.off, grid)?)
            }
        })
    }
}

/// The groups of a list's discounts, each with a number, in their order.
pub(super) fn groups(discounts: &[Discount]) -> (Vec<Option<usize>>, usize) {
    let mut known: HashMap<&str, usize> = HashMap::new();
    let numbers = discounts.iter().map(|one| {
        let next = known.len();
        Some(*known.entry(one.group.as_deref()?).or_insert(next))
    });
    let numbers = numbers.collect();
    (numbers, known.len())
}

/// The discounts of each promotion code, which is in lower case.
#[derive(Clone, Debug, Default)]
pub(crate) struct Promos(HashMap<String, Vec<usize>>);

impl Promos {
    pub(super) fn new(discounts: &[CompiledDiscount]) -> Promos {
        let mut promos: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, discount) in discounts.iter().enumerate() {
            if let When::Promo(promo) = &discount.when {
                promos.entry(promo.code.clone()).or_default().push(index);
            }
        }
        Promos(promos)
    }

    /// The code as the list has it, and its discounts; letter case does not matter.
    pub(crate) fn of(&self, given: &str) -> Option<(&str, &[usize])> {
        let (code, discounts) = self.0.get_key_value(&given.to_lowercase())?;
        Some((code, discounts))
    }

    /// The discounts of which the guest gave the code, in their order.
    pub(crate) fn given(&self, request: &PriceRequest) -> Vec<usize> {
        let codes: BTreeMap<&str, &[usize]> = request.promo_codes.iter().filter_map(|given| self.of(given)).collect();
        let mut given: Vec<usize> = codes.into_values().flatten().copied().collect();
        given.sort_unstable();
        given
    }

    /// How often each code of the list has been used, as the request says.
    pub(crate) fn uses(&self, request: &PriceRequest) -> HashMap<&str, u32> {
        let mut uses = HashMap::new();
        for (given, times) in &request.promo_uses {
            if let Some((code, _)) = self.of(given) {
                uses.entry(code).or_insert(*times);
            }
        }
        uses
    }
}
