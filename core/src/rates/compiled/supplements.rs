use super::bands::Party;
use super::grid::{Grid, Overflow, Ratio, Units};
use crate::rates::definition::{AgeRange, PartyMatch, Per, RateListDefinition, SupplementPrice};
use crate::rates::evaluate::ask::Ask;

/// A supplement, ready to be charged.
#[derive(Clone, Debug)]
pub(crate) struct Supplement {
    pub(crate) code: String,
    pub(crate) optional: bool,
    pub(crate) party: PartyMatch,
    /// Whether it belongs to certain days, so that a line of it names one.
    pub(crate) on_days: bool,
    pub(crate) per: Per,
    pub(crate) price: HeadPrice,
    pub(crate) category: usize,
}

/// What one head or piece pays.
#[derive(Clone, Debug)]
pub(crate) enum HeadPrice {
    /// The same for all.
    Flat(Units),
    /// Adults and each band.
    ByAge {
        /// What adults pay, and bands that are not named.
        adult: Units,
        /// What each band pays.
        bands: Vec<Units>,
    },
    /// A share of the unit's price.
    Share(Ratio),
}

impl HeadPrice {
    pub(crate) fn new(price: &SupplementPrice, definition: &RateListDefinition, grid: &Grid) -> Result<Self, Overflow> {
        Ok(match price {
            SupplementPrice::Amount(amount) => HeadPrice::Flat(grid.units(*amount)?),
            SupplementPrice::Percent(percent) => HeadPrice::Share(Ratio::percent(*percent).ok_or(Overflow)?),
            SupplementPrice::ByAge(amounts) => {
                let adult = amounts.get(ADULT).map_or(Ok(0), |amount| grid.units(*amount))?;
                let band = |name: &String| amounts.get(name).map_or(Ok(adult), |amount| grid.units(*amount));
                let bands = definition
                    .age_bands
                    .iter()
                    .map(|one| band(&one.name))
                    .collect::<Result<_, _>>()?;
                HeadPrice::ByAge { adult, bands }
            }
        })
    }
}

/// The name under which [`SupplementPrice::ByAge`] holds what adults pay.
pub(crate) const ADULT: &str = "adult";

impl PartyMatch {
    /// Whether a party is of this size.
    pub(crate) fn matches(&self, party: &Party) -> bool {
        self.min_adults.is_none_or(|least| party.adults >= least)
            && self.max_adults.is_none_or(|most| party.adults <= most)
            && self.min_children.is_none_or(|least| party.children >= least)
            && self.max_children.is_none_or(|most| party.children <= most)
    }
}

/// How many heads or units a charge counts, before rooms and nights; pieces are counted elsewhere.
pub(crate) fn heads(per: Per, ask: &Ask<'_>, exempt: &[AgeRange]) -> u16 {
    let exempt_of = |grown: bool| {
        if exempt.is_empty() {
            return 0;
        }
        let is_exempt = |age: u8| exempt.iter().any(|range| range.contains(age));
        let of = ask
            .ages()
            .filter(|(age, band)| band.is_none() == grown && is_exempt(*age));
        u16::try_from(of.count()).unwrap_or(u16::MAX)
    };
    let adults = || ask.party.adults.saturating_sub(exempt_of(true));
    let children = || ask.party.children.saturating_sub(exempt_of(false));
    match per {
        Per::Night | Per::Stay | Per::Item | Per::ItemNight => 1,
        Per::Adult | Per::AdultNight => adults(),
        Per::Child | Per::ChildNight => children(),
        Per::Person | Per::PersonNight => adults().saturating_add(children()),
    }
}

/// Those who pay a price by age, adults and the oldest children first: how many pay how much.
pub(crate) fn heads_by_age(per: Per, ask: &Ask<'_>, adult: Units, prices: &[Units]) -> Vec<(Units, u16)> {
    let mut groups: Vec<(Units, u16)> = Vec::new();
    let mut add = |amount: Units, count: u16| match groups.iter_mut().find(|(known, _)| *known == amount) {
        Some((_, sum)) => *sum = sum.saturating_add(count),
        None => groups.push((amount, count)),
    };
    if !matches!(per, Per::Child | Per::ChildNight) && ask.party.adults > 0 {
        add(adult, ask.party.adults);
    }
    if !matches!(per, Per::Adult | Per::AdultNight) {
        let mut bands: Vec<usize> = ask.ages().filter_map(|(_, band)| band).collect();
        bands.sort_unstable_by_key(|band| std::cmp::Reverse(*band));
        for band in bands {
            add(prices.get(band).copied().unwrap_or(adult), 1);
        }
    }
    groups
}
