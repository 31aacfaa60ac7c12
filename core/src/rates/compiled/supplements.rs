use super::grid::{Grid, Overflow, Ratio, Units};
use crate::rates::definition::{PartyMatch, Per, RateListDefinition, SupplementPrice};

/// A supplement, ready to be charged.
#[derive(Clone, Debug)]
pub(crate) struct Supplement {
    pub(crate) code: String,
    pub(crate) optional: bool,
    pub(crate) party: PartyMatch,
    /// Whether it belongs to certain days, so that a line of it names one.
    pub(crate) on_days: bool,
    pub(crate) per: Per,
    /// Whether it is divided over the nights that it belongs to.
    pub(crate) shared_by_nights: bool,
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
